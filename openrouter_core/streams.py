"""`Stream` and `AsyncStream`: the events of a response, each a `Result`, as they come.

`Body` is what they share with downloads: a response whose body is handed over. Its pieces are interpreted here, without
I/O; the exchange that it holds reads them.
"""

from __future__ import annotations

import warnings
from abc import abstractmethod
from collections import deque
from collections.abc import AsyncIterator, Iterable, Iterator
from typing import TYPE_CHECKING, Any, ClassVar, Generic, NoReturn, Self, TypeVar, cast

from openrouter_core import errors
from openrouter_core.calling.answers import event_error, read_error
from openrouter_core.http.events import Event, EventDecoder
from openrouter_core.http.wire import Failure
from openrouter_core.result import Err, Ok, Result, all_ok
from openrouter_core.types.jsontext import UnreadableBodyError, parse_json
from openrouter_core.types.reading import read_value

if TYPE_CHECKING:
    from openrouter_core.calling.flow import Call
    from openrouter_core.http.wire import Opened, Request

__all__ = ["AsyncStream", "Stream"]  # what `openrouter_core` offers of it

T_co = TypeVar("T_co", covariant=True)
E_co = TypeVar("E_co", covariant=True)
DRAIN_SECONDS = 0.02


class Body(Generic[T_co, E_co]):
    """A body that is handed over, as results; an `Err` is the last of them."""

    media_type: ClassVar[str]  # what the `Content-Type` has to begin with; empty for any

    def __init__(self, call: Call, request: Request, opened: Opened, attempts: int) -> None:
        self.response, self._body = opened  # the head as hooks left it, and the exchange
        self._call, self._request, self._attempts = call, request, attempts
        self._ready: deque[Result[Any, Any]] = deque()
        self._is_over = False  # it has been read to its end, or to an error
        self._is_closed = False

    @property
    def _is_done(self) -> bool:
        return self._is_over or self._is_closed or self._body.is_closed

    def _hear(self, piece: bytes | Failure | None) -> None:
        if not self._is_closed:  # meanwhile
            self._ready.extend(self._take(piece))

    @abstractmethod
    def _take(self, piece: bytes | Failure | None) -> Iterable[Result[Any, Any]]:
        """Return what the next piece of the body means; `None` is its end."""

    def _failed(self, error: errors.SDKError) -> Err[Any]:
        """Return an error with what is known of the call: what was asked for has been done, and maybe paid."""
        error.attempts = self._attempts
        error.outcome = "not_applied" if self._call.operation.effect == "read" else "unknown"
        return Err(error)

    def _refused(self, data: str, fault: str | None) -> Err[Any]:
        """Return the error that an event is, or the one of a body that is not as promised: `fault` says why."""
        self._is_over = True
        mask, now = self._call.mask(self._request), self._call.time_of_day()
        return self._failed(event_error(self._call.operation, self.response, data, fault, mask=mask, now=now))

    def _broken_off(self, failure: Failure | None, reason: str) -> Err[Any]:
        """Return the error of a body that ended by a failure, or, for this `reason`, without one."""
        failure = failure or Failure(errors.RequestConnectionError, reason)
        return self._failed(self._call.aborted or self._call.unanswered(failure, self._request))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._call.operation.name})"

    def __reduce__(self) -> NoReturn:
        raise TypeError(f"{type(self).__name__} holds a connection and cannot be pickled; send what came of it")

    def __del__(self) -> None:
        if not self._body.is_closed:
            warnings.warn(f"unclosed {self!r}", ResourceWarning, stacklevel=2, source=self)


class SyncBody(Body[T_co, E_co], Iterator[Result[T_co, E_co]]):
    """A body that is handed over to synchronous code."""

    def __next__(self) -> Result[T_co, E_co]:
        while not self._ready and not self._is_done:
            self._hear(self._body.read())
        if not self._ready:
            self._body.finish(DRAIN_SECONDS)
            raise StopIteration
        return self._ready.popleft()

    def close(self) -> None:
        """Close the connection; iteration is over then. Any thread may, while another one waits for an event."""
        self._is_closed = True
        self._ready.clear()
        self._body.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class AsyncBody(Body[T_co, E_co], AsyncIterator[Result[T_co, E_co]]):
    """A body that is handed over to `async` code."""

    async def __anext__(self) -> Result[T_co, E_co]:
        while not self._ready and not self._is_done:
            self._hear(await self._body.read())
        if not self._ready:
            await self._body.finish(DRAIN_SECONDS)
            raise StopAsyncIteration
        return self._ready.popleft()

    async def aclose(self) -> None:
        """Close the connection; iteration is over then. Another task of the same event loop may do it."""
        self._is_closed = True
        self._ready.clear()
        await self._body.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()


class _Events(Body[T_co, E_co]):
    media_type = "text/event-stream"

    def __init__(self, call: Call, request: Request, opened: Opened, attempts: int) -> None:
        super().__init__(call, request, opened, attempts)
        self._decoder = EventDecoder(call.settings.max_response_bytes)
        self._may_end = False  # the event has come that the API documents as the last

    def _take(self, piece: bytes | Failure | None) -> Iterator[Result[Any, Any]]:
        if not isinstance(piece, bytes):
            self._is_over = True
            if piece is not None or not self._may_end:
                yield self._broken_off(piece, "the stream ended before its last event")
            return
        for event in self._decoder.feed(piece):
            if event.data.rstrip(" ") == "[DONE]":
                self._is_over = self._may_end = True
                return
            result = self._meaning(event)
            yield result
            if isinstance(result, Err):
                return
        if self._decoder.fault is not None:
            yield self._refused("", self._decoder.fault)

    def _collected(self, events: Result[list[T_co], E_co]) -> Result[list[T_co], E_co]:
        """Return all `events`; or an error when somebody closed the stream meanwhile, for a part is no result."""
        if isinstance(events, Err) or self._is_over:
            return events
        return self._failed(errors.SDKValidationError("is closed", parameter="stream"))

    def _meaning(self, event: Event) -> Result[Any, Any]:
        streaming = self._call.operation.streaming
        assert streaming is not None  # noqa: S101 - or it would not be a stream
        try:
            value = parse_json(event.data)
            fields = _fields_of(value)
            is_error = event.event == "error" or "error" in fields or "code" in fields
            if is_error and read_error(value) is not None:
                return self._refused(event.data, None)
            # The type stands in the data as well, and not every stream has lines with `event:`.
            self._may_end = event.event in streaming.last or fields.get("type") in streaming.last
            return Ok(read_value(streaming.event, value), response=self.response)
        except UnreadableBodyError as error:
            return self._refused(event.data, f"an event is not as promised: {error}")


def _fields_of(value: object) -> dict[str, object]:
    return cast("dict[str, object]", value) if isinstance(value, dict) else {}


class Stream(_Events[T_co, E_co], SyncBody[T_co, E_co]):
    """The events of a response, as they come: `with stream: for event in stream`.

    Each event is `Ok`; if the stream ends badly, one last `Err` tells why. It ends well only where the API says that it
    does: a body that just ends is an `Err`. Nothing is tried again. `timeout` is the longest silence, `deadline` bounds
    the whole. One that is left early is to be closed; a dropped one closes its connection with a `ResourceWarning`.

    Attributes:
        response: The HTTP response, without a body.
    """

    def collect(self) -> Result[list[T_co], E_co]:
        """Return all events that are still to come as one list, or the `Err` that ended the stream.

        If the stream is closed before its end, here or by another thread, that is an `Err`, too.
        """
        with self:
            return self._collected(all_ok(self))


class AsyncStream(_Events[T_co, E_co], AsyncBody[T_co, E_co]):
    """The events of a response, for `async` code: `async with stream: async for event in stream`; else as `Stream`."""

    async def collect(self) -> Result[list[T_co], E_co]:
        """Return all events that are still to come as one list, or the `Err` that ended the stream."""
        async with self:
            return self._collected(all_ok([event async for event in self]))

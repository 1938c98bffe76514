"""`Stream` and `AsyncStream`: the events of a response. `Body`, which they share with downloads, is read bit by bit."""

from __future__ import annotations

import warnings
from abc import abstractmethod
from collections import deque
from collections.abc import AsyncIterator, Iterable, Iterator
from typing import Any, ClassVar, Generic, NoReturn, Self, cast

from openrouter_core import errors
from openrouter_core.calling.answers import read_error, refusal, unanswered
from openrouter_core.calling.call import Call
from openrouter_core.http.events import Event, EventDecoder
from openrouter_core.http.exchange import OCCUPIED, Exchange
from openrouter_core.http.waiting import Steps, awaited, settled
from openrouter_core.http.wire import Failure, Request, Response
from openrouter_core.model import evolve
from openrouter_core.operation import Streaming
from openrouter_core.result import E_co, Err, Ok, Result, T_co, all_ok, answered
from openrouter_core.types.jsontext import UnreadableBodyError, parse_json
from openrouter_core.types.reading import read_value

__all__ = ["AsyncStream", "Stream"]  # what `openrouter_core` offers of it

DRAIN_SECONDS = 0.02


class Body(Generic[T_co, E_co]):
    """A body that is read chunk by chunk; an `Err` is its last result."""

    media_type: ClassVar[str]  # what the `Content-Type` has to begin with; empty for any
    _noun: ClassVar[str]

    def __init__(self, call: Call, request: Request, opened: Ok[Any], attempts: int) -> None:
        self.response = cast("Response", opened.response)  # the head as hooks left it
        self._body: Exchange = opened.value
        self._call, self._request, self._attempts = call, request, attempts
        self._ready: deque[Any] = deque()  # what came with the last chunk, and has not been asked for
        self._is_over = self._is_closed = False  # read to its end, or to an error; closed before that

    @abstractmethod
    def _came(self, piece: bytes | Failure | None) -> Iterable[Any]:
        """Return what the next chunk of the body brings; `None` is its end."""

    def _at_hand(self) -> Result[T_co, E_co] | None:
        """Return the next result of what has been read already, if there is one."""
        return self._ready.popleft() if self._ready and not self._is_closed else None

    def _following(self) -> Steps[Result[T_co, E_co] | None]:
        """Return the next result, `None` at the end."""
        try:
            while (found := self._at_hand()) is None and not (self._is_over or self._is_closed or self._body.is_closed):
                piece = yield from self._body.read()
                if piece is OCCUPIED:  # two tasks read it, and neither has all of it
                    self._is_closed = True
                    return self._broken_off(piece, "")
                self._ready.extend(() if self._is_closed else self._came(piece))  # meanwhile, by another thread or task
        except BaseException:  # a cancellation, or from a signal handler: an event may be lost
            self._is_over, self._is_closed = False, True
            raise
        if found is None:
            yield from self._body.finish(DRAIN_SECONDS)
        return found

    def _failed(self, error: errors.SDKError) -> Err[Any]:
        """Complete an error: the server may have done the work, and it may be charged."""
        error.attempts = self._attempts
        error.outcome = "not_applied" if self._call.operation.effect == "read" else "unknown"
        return Err(error)

    def _refused(self, data: str, fault: str | None) -> Err[Any]:
        """Return the error in an event, or that of a body that is not of the documented type: `fault` says why."""
        self._is_over = True
        self._ready.clear()
        event = evolve(self.response, body=data.encode("utf-8", "surrogatepass"))
        return self._failed(refusal(self._call, self._request, event, fault, is_event=True))

    def _broken_off(self, failure: Failure | None, reason: str) -> Err[Any]:
        """Return the error of a body that ended too early, because of a `failure` or else this `reason`."""
        failure = failure or Failure(errors.RequestConnectionError, reason)
        return self._failed(self._call.aborted or unanswered(self._call, self._request, failure))

    def _whole(self, parts: list[T_co]) -> Result[list[T_co], E_co]:
        """Return all `parts`, or an error if the body was closed before its end."""
        is_whole = self._is_over and not self._ready
        return Ok(parts) if is_whole else self._failed(errors.SDKValidationError("is closed", parameter=self._noun))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._call.operation.name})"

    def __reduce__(self) -> NoReturn:
        raise TypeError(f"{type(self).__name__} holds a connection and cannot be pickled; send what you read from it")

    def __del__(self) -> None:
        if not self._body.is_closed:
            warnings.warn(f"unclosed {self!r}", ResourceWarning, stacklevel=2, source=self)


class SyncBody(Body[T_co, E_co], Iterator[Result[T_co, E_co]]):
    """A body for synchronous code."""

    def __next__(self) -> Result[T_co, E_co]:
        if (result := settled(self._following())) is None:
            raise StopIteration
        return result

    def close(self) -> None:
        """Close the connection and end the iteration. Another thread may call it while this one waits for an event."""
        self._is_closed = True
        settled(self._body.closed())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class AsyncBody(Body[T_co, E_co], AsyncIterator[Result[T_co, E_co]]):
    """A body for `async` code."""

    async def __anext__(self) -> Result[T_co, E_co]:
        if (result := await awaited(self._following())) is None:
            raise StopAsyncIteration
        return result

    async def aclose(self) -> None:
        """Close the connection and end the iteration. Another task of the same event loop may call it."""
        self._is_closed = True
        await awaited(self._body.closed())

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()


class _Events(Body[T_co, E_co]):
    media_type, _noun = "text/event-stream", "stream"
    _may_end = False  # the event has come that the API documents as the last

    def __init__(self, call: Call, request: Request, opened: Ok[Any], attempts: int) -> None:
        super().__init__(call, request, opened, attempts)
        self._decoder = EventDecoder(call.settings.max_response_bytes)
        self._streaming = cast("Streaming[Any]", call.operation.streaming)

    def _came(self, piece: bytes | Failure | None) -> list[Any]:
        came: list[Any] = self._decoder.feed(piece) if isinstance(piece, bytes) else [piece]
        return came if self._decoder.fault is None else [*came, self._decoder.fault]

    def _at_hand(self) -> Result[T_co, E_co] | None:
        """Return the next event, which is read only now: a chunk may bring hundreds."""
        while self._ready and not self._is_closed:
            came: Event | str | Failure | None = self._ready.popleft()  # a text is the decoder's fault
            if isinstance(came, str):
                return self._refused("", came)
            if not isinstance(came, tuple):
                self._is_over, is_end = True, came is None and self._may_end
                return None if is_end else self._broken_off(came, "the stream ended before its last event")
            kind, data = came
            try:
                value: dict[str, object] = parse_json(data)  # as a rule
                fields = value if type(value) is dict else {}
                tells = "error" in fields or "code" in fields
                if tells and fields.get("type", "error") != "error" and type(fields.get("error")) is str:
                    tells = False  # of an error that is not the stream's, such as of one model of several
                if (kind == "error" or tells) and read_error(value) is not None:
                    return self._refused(data, None)
                if last := self._streaming.last:  # by its line `event:`, or by its data alone
                    self._may_end = kind in last or fields.get("type") in last
                return answered(read_value(self._streaming.event, value), self.response)
            except UnreadableBodyError as error:
                if data.rstrip(" ") != "[DONE]":
                    return self._refused(data, f"an event is not as promised: {error}")
                self._is_over = self._may_end = True
                self._ready.clear()
        return None


class Stream(_Events[T_co, E_co], SyncBody[T_co, E_co]):
    """The events of a response, as they arrive: `with stream: for event in stream`.

    Each event is `Ok`; if the stream fails, one last `Err` says why. It succeeds only if it ends as the API documents:
    a body that ends earlier is an `Err`. There is no retry. `timeout` limits the time without any data, `deadline` the
    whole stream. Close a stream that you leave early; a dropped one closes its connection with a `ResourceWarning`.

    Attributes:
        response: The HTTP response, without a body.
    """

    def collect(self) -> Result[list[T_co], E_co]:
        """Return the remaining events as a list, or the `Err` that ended them. A stream closed early is an `Err`."""
        with self:
            return all_ok(self).and_then(self._whole)


class AsyncStream(_Events[T_co, E_co], AsyncBody[T_co, E_co]):
    """`Stream` for `async` code: `async with stream: async for event in stream`."""

    async def collect(self) -> Result[list[T_co], E_co]:
        """Return the remaining events as a list, or the `Err` that ended them. A stream closed early is an `Err`."""
        async with self:
            return all_ok([event async for event in self]).and_then(self._whole)

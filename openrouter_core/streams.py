"""`Stream` and `AsyncStream`: the events of a response, each a `Result`, as they come."""

from __future__ import annotations

import warnings
from collections import deque
from typing import TYPE_CHECKING, Any, Generic, NoReturn, Self, TypeVar

from openrouter_core.result import Err, Ok, Result

if TYPE_CHECKING:
    from openrouter_core.calling.listening import Listener, Receiver

__all__ = ["AsyncStream", "Stream"]  # what `openrouter_core` offers of it

T_co = TypeVar("T_co", covariant=True)
E_co = TypeVar("E_co", covariant=True)
DRAIN_SECONDS = 0.02


class AnyBody(Generic[T_co, E_co]):
    """A body that is handed over: what sync and async ones have in common."""

    def __init__(self, body: Any, listener: Listener[Any] | Receiver) -> None:  # noqa: ANN401 - sync or async
        self._body = body
        self._listener = listener
        self._is_closed = False
        self._ready: deque[Result[Any, Any]] = deque()
        self.response = listener.opening.head

    @property
    def _is_over(self) -> bool:
        return self._is_closed or self._listener.is_over or self._body.is_closed

    def _hear(self, piece: Any) -> None:  # noqa: ANN401 - of a body
        if not self._is_closed:  # meanwhile
            self._ready.extend(self._listener.take(piece))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._listener.opening.call.operation.name})"

    def __reduce__(self) -> NoReturn:
        raise TypeError(f"{type(self).__name__} holds a connection and cannot be pickled; send what came of it")

    def __del__(self) -> None:
        if not self._body.is_closed:
            warnings.warn(f"unclosed {self!r}", ResourceWarning, stacklevel=2, source=self)


class Body(AnyBody[T_co, E_co]):
    """A body that is handed over, as results."""

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> Result[T_co, E_co]:
        while not self._ready and not self._is_over:
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


class AsyncBody(AnyBody[T_co, E_co]):
    """A body that is handed over, as results, for `async` code."""

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> Result[T_co, E_co]:
        while not self._ready and not self._is_over:
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


class Stream(Body[T_co, E_co]):
    """The events of a response, as they come: `with stream: for event in stream`.

    Each event is `Ok`; if the stream ends badly, one last `Err` tells why. It ends well only where the API says that it
    does: a body that just ends is an `Err`. Nothing is tried again. `timeout` is the longest silence, `deadline` bounds
    the whole. One that is left early is to be closed; a dropped one closes its connection with a `ResourceWarning`.

    Attributes:
        response: The HTTP response, without a body.
    """

    def collect(self) -> Result[list[T_co], E_co]:
        """Return all events that are still to come as one list, or the `Err` that ended the stream."""
        with self:
            return _gathered(list(self))


class AsyncStream(AsyncBody[T_co, E_co]):
    """The events of a response, for `async` code: `async with stream: async for event in stream`; else as `Stream`."""

    async def collect(self) -> Result[list[T_co], E_co]:
        """Return all events that are still to come as one list, or the `Err` that ended the stream."""
        async with self:
            return _gathered([event async for event in self])


def _gathered(events: list[Result[Any, Any]]) -> Result[list[Any], Any]:
    if events and isinstance(events[-1], Err):
        return events[-1]
    return Ok([event.value for event in events])

"""What sends for async: how a `Transport` waits in asyncio's event loop."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, TypeVar
from weakref import ref

from openrouter_core.errors import SDKValidationError
from openrouter_core.http.attempt import ABORT_POLL_SECONDS
from openrouter_core.http.exchange import Trace
from openrouter_core.http.insides import load_late_imports
from openrouter_core.http.loops import AsyncBackend, sheltered
from openrouter_core.http.steps import Steps, awaited
from openrouter_core.http.transport import Sending, Transport

load_late_imports()
T = TypeVar("T")
PIECES_IN_A_TURN = 32  # then other tasks have theirs: bytes that have come are read without waiting


class AsyncTransport(Transport):
    """Sends over an `httpx.AsyncClient`: the given one, or those of its own. It belongs to one event loop."""

    kind = "AsyncClient"
    parameter = "async_http_client"
    backend = AsyncBackend
    blocks = False
    closes = "aclose"
    iterate = staticmethod(aiter)
    run = staticmethod(awaited)
    shelter = staticmethod(sheltered)
    slots = staticmethod(asyncio.Semaphore)
    orderly = (SDKValidationError, asyncio.CancelledError)
    _turn = 0

    def wait(self, awaitable: Awaitable[T]) -> Steps[T]:
        return (yield from awaitable.__await__())

    def next_piece(self, pieces: Any) -> Steps[bytes | None]:  # noqa: ANN401
        self._turn += 1
        if not self._turn % PIECES_IN_A_TURN:
            yield from self.wait(asyncio.sleep(0))
        return (yield from self.wait(anext(pieces, None)))

    def observer(self, trace: Trace) -> Callable[[str, Any], Coroutine[Any, Any, None]]:
        async def note(event: str, info: dict[str, Any]) -> None:
            trace.note(event, info)

        return note

    def slot(self, slots: asyncio.Semaphore, seconds: float) -> Steps[Callable[[], object] | None]:
        return self.wait(_slot(slots, seconds))

    def watch(self, sending: Sending) -> None:
        """Look every 20 ms whether the caller's switch is set, which nobody can wait for."""
        known, abort = ref(sending), sending.attempt.abort

        def look() -> None:
            watched = known()
            if abort is None or watched is None or watched.is_closed:
                return
            if abort.is_set():
                watched.shut_down()
            else:
                asyncio.get_running_loop().call_later(ABORT_POLL_SECONDS, look)

        look()


async def _slot(slots: asyncio.Semaphore, seconds: float) -> Callable[[], object] | None:
    try:
        async with asyncio.timeout(seconds if slots.locked() else None):
            await slots.acquire()
    except TimeoutError:
        return None
    return slots.release

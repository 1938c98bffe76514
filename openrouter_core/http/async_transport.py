"""How calls and their connections wait in asyncio's event loop, and what becomes of one that is cancelled."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import suppress
from importlib import import_module
from itertools import count
from typing import Any, TypeVar, cast
from weakref import ref

import httpcore

from openrouter_core.errors import SDKValidationError
from openrouter_core.http.attempt import ABORT_POLL_SECONDS, ATTEMPT, Attempt, Clock
from openrouter_core.http.exchange import Exchange, Transport
from openrouter_core.http.steps import Steps, awaited
from openrouter_core.http.streams import Backend, is_readable

for name in ("anyio._backends._asyncio", "sniffio"):  # httpcore would load them in the midst of a first call
    with suppress(ImportError):
        import_module(name)

T = TypeVar("T")
PIECES_IN_A_TURN = 32  # then other tasks have theirs: bytes that have come are read without waiting
_this_task: Any = asyncio.current_task
MOST_TURNS = 32  # anyio's locks take one each; in a scope that is cancelled, they take turns until they are, too


class AsyncBackend(Backend, httpcore.AsyncNetworkBackend):
    orderly = (SDKValidationError, asyncio.CancelledError)
    run = staticmethod(awaited)

    def receive(self, connection: socket.socket, most: int) -> Steps[bytes]:
        if is_readable(connection.fileno()):  # `sock_recv` does not wait then: a flood would let nobody else run
            yield from _wait(asyncio.sleep(0))
            ATTEMPT.get().left()
        return (yield from _wait(asyncio.get_running_loop().sock_recv(connection, most)))

    def send(self, connection: socket.socket, data: memoryview) -> Steps[None]:
        yield from _wait(asyncio.get_running_loop().sock_sendall(connection, data))

    def addresses(self, host: str, port: int) -> Steps[list[Any]]:
        return (yield from _wait(asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)))

    def begin(self, opening: socket.socket, address: Any) -> asyncio.Task[None]:  # noqa: ANN401
        loop = asyncio.get_running_loop()
        return loop.create_task(loop.sock_connect(opening, address))

    def arrived(self, racing: Iterable[Any], seconds: float | None) -> Steps[list[tuple[Any, BaseException | None]]]:
        done, _ = yield from _wait(asyncio.wait(racing, timeout=seconds, return_when=asyncio.FIRST_COMPLETED))
        return [(task, task.exception()) for task in done]

    def abandon(self, racer: asyncio.Task[None], opening: socket.socket) -> None:
        racer.cancel()
        racer.add_done_callback(lambda _: opening.close())  # when the loop has let go of it


def _wait(awaitable: Awaitable[T]) -> Steps[T]:
    try:
        return (yield from awaitable.__await__())
    except asyncio.CancelledError:  # by `sheltered`
        raise TimeoutError("the time is over") from None


def sheltered(work: Steps[T], attempt: Attempt) -> Steps[T]:
    """Return what `work` returns, which uses connections of this file in the task that waits here.

    A task that is cancelled inside httpcore 1.0.9 can keep its pool slot for good (encode/httpcore#1093). So `work`
    never sees the cancellation. What it waits for in the network times out instead, and it runs on to its end without
    waiting: a connection begins nothing more for an attempt that is abandoned. Then the cancellation goes on from here.
    """
    expired: list[bool] = []
    errors: list[BaseException] = []  # what is in a variable would keep this frame, and this frame would keep it
    while True:
        try:
            waited = work.throw(errors.pop()) if errors else work.send(None)
        except StopIteration as stop:
            return cast("T", stop.value)
        timer, cancelled = None, _this_task().cancelling()
        expired.clear()
        if waited is not None and attempt.until is not None:
            left = attempt.until - Clock.monotonic()
            timer = asyncio.get_running_loop().call_later(left, lambda waited: expired.append(waited.cancel()), waited)
        try:
            yield waited
        except BaseException as error:
            is_late = isinstance(error, asyncio.CancelledError) and expired and _this_task().cancelling() == cancelled
            if attempt.connection is None or isinstance(error, Exception) or is_late:
                errors.append(error)  # of what was waited for; or httpx's own pool, say, is left to itself
                continue
            attempt.abandoned = True
            _finish(work, waited)
            raise
        finally:
            if timer is not None:
                timer.cancel()


def _finish(work: Steps[Any], waited: asyncio.Future[Any] | None) -> None:
    """Run on without waiting; what was waited for counts as cancelled, but not a mere turn of the loop."""
    with suppress(Exception, asyncio.CancelledError):  # at the latest `StopIteration`
        for turn in count(1):  # pragma: no branch - it ends by an exception
            if waited is None and turn % MOST_TURNS:
                waited = work.send(None)
            else:
                if waited is not None:
                    waited.cancel()
                waited = work.throw(asyncio.CancelledError())


class AsyncTransport(Transport):
    """Sends over an `httpx.AsyncClient`, the given one or our own. It belongs to one event loop."""

    kind = "AsyncClient"
    parameter = "async_http_client"
    backend = AsyncBackend
    blocks = False
    closes = "aclose"
    notes = "note_async"
    iterate = staticmethod(aiter)
    shelter = staticmethod(sheltered)
    slots = staticmethod(asyncio.Semaphore)
    _turn = 0

    def wait(self, awaitable: Awaitable[T]) -> Steps[T]:
        return (yield from awaitable.__await__())

    async def next_piece(self, pieces: AsyncIterator[bytes]) -> bytes | None:
        self._turn += 1
        if not self._turn % PIECES_IN_A_TURN:
            await asyncio.sleep(0)
        return await anext(pieces, None)

    async def slot(self, slots: asyncio.Semaphore, seconds: float) -> Callable[[], object] | None:
        try:
            async with asyncio.timeout(seconds if slots.locked() else None):
                await slots.acquire()
        except TimeoutError:
            return None
        return slots.release

    def watch(self, exchange: Exchange) -> None:
        """Look every 20 ms whether the caller's switch is set, which nobody can wait for."""
        known, abort = ref(exchange), exchange.attempt.abort

        def look() -> None:
            watched = known()
            if abort is None or watched is None or watched.is_closed:
                return
            if abort.is_set():
                watched.shut_down()
            else:
                asyncio.get_running_loop().call_later(ABORT_POLL_SECONDS, look)

        look()

"""How calls and their connections wait in asyncio's event loop."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import suppress
from importlib import import_module
from operator import methodcaller
from typing import Any, cast

import httpx

from openrouter_core.http.boundary import current_exception
from openrouter_core.http.clients import AsyncClient, Transport
from openrouter_core.http.streams import Backend, is_readable
from openrouter_core.http.waiting import Steps, T, awaited

for name in ("anyio._backends._asyncio", "sniffio"):  # httpcore would load them in the midst of a first call
    with suppress(ImportError):
        import_module(name)

PIECES_IN_A_TURN = 32  # then other tasks have theirs: bytes that have come are read without waiting


class AsyncBackend(Backend):
    run = staticmethod(awaited)

    def receive(self, connection: socket.socket, most: int) -> Steps[bytes]:
        if is_readable(connection.fileno()):  # `sock_recv` does not wait then: a flood would let nobody else run
            yield
        return (yield from self.within(asyncio.get_running_loop().sock_recv, connection, most))

    def send(self, connection: socket.socket, data: memoryview) -> Steps[None]:
        yield from self.within(asyncio.get_running_loop().sock_sendall, connection, data)

    def addresses(self, host: str, port: int) -> Steps[list[Any]]:
        return (yield from self.within(asyncio.get_running_loop().getaddrinfo, host, port, type=socket.SOCK_STREAM))

    def begin(self, opening: socket.socket, address: Any) -> asyncio.Task[None]:  # noqa: ANN401
        return asyncio.ensure_future(asyncio.get_running_loop().sock_connect(opening, address))

    def arrived(self, racing: Iterable[Any], seconds: float | None) -> Steps[list[tuple[Any, BaseException | None]]]:
        done, _ = yield from self.within(asyncio.wait, racing, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
        return [(task, task.exception()) for task in done]

    def abandon(self, racer: asyncio.Task[None], opening: socket.socket) -> None:
        racer.cancel()
        racer.add_done_callback(lambda _: opening.close())  # when the loop has let go of it

    def within(self, begin: Callable[..., Awaitable[T]], *given: Any, **named: Any) -> Steps[T]:  # noqa: ANN401
        """Await it while time and switch allow; `asyncio.timeout` takes three times the time."""
        task, self._is_over = cast("asyncio.Task[Any]", asyncio.current_task()), False
        before = task.cancelling()
        self._timer = task.get_loop().call_later(self.next_look(), self._look, task)
        try:
            return (yield from begin(*given, **named).__await__())
        finally:  # whatever was raised: a client that was given may have caught the cancellation
            self._timer.cancel()
            if self._is_over and task.uncancel() <= before and isinstance(current_exception(), asyncio.CancelledError):
                raise TimeoutError("the time is over") from None

    def _look(self, task: asyncio.Task[Any]) -> None:
        try:
            self._timer = task.get_loop().call_later(self.next_look(), self._look, task)
        except TimeoutError:
            self._is_over = task.cancel()


class AsyncTransport(Transport):
    """Sends over an `httpx.AsyncClient`, the given one or our own. It belongs to one event loop."""

    parameter = "async_http_client"
    backend = AsyncBackend
    client = AsyncClient
    transport = httpx.AsyncHTTPTransport
    blocks = False
    wait = staticmethod(methodcaller("__await__"))
    pause = staticmethod(asyncio.sleep)
    slots = staticmethod(asyncio.Semaphore)
    _turn = 0

    async def next_piece(self, pieces: AsyncIterator[bytes], end: None) -> bytes | None:
        self._turn += 1
        if not self._turn % PIECES_IN_A_TURN:
            await asyncio.sleep(0)
        return await anext(pieces, end)

    async def slot(self, slots: asyncio.Semaphore, seconds: float) -> Callable[[], object] | None:
        try:
            async with asyncio.timeout(seconds if slots.locked() else None):
                await slots.acquire()
        except TimeoutError:
            return None
        return slots.release

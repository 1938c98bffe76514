"""What sends for async: the counterpart of `transport`, over asyncio."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Coroutine
from contextlib import suppress
from typing import Any, TypeVar, cast

from openrouter_core.errors import SDKValidationError
from openrouter_core.http.attempt import ABORT_POLL_SECONDS, ATTEMPT, Clock
from openrouter_core.http.boundary import current_exception, raise_interruption
from openrouter_core.http.clients import Clients, give_up
from openrouter_core.http.exchange import Exchange
from openrouter_core.http.insides import connection_with_unread_bytes, load_late_imports
from openrouter_core.http.loops import AsyncBackend, sheltered
from openrouter_core.http.transport import NO_SLOT, OF_THE_PARENT, Reply, Transport
from openrouter_core.http.wire import Failure, Opened, Send

load_late_imports()
T = TypeVar("T")
PIECES_IN_A_TURN = 32  # then other tasks have theirs: bytes that have come are read without waiting


class AsyncTransport(Transport):
    """Sends over an `httpx.AsyncClient`: the given one, or those of its own. It belongs to one event loop."""

    kind = "AsyncClient"
    parameter = "async_http_client"
    backend = AsyncBackend
    semaphore = asyncio.Semaphore
    orderly = (SDKValidationError, asyncio.CancelledError)

    async def send(self, step: Send, clients: Clients) -> Reply:
        """Send the request, and read the response to its end, its greatest size or the deadline, or hand it over."""
        while self.dropped:
            await cast("AsyncExchange", self.dropped.popleft()).close()
        exchange = AsyncExchange(self._library, step, clients, self.dropped)
        with exchange.held as held:
            if clients.given is None:
                left = min(step.timeouts.pool, step.deadline - Clock.monotonic())
                try:
                    async with asyncio.timeout(left if clients.slots.locked() else None):
                        await clients.slots.acquire()
                except TimeoutError:
                    return NO_SLOT
                held.callback(clients.slots.release)
            reply = await exchange.run(exchange.begin)
            if isinstance(reply, Opened):
                self.hand_over(exchange, held, clients)
            return reply


class AsyncExchange(Exchange):
    _pieces: AsyncGenerator[bytes]
    _is_reading = False
    _watch: asyncio.TimerHandle | None = None
    _turn = 0

    async def run(self, operation: Callable[[], Coroutine[Any, Any, T]]) -> T | Reply:
        """Return what `operation` returns, or what the exception means that ends the exchange."""
        guarded = self._guarded(operation)
        return await (guarded if self._clients.given is not None else sheltered(guarded, self.attempt))

    async def _guarded(self, operation: Callable[[], Coroutine[Any, Any, T]]) -> T | Reply:
        token, outside = ATTEMPT.set(self.attempt), current_exception()
        try:
            return await operation()
        except BaseException as error:
            raise_interruption(error, outside)
            if self.attempt.connection is not None:
                give_up(self.attempt)
                await self.attempt.connection.aclose()
            if not isinstance(error, Exception):
                raise
            return self.failure(error)
        finally:
            with suppress(ValueError):  # a coroutine that is closed from elsewhere has that context
                ATTEMPT.reset(token)

    async def begin(self) -> Reply:
        trace = self._trace  # the connection holds it, and must not hold this

        async def note(event: str, info: dict[str, Any]) -> None:
            trace.note(event, info)

        client = self._clients.client_for(self._step.request.url)
        self._response = response = await client.send(  # in one expression: a request in a frame would show its body
            self.request(note), stream=True, auth=self.auth(client), follow_redirects=False
        )
        self.take_head(response)
        whole = self._library.ByteStream(response.content) if self._decoded else response.stream
        self._pieces = cast("AsyncGenerator[bytes]", aiter(whole))
        opened = self.opened()
        if opened is not None:
            return opened
        try:
            while (piece := await self._piece()) is not None:
                self.take(piece)
        finally:
            await response.aclose()
            response.stream = None
        return self.response()

    async def _piece(self) -> bytes | None:
        piece = await anext(self._pieces, None)
        self._turn += 1
        if not self._turn % PIECES_IN_A_TURN:
            await asyncio.sleep(0)
        if piece is not None:
            self.look()
        dirty = connection_with_unread_bytes(self._response) if piece is None else None
        if dirty is not None:
            await dirty.aclose()
        return piece

    async def read(self) -> bytes | Failure | None:
        """Return the next piece of a body that was handed over; `None` at its end, and when it is closed."""
        if not self.is_of_this_process:
            return OF_THE_PARENT
        self._is_reading = True
        self._look()
        try:
            piece = None if self.is_closed else await self.run(self._piece)
        except BaseException:  # it is closed by then
            self.is_closed = True
            self.held.close()
            raise
        finally:
            self._is_reading = False
            if self._watch is not None:
                self._watch.cancel()
        if self.is_closed or not isinstance(piece, bytes):
            was_closed = self.is_closed
            await self.close()
            return None if was_closed else cast("Failure | None", piece)
        return piece

    def _look(self) -> None:
        """Look every 20 ms whether the caller's switch is set, which nobody can wait for."""
        abort = self.attempt.abort
        if abort is not None and abort.is_set():
            self.shut_down()
        elif abort is not None:
            self._watch = asyncio.get_running_loop().call_later(ABORT_POLL_SECONDS, self._look)

    async def finish(self, seconds: float) -> None:
        """Read to the end if that takes no longer, so that the connection can be used again; then close."""
        self.attempt.deadline = min(self.attempt.deadline, Clock.monotonic() + seconds)
        while isinstance(await self.read(), bytes):
            pass
        await self.close()

    async def close(self) -> None:
        """Close the connection, unless the body has been read to its end."""
        self.is_closed = True
        if self._is_reading:  # another task, which closes it then
            self.shut_down()
            return
        try:
            await self.run(self._close)
        finally:
            self.held.close()

    async def _close(self) -> None:
        await self._pieces.aclose()
        await self._response.aclose()

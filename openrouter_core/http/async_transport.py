"""What sends for async: the counterpart of `transport`, over asyncio."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterable
from contextlib import suppress
from typing import Any, cast

from openrouter_core.errors import SDKValidationError
from openrouter_core.http.attempt import ATTEMPT, Attempt, Clock
from openrouter_core.http.boundary import current_exception, raise_interruption
from openrouter_core.http.clients import Clients, give_up
from openrouter_core.http.exchange import Exchange
from openrouter_core.http.insides import connection_with_unread_bytes, load_late_imports
from openrouter_core.http.loops import AsyncBackend, sheltered
from openrouter_core.http.transport import NO_SLOT, Reply, Transport
from openrouter_core.http.wire import Send

load_late_imports()
CHUNKS_IN_A_TURN = 32  # then other tasks have theirs: bytes that have come are read without waiting


class AsyncTransport(Transport):
    """Sends over an `httpx.AsyncClient`: the given one, or those of its own. It belongs to one event loop."""

    kind = "AsyncClient"
    parameter = "async_http_client"
    backend = AsyncBackend
    semaphore = asyncio.Semaphore
    orderly = (SDKValidationError, asyncio.CancelledError)

    async def send(self, step: Send, clients: Clients) -> Reply:
        """Send the request, and read the response to its end, its greatest size or the deadline."""
        attempt = Attempt(step.deadline)
        if clients.given is not None:
            return await self._exchange(step, clients, attempt)
        left = min(step.timeouts.pool, step.deadline - Clock.monotonic())
        try:
            async with asyncio.timeout(left if clients.slots.locked() else None):
                await clients.slots.acquire()
        except TimeoutError:
            return NO_SLOT
        try:
            return await sheltered(self._exchange(step, clients, attempt), attempt)
        finally:
            clients.slots.release()

    async def _exchange(self, step: Send, clients: Clients, attempt: Attempt) -> Reply:
        exchange, outside = Exchange(self._library, step), current_exception()
        token = ATTEMPT.set(attempt)

        async def note(event: str, info: dict[str, Any]) -> None:
            exchange.trace.note(event, info)

        try:
            client = clients.client_for(step.request.url)
            response = await client.send(  # in one expression: a request in a frame of ours would show its body
                exchange.request(note), stream=True, auth=exchange.auth(client), follow_redirects=False
            )
            try:
                exchange.begin(response)
                if not response.is_stream_consumed:
                    async for chunk in cast("AsyncIterable[bytes]", response.stream):
                        exchange.take(chunk)
                        if not len(exchange.chunks) % CHUNKS_IN_A_TURN:
                            await asyncio.sleep(0)
                dirty = connection_with_unread_bytes(response)
                if dirty is not None:
                    await dirty.aclose()
            finally:
                await response.aclose()
                response.stream = None
            return exchange.response()
        except BaseException as error:
            raise_interruption(error, outside)
            if attempt.connection is not None:
                give_up(attempt)
                await attempt.connection.aclose()
            if not isinstance(error, Exception):
                raise
            return exchange.failure(error, own=clients.given is None)
        finally:
            with suppress(ValueError):  # a coroutine that is closed from elsewhere has that context
                ATTEMPT.reset(token)

"""What sends for async: the counterpart of `transport`, over asyncio."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, Any, cast

from openrouter_core.errors import SDKValidationError
from openrouter_core.http.attempt import ATTEMPT, Attempt, Clock
from openrouter_core.http.boundary import current_exception, raise_interruption
from openrouter_core.http.exchange import Exchange
from openrouter_core.http.insides import connection_with_unread_bytes, load_late_imports
from openrouter_core.http.streams import AsyncBackend
from openrouter_core.http.transport import NO_SLOT, Transport

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterable

    from openrouter_core.http.clients import Clients
    from openrouter_core.http.transport import Reply
    from openrouter_core.http.wire import Send


load_late_imports()


class AsyncTransport(Transport):
    """Sends over an `httpx.AsyncClient`: the given one, or those of its own. It belongs to one event loop."""

    kind = "AsyncClient"
    parameter = "async_http_client"
    backend = AsyncBackend
    semaphore = asyncio.Semaphore
    orderly = (SDKValidationError, asyncio.CancelledError, GeneratorExit)

    def __init__(self, client: object) -> None:
        super().__init__(client)
        self._end_of_loop: AsyncGenerator[None] | None = None

    async def _close_with_the_loop(self) -> AsyncGenerator[None]:
        """Close the clients when the event loop ends: `asyncio.run` closes each asynchronous generator before it."""
        try:
            yield
        finally:
            if self._clients is not None:
                self._clients.close()

    async def send(self, step: Send, clients: Clients) -> Reply:
        """Send the request, and read the response to its end, its greatest size or the deadline.

        Over clients of ours it is sent in a task of its own, and when the caller is cancelled that task is not: what
        it waits for in the network ends, so that httpcore sees a timeout and puts its pool in order.
        """
        if self._end_of_loop is None:
            self._end_of_loop = self._close_with_the_loop()
            await anext(self._end_of_loop)
        if clients.given is not None:
            return await self._exchange(step, clients, Attempt(step.deadline))
        if clients.slots.locked():
            try:
                async with asyncio.timeout(min(step.timeouts.pool, step.deadline - Clock.monotonic())):
                    await clients.slots.acquire()
            except TimeoutError:
                return NO_SLOT
        else:
            await clients.slots.acquire()  # which does not wait
        loop, attempt = asyncio.get_running_loop(), Attempt(step.deadline)
        task = loop.create_task(self._exchange(step, clients, attempt))
        task.add_done_callback(lambda _: clients.slots.release())
        try:
            await asyncio.wait((task,))
        except asyncio.CancelledError:
            attempt.abandon()
            await asyncio.wait((task,))  # some steps of the loop; a second cancellation ends this wait alone
            raise
        finally:
            if not task.done() and not loop.is_closed():
                attempt.abandon()
        return task.result()

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
                dirty = connection_with_unread_bytes(response)
                if dirty is not None:
                    await dirty.aclose()
            finally:
                await response.aclose()
            return exchange.response()
        except Exception as error:  # noqa: BLE001 - httpx raises more than its own exceptions
            raise_interruption(error, outside)
            if attempt.connection is not None:  # a tunnel whose handshake failed would keep its pool slot
                await attempt.connection.aclose()
            if clients.given is None and isinstance(error, SDKValidationError):  # the environment is wrong
                return error.without_traceback()
            return exchange.failure(error)
        finally:
            with suppress(ValueError):  # a coroutine that is closed from elsewhere has that context
                ATTEMPT.reset(token)

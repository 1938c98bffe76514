"""What sends: a request goes out and its response comes back. `async_transport` has the same for async."""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager
from queue import Empty, SimpleQueue
from types import ModuleType
from typing import TYPE_CHECKING, TypeAlias, cast

from openrouter_core.errors import RequestTimeoutError, SDKValidationError
from openrouter_core.http.attempt import ATTEMPT, Attempt, Clock
from openrouter_core.http.boundary import current_exception, raise_interruption, read
from openrouter_core.http.clients import Clients, give_up, library_of
from openrouter_core.http.exchange import Exchange
from openrouter_core.http.insides import connection_with_unread_bytes
from openrouter_core.http.sockets import SyncBackend
from openrouter_core.http.streams import Backend
from openrouter_core.http.wire import Failure, Response, Send

if TYPE_CHECKING:
    import asyncio

Reply: TypeAlias = Response | Failure | SDKValidationError

NO_SLOT = Failure(RequestTimeoutError, "no connection was free", sent=False, transient=True, waited=True)


def _slots(count: int) -> SimpleQueue[None]:
    """Return what calls take a slot from: a queue in C, which no exception of a signal handler leaves locked."""
    slots: SimpleQueue[None] = SimpleQueue()
    for _ in range(count):
        slots.put(None)
    return slots


class Transport:
    """What sync and async have in common: which clients are in use, and when they are to be closed.

    That is when the core is closed and no call uses them any more: a thread that reads from a closed socket may get
    another's bytes, when the system gives its number away again.
    """

    kind: str
    parameter: str
    backend: type[Backend]
    semaphore: Callable[[int], SimpleQueue[None] | asyncio.Semaphore]
    most_connections = 100
    orderly: tuple[type[BaseException], ...] = (SDKValidationError,)
    """What may end a call and leave httpcore's pool as it should be."""

    def __init__(self, given: object) -> None:
        self._given = given
        self._lock = threading.RLock()  # a signal handler may close the core in the midst of it
        self._closed = False
        self._library = self.library
        self._clients: Clients | None = self._opened()

    @property
    def library(self) -> ModuleType:
        """The module of the client; raise `SDKValidationError` when a given one is none, or has been closed since."""
        return read(self.parameter, library_of, self._given, self.kind, self.parameter)

    def _opened(self) -> Clients:
        return Clients(self._given, self.backend(), self.semaphore(self.most_connections))

    @contextmanager
    def in_use(self) -> Generator[Clients]:
        """Give one call what it sends with, and keep it open meanwhile; raise `SDKValidationError` when closed.

        What ends a call and is not orderly (an interrupt, a signal handler's exception) may have come anywhere in
        httpcore, and what its pool knows may be wrong: later calls get other clients.
        """
        with self._lock:
            if self._closed:
                raise SDKValidationError("is closed; call inside its with block, or build another", parameter="core")
            clients = self._clients = self._clients or self._opened()
            clients.calls += 1
        try:
            yield clients
        except self.orderly:
            raise
        except BaseException:
            with self._lock:
                self._clients = None if clients is self._clients else self._clients
            raise
        finally:
            with self._lock:
                clients.calls -= 1
            self._close_unused(clients)

    def close(self) -> None:
        """Close the clients when the calls under way are over, unless one was given."""
        self._closed = True
        self._close_unused(self._clients)

    def _close_unused(self, clients: Clients | None) -> None:
        if clients is not None and not clients.calls and (self._closed or clients is not self._clients):
            clients.close()


class SyncTransport(Transport):
    """Sends over an `httpx.Client`: the given one, or those of its own."""

    kind = "Client"
    parameter = "http_client"
    backend = SyncBackend
    semaphore = staticmethod(_slots)

    def send(self, step: Send, clients: Clients) -> Reply:
        """Send the request, and read the response to its end, its greatest size or the deadline."""
        if clients.given is not None:
            return self._exchange(step, clients)
        try:
            clients.slots.get(timeout=max(0.0, min(step.timeouts.pool, step.deadline - Clock.monotonic())))
        except Empty:
            return NO_SLOT
        try:
            return self._exchange(step, clients)
        finally:
            clients.slots.put(None)

    def _exchange(self, step: Send, clients: Clients) -> Reply:
        exchange, attempt, outside = Exchange(self._library, step), Attempt(step.deadline), current_exception()
        token = ATTEMPT.set(attempt)
        try:
            client = clients.client_for(step.request.url)
            response = client.send(  # in one expression: a request in a frame of ours would show its body
                exchange.request(exchange.trace.note), stream=True, auth=exchange.auth(client), follow_redirects=False
            )
            try:
                exchange.begin(response)
                if not response.is_stream_consumed:
                    for chunk in cast("Iterable[bytes]", response.stream):  # iter_raw() would close it at its end
                        exchange.take(chunk)
                dirty = connection_with_unread_bytes(response)
                if dirty is not None:
                    dirty.close()
            finally:
                response.close()
                response.stream = None  # a circle, which would keep the request's body until a collection
            return exchange.response()
        except Exception as error:  # noqa: BLE001 - httpx raises more than its own exceptions
            raise_interruption(error, outside)
            if attempt.connection is not None:
                give_up(attempt)
                attempt.connection.close()
            return exchange.failure(error, own=clients.given is None)
        finally:
            ATTEMPT.reset(token)

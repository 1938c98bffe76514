"""What sends: a request goes out and its response comes back. Here for sync; `async_transport` has the same for async.

Whether and when to send is decided in `calling`; how our values become httpx's, and its exceptions ours, in `exchange`;
which clients there are, in `clients`; how connections keep a deadline, in `sockets` and `streams`.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any, cast

from openrouter_core.errors import RequestTimeoutError, SDKValidationError
from openrouter_core.http.attempt import ATTEMPT, Attempt
from openrouter_core.http.boundary import current_exception, raise_interruption
from openrouter_core.http.clients import OwnClients, library_of
from openrouter_core.http.clock import Clock
from openrouter_core.http.exchange import Exchange
from openrouter_core.http.insides import connection_with_unread_bytes
from openrouter_core.http.sockets import Backend
from openrouter_core.http.wire import Failure

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Iterable
    from types import ModuleType

    from openrouter_core.http.streams import AsyncBackend
    from openrouter_core.http.wire import Response, Send

__all__ = ["Lease", "SyncTransport", "Transport"]

NO_SLOT = Failure(RequestTimeoutError, "no connection was free", sent=False, transient=True, waited=True)


class Lease:
    """Clients, and how many calls are using them.

    Attributes:
        own: The clients of our own; `None` when one was handed in.
        slots: A semaphore for the connections that may be in use at once.
        calls: How many calls are using it.
    """

    __slots__ = ("_given", "calls", "own", "slots")

    def __init__(self, given: object, own: OwnClients | None, slots: Any) -> None:  # noqa: ANN401
        self._given = given
        self.own = own
        self.slots = slots
        self.calls = 0

    def client_for(self, url: str) -> Any:  # noqa: ANN401 - of httpx or httpx2, sync or async
        """Return the client to send to `url` with."""
        return self._given if self.own is None else self.own.client_for(url)


class Transport:
    """What sync and async have in common: which clients are in use, and when they are to be closed.

    Clients of ours are closed when the core is and no call is using them any more. Closed under a call, httpcore's pool
    opens a connection that nobody closes; and a thread that reads from a closed socket may get another's bytes, when
    the system gives its number away again.
    """

    kind: str
    parameter: str
    backend: type[Backend | AsyncBackend]
    semaphore: type[threading.Semaphore | asyncio.Semaphore]
    most_connections = 100
    orderly: tuple[type[BaseException], ...] = (SDKValidationError,)
    """What may end a call and leave httpcore's pool as it should be."""

    def __init__(self, given: object) -> None:
        self._given = given
        self._lease: Lease | None = None
        self._closed = False
        self._library = self.library
        self._current()

    @property
    def library(self) -> ModuleType:
        """The module of the client; raise `SDKValidationError` when a given one is none, or has been closed since."""
        return library_of(self._given, self.kind, self.parameter)

    def _current(self) -> Lease:
        if self._lease is None:
            own = OwnClients(self.backend()) if self._given is None else None
            self._lease = Lease(self._given, own, self.semaphore(self.most_connections))
        return self._lease

    def _begin(self) -> Lease:
        if self._closed:
            raise SDKValidationError("is closed; call inside its with block, or build another", parameter="core")
        lease = self._current()
        lease.calls += 1
        return lease

    def _end(self, lease: Lease, error: BaseException | None) -> OwnClients | None:
        """Count one call less; return the clients to close.

        What is not orderly (an interrupt, a signal handler's exception) may have come anywhere in httpcore, and what
        its pool knows may be wrong since: later calls get other clients.
        """
        lease.calls -= 1
        if error is not None and not isinstance(error, self.orderly) and lease is self._lease:
            self._lease = None
        return self._unused(lease)

    def _unused(self, lease: Lease | None) -> OwnClients | None:
        in_use = lease is None or lease.calls or (lease is self._lease and not self._closed)
        return None if in_use or lease is None else lease.own


class SyncTransport(Transport):
    """Sends over an `httpx.Client`: the given one, or those of its own."""

    kind = "Client"
    parameter = "http_client"
    backend = Backend
    semaphore = threading.Semaphore

    def __init__(self, client: object) -> None:
        self._lock = threading.RLock()  # a signal handler may close the core in the midst of it
        super().__init__(client)

    def begin(self) -> Lease:
        """Return what one call sends with, and keep it open until `end`; raise `SDKValidationError` when closed."""
        with self._lock:
            return self._begin()

    def end(self, lease: Lease, error: BaseException | None = None) -> None:
        """Give back what a call was sending with; `error` is what ended the call."""
        with self._lock:
            unused = self._end(lease, error)
        if unused is not None:
            unused.close()

    def close(self) -> None:
        """Close the clients when the calls under way are over, unless one was given."""
        with self._lock:
            self._closed = True
            unused = self._unused(self._lease)
        if unused is not None:
            unused.close()

    def send(self, step: Send, lease: Lease) -> Response | Failure | SDKValidationError:
        """Send the request, and read the response to its end, its greatest size or the deadline."""
        if lease.own is None:
            return self._exchange(step, lease)
        if not lease.slots.acquire(timeout=max(0.0, min(step.timeouts.pool, step.deadline - Clock.monotonic()))):
            return NO_SLOT
        try:
            return self._exchange(step, lease)
        finally:
            lease.slots.release()

    def _exchange(self, step: Send, lease: Lease) -> Response | Failure | SDKValidationError:
        exchange, attempt, outside = Exchange(self._library, step), Attempt(step.deadline), current_exception()
        token = ATTEMPT.set(attempt)
        try:
            client = lease.client_for(step.request.url)
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
            return exchange.response()
        except Exception as error:  # noqa: BLE001 - httpx raises more than its own exceptions
            raise_interruption(error, outside)
            if attempt.connection is not None:  # a tunnel whose handshake failed would keep its pool slot
                attempt.connection.close()
            if lease.own is not None and isinstance(error, SDKValidationError):  # the environment is wrong
                return error.without_traceback()
            return exchange.failure(error)
        finally:
            ATTEMPT.reset(token)

"""What sends: a request goes out and its response comes back. `async_transport` has the same for async."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack, contextmanager
from queue import Empty, SimpleQueue
from types import ModuleType
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar, cast

from openrouter_core.errors import RequestConnectionError, RequestTimeoutError, SDKValidationError
from openrouter_core.http.attempt import ATTEMPT, Clock
from openrouter_core.http.boundary import current_exception, raise_interruption, read
from openrouter_core.http.clients import Clients, give_up, library_of
from openrouter_core.http.exchange import Exchange
from openrouter_core.http.insides import connection_with_unread_bytes
from openrouter_core.http.sockets import SyncBackend
from openrouter_core.http.streams import Backend
from openrouter_core.http.wire import Failure, Opened, Response, Send

if TYPE_CHECKING:
    import asyncio

T = TypeVar("T")
Reply: TypeAlias = Response | Failure | SDKValidationError | Opened

NO_SLOT = Failure(RequestTimeoutError, "no connection was free", sent=False, transient=True, waited=True)
OF_THE_PARENT = Failure(RequestConnectionError, "it was begun by the parent process")


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
        self.dropped: deque[Exchange] = deque()

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
            self._let_go(clients)

    def hand_over(self, exchange: Exchange, held: ExitStack, clients: Clients) -> None:
        """Let an exchange keep what it holds, and its clients open, until its body is closed."""
        with self._lock:
            clients.calls += 1
        exchange.held = held.pop_all()
        exchange.held.callback(self._let_go, clients)

    def _let_go(self, clients: Clients) -> None:
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
        """Send the request, and read the response to its end, its greatest size or the deadline, or hand it over."""
        while self.dropped:
            cast("SyncExchange", self.dropped.popleft()).close()
        exchange = SyncExchange(self._library, step, clients, self.dropped)
        with exchange.held as held:
            if clients.given is None:
                try:
                    clients.slots.get(timeout=max(0.0, min(step.timeouts.pool, step.deadline - Clock.monotonic())))
                except Empty:
                    return NO_SLOT
                held.callback(clients.slots.put, None)
            reply = exchange.run(exchange.begin)
            if isinstance(reply, Opened):
                self.hand_over(exchange, held, clients)
            return reply


class SyncExchange(Exchange):
    def __init__(self, *arguments: Any) -> None:  # noqa: ANN401
        super().__init__(*arguments)
        self._reading = threading.Lock()

    def run(self, operation: Callable[[], T]) -> T | Reply:
        """Return what `operation` returns, or what the exception means that ends the exchange."""
        token, outside = ATTEMPT.set(self.attempt), current_exception()
        try:
            return operation()
        except Exception as error:  # noqa: BLE001 - httpx raises more than its own exceptions
            raise_interruption(error, outside)
            if self.attempt.connection is not None:
                give_up(self.attempt)
                self.attempt.connection.close()
            return self.failure(error)
        finally:
            ATTEMPT.reset(token)

    def begin(self) -> Reply:
        client = self._clients.client_for(self._step.request.url)
        self._response = response = client.send(  # in one expression: a request in a frame would show its body
            self.request(self._trace.note), stream=True, auth=self.auth(client), follow_redirects=False
        )
        self.take_head(response)
        # `iter_raw` of httpx would close the response at its end
        self._pieces: Iterator[bytes] = iter([response.content] if self._decoded else response.stream)
        opened = self.opened()
        if opened is not None:
            return opened
        try:
            while (piece := self._piece()) is not None:
                self.take(piece)
        finally:
            response.close()
            response.stream = None  # a circle, which would keep the request's body until a collection
        return self.response()

    def _piece(self) -> bytes | None:
        piece = next(self._pieces, None)
        if piece is not None:
            self.look()
        dirty = connection_with_unread_bytes(self._response) if piece is None else None
        if dirty is not None:
            dirty.close()
        return piece

    def read(self) -> bytes | Failure | None:
        """Return the next piece of a body that was handed over; `None` at its end, and when it is closed."""
        if not self.is_of_this_process:
            return OF_THE_PARENT
        with self._reading:
            piece = None if self.is_closed else self.run(self._piece)
        if self.is_closed or not isinstance(piece, bytes):
            was_closed = self.is_closed
            self.close()
            return None if was_closed else cast("Failure | None", piece)
        return piece

    def finish(self, seconds: float) -> None:
        """Read to the end if that takes no longer, so that the connection can be used again; then close."""
        self.attempt.deadline = min(self.attempt.deadline, Clock.monotonic() + seconds)
        while isinstance(self.read(), bytes):
            pass
        self.close()

    def close(self) -> None:
        """Close the connection, unless the body has been read to its end."""
        self.is_closed = True
        if not self._reading.acquire(blocking=False):  # another thread reads, or what a signal interrupted
            self.shut_down()
            return
        try:
            self.run(self._response.close)
        finally:
            self._reading.release()
            self.held.close()

"""What sends: a request goes out and its response comes back.

Sync and async differ in how they wait: `SyncTransport` tells it here, and `async_transport` for the event loop.
"""

from __future__ import annotations

import os
import socket
import threading
from collections import deque
from collections.abc import Callable, Generator
from contextlib import ExitStack, contextmanager, suppress
from functools import partial
from queue import Empty, SimpleQueue
from types import ModuleType
from typing import Any, TypeAlias, TypeVar, cast

from openrouter_core.errors import (
    RequestConnectionError,
    RequestTimeoutError,
    SDKValidationError,
    UnexpectedClientError,
)
from openrouter_core.http.attempt import ATTEMPT, Attempt, Clock
from openrouter_core.http.boundary import current_exception, raise_interruption, read
from openrouter_core.http.clients import Clients, give_up, library_of
from openrouter_core.http.exchange import Exchange, Trace
from openrouter_core.http.insides import connection_with_unread_bytes
from openrouter_core.http.sockets import SyncBackend
from openrouter_core.http.steps import Steps, at_once, settled
from openrouter_core.http.streams import Backend
from openrouter_core.http.wire import Failure, Opened, Response, Send

T = TypeVar("T")
Reply: TypeAlias = Response | Failure | SDKValidationError | Opened

NO_SLOT = Failure(RequestTimeoutError, "no connection was free", sent=False, transient=True, waited=True)
OCCUPIED = Failure(UnexpectedClientError, "another task reads it")
OF_THE_PARENT = Failure(RequestConnectionError, "it was begun by the parent process")


class Transport:
    """Which clients are in use, and how a request is sent over them."""

    kind: str  # of httpx's clients
    parameter: str  # that a client is handed in by
    backend: type[Backend]
    blocks = True  # the thread, or the task
    closes: str  # the name of the method by which clients, connections and iterators are closed
    iterate: Callable[[Any], Any]  # begins to read a body
    run: Callable[[Steps[Any]], Any]  # returns what the steps return, or what is to be awaited for it
    wait: Callable[[Any], Steps[Any]]  # for what a client returned
    next_piece: Callable[[Any], Steps[bytes | None]]
    shelter: Callable[[Steps[Any], Attempt], Steps[Any]]  # from cancellation
    observer: Callable[[Trace], Callable[[str, Any], Any]]
    slots: Callable[[int], Any]  # what calls take a slot from
    slot: Callable[[Any, float], Steps[Callable[[], object] | None]]  # takes one; returns what gives it back
    watch: Callable[[Sending], None]  # looks whether the caller's switch is set
    most_connections = 100
    orderly: tuple[type[BaseException], ...] = (SDKValidationError,)
    """What may end a call and leave httpcore's pool as it should be."""

    def __init__(self, given: object) -> None:
        self._given = given
        self._lock = threading.RLock()  # a signal handler may close the core in the midst of it
        self._closed = False
        self.dropped: deque[Sending] = deque()
        self.known_library = self.library
        self._clients: Clients | None = self._opened()

    @property
    def library(self) -> ModuleType:
        """The module of the client; raise `SDKValidationError` when a given one is none, or has been closed since."""
        return read(self.parameter, library_of, self._given, self.kind, self.parameter)

    def _opened(self) -> Clients:
        return Clients(self._given, self.backend(), self.slots(self.most_connections))

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
        with clients:
            try:
                yield clients
            except self.orderly:
                raise
            except BaseException:
                with self._lock:
                    self._clients = None if clients is self._clients else self._clients
                clients.retire()
                raise

    def close(self) -> None:
        """Close the clients when the calls under way are over, unless one was given."""
        self._closed = True
        if self._clients is not None:
            self._clients.retire()

    def send(self, step: Send, clients: Clients) -> Any:  # noqa: ANN401 - a `Reply`, or what is to be awaited for one
        """Send the request, and read the response to its end, its greatest size or the deadline, or hand it over."""
        return self.run(self._sent(step, clients))

    def _sent(self, step: Send, clients: Clients) -> Steps[Reply]:
        while self.dropped:
            yield from self.dropped.popleft().closed()
        sending = Sending(self, step, clients)
        with sending.held as held:
            if clients.given is None:
                left = min(step.timeouts.pool, step.deadline - Clock.monotonic())
                give_back = yield from self.slot(clients.slots, left)
                if give_back is None:
                    return NO_SLOT
                held.callback(give_back)
            reply = yield from sending.safely(sending.begun())
            if isinstance(reply, Opened):
                held.enter_context(clients)
                sending.held = held.pop_all()
                self.watch(sending)
            return reply


class Sending(Exchange):
    """A request that is sent, and a response that is read; or handed over, and holds slot and clients until `close`."""

    is_closed = True  # until its body is handed over

    def __init__(self, transport: Transport, step: Send, clients: Clients) -> None:
        super().__init__(transport.known_library, step, clients)
        self._transport = transport
        self._process = os.getpid()
        self._reading = threading.Lock()
        self._response: Any = None
        self._pieces: Any = None
        self.held = ExitStack()  # what is given back when the body is closed

    def safely(self, steps: Steps[T]) -> Steps[T | Reply]:
        """Return what `steps` return, or what the exception means that ends the exchange."""
        return self._transport.shelter(self._guarded(steps), self.attempt)

    def _guarded(self, steps: Steps[T]) -> Steps[T | Reply]:
        token, outside = ATTEMPT.set(self.attempt), current_exception()
        try:
            return (yield from steps)
        except BaseException as error:  # httpx raises more than its own exceptions
            if self.attempt.connection is not None:
                give_up(self.attempt)
                yield from self._close(self.attempt.connection)
            raise_interruption(error, outside)
            if not isinstance(error, Exception):
                raise
            return self.failure(error)
        finally:
            with suppress(ValueError):  # a coroutine that is closed from elsewhere has that context
                ATTEMPT.reset(token)

    def begun(self) -> Steps[Reply]:
        """Send the request, and return the response; or what is opened, when its body is to be handed over."""
        transport, client = self._transport, self._clients.client_for(self._step.request.url)
        self._response = response = yield from transport.wait(
            client.send(  # in one expression: a request in a frame would show its body
                self.request(transport.observer(self._trace)),
                stream=True,
                auth=self.auth(client),
                follow_redirects=False,
            )
        )
        self.take_head(response)
        # `iter_raw` of httpx would close the response at its end
        whole = self._library.ByteStream(response.content) if self._decoded else response.stream
        self._pieces = transport.iterate(whole)
        opened = self.opened()
        if opened is not None:
            self.is_closed = False
            return opened
        try:
            while (piece := (yield from self._piece())) is not None:
                self.take(piece)
        finally:
            yield from self._close(response)
            response.stream = None  # a circle, which would keep the request's body until a collection
        return self.response()

    def _piece(self) -> Steps[bytes | None]:
        piece = yield from self._transport.next_piece(self._pieces)
        if piece is None and (dirty := connection_with_unread_bytes(self._response)) is not None:
            yield from self._close(dirty)
        return piece

    def _close(self, *opened: Any) -> Steps[None]:  # noqa: ANN401 - of httpx or httpcore
        for each in opened:
            yield from self._transport.wait(getattr(each, self._transport.closes)())

    def read(self) -> Any:  # noqa: ANN401 - `bytes | Failure | None`, or what is to be awaited for it
        """Return the next piece of a body that was handed over; `None` at its end, and when it is closed."""
        return self._transport.run(self._read())

    def _read(self) -> Steps[bytes | Failure | None]:
        if self._process != os.getpid():  # what a child reads of it, the parent misses
            return OF_THE_PARENT
        if not self._reading.acquire(blocking=self._transport.blocks):
            return OCCUPIED
        try:
            piece = None if self.is_closed else (yield from self.safely(self._piece()))
        except BaseException:  # its connection is closed by then
            self.is_closed = True
            self.held.close()
            raise
        finally:
            self._reading.release()
        if isinstance(piece, bytes) and not self.is_closed:
            return piece
        was_closed = self.is_closed
        yield from self.closed()
        return None if was_closed else cast("Failure | None", piece)

    def finish(self, seconds: float) -> Any:  # noqa: ANN401 - `None`, or what is to be awaited
        """Read to the end if that takes no longer, so that the connection can be used again; then close."""
        return self._transport.run(self._finished(seconds))

    def _finished(self, seconds: float) -> Steps[None]:
        self.attempt.deadline = min(self.attempt.deadline, Clock.monotonic() + seconds)
        while isinstance((yield from self._read()), bytes):
            pass
        yield from self.closed()

    def close(self) -> Any:  # noqa: ANN401 - `None`, or what is to be awaited
        """Close the connection, unless the body has been read to its end."""
        return self._transport.run(self.closed())

    def closed(self) -> Steps[None]:
        """Do what `close` does."""
        self.is_closed = True
        if not self._reading.acquire(blocking=False):  # another thread or task reads, or what a signal interrupted
            self.shut_down()
            return
        try:
            yield from self.safely(self._close(self._pieces, self._response))
        finally:
            self._reading.release()
            self.held.close()

    def shut_down(self) -> None:
        """End what another thread or task waits for, without a lock."""
        stream = None if self._response is None else self._response.extensions.get("network_stream")
        opened = None if stream is None else stream.get_extra_info("socket")
        if opened is not None:
            with suppress(OSError):
                opened.shutdown(socket.SHUT_RDWR)

    def __del__(self) -> None:
        """Give the connection up, from the garbage collector: the next call does what takes a lock."""
        if not self.is_closed and self._process == os.getpid():
            self.shut_down()
            self._transport.dropped.append(self)


class SyncTransport(Transport):
    """Sends over an `httpx.Client`: the given one, or those of its own."""

    kind = "Client"
    parameter = "http_client"
    backend = SyncBackend
    closes = "close"
    iterate = staticmethod(iter)
    run = staticmethod(settled)
    wait = staticmethod(at_once)

    def next_piece(self, pieces: Any) -> Steps[bytes | None]:  # noqa: ANN401
        return at_once(next(pieces, None))

    def shelter(self, steps: Steps[T], _: Attempt) -> Steps[T]:
        return steps

    def observer(self, trace: Trace) -> Callable[[str, Any], None]:
        return trace.note

    def slots(self, count: int) -> SimpleQueue[None]:
        """Return a queue in C, which no exception of a signal handler leaves locked."""
        slots: SimpleQueue[None] = SimpleQueue()
        for _ in range(count):
            slots.put(None)
        return slots

    def slot(self, slots: SimpleQueue[None], seconds: float) -> Steps[Callable[[], object] | None]:
        try:
            yield from at_once(slots.get(timeout=max(0.0, seconds)))
        except Empty:
            return None
        return partial(slots.put, None)

    def watch(self, sending: Sending) -> None:
        """Do nothing: `SyncBackend.receive` looks."""

"""How calls and their connections wait in a thread: by blocking. `async_transport` has the same for an event loop."""

from __future__ import annotations

import encodings.idna  # noqa: F401  # pyright: ignore[reportUnusedImport] - `getaddrinfo` would load it, in the midst of a first call
import errno
import os
import selectors
import socket
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from queue import Empty, SimpleQueue
from socket import SO_ERROR, SOL_SOCKET
from typing import Any, cast

import httpcore

from openrouter_core.http.attempt import ABORT_POLL_SECONDS, ATTEMPT, Attempt
from openrouter_core.http.exchange import Exchange, Transport
from openrouter_core.http.steps import Steps, at_once, settled
from openrouter_core.http.streams import Backend, is_readable


class SyncBackend(Backend, httpcore.NetworkBackend):
    """Opens connections whose sockets block."""

    run = staticmethod(settled)

    def receive(self, connection: socket.socket, most: int) -> Steps[bytes]:
        yield from ()
        attempt = ATTEMPT.get()
        abort = attempt.abort
        while abort is not None and not is_readable(connection.fileno(), min(attempt.left(), ABORT_POLL_SECONDS)):
            if abort.is_set():
                raise TimeoutError("it was aborted")
        connection.settimeout(attempt.left())
        return connection.recv(most)

    def send(self, connection: socket.socket, data: memoryview) -> Steps[None]:
        yield from ()
        while data:
            connection.settimeout(ATTEMPT.get().left())
            data = data[connection.send(data) :]

    def addresses(self, host: str, port: int) -> Steps[list[Any]]:
        yield from ()
        return socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)

    def begin(self, opening: socket.socket, address: Any) -> socket.socket:  # noqa: ANN401
        failed = opening.connect_ex(address)
        if failed not in {0, errno.EINPROGRESS, errno.EWOULDBLOCK}:
            opening.close()  # there is no route, say: the socket will not tell it again
            raise OSError(failed, os.strerror(failed))
        return opening

    def arrived(self, racing: Iterable[Any], seconds: float | None) -> Steps[list[tuple[Any, BaseException | None]]]:
        yield from ()
        left = ATTEMPT.get().left()
        with selectors.DefaultSelector() as selector:
            for opening in racing:
                selector.register(opening, selectors.EVENT_WRITE)
            ready = selector.select(left if seconds is None else min(left, seconds))
        told = [(key.fileobj, cast("socket.socket", key.fileobj).getsockopt(SOL_SOCKET, SO_ERROR)) for key, _ in ready]
        return [(opening, OSError(error, os.strerror(error)) if error else None) for opening, error in told]

    def abandon(self, racer: object, opening: socket.socket) -> None:  # noqa: ARG002 - they are the same
        opening.close()


class SyncTransport(Transport):
    """Sends over an `httpx.Client`: the given one, or those of its own."""

    kind = "Client"
    parameter = "http_client"
    backend = SyncBackend
    blocks = True
    closes = "close"
    notes = "note"
    run = staticmethod(settled)
    wait = staticmethod(at_once)
    iterate = staticmethod(iter)

    def next_piece(self, pieces: Iterator[bytes]) -> bytes | None:
        return next(pieces, None)

    def shelter(self, steps: Steps[Any], _: Attempt) -> Steps[Any]:
        return steps

    def watch(self, _: Exchange) -> None:
        """Do nothing: `SyncBackend.receive` looks."""

    def slots(self, count: int) -> SimpleQueue[None]:
        """Return a queue in C, which no exception of a signal handler leaves locked."""
        slots: SimpleQueue[None] = SimpleQueue()
        for _ in range(count):
            slots.put(None)
        return slots

    def slot(self, slots: SimpleQueue[None], seconds: float) -> Callable[[], object] | None:
        try:
            slots.get(timeout=max(0.0, seconds))
        except Empty:
            return None
        return partial(slots.put, None)

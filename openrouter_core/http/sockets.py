"""How the connections of synchronous calls wait: on sockets that block."""

from __future__ import annotations

import encodings.idna  # noqa: F401  # pyright: ignore[reportUnusedImport] - `getaddrinfo` would load it, in the midst of a first call
import errno
import os
import selectors
import socket
from collections.abc import Iterable
from typing import Any, cast

import httpcore

from openrouter_core.http.attempt import ABORT_POLL_SECONDS, ATTEMPT
from openrouter_core.http.steps import Steps, at_once, settled
from openrouter_core.http.streams import Backend, is_readable


class SyncBackend(Backend, httpcore.NetworkBackend):
    run = staticmethod(settled)

    def receive(self, connection: socket.socket, most: int) -> Steps[bytes]:
        attempt = ATTEMPT.get()
        abort = attempt.abort
        while abort is not None and not is_readable(connection.fileno(), min(attempt.left(), ABORT_POLL_SECONDS)):
            if abort.is_set():
                raise TimeoutError("it was aborted")
        connection.settimeout(attempt.left())
        return (yield from at_once(connection.recv(most)))

    def send(self, connection: socket.socket, data: memoryview) -> Steps[None]:
        while data:
            connection.settimeout(ATTEMPT.get().left())
            data = data[(yield from at_once(connection.send(data))) :]

    def addresses(self, host: str, port: int) -> Steps[list[Any]]:
        return (yield from at_once(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)))

    def begin(self, opening: socket.socket, address: Any) -> socket.socket:  # noqa: ANN401
        failed = opening.connect_ex(address)
        if failed not in {0, errno.EINPROGRESS, errno.EWOULDBLOCK}:
            opening.close()  # there is no route, say: the socket will not tell it again
            raise OSError(failed, os.strerror(failed))
        return opening

    def arrived(self, racing: Iterable[Any], seconds: float | None) -> Steps[list[tuple[Any, BaseException | None]]]:
        left = ATTEMPT.get().left()
        with selectors.DefaultSelector() as selector:
            for opening in racing:
                selector.register(opening, selectors.EVENT_WRITE)
            ready = yield from at_once(selector.select(left if seconds is None else min(left, seconds)))
        return [(key.fileobj, _failure(cast("socket.socket", key.fileobj))) for key, _ in ready]

    def abandon(self, racer: object, opening: socket.socket) -> None:  # noqa: ARG002 - they are the same
        opening.close()


def _failure(opening: socket.socket) -> OSError | None:
    error = opening.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
    return OSError(error, os.strerror(error)) if error else None

"""Connections of synchronous calls, which keep the deadline of the attempt that uses them.

A layer under httpcore's pools, by its public interface `NetworkBackend`. Nothing here knows requests or responses.
"""

from __future__ import annotations

import encodings.idna  # noqa: F401  # pyright: ignore[reportUnusedImport] - `getaddrinfo` would load it, in the midst of a first call
import errno
import math
import os
import selectors
import socket
import ssl
from collections.abc import Callable, Generator
from functools import partial
from typing import Any, TypeVar, cast

import httpcore

from openrouter_core.http.attempt import ABORT_POLL_SECONDS, ATTEMPT, Clock, Late, time_left
from openrouter_core.http.boundary import current_exception, raise_interruption
from openrouter_core.http.streams import CHUNK_BYTES, NEXT_ADDRESS_SECONDS, TLS, Backend, Stream, is_readable

T = TypeVar("T")


class SyncBackend(Backend, httpcore.NetworkBackend):
    def connect_tcp(self, host: str, port: int, timeout: float | None = None, *_: Any, **__: Any) -> _Stream:  # noqa: ANN401
        connected = _timed(partial(_connected, host, port), timeout, httpcore.ConnectTimeout, httpcore.ConnectError)
        ATTEMPT.get().opened = stream = _Stream(connected, self._streams)
        return stream


def _connected(host: str, port: int, end: float) -> socket.socket:
    """Return a socket that is connected to the first address of `host` that answers.

    They race, each beginning a moment after the one before (RFC 8305): one that is dead must not take the others' time.
    """
    addresses = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    failure, winner = OSError("the name has no address"), None
    with selectors.DefaultSelector() as racing:
        try:
            while addresses or racing.get_map():
                if addresses:
                    family, *_, address = addresses.pop(0)
                    failure = _begin(family, address, racing) or failure
                    if not racing.get_map():
                        continue
                pause = min(_left(end), NEXT_ADDRESS_SECONDS if addresses else math.inf)
                for key, _ in racing.select(pause):
                    opened = cast("socket.socket", key.fileobj)
                    error = opened.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
                    if not error:
                        winner = opened
                        return opened
                    racing.unregister(opened)
                    opened.close()
                    failure = OSError(error, os.strerror(error))
        finally:
            for key in list(racing.get_map().values()):
                if key.fileobj is not winner:
                    cast("socket.socket", key.fileobj).close()
    raise failure


def _begin(family: int, address: Any, racing: selectors.BaseSelector) -> OSError | None:  # noqa: ANN401
    try:
        opening = socket.socket(family, socket.SOCK_STREAM)
    except OSError as error:  # the system has no IPv6, say, or no more files
        return error
    opening.settimeout(0)
    failed = opening.connect_ex(address)
    if failed in {0, errno.EINPROGRESS, errno.EWOULDBLOCK}:
        racing.register(opening, selectors.EVENT_WRITE)
        return None
    opening.close()  # there is no route, say: the socket will not tell it again
    return OSError(failed, os.strerror(failed))


class _Stream(Stream, httpcore.NetworkStream):
    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        receive = partial(self._receive, max_bytes, len(self._layers))
        return _timed(receive, timeout, httpcore.ReadTimeout, httpcore.ReadError)

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        send = partial(self._send, memoryview(buffer), len(self._layers))
        _timed(send, timeout, self.late_write, httpcore.WriteError)

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> _Stream:
        shake_hands = partial(self._secure, ssl_context, server_hostname)
        _timed(shake_hands, timeout, httpcore.ConnectTimeout, httpcore.ConnectError)
        return self

    def _secure(self, context: ssl.SSLContext, server_hostname: str | None, end: float) -> None:
        layer = TLS(context, server_hostname)
        self._run(layer.handshake(), len(self._layers), end)
        self._layers.append(layer)

    def _receive(self, most: int, depth: int, end: float) -> bytes:
        """Receive through so many layers of TLS."""
        if depth:
            return self._run(self._layers[depth - 1].read(most), depth - 1, end)
        abort = ATTEMPT.get().abort
        while abort is not None and not is_readable(self._socket.fileno(), min(_left(end), ABORT_POLL_SECONDS)):
            if abort.is_set():
                raise TimeoutError("it was aborted")
        self._socket.settimeout(_left(end))
        return self._socket.recv(most)

    def _send(self, rest: memoryview, depth: int, end: float) -> None:
        while rest:  # a slice of it is no copy
            if depth:
                rest = rest[self._run(self._layers[depth - 1].write(rest[:CHUNK_BYTES]), depth - 1, end) :]
            else:
                self._socket.settimeout(_left(end))
                rest = rest[self._socket.send(rest) :]

    def _run(self, steps: Generator[tuple[bytes, bool], bytes, T], depth: int, end: float) -> T:
        """Return what an operation of TLS returns, which lies over so many layers."""
        came = cast("bytes", None)
        while True:
            try:
                outgoing, wanted = steps.send(came)
            except StopIteration as stop:
                return cast("T", stop.value)
            if outgoing:
                self._send(memoryview(outgoing), depth, end)
            came = self._receive(CHUNK_BYTES, depth, end) if wanted else b""


def _timed(operation: Callable[[float], T], timeout: float | None, late: Late, broken: type[Exception]) -> T:
    """Return what `operation`, given when it has to end, returns; raise httpcore's exceptions for the system's.

    A signal handler's exception is looked for here, too: codecs put another around it (IDNA is one, and in Python), and
    httpcore 1.0.9 drops the cause (`raise exc from None`).
    """
    outside = current_exception()
    try:
        return operation(Clock.monotonic() + time_left(timeout, late))
    except TimeoutError as error:
        raise_interruption(error, outside)
        raise late(str(error)) from error
    except (OSError, UnicodeError) as error:  # UnicodeError: a host that IDNA refuses
        raise_interruption(error, outside)
        raise broken(str(error)) from error
    except Exception as error:
        raise_interruption(error, outside)
        raise


def _left(end: float) -> float:
    left = end - Clock.monotonic()
    if left > 0:
        return left
    raise TimeoutError("the time is over")

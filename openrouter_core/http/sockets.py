"""Connections of synchronous calls, which keep the deadline of the attempt that uses them.

A layer under httpcore's pools, by its public interface `NetworkBackend`. Nothing here knows requests or responses.
"""

from __future__ import annotations

import encodings.idna  # noqa: F401  # pyright: ignore[reportUnusedImport] - `getaddrinfo` would load it, in the midst of a first call
import errno
import os
import select
import selectors
import socket
import ssl
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar, cast

import httpcore

from openrouter_core.http.attempt import Clock, time_left
from openrouter_core.http.authorities import real_context
from openrouter_core.http.boundary import current_exception, raise_interruption

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
NEXT_ADDRESS_SECONDS = 0.25  # RFC 8305, 5: the recommended delay between two connection attempts
CHUNK_BYTES = 65_536
UNDER_WAY = {0, errno.EINPROGRESS, errno.EWOULDBLOCK}  # what `connect` returns when it does not wait


class Backend(httpcore.NetworkBackend):
    """Opens connections, and can close all of them."""

    def __init__(self) -> None:
        self._streams: set[_Stream] = set()

    def connect_tcp(self, host: str, port: int, timeout: float | None = None, *_: Any, **__: Any) -> _Stream:  # noqa: ANN401
        """Connect to `host`."""
        connected = _timed(partial(_connected, host, port), timeout, httpcore.ConnectTimeout, httpcore.ConnectError)
        return _Stream(connected, self._streams)

    def close(self) -> None:
        """Close every connection."""
        for stream in list(self._streams):
            stream.close()


def _connected(host: str, port: int, end: float) -> socket.socket:
    """Return a socket that is connected to the first address of `host` that answers.

    They race, each beginning a moment after the one before (RFC 8305): one that is dead must not take the others' time.
    """
    addresses = [(family, address) for family, *_, address in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    failure, turn = OSError("the name has no address"), 0.0
    with selectors.DefaultSelector() as racing:
        try:
            while addresses or racing.get_map():
                if addresses and (not racing.get_map() or Clock.monotonic() >= turn):
                    failure = _begin(*addresses.pop(0), racing) or failure
                    turn = Clock.monotonic() + NEXT_ADDRESS_SECONDS
                    continue
                until = min(end, turn) if addresses else end
                for key, _ in racing.select(max(0.0, until - Clock.monotonic())):
                    opened = cast("socket.socket", racing.unregister(key.fileobj).fileobj)
                    error = opened.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
                    if not error:
                        return opened
                    opened.close()
                    failure, turn = OSError(error, os.strerror(error)), 0.0
                _left(end)
        finally:
            for key in list(racing.get_map().values()):
                cast("socket.socket", key.fileobj).close()
    raise failure


def _begin(family: int, address: Any, racing: selectors.BaseSelector) -> OSError | None:  # noqa: ANN401
    try:
        opening = socket.socket(family, socket.SOCK_STREAM)
    except OSError as error:  # the system has no IPv6, say, or no more files
        return error
    opening.settimeout(0)
    opening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    failed = opening.connect_ex(address)
    if failed not in UNDER_WAY:  # there is no route, say: the socket will not tell it again
        opening.close()
        return OSError(failed, os.strerror(failed))
    racing.register(opening, selectors.EVENT_WRITE)
    return None


class _Stream(httpcore.NetworkStream):
    """A connection over a socket, plain or with TLS."""

    def __init__(self, connected: socket.socket, streams: set[_Stream]) -> None:
        self._socket = connected
        self._streams = streams
        streams.add(self)

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return _timed(partial(self.receive, max_bytes), timeout, httpcore.ReadTimeout, httpcore.ReadError)

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        _timed(partial(self.send, memoryview(buffer)), timeout, httpcore.WriteTimeout, httpcore.WriteError)

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> _Stream:
        try:
            secure = partial(self._secure, real_context(ssl_context), server_hostname)
            return _timed(secure, timeout, httpcore.ConnectTimeout, httpcore.ConnectError)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        self._streams.discard(self)
        self._socket.close()

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401 - httpcore's own signature
        if info == "is_readable":  # each call has its pool ask this of every idle connection
            return is_readable(self._socket.fileno())
        if info == "ssl_object":
            return self._socket if isinstance(self._socket, ssl.SSLSocket) else None
        return self._socket if info == "socket" else None

    def receive(self, max_bytes: int, end: float) -> bytes:
        self._socket.settimeout(_left(end))
        return self._socket.recv(max_bytes)

    def send(self, rest: memoryview, end: float) -> None:
        while rest:  # a slice of it is no copy
            self._socket.settimeout(_left(end))
            rest = rest[self._socket.send(rest) :]

    def _secure(self, context: ssl.SSLContext, server_hostname: str | None, end: float) -> _Stream:
        if isinstance(self._socket, ssl.SSLSocket):  # which cannot be wrapped once more
            return _TunnelStream(self, self._streams, context.wrap_bio, server_hostname, end)
        self._socket.settimeout(_left(end))
        return _Stream(context.wrap_socket(self._socket, server_hostname=server_hostname), self._streams)


class _TunnelStream(_Stream):
    """TLS over a connection that has TLS already: to a server, through a proxy that is spoken to over TLS."""

    def __init__(
        self,
        outer: _Stream,
        streams: set[_Stream],
        wrap: Callable[..., ssl.SSLObject],
        server_hostname: str | None,
        end: float,
    ) -> None:
        super().__init__(outer.get_extra_info("socket"), streams)
        self._outer = outer
        self._incoming, self._outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        self._tls = wrap(self._incoming, self._outgoing, server_hostname=server_hostname)
        self._supplied(self._tls.do_handshake, end)

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401 - httpcore's own signature
        if info == "ssl_object":
            return self._tls
        waiting = info == "is_readable" and (self._incoming.pending or self._tls.pending())
        return bool(waiting) or super().get_extra_info(info)

    def receive(self, max_bytes: int, end: float) -> bytes:
        return self._supplied(partial(self._tls.read, max_bytes), end)

    def send(self, rest: memoryview, end: float) -> None:
        while rest:
            rest = rest[self._supplied(partial(self._tls.write, rest[:CHUNK_BYTES]), end) :]

    def _supplied(self, operation: Callable[[], T], end: float) -> T:
        """Return what `operation` returns once it has been given the records that it waits for."""
        while True:
            try:
                result = operation()
            except ssl.SSLWantReadError:
                self._outer.send(memoryview(self._outgoing.read()), end)
                if not self._incoming.write(self._outer.receive(CHUNK_BYTES, end)):
                    self._incoming.write_eof()
            else:
                self._outer.send(memoryview(self._outgoing.read()), end)
                return result


def _timed(operation: Callable[[float], T], timeout: float | None, late: type[Exception], broken: type[Exception]) -> T:
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


def is_readable(descriptor: int) -> bool:
    """Return whether a read of the socket would not wait; nor would it of one that is closed."""
    if descriptor < 0:
        return True
    if not hasattr(select, "poll"):  # pragma: no cover - Windows has none, and no limit to what `select` takes
        return bool(select.select([descriptor], [], [], 0)[0])
    poll = select.poll()
    poll.register(descriptor, select.POLLIN)
    return bool(poll.poll(0))

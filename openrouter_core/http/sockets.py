"""Connections of synchronous calls, which keep the deadline of the attempt that uses them.

A layer under httpcore's pools, by its public interface `NetworkBackend`. Nothing here knows requests or responses.
"""

from __future__ import annotations

import os
import select
import selectors
import socket
import ssl
from typing import TYPE_CHECKING, Any, TypeVar, cast
from weakref import WeakSet

import httpcore

from openrouter_core.http.attempt import time_left
from openrouter_core.http.authorities import real_context
from openrouter_core.http.clock import Clock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

__all__ = ["Backend", "is_readable"]

T = TypeVar("T")
NEXT_ADDRESS_SECONDS = 0.25  # RFC 8305, 5: the recommended delay between two connection attempts
RECORD_BYTES = 65536


class Backend(httpcore.NetworkBackend):
    """Opens connections, and can close all of them."""

    def __init__(self) -> None:
        self._streams: WeakSet[Stream] = WeakSet()

    def close(self) -> None:
        """Close every connection."""
        for stream in list(self._streams):
            stream.close()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,  # noqa: ARG002 - httpcore's interface
        socket_options: Iterable[Any] | None = None,  # noqa: ARG002
    ) -> httpcore.NetworkStream:
        """Connect to `host`."""
        end = Clock.monotonic() + time_left(timeout, httpcore.ConnectTimeout)
        try:
            addresses = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(str(error)) from error
        connected = _connected([(family, address) for family, _, _, _, address in addresses], end)
        return Stream(connected, self._streams)


def _connected(addresses: list[tuple[int, Any]], end: float) -> socket.socket:
    """Return a socket that is connected to the first address that answers.

    They race, each beginning a moment after the one before (RFC 8305): one that is dead must not take the others' time.
    """
    reason, turn = "the name has no address", Clock.monotonic()
    with selectors.DefaultSelector() as racing:
        try:
            while addresses or racing.get_map():
                if addresses and (not racing.get_map() or Clock.monotonic() >= turn):
                    reason = _begin(addresses.pop(0), racing) or reason
                    turn = Clock.monotonic() + NEXT_ADDRESS_SECONDS
                    continue
                until = min(end, turn) if addresses else end
                for key, _ in racing.select(max(0.0, until - Clock.monotonic())):
                    opened = cast("socket.socket", racing.unregister(key.fileobj).fileobj)
                    failed = opened.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
                    if not failed:
                        return opened
                    opened.close()
                    reason, turn = os.strerror(failed), 0.0
                if Clock.monotonic() >= end:
                    raise httpcore.ConnectTimeout("no address answered")
        finally:
            for key in list(racing.get_map().values()):
                key.fileobj.close()  # type: ignore[union-attr] # each is a socket
    raise httpcore.ConnectError(reason)


def _begin(address: tuple[int, Any], racing: selectors.BaseSelector) -> str | None:
    """Begin to connect; return what is wrong when that fails at once."""
    family, name = address
    try:
        opening = socket.socket(family, socket.SOCK_STREAM)
    except OSError as error:  # the system has no IPv6, say, or no more files
        return str(error)
    opening.settimeout(0)
    opening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    opening.connect_ex(name)  # what it returns, the socket tells again when it is ready
    racing.register(opening, selectors.EVENT_WRITE)
    return None


class Stream(httpcore.NetworkStream):
    """A connection over a socket, plain or with TLS."""

    def __init__(self, connected: socket.socket, streams: WeakSet[Stream]) -> None:
        self._socket = connected
        self._streams = streams
        streams.add(self)

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Return the next bytes; none at the end."""
        self._socket.settimeout(time_left(timeout, httpcore.ReadTimeout))
        return _mapped(lambda: self._socket.recv(max_bytes), httpcore.ReadTimeout, httpcore.ReadError)

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send all of `buffer`."""
        end = Clock.monotonic() + time_left(timeout, httpcore.WriteTimeout)
        rest = memoryview(buffer)  # slices of it are no copies
        while rest:
            left = time_left(end - Clock.monotonic(), httpcore.WriteTimeout)
            self._socket.settimeout(left)
            sent = _mapped(lambda: self._socket.send(rest), httpcore.WriteTimeout, httpcore.WriteError)  # noqa: B023
            rest = rest[sent:]

    def close(self) -> None:
        """Close the socket."""
        self._socket.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """Return this connection with TLS over it."""
        try:
            context = real_context(ssl_context)
            if isinstance(self._socket, ssl.SSLSocket):  # which cannot be wrapped once more
                return TunnelStream(self, context, server_hostname, timeout)
            self._socket.settimeout(time_left(timeout, httpcore.ConnectTimeout))
            secured = _mapped(
                lambda: context.wrap_socket(self._socket, server_hostname=server_hostname),
                httpcore.ConnectTimeout,
                httpcore.ConnectError,
            )
            return Stream(secured, self._streams)
        except BaseException:
            self.close()
            raise

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401 - httpcore's own signature
        """Return what httpcore asks of a connection."""
        if info == "is_readable":
            return is_readable(self._socket.fileno())
        if info == "ssl_object":
            return self._socket if isinstance(self._socket, ssl.SSLSocket) else None
        return self._socket if info == "socket" else None


class TunnelStream(httpcore.NetworkStream):
    """TLS over a connection that has TLS already: to a server, through a proxy that is spoken to over TLS."""

    def __init__(
        self, outer: Stream, context: ssl.SSLContext, server_hostname: str | None, timeout: float | None
    ) -> None:
        self._outer = outer
        self._incoming, self._outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        self._tls = context.wrap_bio(self._incoming, self._outgoing, server_hostname=server_hostname)
        end = Clock.monotonic() + time_left(timeout, httpcore.ConnectTimeout)
        _mapped(lambda: self._until_done(self._tls.do_handshake, end), httpcore.ConnectTimeout, httpcore.ConnectError)

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Return the next bytes; none at the end."""
        end = Clock.monotonic() + time_left(timeout, httpcore.ReadTimeout)
        return _mapped(
            lambda: self._until_done(lambda: self._tls.read(max_bytes), end), httpcore.ReadTimeout, httpcore.ReadError
        )

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send all of `buffer`."""
        end = Clock.monotonic() + time_left(timeout, httpcore.WriteTimeout)
        rest = memoryview(buffer)
        while rest:
            piece = rest[:RECORD_BYTES]
            sent = _mapped(
                lambda: self._until_done(lambda: self._tls.write(piece), end),  # noqa: B023
                httpcore.WriteTimeout,
                httpcore.WriteError,
            )
            rest = rest[sent:]

    def close(self) -> None:
        """Close the connection."""
        self._outer.close()

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401 - httpcore's own signature
        """Return what httpcore asks of a connection."""
        if info == "is_readable":
            return bool(self._incoming.pending or self._tls.pending() or self._outer.get_extra_info(info))
        return self._tls if info == "ssl_object" else self._outer.get_extra_info(info)

    def _until_done(self, operation: Callable[[], T], end: float) -> T:
        """Return what `operation` returns, once it has been given all records that it waits for."""
        while True:
            wanting = False
            try:
                result = operation()
            except ssl.SSLWantReadError:
                wanting = True
            if self._outgoing.pending:
                self._outer.write(self._outgoing.read(), end - Clock.monotonic())
            if not wanting:
                return result  # pyright: ignore[reportPossiblyUnbound]
            records = self._outer.read(RECORD_BYTES, end - Clock.monotonic())
            if records:
                self._incoming.write(records)
            else:
                self._incoming.write_eof()


def _mapped(operation: Callable[[], T], late: type[Exception], broken: type[Exception]) -> T:
    """Return what `operation` returns, and raise httpcore's exceptions in place of the system's."""
    try:
        return operation()
    except httpcore.TimeoutException as error:
        raise late(str(error)) from error
    except httpcore.NetworkError as error:
        raise broken(str(error)) from error
    except TimeoutError as error:
        raise late(str(error)) from error
    except OSError as error:
        raise broken(str(error)) from error


def is_readable(descriptor: int) -> bool:
    """Return whether a read of the socket would not wait; nor would it of one that is closed."""
    if descriptor < 0:
        return True
    if not hasattr(select, "poll"):  # pragma: no cover - Windows has none, and no limit to what `select` takes
        return bool(select.select([descriptor], [], [], 0)[0])
    poll = select.poll()
    poll.register(descriptor, select.POLLIN)
    return bool(poll.poll(0))

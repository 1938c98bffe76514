"""Sockets that keep a deadline: a layer under the connection pools of the SDK's own httpx clients.

httpx's timeouts are per read and per address, so a server that drips bytes outlives any of them. Here every connect,
read and write gets what is left of the running call's window. Nothing is cancelled for it, which could cost the pool a
place for good (httpcore 1.0.9). And TLS reads its certificate authorities when the first handshake needs them. Nothing
here knows requests, retries or results.
"""

from __future__ import annotations

import os
import select
import socket
import ssl
import time
from contextvars import ContextVar
from functools import cache
from typing import TYPE_CHECKING, Any

import httpcore
import httpx

from openrouter_core.errors import SDKValidationError

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["UNREAD_AUTHORITIES", "WINDOW", "Window", "authorities", "keep_windows", "require_authorities"]

SHORTEST_SECONDS = 1e-6  # a socket takes a timeout of 0 for "do not block"


class Window:
    """The time that one attempt has.

    Attributes:
        deadline: When it ends, by `time.monotonic`.
        wrote: Whether anything was written to its connection, but for what a proxy was sent to open a tunnel.
        in_tunnel: Whether a TLS handshake was begun in a tunnel.
        stream: The connection that was opened in it; `None` when one was there.
    """

    __slots__ = ("deadline", "in_tunnel", "stream", "wrote")

    def __init__(self, deadline: float) -> None:
        self.deadline = deadline
        self.wrote = False
        self.in_tunnel = False
        self.stream: Any = None

    def lost_place(self, error: BaseException) -> bool:
        """Whether the connection may have kept its place in the pool of httpcore 1.0.9 for good, as `error` ended it.

        So it is when it was cancelled before it was used, and when the handshake in a tunnel failed in any way. Who
        closes a coroutine cannot wait for another client.
        """
        ended = not isinstance(error, Exception | GeneratorExit)
        return not self.wrote and (self.in_tunnel or ended)


WINDOW: ContextVar[Window] = ContextVar("openrouter_window", default=Window(float("inf")))  # noqa: B039 - nobody reads what is noted in this one
"""The window of the attempt that is running in this thread or task."""


def keep_windows(client: httpx.Client | httpx.AsyncClient) -> None:
    """Make every connection that `client` will open, through proxies too, keep `WINDOW`.

    httpx has no public way to give its pools a network backend. The attributes that are used here are older than the
    oldest versions that this package admits, and the tests of deadlines fail without them.
    """
    wrap = _AsyncBackend if isinstance(client, httpx.AsyncClient) else _Backend
    inside: Any = client
    for transport in (inside._transport, *inside._mounts.values()):  # noqa: SLF001
        if transport is not None:  # `NO_PROXY` leaves one out
            pool = transport._pool  # noqa: SLF001
            pool._network_backend = wrap(pool._network_backend)  # noqa: SLF001


UNREAD_AUTHORITIES = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
"""Stands for `authorities()` until the first TLS handshake. By itself it trusts nobody."""


@cache
def authorities() -> ssl.SSLContext:
    """Return the process's TLS context, with the certificate authorities that httpx would take.

    To read them takes some 30 ms: once, however many cores there are, and never without TLS.
    """
    try:
        context = httpx.create_ssl_context()
    except OSError as error:
        reason = type(error).__name__
    else:
        context.set_alpn_protocols(["http/1.1"])
        return context
    raise SDKValidationError(f"the certificate authorities cannot be read ({reason})", parameter="SSL_CERT_FILE")


def require_authorities() -> None:
    """Raise `SDKValidationError` when `SSL_CERT_FILE` holds none: the first call tells it, with TLS or not."""
    file = os.environ.get("SSL_CERT_FILE")
    if file and b"-----BEGIN" not in _content(file):
        raise SDKValidationError("names no file of certificates", parameter="SSL_CERT_FILE")


def _content(file: str) -> bytes:
    try:
        with open(file, "rb") as opened:  # noqa: PTH123 - pathlib takes longer to load than all that is read here
            return opened.read()
    except (OSError, ValueError):  # ValueError: a NUL in the name
        return b""


def _read(context: ssl.SSLContext) -> ssl.SSLContext:
    return authorities() if context is UNREAD_AUTHORITIES else context


def _left(timeout: float | None) -> float:
    left = max(WINDOW.get().deadline - time.monotonic(), SHORTEST_SECONDS)
    return left if timeout is None else min(timeout, left)


def _left_to_read(timeout: float | None) -> float:
    # What has come already is read without waiting, and so a flood of bytes would outlive any timeout.
    if time.monotonic() >= WINDOW.get().deadline:
        raise httpcore.ReadTimeout("the deadline passed")
    return _left(timeout)


def _writing(buffer: bytes) -> None:
    if buffer[:1] > b"\x05":  # HTTP begins with a letter, what a SOCKS proxy is told first with 1 or 5 (RFC 1928)
        WINDOW.get().wrote = True


def _shaking_hands() -> None:
    window = WINDOW.get()
    window.in_tunnel, window.wrote = window.wrote, False  # only a proxy is sent anything before


class _Backend(httpcore.NetworkBackend):
    def __init__(self, inner: httpcore.NetworkBackend) -> None:
        self._inner = inner

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        # One address after the other, within one timeout: the socket module would give the whole of it to each.
        end = time.monotonic() + _left(timeout)
        failure: Exception = httpcore.ConnectError("the name has no address")
        for address in _addresses(host, port):
            left = max(end - time.monotonic(), SHORTEST_SECONDS)
            try:
                stream = _Stream(self._inner.connect_tcp(address, port, left, local_address, socket_options))
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
            else:
                WINDOW.get().stream = stream
                return stream
        raise failure


def _addresses(host: str, port: int) -> list[str]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise httpcore.ConnectError(str(error)) from None
    return [str(address[0]) for *_, address in found]


class _Stream(httpcore.NetworkStream):
    def __init__(self, inner: httpcore.NetworkStream) -> None:
        self._inner = inner

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, _left_to_read(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        _writing(buffer)
        self._inner.write(buffer, _left(timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        _shaking_hands()
        try:
            context = _read(ssl_context)
        except SDKValidationError:
            self.close()
            raise
        return _Stream(self._inner.start_tls(context, server_hostname, _left(timeout)))

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401 - httpcore's own signature
        return self._inner.get_extra_info(info)


class _AsyncBackend(httpcore.AsyncNetworkBackend):
    def __init__(self, inner: httpcore.AsyncNetworkBackend) -> None:
        self._inner = inner

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        left = _left(timeout)
        stream = _AsyncStream(await self._inner.connect_tcp(host, port, left, local_address, socket_options))
        WINDOW.get().stream = stream
        return stream


class _AsyncStream(httpcore.AsyncNetworkStream):
    def __init__(self, inner: httpcore.AsyncNetworkStream) -> None:
        self._inner = inner
        self._socket = inner.get_extra_info("socket") if hasattr(select, "poll") else None  # Windows has none

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return await self._inner.read(max_bytes, _left_to_read(timeout))

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        _writing(buffer)
        await self._inner.write(buffer, _left(timeout))

    async def aclose(self) -> None:
        await self._inner.aclose()

    async def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.AsyncNetworkStream:
        _shaking_hands()
        try:
            context = _read(ssl_context)
        except SDKValidationError:
            await self.aclose()
            raise
        return _AsyncStream(await self._inner.start_tls(context, server_hostname, _left(timeout)))

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401 - httpcore's own signature
        # Each call has its pool ask this of every idle connection, and anyio gathers all it knows of a socket first.
        if info == "is_readable" and self._socket is not None:
            return _is_readable(self._socket.fileno())
        return self._inner.get_extra_info(info)


def _is_readable(descriptor: int) -> bool:
    """Return whether a read of the socket would not wait; nor would it of one that is closed."""
    if descriptor < 0:
        return True
    poll = select.poll()
    poll.register(descriptor, select.POLLIN)
    return bool(poll.poll(0))

"""Sockets that keep a deadline: a layer under the connection pools of the SDK's own httpx clients.

httpx's timeouts are per read and per address, so a server that drips bytes outlives any of them. Here every connect,
read and write gets what is left of the running call's window. Nothing is cancelled for it, which could cost the pool a
place for good (httpcore 1.0.9). Nothing here knows requests, retries or results.
"""

from __future__ import annotations

import socket
import time
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any

import attrs
import httpcore
import httpx

if TYPE_CHECKING:
    import ssl
    from collections.abc import Iterable

__all__ = ["WINDOW", "Window", "keep_windows"]

SHORTEST_SECONDS = 1e-6  # a socket takes a timeout of 0 for "do not block"


@attrs.define
class Window:
    """The time that one attempt has.

    Attributes:
        deadline: When it ends, by `time.monotonic`.
        wrote: Whether anything was written to a connection in it.
    """

    deadline: float
    wrote: bool = False


WINDOW: ContextVar[Window] = ContextVar("openrouter_window", default=Window(float("inf")))  # noqa: B039 - nobody reads `wrote` of this one
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


def _left(timeout: float | None) -> float:
    left = max(WINDOW.get().deadline - time.monotonic(), SHORTEST_SECONDS)
    return left if timeout is None else min(timeout, left)


def _left_to_read(timeout: float | None) -> float:
    # What has come already is read without waiting, and so a flood of bytes would outlive any timeout.
    if time.monotonic() >= WINDOW.get().deadline:
        raise httpcore.ReadTimeout("the deadline passed")
    return _left(timeout)


def _writing() -> None:
    WINDOW.get().wrote = True


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
                return _Stream(self._inner.connect_tcp(address, port, left, local_address, socket_options))
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
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
        _writing()
        self._inner.write(buffer, _left(timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        return _Stream(self._inner.start_tls(ssl_context, server_hostname, _left(timeout)))

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
        return _AsyncStream(await self._inner.connect_tcp(host, port, left, local_address, socket_options))


class _AsyncStream(httpcore.AsyncNetworkStream):
    def __init__(self, inner: httpcore.AsyncNetworkStream) -> None:
        self._inner = inner

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return await self._inner.read(max_bytes, _left_to_read(timeout))

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        _writing()
        await self._inner.write(buffer, _left(timeout))

    async def aclose(self) -> None:
        await self._inner.aclose()

    async def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.AsyncNetworkStream:
        return _AsyncStream(await self._inner.start_tls(ssl_context, server_hostname, _left(timeout)))

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401 - httpcore's own signature
        return self._inner.get_extra_info(info)

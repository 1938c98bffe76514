"""Connections of asynchronous calls, which keep the deadline of the attempt that uses them.

The counterpart of `sockets`, on asyncio's transports. What waits here waits for a future, and it is the future that is
cancelled when time is up or the caller is: httpcore sees a timeout, and its pool stays whole. A task that is cancelled
inside httpcore 1.0.9 can keep its pool slot for good (encode/httpcore#1093).
"""

from __future__ import annotations

import asyncio
import socket
from collections import deque
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar, cast
from weakref import WeakSet

import httpcore

from openrouter_core.http.attempt import ATTEMPT, time_left
from openrouter_core.http.authorities import real_context
from openrouter_core.http.sockets import NEXT_ADDRESS_SECONDS, is_readable

if TYPE_CHECKING:
    import ssl
    from collections.abc import Iterable

__all__ = ["AsyncBackend"]

T = TypeVar("T")
MOST_UNREAD = 262_144
"""How many bytes wait here at most; then asyncio reads no more until somebody takes them."""


class AsyncBackend(httpcore.AsyncNetworkBackend):
    """Opens connections, and can close all of them."""

    def __init__(self) -> None:
        self._protocols: WeakSet[_Protocol] = WeakSet()

    def close(self) -> None:
        """Close every connection."""
        for protocol in list(self._protocols):
            protocol.transport.abort()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,  # noqa: ARG002 - httpcore's interface
        socket_options: Iterable[Any] | None = None,  # noqa: ARG002
    ) -> httpcore.AsyncNetworkStream:
        """Connect to `host`."""
        loop, left = asyncio.get_running_loop(), time_left(timeout, httpcore.ConnectTimeout)
        try:
            protocol = await _until(loop.create_task(_connected(host, port)), left, httpcore.ConnectTimeout)
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(str(error)) from error
        self._protocols.add(protocol)
        return _Stream(protocol)


async def _connected(host: str, port: int) -> _Protocol:
    """Connect to the first address of `host` that answers; they race, as in `sockets`.

    asyncio's own race (`happy_eyeballs_delay`) leaves sockets open when it is cancelled.
    """
    loop = asyncio.get_running_loop()
    addresses = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    racing: dict[asyncio.Task[None], socket.socket] = {}
    failure: BaseException = OSError("the name has no address")
    try:
        while addresses or racing:
            if addresses:
                family, _, _, _, address = addresses.pop(0)
                try:
                    opening = socket.socket(family, socket.SOCK_STREAM)
                except OSError as error:  # the system has no IPv6, say, or no more files
                    failure = error
                    continue
                opening.settimeout(0)
                racing[loop.create_task(loop.sock_connect(opening, address))] = opening
            pause = NEXT_ADDRESS_SECONDS if addresses else None
            done, _ = await asyncio.wait(racing, timeout=pause, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                opened, failed = racing.pop(task), task.exception()
                if failed is None:
                    return (await loop.create_connection(_Protocol, sock=opened))[1]
                opened.close()
                failure = failed
    finally:
        for task, opening in racing.items():
            task.cancel()
            task.add_done_callback(partial(_close, opening))  # when the loop has let go of it
    raise failure


def _close(opening: socket.socket, _: object) -> None:
    opening.close()


class _Protocol(asyncio.Protocol):
    """What has come over one connection and was not read yet."""

    transport: asyncio.Transport

    def __init__(self) -> None:
        self.unread: deque[bytes] = deque()
        self.size = 0
        self.ended = False
        self.failure: Exception | None = None
        self.may_write = True
        self._waiting: asyncio.Future[None] | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast("asyncio.Transport", transport)
        opened: socket.socket | None = transport.get_extra_info("socket")
        if opened is not None:  # pragma: no branch - a transport of another event loop may have none
            opened.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def data_received(self, data: bytes) -> None:
        self.unread.append(data)
        self.size += len(data)
        if self.size > MOST_UNREAD:
            self.transport.pause_reading()
        self._changed()

    def eof_received(self) -> None:
        self.ended = True
        self._changed()

    def connection_lost(self, exc: Exception | None) -> None:
        self.ended, self.failure, self.may_write = True, exc, True
        self._changed()

    def pause_writing(self) -> None:
        self.may_write = False

    def resume_writing(self) -> None:
        self.may_write = True
        self._changed()

    def taken(self, max_bytes: int) -> bytes:
        """Take what has come, up to `max_bytes`."""
        data = self.unread.popleft()
        if len(data) > max_bytes:
            self.unread.appendleft(data[max_bytes:])
            data = data[:max_bytes]
        if self.size > MOST_UNREAD >= self.size - len(data) and not self.transport.is_closing():
            self.transport.resume_reading()
        self.size -= len(data)
        return data

    async def change(self, timeout: float | None, late: type[Exception]) -> None:
        """Wait until something has come, or may be written, or the connection has ended."""
        self._waiting = asyncio.get_running_loop().create_future()
        await _until(self._waiting, time_left(timeout, late), late)

    def _changed(self) -> None:
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_result(None)


class _Stream(httpcore.AsyncNetworkStream):
    """A connection, plain or with TLS."""

    def __init__(self, protocol: _Protocol) -> None:
        self._protocol = protocol

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        protocol = self._protocol
        time_left(timeout, httpcore.ReadTimeout)  # what has come already is read without waiting: a flood never ends
        while not protocol.unread:
            if protocol.failure is not None:
                raise httpcore.ReadError(str(protocol.failure)) from protocol.failure
            if protocol.ended:
                return b""
            await protocol.change(timeout, httpcore.ReadTimeout)
        return protocol.taken(max_bytes)

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        protocol, rest = self._protocol, memoryview(buffer)
        end = asyncio.get_running_loop().time() + time_left(timeout, httpcore.WriteTimeout)
        while rest:
            if protocol.failure is not None or protocol.transport.is_closing():
                raise httpcore.WriteError(str(protocol.failure or "the connection is closed")) from protocol.failure
            protocol.transport.write(rest[:MOST_UNREAD])
            rest = rest[MOST_UNREAD:]
            while not protocol.may_write:
                await protocol.change(end - asyncio.get_running_loop().time(), httpcore.WriteTimeout)

    async def aclose(self) -> None:
        # Never waits. `close` would wait for the peer's `close_notify` (RFC 8446, 6.1), and httpcore's own does not.
        self._protocol.transport.abort()

    async def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.AsyncNetworkStream:
        loop, protocol = asyncio.get_running_loop(), self._protocol
        try:
            left, context = time_left(timeout, httpcore.ConnectTimeout), real_context(ssl_context)
            shaking = loop.start_tls(protocol.transport, protocol, context, server_hostname=server_hostname)
            transport = await _until(loop.create_task(shaking), left, httpcore.ConnectTimeout)
        except BaseException as error:
            protocol.transport.abort()
            if isinstance(error, OSError):
                raise httpcore.ConnectError(str(error)) from error
            raise
        protocol.transport = cast("asyncio.Transport", transport)
        return self

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401 - httpcore's own signature
        protocol = self._protocol
        if info == "is_readable":  # each call has its pool ask this of every idle connection
            opened = protocol.transport.get_extra_info("socket")
            return bool(protocol.unread or protocol.ended or opened is None or is_readable(opened.fileno()))
        return protocol.transport.get_extra_info(info)


async def _until(future: asyncio.Future[T], seconds: float, late: type[Exception]) -> T:
    """Return the result of `future`; cancel it, and raise `late`, when that takes too long or nobody wants it."""
    attempt, task = ATTEMPT.get(), cast("asyncio.Task[Any]", asyncio.current_task())
    timer = asyncio.get_running_loop().call_later(seconds, future.cancel)
    attempt.pending = future
    try:
        return await future
    except asyncio.CancelledError:
        if task.cancelling():  # the event loop ends
            raise
        raise late("the time is over") from None
    finally:
        attempt.pending = None
        timer.cancel()

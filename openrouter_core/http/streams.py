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

import httpcore

from openrouter_core.http.attempt import ATTEMPT, Clock, time_left
from openrouter_core.http.authorities import real_context
from openrouter_core.http.sockets import NEXT_ADDRESS_SECONDS, is_readable

if TYPE_CHECKING:
    import ssl

T = TypeVar("T")
MOST_UNREAD = 262_144  # bytes that wait here; with more, asyncio reads nothing until somebody takes them


class AsyncBackend(httpcore.AsyncNetworkBackend):
    """Opens connections, and can close all of them."""

    def __init__(self) -> None:
        self._streams: set[_Stream] = set()

    async def connect_tcp(self, host: str, port: int, timeout: float | None = None, *_: Any, **__: Any) -> _Stream:  # noqa: ANN401
        """Connect to `host`."""
        left = time_left(timeout, httpcore.ConnectTimeout)
        connecting = asyncio.get_running_loop().create_task(_connected(host, port, self._streams))
        try:
            return await _until(connecting, left, httpcore.ConnectTimeout)
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(str(error)) from error

    def close(self) -> None:
        """Close every connection."""
        for stream in list(self._streams):
            stream.abort()


async def _connected(host: str, port: int, streams: set[_Stream]) -> _Stream:
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
                family, *_, address = addresses.pop(0)
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
                    return (await loop.create_connection(partial(_Stream, streams), sock=opened))[1]
                opened.close()
                failure = failed
    finally:
        for task, opening in racing.items():
            task.cancel()
            task.add_done_callback(partial(_close, opening))  # when the loop has let go of it
    raise failure


def _close(opening: socket.socket, _: object) -> None:
    opening.close()


class _Stream(asyncio.Protocol, httpcore.AsyncNetworkStream):
    """A connection, plain or with TLS, and what has come over it and was not read yet."""

    transport: asyncio.Transport

    def __init__(self, streams: set[_Stream]) -> None:
        self._streams = streams
        self._unread: deque[bytes] = deque()
        self._size = 0
        self._ended = False
        self._failure: Exception | None = None
        self._may_write = True
        self._waiting: asyncio.Future[None] | None = None

    # asyncio's side

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast("asyncio.Transport", transport)
        self._streams.add(self)
        opened: socket.socket | None = transport.get_extra_info("socket")
        if opened is not None:  # pragma: no branch - a transport of another event loop may have none
            opened.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def data_received(self, data: bytes) -> None:
        self._unread.append(data)
        self._size += len(data)
        if self._size > MOST_UNREAD:
            self.transport.pause_reading()
        self._changed()

    def eof_received(self) -> None:
        self._ended = True
        self._changed()

    def connection_lost(self, exc: Exception | None) -> None:
        self._streams.discard(self)
        self._ended, self._failure, self._may_write = True, exc, True
        self._changed()

    def abort(self) -> None:
        # `close` would wait for the peer's `close_notify` (RFC 8446, 6.1), and httpcore's own streams do not. During a
        # handshake asyncio tells nobody that the connection is lost.
        self._streams.discard(self)
        self.transport.abort()

    def pause_writing(self) -> None:
        self._may_write = False

    def resume_writing(self) -> None:
        self._may_write = True
        self._changed()

    def _changed(self) -> None:
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_result(None)

    async def _change(self, left: float, late: type[Exception]) -> None:
        """Wait until something has come, or may be written, or the connection has ended."""
        self._waiting = asyncio.get_running_loop().create_future()
        await _until(self._waiting, left, late)

    # httpcore's side

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        left = time_left(timeout, httpcore.ReadTimeout)  # what has come is read without waiting: a flood never ends
        while not self._unread:
            if self._failure is not None:
                raise httpcore.ReadError(str(self._failure)) from self._failure
            if self._ended:
                return b""
            await self._change(left, httpcore.ReadTimeout)
        data = self._unread.popleft()
        if len(data) > max_bytes:
            self._unread.appendleft(data[max_bytes:])
            data = data[:max_bytes]
        if self._size > MOST_UNREAD >= self._size - len(data) and not self.transport.is_closing():
            self.transport.resume_reading()
        self._size -= len(data)
        return data

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        end, rest = Clock.monotonic() + time_left(timeout, httpcore.WriteTimeout), memoryview(buffer)
        while rest:
            if self._failure is not None or self.transport.is_closing():
                raise httpcore.WriteError(str(self._failure or "the connection is closed")) from self._failure
            self.transport.write(rest[:MOST_UNREAD])
            rest = rest[MOST_UNREAD:]
            while not self._may_write:
                await self._change(time_left(end - Clock.monotonic(), httpcore.WriteTimeout), httpcore.WriteTimeout)

    async def aclose(self) -> None:
        self.abort()  # never waits

    async def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> _Stream:
        loop = asyncio.get_running_loop()
        if self._unread:  # what came in plain text must not pass for what comes in TLS
            self.abort()
            raise httpcore.ConnectError("bytes came before the handshake")
        try:
            left, context = time_left(timeout, httpcore.ConnectTimeout), real_context(ssl_context)
            shaking = loop.create_task(loop.start_tls(self.transport, self, context, server_hostname=server_hostname))
            self.transport = cast("asyncio.Transport", await _until(shaking, left, httpcore.ConnectTimeout))
        except BaseException as error:
            self.abort()
            # `TypeError`: before Python 3.13 asyncio stumbles when TLS within TLS breaks off in the handshake.
            if isinstance(error, OSError | TypeError):
                raise httpcore.ConnectError(str(error)) from error
            raise
        return self

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401 - httpcore's own signature
        if info == "is_readable":  # each call has its pool ask this of every idle connection
            opened = self.transport.get_extra_info("socket")
            return bool(self._unread or self._ended or opened is None or is_readable(opened.fileno()))
        return self.transport.get_extra_info(info)


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

"""Connections of asynchronous calls, which keep the deadline of the attempt that uses them, and its cancellation.

The counterpart of `sockets`, on the sockets of asyncio's event loops.
"""

from __future__ import annotations

import asyncio
import socket
import ssl
import types
from collections.abc import Awaitable, Callable, Coroutine, Generator
from contextlib import suppress
from functools import partial
from typing import Any, TypeVar, cast

import httpcore

from openrouter_core.http.attempt import ATTEMPT, Attempt, Clock, Late, time_left
from openrouter_core.http.streams import CHUNK_BYTES, NEXT_ADDRESS_SECONDS, TLS, Backend, Stream, is_readable

T = TypeVar("T")
MOST_TURNS = 32  # anyio's locks take one each; in a scope that is cancelled, they take turns until they are, too


class AsyncBackend(Backend, httpcore.AsyncNetworkBackend):
    async def connect_tcp(self, host: str, port: int, timeout: float | None = None, *_: Any, **__: Any) -> _Stream:  # noqa: ANN401
        connect = partial(_connected, host, port)
        connected = await _timed(connect, timeout, httpcore.ConnectTimeout, httpcore.ConnectError)
        ATTEMPT.get().opened = stream = _Stream(connected, self._streams)
        return stream


async def _connected(host: str, port: int) -> socket.socket:
    """Return a socket that is connected to the first address of `host` that answers; they race, as in `sockets`.

    asyncio's own race (`happy_eyeballs_delay`) leaves sockets open when it is cancelled.
    """
    loop = asyncio.get_running_loop()
    addresses = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    racing: dict[asyncio.Task[None], socket.socket] = {}
    failure: BaseException | None = OSError("the name has no address")
    try:
        while addresses or racing:
            if addresses:
                family, *_, address = addresses.pop(0)
                try:
                    opening = socket.socket(family, socket.SOCK_STREAM)
                except OSError as refusal:  # the system has no IPv6, say, or no more files
                    failure = refusal
                    continue
                opening.settimeout(0)
                racing[loop.create_task(loop.sock_connect(opening, address))] = opening
            pause = NEXT_ADDRESS_SECONDS if addresses else None
            done, _ = await asyncio.wait(racing, timeout=pause, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                opened = racing.pop(task)
                failure = task.exception()
                if failure is None:
                    return opened
                opened.close()
    finally:
        for task, opening in racing.items():
            task.cancel()
            task.add_done_callback(partial(_close, opening))  # when the loop has let go of it
    raise cast("BaseException", failure)


def _close(opening: socket.socket, _: object) -> None:
    opening.close()


class _Stream(Stream, httpcore.AsyncNetworkStream):
    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        receive = partial(self._receive, max_bytes, len(self._layers))
        return await _timed(receive, timeout, httpcore.ReadTimeout, httpcore.ReadError)

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        send = partial(self._send, memoryview(buffer), len(self._layers))
        await _timed(send, timeout, self.late_write, httpcore.WriteError)

    async def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> _Stream:
        shake_hands = partial(self._secure, ssl_context, server_hostname)
        await _timed(shake_hands, timeout, httpcore.ConnectTimeout, httpcore.ConnectError)
        return self

    async def aclose(self) -> None:
        self.close()  # never waits

    async def _secure(self, context: ssl.SSLContext, server_hostname: str | None) -> None:
        layer = TLS(context, server_hostname)
        await self._run(layer.handshake(), len(self._layers))
        self._layers.append(layer)

    async def _receive(self, most: int, depth: int) -> bytes:
        """Receive through so many layers of TLS."""
        if depth:
            return await self._run(self._layers[depth - 1].read(most), depth - 1)
        if is_readable(self._socket.fileno()):  # `sock_recv` does not wait then: a flood would let nobody else run
            await asyncio.sleep(0)
            if Clock.monotonic() > cast("float", ATTEMPT.get().until):
                raise TimeoutError("the time is over")
        return await asyncio.get_running_loop().sock_recv(self._socket, most)

    async def _send(self, rest: memoryview, depth: int) -> None:
        if not depth:
            await asyncio.get_running_loop().sock_sendall(self._socket, rest)
            return
        while rest:
            rest = rest[await self._run(self._layers[depth - 1].write(rest[:CHUNK_BYTES]), depth - 1) :]

    async def _run(self, steps: Generator[tuple[bytes, bool], bytes, T], depth: int) -> T:
        """Return what an operation of TLS returns, which lies over so many layers."""
        came = cast("bytes", None)
        while True:
            try:
                outgoing, wanted = steps.send(came)
            except StopIteration as stop:
                return cast("T", stop.value)
            if outgoing:
                await self._send(memoryview(outgoing), depth)
            came = await self._receive(CHUNK_BYTES, depth) if wanted else b""


async def _timed(
    operation: Callable[[], Awaitable[T]], timeout: float | None, late: Late, broken: type[Exception]
) -> T:
    """Return what `operation` returns; raise httpcore's exceptions when it takes too long, or when the system fails."""
    attempt = ATTEMPT.get()
    attempt.until = Clock.monotonic() + time_left(timeout, late)
    try:
        return await operation()
    except asyncio.CancelledError:  # by `sheltered`
        raise late("the time is over") from None
    except (OSError, UnicodeError) as error:  # UnicodeError: a host that IDNA refuses
        raise (late if isinstance(error, TimeoutError) else broken)(str(error)) from error
    finally:
        attempt.until = None


@types.coroutine
def sheltered(work: Coroutine[Any, Any, T], attempt: Attempt) -> Generator[Any, None, T]:
    """Return what `work` returns, which uses connections of this file in the task that waits here.

    A task that is cancelled inside httpcore 1.0.9 can keep its pool slot for good (encode/httpcore#1093). So `work`
    never sees the cancellation. What it waits for in the network times out instead, and it runs on to its end without
    waiting: a connection begins nothing more for an attempt that is abandoned. Then the cancellation goes on from here.
    """
    error: BaseException | None = None
    while True:
        try:
            waited = work.send(None) if error is None else work.throw(error)
        except StopIteration as stop:
            return cast("T", stop.value)
        try:
            error = yield from _waited(waited, attempt.until)
        except BaseException as interruption:
            if attempt.connection is None:  # of ours: httpx's own pool, say, is left to itself
                error = interruption
                continue
            attempt.abandoned = True
            _finish(work, waited)
            raise


def _waited(waited: asyncio.Future[Any] | None, until: float | None) -> Generator[Any, None, BaseException | None]:
    """Wait, but not beyond `until`; return the exception that ended it, unless the caller was interrupted by it."""
    # The task is in no variable: an exception that it keeps would keep this frame, and this frame the task.
    cancelled = cast("asyncio.Task[Any]", asyncio.current_task()).cancelling()
    expired, timer = list[bool](), None
    if waited is not None and until is not None:
        left = until - Clock.monotonic()
        timer = asyncio.get_running_loop().call_later(left, lambda: expired.append(waited.cancel()))
    try:
        yield waited
    except Exception as error:  # noqa: BLE001 - of what was waited for
        return error
    except asyncio.CancelledError as error:
        if not expired or cast("asyncio.Task[Any]", asyncio.current_task()).cancelling() > cancelled:
            raise
        return error
    finally:
        if timer is not None:
            timer.cancel()
    return None


def _finish(work: Coroutine[Any, Any, Any], waited: asyncio.Future[Any] | None) -> None:
    """Run on without waiting; what was waited for counts as cancelled, but not a mere turn of the loop."""
    turns = 0
    with suppress(Exception, asyncio.CancelledError):  # at the latest `StopIteration`
        while True:
            if waited is None and turns < MOST_TURNS:
                turns += 1
                waited = work.send(None)
            else:
                if waited is not None:
                    waited.cancel()
                turns = 0
                waited = work.throw(asyncio.CancelledError())

"""How the connections of asynchronous calls wait, on the sockets of asyncio's loops, and how a call is cancelled."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Awaitable, Generator, Iterable
from contextlib import suppress
from typing import Any, TypeVar, cast

import httpcore

from openrouter_core.http.attempt import ATTEMPT, Attempt, Clock
from openrouter_core.http.steps import Steps, awaited
from openrouter_core.http.streams import Backend, is_readable

T = TypeVar("T")
MOST_TURNS = 32  # anyio's locks take one each; in a scope that is cancelled, they take turns until they are, too


class AsyncBackend(Backend, httpcore.AsyncNetworkBackend):
    run = staticmethod(awaited)

    def receive(self, connection: socket.socket, most: int) -> Steps[bytes]:
        if is_readable(connection.fileno()):  # `sock_recv` does not wait then: a flood would let nobody else run
            yield from _wait(asyncio.sleep(0))
            ATTEMPT.get().left()
        return (yield from _wait(asyncio.get_running_loop().sock_recv(connection, most)))

    def send(self, connection: socket.socket, data: memoryview) -> Steps[None]:
        yield from _wait(asyncio.get_running_loop().sock_sendall(connection, data))

    def addresses(self, host: str, port: int) -> Steps[list[Any]]:
        return (yield from _wait(asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)))

    def begin(self, opening: socket.socket, address: Any) -> asyncio.Task[None]:  # noqa: ANN401
        loop = asyncio.get_running_loop()
        return loop.create_task(loop.sock_connect(opening, address))

    def arrived(self, racing: Iterable[Any], seconds: float | None) -> Steps[list[tuple[Any, BaseException | None]]]:
        waiting = asyncio.wait(racing, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
        done, _ = yield from _wait(waiting)
        return [(task, task.exception()) for task in done]

    def abandon(self, racer: asyncio.Task[None], opening: socket.socket) -> None:
        racer.cancel()
        racer.add_done_callback(lambda _: opening.close())  # when the loop has let go of it


def _wait(awaitable: Awaitable[T]) -> Steps[T]:
    try:
        return (yield from awaitable.__await__())
    except asyncio.CancelledError:  # by `sheltered`
        raise TimeoutError("the time is over") from None


def sheltered(work: Steps[T], attempt: Attempt) -> Steps[T]:
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


def _finish(work: Steps[Any], waited: asyncio.Future[Any] | None) -> None:
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

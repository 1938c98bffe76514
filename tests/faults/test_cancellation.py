"""Cancelled, aborted or interrupted: the call ends at once, its socket is closed, and the core goes on working."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import socket
import subprocess
import sys
import threading
import time
from typing import TYPE_CHECKING, Any, TypeAlias, cast

import anyio
import httpx
import pytest

from openrouter_core import OpenRouterCore, RequestOptions
from openrouter_core.errors import RequestAbortedError
from openrouter_core.http.clients import Transport
from openrouter_funcs.byok_delete import byok_delete_async
from tests.faults import process, storm
from tests.faults.server import Pause, Say, response
from tests.systems import needs_posix_signals

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from tests.conftest import Invoke
    from tests.faults.server import Endpoint, FaultServer, Script

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n"
REFUSAL = Say(response(b"", status="503 Service Unavailable", headers=["Retry-After: 30"]))
DELETED = Say(response(b'{"deleted": true}'))
STAGES: dict[str, Script] = {
    "headers": (Pause(10),),
    "body": (Say(HEAD + b"{"), Pause(10)),
    "sleep": (REFUSAL,),
}
PLACES = 2


@pytest.fixture
def small_pool(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give every core a pool of so few places that one lost is soon missed."""
    monkeypatch.setattr(Transport, "most_connections", PLACES)


async def _cancel_each(core: OpenRouterCore, endpoint: Endpoint, *, times: int) -> None:
    """Begin a call, cancel it when its request has come, and see that it ends as cancelled: several times over."""
    for number in range(times):
        call = asyncio.ensure_future(byok_delete_async(core, id="x"))
        while endpoint.requests <= number:  # noqa: ASYNC110 - the server is another process
            await asyncio.sleep(0.005)
        await asyncio.sleep(0.02)
        call.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asyncio.wait_for(call, 5)


async def _works(core: OpenRouterCore, well: Endpoint) -> list[bool]:
    options = RequestOptions(server_url=well.url, deadline=5)
    results = await asyncio.gather(*(byok_delete_async(core, id="x", options=options) for _ in range(3 * PLACES)))
    return [result.ok for result in results]


@pytest.mark.usefixtures("small_pool")
@pytest.mark.parametrize("stage", STAGES)
def test_a_core_works_after_cancellation(faults: FaultServer, stage: str) -> None:
    """`CancelledError` goes through, the connection is closed, and no place in the pool is lost."""
    endpoint, well = faults.open(STAGES[stage]), faults.open((DELETED,))

    async def use() -> int:
        async with OpenRouterCore(server_url=endpoint.url) as core:
            before = process.sockets()
            await _cancel_each(core, endpoint, times=2 * PLACES)
            await asyncio.sleep(0.01)
            left = process.sockets() - before
            assert all(await _works(core, well))
        return len(left)

    # A connection whose answer was read to its end is kept for the next call.
    assert asyncio.run(use()) == (1 if stage == "sleep" and process.AVAILABLE else 0)
    assert endpoint.requests == 2 * PLACES


@pytest.mark.usefixtures("small_pool")
def test_a_core_works_after_cancellation_while_connecting(faults: FaultServer, unconnectable: str) -> None:
    """More calls than places, cancelled one by one: the pool of httpcore 1.0.9 would lose places for good by it."""
    well = faults.open((DELETED,))

    async def use() -> None:
        async with OpenRouterCore(server_url=unconnectable) as core:
            calls = [asyncio.ensure_future(byok_delete_async(core, id="x")) for _ in range(20 * PLACES)]
            await asyncio.sleep(0.1)
            for call in calls:
                call.cancel()
                # One gives up its place, the next takes it, and is cancelled before it connects.
                await asyncio.sleep(0)
            for result in await asyncio.gather(*calls, return_exceptions=True):
                assert isinstance(result, asyncio.CancelledError)
            assert all(await _works(core, well))

    asyncio.run(use())


# --- Every kind of cancellation, on a core with warm connections -------------------------------------------------

WARM = 5
CALLS_AFTER = 100
Cancel: TypeAlias = "Callable[[asyncio.Task[object]], Coroutine[object, None, None]]"


async def once(call: asyncio.Task[object]) -> None:
    """Cancel a call."""
    call.cancel()


async def twice(call: asyncio.Task[object]) -> None:
    """Cancel it again while it heeds the first cancellation."""
    call.cancel()
    await asyncio.sleep(0)
    call.cancel()


async def over_and_over(call: asyncio.Task[object]) -> None:
    """Cancel it in each turn of the loop until it ends, as anyio's scopes do."""
    while not call.done():
        call.cancel()
        await asyncio.sleep(0)


each_kind = pytest.mark.parametrize("cancel", [once, twice, over_and_over], ids=lambda kind: kind.__name__)


async def _warm(core: OpenRouterCore, endpoint: Endpoint) -> None:
    await asyncio.gather(*(byok_delete_async(core, id="x") for _ in range(WARM)))
    assert endpoint.connections == WARM


async def _is_whole(core: OpenRouterCore) -> None:
    """See that all calls succeed, that all slots are back, and that no task goes on."""
    options = RequestOptions(deadline=5)
    results = [await byok_delete_async(core, id="x", options=options) for _ in range(CALLS_AFTER)]
    assert sum(result.ok for result in results) == CALLS_AFTER
    transport = cast("Any", core)._session.transport(is_async=True)
    assert transport.free._value == Transport.most_connections
    assert asyncio.all_tasks() == {asyncio.current_task()}


@each_kind
@pytest.mark.parametrize("turns", range(4))
def test_a_call_that_is_cancelled_early_leaves_the_warm_connections_alone(
    faults: FaultServer, cancel: Cancel, turns: int
) -> None:
    """Before it has taken one it costs none, and later its own: the others are not thrown away with it."""
    endpoint = faults.open((DELETED,))

    async def use() -> None:
        async with OpenRouterCore(server_url=endpoint.url) as core:
            await _warm(core, endpoint)
            cancelled = 0
            for _ in range(40):
                call: asyncio.Task[object] = asyncio.ensure_future(byok_delete_async(core, id="x"))
                for _ in range(turns):
                    await asyncio.sleep(0)
                await cancel(call)
                (ended,) = await asyncio.gather(call, return_exceptions=True)
                cancelled += isinstance(ended, asyncio.CancelledError)
            assert cancelled == 40
            await _is_whole(core)
            # In its first turn a call takes a connection, in its second it sends.
            assert endpoint.connections <= WARM + (cancelled if turns > 0 else 0)
            assert endpoint.requests <= WARM + (cancelled if turns > 1 else 0) + CALLS_AFTER

    asyncio.run(use())


@each_kind
def test_a_call_that_is_cancelled_while_its_response_is_closed(
    faults: FaultServer, monkeypatch: pytest.MonkeyPatch, cancel: Cancel
) -> None:
    """The answer has come: no slot is lost, and no connection but the call's own."""
    endpoint, close, closing = faults.open((DELETED,)), httpx.Response.aclose, asyncio.Event()

    async def aclose(response: httpx.Response) -> None:
        if not closing.is_set():
            closing.set()
            await asyncio.sleep(0)
            await asyncio.sleep(0)
        await close(response)

    async def use() -> None:
        async with OpenRouterCore(server_url=endpoint.url) as core:
            closing.set()
            await _warm(core, endpoint)
            for _ in range(20):
                closing.clear()
                call: asyncio.Task[object] = asyncio.ensure_future(byok_delete_async(core, id="x"))
                await closing.wait()
                await cancel(call)
                with pytest.raises(asyncio.CancelledError):
                    await call
            closing.set()
            await asyncio.sleep(0.01)
            await _is_whole(core)
            assert endpoint.connections <= WARM + 20

    monkeypatch.setattr(httpx.Response, "aclose", aclose)
    asyncio.run(use())


async def _by_timeout(call: Coroutine[object, None, object]) -> None:
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(0.002):
            await call


async def _by_wait_for(call: Coroutine[object, None, object]) -> None:
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(call, 0.002)


async def _by_a_group(call: Coroutine[object, None, object]) -> None:
    async def fail() -> None:
        await asyncio.sleep(0.002)
        raise LookupError

    with contextlib.suppress(ExceptionGroup):
        async with asyncio.TaskGroup() as group:
            group.create_task(call)
            group.create_task(fail())


async def _by_anyio(call: Coroutine[object, None, object]) -> None:
    with anyio.move_on_after(0.002):
        await call


async def _by_a_group_of_anyio(call: Coroutine[object, None, object]) -> None:
    async def wait() -> None:
        await call

    async with anyio.create_task_group() as group:
        group.start_soon(wait)
        await anyio.sleep(0.002)
        group.cancel_scope.cancel()


WAYS = [_by_timeout, _by_wait_for, _by_a_group, _by_anyio, _by_a_group_of_anyio]


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
@pytest.mark.parametrize("stage", ["headers", "body"])
def test_whoever_cancels(faults: FaultServer, way: Callable[..., Coroutine[object, None, None]], stage: str) -> None:
    """Timeouts and groups of asyncio and anyio: each call costs its own connection, and nothing else."""
    endpoint, well = faults.open(STAGES[stage]), faults.open((DELETED,))
    slow = RequestOptions(server_url=endpoint.url)

    async def use() -> None:
        async with OpenRouterCore(server_url=well.url) as core:
            await _warm(core, well)
            for _ in range(5):
                await asyncio.gather(*(way(byok_delete_async(core, id="x", options=slow)) for _ in range(4)))
            await asyncio.sleep(0.01)
            await _is_whole(core)
            assert well.connections == WARM

    asyncio.run(use())


@each_kind
def test_a_call_that_is_cancelled_while_the_core_is_closed(faults: FaultServer, cancel: Cancel) -> None:
    """Closing waits for no call; the last one to end closes the connections, and no socket or task is left."""
    endpoint = faults.open(STAGES["headers"])

    async def use() -> None:
        before = process.sockets()
        core = OpenRouterCore(server_url=endpoint.url)
        calls: list[asyncio.Task[object]] = [asyncio.ensure_future(byok_delete_async(core, id="x")) for _ in range(5)]
        while endpoint.requests < 5:  # noqa: ASYNC110 - the server is another process
            await asyncio.sleep(0.005)
        closing = asyncio.ensure_future(core.aclose())
        for call in calls:
            await cancel(call)
        await closing
        for ended in await asyncio.gather(*calls, return_exceptions=True):
            assert isinstance(ended, asyncio.CancelledError)
        await asyncio.sleep(0.01)
        assert asyncio.all_tasks() == {asyncio.current_task()}
        assert process.sockets() <= before

    asyncio.run(use())


def test_a_call_that_is_closed_from_elsewhere_lets_go(faults: FaultServer) -> None:
    """A coroutine that is closed by who did not run it has another context: that raises nothing."""
    endpoint = faults.open(STAGES["headers"])

    async def begin() -> asyncio.Task[object]:
        task: asyncio.Task[object] = asyncio.ensure_future(byok_delete_async(core, id="x"))
        while not endpoint.requests:  # noqa: ASYNC110 - the server is another process
            await asyncio.sleep(0.005)
        return task

    with asyncio.Runner() as runner:
        before = process.sockets()
        core = OpenRouterCore(server_url=endpoint.url)
        task = runner.run(begin())
        cast("Coroutine[object, None, object]", task.get_coro()).close()
        runner.run(core.aclose())
        assert process.sockets() <= before


@pytest.mark.skipif(not process.AVAILABLE, reason="/proc tells which sockets are open")
def test_a_storm_of_cancellations_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """The storm in short: all calls succeed after it, and sockets and tasks are back to where they were."""
    monkeypatch.setattr(Transport, "most_connections", storm.CONNECTIONS)
    figures = storm.run(600)
    assert figures.cancelled >= 600
    assert figures.well, figures


def test_an_abort_before_the_first_attempt_sends_nothing(invoke: Invoke, faults: FaultServer) -> None:
    """The event is looked at before anything else."""
    endpoint, abort = faults.open((DELETED,)), threading.Event()
    abort.set()
    core = invoke.core(server_url=endpoint.url)
    error = invoke("byok_delete", core, id="x", options=RequestOptions(abort=abort)).error
    invoke.close(core)
    assert isinstance(error, RequestAbortedError)
    assert (error.attempts, error.outcome, endpoint.requests) == (0, "not_applied", 0)


def test_an_abort_wakes_a_sleep(invoke: Invoke, faults: FaultServer) -> None:
    """A call that waits for its next attempt ends at once, and knows no more than that attempt told it."""
    endpoint, abort = faults.open((REFUSAL,)), threading.Event()
    core = invoke.core(server_url=endpoint.url)
    timer = threading.Timer(0.2, abort.set)
    timer.start()
    began = time.monotonic()
    error = invoke("byok_delete", core, id="x", options=RequestOptions(abort=abort)).error
    invoke.close(core)
    timer.join()
    assert isinstance(error, RequestAbortedError)
    assert (error.attempts, error.outcome, endpoint.requests) == (1, "unknown", 1)
    assert time.monotonic() - began < 10  # the server asked for 30


def test_an_abort_during_an_attempt_lets_it_end_and_none_follow(invoke: Invoke, faults: FaultServer) -> None:
    """An answer that comes is the call's result; a failure that would be tried again is not."""
    abort = threading.Event()
    refused, answered = faults.open((Pause(0.1), REFUSAL)), faults.open((Pause(0.1), DELETED))
    options = RequestOptions(abort=abort)
    for endpoint in (refused, answered):
        abort.clear()
        core = invoke.core(server_url=endpoint.url)
        timer = threading.Timer(0.05, abort.set)
        timer.start()
        result = invoke("byok_delete", core, id="x", options=options)
        invoke.close(core)
        timer.join()
        assert endpoint.requests == 1
        assert result.ok if endpoint is answered else isinstance(result.error, RequestAbortedError)


INTERRUPTED = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background job has it ignored
from openrouter_core import OpenRouterCore
from openrouter_funcs.byok_delete import byok_delete

with OpenRouterCore(server_url=sys.argv[1]) as core:
    try:
        byok_delete(core, id="x")
    except KeyboardInterrupt:
        print(byok_delete(core, id="x").ok)
"""


def _request(connection: socket.socket) -> None:
    received = b""
    while b"\r\n\r\n" not in received:
        received += connection.recv(65_536)


@needs_posix_signals
def test_an_interrupt_closes_the_socket() -> None:
    """Ctrl-C while a sync call waits for its answer: the server sees the connection end, and the core goes on."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(20)
        url = f"http://127.0.0.1:{listener.getsockname()[1]}/api/v1"
        command = [sys.executable, "-c", INTERRUPTED, url]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:
            first, _ = listener.accept()
            with first:
                first.settimeout(20)
                _request(first)
                program.send_signal(signal.SIGINT)
                assert first.recv(1) == b""
            second, _ = listener.accept()
            with second:
                second.settimeout(20)
                _request(second)
                second.sendall(DELETED.data)
                assert program.communicate(timeout=20)[0] == "True\n"
        assert program.returncode == 0

"""Many threads, processes and event loops: each caller gets its own answer, or an `Err` that says why not."""

from __future__ import annotations

import asyncio
import multiprocessing
import pickle
import subprocess
import sys
import threading
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest

from openrouter_core import Err, Ok, OpenRouterCore, Result, RetryConfig, errors
from openrouter_core.errors import NotFoundResponseError, SDKError, SDKValidationError
from openrouter_funcs.byok_create import byok_create, byok_create_async
from openrouter_funcs.byok_delete import byok_delete, byok_delete_async
from openrouter_funcs.byok_get import byok_get, byok_get_async
from openrouter_funcs.byok_list import byok_list
from tests.faults import process
from tests.faults.recorder import Recorder
from tests.faults.server import Pause, Say, response
from tests.library import httpx
from tests.systems import needs_fork, needs_posix_signals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.conftest import Invoke
    from tests.faults.server import Endpoint, FaultServer

THREADS = 50
PROCESSES = 8
CALLS = 3


@pytest.fixture(scope="module")
def server() -> Iterator[Recorder]:
    """Return a server that is well."""
    with Recorder() as running:
        yield running


def created_as(result: Result[Any, Any]) -> str:
    """Return the name that a create was answered with."""
    return str(result.unwrap().data.name)


def test_each_thread_gets_its_own_answers(server: Recorder) -> None:
    """50 threads on one core, values and errors in turn: no answer reaches another caller."""
    together = threading.Barrier(THREADS)

    def call(thread: int) -> list[str]:
        together.wait()
        swapped: list[str] = []
        for number in range(CALLS):
            payload = f"thread-{thread}-{number}"
            if created_as(byok_create(core, key="sk-test-123", provider="openai", name=payload)) != payload:
                swapped.append(payload)
            if payload not in byok_get(core, id=payload).error.message.split():
                swapped.append(payload)
        return swapped

    with OpenRouterCore(server_url=server.url) as core, ThreadPoolExecutor(THREADS) as pool:
        assert not [payload for swapped in pool.map(call, range(THREADS)) for payload in swapped]


def test_each_task_gets_its_own_answers(server: Recorder) -> None:
    """50 tasks on one core, the same."""

    async def call(core: OpenRouterCore, task: int) -> list[bool]:
        names = [f"task-{task}-{number}" for number in range(CALLS)]
        results = [await byok_create_async(core, key="sk-test-123", provider="openai", name=name) for name in names]
        return [created_as(result) == name for result, name in zip(results, names, strict=True)]

    async def run() -> list[list[bool]]:
        async with OpenRouterCore(server_url=server.url) as core:
            return await asyncio.gather(*(call(core, task) for task in range(THREADS)))

    assert all(all(own) for own in asyncio.run(run()))


FORKING = f"""
import os, sys, threading
from concurrent.futures import ThreadPoolExecutor
from openrouter_core import OpenRouterCore
from openrouter_funcs.byok_get import byok_get

core = OpenRouterCore(server_url=sys.argv[1])

def swaps(process, threads, calls):
    together = threading.Barrier(threads)
    def call(thread):
        together.wait()
        payloads = [f"{{process}}-{{thread}}-{{number}}" for number in range(calls)]
        referer = f"https://{{process}}.example"
        answers = [byok_get(core, id=each, http_referer=referer).error.message.split() for each in payloads]
        return sum(payload not in answer for payload, answer in zip(payloads, answers))
    with ThreadPoolExecutor(threads) as pool:
        return sum(pool.map(call, range(threads)))

print("parent:", swaps("parent", 8, 1))
children = []
for number in range({PROCESSES}):
    child = os.fork()
    if not child:
        os._exit(min(swaps(f"child-{{number}}", {THREADS}, {CALLS}), 99))
    children.append(child)
print("children:", [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children])
print("parent:", swaps("parent", 8, 1))
core.close()
"""


@needs_fork
def test_forked_children_share_no_connection() -> None:
    """8 children of a parent that has called, 50 threads each: zero swaps, and each connection has one process."""
    with Recorder() as server:
        command = [sys.executable, "-W", "error", "-c", FORKING, server.url]
        program = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
        assert program.stdout.splitlines() == ["parent: 0", f"children: {[0] * PROCESSES}", "parent: 0"], program.stderr
        record = server.record()
    assert record.requests >= 2 * 8 + PROCESSES * THREADS * CALLS  # on a busy machine a call may have to try twice
    assert all(len(senders) == 1 for senders in record.senders)
    assert len({name for senders in record.senders for name in senders}) == 1 + PROCESSES


async def _close_loop(core: OpenRouterCore) -> None:
    """Close the connections of this loop; `core.aclose` would close the core for the others, too."""
    inside: Any = core
    inside._session.transport(is_async=True).close()


async def _told(core: OpenRouterCore, payload: str) -> bool:
    result = await byok_get_async(core, id=payload)
    return isinstance(result, Err) and payload in result.error.message.split()


def test_a_second_loop_when_the_first_is_gone(server: Recorder) -> None:
    """Its calls open connections of their own; those of the first loop, which was never told to close, are left."""
    core = OpenRouterCore(server_url=server.url)
    for number in range(3):
        with asyncio.Runner() as runner:
            assert runner.run(_told(core, f"loop-{number}"))
            runner.run(_close_loop(core))  # no socket outlives the test
    core.close()


def test_two_loops_at_once(server: Recorder) -> None:
    """In two threads, both alive, on one core: each gets its own answers."""
    core = OpenRouterCore(server_url=server.url)
    together = threading.Barrier(2)

    async def calls(thread: int) -> list[bool]:
        together.wait()
        told = await asyncio.gather(*(_told(core, f"loop-{thread}-{number}") for number in range(20)))
        together.wait()
        await _close_loop(core)
        return told

    with ThreadPoolExecutor(2) as pool:
        threads = [pool.submit(asyncio.run, calls(number)) for number in range(2)]
        assert all(all(thread.result()) for thread in threads)
    core.close()


def test_a_given_client_in_a_second_loop_raises_nothing(server: Recorder) -> None:
    """Its connections belong to the loop that is gone: that may be an `Err`, and is never an exception."""
    client = httpx.AsyncClient()
    core = OpenRouterCore(server_url=server.url, async_http_client=client)
    with asyncio.Runner() as first, asyncio.Runner() as second:
        assert first.run(_told(core, "first"))
        results = [second.run(byok_get_async(core, id="second")) for _ in range(3)]
        first.run(client.aclose())
    assert all(isinstance(result.error, SDKError) for result in results)


def test_a_closed_core_is_an_error(invoke: Invoke, server: Recorder) -> None:
    """Every later call says so, and sends nothing."""
    core = invoke.core(server_url=server.url)
    invoke("byok_get", core, id="x")
    invoke.close(core)
    before = server.record().requests
    for _ in range(2):
        error = invoke("byok_get", core, id="x").error
        assert isinstance(error, SDKValidationError)
        assert error.parameter == "core"
    assert server.record().requests == before


def test_another_thread_may_close_the_core(server: Recorder) -> None:
    """Calls under way end in a `Result`, and the next ones say that the core is closed; no socket is left open."""
    before = process.sockets()
    core, under_way = OpenRouterCore(server_url=server.url), threading.Barrier(9)

    def call_until_closed(number: int) -> list[SDKError]:
        found: list[SDKError] = [byok_get(core, id=f"{number}").error]
        under_way.wait()
        while not isinstance(found[-1], SDKValidationError):
            found.append(byok_get(core, id=f"{number}").error)
        return found

    with ThreadPoolExecutor(8) as pool:
        threads = [pool.submit(call_until_closed, number) for number in range(8)]
        under_way.wait()
        time.sleep(0.1)
        core.close()
        for thread in threads:
            *earlier, last = thread.result(20)
            assert last.message == "core: is closed; call inside its with block, or build another"
            assert isinstance(earlier[0], NotFoundResponseError)
    assert process.sockets() <= before


def test_a_call_under_way_is_finished(invoke: Invoke, faults: FaultServer) -> None:
    """To close a core ends no call: one waits for its answer here, one for its next attempt; then all is closed."""
    refused = Say(response(b"", status="503 Service Unavailable", headers=["Retry-After-Ms: 200"]))
    deleted = Say(response(b'{"deleted": true}'))
    for scripts in (((Pause(0.2), deleted),), ((refused,), (deleted,))):
        endpoint = faults.open(*scripts)
        core, before = invoke.core(server_url=endpoint.url), process.sockets()
        result = _closed_under_way(core, endpoint, is_async=invoke.is_async)
        assert result.ok
        assert endpoint.requests == len(scripts)
        assert (
            invoke("byok_delete", core, id="x").error.message
            == "core: is closed; call inside its with block, or build another"
        )
        assert process.sockets() <= before


def _closed_under_way(core: OpenRouterCore, endpoint: Endpoint, *, is_async: bool) -> Result[Any, Any]:
    """Begin a call, close the core when its request has come, and return the call's result."""

    async def call() -> Result[Any, Any]:
        task = asyncio.ensure_future(byok_delete_async(core, id="x"))
        while not endpoint.requests:  # noqa: ASYNC110 - the server is another process
            await asyncio.sleep(0.01)
        await core.aclose()
        result = await task
        await asyncio.sleep(0.05)  # asyncio closes a socket in the next turn of its loop
        return result

    if is_async:
        return asyncio.run(call())
    with ThreadPoolExecutor(1) as pool:
        future = pool.submit(byok_delete, core, id="x")
        while not endpoint.requests:
            time.sleep(0.01)
        core.close()
        return future.result(20)


SIGNALLED = """
import os, signal, sys
from openrouter_core import OpenRouterCore
from openrouter_core.http import clients
from openrouter_funcs.byok_get import byok_get

core = OpenRouterCore(server_url=sys.argv[1], api_key="sk-or-test-123")
signal.signal(signal.SIGTERM, lambda *_: core.close())
open_proxies = clients.getproxies

def interrupted():
    os.kill(os.getpid(), signal.SIGTERM)
    return open_proxies()

clients.getproxies = interrupted
print(byok_get(core, id="x").error)
"""


@needs_posix_signals
def test_a_signals_handler_may_close_the_core(server: Recorder) -> None:
    """As the first call opens the client, too: nothing waits for itself, and nothing is left open."""
    command = [sys.executable, "-W", "error", "-c", SIGNALLED, server.url]
    done = subprocess.run(command, capture_output=True, text=True, timeout=30, check=True)
    assert done.stdout == "core: is closed; call inside its with block, or build another\n"


def test_another_task_may_close_the_core(server: Recorder) -> None:
    """The same in one event loop, with `aclose`."""

    async def call_until_closed(core: OpenRouterCore) -> list[SDKError]:
        found: list[SDKError] = [(await byok_get_async(core, id="x")).error]
        while not isinstance(found[-1], SDKValidationError):
            found.append((await byok_get_async(core, id="x")).error)
        return found

    async def run() -> None:
        before = process.sockets()
        core = OpenRouterCore(server_url=server.url)
        tasks = [asyncio.ensure_future(call_until_closed(core)) for _ in range(8)]
        await asyncio.sleep(0.1)
        await core.aclose()
        for found in await asyncio.gather(*tasks):
            assert found[-1].message == "core: is closed; call inside its with block, or build another"
        await asyncio.sleep(0.05)
        assert process.sockets() <= before

    asyncio.run(run())


# --- Between processes -------------------------------------------------------------------------------------------


def call_there(url: str, name: str) -> list[Result[Any, Any]]:
    """Make calls in a worker process, and return their results."""
    with OpenRouterCore(server_url=url) as core:
        created = byok_create(core, key="sk-test-123", provider="openai", name=name)
        listed = byok_list(core).map(lambda page: page.result)
        return [created, listed, byok_get(core, id="missing"), byok_get(core, id=""), *_unreachable()]


def _unreachable() -> list[Result[Any, Any]]:
    with OpenRouterCore(server_url="http://127.0.0.1:9", retry_config=RetryConfig(strategy="none")) as nowhere:
        return [byok_get(nowhere, id="x")]


def back(value: Any) -> Any:  # noqa: ANN401 - anything that can travel
    """Return what came."""
    return value


@pytest.fixture(scope="module")
def workers() -> Iterator[ProcessPoolExecutor]:
    """Return a pool of one process that shares nothing with this one."""
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        yield pool


def test_results_travel_between_processes(server: Recorder, workers: ProcessPoolExecutor) -> None:
    """Values, models, responses and errors arrive as they were, there and back."""
    here = call_there(server.url, "travels")
    there = workers.submit(call_there, server.url, "travels").result(30)
    again = workers.submit(back, here).result(30)
    assert again[:2] == here[:2]
    assert [type(result) for result in there] == [Ok, Ok, Err, Err, Err]
    for mine, theirs, returned in zip(here[2:], there[2:], again[2:], strict=True):
        expected: SDKError = mine.error
        errors_there: list[SDKError] = [theirs.error, returned.error]
        for error in errors_there:
            assert (type(error), error.message) == (type(expected), expected.message)
            assert set(vars(error)) == set(vars(expected))
    created, missing = there[0], there[2]
    assert isinstance(created, Ok)
    assert created.response is not None
    assert created.response.status_code == 201
    assert created.value.data.name == "travels"
    assert isinstance(missing, Err)
    assert missing.error.error.code == 404


ERRORS = sorted(name for name, value in vars(errors).items() if name.endswith("Error") and isinstance(value, type))


@pytest.mark.parametrize("name", ERRORS)
def test_every_error_travels(name: str) -> None:
    """With every attribute, whatever its constructor takes."""
    kind = getattr(errors, name)
    required: dict[str, Any] = {"SDKValidationError": {"parameter": "id"}}.get(name, {})
    if issubclass(kind, errors.OpenRouterError):
        data = errors.ErrorData(code=404, message="no", metadata={"a": [1]})
        required = {"status_code": 404, "body": b"{}", "error": data, "prior_outcome_unknown": True, "retry_after": 2.0}
    error = kind("what happened", **required)
    error.attempts, error.outcome = 2, "unknown"
    copied = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own
    assert type(copied) is kind
    assert vars(copied) == vars(error)
    assert str(copied) == str(error)


def test_a_core_and_a_page_refuse_to_travel(server: Recorder, workers: ProcessPoolExecutor) -> None:
    """They hold a key and connections, and say what to send instead."""
    with OpenRouterCore(server_url=server.url) as core:
        page = byok_list(core).unwrap()
        for value, says in ((core, "build one in each worker"), (page, "send page.result")):
            with pytest.raises(TypeError, match=says):
                workers.submit(back, value).result(30)
        assert workers.submit(back, page.result).result(30) == page.result

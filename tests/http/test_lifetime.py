"""Whose clients there are, when they are opened, and who closes them."""

from __future__ import annotations

import asyncio
import os
import pickle
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any, cast

import pytest

from openrouter_core import Err, OpenRouterCore, errors
from openrouter_core.errors import SDKValidationError
from openrouter_core.http import clients
from openrouter_core.http.clients import Transport, library_of
from openrouter_funcs.byok_get import byok_get, byok_get_async
from tests.funcs.cases import AT_ONCE, ID
from tests.library import CHOSEN, httpx
from tests.systems import needs_fork

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytest_httpx import HTTPXMock

    from tests.conftest import Invoke


AllOpened = list[Transport]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch, httpx_mock: HTTPXMock) -> AllOpened:
    """Return a list to which all clients of the SDK's own are added; a server answers each with a 404."""
    if CHOSEN:
        pytest.skip("about the SDK's own client")
    made: AllOpened = []
    initial = Transport.__init__

    def init(self: Transport, given: object) -> None:
        initial(self, given)
        made.extend([self] if given is None else [])

    monkeypatch.setattr(Transport, "__init__", init)
    httpx_mock.add_response(status_code=404, is_reusable=True, is_optional=True)
    return made


def test_a_client_is_opened_by_the_first_call(invoke: Invoke, opened: AllOpened) -> None:
    """Constructing opens none; all calls share one; closing closes it."""
    core = invoke.core()
    assert not opened
    for _ in range(3):
        invoke("byok_get", core, id=ID)
    (client,) = opened
    assert not client.is_closed
    invoke.close(core)
    assert client.is_closed


def test_a_core_is_a_context_manager(invoke: Invoke, opened: AllOpened) -> None:
    """`with` closes what sync calls opened, `async with` what async calls opened too."""
    if invoke.is_async:

        async def use() -> None:
            async with OpenRouterCore() as core:
                byok_get(core, id=ID)
                await byok_get_async(core, id=ID)

        invoke.settle(use())
    else:
        with OpenRouterCore() as core:
            byok_get(core, id=ID)
    assert len(opened) == (2 if invoke.is_async else 1)
    assert all(client.is_closed for client in opened)


def test_a_core_that_never_called_can_be_closed(invoke: Invoke, opened: AllOpened) -> None:
    """There is nothing to close, and closing twice does no harm."""
    core = invoke.core()
    invoke.close(core)
    invoke.close(core)
    assert not opened


def test_a_core_may_be_closed_while_a_call_opens_it(
    invoke: Invoke, opened: AllOpened, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A signal handler may do so at any moment: the call is refused like every later one, and nothing stays open."""
    core = invoke.core()

    def closing(*given: object) -> object:
        core.close()
        return library_of(*cast("Any", given))

    monkeypatch.setattr(clients, "library_of", closing)
    for _ in range(2):
        assert "is closed" in str(invoke("byok_get", core, id=ID).error)
    assert all(client.is_closed for client in opened)


def test_a_given_client_stays_its_owners(invoke: Invoke, opened: AllOpened) -> None:
    """It is used, no other is opened, and closing the core leaves it open."""
    client = invoke.client(None)
    opened.clear()
    core = invoke.core(**{invoke.client_option: client})
    assert isinstance(invoke("byok_get", core, id=ID).error, errors.NotFoundResponseError)
    invoke.close(core)
    assert not opened
    assert not client.is_closed


def test_each_event_loop_has_a_client_of_its_own(opened: AllOpened) -> None:
    """Connections belong to the loop they were made in; whoever closes the core closes those of each."""
    core = OpenRouterCore()
    with asyncio.Runner() as first, asyncio.Runner() as second:
        for runner in (first, second, first, second):
            runner.run(byok_get_async(core, id=ID))
        assert len(opened) == 2
        first.run(core.aclose())
        assert [client.is_closed for client in opened] == [True, True]
        assert isinstance(second.run(byok_get_async(core, id=ID)), Err)


def test_one_loop_after_another(opened: AllOpened) -> None:
    """A loop that is gone takes its client with it, and does not stand in the way of closing."""
    core = OpenRouterCore()
    asyncio.run(_get(core))
    asyncio.run(_get(core))
    asyncio.run(core.aclose())
    assert len(opened) == 2


async def _get(core: OpenRouterCore) -> object:
    return await byok_get_async(core, id=ID)


def test_threads_share_one_client(opened: AllOpened) -> None:
    """However many threads make the first call at once."""
    core, threads = OpenRouterCore(), 8
    together = threading.Barrier(threads)

    def get(_: int) -> object:
        together.wait()
        return byok_get(core, id=ID)

    with core, ThreadPoolExecutor(threads) as pool:
        assert all(isinstance(result, Err) for result in pool.map(get, range(threads)))
    assert len(opened) == 1


def test_another_process_has_a_client_of_its_own(
    invoke: Invoke, opened: AllOpened, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the parent opened, a child neither uses nor closes: here its first act after a fork, without the fork."""
    core = invoke.core()
    invoke("byok_get", core, id=ID)
    monkeypatch.setattr(os, "getpid", lambda: 1)
    invoke("byok_get", core, id=ID)
    assert len(opened) == 2
    monkeypatch.setattr(os, "getpid", lambda: 2)
    invoke.close(core)
    assert [client.is_closed for client in opened] == [False, False]
    assert "is closed" in str(invoke("byok_get", core, id=ID).error)


def test_a_given_client_is_not_used_across_a_fork(invoke: Invoke, monkeypatch: pytest.MonkeyPatch) -> None:
    """A client that was handed in is the parent's: the child's calls say so, and so does `check`."""
    transport = httpx.MockTransport(lambda _: httpx.Response(404))
    core = invoke.core(**{invoke.client_option: invoke.client(transport)})
    monkeypatch.setattr(os, "getpid", lambda: 1)
    error = invoke("byok_get", core, id=ID).error
    assert isinstance(error, SDKValidationError)
    assert error.parameter == invoke.client_option
    assert "fork" in error.message
    assert core.check().error.message == error.message


class _Telling(BaseHTTPRequestHandler):
    """Answers with the number of the connection that a request came over."""

    protocol_version = "HTTP/1.1"
    connections = 0

    def setup(self) -> None:
        super().setup()
        _Telling.connections += 1
        self.number = _Telling.connections

    def do_GET(self) -> None:
        body = f'{{"error": {{"code": 404, "message": "connection {self.number}"}}}}'.encode()
        self.send_response(404)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - http.server's own name
        pass


@pytest.fixture
def telling() -> Iterator[str]:
    """Return the URL of a server that tells connections apart."""
    _Telling.connections = 0
    with ThreadingHTTPServer(("127.0.0.1", 0), _Telling) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def test_calls_share_a_connection(invoke: Invoke, telling: str) -> None:
    """It is kept alive from call to call."""
    core = invoke.core(server_url=telling)
    messages = {invoke("byok_get", core, id=ID).error.message for _ in range(3)}
    invoke.close(core)
    assert messages == {"byok_get: 404 connection 1"}


LOOPING = """
import asyncio, sys
from openrouter_core import OpenRouterCore
from openrouter_funcs.byok_get import byok_get_async

core = OpenRouterCore(server_url=sys.argv[1])

async def tell(and_close):
    print((await byok_get_async(core, id="x")).error.error.message)
    if and_close:
        await core.aclose()

asyncio.run(tell(False))
asyncio.run(tell(True))
"""


def run(script: str, url: str) -> list[str]:
    """Run a program of its own, and return the lines that it prints."""
    command = [sys.executable, "-W", "error", "-c", script, url]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=True).stdout.splitlines()


def test_a_loop_that_is_gone_does_not_stand_in_the_way(telling: str) -> None:
    """Its connections end with it, and the next loop has its own."""
    assert run(LOOPING, telling) == ["connection 1", "connection 2"]


FORKING = """
import os, sys
from openrouter_core import OpenRouterCore
from openrouter_funcs.byok_get import byok_get

def tell(who):
    print(who, byok_get(core, id="x").error.error.message, flush=True)

core = OpenRouterCore(server_url=sys.argv[1])
tell("parent:")
child = os.fork()
if not child:
    tell("child:")
    core.close()
    sys.exit(7)
print("exit:", os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
tell("parent:")
core.close()
"""


@needs_fork
def test_a_forked_child_opens_connections_of_its_own(telling: str) -> None:
    """A shared one would deliver the other's responses; and the parent's lives on when the child closes its own."""
    assert run(FORKING, telling) == [
        "parent: connection 1",
        "child: connection 2",
        "exit: 7",
        "parent: connection 1",
    ]


def test_a_core_refuses_to_be_pickled() -> None:
    """It holds a key and connections, and says what to do instead."""
    with pytest.raises(TypeError, match="build one in each worker"):
        pickle.dumps(OpenRouterCore(api_key="sk-or-test-123"))


def test_a_core_does_not_show_its_key() -> None:
    """Nor anything else that it was given."""
    core = OpenRouterCore(
        api_key="sk-or-test-123", server_url="https://gateway.example/?token=test", retry_config=AT_ONCE
    )
    assert repr(core) == str(core) == "OpenRouterCore(with a key)"
    assert repr(OpenRouterCore()) == "OpenRouterCore(without a key)"

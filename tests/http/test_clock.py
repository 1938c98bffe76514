"""A frozen clock, as in the tests of users: freezegun stops every clock that it finds, and calls go on."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.http.peers import Server, answer, read_request
from tests.processes import environment

if TYPE_CHECKING:
    import socket
    from collections.abc import Iterator

PREAMBLE = """
import asyncio, sys
from freezegun import freeze_time
url, moment = sys.argv[1], "2001-02-03"

def use(name):
    from openrouter_core import OpenRouterCore
    from openrouter_funcs.byok_delete import byok_delete, byok_delete_async

    core = OpenRouterCore(server_url=url)
    for _ in range(3):
        sync = byok_delete(core, id="x", options=None)
        assert sync.ok, (name, sync)
    core.close()

    async def use_async():
        async with OpenRouterCore(server_url=url) as core:
            for _ in range(3):
                result = await byok_delete_async(core, id="x")
                assert result.ok, (name, result)

    with freeze_time(moment, real_asyncio=True):
        asyncio.run(use_async())
    asyncio.run(use_async())
"""
PROGRAMS = {
    "imported before": """
import openrouter_core, openrouter_funcs.byok_delete
with freeze_time(moment, real_asyncio=True):
    use("frozen")
use("after")
""",
    "used before": """
use("before")
with freeze_time(moment, real_asyncio=True):
    use("frozen")
with freeze_time(moment, real_asyncio=True, tick=True):
    use("ticking")
with freeze_time(moment, real_asyncio=True, auto_tick_seconds=1000):
    use("leaping")
use("after")
""",
    "loaded meanwhile": """
with freeze_time(moment, real_asyncio=True):
    use("frozen")
use("after")
with freeze_time("2101-02-03", real_asyncio=True) as frozen:
    use("frozen again")
    frozen.tick(1e9)
    use("much later")
""",
    "a core over the freeze": """
from openrouter_core import OpenRouterCore
from openrouter_funcs.byok_delete import byok_delete
core = OpenRouterCore(server_url=url)
assert byok_delete(core, id="x").ok
with freeze_time(moment) as frozen:
    assert byok_delete(core, id="x").ok
    frozen.tick(1e6)
    assert byok_delete(core, id="x").ok
assert byok_delete(core, id="x").ok
core.close()
""",
}


@pytest.fixture
def server() -> Iterator[Server]:
    """Return a server that refuses every second request, so that waiting between attempts is part of each call."""
    asked: list[bytes] = []

    def speak(peer: socket.socket) -> None:
        while request := read_request(peer):
            asked.append(request)
            busy = answer(b"{}", status="503 Service Unavailable", headers=["retry-after-ms: 1"])
            peer.sendall(busy if len(asked) % 2 else answer())

    with Server(speak) as running:
        yield running


@pytest.mark.parametrize("program", PROGRAMS.values(), ids=PROGRAMS)
def test_calls_go_on_while_the_clock_stands(server: Server, program: str) -> None:
    """Sync and async, whenever the modules were loaded, and after the clock goes on: no deadline passes meanwhile."""
    command = [sys.executable, "-W", "error", "-c", PREAMBLE + program, server.url]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False, env=environment())
    assert (done.returncode, done.stderr) == (0, "")


MEANWHILE = """
import socket, threading, time
from freezegun import freeze_time

with freeze_time("2012-01-14"):
    from openrouter_core import OpenRouterCore, RetryConfig
    from openrouter_funcs.byok_get import byok_get

    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}"
        with OpenRouterCore(server_url=url, deadline=0.2, retry_config=RetryConfig(strategy="none")) as core:
            print(byok_get(core, id="x").error.message.partition(" (")[0])
print(byok_get(OpenRouterCore(server_url="http://127.0.0.1:9", deadline=0.2), id="x").ok)
"""


def test_a_deadline_passes_while_the_clock_stands() -> None:
    """In a process that imports the SDK in a frozen test, too, and after it."""
    command = [sys.executable, "-W", "error", "-c", MEANWHILE]
    done = subprocess.run(command, capture_output=True, text=True, timeout=30, check=False, env=environment())
    assert (done.stdout, done.stderr) == ("byok_get: the deadline passed\nFalse\n", "")

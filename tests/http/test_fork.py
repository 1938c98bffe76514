"""A fork while another thread makes the first call, and all that `check()` loads so that no call need."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from tests.http.peers import Server, answer, read_request
from tests.processes import environment
from tests.systems import needs_fork

if TYPE_CHECKING:
    import socket
    from collections.abc import Iterator

FORKS = 10
FORKING = """
import os, random, sys, threading, time
from openrouter_core import OpenRouterCore
from openrouter_funcs.byok_delete import byok_delete

url, delay = sys.argv[1], float(sys.argv[2])
core = OpenRouterCore(server_url=url)
results = []
thread = threading.Thread(target=lambda: results.append(byok_delete(core, id="x").ok))
thread.start()
time.sleep(delay)
child = os.fork()
if child == 0:
    from openrouter_funcs.byok_delete import byok_delete_async
    import asyncio
    ok = byok_delete(core, id="x").ok and asyncio.run(byok_delete_async(core, id="x")).ok
    os._exit(0 if ok else 1)
end = time.monotonic() + 10
while True:
    ended, status = os.waitpid(child, os.WNOHANG)
    if ended:
        break
    if time.monotonic() > end:
        os.kill(child, 9)
        os.waitpid(child, 0)
        sys.exit("the child hangs")
    time.sleep(0.005)
thread.join(20)
core.close()
assert (os.waitstatus_to_exitcode(status), results) == (0, [True]), (status, results)
"""
CHECKED = """
import json, sys
from openrouter_core import OpenRouterCore
from openrouter_funcs.byok_delete import byok_delete, byok_delete_async
from openrouter_funcs.byok_list import byok_list, byok_list_async

opened, is_noted = [], False

def note(event, arguments):
    if is_noted and event in {"open", "import"}:
        opened.append(f"{event} {arguments[0]}")

sys.addaudithook(note)
core = OpenRouterCore(server_url=sys.argv[1])
assert core.check().ok
import asyncio

known = set(sys.modules)

async def use():
    async with core:
        return (await byok_delete_async(core, id="x")).ok, (await byok_list_async(core)).ok

is_noted = True
called = [byok_delete(core, id="x").ok, byok_list(core).ok, *asyncio.run(use())]
is_noted = False
print(json.dumps({"called": called, "loaded": sorted(set(sys.modules) - known), "opened": opened}))
"""


@pytest.fixture
def server() -> Iterator[Server]:
    """Return a server that answers."""

    def speak(peer: socket.socket) -> None:
        while request := read_request(peer):
            listed = answer(b'{"data": [], "total_count": 0}')
            peer.sendall(answer() if request.startswith(b"DELETE") else listed)

    with Server(speak) as running:
        yield running


def begun(program: str, *arguments: str) -> subprocess.Popen[str]:
    """Start a program."""
    command = [sys.executable, "-W", "error", "-c", program, *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment())


def ended(program: subprocess.Popen[str]) -> tuple[int, str, str]:
    """Return a program's status and what it has written; one that hangs is killed."""
    with program:
        try:
            output, error = program.communicate(timeout=30)
        except subprocess.TimeoutExpired:
            program.kill()
            output, error = program.communicate()
        return program.returncode, output, error


@needs_fork
def test_a_child_forked_during_the_first_call_can_call(server: Server) -> None:
    """Whatever the other thread is loading at that moment: the child would wait for its import locks for ever."""
    for first in range(0, FORKS, 2):
        programs = [begun(FORKING, server.url, str(0.012 * number)) for number in (first, first + 1)]
        assert [ended(program) for program in programs] == [(0, "", "")] * 2


def test_check_loads_all_that_a_first_call_needs(server: Server) -> None:
    """No module and no file is read by the first calls after it, sync and async, of the functions imported by then."""
    program = begun(CHECKED, server.url)
    code, output, error = ended(program)
    assert (code, error) == (0, "")
    told: Any = json.loads(output)
    files = [each for each in told["opened"] if ".py" in each or each.startswith("import")]
    assert (told["called"], told["loaded"], files) == ([True] * 4, [], [])

"""What a signal handler raises is for the program: it propagates from wherever a call is, and the core goes on."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from tests.faults import process
from tests.http.peers import Server, answer, read_request
from tests.processes import environment
from tests.systems import needs_posix_signals

if TYPE_CHECKING:
    import socket
    from collections.abc import Iterator

pytestmark = [
    needs_posix_signals,
    pytest.mark.skipif(not process.AVAILABLE, reason="/proc tells what is open"),
]

CALLS_AFTER = 100
PREAMBLE = """
import json, random, signal, sys, time
from openrouter_core import Hooks, OpenRouterCore, RequestOptions
from openrouter_funcs.byok_delete import byok_delete
from tests.faults.process import sockets

class SoftTimeLimitExceeded(Exception):
    pass

well, *urls = sys.argv[1:]
slow = ""

def wait(place):
    if slow == place:
        time.sleep(30)

def key():
    wait("the key function")
    return "sk-or-test-123"

def ring(signum, frame):
    raise error

signal.signal(signal.SIGALRM, ring)
before = sockets()
hooks = Hooks(before_request=lambda *_: wait("a hook"))
core = OpenRouterCore(server_url=well, api_key=key, hooks=hooks)

def good():
    return sum(byok_delete(core, id="x").ok for _ in range(100))
"""
PLACES = ["connecting", "reading", "reading the body", "sleeping", "a hook", "the key function"]
KINDS = ["SoftTimeLimitExceeded", "TimeoutError", "OSError", "KeyboardInterrupt", "SystemExit"]
ONE_BY_ONE = f"""
places = {PLACES!r}
options = [RequestOptions(server_url=url) for url in urls] + [None, None]
core.check()  # an alarm while modules are loaded is a matter of the import system's
good()
table = {{}}
for name in {KINDS!r}:
    kind = globals().get(name) or getattr(__builtins__, name)
    for slow, option in zip(places, options, strict=True):
        error = kind("late")
        signal.setitimer(signal.ITIMER_REAL, 0.05)
        try:
            told = repr(byok_delete(core, id="x", options=option))
        except BaseException as caught:
            told = "its own" if caught is error else repr(caught)
            error = caught = None
        table[f"{{name}}, {{slow}}"] = told
    slow = ""
    table[f"{{name}}, afterwards"] = good()
core.close()
table["sockets left"] = len(sockets() - before)
print(json.dumps(table))
"""
AT_RANDOM = """
sys.unraisablehook = lambda _: None  # Python swallows what a handler raises inside the garbage collector
chance, interrupted, failed = random.Random(4), 0, []
assert byok_delete(core, id="x").ok
error = SoftTimeLimitExceeded()
while interrupted < 200:
    try:
        signal.setitimer(signal.ITIMER_REAL, chance.uniform(0.0005, 0.005), 0.05)
        while True:
            result = byok_delete(core, id="x")
            if not result.ok:
                failed.append(repr(result))
    except SoftTimeLimitExceeded as caught:
        interrupted += 1
        caught.__traceback__ = caught.__context__ = None
signal.setitimer(signal.ITIMER_REAL, 0)
afterwards = good()
core.close()
print(json.dumps({"failed": failed, "afterwards": afterwards, "sockets left": len(sockets() - before)}))
"""


def run(program: str, *urls: str) -> Any:  # noqa: ANN401 - what the program prints
    """Run a program to its end, and return what it tells."""
    # A socket that is interrupted between being made and being known is closed by the collector, which warns.
    command = [sys.executable, "-W", "error", "-W", "ignore::ResourceWarning", "-c", PREAMBLE + program, *urls]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False, env=environment())
    assert (done.returncode, done.stderr) == (0, "")
    return json.loads(done.stdout)


@pytest.fixture
def well() -> Iterator[Server]:
    """Return a server that answers at once."""

    def speak(peer: socket.socket) -> None:
        while read_request(peer):
            peer.sendall(answer())

    with Server(speak) as server:
        yield server


def test_a_handlers_exception_is_what_comes_out(unconnectable: str, well: Server) -> None:
    """The very object, wherever the call was; then 100 of 100 calls succeed, and no socket is left."""

    def silence(peer: socket.socket) -> None:
        read_request(peer)
        peer.recv(1)

    def half(peer: socket.socket) -> None:
        read_request(peer)
        peer.sendall(answer()[:-5])
        peer.recv(1)

    def refuse(peer: socket.socket) -> None:
        while read_request(peer):
            peer.sendall(answer(b"{}", status="503 Service Unavailable", headers=["Retry-After: 30"]))

    with Server(silence) as silent, Server(half) as halved, Server(refuse) as refusing:
        told = run(ONE_BY_ONE, well.url, unconnectable, silent.url, halved.url, refusing.url)
    expected: dict[str, object] = {f"{kind}, {place}": "its own" for kind in KINDS for place in PLACES}
    expected |= {f"{kind}, afterwards": CALLS_AFTER for kind in KINDS}
    assert told == expected | {"sockets left": 0}


IN_A_CODEC = """
import encodings.idna
encode, rings = encodings.idna.Codec.encode, [True]

def interrupted(self, *given):
    if rings:
        rings.clear()
        signal.raise_signal(signal.SIGALRM)
    return encode(self, *given)

error = SoftTimeLimitExceeded()
encodings.idna.Codec.encode = interrupted
try:
    told = repr(byok_delete(core, id="x"))
except SoftTimeLimitExceeded as caught:
    told = "its own" if caught is error else repr(caught)
afterwards = good()
core.close()
print(json.dumps([told, afterwards]))
"""


def test_a_handlers_exception_in_a_codec_is_what_comes_out(well: Server) -> None:
    """A name is encoded by Python code whose exceptions Python replaces by others, and httpcore drops the causes."""
    assert run(IN_A_CODEC, well.url) == ["its own", CALLS_AFTER]


def test_alarms_at_any_moment_leave_the_core_whole(well: Server) -> None:
    """200 of them, a few milliseconds apart: no call fails, 100 of 100 succeed then, and no socket is left."""
    assert run(AT_RANDOM, well.url) == {"failed": [], "afterwards": CALLS_AFTER, "sockets left": 0}

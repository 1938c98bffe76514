"""The Lambda example, invoked as Lambda does: one process, one event after the other, and what that opens and loads."""

from __future__ import annotations

import json
import socket
import sys
import threading
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

from tests.examples.scripts import EXAMPLES

from .conftest import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator

    from openrouter_core.testing import LocalOpenRouter

    from .conftest import Examples

# What Lambda's runtime does: import the handler, then read one event after the other.
RUNTIME = f"""
import contextlib, json, sys

sys.path.insert(0, {str(EXAMPLES)!r})
from lambda_handler import core, handler

class Context:
    def __init__(self, left): self.left = left
    def get_remaining_time_in_millis(self): return self.left

loaded = set(sys.modules)
print(json.dumps(sorted(loaded)), flush=True)
for line in sys.stdin:
    left, event = json.loads(line)
    with contextlib.redirect_stdout(sys.stderr):  # what it prints goes into its log
        answer = handler(event, Context(left))
    print(json.dumps([answer, sorted(sys.modules.keys() - loaded)]), flush=True)
core.close()
"""


class Relay:
    """Passes connections on to a server, counts them, and can drop those that are open."""

    def __init__(self, target: str) -> None:
        parts = urlsplit(target)
        self._target = (parts.hostname, parts.port)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}{parts.path}"
        self.open: list[socket.socket] = []
        self.connections = 0
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:  # it is closed
                return
            server = socket.create_connection(self._target)
            self.connections += 1
            self.open += [client, server]
            for source, sink in ((client, server), (server, client)):
                threading.Thread(target=self._pass_on, args=(source, sink), daemon=True).start()

    def _pass_on(self, source: socket.socket, sink: socket.socket) -> None:
        try:
            while data := source.recv(65536):
                sink.sendall(data)
            sink.shutdown(socket.SHUT_WR)
        except OSError:  # it was dropped
            pass

    def drop(self) -> None:
        """Close what is open, as a server does with a connection that was idle for too long."""
        while self.open:
            with self.open.pop() as connection, suppress(OSError):  # the other side was quicker
                connection.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Accept no more, and close what is open."""
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self.drop()


@pytest.fixture
def relay(server: LocalOpenRouter) -> Iterator[Relay]:
    """Return a relay in front of the module's server."""
    relay = Relay(server.url)
    yield relay
    relay.close()


@contextmanager
def lambda_(examples: Examples, relay: Relay) -> Generator[tuple[list[str], Callable[..., Any]]]:
    """Start the function; give what its import has loaded, and a function that invokes it.

    No invocation loads anything more, and the first least of all: its deadline has begun.
    """
    command = (sys.executable, "-W", "error", "-c", RUNTIME)
    with examples.start(*command, OPENROUTER_BASE_URL=relay.url) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        stdin, stdout = process.stdin, process.stdout

        def invoke(provider: str | None = "openai", left: int = 5000) -> Any:  # noqa: ANN401 - JSON
            event = {"version": "2.0", "queryStringParameters": {"provider": provider} if provider else None}
            stdin.write(json.dumps([left, event]) + "\n")
            stdin.flush()
            answer, late = json.loads(stdout.readline())
            assert [name for name in late if not name.startswith("encodings.")] == []
            return answer

        yield json.loads(stdout.readline()), invoke
        _, log = process.communicate(timeout=PATIENCE)
    assert "Warning" not in log
    assert process.returncode == 0


def test_importing_it_loads_what_an_invocation_needs(examples: Examples, relay: Relay) -> None:
    """So no invocation pays for it; cattrs is needed by none. Nothing is sent, nor by an invocation that is refused."""
    with lambda_(examples, relay) as (loaded, invoke):
        needed = ("httpx", "httpcore", "h11", "openrouter_funcs.models.byok")
        assert [name for name in needed if name not in loaded] == []
        assert "cattrs" not in loaded
        assert invoke(provider=None)["statusCode"] == 400
        assert relay.connections == 0


def test_a_wrong_configuration_fails_at_import(examples: Examples) -> None:
    """Before the first invocation, by the name of the variable."""
    with examples.start(sys.executable, "-c", RUNTIME, OPENROUTER_BASE_URL="ftp://nowhere") as process:
        _, log = process.communicate(timeout=PATIENCE)
    assert process.returncode == 1
    assert "OPENROUTER_BASE_URL: expected a URL" in log


def test_invocations_share_a_connection(examples: Examples, relay: Relay, server: LocalOpenRouter) -> None:
    """The first opens it, and the others find it open; each answer is one that API Gateway takes."""
    ids = server.seed(3)
    with lambda_(examples, relay) as (_, invoke):
        for _ in range(3):
            answer = invoke()
            assert answer.keys() == {"statusCode", "headers", "body"}
            assert answer["statusCode"] == 200
            assert [each["id"] for each in json.loads(answer["body"])["data"]] == ids
            assert relay.connections == 1
    assert len(server.requests) == 3


def test_a_connection_that_died_meanwhile_does_no_harm(
    examples: Examples, relay: Relay, server: LocalOpenRouter
) -> None:
    """A function may be frozen for longer than a connection lives."""
    server.seed(3)
    with lambda_(examples, relay) as (_, invoke):
        assert invoke()["statusCode"] == 200
        relay.drop()
        assert invoke()["statusCode"] == 200
    assert relay.connections == 2


def test_it_answers_before_its_time_is_up(examples: Examples, relay: Relay, server: LocalOpenRouter) -> None:
    """OpenRouter takes longer than the invocation may: that is a status, not a timeout of the function."""
    server.fail(delay=PATIENCE)
    with lambda_(examples, relay) as (_, invoke):
        assert invoke(left=400)["statusCode"] == 504
        assert relay.connections == 0  # there was no time for a call
        assert invoke(left=1000)["statusCode"] == 504
        assert invoke()["statusCode"] == 200


def test_trouble_has_a_status(examples: Examples, relay: Relay, server: LocalOpenRouter) -> None:
    """What is wrong with the question is the caller's, what is wrong with us stays ours."""
    with lambda_(examples, relay) as (_, invoke):
        assert invoke(provider="no such provider")["statusCode"] == 400
        server.fail(status=403, body={"error": {"code": 403, "message": "a word of the server"}})
        answer = invoke()
        assert answer["statusCode"] == 502
        assert "word" not in answer["body"]

"""Whatever the other end does, a call ends with a true statement: one table of broken peers, on real sockets.

A row is what the peer does to every attempt, and how get, create and delete then end: the error's class, attempts,
outcome, and how many whole requests the peer counted. After each row the same core makes one more call, which a sound
peer answers: nothing that broke may reach it.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import time
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs
import pytest

from openrouter_core import Ok
from openrouter_core.errors import (
    HTTPClientError,
    OpenRouterDefaultError,
    RequestConnectionError,
    RequestTimeoutError,
    SDKError,
)
from tests.funcs.cases import AT_ONCE, CREATE, DELETE, GET, Function
from tests.library import CHOSEN

from .server import Close, Flood, Pause, Reset, Say, response

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from openrouter_core import OpenRouterCore
    from tests.conftest import Invoke

    from .server import Endpoint, FaultServer, Script

OPENSSL = shutil.which("openssl")
DEADLINE = 0.2
FUNCTIONS = (GET, CREATE, DELETE)


@attrs.frozen
class End:
    """How a call ends: its error's class (`Ok` for none), attempts, outcome, and the requests that came whole."""

    kind: type[SDKError | Ok[Any]]
    attempts: int
    outcome: str
    requests: int


Ends: TypeAlias = tuple[End, ...]

# --- How get, create and delete end ------------------------------------------------------------------------------

ANSWERED: Ends = (End(Ok, 1, "", 1),) * 3
BROKEN: Ends = (  # nobody knows whether it was applied
    End(RequestConnectionError, 3, "not_applied", 3),
    End(RequestConnectionError, 1, "unknown", 1),
    End(RequestConnectionError, 3, "unknown", 3),
)
BROKEN_UNREAD: Ends = tuple(attrs.evolve(end, requests=0) for end in BROKEN)
BROKEN_SUCCESS: Ends = (  # the status line told that it was applied
    End(RequestConnectionError, 3, "not_applied", 3),
    End(RequestConnectionError, 1, "applied", 1),
    End(RequestConnectionError, 1, "applied", 1),
)
ENDLESS: Ends = (  # only the deadline ends it
    End(RequestTimeoutError, 1, "not_applied", 1),
    End(RequestTimeoutError, 1, "unknown", 1),
    End(RequestTimeoutError, 1, "unknown", 1),
)
STRANGE: Ends = (  # an answer, but one that says nothing of the effect
    End(OpenRouterDefaultError, 1, "not_applied", 1),
    End(OpenRouterDefaultError, 1, "unknown", 1),
    End(OpenRouterDefaultError, 1, "unknown", 1),
)
NOT_SENT: Ends = (End(RequestConnectionError, 3, "not_applied", 0),) * 3
NOT_SENT_IN_TIME: Ends = (End(RequestTimeoutError, 3, "not_applied", 0),) * 3
UNTRUSTED: Ends = (End(RequestConnectionError, 1, "not_applied", 0),) * 3


# --- What peers do -----------------------------------------------------------------------------------------------


def head(function: Function, *headers: str) -> bytes:
    """Return the status line and headers of a success, with an empty line."""
    lines = [f"HTTP/1.1 {function.success} Fine", "Content-Type: application/json", *headers, "", ""]
    return "\r\n".join(lines).encode("latin-1")


def body(function: Function) -> bytes:
    """Return the body of a success."""
    return json.dumps(function.body).encode()


def success(function: Function, *headers: str) -> bytes:
    """Return a whole success."""
    return response(body(function), status=f"{function.success} Fine", headers=headers)


def chunked(data: bytes) -> bytes:
    """Return `data` as one chunk and the last one."""
    return b"%x\r\n%b\r\n0\r\n\r\n" % (len(data), data)


EARLY_HINTS = b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"
SWITCHING = b"HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n"
NOT_THIS_ONE = response(b'{"error": {"code": 404, "message": "Not yours"}}', status="404 Not Found")

Peer: TypeAlias = "Callable[[Function], Script]"

TABLE: dict[str, tuple[Peer, Ends]] = {
    "resets before the request": (lambda _: (Reset(early=True),), BROKEN_UNREAD),
    "closes before the request": (lambda _: (Close(early=True),), BROKEN_UNREAD),
    "resets after the request": (lambda _: (Reset(),), BROKEN),
    "closes without a response": (lambda _: (Close(),), BROKEN),
    "resets within the headers": (lambda it: (Say(success(it)[:30]), Reset()), BROKEN),
    "closes an idle connection": (lambda it: (Say(success(it)), Close()), ANSWERED),
    "resets an idle connection": (lambda it: (Say(success(it)), Reset()), ANSWERED),
    "sends less than Content-Length": (
        lambda it: (Say(head(it, "Content-Length: 5000") + body(it)), Close()),
        BROKEN_SUCCESS,
    ),
    "sends a bad chunk": (
        lambda it: (Say(head(it, "Transfer-Encoding: chunked") + b"zz\r\n" + body(it) + b"\r\n0\r\n\r\n"),),
        BROKEN_SUCCESS,
    ),
    "sends conflicting Content-Lengths": (lambda it: (Say(success(it, "Content-Length: 5")),), BROKEN),
    "sends a negative Content-Length": (lambda it: (Say(head(it, "Content-Length: -1") + body(it)),), BROKEN),
    "sends no status line": (lambda it: (Say(body(it) + b"\r\n\r\n"), Close()), BROKEN),
    "sends another protocol": (lambda _: (Say(b"220 mail.example ESMTP\r\n"), Close()), BROKEN),
    "sends a header of 100 KB": (lambda it: (Say(success(it, f"X-Long: {'a' * 100_000}")),), ANSWERED),
    "sends a header of 1 MB": (lambda it: (Say(success(it, f"X-Long: {'a' * 1_000_000}")), Close()), BROKEN),
    "sends a NUL in a header": (lambda it: (Say(success(it, "X-Nul: a\0b")),), BROKEN),
    "sends a NUL in a header of 90 KB": (lambda it: (Say(success(it, f"X-Nul: \0{'a' * 90_000}")),), BROKEN),
    "sends 1,000 informational responses first": (lambda it: (Say(EARLY_HINTS * 1000 + success(it)),), ANSWERED),
    "floods with informational responses": (lambda _: (Flood(EARLY_HINTS * 20),), ENDLESS),
    "switches protocols unasked": (lambda _: (Say(SWITCHING), Pause(0.05), Close()), BROKEN),
    "sends a status of 999": (lambda it: (Say(response(body(it), status="999 Beyond")),), STRANGE),
    "sends two responses at once": (lambda it: (Say(success(it) + NOT_THIS_ONE),), ANSWERED),
    "sends two chunked responses at once": (
        lambda it: (Say(head(it, "Transfer-Encoding: chunked") + chunked(body(it)) + NOT_THIS_ONE),),
        ANSWERED,
    ),
    "sends a second response later": (lambda it: (Say(success(it)), Pause(0.02), Say(NOT_THIS_ONE)), ANSWERED),
}

TLS_TABLE: dict[str, tuple[Script, Ends]] = {
    "answers a TLS handshake in plain text": (
        (Say(response(status="400 Bad Request"), early=True), Close()),
        NOT_SENT,
    ),
    "closes in a TLS handshake": ((Close(early=True),), NOT_SENT),
    "waits for a plain request that never comes": ((Say(response()),), NOT_SENT_IN_TIME),
}

each_function = pytest.mark.parametrize("function", FUNCTIONS, ids=lambda function: function.name)


@pytest.fixture
def core(invoke: Invoke) -> Iterator[Callable[..., OpenRouterCore]]:
    """Return a function that makes cores; they are closed after the test."""
    made: list[OpenRouterCore] = []

    def make(**options: object) -> OpenRouterCore:
        made.append(invoke.core(retry_config=AT_ONCE, **options))
        return made[-1]

    yield make
    for each in made:
        invoke.close(each)


def ending(result: Any, endpoint: Endpoint) -> End:  # noqa: ANN401 - a Result of any function
    """Return how a call ended."""
    if isinstance(result, Ok):
        return End(Ok, 1, "", endpoint.requests)
    error: SDKError = result.error
    return End(type(error), error.attempts, error.outcome, endpoint.requests)


def settled(endpoint: Endpoint, scripts: int) -> None:
    """Wait until the server has done all that so many scripts say, after its answer too."""
    patience = time.monotonic() + 10
    while endpoint.played < scripts:
        assert time.monotonic() < patience
        time.sleep(0.001)


@each_function
@pytest.mark.parametrize("row", TABLE)
def test_broken_peers(
    invoke: Invoke, core: Callable[..., OpenRouterCore], faults: FaultServer, function: Function, row: str
) -> None:
    """The call ends as the table says, with a message of one line; and the next call gets its own answer."""
    peer, ends = TABLE[row]
    if ends is ENDLESS and CHOSEN:
        pytest.skip("only the SDK's own client keeps a deadline at every read")
    expected = ends[FUNCTIONS.index(function)]
    endpoint = faults.open(*[peer(function)] * expected.attempts, (Say(success(function)),))
    talking = core(server_url=endpoint.url, deadline=DEADLINE if ends is ENDLESS else 10)
    result = invoke(function.name, talking, **function.arguments)
    assert ending(result, endpoint) == expected
    if expected.kind is Ok:
        settled(endpoint, 1)
    else:
        assert len(str(result.error)) < 600
        assert str(result.error).isprintable()
        assert not str(result.error).endswith(": ")
    following = invoke(function.name, talking, **function.arguments)
    assert following.unwrap() == invoke(function.name, talking, **function.arguments).unwrap()


@each_function
def test_a_closed_idle_connection_is_replaced(
    invoke: Invoke, core: Callable[..., OpenRouterCore], faults: FaultServer, function: Function
) -> None:
    """A kept connection is used again while it is open; once the peer has closed it, a fresh one is, at once."""
    keep, close = (Say(success(function)),), (Say(success(function)), Close())
    endpoint = faults.open(keep, close, keep)
    talking = core(server_url=endpoint.url)
    connections: list[int] = []
    for count in (1, 2, 3):
        assert invoke(function.name, talking, **function.arguments).ok
        settled(endpoint, count)
        connections.append(endpoint.connections)
    assert (connections, endpoint.requests) == ([1, 1, 2], 3)


@pytest.mark.parametrize("library", [None, "httpx", "httpx2"])
@pytest.mark.parametrize("later", [False, True], ids=["at once", "later"])
def test_a_response_that_nobody_asked_for_is_nobodys(
    invoke: Invoke, core: Callable[..., OpenRouterCore], faults: FaultServer, library: str | None, *, later: bool
) -> None:
    """Of two responses to one request, the second answers no call, and its connection is not used again."""
    whole, one = success(GET), (Say(success(GET)),)
    two = (Say(whole), Pause(0.02), Say(NOT_THIS_ONE)) if later else (Say(whole + NOT_THIS_ONE),)
    endpoint = faults.open(two, one)
    client = library and client_of(library, invoke)
    talking = core(server_url=endpoint.url, **({invoke.client_option: client} if client else {}))
    assert invoke("byok_get", talking, **GET.arguments).ok
    settled(endpoint, 1)
    assert invoke("byok_get", talking, **GET.arguments).ok
    assert (endpoint.connections, endpoint.requests) == (2, 2)
    if client:
        invoke.settle(client.aclose() if invoke.is_async else client.close())


def client_of(library: str, invoke: Invoke) -> Any:  # noqa: ANN401 - one of four classes
    """Return a client of the library, of the kind that these calls need."""
    return getattr(import_module(library), "AsyncClient" if invoke.is_async else "Client")()


# --- TLS ---------------------------------------------------------------------------------------------------------


@each_function
@pytest.mark.parametrize("row", TLS_TABLE)
def test_tls_to_a_plain_port(
    invoke: Invoke, core: Callable[..., OpenRouterCore], faults: FaultServer, function: Function, row: str
) -> None:
    """Without a handshake nothing was sent: even a create is tried again, and certainly not applied."""
    script, ends = TLS_TABLE[row]
    endpoint = faults.open(script)
    talking = core(server_url=endpoint.url.replace("http:", "https:"), timeout=0.1)
    result = invoke(function.name, talking, **function.arguments)
    assert ending(result, endpoint) == ends[FUNCTIONS.index(function)]
    assert endpoint.connections == result.error.attempts


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a file with a self-signed certificate and its key."""
    file = tmp_path_factory.mktemp("tls") / "both.pem"
    arguments = f"req -x509 -newkey rsa:2048 -nodes -subj /CN=localhost -days 1 -keyout {file} -out {file}.crt"
    subprocess.run([str(OPENSSL), *arguments.split()], check=True, capture_output=True)
    file.write_bytes(file.read_bytes() + file.with_name("both.pem.crt").read_bytes())
    return file


@pytest.mark.skipif(OPENSSL is None, reason="openssl makes the certificate")
@each_function
def test_tls_with_a_bad_certificate(
    invoke: Invoke,
    core: Callable[..., OpenRouterCore],
    faults: FaultServer,
    certificate: Path,
    function: Function,
) -> None:
    """It would be as bad the next time: one attempt, one connection, no request, and the error is not transient."""
    endpoint = faults.open((Say(success(function)),), certificate=certificate)
    result = invoke(function.name, core(server_url=endpoint.url), **function.arguments)
    assert ending(result, endpoint) == UNTRUSTED[FUNCTIONS.index(function)]
    assert isinstance(result.error, HTTPClientError)
    assert (endpoint.connections, result.error.transient) == (1, False)
    assert "CERTIFICATE_VERIFY_FAILED" in str(result.error)

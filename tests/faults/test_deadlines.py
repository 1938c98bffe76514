"""Whatever a server does, a call is over when its deadline is: on real sockets, sync and async."""

from __future__ import annotations

import socket
import time
from typing import TYPE_CHECKING, Any

import httpcore
import pytest

from openrouter_core import OpenRouterCore, RetryConfig
from openrouter_core.errors import RequestConnectionError, RequestTimeoutError
from openrouter_core.http.network import WINDOW, Window, keep_windows
from tests.library import httpx

from .server import Drip, Pause, Say, response

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.conftest import Invoke

    from .server import FaultServer, Script

    MakeCore = Callable[..., OpenRouterCore]

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000000\r\n\r\n"
STALLING: dict[str, Script] = {
    "stalls before the response": (Pause(30),),
    "drips the status line and headers": (Drip(b"HTTP/1.1 200 OK\r\nX-A: " + b"a" * 100_000),),
    "stalls in the body": (Say(HEAD + b"{"), Pause(30)),
    "drips the body": (Say(HEAD), Drip(b" " * 100_000)),
    "never ends the body": (Say(HEAD.replace(b"1000000", b"9000000000")), Drip(b" ", 0.001, forever=True)),
}
DEADLINE = 0.15


@pytest.fixture
def core(invoke: Invoke) -> Iterator[MakeCore]:
    """Return a function that makes cores; they are closed after the test."""
    made: list[OpenRouterCore] = []

    def make(**options: Any) -> OpenRouterCore:  # noqa: ANN401 - whatever a core takes
        made.append(OpenRouterCore(**options))
        return made[-1]

    yield make
    for each in made:
        invoke.close(each)


@pytest.mark.parametrize("script", STALLING.values(), ids=STALLING)
@pytest.mark.parametrize("function", ["byok_get", "byok_create", "byok_delete"])
def test_a_call_ends_with_its_deadline(
    invoke: Invoke, core: MakeCore, faults: FaultServer, script: Script, function: str
) -> None:
    """The error says that the deadline passed, and after a change was sent that nobody knows whether it was made."""
    endpoint = faults.open(script)
    arguments = {"key": "sk-test-123", "provider": "openai"} if function == "byok_create" else {"id": "x"}
    warm = core(server_url=endpoint.url, deadline=DEADLINE)
    began = time.monotonic()
    error = invoke(function, warm, **arguments).error
    assert isinstance(error, RequestTimeoutError)
    assert "the deadline passed" in error.message
    assert (error.attempts, endpoint.requests) == (1, 1)
    # A body that breaks off after a status of success tells what was done with the request.
    told = "body" in next(name for name, each in STALLING.items() if each is script) and function == "byok_delete"
    assert error.outcome == {"byok_get": "not_applied"}.get(function, "applied" if told else "unknown")
    assert time.monotonic() - began < 10  # the scripts go on for longer


def test_a_full_pool_is_waited_for_no_longer_than_the_deadline(invoke: Invoke, core: MakeCore) -> None:
    """When every connection is busy, the call ends with its deadline, and was certainly not sent."""
    busy = httpx.PoolTimeout("full")
    waited: list[float] = []

    def handle(request: httpx.Request) -> httpx.Response:
        waited.append(request.extensions["timeout"]["pool"])
        raise busy

    client = invoke.client(httpx.MockTransport(handle))
    options = {invoke.client_option: client, "deadline": 0.05, "retry_config": RetryConfig(strategy="none")}
    error = invoke("byok_create", core(**options), key="sk-test-123", provider="openai").error
    assert isinstance(error, RequestTimeoutError)
    assert (error.outcome, error.transient) == ("not_applied", True)
    assert waited[0] <= 0.05


def test_the_pool_works_after_deadlines(invoke: Invoke, core: MakeCore, faults: FaultServer) -> None:
    """A deadline closes its connection and costs the pool nothing: later calls are answered."""
    endpoint = faults.open(*[(Pause(5),)] * 5, (Say(response(b'{"deleted": true}')),))
    used = core(server_url=endpoint.url, deadline=DEADLINE)
    assert [invoke("byok_delete", used, id="x").ok for _ in range(8)] == [False] * 5 + [True] * 3


def test_a_name_without_an_address_is_a_connection_error(invoke: Invoke, core: MakeCore) -> None:
    """A name that cannot be resolved is an `Err`, and nothing was sent."""
    nowhere = core(server_url="https://openrouter.invalid/api/v1", retry_config=RetryConfig(strategy="none"))
    error = invoke("byok_create", nowhere, key="sk-test-123", provider="openai").error
    assert isinstance(error, RequestConnectionError)
    assert (error.outcome, error.attempts) == ("not_applied", 1)


@pytest.mark.own_client
def test_all_addresses_of_a_name_share_one_timeout(monkeypatch: pytest.MonkeyPatch, faults: FaultServer) -> None:
    """One address after the other is tried, each with what is left; the socket module would give each the whole."""
    endpoint = faults.open((Say(response()),))
    tried: list[tuple[str, float]] = []
    connect = socket.create_connection

    def refuse_the_first(address: tuple[str, int], timeout: float, **more: Any) -> socket.socket:  # noqa: ANN401
        tried.append((address[0], timeout))
        if address[0] == "127.0.0.2":
            time.sleep(0.02)
            raise ConnectionRefusedError
        return connect(address, timeout, **more)

    def resolve(host: str, *_: object, **__: object) -> list[tuple[Any, ...]]:
        hosts = ("127.0.0.2", "127.0.0.1") if host == "two.test" else (host,)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (each, endpoint.port)) for each in hosts]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    monkeypatch.setattr(socket, "create_connection", refuse_the_first)
    with httpx.Client() as client:
        keep_windows(client)
        token = WINDOW.set(Window(time.monotonic() + 5))
        assert client.get(f"http://two.test:{endpoint.port}/", timeout=5).status_code == 200
        WINDOW.reset(token)
    (first, whole), (second, rest) = tried
    assert (first, second) == ("127.0.0.2", "127.0.0.1")
    assert rest < whole <= 5


def test_a_host_that_goes_past_the_proxy_keeps_its_deadline_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every pool of a client keeps windows: those behind proxies, and not the places where there is none."""
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("NO_PROXY", "direct.test")
    with httpx.Client() as client:
        keep_windows(client)
        inside: Any = client
        pools: list[Any] = [transport._pool for transport in inside._mounts.values() if transport is not None]
        assert len(pools) < len(inside._mounts)
        for pool in [*pools, inside._transport._pool]:
            assert isinstance(pool._network_backend, httpcore.NetworkBackend)
            assert type(pool._network_backend).__module__ == "openrouter_core.http.network"

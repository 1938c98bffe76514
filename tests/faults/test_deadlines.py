"""Whatever a server does, a call is over when its deadline is: on real sockets, sync and async."""

from __future__ import annotations

import socket
import time
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import urlsplit

import pytest

from openrouter_core import OpenRouterCore, RequestOptions, RetryConfig
from openrouter_core.errors import RequestConnectionError, RequestTimeoutError
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
    warm, began = core(server_url=endpoint.url), time.monotonic()
    deadlines, error = iter((DEADLINE, 20 * DEADLINE)), cast("Any", None)
    while not endpoint.requests:  # on a busy machine, the first deadline may pass before anything comes
        error = invoke(function, warm, **arguments, options=RequestOptions(deadline=next(deadlines))).error
    assert isinstance(error, RequestTimeoutError)
    assert "the deadline passed" in error.message
    assert error.attempts == 1
    # A body that breaks off after a status of success tells what was done with the request.
    told = "body" in next(name for name, each in STALLING.items() if each is script) and function == "byok_delete"
    assert error.outcome == {"byok_get": "not_applied"}.get(function, "applied" if told else "unknown")
    assert time.monotonic() - began < 10  # the scripts go on for longer


def test_a_full_pool_is_waited_for_no_longer_than_the_deadline(invoke: Invoke, core: MakeCore) -> None:
    """When every connection is busy, the call ends with its deadline; what was sent, only its trace would tell."""
    busy = httpx.PoolTimeout("full")
    waited: list[float] = []

    def handle(request: httpx.Request) -> httpx.Response:
        waited.append(request.extensions["timeout"]["pool"])
        raise busy

    client = invoke.client(httpx.MockTransport(handle))
    options = {invoke.client_option: client, "deadline": 0.05, "retry_config": RetryConfig(strategy="none")}
    error = invoke("byok_create", core(**options), key="sk-test-123", provider="openai").error
    assert isinstance(error, RequestTimeoutError)
    assert (error.outcome, error.transient) == ("unknown", True)
    assert waited[0] <= 0.05


def test_the_pool_works_after_deadlines(invoke: Invoke, core: MakeCore, faults: FaultServer) -> None:
    """A deadline closes its connection and costs the pool nothing: later calls are answered."""
    endpoint = faults.open(*[(Pause(5),)] * 5, (Say(response(b'{"deleted": true}')),))
    used = core(server_url=endpoint.url, deadline=DEADLINE)
    assert [invoke("byok_delete", used, id="x").ok for _ in range(5)] == [False] * 5
    ample = RequestOptions(deadline=20)  # for a busy machine
    assert [invoke("byok_delete", used, options=ample, id="x").ok for _ in range(3)] == [True] * 3


def test_a_name_without_an_address_is_a_connection_error(invoke: Invoke, core: MakeCore) -> None:
    """A name that cannot be resolved is an `Err`, and nothing was sent."""
    nowhere = core(server_url="https://openrouter.invalid/api/v1", retry_config=RetryConfig(strategy="none"))
    error = invoke("byok_create", nowhere, key="sk-test-123", provider="openai").error
    assert isinstance(error, RequestConnectionError)
    assert (error.outcome, error.attempts) == ("not_applied", 1)


@pytest.fixture
def addresses(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, int]]:
    """Return the addresses of `several.test`, for the test to give it some."""
    found: list[tuple[str, int]] = []
    resolve = socket.getaddrinfo

    def resolved(host: Any, *more: Any, **options: Any) -> list[tuple[Any, ...]]:  # noqa: ANN401
        if host != "several.test":
            return [*resolve(host, *more, **options)]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", address) for address in found]

    monkeypatch.setattr(socket, "getaddrinfo", resolved)
    return found


@pytest.mark.own_client
def test_a_dead_address_does_not_take_the_time_of_the_others(
    invoke: Invoke, core: MakeCore, faults: FaultServer, addresses: list[tuple[str, int]], unconnectable: str
) -> None:
    """A name may have an address that nobody answers at: the next one is tried while there is time."""
    endpoint = faults.open((Say(response(b'{"deleted": true}')),))
    addresses += [("127.0.0.1", urlsplit(unconnectable).port or 0), ("127.0.0.1", endpoint.port)]
    url = "http://several.test/api/v1"
    assert invoke("byok_delete", core(server_url=url, allow_insecure_http=True, deadline=20), id="x").ok
    assert (endpoint.connections, endpoint.requests) == (1, 1)


@pytest.mark.own_client
def test_all_addresses_share_one_deadline(
    invoke: Invoke, core: MakeCore, addresses: list[tuple[str, int]], unconnectable: str
) -> None:
    """When none answers, the call ends with its deadline, and nothing was sent."""
    addresses += [("127.0.0.1", urlsplit(unconnectable).port or 0)] * 3
    url = "http://several.test/api/v1"
    error = invoke("byok_delete", core(server_url=url, allow_insecure_http=True, deadline=DEADLINE), id="x").error
    assert isinstance(error, RequestTimeoutError)
    assert (error.attempts, error.outcome) == (1, "not_applied")


@pytest.mark.own_client
def test_a_deadline_is_kept_with_proxies_too(
    invoke: Invoke, faults: FaultServer, addresses: list[tuple[str, int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the client of a proxy, and by that of what is asked for without one."""
    for excepted, proxies in (("", 1), ("several.test", 0)):
        endpoint = faults.open((Pause(30),))
        addresses[:] = [("127.0.0.1", 9 if proxies else endpoint.port)]
        monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{endpoint.port if proxies else 9}")
        monkeypatch.setenv("NO_PROXY", excepted)
        core = OpenRouterCore(server_url="http://several.test/api/v1", allow_insecure_http=True, deadline=DEADLINE)
        error = invoke("byok_get", core, id="x").error
        invoke.close(core)
        assert isinstance(error, RequestTimeoutError)
        assert "the deadline passed" in error.message
        assert endpoint.requests == 1

"""What a program's surroundings do to a call: proxies, event loops that end, hooks of the client, odd hooks of ours."""

from __future__ import annotations

import enum
import pickle
import socket
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from openrouter_core import Hooks, OpenRouterCore, RequestOptions, Response, errors
from openrouter_core.testing import LocalOpenRouter
from openrouter_funcs.byok_list import byok_list
from tests.funcs.cases import ID, NO_RETRIES
from tests.library import httpx

if TYPE_CHECKING:
    from collections.abc import Iterator

    from openrouter_core.http.wire import Request
    from tests.conftest import Invoke


@pytest.fixture(scope="module")
def server() -> Iterator[LocalOpenRouter]:
    """Return a local OpenRouter."""
    with LocalOpenRouter() as local:
        yield local


@pytest.mark.parametrize("variable", ["HTTP_PROXY", "ALL_PROXY"])
def test_no_proxy_stands_before_loopback(
    invoke: Invoke, server: LocalOpenRouter, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    """Plain http is allowed to the own machine because no network sees it; a proxy would see the key."""
    monkeypatch.setenv(variable, "http://127.0.0.1:9")
    for url in (server.url, server.url.replace("127.0.0.1", "localhost")):
        core = OpenRouterCore(api_key=server.management_key, server_url=url, retry_config=NO_RETRIES)
        assert invoke("byok_list", core).ok
        invoke.close(core)


@pytest.mark.parametrize(
    "host",
    ["localhost", "localhost.", "api.localhost", "127.0.0.1", "127.0.0.2", "[::1]", "[0:0:0::1]", "[::ffff:127.0.0.1]"],
)
def test_no_proxy_sees_what_is_for_this_machine(invoke: Invoke, monkeypatch: pytest.MonkeyPatch, host: str) -> None:
    """However it is written: what plain http is allowed to, no proxy is asked for."""
    with socket.create_server(("127.0.0.1", 0)) as proxy:
        monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{proxy.getsockname()[1]}")
        core = OpenRouterCore(server_url=f"http://{host}:9", retry_config=NO_RETRIES, timeout=0.5)
        assert isinstance(invoke("byok_get", core, id=ID).error, errors.HTTPClientError)
        invoke.close(core)
        proxy.setblocking(False)  # noqa: FBT003 - the name of it is the method's
        with pytest.raises(BlockingIOError):
            proxy.accept()


@pytest.mark.own_client
def test_a_host_that_idna_refuses_is_looked_up_all_the_same(invoke: Invoke) -> None:
    """Not every name that begins with `xn--` can be shown decoded, and it need not be."""
    core = invoke.core(server_url="https://xn--n3h.test", retry_config=NO_RETRIES)
    error = invoke("byok_get", core, id=ID).error
    invoke.close(core)
    assert isinstance(error, errors.RequestConnectionError)
    assert error.message.endswith(" (https://xn--n3h.test)")


def test_an_error_names_where_the_call_went(invoke: Invoke) -> None:
    """That may be elsewhere, when a hook says so; what an error shows is host and port, and no more."""
    elsewhere = "http://user:sk-test-word@127.0.0.1:9/elsewhere?k=sk-test-query"
    hooks = Hooks(before_request=lambda _, request: attrs.evolve(request, url=elsewhere))
    core = invoke.core(hooks=hooks, retry_config=NO_RETRIES)
    error = invoke("byok_get", core, id=ID).error
    invoke.close(core)
    assert isinstance(error, errors.RequestConnectionError)
    assert error.message.endswith(" (http://127.0.0.1:9)")


@pytest.mark.parametrize(
    ("given", "is_told"),
    [({}, True), ({"api_key": "sk-or-test-123"}, False), ({"headers": {"authorization": "Bearer sk-or-test"}}, False)],
    ids=["none", "a key", "a header"],
)
def test_a_401_tells_when_the_core_has_no_key(invoke: Invoke, given: dict[str, Any], *, is_told: bool) -> None:
    """Whatever a hook makes of the request."""

    def anonymous(_: object, request: Request) -> Request:
        kept = {name: value for name, value in request.headers.items() if name.lower() != "authorization"}
        return attrs.evolve(request, headers=kept)

    options = RequestOptions(headers=given.get("headers"))
    core = invoke.core(
        lambda _: httpx.Response(401), api_key=given.get("api_key"), hooks=Hooks(before_request=anonymous)
    )
    error = invoke("byok_get", core, options=options, id=ID).error
    assert ("OPENROUTER_API_KEY" in str(error)) == is_told


LOOPING = """
import asyncio, gc, os, sys
from openrouter_core import OpenRouterCore
from openrouter_funcs.byok_list import byok_list_async

core = OpenRouterCore(server_url=sys.argv[1], api_key="sk-or-unknown-123")

def run(times):
    for _ in range(times):
        asyncio.run(byok_list_async(core))
    gc.collect()
    return len(os.listdir("/proc/self/fd"))

before = run(3)
print(run(10) - before, len(core._session._transports))
"""


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="counts file descriptors in /proc")
def test_event_loops_that_end_are_let_go(server: LocalOpenRouter) -> None:
    """A program that runs one event loop after another over one core holds no more than the last one's connections."""
    command = [sys.executable, "-c", LOOPING, server.url]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout == "0 1\n"


def test_a_client_that_raises_for_statuses_changes_nothing(invoke: Invoke, server: LocalOpenRouter) -> None:
    """`raise_for_status` as an event hook is common: a 400 stays one, and says that nothing was applied."""

    def check(response: httpx.Response) -> None:
        response.raise_for_status()

    async def check_async(response: httpx.Response) -> None:
        response.raise_for_status()

    hooks: Any = {"response": [check_async if invoke.is_async else check]}
    client: Any = (httpx.AsyncClient if invoke.is_async else httpx.Client)(event_hooks=hooks)
    options: dict[str, Any] = {invoke.client_option: client}
    core = OpenRouterCore(api_key=server.management_key, server_url=server.url, **options)
    error = invoke("byok_create", core, key="sk-test-123", provider="nobody").error
    assert isinstance(error, errors.BadRequestResponseError)
    assert (error.outcome, error.status_code) == ("not_applied", 400)
    invoke.settle(client.aclose() if invoke.is_async else client.close())


def test_what_a_hook_of_a_client_raises_proves_nothing(invoke: Invoke, server: LocalOpenRouter) -> None:
    """Not even when it is an error of ours that elsewhere says that nothing was sent: the create was made."""
    server.reset()

    def check(_: httpx.Response) -> None:
        raise errors.SDKValidationError("is closed", parameter="core")

    async def check_async(_: httpx.Response) -> None:
        raise errors.SDKValidationError("is closed", parameter="core")

    hooks: Any = {"response": [check_async if invoke.is_async else check]}
    client: Any = (httpx.AsyncClient if invoke.is_async else httpx.Client)(event_hooks=hooks)
    options: dict[str, Any] = {invoke.client_option: client}
    core = OpenRouterCore(api_key=server.management_key, server_url=server.url, **options)
    error = invoke("byok_create", core, key="sk-test-123", provider="openai").error
    assert isinstance(error, errors.UnexpectedClientError)
    assert (error.outcome, error.attempts) == ("unknown", 1)
    with server.core() as other:
        assert byok_list(other).unwrap().result.total_count == 1
    invoke.settle(client.aclose() if invoke.is_async else client.close())


class Provider(str, enum.Enum):  # noqa: UP042 - the older form is the case
    """Slugs as an application might name them."""

    OPENAI = "openai"


def test_a_string_enumeration_is_sent_as_its_text(invoke: Invoke, server: LocalOpenRouter) -> None:
    """In a query as in a body it is `openai`, and not `Provider.OPENAI`."""
    server.reset()
    core = server.core()
    assert invoke("byok_create", core, key="sk-test-123", provider=Provider.OPENAI).ok
    assert invoke("byok_list", core, provider=Provider.OPENAI).unwrap().result.total_count == 1
    invoke.close(core)


@pytest.mark.parametrize("wrong", [{"body": "{}"}, {"body": None}, {"status_code": "200"}], ids=str)
def test_a_response_that_a_hook_makes_wrong_is_an_err(
    invoke: Invoke, server: LocalOpenRouter, wrong: dict[str, Any]
) -> None:
    """What is no response cannot be made, and the hook that tried has failed."""
    hooks = Hooks(after_success=lambda _, response: attrs.evolve(response, **wrong))
    core = OpenRouterCore(api_key=server.management_key, server_url=server.url, hooks=hooks)
    error = invoke("byok_list", core).error
    assert isinstance(error, errors.UnexpectedClientError)
    assert "TypeError" in error.message
    invoke.close(core)


def test_an_error_that_a_hook_gives_stays_the_callers(invoke: Invoke) -> None:
    """A hook may give one and the same error to every call; each call returns a copy."""
    shared = errors.RequestConnectionError("maintenance", attempts=7, outcome="unknown")
    hooks = Hooks(after_error=lambda _, __: shared)
    core = invoke.core(lambda _: httpx.Response(503), hooks=hooks)
    error = invoke("byok_get", core, id=ID).error
    assert (error.message, error.attempts, error.outcome) == ("maintenance", 1, "not_applied")
    assert (shared.attempts, shared.outcome) == (7, "unknown")


class OwnTimeoutError(errors.RequestTimeoutError, TimeoutError):
    """An error of the caller's that is one of Python's too."""


def test_an_error_of_the_callers_own_class_is_returned(invoke: Invoke) -> None:
    """Whatever else its class stands on."""
    core = invoke.core(
        lambda _: httpx.Response(503), hooks=Hooks(after_error=lambda _, __: OwnTimeoutError("maintenance"))
    )
    error = invoke("byok_get", core, id=ID).error
    assert isinstance(error, OwnTimeoutError)
    assert error.message == pickle.loads(pickle.dumps(error)).message == "maintenance"  # noqa: S301 - our own


def test_a_response_is_made_of_bytes() -> None:
    """The error of one that is not shows nothing of the value."""
    wrong: Any = "sk-test-123"
    with pytest.raises(TypeError, match=r"^a Response is an int, headers, bytes, and a str or None$"):
        Response(200, body=wrong)

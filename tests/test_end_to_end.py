"""The whole story over a real socket: a credential's life, many of them, and every kind of failure, sync and async.

This file stands alone: it runs against an installed wheel as well, without the sources and without the other tests.
"""

from __future__ import annotations

import asyncio
import os
import socket
from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

import pytest

from openrouter_core import BackoffStrategy, Err, Ok, OpenRouterCore, RetryConfig, Secret, errors
from openrouter_core.testing import LocalOpenRouter
from openrouter_funcs.byok_list import byok_list, byok_list_async

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Iterator

    from openrouter_core import Result

UNKNOWN_ID = "11111111-2222-3333-4444-555555555555"
FIRST_KEY, SECOND_KEY = "sk-test-first-provider-key-AbCd", "sk-test-second-provider-key-WxYz"
AT_ONCE = RetryConfig(backoff=BackoffStrategy(initial_interval=0))
CHOSEN = os.environ.get("TEST_CLIENT", "")
"""The library whose clients are handed in; `""` for the SDK's own client."""


@pytest.fixture(scope="module")
def _running() -> Iterator[LocalOpenRouter]:
    # What the machine has configured, a proxy say, is not to stand between these tests and loopback.
    with pytest.MonkeyPatch.context() as patch, LocalOpenRouter() as running:
        for name in list(os.environ):
            if name.upper().startswith("OPENROUTER_") or name.upper().endswith("_PROXY"):
                patch.delenv(name)
        yield running


@pytest.fixture
def server(_running: LocalOpenRouter) -> LocalOpenRouter:
    """Return a local OpenRouter whose state is fresh."""
    _running.reset()
    return _running


class User:
    """Somebody who calls functions: synchronously, or their async twins in an event loop of their own."""

    def __init__(self, server: LocalOpenRouter, runner: asyncio.Runner | None) -> None:
        self.server, self._runner = server, runner
        self._cores: list[OpenRouterCore] = []
        self._clients: list[Any] = []
        self.own_core = self.core(server.management_key)

    def core(self, api_key: str | None, server_url: str | None = None) -> OpenRouterCore:
        """Return a core with this key, which is closed when the test is over."""
        url = server_url or self.server.url
        core = OpenRouterCore(api_key=api_key, server_url=url, retry_config=AT_ONCE, **self._client())
        self._cores.append(core)
        return core

    def _client(self) -> dict[str, Any]:
        """Return the option that hands in a client of the chosen library, if one is."""
        if not CHOSEN:
            return {}
        kind = "Client" if self._runner is None else "AsyncClient"
        self._clients.append(getattr(import_module(CHOSEN), kind)(trust_env=False))
        return {"http_client" if self._runner is None else "async_http_client": self._clients[-1]}

    def call(self, name: str, core: OpenRouterCore | None = None, /, **arguments: object) -> Result[Any, Any]:
        """Call the function `name`, with the management key unless another core is given."""
        twin = name if self._runner is None else f"{name}_async"
        function: Callable[..., Any] = getattr(import_module(f"openrouter_funcs.{name}"), twin)
        result: Result[Any, Any] = self.done(function(core or self.own_core, **arguments))
        return result

    def done(self, value: Any) -> Any:  # noqa: ANN401 - a value, or the coroutine that gives it
        """Return a value, awaited if need be."""
        return value if self._runner is None else self._runner.run(_awaited(value))

    def listed(self, values: Iterable[Any] | AsyncIterator[Any]) -> list[Any]:
        """Return all that an iterator, sync or async, gives."""
        return list(cast("Iterable[Any]", values)) if self._runner is None else self._runner.run(_listed(values))

    def close(self) -> None:
        """Close all cores, and the clients that were handed in."""
        for each in (*self._cores, *self._clients):
            self.done(each.close() if self._runner is None else each.aclose())


async def _awaited(value: Awaitable[Any]) -> Any:  # noqa: ANN401
    return await value


async def _listed(values: Any) -> list[Any]:  # noqa: ANN401 - an async iterable, but typed as what both runs have
    return [value async for value in values]


@pytest.fixture(params=["sync", "async"])
def user(request: pytest.FixtureRequest, server: LocalOpenRouter) -> Iterator[User]:
    """Call synchronously in one run of the test, and asynchronously in the other."""
    if request.param == "sync":
        somebody = User(server, None)
        yield somebody
        somebody.close()
    else:
        with asyncio.Runner() as runner:
            somebody = User(server, runner)
            yield somebody
            somebody.close()


def test_the_life_of_a_credential(user: User, server: LocalOpenRouter) -> None:
    """List, create, get, rename, disable, restrict, clear, rotate, delete: each does on the server what it says."""
    assert user.call("byok_list").unwrap().result.data == ()

    created = user.call("byok_create", key=FIRST_KEY, provider="openai", name="Production").unwrap().data
    assert (created.provider, created.name, created.disabled, created.is_fallback) == (
        "openai",
        "Production",
        False,
        False,
    )
    assert created.workspace_id == server.account.default_workspace_id
    assert created.label.endswith("AbCd")
    assert FIRST_KEY not in repr(created)
    assert server.verify_key(created.id, FIRST_KEY)
    assert user.call("byok_get", id=created.id).unwrap().data == created
    assert user.call("byok_list").unwrap().result.data == (created,)

    renamed = user.call("byok_update", id=created.id, name="Staging").unwrap().data
    assert (renamed.name, renamed.label) == ("Staging", created.label)
    changed = (
        user.call(
            "byok_update", id=created.id, disabled=True, allowed_models=["openai/gpt-5"], declared_region="europe"
        )
        .unwrap()
        .data
    )
    assert (changed.name, changed.disabled) == ("Staging", True)
    assert (changed.allowed_models, changed.declared_region) == (("openai/gpt-5",), "europe")
    cleared = (
        user.call("byok_update", id=created.id, name=None, allowed_models=None, declared_region=None).unwrap().data
    )
    assert (cleared.name, cleared.allowed_models, cleared.declared_region) == (None, None, None)
    assert cleared.disabled
    assert user.call("byok_update", id=created.id).unwrap().data == cleared

    rotated = user.call("byok_update", id=created.id, key=Secret(SECOND_KEY)).unwrap().data
    assert rotated.label.endswith("WxYz")
    assert server.verify_key(created.id, SECOND_KEY)
    assert not server.verify_key(created.id, FIRST_KEY)
    assert user.call("byok_get", id=created.id).unwrap().data == rotated

    assert user.call("byok_delete", id=created.id).unwrap().deleted is True
    assert not server.verify_key(created.id, SECOND_KEY)
    for name in ("byok_get", "byok_update", "byok_delete"):
        assert isinstance(user.call(name, id=created.id).error, errors.NotFoundResponseError)
    assert user.call("byok_list").unwrap().result.total_count == 0


def test_many_credentials(user: User, server: LocalOpenRouter) -> None:
    """120 credentials come page by page, each once and in order, whichever way they are walked."""
    ids = server.seed(120)
    page = user.call("byok_list").unwrap()
    assert [len(one.unwrap().own_items) for one in user.listed(page)] == [50, 50, 20]
    assert [item.unwrap().id for item in user.listed(page.items())] == ids
    assert [item.id for item in user.done(page.collect()).unwrap()] == ids
    assert [item.id for item in user.done(page.collect(max_items=60)).unwrap()] == ids[:60]
    second = user.done(page.next()).unwrap()
    assert [item.id for item in second.own_items] == ids[50:100]
    assert user.done(user.done(second.next()).unwrap().next()) is None
    assert [request.query.get("offset") for request in server.requests] == [
        *(None, "50", "100"),  # the pages
        *("50", "100"),  # the items
        *("50", "100"),  # all as a list
        *("50",),  # the first 60
        *("50", "100"),  # by hand
    ]
    assert len(user.call("byok_list", limit=100, offset=30).unwrap().own_items) == 90
    assert user.call("byok_list", provider="anthropic").unwrap().result.total_count == 0


def test_a_page_that_fails_is_a_value(user: User, server: LocalOpenRouter) -> None:
    """What came before it is kept."""
    server.seed(120)
    server.fail(method="GET", path="/byok", after=1, status=403)
    items = user.listed(user.call("byok_list").unwrap().items())
    assert [type(item) for item in items] == [Ok] * 50 + [Err]
    assert isinstance(items[-1].error, errors.ForbiddenResponseError)


REQUESTS: dict[str, dict[str, object]] = {
    "byok_list": {},
    "byok_create": {"key": FIRST_KEY, "provider": "openai"},
    "byok_get": {"id": UNKNOWN_ID},
    "byok_update": {"id": UNKNOWN_ID, "name": "Renamed"},
    "byok_delete": {"id": UNKNOWN_ID},
}


@pytest.mark.parametrize("name", REQUESTS)
def test_keys_that_may_not(user: User, server: LocalOpenRouter, name: str) -> None:
    """No key and an unknown one are a 401, the ordinary key is a 403, and nothing is done."""
    for key, kind, status in (
        (None, errors.UnauthorizedResponseError, 401),
        ("sk-or-test-unknown", errors.UnauthorizedResponseError, 401),
        (server.ordinary_key, errors.ForbiddenResponseError, 403),
    ):
        error = user.call(name, user.core(key), **REQUESTS[name]).error
        assert type(error) is kind
        assert (error.status_code, error.attempts, error.outcome) == (status, 1, "not_applied")
    assert user.call("byok_list").unwrap().result.total_count == 0


REFUSED: list[tuple[str, dict[str, object]]] = [
    ("byok_list", {"limit": 101}),
    ("byok_list", {"workspace_id": "nowhere"}),
    ("byok_create", {"key": "", "provider": "openai"}),
    ("byok_create", {"key": FIRST_KEY, "provider": "nobody"}),
    ("byok_create", {"key": FIRST_KEY, "provider": "openai", "name": "n" * 256}),
]


@pytest.mark.parametrize(("name", "arguments"), REFUSED)
def test_what_the_server_refuses(user: User, name: str, arguments: dict[str, object]) -> None:
    """A 400 says what was wrong, in the server's words."""
    error = user.call(name, **arguments).error
    assert isinstance(error, errors.BadRequestResponseError)
    assert error.error is not None
    assert error.message == f"{name}: 400 {error.error.message}"


@pytest.mark.parametrize("id_", [UNKNOWN_ID, "../keys", "a/b?c#d", "é ", "%"])
def test_an_id_that_is_none(user: User, server: LocalOpenRouter, id_: str) -> None:
    """Whatever an id holds, it reaches its own endpoint and no other."""
    for name in ("byok_get", "byok_update", "byok_delete"):
        assert isinstance(user.call(name, id=id_).error, errors.NotFoundResponseError)
    assert all(request.path.count("/") == 4 for request in server.requests)


BAD: list[tuple[str, dict[str, object], str]] = [
    ("byok_list", {"workspaceid": "w"}, "workspaceid"),
    ("byok_create", {"provider": "openai"}, "key"),
    ("byok_get", {"id": ".."}, "id"),
    ("byok_update", {"id": UNKNOWN_ID, "disabled": "yes"}, "disabled"),
    ("byok_delete", {"id": None}, "id"),
]


@pytest.mark.parametrize(("name", "arguments", "parameter"), BAD)
def test_bad_arguments(
    user: User, server: LocalOpenRouter, name: str, arguments: dict[str, object], parameter: str
) -> None:
    """They are named, and nothing is sent."""
    error = user.call(name, **arguments).error
    assert isinstance(error, errors.SDKValidationError)
    assert error.parameter == parameter
    assert not server.requests


@pytest.mark.parametrize("name", REQUESTS)
def test_nobody_there(user: User, name: str) -> None:
    """No connection is a value, too."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        url = f"http://127.0.0.1:{taken.getsockname()[1]}/api/v1"
    error = user.call(name, user.core("sk-or-test-123", url), **REQUESTS[name]).error
    assert isinstance(error, errors.RequestConnectionError)
    assert (error.attempts, error.outcome) == (3, "not_applied")


def test_a_server_that_stumbles(user: User, server: LocalOpenRouter) -> None:
    """A read is tried again; a create that may have been applied is not, and says so."""
    server.fail(method="GET", status=503, times=2)
    assert user.call("byok_list").ok
    assert len(server.requests) == 3
    server.fail(method="POST", status=502, apply=True)
    error = user.call("byok_create", key=FIRST_KEY, provider="openai").error
    assert isinstance(error, errors.OpenRouterDefaultError)
    assert (error.status_code, error.attempts, error.outcome) == (502, 1, "unknown")
    (there,) = user.call("byok_list").unwrap().own_items
    server.fail(method="DELETE", close="body")
    gone = user.call("byok_delete", id=there.id).error
    assert isinstance(gone, errors.RequestConnectionError)
    assert gone.outcome == "applied"
    server.fail(method="POST", close="before", apply=True)
    error = user.call("byok_create", key=FIRST_KEY, provider="openai").error
    assert isinstance(error, errors.RequestConnectionError)
    assert (error.attempts, error.outcome) == (1, "unknown")


def test_one_core_for_sync_and_async(server: LocalOpenRouter) -> None:
    """One core serves both, at the same time."""
    server.seed(3)

    async def use() -> list[int]:
        async with server.core() as core:
            first, second = await asyncio.gather(byok_list_async(core), byok_list_async(core))
            third = await asyncio.to_thread(byok_list, core)
            return [page.unwrap().result.total_count for page in (first, second, third)]

    assert asyncio.run(use()) == [3, 3, 3]

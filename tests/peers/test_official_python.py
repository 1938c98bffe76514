"""OpenRouter's own Python client, unmodified, takes the local server for the real one, sync and async."""

from __future__ import annotations

import asyncio
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

import pytest

pytest.importorskip("openrouter", reason="the official client is not installed: pip install 'openrouter-funcs[test]'")

from openrouter import OpenRouter, errors
from openrouter.utils import BackoffStrategy, RetryConfig

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from openrouter_core.testing import LocalOpenRouter

# On Python 3.12 and 3.13 a dependency of the client looks at names of `ast` that are going away.
pytestmark = pytest.mark.filterwarnings(r"ignore:ast\.(Num|Str|Bytes|NameConstant) is deprecated:DeprecationWarning")

# Without it the client repeats whatever is answered with a 5XX for an hour.
ONCE = RetryConfig("none", BackoffStrategy(1, 1, 1, 1), retry_connection_errors=False)
NOBODY = "00000000-0000-4000-8000-000000000000"


class Official:
    """The client, whose calls are made sync or async and are the same to a test."""

    def __init__(self, client: OpenRouter, runner: asyncio.Runner | None) -> None:
        self._byok: Any = client.byok
        self._runner = runner

    def __call__(self, name: str, /, **arguments: object) -> Any:  # noqa: ANN401 - whatever the client returns
        """Call the method `name` of `client.byok`, or its async twin."""
        method = getattr(self._byok, name if self._runner is None else f"{name}_async")
        return self.settle(method(**arguments))

    def settle(self, value: Any) -> Any:  # noqa: ANN401 - whatever the client returns
        """Return `value`, awaited if this is the async run."""
        return value if self._runner is None else self._runner.run(_awaited(value))


async def _awaited(value: Any) -> Any:  # noqa: ANN401 - whatever the client returns
    return await value


async def _close(client: Any) -> None:  # noqa: ANN401 - its way of closing has no types
    await client.__aexit__(None, None, None)


@pytest.fixture(params=["sync", "async"])
def official(request: pytest.FixtureRequest, server: LocalOpenRouter) -> Iterator[Callable[..., Official]]:
    """Return a function that makes a client, by default with the management key."""
    with ExitStack() as stack:
        runner = stack.enter_context(asyncio.Runner()) if request.param == "async" else None

        def make(api_key: str | None = server.management_key, retries: RetryConfig = ONCE) -> Official:
            client = OpenRouter(api_key=api_key, server_url=server.url, retry_config=retries)
            if runner is None:
                stack.enter_context(client)
            else:
                stack.callback(runner.run, _close(client))
            return Official(client, runner)

        yield make


def test_the_life_of_a_credential(official: Callable[..., Official], server: LocalOpenRouter) -> None:
    """Create, get, update (leave, clear, set, rotate) and delete do what the client's documentation says."""
    call = official()
    settings: dict[str, object] = {
        "name": "Production",
        "disabled": True,
        "is_fallback": True,
        "is_required": True,
        "is_byok_only": False,
        "allowed_models": ["openai/gpt-4o"],
        "allowed_api_key_hashes": [server.account.api_key_hash],
        "allowed_user_ids": ["user_123"],
        "declared_region": "europe",
        "declared_zdr": True,
    }
    workspace_id = server.account.add_workspace()
    created = call("create", key="sk-proj-example-AbCd", provider="openai", workspace_id=workspace_id, **settings).data
    assert {name: getattr(created, name) for name in settings} == settings
    assert (created.provider, created.workspace_id, created.label) == ("openai", workspace_id, "sk-...AbCd")
    assert call("get", id=created.id).data == created

    changed = call("update", id=created.id, name=None, disabled=False, key="sk-proj-example-WxYz").data
    assert (changed.name, changed.disabled, changed.label) == (None, False, "sk-...WxYz")
    assert changed.allowed_models == settings["allowed_models"]
    assert server.verify_key(created.id, "sk-proj-example-WxYz")
    assert call("get", id=created.id).data == changed

    assert call("delete", id=created.id).DELETED is True
    for name in ("get", "update", "delete"):
        with pytest.raises(errors.NotFoundResponseError):
            call(name, id=created.id)
    assert not server.verify_key(created.id, "sk-proj-example-WxYz")


@pytest.mark.parametrize(("limit", "sizes"), [(50, [50, 50, 20]), (60, [60, 60, 0]), (100, [100, 20])])
def test_it_walks_through_the_pages(
    official: Callable[..., Official], server: LocalOpenRouter, limit: int, sizes: list[int]
) -> None:
    """Every credential once, in order; the client asks for one page more when the last one is full."""
    ids = server.seed(120)
    call = official()
    pages = [call("list", limit=limit)]
    while (page := call.settle(pages[-1].next())) is not None:
        pages.append(page)
    assert [len(page.result.data) for page in pages] == sizes
    assert [item.id for page in pages for item in page.result.data] == ids
    assert {page.result.total_count for page in pages} == {120}


def test_it_filters_a_list(official: Callable[..., Official], server: LocalOpenRouter) -> None:
    """By provider and by workspace."""
    server.seed(3)
    (anthropic,) = server.seed(1, "anthropic")
    elsewhere = server.account.add_workspace()
    call = official()
    call("create", key="sk-ant-example-AbCd", provider="anthropic", workspace_id=elsewhere)
    assert [item.id for item in call("list", provider="anthropic").result.data] == [anthropic]
    (there,) = call("list", workspace_id=elsewhere).result.data
    assert (there.workspace_id, there.sort_order) == (elsewhere, 0)


CREATION = {"key": "sk-proj-example-AbCd", "provider": "openai"}
CALLS: dict[str, dict[str, object]] = {
    "list": {},
    "create": {**CREATION},
    "get": {"id": NOBODY},
    "update": {"id": NOBODY, "name": "Retired"},
    "delete": {"id": NOBODY},
}


def refused(call: Official, name: str, /, **arguments: object) -> errors.OpenRouterError:
    """Make a call that must fail, and return its error."""
    with pytest.raises(errors.OpenRouterError) as raised:
        call(name, **CALLS[name], **arguments)
    return raised.value


def described(error: Any) -> tuple[Any, ...]:  # noqa: ANN401 - `data` is an attribute of its classes only
    """Return the class of an error, its status, and code and message from its body."""
    return error.__class__, error.status_code, error.data.error.code, error.data.error.message


@pytest.mark.parametrize("name", CALLS)
def test_keys_that_may_not(official: Callable[..., Official], server: LocalOpenRouter, name: str) -> None:
    """None and an unknown one are a 401, one that is no management key a 403."""
    cases = [
        (None, errors.UnauthorizedResponseError, 401, "Missing Authentication header"),
        ("sk-or-test-unknown", errors.UnauthorizedResponseError, 401, "Invalid credentials"),
        (server.ordinary_key, errors.ForbiddenResponseError, 403, "Only management keys can perform this operation"),
    ]
    for key, kind, status, message in cases:
        assert described(refused(official(key), name)) == (kind, status, status, message)


@pytest.mark.parametrize(
    ("name", "arguments", "message"),
    [
        ("list", {"limit": 101}, "limit: must be an integer from 1 to 100"),
        ("list", {"workspace_id": NOBODY}, "workspace_id: is not a workspace of this account"),
        ("create", {"name": "n" * 256}, "name: must have at most 255 characters, or null"),
        ("create", {"is_byok_only": True, "is_fallback": True}, "is_byok_only: cannot be combined with is_fallback"),
        ("create", {"allowed_api_key_hashes": []}, "allowed_api_key_hashes: must have 1 to 100 entries, or null"),
    ],
)
def test_requests_that_break_the_contract(
    official: Callable[..., Official], name: str, arguments: dict[str, object], message: str
) -> None:
    """A 400 whose message names the field."""
    error = refused(official(), name, **arguments)
    assert described(error) == (errors.BadRequestResponseError, 400, 400, message)


def test_an_update_that_breaks_the_contract(official: Callable[..., Official], server: LocalOpenRouter) -> None:
    """The same for an existing credential."""
    (existing,) = server.seed(1)
    with pytest.raises(errors.BadRequestResponseError, match="key: "):
        official()("update", id=existing, key="")


@pytest.mark.parametrize("name", ["get", "update", "delete"])
def test_an_unknown_id(official: Callable[..., Official], name: str) -> None:
    """A 404."""
    assert described(refused(official(), name)) == (errors.NotFoundResponseError, 404, 404, "Resource not found")


@pytest.mark.parametrize("name", CALLS)
def test_a_failure_of_the_server(official: Callable[..., Official], server: LocalOpenRouter, name: str) -> None:
    """A fault's 500 is the client's own class for it."""
    server.fail(status=500)
    error = refused(official(), name)
    assert described(error) == (errors.InternalServerResponseError, 500, 500, "Internal Server Error")


def test_a_conflict(official: Callable[..., Official], server: LocalOpenRouter) -> None:
    """The one documented status that this server has no reason of its own to answer."""
    server.fail(method="PATCH", status=409, body={"error": {"code": 409, "message": "is being changed"}})
    assert described(refused(official(), "update")) == (errors.ConflictResponseError, 409, 409, "is being changed")


def test_its_retries_end_when_the_fault_does(official: Callable[..., Official], server: LocalOpenRouter) -> None:
    """Two 503s that ask for a wait of a millisecond, then the answer: three requests."""
    server.fail(status=503, times=2, headers={"retry-after-ms": "1"})
    backoff = RetryConfig("backoff", BackoffStrategy(1, 10, 1.5, 10_000), retry_connection_errors=True)
    assert official(retries=backoff)("list").result.total_count == 0
    assert len(server.requests) == 3

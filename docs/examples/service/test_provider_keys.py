"""Every outcome of `store_key`, on a local OpenRouter: no account, no network, no mock."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from provider_keys import Refused, Stored, TryLater, store_key

from openrouter_core import OpenRouterCore, RetryConfig

if TYPE_CHECKING:
    from collections.abc import Iterator

    from openrouter_core.testing import LocalOpenRouter

OLD, NEW = "sk-proj-example-AbCd", "sk-proj-example-WxYz"


def store(core: OpenRouterCore, key: str = OLD, name: str = "production") -> Stored | Refused | TryLater:
    """Store a key for OpenAI."""
    return store_key(core, provider="openai", name=name, key=key)


@pytest.fixture
def hasty(openrouter_server: LocalOpenRouter) -> Iterator[OpenRouterCore]:
    """Return a core that tries once: retrying is the SDK's business, what comes of it is ours."""
    key, url = openrouter_server.management_key, openrouter_server.url
    with OpenRouterCore(api_key=key, server_url=url, retry_config=RetryConfig(strategy="none")) as core:
        yield core


def test_a_key_that_is_not_there_is_created(openrouter: OpenRouterCore, openrouter_server: LocalOpenRouter) -> None:
    """The server tells whether it arrived, although no answer ever holds it."""
    stored = store(openrouter)
    assert isinstance(stored, Stored)
    assert stored.is_new
    assert openrouter_server.verify_key(stored.id, OLD)


def test_a_key_that_is_there_is_rotated(openrouter: OpenRouterCore, openrouter_server: LocalOpenRouter) -> None:
    """Even when it is on the second page of the list."""
    openrouter_server.seed(120)
    first, second = store(openrouter, OLD), store(openrouter, NEW)
    assert isinstance(first, Stored)
    assert second == Stored(first.id, is_new=False)
    assert openrouter_server.verify_key(first.id, NEW)
    assert not openrouter_server.verify_key(first.id, OLD)


def test_a_create_whose_answer_is_lost_is_not_done_twice(
    openrouter: OpenRouterCore, openrouter_server: LocalOpenRouter
) -> None:
    """The server creates it and answers 500; we look, and find it."""
    openrouter_server.fail(method="POST", status=500, apply=True)
    stored = store(openrouter)
    assert isinstance(stored, Stored)
    assert openrouter_server.verify_key(stored.id, OLD)
    assert [request.method for request in openrouter_server.requests] == ["GET", "POST", "GET"]


def test_a_create_that_did_not_happen_is_for_later(hasty: OpenRouterCore, openrouter_server: LocalOpenRouter) -> None:
    """The connection breaks before the change; there is nothing to find."""
    openrouter_server.fail(method="POST", close="before")
    assert isinstance(store(hasty), TryLater)
    assert isinstance(store(hasty), Stored)


def test_what_is_wrong_is_refused(openrouter: OpenRouterCore, openrouter_server: LocalOpenRouter) -> None:
    """A bad name, an unknown key of ours, one that may not: the reason says which."""
    refused = store(openrouter, name="n" * 256)
    assert isinstance(refused, Refused)
    assert "name: must have at most 255 characters" in refused.why
    for key, reason in (("sk-or-test-unknown", "401"), (openrouter_server.ordinary_key, "403")):
        with openrouter_server.core(key) as core:
            refused = store(core)
        assert isinstance(refused, Refused)
        assert reason in refused.why


def test_a_server_that_asks_for_patience_gets_it(hasty: OpenRouterCore, openrouter_server: LocalOpenRouter) -> None:
    """How long to wait is passed on."""
    openrouter_server.fail(status=429, headers={"Retry-After": "1"})
    later = store(hasty)
    assert isinstance(later, TryLater)
    assert later.after_seconds == 1


def test_a_credential_that_goes_away_meanwhile_is_for_later(
    hasty: OpenRouterCore, openrouter_server: LocalOpenRouter
) -> None:
    """It was in the list, and is gone when we change it."""
    store(hasty)
    openrouter_server.fail(method="PATCH", status=404)
    assert isinstance(store(hasty, NEW), TryLater)


@pytest.mark.parametrize("method", ["GET", "POST", "PATCH"])
@pytest.mark.parametrize(
    "fault",
    [
        {"status": 500},
        {"status": 503, "body": "<h1>Back soon</h1>", "headers": {"Content-Type": "text/html"}},
        {"close": "before"},
        {"close": "headers"},
        {"close": "body"},
        {"body": '{"data": '},
        {"headers": {"Content-Type": "text/html"}},
    ],
    ids=str,
)
def test_nothing_that_breaks_raises_or_tells_the_key(
    hasty: OpenRouterCore, openrouter_server: LocalOpenRouter, method: str, fault: dict[str, object]
) -> None:
    """Whatever breaks and wherever: an outcome, and the same call works once the trouble is over."""
    if method == "PATCH":
        store(hasty)
    openrouter_server.faults.add_json({"method": method, **fault})
    assert OLD not in repr(store(hasty, OLD))
    stored = store(hasty, NEW)
    assert isinstance(stored, Stored)
    assert openrouter_server.verify_key(stored.id, NEW)

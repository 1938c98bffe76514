"""What the decisions call a secret is hidden: in the errors of every function that takes one, and in every answer."""

from __future__ import annotations

import re
from operator import attrgetter
from typing import TYPE_CHECKING, Any

import pytest

from openrouter_core import Err, Secret
from openrouter_funcs._generate.names import snake
from tests.contract.calls import EVERY, both, call, operation, simplest, success
from tests.contract.instances import whole
from tests.contract.models import nested, type_of
from tests.library import httpx

if TYPE_CHECKING:
    from openrouter_funcs._generate.contract import Endpoint
    from openrouter_funcs._generate.symbols import Symbol

HIDDEN = "sk-test-that-nobody-may-see"
TELLING = [each for each in EVERY if operation(each).secrets]


def _echo(request: httpx.Request) -> httpx.Response:
    return httpx.Response(400, json={"error": {"code": 400, "message": request.read().decode()}})


@both
@pytest.mark.parametrize("each", TELLING, ids=attrgetter("function"))
def test_a_secret_that_the_server_echoes_is_masked(each: Endpoint, *, is_async: bool) -> None:
    """In the text, the representation and the body of the error; within an object, too."""
    for name in operation(each).secrets:
        (one,) = [one for one in each.parameters if snake(one.wire) == name]
        value: Any = {"secretKey": HIDDEN, "headers": {"X": HIDDEN}} if isinstance(whole(one.schema), dict) else HIDDEN
        result = call(each, _echo, simplest(each) | {name: value}, is_async=is_async)
        assert isinstance(result, Err)
        assert "[redacted]" in str(result.error)
        assert HIDDEN not in f"{result.error}{result.error!r}{result.error.body!r}"


@pytest.mark.parametrize(
    "symbol",
    [each for each in nested("class") if any(re.search(r"\bSecret\b", one.type) for one in each.fields)],
    ids=attrgetter("name"),
)
def test_a_secret_of_an_answer_does_not_show(symbol: Symbol) -> None:
    """It is a `Secret`."""
    secret = {one.name for one in symbol.fields if re.search(r"\bSecret\b", one.type)}
    given: dict[str, Any] = {one.name: Secret(HIDDEN) if one.name in secret else None for one in symbol.fields}
    assert HIDDEN not in repr(type_of(symbol)(**given))


@both
def test_what_authenticates_with_an_mcp_server_is_hidden(*, is_async: bool) -> None:
    """Its token and its headers, in an error that echoes them and in an answer that repeats them."""
    (each,) = [each for each in EVERY if each.function == "responses_send"]
    tool = {"type": "mcp", "server_label": "x", "authorization": HIDDEN, "headers": {"Authorization": HIDDEN}}
    failed = call(each, _echo, {"tools": [tool]}, is_async=is_async)
    assert isinstance(failed, Err)
    assert HIDDEN not in f"{failed.error}{failed.error!r}{failed.error.body!r}"
    assert each.success
    body = whole(each.success) | {"tools": [tool]}
    answered = call(each, lambda _: success(each, body), {"tools": [tool]}, is_async=is_async).unwrap()
    assert HIDDEN not in repr(answered)
    assert answered.tools[0].headers["Authorization"].reveal() == HIDDEN


def test_the_functions_that_take_secrets() -> None:
    """No fewer than these."""
    assert {each.function for each in TELLING} == {
        *("byok_create", "byok_update", "observability_create", "observability_update"),
        *("oauth_create_oauth_token", "oauth_exchange_auth_code_for_api_key"),
        *("vault_store_vault_secret", "vault_store_intern_vault_secret"),
    }

"""What is done on the server is never done twice by a retry, unless twice is the same as once."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

import pytest

from openrouter_core import Err
from openrouter_core.errors import HTTPClientError, OpenRouterError
from tests.contract.calls import ERROR, EVERY, both, call, operation, simplest
from tests.library import httpx

if TYPE_CHECKING:
    from openrouter_funcs._generate.contract import Endpoint

REPEATABLE = [each for each in EVERY if operation(each).effect in {"read", "set"}]
ONCE = [each for each in EVERY if operation(each).effect in {"add", "run"}]


class Failing:
    """A server that fails each time in the same way, and counts."""

    def __init__(self, failure: int | Exception) -> None:
        self.failure, self.times = failure, 0

    def __call__(self, _: httpx.Request) -> httpx.Response:
        """Fail."""
        self.times += 1
        if isinstance(self.failure, Exception):
            raise self.failure
        return httpx.Response(self.failure, json=ERROR)


FAILURES: list[int | Exception] = [500, 504, httpx.ReadError("reset")]


@both
@pytest.mark.parametrize("each", ONCE, ids=attrgetter("function"))
def test_what_may_have_been_done_is_not_done_again(each: Endpoint, *, is_async: bool) -> None:
    """And the outcome is unknown."""
    for failure in FAILURES:
        server = Failing(failure)
        result = call(each, server, simplest(each), is_async=is_async)
        assert server.times == 1
        assert isinstance(result, Err)
        assert isinstance(result.error, OpenRouterError | HTTPClientError)
        assert result.error.outcome == "unknown"


@both
@pytest.mark.parametrize("each", REPEATABLE, ids=attrgetter("function"))
def test_what_is_the_same_when_done_twice_is_retried(each: Endpoint, *, is_async: bool) -> None:
    """As often as the policy says."""
    for failure in FAILURES:
        server = Failing(failure)
        call(each, server, simplest(each), is_async=is_async)
        assert server.times > 1


def test_effects_are_those_of_the_contract() -> None:
    """Looking is `read`; what the contract calls billed is `run`; all other POSTs are `add`, and the rest is `set`."""
    billed = {each.function for each in EVERY if each.hint.get("why") == "each call is billed"}
    by_effect = {
        effect: {each.function for each in EVERY if operation(each).effect == effect}
        for effect in ("read", "set", "add", "run")
    }
    assert by_effect["run"] == billed - {"batch_create_batches"}
    assert by_effect["read"] == {each.function for each in EVERY if each.method == "GET"} | {
        "analytics_query_analytics"
    }
    assert by_effect["set"] == {each.function for each in EVERY if each.method in {"PUT", "PATCH", "DELETE"}}

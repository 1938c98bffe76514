"""Patience by effect: what a model works on may take ten minutes, unless core or call say otherwise."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import attrs
import httpx
import pytest

from openrouter_core.calling.settings import settings_of, with_options
from openrouter_core.calls import call, call_async
from openrouter_core.core import OpenRouterCore
from openrouter_core.http.wire import Timeouts
from openrouter_core.operation import Attribution
from openrouter_core.options import RequestOptions
from openrouter_core.retries import BackoffStrategy, RetryConfig
from tests.samples import CREATE, READ, VALUES, AnyOperation, success

if TYPE_CHECKING:
    from openrouter_core.operation import Effect

USUAL = Timeouts()
LONG = Timeouts(read=600.0)
RUN: AnyOperation = attrs.evolve(CREATE, effect="run")

# The core's values, the call's, the deadline and the timeouts of a run, and those of anything else.
PATIENCE: dict[str, tuple[dict[str, Any], dict[str, Any], tuple[float, Timeouts], tuple[float, Timeouts]]] = {
    "nothing said": ({}, {}, (600.0, LONG), (120.0, USUAL)),
    "by the core": ({"deadline": 50, "timeout": 7}, {}, (50.0, Timeouts(7, 7, 7, 7)), (50.0, Timeouts(7, 7, 7, 7))),
    "by the call": ({}, {"deadline": 50, "timeout": 7}, (50.0, Timeouts(7, 7, 7, 7)), (50.0, Timeouts(7, 7, 7, 7))),
    "by both": (
        {"deadline": 9, "timeout": 1},
        {"deadline": 50},
        (50.0, Timeouts(*[1] * 4)),
        (50.0, Timeouts(*[1] * 4)),
    ),
    "the deadline": ({"deadline": 900}, {}, (900.0, LONG), (900.0, USUAL)),
}


@pytest.mark.parametrize(("core", "options", "run", "other"), PATIENCE.values(), ids=PATIENCE)
def test_the_patience_of_each_effect(
    core: dict[str, Any], options: dict[str, Any], run: tuple[float, Timeouts], other: tuple[float, Timeouts]
) -> None:
    """A run waits for ten minutes, all else for two; the core's values go before that, and the call's before both."""
    built = OpenRouterCore(**core)
    given = {field.name: getattr(built, field.name) for field in attrs.fields(type(built)) if field.init}
    effects: dict[Effect, tuple[float, Timeouts]] = {"run": run, "read": other, "set": other, "add": other}
    for effect, expected in effects.items():
        settings = with_options(settings_of({**given, "debug": ""}, httpx, effect), RequestOptions(**options))
        assert (settings.deadline, settings.timeouts) == expected


@pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])
def test_calls_of_one_core_have_the_patience_of_their_effect(*, is_async: bool) -> None:
    """Whichever of them is the first; a wrong value of the core is one for both."""
    reads: list[float] = []

    def answered(request: httpx.Request) -> httpx.Response:
        reads.append(request.extensions["timeout"]["read"])
        sample = success(READ if request.method == "GET" else RUN)
        return httpx.Response(sample.status_code, content=sample.body)

    core = OpenRouterCore(
        http_client=httpx.Client(transport=httpx.MockTransport(answered)),
        async_http_client=httpx.AsyncClient(transport=httpx.MockTransport(answered)),
    )
    for operation in (RUN, READ, RUN):
        values = dict(VALUES[operation.name])
        one = (
            asyncio.run(call_async(core, operation, values, None)) if is_async else call(core, operation, values, None)
        )
        assert one.ok, one
    assert [round(read) for read in reads] == [600, 30, 600]
    refused = call(OpenRouterCore(timeout=0), RUN, dict(VALUES[RUN.name]), None)
    assert refused.error.parameter == "timeout"


class Keyed(Attribution, total=False):
    """What a create with a key takes."""

    provider: str
    idempotency_key: str


def called(operation: AnyOperation, statuses: list[int], values: dict[str, object], *, is_async: bool) -> Any:  # noqa: ANN401
    """Return the result of a call whose attempts get these statuses, and the requests that were made."""
    requests: list[httpx.Request] = []

    def answered(request: httpx.Request) -> httpx.Response:
        requests.append(request)
        answer = success(CREATE)
        status = statuses[len(requests) - 1]
        return httpx.Response(status, headers=dict(answer.headers), content=answer.body)

    core = OpenRouterCore(
        http_client=httpx.Client(transport=httpx.MockTransport(answered)),
        async_http_client=httpx.AsyncClient(transport=httpx.MockTransport(answered)),
        server_url="https://gateway.example/v1?team=test",
        retry_config=RetryConfig(backoff=BackoffStrategy(initial_interval=0)),
    )
    call_it: Any = call_async if is_async else call
    result = call_it(core, operation, values, None)
    return (asyncio.run(result) if is_async else result), requests


@pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])
def test_an_operation_of_the_origin_is_asked_there(*, is_async: bool) -> None:
    """As `alpha_decisions_create`: past the path of the base URL, with its query; its error names the same place."""
    decisions = attrs.evolve(RUN, name="decide", path="/api/alpha/decisions", at_origin=True)
    result, (sent,) = called(decisions, [201], dict(VALUES["byok_create"]), is_async=is_async)
    assert result.ok
    assert str(sent.url) == "https://gateway.example/api/alpha/decisions?team=test"
    result, requests = called(decisions, [500], dict(VALUES["byok_create"]), is_async=is_async)
    assert (result.error.outcome, len(requests)) == ("unknown", 1)  # a model may have worked


@pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])
@pytest.mark.parametrize(("key", "attempts"), [("k-1", 3), (None, 1)])
def test_a_create_with_an_idempotency_key_is_repeated(*, is_async: bool, key: str | None, attempts: int) -> None:
    """Each attempt has the same key, so that the server makes one thing; without a key, nothing is tried again."""
    keyed = attrs.evolve(CREATE, request=Keyed, secrets=(), headers={"idempotency_key": "Idempotency-Key"})
    values: dict[str, object] = {"provider": "openai", **({} if key is None else {"idempotency_key": key})}
    result, requests = called(keyed, [503, 500, 201], values, is_async=is_async)
    assert result.ok == (key is not None)
    assert [request.headers.get("idempotency-key") for request in requests] == [key] * attempts

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
from openrouter_core.options import RequestOptions
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

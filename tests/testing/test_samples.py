"""Answers made from the contract alone: what an operation answers until somebody gives it a behaviour."""

from __future__ import annotations

import time
from contextlib import closing
from typing import Any

import pytest
from starlette.requests import Request

from openrouter_core.testing.accounts import Accounts
from openrouter_core.testing.calls import Calls
from openrouter_core.testing.contract import JSON, Contract, Operation, Success, contract
from openrouter_core.testing.database import Database
from openrouter_core.testing.samples import Samples
from openrouter_funcs._generate.contract import endpoints
from tests.testing.conformance import assert_conforms

ANSWERING = [each for each in endpoints() if each.success is not None]


@pytest.mark.parametrize("function", [each.function for each in ANSWERING if each.function in contract().operations])
def test_every_operation_has_a_sample(function: str) -> None:
    """One that the contract allows, the same each time; also where the contract's example is missing or wrong."""
    operation = contract().operations[function]
    (each,) = (each for each in ANSWERING if each.function == function)
    path = each.path.replace("~", "~0").replace("/", "~1")
    pointer = f"/paths/{path}/{each.method.lower()}/responses/{each.status}/content/application~1json/schema"
    sample = Samples(contract()).answer(operation, {})
    assert_conforms(pointer, sample)
    assert Samples(contract()).answer(operation, {}) == sample


def test_a_sample_says_what_the_request_said() -> None:
    """Under the names that both have, on top and below `data`, where it fits; lists are paged."""
    operation, samples = contract().operations["guardrails_get"], Samples(contract())
    given = {"id": "00000000-0000-4000-8000-000000000001", "name": "Ours", "limit_usd": "much", "unknown": 1}
    data = samples.answer(operation, given)["data"]  # type: ignore[index]
    assert (data["id"], data["name"], "unknown" in data) == (given["id"], "Ours", False)
    assert data["limit_usd"] != "much"
    listed = samples.answer(contract().operations["guardrails_list"], {"offset": 1, "limit": 1})
    assert listed["data"] == []  # type: ignore[index]


MADE = {
    "type": "object",
    "properties": {
        "kind": {"enum": [None, "first"]},
        "either": {"oneOf": [{"type": "integer", "minimum": 7}, {"type": "string"}]},
        "list": {"type": "array", "items": {"type": "string", "format": "date"}, "minItems": 2},
        "flag": {"type": "boolean"},
        "free": {},
        "text": {"type": ["null", "string"]},
        "wrong": {"type": "number", "example": "no number"},
    },
}


def ask(operation: Operation) -> tuple[int, str, bytes]:
    """Return what an operation answers that nobody has given a behaviour."""
    with closing(Database()) as database:
        alone = Contract({operation.name: operation}, {})
        (route,) = Calls(
            alone, Accounts(database), Samples(alone), time.time, lambda call: call, database.transaction
        ).routes({})
        scope: dict[str, Any] = {"type": "http", "query_string": b"", "headers": [], "path_params": {}}
        answer = route.endpoint(Request(scope), b"")
    return answer.status_code, answer.headers["content-type"], answer.body


def test_a_sample_is_made_of_any_schema() -> None:
    """Without one example in it."""
    operation = Operation("things_get", "GET", "/api/v1/things", success=Success(201, JSON, MADE))
    made = (
        b'{"kind":"first","either":7,"list":["2026-01-01","2026-01-01"],"flag":false,"free":{},"text":"text","wrong":1}'
    )
    assert ask(operation) == (201, "application/json", made)
    text = Operation("things_get", "GET", "/api/v1/things", success=Success(200, JSON, {"type": "string"}))
    assert ask(text) == (200, "application/json", b'"text"')


def test_what_is_no_json_is_some_bytes() -> None:
    """Of the type that the contract has."""
    operation = Operation("things_get", "GET", "/api/v1/things", success=Success(200, "audio/wav", {}))
    assert ask(operation) == (200, "audio/wav", b"content of the local OpenRouter")

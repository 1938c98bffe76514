"""What every operation has in common: parameters, of which the eleven that are answered here have not every kind."""

from __future__ import annotations

import time
from contextlib import closing
from typing import Any

import pytest
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from openrouter_core.testing.accounts import Account, Accounts
from openrouter_core.testing.calls import Behaviour, Call, Calls
from openrouter_core.testing.contract import Contract, Operation
from openrouter_core.testing.database import Database
from openrouter_core.testing.reading import BadRequest
from openrouter_core.testing.samples import Samples

PARAMETERS: tuple[dict[str, Any], ...] = (
    {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}},
    {"name": "from", "in": "query", "required": True, "schema": {"type": "integer"}},
    {"name": "status", "in": "query", "schema": {"type": "array", "items": {"enum": ["a", "b"]}}},
    {"name": "X-Level", "in": "header", "schema": {"enum": ["high"]}},
)
OPERATION = Operation("things_get", "GET", "/api/v1/things/{id}", parameters=PARAMETERS)


def send(database: Database, behave: Behaviour, query: str, headers: list[tuple[bytes, bytes]]) -> None:
    """Let a request come to a behaviour."""
    contract = Contract({OPERATION.name: OPERATION}, {})
    (route,) = Calls(
        contract, Accounts(database), Samples(contract), time.time, lambda call: call, database.transaction
    ).routes({OPERATION.name: behave})
    assert route.path == "/api/v1/things/{id}"
    scope = {"type": "http", "query_string": query.encode(), "headers": headers, "path_params": {"id": "1"}}
    route.endpoint(Request(scope), b"not read")


def ask(query: str, headers: list[tuple[bytes, bytes]]) -> Call:
    """Return the call that a request is read as."""
    read: list[Call] = []

    def behave(call: Call) -> Response:
        read.append(call)
        return JSONResponse({})

    with closing(Database()) as database:
        send(database, behave, query, headers)
    return read[0]


def test_a_call_has_what_the_contract_knows() -> None:
    """With its types; what the contract does not know is left out, as is a body where there is none."""
    call = ask("from=1&status=a&status=b&more=x", [(b"x-level", b"high")])
    assert (call.path, call.query, call.body) == ({"id": "1"}, {"from": 1, "status": ["a", "b"]}, {})


def test_what_a_refused_call_has_changed_is_undone() -> None:
    """A call is done as a whole or not at all."""
    with closing(Database()) as database:
        accounts = Accounts(database)

        def behave(_: Call) -> Response:
            accounts.open(Account(accounts, "sk-or-test-1", "sk-or-test-2"))
            raise BadRequest("id: must be another")

        with pytest.raises(BadRequest):
            send(database, behave, "from=1", [])
        assert accounts.first() is None


@pytest.mark.parametrize(
    ("query", "level", "message"),
    [
        ("", b"high", "from: is required"),
        ("from=x", b"high", "from: must be an integer"),
        ("from=1&from=2", b"high", "from: was given 2 times"),
        ("from=1&status=a&status=c", b"high", 'status[1]: must be "a" or "b"'),
        ("from=1", b"low", 'X-Level: must be "high"'),
    ],
)
def test_a_parameter_that_breaks_the_contract_is_named(query: str, level: bytes, message: str) -> None:
    """By its name, and by its place in a list."""
    with pytest.raises(BadRequest) as raised:
        ask(query, [(b"x-level", level)])
    assert str(raised.value) == message

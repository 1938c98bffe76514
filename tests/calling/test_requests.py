"""Operations: what follows from the method, and what request is sent for their values."""

from __future__ import annotations

import json

import attrs
import pytest

from openrouter_core.http.urls import BaseURL
from openrouter_core.http.wire import Headers
from openrouter_core.secret import Secret
from tests.samples import CREATE, DELETE, LIST, READ, UPDATE, AnyOperation, settings

HEADERS = Headers({"Accept": "application/json"})
CORE = settings(base_url=BaseURL("https://openrouter.test/api/v1", "team=test"), headers=HEADERS)


@pytest.mark.parametrize(
    ("operation", "safe", "idempotent", "body"),
    [
        (READ, True, True, False),
        (LIST, True, True, False),
        (CREATE, False, False, True),
        (UPDATE, False, True, True),
        (DELETE, False, True, False),
        (attrs.evolve(CREATE, method="PUT", body=True, idempotent=True), False, True, True),
    ],
    ids=["get", "list", "create", "update", "delete", "put"],
)
def test_what_follows_from_the_method(
    operation: AnyOperation,
    safe: bool,  # noqa: FBT001 - a case
    idempotent: bool,  # noqa: FBT001 - a case
    body: bool,  # noqa: FBT001 - a case
) -> None:
    """GET is safe, all but POST may be repeated, and POST, PATCH and PUT have a body."""
    assert (operation.safe, operation.idempotent, operation.body) == (safe, idempotent, body)


def test_a_read_puts_its_parameters_into_the_query() -> None:
    """The query holds what was given, in the operation's order, after the base URL's own; there is no body."""
    request = CORE.request(LIST, {"workspace_id": "w", "provider": "openai", "limit": 2, "offset": None})
    assert request.method == "GET"
    assert request.url == "https://openrouter.test/api/v1/byok?team=test&limit=2&provider=openai&workspace_id=w"
    assert request.body is None
    assert request.headers == HEADERS


def test_a_read_without_parameters_has_no_query_of_its_own() -> None:
    """What is absent is not sent."""
    core = settings(base_url=BaseURL("https://openrouter.test"))
    assert core.request(LIST, {}).url == "https://openrouter.test/byok"


def test_a_write_sends_the_rest_as_json() -> None:
    """The body holds what went neither into the path nor into headers; absent stays absent, `None` is null."""
    values: dict[str, object] = {"id": "a/b", "name": None, "key": Secret("sk-test-456"), "app_title": "Test"}
    request = CORE.request(UPDATE, values)
    assert (request.method, request.url) == ("PATCH", "https://openrouter.test/api/v1/byok/a%2Fb?team=test")
    assert request.body is not None
    assert json.loads(request.body) == {"name": None, "key": "sk-test-456"}
    assert dict(request.headers) == {"Accept": "application/json", "Content-Type": "application/json"}


def test_a_write_of_nothing_sends_an_empty_object() -> None:
    """An update without changes is still an object."""
    assert CORE.request(UPDATE, {"id": "x"}).body == b"{}"


def test_a_delete_has_neither_body_nor_content_type() -> None:
    """All that a delete says is its path."""
    request = CORE.request(DELETE, {"id": "x", "app_title": "Test"})
    assert (request.method, request.body) == ("DELETE", None)
    assert "Content-Type" not in request.headers


def test_an_operation_shows_its_name() -> None:
    """It stands in tracebacks, where nobody wants to read all of it."""
    assert repr(CREATE) == "Operation(byok_create)"

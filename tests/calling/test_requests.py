"""Operations: what follows from the method, and what request is sent for their values."""

from __future__ import annotations

import json
from collections.abc import Sequence  # noqa: TC003 - the request's types are looked at
from typing import Annotated

import attrs
import pytest

from openrouter_core.errors import BY_STATUS, SDKValidationError
from openrouter_core.http.urls import BaseURL
from openrouter_core.http.wire import Headers
from openrouter_core.model import Wire
from openrouter_core.operation import Attribution, Operation
from openrouter_core.secret import Secret
from tests.samples import CREATE, DELETE, LIST, READ, UPDATE, AnyOperation, call_of, settings

HEADERS = Headers({"Accept": "application/json"})
CORE = settings(base_url=BaseURL("https://openrouter.test/api/v1", "team=test"), headers=HEADERS)


class Run(Attribution, total=False):
    """Parameters for each place of a request, some of another name there."""

    system_id: str
    is_new: bool
    status: Sequence[str]
    from_: Annotated[str | None, Wire("from")]
    x_metadata: str
    idempotency_key: str | None
    async_: Annotated[bool, Wire("async")]
    keyterms: Annotated[Sequence[str], Wire("keyterms[]")]


class Bodiless(Attribution, total=False):
    """Parameters that all go elsewhere."""

    system_id: str


RUN: AnyOperation = Operation(
    name="chat_send",
    method="POST",
    path="/systems/{system_id}/runs",
    request=Run,
    success=(200, object),
    effect="run",
    query=("is_new", "status", "from_"),
    headers={"x_metadata": "X-Metadata", "idempotency_key": "idempotency-key"},
)


@pytest.mark.parametrize(
    ("operation", "effect", "body"),
    [
        (READ, "read", False),
        (LIST, "read", False),
        (CREATE, "add", True),
        (UPDATE, "set", True),
        (DELETE, "set", False),
        (attrs.evolve(RUN, method="PUT", effect="set"), "set", True),
        (RUN, "run", True),
        (attrs.evolve(RUN, body=False), "run", False),
    ],
    ids=["get", "list", "create", "update", "delete", "put", "run", "a post without a body"],
)
def test_what_follows_from_the_method(
    operation: AnyOperation,
    effect: str,
    body: bool,  # noqa: FBT001 - a case
) -> None:
    """GET only reads, POST adds, all others set; POST, PATCH and PUT have a body; unless the operation says more."""
    assert (operation.effect, operation.body) == (effect, body)


def test_an_operation_without_a_table_has_every_status() -> None:
    """Whoever writes a function of their own need not list what is documented."""
    assert RUN.errors is BY_STATUS


def test_parameters_go_by_the_names_of_the_wire() -> None:
    """In query and body by `Wire`; a header goes by its own; the path by the parameter's."""
    values: dict[str, object] = {
        "system_id": "a b",
        "is_new": True,
        "status": ["done", "x&y"],
        "from_": None,
        "x_metadata": "enabled",
        "idempotency_key": None,
        "async_": True,
        "keyterms": ["k"],
        "app_title": "Test",
    }
    request = call_of(RUN, values, CORE).request()
    url = "https://openrouter.test/api/v1/systems/a%20b/runs?team=test&is_new=true&status=done&status=x%26y"
    assert (request.url, request.body) == (url, b'{"async":true,"keyterms[]":["k"]}')
    assert {name: value for name, value in request.headers.items() if name.startswith("X-")} == {
        "X-OpenRouter-Title": "Test",
        "X-Metadata": "enabled",
    }
    assert "idempotency-key" not in request.headers


def test_an_operation_may_have_a_server_of_its_own() -> None:
    """It goes to the origin of the base URL, whose query stays; so does what hooks and errors tell of it."""
    decisions = attrs.evolve(RUN, path="/api/alpha/decisions", at_origin=True)
    call = call_of(decisions, {}, CORE)
    assert call.request().url == "https://openrouter.test/api/alpha/decisions?team=test"
    assert call.base_url.prefix == "https://openrouter.test"


def test_what_is_newer_than_the_release_goes_before_what_is_known() -> None:
    """In the body and in the query, by the wire's names; a field of the query that is `None` is left out."""
    newer = attrs.evolve(CORE, extra_body={"async": False, "new": {"a": 1}}, extra_query={"is_new": None, "b c": 1.5})
    request = call_of(RUN, {"system_id": "x", "async_": True, "is_new": True}, newer).request()
    assert (request.url.partition("?")[2], request.body) == ("team=test&b%20c=1.5", b'{"async":false,"new":{"a":1}}')


NO_BODY = attrs.evolve(RUN, body=False, request=Bodiless, query=(), headers={})


@pytest.mark.parametrize("operation", [READ, DELETE, NO_BODY], ids=["GET", "DELETE", "POST"])
def test_no_body_goes_where_there_is_none(operation: AnyOperation) -> None:
    """Not even one that was asked for: the caller hears of it."""
    assert call_of(operation, {"id": "x", "system_id": "x"}, CORE).request().body is None
    with pytest.raises(SDKValidationError, match=rf"^extra_body: {operation.name} sends no body$"):
        call_of(operation, {"id": "x", "system_id": "x"}, attrs.evolve(CORE, extra_body={})).request()


def test_a_read_puts_its_parameters_into_the_query() -> None:
    """The query holds what was given, in the operation's order, after the base URL's own; there is no body."""
    request = call_of(LIST, {"workspace_id": "w", "provider": "openai", "limit": 2, "offset": None}, CORE).request()
    assert request.method == "GET"
    assert request.url == "https://openrouter.test/api/v1/byok?team=test&limit=2&provider=openai&workspace_id=w"
    assert request.body is None
    assert request.headers == HEADERS


def test_a_read_without_parameters_has_no_query_of_its_own() -> None:
    """What is absent is not sent."""
    core = settings(base_url=BaseURL("https://openrouter.test"))
    assert call_of(LIST, {}, core).request().url == "https://openrouter.test/byok"


def test_a_write_sends_the_rest_as_json() -> None:
    """The body holds what went neither into the path nor into headers; absent stays absent, `None` is null."""
    values: dict[str, object] = {"id": "a/b", "name": None, "key": Secret("sk-test-456"), "app_title": "Test"}
    request = call_of(UPDATE, values, CORE).request()
    assert (request.method, request.url) == ("PATCH", "https://openrouter.test/api/v1/byok/a%2Fb?team=test")
    assert isinstance(request.body, bytes)
    assert json.loads(request.body) == {"name": None, "key": "sk-test-456"}
    assert dict(request.headers) == {
        "Content-Type": "application/json",
        "Accept": "application/json",
        "X-OpenRouter-Title": "Test",
    }


@pytest.mark.parametrize("form", [False, True])
def test_a_calls_content_type_replaces_the_sdks(form: bool) -> None:  # noqa: FBT001 - a case
    """As each of its headers does, however the body is sent."""
    core = settings(overrides=Headers({"content-type": "text/test"}))
    request = call_of(attrs.evolve(UPDATE, form=form), {"id": "x", "name": "n"}, core).request()
    assert request.headers["Content-Type"] == "text/test"
    assert request.body == (b"name=n" if form else b'{"name":"n"}')


def test_a_write_of_nothing_sends_an_empty_object() -> None:
    """An update without changes is still an object."""
    assert call_of(UPDATE, {"id": "x"}, CORE).request().body == b"{}"


def test_a_delete_has_neither_body_nor_content_type() -> None:
    """All that a delete says is its path."""
    request = call_of(DELETE, {"id": "x", "app_title": "Test"}, CORE).request()
    assert (request.method, request.body) == ("DELETE", None)
    assert "Content-Type" not in request.headers


def test_an_operation_shows_its_name() -> None:
    """It stands in tracebacks, where nobody wants to read all of it."""
    assert repr(CREATE) == "Operation(byok_create)"

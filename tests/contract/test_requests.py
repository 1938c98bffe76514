"""What a function sends is what the contract says, for arguments drawn from its schemas."""

from __future__ import annotations

import json
from email.parser import BytesParser
from email.policy import HTTP
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import parse_qsl, quote

from hypothesis import given
from hypothesis import strategies as st

from openrouter_funcs._generate.contract import FORM, MULTIPART, Endpoint, Parameter, resolved
from openrouter_funcs._generate.names import snake
from tests.contract.calls import call, of_every_function, success
from tests.contract.instances import instances
from tests.drawing import drawn

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.library import httpx

_SEGMENTS = st.text("aZ09-_.~ /?#%&=ü", min_size=1, max_size=8).filter(lambda text: text.strip(".") != "")
_HEADERS = st.text("aZ09-_", min_size=1, max_size=8)


def _values(one: Parameter) -> st.SearchStrategy[Any]:
    if resolved(one.schema).get("type") == "string" and "enum" not in resolved(one.schema):
        if one.place == "path":
            return _SEGMENTS
        if one.place == "header":
            return _HEADERS
    return instances(one.schema)


@st.composite
def _arguments(draw: st.DrawFn, each: Endpoint) -> dict[str, Any]:
    """Return values by the wire's names: all that are needed, and a few of the others."""
    others = [one.wire for one in each.parameters if not one.required]
    chosen = draw(st.lists(st.sampled_from(others), max_size=5, unique=True)) if others else []
    return {one.wire: draw(_values(one)) for one in each.parameters if one.required or one.wire in chosen}


def _text(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value)


def _pairs(given_values: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return a query or a form: lists item by item, and `None` not at all."""
    return [
        (name, _text(item))
        for name, value in given_values.items()
        for item in cast("list[object]", value if isinstance(value, list) else [value])
        if item is not None
    ]


def _parts(request: httpx.Request) -> list[tuple[str, bytes]]:
    head = f"Content-Type: {request.headers['content-type']}\r\n\r\n".encode()
    message = BytesParser(policy=HTTP).parsebytes(head + request.read())
    parts: list[Any] = list(message.iter_parts())
    return [(part.get_param("name", header="content-disposition"), part.get_payload(decode=True)) for part in parts]


@of_every_function
@given(st.data())
@drawn(3)
def test_a_request_is_what_the_contract_says(each: Endpoint, data: st.DataObject) -> None:
    """Method, path, query, headers and body; sync and async send the same."""
    values = data.draw(_arguments(each))
    by_place = {
        place: {one.wire: values[one.wire] for one in each.parameters if one.place == place and one.wire in values}
        for place in ("path", "query", "header", "body")
    }
    for is_async in (False, True):
        seen: list[httpx.Request] = []

        def handler(request: httpx.Request, seen: list[httpx.Request] = seen) -> httpx.Response:
            request.read()
            seen.append(request)
            return success(each)

        result = call(each, handler, {snake(name): value for name, value in values.items()}, is_async=is_async)
        assert result.ok, result
        (request,) = seen
        path = each.path
        for name, value in by_place["path"].items():
            path = path.replace(f"{{{name}}}", quote(_text(value), safe=""))
        origin = "https://openrouter.ai" if each.at_origin else "https://openrouter.ai/api/v1"
        assert (request.method, str(request.url).partition("?")[0]) == (each.method, origin + path)
        query = request.url.query.decode()
        assert parse_qsl(query, keep_blank_values=True, strict_parsing=bool(query)) == _pairs(by_place["query"])
        assert {name: request.headers[name] for name in by_place["header"]} == by_place["header"]
        _check_body(each, request, by_place["body"])


def _check_body(each: Endpoint, request: httpx.Request, body: Mapping[str, Any]) -> None:
    kind = request.headers.get("content-type", "").partition(";")[0]
    assert kind == each.encoding
    if each.encoding == MULTIPART:
        fields = {name: value for name, value in body.items() if name != "file"}
        texts = [(name, value.encode()) for name, value in _pairs(fields)]
        assert _parts(request) == texts + ([("file", body["file"])] if "file" in body else [])
    elif each.encoding == FORM:
        assert parse_qsl(request.content.decode(), keep_blank_values=True) == _pairs(body)
    elif each.encoding:
        assert json.loads(request.content) == body
    else:
        assert request.content == b""

"""Every example of the contract is one that a function takes, or that it returns."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from openrouter_core import Ok
from openrouter_funcs._generate.contract import JSON, Schema, document, resolved
from openrouter_funcs._generate.names import snake
from tests.contract.calls import call, of_every_function, simplest, success
from tests.contract.decoded import differences

if TYPE_CHECKING:
    from openrouter_funcs._generate.contract import Endpoint
    from tests.library import httpx


def _operation(each: Endpoint) -> Schema:
    operation: Schema = document()["paths"][each.path][each.method.lower()]
    return operation


def _answered(each: Endpoint, body: object, _: httpx.Request) -> httpx.Response:
    return success(each, body)


def _examples(content: Schema) -> list[Any]:
    """Return the examples of a body."""
    schema = content.get("schema", {})
    named = [each["value"] for each in content.get("examples", {}).values()]
    return named + [each["example"] for each in (content, schema, resolved(schema)) if "example" in each]


@of_every_function
def test_an_example_of_a_request_is_sent(each: Endpoint) -> None:
    """A body, and each parameter."""
    operation = _operation(each)
    bodies = _examples(operation.get("requestBody", {}).get("content", {}).get(each.encoding, {}))
    files = {one.wire for one in each.parameters if one.schema.get("format") == "binary"}  # of which a text tells
    given = [{snake(name): one for name, one in body.items() if name not in {"stream", *files}} for body in bodies]
    given += [
        {snake(one.wire): one.schema["example"]}
        for one in each.parameters
        if "example" in one.schema and one.wire not in files
    ]
    for values in given:
        assert call(each, lambda _: success(each), simplest(each) | values, is_async=False).ok, values


@of_every_function
def test_an_example_of_an_answer_is_returned(each: Endpoint) -> None:
    """Whole."""
    for body in _examples(_operation(each)["responses"][str(each.status)].get("content", {}).get(JSON, {})):
        result = call(each, partial(_answered, each, body), simplest(each), is_async=False)
        assert isinstance(result, Ok), result
        value: Any = result.value.result if each.paging else result.value
        assert differences(value, body) == []

"""The calls of every function whose requests are compared with those of the official clients.

A function is called with the arguments that it needs (`least`), with all that it has (`most`), with `None` for all that
may be null (`nulls`), and for a stream (`stream`). The values are the contract's examples where it has some.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from openrouter_funcs._generate import contract
from openrouter_funcs._generate.contract import Endpoint, Parameter, resolved
from openrouter_funcs._generate.names import snake
from tests.contract.instances import admitted, whole

if TYPE_CHECKING:
    from collections.abc import Mapping

KEY = "sk-or-test-123"
APP = {"http_referer": "https://app.example", "app_title": "App", "app_categories": "cli-agent"}
SEGMENT = "a b:c/ü"  # of a path: to be escaped
OK, NO_FUNCTION = "ok", "the client has no such function"
ELSEWHERE = "sends it to openrouter.ai, whatever its server URL is"


class Call(NamedTuple):
    """One call of a function."""

    each: Endpoint
    case: str
    arguments: dict[str, Any]  # by our names; the bytes of a file are a text, as in the table


class Request(NamedTuple):
    """A request as it would go out."""

    method: str
    url: str
    headers: dict[str, str]  # by their names in lower case
    content: bytes


Sent: TypeAlias = Request | str  # or why the client sends nothing


def every_call() -> list[Call]:
    """Return the calls of all functions."""
    return [Call(each, *case) for each in contract.endpoints() for case in _cases(each).items()]


def files(each: Endpoint) -> set[str]:
    """Return the names of the arguments that are files."""
    return {snake(one.wire) for one in each.parameters if resolved(one.schema).get("format") == "binary"}


def brief(outcome: str) -> str:
    """Return why a client does not do a call, in a line."""
    return ELSEWHERE if ELSEWHERE in outcome else outcome.partition("\n")[0]


def _cases(each: Endpoint) -> dict[str, dict[str, Any]]:
    parameters = each.parameters
    needed = {snake(one.wire): _value(each, one) for one in parameters if one.required}
    every = {snake(one.wire): _value(each, one) for one in parameters}
    nulls = {snake(one.wire): None for one in parameters if not one.required and "null" in admitted(one.schema)}
    made = {"least": needed, "most": every, "nulls": needed | nulls} | ({"stream": needed} if each.stream else {})
    return {name: given for name, given in made.items() if name in {"least", "stream"} or given != needed}


def _value(each: Endpoint, one: Parameter) -> Any:  # noqa: ANN401 - JSON is anything
    schema = resolved(one.schema)
    if one.place == "path" and "enum" not in schema:
        return SEGMENT
    if schema.get("format") == "binary":
        return whole(schema).decode()
    if schema.get("format") == "date-time":
        return "2027-12-31T23:59:59Z"
    body = contract.document()["paths"][each.path][each.method.lower()].get("requestBody", {}).get("content", {})
    examples: Mapping[str, Any] = body.get(each.encoding, {}).get("example", {}) if one.place == "body" else {}
    return examples[one.wire] if one.wire in examples else whole(one.schema)

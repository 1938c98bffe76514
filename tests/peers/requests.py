"""What the official Python client sends for each function of the contract, as a table: `requests.json`.

    python -m tests.peers.requests

A function is called with the arguments that it needs (`least`), with all that it has (`most`), with `None` for all that
may be null (`nulls`), and for a stream (`stream`). The values are the contract's examples where it has some. Nothing is
sent: the transport keeps the request and raises.
"""

from __future__ import annotations

import json
from email.parser import BytesParser
from email.policy import HTTP
from inspect import signature
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn
from urllib.parse import parse_qsl

from openrouter_funcs._generate import contract
from openrouter_funcs._generate.contract import FORM, JSON, Endpoint, Parameter, resolved
from openrouter_funcs._generate.names import snake
from tests.contract.instances import admitted, whole

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import httpx

PATH = Path(__file__).with_name("requests.json")
KEY = "sk-or-test-123"
APP = {"http_referer": "https://app.example", "app_title": "App", "app_categories": "cli-agent"}
NAMES = {"oauth": "o_auth", "alpha_decisions": "alpha.decisions"}  # the client's names of our families
UNMATCHED = {"accept-encoding", "connection", "content-length", "host", "user-agent"}  # each client has its own
SEGMENT = "a b:c/ü"  # of a path: to be escaped


def cases(each: Endpoint) -> dict[str, dict[str, Any]]:
    """Return the arguments of each call of a function; the bytes of a file are a text, as in the table."""
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


def files(each: Endpoint) -> set[str]:
    """Return the names of the arguments that are files."""
    return {snake(one.wire) for one in each.parameters if resolved(one.schema).get("format") == "binary"}


def seen(request: httpx.Request) -> dict[str, Any]:
    """Return what matters of a request: the order of headers, of a query's names and of a form's does not."""
    url, kind = str(request.url).partition("?")[0], request.headers.get("content-type", "")
    headers = {name: value for name, value in request.headers.items() if name not in UNMATCHED}
    made = {"method": request.method, "url": url, "query": _pairs(request.url.query), "headers": headers}
    if kind.startswith("multipart/"):
        headers["content-type"] = kind.partition(";")[0]
        return made | {"parts": _parts(kind, request.content)}
    if kind == FORM:
        return made | {"form": _pairs(request.content)}
    return made | ({"json": json.loads(request.content)} if kind == JSON else {"bytes": request.content.decode()})


def _pairs(text: bytes) -> list[list[str]]:
    pairs = parse_qsl(text.decode(), keep_blank_values=True)
    return [list(pair) for pair in sorted(pairs, key=lambda pair: pair[0])]


def _parts(kind: str, content: bytes) -> list[list[str | None]]:
    message = BytesParser(policy=HTTP).parsebytes(f"Content-Type: {kind}\r\n\r\n".encode() + content)
    parts: list[Any] = list(message.iter_parts())
    names = [part.get_param("name", header="content-disposition") for part in parts]
    rest = [[part.get_filename(), part.get("content-type"), part.get_payload(decode=True).decode()] for part in parts]
    return sorted(([name, *each] for name, each in zip(names, rest, strict=True)), key=lambda row: row[0])


class _Kept(Exception):  # noqa: N818 - a request in place of its response
    pass


def _keep(request: httpx.Request) -> NoReturn:
    request.read()
    raise _Kept(seen(request))


def table() -> dict[str, Any]:
    """Return what the client sends for every function, or why it sends nothing."""
    import httpx
    from openrouter import OpenRouter

    application: dict[str, Any] = {name.replace("app_", "x_open_router_"): value for name, value in APP.items()}
    with httpx.Client(transport=httpx.MockTransport(_keep)) as http:
        client = OpenRouter(api_key=KEY, client=http, **application)
        return {each.function: _entry(client, each) for each in contract.endpoints()}


def _entry(client: object, each: Endpoint) -> dict[str, Any]:
    family = contract.family_of(each.function)
    name = f"{NAMES.get(family, family)}.{each.function.removeprefix(family)[1:]}"
    try:
        method: Callable[..., object] = attrgetter(name)(client)
    except AttributeError:
        return {"client": None, "why": f"the client has no {name}"}
    names = set(signature(method).parameters)
    named = {snake(one.wire): _named(names, snake(one.wire)) for one in each.parameters}
    lacks = sorted(name for name in named if named[name] not in names and "request" not in names)
    keys = {"security": {"bearer": KEY}} if "security" in names else {}
    calls: dict[str, Any] = {}
    for case, arguments in cases(each).items():
        given = {name: value for name, value in arguments.items() if name not in lacks}
        values = {named[name]: _file(value) if name in files(each) else value for name, value in given.items()}
        values |= {"stream": True} if case == "stream" else {}
        values = keys | ({"request": values} if "request" in names else values)
        calls[case] = {"arguments": given} | _called(method, values)
    return {"client": name, "calls": calls} | ({"lacks": lacks} if lacks else {})


def _named(names: set[str], name: str) -> str:
    """Return the client's name for an argument, if it is one of `names`."""
    return next((each for each in (f"{name}_", name.replace("openrouter", "open_router")) if each in names), name)


def _file(text: str | None) -> dict[str, Any] | None:
    return None if text is None else {"file_name": "upload", "content": text.encode()}


def _called(method: Callable[..., object], arguments: Mapping[str, Any]) -> dict[str, Any]:
    try:
        method(**arguments)
    except _Kept as kept:
        return {"request": kept.args[0]}
    except Exception as error:  # noqa: BLE001 - whatever the client says
        return {"why": f"{type(error).__name__}: {' '.join(str(error).split())}"[:300]}
    raise AssertionError("the client sent nothing")


def text(made: Mapping[str, Any]) -> str:
    """Return a table as it is written: one line a function."""
    lines = [json.dumps({name: made[name]}, sort_keys=True, ensure_ascii=False)[1:-1] for name in sorted(made)]
    return "{\n" + ",\n".join(lines) + "\n}\n"


if __name__ == "__main__":
    PATH.write_text(text(table()), "utf-8")

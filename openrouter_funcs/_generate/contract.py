"""The contract, read: its endpoints and its schemas. No Python names here, no words, and nothing is written."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, cast

PATH = Path(__file__).parents[2] / "openrouter_core" / "testing" / "contract.json"
Schema = dict[str, Any]
JSON, FORM, MULTIPART = "application/json", "application/x-www-form-urlencoded", "multipart/form-data"


class Parameter(NamedTuple):
    wire: str  # its name in the request
    place: str  # "path", "query", "header" or "body"
    required: bool
    schema: Schema


class Endpoint(NamedTuple):
    """One function of the API: an operation, in one of the encodings of its body."""

    function: str
    operation_id: str
    method: str
    path: str
    parameters: tuple[Parameter, ...]
    body: str | None  # the name of the schema of its body, where that has one
    encoding: str  # of its body; empty if it has none
    status: int  # the one that means success
    success: Schema | None  # `None` for no body
    download: bool
    errors: tuple[int, ...]
    stream: Schema  # how it streams; empty if it does not
    paging: Schema
    key: str  # "api", "management" or "none"
    hint: Schema  # whether it may be repeated
    typescript: str  # its name in the TypeScript client, if that has it
    at_origin: bool


FAMILIES = (
    *("analytics", "api_keys", "batch", "benchmarks", "byok", "chat", "classifications", "containers", "credits"),
    *("datasets", "embeddings", "endpoints", "external_users", "files", "generations", "guardrails", "images"),
    *("messages", "models", "oauth", "observability", "organization", "presets", "private_endpoints", "providers"),
    *("rerank", "responses", "scim", "stt", "tools", "tts", "vault", "video_generation", "workspaces"),
    *("alpha_decisions", "system_one"),
)


def family_of(function: str) -> str:
    for each in FAMILIES:
        if function.startswith(f"{each}_"):
            return each
    raise ValueError(f"{function} is of no family: name that in `contract.FAMILIES`, and its topic in the words")


@cache
def document() -> Schema:
    return cast("Schema", json.loads(PATH.read_bytes()))


def schemas() -> dict[str, Schema]:
    return cast("dict[str, Schema]", document()["components"]["schemas"])


def name_of(schema: Schema) -> str | None:
    """Return the name of the schema that `schema` refers to."""
    return schema["$ref"].rpartition("/")[2] if "$ref" in schema else None


def plain(schema: Schema) -> Schema:
    """Return the reference itself of a reference with remarks of its own (`allOf: [$ref, {...}]`)."""
    first, *others = schema.get("allOf", [schema])
    if any(not each.keys().isdisjoint({"$ref", "properties", "oneOf", "anyOf"}) for each in others):
        raise ValueError(f"the parts of {schema} have to be made one")
    return cast("Schema", first)


def resolved(schema: Schema) -> Schema:
    name = name_of(plain(schema))
    return resolved(schemas()[name]) if name else plain(schema)


@cache
def endpoints() -> tuple[Endpoint, ...]:
    """Return all endpoints, by the names of their functions."""
    made: list[Endpoint] = []
    for path, methods in document()["paths"].items():
        for method, operation in methods.items():
            bodies: dict[str, Schema] = operation.get("requestBody", {}).get("content", {"": {}})
            try:
                made += [_endpoint(path, method, operation, encoding, body) for encoding, body in bodies.items()]
            except Exception as error:
                error.add_note(f"That is about {method.upper()} {path} in the contract.")
                raise
    return tuple(sorted(made))


def _endpoint(path: str, method: str, operation: Schema, encoding: str, body: Schema) -> Endpoint:
    responses = {int(status): each.get("content", {}) for status, each in operation["responses"].items()}
    (status,) = (each for each in responses if each // 100 == 2)  # noqa: PLR2004 - a class of statuses
    stream = operation.get("x-stream", {"mode": "none"})
    success = responses[status].get(JSON)
    given = operation.get("parameters", ())
    styles = {(each["in"] == "cookie", each.get("style", "form"), each.get("explode", True)) for each in given}
    if styles - {(False, "form", True)} or encoding not in {"", JSON, FORM, MULTIPART}:
        raise ValueError("a parameter or the body is encoded in a way that no function has yet")
    if responses[status] and not success and "x-download" not in operation:
        raise ValueError(f"the answer is neither JSON nor a download: {', '.join(responses[status])}")
    parameters = [Parameter(each["name"], each["in"], each.get("required", False), each["schema"]) for each in given]
    if encoding:
        whole = resolved(body["schema"])
        needed = whole.get("required", ())
        parameters += [Parameter(name, "body", name in needed, each) for name, each in whole["properties"].items()]
    variant: str = body.get("x-func") or operation["x-func"]
    named = [each["ts"] for each in operation.get("x-func-variants", ()) if each["func"] == variant]
    return Endpoint(
        function=variant,
        operation_id=operation["operationId"] + ("_multipart" if variant != operation["x-func"] else ""),
        method=method.upper(),
        path=path,
        parameters=tuple(each for each in parameters if each.wire != "stream"),  # a function of its own asks for it
        body=name_of(body.get("schema", {})),
        encoding=encoding,
        status=status,
        success=success["schema"] if success else None,
        download="x-download" in operation,
        errors=tuple(sorted(each for each in responses if each // 100 in {4, 5})),
        stream=stream if stream["mode"] != "none" else {},
        paging=operation.get("x-paging", {}),
        key=operation["x-auth"]["key"],
        hint=operation["x-idempotent-hint"],
        typescript=named[0] if named else operation.get("x-func-ts", ""),
        at_origin="servers" in operation,
    )

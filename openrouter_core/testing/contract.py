"""The operations of the contract, read from `contract.json` when the first server starts.

Here lives what the contract says of an operation as a whole: where it is, which key it wants, what it takes, what it
answers, how its errors look. Whether a value fits a schema is `schemas`'; what an answer is made from, `samples`'.
"""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, cast

import attrs

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "BASE_PATH",
    "FORM",
    "JSON",
    "MULTIPART",
    "NO_MONEY",
    "Contract",
    "Errors",
    "Operation",
    "Schema",
    "Success",
    "contract",
]

Schema: TypeAlias = "Mapping[str, Any]"
Errors: TypeAlias = Literal["openrouter", "anthropic", "oauth"]

BASE_PATH = "/api/v1"
JSON = "application/json"
FORM = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data"

NO_MONEY = 402

_MEGABYTE = 1_000_000
_METHODS = ("get", "post", "put", "patch", "delete")


@attrs.frozen
class Success:
    """What an operation answers when all is well: no `media_type`, no body."""

    status: int
    media_type: str | None = None
    schema: Schema = attrs.Factory(dict[str, Any])
    example: object = None


@attrs.frozen
class Operation:
    """One operation.

    Attributes:
        name: The name of its function, such as `chat_send`.
        method: In capitals.
        path: The whole one, with parameters in braces.
        key: Which key it wants: `management`, any (`api`), or `none`.
        parameters: Of its path, query and headers, as the contract has them.
        bodies: The schema of the body by its media type; empty where there is none.
        success: What it answers.
        errors: In whose shape its errors are.
        statuses: Those that it documents.
    """

    name: str
    method: str
    path: str
    key: str = "none"
    parameters: tuple[Schema, ...] = ()
    bodies: Mapping[str, Schema] = attrs.Factory(dict[str, Any])
    success: Success = attrs.Factory(lambda: Success(200))
    errors: Errors = "openrouter"
    statuses: frozenset[int] = frozenset()

    @property
    def is_paid(self) -> bool:
        """Whether it costs: such an operation documents that money may be lacking, but for one."""
        return self.method == "POST" and (NO_MONEY in self.statuses or self.name == "messages_create")

    @property
    def most_bytes(self) -> int:
        """How large a body may be: OpenRouter documents 100 MB for a file; a prompt may hold images."""
        if MULTIPART in self.bodies:
            return 100 * _MEGABYTE + 65_536  # what stands around the file
        return _MEGABYTE if self.key == "management" else 50 * _MEGABYTE


@attrs.frozen
class Contract:
    """Every operation by the name of its function, and the schemas that they refer to."""

    operations: Mapping[str, Operation]
    _schemas: Mapping[str, Schema]

    def resolved(self, schema: Schema) -> Schema:
        """Return the schema, or the one that it refers to."""
        while "$ref" in schema:
            schema = self.schema(str(schema["$ref"]).rpartition("/")[2])
        return schema

    def schema(self, name: str) -> Schema:
        """Return the schema of that name."""
        return self._schemas[name]


@cache
def contract() -> Contract:
    """Return the contract that is shipped with the package."""
    text = resources.files("openrouter_core.testing").joinpath("contract.json").read_text(encoding="utf-8")
    document: dict[str, Any] = json.loads(text)
    found = [
        _operation(method, path, cast("Schema", item[method]))
        for path, item in document["paths"].items()
        for method in _METHODS
        if method in item
    ]
    return Contract({each.name: each for each in found}, document["components"]["schemas"])


def _operation(method: str, path: str, facts: Schema) -> Operation:
    content = facts.get("requestBody", {}).get("content", {})
    return Operation(
        name=facts["x-func"],
        method=method.upper(),
        path=path if "servers" in facts else BASE_PATH + path,  # one has its whole path
        key=facts["x-auth"]["key"],
        parameters=tuple(facts.get("parameters", ())),
        bodies={media_type: each["schema"] for media_type, each in content.items()},
        success=_success(facts["responses"]),
        errors=_errors(json.dumps(facts["responses"].get("400"))),
        statuses=frozenset(map(int, facts["responses"])),
    )


def _success(responses: Schema) -> Success:
    status, facts = next((status, facts) for status, facts in responses.items() if status.startswith("2"))
    for media_type, content in facts.get("content", {}).items():  # the first one: JSON before event streams
        return Success(int(status), media_type, content["schema"], content.get("example"))
    return Success(int(status))


def _errors(described: str) -> Errors:
    if "AnthropicMessagesErrorResponse" in described:
        return "anthropic"
    return "oauth" if "OAuthErrorResponse" in described else "openrouter"

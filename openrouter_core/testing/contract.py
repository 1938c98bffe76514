"""The operations of the contract, read from `contract.json` when the first server starts.

Here lives what the contract says of an operation as a whole: where it is, which key it wants, what it takes, how
its errors look. Whether a value fits a schema is `schemas`'.
"""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any, TypeAlias, cast

import attrs

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["JSON", "MULTIPART", "Contract", "Operation", "Schema", "contract"]

Schema: TypeAlias = "Mapping[str, Any]"

JSON = "application/json"
MULTIPART = "multipart/form-data"

_MEGABYTE = 1_000_000
_METHODS = ("get", "post", "put", "patch", "delete")


@attrs.frozen
class Operation:
    """One operation.

    Attributes:
        name: The name of its function, such as `chat_send`.
        method: In capitals.
        path: Below the base URL, with parameters in braces.
        key: Which key it wants: `management`, any (`api`), or `none`.
        parameters: Of its path, query and headers, as the contract has them.
        bodies: The schema of the body by its media type; empty where there is none.
        anthropic: Whether its errors are in the shape of Anthropic's.
    """

    name: str
    method: str
    path: str
    key: str
    parameters: tuple[Schema, ...]
    bodies: Mapping[str, Schema]
    anthropic: bool

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
        path=path,
        key=facts["x-auth"]["key"],
        parameters=tuple(facts.get("parameters", ())),
        bodies={media_type: each["schema"] for media_type, each in content.items()},
        anthropic="AnthropicMessagesErrorResponse" in json.dumps(facts["responses"].get("400")),
    )

"""Values made from the contract: what an operation without a behaviour answers, and records as they begin.

Here lives how a schema becomes a value. Whether a value fits a schema is `schemas`'.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, cast

import attrs

from openrouter_core.testing.schemas import Schemas, types_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from openrouter_core.testing.contract import Contract, Operation, Schema

__all__ = ["Samples"]

_TEXTS = {
    "uuid": "00000000-0000-4000-8000-000000000000",
    "date": "2026-01-01",
    "date-time": "2026-01-01T00:00:00Z",
    "uri": "https://local.example",
}


@attrs.frozen
class Samples:
    """Makes values that a contract allows; the same ones each time."""

    _contract: Contract
    _schemas: Schemas = attrs.field(default=attrs.Factory(lambda self: Schemas(self._contract), takes_self=True))
    _answers: dict[str, Any] = attrs.field(factory=dict[str, Any])
    _empty: dict[str, str] = attrs.field(factory=dict[str, str])
    """The JSON of objects of which nothing is given."""

    def answer(self, operation: Operation, given: Mapping[str, Any]) -> object:
        """Return what the operation may answer: an example, with what the request gave under the same names.

        Of a list it is the page that is asked for, so that whoever walks through its pages ends.
        """
        schema = operation.success.schema
        if operation.name not in self._answers:
            self._answers[operation.name] = self.example(schema, operation.success.example)
        return self._echoed(schema, self._answers[operation.name], given)

    def record(self, name: str, given: Mapping[str, object]) -> dict[str, Any]:
        """Return an object of the schema of that name: what is given, and else nothing, as far as that may be."""
        return self._record(name, self._contract.schema(name), given)

    def data(self, operation: Operation, given: Mapping[str, object]) -> dict[str, Any]:
        """Return such an object as the operation answers under `data`, be it one or a list of them."""
        schema = self._contract.resolved(self._contract.resolved(operation.success.schema)["properties"]["data"])
        return self._record(operation.name, schema.get("items", schema), given)

    def example(self, schema: Schema, example: object = None) -> object:
        """Return the example of the contract, or one that is made; the contract has some that do not fit."""
        resolved = self._contract.resolved(schema)
        for each in (example, schema.get("example"), resolved.get("example")):
            if each is not None and self._fits(schema, each):
                return each
        return self._made(resolved)

    def _record(self, name: str, schema: Schema, given: Mapping[str, object]) -> dict[str, Any]:
        if name not in self._empty:
            fields = schema["properties"].items()
            self._empty[name] = json.dumps({field: self._nothing(each) for field, each in fields})
        empty: dict[str, Any] = json.loads(self._empty[name])
        return {field: given.get(field, nothing) for field, nothing in empty.items()}

    def _echoed(self, schema: Schema, answer: object, given: Mapping[str, Any]) -> object:
        schema = self._contract.resolved(schema)
        if "allOf" in schema:  # a reference with remarks of its own
            return self._echoed(schema["allOf"][0], answer, given)
        known = schema.get("properties", {})
        if isinstance(answer, list):
            return cast("list[object]", answer)[given.get("offset") or 0 :][: given.get("limit")]
        if not isinstance(answer, dict):
            return answer
        echo = {name: value for name, value in given.items() if name in known and self._fits(known[name], value)}
        made = {**cast("dict[str, object]", answer), **echo}
        return made | ({"data": self._echoed(known["data"], made["data"], given)} if "data" in known else {})

    def _made(self, schema: Schema) -> object:
        if choices := [each for each in schema.get("enum", [schema.get("const")]) if each is not None]:
            return choices[0]
        for members in (schema[kind] for kind in ("allOf", "oneOf", "anyOf") if kind in schema):
            return self.example(members[0])
        (kind, *_) = [*(each for each in types_of(schema) if each != "null"), "object"]
        if kind == "object":
            return {name: self.example(each) for name, each in schema.get("properties", {}).items()}
        if kind == "array":
            return [self.example(schema["items"])] * max(1, schema.get("minItems", 1))
        if kind == "string":
            return _TEXTS.get(schema.get("format", ""), "text")
        return False if kind == "boolean" else schema.get("minimum", 1)

    def _nothing(self, schema: Schema) -> object:
        """Return what a field holds that nobody has set."""
        if self._fits(schema, None):
            return None
        resolved = self._contract.resolved(schema)
        empty: dict[str, object] = {"array": [], "object": {}, "boolean": False, "integer": 0, "number": 0}
        for each in (resolved.get("default"), *(empty.get(kind) for kind in types_of(resolved))):
            if each is not None and self._fits(schema, each):
                return each
        return self.example(schema)

    def _fits(self, schema: Schema, value: object) -> bool:
        return self._schemas.wrong(schema, value) is None

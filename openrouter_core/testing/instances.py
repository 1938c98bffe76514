"""Values that satisfy a JSON schema, as a model makes them for structured output and for the arguments of a tool.

Here lives how a schema of a user becomes a value, the same one each time. What the contract's schemas become is
`samples`'.
"""

from __future__ import annotations

from importlib import import_module
from itertools import islice
from math import ceil, floor
from re import search
from string import printable
from typing import TYPE_CHECKING, Any, TypeAlias, cast
from urllib.parse import unquote

import attrs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    Schema: TypeAlias = Mapping[str, Any]
    SchemaOrNot: TypeAlias = Schema | bool
    References: TypeAlias = frozenset[str]

__all__ = ["instance"]

_MOST_VALUES = 10_000
_MOST_CHARACTERS = 100_000
_LONGEST_REPEAT = 64
_TEXTS = {
    "date": "2026-01-01",
    "date-time": "2026-01-01T00:00:00Z",
    "time": "00:00:00Z",
    "duration": "P1D",
    "email": "user@local.example",
    "hostname": "local.example",
    "ipv4": "127.0.0.1",
    "ipv6": "::1",
    "uri": "https://local.example",
    "uuid": "00000000-0000-4000-8000-000000000000",
}
# What a schema without a type is about, by its keywords.
_KINDS = {
    "object": {"properties", "required", "additionalProperties", "minProperties"},
    "array": {"items", "prefixItems", "minItems", "maxItems"},
    "number": {"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"},
}


def instance(schema: Schema) -> Any:  # noqa: ANN401 - any value that JSON has
    """Return a value that satisfies the schema: all its properties, and of lists one item.

    Raises:
        ValueError: It is no schema, or one that no value is found for.
    """
    try:
        return _Maker(schema).made(schema)
    except Exception as error:  # it may be anything, and so anything may be wrong with it
        raise ValueError("is not a JSON schema that a value can be made for") from error


class _UnsatisfiableError(ValueError):
    """No value satisfies a schema, or only one without end."""


@attrs.define
class _Maker:
    """Makes values; `number` makes the items of a list differ, `within` are the references that are being made."""

    _root: Schema
    _left: int = _MOST_VALUES

    def made(self, schema: SchemaOrNot, number: int = 0, within: References = frozenset()) -> object:
        self._left -= 1
        if not self._left:
            raise OverflowError
        flat, within = self._flat(schema, within)
        if "const" in flat:
            return flat["const"]
        if "enum" in flat:
            return flat["enum"][number % len(flat["enum"])]
        for union in ("anyOf", "oneOf"):
            if union in flat:
                return self._member(union, flat, number, within)
        kind = _kind(flat)
        if kind in {"object", "array"}:
            return self._object(flat, number, within) if kind == "object" else self._array(flat, number, within)
        return _SIMPLE[kind](flat, number)

    def _flat(self, schema: SchemaOrNot, within: References) -> tuple[Schema, References]:
        """Return in one what a schema says, what it refers to and what all of its `allOf` say."""
        if isinstance(schema, bool):
            if not schema:
                raise _UnsatisfiableError
            return {}, within
        flat: Schema = {name: value for name, value in schema.items() if name not in {"$ref", "allOf"}}
        met = within
        if "$ref" in schema:
            if schema["$ref"] in within:
                raise _UnsatisfiableError
            met = within | {schema["$ref"]}
        for part in (*([self._referred(schema["$ref"])] if "$ref" in schema else []), *schema.get("allOf", ())):
            more, inner = self._flat(part, met)
            flat, within = _both(flat, more), within | inner
        return flat, within

    def _referred(self, reference: str) -> SchemaOrNot:
        """Return what a JSON pointer (RFC 6901) in this schema points to."""
        found: Any = self._root
        for step in unquote(reference).split("/")[1:]:
            name = step.replace("~1", "/").replace("~0", "~")
            found = found[int(name) if isinstance(found, list) else name]
        return cast("SchemaOrNot", found)

    def _member(self, union: str, schema: Schema, number: int, within: References) -> object:
        """Return a value of the first member that one can be made for; null last."""
        rest = {name: value for name, value in schema.items() if name != union}
        for member in sorted(schema[union], key=_is_null):
            try:
                return self.made({"allOf": [member, rest]}, number, within)
            except _UnsatisfiableError:
                continue
        raise _UnsatisfiableError

    def _object(self, schema: Schema, number: int, within: References) -> dict[str, object]:
        properties, required = schema.get("properties", {}), schema.get("required") or ()
        rest = schema.get("additionalProperties", True)
        extra = [f"key{index}" for index in range(schema.get("minProperties", 0) - len({*properties, *required}))]
        fields: dict[str, object] = {}
        for name in dict.fromkeys((*properties, *required, *extra)):
            try:
                fields[name] = self.made(properties.get(name, rest), number, within)
            except _UnsatisfiableError:
                if name in required:
                    raise
        return fields

    def _array(self, schema: Schema, number: int, within: References) -> list[object]:
        first, least = schema.get("prefixItems", ()), schema.get("minItems", 0)
        items: list[object] = []
        for index in range(min(max(least, len(first), 1), schema.get("maxItems", _MOST_VALUES))):
            each = first[index] if index < len(first) else schema.get("items", True)
            try:
                items.append(self.made(each, number + index, within))
            except _UnsatisfiableError:
                if index >= least:
                    break
                items.append(self.made(each, 0, within))  # there are no others
        return items


def _both(schema: Schema, other: Schema) -> Schema:
    """Return what two schemas say; where they contradict each other, what the first says."""
    properties: dict[str, Any] = dict(schema.get("properties", {}))
    for name, each in other.get("properties", {}).items():
        properties[name] = {"allOf": [properties[name], each]} if name in properties else each
    required = [*(schema.get("required") or ()), *(other.get("required") or ())]
    merged = {"properties": properties, "required": required}
    return {**other, **schema, **{name: value for name, value in merged.items() if value}}


def _kind(schema: Schema) -> str:
    given: str | Sequence[str] = schema.get("type", ())
    kinds = [given] if isinstance(given, str) else sorted(given, key="null".__eq__)
    return next(iter(kinds), None) or next((kind for kind, words in _KINDS.items() if words & schema.keys()), "string")


def _is_null(member: SchemaOrNot) -> bool:
    return isinstance(member, dict) and member.get("type") == "null"


def _number(schema: Schema, number: int) -> float:
    """Return a number between the bounds: a whole one, if there is one."""
    low = schema.get("minimum", schema.get("exclusiveMinimum"))
    high = schema.get("maximum", schema.get("exclusiveMaximum"))
    unit, way = schema.get("multipleOf", 1), -1 if low is None and high is not None else 1
    start = ceil(low / unit) if low is not None else 1 if high is None else min(1, floor(high / unit))
    if start * unit in {schema.get("exclusiveMinimum"), schema.get("exclusiveMaximum")}:
        start += way
    made: float = round((start + way * number) * unit, 10)
    if high is None or made < high or made == schema.get("maximum"):
        return made
    if low is None or unit != 1 or schema.get("type") == "integer":
        raise _UnsatisfiableError
    return float(low + (high - low) * (number + 1) / (number + 2))


def _text(schema: Schema, number: int) -> str:
    least, most = schema.get("minLength", 0), schema.get("maxLength", _MOST_CHARACTERS)
    if least > min(most, _MOST_CHARACTERS):
        raise _UnsatisfiableError
    if "pattern" in schema:
        found = next((text for text in _matching(schema["pattern"]) if least <= len(text) <= most), None)
        if found is None:
            raise _UnsatisfiableError
        return found
    if schema.get("format") in _TEXTS:
        return _TEXTS[schema["format"]]
    text = f"text{number + 1}" if number else "text"
    return text.ljust(least, "x")[-most:] if most else ""


_SIMPLE: Mapping[str, Callable[[Schema, int], object]] = {
    "string": _text,
    "integer": _number,
    "number": _number,
    "boolean": lambda _, number: number % 2 == 0,
    "null": lambda _, __: None,
}


def _matching(pattern: str) -> Iterator[str]:
    """Return texts that match a regular expression, from the shortest: each repeats more what may repeat."""
    parsed = import_module("re._parser").parse(pattern)  # private, and the same since Python 1.5
    texts = ("".join(islice(_signs(parsed, more), _MOST_CHARACTERS)) for more in range(_LONGEST_REPEAT))
    return (text for text in texts if search(pattern, text))


def _signs(parsed: Iterable[tuple[object, Any]], more: int) -> Iterator[str]:
    for operator, given in parsed:
        kind = str(operator)
        if kind == "LITERAL":
            yield chr(given)
        elif kind in {"IN", "NOT_LITERAL", "ANY"}:
            yield _sign(given if kind == "IN" else [("NEGATE", None), ("LITERAL", given or 0)])
        elif kind == "SUBPATTERN":
            yield from _signs(given[-1], more)
        elif kind == "BRANCH":
            yield from _signs(given[1][0], more)
        elif kind.endswith("_REPEAT"):
            least, most, repeated = given
            for _ in range(min(most, least + more)):
                yield from _signs(repeated, more)
        # Anchors and look-around add nothing: whether the text matches is looked at in the end.


def _sign(members: Sequence[tuple[object, Any]]) -> str:
    """Return a character of a class, such as `[a-z]`."""
    wanted = str(members[0][0]) != "NEGATE"
    own = [chr(given if isinstance(given, int) else given[0]) for kind, given in members if str(kind) in _OWN]
    signs: list[str] = [*own, *printable[10:], *printable] if wanted else [*printable[10:], *printable]
    return next(sign for sign in signs if any(_holds(str(kind), given, sign) for kind, given in members) == wanted)


_OWN = {"LITERAL", "RANGE"}
_CATEGORIES: Mapping[str, Callable[[str], bool]] = {
    "DIGIT": str.isdecimal,
    "SPACE": str.isspace,
    "WORD": lambda sign: sign.isalnum() or sign == "_",
}


def _holds(kind: str, given: Any, sign: str) -> bool:  # noqa: ANN401 - of `re`
    if kind == "LITERAL":
        return ord(sign) == int(given)
    if kind == "RANGE":
        return int(given[0]) <= ord(sign) <= int(given[1])
    if kind == "CATEGORY":
        name = str(given).removeprefix("CATEGORY_")
        return _CATEGORIES[name.removeprefix("NOT_")](sign) != name.startswith("NOT_")
    return False

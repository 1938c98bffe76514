"""Whether a value fits a schema of the contract, and where and how it does not.

Here lives JSON Schema as far as the contract uses it. Nothing is shared with the client, on purpose: this is a
second reading of the contract, so that a client that misread it is found out. Tags of open unions that the contract
does not list are taken, as are fields that it does not know.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, TypeAlias, cast

import attrs

from openrouter_core.testing.multipart import Part

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from openrouter_core.testing.contract import Contract, Schema

    Members: TypeAlias = "list[tuple[list[object], Schema]]"
    # Returns what is wrong with the value.
    Check: TypeAlias = "Callable[[Schema, Any], str | None]"

__all__ = ["Schemas", "Wrong", "is_uuid", "types_of"]


@attrs.frozen
class Wrong:
    """What is wrong, and where: `messages[0].content`, `must be a string`."""

    path: str
    message: str
    is_tag: bool = False

    @property
    def depth(self) -> int:
        """How far in it is."""
        return self.path.count(".") + self.path.count("[")

    def __str__(self) -> str:
        return f"{self.path or 'body'}: {self.message}"


@attrs.frozen
class Schemas:
    """The schemas of a contract, put to use.

    Values of open enums that the contract does not list are taken, unless the enums are `closed`.
    """

    _contract: Contract
    _closed: bool = attrs.field(default=False, alias="closed")
    # By the id of a schema, which stands beside them so that no other one gets that id.
    _members: dict[tuple[int, str], tuple[Schema, Members]] = attrs.field(init=False, factory=dict[Any, Any])

    def wrong(self, schema: Schema, value: object, path: str = "") -> Wrong | None:
        """Return the first thing that is wrong with the value, if anything is."""
        return next(self._all_wrong(schema, value, path), None)

    def decoded(self, schema: Schema, texts: Sequence[str | Part]) -> object:
        """Return what a query or a form says with these values of one name: text as the type that is asked for.

        Text that is not of the type stays text, which `wrong` will say.
        """
        schema = self._contract.resolved(schema)
        types = types_of(schema)
        if "array" in types:
            return [self.decoded(schema["items"], [text]) for text in texts]
        text = texts[-1]
        return _decoded(types, text) if isinstance(text, str) else text

    def types(self, schema: Schema) -> tuple[str, ...]:
        """Return the types that the schema names."""
        return types_of(self._contract.resolved(schema))

    def _all_wrong(self, schema: Schema, value: object, path: str) -> Iterator[Wrong]:
        schema = self._contract.resolved(schema)
        for each in schema.get("allOf", ()):
            yield from self._all_wrong(each, value, path)
        if value is None and "null" in types_of(schema):
            return
        if "discriminator" in schema:
            yield from self._by_tag(schema, value, path)
        elif members := schema.get("oneOf") or schema.get("anyOf"):
            yield from self._by_trial(self._meant(members, value), value, path)
        else:
            yield from self._plain(schema, value, path)

    def _plain(self, schema: Schema, value: object, path: str) -> Iterator[Wrong]:
        types = types_of(schema)
        if types and not any(_KINDS[each](value) for each in types):
            yield Wrong(path, _or_null(types, _kind(schema, types)))
            return
        choices = [schema["const"]] if "const" in schema else schema.get("enum")
        if choices and (self._closed or not schema.get("x-open-enum")) and value not in choices:
            yield Wrong(path, _or_null(types, _one_of(choices)), is_tag=len(choices) == 1)
        for check in _CHECKS:
            if message := check(schema, value):
                yield Wrong(path, _or_null(types, message))
        if isinstance(value, list):
            yield from self._items(schema, cast("list[object]", value), path)
        elif isinstance(value, dict):
            yield from self._properties(schema, cast("dict[str, object]", value), path)

    def _items(self, schema: Schema, items: list[object], path: str) -> Iterator[Wrong]:
        for index, item in enumerate(items):
            yield from self._all_wrong(schema.get("items", {}), item, f"{path}[{index}]")

    def _properties(self, schema: Schema, fields: dict[str, object], path: str) -> Iterator[Wrong]:
        known, rest = schema.get("properties", {}), schema.get("additionalProperties", True)
        for name in schema.get("required", ()):
            if name not in fields:
                yield Wrong(_below(path, name), "is required")
        for name, value in fields.items():
            if name in known:
                yield from self._all_wrong(known[name], value, _below(path, name))
            elif rest is False:
                yield Wrong(_below(path, name), "is not a field of this object")
            elif isinstance(rest, dict):
                yield from self._all_wrong(cast("Schema", rest), value, _below(path, name))

    def _by_tag(self, schema: Schema, value: object, path: str) -> Iterator[Wrong]:
        name = schema["discriminator"]["propertyName"]
        if not isinstance(value, dict):
            yield Wrong(path, "must be an object")
            return
        tag = cast("dict[str, object]", value).get(name)
        members = self._tagged(schema, name)
        meant = [member for tags, member in members if tag in tags]
        if meant:
            yield from self._by_trial(meant, cast("object", value), path)
        elif tag is None:
            yield Wrong(_below(path, name), "is required")
        elif not schema.get("x-open-union") or not isinstance(tag, str):
            yield Wrong(_below(path, name), _one_of([each for tags, _ in members for each in tags]))

    def _meant(self, members: Sequence[Schema], value: object) -> Sequence[Schema]:
        """Return the members whose constant is the `type` of the value, if there are any; else all."""
        tag = cast("dict[str, object]", value).get("type") if isinstance(value, dict) else None
        return [each for each in members if any(tag in tags for tags, _ in self._tagged(each, "type"))] or members

    def _tagged(self, schema: Schema, name: str) -> Members:
        """Return the members of a union, each with the tags that mean it; members that are unions are opened."""
        place = (id(schema), name)
        if place not in self._members:
            self._members[place] = (schema, [*self._opened(schema, name)])
        return self._members[place][1]

    def _opened(self, schema: Schema, name: str) -> Iterator[tuple[list[object], Schema]]:
        schema = self._contract.resolved(schema)
        if "properties" in schema:
            tags = self._contract.resolved(schema["properties"].get(name, {}))
            yield [tags["const"]] if "const" in tags else tags.get("enum", []), schema
        for member in (*schema.get("oneOf", ()), *schema.get("anyOf", ()), *schema.get("allOf", ())):
            yield from self._opened(member, name)

    def _by_trial(self, members: Iterable[Schema], value: object, path: str) -> Iterator[Wrong]:
        reasons: list[tuple[tuple[bool, int, int], Wrong]] = []
        for member in members:
            found = [*self._all_wrong(member, value, path)]
            if not found:
                return
            # A member of another constant is not meant. Of the others it is the one that the value came closest to.
            is_other = any(each.is_tag and each.path.rpartition(".")[0] == path for each in found)
            reasons.append(((not is_other, found[0].depth, -len(found)), found[0]))
        closest = max(reasons, key=lambda reason: reason[0])
        alike = [wrong for rank, wrong in reasons if rank == closest[0] and wrong.path == closest[1].path]
        yield attrs.evolve(closest[1], message=", or ".join(dict.fromkeys(wrong.message for wrong in alike)))


def is_uuid(value: object) -> bool:
    """Tell whether `value` is a UUID in the canonical form with hyphens, of either case."""
    return (
        isinstance(value, str)
        and re.fullmatch(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", value) is not None
    )


def types_of(schema: Schema) -> tuple[str, ...]:
    """Return the types that a schema names, which is no reference."""
    given = schema.get("type", ())
    return (given,) if isinstance(given, str) else tuple(given)


def _below(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_integer(value: object) -> bool:
    return _is_number(value) and cast("float", value) % 1 == 0


_TEXTS = (str, Part)  # to write `str | Part` makes a type each time, which takes longer than all else here
_KINDS: dict[str, Callable[[object], bool]] = {
    "null": lambda value: value is None,
    "boolean": lambda value: isinstance(value, bool),
    "integer": _is_integer,
    "number": _is_number,
    "string": lambda value: isinstance(value, _TEXTS),
    "array": lambda value: isinstance(value, list),
    "object": lambda value: isinstance(value, dict),
}
_NAMES = {
    "null": "null",
    "boolean": "true or false",
    "string": "a string",
    "array": "an array",
    "object": "an object",
}


def _kind(schema: Schema, types: Sequence[str]) -> str:
    names = [_NAMES.get(each) or _range(schema, each) for each in types if each != "null"]
    return f"must be {' or '.join(names or ['null'])}"


def _range(schema: Schema, kind: str) -> str:
    name = "an integer" if kind == "integer" else "a number"
    least, most = schema.get("minimum"), schema.get("maximum")
    if least is not None and most is not None:
        return f"{name} from {least} to {most}"
    if least is not None:
        return f"{name}, {least} or more"
    return name if most is None else f"{name}, {most} or less"


def _or_null(types: Sequence[str], message: str) -> str:
    return f"{message}, or null" if "null" in types and len(types) > 1 else message


def _one_of(choices: Sequence[object]) -> str:
    shown = [f'"{each}"' for each in choices if each is not None]
    few = shown if len(shown) <= 12 else [*shown[:12], f"{len(shown) - 12} more"]  # noqa: PLR2004 - a line of text
    return f"must be {', '.join(few[:-1])} or {few[-1]}" if len(few) > 1 else f"must be {''.join(few)}"


def _bounded(schema: Schema, value: object) -> str | None:
    if not _is_number(value):
        return None
    number, above = cast("float", value), schema.get("exclusiveMinimum")
    if above is not None and number <= above:
        return f"must be a number greater than {above}"
    if schema.get("minimum", number) <= number <= schema.get("maximum", number):
        return None
    return f"must be {_range(schema, 'integer' if 'integer' in types_of(schema) else 'number')}"


def _sized(schema: Schema, value: object) -> str | None:
    if isinstance(value, str):
        least, most, unit = schema.get("minLength", 0), schema.get("maxLength"), "characters"
    elif isinstance(value, list):
        least, most, unit = schema.get("minItems", 0), schema.get("maxItems"), "entries"
    else:
        return None
    size = len(cast("Sequence[object]", value))
    if least <= size <= (size if most is None else most):
        return None
    if most is None:
        return "must not be empty" if least == 1 else f"must have at least {least} {unit}"
    return f"must have {least} to {most} {unit}" if least else f"must have at most {most} {unit}"


def _patterned(schema: Schema, value: object) -> str | None:
    pattern = schema.get("pattern")
    if pattern is None or not isinstance(value, str):
        return None
    # In Python `$` also matches before a line break at the end, in ECMA 262 it does not.
    return None if re.search(re.sub(r"\$$", r"\\Z", pattern), value) else f"must match {pattern}"


def _formatted(schema: Schema, value: object) -> str | None:
    check, name = _FORMATS.get(schema.get("format", ""), (None, ""))
    return None if check is None or check(value) else f"must be {name}"


def _is_date(value: object) -> bool:
    return _reads(date.fromisoformat, value)


def _is_time(value: object) -> bool:
    return _reads(datetime.fromisoformat, value) and "T" in str(value).upper()


def _reads(read: Callable[[str], object], value: object) -> bool:
    try:
        read(str(value))
    except ValueError:
        return False
    return True


_FORMATS: dict[str, tuple[Callable[[object], bool], str]] = {
    "uuid": (is_uuid, "a UUID"),
    "date": (_is_date, "a date such as 2027-12-31"),
    "date-time": (_is_time, "a time such as 2027-12-31T23:59:59Z"),
    "uri": (lambda value: re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", str(value)) is not None, "a URL"),
    "binary": (lambda value: isinstance(value, Part), "a file"),
}
_CHECKS: tuple[Check, ...] = (_bounded, _sized, _patterned, _formatted)


def _decoded(types: Sequence[str], text: str) -> object:
    if "null" in types and text in {"", "null"}:
        return None
    if "boolean" in types and text in {"true", "false"}:
        return text == "true"
    if "integer" in types and re.fullmatch("-?[0-9]+", text):
        # Past this many digits every number means "beyond the end", and neither int() nor SQLite has to hold it.
        return int(text) if len(text) <= 18 else 10**18  # noqa: PLR2004 - what 64 bits hold
    if "number" in types and re.fullmatch(r"-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?", text):
        return float(text)
    return text

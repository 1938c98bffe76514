"""Instances of the contract's schemas: drawn by Hypothesis, or one that has every field."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from struct import pack
from typing import TYPE_CHECKING, Any, cast

from hypothesis import strategies as st

from openrouter_funcs._generate.contract import Schema, plain, resolved

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

MOST = 2**53 - 1
_TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=6)
_ANY = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | _TEXT,
    lambda each: st.lists(each, max_size=2) | st.dictionaries(_TEXT, each, max_size=2),
    max_leaves=3,
)
_NOTHING: dict[str, Any] = {}
_KEPT: list[Schema] = []  # so that no id is used twice


def instances(schema: Schema) -> st.SearchStrategy[Any]:
    """Return a strategy for what a schema admits: small values, and few of the fields that may be left out."""
    _KEPT.append(schema)
    return _of(id(schema))


@cache
def _of(identity: int) -> st.SearchStrategy[Any]:
    schema = resolved(next(each for each in reversed(_KEPT) if id(each) == identity))
    if "const" in schema:
        return st.just(schema["const"])
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    if members := options(schema):
        if [kinds(each) for each in members] == [["array"], ["string"]] and members[0]["items"].get("type") == "number":
            floats = st.lists(st.floats(width=32, allow_nan=False, allow_infinity=False), max_size=3)
            return floats | floats.map(lambda given: b64encode(pack(f"<{len(given)}f", *given)).decode())
        return st.one_of([instances(each) for each in members])
    return st.one_of([_of_kind(kind, schema) for kind in kinds(schema)])


def options(schema: Schema) -> list[Schema]:
    """Return the members of a union; none of any other schema."""
    return cast("list[Schema]", schema.get("oneOf") or schema.get("anyOf") or [])


def kinds(schema: Schema) -> list[str]:
    """Return the kinds of JSON that a schema names; `any` if it names none."""
    named = schema.get("type", "any")
    return [named] if isinstance(named, str) else cast("list[str]", named)


def _of_kind(kind: str, schema: Schema) -> st.SearchStrategy[Any]:
    least, most = schema.get("minimum"), schema.get("maximum")
    strategies: dict[str, Callable[[], st.SearchStrategy[Any]]] = {
        "object": lambda: _objects(schema),
        "array": lambda: st.lists(instances(schema["items"]), min_size=schema.get("minItems", 0), max_size=2),
        "integer": lambda: st.integers(-MOST if least is None else least, MOST if most is None else most),
        "number": lambda: st.floats(-1e9 if least is None else least, 1e9 if most is None else most),
        "string": lambda: _texts(schema),
        "boolean": st.booleans,
        "null": st.none,
        "any": lambda: _ANY,
    }
    return strategies[kind]()


def _texts(schema: Schema) -> st.SearchStrategy[Any]:
    if schema.get("format") == "binary":
        return st.binary(max_size=6)
    return _TEXT.map(lambda text: text.ljust(schema.get("minLength", 0), "x"))


def _objects(schema: Schema) -> st.SearchStrategy[dict[str, Any]]:
    properties: dict[str, Schema] = schema.get("properties", {})
    needed = {name: instances(each) for name, each in properties.items() if name in schema.get("required", ())}
    others = [name for name in properties if name not in needed]
    free = schema.get("additionalProperties", {} if not properties else False)
    values = _ANY if free is True or not free else instances(free)
    names = _TEXT.filter(lambda name: name not in properties)
    more = st.dictionaries(names, values, max_size=2) if free is not False else st.just(_NOTHING)

    @st.composite
    def draw_object(draw: st.DrawFn) -> dict[str, Any]:
        chosen = draw(st.lists(st.sampled_from(others), max_size=4, unique=True)) if others else []
        drawn = {name: draw(each) for name, each in needed.items()}
        return drawn | {name: draw(instances(properties[name])) for name in chosen} | draw(more)

    return draw_object()


def whole(schema: Schema) -> Any:  # noqa: ANN401 - JSON is anything
    """Return one instance that has every field, each list with one item, and of each union the first member."""
    schema = resolved(schema)
    if "const" in schema or "enum" in schema:
        return next(each for each in schema.get("enum", [schema.get("const")]) if each is not None)
    if members := [each for each in options(schema) if each.get("type") != "null"]:
        return whole(members[0])
    (kind, *_) = [each for each in kinds(schema) if each != "null"]
    if kind == "object":
        return {name: whole(each) for name, each in schema.get("properties", {}).items()}
    if kind == "array":
        return [whole(schema["items"])] * schema.get("minItems", 1)
    text = b"some bytes" if schema.get("format") == "binary" else "text"
    return {"integer": 1, "number": 0.5, "string": text, "boolean": True, "any": "anything"}[kind]


def spread(schema: Schema) -> list[Any]:
    """Return an instance of every member of a union or of a list of one, and with `None` where a field admits it."""
    schema = resolved(schema)
    nothing: list[Any] = [None] if "null" in admitted(schema) else []
    if members := [each for each in options(schema) if each.get("type") != "null"]:
        return [each for member in members for each in spread(member)] + nothing
    if "items" in schema:
        return [[each] * schema.get("minItems", 1) for each in spread(schema["items"])] + nothing
    nullable = [name for name, each in schema.get("properties", {}).items() if "null" in admitted(each)]
    return [whole(schema), *(whole(schema) | {name: None} for name in nullable), *nothing]


def admitted(schema: Schema) -> set[str]:
    """Return the kinds of JSON that a schema admits; an integer is a number, too."""
    schema = resolved(schema)
    if members := options(schema):
        return set[str]().union(*map(admitted, members))
    if "const" in schema or "enum" in schema:
        return {kind_of(each) for each in schema.get("enum", [schema.get("const")])}
    return {"number" if each == "integer" else each for each in kinds(schema)}


def kind_of(value: object) -> str:
    """Return the kind of a JSON value."""
    names: Mapping[type, str] = {
        bool: "boolean",
        int: "number",
        float: "number",
        str: "string",
        list: "array",
        dict: "object",
    }
    return names.get(type(value), "null")


def wrong_for(schema: Schema) -> list[object]:
    """Return values of the kinds that a schema does not admit; none if it admits all."""
    values: list[object] = [{"no": "such"}, [["no"]], "text", 1.5, True, None]
    kinds_there = admitted(plain(schema))
    return [] if "any" in kinds_there else [each for each in values if kind_of(each) not in kinds_there]

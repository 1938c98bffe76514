"""Structured output: a value for every JSON schema that a program may ask for, held to an independent validator."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from openrouter_core.testing.instances import instance
from tests.drawing import drawn

NODE = {
    "type": "object",
    "properties": {
        "value": {"type": "integer"},
        "next": {"anyOf": [{"$ref": "#/$defs/Node"}, {"type": "null"}]},
        "children": {"type": "array", "items": {"$ref": "#/$defs/Node"}},
        "parent": {"$ref": "#/$defs/Node"},
    },
    "required": ["value", "next", "children"],
    "additionalProperties": False,
}
NAMED = {"type": "object", "properties": {"name": {"type": "string"}}, "required": ["name"]}

CHAIN = {f"A{level}": {"properties": {"a": {"$ref": f"#/$defs/A{level + 1}"}}} for level in range(40)}

SCHEMAS: list[tuple[Any, Any]] = [
    ({}, "text"),
    (True, "text"),
    ({"type": "object"}, {}),
    ({"properties": {"a": {}, "b": {"type": "integer"}}, "required": ["a"]}, {"a": "text", "b": 1}),
    ({"properties": {"a": False, "b": True}}, {"b": "text"}),
    ({"type": "object", "required": ["z"]}, {"z": "text"}),
    ({"type": "object", "additionalProperties": {"type": "integer"}, "minProperties": 2}, {"key0": 1, "key1": 1}),
    ({"$ref": "#/$defs/A0", "$defs": {**CHAIN, "A40": {"const": 1}}}, None),  # a reference in each of 40 levels
    ({"const": 3}, 3),
    ({"enum": ["a", None]}, "a"),
    ({"type": "null"}, None),
    ({"type": ["null", "boolean"]}, True),
    ({"$ref": "#/$defs/Node", "$defs": {"Node": NODE}}, {"value": 1, "next": None, "children": []}),
    ({"definitions": {"a/b": {"type": "integer"}}, "$ref": "#/definitions/a~1b"}, 1),
    ({"prefixItems": [{"$ref": "#/prefixItems/1"}, {"const": 2}], "items": False, "minItems": 2}, [2, 2]),
    ({"type": "object", "properties": {"me": {"$ref": "#"}}}, {"me": {}}),
    ({"allOf": [NAMED, {"properties": {"name": {"minLength": 6}, "id": {"const": 1}}, "required": ["id"]}]}, None),
    ({"allOf": [{"$ref": "#/$defs/N"}, {"$ref": "#/$defs/N"}], "$defs": {"N": NAMED}}, {"name": "text"}),
    ({"oneOf": [{**NAMED, "properties": {"name": {"const": each}}} for each in "xy"]}, {"name": "x"}),
    ({"anyOf": [False, {"type": "null"}, {"type": "integer"}]}, 1),
    ({"anyOf": [{"type": "integer"}], "minimum": 4}, 4),
    ({"type": "array"}, ["text"]),
    ({"items": {"type": "boolean"}, "minItems": 2, "uniqueItems": True}, [True, False]),
    ({"items": {"enum": ["a", "b", "c"]}, "minItems": 3, "uniqueItems": True}, ["a", "b", "c"]),
    ({"items": {"type": "string"}, "minItems": 2, "uniqueItems": True}, ["text", "text2"]),
    ({"items": {"type": "integer", "minimum": 3}, "minItems": 2, "uniqueItems": True}, [3, 4]),
    ({"items": {"type": "integer", "exclusiveMaximum": 1}, "minItems": 3, "uniqueItems": True}, [0, -1, -2]),
    ({"items": {"minimum": 0, "maximum": 1}, "minItems": 4, "uniqueItems": True}, [0, 1, 0.75, 0.8]),
    ({"items": {"type": "string"}, "maxItems": 0}, []),
    ({"items": {"type": "integer", "minimum": 3, "maximum": 2}}, []),
    ({"prefixItems": [{"type": "string"}, {"type": "integer"}], "items": False}, ["text", 2]),
    ({"type": "integer", "exclusiveMinimum": 0, "maximum": 1}, 1),
    ({"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 0.5}, 0.25),
    ({"type": "number", "minimum": 0.5, "maximum": 0.5}, 0.5),
    ({"type": "number", "maximum": -5.5}, -6),
    ({"type": "number", "maximum": 100}, 1),
    ({"type": "integer", "multipleOf": 7, "minimum": 10}, 14),
    ({"type": "number", "multipleOf": 0.01, "minimum": 0.015}, 0.02),
    ({"type": "string", "minLength": 6}, "textxx"),
    ({"type": "string", "maxLength": 2}, None),
    ({"type": "string", "maxLength": 0}, ""),
    ({"type": "string", "format": "weird"}, "text"),
    *(
        ({"type": "string", "format": name}, None)
        for name in ("date", "date-time", "time", "duration", "email", "hostname", "ipv4", "ipv6", "uri", "uuid")
    ),
    ({"type": "string", "pattern": "^[A-Z]{3}-[0-9]{4}$"}, "AAA-0000"),
    ({"type": "string", "pattern": "^[a-z]+$", "minLength": 7}, "aaaaaaa"),
    ({"type": "string", "pattern": r"^(foo|bar)[^a-z]\w\s\S\D.[^0]$"}, None),
    ({"type": "string", "pattern": r"^\+?[1-9]\d{1,14}$"}, "10"),
    ({"type": "string", "pattern": r"^(?=a)[^b]*?$", "minLength": 2}, None),
    ({"type": "object", "properties": {"a": {"type": "string", "pattern": "a(?!a)a"}}}, {}),
]


@pytest.mark.parametrize(("schema", "made"), SCHEMAS, ids=str)
def test_a_value_satisfies_its_schema(schema: Any, made: object) -> None:  # noqa: ANN401
    """The plainest one, the same each time; `None` here is any."""
    value = instance(schema)
    jsonschema_rs.validator_for(schema, validate_formats=True).validate(value)
    assert value == instance(schema)
    assert made is None or value == made


IMPOSSIBLE: list[Any] = [
    False,
    {"type": "what"},
    {"type": 5},
    {"$ref": "https://example.org/schema"},
    {"type": "object", "properties": {"a": {"$ref": "#"}}, "required": ["a"]},
    {"anyOf": [False]},
    {"enum": []},
    {"type": "string", "pattern": "("},
    {"type": "string", "pattern": "a(?!a)a"},
    {"type": "string", "minLength": 10**9},
    {"type": "integer", "minimum": 3, "maximum": 2},
    {"type": "array", "minItems": 2, "prefixItems": [{}, False]},
    {"type": "array", "minItems": 10**9},
    {"minimum": float("inf")},
]


@pytest.mark.parametrize("schema", IMPOSSIBLE, ids=str)
def test_what_no_value_is_found_for_is_said(schema: Any) -> None:  # noqa: ANN401
    """Whatever it is: what is no schema, what nothing satisfies, what would never end."""
    with pytest.raises(ValueError, match="is not a JSON schema that a value can be made for"):
        instance(schema)


@st.composite
def _leaves(draw: st.DrawFn) -> dict[str, Any]:
    low, size = draw(st.integers(-9, 9)), draw(st.integers(0, 9))
    return draw(
        st.sampled_from(
            [
                {"type": "integer", "minimum": low, "maximum": low + size},
                {"type": "number", "exclusiveMinimum": low + 0.1, "maximum": low + 0.3 + size},
                {"type": "string", "minLength": size, "maxLength": size + abs(low)},
                {"type": "string", "pattern": f"^[b-z]{{{size},}}[^a]$"},
                {"type": ["string", "null"]},
                {"type": "boolean"},
                {"enum": [low, "a", None]},
                {},
            ]
        )
    )


@st.composite
def _wider(draw: st.DrawFn, inner: st.SearchStrategy[dict[str, Any]]) -> dict[str, Any]:
    names = st.sampled_from("abc")
    properties, required = draw(st.dictionaries(names, inner)), draw(st.lists(names, unique=True))
    return draw(
        st.sampled_from(
            [
                {"type": "object", "properties": properties, "required": required},
                {"type": "array", "items": draw(inner), "minItems": len(required)},
                {"anyOf": draw(st.lists(inner, min_size=1, max_size=3))},
            ]
        )
    )


@drawn(200)
@example({"type": "array", "items": {"type": "integer", "minimum": 0, "maximum": 0}, "minItems": 2})
@given(st.recursive(_leaves(), _wider, max_leaves=12))
def test_any_schema_that_can_be_satisfied_is(schema: dict[str, Any]) -> None:
    """Schemas within schemas, as programs that describe their types write them."""
    jsonschema_rs.validator_for(schema).validate(instance(schema))


KEYWORDS = st.sampled_from(
    [
        *("type", "enum", "const", "properties", "required", "items", "prefixItems", "anyOf", "oneOf", "allOf", "$ref"),
        *("minimum", "exclusiveMaximum", "multipleOf", "minItems", "maxItems", "minLength", "pattern", "format"),
        *("additionalProperties", "minProperties", "$defs", "a"),
    ]
)
VALUES: st.SearchStrategy[Any] = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3, 3),
    st.floats(),
    st.sampled_from(["object", "#", "#/$defs/a", "a", "(", ""]),
)


@drawn(200)
@given(st.recursive(VALUES, lambda inner: st.lists(inner) | st.dictionaries(KEYWORDS, inner), max_leaves=20))
def test_whatever_is_no_schema_is_a_value_error(anything: Any) -> None:  # noqa: ANN401
    """Or it is one after all; there is always an answer."""
    with suppress(ValueError):
        instance(anything)

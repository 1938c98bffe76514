"""Whether a value fits a schema: each keyword that the contract uses, where it is wrong, and what is said of it."""

from __future__ import annotations

from typing import Any

import pytest

from openrouter_core.testing.contract import Contract, contract
from openrouter_core.testing.multipart import Part
from openrouter_core.testing.schemas import Schemas

FILE = Part("a.txt", None, b"x")
TEXT = {"type": "object", "properties": {"type": {"enum": ["text"]}, "text": {"type": "string"}}, "required": ["text"]}
IMAGE = {"type": "object", "properties": {"type": {"const": "image"}, "url": {"type": "string"}}, "required": ["url"]}
TAGGED = {"oneOf": [{"$ref": "#/components/schemas/Text"}, IMAGE], "discriminator": {"propertyName": "type"}}
NESTED = {"oneOf": [{"oneOf": [TEXT]}, IMAGE], "discriminator": {"propertyName": "type"}}
UNIONS = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"anyOf": [TEXT, IMAGE]}}]}
DYNAMIC = {"anyOf": [IMAGE, {"type": "object", "properties": {"type": {"type": "string"}}}]}
MANY = ", ".join(f'"{each}"' for each in "abcdefghijkl")
SCHEMAS = Schemas(Contract({}, {"Text": TEXT}))

# schema, value, what is wrong with it
CASES: list[tuple[Any, Any, str | None]] = [
    ({}, {"anything": [1]}, None),
    ({"type": "string"}, "x", None),
    ({"type": "string"}, 1, "body: must be a string"),
    ({"type": ["string", "null"]}, None, None),
    ({"type": ["string", "null"]}, 1, "body: must be a string, or null"),
    ({"type": ["string", "null"], "minLength": 1}, None, None),
    ({"type": "null"}, 1, "body: must be null"),
    ({"type": "boolean"}, 1, "body: must be true or false"),
    ({"type": "integer"}, True, "body: must be an integer"),
    ({"type": "integer"}, 1.0, None),
    ({"type": "integer"}, 1.5, "body: must be an integer"),
    ({"type": "number"}, 1.5, None),
    ({"type": "number"}, "1", "body: must be a number"),
    ({"type": ["number", "string"]}, [], "body: must be a number or a string"),
    ({"type": "integer", "minimum": 1, "maximum": 9}, 0, "body: must be an integer from 1 to 9"),
    ({"type": "integer", "minimum": 1}, 0, "body: must be an integer, 1 or more"),
    ({"type": "number", "maximum": 2}, 2.5, "body: must be a number, 2 or less"),
    ({"type": "number", "maximum": 2}, 2, None),
    ({"type": "number", "exclusiveMinimum": 0}, 0, "body: must be a number greater than 0"),
    ({"type": "string", "minLength": 1}, "", "body: must not be empty"),
    ({"type": "string", "minLength": 2}, "a", "body: must have at least 2 characters"),
    ({"type": ["string", "null"], "maxLength": 2}, "abc", "body: must have at most 2 characters, or null"),
    ({"type": "string", "minLength": 1, "maxLength": 2}, "", "body: must have 1 to 2 characters"),
    ({"type": "array", "minItems": 1}, [], "body: must not be empty"),
    ({"type": "array", "maxItems": 1}, [1, 2], "body: must have at most 1 entries"),
    ({"type": "string", "pattern": "^a+$"}, "aa", None),
    ({"type": "string", "pattern": "^a+$"}, "aa\n", "body: must match ^a+$"),
    ({"type": "string", "format": "uuid"}, "0df9e665-d932-5740-b2c7-b52af166bc11", None),
    ({"type": "string", "format": "uuid"}, "0df9e665", "body: must be a UUID"),
    ({"type": "string", "format": "date"}, "2027-12-31", None),
    ({"type": "string", "format": "date"}, "31.12.2027", "body: must be a date such as 2027-12-31"),
    ({"type": "string", "format": "date-time"}, "2027-12-31T23:59:59Z", None),
    ({"type": "string", "format": "date-time"}, "2027-12-31", "body: must be a time such as 2027-12-31T23:59:59Z"),
    ({"type": "string", "format": "uri"}, "https://example.org", None),
    ({"type": "string", "format": "uri"}, "example", "body: must be a URL"),
    ({"type": "string", "format": "binary"}, FILE, None),
    ({"type": "string", "format": "binary"}, "text", "body: must be a file"),
    ({"type": "string", "format": "other"}, "text", None),
    ({"enum": ["a", "b"]}, "c", 'body: must be "a" or "b"'),
    ({"enum": ["a", None], "type": ["string", "null"]}, "c", 'body: must be "a", or null'),
    ({"enum": ["a"], "x-open-enum": True}, "c", None),
    ({"enum": [*"abcdefghijklmn"]}, "x", f"body: must be {MANY} or 2 more"),
    ({"const": True}, False, 'body: must be "True"'),
    ({"allOf": [{"$ref": "#/components/schemas/Text"}, {}]}, {}, "text: is required"),
    ({"type": "array", "items": {"type": "string"}}, ["a", 1], "[1]: must be a string"),
    (TEXT, {"text": 1}, "text: must be a string"),
    (TEXT, {"text": "a", "newer": 1}, None),
    ({"type": "object", "properties": {"a": TEXT}}, {"a": {}}, "a.text: is required"),
    ({"type": "object", "additionalProperties": False}, {"a": 1}, "a: is not a field of this object"),
    ({"type": "object", "additionalProperties": {"type": "integer"}}, {"a": "x"}, "a: must be an integer"),
    (TAGGED, {"type": "text", "text": "a"}, None),
    (TAGGED, {"type": "image"}, "url: is required"),
    (TAGGED, {}, "type: is required"),
    (TAGGED, {"type": "audio"}, 'type: must be "text" or "image"'),
    ({**TAGGED, "x-open-union": True}, {"type": "audio"}, None),
    ({**TAGGED, "x-open-union": True}, {"type": 1}, 'type: must be "text" or "image"'),
    (TAGGED, "text", "body: must be an object"),
    ({**TAGGED, "type": ["object", "null"]}, None, None),
    ({"anyOf": [TAGGED, {"type": "string"}]}, 1, "body: must be an object, or must be a string"),
    (NESTED, {"type": "text"}, "text: is required"),
    (DYNAMIC, {"type": "film"}, None),
    (DYNAMIC, {"type": "image"}, "url: is required"),
    (UNIONS, "a", None),
    (UNIONS, 1, "body: must be a string, or must be an array"),
    (UNIONS, [{"type": "image", "url": 1}], "[0].url: must be a string"),
    (UNIONS, [{"type": "audio"}], "[0].text: is required"),
]  # fmt: skip


@pytest.mark.parametrize(("schema", "value", "wrong"), CASES)
def test_a_value_fits_or_is_told_why_not(schema: dict[str, Any], value: object, wrong: str | None) -> None:
    """The path of the field and what it must be."""
    found = SCHEMAS.wrong(schema, value)
    assert (found and str(found)) == wrong


@pytest.mark.parametrize(
    ("types", "texts", "value"),
    [
        ("string", ["1"], "1"),
        ("integer", ["12"], 12),
        ("integer", ["9" * 30], 10**18),
        ("integer", ["1.5"], "1.5"),
        ("number", ["1.5e3"], 1500.0),
        ("number", ["nan"], "nan"),
        ("boolean", ["true"], True),
        ("boolean", ["yes"], "yes"),
        (["integer", "null"], [""], None),
        (["integer", "null"], ["null"], None),
        ("string", [FILE], FILE),
        ("string", ["a", "b"], "b"),
    ],
)
def test_text_becomes_what_is_asked_for(types: object, texts: list[str | Part], value: object) -> None:
    """Of a query or a form; what is not of the type stays text."""
    assert SCHEMAS.decoded({"type": types}, texts) == value


def test_a_name_given_often_is_an_array() -> None:
    """Where the schema says array, one value is one as well."""
    schema = {"type": "array", "items": {"type": "integer"}}
    assert SCHEMAS.decoded(schema, ["1", "2"]) == [1, 2]
    assert SCHEMAS.decoded(schema, ["1"]) == [1]


def test_every_example_of_a_request_fits() -> None:
    """The contract's own examples of bodies are what it allows, whichever operation they are of."""
    schemas = Schemas(contract())
    for operation in contract().operations.values():
        schema = operation.bodies.get("application/json", {})
        if "example" in contract().resolved(schema):
            example = contract().resolved(schema)["example"]
            assert schemas.wrong(schema, example) is None, operation.name


def test_the_contract_has_every_operation() -> None:
    """138 of them, each with a key that it wants."""
    operations = contract().operations
    assert len(operations) == 138
    assert {operation.key for operation in operations.values()} == {"api", "management", "none"}
    assert [
        name for name, operation in operations.items() if operation.errors == "anthropic" and "presets" not in name
    ] == ["messages_create"]

"""Every class of a response: what it reads, what it keeps that is new, and what it refuses."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from openrouter_core.model import Unknown
from openrouter_core.types.jsontext import UnreadableBodyError
from openrouter_funcs._generate.contract import resolved
from openrouter_funcs._generate.symbols import names_in
from tests.contract.decoded import differences
from tests.contract.instances import spread, whole, wrong_for
from tests.contract.models import of_every, type_of
from tests.samples import decode

if TYPE_CHECKING:
    from openrouter_funcs._generate.symbols import Symbol

of_every_class = of_every("class")


def _read(symbol: Symbol, body: object) -> Any:  # noqa: ANN401
    return decode(type_of(symbol), json.dumps(body).encode())


@of_every_class
def test_a_field_of_another_type_is_named(symbol: Symbol) -> None:
    """Whatever kind of JSON comes in its place."""
    given = whole(symbol.schema)
    assert differences(_read(symbol, given), given) == []
    for one in symbol.fields:
        for value in wrong_for(one.schema):
            if value is None and not one.required:
                continue  # the same as absent
            with pytest.raises(UnreadableBodyError) as caught:
                _read(symbol, given | {one.wire: value})
            assert str(caught.value).startswith(one.name), (value, str(caught.value))


@of_every_class
def test_a_field_that_is_missing_is_named(symbol: Symbol) -> None:
    """If it is one that must be there; any other is `None`."""
    given = whole(symbol.schema)
    for one in symbol.fields:
        rest = {name: each for name, each in given.items() if name != one.wire}
        if one.required:
            with pytest.raises(UnreadableBodyError, match=rf"^{one.name}: missing"):
                _read(symbol, rest)
        else:
            assert getattr(_read(symbol, rest), one.name) is None


@of_every_class
def test_what_is_new_is_no_fault(symbol: Symbol) -> None:
    """A field, a value of an open enumeration, a tag of a union."""
    given = whole(symbol.schema)
    value = _read(symbol, given | {"brand_new": 1})
    assert symbol.extra is None or value.extra["brand_new"] == 1
    for one in symbol.fields:
        schema = resolved(one.schema)
        if schema.get("x-open-enum") and "string" in str(schema.get("type")):
            assert getattr(_read(symbol, given | {one.wire: "brand-new"}), one.name) == "brand-new"
        if "Unknown" in names_in(one.type) and not one.type.startswith("tuple") and "discriminator" in schema:
            tag = schema["discriminator"]["propertyName"]
            kept = getattr(_read(symbol, given | {one.wire: {tag: "brand-new", "x": 1}}), one.name)
            assert kept == Unknown(tag="brand-new", data={tag: "brand-new", "x": 1})


@of_every_class
def test_every_member_of_a_union_is_read(symbol: Symbol) -> None:
    """With all of its fields, and with `None` where the contract admits it."""
    given = whole(symbol.schema)
    for one in symbol.fields:
        for value in spread(one.schema):
            if one.type == "Vector" and value == "text":
                continue  # which is no base64 of numbers
            body = given | {one.wire: value}
            assert differences(_read(symbol, body), body) == []

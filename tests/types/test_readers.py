"""The fast path never says anything else than cattrs does: it reads what is exactly right, and refuses the rest."""

from __future__ import annotations

import weakref
from collections.abc import Mapping  # noqa: TC003 - attrs resolves the annotations of Checked
from typing import Any, Literal, get_type_hints

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from openrouter_core.secret import Secret
from openrouter_core.types.converters import argument_converter, response_converter
from openrouter_core.types.readers import RefusedError, acceptors, reader
from openrouter_funcs.models import byok
from tests.drawing import drawn
from tests.samples import CREDENTIAL


@attrs.frozen
class Noted:
    """A response with a mapping in it."""

    code: int
    message: str
    metadata: Mapping[str, object] | None = None


RESPONSES: list[tuple[type[Any], dict[str, object]]] = [
    (byok.GetBYOKKeyResponse, {"data": CREDENTIAL}),
    (byok.ListBYOKKeysResponse, {"data": [CREDENTIAL, CREDENTIAL], "total_count": 2}),
    (byok.DeleteBYOKKeyResponse, {"deleted": True}),
    (Noted, {"code": 404, "message": "gone", "metadata": {"x": [1]}}),
]
REQUESTS = [byok.CreateBYOKKeyRequest, byok.UpdateBYOKKeyRequest, byok.ListBYOKKeysRequest, byok.GetBYOKKeyRequest]

texts = st.text(max_size=3)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | texts,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(texts, inner, max_size=2),
    max_leaves=4,
)
arguments = json_values | st.just("\ud800") | st.builds(Secret, texts | st.just("\ud800"))


def read(kind: Any, value: object) -> object:  # noqa: ANN401 - a type expression is anything
    """Return what the fast path makes of a value, or that it refuses."""
    try:
        return reader(kind)(value)
    except Exception:  # noqa: BLE001 - as `codec` does
        return RefusedError


def converted(kind: Any, value: object) -> object:  # noqa: ANN401
    """Return what cattrs makes of a value, or that it refuses."""
    try:
        return response_converter().structure(value, kind)
    except Exception:  # noqa: BLE001 - as `codec` does
        return RefusedError


@pytest.mark.parametrize(("kind", "body"), RESPONSES)
def test_what_is_right_is_read_without_cattrs(kind: type[Any], body: dict[str, object]) -> None:
    """The fast path takes every response that is what was promised, and makes of it what cattrs makes."""
    assert read(kind, body) == converted(kind, body) != RefusedError
    assert type(read(kind, body)) is kind


@drawn(100)
@given(
    chosen=st.sampled_from(RESPONSES),
    name=st.sampled_from([*CREDENTIAL, "data", "total_count", "code"]),
    new=json_values,
)
def test_one_wrong_value_is_judged_alike(chosen: tuple[type[Any], dict[str, object]], name: str, new: object) -> None:
    """Wherever a value is replaced, both paths come to the same end."""
    kind, body = chosen
    changed = body | {name: new} if name in body else body | {"data": CREDENTIAL | {name: new}}
    assert read(kind, changed) == converted(kind, changed)


@drawn(100)
@given(request=st.sampled_from(REQUESTS), values=st.lists(arguments, min_size=30, max_size=30))
def test_an_argument_that_is_taken_as_it_is_is_right(request: Any, values: list[object]) -> None:  # noqa: ANN401
    """Of whatever is given, the fast path takes only what cattrs leaves as it is."""
    hints = get_type_hints(request)
    for (name, accepts), value in zip(acceptors(hints).items(), values, strict=False):
        try:
            taken = accepts(value)
        except UnicodeEncodeError:
            taken = False
        if taken:
            assert argument_converter().structure(value, hints[name]) == value


@pytest.mark.parametrize("value", [5, -(2**53), True, "text", "\N{SNOWMAN}"])
def test_an_argument_that_is_right_is_taken_by_both(value: object) -> None:
    """Another argument of the same call may need cattrs, which then sees all of them."""
    assert acceptors({"x": type(value)})["x"](value)
    assert argument_converter().structure(value, type(value)) == value


@attrs.frozen
class Weak:
    """Has a slot for weak references, which no twin can share."""

    text: str


@attrs.frozen(kw_only=True, weakref_slot=False)
class Checked:
    """Does more than hold its fields."""

    _count: int = attrs.field(alias="count", validator=attrs.validators.ge(0))
    choice: Literal["a", 1] = "a"
    notes: Mapping[str, object] | None = None
    more: Weak | None = None
    anything: object = None


def test_a_class_of_any_kind_is_made_whole() -> None:
    """With a slot for weak references, a validator, an alias or an optional part, its own constructor is called."""
    made = read(Weak, {"text": "x"})
    assert isinstance(made, Weak)
    assert weakref.ref(made)() == Weak("x")
    assert read(Checked, {"_count": 1, "more": {"text": "x"}, "anything": []}) == Checked(
        count=1, more=Weak("x"), anything=[]
    )
    assert read(Checked, {"_count": 1, "choice": 1, "more": None, "notes": {}}) == Checked(count=1, choice=1, notes={})
    wrongs: list[object] = [{"_count": -1}, *({"_count": 1, name: 5} for name in ("choice", "notes", "more"))]
    for wrong in [*wrongs, {"_count": 1, "choice": True}]:
        assert read(Checked, wrong) is RefusedError


def test_a_made_value_is_frozen() -> None:
    """It was filled before it became what it is, and cannot be changed any more."""
    made: Any = read(byok.DeleteBYOKKeyResponse, {"deleted": True})
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        made.deleted = False


@pytest.mark.parametrize("value", [1.5, 0, 10**400, True, "1.5", None])
def test_a_number_is_judged_alike(value: object) -> None:
    """JSON writes 1.0 as 1 as often as not, and both paths make a float of it."""
    assert read(float, value) == converted(float, value)
    assert type(read(float, value)) is type(converted(float, value))


def test_a_number_that_json_does_not_have_is_no_argument() -> None:
    """A whole one in place of a float is cattrs' to convert; infinity and NaN (RFC 8259, 6) nobody takes."""
    assert acceptors({"x": float})["x"](1.5)
    assert not acceptors({"x": float})["x"](1)
    for wrong in (float("inf"), float("nan"), 10**400):
        assert not acceptors({"x": float})["x"](wrong)
        with pytest.raises((ValueError, OverflowError)):
            argument_converter().structure(wrong, float)


def test_a_type_that_is_not_known_is_left_to_cattrs() -> None:
    """Nothing of it is read here, and no argument of it taken."""
    assert read(complex, 1.5) is RefusedError
    assert not acceptors({"x": complex})["x"](1.5)


@attrs.frozen
class Crowded:
    """Has fields named like what the compiled text uses."""

    type: str
    given: int
    made: float | None = None
    value0: bool = True
    parts: object = attrs.field(factory=list[int])


@attrs.frozen
class Empty:
    """Promises nothing."""


def test_what_a_factory_makes_is_left_to_cattrs() -> None:
    """Its default is no value that could stand in for an absent one."""
    assert read(Crowded, {"type": "x", "given": 1}) is RefusedError
    assert converted(Crowded, {"type": "x", "given": 1}) == Crowded(type="x", given=1)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Crowded, {"type": "x", "given": 1, "parts": 1}),
        (Crowded, {"type": "x", "given": 1, "made": 2, "value0": False, "parts": None}),
        (Crowded, {"type": 1, "given": 1}),
        (Crowded, {"type": "x"}),
        (Empty, {"more": 1}),
        (Empty, []),
        (Empty, None),
    ],
)
def test_names_and_numbers_of_fields_do_not_matter(kind: type[Any], value: object) -> None:
    """The text that is compiled keeps clear of the names of fields, and there may be none."""
    assert read(kind, value) == converted(kind, value)

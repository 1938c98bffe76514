"""Classes of responses are what `attrs.frozen` makes, to people, to attrs, cattrs, pickle, and to type checkers."""

from __future__ import annotations

import copy
import inspect
import json
import pickle
from typing import TYPE_CHECKING, Annotated, Any, Literal

import attrs
import cattrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from openrouter_core import Ok, Secret
from openrouter_core.errors import BadRequestResponseError
from openrouter_core.model import Extra, Json, Unknown, Wire, frozen, jsonable
from openrouter_funcs.models.byok import BYOKKey
from tests.drawing import drawn

if TYPE_CHECKING:
    from typing import assert_type


@frozen(kw_only=True)
class Inner:
    """Is a part."""

    text: str
    """What it says."""


@frozen(kw_only=True)
class Outer:
    """Has a part."""

    size: int
    inner: Inner | None = None
    several: tuple[Inner, ...] = ()
    state: Literal["on", "off"] = "on"


@attrs.frozen(kw_only=True, weakref_slot=False)
class Twin:
    """Is what attrs makes of the same fields."""

    size: int
    inner: Inner | None = None
    several: tuple[Inner, ...] = ()
    state: Literal["on", "off"] = "on"


WHOLE = Outer(size=1, inner=Inner(text="x"), several=(Inner(text="y"),))


def test_attrs_sees_its_class() -> None:
    """`has`, `fields` and `fields_dict` say what they say of a class of attrs."""
    assert attrs.has(Outer)
    assert attrs.fields(Outer) == attrs.fields(Twin)
    assert attrs.fields(Outer).size.name == "size"
    assert list(attrs.fields_dict(Inner)) == ["text"]
    assert attrs.fields(attrs.resolve_types(Outer)).inner.type == Inner | None


def test_its_constructor_is_seen() -> None:
    """By `inspect`, and so by shells that complete names."""
    assert inspect.signature(Outer) == inspect.signature(Twin)
    assert list(inspect.signature(BadRequestResponseError).parameters)[:2] == ["message", "attempts"]


def test_its_constructor_names_a_long_enumeration() -> None:
    """And does not list the hundred providers that it has."""
    assert inspect.signature(BYOKKey).parameters["provider"].annotation == "BYOKProviderSlug"


def test_a_field_by_place_is_one_too_many_or_has_its_name() -> None:
    """As in any other call."""
    make: Any = Wire
    assert make("a") == make(name="a")
    with pytest.raises(TypeError, match=r"^Wire\(\) has unknown or missing arguments: 1; it takes name$"):
        make("a", "b")


def test_attrs_takes_it_apart_and_changes_it() -> None:
    """`asdict`, `astuple` and `evolve` work on it, at any depth."""
    assert attrs.asdict(WHOLE) == {"size": 1, "inner": {"text": "x"}, "several": ({"text": "y"},), "state": "on"}
    assert attrs.astuple(WHOLE) == (1, ("x",), (("y",),), "on")
    assert attrs.evolve(WHOLE, size=2) == Outer(size=2, inner=Inner(text="x"), several=(Inner(text="y"),))


def test_cattrs_reads_and_writes_it() -> None:
    """A converter of the caller's own needs no hook for it."""
    converter = cattrs.Converter()
    assert converter.unstructure(Inner(text="x")) == {"text": "x"}
    assert converter.structure({"text": "x"}, Inner) == Inner(text="x")
    assert converter.structure(converter.unstructure(WHOLE), Outer) == WHOLE


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_it_pickles(protocol: int) -> None:
    """It comes back equal, by each protocol."""
    assert pickle.loads(pickle.dumps(WHOLE, protocol)) == WHOLE  # noqa: S301 - our own pickle


def test_it_is_copied() -> None:
    """A copy is another object and equal; a deep one shares no part that may change."""
    shallow, deep = copy.copy(WHOLE), copy.deepcopy(WHOLE)
    assert shallow == deep == WHOLE
    assert shallow is not WHOLE
    assert shallow.inner is WHOLE.inner
    assert deep.inner is not WHOLE.inner


def test_it_is_matched_by_its_fields() -> None:
    """By name, as all its fields are given by name."""
    match WHOLE:
        case Outer(size=1, inner=Inner(text=text)):
            assert text == "x"
        case _:
            pytest.fail("it is matched")
    assert Outer.__match_args__ == Twin.__match_args__ == ()


sizes = st.integers(0, 1)
inners = st.none() | st.builds(Inner, text=st.sampled_from("ab"))


@drawn(40)
@given(left=st.builds(Outer, size=sizes, inner=inners), right=st.builds(Outer, size=sizes, inner=inners))
def test_it_equals_what_has_equal_fields(left: Outer, right: Outer) -> None:
    """As a class of attrs does; then the hash is equal too. Of another class nothing is equal."""
    of_attrs: list[Any] = [Twin(**attrs.asdict(each, recurse=False)) for each in (left, right)]
    assert (left == right) == (of_attrs[0] == of_attrs[1])
    assert left != right or hash(left) == hash(right)
    assert left != of_attrs[0]


def test_it_shows_its_fields() -> None:
    """As a class of attrs does."""
    assert repr(WHOLE) == "Outer(size=1, inner=Inner(text='x'), several=(Inner(text='y'),), state='on')"
    assert repr(WHOLE) == repr(Twin(**attrs.asdict(WHOLE, recurse=False))).replace("Twin", "Outer", 1)


def test_it_never_changes() -> None:
    """Nothing is set, added or removed."""
    changing: Any = WHOLE
    for name in ("size", "more"):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(changing, name, 2)
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            delattr(changing, name)
    assert not hasattr(WHOLE, "__dict__")


TAKES = "; it takes size, inner, several, state"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [({}, "size"), ({"size": 1, "more": 2}, f"more{TAKES}"), ({"more": 2}, f"more, size{TAKES}")],
    ids=lambda it: it if isinstance(it, str) else "",
)
def test_it_is_made_of_its_fields_alone(arguments: dict[str, object], said: str) -> None:
    """One that is missing or unknown is named, as a wrong call is Python's `TypeError`."""
    make: Any = Outer
    with pytest.raises(TypeError, match=rf"^Outer\(\) has unknown or missing arguments: {said}$"):
        make(**arguments)


def test_it_keeps_its_words() -> None:
    """Its docstring, module and name are where `help` looks for them."""
    assert (Inner.__doc__, Inner.__module__, Inner.__qualname__) == ("Is a part.", __name__, "Inner")


def test_an_unknown_part_is_a_value_like_others() -> None:
    """It compares, pickles and matches; its data may hold anything."""
    part = Unknown(tag="hologram", data={"type": "hologram", "parts": [1]})
    assert part == pickle.loads(pickle.dumps(part))  # noqa: S301 - our own pickle
    match part:
        case Unknown(tag="hologram", data=data):
            assert data["parts"] == [1]
        case _:
            pytest.fail("it is matched")


@frozen(kw_only=True)
class Named:
    """Has names in JSON that differ, and keys that its class does not know."""

    cached_at: Annotated[float | None, Wire("cachedAt")] = None
    parts: tuple[Inner | Unknown, ...] = ()
    extra: Extra[Json]


@attrs.frozen
class OfTheCaller:
    """Is a class for an endpoint of the caller's own."""

    size: Annotated[int, Wire("Size")]
    inner: Inner | None = None


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        (WHOLE, {"size": 1, "inner": {"text": "x"}, "several": [{"text": "y"}], "state": "on"}),
        (Outer(size=1), {"size": 1, "several": [], "state": "on"}),
        (
            Named(
                cached_at=1.5, parts=(Unknown(tag="new", data={"type": "new", "in": (1, None)}),), extra={"more": None}
            ),
            {"cachedAt": 1.5, "parts": [{"type": "new", "in": [1, None]}], "more": None},
        ),
        (OfTheCaller(size=1, inner=Inner(text="x")), {"Size": 1, "inner": {"text": "x"}}),
        ({"a": [Inner(text="x")], "b": None}, {"a": [{"text": "x"}], "b": None}),
        ("text", "text"),
        (None, None),
    ],
    ids=lambda it: type(it).__name__,
)
def test_it_becomes_json_by_the_names_of_the_api(value: object, plain: object) -> None:
    """Without fields that are absent; a null that a mapping holds stays."""
    assert json.loads(json.dumps(jsonable(value))) == jsonable(value) == plain


@pytest.mark.parametrize("value", [Secret("sk-or-test-123"), Ok(WHOLE)], ids=["secret", "result"])
def test_what_is_no_part_of_a_response_becomes_no_json(value: object) -> None:
    """A secret is not written by accident, nor a result in place of its value."""
    with pytest.raises(TypeError, match="is not JSON serializable"):
        json.dumps(jsonable({"it": value}))


if TYPE_CHECKING:  # mypy and pyright see a class of attrs

    def checked(outer: Outer) -> None:
        """Fields have their types; none can be set; the constructor knows them, and so does `evolve`."""
        assert_type(outer.size, int)
        assert_type(outer.inner, Inner | None)
        assert_type(attrs.evolve(outer, size=2), Outer)
        assert_type(Outer(size=1), Outer)
        outer.size = 2  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
        Outer(1)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
        Outer(size="1")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
        Outer(size=1, more=2)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]

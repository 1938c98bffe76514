"""Maps, free objects, other keys, names on the wire, and numbers: one by one, in bulk, and as base64."""

# No `from __future__ import annotations`: it would hide `Required` from `TypedDict` (PEP 655).
import json
import struct
from base64 import b64encode
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Annotated, Any, NoReturn, Required, TypedDict, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openrouter_core.errors import SDKValidationError
from openrouter_core.model import Extra, Json, Unknown, Vector, Wire, frozen
from openrouter_core.secret import Secret
from openrouter_core.types.description import Rule, check_arguments, checked, fields_of
from openrouter_core.types.jsontext import RefusedError, UnreadableBodyError
from tests.drawing import drawn
from tests.samples import decode
from tests.types.test_arguments import Lazy, Loud
from tests.types.test_description import argument, json_values, read, refusals, structured

INFINITE = float("inf")


@frozen(kw_only=True)
class Part:
    """A small object."""

    n: int


@frozen(kw_only=True)
class Named:
    """Has names that Python or taste would not have."""

    context_length: Annotated[int, Wire("contextLength")]
    async_: Annotated[bool | None, Wire("async")] = None
    shape: Annotated[str, Wire("_shape")] = "round"


@frozen(kw_only=True)
class Traced:
    """Keeps what it does not know."""

    name: Annotated[str | None, Wire("traceName")] = None
    extra: Extra[Json]


@frozen(kw_only=True)
class Priced:
    """Keeps what it does not know, as numbers."""

    extra: Extra[float]


READ: list[tuple[Any, object, object]] = [
    (Mapping[str, int], {"a": 1, "b": 2.0}, {"a": 1, "b": 2}),
    (Mapping[str, Part], {"a": {"n": 1}}, {"a": Part(n=1)}),
    (Mapping[str, float | None] | None, {"a": 1, "b": None}, {"a": 1.0, "b": None}),
    (Mapping[str, tuple[str, ...]], {"a": ["b"]}, {"a": ("b",)}),
    (Mapping[str, Json], {"a": [{"b": 1.5}]}, {"a": [{"b": 1.5}]}),
    (Json, [None, True, {"a": 0.5}], [None, True, {"a": 0.5}]),
    (Named, {"contextLength": 1, "async": True}, Named(context_length=1, async_=True)),
    (Named, {"contextLength": 1, "_shape": "flat"}, Named(context_length=1, shape="flat")),
    (
        Traced,
        {"traceName": "x", "a": [1], "extra": 2, "name": 3},
        Traced(name="x", extra={"a": [1], "extra": 2, "name": 3}),
    ),
    (Traced, {}, Traced(extra={})),
    (Priced, {"a": 1}, Priced(extra={"a": 1.0})),
    (tuple[float, ...], [1.5, 2.5], (1.5, 2.5)),
    (tuple[float, ...], [1.5, 2], (1.5, 2.0)),
    (tuple[float, ...], [1e308, 1e308], (1e308, 1e308)),
    (tuple[float | None, ...], [1.5, None], (1.5, None)),
    (tuple[str, ...], ["a", "b"], ("a", "b")),
    (tuple[int, ...], [1, 2.0], (1, 2)),
    (Vector, [1, 2.5], (1.0, 2.5)),
    (
        Vector,
        b64encode(struct.pack("<3f", 1, -0.5, 3e38)).decode(),
        (1.0, -0.5, struct.unpack("<f", struct.pack("<f", 3e38))[0]),
    ),
    (
        Vector,
        b64encode(struct.pack("<2f", 3e38, 3e38)).decode(),
        (struct.unpack("<f", struct.pack("<f", 3e38))[0],) * 2,
    ),
    (Vector, "", ()),
]


@pytest.mark.parametrize(("kind", "value", "made"), READ)
def test_a_right_value_is_read(kind: Any, value: object, made: object) -> None:  # noqa: ANN401
    """What a compiled reader makes of it, cattrs makes too; integers may be left to cattrs."""
    assert structured(kind, value) == made
    assert read(kind, value) == made
    assert type(structured(kind, value)) is type(made)


WRONG: list[tuple[Any, object]] = [
    (Mapping[str, int], {"a": "1"}),
    (Mapping[str, int], [1]),
    (Mapping[str, Json], {"a": [INFINITE]}),
    (Json, [{"a": INFINITE}]),
    (Named, {"context_length": 1}),
    (Traced, {"a": INFINITE}),
    (Traced, []),
    (Priced, {"a": "1"}),
    (float, INFINITE),
    (float, -INFINITE),
    (tuple[float, ...], [1.5, INFINITE]),
    (tuple[float, ...], [INFINITE, -INFINITE]),
    (tuple[float, ...], [1.5, True]),
    (tuple[float, ...], [1.5, "1"]),
    (tuple[str, ...], ["a", 1]),
    (Vector, "AAAA"),
    (Vector, "AAAAAA=A"),
    (Vector, "\N{SNOWMAN}"),
    (Vector, b64encode(struct.pack("<f", INFINITE)).decode()),
    (Vector, b64encode(struct.pack("<f", float("nan"))).decode()),
    (Vector, None),
]


@pytest.mark.parametrize(("kind", "value"), WRONG)
def test_a_wrong_value_is_refused(kind: Any, value: object) -> None:  # noqa: ANN401
    """Infinity is what Python reads `1e999` as, and no number of JSON."""
    assert read(kind, value) is structured(kind, value) is RefusedError


@drawn(60)
@given(numbers=st.lists(st.floats(width=32) | st.integers(-(2**31), 2**31) | st.booleans(), max_size=4))
def test_numbers_in_bulk_are_judged_as_one_by_one(numbers: list[float]) -> None:
    """As a list they are right when each of them is; as base64 when all are finite."""
    each = [read(float, number) for number in numbers]
    whole = RefusedError if RefusedError in each else tuple(each)
    assert read(tuple[float, ...], numbers) == structured(tuple[float, ...], numbers) == whole
    floats = [float(number) for number in numbers]
    packed = b64encode(struct.pack(f"<{len(floats)}f", *floats)).decode()
    assert (read(Vector, packed) is RefusedError) == (RefusedError in [read(float, number) for number in floats])


@pytest.mark.parametrize("number", [b"1e999", b"-1e999"])
def test_a_number_too_large_is_named(number: bytes) -> None:
    """By the field that says it; where no field says so, nothing looks at it."""
    with pytest.raises(UnreadableBodyError, match=r"^extra: must be a finite number$"):
        decode(Priced, b'{"a": ' + number + b"}")
    with pytest.raises(UnreadableBodyError, match=r"^extra: must be a finite number$"):
        decode(Traced, b'{"a": {"b": [' + number + b"]}}")
    assert decode(Part, b'{"n": 1, "unknown": ' + number + b"}") == Part(n=1)


# --- Arguments ---------------------------------------------------------------------------------------------------


class Level(str, Enum):  # noqa: UP042 - the older form, whose str() is its name
    """An enumeration of text."""

    HIGH = "high"


class Called(str):
    """Text of a class of its own, as a key."""

    __slots__ = ()


class Hostile(type):
    """A metaclass whose instances can neither be hashed nor compared."""

    def _raise(cls, *_: object) -> NoReturn:
        raise KeyError("id")

    __hash__ = __eq__ = cast("Any", _raise)


class Foe(metaclass=Hostile):
    """An instance of its type."""


class FoeText(str, metaclass=Hostile):
    """The same, of text."""

    __slots__ = ()


class Request(TypedDict, total=False):
    """Parameters of kinds that no BYOK function has."""

    keyterms: Annotated[Sequence[str], Wire("keyterms[]")]
    metadata: Mapping[str, str] | None
    bias: Required[Mapping[str, float]]
    free: Mapping[str, Json]
    any: Json


FREE: list[tuple[object, object]] = [
    ({"a": (1, [None, True])}, {"a": [1, [None, True]]}),
    (OrderedDict({Called("a"): Loud("b"), "c": Level.HIGH}), {"a": "b", "c": "high"}),
    ({"a": Secret("s"), "n": 2**70, "f": 0.5}, {"a": Secret("s"), "n": 2**70, "f": 0.5}),
]


@pytest.mark.parametrize(("value", "sent"), FREE)
def test_a_free_object_is_copied_through_and_through(value: object, sent: object) -> None:
    """What it holds is of no class of its own then, and nobody can change it while it is sent."""
    made: Any = argument(Mapping[str, Json])(value)
    assert made == sent
    assert made is not value
    assert json.dumps(made, default=Secret.reveal)
    assert check_arguments("f", Request, {"bias": {}, "any": [value]}) == {"bias": {}, "any": [sent]}


REFUSED: list[tuple[dict[str, object], str]] = [
    ({"metadata": {"a": 1}}, "metadata: expected str, got int"),
    ({"metadata": {1: "a"}}, "metadata: expected text as names of fields"),
    ({"metadata": [("a", "b")]}, "metadata: expected object or None, got list"),
    ({"bias": {"a": "1"}}, "bias: expected float, got str"),
    ({"bias": {"a": INFINITE}}, "bias: must be a finite number"),
    ({"free": {"a": {1}}}, "free: expected a JSON value, got set"),
    ({"free": {"a": [INFINITE]}}, "free: must be a finite number"),
    ({"free": {"a": "\ud800"}}, "free: must be text that UTF-8 can encode"),
    ({"free": {"\ud800": "a"}}, "free: must be text that UTF-8 can encode"),
    ({"free": {"a": Lazy(KeyError("id"))}}, "free: expected a JSON value, got Lazy"),
    ({"free": Unknown(tag="a", data={})}, "free: expected object, got Unknown, which jsonable() turns into a dict"),
    ({"any": b"x"}, "any: expected a JSON value, got bytes"),
    ({"keyterms": "a"}, "keyterms: expected a list of str, got str"),
]


@pytest.mark.parametrize(("arguments", "said"), REFUSED, ids=lambda it: it if isinstance(it, str) else "")
def test_a_wrong_argument_is_named_up_to_the_map(arguments: dict[str, object], said: str) -> None:
    """The keys of maps are values, which no error shows."""
    with pytest.raises(SDKValidationError) as caught:
        check_arguments("f", Request, {"bias": dict[str, float](), **arguments})
    assert str(caught.value) == said


def test_no_code_of_a_metaclass_is_run() -> None:
    """Not by looking up what to do with a type, nor with the type of a key."""
    assert argument(Json)({FoeText("a"): FoeText("b")}) == {"a": "b"}
    either: Any = str | Sequence[str] | Sequence[float]
    assert argument(either)([FoeText("a")]) == ["a"]
    assert refusals(either, Foe()) == (("", "expected str or a list of str or a list of float, got Foe"),)
    assert refusals(either, [Foe()]) == (("[0]", "expected str, got Foe"),)
    assert refusals(Json, Foe()) == (("", "expected a JSON value, got Foe"),)


class Sized(TypedDict, total=False):
    """A part with a rule, and with lists of some kinds."""

    even: Required[Annotated[int, Rule(lambda number: number % 2 == 0, "must be even")] | str]
    names: Sequence[str]
    either: str | Sequence[str] | None
    sizes: Sequence[int] | None
    more: "Sized"


class SizedRequest(TypedDict):
    """Has a list of them."""

    parts: Sequence[Sized]


class PartRequest(TypedDict):
    """Has one of them."""

    part: Sized


def test_an_object_is_copied() -> None:
    """What the caller does with it afterwards, in another task say, does not change what is sent."""
    part: dict[str, object] = {"even": "2", "more": {"even": "4"}}
    arguments: dict[str, object] = {"part": part}
    sent: Any = check_arguments("f", PartRequest, arguments)
    cast("Any", part["more"])["even"] = part["even"] = arguments["more"] = b"6"
    assert sent == {"part": {"even": "2", "more": {"even": "4"}}}


SIZED: list[tuple[object, str]] = [
    ({"even": 2, "names": ["a", "\N{SNOWMAN}"], "sizes": None, "more": {"even": 4, "sizes": [1]}}, ""),
    ({Called("even"): 2, Called("names"): [Called("a")]}, ""),
    ({"even": 2, "newer": [1]}, ""),
    ({"even": "2", "either": None}, ""),
    ({"even": 3}, ".even: must be even"),
    ({"even": "2", "names": ["\ud800"]}, ".names[0]: must be text that UTF-8 can encode"),
    ({"even": 2, "sizes": [2**53]}, ".sizes[0]: must be at most 9007199254740991"),
    ({"even": 2, "more": {}}, ".more.even: missing; expected int or str"),
]


@pytest.mark.parametrize(("value", "said"), SIZED, ids=ascii)
def test_a_fast_test_and_a_slow_check_agree(value: object, said: str) -> None:
    """What the fast test leaves open is checked part by part."""
    if said:
        assert refusals(SizedRequest, {"parts": [value]}) == (tuple(f".parts[0]{said}".split(": ", 1)),)
    else:
        made = argument(SizedRequest)({"parts": [value]})
        assert json.loads(json.dumps(made)) == {"parts": [json.loads(json.dumps(value))]}


def test_what_holds_itself_is_refused() -> None:
    """No depth of the stack is enough for it."""
    ring: list[object] = []
    ring.append(ring)
    with pytest.raises(SDKValidationError, match=r"^any: is nested too deeply$"):
        checked(Json, ring, "any")
    with pytest.raises(SDKValidationError, match=r"^request: is nested too deeply$"):
        check_arguments("f", Request, {"bias": {}, "any": ring})


def test_a_parameter_knows_its_name_on_the_wire() -> None:
    """Where Python cannot have that name."""
    assert {name: field.wire for name, field in fields_of(Request).items() if field.wire != name} == {
        "keyterms": "keyterms[]"
    }


@drawn(60)
@given(value=json_values)
def test_any_json_is_a_json_value(value: object) -> None:
    """As an argument and in a response, it is what it was."""
    assert argument(Json)(value) == read(Json, value) == structured(Json, value) == value

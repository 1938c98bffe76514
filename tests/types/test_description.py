"""One description, two ways to read: what a compiled reader takes, cattrs reads alike, and it refuses the rest."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from typing import Annotated, Any, Literal, NotRequired, TypedDict, cast

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from openrouter_core.model import frozen
from openrouter_core.secret import Secret
from openrouter_core.types.description import Rule, describe
from openrouter_core.types.jsontext import RefusedError, UnreadableBodyError
from openrouter_core.types.reading import compiled, read_value
from openrouter_core.types.reading import structured as by_cattrs
from openrouter_funcs.models import byok
from tests.drawing import drawn
from tests.samples import CREDENTIAL
from tests.types.test_arguments import Loud


@frozen(kw_only=True)
class Fault:
    """A class with room for anything."""

    code: int
    message: str
    metadata: Mapping[str, object] | None = None


RESPONSES: list[tuple[type[Any], dict[str, object]]] = [
    (byok.GetBYOKKeyResponse, {"data": CREDENTIAL}),
    (byok.ListBYOKKeysResponse, {"data": [CREDENTIAL, CREDENTIAL], "total_count": 2}),
    (byok.DeleteBYOKKeyResponse, {"deleted": True}),
    (Fault, {"code": 404, "message": "gone", "metadata": {"x": [1]}}),
]

texts = st.text(max_size=3)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | texts,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(texts, inner, max_size=2),
    max_leaves=4,
)


def argument(kind: Any) -> Callable[[object], Any]:  # noqa: ANN401
    """Return what returns an argument as it is to be sent, or refuses it."""
    return describe(kind).reader(None)


def read(kind: Any, value: object) -> object:  # noqa: ANN401 - a type expression is anything
    """Return what the compiled reader makes of a value, or that it refuses."""
    try:
        return describe(kind).reader(compiled)(value)
    except RefusedError:
        return RefusedError


def structured(kind: Any, value: object) -> object:  # noqa: ANN401
    """Return what cattrs makes of a value, or that it refuses."""
    try:
        return by_cattrs(kind)(value)
    except RefusedError:
        return RefusedError


@pytest.mark.parametrize(("kind", "body"), RESPONSES)
def test_what_is_right_is_read_without_cattrs(kind: type[Any], body: dict[str, object]) -> None:
    """A compiled reader takes every response that is what was promised, and makes of it what cattrs makes."""
    assert read(kind, body) == structured(kind, body) != RefusedError
    assert type(read(kind, body)) is kind


def whole(value: object) -> bool:
    """Return whether a value is an integer written as a float, which cattrs alone reads."""
    return type(value) is float and value.is_integer()


@drawn(100)
@given(
    chosen=st.sampled_from(RESPONSES),
    name=st.sampled_from([*CREDENTIAL, "data", "total_count", "code"]),
    new=json_values,
)
def test_one_wrong_value_is_judged_alike(chosen: tuple[type[Any], dict[str, object]], name: str, new: object) -> None:
    """Wherever a value is replaced, both ways come to the same end."""
    kind, body = chosen
    changed = body | {name: new} if name in body else body | {"data": CREDENTIAL | {name: new}}
    taken, explained = read(kind, changed), structured(kind, changed)
    assert taken == explained or (taken is RefusedError and whole(new))


@frozen(kw_only=True)
class Small:
    """Is a part of another."""

    text: str


@frozen(kw_only=True)
class Plain:
    """Holds its fields, of many kinds."""

    count: int
    choice: Literal["a", 1] = "a"
    notes: Mapping[str, object] | None = None
    more: Small | None = None
    some: tuple[Small | None, ...] | None = None
    anything: Any = None


@attrs.frozen
class Checked:
    """Does more than hold its fields."""

    count: int = attrs.field(validator=attrs.validators.ge(0))


@attrs.frozen
class Made:
    """Does something after it was made."""

    count: int

    def __attrs_post_init__(self) -> None:
        """Refuse what is negative."""
        if self.count < 0:
            raise ValueError


def test_a_class_is_made_whole() -> None:
    """With optional parts or without, it is what its own constructor makes."""
    body: dict[str, Any] = {"count": 1, "more": {"text": "x"}, "some": [None, {"text": "y"}], "anything": []}
    plain = Plain(count=1, more=Small(text="x"), some=(None, Small(text="y")), anything=[])
    assert read(Plain, body) == structured(Plain, body) == plain
    assert read(Plain, {"count": 1, "choice": 1, "notes": {}}) == Plain(count=1, choice=1, notes={})
    names = ("choice", "notes", "more", "some")
    wrongs: list[dict[str, Any]] = [{}, {"count": 1, "choice": True}, {"count": 1, "some": [cast("Any", {})]}]
    for wrong in wrongs + [{"count": 1, name: 5} for name in names]:
        assert read(Plain, wrong) is structured(Plain, wrong) is RefusedError


@attrs.frozen
class Simple:
    """Is no class of ours, and may have any code of its own."""

    text: str


@pytest.mark.parametrize("kind", [Checked, Made])
def test_a_class_of_attrs_is_left_to_cattrs(kind: Any) -> None:  # noqa: ANN401
    """A compiled reader would raise what code of its own raises; cattrs gathers it."""
    assert structured(Simple, {"text": "x", "more": 1}) == Simple("x")
    assert read(kind, {"count": 1}) is RefusedError
    assert read_value(kind, {"count": 1}) == kind(1)
    with pytest.raises(UnreadableBodyError, match=r"^it: cannot be read$"):
        read_value(kind, {"count": -1})


def test_a_made_value_is_frozen() -> None:
    """It was filled before it became what it is, and cannot be changed any more."""
    made: Any = read(byok.DeleteBYOKKeyResponse, {"deleted": True})
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        made.deleted = False


def test_a_nested_class_is_compiled_when_it_is_first_used() -> None:
    """To compile one takes 0.2 to 0.4 ms, and many responses hold few of all the classes that they may hold."""
    inner: Any = frozen(kw_only=True)(type("Inner", (), {"__annotations__": {"text": str}}))
    outer: Any = frozen(kw_only=True)(type("Outer", (), {"__annotations__": {"inner": inner | None}, "inner": None}))
    before = compiled.cache_info().misses
    read(outer, {"inner": None})
    assert compiled.cache_info().misses == before + 1
    read(outer, {"inner": {"text": "x"}})
    assert compiled.cache_info().misses == before + 2


@pytest.mark.parametrize("value", [1.5, 0, True, "1.5", None, 10**400])
def test_a_number_is_judged_alike(value: object) -> None:
    """JSON writes 1.0 as 1 as often as not, and a float is made of it either way."""
    assert read(float, value) == structured(float, value)
    assert type(read(float, value)) is type(structured(float, value))


@pytest.mark.parametrize(
    ("value", "taken"), [(5.0, 5), (5, 5), (5.5, None), (float("nan"), None), (float("inf"), None), (True, None)]
)
def test_an_integer_is_judged_alike(value: object, taken: int | None) -> None:
    """A number without a fraction is an integer, alone, in a list and as one of some choices."""
    expected: Any = RefusedError if taken is None else taken
    for kind in (int, Literal[5], Literal["x", 5]):
        assert read(kind, value) == structured(kind, value) == expected
    several = RefusedError if taken is None else (taken,)
    assert read(tuple[int, ...], [value]) == structured(tuple[int, ...], [value]) == several


@pytest.mark.parametrize("kind", [list[int], list])
def test_a_list_stays_a_list(kind: Any) -> None:  # noqa: ANN401
    """Whoever writes a class for an endpoint of their own writes `list[int]`, and gets what a type checker expects."""
    assert read(kind, [1, 2]) == structured(kind, [1, 2]) == [1, 2]
    assert read(list[float], [1, 2.5]) == structured(list[float], [1, 2.5]) == [1.0, 2.5]
    assert argument(kind)((1, 2)) == [1, 2]
    with pytest.raises(RefusedError):
        argument(kind)({1, 2})


@pytest.mark.parametrize("kind", [dict[str, int], dict])
def test_a_dict_is_a_map(kind: Any) -> None:  # noqa: ANN401
    """As `Mapping[str, int]` is one."""
    assert read(kind, {"a": 1}) == structured(kind, {"a": 1}) == {"a": 1}
    assert argument(kind)({"a": 1}) == {"a": 1}


@pytest.mark.parametrize("kind", [complex, set[str], int | float, str | bytes, Literal["a"] | Any, bytes])
def test_a_type_that_nobody_taught_is_refused(kind: Any) -> None:  # noqa: ANN401
    """It is no value's fault, but the model's."""
    with pytest.raises(TypeError, match=r"is not? "):
        describe(kind)


def refusals(kind: Any, value: object) -> tuple[tuple[str, str], ...]:  # noqa: ANN401
    """Return the faults of an argument, which has some."""
    with pytest.raises(RefusedError) as caught:
        argument(kind)(value)
    return caught.value.faults


def test_a_class_as_an_argument_is_checked_by_its_fields() -> None:
    """An instance comes back as it is; of another class it is refused by name, and a field by its path."""
    plain = Plain(count=1, more=Small(text="x"), some=[Small(text="y")], anything=Plain)  # type: ignore[arg-type]
    assert argument(Plain)(plain) is plain
    assert refusals(Plain, {"count": 1}) == (("", "expected Plain, got dict"),)
    wrong: Any = Small(text=cast("Any", 5))
    assert refusals(Plain, attrs.evolve(plain, choice=wrong)) == ((".choice", "expected 'a' or 1, got Small"),)
    assert refusals(Plain, attrs.evolve(plain, more=wrong)) == ((".more.text", "expected str, got int"),)
    assert refusals(Plain, attrs.evolve(plain, some=(wrong,))) == ((".some[0].text", "expected str, got int"),)


def test_a_dict_is_no_response() -> None:
    """A response is an attrs class; a `TypedDict` is of arguments only."""
    assert read(Message, {"role": "user", "content": "x"}) is RefusedError


class Said(TypedDict):
    """What a part of an argument must say."""

    role: Literal["user", "system"]
    content: Annotated[str, Rule(str.strip, "must not be empty")]


class Message(Said, total=False):
    """A part of an argument, and what it may say beside."""

    key: NotRequired[str | Secret]
    parts: Sequence[Message]
    size: Annotated[int, Rule(lambda size: size % 2 == 0, "must be even")] | None
    done: Callable[[], None]


class Named(str):
    """A name of a class of its own."""

    __slots__ = ()


def test_a_dict_is_checked_by_its_keys() -> None:
    """Right values come back in dicts of their own: secrets wrapped, lists copied, text of no class of its own."""
    given: Any = OrderedDict(
        {"role": "user", Named("content"): Loud("x"), "key": "sk", "parts": [], "size": 2**70, "done": print}
    )
    made: Any = argument(Sequence[Message])((given,))
    assert made == [{"role": "user", "content": "x", "key": Secret("sk"), "parts": [], "size": 2**70, "done": print}]
    assert (type(made[0]), type(made[0]["content"])) == (dict, str)
    assert list(map(type, made[0])) == [str] * 6
    assert argument(Message)({"role": "user", "content": "x", "size": None})


MESSAGE = {"role": "user", "content": "x"}
WRONG: list[tuple[object, str, str]] = [
    ([MESSAGE], "", "expected dict, got list"),
    ({}, ".role", "missing; expected 'user' or 'system'"),
    ({"role": "user"}, ".content", "missing; expected str"),
    (MESSAGE | {"more": {1}}, ".more", "expected a JSON value, got set"),
    ({1: 1}, "", "expected text as names of fields"),
    (MESSAGE | {"role": "admin"}, ".role", "expected 'user' or 'system', got str"),
    (MESSAGE | {"content": None}, ".content", "expected str, got NoneType"),
    (MESSAGE | {"content": " "}, ".content", "must not be empty"),
    (MESSAGE | {"key": None}, ".key", "expected str, got NoneType"),
    (MESSAGE | {"key": Secret("\ud800")}, ".key", "must be text that UTF-8 can encode"),
    (MESSAGE | {"size": "2"}, ".size", "expected int or None, got str"),
    (MESSAGE | {"size": 2.0}, ".size", "expected int or None, got float"),
    (MESSAGE | {"size": True}, ".size", "expected int or None, got bool"),
    (MESSAGE | {"size": 3}, ".size", "must be even"),
    (MESSAGE | {"done": "x"}, ".done", "expected a function"),
    (MESSAGE | {"parts": [MESSAGE, MESSAGE | {"parts": [{}]}]}, ".parts[1].parts[0].role", "missing; expected 'user'"),
]


@pytest.mark.parametrize(("value", "path", "reason"), WRONG, ids=lambda it: ascii(it)[:60])
def test_a_wrong_key_is_named_by_its_path(value: object, path: str, reason: str) -> None:
    """However deep it lies; an unknown key is refused only when it cannot be sent."""
    ((found, said),) = refusals(Message, value)
    assert (found, said[: len(reason)]) == (path, reason)


def test_a_rule_shows_what_it_demands() -> None:
    """It stands in annotations that people read."""
    assert repr(Rule(str.strip, "must not be empty")) == "'must not be empty'"


@frozen(kw_only=True)
class Crowded:
    """Has fields named like what the compiled text uses."""

    type: str
    given: int
    made: float | None = None
    value0: bool = True
    parts: object = ()


@frozen(kw_only=True)
class Empty:
    """Promises nothing."""


def test_a_class_may_have_no_fields() -> None:
    """Whatever comes is ignored then."""
    assert read(Empty, {"more": 1}) == structured(Empty, {"more": 1}) == Empty()


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Crowded, {"type": "x", "given": 1, "parts": 1}),
        (Crowded, {"type": "x", "given": 1, "made": 2, "value0": False, "parts": None}),
        (Crowded, {"type": "x", "given": 1}),
        (Crowded, {"type": 1, "given": 1}),
        (Crowded, {"type": "x"}),
        (Empty, []),
        (Empty, None),
    ],
)
def test_names_and_numbers_of_fields_do_not_matter(kind: type[Any], value: object) -> None:
    """The text that is compiled keeps clear of the names of fields, and there may be none."""
    assert read(kind, value) == structured(kind, value)

"""Arguments: one that is wrong is named with what was expected, and never shown; a right one is sent as it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence  # noqa: TC003 - the TypedDict is resolved
from enum import Enum, IntEnum
from typing import Any, Literal, NamedTuple, NoReturn, Required, TypedDict, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openrouter_core.errors import SDKValidationError
from openrouter_core.operation import Operation
from openrouter_core.secret import Secret
from openrouter_core.types.description import check_arguments
from openrouter_core.types.jsontext import encode
from tests.drawing import drawn
from tests.samples import CREATE, CREDENTIAL, LIST, READ, UPDATE, AnyOperation

JSON_VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=4,
)
NAMES = st.text("abdeimnx_", max_size=8)


def _check(operation: AnyOperation, **arguments: object) -> dict[str, object]:
    return check_arguments(operation.name, operation.request, arguments)


def _refused(operation: AnyOperation, arguments: Mapping[str, object]) -> str:
    with pytest.raises(SDKValidationError) as caught:
        check_arguments(operation.name, operation.request, arguments)
    return str(caught.value)


def test_right_arguments_come_back_as_they_are() -> None:
    """Absent stays absent, `None` stays `None`, an unknown provider is kept, a tuple is a list."""
    given_values: dict[str, object] = {
        "id": "x",
        "name": None,
        "disabled": False,
        "allowed_models": ("a", "b"),
        "allowed_user_ids": [],
        "declared_region": "mars",
        "app_title": "Test",
    }
    checked = check_arguments(UPDATE.name, UPDATE.request, given_values)
    assert checked == given_values | {"allowed_models": ["a", "b"]}
    assert _check(LIST) == {}
    assert _check(LIST, limit=5, provider="newest-provider") == {"limit": 5, "provider": "newest-provider"}
    none = dict.fromkeys(("limit", "offset", "provider", "workspace_id"))
    assert _check(LIST, **none) == none


@pytest.mark.parametrize("key", ["sk-test-456", Secret("sk-test-456")], ids=["str", "Secret"])
def test_a_secret_parameter_is_wrapped(key: object) -> None:
    """A provider key, given as a string or wrapped already, is a `Secret` from here on."""
    assert _check(CREATE, key=key, provider="openai") == {"key": Secret("sk-test-456"), "provider": "openai"}


@pytest.mark.parametrize(
    ("operation", "arguments", "said"),
    [
        (LIST, {"workspaceid": "x"}, "workspaceid: byok_list has no such parameter; did you mean 'workspace_id'?"),
        (
            READ,
            {"id": "x", "zzz": 1},
            "zzz: byok_get has no such parameter; it has app_categories, app_title, http_referer, id",
        ),
        (
            READ,
            {"timeout": 1},
            "timeout: byok_get has no such parameter; it goes into options=RequestOptions(timeout=...)",
        ),
        (READ, {}, "id: missing; expected str"),
        (CREATE, {"provider": "openai"}, "key: missing; expected str"),
        (CREATE, {"key": "sk-test"}, "provider: missing; expected str"),
        (CREATE, {"key": "sk-test", "provider": None}, "provider: expected str, got NoneType"),
        (READ, {"id": None}, "id: expected str, got NoneType"),
        (READ, {"id": 7}, "id: expected str, got int"),
        (READ, {"id": b"x"}, "id: expected str, got bytes"),
        (LIST, {"limit": "5"}, "limit: expected int or None, got str"),
        (LIST, {"limit": True}, "limit: expected int or None, got bool"),
        (LIST, {"limit": 5.0}, "limit: expected int or None, got float"),
        (LIST, {"offset": "5"}, "offset: expected int or None, got str"),
        (LIST, {"limit": 2**53}, "limit: must be at most 9007199254740991"),
        (LIST, {"offset": -(2**53)}, "offset: must be at least -9007199254740991"),
        (LIST, {"provider": 1}, "provider: expected str or None, got int"),
        (LIST, {"app_title": 1}, "app_title: expected str, got int"),
        (UPDATE, {"id": "x", "disabled": 1}, "disabled: expected bool, got int"),
        (UPDATE, {"id": "x", "disabled": None}, "disabled: expected bool, got NoneType"),
        (UPDATE, {"id": "x", "declared_zdr": "yes"}, "declared_zdr: expected bool or None, got str"),
        (UPDATE, {"id": "x", "declared_region": 1}, "declared_region: expected str or None, got int"),
        (UPDATE, {"id": "x", "allowed_models": "a"}, "allowed_models: expected a list of str or None, got str"),
        (UPDATE, {"id": "x", "allowed_models": {"a"}}, "allowed_models: expected a list of str or None, got set"),
        (UPDATE, {"id": "x", "allowed_models": ["a", 1]}, "allowed_models[1]: expected str, got int"),
        (UPDATE, {"id": "x", "name": "\ud800"}, "name: must be text that UTF-8 can encode"),
        (UPDATE, {"id": "x", "key": None}, "key: expected str, got NoneType"),
        (UPDATE, {"id": "x", "key": 7}, "key: expected str, got int"),
        (UPDATE, {"id": "x", "key": "\ud800"}, "key: must be text that UTF-8 can encode"),
        (UPDATE, {"id": "x", "key": Secret("\ud800")}, "key: must be text that UTF-8 can encode"),
    ],
    ids=lambda it: ascii(it) if isinstance(it, str) else "",
)
def test_a_wrong_argument_is_named_with_what_was_expected(
    operation: AnyOperation, arguments: dict[str, object], said: str
) -> None:
    """Unknown, missing and mistyped parameters are named, with a near name or the expected type, and no value."""
    assert _refused(operation, arguments) == said


@pytest.mark.parametrize("value", [2**53 - 1, -(2**53) + 1, 0])
def test_an_integer_that_json_carries_exactly_is_accepted(value: int) -> None:
    """From -(2**53)+1 to 2**53-1, every reader of JSON reads the same integer (RFC 8259, 6)."""
    assert _check(LIST, offset=value) == {"offset": value}


@drawn(60)
@given(arguments=st.dictionaries(st.sampled_from([*CREDENTIAL, "key", "x"]) | NAMES, JSON_VALUES, max_size=4))
def test_any_arguments_are_right_or_refused_by_name(arguments: dict[str, Any]) -> None:
    """Whatever is given, it comes back equal, or an error names one of the parameters."""
    result = _tried(arguments)
    if isinstance(result, SDKValidationError):
        assert result.parameter.partition("[")[0] in {*arguments, "id"}
    else:
        assert result == arguments


def _tried(arguments: dict[str, Any]) -> dict[str, object] | SDKValidationError:
    try:
        checked = check_arguments(UPDATE.name, UPDATE.request, arguments)
    except SDKValidationError as error:
        return error
    return {name: value.reveal() if isinstance(value, Secret) else value for name, value in checked.items()}


# --- Values of classes of the caller's own -----------------------------------------------------------------------


class Provider(str, Enum):  # noqa: UP042 - the older form, whose str() is its name
    """An enumeration of text."""

    OPENAI = "openai"


class Loud(str):
    """Text whose every method raises."""

    __slots__ = ()

    def _raise(self, *_: object) -> NoReturn:
        raise KeyError("id")

    __str__ = __hash__ = encode = isascii = __len__ = cast("Any", _raise)


class LoudList(list[str]):
    """A list whose items are read by nothing but the base class."""

    def _raise(self, *_: object) -> NoReturn:
        raise RuntimeError("no")

    __iter__ = __len__ = copy = cast("Any", _raise)


class Pair(NamedTuple):
    """A tuple of a class of its own."""

    first: str
    second: str


class Lazy:
    """As Django's lazy objects and werkzeug's proxies are: to ask for its class evaluates it."""

    def __init__(self, error: Exception) -> None:
        self.error = error

    def _raise(self, *_: object) -> NoReturn:
        raise self.error

    __class__ = cast("Any", property(_raise))  # pyright: ignore[reportIncompatibleMethodOverride]
    __str__ = __iter__ = __len__ = __eq__ = __hash__ = cast("Any", _raise)


class NamedBadly(type):
    """A metaclass without a name that can be read."""

    def _raise(cls) -> NoReturn:
        raise KeyError("id")

    __name__ = cast("Any", property(_raise))


class Named(metaclass=NamedBadly):
    """A class of no readable name."""


def test_text_of_another_class_is_sent_as_its_text() -> None:
    """Of an enumeration the text, and of every list and tuple the items; no method of such a class is called."""
    checked = check_arguments(
        UPDATE.name,
        UPDATE.request,
        {
            "id": Loud("x"),
            "declared_region": Provider.OPENAI,
            "allowed_models": LoudList(["a", Loud("b")]),
            "allowed_user_ids": Pair("c", "d"),
            "key": Loud("k"),
        },
    )
    expected = {"id": "x", "declared_region": "openai", "allowed_models": ["a", "b"], "allowed_user_ids": ["c", "d"]}
    assert checked == expected | {"key": Secret("k")}
    assert type(checked["declared_region"]) is str
    assert encode(checked)
    assert check_arguments(RATE.name, RATE.request, {"score": 1, "scale": Scale.SMALL})["scale"] == "small"


@pytest.mark.parametrize("error", [KeyError("id"), RuntimeError("out of context"), RecursionError()], ids=repr)
@pytest.mark.parametrize(
    ("operation", "name"),
    [(READ, "id"), (LIST, "limit"), (UPDATE, "disabled"), (UPDATE, "allowed_models"), (CREATE, "key")],
    ids=str,
)
def test_a_lazy_object_is_not_evaluated(operation: AnyOperation, name: str, error: Exception) -> None:
    """It is a wrong value of its own type: what it raises neither escapes nor reads as a missing parameter."""
    arguments: dict[str, object] = {"id": "x"} if operation is not CREATE else {"provider": "openai"}
    arguments = {} if operation is LIST else arguments
    said = _refused(operation, arguments | {name: Lazy(error)})
    assert said.startswith(f"{name}: expected ")
    assert said.endswith(", got Lazy")


def test_one_in_a_list_is_named_by_its_index() -> None:
    """And so is one whose metaclass has no name to tell."""
    lazy: list[object] = ["a", Lazy(KeyError("id"))]
    assert _refused(UPDATE, {"id": "x", "allowed_models": lazy}) == "allowed_models[1]: expected str, got Lazy"
    assert _refused(READ, {"id": Named()}) == "id: expected str, got Named"


@pytest.mark.parametrize("given_list", [["a"], LoudList(["a"])], ids=["list", "its own class"])
def test_a_list_is_copied(given_list: list[str]) -> None:
    """What the caller does with the list afterwards, in another thread say, does not change what is sent."""
    checked = _check(UPDATE, id="x", allowed_models=given_list)
    given_list.append(cast("Any", 5))
    assert checked["allowed_models"] == ["a"]


# --- Types that other endpoints will need ------------------------------------------------------------------------


class Scale(str, Enum):  # noqa: UP042 - the older form
    """An enumeration of a parameter's choices."""

    SMALL = "small"


class Rating(TypedDict, total=False):
    """Parameters of kinds that no BYOK function has."""

    score: Required[float]
    scale: Literal["small", "large"]
    tags: Sequence[Sequence[str]]
    extra: Mapping[str, object]


class Size(IntEnum):
    """An enumeration of numbers."""

    SMALL = 3


class Level(float, Enum):
    """Another, of floats."""

    LOW = 0.5


RATE: AnyOperation = Operation(name="rate", method="POST", path="/", request=Rating, success=(200, str), errors={})


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({"score": "1"}, "score: expected float, got str"),
        ({"score": True}, "score: expected float, got bool"),
        ({"score": 1, "scale": "huge"}, "scale: expected 'small' or 'large', got str"),
        ({"score": 1, "scale": 1}, "scale: expected 'small' or 'large', got int"),
        ({"score": 1, "tags": ["a"]}, "tags[0]: expected a list of str, got str"),
        ({"score": 1, "tags": [["a"], [1]]}, "tags[1][0]: expected str, got int"),
        ({"score": float("inf")}, "score: must be a finite number"),
        ({"score": float("nan")}, "score: must be a finite number"),
        ({"score": 10**400}, "score: is too large for a float"),
        ({"score": 1, "extra": [("a", 1)]}, "extra: expected object, got list"),
    ],
    ids=str,
)
def test_other_kinds_of_parameters_are_checked_alike(arguments: dict[str, object], said: str) -> None:
    """Numbers, choices, nested lists and objects are as strict as the rest."""
    assert _refused(RATE, arguments) == said


def test_other_kinds_of_parameters_are_accepted() -> None:
    """Right values of those kinds come back."""
    for score in (Size.SMALL, Level.LOW):
        checked = check_arguments(RATE.name, RATE.request, {"score": score})
        assert (checked["score"], type(checked["score"])) == (score, float if score is Level.LOW else int)
    assert type(_check(LIST, limit=Size.SMALL)["limit"]) is int
    values: dict[str, object] = {"score": 1, "scale": "small", "tags": [["a"], []], "extra": {"a": [1]}}
    assert check_arguments(RATE.name, RATE.request, values) == values

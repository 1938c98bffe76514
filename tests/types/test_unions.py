"""Unions are told apart by kind of JSON, by tag, or by key; by nothing that is tried out."""

# No `from __future__ import annotations`: it would hide `Required` from `TypedDict` (PEP 655).
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any, Literal, Required, TypeAlias, TypedDict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openrouter_core.model import Json, Unknown, frozen
from openrouter_core.types.jsontext import RefusedError, UnreadableBodyError
from openrouter_core.types.reading import read_value
from tests.drawing import drawn
from tests.types.test_arguments import Loud
from tests.types.test_description import Named, argument, json_values, read, refusals, structured


@frozen(kw_only=True)
class Text:
    """A part of text."""

    type: Literal["text", "words"]
    text: str


@frozen(kw_only=True)
class Picture:
    """A part of another kind."""

    type: Literal["picture"]
    url: str
    parts: "tuple[Text | Picture | Unknown, ...]" = ()


@frozen(kw_only=True)
class Other:
    """A part of any kind that has no class of its own."""

    type: str
    more: int


@frozen(kw_only=True)
class Easy:
    """What a part is that does not say what it is."""

    type: Literal["easy"] | None = None
    role: Literal["user", "assistant"]


@frozen(kw_only=True)
class Full:
    """Is told from the easy form by a key."""

    type: Literal["easy"]
    role: Literal["user"]
    id: str


@frozen(kw_only=True)
class Keyed:
    """Has a key that others have not."""

    key: str


@frozen(kw_only=True)
class Rest:
    """Has none."""

    size: int | None = None


@frozen(kw_only=True)
class Same:
    """Says the same of itself as another."""

    type: Literal["same"]
    key: str


@frozen(kw_only=True)
class Alike:
    """Is told from that by the key that it has not."""

    type: Literal["same"]


TEXT, PICTURE = {"type": "text", "text": "x"}, {"type": "picture", "url": "u"}
CLOSED: TypeAlias = Text | Picture
OPEN: TypeAlias = Text | Picture | Unknown
NESTED: TypeAlias = Text | Easy | Full

READ: list[tuple[Any, object, object]] = [
    (OPEN, TEXT, Text(type="text", text="x")),
    (OPEN, TEXT | {"type": "words"}, Text(type="words", text="x")),
    (OPEN, PICTURE, Picture(type="picture", url="u")),
    (OPEN, {"type": "film", "n": [1]}, Unknown(tag="film", data={"type": "film", "n": [1]})),
    (OPEN, {"type": "\ud800"}, Unknown(tag="\ud800", data={"type": "\ud800"})),
    (
        OPEN,
        PICTURE | {"parts": [TEXT, {"type": "film"}]},
        Picture(
            type="picture", url="u", parts=(Text(type="text", text="x"), Unknown(tag="film", data={"type": "film"}))
        ),
    ),
    (Text | Unknown, TEXT, Text(type="text", text="x")),
    (Text | Unknown, PICTURE, Unknown(tag="picture", data=PICTURE)),
    (Text | Other, TEXT, Text(type="text", text="x")),
    (Text | Other, {"type": "film", "more": 1}, Other(type="film", more=1)),
    (NESTED, TEXT, Text(type="text", text="x")),
    (NESTED, {"role": "user"}, Easy(role="user")),
    (NESTED, {"type": None, "role": "user"}, Easy(role="user")),
    (NESTED, {"type": "easy", "role": "user"}, Easy(type="easy", role="user")),
    (NESTED, {"type": "easy", "role": "user", "id": "i"}, Full(type="easy", role="user", id="i")),
    (NESTED, {"type": "easy", "role": "assistant", "id": "i"}, Easy(type="easy", role="assistant")),
    (Keyed | Rest, {"key": "k"}, Keyed(key="k")),
    (Keyed | Rest, {"size": 1}, Rest(size=1)),
    (Same | Alike, {"type": "same", "key": "k"}, Same(type="same", key="k")),
    (Same | Alike, {"type": "same"}, Alike(type="same")),
    (Keyed | Mapping[str, int], {"key": "k"}, Keyed(key="k")),
    (Keyed | Mapping[str, int], {"other": 1}, {"other": 1}),
    (str | tuple[OPEN, ...] | None, "x", "x"),
    (str | tuple[OPEN, ...] | None, [TEXT], (Text(type="text", text="x"),)),
    (str | tuple[OPEN, ...] | bool, True, True),
    (str | float, 1, 1.0),
    (str | int, 5.0, 5),
    (Literal["auto"] | Keyed, "auto", "auto"),
    (Literal["auto"] | Keyed, {"key": "k"}, Keyed(key="k")),
    (tuple[str, ...] | tuple[float, ...] | tuple[tuple[float, ...], ...], ["a"], ("a",)),
    (tuple[str, ...] | tuple[float, ...] | tuple[tuple[float, ...], ...], [1, 2.5], (1.0, 2.5)),
    (tuple[str, ...] | tuple[float, ...] | tuple[tuple[float, ...], ...], [[1]], ((1.0,),)),
    (tuple[str, ...] | tuple[float, ...], [], ()),
    (tuple[str, ...] | tuple[float, ...], ["\ud800"], ("\ud800",)),
]


@pytest.mark.parametrize(("kind", "value", "made"), READ)
def test_a_response_is_read_as_its_member(kind: Any, value: object, made: object) -> None:  # noqa: ANN401
    """By the compiled readers and by cattrs alike; an unknown tag is kept whole where the union is open."""
    assert structured(kind, value) == made
    assert read(kind, value) == made


UNREADABLE: list[tuple[Any, object, str]] = [
    (OPEN, [], 'it: expected object with "type", got list'),
    (OPEN, {}, "type: missing; expected 'text' or 'words' or 'picture'"),
    (OPEN, {"type": 5}, "type: expected 'text' or 'words' or 'picture', got int"),
    (OPEN, {"type": [1]}, "type: expected 'text' or 'words' or 'picture', got list"),
    (OPEN, {"type": "film", "n": float("inf")}, "it: must be a finite number"),
    (CLOSED, {"type": "film"}, "type: expected 'text' or 'words' or 'picture', got str"),
    (OPEN, {"type": "text"}, "text: missing"),
    (OPEN, PICTURE | {"parts": [TEXT, 5]}, 'parts[1]: expected object with "type", got int'),
    (NESTED, {"type": "easy", "role": "admin"}, "role: expected 'assistant' or 'user', got str"),
    (str | tuple[OPEN, ...] | None, 5, 'it: expected str or a list of object with "type" or None, got int'),
    (Keyed | Rest, 5, "it: expected object, got int"),
    (tuple[str, ...] | tuple[float, ...], [{}], "[0]: expected str, got dict"),
]


@pytest.mark.parametrize(("kind", "value", "said"), UNREADABLE)
def test_what_is_no_member_is_named(kind: Any, value: object, said: str) -> None:  # noqa: ANN401
    """Said is what tells the members apart, and where; never a value."""
    assert read(kind, value) is RefusedError
    with pytest.raises(UnreadableBodyError) as caught:
        read_value(kind, value)
    assert sorted(str(caught.value).split("'")) == sorted(said.split("'"))


@drawn(100)
@given(kind=st.sampled_from([OPEN, CLOSED, NESTED, Keyed | Rest, Text | Other]), value=json_values, tag=json_values)
def test_any_object_is_judged_alike(kind: Any, value: object, tag: object) -> None:  # noqa: ANN401
    """Both ways to read come to the same end, whatever the tag is."""
    told: dict[str, Any] = {"type": tag, "role": value}
    cases: list[object] = [value, told, told | {"text": "x", "more": 1, "url": "u"}]
    for each in cases:
        assert read(kind, each) == structured(kind, each)


@pytest.mark.parametrize("kind", [Keyed | Mapping[str, Json] | Rest, Text | Text | Rest | Mapping[str, int]])
def test_members_that_nothing_tells_apart_are_the_models_fault(kind: Any) -> None:  # noqa: ANN401
    """It is no value's."""
    with pytest.raises(TypeError, match=r"^nothing tells apart objects of "):
        argument(kind)({"size": 1})


# --- Arguments ---------------------------------------------------------------------------------------------------


class TextParam(TypedDict, total=False):
    """A part of text."""

    type: Required[Literal["text"]]
    text: Required[str]


class PictureParam(TypedDict, total=False):
    """A part of another kind, with parts of its own."""

    type: Required[Literal["picture"]]
    url: Required[str]
    parts: Sequence["TextParam | PictureParam"]


class CustomParam(TypedDict, total=False):
    """What a part is that does not say what it is."""

    type: Literal["custom"] | None
    name: Required[str]


OPEN_PARAM: TypeAlias = TextParam | PictureParam | Unknown
CLOSED_PARAM: TypeAlias = TextParam | PictureParam | CustomParam
MANY: TypeAlias = str | Sequence[str] | Sequence[float] | Sequence[Sequence[int]] | Sequence[TextParam]

SENT: list[tuple[Any, object, object]] = [
    (OPEN_PARAM, TEXT | {"newer": [1]}, TEXT | {"newer": [1]}),
    (OPEN_PARAM, {"type": "film", "n": (1,)}, {"type": "film", "n": [1]}),
    (OPEN_PARAM, Unknown(tag="film", data={"type": "film"}), {"type": "film"}),
    (OPEN_PARAM, {Named("type"): Loud("text"), "text": "x"}, TEXT),
    (CLOSED_PARAM, {"name": "n"}, {"name": "n"}),
    (CLOSED_PARAM, {"name": "n", "type": None}, {"name": "n", "type": None}),
    (MANY, "x", "x"),
    (MANY, ("x",), ["x"]),
    (MANY, [1, 0.5], [1.0, 0.5]),
    (MANY, ((1, 2), [3]), [[1, 2], [3]]),
    (MANY, [TEXT], [TEXT]),
    (MANY, [], []),
]


@pytest.mark.parametrize(("kind", "value", "sent"), SENT)
def test_an_argument_is_sent_as_its_member(kind: Any, value: object, sent: object) -> None:  # noqa: ANN401
    """Keys that are newer than this release are sent as well, and unknown tags where the union is open."""
    assert argument(kind)(value) == sent


REFUSED: list[tuple[Any, object, str, str]] = [
    (OPEN_PARAM, "x", "", 'expected dict with "type", got str'),
    (OPEN_PARAM, {"text": "x"}, ".type", "missing; expected 'text' or 'picture'"),
    (OPEN_PARAM, {"type": "film", "n": {1}}, "", "expected a JSON value, got set"),
    (CLOSED_PARAM, {"type": "film"}, ".type", "expected 'text' or 'picture' or 'custom', got str"),
    (CLOSED_PARAM, {}, ".name", "missing; expected str"),
    (CLOSED_PARAM, {"type": "\ud800"}, ".type", "expected 'text' or 'picture' or 'custom', got str"),
    (OPEN_PARAM, {"type": "\ud800"}, "", "must be text that UTF-8 can encode"),
    (TextParam | None, 5, "", "expected dict or None, got int"),
    (TextParam | None, HTTPStatus.OK, "", "expected dict or None, got int"),
    (CLOSED_PARAM, PICTURE | {"parts": [TEXT, TEXT | {"text": 5}]}, ".parts[1].text", "expected str, got int"),
    (Sequence[OPEN_PARAM], [TEXT, "x"], "[1]", 'expected dict with "type", got str'),
    (
        MANY,
        {"x"},
        "",
        "expected str or a list of str or a list of float or a list of a list of int or a list of dict, got set",
    ),
    (MANY, ["x", 5], "[1]", "expected str, got int"),
    (MANY, [[1], ["x"]], "[1][0]", "expected int, got str"),
]


@pytest.mark.parametrize(("kind", "value", "path", "said"), REFUSED)
def test_an_argument_that_is_no_member_is_named(kind: Any, value: object, path: str, said: str) -> None:  # noqa: ANN401
    """By its path, through unions and lists, with what was expected there."""
    assert refusals(kind, value) == ((path, said),)

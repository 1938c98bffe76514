"""A field whose type is `OnDemand`: the type is evaluated by the first value, and reads and checks as any other."""

# No `from __future__ import annotations`: only the types of some fields are to be in quotes.
from collections.abc import Iterator, Sequence
from typing import Any, Literal, Required, TypedDict, get_args, get_type_hints

import attrs
import pytest

from openrouter_core.errors import SDKValidationError
from openrouter_core.model import OnDemand, frozen
from openrouter_core.types.description import checked, describe, fields_of
from openrouter_core.types.jsontext import UnreadableBodyError
from openrouter_core.types.reading import compiled, read_value, structured


class Tool(TypedDict, total=False):
    """What an argument holds."""

    type: Required[Literal["function"]]
    name: str


@frozen(kw_only=True)
class Cost:
    """What an answer holds."""

    credits: float


class _Modules:
    """Stands for modules that are loaded on demand, and notes of which a name was asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    @property
    def tools(self) -> Any:  # noqa: ANN401 - a module
        self.asked.append("tools")
        return type("", (), {"Tool": Tool})

    @property
    def costs(self) -> Any:  # noqa: ANN401 - a module
        self.asked.append("costs")
        return type("", (), {"Cost": Cost})


_modules: Any = _Modules()


class Asked(TypedDict, total=False):
    """A request."""

    model: str
    tools: "OnDemand[Sequence[_modules.tools.Tool]]"
    choice: Required["OnDemand[_modules.tools.Tool | None]"]


@frozen(kw_only=True)
class Answer:
    """A response."""

    id: str
    cost: "OnDemand[_modules.costs.Cost | None]" = None
    last: "OnDemand[_modules.costs.Cost]"


TOOL = {"type": "function", "name": "f"}


@pytest.fixture(autouse=True)
def asked() -> Iterator[list[str]]:
    """Forget what was described, and give what is asked for meanwhile."""
    for each in (describe, fields_of, compiled, structured):
        each.cache_clear()
    _modules.asked.clear()
    yield _modules.asked
    for each in (describe, fields_of, compiled, structured):
        each.cache_clear()


def test_nothing_is_evaluated_without_a_value(asked: list[str]) -> None:
    """Neither by a description, nor by values of other fields, nor by an absent one."""
    assert fields_of(Asked).keys() == {"model", "tools", "choice"}
    assert fields_of(Answer).keys() == {"id", "cost", "last"}
    with pytest.raises(SDKValidationError, match=r"model: expected str, got int"):
        checked(Asked, {"model": 1})
    assert asked == []
    assert read_value(Answer, {"id": "x", "last": {"credits": 1}}) == Answer(id="x", last=Cost(credits=1.0))
    assert asked == ["costs"]  # of the one that is there


def test_the_first_value_evaluates_its_type_once(asked: list[str]) -> None:
    """Of its field alone."""
    for _ in range(3):
        assert checked(Asked, {"tools": [TOOL], "choice": None}) == {"tools": [TOOL], "choice": None}
    assert asked == ["tools", "tools"]  # two fields


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        ({"tools": TOOL, "choice": None}, "tools: expected a list of dict, got dict"),
        ({"tools": [TOOL, {}], "choice": None}, "tools[1].type: missing; expected 'function'"),
        ({"choice": {"type": "other"}}, "choice.type: expected 'function', got str"),
        ({"choice": 5}, "choice: expected dict or None, got int"),
        ({"tools": []}, "choice: missing; expected dict or None"),
    ],
)
def test_an_argument_is_checked_as_any_other(given: dict[str, object], fault: str) -> None:
    """With the same words."""
    with pytest.raises(SDKValidationError) as caught:
        checked(Asked, given)
    assert caught.value.message == fault


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ({"id": "x", "last": {"credits": "1"}}, "last.credits: expected float, got str"),
        ({"id": "x", "cost": 5, "last": {"credits": 1}}, "cost: expected object, got int"),
        ({"id": "x", "last": None}, "last: expected object, got NoneType"),
        ({"id": "x"}, "last: missing"),
    ],
)
def test_a_response_is_read_as_any_other(body: dict[str, object], fault: str) -> None:
    """With the same words."""
    with pytest.raises(UnreadableBodyError) as caught:
        read_value(Answer, body)
    assert str(caught.value) == fault


def test_cattrs_reads_it_alike() -> None:
    """It explains what the compiled reader has refused."""
    body = {"id": "x", "cost": {"credits": 1}, "last": {"credits": 2}}
    assert structured(Answer)(body) == compiled(Answer)(body) == read_value(Answer, body)


def test_others_see_the_type_itself() -> None:
    """`get_type_hints` and attrs evaluate it, and so load what it needs."""
    assert get_type_hints(Asked)["tools"] == Sequence[Tool]
    assert get_type_hints(Answer)["cost"] == Cost | None
    assert get_args(attrs.fields(attrs.resolve_types(Answer)).cost.type)[0] == Cost | None

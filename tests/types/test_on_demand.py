"""A field whose type is `OnDemand`: the type is evaluated by the first value, and reads and checks as any other."""

# No `from __future__ import annotations`: only the types of some fields are to be in quotes.
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from types import SimpleNamespace
from typing import TYPE_CHECKING, Literal, Required, TypeAlias, TypedDict, get_type_hints

import attrs
import pytest

from openrouter_core import model
from openrouter_core.errors import SDKValidationError
from openrouter_core.loading import LOADING
from openrouter_core.model import OnDemand, frozen, jsonable
from openrouter_core.types import description
from openrouter_core.types.description import checked, describe, fields_of
from openrouter_core.types.jsontext import UnreadableBodyError
from openrouter_core.types.reading import compiled, read_value, structured
from openrouter_funcs.models.chat_params import ChatSendRequest


class ATool(TypedDict, total=False):
    """What an argument holds."""

    type: Required[Literal["function"]]
    name: str


@frozen(kw_only=True)
class ACost:
    """What an answer holds."""

    credits: float


if TYPE_CHECKING:

    class _modules:  # noqa: N801 - as a module
        class tools:  # noqa: N801
            Tool: TypeAlias = ATool

        class costs:  # noqa: N801
            Cost: TypeAlias = ACost

else:

    class _Modules:
        """Stands for modules that are loaded on demand, and notes which was asked for."""

        def __init__(self) -> None:
            self.asked: list[str] = []

        def __getattr__(self, name: str) -> object:
            with ThreadPoolExecutor(1) as other:
                is_free = other.submit(lambda: LOADING.acquire(blocking=False) and not LOADING.release()).result()
            self.asked.append(f"{name}, and a fork would not wait" if is_free else name)
            return SimpleNamespace(Tool=ATool, Cost=ACost)

    _modules = _Modules()


class Asked(TypedDict, total=False):
    """A request."""

    model: str
    tools: "OnDemand[Sequence[_modules.tools.Tool]]"
    choice: Required["str | OnDemand[_modules.tools.Tool] | None"]


@frozen(kw_only=True)
class Answer:
    """A response."""

    id: str
    cost: "float | OnDemand[_modules.costs.Cost] | None" = None
    last: "OnDemand[_modules.costs.Cost]"


TOOL = {"type": "function", "name": "f"}


@pytest.fixture(autouse=True)
def asked() -> Iterator[list[str]]:
    """Forget what was described, and give what is asked for from now on, always under the lock of forks."""
    for each in (describe, fields_of, compiled, structured, model._wires):  # pyright: ignore[reportPrivateUsage]
        each.cache_clear()
    noted: list[str] = getattr(_modules, "asked")  # noqa: B009 - no type checker knows it
    noted.clear()
    yield noted
    assert "a fork would not wait" not in "".join(noted)


def test_nothing_is_evaluated_without_a_value(asked: list[str]) -> None:
    """Neither by a description, nor by values of other fields, nor by one that is absent, or of a kind beside it."""
    assert list(fields_of(Asked)) == ["model", "tools", "choice"]
    assert list(fields_of(Answer)) == ["id", "cost", "last"]
    with pytest.raises(SDKValidationError, match=r"model: expected str, got int"):
        checked(Asked, {"model": 1})
    for choice in (None, "auto", "à"):
        assert checked(Asked, {"choice": choice}) == {"choice": choice}
    with pytest.raises(SDKValidationError, match=r"choice: must be text that UTF-8 can encode"):
        checked(Asked, {"choice": "\ud800"})
    assert asked == []
    body = {"id": "x", "last": {"credits": 1}}
    for cost, seen in ((None, None), (0.5, 0.5)):
        assert read_value(Answer, body | {"cost": cost}) == Answer(id="x", cost=seen, last=ACost(credits=1.0))
    assert asked == ["costs"]  # of the one that is there


def test_the_first_value_evaluates_its_type_once(asked: list[str]) -> None:
    """Of its field alone."""
    for _ in range(3):
        assert checked(Asked, {"tools": [TOOL], "choice": TOOL}) == {"tools": [TOOL], "choice": TOOL}
    assert asked == ["tools", "tools"]  # two fields


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        ({"tools": TOOL, "choice": None}, "tools: expected a list of dict, got dict"),
        ({"tools": [TOOL, {}], "choice": None}, "tools[1].type: missing; expected 'function'"),
        ({"choice": {"type": "other"}}, "choice.type: expected 'function', got str"),
        ({"choice": 5}, "choice: expected str or dict or None, got int"),
        ({"tools": []}, "choice: missing; expected str or dict or None"),
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
        ({"id": "x", "cost": "5", "last": {"credits": 1}}, "cost: expected float or object or None, got str"),
        ({"id": "x", "cost": float("inf"), "last": {"credits": 1}}, "cost: must be a finite number"),
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
    assert read_value(Answer, body | {"cost": 1}).cost == 1.0
    assert structured(Answer)(body) == compiled(Answer)(body) == read_value(Answer, body)


def test_a_response_is_sent_back_as_any_other(asked: list[str]) -> None:
    """Its names in JSON are part of its types."""
    assert jsonable(Answer(id="x", last=ACost(credits=1.0))) == {"id": "x", "last": {"credits": 1.0}}
    assert set(asked) == {"costs"}


def test_no_description_has_a_lock() -> None:
    """A forked child would find it taken; `cached_property` has one in Python 3.11."""
    kinds = [description.Description, *description.Description.__subclasses__()]
    assert not [name for kind in kinds for name, each in vars(kind).items() if isinstance(each, cached_property)]


class Mine(ChatSendRequest, total=False):
    """The request of an operation of one's own."""

    new: int


def test_what_is_inherited_from_another_module_is_read_there() -> None:
    """Its names are those of that module."""
    given: dict[str, object] = {"messages": [{"role": "user", "content": "Hello"}], "new": 1}
    assert checked(Mine, given | {"provider": {"order": ["openai"]}})["provider"] == {"order": ["openai"]}
    with pytest.raises(SDKValidationError, match=r"tools\[0\]: expected dict with \"type\", got int"):
        checked(Mine, given | {"tools": [5]})


def test_others_see_the_type_itself(asked: list[str]) -> None:
    """`get_type_hints` and attrs evaluate it, and so load what it needs."""
    assert get_type_hints(Asked)["tools"] == Sequence[ATool]
    assert get_type_hints(Answer)["cost"] == float | ACost | None
    assert attrs.fields(attrs.resolve_types(Answer)).cost.type == float | OnDemand[ACost] | None
    asked.clear()  # these do not wait for forks

"""Operations that users state for endpoints of their own: each mistake is named before anything is sent."""

from __future__ import annotations

from datetime import datetime  # noqa: TC003 - a class is read by its annotations
from typing import TYPE_CHECKING, Any, NamedTuple, TypedDict

import attrs
import pytest

from openrouter_core import OpenRouterCore, RequestOptions, errors
from openrouter_core.calls import call, call_stream
from openrouter_core.model import frozen
from openrouter_core.operation import Operation, Streaming
from openrouter_core.testing import LocalOpenRouter
from tests.funcs.cases import AT_ONCE

if TYPE_CHECKING:
    from collections.abc import Iterator


class Wanted(TypedDict, total=False):
    """A request with the types that people write."""

    id: str
    tags: list[str]
    extra: dict[str, int]


class Pair(NamedTuple):
    """Not a class of attrs."""

    id: str


@frozen(kw_only=True)
class Thing:
    """A response with the types that people write."""

    id: str
    tags: list[str] = attrs.field(factory=list[str])


@frozen(kw_only=True)
class Dated:
    """A field of a type that no JSON has."""

    id: datetime


def operation(**changes: Any) -> Operation[Any, Any]:  # noqa: ANN401 - of any attribute
    """Return an operation that works, with some changes."""
    stated: dict[str, Any] = {"name": "mine", "method": "GET", "path": "/things/{id}", "request": Wanted}
    stated |= {"success": (200, Thing), "query": ("tags", "extra")} | changes
    return Operation(**stated)


@pytest.fixture(scope="module")
def _running() -> Iterator[LocalOpenRouter]:
    with LocalOpenRouter() as running:
        yield running


@pytest.fixture
def openrouter_server(_running: LocalOpenRouter) -> LocalOpenRouter:
    """Return a server with fresh state."""
    _running.reset()
    return _running


@pytest.fixture
def core(openrouter_server: LocalOpenRouter) -> Iterator[OpenRouterCore]:
    """Return a core whose server answers `GET /things/1`."""
    openrouter_server.fail(path="/things/1", status=200, body={"id": "1", "tags": ["a"]}, times=None)
    key, url = openrouter_server.management_key, openrouter_server.url
    with OpenRouterCore(api_key=key, server_url=url, retry_config=AT_ONCE) as made:
        yield made


def test_the_types_that_people_write(core: OpenRouterCore, openrouter_server: LocalOpenRouter) -> None:
    """A list stays a list."""
    found = call(core, operation(), {"id": "1", "tags": ["a", "b"]}, None).unwrap()
    assert (found.id, found.tags) == ("1", ["a"])
    assert openrouter_server.requests[-1].query == {"tags": "b"}


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"query": ("tags", "extra", "nope")}, "mine: its request has no 'nope'"),
        ({"path": "/things/{other}"}, "mine: its request has no 'other'"),
        ({"headers": {"other": "X-Other"}}, "mine: its request has no 'other'"),
        ({"secrets": ("other",)}, "mine: its request has no 'other'"),
        ({"upload": "other"}, "mine: its request has no 'other'"),
        ({"query": ("tags",)}, "mine: 'extra' would not be sent: name it in path, query or headers"),
        ({"path": "things/{id}"}, "mine: its path does not begin with a slash"),
        ({"request": Pair}, "mine: <class 'tests.calling.test_operations.Pair'> is not an attrs-decorated class."),
        ({"success": (200, Wanted)}, "mine: Wanted is a TypedDict, and a response is read as a class"),
        ({"success": (200, Pair)}, "mine: <class 'tests.calling.test_operations.Pair'> is not a type that"),
    ],
)
def test_an_operation_that_contradicts_itself(
    core: OpenRouterCore, openrouter_server: LocalOpenRouter, changes: dict[str, Any], reason: str
) -> None:
    """A parameter that is sent nowhere, for one, would be lost silently."""
    error = call(core, operation(**changes), {"id": "1"}, None).error
    assert isinstance(error, errors.SDKValidationError)
    assert str(error).startswith(f"operation: {reason}")
    assert openrouter_server.requests == []


def test_a_class_that_cannot_be_read_is_an_error(core: OpenRouterCore) -> None:
    """It is known when the answer is read, and nothing is raised."""
    error = call(core, operation(success=(200, Dated)), {"id": "1"}, None).error
    assert isinstance(error, errors.ResponseValidationError)
    assert "<class 'datetime.datetime'> is not a type" in str(error)


def test_a_header_is_text(core: OpenRouterCore) -> None:
    """A parameter of another type is refused."""
    stated = operation(query=("extra",), headers={"tags": "X-Tags"})
    assert str(call(core, stated, {"id": "1", "tags": ["a"]}, None).error) == "tags: expected str, got list"


def test_a_method_in_small_letters_is_the_same_method(core: OpenRouterCore) -> None:
    """Else a `post` would be a `"set"`, and be sent again."""
    assert operation(method="post").effect == "add"
    assert operation(method="post").body
    assert call(core, operation(method="get"), {"id": "1"}, None).ok


def test_a_stream_of_an_operation_that_has_none(core: OpenRouterCore, openrouter_server: LocalOpenRouter) -> None:
    """Nothing is sent, and nothing is raised."""
    error = call_stream(core, operation(), {"id": "1"}, None).error
    assert str(error) == "operation: mine has no streaming=Streaming(...)"
    assert openrouter_server.requests == []


def test_a_stream_that_is_asked_for_in_extra_body(core: OpenRouterCore, openrouter_server: LocalOpenRouter) -> None:
    """The model would work and be paid, and its answer could not be read."""
    stated = operation(method="POST", streaming=Streaming(event=Thing))
    error = call(core, stated, {"id": "1"}, RequestOptions(extra_body={"stream": True})).error
    assert str(error) == "extra_body: leave 'stream' out: mine_stream asks for a stream"
    assert openrouter_server.requests == []

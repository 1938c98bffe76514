"""`Ok`, `Err` and `Result`: what each method returns, and that the two can be told apart in every way."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs
import pytest
from cattrs import Converter

from openrouter_core.errors import NotFoundResponseError, SDKError
from openrouter_core.http.wire import Response
from openrouter_core.result import Err, Ok, Result, all_ok, unwrap
from tests.samples import JOURNEYS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

AnyResult: TypeAlias = Ok[Any] | Err[Any]

RESPONSE = Response(200)
WRONG = SDKError("wrong")


def _number(text: str) -> Result[int, str]:
    return Ok(int(text)) if text.isdigit() else Err(f"{text} is no number")


def _never(_: object) -> Any:  # noqa: ANN401 - it returns nothing
    pytest.fail("it was called")


def _described(result: Result[int, str]) -> str:
    match result:
        case Ok(value):
            return f"value {value}"
        case Err(error):
            return f"error {error}"


@pytest.mark.parametrize(("result", "expected"), [(Ok(3), "value 3"), (Err("no"), "error no")], ids=["Ok", "Err"])
def test_match_takes_a_result_apart(result: Result[int, str], expected: str) -> None:
    """`case Ok(value)` and `case Err(error)` bind what the result holds."""
    assert _described(result) == expected


def test_ok_is_true_of_ok_and_false_of_err() -> None:
    """`.ok` tells the two apart, on the class and on the value."""
    results: list[AnyResult] = [Ok(0), Err(0)]
    assert [result.ok for result in results] == [True, False]
    assert (Ok.ok, Err.ok) == (True, False)


@pytest.mark.parametrize(
    ("result", "name", "text"),
    [
        (Ok(1), "error", "Ok has no attribute 'error'; it has 'value', an int"),
        (Ok([1]), "append", "Ok has no attribute 'append'; it has 'value', a list"),
        (Ok(None), "label", "Ok has no attribute 'label'; it has 'value', a NoneType"),
        (Ok(Ok(1)), "label", "Ok has no attribute 'label'; it has 'value', an Ok"),
        (Err(WRONG), "value", "Err has no attribute 'value'; it has 'error', a SDKError"),
        (Err(WRONG), "response", "Err has no attribute 'response'; it has 'error', a SDKError"),
        (Err("no"), "status_code", "Err has no attribute 'status_code'; it has 'error', a str"),
        (Ok(1), "__fspath__", "Ok has no attribute '__fspath__'"),
    ],
)
def test_a_result_that_is_taken_for_its_value_says_so(result: AnyResult, name: str, text: str) -> None:
    """Asking for what is not there raises `AttributeError`, which says what there is, and shows nothing of it."""
    with pytest.raises(AttributeError) as caught:
        getattr(result, name)
    assert str(caught.value) == text
    assert not hasattr(result, name)
    assert getattr(result, name, None) is None


@pytest.mark.parametrize("kind", [Ok, Err], ids=lambda kind: kind.__name__)
def test_a_result_that_holds_nothing_yet_can_be_looked_at(kind: type[object]) -> None:
    """As `copy` and `pickle` do with one that they have made and not yet filled."""
    empty = object.__new__(kind)
    for name in ("value", "error", "response", "ok_", "__setstate_", "__deepcopy__"):
        assert not hasattr(empty, name)


def test_results_are_attrs_classes_all_the_same() -> None:
    """They are taken apart and changed by attrs, and made of plain values by cattrs."""
    assert attrs.asdict(Ok(Ok(1))) == {"value": {"value": 1, "response": None}, "response": None}
    assert attrs.evolve(Ok(1), value=2) == Ok(2)
    assert [field.name for field in attrs.fields(Err)] == ["error"]
    assert Converter().structure({"error": 1}, Err[int]) == Err(1)
    assert Converter().unstructure(Err("no")) == {"error": "no"}


def test_ok_gives_its_value() -> None:
    """`unwrap` and `unwrap_or` of an `Ok` return its value, even one that is false."""
    assert Ok(0).unwrap() == 0
    assert unwrap(Ok(0)) == 0
    assert Ok(0).unwrap_or(7) == 0


def test_err_gives_the_default() -> None:
    """`unwrap_or` of an `Err` returns the default."""
    assert Err(WRONG).unwrap_or(7) == 7


def test_a_default_may_be_made_of_the_error() -> None:
    """`unwrap_or_else` asks its function only when there is an error, and gives it that."""
    assert Err("four").unwrap_or_else(len) == 4
    assert Ok(0).unwrap_or_else(_never) == 0


def test_unwrap_raises_the_error_itself() -> None:
    """What `unwrap` raises, as a method and as a function, is the very object that the `Err` holds."""
    result: AnyResult = Err(WRONG)
    with pytest.raises(SDKError) as by_method:
        result.unwrap()
    with pytest.raises(SDKError) as by_function:
        unwrap(result)
    assert by_method.value is by_function.value is WRONG


def test_unwrap_wraps_what_cannot_be_raised() -> None:
    """An error that `map_err` made a plain value is raised inside a `ValueError`."""
    with pytest.raises(ValueError, match="unwrap of an Err: 'no'"):
        Err("no").unwrap()


def test_map_changes_the_value_and_keeps_the_response() -> None:
    """`map` applies to an `Ok`, whose response goes along, and leaves an `Err` as it is."""
    mapped = Ok(2, response=RESPONSE).map(str)
    assert mapped == Ok("2")
    assert mapped.response is RESPONSE
    err = Err(WRONG)
    assert err.map(str) is err


def test_map_err_changes_the_error() -> None:
    """`map_err` applies to an `Err` and leaves an `Ok` as it is, response included."""
    assert Err(WRONG).map_err(str) == Err("wrong")
    ok = Ok(2, response=RESPONSE)
    assert ok.map_err(str) is ok


def test_and_then_is_the_next_step_of_a_pipeline() -> None:
    """`and_then` returns what the next step returns, and after a failure runs no step."""
    assert Ok("12").and_then(_number) == Ok(12)
    assert Ok("x").and_then(_number) == Err("x is no number")
    err = Err("earlier")
    assert err.and_then(_number) is err


def test_and_then_async_awaits_the_next_step() -> None:
    """The next step of a pipeline may be one that has to be awaited."""

    async def number(text: str) -> Result[int, str]:
        return _number(text)

    err = Err("earlier")
    assert asyncio.run(Ok("12").and_then_async(number)) == Ok(12)
    assert asyncio.run(Ok("x").and_then_async(number)) == Err("x is no number")
    assert asyncio.run(err.and_then_async(_never)) is err


def test_or_else_is_another_way_after_a_failure() -> None:
    """`or_else` returns what its function makes of the error, and leaves an `Ok` as it is."""
    assert Err("12").or_else(_number) == Ok(12)
    assert Err("x").or_else(_number) == Err("x is no number")
    ok = Ok(1, response=RESPONSE)
    assert ok.or_else(_never) is ok


@pytest.mark.parametrize(
    ("results", "expected", "looked_at"),
    [
        ([], Ok([]), 0),
        ([Ok(1), Ok(2)], Ok([1, 2]), 2),
        ([Ok(1), Err("no"), Ok(2), Err("never")], Err("no"), 2),
        ([Err("no")], Err("no"), 1),
    ],
    ids=["none", "all", "not all", "one"],
)
def test_many_results_become_one(results: list[AnyResult], expected: AnyResult, looked_at: int) -> None:
    """All values in their order, or the first error, after which no result is asked for."""
    seen: list[AnyResult] = []

    def each() -> Iterator[AnyResult]:
        for result in results:
            seen.append(result)
            yield result

    assert all_ok(each()) == expected
    assert seen == results[:looked_at]


def test_equality_ignores_the_response() -> None:
    """Two `Ok`s are equal, and hash alike, when their values are equal, wherever these came from."""
    assert Ok(1, response=RESPONSE) == Ok(1)
    assert hash(Ok(1, response=RESPONSE)) == hash(Ok(1))
    assert Ok(1) != Ok(2)


def test_ok_and_err_of_the_same_are_different() -> None:
    """An `Ok` is never equal to an `Err`."""
    pair: list[AnyResult] = [Ok(1), Err(1)]
    assert pair[0] != pair[1]
    assert Err(1) == Err(1)


def test_repr_shows_what_is_held() -> None:
    """`repr` shows the value or the error, and leaves the response out."""
    assert repr(Ok(1, response=RESPONSE)) == "Ok(value=1)"
    assert repr(Err("no")) == "Err(error='no')"


@pytest.mark.parametrize(("result", "name"), [(Ok(1), "value"), (Err(1), "error")], ids=["Ok", "Err"])
def test_results_are_immutable(result: AnyResult, name: str) -> None:
    """A result cannot be changed, and takes no new attributes."""
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(result, name, 2)
    with pytest.raises((AttributeError, TypeError)):
        result.surprise = 1  # type: ignore[union-attr] # pyright: ignore[reportAttributeAccessIssue]


@pytest.mark.parametrize("journey", JOURNEYS, ids=lambda journey: journey.__name__)
def test_results_travel_between_processes(journey: Callable[[Any], Any]) -> None:
    """A pickled or copied result is equal, with its response; a copied error keeps its attributes."""
    there = journey(Ok({"a": 1}, response=RESPONSE))
    assert there == Ok({"a": 1})
    assert there.response == RESPONSE
    error = journey(Err(NotFoundResponseError("gone", status_code=404))).error
    assert (type(error), error.message, error.status_code) == (NotFoundResponseError, "gone", 404)

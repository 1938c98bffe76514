"""`Ok`, `Err` and `Result`: what each method returns, and that the two can be told apart in every way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

import attrs
import pytest

from openrouter_core.errors import NotFoundResponseError, SDKError
from openrouter_core.http.wire import Response
from openrouter_core.result import Err, Ok, Result, unwrap
from tests.samples import JOURNEYS

if TYPE_CHECKING:
    from collections.abc import Callable

AnyResult: TypeAlias = Ok[Any] | Err[Any]

RESPONSE = Response(200)
WRONG = SDKError("wrong")


def _number(text: str) -> Result[int, str]:
    return Ok(int(text)) if text.isdigit() else Err(f"{text} is no number")


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
    ("result", "name", "instead"),
    [(Ok(1), "error", "'value'"), (Err(WRONG), "value", "'error'"), (Err(WRONG), "response", "'error'")],
    ids=["Ok.error", "Err.value", "Err.response"],
)
def test_the_other_variants_attributes_are_absent(result: AnyResult, name: str, instead: str) -> None:
    """Asking a variant for what only the other has raises `AttributeError`, and says what there is."""
    with pytest.raises(AttributeError, match=instead):
        getattr(result, name)
    assert not hasattr(result, name)


def test_ok_gives_its_value() -> None:
    """`unwrap` and `unwrap_or` of an `Ok` return its value, even one that is false."""
    assert Ok(0).unwrap() == 0
    assert unwrap(Ok(0)) == 0
    assert Ok(0).unwrap_or(7) == 0


def test_err_gives_the_default() -> None:
    """`unwrap_or` of an `Err` returns the default."""
    assert Err(WRONG).unwrap_or(7) == 7


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

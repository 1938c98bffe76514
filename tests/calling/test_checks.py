"""Checks of configuration values: what is right comes back, and what is wrong is named without its value."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pytest

from openrouter_core.calling.configuration import (
    LONGEST_SECONDS,
    at_least,
    expect,
    one_of,
    positive_integer,
    remaining,
    seconds,
)
from openrouter_core.errors import SDKValidationError

if TYPE_CHECKING:
    from collections.abc import Callable

NAN, INFINITE = float("nan"), float("inf")


@pytest.mark.parametrize(("kind", "value"), [(int, 0), (str, ""), (bool, True), (dict, {}), (float, 1.5)], ids=repr)
def test_expect_returns_what_is_of_the_type(kind: type, value: object) -> None:
    """A value of the expected type is returned as it is."""
    assert expect(value, kind, "p") is value


@pytest.mark.parametrize(
    ("kind", "value"),
    [(int, True), (int, 1.0), (int, "1"), (str, b"x"), (bool, 1), (bool, None), (float, 1)],
    ids=repr,
)
def test_expect_refuses_another_type(kind: type, value: object) -> None:
    """Another type is refused, `True` for an `int` too; the error names both types."""
    with pytest.raises(SDKValidationError) as caught:
        expect(value, kind, "p")
    assert str(caught.value) == f"p: expected {kind.__name__}, got {type(value).__name__}"


@pytest.mark.parametrize("value", [1, 2**70, 10**400], ids=["one", "2**70", "10**400"])
def test_integer_is_any_int_above_zero(value: int) -> None:
    """However large, a positive integer is returned unchanged."""
    assert positive_integer(value, "p") == value


@pytest.mark.parametrize("value", [0, -1, 1.0, True, "1", None], ids=repr)
def test_integer_refuses_the_rest(value: object) -> None:
    """Zero, negative numbers, floats and other types are refused."""
    with pytest.raises(SDKValidationError, match=r"^p: "):
        positive_integer(value, "p")


@pytest.mark.parametrize("value", [2, 2.0, 1e308], ids=repr)
def test_at_least_is_any_finite_number_from_there(value: float) -> None:
    """A finite number from the bound on is returned."""
    assert at_least(value, 2, "p") == value


@pytest.mark.parametrize("value", [1.999, -INFINITE, INFINITE, 10**400, NAN, True, "3", None], ids=repr)
def test_at_least_refuses_the_rest(value: object) -> None:
    """A smaller number, an infinite one, NaN and other types are refused."""
    with pytest.raises(SDKValidationError, match=r"^p: "):
        at_least(value, 2, "p")


@pytest.mark.parametrize("value", [5e-324, 1, LONGEST_SECONDS], ids=repr)
def test_seconds_is_a_time_that_can_be_waited(value: float) -> None:
    """Any time above zero, up to what an operating system can count, is returned."""
    assert seconds(value, "p") == value


@pytest.mark.parametrize("value", [0, -1, math.nextafter(LONGEST_SECONDS, INFINITE), 10**400, NAN, INFINITE, "1", True])
def test_seconds_refuses_the_rest(value: object) -> None:
    """Zero, negative, endless and unmeasurable times, and other types, are refused."""
    with pytest.raises(SDKValidationError, match=r"^p: "):
        seconds(value, "p")


@pytest.mark.parametrize(("value", "left"), [(5, 5), (0, 0), (0.0, 0), (-1, 0), (-1e308, 0)])
def test_remaining_is_what_is_left_of_a_time(value: float, left: float) -> None:
    """A time that is used up is none, however long ago; the rest is as for `seconds`."""
    assert remaining(value, "p") == left


@pytest.mark.parametrize(
    "value", [NAN, INFINITE, -INFINITE, -(10**400), LONGEST_SECONDS + 1, "1", True, None], ids=repr
)
def test_remaining_refuses_the_rest(value: object) -> None:
    """What is no time at all is a mistake, and not one that is used up."""
    with pytest.raises(SDKValidationError, match=r"^p: "):
        remaining(value, "p")


def test_zero_and_less_get_the_same_words() -> None:
    """A timeout that is used up is a mistake: it would stop a call before it began."""
    words: set[str] = set()
    for value in (0, -1, -0.5):
        with pytest.raises(SDKValidationError) as caught:
            seconds(value, "timeout")
        words.add(str(caught.value))
    assert words == {"timeout: must be above 0 and at most 2000000 seconds"}


def test_one_of_knows_its_choices() -> None:
    """A choice is returned; anything else is refused with the choices, and an unhashable value does not break it."""
    assert one_of("b", ("a", "b"), "p") == "b"
    wrong: list[object] = ["c", None, ["a"], 1]
    for value in wrong:
        with pytest.raises(SDKValidationError, match="p: expected one of 'a', 'b'"):
            one_of(value, ("a", "b"), "p")


CHECKS: dict[str, Callable[[object], object]] = {
    "expect": lambda value: expect(value, int, "p"),
    "integer": lambda value: positive_integer(value, "p"),
    "at_least": lambda value: at_least(value, 0, "p"),
    "seconds": lambda value: seconds(value, "p"),
    "one_of": lambda value: one_of(value, ("a",), "p"),
}


@pytest.mark.parametrize("check", CHECKS.values(), ids=list(CHECKS))
def test_no_check_repeats_the_value(check: Callable[[object], object]) -> None:
    """A wrong value may be a secret given in the wrong place: no message holds it."""
    with pytest.raises(SDKValidationError) as caught:
        check("sk-or-test-123")
    assert "sk-or-test-123" not in str(caught.value)
    assert caught.value.parameter == "p"

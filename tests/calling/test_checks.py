"""Checks of configuration values: what is right comes back, and what is wrong is named without its value."""

from __future__ import annotations

import math
import sys
from enum import IntEnum
from typing import Any, Literal

import pytest

from openrouter_core.calling.settings import LONGEST_SECONDS, Deadline, Timeout
from openrouter_core.errors import SDKValidationError
from openrouter_core.retries import Count, NotNegative, Status
from openrouter_core.types.description import checked

NAN, INFINITE = float("nan"), float("inf")
TOO_LONG = math.nextafter(LONGEST_SECONDS, INFINITE)


class Size(IntEnum):
    """An enumeration of numbers."""

    SMALL = 3


RIGHT: dict[str, tuple[Any, list[object]]] = {
    "a number of times": (Count, [1, 2**53, sys.maxsize, 10**400, Size.SMALL]),
    "a number from 0": (NotNegative, [0, 0.0, 2, 1e308, Size.SMALL]),
    "a timeout": (Timeout, [5e-324, 1, LONGEST_SECONDS]),
    "a deadline": (Deadline, [5e-324, 1, LONGEST_SECONDS, 0, -1, -1e308]),
    "a pattern of statuses": (Status, ["429", "5XX", "52x", "XXX"]),
    "a flag": (bool, [True, False]),
    "a choice": (Literal["a", "b"], ["a", "b"]),
}


@pytest.mark.parametrize(("kind", "values"), RIGHT.values(), ids=RIGHT)
def test_what_is_right_comes_back(kind: Any, values: list[object]) -> None:  # noqa: ANN401 - a type expression
    """As the plain value that it is."""
    for value in values:
        assert checked(kind, value, "p") == value


WRONG: dict[str, tuple[Any, list[object], str]] = {
    "no number of times": (Count, [0, -1], "must be at least 1"),
    "a number below 0": (NotNegative, [-5e-324, -1], "must be at least 0"),
    "an endless number": (NotNegative, [INFINITE, -INFINITE, NAN], "must be a finite number"),
    "an endless time": (Timeout, [INFINITE, -INFINITE, NAN], "must be a finite number"),
    "no time": (Timeout, [0, -1, -0.5, TOO_LONG], f"must be above 0 and at most {LONGEST_SECONDS} seconds"),
    "too long a time": (Deadline, [TOO_LONG, LONGEST_SECONDS + 1], f"must be at most {LONGEST_SECONDS} seconds"),
    "no time at all": (Deadline, [INFINITE, -INFINITE, NAN], "must be a finite number"),
    "a number beyond any float": (Deadline, [10**400, -(10**400)], "is too large for a float"),
    "no status": (
        Status,
        ["42", "4290", "", "0XX", "5XX\n", "\u0664\u0662\u0669"],
        "must be a status such as '429' or '5XX'",
    ),
}


@pytest.mark.parametrize(("kind", "values", "said"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_named(kind: Any, values: list[object], said: str) -> None:  # noqa: ANN401 - a type expression
    """With what is expected of it."""
    for value in values:
        with pytest.raises(SDKValidationError) as caught:
            checked(kind, value, "p")
        assert str(caught.value) == f"p: {said}"


@pytest.mark.parametrize("value", ["sk-or-test-123", True, None, ["a"], b"x", 1.5 + 0j], ids=repr)
def test_another_type_is_named_and_no_value_is_repeated(value: object) -> None:
    """`True` is no number; a wrong value may be a secret given in the wrong place."""
    words = {Count: "int", NotNegative: "float", Timeout: "float", Deadline: "float", Literal["a"]: "'a'"}
    for kind, expected in words.items():
        with pytest.raises(SDKValidationError) as caught:
            checked(kind, value, "p")
        assert str(caught.value) == f"p: expected {expected}, got {type(value).__name__}"
        assert (caught.value.parameter, caught.value.__context__) == ("p", None)

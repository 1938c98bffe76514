"""Checks of configuration values: each returns the value when it is right, and else raises `SDKValidationError`.

The error names the parameter and what was expected, never the value. What an endpoint's own parameters must be is
checked in `types`.
"""

from __future__ import annotations

import sys
from typing import TypeVar, cast

from openrouter_core.errors import SDKValidationError

T = TypeVar("T")

LONGEST_SECONDS = 2_000_000
"""Some 23 days: operating systems count a wait in milliseconds of 31 bits."""


def expect(value: object, kind: type[T], parameter: str) -> T:
    """Return `value` when it is a `kind`; `True` is no `int`, and a lazy object only what it is itself."""
    given = type(value)  # `isinstance` runs code of the value, which may raise
    if issubclass(given, kind) and (kind is bool or not issubclass(given, bool)):
        return cast("T", value)
    raise SDKValidationError(f"expected {kind.__name__}, got {type(value).__name__}", parameter=parameter)


def positive_integer(value: object, parameter: str) -> int:
    """Return `value` when it is an integer above zero."""
    number = expect(value, int, parameter)
    if number >= 1:
        return number
    raise SDKValidationError("must be at least 1", parameter=parameter)


def at_least(value: object, least: float, parameter: str) -> float:
    """Return `value` when it is a finite number from `least` on."""
    number = _number(value, parameter)
    if least <= number <= sys.float_info.max:  # NaN compares false
        return number
    raise SDKValidationError(f"must be a finite number, at least {least}", parameter=parameter)


def seconds(value: object, parameter: str) -> float:
    """Return `value` when it is a time above zero that an operating system can wait for."""
    number = _number(value, parameter)
    if 0 < number <= LONGEST_SECONDS:
        return number
    raise SDKValidationError(f"must be above 0 and at most {LONGEST_SECONDS} seconds", parameter=parameter)


def remaining(value: object, parameter: str) -> float:
    """Return `value` as `seconds` does, but 0 for a finite number that is not above: no time is left."""
    number = _number(value, parameter)
    return 0.0 if -sys.float_info.max <= number <= 0 else seconds(number, parameter)


def _number(value: object, parameter: str) -> float:
    if issubclass(type(value), int | float) and type(value) is not bool:
        return cast("float", value)
    raise SDKValidationError(f"expected a number, got {type(value).__name__}", parameter=parameter)


def one_of(value: object, choices: tuple[str, ...], parameter: str) -> str:
    """Return `value` when it is one of `choices`."""
    if type(value) is str and value in choices:
        return value
    raise SDKValidationError(f"expected one of {', '.join(map(repr, choices))}", parameter=parameter)

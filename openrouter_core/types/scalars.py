"""What is known of each kind of type that has no parts, and what a `Description` and a refusal are.

Nothing is coerced, and no code of an argument's own class is run, for it might raise anything. Hence
`issubclass(type(value), str)` and `str.__str__(value)`: `isinstance` would ask the value for its `__class__`.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Any, Literal, TypeAlias, cast, get_args

from openrouter_core.secret import Secret

__all__ = ["LARGEST_EXACT_INTEGER", "SCALARS", "Description", "OfClass", "Reader", "RefusedError", "TypeExpression"]

TypeExpression: TypeAlias = Any
Reader: TypeAlias = Callable[[Any], Any]
"""Returns what a JSON value says; raises `RefusedError`, and nothing else, when it is not of the type."""

OfClass: TypeAlias = Callable[[TypeExpression], Reader]
"""How an attrs class is read: compiled, or by cattrs."""

LARGEST_EXACT_INTEGER = 2**53 - 1
"""Up to it, all readers of JSON agree on the value of an integer (RFC 8259, 6)."""


class RefusedError(Exception):
    """A value is not of its type. It never leaves the package.

    Attributes:
        faults: Path and reason of each fault that was found; neither holds the value. A compiled reader names none.
    """

    def __init__(self, *faults: tuple[str, str]) -> None:
        super().__init__()
        self.faults = faults

    def below(self, step: str) -> RefusedError:
        """Return the same refusal, seen from one step further up."""
        return RefusedError(*((step + path, reason) for path, reason in self.faults))


class Description:
    """What is known of a type.

    Attributes:
        words: What was expected, as a fault says it.
        other: What is known of `X` when the type is `X | None`.
    """

    other: Description | None = None

    def __init__(self, kind: TypeExpression, words: str = "") -> None:
        self.kind = kind
        self.words = words or str(kind.__name__)

    def condition(self, _: str, /) -> str | None:
        """Return the expression of Python that is true when the variable of this name holds a right JSON value.

        `None` when a right value must still be made into something, as `reader` does.
        """
        return None

    def reader(self, _: OfClass, /) -> Reader:
        """Return how a JSON value is read."""
        return self.read

    def read(self, value: object) -> object:
        """Return what a JSON value says; raise `RefusedError` when it is not of the type."""
        raise self.wrong(value)

    def checked(self, value: object) -> object:
        """Return an argument as it is to be sent; raise `RefusedError` when it is not of the type."""
        return self.read(value)

    def wrong(self, value: object) -> RefusedError:
        """Return the refusal of a value of another type."""
        return RefusedError(("", f"expected {self.words}, got {_class_name(type(value))}"))


class _Exact(Description):
    """A class of Python that is a type of JSON, such as `bool`."""

    def condition(self, variable: str, /) -> str:
        return f"type({variable}) is {self.kind.__name__}"

    def read(self, value: object) -> object:
        if type(value) is self.kind:
            return value
        raise self.wrong(value)


class _Text(_Exact):
    """`str`."""

    def checked(self, value: object) -> object:
        text = value if type(value) is str else cast("str", self.read(_plain(value)))
        if not text.isascii():
            try:
                text.encode()
            except UnicodeEncodeError:
                raise RefusedError(("", "must be text that UTF-8 can encode")) from None
        return text


class _SecretText(_Text):
    """`str | Secret`: an argument is sent as a `Secret`."""

    def checked(self, value: object) -> object:
        if type(value) is Secret:
            super().checked(value.reveal())
            return value
        return Secret(cast("str", super().checked(value)))


class _Integer(_Exact):
    """`int`. A server may write `5` as `5.0` (JSON Schema, validation, 6.1.1), a caller may not."""

    def read(self, value: object) -> object:
        return super().read(_whole(value))

    def checked(self, value: object) -> object:
        if type(value) is not int:
            raise self.wrong(value)
        if abs(value) > LARGEST_EXACT_INTEGER:
            raise RefusedError(("", f"must be at {'most ' if value > 0 else 'least -'}{LARGEST_EXACT_INTEGER}"))
        return value


class _Number(Description):
    """`float`. JSON may write it without a point, and has neither infinity nor NaN (RFC 8259, 6)."""

    def read(self, value: object) -> object:
        if type(value) is float:
            return value
        if type(value) is not int:
            raise self.wrong(value)
        try:
            return float(value)
        except OverflowError:
            raise RefusedError(("", "is too large for a float")) from None

    def checked(self, value: object) -> object:
        number = float.__float__(cast("float", value)) if issubclass(type(value), float) else self.read(value)
        if not math.isfinite(cast("float", number)):
            raise RefusedError(("", "must be a finite number"))
        return number


class _Choice(Description):
    """`Literal[...]`."""

    def __init__(self, kind: TypeExpression) -> None:
        self.choices: tuple[object, ...] = get_args(kind)
        super().__init__(kind, " or ".join(map(repr, self.choices)))

    def condition(self, variable: str, /) -> str:
        return " or ".join(
            f"type({variable}) is {type(one).__name__} and {variable} == {one!r}" for one in self.choices
        )

    def read(self, value: object) -> object:
        plain = _whole(value)
        if any(type(plain) is type(one) and plain == one for one in self.choices):
            return plain
        raise self.wrong(value)

    def checked(self, value: object) -> object:
        return self.read(_plain(value))


class _Anything(Description):
    """`object`."""

    def condition(self, _: str, /) -> str:
        return "True"

    def read(self, value: object) -> object:
        return value


def _plain(value: object) -> object:
    """Return text as `str`: of a string enumeration its text, and not its name."""
    return str.__str__(cast("str", value)) if issubclass(type(value), str) else value


def _whole(value: object) -> object:
    """Return a number without a fraction as an integer: JSON makes no difference between them."""
    return int(value) if type(value) is float and value.is_integer() else value


def _class_name(kind: type) -> str:
    """Return the name of a class: its metaclass may have a `__name__` of its own."""
    return str(type.__dict__["__name__"].__get__(kind))


SCALARS: dict[object, Callable[[TypeExpression], Description]] = {
    str: _Text,
    Secret: _SecretText,
    bool: _Exact,
    int: _Integer,
    float: _Number,
    object: _Anything,
    Literal: _Choice,
    Mapping: lambda _: _Exact(dict, "object"),
}

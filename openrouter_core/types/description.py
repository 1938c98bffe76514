"""One description of a type, from which reading, checking and the words of a fault are derived.

There is one class for each kind of type, and all that is known of the kind is in it. To teach another kind is to add
one class, and one line in the table at the end.

Nothing is coerced, and no code of an argument's own class is run, for it might raise anything. Hence
`issubclass(type(value), str)` and `str.__str__(value)`: `isinstance` would ask the value for its `__class__`.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import copy
from functools import cache
from operator import length_hint
from types import NoneType, UnionType
from typing import Any, Literal, TypeAlias, Union, cast, get_args, get_origin

import attrs

from openrouter_core.secret import Secret

TypeExpression: TypeAlias = Any
Reader: TypeAlias = Callable[[Any], Any]
"""Returns what a JSON value says; raises `RefusedError`, and nothing else, when it is not of the type."""

OfClass: TypeAlias = Callable[[TypeExpression], Reader]
"""How an attrs class is read: compiled, or by cattrs."""

LARGEST_EXACT_INTEGER = 2**53 - 1
"""Up to it, all readers of JSON agree on the value of an integer (RFC 8259, 6)."""


@cache
def describe(kind: TypeExpression) -> Description:
    """Return the description of a type; raise `TypeError` when no such type is known here."""
    origin: Any = get_origin(kind)
    known = _KINDS.get(origin or kind)
    if known is not None:
        return known(kind)
    if attrs.has(kind):
        return _Instance(kind, "object")
    raise TypeError(f"{kind} is no type of a field or a parameter")


class RefusedError(Exception):
    """A value is not of its type. It never leaves the package.

    Attributes:
        faults: Path and reason of each fault that was found; neither holds the value. A compiled reader names none.
    """

    def __init__(self, *faults: tuple[str, str]) -> None:
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
        """Return the expression that is true when the variable of this name holds a right JSON value.

        `None` when a right value must still be made into something, as `reader` does.
        """
        return None

    def reader(self, _: OfClass, /) -> Reader:
        return self.read

    def read(self, value: object) -> object:
        """Return what a JSON value says; raise `RefusedError` when it is not of the type."""
        raise self.wrong(value)

    def checked(self, value: object) -> object:
        """Return an argument as it is to be sent; raise `RefusedError` when it is not of the type."""
        return self.read(_plain(value))

    def wrong(self, value: object) -> RefusedError:
        name = type.__dict__["__name__"].__get__(type(value))  # a metaclass may have a `__name__` of its own
        return RefusedError(("", f"expected {self.words}, got {name}"))


class _Exact(Description):
    """A class of Python that is a type of JSON, such as `bool`."""

    def condition(self, variable: str, /) -> str:
        return f"type({variable}) is {self.kind.__name__}"

    def read(self, value: object) -> object:
        if type(value) is self.kind:
            return value
        raise self.wrong(value)


class _Text(_Exact):
    def checked(self, value: object) -> object:
        text = value if type(value) is str else cast("str", super().checked(value))
        try:
            text.encode()
        except UnicodeEncodeError:
            raise RefusedError(("", "must be text that UTF-8 can encode")) from None
        return text


class _SecretText(_Text):
    """`str | Secret`: an argument is sent as a `Secret`."""

    def checked(self, value: object) -> object:
        text = value.reveal() if type(value) is Secret else value
        return Secret(cast("str", super().checked(text)))


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
        if type(value) is not int and type(value) is not float:
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
    def condition(self, variable: str, /) -> str:
        choices = get_args(self.kind)
        return " or ".join(f"type({variable}) is {type(one).__name__} and {variable} == {one!r}" for one in choices)

    def read(self, value: object) -> object:
        plain = _whole(value)
        if any(type(plain) is type(choice) and plain == choice for choice in get_args(self.kind)):
            return plain
        raise self.wrong(value)


class _Anything(Description):
    def condition(self, _: str, /) -> str:
        return "True"

    def read(self, value: object) -> object:
        return value


class _Items(Description):
    """`tuple[T, ...]` of a response, and `Sequence[T]` of an argument: any list or tuple, and no text."""

    def __init__(self, kind: TypeExpression) -> None:
        self.item = describe(get_args(kind)[0])
        super().__init__(kind, f"a list of {self.item.words}")

    def reader(self, of_class: OfClass, /) -> Reader:
        right = self.item.condition("each") or "False"
        text = f"lambda items: tuple([each if {right} else read(each) for each in items])"
        read_items: Reader = eval(text, {"read": self.item.reader(of_class)})  # noqa: S307 - our own text

        def read_all(value: list[object]) -> object:
            if type(value) is not list:
                raise self.wrong(value)
            return _placed(read_items, value)

        return read_all

    def checked(self, value: object) -> object:
        for base in cast("tuple[Any, ...]", (list, tuple)):
            if issubclass(type(value), base):  # copied, as another thread may change the caller's at any time
                return _placed(lambda rest: list(map(self.item.checked, rest)), list(base.__iter__(value)))
        raise self.wrong(value)


def _placed(read_items: Callable[[Iterator[object]], object], items: list[object]) -> object:
    """Read items up to the first that is refused, and name its index: to gather 100,000 refusals takes 1.8 GB."""
    rest = iter(items)
    try:
        return read_items(rest)
    except RefusedError as error:
        raise error.below(f"[{len(items) - length_hint(rest) - 1}]") from None


class _Nullable(Description):
    def __init__(self, kind: TypeExpression) -> None:
        self.other: Description = copy(describe(kind))  # pyright: ignore[reportIncompatibleVariableOverride] - never None
        self.other.words += " or None"
        super().__init__(kind, self.other.words)

    def condition(self, variable: str, /) -> str | None:
        condition = self.other.condition(variable)
        return None if condition is None else f"{variable} is None or {condition}"

    def reader(self, of_class: OfClass, /) -> Reader:
        read = self.other.reader(of_class)
        return lambda value: None if value is None else read(value)

    def checked(self, value: object) -> object:
        return None if value is None else self.other.checked(value)


class _Instance(Description):
    """An attrs class, of responses only."""

    def reader(self, of_class: OfClass, /) -> Reader:
        return of_class(self.kind)


def _union(kind: TypeExpression) -> Description:
    """Describe `X | None`, `str | Secret`, and `Literal[...] | str`, which is any text: a server may know more."""
    members = set(get_args(kind))
    if NoneType in members:
        return _Nullable(Union[tuple(members - {NoneType})])  # noqa: UP007 - made of its members
    if members == {str, Secret}:
        return _SecretText(str)
    if {str} == {member for member in members if get_origin(member) is not Literal}:
        return describe(str)
    raise TypeError(f"{kind} is no union that is known here")


def _plain(value: object) -> object:
    """Return text as `str`: of a string enumeration its text, and not its name."""
    return str.__str__(cast("str", value)) if issubclass(type(value), str) else value


def _whole(value: object) -> object:
    """Return a number without a fraction as an integer: JSON makes no difference between them."""
    return int(value) if type(value) is float and value.is_integer() else value


_KINDS: dict[object, Callable[[TypeExpression], Description]] = {
    str: _Text,
    bool: _Exact,
    int: _Integer,
    float: _Number,
    object: _Anything,
    Literal: lambda kind: _Choice(kind, " or ".join(map(repr, get_args(kind)))),
    Mapping: lambda _: _Exact(dict, "object"),
    tuple: _Items,
    Sequence: _Items,
    Union: _union,
    UnionType: _union,
}

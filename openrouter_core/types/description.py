"""One description of a type, from which reading, checking and the words of a fault are derived.

Each kind of type has one class, and one line in the table at the end.

Nothing is coerced, and no code of an argument's own class is run, for it might raise anything. Hence
`issubclass(type(value), str)` and `str.__str__(value)`: `isinstance` would ask the value for its `__class__`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from copy import copy
from functools import cache
from operator import length_hint
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, NotRequired, Required, Union, cast, get_args, get_origin, get_type_hints

import attrs

from openrouter_core.secret import Secret, kind_of

TypeExpression = Any
Reader = Callable[[Any], Any]
"""Returns what a JSON value says; raises `RefusedError`, and nothing else, when it is not of the type."""

OfClass = Callable[[TypeExpression], Reader]
"""How an attrs class is read: compiled, or by cattrs."""

LARGEST_EXACT_INTEGER = 2**53 - 1
"""Up to it, all readers of JSON agree on the value of an integer (RFC 8259, 6)."""


@attrs.frozen
class Rule:
    """What a type cannot say of an argument: `Annotated[int, Rule(is_even, "must be even")]`."""

    holds: Callable[[Any], object]
    flaw: str

    def __repr__(self) -> str:  # as the reference shows it, within `Annotated`
        return repr(self.flaw)


@cache
def describe(kind: TypeExpression) -> Description:
    """Return the description of a type; raise `TypeError` when no such type is known here."""
    origin: Any = get_origin(kind)
    known = _KINDS.get(origin or kind)
    if known is not None:
        return known(kind)
    if attrs.has(kind):
        return _Instance(kind, "object")
    if hasattr(kind, "__required_keys__"):
        return _Fields(kind, "dict")
    raise TypeError(f"{kind} is no type of a field or a parameter")


@cache
def fields_of(kind: type) -> dict[str, Description]:
    """Return the description of each field of a `TypedDict` or an attrs class."""
    return {name: describe(hint) for name, hint in get_type_hints(kind, include_extras=True).items()}


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
        rules: What an argument must be beside its type.
    """

    other: Description | None = None
    rules: tuple[Rule, ...] = ()

    def __init__(self, kind: TypeExpression, words: str = "") -> None:
        self.kind = kind
        self.words = words or str(kind.__name__)

    def condition(self, _: str, /) -> str | None:
        """Return the text that is true when the variable holds a right JSON value; `None` if `reader` must make it."""
        return None

    def reader(self, _: OfClass, /) -> Reader:
        return self.read

    def read(self, value: object) -> object:
        """Return what a JSON value says; raise `RefusedError` when it is not of the type."""
        raise self.wrong(value)

    def checked(self, value: object) -> object:
        """Return an argument as it is to be sent; raise `RefusedError` when it is not of the type, or breaks a rule."""
        right = self._checked(value)
        for rule in self.rules:
            if not rule.holds(right.reveal() if type(right) is Secret else right):
                raise RefusedError(("", rule.flaw))
        return right

    def checked_at(self, step: str, value: object) -> object:
        """Return what `checked` returns of an argument's part, which is a step further down."""
        try:
            return self.checked(value)
        except RefusedError as error:
            raise error.below(step) from None

    def _checked(self, value: object) -> object:
        return self.read(_plain(value))

    def wrong(self, value: object, words: str = "") -> RefusedError:
        return RefusedError(("", f"expected {words or self.words}, got {kind_of(value)}"))


class _Exact(Description):
    def condition(self, variable: str, /) -> str:
        return f"type({variable}) is {self.kind.__name__}"

    def read(self, value: object) -> object:
        if type(value) is self.kind:
            return value
        raise self.wrong(value)


class _Text(_Exact):
    rules = (Rule(re.compile("[^\ud800-\udfff]*").fullmatch, "must be text that UTF-8 can encode"),)


class _SecretText(_Text):
    """`str | Secret`: an argument is sent as a `Secret`."""

    def _checked(self, value: object) -> object:
        return Secret(cast("str", super()._checked(value.reveal() if type(value) is Secret else value)))


class _Integer(_Exact):
    """`int`. A server may write `5` as `5.0` (JSON Schema, validation, 6.1.1), a caller may not."""

    rules = (
        Rule(lambda number: number <= LARGEST_EXACT_INTEGER, f"must be at most {LARGEST_EXACT_INTEGER}"),
        Rule(lambda number: number >= -LARGEST_EXACT_INTEGER, f"must be at least -{LARGEST_EXACT_INTEGER}"),
    )

    def read(self, value: object) -> object:
        return super().read(_whole(value))

    def _checked(self, value: object) -> object:
        return super().read(_plain(value))


class _Number(Description):
    """`float`. JSON may write it without a point, and has neither infinity nor NaN (RFC 8259, 6)."""

    rules = (Rule(math.isfinite, "must be a finite number"),)

    def read(self, value: object) -> object:
        if type(value) is not int and type(value) is not float:
            raise self.wrong(value)
        try:
            return float(value)
        except OverflowError:
            raise RefusedError(("", "is too large for a float")) from None


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
    """`tuple[T, ...]`, and of arguments `Sequence[T]` and `Collection[T]`: a set is no `Sequence`."""

    def __init__(self, kind: TypeExpression) -> None:
        self.item = describe(get_args(kind)[0])
        origin: Any = get_origin(kind)
        self.bases: tuple[Any, ...] = (list, tuple) if origin is Sequence else (list, tuple, set, frozenset)
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

    def _checked(self, value: object) -> object:
        for base in self.bases:
            if issubclass(type(value), base):  # copied, as another thread may change the caller's at any time
                return _placed(lambda rest: list(map(self.item.checked, rest)), list(base.__iter__(value)))
        raise self.wrong(value)


def _placed(read_items: Reader, items: list[object]) -> object:
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

    def _checked(self, value: object) -> object:
        return None if value is None else self.other.checked(value)


class _Instance(Description):
    """An attrs class: of responses, and of arguments that configure the SDK."""

    def reader(self, of_class: OfClass, /) -> Reader:
        return of_class(self.kind)

    def _checked(self, value: object) -> object:
        if not issubclass(type(value), self.kind):
            raise self.wrong(value, self.kind.__name__)
        for name, described in fields_of(self.kind).items():
            described.checked_at(f".{name}", getattr(value, name))
        return value


class _Fields(Description):
    """A `TypedDict`, of arguments only."""

    def _checked(self, value: object) -> object:
        if not issubclass(type(value), dict):
            raise self.wrong(value)
        known, copied = fields_of(self.kind), cast("dict[object, object]", dict[Any, Any].copy(cast("Any", value)))
        given = {cast("str", _NAME.checked(key)): item for key, item in copied.items()}
        for name in given:
            if name not in known:
                raise RefusedError((f".{name}", f"no such field; expected {', '.join(known)}"))
        for name, described in known.items():
            if name not in given and name in self.kind.__required_keys__:
                raise RefusedError((f".{name}", f"missing; expected {described.words}"))
        return {name: known[name].checked_at(f".{name}", item) for name, item in given.items()}


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
    """Return text or a number as one of no subclass: of an enumeration its value, and not its name."""
    for base, plain in cast("tuple[tuple[type, Reader], ...]", _PLAIN):
        if issubclass(type(value), base):
            return value if type(value) is bool else plain(value)
    return value


def _whole(value: object) -> object:
    """Return a number without a fraction as an integer: JSON makes no difference between them."""
    return int(value) if type(value) is float and value.is_integer() else value


def _ruled(kind: TypeExpression) -> Description:
    """Describe `Annotated[X, Rule(...), ...]`. An integer may then be any, for it is no part of a JSON text."""
    base, *rules = get_args(kind)
    described = copy(describe(base))
    described.rules = (*(() if base is int else described.rules), *rules)
    return described


_PLAIN = ((str, str.__str__), (int, int.__int__), (float, float.__float__))
_NAME = _Text(str, "names of fields")
_KINDS: dict[object, Callable[[TypeExpression], Description]] = {
    str: _Text,
    bool: _Exact,
    int: _Integer,
    float: _Number,
    object: _Anything,
    Literal: lambda kind: _Choice(kind, " or ".join(map(repr, get_args(kind)))),
    Mapping: lambda _: _Exact(dict, "object"),
    **dict.fromkeys((tuple, Sequence, Collection), _Items),
    Callable: lambda _: describe(Annotated[object, Rule(callable, "expected a function")]),
    Annotated: _ruled,
    **dict.fromkeys((Required, NotRequired), lambda kind: describe(get_args(kind)[0])),
    **dict.fromkeys((Union, UnionType), _union),
}

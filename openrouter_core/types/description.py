"""One description of a type, from which reading, checking and the words of a fault are derived.

There is one class for each kind of type, and all that is known of the kind is in it. Those of types that have no parts
are in `scalars`, the others here. To teach another kind is to add one class, and one line in a table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from copy import copy
from functools import cache
from operator import length_hint
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

import attrs

from openrouter_core.secret import Secret
from openrouter_core.types.scalars import SCALARS, Description, OfClass, Reader, RefusedError, TypeExpression

__all__ = ["describe"]


@cache
def describe(kind: TypeExpression) -> Description:
    """Return the description of a type; raise `TypeError` when no such type is known here."""
    origin: Any = get_origin(kind)
    known = _KINDS.get(origin or kind, _Instance if attrs.has(kind) else None)
    if known is None:
        raise TypeError(f"{kind} is no type of a field or a parameter")
    return known(kind)


class _Items(Description):
    """`tuple[T, ...]` of a response, and `Sequence[T]` of an argument: any list or tuple, and no text."""

    def __init__(self, kind: TypeExpression) -> None:
        self.item = describe(get_args(kind)[0])
        origin: Any = get_origin(kind)
        super().__init__(kind, f"a list of {self.item.words}" if origin is Sequence else "list")

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
        for base in _LISTS:
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
    """`X | None`."""

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

    def __init__(self, kind: TypeExpression) -> None:
        super().__init__(kind, "object")

    def reader(self, of_class: OfClass, /) -> Reader:
        return of_class(self.kind)


def _union(kind: TypeExpression) -> Description:
    """Describe `X | None`, `str | Secret`, and `Literal[...] | str`, which is any text: a server may know more."""
    members = set(get_args(kind))
    if NoneType in members:
        return _Nullable(Union[tuple(members - {NoneType})])  # noqa: UP007 - made of its members
    if members == {str, Secret}:
        return SCALARS[Secret](str)
    if {str} == {member for member in members if get_origin(member) is not Literal}:
        return describe(str)
    raise TypeError(f"{kind} is no union that is known here")


_LISTS: tuple[Any, ...] = (list, tuple)
_KINDS: dict[object, Callable[[TypeExpression], Description]] = {
    **SCALARS,
    tuple: _Items,
    Sequence: _Items,
    Union: _union,
    UnionType: _union,
}

"""The fast path of `codec`: JSON values as the types of models, and arguments as they must be, read without cattrs.

What is exactly right is read here; of all else a reader only says `RefusedError`, with no word on what is wrong, and
`converters`, which are slower and explain, decide. So nothing here is ever more lenient than they are, a type that
nobody foresaw here is none the worse for it, and a program whose calls go well never loads cattrs, which takes a fifth
of the time that httpx takes.

A page of 100 credentials is 1,600 values. Hence one compiled function for each class, and the twins: attrs' `__init__`
of a frozen class takes five times what the same assignments to an instance that is not frozen yet take.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from math import isfinite
from operator import itemgetter
from types import NoneType, UnionType
from typing import Any, Literal, NoReturn, TypeAlias, Union, cast, get_args, get_origin

import attrs

from openrouter_core.secret import Secret

__all__ = ["LARGEST_EXACT_INTEGER", "RefusedError", "acceptors", "reader"]

Reader: TypeAlias = Callable[[Any], Any]
Acceptor: TypeAlias = Callable[[Any], bool]

LARGEST_EXACT_INTEGER = 2**53
"""Beyond it, the numbers of JavaScript, and so of most JSON readers, skip integers (RFC 8259, 6)."""


_UNIONS = {Union, UnionType}
_NO_DEFAULTS: Any = (type(attrs.NOTHING), attrs.Factory)  # a factory is for attrs to call


class RefusedError(Exception):
    """The value is not exactly of the type, or the type is not known here."""


# --- Responses ---------------------------------------------------------------------------------------------------


@cache
def reader(kind: Any) -> Reader:  # noqa: ANN401 - a type expression is anything
    """Return a function that returns a JSON value as a `kind`, or raises when it is none."""
    if get_origin(kind) is tuple:
        return _tuple_reader(reader(get_args(kind)[0]))
    if attrs.has(kind):
        return _class_reader(kind)
    if kind is float:
        return _number
    condition = _condition(kind, "given")
    if get_origin(kind) in _UNIONS and condition is None:
        inner = reader(_member(kind))
        return lambda value: None if value is None else inner(value)
    return _compiled([f"return given if {condition} else refuse()"], {})


def _tuple_reader(item: Reader) -> Reader:
    def read(value: list[Any]) -> tuple[Any, ...]:
        return tuple([item(each) for each in value]) if type(value) is list else _refuse()

    return read


def _class_reader(kind: Any) -> Reader:  # noqa: ANN401 - some attrs class
    """Compile a function that takes a JSON object apart, checks every field, and makes a `kind` of them."""
    fields: tuple[attrs.Attribute[Any], ...] = attrs.fields(attrs.resolve_types(kind))
    names: dict[str, object] = {"kind": kind, "twin": _twin(kind)}
    conditions, reading = ["type(given) is dict"], list[str]()
    for place, field in enumerate(fields):
        value, condition = f"value{place}", _condition(field.type, f"value{place}")
        if condition is None:
            names[f"read{place}"] = reader(cast("Any", field.type))
            unless_none = f"if {value} is not None: " if NoneType in get_args(field.type) else ""
            reading.append(f"{unless_none}{value} = read{place}({value})")
        else:
            conditions.append(f"({condition})")
    lines = [*_taking(fields, names), f"if not ({' and '.join(conditions)}): refuse()", *reading]
    return _compiled([*lines, *_making(fields, frozen=names["twin"] is None)], names)


def _taking(fields: Sequence[attrs.Attribute[Any]], names: dict[str, object]) -> list[str]:
    """Return the lines that give each field its variable; most objects have all fields, and C takes them in one go."""
    if not fields:
        return []
    defaults = {field.name: field.default for field in fields}
    names["take"] = itemgetter(*defaults)
    names["defaults"] = {name: value for name, value in defaults.items() if not isinstance(value, _NO_DEFAULTS)}
    values = ", ".join(f"value{place}" for place in range(len(fields)))
    return [f"try: {values} = take(given)", f"except KeyError: {values} = take(defaults | given)"]


def _making(fields: Sequence[attrs.Attribute[Any]], *, frozen: bool) -> list[str]:
    if frozen:
        return [f"return kind({', '.join(f'{field.alias}=value{place}' for place, field in enumerate(fields))})"]
    setting = [f"made.{field.name} = value{place}" for place, field in enumerate(fields)]
    return ["made = twin()", *setting, "made.__class__ = kind", "return made"]


def _twin(kind: Any) -> type | None:  # noqa: ANN401 - some attrs class
    """Return a class of the same slots that is not frozen, or `None` when `kind` does more than hold its fields."""
    plain = not any(field.validator or field.converter for field in attrs.fields(kind))
    if not plain or kind.__base__ is not object or hasattr(kind, "__attrs_post_init__"):
        return None
    twin = type("Twin", (), {"__slots__": kind.__slots__})
    try:
        twin().__class__ = kind  # pyright: ignore[reportAttributeAccessIssue] - of the same layout, or a TypeError
    except TypeError:  # the layout differs: there is a slot for weak references, say
        return None
    return twin


def _condition(kind: Any, value: str) -> str | None:  # noqa: ANN401
    """Return when the variable `value` is a `kind` as it stands; `None` when it is to be made into one."""
    if kind in {str, int, bool}:
        return f"type({value}) is {kind.__name__}"
    if kind is object:
        return "True"
    if get_origin(kind) is Mapping:
        return f"type({value}) is dict"
    if get_origin(kind) is Literal:
        return " or ".join(f"type({value}) is {type(one).__name__} and {value} == {one!r}" for one in get_args(kind))
    if get_origin(kind) in _UNIONS:
        inner = _condition(_member(kind), value)
        optional = f"{value} is None or " if NoneType in get_args(kind) else ""
        return None if inner is None else f"{optional}{inner}"
    return None


def _member(union: Any) -> Any:  # noqa: ANN401
    """Return the `X` of `X`, `X | None` and `Literal[...] | X`, where any `X` goes: a newer server may know more."""
    members = [member for member in get_args(union) if member is not NoneType]
    rest = [member for member in members if get_origin(member) is not Literal]
    (member,) = rest or members
    return member


def _compiled(lines: Sequence[str], names: dict[str, object]) -> Reader:
    scope = {**names, "refuse": _refuse}
    exec("\n ".join(["def read(given):", *lines]), scope)  # noqa: S102 - our own text, made of the names of fields and types
    read: Reader = scope["read"]  # type: ignore[assignment] # just defined
    return read


def _number(value: object) -> float:
    return value if type(value) is float else float(value) if type(value) is int else _refuse()


def _refuse() -> NoReturn:
    raise RefusedError


# --- Arguments ---------------------------------------------------------------------------------------------------


def acceptors(hints: Mapping[str, Any]) -> dict[str, Acceptor]:
    """Return, for the name of each parameter, a function that tells whether a value can be sent as it is."""
    return {name: _acceptor(kind) for name, kind in hints.items()}


def _acceptor(kind: Any) -> Acceptor:  # noqa: ANN401
    if kind in _ACCEPTED:
        return _ACCEPTED[kind]
    if get_origin(kind) is Sequence:
        item = _acceptor(get_args(kind)[0])
        return lambda value: type(value) in {list, tuple} and all(map(item, value))
    if get_origin(kind) in _UNIONS and Secret in get_args(kind):
        return _is_secret
    if get_origin(kind) in _UNIONS:
        inner = _acceptor(_member(kind))
        return (lambda value: value is None or inner(value)) if NoneType in get_args(kind) else inner
    return _never


def _is_text(value: object) -> bool:
    return type(value) is str and (value.isascii() or bool(value.encode()))  # a lone surrogate raises


def _is_secret(value: object) -> bool:
    return type(value) is Secret and _is_text(value.reveal())


def _is_flag(value: object) -> bool:
    return type(value) is bool


def _is_integer(value: object) -> bool:
    return type(value) is int and -LARGEST_EXACT_INTEGER <= value <= LARGEST_EXACT_INTEGER


def _is_finite(value: object) -> bool:
    return type(value) is float and isfinite(value)


def _never(_: object) -> bool:
    return False


_ACCEPTED: dict[Any, Acceptor] = {str: _is_text, bool: _is_flag, int: _is_integer, float: _is_finite}

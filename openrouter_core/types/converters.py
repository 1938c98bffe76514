"""The one place that knows cattrs: converters that never coerce, and what their faults say.

By default cattrs makes `'None'` of `None`, `True` of `'false'` and `1` of `1.9`. Here a wrong type is a fault that
names where it stands, what was expected and what type came, and never a value. What is decoded and checked stands in
`codec`, and what is exactly right never comes here: `readers` are faster.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, cast, get_args, get_origin

import attrs
from cattrs import Converter, transform_error
from cattrs.gen import make_dict_structure_fn

from openrouter_core.secret import Secret
from openrouter_core.types.readers import LARGEST_EXACT_INTEGER

__all__ = ["argument_converter", "describe", "faults", "response_converter"]

Hook = Callable[[Any, Any], Any]


@cache
def response_converter() -> Converter:
    """Return the converter of responses; its errors name every fault."""
    converter = _strict(Converter())
    converter.register_structure_hook(str, _exactly(str))
    converter.register_structure_hook(int, _exactly(int))
    converter.register_structure_hook_factory(_has_origin(tuple), _tuple)
    converter.register_structure_hook_factory(attrs.has, _from_object)
    return converter


@cache
def argument_converter() -> Converter:
    """Return the converter that checks a function's arguments."""
    converter = _strict(Converter())
    converter.register_structure_hook(str, _sendable_text)
    converter.register_structure_hook(int, _exact_integer)
    converter.register_structure_hook(float, _finite_number)
    converter.register_structure_hook_func(lambda kind: Secret in get_args(kind), _secret)
    converter.register_structure_hook_factory(_has_origin(Sequence), _sequence)
    return converter


def faults(error: Exception) -> list[tuple[str, str]]:
    """Return the path and the reason of each fault that cattrs found."""
    lines = transform_error(error, path="", format_exception=_reason)
    faults = [tuple(line.rsplit(" @ ", 1)) for line in lines]
    return [(path.removeprefix("."), reason) for reason, path in faults]


def describe(kind: Any) -> str:  # noqa: ANN401 - a type expression is anything
    """Return a parameter's type as people read it."""
    if get_origin(kind) in {Union, UnionType}:
        members = [member for member in get_args(kind) if get_origin(member) is not Literal and member is not Secret]
        return " or ".join(describe(member) for member in members)
    if get_origin(kind) is Literal:
        return " or ".join(map(repr, get_args(kind)))
    if get_origin(kind) is Sequence:
        return f"a list of {describe(get_args(kind)[0])}"
    return "None" if kind is NoneType else str(kind.__name__)


def _strict(converter: Converter) -> Converter:
    """Replace what cattrs coerces: by default it makes `'None'` of `None`, `True` of `'false'` and `1` of `1.9`."""
    converter.register_structure_hook(bool, _exactly(bool))
    converter.register_structure_hook(float, _number)
    converter.register_structure_hook_func(lambda kind: kind is object, lambda value, _: value)
    converter.register_structure_hook_func(_has_origin(Literal), _literal)
    converter.register_structure_hook_func(_has_origin(Mapping), _object)
    converter.register_structure_hook_factory(_has_origin(Union, UnionType), _union)
    return converter


def _exactly(kind: type) -> Hook:
    def hook(value: Any, _: Any) -> Any:  # noqa: ANN401 - the shape of every cattrs hook
        if type(value) is kind:
            return value
        raise _WrongTypeError(kind.__name__, value)

    return hook


def _number(value: Any, _: Any) -> float:  # noqa: ANN401
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    raise _WrongTypeError("float", value)


def _literal(value: Any, kind: Any) -> Any:  # noqa: ANN401
    if any(type(value) is type(choice) and value == choice for choice in get_args(kind)):
        return value
    raise _WrongTypeError(describe(kind), value)


def _object(value: Any, _: Any) -> Any:  # noqa: ANN401
    if type(value) is dict:
        return cast("Any", value)
    raise _WrongTypeError("object", value)


def _has_origin(*origins: Any) -> Callable[[Any], bool]:  # noqa: ANN401
    return lambda kind: get_origin(kind) in origins


def _union(kind: Any, converter: Converter) -> Hook:  # noqa: ANN401
    """Hook for `X`, `X | None` and `Literal[...] | str`, which is any `str`: a newer server may know more values."""
    members = [member for member in get_args(kind) if member is not NoneType]
    if str in members:
        members = [member for member in members if get_origin(member) is not Literal]
    (member,) = members
    inner = converter.get_structure_hook(member)
    if NoneType not in get_args(kind):
        return lambda value, _: inner(value, member)
    return lambda value, _: None if value is None else inner(value, member)


def _tuple(kind: Any, converter: Converter) -> Hook:  # noqa: ANN401
    inner = _elements(kind, converter, list)
    return lambda value, _: tuple(inner(value))


def _sequence(kind: Any, converter: Converter) -> Hook:  # noqa: ANN401
    inner = _elements(kind, converter, list | tuple)
    return lambda value, _: inner(value)


def _elements(kind: Any, converter: Converter, accepted: Any) -> Callable[[Any], list[Any]]:  # noqa: ANN401
    """Return how to read a list: text is a sequence of text, too, but is never meant as one."""
    elements = list.__class_getitem__(get_args(kind)[0])
    inner = converter.get_structure_hook(elements)

    def read(value: Any) -> Any:  # noqa: ANN401
        if isinstance(value, accepted):
            return inner(value, elements)
        raise _WrongTypeError("list", value)

    return read


def _from_object(kind: Any, converter: Converter) -> Hook:  # noqa: ANN401
    inner = make_dict_structure_fn(kind, converter)
    return lambda value, _: inner(_object(value, kind), kind)


def _sendable_text(value: Any, _: Any) -> str:  # noqa: ANN401
    if not isinstance(value, str):
        raise _WrongTypeError("str", value)
    try:
        value.encode()
    except UnicodeEncodeError:
        raise _WrongValueError("must be text that UTF-8 can encode") from None
    return str.__str__(value)  # of a string enumeration its text, and not its name


def _exact_integer(value: Any, kind: Any) -> int:  # noqa: ANN401
    if abs(_exactly(int)(value, kind)) <= LARGEST_EXACT_INTEGER:
        return int(value)
    raise _WrongValueError(f"must be at most {LARGEST_EXACT_INTEGER}")


def _finite_number(value: Any, kind: Any) -> float:  # noqa: ANN401
    number = _number(value, kind)
    if math.isfinite(number):
        return number
    raise _WrongValueError("must be a finite number")


def _secret(value: Any, kind: Any) -> Secret:  # noqa: ANN401
    text = value.reveal() if isinstance(value, Secret) else value
    return Secret(_sendable_text(text, kind))


def _reason(error: BaseException, _: object) -> str:
    if isinstance(error, KeyError):
        return "missing"
    return str(error) if isinstance(error, _WrongTypeError | _WrongValueError) else "cannot be read"


class _WrongTypeError(TypeError):
    """A value of another type than the model's; the text never holds the value."""

    def __init__(self, expected: str, value: object) -> None:
        super().__init__(f"expected {expected}, got {type(value).__name__}")


class _WrongValueError(ValueError):
    """A value of the right type that still cannot be sent; the text never holds it."""

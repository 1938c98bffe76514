"""Response bodies are read as the types of the models.

A function is compiled for each class, because a page of 100 credentials is 1,600 values. It calls a reader only for a
field whose value is not right as it is, and fills an instance before it freezes it: attrs' `__init__` of a frozen class
takes five times as long. It raises nothing but `RefusedError`, whatever JSON it is given. `structuring` then reads or
explains what it refused.
"""

from __future__ import annotations

from functools import cache
from math import isfinite
from operator import itemgetter
from typing import Any, NoReturn, TypeVar, cast

import attrs

from openrouter_core.loading import LOADING
from openrouter_core.types.description import Description, UnknownTypeError, describe, fields_of
from openrouter_core.types.jsontext import LIMITS, Reader, RefusedError, UnreadableBodyError, parse_json

T = TypeVar("T")


def decode(kind: type[T], body: bytes) -> T:
    """Return the JSON of `body` as a `kind`; raise `UnreadableBodyError` when it is none."""
    return read_value(kind, parse_json(body))


def read_value(kind: type[T], value: object) -> T:
    """Return a JSON value as a `kind`; raise `UnreadableBodyError` when it is none."""
    try:
        try:
            return cast("T", compiled(cast("Any", kind))(value))
        except RefusedError:
            with LOADING:
                from openrouter_core.types.structuring import structure
        return cast("T", structure(kind, value))
    except (RecursionError, MemoryError) as error:
        reason = LIMITS[type(error)]
    except UnknownTypeError as error:  # a caller's own class
        reason = f"it cannot be read: {error}"
    raise UnreadableBodyError(reason)


@cache
def compiled(kind: Any) -> Reader:  # noqa: ANN401 - some class
    """Compile the reader of a class; those of the classes in it are compiled when they are first used."""
    if not hasattr(kind, "__defaults__"):  # a union, or a class with code of its own, which may raise anything
        return _refuse if isinstance(kind, type) else describe(kind).reader(compiled)
    fields = fields_of(kind)
    unfrozen = type("Unfrozen", (), {"__slots__": kind.__slots__})  # of the same layout
    scope: dict[str, Any] = {"kind": kind, "unfrozen": unfrozen, "refuse": _refuse, "isfinite": isfinite}
    scope["known"] = frozenset(field.wire for field in fields.values() if not field.described.rest)
    required, optional, reading, setting = dict[str, str](), list[str](), list[str](), ["made = unfrozen()"]
    for place, (name, field) in enumerate(fields.items()):
        variable, as_is = f"value{place}", _as_is(f"value{place}", field.described)
        if field.described.rest:
            optional.append(f"{variable} = {{key: each for key, each in given.items() if key not in known}}")
        elif field.default is attrs.NOTHING:
            required[variable] = field.wire
        else:
            scope[f"default{place}"] = field.default
            optional.append(f"{variable} = get({field.wire!r}, default{place})")
            as_is += [f"{variable} is default{place}"] if field.default is not None else []
        scope[f"read{place}"] = _first(f"read{place}", field.described, scope)
        reading.append(f"if not ({' or '.join(as_is) or False}): {variable} = read{place}({variable})")
        setting.append(f"made.{name} = {variable}")
    lines = ["def read(given):", "if type(given) is not dict: refuse(given)"]
    if required:  # C takes them out in one go
        scope["take"] = itemgetter(*required.values())
        lines += [f"try: {', '.join(required)} = take(given)", "except KeyError: refuse(given)"]
    lines += ["get = given.get", *optional, *reading, *setting, "made.__class__ = kind", "return made"]
    exec("\n ".join(lines), scope)  # noqa: S102 - our own text, made of types
    read: Reader = scope["read"]
    return read


def _as_is(variable: str, described: Description) -> list[str]:
    """Return the texts of which one is true when the variable holds what is right and stays what it is."""
    finite = f" and isfinite({variable})"
    texts = [f"type({variable}) is {kind.__name__}{finite if kind is float else ''}" for kind in described.as_is]
    if described.constants:
        texts.append(f"type({variable}) is str and {variable} in {(*described.constants,)}")
    return [f"{variable} is None", *texts] if described.or_none else texts


def _first(name: str, described: Description, scope: dict[str, Any]) -> Reader:
    """Return what makes the reader when the first value comes, and puts it in its own place."""

    def read_first(value: object) -> object:
        read = scope[name] = described.reader(compiled)
        return read(value)

    return read_first


def _refuse(_: object) -> NoReturn:
    raise RefusedError

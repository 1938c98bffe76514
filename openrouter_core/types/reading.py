"""Response bodies are read as the types of the models.

What is exactly right is read by a function that is compiled for its class. A page of 100 credentials is 1,600 values.
So the function takes an object apart in one go, and fills an instance before that is frozen: attrs' `__init__` of a
frozen class takes five times as long. The function raises nothing but `RefusedError`, whatever JSON it is given. What
it refuses, `structuring` reads or explains.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from operator import itemgetter
from typing import Any, NoReturn, TypeVar, cast

import attrs

from openrouter_core.loading import LOADING
from openrouter_core.types.description import Description, Reader, RefusedError, describe
from openrouter_core.types.jsontext import parse_json, within_limits

T = TypeVar("T")
_NO_DEFAULTS: Any = (type(attrs.NOTHING), attrs.Factory)  # a factory is for attrs to call


def decode(kind: type[T], body: bytes) -> T:
    """Return the JSON of `body` as a `kind`; raise `UnreadableBodyError` when it is none."""

    def read() -> T:
        value = parse_json(body)
        try:
            return cast("T", compiled(cast("Any", kind))(value))
        except RefusedError:
            with LOADING:
                from openrouter_core.types.structuring import structure
        return structure(kind, value)

    return within_limits(read)


@cache
def compiled(kind: Any) -> Reader:  # noqa: ANN401 - some attrs class
    """Compile the reader of an attrs class; those of the classes in it are compiled when they are first used."""
    fields: tuple[attrs.Attribute[Any], ...] = attrs.fields(attrs.resolve_types(kind))
    own_code = any(field.validator or field.converter for field in cast("Any", fields))
    if own_code or hasattr(kind, "__attrs_post_init__") or not fields:
        return _refuse  # its own code may raise anything
    defaults = {field.name: field.default for field in fields if not isinstance(field.default, _NO_DEFAULTS)}
    take = itemgetter(*(field.name for field in fields))  # C takes all fields in one go, and most objects have all
    scope: dict[str, Any] = {"kind": kind, "refuse": _refuse, "defaults": defaults, "take": take}
    taken = f"{', '.join(f'value{index}' for index in range(len(fields)))} = take"
    lines = ["def read(given):", "if type(given) is not dict: refuse(given)"]
    lines += [f"try: {taken}(given)", "except KeyError:"]
    lines += [f"  try: {taken}(defaults | given)", "  except KeyError: refuse(given)"]
    conditions, reading = ["True"], list[str]()
    for index, field in enumerate(fields):
        described = describe(cast("Any", field.type))
        condition = described.condition(f"value{index}")
        if condition is None:
            reading.append(_reading(f"value{index}", described, scope))
        else:
            conditions.append(f"({condition})")
    lines += [f"if not ({' and '.join(conditions)}): refuse(given)", *reading, *_making(kind, fields, scope)]
    exec("\n ".join(lines), scope)  # noqa: S102 - our own text, made of the names of fields and types
    read: Reader = scope["read"]
    return read


def _reading(variable: str, described: Description, scope: dict[str, Any]) -> str:
    """Return the line that reads what a variable holds."""
    name = f"read_{variable}"

    def read_first(value: object) -> object:
        read = scope[name] = (described.other or described).reader(compiled)
        return read(value)

    scope[name] = read_first
    return f"{f'if {variable} is not None: ' if described.other else ''}{variable} = {name}({variable})"


def _making(kind: Any, fields: Sequence[attrs.Attribute[Any]], scope: dict[str, Any]) -> list[str]:  # noqa: ANN401
    """Return the lines that fill an instance of the same slots and make a `kind` of it, or that call the `kind`."""
    scope["unfrozen"] = unfrozen = type("Unfrozen", (), {"__slots__": kind.__dict__.get("__slots__", ())})
    try:
        unfrozen().__class__ = kind  # pyright: ignore[reportAttributeAccessIssue]
    except TypeError:  # another layout: there is a slot for weak references, say, or a base with fields
        return [f"return kind({', '.join(f'{field.alias}=value{index}' for index, field in enumerate(fields))})"]
    setting = [f"made.{field.name} = value{index}" for index, field in enumerate(fields)]
    return ["made = unfrozen()", *setting, "made.__class__ = kind", "return made"]


def _refuse(_: object) -> NoReturn:
    raise RefusedError

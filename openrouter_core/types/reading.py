"""Reads response bodies as the classes of the models: by compiled functions, or else by cattrs.

`compiled` makes one function for each class. It takes a value that fits its field as it is, and calls a reader for any
other. It fills an instance and freezes it then, because `__init__` takes five times as long. It raises only
`RefusedError`. `structured` then reads the value by cattrs, or finds all its faults; cattrs takes 15 to 25 ms to load.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, partial
from math import isfinite
from typing import Any, NoReturn, cast

from openrouter_core.loading import LOADING
from openrouter_core.model import REST
from openrouter_core.types.description import UnknownTypeError, describe, fields_of, put_first
from openrouter_core.types.jsontext import LIMITS, Reader, RefusedError, UnreadableBodyError
from openrouter_core.types.unions import REQUIRED


def read_value(kind: Any, value: object) -> Any:  # noqa: ANN401 - a type expression, and a value of it
    """Return a JSON value as a `kind`; raise `UnreadableBodyError` with the first fault when it is none."""
    try:
        try:
            return compiled(kind)(value)
        except RefusedError:
            return structured(kind)(value)
    except RefusedError as error:
        (path, fault), *others = error.faults
        more = f" (and {len(others)} more faults)" if others else ""
        reason = f"{path.removeprefix('.') or 'it'}: {fault}{more}"
    except (RecursionError, MemoryError) as error:
        reason = LIMITS[type(error)]
    except UnknownTypeError as error:  # of a caller's own class
        reason = f"it cannot be read: {error}"
    raise UnreadableBodyError(reason)


@cache
def compiled(kind: Any) -> Reader:  # noqa: ANN401 - some class
    """Compile the reader of a class; those of the classes in it are compiled when they are first used."""
    if getattr(kind, "__said__", True):  # a union, or a class with code of its own, which may raise anything
        return _refuse if isinstance(kind, type) else describe(kind).reader(compiled)
    fields = fields_of(kind)
    unfrozen = type("Unfrozen", (), {"__slots__": kind.__slots__})  # of the same layout
    scope: dict[str, Any] = {"kind": kind, "unfrozen": unfrozen, "refuse": _refuse, "isfinite": isfinite}
    scope["known"] = frozenset(field.wire for field in fields.values() if field.wire != REST)
    lines = ["def function(given, type=type, str=str, int=int, bool=bool):"]  # a local is found sooner than a builtin
    lines += [" if type(given) is not dict: refuse(given)", " try:", "  get, made = given.get, unfrozen()"]
    for name, field in fields.items():
        taken, exact = f"get({field.wire!r})", field.described.exact("value")
        if field.wire == REST:
            taken = "{key: each for key, each in given.items() if key not in known}"
        elif field.default is REQUIRED:
            taken = f"given[{field.wire!r}]"
        elif field.default is not None:
            scope[f"default_{name}"] = field.default
            taken, exact = f"get({field.wire!r}, default_{name})", f"{exact} or value is default_{name}"
        put_first(scope, f"read_{name}", partial(field.described.reader_of_some, compiled))
        lines += [f"  value = {taken}", f"  made.{name} = value if {exact} else read_{name}(value)"]
    lines += [" except KeyError: refuse(given)", " made.__class__ = kind", " return made"]
    exec("\n".join(lines), scope)  # noqa: S102 - our own text, made of types
    return cast("Reader", scope["function"])


def _refuse(_: object) -> NoReturn:
    raise RefusedError


@cache
def structured(kind: Any) -> Reader:  # noqa: ANN401 - some type
    """Return what reads a JSON value by cattrs, and raises `RefusedError` with all faults that cattrs found."""
    with LOADING:  # attrs evaluates and notes types, in several steps
        if not hasattr(kind, "__attrs_attrs__"):
            return describe(kind).reader(structured)
        import attrs
        from cattrs import ClassValidationError, Converter
        from cattrs.gen import make_dict_structure_fn, override

        fields = fields_of(kind)
        overrides: dict[str, Any] = {
            name: override(struct_hook=lambda value, kind: structured(kind)(value), rename=field.wire)
            for name, field in fields.items()
        }
        read = make_dict_structure_fn(attrs.resolve_types(kind), Converter(), **overrides)
    known = {field.wire for field in fields.values() if field.wire != REST}

    def read_object(value: dict[str, object]) -> object:
        if type(value) is not dict:
            raise describe(kind).wrong(value)
        rest = {key: each for key, each in value.items() if key not in known}
        try:
            return read(value | {REST: rest}, kind)
        except ClassValidationError as error:
            raise RefusedError(*_faults(error)) from None

    return read_object


def _faults(error: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - cattrs' `ClassValidationError`
    of_fields, of_the_class = error.group_exceptions()
    for each, note in of_fields:
        if not isinstance(each, RefusedError | KeyError):
            raise each
        refusal = each if isinstance(each, RefusedError) else RefusedError(("", "missing"))
        yield from refusal.below(f".{note.name}").faults
    yield from (("", "cannot be read") for _ in of_the_class)

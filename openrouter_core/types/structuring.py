"""The slow way to read a class: cattrs reads what the compiled readers refuse, or says where it is wrong.

By default cattrs makes `'None'` of `None` and `1` of `1.9`; here each field is read by the description of its type.
cattrs takes 15 to 25 ms to load, which the first value that is not exactly right has to pay.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import attrs
from cattrs import ClassValidationError, Converter
from cattrs.gen import make_dict_structure_fn, override

from openrouter_core.types.description import describe, fields_of
from openrouter_core.types.jsontext import Reader, RefusedError, UnreadableBodyError

_CONVERTER = Converter()


def structure(kind: Any, value: object) -> Any:  # noqa: ANN401 - a type expression, and a value of it
    """Return a JSON value as a `kind`; raise `UnreadableBodyError` with the first fault that was found."""
    try:
        return describe(kind).reader(_structured)(value)
    except RefusedError as error:
        (path, reason), *others = error.faults
    more = f" (and {len(others)} more faults)" if others else ""
    raise UnreadableBodyError(f"{path.removeprefix('.') or 'it'}: {reason}{more}")


@cache
def _structured(kind: Any) -> Reader:  # noqa: ANN401 - some attrs class
    fields = fields_of(kind)
    overrides: dict[str, Any] = {
        name: override(struct_hook=lambda value, kind: describe(kind).reader(_structured)(value), rename=field.wire)
        for name, field in fields.items()
    }
    read = make_dict_structure_fn(attrs.resolve_types(kind), _CONVERTER, **overrides)
    known = {field.wire for field in fields.values() if not field.described.rest}
    rest = [name for name, field in fields.items() if field.described.rest]

    def read_object(value: dict[str, object]) -> object:
        if type(value) is not dict:
            raise describe(kind).wrong(value)
        others = {name: {key: each for key, each in value.items() if key not in known} for name in rest}
        try:
            return read(value | others, kind)
        except ClassValidationError as error:
            raise RefusedError(*_faults(error)) from None

    return read_object


def _faults(error: ClassValidationError) -> Iterator[tuple[str, str]]:
    of_fields, of_the_class = error.group_exceptions()
    for each, note in of_fields:
        if isinstance(each, RefusedError):
            yield from each.below(f".{note.name}").faults
        elif isinstance(each, KeyError):
            yield f".{note.name}", "missing"
        else:
            raise each
    yield from (("", "cannot be read") for _ in of_the_class)

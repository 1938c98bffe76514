"""Plain values: arguments without the classes of the caller's own, and numbers that JSON has.

No code of an argument's own class is run, for it might raise anything. Hence `issubclass(type(value), str)` and
`str.__str__(value)`: `isinstance` would ask the value for its `__class__`.
"""

from __future__ import annotations

import binascii
import math
import re
import struct
from collections.abc import Callable, Collection, Mapping
from typing import Any, cast

from openrouter_core.secret import kind_of
from openrouter_core.types.jsontext import Reader, RefusedError

encodable: Callable[[str], object] = re.compile("[^\ud800-\udfff]*").fullmatch
"""Whether UTF-8 can encode a text."""
NOT_ENCODABLE = "must be text that UTF-8 can encode"


def plain(value: object) -> Any:  # noqa: ANN401 - any value
    """Return text or a number as one of no subclass: of an enumeration its value, and not its name."""
    return value if type(value) is bool else _by_base(value, _SCALARS)


def copied(value: object) -> Any:  # noqa: ANN401 - any value
    """Return a JSON value of no subclass; an object or a list is a copy, its parts are what they were."""
    return value if type(value) is str else plain(_by_base(value, _CONTAINERS))


def whole(value: object) -> object:
    """Return a number without a fraction as an integer: JSON makes no difference between them."""
    return int(value) if type(value) is float and value.is_integer() else value


def finite(value: object) -> bool:
    """Return whether all numbers in a JSON value are finite: `1e999` is read as infinity."""
    if type(value) is float:
        return math.isfinite(value)
    if type(value) is dict:
        return all(map(finite, cast("dict[str, object]", value).values()))
    return type(value) is not list or all(map(finite, cast("list[object]", value)))


def finite_all(numbers: Collection[float]) -> bool:
    """Return whether all are finite. So is their sum, as a rule: no infinity and no NaN gets lost in one."""
    return math.isfinite(sum(numbers)) or all(map(math.isfinite, numbers))


def unpacked(text: str) -> tuple[float, ...]:
    """Return the numbers whose bytes are given in base64: 32-bit floats, little-endian."""
    try:
        packed = binascii.a2b_base64(text, strict_mode=True)
        numbers = struct.unpack(f"<{len(packed) // 4}f", packed)
    except (ValueError, struct.error):
        raise RefusedError(("", "is no base64 of 32-bit floats")) from None
    if finite_all(numbers):
        return numbers
    raise RefusedError(("", "must be finite numbers"))


def _by_base(value: object, table: Mapping[type, Reader]) -> object:
    for base, make in table.items():
        if issubclass(type(value), base):
            return make(value)
    return value


def _object(value: dict[Any, Any]) -> dict[Any, Any]:
    items = dict[Any, Any].copy(value)
    usual = all(type(key) is str and key.isascii() for key in items)
    return items if usual else {_name(plain(key)): each for key, each in items.items()}


def _name(key: object) -> str:
    if type(key) is str and encodable(key):
        return key
    raise RefusedError(("", NOT_ENCODABLE if type(key) is str else f"expected names of fields, got {kind_of(key)}"))


_SCALARS: dict[type, Reader] = {str: str.__str__, int: int.__int__, float: float.__float__}
_CONTAINERS: dict[type, Reader] = {
    list: list[Any].copy,
    tuple: lambda each: [*tuple[Any].__iter__(each)],
    dict: _object,
}

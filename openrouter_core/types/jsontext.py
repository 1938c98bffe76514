"""JSON texts, as RFC 8259 has them, which is less than Python's module accepts; and the values that they hold.

`1e999` is JSON, and read as infinity: the types say what a float may be.
"""

from __future__ import annotations

import binascii
import json
import math
import struct
from collections.abc import Callable, Collection
from typing import Any

from openrouter_core.secret import Secret


class UnreadableBodyError(Exception):
    """A body is not what was promised; the text says where and why. It never leaves the package."""


class RefusedError(Exception):
    """A value is not of its type. It never leaves the package."""

    def __init__(self, *faults: tuple[str, str]) -> None:
        self.faults = faults  # path and reason of each, without the value; a compiled reader names none

    def below(self, step: str) -> RefusedError:
        """Return the same refusal, seen from one step further up."""
        return RefusedError(*((step + path, reason) for path, reason in self.faults))


Reader = Callable[[Any], Any]
"""Returns what a JSON value says; raises `RefusedError`, and nothing else, when it is not of the type."""


def encode(value: object) -> bytes:
    """Return `value` as compact UTF-8 JSON, with secrets revealed."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=Secret.reveal).encode()


def parse_json(body: bytes | str) -> Any:  # noqa: ANN401 - JSON is anything
    """Return what `body` says; raise `UnreadableBodyError` when it is no JSON."""
    try:  # always UTF-8, whatever a header says; a byte order mark may be ignored (RFC 8259, 8.1)
        text = body if isinstance(body, str) else body.removeprefix(b"\xef\xbb\xbf").decode()
        if text[:1] == "{":  # as a rule, and without a blank at the end: two thirds of the time of `decode`
            value, end = _DECODER.raw_decode(text)
            if end == len(text):
                return value
        return _DECODER.decode(text)
    except UnicodeDecodeError:
        reason = "is not UTF-8"
    except json.JSONDecodeError as error:
        reason = f"is not JSON (line {error.lineno}, column {error.colno})"
    except ValueError:
        reason = "holds a number that JSON does not have, or that is too large"
    except (RecursionError, MemoryError) as error:
        reason = LIMITS[type(error)]
    raise UnreadableBodyError(reason)


_DECODER = json.JSONDecoder(parse_constant=int)  # "NaN" and "Infinity" are no integers, and so a ValueError
LIMITS: dict[type, str] = {RecursionError: "is nested too deeply", MemoryError: "does not fit into memory"}
"""What a body is that is more than the interpreter can take."""


def whole(value: object) -> object:
    """Return a number without a fraction as an integer: JSON makes no difference between them."""
    return int(value) if type(value) is float and value.is_integer() else value


def finite_all(numbers: Collection[float]) -> bool:
    """Return whether all are finite. So is their sum, as a rule: no infinity and no NaN gets lost in one."""
    return math.isfinite(sum(numbers)) or all(map(math.isfinite, numbers))


def unpacked(text: str) -> tuple[float, ...]:
    """Return the numbers whose bytes are given in base64: 32-bit floats, little-endian."""
    try:
        packed = binascii.a2b_base64(text, strict_mode=True)
        numbers = struct.unpack(f"<{len(packed) // 4}f", packed)
    except (ValueError, struct.error):
        numbers = (math.nan,)
    if finite_all(numbers):
        return numbers
    raise RefusedError(("", "is no base64 of finite 32-bit floats"))


def copied(value: object) -> Any:  # noqa: ANN401 - any value
    """Return an argument as a value of no subclass, of an enumeration its value. The parts of a copy are not copied.

    No code of the argument's class is run, which might raise anything: `isinstance` would ask for its `__class__`.
    Text that cannot be sent is refused.
    """
    if type(value) is str and value.isascii():  # as a rule
        return value
    for base, copy in _COPIES.items():
        if issubclass(type(value), base):
            return copy(value)
    return value


def _text(value: str) -> str:
    try:
        str.encode(value)
    except UnicodeEncodeError:  # it has a lone surrogate
        raise RefusedError(("", "must be text that UTF-8 can encode")) from None
    return str.__str__(value)


def _object(value: dict[Any, Any]) -> dict[Any, Any]:
    items = dict[Any, Any].copy(value)
    names = list(map(copied, items))
    if all(type(name) is str for name in names):
        return dict(zip(names, items.values(), strict=True))
    raise RefusedError(("", "expected text as names of fields"))


_COPIES: dict[type, Reader] = {
    str: _text,
    dict: _object,
    list: list[Any].copy,
    bool: bool,  # before `int`, which it is, too
    int: int.__int__,
    float: float.__float__,
    tuple: lambda value: tuple[Any].__getitem__(value, slice(None)),
    set: set[Any].copy,
    frozenset: frozenset[Any],
}

"""JSON texts, written and read as RFC 8259 has them, which is less than Python's module accepts."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from typing import Any, TypeVar

from openrouter_core.secret import Secret

T = TypeVar("T")


class UnreadableBodyError(Exception):
    """A body is not what was promised; the text says where and why. It never leaves the package."""


def encode(value: object) -> bytes:
    """Return `value` as compact UTF-8 JSON, with secrets revealed."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=_reveal).encode()


def _reveal(value: object) -> object:
    if isinstance(value, Secret):
        return value.reveal()
    raise TypeError(f"{type(value).__name__} has no form in JSON")


def parse_json(body: bytes) -> Any:  # noqa: ANN401 - JSON is anything
    """Return what `body` says; raise `UnreadableBodyError` when it is no JSON."""
    try:  # always UTF-8, whatever a header says; a byte order mark may be ignored (RFC 8259, 8.1)
        return within_limits(lambda: _DECODER.decode(body.removeprefix(b"\xef\xbb\xbf").decode()))
    except UnicodeDecodeError:
        reason = "is not UTF-8"
    except json.JSONDecodeError as error:
        reason = f"is not JSON (line {error.lineno}, column {error.colno})"
    except ValueError:
        reason = "holds a number that JSON does not have, or that is too large"
    raise UnreadableBodyError(reason)


def within_limits(read: Callable[[], T]) -> T:
    """Return what `read` returns; raise `UnreadableBodyError` when a body is more than the interpreter can take."""
    try:
        return read()
    except RecursionError:
        reason = "is nested too deeply"
    except MemoryError:
        reason = "does not fit into memory"
    raise UnreadableBodyError(reason)


def _finite(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        raise ValueError
    return value


_DECODER = json.JSONDecoder(parse_constant=_finite, parse_float=_finite)

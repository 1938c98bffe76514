"""JSON texts, written and read as RFC 8259 has them, which is less than Python's module accepts.

`1e999` is JSON, and read as infinity: what a float may be is for the types to say, which look at whole lists at a time.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, NoReturn, TypeVar

from openrouter_core.secret import Secret

T = TypeVar("T")


class UnreadableBodyError(Exception):
    """A body is not what was promised; the text says where and why. It never leaves the package."""


class RefusedError(Exception):
    """A value is not of its type. It never leaves the package.

    Attributes:
        faults: Path and reason of each fault that was found; neither holds the value. A compiled reader names none.
    """

    def __init__(self, *faults: tuple[str, str]) -> None:
        self.faults = faults

    def below(self, step: str) -> RefusedError:
        """Return the same refusal, seen from one step further up."""
        return RefusedError(*((step + path, reason) for path, reason in self.faults))


Reader = Callable[[Any], Any]
"""Returns what a JSON value says; raises `RefusedError`, and nothing else, when it is not of the type."""


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


def _refuse(_: str) -> NoReturn:
    raise ValueError


_DECODER = json.JSONDecoder(parse_constant=_refuse)

"""Arguments are checked, and response bodies decoded, by the types of the models.

JSON is read here as RFC 8259 has it, which is less than Python's module accepts. What is exactly right is read by
`readers`; whatever those refuse, `converters` decide and explain, and cattrs is loaded for it. What a response means
stands in `answers`.
"""

from __future__ import annotations

import json
import math
from functools import cache
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar, cast, get_type_hints

from openrouter_core.errors import SDKValidationError
from openrouter_core.types.readers import acceptors, reader

if TYPE_CHECKING:
    from collections.abc import Mapping

    from openrouter_core.types.readers import Acceptor

__all__ = ["UnreadableBodyError", "check_arguments", "decode", "parse_json"]

T = TypeVar("T")


class UnreadableBodyError(Exception):
    """A body is not what was promised; the text says where and why. It never leaves the package."""


# --- Responses ---------------------------------------------------------------------------------------------------


def decode(kind: type[T], body: bytes) -> T:
    """Return the JSON of `body` as a `kind`; raise `UnreadableBodyError` when it is none."""
    value = parse_json(body)
    try:
        return cast("T", reader(cast("Any", kind))(value))
    except Exception:  # noqa: BLE001 - whatever the fast path stumbles over, the slow one decides
        return _converted(kind, value)


def _converted(kind: type[T], value: object) -> T:
    from openrouter_core.types.converters import faults, response_converter

    try:
        return response_converter().structure(value, kind)
    except Exception as error:  # noqa: BLE001 - cattrs raises whatever a hook raised
        (path, reason), *others = faults(error)
    raise UnreadableBodyError(f"{path or 'it'}: {reason}{f' (and {len(others)} more faults)' if others else ''}")


def parse_json(body: bytes) -> Any:  # noqa: ANN401 - JSON is anything
    """Return what `body` says; raise `UnreadableBodyError` when it is no JSON."""
    reason = "is not JSON"
    try:
        # RFC 8259, 8.1: always UTF-8, and a byte order mark may be ignored. The charset a header claims does not count.
        return _DECODER.decode(body.removeprefix(b"\xef\xbb\xbf").decode())
    except UnicodeDecodeError:
        reason = "is not UTF-8"
    except json.JSONDecodeError as error:
        reason = f"is not JSON (line {error.lineno}, column {error.colno})"
    except ValueError:
        reason = "holds a number that JSON does not have, or that is too large"
    except RecursionError:
        reason = "is nested too deeply"
    raise UnreadableBodyError(reason)


def _refuse_constant(_name: str) -> NoReturn:
    raise ValueError


def _finite(text: str) -> float:
    value = float(text)
    if math.isinf(value):
        raise ValueError
    return value


_DECODER = json.JSONDecoder(parse_constant=_refuse_constant, parse_float=_finite)


# --- Arguments ---------------------------------------------------------------------------------------------------


def check_arguments(name: str, request: type, arguments: Mapping[str, object]) -> dict[str, object]:
    """Return `arguments`, with secrets wrapped, when they are what the operation's `TypedDict` says; else raise.

    Raises:
        SDKValidationError: One is unknown, missing or of a wrong type; the error names it and the expected type.
    """
    hints, required, accepts = _parameters(request)
    try:
        if required <= arguments.keys() and all(accepts[each](value) for each, value in arguments.items()):
            return dict(arguments)
    except (KeyError, UnicodeEncodeError):  # an unknown name, or text that is none: the slow path says so
        pass
    for parameter in arguments:
        if parameter not in hints:
            raise SDKValidationError(f"{name} has no such parameter{_suggest(parameter, hints)}", parameter=parameter)
    return _converted_arguments(request, arguments, hints, required)


def _converted_arguments(
    request: type,
    arguments: Mapping[str, object],
    hints: Mapping[str, Any],
    required: frozenset[str],
) -> dict[str, object]:
    from cattrs import BaseValidationError

    from openrouter_core.types.converters import argument_converter, describe, faults

    for name in hints:
        if name in required and name not in arguments:
            raise SDKValidationError(f"missing; expected {describe(hints[name])}", parameter=name)
    try:
        return cast("dict[str, object]", argument_converter().structure(arguments, request))
    except BaseValidationError as error:
        path, reason = faults(error)[0]
    if path in hints and reason.startswith("expected"):
        reason = f"expected {describe(hints[path])}, got {type(arguments[path]).__name__}"
    raise SDKValidationError(reason, parameter=path)


@cache
def _parameters(request: Any) -> tuple[dict[str, Any], frozenset[str], dict[str, Acceptor]]:  # noqa: ANN401 - a TypedDict
    hints = get_type_hints(request)
    return hints, request.__required_keys__, acceptors(hints)


_OPTIONS = {"timeout", "deadline", "retries", "retry_codes", "server_url", "headers", "abort"}


def _suggest(name: str, known: Mapping[str, object]) -> str:
    from difflib import get_close_matches

    if name in _OPTIONS:
        return f"; it goes into options=RequestOptions({name}=...)"
    near = get_close_matches(name, known, n=1)
    return f"; did you mean {near[0]!r}?" if near else f"; it has {', '.join(sorted(known))}"

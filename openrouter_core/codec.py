"""The one place that knows cattrs: arguments are checked, and response bodies decoded, by the types of the models.

Nothing is ever coerced: a wrong type is an error that names where it stands, what was expected and what type came,
never a value. The modules `cattrs` and `json` are loaded with this one, which is loaded by the first call.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from types import NoneType, UnionType
from typing import (
    TYPE_CHECKING,
    Any,
    Literal,
    NoReturn,
    TypeVar,
    Union,
    cast,
    get_args,
    get_origin,
    get_type_hints,
)

import attrs
from cattrs import BaseValidationError, Converter, transform_error

from openrouter_core.errors import ErrorData, SDKValidationError
from openrouter_core.secret import Secret

if TYPE_CHECKING:
    from openrouter_core.operation import Operation

__all__ = ["ErrorBody", "UnreadableBodyError", "check_arguments", "decode", "decode_error"]

T = TypeVar("T")
Hook = Callable[[Any, Any], Any]

LARGEST_EXACT_INTEGER = 2**53
"""Beyond it, the numbers of JavaScript, and so of most JSON readers, skip integers (RFC 8259, 6)."""


class UnreadableBodyError(Exception):
    """A body is not what was promised; the text says where and why. It never leaves the package."""


class _WrongTypeError(TypeError):
    """A value of another type than the model's; the text never holds the value."""

    def __init__(self, expected: str, value: object) -> None:
        super().__init__(f"expected {expected}, got {type(value).__name__}")


class _WrongValueError(ValueError):
    """A value of the right type that still cannot be sent; the text never holds it."""


@attrs.frozen
class ErrorBody:
    """The documented shape of every error response."""

    error: ErrorData
    openrouter_metadata: Mapping[str, object] | None = None
    user_id: str | None = None


# --- Responses ---------------------------------------------------------------------------------------------------


def decode(kind: type[T], body: bytes) -> T:
    """Return the JSON of `body` as a `kind`; raise `UnreadableBodyError` when it is none."""
    value = _parse_json(body)
    try:
        return _response_converter(detailed=False).structure(value, kind)
    except Exception:  # noqa: BLE001, S110 - whatever the fast path stumbles over, the detailed one explains
        pass
    try:
        return _response_converter(detailed=True).structure(value, kind)
    except Exception as error:  # noqa: BLE001 - cattrs raises whatever a hook raised
        (path, reason), *others = _faults(error)
    raise UnreadableBodyError(f"{path or 'it'}: {reason}{f' (and {len(others)} more faults)' if others else ''}")


def decode_error(body: bytes) -> tuple[ErrorBody | None, str | None]:
    """Return an error response's documented body, if it has that shape, and its message, if it has any."""
    try:
        decoded = decode(ErrorBody, body)
    except UnreadableBodyError:
        return None, _message_of_another_shape(body)
    return decoded, decoded.error.message


def _message_of_another_shape(body: bytes) -> str | None:
    try:
        value = _parse_json(body)
    except UnreadableBodyError:
        return None
    for name in ("error", "message"):
        if isinstance(value, dict):
            value = cast("dict[str, Any]", value).get(name)
    return value if isinstance(value, str) else None


def _parse_json(body: bytes) -> Any:  # noqa: ANN401 - JSON is anything
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


def check_arguments(operation: Operation[object, object], arguments: Mapping[str, object]) -> dict[str, object]:
    """Return `arguments`, with secrets wrapped, when they are what the operation's `TypedDict` says; else raise.

    Raises:
        SDKValidationError: One is unknown, missing or of a wrong type; the error names it and the expected type.
    """
    hints, required = _parameters(operation.request)
    for name in arguments:
        if name not in hints:
            raise SDKValidationError(f"{operation.name} has no such parameter{_suggest(name, hints)}", parameter=name)
    for name in hints:
        if name in required and name not in arguments:
            raise SDKValidationError(f"missing; expected {_describe(hints[name])}", parameter=name)
    try:
        return cast("dict[str, object]", _argument_converter().structure(arguments, operation.request))
    except BaseValidationError as error:
        path, reason = _faults(error)[0]
    if path in hints and reason.startswith("expected"):
        reason = f"expected {_describe(hints[path])}, got {type(arguments[path]).__name__}"
    raise SDKValidationError(reason, parameter=path)


@cache
def _parameters(request: Any) -> tuple[dict[str, Any], frozenset[str]]:  # noqa: ANN401 - there is no type of TypedDicts
    return get_type_hints(request), request.__required_keys__


def _suggest(name: str, known: Mapping[str, object]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, known, n=1)
    return f"; did you mean {near[0]!r}?" if near else f"; it has {', '.join(sorted(known))}"


def _describe(kind: Any) -> str:  # noqa: ANN401 - a type expression is anything
    if get_origin(kind) in {Union, UnionType}:
        members = [member for member in get_args(kind) if get_origin(member) is not Literal and member is not Secret]
        return " or ".join(_describe(member) for member in members)
    if get_origin(kind) is Literal:
        return " or ".join(map(repr, get_args(kind)))
    if get_origin(kind) is Sequence:
        return f"a list of {_describe(get_args(kind)[0])}"
    return "None" if kind is NoneType else str(kind.__name__)


# --- Strictness --------------------------------------------------------------------------------------------------


@cache
def _response_converter(*, detailed: bool) -> Converter:
    converter = _strict(Converter(detailed_validation=detailed))
    converter.register_structure_hook(str, _exactly(str))
    converter.register_structure_hook(int, _exactly(int))
    converter.register_structure_hook_factory(_has_origin(tuple), _tuple)
    if detailed:  # the fast path need not ask: of all JSON, only an object can be indexed by name
        converter.register_structure_hook_factory(attrs.has, _from_object)
    return converter


@cache
def _argument_converter() -> Converter:
    converter = _strict(Converter())
    converter.register_structure_hook(str, _sendable_text)
    converter.register_structure_hook(int, _exact_integer)
    converter.register_structure_hook_func(lambda kind: Secret in get_args(kind), _secret)
    converter.register_structure_hook_factory(_has_origin(Sequence), _sequence)
    return converter


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
    raise _WrongTypeError(_describe(kind), value)


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
    from cattrs.gen import make_dict_structure_fn

    inner = make_dict_structure_fn(kind, converter)
    return lambda value, _: inner(_object(value, kind), kind)


def _sendable_text(value: Any, _: Any) -> str:  # noqa: ANN401
    if not isinstance(value, str):
        raise _WrongTypeError("str", value)
    try:
        value.encode()
    except UnicodeEncodeError:
        raise _WrongValueError("must be text that UTF-8 can encode") from None
    return value


def _exact_integer(value: Any, kind: Any) -> int:  # noqa: ANN401
    if abs(_exactly(int)(value, kind)) <= LARGEST_EXACT_INTEGER:
        return int(value)
    raise _WrongValueError(f"must be at most {LARGEST_EXACT_INTEGER}")


def _secret(value: Any, kind: Any) -> Secret:  # noqa: ANN401
    text = value.reveal() if isinstance(value, Secret) else value
    return Secret(_sendable_text(text, kind))


def _faults(error: Exception) -> list[tuple[str, str]]:
    """Return the path and the reason of each fault that cattrs found."""
    lines = transform_error(error, path="", format_exception=_reason)
    faults = [tuple(line.rsplit(" @ ", 1)) for line in lines]
    return [(path.removeprefix("."), reason) for reason, path in faults]


def _reason(error: BaseException, _: object) -> str:
    if isinstance(error, KeyError):
        return "missing"
    return str(error) if isinstance(error, _WrongTypeError | _WrongValueError) else "cannot be read"

"""Arguments are checked by the descriptions of their types, before anything is sent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, cast

from openrouter_core.errors import SDKValidationError
from openrouter_core.types.description import describe, fields_of
from openrouter_core.types.jsontext import RefusedError

_OPTIONS = {
    *("timeout", "deadline", "retries", "retry_codes", "server_url", "headers", "abort"),
    *("extra_body", "extra_query", "progress"),
}


def checked(kind: Any, value: object, parameter: str = "") -> Any:  # noqa: ANN401 - a type expression, and its value
    """Return `value` as it is to be sent or used; raise `SDKValidationError` when it is no `kind`.

    The error names the parameter, or the part of it that is wrong, and never the value.
    """
    try:
        return describe(kind).checked(value)
    except RefusedError as error:
        path, reason = error.faults[0]
    except RecursionError:
        path, reason = "", "is nested too deeply"
    raise SDKValidationError(reason, parameter=(parameter + path).removeprefix("."))


def check_arguments(
    name: str, request: type, arguments: Mapping[str, object], streams_by: str | None = None
) -> dict[str, object]:
    """Return the arguments of the function `name` as they are to be sent; raise `SDKValidationError` for a wrong one.

    `streams_by` is the field that asks for a stream, which no argument sets: a function of its own does.
    """
    known = fields_of(request)
    for each in arguments:
        if each not in known:
            hint = f"; leave it out: {name}_stream asks for a stream" if each == streams_by else _suggest(each, known)
            raise SDKValidationError(f"{name} has no such parameter{hint}", parameter=each)
    return cast("dict[str, object]", checked(request, arguments))


def _suggest(name: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches

    if name in _OPTIONS:
        return f"; it goes into options=RequestOptions({name}=...)"
    near = get_close_matches(name, known, n=1)
    return f"; did you mean {near[0]!r}?" if near else f"; it has {', '.join(sorted(known))}"

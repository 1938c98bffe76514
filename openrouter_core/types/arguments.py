"""Arguments are checked by the `TypedDict` of their operation, in one pass, before anything is sent."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, get_type_hints

from openrouter_core.errors import SDKValidationError
from openrouter_core.types.description import Description, RefusedError, describe

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_OPTIONS = {"timeout", "deadline", "retries", "retry_codes", "server_url", "headers", "abort"}


def check_arguments(name: str, request: Any, arguments: Mapping[str, object]) -> dict[str, object]:  # noqa: ANN401
    """Return the arguments of the function `name` as they are to be sent: secrets are wrapped, lists are copies.

    Raises:
        SDKValidationError: One is unknown, missing or of a wrong type; the error names it and the expected type.
    """
    known = _parameters(request)
    for each in arguments:
        if each not in known:
            raise SDKValidationError(f"{name} has no such parameter{_suggest(each, known)}", parameter=each)
    for each, described in known.items():
        if each not in arguments and each in request.__required_keys__:
            raise SDKValidationError(f"missing; expected {described.words}", parameter=each)
    checked: dict[str, object] = {}
    for each, value in arguments.items():
        try:
            checked[each] = known[each].checked(value)
        except RefusedError as error:
            path, reason = error.faults[0]
            raise SDKValidationError(reason, parameter=each + path) from None
    return checked


@cache
def _parameters(request: type) -> dict[str, Description]:
    return {name: describe(kind) for name, kind in get_type_hints(request).items()}


def _suggest(name: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches

    if name in _OPTIONS:
        return f"; it goes into options=RequestOptions({name}=...)"
    near = get_close_matches(name, known, n=1)
    return f"; did you mean {near[0]!r}?" if near else f"; it has {', '.join(sorted(known))}"

"""Arguments are checked by the `TypedDict` of their operation, in one pass, before anything is sent."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, get_type_hints

from openrouter_core.errors import SDKValidationError
from openrouter_core.types.description import describe
from openrouter_core.types.scalars import RefusedError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from openrouter_core.types.scalars import Description

__all__ = ["check_arguments"]


def check_arguments(name: str, request: type, arguments: Mapping[str, object]) -> dict[str, object]:
    """Return the arguments of the function `name` as they are to be sent: secrets are wrapped, lists are copies.

    Raises:
        SDKValidationError: One is unknown, missing or of a wrong type; the error names it and the expected type.
    """
    known, required = _parameters(request)
    for each in arguments:
        if each not in known:
            raise SDKValidationError(f"{name} has no such parameter{_suggest(each, known)}", parameter=each)
    for each in required:
        if each not in arguments:
            raise SDKValidationError(f"missing; expected {known[each].words}", parameter=each)
    checked: dict[str, object] = {}
    for each, value in arguments.items():
        try:
            checked[each] = known[each].checked(value)
        except RefusedError as error:
            path, reason = error.faults[0]
            raise SDKValidationError(reason, parameter=each + path) from None
    return checked


@cache
def _parameters(request: Any) -> tuple[dict[str, Description], list[str]]:  # noqa: ANN401 - a TypedDict
    known = {name: describe(kind) for name, kind in get_type_hints(request).items()}
    return known, [name for name in known if name in request.__required_keys__]


_OPTIONS = {"timeout", "deadline", "retries", "retry_codes", "server_url", "headers", "abort"}


def _suggest(name: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches

    if name in _OPTIONS:
        return f"; it goes into options=RequestOptions({name}=...)"
    near = get_close_matches(name, known, n=1)
    return f"; did you mean {near[0]!r}?" if near else f"; it has {', '.join(sorted(known))}"

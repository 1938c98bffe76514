"""`Operation`: all that is particular to one endpoint, as a value. Each function file states its own."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Generic, TypedDict, TypeVar

import attrs

from openrouter_core.loading import LOADING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from openrouter_core.errors import OpenRouterError

T_co = TypeVar("T_co", covariant=True)
E_co = TypeVar("E_co", covariant=True)

ATTRIBUTION_HEADERS = {
    "http_referer": "HTTP-Referer",
    "app_title": "X-OpenRouter-Title",
    "app_categories": "X-OpenRouter-Categories",
}
"""The parameters by which an application names itself to OpenRouter, and the headers that carry them."""


class Attribution(TypedDict, total=False):
    """How your application names itself to OpenRouter in one call; absent, the core's values are sent."""

    http_referer: str
    """Your application's URL, its identity in OpenRouter's rankings (`HTTP-Referer`)."""
    app_title: str
    """Your application's name as people read it (`X-OpenRouter-Title`)."""
    app_categories: str
    """Marketplace categories, separated by commas (`X-OpenRouter-Categories`)."""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Operation(Generic[T_co, E_co]):
    """One endpoint.

    Attributes:
        name: The function's name, as it stands in errors, logs and hooks.
        method: The HTTP method.
        path: The path below the base URL; `{name}` stands for a parameter.
        request: The `TypedDict` of the parameters.
        success: The one status that means success, and the class of its body.
        errors: The error class of each other status that the endpoint documents.
        secrets: The parameters that hold a secret.
        query: The parameters that go into the query, in the order in which they are sent.
        body: Whether the parameters that go neither into path, query nor headers are sent as a JSON object.
        safe: Whether it changes nothing on the server (RFC 9110, 9.2.1).
        idempotent: Whether doing it twice is the same as doing it once (RFC 9110, 9.2.2), so that an attempt of unknown
            outcome may be repeated. OpenRouter's `PATCH` sets values, and so is.
    """

    name: str
    method: str
    path: str
    request: type
    success: tuple[int, type[T_co]]
    errors: Mapping[int, type[OpenRouterError]]
    secrets: tuple[str, ...] = ()
    query: tuple[str, ...] = ()
    body: bool = attrs.Factory(lambda self: self.method in {"POST", "PATCH", "PUT"}, takes_self=True)
    safe: bool = attrs.Factory(lambda self: self.method in {"GET", "HEAD"}, takes_self=True)
    idempotent: bool = attrs.Factory(lambda self: self.method != "POST", takes_self=True)

    def __repr__(self) -> str:
        return f"Operation({self.name})"


STATED: list[Callable[[], Operation[Any, Any]]] = []
"""What gives the operation of each function that has been imported."""


def stated(build: Callable[[], Operation[T_co, E_co]]) -> Callable[[], Operation[T_co, E_co]]:
    """Let `build`, which states an operation and loads its models, run once: by the first call, or by `check()`."""

    @cache
    def operation() -> Operation[T_co, E_co]:
        with LOADING:
            return build()

    STATED.append(operation)
    return operation

"""`Operation`: everything specific to one endpoint, as a value. Each function file has its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from typing import Any, ForwardRef, Generic, Literal, TypeAlias, TypedDict, Unpack, cast

from openrouter_core.errors import BY_STATUS, OpenRouterError
from openrouter_core.loading import LOADING
from openrouter_core.model import frozen
from openrouter_core.result import E_co, Result, T_co

Effect: TypeAlias = Literal["read", "set", "add", "run"]
"""What an operation does: read; set values (twice has the same effect as once); add something; run a model."""
_EFFECTS: Mapping[str, Effect] = {"GET": "read", "HEAD": "read", "POST": "add"}

ATTRIBUTION_HEADERS = {
    "http_referer": "HTTP-Referer",
    "app_title": "X-OpenRouter-Title",
    "app_categories": "X-OpenRouter-Categories",
}
"""The parameters that identify an application to OpenRouter, and their headers."""


class Attribution(TypedDict, total=False):
    """How your application identifies itself to OpenRouter in one call; by default, the core's values are sent."""

    http_referer: str
    """Your application's URL, its identity in OpenRouter's rankings (`HTTP-Referer`)."""
    app_title: str
    """Your application's name as people read it (`X-OpenRouter-Title`)."""
    app_categories: str
    """Marketplace categories, separated by commas (`X-OpenRouter-Categories`)."""


@frozen()
class Streaming(Generic[T_co]):
    """How an endpoint streams."""

    event: type[T_co]
    """The class of one event's data."""
    field: str = "stream"
    """The field of the request's body that asks for a stream."""
    last: tuple[str, ...] = ()
    """The types of events after which the body may end, if the endpoint sends no `[DONE]`."""


@frozen(kw_only=True, eq=False, repr=False)
class Operation(Generic[T_co, E_co]):
    """One endpoint."""

    name: str
    """The function's name, as shown in errors, logs and hooks."""
    method: str
    """The HTTP method."""
    path: str
    """The path below the base URL; `{name}` stands for a parameter."""
    request: type
    """The `TypedDict` of the parameters. `async_: Annotated[bool, Wire("async")]` is sent as `async`."""
    success: tuple[int, type[T_co]]
    """The one status that means success, and the class of its body: `NoneType` if it has none."""
    errors: Mapping[int, type[OpenRouterError]] = BY_STATUS
    """The error class of each other status that the endpoint documents. Default: all statuses that have a class."""
    effect: Effect = cast("Effect", None)
    """What it does on the server, which decides what is retried and how long it may take. Default: `"read"` for `GET`
    and `HEAD`, `"add"` for `POST`, `"set"` for all others."""
    secrets: tuple[str, ...] = ()
    """The parameters that hold a secret."""
    query: tuple[str, ...] = ()
    """The parameters that go into the query, in the order in which they are sent."""
    headers: Mapping[str, str] = {}
    """For each parameter that is sent as a header, the header's name. With an `Idempotency-Key` the effect is
    `"set"`."""
    streaming: Streaming[Any] | None = None
    """How it streams, if it does."""
    body: bool = cast("bool", None)
    """Whether parameters that are not in the path, the query or a header are sent as a JSON object."""
    form: bool = False
    """Whether that body is sent as a form instead (application/x-www-form-urlencoded)."""
    upload: str | None = None
    """The name of the file parameter, if there is one: the body is then multipart/form-data."""
    at_origin: bool = False
    """Whether the path is relative to the origin of the base URL (RFC 6454), not to the whole base URL."""

    def __attrs_post_init__(self) -> None:
        method = self.method.upper()
        for name, usual in (("effect", _EFFECTS.get(method, "set")), ("body", method in {"POST", "PATCH", "PUT"})):
            if getattr(self, name) is None:
                object.__setattr__(self, name, usual)

    def __repr__(self) -> str:
        return f"Operation({self.name})"

    def effect_of(self, values: Mapping[str, object]) -> Effect:
        """Return the effect of a call with these `values`: an idempotency key makes it a `"set"`."""
        keyed = any(values.get(name) for name, header in self.headers.items() if header.lower() == "idempotency-key")
        return "set" if keyed else self.effect


STATED: list[Callable[[], Operation[Any, Any]]] = []  # return the operations of the functions imported so far


def stated(build: Callable[[], Operation[T_co, E_co]]) -> Callable[[], Operation[T_co, E_co]]:
    """Run `build`, which makes an operation and loads its models, only once: in the first call or in `check()`."""

    @cache
    def operation() -> Operation[T_co, E_co]:
        with LOADING:
            return build()

    STATED.append(operation)
    return operation


def _generic(name: str) -> type:
    """Return what loads a generic class when an annotation subscripts it."""

    def loaded(_: type, parameters: object) -> object:
        return getattr(import_module("openrouter_core"), name)[parameters]

    return type(name, (), {"__class_getitem__": loaded})


def _later(module: str, *names: str) -> dict[str, object]:
    return {name: ForwardRef(f"__import__({module!r}, fromlist=['_']).{name}") for name in names}


_shared = _later("openrouter_core", "OpenRouterCore", "RequestOptions") | {"Result": Result, "Unpack": Unpack}
_shared |= {it: _generic(it) for it in ("Page", "AsyncPage", "Stream", "AsyncStream", "Download", "AsyncDownload")}


def annotated(module: str, *names: str) -> dict[str, object]:
    """Return the names in a function's annotations, with those from the `module` of its models.

    A function file imports them only for type checkers. `typing.get_type_hints` and pydantic evaluate annotations, and
    so load what is not loaded yet.
    """
    return _shared | _later(module, *names)

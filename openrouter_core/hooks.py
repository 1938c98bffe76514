"""`Hooks`: three places in the life of a request where your own code looks on, or steps in."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TypeAlias

from openrouter_core.errors import HTTPClientError
from openrouter_core.http.wire import Request, Response
from openrouter_core.model import frozen

__all__ = ["Hooks", "Response"]  # what `openrouter_core` offers of it


@frozen(kw_only=True, eq=False)
class HookContext:
    """Which attempt of which call a hook sees. One attempt shows the same object to each of its hooks."""

    __slots__ = ("__weakref__",)  # a hook may keep what it knows of an attempt as long as that

    operation: str
    """The function's name, such as `"byok_get"`."""
    method: str
    """The HTTP method."""
    path: str
    """The path's template, such as `"/byok/{id}"`: the same for every id, so fit for metrics."""
    base_url: str
    """The base URL, without its query."""
    attempt: int
    """1 for the first attempt, 2 for the first retry."""


Answer: TypeAlias = Response | HTTPClientError
BeforeRequest: TypeAlias = Callable[[HookContext, Request], Request | Awaitable[Request | None] | None]
AfterSuccess: TypeAlias = Callable[[HookContext, Response], Response | Awaitable[Response | None] | None]
AfterError: TypeAlias = Callable[[HookContext, Answer], Answer | Awaitable[Answer | None] | None]


@frozen(kw_only=True)
class Hooks:
    """Your own code around each attempt. Each hook may return a replacement; `None` leaves things as they are.

    A hook may be an `async def` when only `_async` functions use the core. One that raises, or returns anything else,
    ends the call with `Err(UnexpectedClientError)`.
    """

    before_request: BeforeRequest | None = None
    """Sees the request, secrets included, just before it is sent; a retry passes through again."""
    after_success: AfterSuccess | None = None
    """Sees a response with a status from 200 to 299."""
    after_error: AfterError | None = None
    """Sees any other response, or the `HTTPClientError` when there is none; of retried attempts, too."""

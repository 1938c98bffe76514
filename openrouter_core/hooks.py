"""`Hooks`: your own code at three points of an attempt, to observe or to change it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TypeAlias

from openrouter_core.errors import HTTPClientError
from openrouter_core.http.wire import Request, Response
from openrouter_core.model import frozen

__all__ = ["Hooks", "Response"]  # what `openrouter_core` offers of it


@frozen(kw_only=True, eq=False)
class HookContext:
    """Which attempt of which call a hook sees. All hooks of one attempt get the same object."""

    __slots__ = ("__weakref__",)  # a hook may keep what it knows of an attempt as long as that

    operation: str
    """The function's name, such as `"byok_get"`."""
    method: str
    """The HTTP method."""
    path: str
    """The path's template, such as `"/byok/{id}"`: the same for every id, so you can use it as a metric label."""
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
    """Your own code around each attempt. Each hook may return a replacement; `None` changes nothing.

    A hook may be an `async def` if only `_async` functions use the core. A hook that raises, or returns anything else,
    ends the call with `Err(UnexpectedClientError)`.
    """

    before_request: BeforeRequest | None = None
    """Sees the request, including secrets, just before it is sent; called again for each retry."""
    after_success: AfterSuccess | None = None
    """Sees a response with a status from 200 to 299."""
    after_error: AfterError | None = None
    """Sees any other response, or the `HTTPClientError` if there is none, also of attempts that are retried."""

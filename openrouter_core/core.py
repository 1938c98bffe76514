"""`OpenRouterCore`: the configuration that calls share, and the lifetime of the two transports."""

from __future__ import annotations

import os
from importlib import import_module
from typing import TYPE_CHECKING, Literal, NoReturn, Self, cast

from openrouter_core.calling.session import Session
from openrouter_core.errors import SDKValidationError
from openrouter_core.http.boundary import read
from openrouter_core.loading import LOADING
from openrouter_core.model import field, frozen
from openrouter_core.operation import ATTRIBUTION_HEADERS, STATED
from openrouter_core.result import Err, Ok, Result
from openrouter_core.secret import ApiKey, Secret, kind_of

if TYPE_CHECKING:
    from openrouter_core.hooks import Hooks
    from openrouter_core.http.clients import AsyncHTTPClient, HTTPClient
    from openrouter_core.retries import RetryConfig

__all__ = ["OpenRouterCore"]  # what `openrouter_core` offers of it

ENVIRONMENT = {name: f"OPENROUTER_{name.upper()}" for name in ("api_key", *ATTRIBUTION_HEADERS)}
ENVIRONMENT["server_url"] = "OPENROUTER_BASE_URL"


def _wrapped(key: ApiKey | str | None) -> ApiKey | None:
    """Hide a key's text, without running code of the key's class, which might raise."""
    if issubclass(type(key), str):
        return Secret(cast("str", key))
    if key is None or type(key) is Secret or callable(key):
        return key
    return cast("ApiKey", kind_of(key))  # for the first call to refuse; what it was may be a secret all the same


@frozen(kw_only=True, eq=False, repr=False)
class OpenRouterCore:
    """Key, server, limits and connections of calls. One core serves sync and async code, and any number of threads.

    Every argument is optional, and overrides its environment variable. A wrong value raises nothing here: the first
    call and `check()` return `Err(SDKValidationError)`. Use a core as a context manager (`with` or `async with`), or
    call `close()` or `aclose()`. A forked child opens connections of its own. A core cannot be pickled: build one in
    each worker.
    """

    __slots__ = ("__weakref__",)

    api_key: ApiKey | None = field(default=None, converter=_wrapped)
    """The OpenRouter key (for the BYOK functions a management key): a string, a `Secret`, or a function that returns
    one once per call (for `_async` calls also `async`). Default: `OPENROUTER_API_KEY`; without it, no key is sent."""
    http_referer: str | None = None
    """Your application's URL, sent as `HTTP-Referer`. `OPENROUTER_HTTP_REFERER`."""
    app_title: str | None = None
    """Your application's name, sent as `X-OpenRouter-Title`. `OPENROUTER_APP_TITLE`."""
    app_categories: str | None = None
    """Categories, separated by commas, sent as `X-OpenRouter-Categories`. `OPENROUTER_APP_CATEGORIES`."""
    server: Literal["production"] | None = None
    """A server by name. Default: `"production"`, the only one."""
    server_url: str | None = None
    """The base URL, instead of `server`. httpx logs its query: put no key there. `OPENROUTER_BASE_URL`."""
    timeout: float | None = None
    """Seconds that each phase of each attempt may take. Default: 5 to connect, 30 for each read and each write, 10 to
    wait for a free connection."""
    deadline: float | None = None
    """Seconds that a whole call may take, with all attempts, waits and the body. Default: 120. It does not interrupt
    your hooks or key function. With a client of yours, a server that sends byte by byte may exceed it."""
    retry_config: RetryConfig | None = None
    """Which failures are retried, and how often. Default: `RetryConfig()`."""
    user_agent: str | None = None
    """Sent as `User-Agent`. Default: the versions of this package, Python and httpx."""
    http_client: HTTPClient | None = None
    """The `httpx.Client` or `httpx2.Client` to send with; you close it yourself. The SDK uses its transport, proxies,
    TLS, limits, event hooks and `auth` (instead of `api_key`), but not its headers, parameters, cookies, base URL and
    timeout."""
    async_http_client: AsyncHTTPClient | None = None
    """The same for `_async` calls: an `httpx.AsyncClient` or `httpx2.AsyncClient`."""
    hooks: Hooks | None = None
    """Your own code around each attempt."""
    max_response_bytes: int | None = None
    """The largest response body, decompressed. Default: 10,000,000."""
    allow_insecure_http: bool = False
    """Whether the base URL may be plain http beyond this machine's loopback. Default: `False`."""
    _session: Session = field(init=False)

    def __attrs_post_init__(self) -> None:
        sources: dict[str, str] = {}
        for name, variable in ENVIRONMENT.items():
            value = os.environ.get(variable)  # an empty one counts as unset
            if value and getattr(self, name) is None and (name != "server_url" or self.server is None):
                object.__setattr__(self, name, Secret(value) if name == "api_key" else value)
                sources[name] = variable
        given: dict[str, object] = {name: getattr(self, name) for name in self.__annotations__ if name != "_session"}
        given["debug"] = os.environ.get("OPENROUTER_DEBUG", "")
        object.__setattr__(self, "_session", Session(given, sources))

    def __repr__(self) -> str:
        return f"OpenRouterCore({'without a key' if self.api_key is None else 'with a key'})"

    def check(self) -> Result[None, SDKValidationError]:
        """Check every value without sending anything, to fail at start-up.

        It also loads and opens what a first call would: modules, the models of the functions imported so far, the HTTP
        client, proxies, certificate authorities. Call it before a fork, and when a Lambda function starts.

        Returns:
            `Ok(None)`, or the `Err` that a call would return.
        """
        # Outside of the lock, as it registers hooks for forks: a fork that waits for the lock would run some of them.
        import_module("concurrent.futures.thread")
        try:
            with LOADING:
                for name in ("pages", "calling.flow", "calling.masking", "options", "http.async_transport"):
                    import_module(f"openrouter_core.{name}")
            read("core", self._session.check)
        except SDKValidationError as error:
            return Err(error.without_traceback())
        for operation in STATED:
            operation()
        return Ok(None)

    def close(self) -> None:
        """Close every connection, as soon as the running calls of threads and tasks end. Later calls return `Err`."""
        self._session.close()

    async def aclose(self) -> None:
        """Do what `close` does, for code that closes with `await`."""
        self._session.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()

    def __reduce__(self) -> NoReturn:
        raise TypeError("an OpenRouterCore holds a key and connections and cannot be pickled; build one in each worker")


def session_of(core: object) -> Session:
    """Return what `core` has open; raise `SDKValidationError` when it is no core."""
    if isinstance(core, OpenRouterCore):  # a proxy for one will do
        return core._session  # noqa: SLF001  # pyright: ignore[reportPrivateUsage] - of this very file
    raise SDKValidationError(f"expected OpenRouterCore, got {type(core).__name__}", parameter="core")

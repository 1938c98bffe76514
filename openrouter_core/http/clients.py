"""The clients that transports send with: those of our own, and what module a given one is of.

`httpx2`, the maintained continuation of httpx, is used when a client of it is handed in. Nothing here sends.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

import httpx

from openrouter_core.errors import SDKValidationError
from openrouter_core.http.network import UNREAD_AUTHORITIES, keep_windows, require_authorities
from openrouter_core.http.urls import is_loopback

if TYPE_CHECKING:
    from types import ModuleType

__all__ = ["AsyncClient", "AsyncHTTPClient", "Client", "HTTPClient", "library_of", "opened"]

C = TypeVar("C", bound=httpx.Client | httpx.AsyncClient)
LIBRARIES = ("httpx", "httpx2")
# More that are kept would cost more than they spare: with each call, httpcore 1.0.9 goes through them by their square.
LIMITS = httpx.Limits(max_connections=100, max_keepalive_connections=20)


class HTTPClient(Protocol):
    """What is used of an `httpx.Client` or `httpx2.Client`, which share no type."""

    @property
    def is_closed(self) -> bool:
        """Whether it can send no more."""
        ...

    @property
    def auth(self) -> Any:  # noqa: ANN401
        """Who adds credentials, or `None` for nobody."""
        ...

    def send(self, request: Any, *, stream: bool = False, auth: Any = ..., follow_redirects: Any = ...) -> Any:  # noqa: ANN401
        """Send a request."""
        ...

    def close(self) -> None:
        """Close its connections."""
        ...


class AsyncHTTPClient(Protocol):
    """What is used of an `httpx.AsyncClient` or `httpx2.AsyncClient`, which share no type."""

    @property
    def is_closed(self) -> bool:
        """Whether it can send no more."""
        ...

    @property
    def auth(self) -> Any:  # noqa: ANN401
        """Who adds credentials, or `None` for nobody."""
        ...

    async def send(self, request: Any, *, stream: bool = False, auth: Any = ..., follow_redirects: Any = ...) -> Any:  # noqa: ANN401
        """Send a request."""
        ...

    async def aclose(self) -> None:
        """Close its connections."""
        ...


class _NoCookies(httpx.Cookies):
    """Keeps none: the SDK's state is the key and nothing else."""

    def extract_cookies(self, response: httpx.Response) -> None:
        """Leave the response's cookies where they are; looking for them takes a tenth of a call's time."""


# No proxy stands between a program and its own machine: plain http to it is allowed, and would show a proxy the key.
# httpx's own way, `mounts`, has no pattern for all of 127.0.0.0/8, nor for each way to write `::1`.


class Client(httpx.Client):
    """A client that keeps no cookies, and asks no proxy for what is on this machine."""

    cookies = _NoCookies()  # type: ignore[override] # a property of httpx's

    def _transport_for_url(self, url: httpx.URL) -> httpx.BaseTransport:
        return self._transport if is_loopback(url.raw_host) else super()._transport_for_url(url)


class AsyncClient(httpx.AsyncClient):
    """A client that keeps no cookies, and asks no proxy for what is on this machine."""

    cookies = _NoCookies()  # type: ignore[override] # a property of httpx's

    def _transport_for_url(self, url: httpx.URL) -> httpx.AsyncBaseTransport:
        return self._transport if is_loopback(url.raw_host) else super()._transport_for_url(url)


def opened(kind: type[C], parameter: str) -> C:
    """Return a new client of our own; raise `SDKValidationError`, with `parameter`, when the environment forbids."""
    require_authorities()
    try:
        client = kind(verify=UNREAD_AUTHORITIES, timeout=None, limits=LIMITS)
    except Exception as error:  # noqa: BLE001 - ImportError, InvalidURL, ValueError: httpx reads HTTPS_PROXY and its like
        reason = type(error).__name__
    else:
        keep_windows(client)
        return client
    raise SDKValidationError(f"httpx refused the environment's proxies ({reason})", parameter=parameter)


def library_of(client: object, kind: str, parameter: str) -> ModuleType:
    """Return the module, httpx or httpx2, that `client` is a `kind` of."""
    if client is None:
        return httpx
    for name in LIBRARIES:
        module = sys.modules.get(name)
        if module is not None and isinstance(client, getattr(module, kind)):
            if getattr(client, "is_closed"):  # noqa: B009 - both libraries have it, but share no type
                raise SDKValidationError("is closed", parameter=parameter)
            return module
    expected = " or ".join(f"{name}.{kind}" for name in LIBRARIES)
    raise SDKValidationError(f"expected {expected}, got {type(client).__name__}", parameter=parameter)

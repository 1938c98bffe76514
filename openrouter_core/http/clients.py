"""The HTTP clients that calls are sent with: those of our own, one for each proxy, and those that are handed in.

`httpx2`, the maintained continuation of httpx, is used when a client of it is handed in. Nothing here sends.
"""

from __future__ import annotations

import sys
from collections import deque
from contextlib import suppress
from importlib.util import find_spec
from types import ModuleType
from typing import Any, NamedTuple, Protocol, TypeAlias
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import httpcore
import httpx

from openrouter_core.errors import SDKValidationError
from openrouter_core.http.attempt import ATTEMPT, Clock
from openrouter_core.http.boundary import read
from openrouter_core.http.insides import with_pool, without_lock
from openrouter_core.http.streams import UNREAD_AUTHORITIES, Backend
from openrouter_core.http.urls import is_loopback, origin

LIBRARIES = ("httpx", "httpx2")
IDLE_SECONDS = 5.0

AnyClient: TypeAlias = httpx.Client | httpx.AsyncClient


class HTTPClient(Protocol):
    """What tells an `httpx.Client` or `httpx2.Client`, which share no type."""

    def send(self, request: Any, *, stream: bool = ...) -> Any: ...  # noqa: ANN401
    def close(self) -> None: ...


class AsyncHTTPClient(Protocol):
    """What tells an `httpx.AsyncClient` or `httpx2.AsyncClient`, which share no type."""

    async def send(self, request: Any, *, stream: bool = ...) -> Any: ...  # noqa: ANN401
    async def aclose(self) -> None: ...


class _NoCookies(httpx.Cookies):
    """Keeps none: the SDK's state is the key and nothing else."""

    def extract_cookies(self, response: httpx.Response) -> None:
        """Leave the response's cookies where they are; looking for them takes a tenth of a call's time."""


class Client(httpx.Client):
    cookies = _NoCookies()  # type: ignore[override] # a property of httpx's


class AsyncClient(httpx.AsyncClient):
    cookies = _NoCookies()  # type: ignore[override] # a property of httpx's


class Line(NamedTuple):
    """A pool of httpcore for one connection, which one call at a time uses.

    A task that is cancelled inside httpcore 1.0.9 can keep its pool slot for good (encode/httpcore#1093), and what a
    signal handler raises can leave a pool locked. So a call that does not end well gives its whole line up.
    """

    pool: Any
    backend: Backend


class Route(NamedTuple):
    """The way to one server."""

    client: AnyClient
    proxy: httpcore.Proxy | None
    idle: deque[tuple[float, Line]]  # the lines that no call uses, and since when


class _Lines:
    """In place of a transport's pool: each request goes over the line of its attempt."""

    def handle_request(self, request: httpcore.Request) -> object:
        return ATTEMPT.get().line.pool.handle_request(request)

    def handle_async_request(self, request: httpcore.Request) -> object:
        return ATTEMPT.get().line.pool.handle_async_request(request)


class Clients:
    """The clients that calls are sent with: the one that was handed in, or our own, one for each origin.

    Proxies are those of the environment (or of the system, on macOS and Windows) as `urllib.request` reads them.
    Nothing on this machine is asked for through a proxy: plain http to it is allowed, and would show a proxy the key.
    """

    kind = "Client"
    parameter = "http_client"  # that a client is handed in by
    backend: type[Backend] = Backend
    client: Any = Client
    transport: Any = httpx.HTTPTransport
    pool: Any = httpcore.ConnectionPool

    def __init__(self, given: object) -> None:
        self.given = given
        self.known_library = self.library
        self.is_closed = False
        self._proxies = getproxies()
        self._routes: dict[str, Route] = {}

    @property
    def library(self) -> ModuleType:
        """The module of the client; raise `SDKValidationError` when a given one is none, or has been closed since."""
        return read(self.parameter, library_of, self.given, self.kind, self.parameter)

    def require_open(self) -> None:
        if self.is_closed:
            reason = "is closed; call inside its with block, or build another"
            raise SDKValidationError(reason, parameter="core")

    def close(self) -> None:
        """Close every connection of our own that no call uses. The others close when their calls are over."""
        self.is_closed = True
        for route in list(self._routes.values()):
            with suppress(IndexError):
                while True:
                    route.idle.pop()[1].backend.close()

    def route_to(self, url: str) -> Route:
        """Return the way to a server; raise `SDKValidationError` when the environment names a wrong proxy."""
        server = origin(url)
        if server not in self._routes:
            self._routes[server] = self._open(*self._proxy_for(server))
        return self._routes[server]

    def take(self, route: Route) -> Line:
        """Return a line that no other call uses."""
        with suppress(IndexError):  # there is none, or another thread has just taken it
            while route.idle[0][0] < Clock.monotonic() - IDLE_SECONDS:
                route.idle.popleft()[1].backend.close()
            return route.idle.pop()[1]
        backend = self.backend()
        return Line(without_lock(self.pool(UNREAD_AUTHORITIES, proxy=route.proxy, network_backend=backend)), backend)

    def give_back(self, route: Route, line: Line) -> None:
        route.idle.append((Clock.monotonic(), line))
        if self.is_closed:
            self.close()

    def _proxy_for(self, server: str) -> tuple[str, str | None]:
        """Return the environment variable that names a proxy for `server`, and the proxy."""
        parts = urlsplit(server)
        name = parts.scheme if parts.scheme in self._proxies else "all"
        proxy = self._proxies.get(name)
        if proxy is None or is_loopback(parts.hostname or "") or proxy_bypass(parts.netloc):
            return "", None
        return f"{name.upper()}_PROXY", proxy if "://" in proxy else f"http://{proxy}"

    def _open(self, name: str, proxy: str | None) -> Route:
        if proxy is not None and proxy.lower().startswith("socks") and find_spec("socksio") is None:
            raise SDKValidationError('SOCKS needs a package: pip install "httpx[socks]"', parameter=name)
        try:
            through = None if proxy is None else _translated(httpx.Proxy(proxy))
        except (ValueError, httpx.InvalidURL) as error:  # their text may hold a password
            reason = type(error).__name__
        else:
            settings = {"verify": UNREAD_AUTHORITIES, "trust_env": False}
            transport = with_pool(self.transport(**settings), _Lines())
            return Route(self.client(transport=transport, **settings), through, deque())
        raise SDKValidationError(f"names a proxy that httpx refuses ({reason})", parameter=name)


def _translated(given: httpx.Proxy) -> httpcore.Proxy:
    secure = UNREAD_AUTHORITIES if given.url.scheme == "https" else None
    return httpcore.Proxy(str(given.url), auth=given.raw_auth, headers=given.headers.raw, ssl_context=secure)


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

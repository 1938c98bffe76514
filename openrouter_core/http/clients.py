"""The HTTP clients that calls are sent with: those of our own, one for each proxy, and those that are handed in.

`httpx2`, the maintained continuation of httpx, is used when a client of it is handed in. Nothing here sends.
"""

from __future__ import annotations

import sys
from collections import deque
from importlib.util import find_spec
from types import ModuleType
from typing import Any, Protocol, Self, TypeAlias, TypeVar, cast
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import httpcore
import httpx

from openrouter_core.errors import SDKValidationError
from openrouter_core.http.attempt import ATTEMPT
from openrouter_core.http.boundary import read
from openrouter_core.http.insides import with_pool
from openrouter_core.http.streams import UNREAD_AUTHORITIES, Backend
from openrouter_core.http.urls import is_loopback, origin

LIBRARIES = ("httpx", "httpx2")
IDLE_SECONDS = 5.0

AnyClient: TypeAlias = httpx.Client | httpx.AsyncClient
T = TypeVar("T")


class HTTPClient(Protocol):
    """What tells an `httpx.Client` or `httpx2.Client`, which share no type."""

    def send(self, request: Any, *, stream: bool = ...) -> Any: ...  # noqa: ANN401
    def close(self) -> None: ...


class AsyncHTTPClient(Protocol):
    """What tells an `httpx.AsyncClient` or `httpx2.AsyncClient`, which share no type."""

    async def send(self, request: Any, *, stream: bool = ...) -> Any: ...  # noqa: ANN401
    async def aclose(self) -> None: ...


class Clients:
    """The clients that calls are sent with: the one that was handed in, or our own, one for each origin.

    Proxies are those of the environment (or of the system, on macOS and Windows) as `urllib.request` reads them.
    Nothing on this machine is asked for through a proxy: plain http to it is allowed, and would show a proxy the key.
    """

    kind = "Client"
    parameter = "http_client"  # that a client is handed in by
    backend: type[Backend] = Backend

    def __init__(self, given: object) -> None:
        self.given = given
        self.known_library = self.library
        self.is_closed = self.is_retired = False
        self.calls: deque[None] = deque()  # that use them: it counts without a lock
        self._backend = self.backend()
        self._proxies = getproxies()
        self._by_origin: dict[str, AnyClient] = {}

    @property
    def library(self) -> ModuleType:
        """The module of the client; raise `SDKValidationError` when a given one is none, or has been closed since."""
        return read(self.parameter, library_of, self.given, self.kind, self.parameter)

    def client_for(self, url: str) -> Any:  # noqa: ANN401 - of httpx or httpx2, sync or async
        """Return the client to send with; raise `SDKValidationError` when the environment names a wrong proxy."""
        if self.given is not None:
            return self.given
        server = origin(url)
        if server not in self._by_origin:
            self._by_origin[server] = self._open(*self._proxy_for(server))
        return self._by_origin[server]

    def __enter__(self) -> Self:
        if self.is_closed:
            reason = "is closed; call inside its with block, or build another"
            raise SDKValidationError(reason, parameter="core")
        self.calls.append(None)
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """Let a call go, and the clients with it if its end was not orderly.

        An interrupt or a signal handler's exception may have come anywhere in httpcore, and what its pool knows may be
        wrong: later calls get other clients.
        """
        self.calls.pop()
        if self.is_retired or (kind is not None and not issubclass(kind, self._backend.orderly)):
            self.retire()

    def close(self) -> None:
        """Refuse later calls, and retire."""
        self.is_closed = True
        self.retire()

    def retire(self) -> None:
        """Close every connection of our own when no call uses them any more.

        A thread that reads from a closed socket may get another's bytes, when the system gives its number away again.
        httpcore's pools are not asked: a signal may have left one locked.
        """
        self.is_retired = True
        if not self.calls:
            self._backend.close()

    def _proxy_for(self, server: str) -> tuple[str, str | None]:
        """Return the environment variable that names a proxy for `server`, and the proxy."""
        parts = urlsplit(server)
        name = parts.scheme if parts.scheme in self._proxies else "all"
        proxy = self._proxies.get(name)
        if proxy is None or is_loopback(parts.hostname or "") or proxy_bypass(parts.netloc):
            return "", None
        return f"{name.upper()}_PROXY", proxy if "://" in proxy else f"http://{proxy}"

    def _open(self, name: str, proxy: str | None) -> AnyClient:
        if proxy is not None and proxy.lower().startswith("socks") and find_spec("socksio") is None:
            raise SDKValidationError('SOCKS needs a package: pip install "httpx[socks]"', parameter=name)
        try:
            return _opened(proxy, self._backend)
        except (ValueError, httpx.InvalidURL) as error:  # their text may hold a password
            reason = type(error).__name__
        raise SDKValidationError(f"names a proxy that httpx refuses ({reason})", parameter=name)


class _NoCookies(httpx.Cookies):
    """Keeps none: the SDK's state is the key and nothing else."""

    def extract_cookies(self, response: httpx.Response) -> None:
        """Leave the response's cookies where they are; looking for them takes a tenth of a call's time."""


class _Client(httpx.Client):
    cookies = _NoCookies()  # type: ignore[override] # a property of httpx's


class _AsyncClient(httpx.AsyncClient):
    cookies = _NoCookies()  # type: ignore[override] # a property of httpx's


def _noting(pool: T, method: str) -> T:
    """Let an attempt know which connection of `pool` it uses, which may have been opened for that of another thread.

    No connection counts as idle: in each call httpcore 1.0.9 counts the idle ones once for each of them. They close
    when they expire.
    """
    create = cast("Any", pool).create_connection

    def created(server: httpcore.Origin) -> object:
        connection = create(server)
        handle = getattr(connection, method)

        def handle_and_note(request: httpcore.Request) -> object:
            ATTEMPT.get().connection = connection
            return handle(request)

        setattr(connection, method, handle_and_note)
        connection.is_idle = lambda: False
        return connection

    cast("Any", pool).create_connection = created
    return pool


def _opened(proxy: str | None, backend: Backend) -> AnyClient:
    """Return a new client that sends through `proxy`, over connections that `backend` opens.

    Its pool has no limit: the transports count the connections in use, so that no call waits inside httpcore.
    """
    settings: dict[str, Any] = {"verify": UNREAD_AUTHORITIES, "trust_env": False}
    options: dict[str, Any] = {
        "ssl_context": UNREAD_AUTHORITIES,
        "proxy": None if proxy is None else _translated(httpx.Proxy(proxy)),
        "max_connections": None,
        "keepalive_expiry": IDLE_SECONDS,
        "network_backend": backend,
    }
    if isinstance(backend, httpcore.AsyncNetworkBackend):
        async_pool = _noting(httpcore.AsyncConnectionPool(**options), "handle_async_request")
        return _AsyncClient(transport=with_pool(httpx.AsyncHTTPTransport(**settings), async_pool), **settings)
    pool = _noting(httpcore.ConnectionPool(**options), "handle_request")
    return _Client(transport=with_pool(httpx.HTTPTransport(**settings), pool), **settings)


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

"""What calls are sent with: clients of our own, one for each connection, or one that was handed in."""

from __future__ import annotations

import sys
import time
from collections import defaultdict, deque
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from queue import Empty, SimpleQueue
from types import ModuleType
from typing import Any, Protocol
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import httpx

from openrouter_core.errors import SDKValidationError
from openrouter_core.http.boundary import read
from openrouter_core.http.exchange import NO_SLOT, Exchange, Reply
from openrouter_core.http.streams import UNREAD_AUTHORITIES, Backend
from openrouter_core.http.translation import with_backend
from openrouter_core.http.urls import is_loopback, origin
from openrouter_core.http.waiting import Clock, Steps, at_once
from openrouter_core.http.wire import Send
from openrouter_core.model import frozen

IDLE_SECONDS = 5.0


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


@frozen()
class Line:
    """A client of our own for one connection to a `server`, which one call at a time uses; or the one that was given.

    A cancelled task can keep its slot in httpcore 1.0.9 for good (encode/httpcore#1093), and a signal handler can leave
    a pool locked. So a call that does not end well gives its whole line up.
    """

    server: str
    client: Any
    backend: Backend


class Transport:
    """How the sync calls of one core are sent: over the given `httpx.Client`, or over lines of our own."""

    parameter = "http_client"  # that a client is handed in by
    backend: type[Backend] = Backend
    client: Any = Client
    transport: Any = httpx.HTTPTransport
    blocks = True  # the thread while it waits
    wait: Callable[[Any], Steps[Any]] = staticmethod(at_once)  # for what a client or `slot` returned
    pause: Callable[[float], Any] = staticmethod(time.sleep)
    next_piece: Any = staticmethod(next)  # returns the piece, or what is to be awaited for it
    most_connections = 100  # in use at once

    def __init__(self, given: object) -> None:
        self.given: Any = given
        self.known_library = read(self.parameter, library_of, given, self.client.__name__, self.parameter)
        self.is_closed = False
        self.dropped: deque[Exchange] = deque()
        self.free = self.slots(self.most_connections)
        self._proxies = getproxies()  # of the environment, or on macOS and Windows of the system
        self._idle: defaultdict[str, deque[tuple[float, Line]]] = defaultdict(deque)  # by server, and since when

    def sleep(self, seconds: float) -> Steps[None]:
        return self.wait(self.pause(seconds))

    @staticmethod
    def slots(count: int, /) -> Any:  # noqa: ANN401 - whatever `slot` takes
        """Return a queue in C, which no exception of a signal handler leaves locked."""
        slots: SimpleQueue[None] = SimpleQueue()
        for _ in range(count):
            slots.put(None)
        return slots

    def slot(self, slots: Any, seconds: float) -> Any:  # noqa: ANN401 - or what is to be awaited for it
        """Take a slot in so many seconds, and return what gives it back; `None` if that is too late."""
        try:
            slots.get(timeout=max(0.0, seconds))
        except Empty:
            return None
        return partial(slots.put, None)

    def send(self, step: Send) -> Steps[Reply]:
        """Send the request, and read the response to its end, its greatest size or the deadline, or hand it over."""
        while self.dropped:
            yield from self.dropped.popleft().closed()
        exchange = Exchange(self, step)
        try:
            if self.given is None:
                left = min(step.timeouts["pool"], step.deadline - Clock.monotonic())
                give_back = yield from self.wait(self.slot(self.free, left))
                if give_back is None:
                    return NO_SLOT
                exchange.held.append(give_back)
            return (yield from exchange.safely(exchange.begun()))
        finally:
            if exchange.is_closed:
                exchange.let_go()

    @property
    def library(self) -> ModuleType:
        """The module of the client; raise `SDKValidationError` when a given one has been closed."""
        if read(self.parameter, getattr, self.given, "is_closed", None):
            raise SDKValidationError("is closed", parameter=self.parameter)
        return self.known_library

    def close(self) -> None:
        """Close every connection of our own that no call uses. The others close when their calls are over."""
        self.is_closed = True
        for idle in list(self._idle.values()):
            with suppress(IndexError):
                while True:
                    idle.pop()[1].backend.close()

    def take(self, url: str) -> Line:
        """Return a line that no other call uses; raise `SDKValidationError` when the environment has a wrong proxy."""
        idle = self._idle[server := "" if self.given is not None else origin(url)]
        try:
            while idle[0][0] < Clock.monotonic() - IDLE_SECONDS:
                idle.popleft()[1].backend.close()
            line = idle.pop()[1]
        except IndexError:  # there is none, or another thread has just taken it
            line = None
        return line or self._open(server)

    def give_back(self, line: Line) -> None:
        self._idle[line.server].append((Clock.monotonic(), line))
        if self.is_closed:
            self.close()

    def _open(self, server: str) -> Line:
        backend, parts = self.backend(), urlsplit(server)
        if self.given is not None:
            return Line(server, self.given, backend)
        name = parts.scheme if parts.scheme in self._proxies else "all"
        proxy, through = self._proxies.get(name), None
        try:
            # Plain http to this machine is allowed, and would show a proxy the key.
            if proxy is not None and not is_loopback(parts.hostname or "") and not proxy_bypass(parts.netloc):
                through = httpx.Proxy(proxy if "://" in proxy else f"http://{proxy}")
                through.ssl_context = UNREAD_AUTHORITIES if through.url.scheme == "https" else None
            transport = self.transport(verify=UNREAD_AUTHORITIES, trust_env=False, proxy=through)
            with_backend(transport, backend)
            return Line(server, self.client(transport=transport, verify=UNREAD_AUTHORITIES, trust_env=False), backend)
        except (ImportError, ValueError, httpx.InvalidURL) as error:  # its text may hold a password
            reason = f"names a proxy that httpx refuses ({type(error).__name__})"
            if isinstance(error, ImportError):
                reason = 'SOCKS needs a package: pip install "httpx[socks]"'
            raise SDKValidationError(reason, parameter=f"{name.upper()}_PROXY") from None


def library_of(client: object, kind: str, parameter: str) -> ModuleType:
    """Return the module, httpx or httpx2, that `client` is a `kind` of."""
    if client is None:
        return httpx
    for module in filter(None, map(sys.modules.get, ("httpx", "httpx2"))):
        if isinstance(client, getattr(module, kind)):
            return module
    expected = f"expected httpx.{kind} or httpx2.{kind}"
    raise SDKValidationError(f"{expected}, got {type(client).__name__}", parameter=parameter)

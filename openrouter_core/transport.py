"""Sending what a flow yields, once for sync and once for async: the two pumps, the two transports, and their clients.

Whether and when to send is decided in `flow`; how our values become httpx's, and its exceptions ours, stands in
`exchange`; what keeps the deadline, in `network`. `httpx2`, the maintained continuation of httpx, is used when a client
of it is handed in.
"""

from __future__ import annotations

import inspect
import sys
import threading
import time
from contextlib import asynccontextmanager, contextmanager
from functools import cache
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import TYPE_CHECKING, Any, TypeVar, cast

import attrs
import httpx

from openrouter_core.errors import SDKError, SDKValidationError
from openrouter_core.exchange import Exchange, Sending, has_surplus
from openrouter_core.flow import Ask, Raised, Send, Sleep, Step
from openrouter_core.network import WINDOW, Window, keep_windows

if TYPE_CHECKING:
    import ssl
    from collections.abc import AsyncGenerator, AsyncIterable, Generator, Iterable, Iterator
    from types import ModuleType

    from openrouter_core.flow import Failure
    from openrouter_core.options import AsyncHTTPClient, HTTPClient
    from openrouter_core.result import Result
    from openrouter_core.wire import Response

__all__ = ["AsyncTransport", "SyncTransport", "library_of", "run", "run_async"]

T = TypeVar("T")
C = TypeVar("C", httpx.Client, httpx.AsyncClient)
LIBRARIES = ("httpx", "httpx2")
ABORT_POLL_SECONDS = 0.02
# No proxy stands between a program and its own machine; plain http to it would show the key to the proxy.
DIRECT: dict[str, Any] = dict.fromkeys(("all://localhost", "all://*.localhost", "all://127.0.0.1", "all://[::1]"))
LIMITS = httpx.Limits(max_connections=100, max_keepalive_connections=20)


# --- The pumps ---------------------------------------------------------------------------------------------------


def run(steps: Generator[Step, Any, Result[T, SDKError]], transport: SyncTransport) -> Result[T, SDKError]:
    """Do what `steps` ask for, and return their result."""
    reply: object = None
    with transport.in_use():
        while True:
            try:
                step, reply = steps.send(reply), None  # a reply may be the key, which no frame is to keep
            except StopIteration as stop:
                return cast("Result[T, SDKError]", stop.value)
            if isinstance(step, Send):
                reply = transport.send(step)
            elif isinstance(step, Ask):
                reply = _ask(step)
            else:
                _sleep(step)


async def run_async(steps: Generator[Step, Any, Result[T, SDKError]], transport: AsyncTransport) -> Result[T, SDKError]:
    """Do what `steps` ask for, and return their result."""
    reply: object = None
    async with transport.in_use():
        while True:
            try:
                step, reply = steps.send(reply), None  # a reply may be the key, which no frame is to keep
            except StopIteration as stop:
                return cast("Result[T, SDKError]", stop.value)
            if isinstance(step, Send):
                reply = await transport.send(step)
            elif isinstance(step, Ask):
                reply = await _ask_async(step)
            else:
                await _sleep_async(step)


def _ask(step: Ask) -> object:
    try:
        reply = step.function(*step.arguments)
    except Exception as error:  # noqa: BLE001 - the caller's code may raise anything
        return _raised(error)
    if inspect.isawaitable(reply):
        getattr(reply, "close", bool)()  # a coroutine that is never awaited would warn
        return Raised("is async; use the _async functions")
    return reply


async def _ask_async(step: Ask) -> object:
    try:
        reply = step.function(*step.arguments)
        return await reply if inspect.isawaitable(reply) else reply
    except Exception as error:  # noqa: BLE001 - the caller's code may raise anything
        return _raised(error)


def _raised(error: Exception) -> Raised:
    """Describe an exception by its type and place: its text may hold whatever the caller's code saw."""
    traceback = error.__traceback__
    while traceback is not None and traceback.tb_next is not None:
        traceback = traceback.tb_next
    place = "" if traceback is None else f" in {traceback.tb_frame.f_code.co_name}, line {traceback.tb_lineno}"
    return Raised(f"raised {type(error).__name__}{place}")


def _sleep(step: Sleep) -> None:
    for pause in _pauses(step):
        time.sleep(pause)


async def _sleep_async(step: Sleep) -> None:
    import asyncio  # 15 ms that a synchronous program need not pay

    for pause in _pauses(step):
        await asyncio.sleep(pause)


def _pauses(step: Sleep) -> Iterator[float]:
    """Yield how long to sleep at a time: with an abort switch, in short pieces between looks at it.

    To wait for the switch itself would do for sync calls only: a thread's event cannot be awaited, a thread that waits
    for it cannot be cancelled, and an `asyncio.Event` cannot be waited for elsewhere.
    """
    if step.abort is None:
        yield step.seconds
        return
    end = time.monotonic() + step.seconds
    while not step.abort.is_set() and (left := end - time.monotonic()) > 0:
        yield min(left, ABORT_POLL_SECONDS)


# --- The transports ----------------------------------------------------------------------------------------------
#
# A client of ours is closed when the core is and no call is using it any more. Closed under a call, httpcore's pool
# opens a connection that nobody closes; and a thread that reads from a closed socket may get another's bytes, when the
# system gives its number away again.


class SyncTransport:
    """Sends over an `httpx.Client`: the given one, or one of its own."""

    def __init__(self, client: HTTPClient | None) -> None:
        self._own = client is None
        self._client = cast("httpx.Client", client) or _opened(httpx.Client, "http_client")
        self._module = self.library
        self._lock = threading.Lock()
        self._users = 0
        self._closed = False

    @property
    def library(self) -> ModuleType:
        """The module of the client; raise `SDKValidationError` when a given one is none, or has been closed since."""
        return httpx if self._own else library_of(self._client, "Client", "http_client")

    @contextmanager
    def in_use(self) -> Generator[None]:
        """Keep the client open meanwhile; raise `SDKValidationError` when it is closed."""
        with self._lock:
            _require_open(closed=self._closed)
            self._users += 1
        try:
            yield
        finally:
            with self._lock:
                self._users -= 1
            self._close_unused()

    def send(self, step: Send) -> Response | Failure:
        """Send the request, and read the response to its end, its greatest size or the deadline."""
        exchange = Exchange(self._module, step)
        window = WINDOW.set(Window(step.deadline))
        try:
            response = self._client.send(exchange.request(_tracer), stream=True, follow_redirects=False)
            try:
                exchange.begin(response)
                if not response.is_stream_consumed:
                    for chunk in cast("Iterable[bytes]", response.stream):  # iter_raw() would close it at its end
                        exchange.take(chunk)
                if has_surplus(response):
                    response.extensions["network_stream"].close()
            finally:
                response.close()
        except Exception as error:  # noqa: BLE001 - httpx raises more than its own exceptions
            return exchange.failure(error)
        finally:
            WINDOW.reset(window)
        return exchange.response()

    def close(self) -> None:
        """Close the client when the calls under way are over, unless it was given."""
        with self._lock:
            self._closed = True
        self._close_unused()

    def _close_unused(self) -> None:
        if self._own and self._closed and not self._users:
            self._client.close()


class AsyncTransport:
    """Sends over an `httpx.AsyncClient`: the given one, or one of its own."""

    def __init__(self, client: AsyncHTTPClient | None) -> None:
        self._own = client is None
        self._lease = _Lease(cast("httpx.AsyncClient", client) or _opened(httpx.AsyncClient, "async_http_client"))
        self._module = self.library
        self._users = 0
        self._closed = False

    @property
    def library(self) -> ModuleType:
        """The module of the client; raise `SDKValidationError` when a given one is none, or has been closed since."""
        return httpx if self._own else library_of(self._lease.client, "AsyncClient", "async_http_client")

    @asynccontextmanager
    async def in_use(self) -> AsyncGenerator[None]:
        """Keep the client open meanwhile; raise `SDKValidationError` when it is closed."""
        _require_open(closed=self._closed)
        self._users += 1
        try:
            yield
        finally:
            self._users -= 1
            await self._close_unused()

    async def send(self, step: Send) -> Response | Failure:
        """Send the request, and read the response to its end, its greatest size or the deadline."""
        exchange, lease, window = Exchange(self._module, step), self._lease, Window(step.deadline)
        token = WINDOW.set(window)
        lease.users += 1
        try:
            response = await lease.client.send(exchange.request(_async_tracer), stream=True, follow_redirects=False)
            try:
                exchange.begin(response)
                if not response.is_stream_consumed:
                    async for chunk in cast("AsyncIterable[bytes]", response.stream):
                        exchange.take(chunk)
                if has_surplus(response):
                    await response.extensions["network_stream"].aclose()
            finally:
                await response.aclose()
        except Exception as error:  # noqa: BLE001 - httpx raises more than its own exceptions
            return exchange.failure(error)
        except BaseException:
            if self._own and not window.wrote:
                self._retire(lease)
            raise
        finally:
            WINDOW.reset(token)
            await self._release(lease)
        return exchange.response()

    async def aclose(self) -> None:
        """Close the client when the calls under way are over, unless it was given."""
        self._closed = True
        await self._close_unused()

    async def _close_unused(self) -> None:
        if self._own and self._closed and not self._users:
            await self._lease.client.aclose()

    def _retire(self, lease: _Lease) -> None:
        """Open a new pool for later calls: in httpcore's, a request cancelled while it connects keeps its place."""
        if lease is self._lease:
            self._lease = _Lease(_opened(httpx.AsyncClient, "async_http_client"))

    async def _release(self, lease: _Lease) -> None:
        lease.users -= 1
        if lease is not self._lease and not lease.users:
            await lease.client.aclose()


@attrs.define(eq=False)
class _Lease:
    """A client, and how many calls are using it."""

    client: httpx.AsyncClient
    users: int = 0


def _require_open(*, closed: bool) -> None:
    if closed:  # since the call asked the core for its transport
        raise SDKValidationError("is closed", parameter="core")


def _tracer(sending: Sending) -> object:
    return sending.note


def _async_tracer(sending: Sending) -> object:
    async def note(event: str, info: dict[str, Any]) -> None:
        sending.note(event, info)

    return note


def _opened(kind: type[C], parameter: str) -> C:
    tls = _tls()
    try:
        # Cookies are never stored; the SDK's state is the key and nothing else.
        cookies = CookieJar(DefaultCookiePolicy(allowed_domains=()))
        client = kind(verify=tls, cookies=cookies, timeout=None, limits=LIMITS, mounts=DIRECT)
    except Exception as error:  # noqa: BLE001 - ImportError, InvalidURL, ValueError: httpx reads HTTPS_PROXY and its like
        reason = type(error).__name__
    else:
        keep_windows(client)
        return client
    raise SDKValidationError(f"httpx refused the environment's proxies ({reason})", parameter=parameter)


@cache
def _tls() -> ssl.SSLContext:
    """Return the one TLS context of the process: reading the certificate authorities takes some 30 ms."""
    try:
        return httpx.create_ssl_context()
    except OSError as error:
        reason = type(error).__name__
    raise SDKValidationError(f"the certificate authorities cannot be read ({reason})", parameter="SSL_CERT_FILE")


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

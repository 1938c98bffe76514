"""The only file that knows httpx: it sends what a flow yields, once for sync and once for async.

Here are the two pumps, the two transports, and the table from httpx's exceptions to ours. Whether and when to send is
decided in `flow`. `httpx2`, the maintained continuation of httpx, is used when a client of it is handed in.
"""

from __future__ import annotations

import inspect
import ssl
import sys
import time
from functools import cache
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import TYPE_CHECKING, Any, TypeVar, cast

import attrs
import httpx

from openrouter_core.errors import (
    HTTPClientError,
    InvalidRequestError,
    RequestConnectionError,
    RequestTimeoutError,
    SDKError,
    SDKValidationError,
    UnexpectedClientError,
)
from openrouter_core.flow import Ask, Failure, Raised, Send, Sleep, Step
from openrouter_core.wire import Headers, Response, decompress

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator
    from types import ModuleType

    from openrouter_core.result import Result

__all__ = ["AsyncTransport", "SyncTransport", "library_of", "run", "run_async"]

T = TypeVar("T")
C = TypeVar("C", httpx.Client, httpx.AsyncClient)
LIBRARIES = ("httpx", "httpx2")
ABORT_POLL_SECONDS = 0.02


# --- The pumps ---------------------------------------------------------------------------------------------------


def run(steps: Generator[Step, Any, Result[T, SDKError]], transport: SyncTransport) -> Result[T, SDKError]:
    """Do what `steps` ask for, and return their result."""
    reply: object = None
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


class SyncTransport:
    """Sends over an `httpx.Client`: the given one, or one of its own."""

    def __init__(self, client: httpx.Client | None) -> None:
        self._own = client is None
        self._client = client or _opened(httpx.Client, "http_client")

    @property
    def library(self) -> ModuleType:
        """The module of the client; raise `SDKValidationError` when it is none, or has been closed since."""
        return library_of(self._client, "Client", "http_client")

    def send(self, step: Send) -> Response | Failure:
        """Send the request, and read the response to its end, its greatest size or the deadline."""
        exchange = _Exchange(self.library, step)
        try:
            response = self._client.send(exchange.request(), stream=True, follow_redirects=False)
            try:
                exchange.begin(response)
                if not response.is_stream_consumed:
                    for chunk in response.iter_raw():
                        exchange.take(chunk)
            finally:
                response.close()
        except Exception as error:  # noqa: BLE001 - httpx raises more than its own exceptions
            return exchange.failure(error)
        return exchange.response()

    def close(self) -> None:
        """Close the client, unless it was given."""
        if self._own:
            self._client.close()


class AsyncTransport:
    """Sends over an `httpx.AsyncClient`: the given one, or one of its own."""

    def __init__(self, client: httpx.AsyncClient | None) -> None:
        self._own = client is None
        self._client = client or _opened(httpx.AsyncClient, "async_http_client")

    @property
    def library(self) -> ModuleType:
        """The module of the client; raise `SDKValidationError` when it is none, or has been closed since."""
        return library_of(self._client, "AsyncClient", "async_http_client")

    async def send(self, step: Send) -> Response | Failure:
        """Send the request, and read the response to its end, its greatest size or the deadline."""
        exchange = _Exchange(self.library, step)
        try:
            response = await self._client.send(exchange.request(), stream=True, follow_redirects=False)
            try:
                exchange.begin(response)
                if not response.is_stream_consumed:
                    async for chunk in response.aiter_raw():
                        exchange.take(chunk)
            finally:
                await response.aclose()
        except Exception as error:  # noqa: BLE001 - httpx raises more than its own exceptions
            return exchange.failure(error)
        return exchange.response()

    async def aclose(self) -> None:
        """Close the client, unless it was given."""
        if self._own:
            await self._client.aclose()


def _opened(kind: type[C], parameter: str) -> C:
    tls = _tls()
    try:
        # Cookies are never stored; the SDK's state is the key and nothing else.
        return kind(verify=tls, cookies=CookieJar(DefaultCookiePolicy(allowed_domains=())), timeout=None)
    except Exception as error:  # noqa: BLE001 - ImportError, InvalidURL, ValueError: httpx reads HTTPS_PROXY and its like
        reason = type(error).__name__
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


class _StopReadingError(Exception):
    """The body is larger, or takes longer, than it may."""


class _Exchange:
    """One request and its response: what the sync and the async transport have in common."""

    def __init__(self, library: ModuleType, step: Send) -> None:
        self._library = library
        self._step = step
        self._built = False
        self._late = False
        self._decoded = False
        self._chunks: list[bytes] = []
        self._size = 0
        self._status: int | None = None
        self._headers: list[tuple[str, str]] = []

    def request(self) -> httpx.Request:
        request = self._step.request
        built = self._library.Request(
            request.method,
            request.url,
            headers=[(name.encode("ascii"), value.encode("latin-1")) for name, value in request.headers.items()],
            content=request.body,
            extensions={"timeout": attrs.asdict(self._step.timeouts)},
        )
        self._built = True
        return built  # type: ignore[no-any-return] # the module is one of two that are alike

    def begin(self, response: httpx.Response) -> None:
        self._status = response.status_code
        self._headers = [(name.decode("latin-1"), value.decode("latin-1")) for name, value in response.headers.raw]
        if response.is_stream_consumed:  # an event hook of the client, or a transport for tests, has read it
            self._decoded = True
            self.take(response.content)

    def take(self, chunk: bytes) -> None:
        self._chunks.append(chunk)
        self._size += len(chunk)
        self._late = time.monotonic() > self._step.deadline
        if self._late or self._size > self._step.max_response_bytes:
            raise _StopReadingError

    def response(self) -> Response:
        assert self._status is not None  # noqa: S101 - begin() has run
        headers, body, limit = Headers(self._headers), b"".join(self._chunks), self._step.max_response_bytes
        encoding = "" if self._decoded else headers.get("content-encoding", "")
        if self._size > limit:
            return Response(self._status, headers, b"", f"is larger than {limit} bytes")
        try:
            return Response(self._status, headers, decompress(body, encoding, limit))
        except ValueError as error:
            return Response(self._status, headers, b"", str(error))

    def failure(self, error: Exception) -> Response | Failure:
        if not self._built:
            return Failure(InvalidRequestError, f"httpx refused the request ({type(error).__name__})", sent=False)
        if isinstance(error, _StopReadingError):
            if not self._late:
                return self.response()
            return Failure(RequestTimeoutError, "the deadline passed", transient=True, status=self._status)
        return attrs.evolve(_failure(self._library, error), status=self._status)


# --- httpx's exceptions, the most specific first -----------------------------------------------------------------

FAILURES: tuple[tuple[str, type[HTTPClientError], bool, bool], ...] = (
    # name, our error, may have been sent, may help to try again
    ("ConnectTimeout", RequestTimeoutError, False, True),
    ("PoolTimeout", RequestTimeoutError, False, True),
    ("TimeoutException", RequestTimeoutError, True, True),
    ("ConnectError", RequestConnectionError, False, True),
    ("UnsupportedProtocol", InvalidRequestError, False, False),
    ("LocalProtocolError", InvalidRequestError, False, False),
    ("TransportError", RequestConnectionError, True, True),
    ("InvalidURL", InvalidRequestError, False, False),
)


def _failure(library: ModuleType, error: Exception) -> Failure:
    for name, kind, sent, transient in FAILURES:
        if isinstance(error, getattr(library, name)):
            said = "" if kind is InvalidRequestError else f": {error}"  # a refusal quotes what it refuses
            untrusted = _is_certificate_failure(error)
            return Failure(kind, f"{type(error).__name__}{said}", sent, transient and not untrusted)
    return Failure(UnexpectedClientError, f"the HTTP client raised {type(error).__name__}")


def _is_certificate_failure(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, ssl.SSLCertVerificationError):
            return True
        error = error.__cause__ or error.__context__
    return False

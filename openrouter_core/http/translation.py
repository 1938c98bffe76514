"""Our values become httpx's, and its exceptions failures, be the library httpx or httpx2. No I/O."""

from __future__ import annotations

import ssl
from collections.abc import AsyncIterator, Mapping
from contextlib import nullcontext
from functools import lru_cache
from types import ModuleType
from typing import Any, cast

import httpx

from openrouter_core import errors
from openrouter_core.http.boundary import chain
from openrouter_core.http.wire import Content, Failure, Headers, Send, Streamed


def translated(library: ModuleType, step: Send, trace: Trace, *, blocks: bool) -> httpx.Request:
    """Return httpx's request; if it may change something, `trace` notes what its connection does."""
    request, body = step.request, step.request._body  # noqa: SLF001  # pyright: ignore[reportPrivateUsage] - uncopied
    extensions: dict[str, object] = {"timeout": dict(step.timeouts)}  # which an event hook may change
    if step.changes:
        extensions["trace"] = trace.note if blocks else trace.note_async
    url, host = _target(library, request.url)
    headers, build = _headers(library, request.headers, host, body), library.Request
    if isinstance(body, Streamed):
        pieces = body if blocks else _Turns(body)
        built = build(request.method, url, headers=headers, content=pieces, extensions=extensions)
    else:  # with `stream`, httpx adds nothing by itself, and does not look the headers through for what to add
        is_whole = isinstance(body, memoryview) and body.nbytes == len(cast("bytes", body.obj))  # a hook may cut it
        stream = library.ByteStream(cast("memoryview", body).obj if is_whole else body or b"")
        built = build(request.method, url, headers=headers, stream=stream, extensions=extensions)
        built.read()  # so that whoever looks at `content`, an event hook say, finds it
    trace.has_request = True
    return cast("httpx.Request", built)


class _Turns:
    def __init__(self, body: Streamed) -> None:
        self._body = body

    async def __aiter__(self) -> AsyncIterator[bytes]:
        """Yield each piece when other tasks have had their turn."""
        from asyncio import sleep

        for piece in self._body:
            await sleep(0)
            yield piece


@lru_cache(maxsize=256)
def _target(library: ModuleType, text: str) -> tuple[httpx.URL, bytes]:
    """Return httpx's URL and what `Host` says: parsing takes an eighth of a call, and most operations have one URL."""
    url: httpx.URL = library.URL(text)
    if url.scheme not in {"http", "https"}:
        raise library.UnsupportedProtocol(url.scheme)
    return url, url.netloc


def _headers(library: ModuleType, given: Headers, host: bytes, body: Content) -> Any:  # noqa: ANN401 - the library's
    """Return the request's headers, with `Host` before and the framing after them, unless a hook has set these."""
    known, headers = given._sent  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
    if known != (key := (library.__name__, host)):  # most calls send the same headers
        headers = library.Headers([(b"Host", host)] * ("host" not in given) + given.encoded())
        given._sent = (key, headers)  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
    if body is None or "content-length" in given or "transfer-encoding" in given:
        return headers
    size = body.size if isinstance(body, Streamed) else len(body)
    framing = (b"Transfer-Encoding", b"chunked") if size is None else (b"Content-Length", b"%d" % size)
    return [*headers.raw, framing]


class Trace:
    """Whether a request was sent, by the trace of httpcore, an extension that httpx documents.

    It may have been, unless the trace shows that the attempt got no further than to a connection: what a transport
    names its exceptions proves nothing, and neither does silence.
    """

    CONNECTING = frozenset({"connect_tcp", "connect_unix_socket", "start_tls", "setup_socks5_connection", "retry"})
    NOT_SENDING = frozenset({"receive_response_headers", "receive_response_body", "response_closed", "close"})

    has_request = False  # that httpx can send
    proves_nothing_sent = _further = False  # a connection was begun; it went further, over any

    def note(self, event: str, info: Mapping[str, Any]) -> None:
        """Take one event, such as `connection.connect_tcp.started`."""
        _, _, named = event.partition(".")
        operation, _, phase = named.partition(".")
        to_proxy = getattr(info.get("request"), "method", None) == b"CONNECT"
        if operation in self.CONNECTING:
            self.proves_nothing_sent |= phase == "started" and not self._further
        elif phase not in {"complete", "failed"} and not to_proxy and operation not in self.NOT_SENDING:
            self._further, self.proves_nothing_sent = True, False

    async def note_async(self, event: str, info: Mapping[str, Any]) -> None:
        self.note(event, info)


FAILURES: tuple[tuple[str, type[errors.HTTPClientError], bool], ...] = (
    # httpx's exceptions, the most specific first; our error; whether it may help to try again
    ("TimeoutException", errors.RequestTimeoutError, True),
    ("UnsupportedProtocol", errors.InvalidRequestError, False),
    ("LocalProtocolError", errors.InvalidRequestError, False),
    ("TransportError", errors.RequestConnectionError, True),
    ("SSLError", errors.RequestConnectionError, True),  # Python's: httpx2's async streams let it through
    ("InvalidURL", errors.InvalidRequestError, False),
)


def failure_of(library: ModuleType, error: Exception) -> Failure:
    if isinstance(error, errors.HTTPClientError):  # of a body that is sent in pieces
        return Failure(type(error), error.message)
    certificate = any(isinstance(each, ssl.SSLCertVerificationError) for each in chain(error))
    for name, kind, transient in FAILURES:
        if isinstance(error, getattr(library, name, ssl.SSLError)):
            quiet = kind is errors.InvalidRequestError or not str(error)  # a refusal quotes what it refuses
            said, final = "" if quiet else f": {error}", certificate
            if isinstance(error, library.ProxyError):
                said = said[:5]  # its status: the words may quote the credentials that the proxy was given
                final = said == ": 407"
                said += ", the proxy wants a user and password, in the URL of the proxy" * final
            return Failure(kind, f"{type(error).__name__}{said}", transient=transient and not final)
    if type(error).__module__.startswith("socksio"):
        return Failure(errors.RequestConnectionError, f"the SOCKS proxy: {type(error).__name__}", transient=True)
    return Failure(errors.UnexpectedClientError, f"the HTTP client raised {type(error).__name__}")


# --- Every private attribute of httpx 0.27 and 0.28, httpcore 1.0 and httpx2 2.16 that is used; any may be missing ----


def with_backend(transport: object, backend: object) -> None:
    """Let the pool of httpx's `transport`, which one call at a time uses, connect by `backend` and have no lock.

    httpx has no public way to choose a backend; without ours, its timeouts take the place of deadlines. The lock is a
    context manager in Python: a signal handler's exception between its two steps would leave it taken for ever.
    """
    pool = getattr(transport, "_pool", None)
    for name, value in (("_network_backend", backend), ("_optional_thread_lock", nullcontext())):
        if hasattr(pool, name):
            setattr(pool, name, value)


def connection_with_unread_bytes(response: httpx.Response) -> Any:  # noqa: ANN401 - of httpcore, sync or async
    """Return the connection if more has come over it than `response`, which has been read to its end; else `None`.

    The rest would reach the next caller as its response. httpcore 1.0.9 looks for it in the socket only, and not in
    h11. Where h11 cannot be reached the connection is returned, so as not to be used again.
    """
    connection: Any = response.extensions.get("network_stream")
    if connection is None or response.http_version != "HTTP/1.1":  # of HTTP/2 each frame names its stream
        return None
    inside: Any = response.stream
    for layer in ("_stream", "_httpcore_stream", "_stream", "_connection", "_h11_state", "trailing_data"):
        inside = getattr(inside, layer, None)
    return None if inside == (b"", False) else connection

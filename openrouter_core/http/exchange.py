"""One request and its response: our values become httpx's and back, and httpx's exceptions become failures.

The library, httpx or httpx2, is handed in as a module, for the two are alike. No I/O: the transports send and read.
"""

from __future__ import annotations

import os
import socket
import ssl
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, suppress
from functools import cache, lru_cache
from types import ModuleType
from typing import Any, Self, cast

import httpx

from openrouter_core import errors
from openrouter_core.http.attempt import Attempt, Clock
from openrouter_core.http.boundary import chain
from openrouter_core.http.clients import Clients
from openrouter_core.http.wire import (
    Failure,
    Headers,
    Opened,
    Request,
    Response,
    Send,
    SendingError,
    Streamed,
    decompress,
)


class _TooLargeError(Exception):
    """The body is larger than it may be."""


class Exchange:
    """One request, and as much of its response as has come. Sync and async ones differ in who waits.

    A body that is handed over is read by `read`, and holds its slot and its clients until `close`.
    """

    is_closed = True  # until its body is handed over

    def __init__(self, library: ModuleType, step: Send, clients: Clients, dropped: deque[Exchange]) -> None:
        self._library = library
        self._step = step
        self._clients = clients
        self._built = False
        self._trace = Trace()
        self._decoded = False
        self._chunks: list[bytes] = []
        self._size = 0
        self._dropped = dropped
        self._process = os.getpid()
        self._response: Any = None
        self.attempt = Attempt(step.deadline, step.abort)
        self.head: Response | None = None
        self.held = ExitStack()  # what is given back when the body is closed

    @property
    def is_of_this_process(self) -> bool:
        """Whether it was not begun before a fork: what a child reads of it, the parent misses."""
        return self._process == os.getpid()

    def opened(self) -> Opened | None:
        """Return the response whose body is to be handed over, if this is one."""
        opens, head = self._step.opens, self.head
        if opens is None or head is None or not head.is_success or "content-encoding" in head.headers:
            return None
        if not (head.content_type or "").strip().lower().startswith(opens):
            return None
        self.is_closed = False
        return Opened(head, self)

    def shut_down(self) -> None:
        """End what another thread or task waits for, without a lock. An HTTP/2 connection is left to its others."""
        shared = self._response is None or self._response.http_version == "HTTP/2"
        stream = None if shared else self._response.extensions.get("network_stream")
        opened = None if stream is None else stream.get_extra_info("socket")
        if opened is not None:
            with suppress(OSError):
                opened.shutdown(socket.SHUT_RDWR)

    def __del__(self) -> None:
        """Give the connection up, from the garbage collector: the next call does what takes a lock."""
        if not self.is_closed and self.is_of_this_process:
            self.shut_down()
            self._dropped.append(self)

    def request(self, observer: Callable[[str, Any], object]) -> httpx.Request:
        """Return httpx's request, with `observer` of what its connection does if it may change something."""
        request = self._step.request
        extensions: dict[str, object] = {"timeout": self._step.timeouts._asdict()}
        if self._step.changes:
            extensions["trace"] = observer
        # With `stream`, httpx adds nothing by itself, and does not look the headers through for what to add.
        (url, host), body = _target(self._library, request.url), request.body
        is_streamed = isinstance(body, Streamed)
        stream = _stream_class(self._library)(body) if is_streamed else self._library.ByteStream(body or b"")
        if url.scheme not in {"http", "https"}:
            raise self._library.UnsupportedProtocol(url.scheme)
        headers = _headers(request, host)
        built: httpx.Request = self._library.Request(
            request.method, url, headers=headers, stream=stream, extensions=extensions
        )
        if not is_streamed:
            built.read()  # so that whoever looks at `content`, an event hook say, finds it
        self._built = True
        return built

    def auth(self, client: httpx.Client | httpx.AsyncClient) -> httpx.Auth:
        """Return who adds credentials: the client's own `auth`, or nobody, so that httpx need not look into the URL."""
        return client.auth or cast("httpx.Auth", self._library.Auth())

    def take_head(self, response: httpx.Response) -> None:
        """Take status and headers; and the body, too, when the client has read it already."""
        fields = ((name.decode("latin-1"), value.decode("latin-1")) for name, value in response.headers.raw)
        self.head = Response(response.status_code, Headers(fields))
        if response.is_stream_consumed:  # an event hook of the client, or a transport for tests, has read it
            self._decoded = True

    def look(self) -> None:
        """Raise when the deadline has passed or the abort switch is set: a client that was given knows of neither."""
        abort = self.attempt.abort
        if Clock.monotonic() > self.attempt.deadline or (abort is not None and abort.is_set()):
            raise self._library.ReadTimeout("")

    def take(self, chunk: bytes) -> None:
        """Take a piece of the body; raise to stop reading when it is too large."""
        self._chunks.append(chunk)
        self._size += len(chunk)
        if self._size > self._step.max_response_bytes:
            raise _TooLargeError

    def response(self) -> Response:
        """Return the response that has come."""
        assert self.head is not None  # noqa: S101 - take_head() has run
        status, headers, limit = self.head.status_code, self.head.headers, self._step.max_response_bytes
        if self._size > limit:
            return Response(status, headers, b"", f"is larger than {limit} bytes")
        try:
            coding = "" if self._decoded else headers.get("content-encoding", "")
            return Response(status, headers, decompress(b"".join(self._chunks), coding, limit))
        except ValueError as error:
            return Response(status, headers, b"", str(error))

    def failure(self, error: Exception) -> Response | Failure | errors.SDKValidationError:
        """Return what `error`, raised while a client sent or read, means."""
        if self._clients.given is None and isinstance(
            error, errors.SDKValidationError
        ):  # of the environment: a wrong proxy, no certificates
            return error.without_traceback()
        if not self._built:
            reason = f"the request cannot be sent ({type(error).__name__})"
            return Failure(errors.InvalidRequestError, reason, sent=False)
        if isinstance(error, _TooLargeError):
            return self.response()
        if isinstance(error, self._library.HTTPStatusError) and self.head is None:
            # `raise_for_status` in an event hook of the client: an answer all the same, though its body was not read.
            raw = cast("httpx.HTTPStatusError", error).response
            answer = Response(raw.status_code, Headers(raw.headers), b"", "was not read")
            if not answer.is_success:
                return answer
        failure = Failure(error.kind, str(error)) if isinstance(error, SendingError) else _failure(self._library, error)
        for each in chain(error):
            each.__traceback__ = None  # since Python 3.12 its frames keep each other, and the request, by a circle
        if failure.kind is errors.RequestTimeoutError and Clock.monotonic() >= self._step.deadline:
            failure = failure._replace(reason="the deadline passed")
        return failure._replace(sent=not self._trace.proves_nothing_sent, head=self.head)


@cache
def _stream_class(library: ModuleType) -> Any:  # noqa: ANN401 - a class that both kinds of its clients send
    return type("Stream", (_Stream, library.SyncByteStream, library.AsyncByteStream), {})


class _Stream:
    def __init__(self, body: Streamed) -> None:
        self._body = body

    def __iter__(self) -> Iterator[bytes]:
        return self._body.pieces()

    def __aiter__(self) -> _Turns:
        return _Turns(self._body.pieces())


class _Turns:
    """Gives pieces, and leaves other tasks their turn before each; what an iterator holds open is closed with it."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> bytes:
        from asyncio import sleep

        await sleep(0)
        piece = next(self._pieces, None)
        if piece is None:
            raise StopAsyncIteration
        return piece


@lru_cache(maxsize=256)
def _target(library: ModuleType, text: str) -> tuple[httpx.URL, bytes]:
    """Return httpx's URL and what `Host` says: parsing takes an eighth of a call, and most operations have one URL."""
    url: httpx.URL = library.URL(text)
    return url, url.netloc


def _headers(request: Request, host: bytes) -> list[tuple[bytes, bytes]]:
    """Return the request's headers, and before them those that any request has, unless a hook has set them."""
    given, framing = request.headers, list[tuple[bytes, bytes]]()
    if "host" not in given:
        framing.append((b"Host", host))
    if request.body is not None and "content-length" not in given and "transfer-encoding" not in given:
        size = request.body.size if isinstance(request.body, Streamed) else len(request.body)
        framing.append((b"Transfer-Encoding", b"chunked") if size is None else (b"Content-Length", b"%d" % size))
    return framing + given.encoded()


class Trace:
    """What the trace of httpcore tells of a request (its extension `trace`, which httpx documents).

    This is the one place that answers "was it sent?". It may have been, unless the trace shows that the attempt got no
    further than to a connection: what a transport names its exceptions proves nothing, and neither does silence.
    """

    CONNECTING = frozenset({"connect_tcp", "connect_unix_socket", "start_tls", "setup_socks5_connection", "retry"})
    NOT_SENDING = frozenset({"receive_response_headers", "receive_response_body", "response_closed", "close"})

    def __init__(self) -> None:
        self._connecting = False
        self._further = False

    @property
    def proves_nothing_sent(self) -> bool:
        """Whether a connection was begun, and nothing was sent over any."""
        return self._connecting and not self._further

    def note(self, event: str, info: Mapping[str, Any]) -> None:
        """Take one event, such as `connection.connect_tcp.started`."""
        _, _, named = event.partition(".")
        operation, _, phase = named.partition(".")
        to_proxy = getattr(info.get("request"), "method", None) == b"CONNECT"
        if operation in self.CONNECTING:
            self._connecting = self._connecting or phase == "started"
        elif phase not in {"complete", "failed"} and not to_proxy and operation not in self.NOT_SENDING:
            self._further = True


FAILURES: tuple[tuple[str, type[errors.HTTPClientError], bool], ...] = (
    # httpx's exceptions, the most specific first; our error; whether it may help to try again
    ("TimeoutException", errors.RequestTimeoutError, True),
    ("UnsupportedProtocol", errors.InvalidRequestError, False),
    ("LocalProtocolError", errors.InvalidRequestError, False),
    ("TransportError", errors.RequestConnectionError, True),
    ("InvalidURL", errors.InvalidRequestError, False),
)


def _failure(library: ModuleType, error: Exception) -> Failure:
    certificate = any(isinstance(each, ssl.SSLCertVerificationError) for each in chain(error))
    if isinstance(error, ssl.SSLError):  # httpx2's async streams let it through when a record is broken
        reason, transient = f"{type(error).__name__}: {error}", not certificate
        return Failure(errors.RequestConnectionError, reason, transient=transient)
    for name, kind, transient in FAILURES:
        if isinstance(error, getattr(library, name)):
            quiet = kind is errors.InvalidRequestError or not str(error)  # a refusal quotes what it refuses
            said, final = "" if quiet else f": {error}", certificate
            if isinstance(error, library.ProxyError):
                said = said[:5]  # its status: the words may quote the credentials that the proxy was given
                final = said == ": 407"  # it wants other credentials
            return Failure(kind, f"{type(error).__name__}{said}", transient=transient and not final)
    if type(error).__module__.startswith("socksio"):
        return Failure(errors.RequestConnectionError, f"the SOCKS proxy: {type(error).__name__}", transient=True)
    return Failure(errors.UnexpectedClientError, f"the HTTP client raised {type(error).__name__}")

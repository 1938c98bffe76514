"""A request goes out, and its response comes back."""

from __future__ import annotations

import os
import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeAlias, cast

from openrouter_core import errors
from openrouter_core.http.boundary import chain, current_exception, raise_interruption
from openrouter_core.http.translation import Trace, connection_with_unread_bytes, failure_of, translated
from openrouter_core.http.waiting import Clock, Steps, T
from openrouter_core.http.wire import Failure, Headers, Response, Send, decompress
from openrouter_core.model import evolve

Reply: TypeAlias = "Response | Failure | errors.SDKValidationError | Exchange"

NO_SLOT = Failure(errors.RequestTimeoutError, "no connection was free", sent=False, transient=True, waited=True)
OCCUPIED = Failure(errors.UnexpectedClientError, "another task reads it")
OF_THE_PARENT = Failure(errors.RequestConnectionError, "it was begun by the parent process")


class Exchange:
    """One request, and as much of its response as has come. A body that is handed over holds slot and line."""

    is_closed = True  # until its body is handed over
    _line: Any = None  # the `Line` over which it is sent
    _response: Any = None
    head: Response | None = None
    _pieces: Any = None
    _is_whole = False  # nothing more of the response is to come, so that another may come over its line

    def __init__(self, transport: Any, step: Send) -> None:  # noqa: ANN401 - a `Transport`, which imports this
        self._transport, self.step = transport, step
        self._library: Any = transport.known_library
        self._wait: Callable[[Any], Steps[Any]] = transport.wait
        self._trace = Trace()
        self.held: list[Callable[[], object]] = []  # gives its slot back

    def let_go(self) -> None:
        line, self._line = self._line, None
        if line is not None and self._is_whole:
            self._transport.give_back(line)
        elif line is not None:
            line.backend.close()
        while self.held:
            self.held.pop()()

    def safely(self, steps: Steps[T]) -> Steps[T | Reply]:
        """Return what `steps` return, or what the exception means that ends the exchange."""
        outside = current_exception()
        try:
            return (yield from steps)
        except BaseException as error:  # httpx raises more than its own exceptions
            self._is_whole = False
            raise_interruption(error, outside)
            if not isinstance(error, Exception):
                error.__traceback__ = None  # a scope of anyio, in a frame of it, would keep the request by a circle
                raise
            return self._failure(error)

    def begun(self) -> Steps[Reply]:
        """Send the request, and return the response; or the exchange itself, when its body is to be handed over."""
        self._line = line = self._transport.take(self.step.request.url)
        line.backend.deadline, line.backend.abort = self.step.deadline, self.step.abort
        library, blocks = self._library, self._transport.blocks
        auth = line.client.auth or library.Auth()  # nobody, so that httpx need not look into the URL
        sending = line.client.send(  # in one expression: a request in a frame would show its body
            translated(library, self.step, self._trace, blocks=blocks), stream=True, auth=auth, follow_redirects=False
        )
        response = yield from self._wait(sending)
        fields = [(name.decode("latin-1"), value.decode("latin-1")) for name, value in response.headers.raw]
        self._response, self.head = response, (head := Response(response.status_code, Headers(fields)))
        # An event hook of the client, or a transport for tests, may have read it. `iter_raw` would close it at its end.
        is_read, limit = response.is_stream_consumed, self.step.max_response_bytes
        whole = library.ByteStream(response.content) if is_read else response.stream
        self._pieces = iter(whole) if blocks else aiter(whole)
        if self._opens(head):
            self._process, self._reading, self.is_closed = os.getpid(), threading.Lock(), False
            return self
        try:
            body = yield from self._read(limit)
        finally:
            yield from self._close(response)
            response.stream = None  # a circle, which would keep the request's body until a collection
        try:
            coding = "" if is_read else head.headers.get("content-encoding", "")
            return Response(head.status_code, head.headers, decompress(body, coding, limit))
        except ValueError as error:
            return Response(head.status_code, head.headers, b"", str(error))

    def _opens(self, head: Response) -> bool:
        if self.step.opens is None or not head.is_success or "content-encoding" in head.headers:
            return False
        if not self.step.opens:  # a file: 204 has none, 206 has a part
            return head.status_code in {200, 203}
        return (head.content_type or "").strip().lower().startswith(self.step.opens)

    def _read(self, most: int) -> Steps[bytes]:
        """Return the body; stop reading when it is larger than `most` bytes."""
        pieces, size = list[bytes](), 0
        while size <= most and (piece := (yield from self._piece())) is not None:
            pieces.append(piece)
            size += len(piece)
        return b"".join(pieces)

    def _piece(self) -> Steps[bytes | None]:
        """Return the next piece of the body, which may be empty; `None` at its end."""
        backend, take, source = self._line.backend, self._transport.next_piece, self._pieces
        if self._transport.blocks:
            piece: bytes | None = take(source, None)
        else:  # a client that was given does not look at the switch; our own does, by the one timer of its line
            is_blind = self._transport.given is not None and backend.abort is not None
            taking: Steps[Any] = backend.within(take, source, None) if is_blind else self._wait(take(source, None))
            piece = yield from taking
        if piece is None:
            if (dirty := connection_with_unread_bytes(self._response)) is not None:
                yield from self._close(dirty)
            self._is_whole = True
        elif Clock.monotonic() > backend.deadline or (backend.abort is not None and backend.abort.is_set()):
            raise self._library.ReadTimeout("")  # a client that was given knows of neither
        return None if piece is None else b"".join((piece,))  # a transport may give another kind of buffer

    def _close(self, opened: Any) -> Steps[None]:  # noqa: ANN401 - of httpx or httpcore
        yield from self._wait(opened.close() if self._transport.blocks else opened.aclose())

    def _failure(self, error: Exception) -> Response | Failure | errors.SDKValidationError:
        """Return what `error`, raised while a client sent or read, means."""
        if self._transport.given is None and isinstance(error, errors.SDKValidationError):
            return error.without_traceback()  # of the environment: a wrong proxy, no certificates
        if not self._trace.has_request:
            reason = f"the request cannot be sent ({type(error).__name__})"
            return Failure(errors.InvalidRequestError, reason, sent=False)
        if isinstance(error, self._library.HTTPStatusError) and self.head is None:
            # `raise_for_status` in an event hook of the client: an answer all the same, though its body was not read.
            raw = cast("Any", error).response
            if not raw.is_success:
                return Response(raw.status_code, Headers(raw.headers), b"", "was not read")
        failure = failure_of(self._library, error)
        for each in chain(error):
            each.__traceback__ = None  # since Python 3.12 its frames keep each other, and the request, by a circle
        if failure.kind is errors.RequestTimeoutError and Clock.monotonic() >= self.step.deadline:
            failure = evolve(failure, reason="the deadline passed")
        return evolve(failure, sent=not self._trace.proves_nothing_sent, head=self.head)

    def read(self) -> Steps[Any]:
        """Return the next piece of a body, which may be empty; `None` at its end, and when it is closed."""
        if self._process != os.getpid():  # what a child reads of it, the parent misses
            return OF_THE_PARENT
        if not self._reading.acquire(self._transport.blocks):
            return OCCUPIED
        try:
            piece = None if self.is_closed else (yield from self.safely(self._piece()))
        except BaseException:  # its connection is closed by then
            self.is_closed = True
            self.let_go()
            raise
        finally:
            self._reading.release()
        if self.is_closed:  # by another thread or task, which leaves the rest to be done here
            piece = None
        if not isinstance(piece, bytes):
            yield from self.closed()
        return piece

    def finish(self, seconds: float) -> Steps[None]:
        """Read to the end if that takes no longer, so that the connection can be used again; then close."""
        if (line := self._line) is not None:  # another thread may let it go meanwhile
            line.backend.deadline = min(self.step.deadline, Clock.monotonic() + seconds)
        while isinstance((yield from self.read()), bytes):
            pass
        yield from self.closed()

    def closed(self) -> Steps[None]:
        """Close the connection, unless the body has been read to its end."""
        self.is_closed = True
        if not self._reading.acquire(blocking=False):  # another thread or task reads, or what a signal interrupted
            self.shut_down()
            return
        try:
            for opened in (self._pieces, self._response):
                yield from self.safely(self._close(opened))
        finally:
            self._reading.release()
            self.let_go()

    def shut_down(self) -> None:
        """End what another thread or task waits for, without a lock. An HTTP/2 connection is left to its others."""
        with suppress(AttributeError, OSError):  # there is no socket, as in a transport for tests, or it is closed
            self._line.backend.deadline = 0.0  # for whoever gets only empty pieces
            if self._response.http_version != "HTTP/2":
                self._response.extensions.get("network_stream").get_extra_info("socket").shutdown(socket.SHUT_RDWR)

    def __del__(self) -> None:
        """Give the connection up, from the garbage collector: the next call does what takes a lock."""
        if not self.is_closed and self._process == os.getpid():
            self.shut_down()
            self._transport.dropped.append(self)

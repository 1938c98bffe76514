"""Connections under httpcore's pools (its public interface `NetworkBackend`), which keep the deadline of a call.

Here a wait blocks; `async_transport` has it for an event loop. TLS runs in memory, over anything, as a proxy's TLS.
"""

from __future__ import annotations

import encodings.idna  # noqa: F401  # pyright: ignore[reportUnusedImport] - `getaddrinfo` would load it, in the midst of a first call
import errno
import os
import select
import selectors
import socket
import ssl
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import cache, partial
from typing import Any, cast
from weakref import WeakSet, finalize

import httpcore
import httpx

from openrouter_core.errors import SDKValidationError
from openrouter_core.http.boundary import current_exception, raise_interruption
from openrouter_core.http.waiting import ABORT_POLL_SECONDS, Abort, Clock, Steps, T, at_once, settled

CHUNK_BYTES = 65_536
ANSWER_SECONDS = 1.0  # what can be read may be no answer: TLS sends tickets, too
NEXT_ADDRESS_SECONDS = 0.25  # RFC 8305, 5: the recommended delay between two connection attempts

UNREAD_AUTHORITIES = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
"""Stands for `authorities()` until the first TLS handshake. By itself it trusts nobody."""


@cache
def authorities() -> ssl.SSLContext:
    """Return the TLS context with httpx's certificate authorities, which take some 30 ms: once, and only for TLS."""
    outside = current_exception()
    try:
        context = httpx.create_ssl_context()
    except OSError as error:
        raise_interruption(error, outside)
        variable, fault = "SSL_CERT_FILE", "the certificate authorities cannot be read"
        if error.filename and error.filename == os.environ.get("SSLKEYLOGFILE"):
            variable, fault = "SSLKEYLOGFILE", "cannot be written"
        raise SDKValidationError(f"{fault} ({type(error).__name__})", parameter=variable) from None
    context.set_alpn_protocols(["http/1.1"])
    return context


class Backend:
    """What opens connections, and can close all of them. It says how they wait: by blocking."""

    run: Callable[[Any], Any] = staticmethod(settled)  # returns what the steps return, or what is to be awaited for it
    deadline = float("inf")  # of the call that uses it, by `Clock.monotonic`
    abort: Abort | None = None  # what ends a wait for bytes, looked at every 20 ms
    until = float("inf")  # when what is waited for in the network times out

    def __init__(self) -> None:
        self._streams: WeakSet[Stream] = WeakSet()

    def left(self) -> float:
        """Return how many seconds what is waited for may still take; raise `TimeoutError` when it is over."""
        if (left := self.until - Clock.monotonic()) <= 0:
            raise TimeoutError("the time is over")
        return left

    def next_look(self) -> float:
        """Return `left`, but no more than until the next look at the switch; raise `TimeoutError` when that is set."""
        if self.abort is not None and self.abort.is_set():
            raise TimeoutError("it was aborted")
        return self.left() if self.abort is None else min(self.left(), ABORT_POLL_SECONDS)

    def close(self) -> None:
        for stream in self._streams:
            stream.close()

    def receive(self, connection: socket.socket, most: int) -> Steps[bytes]:
        yield from ()
        while self.abort is not None and not is_readable(connection.fileno(), self.next_look()):
            pass
        connection.settimeout(self.left())
        return connection.recv(most)

    def send(self, connection: socket.socket, data: memoryview) -> Steps[None]:
        yield from ()
        while data:  # a slice of it is no copy
            connection.settimeout(self.left())
            data = data[connection.send(data) :]

    def addresses(self, host: str, port: int) -> Steps[list[Any]]:
        return at_once(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))

    def begin(self, opening: socket.socket, address: Any) -> Any:  # noqa: ANN401
        failed = opening.connect_ex(address)
        if failed not in {0, errno.EINPROGRESS, errno.EWOULDBLOCK}:
            opening.close()  # there is no route, say: the socket will not tell it again
            raise OSError(failed, os.strerror(failed))
        return opening

    def arrived(self, racing: Iterable[Any], seconds: float | None) -> Steps[list[tuple[Any, BaseException | None]]]:
        """Wait until some are connected or have failed, or for so many seconds; tell who, and why."""
        yield from ()
        left = self.left()
        with selectors.DefaultSelector() as selector:
            for opening in racing:
                selector.register(opening, selectors.EVENT_WRITE)
            ready = [key.fileobj for key, _ in selector.select(left if seconds is None else min(left, seconds))]
        told = [(each, cast("Any", each).getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)) for each in ready]
        return [(opening, OSError(error, os.strerror(error)) if error else None) for opening, error in told]

    def abandon(self, racer: Any, opening: socket.socket) -> None:  # noqa: ANN401, ARG002 - they are the same
        opening.close()

    def connect_tcp(self, host: str, port: int, timeout: float | None = None, *_: Any, **__: Any) -> Any:  # noqa: ANN401
        connected = self._connected(host, port)
        return self.run(self.timed(connected, timeout, httpcore.ConnectTimeout, httpcore.ConnectError))

    def _connected(self, host: str, port: int) -> Steps[Stream]:
        """Connect to the first address that answers (RFC 8305). asyncio's own race leaves sockets open if cancelled."""
        addresses = yield from self.addresses(host, port)
        failure: BaseException | None = OSError("the name has no address")
        racing: dict[Any, socket.socket] = {}
        try:
            while addresses or racing:
                if addresses:
                    family, *_, address = addresses.pop(0)
                    try:
                        opening = socket.socket(family, socket.SOCK_STREAM)
                        opening.settimeout(0)
                        racing[self.begin(opening, address)] = opening
                    except OSError as refusal:  # there is no IPv6 or no route, say, or there are no more files
                        failure = refusal
                        continue
                for racer, failure in (yield from self.arrived(racing, NEXT_ADDRESS_SECONDS if addresses else None)):
                    opened = racing.pop(racer)
                    if failure is None:
                        self._streams.add(stream := Stream(opened, self))
                        return stream
                    opened.close()
        finally:
            for racer, opening in racing.items():
                self.abandon(racer, opening)
        raise cast("BaseException", failure)

    def timed(
        self, steps: Steps[T], timeout: float | None, late: Callable[[str], Exception], broken: type[Exception]
    ) -> Steps[T]:
        """Return what `steps` return within `timeout` and the deadline; raise httpcore's exceptions for the system's.

        A signal handler's exception is looked for here, too: codecs put another around it (IDNA is one, and in
        Python), and httpcore 1.0.9 drops the cause (`raise exc from None`).
        """
        outside = current_exception()
        self.until = self.deadline if timeout is None else min(self.deadline, Clock.monotonic() + timeout)
        try:
            return (yield from steps)
        except Exception as error:
            raise_interruption(error, outside)
            if isinstance(error, OSError | UnicodeError):  # UnicodeError: a host that IDNA refuses
                raise (late if isinstance(error, TimeoutError) else broken)(str(error)) from error
            raise


class Stream:
    """A connection. It is closed when nobody holds it any more."""

    ssl_object: Any = None

    def __init__(self, opened: socket.socket, backend: Backend) -> None:
        opened.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.socket, self.backend = opened, backend
        self.close = finalize(self, opened.close)

    @property
    def is_readable(self) -> bool:
        return is_readable(self.socket.fileno())

    def receive(self, most: int) -> Steps[bytes]:
        return self.backend.receive(self.socket, most)

    def send(self, data: memoryview) -> Steps[None]:
        return self.backend.send(self.socket, data)

    def read(self, max_bytes: int, timeout: float | None = None) -> Any:  # noqa: ANN401 - as `Backend.run` has it
        receiving = self.receive(max_bytes)
        return self.backend.run(self.backend.timed(receiving, timeout, httpcore.ReadTimeout, httpcore.ReadError))

    def write(self, buffer: bytes, timeout: float | None = None) -> Any:  # noqa: ANN401
        sending = self.backend.timed(self.send(memoryview(buffer)), timeout, self._late_write, httpcore.WriteError)
        return self.backend.run(sending if buffer else iter(()))  # h11 has nothing to send where a body would end

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> Any:  # noqa: ANN401
        securing = self._secured(ssl_context, server_hostname)
        return self.backend.run(self.backend.timed(securing, timeout, httpcore.ConnectTimeout, httpcore.ConnectError))

    def _secured(self, context: ssl.SSLContext, server_hostname: str | None) -> Steps[Stream]:
        secured = _TLS(context, server_hostname, self)
        yield from secured.steps(secured.ssl_object.do_handshake)
        return secured

    def _late_write(self, reason: str) -> Exception:
        """Return what a late write raises: after `WriteError` httpcore reads the response, such as an early 413."""
        if not is_readable(self.socket.fileno()):
            return httpcore.WriteTimeout(reason)
        self.backend.deadline = min(self.backend.deadline, Clock.monotonic() + ANSWER_SECONDS)
        return httpcore.WriteError(reason)

    async def aclose(self) -> None:
        self.close()  # never waits

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401 - httpcore's own signature
        return getattr(self, info, None)


class _TLS(Stream):
    def __init__(self, context: ssl.SSLContext, server_hostname: str | None, below: Stream) -> None:
        self.socket, self.backend, self.close, self._below = below.socket, below.backend, below.close, below
        self._incoming, self._outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        real = authorities() if context is UNREAD_AUTHORITIES else context
        self.ssl_object = real.wrap_bio(self._incoming, self._outgoing, server_hostname=server_hostname)

    @property
    def is_readable(self) -> bool:
        return bool(self._incoming.pending or self.ssl_object.pending()) or self._below.is_readable

    def receive(self, most: int) -> Steps[bytes]:
        # Without a `close_notify` an end is an error, for the rest may have been cut off (RFC 9112, 9.8).
        return self.steps(partial(self.ssl_object.read, most))

    def send(self, data: memoryview) -> Steps[None]:
        while data:
            data = data[(yield from self.steps(partial(self.ssl_object.write, data[:CHUNK_BYTES]))) :]

    def steps(self, operation: Callable[[], T]) -> Steps[T]:
        """Return what an operation of the session returns, and send and receive what it needs."""
        while True:
            result: list[T] = []
            with suppress(ssl.SSLWantReadError):
                result.append(operation())
            if self._outgoing.pending:
                yield from self._below.send(memoryview(self._outgoing.read()))
            if result:
                return result[0]
            if came := (yield from self._below.receive(CHUNK_BYTES)):
                self._incoming.write(came)
            else:
                self._incoming.write_eof()


def is_readable(descriptor: int, seconds: float = 0) -> bool:
    """Return whether a read of the socket would not wait, then or within so many `seconds`; nor if it is closed."""
    if descriptor < 0:
        return True
    if not hasattr(select, "poll"):  # pragma: no cover - Windows has none, and no limit to what `select` takes
        return bool(select.select([descriptor], [], [], seconds)[0])
    poll = select.poll()
    poll.register(descriptor, select.POLLIN)
    return bool(poll.poll(seconds * 1000))

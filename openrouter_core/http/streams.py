"""Connections, which keep the deadline of the attempt that uses them: a layer under httpcore's pools.

httpcore takes it by its public interface `NetworkBackend`. `transport` and `async_transport` add how they wait.
TLS runs in memory (`ssl.MemoryBIO`), so that it is the same for both, and lies over anything: over a socket, and over
another TLS, as through a proxy that is itself spoken to over TLS. Nothing here knows requests or responses.
"""

from __future__ import annotations

import select
import socket
import ssl
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, TypeAlias, TypeVar, cast
from weakref import finalize

import httpcore

from openrouter_core.errors import SDKValidationError
from openrouter_core.http.attempt import ATTEMPT, Clock
from openrouter_core.http.authorities import UNREAD_AUTHORITIES, authorities
from openrouter_core.http.boundary import current_exception, raise_interruption
from openrouter_core.http.steps import Steps

T = TypeVar("T")
Late: TypeAlias = Callable[[str], Exception]
CHUNK_BYTES = 65_536
ANSWER_SECONDS = 1.0  # what can be read may be no answer: TLS sends tickets, too
NEXT_ADDRESS_SECONDS = 0.25  # RFC 8305, 5: the recommended delay between two connection attempts


class Backend:
    """What opens connections, and can close all of them."""

    orderly: tuple[type[BaseException], ...] = (SDKValidationError,)  # may end a call and leave a pool as it should be
    run: Callable[[Any], Any]  # returns what the steps return, or what is to be awaited for it
    receive: Callable[[socket.socket, int], Steps[bytes]]
    send: Callable[[socket.socket, memoryview], Steps[None]]
    addresses: Callable[[str, int], Steps[list[Any]]]  # of `socket.getaddrinfo`
    begin: Callable[[socket.socket, Any], Any]  # begins to connect, and returns who takes part in the race
    arrived: Callable[[Iterable[Any], float | None], Steps[list[tuple[Any, BaseException | None]]]]
    """Waits until some are connected or have failed, but not beyond so many seconds; tells who, and why."""
    abandon: Callable[[Any, socket.socket], None]  # closes a socket that need not connect any more

    def __init__(self) -> None:
        self.streams: set[Stream] = set()

    def close(self) -> None:
        for stream in list(self.streams):
            stream.close()

    def connect_tcp(self, host: str, port: int, timeout: float | None = None, *_: Any, **__: Any) -> Any:  # noqa: ANN401
        connected = self._connected(host, port)
        return self.run(_timed(connected, timeout, httpcore.ConnectTimeout, httpcore.ConnectError))

    def _connected(self, host: str, port: int) -> Steps[Stream]:
        """Connect to the first address of `host` that answers.

        They race, each beginning a moment after the one before (RFC 8305): one that is dead must not take the others'
        time. asyncio's own race (`happy_eyeballs_delay`) leaves sockets open when it is cancelled.
        """
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
                        ATTEMPT.get().opened = stream = Stream(opened, self)
                        return stream
                    opened.close()
        finally:
            for racer, opening in racing.items():
                self.abandon(racer, opening)
        raise cast("BaseException", failure)


def _timed(steps: Steps[T], timeout: float | None, late: Late, broken: type[Exception]) -> Steps[T]:
    """Return what `steps` return within `timeout` and the deadline; raise httpcore's exceptions for the system's.

    A signal handler's exception is looked for here, too: codecs put another around it (IDNA is one, and in Python), and
    httpcore 1.0.9 drops the cause (`raise exc from None`).
    """
    attempt, outside = ATTEMPT.get(), current_exception()
    attempt.until = attempt.deadline if timeout is None else min(attempt.deadline, Clock.monotonic() + timeout)
    try:
        attempt.left()
        return (yield from steps)
    except Exception as error:
        raise_interruption(error, outside)
        if isinstance(error, OSError | UnicodeError):  # UnicodeError: a host that IDNA refuses
            raise (late if isinstance(error, TimeoutError) else broken)(str(error)) from error
        raise
    finally:
        attempt.until = None


class _Plain:
    """A socket, as what lies lowest."""

    session = None

    def __init__(self, opened: socket.socket, backend: Backend) -> None:
        self.receive = partial(backend.receive, opened)
        self.send = partial(backend.send, opened)
        self._descriptor = opened.fileno

    @property
    def is_readable(self) -> bool:
        return is_readable(self._descriptor())


class _TLS:
    """One TLS session over another layer, from the client's side."""

    def __init__(self, context: ssl.SSLContext, server_hostname: str | None, below: _Plain | _TLS) -> None:
        self._incoming, self._outgoing, self._below = ssl.MemoryBIO(), ssl.MemoryBIO(), below
        real = authorities() if context is UNREAD_AUTHORITIES else context
        self.session = real.wrap_bio(self._incoming, self._outgoing, server_hostname=server_hostname)

    @property
    def is_readable(self) -> bool:
        return bool(self._incoming.pending or self.session.pending()) or self._below.is_readable

    def receive(self, most: int) -> Steps[bytes]:
        # Without a `close_notify` an end is an error, for the rest may have been cut off (RFC 9112, 9.8).
        return self.steps(partial(self.session.read, most))

    def send(self, data: memoryview) -> Steps[None]:
        while data:  # a slice of it is no copy
            data = data[(yield from self.steps(partial(self.session.write, data[:CHUNK_BYTES]))) :]

    def steps(self, operation: Callable[[], T]) -> Steps[T]:
        """Return what an operation of the session returns, and send and receive what it needs."""
        while True:
            try:
                result = operation()
            except ssl.SSLWantReadError:
                yield from self._flush()
                if came := (yield from self._below.receive(CHUNK_BYTES)):
                    self._incoming.write(came)
                else:
                    self._incoming.write_eof()
            else:
                yield from self._flush()
                return result

    def _flush(self) -> Steps[None]:
        if self._outgoing.pending:
            yield from self._below.send(memoryview(self._outgoing.read()))


class Stream:
    """A connection, and the sessions of TLS over it. It is closed when nobody holds it any more."""

    def __init__(self, opened: socket.socket, backend: Backend) -> None:
        opened.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._socket = opened
        self._backend = backend
        self._top: _Plain | _TLS = _Plain(opened, backend)
        self._let_go = finalize(self, opened.close)
        backend.streams.add(self)  # the last: a signal may come before any line

    def read(self, max_bytes: int, timeout: float | None = None) -> Any:  # noqa: ANN401 - as `Backend.run` has it
        receiving = self._top.receive(max_bytes)
        return self._backend.run(_timed(receiving, timeout, httpcore.ReadTimeout, httpcore.ReadError))

    def write(self, buffer: bytes, timeout: float | None = None) -> Any:  # noqa: ANN401
        sending = _timed(self._top.send(memoryview(buffer)), timeout, self._late_write, httpcore.WriteError)
        return self._backend.run(sending if buffer else iter(()))  # h11 has nothing to send where a body would end

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> Any:  # noqa: ANN401
        securing = self._secured(ssl_context, server_hostname)
        return self._backend.run(_timed(securing, timeout, httpcore.ConnectTimeout, httpcore.ConnectError))

    def _secured(self, context: ssl.SSLContext, server_hostname: str | None) -> Steps[Stream]:
        tls = _TLS(context, server_hostname, self._top)
        yield from tls.steps(tls.session.do_handshake)
        self._top = tls
        return self

    def _late_write(self, reason: str) -> Exception:
        """Return what a write raises that takes too long: httpcore reads the response after an error of writing.

        A server that refuses an upload may answer in the midst of it, and read no further.
        """
        if not is_readable(self._socket.fileno()):
            return httpcore.WriteTimeout(reason)
        attempt = ATTEMPT.get()
        attempt.deadline = min(attempt.deadline, Clock.monotonic() + ANSWER_SECONDS)
        return httpcore.WriteError(reason)

    def close(self) -> None:
        self._backend.streams.discard(self)
        self._let_go()

    async def aclose(self) -> None:
        self.close()  # never waits

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401 - httpcore's own signature
        if info == "is_readable":  # each call has its pool ask this of every idle connection
            return self._top.is_readable
        if info == "ssl_object":
            return self._top.session
        return self._socket if info == "socket" else None


def is_readable(descriptor: int, seconds: float = 0) -> bool:
    """Return whether a read of the socket would not wait, then or within so many `seconds`; nor if it is closed."""
    if descriptor < 0:
        return True
    if not hasattr(select, "poll"):  # pragma: no cover - Windows has none, and no limit to what `select` takes
        return bool(select.select([descriptor], [], [], seconds)[0])
    poll = select.poll()
    poll.register(descriptor, select.POLLIN)
    return bool(poll.poll(seconds * 1000))

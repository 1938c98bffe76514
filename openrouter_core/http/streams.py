"""What connections of sync and async calls have in common: a socket, and TLS over it. No I/O.

TLS runs in memory (`ssl.MemoryBIO`), so that it is the same for both, and lies over anything: over a socket, and over
another TLS, as through a proxy that is itself spoken to over TLS.
"""

from __future__ import annotations

import select
import socket
import ssl
from collections.abc import Callable, Generator
from functools import partial
from typing import Any, TypeVar
from weakref import finalize

import httpcore

from openrouter_core.http.attempt import ATTEMPT, Clock
from openrouter_core.http.authorities import real_context

T = TypeVar("T")
CHUNK_BYTES = 65_536
ANSWER_SECONDS = 1.0  # what can be read may be no answer: TLS sends tickets, too
NEXT_ADDRESS_SECONDS = 0.25  # RFC 8305, 5: the recommended delay between two connection attempts


class TLS:
    """One TLS session, from the client's side.

    Its operations are generators: each yields what is to be sent and whether it needs what comes, and returns.
    """

    def __init__(self, context: ssl.SSLContext, server_hostname: str | None) -> None:
        self._incoming, self._outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        wrap = real_context(context).wrap_bio
        self.session = wrap(self._incoming, self._outgoing, server_hostname=server_hostname)

    @property
    def has_unread(self) -> bool:
        return bool(self._incoming.pending or self.session.pending())

    def handshake(self) -> Generator[tuple[bytes, bool], bytes, None]:
        return self._steps(self.session.do_handshake)

    def read(self, most: int) -> Generator[tuple[bytes, bool], bytes, bytes]:
        # Without a `close_notify` an end is an error, for the rest may have been cut off (RFC 9112, 9.8).
        return self._steps(partial(self.session.read, most))

    def write(self, data: memoryview) -> Generator[tuple[bytes, bool], bytes, int]:
        return self._steps(partial(self.session.write, data))

    def _steps(self, operation: Callable[[], T]) -> Generator[tuple[bytes, bool], bytes, T]:
        while True:
            try:
                result = operation()
            except ssl.SSLWantReadError:
                came = yield self._outgoing.read(), True
                if came:
                    self._incoming.write(came)
                else:
                    self._incoming.write_eof()
            else:
                yield self._outgoing.read(), False
                return result


class Backend:
    """What opens connections, and can close all of them."""

    def __init__(self) -> None:
        self._streams: set[Any] = set()

    def close(self) -> None:
        for stream in list(self._streams):
            stream.close()


class Stream:
    """A connection, and the sessions of TLS over it, the innermost last. It is closed when nobody holds it any more."""

    def __init__(self, opened: socket.socket, siblings: set[Any]) -> None:
        opened.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._socket = opened
        self._layers: list[TLS] = []
        self._siblings = siblings
        self._let_go = finalize(self, opened.close)
        siblings.add(self)  # the last: a signal may come before any line

    def late_write(self, reason: str) -> Exception:
        """Return what a write raises that takes too long: httpcore reads the response after an error of writing.

        A server that refuses an upload may answer in the midst of it, and read no further.
        """
        if not is_readable(self._socket.fileno()):
            return httpcore.WriteTimeout(reason)
        attempt = ATTEMPT.get()
        attempt.deadline = min(attempt.deadline, Clock.monotonic() + ANSWER_SECONDS)
        return httpcore.WriteError(reason)

    def close(self) -> None:
        self._siblings.discard(self)
        self._let_go()

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401 - httpcore's own signature
        if info == "is_readable":  # each call has its pool ask this of every idle connection
            return any(layer.has_unread for layer in self._layers) or is_readable(self._socket.fileno())
        if info == "ssl_object":
            return self._layers[-1].session if self._layers else None
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

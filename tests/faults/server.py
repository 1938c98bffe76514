"""A raw-socket HTTP server that misbehaves to order, in a process of its own.

Mocks never touch a socket, and a well-made server refuses to break the protocol; this one does what it is told, byte by
byte. A test opens an endpoint with one script for each request that it expects (the last one repeats), and may ask how
many connections and requests came. Nothing here knows the SDK.
"""

from __future__ import annotations

import multiprocessing
import socket
import ssl
import struct
import sys
import threading
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs

from tests.processes import unmeasured

if TYPE_CHECKING:
    from collections.abc import Sequence
    from multiprocessing.connection import Connection
    from pathlib import Path
    from typing import Self

__all__ = ["Close", "Drip", "Endpoint", "FaultServer", "Flood", "Pause", "Reset", "Say", "Script", "Step", "response"]


@attrs.frozen
class Say:
    """Send these bytes; with `early`, before anything of the request is read."""

    data: bytes
    early: bool = False


@attrs.frozen
class Flood:
    """Send these bytes over and over, as fast as they go, until the client hangs up."""

    data: bytes


@attrs.frozen
class Drip:
    """Send these bytes one by one, over and over when `forever`, with a pause after each."""

    data: bytes
    seconds: float = 0.005
    forever: bool = False


@attrs.frozen
class Pause:
    """Do nothing for so long."""

    seconds: float


@attrs.frozen
class Close:
    """Close the connection; with `early`, before anything of the request is read."""

    early: bool = False


@attrs.frozen
class Reset:
    """Reset the connection (RST); with `early`, before anything of the request is read."""

    early: bool = False


LINGER = "hh" if sys.platform == "win32" else "ii"

Step: TypeAlias = Say | Flood | Drip | Pause | Close | Reset
Script: TypeAlias = tuple[Step, ...]


def response(body: bytes = b"{}", *, status: str = "200 OK", headers: Sequence[str] = ()) -> bytes:
    """Return a well-formed response."""
    lines = [f"HTTP/1.1 {status}", "Content-Type: application/json", f"Content-Length: {len(body)}", *headers]
    return "\r\n".join([*lines, "", ""]).encode("latin-1") + body


# --- In the test's process ---------------------------------------------------------------------------------------


@attrs.frozen
class Endpoint:
    """One listening port, and what came to it."""

    port: int
    _server: FaultServer
    _scheme: str = "http"

    @property
    def url(self) -> str:
        """The base URL."""
        return f"{self._scheme}://127.0.0.1:{self.port}/api/v1"

    @property
    def requests(self) -> int:
        """How many whole requests came."""
        return int(self._server.ask(("count", self.port))[0])

    @property
    def connections(self) -> int:
        """How many connections were made."""
        return int(self._server.ask(("count", self.port))[1])

    @property
    def played(self) -> int:
        """How many scripts were played to their end, a connection that they close included."""
        return int(self._server.ask(("count", self.port))[2])

    @property
    def latest(self) -> bytes:
        """The latest whole request, as it came."""
        return bytes(self._server.ask(("latest", self.port))[0])


class FaultServer:
    """The server's process; use it as a context manager."""

    def __enter__(self) -> Self:
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._lock = threading.Lock()
        self._process = context.Process(target=_serve, args=(theirs,), daemon=True)
        with unmeasured():
            self._process.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._pipe.send(None)
        self._process.join(10)
        self._pipe.close()

    def open(self, *scripts: Script, certificate: Path | None = None) -> Endpoint:
        """Open a port that answers request after request by these scripts; the last one repeats."""
        port = self.ask(("open", scripts, certificate))[0]
        return Endpoint(port, self, "http" if certificate is None else "https")

    def ask(self, question: tuple[object, ...]) -> tuple[Any, ...]:
        """Ask the server's process."""
        with self._lock:
            self._pipe.send(question)
            answer: tuple[Any, ...] = self._pipe.recv()
            return answer


# --- In the server's process -------------------------------------------------------------------------------------


def _serve(pipe: Connection) -> None:
    ports: dict[int, _Port] = {}
    while (question := pipe.recv()) is not None:
        if question[0] == "open":
            port = _Port(question[1], question[2])
            ports[port.number] = port
            pipe.send((port.number,))
        else:
            port = ports[question[1]]
            pipe.send((port.latest,) if question[0] == "latest" else (port.requests, port.connections, port.played))


class _Port:
    def __init__(self, scripts: Sequence[Script], certificate: Path | None) -> None:
        self._scripts = scripts
        self._tls = None
        if certificate is not None:
            self._tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self._tls.load_cert_chain(certificate)
        self._lock = threading.Lock()
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=1024)
        self.number: int = self._listener.getsockname()[1]
        self._begun = 0
        self.requests = 0
        self.connections = 0
        self.played = 0
        self.latest = b""
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        while True:
            connection, _ = self._listener.accept()
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self.connections += 1
            threading.Thread(target=self._converse, args=(connection,), daemon=True).start()

    def _converse(self, connection: socket.socket) -> None:
        with suppress(OSError):
            if self._tls is not None:
                connection = self._tls.wrap_socket(connection, server_side=True)
            while self._answer(connection):
                pass
        connection.close()

    def _answer(self, connection: socket.socket) -> bool:
        """Answer one request; return whether the connection goes on."""
        # What comes early comes with the first byte: sooner, it would meet the client still connecting, or not.
        early = _is_early(self._script())
        request = connection.recv(1, socket.MSG_PEEK) if early else _read_request(connection)
        if not request:
            return False
        with self._lock:
            self.latest = request
            script = self._script()
            self._begun += 1
            self.requests += not early
        goes_on = _play(script, connection)
        with self._lock:
            self.played += 1
        return goes_on

    def _script(self) -> Script:
        return self._scripts[min(self._begun, len(self._scripts) - 1)]


def _is_early(script: Script) -> bool:
    return isinstance(script[0], Say | Close | Reset) and script[0].early


def _play(script: Script, connection: socket.socket) -> bool:
    for step in script:
        match step:
            case Say(data):
                connection.sendall(data)
            case Flood(data):
                while True:
                    connection.sendall(data)
            case Drip(data, seconds, forever):
                _drip(connection, data, seconds, forever=forever)
            case Pause(seconds):
                time.sleep(seconds)
            case Close():
                connection.close()
                return False
            case Reset():
                # Lingering for zero seconds makes close() send RST.
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack(LINGER, 1, 0))
                connection.close()
                return False
    return True


def _drip(connection: socket.socket, data: bytes, seconds: float, *, forever: bool) -> None:
    while True:
        for byte in data:
            connection.sendall(bytes([byte]))
            time.sleep(seconds)
        if not forever:
            return


def _read_request(connection: socket.socket) -> bytes:
    """Read one request to its end and return it; without one, nothing."""
    data = b""
    while b"\r\n\r\n" not in data:
        chunk = connection.recv(65_536)
        if not chunk:
            return b""
        data += chunk
    head, _, body = data.partition(b"\r\n\r\n")
    length = next(
        (int(line.partition(b":")[2]) for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")), 0
    )
    while len(body) < length:
        chunk = connection.recv(65_536)
        if not chunk:
            return b""
        body += chunk
    return head + b"\r\n\r\n" + body

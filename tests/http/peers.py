"""What a client may meet on loopback: a server that speaks TLS and HTTP/2, a proxy, and one that a test speaks for."""

from __future__ import annotations

import asyncio
import contextlib
import selectors
import socket
import ssl
import threading
from base64 import b64encode
from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

from hypercorn.config import Config

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path
    from typing import Self

    from openrouter_core.testing import LocalOpenRouter

__all__ = ["Front", "Proxy", "Server", "answer", "read_request"]


class Front:
    """Serves a local OpenRouter a second time, by hypercorn: HTTP/1.1 and HTTP/2, over TLS when given a certificate.

    Args:
        server: The local OpenRouter, which is running.
        certificate: A PEM file with the server's key and certificates; `None` for plain TCP.
        client_authority: A PEM file with the authority that a client's certificate must be signed by.
    """

    def __init__(
        self, server: LocalOpenRouter, certificate: Path | None = None, client_authority: Path | None = None
    ) -> None:
        self.versions: list[str] = []
        self.peers: set[tuple[str, int]] = set()
        self._application: Any = cast("Any", server)._live._serving._config.app
        listener = socket.create_server(("127.0.0.1", 0))
        self.port = listener.getsockname()[1]
        self.url = f"{'http' if certificate is None else 'https'}://localhost:{self.port}/api/v1"
        config = Config()
        config.bind = [f"fd://{listener.detach()}"]  # hypercorn closes it
        config.errorlog = None
        if certificate is not None:
            config.certfile = config.keyfile = str(certificate)
        if client_authority is not None:
            config.ca_certs = str(client_authority)
            config.verify_mode = ssl.CERT_REQUIRED
        self._config = config
        self._loop = asyncio.new_event_loop()
        self._over = asyncio.Event()
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def _run(self) -> None:
        with asyncio.Runner(loop_factory=lambda: self._loop) as runner:
            serve: Any = import_module("hypercorn.asyncio").serve  # its types are partly unknown
            runner.run(serve(self._answer, self._config, shutdown_trigger=self._over.wait))

    async def _answer(self, scope: dict[str, Any], receive: Any, send: Any) -> None:  # noqa: ANN401 - ASGI's own
        if scope["type"] == "http":
            self.versions.append(scope["http_version"])
            self.peers.add(scope["client"])
            await self._application(scope, receive, send)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._over.set)
        self._thread.join()


class Proxy:
    """An HTTP proxy: it opens tunnels (CONNECT, RFC 9110, 9.3.6), for those who know its user and password.

    `asked` holds the target of each tunnel that was asked for, and what came before the tunnel in full.
    """

    def __init__(self, user: str, password: str) -> None:
        self._credentials = b"Basic " + b64encode(f"{user}:{password}".encode())
        self.asked: list[str] = []
        self.seen = b""
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.address = f"127.0.0.1:{self._listener.getsockname()[1]}"
        self._threads = [threading.Thread(target=self._accept)]
        self._threads[0].start()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):  # it is closed
            while True:
                connection, _ = self._listener.accept()
                thread = threading.Thread(target=self._speak, args=(connection,))
                self._threads.append(thread)
                thread.start()

    def _speak(self, client: socket.socket) -> None:
        with client:
            head = b""
            while not head.endswith(b"\r\n\r\n"):
                received = client.recv(10_000)
                if not received:
                    return
                head += received
            self.seen += head
            _, target, _ = head.decode("latin-1").split(" ", 2)
            self.asked.append(target)
            if b"Proxy-Authorization: " + self._credentials not in head:
                client.sendall(b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n")
                return
            host, _, port = target.rpartition(":")
            with socket.create_connection((host, int(port)), timeout=10) as server:
                client.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
                self._relay(client, server)

    def _relay(self, client: socket.socket, server: socket.socket) -> None:
        with selectors.DefaultSelector() as waiting, contextlib.suppress(OSError):
            waiting.register(client, selectors.EVENT_READ, server)
            waiting.register(server, selectors.EVENT_READ, client)
            while True:
                for ready, _ in waiting.select():
                    received = cast("socket.socket", ready.fileobj).recv(65_536)
                    if not received:
                        return
                    self.seen += received
                    ready.data.sendall(received)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for thread in self._threads:
            thread.join(10)


class Server:
    """Accepts connections, and hands each to `speak` in a thread of its own; `peers` counts them."""

    def __init__(self, speak: Callable[[socket.socket], object]) -> None:
        self._speak = speak
        self.peers = 0
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self._threads = [threading.Thread(target=self._accept)]
        self._threads[0].start()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):  # it is closed
            while True:
                peer, _ = self._listener.accept()
                self.peers += 1
                thread = threading.Thread(target=self._serve, args=(peer,))
                self._threads.append(thread)
                thread.start()

    def _serve(self, peer: socket.socket) -> None:
        peer.settimeout(5)  # longer than any client here waits
        with peer, contextlib.suppress(OSError):  # the client hangs up
            self._speak(peer)

    @property
    def url(self) -> str:
        """Where it listens, without TLS."""
        return f"http://127.0.0.1:{self.port}"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Stop, and wait for the threads: the clients have hung up by then."""
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for thread in self._threads:
            thread.join(30)


def read_request(peer: Any) -> bytes:  # noqa: ANN401 - a socket, with TLS or without
    """Return one request, read to its end; nothing when the client has hung up."""
    data = b""
    while b"\r\n\r\n" not in data:
        received: bytes = peer.recv(65_536)
        if not received:
            return b""
        data += received
    head, _, body = data.partition(b"\r\n\r\n")
    fields = [line.partition(b":") for line in head.lower().split(b"\r\n")]
    left = sum(int(value) for name, _, value in fields if name == b"content-length") - len(body)
    while left > 0:
        received = peer.recv(65_536)
        if not received:
            return b""
        body, left = body + received, left - len(received)
    return head + b"\r\n\r\n" + body


def answer(body: bytes = b'{"deleted": true}', *, status: str = "200 OK", headers: Sequence[str] = ()) -> bytes:
    """Return a response with a body of JSON."""
    lines = [f"HTTP/1.1 {status}", "Content-Type: application/json", f"Content-Length: {len(body)}", *headers]
    return "\r\n".join([*lines, "", ""]).encode("latin-1") + body

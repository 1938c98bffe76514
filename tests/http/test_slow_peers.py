"""Peers that take bytes, or give them, a few at a time: each attempt ends with its deadline, whatever it is doing."""

from __future__ import annotations

import contextlib
import json
import socket
import ssl
import threading
import time
from typing import TYPE_CHECKING, Any

import pytest

from openrouter_core import OpenRouterCore, errors
from tests.faults import process
from tests.funcs.cases import CREATE, GET, ID, NO_RETRIES
from tests.http.peers import Server, answer, read_request

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.conftest import Invoke

pytestmark = pytest.mark.own_client

DEADLINE = 0.5
LATEST = 3.0
"""Far below what the slow peers would take."""
MODEL = "provider/" + "m" * 991
NAME = "openrouter.test"


def drain(peer: Any, over: threading.Event) -> None:  # noqa: ANN401 - a socket, with TLS or without
    """Read a little at a time, until it is over."""
    while not over.wait(0.05) and peer.recv(20_000):
        pass


def narrow(peer: socket.socket) -> socket.socket:
    """Give a connection a small buffer, so that what its reader does not take waits at the sender's."""
    peer.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    return peer


def drip(peer: socket.socket, tls: ssl.SSLContext, relay: Callable[[bytes], None] | None = None) -> None:
    """Shake hands as `tls`, byte by byte, for a minute at most."""
    send = relay or peer.sendall
    incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
    shaking = tls.wrap_bio(incoming, outgoing, server_side=True)
    incoming.write(peer.recv(65_536))
    with contextlib.suppress(ssl.SSLWantReadError):
        shaking.do_handshake()
    for byte in outgoing.read():
        send(bytes([byte]))
        time.sleep(0.03)


# --- A large body ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_large_body_to_a_slow_reader_ends_with_its_deadline(invoke: Invoke, tls: ssl.SSLContext, scheme: str) -> None:
    """8 MB would take 20 seconds: a piece that is taken does not begin the time anew. Nobody knows what came."""
    over = threading.Event()

    def speak(peer: socket.socket) -> None:
        narrow(peer)
        with contextlib.ExitStack() as stack:
            drain(stack.enter_context(tls.wrap_socket(peer, server_side=True)) if scheme == "https" else peer, over)

    before = process.sockets()
    with Server(speak) as server:
        core = OpenRouterCore(
            server_url=f"{scheme}://127.0.0.1:{server.port}", deadline=DEADLINE, retry_config=NO_RETRIES
        )
        began = time.monotonic()
        error = invoke("byok_create", core, **CREATE.arguments, allowed_models=[MODEL] * 8000).error
        assert time.monotonic() - began < LATEST
        invoke.close(core)
        over.set()
    assert isinstance(error, errors.RequestTimeoutError)
    assert (error.outcome, error.attempts) == ("unknown", 1)
    assert process.sockets() <= before


def test_a_large_body_to_a_reader_that_takes_its_time_arrives(invoke: Invoke) -> None:
    """Whoever writes waits until more may be written, and goes on."""

    def speak(peer: socket.socket) -> None:
        time.sleep(0.2)
        read_request(peer)
        peer.sendall(answer(json.dumps(CREATE.body).encode(), status="201 Created"))

    with Server(speak) as server:
        core = OpenRouterCore(server_url=server.url, retry_config=NO_RETRIES)
        assert invoke("byok_create", core, **CREATE.arguments, allowed_models=[MODEL] * 8000).ok
        invoke.close(core)


# --- Handshakes --------------------------------------------------------------------------------------------------


class SecureProxy:
    """A proxy that is spoken to over TLS: CONNECT is answered, and `inside` speaks in the tunnel."""

    def __init__(self, tls: ssl.SSLContext, inside: Callable[[Any], None]) -> None:
        self._tls = tls
        self._inside = inside
        self.asked: list[str] = []

    def __call__(self, peer: socket.socket) -> None:
        """Serve one connection."""
        with self._tls.wrap_socket(peer, server_side=True) as tunnel:
            self.asked.append(read_request(tunnel).split(b" ")[1].decode())
            tunnel.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
            self._inside(tunnel)


@pytest.mark.parametrize("way", ["plain", "in an http proxy", "in an https proxy"])
def test_a_handshake_that_is_dripped_ends_with_the_deadline(
    invoke: Invoke, tls: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    """Each byte comes in time, and all of them would take half a minute; nothing was sent."""

    def tunnel(peer: socket.socket) -> None:
        read_request(peer)
        peer.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        drip(peer, tls)

    speak: dict[str, Callable[[socket.socket], None]] = {
        "plain": lambda peer: drip(peer, tls),
        "in an http proxy": tunnel,
        "in an https proxy": SecureProxy(tls, lambda inside: drip(inside, tls)),
    }
    before = process.sockets()
    with Server(speak[way]) as server:
        url = f"https://127.0.0.1:{server.port}"
        if way != "plain":
            monkeypatch.setenv("HTTPS_PROXY", url if way == "in an https proxy" else server.url)
            url = f"https://{NAME}"
        core = OpenRouterCore(server_url=url, deadline=DEADLINE, retry_config=NO_RETRIES)
        began = time.monotonic()
        error = invoke("byok_create", core, **CREATE.arguments).error
        assert time.monotonic() - began < LATEST
        invoke.close(core)
    assert isinstance(error, errors.RequestTimeoutError)
    assert (error.outcome, error.attempts) == ("not_applied", 1)
    assert process.sockets() <= before


# --- A tunnel that works -----------------------------------------------------------------------------------------


class Pipe:
    """One end of TLS inside of TLS, as a server has it: `recv` and `sendall`."""

    def __init__(self, outer: Any, tls: ssl.SSLContext) -> None:  # noqa: ANN401 - a socket with TLS
        self._outer = outer
        self._incoming, self._outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        self._tls = tls.wrap_bio(self._incoming, self._outgoing, server_side=True)
        self._supplied(self._tls.do_handshake)

    def recv(self, size: int) -> bytes:
        """Return what has come; nothing at the end."""
        with contextlib.suppress(ssl.SSLError):
            return bytes(self._supplied(lambda: self._tls.read(size)))
        return b""

    def sendall(self, data: bytes) -> None:
        """Send it all."""
        self._supplied(lambda: self._tls.write(data))

    def _supplied(self, operation: Callable[[], Any]) -> Any:  # noqa: ANN401
        while True:
            try:
                result = operation()
            except ssl.SSLWantReadError:
                self._outer.sendall(self._outgoing.read())
                received = self._outer.recv(65_536)
                if received:
                    self._incoming.write(received)
                else:
                    self._incoming.write_eof()
            else:
                self._outer.sendall(self._outgoing.read())
                return result


@pytest.fixture
def tunnel(tls: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[SecureProxy, list[int]]]:
    """Let such a proxy stand before the API, and answer for it; return it, and the sizes of the requests that came."""
    sizes: list[int] = []

    def inside(outer: Any) -> None:  # noqa: ANN401
        pipe = Pipe(outer, tls)
        while request := read_request(pipe):
            sizes.append(len(request))
            created = request.startswith(b"POST")
            body = {"data": {**GET.body["data"], "allowed_models": [MODEL] * (1000 if created else 1)}}
            pipe.sendall(answer(json.dumps(body).encode(), status="201 Created" if created else "200 OK"))

    proxy = SecureProxy(tls, inside)
    with Server(proxy) as server:
        monkeypatch.setenv("HTTPS_PROXY", f"https://127.0.0.1:{server.port}")
        yield proxy, sizes


def test_tls_in_tls(invoke: Invoke, tunnel: tuple[SecureProxy, list[int]]) -> None:
    """Through a proxy that is spoken to over TLS: requests and responses, small ones and of 1 MB, over one tunnel."""
    proxy, sizes = tunnel
    core = OpenRouterCore(server_url=f"https://{NAME}/api/v1", retry_config=NO_RETRIES)
    assert invoke("byok_get", core, id=ID).ok
    created = invoke("byok_create", core, **CREATE.arguments, allowed_models=[MODEL] * 1000).unwrap().data
    assert len(created.allowed_models) == 1000
    assert invoke("byok_get", core, id=ID).ok
    invoke.close(core)
    assert proxy.asked == [f"{NAME}:443"]
    assert [size > 1_000_000 for size in sizes] == [False, True, False]


def test_a_peer_that_hangs_up_in_the_handshake_within_a_tunnel_is_a_broken_connection(
    invoke: Invoke, tls: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Over TLS within TLS, too; and nothing was sent."""

    def hang_up(inside: Any) -> None:  # noqa: ANN401 - a socket with TLS
        inside.recv(65_536)
        inside.unwrap()

    with Server(SecureProxy(tls, hang_up)) as server:
        monkeypatch.setenv("HTTPS_PROXY", f"https://127.0.0.1:{server.port}")
        core = OpenRouterCore(server_url=f"https://{NAME}/api/v1", retry_config=NO_RETRIES)
        error = invoke("byok_create", core, **CREATE.arguments).error
        invoke.close(core)
    assert isinstance(error, errors.RequestConnectionError)
    assert (error.outcome, error.attempts) == ("not_applied", 1)

"""TLS that breaks: a record in the midst of an answer, and the handshake in a proxy's tunnel."""

from __future__ import annotations

import asyncio
import contextlib
import os
import socket
import threading
import time
from typing import TYPE_CHECKING

import pytest

from openrouter_core import OpenRouterCore, RequestOptions, errors
from openrouter_core.http.clients import Transport
from openrouter_funcs.byok_get import byok_get_async
from tests.funcs.cases import AT_ONCE, CREATE, GET, ID, NO_RETRIES
from tests.http.peers import Server

if TYPE_CHECKING:
    import ssl
    from collections.abc import Iterator

    from tests.conftest import Invoke

ANSWER = b"HTTP/1.1 404 Not Found\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"
GARBAGE = b"\x17\x03\x03\x00\x20" + bytes(32)  # says that it is a record (RFC 8446, 5.2), and cannot be decrypted
PLACES = 2


@pytest.mark.own_client
@pytest.mark.parametrize("sent", [GARBAGE, b"HTTP/1.1 502 Bad Gateway\r\n\r\n"], ids=["garbage", "no TLS"])
def test_a_broken_record_is_a_broken_connection(invoke: Invoke, tls: ssl.SSLContext, sent: bytes) -> None:
    """A read is tried again, a create is not, and of that nobody knows; sync and async alike."""

    def speak(peer: socket.socket) -> None:
        raw = socket.socket(fileno=os.dup(peer.fileno()))
        with raw, tls.wrap_socket(peer, server_side=True) as inside:
            inside.recv(65_536)
            raw.sendall(sent)
            raw.shutdown(socket.SHUT_RDWR)

    with contextlib.closing(Server(speak)) as server:
        core = invoke.core(server_url=f"https://127.0.0.1:{server.port}", retry_config=AT_ONCE)
        got = invoke("byok_get", core, **GET.arguments).error
        created = invoke("byok_create", core, **CREATE.arguments).error
        invoke.close(core)
    assert isinstance(got, errors.RequestConnectionError)
    assert isinstance(created, errors.RequestConnectionError)
    assert (got.attempts, got.outcome, got.transient) == (3, "not_applied", True)
    assert (created.attempts, created.outcome, created.transient) == (1, "unknown", True)
    assert server.peers == 4


# --- In a tunnel -------------------------------------------------------------------------------------------------


class Tunnels:
    """A proxy behind whose tunnels TLS breaks, or hangs, until it is healed; then it answers for the server itself."""

    def __init__(self, tls: ssl.SSLContext, *, hangs: bool) -> None:
        self._tls = tls
        self._hangs = hangs
        self.is_healed = False
        self.opened = threading.Semaphore(0)

    def __call__(self, peer: socket.socket) -> None:
        """Serve one connection."""
        peer.recv(65_536)
        peer.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        self.opened.release()
        if self.is_healed:
            with self._tls.wrap_socket(peer, server_side=True) as inside:
                while inside.recv(65_536):
                    inside.sendall(ANSWER)
        while peer.recv(65_536) and self._hangs:
            pass


@pytest.fixture
def tunnels(request: pytest.FixtureRequest, tls: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch) -> Iterator[Tunnels]:
    """Let such a proxy stand before the API, and cores have a pool of few places."""
    monkeypatch.setattr(Transport, "most_connections", PLACES)
    speaking = Tunnels(tls, hangs=request.param)
    server = Server(speaking)
    monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{server.port}")
    yield speaking
    server.close()


@pytest.mark.own_client
@pytest.mark.parametrize("tunnels", [False, True], ids=["breaks", "hangs"], indirect=True)
def test_a_handshake_that_fails_in_a_tunnel_costs_the_pool_no_place(invoke: Invoke, tunnels: Tunnels) -> None:
    """In httpcore 1.0.9 each stays in the pool for good; and nothing was sent, not even of a create."""
    core = invoke.core(server_url="https://openrouter.test/api/v1", retry_config=NO_RETRIES)
    for _ in range(3 * PLACES):
        error = invoke("byok_create", core, options=RequestOptions(timeout=0.2), **CREATE.arguments).error
        assert isinstance(error, errors.RequestConnectionError | errors.RequestTimeoutError)
        assert "Pool" not in str(error)
        assert error.outcome == "not_applied"
    tunnels.is_healed = True
    for _ in range(2):
        assert isinstance(invoke("byok_get", core, id=ID).error, errors.NotFoundResponseError)
    invoke.close(core)


@pytest.mark.own_client
@pytest.mark.parametrize("tunnels", [True], ids=["hangs"], indirect=True)
def test_a_call_that_is_cancelled_in_a_tunnel_costs_the_pool_no_place(tunnels: Tunnels) -> None:
    """The proxy was written to, and the server was not."""

    async def use() -> object:
        async with OpenRouterCore(server_url="https://openrouter.test/api/v1", retry_config=NO_RETRIES) as core:
            for _ in range(3 * PLACES):
                call = asyncio.ensure_future(byok_get_async(core, id=ID))
                assert await asyncio.to_thread(tunnels.opened.acquire, timeout=4)
                await asyncio.sleep(0.05)
                call.cancel()
                with pytest.raises(asyncio.CancelledError):
                    await call
            tunnels.is_healed = True
            return (await byok_get_async(core, id=ID)).error

    assert isinstance(asyncio.run(use()), errors.NotFoundResponseError)


@pytest.mark.own_client
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_call_that_is_cancelled_at_a_socks_proxy_costs_the_pool_no_place(
    monkeypatch: pytest.MonkeyPatch, scheme: str
) -> None:
    """What a SOCKS proxy is told first is not the request, either."""
    monkeypatch.setattr(Transport, "most_connections", PLACES)
    asked, greetings = threading.Semaphore(0), list[bytes]()

    def speak(peer: socket.socket) -> None:
        greetings.append(peer.recv(65_536))
        asked.release()
        peer.recv(1)

    async def use() -> None:
        url = f"{scheme}://openrouter.test"
        async with OpenRouterCore(server_url=url, retry_config=NO_RETRIES, allow_insecure_http=True) as core:
            for _ in range(2 * PLACES):
                call = asyncio.ensure_future(byok_get_async(core, id=ID))
                assert await asyncio.to_thread(asked.acquire, timeout=4)
                await asyncio.sleep(0.05)
                call.cancel()
                with pytest.raises(asyncio.CancelledError):
                    await call

    with contextlib.closing(Server(speak)) as server:
        monkeypatch.setenv("ALL_PROXY", f"socks5://127.0.0.1:{server.port}")
        asyncio.run(use())
    assert greetings == [b"\x05\x01\x00"] * 2 * PLACES


@pytest.mark.own_client
@pytest.mark.parametrize(
    ("pause", "times"), [(0.0, 1), (0.1, 1), (0.0, 3000)], ids=["at once", "a moment later", "more than one read takes"]
)
def test_plain_text_behind_a_tunnels_opening_never_passes_for_an_answer(
    invoke: Invoke, tls: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch, pause: float, times: int
) -> None:
    """A proxy, or anybody before it, could add a response of its own to the one that opens the tunnel."""

    def speak(peer: socket.socket) -> None:
        peer.recv(65_536)
        opening, forged = b"HTTP/1.1 200 OK\r\n\r\n", ANSWER * times
        if pause:
            peer.sendall(opening)
            time.sleep(pause)
        peer.sendall(forged if pause else opening + forged)
        if not peer.recv(1, socket.MSG_PEEK):  # the client has hung up, of which `wrap_socket` leaves a socket open
            return
        with tls.wrap_socket(peer, server_side=True, do_handshake_on_connect=False) as inside:  # closed if that fails
            inside.do_handshake()
            inside.recv(65_536)
            inside.sendall(ANSWER.replace(b"404 Not Found", b"403 Forbidden"))

    with contextlib.closing(Server(speak)) as server:
        monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{server.port}")
        core = invoke.core(server_url="https://openrouter.test/api/v1", retry_config=NO_RETRIES)
        error = invoke("byok_get", core, id=ID).error
        invoke.close(core)
    assert isinstance(error, errors.RequestConnectionError | errors.ForbiddenResponseError)

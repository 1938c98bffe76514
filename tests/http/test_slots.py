"""The connections that may be in use at once, the bytes that may wait unread, and calls whose event loop ends."""

from __future__ import annotations

import asyncio
import gc
import ssl
import time
from typing import TYPE_CHECKING, Any, cast

import anyio
import httpcore
import httpx
import pytest

from openrouter_core import OpenRouterCore, RequestOptions, errors
from openrouter_core.calling.session import CAPACITY
from openrouter_core.http import clients
from openrouter_core.http.async_transport import AsyncBackend
from openrouter_core.http.clients import Transport
from openrouter_core.http.streams import Backend
from openrouter_core.http.waiting import Clock, awaited
from openrouter_core.http.wire import Request
from openrouter_funcs.byok_delete import byok_delete_async
from tests.funcs.cases import AT_ONCE, CREATE, ID
from tests.http.peers import Server, answer, read_request

if TYPE_CHECKING:
    import socket

    from tests.conftest import Invoke

pytestmark = pytest.mark.own_client


def test_a_call_that_finds_no_connection_free_has_sent_nothing(invoke: Invoke, monkeypatch: pytest.MonkeyPatch) -> None:
    """A create is tried again for it, which takes nothing from the retry budget; with a free one, it goes out."""
    monkeypatch.setattr(Transport, "most_connections", 1)

    core = OpenRouterCore(server_url="http://127.0.0.1:9", retry_config=AT_ONCE)
    inside: Any = cast("Any", core)._session

    async def take() -> None:
        await inside.transport(is_async=True).free.acquire()

    if invoke.is_async:
        invoke.settle(take())
    else:
        inside.transport().free.get(timeout=0)
    error = invoke("byok_create", core, options=RequestOptions(timeout=0.02), **CREATE.arguments).error
    assert isinstance(error, errors.RequestTimeoutError)
    assert (error.outcome, error.attempts, error.transient, error.waited) == ("not_applied", 3, True, True)
    assert "no connection was free" in error.message
    assert inside.budget.take(CAPACITY)
    invoke.close(core)


def test_a_flood_of_small_chunks_leaves_others_their_turn() -> None:
    """What has come is read without waiting; the loop goes round all the same, so that other tasks run, and timers."""
    flood = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + b"1\r\n \r\n" * 20_000 + b"0\r\n\r\n"

    async def use(url: str) -> int:
        core = OpenRouterCore(server_url=url)
        call = asyncio.ensure_future(byok_delete_async(core, id=ID))
        while server.peers < 1:  # noqa: ASYNC110 - the server is in a thread
            await asyncio.sleep(0)
        turns = 0
        while not call.done():
            await asyncio.sleep(0)
            turns += 1
        core.close()
        return turns

    def speak(peer: socket.socket) -> None:
        read_request(peer)
        peer.sendall(flood)

    with Server(speak) as server:
        assert asyncio.run(use(server.url)) > 500


def test_an_event_loop_that_ends_ends_its_calls() -> None:
    """`asyncio.run` cancels what is under way, inside the SDK, too: nothing is left open, and nothing warns."""

    def speak(peer: socket.socket) -> None:
        read_request(peer)
        peer.recv(1)

    async def leave(core: OpenRouterCore) -> list[asyncio.Task[Any]]:
        calls = [asyncio.ensure_future(byok_delete_async(core, id=ID)) for _ in range(3)]
        while server.peers < len(calls):  # noqa: ASYNC110 - the server is in a thread
            await asyncio.sleep(0.005)
        await asyncio.sleep(0.02)
        return calls

    with Server(speak) as server:
        calls = asyncio.run(leave(OpenRouterCore(server_url=server.url)))
    assert all(call.cancelled() for call in calls)


def test_a_loop_after_another_calls_anew() -> None:
    """The connections of a loop that has ended are closed by the next one."""

    def speak(peer: socket.socket) -> None:
        while read_request(peer):
            peer.sendall(answer())

    with Server(speak) as server, OpenRouterCore(server_url=server.url) as core:
        assert [asyncio.run(byok_delete_async(core, id=ID)).ok for _ in range(2)] == [True, True]
        assert server.peers == 2


def test_a_connection_that_is_idle_for_long_is_closed_by_the_next_call(
    invoke: Invoke, connected: list[socket.socket], monkeypatch: pytest.MonkeyPatch
) -> None:
    """All such are, and not only one that would be used again."""

    def speak(peer: socket.socket) -> None:
        while read_request(peer):
            peer.sendall(answer())

    with Server(speak) as server:
        core = OpenRouterCore(server_url=server.url)
        assert [invoke("byok_delete", core, id=ID).ok for _ in range(2)] == [True, True]
        assert len(connected) == 1
        monkeypatch.setattr(clients, "IDLE_SECONDS", 0.0)
        assert invoke("byok_delete", core, id=ID).ok
        assert [each.fileno() == -1 for each in connected] == [True, False]
        invoke.close(core)
        assert connected[1].fileno() == -1


@pytest.mark.parametrize("deadline", [0.001, 0.003, 0.02, 0.1])
def test_a_handshake_that_never_ends_leaves_nothing_behind(
    invoke: Invoke, connected: list[socket.socket], deadline: float
) -> None:
    """Nor one that does not begin, because the deadline has passed since the connection was made."""
    with Server(lambda peer: peer.recv(65_536) and peer.recv(65_536)) as server:
        core = OpenRouterCore(server_url=server.url.replace("http:", "https:"))
        for _ in range(10):
            invoke("byok_delete", core, id=ID, options=RequestOptions(deadline=deadline))
        assert all(each.fileno() == -1 for each in connected)
        invoke.close(core)


@pytest.mark.parametrize(
    "flood", [b"HTTP/1.1 100 Continue\r\n\r\n" * 5000, b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 9000]
)
def test_a_flood_without_a_body_ends_at_the_deadline(invoke: Invoke, flood: bytes) -> None:
    """Whatever it is made of."""

    def speak(peer: socket.socket) -> None:
        read_request(peer)
        while True:
            peer.sendall(flood)

    with Server(speak) as server:
        core = OpenRouterCore(server_url=server.url)
        error = invoke("byok_delete", core, id=ID, options=RequestOptions(deadline=0.5)).error
        assert isinstance(error, errors.RequestTimeoutError | errors.RequestConnectionError)
        invoke.close(core)


def test_a_call_leaves_nothing_of_its_request_alive(invoke: Invoke) -> None:
    """Its body and its key do not wait for the collector of circles, after a cancellation neither."""

    def speak(peer: socket.socket) -> None:
        while read_request(peer):
            peer.sendall(answer())

    def held() -> int:
        return sum(type(each) in {Request, httpx.Request, httpx.Response} for each in gc.get_objects())

    async def cancelled(core: OpenRouterCore) -> None:
        for turns in range(1, 6):
            call = asyncio.ensure_future(byok_delete_async(core, id=ID))
            for _ in range(turns):
                await asyncio.sleep(0)
            call.cancel()
            await asyncio.wait((call,))

    with Server(speak) as server:
        core = OpenRouterCore(server_url=server.url)
        invoke("byok_delete", core, id=ID)
        gc.collect()
        before = held()
        gc.disable()
        try:
            for _ in range(5):
                assert invoke("byok_delete", core, id=ID).ok
            if invoke.is_async:
                invoke.settle(cancelled(core))
            alive = held()
        finally:
            gc.enable()
        assert alive == before
        invoke.close(core)


def test_what_comes_before_a_handshake_is_no_part_of_it() -> None:
    """Plain text would pass for what comes in TLS: the connection is given up."""

    async def use(port: int) -> None:
        stream: Any = await AsyncBackend().connect_tcp("127.0.0.1", port)
        while not stream.get_extra_info("is_readable"):  # noqa: ASYNC110 - the server is in a thread
            await asyncio.sleep(0.005)
        with pytest.raises(httpcore.ConnectError):
            await stream.start_tls(ssl.create_default_context(), "localhost", 5)

    def speak(peer: socket.socket) -> None:
        peer.sendall(answer())
        peer.recv(1)

    with Server(speak) as server:
        asyncio.run(use(server.port))


def test_a_late_read_cancels_nobody_and_a_cancelled_one_is_not_late() -> None:
    """As with `asyncio.timeout`: its own cancellation is taken back, and that of others goes on."""

    async def use(port: int) -> None:
        stream: Any = await AsyncBackend().connect_tcp("127.0.0.1", port)

        async def read() -> None:
            await stream.read(1, 0.05)

        with pytest.raises(httpcore.ReadTimeout):
            await read()
        assert cast("asyncio.Task[None]", asyncio.current_task()).cancelling() == 0
        reading = asyncio.ensure_future(read())
        await asyncio.sleep(0)
        reading.get_loop().call_later(0.06, reading.cancel)
        time.sleep(0.1)  # noqa: ASYNC251 - both are due in one turn
        with pytest.raises(asyncio.CancelledError):
            await reading

    with Server(lambda peer: peer.recv(1)) as server:
        asyncio.run(use(server.port))


def test_a_closed_connection_counts_as_readable() -> None:
    """A pool that asks then drops it. What httpx documents for whoever looks at a connection is there before."""
    with Server(lambda peer: peer.recv(1)) as server:
        stream = Backend().connect_tcp("127.0.0.1", server.port, 5)
        assert not stream.get_extra_info("is_readable")
        assert stream.get_extra_info("socket").getpeername() == ("127.0.0.1", server.port)
        assert stream.get_extra_info("anything else") is None
        stream.close()
        assert stream.get_extra_info("is_readable")


def test_calls_in_a_scope_that_is_cancelled_leave_nothing_behind(
    monkeypatch: pytest.MonkeyPatch, connected: list[socket.socket]
) -> None:
    """A scope of anyio goes on cancelling whatever its tasks wait for, until they have left it."""

    async def use() -> int:
        core = OpenRouterCore(server_url=url, allow_insecure_http=True)
        transport = cast("Any", core)._session.transport(is_async=True)
        for _ in range(5):
            with anyio.CancelScope() as scope:
                scope.cancel()
                await byok_delete_async(core, id=ID)
        await byok_delete_async(core, id=ID)
        core.close()
        return cast("Any", transport).free._value  # type: ignore[no-any-return]

    url = "http://openrouter.test"
    with Server(lambda peer: peer.recv(1)) as server:
        monkeypatch.setenv("ALL_PROXY", f"socks5://127.0.0.1:{server.port}")
        assert asyncio.run(use()) == Transport.most_connections
    assert all(each.fileno() == -1 for each in connected)


def test_bytes_that_have_come_leave_others_their_turn_and_do_not_outlive_the_attempt() -> None:
    """TLS may read any number of records in one read, and each is there already."""

    async def use(port: int) -> None:
        backend = AsyncBackend()
        stream: Any = await backend.connect_tcp("127.0.0.1", port, 5)
        while not stream.get_extra_info("is_readable"):  # noqa: ASYNC110 - the server is in a thread
            await asyncio.sleep(0.005)
        backend.until = Clock.monotonic() + 5
        turns: list[int] = []
        asyncio.get_running_loop().call_soon(turns.append, 1)
        assert await awaited(stream.receive(1)) == b"x"
        assert turns == [1]  # others had theirs, though nothing had to be waited for
        backend.until = 0.001  # long ago
        with pytest.raises(TimeoutError):
            await awaited(stream.receive(1))
        stream.close()

    def speak(peer: socket.socket) -> None:
        peer.sendall(b"xx")
        peer.recv(1)

    with Server(speak) as server:
        asyncio.run(use(server.port))

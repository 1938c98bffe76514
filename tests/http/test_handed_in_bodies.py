"""Streams, downloads and uploads over clients that were handed in, of httpx and httpx2, with HTTP/1.1 and HTTP/2."""

from __future__ import annotations

import asyncio
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

import pytest

from openrouter_core import Err, Ok, OpenRouterCore, RequestOptions, Result
from openrouter_core.calls import call_download, call_download_async, call_stream, call_stream_async
from openrouter_core.errors import HTTPClientError
from openrouter_funcs.chat_send import chat_send_stream, chat_send_stream_async
from tests.funcs.cases import AT_ONCE, USER
from tests.http import test_downloads as downloads
from tests.http import test_event_streams as streams
from tests.http.peers import Front, Server, read_request
from tests.http.streams import Pieces
from tests.http.test_uploads import refuse_and_close, refuse_and_reset
from tests.library import httpx

if TYPE_CHECKING:
    import socket
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
    from pathlib import Path

    from openrouter_core.testing import LocalOpenRouter
    from tests.conftest import Invoke

CONTENT = bytes(range(256)) * 4000


@pytest.fixture(params=["httpx", "httpx2"])
def library(request: pytest.FixtureRequest) -> Any:  # noqa: ANN401 - a module
    """Return either library."""
    return import_module(request.param)


@pytest.fixture
def core_over(invoke: Invoke, library: Any) -> Iterator[Callable[..., OpenRouterCore]]:  # noqa: ANN401 - a module
    """Make cores that send over a client of one connection, and close those clients."""
    kind: Any = library.AsyncClient if invoke.is_async else library.Client
    clients: list[Any] = []

    def make(url: str, key: str = streams.KEY, **options: object) -> OpenRouterCore:
        limits = library.Limits(max_connections=1, max_keepalive_connections=1)
        clients.append(kind(**{"limits": limits, "trust_env": False, **options}))
        given: dict[str, Any] = {invoke.client_option: clients[-1]}
        return OpenRouterCore(api_key=key, server_url=url, retry_config=AT_ONCE, timeout=5, **given)

    yield make
    for client in clients:
        invoke.settle(client.aclose() if invoke.is_async else client.close())


def asked(invoke: Invoke, core: OpenRouterCore, **options: Any) -> Any:  # noqa: ANN401 - a result
    """Ask for a stream."""
    function = call_stream_async if invoke.is_async else call_stream
    return invoke.settle(function(core, streams.OPERATION, {"model": "x"}, RequestOptions(**options)))


def heard(invoke: Invoke, core: OpenRouterCore, **options: Any) -> list[object]:  # noqa: ANN401 - of any option
    """Return all that a stream gives."""
    opened = asked(invoke, core, **options)
    results: list[Any] = [opened] if isinstance(opened, Err) else invoke.listed(opened.value)
    return [streams.told(each) for each in results]


def fetched(invoke: Invoke, core: OpenRouterCore) -> Any:  # noqa: ANN401 - a result
    """Return what comes of a download."""
    function: Any = call_download_async if invoke.is_async else call_download
    opened = invoke.settle(function(core, downloads.OPERATION, {"id": "1"}, None))
    return invoke.settle(opened.value.read()) if opened.ok else opened


def once(reply: bytes, sound: bytes, *, hangs_up: bool) -> Callable[[socket.socket], None]:
    """Answer the first request of all with a reply, and each later one soundly."""
    left = [reply]

    def speak(peer: socket.socket) -> None:
        while read_request(peer):
            is_first = bool(left)
            peer.sendall(left.pop() if left else sound)  # which may raise: the client hangs up first
            if is_first and hangs_up:
                return

    return speak


# --- HTTP/1.1, as over our own client ----------------------------------------------------------------------------


@pytest.mark.parametrize("name", streams.CASES)
def test_a_stream(invoke: Invoke, core_over: Callable[..., OpenRouterCore], name: str) -> None:
    """It gives what the table says, and the client's one connection is free for the next."""
    reply, expected = streams.CASES[name]
    breaks = any(isinstance(each, str) for each in expected)
    with Server(once(reply, streams.CASES["clean"][0], hangs_up=breaks)) as server:
        core = core_over(server.url)
        results = heard(invoke, core)
        assert len(results) == len(expected)
        for each, wanted in zip(results, expected, strict=True):
            assert each == wanted or all(part in str(each) for part in str(wanted).split(": "))
        time.sleep(0.05 * breaks)  # the server hangs up, and a client may see it late
        assert heard(invoke, core) == [1, 2]
        closed(invoke, core)


@pytest.mark.parametrize("name", downloads.CASES)
def test_a_download(invoke: Invoke, core_over: Callable[..., OpenRouterCore], name: str) -> None:
    """The same of files."""
    reply, _, expected = downloads.CASES[name]
    breaks = name not in {"whole", "empty", "in chunks"}
    with Server(once(reply, downloads.CASES["whole"][0], hangs_up=breaks)) as server:
        core = core_over(server.url)
        result = fetched(invoke, core)
        assert result == Ok(expected) or downloads.told(result) != b"abcde"
        assert result.ok == isinstance(expected, bytes)
        time.sleep(0.05 * breaks)
        assert fetched(invoke, core) == Ok(b"abcde")
        closed(invoke, core)


def closed(invoke: Invoke, core: OpenRouterCore) -> None:
    """Close the client of a core, so that its server can end."""
    inside: Any = core
    client = inside.async_http_client if invoke.is_async else inside.http_client
    invoke.settle(client.aclose() if invoke.is_async else client.close())


@pytest.mark.parametrize(
    ("options", "error"), [({"timeout": 0.2}, "RequestTimeoutError"), ({"deadline": 0.2}, "deadline")]
)
def test_silence_ends(
    invoke: Invoke, core_over: Callable[..., OpenRouterCore], options: dict[str, float], error: str
) -> None:
    """By the timeout, which is the longest silence, or by the deadline."""

    def speak(peer: socket.socket) -> None:
        read_request(peer)
        peer.sendall(streams.SILENT)
        peer.recv(1)

    with Server(speak) as server:
        core = core_over(server.url)
        first, last = heard(invoke, core, **options)
        assert first == 1
        assert error in str(last)
        closed(invoke, core)


def test_comments_take_time(invoke: Invoke, core_over: Callable[..., OpenRouterCore]) -> None:
    """The timeout does not end a stream of comments, the deadline does."""

    def speak(peer: socket.socket) -> None:
        read_request(peer)
        peer.sendall(streams.SILENT)
        streams.comments(peer)

    with Server(speak) as server:
        core = core_over(server.url)
        first, last = heard(invoke, core, timeout=0.2, deadline=0.6)
        assert first == 1
        assert "the deadline passed" in str(last)
        closed(invoke, core)


def test_an_abort_ends_it(invoke: Invoke, core_over: Callable[..., OpenRouterCore]) -> None:
    """At once in an event loop; a sync client cannot be interrupted, and so with the next comment."""
    abort, heard = threading.Event(), list[bytes]()

    def speak(peer: socket.socket) -> None:
        read_request(peer)
        peer.sendall(streams.SILENT)
        if invoke.is_async:
            peer.settimeout(3)  # less than the client's timeout, which would end it, too
            with suppress(TimeoutError):
                heard.append(peer.recv(1))
        else:
            heard.extend(b"all of them" for _ in map(streams.comments, [peer]))  # unless the client hangs up

    with Server(speak) as server:
        core = core_over(server.url)
        opened = asked(invoke, core, abort=abort).value
        timer = threading.Timer(0.1, abort.set)
        timer.start()
        _, last = invoke.listed(opened)
        timer.join()
        assert type(last.error).__name__ == "RequestAbortedError"
        closed(invoke, core)
    assert heard == [b""] * invoke.is_async


def test_an_abort_leaves_no_cancellation() -> None:
    """When a client that was handed in makes an exception of its own of it."""

    async def pieces() -> AsyncIterator[bytes]:
        yield streams.numbers(1)
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError:
            raise httpx.ReadError("it was cancelled") from None

    def answer(_: httpx.Request) -> httpx.Response:
        return httpx.Response(200, headers={"Content-Type": "text/event-stream"}, content=pieces())

    async def use() -> None:
        abort = threading.Event()
        async with httpx.AsyncClient(transport=httpx.MockTransport(answer)) as client:
            core = OpenRouterCore(async_http_client=client)
            options = RequestOptions(abort=abort)
            opened = (await call_stream_async(core, streams.OPERATION, {"model": "x"}, options)).unwrap()
            asyncio.get_running_loop().call_later(0.05, abort.set)
            _, last = [each async for each in opened]
            assert type(last.error).__name__ == "RequestAbortedError"
            assert cast("asyncio.Task[Any]", asyncio.current_task()).cancelling() == 0

    asyncio.run(use())


@pytest.mark.parametrize("kind", [bytearray, memoryview, bytes.decode, len], ids=["array", "view", "text", "number"])
def test_pieces_of_another_kind(invoke: Invoke, kind: Callable[[bytes], Any]) -> None:
    """A transport may give another buffer, which is read as its bytes; what is none is an error, as a value."""

    def answer(_: httpx.Request) -> httpx.Response:
        body = Pieces(kind(streams.numbers(1) + streams.DONE))
        return httpx.Response(200, headers={"Content-Type": "text/event-stream"}, stream=body)

    core = invoke.core(answer)
    is_buffer = kind in {bytearray, memoryview}
    results = heard(invoke, core)
    assert results == [1] if is_buffer else "UnexpectedClientError" in str(results)
    assert fetched(invoke, core).ok == is_buffer


def test_a_close_is_heeded_among_empty_pieces() -> None:
    """A transport may give any number of them; a deadline of half a minute does not have to end that."""
    pieces = 0

    def endless() -> Iterator[bytes]:
        nonlocal pieces
        while True:
            pieces += 1
            time.sleep(0.005)
            yield b""

    def answer(_: object) -> httpx.Response:
        return httpx.Response(200, headers={"Content-Type": "text/event-stream"}, content=endless())

    with httpx.Client(transport=httpx.MockTransport(answer)) as client:
        core = OpenRouterCore(api_key="sk-or-test-123", http_client=client, deadline=30)
        stream = chat_send_stream(core, messages=[{"role": "user", "content": "Hello"}]).unwrap()
        with ThreadPoolExecutor(1) as other:
            reading = other.submit(list, stream)
            while pieces < 3:
                time.sleep(0.005)
            stream.close()
            before = pieces
            assert reading.result(timeout=60) == []
    assert pieces < before + 100


@pytest.mark.parametrize("speak", [refuse_and_close, refuse_and_reset])
def test_an_early_refusal_of_an_upload(
    invoke: Invoke, core_over: Callable[..., OpenRouterCore], speak: Callable[[socket.socket], None]
) -> None:
    """Is reported as itself, or as a broken connection: a client that was handed in may lose the answer."""
    with Server(speak) as server:
        core = core_over(server.url)
        error = invoke("files_upload", core, file=bytes(30_000_000)).error
        assert type(error).__name__ in {"PayloadTooLargeResponseError", "RequestConnectionError"}
        assert error.attempts == 1
        closed(invoke, core)


# --- HTTP/2 ------------------------------------------------------------------------------------------------------


@pytest.fixture
def front(server: LocalOpenRouter) -> Iterator[Front]:
    """Serve the local OpenRouter over HTTP/2, without TLS."""
    with Front(server) as running:
        yield running


@pytest.fixture
def core(server: LocalOpenRouter, front: Front, core_over: Callable[..., OpenRouterCore]) -> OpenRouterCore:
    """Return a core whose client speaks HTTP/2."""
    return core_over(front.url, server.management_key, http1=False, http2=True)


def chat(invoke: Invoke, core: OpenRouterCore, **options: Any) -> Any:  # noqa: ANN401 - a stream
    """Open a stream of chat."""
    function: Any = chat_send_stream_async if invoke.is_async else chat_send_stream
    return invoke.settle(function(core, messages=[USER], options=RequestOptions(**options))).unwrap()


def replying(server: LocalOpenRouter, times: int, delay: float = 0) -> None:
    """Let the model say "Hello" so many times."""
    for _ in range(times):
        server.model.reply("Hello", chunks=5, delay=delay)


def words(events: list[Any]) -> str:
    """Return the text of events, all of which are `Ok`."""
    chunks = [event.unwrap() for event in events]
    return "".join(chunk.choices[0].delta.content or "" for chunk in chunks if chunk.choices)


def test_streams_over_http2(invoke: Invoke, core: OpenRouterCore, server: LocalOpenRouter, front: Front) -> None:
    """30, one after another, share one connection with calls of every other kind."""
    replying(server, 32)
    assert [words(invoke.listed(chat(invoke, core))) for _ in range(30)] == ["Hello"] * 30
    assert invoke("chat_send", core, messages=[{"role": "user", "content": "Hello"}]).ok
    assert invoke.settle(chat(invoke, core).collect()).ok
    assert set(front.versions) == {"2"}
    assert len(front.peers) == 1


def test_a_stream_over_http2_that_is_left_early(invoke: Invoke, core: OpenRouterCore, server: LocalOpenRouter) -> None:
    """Ends alone: another stream of the same connection goes on, and the next call is answered."""
    replying(server, 3, delay=0.02)
    left, other = chat(invoke, core), chat(invoke, core)
    assert invoke.settle(anext(left) if invoke.is_async else next(left)).ok
    invoke.settle(left.aclose() if invoke.is_async else left.close())
    assert invoke.listed(left) == []
    assert words(invoke.listed(other)) == "Hello"
    assert words(invoke.listed(chat(invoke, core))) == "Hello"


def test_a_stream_over_http2_that_is_dropped(invoke: Invoke, core: OpenRouterCore, server: LocalOpenRouter) -> None:
    """It leaves the connection to the other streams."""
    replying(server, 3, delay=0.02)
    dropped, other = [chat(invoke, core)], chat(invoke, core)
    with pytest.warns(ResourceWarning, match="unclosed"):
        dropped.clear()
    assert words(invoke.listed(other)) == "Hello"
    assert words(invoke.listed(chat(invoke, core))) == "Hello"


BROKEN = {
    "broken JSON": (b"data: {\n\n", "ResponseValidationError"),
    "an error": (b'data: {"error": {"message": "lost"}}\n\n', "StreamError"),
    "silence": (b": on\n\n", "RequestTimeoutError"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_stream_over_http2_that_goes_wrong(
    invoke: Invoke, core: OpenRouterCore, front: Front, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """It ends with one error."""
    piece, error = BROKEN[name]
    heard_of = threading.Event()

    async def speak(_: object, __: object, send: Callable[[dict[str, object]], Awaitable[None]]) -> None:
        headers = [(b"content-type", b"text/event-stream")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": piece, "more_body": True})
        while not heard_of.is_set():  # noqa: ASYNC110 - the test runs in another thread
            await asyncio.sleep(0.01)
        await send({"type": "http.response.body"})

    monkeypatch.setattr(front, "_application", speak)
    (last,) = invoke.listed(chat(invoke, core, timeout=0.5))
    heard_of.set()
    assert type(last.error).__name__ == error


def test_files_over_http2(invoke: Invoke, core: OpenRouterCore, front: Front, tmp_path: Path) -> None:
    """There and back, in pieces, and an early refusal is reported as itself."""
    seen: list[tuple[int, int | None]] = []

    def note(sent: int, total: int | None) -> None:
        seen.append((sent, total))

    stored = invoke("files_upload", core, file=CONTENT, options=RequestOptions(progress=note)).unwrap()
    assert stored.size_bytes == len(CONTENT)
    assert seen[-1][0] == seen[-1][1]
    opened = invoke("files_download", core, file_id=stored.id).unwrap()
    assert opened.size == len(CONTENT)
    assert invoke.settle(opened.save(tmp_path / "a")).unwrap() == len(CONTENT)
    assert (tmp_path / "a").read_bytes() == CONTENT
    left = invoke("files_download", core, file_id=stored.id).unwrap()
    invoke.settle(left.aclose() if invoke.is_async else left.close())
    assert invoke.whole("files_download", core, file_id=stored.id) == Ok(CONTENT)
    assert set(front.versions) == {"2"}


def test_streams_at_once_over_http2(server: LocalOpenRouter, front: Front, library: Any) -> None:  # noqa: ANN401
    """50 tasks share one connection. 8 threads may break theirs (encode/httpx#3566): then an `Err` says so."""
    replying(server, 66, delay=0.005)
    options: dict[str, Any] = {"http1": False, "http2": True, "limits": library.Limits(max_connections=1)}
    given: dict[str, Any] = {"api_key": server.management_key, "server_url": front.url, "timeout": 20}

    async def together() -> list[str]:
        async with library.AsyncClient(**options) as client:
            core = OpenRouterCore(async_http_client=client, **given)

            async def one() -> str:
                stream = (await chat_send_stream_async(core, messages=[{"role": "user", "content": "Hi"}])).unwrap()
                return words([event async for event in stream])

            return await asyncio.gather(*(one() for _ in range(50)))

    assert asyncio.run(together()) == ["Hello"] * 50
    assert len(front.peers) == 1
    with library.Client(**options) as client, ThreadPoolExecutor(8) as pool:
        core = OpenRouterCore(http_client=client, **given)

        def one(_: int) -> Result[list[Any], Any]:
            opened = chat_send_stream(core, messages=[{"role": "user", "content": "Hi"}])
            return opened.and_then(lambda stream: stream.collect())

        results = list(pool.map(one, range(16)))
        assert any(each.ok for each in results)
        for each in results:
            if isinstance(each, Err):
                assert isinstance(each.error, HTTPClientError)
            else:
                assert words([*map(Ok, each.value)]) == "Hello"

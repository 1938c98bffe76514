"""Event streams over raw sockets: each body with its whole sequence of results, sync and async."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import json
import os
import socket
import struct
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING, Any, TypedDict, cast

import attrs
import pytest

from openrouter_core import Err, Hooks, Ok, OpenRouterCore, RequestOptions
from openrouter_core.calls import call_stream, call_stream_async
from openrouter_core.operation import Operation, Streaming
from tests.funcs.cases import AT_ONCE
from tests.http.peers import Server, read_request
from tests.http.streams import Pieces
from tests.library import httpx

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.conftest import Invoke

pytestmark = pytest.mark.own_client

KEY = "sk-or-test-123"


@attrs.frozen
class Chunk:
    """One event."""

    n: int
    weight: float = 0.0


class Question(TypedDict):
    """What is asked."""

    model: str


OPERATION: Operation[Chunk, Any] = Operation(
    name="ask",
    method="POST",
    path="/ask",
    request=Question,
    success=(200, Chunk),
    errors={},
    streaming=Streaming(Chunk, last=("end",)),
)


def event(data: object, kind: str = "") -> bytes:
    """Return one event."""
    named = f"event: {kind}\n" if kind else ""
    return f"{named}data: {data if isinstance(data, str) else json.dumps(data)}\n\n".encode()


def numbers(*them: int) -> bytes:
    """Return one event for each number."""
    return b"".join(event({"n": n}) for n in them)


DONE = event("[DONE]")
COMMENT = b": OPENROUTER PROCESSING\n\n"


def head(kind: str = "text/event-stream", status: str = "200 OK", framing: str = "Transfer-Encoding: chunked") -> bytes:
    """Return the head of a response."""
    return f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{framing}\r\n\r\n".encode()


def chunked(*pieces: bytes, ends: bool = True) -> bytes:
    """Return pieces of a body, each as a chunk."""
    return b"".join(b"%x\r\n%s\r\n" % (len(each), each) for each in pieces) + (b"0\r\n\r\n" if ends else b"")


def whole(body: bytes, kind: str, status: str = "200 OK") -> bytes:
    """Return a response that is no stream."""
    return head(kind, status, f"Content-Length: {len(body)}") + body


def stream(*pieces: bytes, ends: bool = True) -> bytes:
    """Return a response that is a stream."""
    return head() + chunked(*pieces, ends=ends)


CASES: dict[str, tuple[bytes, list[object]]] = {
    "clean": (stream(COMMENT, numbers(1, 2), DONE), [1, 2]),
    "clean, in one piece": (stream(COMMENT + numbers(1, 2) + DONE), [1, 2]),
    "clean, byte by byte": (stream(*(bytes([each]) for each in numbers(1) + DONE)), [1]),
    "nothing but the sentinel": (stream(DONE), []),
    "a blank after the sentinel": (stream(numbers(1), event("[DONE] ")), [1]),
    "the sentinel without its blank line": (stream(numbers(1), b"data: [DONE]\n"), [1, "RequestConnectionError"]),
    "events after the sentinel": (stream(numbers(1), DONE, numbers(2)), [1]),
    "events after the sentinel, in its piece": (stream(numbers(1) + DONE + numbers(2)), [1]),
    "what is not UTF-8 after the sentinel, in its piece": (stream(numbers(1) + DONE + b"data: \xff\n\n"), [1]),
    "events after an error, in its piece": (
        stream(numbers(1) + event({"error": {"code": 502, "message": "words"}}) + numbers(2)),
        [1, "StreamError: words"],
    ),
    "events after a wrong one, in its piece": (
        stream(numbers(1) + event({"n": "2"}) + numbers(3) + b"data: \xff\n\n"),
        [1, "ResponseValidationError: n: expected int, got str"],
    ),
    "no sentinel": (stream(numbers(1, 2)), [1, 2, "RequestConnectionError"]),
    "the documented last event": (stream(numbers(1), event({"n": 2}, "end")), [1, 2]),
    "the documented last event, and a connection that ends": (
        stream(numbers(1), event({"n": 2}, "end"), ends=False),
        [1, 2, "RequestConnectionError"],
    ),
    "an event after the last one": (stream(event({"n": 1}, "end"), numbers(2)), [1, 2, "RequestConnectionError"]),
    "an end inside an event": (stream(numbers(1), b'data: {"n": 2}'), [1, "RequestConnectionError"]),
    "a connection that ends": (stream(numbers(1), ends=False), [1, "RequestConnectionError"]),
    "a broken chunk": (stream(numbers(1), ends=False) + b"zz\r\n", [1, "RequestConnectionError"]),
    "a length that is not reached": (
        head(framing="Content-Length: 500") + numbers(1),
        [1, "RequestConnectionError"],
    ),
    "no body at all": (stream(), ["RequestConnectionError"]),
    "an error, bare": (
        stream(numbers(1), event({"error": {"code": 502, "message": "words"}})),
        [1, "StreamError: words"],
    ),
    "an error before any event": (stream(event({"error": {"code": 429, "message": "words"}})), ["StreamError: words"]),
    "an error with choices": (
        stream(event({"n": 1, "choices": [{"finish_reason": "error"}], "error": {"code": 1, "message": "words"}})),
        ["StreamError: words"],
    ),
    "an error by its type": (stream(event({"message": "words"}, "error")), ["StreamError: words"]),
    "an error of code and message": (
        stream(numbers(1), event({"type": "error", "code": "server_error", "message": "words"})),
        [1, "StreamError: words"],
    ),
    "an error with the key": (stream(event({"error": {"message": f"not {KEY}"}})), ["StreamError: not [redacted]"]),
    "JSON in place of a stream": (whole(b'{"n": 1}', "application/json"), ["ResponseValidationError"]),
    "a JSON error with a 200": (
        whole(b'{"error": {"code": 402, "message": "words"}}', "application/json"),
        ["OpenRouterDefaultError: words"],
    ),
    "HTML in place of a stream": (whole(b"<html>", "text/html"), ["ResponseValidationError"]),
    "a 204": (b"HTTP/1.1 204 No Content\r\n\r\n", ["ResponseValidationError"]),
    "an error as JSON": (
        whole(b'{"error": {"code": 400, "message": "words"}}', "application/json", "400 Bad Request"),
        ["OpenRouterDefaultError: words"],
    ),
    "an error as an event stream": (
        whole(event({"error": {"code": 400, "message": "words"}}) + DONE, "text/event-stream", "400 Bad Request"),
        ["OpenRouterDefaultError: words"],
    ),
    "an error as an event stream without an event": (
        whole(COMMENT, "text/event-stream", "400 Bad Request"),
        ["OpenRouterDefaultError"],
    ),
    "the last event by its data alone": (stream(event({"n": 1, "type": "end"})), [1]),
    "the last event and more": (
        stream(event({"n": 1, "type": "end"}), numbers(2)),
        [1, 2, "RequestConnectionError: ended before its last event"],
    ),
    "a byte order mark": (stream(b"\xef\xbb\xbf" + numbers(1), DONE), [1]),
    "a byte order mark that is split": (stream(b"\xef", b"\xbb", b"\xbf" + numbers(1), DONE), [1]),
    "CRLF": (stream((numbers(1, 2) + DONE).replace(b"\n", b"\r\n")), [1, 2]),
    "CR": (stream((numbers(1, 2) + DONE).replace(b"\n", b"\r")), [1, 2]),
    "fields without data": (stream(b"id: 1\nretry: 2\nx: y\n\n", numbers(1), DONE), [1]),
    "a charset": (head("text/event-stream; charset=latin-1") + chunked(numbers(1), DONE), [1]),
    "capitals": (head("Text/Event-Stream") + chunked(numbers(1), DONE), [1]),
    "an unknown field": (stream(event({"n": 1, "role": "oracle"}), DONE), [1]),
    "a wrong type": (stream(numbers(1), event({"n": "2"})), [1, "ResponseValidationError: n: expected int, got str"]),
    "broken JSON": (stream(numbers(1), event("{")), [1, "ResponseValidationError: is not JSON"]),
    "NaN": (stream(event('{"n": 1, "weight": NaN}')), ["ResponseValidationError"]),
    "invalid UTF-8": (stream(numbers(1), b'data: {"n": "\xff"}\n\n'), [1, "ResponseValidationError: UTF-8"]),
    "a lone surrogate": (stream(event('{"n": 1, "role": "\\ud800"}'), DONE), [1]),
    "a lone surrogate in an error": (
        stream(numbers(1), event('{"error": {"message": "words \\ud800"}}')),
        [1, "StreamError: words"],
    ),
    "an error with choices before any event": (
        stream(event({"choices": [], "error": {"code": 502, "message": "words"}})),
        ["StreamError: words"],
    ),
    "an error by its type before any event": (stream(event({"message": "words"}, "error")), ["StreamError: words"]),
    "an error of code and message before any event": (
        stream(event({"code": "x", "message": "words"})),
        ["StreamError: words"],
    ),
    "an error by its type after an event": (
        stream(numbers(1), event({"message": "words"}, "error")),
        [1, "StreamError: words"],
    ),
    "a line of 64 MB": (stream(numbers(1), b"data: " + b"1" * 64_000_000), [1, "ResponseValidationError"]),
    "an event of 12 MB": (stream(numbers(1), b"data: " + b"1" * 12_000_000), [1, "ResponseValidationError"]),
}


def told(result: Any) -> object:  # noqa: ANN401 - of an event
    """Return a result as the table has it."""
    if isinstance(result, Ok):
        return cast("Any", result).value.n
    error = result.error
    assert error.outcome in {"unknown", "not_applied"}
    assert error.attempts == 1
    assert KEY not in f"{error} {error!r} {error.__dict__}"
    return f"{type(error).__name__}: {error.message}"


class Listening:
    """Asks for streams, sync or async."""

    def __init__(self, invoke: Invoke, url: str, server: Server | None = None, **options: Any) -> None:  # noqa: ANN401 - of any option
        self.invoke = invoke
        self.server = server
        self.core = OpenRouterCore(server_url=url, api_key=KEY, retry_config=AT_ONCE, **options)

    def open(self, **options: Any) -> Any:  # noqa: ANN401 - a result of either kind of stream
        """Return the result of a call."""
        function = call_stream_async if self.invoke.is_async else call_stream
        return self.invoke.settle(function(self.core, OPERATION, {"model": "x"}, RequestOptions(**options)))

    def heard(self, **options: Any) -> list[object]:  # noqa: ANN401 - of any option
        """Return all that comes."""
        opened = self.open(**options)
        return [told(opened)] if isinstance(opened, Err) else [told(each) for each in self.listed(opened.value)]

    def listed(self, opened: Any) -> list[Any]:  # noqa: ANN401 - either kind of stream
        """Return all that an open stream gives."""
        return self.invoke.listed(opened)

    def next(self, opened: Any) -> Any:  # noqa: ANN401 - either kind of stream
        """Return the next event."""
        return self.invoke.settle(anext(opened) if self.invoke.is_async else next(opened))

    def close(self, opened: Any) -> None:  # noqa: ANN401 - either kind of stream
        """Close a stream."""
        self.invoke.settle(opened.aclose() if self.invoke.is_async else opened.close())

    @property
    def free(self) -> int:
        """How many slots are free."""
        inside: Any = self.core
        transport = partial(inside._session.transport, is_async=self.invoke.is_async)

        async def looked() -> int:
            return transport().free._value  # type: ignore[no-any-return]

        if self.invoke.is_async:
            return self.invoke.settle(looked())  # type: ignore[no-any-return]
        return transport().free.qsize()  # type: ignore[no-any-return]


FREE = 100


@pytest.fixture
def listening(invoke: Invoke) -> Iterator[Callable[[Callable[[socket.socket], object]], Listening]]:
    """Return what starts a server that speaks so, and a core that calls it."""
    servers: list[Server] = []
    cores: list[OpenRouterCore] = []

    def start(speak: Callable[[socket.socket], object]) -> Listening:
        servers.append(Server(speak))
        made = Listening(invoke, servers[-1].url, servers[-1])
        cores.append(made.core)
        return made

    yield start
    for core in cores:
        core.close()
    for server in servers:
        server.close()


def answering(*replies: bytes, then: Callable[[socket.socket], object] = lambda _: None) -> Callable[[Any], object]:
    """Return who answers each request of a connection with the next of `replies`, and then does something."""

    def speak(peer: socket.socket) -> None:
        for reply in replies:
            if read_request(peer):
                peer.sendall(reply)
        then(peer)

    return speak


@pytest.mark.parametrize("name", CASES)
def test_a_stream(listening: Any, name: str) -> None:  # noqa: ANN401 - a fixture
    """It gives what the table says, and nothing is left open."""
    reply, expected = CASES[name]
    calls = listening(answering(reply))
    heard = calls.heard()
    assert len(heard) == len(expected)
    for each, wanted in zip(heard, expected, strict=True):
        assert each == wanted or all(part in str(each) for part in str(wanted).split(": "))
    assert calls.free == FREE


def test_streams_share_a_connection(listening: Any) -> None:  # noqa: ANN401 - a fixture
    """Each is read to its end, so 30 of them, one after another, need one."""
    calls = listening(answering(*[CASES["clean"][0]] * 30))
    assert [calls.heard() for _ in range(30)] == [[1, 2]] * 30
    assert calls.server.peers == 1


def comments(peer: socket.socket) -> None:
    """Send comments for 6 s, which is longer than a test that works takes."""
    for _ in range(300):
        peer.sendall(chunked(COMMENT, ends=False))
        time.sleep(0.02)


def _hangs(peer: socket.socket) -> None:
    peer.recv(1)


SILENT = stream(numbers(1), ends=False)


@pytest.mark.parametrize(
    ("options", "error"), [({"timeout": 0.2}, "RequestTimeoutError"), ({"deadline": 0.2}, "deadline")]
)
def test_silence_ends(listening: Any, options: dict[str, float], error: str) -> None:  # noqa: ANN401 - a fixture
    """By the timeout, which is the longest silence, or by the deadline."""
    calls = listening(answering(SILENT, then=_hangs))
    first, last = calls.heard(**options)
    assert first == 1
    assert error in last
    assert calls.free == FREE


def test_comments_are_no_silence_but_take_time(listening: Any) -> None:  # noqa: ANN401 - a fixture
    """The timeout does not end a stream of comments, the deadline does."""
    calls = listening(answering(SILENT, then=comments))
    began = time.monotonic()
    first, last = calls.heard(timeout=0.2, deadline=0.6)
    assert first == 1
    assert "the deadline passed" in last
    assert time.monotonic() - began > 0.5


def test_an_abort_ends_it_at_once(listening: Any) -> None:  # noqa: ANN401 - a fixture
    """While it waits for an event."""
    abort = threading.Event()
    calls = listening(answering(SILENT, then=_hangs))
    opened = calls.open(abort=abort).value
    timer = threading.Timer(0.1, abort.set)
    timer.start()
    assert [type(each).__name__ for each in calls.listed(opened)] == ["Ok", "Err"]
    timer.join()
    assert calls.free == FREE


def test_an_abort_ends_no_task_that_does_not_read() -> None:
    """Nor does the time of a read run while the caller does something else; no timer is left of a stream."""

    async def use(url: str) -> None:
        core, abort = OpenRouterCore(server_url=url, retry_config=AT_ONCE), threading.Event()
        options = RequestOptions(abort=abort, timeout=0.1)
        async with (await call_stream_async(core, OPERATION, {"model": "x"}, options)).unwrap() as opened:
            assert told(await anext(opened)) == 1
            await asyncio.sleep(0.2)
            assert [told(each) async for each in opened] == [2]
        abort.set()
        await asyncio.sleep(0.1)
        assert cast("asyncio.Task[Any]", asyncio.current_task()).cancelling() == 0
        core.close()

    def ends(peer: socket.socket) -> None:
        time.sleep(0.05)
        peer.sendall(chunked(numbers(2), DONE))
        peer.recv(1)

    with Server(answering(SILENT, then=ends)) as server:
        asyncio.run(use(server.url))


def test_a_stream_that_is_left_early_closes_its_connection(listening: Any) -> None:  # noqa: ANN401 - a fixture
    """And iteration is over."""
    calls = listening(answering(SILENT, then=_hangs))
    opened = calls.open().value
    assert told(calls.next(opened)) == 1
    calls.close(opened)
    assert calls.listed(opened) == []
    assert calls.free == FREE
    assert calls.heard(timeout=0.2)[0] == 1


def test_another_may_close_it(listening: Any) -> None:  # noqa: ANN401 - a fixture
    """A thread, or a task of the loop, while an event is waited for: no error, iteration is over."""
    calls = listening(answering(SILENT, then=_hangs))
    opened = calls.open().value
    if calls.invoke.is_async:

        async def both() -> list[object]:
            asyncio.get_running_loop().call_later(0.1, lambda: closing.append(asyncio.ensure_future(opened.aclose())))
            return [told(each) async for each in opened]

        closing: list[Any] = []
        assert calls.invoke.settle(both()) == [1]
    else:
        timer = threading.Timer(0.1, opened.close)
        timer.start()
        assert [told(each) for each in opened] == [1]
        timer.join()
    assert calls.free == FREE


def test_two_tasks_do_not_read_it_at_once() -> None:
    """The second is told so, and does not hold the event loop up."""

    async def use(url: str) -> None:
        core = OpenRouterCore(server_url=url, retry_config=AT_ONCE)
        opened = (await call_stream_async(core, OPERATION, {"model": "x"}, None)).unwrap()
        assert told(await anext(opened)) == 1
        first = asyncio.ensure_future(anext(opened, None))
        await asyncio.sleep(0.05)
        assert "another task reads it" in str(told(await anext(opened)))
        await opened.aclose()
        assert await first is None
        core.close()

    with Server(answering(SILENT, then=_hangs)) as server:
        asyncio.run(use(server.url))


def test_what_two_tasks_read_is_whole_for_neither() -> None:
    """The first, which would miss what the second took, does not pass for complete."""

    async def use(url: str) -> None:
        core = OpenRouterCore(server_url=url, retry_config=AT_ONCE)
        opened = (await call_stream_async(core, OPERATION, {"model": "x"}, None)).unwrap()
        first = asyncio.ensure_future(opened.collect())
        await asyncio.sleep(0.05)
        assert "another task reads it" in str([told(each) async for each in opened])
        assert told(await first) == "SDKValidationError: stream: is closed"
        core.close()

    def ends(peer: socket.socket) -> None:
        time.sleep(0.2)
        peer.sendall(chunked(numbers(2), DONE))

    with Server(answering(SILENT, then=ends)) as server:
        asyncio.run(use(server.url))


def test_one_without_a_socket_can_be_closed_by_another(invoke: Invoke) -> None:
    """A client with a transport for tests has none that could be shut down: iteration is over with the next event."""
    pieces = Pieces(numbers(1), numbers(2), numbers(3), seconds=0.2)
    head = {"Content-Type": "text/event-stream"}
    client = invoke.client(httpx.MockTransport(lambda _: httpx.Response(200, headers=head, stream=pieces)))
    calls = Listening(invoke, "http://127.0.0.1:9", **cast("dict[str, Any]", {invoke.client_option: client}))
    opened = calls.open().value

    async def both() -> list[object]:
        asyncio.get_running_loop().call_later(0.1, lambda: closing.append(asyncio.ensure_future(opened.aclose())))
        return [told(each) async for each in opened]

    closing: list[Any] = []
    if invoke.is_async:
        assert invoke.settle(both()) == []
    else:
        timer = threading.Timer(0.1, opened.close)
        timer.start()
        assert [told(each) for each in opened] == []
        timer.join()
    assert pieces.closed
    calls.core.close()


def test_a_dropped_stream_warns_and_keeps_nothing(listening: Any) -> None:  # noqa: ANN401 - a fixture
    """Its connection is closed at once, and the next call puts the pool in order."""
    calls = listening(answering(SILENT, then=_hangs))
    opened = calls.open().value
    calls.next(opened)
    stale = [opened]
    del opened
    with pytest.warns(ResourceWarning, match=r"unclosed (Async)?Stream\(ask\)"):
        stale.clear()
    gc.collect()
    assert calls.heard(timeout=0.2)[0] == 1
    assert calls.free == FREE


def test_a_cancelled_stream_is_over(listening: Any) -> None:  # noqa: ANN401 - a fixture
    """Cancellation goes on to the caller, and the connection is closed."""
    calls = listening(answering(SILENT, then=_hangs))
    if not calls.invoke.is_async:
        return

    async def cancelled() -> None:
        opened = calls.core and (await call_stream_async(calls.core, OPERATION, {"model": "x"}, None)).unwrap()
        assert told(await anext(opened)) == 1
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.1):
                await anext(opened)
        assert [each async for each in opened] == []

    calls.invoke.settle(cancelled())
    assert calls.free == FREE


def test_a_reset_is_told(listening: Any) -> None:  # noqa: ANN401 - a fixture
    """What came before it is given first."""

    def reset(peer: socket.socket) -> None:
        time.sleep(0.1)
        peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

    calls = listening(answering(SILENT, then=reset))
    first, last = calls.heard()
    assert first == 1
    assert last.startswith("RequestConnectionError")


def test_nothing_is_tried_again_after_the_head(listening: Any) -> None:  # noqa: ANN401 - a fixture
    """Before it, a 429 is: the second attempt is the stream, and what breaks off then is told."""
    refusal = whole(b"{}", "application/json", "429 Too Many Requests")
    calls = listening(answering(refusal, CASES["clean"][0], refusal, CASES["no sentinel"][0]))
    assert calls.heard() == [1, 2]
    first, second, last = calls.listed(calls.open().unwrap())
    assert (first.ok, second.ok, type(last.error).__name__) == (True, True, "RequestConnectionError")
    assert last.error.attempts == 2


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the system has no fork")
def test_a_forked_child_does_not_read_its_parents_stream(listening: Any, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ANN401
    """What the child read, the parent would miss."""
    calls = listening(answering(SILENT, then=_hangs))
    opened = calls.open().value
    with monkeypatch.context() as patch:
        patch.setattr("os.getpid", lambda: -1)
        assert "the parent process" in told(calls.next(opened))  # type: ignore[operator]
    calls.close(opened)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the system has no fork")
def test_a_fork_leaves_the_stream_to_its_parent(listening: Any) -> None:  # noqa: ANN401 - a fixture
    """A child that asks for its events gets an error, and the parent gets the events."""
    if (calls := listening(answering(stream(numbers(1), ends=False), then=_goes_on))).invoke.is_async:
        return
    opened = calls.open().value
    assert told(calls.next(opened)) == 1
    child = os.fork()
    if child == 0:  # pragma: no cover - coverage is not measured in a process that ends by `_exit`
        refused = False
        with contextlib.suppress(BaseException):
            refused = "the parent process" in str(told(next(opened)))
        os._exit(0 if refused else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert [told(each) for each in calls.listed(opened)] == [2]


def _goes_on(peer: socket.socket) -> None:
    time.sleep(0.3)
    peer.sendall(chunked(numbers(2), DONE))


def test_a_stream_of_a_loop_that_has_ended(listening: Any) -> None:  # noqa: ANN401 - a fixture
    """It is over, and the calls of the next loop are answered."""
    calls = listening(answering(SILENT, then=_hangs))
    if not calls.invoke.is_async:
        return

    async def begun() -> Any:  # noqa: ANN401 - a stream
        opened = (await call_stream_async(calls.core, OPERATION, {"model": "x"}, None)).unwrap()
        assert told(await anext(opened)) == 1
        return opened

    async def ended(opened: Any) -> None:  # noqa: ANN401 - a stream
        await opened.aclose()
        assert [each async for each in opened] == []
        await (await begun()).aclose()

    with asyncio.Runner() as first:
        opened = first.run(begun())
    with asyncio.Runner() as second:
        second.run(ended(opened))


def test_200_streams_at_once(listening: Any) -> None:  # noqa: ANN401 - a fixture
    """Each gets its own events; those that find no connection free wait for one."""

    def speak(peer: socket.socket) -> None:
        while request := read_request(peer):
            number = int(json.loads(request.partition(b"\r\n\r\n")[2])["model"])
            peer.sendall(head() + chunked(numbers(number), ends=False))
            time.sleep(0.01)
            peer.sendall(chunked(numbers(number), DONE))

    calls = listening(speak)

    def asked(number: int) -> list[object]:
        opened = call_stream(calls.core, OPERATION, {"model": str(number)}, None)
        return [told(each) for each in opened.unwrap()]

    async def asked_async(number: int) -> list[object]:
        opened = await call_stream_async(calls.core, OPERATION, {"model": str(number)}, None)
        return [told(each) async for each in opened.unwrap()]

    async def all_asked() -> list[list[object]]:
        return await asyncio.gather(*map(asked_async, range(200)))

    if calls.invoke.is_async:
        heard = calls.invoke.settle(all_asked())
    else:
        with ThreadPoolExecutor(200) as pool:
            heard = list(pool.map(asked, range(200)))
    assert heard == [[number, number] for number in range(200)]
    assert calls.free == FREE


def test_collect_gives_all_or_the_error(listening: Any) -> None:  # noqa: ANN401 - a fixture
    """A part is no result."""
    calls = listening(answering(CASES["clean"][0], CASES["no sentinel"][0]))
    first, second = (calls.invoke.settle(calls.open().value.collect()) for _ in range(2))
    assert [each.n for each in first.unwrap()] == [1, 2]
    assert isinstance(second, Err)


def test_collect_of_a_closed_stream_is_an_error(listening: Any) -> None:  # noqa: ANN401 - a fixture
    """Closed before or meanwhile: the events that came are not all. After a good end there are just none left."""
    calls = listening(answering(SILENT, SILENT, then=_hangs))
    opened = calls.open().value
    calls.close(opened)
    assert told(calls.invoke.settle(opened.collect())) == "SDKValidationError: stream: is closed"

    opened = listening(answering(SILENT, then=_hangs)).open().value
    if calls.invoke.is_async:

        async def closed_meanwhile() -> object:
            collecting = asyncio.ensure_future(opened.collect())
            await asyncio.sleep(0.1)
            await opened.aclose()
            return await collecting

        assert "is closed" in str(told(calls.invoke.settle(closed_meanwhile())))
    else:
        timer = threading.Timer(0.1, opened.close)
        timer.start()
        assert "is closed" in str(told(opened.collect()))
        timer.join()

    opened = listening(answering(CASES["clean"][0])).open().value
    assert len(calls.invoke.settle(opened.collect()).unwrap()) == 2
    assert calls.invoke.settle(opened.collect()) == Ok([])


def test_what_came_and_was_not_read_is_not_left_out(listening: Any) -> None:  # noqa: ANN401 - a fixture
    """A stream that came whole, and is closed after its first event, is no stream without further events."""
    calls = listening(answering(CASES["clean, in one piece"][0]))
    opened = calls.open().value
    assert told(calls.next(opened)) == 1
    calls.close(opened)
    assert told(calls.invoke.settle(opened.collect())) == "SDKValidationError: stream: is closed"


@pytest.mark.parametrize(
    ("place", "rest"),
    [
        ("read_value", numbers(2) + DONE),
        ("EventDecoder.feed", numbers(2) + DONE),
        ("refusal", event({"error": {"code": 502, "message": "words"}})),
        ("unanswered", COMMENT),
    ],
)
def test_what_an_interrupt_costs_is_not_left_out(
    listening: Any,  # noqa: ANN401 - a fixture
    monkeypatch: pytest.MonkeyPatch,
    place: str,
    rest: bytes,
) -> None:
    """A signal handler raises while an event, an error or the end is read: the stream does not pass for complete."""

    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    calls = listening(answering(stream(numbers(1), rest)))
    opened = calls.open().value
    assert told(calls.next(opened)) == 1
    with monkeypatch.context() as patch:
        patch.setattr(f"openrouter_core.streams.{place}", interrupt)
        with pytest.raises(KeyboardInterrupt):
            calls.next(opened)
    assert calls.listed(opened) == []
    assert told(calls.invoke.settle(opened.collect())) == "SDKValidationError: stream: is closed"
    assert calls.free == FREE


def test_a_second_thread_sees_the_good_end_of_a_stream() -> None:
    """It waits while the first one reads the last event, and is not told that the stream broke off."""

    def speak(peer: socket.socket) -> None:
        read_request(peer)
        peer.sendall(head() + chunked(numbers(1), ends=False))
        time.sleep(0.2)
        peer.sendall(chunked(numbers(2) + DONE))

    with Server(speak) as server, OpenRouterCore(server_url=server.url, retry_config=AT_ONCE) as core:
        opened = call_stream(core, OPERATION, {"model": "x"}, None).unwrap()
        with ThreadPoolExecutor(2) as pool:
            readers = [pool.submit(list, opened), pool.submit(list, opened)]
            heard = [told(each) for reader in readers for each in reader.result()]
    assert set(heard) == {1, 2}
    assert len(heard) == 2


def test_what_is_sent(listening: Any) -> None:  # noqa: ANN401 - a fixture
    """The body asks for a stream, and so does `Accept`."""
    seen: list[bytes] = []

    def speak(peer: socket.socket) -> None:
        seen.append(read_request(peer))
        peer.sendall(CASES["clean"][0])

    assert listening(speak).heard() == [1, 2]
    assert b'{"model":"x","stream":true}' in seen[0]
    assert b"text/event-stream" in seen[0]


def test_it_does_not_travel(listening: Any) -> None:  # noqa: ANN401 - a fixture
    """It holds a connection; its repr shows nothing."""
    import pickle

    opened = listening(answering(SILENT, then=_hangs)).open().value
    assert repr(opened).endswith("Stream(ask)")
    with pytest.raises(TypeError, match="holds a connection"):
        pickle.dumps(opened)
    assert opened.response.status_code == 200
    listening(answering(SILENT)).close(opened)


def test_a_hook_that_fails_closes_the_stream(listening: Any) -> None:  # noqa: ANN401 - a fixture
    """The call ends with its error, and the body that nobody gets is closed."""

    def fail(*_: object) -> None:
        raise ValueError

    calls = listening(answering(SILENT, then=_hangs))
    calls.core.close()
    with attrs.evolve(calls.core, hooks=Hooks(after_success=fail)) as calls.core:
        result = calls.open()
        assert result.error.message == "ask: a hook raised ValueError in fail, line " + str(
            fail.__code__.co_firstlineno + 1
        )
        assert (result.error.outcome, result.error.attempts) == ("applied", 1)
        assert calls.free == FREE

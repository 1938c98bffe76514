"""Whether a request was sent: "it may have been", unless httpcore's trace proves that it was not."""

from __future__ import annotations

import contextlib
from importlib import import_module
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, TypeAlias

import pytest

from openrouter_core import OpenRouterCore, errors
from openrouter_core.http.translation import Trace
from tests.funcs.cases import AT_ONCE, CREATE
from tests.http.peers import Server, read_request

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable, Iterator

    from tests.conftest import Invoke

    MakeCore = Callable[..., OpenRouterCore]

LIBRARIES = ["httpx", "httpx2"]
URL = "https://openrouter.test/api/v1"

Events: TypeAlias = list[tuple[str, dict[str, Any]]]


@pytest.fixture(params=LIBRARIES)
def library(request: pytest.FixtureRequest) -> Any:  # noqa: ANN401 - a module
    """Return each library whose client may be handed in."""
    return import_module(request.param)


@pytest.fixture
def core_over(invoke: Invoke, library: Any) -> Iterator[MakeCore]:  # noqa: ANN401
    """Return a function that makes cores over a client with the given options, which is closed after the test."""
    clients: list[Any] = []

    def make(url: str = URL, **options: object) -> OpenRouterCore:
        clients.append((library.AsyncClient if invoke.is_async else library.Client)(**options))
        given: dict[str, Any] = {invoke.client_option: clients[-1]}
        return OpenRouterCore(server_url=url, retry_config=AT_ONCE, **given)

    yield make
    for client in clients:
        invoke.settle(client.aclose() if invoke.is_async else client.close())


def transport(library: Any, handle: Callable[[Any, Callable[..., None]], Any]) -> Any:  # noqa: ANN401
    """Return a transport that answers with what `handle` returns of a request and of what notes trace events."""

    class Both(library.BaseTransport, library.AsyncBaseTransport):  # type: ignore[misc] # known at run time
        def handle_request(self, request: Any) -> Any:  # noqa: ANN401
            return handle(request, request.extensions["trace"])

        async def handle_async_request(self, request: Any) -> Any:  # noqa: ANN401
            events: list[tuple[Any, ...]] = []
            try:
                return handle(request, lambda *event: events.append(event))
            finally:
                for event in events:
                    await request.extensions["trace"](*event)

    return Both()


# --- A transport that is handed in -------------------------------------------------------------------------------

LOST = ["ConnectTimeout", "ConnectError", "PoolTimeout", "ReadError", "LocalProtocolError", "UnsupportedProtocol"]


@pytest.mark.parametrize("name", [*LOST, "WriteTimeout", "ProxyError"])
def test_what_a_transport_calls_its_failure_proves_nothing(
    invoke: Invoke,
    library: Any,  # noqa: ANN401
    core_over: MakeCore,
    name: str,
) -> None:
    """httpx-aiohttp, say, names a lost answer `ConnectTimeout`: a create is made once, and nobody knows of it."""
    made: list[object] = []

    def handle(request: Any, _: object) -> Any:  # noqa: ANN401
        made.append(request)
        raise getattr(library, name)("lost", request=request)

    error = invoke("byok_create", core_over(transport=transport(library, handle)), **CREATE.arguments).error
    assert isinstance(error, errors.HTTPClientError)
    assert (error.outcome, error.attempts, len(made)) == ("unknown", 1, 1)


CONNECTING: Events = [("connection.connect_tcp.started", {}), ("connection.connect_tcp.failed", {})]
SENDING: Events = [
    ("connection.connect_tcp.started", {}),
    ("connection.connect_tcp.complete", {}),
    ("http11.send_request_headers.started", {}),
]
FOREIGN: Events = [("dial.begin", {}), ("dial.error", {})]


@pytest.mark.parametrize(
    ("events", "tries"),
    [
        ([], 1),
        (FOREIGN, 1),
        (SENDING, 1),
        (CONNECTING, 2),
        (CONNECTING[:1], 2),
        (CONNECTING[1:], 1),
        ([*SENDING, *CONNECTING], 1),
        ([*CONNECTING, *FOREIGN], 1),
    ],
    ids=["none", "other names", "sending", "connecting", "only begun", "only failed", "both", "then other names"],
)
def test_a_create_is_tried_again_when_the_trace_proves_that_it_was_not_sent(
    *,
    invoke: Invoke,
    library: Any,  # noqa: ANN401
    core_over: MakeCore,
    events: Events,
    tries: int,
) -> None:
    """Only when a connection was begun, and nothing that is not connecting followed."""
    asked: list[object] = []

    def handle(request: Any, note: Callable[..., None]) -> Any:  # noqa: ANN401
        asked.append(request)
        if len(asked) == 2:
            return library.Response(201, json=CREATE.body)
        for event in events:
            note(*event)
        raise library.ConnectError("refused", request=request)

    result = invoke("byok_create", core_over(transport=transport(library, handle)), **CREATE.arguments)
    assert len(asked) == tries
    if tries == 1:
        assert result.error.outcome == "unknown"
    else:
        assert result.ok


def test_a_transport_that_tries_again_by_itself_proves_nothing(
    invoke: Invoke,
    library: Any,  # noqa: ANN401
    core_over: MakeCore,
    nobody: str,
) -> None:
    """Its first try was sent, its second one, elsewhere, could not connect: the create may have been made."""
    received: list[bytes] = []
    inner: Any = (library.AsyncHTTPTransport if invoke.is_async else library.HTTPTransport)()

    class Retrying(library.BaseTransport, library.AsyncBaseTransport):  # type: ignore[misc] # known at run time
        def handle_request(self, request: Any) -> Any:  # noqa: ANN401
            with contextlib.suppress(library.TransportError):
                return inner.handle_request(request)
            return inner.handle_request(library.Request("POST", nobody, extensions=request.extensions))

        def close(self) -> None:
            inner.close()

        async def handle_async_request(self, request: Any) -> Any:  # noqa: ANN401
            with contextlib.suppress(library.TransportError):
                return await inner.handle_async_request(request)
            return await inner.handle_async_request(library.Request("POST", nobody, extensions=request.extensions))

        async def aclose(self) -> None:
            await inner.aclose()

    with Server(lambda peer: received.append(read_request(peer))) as server:
        error = invoke("byok_create", core_over(server.url, transport=Retrying()), **CREATE.arguments).error
    assert isinstance(error, errors.RequestConnectionError)
    assert (error.outcome, error.attempts, len(received)) == ("unknown", 1, 1)


def test_a_transport_that_only_connects_again_proves_it(
    invoke: Invoke,
    library: Any,  # noqa: ANN401
    core_over: MakeCore,
    nobody: str,
) -> None:
    """Httpx's own `retries` repeats nothing but connecting: nothing was sent, and the create is tried again."""
    retrying: Any = (library.AsyncHTTPTransport if invoke.is_async else library.HTTPTransport)(retries=1)
    error = invoke("byok_create", core_over(nobody, transport=retrying), **CREATE.arguments).error
    assert isinstance(error, errors.RequestConnectionError)
    assert (error.outcome, error.attempts) == ("not_applied", 3)


# --- HTTP/2 ------------------------------------------------------------------------------------------------------

BAD_FRAMES = {
    "data of no stream": bytes.fromhex("000001 00 00 00000000 00"),
    "headers that end too soon": bytes.fromhex("000001 01 04 00000001 82"),
    "no frames": b"HTTP/1.1 400 Bad Request\r\n\r\n",
    "a frame that is too long": bytes.fromhex("ffffff 00 00 00000001") + bytes(100),
    "nothing": b"",
}


@pytest.mark.parametrize("bad", BAD_FRAMES.values(), ids=BAD_FRAMES)
def test_a_server_that_commits_and_then_breaks_http2(invoke: Invoke, core_over: MakeCore, bad: bytes) -> None:
    """Httpcore blames the client (`LocalProtocolError`): the create was made, once, and is not called `not_applied`."""
    connect: Any = import_module("h2.connection").H2Connection  # its types are not to be had
    configured: Any = import_module("h2.config").H2Configuration
    made: list[int] = []

    def speak(peer: socket.socket) -> None:
        connection: Any = connect(config=configured(client_side=False))
        connection.initiate_connection()
        while True:
            peer.sendall(connection.data_to_send())
            received = peer.recv(65_536)
            for event in connection.receive_data(received):
                if type(event).__name__ == "StreamEnded":
                    made.append(event.stream_id)
                    peer.sendall(connection.data_to_send() + bad)
                    return

    with Server(speak) as server:
        core = core_over(server.url, http1=False, http2=True)
        error = invoke("byok_create", core, **CREATE.arguments).error
    assert isinstance(error, errors.HTTPClientError)
    assert (error.outcome, error.attempts, made) == ("unknown", 1, [1])


# --- The trace by itself -----------------------------------------------------------------------------------------

CONNECT = {"request": SimpleNamespace(method=b"CONNECT")}
POST = {"request": SimpleNamespace(method=b"POST")}

TRACES: dict[str, tuple[bool, Events]] = {
    "no events": (False, []),
    "connecting": (True, [("connection.connect_tcp.started", {}), ("connection.connect_tcp.failed", {})]),
    "connected": (True, [("connection.connect_tcp.started", {}), ("connection.connect_tcp.complete", {})]),
    "a Unix socket": (True, [("connection.connect_unix_socket.started", {})]),
    "connecting again": (
        True,
        [
            ("connection.connect_tcp.started", {}),
            ("connection.connect_tcp.failed", {}),
            ("connection.retry.started", {}),
            ("connection.connect_tcp.started", {}),
        ],
    ),
    "TLS": (True, [("connection.connect_tcp.started", {}), ("connection.start_tls.started", {})]),
    "SOCKS": (
        True,
        [("socks.connect_tcp.started", {}), ("socks5.setup_socks5_connection.started", {})],
    ),
    "a tunnel that is asked for": (
        True,
        [
            ("connection.connect_tcp.started", {}),
            ("http11.send_request_headers.started", CONNECT),
            ("http11.send_request_body.started", CONNECT),
            ("http11.receive_response_headers.started", CONNECT),
            ("http11.response_closed.started", {}),
            ("connection.close.started", {}),
        ],
    ),
    "a request in a tunnel": (
        False,
        [
            ("connection.connect_tcp.started", {}),
            ("http11.send_request_headers.started", CONNECT),
            ("connection.start_tls.started", {}),
            ("http11.send_request_headers.started", POST),
        ],
    ),
    "a request": (
        False,
        [("connection.connect_tcp.started", {}), ("http11.send_request_headers.started", POST)],
    ),
    "a request over an open connection": (False, [("http11.send_request_headers.started", POST)]),
    "HTTP/2's preface": (
        False,
        [("connection.connect_tcp.started", {}), ("http2.send_connection_init.started", POST)],
    ),
    "an operation nobody knows": (
        False,
        [("connection.connect_tcp.started", {}), ("http3.send_everything.started", {})],
    ),
    "a phase nobody knows": (
        False,
        [("connection.connect_tcp.started", {}), ("http11.send_request_headers.begin", POST)],
    ),
    "connecting in a phase nobody knows": (False, [("connection.connect_tcp.begin", {})]),
    "names without dots": (False, [("connect_tcp", {}), ("started", {})]),
    "an empty name": (False, [("connection.connect_tcp.started", {}), ("", {})]),
    "a request that is none": (
        False,
        [("connection.connect_tcp.started", {}), ("http11.send_request_headers.started", {"request": None})],
    ),
}


@pytest.mark.parametrize(("proves", "events"), TRACES.values(), ids=TRACES)
def test_what_a_trace_proves(*, proves: bool, events: Events) -> None:
    """That nothing was sent, or nothing at all: what is not known counts as sending."""
    trace = Trace()
    for event in events:
        trace.note(*event)
    assert trace.proves_nothing_sent is proves

"""httpx and httpcore without what `translation` reaches for: calls go on, and nothing is promised that is not kept."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from openrouter_core import OpenRouterCore, RequestOptions, errors
from openrouter_core.http import clients, exchange, translation
from tests.funcs.cases import AT_ONCE, CREATE, ID, NO_RETRIES
from tests.http.peers import Server, answer, read_request

if TYPE_CHECKING:
    import socket
    from collections.abc import Iterator

    from tests.conftest import Invoke

pytestmark = pytest.mark.own_client

CALLS = 3


@pytest.fixture
def server() -> Iterator[Server]:
    """Return a server that answers."""

    def speak(peer: socket.socket) -> None:
        while read_request(peer):
            peer.sendall(answer())

    with Server(speak) as running:
        yield running


def calls(invoke: Invoke, url: str, **options: Any) -> list[bool]:  # noqa: ANN401 - whatever a core takes
    """Return whether each of some calls over one core succeeded."""
    core = OpenRouterCore(server_url=url, retry_config=NO_RETRIES, **options)
    succeeded = [invoke("byok_delete", core, id=ID).ok for _ in range(CALLS)]
    invoke.close(core)
    return succeeded


# --- Each private reach, absent ----------------------------------------------------------------------------------


class Slotted:
    """A transport of a later httpx, which has no `_pool`."""

    __slots__ = ()


def test_a_transport_without_a_pool_is_left_alone() -> None:
    """It is not given one under a name that it does not have."""
    translation.with_backend(Slotted(), object())


def cast_any(value: object) -> Any:  # noqa: ANN401 - the point of it
    """Return the value, whatever its type."""
    return value


def nothing(*_: object) -> None:
    """Do nothing."""


@pytest.fixture
def renamed_pools(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Have httpx's transports keep their pool elsewhere, as a later version may; return all that are made."""
    made: list[Any] = []

    def keep(transport: Any, pool: object) -> None:  # noqa: ANN401 - of either kind
        transport.__dict__["_elsewhere"] = pool
        made.append(pool)

    for kind in (httpx.HTTPTransport, httpx.AsyncHTTPTransport):
        moved = property(lambda self: self.__dict__["_elsewhere"], keep)
        monkeypatch.setattr(kind, "_pool", moved, raising=False)
    monkeypatch.setattr(clients, "with_backend", nothing)
    return made


def test_calls_work_over_the_transports_own_pool(invoke: Invoke, server: Server, renamed_pools: list[Any]) -> None:
    """With httpx's timeouts in place of our deadlines."""
    assert calls(invoke, server.url) == [True] * CALLS
    for pool in renamed_pools:
        invoke.settle(pool.aclose() if invoke.is_async else pool.close())


def test_the_pool_is_reached_in_the_versions_that_are_installed(invoke: Invoke, server: Server) -> None:
    """Or the deadlines would silently be gone; and a lock in it could stay taken."""
    for kind in (httpx.HTTPTransport, httpx.AsyncHTTPTransport):
        transport, backend = cast_any(kind()), object()
        translation.with_backend(transport, backend)
        assert transport._pool._network_backend is backend
        assert isinstance(transport._pool._optional_thread_lock, nullcontext)
    assert calls(invoke, server.url) == [True] * CALLS
    assert server.peers == 1


class Layer:
    """One layer of a response's stream; the next one is an attribute."""

    def __init__(self, **inner: object) -> None:
        self.__dict__.update(inner)


LAYERS = ["_stream", "_httpcore_stream", "_stream", "_connection", "_h11_state", "trailing_data"]


@pytest.mark.parametrize("missing", range(len(LAYERS)))
def test_a_layer_that_is_missing_ends_the_connection(missing: int) -> None:
    """What may lie behind the response cannot be seen, so nothing is sent over the connection again."""
    inside: object = (b"", False)
    for depth, name in reversed(list(enumerate(LAYERS))):
        inside = Layer(**{f"{name}_renamed" if depth == missing else name: inside})
    connection = object()
    response = Layer(
        stream=inside, http_version="HTTP/1.1", extensions={"network_stream": connection}, is_stream_consumed=False
    )
    assert translation.connection_with_unread_bytes(cast_any(response)) is connection


@pytest.mark.parametrize(
    ("trailing", "version", "is_kept"),
    [
        ((b"", False), "HTTP/1.1", True),
        ((b"HTTP/1.1 200", False), "HTTP/1.1", False),
        ((b"", True), "HTTP/1.1", False),
        (None, "HTTP/1.1", False),
        (None, "HTTP/2", True),
    ],
)
def test_what_h11_still_holds_ends_the_connection(*, trailing: object, version: str, is_kept: bool) -> None:
    """Bytes, or an end that has come; of HTTP/2 each frame names its stream."""
    inside = trailing
    for name in reversed(LAYERS):
        inside = Layer(**{name: inside})
    connection = object()
    response = Layer(stream=inside, http_version=version, extensions={"network_stream": connection})
    assert translation.connection_with_unread_bytes(cast_any(response)) is (None if is_kept else connection)


def test_a_response_without_a_connection_has_none_to_end() -> None:
    """One of a mock, say."""
    assert translation.connection_with_unread_bytes(httpx.Response(200)) is None


@pytest.mark.parametrize("name", ["_connection", "_h11_state"])
def test_without_the_layers_each_call_has_a_connection_of_its_own(
    invoke: Invoke, server: Server, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """On real sockets: calls succeed, one connection each."""

    def unread(response: Any) -> Any:  # noqa: ANN401 - of httpx, sync or async
        layers = translation.connection_with_unread_bytes
        inner = response.stream._stream._httpcore_stream._stream
        renamed = Layer(_stream=Layer(_httpcore_stream=Layer(_stream=inner if name == "_h11_state" else Layer())))
        if name == "_h11_state":
            renamed = Layer(_stream=Layer(_httpcore_stream=Layer(_stream=Layer(_connection=Layer()))))
        seen = Layer(stream=renamed, http_version=response.http_version, extensions=response.extensions)
        return layers(cast_any(seen))

    monkeypatch.setattr(exchange, "connection_with_unread_bytes", unread)
    assert calls(invoke, server.url) == [True] * CALLS
    assert server.peers == CALLS


# --- A transport that a tracer has put in ------------------------------------------------------------------------


class Traced(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """As AWS X-Ray and OpenTelemetry 0.48 wrap a client's transport: nothing of the inner one shows."""

    seen = 0

    def __init__(self, inner: Any) -> None:  # noqa: ANN401 - sync or async
        self._wrapped = inner

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Count, and send on."""
        Traced.seen += 1
        response: httpx.Response = self._wrapped.handle_request(request)
        return response

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Count, and send on."""
        Traced.seen += 1
        response: httpx.Response = await self._wrapped.handle_async_request(request)
        return response

    def close(self) -> None:
        """Close the inner one."""
        self._wrapped.close()

    async def aclose(self) -> None:
        """Close the inner one."""
        await self._wrapped.aclose()


@pytest.fixture
def _traced(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have every client of httpx that is made wrap its transport, as such tracers do."""
    Traced.seen = 0
    for kind in (httpx.Client, httpx.AsyncClient):
        original: Any = kind.__init__

        def init(self: Any, *given: Any, original: Any = original, **options: Any) -> None:  # noqa: ANN401
            original(self, *given, **options)
            self._transport = Traced(self._transport)

        monkeypatch.setattr(kind, "__init__", init)


@pytest.mark.usefixtures("_traced")
def test_a_transport_that_a_tracer_has_wrapped_is_left_alone(invoke: Invoke, server: Server) -> None:
    """It sees every call, and they succeed."""
    assert calls(invoke, server.url) == [True] * CALLS
    assert Traced.seen == CALLS


@pytest.mark.usefixtures("_traced")
def test_a_traced_call_that_fails_is_an_err(invoke: Invoke, nobody: str) -> None:
    """The trace goes through it: nothing was sent, and that is proven."""
    core = OpenRouterCore(server_url=nobody, retry_config=NO_RETRIES)
    error = invoke("byok_create", core, **CREATE.arguments).error
    invoke.close(core)
    assert isinstance(error, errors.RequestConnectionError)
    assert (error.outcome, error.attempts) == ("not_applied", 1)


def test_a_client_whose_transport_is_wrapped_after_its_first_call(invoke: Invoke, server: Server) -> None:
    """A tracer that is switched on while the program runs changes the clients that it finds."""
    core = OpenRouterCore(server_url=server.url, retry_config=NO_RETRIES)
    assert invoke("byok_delete", core, id=ID).ok
    found: list[Any] = list(_of_kind(httpx.AsyncClient if invoke.is_async else httpx.Client))
    for client in found:
        client._transport = Traced(client._transport)
    Traced.seen = 0
    assert invoke("byok_delete", core, id=ID).ok
    invoke.close(core)
    assert Traced.seen == 1


def _of_kind(kind: type) -> list[object]:
    import gc

    return [each for each in gc.get_objects() if type(each).__mro__[1:2] == (kind,) and not each.is_closed]


# --- Proxies of the environment ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "exceptions",
    ["::1/128", "[::1]", "localhost,127.0.0.0/8,::1", "10.0.0.0/8,fe80::/10,.internal", "*.svc,[::1]:80, ,,", "é"],
)
@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_exceptions_that_httpx_cannot_read_stop_no_call(
    invoke: Invoke, server: Server, monkeypatch: pytest.MonkeyPatch, exceptions: str, host: str
) -> None:
    """`NO_PROXY` as Docker, Kubernetes and people write it; and loopback is asked for without a proxy anyway."""
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    monkeypatch.setenv("NO_PROXY", exceptions)
    assert calls(invoke, f"http://{host}:{server.port}") == [True] * CALLS


@pytest.mark.parametrize("exceptions", ["::1/128", "[::1]", "localhost,127.0.0.0/8,::1"])
def test_the_proxy_is_used_for_what_they_do_not_name(
    invoke: Invoke, server: Server, monkeypatch: pytest.MonkeyPatch, exceptions: str
) -> None:
    """The request reaches it, and not the server, whose name nobody knows."""
    monkeypatch.setenv("HTTP_PROXY", server.url)
    monkeypatch.setenv("NO_PROXY", exceptions)
    assert calls(invoke, "http://openrouter.test", allow_insecure_http=True) == [True] * CALLS


@pytest.mark.parametrize("variable", ["ALL_PROXY", "HTTPS_PROXY"])
def test_socks_without_its_package_names_the_extra(
    invoke: Invoke, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    """An `Err` that says what to install; nothing is sent, and loopback is reached all the same."""
    monkeypatch.setenv(variable, "socks5://me:sk-test-word@127.0.0.1:9")
    monkeypatch.setitem(sys.modules, "socksio", None)
    core = OpenRouterCore(server_url="https://openrouter.test", retry_config=NO_RETRIES)
    error = invoke("byok_create", core, **CREATE.arguments).error
    invoke.close(core)
    assert isinstance(error, errors.SDKValidationError)
    assert (error.parameter, error.attempts, error.outcome) == (variable, 0, "not_applied")
    assert "httpx[socks]" in str(error)
    assert "sk-test-word" not in str(error)


@pytest.mark.parametrize(
    ("first", "reply"),
    [(0, b""), (100, b""), (0, b"no SOCKS at all"), (100, b"\x05\xff")],
    ids=["hangs up", "hangs up later", "nonsense", "no method"],
)
def test_a_socks_proxy_that_breaks_off_leaves_nothing_behind(
    invoke: Invoke, monkeypatch: pytest.MonkeyPatch, connected: list[socket.socket], first: int, reply: bytes
) -> None:
    """Nothing was sent, so that even a create is tried again; the connections are closed."""

    def speak(peer: socket.socket) -> None:
        peer.recv(first)
        peer.sendall(reply)

    with Server(speak) as proxy:
        monkeypatch.setenv("ALL_PROXY", f"SOCKS5://127.0.0.1:{proxy.port}")
        core = OpenRouterCore(server_url="http://openrouter.test", allow_insecure_http=True, retry_config=AT_ONCE)
        error = invoke("byok_create", core, options=RequestOptions(timeout=0.3), **CREATE.arguments).error
        assert all(each.fileno() == -1 for each in connected)
        invoke.close(core)
    assert isinstance(error, errors.RequestConnectionError | errors.RequestTimeoutError)
    assert (error.attempts, error.outcome, error.transient) == (3, "not_applied", True)

"""A client of your own: HTTP/2, an authority of your own, a client certificate, a proxy, a transport of your own."""

from __future__ import annotations

import asyncio
import contextlib
import ssl
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

import pytest
import trustme

from openrouter_core import Err, OpenRouterCore, RequestOptions, errors
from openrouter_core.testing import LocalOpenRouter
from openrouter_funcs.byok_get import byok_get_async
from openrouter_funcs.byok_list import byok_list, byok_list_async
from tests.funcs.cases import AT_ONCE, NO_RETRIES
from tests.http.peers import Front, Proxy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.conftest import Invoke

LIBRARIES = ["httpx", "httpx2"]


@pytest.fixture(scope="module")
def server() -> Iterator[LocalOpenRouter]:
    """Return a local OpenRouter."""
    with LocalOpenRouter() as running:
        yield running


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    """Return an authority of our own, which no operating system knows."""
    return trustme.CA()


@pytest.fixture(scope="module")
def certificate(authority: trustme.CA, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the file of the server's key and certificate, which our authority has signed."""
    file: Path = tmp_path_factory.mktemp("server") / "server.pem"
    authority.issue_cert("localhost").private_key_and_cert_chain_pem.write_to_path(str(file))
    return file


@pytest.fixture(scope="module")
def front(server: LocalOpenRouter, certificate: Path) -> Iterator[Front]:
    """Serve it over TLS."""
    with Front(server, certificate) as running:
        yield running


def trusting(authority: trustme.CA) -> ssl.SSLContext:
    """Return a client's TLS context that trusts the authority."""
    context = ssl.create_default_context()
    cast("Any", authority).configure_trust(context)  # its types are partly unknown
    return context


@pytest.fixture(params=LIBRARIES)
def core_over(invoke: Invoke, server: LocalOpenRouter, request: pytest.FixtureRequest) -> Iterator[Callable[..., Any]]:
    """Make cores that send over a client of either library, made with the given options, and close those clients."""
    kind: Any = getattr(import_module(request.param), "AsyncClient" if invoke.is_async else "Client")
    clients: list[Any] = []

    def make(url: str, **options: object) -> OpenRouterCore:
        clients.append(kind(**options))
        given: dict[str, Any] = {invoke.client_option: clients[-1]}
        return OpenRouterCore(api_key=server.management_key, server_url=url, retry_config=AT_ONCE, **given)

    yield make
    for client in clients:
        invoke.settle(client.aclose() if invoke.is_async else client.close())


# --- HTTP/2 ------------------------------------------------------------------------------------------------------


def life_of_a_credential(invoke: Invoke, core: OpenRouterCore) -> None:
    """Create, get, change, list and delete one; and read a 404."""
    created = invoke("byok_create", core, key="sk-test-123456", provider="openai", name="First").unwrap().data
    assert invoke("byok_get", core, id=created.id).unwrap().data == created
    assert invoke("byok_update", core, id=created.id, name="Second").unwrap().data.name == "Second"
    assert created.id in [key.id for key in invoke("byok_list", core).unwrap().own_items]
    assert invoke("byok_delete", core, id=created.id).ok
    assert isinstance(invoke("byok_get", core, id=created.id).error, errors.NotFoundResponseError)


def test_credentials_of_the_clients_own_go_in_place_of_the_key(
    invoke: Invoke, server: LocalOpenRouter, core_over: Callable[..., OpenRouterCore]
) -> None:
    """A client that signs requests itself does so, and the server sees its `Authorization`."""

    def sign(request: Any) -> Any:  # noqa: ANN401 - of either library
        request.headers["Authorization"] = f"Bearer {server.account.ordinary_key}"
        return request

    def leave(request: Any) -> Any:  # noqa: ANN401 - of either library
        return request

    refused = invoke("byok_list", core_over(server.url, auth=("me", "sk-test-123"))).error
    assert isinstance(refused, errors.UnauthorizedResponseError)
    refused = invoke("byok_list", core_over(server.url, auth=sign)).error
    assert isinstance(refused, errors.ForbiddenResponseError)
    assert invoke("byok_list", core_over(server.url, auth=leave)).ok


def test_http2_over_tls(
    invoke: Invoke, front: Front, authority: trustme.CA, core_over: Callable[..., OpenRouterCore]
) -> None:
    """`http2=True` speaks HTTP/2 where the server offers it, and every function works over one connection."""
    front.versions.clear()
    front.peers.clear()
    life_of_a_credential(invoke, core_over(front.url, http2=True, verify=trusting(authority)))
    assert front.versions == ["2"] * 6
    assert len(front.peers) == 1


def test_http2_without_tls(invoke: Invoke, server: LocalOpenRouter, core_over: Callable[..., OpenRouterCore]) -> None:
    """With prior knowledge (RFC 9113, 3.3), which `http1=False` says, HTTP/2 needs no TLS."""
    with Front(server) as plain:
        life_of_a_credential(invoke, core_over(plain.url, http1=False, http2=True))
    assert plain.versions == ["2"] * 6


def test_a_server_without_http2_is_spoken_to_as_ever(
    invoke: Invoke, server: LocalOpenRouter, core_over: Callable[..., OpenRouterCore]
) -> None:
    """`http2=True` is an offer."""
    life_of_a_credential(invoke, core_over(server.url, http2=True))


@pytest.mark.parametrize("library", LIBRARIES)
def test_concurrent_calls_share_an_http2_connection(
    server: LocalOpenRouter, front: Front, authority: trustme.CA, library: str
) -> None:
    """Tasks and threads each get their own answers over it."""
    module: Any = import_module(library)
    server.reset()
    ids = server.seed(20)
    options: dict[str, Any] = {"http2": True, "verify": trusting(authority), "limits": module.Limits(max_connections=1)}

    async def labels(core: OpenRouterCore) -> list[str]:
        results = await asyncio.gather(*(byok_get_async(core, id=each) for each in ids * 2))
        return [result.unwrap().data.id for result in results]

    async def use() -> list[str]:
        async with module.AsyncClient(**options) as client:
            return await labels(
                OpenRouterCore(api_key=server.management_key, server_url=front.url, async_http_client=client)
            )

    front.peers.clear()
    assert asyncio.run(use()) == ids * 2
    assert len(front.peers) == 1
    with module.Client(**options) as client, ThreadPoolExecutor(4) as pool:
        core = OpenRouterCore(api_key=server.management_key, server_url=front.url, http_client=client)
        pages = [pool.submit(byok_list, core, offset=number, limit=1) for number in range(20)]
        results = [page.result() for page in pages]
    assert any(result.ok for result in results)
    for result, each in zip(results, ids, strict=True):
        if isinstance(result, Err):  # threads may break httpx's connection (encode/httpx#3566)
            assert isinstance(result.error, errors.HTTPClientError)
        else:
            assert result.value.own_items[0].id == each
    assert set(front.versions[-40:]) == {"2"}


@pytest.mark.parametrize("library", LIBRARIES)
def test_a_cancelled_http2_call_leaves_the_connection_to_the_others(
    server: LocalOpenRouter, front: Front, authority: trustme.CA, library: str
) -> None:
    """One stream ends, and the next call is answered over the same client."""
    module: Any = import_module(library)

    async def use() -> None:
        async with module.AsyncClient(http2=True, verify=trusting(authority)) as client:
            core = OpenRouterCore(
                api_key=server.management_key, server_url=front.url, async_http_client=client, retry_config=NO_RETRIES
            )
            assert (await byok_list_async(core)).ok
            fault = server.fail(path="/byok", delay=30)
            cancelled = asyncio.create_task(byok_list_async(core))
            while not fault.hits:  # noqa: ASYNC110 - the server counts in a thread of its own
                await asyncio.sleep(0.01)
            cancelled.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await cancelled
            assert cancelled.cancelled()
            assert (await byok_list_async(core)).ok

    asyncio.run(use())


# --- Certificates ------------------------------------------------------------------------------------------------


def test_an_authority_of_your_own(
    invoke: Invoke, front: Front, authority: trustme.CA, core_over: Callable[..., OpenRouterCore]
) -> None:
    """`verify` with a context that trusts it: the server's certificate counts."""
    life_of_a_credential(invoke, core_over(front.url, verify=trusting(authority)))


def test_an_authority_that_nobody_named(invoke: Invoke, front: Front, core_over: Callable[..., OpenRouterCore]) -> None:
    """Without it nothing is sent, and trying again would not help."""
    front.versions.clear()
    error = invoke("byok_create", core_over(front.url), key="sk-test-123456", provider="openai").error
    assert isinstance(error, errors.RequestConnectionError)
    assert (error.attempts, error.outcome, error.transient) == (1, "not_applied", False)
    assert not front.versions


def test_a_name_that_the_certificate_does_not_hold(
    invoke: Invoke, front: Front, authority: trustme.CA, core_over: Callable[..., OpenRouterCore]
) -> None:
    """A trusted authority is not enough: the host must be the one that was signed."""
    core = core_over(front.url.replace("localhost", "127.0.0.1"), verify=trusting(authority))
    error = invoke("byok_list", core).error
    assert isinstance(error, errors.RequestConnectionError)
    assert (error.attempts, error.transient) == (1, False)


@pytest.fixture(scope="module")
def strict(
    server: LocalOpenRouter, certificate: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Front, trustme.CA]]:
    """Serve it to clients with a certificate of another authority of ours only."""
    clients = trustme.CA()
    file: Path = tmp_path_factory.mktemp("clients") / "authority.pem"
    clients.cert_pem.write_to_path(str(file))
    with Front(server, certificate, file) as running:
        yield running, clients


@pytest.mark.parametrize("http2", [False, True], ids=["HTTP/1.1", "HTTP/2"])
def test_a_client_certificate(
    *,
    invoke: Invoke,
    strict: tuple[Front, trustme.CA],
    authority: trustme.CA,
    core_over: Callable[..., OpenRouterCore],
    http2: bool,
) -> None:
    """`verify` with a context that holds it (mTLS): the server knows who calls."""
    front, clients = strict
    context = trusting(authority)
    cast("Any", clients.issue_cert("me@example.com")).configure_cert(context)
    life_of_a_credential(invoke, core_over(front.url, verify=context, http2=http2))


def test_a_client_certificate_that_is_missing(
    invoke: Invoke, strict: tuple[Front, trustme.CA], authority: trustme.CA, core_over: Callable[..., OpenRouterCore]
) -> None:
    """The server hangs up before it reads a request: an error of the connection, and no credential."""
    front, _ = strict
    front.versions.clear()
    core = core_over(front.url, verify=trusting(authority))
    error = invoke("byok_create", core, key="sk-test-123456", provider="openai").error
    assert isinstance(error, errors.RequestConnectionError)
    assert not front.versions


# --- A proxy -----------------------------------------------------------------------------------------------------


@pytest.fixture
def proxy() -> Iterator[Proxy]:
    """Run a proxy that knows one user."""
    with Proxy("me", "sk-test-proxy") as running:
        yield running


@pytest.mark.parametrize("http2", [False, True], ids=["HTTP/1.1", "HTTP/2"])
def test_a_tunnel_through_a_proxy(
    *,
    invoke: Invoke,
    front: Front,
    authority: trustme.CA,
    proxy: Proxy,
    core_over: Callable[..., OpenRouterCore],
    http2: bool,
) -> None:
    """`proxy` with user and password: it sees where the tunnel leads, and nothing of what goes through."""
    core = core_over(
        front.url, proxy=f"http://me:sk-test-proxy@{proxy.address}", verify=trusting(authority), http2=http2
    )
    life_of_a_credential(invoke, core)
    assert proxy.asked == [f"localhost:{front.port}"]
    assert not any(word in proxy.seen for word in (b"Bearer", b"sk-test-123456", b"/api/v1", b"openai"))


def test_a_proxy_that_refuses(
    invoke: Invoke, front: Front, authority: trustme.CA, proxy: Proxy, core_over: Callable[..., OpenRouterCore]
) -> None:
    """A tunnel that is not opened is a connection that is not made: nothing was sent, not even of a create."""
    front.versions.clear()
    core = core_over(front.url, proxy=f"http://me:sk-test-wrong@{proxy.address}", verify=trusting(authority))
    error = invoke("byok_create", core, key="sk-test-123456", provider="openai").error
    assert isinstance(error, errors.RequestConnectionError)
    assert (error.outcome, error.attempts) == ("not_applied", 1)  # it will refuse the same credentials again
    assert "407, the proxy wants a user and password" in str(error)
    assert "sk-test-wrong" not in str(error)
    assert not front.versions


# --- What a pool survives ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("library", "succeed"), [("httpx", 0), ("httpx2", 6)])
def test_a_pool_after_calls_that_were_cancelled_while_they_connect(
    server: LocalOpenRouter, unconnectable: str, library: str, succeed: int
) -> None:
    """In httpx's each loses its place for good, in httpx2's none: `docs/clients.md` compares them."""
    module: Any = import_module(library)
    here = RequestOptions(server_url=server.url, deadline=3)

    async def use() -> int:
        async with module.AsyncClient(limits=module.Limits(max_connections=2)) as client:
            core = OpenRouterCore(
                api_key=server.management_key,
                server_url=unconnectable,
                async_http_client=client,
                retry_config=NO_RETRIES,
            )
            calls = [asyncio.ensure_future(byok_list_async(core)) for _ in range(40)]
            await asyncio.sleep(0.1)
            for call in calls:
                call.cancel()
                await asyncio.sleep(0)  # its place goes to the next, which is cancelled before it connects
            await asyncio.gather(*calls, return_exceptions=True)
            results = await asyncio.gather(*(byok_list_async(core, options=here) for _ in range(6)))
            return sum(result.ok for result in results)

    assert asyncio.run(use()) == succeed


# --- A transport of your own -------------------------------------------------------------------------------------


@pytest.mark.parametrize("library", LIBRARIES)
def test_a_transport_of_your_own(invoke: Invoke, server: LocalOpenRouter, library: str) -> None:
    """Whatever answers like a transport of the library serves; here it counts, and sends on."""
    module: Any = import_module(library)
    inner: Any = (module.AsyncHTTPTransport if invoke.is_async else module.HTTPTransport)()
    seen: list[str] = []

    class Counting(module.BaseTransport):  # type: ignore[misc] # the module is known at run time
        def handle_request(self, request: Any) -> Any:  # noqa: ANN401
            seen.append(request.method)
            return inner.handle_request(request)

        def close(self) -> None:
            inner.close()

    class AsyncCounting(module.AsyncBaseTransport):  # type: ignore[misc] # the same
        async def handle_async_request(self, request: Any) -> Any:  # noqa: ANN401
            seen.append(request.method)
            return await inner.handle_async_request(request)

        async def aclose(self) -> None:
            await inner.aclose()

    client: Any = (
        module.AsyncClient(transport=AsyncCounting()) if invoke.is_async else module.Client(transport=Counting())
    )
    options: dict[str, Any] = {invoke.client_option: client}
    server.reset()
    life_of_a_credential(invoke, OpenRouterCore(api_key=server.management_key, server_url=server.url, **options))
    assert seen == ["POST", "GET", "PATCH", "GET", "DELETE", "GET"]
    invoke.settle(client.aclose() if invoke.is_async else client.close())

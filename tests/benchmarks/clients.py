"""The clients that are compared, each made to do the same work: in this process, and as programs for one of their own.

Bare httpx is what there is without any client: `get(url).json()`. Every client sends the same key, keeps its
connections open and is given the same transport. A process imports the one that it measures.
"""

from __future__ import annotations

from importlib import import_module
from itertools import chain
from typing import TYPE_CHECKING, Any
from uuid import UUID

import attrs
import httpx

from tests.benchmarks.payloads import ID, KEY

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable, Iterator

__all__ = [
    "ALL",
    "BARE",
    "CLIENTS",
    "GENERATED",
    "LITELLM",
    "NAMES",
    "OFFICIAL",
    "OPENAI",
    "OURS",
    "PEER",
    "TYPESCRIPT",
    "Calls",
    "open_async",
    "open_client",
]

OURS, BARE, OFFICIAL, PEER = NAMES = "ours", "httpx", "official", "generated"
TYPESCRIPT, OPENAI, LITELLM = "typescript", "openai", "litellm"
ALL = (OURS, BARE, OFFICIAL, TYPESCRIPT, OPENAI, LITELLM, PEER)
"""All, as the columns of the table stand; `NAMES` are those in Python that know credentials."""

GENERATED = "generated_byok"
"""The package that openapi-python-client writes."""

PATIENCE = 60.0
"""Seconds that each may take when many calls wait for one another: bare httpx would give up after 5."""

BEARER = {"Authorization": f"Bearer {KEY}"}


@attrs.frozen
class Calls:
    """One open client.

    Attributes:
        get: Get one credential, decoded.
        page: Get one page of so many credentials, decoded.
        collect: Gather all credentials in one list, by pages of a hundred.
        stream: Walk over all credentials one by one, by pages of a hundred.
        open_another: Open and close one more client of the kind.
    """

    get: Callable[[], object]
    page: Callable[[int], object]
    collect: Callable[[], list[Any]]
    stream: Callable[[], Iterable[object]]
    open_another: Callable[[], object]


def open_client(name: str, url: str, transport: httpx.BaseTransport | None = None) -> Calls:
    """Open the client `name` for the API at `url`, over `transport` or, without one, over its own connections."""
    return CLIENTS[name](url, transport)


def open_async(name: str, url: str) -> Callable[[], Awaitable[object]]:
    """Return what gets one credential, async, over the connections of the client `name`."""
    return ASYNC_CLIENTS[name](url)


# --- Ours --------------------------------------------------------------------------------------------------------


def _ours(url: str, transport: httpx.BaseTransport | None) -> Calls:
    from openrouter_core import OpenRouterCore
    from openrouter_funcs.byok_get import byok_get
    from openrouter_funcs.byok_list import byok_list

    given = None if transport is None else httpx.Client(transport=transport)
    core = OpenRouterCore(api_key=KEY, server_url=url, http_client=given)

    def open_another() -> None:
        with OpenRouterCore(api_key=KEY, server_url=url) as another:
            another.check().unwrap()

    return Calls(
        get=lambda: byok_get(core, id=ID).unwrap(),
        page=lambda limit: byok_list(core, limit=limit).unwrap(),
        collect=lambda: byok_list(core, limit=100).unwrap().collect().unwrap(),
        stream=lambda: (item.unwrap() for item in byok_list(core, limit=100).unwrap().items()),
        open_another=open_another,
    )


def _ours_async(url: str, library: str | None = None) -> Callable[[], Awaitable[object]]:
    from openrouter_core import OpenRouterCore
    from openrouter_funcs.byok_get import byok_get_async

    given = None if library is None else import_module(library).AsyncClient()
    core = OpenRouterCore(api_key=KEY, server_url=url, async_http_client=given, timeout=PATIENCE)

    async def get() -> object:
        return (await byok_get_async(core, id=ID)).unwrap()

    return get


# --- Bare httpx --------------------------------------------------------------------------------------------------


def _bare(url: str, transport: httpx.BaseTransport | None) -> Calls:
    client, one = httpx.Client(transport=transport, headers=BEARER), f"{url}/byok/{ID}"

    def pages() -> Iterator[list[Any]]:
        offset, total = 0, 1
        while offset < total:
            body = client.get(f"{url}/byok?limit=100&offset={offset}").json()
            yield body["data"]
            offset, total = offset + len(body["data"]), body["total_count"]

    return Calls(
        get=lambda: client.get(one).json(),
        page=lambda limit: client.get(f"{url}/byok?limit={limit}").json(),
        collect=lambda: list(chain.from_iterable(pages())),
        stream=lambda: chain.from_iterable(pages()),
        open_another=lambda: httpx.Client(headers=BEARER).close(),
    )


def _bare_async(url: str, library: str = "httpx") -> Callable[[], Awaitable[object]]:
    client, one = import_module(library).AsyncClient(headers=BEARER, timeout=PATIENCE), f"{url}/byok/{ID}"

    async def get() -> object:
        return (await client.get(one)).json()

    return get


# --- The official Python client ----------------------------------------------------------------------------------


def _official(url: str, transport: httpx.BaseTransport | None) -> Calls:
    from openrouter import OpenRouter

    given = None if transport is None else httpx.Client(transport=transport, follow_redirects=True)
    client = OpenRouter(api_key=KEY, server_url=url, client=given)
    byok: Any = client.byok

    def pages() -> Iterator[list[Any]]:
        page = byok.list(limit=100)
        while page is not None:
            yield page.result.data
            page = page.next()

    def open_another() -> None:
        with OpenRouter(api_key=KEY, server_url=url) as another:
            assert another.byok

    return Calls(
        get=lambda: byok.get(id=ID),
        page=lambda limit: byok.list(limit=limit),
        collect=lambda: list(chain.from_iterable(pages())),
        stream=lambda: chain.from_iterable(pages()),
        open_another=open_another,
    )


def _official_async(url: str) -> Callable[[], Awaitable[object]]:
    from openrouter import OpenRouter

    byok: Any = OpenRouter(api_key=KEY, server_url=url, timeout_ms=int(PATIENCE * 1000)).byok
    return lambda: byok.get_async(id=ID)


# --- What openapi-python-client writes ---------------------------------------------------------------------------


def _generated_client(url: str) -> Any:  # noqa: ANN401 - written when it is needed: no type checker sees it
    return import_module(GENERATED).AuthenticatedClient(base_url=url, token=KEY, raise_on_unexpected_status=True)


def _generated_function(name: str) -> Any:  # noqa: ANN401 - the same
    return import_module(f"{GENERATED}.api.byok.{name}")


def _generated(url: str, transport: httpx.BaseTransport | None) -> Calls:
    client = _generated_client(url)
    if transport is not None:
        client.set_httpx_client(httpx.Client(transport=transport, base_url=url, headers=BEARER))
    getting, listing, one = _generated_function("get_byok_key"), _generated_function("list_byok_keys"), UUID(ID)

    def pages() -> Iterator[list[Any]]:
        offset, total = 0, 1
        while offset < total:
            page = listing.sync(client=client, limit=100, offset=offset)
            yield page.data
            offset, total = offset + len(page.data), page.total_count

    def open_another() -> None:
        with _generated_client(url):
            pass

    return Calls(
        get=lambda: getting.sync(one, client=client),
        page=lambda limit: listing.sync(client=client, limit=limit),
        collect=lambda: list(chain.from_iterable(pages())),
        stream=lambda: chain.from_iterable(pages()),
        open_another=open_another,
    )


def _generated_async(url: str) -> Callable[[], Awaitable[object]]:
    client = _generated_client(url).with_timeout(httpx.Timeout(PATIENCE))
    getting, one = _generated_function("get_byok_key"), UUID(ID)
    return lambda: getting.asyncio(one, client=client)


CLIENTS: dict[str, Callable[[str, httpx.BaseTransport | None], Calls]] = {
    OURS: _ours,
    BARE: _bare,
    OFFICIAL: _official,
    PEER: _generated,
}
ASYNC_CLIENTS: dict[str, Callable[[str], Callable[[], Awaitable[object]]]] = {
    OURS: _ours_async,
    "ours-httpx2": lambda url: _ours_async(url, "httpx2"),
    BARE: _bare_async,
    "httpx2": lambda url: _bare_async(url, "httpx2"),
    OFFICIAL: _official_async,
    PEER: _generated_async,
}

"""The two transports: a request goes out and its response comes back, once for sync and once for async.

Whether and when to send is decided in `flow`; how our values become httpx's, and its exceptions ours, stands in
`exchange`; which clients there are, in `clients`; what keeps the deadline, in `network`.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any, cast

import httpx

from openrouter_core.clients import AsyncClient, Client, library_of, opened
from openrouter_core.errors import SDKValidationError
from openrouter_core.exchange import Exchange, Sending, has_surplus
from openrouter_core.network import WINDOW, Window

if TYPE_CHECKING:
    from collections.abc import AsyncIterable, Iterable
    from types import ModuleType

    from openrouter_core.clients import AsyncHTTPClient, HTTPClient
    from openrouter_core.flow import Failure, Send
    from openrouter_core.wire import Response

__all__ = ["AsyncTransport", "SyncTransport"]

# A client of ours is closed when the core is and no call is using it any more. Closed under a call, httpcore's pool
# opens a connection that nobody closes; and a thread that reads from a closed socket may get another's bytes, when the
# system gives its number away again.


class SyncTransport:
    """Sends over an `httpx.Client`: the given one, or one of its own."""

    def __init__(self, client: HTTPClient | None) -> None:
        self._own = client is None
        self._client = cast("httpx.Client", client) or opened(Client, "http_client")
        self._module = self.library
        self._lock = threading.Lock()
        self._users = 0
        self._closed = False

    @property
    def library(self) -> ModuleType:
        """The module of the client; raise `SDKValidationError` when a given one is none, or has been closed since."""
        return httpx if self._own else library_of(self._client, "Client", "http_client")

    def __enter__(self) -> None:
        """Keep the client open meanwhile; raise `SDKValidationError` when it is closed."""
        with self._lock:
            _require_open(closed=self._closed)
            self._users += 1

    def __exit__(self, *_: object) -> None:
        with self._lock:
            self._users -= 1
        if self._closed:
            self._close_unused()

    def send(self, step: Send) -> Response | Failure:
        """Send the request, and read the response to its end, its greatest size or the deadline."""
        exchange = Exchange(self._module, step)
        window = WINDOW.set(Window(step.deadline))
        try:
            response = self._client.send(  # in one expression: a request in a frame of ours would show its body
                exchange.request(_tracer), stream=True, auth=exchange.auth(self._client), follow_redirects=False
            )
            try:
                exchange.begin(response)
                if not response.is_stream_consumed:
                    for chunk in cast("Iterable[bytes]", response.stream):  # iter_raw() would close it at its end
                        exchange.take(chunk)
                if has_surplus(response):
                    response.extensions["network_stream"].close()
            finally:
                response.close()
        except SDKValidationError:  # the certificate authorities cannot be read
            raise
        except Exception as error:  # noqa: BLE001 - httpx raises more than its own exceptions
            return exchange.failure(error)
        finally:
            WINDOW.reset(window)
        return exchange.response()

    def close(self) -> None:
        """Close the client when the calls under way are over, unless it was given."""
        with self._lock:
            self._closed = True
        self._close_unused()

    def _close_unused(self) -> None:
        if self._own and self._closed and not self._users:
            self._client.close()


class AsyncTransport:
    """Sends over an `httpx.AsyncClient`: the given one, or one of its own."""

    def __init__(self, client: AsyncHTTPClient | None) -> None:
        self._own = client is None
        self._lease = _Lease(cast("httpx.AsyncClient", client) or opened(AsyncClient, "async_http_client"))
        self._module = self.library
        self._users = 0
        self._closed = False

    @property
    def library(self) -> ModuleType:
        """The module of the client; raise `SDKValidationError` when a given one is none, or has been closed since."""
        return httpx if self._own else library_of(self._lease.client, "AsyncClient", "async_http_client")

    async def __aenter__(self) -> None:
        """Keep the client open meanwhile; raise `SDKValidationError` when it is closed."""
        _require_open(closed=self._closed)
        self._users += 1

    async def __aexit__(self, *_: object) -> None:
        self._users -= 1
        if self._closed:
            await self._close_unused()

    async def send(self, step: Send) -> Response | Failure:
        """Send the request, and read the response to its end, its greatest size or the deadline."""
        exchange, lease, window = Exchange(self._module, step), self._lease, Window(step.deadline)
        token = WINDOW.set(window)
        lease.users += 1
        try:
            response = await lease.client.send(  # in one expression: a request in a frame of ours would show its body
                exchange.request(_async_tracer), stream=True, auth=exchange.auth(lease.client), follow_redirects=False
            )
            try:
                exchange.begin(response)
                if not response.is_stream_consumed:
                    async for chunk in cast("AsyncIterable[bytes]", response.stream):
                        exchange.take(chunk)
                if has_surplus(response):
                    await response.extensions["network_stream"].aclose()
            finally:
                await response.aclose()
        except SDKValidationError:  # the certificate authorities cannot be read
            raise
        except Exception as error:  # noqa: BLE001 - httpx raises more than its own exceptions
            return exchange.failure(error)
        except BaseException:
            if self._own and not window.wrote:
                self._retire(lease)
            raise
        finally:
            WINDOW.reset(token)
            await self._release(lease)
        return exchange.response()

    async def aclose(self) -> None:
        """Close the client when the calls under way are over, unless it was given."""
        self._closed = True
        await self._close_unused()

    async def _close_unused(self) -> None:
        if self._own and self._closed and not self._users:
            await self._lease.client.aclose()

    def _retire(self, lease: _Lease) -> None:
        """Open a new pool for later calls: in httpcore's, a request cancelled while it connects keeps its place."""
        if lease is self._lease:
            self._lease = _Lease(opened(AsyncClient, "async_http_client"))

    async def _release(self, lease: _Lease) -> None:
        lease.users -= 1
        if lease is not self._lease and not lease.users:
            await lease.client.aclose()


class _Lease:
    """A client, and how many calls are using it."""

    __slots__ = ("client", "users")

    def __init__(self, client: httpx.AsyncClient) -> None:
        self.client = client
        self.users = 0


def _require_open(*, closed: bool) -> None:
    if closed:  # since the call asked the core for its transport
        raise SDKValidationError("is closed", parameter="core")


def _tracer(sending: Sending) -> object:
    return sending.note


def _async_tracer(sending: Sending) -> object:
    async def note(event: str, info: dict[str, Any]) -> None:
        sending.note(event, info)

    return note

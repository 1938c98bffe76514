"""The two transports: a request goes out and its response comes back, once for sync and once for async.

Whether and when to send is decided in `flow`; how our values become httpx's, and its exceptions ours, stands in
`exchange`; which clients there are, in `clients`; what keeps the deadline, in `network`.
"""

from __future__ import annotations

import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from openrouter_core.clients import AsyncClient, Client, library_of, opened
from openrouter_core.errors import SDKValidationError
from openrouter_core.exchange import Exchange, Sending, has_surplus
from openrouter_core.lifetime import require_open
from openrouter_core.network import WINDOW, Window

if TYPE_CHECKING:
    from collections.abc import AsyncIterable, Iterable
    from types import ModuleType

    import httpx

    from openrouter_core.clients import AsyncHTTPClient, HTTPClient
    from openrouter_core.flow import Failure, Send
    from openrouter_core.wire import Response

__all__ = ["AsyncTransport", "SyncTransport"]

C = TypeVar("C")

# A client of ours is closed when the core is and no call is using it any more. Closed under a call, httpcore's pool
# opens a connection that nobody closes; and a thread that reads from a closed socket may get another's bytes, when the
# system gives its number away again. And in httpcore's pools a connection that ends before it is one may keep its place
# for good: then later calls get a new client, and the last attempt that uses the old one closes it.


class SyncTransport:
    """Sends over an `httpx.Client`: the given one, or one of its own."""

    def __init__(self, client: HTTPClient | None) -> None:
        self._given = cast("httpx.Client | None", client)
        self._lease: _Lease[httpx.Client] | None = None
        self._module = self.library
        self._lock = threading.RLock()  # a signal's handler may close the core in the midst of it
        self._users = 0
        self._closed = False
        self._opened()

    @property
    def library(self) -> ModuleType:
        """The module of the client; raise `SDKValidationError` when a given one is none, or has been closed since."""
        return library_of(self._given, "Client", "http_client")

    def __enter__(self) -> None:
        """Keep the client open meanwhile; raise `SDKValidationError` when it is closed."""
        with self._lock:
            require_open(closed=self._closed)
            self._users += 1

    def __exit__(self, *_: object) -> None:
        with self._lock:
            self._users -= 1
        if self._closed:
            self._close_unused()

    def send(self, step: Send) -> Response | Failure:
        """Send the request, and read the response to its end, its greatest size or the deadline."""
        exchange, window, lost = Exchange(self._module, step), Window(step.deadline), False
        with self._lock:
            lease = self._opened()
            lease.users += 1
        token = WINDOW.set(window)
        try:
            response = lease.client.send(  # in one expression: a request in a frame of ours would show its body
                exchange.request(_tracer), stream=True, auth=exchange.auth(lease.client), follow_redirects=False
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
            return exchange.response()
        except Exception as error:  # httpx raises more than its own exceptions
            lost = window.lost_place(error)
            if self._given is None and isinstance(error, SDKValidationError):
                raise  # the certificate authorities cannot be read
            return exchange.failure(error)
        except BaseException as error:
            lost = window.lost_place(error)
            raise
        finally:
            WINDOW.reset(token)
            self._release(lease, lost=lost)

    def _opened(self) -> _Lease[httpx.Client]:
        if self._lease is None:
            self._lease = _Lease(opened(Client, "http_client") if self._given is None else self._given)
        return self._lease

    def _release(self, lease: _Lease[httpx.Client], *, lost: bool) -> None:
        with self._lock:
            lease.users -= 1
            if lost and lease is self._lease and self._given is None:
                self._lease = None  # later calls get a new pool, with all its places
            over = lease is not self._lease and not lease.users
        if over:
            lease.client.close()

    def close(self) -> None:
        """Close the client when the calls under way are over, unless it was given."""
        with self._lock:
            self._closed = True
        self._close_unused()

    def _close_unused(self) -> None:
        if self._given is None and self._closed and not self._users and self._lease is not None:
            self._lease.client.close()


class AsyncTransport:
    """Sends over an `httpx.AsyncClient`: the given one, or one of its own."""

    def __init__(self, client: AsyncHTTPClient | None) -> None:
        self._given = cast("httpx.AsyncClient | None", client)
        self._lease: _Lease[httpx.AsyncClient] | None = None
        self._module = self.library
        self._users = 0
        self._closed = False
        self._opened()

    @property
    def library(self) -> ModuleType:
        """The module of the client; raise `SDKValidationError` when a given one is none, or has been closed since."""
        return library_of(self._given, "AsyncClient", "async_http_client")

    async def __aenter__(self) -> None:
        """Keep the client open meanwhile; raise `SDKValidationError` when it is closed."""
        require_open(closed=self._closed)
        self._users += 1

    async def __aexit__(self, *_: object) -> None:
        self._users -= 1
        if self._closed:
            await self._close_unused()

    async def send(self, step: Send) -> Response | Failure:
        """Send the request, and read the response to its end, its greatest size or the deadline."""
        exchange, window, lost = Exchange(self._module, step), Window(step.deadline), False
        lease = self._opened()
        lease.users += 1
        token = WINDOW.set(window)
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
            return exchange.response()
        except Exception as error:  # httpx raises more than its own exceptions
            lost = window.lost_place(error)
            if self._given is None and isinstance(error, SDKValidationError):
                raise  # the certificate authorities cannot be read
            return exchange.failure(error)
        except BaseException as error:
            lost = window.lost_place(error)
            raise
        finally:
            with suppress(ValueError):  # a coroutine that is closed from elsewhere has that context
                WINDOW.reset(token)
            await self._release(lease, lost=lost)

    def _opened(self) -> _Lease[httpx.AsyncClient]:
        if self._lease is None:
            self._lease = _Lease(opened(AsyncClient, "async_http_client") if self._given is None else self._given)
        return self._lease

    async def _release(self, lease: _Lease[httpx.AsyncClient], *, lost: bool) -> None:
        lease.users -= 1
        if lost and lease is self._lease and self._given is None:
            self._lease = None  # later calls get a new pool, with all its places
        if lease is not self._lease and not lease.users:
            await lease.client.aclose()

    async def aclose(self) -> None:
        """Close the client when the calls under way are over, unless it was given."""
        self._closed = True
        await self._close_unused()

    async def _close_unused(self) -> None:
        if self._given is None and self._closed and not self._users and self._lease is not None:
            await self._lease.client.aclose()


class _Lease(Generic[C]):
    """A client, and how many attempts are using it."""

    __slots__ = ("client", "users")

    def __init__(self, client: C) -> None:
        self.client = client
        self.users = 0


def _tracer(sending: Sending) -> object:
    return sending.note


def _async_tracer(sending: Sending) -> object:
    async def note(event: str, info: dict[str, Any]) -> None:
        sending.note(event, info)

    return note

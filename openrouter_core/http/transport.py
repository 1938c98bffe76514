"""The two transports: a request goes out and its response comes back, once for sync and once for async.

Whether and when to send is decided in `flow`; how our values become httpx's, and its exceptions ours, stands in
`exchange`; which clients there are, in `clients`; what keeps the deadline, in `network`.
"""

from __future__ import annotations

import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from openrouter_core.errors import SDKValidationError
from openrouter_core.http.clients import AsyncClient, Client, library_of, opened
from openrouter_core.http.exchange import Exchange, Sending, has_surplus
from openrouter_core.http.network import WINDOW, Window

if TYPE_CHECKING:
    from collections.abc import AsyncIterable, Iterable
    from types import ModuleType

    from openrouter_core.http.wire import Failure, Response, Send

__all__ = ["AsyncTransport", "SyncTransport"]

C = TypeVar("C", bound=Client | AsyncClient)

# A client of ours is closed when the core is and no call is using it any more. Closed under a call, httpcore's pool
# opens a connection that nobody closes; and a thread that reads from a closed socket may get another's bytes, when the
# system gives its number away again. And in httpcore's pools a connection that ends before it is one may keep its place
# for good: then later calls get a new client, and the last attempt that uses the old one closes it.


def _require_open(*, closed: bool) -> None:
    if closed:
        raise SDKValidationError("is closed; call inside its with block, or build another", parameter="core")


class _Lease(Generic[C]):
    """A client, and how many attempts are using it."""

    __slots__ = ("client", "users")

    def __init__(self, client: C) -> None:
        self.client = client
        self.users = 0


class _Transport(Generic[C]):
    """What both have in common: whose client it is, which one is in use, and when it is to be closed."""

    def __init__(self, given: object, kind: type[C], parameter: str) -> None:
        self._given: C | None = cast("C | None", given)
        self._kind: type[C] = kind
        self._parameter = parameter
        self._module = self.library
        self._lease: _Lease[C] | None = None
        self._users = 0  # calls; each may make several attempts
        self._closed = False
        self._opened()

    @property
    def library(self) -> ModuleType:
        """The module of the client; raise `SDKValidationError` when a given one is none, or has been closed since."""
        return library_of(self._given, self._kind.__name__, self._parameter)

    def _opened(self) -> _Lease[C]:
        if self._lease is None:
            self._lease = _Lease(opened(self._kind, self._parameter) if self._given is None else self._given)
        return self._lease

    def _let_go(self, lease: _Lease[C], *, lost: bool) -> C | None:
        """Count one attempt less; return the client when it is to be closed, for later calls get another."""
        lease.users -= 1
        if lost and lease is self._lease and self._given is None:
            self._lease = None
        return lease.client if lease is not self._lease and not lease.users else None

    def _unused(self) -> C | None:
        """Return the client when it is to be closed, for the core is, and no call is using it."""
        over = self._given is None and self._closed and not self._users
        return self._lease.client if over and self._lease is not None else None


class SyncTransport(_Transport[Client]):
    """Sends over an `httpx.Client`: the given one, or one of its own."""

    def __init__(self, client: object) -> None:
        self._lock = threading.RLock()  # a signal's handler may close the core in the midst of it
        super().__init__(client, Client, "http_client")

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

    def send(self, step: Send) -> Response | Failure | SDKValidationError:
        """Send the request, and read the response to its end, its greatest size or the deadline."""
        exchange, window, lost = Exchange(self._module, step), Window(step.deadline), False
        try:
            with self._lock:
                lease = self._opened()
                lease.users += 1
        except SDKValidationError as error:  # the environment has changed since the last one was opened
            return error.without_traceback()
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
        except BaseException as error:
            lost = window.lost_place(error)
            if not isinstance(error, Exception):
                raise
            if self._given is None and isinstance(error, SDKValidationError):  # the authorities cannot be read
                return error.without_traceback()
            return exchange.failure(error)  # httpx raises more than its own exceptions
        finally:
            WINDOW.reset(token)
            with self._lock:
                client = self._let_go(lease, lost=lost)
            if lost and window.stream is not None:
                window.stream.close()  # the pool may know nothing of it
            if client is not None:
                client.close()

    def close(self) -> None:
        """Close the client when the calls under way are over, unless it was given."""
        with self._lock:
            self._closed = True
        self._close_unused()

    def _close_unused(self) -> None:
        client = self._unused()
        if client is not None:
            client.close()


class AsyncTransport(_Transport[AsyncClient]):
    """Sends over an `httpx.AsyncClient`: the given one, or one of its own."""

    def __init__(self, client: object) -> None:
        super().__init__(client, AsyncClient, "async_http_client")

    async def __aenter__(self) -> None:
        """Keep the client open meanwhile; raise `SDKValidationError` when it is closed."""
        _require_open(closed=self._closed)
        self._users += 1

    async def __aexit__(self, *_: object) -> None:
        self._users -= 1
        if self._closed:
            await self._close_unused()

    async def send(self, step: Send) -> Response | Failure | SDKValidationError:
        """Send the request, and read the response to its end, its greatest size or the deadline."""
        exchange, window, lost = Exchange(self._module, step), Window(step.deadline), False
        try:
            lease = self._opened()
            lease.users += 1
        except SDKValidationError as error:  # the environment has changed since the last one was opened
            return error.without_traceback()
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
        except BaseException as error:
            lost = window.lost_place(error)
            if not isinstance(error, Exception):
                raise
            if self._given is None and isinstance(error, SDKValidationError):  # the authorities cannot be read
                return error.without_traceback()
            return exchange.failure(error)  # httpx raises more than its own exceptions
        finally:
            with suppress(ValueError):  # a coroutine that is closed from elsewhere has that context
                WINDOW.reset(token)
            client = self._let_go(lease, lost=lost)  # before anything is awaited, for that may be cancelled, too
            if lost and window.stream is not None:
                await window.stream.aclose()  # the pool may know nothing of it
            if client is not None:
                await client.aclose()

    async def aclose(self) -> None:
        """Close the client when the calls under way are over, unless it was given."""
        self._closed = True
        await self._close_unused()

    async def _close_unused(self) -> None:
        client = self._unused()
        if client is not None:
            await client.aclose()


def _tracer(sending: Sending) -> object:
    return sending.note


def _async_tracer(sending: Sending) -> object:
    async def note(event: str, info: dict[str, Any]) -> None:
        sending.note(event, info)

    return note

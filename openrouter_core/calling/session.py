"""`Session`: what one core has opened and used up, by the calls that needed it: the one thing about it that changes."""

from __future__ import annotations

import os
import threading
from importlib import import_module
from typing import TYPE_CHECKING
from weakref import WeakSet

from openrouter_core.errors import SDKValidationError
from openrouter_core.http.boundary import read
from openrouter_core.loading import LOADING

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop
    from collections.abc import Mapping
    from types import ModuleType

    from openrouter_core.calling.settings import Settings
    from openrouter_core.http.exchange import Transport
    from openrouter_core.operation import Effect

CAPACITY = 100  # tokens


class RetryBudget:
    """Tokens that retries of one core take and healthy answers put back. In an outage it is empty: calls try once."""

    def __init__(self) -> None:
        self._tokens = CAPACITY
        self._lock = threading.RLock()  # a signal handler may make a call, too

    def take(self, tokens: int) -> bool:
        """Take so many tokens, if there are as many; return whether there were."""
        with self._lock:
            enough = self._tokens >= tokens
            self._tokens -= tokens if enough else 0
            return enough

    def put_back(self, tokens: int) -> None:
        with self._lock:
            self._tokens = min(CAPACITY, self._tokens + tokens)


class Session:
    """The transports of one core, its settings once they are checked, and its retry budget."""

    def __init__(self, given: Mapping[str, object], sources: Mapping[str, str]) -> None:
        self._given = given  # to the core, by the names of its attributes; nothing of it is checked yet
        self._sources = sources  # the environment variable that an attribute was read from
        self._closed = False
        self._settings: dict[tuple[str, bool], Settings] = {}
        self._inherited: list[object] = []  # what the parent process had open, in a child that was forked
        self._begin()
        _SESSIONS.add(self)

    def _begin(self) -> None:
        """Begin with nothing open, and with locks that nobody holds."""
        self._lock = threading.RLock()  # a signal handler may close the core while a call opens a transport
        self.budget = RetryBudget()
        self._by_loop: dict[AbstractEventLoop | None, Transport] = {}  # sync calls have no loop

    def transport(self) -> Transport:
        """Return the synchronous transport, which the first call opens."""
        return self._opened(None, "http_client")

    def async_transport(self) -> Transport:
        """Return the transport of the running event loop, which the first call in it opens."""
        from asyncio import get_running_loop

        try:
            loop = get_running_loop()
        except RuntimeError:
            raise SDKValidationError("an async call needs asyncio's event loop", parameter="core") from None
        return self._opened(loop, "async_http_client")

    def _opened(self, loop: AbstractEventLoop | None, client: str) -> Transport:
        with self._lock:
            self._require_open(client)
            if loop not in self._by_loop:
                for ended in [known for known in self._by_loop if known is not None and known.is_closed()]:
                    self._by_loop.pop(ended).close()
                file, name = ("exchange", "Transport") if loop is None else ("async_transport", "AsyncTransport")
                with LOADING:
                    kind = getattr(import_module(f"openrouter_core.http.{file}"), name)
                self._by_loop[loop] = kind(self._given[client])
                if self._closed:  # meanwhile, by a signal handler
                    self._by_loop[loop].close()
            return self._by_loop[loop]

    def settings(self, library: ModuleType, effect: Effect = "read") -> Settings:
        """Return the checked settings of calls over `library`; raise `SDKValidationError` when a value is wrong."""
        known, key = self._settings, (library.__name__, effect == "run")
        if key not in known:
            with LOADING:
                from openrouter_core.calling.settings import settings_of

            try:
                known[key] = read("core", settings_of, self._given, library, effect)
            except SDKValidationError as error:
                name, reason = error.parameter, error.message.removeprefix(f"{error.parameter}: ")
                raise SDKValidationError(reason, parameter=self._sources.get(name, name)) from None
        return known[key]

    def check(self) -> None:
        """Check every value, and open what calls need; raise `SDKValidationError` when a value is wrong."""
        from openrouter_core.http.clients import library_of
        from openrouter_core.http.streams import authorities

        transport = self.transport()
        prefix = self.settings(transport.library).base_url.prefix
        transport.require_open()
        transport.give_back(transport.take(prefix))
        is_own = self._given["http_client"] is None or self._given["async_http_client"] is None
        if is_own and prefix.startswith("https:"):
            authorities()
        self._require_open("async_http_client")
        self.settings(library_of(self._given["async_http_client"], "AsyncClient", "async_http_client"))

    def close(self) -> None:
        """Refuse every later call, and close each connection that no call is using, the others after their calls."""
        with self._lock:
            self._closed = True
            transports = list(self._by_loop.values())
        for transport in transports:
            transport.close()

    def _require_open(self, client: str) -> None:
        if self._closed:
            raise SDKValidationError("is closed; call inside its with block, or build another", parameter="core")
        if self._inherited and self._given[client] is not None:
            reason = "is the parent process's; after a fork, build client and core anew"
            raise SDKValidationError(reason, parameter=client)

    def begin_again(self) -> None:
        """Leave what the parent has open alone: over a connection that both use, each gets the other's responses."""
        self._inherited.append(self._by_loop)  # neither used nor closed here, nor by the collector
        self._begin()


_SESSIONS: WeakSet[Session] = WeakSet()


def after_fork() -> None:
    """Make every session of this process, which is a child that has just been forked, begin again."""
    for session in list(_SESSIONS):
        session.begin_again()


if hasattr(os, "register_at_fork"):  # pragma: no branch - Windows has no fork
    os.register_at_fork(after_in_child=after_fork)

"""`Session`: what one core has opened and used up, the one thing about it that changes."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Mapping
from types import ModuleType
from typing import TYPE_CHECKING

from openrouter_core.errors import SDKValidationError
from openrouter_core.http.boundary import read
from openrouter_core.loading import LOADING, loaded

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop

    from openrouter_core.calling.settings import Settings
    from openrouter_core.http.clients import Transport
    from openrouter_core.operation import Effect

CAPACITY = 100  # tokens


class RetryBudget:
    """Tokens that retries of one core take and healthy answers put back. In an outage it is empty: calls try once.

    Its lock is `LOADING`, the one that a fork cannot leave taken.
    """

    def __init__(self) -> None:
        self._tokens = CAPACITY

    def take(self, tokens: int) -> bool:
        with LOADING:
            enough = self._tokens >= tokens
            self._tokens -= tokens if enough else 0
            return enough

    def put_back(self, tokens: int) -> None:
        if self._tokens < CAPACITY:  # as it rarely is
            with LOADING:
                self._tokens = min(CAPACITY, self._tokens + tokens)


class Session:
    """The transports of one core, its settings once they are checked, and its retry budget."""

    def __init__(self, given: Mapping[str, object], sources: Mapping[str, str]) -> None:
        self._given = given  # to the core, by the names of its attributes; nothing of it is checked yet
        self._sources = sources  # the environment variable that an attribute was read from
        self._closed = False
        self._process = os.getpid()
        self._settings: dict[tuple[str, bool], Settings] = {}
        self.budget = RetryBudget()
        # By process and event loop; sync calls have none. A forked child neither uses nor closes what its parent has:
        # over a connection that both use, each gets the other's responses.
        self._transports: defaultdict[int, dict[AbstractEventLoop | None, Transport]] = defaultdict(dict)

    def transport(self, *, is_async: bool = False) -> Transport:
        """Return the transport of sync calls, or of those in the running event loop. The first call opens it."""
        loop, client = None, "http_client"
        if is_async:
            from asyncio import get_running_loop

            try:
                loop, client = get_running_loop(), "async_http_client"
            except RuntimeError:
                raise SDKValidationError("an async call needs asyncio's event loop", parameter="core") from None
        transport = self._transports[os.getpid()].get(loop) or self._open(loop, client)
        self._require_open(client)
        return transport

    def _open(self, loop: AbstractEventLoop | None, client: str) -> Transport:
        with LOADING:
            own = self._transports[os.getpid()]
            if loop not in own:
                for ended in [known for known in own if known is not None and known.is_closed()]:
                    own.pop(ended).close()
                file, name = ("clients", "Transport") if loop is None else ("async_transport", "AsyncTransport")
                own[loop] = loaded(f"http.{file}.{name}")(self._given[client])
            if self._closed:  # meanwhile, by a signal handler
                own[loop].close()
            return own[loop]

    def settings(self, library: ModuleType, effect: Effect = "read") -> Settings:
        """Return the checked settings of calls over `library`; raise `SDKValidationError` when a value is wrong."""
        known, key = self._settings, (library.__name__, effect == "run")
        if key not in known:
            try:
                known[key] = read("core", loaded("calling.settings.settings_of"), self._given, library, effect)
            except SDKValidationError as error:
                name, reason = error.parameter, error.message.removeprefix(f"{error.parameter}: ")
                raise SDKValidationError(reason, parameter=self._sources.get(name, name)) from None
        return known[key]

    def check(self) -> None:
        """Check every value, and open what calls need; raise `SDKValidationError` when a value is wrong."""
        transport = self.transport()
        prefix = self.settings(transport.library).base_url.prefix
        transport.give_back(transport.take(prefix))
        is_own = self._given["http_client"] is None or self._given["async_http_client"] is None
        if is_own and prefix.startswith("https:"):
            loaded("http.streams.authorities")()
        self._require_open("async_http_client")
        self.settings(loaded("http.async_transport.AsyncTransport")(self._given["async_http_client"]).library)

    def close(self) -> None:
        """Refuse every later call, and close each connection that no call is using, the others after their calls."""
        self._closed = True
        for transport in list(self._transports[os.getpid()].values()):
            transport.close()

    def _require_open(self, client: str) -> None:
        if self._closed:
            raise SDKValidationError("is closed; call inside its with block, or build another", parameter="core")
        if self._process != os.getpid() and self._given[client] is not None:
            raise SDKValidationError("is the parent process's; after a fork, build both anew", parameter=client)

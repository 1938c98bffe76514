"""`LocalOpenRouter`: a local OpenRouter to run a service's tests against, in the test's own process.

This module has the interface for tests. It assembles the parts that answer requests, from `application` and below.
"""

from __future__ import annotations

import asyncio
import secrets
import socket
import time
from contextlib import ExitStack, closing
from functools import partial
from typing import TYPE_CHECKING, TypedDict

from openrouter_core.testing.accounts import CREDITS, Account, check_credits, check_key, new_key
from openrouter_core.testing.application import CONTROL_PATH, MODEL_PATH, Application, is_loopback
from openrouter_core.testing.budgets import admit
from openrouter_core.testing.calls import Calls
from openrouter_core.testing.catalogue import built_in, from_models
from openrouter_core.testing.contract import BASE_PATH, contract
from openrouter_core.testing.credentials import Place
from openrouter_core.testing.database import Database
from openrouter_core.testing.endpoints import behaviours
from openrouter_core.testing.endpoints.containers import add_container_file
from openrouter_core.testing.endpoints.files import guessed_type
from openrouter_core.testing.faults import ArmedFault, Fault, Faults
from openrouter_core.testing.journal import Journal, ReceivedRequest
from openrouter_core.testing.model import ScriptedModel
from openrouter_core.testing.page import Page
from openrouter_core.testing.replies import read_script
from openrouter_core.testing.serving import Serving
from openrouter_core.testing.state import State

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Iterable, Mapping
    from types import TracebackType
    from typing import Literal, Self, Unpack

    from openrouter_core import OpenRouterCore

__all__ = ["FaultSettings", "LocalOpenRouter"]


class FaultSettings(TypedDict, total=False):
    """The attributes of `Fault`, as the keywords of `LocalOpenRouter.fail`."""

    method: str
    path: str
    function: str
    model: str
    times: int | None
    after: int
    per_minute: int | None
    apply: bool
    status: int | None
    error: str | None
    headers: Mapping[str, str]
    body: object
    delay: float
    drip_headers: float
    drip_body: float
    close: Literal["before", "headers", "body", "end"] | None
    at_event: int | None
    at_byte: int | None
    at_upload_byte: int | None
    stall: float
    poison: object
    drip_upload: float


class LocalOpenRouter:
    """A local OpenRouter: real HTTP on loopback, real SQLite, the contract's behaviour.

    Use it as a context manager (`with` or `async with`), or call `start` and `stop`. You may call every method from any
    thread. You may start it again after a stop; without a database file, its state is then empty.

    Args:
        db: The database file; it is created if needed, and remains after the server stops. Without it, the state is in
            memory.
        host: A loopback address or `localhost`; any other raises a `ValueError`.
        port: The port, or 0 for a free one.
        management_key: The management key of the default account. Without it, a random one.
        ordinary_key: The key of the default account that may not manage credentials. Without it, a random one.
        chaos: The probability, 0 to 1, that a random fault hits a request.
        chaos_seed: The seed of the random faults, so that a run can be repeated. Without it, a random one:
            `faults.seed`.
        models: The models to use, with their prices, instead of the built-in ones: the `data` of a `/models` response.
            A model that does not fit the contract raises a `ValueError` that names what is wrong.
        script: A TOML file with replies of the scripted model, each a table `[[reply]]` with the attributes of `Reply`.
            Each start and each `reset` restores them.
        credits: The dollars that each account has bought; `account.set_credits` changes it.
        clock: Returns the seconds since 1970, which decide when keys expire, limits are reset and jobs end, and to
            which day usage belongs. Without it, this machine's clock.
        job_seconds: How long videos and batches take. Without it they are complete when first requested.

    Attributes:
        job_seconds: The argument; you may change it. Each job uses the value at its beginning.
        faults: The faults, in the order in which they were added.
        model: The scripted model, which answers chat, responses, messages and transcriptions, and lets images and
            videos fail.
    """

    def __init__(
        self,
        *,
        db: str | os.PathLike[str] | None = None,
        host: str = "127.0.0.1",
        port: int = 0,
        management_key: str | None = None,
        ordinary_key: str | None = None,
        chaos: float = 0,
        chaos_seed: int | None = None,
        models: Iterable[Mapping[str, object]] | None = None,
        script: str | os.PathLike[str] | None = None,
        credits: float = CREDITS,  # noqa: A002 - what OpenRouter calls them
        clock: Callable[[], float] | None = None,
        job_seconds: float = 0,
    ) -> None:
        self._db = db
        self._address = (_loopback(host), port)
        self._keys = (
            check_key("management_key", management_key or new_key()),
            check_key("ordinary_key", ordinary_key or new_key()),
        )
        if self._keys[0] == self._keys[1]:
            raise ValueError("ordinary_key: is the management key")
        if not job_seconds >= 0:
            raise ValueError("job_seconds: must be a number, 0 or more")
        self._credits = check_credits(credits)
        self._clock = clock or time.time
        self.job_seconds = self._job_seconds = job_seconds
        self._running: _Running | None = None
        self._journal = Journal()
        self.faults = Faults(chaos, chaos_seed)
        self._catalogue = built_in() if models is None else from_models(models)
        self.model = ScriptedModel(() if script is None else read_script(script))

    def start(self) -> None:
        """Open the database and the port, and start serving.

        Raises:
            OSError: The port is taken.
            sqlite3.Error: The database file cannot be used.
            RuntimeError: It is running already.
        """
        if self._running is not None:
            raise RuntimeError("this LocalOpenRouter is running already")
        self._journal.clear()
        self.model.clear()
        with ExitStack() as undo:
            listener = undo.enter_context(socket.create_server(self._address, family=_family(self._address[0])))
            database = undo.enter_context(closing(Database(self._db)))
            self._running = _Running(
                listener,
                State(database, self.model, self._catalogue, clock=self._clock, job_seconds=lambda: self.job_seconds),
                self._keys,
                self._credits,
                faults=self.faults,
                journal=self._journal,
            )
            undo.pop_all()

    def stop(self) -> None:
        """Stop serving and close everything; does nothing if the server is not running."""
        running, self._running = self._running, None
        if running is not None:
            running.stop()

    @property
    def url(self) -> str:
        """The base URL, which ends in `/api/v1`: pass it as `server_url`."""
        return f"{self._live.origin}{BASE_PATH}"

    @property
    def faults_url(self) -> str:
        """The URL for faults over HTTP: POST one, GET the list, DELETE them all."""
        return f"{self._live.origin}{CONTROL_PATH}"

    @property
    def model_url(self) -> str:
        """The URL for replies of the scripted model: POST one, GET the list, DELETE them all."""
        return f"{self._live.origin}{MODEL_PATH}"

    @property
    def page_url(self) -> str:
        """The URL of a page that shows requests, streams, faults and state in a browser."""
        return f"{self._live.origin}/"

    @property
    def account(self) -> Account:
        """The default account, to which `management_key` and `ordinary_key` belong."""
        return self._live.account

    @property
    def management_key(self) -> str:
        """A key with all permissions."""
        return self._keys[0]

    @property
    def ordinary_key(self) -> str:
        """A valid key that is not a management key: a BYOK call with it is a 403."""
        return self._keys[1]

    @property
    def requests(self) -> list[ReceivedRequest]:
        """The requests since the start or the last `reset`: the latest 10,000, oldest first, with secrets masked."""
        return self._journal.requests()

    def core(self, api_key: str | None = None) -> OpenRouterCore:
        """Return a core that talks to this server, with `api_key` or else the management key."""
        from openrouter_core import OpenRouterCore

        return OpenRouterCore(api_key=api_key or self.management_key, server_url=self.url)

    def reset(self) -> None:
        """Delete credentials, files, other accounts, faults, replies and requests; keep URL, keys, default account."""
        live = self._live
        with live.state.database.cleared():  # or a request in between would find no account
            live.state.accounts.open(live.account, self._credits)
        self.faults.clear()
        self.model.clear()
        self._journal.clear()
        self.job_seconds = self._job_seconds

    def fail(self, **settings: Unpack[FaultSettings]) -> ArmedFault:
        """Add `Fault(**settings)`; the returned object counts its `hits`."""
        return self.faults.add(Fault(**settings))

    def seed(self, count: int, provider: str = "openai") -> list[str]:
        """Create `count` credentials in the default account's default workspace, and return their ids."""
        if provider not in contract().schema("BYOKProviderSlug")["enum"]:
            raise ValueError("provider: must be the slug of a known provider")
        live = self._live
        workspace_id = live.state.accounts.default_workspace(live.account.id)
        if workspace_id is None:
            raise ValueError("workspace_id: the default workspace has been deleted")
        keys = [f"sk-test-{secrets.token_hex(16)}" for _ in range(count)]
        place = Place(live.account.id, workspace_id, provider)
        created = live.state.credentials.create(place, keys, {})
        return [str(credential["id"]) for credential in created]

    def add_file(self, filename: str, data: bytes, content_type: str | None = None) -> str:
        """Add a file of any size to the default account's default workspace, and return its id."""
        live = self._live
        workspace_id = live.state.accounts.default_workspace(live.account.id)
        if workspace_id is None:
            raise ValueError("workspace_id: the default workspace has been deleted")
        kind = content_type or guessed_type(filename)
        return live.state.files.add(live.account.id, workspace_id, filename, kind, data).id

    def add_container_file(self, container_id: str, path: str, data: bytes) -> str:
        """Add a file to a container, as a sandbox of the default account would, and return its id."""
        live = self._live
        return add_container_file(live.state, live.account.id, container_id, path, data)

    def verify_key(self, credential_id: str, raw: str) -> bool:
        """Return whether the credential has the provider key `raw`; `False` for a deleted or unknown credential."""
        return self._live.state.credentials.verify_key(credential_id, raw)

    def add_account(self, management_key: str | None = None) -> Account:
        """Add another account, with its own default workspace and keys."""
        accounts = self._live.state.accounts
        account = Account(accounts, check_key("management_key", management_key or new_key()), new_key())
        accounts.open(account, self._credits)
        return account

    @property
    def _live(self) -> _Running:
        if self._running is None:
            raise RuntimeError("this LocalOpenRouter is not running: use it in a `with` block, or call start()")
        return self._running

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    async def __aenter__(self) -> Self:
        await asyncio.to_thread(self.start)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await asyncio.to_thread(self.stop)


class _Running:
    """All that exists between `start` and `stop`."""

    def __init__(
        self,
        listener: socket.socket,
        state: State,
        keys: tuple[str, str],
        credits_bought: float,
        *,
        faults: Faults,
        journal: Journal,
    ) -> None:
        self.state = state
        host, port, *_ = listener.getsockname()
        self.origin = f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
        accounts = state.accounts
        self.account = Account(accounts, *keys, *(accounts.first() or ()))
        accounts.open(self.account, credits_bought)
        calls = Calls(
            contract(), accounts, state.samples, state.clock, partial(admit, state), state.database.transaction
        )
        page = Page(journal, faults, state.model, state.summary)
        application = Application(calls.routes(behaviours(state)), faults, journal, state.model, page)
        self._serving = Serving(application, listener)

    def stop(self) -> None:
        self._serving.stop()
        self.state.database.close()


def _loopback(host: str) -> str:
    # Anything else would let others on the network reach a server that hands out its state to whoever asks.
    if not is_loopback(host):
        raise ValueError(f"host: {host!r} is not a loopback address such as 127.0.0.1, ::1 or localhost")
    return host


def _family(host: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in host else socket.AF_INET

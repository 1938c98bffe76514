"""What tests of money share: a clock that they set, a server that goes by it, and calls that cost."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import attrs
import httpx

from openrouter_core.testing import LocalOpenRouter
from openrouter_core.testing.calls import Call
from openrouter_core.testing.clock import seconds
from openrouter_core.testing.contract import contract
from openrouter_core.testing.ledger import Served
from openrouter_core.testing.model import Usage
from tests.testing.conftest import NO_CERTIFICATES, PATIENCE

if TYPE_CHECKING:
    from collections.abc import Generator

    from openrouter_core.testing.state import State

__all__ = ["START", "Bank", "bank", "paid"]

START = seconds("2026-11-26T12:00:00Z")  # a Thursday
MODEL = "openai/text-embedding-3-small"


@attrs.define
class Bank:
    """A server at a time that a test sets, and a client with the management key."""

    server: LocalOpenRouter
    client: httpx.Client
    at: float = START

    @property
    def state(self) -> State:
        """What the server works on."""
        return self.server._live.state  # pyright: ignore[reportPrivateUsage]

    def reset(self) -> None:
        """Forget everything, and be at the beginning."""
        self.server.reset()
        self.at = START

    def create(self, **body: object) -> dict[str, Any]:
        """Create a key and return what the API tells of it, with the key itself under `key`."""
        answer = self.client.post("/keys", json={"name": "n", **body})
        assert answer.status_code == 201, answer.text
        return {**answer.json()["data"], "key": answer.json()["key"]}

    def key(self, key_hash: str) -> dict[str, Any]:
        """Return what the API tells of a key."""
        return dict(self.client.get(f"/keys/{key_hash}").json()["data"])

    def note(
        self,
        generation_id: str = "gen-1",
        *,
        key: str | None = None,
        cost: float = 0.5,
        **more: Any,  # noqa: ANN401
    ) -> None:
        """Let a call be served that a test makes up."""
        state = self.state
        caller = state.accounts.caller(key or self.server.ordinary_key)
        assert caller is not None
        usage = {"prompt": 10, "completion": 20, "cached": 4, "reasoning": 5, **more.pop("usage", {})}
        request = {"body": more.pop("body", {}), "headers": more.pop("headers", {})}
        served: dict[str, Any] = {
            "model": "openai/gpt-4o",
            "api_type": "completions",
            "streamed": False,
            "finish_reason": "stop",
            "input": {"messages": [{"role": "user", "content": "Hello"}]},
            "output": {"completion": "Hi", "reasoning": None},
            **more,
        }
        call = Call(contract().operations["chat_send"], caller, path={}, query={}, **request)
        state.ledger.note(call, Served(id=generation_id, usage=Usage(**usage, cost=cost), **served))


@contextmanager
def bank(**settings: Any) -> Generator[Bank]:  # noqa: ANN401 - those of the server
    """Run a server whose clock a test sets."""
    server = LocalOpenRouter(clock=lambda: made.at if made else START, **settings)
    made: Bank | None = None
    headers = {"authorization": f"Bearer {server.management_key}"}
    with (
        server,
        httpx.Client(
            base_url=server.url, headers=headers, timeout=PATIENCE, verify=NO_CERTIFICATES, trust_env=False
        ) as client,
    ):
        made = Bank(server, client)
        yield made


def paid(client: httpx.Client, key: str, tokens: int = 1000) -> httpx.Response:
    """Make a call that costs as much as that many tokens."""
    body = {"model": MODEL, "input": [1] * tokens, "dimensions": 1}
    return client.post("/embeddings", json=body, headers={"authorization": f"Bearer {key}"})

"""What is no failure: `KeyboardInterrupt` and cancellation go through, and close what was open."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest

from openrouter_core import Hooks, OpenRouterCore
from openrouter_funcs.byok_create import byok_create_async
from tests.funcs.cases import PROVIDER_KEY, Function, each_function
from tests.http.streams import Pieces
from tests.library import httpx

if TYPE_CHECKING:
    from tests.conftest import Invoke

MANAGEMENT_KEY = "sk-or-test-management"


@each_function
@pytest.mark.parametrize("kind", [KeyboardInterrupt, SystemExit, GeneratorExit], ids=lambda kind: kind.__name__)
def test_base_exceptions_propagate(invoke: Invoke, function: Function, kind: type[BaseException]) -> None:
    """Only `Exception`s become values: what is to end the program, ends the call, and is not tried again."""
    sent: list[httpx.Request] = []

    def handler(request: httpx.Request) -> httpx.Response:
        sent.append(request)
        raise kind

    with pytest.raises(kind):
        invoke(function.name, invoke.core(handler), **function.arguments)
    assert len(sent) == 1


@each_function
def test_an_interrupted_body_is_closed(invoke: Invoke, function: Function) -> None:
    """The response goes back to its pool even then."""
    stream = Pieces(b"{", KeyboardInterrupt())
    with pytest.raises(KeyboardInterrupt):
        invoke(function.name, invoke.core(lambda _: httpx.Response(200, stream=stream)), **function.arguments)
    assert stream.closed


@pytest.mark.parametrize("place", ["sending", "reading", "sleeping", "a hook", "a key"])
def test_cancellation_propagates(place: str) -> None:
    """Wherever an async call is, cancelling it cancels it; an open response is closed."""
    stream = Pieces(b"{", b"}", seconds=60)
    reached = asyncio.Event()

    async def forever(*_: object) -> Any:  # noqa: ANN401
        reached.set()
        await asyncio.sleep(60)

    async def handler(_: httpx.Request) -> httpx.Response:
        if place == "sending":
            await forever()
        reached.set()
        if place == "sleeping":
            return httpx.Response(429, headers={"Retry-After": "60"})
        return httpx.Response(201, stream=stream)

    async def call() -> None:
        core = OpenRouterCore(
            api_key=forever if place == "a key" else MANAGEMENT_KEY,
            async_http_client=httpx.AsyncClient(transport=httpx.MockTransport(handler)),
            hooks=Hooks(before_request=forever if place == "a hook" else None),
        )
        task = asyncio.ensure_future(byok_create_async(core, key=PROVIDER_KEY, provider="openai"))
        await reached.wait()
        for _ in range(5):
            await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(call())
    assert stream.closed == (place == "reading")

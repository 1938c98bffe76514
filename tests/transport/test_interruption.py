"""What is no failure: `KeyboardInterrupt` and cancellation go through, close what was open, and show no secret."""

from __future__ import annotations

import asyncio
import gc
import pickle
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pytest

import openrouter_core
import openrouter_funcs
from openrouter_core import Hooks, OpenRouterCore, Secret, errors
from openrouter_funcs.byok_create import byok_create_async
from tests.funcs.cases import CREATE, PROVIDER_KEY, UPDATE, Function, each_function
from tests.library import httpx
from tests.transport.streams import Pieces

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Invoke

MANAGEMENT_KEY = "sk-or-test-management"
OURS = tuple(str(Path(str(package.__file__)).parent) for package in (openrouter_core, openrouter_funcs))


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


def shown(error: BaseException) -> str:
    """Return all that a report with local variables shows of our own frames."""
    report = traceback.TracebackException(type(error), error, error.__traceback__, capture_locals=True)
    ours = [frame for frame in report.stack if frame.filename.startswith(OURS)]
    assert len(ours) >= 4
    return "\n".join(f"{frame.filename}:{frame.name}: {frame.locals}" for frame in ours)


KEYS: list[Callable[[], Any]] = [lambda: MANAGEMENT_KEY, lambda: Secret(MANAGEMENT_KEY), lambda: lambda: MANAGEMENT_KEY]


@pytest.mark.parametrize("function", [CREATE, UPDATE], ids=lambda function: function.name)
@pytest.mark.parametrize("key", KEYS, ids=["str", "Secret", "callable"])
@pytest.mark.parametrize("place", ["sending", "reading"])
def test_tracebacks_show_no_secret(invoke: Invoke, function: Function, key: Callable[[], Any], place: str) -> None:
    """A crash reporter that records local variables finds neither key in any frame of ours."""

    def handler(_: httpx.Request) -> httpx.Response:
        if place == "sending":
            raise KeyboardInterrupt
        return httpx.Response(200, stream=Pieces(b"{", KeyboardInterrupt()))

    core = invoke.core(handler, api_key=key())
    with pytest.raises(KeyboardInterrupt) as interrupted:
        invoke(function.name, core, **{**function.arguments, "key": PROVIDER_KEY})
    report = shown(interrupted.value)
    assert function.name in report
    assert PROVIDER_KEY not in report
    assert MANAGEMENT_KEY not in report


@each_function
def test_errors_hold_no_secret(invoke: Invoke, function: Function) -> None:
    """Not in text, attributes or pickle, nor by way of a traceback that keeps frames alive."""
    core = invoke.core(lambda _: httpx.Response(400), api_key=MANAGEMENT_KEY)
    arguments = {**function.arguments, "key": PROVIDER_KEY} if function in (CREATE, UPDATE) else function.arguments
    for given in (arguments, {**arguments, "unknown": PROVIDER_KEY}):
        error = cast("errors.SDKError", invoke(function.name, core, **given).error)
        seen = f"{error!r} {error} {vars(error)!r} {pickle.dumps(error)!r}"
        assert PROVIDER_KEY not in seen
        assert MANAGEMENT_KEY not in seen
        assert error.__traceback__ is None
        assert not [other for other in gc.get_referents(error) if isinstance(other, BaseException)]

"""Every test runs as on a machine where nothing is configured, and calls functions sync and async by one name."""

from __future__ import annotations

import asyncio
import os
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeAlias, cast

import httpx
import pytest

from openrouter_core import OpenRouterCore

if TYPE_CHECKING:
    from openrouter_core import Result

CONFIGURATION = re.compile(r"OPENROUTER_.*|(HTTPS?|ALL|NO)_PROXY|SSL_CERT_(FILE|DIR)|SSLKEYLOGFILE", re.IGNORECASE)

Handler: TypeAlias = Callable[[httpx.Request], httpx.Response]


@pytest.fixture(scope="session", autouse=True)
def _nothing_configured() -> Iterator[None]:  # pyright: ignore[reportUnusedFunction] - pytest uses it
    with pytest.MonkeyPatch.context() as patch:
        for name in filter(CONFIGURATION.fullmatch, list(os.environ)):
            patch.delenv(name)
        yield


class Invoke:
    """Calls a function by its name: itself, or its async twin in an event loop that lasts as long as the test."""

    def __init__(self, runner: asyncio.Runner | None) -> None:
        self._runner = runner
        self.is_async = runner is not None
        self.client_option = "async_http_client" if self.is_async else "http_client"

    def __call__(self, name: str, core: object, /, *, options: object = None, **arguments: object) -> Result[Any, Any]:
        """Call the function `name`, whatever the types of its arguments, and return its result."""
        function: Callable[..., Any] = getattr(
            import_module(f"openrouter_funcs.{name}"), f"{name}_async" if self.is_async else name
        )
        result: Result[Any, Any] = self.settle(function(core, options=options, **arguments))
        return result

    def settle(self, value: Any) -> Any:  # noqa: ANN401 - whatever a function returns, or what its twin's coroutine does
        """Return `value`, awaited in the event loop when this is the async run."""
        return value if self._runner is None else self._runner.run(_awaited(value))

    def listed(self, values: Iterable[Any] | AsyncIterator[Any]) -> list[Any]:
        """Return all that an iterator, sync or async, gives."""
        return list(cast("Iterable[Any]", values)) if self._runner is None else self._runner.run(_listed(values))

    def client(self, transport: object) -> httpx.Client:
        """Return a client over `transport` of the kind that these calls need; its type is that of the sync one."""
        kind = httpx.AsyncClient if self.is_async else httpx.Client
        return cast("httpx.Client", kind(transport=cast("Any", transport)))

    def core(self, handler: Handler | None = None, /, **options: object) -> OpenRouterCore:
        """Return a core with an obvious fake for a key, whose requests `handler` answers, if there is one."""
        given: dict[str, object] = {"api_key": "sk-or-test-123"}
        if handler is not None:
            given[self.client_option] = self.client(httpx.MockTransport(handler))
        return OpenRouterCore(**cast("dict[str, Any]", given | options))

    def close(self, core: OpenRouterCore) -> None:
        """Close the core the way these calls need."""
        if self._runner is None:
            core.close()
        else:
            self._runner.run(core.aclose())


async def _awaited(value: Awaitable[Any]) -> Any:  # noqa: ANN401
    return await value


async def _listed(values: Any) -> list[Any]:  # noqa: ANN401 - an async iterable, but typed as what both runs have
    return [value async for value in values]


@pytest.fixture(params=["sync", "async"])
def invoke(request: pytest.FixtureRequest) -> Iterator[Invoke]:
    """Call functions synchronously in one run of the test, and asynchronously in the other."""
    if request.param == "sync":
        yield Invoke(None)
    else:
        with asyncio.Runner() as runner:
            yield Invoke(runner)

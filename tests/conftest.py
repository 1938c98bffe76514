"""Every test runs as on a machine where nothing is configured, and calls functions sync and async by one name.

A run has three workers, each with one local OpenRouter and one fault server for all of its tests. With
`TEST_CLIENT=httpx2`, calls are sent over a client of that library, which is handed in, and not over the SDK's own.
"""

from __future__ import annotations

import asyncio
import gc
import os
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Generator, Iterable, Iterator
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeAlias, cast

import pytest

from openrouter_core import OpenRouterCore
from openrouter_core.streams import Body
from tests import drawing
from tests.library import CHOSEN, httpx

if TYPE_CHECKING:
    import ssl

    from pytest_httpx import HTTPXMock

    from openrouter_core import Result
    from openrouter_core.testing import LocalOpenRouter
    from tests.faults.server import FaultServer

CONFIGURATION = re.compile(r"OPENROUTER_.*|(HTTPS?|ALL|NO)_PROXY|SSL_CERT_(FILE|DIR)|SSLKEYLOGFILE", re.IGNORECASE)

Handler: TypeAlias = Callable[[httpx.Request], httpx.Response]


@pytest.fixture(scope="session", autouse=True)
def _nothing_configured() -> Iterator[None]:  # pyright: ignore[reportUnusedFunction] - pytest uses it
    with pytest.MonkeyPatch.context() as patch:
        for name in filter(CONFIGURATION.fullmatch, list(os.environ)):
            patch.delenv(name)
        yield


WORKERS = 3  # on two cores: many tests wait for a deadline
drawing.register()


def pytest_configure(config: pytest.Config) -> None:
    """Make our markers known."""
    config.addinivalue_line("markers", "own_client: about the SDK's own client; not run over one that is handed in")
    config.addinivalue_line("markers", "long: left to `.ci/run`, which runs `-m long`; a short form is in every run")


@pytest.hookimpl(optionalhook=True)  # xdist need not be there
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Return how many workers there are unless `-n` says: none for files and tests that are named, to be debugged."""
    named = all(argument.partition("::")[0].endswith(".py") for argument in config.args)
    return 0 if named else WORKERS


def pytest_report_header() -> str:
    """Say over whose clients the tests run."""
    return f"clients: {f'of {CHOSEN}, handed in' if CHOSEN else 'of the SDK'}"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print how many cases of hostile input there are, when they were run."""
    passed: list[pytest.TestReport] = terminalreporter.getreports("passed")
    if any(report.nodeid.startswith("tests/hostile/test_cases.py") for report in passed):
        from tests.hostile.table import count

        terminalreporter.write_line(count())


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Take what is loaded before the first test out of the garbage collector's sight.

    Many tests collect garbage to count what is left, and each time would walk through modules of all peers' clients.
    """
    gc.disable()
    collected = yield
    gc.freeze()
    gc.enable()
    return collected


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what is about the SDK's own client when another is handed in."""
    for item in items if CHOSEN else []:
        if item.get_closest_marker("own_client") is not None:
            item.add_marker(pytest.mark.skip(reason="about the SDK's own client"))


if CHOSEN == "httpx2":

    @pytest.fixture
    def httpx_mock(httpx2_mock: HTTPXMock) -> HTTPXMock:
        """Return what answers for httpx2: pytest-httpx has a twin of another name."""
        return httpx2_mock


@pytest.fixture(scope="session")
def local() -> Iterator[LocalOpenRouter]:
    """Return the worker's local OpenRouter, as the test before has left it."""
    from openrouter_core.testing import LocalOpenRouter

    with LocalOpenRouter() as running:
        yield running


@pytest.fixture
def server(local: LocalOpenRouter) -> LocalOpenRouter:
    """Return the worker's local OpenRouter, with nothing in it."""
    local.reset()
    return local


@pytest.fixture(scope="session")
def faults() -> Iterator[FaultServer]:
    """Return the worker's fault server: each test opens ports of its own on it."""
    from tests.faults.server import FaultServer

    with FaultServer() as running:
        yield running


class Invoke:
    """Calls a function by its name: itself, or its async twin in an event loop that lasts as long as the test."""

    def __init__(self, runner: asyncio.Runner | None) -> None:
        self._runner = runner
        self.is_async = runner is not None
        self.client_option = "async_http_client" if self.is_async else "http_client"
        self._clients: list[httpx.Client] = []

    def __call__(self, name: str, core: object, /, *, options: object = None, **arguments: object) -> Result[Any, Any]:
        """Call the function `name`, whatever the types of its arguments, and return its result."""
        function: Callable[..., Any] = getattr(
            import_module(f"openrouter_funcs.{name}"), f"{name}_async" if self.is_async else name
        )
        result: Result[Any, Any] = self.settle(function(core, options=options, **arguments))
        return result

    def whole(self, name: str, core: object, /, **arguments: object) -> Result[Any, Any]:
        """Call the function `name`, and read what it downloads, if it does, to the end."""
        result = self(name, core, **arguments)
        return self.settle(result.value.read()) if isinstance(getattr(result, "value", None), Body) else result

    def settle(self, value: Any) -> Any:  # noqa: ANN401 - whatever a function returns, or what its twin's coroutine does
        """Return `value`, awaited in the event loop when this is the async run."""
        return value if self._runner is None else self._runner.run(_awaited(value))

    def listed(self, values: Iterable[Any] | AsyncIterator[Any]) -> list[Any]:
        """Return all that an iterator, sync or async, gives."""
        return list(cast("Iterable[Any]", values)) if self._runner is None else self._runner.run(_listed(values))

    def client(self, transport: object) -> httpx.Client:
        """Return a client over `transport` of the kind that these calls need; its type is that of the sync one."""
        kind = httpx.AsyncClient if self.is_async else httpx.Client
        client = cast("httpx.Client", kind(transport=cast("Any", transport), verify=_tls()))
        self._clients.append(client)
        return client

    def core(self, handler: Handler | None = None, /, **options: object) -> OpenRouterCore:
        """Return a core with an obvious fake for a key, whose requests `handler` answers, if there is one."""
        given: dict[str, object] = {"api_key": "sk-or-test-123"}
        if handler is not None or (CHOSEN and self.client_option not in options):
            given[self.client_option] = self.client(None if handler is None else httpx.MockTransport(handler))
        return OpenRouterCore(**cast("dict[str, Any]", given | options))

    def close(self, core: OpenRouterCore) -> None:
        """Close the core the way these calls need."""
        if self._runner is None:
            core.close()
        else:
            self._runner.run(core.aclose())

    def close_clients(self) -> None:
        """Close the clients that were made: a core leaves one that was handed in to its owner."""
        for client in cast("list[Any]", self._clients):
            self.settle(client.aclose() if self.is_async else client.close())


@cache
def _tls() -> ssl.SSLContext:
    """Return one TLS context for all clients: to read the certificate authorities takes time, and a test has many."""
    return httpx.create_ssl_context()


async def _awaited(value: Awaitable[Any]) -> Any:  # noqa: ANN401
    return await value


async def _listed(values: Any) -> list[Any]:  # noqa: ANN401 - an async iterable, but typed as what both runs have
    return [value async for value in values]


@pytest.fixture(params=["sync", "async"])
def invoke(request: pytest.FixtureRequest) -> Iterator[Invoke]:
    """Call functions synchronously in one run of the test, and asynchronously in the other."""
    if request.param == "sync":
        sync = Invoke(None)
        yield sync
        sync.close_clients()
    else:
        with asyncio.Runner() as runner:
            twin = Invoke(runner)
            yield twin
            twin.close_clients()

"""Calls of any function by what the contract says of it, over clients whose transport is a function."""

from __future__ import annotations

import asyncio
import ssl
from functools import cache
from importlib import import_module
from inspect import isawaitable
from operator import attrgetter
from typing import TYPE_CHECKING, Any, cast

import pytest

from openrouter_core import BackoffStrategy, OpenRouterCore, RetryConfig
from openrouter_funcs._generate.contract import Endpoint, endpoints
from openrouter_funcs._generate.names import snake
from tests.contract.instances import whole
from tests.library import httpx

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from openrouter_core import Result
    from openrouter_core.operation import Operation

    Handler = Callable[[httpx.Request], httpx.Response]

EVERY = endpoints()
of_every_function = pytest.mark.parametrize("each", EVERY, ids=attrgetter("function"))
both = pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])
AT_ONCE = RetryConfig(backoff=BackoffStrategy(initial_interval=0))
ERROR = {"error": {"code": 0, "message": "Some words"}}


def _core(handler: Handler, *, is_async: bool) -> tuple[OpenRouterCore, Any]:
    """Return a core, and the client of the kind that `handler` answers."""
    transport = httpx.MockTransport(handler)
    client: Any = (httpx.AsyncClient if is_async else httpx.Client)(transport=transport, verify=_tls())
    given: dict[str, Any] = {"async_http_client" if is_async else "http_client": client}
    return OpenRouterCore(api_key="sk-or-test-123", retry_config=AT_ONCE, **given), client


@cache
def _tls() -> ssl.SSLContext:
    return ssl.create_default_context()


def call(
    each: Endpoint,
    handler: Handler,
    arguments: Mapping[str, object],
    *,
    is_async: bool,
    suffix: str = "",
    then: Callable[[Any], Any] | None = None,
) -> Result[Any, Any]:
    """Return the result of a function, called over a client that `handler` answers.

    `suffix` is that of a twin. `then` is called with a value that is no end in itself; by default a download is read.
    """
    name = f"{each.function}{suffix}{'_async' * is_async}"
    function = getattr(import_module(f"openrouter_funcs.{each.function}"), name)
    core, client = _core(handler, is_async=is_async)

    def end(result: Result[Any, Any]) -> object:
        value: Any = getattr(result, "value", None)
        return then(value) if then else value.read() if each.download and result.ok else result

    if not is_async:
        with client:
            return cast("Result[Any, Any]", end(function(core, **arguments)))

    async def awaited() -> Result[Any, Any]:
        async with client:
            ended = end(await function(core, **arguments))
            return cast("Result[Any, Any]", await ended if isawaitable(ended) else ended)

    return asyncio.run(awaited())


def operation(each: Endpoint) -> Operation[Any, Any]:
    """Return what a function file states about its endpoint."""
    return cast("Operation[Any, Any]", import_module(f"openrouter_funcs.{each.function}")._operation())


def simplest(each: Endpoint) -> dict[str, Any]:
    """Return the arguments that a function needs."""
    return {snake(one.wire): whole(one.schema) for one in each.parameters if one.required}


def success(each: Endpoint, body: object = ...) -> httpx.Response:
    """Return the response that an endpoint promises, with an instance for its body."""
    if each.download:
        return httpx.Response(each.status, content=b"some bytes", headers={"Content-Type": "application/octet-stream"})
    if each.success is None:
        return httpx.Response(each.status)
    return httpx.Response(each.status, json=whole(each.success) if body is ... else body)

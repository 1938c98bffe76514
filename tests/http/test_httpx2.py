"""A client of `httpx2`, the maintained continuation of httpx, serves like one of httpx."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import httpx2
import pytest

from openrouter_core import OpenRouterCore, errors
from openrouter_core.version import __version__
from tests.funcs.cases import AT_ONCE, CREATE, FUNCTIONS, GET, ID, Function, each_function

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Invoke


def core_over(
    invoke: Invoke, handler: Callable[[httpx2.Request], httpx2.Response], **options: object
) -> OpenRouterCore:
    """Return a core that sends with a client of httpx2."""
    kind = httpx2.AsyncClient if invoke.is_async else httpx2.Client
    client: Any = kind(transport=httpx2.MockTransport(handler))
    return invoke.core(**{invoke.client_option: client, **options})


@each_function
def test_every_function_works_over_httpx2(invoke: Invoke, function: Function) -> None:
    """The request is the same but for its User-Agent, which names httpx2."""
    sent: list[httpx2.Request] = []

    def handler(request: httpx2.Request) -> httpx2.Response:
        sent.append(request)
        return httpx2.Response(function.success, json=function.body)

    core = core_over(invoke, handler)
    assert core.check().ok
    assert invoke(function.name, core, **function.arguments).ok
    (request,) = sent
    python = ".".join(map(str, sys.version_info[:3]))
    assert (request.method, str(request.url)) == (function.method, function.url)
    assert (
        request.headers["user-agent"] == f"openrouter-funcs/{__version__} python/{python} httpx2/{httpx2.__version__}"
    )
    about_the_body = {"content-type", "content-length"} if function.method in {"POST", "PATCH"} else set[str]()
    assert set(request.headers) == {"host", "accept", "user-agent", "authorization"} | about_the_body


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda function: function.name)
def test_statuses_over_httpx2(invoke: Invoke, function: Function) -> None:
    """A response of httpx2 means what one of httpx means."""
    core = core_over(invoke, lambda _: httpx2.Response(403, json={"error": {"code": 403, "message": "Said."}}))
    error = invoke(function.name, core, **function.arguments).error
    assert isinstance(error, errors.ForbiddenResponseError)
    assert error.error == errors.ErrorData(403, "Said.")


EXCEPTIONS: list[tuple[type[Exception], type[errors.HTTPClientError], int, str]] = [
    (httpx2.ConnectError, errors.RequestConnectionError, 1, "unknown"),
    (httpx2.ConnectTimeout, errors.RequestTimeoutError, 1, "unknown"),
    (httpx2.ReadTimeout, errors.RequestTimeoutError, 1, "unknown"),
    (httpx2.ReadError, errors.RequestConnectionError, 1, "unknown"),
    (httpx2.InvalidURL, errors.InvalidRequestError, 1, "unknown"),
    (RuntimeError, errors.UnexpectedClientError, 1, "unknown"),
]


@pytest.mark.parametrize(("kind", "expected", "attempts", "outcome"), EXCEPTIONS)
def test_exceptions_over_httpx2(
    invoke: Invoke, kind: type[Exception], expected: type[errors.HTTPClientError], attempts: int, outcome: str
) -> None:
    """An exception of httpx2 is no exception of httpx, and is recognised all the same."""

    def handler(_: httpx2.Request) -> httpx2.Response:
        raise kind("said")

    error = invoke("byok_create", core_over(invoke, handler, retry_config=AT_ONCE), **CREATE.arguments).error
    assert type(error) is expected
    assert (error.attempts, error.outcome) == (attempts, outcome)


def test_a_closed_client_of_httpx2_is_refused(invoke: Invoke) -> None:
    """It is named like one of httpx."""
    core = core_over(invoke, lambda _: httpx2.Response(200, json=GET.body))
    client: Any = getattr(core, invoke.client_option)
    invoke.settle(client.aclose()) if invoke.is_async else client.close()
    error = invoke("byok_get", core, id=ID).error
    assert str(error) == f"{invoke.client_option}: is closed"

"""Objects that are not what they seem: lazy ones, which may raise at any look, proxies, and values that change."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, cast

import pytest

from openrouter_core import Hooks, OpenRouterCore, RequestOptions, errors
from openrouter_core.errors import SDKValidationError
from tests.funcs.cases import CREATE, GET, ID, NO_RETRIES
from tests.hostile.canary import MANAGEMENT, PROVIDER, assert_silent
from tests.library import httpx

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Invoke

SHOWN = "marker-of-a-value"


def failing(*_: object) -> Any:  # noqa: ANN401 - it never returns
    """Raise."""
    raise RuntimeError(SHOWN)


FAILING: Any = failing
"""The same, as any method of a class."""


class Unbound:
    """A context-local object outside of its context, as werkzeug's: any look at its class raises."""

    __class__ = cast("Any", property(failing))  # pyright: ignore[reportIncompatibleMethodOverride]
    __getattr__ = FAILING
    __bool__ = __len__ = __iter__ = __str__ = __float__ = __hash__ = FAILING


class Odd:
    """An object whose class can be looked at, and nothing else of it."""

    def __getattribute__(self, name: str) -> Any:  # noqa: ANN401
        if name == "__class__":
            return Odd
        raise LookupError(SHOWN)

    __bool__ = __len__ = __iter__ = __str__ = __float__ = __hash__ = FAILING


def _class_of_current(local: object) -> type:
    current: object = object.__getattribute__(local, "_current")
    return type(current)


class Local:
    """A working proxy: it forwards its class and every attribute."""

    def __init__(self, current: object) -> None:
        object.__setattr__(self, "_current", current)

    __class__ = cast("Any", property(_class_of_current))  # pyright: ignore[reportIncompatibleMethodOverride]

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401
        return getattr(object.__getattribute__(self, "_current"), name)


def answering(_: httpx.Request) -> httpx.Response:
    """Answer a get."""
    return httpx.Response(200, json=GET.body)


OPTIONS = ["timeout", "deadline", "retries", "retry_codes", "server_url", "headers", "abort"]
GIVEN = [
    *["api_key", "server_url", "timeout", "deadline", "retry_config", "hooks", "max_response_bytes", "user_agent"],
    *["http_referer", "server", "allow_insecure_http"],
]


@pytest.mark.parametrize("kind", [Unbound, Odd])
@pytest.mark.parametrize("place", ["core", "options", "id", *[f"options.{name}" for name in OPTIONS]])
def test_an_object_that_cannot_be_looked_at_is_an_err(invoke: Invoke, kind: type, place: str) -> None:
    """As the core, as the options, as one of them, or as an argument: nothing is raised, and nothing is sent."""
    core: object = invoke.core(lambda _: pytest.fail("a request was sent"))
    options: object = None
    given: dict[str, object] = {"id": ID}
    if place == "core":
        core = kind()
    elif place == "options":
        options = kind()
    elif place == "id":
        given["id"] = kind()
    else:
        options = RequestOptions(**cast("Any", {place.partition(".")[2]: kind()}))
    error = invoke("byok_get", core, options=options, **given).error
    assert isinstance(error, SDKValidationError)
    assert SHOWN not in str(error)
    assert (error.attempts, error.outcome) == (0, "not_applied")


@pytest.mark.parametrize("kind", [Unbound, Odd])
@pytest.mark.parametrize("name", GIVEN)
def test_what_a_core_is_given_may_be_such_an_object(invoke: Invoke, kind: type, name: str) -> None:
    """Constructing raises nothing; the first call and `check` return the `Err`."""
    core = invoke.core(lambda _: pytest.fail("a request was sent"), **{name: kind()})
    for error in (invoke("byok_get", core, id=ID).error, core.check().error):
        assert isinstance(error, SDKValidationError)
        assert SHOWN not in str(error)


@pytest.mark.parametrize("kind", [Unbound, Odd])
@pytest.mark.parametrize("name", ["http_client", "async_http_client"])
def test_a_client_may_be_such_an_object(invoke: Invoke, kind: type, name: str) -> None:
    """It is no client."""
    core = OpenRouterCore(**cast("Any", {"http_client": kind(), "async_http_client": kind()} | {name: kind()}))
    error = invoke("byok_get", core, id=ID).error
    assert isinstance(error, SDKValidationError)
    assert SHOWN not in str(error)


def test_a_proxy_for_a_core_or_for_options_works(invoke: Invoke) -> None:
    """As Flask's `current_app` and `g`, and werkzeug's `LocalProxy`, hand objects around."""
    core = invoke.core(answering)
    assert invoke("byok_get", Local(core), id=ID).ok
    assert invoke("byok_get", core, options=Local(RequestOptions(deadline=5)), id=ID).ok
    assert invoke("byok_get", Local(core), options=Local(RequestOptions(deadline=0)), id=ID).error.attempts == 0


# --- What is read of options -------------------------------------------------------------------------------------


class Fields(Mapping[str, str]):
    """Headers that raise at some look."""

    def __init__(self, place: str) -> None:
        self._place = place

    def __getitem__(self, name: str) -> str:
        return failing() if self._place == "getitem" else "1"

    def __len__(self) -> int:
        return failing() if self._place == "len" else 1

    def __iter__(self) -> Iterator[str]:
        yield "X-Test"
        if self._place == "iter":
            failing()


@pytest.mark.parametrize("place", ["getitem", "iter"])
def test_headers_that_raise_are_an_err(invoke: Invoke, place: str) -> None:
    """The parameter is named, and what was raised is told by its type."""
    core = invoke.core(lambda _: pytest.fail("a request was sent"))
    error = invoke("byok_get", core, options=RequestOptions(headers=Fields(place)), id=ID).error
    assert isinstance(error, SDKValidationError)
    assert (error.parameter, str(error)) == ("headers", "headers: reading it raised RuntimeError")


class Broken:
    """A switch that cannot be read."""

    is_set = FAILING
    wait = FAILING


def test_a_switch_that_raises_at_once_is_an_err(invoke: Invoke) -> None:
    """Before anything is sent; one that breaks later counts as set."""
    core = invoke.core(lambda _: pytest.fail("a request was sent"))
    error = invoke("byok_get", core, options=RequestOptions(abort=cast("Any", Broken())), id=ID).error
    assert isinstance(error, SDKValidationError)
    assert error.parameter == "abort"
    assert SHOWN not in str(error)


# --- What changes meanwhile --------------------------------------------------------------------------------------

CHANGES: dict[str, Callable[[list[Any]], object]] = {
    "grows": lambda models: models.append("another/model"),
    "shrinks": lambda models: models.clear(),
    "becomes wrong": lambda models: models.append(object()),
    "becomes a circle": lambda models: models.append(models),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_list_that_changes_while_the_key_is_asked_for(invoke: Invoke, change: Callable[[list[Any]], object]) -> None:
    """The request is what the arguments were when the call began; and the key is kept by no frame of ours."""
    models: list[Any] = ["one/model", "two/model"]
    sent: list[Any] = []

    def key() -> str:
        change(models)
        return MANAGEMENT

    def handler(request: httpx.Request) -> httpx.Response:
        sent.append(json.loads(request.content)["allowed_models"])
        return httpx.Response(400)

    core = invoke.core(handler, api_key=key, retry_config=NO_RETRIES)
    error = invoke("byok_create", core, key=PROVIDER, provider="openai", allowed_models=models).error
    assert isinstance(error, errors.BadRequestResponseError)
    assert_silent(error)
    assert sent == [["one/model", "two/model"]]


class Failing(logging.Handler):
    """A handler that raises."""

    def emit(self, record: logging.LogRecord) -> None:
        """Raise."""
        raise OSError(SHOWN, record.name)


@pytest.fixture
def _failing_log() -> Iterator[None]:
    logger, handler = logging.getLogger("openrouter"), Failing()
    level = logger.level
    logger.addHandler(handler)
    logger.setLevel(logging.DEBUG)
    yield
    logger.removeHandler(handler)
    logger.setLevel(level)


@pytest.mark.usefixtures("_failing_log")
@pytest.mark.parametrize("status", [201, 400, 503])
def test_a_log_that_raises_costs_no_result(invoke: Invoke, status: int) -> None:
    """The create went out: what became of it comes back, whatever becomes of the line in the log."""
    core = invoke.core(lambda _: httpx.Response(status, json=CREATE.body), retry_config=NO_RETRIES)
    result = invoke("byok_create", core, **CREATE.arguments)
    assert result.ok if status == 201 else result.error.status_code == status


@pytest.mark.parametrize("place", ["before_request", "api_key"])
def test_what_a_callers_function_returns_may_be_such_an_object(invoke: Invoke, place: str) -> None:
    """It is looked at, too: may it be awaited?"""

    class Unlooked:
        __class__ = cast("Any", property(failing))  # pyright: ignore[reportIncompatibleMethodOverride]

    def returning(*_: object) -> Any:  # noqa: ANN401
        return Unlooked()

    options: dict[str, Any] = (
        {"api_key": returning} if place == "api_key" else {"hooks": Hooks(before_request=returning)}
    )
    error = invoke("byok_get", invoke.core(lambda _: pytest.fail("sent"), **options), id=ID).error
    assert isinstance(error, errors.SDKValidationError | errors.UnexpectedClientError)

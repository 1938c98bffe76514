"""Configuration that is wrong: constructing never raises, and every call, and `check`, returns the same refusal."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, cast

import pytest

from openrouter_core import (
    BackoffStrategy,
    Err,
    Hooks,
    Ok,
    OpenRouterCore,
    RequestOptions,
    RetryConfig,
    Secret,
    errors,
)
from openrouter_core.http.streams import authorities
from openrouter_funcs.byok_get import byok_get_async
from tests.funcs.cases import FUNCTIONS, GET, ID, Function, of_every_family
from tests.funcs.test_arguments import NUMBER, SHOWN, refusal, unreachable
from tests.library import httpx

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Invoke

TIMES: tuple[object, ...] = (
    0,
    -1,
    0.0,
    SHOWN,
    "1",
    True,
    math.nan,
    math.inf,
    -math.inf,
    2_000_001,
    [NUMBER],
    httpx.Timeout(5),
)
TEXTS: tuple[object, ...] = (NUMBER, True, SHOWN.encode(), [SHOWN], f"{SHOWN}\n", f"{SHOWN}\r\nX: y", "\N{SNOWMAN}")
URLS: tuple[object, ...] = (
    *("", " ", "/", SHOWN, f"{SHOWN}.example", "https://", "https:///v1", "//gateway.example", "gateway.example:443"),
    *(
        f"ftp://{SHOWN}.example",
        f"file:///{SHOWN}",
        f"http://{SHOWN}.example",
        "http://192.0.2.1",
        "http://[2001:db8::1]",
    ),
    *(f"https://user:{SHOWN}@gateway.example", "https://gateway.example#x", "https://gateway.example/#"),
    *("https://gateway.example/a b", "https://gateway.example\n", "https://gateway.example\\x"),
    *("https://gateway.example:port", "https://gateway.example:99999", "https://[::1", "https://[x]"),
    *(NUMBER, True, SHOWN.encode(), httpx.URL("https://gateway.example")),
)


def retries(**changes: object) -> RetryConfig:
    """Return a policy with `changes`, whatever their types."""
    return RetryConfig(**cast("dict[str, Any]", changes))


def backoff(**changes: object) -> RetryConfig:
    """Return a policy whose backoff has `changes`, whatever their types."""
    return RetryConfig(backoff=BackoffStrategy(**cast("dict[str, Any]", changes)))


POLICIES: list[tuple[object, str]] = [
    *[(value, "") for value in ({SHOWN: 1}, SHOWN, NUMBER, RetryConfig, BackoffStrategy())],
    *[(retries(strategy=value), ".strategy") for value in (SHOWN, "", None, 1)],
    *[(retries(replay=value), ".replay") for value in (SHOWN, None, True)],
    *[(retries(retry_connection_errors=value), ".retry_connection_errors") for value in (1, None, SHOWN)],
    *[(retries(max_attempts=value), ".max_attempts") for value in (0, -1, 1.0, "3", True)],
    *[(retries(max_retry_after=value), ".max_retry_after") for value in (-1, math.nan, math.inf, "1", None, True)],
    *[
        (retries(status_codes=value), ".status_codes")
        for value in ("5XX", 5, None, (500,), ("5X",), (SHOWN,), ("0XX",))
    ],
    *[(retries(backoff=value), ".backoff") for value in (None, {SHOWN: 1}, SHOWN, NUMBER)],
    *[(backoff(jitter=value), ".backoff.jitter") for value in (SHOWN, None)],
    *[
        (backoff(**{name: value}), f".backoff.{name}")
        for name in ("initial_interval", "max_interval", "exponent")
        for value in (-1, math.nan, math.inf, "1", None, True)
    ],
    *[(backoff(max_elapsed_time=value), ".backoff.max_elapsed_time") for value in (-1, math.nan, "1", True)],
]

OPTIONS: list[tuple[str, str, object]] = [
    *[("timeout", "timeout", value) for value in TIMES],
    *[("deadline", "deadline", value) for value in TIMES if value not in (0, -1)],  # which no time is left of
    *[("retries", f"retries{path}", value) for value, path in POLICIES],
    *[("retry_codes", "retry_codes", value) for value in ("5XX", 5, {"5XX": 1}, (500,), ("5X",), (SHOWN,), ("",))],
    *[("server_url", "server_url", value) for value in URLS],
    *[
        ("headers", "headers", value)
        for value in (
            *(SHOWN, NUMBER, [("X-Test", SHOWN)], {"X-Test": NUMBER}, {"X-Test": None}, {NUMBER: SHOWN}, {b"X": SHOWN}),
            *({"": SHOWN}, {"X Test": SHOWN}, {"X-Test:": SHOWN}, {"X-\u00e9": SHOWN}, {"X-Test": f"{SHOWN}\n"}),
            *({"X-Test": "\N{SNOWMAN}"}, {"X-Test": f"{SHOWN}\x00"}),
            *({"Content-Length": "1"}, {"transfer-encoding": "chunked"}),
        )
    ],
    *[("abort", "abort", value) for value in (True, SHOWN, NUMBER, object())],
]


@pytest.mark.parametrize(("option", "parameter", "value"), OPTIONS)
def test_a_wrong_option_is_named(invoke: Invoke, option: str, parameter: str, value: object) -> None:
    """Every option of a call is checked before anything is sent."""
    options = RequestOptions(**cast("dict[str, Any]", {option: value}))
    refusal(invoke("byok_get", invoke.core(unreachable), options=options, id=ID), parameter)


@of_every_family
@pytest.mark.parametrize(
    ("option", "value"), [("timeout", 0), ("headers", {"X": NUMBER}), ("retries", {}), ("server_url", "")]
)
def test_every_function_checks_its_options(invoke: Invoke, function: Function, option: str, value: object) -> None:
    """The checks stand in one place for all functions."""
    options = RequestOptions(**cast("dict[str, Any]", {option: value}))
    refusal(invoke(function.name, invoke.core(unreachable), options=options, **function.arguments), option)


CORE: list[tuple[str, str, object]] = [
    *[
        ("api_key", "api_key", value)
        for value in (
            *(NUMBER, True, SHOWN.encode(), [SHOWN], "", " ", "Bearer", "bearer ", Secret(""), Secret(f"{SHOWN}\n")),
            *(f"{SHOWN}\n", f"{SHOWN}\r\nX: y", f"{SHOWN}\u00e9", "\N{SNOWMAN}", f"{SHOWN}\x00"),
        )
    ],
    *[(name, name, value) for name in ("http_referer", "app_title", "app_categories", "user_agent") for value in TEXTS],
    *[("server", "server", value) for value in (SHOWN, "", "Production", NUMBER, False, [SHOWN])],
    *[("server_url", "server_url", value) for value in URLS],
    *[("timeout", "timeout", value) for value in TIMES],
    *[("deadline", "deadline", value) for value in TIMES if value not in (0, -1)],  # which no time is left of
    *[("retry_config", f"retry_config{path}", value) for value, path in POLICIES],
    *[("hooks", "hooks", value) for value in ({SHOWN: 1}, SHOWN, NUMBER, Hooks)],
    *[
        ("hooks", f"hooks.{name}", Hooks(**cast("dict[str, Any]", {name: SHOWN})))
        for name in ("before_request", "after_success", "after_error")
    ],
    *[("max_response_bytes", "max_response_bytes", value) for value in (0, -1, 1.5, 1.0, "1", True, math.inf)],
    *[("allow_insecure_http", "allow_insecure_http", value) for value in (1, 0, SHOWN, None)],
]


@pytest.mark.parametrize(("option", "parameter", "value"), CORE)
def test_a_wrong_core_is_named_by_calls_and_by_check(
    invoke: Invoke, option: str, parameter: str, value: object
) -> None:
    """Constructing takes any value; the first call and every later one, and `check`, name what is wrong with it."""
    core = invoke.core(unreachable, **{option: value})
    messages = [refusal(invoke("byok_get", core, id=ID), parameter) for _ in range(2)]
    assert refusal(core.check(), parameter) == messages[0] == messages[1]
    assert SHOWN not in repr(core)


@of_every_family
@pytest.mark.parametrize(("option", "value"), [("api_key", ""), ("timeout", -1), ("hooks", {}), ("server", "")])
def test_every_function_checks_its_core(invoke: Invoke, function: Function, option: str, value: object) -> None:
    """The checks stand in one place for all functions."""
    refusal(invoke(function.name, invoke.core(unreachable, **{option: value}), **function.arguments), option)


VARIABLES = [
    ("OPENROUTER_API_KEY", "api_key", f"{SHOWN}\u00e9"),
    ("OPENROUTER_API_KEY", "api_key", " "),
    ("OPENROUTER_HTTP_REFERER", "http_referer", "\N{SNOWMAN}"),
    ("OPENROUTER_APP_TITLE", "app_title", f"{SHOWN}\n"),
    ("OPENROUTER_APP_CATEGORIES", "app_categories", f"{SHOWN}\x7f"),
    ("OPENROUTER_BASE_URL", "server_url", SHOWN),
    ("OPENROUTER_BASE_URL", "server_url", f"http://{SHOWN}.example"),
]


@pytest.mark.parametrize(("variable", "parameter", "value"), VARIABLES)
def test_a_wrong_environment_is_named(
    invoke: Invoke, monkeypatch: pytest.MonkeyPatch, variable: str, parameter: str, value: str
) -> None:
    """A variable is checked like the option that it stands for, by its own name, and only where that is not given."""
    monkeypatch.setenv(variable, value)
    core = invoke.core(unreachable, **({"api_key": None} if parameter == "api_key" else {}))
    refusal(invoke("byok_get", core, id=ID), variable)
    refusal(core.check(), variable)
    given = {"api_key": "sk-or-test-1", "server_url": "https://gateway.example"}.get(parameter, "given")
    assert isinstance(invoke.core(**{parameter: given}).check(), Ok)


def test_the_environment_is_read_at_construction(invoke: Invoke, monkeypatch: pytest.MonkeyPatch) -> None:
    """A core does not change when the environment does."""
    monkeypatch.setenv("OPENROUTER_BASE_URL", "https://first.example")
    core = invoke.core(lambda request: httpx.Response(404, headers={"X-Host": request.url.host}))
    monkeypatch.setenv("OPENROUTER_BASE_URL", "https://second.example")
    assert invoke("byok_get", core, id=ID).error.headers["x-host"] == "first.example"


def test_http_is_for_loopback_unless_allowed(invoke: Invoke) -> None:
    """Plain http shows the key to the network; `allow_insecure_http=True` permits it, for calls as well."""
    core = invoke.core(lambda _: httpx.Response(200, json=GET.body), allow_insecure_http=True)
    for options in (None, RequestOptions(server_url="http://192.0.2.1"), RequestOptions(server_url="http://x.example")):
        assert invoke("byok_get", core, options=options, id=ID).ok


# --- Keys that are asked for -------------------------------------------------------------------------------------


def raising() -> str:
    """Fail the way a vault does, with the secret in the message."""
    raise LookupError(SHOWN)


async def asynchronous() -> str:
    """Give a key after a while."""
    return "sk-or-test-async"


async def raising_later() -> str:
    """Fail after a while, with the secret in the message."""
    raise LookupError(SHOWN)


CALLABLES: list[tuple[Callable[[], object], str]] = [
    (raising, "raised LookupError"),
    (lambda: None, "returned NoneType, not str"),
    (lambda: NUMBER, "returned int, not str"),
    (SHOWN.encode, "returned bytes, not str"),
    (lambda: "", "must not be empty"),
    (lambda: Secret("bearer"), "must not be empty"),
    (lambda: f"{SHOWN}\n", "must be printable ASCII"),
    (cast("Any", str.strip), "raised TypeError"),
]


@pytest.mark.parametrize(("key", "reason"), CALLABLES)
def test_a_callable_that_gives_no_key_is_an_err(invoke: Invoke, key: Callable[[], object], reason: str) -> None:
    """Whatever the callable raises or returns, its text stays out of the error."""
    assert reason in refusal(invoke("byok_get", invoke.core(unreachable, api_key=key), id=ID), "api_key")


@pytest.mark.own_client
def test_check_reads_authorities_for_tls_alone() -> None:
    """Over plain http to this machine none are needed."""
    authorities.cache_clear()
    for scheme, read in (("http", 0), ("https", 1)):
        with OpenRouterCore(server_url=f"{scheme}://127.0.0.1:9/api/v1") as core:
            assert core.check() == Ok(None)
        assert authorities.cache_info().currsize == read


def test_an_async_callable_is_for_async_calls(invoke: Invoke) -> None:
    """An async call awaits it; a sync call cannot, and says so, without a warning of what was never awaited."""
    core = invoke.core(lambda request: httpx.Response(404, headers=request.headers), api_key=asynchronous)
    result = invoke("byok_get", core, id=ID)
    if invoke.is_async:
        assert isinstance(result.error, errors.NotFoundResponseError)
    else:
        assert "is async; use the _async functions" in refusal(result, "api_key")


def test_an_async_callable_that_fails_is_an_err(invoke: Invoke) -> None:
    """What it raises is told by its type and place."""
    message = refusal(invoke("byok_get", invoke.core(unreachable, api_key=raising_later), id=ID), "api_key")
    assert ("raised LookupError in raising_later" if invoke.is_async else "is async") in message


# --- Clients -----------------------------------------------------------------------------------------------------


@of_every_family
def test_a_client_of_the_wrong_kind_is_refused(invoke: Invoke, function: Function) -> None:
    """A sync call needs a sync client and an async call an async one; anything else is no client at all."""
    other = httpx.Client(transport=httpx.MockTransport(unreachable))
    wrong_kind: object = other if invoke.is_async else httpx.AsyncClient(transport=httpx.MockTransport(unreachable))
    kind = "AsyncClient" if invoke.is_async else "Client"
    for client in (wrong_kind, httpx.Client, httpx, SHOWN, NUMBER, object(), 0, False, "", [], [1]):
        core = invoke.core(**{invoke.client_option: client})
        message = refusal(invoke(function.name, core, **function.arguments), invoke.client_option)
        assert f"expected httpx.{kind} or httpx2.{kind}, got {type(client).__name__}" in message
        assert refusal(core.check(), invoke.client_option) == message


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda function: function.name)
@pytest.mark.parametrize("first", [False, True], ids=["before the first call", "after the first call"])
def test_a_closed_client_is_refused(invoke: Invoke, function: Function, first: bool) -> None:  # noqa: FBT001 - a parameter
    """A client that its owner has closed is named, whenever that was, and not used."""
    client = invoke.client(httpx.MockTransport(lambda _: httpx.Response(404)))
    core = invoke.core(**{invoke.client_option: client})
    if first:
        assert isinstance(invoke(function.name, core, **function.arguments), Err)
    if invoke.is_async:
        invoke.settle(cast("httpx.AsyncClient", client).aclose())
    else:
        client.close()
    message = refusal(invoke(function.name, core, **function.arguments), invoke.client_option)
    assert message == f"{invoke.client_option}: is closed"


def test_check_is_ok_when_all_is_right(invoke: Invoke) -> None:
    """`check` sends nothing, opens nothing and finds nothing; after closing it finds that."""
    core = invoke.core(unreachable)
    assert core.check() == Ok(None)
    invoke.close(core)
    assert refusal(core.check(), "core") == "core: is closed; call inside its with block, or build another"


def test_an_async_call_outside_of_an_event_loop_is_an_err() -> None:
    """Another async library than asyncio runs no event loop; the call says so."""
    with pytest.raises(StopIteration) as stopped:
        byok_get_async(OpenRouterCore(api_key="sk-or-test-123"), id=ID).send(None)
    assert "event loop" in refusal(stopped.value.value, "core")

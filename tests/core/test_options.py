"""`RequestOptions` and `Settings`: what one call may change, and which value goes first."""

from __future__ import annotations

import threading
from collections import UserDict
from functools import partial
from types import SimpleNamespace
from typing import Any, NoReturn

import attrs
import pytest

from openrouter_core.calling.settings import Settings, headers_of, with_options
from openrouter_core.errors import SDKValidationError
from openrouter_core.hooks import Hooks
from openrouter_core.http.waiting import Abort
from openrouter_core.http.wire import Headers, Timeouts
from openrouter_core.operation import ATTRIBUTION_HEADERS
from openrouter_core.options import RequestOptions
from openrouter_core.retries import RetryConfig
from openrouter_core.secret import Secret
from tests.samples import LIST, call_of, live, settings, success
from tests.types.test_arguments import Lazy, Loud

CORE = settings()


class Unreadable(UserDict[str, str]):
    """A mapping that cannot be read, and says why in words that nobody is to see."""

    def items(self) -> NoReturn:
        """Raise."""
        raise LookupError("sk-or-test-123")


class Odd(UserDict[str, str]):
    """A mapping whose items are what it was given, as those of mappings with several values for a name are."""

    def __init__(self, fields: list[Any]) -> None:
        super().__init__()
        self._fields = fields

    def items(self) -> Any:  # noqa: ANN401 - not what a mapping's are
        """Return them."""
        return self._fields


def _with(**options: Any) -> Settings:  # noqa: ANN401 - any option, of any type
    return with_options(CORE, RequestOptions(**options))


def test_no_options_change_nothing() -> None:
    """Without options, and with options that are all `None`, the core's settings hold."""
    assert with_options(CORE, RequestOptions()) == CORE


def test_options_replace_the_cores_values() -> None:
    """Each option replaces the one value that it names."""
    abort = threading.Event()
    changed = _with(timeout=3, deadline=9.5, server_url="https://other.test/v2/", abort=abort, headers={"X-A": "1"})
    assert changed == attrs.evolve(
        CORE,
        timeouts=Timeouts(connect=3, read=3, write=3, pool=3),
        deadline=9.5,
        base_url=changed.base_url,
        abort=changed.abort,
        overrides=Headers({"X-A": "1"}),
    )
    assert changed.base_url.join("/byok", "") == "https://other.test/v2/byok"
    assert changed.abort is not None
    assert not changed.abort.is_set()
    abort.set()
    assert changed.abort.is_set()


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"retries": RetryConfig(strategy="none")}, RetryConfig(strategy="none")),
        ({"retry_codes": ("418",)}, RetryConfig(status_codes=("418",))),
        ({"retry_codes": ["4XX"]}, RetryConfig(status_codes=("4XX",))),
        ({"retry_codes": ()}, RetryConfig(status_codes=())),
        (
            {"retries": RetryConfig(max_attempts=7, status_codes=("500",)), "retry_codes": ("418",)},
            RetryConfig(max_attempts=7, status_codes=("418",)),
        ),
    ],
    ids=["retries", "retry_codes", "a list", "no status at all", "both"],
)
def test_retry_codes_go_before_the_config(options: dict[str, object], expected: RetryConfig) -> None:
    """`retry_codes` replaces the statuses of the config, be it the call's or the core's, and nothing else of it."""
    assert _with(**options).retries == expected


@pytest.mark.parametrize(
    ("options", "parameter"),
    [
        ({"timeout": 0}, "timeout"),
        ({"timeout": "5"}, "timeout"),
        ({"timeout": True}, "timeout"),
        ({"deadline": float("nan")}, "deadline"),
        ({"deadline": float("-inf")}, "deadline"),
        ({"retries": "none"}, "retries"),
        ({"retries": RetryConfig(max_attempts=0)}, "retries.max_attempts"),
        ({"retry_codes": "5XX"}, "retry_codes"),
        ({"retry_codes": (500,)}, "retry_codes[0]"),
        ({"retry_codes": ("5XX", "5")}, "retry_codes[1]"),
        ({"server_url": 1}, "server_url"),
        ({"server_url": "http://openrouter.test/"}, "server_url"),
        ({"headers": [("a", "b")]}, "headers"),
        ({"headers": {"a": 1}}, "headers"),
        ({"headers": []}, "headers"),
        ({"headers": {"X-A": "1", "x-a": "2"}}, "headers"),
        ({"headers": {1: "a"}}, "headers"),
        ({"headers": {"a b": "c"}}, "headers"),
        ({"headers": Unreadable({"a": "b"})}, "headers"),
        ({"headers": Odd([("X-A", "1"), ("X-A", "2")])}, "headers"),
        ({"headers": Odd([("X-A", "1", "2")])}, "headers"),
        ({"headers": Odd(["X"])}, "headers"),
        ({"headers": {"a": "sk-or-test-123\n"}}, "headers"),
        ({"headers": {"Content-Length": "5"}}, "headers"),
        ({"headers": {"TRANSFER-encoding": "chunked"}}, "headers"),
        ({"abort": True}, "abort"),
        ({"abort": threading.Event}, "abort"),
        ({"abort": SimpleNamespace(is_set=lambda: 1 / 0)}, "abort"),
        ({"abort": lambda: False}, "abort"),
        ({"extra_body": [1]}, "extra_body"),
        ({"extra_body": {"a": {"b": float("nan")}}}, "extra_body"),
        ({"extra_body": {"a": b"sk-or-test-123"}}, "extra_body"),
        ({"extra_body": {"a": [Secret("sk-or-test-123")]}}, "extra_body"),
        ({"extra_body": Unreadable({"a": "b"})}, "extra_body"),
        ({"extra_query": "a=b"}, "extra_query"),
        ({"extra_query": {"a": object()}}, "extra_query"),
        ({"progress": True}, "progress"),
    ],
    ids=lambda value: str(value).partition(" at 0x")[0],  # where an object lies differs between two workers
)
def test_a_wrong_option_is_named(options: dict[str, object], parameter: str) -> None:
    """A wrong value is an `SDKValidationError` that names the option, and does not repeat the value."""
    with pytest.raises(SDKValidationError) as caught:
        _with(**options)
    assert caught.value.parameter == parameter
    assert "sk-or-test" not in str(caught.value)


def test_what_is_newer_than_the_release_is_kept() -> None:
    """Fields of body and query, and the function that hears of progress, come through as they are."""

    def heard(_sent: int, _total: int | None) -> None: ...

    changed = _with(extra_body={"a": [1, None]}, extra_query={"b": True}, progress=heard)
    assert (changed.extra_body, changed.extra_query) == ({"a": [1, None]}, {"b": True})
    assert changed.progress is heard
    assert "heard" not in repr(RequestOptions(progress=heard))


def test_options_must_be_request_options() -> None:
    """A plain dict is no `RequestOptions`."""
    wrong: Any = {"timeout": 1}
    with pytest.raises(SDKValidationError, match="options: expected RequestOptions, got dict"):
        with_options(CORE, wrong)


def test_insecure_http_is_the_cores_decision() -> None:
    """A core that allows plain http allows it in a call's `server_url`, too."""
    changed = with_options(settings(allow_insecure_http=True), RequestOptions(server_url="http://openrouter.test"))
    assert changed.base_url.prefix == "http://openrouter.test"


def test_options_show_no_secret() -> None:
    """Headers, URL, extras and the caller's functions are in no `repr`, nor in what attrs says to show."""
    extra = {"k": "sk-test-3"}
    hooks = Hooks(before_request=partial(print, "sk-test-4"))
    options = RequestOptions(
        server_url="https://gateway.test/?k=sk-test-1",
        headers={"Authorization": "sk-test-2"},
        extra_body=extra,
        extra_query=extra,
        progress=partial(print, "sk-test-5"),
    )
    changed = with_options(attrs.evolve(CORE, hooks=hooks, ask_key=partial(str, "sk-test-6")), options)
    for shown in (options, changed, changed.base_url):
        told = [getattr(shown, each.name) for each in attrs.fields(type(shown)) if each.repr]  # as rich shows it
        assert "sk-test" not in f"{shown!r} {told!r}"


# --- Headers of a request ----------------------------------------------------------------------------------------


def test_a_request_carries_the_cores_headers_and_the_key() -> None:
    """The SDK's own headers go with every request; without a key, no `Authorization` does."""
    assert dict(live(LIST, success(LIST), api_key=lambda: "x").sent[0].request.headers) == {
        "Accept": "application/json",
        "User-Agent": "test",
        "Authorization": "Bearer x",
    }
    assert call_of(LIST, {}, CORE).request().headers is CORE.headers


@pytest.mark.parametrize("name", ["Authorization", "authorization", "AUTHORIZATION"])
def test_a_calls_header_replaces_the_sdks_in_any_case(name: str) -> None:
    """An override replaces the SDK's header of that name, however it is written: the two are never joined."""
    changed = _with(headers={name: "Basic y", "user-agent": "mine", "X-New": "1"})
    lived = live(LIST, success(LIST), api_key=lambda: "x", overrides=changed.overrides)
    assert dict(lived.sent[0].request.headers) == {
        "Accept": "application/json",
        "user-agent": "mine",
        name: "Basic y",
        "X-New": "1",
    }


def test_a_calls_attribution_goes_before_the_cores() -> None:
    """What a call says of the application replaces what the core says; absent and `None` leave the core's."""
    core = attrs.evolve(CORE, headers=CORE.headers.updated({"HTTP-Referer": "https://core.test", "X-Other": "1"}))
    values: dict[str, object] = {"http_referer": "https://call.test", "app_title": None, "id": "x"}
    headers = call_of(LIST, values, core).request().headers
    assert headers["HTTP-Referer"] == "https://call.test"
    assert headers["X-Other"] == "1"
    assert "X-OpenRouter-Title" not in headers
    assert call_of(LIST, {"id": "x"}, core).request().headers is core.headers


def test_attribution_has_three_headers() -> None:
    """Each parameter has its header, without the blanks around it, and no method of its class is called."""
    values = {"http_referer": "https://a.test", "app_title": Loud(" Test "), "app_categories": "a,b", "other": "x"}
    assert headers_of(ATTRIBUTION_HEADERS, values) == {
        "HTTP-Referer": "https://a.test",
        "X-OpenRouter-Title": "Test",
        "X-OpenRouter-Categories": "a,b",
    }


@pytest.mark.parametrize("value", ["a\nb", "€", pytest.param(Lazy(KeyError("id")), id="lazy")])
def test_attribution_that_no_header_can_carry_is_refused(value: object) -> None:
    """The error names the parameter, not the header."""
    with pytest.raises(SDKValidationError) as caught:
        headers_of(ATTRIBUTION_HEADERS, {"app_title": value})
    assert caught.value.parameter == "app_title"


# --- Timeouts and the abort switch -------------------------------------------------------------------------------


def test_timeouts_never_reach_beyond_the_deadline() -> None:
    """No phase may take longer than what remains; shorter timeouts stay as they are."""
    assert Timeouts().within(7) == Timeouts(connect=5.0, read=7, write=7, pool=7)
    assert Timeouts().within(100) == Timeouts()


@pytest.mark.parametrize("remaining", [0.0, -3.0, 1e-9])
def test_timeouts_stay_above_zero(remaining: float) -> None:
    """A socket takes 0 for "do not wait" and refuses less: at the deadline a millisecond is left."""
    assert Timeouts().within(remaining) == Timeouts(*[0.001] * 4)


def test_an_event_is_an_abort_switch() -> None:
    """A `threading.Event` has what it takes, as has anything with `is_set` and `wait`."""
    assert isinstance(threading.Event(), Abort)
    assert not isinstance(threading.Lock(), Abort)


@pytest.mark.parametrize("text", ["", " ", "\t"])
def test_attribution_that_is_empty_is_refused(text: str) -> None:
    """An empty header says nothing; whoever wants none leaves the parameter out."""
    with pytest.raises(SDKValidationError, match=r"^app_title: must not be empty"):
        headers_of(ATTRIBUTION_HEADERS, {"app_title": text})

"""What a core was given, checked, as the settings of its calls; and what `RequestOptions` change of them for one call.

Precedence is decided here: the call, then the core, which has read the environment when it was made, and checks nothing
until the first call or `check()`. Each check returns the value when it is right; else its error names the parameter and
what was expected, never the value.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeVar, cast

import attrs

from openrouter_core.calling.settings import Settings, attribution_headers
from openrouter_core.errors import SDKValidationError
from openrouter_core.http.boundary import ask, read
from openrouter_core.http.urls import BaseURL, parse_base_url
from openrouter_core.http.wire import Headers, Timeouts, authorization, check_header
from openrouter_core.operation import ATTRIBUTION_HEADERS
from openrouter_core.retries import BackoffStrategy, RetryConfig
from openrouter_core.secret import NotAKey, Secret
from openrouter_core.version import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from types import ModuleType

    from openrouter_core.hooks import Hooks
    from openrouter_core.options import Abort

T = TypeVar("T")

FRAMING_HEADERS = frozenset({"content-length", "transfer-encoding"})
SERVERS = {"production": "https://openrouter.ai/api/v1"}
"""OpenRouter's servers by name."""

DEFAULT_DEADLINE = 120.0
DEFAULT_MAX_RESPONSE_BYTES = 10_000_000
LONGEST_SECONDS = 2_000_000
"""Some 23 days: operating systems count a wait in milliseconds of 31 bits."""


def settings_of(given: Mapping[str, object], library: ModuleType) -> Settings:
    """Return the settings of calls over a client of `library`, the module of an HTTP client.

    `given` is what the core was given, by name.
    """
    if str(given["debug"]).strip().lower() not in {"", "0", "false", "no"}:
        from openrouter_core.calling.log import log_to_stderr

        log_to_stderr()
    named = given["server_url"] is None and given["server"] is not None
    usual = Settings(
        base_url=BaseURL(SERVERS[one_of(given["server"], tuple(SERVERS), "server") if named else "production"]),
        headers=_headers(given, library),
        deadline=DEFAULT_DEADLINE,
        max_response_bytes=DEFAULT_MAX_RESPONSE_BYTES,
        allow_insecure_http=expect(given["allow_insecure_http"], bool, "allow_insecure_http"),
    )
    return _changed(usual, given)


def with_options(settings: Settings, options: object) -> Settings:
    from openrouter_core.options import RequestOptions

    if not isinstance(options, RequestOptions):  # a proxy for one will do
        raise SDKValidationError(f"expected RequestOptions, got {type(options).__name__}", parameter="options")
    return _changed(settings, attrs.asdict(options, recurse=False))._replace(
        overrides=None if options.headers is None else read("headers", _custom_headers, options.headers),
        abort=read("abort", _abort, options.abort),
    )


def _changed(settings: Settings, given: Mapping[str, object]) -> Settings:
    """Return `settings` with what is `given` by name, be it to a core or to a call; `None` changes nothing."""
    for name, change in _CHANGES.items():
        if given.get(name) is not None:
            settings = change(settings, given[name], name)
    return settings


_CHANGES: dict[str, Callable[[Settings, object, str], Settings]] = {
    "server_url": lambda old, value, name: old._replace(base_url=_base_url(value, name, old)),
    "timeout": lambda old, value, name: old._replace(timeouts=Timeouts.of(seconds(value, name))),
    "deadline": lambda old, value, name: old._replace(deadline=remaining(value, name)),
    "retry_config": lambda old, value, name: old._replace(retries=check_retries(value, name)),
    "retries": lambda old, value, name: old._replace(retries=check_retries(value, name)),
    "retry_codes": lambda old, value, name: old._replace(
        retries=attrs.evolve(old.retries, status_codes=check_status_codes(value, name))
    ),
    "hooks": lambda old, value, _: old._replace(hooks=check_hooks(value)),
    "max_response_bytes": lambda old, value, name: old._replace(max_response_bytes=positive_integer(value, name)),
}


def _base_url(value: object, parameter: str, settings: Settings) -> BaseURL:
    text, allow_insecure_http = expect(value, str, parameter), settings.allow_insecure_http
    return parse_base_url(text, parameter=parameter, allow_insecure_http=allow_insecure_http)


def _headers(given: Mapping[str, object], library: ModuleType) -> Headers:
    """Return the headers of every request: `Authorization` is one of them when the key is a fixed one."""
    python = ".".join(map(str, sys.version_info[:3]))
    usual = f"openrouter-funcs/{__version__} python/{python} {library.__name__}/{library.__version__}"
    agent = usual if given["user_agent"] is None else expect(given["user_agent"], str, "user_agent")
    headers = {"Accept": "application/json", "User-Agent": check_header("User-Agent", agent, parameter="user_agent")}
    texts = {name: expect(given[name], str, name) for name in ATTRIBUTION_HEADERS if given[name] is not None}
    headers |= attribution_headers(texts)
    if isinstance(given["api_key"], NotAKey):
        raise SDKValidationError(f"expected str, got {given['api_key'].kind}", parameter="api_key")
    if isinstance(given["api_key"], Secret):
        headers["Authorization"] = authorization(given["api_key"].reveal())
    return Headers(headers)


# --- Checks ---


def _abort(value: object) -> Abort | None:
    from openrouter_core.options import Abort

    if value is None:
        return None
    if not isinstance(value, Abort) or isinstance(value, type):
        raise SDKValidationError(f"expected an object with is_set, got {type(value).__name__}", parameter="abort")
    read("abort", value.is_set)
    return _Switch(value)


class _Switch:
    """A caller's switch that raises nothing: one that breaks during a call counts as set, for nobody can tell."""

    def __init__(self, abort: Abort) -> None:
        self._abort = abort

    def is_set(self) -> bool:
        return ask(lambda: bool(self._abort.is_set())) is not False


def _custom_headers(headers: object) -> Headers:
    if not isinstance(headers, Mapping):
        raise SDKValidationError(f"expected a mapping of str to str, got {type(headers).__name__}", parameter="headers")
    fields = [*cast("Mapping[object, object]", headers).items()]
    checked: dict[str, str] = {}
    for given, value in fields:
        name = expect(given, str, "headers")
        checked[name] = check_header(name, expect(value, str, "headers"), parameter="headers")
    names = {name.lower() for name in checked}
    if len(names) < len(fields):
        raise SDKValidationError("names one header twice", parameter="headers")
    if names & FRAMING_HEADERS:
        raise SDKValidationError("Content-Length and Transfer-Encoding are the HTTP client's own", parameter="headers")
    return Headers(checked)


def check_hooks(hooks: object) -> Hooks:
    from openrouter_core.hooks import Hooks

    checked = expect(hooks, Hooks, "hooks")
    for name, hook in attrs.asdict(checked, recurse=False).items():
        if hook is not None and not callable(hook):
            raise SDKValidationError(f"expected a function, got {type(hook).__name__}", parameter=f"hooks.{name}")
    return checked


def check_retries(config: object, parameter: str) -> RetryConfig:
    checked = expect(config, RetryConfig, parameter)
    one_of(checked.strategy, ("backoff", "none"), f"{parameter}.strategy")
    one_of(checked.replay, ("safe", "always"), f"{parameter}.replay")
    one_of(checked.long_retry_after, ("return", "shorten"), f"{parameter}.long_retry_after")
    expect(checked.retry_connection_errors, bool, f"{parameter}.retry_connection_errors")
    expect(checked.budgeted, bool, f"{parameter}.budgeted")
    if checked.max_attempts is not None:
        positive_integer(checked.max_attempts, f"{parameter}.max_attempts")
    at_least(checked.max_retry_after, 0, f"{parameter}.max_retry_after")
    check_status_codes(checked.status_codes, f"{parameter}.status_codes")
    backoff = expect(checked.backoff, BackoffStrategy, f"{parameter}.backoff")
    one_of(backoff.jitter, ("full", "additive"), f"{parameter}.backoff.jitter")
    for name in ("initial_interval", "max_interval", "exponent"):
        at_least(getattr(backoff, name), 0, f"{parameter}.backoff.{name}")
    if backoff.max_elapsed_time is not None:
        at_least(backoff.max_elapsed_time, 0, f"{parameter}.backoff.max_elapsed_time")
    return checked


def check_status_codes(patterns: object, parameter: str) -> tuple[str, ...]:
    """Return `patterns` when each is a status such as `"429"` or `"5XX"`."""
    if not isinstance(patterns, tuple | list | set | frozenset):
        raise SDKValidationError(f"expected a tuple of str, got {type(patterns).__name__}", parameter=parameter)
    checked = tuple(expect(pattern, str, parameter) for pattern in cast("Iterable[object]", patterns))
    if not all(re.fullmatch(r"[1-9Xx][0-9Xx]{2}", pattern) for pattern in checked):
        raise SDKValidationError("expected statuses such as '429' or '5XX'", parameter=parameter)
    return checked


def expect(value: object, kind: type[T], parameter: str) -> T:
    """Return `value` when it is a `kind`; `True` is no `int`, and a lazy object only what it is itself."""
    given = type(value)  # `isinstance` runs code of the value, which may raise
    if issubclass(given, kind) and (kind is bool or not issubclass(given, bool)):
        return cast("T", value)
    raise SDKValidationError(f"expected {kind.__name__}, got {type(value).__name__}", parameter=parameter)


def positive_integer(value: object, parameter: str) -> int:
    number = expect(value, int, parameter)
    if number >= 1:
        return number
    raise SDKValidationError("must be at least 1", parameter=parameter)


def at_least(value: object, least: float, parameter: str) -> float:
    number = _number(value, parameter)
    if least <= number <= sys.float_info.max:  # NaN compares false
        return number
    raise SDKValidationError(f"must be a finite number, at least {least}", parameter=parameter)


def seconds(value: object, parameter: str) -> float:
    """Return `value` when it is a time above zero that an operating system can wait for."""
    number = _number(value, parameter)
    if 0 < number <= LONGEST_SECONDS:
        return number
    raise SDKValidationError(f"must be above 0 and at most {LONGEST_SECONDS} seconds", parameter=parameter)


def remaining(value: object, parameter: str) -> float:
    """Return `value` as `seconds` does, but 0 for a finite number that is not above: no time is left."""
    number = _number(value, parameter)
    return 0.0 if -sys.float_info.max <= number <= 0 else seconds(number, parameter)


def _number(value: object, parameter: str) -> float:
    if issubclass(type(value), int | float) and type(value) is not bool:
        return cast("float", value)
    raise SDKValidationError(f"expected a number, got {type(value).__name__}", parameter=parameter)


def one_of(value: object, choices: tuple[str, ...], parameter: str) -> str:
    if type(value) is str and value in choices:
        return value
    raise SDKValidationError(f"expected one of {', '.join(map(repr, choices))}", parameter=parameter)

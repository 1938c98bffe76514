"""What a core was given, checked, as the settings of its calls.

A core checks nothing when it is made; the first call does, or `check()`. The environment is read by then.
"""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, cast

import attrs

from openrouter_core.calling.checks import at_least, expect, one_of, positive_integer, remaining, seconds
from openrouter_core.calling.settings import Settings, attribution_headers
from openrouter_core.errors import SDKValidationError
from openrouter_core.http.urls import parse_base_url
from openrouter_core.http.wire import Headers, Timeouts, authorization, check_header
from openrouter_core.retries import BackoffStrategy, RetryConfig
from openrouter_core.secret import NotAKey, Secret
from openrouter_core.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from types import ModuleType

    from openrouter_core.hooks import Hooks

SERVERS = {"production": "https://openrouter.ai/api/v1"}
"""OpenRouter's servers by name."""

_STATUS_PATTERN = r"[1-9Xx][0-9Xx]{2}"
DEFAULT_DEADLINE = 120.0
DEFAULT_MAX_RESPONSE_BYTES = 10_000_000


def settings_of(given: Mapping[str, object], library: ModuleType) -> Settings:
    """Return the settings of calls over a client of `library`; raise `SDKValidationError` when a value is wrong.

    Args:
        given: What the core was given, by name.
        library: The module of the HTTP client.
    """
    if str(given["debug"]).strip().lower() not in {"", "0", "false", "no"}:
        from openrouter_core.calling.log import log_to_stderr

        log_to_stderr()
    allow_http = expect(given["allow_insecure_http"], bool, "allow_insecure_http")
    timeout, deadline, retries, hooks, limit = (
        given[name] for name in ("timeout", "deadline", "retry_config", "hooks", "max_response_bytes")
    )
    most = DEFAULT_MAX_RESPONSE_BYTES if limit is None else positive_integer(limit, "max_response_bytes")
    return Settings(
        base_url=parse_base_url(_url(given), parameter="server_url", allow_insecure_http=allow_http),
        headers=_headers(given, library).updated(_fixed_key(given["api_key"])),
        timeouts=Timeouts() if timeout is None else Timeouts.of(seconds(timeout, "timeout")),
        deadline=DEFAULT_DEADLINE if deadline is None else remaining(deadline, "deadline"),
        retries=RetryConfig() if retries is None else check_retries(retries, "retry_config"),
        hooks=None if hooks is None else check_hooks(hooks),
        max_response_bytes=most,
        allow_insecure_http=allow_http,
    )


def _fixed_key(key: object) -> Headers:
    """Return the `Authorization` of every request, when the key is a fixed one."""
    if isinstance(key, NotAKey):
        raise SDKValidationError(f"expected str, got {key.kind}", parameter="api_key")
    return Headers({"Authorization": authorization(key.reveal())} if isinstance(key, Secret) else {})


def _url(given: Mapping[str, object]) -> str:
    if given["server_url"] is not None:
        return expect(given["server_url"], str, "server_url")
    return SERVERS["production" if given["server"] is None else one_of(given["server"], tuple(SERVERS), "server")]


def _headers(given: Mapping[str, object], library: ModuleType) -> Headers:
    agent = given["user_agent"]
    agent = _user_agent(library) if agent is None else expect(agent, str, "user_agent")
    return Headers(
        {
            "Accept": "application/json",
            "User-Agent": check_header("User-Agent", agent, parameter="user_agent"),
            **attribution_headers(given),
        }
    )


def _user_agent(library: ModuleType) -> str:
    python = ".".join(map(str, sys.version_info[:3]))
    return f"openrouter-funcs/{__version__} python/{python} {library.__name__}/{library.__version__}"


# --- Hooks and retries ---


def check_hooks(hooks: object) -> Hooks:
    """Return `hooks` when each of them can be called; else raise `SDKValidationError`."""
    from openrouter_core.hooks import Hooks

    checked = expect(hooks, Hooks, "hooks")
    for name, hook in attrs.asdict(checked, recurse=False).items():
        if hook is not None and not callable(hook):
            raise SDKValidationError(f"expected a function, got {type(hook).__name__}", parameter=f"hooks.{name}")
    return checked


def check_retries(config: object, parameter: str) -> RetryConfig:
    """Return `config` when every value in it can be worked with; else raise `SDKValidationError`."""
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
    _check_backoff(expect(checked.backoff, BackoffStrategy, f"{parameter}.backoff"), f"{parameter}.backoff")
    return checked


def _check_backoff(backoff: BackoffStrategy, parameter: str) -> None:
    one_of(backoff.jitter, ("full", "additive"), f"{parameter}.jitter")
    for name in ("initial_interval", "max_interval", "exponent"):
        at_least(getattr(backoff, name), 0, f"{parameter}.{name}")
    if backoff.max_elapsed_time is not None:
        at_least(backoff.max_elapsed_time, 0, f"{parameter}.max_elapsed_time")


def check_status_codes(patterns: object, parameter: str) -> tuple[str, ...]:
    """Return `patterns` when each is a status such as `"429"` or `"5XX"`; else raise `SDKValidationError`."""
    if not isinstance(patterns, tuple | list | set | frozenset):
        raise SDKValidationError(f"expected a tuple of str, got {type(patterns).__name__}", parameter=parameter)
    checked = tuple(expect(pattern, str, parameter) for pattern in cast("Iterable[object]", patterns))
    if not all(re.fullmatch(_STATUS_PATTERN, pattern) for pattern in checked):
        raise SDKValidationError("expected statuses such as '429' or '5XX'", parameter=parameter)
    return checked

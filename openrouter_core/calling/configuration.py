"""What a core was given, checked, as the settings of its calls; and what `RequestOptions` change of them for one call.

Precedence is decided here: the call, then the core, which has read the environment when it was made, and checks nothing
until the first call or `check()`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Collection, Mapping
from types import ModuleType
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeAlias, cast

import attrs

from openrouter_core.calling.settings import Settings, headers_of
from openrouter_core.errors import SDKValidationError
from openrouter_core.hooks import Hooks
from openrouter_core.http.boundary import ask, read
from openrouter_core.http.urls import BaseURL, parse_base_url
from openrouter_core.http.wire import Headers, Timeouts, authorization, check_header
from openrouter_core.operation import ATTRIBUTION_HEADERS, Attribution, Effect
from openrouter_core.retries import Count, RetryConfig, Status
from openrouter_core.secret import AskKey, Secret
from openrouter_core.types.arguments import checked
from openrouter_core.types.description import Rule
from openrouter_core.version import __version__

if TYPE_CHECKING:
    from openrouter_core.options import Abort

FRAMING_HEADERS = frozenset({"content-length", "transfer-encoding"})
SERVERS = {"production": "https://openrouter.ai/api/v1"}
"""OpenRouter's servers by name."""

DEFAULT_RUN = 600.0
"""Seconds that a model may work before it says a word, and in all."""
LONGEST_SECONDS = 2_000_000
"""Some 23 days: operating systems count a wait in milliseconds of 31 bits."""

_MOST = f"at most {LONGEST_SECONDS} seconds"
Deadline: TypeAlias = Annotated[float, Rule(lambda time: time <= LONGEST_SECONDS, f"must be {_MOST}")]
Timeout: TypeAlias = Annotated[float, Rule(lambda time: 0 < time <= LONGEST_SECONDS, f"must be above 0 and {_MOST}")]


def settings_of(given: Mapping[str, object], library: ModuleType, effect: Effect) -> Settings:
    """Return the settings of calls over an HTTP client, of the module `library`, of a core that was given `given`."""
    if str(given["debug"]).strip().lower() not in {"", "0", "false", "no"}:
        from openrouter_core.calling.log import log_to_stderr

        log_to_stderr()
    usual = Settings(
        base_url=BaseURL(SERVERS["production"]),
        headers=_headers(given, library),
        ask_key=None if isinstance(given["api_key"], Secret) else cast("AskKey | None", given["api_key"]),
        allow_insecure_http=checked(bool, given["allow_insecure_http"], "allow_insecure_http"),
    )
    if effect == "run":
        usual = usual._replace(deadline=DEFAULT_RUN, timeouts=Timeouts(read=DEFAULT_RUN))
    return _changed(usual, given)


def with_options(settings: Settings, options: object) -> Settings:
    from openrouter_core.options import RequestOptions

    if not isinstance(options, RequestOptions):  # a proxy for one will do
        raise SDKValidationError(f"expected RequestOptions, got {type(options).__name__}", parameter="options")
    return _changed(settings, attrs.asdict(options, recurse=False))


def _changed(settings: Settings, given: Mapping[str, object]) -> Settings:
    """Return `settings` with what is `given` by name, be it to a core or to a call; `None` changes nothing."""
    for name, change in _CHANGES.items():
        if given.get(name) is not None:
            settings = settings._replace(**change(settings, given[name], name))
    return settings


_CHANGES: dict[str, Callable[[Settings, object, str], dict[str, Any]]] = {
    "server": lambda _, value, name: {"base_url": BaseURL(SERVERS[checked(Literal["production"], value, name)])},
    "server_url": lambda old, value, name: {
        "base_url": parse_base_url(
            checked(str, value, name), parameter=name, allow_insecure_http=old.allow_insecure_http
        )
    },
    "timeout": lambda _, value, name: {"timeouts": Timeouts(*[checked(Timeout, value, name)] * 4)},
    "deadline": lambda _, value, name: {"deadline": max(checked(Deadline, value, name), 0.0)},  # 0: no time is left
    "retry_config": lambda _, value, name: {"retries": checked(RetryConfig, value, name)},
    "retries": lambda _, value, name: {"retries": checked(RetryConfig, value, name)},
    "retry_codes": lambda old, value, name: {
        "retries": attrs.evolve(old.retries, status_codes=tuple(checked(Collection[Status], value, name)))
    },
    "hooks": lambda _, value, name: {"hooks": checked(Hooks, value, name)},
    "max_response_bytes": lambda _, value, name: {"max_response_bytes": checked(Count, value, name)},
    "headers": lambda _, value, name: {"overrides": read(name, _custom_headers, value)},
    "abort": lambda _, value, name: {"abort": read(name, _abort, value)},
    "extra_body": lambda _, value, name: {name: read(name, _extra, value, name)},
    "extra_query": lambda _, value, name: {name: read(name, _extra, value, name)},
    "progress": lambda _, value, name: {name: checked(Callable, value, name)},
}


def _headers(given: Mapping[str, object], library: ModuleType) -> Headers:
    """Return the headers of every request: `Authorization` is one of them when the key is a fixed one."""
    python = ".".join(map(str, sys.version_info[:3]))
    usual = f"openrouter-funcs/{__version__} python/{python} {library.__name__}/{library.__version__}"
    agent = usual if given["user_agent"] is None else checked(str, given["user_agent"], "user_agent")
    headers = {"Accept": "application/json", "User-Agent": check_header("User-Agent", agent, parameter="user_agent")}
    attribution = {name: given[name] for name in ATTRIBUTION_HEADERS if given[name] is not None}
    headers |= headers_of(ATTRIBUTION_HEADERS, checked(Attribution, attribution))
    if isinstance(given["api_key"], str):  # the type of what was given
        raise SDKValidationError(f"expected str, got {given['api_key']}", parameter="api_key")
    if isinstance(given["api_key"], Secret):
        headers["Authorization"] = authorization(given["api_key"].reveal())
    return Headers(headers)


def _custom_headers(headers: object) -> Headers:
    if not isinstance(headers, Mapping):
        raise SDKValidationError(f"expected a mapping of str to str, got {type(headers).__name__}", parameter="headers")
    fields = [
        (checked(str, name, "headers"), checked(str, value, "headers"))
        for name, value in cast("Mapping[object, object]", headers).items()
    ]
    names = {name.lower() for name, _ in fields}
    if len(names) < len(fields):
        raise SDKValidationError("names one header twice", parameter="headers")
    if names & FRAMING_HEADERS:
        raise SDKValidationError("Content-Length and Transfer-Encoding are the HTTP client's own", parameter="headers")
    return Headers([(name, check_header(name, value, parameter="headers")) for name, value in fields])


def _extra(value: object, name: str) -> Mapping[str, object]:
    """Return what is sent beside the parameters. A `Secret`, which goes into a parameter to be masked, is no JSON."""
    fields: Mapping[str, object] = checked(Mapping[str, object], value, name)
    try:
        json.dumps(fields, allow_nan=False)
    except (TypeError, ValueError, RecursionError):
        raise SDKValidationError("must hold only what JSON has", parameter=name) from None
    return fields


def _abort(value: object) -> Abort:
    from openrouter_core.options import Abort

    if not isinstance(value, Abort) or isinstance(value, type):
        raise SDKValidationError(f"expected an object with is_set, got {type(value).__name__}", parameter="abort")
    value.is_set()
    return _Switch(value)


class _Switch:
    """A caller's switch that raises nothing: one that breaks during a call counts as set, for nobody can tell."""

    def __init__(self, abort: Abort) -> None:
        self._abort = abort

    def is_set(self) -> bool:
        return ask(lambda: bool(self._abort.is_set())) is not False

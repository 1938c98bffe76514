"""`Settings`: what the values of a core and of a call's options, which go first, say, checked by the first call."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Collection, Mapping
from types import ModuleType, SimpleNamespace
from typing import Annotated, Any, Literal, TypeAlias, cast

from openrouter_core.errors import SDKValidationError
from openrouter_core.hooks import Hooks
from openrouter_core.http.boundary import ask, read
from openrouter_core.http.urls import BaseURL, parse_base_url
from openrouter_core.http.waiting import Abort
from openrouter_core.http.wire import Headers, Timeouts, authorization, check_header
from openrouter_core.model import evolve, field, frozen
from openrouter_core.operation import ATTRIBUTION_HEADERS, Effect
from openrouter_core.retries import Count, RetryConfig, Status
from openrouter_core.secret import AskKey, Secret, secrets_in
from openrouter_core.types.description import Rule, checked
from openrouter_core.version import __version__

logger = logging.getLogger("openrouter")
logger.addHandler(logging.NullHandler())  # it is silent until somebody listens

SERVERS = {"production": "https://openrouter.ai/api/v1"}
DEFAULT_RUN = 600.0  # seconds that a model may work before it says a word, and in all
LONGEST_SECONDS = 2_000_000  # some 23 days: operating systems count a wait in milliseconds of 31 bits

_MOST = f"at most {LONGEST_SECONDS} seconds"
Deadline: TypeAlias = Annotated[float, Rule(lambda time: time <= LONGEST_SECONDS, f"must be {_MOST}")]
Timeout: TypeAlias = Annotated[float, Rule(lambda time: 0 < time <= LONGEST_SECONDS, f"must be above 0 and {_MOST}")]
Extra: TypeAlias = Annotated[  # a `Secret`, which goes into a parameter to be masked, is no JSON
    Mapping[str, object], Rule(lambda fields: not any(secrets_in(fields)), "must hold only what JSON has")
]
Fields: TypeAlias = Annotated[Any, Rule(lambda it: isinstance(it, Mapping), "expected a mapping of str to str")]
Switch: TypeAlias = Annotated[
    Any, Rule(lambda it: isinstance(it, Abort) and not isinstance(it, type), "expected an object with is_set")
]


@frozen()
class Settings:
    base_url: BaseURL
    headers: Headers  # the SDK's own, `Authorization` among them unless a function gives the key
    json_headers: Headers  # the same of a request that has a body
    ask_key: AskKey | None = field(repr=False)  # the function that gives the key, unless the headers have a fixed one
    allow_insecure_http: bool
    deadline: Deadline = 120.0
    max_response_bytes: Count = 10_000_000
    timeouts: Timeouts = Timeouts()
    retries: RetryConfig = RetryConfig()
    hooks: Hooks | None = field(default=None, repr=False)
    overrides: Headers | None = None  # the caller's, which go before all others
    abort: Abort | None = None
    extra_body: Extra | None = field(default=None, repr=False)
    extra_query: Extra | None = field(default=None, repr=False)
    progress: Callable[[int, int | None], object] | None = field(default=None, repr=False)

    @property
    def has_key(self) -> bool:
        return self.ask_key is not None or "authorization" in self.headers.updated(self.overrides or {})


def headers_of(table: Mapping[str, str], values: Mapping[str, object]) -> dict[str, str]:
    """Return the headers that `table` has for the parameters among `values`, which are text or `None`."""
    headers: dict[str, str] = {}
    for name, header in table.items():
        if values.get(name) is not None:
            headers[header] = check_header(header, checked(str, values[name], name), parameter=name)
            if not headers[header]:
                raise SDKValidationError("must not be empty; leave it out to send no such header", parameter=name)
    return headers


def settings_of(given: Mapping[str, object], library: ModuleType, effect: Effect) -> Settings:
    """Return the settings of calls over an HTTP client, of the module `library`, of a core that was given `given`."""
    if str(given["debug"]).strip().lower() not in {"", "0", "false", "no"}:
        log_to_stderr()
    usual = Settings(
        base_url=BaseURL(SERVERS["production"]),
        headers=(headers := _headers(given, library)),
        json_headers=headers.updated({"Content-Type": "application/json"}),
        ask_key=None if isinstance(given["api_key"], Secret) else cast("AskKey | None", given["api_key"]),
        allow_insecure_http=checked(bool, given["allow_insecure_http"], "allow_insecure_http"),
    )
    if effect == "run":
        usual = evolve(usual, deadline=DEFAULT_RUN, timeouts=Timeouts(read=DEFAULT_RUN))
    return _changed(usual, given)


def log_to_stderr() -> None:
    """Show every line on standard error, as `OPENROUTER_DEBUG=1` asks for; a second time changes nothing."""
    if not any(type(handler) is logging.StreamHandler for handler in logger.handlers):
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("%(asctime)s %(name)s %(message)s"))
        logger.addHandler(handler)
    logger.setLevel(logging.DEBUG)


def with_options(settings: Settings, options: object) -> Settings:
    from openrouter_core.options import RequestOptions

    if not isinstance(options, RequestOptions):  # a proxy for one will do
        raise SDKValidationError(f"expected RequestOptions, got {type(options).__name__}", parameter="options")
    return _changed(settings, {name: getattr(options, name, None) for name in _CHANGES})


def _changed(settings: Settings, given: Mapping[str, object]) -> Settings:
    """Return `settings` with what is `given` by name, be it to a core or to a call; `None` changes nothing."""
    for name, (changed, kind, change) in _CHANGES.items():
        if given.get(name) is not None:
            value: Any = read(name, change, settings, read(name, checked, kind, given[name], name))
            settings = evolve(settings, **{changed: value})
    return settings


def _overrides(_: Settings, headers: Mapping[object, object]) -> Headers:
    fields = [(checked(str, name, "headers"), checked(str, value, "headers")) for name, value in headers.items()]
    names = {name.lower() for name, _ in fields}
    if len(names) < len(fields):
        raise SDKValidationError("names one header twice", parameter="headers")
    if names & {"content-length", "transfer-encoding"}:
        raise SDKValidationError("Content-Length and Transfer-Encoding are the HTTP client's own", parameter="headers")
    return Headers([(name, check_header(name, value, parameter="headers")) for name, value in fields])


def _switch(_: Settings, abort: Abort) -> Abort:
    """Return a switch that raises nothing: one that breaks during a call counts as set, for nobody can tell."""
    abort.is_set()  # one that is broken already is refused
    return cast("Abort", SimpleNamespace(is_set=lambda: ask(lambda: bool(abort.is_set())) is not False))


_AS_IS: dict[str, Any] = {
    "deadline": Deadline,
    "retries": RetryConfig,
    "hooks": Hooks,
    "max_response_bytes": Count,
    "extra_body": Extra,
    "extra_query": Extra,
    "progress": Callable[[int, int | None], object],
}
_CHANGES: dict[str, tuple[str, Any, Callable[[Settings, Any], Any]]] = {
    **{name: (name, kind, lambda _, value: value) for name, kind in _AS_IS.items()},
    "server": ("base_url", Literal["production"], lambda _, server: BaseURL(SERVERS[server])),
    "server_url": ("base_url", str, lambda old, url: parse_base_url(url, allow_insecure_http=old.allow_insecure_http)),
    "timeout": ("timeouts", Timeout, lambda _, time: Timeouts(*[time] * 4)),
    "retry_config": ("retries", RetryConfig, lambda _, config: config),
    "retry_codes": ("retries", Collection[Status], lambda old, codes: evolve(old.retries, status_codes=tuple(codes))),
    "headers": ("overrides", Fields, _overrides),
    "abort": ("abort", Switch, _switch),
}
"""What a value changes that a core or a call is given: the field of the settings, the value's type, and what of it."""


def _headers(given: Mapping[str, object], library: ModuleType) -> Headers:
    """Return the headers of every request: `Authorization` is one of them when the key is a fixed one."""
    python = ".".join(map(str, sys.version_info[:3]))
    usual = f"openrouter-funcs/{__version__} python/{python} {library.__name__}/{library.__version__}"
    agent = checked(str, usual if given["user_agent"] is None else given["user_agent"], "user_agent")
    headers = {"Accept": "application/json", "User-Agent": check_header("User-Agent", agent, parameter="user_agent")}
    headers |= headers_of(ATTRIBUTION_HEADERS, given)
    if isinstance(given["api_key"], str):  # the type of what was given
        raise SDKValidationError(f"expected str, got {given['api_key']}", parameter="api_key")
    if isinstance(given["api_key"], Secret):
        headers["Authorization"] = authorization(given["api_key"].reveal())
    return Headers(headers)

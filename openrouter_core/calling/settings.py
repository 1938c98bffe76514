"""`Settings`: all that a call runs with beside its operation and parameters; checked; and the request that comes of it.

Precedence is decided here: the call, then the core, which has read the environment when it was made, and checks nothing
until the first call or `check()`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Mapping
from functools import cache
from types import ModuleType, NoneType, SimpleNamespace
from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple, TypeAlias, cast, get_type_hints

import attrs

from openrouter_core.calling.masking import secrets_in
from openrouter_core.errors import SDKValidationError
from openrouter_core.hooks import Hooks
from openrouter_core.http.attempt import Abort
from openrouter_core.http.boundary import ask, read
from openrouter_core.http.urls import PLACEHOLDER, BaseURL, fill_path, origin, parse_base_url, query_string
from openrouter_core.http.wire import Body, Headers, Request, Timeouts, authorization, check_header
from openrouter_core.operation import ATTRIBUTION_HEADERS, Attribution, Effect, Operation
from openrouter_core.retries import Count, RetryConfig, Status
from openrouter_core.secret import AskKey, Secret, kind_of
from openrouter_core.types.arguments import checked
from openrouter_core.types.description import Rule, describe, fields_of
from openrouter_core.types.jsontext import encode
from openrouter_core.version import __version__

if TYPE_CHECKING:
    from openrouter_core.http.multipart import Form, Progress

SERVERS = {"production": "https://openrouter.ai/api/v1"}
"""OpenRouter's servers by name."""

DEFAULT_RUN = 600.0
"""Seconds that a model may work before it says a word, and in all."""
LONGEST_SECONDS = 2_000_000
"""Some 23 days: operating systems count a wait in milliseconds of 31 bits."""

_MOST = f"at most {LONGEST_SECONDS} seconds"
Deadline: TypeAlias = Annotated[float, Rule(lambda time: time <= LONGEST_SECONDS, f"must be {_MOST}")]
Timeout: TypeAlias = Annotated[float, Rule(lambda time: 0 < time <= LONGEST_SECONDS, f"must be above 0 and {_MOST}")]
Statuses: TypeAlias = Collection[Status]
Extra: TypeAlias = Annotated[  # a `Secret`, which goes into a parameter to be masked, is no JSON
    Mapping[str, object], Rule(lambda fields: not any(secrets_in(fields)), "must hold only what JSON has")
]
Fields: TypeAlias = Annotated[Any, Rule(lambda it: isinstance(it, Mapping), "expected a mapping of str to str")]
Switch: TypeAlias = Annotated[
    Any, Rule(lambda it: isinstance(it, Abort) and not isinstance(it, type), "expected an object with is_set")
]


class Settings(NamedTuple):
    base_url: BaseURL
    headers: Headers  # the SDK's own, `Authorization` among them unless a function gives the key
    ask_key: AskKey | None  # the function that gives the key, unless the headers have a fixed one
    allow_insecure_http: bool
    deadline: Deadline = 120.0
    max_response_bytes: Count = 10_000_000
    timeouts: Timeouts = Timeouts()
    retries: RetryConfig = RetryConfig()
    hooks: Hooks | None = None
    overrides: Headers | None = None  # the caller's, which go before all others
    abort: Abort | None = None
    extra_body: Extra | None = None
    extra_query: Extra | None = None
    progress: Callable[[int, int | None], object] | None = None

    def __repr__(self) -> str:
        return f"Settings({self.base_url!r})"

    def of(self, operation: Operation[object, object], values: Mapping[str, object]) -> Settings:
        """Return these settings with the server that `operation` has, and the headers that `values` of it ask for."""
        if operation.at_origin:
            self = self._replace(base_url=self.base_url._replace(prefix=origin(self.base_url.prefix)))  # noqa: PLW0642
        table = {**ATTRIBUTION_HEADERS, **operation.headers}
        if table.keys().isdisjoint(values):
            return self
        return self._replace(headers=self.headers.updated(headers_of(table, values)))

    def request(self, operation: Operation[object, object], values: Mapping[str, object]) -> Request:
        """Return the request that sends `values`, which are checked already, but for a key that a function gives."""
        sought = {wire: values[name] for name, wire in _query(operation).items() if name in values}
        query = query_string(sought if self.extra_query is None else {**sought, **self.extra_query})
        headers = self.headers if self.overrides is None else self.headers.updated(self.overrides)
        body: Body | Form | None = None
        if operation.body:
            told = {_body(operation)[name]: value for name, value in values.items() if name in _body(operation)}
            told |= self.extra_body or {}
            if operation.upload is None:
                body = Body(encode(told))
                headers = Headers({"Content-Type": "application/json"}).updated(headers)
            else:
                body = _form(told, _body(operation)[operation.upload], self.progress)
                headers = headers.updated({"Content-Type": body.content_type})
        elif self.extra_body is not None:
            raise SDKValidationError(f"{operation.name} sends no body", parameter="extra_body")
        return Request(operation.method, self.base_url.join(fill_path(operation.path, values), query), headers, body)

    def with_key(self, request: Request, authorization: str) -> Request:
        """Return `request` with the `Authorization` of this call, unless the caller sends another."""
        return attrs.evolve(request, headers=Headers({"Authorization": authorization}).updated(request.headers))


@cache
def check_operation(operation: Operation[object, object]) -> None:
    """Raise `SDKValidationError` when an operation, which a user may have stated, contradicts its own request."""
    reason, kind = "", cast("Any", operation.success[1])
    try:
        known = fields_of(operation.request).keys() - ATTRIBUTION_HEADERS.keys()
        if kind not in {bytes, NoneType} and hasattr(describe(kind).kind, "__required_keys__"):
            reason = f"{kind.__name__} is a TypedDict, and a response is read as a class"
    except (TypeError, ValueError, NameError) as error:
        raise SDKValidationError(f"{operation.name}: {error}", parameter="operation") from None
    placed = {*operation.query, *operation.headers, *PLACEHOLDER.findall(operation.path)}
    unknown = {*placed, *operation.secrets, *filter(None, [operation.upload])} - known
    if unknown:
        reason = f"its request has no {min(unknown)!r}"
    elif not operation.body and known - placed:
        reason = f"{min(known - placed)!r} would not be sent: name it in path, query or headers"
    elif not operation.path.startswith("/"):
        reason = "its path does not begin with a slash"
    if reason:
        raise SDKValidationError(f"{operation.name}: {reason}", parameter="operation")


@cache
def _query(operation: Operation[object, object]) -> dict[str, str]:
    """Return the names in the query of those parameters that go there."""
    fields = fields_of(operation.request)
    return {name: fields[name].wire for name in operation.query}


@cache
def _body(operation: Operation[object, object]) -> dict[str, str]:
    """Return the names in the body of those parameters that go there."""
    elsewhere = {*operation.query, *ATTRIBUTION_HEADERS, *operation.headers, *PLACEHOLDER.findall(operation.path)}
    return {name: field.wire for name, field in fields_of(operation.request).items() if name not in elsewhere}


def _form(fields: Mapping[str, object], file_field: str, progress: Progress | None) -> Form:
    """Return the body of a form, in which a list is sent item by item."""
    from openrouter_core.http.multipart import Form

    def encoded(value: object) -> bytes:
        text = value.reveal() if type(value) is Secret else value
        return text.encode() if isinstance(text, str) else encode(text)

    lists = {name: value if type(value) is list else [value] for name, value in fields.items() if name != file_field}
    parts = [(name, encoded(item)) for name, items in lists.items() for item in items if item is not None]
    return Form(parts, file_field, [fields[file_field]] if file_field in fields else [], progress)


def headers_of(table: Mapping[str, str], values: Mapping[str, object]) -> dict[str, str]:
    """Return the headers that `table` has for the parameters among `values`, which are text or `None`."""
    headers: dict[str, str] = {}
    for name, header in table.items():
        if values.get(name) is not None:
            if not isinstance(values[name], str):
                raise SDKValidationError(f"expected str, got {kind_of(values[name])}", parameter=name)
            headers[header] = check_header(header, cast("str", values[name]), parameter=name)
            if not headers[header]:
                raise SDKValidationError("must not be empty; leave it out to send no such header", parameter=name)
    return headers


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
    for name, (field, kind, change) in _CHANGES.items():
        if given.get(name) is not None:
            value: Any = read(name, change, settings, read(name, checked, kind, given[name], name))
            settings = settings._replace(**{field: value})
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


_TYPES = get_type_hints(Settings, include_extras=True)
_AS_IS = ("deadline", "retries", "hooks", "max_response_bytes", "extra_body", "extra_query", "progress")
_CHANGES: dict[str, tuple[str, Any, Callable[[Settings, Any], Any]]] = {
    **{name: (name, _TYPES[name], lambda _, value: value) for name in _AS_IS},
    "server": ("base_url", Literal["production"], lambda _, server: BaseURL(SERVERS[server])),
    "server_url": (
        "base_url",
        str,
        lambda old, url: parse_base_url(url, parameter="server_url", allow_insecure_http=old.allow_insecure_http),
    ),
    "timeout": ("timeouts", Timeout, lambda _, time: Timeouts(*[time] * 4)),
    "retry_config": ("retries", RetryConfig, lambda _, config: config),
    "retry_codes": ("retries", Statuses, lambda old, codes: attrs.evolve(old.retries, status_codes=tuple(codes))),
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
    attribution = {name: given[name] for name in ATTRIBUTION_HEADERS if given[name] is not None}
    headers |= headers_of(ATTRIBUTION_HEADERS, checked(Attribution, attribution))
    if isinstance(given["api_key"], str):  # the type of what was given
        raise SDKValidationError(f"expected str, got {given['api_key']}", parameter="api_key")
    if isinstance(given["api_key"], Secret):
        headers["Authorization"] = authorization(given["api_key"].reveal())
    return Headers(headers)

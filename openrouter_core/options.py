"""What one call may change (`RequestOptions`), and the checked settings that a call runs with (`Settings`).

Precedence is decided here and nowhere else: the call, then the core, which has read the environment. Nothing here
reads the environment, sends or waits.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, cast, runtime_checkable

import attrs

from openrouter_core.checks import expect, seconds
from openrouter_core.errors import SDKValidationError
from openrouter_core.operation import ATTRIBUTION_HEADERS
from openrouter_core.retries import RetryConfig, check_retries, check_status_codes
from openrouter_core.urls import BaseURL, parse_base_url
from openrouter_core.wire import Headers, check_header

if TYPE_CHECKING:
    from openrouter_core.hooks import Hooks

__all__ = ["Abort", "AsyncHTTPClient", "HTTPClient", "RequestOptions", "Settings", "Timeouts", "attribution_headers"]

SHORTEST_TIMEOUT = 0.001
"""A socket takes a timeout of zero for "do not wait at all", and refuses one below."""

FRAMING_HEADERS = frozenset({"content-length", "transfer-encoding"})


@runtime_checkable
class Abort(Protocol):
    """A switch that ends a call: a `threading.Event`, or anything else that can tell whether it is set."""

    def is_set(self) -> bool:
        """Return whether the call is to end."""
        ...


class HTTPClient(Protocol):
    """What is used of an `httpx.Client` or `httpx2.Client`, which share no type."""

    @property
    def is_closed(self) -> bool:
        """Whether it can send no more."""
        ...

    def send(self, request: Any, *, stream: bool = False, follow_redirects: Any = ...) -> Any:  # noqa: ANN401
        """Send a request."""
        ...

    def close(self) -> None:
        """Close its connections."""
        ...


class AsyncHTTPClient(Protocol):
    """What is used of an `httpx.AsyncClient` or `httpx2.AsyncClient`, which share no type."""

    @property
    def is_closed(self) -> bool:
        """Whether it can send no more."""
        ...

    async def send(self, request: Any, *, stream: bool = False, follow_redirects: Any = ...) -> Any:  # noqa: ANN401
        """Send a request."""
        ...

    async def aclose(self) -> None:
        """Close its connections."""
        ...


@attrs.frozen(kw_only=True)
class RequestOptions:
    """What one call does differently from its core. `None` leaves the core's value.

    Attributes:
        timeout: Seconds that each phase of each attempt may take: connecting, each write, each read, and waiting for a
            free connection of the pool.
        deadline: Seconds that the whole call may take, with all attempts, waits and the body.
        retries: Which failures are tried again, and how often.
        retry_codes: The statuses that are tried again, such as `("429", "5XX")`; empty for none. Goes before
            `retries.status_codes`.
        server_url: The base URL, such as `"https://openrouter.ai/api/v1"`.
        headers: Headers to add, or to send in place of the SDK's of the same name in any case.
        abort: A `threading.Event`, or anything with `is_set`: once set, no further attempt starts and a wait between
            attempts ends within 20 ms, with `Err(RequestAbortedError)`.
    """

    timeout: float | None = None
    deadline: float | None = None
    retries: RetryConfig | None = None
    retry_codes: Collection[str] | None = None
    server_url: str | None = attrs.field(default=None, repr=False)
    headers: Mapping[str, str] | None = attrs.field(default=None, repr=False)
    abort: Abort | None = attrs.field(default=None, repr=False)


class Timeouts(NamedTuple):
    """Seconds that each phase of one attempt may take."""

    connect: float = 5.0
    read: float = 30.0
    write: float = 30.0
    pool: float = 10.0

    @classmethod
    def of(cls, limit: float) -> Timeouts:
        """Return the same limit for each phase."""
        return cls(connect=limit, read=limit, write=limit, pool=limit)

    def within(self, remaining: float) -> Timeouts:
        """Return these timeouts, none longer than what remains until the deadline."""
        if remaining >= max(self):
            return self
        remaining = max(remaining, SHORTEST_TIMEOUT)
        return Timeouts(
            connect=min(self.connect, remaining),
            read=min(self.read, remaining),
            write=min(self.write, remaining),
            pool=min(self.pool, remaining),
        )


class Settings(NamedTuple):
    """All that a call runs with beside its operation and parameters; every value is checked.

    `headers` are the SDK's own, `Authorization` among them unless a function gives the key; `overrides` are the
    caller's, which go before all of those.
    """

    base_url: BaseURL
    headers: Headers
    timeouts: Timeouts
    deadline: float
    retries: RetryConfig
    hooks: Hooks
    max_response_bytes: int
    allow_insecure_http: bool
    overrides: Headers | None = None
    abort: Abort | None = None

    def __repr__(self) -> str:
        return f"Settings({self.base_url!r})"

    def with_options(self, options: RequestOptions | None) -> Settings:
        """Return these settings as `options` change them."""
        if options is None:
            return self
        expect(options, RequestOptions, "options")
        return self._replace(
            timeouts=self.timeouts if options.timeout is None else Timeouts.of(seconds(options.timeout, "timeout")),
            deadline=self.deadline if options.deadline is None else seconds(options.deadline, "deadline"),
            retries=_retries(options, self.retries),
            base_url=self.base_url if options.server_url is None else self._server(options.server_url),
            overrides=None if options.headers is None else _custom_headers(options.headers),
            abort=_abort(options.abort),
        )

    def with_attribution(self, values: Mapping[str, object]) -> Settings:
        """Return these settings with the attribution that one call's parameters ask for."""
        if ATTRIBUTION_HEADERS.keys().isdisjoint(values):
            return self
        return self._replace(headers=self.headers.updated(attribution_headers(values)))

    def request_headers(self, authorization: str | None = None) -> Headers:
        """Return all headers of a request, `authorization` among them when there is one for this call alone."""
        headers = self.headers if authorization is None else self.headers.updated({"Authorization": authorization})
        return headers if self.overrides is None else headers.updated(self.overrides)

    def _server(self, url: object) -> BaseURL:
        text = expect(url, str, "server_url")
        return parse_base_url(text, parameter="server_url", allow_insecure_http=self.allow_insecure_http)


def attribution_headers(values: Mapping[str, object]) -> dict[str, str]:
    """Return the headers of those of `values` that are attribution parameters and not `None`."""
    return {
        header: _not_empty(check_header(header, expect(values[name], str, name), parameter=name), name)
        for name, header in ATTRIBUTION_HEADERS.items()
        if values.get(name) is not None
    }


def _not_empty(text: str, parameter: str) -> str:
    if text:
        return text
    raise SDKValidationError("must not be empty; leave it out to send no such header", parameter=parameter)


def _retries(options: RequestOptions, core: RetryConfig) -> RetryConfig:
    config = core if options.retries is None else check_retries(options.retries, "retries")
    if options.retry_codes is None:
        return config
    return attrs.evolve(config, status_codes=check_status_codes(options.retry_codes, "retry_codes"))


def _abort(value: object) -> Abort | None:
    if value is None:
        return None
    if not isinstance(value, Abort) or isinstance(value, type):
        raise SDKValidationError(f"expected an object with is_set, got {type(value).__name__}", parameter="abort")
    try:
        value.is_set()
    except Exception as error:  # noqa: BLE001 - the caller's code may raise anything
        reason = type(error).__name__
    else:
        return _Switch(value)
    raise SDKValidationError(f"its is_set raised {reason}", parameter="abort")


@attrs.frozen
class _Switch:
    """A caller's switch that raises nothing: one that breaks during a call counts as set, for nobody can tell."""

    _abort: Abort

    def is_set(self) -> bool:
        try:
            return self._abort.is_set()
        except Exception:  # noqa: BLE001 - the caller's code may raise anything
            return True


def _custom_headers(headers: object) -> Headers:
    if not isinstance(headers, Mapping):
        raise SDKValidationError(f"expected a mapping of str to str, got {type(headers).__name__}", parameter="headers")
    checked: dict[str, str] = {}
    for given, value in cast("Mapping[object, object]", headers).items():
        name = expect(given, str, "headers")
        if name.lower() in map(str.lower, checked):
            raise SDKValidationError("names one header twice", parameter="headers")
        checked[name] = check_header(name, expect(value, str, "headers"), parameter="headers")
    if any(name.lower() in FRAMING_HEADERS for name in checked):
        raise SDKValidationError("Content-Length and Transfer-Encoding are the HTTP client's own", parameter="headers")
    return Headers(checked)

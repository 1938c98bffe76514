"""What one call does differently from its core: `RequestOptions`, checked and laid over the core's settings.

Precedence is decided here and nowhere else: the call, then the core, which has read the environment. A call without
options does not load this file.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

import attrs

from openrouter_core.calling.checks import expect, remaining, seconds
from openrouter_core.calling.configuration import check_retries, check_status_codes
from openrouter_core.errors import SDKValidationError
from openrouter_core.http.boundary import ask, read
from openrouter_core.http.urls import BaseURL, parse_base_url
from openrouter_core.http.wire import Headers, Timeouts, check_header
from openrouter_core.options import Abort, RequestOptions

if TYPE_CHECKING:
    from openrouter_core.calling.settings import Settings
    from openrouter_core.retries import RetryConfig

FRAMING_HEADERS = frozenset({"content-length", "transfer-encoding"})


def with_options(settings: Settings, options: object) -> Settings:
    """Return `settings` as `options` change them; raise `SDKValidationError` when one of those is wrong."""
    if not isinstance(options, RequestOptions):  # a proxy for one will do
        raise SDKValidationError(f"expected RequestOptions, got {type(options).__name__}", parameter="options")
    timeouts, deadline, url = options.timeout, options.deadline, options.server_url
    return settings._replace(
        timeouts=settings.timeouts if timeouts is None else Timeouts.of(seconds(timeouts, "timeout")),
        deadline=settings.deadline if deadline is None else remaining(deadline, "deadline"),
        retries=_retries(options, settings.retries),
        base_url=settings.base_url if url is None else _server(url, allow_insecure_http=settings.allow_insecure_http),
        overrides=None if options.headers is None else read("headers", _custom_headers, options.headers),
        abort=read("abort", _abort, options.abort),
    )


def _server(url: object, *, allow_insecure_http: bool) -> BaseURL:
    text = expect(url, str, "server_url")
    return parse_base_url(text, parameter="server_url", allow_insecure_http=allow_insecure_http)


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

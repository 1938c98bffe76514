"""`Settings`: what a call runs with beside its operation and parameters, every value of it checked; and its request."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple, cast

import attrs

from openrouter_core.errors import SDKValidationError
from openrouter_core.hooks import Hooks
from openrouter_core.http.urls import BaseURL, fill_path, query_string
from openrouter_core.http.wire import Body, Headers, Request, Timeouts, check_header
from openrouter_core.operation import ATTRIBUTION_HEADERS, Operation
from openrouter_core.retries import RetryConfig
from openrouter_core.secret import AskKey
from openrouter_core.types.jsontext import encode

if TYPE_CHECKING:
    from openrouter_core.options import Abort


class Settings(NamedTuple):
    base_url: BaseURL
    headers: Headers  # the SDK's own, `Authorization` among them unless a function gives the key
    ask_key: AskKey | None  # the function that gives the key, unless the headers have a fixed one
    allow_insecure_http: bool
    deadline: float = 120.0
    max_response_bytes: int = 10_000_000
    timeouts: Timeouts = Timeouts()
    retries: RetryConfig = RetryConfig()
    hooks: Hooks | None = None
    overrides: Headers | None = None  # the caller's, which go before all others
    abort: Abort | None = None

    def __repr__(self) -> str:
        return f"Settings({self.base_url!r})"

    def with_attribution(self, values: Mapping[str, object]) -> Settings:
        """Return these settings with the attribution that one call's parameters ask for."""
        if ATTRIBUTION_HEADERS.keys().isdisjoint(values):
            return self
        return self._replace(headers=self.headers.updated(attribution_headers(values)))

    def request(self, operation: Operation[object, object], values: Mapping[str, object]) -> Request:
        """Return the request that sends `values`, which are checked already, but for a key that a function gives."""
        path = fill_path(operation.path, values)
        query = query_string({name: values[name] for name in operation.query if name in values})
        headers, body = self.headers if self.overrides is None else self.headers.updated(self.overrides), None
        if operation.body:
            elsewhere = {*operation.query, *ATTRIBUTION_HEADERS, *re.findall(r"\{(\w+)\}", operation.path)}
            body = Body(encode({name: value for name, value in values.items() if name not in elsewhere}))
            headers = Headers({"Content-Type": "application/json"}).updated(headers)
        return Request(operation.method, self.base_url.join(path, query), headers, body)

    def with_key(self, request: Request, authorization: str) -> Request:
        """Return `request` with the `Authorization` of this call, unless the caller sends another."""
        if self.overrides is not None and "authorization" in self.overrides:
            return request
        return attrs.evolve(request, headers=request.headers.updated({"Authorization": authorization}))


def attribution_headers(values: Mapping[str, object]) -> dict[str, str]:
    """Return the headers of the attribution parameters among `values`, which are text or `None`."""
    headers: dict[str, str] = {}
    for name, header in ATTRIBUTION_HEADERS.items():
        if values.get(name) is not None:
            headers[header] = check_header(header, cast("str", values[name]), parameter=name)
            if not headers[header]:
                raise SDKValidationError("must not be empty; leave it out to send no such header", parameter=name)
    return headers

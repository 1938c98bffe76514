"""`Settings`: what a call runs with beside its operation and parameters, every value of it checked.

A core makes them once, and `overrides` lays over them what one call does differently.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

import attrs

from openrouter_core.errors import SDKValidationError
from openrouter_core.http.wire import Timeouts, check_header
from openrouter_core.operation import ATTRIBUTION_HEADERS
from openrouter_core.retries import RetryConfig

if TYPE_CHECKING:
    from collections.abc import Mapping

    from openrouter_core.hooks import Hooks
    from openrouter_core.http.urls import BaseURL
    from openrouter_core.http.wire import Headers, Request
    from openrouter_core.options import Abort


class Settings(NamedTuple):
    base_url: BaseURL
    headers: Headers  # the SDK's own, `Authorization` among them unless a function gives the key
    deadline: float
    max_response_bytes: int
    allow_insecure_http: bool
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

    def request_headers(self) -> Headers:
        """Return all headers of a request, but for a key that a function gives."""
        return self.headers if self.overrides is None else self.headers.updated(self.overrides)

    def with_key(self, request: Request, authorization: str) -> Request:
        """Return `request` with the `Authorization` of this call, unless the caller sends another."""
        if self.overrides is not None and "authorization" in self.overrides:
            return request
        return attrs.evolve(request, headers=request.headers.updated({"Authorization": authorization}))


def attribution_headers(values: Mapping[str, object]) -> dict[str, str]:
    """Return the headers of those of `values` that are attribution parameters, which are text or `None`."""
    headers: dict[str, str] = {}
    for name, header in ATTRIBUTION_HEADERS.items():
        if values.get(name) is not None:
            headers[header] = check_header(header, cast("str", values[name]), parameter=name)
            if not headers[header]:
                raise SDKValidationError("must not be empty; leave it out to send no such header", parameter=name)
    return headers

"""`Settings`: what a call runs with beside its operation and parameters, every value of it checked; and its request."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple, cast

import attrs

from openrouter_core.errors import SDKValidationError
from openrouter_core.hooks import Hooks
from openrouter_core.http.urls import BaseURL, fill_path, origin, query_string
from openrouter_core.http.wire import Body, Headers, Request, Timeouts, check_header
from openrouter_core.operation import ATTRIBUTION_HEADERS, Operation
from openrouter_core.retries import RetryConfig
from openrouter_core.secret import AskKey, Secret
from openrouter_core.types.jsontext import encode

if TYPE_CHECKING:
    from openrouter_core.http.attempt import Abort
    from openrouter_core.http.multipart import Form, Progress


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
    extra_body: Mapping[str, object] | None = None
    extra_query: Mapping[str, object] | None = None
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
        path = operation.path
        wire = operation.wire.get
        sought = {wire(name, name): values[name] for name in operation.query if name in values}
        query = query_string(sought if self.extra_query is None else {**sought, **self.extra_query})
        headers = self.headers if self.overrides is None else self.headers.updated(self.overrides)
        body: Body | Form | None = None
        if operation.body:
            elsewhere = {*operation.query, *ATTRIBUTION_HEADERS, *operation.headers, *re.findall(r"\{(\w+)\}", path)}
            told = {wire(name, name): value for name, value in values.items() if name not in elsewhere}
            told = {**told, **(self.extra_body or {})}
            if operation.upload is None:
                body = Body(encode(told))
                headers = Headers({"Content-Type": "application/json"}).updated(headers)
            else:
                body, headers = _form(told, wire(operation.upload, operation.upload), headers, self.progress)
        elif self.extra_body is not None:
            raise SDKValidationError(f"{operation.name} sends no body", parameter="extra_body")
        return Request(operation.method, self.base_url.join(fill_path(path, values), query), headers, body)

    def with_key(self, request: Request, authorization: str) -> Request:
        """Return `request` with the `Authorization` of this call, unless the caller sends another."""
        if self.overrides is not None and "authorization" in self.overrides:
            return request
        return attrs.evolve(request, headers=request.headers.updated({"Authorization": authorization}))


def _form(
    fields: Mapping[str, object], file_field: str, headers: Headers, progress: Progress | None
) -> tuple[Form, Headers]:
    """Return the body of a form, and the headers that it goes with. A list is sent item by item."""
    from openrouter_core.http.multipart import Form

    def encoded(name: str, value: object) -> object:
        text = value.reveal() if type(value) is Secret else value
        return value if name == file_field else text.encode() if isinstance(text, str) else encode(text)

    lists = {name: cast("list[object]", value) for name, value in fields.items() if type(value) is list}
    lists.pop(file_field, None)  # a file is one part, and `Form` refuses what is none
    each = ((name, lists.get(name, [value])) for name, value in fields.items())
    parts = [(n, encoded(n, item)) for n, items in each for item in items if item is not None or n == file_field]
    form = Form(parts, file_field, progress)
    return form, headers.updated({"Content-Type": form.content_type})


def headers_of(table: Mapping[str, str], values: Mapping[str, object]) -> dict[str, str]:
    """Return the headers that `table` has for the parameters among `values`, which are text or `None`."""
    headers: dict[str, str] = {}
    for name, header in table.items():
        if values.get(name) is not None:
            headers[header] = check_header(header, cast("str", values[name]), parameter=name)
            if not headers[header]:
                raise SDKValidationError("must not be empty; leave it out to send no such header", parameter=name)
    return headers

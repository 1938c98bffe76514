"""`Call`: one call, and the request that comes of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from random import random
from types import NoneType
from typing import TYPE_CHECKING, Any, cast

from openrouter_core import errors
from openrouter_core.calling.session import RetryBudget
from openrouter_core.calling.settings import Settings, headers_of
from openrouter_core.http.urls import PLACEHOLDER, BaseURL, fill_path, origin, query_string
from openrouter_core.http.waiting import Clock
from openrouter_core.http.wire import Headers, Request
from openrouter_core.loading import LOADING
from openrouter_core.model import evolve
from openrouter_core.operation import ATTRIBUTION_HEADERS, Operation
from openrouter_core.secret import Secret
from openrouter_core.types.description import describe, fields_of
from openrouter_core.types.jsontext import encode

if TYPE_CHECKING:
    from openrouter_core.calling.masking import Mask
    from openrouter_core.http.multipart import Form


class Call:
    """One call: what to do, with which values, under which settings; and where time and chance come from."""

    def __init__(  # noqa: PLR0917 - made in one place
        self,
        operation: Operation[Any, Any],
        values: dict[str, object],
        settings: Settings,
        budget: RetryBudget,
        transport: Any = None,  # noqa: ANN401 - the `Transport` that sends and waits
        opens: type[Any] | None = None,  # the class of a body that is handed over: a stream or a download
        clock: Callable[[], float] = Clock.monotonic,
        time_of_day: Callable[[], float] = Clock.time_of_day,
        random: Callable[[], float] = random,
    ) -> None:
        self.operation, self.values, self.settings, self.budget = operation, values, settings, budget
        self.transport, self.opens = transport, opens
        self.clock, self.time_of_day, self.random = clock, time_of_day, random

    @property
    def aborted(self) -> errors.RequestAbortedError | None:
        abort = self.settings.abort
        if abort is None or not abort.is_set():
            return None
        return errors.RequestAbortedError(f"{self.operation.name}: the abort event was set")

    @property
    def streams(self) -> bool:
        return self.opens is not None and self.opens.media_type != ""

    @property
    def base_url(self) -> BaseURL:
        base = self.settings.base_url
        return evolve(base, prefix=origin(base.prefix)) if self.operation.at_origin else base

    def mask(self, request: Request) -> Mask:
        """Return what hides the secrets of this call, sent with `request`."""
        with LOADING:
            from openrouter_core.calling.masking import Mask, sent_secrets
        return Mask(sent_secrets(self.values, self.operation.secrets, request, self.settings.base_url.query))

    def request(self) -> Request:
        """Return what is sent, but for a key that a function gives. The values are checked already."""
        operation, values, settings = self.operation, self.values, self.settings
        in_query, in_headers, in_body = places(operation)
        headers = settings.json_headers if operation.body and not operation.form else settings.headers
        if self.streams and operation.streaming is None:
            raise errors.SDKValidationError(f"{operation.name} has no streaming=Streaming(...)", parameter="operation")
        if self.opens is not None:  # the body is read as it comes
            headers = headers.updated({"Accept": self.opens.media_type or "*/*", "Accept-Encoding": "identity"})
        if not in_headers.keys().isdisjoint(values):
            headers = headers.updated(headers_of(in_headers, values))
        if settings.overrides is not None:
            headers = headers.updated(settings.overrides)
        query = {wire: values[name] for name, wire in in_query.items() if name in values}
        query |= settings.extra_query or {}
        url = self.base_url.join(fill_path(operation.path, values), query_string(query) if query else "")
        body = None
        if operation.body:
            headers, body = self._with_body(headers, in_body)
        elif settings.extra_body is not None:
            raise errors.SDKValidationError(f"{operation.name} sends no body", parameter="extra_body")
        return Request(operation.method, url, headers, body)

    def _with_body(self, headers: Headers, names: Mapping[str, str]) -> tuple[Headers, memoryview | Form]:
        operation, settings = self.operation, self.settings
        fields = {names[name]: value for name, value in self.values.items() if name in names}
        fields |= settings.extra_body or {}
        asks = None if operation.streaming is None else operation.streaming.field
        if asks in (settings.extra_body or ()) and not self.streams:
            reason = f"leave {asks!r} out: {operation.name}_stream asks for a stream"
            raise errors.SDKValidationError(reason, parameter="extra_body")
        if asks is not None and self.streams:
            fields[asks] = True
        if operation.form:
            texts = {name: each.reveal() if type(each) is Secret else each for name, each in fields.items()}
            form_type = Headers({"Content-Type": "application/x-www-form-urlencoded"})
            return form_type.updated(headers), memoryview(query_string(texts).encode())
        if operation.upload is None:
            return headers, memoryview(encode(fields))
        from openrouter_core.http.multipart import Form

        file_field = names[operation.upload]
        files = [fields.pop(file_field)] if file_field in fields else []
        lists: dict[str, Any] = {name: each if type(each) is list else [each] for name, each in fields.items()}
        parts = [(name, _encoded(item)) for name, items in lists.items() for item in items if item is not None]
        form = Form(parts, file_field, files, settings.progress)
        return headers.updated({"Content-Type": form.content_type}), form


@cache
def places(operation: Operation[Any, Any]) -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """Return which parameters go into query, headers and body, each with its name there. The others fill the path.

    An operation that contradicts its request, as a user's own may, is an `SDKValidationError`.
    """
    name, result = operation.name, operation.success[1]
    try:
        wire = {name: field.wire for name, field in fields_of(operation.request).items()}
        kind = None if result is NoneType or result is bytes else describe(cast("Any", result)).kind
    except (TypeError, ValueError, NameError) as error:
        raise errors.SDKValidationError(f"{name}: {error}", parameter="operation") from None
    headers = {**ATTRIBUTION_HEADERS, **operation.headers}
    placed = {*operation.query, *operation.headers, *PLACEHOLDER.findall(operation.path)}
    unknown = {*placed, *operation.secrets, *filter(None, [operation.upload])} - wire.keys()
    body = {name: each for name, each in wire.items() if name not in placed and name not in headers}
    lost, named = () if operation.body else body, getattr(kind, "__name__", "")
    for wrong, reason in (
        (unknown, f"its request has no {min(unknown, default='')!r}"),
        (lost, f"{min(lost, default='')!r} would not be sent: name it in path, query or headers"),
        (not operation.path.startswith("/"), "its path does not begin with a slash"),
        (hasattr(kind, "__required_keys__"), f"{named} is a TypedDict, and a response is read as a class"),
    ):
        if wrong:
            raise errors.SDKValidationError(f"{name}: {reason}", parameter="operation")
    return {name: wire[name] for name in operation.query}, headers, body


def _encoded(value: object) -> bytes:
    text = value.reveal() if type(value) is Secret else value
    return text.encode() if isinstance(text, str) else encode(text)

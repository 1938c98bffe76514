"""OpenTelemetry: a client span for every attempt, by way of hooks.

    python -m openrouter_core.testing --seed 3 -- python docs/examples/otel.py

That lists the credentials of a local OpenRouter, two a page, and prints the spans. Needed:
`pip install 'openrouter-funcs[testing]' opentelemetry-sdk`.

`OpenRouterCore(hooks=Tracing(tracer).hooks)` is all that a service needs; it serves threads and async code alike. Spans
are children of the span that is current where the function is called, and follow the semantic conventions for HTTP
clients: a retry is a span of its own, with `http.request.resend_count`. Those for GenAI describe inference, which the
BYOK functions do not do. No header, body or query goes into an attribute, and so no secret does.

An attempt whose call is cancelled has no further hook, nor has one whose deadline passes between its first hook and its
sending. Its span is ended when the attempt's `HookContext` goes out of use, and is marked as abandoned.
"""

from __future__ import annotations

import sys
from collections import deque
from time import time_ns
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from weakref import finalize

from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import ConsoleSpanExporter, SimpleSpanProcessor
from opentelemetry.semconv.attributes.error_attributes import ERROR_TYPE
from opentelemetry.semconv.attributes.http_attributes import (
    HTTP_REQUEST_METHOD,
    HTTP_REQUEST_RESEND_COUNT,
    HTTP_RESPONSE_STATUS_CODE,
)
from opentelemetry.semconv.attributes.server_attributes import SERVER_ADDRESS, SERVER_PORT
from opentelemetry.semconv.attributes.url_attributes import URL_FULL
from opentelemetry.trace import SpanKind, StatusCode

from openrouter_core import Hooks, OpenRouterCore, Response
from openrouter_funcs.byok_list import byok_list

if TYPE_CHECKING:
    from opentelemetry.trace import Span, Tracer

    from openrouter_core.errors import HTTPClientError
    from openrouter_core.hooks import HookContext
    from openrouter_core.http.wire import Request

URL_TEMPLATE = "url.template"  # not stable yet, and so not among the constants
PORTS = {"http": 80, "https": 443}
FIRST_FAILURE = 400  # of the statuses, to a client span


class Tracing:
    """Hooks that make a span of each attempt."""

    def __init__(self, tracer: Tracer) -> None:
        self._tracer = tracer
        self._open: dict[int, Span] = {}  # by the id of the attempt's context, which all its hooks see
        self._abandoned: deque[tuple[Span, int]] = deque()
        self.hooks = Hooks(before_request=self._begin, after_success=self._end, after_error=self._end)

    def _begin(self, context: HookContext, request: Request) -> None:
        self.end_abandoned()
        url = urlsplit(request.url)
        attributes: dict[str, str | int] = {
            HTTP_REQUEST_METHOD: context.method,
            URL_TEMPLATE: context.path,
            URL_FULL: url._replace(query="").geturl(),
            SERVER_ADDRESS: url.hostname or "",
            SERVER_PORT: url.port or PORTS[url.scheme],
            "openrouter.operation": context.operation,
        }
        if context.attempt > 1:
            attributes[HTTP_REQUEST_RESEND_COUNT] = context.attempt - 1
        name = f"{context.method} {context.path}"
        self._open[id(context)] = self._tracer.start_span(name, kind=SpanKind.CLIENT, attributes=attributes)
        finalize(context, self._abandon, id(context))

    def _end(self, context: HookContext, came: Response | HTTPClientError) -> None:
        span = self._open.pop(id(context))
        if isinstance(came, Response):
            span.set_attribute(HTTP_RESPONSE_STATUS_CODE, came.status_code)
            _finish(span, str(came.status_code) if came.status_code >= FIRST_FAILURE else None)
        else:
            _finish(span, f"{type(came).__module__}.{type(came).__name__}")

    def _abandon(self, key: int) -> None:
        # A finalizer may run anywhere, also where this thread holds a lock of the exporter: it only takes a note.
        span = self._open.pop(key, None)
        if span is not None:
            self._abandoned.append((span, time_ns()))

    def end_abandoned(self) -> None:
        """End the spans of attempts that had no last hook; the next attempt does, or call it before you shut down."""
        while True:
            try:
                span, ended_at = self._abandoned.popleft()
            except IndexError:
                return
            _finish(span, "abandoned", ended_at)


def _finish(span: Span, failure: str | None, ended_at: int | None = None) -> None:
    if failure is not None:
        span.set_attribute(ERROR_TYPE, failure)
        span.set_status(StatusCode.ERROR)
    span.end(ended_at)


def main() -> int:
    """List the credentials, print the spans, and return the exit status."""
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(ConsoleSpanExporter()))  # a service takes a BatchSpanProcessor
    tracer = provider.get_tracer("openrouter-funcs")
    tracing = Tracing(tracer)
    with OpenRouterCore(hooks=tracing.hooks) as core, tracer.start_as_current_span("look around"):
        listed = byok_list(core, limit=2).and_then(lambda page: page.collect())
    tracing.end_abandoned()
    provider.shutdown()
    return 0 if listed.ok else 1


if __name__ == "__main__":
    sys.exit(main())

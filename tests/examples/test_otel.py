"""The OpenTelemetry example: its spans as its user sees them, and that each attempt has its own, whatever happens."""

from __future__ import annotations

import asyncio
import gc
import json
import runpy
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import SpanKind, StatusCode

from openrouter_core import Hooks, OpenRouterCore, RequestOptions, RetryConfig, unwrap
from openrouter_core.errors import RequestTimeoutError
from openrouter_funcs.byok_get import byok_get, byok_get_async
from openrouter_funcs.byok_list import byok_list
from tests.examples.scripts import EXAMPLES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from openrouter_core.hooks import HookContext
    from openrouter_core.http.wire import Request
    from openrouter_core.testing import LocalOpenRouter
    from openrouter_core.testing.server import FaultSettings
    from tests.conftest import Invoke

    from .conftest import Examples

EXAMPLE: dict[str, Any] = runpy.run_path(str(EXAMPLES / "otel.py"))
SOON = {"retry-after-ms": "1"}
UNBUDGETED = RetryConfig(budgeted=False)  # every failure here is tried again


class Traced:
    """A tracer with the example's hooks, and the spans that it has ended."""

    def __init__(self) -> None:
        self._exporter = InMemorySpanExporter()
        provider = TracerProvider(shutdown_on_exit=False)
        provider.add_span_processor(SimpleSpanProcessor(self._exporter))
        self.tracer = provider.get_tracer("test")
        self.tracing: Any = EXAMPLE["Tracing"](self.tracer)
        self.hooks: Hooks = self.tracing.hooks

    def core(self, server: LocalOpenRouter, **options: Any) -> OpenRouterCore:  # noqa: ANN401 - the core's
        """Return a core with the example's hooks."""
        given: dict[str, Any] = {"api_key": server.management_key, "server_url": server.url, "hooks": self.hooks}
        return OpenRouterCore(**given | options)

    @property
    def spans(self) -> list[ReadableSpan]:
        """All spans that have ended."""
        return list(self._exporter.get_finished_spans())

    @property
    def attempts(self) -> list[ReadableSpan]:
        """Those of them that are attempts, in the order in which they began."""
        return sorted(
            (each for each in self.spans if each.kind is SpanKind.CLIENT), key=lambda each: each.start_time or 0
        )

    def all_of(self, name: str) -> list[Any]:
        """Return an attribute of each attempt."""
        return [(each.attributes or {}).get(name) for each in self.attempts]


@pytest.fixture
def traced() -> Iterator[Traced]:
    """Return a tracer; at the end, no span is open."""
    traced = Traced()
    yield traced
    assert vars(traced.tracing)["_open"] == {}


def test_it_prints_spans(examples: Examples, server: LocalOpenRouter) -> None:
    """One for each page, both within the caller's own; no secret in any of them."""
    server.seed(3)
    code, printed = examples.run("otel.py")
    assert code == 0, printed
    assert server.management_key not in printed
    spans: list[dict[str, Any]] = json.loads("[" + printed.strip().replace("}\n{", "},{") + "]")
    *pages, around = spans
    assert [each["name"] for each in spans] == ["GET /byok", "GET /byok", "look around"]
    assert {each["parent_id"] for each in pages} == {around["context"]["span_id"]}
    port = int(server.url.split(":")[2].partition("/")[0])
    assert pages[0]["attributes"] == {
        "http.request.method": "GET",
        "http.response.status_code": 200,
        "openrouter.operation": "byok_list",
        "server.address": "127.0.0.1",
        "server.port": port,
        "url.full": f"{server.url}/byok",
        "url.template": "/byok",
    }


# what goes wrong, and status, error and number of resends of each attempt
TROUBLE: dict[str, tuple[FaultSettings, list[tuple[object, object, object]]]] = {
    "nothing": ({"times": 0}, [(200, None, None)]),
    "503 once": ({"status": 503, "headers": SOON}, [(503, "503", None), (200, None, 1)]),
    "500 always": (
        {"status": 500, "headers": SOON, "times": None},
        [(500, "500", None), (500, "500", 1), (500, "500", 2)],
    ),
    "404": ({"status": 404}, [(404, "404", None)]),
    "redirect": ({"status": 307}, [(307, None, None)]),
    "no answer": ({"close": "before"}, [(None, "openrouter_core.errors.RequestConnectionError", None), (200, None, 1)]),
}


def get_sync(core: OpenRouterCore, credential: str) -> None:
    """Call the function, whatever comes of it."""
    with core:
        byok_get(core, id=credential)


def get_async(core: OpenRouterCore, credential: str) -> None:
    """Call its twin, in an event loop that has the context of its caller."""

    async def get() -> None:
        async with core:
            await byok_get_async(core, id=credential)

    asyncio.run(get())


@pytest.mark.parametrize("get", [get_sync, get_async])
@pytest.mark.parametrize("case", TROUBLE)
def test_each_attempt_is_a_span(
    traced: Traced, server: LocalOpenRouter, case: str, get: Callable[[OpenRouterCore, str], None]
) -> None:
    """With what came of it, and within the span that is current where the function is called."""
    fault, expected = TROUBLE[case]
    (credential,) = server.seed(1)
    if fault.get("times") != 0:
        server.fail(**fault)
    with traced.tracer.start_as_current_span("caller") as caller:
        get(traced.core(server), credential)
    names = ("http.response.status_code", "error.type", "http.request.resend_count")
    assert list(zip(*map(traced.all_of, names), strict=True)) == expected
    for span, (_, error, _) in zip(traced.attempts, expected, strict=True):
        assert span.name == "GET /byok/{id}"
        assert span.status.status_code is (StatusCode.ERROR if error else StatusCode.UNSET)
        assert span.parent is not None
        assert span.parent.span_id == caller.get_span_context().span_id


def assert_each_has_its_own(traced: Traced, ids: list[str]) -> None:
    """Every attempt is within the span of its own caller, and every call ends with a success."""
    callers = {each.context.span_id: each.name for each in traced.spans if each.context and each.parent is None}
    assert sorted(callers.values()) == sorted(ids)
    last: dict[str, object] = {}
    for span in traced.attempts:
        assert span.parent is not None
        assert span.attributes is not None
        credential = callers[span.parent.span_id]
        assert str(span.attributes["url.full"]).endswith(f"/byok/{credential}")
        last[credential] = span.attributes["http.response.status_code"]
    assert last == dict.fromkeys(ids, 200)


def test_threads_do_not_mix_their_spans(traced: Traced, server: LocalOpenRouter) -> None:
    """Sixteen threads over one core, with retries among them."""
    ids = server.seed(200)
    for each in ids[::7]:
        server.fail(path=f"/byok/{each}", status=503, headers=SOON)

    def get(credential: str) -> None:
        with traced.tracer.start_as_current_span(credential):
            unwrap(byok_get(core, id=credential))

    with traced.core(server, retry_config=UNBUDGETED) as core, ThreadPoolExecutor(16) as pool:
        list(pool.map(get, ids))
    assert len(traced.attempts) == 200 + 29
    assert_each_has_its_own(traced, ids)


def test_tasks_do_not_mix_their_spans(traced: Traced, server: LocalOpenRouter) -> None:
    """Two hundred calls at once in one event loop, with retries among them."""
    ids = server.seed(200)
    for each in ids[::7]:
        server.fail(path=f"/byok/{each}", status=503, headers=SOON)

    async def get(core: OpenRouterCore, credential: str) -> None:
        with traced.tracer.start_as_current_span(credential):
            unwrap(await byok_get_async(core, id=credential))

    async def all_at_once() -> None:
        async with traced.core(server, retry_config=UNBUDGETED) as core:
            await asyncio.gather(*(get(core, each) for each in ids))

    asyncio.run(all_at_once())
    assert len(traced.attempts) == 200 + 29
    assert_each_has_its_own(traced, ids)


def test_the_span_of_a_cancelled_call_is_ended(traced: Traced, server: LocalOpenRouter) -> None:
    """Marked as abandoned, and not later than the call."""
    (credential,) = server.seed(1)
    armed = server.fail(delay=60)

    async def cancelled() -> None:
        async with traced.core(server) as core:
            call = asyncio.create_task(byok_get_async(core, id=credential))
            while not armed.hits:  # noqa: ASYNC110 - the server is in another thread
                await asyncio.sleep(0.01)
            call.cancel()
            with pytest.raises(asyncio.CancelledError):
                await call

    asyncio.run(cancelled())
    gc.collect()
    over = time.time_ns()
    time.sleep(0.05)
    traced.tracing.end_abandoned()
    (span,) = traced.attempts
    assert traced.all_of("error.type") == ["abandoned"]
    assert span.status.status_code is StatusCode.ERROR
    assert span.end_time is not None
    assert span.end_time < over


def test_the_span_of_an_attempt_that_was_never_sent_is_ended(traced: Traced, server: LocalOpenRouter) -> None:
    """The deadline passes while the hooks run; the next attempt ends the span."""
    (credential,) = server.seed(1)

    def dawdling(context: HookContext, request: Request) -> None:
        assert traced.hooks.before_request is not None
        traced.hooks.before_request(context, request)
        time.sleep(0.2)

    with traced.core(server, hooks=Hooks(before_request=dawdling)) as core:
        error = byok_get(core, id=credential, options=RequestOptions(deadline=0.1)).error
    assert isinstance(error, RequestTimeoutError)
    assert server.requests == []
    with traced.core(server) as core:
        unwrap(byok_get(core, id=credential))
    assert traced.all_of("error.type") == ["abandoned", None]


def test_no_secret_is_in_a_span(traced: Traced, server: LocalOpenRouter, invoke: Invoke) -> None:
    """Neither our key nor the provider's, nor one in the query of the base URL, whatever comes of the call."""
    secrets = (server.management_key, "sk-test-provider-AbCd", "sk-test-gateway-WxYz")
    core = traced.core(server, server_url=f"{server.url}?key={secrets[2]}")
    for fault in ({}, {"status": 400, "body": secrets[1]}, {"close": "before"}):
        if fault:
            server.faults.add_json({"method": "POST", **fault})
        invoke("byok_create", core, provider="openai", key=secrets[1])
    invoke("byok_list", core)
    invoke.close(core)
    assert len(traced.attempts) == 4
    told = "".join(span.to_json() for span in traced.spans)
    assert not any(secret in told for secret in secrets)


def test_a_core_without_a_parent_span_is_traced_too(traced: Traced, server: LocalOpenRouter) -> None:
    """Then an attempt is the root of its trace."""
    with traced.core(server) as core:
        unwrap(byok_list(core))
    assert [span.parent for span in traced.attempts] == [None]

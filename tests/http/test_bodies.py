"""Reading bodies: compressed, broken, too large, too slow, or read by somebody else before."""

from __future__ import annotations

import gzip
import json
import sys
import zlib
from typing import TYPE_CHECKING, Any

import pytest

from openrouter_core import Ok, RequestOptions, errors
from tests.funcs.cases import CREATE, FUNCTIONS, GET, Function, each_function
from tests.http.streams import Pieces
from tests.library import httpx

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tests.conftest import Invoke

BODY = json.dumps(GET.body).encode()


def answer(
    invoke: Invoke,
    function: Function,
    stream: httpx.SyncByteStream,
    *,
    status: int | None = None,
    headers: Mapping[str, str] | None = None,
    **core: object,
) -> Any:  # noqa: ANN401 - a Result of any function
    """Return what `function` makes of a response with this stream for a body."""

    def handler(_: httpx.Request) -> httpx.Response:
        return httpx.Response(status or function.success, headers=headers, stream=stream)

    return invoke(function.name, invoke.core(handler, **core), **function.arguments)


ENCODINGS: dict[str, Callable[[bytes], bytes]] = {
    "": bytes,
    "identity": bytes,
    "gzip": gzip.compress,
    "GZip": gzip.compress,
    "x-gzip": gzip.compress,
    "deflate": zlib.compress,
}


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("size", [1, 7, 100_000])
def test_a_compressed_body_is_read(invoke: Invoke, encoding: str, size: int) -> None:
    """Every coding of HTTP that Python knows is undone, in whatever pieces the body comes."""
    sent = ENCODINGS[encoding](BODY)
    stream = Pieces(*(sent[start : start + size] for start in range(0, len(sent), size)))
    result = answer(invoke, GET, stream, headers={"Content-Encoding": encoding})
    assert isinstance(result, Ok)
    assert result.response is not None
    assert result.response.body == BODY
    assert stream.closed


BROKEN: list[tuple[str, bytes, str]] = [
    ("br", b"x", "is compressed in a way that was not asked for"),
    ("zstd", b"x", "is compressed in a way that was not asked for"),
    ("gzip, br", gzip.compress(b"{}", mtime=0), "is compressed in a way that was not asked for"),
    ("gzip", b"{}", "is broken where it is compressed"),
    ("deflate", gzip.compress(BODY, mtime=0), "is broken where it is compressed"),
    ("gzip", gzip.compress(BODY, mtime=0)[:-9], "is cut short"),
    ("gzip", gzip.compress(BODY, mtime=0) + b"x", "goes on after the end of what is compressed"),
    ("gzip", gzip.compress(BODY, mtime=0) * 2, "goes on after the end of what is compressed"),
    ("deflate", zlib.compress(BODY) * 2, "goes on after the end of what is compressed"),
    ("gzip", gzip.compress(bytes(50_000), mtime=0), "is larger than 10000 bytes"),
    ("gzip, gzip", gzip.compress(gzip.compress(BODY, mtime=0)), "is compressed in a way that was not asked for"),
    ("", bytes(10_001), "is larger than 10000 bytes"),
]


@each_function
@pytest.mark.parametrize(("encoding", "body", "reason"), BROKEN)
def test_a_body_that_cannot_be_had_is_an_err(
    invoke: Invoke, function: Function, encoding: str, body: bytes, reason: str
) -> None:
    """Of a success, that is `ResponseValidationError`; of any other status, that status's error without a body."""
    for status in (function.success, 401, 418):
        result = answer(
            invoke,
            function,
            Pieces(body),
            status=status,
            headers={"Content-Encoding": encoding},
            max_response_bytes=10_000,
        )
        kinds = {401: errors.UnauthorizedResponseError, 418: errors.OpenRouterDefaultError}
        assert type(result.error) is kinds.get(status, errors.ResponseValidationError)
        assert (result.error.status_code, result.error.body, result.error.attempts) == (status, b"", 1)
        assert reason in str(result.error)


@pytest.mark.parametrize("function", [GET, CREATE], ids=lambda function: function.name)
def test_the_largest_body_is_read_whole(invoke: Invoke, function: Function) -> None:
    """`max_response_bytes` is what is still read; one byte more is not."""
    body = json.dumps(function.body).encode()
    assert answer(invoke, function, Pieces(body), max_response_bytes=len(body)).ok
    assert not answer(invoke, function, Pieces(body), max_response_bytes=len(body) - 1).ok
    packed = gzip.compress(body, mtime=0)
    gzipped = {"Content-Encoding": "gzip"}
    assert answer(invoke, function, Pieces(packed), headers=gzipped, max_response_bytes=len(body)).ok
    assert not answer(invoke, function, Pieces(packed), headers=gzipped, max_response_bytes=len(body) - 1).ok
    for unlimited in (sys.maxsize, 10**30):
        assert answer(invoke, function, Pieces(packed), headers=gzipped, max_response_bytes=unlimited).ok


def test_reading_stops_at_the_limit(invoke: Invoke) -> None:
    """What comes beyond is not read, and the response is closed."""
    stream = Pieces(*[bytes(1000)] * 50)
    assert not answer(invoke, GET, stream, max_response_bytes=2500).ok
    assert (stream.given, stream.closed) == (3, True)


@pytest.mark.parametrize(
    ("function", "place"), [*[(function, "core") for function in FUNCTIONS], (GET, "options"), (CREATE, "options")]
)
def test_reading_stops_at_the_deadline(invoke: Invoke, function: Function, place: str) -> None:
    """A server that drips bytes outlives every timeout of a read, but not the deadline; its status is heeded."""
    stream = Pieces(*[b" "] * 50, seconds=0.02)
    core = invoke.core(
        lambda _: httpx.Response(function.success, stream=stream), deadline=0.1 if place == "core" else None
    )
    options = RequestOptions(deadline=0.1 if place == "options" else None)
    error = invoke(function.name, core, options=options, **function.arguments).error
    assert isinstance(error, errors.RequestTimeoutError)
    assert "deadline" in str(error)
    assert (error.attempts, error.transient) == (1, True)
    assert error.outcome == ("not_applied" if function.method == "GET" else "applied")
    assert stream.closed
    assert stream.given < 50


TIMEOUTS: list[tuple[dict[str, Any], RequestOptions | None, dict[str, float]]] = [
    ({}, None, {"connect": 5, "read": 30, "write": 30, "pool": 10}),
    ({"timeout": 2}, None, {"connect": 2, "read": 2, "write": 2, "pool": 2}),
    ({"timeout": 2}, RequestOptions(timeout=3.5), {"connect": 3.5, "read": 3.5, "write": 3.5, "pool": 3.5}),
]


@pytest.mark.parametrize(("core", "options", "expected"), TIMEOUTS)
def test_timeouts_of_each_phase(
    invoke: Invoke, core: dict[str, Any], options: RequestOptions | None, expected: dict[str, float]
) -> None:
    """The client is told these; the call goes before the core, and a given client's own timeout does not count.

    What an event hook changes in one request does not change the next.
    """
    seen: list[dict[str, float]] = []

    def handler(request: httpx.Request) -> httpx.Response:
        seen.append({**request.extensions["timeout"]})
        request.extensions["timeout"]["read"] = 1
        return httpx.Response(404)

    client = invoke.client(httpx.MockTransport(handler))
    client.timeout = 77
    for _ in range(2):
        invoke("byok_get", invoke.core(**{invoke.client_option: client}, **core), options=options, **GET.arguments)
    assert seen == [expected] * 2


def test_no_phase_may_outlast_the_deadline(invoke: Invoke) -> None:
    """A timeout is cut to what remains of the deadline."""
    seen: list[dict[str, float]] = []

    def handler(request: httpx.Request) -> httpx.Response:
        seen.append(request.extensions["timeout"])
        return httpx.Response(404)

    invoke("byok_get", invoke.core(handler, deadline=7), **GET.arguments)
    (timeouts,) = seen
    assert timeouts["connect"] == 5
    assert 5 < timeouts["read"] == timeouts["write"] == timeouts["pool"] <= 7


def reading(response: httpx.Response) -> None:
    """Read the body, as an event hook that logs it does."""
    response.read()


async def reading_later(response: httpx.Response) -> None:
    """Read the body, as an event hook that logs it does."""
    await response.aread()


@pytest.mark.parametrize("encoding", ["", "gzip"])
def test_a_body_that_was_read_before_is_taken(invoke: Invoke, encoding: str) -> None:
    """A client's event hook, or a transport made for tests, may have read and decompressed it already."""
    sent = ENCODINGS[encoding](BODY)
    whole = invoke.client(
        httpx.MockTransport(lambda _: httpx.Response(200, headers={"Content-Encoding": encoding}, content=sent))
    )
    hooked = invoke.client(
        httpx.MockTransport(lambda _: httpx.Response(200, headers={"Content-Encoding": encoding}, stream=Pieces(sent)))
    )
    hooked.event_hooks = {"response": [reading_later if invoke.is_async else reading]}
    for client in (whole, hooked):
        result = invoke("byok_get", invoke.core(**{invoke.client_option: client}), **GET.arguments)
        assert result.unwrap().data.label == "sk-...AbCd"
        limited = invoke.core(**{invoke.client_option: client}, max_response_bytes=len(BODY) - 1)
        assert "is larger than" in str(invoke("byok_get", limited, **GET.arguments).error)


def test_headers_are_kept_as_they_came(invoke: Invoke) -> None:
    """Repeated ones are joined in their order, bytes beyond ASCII are Latin-1, names are found in any case."""
    headers = [(b"X-Twice", b"1"), (b"x-twice", b"2"), (b"X-Latin", b"\xe9"), (b"CF-Ray", b"ray-test-1")]
    core = invoke.core(lambda _: httpx.Response(404, headers=headers))
    error = invoke("byok_get", core, **GET.arguments).error
    assert (error.headers["X-TWICE"], error.headers["x-latin"], error.request_id) == ("1, 2", "é", "ray-test-1")

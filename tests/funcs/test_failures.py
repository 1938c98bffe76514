"""Whatever server and network do, every function returns an `Err` that says what happened, and raises nothing."""

from __future__ import annotations

import json
import pickle
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from openrouter_core import Err, Ok, errors, unwrap
from tests.funcs.cases import (
    DELETE,
    DOWNLOADS,
    FUNCTIONS,
    GET,
    ID,
    LIST,
    NO_RETRIES,
    SPEECH,
    Function,
    each_function,
    of_every_kind,
    with_json,
)
from tests.library import httpx

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable, Iterator

    from pytest_httpx import HTTPXMock

    from openrouter_core.errors import OpenRouterError, Outcome
    from tests.conftest import Invoke

JSON = {"Content-Type": "application/json"}
HTML = {"Content-Type": "text/html; charset=utf-8"}
DOCUMENTED = {"error": {"code": 7, "message": "Said.", "metadata": {"why": ["x"]}}, "user_id": "user-1"}

# headers, body, and what the server is understood to have said
BODIES: dict[str, tuple[dict[str, str], bytes, str | None]] = {
    "documented": (JSON, json.dumps(DOCUMENTED).encode(), "Said."),
    "documented-without-a-type": ({}, json.dumps(DOCUMENTED).encode(), "Said."),
    "documented-as-text": ({"Content-Type": "text/plain"}, json.dumps(DOCUMENTED).encode(), "Said."),
    "html": (HTML, b"<!doctype html><title>Bad gateway</title>", None),
    "empty": ({}, b"", None),
    "empty-json": (JSON, b"", None),
    "broken-json": (JSON, b'{"error": {"code": 7, "mess', None),
    "not-utf-8": (JSON, b'{"error": "\xff"}', None),
    "nested-too-deeply": (JSON, b"[" * 100_000, None),
    "null": (JSON, b"null", None),
    "list": (JSON, b"[1]", None),
    "text-for-an-error": (JSON, b'{"error": "Said."}', "Said."),
    "half-an-error": (JSON, b'{"error": {"message": "Said."}}', "Said."),
    "a-code-that-is-text": (JSON, b'{"error": {"code": "7", "message": "Said."}}', "Said."),
    "nothing-said": (JSON, b'{"error": {"code": 7, "message": null}}', None),
}


def effect(function: Function, status: int) -> Outcome:
    """Return what a status says of the effect: nothing changes by reading, and 3xx and 4xx refuse, but for two."""
    if function.method == "GET" or (300 <= status < 500 and status not in {303, 408}):
        return "not_applied"
    return "unknown"


def expected_kind(function: Function, status: int) -> type[OpenRouterError]:
    """Return the class of a status: a documented one has its own."""
    names = {
        400: "BadRequestResponseError",
        401: "UnauthorizedResponseError",
        402: "PaymentRequiredResponseError",
        403: "ForbiddenResponseError",
        404: "NotFoundResponseError",
        408: "RequestTimeoutResponseError",
        409: "ConflictResponseError",
        413: "PayloadTooLargeResponseError",
        422: "UnprocessableEntityResponseError",
        429: "TooManyRequestsResponseError",
        499: "ClientClosedRequestResponseError",
        500: "InternalServerResponseError",
        502: "BadGatewayResponseError",
        503: "ServiceUnavailableResponseError",
        504: "GatewayTimeoutResponseError",
        524: "EdgeNetworkTimeoutResponseError",
        529: "ProviderOverloadedResponseError",
    }
    name = names.get(status, "") if status in function.responses else "OpenRouterDefaultError"
    kind: type[OpenRouterError] = getattr(errors, name)
    return kind


SWEPT = ("documented", "html", "empty", "broken-json", "list")
SOME_STATUSES = (200, 201, 202, 204, 299, 301, 400, 401, 403, 404, 409, 418, 422, 429, 500, 503, 599)


@of_every_kind
@pytest.mark.parametrize(
    ("shape", "statuses"),
    [
        *[pytest.param(shape, range(300, 600), id=f"{shape}-300-599", marks=pytest.mark.long) for shape in SWEPT],
        *[pytest.param(shape, SOME_STATUSES, id=shape) for shape in BODIES],
        pytest.param("documented", range(200, 300), id="documented-200-299", marks=pytest.mark.long),
    ],
)
def test_every_other_status_is_an_err(invoke: Invoke, function: Function, shape: str, statuses: Iterable[int]) -> None:
    """Each status but that of success, with any body: its class, status and body are kept, and what was said."""
    headers, body, said = BODIES[shape]
    status = 0
    core = invoke.core(lambda _: httpx.Response(status, headers=headers, content=body), retry_config=NO_RETRIES)
    for status in statuses:
        if status == function.success or (function in DOWNLOADS and status < 300):  # any success has a body to save
            continue
        error = invoke(function.name, core, **function.arguments).error
        assert type(error) is expected_kind(function, status)
        assert (error.status_code, error.body, error.content_type) == (status, body, headers.get("Content-Type"))
        assert (error.attempts, error.outcome) == (1, effect(function, status))
        assert str(error).startswith(f"{function.name}: {status} {said or ''}")
        assert (error.error is not None) == (said is not None or shape == "nothing-said")


@of_every_kind
def test_a_documented_error_is_told_in_full(invoke: Invoke, function: Function) -> None:
    """Code, message and metadata of the body, its other members, request id and `Retry-After` are attributes."""
    body = DOCUMENTED | {"openrouter_metadata": {"region": "test"}, "newer": 1}
    headers = {"X-Request-Id": "req-test-1", "Retry-After": "7"}
    core = invoke.core(lambda _: httpx.Response(401, headers=headers, json=body))
    error = invoke(function.name, core, **function.arguments).error
    assert error.error == errors.ErrorData(7, "Said.", {"why": ["x"]})
    assert (error.user_id, error.openrouter_metadata) == ("user-1", {"region": "test"})
    assert (error.request_id, error.retry_after, error.headers["x-request-id"]) == ("req-test-1", 7.0, "req-test-1")
    assert pickle.loads(pickle.dumps(error)) == error  # noqa: S301 - our own pickle


UNREADABLE: dict[str, tuple[dict[str, str], bytes]] = {
    "broken": (JSON, b'{"data": '),
    "empty": (JSON, b""),
    "empty-without-a-type": ({}, b""),
    "null": (JSON, b"null"),
    "list": (JSON, b"[]"),
    "text": (JSON, b'"data"'),
    "empty-object": (JSON, b"{}"),
    "wrong-types": (JSON, b'{"data": "x", "total_count": "1", "deleted": "true"}'),
    "lists-of-wrong-types": (JSON, b'{"data": [1], "total_count": 1, "deleted": 1}'),
    "false": (JSON, b'{"data": null, "total_count": null, "deleted": false}'),
    "not-utf-8": (JSON, b'{"data": "\xff"}'),
    "utf-16": ({"Content-Type": "application/json; charset=utf-16"}, '{"deleted": true}'.encode("utf-16")),
    "nested-too-deeply": (JSON, b"[" * 100_000),
    "no-number": (JSON, b'{"data": NaN}'),
    "number-too-large": (JSON, b'{"data": 1e999}'),
    "integer-too-long": (JSON, b'{"data": ' + b"9" * 10_000 + b"}"),
}


READABLE = {"null", "list", "text", "empty-object", "wrong-types", "lists-of-wrong-types", "false", "number-too-large"}


@with_json
@pytest.mark.parametrize("shape", UNREADABLE)
def test_an_unreadable_success_is_an_err(invoke: Invoke, function: Function, shape: str) -> None:
    """The status of success with another body is `ResponseValidationError`, and proves what it says by itself alone."""
    headers, body = UNREADABLE[shape]
    sent: list[httpx.Request] = []

    def handler(request: httpx.Request) -> httpx.Response:
        sent.append(request)
        return httpx.Response(function.success, headers=headers, content=body)

    error = invoke(function.name, invoke.core(handler), **function.arguments).error
    assert type(error) is errors.ResponseValidationError
    assert (error.status_code, error.body) == (function.success, body)
    doubtful = shape in READABLE  # the body was read, and it says something else
    assert error.outcome == ("not_applied" if function.method == "GET" else "unknown" if doubtful else "applied")
    assert str(error).startswith(f"{function.name}: the body of the {function.success} is not a")
    assert len(sent) == error.attempts == 1


@attrs.frozen
class Told:
    """An error in place of the data, what is understood of it, and the status whose class and effect it has."""

    error: object
    said: str
    code: int | str | None = None
    status: int = 0
    outcome: Outcome = "unknown"


ISSUES = [{"path": ["name"], "message": "No"}]
TOLD: dict[str, Told] = {
    **{
        f"{code}": Told({"code": code, "message": "Said."}, "Said.", code, code, "not_applied")
        for code in (400, 401, 402, 404, 409, 429)
    },
    **{f"{code}": Told({"code": code, "message": "Said."}, "Said.", code, code) for code in (408, 500, 503, 7)},
    "text": Told({"code": "no_credits", "message": "Said."}, "Said.", "no_credits"),
    "without-a-code": Told({"message": "Said."}, "Said."),
    "without-words": Told({"code": 402}, "", 402, 402, "not_applied"),
    "a-string": Told("Said.", "Said."),
    "zod": Told({"name": "ZodError", "issues": ISSUES}, "ZodError: name: No"),
}


@with_json
@pytest.mark.parametrize("case", TOLD)
def test_an_error_with_a_status_of_success_is_the_servers(invoke: Invoke, function: Function, case: str) -> None:
    """It has the server's words and the class of its code, is not tried again, and nothing was applied by it."""
    told = TOLD[case]
    core = invoke.core(lambda _: httpx.Response(function.success, json={"error": told.error, "user_id": "user-1"}))
    error = invoke(function.name, core, **function.arguments).error
    assert type(error) is expected_kind(function, told.status)
    assert (error.status_code, error.attempts, error.user_id) == (function.success, 1, "user-1")
    assert error.message.startswith(f"{function.name}: {function.success} {told.said}")
    assert error.error == errors.ErrorData(told.code, told.said)
    assert error.outcome == ("not_applied" if function.method == "GET" else told.outcome)


@with_json
def test_the_promised_data_beside_an_error_that_is_null_is_a_success(invoke: Invoke, function: Function) -> None:
    """Only what stands in place of the data is an error."""
    core = invoke.core(lambda _: httpx.Response(function.success, json={**function.body, "error": None}))
    assert isinstance(invoke(function.name, core, **function.arguments), Ok)


@with_json
@pytest.mark.parametrize("content_type", ["text/html", "text/plain", "application/x-ndjson", "application/xml", "x"])
def test_a_success_of_another_type_is_an_err(invoke: Invoke, function: Function, content_type: str) -> None:
    """A page of a proxy or a portal is not the endpoint's answer, and proves nothing about the effect."""
    headers = {"Content-Type": content_type}
    core = invoke.core(lambda _: httpx.Response(function.success, headers=headers, content=json.dumps(function.body)))
    error = invoke(function.name, core, **function.arguments).error
    assert type(error) is errors.OpenRouterDefaultError
    assert error.outcome == ("not_applied" if function.method == "GET" else "unknown")
    assert (error.status_code, error.content_type) == (function.success, content_type)


@with_json
@pytest.mark.parametrize(
    "content_type",
    [
        "application/json",
        "Application/JSON; charset=utf-8",
        "application/json;charset=utf-16",
        "application/hal+json",
        None,
    ],
)
def test_json_is_recognised(invoke: Invoke, function: Function, content_type: str | None) -> None:
    """JSON of any name, or of none, is read as UTF-8, whatever charset the header claims."""
    headers = {} if content_type is None else {"Content-Type": content_type}
    core = invoke.core(lambda _: httpx.Response(function.success, headers=headers, content=json.dumps(function.body)))
    assert isinstance(invoke(function.name, core, **function.arguments), Ok)


@each_function
def test_newer_and_older_servers_are_understood(invoke: Invoke, function: Function) -> None:
    """Unknown fields and slugs are no fault, nor are a byte order mark or the absence of the newest fields."""
    body = json.loads(json.dumps(function.body)) | {"newer": {"x": 1}}
    credentials: list[dict[str, Any]] = body.get("data", []) if function in (LIST, DELETE) else [body["data"]]
    for older in credentials:
        older |= {"provider": "not-listed-yet", "declared_region": "moon", "newer": 1}
        for name in ("declared_zdr", "is_byok_only", "is_required", "name"):
            del older[name]
    core = invoke.core(lambda _: httpx.Response(function.success, content=b"\xef\xbb\xbf" + json.dumps(body).encode()))
    value = invoke(function.name, core, **function.arguments).unwrap()
    if function is not DELETE:
        read = value.result.data[0] if function is LIST else value.data
        assert (read.provider, read.declared_region) == ("not-listed-yet", "moon")
        assert (read.declared_zdr, read.is_byok_only, read.is_required, read.name) == (None, None, None, None)


TEXT = ("id", "provider", "workspace_id", "label", "name", "created_at", "declared_region")
FLAGS = ("disabled", "is_fallback", "declared_zdr", "is_byok_only", "is_required")
LISTS = ("allowed_models", "allowed_api_key_hashes", "allowed_user_ids")
NULLABLE = {"workspace_id", "name", "declared_region", "declared_zdr", "is_byok_only", "is_required", *LISTS}
WRONG: dict[str, tuple[object, ...]] = {
    **dict.fromkeys(TEXT, (1, 1.5, True, ["x"], {})),
    **dict.fromkeys(FLAGS, ("true", 1, 0.0, [], {})),
    **dict.fromkeys(LISTS, ("x", 1, {}, [1], ["x", None], [["x"]])),
    "sort_order": ("1", 1.5, True, []),
}


@pytest.mark.parametrize("field", GET.body["data"])
def test_a_field_of_a_wrong_type_is_named(invoke: Invoke, field: str) -> None:
    """Nothing is coerced: a value of another type is `ResponseValidationError` that names field and expected type."""
    for value in (*WRONG[field], *([] if field in NULLABLE else [None])):
        core = invoke.core(lambda _: httpx.Response(200, json={"data": GET.body["data"] | {field: value}}))  # noqa: B023
        result = invoke("byok_get", core, id=ID)
        assert isinstance(result, Err), value
        assert isinstance(result.error, errors.ResponseValidationError)
        assert f"data.{field}" in str(result.error)
        assert "expected " in str(result.error)


@pytest.mark.parametrize("field", GET.body["data"])
def test_null_is_read_where_the_contract_has_it(invoke: Invoke, field: str) -> None:
    """`null` becomes `None` in the fields that may be null, and in no other."""
    core = invoke.core(lambda _: httpx.Response(200, json={"data": GET.body["data"] | {field: None}}))
    result = invoke("byok_get", core, id=ID)
    assert result.ok == (field in NULLABLE)
    assert not isinstance(result, Ok) or getattr(result.value.data, field) is None


# --- No answer ---------------------------------------------------------------------------------------------------

# our error, and whether it may help to try again; without a trace that proves more, any request may have been sent
EXCEPTIONS: dict[type[Exception], tuple[type[errors.HTTPClientError], bool]] = {
    httpx.ConnectTimeout: (errors.RequestTimeoutError, True),
    httpx.PoolTimeout: (errors.RequestTimeoutError, True),
    httpx.ReadTimeout: (errors.RequestTimeoutError, True),
    httpx.WriteTimeout: (errors.RequestTimeoutError, True),
    httpx.TimeoutException: (errors.RequestTimeoutError, True),
    httpx.ConnectError: (errors.RequestConnectionError, True),
    httpx.ReadError: (errors.RequestConnectionError, True),
    httpx.WriteError: (errors.RequestConnectionError, True),
    httpx.CloseError: (errors.RequestConnectionError, True),
    httpx.NetworkError: (errors.RequestConnectionError, True),
    httpx.ProxyError: (errors.RequestConnectionError, True),
    httpx.RemoteProtocolError: (errors.RequestConnectionError, True),
    httpx.ProtocolError: (errors.RequestConnectionError, True),
    httpx.TransportError: (errors.RequestConnectionError, True),
    getattr(httpx, "SSEError", httpx.TransportError): (errors.RequestConnectionError, True),  # of httpx2 only
    httpx.LocalProtocolError: (errors.InvalidRequestError, False),
    httpx.UnsupportedProtocol: (errors.InvalidRequestError, False),
    httpx.InvalidURL: (errors.InvalidRequestError, False),
    httpx.DecodingError: (errors.UnexpectedClientError, False),
    httpx.TooManyRedirects: (errors.UnexpectedClientError, False),
    httpx.RequestError: (errors.UnexpectedClientError, False),
    httpx.HTTPError: (errors.UnexpectedClientError, False),
    httpx.HTTPStatusError: (errors.UnexpectedClientError, False),
    httpx.StreamError: (errors.UnexpectedClientError, False),
    httpx.StreamConsumed: (errors.UnexpectedClientError, False),
    httpx.StreamClosed: (errors.UnexpectedClientError, False),
    httpx.ResponseNotRead: (errors.UnexpectedClientError, False),
    httpx.RequestNotRead: (errors.UnexpectedClientError, False),
    httpx.CookieConflict: (errors.UnexpectedClientError, False),
    RuntimeError: (errors.UnexpectedClientError, False),
    ValueError: (errors.UnexpectedClientError, False),
    UnicodeError: (errors.UnexpectedClientError, False),
    TypeError: (errors.UnexpectedClientError, False),
    OSError: (errors.UnexpectedClientError, False),
    RecursionError: (errors.UnexpectedClientError, False),
    MemoryError: (errors.UnexpectedClientError, False),
    AssertionError: (errors.UnexpectedClientError, False),
}


def exception_of(kind: type[Exception], text: str) -> Exception:
    """Return an exception of `kind` that says `text`, if it can."""
    if kind is httpx.HTTPStatusError:
        return httpx.HTTPStatusError(text, request=httpx.Request("GET", "x"), response=httpx.Response(200))
    if kind in {httpx.StreamConsumed, httpx.StreamClosed, httpx.ResponseNotRead, httpx.RequestNotRead}:
        return kind()
    return kind(text)


def test_all_of_httpxs_exceptions_are_in_the_table() -> None:
    """The table of these tests names every exception that httpx exports."""
    exported = {value for value in vars(httpx).values() if isinstance(value, type) and issubclass(value, Exception)}
    assert exported <= set(EXCEPTIONS)


@of_every_kind
@pytest.mark.parametrize("kind", EXCEPTIONS, ids=lambda kind: kind.__name__)
def test_an_exception_of_the_client_is_an_err(
    httpx_mock: HTTPXMock, invoke: Invoke, function: Function, kind: type[Exception]
) -> None:
    """Each becomes the error of its kind, which says whether to try again and whether the effect is in doubt."""
    expected, transient = EXCEPTIONS[kind]
    httpx_mock.add_exception(exception_of(kind, "said by httpx of sk-or-test-123"))
    error = invoke(function.name, invoke.core(retry_config=NO_RETRIES), **function.arguments).error
    assert type(error) is expected
    assert (error.transient, error.attempts) == (transient, 1)
    assert error.outcome == ("not_applied" if function.method == "GET" else "unknown")
    assert kind.__name__ in str(error)
    assert "sk-or-test-123" not in str(error)
    assert (error.__traceback__, error.__cause__, error.__context__) == (None, None, None)
    quoted = expected in {errors.RequestConnectionError, errors.RequestTimeoutError}
    quoted = quoted and kind is not httpx.ProxyError  # which may quote the credentials of a proxy
    assert ("said by httpx of [redacted]" in str(error)) == quoted


class Breaking(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body that breaks after its beginning, or when it is closed."""

    def __init__(self, body: bytes, *, reading: Exception | None = None, closing: Exception | None = None) -> None:
        self._body, self._reading, self._closing = body, reading, closing

    def __iter__(self) -> Iterator[bytes]:
        yield self._body
        if self._reading is not None:
            raise self._reading

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for chunk in self:
            yield chunk

    def close(self) -> None:
        """Close it, or fail to."""
        if self._closing is not None:
            raise self._closing

    async def aclose(self) -> None:
        """Close it, or fail to."""
        self.close()


@of_every_kind
@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (httpx.ReadError("broke"), errors.RequestConnectionError),
        (httpx.RemoteProtocolError("cut"), errors.RequestConnectionError),
        (httpx.ReadTimeout("late"), errors.RequestTimeoutError),
        (RuntimeError("odd"), errors.UnexpectedClientError),
    ],
    ids=repr,
)
@pytest.mark.parametrize("place", ["reading", "closing"])
def test_a_body_that_breaks_is_an_err(
    invoke: Invoke, function: Function, error: Exception, kind: type[errors.HTTPClientError], place: str
) -> None:
    """The status that came before is heeded: after one of success the effect has happened, after a 4xx it has not."""
    for status in (function.success, 400, 500):
        stream = Breaking(json.dumps(function.body).encode(), **{place: error})
        core = invoke.core(lambda _: httpx.Response(status, stream=stream), retry_config=NO_RETRIES)  # noqa: B023
        result = invoke.whole(function.name, core, **function.arguments)
        if function in DOWNLOADS and status == function.success and place == "closing":
            assert result.ok  # the whole file has come
            continue
        broken = result.error
        assert type(broken) is kind
        if function is SPEECH and status == function.success:  # it is made while it is sent
            assert broken.outcome == "unknown"
            continue
        expected = "applied" if status == function.success and function.method != "GET" else effect(function, status)
        assert broken.outcome == expected


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda function: function.name)
def test_an_err_can_be_raised_and_matched(invoke: Invoke, function: Function) -> None:
    """`unwrap` raises the error that was returned, and `match` tells `Ok` from `Err`."""
    result = invoke(function.name, invoke.core(lambda _: httpx.Response(403)), **function.arguments)
    match result:
        case Ok():
            pytest.fail("a 403 is no success")
        case Err(error):
            with pytest.raises(errors.ForbiddenResponseError) as raised:
                unwrap(result)
            assert raised.value is error

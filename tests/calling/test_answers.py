"""What a response means: the class of every status, and what is known of the effect."""

from __future__ import annotations

import json
from types import NoneType
from typing import Any

import attrs
import pytest

from openrouter_core.calling.answers import answer, outcome_of
from openrouter_core.errors import (
    ConflictResponseError,
    ErrorData,
    OpenRouterDefaultError,
    OpenRouterError,
    ResponseValidationError,
)
from openrouter_core.http.wire import Headers, Request, Response
from openrouter_core.result import Ok, Result
from openrouter_core.secret import Secret
from openrouter_core.streams import Stream
from openrouter_funcs.models.byok import CreateBYOKKeyResponse, GetBYOKKeyResponse
from tests.samples import (
    CREATE,
    DELETE,
    ERRORS,
    LIST,
    READ,
    UPDATE,
    AnyOperation,
    call_of,
    error_body,
    failed,
    json_response,
    pickled,
    shown,
    success,
)

EVERY_OPERATION = pytest.mark.parametrize(
    "operation", [READ, LIST, CREATE, UPDATE, DELETE], ids=lambda operation: operation.name
)
JSON = Headers({"content-type": "application/json"})
HTML = Headers({"content-type": "text/html; charset=utf-8"})
SECRETS = [Secret("sk-or-test-management-123"), Secret('sk-test "quoted" 456')]


def _answer(operation: AnyOperation, response: Response, *secrets: Secret, **changes: Any) -> Result[Any, Any]:  # noqa: ANN401
    """Return the result of a call that sent these secrets."""
    call = call_of(operation, {"secrets": secrets}, **changes)
    return answer(call, Request("GET", "https://openrouter.test", {"Authorization": "Bearer x"}), response)


def _error(operation: AnyOperation, response: Response, *secrets: Secret) -> OpenRouterError:
    error: OpenRouterError = _answer(operation, response, *secrets).error
    return error


# --- Success -----------------------------------------------------------------------------------------------------


@EVERY_OPERATION
def test_the_promised_body_is_ok(operation: AnyOperation) -> None:
    """The one status of success with the promised body is `Ok` of the promised class, with its response."""
    response = success(operation)
    result = _answer(operation, response)
    assert isinstance(result, Ok)
    assert type(result.value) is operation.success[1]
    assert result.response is response


@pytest.mark.parametrize("content_type", [None, "application/json; charset=iso-8859-1", "Application/Problem+JSON"])
def test_json_is_read_as_utf8_whatever_is_declared(content_type: str | None) -> None:
    """A body is JSON when it is declared so or not at all, and always UTF-8."""
    headers = Headers({} if content_type is None else {"content-type": content_type})
    body = json.dumps(json.loads(success(READ).body) | {"more": "ü"}, ensure_ascii=False).encode()
    assert _answer(READ, Response(200, headers, body)).ok


@pytest.mark.parametrize(
    ("response", "reason"),
    [
        (Response(200, JSON, b""), "is not JSON (line 1, column 1)"),
        (Response(200, JSON, b'{"data": '), "is not JSON (line 1, column 10)"),
        (Response(200, JSON, b"\xff"), "is not UTF-8"),
        (Response(200, JSON, b"[]"), "it: expected object, got list"),
        (Response(200, JSON, b'{"data": {}}'), "data.allowed_api_key_hashes: missing (and 10 more faults)"),
        (Response(200, JSON, b"", "is cut short"), "it is cut short"),
        (Response(200, JSON, success(READ).body, "is larger than 5 bytes"), "it is larger than 5 bytes"),
    ],
    ids=["empty", "broken", "not UTF-8", "a list", "another object", "unreadable", "too large"],
)
def test_a_success_that_is_not_what_was_promised(response: Response, reason: str) -> None:
    """A wrong body of a success is a `ResponseValidationError`, with the reason, the body and the status."""
    error = _error(READ, response)
    assert type(error) is ResponseValidationError
    assert error.message == f"byok_get: the body of the 200 is not as promised: {reason}"
    assert (error.status_code, error.body, error.outcome) == (200, response.body, "not_applied")


@pytest.mark.parametrize("operation", [CREATE, UPDATE, DELETE], ids=lambda operation: operation.name)
def test_an_unreadable_success_of_a_write_is_applied(operation: AnyOperation) -> None:
    """The server says that it did it, even when what it says beside that cannot be read."""
    assert _error(operation, Response(operation.success[0], JSON, b"{")).outcome == "applied"


@pytest.mark.parametrize(("operation", "outcome"), [(READ, "not_applied"), (CREATE, "unknown"), (DELETE, "unknown")])
def test_a_success_of_another_type_proves_nothing(operation: AnyOperation, outcome: str) -> None:
    """HTML with the status of success comes from something in between: no documented answer, no known effect."""
    response = Response(operation.success[0], HTML, b"<html>Sign in</html>")
    error = _error(operation, response)
    assert type(error) is OpenRouterDefaultError
    assert (error.outcome, error.content_type) == (outcome, "text/html; charset=utf-8")
    assert (
        error.message
        == f"{operation.name}: {response.status_code} "
        + ("Created" if operation is CREATE else "OK")
        + " (text/html; charset=utf-8, 20 bytes)"
    )


NOTHING: AnyOperation = attrs.evolve(DELETE, success=(204, NoneType))


@pytest.mark.parametrize("headers", [Headers(), JSON, HTML], ids=["no type", "JSON", "HTML"])
@pytest.mark.parametrize("status", [200, 204])
def test_a_success_without_a_body_is_ok(headers: Headers, status: int) -> None:
    """Where an operation promises nothing but its status, the value is `None`, whatever type the empty body has."""
    response = Response(status, headers)
    promised = attrs.evolve(NOTHING, success=(status, NoneType))
    result = _answer(promised, response)
    assert (result, result.response) == (Ok(None), response)


@pytest.mark.parametrize(
    ("response", "kind", "said", "outcome"),
    [
        (
            Response(204, JSON, b"{}"),
            ResponseValidationError,
            "the body of the 204 is not as promised: it is not empty",
            "unknown",
        ),
        (json_response(204, error_body(409, "Busy")), ConflictResponseError, "204 Busy", "not_applied"),
        (Response(200, JSON), OpenRouterDefaultError, "200 OK (application/json, 0 bytes)", "unknown"),
        (
            Response(204, HTML, b"<"),
            ResponseValidationError,
            "the body of the 204 is not as promised: it is not empty",
            "unknown",
        ),
        (
            Response(204, HTML, b"", "is cut short"),
            ResponseValidationError,
            "the body of the 204 is not as promised: it is cut short",
            "unknown",
        ),
    ],
    ids=["a body", "an error", "another status", "HTML", "a body that is lost"],
)
def test_a_body_where_none_was_promised_is_an_error(
    response: Response, kind: type[OpenRouterError], said: str, outcome: str
) -> None:
    """It is an error of the server's, or a page from something in between, or a newer server: nobody can tell."""
    error = _error(NOTHING, response)
    assert (type(error), error.message, error.outcome) == (kind, f"byok_delete: {said}", outcome)


# --- Every status ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("operation", "kind"), [(READ, GetBYOKKeyResponse), (CREATE, CreateBYOKKeyResponse)], ids=["read", "create"]
)
@pytest.mark.parametrize(
    ("headers", "body"),
    [
        (JSON, json.dumps(error_body(418, "Words")).encode()),
        (JSON, b'{"error": "Words"}'),
        (JSON, b"[1, 2]"),
        (JSON, b"{"),
        (JSON, b""),
        (HTML, b"<html>Words</html>"),
        (HTML, b""),
        (Headers(), b"\xff\x00"),
    ],
    ids=["documented", "another shape", "a list", "broken", "empty", "HTML", "empty HTML", "bytes"],
)
def test_every_status_is_its_class_whatever_the_body(
    operation: AnyOperation, kind: type[object], headers: Headers, body: bytes
) -> None:
    """From 100 to 599, a declared status keeps its class, and any other one is an `OpenRouterDefaultError`."""
    assert operation.success[1] is kind
    for status in set(range(100, 600)) - {operation.success[0]}:
        error = _error(operation, Response(status, headers, body))
        assert type(error) is ERRORS.get(status, OpenRouterDefaultError)
        assert (error.status_code, error.body) == (status, body)
        assert str(error).startswith(f"{operation.name}: {status} ")
        assert (error.error is not None) is (b'"error"' in body)
        assert ("Words" in str(error)) is (b'"Words"' in body)
        assert vars(pickled(error)) == vars(error)


@EVERY_OPERATION
def test_what_each_status_says_of_the_effect(operation: AnyOperation) -> None:
    """A read changes nothing; a write is applied by its success, not by 3xx and 4xx, and else nobody knows."""
    unsure = {*range(100, 300), 303, 408, *range(500, 600)} - {operation.success[0]}
    for status in range(100, 600):
        expected = "applied" if status == operation.success[0] else "unknown" if status in unsure else "not_applied"
        expected = "not_applied" if operation.effect == "read" else expected
        assert outcome_of(operation, status, is_json=True) == expected, status
        if status != operation.success[0]:
            assert _error(operation, Response(status)).outcome == expected
            assert outcome_of(operation, status, is_json=False) == expected


# --- What an error tells -----------------------------------------------------------------------------------------


def test_an_error_holds_all_that_the_server_said() -> None:
    """Status, headers, body, content type, request id, wait and the documented account are attributes."""
    body = {
        "error": {"code": 404, "message": "No such credential", "metadata": {"id": "x"}},
        "openrouter_metadata": {"route": "a"},
        "user_id": "user-1",
    }
    response = json_response(404, body, x_request_id="request-1", retry_after="7")
    error = _error(READ, response)
    assert str(error) == "byok_get: 404 No such credential (outcome not_applied, request request-1)"
    assert vars(error) == {
        "message": "byok_get: 404 No such credential",
        "attempts": 1,
        "outcome": "not_applied",
        "status_code": 404,
        "headers": response.headers,
        "body": response.body,
        "content_type": "application/json",
        "request_id": "request-1",
        "retry_after": 7.0,
        "error": ErrorData(404, "No such credential", {"id": "x"}),
        "openrouter_metadata": {"route": "a"},
        "user_id": "user-1",
        "prior_outcome_unknown": False,
    }


def test_what_is_of_another_type_beside_an_error_is_left_out() -> None:
    """Routing metadata is an object and a user id a text, or they count as absent; so they do beside no error."""
    odd = _error(READ, json_response(404, error_body(404) | {"openrouter_metadata": ["x"], "user_id": 7}))
    none = _error(READ, json_response(404, {"openrouter_metadata": {"a": 1}, "user_id": "user-1"}))
    for error in (odd, none):
        assert (error.openrouter_metadata, error.user_id) == (None, None)


def test_a_date_to_retry_after_counts_from_now() -> None:
    """`Retry-After` may be a date; the time of day is handed in."""
    response = failed(503, retry_after="Thu, 01 Jan 1970 00:01:40 GMT")
    assert _answer(READ, response, time_of_day=lambda: 90.0).error.retry_after == 10.0


@pytest.mark.parametrize(
    ("response", "said"),
    [
        (failed(404), "404 Something is wrong"),
        (Response(404, JSON, b'{"error": "Gone"}'), "404 Gone"),
        (Response(404, HTML, b'{"error": "Gone"}'), "404 Gone"),
        (Response(404), "404 Not Found (no content type, 0 bytes)"),
        (Response(502, HTML, b"<html>"), "502 Bad Gateway (text/html; charset=utf-8, 6 bytes)"),
        (Response(599), "599 (a status without a name) (no content type, 0 bytes)"),
        (Response(500, JSON, b"", "is cut short"), "500 is cut short"),
    ],
    ids=["documented", "another shape", "declared as HTML", "empty", "HTML", "no name", "unreadable"],
)
def test_the_message_says_what_is_known(response: Response, said: str) -> None:
    """The message is the server's, else what is wrong with the body, else the status, type and size."""
    assert _error(READ, response).message == f"byok_get: {said}"


# --- Secrets -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("operation", [READ, CREATE], ids=lambda operation: operation.name)
@pytest.mark.parametrize("status", [200, 201, 307, 400, 401, 418, 500])
@pytest.mark.parametrize("secret", SECRETS, ids=["plain", "with quotes"])
def test_an_echoed_secret_is_masked_everywhere(operation: AnyOperation, status: int, secret: Secret) -> None:
    """A secret that the server sends back is masked in message, body, headers and every other attribute."""
    echo = f"bad key {secret.reveal()}!"
    body: dict[str, Any] = {
        "error": {"code": status, "message": echo, "metadata": {"deep": [{"key": secret.reveal()}]}},
        "openrouter_metadata": {"key": secret.reveal()},
        "user_id": secret.reveal(),
    }
    response = json_response(
        status, body, www_authenticate=echo, x_request_id=echo, cf_ray=echo, location=f"/?k={secret.reveal()}"
    )
    error = _error(operation, response, *SECRETS)
    for there in (error, pickled(error)):
        assert "[redacted]" in shown(there)
        for part in (secret.reveal(), json.dumps(secret.reveal())[1:-1], "management-123", "quoted"):
            assert part not in shown(there)


@pytest.mark.parametrize("name", ["content-type", "content-encoding"])
def test_what_says_that_a_body_is_no_stream_is_masked(name: str) -> None:
    """The message quotes these headers, and a server can put a secret there."""
    response = Response(200, Headers({name: "text/sk-or-test-management-123"}))
    error = _answer(READ, response, *SECRETS, opens=Stream).error
    assert "text/[redacted]" in error.message
    assert "management-123" not in shown(error)


def test_an_undecodable_body_is_masked_too() -> None:
    """Masking works on bytes, and so on a body that is no text."""
    error = _error(CREATE, Response(201, JSON, b"\xff sk-or-test-management-123"), *SECRETS)
    assert type(error) is ResponseValidationError
    assert error.body == b"\xff [redacted]"


@pytest.mark.parametrize(
    ("said", "shown_as"),
    [
        ("two\r\nlines\x1b[31m", "two  lines [31m"),
        ("\u2028 \u202e \ud800", "     "),
        ("x" * 1000, "x" * 500 + "…"),
    ],
    ids=["line ends and escapes", "separators, directions, surrogates", "too long"],
)
def test_a_message_is_one_line_of_printable_text(said: str, shown_as: str) -> None:
    """The server's words cannot forge a line of a log or steer a terminal; `.error.message` has them whole."""
    body = json.dumps({"error": {"code": 404, "message": said}}).encode()
    error = _error(READ, Response(404, JSON, body))
    assert error.message == f"byok_get: 404 {shown_as}"
    assert error.error == ErrorData(404, said)


def test_headers_that_a_hook_made_cannot_break_an_error() -> None:
    """A header that no server can send, such as a hook might make up, still gives an error."""
    error = _error(READ, Response(404, Headers({"x-odd": "\ud800"}), b"{}"))
    assert error.headers["x-odd"] == "?"

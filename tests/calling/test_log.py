"""The logger `openrouter`: one line for each attempt, without secrets, silent until somebody listens."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import pytest

from openrouter_core.calling.flow import log_attempt
from openrouter_core.calling.masking import Mask
from openrouter_core.calling.settings import log_to_stderr
from openrouter_core.errors import RequestConnectionError
from openrouter_core.hooks import HookContext
from openrouter_core.http.wire import Failure, Headers, Response
from openrouter_core.secret import Secret
from tests.samples import CREATE, READ, UPDATE, AnyOperation, error_body, failed, json_response, live, success

if TYPE_CHECKING:
    from collections.abc import Iterator

CONTEXT = HookContext(
    operation="byok_get", method="GET", path="/byok/{id}", base_url="https://openrouter.test/api/v1", attempt=2
)


@pytest.fixture
def logger() -> Iterator[logging.Logger]:
    """Give the logger, and leave it as it was."""
    found = logging.getLogger("openrouter")
    handlers, level = list(found.handlers), found.level
    yield found
    found.handlers[:] = handlers
    found.setLevel(level)


@pytest.mark.parametrize(
    ("response", "line"),
    [
        (
            Response(429, Headers({"x-request-id": "request-1", "x-key": "sk-test-123"}), b"sk-test-123"),
            "GET /byok/{id} 429 attempt=2 1500ms request_id=request-1",
        ),
        (Response(200), "GET /byok/{id} 200 attempt=2 1500ms request_id=None"),
        (None, "GET /byok/{id} failed attempt=2 1500ms request_id=None"),
    ],
    ids=["with a request id", "without", "no response"],
)
def test_an_attempt_is_one_line(caplog: pytest.LogCaptureFixture, response: Response | None, line: str) -> None:
    """The line holds method, path template, status, attempt, duration and request id, and nothing of the body."""
    with caplog.at_level(logging.DEBUG, logger="openrouter"):
        log_attempt(CONTEXT, response, 1.5, "unknown")
    assert caplog.messages == [line]
    assert [record.levelno for record in caplog.records] == [logging.DEBUG]


@pytest.mark.parametrize(
    ("response", "status", "request_id"),
    [(Response(429, Headers({"x-request-id": "request-1"})), 429, "request-1"), (None, None, None)],
    ids=["a response", "none"],
)
def test_a_record_has_what_the_line_says_as_attributes(
    caplog: pytest.LogCaptureFixture, response: Response | None, status: int | None, request_id: str | None
) -> None:
    """Structured logs need no parsing; the names begin with `openrouter_`, and so collide with none of Python's."""
    with caplog.at_level(logging.DEBUG, logger="openrouter"):
        log_attempt(CONTEXT, response, 1.5, "not_applied")
    ours = {name: value for name, value in vars(caplog.records[0]).items() if name.startswith("openrouter_")}
    assert ours == {
        "openrouter_operation": "byok_get",
        "openrouter_method": "GET",
        "openrouter_path": "/byok/{id}",
        "openrouter_status": status,
        "openrouter_attempt": 2,
        "openrouter_duration_ms": 1500.0,
        "openrouter_request_id": request_id,
        "openrouter_outcome": "not_applied",
    }


@pytest.mark.parametrize(
    ("operation", "reply", "outcomes"),
    [
        (READ, success(READ), ["not_applied"]),
        (UPDATE, success(UPDATE), ["applied"]),
        (UPDATE, failed(404), ["not_applied"]),
        (UPDATE, failed(503), ["unknown"] * 3),
        (CREATE, json_response(201, error_body(402)), ["not_applied"]),
        (CREATE, Failure(RequestConnectionError, "broke"), ["unknown"]),
    ],
    ids=["read", "update", "404", "503", "an error with 201", "broken"],
)
def test_a_record_tells_the_outcome_of_its_attempt(
    caplog: pytest.LogCaptureFixture, operation: AnyOperation, reply: Response | Failure, outcomes: list[str]
) -> None:
    """Of each attempt, its own: what the call makes of all of them stands in the result."""
    with caplog.at_level(logging.DEBUG, logger="openrouter"):
        live(operation, reply)
    assert [vars(record)["openrouter_outcome"] for record in caplog.records] == outcomes


@pytest.mark.parametrize(
    ("sent", "logged"),
    [
        ("request-1", "request-1"),
        ("r" * 128, "r" * 128),
        ("r" * 129, None),
        ("a b", None),
        ("a\r\nb", None),
        ("é", None),
        ("for-sk-or-test-123", "for-[redacted]"),
    ],
    ids=["short", "longest", "too long", "a blank", "line ends", "not ASCII", "the key"],
)
def test_a_request_id_is_logged_when_it_is_one(caplog: pytest.LogCaptureFixture, sent: str, logged: str | None) -> None:
    """A server can put anything there: only what is short and printable is logged, and no secret that was sent."""
    with caplog.at_level(logging.DEBUG, logger="openrouter"):
        response = Mask([Secret("sk-or-test-123")]).hide_response(Response(200, Headers({"x-request-id": sent})))
        log_attempt(CONTEXT, response, 0, "applied")
    assert caplog.messages[0].endswith(f" request_id={logged}")
    assert vars(caplog.records[0])["openrouter_request_id"] == logged


def test_nothing_is_shown_until_somebody_listens(capsys: pytest.CaptureFixture[str]) -> None:
    """A library that nobody asked stays silent."""
    log_attempt(CONTEXT, None, 0, "unknown")
    assert capsys.readouterr() == ("", "")


@pytest.mark.usefixtures("logger")
def test_debugging_shows_each_line_once(capsys: pytest.CaptureFixture[str]) -> None:
    """`log_to_stderr` shows every line on standard error; asked for twice, it still shows each once."""
    log_to_stderr()
    log_to_stderr()
    log_attempt(CONTEXT, None, 0.01, "unknown")
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.endswith(" openrouter GET /byok/{id} failed attempt=2 10ms request_id=None\n")
    assert shown.err.count("\n") == 1

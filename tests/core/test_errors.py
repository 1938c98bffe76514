"""The error values: their hierarchy is the one that the reference draws, and they keep every attribute on a journey."""

from __future__ import annotations

import copy
import logging
import re
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import pytest

from openrouter_core import errors
from openrouter_core.errors import (
    BY_STATUS,
    CommonError,
    ErrorData,
    HTTPClientError,
    OpenRouterDefaultError,
    OpenRouterError,
    PaginationError,
    RequestTimeoutError,
    SDKError,
    SDKValidationError,
)
from openrouter_core.http.wire import Headers
from openrouter_core.result import Err
from tests.samples import JOURNEYS

if TYPE_CHECKING:
    from collections.abc import Callable

REFERENCE = Path(__file__).parents[2] / "docs" / "reference" / "errors.md"
_DRAWN = re.compile(r"^(?P<branches>[│├└─ ]*)(?P<name>\w+Error)\b", re.MULTILINE)


def _drawn() -> dict[str, str]:
    """Return the parent of each class in the tree of the reference."""
    path: list[str] = ["Exception"]
    parents: dict[str, str] = {}
    for match in _DRAWN.finditer(REFERENCE.read_text(encoding="utf-8")):
        depth = 1 + len(match["branches"]) // 4
        parents[match["name"]] = path[depth - 1]
        path[depth:] = [match["name"]]
    return parents


DRAWN = _drawn()


CLASSES: dict[str, type[SDKError]] = {
    name: value for name, value in vars(errors).items() if isinstance(value, type) and issubclass(value, SDKError)
}


def _example(kind: type[SDKError]) -> SDKError:
    """Return an error of `kind` with no attribute at its default."""
    if issubclass(kind, OpenRouterError):
        return kind(
            "byok_get: 418 no",
            status_code=418,
            headers=Headers({"X-Request-ID": "request-1"}),
            body=b'{"error": 1}',
            content_type="application/json",
            request_id="request-1",
            retry_after=1.5,
            error=ErrorData(418, "no", {"provider": ["x"]}),
            openrouter_metadata={"route": "y"},
            user_id="user-1",
            prior_outcome_unknown=True,
            attempts=3,
            outcome="unknown",
        )
    if issubclass(kind, HTTPClientError):
        return kind(
            "byok_get: broken",
            transient=True,
            waited=True,
            status_code=429,
            request_id="request-1",
            retry_after=1.5,
            attempts=2,
            outcome="applied",
        )
    if issubclass(kind, SDKValidationError):
        return kind("expected str, got int", parameter="id")
    return kind("something", attempts=1, outcome="unknown")


EVERY_CLASS = pytest.mark.parametrize("kind", CLASSES.values(), ids=list(CLASSES))


def test_the_drawing_holds_every_class() -> None:
    """Each public error class is in the tree of the reference, and the tree holds nothing else."""
    assert set(DRAWN) == set(CLASSES)


@EVERY_CLASS
def test_the_hierarchy_is_as_drawn(kind: type[SDKError]) -> None:
    """Each class has the one base under which the reference draws it."""
    assert [base.__name__ for base in kind.__bases__] == [DRAWN[kind.__name__]]


def test_each_status_has_its_class() -> None:
    """The table of statuses is as the reference draws it, and as each class's docstring has it."""
    drawn = dict(re.findall(r"(\w+ResponseError) +(\d{3})$", REFERENCE.read_text(encoding="utf-8"), re.MULTILINE))
    assert {kind.__name__: str(status) for status, kind in BY_STATUS.items()} == drawn
    assert sorted(BY_STATUS) == [
        *(400, 401, 402, 403, 404, 408, 409, 410, 413, 415, 422, 429, 499),
        *(500, 502, 503, 504, 524, 529),
    ]
    for status, kind in BY_STATUS.items():
        assert (kind.__doc__ or "").startswith(f"{status}: ")


def test_a_class_of_your_own_takes_no_status() -> None:
    """To build on a class of ours changes nothing for others."""

    class OwnError(errors.NotFoundResponseError):
        """One of somebody's own."""

    assert BY_STATUS[404] is errors.NotFoundResponseError
    assert OwnError("no", status_code=404).status_code == 404


@pytest.mark.parametrize("journey", JOURNEYS, ids=lambda journey: journey.__name__)
@EVERY_CLASS
def test_an_error_keeps_everything_on_a_journey(kind: type[SDKError], journey: Callable[[Any], Any]) -> None:
    """A pickled or copied error is equal: it has the same class, text and notes, and every attribute."""
    error = _example(kind)
    error.add_note("seen in a test")
    there = journey(error)
    assert there is not error
    assert (type(there), str(there), there.args) == (kind, str(error), error.args)
    assert vars(there) == vars(error)
    assert there == error
    assert hash(there) == hash(error)
    assert there.__notes__ == ["seen in a test"]


@EVERY_CLASS
def test_an_example_leaves_nothing_at_its_default(kind: type[SDKError]) -> None:
    """The journey test compares real values: no attribute of its example is empty."""
    empty = {name for name, value in vars(_example(kind)).items() if value in (None, b"", {}, False, 0)}
    assert empty == ({"attempts"} if kind is SDKValidationError else set())


@EVERY_CLASS
def test_an_error_can_be_raised(kind: type[SDKError]) -> None:
    """`raise result.error` raises this error, which says its message."""
    error = _example(kind)
    with pytest.raises(kind) as caught:
        raise error
    assert caught.value is error
    assert str(error).startswith(error.message)


@EVERY_CLASS
def test_errors_are_equal_by_class_and_attributes(kind: type[SDKError]) -> None:
    """Tracebacks, causes and notes do not count, every attribute does; so results with equal errors are equal."""
    error, other = _example(kind), _example(kind)
    error.add_note("seen in a test")
    with pytest.raises(kind):
        raise error from ValueError("cause")
    assert error.__traceback__ is not None
    assert (error == other, hash(error) == hash(other), Err(error) == Err(other)) == (True, True, True)
    for name in vars(other):
        changed = copy.copy(other)
        setattr(changed, name, "other")
        assert changed != error, name
    assert error not in (SDKError(error.message), ValueError(*error.args), "text")


@pytest.mark.parametrize(
    ("error", "text"),
    [
        (OpenRouterDefaultError("no", status_code=418, outcome="unknown"), "no (outcome unknown)"),
        (
            OpenRouterDefaultError("no", status_code=418, outcome="applied", request_id="req-abc"),
            "no (outcome applied, request req-abc)",
        ),
        (RequestTimeoutError("late"), "late (outcome not_applied)"),
        (RequestTimeoutError("late", request_id="req-abc"), "late (outcome not_applied, request req-abc)"),
        (PaginationError("again"), "again"),
        (SDKValidationError("odd", parameter="id"), "id: odd"),
    ],
    ids=str,
)
def test_the_text_of_an_error_tells_outcome_and_request(error: SDKError, text: str) -> None:
    """What a reader of a log needs next stands in the text, on whatever way it gets there; `message` has none of it."""
    assert [str(error), f"{error}", *(str(journey(error)) for journey in JOURNEYS)] == [text] * (2 + len(JOURNEYS))
    assert traceback.format_exception_only(error)[-1].endswith(f"{type(error).__name__}: {text}\n")
    record = logging.LogRecord("test", logging.ERROR, "", 1, "%s", (error,), None)
    assert record.getMessage() == text
    assert "outcome" not in error.message


def test_the_text_of_an_error_tells_the_outcome_of_the_call() -> None:
    """A call sets it at its end, after the error was made."""
    error = RequestTimeoutError("late")
    error.outcome = "unknown"
    assert str(error) == "late (outcome unknown)"


@pytest.mark.parametrize("request_id", [None, "", "a b", "a\nb", "\x1b[31m", "é", "x" * 129], ids=ascii)
def test_a_request_id_that_is_none_stays_out_of_the_text(request_id: str | None) -> None:
    """A server can put anything there: only what is short and printable is shown."""
    error = OpenRouterDefaultError("no", status_code=418, request_id=request_id)
    assert str(error) == "no (outcome not_applied)"


@EVERY_CLASS
def test_without_traceback_forgets_the_frames(kind: type[SDKError]) -> None:
    """`without_traceback` drops traceback, cause and context, and returns the error itself."""
    error = _example(kind)
    try:
        try:
            int("sk-or-test-123")
        except ValueError as cause:
            raise error from cause
    except kind:
        assert None not in (error.__traceback__, error.__cause__, error.__context__)
    assert error.without_traceback() is error
    assert (error.__traceback__, error.__cause__, error.__context__) == (None, None, None)


def test_an_answered_error_needs_its_status_only() -> None:
    """Everything but the status has a default: one attempt, not applied, nothing told."""
    error = OpenRouterDefaultError("byok_get: 418", status_code=418)
    assert vars(error) == {
        "message": "byok_get: 418",
        "attempts": 1,
        "outcome": "not_applied",
        "status_code": 418,
        "headers": {},
        "body": b"",
        "content_type": None,
        "request_id": None,
        "retry_after": None,
        "error": None,
        "openrouter_metadata": None,
        "user_id": None,
        "prior_outcome_unknown": False,
    }


def test_a_validation_error_names_its_parameter() -> None:
    """The text of an `SDKValidationError` begins with the parameter; nothing was sent."""
    error = SDKValidationError("expected str, got int", parameter="id")
    assert (str(error), error.parameter) == ("id: expected str, got int", "id")
    assert error.message == str(error)
    assert (error.attempts, error.outcome) == (0, "not_applied")


@pytest.mark.parametrize("kind", [HTTPClientError, PaginationError], ids=lambda kind: kind.__name__)
def test_an_error_without_an_answer_starts_at_nothing(kind: type[SDKError]) -> None:
    """Without more words, nothing was attempted and nothing applied."""
    error = kind("something")
    assert (error.attempts, error.outcome, error.message) == (0, "not_applied", "something")


def test_common_errors_are_concrete_and_not_those_of_one_status() -> None:
    """`CommonError` lists leaves of the tree only, and none that belongs to one documented status."""
    common = {kind.__name__ for kind in get_args(CommonError)}
    assert common.isdisjoint(DRAWN.values())
    assert {name for name in set(DRAWN) - set(DRAWN.values()) if not name.endswith("ResponseError")} - common == {
        "PaginationError",  # of pages, and of streams alone
        "StreamError",
    }

"""When hooks run, what they see, and what becomes of what they return."""

from __future__ import annotations

import threading
from typing import Any, TypeAlias, cast

import attrs
import pytest

from openrouter_core.errors import (
    HTTPClientError,
    InvalidRequestError,
    NotFoundResponseError,
    RequestAbortedError,
    RequestConnectionError,
    RequestTimeoutError,
    UnexpectedClientError,
)
from openrouter_core.hooks import HookContext, Hooks
from openrouter_core.http.wire import Failure, Request, Response
from tests.samples import CREATE, KEY, READ, AnyOperation, Clock, Lived, failed, live, shown, success

BROKEN = Failure(RequestConnectionError, "the connection broke", transient=True)
Seen: TypeAlias = list[tuple[str, HookContext, Any]]


def _recording(seen: Seen) -> Hooks:
    def record(name: str) -> Any:  # noqa: ANN401 - fits each of the three
        def hook(context: HookContext, value: object) -> None:
            seen.append((name, context, value))

        return hook

    return Hooks(**{name: record(name) for name in ("before_request", "after_success", "after_error")})


def _returning(value: object) -> Any:  # noqa: ANN401 - fits each of the three hooks, nonsense included
    def hook(_context: HookContext, _value: object) -> object:
        return value

    return hook


def _raising(_context: HookContext, _value: object) -> None:
    raise RuntimeError(KEY)


def _live(operation: AnyOperation, *replies: Response | Failure, **hooks: Any) -> Lived:  # noqa: ANN401 - any hook
    return live(operation, *replies, hooks=Hooks(**hooks))


# --- Order and context -------------------------------------------------------------------------------------------


def test_hooks_run_around_each_attempt() -> None:
    """Each attempt passes `before_request`, then `after_success` or `after_error`, those that are retried too."""
    seen: Seen = []
    lived = live(READ, failed(503), BROKEN, success(READ), hooks=_recording(seen))
    assert lived.result.ok
    assert [name for name, _, _ in seen] == [
        *("before_request", "after_error"),
        *("before_request", "after_error"),
        *("before_request", "after_success"),
    ]
    values = [value for _, _, value in seen]
    assert values[0] == values[2] == values[4] == lived.sent[0].request
    assert values[1] == failed(503)
    assert isinstance(values[3], RequestConnectionError)
    assert values[5] == success(READ)


def test_one_attempt_shows_the_same_context_to_each_hook() -> None:
    """The context is one object per attempt, so that a hook can keep what belongs to the attempt by it."""
    seen: Seen = []
    live(READ, failed(503), success(READ), hooks=_recording(seen))
    first, second = [context for name, context, _ in seen if name == "before_request"]
    assert [context is first for _, context, _ in seen] == [True, True, False, False]
    assert [context is second for _, context, _ in seen] == [False, False, True, True]
    assert attrs.asdict(second) == {
        "operation": "byok_get",
        "method": "GET",
        "path": "/byok/{id}",
        "base_url": "https://openrouter.test/api/v1",
        "attempt": 2,
    }


@pytest.mark.parametrize("status", [200, 204, 299])
def test_every_2xx_is_seen_as_a_success(status: int) -> None:
    """`after_success` goes by the status alone, whatever the endpoint promises."""
    seen: Seen = []
    live(READ, Response(status), hooks=_recording(seen))
    assert [name for name, _, _ in seen] == ["before_request", "after_success"]


# --- Replacements ------------------------------------------------------------------------------------------------


def test_before_request_may_replace_the_request() -> None:
    """What the hook returns is sent; the next attempt begins with the original again."""

    def sign(context: HookContext, request: Request) -> Request:
        assert "X-Attempt" not in request.headers
        return attrs.evolve(request, headers=request.headers.updated({"X-Attempt": str(context.attempt)}))

    lived = _live(READ, failed(503), success(READ), before_request=sign)
    assert [step.request.headers["X-Attempt"] for step in lived.sent] == ["1", "2"]


def test_after_success_may_replace_the_response() -> None:
    """The result is that of the replacement, even when it is an error that is then tried again."""
    assert _live(READ, Response(200), after_success=_returning(success(READ))).result.ok
    lived = _live(READ, success(READ), after_success=_returning(failed(404)))
    assert type(lived.error) is NotFoundResponseError
    assert len(_live(READ, success(READ), after_success=_returning(failed(503))).sent) == 3


@pytest.mark.parametrize("reply", [failed(404), BROKEN], ids=["response", "failure"])
def test_after_error_may_make_it_a_success(reply: Response | Failure) -> None:
    """A replacement that is a success is one, in place of a response and of a failure; nothing is tried again."""
    lived = _live(READ, reply, after_error=_returning(success(READ)))
    assert lived.result.ok
    assert len(lived.sent) == 1


def test_after_error_may_turn_a_response_into_a_failure() -> None:
    """An `HTTPClientError` in place of a response is the result, with what is known of the effect."""
    replacement = RequestTimeoutError("the gateway says so", transient=True)
    lived = _live(CREATE, failed(504), after_error=_returning(replacement))
    assert (type(lived.error), lived.error.message) == (type(replacement), replacement.message)
    assert (lived.error.outcome, lived.error.attempts) == ("unknown", 1)
    assert len(_live(READ, failed(404), after_error=_returning(replacement)).sent) == 3


def test_after_error_may_replace_a_failure() -> None:
    """An error in place of another one keeps what is known of the effect; whether it is transient is its own."""
    replacement = HTTPClientError("named otherwise")
    lived = _live(CREATE, BROKEN, after_error=_returning(replacement))
    assert (type(lived.error), lived.error.message) == (type(replacement), replacement.message)
    assert (lived.error.outcome, lived.error.attempts) == ("unknown", 1)
    assert len(_live(READ, BROKEN, after_error=_returning(replacement)).sent) == 1


def test_a_hook_may_return_what_it_was_given() -> None:
    """Returning the same object is as good as returning `None`."""

    def same(_context: HookContext, value: Any) -> Any:  # noqa: ANN401 - fits each of the three
        return value

    hooks = {"before_request": same, "after_success": same, "after_error": same}
    assert _live(READ, failed(503), success(READ), **hooks).result.ok
    error = _live(CREATE, BROKEN, **hooks).error
    assert (type(error), error.outcome) == (RequestConnectionError, "unknown")


# --- Hooks that fail ---------------------------------------------------------------------------------------------

RAISED = f"raised RuntimeError in _raising, line {cast('Any', _raising).__code__.co_firstlineno + 1}"
NONSENSE: list[object] = ["yes", 7, {}, NotFoundResponseError("gone", status_code=404)]


@pytest.mark.parametrize(
    ("hook", "said"),
    [(_raising, RAISED), (_returning(Response(200)), "returned Response")]
    + [(_returning(value), f"returned {type(value).__name__}") for value in NONSENSE],
)
def test_a_failing_before_request_sends_nothing(hook: object, said: str) -> None:
    """A hook that raises, or returns what is no request, ends the call before anything is sent."""
    lived = _live(CREATE, success(CREATE), before_request=hook)
    assert type(lived.error) is UnexpectedClientError
    assert lived.error.message == f"byok_create: a hook {said}"
    assert (lived.error.outcome, lived.error.attempts) == ("not_applied", 0)
    assert lived.sent == []


@pytest.mark.parametrize(
    ("hook", "said"),
    [(_raising, RAISED), (_returning(BROKEN), "returned Failure")]
    + [(_returning(HTTPClientError("x")), "returned HTTPClientError")]
    + [(_returning(value), f"returned {type(value).__name__}") for value in NONSENSE],
)
@pytest.mark.parametrize(("operation", "outcome"), [(READ, "not_applied"), (CREATE, "applied")])
def test_a_failing_after_success_hides_the_response(
    hook: object, said: str, operation: AnyOperation, outcome: str
) -> None:
    """A hook that fails on a success ends the call; that the server did it stays known, and nothing is repeated."""
    lived = _live(operation, success(operation), after_success=hook)
    assert type(lived.error) is UnexpectedClientError
    assert lived.error.message == f"{operation.name}: a hook {said}"
    assert (lived.error.outcome, lived.error.attempts) == (outcome, 1)
    assert len(lived.sent) == 1


@pytest.mark.parametrize("hook", [_raising, *map(_returning, NONSENSE)])
@pytest.mark.parametrize(
    ("reply", "outcome"),
    [(failed(503), "unknown"), (failed(400), "not_applied"), (BROKEN, "unknown")],
    ids=["503", "400", "broken"],
)
def test_a_failing_after_error_ends_the_call(hook: object, reply: Response | Failure, outcome: str) -> None:
    """A hook that fails on an error ends the call with what was known of the effect; nothing is tried again."""
    lived = _live(CREATE, reply, after_error=hook)
    assert type(lived.error) is UnexpectedClientError
    assert (lived.error.outcome, lived.error.attempts) == (outcome, 1)
    assert len(lived.sent) == 1


class UncopiedError(HTTPClientError):
    """An error whose attributes cannot be read."""

    __dict__ = cast("Any", None)


def test_an_error_that_cannot_be_copied_is_none() -> None:
    """A hook may return an error of a class of the caller's, whose code may raise."""
    error = _live(READ, failed(400), after_error=_returning(UncopiedError("no"))).error
    assert type(error) is UnexpectedClientError
    assert error.message.startswith("byok_get: a hook raised AttributeError")


def test_a_hook_that_fails_at_a_retry_keeps_the_doubt() -> None:
    """One request was started, and nobody knows what became of it."""

    def second_raises(context: HookContext, _request: Request) -> None:
        if context.attempt > 1:
            raise RuntimeError

    error = live(attrs.evolve(CREATE, effect="set"), BROKEN, hooks=Hooks(before_request=second_raises)).error
    assert type(error) is UnexpectedClientError
    assert (error.outcome, error.attempts) == ("unknown", 1)


def test_no_hooks_exception_is_shown() -> None:
    """An exception's text may hold what the hook saw, secrets included."""
    for hooks in ({"before_request": _raising}, {"after_success": _raising}):
        error = _live(CREATE, success(CREATE), **hooks).error
        assert KEY not in shown(error)
        assert (error.__cause__, error.__context__) == (None, None)


# --- Hooks that take their time ----------------------------------------------------------------------------------


def test_a_slow_before_request_uses_up_the_deadline() -> None:
    """When the hook has used up the deadline, nothing is sent, and nothing is in doubt."""
    clock = Clock()

    def slowly(_context: HookContext, _request: Request) -> None:
        clock.move(10.0)

    lived = live(CREATE, success(CREATE), clock=clock, deadline=10.0, hooks=Hooks(before_request=slowly))
    assert type(lived.error) is RequestTimeoutError
    assert (lived.error.outcome, lived.error.attempts, lived.sent) == ("not_applied", 0, [])


def test_a_before_request_may_abort() -> None:
    """A switch that is set while the hook runs keeps the request from being sent."""
    abort = threading.Event()

    def set_it(_context: HookContext, _request: Request) -> None:
        abort.set()

    lived = live(CREATE, success(CREATE), abort=abort, hooks=Hooks(before_request=set_it))
    assert (type(lived.error), lived.error.attempts, lived.sent) == (RequestAbortedError, 0, [])


def test_a_refused_request_is_one_attempt() -> None:
    """A request that the client refuses to send was started, and did nothing."""
    refused = Failure(InvalidRequestError, "httpx refused the request", sent=False)
    error = live(CREATE, refused).error
    assert (type(error), error.attempts, error.outcome) == (InvalidRequestError, 1, "not_applied")

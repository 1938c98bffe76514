"""The life of one call, driven by hand: what is sent, the key, the deadline, the abort switch, outcomes and secrets.

`test_flow_retries` holds the retry table, `test_flow_hooks` the hooks.
"""

from __future__ import annotations

import json
import logging
import threading
from typing import Any, cast

import attrs
import pytest

from openrouter_core.calling.call import Call
from openrouter_core.calling.flow import life
from openrouter_core.calling.session import RetryBudget
from openrouter_core.errors import (
    OpenRouterDefaultError,
    RequestAbortedError,
    RequestConnectionError,
    RequestTimeoutError,
    SDKValidationError,
)
from openrouter_core.hooks import Hooks
from openrouter_core.http.waiting import settled
from openrouter_core.http.wire import Failure, Headers, Response, Send, Timeouts
from openrouter_core.retries import RetryConfig
from openrouter_core.secret import Secret
from tests.samples import (
    CREATE,
    DELETE,
    KEY,
    LIST,
    PROVIDER_KEY,
    READ,
    UPDATE,
    VALUES,
    AnyOperation,
    Clock,
    Scripted,
    call_of,
    failed,
    json_response,
    live,
    pickled,
    settings,
    shown,
    success,
)

EVERY_OPERATION = pytest.mark.parametrize(
    "operation", [READ, LIST, CREATE, UPDATE, DELETE], ids=lambda operation: operation.name
)
BROKEN = Failure(RequestConnectionError, "the connection broke", transient=True)

# --- One attempt -------------------------------------------------------------------------------------------------


@EVERY_OPERATION
def test_a_call_that_works_sends_once(operation: AnyOperation) -> None:
    """One request, built by the operation, is all there is to a call that works."""
    lived = live(operation, success(operation), api_key=Secret(KEY))
    assert lived.result.ok
    assert lived.result.response == success(operation)
    (step,) = lived.steps
    assert isinstance(step, Send)
    core = settings(headers=settings().headers.updated({"Authorization": f"Bearer {KEY}"}))
    assert step.request == call_of(operation, core=core).request()
    assert (step.timeouts, step.max_response_bytes) == (core.timeouts, core.max_response_bytes)


def test_a_call_reads_the_clocks_that_it_is_given() -> None:
    """The deadline of a request is by the call's clock, and its timeouts reach no further."""
    clock = Clock()
    (step,) = live(READ, success(READ), clock=clock, deadline=7.0).sent
    assert step.deadline == clock.now + 7.0
    assert step.timeouts == Timeouts(connect=5.0, read=7.0, write=7.0, pool=7.0)


def test_a_call_has_real_clocks_by_default() -> None:
    """Nobody but a test hands in time and chance."""
    transport = Scripted([success(READ)], Clock())
    call = Call(READ, {"id": "x"}, settings(deadline=1e6), RetryBudget(), transport)
    before = call.clock()
    assert settled(life(call)).ok
    (step,) = transport.steps
    assert isinstance(step, Send)
    assert before + 1e6 <= step.deadline <= call.clock() + 1e6
    assert call.time_of_day() > 1.7e9
    assert 0 <= call.random() < 1


def test_each_attempt_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    """An attempt leaves one line at DEBUG, with its duration by the call's clock."""
    clock = Clock()

    def slowly() -> Response:
        clock.move(0.25)
        return failed(503, x_request_id="request-1")

    with caplog.at_level(logging.DEBUG, logger="openrouter"):
        live(READ, slowly, BROKEN, success(READ), clock=clock, api_key=Secret(KEY))
    assert caplog.messages == [
        "GET /byok/{id} 503 attempt=1 250ms request_id=request-1",
        "GET /byok/{id} failed attempt=2 0ms request_id=None",
        "GET /byok/{id} 200 attempt=3 0ms request_id=None",
    ]


# --- The key -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("given", [KEY, Secret(KEY)], ids=["str", "Secret"])
def test_a_callable_key_is_asked_once_per_call(given: object) -> None:
    """A function that gives the key is asked before the first attempt, and not again by a retry."""
    asked: list[object] = []

    def give() -> Any:  # noqa: ANN401 - a key in either form
        asked.append(given)
        return given

    lived = live(READ, failed(503), success(READ), api_key=give)
    assert asked == [given]
    assert len(lived.sent) == 2
    assert {step.request.headers["Authorization"] for step in lived.sent} == {f"Bearer {KEY}"}


def test_without_a_key_nothing_is_authorized() -> None:
    """A gateway may add the key: without one, no `Authorization` is sent."""
    (step,) = live(READ, success(READ)).sent
    assert "Authorization" not in step.request.headers


def _raise() -> str:
    raise RuntimeError(KEY)


@pytest.mark.parametrize(
    ("api_key", "reason"),
    [
        (_raise, "the callable that gives the key raised RuntimeError"),
        (lambda: None, "the callable returned NoneType, not str"),
        (lambda: 7, "the callable returned int, not str"),
        (KEY.encode, "the callable returned bytes, not str"),
        (lambda: "", "must not be empty"),
        (lambda: KEY + "\n", "must be printable ASCII; strip() what comes from a file"),
        (Secret("  "), "must not be empty"),
        (Secret(f' "{KEY}"'), "is in quotes, which are no part of a key: take them off"),
        (Secret(f"'{KEY}'"), "is in quotes, which are no part of a key: take them off"),
    ],
    ids=["raises", "None", "int", "bytes", "empty", "line end", "blank", "quotes", "single quotes"],
)
def test_what_is_no_key_is_a_validation_error(api_key: Any, reason: str) -> None:  # noqa: ANN401 - nonsense, too
    """A key that cannot be had, or that no header can carry, is named without being shown; nothing is sent."""
    with pytest.raises(SDKValidationError) as caught:
        live(READ, success(READ), api_key=api_key)
    assert str(caught.value).partition(" in _raise")[0] == f"api_key: {reason}"  # what raises is told with its place


def _fail(*_: object) -> Any:  # noqa: ANN401 - it never returns
    raise AssertionError("code of the caller's class ran")


class Nameless(type):
    """A metaclass that lets nothing be read of its classes."""

    __name__ = __instancecheck__ = __subclasscheck__ = cast("Any", property(_fail))


class Key(str, metaclass=Nameless):
    """Text that lets nothing be done with it."""

    __slots__ = ()
    __class__ = cast("Any", property(_fail))  # pyright: ignore[reportIncompatibleMethodOverride]
    __str__ = __eq__ = __hash__ = __len__ = __iter__ = __bool__ = __getattribute__ = __format__ = cast("Any", _fail)


class Thing(metaclass=Nameless):
    """The same, and no text."""

    __class__ = cast("Any", property(_fail))  # pyright: ignore[reportIncompatibleMethodOverride]
    __str__ = __eq__ = __hash__ = __len__ = __iter__ = __bool__ = __getattribute__ = __repr__ = cast("Any", _fail)


@pytest.mark.parametrize("give", [lambda: Key(KEY), lambda: Secret(Key(KEY))], ids=["text", "a Secret of it"])
def test_no_code_of_a_keys_class_runs(give: Any) -> None:  # noqa: ANN401 - a function that gives a key
    """What a function gives for a key may be text of any class: its text is sent, and no method of it is called."""
    (step,) = live(READ, success(READ), api_key=give).sent
    assert step.request.headers["Authorization"] == f"Bearer {KEY}"
    assert type(step.request.headers["Authorization"]) is str


def test_what_is_no_key_may_be_of_any_class() -> None:
    """It is named by its type, and nothing else of it is looked at."""
    with pytest.raises(SDKValidationError, match=r"^api_key: the callable returned Thing, not str$"):
        live(READ, success(READ), api_key=lambda: cast("str", Thing()))


@pytest.mark.parametrize("place", ["before_request", "after_success", "after_error"])
def test_what_a_hook_returns_may_be_of_any_class(place: str) -> None:
    """It, too, is named by its type."""

    def give(*_: object) -> Any:  # noqa: ANN401 - what no hook returns
        return Thing()

    hooks = Hooks(**{place: give})
    reply = failed(400) if place == "after_error" else success(READ)
    assert live(READ, reply, hooks=hooks).error.message == "byok_get: a hook returned Thing"


def test_a_call_shows_nothing() -> None:
    """What a debugger may print shows neither arguments nor a key."""
    assert "sk-" not in repr(Call(CREATE, VALUES["byok_create"], settings(ask_key=lambda: KEY), RetryBudget()))


# --- The deadline ------------------------------------------------------------------------------------------------


def test_a_slow_key_uses_up_the_deadline() -> None:
    """The deadline is for the whole call: when it has passed before the first attempt, nothing is sent."""
    clock = Clock()

    def give() -> str:
        clock.move(9.0)
        return KEY

    lived = live(CREATE, success(CREATE), clock=clock, api_key=give, deadline=9.0)
    assert type(lived.error) is RequestTimeoutError
    assert lived.error.message == "byok_create: the deadline of 9 s passed"
    assert (lived.error.attempts, lived.error.outcome, lived.error.transient) == (0, "not_applied", True)
    assert lived.sent == []


def test_a_late_attempt_has_little_time() -> None:
    """The timeouts of a later attempt are cut to what remains of the deadline."""
    clock = Clock()

    def slowly() -> Failure:
        clock.move(6.0)
        return BROKEN

    first, second = live(READ, slowly, success(READ), clock=clock, deadline=10.0, random=lambda: 0.5).sent
    assert first.timeouts == Timeouts(connect=5.0, read=10.0, write=10.0, pool=10.0)
    assert second.timeouts == Timeouts(*[3.75] * 4)
    assert first.deadline == second.deadline


@pytest.mark.parametrize(("operation", "outcome"), [(READ, "not_applied"), (UPDATE, "unknown")], ids=["read", "write"])
def test_no_attempt_starts_after_the_deadline(operation: AnyOperation, outcome: str) -> None:
    """When a wait takes longer than it should, the deadline ends the call; what is in doubt stays in doubt."""
    clock = Clock()
    transport = Scripted([failed(503)], clock, pace=100.0)
    call = Call(
        operation, VALUES[operation.name], settings(deadline=9.0), RetryBudget(), transport, clock=clock,
        random=lambda: 1.0,
    )  # fmt: skip
    error = settled(life(call)).error
    assert type(error) is RequestTimeoutError
    assert (error.attempts, error.outcome) == (1, outcome)


# --- The abort switch --------------------------------------------------------------------------------------------


def test_an_abort_before_the_first_attempt_sends_nothing() -> None:
    """A switch that is set already ends the call at once."""
    abort = threading.Event()
    abort.set()
    lived = live(CREATE, success(CREATE), abort=abort, api_key=Secret(KEY))
    assert type(lived.error) is RequestAbortedError
    assert lived.error.message == "byok_create: the abort event was set"
    assert (lived.error.attempts, lived.error.outcome) == (0, "not_applied")
    assert lived.steps == []


@pytest.mark.parametrize(
    ("reply", "outcome"), [(failed(429), "not_applied"), (failed(503), "unknown")], ids=["not applied", "in doubt"]
)
def test_an_abort_between_attempts_ends_the_call(reply: Response, outcome: str) -> None:
    """No further attempt starts once the switch is set, and nothing is waited for."""
    abort = threading.Event()

    def answer() -> Response:
        abort.set()
        return reply

    lived = live(DELETE, answer, success(DELETE), abort=abort)
    assert type(lived.error) is RequestAbortedError
    assert (lived.error.attempts, lived.error.outcome) == (1, outcome)
    assert lived.waits == []


def test_an_answer_that_arrived_is_not_thrown_away() -> None:
    """A switch that is set during the last attempt does not hide its result."""
    abort = threading.Event()

    def answer() -> Response:
        abort.set()
        return success(READ)

    assert live(READ, answer, abort=abort).result.ok


# --- What is known of the effect ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("operation", "sent", "status", "outcome"),
    [
        (READ, True, None, "not_applied"),
        (READ, True, 200, "not_applied"),
        (CREATE, False, None, "not_applied"),
        (CREATE, True, None, "unknown"),
        (CREATE, True, 201, "applied"),
        (CREATE, True, 400, "not_applied"),
        (CREATE, True, 500, "unknown"),
        (DELETE, True, 200, "applied"),
        (DELETE, True, None, "unknown"),
    ],
)
def test_a_failure_says_what_is_known_of_the_effect(
    operation: AnyOperation,
    sent: bool,  # noqa: FBT001 - a case
    status: int | None,
    outcome: str,
) -> None:
    """A status that arrived before the connection broke says as much as a whole response would."""
    failure = Failure(
        RequestConnectionError, "the connection broke", sent=sent, head=None if status is None else Response(status)
    )
    error = live(operation, failure).error
    assert type(error) is RequestConnectionError
    assert error.message == f"{operation.name}: the connection broke (https://openrouter.test)"
    assert (error.outcome, error.attempts, error.transient) == (outcome, 1, False)


@pytest.mark.parametrize(
    ("earlier", "attempts", "outcome"), [([], 0, "not_applied"), ([failed(503)], 1, "unknown")], ids=["first", "second"]
)
def test_an_attempt_that_cannot_begin_is_none(earlier: list[Response], attempts: int, outcome: str) -> None:
    """The environment became wrong meanwhile: no hook is told, and what is in doubt stays in doubt."""
    refusal = SDKValidationError("names no file of certificates", parameter="SSL_CERT_FILE")
    hooks = Hooks(after_error=lambda _, reply: RequestConnectionError("no") if isinstance(reply, Exception) else None)
    error = live(UPDATE, *earlier, refusal, hooks=hooks).error
    assert error is refusal
    assert (error.attempts, error.outcome) == (attempts, outcome)


@pytest.mark.parametrize("cut", [False, True], ids=["whole", "cut short"])
@pytest.mark.parametrize("hooked", [False, True], ids=["no hook", "a hook"])
def test_a_login_page_proves_nothing(hooked: bool, cut: bool) -> None:  # noqa: FBT001 - a case
    """A success of another content type is something else's answer: nobody knows whether the create was made."""

    def hook(_: object, response: Response) -> Response:
        return attrs.evolve(response)

    page = Response(201, Headers({"content-type": "text/html"}), b"<html>")
    reply = Failure(RequestConnectionError, "it broke", head=page) if cut else page
    assert live(CREATE, reply, hooks=Hooks(after_success=hook if hooked else None)).error.outcome == "unknown"


@pytest.mark.parametrize("retries", [RetryConfig(), RetryConfig(replay="always")], ids=["safe", "always"])
@pytest.mark.parametrize("operation", [CREATE, UPDATE, DELETE], ids=lambda operation: operation.name)
def test_what_was_applied_is_never_repeated(operation: AnyOperation, retries: RetryConfig) -> None:
    """A success whose body broke off has happened: another attempt would do it twice."""
    broke_off = Failure(RequestConnectionError, "it broke", transient=True, head=Response(operation.success[0]))
    lived = live(operation, broke_off, retries=retries)
    assert len(lived.sent) == 1
    assert lived.error.outcome == "applied"


def test_a_repeated_delete_may_find_nothing() -> None:
    """A 404 after an attempt in doubt may be this very call's success: the error says so."""
    error = live(DELETE, BROKEN, failed(404)).error
    assert (error.status_code, error.attempts) == (404, 2)
    assert (error.outcome, error.prior_outcome_unknown) == ("unknown", True)


@pytest.mark.parametrize(
    ("operation", "earlier"), [(READ, failed(503)), (DELETE, failed(429))], ids=["a read", "a refusal"]
)
def test_a_harmless_earlier_attempt_leaves_no_doubt(operation: AnyOperation, earlier: Response) -> None:
    """Neither a read nor a refused attempt has an effect that could be in doubt."""
    error = live(operation, earlier, failed(404)).error
    assert (error.attempts, error.outcome, error.prior_outcome_unknown) == (2, "not_applied", False)


def test_a_doubt_is_not_forgotten() -> None:
    """An attempt that was refused in between does not settle what the first one did."""
    error = live(DELETE, BROKEN, failed(429), failed(404)).error
    assert (error.attempts, error.outcome, error.prior_outcome_unknown) == (3, "unknown", True)


def test_a_later_success_settles_the_doubt() -> None:
    """When a repeated write succeeds, it succeeded."""
    assert live(UPDATE, BROKEN, success(UPDATE)).result.ok


def test_a_doubt_survives_a_failure_that_did_nothing() -> None:
    """After one attempt in doubt, a connection that was refused does not make the call `not_applied`."""
    refused = Failure(RequestConnectionError, "refused", sent=False)
    error = live(UPDATE, BROKEN, refused).error
    assert (error.attempts, error.outcome) == (2, "unknown")


# --- Secrets -----------------------------------------------------------------------------------------------------

# How a key may be given, and the header that overrides it, if one does.
KEYS: list[tuple[Any, dict[str, str], str]] = [
    (Secret(KEY), {}, KEY),
    (Secret(f"Bearer {KEY}"), {}, KEY),
    (Secret(f"  {KEY} "), {}, KEY),
    (lambda: KEY, {}, KEY),
    (Secret("sk-or-test-overridden"), {"authorization": f"Basic {KEY}"}, KEY),
    (None, {"Authorization": KEY}, KEY),
]


@pytest.mark.parametrize(
    ("api_key", "overrides", "sent"), KEYS, ids=["plain", "Bearer", "blanks", "callable", "overridden", "no scheme"]
)
@pytest.mark.parametrize("status", [200, 201, 400, 401, 500, 599])
def test_an_echoed_key_is_masked(api_key: Any, overrides: dict[str, str], sent: str, status: int) -> None:  # noqa: ANN401
    """However the key came into the request, a server that echoes it finds it masked in every attribute."""
    echo = f"no such key: {sent}, {PROVIDER_KEY}"
    body = {"error": {"code": status, "message": echo, "metadata": {"k": echo}}, "openrouter_metadata": {"k": echo}}
    response = json_response(status, body | {"user_id": echo}, x_request_id=echo, x_echo=echo)
    error = live(CREATE, response, api_key=api_key, overrides=overrides).error
    for there in (error, pickled(error)):
        assert "[redacted], [redacted]" in shown(there)
        assert sent not in shown(there)
        assert PROVIDER_KEY not in shown(there)


def test_a_failures_reason_is_masked() -> None:
    """What a transport says of a failure is masked, too, and text that UTF-8 cannot encode does not break it."""
    failure = Failure(RequestConnectionError, f"cannot send {KEY} \ud800 {PROVIDER_KEY}")
    error = live(CREATE, failure, api_key=Secret(KEY)).error
    assert error.message == "byok_create: cannot send [redacted] ? [redacted] (https://openrouter.test)"


def test_a_key_is_sent_and_shown_nowhere() -> None:
    """The request holds both secrets, and its `repr` holds none."""
    (step,) = live(CREATE, success(CREATE), api_key=Secret(KEY)).sent
    assert step.request.headers["Authorization"] == f"Bearer {KEY}"
    assert step.request.body == json.dumps({"key": PROVIDER_KEY, "provider": "openai"}, separators=(",", ":")).encode()
    assert "sk-" not in repr(step)


def test_a_response_without_a_name_is_still_an_error() -> None:
    """A status that nobody has heard of ends the call as an `OpenRouterDefaultError`."""
    assert type(live(READ, Response(299, Headers())).error) is OpenRouterDefaultError

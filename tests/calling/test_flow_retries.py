"""When a call tries again: the whole table, exhaustion, limits, and what the server asks for."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from openrouter_core.errors import RequestConnectionError, RequestTimeoutError
from openrouter_core.http.wire import Failure, Headers, Response
from openrouter_core.model import evolve
from openrouter_core.retries import TYPESCRIPT_RETRIES, BackoffStrategy, RetryConfig
from openrouter_funcs.models import byok
from tests.drawing import drawn
from tests.samples import (
    CREATE,
    DELETE,
    READ,
    UPDATE,
    VALUES,
    AnyOperation,
    Clock,
    Lived,
    error_body,
    failed,
    json_response,
    live,
    success,
)

if TYPE_CHECKING:
    from openrouter_core.operation import Effect

NOT_SENT = Failure(RequestConnectionError, "refused", sent=False, transient=True)
NOT_SENT_IN_TIME = Failure(RequestTimeoutError, "connecting took too long", sent=False, transient=True)
BROKEN = Failure(RequestConnectionError, "broke", transient=True)
TIMED_OUT = Failure(RequestTimeoutError, "reading took too long", transient=True)

RUN: AnyOperation = attrs.evolve(CREATE, effect="run")

EVERY_OPERATION = pytest.mark.parametrize(
    "operation", [READ, UPDATE, DELETE, CREATE, RUN], ids=["GET", "PATCH", "DELETE", "POST", "run"]
)


def _retrying(operation: AnyOperation, *replies: Response | Failure, **config: Any) -> Lived:  # noqa: ANN401
    clock = config.pop("clock", None)
    deadline = config.pop("deadline", 120.0)
    return live(operation, *replies, clock=clock, deadline=deadline, retries=RetryConfig(**config))


# --- The table --------------------------------------------------------------------------------------------------

# What happens, which effects are tried again, and what the outcome is of what is no read.
TABLE: dict[str, tuple[Response | Failure, str, str]] = {
    "not sent": (NOT_SENT, "read set add run", "not_applied"),
    "not connected in time": (NOT_SENT_IN_TIME, "read set add run", "not_applied"),
    "408": (failed(408), "read set", "unknown"),
    "429": (failed(429), "read set add run", "not_applied"),
    **{str(status): (failed(status), "read set", "unknown") for status in (500, 504, *range(520, 529))},
    **{str(status): (failed(status), "read set run", "unknown") for status in (502, 503, 529)},
    "broken after sending": (BROKEN, "read set", "unknown"),
    "timed out after sending": (TIMED_OUT, "read set", "unknown"),
    "503 that broke off": (evolve(BROKEN, head=failed(503)), "read set run", "unknown"),
    "500 that broke off": (evolve(BROKEN, head=failed(500)), "read set", "unknown"),
}


@EVERY_OPERATION
@pytest.mark.parametrize("event", TABLE)
def test_the_retry_table(operation: AnyOperation, event: str) -> None:
    """A read and a set are tried three times; an add only when the server did nothing, a run when no model worked."""
    reply, retried, outcome = TABLE[event]
    lived = live(operation, reply)
    attempts = 3 if operation.effect in retried.split() else 1
    assert (len(lived.sent), lived.error.attempts) == (attempts, attempts)
    assert lived.error.outcome == ("not_applied" if operation is READ else outcome)
    assert len(lived.waits) == attempts - 1


@EVERY_OPERATION
@pytest.mark.parametrize("event", TABLE)
def test_a_retry_that_works_is_a_success(operation: AnyOperation, event: str) -> None:
    """Where the table says retry, the next attempt's success is the call's; else the failure is."""
    reply, retried, _ = TABLE[event]
    lived = live(operation, reply, success(operation))
    assert lived.result.ok is (operation.effect in retried.split())


class Keyed(byok.CreateBYOKKeyRequest, total=False):
    """A request with headers of its own."""

    idempotency_key: str | None
    other: str


@pytest.mark.parametrize(("key", "attempts"), [("once", 3), (None, 1)], ids=["with a key", "without"])
@pytest.mark.parametrize("effect", ["add", "run"])
@pytest.mark.parametrize("reply", [BROKEN, failed(500), failed(408)], ids=["broken", "500", "408"])
def test_what_has_an_idempotency_key_may_be_repeated(
    key: str | None, attempts: int, effect: Effect, reply: Response | Failure
) -> None:
    """The server does it once, however often it is sent; and still nobody knows whether it did."""
    headers = {"idempotency_key": "idempotency-key", "other": "X-Other"}
    keyed = attrs.evolve(CREATE, request=Keyed, effect=effect, headers=headers)
    lived = live(keyed, reply, values={**VALUES["byok_create"], "idempotency_key": key, "other": "x"})
    assert (len(lived.sent), lived.error.outcome) == (attempts, "unknown")


@pytest.mark.parametrize("status", [502, 503, 529])
def test_an_error_within_a_success_is_never_repeated(status: int) -> None:
    """Though a model that did not work has the same status, here something has begun."""
    assert len(live(RUN, json_response(201, error_body(status))).sent) == 1


def test_a_list_of_statuses_makes_a_run_no_more_repeatable() -> None:
    """Listing 500 does not let a model work twice; leaving 503 out lets it work once."""
    assert len(_retrying(RUN, failed(500), status_codes=("5XX",)).sent) == 1
    assert len(_retrying(RUN, failed(503), status_codes=("429",)).sent) == 1
    assert len(_retrying(RUN, failed(500), replay="always").sent) == 3


NEVER: dict[str, Response | Failure] = {
    "certificate": Failure(RequestConnectionError, "certificate verify failed", sent=False),
    **{str(status): failed(status) for status in range(300, 309)},
    **{str(status): failed(status) for status in (400, 401, 402, 403, 404, 407, 409, 410, 418, 422, 425)},
    **{str(status): failed(status) for status in (501, 505, 511, 530)},
    "204": Response(204),
    "unreadable 200": Response(200, Headers(), b"{"),
    "unreadable 201": Response(201, Headers(), b"{"),
}


@EVERY_OPERATION
@pytest.mark.parametrize("event", NEVER)
def test_what_is_never_tried_again(operation: AnyOperation, event: str) -> None:
    """Certificates, redirects, other statuses and unreadable successes: the same would happen again."""
    lived = live(operation, NEVER[event])
    assert (len(lived.sent), lived.error.attempts, lived.waits) == (1, 1, [])


@EVERY_OPERATION
def test_an_unreadable_success_is_not_tried_again_even_if_listed(operation: AnyOperation) -> None:
    """A listed status counts when the server failed, not when its success cannot be read."""
    lived = _retrying(operation, Response(operation.success[0], Headers(), b"{"), status_codes=("XXX",))
    assert len(lived.sent) == 1


# --- How often ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("max_attempts", [1, 2, 5])
def test_attempts_are_exhausted(max_attempts: int) -> None:
    """`max_attempts` counts the first one; the last error comes back, with the number of attempts."""
    lived = _retrying(READ, failed(502), failed(503), failed(504), max_attempts=max_attempts)
    assert len(lived.sent) == max_attempts
    assert lived.error.attempts == max_attempts
    assert lived.error.status_code == min(501 + max_attempts, 504)


def test_without_a_bound_the_deadline_is_one() -> None:
    """With `max_attempts=None`, attempts go on as long as another wait ends before the deadline."""
    lived = _retrying(READ, failed(503), max_attempts=None, deadline=20.0)
    assert lived.waits == [0.5, 1.0, 2.0, 4.0, 8.0]
    assert lived.error.attempts == 6
    assert lived.error.status_code == 503


@pytest.mark.parametrize(
    ("max_elapsed_time", "waits"),
    [(None, [0.5, 1.0]), (60.0, [0.5, 1.0]), (0.7, [0.5, 1.0]), (0.6, [0.5, 1.0]), (0.5, [0.5]), (0, [])],
)
def test_no_wait_begins_after_the_longest_elapsed_time(max_elapsed_time: float | None, waits: list[float]) -> None:
    """`max_elapsed_time` is compared with the time before a wait, as the original does; `None` leaves it out."""
    clock = Clock()

    def in_a_moment() -> Response:
        clock.move(0.05)
        return failed(503)

    retries = RetryConfig(backoff=BackoffStrategy(max_elapsed_time=max_elapsed_time))
    lived = live(READ, in_a_moment, clock=clock, retries=retries)
    assert lived.waits == waits


def test_a_long_elapsed_time_does_not_lift_the_deadline() -> None:
    """The deadline holds whatever the backoff allows."""
    backoff = BackoffStrategy(max_elapsed_time=3600)
    assert _retrying(READ, failed(503), backoff=backoff, deadline=1.2).waits == [0.5]


@EVERY_OPERATION
@pytest.mark.parametrize(
    "reply", [NOT_SENT, BROKEN, failed(429), failed(503)], ids=["not sent", "broken", "429", "503"]
)
def test_strategy_none_tries_once(operation: AnyOperation, reply: Response | Failure) -> None:
    """`strategy="none"` never tries again, whatever else is configured."""
    lived = _retrying(operation, reply, strategy="none", max_attempts=9, replay="always")
    assert (len(lived.sent), lived.error.attempts) == (1, 1)


@pytest.mark.parametrize(
    ("reply", "attempts"),
    [(NOT_SENT, 1), (BROKEN, 1), (TIMED_OUT, 1), (failed(503), 3)],
    ids=["not sent", "broken", "timed out", "503"],
)
def test_connection_errors_can_be_left_alone(reply: Response | Failure, attempts: int) -> None:
    """`retry_connection_errors=False` leaves statuses retried, and connections and timeouts not."""
    assert len(_retrying(READ, reply, retry_connection_errors=False).sent) == attempts


@pytest.mark.parametrize(
    ("codes", "status", "attempts"),
    [(("418",), 418, 3), (("418",), 503, 1), ((), 503, 1), (("4XX",), 404, 3), (("3xx",), 307, 3)],
)
def test_the_listed_statuses_are_retried(codes: tuple[str, ...], status: int, attempts: int) -> None:
    """`status_codes` (`RequestOptions.retry_codes`) says which statuses are tried again, and no others are."""
    assert len(_retrying(READ, failed(status), status_codes=codes).sent) == attempts


@pytest.mark.parametrize(("status", "attempts"), [(400, 3), (418, 3), (500, 1), (303, 1), (204, 1)])
def test_a_listed_status_repeats_a_create_only_when_it_was_refused(status: int, attempts: int) -> None:
    """Listing a status does not make a create that may have happened repeatable."""
    lived = _retrying(CREATE, failed(status), status_codes=("XXX",))
    assert len(lived.sent) == attempts


@pytest.mark.parametrize("reply", [BROKEN, TIMED_OUT, failed(500), failed(408)], ids=["broken", "late", "500", "408"])
def test_replay_always_repeats_a_create(reply: Response | Failure) -> None:
    """`replay="always"` is for those who rather create twice than not at all; the doubt is told."""
    lived = _retrying(CREATE, reply, replay="always")
    assert (len(lived.sent), lived.error.outcome) == (3, "unknown")


def test_the_originals_policy() -> None:
    """`TYPESCRIPT_RETRIES` repeats every method, for 5XX only, for as long as the hour and the deadline allow."""
    for operation in (READ, CREATE, UPDATE, DELETE):
        lived = live(operation, failed(501), failed(599), success(operation), retries=TYPESCRIPT_RETRIES)
        assert lived.result.ok
        assert lived.waits == [1.0, 1.5]
        assert len(live(operation, failed(429), retries=TYPESCRIPT_RETRIES).sent) == 1
    lived = live(READ, failed(500), retries=TYPESCRIPT_RETRIES, deadline=10_000.0)
    assert sum(lived.waits[:-1]) <= 3600 < sum(lived.waits) <= 3660  # the hour is looked at before a wait


@attrs.frozen
class Attempt:
    """How long an attempt of the original takes, what the server asks for, and what chance gives before the next."""

    seconds: float
    asked: int | None
    chance: float


def _waits_of_the_original(attempts: list[Attempt], longest: float) -> list[float]:
    """Compute what OpenRouter's TypeScript SDK waits while every answer is a 5XX, statement by statement."""
    waits: list[float] = []
    elapsed = 0.0
    for x, attempt in enumerate(attempts):
        elapsed += attempt.seconds
        if elapsed > longest:
            break
        interval = float(attempt.asked or 0)
        if interval <= 0:
            interval = 0.5 * x**1.5 + attempt.chance
        waits.append(min(interval, 60.0))
        elapsed += waits[-1]
    return waits


@drawn(100)
@given(
    attempts=st.lists(
        st.builds(
            Attempt,
            seconds=st.integers(0, 40).map(lambda quarters: quarters / 4),
            asked=st.none() | st.sampled_from([0, 1, 59, 60, 61, 3600]),
            chance=st.integers(0, 7).map(lambda eighths: eighths / 8),
        ),
        min_size=1,
        max_size=30,
    ),
    longest=st.sampled_from([0.0, 5.0, 60.0, 3600.0]),
)
def test_the_originals_counts_and_delays(attempts: list[Attempt], longest: float) -> None:
    """Attempt by attempt, `TYPESCRIPT_RETRIES` waits for as long, and gives up as soon, as the original's loop."""
    clock, chances = Clock(), iter([*(each.chance for each in attempts), 0.0])

    def answered(attempt: Attempt) -> Response:
        clock.move(attempt.seconds)
        return failed(503) if attempt.asked is None else failed(503, retry_after=str(attempt.asked))

    replies = [partial(answered, each) for each in attempts]
    retries = attrs.evolve(
        TYPESCRIPT_RETRIES, backoff=attrs.evolve(TYPESCRIPT_RETRIES.backoff, max_elapsed_time=longest)
    )
    lived = live(
        CREATE,
        *replies,
        success(CREATE),
        clock=clock,
        random=lambda: next(chances),
        retries=retries,
        deadline=1e6,
    )
    assert lived.waits == pytest.approx(_waits_of_the_original(attempts, longest))
    assert len(lived.sent) == 1 + len(lived.waits)


# --- How long ----------------------------------------------------------------------------------------------------


def test_chance_spreads_the_waits() -> None:
    """Each wait draws from chance anew."""
    chances = iter([0.5, 0.25])
    assert live(READ, failed(503), random=lambda: next(chances)).waits == [0.25, 0.25]


def test_the_servers_wait_is_honoured_in_full() -> None:
    """`Retry-After` replaces the backoff for this one wait."""
    lived = live(READ, failed(429, retry_after="7"), failed(503), success(READ), random=lambda: 0.0)
    assert lived.waits == [7.0, 0.0]
    assert live(CREATE, failed(429, retry_after_ms="250"), success(CREATE), random=lambda: 0.0).waits == [0.25]


@pytest.mark.parametrize(
    ("asked", "random", "deadline", "wait"),
    [
        ("10", 0.0, 120.0, 10.0),
        ("10", 0.5, 120.0, 10.55),
        ("10", 1.0, 120.0, 11.1),
        ("0.01", 1.0, 120.0, 0.111),
        ("10", 0.5, 10.2, 10.1),
    ],
)
def test_callers_who_were_asked_to_wait_come_back_spread_out(
    asked: str, random: float, deadline: float, wait: float
) -> None:
    """Up to a tenth and 0.1 s is added to what the server asks, never less, and never so much that no time is left."""
    lived = live(READ, failed(429, retry_after=asked), success(READ), random=lambda: random, deadline=deadline)
    assert lived.waits == pytest.approx([wait])
    assert lived.result.ok


def test_the_error_tells_what_was_asked() -> None:
    """`retry_after` is the server's word, without what is added to it."""
    assert live(READ, failed(429, retry_after="10"), random=lambda: 0.9).error.retry_after == 10.0


def error_text(headers: str) -> bytes:
    """Return the body of an error whose metadata has these headers."""
    return f'{{"error": {{"code": 429, "message": "no", "metadata": {{"headers": {headers}}}}}}}'.encode()


LIMITED = {"error": {"code": 429, "message": "no", "metadata": {"headers": {"X-RateLimit-Reset": "12000"}}}}
RESETS: dict[str, tuple[Response, float | None]] = {
    "a header": (failed(429, x_ratelimit_reset="12000"), 2.0),
    "OpenRouter's metadata": (json_response(429, LIMITED), 2.0),
    "the later of both": (json_response(429, LIMITED, x_ratelimit_reset="13500"), 3.5),
    "by the server's clock": (failed(429, x_ratelimit_reset="12000", date="Thu, 01 Jan 1970 00:00:08 GMT"), 4.0),
    "in the past": (failed(429, x_ratelimit_reset="9000"), 0.0),
    "beside Retry-After": (failed(429, x_ratelimit_reset="12000", retry_after="1"), 1.0),
    "no number": (failed(429, x_ratelimit_reset="soon"), None),
    "under another status": (failed(503, x_ratelimit_reset="12000"), None),
    "metadata nested deeply": (
        Response(429, {}, error_text('{"x-ratelimit-reset": ' + "[" * 900 + "]" * 900 + "}")),
        None,
    ),
    "metadata of another shape": (json_response(429, error_body(429) | {"metadata": {"headers": [1]}}), None),
}


@pytest.mark.parametrize("case", RESETS)
def test_the_reset_of_a_rate_limit_is_waited_for(case: str) -> None:
    """Without `Retry-After`, a 429 asks to wait until `X-RateLimit-Reset`, in milliseconds since 1970."""
    response, asked = RESETS[case]
    lived = live(READ, response, time_of_day=lambda: 10.0, random=lambda: 0.0)
    assert lived.error.retry_after == asked
    assert lived.waits == [asked or 0.0] * 2


def test_a_response_that_breaks_off_is_heeded() -> None:
    """A 429 whose body is lost asks to wait like any other, and is tried again by the same rule as one."""
    head = Response(429, Headers({"retry-after": "7", "x-request-id": "req-1"}))
    broken = Failure(RequestConnectionError, "broke", transient=True, head=head)
    lived = live(CREATE, broken, success(CREATE), random=lambda: 0.0)
    assert (lived.waits, lived.result.ok) == ([7.0], True)
    error = live(CREATE, broken, retries=RetryConfig(status_codes=()), random=lambda: 0.0).error
    assert (error.attempts, error.retry_after, error.status_code, error.request_id) == (1, 7.0, 429, "req-1")
    assert str(error).endswith("(outcome not_applied, request req-1)")
    found = attrs.evolve(head, status_code=404)
    assert live(READ, evolve(broken, head=found)).error.attempts == 1
    assert live(READ, evolve(broken, head=found, transient=False)).error.attempts == 1
    assert live(READ, evolve(broken, head=Response(200)), retries=RetryConfig(status_codes=())).error.attempts == 3


def test_a_date_is_waited_for() -> None:
    """A `Retry-After` that is a date counts from the time of day that the call was given."""
    reply = failed(503, retry_after="Thu, 01 Jan 1970 00:01:40 GMT")
    assert live(READ, reply, success(READ), time_of_day=lambda: 88.0, random=lambda: 0.0).waits == [12.0]


@pytest.mark.parametrize("value", ["0", "Thu, 01 Jan 1970 00:00:00 GMT"], ids=["zero", "past date"])
def test_a_wait_of_nothing_leaves_the_backoff(value: str) -> None:
    """A server that says "now" says it to every caller: backoff and jitter still spread them."""
    assert live(READ, failed(503, retry_after=value), success(READ), time_of_day=lambda: 1e6).waits == [0.5]


@pytest.mark.parametrize(
    "value",
    ["-1", "1e9", "nan", "inf", "1_000", "\u0661\u0662", "9" * 5000, "Sun, 24 Aug 99999 10:31:30 GMT"],
    ids=lambda value: ascii(value)[:30],
)
@pytest.mark.parametrize("name", ["retry_after", "retry_after_ms"])
def test_what_is_no_wait_leaves_the_backoff(name: str, value: str) -> None:
    """A wait that cannot be understood counts as none: neither an error, nor no wait, nor one without end."""
    assert live(READ, failed(503, **{name: value}), success(READ)).waits == [0.5]


@pytest.mark.parametrize(
    ("asked", "longest", "waits"),
    [("60", 60.0, [66.1]), ("60.1", 60.0, []), ("3600", 60.0, []), ("5", 4.0, []), ("0", 0.0, [0.5]), ("1", 0, [])],
)
def test_too_long_a_wait_is_returned_at_once(asked: str, longest: float, waits: list[float]) -> None:
    """Beyond `max_retry_after` the caller gets the error, and in it how long the server asked to wait."""
    lived = _retrying(READ, failed(429, retry_after=asked), success(READ), max_retry_after=longest)
    assert lived.waits == waits
    if not waits:
        assert (lived.error.retry_after, lived.error.attempts) == (float(asked), 1)


def test_a_wait_beyond_the_deadline_is_not_begun() -> None:
    """When the next attempt could not start before the deadline, the error comes back at once."""
    clock = Clock()
    lived = _retrying(READ, failed(503, retry_after="10"), clock=clock, deadline=10.0)
    assert (lived.waits, lived.error.status_code, lived.error.retry_after) == ([], 503, 10.0)
    assert clock.now == Clock().now


def test_the_time_of_attempts_counts() -> None:
    """What an attempt takes is taken from the deadline before it is decided whether to wait."""
    clock = Clock()

    def slowly() -> Response:
        clock.move(9.6)
        return failed(503)

    assert live(READ, slowly, clock=clock, deadline=10.0).waits == []
    assert live(READ, slowly, clock=clock, deadline=10.2).waits == [0.5]


def test_every_attempt_sends_the_same() -> None:
    """A retry sends what the first attempt sent."""
    first, second, third = live(UPDATE, failed(503)).sent
    assert first.request == second.request == third.request


def test_the_configs_default_is_the_documented_one() -> None:
    """Three attempts, half a second at first, eight at most, doubling, a minute of `Retry-After`."""
    assert attrs.asdict(RetryConfig()) == {
        "strategy": "backoff",
        "backoff": {
            "initial_interval": 0.5,
            "max_interval": 8.0,
            "exponent": 2.0,
            "max_elapsed_time": None,
            "jitter": "full",
        },
        "retry_connection_errors": True,
        "max_attempts": 3,
        "replay": "safe",
        "max_retry_after": 60.0,
        "long_retry_after": "return",
        "budgeted": True,
        "status_codes": ("408", "429", "500", "502", "503", "504", "52X"),
    }

"""The retry budget of a core: an outage is not amplified, and recovery brings retries back."""

from __future__ import annotations

import threading

import pytest

from openrouter_core.calling.policy import retry_cost
from openrouter_core.calling.session import CAPACITY, RetryBudget
from openrouter_core.errors import RequestConnectionError, RequestTimeoutError
from openrouter_core.http.wire import Failure, Headers, Response
from openrouter_core.retries import TYPESCRIPT_RETRIES, BackoffStrategy, RetryConfig
from tests.samples import READ, failed, live, success

NO_WAIT = BackoffStrategy(initial_interval=0)
MANY = RetryConfig(backoff=NO_WAIT, max_attempts=1000)
TIMED_OUT = Failure(RequestTimeoutError, "late", transient=True)
REFUSED = Failure(RequestConnectionError, "refused", sent=False, transient=True)


@pytest.mark.parametrize(
    ("reply", "attempts"), [(failed(503), 21), (REFUSED, 21), (TIMED_OUT, 11)], ids=["503", "refused", "timeout"]
)
def test_a_budget_bounds_the_retries_of_a_core(reply: Failure, attempts: int) -> None:
    """A full budget is 100 tokens: 20 retries, or 10 after timeouts; then each call makes one attempt."""
    budget = RetryBudget()
    assert live(READ, reply, retries=MANY, budget=budget).error.attempts == attempts
    assert live(READ, reply, retries=MANY, budget=budget).error.attempts == 1


def test_an_outage_is_not_amplified() -> None:
    """While every answer is a 503, 10,000 calls make 20 requests more than there are calls."""
    budget = RetryBudget()
    sent = sum(
        len(live(READ, failed(503), retries=RetryConfig(backoff=NO_WAIT), budget=budget).sent) for _ in range(10_000)
    )
    assert sent == 10_020


def test_a_success_puts_back_what_its_retries_took() -> None:
    """A call that succeeds at last leaves the budget as it found it, so that single failures never empty it."""
    budget = RetryBudget()
    for _ in range(100):
        assert len(live(READ, failed(503), failed(503), success(READ), retries=MANY, budget=budget).sent) == 3


def test_successes_fill_an_empty_budget() -> None:
    """After an outage, each success brings a token back, and five of them a retry."""
    budget = RetryBudget()
    assert budget.take(CAPACITY)
    for retried in (False, True):
        for _ in range(4 + retried):
            live(READ, success(READ), budget=budget)
        assert len(live(READ, failed(503), success(READ), retries=MANY, budget=budget).sent) == 1 + retried
        budget.take(4)


@pytest.mark.parametrize(
    ("reply", "after"),
    [
        (failed(404), 1),
        (failed(401), 1),
        (Response(200, Headers(), b"{"), 1),
        (failed(503), 0),
        (failed(429), 0),
        (REFUSED, 0),
        (TIMED_OUT, 0),
    ],
    ids=["404", "401", "unreadable", "503", "429", "refused", "timeout"],
)
def test_any_answer_of_a_healthy_server_fills_the_budget(reply: Response | Failure, after: int) -> None:
    """After an outage an account that is asked for what it has not got recovers, too; failures bring nothing back."""
    budget = RetryBudget()
    assert budget.take(CAPACITY)
    live(READ, reply, budget=budget, retries=RetryConfig(strategy="none"))
    assert budget.take(1) is bool(after)


def test_an_answer_puts_back_what_the_retries_of_its_call_took() -> None:
    """A 404 at last is as good as a success at last."""
    budget = RetryBudget()
    for _ in range(100):
        assert len(live(READ, failed(503), failed(503), failed(404), retries=MANY, budget=budget).sent) == 3


def test_waiting_for_a_free_connection_costs_nothing() -> None:
    """The server has not heard of the attempt; one that could not connect, as in an outage, costs all the same."""
    full = Failure(RequestTimeoutError, "no connection was free", sent=False, transient=True, waited=True)
    budget = RetryBudget()
    lived = live(READ, *[full] * 50, success(READ), retries=MANY, budget=budget)
    assert (lived.result.ok, len(lived.sent)) == (True, 51)
    assert budget.take(CAPACITY)
    assert len(live(READ, full, full, success(READ), retries=MANY, budget=budget).sent) == 3, "though it is empty"
    assert len(live(READ, REFUSED, success(READ), retries=MANY, budget=budget).sent) == 1


def test_a_budget_never_holds_more_than_it_can() -> None:
    """Successes of a good day do not pay for the retries of a bad one."""
    budget = RetryBudget()
    budget.put_back(1000)
    assert budget.take(CAPACITY)
    assert not budget.take(1)
    budget.put_back(CAPACITY + 1)
    assert budget.take(CAPACITY)
    assert not budget.take(1)


def test_the_typescript_retries_draw_on_no_budget() -> None:
    """They go on for as long as the original's would."""
    budget = RetryBudget()
    lived = live(
        READ, *[failed(503)] * 50, success(READ), retries=TYPESCRIPT_RETRIES, deadline=100_000.0, budget=budget
    )
    assert len(lived.sent) == 51
    assert budget.take(CAPACITY)


def test_the_typescript_retries_shorten_a_long_wait() -> None:
    """The original waits no longer than its greatest interval, whatever the server asks."""
    lived = live(READ, failed(503, retry_after="500"), success(READ), retries=TYPESCRIPT_RETRIES)
    assert lived.waits == [60.0]


def test_a_budget_counts_right_among_threads() -> None:
    """Of 100 threads that take 5 at once, 20 get them."""
    budget = RetryBudget()
    taken: list[bool] = []
    threads = [threading.Thread(target=lambda: taken.append(budget.take(5))) for _ in range(100)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(taken) == 20


def test_a_timeout_costs_more_than_a_refusal() -> None:
    """A timeout has kept the server busy for longer."""
    assert retry_cost(RequestTimeoutError("late")) == 2 * retry_cost(RequestConnectionError("refused"))

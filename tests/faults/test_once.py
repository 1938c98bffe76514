"""Nothing is done twice by our doing: against a real server that applies a change, and then fails to say so."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from openrouter_core import Hooks, Ok, RequestOptions, unwrap
from openrouter_core.errors import (
    HTTPClientError,
    InternalServerResponseError,
    NotFoundResponseError,
    RequestConnectionError,
    RequestTimeoutError,
    SDKError,
)
from openrouter_core.testing import LocalOpenRouter
from openrouter_funcs.byok_list import byok_list
from tests.funcs.cases import AT_ONCE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from openrouter_core import OpenRouterCore
    from openrouter_core.testing.server import FaultSettings
    from tests.conftest import Invoke

CREATE = {"key": "sk-test-provider-key", "provider": "openai"}
REPLAY = attrs.evolve(AT_ONCE, replay="always")
STALL = 30.0
DEADLINE = 0.3

# What goes wrong once the server has applied the change, and the error that it is.
APPLIED: dict[str, tuple[FaultSettings, type[SDKError]]] = {
    "commit, then 500": ({"status": 500, "apply": True}, InternalServerResponseError),
    "commit, then close": ({"close": "before", "apply": True}, RequestConnectionError),
    "commit, then close within the headers": ({"close": "headers"}, RequestConnectionError),
    "commit, then stall": ({"delay": STALL}, RequestTimeoutError),
}


@pytest.fixture
def core(invoke: Invoke, server: LocalOpenRouter) -> Iterator[Callable[..., OpenRouterCore]]:
    """Return a function that makes cores for the server; they are closed after the test."""
    made: list[OpenRouterCore] = []

    def make(**options: Any) -> OpenRouterCore:  # noqa: ANN401 - whatever a core takes
        own = {"api_key": server.management_key, "server_url": server.url, "retry_config": AT_ONCE}
        made.append(invoke.core(**(own | options)))
        return made[-1]

    yield make
    for each in made:
        invoke.close(each)


def strike(server: LocalOpenRouter, method: str, fault: FaultSettings, times: int | None = 1) -> None:
    """Let `fault` strike so many requests of a method; `None` is every one."""
    armed: FaultSettings = {**fault, "method": method, "times": times}
    server.fail(**armed)


def sent(server: LocalOpenRouter, method: str) -> int:
    """Return how many requests of a method the server received."""
    return sum(request.method == method for request in server.requests)


def credentials(server: LocalOpenRouter) -> int:
    """Return how many credentials there are on the server."""
    with server.core() as core:
        return unwrap(byok_list(core)).result.total_count


# --- Create ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("fault", APPLIED)
def test_a_create_that_was_applied_is_not_sent_again(
    invoke: Invoke, core: Callable[..., OpenRouterCore], server: LocalOpenRouter, fault: str
) -> None:
    """One request, one credential, and the caller is told that nobody knows."""
    settings, kind = APPLIED[fault]
    strike(server, "POST", settings, times=None)
    error = invoke("byok_create", core(deadline=DEADLINE if "delay" in settings else 60), **CREATE).error
    assert type(error) is kind
    assert (error.outcome, error.attempts) == ("unknown", 1)
    assert (sent(server, "POST"), credentials(server)) == (1, 1)


def test_a_create_whose_answer_breaks_off_is_known_to_be_applied(
    invoke: Invoke, core: Callable[..., OpenRouterCore], server: LocalOpenRouter
) -> None:
    """The status line told: one request, one credential, `outcome="applied"`."""
    server.fail(method="POST", times=None, close="body")
    error = invoke("byok_create", core(), **CREATE).error
    assert isinstance(error, RequestConnectionError)
    assert (error.outcome, error.attempts) == ("applied", 1)
    assert (sent(server, "POST"), credentials(server)) == (1, 1)


@pytest.mark.parametrize("fault", ["commit, then 500", "commit, then close"])
def test_replay_is_the_explicit_wish_to_send_it_again(
    invoke: Invoke, core: Callable[..., OpenRouterCore], server: LocalOpenRouter, fault: str
) -> None:
    """`replay="always"`, of a core or of one call, repeats it; here the credential then exists twice."""
    for count, (config, options) in enumerate(((REPLAY, None), (AT_ONCE, RequestOptions(retries=REPLAY))), start=1):
        strike(server, "POST", APPLIED[fault][0])
        assert invoke("byok_create", core(retry_config=config), options=options, **CREATE).ok
        assert (sent(server, "POST"), credentials(server)) == (2 * count, 2 * count)


def test_a_replay_of_a_timeout_ends_with_the_deadline(
    invoke: Invoke, core: Callable[..., OpenRouterCore], server: LocalOpenRouter
) -> None:
    """A stalled attempt is repeated when its timeout passes; attempts and doubt are told."""
    server.fail(method="POST", times=None, delay=STALL)
    error = invoke("byok_create", core(retry_config=REPLAY, timeout=0.1), **CREATE).error
    assert isinstance(error, RequestTimeoutError)
    assert (error.attempts, error.outcome) == (3, "unknown")
    assert (sent(server, "POST"), credentials(server)) == (3, 3)


@pytest.mark.parametrize(
    ("fault", "config"),
    [({"status": 429}, AT_ONCE), ({"status": 500}, REPLAY), ({"close": "before"}, REPLAY)],
    ids=["429", "500, replayed", "closed, replayed"],
)
def test_an_idempotency_key_goes_unchanged_on_every_attempt(
    invoke: Invoke, core: Callable[..., OpenRouterCore], server: LocalOpenRouter, fault: FaultSettings, config: object
) -> None:
    """The caller's own header is sent with each attempt, as it is; the SDK makes none up."""
    strike(server, "POST", fault, times=2)
    options = RequestOptions(headers={"Idempotency-Key": "test-once-123"})
    assert invoke("byok_create", core(retry_config=config), options=options, **CREATE).ok
    keys = [request.headers["idempotency-key"] for request in server.requests]
    assert keys == ["test-once-123"] * 3
    assert invoke("byok_create", core(), **CREATE).ok
    assert "idempotency-key" not in server.requests[-1].headers


def test_a_create_that_was_refused_for_now_is_sent_again(
    invoke: Invoke, core: Callable[..., OpenRouterCore], server: LocalOpenRouter
) -> None:
    """A 429 applied nothing: the create is repeated until it is accepted, and exists once."""
    server.fail(method="POST", status=429, times=2, headers={"retry-after-ms": "1"})
    assert invoke("byok_create", core(), **CREATE).ok
    assert (sent(server, "POST"), credentials(server)) == (3, 1)


def test_a_create_that_is_refused_to_the_end_is_not_applied(
    invoke: Invoke, core: Callable[..., OpenRouterCore], server: LocalOpenRouter
) -> None:
    """After the last 429 the caller knows that there is nothing."""
    server.fail(method="POST", status=429, times=None)
    error = invoke("byok_create", core(), **CREATE).error
    assert (error.outcome, error.attempts, sent(server, "POST"), credentials(server)) == ("not_applied", 3, 3, 0)


def test_a_create_that_nobody_took_is_sent_again(invoke: Invoke, core: Callable[..., OpenRouterCore]) -> None:
    """A refused connection sent nothing: the create is repeated, and once the server is up, it exists once."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    late = LocalOpenRouter(port=port, management_key="sk-or-test-123")
    failures: list[object] = []

    def start_after_two(_: object, failure: object) -> None:
        failures.append(failure)
        if len(failures) == 2:
            late.start()

    try:
        url, hooks = f"http://127.0.0.1:{port}/api/v1", Hooks(after_error=start_after_two)
        assert invoke("byok_create", core(api_key="sk-or-test-123", server_url=url, hooks=hooks), **CREATE).ok
        assert [type(failure) for failure in failures] == [RequestConnectionError] * 2
        assert (sent(late, "POST"), credentials(late)) == (1, 1)
    finally:
        late.stop()


# --- Update and delete -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("fault", ["commit, then 500", "commit, then close", "commit, then stall"])
def test_a_repeated_delete_that_finds_nothing_says_so(
    invoke: Invoke, core: Callable[..., OpenRouterCore], server: LocalOpenRouter, fault: str
) -> None:
    """The 404 of the second attempt is most likely the work of the first: `prior_outcome_unknown`, and `unknown`."""
    (id_,) = server.seed(1)
    strike(server, "DELETE", APPLIED[fault][0])
    error = invoke("byok_delete", core(timeout=DEADLINE), id=id_).error
    assert isinstance(error, NotFoundResponseError)
    assert (error.attempts, error.prior_outcome_unknown, error.outcome) == (2, True, "unknown")
    assert (sent(server, "DELETE"), credentials(server)) == (2, 0)


def test_a_first_delete_that_finds_nothing_is_in_no_doubt(
    invoke: Invoke, core: Callable[..., OpenRouterCore], server: LocalOpenRouter
) -> None:
    """Nor is one after a 429: nothing was deleted before."""
    (id_,) = server.seed(1)
    assert invoke("byok_delete", core(), id=id_).ok
    first = invoke("byok_delete", core(), id=id_).error
    server.fail(method="DELETE", status=429)
    second = invoke("byok_delete", core(), id=id_).error
    assert (first.attempts, first.prior_outcome_unknown, first.outcome) == (1, False, "not_applied")
    assert (second.attempts, second.prior_outcome_unknown, second.outcome) == (2, False, "not_applied")


@pytest.mark.parametrize("applied", [True, False], ids=["applied", "not applied"])
@pytest.mark.parametrize("fault", ["500", "close", "stall"])
def test_an_update_is_sent_again(
    invoke: Invoke, core: Callable[..., OpenRouterCore], server: LocalOpenRouter, fault: str, *, applied: bool
) -> None:
    """It sets values, so that twice is once: whatever became of the first attempt, the second makes it so."""
    faults: dict[str, FaultSettings] = {
        "500": {"status": 500, "apply": applied},
        "close": {"close": "before", "apply": applied},
        "stall": {"status": 500, "delay": STALL, "apply": applied},
    }
    (id_,) = server.seed(1)
    strike(server, "PATCH", faults[fault])
    result = invoke("byok_update", core(timeout=DEADLINE), id=id_, name="Renamed", key="sk-test-rotated-key")
    assert isinstance(result, Ok)
    assert result.value.data.name == "Renamed"
    assert (sent(server, "PATCH"), credentials(server)) == (2, 1)
    assert server.verify_key(id_, "sk-test-rotated-key")


def test_an_update_that_never_works_is_in_doubt(
    invoke: Invoke, core: Callable[..., OpenRouterCore], server: LocalOpenRouter
) -> None:
    """Three attempts, and the last error; it may have been applied by any of them."""
    (id_,) = server.seed(1)
    server.fail(method="PATCH", close="before", times=None)
    error = invoke("byok_update", core(), id=id_, name="Renamed").error
    assert isinstance(error, HTTPClientError)
    assert (error.attempts, error.outcome, sent(server, "PATCH")) == (3, "unknown", 3)

"""How many requests a call makes: counted on the wire, without waiting."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs
import pytest

from openrouter_core import TYPESCRIPT_RETRIES, BackoffStrategy, RequestOptions, RetryConfig, errors
from tests.funcs.cases import (
    AT_ONCE,
    CHAT,
    CREATE,
    DELETE,
    GET,
    KINDS,
    UPDATE,
    UPLOAD,
    Function,
    of_every_kind,
)
from tests.library import httpx

if TYPE_CHECKING:
    from tests.conftest import Invoke


class Server:
    """Answers with one status, or fails with one exception, after the other, and counts; the last one stays."""

    def __init__(self, function: Function, *outcomes: int | Exception, headers: dict[str, str] | None = None) -> None:
        self._function, self._outcomes, self._headers = function, outcomes, headers
        self.requests: list[httpx.Request] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        """Answer one request."""
        outcome = self._outcomes[min(len(self.requests), len(self._outcomes) - 1)]
        self.requests.append(request)
        if isinstance(outcome, Exception):
            raise outcome
        answer: dict[str, Any] = self._function.answer if outcome == self._function.success else {"json": None}
        sent: dict[str, Any] = {"headers": self._headers} | answer
        return httpx.Response(outcome, **sent)


RUNNING = [CHAT]
CREATING = [CREATE, UPLOAD]
IDEMPOTENT = [function for function in KINDS if function not in RUNNING + CREATING]
CONNECT = httpx.ConnectError("refused")
READ = httpx.ReadError("broke")
COUNTS: list[tuple[Function, int | Exception, int]] = [
    *[
        (function, outcome, 3)
        for function in IDEMPOTENT
        for outcome in (408, 429, 500, 502, 503, 504, 520, 524, 529, CONNECT, READ, httpx.ReadTimeout("late"))
    ],
    *[(function, 429, 3) for function in CREATING],
    *[
        (function, outcome, 1)
        for function in CREATING
        for outcome in (408, 500, 502, 503, 504, 520, READ, httpx.WriteError("broke"), httpx.ReadTimeout("late"))
    ],
    # A model that certainly did not work is asked again; one whose work may be paid is not.
    *[(function, status, 3) for function in RUNNING for status in (429, 502, 503, 529)],
    *[
        (function, outcome, 1)
        for function in RUNNING
        for outcome in (408, 500, 504, 520, 524, READ, CONNECT, httpx.ReadTimeout("late"))
    ],
    # What a transport names its exceptions proves nothing: some name a lost answer so.
    *[(CREATE, outcome, 1) for outcome in (CONNECT, httpx.ConnectTimeout("late"), httpx.PoolTimeout("full"))],
    *[
        (function, outcome, 1)
        for function in KINDS
        for outcome in (301, 302, 400, 401, 403, 404, 409, 418, 422, 501, 505, httpx.InvalidURL("x"), RuntimeError("x"))
    ],
]


@pytest.mark.parametrize(
    ("function", "outcome", "count"),
    [pytest.param(*case, id=f"{case[0].name}-{case[1]!r}") for case in COUNTS],
)
def test_requests_of_a_failing_call(invoke: Invoke, function: Function, outcome: int | Exception, count: int) -> None:
    """What may help and cannot do harm is tried three times; a create only when it certainly was not applied."""
    server = Server(function, outcome)
    error = invoke(function.name, invoke.core(server, retry_config=AT_ONCE), **function.arguments).error
    assert len(server.requests) == error.attempts == count


@of_every_kind
def test_a_retry_that_works_is_an_ok(invoke: Invoke, function: Function) -> None:
    """Each attempt sends the very same request, body included, and the first success ends the call."""
    server = Server(function, 429, 429, function.success)
    assert invoke.whole(function.name, invoke.core(server, retry_config=AT_ONCE), **function.arguments).ok
    assert len(server.requests) == 3
    assert len({(r.method, str(r.url), r.content, str(r.headers)) for r in server.requests}) == 1


@pytest.mark.parametrize("outcome", [500, 502, 503, READ, httpx.ReadTimeout("late")], ids=repr)
def test_a_create_in_doubt_is_returned_as_unknown(invoke: Invoke, outcome: int | Exception) -> None:
    """It may have been applied: the caller is told so, and nothing is created twice."""
    server = Server(CREATE, outcome, CREATE.success)
    error = invoke("byok_create", invoke.core(server, retry_config=AT_ONCE), **CREATE.arguments).error
    assert (error.outcome, len(server.requests)) == ("unknown", 1)


@pytest.mark.parametrize("function", [UPDATE, DELETE], ids=lambda function: function.name)
@pytest.mark.parametrize("first", [503, READ], ids=repr)
def test_a_refusal_after_doubt_stays_in_doubt(invoke: Invoke, function: Function, first: int | Exception) -> None:
    """A 404 to a repeated delete may be the work of the delete before it, and says so."""
    server = Server(function, first, 404)
    error = invoke(function.name, invoke.core(server, retry_config=AT_ONCE), **function.arguments).error
    assert isinstance(error, errors.NotFoundResponseError)
    assert (error.prior_outcome_unknown, error.outcome, error.attempts) == (True, "unknown", 2)


@of_every_kind
@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_not_followed(invoke: Invoke, function: Function, status: int) -> None:
    """A redirect is `OpenRouterDefaultError`, even over a client that is set to follow: keys stay with their host."""
    server = Server(function, status, headers={"Location": "https://elsewhere.example/"})
    client = invoke.client(httpx.MockTransport(server))
    client.follow_redirects = True
    error = invoke(function.name, invoke.core(**{invoke.client_option: client}), **function.arguments).error
    assert isinstance(error, errors.OpenRouterDefaultError)
    assert (error.status_code, error.headers["location"]) == (status, "https://elsewhere.example/")
    assert len(server.requests) == 1


@attrs.frozen
class Policy:
    """Settings of a core and of one call, and how many requests a 503 then takes."""

    core: dict[str, Any]
    options: RequestOptions | None
    get: int
    create: int


NEVER = RetryConfig(strategy="none")
POLICIES = {
    "none": Policy({"retry_config": NEVER}, None, 1, 1),
    "one attempt": Policy({"retry_config": attrs.evolve(AT_ONCE, max_attempts=1)}, None, 1, 1),
    "five attempts": Policy({"retry_config": attrs.evolve(AT_ONCE, max_attempts=5)}, None, 5, 1),
    "replay": Policy({"retry_config": attrs.evolve(AT_ONCE, replay="always")}, None, 3, 3),
    "the call's none": Policy({"retry_config": AT_ONCE}, RequestOptions(retries=NEVER), 1, 1),
    "the call's own": Policy({"retry_config": NEVER}, RequestOptions(retries=AT_ONCE), 3, 1),
    "no codes": Policy({"retry_config": AT_ONCE}, RequestOptions(retry_codes=()), 1, 1),
    "other codes": Policy({"retry_config": AT_ONCE}, RequestOptions(retry_codes=("500", "51X")), 1, 1),
    "these codes": Policy({"retry_config": AT_ONCE}, RequestOptions(retry_codes=("5xX",)), 3, 1),
    "codes over the call's own": Policy(
        {"retry_config": NEVER}, RequestOptions(retries=AT_ONCE, retry_codes=("404",)), 1, 1
    ),
    "as in TypeScript": Policy(
        {"retry_config": attrs.evolve(TYPESCRIPT_RETRIES, max_attempts=4, backoff=BackoffStrategy(initial_interval=0))},
        None,
        4,
        4,
    ),
}


@pytest.mark.parametrize("policy", POLICIES)
def test_policies(invoke: Invoke, policy: str) -> None:
    """Core and call decide how often; the call goes before the core."""
    case = POLICIES[policy]
    for function, count in ((GET, case.get), (CREATE, case.create)):
        server = Server(function, 503)
        core = invoke.core(server, **case.core)
        error = invoke(function.name, core, options=case.options, **function.arguments).error
        assert len(server.requests) == error.attempts == count


# what the server asks for, the core's settings, requests, the error's retry_after
WAITS: list[tuple[dict[str, str], dict[str, Any], int, float | None]] = [
    ({"Retry-After": "61"}, {}, 1, 61.0),
    ({"Retry-After": "2"}, {"deadline": 1}, 1, 2.0),
    ({"retry-after-ms": "1"}, {}, 3, 0.001),
    ({"retry-after-ms": "1", "Retry-After": "61"}, {}, 3, 0.001),
    ({"Retry-After": "0"}, {"retry_config": AT_ONCE}, 3, 0.0),
    ({"Retry-After": "Thu, 01 Jan 1970 00:00:00 GMT"}, {"retry_config": AT_ONCE}, 3, 0.0),
    ({"Retry-After": "soon"}, {"retry_config": AT_ONCE}, 3, None),
    ({}, {"retry_config": attrs.evolve(AT_ONCE, max_retry_after=0)}, 3, None),
    ({"Retry-After": "1"}, {"retry_config": RetryConfig(max_retry_after=0.5)}, 1, 1.0),
]


@pytest.mark.parametrize(("headers", "settings", "count", "retry_after"), WAITS)
def test_the_servers_wait_is_heeded(
    invoke: Invoke, headers: dict[str, str], settings: dict[str, Any], count: int, retry_after: float | None
) -> None:
    """A wait that is too long, for the policy or the deadline, is returned at once as the error that asks for it."""
    server = Server(GET, 429, headers=headers)
    error = invoke("byok_get", invoke.core(server, **settings), **GET.arguments).error
    assert (len(server.requests), error.retry_after) == (count, retry_after)


def test_a_wait_until_a_date_is_counted_in_seconds(invoke: Invoke) -> None:
    """`Retry-After` may be a date, and one decades away is returned at once."""
    server = Server(GET, 503, headers={"Retry-After": "Fri, 01 Jan 2100 00:00:00 GMT"})
    error = invoke("byok_get", invoke.core(server), **GET.arguments).error
    assert len(server.requests) == 1
    assert error.retry_after > 1e9

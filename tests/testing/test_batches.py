"""Batches: requests that their endpoints answer, and whose answers are there when the batch is completed."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from openrouter_funcs.batch_create_batches import batch_create_batches
from openrouter_funcs.batch_get_batches import batch_get_batches
from tests.drawing import drawn

from .conformance import assert_conforms

if TYPE_CHECKING:
    import httpx

    from openrouter_core.testing import LocalOpenRouter

MESSAGES = [{"role": "user", "content": "Hello there"}]
CHAT = {"messages": MESSAGES}
ENDPOINTS: dict[str, dict[str, Any]] = {
    "/v1/chat/completions": CHAT,
    "/v1/responses": {"input": "Hello there"},
    "/v1/messages": {"messages": MESSAGES, "max_tokens": 10},
    "/v1/embeddings": {"input": "Hello there", "dimensions": 4},
}


def create(client: httpx.Client, *bodies: dict[str, Any], **fields: object) -> dict[str, Any]:
    """Create a batch of requests with these bodies, `0`, `1` and so on, and return what is told of it."""
    requests = [{"custom_id": str(number), "body": body} for number, body in enumerate(bodies or [CHAT])]
    body = {"model": "openai/gpt-4o", "endpoint": "/v1/chat/completions", "requests": requests, **fields}
    answer = client.post("/batches", json=body)
    assert answer.status_code == 202, answer.text
    assert_conforms("BatchObject", answer.json())
    told: dict[str, Any] = answer.json()
    assert (told["status"], told["results"], told["finalized_at"]) == ("validating", None, None)
    return told


def get(client: httpx.Client, batch: dict[str, Any]) -> dict[str, Any]:
    """Return a batch."""
    told: dict[str, Any] = client.get(f"/batches/{batch['id']}").json()
    assert_conforms("BatchObject", told)
    return told


def listed(client: httpx.Client, **query: str | int | list[str]) -> list[str]:
    """Return the ids of a page of batches."""
    page = client.get("/batches", params=query).json()
    assert_conforms("BatchListResponse", page)
    ids = [each["id"] for each in page["data"]]
    assert (page["first_id"], page["last_id"]) == ((ids[0], ids[-1]) if ids else (None, None))
    return ids


@pytest.mark.parametrize("endpoint", ENDPOINTS)
def test_requests_are_answered_as_their_endpoint_does(client: httpx.Client, endpoint: str) -> None:
    """By the model of the batch, and each counts; the usage is that of all."""
    body = ENDPOINTS[endpoint]
    single = client.post(endpoint.removeprefix("/v1"), json={"model": "openai/gpt-4o", **body}).json()
    batch = get(client, create(client, body, {**body, "model": "openai/gpt-4o-mini"}, endpoint=endpoint))
    assert (batch["status"], batch["provider"]) == ("completed", "OpenAI")
    assert batch["request_counts"] == {"completed": 2, "failed": 0, "total": 2}
    first, second = batch["results"]
    assert [first["custom_id"], second["custom_id"]] == ["0", "1"]
    assert (first["error"], first["response"]["status_code"]) == (None, 200)
    answers = [each["response"]["body"] for each in (first, second)]
    assert [each["model"] for each in answers] == ["openai/gpt-4o", "openai/gpt-4o-mini"]
    assert {**answers[0], **dict.fromkeys(VARYING)} == {**single, **dict.fromkeys(VARYING)}
    assert batch["usage"]["prompt_tokens"] == 4
    assert batch["usage"]["total_tokens"] == batch["usage"]["completion_tokens"] + 4
    assert batch["usage"]["cost"] == pytest.approx(sum(each["usage"]["cost"] for each in answers))


# What has ids and times in it; and choices, of which a batch tells more.
VARYING = ("id", "created", "created_at", "completed_at", "output", "choices")


def test_the_model_says_what_it_is_told(client: httpx.Client, server: LocalOpenRouter) -> None:
    """To each request its reply."""
    for text in ("one", "two"):
        server.model.reply(text)
    batch = get(client, create(client, CHAT, CHAT, CHAT))
    said = [each["response"]["body"]["choices"][0]["message"]["content"] for each in batch["results"]]
    assert said == ["one", "two", "Hello there"]


def test_a_request_fails_alone(client: httpx.Client) -> None:
    """What is wrong with it stands in its result, and the others are answered."""
    wrong = {"messages": [{"role": "user", "content": 1}]}
    batch = get(client, create(client, wrong, {}, CHAT, {**CHAT, "stream": True}))
    assert (batch["status"], batch["request_counts"]) == ("completed", {"completed": 1, "failed": 3, "total": 4})
    first, second, third, fourth = batch["results"]
    assert first["error"] == {
        "message": first["error"]["message"],
        "param": "messages[0].content",
        "type": "invalid_request",
        "error_type": "invalid_request",
    }
    assert second["error"]["message"] == "messages: is required"
    assert (third["error"], third["response"]["status_code"]) == (None, 200)
    assert (fourth["error"]["message"], fourth["response"]) == ("stream: cannot be true in a batch", None)


def test_a_request_is_refused_by_its_endpoint(client: httpx.Client) -> None:
    """By what it alone knows to be wrong."""
    batch = get(client, create(client, {"input": "a", "dimensions": 99_999}, endpoint="/v1/embeddings"))
    assert batch["results"][0]["error"]["param"] == "dimensions"
    assert batch["usage"]["total_tokens"] == 0


@pytest.mark.parametrize("endpoint", [each for each in ENDPOINTS if each != "/v1/embeddings"])
def test_a_request_fails_when_the_model_says_so(client: httpx.Client, server: LocalOpenRouter, endpoint: str) -> None:
    """In the same words for every endpoint."""
    server.model.reply(error={"status": 429, "message": "Too many: wait"})
    server.model.reply(error={"status": 418, "message": "A teapot"})
    body = ENDPOINTS[endpoint]
    first, second, third = get(client, create(client, body, body, body, endpoint=endpoint))["results"]
    kind = "rate_limit_exceeded"
    assert first["error"] == {"message": "Too many: wait", "param": None, "type": kind, "error_type": kind}
    assert second["error"] == {"message": "A teapot", "param": None, "type": "server", "error_type": "server"}
    assert third["error"] is None


def test_a_request_fails_when_there_is_no_money_left(client: httpx.Client, server: LocalOpenRouter) -> None:
    """For those before it there was; what they cost has to be paid before their answers are shown. Each is known."""
    server.account.set_credits(0.000001)
    begun = create(client, CHAT, CHAT)
    withheld = client.get(f"/batches/{begun['id']}")
    assert (withheld.status_code, withheld.json()["results"], withheld.json()["status"]) == (402, None, "completed")
    assert_conforms("BatchPaymentRequiredResponse", withheld.json())
    server.account.set_credits(withheld.json()["usage"]["cost"])
    batch = get(client, begun)
    first, second = batch["results"]
    assert second["error"]["type"] == "payment_required"
    assert first["response"]["request_id"] == first["response"]["body"]["id"]
    known = client.get("/generation", params={"id": first["response"]["request_id"]}).json()["data"]
    assert known["total_cost"] == batch["usage"]["cost"] > 0
    assert client.post("/batches", json={"model": "m", "endpoint": "/v1/messages", "requests": []}).status_code == 402


def test_a_preset_completes_a_request(client: httpx.Client) -> None:
    """As it would outside of a batch."""
    kept = {"model": "openai/gpt-4o-mini", "messages": [{"role": "user", "content": "x"}]}
    assert client.post("/presets/mine/chat/completions", json=kept).status_code == 200
    batch = get(client, create(client, CHAT, model="@preset/mine"))
    assert batch["results"][0]["response"]["body"]["model"] == "openai/gpt-4o-mini"


def test_a_guardrail_refuses_a_request(client: httpx.Client, server: LocalOpenRouter) -> None:
    """And lets others pass."""
    made = client.post("/guardrails", json={"name": "Ours", "allowed_models": ["openai/gpt-4o"]}).json()
    hashes = {"key_hashes": [server.account.api_key_hash]}
    client.post(f"/guardrails/{made['data']['id']}/assignments/keys", json=hashes)
    client.headers["authorization"] = f"Bearer {server.ordinary_key}"
    batch = get(client, create(client, CHAT, {**CHAT, "model": "openai/gpt-4"}))
    assert [each["error"] and each["error"]["type"] for each in batch["results"]] == [None, "not_found"]


def test_a_batch_takes_its_time(client: httpx.Client, server: LocalOpenRouter) -> None:
    """Its results are there at the end, and only then it can be deleted."""
    server.job_seconds = 1_000_000
    batch = create(client, completion_window="24h", callback_url="https://app.example")
    told = get(client, batch)
    assert told == batch
    assert told["request_counts"] == {"completed": 0, "failed": 0, "total": 1}
    refused = client.delete(f"/batches/{batch['id']}")
    assert refused.status_code == 409
    assert_conforms("BatchErrorResponse", refused.json())
    assert listed(client, status=["validating"]) == [batch["id"]]
    assert listed(client, status=["completed", "failed"]) == []


def test_a_batch_is_deleted_with_its_results(client: httpx.Client, server: LocalOpenRouter) -> None:
    """Of others it is not there to delete."""
    path = f"/batches/{create(client)['id']}"
    stranger = {"authorization": f"Bearer {server.add_account().ordinary_key}"}
    for answer in (client.get(path, headers=stranger), client.delete(path, headers=stranger)):
        assert answer.status_code == 404
        assert_conforms("BatchErrorResponse", answer.json())
    deleted = client.delete(path)
    assert deleted.status_code == 200
    assert_conforms("BatchDeletedObject", deleted.json())
    assert client.delete(path).status_code == client.get(path).status_code == 404
    assert listed(client) == []


def test_batches_are_listed_by_the_time_they_were_created(client: httpx.Client) -> None:
    """Strictly after one time and before another, each as a time, a date or seconds."""
    batch = create(client)
    at = batch["created_at"]
    moment = datetime.fromtimestamp(at, UTC)
    for time in (
        str(at),
        moment.isoformat(),
        moment.strftime("%Y-%m-%dT%H:%M:%SZ"),
        moment.strftime("%Y-%m-%dT%H:%M:%S"),
    ):
        assert listed(client, created_after=time) == listed(client, created_before=time) == []
    assert listed(client, created_after=at - 1, created_before=at + 1) == [batch["id"]]
    assert listed(client, created_after="2020-01-01") == [batch["id"]]
    assert listed(client, created_before="2020-01-01") == []


REQUEST = {"custom_id": "a", "body": CHAT}


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"endpoint": "/v1/rerank"}, f"endpoint: must be one of {', '.join(ENDPOINTS)}"),
        ({"requests": []}, "requests: must not be empty"),
        ({"requests": [REQUEST, REQUEST]}, "requests[1].custom_id: is that of another request, too"),
        ({"requests": [{"custom_id": "a"}]}, "requests[0].body: is required"),
        ({"callback_url": "http://app.example"}, "callback_url: must begin with https:"),
    ],
)
def test_a_batch_that_cannot_be_is_a_400(client: httpx.Client, asked: dict[str, Any], message: str) -> None:
    """It names the field, and no request of it is answered."""
    body = {"model": "openai/gpt-4o", "endpoint": "/v1/chat/completions", "requests": [REQUEST], **asked}
    answer = client.post("/batches", json=body)
    assert (answer.status_code, answer.json()["error"]["message"]) == (400, message)
    assert listed(client) == []


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ({"limit": 0}, "limit: must be an integer from 1 to 100"),
        ({"limit": 101}, "limit: must be an integer from 1 to 100"),
        ({"after": "batch_none"}, "after: names no batch"),
        (
            {"status": ["completed", "finalizing"]},
            "status: must be one of validating, in_progress, completed, failed, expired, cancelled",
        ),
        (
            {"created_after": "today"},
            "created_after: must be a time such as 2027-12-31T23:59:59Z, or seconds since 1970",
        ),
    ],
)
def test_a_list_that_cannot_be_is_a_400(client: httpx.Client, query: dict[str, Any], message: str) -> None:
    """It names the parameter."""
    answer = client.get("/batches", params=query)
    assert (answer.status_code, answer.json()["error"]["message"]) == (400, message)


class Machine(RuleBasedStateMachine):
    """The batches of two accounts, beside what each should have."""

    server: LocalOpenRouter
    client: httpx.Client
    numbers = st.integers(0, 1)

    @initialize()
    def begin(self) -> None:
        """Begin with two accounts that have none."""
        self.server.reset()
        self.keys = [self.server.management_key, self.server.add_account().ordinary_key]
        self.batches: list[dict[str, int]] = [{}, {}]

    @rule(number=numbers, count=st.integers(1, 3))
    def create(self, number: int, count: int) -> None:
        """It is one more."""
        self._act_as(number)
        self.batches[number][create(self.client, *[CHAT] * count)["id"]] = count

    @rule(number=numbers, owner=numbers)
    def delete(self, number: int, owner: int) -> None:
        """Only who has a batch can delete it."""
        if self.batches[owner]:
            self._act_as(number)
            batch_id = min(self.batches[owner])
            answer = self.client.delete(f"/batches/{batch_id}")
            assert answer.status_code == (200 if number == owner else 404)
            if number == owner:
                del self.batches[owner][batch_id]

    @invariant()
    def lists_what_is_there(self) -> None:
        """Newest first, in pages of two; and each has its results."""
        for number, expected in enumerate(self.batches):
            self._act_as(number)
            found: list[str] = []
            while page := listed(self.client, limit=2, **({"after": found[-1]} if found else {})):
                found += page
            assert found == [*expected][::-1]
            for batch_id, count in expected.items():
                assert len(self.client.get(f"/batches/{batch_id}").json()["results"]) == count

    def _act_as(self, number: int) -> None:
        self.client.headers["authorization"] = f"Bearer {self.keys[number]}"


def test_batches_of_two_accounts(server: LocalOpenRouter, client: httpx.Client) -> None:
    """Any sequence of operations leaves what it should."""
    Machine.server, Machine.client = server, client
    run_state_machine_as_test(Machine, settings=settings(drawn(5), stateful_step_count=10))


def test_our_own_functions_run_a_batch(server: LocalOpenRouter) -> None:
    """From the requests to the results."""
    with server.core() as core:
        made = batch_create_batches(
            core,
            model="openai/gpt-4o",
            endpoint="/v1/chat/completions",
            requests=[{"custom_id": "a", "body": dict(CHAT)}],
        ).unwrap()
        results = batch_get_batches(core, id=made.id).unwrap().results
    assert results is not None
    (result,) = results
    assert (result.custom_id, result.error) == ("a", None)

"""What calls cost: credits, generations, and what stays of them when there are many."""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from math import inf
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from openrouter_core.testing import LocalOpenRouter, ledger
from openrouter_core.testing.clock import seconds
from openrouter_funcs.credits_get_credits import credits_get_credits_async
from openrouter_funcs.generations_get_generation import generations_get_generation
from openrouter_funcs.generations_list_generation_content import generations_list_generation_content
from tests.testing.conformance import assert_conforms
from tests.testing.money import MODEL, Bank, bank, paid

if TYPE_CHECKING:
    from collections.abc import Iterator

    import httpx


@pytest.fixture(name="at_bank", scope="module")
def _at_bank() -> Iterator[Bank]:
    with bank(credits=10) as made:
        yield made


def credits_of(made: Bank) -> tuple[float, float]:
    """Return what the account has bought and used."""
    data = made.client.get("/credits").json()["data"]
    return data["total_credits"], data["total_usage"]


def test_credits_are_used_up(fresh: Bank) -> None:
    """By every key of the account: then a paid call is a 402, a message a 403, and all else goes on."""
    assert credits_of(fresh) == (10, 0)
    fresh.note(cost=9.9)
    fresh.note(cost=0.1, key=fresh.create()["key"])
    assert credits_of(fresh) == (10, 10)
    for key in (fresh.server.ordinary_key, fresh.server.management_key):
        answer = paid(fresh.client, key)
        assert (answer.status_code, answer.json()["error"]["message"]) == (
            402,
            "Insufficient credits: the account has used all that it bought",
        )
        assert_conforms("PaymentRequiredResponse", answer.json())
    message = {"model": "m", "max_tokens": 9, "messages": [{"role": "user", "content": "x"}]}
    assert fresh.client.post("/messages", json=message).status_code == 403
    assert paid(fresh.client, fresh.server.add_account().ordinary_key).status_code == 200
    with pytest.raises(ValueError, match="credits: must be a finite number"):
        fresh.server.account.set_credits(inf)
    fresh.server.account.set_credits(10.5)
    assert paid(fresh.client, fresh.server.ordinary_key).status_code == 200
    assert fresh.server.account.credits == 10.5
    assert asyncio.run(credits_get_credits_async(fresh.server.core())).unwrap().data.total_usage == 10.00002


def test_what_a_request_says_wrong_comes_before_what_it_would_cost(fresh: Bank) -> None:
    """A 400 is a 400 with and without credits."""
    fresh.server.account.set_credits(0)
    assert fresh.client.post("/embeddings", json={"model": MODEL}).status_code == 400


def test_a_call_that_was_served_is_known(fresh: Bank) -> None:
    """By its id: tokens, cost, who served it and how; and what was asked and answered."""
    made = fresh.create(external={"user": "end-user"}, workspace_id=fresh.server.account.add_workspace())
    headers = {"http-referer": "https://app.example", "user-agent": "me/1"}
    fresh.note("gen-1", key=made["key"], headers=headers, streamed=True, finish_reason="length", cost=0.25)
    answer = fresh.client.get("/generation", params={"id": "gen-1"})
    assert_conforms("GenerationResponse", answer.json())
    expected = {
        "id": "gen-1",
        "model": "openai/gpt-4o",
        "provider_name": "OpenAI",
        "api_type": "completions",
        "created_at": "2026-11-26T12:00:00Z",
        "tokens_prompt": 10,
        "tokens_completion": 20,
        "native_tokens_prompt": 10,
        "native_tokens_completion": 20,
        "native_tokens_cached": 4,
        "native_tokens_reasoning": 5,
        "total_cost": 0.25,
        "usage": 0.25,
        "streamed": True,
        "cancelled": False,
        "finish_reason": "length",
        "native_finish_reason": "length",
        "origin": "https://app.example",
        "http_referer": "https://app.example",
        "user_agent": "me/1",
        "external_user": "end-user",
        "workspace_id": made["workspace_id"],
        "is_byok": False,
    }
    data = answer.json()["data"]
    assert expected.items() <= data.items()
    assert data["provider_responses"][0]["model_permaslug"] == "openai/gpt-4o-2024-05-13"
    assert data["latency"] == data["generation_time"] == data["provider_responses"][0]["latency"] > 0
    content = generations_list_generation_content(fresh.server.core(), id="gen-1").unwrap().data
    assert (content.output.completion, content.error) == ("Hi", None)


ASKED = {"model": "openai/gpt-4o", "messages": [{"role": "user", "content": "Hello"}], "max_tokens": 9}
PAID: list[tuple[str, dict[str, Any], str]] = [
    ("/chat/completions", ASKED, "completions"),
    ("/chat/completions", ASKED | {"stream": True}, "completions"),
    ("/messages", ASKED, "completions"),
    ("/responses", {"model": "openai/gpt-4o", "input": "Hello"}, "completions"),
    ("/embeddings", {"model": MODEL, "input": "Hello", "dimensions": 1}, "embeddings"),
    ("/rerank", {"model": "cohere/rerank-v3.5", "query": "a", "documents": ["a"]}, "rerank"),
    ("/audio/speech", {"model": "openai/gpt-4o-mini-tts", "input": "Hello", "voice": "alloy"}, "tts"),
]


def test_free_models_want_no_credits(fresh: Bank) -> None:
    """Only that the account owes nothing."""
    body = {"model": "qwen/qwen3-coder:free", "messages": [{"role": "user", "content": "x"}]}
    fresh.note(cost=0.5)
    for bought, status in ((0.5, 200), (0.4, 402)):
        fresh.server.account.set_credits(bought)
        assert paid(fresh.client, fresh.server.ordinary_key).status_code == 402
        assert fresh.client.post("/chat/completions", json=body).status_code == status


@pytest.mark.parametrize(("path", "body", "api_type"), PAID, ids=[f"{path}-{len(body)}" for path, body, _ in PAID])
def test_every_kind_of_call_costs_and_is_known(fresh: Bank, path: str, body: dict[str, Any], api_type: str) -> None:
    """With its content; and without credits it is refused."""
    assert fresh.client.post(path, json=body).status_code == 200
    by_id = {"metrics": ["total_usage"], "dimensions": ["generation_id"]}
    (row,) = fresh.client.post("/analytics/query", json=by_id).json()["data"]["data"]
    assert row["total_usage"] == credits_of(fresh)[1] > 0
    known = fresh.client.get("/generation", params={"id": row["generation_id"]}).json()
    assert_conforms("GenerationResponse", known)
    assert (known["data"]["api_type"], known["data"]["streamed"]) == (api_type, "stream" in body)
    content = fresh.client.get("/generation/content", params={"id": row["generation_id"]})
    assert_conforms("GenerationContentResponse", content.json())
    fresh.server.account.set_credits(0)
    assert fresh.client.post(path, json=body).status_code == (403 if path == "/messages" else 402)


def test_an_embedding_is_a_generation(fresh: Bank) -> None:
    """As it was served, in the workspace of the account: the default one, or none if that was deleted."""
    for workspace in (fresh.server.account.default_workspace_id, None):
        served = paid(fresh.client, fresh.server.ordinary_key).json()
        known = generations_get_generation(fresh.server.core(), id=served["id"]).unwrap().data
        assert (known.model, known.api_type, known.finish_reason) == (MODEL, "embeddings", None)
        assert (known.tokens_prompt, known.total_cost) == (1000, served["usage"]["cost"])
        assert known.workspace_id == workspace
        fresh.server.account.delete_workspace()


def test_the_user_of_a_request_is_told(fresh: Bank) -> None:
    """Before that of the key."""
    fresh.note(body={"user": "u"}, key=fresh.create(external={"user": "of the key"})["key"])
    assert fresh.client.get("/generation", params={"id": "gen-1"}).json()["data"]["external_user"] == "u"


def test_a_model_that_no_catalogue_knows_is_served(fresh: Bank) -> None:
    """By nobody else."""
    fresh.note(model="none/unknown")
    data = fresh.client.get("/generation", params={"id": "gen-1"}).json()["data"]
    assert (data["provider_name"], data["provider_responses"][0]["model_permaslug"]) == ("Local", "none/unknown")


def test_feedback_is_given_once(fresh: Bank) -> None:
    """Then it is a 409, and of a generation that is not there a 404."""
    fresh.note("gen-1")
    body = {"generation_id": "gen-1", "category": "latency", "comment": "slow", "more": 1}
    answers = [fresh.client.post("/generation/feedback", json=body) for _ in range(2)]
    assert [each.status_code for each in answers] == [200, 409]
    assert answers[0].json() == {"data": {"success": True}}
    assert_conforms("ConflictResponse", answers[1].json())
    kept = fresh.state.ledger.generation(fresh.server.account.id, "gen-1")
    assert kept is not None
    assert json.loads(kept["feedback"]) == {name: body[name] for name in ("generation_id", "category", "comment")}
    unknown = fresh.client.post("/generation/feedback", json={**body, "generation_id": "gen-2"})
    assert unknown.status_code == 404


@pytest.mark.parametrize("path", ["/generation", "/generation/content"])
def test_generations_of_others_are_unknown(fresh: Bank, path: str) -> None:
    """A 404, as for those that were never served, and for all after a reset."""
    fresh.note("gen-1", key=fresh.server.add_account().ordinary_key)
    fresh.note("gen-2")
    assert [fresh.client.get(path, params={"id": each}).status_code for each in ("gen-1", "gen-2")] == [404, 200]
    fresh.reset()
    assert fresh.client.get(path, params={"id": "gen-2"}).status_code == 404
    assert credits_of(fresh) == (10, 0)


def totals(made: Bank) -> dict[str, float]:
    """Return all that the account has used, by analytics."""
    metrics = ["request_count", "tokens_prompt", "tokens_completion", "cached_tokens", "reasoning_tokens"]
    answer = made.client.post("/analytics/query", json={"metrics": [*metrics, "total_usage"]})
    return dict(answer.json()["data"]["data"][0])


@pytest.mark.parametrize("bound", ["MOST_KEPT", "MOST_BYTES_KEPT"])
def test_what_is_kept_does_not_grow(fresh: Bank, monkeypatch: pytest.MonkeyPatch, bound: str) -> None:
    """The latest calls are known one by one; all of them stay in the sums, by hour, model and key."""
    monkeypatch.setattr(ledger, bound, {"MOST_KEPT": 100, "MOST_BYTES_KEPT": 10_000}[bound])
    drawn = Random(1)  # noqa: S311 - no secret
    keys = [fresh.server.ordinary_key, fresh.create()["key"]]
    spent: Counter[str] = Counter()
    for number in range(500):
        fresh.at += drawn.choice((0, 1, 60))
        key, model = drawn.choice(keys), drawn.choice(("openai/gpt-4o", "m"))
        spent[key] += 1
        fresh.note(f"gen-{number}", key=key, model=model, cost=0.001, output={"completion": "x" * drawn.randint(0, 99)})
    with fresh.state.database.transaction() as connection:
        (kept,) = connection.execute("SELECT count(*) FROM generations").fetchone()
        (sums,) = connection.execute("SELECT count(*) FROM earlier_generations").fetchone()
        (size,) = connection.execute("SELECT sum(length(content)) FROM generations").fetchone()
    assert (kept <= 101) if bound == "MOST_KEPT" else (size <= 11_000)
    assert 0 < sums < 4 * (fresh.at - seconds("2026-11-26T12:00:00Z")) / 3600 + 8
    known = [fresh.client.get("/generation", params={"id": f"gen-{each}"}).status_code for each in (0, 499)]
    assert known == [404, 200]
    assert totals(fresh) == {
        "request_count": 500,
        "tokens_prompt": 5000,
        "tokens_completion": 10_000,
        "cached_tokens": 2000,
        "reasoning_tokens": 2500,
        "total_usage": 0.5,
    }
    by_key = {"metrics": ["request_count"], "dimensions": ["api_key_id"]}
    rows = fresh.client.post("/analytics/query", json=by_key).json()["data"]["data"]
    assert {each["api_key_id"]: each["request_count"] for each in rows} == {
        "Local key": spent[keys[0]],
        "n": spent[keys[1]],
    }
    assert credits_of(fresh) == (10, 0.5)


def test_calls_of_many_threads_all_count(server: LocalOpenRouter, client: httpx.Client) -> None:
    """None is lost, none counts twice."""
    with ThreadPoolExecutor(8) as pool:
        calls = [pool.submit(paid, client, server.ordinary_key) for _ in range(40)]
    answers = [call.result().json() for call in calls]
    assert len({each["id"] for each in answers}) == 40
    assert client.get("/credits").json()["data"]["total_usage"] == round(40 * answers[0]["usage"]["cost"], 12)

"""Decisions: an answer that fits each question, which a test brings about by the words of the state."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from openrouter_funcs.system_one_create import system_one_create

from .conformance import assert_conforms

if TYPE_CHECKING:
    import httpx

    from openrouter_core.testing import LocalOpenRouter

TOPICS = {"refund": "The customer wants money back.", "praise": "The customer is happy.", "other": None}
LEVELS = ["calm", {"mood": "annoyed"}, "furious"]
QUESTIONS: dict[str, Any] = {
    "topic": {"type": "choice", "instructions": "What is it about?", "criteria": TOPICS},
    "angry": {"type": "noul", "instructions": "Is the customer furious?"},
    "polite": {"type": "noul", "instructions": "?", "criteria": {"true": "please thank you", "false": "furious money"}},
    "mood": {"type": "score", "instructions": "How angry?", "criteria": LEVELS},
    "where": {"type": "box", "instructions": "Where is the receipt?"},
}
STATE = "I am furious, I want my money back!"


def decide(client: httpx.Client, state: object = STATE, **more: object) -> dict[str, Any]:
    """Return the answer to a request."""
    response = client.post("/systemone", json={"model": "jev-latest", "state": state, "questions": QUESTIONS, **more})
    assert response.status_code == 200, response.text
    assert_conforms("DecisionsResponse", response.json())
    answer: dict[str, Any] = response.json()
    return answer


def test_every_question_has_its_answer(client: httpx.Client) -> None:
    """Of its type, under its name: one of the options, a probability, a level of the scale, a box."""
    answers = decide(client)["answers"]
    assert {name: each["type"] for name, each in answers.items()} == {
        name: each["type"] for name, each in QUESTIONS.items()
    }
    assert answers["topic"]["choice"] == "refund"
    assert answers["topic"]["probabilities"].keys() == TOPICS.keys()
    assert sum(answers["topic"]["probabilities"].values()) == pytest.approx(1, abs=1e-5)
    assert answers["topic"]["confidence"] == max(answers["topic"]["probabilities"].values())
    assert answers["angry"]["noul"] > 0.5 > answers["polite"]["noul"]
    assert 1 < answers["mood"]["score"] <= 2
    assert answers["mood"]["legend"] == {"0": "calm", "1": {"mood": "annoyed"}, "2": "furious"}
    box = answers["where"]["box"]
    assert box["left"] < box["right"]
    assert box["top"] < box["bottom"]


@pytest.mark.parametrize(
    ("state", "choice"),
    [
        ("A happy customer", "praise"),
        ({"text": "I want my money"}, "refund"),
        (["something", "other"], "other"),
        ("", "refund"),
    ],
)
def test_the_state_decides(client: httpx.Client, state: object, choice: str) -> None:
    """Text or JSON, the same each time; without a word in common it is the first option."""
    answers = decide(client, state)["answers"]
    assert answers["topic"]["choice"] == choice
    assert decide(client, state)["answers"] == answers


def test_a_bare_name_is_a_model_of_typesafe(client: httpx.Client) -> None:
    """At one address; the other takes names as they are."""
    body: dict[str, Any] = {"model": "jev-latest", "state": STATE, "questions": {}}
    assert client.post("/systemone", json=body).json()["model"] == "typesafe/jev-latest"
    assert client.post("/systemone", json={**body, "model": "a/b"}).json()["model"] == "a/b"
    alpha = client.post(str(client.base_url.copy_with(path="/api/alpha/decisions")), json=body).json()
    assert_conforms("DecisionsResponse", alpha)
    assert (alpha["model"], alpha["answers"]) == ("jev-latest", {})


@pytest.mark.parametrize(
    ("questions", "message"),
    [
        ({"q": {"type": "choice", "instructions": "?", "criteria": {}}}, "questions.q.criteria: must not be empty"),
        ({"q": {"type": "score", "instructions": "?", "criteria": []}}, "questions.q.criteria: must not be empty"),
        ({"q": {"type": "choice", "instructions": "?"}}, "questions.q.criteria: is required"),
        ({"q": {"type": "newer", "instructions": "?"}}, "questions.q.type: must be"),
    ],
)
def test_a_question_without_an_answer_is_a_400(client: httpx.Client, questions: object, message: str) -> None:
    """It names the question."""
    response = client.post("/systemone", json={"model": "m", "state": "s", "questions": questions})
    assert response.status_code == 400
    assert response.json()["error"]["message"].startswith(message)


def test_our_function_decides(server: LocalOpenRouter) -> None:
    """Tokens are counted, and every answer has an id."""
    with server.core() as core:
        decided = system_one_create(core, model="jev-latest", state=STATE, questions=QUESTIONS).unwrap()
    assert decided.usage.input_tokens > 0
    assert decided.usage.output_tokens > 0
    assert str(decided.id).startswith("gen-")

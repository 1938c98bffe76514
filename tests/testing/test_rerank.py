"""Ranks of documents: by the words that they share with the query."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from openrouter_funcs.rerank_rerank import rerank_rerank

from .conformance import assert_conforms

if TYPE_CHECKING:
    import httpx

    from openrouter_core.testing import LocalOpenRouter

RANKS = "/paths/~1rerank/post/responses/200/content/application~1json/schema"
DOCUMENTS: list[Any] = ["Bananas are yellow.", {"text": "The sky is blue."}, "Is the sky blue?", {"image": "https://x"}]


def rank(client: httpx.Client, **more: object) -> dict[str, Any]:
    """Return the answer to a request."""
    body = {"model": "m/rerank", "query": "Is the sky blue?", "documents": DOCUMENTS, **more}
    answer: dict[str, Any] = client.post("/rerank", json=body).json()
    assert_conforms(RANKS, answer)
    return answer


def test_the_likest_document_comes_first(client: httpx.Client) -> None:
    """With its place and itself; those that are alike in their order; the same to the same request."""
    results = rank(client)["results"]
    assert [each["index"] for each in results] == [1, 2, 0, 3]
    scores = [each["relevance_score"] for each in results]
    assert scores == sorted(scores, reverse=True) == [1, 1, 0, 0]
    documents = [each["document"] for each in results]
    assert documents == [
        {"text": "The sky is blue."},
        {"text": "Is the sky blue?"},
        {"text": DOCUMENTS[0]},
        DOCUMENTS[3],
    ]
    assert rank(client)["results"] == results


@pytest.mark.parametrize(("top_n", "count"), [(1, 1), (3, 3), (9, 4), (2.0, 2)])
def test_only_the_best_are_asked_for(client: httpx.Client, top_n: float, count: int) -> None:
    """As many as there are at the most."""
    assert rank(client, top_n=top_n)["results"] == rank(client)["results"][:count]


def test_a_rank_is_used_and_has_an_id(client: httpx.Client) -> None:
    """Tokens of query and documents; every answer has an id of its own."""
    answer = rank(client)
    assert answer["usage"] == {"search_units": 1, "total_tokens": 5 + 4 + 5 + 5, "cost": 0}
    assert answer["id"] != rank(client)["id"]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"documents": []}, "documents: must not be empty"),
        ({"documents": [1]}, "documents[0]: must be"),
        ({"query": None}, "query: must be a string"),
        ({"top_n": 0}, "top_n: must be an integer, 1 or more"),
    ],
)
def test_a_request_that_breaks_the_contract(client: httpx.Client, change: dict[str, Any], message: str) -> None:
    """It is a 400 that names the field."""
    response = client.post("/rerank", json={"model": "m", "query": "q", "documents": ["d"], **change})
    assert response.status_code == 400
    assert response.json()["error"]["message"].startswith(message)


def test_our_function_ranks(server: LocalOpenRouter) -> None:
    """It reads every field."""
    with server.core() as core:
        ranked = rerank_rerank(
            core, model="m", query="blue sky", documents=["a red rose", "a blue sky"], top_n=1
        ).unwrap()
    (result,) = ranked.results
    assert (result.index, result.document.text) == (1, "a blue sky")

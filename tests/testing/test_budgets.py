"""What limits what a key may spend: budgets of its workspace, of guardrails and of its own, and in which order."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from openrouter_core.testing.clock import seconds
from openrouter_core.testing.contract import contract
from tests.testing.conformance import assert_conforms
from tests.testing.money import Bank, paid

CURRENT = "/paths/~1key/get/responses/200/content/application~1json/schema"
MESSAGE = {"model": "m", "max_tokens": 9, "messages": [{"role": "user", "content": "x"}]}


def told(made: Bank, key: str) -> dict[str, Any]:
    """Return what a key is told of itself."""
    answer = made.client.get("/key", headers={"authorization": f"Bearer {key}"}).json()
    assert_conforms(CURRENT, answer)
    return dict(answer["data"])


def limit(made: Bank, path: str, dollars: float, interval: str = "daily") -> None:
    """Set the budget of a workspace, or that of its default guardrail."""
    if path.startswith("/workspaces"):
        answer = made.client.put(f"{path}/budgets/{interval}", json={"limit_usd": dollars})
    else:
        answer = made.client.patch(path, json={"limit_usd": dollars, "reset_interval": interval})
    assert answer.is_success, answer.text


def guardrail(made: Bank, dollars: float | None, **fields: object) -> str:
    """Create a guardrail and return its path."""
    body = {"name": "g", "limit_usd": dollars, "reset_interval": dollars and "weekly", **fields}
    answer = made.client.post("/guardrails", json=body)
    assert answer.status_code == 201, answer.text
    return f"/guardrails/{answer.json()['data']['id']}"


def test_the_paid_operations() -> None:
    """All that documents a 402 and does something, and messages."""
    found = {name for name, each in contract().operations.items() if each.is_paid}
    assert {"chat_send", "messages_create", "embeddings_generate", "video_generation_generate"} <= found
    assert not {"generations_get_generation", "batch_get_batches", "files_upload", "api_keys_create"} & found


def test_a_budget_of_a_workspace(fresh: Bank) -> None:
    """It is for all its keys together, in its interval, and not for those of other workspaces."""
    path = f"/workspaces/{fresh.server.account.default_workspace_id}"
    limit(fresh, path, 0.5)
    limit(fresh, path, 1, "lifetime")
    fresh.note(cost=0.5)
    keys = [fresh.create(), fresh.create(workspace_id=fresh.server.account.add_workspace())]
    answers = [paid(fresh.client, each["key"]) for each in keys]
    assert [each.status_code for each in answers] == [403, 200]
    assert answers[0].json()["error"]["message"] == "Workspace budget exceeded (daily limit)"
    message = fresh.client.post("/messages", json=MESSAGE)
    assert (message.status_code, message.json()["error"]["message"]) == (403, "Workspace budget exceeded (daily limit)")
    fresh.at = seconds("2026-11-27T00:00:00Z")
    assert paid(fresh.client, keys[0]["key"]).status_code == 200
    fresh.note(cost=0.5)
    fresh.at = seconds("2026-11-28T00:00:00Z")
    assert paid(fresh.client, keys[0]["key"]).json()["error"]["message"] == "Workspace budget exceeded (total limit)"


@attrs.frozen
class Layers:
    """A key that every kind of budget holds for, and the paths of the three guardrails."""

    key: dict[str, Any]
    other: dict[str, Any]
    paths: tuple[str, str, str]


@pytest.fixture(name="layers")
def _layers(fresh: Bank) -> Layers:
    """Let a member have two keys, of which one has a guardrail and a limit of its own."""
    member = fresh.server.account.add_member()
    workspace = fresh.client.get("/workspaces/default").json()["data"]
    default = f"/guardrails/{workspace['default_guardrail_id']}"
    limit(fresh, default, 10)
    limit(fresh, f"/workspaces/{workspace['id']}", 40, "monthly")
    key, other = fresh.create(creator_user_id=member, limit=50), fresh.create(creator_user_id=member)
    of_member, of_key = guardrail(fresh, 20), guardrail(fresh, 30)
    fresh.client.post(f"{of_member}/assignments/members", json={"member_user_ids": [member]})
    fresh.client.post(f"{of_key}/assignments/keys", json={"key_hashes": [key["hash"]]})
    return Layers(key, other, (default, of_member, of_key))


def test_a_key_is_told_its_budgets_in_order(fresh: Bank, layers: Layers) -> None:
    """With what counts towards each: all calls of the member, of the workspace, or of the key alone."""
    fresh.note(cost=1, key=layers.key["key"])
    fresh.note(cost=2, key=layers.other["key"])
    fresh.note(cost=4)
    known = told(fresh, layers.key["key"])
    shown = [(each["scope"], each["limit_usd"], each["spend_usd"], each["reset_interval"]) for each in known["budgets"]]
    assert shown == [
        ("workspace_default_key", 10, 1, "daily"),
        ("member", 20, 3, "weekly"),
        ("api_key", 30, 1, "weekly"),
        ("workspace", 40, 7, "monthly"),
        ("key_limit", 50, 1, None),
    ]
    assert known["effective_budget"] == known["budgets"][0]
    ids = [each["guardrail_id"] for each in known["budgets"]]
    assert ids == [*(each.rpartition("/")[2] for each in layers.paths), None, None]
    assert [each["budget_id"] is None for each in known["budgets"]] == [True, True, True, False, True]


@pytest.mark.parametrize(
    ("of", "cost", "expected"),
    [
        ("key", 10, ("workspace_default_key", "Guardrail budget exceeded (daily limit)")),
        ("other", 20, ("member", "Guardrail budget exceeded (weekly limit)")),
        ("ordinary", 40, ("workspace", "Workspace budget exceeded (monthly limit)")),
        ("key", 50, ("workspace_default_key", "Guardrail budget exceeded (daily limit)")),
    ],
)
def test_the_first_budget_that_is_spent_refuses(
    fresh: Bank, layers: Layers, of: str, cost: float, expected: tuple[str, str]
) -> None:
    """And is the one that the key is told of."""
    keys = {"key": layers.key["key"], "other": layers.other["key"], "ordinary": fresh.server.ordinary_key}
    fresh.note(cost=cost, key=keys[of])
    answer = paid(fresh.client, layers.key["key"])
    assert answer.status_code == 403
    effective = told(fresh, layers.key["key"])["effective_budget"]["scope"]
    assert (effective, answer.json()["error"]["message"]) == expected


def test_a_guardrail_forbids_a_model(fresh: Bank) -> None:
    """To the keys that it is assigned to, and to no others; without a budget none is told of."""
    made = fresh.create()
    path = guardrail(fresh, None, allowed_models=["openai/gpt-4o"])
    fresh.client.post(f"{path}/assignments/keys", json={"key_hashes": [made["hash"]]})
    assert paid(fresh.client, made["key"]).status_code == 404
    assert paid(fresh.client, fresh.server.ordinary_key).status_code == 200
    assert told(fresh, made["key"])["budgets"] == []


def test_a_key_without_a_workspace(fresh: Bank) -> None:
    """Its workspace was deleted, so that no budget of one holds."""
    workspace = fresh.client.get("/workspaces/default").json()["data"]
    limit(fresh, f"/workspaces/{workspace['id']}", 1)
    made = fresh.create()
    path = guardrail(fresh, 1)
    fresh.client.post(
        f"{path}/assignments/keys", json={"key_hashes": [made["hash"], fresh.server.account.api_key_hash]}
    )
    fresh.server.account.delete_workspace()
    known = told(fresh, fresh.server.ordinary_key)
    assert (known["workspace_id"], [each["scope"] for each in known["budgets"]]) == (None, ["api_key"])

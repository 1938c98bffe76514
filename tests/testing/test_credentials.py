"""What the five endpoints do with a credential, seen with a plain HTTP client."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from openrouter_core.testing.credentials import mask

if TYPE_CHECKING:
    import httpx

    from openrouter_core.testing import LocalOpenRouter

KEY = "sk-test-first-key-AbCd"
ROTATED = "sk-test-second-key-WxYz"


def create(client: httpx.Client, **fields: object) -> dict[str, object]:
    """Create a credential and return it as it was answered."""
    response = client.post("/byok", json={"key": KEY, "provider": "openai", **fields})
    assert response.status_code == 201, response.text
    created: dict[str, object] = response.json()["data"]
    return created


def list_ids(client: httpx.Client, **query: str | int) -> list[str]:
    """Return the ids of a page, in its order."""
    return [credential["id"] for credential in client.get("/byok", params=query).json()["data"]]


def test_create_answers_201_with_every_field(client: httpx.Client, server: LocalOpenRouter) -> None:
    """What was left out takes its default, and an omitted filter is null."""
    created = create(client)
    moment = datetime.fromisoformat(str(created.pop("created_at")))
    assert moment.tzinfo is not None
    assert re.fullmatch("[0-9a-f-]{36}", str(created.pop("id")))
    assert created == {
        "provider": "openai",
        "workspace_id": server.account.default_workspace_id,
        "label": "sk-...AbCd",
        "sort_order": 0,
        "name": None,
        "disabled": False,
        "is_fallback": False,
        "is_required": False,
        "is_byok_only": False,
        "allowed_models": None,
        "allowed_api_key_hashes": None,
        "allowed_user_ids": None,
        "declared_region": None,
        "declared_zdr": None,
    }


def test_create_keeps_every_setting(client: httpx.Client, server: LocalOpenRouter) -> None:
    """A setting that is given is answered, then and later; a field of no meaning is ignored."""
    settings = {
        "name": "Prüfung \0 🔑",
        "disabled": True,
        "is_fallback": True,
        "is_required": True,
        "is_byok_only": False,
        "allowed_models": ["openai/gpt-4o", ""],
        "allowed_api_key_hashes": [server.account.api_key_hash],
        "allowed_user_ids": [],
        "declared_region": "europe",
        "declared_zdr": False,
    }
    created = create(client, workspace_id=server.account.default_workspace_id, unknown=1, **settings)
    assert settings.items() <= created.items()
    assert client.get(f"/byok/{created['id']}").json() == {"data": created}


@pytest.mark.parametrize(
    ("key", "label"),
    [
        ("sk-proj-abc123-AbCd", "sk-...AbCd"),
        ("0123456789abcdef", "012...cdef"),
        ("0123456789abcde", "..."),
        ("x", "..."),
    ],
)
def test_a_label_shows_less_than_half_of_the_key(key: str, label: str) -> None:
    """First three and last four characters, and nothing of a short key."""
    assert mask(key) == label


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, {"name": "before", "disabled": True, "allowed_models": ["a"]}),
        ({"disabled": False}, {"name": "before", "disabled": False, "allowed_models": ["a"]}),
        ({"name": None}, {"name": None, "disabled": True, "allowed_models": ["a"]}),
        ({"allowed_models": None}, {"name": "before", "disabled": True, "allowed_models": None}),
        ({"name": "after", "allowed_models": []}, {"name": "after", "disabled": True, "allowed_models": []}),
        ({"provider": "anthropic", "id": "x"}, {"name": "before", "provider": "openai"}),
    ],
)
def test_update_changes_what_is_named(
    client: httpx.Client, change: dict[str, object], expected: dict[str, object]
) -> None:
    """Absent leaves, null clears, a value sets; what no update can change is ignored."""
    created = create(client, name="before", disabled=True, allowed_models=["a"])
    response = client.patch(f"/byok/{created['id']}", json=change)
    assert response.status_code == 200
    assert expected.items() <= response.json()["data"].items()
    assert client.get(f"/byok/{created['id']}").json() == response.json()


def test_update_with_a_key_rotates_it(client: httpx.Client, server: LocalOpenRouter) -> None:
    """The new key arrives, the old one is gone, the label follows, and the rest stays."""
    created = create(client, name="kept")
    path = f"/byok/{created['id']}"
    assert server.verify_key(str(created["id"]), KEY)
    rotated = client.patch(path, json={"key": ROTATED}).json()["data"]
    assert rotated == {**created, "label": "sk-...WxYz"}
    assert server.verify_key(str(created["id"]), ROTATED)
    assert not server.verify_key(str(created["id"]), KEY)


def test_delete_is_final(client: httpx.Client, server: LocalOpenRouter) -> None:
    """A deleted credential answers 404 to everything, is in no list and holds no key."""
    created, kept = create(client), create(client)
    path = f"/byok/{created['id']}"
    response = client.delete(path)
    assert (response.status_code, response.json()) == (200, {"deleted": True})
    for method in ("GET", "DELETE", "PATCH"):
        response = client.request(method, path, json={})
        assert response.status_code == 404
        assert response.json() == {"error": {"code": 404, "message": "Resource not found"}}
    assert list_ids(client) == [kept["id"]]
    assert not server.verify_key(str(created["id"]), KEY)


def test_sort_order_counts_up_within_provider_and_workspace(client: httpx.Client, server: LocalOpenRouter) -> None:
    """Each provider in each workspace counts from 0, and a deleted place is not given out again."""
    other = server.account.add_workspace()
    orders = [
        create(client)["sort_order"],
        create(client)["sort_order"],
        create(client, provider="anthropic")["sort_order"],
        create(client, workspace_id=other)["sort_order"],
    ]
    assert orders == [0, 1, 0, 0]
    last = create(client)
    client.delete(f"/byok/{last['id']}")
    assert create(client)["sort_order"] == 3


def test_list_is_ordered_and_filtered(client: httpx.Client, server: LocalOpenRouter) -> None:
    """Ascending sort_order, ties by age; by workspace and by provider, each with its own total."""
    other = server.account.add_workspace()
    first, second = create(client)["id"], create(client)["id"]
    claude = create(client, provider="anthropic")["id"]
    elsewhere = create(client, workspace_id=other)["id"]
    assert list_ids(client) == [first, claude, second]
    assert list_ids(client, provider="openai") == [first, second]
    assert list_ids(client, workspace_id=other.upper()) == [elsewhere]
    assert client.get("/byok", params={"provider": "openai"}).json()["total_count"] == 2
    assert client.get("/byok", params={"provider": "xai"}).json() == {"data": [], "total_count": 0}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", range(50)),
        ("limit=100", range(100)),
        ("limit=1", range(1)),
        ("limit=007&offset=005", range(5, 12)),
        ("offset=100", range(100, 120)),
        ("offset=120", range(0)),
        ("limit=100&offset=20&unknown=1", range(20, 120)),
        ("offset=", range(50)),
        ("offset=null", range(50)),
        (f"offset={'9' * 30}", range(0)),
        (f"offset={'9' * 5000}", range(0)),
    ],
)
def test_list_pages(client: httpx.Client, server: LocalOpenRouter, query: str, expected: range) -> None:
    """`offset` and `limit` cut a page out of the whole list; `total_count` counts all of it."""
    ids = server.seed(120)
    answer = client.get(f"/byok?{query}").json()
    assert [credential["id"] for credential in answer["data"]] == [ids[index] for index in expected]
    assert answer["total_count"] == 120


def test_the_raw_key_never_comes_back(client: httpx.Client) -> None:
    """No answer holds the key, not even an error about the very request that carried it."""
    created = create(client)
    answers = [
        client.get("/byok"),
        client.get(f"/byok/{created['id']}"),
        client.patch(f"/byok/{created['id']}", json={"key": ROTATED}),
        client.patch(f"/byok/{created['id']}", json={"key": [ROTATED]}),
        client.post("/byok", json={"key": KEY, "provider": KEY}),
        client.post("/byok", content=f'{{"key": "{KEY}"', headers={"content-type": "application/json"}),
        client.delete(f"/byok/{created['id']}"),
    ]
    for answer in answers:
        assert KEY not in answer.text
        assert ROTATED not in answer.text


def test_verify_key_of_an_unknown_credential_is_false(server: LocalOpenRouter) -> None:
    """No such credential holds no key; whatever is asked, the answer is a boolean."""
    assert not server.verify_key(str(uuid4()), KEY)
    assert not server.verify_key("no uuid", "\ud800")

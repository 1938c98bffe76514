"""SCIM: groups, their roles in workspaces, and synchronizations that come to an end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from openrouter_funcs.scim_create_sync_job import scim_create_sync_job
from openrouter_funcs.scim_get_sync_job import scim_get_sync_job

from .calling import Api

if TYPE_CHECKING:
    import httpx

    from openrouter_core.testing import LocalOpenRouter

NOWHERE = "00000000-0000-4000-8000-000000000000"


@pytest.fixture
def api(client: httpx.Client) -> Api:
    """Return the operations with the management key."""
    return Api(client)


@pytest.fixture
def new(api: Api, server: LocalOpenRouter) -> dict[str, str]:
    """Return what a mapping is made of."""
    group = api("scim_list_groups")["data"][0]["id"]
    return {"scim_group_id": group, "workspace_id": server.account.default_workspace_id, "role": "member"}


def test_groups_are_found_by_what_they_are_called(api: Api, client: httpx.Client, server: LocalOpenRouter) -> None:
    """Exactly, and by both names; another account has groups of its own."""
    groups = api("scim_list_groups")["data"]
    assert [each["display_name"] for each in groups] == ["Engineering", "Research", "Finance"]
    queries: list[tuple[dict[str, Any], list[int]]] = [
        ({"display_name": "Research"}, [1]),
        ({"display_name": "research"}, []),
        ({"display_name": "", "external_id": groups[2]["external_id"]}, [2]),
        ({"display_name": "Research", "external_id": groups[2]["external_id"]}, []),
        ({"limit": 1, "offset": 1}, [1]),
    ]
    for query, found in queries:
        assert api("scim_list_groups", params=query)["data"] == [groups[each] for each in found]
    others = Api(client, server.add_account().management_key)("scim_list_groups")["data"]
    assert {each["id"] for each in groups}.isdisjoint(each["id"] for each in others)


def test_a_mapping_lives(api: Api, client: httpx.Client, server: LocalOpenRouter, new: dict[str, str]) -> None:
    """It is made once, changed and deleted; another account does not see it."""
    made = api("scim_create", json=new)["data"]
    assert new.items() <= made.items()
    assert api("scim_create", json=new | {"workspace_id": new["workspace_id"].upper()})["data"] == made
    assert api.refusal("scim_create", 409, json=new | {"role": "admin"}).startswith("role: ")
    path = {"id": made["id"]}
    changed = api("scim_update", path=path, json={"role": "admin", "workspace_id": NOWHERE})["data"]
    assert changed == {**made, "role": "admin", "updated_at": changed["updated_at"]}
    assert api("scim_read", path={"id": made["id"].upper()})["data"] == changed
    assert api("scim_list_mappings") == {"data": [changed], "total_count": 1}
    other = Api(client, server.add_account().management_key)
    other("scim_read", 404, path=path)
    other("scim_delete", 404, path=path, params={"keep_members": "true"})
    assert api.refusal("scim_delete", 400, path=path) == "keep_members: is required"
    assert api("scim_delete", path=path, params={"keep_members": "false"}) == {"deleted": True}
    api("scim_update", 404, path=path, json={"role": "admin"})
    assert api("scim_list_mappings")["data"] == []


@pytest.mark.parametrize("field", ["scim_group_id", "workspace_id"])
def test_a_mapping_is_of_what_is_there(api: Api, new: dict[str, str], field: str) -> None:
    """A group and a workspace of the account."""
    api("scim_create", 404, json=new | {field: NOWHERE})


def test_a_synchronization_comes_to_an_end(server: LocalOpenRouter) -> None:
    """Each look at it finds it one step further."""
    with server.core() as core:
        job = scim_create_sync_job(core).unwrap().data
        assert (job.status, job.started_at, job.finished_at) == ("queued", None, None)
        seen = [scim_get_sync_job(core, id=job.id).unwrap().data for _ in range(3)]
    assert [each.status for each in seen] == ["running", "succeeded", "succeeded"]
    assert (seen[0].synced_groups, seen[1].synced_groups, seen[1].deleted_groups) == (None, 3, 0)
    assert seen[1] == seen[2]


def test_a_synchronization_says_where_it_is(api: Api, client: httpx.Client) -> None:
    """In a header; there is no other."""
    response = api.response("scim_create_sync_job")
    assert client.get(f"http://{client.base_url.netloc.decode()}{response.headers['location']}").status_code == 200
    api("scim_get_sync_job", 404, path={"id": NOWHERE})

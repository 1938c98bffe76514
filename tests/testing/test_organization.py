"""The organization: its members, its settings, and the users of its own that it registers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest

from openrouter_core import Ok
from openrouter_funcs.external_users_list import external_users_list
from openrouter_funcs.organization_list_members import organization_list_members

from .conformance import assert_conforms

if TYPE_CHECKING:
    import httpx

    from openrouter_core.testing import LocalOpenRouter

MEMBERS = "/paths/~1organization~1members/get/responses/200/content/application~1json/schema"


def register(client: httpx.Client, user: str) -> dict[str, Any]:
    """Register a user of our own and return what is told of it."""
    answer = client.post("/external-users", json={"user": user})
    assert answer.status_code == 201, answer.text
    assert_conforms("ExternalUserResponse", answer.json())
    told: dict[str, Any] = answer.json()["data"]
    return told


def test_members_are_those_that_the_test_adds(client: httpx.Client, server: LocalOpenRouter) -> None:
    """In the order in which they came, with the role that they were given last."""
    assert client.get("/organization/members").json() == {"data": [], "total_count": 0}
    first, second = server.account.add_member("user_b"), server.account.add_member("user_a", admin=True)
    server.account.add_member(first, admin=True)
    answer = client.get("/organization/members").json()
    assert_conforms(MEMBERS, answer)
    assert [(each["id"], each["role"]) for each in answer["data"]] == [(first, "org:admin"), (second, "org:admin")]
    page = client.get("/organization/members", params={"offset": 1, "limit": 1}).json()
    assert page == {"data": answer["data"][1:], "total_count": 2}
    result = organization_list_members(server.core())
    assert isinstance(result, Ok)
    assert [each.email for each in result.value.result.data] == ["user_b@local.example", "user_a@local.example"]


def test_settings_are_those_of_one_organization(client: httpx.Client, server: LocalOpenRouter) -> None:
    """Nothing is set at first; another account has its own."""
    path, name = "/organization/settings", "is_filtered_model_catalog_enabled"
    before = client.get(path).json()["data"]
    assert_conforms("OrganizationSettings", before)
    assert before[name] is False
    for value in (True, False, True):
        body = {name: value, "id": "org_of_somebody_else"}
        assert client.patch(path, json=body).json() == {"data": {**before, name: value}}
        assert client.get(path).json() == {"data": {**before, name: value}}
    stranger = client.get(path, headers={"authorization": f"Bearer {server.add_account().management_key}"}).json()
    assert stranger["data"][name] is False
    assert stranger["data"]["id"] != before["id"]


@pytest.mark.parametrize("user", ["a", "tenant/7 ü", "A" * 512, "100%25", "\U0001f511"])
def test_a_user_is_found_by_the_name_it_was_given(client: httpx.Client, user: str) -> None:
    """Whatever is in it: it is case-sensitive, and a path holds it encoded."""
    told = register(client, user)
    assert (told["user"], told["is_active"]) == (user, True)
    path = f"/external-users/{quote(user, safe='')}"
    assert client.get(path).json() == {"data": told}
    assert client.get("/external-users", params={"user": user}).json() == {"data": [told], "total_count": 1}
    assert client.get("/external-users", params={"user": user + "x"}).json()["total_count"] == 0
    again = client.post("/external-users", json={"user": user})
    assert (again.status_code, again.json()["error"]["message"]) == (409, "The user is registered already")


def test_a_user_that_is_deleted_is_inactive(client: httpx.Client, server: LocalOpenRouter) -> None:
    """It is not listed any more unless it is asked for, stays registered, and can be active again."""
    register(client, "kept")
    register(client, "gone")
    for _ in range(2):
        assert (
            client.delete("/external-users/gone").status_code,
            client.get("/external-users").json()["total_count"],
        ) == (204, 1)
    every = client.get("/external-users", params={"include_inactive": "true"}).json()
    assert_conforms("ListExternalUsersResponse", every)
    assert [(each["user"], each["is_active"]) for each in every["data"]] == [("kept", True), ("gone", False)]
    assert client.get("/external-users/gone").json() == {"data": every["data"][1]}
    assert client.post("/external-users", json={"user": "gone"}).status_code == 409
    changed = client.patch("/external-users/gone", json={"is_active": True, "user": "other"}).json()
    assert (changed["data"]["user"], changed["data"]["is_active"]) == ("gone", True)
    result = external_users_list(server.core(), limit=1)
    assert isinstance(result, Ok)
    assert [each.value.result.data[0].user for each in result.value if isinstance(each, Ok)] == ["kept", "gone"]


@pytest.mark.parametrize("user", ["", "A" * 513, " a", "a\n", "a\0b"])
def test_what_is_no_name_of_a_user(client: httpx.Client, user: str) -> None:
    """Nothing, too much, blanks at the ends, NUL."""
    answer = client.post("/external-users", json={"user": user})
    assert (answer.status_code, answer.json()["error"]["message"][:6]) == (400, "user: ")


def test_text_that_is_no_unicode(client: httpx.Client) -> None:
    """Half of a surrogate pair is JSON, and no name."""
    answer = client.post(
        "/external-users", content=rb'{"user": "\ud83d"}', headers={"content-type": "application/json"}
    )
    assert answer.status_code == 400


@pytest.mark.parametrize(
    ("query", "named"), [({"limit": 0}, "limit"), ({"limit": -1}, "limit"), ({"offset": -1}, "offset")]
)
def test_pages_of_users_that_cannot_be(client: httpx.Client, query: dict[str, int], named: str) -> None:
    """The contract has no limits for them."""
    answer = client.get("/external-users", params=query)
    assert (answer.status_code, answer.json()["error"]["message"].partition(":")[0]) == (400, named)


@pytest.mark.parametrize("method", ["GET", "PATCH", "DELETE"])
def test_a_user_of_another_account(client: httpx.Client, server: LocalOpenRouter, method: str) -> None:
    """It is a 404, and its name is free."""
    register(client, "mine")
    client.headers["authorization"] = f"Bearer {server.add_account().management_key}"
    body = {"is_active": False} if method == "PATCH" else None
    assert client.request(method, "/external-users/mine", json=body).status_code == 404
    register(client, "mine")

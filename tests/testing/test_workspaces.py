"""Workspaces, their members and their budgets: one truth for what the API makes and what a test makes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from openrouter_core import Ok
from openrouter_core.testing import LocalOpenRouter
from openrouter_funcs.workspaces_create import workspaces_create
from openrouter_funcs.workspaces_get import workspaces_get
from tests.drawing import drawn

from .conformance import assert_conforms

if TYPE_CHECKING:
    from pathlib import Path

    import httpx

NEW = {"name": "Production", "slug": "production"}
KEY = {"key": "sk-test-provider-key", "provider": "openai"}


def create(client: httpx.Client, **fields: object) -> dict[str, Any]:
    """Create a workspace and return what is told of it."""
    answer = client.post("/workspaces", json={**NEW, **fields})
    assert answer.status_code == 201, answer.text
    assert_conforms("CreateWorkspaceResponse", answer.json())
    told: dict[str, Any] = answer.json()["data"]
    return told


def refused(answer: httpx.Response) -> tuple[int, str]:
    """Return the status of an error, and the field that its message begins with."""
    return answer.status_code, answer.json()["error"]["message"].partition(":")[0]


def test_a_workspace_is_what_was_asked_for(client: httpx.Client) -> None:
    """What was left out has its default; fields that the contract does not take have no effect."""
    told = create(client, description="ä", disabled_server_tools=[], id="x", created_at="y", default_guardrail_id="z")
    assert client.get(f"/workspaces/{told['id'].upper()}").json() == {"data": told}
    assert client.get("/workspaces/production").json() == {"data": told}
    assert NEW.items() <= told.items()
    assert (told["description"], told["disabled_server_tools"], told["io_logging_sampling_rate"]) == ("ä", None, 1)
    assert told["updated_at"] is None
    assert {"x", "y", "z"}.isdisjoint(str(each) for each in told.values())


def test_one_that_a_test_opens_is_one_of_the_api(client: httpx.Client, server: LocalOpenRouter) -> None:
    """It has a name and a slug, which can be changed; the default one comes first."""
    opened = server.account.add_workspace()
    listed = client.get("/workspaces").json()
    assert_conforms("ListWorkspacesResponse", listed)
    assert [each["id"] for each in listed["data"]] == [server.account.default_workspace_id, opened]
    assert [each["slug"] for each in listed["data"]] == ["default", f"workspace-{opened[:8]}"]
    changed = client.patch(f"/workspaces/{opened}", json={"slug": "mine"}).json()["data"]
    assert {**listed["data"][1], "slug": "mine", "updated_at": changed["updated_at"]} == changed
    server.account.delete_workspace(opened)
    assert client.get("/workspaces/mine").status_code == 404


def test_one_of_the_api_is_good_for_all_that_has_a_workspace(client: httpx.Client) -> None:
    """Credentials, keys and files go into it until it is deleted."""
    there = {"workspace_id": create(client)["id"]}

    def uses() -> list[int]:
        uploaded = client.post("/files", params=there, files={"file": ("a", b"a")})
        return [client.post("/byok", json=KEY | there).status_code, uploaded.status_code]

    assert uses() == [201, 200]
    assert client.delete("/workspaces/production").json() == {"deleted": True}
    assert uses() == [400, 400]
    assert client.get("/workspaces/production").status_code == 404
    create(client)  # the slug is free again


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({"slug": "taken"}, "slug"),
        ({"slug": "default"}, "slug"),
        ({"slug": "No"}, "slug"),
        ({"default_provider_sort": "luck"}, "default_provider_sort"),
        ({"io_logging_sampling_rate": 0}, "io_logging_sampling_rate"),
        ({"io_logging_sampling_rate": 1.5}, "io_logging_sampling_rate"),
        ({"disabled_server_tools": ["openrouter:luck"]}, "disabled_server_tools[0]"),
    ],
)
def test_what_a_workspace_cannot_be(client: httpx.Client, fields: dict[str, object], named: str) -> None:
    """A 400 that names the field, for a new one and for a change."""
    create(client, slug="taken")
    there = create(client)
    assert refused(client.post("/workspaces", json={"name": "a", "slug": "a", **fields})) == (400, named)
    assert refused(client.patch("/workspaces/production", json=fields)) == (400, named)
    assert client.patch("/workspaces/production", json={"slug": "production"}).status_code == 200  # its own
    assert client.get("/workspaces/production").json()["data"]["created_at"] == there["created_at"]


def test_a_workspace_with_keys_cannot_be_deleted(client: httpx.Client) -> None:
    """Not before they are gone."""
    workspace_id = create(client)["id"]
    assert client.post("/keys", json={"name": "a", "workspace_id": workspace_id}).status_code == 201
    assert refused(client.delete("/workspaces/production")) == (400, "id")


def test_the_default_workspace_goes_when_that_is_confirmed(client: httpx.Client, server: LocalOpenRouter) -> None:
    """Keys without a workspace stop to work, but for those that manage; nothing takes its place."""
    ordinary = {"authorization": f"Bearer {server.ordinary_key}"}
    chat = {"messages": [{"role": "user", "content": "Hi"}]}
    path, confirm = f"/workspaces/{server.account.default_workspace_id}", "confirm_default_workspace_deletion"
    for query in ({}, {confirm: "false"}):
        assert refused(client.delete(path, params=query)) == (400, confirm)
    assert client.post("/chat/completions", json=chat, headers=ordinary).status_code == 200
    assert client.delete(path, params={confirm: "true"}).json() == {"deleted": True}
    assert client.post("/chat/completions", json=chat, headers=ordinary).status_code == 401
    assert client.get("/workspaces").json() == {"data": [], "total_count": 0}
    assert refused(client.post("/byok", json=KEY)) == (400, "workspace_id")


def test_members_of_a_workspace(client: httpx.Client, server: LocalOpenRouter) -> None:
    """They have the role of the organization, are there once, and nobody else can be one."""
    admin, member = server.account.add_member("user_a", admin=True), server.account.add_member("user_b")
    create(client)
    added = client.post("/workspaces/production/members/add", json={"user_ids": [admin, member, admin]}).json()
    assert_conforms("BulkAddWorkspaceMembersResponse", added)
    assert [(each["user_id"], each["role"]) for each in added["data"]] == [(admin, "admin"), (member, "member")]
    assert added["added_count"] == 2
    server.account.add_member(member, admin=True)
    again = client.post("/workspaces/production/members/add", json={"user_ids": [member]}).json()
    assert again == {"data": [{**added["data"][1], "role": "admin"}], "added_count": 1}
    listed = client.get("/workspaces/production/members", params={"offset": 1}).json()
    assert_conforms("ListWorkspaceMembersResponse", listed)
    assert listed == {"data": again["data"], "total_count": 2}
    stranger = client.post("/workspaces/production/members/add", json={"user_ids": [admin, "user_c"]})
    assert refused(stranger) == (400, "user_ids")
    removed = client.post("/workspaces/production/members/remove", json={"user_ids": [admin, admin, "user_c"]}).json()
    assert removed == {"removed_count": 1}
    assert client.get("/workspaces/production/members").json()["data"] == again["data"]


def test_a_member_with_a_key_cannot_be_removed(client: httpx.Client) -> None:
    """As long as the key is active; and an account without members takes any user."""
    workspace_id = create(client)["id"]
    made = {"name": "a", "workspace_id": workspace_id, "creator_user_id": "user_a"}
    assert client.post("/keys", json=made).status_code == 201
    users = {"user_ids": ["user_b", "user_a"]}
    assert client.post("/workspaces/production/members/add", json=users).json()["added_count"] == 2
    assert refused(client.post("/workspaces/production/members/remove", json=users)) == (400, "user_ids")
    assert client.get("/workspaces/production/members").json()["total_count"] == 2


def test_the_default_workspace_has_every_member(client: httpx.Client, server: LocalOpenRouter) -> None:
    """Whether they were added to it or not."""
    server.account.add_member("user_a", admin=True)
    server.account.add_member("user_b")
    before = client.get("/workspaces/default/members").json()
    assert [(each["user_id"], each["role"]) for each in before["data"]] == [("user_a", "admin"), ("user_b", "member")]
    assert client.post("/workspaces/default/members/add", json={"user_ids": ["user_b"]}).status_code == 200
    assert client.get("/workspaces/default/members").json()["total_count"] == 2
    assert refused(client.post("/workspaces/default/members/remove", json={"user_ids": ["user_a"]})) == (400, "id")


def test_budgets_by_interval(client: httpx.Client) -> None:
    """One for each; whether BYOK counts is for all of them, and the workspace tells it."""
    create(client)
    path = "/workspaces/production/budgets"
    assert client.get(f"{path}/daily").status_code == 404
    assert client.get(path).json() == {"data": [], "include_byok_in_budgets": False}
    made = {
        interval: client.put(f"{path}/{interval}", json={"limit_usd": limit, **more}).json()
        for interval, limit, more in (
            ("lifetime", 100, {}),
            ("daily", 0.5, {"include_byok_in_budgets": True}),
            ("weekly", 2, {}),
        )
    }
    for answer in made.values():
        assert_conforms("UpsertWorkspaceBudgetResponse", answer)
    assert [each["data"]["reset_interval"] for each in made.values()] == [None, "daily", "weekly"]
    assert [each["include_byok_in_budgets"] for each in made.values()] == [False, True, True]
    listed = client.get(path).json()
    assert_conforms("ListWorkspaceBudgetsResponse", listed)
    assert listed == {
        "data": [made[each]["data"] for each in ("daily", "weekly", "lifetime")],
        "include_byok_in_budgets": True,
    }
    assert client.get("/workspaces/production").json()["data"]["include_byok_in_budgets"] is True
    changed = client.put(f"{path}/daily", json={"limit_usd": 1}).json()["data"]
    assert {**made["daily"]["data"], "limit_usd": 1, "updated_at": changed["updated_at"]} == changed
    assert client.get(f"{path}/daily").json() == {"data": changed, "include_byok_in_budgets": True}
    for _ in range(2):
        assert client.delete(f"{path}/daily").json() == {"deleted": True}
    assert [each["limit_usd"] for each in client.get(path).json()["data"]] == [2, 100]
    client.delete("/workspaces/production")
    create(client)
    assert client.get(path).json()["data"] == []


@pytest.mark.parametrize(
    ("interval", "limit"), [("daily", 0), ("daily", -1), ("weekly", 10), ("monthly", 5), ("lifetime", 10)]
)
def test_budgets_grow_with_their_interval(client: httpx.Client, interval: str, limit: int) -> None:
    """Each is more than nothing, and less than every longer one."""
    path = "/workspaces/default/budgets"
    for there, usd in (("daily", 5), ("monthly", 10)):
        assert client.put(f"{path}/{there}", json={"limit_usd": usd}).status_code == 200
    before = client.get(path).json()
    assert refused(client.put(f"{path}/{interval}", json={"limit_usd": limit})) == (400, "limit_usd")
    assert client.get(path).json() == before


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("GET", "", None),
        ("PATCH", "", {}),
        ("DELETE", "", None),
        ("GET", "/members", None),
        ("POST", "/members/add", {"user_ids": ["user_a"]}),
        ("POST", "/members/remove", {"user_ids": ["user_a"]}),
        ("GET", "/budgets", None),
        ("GET", "/budgets/daily", None),
        ("PUT", "/budgets/daily", {"limit_usd": 1}),
        ("DELETE", "/budgets/daily", None),
    ],
)
def test_a_workspace_of_another_account(
    client: httpx.Client, server: LocalOpenRouter, method: str, path: str, body: object
) -> None:
    """It is a 404 to everything, by its id and by its slug."""
    workspace_id = create(client)["id"]
    client.headers["authorization"] = f"Bearer {server.add_account().management_key}"
    for name in (workspace_id, "production"):
        assert client.request(method, f"/workspaces/{name}{path}", json=body).status_code == 404


def test_workspaces_are_there_after_a_restart(tmp_path: Path) -> None:
    """What was set, and when it was made."""
    db = tmp_path / "local.db"
    with LocalOpenRouter(db=db) as server:
        created = workspaces_create(server.core(), name="Production", slug="production")
        assert isinstance(created, Ok)
    with LocalOpenRouter(db=db) as server:
        found = workspaces_get(server.core(), id="production")
        assert isinstance(found, Ok)
        assert found.value.data == created.value.data


NAMES = st.sampled_from(["a", "b", "c"])


class Machine(RuleBasedStateMachine):
    """Two accounts that make, change and delete workspaces, beside what should then be there."""

    server: LocalOpenRouter
    client: httpx.Client

    @initialize()
    def begin(self) -> None:
        """Begin with two accounts, each with its default workspace."""
        self.server.reset()
        self.keys = [self.server.management_key, self.server.add_account().management_key]
        self.known: list[dict[str, dict[str, Any]]] = [{each["slug"]: each for each in self.listed(n)} for n in (0, 1)]

    def send(self, account: int, method: str, path: str, body: object = None) -> httpx.Response:
        """Send a request with the key of an account."""
        headers = {"authorization": f"Bearer {self.keys[account]}"}
        return self.client.request(method, f"/workspaces{path}", headers=headers, json=body)

    def listed(self, account: int) -> list[dict[str, Any]]:
        """Return the workspaces that an account has."""
        found: list[dict[str, Any]] = self.send(account, "GET", "").json()["data"]
        return found

    @rule(account=st.integers(0, 1), slug=NAMES)
    def create(self, account: int, slug: str) -> None:
        """A slug is good for one workspace of an account."""
        answer = self.send(account, "POST", "", {"name": slug, "slug": slug})
        assert answer.status_code == (400 if slug in self.known[account] else 201)
        if answer.status_code == 201:
            self.known[account][slug] = answer.json()["data"]

    @rule(account=st.integers(0, 1), slug=NAMES, to=NAMES, by_id=st.booleans())
    def update(self, account: int, slug: str, to: str, *, by_id: bool) -> None:
        """A workspace is changed by its id or its slug, and keeps its place."""
        known = self.known[account]
        name = known[slug]["id"] if by_id and slug in known else slug
        answer = self.send(account, "PATCH", f"/{name}", {"slug": to, "description": slug})
        assert answer.status_code == (404 if slug not in known else 400 if to in known and to != slug else 200)
        if answer.status_code == 200:
            changed = answer.json()["data"]
            assert {**known[slug], "slug": to, "description": slug, "updated_at": changed["updated_at"]} == changed
            self.known[account] = {each["slug"]: each for each in ({**known, slug: changed}).values()}

    @rule(account=st.integers(0, 1), slug=NAMES)
    def delete(self, account: int, slug: str) -> None:
        """What is deleted is gone."""
        there = self.known[account].pop(slug, None)
        assert self.send(account, "DELETE", f"/{slug}").status_code == (404 if there is None else 200)

    @invariant()
    def lists_what_is_there(self) -> None:
        """In the order in which they were made."""
        for account, known in enumerate(self.known):
            assert self.listed(account) == [*known.values()]


def test_workspaces_of_two_accounts(server: LocalOpenRouter, client: httpx.Client) -> None:
    """Any sequence of operations leaves what it should."""
    Machine.server, Machine.client = server, client
    run_state_machine_as_test(Machine, settings=drawn(5))

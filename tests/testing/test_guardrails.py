"""Guardrails, the keys and members that they are assigned to, and what they refuse."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from starlette.exceptions import HTTPException

from openrouter_core import Ok
from openrouter_core.testing.accounts import Account, Caller, new_key, part_id
from openrouter_core.testing.calls import Call
from openrouter_core.testing.catalogue import AUTO, built_in, is_router
from openrouter_core.testing.contract import contract
from openrouter_core.testing.database import Database
from openrouter_core.testing.guardrails import DEFAULT_GUARDRAIL, Asked, guard, holding, refuse
from openrouter_core.testing.model import ScriptedModel
from openrouter_core.testing.samples import Samples
from openrouter_core.testing.state import State
from openrouter_funcs.guardrails_bulk_assign_keys import guardrails_bulk_assign_keys
from openrouter_funcs.guardrails_create import guardrails_create
from openrouter_funcs.guardrails_list_key_assignments import guardrails_list_key_assignments
from tests.drawing import drawn

from .conformance import assert_conforms

if TYPE_CHECKING:
    from collections.abc import Iterator

    import httpx

    from openrouter_core.testing import LocalOpenRouter

UNKNOWN_ID = "11111111-2222-4333-8444-555555555555"


def create(client: httpx.Client, **fields: object) -> dict[str, Any]:
    """Create a guardrail and return what is told of it."""
    answer = client.post("/guardrails", json={"name": "Ours", **fields})
    assert answer.status_code == 201, answer.text
    assert_conforms("CreateGuardrailResponse", answer.json())
    told: dict[str, Any] = answer.json()["data"]
    return told


def refused(answer: httpx.Response) -> tuple[int, str]:
    """Return the status of an error, and the field that its message begins with."""
    return answer.status_code, answer.json()["error"]["message"].partition(":")[0]


def test_a_guardrail_is_what_was_asked_for(client: httpx.Client, server: LocalOpenRouter) -> None:
    """What was left out limits nothing; OpenRouter chooses the labels of its own filters."""
    told = create(
        client,
        allowed_models=["openai/gpt-5.2"],
        content_filter_builtins=[{"slug": "credit-card", "action": "redact", "label": "x"}],
        limit_usd=50,
        reset_interval="monthly",
        id=UNKNOWN_ID,
        updated_at="x",
    )
    assert told["id"] != UNKNOWN_ID
    assert told["content_filter_builtins"] == [{"slug": "credit-card", "action": "redact", "label": "[CREDIT_CARD]"}]
    assert told["workspace_id"] == server.account.default_workspace_id
    nothing = ("ignored_models", "allowed_providers", "description", "enforce_zdr_xai", "updated_at", "content_filters")
    assert [told[each] for each in nothing] == [None] * len(nothing)
    assert told["include_byok_in_budgets"] is False
    assert client.get(f"/guardrails/{told['id'].upper()}").json() == {"data": told}
    changed = client.patch(f"/guardrails/{told['id']}", json={"limit_usd": 75, "workspace_id": UNKNOWN_ID}).json()
    assert_conforms("UpdateGuardrailResponse", changed)
    assert changed["data"] == {**told, "limit_usd": 75, "updated_at": changed["data"]["updated_at"]}
    cleared = client.patch(f"/guardrails/{told['id']}", json={"limit_usd": None, "reset_interval": None}).json()["data"]
    assert (cleared["limit_usd"], cleared["reset_interval"], cleared["name"]) == (None, None, "Ours")


def test_the_older_name_of_zero_data_retention(client: httpx.Client) -> None:
    """It sets what the same request does not set."""
    told = create(client, enforce_zdr=True, enforce_zdr_google=False)
    assert [told[f"enforce_zdr_{each}"] for each in ("anthropic", "google", "xai")] == [True, False, True]
    changed = client.patch(f"/guardrails/{told['id']}", json={"enforce_zdr_xai": False}).json()["data"]
    assert [changed[f"enforce_zdr_{each}"] for each in ("anthropic", "google", "xai")] == [True, False, False]


def test_guardrails_are_listed_by_workspace(client: httpx.Client, server: LocalOpenRouter) -> None:
    """Those of the default one, unless another is named; when it is deleted they go with it."""
    other = server.account.add_workspace()
    here, there = [create(client), create(client)], create(client, workspace_id=other)
    listed = client.get("/guardrails").json()
    assert_conforms("ListGuardrailsResponse", listed)
    assert listed == {"data": here, "total_count": 2}
    assert client.get("/guardrails", params={"workspace_id": other}).json() == {"data": [there], "total_count": 1}
    path = f"/guardrails/{there['id']}/assignments/keys"
    assert client.post(path, json={"key_hashes": [server.account.api_key_hash]}).json() == {"assigned_count": 1}
    assert client.delete(f"/workspaces/{other}").status_code == 200
    assert client.get(f"/guardrails/{there['id']}").status_code == 404
    assert client.get("/guardrails/assignments/keys").json()["total_count"] == 0
    assert client.get("/guardrails").json() == listed


def test_the_default_guardrail_is_there_from_its_first_change_on(client: httpx.Client) -> None:
    """Its id is that which the workspace tells, and its name stays."""
    client.post("/workspaces", json={"name": "Production", "slug": "production"})
    workspace = client.get("/workspaces/production").json()["data"]
    path = f"/guardrails/{workspace['default_guardrail_id']}"
    assert client.get(path).status_code == 404
    assert refused(client.patch(path, json={"name": "x"})) == (400, "name")
    made = client.patch(path, json={"ignored_models": ["a/b"]}).json()
    assert_conforms("UpdateGuardrailResponse", made)
    assert (made["data"]["workspace_id"], made["data"]["ignored_models"]) == (workspace["id"], ["a/b"])
    assert client.get(path).json() == made
    changed = client.patch(path, json={"ignored_models": None}).json()["data"]
    assert (changed["ignored_models"], changed["name"]) == (None, made["data"]["name"])
    assert refused(client.patch(path, json={"name": "x"})) == (400, "name")
    assert client.delete(path).json() == {"deleted": True}
    assert client.get(path).status_code == 404


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({"limit_usd": 1}, "reset_interval"),
        ({"reset_interval": "daily"}, "limit_usd"),
        ({"allowed_data_regions": []}, "allowed_data_regions"),
        ({"allowed_models": []}, "allowed_models"),
        (
            {"content_filters": [{"pattern": "a", "action": "flag"}, {"pattern": "(", "action": "flag"}]},
            "content_filters[1].pattern",
        ),
    ],
)
def test_what_a_guardrail_cannot_be(client: httpx.Client, fields: dict[str, object], named: str) -> None:
    """A 400 that names the field, for a new one and for a change."""
    told = create(client)
    assert refused(client.post("/guardrails", json={"name": "a", **fields})) == (400, named)
    assert refused(client.patch(f"/guardrails/{told['id']}", json=fields)) == (400, named)
    assert client.get(f"/guardrails/{told['id']}").json() == {"data": told}


def test_assignments_of_keys(client: httpx.Client, server: LocalOpenRouter) -> None:
    """A key has one guardrail at most, and is told of by its present name."""
    first, second = create(client)["id"], create(client)["id"]
    made = client.post("/keys", json={"name": "Mine"}).json()["data"]
    hashes = [made["hash"], server.account.api_key_hash]
    assert client.post(f"/guardrails/{first}/assignments/keys", json={"key_hashes": hashes * 2}).json() == {
        "assigned_count": 2
    }
    listed = client.get(f"/guardrails/{first}/assignments/keys").json()
    assert_conforms("ListKeyAssignmentsResponse", listed)
    assert [each["key_hash"] for each in listed["data"]] == hashes
    assert listed["data"][0]["key_name"] == "Mine"
    assert listed["data"][0]["key_label"] == made["label"]
    assert client.post(f"/guardrails/{second}/assignments/keys", json={"key_hashes": hashes[:1]}).json() == {
        "assigned_count": 1
    }
    assert client.get(f"/guardrails/{first}/assignments/keys").json() == {"data": listed["data"][1:], "total_count": 1}
    every = client.get("/guardrails/assignments/keys", params={"limit": 1}).json()
    assert (every["data"][0]["guardrail_id"], every["total_count"]) == (second, 2)
    for path, count in ((first, 0), (second, 1), (second, 0)):
        removed = client.post(f"/guardrails/{path}/assignments/keys/remove", json={"key_hashes": [hashes[0], "x"]})
        assert removed.json() == {"unassigned_count": count}
    for key_hash in ("0" * 64, server.add_account().api_key_hash):
        unknown = client.post(f"/guardrails/{first}/assignments/keys", json={"key_hashes": [hashes[0], key_hash]})
        assert refused(unknown) == (400, "key_hashes")
    assert client.get(f"/guardrails/{first}/assignments/keys").json()["total_count"] == 1


def test_assignments_of_members(client: httpx.Client, server: LocalOpenRouter) -> None:
    """Of the organization, once it has members."""
    guardrail_id = create(client)["id"]
    path, users = f"/guardrails/{guardrail_id}/assignments/members", ["user_b", "user_a"]
    assert client.post(path, json={"member_user_ids": users}).json() == {"assigned_count": 2}
    listed = client.get(path).json()
    assert_conforms("ListMemberAssignmentsResponse", listed)
    assert [each["user_id"] for each in listed["data"]] == users
    assert listed["data"][0]["organization_id"] == client.get("/organization/settings").json()["data"]["id"]
    assert client.get("/guardrails/assignments/members").json() == listed
    server.account.add_member("user_b")
    assert refused(client.post(path, json={"member_user_ids": users})) == (400, "member_user_ids")
    assert client.post(f"{path}/remove", json={"member_user_ids": users}).json() == {"unassigned_count": 2}
    assert client.get(path).json() == {"data": [], "total_count": 0}


def test_our_own_functions(server: LocalOpenRouter) -> None:
    """They read what the server answers."""
    core = server.core()
    created = guardrails_create(core, name="Ours", limit_usd=1, reset_interval="daily")
    assert isinstance(created, Ok)
    done = guardrails_bulk_assign_keys(core, id=created.value.data.id, key_hashes=[server.account.api_key_hash])
    assert isinstance(done, Ok)
    listed = guardrails_list_key_assignments(core)
    assert isinstance(listed, Ok)
    assert [each.guardrail_id for each in listed.value.result.data] == [created.value.data.id]


OF_ONE: list[tuple[str, str, dict[str, list[str]] | None]] = [
    ("GET", "", None),
    ("PATCH", "", {}),
    ("DELETE", "", None),
    ("GET", "/assignments/keys", None),
    ("POST", "/assignments/keys", {"key_hashes": ["x"]}),
    ("POST", "/assignments/keys/remove", {"key_hashes": ["x"]}),
    ("GET", "/assignments/members", None),
    ("POST", "/assignments/members", {"member_user_ids": ["x"]}),
    ("POST", "/assignments/members/remove", {"member_user_ids": ["x"]}),
]


@pytest.mark.parametrize(("method", "path", "body"), OF_ONE)
def test_a_guardrail_of_another_account(
    client: httpx.Client, server: LocalOpenRouter, method: str, path: str, body: object
) -> None:
    """It is a 404 to everything, and so is the default one of a workspace of another account."""
    guardrail_id, default = (
        create(client)["id"],
        client.get("/workspaces/default").json()["data"]["default_guardrail_id"],
    )
    client.headers["authorization"] = f"Bearer {server.add_account().management_key}"
    for each in (guardrail_id, default):
        assert client.request(method, f"/guardrails/{each}{path}", json=body).status_code == 404


class Machine(RuleBasedStateMachine):
    """Two guardrails that are assigned to keys, beside which key should then have which."""

    server: LocalOpenRouter
    client: httpx.Client
    numbers = st.integers(0, 1)
    several = st.lists(st.integers(0, 3), min_size=1, max_size=3)

    @initialize()
    def begin(self) -> None:
        """Begin with four keys that have no guardrail."""
        self.server.reset()
        self.guardrails: list[str] = [create(self.client)["id"] for _ in range(2)]
        self.hashes = [self.server.account.add_api_key_hash() for _ in range(4)]
        self.held: dict[str, str] = {}

    @rule(number=numbers, several=several)
    def assign(self, number: int, several: list[int]) -> None:
        """Each has the new one, in place of the old one."""
        hashes = [self.hashes[each] for each in several]
        answer = self.client.post(
            f"/guardrails/{self.guardrails[number]}/assignments/keys", json={"key_hashes": hashes}
        )
        assert answer.json() == {"assigned_count": len(set(hashes))}
        self.held.update(dict.fromkeys(hashes, self.guardrails[number]))

    @rule(number=numbers, several=several)
    def unassign(self, number: int, several: list[int]) -> None:
        """Only those that have this one lose it."""
        guardrail_id = self.guardrails[number]
        losing = {self.hashes[each] for each in several if self.held.get(self.hashes[each]) == guardrail_id}
        body = {"key_hashes": [self.hashes[each] for each in several]}
        answer = self.client.post(f"/guardrails/{guardrail_id}/assignments/keys/remove", json=body)
        assert answer.json() == {"unassigned_count": len(losing)}
        self.held = {each: its for each, its in self.held.items() if each not in losing}

    @rule(number=numbers)
    def replace(self, number: int) -> None:
        """A guardrail that is deleted is no key's any more."""
        deleted = self.guardrails[number]
        assert self.client.delete(f"/guardrails/{deleted}").json() == {"deleted": True}
        self.held = {each: its for each, its in self.held.items() if its != deleted}
        self.guardrails[number] = create(self.client)["id"]

    @invariant()
    def lists_what_is_there(self) -> None:
        """Of all, and of each."""
        every = self.client.get("/guardrails/assignments/keys").json()["data"]
        assert {each["key_hash"]: each["guardrail_id"] for each in every} == self.held
        for guardrail_id in self.guardrails:
            found = self.client.get(f"/guardrails/{guardrail_id}/assignments/keys").json()
            assert found["total_count"] == list(self.held.values()).count(guardrail_id)


def test_keys_and_their_guardrails(server: LocalOpenRouter, client: httpx.Client) -> None:
    """Any sequence of operations leaves what it should."""
    Machine.server, Machine.client = server, client
    run_state_machine_as_test(Machine, settings=drawn(5))


NOTHING = Samples(contract()).record("Guardrail", {"name": "Ours"})
MODEL = ["openai/gpt-5.2", "openai/gpt-5.2-20251211"]


DECISIONS: list[tuple[list[dict[str, Any]], Asked, int | None]] = [
    ([], Asked(MODEL), None),
    ([{}], Asked(MODEL, ["azure"], "Hi"), None),
    ([{"allowed_models": MODEL[1:]}], Asked(MODEL), None),
    ([{"allowed_models": ["a/b"]}], Asked(MODEL), 404),
    ([{"ignored_models": MODEL[:1]}], Asked(MODEL), 404),
    ([{"ignored_models": ["a/b"]}], Asked(MODEL), None),
    ([{"allowed_models": ["a/b"]}], Asked([]), None),
    ([{"allowed_providers": ["openai"]}], Asked(MODEL, ["azure", "openai"]), None),
    ([{"allowed_providers": ["openai"]}], Asked(MODEL, ["azure"]), 404),
    ([{"allowed_providers": ["openai"]}], Asked(MODEL), None),
    ([{"ignored_providers": ["azure"]}], Asked(MODEL, ["azure"]), 404),
    ([{"ignored_providers": ["azure"]}, {"allowed_providers": ["azure"]}], Asked(MODEL, ["azure", "openai"]), 404),
    (
        [{"content_filters": [{"pattern": r"sk-\w+", "action": "block"}]}],
        Asked(MODEL, text="it is sk-test"),
        403,
    ),
    ([{"content_filters": [{"pattern": r"sk-\w+", "action": "block"}]}], Asked(MODEL, text="it is secret"), None),
    (
        [{"content_filters": [{"pattern": r"sk-\w+", "action": "flag"}]}],
        Asked(MODEL, text="it is sk-test"),
        None,
    ),
]


@pytest.mark.parametrize(("limits", "asked", "status"), DECISIONS)
def test_what_guardrails_refuse(limits: list[dict[str, Any]], asked: Asked, status: int | None) -> None:
    """A model, every provider, more money, a text: each with a status and the guardrail's name."""
    guardrails = [{**NOTHING, **each} for each in limits]
    if status is None:
        refuse(guardrails, asked)
        return
    with pytest.raises(HTTPException, match="'Ours'") as caught:
        refuse(guardrails, asked)
    assert caught.value.status_code == status


@pytest.fixture
def state() -> Iterator[State]:
    """Return the state of a server that does not run."""
    with closing(Database()) as database:
        yield State(database, ScriptedModel(), built_in())


def asking(account: Account, key_hash: str, **body: object) -> Call:
    """Return a call that a key makes."""
    caller = Caller(account.id, key_hash, management=False)
    return Call(contract().operations["chat_send"], caller, {}, {}, body)


def test_which_guardrails_hold_for_a_call(state: State) -> None:
    """The workspace's default one, that of who made the key, and the key's own; each once."""
    account = Account(state.accounts, new_key(), new_key())
    state.accounts.open(account)
    workspace_id, key_hash = account.add_workspace(), "0" * 64
    facts = {"workspace_id": workspace_id, "creator_user_id": "user_a"}
    state.accounts.add_key(account.id, None, key_hash, management=False, facts=facts)

    def names(key_hash: str) -> list[str]:
        return [each["id"] for each in holding(state, asking(account, key_hash))]

    def put(schema: str, record_id: str, **record: str) -> None:
        state.records.put(account.id, schema, record_id, record)

    assert names(key_hash) == []
    default = part_id(workspace_id, DEFAULT_GUARDRAIL)
    for each in (default, "member", "key"):
        put("Guardrail", each, id=each)
    assert names(key_hash) == [default]
    put("MemberAssignment", "user_a", guardrail_id="member")
    put("KeyAssignment", key_hash, guardrail_id="key")
    assert names(key_hash) == [default, "member", "key"]
    put("KeyAssignment", key_hash, guardrail_id="member")
    assert names(key_hash) == [default, "member"]
    assert names(account.api_key_hash) == []
    account.delete_workspace()
    assert names(account.api_key_hash) == []


KNOWN = next(each for each in built_in().models if not is_router(each) and each["id"] != each["canonical_slug"])
SAID = {"messages": [{"role": "user", "content": [{"type": "text", "text": "sk-test"}]}]}
CALLS: list[tuple[dict[str, Any], dict[str, Any], int | None]] = [
    ({"allowed_models": [KNOWN["canonical_slug"]]}, {"model": KNOWN["id"]}, None),
    ({"ignored_models": [KNOWN["canonical_slug"]]}, {"model": KNOWN["id"]}, 404),
    ({"allowed_models": [KNOWN["id"]]}, {"model": "newer/model"}, 404),
    ({"allowed_models": [KNOWN["id"]]}, {}, None),
    ({"allowed_models": [KNOWN["id"]]}, {"model": AUTO}, None),
    ({"allowed_providers": ["nobody"]}, {"model": KNOWN["id"]}, 404),
    ({"allowed_providers": ["nobody"]}, {"model": "newer/model"}, None),
    ({"content_filters": [{"pattern": "^sk-", "action": "block"}]}, SAID, 403),
    ({"content_filters": [{"pattern": "^sk-", "action": "block"}]}, {"input": "it is sk-test"}, None),
]


@pytest.mark.parametrize(("limits", "body", "status"), CALLS)
def test_what_a_call_is_refused_for(
    state: State, limits: dict[str, Any], body: dict[str, Any], status: int | None
) -> None:
    """The catalogue knows what a model is called and who serves it; a router chooses what is allowed."""
    account = Account(state.accounts, new_key(), new_key())
    state.accounts.open(account)
    call = asking(account, account.api_key_hash, **body)
    guard(state, call)  # no guardrail holds
    guardrail_id = part_id(account.default_workspace_id, DEFAULT_GUARDRAIL)
    state.records.put(account.id, "Guardrail", guardrail_id, {**NOTHING, **limits, "id": guardrail_id})
    if status is None:
        guard(state, call)
        return
    with pytest.raises(HTTPException) as caught:
        guard(state, call)
    assert caught.value.status_code == status

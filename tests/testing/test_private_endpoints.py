"""Private endpoints: from draft through validation to active, and what each state refuses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from openrouter_core import Err, errors
from openrouter_funcs.private_endpoints_activate import private_endpoints_activate
from openrouter_funcs.private_endpoints_create import private_endpoints_create
from tests.drawing import drawn

from .calling import Api

if TYPE_CHECKING:
    import httpx

    from openrouter_core.testing import LocalOpenRouter
    from openrouter_funcs.models.private_endpoints import PrivateEndpointActivationParam

NEW: dict[str, Any] = {
    "model_permaslug": "openai/gpt-5",
    "provider_slug": "openai",
    "upstream_model_id": "mine",
    "base_url": "https://gpu.example/v1",
}
NOWHERE = "00000000-0000-4000-8000-000000000000"


@pytest.fixture
def api(client: httpx.Client) -> Api:
    """Return the operations with the management key."""
    return Api(client)


def create(api: Api, **fields: object) -> dict[str, str]:
    """Make a draft and return the path to it."""
    return {"id": api("private_endpoints_create", json=NEW | fields)["data"]["id"]}


def checks(api: Api, path: dict[str, str], workspace_id: str) -> list[str]:
    """Validate a draft and return why it failed."""
    result = api("private_endpoints_validate", path=path, json={"workspace_id": workspace_id})["data"]
    failed = [each["reason"] for each in result["checks"] if not each["passed"]]
    assert result["passed"] is (not failed)
    return failed


def test_a_draft_is_what_was_asked_for(api: Api) -> None:
    """What is not said is free of charge, and declared by nobody."""
    path = create(api)
    told = api("private_endpoints_get", path=path)["data"]
    assert NEW.items() <= told.items()
    assert (told["status"], told["declared_zdr"], told["pricing"]) == (
        "draft",
        None,
        {"prompt": "0", "completion": "0"},
    )
    (listed,) = api("private_endpoints_list")["data"]
    assert (listed["id"], listed["status"]) == (path["id"], "draft")
    pricing = {"prompt": "0.1", "completion": "0.2", "cache_read": "0.3"}
    assert api("private_endpoints_update_pricing", path=path, json={"pricing": pricing})["data"]["pricing"] == pricing
    del pricing["cache_read"]
    assert api("private_endpoints_update_pricing", path=path, json={"pricing": pricing})["data"]["pricing"] == pricing


def test_an_endpoint_is_called_what_its_model_is_called(api: Api) -> None:
    """As the lists of models and providers have them; of a model that is not listed nothing is known."""
    model, provider = api("models_list")["data"][0], api("providers_list")["data"][0]
    path = create(api, model_permaslug=model["canonical_slug"], provider_slug=provider["slug"])
    told = api("private_endpoints_get", path=path)["data"]
    assert (told["model_name"], told["model_slug"]) == (model["name"], model["id"])
    assert told["provider_name"] == provider["name"]
    told = api("private_endpoints_get", path=create(api, model_permaslug="mine/alone", provider_slug="mine"))["data"]
    assert (told["model_name"], told["model_slug"], told["provider_name"]) == (None, None, "mine")


def test_a_validation_says_what_is_missing(api: Api, server: LocalOpenRouter) -> None:
    """A workspace, an https URL where the provider needs one, and a key of the provider."""
    home = server.account.default_workspace_id
    path = create(api, base_url="http://gpu.example")
    assert checks(api, path, NOWHERE) == ["workspace_not_found", "invalid_base_url", "no_byok_key"]
    assert checks(api, path, home) == ["invalid_base_url", "no_byok_key"]
    api.refusal("private_endpoints_activate", 409, path=path)
    server.seed(1, "azure")
    made = api(
        "private_endpoints_create", json={k: v for k, v in NEW.items() if k != "base_url"} | {"provider_slug": "azure"}
    )
    assert checks(api, {"id": made["data"]["id"]}, home) == []


def test_a_change_must_be_validated_again(api: Api, server: LocalOpenRouter) -> None:
    """What was declared of another upstream is forgotten."""
    server.seed(1)
    path = create(api, declared_zdr=True)
    assert checks(api, path, server.account.default_workspace_id) == []
    same = api("private_endpoints_update", path=path, json={"upstream_model_id": "mine", "declared_region": "us"})[
        "data"
    ]
    assert (same["declared_zdr"], same["declared_region"]) == (True, "us")
    api.refusal("private_endpoints_activate", 409, path=path)
    other = api("private_endpoints_update", path=path, json={"upstream_model_id": "other", "status": "active"})["data"]
    assert (other["declared_zdr"], other["declared_region"]) == (None, None)
    assert (other["base_url"], other["status"]) == (NEW["base_url"], "draft")


def test_an_idempotency_key_makes_one_endpoint(api: Api, client: httpx.Client, server: LocalOpenRouter) -> None:
    """The same request has the same endpoint, another is a 422; each account has keys of its own."""
    key = {"idempotency-key": "once"}
    first, again = (api("private_endpoints_create", json=NEW, headers=key)["data"] for _ in range(2))
    assert first == again
    path = {"id": first["id"]}
    api("private_endpoints_update", path=path, json={"upstream_model_id": "other"})
    more = NEW | {"activate": {"workspace_id": NOWHERE}}
    assert api("private_endpoints_create", json=more, headers=key)["data"] == first
    message = api.refusal("private_endpoints_create", 422, json=NEW | {"upstream_model_id": "b"}, headers=key)
    assert message.startswith("idempotency_key_reused")
    other = Api(client, server.add_account().management_key)
    assert other("private_endpoints_create", json=NEW, headers=key)["data"]["id"] != first["id"]


def test_an_endpoint_is_activated_as_it_is_made(server: LocalOpenRouter) -> None:
    """A failed validation keeps the draft, and tells of it."""
    home: PrivateEndpointActivationParam = {"workspace_id": server.account.default_workspace_id}
    with server.core() as core:
        match private_endpoints_create(core, **NEW, activate=home):
            case Err(errors.UnprocessableEntityResponseError()):
                pass
            case other:
                raise AssertionError(other)
        server.seed(1)
        made = private_endpoints_create(core, **NEW, activate=home).unwrap().data
        assert made.status == "active"
        assert isinstance(private_endpoints_activate(core, id=made.id), Err)


def test_a_failed_activation_keeps_the_draft(api: Api, server: LocalOpenRouter) -> None:
    """As the contract has it."""
    home = {"workspace_id": server.account.default_workspace_id}
    failed = api("private_endpoints_create", 422, json=NEW | {"activate": home})
    assert failed["data"]["validation"]["passed"] is False
    assert [each["id"] for each in api("private_endpoints_list")["data"]] == [failed["data"]["endpoint"]["id"]]


MOVES = {
    "activate": ("draft", "active"),
    "disable": ("active", "disabled"),
    "enable": ("disabled", "active"),
    "validate": ("draft", "draft"),
    "update": ("draft", "draft"),
}
BODIES = {"update": {"upstream_model_id": "other"}}


class Machine(RuleBasedStateMachine):
    """One endpoint of each of two accounts, against its state."""

    server: LocalOpenRouter
    client: httpx.Client
    accounts = st.sampled_from([0, 1])

    @initialize()
    def begin(self) -> None:
        """Make two drafts."""
        self.server.reset()
        self.server.seed(1)
        other = self.server.add_account()
        self.apis = [Api(self.client), Api(self.client, other.management_key)]
        self.homes = [self.server.account.default_workspace_id, other.default_workspace_id]
        self.apis[1]("byok_create", json={"key": "sk-test", "provider": "openai"})
        self.paths = [create(each) for each in self.apis]
        self.states: list[str | None] = ["draft", "draft"]
        self.validated = [False, False]

    @rule(account=accounts, move=st.sampled_from(sorted(MOVES)))
    def move(self, account: int, move: str) -> None:
        """Do what the state may not allow."""
        before, after = MOVES[move]
        state, ready = self.states[account], move != "activate" or self.validated[account]
        status = 404 if state is None else None if state == before and ready else 409
        body: dict[str, Any] = {"validate": {"json": {"workspace_id": self.homes[account]}}}.get(move, {})
        body = {"json": BODIES[move]} if move in BODIES else body
        self.apis[account](f"private_endpoints_{move}", status, path=self.paths[account], **body)
        if status is None:
            self.states[account] = after
            self.validated[account] = move == "validate"

    @rule(account=accounts, draft_only=st.booleans())
    def delete(self, account: int, draft_only: bool) -> None:  # noqa: FBT001 - as it is drawn
        """Delete it, whatever it is or if it is a draft."""
        state = self.states[account]
        refused = 409 if draft_only and state != "draft" else None
        status = 404 if state is None else refused
        query = {"draft_only": str(draft_only).lower()}
        self.apis[account]("private_endpoints_delete", status, path=self.paths[account], params=query)
        if status is None:
            self.states[account] = None

    @invariant()
    def each_account_sees_its_own(self) -> None:
        """In the state that it is in."""
        for number, state in enumerate(self.states):
            api = self.apis[number]
            listed = [(each["id"], each["status"]) for each in api("private_endpoints_list")["data"]]
            assert listed == [(self.paths[number]["id"], state)] * (state is not None)
            api("private_endpoints_get", 404, path=self.paths[1 - number])


def test_any_order_of_calls(server: LocalOpenRouter, client: httpx.Client) -> None:
    """Each state allows what it should."""
    Machine.server, Machine.client = server, client
    run_state_machine_as_test(Machine, settings=drawn(5))

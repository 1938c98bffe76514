"""Observability destinations: kept without their secrets, checked by their type, some at most."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from openrouter_core import Ok
from openrouter_core.testing import LocalOpenRouter
from openrouter_core.testing.contract import contract
from openrouter_funcs.models.observability import ObservabilityLangfuseDestination
from openrouter_funcs.observability_create import observability_create
from openrouter_funcs.observability_list import observability_list
from tests.contract.instances import whole

from .calling import Api

if TYPE_CHECKING:
    from pathlib import Path

    import httpx

SECRET = "sk-lf-0123456789-do-not-show-me"
LANGFUSE: dict[str, Any] = {
    "type": "langfuse",
    "name": "Traces",
    "config": {"secretKey": SECRET, "publicKey": "short", "headers": {"X-Team": SECRET}},
}
WEBHOOK: dict[str, Any] = {"type": "webhook", "name": "Hook", "config": {"url": "https://me:word@hooks.example/x"}}
URL = "https://public:secret@sentry.example/1"
TYPES = contract().schema("ObservabilityDestination")["discriminator"]["mapping"]


@pytest.fixture
def api(client: httpx.Client) -> Api:
    """Return the operations with the management key."""
    return Api(client)


def test_secrets_are_shown_to_nobody(api: Api) -> None:
    """What is left of one is how it begins and ends, and nothing of a short one; the rest is as it was given."""
    made = api("observability_create", json=LANGFUSE)["data"]
    assert made["config"] == {
        "baseUrl": "https://us.cloud.langfuse.com",
        "secretKey": "sk-...w-me",
        "publicKey": "...",
        "headers": {"X-Team": "sk-...w-me"},
    }
    defaults = {"enabled": True, "sampling_rate": 1, "regions": ["global"], "filter_rules": None, "privacy_mode": False}
    assert defaults.items() <= made.items()
    hook = api("observability_create", json=WEBHOOK)["data"]
    assert hook["config"] == {"url": "https://***@hooks.example/x", "method": "POST"}
    listed = api("observability_list", params={"limit": 1, "offset": 1})
    assert listed == {"data": [hook], "total_count": 2}
    assert api("observability_get", path={"id": made["id"].upper()}) == {"data": made}


def test_secrets_are_in_no_file(tmp_path: Path) -> None:
    """Not a digest is needed, so that nothing but the mask is written."""
    with LocalOpenRouter(db=tmp_path / "db") as server, server.core() as core:
        assert isinstance(observability_create(core, **LANGFUSE), Ok)
    assert all(SECRET.encode() not in each.read_bytes() for each in tmp_path.iterdir())
    with LocalOpenRouter(db=tmp_path / "db", management_key=server.management_key) as server, server.core() as core:
        (kept,) = observability_list(core).unwrap().result.data
    assert isinstance(kept, ObservabilityLangfuseDestination)
    assert (kept.name, kept.config.secret_key) == ("Traces", "sk-...w-me")


def test_a_change_leaves_what_it_does_not_name(api: Api) -> None:
    """Masks that are sent back change nothing; a new secret has a new mask; a type cannot be changed."""
    made = api("observability_create", json=LANGFUSE)["data"]
    path = {"id": made["id"]}
    changed = api("observability_update", path=path, json={"enabled": False, "config": made["config"]})["data"]
    assert changed == {**made, "enabled": False, "updated_at": changed["updated_at"]}
    config = {"secretKey": "another-0123456789", "headers": {"X-Team": "sk-...w-me", "X-New": "a-new-secret-of-mine"}}
    sent = {"config": config, "regions": ["eu", "europe", "us"], "type": "s3", "id": "x", "api_key_hashes": None}
    changed = api("observability_update", path=path, json=sent)["data"]
    assert changed["config"] == {
        **made["config"],
        "secretKey": "ano...6789",
        "headers": {"X-Team": "sk-...w-me", "X-New": "a-n...mine"},
    }
    assert (changed["regions"], changed["type"], changed["id"]) == (["europe", "us"], "langfuse", made["id"])
    assert api("observability_delete", path=path) == {"deleted": True}
    for function in ("observability_get", "observability_delete"):
        api(function, 404, path=path)
    api("observability_update", 404, path=path, json={})


REFUSED: list[tuple[dict[str, Any], str]] = [
    ({"config": {}}, "config.secretKey: is required"),
    ({"config": {"secretKey": 1, "publicKey": "p"}}, "config.secretKey: must be a string"),
    ({"config": {"secretKey": "", "publicKey": "p"}}, "config.secretKey: must not be empty"),
    ({"type": "newrelic", "config": {"licenseKey": "l", "region": "mars"}}, 'config.region: must be "us" or "eu"'),
    ({"sampling_rate": 0}, "sampling_rate: must be a number from 0.0001 to 1"),
    ({"sampling_rate": 1.1}, "sampling_rate: must be a number from 0.0001 to 1"),
    ({"regions": []}, "regions: must not be empty"),
    ({"api_key_hashes": ["0" * 64]}, "api_key_hashes: a hash does not belong to this account"),
    ({"workspace_id": "00000000-0000-4000-8000-000000000000"}, "workspace_id: is not a workspace of this account"),
]


@pytest.mark.parametrize(("more", "message"), REFUSED, ids=[message for _, message in REFUSED])
def test_what_cannot_be_kept_is_refused(api: Api, more: dict[str, Any], message: str) -> None:
    """By the path of the field, and nothing is kept."""
    assert api.refusal("observability_create", 400, json={**LANGFUSE, **more}) == message
    assert api("observability_list")["total_count"] == 0


def test_a_name_is_there_once_for_each_type(api: Api) -> None:
    """A 409 in a workspace; another type and another workspace have names of their own."""
    api("observability_create", json=LANGFUSE)
    other = api("observability_create", json={**LANGFUSE, "name": "Others"})["data"]
    assert api.refusal("observability_create", 409, json=LANGFUSE).startswith("name: ")
    assert api.refusal("observability_update", 409, path={"id": other["id"]}, json={"name": "Traces"})
    api("observability_update", path={"id": other["id"]}, json={"name": "Others"})
    api("observability_create", json={**WEBHOOK, "name": "Traces"})


def test_five_of_a_type_are_the_most(api: Api, server: LocalOpenRouter) -> None:
    """In one workspace."""
    for number in range(5):
        api("observability_create", json={**WEBHOOK, "name": f"{number}"})
    assert api.refusal("observability_create", 409, json=WEBHOOK).startswith("type: ")
    place = {"workspace_id": server.account.add_workspace()}
    made = api("observability_create", json=WEBHOOK | place)["data"]
    assert api("observability_list", params=place) == {"data": [made], "total_count": 1}


def test_another_account_sees_nothing(api: Api, client: httpx.Client, server: LocalOpenRouter) -> None:
    """Neither in its list nor by the id."""
    made, other = api("observability_create", json=WEBHOOK)["data"], Api(client, server.add_account().management_key)
    assert other("observability_list") == {"data": [], "total_count": 0}
    other("observability_get", 404, path={"id": made["id"]})
    other("observability_delete", 404, path={"id": made["id"]})


@pytest.mark.parametrize("kind", TYPES)
def test_every_type_has_a_configuration_of_its_own(api: Api, kind: str) -> None:
    """One with all that the contract has is taken."""
    config = whole(contract().schema(TYPES[kind].rpartition("/")[2])["properties"]["config"])
    config |= {name: URL for name in ("dsn", "endpoint") if name in config}
    made = api("observability_create", json={"type": kind, "name": kind, "config": config})["data"]
    assert made["config"].keys() == config.keys()

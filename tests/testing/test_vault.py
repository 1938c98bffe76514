"""The vault: secrets that are stored, copied and listed, and never told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from openrouter_core import Ok
from openrouter_core.testing import LocalOpenRouter
from openrouter_funcs.api_keys_create import api_keys_create
from openrouter_funcs.vault_list_vault_secrets import vault_list_vault_secrets
from openrouter_funcs.vault_store_vault_secret import vault_store_vault_secret
from tests.drawing import drawn

from .calling import Api

if TYPE_CHECKING:
    from pathlib import Path

    import httpx

INTERN = {"internId": "00000000-0000-4000-8000-0000000000ab"}
NAME = {"name": "api_key"}
SECRET: dict[str, Any] = {"value": "a-value-that-nobody-sees", "hosts": ["API.Example.com.", "api.example.com"]}


@pytest.fixture
def api(client: httpx.Client, server: LocalOpenRouter) -> Api:
    """Return the operations with an ordinary key."""
    return Api(client, server.ordinary_key)


def test_a_secret_is_told_by_its_fingerprint(api: Api) -> None:
    """The same for the same value in one vault, another in another."""
    stored = api("vault_store_vault_secret", path=NAME, json=SECRET)["data"]
    assert (stored["name"], stored["hosts"]) == ("api_key", ["api.example.com"])
    assert SECRET["value"] not in str(stored)
    again = api("vault_store_vault_secret", path={"name": "again"}, json=SECRET)["data"]
    other = api("vault_store_vault_secret", path={"name": "other"}, json=SECRET | {"value": "b"})["data"]
    assert again["fingerprint"] == stored["fingerprint"] != other["fingerprint"]
    (copy,) = api("vault_copy_vault_secrets_to_intern", path=INTERN, json={"names": ["api_key"]})["data"]
    assert (copy["name"], copy["hosts"]) == (stored["name"], stored["hosts"])
    assert copy["fingerprint"] != stored["fingerprint"]
    own = api("vault_store_intern_vault_secret", path=INTERN | {"name": "own"}, json=SECRET)["data"]
    assert own["fingerprint"] == copy["fingerprint"]


def test_values_are_in_no_file(tmp_path: Path) -> None:
    """A digest is, which no value can be read from; it outlives the server."""
    with LocalOpenRouter(db=tmp_path / "db") as server, server.core() as core:
        assert isinstance(vault_store_vault_secret(core, name="api_key", **SECRET), Ok)
    assert all(SECRET["value"].encode() not in each.read_bytes() for each in tmp_path.iterdir())
    with LocalOpenRouter(db=tmp_path / "db", management_key=server.management_key) as server, server.core() as core:
        assert [each.name for each in vault_list_vault_secrets(core).unwrap().result.data] == ["api_key"]


def test_the_workspace_is_that_of_the_key(api: Api, client: httpx.Client, server: LocalOpenRouter) -> None:
    """A key that was made for another workspace has another vault."""
    place = server.account.add_workspace()
    with server.core() as core:
        key = api_keys_create(core, name="other", workspace_id=place).unwrap().key.reveal()
    api("vault_store_vault_secret", path=NAME, json=SECRET)
    there = Api(client, key)
    assert there("vault_list_vault_secrets") == {"data": [], "has_more": False}
    there("vault_delete_vault_secret", 404, path=NAME)
    there("vault_copy_vault_secrets_to_intern", 404, path=INTERN, json={"names": ["api_key"]})


def test_an_intern_gets_its_own_before_those_of_the_workspace(api: Api) -> None:
    """By name, each once; it has no connections."""
    for name in ("b", "a"):
        api("vault_store_vault_secret", path={"name": name}, json=SECRET)
    own = api("vault_store_intern_vault_secret", path=INTERN | {"name": "b"}, json=SECRET | {"value": "own"})["data"]
    got = api("vault_list_intern_effective_vault_secrets", path=INTERN)["data"]
    assert [(each["name"], each["scope"]) for each in got] == [("a", "workspace"), ("b", "intern")]
    assert got[1] == own | {"scope": "intern"}
    assert api("vault_list_intern_connections", path=INTERN) == {"data": []}


REFUSED: list[tuple[dict[str, Any], str]] = [
    ({"hosts": []}, "hosts: must have 1 to 100 entries"),
    ({"hosts": ["a"] * 101}, "hosts: must have 1 to 100 entries"),
    *(
        ({"hosts": ["ok.example", host]}, "hosts[1]: must be a hostname such as api.example.com")
        for host in ("", "https://a.example", "a.example:443", "a.example/b", "*.example", "-a.example")
    ),
    ({"value": ""}, "value: must have 1 to 65536 characters"),
    ({"value": "x" * 65_537}, "value: must have 1 to 65536 characters"),
]


@pytest.mark.parametrize(("more", "message"), REFUSED)
def test_what_cannot_be_stored_is_refused(api: Api, more: dict[str, Any], message: str) -> None:
    """By the path of the field."""
    assert api.refusal("vault_store_vault_secret", 400, path=NAME, json=SECRET | more) == message


@pytest.mark.parametrize("name", ["A", "1a", "a__b", "a_", "_a", "a-b", "a" * 256])
def test_what_cannot_be_a_name_is_refused(api: Api, name: str) -> None:
    """Of a secret of the workspace and of an intern."""
    for function, path in (("vault_store_vault_secret", {}), ("vault_store_intern_vault_secret", INTERN)):
        assert api.refusal(function, 400, path={**path, "name": name}, json=SECRET).startswith("name: must be ")


def test_a_copy_is_of_all_or_none(api: Api) -> None:
    """A name that is not there, none, or one twice."""
    api("vault_store_vault_secret", path=NAME, json=SECRET)
    for names, status in ((["api_key", "other"], 404), ([], 400), (["api_key"] * 2, 400)):
        api("vault_copy_vault_secrets_to_intern", status, path=INTERN, json={"names": names})
    assert api("vault_list_intern_vault_secrets", path=INTERN)["data"] == []


@pytest.mark.parametrize("query", [{"limit": 0}, {"limit": 101}, {"offset": -1}, {"offset": 10_001}])
def test_a_page_has_bounds(api: Api, query: dict[str, int]) -> None:
    """A 400 names the parameter."""
    (name,) = query
    assert api.refusal("vault_list_vault_secrets", 400, params=query).startswith(f"{name}: must be an integer from ")


def test_a_secret_is_deleted_once(api: Api) -> None:
    """Of the workspace, and of an intern."""
    for scope, path in (("", NAME), ("_intern", INTERN | NAME)):
        api(f"vault_store{scope}_vault_secret", path=path, json=SECRET)
        assert api(f"vault_delete{scope}_vault_secret", path=path) is None
        api(f"vault_delete{scope}_vault_secret", 404, path=path)


def test_an_intern_is_a_uuid(api: Api) -> None:
    """Of any other id there is none."""
    api("vault_list_intern_vault_secrets", 404, path={"internId": "me"})


class Machine(RuleBasedStateMachine):
    """A workspace's vault and that of an intern, of two accounts, against dictionaries."""

    server: LocalOpenRouter
    client: httpx.Client
    accounts = st.sampled_from([0, 1])
    names = st.sampled_from(["a", "b", "c"])

    @initialize()
    def begin(self) -> None:
        """Forget everything."""
        self.server.reset()
        self.apis = [Api(self.client), Api(self.client, self.server.add_account().management_key)]
        self.workspaces: list[dict[str, str]] = [{}, {}]
        self.interns: list[dict[str, str]] = [{}, {}]

    @rule(account=accounts, name=names, host=st.sampled_from(["a.example", "b.example"]))
    def store(self, account: int, name: str, host: str) -> None:
        """Store a secret of the workspace."""
        self.workspaces[account][name] = host
        self.apis[account]("vault_store_vault_secret", path={"name": name}, json={"value": "x", "hosts": [host]})

    @rule(account=accounts, name=names)
    def copy(self, account: int, name: str) -> None:
        """Copy one to the intern."""
        status = None if name in self.workspaces[account] else 404
        self.apis[account]("vault_copy_vault_secrets_to_intern", status, path=INTERN, json={"names": [name]})
        if status is None:
            self.interns[account][name] = self.workspaces[account][name]

    @rule(account=accounts, name=names, intern=st.booleans())
    def delete(self, account: int, name: str, intern: bool) -> None:  # noqa: FBT001 - as it is drawn
        """Delete one."""
        kept = (self.interns if intern else self.workspaces)[account]
        function = "vault_delete_intern_vault_secret" if intern else "vault_delete_vault_secret"
        path = {"name": name, **(INTERN if intern else {})}
        self.apis[account](function, None if kept.pop(name, None) else 404, path=path)

    @invariant()
    def each_vault_has_what_was_stored(self) -> None:
        """By name, page by page; an intern gets both."""
        for api, workspace, intern in zip(self.apis, self.workspaces, self.interns, strict=True):
            for function, kept in (
                ("vault_list_vault_secrets", workspace),
                ("vault_list_intern_vault_secrets", intern),
                ("vault_list_intern_effective_vault_secrets", workspace | intern),
            ):
                first = api(function, path=INTERN, params={"limit": 2})
                rest = api(function, path=INTERN, params={"limit": 2, "offset": 2})
                assert first["has_more"] is (len(kept) > 2)
                told = [*first["data"], *rest["data"]]
                assert [(each["name"], each["hosts"]) for each in told] == [(n, [kept[n]]) for n in sorted(kept)]


def test_any_order_of_calls(server: LocalOpenRouter, client: httpx.Client) -> None:
    """What is kept is what dictionaries would keep."""
    Machine.server, Machine.client = server, client
    run_state_machine_as_test(Machine, settings=settings(drawn(5), stateful_step_count=20))

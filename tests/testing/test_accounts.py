"""Who may do what: management and ordinary keys, accounts that cannot see each other, workspaces, members."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from openrouter_core.testing import LocalOpenRouter

if TYPE_CHECKING:
    import httpx

    from openrouter_core.testing import Account

UNKNOWN_ID = "11111111-2222-3333-4444-555555555555"
REQUESTS = [
    ("GET", "/byok"),
    ("POST", "/byok"),
    ("GET", f"/byok/{UNKNOWN_ID}"),
    ("PATCH", f"/byok/{UNKNOWN_ID}"),
    ("DELETE", f"/byok/{UNKNOWN_ID}"),
]
NEW = {"key": "sk-test-provider-key", "provider": "openai"}


def bearer(key: str) -> dict[str, str]:
    """Return the header that presents a key."""
    return {"authorization": f"Bearer {key}"}


def error(status: int, message: str) -> dict[str, object]:
    """Return the whole of an error answer."""
    return {"error": {"code": status, "message": message}}


@pytest.mark.parametrize("request_line", REQUESTS)
@pytest.mark.parametrize(
    ("header", "status", "message"),
    [
        (b"", 401, "Missing Authentication header"),
        (b"Bearer", 401, "Missing Authentication header"),
        (b"Basic c2stb3ItdGVzdA==", 401, "Missing Authentication header"),
        (b"sk-or-test-management", 401, "Missing Authentication header"),
        (b"Bearer sk-or-test-unknown", 401, "Invalid credentials"),
        (b"Bearer sk-or-test-\xfcmlaut", 401, "Invalid credentials"),
        (b"Bearer sk-or-test-ordinary", 403, "Only management keys can perform this operation"),
    ],
)
def test_every_endpoint_wants_a_management_key(
    client: httpx.Client, request_line: tuple[str, str], header: bytes, status: int, message: str
) -> None:
    """With an unknown key, an ordinary one or none, nothing is done, whatever else is wrong."""
    response = client.request(*request_line, headers=[(b"authorization", header)])
    assert (response.status_code, response.json()) == (status, error(status, message))


def test_a_request_without_the_header_is_a_401(client: httpx.Client) -> None:
    """As the contract has it, word for word."""
    del client.headers["authorization"]
    response = client.get("/byok")
    assert (response.status_code, response.json()) == (401, error(401, "Missing Authentication header"))


@pytest.mark.parametrize("scheme", ["Bearer", "bearer", "BEARER", "Bearer "])
def test_the_scheme_is_read_in_any_case(client: httpx.Client, server: LocalOpenRouter, scheme: str) -> None:
    """RFC 9110 section 11.1: the authentication scheme is case-insensitive."""
    headers = {"authorization": f"{scheme} {server.management_key}"}
    assert client.get("/byok", headers=headers).status_code == 200


def test_accounts_do_not_see_each_other(client: httpx.Client, server: LocalOpenRouter) -> None:
    """Another account's credential is a 404 to everything, and its workspace a 400."""
    created = client.post("/byok", json=NEW).json()["data"]
    stranger = server.add_account()
    assert stranger != server.account
    client.headers.update(bearer(stranger.management_key))
    for method in ("GET", "PATCH", "DELETE"):
        assert client.request(method, f"/byok/{created['id']}", json={}).status_code == 404
    assert client.get("/byok").json() == {"data": [], "total_count": 0}
    theirs = {"workspace_id": server.account.default_workspace_id}
    wrong = error(400, "workspace_id: is not a workspace of this account")
    assert client.get("/byok", params=theirs).json() == wrong
    assert client.post("/byok", json={**NEW, **theirs}).json() == wrong
    client.headers.update(bearer(server.management_key))
    assert client.get(f"/byok/{created['id']}").json()["data"] == created


def test_keys_can_be_added(client: httpx.Client, server: LocalOpenRouter) -> None:
    """An account may have any number of keys of either kind."""
    keys = {
        server.account.add_key(): 200,
        server.account.add_key("sk-or-test-second"): 200,
        server.account.add_key(management=False): 403,
        server.add_account("sk-or-test-third").management_key: 200,
        server.add_account().ordinary_key: 403,
    }
    for key, status in keys.items():
        assert client.get("/byok", headers=bearer(key)).status_code == status


@pytest.mark.parametrize("raw", ["sk or test", "sk-or-tést", "sk-or-test\n"])
def test_a_key_that_cannot_travel_in_a_header_is_refused(server: LocalOpenRouter, raw: str) -> None:
    """The error names the parameter and does not show the key."""
    with pytest.raises(ValueError, match="must be printable ASCII without spaces") as caught:
        server.account.add_key(raw)
    assert raw not in str(caught.value)


def test_the_default_workspace_can_be_deleted(client: httpx.Client, server: LocalOpenRouter) -> None:
    """From then on a request must name a workspace, and the deleted one will not do."""
    other = server.account.add_workspace()
    server.account.delete_workspace()
    required = error(400, "workspace_id: is required, the default workspace has been deleted")
    assert client.get("/byok").json() == required
    assert client.post("/byok", json=NEW).json() == required
    gone = {"workspace_id": server.account.default_workspace_id}
    assert client.get("/byok", params=gone).status_code == 400
    assert client.post("/byok", json={**NEW, "workspace_id": other}).status_code == 201
    assert client.get("/byok", params={"workspace_id": other}).json()["total_count"] == 1
    with pytest.raises(ValueError, match="workspace_id"):
        server.seed(1)


def test_another_workspace_can_be_deleted(client: httpx.Client, server: LocalOpenRouter) -> None:
    """Deleting one by its id leaves the default alone."""
    other = server.account.add_workspace()
    server.account.delete_workspace(other)
    assert client.get("/byok", params={"workspace_id": other}).status_code == 400
    assert client.get("/byok").status_code == 200


def test_hashes_must_belong_to_the_account(client: httpx.Client, server: LocalOpenRouter) -> None:
    """One's own hashes are taken, by create and by update; those of others are a 400."""
    own = [server.account.api_key_hash, server.account.add_api_key_hash(), server.account.add_api_key_hash("a" * 64)]
    theirs = server.add_account().api_key_hash
    response = client.post("/byok", json={**NEW, "allowed_api_key_hashes": own})
    created = response.json()["data"]
    assert created["allowed_api_key_hashes"] == own
    wrong = error(400, "allowed_api_key_hashes: a hash does not belong to this account")
    both = {"allowed_api_key_hashes": [own[0], theirs]}
    assert client.post("/byok", json={**NEW, **both}).json() == wrong
    assert client.patch(f"/byok/{created['id']}", json=both).json() == wrong
    cleared = client.patch(f"/byok/{created['id']}", json={"allowed_api_key_hashes": None})
    assert cleared.json()["data"]["allowed_api_key_hashes"] is None


def test_a_hash_must_look_like_one(server: LocalOpenRouter) -> None:
    """Only 64 lowercase hex digits could ever be sent."""
    with pytest.raises(ValueError, match="64 lowercase hex"):
        server.account.add_api_key_hash("A" * 64)


def test_user_ids_are_checked_once_there_are_members(client: httpx.Client, server: LocalOpenRouter) -> None:
    """Any id goes while the account has no members; then only theirs."""
    anyone = {**NEW, "allowed_user_ids": ["user_unknown"]}
    assert client.post("/byok", json=anyone).status_code == 201
    members = [server.account.add_member(), server.account.add_member("user_second")]
    assert client.post("/byok", json={**NEW, "allowed_user_ids": members}).status_code == 201
    wrong = error(400, "allowed_user_ids: a user is not a member of this account")
    assert client.post("/byok", json=anyone).json() == wrong


def test_an_account_does_not_show_its_keys(server: LocalOpenRouter) -> None:
    """A failing test prints what it holds; keys are not part of that."""
    account: Account = server.account
    assert server.management_key not in repr(account)
    assert server.ordinary_key not in repr(account)
    assert (account.management_key, account.ordinary_key) == (server.management_key, server.ordinary_key)


def test_the_two_keys_must_differ() -> None:
    """One key cannot be both; the error does not show it."""
    with pytest.raises(ValueError, match="ordinary_key: is the management key"):
        LocalOpenRouter(management_key="sk-or-test-1", ordinary_key="sk-or-test-1")

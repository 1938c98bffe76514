"""API keys: how they come and go, when they work, and what they may spend."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from openrouter_core.testing.clock import moment, seconds
from openrouter_funcs.api_keys_get_current_key_metadata import api_keys_get_current_key_metadata
from openrouter_funcs.api_keys_list import api_keys_list
from tests.drawing import drawn
from tests.testing.conformance import assert_conforms
from tests.testing.money import START, Bank, bank, paid

if TYPE_CHECKING:
    from pathlib import Path

    import httpx

CURRENT = "/paths/~1key/get/responses/200/content/application~1json/schema"
KEYS = {
    (path, method): f"/paths/~1{path.replace('/', '~1')}/{method}/responses/{status}/content/application~1json/schema"
    for path, method, status in (
        ("keys", "get", 200),
        ("keys", "post", 201),
        ("keys/{hash}", "get", 200),
        ("keys/{hash}", "patch", 200),
        ("keys/{hash}", "delete", 200),
    )
}
ELSEWHERE = "00000000-0000-4000-8000-000000000000"


def bearer(key: str) -> dict[str, str]:
    """Return the header that presents a key."""
    return {"authorization": f"Bearer {key}"}


def refusal(answer: httpx.Response) -> tuple[int, str]:
    """Return the status of an answer, and what its error says."""
    return answer.status_code, answer.json().get("error", {}).get("message", "")


def test_a_new_key_has_what_was_asked_for(fresh: Bank) -> None:
    """And nothing of a secret, neither then nor later."""
    asked = {"limit": 5.5, "limit_reset": "weekly", "include_byok_in_limit": True, "creator_user_id": "user_1"}
    asked |= {"expires_at": "2027-12-31T23:59:59Z", "name": "Mine"}
    made = fresh.create(**asked, external={"user": "u", "api_key": "sk-test-partner"}, unknown=1)
    key = made.pop("key")
    assert asked.items() <= made.items()
    assert made["label"] == f"{key[:12]}...{key[-4:]}"
    assert (made["external_user"], made["created_at"], made["updated_at"]) == ("u", "2026-11-26T12:00:00Z", None)
    assert (made["limit_remaining"], made["usage"], made["last_used_at"]) == (5.5, 0, None)
    assert fresh.key(made["hash"]) == made
    with fresh.state.database.transaction() as connection:
        assert not [each for each in connection.iterdump() if "sk-test-partner" in each or key in each]


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ({}, "No update fields provided"),
        ({"expires_at": "2027-12-31T23:59:59Z", "hash": "x"}, "No update fields provided"),
        ({"limit": "5"}, "limit: must be a number, or null"),
        ({"limit_reset": "yearly"}, 'limit_reset: must be "daily", "weekly" or "monthly", or null'),
        ({"workspace_id": ELSEWHERE}, "workspace_id: is not a workspace of this account"),
    ],
)
def test_what_an_update_refuses(fresh: Bank, body: object, message: str) -> None:
    """A 400, and nothing is changed."""
    made = fresh.create(limit=1)
    del made["key"]
    assert refusal(fresh.client.patch(f"/keys/{made['hash']}", json=body)) == (400, message)
    assert fresh.key(made["hash"]) == made


@pytest.mark.parametrize("method", ["GET", "PATCH", "DELETE"])
def test_keys_of_others_are_unknown(fresh: Bank, method: str) -> None:
    """As are management keys and those that were deleted: a 404."""
    account = fresh.server.add_account()
    deleted = fresh.create()["hash"]
    fresh.client.delete(f"/keys/{deleted}")
    state = fresh.state
    manager = state.accounts.caller(fresh.server.management_key)
    assert manager is not None
    for unknown in (account.api_key_hash, manager.key_hash, deleted, "f" * 64):
        body: Any = {"json": {"name": "x"}} if method == "PATCH" else {}
        assert refusal(fresh.client.request(method, f"/keys/{unknown}", **body)) == (404, "Resource not found")
    assert state.accounts.caller(account.ordinary_key) is not None
    assert state.accounts.caller(fresh.server.management_key) is not None


def test_a_list_leaves_out_what_was_not_asked_for(fresh: Bank) -> None:
    """Keys that are disabled, expired or of another workspace."""
    other = fresh.server.account.add_workspace()
    fresh.create(name="on")
    fresh.create(name="old", expires_at=moment(fresh.at))
    for name, change in (("off", {"disabled": True}), ("elsewhere", {"workspace_id": other.upper()})):
        fresh.client.patch(f"/keys/{fresh.create(name=name)['hash']}", json=change)

    def listed(**query: str) -> list[str]:
        return [each["name"] for each in fresh.client.get("/keys", params=query).json()["data"]]

    assert listed() == ["Local key", "on"]
    assert listed(include_disabled="true") == ["Local key", "on", "off"]
    assert listed(include_expired="true") == ["Local key", "on", "old"]
    assert listed(workspace_id=other) == ["elsewhere"]
    assert listed(offset="1") == ["on"]
    assert refusal(fresh.client.get("/keys", params={"workspace_id": ELSEWHERE}))[0] == 400


def test_all_pages_of_keys(fresh: Bank) -> None:
    """By our own function."""
    made = [fresh.create(name=str(number))["hash"] for number in range(101)]
    page = api_keys_list(fresh.server.core()).unwrap()
    found = [item.unwrap().hash for item in page.items()]
    assert found == [fresh.server.account.api_key_hash, *made]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"disabled": True}, (401, "API key is disabled")),
        ({"disabled": False}, (200, "")),
        ({}, (401, "API key has expired")),
        (None, (401, "Invalid credentials")),
    ],
)
def test_when_a_key_works(fresh: Bank, change: dict[str, object] | None, expected: tuple[int, str]) -> None:
    """Until it is disabled, expires or is deleted."""
    made = fresh.create(expires_at="2026-11-26T12:00:01+00:00")
    assert fresh.client.get("/key", headers=bearer(made["key"])).status_code == 200
    if change:
        fresh.client.patch(f"/keys/{made['hash']}", json=change)
    elif change is None:
        assert fresh.client.delete(f"/keys/{made['hash']}").json() == {"deleted": True}
    else:
        fresh.at += 1
    assert refusal(fresh.client.get("/key", headers=bearer(made["key"]))) == expected


@pytest.mark.parametrize(
    ("reset", "last", "first", "following"),
    [
        (None, "2029-01-01T00:00:00Z", None, None),
        ("daily", "2026-11-26T23:59:59Z", "2026-11-27T00:00:00Z", "2026-11-28T00:00:00Z"),
        ("weekly", "2026-11-29T23:59:59Z", "2026-11-30T00:00:00Z", "2026-12-07T00:00:00Z"),
        ("monthly", "2026-11-30T23:59:59Z", "2026-12-01T00:00:00Z", "2027-01-01T00:00:00Z"),
    ],
)
def test_a_limit_lasts_until_its_reset(
    fresh: Bank, reset: str | None, last: str, first: str | None, following: str | None
) -> None:
    """At midnight in UTC, of a week on Monday; until then a paid call is a 403, and all else goes on."""
    made = fresh.create(limit=0.00003, limit_reset=reset)
    assert [paid(fresh.client, made["key"]).status_code for _ in range(2)] == [200, 200]
    fresh.at = seconds(last)
    refused = refusal(paid(fresh.client, made["key"]))
    assert refused == (403, f"Key limit exceeded ({reset or 'total'} limit)")
    told = fresh.client.get("/key", headers=bearer(made["key"])).json()
    assert_conforms(CURRENT, told)
    budget = {"scope": "key_limit", "limit_usd": 0.00003, "spend_usd": 0.00004, "remaining_usd": -0.00001}
    budget |= {"reset_interval": reset, "resets_at": first, "include_byok": False}
    assert told["data"]["effective_budget"] == {**budget, "budget_id": None, "guardrail_id": None}
    assert told["data"]["budgets"] == [told["data"]["effective_budget"]]
    if first is not None:
        fresh.at = seconds(first)
        assert paid(fresh.client, made["key"]).status_code == 200
        told = fresh.client.get("/key", headers=bearer(made["key"])).json()
        assert told["data"]["effective_budget"]["resets_at"] == following
        assert fresh.key(made["hash"])["limit_remaining"] == 0.00001


def test_a_larger_limit_lets_a_key_go_on(fresh: Bank) -> None:
    """And without one it may spend what the account has."""
    made = fresh.create(limit=0)
    message = {"model": "m", "max_tokens": 9, "messages": [{"role": "user", "content": "x"}]}
    answer = fresh.client.post("/messages", json=message, headers=bearer(made["key"]))
    assert (answer.status_code, answer.json()["error"]["message"]) == (403, "Key limit exceeded (total limit)")
    for limit, expected in ((0, 403), (1, 200), (0.00001, 403), (None, 200)):
        fresh.client.patch(f"/keys/{made['hash']}", json={"limit": limit})
        assert paid(fresh.client, made["key"]).status_code == expected


def test_what_a_key_has_spent_is_told_by_period(fresh: Bank) -> None:
    """Days, weeks and months of UTC, and when it was last used; of others it knows nothing."""
    key = fresh.server.ordinary_key
    for at, cost in (("2026-10-31T10:00:00Z", 1), ("2026-11-22T10:00:00Z", 2), ("2026-11-23T10:00:00Z", 4)):
        fresh.at = seconds(at)
        fresh.note(cost=cost)
    fresh.at = START
    fresh.note(cost=0.1)
    fresh.note(cost=0.2)
    fresh.note(cost=7, key=fresh.create()["key"])
    expected = {"usage": 7.3, "usage_daily": 0.3, "usage_weekly": 4.3, "usage_monthly": 6.3, "byok_usage": 0}
    assert expected.items() <= fresh.key(fresh.server.account.api_key_hash).items()
    assert fresh.key(fresh.server.account.api_key_hash)["last_used_at"] == "2026-11-26T12:00:00Z"
    assert expected.items() <= fresh.client.get("/key", headers=bearer(key)).json()["data"].items()


def test_a_key_knows_itself(fresh: Bank) -> None:
    """Its workspace, whether it may manage, and how often the account may ask free models."""
    fresh.note(model="qwen/qwen3-coder:free")
    for _ in range(2):
        told = api_keys_get_current_key_metadata(fresh.server.core()).unwrap().data
        free = told.free_model_daily_requests
        assert free is not None
        assert (told.is_management_key, told.is_provisioning_key, told.limit, told.budgets) == (True, True, None, ())
        assert (told.workspace_id, told.rate_limit.requests) == (fresh.server.account.default_workspace_id, -1)
        assert (free.limit, free.used, free.remaining, told.is_free_tier) == (1000, 1, 999, False)
        fresh.at += 1
    fresh.server.account.set_credits(0)
    fresh.at += 86_400
    told = api_keys_get_current_key_metadata(fresh.server.core(fresh.server.ordinary_key)).unwrap().data
    free = told.free_model_daily_requests
    assert free is not None
    assert (told.is_management_key, free.limit, free.used, told.is_free_tier) == (False, 50, 0, True)


def test_a_key_of_an_earlier_release(fresh: Bank) -> None:
    """Of which nothing was kept but its hash; and without a default workspace it is in none."""
    key_hash = fresh.server.account.add_api_key_hash()
    fresh.state.accounts.change_key(key_hash, {})
    fresh.server.account.delete_workspace()
    answer = fresh.client.get(f"/keys/{key_hash}")
    assert_conforms(KEYS["keys/{hash}", "get"], answer.json())
    assert answer.json()["data"]["workspace_id"] == ""


def test_keys_survive_a_restart(tmp_path: Path) -> None:
    """With what they have spent and may spend, and so does what the account has bought."""
    keys = {"management_key": "sk-or-test-1", "ordinary_key": "sk-or-test-2"}
    with bank(db=tmp_path / "server.db", credits=7, **keys) as before:
        made = before.create(limit=1)
        before.note(key=made["key"], cost=1)
        before.note(cost=2)
        ready = before.server.account.api_key_hash
        before.client.patch(f"/keys/{ready}", json={"name": "Ours", "limit": 3})
        told = before.client.get("/keys").json()
    with bank(db=tmp_path / "server.db", **keys) as after:
        assert after.client.get("/keys").json() == told
        assert [(each["hash"], each["name"], each["usage"]) for each in told["data"]] == [
            (ready, "Ours", 2),
            (made["hash"], "n", 1),
        ]
        assert paid(after.client, made["key"]).status_code == 403
        assert after.client.get("/credits").json() == {"data": {"total_credits": 7, "total_usage": 3}}


@attrs.define
class Known:
    """A key as a test knows it."""

    key: str
    account: int
    fields: dict[str, Any]
    spent: list[tuple[datetime, float]] = attrs.field(factory=list[tuple[datetime, float]])
    is_deleted: bool = False

    def used(self, at: datetime, reset: str | None) -> float:
        """Return what was spent since the last reset."""
        midnight = at.replace(hour=0, minute=0, second=0)
        begun = {
            "daily": midnight,
            "weekly": midnight - timedelta(days=at.weekday()),
            "monthly": midnight.replace(day=1),
        }.get(reset or "", datetime.min.replace(tzinfo=UTC))
        return round(sum(cost for when, cost in self.spent if when >= begun), 12)

    def expected(self, at: datetime) -> int:
        """Return what a paid call is answered."""
        expires_at, limit = self.fields["expires_at"], self.fields["limit"]
        if self.is_deleted or self.fields["disabled"] or (expires_at and datetime.fromisoformat(expires_at) <= at):
            return 401
        return 403 if limit is not None and self.used(at, self.fields["limit_reset"]) >= limit else 200


LIMITS = st.sampled_from([None, 0, 0.00002, 0.00005])
RESETS = st.sampled_from([None, "daily", "weekly", "monthly"])
CHANGES = st.fixed_dictionaries(
    {}, optional={"limit": LIMITS, "limit_reset": RESETS, "disabled": st.booleans(), "name": st.sampled_from("ab")}
)
SOME = st.integers(0, 1000)


class Keys(RuleBasedStateMachine):
    """Keys of two accounts, created, changed, deleted and used while time goes by, beside what a test knows of them."""

    bank: Bank

    def __init__(self) -> None:
        super().__init__()
        self.bank.reset()
        self.accounts = [self.bank.server.account, self.bank.server.add_account()]
        self.known: dict[str, Known] = {}

    @property
    def now(self) -> datetime:
        """The time that the server has."""
        return datetime.fromtimestamp(self.bank.at, UTC)

    def ask(self, account: int, method: str, path: str, body: object = None) -> httpx.Response:
        """Send a request with an account's management key; a success is held to the contract."""
        headers = bearer(self.accounts[account].management_key)
        url = "/keys" if path == "keys" else f"/keys/{path}"
        answer = self.bank.client.request(method, url, headers=headers, json=body)
        if answer.is_success:
            assert_conforms(KEYS["keys" if path == "keys" else "keys/{hash}", method.lower()], answer.json())
        return answer

    def pick(self, number: int) -> tuple[str, Known]:
        """Return one of the keys."""
        return list(self.known.items())[number % len(self.known)]

    @rule(account=st.integers(0, 1), limit=LIMITS, reset=RESETS, days=st.sampled_from([None, 1, 40]))
    def create(self, account: int, limit: float | None, reset: str | None, days: int | None) -> None:
        """A key is there with what was asked for."""
        expires_at = None if days is None else moment(self.bank.at + days * 86_400)
        asked = {"name": "n", "limit": limit, "limit_reset": reset, "expires_at": expires_at}
        answer = self.ask(account, "POST", "keys", asked).json()
        self.known[answer["data"]["hash"]] = Known(answer["key"], account, {**asked, "disabled": False})

    @precondition(lambda self: self.known)
    @rule(number=SOME, changes=CHANGES, by=st.integers(0, 1))
    def change(self, number: int, changes: dict[str, object], by: int) -> None:
        """What was named is changed, by the account that has it."""
        key_hash, known = self.pick(number)
        answer = self.ask(by, "PATCH", key_hash, changes)
        if known.is_deleted or known.account != by:
            assert answer.status_code == 404
        elif changes:
            known.fields |= changes
        else:
            assert answer.status_code == 400

    @precondition(lambda self: self.known)
    @rule(number=SOME, by=st.integers(0, 1))
    def delete(self, number: int, by: int) -> None:
        """It is gone, for the account that had it."""
        key_hash, known = self.pick(number)
        there = known.account == by and not known.is_deleted
        assert self.ask(by, "DELETE", key_hash).status_code == (200 if there else 404)
        known.is_deleted |= there

    @precondition(lambda self: self.known)
    @rule(number=SOME)
    def use(self, number: int) -> None:
        """A paid call is served as long as the key works and has something left."""
        _, known = self.pick(number)
        answer = paid(self.bank.client, known.key)
        assert answer.status_code == known.expected(self.now)
        if answer.is_success:
            known.spent.append((self.now, answer.json()["usage"]["cost"]))

    @rule(hours=st.sampled_from([1, 24, 24 * 7, 24 * 31]))
    def wait(self, hours: int) -> None:
        """Time goes by."""
        self.bank.at += hours * 3600

    @invariant()
    def lists_agree(self) -> None:
        """Each account sees its own keys, with what they have spent and have left."""
        for account in (0, 1):
            answer = self.ask(account, "GET", "keys")
            shown = {each["hash"]: each for each in answer.json()["data"]}
            own = {
                key: each
                for key, each in self.known.items()
                if each.account == account and each.expected(self.now) != 401
            }
            assert shown.keys() == {self.accounts[account].api_key_hash, *own}
            for key, each in own.items():
                limit, used = each.fields["limit"], each.used(self.now, each.fields["limit_reset"])
                assert each.fields.items() <= shown[key].items()
                assert shown[key]["usage"] == each.used(self.now, None)
                assert shown[key]["usage_weekly"] == each.used(self.now, "weekly")
                assert shown[key]["limit_remaining"] == (None if limit is None else round(limit - used, 12))


def test_keys_are_what_their_history_makes_them(at_bank: Bank) -> None:
    """Whatever is done to them, in whatever order."""
    Keys.bank = at_bank
    run_state_machine_as_test(Keys, settings=settings(drawn(10), stateful_step_count=30))

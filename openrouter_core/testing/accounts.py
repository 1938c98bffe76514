"""Accounts: their workspaces, members and API keys, and who a presented key belongs to.

Here lives everything that is asked before a credential is touched. Credentials live in `credentials`, HTTP in
`application`. A raw key is held only by the `Account` handed to the test; the database gets its digest.
"""

from __future__ import annotations

import json
import re
import secrets
from hashlib import sha256
from math import isfinite
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4, uuid5

import attrs

from openrouter_core.testing.clock import now, seconds

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from openrouter_core.testing.database import Database


__all__ = [
    "CREDITS",
    "Account",
    "Accounts",
    "Caller",
    "check_credits",
    "check_key",
    "is_disabled",
    "is_expired",
    "key_hash",
    "new_key",
    "part_id",
]

# What an account has bought, in dollars, if nothing else is said.
CREDITS = 1000


@attrs.frozen
class Caller:
    """Whose key was presented, which of the account's it is, whether it may manage, and what the API tells of it."""

    account_id: str
    key_hash: str
    management: bool
    facts: Mapping[str, Any] = attrs.field(factory=dict[str, Any])

    def refusal(self, at: float) -> str | None:
        """Return why the key does not work at that time, if it does not."""
        if is_disabled(self.facts):
            return "API key is disabled"
        return "API key has expired" if is_expired(self.facts, at) else None


@attrs.frozen
class Accounts:
    """Every account of one database."""

    _database: Database

    def open(self, account: Account, credits_bought: float = CREDITS) -> None:
        """Make sure that `account` exists with its credits, its default workspace and its two keys."""
        with self._database.transaction() as connection:
            connection.execute(
                "INSERT OR IGNORE INTO accounts (id, credits) VALUES (?, ?)", (account.id, credits_bought)
            )
            connection.execute(
                "INSERT OR IGNORE INTO workspaces (id, account_id, is_default, facts) VALUES (?, ?, 1, ?)",
                (account.default_workspace_id, account.id, json.dumps({"created_at": now()})),
            )
        self.add_key(account.id, account.management_key, key_hash(account.management_key), management=True)
        self.add_key(account.id, account.ordinary_key, account.api_key_hash, management=False)

    def first(self) -> tuple[str, str] | None:
        """Return the ids of the oldest account and of its first default workspace, if there is one."""
        with self._database.transaction() as connection:
            row: tuple[str, str] | None = connection.execute(
                "SELECT accounts.id, workspaces.id FROM accounts JOIN workspaces ON account_id = accounts.id"
                " WHERE is_default ORDER BY position LIMIT 1"
            ).fetchone()
        return row

    def caller(self, raw: str) -> Caller | None:
        """Return who holds the OpenRouter key `raw`."""
        digest = self._database.digest(raw)
        with self._database.transaction() as connection:
            row = connection.execute(
                "SELECT account_id, hash, management, facts FROM api_keys WHERE digest = ?", (digest,)
            ).fetchone()
        return None if row is None else Caller(row[0], row[1], bool(row[2]), json.loads(row[3]))

    def add_key(
        self,
        account_id: str,
        raw: str | None,
        key_hash: str,
        *,
        management: bool,
        facts: Mapping[str, object] | None = None,
    ) -> None:
        """Let `raw` authenticate as `account_id`; without `raw`, only the hash belongs to the account.

        `facts` are what the API tells of the key.
        """
        known = {"name": "Local key", "label": "sk-or-...", "created_at": now(), **(facts or {})}
        digest = None if raw is None else self._database.digest(raw)
        with self._database.transaction() as connection:
            # A key that an earlier run left in the file takes on the role and the hash that it is given now.
            connection.execute(
                "INSERT INTO api_keys (hash, account_id, digest, management, facts) VALUES (?, ?, ?, ?, ?)"
                " ON CONFLICT (digest) DO UPDATE"
                " SET hash = excluded.hash, account_id = excluded.account_id, management = excluded.management",
                (key_hash, account_id, digest, management, json.dumps(known)),
            )

    def key_workspace(self, key_hash: str) -> str | None:
        """Return the id of the workspace that a key was made for; one that the API has not made has none."""
        with self._database.transaction() as connection:
            row: tuple[str | None] = connection.execute(
                "SELECT (SELECT json_extract(facts, '$.workspace_id') FROM api_keys WHERE hash = ?)", (key_hash,)
            ).fetchone()
        return row[0]

    def keys(self, account_id: str) -> dict[str, dict[str, Any]]:
        """Return what the API tells of each key of the account that may not manage, by its hash, oldest first."""
        with self._database.transaction() as connection:
            rows = connection.execute(
                "SELECT hash, facts FROM api_keys WHERE account_id = ? AND NOT management ORDER BY rowid", (account_id,)
            ).fetchall()
        return {key_hash: json.loads(facts) for key_hash, facts in rows}

    def key(self, account_id: str, key_hash: str) -> dict[str, Any] | None:
        """Return what the API tells of one of these keys, if the account has it."""
        with self._database.transaction() as connection:
            row = connection.execute(
                "SELECT facts FROM api_keys WHERE account_id = ? AND hash = ? AND NOT management",
                (account_id, key_hash),
            ).fetchone()
        return None if row is None else json.loads(row[0])

    def change_key(self, key_hash: str, facts: Mapping[str, object]) -> None:
        """Keep what the API tells of a key from now on."""
        with self._database.transaction() as connection:
            connection.execute("UPDATE api_keys SET facts = ? WHERE hash = ?", (json.dumps(facts), key_hash))

    def delete_key(self, key_hash: str) -> None:
        """Forget a key: it works no longer."""
        with self._database.transaction() as connection:
            connection.execute("DELETE FROM api_keys WHERE hash = ?", (key_hash,))

    def revoke_keys(self, key_hashes: Iterable[str]) -> None:
        """Let keys authenticate no more; their hashes stay the account's."""
        with self._database.transaction() as connection:
            connection.executemany("UPDATE api_keys SET digest = NULL WHERE hash = ?", [(each,) for each in key_hashes])

    def credits(self, account_id: str) -> float:
        """Return the credits that the account has bought, in dollars."""
        with self._database.transaction() as connection:
            row: tuple[float] = connection.execute(
                "SELECT credits FROM accounts WHERE id = ?", (account_id,)
            ).fetchone()
        return row[0]

    def set_credits(self, account_id: str, bought: float) -> None:
        """Let the account have bought that much, in dollars."""
        with self._database.transaction() as connection:
            connection.execute("UPDATE accounts SET credits = ? WHERE id = ?", (bought, account_id))

    def add_workspace(self, account_id: str, facts: Mapping[str, object] | None = None) -> str:
        """Open one more workspace and return its id; `facts` are what the API was told of it."""
        workspace_id = str(uuid4())
        known = json.dumps({"created_at": now(), **(facts or {})})
        with self._database.transaction() as connection:
            connection.execute(
                "INSERT INTO workspaces (id, account_id, is_default, facts) VALUES (?, ?, 0, ?)",
                (workspace_id, account_id, known),
            )
        return workspace_id

    def workspaces(self, account_id: str) -> list[dict[str, Any]]:
        """Return what is known of each workspace that was not deleted, oldest first."""
        with self._database.transaction() as connection:
            rows = connection.execute(
                "SELECT id, is_default, facts FROM workspaces WHERE account_id = ? AND NOT deleted ORDER BY rowid",
                (account_id,),
            ).fetchall()
        return [{**_named(row[0], is_default=row[1]), **json.loads(row[2])} for row in rows]

    def change_workspace(self, workspace_id: str, facts: Mapping[str, object]) -> None:
        """Keep what is known of a workspace from now on."""
        with self._database.transaction() as connection:
            connection.execute("UPDATE workspaces SET facts = ? WHERE id = ?", (json.dumps(facts), workspace_id))

    def delete_workspace(self, account_id: str, workspace_id: str) -> None:
        """Mark a workspace as deleted; the account's default can go as well, and no other takes its place."""
        with self._database.transaction() as connection:
            connection.execute(
                "UPDATE workspaces SET deleted = 1 WHERE account_id = ? AND id = ?",
                (account_id, workspace_id),
            )

    def default_workspace(self, account_id: str) -> str | None:
        """Return the id of the default workspace, or `None` once that was deleted."""
        with self._database.transaction() as connection:
            row: tuple[str] | None = connection.execute(
                "SELECT id FROM workspaces WHERE account_id = ? AND is_default AND NOT deleted", (account_id,)
            ).fetchone()
        return None if row is None else row[0]

    def has_workspace(self, account_id: str, workspace_id: str) -> bool:
        """Tell whether the account has a workspace of that id which was not deleted."""
        with self._database.transaction() as connection:
            row = connection.execute(
                "SELECT 1 FROM workspaces WHERE account_id = ? AND id = ? AND NOT deleted",
                (account_id, workspace_id),
            ).fetchone()
        return row is not None

    def add_member(self, account_id: str, user_id: str, facts: Mapping[str, object]) -> None:
        """Make a user a member of the account; `facts` are the role, and when it was."""
        with self._database.transaction() as connection:
            connection.execute(
                "INSERT INTO members (account_id, user_id, facts) VALUES (?, ?, ?)"
                " ON CONFLICT (account_id, user_id) DO UPDATE SET facts = excluded.facts",
                (account_id, user_id, json.dumps(facts)),
            )

    def members(self, account_id: str) -> dict[str, dict[str, Any]]:
        """Return what is known of each member of the account, by the user's id, the first one first."""
        with self._database.transaction() as connection:
            rows = connection.execute(
                "SELECT user_id, facts FROM members WHERE account_id = ? ORDER BY rowid", (account_id,)
            ).fetchall()
        return {user_id: json.loads(facts) for user_id, facts in rows}


@attrs.frozen
class Account:
    """One account of the local OpenRouter, for a test to add to.

    Attributes:
        id: The account's own id.
        default_workspace_id: The workspace that credentials go to when a request names none.
        management_key: May do everything. Not shown in the `repr`.
        ordinary_key: A valid key that is no management key: every BYOK call with it is a 403. Not in the
            `repr`.
        api_key_hash: The hash of the ordinary key, good for `allowed_api_key_hashes`.
    """

    _accounts: Accounts = attrs.field(repr=False)
    management_key: str = attrs.field(repr=False)
    ordinary_key: str = attrs.field(repr=False)
    id: str = attrs.field(factory=lambda: str(uuid4()))
    default_workspace_id: str = attrs.field(factory=lambda: str(uuid4()))
    api_key_hash: str = attrs.field(default=attrs.Factory(lambda self: key_hash(self.ordinary_key), takes_self=True))

    @property
    def credits(self) -> float:
        """The credits that the account has bought, in dollars; what calls cost does not make them fewer."""
        return self._accounts.credits(self.id)

    def set_credits(self, bought: float) -> None:
        """Let the account have bought that much, in dollars: once calls have cost as much, paid calls are a 402."""
        self._accounts.set_credits(self.id, check_credits(bought))

    def add_workspace(self) -> str:
        """Open one more workspace and return its id."""
        return self._accounts.add_workspace(self.id)

    def delete_workspace(self, workspace_id: str | None = None) -> None:
        """Delete a workspace, by default the default one: then requests must name a `workspace_id`."""
        self._accounts.delete_workspace(self.id, workspace_id or self.default_workspace_id)

    def add_member(self, user_id: str | None = None, *, admin: bool = False) -> str:
        """Make a user a member, or an `admin` of the organization, and return the user's id.

        The contract does not say whose ids `allowed_user_ids` may hold, so an account without members takes
        any. From the first member on, an id that is no member's is a 400.
        """
        member = user_id or f"user_{secrets.token_hex(12)}"
        self._accounts.add_member(self.id, member, {"role": "admin" if admin else "member", "created_at": now()})
        return member

    def add_api_key_hash(self, key_hash: str | None = None) -> str:
        """Give the account one more API key of which only the hash is known, and return the hash."""
        given = key_hash or secrets.token_hex(32)
        if not re.fullmatch("[a-f0-9]{64}", given):
            raise ValueError("key_hash must be 64 lowercase hex digits")
        self._accounts.add_key(self.id, None, given, management=False)
        return given

    def add_key(self, raw: str | None = None, *, management: bool = True) -> str:
        """Let one more OpenRouter key act for the account and return it."""
        key = check_key("raw", raw or new_key())
        self._accounts.add_key(self.id, key, key_hash(key), management=management)
        return key


def part_id(workspace_id: str, name: str) -> str:
    """Return the id of what a workspace has once for each name: a member, a budget, its default guardrail."""
    return str(uuid5(UUID(workspace_id), name))


def _named(workspace_id: str, *, is_default: bool) -> dict[str, Any]:
    """Return what a workspace is called that nobody gave a name: a test opened it, or an earlier release."""
    name = "Default" if is_default else f"Workspace {workspace_id[:8]}"
    return {"id": workspace_id, "name": name, "slug": name.lower().replace(" ", "-")}


def is_disabled(facts: Mapping[str, Any]) -> bool:
    """Tell whether a key is out of use."""
    return bool(facts.get("disabled"))


def is_expired(facts: Mapping[str, Any], at: float) -> bool:
    """Tell whether a key has had its time."""
    expires_at = facts.get("expires_at")
    return expires_at is not None and seconds(expires_at) <= at


def key_hash(raw: str) -> str:
    """Return the id of a key, as OpenRouter makes it."""
    return sha256(raw.encode()).hexdigest()


def new_key() -> str:
    """Return a fresh OpenRouter key that nobody could take for a real one."""
    return f"sk-or-test-{secrets.token_hex(16)}"


def check_credits(bought: float) -> float:
    """Return the dollars if JSON can tell them."""
    if not isfinite(bought):
        raise ValueError("credits: must be a finite number")
    return bought


def check_key(name: str, raw: str) -> str:
    """Return `raw` if it can travel in a header; the message of the error names it and never shows it."""
    if not re.fullmatch("[!-~]+", raw):
        raise ValueError(f"{name} must be printable ASCII without spaces")
    return raw

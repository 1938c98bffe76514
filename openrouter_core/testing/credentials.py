"""BYOK credentials at rest: create, read, change, soft-delete, list, and whether a raw key is the stored one.

Here lives every statement about credentials. What a request may contain is decided in `rules`, whose
workspace it is in `accounts`. The raw provider key is turned into a digest and a mask on arrival and goes no
further.
"""

from __future__ import annotations

import hmac
import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import attrs

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping, Sequence

    from openrouter_core.testing.database import Database

__all__ = ["DEFAULT_SETTINGS", "Credentials", "Place", "mask"]

DEFAULT_SETTINGS: Mapping[str, object] = {
    "name": None,
    "disabled": False,
    "is_fallback": False,
    "is_required": False,
    "is_byok_only": False,
    "allowed_models": None,
    "allowed_api_key_hashes": None,
    "allowed_user_ids": None,
    "declared_region": None,
    "declared_zdr": None,
}

_COLUMNS = "id, provider, workspace_id, label, sort_order, created_at, settings"
_FIND = f"SELECT {_COLUMNS} FROM credentials WHERE account_id = ? AND id = ? AND NOT deleted"  # noqa: S608 - a constant
_MATCH = (
    " FROM credentials WHERE account_id = ? AND workspace_id = ? AND provider = ifnull(?, provider) AND NOT deleted"
)
_COUNT = "SELECT count(*)" + _MATCH
_PAGE = f"SELECT {_COLUMNS}{_MATCH} ORDER BY sort_order, position LIMIT ? OFFSET ?"
_INSERT = (
    "INSERT INTO credentials"
    " (id, account_id, workspace_id, provider, label, digest, settings, sort_order, created_at)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_DELETE = "UPDATE credentials SET deleted = 1, digest = NULL WHERE account_id = ? AND id = ? AND NOT deleted"
# Deleted credentials keep their place: an order that was given out is not given out again.
_NEXT_ORDER = "SELECT ifnull(max(sort_order) + 1, 0) FROM credentials WHERE workspace_id = ? AND provider = ?"


@attrs.frozen
class Place:
    """Where a credential queues: `sort_order` counts within an account's workspace and a provider."""

    account_id: str
    workspace_id: str
    provider: str


@attrs.frozen
class Credentials:
    """Every credential of one database, each as the JSON object that the contract calls `BYOKKey`."""

    _database: Database

    def create(self, place: Place, keys: Sequence[str], settings: Mapping[str, object]) -> list[dict[str, object]]:
        """Create one credential for each raw key, all or none, and return them."""
        with self._database.transaction() as connection:
            ids = [self._insert(connection, place, key, settings) for key in keys]
            rows = [connection.execute(_FIND, (place.account_id, new)).fetchone() for new in ids]
        return [_credential(row) for row in rows]

    def get(self, account_id: str, credential_id: str) -> dict[str, object] | None:
        """Return the account's credential of that id, if there is one and it was not deleted."""
        with self._database.transaction() as connection:
            row = connection.execute(_FIND, (account_id, credential_id)).fetchone()
        return None if row is None else _credential(row)

    def update(self, credential_id: str, settings: Mapping[str, object], key: str | None) -> None:
        """Replace the settings; with `key`, replace the key material and the label as well."""
        with self._database.transaction() as connection:
            connection.execute(
                "UPDATE credentials SET settings = ? WHERE id = ?", (_settings_json(settings), credential_id)
            )
            if key is not None:
                connection.execute(
                    "UPDATE credentials SET label = ?, digest = ? WHERE id = ?",
                    (mask(key), self._digest(credential_id, key), credential_id),
                )

    def delete(self, account_id: str, credential_id: str) -> bool:
        """Mark the credential as deleted and wipe its key material; tell whether there was one."""
        with self._database.transaction() as connection:
            done = connection.execute(_DELETE, (account_id, credential_id))
            return done.rowcount == 1

    def page(
        self, account_id: str, workspace_id: str, provider: str | None, limit: int, offset: int
    ) -> tuple[list[dict[str, object]], int]:
        """Return a page by ascending `sort_order`, ties by age, and the count of all that match."""
        filters = (account_id, workspace_id, provider)
        with self._database.transaction() as connection:
            (total,) = connection.execute(_COUNT, filters).fetchone()
            rows = connection.execute(_PAGE, (*filters, limit, offset)).fetchall()
        return [_credential(row) for row in rows], total

    def verify_key(self, credential_id: str, raw: str) -> bool:
        """Tell whether `raw` is the key that the credential holds; a deleted one holds none."""
        with self._database.transaction() as connection:
            row = connection.execute("SELECT digest FROM credentials WHERE id = ?", (credential_id,)).fetchone()
        if row is None or row[0] is None:
            return False
        return hmac.compare_digest(row[0], self._digest(credential_id, raw))

    def _insert(self, connection: sqlite3.Connection, place: Place, key: str, settings: Mapping[str, object]) -> str:
        credential_id = str(uuid4())
        (order,) = connection.execute(_NEXT_ORDER, (place.workspace_id, place.provider)).fetchone()
        values = (
            *(credential_id, place.account_id, place.workspace_id, place.provider),
            *(mask(key), self._digest(credential_id, key), _settings_json(settings), order),
            datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        )
        connection.execute(_INSERT, values)
        return credential_id

    def _digest(self, credential_id: str, key: str) -> bytes:
        return self._database.digest(key, salt=UUID(credential_id).bytes)


def mask(key: str) -> str:
    """Return a label such as `sk-...AbCd`; of a key too short to spare seven characters it shows nothing."""
    return f"{key[:3]}...{key[-4:]}" if len(key) >= 16 else "..."  # noqa: PLR2004 - less than half is shown


def _settings_json(settings: Mapping[str, object]) -> str:
    return json.dumps({**DEFAULT_SETTINGS, **settings})


def _credential(row: Sequence[object]) -> dict[str, object]:
    *columns, settings = row
    names = ("id", "provider", "workspace_id", "label", "sort_order", "created_at")
    return {**dict(zip(names, columns, strict=True)), **json.loads(str(settings))}

"""Records: JSON objects of one kind that an account has, kept in SQLite in the order in which they were made.

Here lives every statement about them. What a record holds is the contract's, and its family's in `endpoints`.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import attrs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from openrouter_core.testing.database import Database

__all__ = ["Records"]

_PUT = (
    "INSERT INTO records (account_id, kind, id, data) VALUES (?, ?, ?, ?)"
    " ON CONFLICT (account_id, kind, id) DO UPDATE SET data = excluded.data"
)


@attrs.frozen
class Records:
    """Every record of one database; of each account and kind, an id is there once."""

    _database: Database

    def put(self, account_id: str, kind: str, record_id: str, data: Mapping[str, object]) -> None:
        """Keep a record, in place of the one that has the id."""
        with self._database.transaction() as connection:
            connection.execute(_PUT, (account_id, kind, record_id, json.dumps(data)))

    def get(self, account_id: str, kind: str, record_id: str) -> dict[str, Any] | None:
        """Return the record of that id, if there is one."""
        with self._database.transaction() as connection:
            row = connection.execute(
                "SELECT data FROM records WHERE account_id = ? AND kind = ? AND id = ?", (account_id, kind, record_id)
            ).fetchone()
        return None if row is None else json.loads(row[0])

    def all(self, account_id: str, kind: str) -> list[dict[str, Any]]:
        """Return every record of the kind, oldest first."""
        with self._database.transaction() as connection:
            rows = connection.execute(
                "SELECT data FROM records WHERE account_id = ? AND kind = ? ORDER BY position", (account_id, kind)
            ).fetchall()
        return [json.loads(row[0]) for row in rows]

    def remove(self, account_id: str, kind: str, record_id: str) -> bool:
        """Delete the record of that id; tell whether there was one."""
        with self._database.transaction() as connection:
            done = connection.execute(
                "DELETE FROM records WHERE account_id = ? AND kind = ? AND id = ?", (account_id, kind, record_id)
            )
        return done.rowcount == 1

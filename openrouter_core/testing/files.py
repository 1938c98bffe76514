"""Files at rest: kept in SQLite in pieces, found by account and workspace, listed in the order they came in.

Here lives every statement about files. How a file looks in an answer is decided in `endpoints.files`.
"""

from __future__ import annotations

import secrets
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from openrouter_core.testing.database import Database

__all__ = ["Files", "StoredFile"]

_PIECE_BYTES = 262_144
_COLUMNS = "position, id, filename, mime_type, size, created_at"
_FIND = f"SELECT {_COLUMNS} FROM files WHERE account_id = ? AND workspace_id = ?"  # noqa: S608 - a constant


@attrs.frozen
class StoredFile:
    """What is known of a file."""

    position: int
    id: str
    filename: str
    mime_type: str
    size: int
    created_at: datetime


@attrs.frozen
class Files:
    """Every file of one database."""

    _database: Database

    def add(self, account_id: str, workspace_id: str, filename: str, mime_type: str, data: bytes) -> StoredFile:
        """Keep a file and return what is known of it."""
        file_id = f"or_file_{secrets.token_hex(12)}"
        now = datetime.now(UTC).isoformat(timespec="seconds")
        pieces = (data[start : start + _PIECE_BYTES] for start in range(0, len(data), _PIECE_BYTES))
        with self._database.transaction() as connection:
            connection.execute(
                "INSERT INTO files (id, account_id, workspace_id, filename, mime_type, size, created_at)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                (file_id, account_id, workspace_id, filename, mime_type, len(data), now),
            )
            connection.executemany(
                "INSERT INTO file_pieces VALUES (?, ?, ?)",
                ((file_id, number, piece) for number, piece in enumerate(pieces)),
            )
            row = connection.execute(f"{_FIND} AND id = ?", (account_id, workspace_id, file_id)).fetchone()
        return _stored(row)

    def get(self, account_id: str, workspace_id: str, file_id: str) -> StoredFile | None:
        """Return the file of that id, if the account has one in the workspace."""
        with self._database.transaction() as connection:
            row = connection.execute(f"{_FIND} AND id = ?", (account_id, workspace_id, file_id)).fetchone()
        return None if row is None else _stored(row)

    def page(self, account_id: str, workspace_id: str, after: int, limit: int) -> list[StoredFile]:
        """Return up to `limit` files that came in after the one at the position `after`, oldest first."""
        with self._database.transaction() as connection:
            rows = connection.execute(
                f"{_FIND} AND position > ? ORDER BY position LIMIT ?", (account_id, workspace_id, after, limit)
            ).fetchall()
        return [_stored(row) for row in rows]

    def remove(self, account_id: str, workspace_id: str, file_id: str) -> bool:
        """Delete a file with all its pieces; tell whether there was one."""
        with self._database.transaction() as connection:
            if connection.execute(f"{_FIND} AND id = ?", (account_id, workspace_id, file_id)).fetchone() is None:
                return False
            connection.execute("DELETE FROM file_pieces WHERE file_id = ?", (file_id,))
            connection.execute("DELETE FROM files WHERE id = ?", (file_id,))
        return True

    def pieces(self, file_id: str) -> Iterator[bytes]:
        """Return what the file holds, piece by piece."""
        number = 0
        while piece := self._piece(file_id, number):
            yield piece
            number += 1

    def _piece(self, file_id: str, number: int) -> bytes | None:
        with self._database.transaction() as connection:
            row = connection.execute(
                "SELECT data FROM file_pieces WHERE file_id = ? AND number = ?", (file_id, number)
            ).fetchone()
        return None if row is None else bytes(row[0])


def _stored(row: tuple[int, str, str, str, int, str]) -> StoredFile:
    position, file_id, filename, mime_type, size, created_at = row
    return StoredFile(position, file_id, filename, mime_type, size, datetime.fromisoformat(created_at))

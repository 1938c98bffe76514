"""The SQLite database behind the local OpenRouter: schema, connection, transactions and digests.

Here lives what is particular to SQLite as a whole. Statements about accounts or credentials live in
`accounts` and `credentials`; HTTP and the rules of the contract never come here, and neither does a raw key
beyond `digest`.
"""

from __future__ import annotations

import secrets
import sqlite3
from contextlib import contextmanager
from hashlib import blake2b
from threading import RLock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import os
    from collections.abc import Generator

__all__ = ["Database"]

# Written into the file's header, so that `--db` pointed at some other program's database is refused, not
# altered.
_APPLICATION_ID = 0x4F52_0001

_SCHEMA = """
CREATE TABLE pepper (value BLOB NOT NULL);
CREATE TABLE accounts (position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE);
CREATE TABLE workspaces (
    id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    is_default INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE members (
    account_id TEXT NOT NULL REFERENCES accounts (id),
    user_id TEXT NOT NULL,
    PRIMARY KEY (account_id, user_id)
);
CREATE TABLE api_keys (
    hash TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    digest BLOB UNIQUE,
    management INTEGER NOT NULL
);
CREATE TABLE credentials (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    workspace_id TEXT NOT NULL REFERENCES workspaces (id),
    provider TEXT NOT NULL,
    label TEXT NOT NULL,
    digest BLOB,
    settings TEXT NOT NULL,
    sort_order INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX credentials_in_order ON credentials (workspace_id, provider, sort_order, position);
"""

# What one call used, or many of the same kind together; the texts are empty where there is nothing to say.
_USED = """
    at REAL NOT NULL,
    account_id TEXT NOT NULL,
    key_hash TEXT NOT NULL,
    workspace_id TEXT NOT NULL,
    model TEXT NOT NULL,
    provider TEXT NOT NULL,
    user_id TEXT NOT NULL,
    external_user TEXT NOT NULL,
    origin TEXT NOT NULL,
    finish_reason TEXT NOT NULL,
    requests INTEGER NOT NULL,
    prompt INTEGER NOT NULL,
    completion INTEGER NOT NULL,
    cached INTEGER NOT NULL,
    reasoning INTEGER NOT NULL,
    cost REAL NOT NULL,
    latency REAL NOT NULL
"""

_LEDGER = f"""
ALTER TABLE accounts ADD COLUMN credits REAL NOT NULL DEFAULT 1000;
CREATE TABLE generations (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL,
    {_USED},
    details TEXT NOT NULL,
    content TEXT NOT NULL,
    feedback TEXT,
    bytes INTEGER NOT NULL
);
CREATE INDEX generations_of_account ON generations (account_id, id);
CREATE TABLE earlier_generations (
    hour INTEGER NOT NULL,
    {_USED},
    UNIQUE (
        account_id, key_hash, workspace_id, model, provider, user_id, external_user, origin, finish_reason, hour
    )
);
CREATE TABLE spending (
    account_id TEXT NOT NULL,
    key_hash TEXT NOT NULL,
    workspace_id TEXT NOT NULL,
    day TEXT NOT NULL,
    cost REAL NOT NULL,
    last_used_at REAL NOT NULL,
    PRIMARY KEY (account_id, key_hash, workspace_id, day)
) WITHOUT ROWID;
"""

# What later releases added, in order: a file of an earlier one gets what it lacks (`PRAGMA user_version` counts).
_ADDED = (
    """
ALTER TABLE api_keys ADD COLUMN facts TEXT NOT NULL DEFAULT '{}';
CREATE TABLE files (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    workspace_id TEXT NOT NULL REFERENCES workspaces (id),
    filename TEXT NOT NULL,
    mime_type TEXT NOT NULL,
    size INTEGER NOT NULL,
    created_at TEXT NOT NULL
);
CREATE TABLE file_pieces (
    file_id TEXT NOT NULL REFERENCES files (id),
    number INTEGER NOT NULL,
    data BLOB NOT NULL,
    PRIMARY KEY (file_id, number)
);
""",
    """
CREATE TABLE records (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    data TEXT NOT NULL,
    UNIQUE (account_id, kind, id)
);
ALTER TABLE workspaces ADD COLUMN facts TEXT NOT NULL DEFAULT '{"created_at": "2026-01-01T00:00:00Z"}';
ALTER TABLE members ADD COLUMN facts TEXT NOT NULL DEFAULT '{"role": "member", "created_at": "2026-01-01T00:00:00Z"}';
CREATE INDEX workspaces_of_account ON workspaces (account_id);
"""
    + _LEDGER,
)


class Database:
    """One connection to one database, in memory (no `path`) or in a file; any thread may use it in turn."""

    def __init__(self, path: str | os.PathLike[str] | None = None) -> None:
        self._lock = RLock()
        self._connection = _opened(path or ":memory:")
        self._empty = _opened(":memory:")
        self._pepper = self._read_pepper()

    def close(self) -> None:
        """Close the connection; SQLite folds the write-ahead log into the file."""
        with self._lock:
            self._empty.close()
            self._connection.close()

    @contextmanager
    def transaction(self) -> Generator[sqlite3.Connection]:
        """Hold the connection for one change: kept when the block ends, undone when it raises.

        A transaction within another is part of it, so that what is read and then changed stays as it was read.
        """
        with self._lock:
            if self._connection.in_transaction:
                yield self._connection
                return
            with self._connection:
                self._connection.execute("BEGIN IMMEDIATE")
                yield self._connection

    @contextmanager
    def cleared(self) -> Generator[None]:
        """Delete every account and all that belongs to one; nobody uses the database before the block has ended."""
        with self._lock:
            # To copy an empty database takes no longer when there is more to delete.
            self._empty.backup(self._connection)
            self._pepper = self._read_pepper()
            yield

    def digest(self, raw: str, salt: bytes = b"") -> bytes:
        """Return the only form in which a key is kept: BLAKE2b, keyed per database and salted per credential.

        A password hash such as scrypt would cost some 50 ms a key and make `reset` and every request slow. It
        guards guessable passwords; these are random test keys, and the digest only has to be one-way.
        """
        return blake2b(raw.encode("utf-8", "surrogatepass"), key=self._pepper, salt=salt, digest_size=32).digest()

    def _read_pepper(self) -> bytes:
        with self.transaction() as connection:
            (pepper,) = connection.execute("SELECT value FROM pepper").fetchone()
        return bytes(pepper)


def _opened(path: str | os.PathLike[str]) -> sqlite3.Connection:
    # isolation_level=None: transactions begin where `transaction` says so, not where the module guesses.
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    try:
        _prepare(connection)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _prepare(connection: sqlite3.Connection) -> None:
    (application_id,) = connection.execute("PRAGMA application_id").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if tables and application_id != _APPLICATION_ID:
        raise sqlite3.DatabaseError("the file is a database of another program")
    # A change is acknowledged after it is in the write-ahead log, which the operating system keeps when the
    # process is killed; synchronous=FULL would add an fsync per change that only a power cut could tell
    # apart.
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA foreign_keys = ON")
    # What is overwritten or deleted is zeroed in the file: a wiped digest is gone.
    connection.execute("PRAGMA secure_delete = ON")
    if not tables:
        _create(connection)
    _add(connection)


def _create(connection: sqlite3.Connection) -> None:
    # One script, one transaction: a process killed in here leaves an empty file, which is created anew.
    mark = f"PRAGMA application_id = {_APPLICATION_ID};"
    pepper = f"INSERT INTO pepper VALUES (x'{secrets.token_hex(32)}');"  # noqa: S608 - hex digits of our own
    connection.executescript(f"BEGIN IMMEDIATE; {mark} {_SCHEMA} {pepper} COMMIT;")


def _add(connection: sqlite3.Connection) -> None:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    for number, script in enumerate(_ADDED[version:], version + 1):
        connection.executescript(f"BEGIN IMMEDIATE; {script} PRAGMA user_version = {number}; COMMIT;")

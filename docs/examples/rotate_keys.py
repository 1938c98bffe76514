"""Rotate every credential of a provider: with progress, a dry run, and no harm done by a crash in the middle.

    NEW_KEY=sk-proj-test-WxYz python -m openrouter_core.testing --seed 120 -- python docs/examples/rotate_keys.py openai

That is on a local OpenRouter. For your own account set OPENROUTER_API_KEY, and leave out what stands before the second
`python` but NEW_KEY. `--dry-run` shows what would be done. Needed: `pip install 'openrouter-funcs[testing]' rich`.

Before a key is sent, the credential and its label go into a journal, a file that a `kill -9` cannot break; after the
answer it is marked there as done. So a run that ended early is simply started again. A credential that was begun and
not marked has been rotated if its label has changed since; if not, the same key is sent again, which does no harm. The
journal holds no key, belongs to one rotation, and is deleted when there is nothing left to do.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import secrets
import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import track
from rich.table import Table

from openrouter_core import Err, Ok, OpenRouterCore, Secret
from openrouter_core.errors import ForbiddenResponseError, NotFoundResponseError, UnauthorizedResponseError
from openrouter_funcs.byok_list import byok_list
from openrouter_funcs.byok_update import byok_update

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openrouter_core import Result
    from openrouter_funcs.byok_update import ByokUpdateError
    from openrouter_funcs.models.byok import BYOKKey, UpdateBYOKKeyResponse

console = Console(markup=False, highlight=False)  # a credential's name may hold anything


def main() -> int:
    """Do what the command line asks for, and return the exit status."""
    parser = argparse.ArgumentParser(description="Rotate every credential of a provider to the key in NEW_KEY.")
    parser.add_argument("provider", help="the provider's slug, such as openai")
    parser.add_argument("--dry-run", action="store_true", help="show what would be done, and do nothing")
    parser.add_argument("--journal", type=Path, help="where to remember what is done (default: rotate-PROVIDER.db)")
    options = parser.parse_args()
    if not os.environ.get("NEW_KEY"):
        parser.error("set NEW_KEY to the provider's new key")
    key = Secret(os.environ["NEW_KEY"])
    path: Path = options.journal or Path(f"rotate-{options.provider}.db")
    try:
        journal = Journal(path if path.exists() or not options.dry_run else ":memory:")
    except sqlite3.Error as error:
        parser.error(f"{path}: {error}")
    with closing(journal), OpenRouterCore() as core:
        if not journal.belongs_to(key):
            parser.error(f"{path} belongs to the rotation to another key: end that first, or delete the file")
        complete = rotate_all(core, journal, options.provider, key, dry_run=options.dry_run)
    if complete and not options.dry_run:
        path.unlink()
    return 0 if complete else 1


def rotate_all(core: OpenRouterCore, journal: Journal, provider: str, key: Secret, *, dry_run: bool) -> bool:
    """Rotate what is left, and return whether nothing is left after that (or all was shown, in a dry run)."""
    match byok_list(core, provider=provider, limit=100).and_then(lambda page: page.collect()):
        case Err(error):
            console.print(f"The credentials cannot be listed: {error}", style="red")
            return False
        case Ok(credentials):
            left = [each for each in credentials if not journal.is_done(each)]
            console.print(f"{len(credentials)} credentials, {len(left)} of them to rotate")
            return show(left) if dry_run else rotate_each(core, journal, left, key)


def rotate_each(core: OpenRouterCore, journal: Journal, credentials: Sequence[BYOKKey], key: Secret) -> bool:
    """Rotate one after the other, and return whether nothing is left."""
    failed = 0
    for credential in track(credentials, "Rotating", console=console):
        match rotate(core, journal, credential, key):
            case Ok(_) | Err(NotFoundResponseError()):  # deleted since it was listed: nothing left to rotate
                pass
            case Err(UnauthorizedResponseError() | ForbiddenResponseError() as error):
                console.print(f"OpenRouter refuses our own key: {error}", style="red")
                return False  # the others would fare no better
            case Err(error):
                console.print(f"{credential.id} {credential.name or ''}: {error}", style="red")
                failed += 1
    if failed:
        console.print(f"{failed} are not done: start it again for the rest.", style="red")
    return not failed


def rotate(
    core: OpenRouterCore, journal: Journal, credential: BYOKKey, key: Secret
) -> Result[UpdateBYOKKeyResponse, ByokUpdateError]:
    """Give one credential the new key; the journal knows of it before and after."""
    journal.begin(credential)
    result = byok_update(core, id=credential.id, key=key)
    if result.ok:
        journal.finish(credential)
    return result


class Journal:
    """What was begun and what is done, each on disk before the next step. It holds ids and labels, and no key."""

    def __init__(self, path: Path | str) -> None:
        self._database = sqlite3.connect(path, timeout=0, isolation_level=None)  # each statement commits
        self._database.execute("PRAGMA locking_mode = EXCLUSIVE")  # a second run at the same time finds it locked
        self._database.execute("CREATE TABLE IF NOT EXISTS rotation (salt BLOB, fingerprint BLOB)")
        self._database.execute("CREATE TABLE IF NOT EXISTS credential (id TEXT PRIMARY KEY, label TEXT, done INTEGER)")

    def belongs_to(self, key: Secret) -> bool:
        """Whether this is the rotation to `key`; a new journal becomes that."""
        known = self._database.execute("SELECT salt, fingerprint FROM rotation").fetchone()
        salt = known[0] if known else secrets.token_bytes(16)
        fingerprint = hashlib.scrypt(key.reveal().encode(), salt=salt, n=2**14, r=8, p=1, dklen=16)
        if known is None:
            self._database.execute("INSERT INTO rotation VALUES (?, ?)", (salt, fingerprint))
        return known is None or known[1] == fingerprint

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def is_done(self, credential: BYOKKey) -> bool:
        """Whether an earlier run has rotated it: it was told so, or the label has changed since it began."""
        query = "SELECT done OR label != ? FROM credential WHERE id = ?"
        row = self._database.execute(query, (credential.label, credential.id)).fetchone()
        return row is not None and bool(row[0])

    def begin(self, credential: BYOKKey) -> None:
        """Note that the key is about to be sent."""
        row = (credential.id, credential.label, 0)
        self._database.execute("INSERT OR REPLACE INTO credential VALUES (?, ?, ?)", row)

    def finish(self, credential: BYOKKey) -> None:
        """Note that OpenRouter has confirmed it."""
        self._database.execute("UPDATE credential SET done = 1 WHERE id = ?", (credential.id,))


def show(credentials: Sequence[BYOKKey]) -> bool:
    """Print what would be rotated; that cannot fail."""
    table = Table("id", "label", "name")
    for each in credentials:
        table.add_row(each.id, each.label, each.name or "")
    console.print(table)
    return True


if __name__ == "__main__":
    sys.exit(main())

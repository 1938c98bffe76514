"""Give every customer a key of their own, with a limit, exactly once: started again, it goes on where it ended.

    python docs/examples/provision_keys.py

Without OPENROUTER_API_KEY that shows it on a local OpenRouter that loses an answer. For your own account set
OPENROUTER_API_KEY to a management key, and name a TOML file with customers and US dollars a month:

    echo 'customers = { acme = 25, globex = 100 }' > customers.toml
    python docs/examples/provision_keys.py customers.toml

Needed: `pip install openrouter-funcs`, and `'openrouter-funcs[testing]'` to see it on a local OpenRouter.

OpenRouter shows a key once, in the answer that creates it. A key whose answer is lost is of no use to anybody, so the
next run deletes it and makes another one. It recognises such a key by its name: each name ends with a mark that this
program drew at random when it made its file of keys. So it never deletes a key that somebody else made. The file holds
the keys and is readable by its owner alone; where you have a secret store, let `Keys.keep` write to that.
"""

from __future__ import annotations

import argparse
import os
import secrets
import sqlite3
import sys
import tempfile
import tomllib
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from openrouter_core import Err, Ok, OpenRouterCore
from openrouter_core.errors import NotFoundResponseError
from openrouter_funcs.api_keys_create import api_keys_create
from openrouter_funcs.api_keys_delete import api_keys_delete
from openrouter_funcs.api_keys_list import api_keys_list
from openrouter_funcs.api_keys_update import api_keys_update

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from openrouter_core import Result, Secret
    from openrouter_core.errors import SDKError
    from openrouter_funcs.models.api_keys import ListAPIKeysResponseDataItem


def main() -> int:
    """Do what the command line asks for, and return the exit status."""
    parser = argparse.ArgumentParser(description="Give every customer a key of their own, exactly once.")
    parser.add_argument("customers", type=Path, nargs="?", help="a TOML file: customers = { name = dollars a month }")
    parser.add_argument("--keys", type=Path, default=Path("keys.db"), help="where keys are kept (default: keys.db)")
    options = parser.parse_args()
    if options.customers is None:
        if os.environ.get("OPENROUTER_API_KEY"):
            parser.error("name the file of customers")
        return demonstration()
    customers: dict[str, float] = tomllib.loads(options.customers.read_text(encoding="utf-8"))["customers"]
    try:
        keys = Keys(options.keys)
    except sqlite3.Error as error:
        parser.error(f"{options.keys}: {error}")
    with closing(keys), OpenRouterCore() as core:
        return 0 if provision(core, keys, customers) else 1


def provision(core: OpenRouterCore, keys: Keys, customers: Mapping[str, float]) -> bool:
    """Give each customer a key with a limit in US dollars a month; return whether all have theirs."""
    listed = api_keys_list(core, include_disabled=True, include_expired=True).and_then(lambda page: page.collect())
    if not listed.ok:
        print(f"The keys cannot be listed: {listed.error}")
        return False
    failed = 0
    for customer, limit in customers.items():
        there = [each for each in listed.value if each.name == keys.name_for(customer)]
        match provide(core, keys, customer, limit, there):
            case Ok(done):
                print(f"{customer:<12} {done}")
            case Err(error):
                print(f"{customer:<12} {error}")
                failed += 1
    if failed:
        print(f"{failed} are not done: start it again for the rest.")
    return not failed


def provide(
    core: OpenRouterCore, keys: Keys, customer: str, limit: float, there: Sequence[ListAPIKeysResponseDataItem]
) -> Result[str, SDKError]:
    """Make sure that the customer has one key with this limit, and return what was done."""
    kept = keys.hash_of(customer)
    mine = [each for each in there if each.hash == kept]
    for lost in there:
        if lost not in mine:  # its answer was lost, so nobody has the key itself
            deleted = api_keys_delete(core, hash=lost.hash)
            if not deleted.ok and not isinstance(deleted.error, NotFoundResponseError):
                return Err(deleted.error)
    if kept is None:
        match api_keys_create(core, name=keys.name_for(customer), limit=limit, limit_reset="monthly"):
            case Ok(created):
                keys.keep(customer, created.data.hash, created.key)
                return Ok("has a new key" if not there else "has a new key, in place of one that nobody has")
            case Err(error):
                return Err(error)  # if it was created all the same, the next run deletes it
    if not mine:
        return Ok(
            "had a key, which somebody deleted at OpenRouter"
        )  # perhaps with good reason, so that is theirs to say
    if mine[0].limit == limit:
        return Ok("has a key")
    return api_keys_update(core, hash=kept, limit=limit).map(lambda _: f"has a new limit: {limit}")


class Keys:
    """The keys of customers, in a file: each is on disk before the next one is created."""

    def __init__(self, path: Path) -> None:
        path.touch(mode=0o600)
        self._database = sqlite3.connect(path, timeout=0, isolation_level=None)  # each statement commits
        self._database.execute("PRAGMA locking_mode = EXCLUSIVE")  # a second run at the same time finds it locked
        self._database.execute("CREATE TABLE IF NOT EXISTS mark (mark TEXT)")
        self._database.execute("CREATE TABLE IF NOT EXISTS keys (customer TEXT PRIMARY KEY, hash TEXT, key TEXT)")
        known = self._database.execute("SELECT mark FROM mark").fetchone()
        self._mark: str = known[0] if known else secrets.token_hex(4)
        if not known:
            self._database.execute("INSERT INTO mark VALUES (?)", (self._mark,))

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def name_for(self, customer: str) -> str:
        """Return the name that the customer's key has at OpenRouter, and no other key."""
        return f"{customer} ({self._mark})"

    def hash_of(self, customer: str) -> str | None:
        """Return the hash of the customer's key, if there is one."""
        row = self._database.execute("SELECT hash FROM keys WHERE customer = ?", (customer,)).fetchone()
        return row and str(row[0])

    def keep(self, customer: str, hash: str, key: Secret) -> None:  # noqa: A002 - what OpenRouter calls it
        """Keep a key that was just created: it cannot be had a second time."""
        self._database.execute("INSERT INTO keys VALUES (?, ?, ?)", (customer, hash, key.reveal()))


def demonstration() -> int:
    """Provide three customers on a local OpenRouter, which loses the answer to the second one, and go on."""
    from openrouter_core.testing import LocalOpenRouter

    customers = {"acme": 25.0, "globex": 100.0, "initech": 5.0}
    with LocalOpenRouter() as server, tempfile.TemporaryDirectory() as folder:
        server.fail(function="api_keys_create", after=1, close="before", apply=True)
        core = OpenRouterCore(api_key=server.management_key, server_url=server.url)
        with core, closing(Keys(Path(folder) / "keys.db")) as keys:
            for run in ("The first run, in which an answer is lost", "The second run", "A third run changes nothing"):
                print(f"\n{run}")
                done = provision(core, keys, customers)
    return 0 if done else 1


if __name__ == "__main__":
    sys.exit(main())

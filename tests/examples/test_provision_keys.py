"""The example that makes keys for customers: killed in the middle, started again, and looked at on the server."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from openrouter_core import unwrap
from openrouter_funcs.api_keys_create import api_keys_create
from openrouter_funcs.api_keys_delete import api_keys_delete
from openrouter_funcs.api_keys_get_current_key_metadata import api_keys_get_current_key_metadata
from openrouter_funcs.api_keys_list import api_keys_list
from tests.systems import WINDOWS

if TYPE_CHECKING:
    from collections.abc import Callable

    from openrouter_core.testing import LocalOpenRouter
    from openrouter_core.testing.server import FaultSettings

    from .conftest import Examples

SCRIPT, KEYS = "provision_keys.py", "keys.db"
FOUR = {"acme": 25.0, "globex": 100.0, "hooli": 0.5, "initech": 5.0}


def run(examples: Examples, customers: dict[str, float] = FOUR) -> tuple[object, str]:
    """Provide these customers."""
    return examples.run_here(SCRIPT, write(examples, customers))


def write(examples: Examples, customers: dict[str, float]) -> str:
    """Write the file of customers, and return its name."""
    entries = ", ".join(f"{name} = {limit}" for name, limit in customers.items())
    (examples.folder / "customers.toml").write_text(f"customers = {{ {entries} }}", encoding="utf-8")
    return "customers.toml"


def kept(examples: Examples) -> dict[str, str]:
    """Return the keys that the script has kept."""
    with closing(sqlite3.connect(examples.folder / KEYS)) as database:
        return dict(database.execute("SELECT customer, key FROM keys").fetchall())


def there(server: LocalOpenRouter) -> dict[str, float | None]:
    """Return the customers that have a key at OpenRouter, and its limit; a second one of a customer is an error."""
    with server.core() as core:
        keys = unwrap(unwrap(api_keys_list(core)).collect())
    named = [(each.name.partition(" (")[0], each.limit) for each in keys if each.name.endswith(")")]
    assert len(dict(named)) == len(named)
    return dict(named)


def assert_each_has_its_key(examples: Examples, server: LocalOpenRouter) -> None:
    """One key for each customer, with its limit; and what was kept is that key."""
    assert there(server) == FOUR
    assert kept(examples).keys() == FOUR.keys()
    for customer, key in kept(examples).items():
        with server.core(key) as core:
            assert unwrap(api_keys_get_current_key_metadata(core)).data.limit == FOUR[customer]


def creates(server: LocalOpenRouter) -> int:
    """Return how many keys were asked for."""
    return sum(each.method == "POST" for each in server.requests)


def until(condition: Callable[[], bool]) -> None:
    """Wait until it holds."""
    end = time.monotonic() + 30
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.01)


# What happens to the third create, which is under way when the process is killed.
KILLED: dict[str, FaultSettings] = {
    "created": {"function": "api_keys_create", "after": 2, "delay": 60},
    "not created": {"function": "api_keys_create", "after": 2, "delay": 60, "status": 503},
}


@pytest.mark.parametrize("case", KILLED)
def test_a_killed_run_is_taken_up_again(examples: Examples, server: LocalOpenRouter, case: str) -> None:
    """After SIGKILL in the middle of a create, a second run does the rest, and a third one nothing."""
    armed = server.fail(**KILLED[case])
    with examples.start(*examples.script(SCRIPT, write(examples, FOUR))) as process:
        until(lambda: armed.hits == 1)
        process.kill()
    until(lambda: len(there(server)) == (3 if case == "created" else 2))
    assert kept(examples).keys() == {"acme", "globex"}
    first = kept(examples)

    code, printed = run(examples)
    assert (code, creates(server)) == (0, 5), printed
    assert ("in place of one that nobody has" in printed) == (case == "created")
    assert_each_has_its_key(examples, server)
    assert kept(examples).items() >= first.items()

    assert run(examples)[0] == 0
    assert creates(server) == 5
    assert not any(key in printed for key in kept(examples).values())
    assert WINDOWS or (examples.folder / KEYS).stat().st_mode & 0o077 == 0


def test_a_lost_answer_is_left_for_the_next_run(examples: Examples, server: LocalOpenRouter) -> None:
    """The others get theirs, and nobody's key of the same name is touched."""
    with server.core() as core:
        unwrap(api_keys_create(core, name="acme"))
    server.fail(function="api_keys_create", close="before", apply=True)
    code, printed = run(examples)
    assert code == 1
    assert "acme         api_keys_create: " in printed
    assert "1 are not done" in printed
    assert run(examples)[0] == 0
    assert_each_has_its_key(examples, server)
    with server.core() as core:
        assert [each.name for each in unwrap(unwrap(api_keys_list(core)).collect())].count("acme") == 1


def test_a_limit_is_changed_and_a_deleted_key_is_not_replaced(examples: Examples, server: LocalOpenRouter) -> None:
    """What somebody has taken away at OpenRouter is not given again."""
    run(examples)
    with server.core() as core:
        (hooli,) = (each for each in unwrap(unwrap(api_keys_list(core)).collect()) if each.name.startswith("hooli"))
        unwrap(api_keys_delete(core, hash=hooli.hash))
    code, printed = run(examples, FOUR | {"acme": 50.0})
    assert code == 0
    assert "acme         has a new limit: 50.0" in printed
    assert "hooli        had a key, which somebody deleted" in printed
    assert there(server) == {"acme": 50.0, "globex": 100.0, "initech": 5.0}
    assert creates(server) == 4


def test_two_at_once_are_refused(examples: Examples, server: LocalOpenRouter) -> None:
    """The second finds the file of keys locked, and sends nothing."""
    with closing(sqlite3.connect(examples.folder / KEYS, isolation_level=None)) as database:
        database.execute("BEGIN EXCLUSIVE")
        code, printed = run(examples)
    assert code == 2
    assert f"{KEYS}: database is locked" in printed
    assert server.requests == []


def test_without_a_management_key_it_says_so(examples: Examples, server: LocalOpenRouter) -> None:
    """And makes nothing."""
    code, printed = examples.run_here(SCRIPT, write(examples, FOUR), OPENROUTER_API_KEY=server.ordinary_key)
    assert code == 1
    assert "The keys cannot be listed: api_keys_list: 403" in printed

"""The example that rotates a provider's keys: killed in the middle, started again, and looked at on the server."""

from __future__ import annotations

import time
from collections import Counter
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from openrouter_core.testing import LocalOpenRouter
    from openrouter_core.testing.server import FaultSettings

    from .conftest import Examples

NEW, OTHER = "sk-test-new-key-WxYz", "sk-test-other-key-QrSt"
JOURNAL = "rotate-openai.db"


def patches(server: LocalOpenRouter) -> Counter[str]:
    """Return how often the server received a change of each credential."""
    return Counter(each.path.rpartition("/")[2] for each in server.requests if each.method == "PATCH")


def until(condition: Callable[[], bool]) -> None:
    """Wait until it holds."""
    end = time.monotonic() + 30
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.01)


def assert_no_secret_on_disk(folder: Path, server: LocalOpenRouter) -> None:
    """Look at every byte that the script has left behind."""
    left = {each.name: each.read_bytes() for each in folder.iterdir()}
    assert JOURNAL in left
    for content in left.values():
        assert not any(secret.encode() in content for secret in (NEW, server.management_key))


def test_every_credential_of_the_provider_is_rotated(examples: Examples, server: LocalOpenRouter) -> None:
    """All pages of it, each once, with progress; no other provider's, and nothing is left behind."""
    ours, others = server.seed(101), server.seed(3, "anthropic")
    code, printed = examples.run("rotate_keys.py", "openai", NEW_KEY=NEW)
    assert code == 0, printed
    assert patches(server) == dict.fromkeys(ours, 1)
    assert all(server.verify_key(each, NEW) for each in ours)
    assert not any(server.verify_key(each, NEW) for each in others)
    assert "101 credentials, 101 of them to rotate" in printed
    assert "Rotating" in printed
    assert "100%" in printed
    assert NEW not in printed
    assert list(examples.folder.iterdir()) == []


# what happens to the change that is under way when the process is killed, and how often it is sent in the end
KILLED: dict[str, tuple[FaultSettings, int]] = {
    "applied": ({"method": "PATCH", "after": 15, "delay": 60}, 1),
    "not applied": ({"method": "PATCH", "after": 15, "delay": 60, "status": 503}, 2),
}


@pytest.mark.parametrize("case", KILLED)
def test_a_killed_run_is_taken_up_again(examples: Examples, server: LocalOpenRouter, case: str) -> None:
    """After SIGKILL in the middle of a change, a second run does the rest: none is missing, and none done twice."""
    fault, sent = KILLED[case]
    ours = server.seed(30)
    armed = server.fail(**fault)
    with examples.start(*examples.script("rotate_keys.py", "openai"), NEW_KEY=NEW) as process:
        until(lambda: armed.hits == 1)
        process.kill()
    assert process.returncode == -9
    until(lambda: sum(server.verify_key(each, NEW) for each in ours) == (16 if case == "applied" else 15))
    done = [each for each in ours if server.verify_key(each, NEW)]
    assert_no_secret_on_disk(examples.folder, server)

    code, printed = examples.run("rotate_keys.py", "openai", NEW_KEY=NEW)
    assert code == 0, printed
    assert f"30 credentials, {30 - len(done)} of them to rotate" in printed
    assert all(server.verify_key(each, NEW) for each in ours)
    assert patches(server) == dict.fromkeys(ours, 1) | {ours[15]: sent}


def test_it_may_be_killed_again_and_again(examples: Examples, server: LocalOpenRouter) -> None:
    """Wherever the kills strike, every credential gets its key, once."""
    ours = server.seed(50)
    for so_far in (10, 35):
        with examples.start(*examples.script("rotate_keys.py", "openai"), NEW_KEY=NEW) as process:
            until(lambda: patches(server).total() >= so_far)  # noqa: B023 - it is called at once
            process.kill()
        assert_no_secret_on_disk(examples.folder, server)
    code, printed = examples.run("rotate_keys.py", "openai", NEW_KEY=NEW)
    assert code == 0, printed
    assert all(server.verify_key(each, NEW) for each in ours)
    assert patches(server) == dict.fromkeys(ours, 1)


def test_a_dry_run_changes_nothing(examples: Examples, server: LocalOpenRouter) -> None:
    """Neither on the server nor on disk; it shows each credential."""
    ours = server.seed(3)
    code, printed = examples.run("rotate_keys.py", "openai", "--dry-run", NEW_KEY=NEW, COLUMNS="120")
    assert code == 0, printed
    assert {each.method for each in server.requests} == {"GET"}
    assert all(each in printed for each in ours)
    assert list(examples.folder.iterdir()) == []


def test_what_fails_is_left_for_the_next_run(examples: Examples, server: LocalOpenRouter) -> None:
    """The others are done, one that is gone is no failure, and the journal stays until nothing is left."""
    ours = server.seed(5)
    server.fail(method="PATCH", path=f"/byok/{ours[1]}", status=409)
    server.fail(method="PATCH", path=f"/byok/{ours[2]}", status=404)
    code, printed = examples.run("rotate_keys.py", "openai", NEW_KEY=NEW)
    assert code == 1
    assert ours[1] in printed
    assert "1 are not done" in printed
    assert (examples.folder / JOURNAL).exists()
    code, printed = examples.run("rotate_keys.py", "openai", NEW_KEY=NEW)
    assert code == 0, printed
    assert server.verify_key(ours[1], NEW)
    assert list(examples.folder.iterdir()) == []


def test_a_journal_belongs_to_one_rotation(examples: Examples, server: LocalOpenRouter) -> None:
    """With another key it is refused, and nothing is sent: half the credentials would hold the one, half the other."""
    ours = server.seed(2)
    server.fail(method="PATCH", status=409)
    assert examples.run("rotate_keys.py", "openai", NEW_KEY=NEW)[0] == 1
    before = len(server.requests)
    code, printed = examples.run("rotate_keys.py", "openai", NEW_KEY=OTHER)
    assert code == 2
    assert "another key" in printed
    assert len(server.requests) == before
    assert not any(server.verify_key(each, OTHER) for each in ours)


def test_two_at_once_are_refused(examples: Examples, server: LocalOpenRouter) -> None:
    """The second finds the journal locked."""
    server.seed(2)
    armed = server.fail(method="PATCH", delay=60)
    with examples.start(*examples.script("rotate_keys.py", "openai"), NEW_KEY=NEW) as process:
        until(lambda: armed.hits == 1)
        code, printed = examples.run("rotate_keys.py", "openai", NEW_KEY=NEW)
        process.kill()
    assert code == 2
    assert f"{JOURNAL}: database is locked" in printed
    assert patches(server).total() == 1


@pytest.mark.parametrize(("key", "said"), [("", "set NEW_KEY"), (NEW, "cannot be listed: byok_list: 401")])
def test_what_is_missing_is_said(examples: Examples, server: LocalOpenRouter, key: str, said: str) -> None:
    """The new key, or a key of our own that OpenRouter knows."""
    server.seed(2)
    code, printed = examples.run("rotate_keys.py", "openai", NEW_KEY=key, OPENROUTER_API_KEY="sk-or-test-unknown")
    assert code != 0
    assert said in printed
    assert patches(server) == {}

"""The ledger in short, as the command runs it; and that its checker finds what it is there to find."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

import attrs
import pytest

from tests.faults import ledger
from tests.faults.recorder import Record, Recorder

if TYPE_CHECKING:
    from collections.abc import Callable

Run = tuple[list[ledger.Entry], Record]


@pytest.mark.parametrize("creates", ["400", pytest.param("2000", marks=pytest.mark.long)])
def test_nothing_is_done_twice(capsys: pytest.CaptureFixture[str], creates: str) -> None:
    """Many creates without a violation; and the original's policy, by the same checker, with duplicates."""
    assert ledger.main(["--creates", creates, "--typescript", "100"]) == 0
    printed = capsys.readouterr().out
    assert "default: " in printed
    assert "kinds of fault" in printed
    assert "TYPESCRIPT_RETRIES: " in printed
    assert "it was committed 2 times" in printed


@pytest.fixture(scope="module")
def _recorded() -> Run:  # pyright: ignore[reportUnusedFunction] - pytest uses it
    with Recorder(*ledger.FAULTS, rate=ledger.FAULT_RATE) as server:
        entries = ledger.drive(server.url, ledger.DEFAULT, 150)
        return entries, server.record()


@pytest.fixture
def run(_recorded: Run) -> Run:
    """Return a real run, for the test to spoil."""
    return copy.deepcopy(_recorded)


def test_a_sound_run_has_no_violations(run: Run) -> None:
    """And every function and most statements are in it, so that there is something to spoil."""
    assert ledger.violations(*run) == []
    told = {(entry.method, entry.said) for entry in run[0]}
    assert told >= {("POST", "Ok"), ("POST", "applied"), ("POST", "unknown"), ("PATCH", "Ok"), ("DELETE", "Ok")}


def _first(run: Run, method: str, said: str = "Ok") -> ledger.Entry:
    return next(entry for entry in run[0] if (entry.method, entry.said) == (method, said))


def _say(run: Run, entry: ledger.Entry, said: str) -> None:
    run[0][run[0].index(entry)] = attrs.evolve(entry, said=said, attempts=9)


def _create_twice(run: Run) -> None:
    run[1].creates[_first(run, "POST").name] += 1


def _create_twice_in_doubt(run: Run) -> None:
    run[1].creates[_first(run, "POST", "unknown").name] = 2


def _lose_a_create(run: Run) -> None:
    run[1].creates[_first(run, "POST").name] -= 1


def _lose_an_applied_create(run: Run) -> None:
    run[1].creates[_first(run, "POST", "applied").name] -= 1


def _deny_a_create(run: Run) -> None:
    _say(run, _first(run, "POST"), "not_applied")


def _create_unasked(run: Run) -> None:
    run[1].creates["nobody's"] += 1


def _send_more_than_was_said(run: Run) -> None:
    entry = _first(run, "POST", "unknown")
    run[1].attempts[f"POST {entry.name}"] = entry.attempts + 1  # not every one that was begun arrives


def _lose_an_update(run: Run) -> None:
    run[1].updates[_first(run, "PATCH").name] = 0


def _deny_an_update(run: Run) -> None:
    _say(run, _first(run, "PATCH"), "not_applied")


def _undo_an_update(run: Run) -> None:
    changed = next(each for each in run[0] if (each.method, each.said) == ("PATCH", "Ok") and each.id in _there(run))
    _there(run)[changed.id] = changed.name.removesuffix(", changed")


def _there(run: Run) -> dict[str, str]:
    return run[1].credentials


def _lose_a_delete(run: Run) -> None:
    run[1].deletes[_first(run, "DELETE").id] = 0


def _revive(run: Run) -> None:
    deleted = _first(run, "DELETE")
    _there(run)[deleted.id] = deleted.name


def _vanish(run: Run) -> None:
    deleted = {entry.id for entry in run[0] if entry.method == "DELETE"}
    kept = {entry.id for entry in run[0] if entry.id} - deleted
    del _there(run)[next(each for each in _there(run) if each in kept)]


def _deny_a_delete(run: Run) -> None:
    _say(run, _first(run, "DELETE"), "not_applied")


def _deny_a_doubt(run: Run) -> None:
    lost = next(entry for entry in run[0] if entry.said == "unknown")
    run[0][run[0].index(lost)] = attrs.evolve(lost, said="not_applied", prior=True)


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (_create_twice, "it was committed 2 times"),
        (_create_twice_in_doubt, "it was committed 2 times"),
        (_lose_a_create, "it was committed 0 times"),
        (_lose_an_applied_create, "it was committed 0 times"),
        (_deny_a_create, "it was committed 1 times"),
        (_create_unasked, "no call asked for it"),
        (_send_more_than_was_said, "requests"),
        (_lose_an_update, "it was committed 0 times"),
        (_deny_an_update, "said='not_applied', attempts=9, prior=False): it was committed"),
        (_undo_an_update, "its name is 'credential "),
        (_lose_a_delete, "it was committed 0 times"),
        (_revive, "it was deleted, and is there"),
        (_vanish, "it was not deleted, and is gone"),
        (_deny_a_delete, "it was not deleted, and is gone"),
        (_deny_a_doubt, "an earlier attempt is in doubt"),
    ],
)
def test_a_spoilt_record_is_found(run: Run, spoil: Callable[[Run], None], says: str) -> None:
    """Each thing that could go wrong is seen, and said."""
    spoil(run)
    found = ledger.violations(*run)
    assert any(says in violation for violation in found), found


def test_a_spoilt_record_fails_the_command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """With a status that a build sees, and with the violations printed."""
    told = Recorder.record

    def spoilt(server: Recorder) -> Record:
        record = told(server)
        record.creates.update(list(record.creates))
        return record

    monkeypatch.setattr(Recorder, "record", spoilt)
    assert ledger.main(["--creates", "10", "--typescript", "10", "--processes", "1"]) == 1
    assert "it was committed 2 times" in capsys.readouterr().out


def test_a_checker_that_finds_nothing_fails_the_command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where duplicates must be, and none is found, the rest of the run proves nothing."""
    monkeypatch.setattr(ledger, "TYPESCRIPT", ledger.DEFAULT)
    assert ledger.main(["--creates", "10", "--typescript", "10", "--processes", "1"]) == 1
    assert "the checker cannot be believed" in capsys.readouterr().out

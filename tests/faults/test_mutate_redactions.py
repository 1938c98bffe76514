"""The mutation run in short: every mutation still applies, and the run tells a kill from a survival."""

from __future__ import annotations

from operator import attrgetter

import attrs
import pytest

from tests.faults import mutate_redactions
from tests.faults.mutate_redactions import MUTATIONS, ROOT, Mutation, mutated


@pytest.mark.parametrize("mutation", MUTATIONS, ids=attrgetter("name"))
def test_every_mutation_applies(mutation: Mutation) -> None:
    """What redacts still stands where the list says, and what takes its place is Python."""
    text = (ROOT / mutation.file).read_text(encoding="utf-8")
    changed = mutated(text, mutation)
    assert changed != text
    compile(changed, mutation.file, "exec")


@pytest.mark.parametrize(("old", "after"), [("c", ""), ("a", ""), ("a", "c"), ("a", "a"), ("b", "d")])
def test_a_text_that_does_not_stand_once_is_an_error(old: str, after: str) -> None:
    """A mutation that no longer applies is never taken for one that was killed."""
    with pytest.raises(LookupError, match="name: "):
        mutated("a b a d", Mutation("name", "file", old, "new", after))


def test_the_run_tells_a_kill_from_a_survival(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One redaction that is taken out is noticed; one that is put back is not, and fails the command."""
    kill = MUTATIONS[0]
    monkeypatch.setattr(mutate_redactions, "MUTATIONS", [kill, attrs.evolve(kill, name="nothing", new=kill.old)])
    monkeypatch.setattr(mutate_redactions, "CANARY", ("tests/core/test_secret.py",))
    assert mutate_redactions.main([]) == 1
    printed = capsys.readouterr().out
    assert f"killed    {kill.name}\n" in printed
    assert "SURVIVED  nothing\n" in printed


def test_a_run_without_survivors_is_sound(monkeypatch: pytest.MonkeyPatch) -> None:
    """When the canary is well and every mutation is killed, and only then, the status is 0."""
    ill: list[Mutation | None] = []
    monkeypatch.setattr(mutate_redactions, "_fails", ill.__contains__)
    assert mutate_redactions.main(["Secret"]) == 1
    ill += MUTATIONS
    assert mutate_redactions.main(["Secret"]) == 0
    ill.append(None)
    assert mutate_redactions.main(["Secret"]) == 1

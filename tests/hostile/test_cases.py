"""Every case of the table, sync and async: it ends as it must, and nobody has seen a key."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.hostile import table
from tests.hostile.canary import assert_silent, leaks
from tests.hostile.case import Case, run

if TYPE_CHECKING:
    from tests.conftest import Invoke
    from tests.faults.server import FaultServer
    from tests.hostile.canary import Listener

# The last section first: what takes redactions out, one by one, learns there the soonest that it is noticed.
each_case = pytest.mark.parametrize(
    "case",
    [
        pytest.param(case, id=f"{number} {ascii(case.title)[1:-1]}")
        for number, case in reversed(list(table.TABLE.items()))
    ],
)


@each_case
def test_a_case(  # noqa: PLR0917 - they are fixtures, which pytest gives by name
    case: Case,
    invoke: Invoke,
    faults: FaultServer,
    listener: Listener,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """It is refused, fails or is accepted as the table says; no value, log, warning or stream shows either key."""
    seen = run(case, invoke, faults, monkeypatch, capsys)
    case.expected.verify(seen)
    # A base URL stays an attribute as it was given; of the other attributes none holds a key.
    core = repr(seen.core) if "server_url" in case.core else seen.core
    assert_silent(seen.result, seen.result.value if seen.result.ok else seen.result.error, core)
    assert leaks(seen.stderr) == []
    assert leaks(listener.heard(but_not=case.overheard)) == []


def test_the_table_is_whole() -> None:
    """It has at least 150 cases, no two of one title."""
    assert len(table.TABLE) >= 150
    assert len({case.title for case in table.TABLE.values()}) == len(table.TABLE)


def test_the_table_can_be_printed(capsys: pytest.CaptureFixture[str]) -> None:
    """`python -m tests.hostile` prints every case with what is expected of it, and how many there are."""
    from tests.hostile import __main__  # noqa: F401 - importing it prints

    printed = capsys.readouterr().out
    assert printed.endswith(f"\n{table.count()}\n")
    assert "\n1.1    a key with a newline: refused, names api_key\n" in printed

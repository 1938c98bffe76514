"""The long runs in short: what noise cannot touch is asserted, the figures themselves are for the commands to print."""

from __future__ import annotations

from collections import Counter

import attrs
import pytest

from tests.faults import deadlines, outage, process, soak

needs_proc = pytest.mark.skipif(not process.AVAILABLE, reason="/proc tells which sockets are open")


@needs_proc
@pytest.mark.parametrize("calls", [240, pytest.param(1920, marks=pytest.mark.long)])
def test_a_soak_leaves_nothing_open(monkeypatch: pytest.MonkeyPatch, calls: int) -> None:
    """No socket but one for each worker, no thread, and no warning; and calls of every kind are in it."""
    monkeypatch.setattr(soak, "ROUNDS", 5)
    figures = soak.run(calls)
    assert soak.leaks(figures) == []
    assert {"Ok", "NotFoundResponseError", "RequestConnectionError"} <= figures.results.keys()
    assert figures.results.total() >= calls


STILL = soak.Sample(calls=0, megabytes=40, sockets=frozenset("abc"), threads=1)
SOUND = soak.Figures(
    before=STILL,
    during=[attrs.evolve(STILL, calls=100_000 * number) for number in range(soak.ROUNDS)],
    after=STILL,
    results=Counter(),
    unraisable=[],
)


def test_a_leak_is_found() -> None:
    """Sockets and threads in a round, sockets at the end, and what was raised in a finalizer."""
    assert soak.leaks(SOUND) == []
    during = [attrs.evolve(STILL, sockets=frozenset(map(str, range(30))), threads=2)]
    spoilt = attrs.evolve(
        SOUND, during=during, after=attrs.evolve(STILL, sockets=frozenset("bcd")), unraisable=["ResourceWarning()"]
    )
    assert soak.leaks(spoilt) == [
        "ResourceWarning()",
        "30 new sockets after 0 calls",
        "2 threads after 0 calls, 1 before",
        "1 new sockets after the core was closed",
    ]


@pytest.mark.parametrize(("growth", "status"), [(0.9, 0), (1.1, 1)])
def test_growth_fails_the_command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], growth: float, status: int
) -> None:
    """By the slope after the warm-up, however much there was before it."""
    samples = [attrs.evolve(each, megabytes=40 + growth * each.calls / 100_000) for each in SOUND.during]
    samples[0] = attrs.evolve(samples[0], megabytes=1)

    def grown(_: int) -> soak.Figures:
        return attrs.evolve(SOUND, during=samples)

    monkeypatch.setattr(soak, "run", grown)
    assert soak.main([]) == status
    assert f"{growth:+.2f} MB per 100,000 calls" in capsys.readouterr().out


@pytest.mark.parametrize("calls", [250, pytest.param(600, marks=pytest.mark.long)])
def test_an_outage_is_not_amplified(capsys: pytest.CaptureFixture[str], calls: int) -> None:
    """The budget pays for twenty retries in all, so 250 calls make 270 requests."""
    assert outage.main(["--calls", str(calls)]) == 0
    assert f"{calls + 20} requests" in capsys.readouterr().out


def test_every_late_call_ends(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Each way to take too long, sync and async, has its line; how late they are is no test's to say."""
    monkeypatch.setattr(deadlines, "DEADLINE", 0.05)
    deadlines.main(["--calls", "10"])
    printed = capsys.readouterr().out
    for name in (*deadlines.SCRIPTS, deadlines.FULL_POOL):
        assert printed.count(name) == 2

"""Print how long the local OpenRouter takes to start, to reset and to stop: `python tests/testing/measure.py`."""

from __future__ import annotations

import statistics
import subprocess
import sys
from time import perf_counter
from typing import TYPE_CHECKING

from openrouter_core.testing import LocalOpenRouter

if TYPE_CHECKING:
    from collections.abc import Callable

_COLD = """
from time import perf_counter
begin = perf_counter()
from openrouter_core.testing import LocalOpenRouter
with LocalOpenRouter():
    print(perf_counter() - begin)
"""


def main() -> None:
    """Measure and print, in milliseconds: median and worst."""
    report("first start of a process, imports included", [cold_start() for _ in range(10)])
    server = LocalOpenRouter()
    starts, stops = zip(*((timed(server.start), timed(server.stop)) for _ in range(50)), strict=True)
    report("every later start", starts)
    report("stop", stops)
    with server:
        report("reset of an empty state", [timed(server.reset) for _ in range(200)])
        report("reset of 120 credentials", [seeded_reset(server, 120) for _ in range(50)])
        report("reset of 1000 credentials", [seeded_reset(server, 1000) for _ in range(10)])


def cold_start() -> float:
    """Return the seconds from the import to the first possible request, in a new process."""
    done = subprocess.run([sys.executable, "-c", _COLD], check=True, capture_output=True, text=True)
    return float(done.stdout)


def seeded_reset(server: LocalOpenRouter, count: int) -> float:
    """Return the seconds that a reset takes with `count` credentials in the way."""
    server.seed(count)
    return timed(server.reset)


def timed(action: Callable[[], object]) -> float:
    """Return the seconds that `action` takes."""
    begin = perf_counter()
    action()
    return perf_counter() - begin


def report(what: str, seconds: list[float] | tuple[float, ...]) -> None:
    """Print one line."""
    median, worst = statistics.median(seconds) * 1000, max(seconds) * 1000
    sys.stdout.write(f"{what:45}{median:9.2f} ms{worst:9.2f} ms worst of {len(seconds)}\n")


if __name__ == "__main__":
    main()

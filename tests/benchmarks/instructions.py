"""Make so many warm gets of one client over a mocked transport: a program for valgrind to count the instructions of.

    PYTHONHASHSEED=0 valgrind --tool=cachegrind --cache-sim=no python -m tests.benchmarks.instructions ours 200

What a start takes cancels out between two runs of different length. Unlike time, the count does not depend on what else
the machine does.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.benchmarks.place import Place

__all__ = ["VALGRIND", "main", "per_call"]

VALGRIND = shutil.which("valgrind")
STEP = 50


def per_call(place: Place, client: str) -> list[float]:
    """Return the instructions of a call, once for each round: each run makes fifty calls more than the one before."""
    counts = [_count(place, client, STEP * number) for number in range(1, place.runs + 2)]
    return [(after - before) / STEP for before, after in pairwise(counts)]


def _count(place: Place, client: str, calls: int) -> int:
    assert VALGRIND is not None
    report = place.folder / "instructions.txt"
    silent = f"--log-file={os.devnull}"
    launcher = [VALGRIND, silent, "--tool=cachegrind", "--cache-sim=no", f"--cachegrind-out-file={report}"]
    place.work(["tests.benchmarks.instructions", client, str(calls)], *launcher, PYTHONHASHSEED="0")
    found = re.search(r"^summary: (\d+)$", report.read_text(), re.MULTILINE)
    assert found is not None
    return int(found[1])


def main(client: str, calls: int) -> None:
    """Make the calls."""
    from tests.benchmarks.timing import CASES

    CASES["get"](client, "https://openrouter.ai/api/v1", 1)(calls)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
    sys.stdout.write("[]\n")

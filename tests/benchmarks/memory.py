"""Trace the most that one case of one client allocates at once, and print it as JSON.

    python -m tests.benchmarks.memory stream ours --url https://openrouter.ai/api/v1 --size 10000

What the client keeps from an earlier call (its connections, its caches) was there before, and does not count; nor does
what the mocked transport answers.
"""

from __future__ import annotations

import argparse
import gc
import json
import sys
import tracemalloc
from collections import deque
from typing import TYPE_CHECKING

from tests.benchmarks import timing
from tests.benchmarks.clients import open_client

if TYPE_CHECKING:
    from tests.benchmarks.timing import Repeat

__all__ = ["arguments", "main"]


def arguments(case: str, client: str, *, url: str, size: int) -> list[str]:
    """Return the command line of one run."""
    return ["tests.benchmarks.memory", case, client, "--url", url, "--size", str(size)]


def main() -> None:
    """Measure what the command line says."""
    parser = argparse.ArgumentParser()
    parser.add_argument("case", choices=[*timing.CASES, "stream"])
    parser.add_argument("client")
    parser.add_argument("--url", required=True)
    parser.add_argument("--size", type=int, required=True)
    given = parser.parse_args()
    repeat = {**timing.CASES, "stream": _stream}[given.case](given.client, given.url, given.size)
    gc.collect()
    tracemalloc.start()
    repeat(1)
    sys.stdout.write(json.dumps([{"traced": tracemalloc.get_traced_memory()[1]}]))


def _stream(client: str, url: str, size: int) -> Repeat:
    stream = open_client(client, url, timing.listed(size)).stream
    assert next(iter(stream()))
    return lambda _: deque(stream(), maxlen=0)


if __name__ == "__main__":
    main()

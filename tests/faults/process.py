"""What this process holds: its sockets and its resident memory, by Linux's `/proc`."""

from __future__ import annotations

import gc
import os
import time
from contextlib import suppress
from pathlib import Path

__all__ = ["AVAILABLE", "megabytes", "sockets"]

SETTLING = 0.005
AVAILABLE = Path("/proc/self/statm").exists()


def sockets() -> int:
    """Return how many sockets are open, after what is unreachable has been collected.

    A server in a thread of this process closes its end a moment after a client has: so it is counted until the count
    is the same twice.
    """
    gc.collect()
    counts = [_count()]
    while len(counts) < 2 or counts[-1] != counts[-2]:
        time.sleep(SETTLING)
        counts.append(_count())
    return counts[-1]


def _count() -> int:
    count = 0
    for descriptor in Path("/proc/self/fd").iterdir():
        with suppress(FileNotFoundError):  # the one that the listing itself used
            count += str(descriptor.readlink()).startswith("socket:")
    return count


def megabytes() -> float:
    """Return the resident memory, after what is unreachable has been collected."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6

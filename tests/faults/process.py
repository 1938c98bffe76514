"""What this process holds: its sockets and its resident memory, by Linux's `/proc`."""

from __future__ import annotations

import gc
import os
from contextlib import suppress
from pathlib import Path

__all__ = ["AVAILABLE", "megabytes", "sockets"]

AVAILABLE = Path("/proc/self/statm").exists()


def sockets() -> int:
    """Return how many sockets are open, after what is unreachable has been collected."""
    gc.collect()
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

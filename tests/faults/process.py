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


def sockets() -> frozenset[str]:
    """Return the open sockets, after what is unreachable has been collected; none where there is no `/proc`.

    A server in a thread of this process closes its end a moment after a client has, so this lists them until the list
    is the same twice. A socket of an earlier test may close even later: compare the names, not their number.
    """
    gc.collect()
    found = [_listed()]
    while len(found) < 2 or found[-1] != found[-2]:
        time.sleep(SETTLING)
        found.append(_listed())
    return found[-1]


def _listed() -> frozenset[str]:
    names: list[str] = []
    for descriptor in Path("/proc/self/fd").iterdir() if AVAILABLE else ():
        with suppress(FileNotFoundError):  # the one that the listing itself used
            names.append(str(descriptor.readlink()))
    return frozenset(name for name in names if name.startswith("socket:"))


def megabytes() -> float:
    """Return the resident memory, after what is unreachable has been collected."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6

"""`LOADING`: a lock that is held while modules are loaded that an import of a function leaves out.

A child that is forked while another thread imports a module finds that module's import lock taken, and waits for it for
ever. So a fork waits for this lock.
"""

from __future__ import annotations

import logging  # noqa: F401  # pyright: ignore[reportUnusedImport] - see below
import os
import threading

__all__ = ["LOADING"]

LOADING = threading.RLock()

# Of what is called before a fork the last to be registered is the first (`os.register_at_fork`). Were that `logging`,
# which takes its own lock, the fork would hold that and wait for a thread that loads, and that thread for it: for ever.
if hasattr(os, "register_at_fork"):  # pragma: no branch - Windows has no fork
    os.register_at_fork(before=LOADING.acquire, after_in_parent=LOADING.release, after_in_child=LOADING.release)

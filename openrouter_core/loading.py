"""`LOADING`: a lock that is held while a call loads modules, and that a fork waits for.

A child that is forked while another thread imports a module would wait for that module's import lock for ever.
"""

from __future__ import annotations

import logging  # noqa: F401  # pyright: ignore[reportUnusedImport] - see below
import os
import threading

__all__ = ["LOADING"]

LOADING = threading.RLock()

# What was registered last is called first. Were that `logging`, a fork would hold its lock and wait for `LOADING`, and
# a thread that loads would wait for that lock: for ever. So `logging` is imported, and registers, before this.
if hasattr(os, "register_at_fork"):  # pragma: no branch - Windows has no fork
    os.register_at_fork(before=LOADING.acquire, after_in_parent=LOADING.release, after_in_child=LOADING.release)

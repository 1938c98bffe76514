"""`loaded` and `LOADING`: calls load what only they need, under a lock that a fork waits for.

A child that is forked while another thread imports a module would wait for that module's import lock for ever.
"""

from __future__ import annotations

import logging  # noqa: F401  # pyright: ignore[reportUnusedImport] - see below
import os
import threading
from functools import cache
from importlib import import_module
from typing import Any

LOADING = threading.RLock()

# What was registered last is called first. Were that `logging`, a fork would hold its lock and wait for `LOADING`, and
# a thread that loads would wait for that lock: for ever. So `logging` is imported, and registers, before this.
if hasattr(os, "register_at_fork"):  # pragma: no branch - Windows has no fork
    os.register_at_fork(before=LOADING.acquire, after_in_parent=LOADING.release, after_in_child=LOADING.release)


@cache
def loaded(name: str) -> Any:  # noqa: ANN401 - whatever has that name, such as `streams.Stream`
    """Return the object with this name from one of this package's modules."""
    module, _, attribute = name.rpartition(".")
    with LOADING:
        return getattr(import_module(f"openrouter_core.{module}"), attribute)

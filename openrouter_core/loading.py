"""`LOADING`: a lock that is held while modules are loaded that an import of a function leaves out.

A child that is forked while another thread imports a module finds that module's import lock taken, and waits for it for
ever. So a fork waits for this lock.
"""

from __future__ import annotations

import os
import threading

__all__ = ["LOADING"]

LOADING = threading.RLock()

if hasattr(os, "register_at_fork"):  # pragma: no branch - Windows has no fork
    os.register_at_fork(before=LOADING.acquire, after_in_parent=LOADING.release, after_in_child=LOADING.release)

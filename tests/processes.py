"""Processes that tests start, and in which coverage is not measured: it would take half the time that they take.

None of our lines is run there alone. Where one is, as in `python -m openrouter_core.testing`, a test starts its process
with the whole environment, and coverage is measured there, too.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Generator

__all__ = ["environment", "unmeasured"]

MEASURED = "COVERAGE_PROCESS_"


def environment(**variables: str) -> dict[str, str]:
    """Return this process's environment with these variables, and without what starts to measure coverage."""
    return {name: value for name, value in os.environ.items() if not name.startswith(MEASURED)} | variables


@contextmanager
def unmeasured() -> Generator[None]:
    """Have processes that multiprocessing starts meanwhile be such."""
    measured = {name: os.environ.pop(name) for name in list(os.environ) if name.startswith(MEASURED)}
    try:
        yield
    finally:
        os.environ.update(measured)

"""The clock that deadlines are held against, bound once for all files.

freezegun and its like replace `time.monotonic` in every module that has it as an attribute, and so one file can have
the real clock and another a frozen one. They do not look into classes. Sockets do not freeze, and neither does this.
"""

from __future__ import annotations

import time

__all__ = ["Clock"]


class Clock:
    """The operating system's clocks, as they were when this package was imported."""

    monotonic = staticmethod(time.monotonic)
    time_of_day = staticmethod(time.time)

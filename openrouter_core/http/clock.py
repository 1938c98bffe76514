"""The clock that deadlines are held against, and the switch that ends a call."""

from __future__ import annotations

import time
from functools import partial
from typing import Protocol, runtime_checkable

ABORT_POLL_SECONDS = 0.02


@runtime_checkable
class Abort(Protocol):
    """A switch that ends a call: a `threading.Event`, or anything else that can tell whether it is set."""

    def is_set(self) -> bool:
        """Return whether the call is to end."""
        ...


class Clock:
    """The operating system's clocks, for all files: sockets do not freeze.

    freezegun and its like replace `time.monotonic` and `time.time` wherever a module has them, for a while, so that one
    file could have the real clock and another a frozen one. They leave `clock_gettime` alone.
    """

    if hasattr(time, "clock_gettime"):
        monotonic = staticmethod(partial(time.clock_gettime, time.CLOCK_MONOTONIC))
        time_of_day = staticmethod(partial(time.clock_gettime, time.CLOCK_REALTIME))
    else:  # pragma: no cover - Windows has none
        monotonic = staticmethod(time.monotonic)
        time_of_day = staticmethod(time.time)

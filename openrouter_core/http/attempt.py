"""The clock that deadlines are held against, and `Attempt`, which tells connections how much time is left.

httpx's timeouts are per read and per address, so a server that drips bytes outlives any of them.
"""

from __future__ import annotations

import time
from contextvars import ContextVar
from functools import partial
from typing import Any, Protocol, runtime_checkable

ABORT_POLL_SECONDS = 0.02


@runtime_checkable
class Abort(Protocol):
    """A switch that ends a call: a `threading.Event`, or anything else that can tell whether it is set."""

    def is_set(self) -> bool:
        """Return whether the call is to end."""
        ...


class Clock:
    """The operating system's clocks, for all files.

    freezegun and its like replace `time.monotonic` and `time.time` wherever a module has them, for a while, and so one
    file could have the real clock and another a frozen one. They leave `clock_gettime` alone. Sockets do not freeze.
    """

    if hasattr(time, "clock_gettime"):
        monotonic = staticmethod(partial(time.clock_gettime, time.CLOCK_MONOTONIC))
        time_of_day = staticmethod(partial(time.clock_gettime, time.CLOCK_REALTIME))
    else:  # pragma: no cover - Windows has none
        monotonic = staticmethod(time.monotonic)
        time_of_day = staticmethod(time.time)


class Attempt:
    __slots__ = ("abort", "deadline", "line", "until")

    def __init__(self, deadline: float, abort: Abort | None = None) -> None:
        self.deadline = deadline  # by `Clock.monotonic`
        self.abort = abort  # what ends a wait for bytes, looked at every 20 ms
        self.line: Any = None  # of `clients`, over which it sends
        self.until: float | None = None  # when what it waits for in the network times out

    def left(self) -> float:
        """Return how many seconds what it waits for may still take; raise `TimeoutError` when it is over."""
        left = (self.deadline if self.until is None else self.until) - Clock.monotonic()
        if left <= 0:
            raise TimeoutError("the time is over")
        return left


ATTEMPT: ContextVar[Attempt] = ContextVar("openrouter_attempt", default=Attempt(float("inf")))  # noqa: B039 - holds nothing
"""The attempt that is running in this thread or task."""

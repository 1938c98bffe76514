"""How one generator serves sync and async code: it says `yield from` wherever it waits. Also the clock of deadlines.

Sync code waits by a blocking call, wraps its result in `at_once`, and runs the generator with `settled`. Async code
yields what asyncio waits for, and runs it with `awaited`. Unlike a coroutine, a generator that never ran does not warn.
"""

from __future__ import annotations

import time
import types
from collections.abc import Generator
from functools import partial
from typing import Any, Protocol, TypeAlias, TypeVar, runtime_checkable

T = TypeVar("T")
Steps: TypeAlias = Generator[Any, Any, T]
ABORT_POLL_SECONDS = 0.02


def at_once(value: T) -> Steps[T]:
    yield from ()
    return value


def settled(steps: Steps[T]) -> T:
    (value,) = _with_value(steps)
    return value


def _with_value(steps: Steps[T]) -> Generator[T, Any, None]:
    """Yield what `steps` return: catching it in a `StopIteration` takes longer. Sync steps yield nothing else."""
    yield (yield from steps)


@types.coroutine
def awaited(steps: Steps[T]) -> Steps[T]:
    return (yield from steps)


@runtime_checkable
class Abort(Protocol):
    """A switch that ends a call: a `threading.Event`, or anything else that can tell whether it is set."""

    def is_set(self) -> bool:
        """Return whether the call is to end."""
        ...


class Clock:
    """The operating system's clocks: freezegun and its like replace `time.monotonic`, but sockets do not freeze."""

    if hasattr(time, "clock_gettime"):
        monotonic = staticmethod(partial(time.clock_gettime, time.CLOCK_MONOTONIC))
        time_of_day = staticmethod(partial(time.clock_gettime, time.CLOCK_REALTIME))
    else:  # pragma: no cover - Windows has none
        monotonic = staticmethod(time.monotonic)
        time_of_day = staticmethod(time.time)

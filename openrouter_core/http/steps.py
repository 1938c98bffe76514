"""How one text serves sync and async: as a generator, which says `yield from` wherever it waits.

Sync code gives it `at_once`, of what a blocking call has returned, and runs it by `settled`; async code gives it what
asyncio waits for, and runs it by `awaited`. An unused one does not warn, as a coroutine would after a signal handler.
"""

from __future__ import annotations

import types
from collections.abc import Generator
from typing import Any, TypeAlias, TypeVar, cast

T = TypeVar("T")
Steps: TypeAlias = Generator[Any, Any, T]


def at_once(value: T) -> Steps[T]:
    yield from ()
    return value


def settled(steps: Steps[T]) -> T:
    try:
        while True:
            next(steps)
    except StopIteration as stop:
        return cast("T", stop.value)


@types.coroutine
def awaited(steps: Steps[T]) -> Steps[T]:
    return (yield from steps)

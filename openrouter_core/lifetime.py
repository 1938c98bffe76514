"""`Lifetime`: what a core has opened and used up, the one thing about it that changes.

Only holding and forgetting stand here; a core opens and closes. Every lifetime of the process is known here, for a fork
concerns them all.
"""

from __future__ import annotations

import os
import threading
from typing import TYPE_CHECKING
from weakref import WeakSet

from openrouter_core.budget import RetryBudget
from openrouter_core.errors import SDKValidationError

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop

    from openrouter_core.settings import Settings
    from openrouter_core.transport import AsyncTransport, SyncTransport

__all__ = ["Lifetime", "after_fork", "require_open"]


class Lifetime:
    """The transports of one core, its settings once they are checked, and its retry budget."""

    def __init__(self) -> None:
        self.closed = False
        self.forked = False
        self.settings: dict[str, Settings] = {}
        self.inherited: list[object] = []
        self.begin()
        _LIFETIMES.add(self)

    def begin(self) -> None:
        """Begin with nothing open, and with locks that nobody holds."""
        self.lock = threading.RLock()  # a signal's handler may close the core in the midst of opening
        self.budget = RetryBudget()
        self.sync: SyncTransport | None = None
        self.by_loop: dict[AbstractEventLoop, AsyncTransport] = {}

    def forget_ended_loops(self) -> None:
        """Let go of the transports of event loops that are closed, for nobody can close their connections any more."""
        for loop in [known for known in self.by_loop if known.is_closed()]:
            del self.by_loop[loop]

    def begin_again(self) -> None:
        """Leave what the parent has open alone: over a connection that both use, each gets the other's responses."""
        self.forked = True
        self.inherited += [self.sync, *self.by_loop.values()]  # neither used nor closed here, nor by the collector
        self.begin()


def require_open(*, closed: bool) -> None:
    """Raise `SDKValidationError` when a core is closed."""
    if closed:
        raise SDKValidationError("is closed; call inside its with block, or build another", parameter="core")


_LIFETIMES: WeakSet[Lifetime] = WeakSet()


def after_fork() -> None:
    """Make every core of this process, which is a child that has just been forked, begin again."""
    for lifetime in list(_LIFETIMES):
        lifetime.begin_again()


if hasattr(os, "register_at_fork"):  # pragma: no branch - Windows has no fork
    os.register_at_fork(after_in_child=after_fork)

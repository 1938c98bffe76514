"""`RetryBudget`: what bounds the retries of all calls of a core together."""

from __future__ import annotations

import threading

__all__ = ["CAPACITY", "RetryBudget"]

CAPACITY = 100


class RetryBudget:
    """Tokens that the retries of one core take, and its successes put back, so that an outage is not amplified.

    While all is well it is full, and every call may retry. When most calls fail it is soon empty, and each call makes
    one attempt, until some succeed again. Safe for threads.
    """

    def __init__(self) -> None:
        self._tokens = CAPACITY
        self._lock = threading.Lock()

    def take(self, tokens: int) -> bool:
        """Take so many tokens; return whether there were as many."""
        with self._lock:
            enough = self._tokens >= tokens
            self._tokens -= tokens if enough else 0
            return enough

    def put_back(self, tokens: int) -> None:
        """Put so many tokens back, up to what the budget holds when full."""
        if self._tokens < CAPACITY:  # nearly always full, and then there is nothing to lock for
            with self._lock:
                self._tokens = min(CAPACITY, self._tokens + tokens)

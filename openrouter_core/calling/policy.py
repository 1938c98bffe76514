"""Whether a failed attempt is followed by another, and after how long.

Pure decisions over values. `retries` holds the configuration and the arithmetic, `budget` what bounds all retries.
"""

from __future__ import annotations

import re
import threading
from typing import TYPE_CHECKING

from openrouter_core.errors import (
    HTTPClientError,
    OpenRouterError,
    RequestTimeoutError,
    ResponseValidationError,
    SDKError,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from openrouter_core.retries import RetryConfig

__all__ = ["CAPACITY", "RetryBudget", "matches", "may_retry", "retry_after", "retry_cost", "wait_before_retry"]

_SECONDS = r"[0-9]{1,10}(\.[0-9]{1,10})?"
RETRY_COST = 5
TIMEOUT_COST = 10


def may_retry(config: RetryConfig, error: SDKError, *, attempt: int, idempotent: bool) -> bool:
    """Return whether another attempt may follow attempt number `attempt`, from 1, which ended with `error`."""
    if config.strategy == "none" or (config.max_attempts is not None and attempt >= config.max_attempts):
        return False
    if isinstance(error, HTTPClientError):
        worthwhile = error.transient and config.retry_connection_errors
    else:
        worthwhile = _has_status(error, config.status_codes)
    repeatable = idempotent or error.outcome == "not_applied" or config.replay == "always"
    return worthwhile and repeatable and error.outcome != "applied"


def wait_before_retry(config: RetryConfig, error: SDKError, *, attempt: int, random: float) -> float | None:
    """Return how many seconds to wait after attempt number `attempt`, or `None` when the server asks for too many."""
    asked = error.retry_after if isinstance(error, OpenRouterError) else None
    if not asked:
        return config.backoff.delay(attempt - 1, random)
    if asked <= config.max_retry_after:
        return asked
    return config.max_retry_after if config.long_retry_after == "shorten" else None


def retry_cost(error: SDKError) -> int:
    """Return what a retry after `error` takes from the budget: a timeout has cost the server more than a refusal."""
    return TIMEOUT_COST if isinstance(error, RequestTimeoutError) else RETRY_COST


def _has_status(error: SDKError, patterns: tuple[str, ...]) -> bool:
    return (
        isinstance(error, OpenRouterError)
        and not isinstance(error, ResponseValidationError)
        and matches(error.status_code, patterns)
    )


def matches(status: int, patterns: Iterable[str]) -> bool:
    """Return whether `status` is one of `patterns`, in which `X` stands for any digit."""
    return any(
        len(pattern) == len(str(status))
        and all(p in {digit, "X", "x"} for p, digit in zip(pattern, str(status), strict=True))
        for pattern in patterns
    )


def retry_after(headers: Mapping[str, str], now: float) -> float | None:
    """Return how many seconds the server asks to wait, or `None` when it does not ask or cannot be understood.

    `retry-after-ms` goes before `Retry-After`, which holds seconds or a date (RFC 9110, 10.2.3).

    Args:
        headers: The response's headers.
        now: The time of day, in seconds since 1970.
    """
    milliseconds = headers.get("retry-after-ms", "").strip()
    if re.fullmatch(_SECONDS, milliseconds):
        return float(milliseconds) / 1000
    value = headers.get("retry-after", "").strip()
    if re.fullmatch(_SECONDS, value):
        return float(value)
    return _until(value, now)


def _until(date: str, now: float) -> float | None:
    from datetime import UTC
    from email.utils import parsedate_to_datetime

    try:
        moment = parsedate_to_datetime(date)
    except (ValueError, OverflowError, TypeError, IndexError):
        return None
    # An HTTP date is in GMT, whatever it says or leaves out (RFC 9110, 5.6.7).
    return max(0.0, moment.replace(tzinfo=moment.tzinfo or UTC).timestamp() - now)


# --- What bounds the retries of all calls of a core ---

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

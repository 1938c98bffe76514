"""Whether a failed attempt is followed by another, and after how long.

Pure decisions over values. `retries` holds the configuration and the arithmetic, `budget` what bounds all retries.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from openrouter_core.errors import (
    HTTPClientError,
    OpenRouterError,
    RequestTimeoutError,
    ResponseValidationError,
    SDKError,
)
from openrouter_core.retries import matches

if TYPE_CHECKING:
    from openrouter_core.retries import RetryConfig

__all__ = ["may_retry", "retry_cost", "wait_before_retry"]

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

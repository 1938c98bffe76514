"""When to try again, and after how long: pure arithmetic over values, with clock and randomness handed in.

Nothing here sleeps, sends or reads a clock.
"""

from __future__ import annotations

import math
import re
import sys
from typing import TYPE_CHECKING, Literal, cast

import attrs

from openrouter_core.checks import at_least, expect, integer, one_of
from openrouter_core.errors import SDKValidationError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = [
    "TYPESCRIPT_RETRIES",
    "BackoffStrategy",
    "RetryConfig",
    "check_retries",
    "check_status_codes",
    "matches",
    "retry_after",
]

RETRIED_STATUSES = ("408", "429", "500", "502", "503", "504", "52X")
_STATUS_PATTERN = r"[1-9Xx][0-9Xx]{2}"
_SECONDS = r"[0-9]{1,10}(\.[0-9]{1,10})?"


@attrs.frozen(kw_only=True)
class BackoffStrategy:
    """How long to wait before each retry when the server does not say. All times are seconds.

    Attributes:
        initial_interval: The scale of the first wait.
        max_interval: The longest wait.
        exponent: How fast waits grow.
        max_elapsed_time: When a call has taken longer than this, its last failure is returned; until then it waits and
            tries again. `None` leaves that to the deadline, which holds in any case.
        jitter: `"full"` waits `random() * min(max_interval, initial_interval * exponent ** n)` before retry `n`,
            from 0, which spreads callers best; `"additive"` waits
            `min(max_interval, initial_interval * n ** exponent + random())`, as OpenRouter's TypeScript SDK does.
    """

    initial_interval: float = 0.5
    max_interval: float = 8.0
    exponent: float = 2.0
    max_elapsed_time: float | None = None
    jitter: Literal["full", "additive"] = "full"

    def delay(self, retry: int, random: float) -> float:
        """Return the seconds to wait before retry number `retry`, from 0, for a `random` from [0, 1)."""
        if self.jitter == "additive":
            return min(self.max_interval, self.initial_interval * _power(retry, self.exponent) + random)
        return random * min(self.max_interval, self.initial_interval * _power(self.exponent, retry))


def _power(base: float, exponent: float) -> float:
    try:
        return math.pow(base, exponent)
    except OverflowError:
        return sys.float_info.max


@attrs.frozen(kw_only=True)
class RetryConfig:
    """Which failures are tried again, and how often.

    Attributes:
        strategy: `"backoff"`, or `"none"` for one attempt only.
        backoff: How long to wait between attempts.
        retry_connection_errors: Whether broken connections and timeouts are tried again.
        max_attempts: How many requests one call may start, the first included; `None` for no bound but the deadline.
        replay: `"safe"` repeats a request that is not idempotent (a create) only when the server certainly did not
            apply it; `"always"` repeats it all the same, and may so do it twice.
        max_retry_after: The longest `Retry-After` to wait for, in seconds. A server that asks for more has its response
            returned at once, as an error with `retry_after`.
        long_retry_after: `"return"` does that; `"shorten"` waits for `max_retry_after` instead, and tries again.
        budgeted: Whether retries draw on the core's budget of 100 tokens. A retry takes 5, one after a timeout 10; a
            success puts back what its own retries took, or 1. While it is empty, calls make one attempt, so that an
            outage is not amplified.
        status_codes: The statuses that are tried again; `X` stands for any digit. `RequestOptions.retry_codes`
            replaces them for one call.
    """

    strategy: Literal["backoff", "none"] = "backoff"
    backoff: BackoffStrategy = BackoffStrategy()
    retry_connection_errors: bool = True
    max_attempts: int | None = 3
    replay: Literal["safe", "always"] = "safe"
    max_retry_after: float = 60.0
    long_retry_after: Literal["return", "shorten"] = "return"
    budgeted: bool = True
    status_codes: tuple[str, ...] = RETRIED_STATUSES


TYPESCRIPT_RETRIES = RetryConfig(
    backoff=BackoffStrategy(
        initial_interval=0.5, max_interval=60.0, exponent=1.5, max_elapsed_time=3600.0, jitter="additive"
    ),
    max_attempts=None,
    replay="always",
    long_retry_after="shorten",
    budgeted=False,
    status_codes=("5XX",),
)
"""What OpenRouter's TypeScript SDK does: every method, 5XX only, for up to an hour. It can create things twice. The
core's deadline, 120 s unless you set another, ends it sooner."""


def check_retries(config: object, parameter: str) -> RetryConfig:
    """Return `config` when every value in it can be worked with; else raise `SDKValidationError`."""
    checked = expect(config, RetryConfig, parameter)
    one_of(checked.strategy, ("backoff", "none"), f"{parameter}.strategy")
    one_of(checked.replay, ("safe", "always"), f"{parameter}.replay")
    one_of(checked.long_retry_after, ("return", "shorten"), f"{parameter}.long_retry_after")
    expect(checked.retry_connection_errors, bool, f"{parameter}.retry_connection_errors")
    expect(checked.budgeted, bool, f"{parameter}.budgeted")
    if checked.max_attempts is not None:
        integer(checked.max_attempts, f"{parameter}.max_attempts")
    at_least(checked.max_retry_after, 0, f"{parameter}.max_retry_after")
    check_status_codes(checked.status_codes, f"{parameter}.status_codes")
    _check_backoff(expect(checked.backoff, BackoffStrategy, f"{parameter}.backoff"), f"{parameter}.backoff")
    return checked


def _check_backoff(backoff: BackoffStrategy, parameter: str) -> None:
    one_of(backoff.jitter, ("full", "additive"), f"{parameter}.jitter")
    for name in ("initial_interval", "max_interval", "exponent"):
        at_least(getattr(backoff, name), 0, f"{parameter}.{name}")
    if backoff.max_elapsed_time is not None:
        at_least(backoff.max_elapsed_time, 0, f"{parameter}.max_elapsed_time")


def check_status_codes(patterns: object, parameter: str) -> tuple[str, ...]:
    """Return `patterns` when each is a status such as `"429"` or `"5XX"`; else raise `SDKValidationError`."""
    if not isinstance(patterns, tuple | list | set | frozenset):
        raise SDKValidationError(f"expected a tuple of str, got {type(patterns).__name__}", parameter=parameter)
    checked = tuple(expect(pattern, str, parameter) for pattern in cast("Iterable[object]", patterns))
    if not all(re.fullmatch(_STATUS_PATTERN, pattern) for pattern in checked):
        raise SDKValidationError("expected statuses such as '429' or '5XX'", parameter=parameter)
    return checked


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

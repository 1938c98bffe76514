"""When to try again, and after how long: pure arithmetic over values, with clock and randomness handed in."""

from __future__ import annotations

import math
import re
import sys
from typing import Annotated, Literal, TypeAlias

from openrouter_core.model import frozen
from openrouter_core.types.description import Rule

__all__ = ["TYPESCRIPT_RETRIES", "BackoffStrategy", "RetryConfig"]

Count: TypeAlias = Annotated[int, Rule(lambda number: number >= 1, "must be at least 1")]
NotNegative: TypeAlias = Annotated[float, Rule(lambda number: number >= 0, "must be at least 0")]
_is_status = re.compile("[1-9Xx][0-9Xx]{2}").fullmatch
Status: TypeAlias = Annotated[str, Rule(_is_status, "must be a status such as '429' or '5XX'")]
RETRIED_STATUSES = ("408", "429", "500", "502", "503", "504", "52X")


@frozen(kw_only=True)
class BackoffStrategy:
    """How long to wait before each retry when the server does not say. All times are seconds."""

    initial_interval: NotNegative = 0.5
    """The scale of the first wait."""
    max_interval: NotNegative = 8.0
    """The longest wait."""
    exponent: NotNegative = 2.0
    """How fast waits grow."""
    max_elapsed_time: NotNegative | None = None
    """Nothing is tried again when a call has taken longer; `None`: until the deadline."""
    jitter: Literal["full", "additive"] = "full"
    """`"full"` waits `random() * min(max_interval, initial_interval * exponent ** n)` before retry `n`, from 0, which
    spreads callers best, and adds up to a tenth and 0.1 s to a wait that the server asks for. `"additive"`, as in the
    TypeScript SDK, waits `min(max_interval, initial_interval * n ** exponent + random())`, and exactly as long as the
    server asks."""

    def delay(self, retry: int, random: float) -> float:
        """Return the seconds to wait before retry number `retry`, from 0, for a `random` from [0, 1)."""
        is_additive = self.jitter == "additive"
        try:
            power = math.pow(retry, self.exponent) if is_additive else math.pow(self.exponent, retry)
        except OverflowError:
            power = sys.float_info.max
        added, factor = (random, 1.0) if is_additive else (0.0, random)
        return factor * min(self.max_interval, self.initial_interval * power + added)

    def spread(self, asked: float, random: float, left: float) -> float:
        """Return the seconds to wait when the server asks every caller for `asked`, and the deadline is `left` away."""
        longest = 0.0 if self.jitter == "additive" else min(asked / 10 + 0.1, max(left - asked, 0.0))
        return asked + random * longest


@frozen(kw_only=True)
class RetryConfig:
    """Which failures are tried again, and how often."""

    strategy: Literal["backoff", "none"] = "backoff"
    """`"backoff"`, or `"none"` for one attempt only."""
    backoff: BackoffStrategy = BackoffStrategy()
    """How long to wait between attempts."""
    retry_connection_errors: bool = True
    """Whether broken connections and timeouts are tried again."""
    max_attempts: Count | None = 3
    """How many requests one call may start, the first included; `None` for no bound but the deadline."""
    replay: Literal["safe", "always"] = "safe"
    """`"safe"` repeats what makes something only when the server certainly did not apply it, and a model's work also
    after a 502, 503 or 529. `"always"` repeats both in any case, and so may do them twice."""
    max_retry_after: NotNegative = 60.0
    """The longest `Retry-After` to wait for, in seconds."""
    long_retry_after: Literal["return", "shorten"] = "return"
    """What a longer one does: `"return"` its response at once, as an error with `retry_after`, or `"shorten"` the
    wait to `max_retry_after`."""
    budgeted: bool = True
    """Whether retries draw on the core's budget of 100 tokens, so that an outage is not amplified: while it is empty,
    calls make one attempt. A retry takes 5, one after a timeout 10, one after waiting for a free connection none. A
    call that the server did not fail puts back what its retries took, or 1."""
    status_codes: tuple[Status, ...] = RETRIED_STATUSES
    """The statuses that are tried again; `X` is any digit. `RequestOptions.retry_codes` replaces them."""


TYPESCRIPT_RETRIES = RetryConfig(
    backoff=BackoffStrategy(max_interval=60.0, exponent=1.5, max_elapsed_time=3600.0, jitter="additive"),
    max_attempts=None,
    replay="always",
    long_retry_after="shorten",
    budgeted=False,
    status_codes=("5XX",),
)
"""What OpenRouter's TypeScript SDK does: every method, 5XX only, for up to an hour, or until the core's deadline (by
default 120 s). It can create things twice."""

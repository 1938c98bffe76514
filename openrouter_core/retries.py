"""When to retry, and after how long: pure functions, with clock and randomness as arguments."""

from __future__ import annotations

import math
import re
import sys
from functools import partial
from typing import Annotated, Literal, TypeAlias

from openrouter_core.model import frozen
from openrouter_core.types.description import Rule

__all__ = ["TYPESCRIPT_RETRIES", "BackoffStrategy", "RetryConfig"]

Count: TypeAlias = Annotated[int, Rule(lambda number: number >= 1, "must be at least 1")]
NotNegative: TypeAlias = Annotated[float, Rule(lambda number: number >= 0, "must be at least 0")]
_is_status = partial(re.fullmatch, "[1-9Xx][0-9Xx]{2}")
Status: TypeAlias = Annotated[str, Rule(_is_status, "must be a status such as '429' or '5XX'")]
RETRIED_STATUSES = ("408", "429", "500", "502", "503", "504", "52X")


@frozen(kw_only=True)
class BackoffStrategy:
    """How long to wait before each retry if the server does not say. All times are in seconds."""

    initial_interval: NotNegative = 0.5
    """The scale of the first wait."""
    max_interval: NotNegative = 8.0
    """The longest wait."""
    exponent: NotNegative = 2.0
    """How fast waits grow."""
    max_elapsed_time: NotNegative | None = None
    """No retry begins after a call has taken longer than this; with `None`, only the deadline limits retries."""
    jitter: Literal["full", "additive"] = "full"
    """`"full"` waits `random() * min(max_interval, initial_interval * exponent ** n)` before retry `n`, counted from 0.
    This spreads callers best. To a wait that the server asks for, it adds at most a tenth plus 0.1 s. `"additive"`, as
    in the TypeScript SDK, waits `min(max_interval, initial_interval * n ** exponent + random())`, or exactly as long as
    the server asks."""

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
        """Return the seconds to wait if the server asks for `asked`, and `left` seconds remain to the deadline."""
        longest = 0.0 if self.jitter == "additive" else min(asked / 10 + 0.1, max(left - asked, 0.0))
        return asked + random * longest


@frozen(kw_only=True)
class RetryConfig:
    """Which failures are retried, and how often."""

    strategy: Literal["backoff", "none"] = "backoff"
    """`"backoff"`, or `"none"` for one attempt only."""
    backoff: BackoffStrategy = BackoffStrategy()
    """How long to wait between attempts."""
    retry_connection_errors: bool = True
    """Whether broken connections and timeouts are retried."""
    max_attempts: Count | None = 3
    """How many requests one call may start, including the first; with `None`, only the deadline limits them."""
    replay: Literal["safe", "always"] = "safe"
    """`"safe"` retries an `add` or a `run` only if the server certainly did not apply it, and a `run` also after a 502,
    503 or 529. `"always"` retries both in any case, so they may happen twice."""
    max_retry_after: NotNegative = 60.0
    """The longest `Retry-After` to wait for, in seconds."""
    long_retry_after: Literal["return", "shorten"] = "return"
    """What to do with a longer one: `"return"` the response at once, as an error with `retry_after`, or `"shorten"` the
    wait to `max_retry_after`."""
    budgeted: bool = True
    """Whether retries use the core's budget of 100 tokens, so that they do not amplify an outage: while it is empty,
    calls make one attempt. A retry takes 5, after a timeout 10, and after waiting for a free connection 0. A response
    of a healthy server puts back the tokens of its call's retries, or 1."""
    status_codes: tuple[Status, ...] = RETRIED_STATUSES
    """The statuses that are retried; `X` is any digit. `RequestOptions.retry_codes` replaces them."""


TYPESCRIPT_RETRIES = RetryConfig(
    backoff=BackoffStrategy(max_interval=60.0, exponent=1.5, max_elapsed_time=3600.0, jitter="additive"),
    max_attempts=None,
    replay="always",
    long_retry_after="shorten",
    budgeted=False,
    status_codes=("5XX",),
)
"""The policy of OpenRouter's TypeScript SDK: retries every method, after 5XX only, for up to an hour or until the
core's deadline (by default 120 s). It can create things twice."""

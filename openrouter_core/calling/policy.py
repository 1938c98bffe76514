"""Whether a failed attempt is followed by another, and after how long: decisions over values, and a core's budget."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import UTC
from email.utils import parsedate_to_datetime
from typing import cast

from openrouter_core import errors
from openrouter_core.operation import Effect
from openrouter_core.retries import RETRIED_STATUSES, RetryConfig

BETWEEN_VALUES = r",(?!\s*[0-9]{1,2}[ -])"  # not the comma within a date, before its day
REDIRECTION = 300
TOO_MANY_REQUESTS = 429
NOT_RUN = frozenset({502, 503, 529})  # no provider would do the work, or one failed at once: a model is asked again


def may_retry(config: RetryConfig, error: errors.SDKError, *, attempt: int, effect: Effect) -> bool:
    """Return whether another attempt may follow number `attempt`, from 1, which ended with `error`."""
    answered = isinstance(error, errors.OpenRouterError) and not isinstance(error, errors.ResponseValidationError)
    if not answered and not (isinstance(error, errors.HTTPClientError) and error.transient):
        return False
    if config.strategy == "none" or (config.max_attempts is not None and attempt >= config.max_attempts):
        return False
    status = cast("errors.OpenRouterError | errors.HTTPClientError", error).status_code or 0
    repeatable = effect in {"read", "set"} or (effect == "run" and status in NOT_RUN) or config.replay == "always"
    if error.outcome == "applied" or not (repeatable or error.outcome == "not_applied"):
        return False
    if not answered and status < REDIRECTION:  # what a success says that broke off is lost; a failure counts as one
        return config.retry_connection_errors
    return matches(status, config.status_codes)


def wait_before_retry(
    config: RetryConfig, error: errors.SDKError, *, attempt: int, random: float, left: float
) -> float | None:
    """Return how many seconds to wait after number `attempt`, from 1, or `None` when the `left` ones are too few."""
    asked = error.retry_after if isinstance(error, errors.OpenRouterError | errors.HTTPClientError) else None
    if not asked:
        wait = config.backoff.delay(attempt - 1, random)
    elif asked <= config.max_retry_after:
        wait = config.backoff.spread(asked, random, left)
    elif config.long_retry_after == "shorten":
        wait = config.max_retry_after
    else:
        return None
    return wait if wait < left else None


def retry_cost(error: errors.SDKError) -> int:
    """Return what a retry after `error` takes from the budget: a timeout has cost the server more than a refusal."""
    if isinstance(error, errors.HTTPClientError) and error.waited:
        return 0  # no load; one that could not connect is, as that is how an outage looks
    return 10 if isinstance(error, errors.RequestTimeoutError) else 5


def shows_health(error: errors.SDKError) -> bool:
    """Return whether a call that ended with `error` puts tokens back: the server answered, and was not in trouble."""
    return isinstance(error, errors.OpenRouterError) and not matches(error.status_code, RETRIED_STATUSES)


def matches(status: int, patterns: Iterable[str]) -> bool:
    """Return whether `status` is one of `patterns`, in which `X` stands for any digit."""
    return any(re.fullmatch(re.sub("[Xx]", "[0-9]", pattern), str(status)) for pattern in patterns)


def retry_after(
    headers: Mapping[str, str], now: float, status: object = None, metadata: Mapping[str, object] | None = None
) -> float | None:
    """Return how many seconds the server asks to wait, or `None` when it does not ask or cannot be understood.

    `retry-after-ms` goes before `Retry-After`, seconds or a date (RFC 9110, 10.2.3); of several values the longest. A
    429 with neither waits for OpenRouter's `X-RateLimit-Reset`, in milliseconds since 1970: a header, or in the
    `metadata.headers` of an error. `now`, in seconds since 1970, counts where the server sends no `Date`.
    """
    now = next(_moments([headers.get("date", "")]), now)
    waits = [each / 1000 for each in _numbers(headers.get("retry-after-ms"))]
    if not waits:
        text = headers.get("retry-after", "")
        waits = [*_numbers(text), *(max(0.0, moment - now) for moment in _moments(re.split(BETWEEN_VALUES, text)))]
    if not waits and status == TOO_MANY_REQUESTS:  # other responses tell the limit's reset, too
        within = (metadata or {}).get("headers")
        told = cast("dict[str, object]", within) if isinstance(within, dict) else {}
        resets = [value for name, value in (*headers.items(), *told.items()) if name.lower() == "x-ratelimit-reset"]
        waits = [max(0.0, each / 1000 - now) for value in resets for each in _numbers(value)]
    return max(waits, default=None)


def _numbers(value: object) -> list[float]:
    texts = str(value).split(",") if isinstance(value, str | int | float) else []
    return [float(text) for text in map(str.strip, texts) if re.fullmatch(r"[0-9]{1,16}(\.[0-9]{1,10})?", text)]


def _moments(texts: Iterable[str]) -> Iterator[float]:
    """Yield the dates among texts. One is in GMT, whatever it says or leaves out (RFC 9110, 5.6.7)."""
    for text in texts:
        with suppress(ValueError, OverflowError, TypeError, IndexError):
            moment = parsedate_to_datetime(text)
            yield moment.replace(tzinfo=moment.tzinfo or UTC).timestamp()

"""`RequestOptions`: what one call does differently from its core. A call without options does not load this file."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from openrouter_core.http.waiting import Abort
from openrouter_core.model import field, frozen
from openrouter_core.retries import RetryConfig

__all__ = ["RequestOptions"]


@frozen(kw_only=True)
class RequestOptions:
    """What one call does differently from its core. `None` leaves the core's value."""

    timeout: float | None = None
    """Seconds that each phase of each attempt may take: connecting, each write, each read, waiting for a connection."""
    deadline: float | None = None
    """Seconds that the whole call may take, with all attempts, waits and the body."""
    retries: RetryConfig | None = None
    """Which failures are retried, and how often."""
    retry_codes: Collection[str] | None = None
    """The statuses that are retried, such as `("429", "5XX")`, instead of `retries.status_codes`."""
    server_url: str | None = field(default=None, repr=False)
    """The base URL, such as `"https://openrouter.ai/api/v1"`."""
    headers: Mapping[str, str] | None = field(default=None, repr=False)
    """Headers to add, or to replace the SDK's own; names ignore case."""
    abort: Abort | None = field(default=None, repr=False)
    """A `threading.Event`, or anything with `is_set`. After it is set, no attempt starts, a wait between attempts ends
    within 20 ms, and the call returns `Err(RequestAbortedError)`."""
    extra_body: Mapping[str, object] | None = field(default=None, repr=False)
    """Fields to add to the body or to replace in it, by their names in JSON; refused if there is no body."""
    extra_query: Mapping[str, object] | None = field(default=None, repr=False)
    """The same for the query. A list is sent item by item; `None` removes a field."""
    progress: Callable[[int, int | None], object] | None = field(default=None, repr=False)
    """A function that an upload calls with the number of bytes sent and the total (`None` if unknown)."""

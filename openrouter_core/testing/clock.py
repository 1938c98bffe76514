"""Times as the API writes them."""

from __future__ import annotations

import time
from datetime import UTC, datetime

__all__ = ["moment", "now", "seconds"]


def now() -> str:
    """Return the time as the API writes it."""
    return moment(time.time())


def moment(at: float) -> str:
    """Return a time in seconds since 1970 as the API writes it."""
    return datetime.fromtimestamp(at, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def seconds(written: str) -> float:
    """Return a time that the API reads in seconds since 1970; without a zone it is in UTC."""
    at = datetime.fromisoformat(written)
    return at.replace(tzinfo=at.tzinfo or UTC).timestamp()

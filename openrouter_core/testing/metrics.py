"""What analytics can measure, group and compare: each name of it with what it does to rows of the ledger.

Here live the tables that `analytics_get_analytics_meta` tells. How a query puts them together: `endpoints.analytics`.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, TypeAlias

import attrs

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from openrouter_core.testing.ledger import Row

    Key: TypeAlias = Callable[[Row], str]

__all__ = ["DIMENSIONS", "GRANULARITIES", "METRICS", "OF_ARRAYS", "OPERATORS", "Metric", "day", "interval", "summed"]


@attrs.frozen
class Metric:
    """What can be measured, and how a number of it looks to people."""

    label: str
    of: Callable[[Sequence[Row]], float]
    display_format: str = "number"
    is_rate: bool = False


def summed(*names: str) -> Callable[[Sequence[Row]], float]:
    """Return what adds up columns of rows."""
    return lambda rows: round(sum(row[name] for row in rows for name in names), 12)


def _ratio(part: str, whole: str) -> Callable[[Sequence[Row]], float]:
    return lambda rows: summed(part)(rows) / (summed(whole)(rows) or 1)


def _percentile(share: float) -> Callable[[Sequence[Row]], float]:
    def of(rows: Sequence[Row]) -> float:
        latencies = sorted(row["latency"] / row["requests"] for row in rows)
        return latencies[int(share * (len(latencies) - 1))] if rows else 0

    return of


METRICS: Mapping[str, Metric] = {
    "request_count": Metric("Requests", summed("requests")),
    "tokens_total": Metric("Tokens", summed("prompt", "completion")),
    "tokens_prompt": Metric("Prompt tokens", summed("prompt")),
    "tokens_completion": Metric("Completion tokens", summed("completion")),
    "reasoning_tokens": Metric("Reasoning tokens", summed("reasoning")),
    "cached_tokens": Metric("Cached tokens", summed("cached")),
    "total_usage": Metric("Spend", summed("cost"), "currency"),
    "credits_usage": Metric("Credits spent", summed("cost"), "currency"),
    "openrouter_usage": Metric("Spend without provider keys of your own", summed("cost"), "currency"),
    "byok_usage": Metric("Spend with provider keys of your own", summed(), "currency"),
    "byok_request_count": Metric("Requests with provider keys of your own", summed()),
    "cache_hit_rate": Metric("Share of cached tokens", _ratio("cached", "prompt"), "percent", is_rate=True),
    "avg_latency": Metric("Average latency", _ratio("latency", "requests"), "latency", is_rate=True),
    "p50_latency": Metric("Median latency", _percentile(0.5), "latency", is_rate=True),
    "p90_latency": Metric("90th percentile of latency", _percentile(0.9), "latency", is_rate=True),
    "p99_latency": Metric("99th percentile of latency", _percentile(0.99), "latency", is_rate=True),
    "avg_throughput": Metric(
        "Average throughput",
        lambda rows: 1000 * _ratio("completion", "latency")(rows),
        "throughput",
        is_rate=True,
    ),
}


def _column(name: str) -> Key:
    return lambda row: row[name]


DIMENSIONS: Mapping[str, tuple[str, Key]] = {
    "model": ("Model", _column("model")),
    "variant": ("Variant", lambda row: row["model"].partition(":")[2] or "standard"),
    "provider": ("Provider", _column("provider")),
    "api_key_id": ("API key", _column("key_hash")),
    "user": ("User", _column("user_id")),
    "workspace": ("Workspace", _column("workspace_id")),
    "external_user": ("External user", _column("external_user")),
    "origin": ("Origin", _column("origin")),
    "finish_reason": ("Finish reason", _column("finish_reason")),
    "generation_id": ("Generation", _column("id")),
}
OPERATORS: Mapping[str, Callable[[str, Sequence[str]], bool]] = {
    "eq": lambda value, wanted: value == wanted[0],
    "neq": lambda value, wanted: value != wanted[0],
    "in": lambda value, wanted: value in wanted,
    "not_in": lambda value, wanted: value not in wanted,
    "gt": lambda value, wanted: value > wanted[0],
    "gte": lambda value, wanted: value >= wanted[0],
    "lt": lambda value, wanted: value < wanted[0],
    "lte": lambda value, wanted: value <= wanted[0],
}
OF_ARRAYS = frozenset({"in", "not_in"})
GRANULARITIES: Mapping[str, Callable[[datetime], datetime]] = {
    "minute": lambda at: at,
    "hour": lambda at: at.replace(minute=0),
    "day": lambda at: at.replace(hour=0, minute=0),
    "week": lambda at: at.replace(hour=0, minute=0) - timedelta(days=at.weekday()),
    "month": lambda at: at.replace(day=1, hour=0, minute=0),
}


def interval(granularity: str, row: Row) -> str:
    """Return when the interval of a row begins."""
    at = datetime.fromtimestamp(row["at"], UTC).replace(second=0, microsecond=0)
    return GRANULARITIES[granularity](at).strftime("%Y-%m-%dT%H:%M:%S.000Z")


def day(at: float) -> str:
    """Return a day in UTC."""
    return datetime.fromtimestamp(at, UTC).date().isoformat()

"""Report what an account has spent: by day and model, by key, and what is left.

    python docs/examples/cost_report.py

Without OPENROUTER_API_KEY that shows a week of invented calls on a local OpenRouter. With a management key in
OPENROUTER_API_KEY it reports on your account; it only reads. `--days 30` goes back as far as
OpenRouter does. Needed:
`pip install 'openrouter-funcs[testing]' rich`.

- Days are whole days in UTC, and today is not among them: what was spent today stands in the table of keys.
- OpenRouter has a row for each provider of a model, of the last 30 days; the report adds them up.
- Keys are those of the default workspace.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from datetime import UTC, datetime, timedelta
from itertools import groupby
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Column, Table

from openrouter_core import Err, Ok, OpenRouterCore, unwrap
from openrouter_funcs.analytics_get_user_activity import analytics_get_user_activity
from openrouter_funcs.api_keys_create import api_keys_create
from openrouter_funcs.api_keys_list import api_keys_list
from openrouter_funcs.chat_send import chat_send
from openrouter_funcs.credits_get_credits import credits_get_credits

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openrouter_core import Result
    from openrouter_funcs.api_keys_list import ApiKeysListError
    from openrouter_funcs.models.analytics import ActivityItem
    from openrouter_funcs.models.api_keys import ListAPIKeysResponseDataItem
    from openrouter_funcs.models.credit import GetCreditsResponseData

console = Console(markup=False, highlight=False)  # a key's name may hold anything


def main() -> int:
    """Report on the account of the environment, or on an invented one, and return the exit status."""
    parser = argparse.ArgumentParser(description="Report what an account has spent.")
    parser.add_argument("--days", type=int, default=7, help="how many days before today (default: 7)")
    days: int = parser.parse_args().days
    if os.environ.get("OPENROUTER_API_KEY"):
        with OpenRouterCore() as core:
            return report(core, days)
    return demonstration(days)


def report(core: OpenRouterCore, days: int) -> int:
    """Print each part of the report, or the error that kept us from it; return the exit status."""
    since = (datetime.now(UTC) - timedelta(days=days)).date().isoformat()
    for part in (
        analytics_get_user_activity(core).map(lambda got: by_day([each for each in got.data if each.date >= since])),
        keys_of(core).map(by_key),
        credits_get_credits(core).map(lambda got: left(got.data)),
    ):
        match part:
            case Ok(table):
                console.print(table)
            case Err(error):
                console.print(f"No report: {error}", style="red")
                return 1
    return 0


def keys_of(core: OpenRouterCore) -> Result[Sequence[ListAPIKeysResponseDataItem], ApiKeysListError]:
    """Return all keys, those that are out of use included: they have spent, too."""
    listed = api_keys_list(core, include_disabled=True, include_expired=True)
    return listed.and_then(lambda page: page.collect())


def by_day(activity: Sequence[ActivityItem]) -> Table:
    """Return a row for each day and model, whoever provided it."""
    table = Table("day", "model", *amounts("requests", "tokens", "US dollars"), title="By day and model")
    for (day, model), rows in groupby(sorted(activity, key=day_and_model), day_and_model):
        each = list(rows)
        tokens = sum(row.prompt_tokens + row.completion_tokens for row in each)
        table.add_row(day, model, f"{sum(row.requests for row in each):,}", f"{tokens:,}", dollars(spent(each)))
    table.add_section()
    table.add_row("total", "", f"{sum(row.requests for row in activity):,}", "", dollars(spent(activity)))
    return table


def by_key(keys: Sequence[ListAPIKeysResponseDataItem]) -> Table:
    """Return a row for each key, the dearest of this month first."""
    table = Table("key", *amounts("today", "this week", "this month", "limit", "left of it"), title="By key")
    for key in sorted(keys, key=lambda each: -each.usage_monthly):
        usage = (key.usage_daily, key.usage_weekly, key.usage_monthly, key.limit, key.limit_remaining)
        table.add_row(key.name, *map(dollars, usage))
    return table


def left(credits: GetCreditsResponseData) -> str:  # noqa: A002 - what OpenRouter calls them
    """Say what is left of the account's credits."""
    bought, used = credits.total_credits, credits.total_usage
    return f"Credits: {dollars(bought - used)} left of {dollars(bought)} US dollars"


def day_and_model(row: ActivityItem) -> tuple[str, str]:
    """Return what rows are put together by."""
    return row.date, row.model


def spent(rows: Sequence[ActivityItem]) -> float:
    """Return what was paid: the account's credits, and what providers charged on keys of your own."""
    return sum(row.usage + row.byok_usage_inference for row in rows)


def dollars(amount: float | None) -> str:
    """Return an amount for people; models cost little, so cents are too coarse."""
    return "" if amount is None else f"{amount:.4f}"


def amounts(*titles: str) -> list[Column]:
    """Return columns of numbers."""
    return [Column(title, justify="right") for title in titles]


# --- The demonstration -------------------------------------------------------------------------------------------


def demonstration(days: int) -> int:
    """Report on a week of calls with two customers' keys, on a local OpenRouter."""
    from openrouter_core.testing import LocalOpenRouter

    now = time.time()
    ago = 0.0  # seconds
    with LocalOpenRouter(clock=lambda: now - ago) as server, server.core() as core:
        console.print(f"A week of invented calls on a local OpenRouter, {server.url}\n")
        keys = [unwrap(api_keys_create(core, name=name, limit=5)).key for name in ("acme", "globex")]
        for day in range(7, -1, -1):
            ago = day * 86_400
            for key, model in zip(keys, ("openai/gpt-5", "anthropic/claude-sonnet-4.5"), strict=True):
                server.model.reply("Hello", usage={"prompt_tokens": 900 * day, "completion_tokens": 400})
                with server.core(key.reveal()) as customer:
                    unwrap(chat_send(customer, model=model, messages=[{"role": "user", "content": "Hello"}]))
        return report(core, days)


if __name__ == "__main__":
    sys.exit(main())

"""The report on what was spent: its sums are those of the calls that were made, and it only reads."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeAlias

import pytest

from openrouter_core import unwrap
from openrouter_core.testing import LocalOpenRouter
from openrouter_funcs.api_keys_create import api_keys_create
from openrouter_funcs.chat_send import chat_send

if TYPE_CHECKING:
    from collections.abc import Callable

    from .conftest import Examples

    Report: TypeAlias = Callable[..., tuple[object, str]]

DAY = 86_400
NOW = time.time()


class Account:
    """A local OpenRouter whose calls can be made on another day."""

    def __init__(self) -> None:
        self.days_ago = 0
        self.server = LocalOpenRouter(clock=lambda: NOW - self.days_ago * DAY)

    def spend(self, days_ago: int, cost: float, model: str = "openai/gpt-5", key: str | None = None) -> None:
        """Make one call, that costs so much, so many days ago."""
        self.days_ago = days_ago
        self.server.model.reply("Hello", usage={"prompt_tokens": 1000, "completion_tokens": 234, "cost": cost})
        with self.server.core(key) as core:
            unwrap(chat_send(core, model=model, messages=[{"role": "user", "content": "Hello"}]))
        self.days_ago = 0


@pytest.fixture(scope="module")
def account() -> Account:
    """Return an account, not started."""
    return Account()


@pytest.fixture
def report(account: Account, examples: Examples) -> Report:
    """Run the script on the account; return its exit code and what it printed."""

    def run(*arguments: str) -> tuple[object, str]:
        place = {"OPENROUTER_API_KEY": account.server.management_key, "OPENROUTER_BASE_URL": account.server.url}
        return examples.run_here("cost_report.py", *arguments, COLUMNS="100", **place)

    return run


def cells(printed: str) -> list[list[str]]:
    """Return what stands in the rows of the tables, without the columns that are empty."""
    lines = [line for line in printed.splitlines() if line.startswith("│")]
    return [[cell.strip() for cell in line.strip("│").split("│") if cell.strip()] for line in lines]


def day(ago: int) -> str:
    """Return a day as the report writes it."""
    return datetime.fromtimestamp(NOW - ago * DAY, UTC).date().isoformat()


def test_its_sums_are_those_of_the_calls(account: Account, report: Report) -> None:
    """By day and model, by key, and in all; a key that is out of use has spent, too; nothing is changed."""
    with account.server as server, server.core() as core:
        acme = unwrap(api_keys_create(core, name="acme", limit=1)).key.reveal()
        gone = unwrap(api_keys_create(core, name="gone", expires_at="2126-01-01T00:00:00Z")).key.reveal()
        for _ in range(2):
            account.spend(1, 0.125)
        account.spend(1, 0.5, model="anthropic/claude-sonnet-4.5")
        account.spend(3, 0.25, key=acme)
        account.spend(9, 64, key=gone)  # too long ago for the first table
        account.spend(0, 0.0625, key=acme)  # today: in the second only
        before = len(server.requests)
        code, printed = report()
        assert {request.method for request in server.requests[before:]} == {"GET"}
        longer = report("--days", "30")[1]
    assert code == 0
    rows = cells(printed)
    assert rows[:4] == [
        [day(3), "openai/gpt-5", "1", "1,234", "0.2500"],
        [day(1), "anthropic/claude-sonnet-4.5", "1", "1,234", "0.5000"],
        [day(1), "openai/gpt-5", "2", "2,468", "0.2500"],
        ["total", "4", "1.0000"],
    ]
    keys = {row[0]: row for row in rows[4:]}
    assert keys.keys() >= {"acme", "gone"}
    assert (keys["acme"][1], keys["acme"][-2:]) == ("0.0625", ["1.0000", "0.6875"])
    assert "Credits: 934.9375 left of 1000.0000 US dollars" in printed
    assert [day(9), "openai/gpt-5", "1", "1,234", "64.0000"] in cells(longer)


@pytest.mark.parametrize("path", ["/activity", "/keys", "/credits"])
def test_what_cannot_be_read_is_said(account: Account, report: Report, path: str) -> None:
    """Whichever part it is, and with the error's own words; the exit status tells it, too."""
    with account.server as server:
        server.fail(path=path, status=403)
        code, printed = report()
    assert code == 1
    assert "No report: " in printed
    assert " 403 " in printed

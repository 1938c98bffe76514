"""The table of `docs/streams.md` is what the clients do, and ours does better: right in each of its cases."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.util import find_spec
from typing import TYPE_CHECKING

import pytest

from openrouter_core import OpenRouterCore, RetryConfig, unwrap
from openrouter_funcs.chat_send import chat_send_stream
from tests.peers.event_streams import CASES, CLIENTS, run, verdict
from tests.processes import environment

from .pages import DOCS, ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE = (DOCS / "streams.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| .*(?=\n)", PAGE[PAGE.index("| stream |") :].partition("\n\n")[0] + "\n", re.MULTILINE)
LIMIT = 20_000_000
"""Bytes of an event: one of the cases is just above what is allowed by default."""
RUNS = 3
"""A busy machine may deliver two pieces of a stream as one, and so spare a client what the case is about."""


def openrouter_funcs(url: str) -> Iterator[str | None]:
    """Yield the content of each chunk; raise the error that ends the stream."""
    once = RetryConfig(strategy="none")
    with (
        OpenRouterCore(api_key="k", server_url=url, timeout=10, retry_config=once, max_response_bytes=LIMIT) as core,
        unwrap(chat_send_stream(core, model="m", messages=[{"role": "user", "content": "Hello"}])) as stream,
    ):
        for event in stream:
            for choice in unwrap(event).choices:
                yield choice.delta.content


@pytest.mark.parametrize("title", CASES)
def test_ours_is_right(title: str) -> None:
    """All content that came whole, and an error for each stream that did not end well, with the server's words."""
    case = CASES[title]
    assert verdict(case, *run(openrouter_funcs, case)).startswith("right")


def test_the_table_is_what_the_clients_do() -> None:
    """Row by row, of the versions that the head of the table names."""
    missing = [name for name in CLIENTS if find_spec(name.replace("-", "_")) is None]
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")
    seen: set[str] = set()
    for _ in range(RUNS):
        command = [sys.executable, "-m", "tests.peers.event_streams"]
        printed = subprocess.run(command, cwd=ROOT, env=environment(), capture_output=True, text=True, check=True)
        head, _, *rows = printed.stdout.splitlines()
        assert ROWS[0] == head, "the table is of other versions: paste what the script prints"
        seen.update(rows)
        if seen >= set(ROWS[1:]):
            break
    assert [row for row in ROWS[1:] if row not in seen] == []
    assert len(ROWS) == len(CASES) + 2


def test_the_readme_quotes_the_table() -> None:
    """How many of the cases there are, and how many the official client and openai get right."""
    totals = dict(zip(CLIENTS, re.findall(r"(\d+) of (\d+)", ROWS[-1]), strict=True))
    right, cases = zip(totals["openrouter"], totals["openai"], strict=True)
    row = next(
        line for line in (ROOT / "README.md").read_text(encoding="utf-8").splitlines() if "event streams" in line
    )
    assert row.startswith(f"| Of {cases[0]} event streams")
    assert re.findall(r"\| \[?(\d+)", row)[:3] == [cases[0], *right]

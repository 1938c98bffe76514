"""What docs/security.md names as a test of its promises is there."""

from __future__ import annotations

import re

from .pages import DOCS, ROOT

PAGE = (DOCS / "security.md").read_text(encoding="utf-8")


def test_each_promise_names_a_test_that_is_there() -> None:
    """Every row of the table has one, and no file of it has moved away."""
    rows = re.findall(r"^\| (.+) \| (.+) \|$", PAGE, re.MULTILINE)[1:]
    assert len(rows) >= 10
    for promise, shown in rows:
        assert "tests/" in shown or ".md" in shown, promise
        for path in re.findall(r"`(tests/[\w/.]+)`", shown):
            assert (ROOT / path).exists(), path

"""`docs/retries.md` is what it says: its Python runs, its recipe is the example's, its defaults are the real ones."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs
import pytest

from openrouter_core import BackoffStrategy, RetryConfig
from openrouter_core.testing import LocalOpenRouter
from tests.systems import needs_posix_shell

from .pages import DOCS, ROOT, blocks_of, in_a_shell

if TYPE_CHECKING:
    from pathlib import Path

PAGE = (DOCS / "retries.md").read_text(encoding="utf-8")
EXAMPLE = (DOCS / "examples" / "create_once.py").read_text(encoding="utf-8")
BLOCKS = blocks_of("retries.md")
SCRIPTS = [text for language, text in BLOCKS if language == "python" and text not in EXAMPLE]


def test_every_block_of_the_page_is_known() -> None:
    """A block in another language would not be run, and the recipe is the example's to the letter."""
    assert {language for language, _ in BLOCKS} == {"python", "sh"}
    recipes = [text for language, text in BLOCKS if language == "python" and text in EXAMPLE]
    assert len(recipes) == 1
    assert recipes[0].startswith("def create_once(")


@pytest.mark.parametrize("script", SCRIPTS, ids=range(len(SCRIPTS)))
def test_every_python_block_runs(tmp_path: Path, script: str) -> None:
    """As it stands, in a process of its own, where the environment names a local OpenRouter."""
    with LocalOpenRouter() as server:
        server.seed(2)
        place = {"OPENROUTER_BASE_URL": server.url, "OPENROUTER_API_KEY": server.management_key}
        in_a_shell("python", "-W", "error", "-c", script, folder=tmp_path, **place)


@needs_posix_shell
def test_the_commands_run() -> None:
    """The example, from the root of the repository."""
    (command,) = [text for language, text in BLOCKS if language == "sh"]
    assert "there exactly once" in in_a_shell("sh", "-ec", command, folder=ROOT)


@pytest.mark.parametrize("config", [RetryConfig(), BackoffStrategy()], ids=lambda config: type(config).__name__)
def test_the_defaults_of_the_page_are_the_real_ones(config: RetryConfig | BackoffStrategy) -> None:
    """Every field has its row, and its default there."""
    rows = dict(re.findall(r"^\| `(\w+)` \| `(.+?)` \|", PAGE, re.MULTILINE))
    for name, default in attrs.asdict(config, recurse=False).items():
        expected = "BackoffStrategy()" if isinstance(default, BackoffStrategy) else repr(default).replace("'", '"')
        assert rows[name] == expected

"""Every block of code in README and docs runs as it stands, and prints what the page says."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING
from unittest import SkipTest

import pytest

from openrouter_core.testing import LocalOpenRouter
from tests.processes import environment

from .pages import EXAMPLES, PAGES, PROSE, ROOT, Reader, file_name, is_excerpt

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BLOCK = re.compile(r"^```(\S*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
CHECKERS = {
    "mypy": ["--strict", f"--cache-dir={ROOT / '.mypy_cache' / 'pages'}", "."],
    "pyright": [f"--pythonpath={sys.executable}"],
}
SKIPPED = re.compile(r"<!--\s*skip: (.*?)\s*-->")
OTHERS = re.compile(r"^(from (openrouter|celery|snapshot_restore_py) import|import litellm)", re.MULTILINE)
"""Code for other packages that is not ours to check, or that is not installed here."""


@pytest.fixture(scope="module")
def server() -> Iterator[LocalOpenRouter]:
    """Run one server for all pages."""
    with LocalOpenRouter() as running:
        yield running


def name(page: Path) -> str:
    """Return a page's path as people write it."""
    return str(page.relative_to(ROOT))


@pytest.mark.parametrize("page", [page for page in PAGES if BLOCK.search(page.read_text(encoding="utf-8"))], ids=name)
def test_every_block_of_a_page_runs(
    page: Path, server: LocalOpenRouter, tmp_path: Path, subtests: pytest.Subtests
) -> None:
    """In the order of the page; an `output` block is what the block before it prints."""
    with Reader(tmp_path, server) as reader:
        for example in reader.examples(page):
            with subtests.test(line=example.line):
                try:
                    example.evaluate()
                except SkipTest as reason:
                    pytest.skip(str(reason))


@pytest.mark.parametrize("checker", CHECKERS)
def test_a_type_checker_finds_nothing_to_say_of_the_blocks(checker: str, tmp_path: Path) -> None:
    """That no error reaches `assert_never`, say, a run cannot show."""
    for page in PAGES:
        if page.name == "notebooks.md":  # its blocks are cells of one session, which a test of their own runs
            continue
        for number, (language, block) in enumerate(BLOCK.findall(page.read_text(encoding="utf-8"))):
            if language == "python" and not OTHERS.search(block) and not is_excerpt(block):
                name = file_name(block) or f"{page.parent.name}_{page.stem}_{number}.py".replace("-", "_")
                (tmp_path / name).write_text(block, encoding="utf-8")
    arguments = [sys.executable, "-m", checker, *CHECKERS[checker]]
    checked = subprocess.run(arguments, cwd=tmp_path, env=environment(), capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_no_block_is_overlooked() -> None:
    """A block in a language that nobody runs, or in none at all, is prose by intention."""
    languages = {language for page in PAGES for language, _ in BLOCK.findall(page.read_text(encoding="utf-8"))}
    directives = {language for language in languages if language.startswith("{")}
    assert directives <= {"{eval-rst}", "{include}", "{toctree}"}
    assert languages - directives <= {"python", "sh", "js", "output"} | PROSE


def test_a_block_that_is_not_run_says_why() -> None:
    """One block, or all from `start` to `end`, and with a reason that the test run shows."""
    skips = [skip for page in PAGES for skip in SKIPPED.findall(page.read_text(encoding="utf-8"))]
    assert skips
    assert [skip for skip in skips if skip != "end" and not re.fullmatch(r'(next|start) "\w.{10,}"', skip)] == []


def test_the_service_on_the_page_is_the_one_in_the_folder() -> None:
    """To the letter: what is read is what is run, and what can be copied as files."""
    text = (ROOT / "docs" / "testing.md").read_text(encoding="utf-8")
    shown = [block for language, block in BLOCK.findall(text) if language == "python"]
    assert EXAMPLES["provider_keys.py"] in shown
    assert EXAMPLES["test_provider_keys.py"] in shown


def test_the_recipe_for_creating_once_is_the_example_s() -> None:
    """The excerpt on the page is a piece of the script that has tests of its own."""
    text = (ROOT / "docs" / "retries.md").read_text(encoding="utf-8")
    excerpts = [block for language, block in BLOCK.findall(text) if language == "python" and is_excerpt(block)]
    assert len(excerpts) == 1
    assert excerpts[0].startswith("def create_once(")
    assert excerpts[0] in EXAMPLES["create_once.py"]

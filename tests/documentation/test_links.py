"""Every link from page to page leads somewhere, on the site and where the repository is browsed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from .pages import DOCS, PAGES, ROOT, prose

if TYPE_CHECKING:
    from pathlib import Path

LINK = re.compile(r"\[[^]\n]*]\(<?([^)>\s]+)>?\)")
WITHOUT_TEXT = re.compile(r"(?<!!)\[\s*]\([^)]*\)")
HEADING = re.compile(r"^#{1,6} (.+)$", re.MULTILINE)
ENTRIES = re.compile(r"```{toctree}\n(.*?)```", re.DOTALL)


def name(page: Path) -> str:
    """Return a page's path as people write it."""
    return str(page.relative_to(ROOT))


def anchors(page: Path) -> set[str]:
    """Return the anchors of a page's headings, as GitHub makes them, and MyST with it."""
    headings = HEADING.findall(prose(page))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_relative_link_leads_to_a_file_and_a_heading(page: Path) -> None:
    """Links to elsewhere are `https`, and are not followed here."""
    broken: list[str] = []
    for link in LINK.findall(re.sub(r"`[^`\n]+`", "", prose(page))):
        if link.startswith("https://"):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        if not target.is_file() or (anchor and anchor not in anchors(target)):
            broken.append(link)
    assert broken == []


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_link_has_a_text(page: Path) -> None:
    """MyST would fill in the title of the page; GitHub shows nothing."""
    assert WITHOUT_TEXT.findall(prose(page)) == []


def test_every_page_is_in_the_navigation() -> None:
    """Whoever browses the site finds each page; Sphinx says the same, and this says it without Sphinx."""
    listed = {
        (page.parent / f"{re.sub('.*<|>', '', entry.strip())}.md").resolve()
        for page in PAGES
        for block in ENTRIES.findall(page.read_text(encoding="utf-8"))
        for entry in block.splitlines()
        if entry.strip() and not entry.startswith(":")
    }
    pages = {page for page in PAGES if DOCS in page.parents} - {DOCS / "index.md"}
    assert listed == pages


def test_the_page_of_examples_has_every_script() -> None:
    """By a link in a line of its own, below which the site shows it whole; pip installs none of them."""
    overview = (DOCS / "examples.md").read_text(encoding="utf-8").splitlines()
    scripts = [path.relative_to(DOCS) for path in (DOCS / "examples").rglob("*.py")]
    assert scripts
    links = [f"[{path.name}]({path.as_posix()})" for path in scripts]
    assert [link for link in links if link not in overview] == []

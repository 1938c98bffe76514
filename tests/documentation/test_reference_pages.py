"""The pages of functions have one skeleton, and leave out no function and no model; Sphinx fills in the entries."""

from __future__ import annotations

import re
from importlib import import_module
from pkgutil import walk_packages
from typing import TYPE_CHECKING

import pytest

import openrouter_funcs
from openrouter_funcs._generate.contract import endpoints
from openrouter_funcs._generate.decisions import topic

from .pages import DOCS

if TYPE_CHECKING:
    from pathlib import Path

REFERENCE = DOCS / "reference"
PAGES = sorted(set((REFERENCE / "functions").glob("*.md")) - {REFERENCE / "functions" / "index.md"})
SECTION = re.compile(
    r"^## (?P<title>.+)\n\nFrom `(?P<module>[\w.]+)`\.\n\n```{eval-rst}\n\.\. public:: (?P=module)\n```\n", re.MULTILINE
)


def stem(page: Path) -> str:
    """Return the family that a page is of."""
    return page.stem


@pytest.mark.parametrize("page", PAGES, ids=stem)
def test_a_page_has_the_skeleton(page: Path) -> None:
    """A title, a sentence, then a section for each module, the functions before what they take and return."""
    text = page.read_text(encoding="utf-8")
    assert re.fullmatch(r"# .+\n\n.+\.\n\n", text[: text.index("## ")])
    assert SECTION.sub("", text[text.index("## ") :]).strip() == ""
    sections = [section.groupdict() for section in SECTION.finditer(text)]
    functions = [each for each in sections if ".models." not in each["module"]]
    assert sections[: len(functions)] == functions
    assert all(each["module"] == f"openrouter_funcs.{each['title']}" for each in functions)


def test_every_module_has_its_section() -> None:
    """Once."""
    modules = [section["module"] for page in PAGES for section in SECTION.finditer(page.read_text(encoding="utf-8"))]
    named = [
        module.name
        for module in walk_packages(openrouter_funcs.__path__, "openrouter_funcs.")
        if "__main__" not in module.name
        if getattr(import_module(module.name), "__all__", ())
    ]
    assert sorted(modules) == sorted(named)


def test_the_overview_names_every_function() -> None:
    """With a link to its section, and its endpoint."""
    overview = (REFERENCE / "functions" / "index.md").read_text(encoding="utf-8")
    for each in endpoints():
        row = f"| [{each.function}]({topic(each.function)}.md#{each.function}) | `{each.method} {each.path}` |"
        assert row in overview

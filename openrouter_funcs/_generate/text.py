"""Lines of Python: docstrings, their paragraphs and lists, and imports."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

WIDTH = 120
FIRST = "# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those."

PLACES = {  # the modules of the names that types are written with
    "collections.abc": ("Mapping", "Sequence"),
    "types": ("NoneType",),
    "typing": ("Annotated", "Literal", "Required", "TypeAlias", "TypedDict"),
    "openrouter_core.files": ("File",),
    "openrouter_core.model": ("Extra", "Json", "OnDemand", "Unknown", "Vector", "Wire", "frozen"),
    "openrouter_core.operation": ("Attribution",),
    "openrouter_core.secret": ("Secret",),
}


def imports(names: Iterable[str], homes: Mapping[str, str]) -> list[str]:
    """Return the lines that import `names`; ruff sorts them."""
    where = {name: module for module, each in PLACES.items() for name in each}
    where |= {name: f"openrouter_funcs.models.{home}" for name, home in homes.items()}
    lines = [f"from {where[name]} import {name}" for name in sorted(names) if name in where]
    return lines + ["from openrouter_funcs import models as _models"] * ("_models" in names)


def sentence(words: str) -> str:
    """Return a phrase as a sentence."""
    if not words:
        return ""
    start = words[0].upper() + words[1:]
    return start if start.endswith((".", "!", "?")) else f"{start}."


def paragraph(words: str, indent: int, first: str = "", rest: str = "") -> str:
    """Return words as lines, `indent` blanks in; `first` goes before the first line and `rest` before the others."""
    margin = " " * indent
    margins: Any = {"initial_indent": margin + first, "subsequent_indent": margin + rest}
    filled = textwrap.fill(" ".join(words.split()), WIDTH, **margins, break_long_words=False, break_on_hyphens=False)
    return filled or margin + first  # words that are missing are named when all is written


def docstring(words: str, indent: int, *, summary: bool = True) -> str:
    """Return a docstring; with a `summary`, its first sentence stands alone when all does not fit into one line."""
    if '"""' in words or words.endswith(('"', "\\")):
        raise ValueError(f"a docstring cannot say or end with this: {words}")
    margin = " " * indent
    raw = "r" if "\\" in words else ""
    lines = paragraph(words, indent, f'{raw}"""')
    if summary and ("\n" in lines or len(lines) + 3 > WIDTH):
        first, _, rest = " ".join(words.split()).partition(". ")
        more = f"\n\n{paragraph(rest, indent)}\n{margin}" if rest else ""
        return f'{margin}{raw}"""{first.removesuffix(".")}.{more}"""'
    return f'{lines}\n{margin}"""' if len(lines.rsplit("\n", 1)[-1]) + 3 > WIDTH else f'{lines}"""'


def described(words: str, indent: int) -> list[str]:
    """Return the docstring of an attribute or an alias, if it has words."""
    return [docstring(sentence(words), indent, summary=False)] if words else []

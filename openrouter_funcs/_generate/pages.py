"""Writes the pages of the reference, and the lists in other pages, between `<!-- functions -->` and `<!-- end -->`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from openrouter_funcs._generate import decisions
from openrouter_funcs._generate.contract import Endpoint, endpoints

if TYPE_CHECKING:
    from openrouter_funcs._generate.symbols import Symbols
    from openrouter_funcs._generate.words import Words

_ENTRY = "From `{module}`.\n\n```{{eval-rst}}\n.. public:: {module}\n```\n"
_LIST = re.compile(r"(?<=<!-- functions -->\n).*?(?=<!-- end -->)", re.DOTALL)


def reference(symbols: Symbols, words: Words) -> dict[str, str]:
    """Return the pages by their names: one for each topic, one for shared types, and the list of all functions."""
    homes = sorted({each.home for each in symbols.all.values()})
    pages = {topic: _page(topic, f"# {title}\n\n{about}\n", homes) for topic, title, about in _topics(words)}
    shared = words.keys("common", "shared")
    pages["shared"] = "# Shared types\n\nTypes that several families share.\n" + "".join(
        _section(home, f"models.{home}") for home in shared
    )
    pages["index"] = _index(words)
    return pages


def _of(topic: str) -> list[Endpoint]:
    return [each for each in endpoints() if decisions.topic(each.function) == topic]


def _topics(words: Words) -> list[tuple[str, ...]]:  # each with its title and what it is about
    said = ("title", "about")
    return [
        (each, *(words.of("common", f"topics.{each}", key) for key in said)) for each in words.keys("common", "topics")
    ]


def _section(heading: str, module: str) -> str:
    return f"\n## {heading}\n\n" + _ENTRY.format(module=f"openrouter_funcs.{module}")


def _page(topic: str, head: str, homes: list[str]) -> str:
    parts = [head, *(_section(name, name) for name in _functions(topic))]
    names = {topic: "Requests and responses"}
    if topic in decisions.HALVES:
        names = {
            f"{topic}_params": "Requests",
            f"{topic}_options": "Optional parts of requests",
            topic: "Responses",
            f"{topic}_parts": "Optional parts of responses",
            f"{topic}_enums": "Enumerations",
        }
    parts += [_section(heading, f"models.{home}") for home, heading in names.items() if home in homes]
    return "".join(parts)


_ALL = """# All functions

Each has an `_async` form, and those that stream have `_stream` and `_stream_async` forms, too.
"""


def _index(words: Words) -> str:
    lines = [_ALL]
    for topic, title, _ in _topics(words):
        lines += [f"## {title}", "", "| function | endpoint | key | TypeScript |", "|---|---|---|---|"]
        lines += [*map(_row, _of(topic)), ""]
    entries = "\n".join(["", *words.keys("common", "topics"), "shared"])
    return "\n".join(lines) + f"\n```{{toctree}}\n:hidden:\n{entries}\n```\n"


def _row(each: Endpoint) -> str:
    key = {"api": "ordinary"}.get(each.key, each.key)
    link = f"[{each.function}]({decisions.topic(each.function)}.md#{each.function})"
    return f"| {link} | `{each.method} {each.path}` | {key} | {f'`{each.typescript}`' if each.typescript else 'none'} |"


def with_families(page: str, folder: str, words: Words) -> str:
    """Return a page with its list of families as it is now; `folder` leads from it to the pages of the reference."""
    rows = [
        f"| [{title}]({folder}{topic}.md) | {about} | {len(_functions(topic))} |"
        for topic, title, about in _topics(words)
    ]
    return _LIST.sub(
        lambda _: "\n".join(["", "| family | what it is for | functions |", "|---|---|---:|", *rows, "", ""]), page
    )


def _functions(topic: str) -> list[str]:
    by_hand = [name for name in decisions.BY_HAND if decisions.topic(name) == topic]
    return [*(each.function for each in _of(topic)), *by_hand]

"""Our words for functions, parameters, fields and values, from `words/*.toml`. What is missing or unused is reported.

A file holds the words of one topic. Tables are named after functions and schemas; `_` says what the whole is.
`[fields]` says once what a field means in every class of the file that has no words of its own for it.
"""

from __future__ import annotations

import tomllib
from fnmatch import fnmatch
from pathlib import Path
from typing import Any, cast

Table = dict[str, Any]
FOLDER = Path(__file__).parent / "words"


class Words:
    """All words, and which of them were asked for."""

    def __init__(self) -> None:
        self._files = {
            path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.toml"))
        }
        self._places = {table: topic for topic, file in self._files.items() for table in file if table[0].isupper()}
        self._asked: set[tuple[str, str, str]] = set()
        self.missing: list[str] = []

    def of(self, topic: str, table: str, key: str = "_", *, needed: bool = True) -> str:
        """Return the words for a key of a table, or for the table itself; empty for what is left to its type."""
        topic = self._places.get(table, topic)  # what is taken and given stands with one of the two
        file = self._files.get(topic, {})
        places = [table] if key == "_" or table[0].islower() else [table, "fields"]
        for place in places:
            if key in _table(file, place):
                self._asked.add((topic, place, key))
                return str(_table(file, place)[key]).strip()
        for pattern in file.get("unexplained", ()):
            if fnmatch(f"{table}.{key}", pattern):
                self._asked.add((topic, "unexplained", pattern))
                return ""
        self.missing += [f"{topic}.toml [{table}] {key}"] if needed else []
        return ""

    def maybe(self, topic: str, table: str, key: str) -> str:
        """Return words that need not be there."""
        return self.of(topic, table, key, needed=False)

    def keys(self, topic: str, table: str) -> list[str]:
        """Return the keys of a table, in their order."""
        return list(_table(self._files[topic], table))

    def unused(self) -> list[str]:
        """Return the words that nothing has asked for."""
        return [
            f"{topic}.toml {place} {key}"
            for topic, file in self._files.items()
            for place, key in _keys(file)
            if (topic, place, key) not in self._asked
        ]


def _table(file: Table, name: str) -> Table:
    for part in name.split("."):
        file = file.get(part, {})
    return file


def _keys(file: Table, place: str = "") -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for key, value in file.items():
        if isinstance(value, dict):
            found += _keys(cast("Table", value), f"{place}.{key}".lstrip("."))
        elif key == "unexplained":
            found += [(key, pattern) for pattern in value]
        else:
            found.append((place, key))
    return found

"""The table: every case of hostile input by number. `python -m tests.hostile` prints it, and how many there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.hostile import cases_arguments, cases_bodies, cases_echoes, cases_environment, cases_redirects

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.hostile.case import Case

__all__ = ["SECTIONS", "TABLE", "count"]

SECTIONS = {
    1: ("Arguments", cases_arguments.CASES),
    2: ("Environment and URLs", cases_environment.CASES),
    3: ("Bodies", cases_bodies.CASES),
    4: ("Redirects and cookies", cases_redirects.CASES),
    5: ("Keys that the server says aloud", cases_echoes.CASES),
}

TABLE: Mapping[str, Case] = {
    f"{section}.{number}": case
    for section, (_, cases) in SECTIONS.items()
    for number, case in enumerate(cases, start=1)
}


def count() -> str:
    """Return how many cases there are, in a line."""
    parts = ", ".join(f"{len(cases)} of {title.lower()}" for title, cases in SECTIONS.values())
    return f"{len(TABLE)} cases of hostile input, each sync and async: {parts}"

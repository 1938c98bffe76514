"""Print the table of hostile input: `python -m tests.hostile`."""

from __future__ import annotations

import sys

from tests.hostile.table import SECTIONS, TABLE, count

for number, case in TABLE.items():
    section, _, place = number.partition(".")
    if place == "1":
        sys.stdout.write(f"\n{section}. {SECTIONS[int(section)][0]}\n\n")
    sys.stdout.write(f"{number:<6} {case.title}: {case.expected}\n")
sys.stdout.write(f"\n{count()}\n")

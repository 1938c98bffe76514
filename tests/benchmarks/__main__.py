"""Measure, and print one Markdown table: `python -m tests.benchmarks [row ...]`, from a checkout.

pip install -e '.[bench]'
python -m tests.benchmarks                                  # every row; a quarter of an hour
python -m tests.benchmarks warm --clients ours,httpx        # the rows whose names contain "warm"
python -m tests.benchmarks concurrent --without sniffio     # where measured processes do not find a package
python -m tests.benchmarks --write                          # and put the table into docs/performance.md
"""

from __future__ import annotations

import argparse
import platform
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.clients import BARE, NAMES, OFFICIAL, OURS, PEER
from tests.benchmarks.place import CHECKOUT, prepared
from tests.benchmarks.rows import ROWS, Bench
from tests.benchmarks.talkers import OPENAI

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tests.benchmarks.rows import Line

__all__ = ["conditions", "main", "write"]

PAGE = CHECKOUT / "docs" / "performance.md"
BEGIN, END = "<!-- begin: python -m tests.benchmarks --write -->", "<!-- end -->"
RUNS = 9
HEADINGS = {
    OURS: "openrouter-funcs",
    BARE: "bare httpx",
    OFFICIAL: "official Python",
    PEER: "openapi-python-client",
    OPENAI: "openai",
}
PACKAGES = (
    "openrouter-funcs",
    "httpx",
    "httpcore",
    "httpx2",
    "attrs",
    "cattrs",
    "sniffio",
    "openrouter",
    "openapi-python-client",
    "openai",
    "pyperf",
)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure the rows that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rows", nargs="*", help=f"parts of names of {', '.join(ROWS)}; all when absent")
    parser.add_argument("--runs", type=int, default=RUNS, help="rounds, of which the median counts (default: 9)")
    parser.add_argument("--clients", default=",".join((*NAMES, OPENAI)), help="which are measured, separated by commas")
    parser.add_argument("--without", default="", help="packages that are left out, separated by commas")
    parser.add_argument("--hurry", action="store_true", help="one loop of each, which shows that it runs and no more")
    parser.add_argument("--write", action="store_true", help="put the table into docs/performance.md, too")
    given = parser.parse_args(arguments)
    clients, without = tuple(given.clients.split(",")), frozenset(given.without.split(",")) - {""}
    names = [name for name in ROWS if not given.rows or any(part in name for part in given.rows)]
    with prepared(given.runs, generate=PEER in clients, without=without) as place:
        table = list(_printed(_table(Bench(place, clients, given.hurry), names)))
    table += _printed(["", *conditions(given.runs, without)])
    if given.write:
        write("\n".join(table), PAGE)


def write(table: str, page: Path) -> None:
    """Put `table` between the marks in `page`."""
    before, _, rest = page.read_text().partition(BEGIN)
    page.write_text(f"{before}{BEGIN}\n\n{table}\n\n{END}{rest.partition(END)[2]}")


def _printed(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        print(line, flush=True)
        yield line


def _table(bench: Bench, names: Iterable[str]) -> Iterator[str]:
    columns = [HEADINGS[name] for name in (OURS, BARE)]
    others = [name for name in bench.clients if name not in {OURS, BARE}]
    columns += ["ratio", "by CPU time", "target", *(f"{HEADINGS[name]} (ratio)" for name in others)]
    yield f"| what | {' | '.join(columns)} |"
    yield f"|---|{'---|' * len(columns)}"
    for name in names:
        for line in ROWS[name](bench):
            yield _row(line, others)


def _row(line: Line, others: Iterable[str]) -> str:
    cells = [line.cells.get(OURS, ""), line.cells.get(BARE, ""), line.ratio, line.by_cpu, line.target]
    return f"| {line.what} | {' | '.join([*cells, *(line.cells.get(name, '') for name in others)])} |"


def conditions(runs: int, without: frozenset[str]) -> Iterator[str]:
    """Yield the lines under a table: how it was measured, on what, and with which versions."""
    yield f"Medians of {runs} rounds, in which the clients took turns, on {datetime.now(UTC):%Y-%m-%d}:"
    yield f"{_processor()}, {platform.system()} {platform.machine()}, CPython {platform.python_version()};"
    yield f"{', '.join(_versions(without))}."


def _processor() -> str:
    import os

    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        lines = []
    model = next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "processor")
    return f"{os.cpu_count()} cores of {model}"


def _versions(without: frozenset[str]) -> Iterator[str]:
    for package in PACKAGES:
        if package in without:
            yield f"without {package}"
            continue
        try:
            yield f"{package} {version(package)}"
        except PackageNotFoundError:
            yield f"{package} not installed"


if __name__ == "__main__":
    main()

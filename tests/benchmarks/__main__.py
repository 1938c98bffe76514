"""Measure, and print one Markdown table: `python -m tests.benchmarks [row ...]`, from a checkout.

pip install -e '.[bench]'
python -m tests.benchmarks                                  # every row; half an hour, or with --runs 3 a third of it
python -m tests.benchmarks warm --clients ours,httpx        # the rows whose names contain "warm"
python -m tests.benchmarks concurrent --without sniffio     # where measured processes do not find a package
python -m tests.benchmarks chat --peers ENVIRONMENT         # LiteLLM too, from an environment of its own
python -m tests.benchmarks --write                          # and put the table into docs/performance.md and the README
"""

from __future__ import annotations

import argparse
import json
import platform
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.clients import ALL, BARE, LITELLM, OFFICIAL, OPENAI, OURS, PEER, TYPESCRIPT
from tests.benchmarks.place import CHECKOUT, packages_of, prepared, versions
from tests.benchmarks.rows import ROWS, Bench
from tests.peers.official_typescript import NODE, PROJECT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tests.benchmarks.rows import Line

__all__ = ["conditions", "main", "write"]

PAGE, README = CHECKOUT / "docs" / "performance.md", CHECKOUT / "README.md"
BEGIN, END = "<!-- begin: python -m tests.benchmarks --write -->", "<!-- end -->"
RUNS = 9
HEADINGS = {
    OURS: "openrouter-funcs",
    BARE: "bare httpx",
    OFFICIAL: "official Python",
    TYPESCRIPT: "official TypeScript",
    OPENAI: "openai",
    LITELLM: "litellm",
    PEER: "openapi-python-client",
}
QUOTED = (OURS, OFFICIAL, TYPESCRIPT, OPENAI, LITELLM)
"""Whose ratios the README has."""
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
    "litellm",
    "pyperf",
)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure the rows that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rows", nargs="*", help=f"parts of names of {', '.join(ROWS)}; all when absent")
    parser.add_argument("--runs", type=int, default=RUNS, help="rounds, of which the median counts (default: 9)")
    parser.add_argument("--clients", default=",".join(ALL), help="which are measured, separated by commas")
    parser.add_argument("--without", default="", help="packages that are left out, separated by commas")
    parser.add_argument("--peers", help="a virtual environment of this version of Python, with LiteLLM in it")
    parser.add_argument("--hurry", action="store_true", help="one loop of each, which shows that it runs and no more")
    parser.add_argument("--write", action="store_true", help="put the table into docs/performance.md and the README")
    given = parser.parse_args(arguments)
    without = frozenset(given.without.split(",")) - {""}
    names = [name for name in ROWS if not given.rows or any(part in name for part in given.rows)]
    with prepared(given.runs, given.clients.split(","), without=without, peers=given.peers) as place:
        columns = [name for name in ALL if name in place.clients or name in {OURS, BARE}]
        table = list(_printed(_head(columns)))
        lines = [line for name in names for line in _measured(ROWS[name](Bench(place, given.hurry)), columns)]
    table += [_row(line, columns) for line in lines]
    table += _printed(["", *conditions(given.runs, without, given.peers)])
    if given.write:
        write("\n".join(table), PAGE)
        write("\n".join(quoted(lines, columns)), README)


def _measured(lines: Iterable[Line], columns: Sequence[str]) -> Iterator[Line]:
    for line in lines:
        print(_row(line, columns), flush=True)
        yield line


def quoted(lines: Iterable[Line], columns: Sequence[str]) -> Iterator[str]:
    """Yield the README's table: the ratios of some lines; a cell is empty where a client does no such work."""
    yield f"| as a ratio to bare httpx | {' | '.join(HEADINGS[name] for name in QUOTED)} |"
    yield "|---" * (len(QUOTED) + 1) + "|"
    for line in lines:
        if line.brief:
            cells = [line.ratios.get(name, "" if name in columns else "not measured") for name in QUOTED]
            yield f"| {line.brief} | {' | '.join(cells)} |"


def write(table: str, page: Path) -> None:
    """Put `table` between the marks in `page`."""
    before, _, rest = page.read_text().partition(BEGIN)
    page.write_text(f"{before}{BEGIN}\n\n{table}\n\n{END}{rest.partition(END)[2]}")


def _printed(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        print(line, flush=True)
        yield line


def _head(columns: Sequence[str]) -> Iterator[str]:
    others = [f"{HEADINGS[name]} (ratio)" for name in columns if name not in {OURS, BARE}]
    yield f"| what | {HEADINGS[OURS]} | {HEADINGS[BARE]} | {' | '.join(['ratio', 'by CPU time', 'target', *others])} |"
    yield f"|---|{'---|' * (len(others) + 5)}"


def _row(line: Line, columns: Sequence[str]) -> str:
    others = [
        f"{line.cells[name]} ({line.ratios[name]})" if name in line.cells else ""
        for name in columns
        if name not in {OURS, BARE}
    ]
    ours = [line.cells.get(OURS, ""), line.cells.get(BARE, ""), line.ratios.get(OURS, ""), line.by_cpu, line.target]
    return f"| {line.what} | {' | '.join([*ours, *others])} |"


def conditions(runs: int, without: frozenset[str], peers: str | None = None) -> Iterator[str]:
    """Yield the lines under a table: how it was measured, on what, and with which versions."""
    rounds = f"Medians of {runs} rounds" if runs > 1 else "One round"
    yield f"{rounds}, in which the clients took turns, on {datetime.now(UTC):%Y-%m-%d}:"
    yield f"{_processor()}, {platform.system()} {platform.machine()}, CPython {platform.python_version()};"
    yield f"{', '.join(_versions(without, peers))}."


def _processor() -> str:
    import os

    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        lines = []
    model = next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "processor")
    return f"{os.cpu_count()} cores of {model}"


def _versions(without: frozenset[str], peers: str | None) -> Iterator[str]:
    found = versions(PACKAGES, packages_of(peers) if peers else [])
    for package in PACKAGES:
        version = found.get(package, "not installed")
        yield f"without {package}" if package in without else f"{package} {version}"
    if NODE is not None:
        yield from (
            f"{name} {version}"
            for name, version in json.loads((PROJECT / "package.json").read_text())["dependencies"].items()
        )
        yield f"Node.js {subprocess.check_output([NODE, '--version'], text=True).strip().removeprefix('v')}"


if __name__ == "__main__":
    main()

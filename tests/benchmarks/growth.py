"""Plot what calls cost as they grow: `python -m tests.benchmarks.growth`, from a checkout.

Time and memory against the page's size, the number of credentials, how many calls are made at once, and how many
functions are imported; ours beside bare httpx and the official client. The figures go to
`docs/performance/growth.json`, and the plots beside it are drawn from there; `--redraw` measures nothing.

The times are the processor's, for plots made on a shared machine; the memory of calls is what Python allocates at most,
that of processes their greatest resident size.
"""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING, TypeAlias, cast

import attrs

from tests.benchmarks import memory, programs, timing
from tests.benchmarks.chart import Panel, bytes_in_words, draw, seconds_in_words
from tests.benchmarks.clients import BARE, OFFICIAL, OURS
from tests.benchmarks.place import CHECKOUT, prepared
from tests.benchmarks.rows import NOWHERE, median

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from tests.benchmarks.chart import Points
    from tests.benchmarks.place import Place

__all__ = ["FIGURES", "Curves", "main", "measure", "panels"]

FOLDER = CHECKOUT / "docs" / "performance"
FIGURES = "growth.json"
RUNS = 3
CLIENTS = {OURS: "openrouter-funcs", BARE: "bare httpx", OFFICIAL: "official Python client"}
STREAMED = "openrouter-funcs, streamed"

Curves: TypeAlias = "dict[str, dict[str, Points]]"
"""The lines of two plots, `time` and `memory`."""


def _once(_size: int) -> int:
    return 1


@attrs.frozen
class Growth:
    """What grows in one pair of plots, and how it is measured."""

    case: str
    sizes: tuple[int, ...]
    loops: Callable[[int], int]
    per: Callable[[int], int] = _once  # calls in one value


GROWTHS = {
    "page-size": Growth("page", (1, 2, 5, 10, 20, 50, 100), loops=lambda size: max(50, 400 // size)),
    "credentials": Growth("collect", (10, 100, 1_000, 10_000, 100_000), loops=lambda size: max(1, 1_000 // size)),
    "concurrency": Growth(
        "concurrent", (1, 4, 16, 64, 256), loops=lambda size: max(1, 256 // size), per=lambda size: size
    ),
}
IMPORTS = "imports"
NAMES = (*GROWTHS, IMPORTS)
FUNCTIONS = ("byok_list", "byok_get", "byok_create", "byok_update", "byok_delete")


def main(arguments: Sequence[str] | None = None, folder: Path = FOLDER) -> None:
    """Measure, unless told not to, and draw."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("plots", nargs="*", help=f"which are measured, of {', '.join(NAMES)}; all when absent")
    parser.add_argument("--runs", type=int, default=RUNS, help=f"rounds, of which the median counts (default: {RUNS})")
    parser.add_argument("--redraw", action="store_true", help="draw from the figures of the last time")
    given = parser.parse_args(arguments)
    if not given.redraw:
        with prepared(given.runs, generate=False) as place:
            for name in given.plots or NAMES:
                _keep(folder, name, measure(place, name))
    for name, curves in _kept(folder).items():
        (folder / f"{name}.svg").write_text(draw(panels(name, curves)))


def _keep(folder: Path, name: str, curves: Curves) -> None:
    folder.mkdir(exist_ok=True)
    (folder / FIGURES).write_text(json.dumps({**_kept(folder), name: curves}, indent=1, sort_keys=True) + "\n")


def _kept(folder: Path) -> dict[str, Curves]:
    path = folder / FIGURES
    return cast("dict[str, Curves]", json.loads(path.read_text())) if path.exists() else {}


# --- Measuring ---------------------------------------------------------------------------------------------------


def measure(place: Place, name: str, steps: int | None = None) -> Curves:
    """Return the lines of the plots `name`; with `steps`, only so many of their points, and in a hurry."""
    if name == IMPORTS:
        return _imports(place)
    growth = GROWTHS[name] if steps is None else attrs.evolve(GROWTHS[name], loops=_once)
    sizes = growth.sizes[:steps]
    curves: Curves = {"time": _times(place, growth, sizes), "memory": _memory(place, growth.case, sizes)}
    if growth.case == "collect":
        curves["memory"][STREAMED] = [(size, _traced(place, "stream", OURS, size)) for size in sizes]
    return curves


def _times(place: Place, growth: Growth, sizes: Sequence[int]) -> dict[str, Points]:
    lines: dict[str, list[tuple[float, float]]] = {name: [] for name in CLIENTS}
    for size in sizes:
        url = place.server.plain if growth.case == "concurrent" else NOWHERE
        workers = {
            name: timing.arguments(growth.case, name, url=url, size=size, loops=growth.loops(size), values=1)
            for name in CLIENTS
        }
        taken = place.take_turns(workers)
        for name, points in lines.items():
            points.append((size, median(taken, name, "cpu") / growth.per(size)))
    return {**lines}


def _memory(place: Place, case: str, sizes: Sequence[int]) -> dict[str, Points]:
    return {name: [(size, _traced(place, case, name, size)) for size in sizes] for name in CLIENTS}


def _traced(place: Place, case: str, client: str, size: int) -> float:
    url = place.server.plain if case == "concurrent" else NOWHERE
    return place.work(memory.arguments(case, client, url=url, size=size))[0]["traced"]


def _imports(place: Place) -> Curves:
    """Return what 1 to 5 functions cost; the others cost what they cost, however many are called."""
    counts = range(1, len(FUNCTIONS) + 1)
    ready = programs.ready(place.server.plain)
    ours = {
        str(count): ready[OURS] + "".join(f"from openrouter_funcs.{name} import {name}\n" for name in FUNCTIONS[:count])
        for count in counts
    }
    taken = place.spawn({**ours, BARE: ready[BARE], OFFICIAL: ready[OFFICIAL]})
    return {
        what: {
            name: [(count, median(taken, str(count) if name == OURS else name, of)) for count in counts]
            for name in CLIENTS
        }
        for what, of in (("time", "cpu"), ("memory", "peak"))
    }


# --- Drawing -----------------------------------------------------------------------------------------------------


TITLES = {
    "page-size": ("Processor time of a call", "Most memory allocated", "credentials on the page"),
    "credentials": ("Processor time to collect all", "Most memory allocated", "credentials"),
    "concurrency": ("Processor time of a call", "Most memory allocated by all", "calls at once"),
    IMPORTS: ("Processor time of the process", "Peak memory of the process", "functions imported"),
}


def panels(name: str, curves: Curves) -> list[Panel]:
    """Return the panels of one chart."""
    time, most, across = TITLES[name]
    even = name == IMPORTS
    return [
        _panel(time, across, curves["time"], seconds_in_words, even=even),
        _panel(most, across, curves["memory"], bytes_in_words, even=even),
    ]


def _panel(
    title: str, across: str, lines: Mapping[str, Points], worded: Callable[[float], str], *, even: bool
) -> Panel:
    series = {CLIENTS.get(name, name): lines[name] for name in (*CLIENTS, STREAMED) if name in lines}
    return Panel(title, across, series, worded, logarithmic=not even)


if __name__ == "__main__":
    main()

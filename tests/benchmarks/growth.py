"""Plot what calls cost as they grow: `python -m tests.benchmarks.growth`, from a checkout.

Time and memory of chats against the number of messages, of events, and of calls at once; of lists against the page's
size and the number of credentials; of starts and first calls against how many functions are imported, and against the
size of a family. Ours stand beside bare httpx, the official client and, where it does the same, openai. The figures go
to `docs/performance/growth.json`, and the plots beside it are drawn from there; `--redraw` measures nothing.

The times are the processor's, for plots made on a shared machine; the memory of calls is what Python allocates at most,
that of processes their greatest resident size.
"""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING, TypeAlias, cast

import attrs

from openrouter_core.testing.contract import BASE_PATH
from tests.benchmarks import memory, programs, timing
from tests.benchmarks.chart import Panel, bytes_in_words, draw, seconds_in_words
from tests.benchmarks.clients import BARE, OFFICIAL, OPENAI, OURS
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
CLIENTS = {OURS: "openrouter-funcs", BARE: "bare httpx", OFFICIAL: "official Python client", OPENAI: "openai"}
TALKING, KNOWING = (OURS, BARE, OFFICIAL, OPENAI), (OURS, BARE, OFFICIAL)
"""The clients of models, and those that know credentials."""

STREAMED = "openrouter-funcs, streamed"

Curves: TypeAlias = "dict[str, dict[str, Points]]"
"""The lines of two plots, `time` and `memory`."""


def _once(_size: int) -> int:
    return 1


@attrs.frozen
class Growth:
    """What grows in one pair of plots, and how it is measured; `path` is where on the server, else it is mocked."""

    case: str
    sizes: tuple[int, ...]
    loops: Callable[[int], int]
    clients: tuple[str, ...] = KNOWING
    path: str | None = None
    per: Callable[[int], int] = _once  # calls in one value

    def url(self, place: Place, size: int) -> str:
        """Return the base URL."""
        origin = place.server.plain.removesuffix(BASE_PATH)
        return NOWHERE if self.path is None else origin + self.path.format(size)


GROWTHS = {
    "messages": Growth("chat", (1, 2, 5, 10, 20, 50, 100), loops=lambda size: max(20, 200 // size), clients=TALKING),
    "events": Growth("events", (1, 10, 100, 1_000), lambda size: max(1, 100 // size), TALKING, "/burst/{}" + BASE_PATH),
    "concurrency": Growth(
        "concurrent-chat", (1, 4, 16, 64, 256), lambda size: max(1, 256 // size), TALKING, BASE_PATH, lambda size: size
    ),
    "page-size": Growth("page", (1, 2, 5, 10, 20, 50, 100), loops=lambda size: max(50, 400 // size)),
    "credentials": Growth("collect", (10, 100, 1_000, 10_000, 100_000), loops=lambda size: max(1, 1_000 // size)),
}
NUMBERS = (1, 10, 25, 50, 100, len(programs.ALL_FUNCTIONS))
STARTS = ("imports", "first-call", "families")
NAMES = (*GROWTHS, *STARTS)


def main(arguments: Sequence[str] | None = None, folder: Path = FOLDER) -> None:
    """Measure, unless told not to, and draw."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("plots", nargs="*", help=f"which are measured, of {', '.join(NAMES)}; all when absent")
    parser.add_argument("--runs", type=int, default=RUNS, help=f"rounds, of which the median counts (default: {RUNS})")
    parser.add_argument("--redraw", action="store_true", help="draw from the figures of the last time")
    given = parser.parse_args(arguments)
    if not given.redraw:
        with prepared(given.runs, TALKING) as place:
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
    if name in STARTS:
        return _starts(place, name, steps)
    growth = GROWTHS[name] if steps is None else attrs.evolve(GROWTHS[name], loops=_once)
    sizes = growth.sizes[:steps]
    curves: Curves = {"time": _times(place, growth, sizes), "memory": _memory(place, growth, sizes)}
    if growth.case == "collect":
        streamed = attrs.evolve(growth, case="stream")
        curves["memory"][STREAMED] = [(size, _traced(place, streamed, OURS, size)) for size in sizes]
    return curves


def _times(place: Place, growth: Growth, sizes: Sequence[int]) -> dict[str, Points]:
    lines: dict[str, list[tuple[float, float]]] = {name: [] for name in growth.clients}
    for size in sizes:
        url, loops = growth.url(place, size), growth.loops(size)
        workers = {
            name: [
                *place.interpreter(name).timing,
                *timing.arguments(growth.case, name, url=url, size=size, loops=loops, values=1),
            ]
            for name in lines
        }
        taken = place.take_turns(workers)
        for name, points in lines.items():
            points.append((size, median(taken, name, "cpu") / growth.per(size)))
    return {**lines}


def _memory(place: Place, growth: Growth, sizes: Sequence[int]) -> dict[str, Points]:
    return {name: [(size, _traced(place, growth, name, size)) for size in sizes] for name in growth.clients}


def _traced(place: Place, growth: Growth, client: str, size: int) -> float:
    arguments = memory.arguments(growth.case, client, url=growth.url(place, size), size=size)
    return place.work(arguments)[0]["traced"]


def _starts(place: Place, name: str, steps: int | None) -> Curves:
    """Return what processes cost, by functions; programs that are alike are run once."""
    url = place.server.plain
    if name == "families":
        sized = {
            len(functions): programs.family(family, url, called=True) for family, functions in programs.FAMILIES.items()
        }
    else:
        sized = {count: programs.chat(url, programs.some(count), called=name == "first-call") for count in NUMBERS}
    sized = dict(list(sized.items())[:steps])
    clients = [client for client in TALKING if client in sized[1]]
    names: dict[str, str] = {}
    for size, texts in sized.items():
        for client in clients:
            names.setdefault(texts[client], f"{client} {size}")
    taken = place.spawn({each: text for text, each in names.items()})
    return {
        what: {client: [(size, median(taken, names[sized[size][client]], of)) for size in sized] for client in clients}
        for what, of in (("time", "cpu"), ("memory", "peak"))
    }


# --- Drawing -----------------------------------------------------------------------------------------------------


TITLES = {
    "messages": ("Processor time of a chat", "Most memory allocated", "messages of 2 KB"),
    "events": ("Processor time of a stream", "Most memory allocated", "events"),
    "concurrency": ("Processor time of a chat", "Most memory allocated by all", "chats at once"),
    "page-size": ("Processor time of a call", "Most memory allocated", "credentials on the page"),
    "credentials": ("Processor time to collect all", "Most memory allocated", "credentials"),
    "imports": ("Processor time to start", "Peak memory of the process", "functions imported"),
    "first-call": ("Start and a first chat", "Peak memory of the process", "functions imported"),
    "families": ("Start and a first list", "Peak memory of the process", "functions of the family"),
}


def panels(name: str, curves: Curves) -> list[Panel]:
    """Return the panels of one chart."""
    time, most, across = TITLES[name]
    even = name in STARTS
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

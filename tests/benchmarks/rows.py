"""The rows of the table: what each measures, of which clients, and what was aimed at.

A row's figures are the medians of as many rounds as the command is told to run. A ratio is ours to bare httpx's, where
the target is a throughput bare httpx's to ours: the median of the ratios of each turn, for a shared machine is now
faster, now slower, and for all who take that turn.
"""

from __future__ import annotations

import statistics
from functools import cache
from itertools import product
from typing import TYPE_CHECKING

import attrs

from tests.benchmarks import files, instructions, memory, programs, timing
from tests.benchmarks.clients import BARE, LITELLM, NAMES, OFFICIAL, OPENAI, OURS, TYPESCRIPT
from tests.benchmarks.talkers import TALKERS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from tests.benchmarks.place import Place, Taken

__all__ = ["ROWS", "Bench", "Line", "median", "ratio"]

NOWHERE = "https://openrouter.ai/api/v1"
"""The base URL where the transport is a mock."""

UNITS = {"s": 1, "ms": 1e-3, "µs": 1e-6}
INJECTED = "ours-httpx2"
SLOW = {OFFICIAL, LITELLM}
NUMBERS = (1, 10, len(programs.ALL_FUNCTIONS))
"""How many functions are imported."""
MEASURED_FAMILIES = ("providers", "byok", "guardrails")
COLLECTED = (2_500, 5_000, 10_000)
STREAMED = (10_000, 40_000)  # Python's garbage collector has come round by then


@attrs.frozen
class Line:
    """One row of the table, in words.

    Attributes:
        what: What is measured.
        cells: What each client takes.
        ratios: That of each client as a ratio to bare httpx's.
        by_cpu: The ratio of ours by the processor's time.
        target: What was aimed at.
        brief: What the README calls it, where it quotes the ratios.
    """

    what: str
    cells: Mapping[str, str]
    ratios: Mapping[str, str]
    by_cpu: str
    target: str
    brief: str = ""


@attrs.frozen
class Bench:
    """A place to measure in; `hurried`, it only shows that everything runs."""

    place: Place
    hurried: bool = False

    def chosen(self, *names: str) -> list[str]:
        """Return those of the clients that are measured."""
        return [name for name in self.place.clients if name in names]

    def timed(
        self, case: str, names: Iterable[str], loops: int, *, url: str = NOWHERE, size: int = 1, values: int = 5
    ) -> Taken:
        """Time one case of those of the clients that are measured."""
        return self.by_turns({name: (case, name, size) for name in self.chosen(*names)}, url, loops, values)

    def by_turns(self, cases: Mapping[str, tuple[str, str, int]], url: str, loops: int, values: int) -> Taken:
        """Time cases, each of one client and size; those that are slow make a fifth of the loops."""
        values = 1 if self.hurried else values
        workers: dict[str, list[str]] = {}
        for what, (case, name, size) in cases.items():
            fewer = 1 if self.hurried else max(1, loops // 5) if name in SLOW else loops
            arguments = timing.arguments(case, name, url=url, size=size, loops=fewer, values=values)
            workers[what] = [*self.place.interpreter(name).timing, *arguments]
        return self.place.take_turns(workers, values)

    def by_size(self, taken: Taken, sizes: Iterable[int]) -> dict[int, Taken]:
        """Return the runs of `name size` by sizes, and then by names."""
        return {size: {name: taken[f"{name} {size}"] for name in self.chosen(*NAMES)} for size in sizes}

    def spawned(self, programs: Mapping[str, str], *, tls: bool = False) -> Taken:
        """Run the programs of the clients that are measured; once, however many rows look at them."""
        chosen = {what: text for what, text in programs.items() if what.partition(" ")[0] in self.place.clients}
        return _spawned(self.place, tuple(chosen.items()), tls)


@cache
def _spawned(place: Place, programs: tuple[tuple[str, str], ...], tls: bool) -> Taken:  # noqa: FBT001 - a key
    return place.spawn(dict(programs), tls=tls)


def median(taken: Taken, client: str, of: str = "seconds") -> float:
    """Return the median of a client's runs."""
    return statistics.median(run[of] for run in taken[client])


def ratio(taken: Taken, client: str, other: str, of: str = "seconds") -> float:
    """Return the median of the ratios of each turn, of a client's to another's."""
    turns = zip(taken[client], taken[other], strict=True)
    return statistics.median(mine[of] / theirs[of] for mine, theirs in turns)


# --- The rows ----------------------------------------------------------------------------------------------------


def _import(bench: Bench) -> Iterable[Line]:
    what = "whole process: import {}, construct a core; beside `import httpx`"
    return _starts(bench, what, "≤ 0.62", "Start: import, construct", called=False)


def _starts(bench: Bench, what: str, target: str, brief: str, *, called: bool) -> Iterable[Line]:
    """Compare starts with different numbers of functions: the target is that of one."""
    for count, counted in _counted(bench.spawned(_by_number(bench, called=called))).items():
        first = (target, brief) if count == 1 else ("recorded", "")
        yield _compared(what.format(_functions(count)), counted, first[0], brief=first[1])


def _first_chat(bench: Bench) -> Iterable[Line]:
    brief = "Start, and a first chat"
    what = "whole process: import {}, core, first chat over plain loopback"
    yield from _starts(bench, what, "≤ 1.15", brief, called=True)
    taken = bench.spawned(programs.chat(bench.place.server.tls), tls=True)
    yield _compared(
        "whole process: import, core, first chat over loopback TLS", taken, "≤ 1.15", brief=f"{brief} over TLS"
    )


def _by_number(bench: Bench, *, called: bool) -> dict[str, str]:
    """Return the programs of chats, ours with each number of functions."""
    url = bench.place.server.plain
    texts = programs.chat(url, called=called)
    del texts[OURS]
    ours = {count: programs.chat(url, programs.some(count), called=called)[OURS] for count in NUMBERS}
    return {f"{OURS} {count}": text for count, text in ours.items()} | texts


def _counted(taken: Taken) -> dict[int, Taken]:
    others = {name: runs for name, runs in taken.items() if " " not in name}
    return {count: {OURS: taken[f"{OURS} {count}"], **others} for count in NUMBERS}


def _functions(count: int) -> str:
    return "`chat_send`" if count == 1 else f"{count} functions"


def _families(bench: Bench) -> Iterable[Line]:
    for called, what in (
        (False, "construct a core; beside `import httpx`"),
        (True, "core, first list over plain loopback"),
    ):
        for name in MEASURED_FAMILIES:
            taken = bench.spawned(programs.family(name, bench.place.server.plain, called=called))
            which = f"a family, `{name}` (functions: {len(programs.FAMILIES[name])})"
            yield _compared(f"whole process: import {which}, {what}", taken, "recorded")


def _first_get(bench: Bench) -> Iterable[Line]:
    taken = bench.spawned(programs.listing(bench.place.server.plain))
    yield _compared(
        "whole process: import, core, first GET over plain loopback", taken, "≤ 1.10", brief="Start, and a first GET"
    )


def _first_get_tls(bench: Bench) -> Iterable[Line]:
    taken = bench.spawned(programs.listing(bench.place.server.tls), tls=True)
    yield _compared("the same over loopback TLS", taken, "≤ 1.20")


def _second_core(bench: Bench) -> Iterable[Line]:
    taken = bench.timed("another", NAMES, 5, url=bench.place.server.tls)
    yield _compared("a second core in the same process, with TLS; beside `httpx.Client()`", taken, "≤ 1 ms")


def _memory(bench: Bench) -> Iterable[Line]:
    server = bench.place.server
    for what, url in (("plain", server.plain), ("TLS", server.tls)):
        taken = bench.spawned(programs.listing(url), tls=url == server.tls)
        yield _compared(f"peak memory of the process of the first GET, {what}", taken, "≤ 1.10", of="peak")


def _warm_get(bench: Bench) -> Iterable[Line]:
    taken = bench.timed("get", (*NAMES, TYPESCRIPT), 200, values=10)
    yield _compared("warm `byok_get`, mocked transport", taken, "≤ 1.00", brief="A warm GET")


def _warm_page(bench: Bench) -> Iterable[Line]:
    taken = bench.timed("page", (*NAMES, TYPESCRIPT), 50, size=100, values=10)
    yield _compared("warm page of 100, mocked transport", taken, "≤ 1.35", brief="A warm page of 100 credentials")


def _sequential(bench: Bench) -> Iterable[Line]:
    taken = bench.timed("sequential", (*NAMES, TYPESCRIPT), 200, url=bench.place.server.plain, values=10)
    yield _compared("loopback, 2,000 gets one after another, each", taken, "≥ 1.00", throughput=True)


def _concurrent(bench: Bench) -> Iterable[Line]:
    names = [*bench.chosen(*NAMES), INJECTED]
    taken = bench.by_turns({name: ("concurrent", name, 64) for name in names}, bench.place.server.plain, 3, 6)
    injected = {OURS: taken.pop(INJECTED), **{name: taken[name] for name in bench.chosen(BARE)}}
    yield _compared("loopback, 64 concurrent async gets, all", taken, "≥ 1.00", throughput=True)
    yield _compared("the same with `httpx2.AsyncClient` injected", injected, "≥ 2", throughput=True)


def _concurrent_chat(bench: Bench) -> Iterable[Line]:
    brief = "64 concurrent async chats, throughput (higher is better)"
    taken = bench.timed("concurrent-chat", (*TALKERS, TYPESCRIPT), 3, size=64, url=bench.place.server.plain)
    yield _compared("loopback, 64 concurrent async chats, all", taken, "≥ 1.00", throughput=True, brief=brief)


def _collect(bench: Bench) -> Iterable[Line]:
    cases = {f"{name} {size}": ("collect", name, size) for size in COLLECTED for name in bench.chosen(*NAMES)}
    taken = bench.by_turns(cases, NOWHERE, loops=1, values=5)
    for size, (sized, times) in _grown(bench.by_size(taken, COLLECTED), "seconds").items():
        target = "linear" + ("" if size == COLLECTED[0] else f": {times:.2f} times that of {COLLECTED[0]:,}")
        yield _compared(f"collect {size:,} credentials in pages of 100, mocked transport", sized, target)


def _stream(bench: Bench) -> Iterable[Line]:
    taken: Taken = {}
    for name, size in product(bench.chosen(*NAMES), STREAMED):
        run = memory.arguments("stream", name, url=NOWHERE, size=size)
        taken[f"{name} {size}"] = [bench.place.work(run)[0] for _ in range(bench.place.runs)]
    for size, (sized, times) in _grown(bench.by_size(taken, STREAMED), "traced").items():
        target = "flat" + ("" if size == STREAMED[0] else f": {times:.2f} times that of {STREAMED[0]:,}")
        yield _compared(f"stream of {size:,} credentials, most memory allocated at once", sized, target, of="traced")


def _grown(sized: Mapping[int, Taken], of: str) -> dict[int, tuple[Taken, float]]:
    """Return with each size's runs how many times those of the first ours are."""
    first = sized[min(sized)][OURS]
    return {
        size: (taken, ratio({"first": first, OURS: taken[OURS]}, OURS, "first", of)) for size, taken in sized.items()
    }


def _instructions(bench: Bench) -> Iterable[Line]:
    what = "instructions of one warm `byok_get` (valgrind)"
    if instructions.VALGRIND is None:
        yield Line(what, {}, {OURS: "not measured: no valgrind"}, "", "recorded")
        return
    counts = {name: instructions.per_call(bench.place, name) for name in bench.chosen(OURS, BARE)}
    taken = {name: [{"count": count} for count in each] for name, each in counts.items()}
    yield _compared(what, taken, "recorded", of="count")


def _warm_chat(bench: Bench) -> Iterable[Line]:
    what = "warm chat of 100 messages of 2 KB, mocked transport"
    taken = bench.timed("chat", (*TALKERS, TYPESCRIPT), 20, size=100)
    yield _compared(what, taken, "≤ 1.10", brief="A warm chat of 100 messages")


def _models(bench: Bench) -> Iterable[Line]:
    what = "list of 400 models (1.2 MB), mocked transport"
    yield _compared(what, bench.timed("models", (OURS, BARE, OFFICIAL), 5), "≤ 2.00")


def _embeddings(bench: Bench) -> Iterable[Line]:
    what = "256 embeddings of 1,536 floats, mocked transport"
    yield _compared(what, bench.timed("embeddings", (OURS, BARE, OFFICIAL, OPENAI), 2), "≤ 1.35")
    packed = bench.timed("embeddings-packed", (OURS, BARE, OPENAI), 2)
    yield _compared("the same in base64; bare httpx as floats", packed, "≤ 0.25")


def _events(bench: Bench) -> Iterable[Line]:
    origin = bench.place.server.plain.removesuffix("/api/v1")
    for how, count, what, target in (
        ("stream", 300, "one by one", "≤ 1.15 by CPU"),
        ("burst", 2_000, "in bursts", "≤ 1.80 by CPU"),
    ):
        size = 20 if bench.hurried else count
        for case, form, others in (("events", "sync", ()), ("events-async", "async", (TYPESCRIPT,))):
            taken = bench.timed(case, (*TALKERS, *others), 1, size=size, url=f"{origin}/{how}/{size}")
            brief = f"A stream of {size:,} events in bursts" if others and how == "burst" else ""
            line = f"a stream of {size:,} events, {what}, plain loopback, {form}"
            yield _compared(line, taken, target, brief=brief)


def _first_event(bench: Bench) -> Iterable[Line]:
    taken = bench.timed("events", TALKERS, 50, url=bench.place.server.plain)
    yield _compared("a stream of one event, plain loopback, from call to end", taken, "recorded")


def _files(bench: Bench) -> Iterable[Line]:
    megabytes = 1 if bench.hurried else 200
    for way, runs in files.transfers(megabytes, 1 if bench.hurried else files.RUNS).items():
        for what, ours, bare in (("sync", "ours", "httpx"), ("async", "ours async", "httpx async")):
            taken = {name: runs[each] for name, each in ((OURS, ours), (BARE, bare)) if name in bench.place.clients}
            yield _compared(f"{way} of {megabytes} MB over plain loopback, {what}", taken, "≤ 1.05")
            yield _compared("memory of it above rest", taken, "≤ 5 MB", of="peak")


ROWS: dict[str, Callable[[Bench], Iterable[Line]]] = {
    "import": _import,
    "first-chat": _first_chat,
    "warm-chat": _warm_chat,
    "concurrent-chat": _concurrent_chat,
    "events": _events,
    "first-event": _first_event,
    "families": _families,
    "first-get": _first_get,
    "first-get-tls": _first_get_tls,
    "second-core": _second_core,
    "memory": _memory,
    "warm-get": _warm_get,
    "warm-page": _warm_page,
    "sequential": _sequential,
    "concurrent": _concurrent,
    "collect": _collect,
    "stream": _stream,
    "instructions": _instructions,
    "models": _models,
    "embeddings": _embeddings,
    "files": _files,
}


# --- In words ----------------------------------------------------------------------------------------------------


def _compared(
    what: str, taken: Taken, target: str, *, of: str = "seconds", throughput: bool = False, brief: str = ""
) -> Line:
    def shown_ratio(client: str, of: str) -> str:
        if BARE not in taken or client not in taken or of not in taken[client][0]:
            return ""
        return f"{ratio(taken, BARE, client, of) if throughput else ratio(taken, client, BARE, of):.2f}"

    cells = {name: _shown(median(taken, name, of), of) for name in taken}
    ratios = {name: shown_ratio(name, of) for name in taken}
    return Line(what, cells, ratios, shown_ratio(OURS, "cpu") if of == "seconds" else "", target, brief)


def _shown(value: float, of: str) -> str:
    if of == "seconds":
        name = next((unit for unit, size in UNITS.items() if value >= size), "µs")
        return f"{value / UNITS[name]:.3g}\N{NO-BREAK SPACE}{name}"
    if of == "count":
        return f"{value:,.0f}"
    return f"{value / 1e6:.2f}\N{NO-BREAK SPACE}MB"

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
from tests.benchmarks.clients import BARE, NAMES, OFFICIAL, OURS, PEER
from tests.benchmarks.talkers import OPENAI, TALKERS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from tests.benchmarks.place import Place, Taken

__all__ = ["ROWS", "Bench", "Line", "median", "ratio"]

NOWHERE = "https://openrouter.ai/api/v1"
"""The base URL where the transport is a mock."""

UNITS = {"s": 1, "ms": 1e-3, "µs": 1e-6}
INJECTED = "ours-httpx2"
COLLECTED = (2_500, 5_000, 10_000)
STREAMED = (10_000, 40_000)  # Python's garbage collector has come round by then


@attrs.frozen
class Line:
    """One row of the table, in words."""

    what: str
    cells: Mapping[str, str]
    ratio: str
    by_cpu: str
    target: str


@attrs.frozen
class Bench:
    """A place to measure in, and the clients that are asked for; `hurried`, it only shows that everything runs."""

    place: Place
    clients: tuple[str, ...] = (*NAMES, OPENAI)
    hurried: bool = False

    def chosen(self, *others: str) -> list[str]:
        """Return the clients that can be measured here, of those that know credentials."""
        known = {*NAMES, *others} - (set() if self.place.generated else {PEER})
        return [name for name in (*self.clients, *others) if name in known]

    def talking(self, case: str, loops: int, *, size: int = 1, url: str = "", without: str = "") -> Taken:
        """Time one case of every client that talks to models."""
        chosen = [name for name in self.clients if name in TALKERS and name != without]
        return self.by_turns({name: (case, name, size) for name in chosen}, url or NOWHERE, loops, 5)

    def timed(self, case: str, url: str, loops: int, *others: str, size: int = 1, values: int = 10) -> Taken:
        """Time one case of every client."""
        return self.by_turns({name: (case, name, size) for name in self.chosen(*others)}, url, loops, values)

    def by_turns(self, cases: Mapping[str, tuple[str, str, int]], url: str, loops: int, values: int) -> Taken:
        """Time cases, each of one client and size; the official client is slow, and makes a fifth of the loops."""
        values = 1 if self.hurried else values
        workers: dict[str, list[str]] = {}
        for what, (case, name, size) in cases.items():
            fewer = 1 if self.hurried else max(1, loops // 5) if name == OFFICIAL else loops
            workers[what] = timing.arguments(case, name, url=url, size=size, loops=fewer, values=values)
        return self.place.take_turns(workers, values)

    def by_size(self, taken: Taken, sizes: Iterable[int]) -> dict[int, Taken]:
        """Return the runs of `name size` by sizes, and then by names."""
        return {size: {name: taken[f"{name} {size}"] for name in self.chosen()} for size in sizes}

    def spawned(self, program: Callable[[str], dict[str, str]], url: str) -> Taken:
        """Run one program of every client that has one; once, however many rows look at it."""
        chosen = [name for name in self.clients if name in program(url) and (name != PEER or self.place.generated)]
        return _spawned(self.place, tuple(chosen), program, url)


@cache
def _spawned(place: Place, chosen: tuple[str, ...], program: Callable[[str], dict[str, str]], url: str) -> Taken:
    texts = program(url)
    return place.spawn({name: texts[name] for name in chosen}, tls=url.startswith("https:"))


def median(taken: Taken, client: str, of: str = "seconds") -> float:
    """Return the median of a client's runs."""
    return statistics.median(run[of] for run in taken[client])


def ratio(taken: Taken, client: str, other: str, of: str = "seconds") -> float:
    """Return the median of the ratios of each turn, of a client's to another's."""
    turns = zip(taken[client], taken[other], strict=True)
    return statistics.median(mine[of] / theirs[of] for mine, theirs in turns)


# --- The rows ----------------------------------------------------------------------------------------------------


def _import(bench: Bench) -> Iterable[Line]:
    taken = bench.spawned(programs.ready, bench.place.server.plain)
    yield _compared("whole process: import `byok_list`, construct a core; beside `import httpx`", taken, "≤ 0.65")


def _first_get(bench: Bench) -> Iterable[Line]:
    taken = bench.spawned(programs.first_get, bench.place.server.plain)
    yield _compared("whole process: import, core, first GET over plain loopback", taken, "≤ 1.05")


def _first_get_tls(bench: Bench) -> Iterable[Line]:
    taken = bench.spawned(programs.first_get, bench.place.server.tls)
    yield _compared("the same over loopback TLS", taken, "≤ 1.15")


def _second_core(bench: Bench) -> Iterable[Line]:
    taken = bench.timed("another", bench.place.server.tls, 5, values=5)
    yield _compared("a second core in the same process, with TLS; beside `httpx.Client()`", taken, "≤ 1 ms")


def _memory(bench: Bench) -> Iterable[Line]:
    server = bench.place.server
    for what, url in (("plain", server.plain), ("TLS", server.tls)):
        taken = bench.spawned(programs.first_get, url)
        yield _compared(f"peak memory of the process of the first GET, {what}", taken, "≤ 1.10", of="peak")


def _warm_get(bench: Bench) -> Iterable[Line]:
    yield _compared("warm `byok_get`, mocked transport", bench.timed("get", NOWHERE, 200), "≤ 1.00")


def _warm_page(bench: Bench) -> Iterable[Line]:
    yield _compared("warm page of 100, mocked transport", bench.timed("page", NOWHERE, 50, size=100), "≤ 1.40")


def _sequential(bench: Bench) -> Iterable[Line]:
    taken = bench.timed("sequential", bench.place.server.plain, 200, values=10)
    yield _compared("loopback, 2,000 gets one after another, each", taken, "≥ 1.00", throughput=True)


def _concurrent(bench: Bench) -> Iterable[Line]:
    others = [INJECTED] if OURS in bench.clients else []
    taken = bench.timed("concurrent", bench.place.server.plain, 3, *others, size=64, values=6)
    plain = {name: taken[name] for name in bench.chosen()}
    yield _compared("loopback, 64 concurrent async gets, all", plain, "≥ 1.00", throughput=True)
    if others:
        taken = {OURS: taken[INJECTED], **{name: taken[name] for name in (BARE,) if name in taken}}
        yield _compared("the same with `httpx2.AsyncClient` injected", taken, "≥ 2", throughput=True)


def _collect(bench: Bench) -> Iterable[Line]:
    cases = {f"{name} {size}": ("collect", name, size) for size in COLLECTED for name in bench.chosen()}
    taken = bench.by_turns(cases, NOWHERE, loops=1, values=5)
    for size, (sized, times) in _grown(bench.by_size(taken, COLLECTED), "seconds").items():
        target = "linear" + ("" if size == COLLECTED[0] else f": {times:.2f} times that of {COLLECTED[0]:,}")
        yield _compared(f"collect {size:,} credentials in pages of 100, mocked transport", sized, target)


def _stream(bench: Bench) -> Iterable[Line]:
    taken: Taken = {}
    for name, size in product(bench.chosen(), STREAMED):
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
        yield Line(what, {}, "not measured: no valgrind", "", "recorded")
        return
    compared = [name for name in bench.chosen() if name in {OURS, BARE}]
    taken = {name: [{"count": count} for count in instructions.per_call(bench.place, name)] for name in compared}
    yield _compared(what, taken, "recorded", of="count")


def _first_chat(bench: Bench) -> Iterable[Line]:
    server = bench.place.server
    for what, url in (("plain loopback", server.plain), ("loopback TLS", server.tls)):
        taken = bench.spawned(programs.first_chat, url)
        yield _compared(f"whole process: import, core, first chat over {what}", taken, "≤ 1.15")


def _warm_chat(bench: Bench) -> Iterable[Line]:
    what = "warm chat of 100 messages of 2 KB, mocked transport"
    yield _compared(what, bench.talking("chat", 20), "≤ 1.10")


def _models(bench: Bench) -> Iterable[Line]:
    what = "list of 400 models (1.2 MB), mocked transport"
    yield _compared(what, bench.talking("models", 5, without=OPENAI), "≤ 2.00")


def _embeddings(bench: Bench) -> Iterable[Line]:
    what = "256 embeddings of 1,536 floats, mocked transport"
    yield _compared(what, bench.talking("embeddings", 2), "≤ 1.35")
    packed = bench.talking("embeddings-packed", 2, without=OFFICIAL)
    yield _compared("the same in base64; bare httpx as floats", packed, "≤ 0.25")


def _events(bench: Bench) -> Iterable[Line]:
    origin = bench.place.server.plain.removesuffix("/api/v1")
    for how, count, what, target in (
        ("stream", 300, "one by one", "≤ 1.15 by CPU"),
        ("burst", 2_000, "in bursts", "≤ 1.80 by CPU"),
    ):
        size = 20 if bench.hurried else count
        for case, form in (("events", "sync"), ("events-async", "async")):
            taken = bench.talking(case, 1, size=size, url=f"{origin}/{how}/{size}")
            yield _compared(f"a stream of {size:,} events, {what}, plain loopback, {form}", taken, target)


def _first_event(bench: Bench) -> Iterable[Line]:
    taken = bench.talking("events", 50, url=bench.place.server.plain)
    yield _compared("a stream of one event, plain loopback, from call to end", taken, "recorded")


def _files(bench: Bench) -> Iterable[Line]:
    megabytes = 1 if bench.hurried else 200
    for way, runs in files.transfers(megabytes, 1 if bench.hurried else files.RUNS).items():
        for what, ours, bare in (("sync", "ours", "httpx"), ("async", "ours async", "httpx async")):
            taken = {name: runs[each] for name, each in ((OURS, ours), (BARE, bare)) if name in bench.clients}
            yield _compared(f"{way} of {megabytes} MB over plain loopback, {what}", taken, "≤ 1.05")
            yield _compared("memory of it above rest", taken, "≤ 5 MB", of="peak")


ROWS: dict[str, Callable[[Bench], Iterable[Line]]] = {
    "import": _import,
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
    "first-chat": _first_chat,
    "warm-chat": _warm_chat,
    "models": _models,
    "embeddings": _embeddings,
    "events": _events,
    "first-event": _first_event,
    "files": _files,
}


# --- In words ----------------------------------------------------------------------------------------------------


def _compared(what: str, taken: Taken, target: str, *, of: str = "seconds", throughput: bool = False) -> Line:
    def shown_ratio(client: str, of: str) -> str:
        if BARE not in taken or client not in taken or of not in taken[client][0]:
            return ""
        return f"{ratio(taken, BARE, client, of) if throughput else ratio(taken, client, BARE, of):.2f}"

    cells = {
        name: _shown(median(taken, name, of), of) + ("" if name in {OURS, BARE} else f" ({shown_ratio(name, of)})")
        for name in taken
    }
    return Line(what, cells, shown_ratio(OURS, of), shown_ratio(OURS, "cpu") if of == "seconds" else "", target)


def _shown(value: float, of: str) -> str:
    if of == "seconds":
        name = next((unit for unit, size in UNITS.items() if value >= size), "µs")
        return f"{value / UNITS[name]:.3g} {name}"
    if of == "count":
        return f"{value:,.0f}"
    return f"{value / 1e6:.2f} MB"

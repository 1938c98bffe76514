"""The benchmarks run. How long anything takes is no test's to say.

A row or two for each way to measure run every time; all others, and the plots, are left to `.ci/run`.
"""

from __future__ import annotations

import asyncio
import json
import subprocess
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import attrs
import httpx
import pytest

from tests.benchmarks import __main__ as table
from tests.benchmarks import chart, growth, instructions, payloads, timing
from tests.benchmarks.clients import BARE, LITELLM, NAMES, OFFICIAL, OPENAI, OURS, PEER, open_client
from tests.benchmarks.place import Place, prepared
from tests.benchmarks.rows import ROWS, Bench, Line
from tests.benchmarks.talkers import TALKERS, open_talker

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from _pytest.mark import ParameterSet

INSTALLED = [name for name in NAMES if name != PEER]  # it is written when it is measured
QUICK = {"import", "warm-get", "concurrent-chat", "instructions", "first-event"}
QUICK_PLOTS = {"families"}


def some(names: Iterable[str], quick: set[str]) -> list[ParameterSet]:
    """Return the names as parameters, most of them long."""
    return [pytest.param(name, marks=[] if name in quick else pytest.mark.long) for name in names]


@pytest.fixture(scope="module")
def place() -> Iterator[Place]:
    """Return a place to measure in, for one round, in which a process is started once and no more."""
    with pytest.MonkeyPatch.context() as patch, prepared(1, (OURS, BARE, OFFICIAL, OPENAI)) as made:
        patch.setattr("tests.benchmarks.place.SPAWNED_A_ROUND", 1)
        yield made


@pytest.mark.parametrize("name", some(ROWS, QUICK))
def test_a_row_is_measured(place: Place, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ours and bare httpx each have a figure, and the two a ratio."""
    monkeypatch.setattr(instructions, "VALGRIND", None)  # half a minute, and not on every machine
    for line in ROWS[name](Bench(attrs.evolve(place, clients=(OURS, BARE)), hurried=True)):
        if name == "instructions":
            assert line.ratios[OURS] == "not measured: no valgrind"
        else:
            assert line.cells.keys() == {OURS, BARE}
            assert float(line.ratios[OURS]) > 0


def test_the_program_whose_instructions_are_counted(place: Place) -> None:
    """It ends, having made its calls."""
    assert place.work(["tests.benchmarks.instructions", OURS, "2"]) == []


@pytest.mark.parametrize("name", some(growth.NAMES, QUICK_PLOTS))
def test_every_plot_is_measured(place: Place, name: str) -> None:
    """Each has a line for each client, here of one point."""
    for lines in growth.measure(place, name, steps=1).values():
        assert {OURS, BARE, OFFICIAL} <= lines.keys()
        assert {len(points) for points in lines.values()} == {1}


@pytest.mark.parametrize("name", INSTALLED)
def test_clients_do_the_same_work(name: str) -> None:
    """Each asks for the same pages, all of them, and has the same credentials to show for it."""
    asked: list[tuple[str, str]] = []
    bodies = payloads.pages(250, 100)

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append((request.headers["authorization"], request.url.params.get("offset", "0")))
        return httpx.Response(200, headers=timing.JSON, content=bodies[int(asked[-1][1])])

    calls = open_client(name, "https://openrouter.ai/api/v1", httpx.MockTransport(answer))
    assert len(calls.collect()) == len(list(calls.stream())) == 250
    assert asked == [(f"Bearer {payloads.KEY}", offset) for offset in ("0", "100", "200")] * 2


@pytest.mark.parametrize("name", sorted(TALKERS.keys() - {LITELLM}))  # it is installed elsewhere
def test_talkers_do_the_same_work(name: str) -> None:
    """Each asks the same of the same endpoints, and has as many events, models and numbers to show for it."""
    asked: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request.url.path.removeprefix("/api/v1"))
        return timing.spoken(request)

    transport = httpx.MockTransport(answer)
    talker = open_talker(name, "https://openrouter.ai/api/v1", transport, transport)
    assert "An answer." in str(talker.chat(100))
    assert talker.models is None or len(talker.models()) == 400
    assert talker.embeddings is not None
    assert str(talker.embeddings("float")).count("0.0") > 256
    assert [f" word{number}" in str(event) for number, event in enumerate(talker.events())] == [True] * 3

    async def count() -> int:
        assert "An answer." in str(await talker.chat_async())
        return len([event async for event in talker.events_async()])

    assert asyncio.run(count()) == 3
    paths = ["/chat/completions", "/models", "/embeddings", *["/chat/completions"] * 3]
    assert asked == [path for path in paths if path != "/models" or talker.models is not None]


# --- The table ---------------------------------------------------------------------------------------------------


def test_rows_are_chosen_by_parts_of_their_names(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """The table that is printed is what `--write` puts into the page, and its ratios into the README."""
    chosen: list[str] = []

    def row(name: str) -> Callable[[Bench], list[Line]]:
        def measure(_: Bench) -> list[Line]:
            chosen.append(name)
            return [Line(name, {OURS: "1 µs", BARE: "2 µs"}, {OURS: "0.50"}, "0.40", "≤ 1.00", brief=name.title())]

        return measure

    pages = [tmp_path / "performance.md", tmp_path / "README.md"]
    for name, page in zip(("PAGE", "README"), pages, strict=True):
        page.write_text(f"before\n{table.BEGIN}\nolder figures\n{table.END}\nafter\n")
        monkeypatch.setattr(table, name, page)
    monkeypatch.setattr(table, "ROWS", {name: row(name) for name in ROWS})
    table.main(["warm-g", "memory", "--clients", f"{OURS},{BARE}", "--write"])
    assert chosen == ["memory", "warm-get"]
    printed = capsys.readouterr().out
    assert "| warm-get | 1 µs | 2 µs | 0.50 | 0.40 | ≤ 1.00 |\n" in printed
    assert pages[0].read_text() == f"before\n{table.BEGIN}\n\n{printed}\n{table.END}\nafter\n"
    assert "| Warm-Get | 0.50 |" in pages[1].read_text()


def test_a_package_can_be_left_out() -> None:
    """Measured processes do not find it, and the line of versions says so."""
    for without in (frozenset[str](), frozenset({"sniffio"})):
        with prepared(1, (OURS,), without=without) as place:
            done = subprocess.run([place.python, "-c", "import httpx, sniffio"], capture_output=True, check=False)
        *_, versions = table.conditions(1, without)
        assert (done.returncode == 1) == ("without sniffio" in versions) == bool(without)


# --- The plots ---------------------------------------------------------------------------------------------------


def test_the_committed_plots_are_those_of_the_committed_figures(tmp_path: Path) -> None:
    """The same figures give the same bytes."""
    (tmp_path / growth.FIGURES).write_bytes((growth.FOLDER / growth.FIGURES).read_bytes())
    growth.main(["--redraw"], tmp_path)
    drawn = {path.name: path.read_text() for path in tmp_path.iterdir()}
    assert drawn == {path.name: path.read_text() for path in growth.FOLDER.iterdir()}
    assert len(drawn) == len(growth.NAMES) + 1


@pytest.mark.parametrize("logarithmic", [True, False])
def test_a_plot_has_its_points_in_place(*, logarithmic: bool) -> None:
    """A greater value is drawn higher, a later step further right, and each value is worded at its axis."""
    panel = chart.Panel("Time", "calls", {"ours": [(1, 0.01), (10, 1.0)]}, chart.seconds_in_words, logarithmic)
    drawn = ET.fromstring(chart.draw([panel]))  # noqa: S314 - our own text
    (line,) = [each.attrib["d"] for each in drawn.iter() if each.attrib.get("class") == "series"]
    (left, low), (right, high) = (map(float, point.split(",")) for point in line[1:].split("L"))
    assert left < right
    assert low > high
    words = {each.text for each in drawn.iter() if each.tag.endswith("text")}
    assert {"Time", "calls", "1", "10", "1 s"} <= words


@pytest.mark.parametrize(
    ("value", "seconds", "size"), [(0, "0", "0"), (2e-5, "20 µs", ""), (0.5, "500 ms", ""), (2_500_000, "", "2.5 MB")]
)
def test_values_in_words(value: float, seconds: str, size: str) -> None:
    """With the unit that fits."""
    assert seconds in {"", chart.seconds_in_words(value)}
    assert size in {"", chart.bytes_in_words(value)}


def test_the_committed_figures_are_complete() -> None:
    """Every plot goes as far as it says."""
    figures = json.loads((growth.FOLDER / growth.FIGURES).read_text())
    for name, each in growth.GROWTHS.items():
        for lines in figures[name].values():
            assert {tuple(step for step, _ in points) for points in lines.values()} == {each.sizes}

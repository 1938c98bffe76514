"""How long the local OpenRouter takes to start, to reset and to stop, and how much memory it takes after many calls.

    python tests/testing/measure.py
    python tests/testing/measure.py --calls 10000

Prints for each the median of the time, of the processor's time, and the worst; of the memory (on Linux) that of the
server's process after the first tenth of the calls and after all of them, chats and lists of models.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import statistics
import subprocess
import sys
import tempfile
from argparse import ArgumentParser
from pathlib import Path
from time import perf_counter, process_time
from typing import TYPE_CHECKING, TypeAlias

from openrouter_core.testing import LocalOpenRouter
from tests.testing import load

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

# Seconds, and those of the processor.
Took: TypeAlias = tuple[float, float]

_COLD = """
from time import perf_counter, process_time
began = perf_counter(), process_time()
import socket
from openrouter_core.testing import LocalOpenRouter
with LocalOpenRouter() as server:
    port, head = int(server.url.split(":")[2].split("/")[0]), "GET /api/v1/credits HTTP/1.1\\r\\nhost: localhost\\r\\n"
    with socket.create_connection(("127.0.0.1", port)) as client:
        client.sendall(f"{head}authorization: Bearer {server.management_key}\\r\\n\\r\\n".encode())
        assert client.recv(100).startswith(b"HTTP/1.1 200")
    print([perf_counter() - began[0], process_time() - began[1]])
"""
_PROCESSES = Path("/proc")


def main(arguments: Sequence[str]) -> None:
    """Measure and print."""
    parser = ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--calls", type=int, default=100_000, help="after how many calls the memory is looked at")
    calls = parser.parse_args(arguments).calls
    report("from the import to the first answer", [cold_start() for _ in range(10)])
    server = LocalOpenRouter()
    starts, stops = zip(*((timed(server.start), timed(server.stop)) for _ in range(50)), strict=True)
    report("every later start", starts)
    report("stop", stops)
    with tempfile.TemporaryDirectory() as folder:
        for db, where in ((None, "in memory"), (Path(folder) / "state.db", "in a file")):
            with LocalOpenRouter(db=db) as server:
                report(f"reset {where}: nothing", [timed(server.reset) for _ in range(100)])
                report(f"reset {where}: 1,000 credentials", [seeded_reset(server, 1000) for _ in range(10)])
                report(f"reset {where}: 10,000 generations", [called_reset(server, 10_000) for _ in range(3)])
    if _PROCESSES.exists():
        memory(calls)


def cold_start() -> Took:
    """Return what a new process takes from the import to the first answer."""
    done = subprocess.run([sys.executable, "-c", _COLD], check=True, capture_output=True, text=True)
    wall, processor = json.loads(done.stdout)
    return wall, processor


def seeded_reset(server: LocalOpenRouter, count: int) -> Took:
    """Return what a reset takes with `count` credentials in the way."""
    server.seed(count)
    return timed(server.reset)


def called_reset(server: LocalOpenRouter, count: int) -> Took:
    """Return what a reset takes after at least `count` calls of a model, of which half are looked up."""
    call(count * 3 // 2, load.Running(server.url, {"first": server.management_key}, 0), ("completion",))
    return timed(server.reset)


def memory(calls: int) -> None:
    """Print how much memory the server takes."""
    with load.program() as running:
        for before, count in itertools.pairwise((0, 0, calls // 10, calls)):
            call(count - before, running, ("completion", "models"))
            sys.stdout.write(f"{f'memory after {count:,} calls':40}{resident(running.pid):8.1f} MB\n")


def call(count: int, running: load.Running, mix: Sequence[str]) -> None:
    """Make so many calls, a few at a time."""
    seconds: list[float] = []
    asyncio.run(load.load(running, 20, lambda: len(seconds) < count, lambda each: seconds.append(each.seconds), mix))


def resident(pid: int) -> float:
    """Return the megabytes of memory that a process has."""
    lines = (_PROCESSES / str(pid) / "status").read_text(encoding="ascii").splitlines()
    return int(next(line for line in lines if line.startswith("VmRSS")).split()[1]) / 1000


def timed(action: Callable[[], object]) -> Took:
    """Return what `action` takes."""
    began = perf_counter(), process_time()
    action()
    return perf_counter() - began[0], process_time() - began[1]


def report(what: str, took: Sequence[Took]) -> None:
    """Print one line."""
    (wall, processor), worst = (statistics.median(each) * 1000 for each in zip(*took, strict=True)), max(took)[0] * 1000
    sys.stdout.write(f"{what:40}{wall:8.2f} ms, processor {processor:8.2f} ms, worst of {len(took)} {worst:8.2f} ms\n")


if __name__ == "__main__":
    main(sys.argv[1:])

"""A long life in one process: half a million mixed calls, some failing, and no growth.

    python tests/faults/soak.py --calls 500000

Sync calls from threads and async calls from tasks take turns on one core. After a warm-up the resident memory may grow
by 1 MB per 100,000 calls, open sockets by nothing: there is one for each worker at most, and none when the core is
closed; threads by nothing. Warnings of unclosed resources are failures. Prints the figures, and exits with 1 when one
of them is not kept.
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import threading
import warnings
from argparse import ArgumentParser
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from time import perf_counter
from typing import TYPE_CHECKING, Any

import attrs

from openrouter_core import BackoffStrategy, OpenRouterCore, Result, RetryConfig
from openrouter_funcs.byok_create import byok_create, byok_create_async
from openrouter_funcs.byok_delete import byok_delete, byok_delete_async
from openrouter_funcs.byok_get import byok_get, byok_get_async
from openrouter_funcs.byok_list import byok_list, byok_list_async
from openrouter_funcs.byok_update import byok_update, byok_update_async
from tests.faults.process import megabytes, sockets
from tests.faults.recorder import Fault, Recorder

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

MOST_GROWTH = 1.0
ROUNDS = 40
WARM_UP = ROUNDS // 4
WORKERS = 8
CALLS_IN_A_LIFE = 6
UNKNOWN_ID = "00000000-0000-4000-8000-000000000000"
TIMEOUT = 0.3
FAULTS = (
    Fault("500", status=500, apply="never"),
    Fault("429", status=429, apply="never"),
    Fault("400", status=400, apply="never"),
    Fault("closed", sent=0),
    Fault("closed in the body", sent=0.9),
    Fault("no JSON", body=b"<html>"),
    Fault("answered, then closed", close=True),
    Fault("late", delay=2 * TIMEOUT, weight=0.02),
)


@attrs.frozen
class Sample:
    """What the process held after so many calls."""

    calls: int
    megabytes: float
    sockets: frozenset[str]
    threads: int


@attrs.frozen
class Figures:
    """What came of a run.

    Attributes:
        before: What the process held before the first core was made.
        during: What it held after each round.
        after: What it held when the core was closed.
        results: How many calls ended how: `"Ok"`, or the class of the error.
        unraisable: What was raised where nobody could catch it, `ResourceWarning`s before all.
    """

    before: Sample
    during: list[Sample]
    after: Sample
    results: Counter[str]
    unraisable: list[str]

    @property
    def growth(self) -> float:
        """Return the slope of the memory after the warm-up, in MB per 100,000 calls."""
        steady = self.during[WARM_UP:]
        line = statistics.linear_regression([each.calls for each in steady], [each.megabytes for each in steady])
        return line.slope * 100_000


def main(arguments: Sequence[str]) -> int:
    """Run, print and return the exit status."""
    parser = ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--calls", type=int, default=500_000)
    began = perf_counter()
    figures = run(parser.parse_args(arguments).calls)
    took = perf_counter() - began
    trouble = [*leaks(figures), *([] if figures.growth <= MOST_GROWTH else ["the memory grew"])]
    report(figures, took, trouble)
    return 1 if trouble else 0


def run(calls: int) -> Figures:
    """Make at least so many calls, and return what was seen."""
    lives = -(-calls // (ROUNDS * CALLS_IN_A_LIFE * WORKERS * 2)) or 1
    results: Counter[str] = Counter()
    during: list[Sample] = []
    # What is set up before the first look is there in the last, too: processes, threads and event loop.
    with (
        _unraisable() as unraisable,
        Recorder(*FAULTS, rate=0.1) as server,
        asyncio.Runner() as runner,
        ThreadPoolExecutor(WORKERS) as pool,
    ):
        _start(pool)
        runner.get_loop().set_default_executor(pool)  # where names are resolved
        runner.run(asyncio.sleep(0))
        before = _sample(0)
        core = _core(server.url)
        for _ in range(ROUNDS):
            for counted in pool.map(_lives, [core] * WORKERS, [lives] * WORKERS):
                results.update(counted)
            results.update(runner.run(_lives_async(core, lives)))
            during.append(_sample(results.total()))
        runner.run(_close(core))
        after = _sample(results.total())
    return Figures(before, during, after, results, unraisable)


def leaks(figures: Figures) -> list[str]:
    """Return what is held that should not be, of what can be counted."""
    before, after = figures.before, figures.after
    found = list(figures.unraisable)
    for each in figures.during:
        if (new := len(each.sockets - before.sockets)) > 2 * WORKERS:
            found.append(f"{new} new sockets after {each.calls} calls")
        if each.threads != before.threads:
            found.append(f"{each.threads} threads after {each.calls} calls, {before.threads} before")
    if new := len(after.sockets - before.sockets):
        found.append(f"{new} new sockets after the core was closed")
    return found


def report(figures: Figures, took: float, trouble: Sequence[str]) -> None:
    """Print the figures."""
    during, total = figures.during, figures.results.total()
    most = max(len(each.sockets) for each in during)
    kinds = ", ".join(f"{count} {name}" for name, count in figures.results.most_common())
    sys.stdout.write(
        f"{total} calls in {took:.0f} s: {kinds}\n"
        f"memory: {during[0].megabytes:.1f} MB after round 1, {during[WARM_UP].megabytes:.1f} MB after the warm-up, "
        f"{during[-1].megabytes:.1f} MB at the end: {figures.growth:+.2f} MB per 100,000 calls\n"
        f"sockets: {len(figures.before.sockets)} before, at most {most} with {2 * WORKERS} workers, "
        f"{len(figures.after.sockets)} after; threads: {figures.before.threads} before, {figures.after.threads} after\n"
    )
    sys.stdout.write("".join(f"{each}\n" for each in trouble[:10]))


@contextmanager
def _unraisable() -> Generator[list[str]]:
    """Make warnings of unclosed resources errors, and gather them: they are raised in finalizers."""
    found: list[str] = []

    def note(unraisable: sys.UnraisableHookArgs, /) -> None:
        found.append(repr(unraisable.exc_value))

    hook, sys.unraisablehook = sys.unraisablehook, note
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", ResourceWarning)
            yield found
    finally:
        sys.unraisablehook = hook


def _start(pool: ThreadPoolExecutor) -> None:
    """Make the pool start all of its threads."""
    together = threading.Barrier(WORKERS)
    for each in [pool.submit(together.wait) for _ in range(WORKERS)]:
        each.result()


def _sample(calls: int) -> Sample:
    return Sample(calls, megabytes(), sockets(), threading.active_count())


def _core(url: str) -> OpenRouterCore:
    at_once = RetryConfig(backoff=BackoffStrategy(initial_interval=0.001))
    return OpenRouterCore(
        api_key="sk-or-test-123", server_url=url, retry_config=at_once, timeout=TIMEOUT, deadline=2 * TIMEOUT
    )


async def _close(core: OpenRouterCore) -> None:
    await core.aclose()
    await asyncio.sleep(0.01)  # asyncio closes a socket in the next turn of its loop


def _lives(core: OpenRouterCore, lives: int) -> Counter[str]:
    results: Counter[str] = Counter()
    for number in range(lives):
        created = byok_create(core, key="sk-test-123", provider="openai", name=f"soak {number}")
        known = created.value.data.id if created.ok else UNKNOWN_ID
        calls: list[Result[Any, Any]] = [
            *(created, byok_get(core, id=known), byok_update(core, id=known, disabled=False, name="soak, changed")),
            *(byok_list(core, limit=10), byok_delete(core, id=known), byok_get(core, id=known)),
        ]
        results.update(_kind(each) for each in calls)
    return results


async def _lives_async(core: OpenRouterCore, lives: int) -> Counter[str]:
    results: Counter[str] = Counter()

    async def live(number: int) -> None:
        created = await byok_create_async(core, key="sk-test-123", provider="openai", name=f"soak {number}")
        known = created.value.data.id if created.ok else UNKNOWN_ID
        calls: list[Result[Any, Any]] = [
            created,
            await byok_get_async(core, id=known),
            await byok_update_async(core, id=known, disabled=False, name="soak, changed"),
            await byok_list_async(core, limit=10),
            await byok_delete_async(core, id=known),
            await byok_get_async(core, id=known),
        ]
        results.update(_kind(each) for each in calls)

    async def work() -> None:
        for number in range(lives):
            await live(number)

    await asyncio.gather(*(work() for _ in range(WORKERS)))
    return results


def _kind(result: Result[Any, Any]) -> str:
    return "Ok" if result.ok else type(result.error).__name__


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""An outage is not amplified: calls against a server that answers nothing but 503, and the requests that it counts.

    python tests/faults/outage.py --calls 10000

Half of the calls are sync, half async, on one core with the default policy. Prints requests per call, and exits with 1
when there were more than 1.1.
"""

from __future__ import annotations

import asyncio
import sys
from argparse import ArgumentParser
from concurrent.futures import ThreadPoolExecutor
from time import perf_counter
from typing import TYPE_CHECKING

from openrouter_core import OpenRouterCore
from openrouter_funcs.byok_get import byok_get, byok_get_async
from tests.faults.recorder import Fault, Recorder

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_ATTEMPTS = 1.1
WORKERS = 10


def main(arguments: Sequence[str]) -> int:
    """Run, print and return the exit status."""
    parser = ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--calls", type=int, default=10_000)
    calls = parser.parse_args(arguments).calls
    began = perf_counter()
    requests = run(calls)
    sys.stdout.write(
        f"{calls} calls against 100 % 503 in {perf_counter() - began:.0f} s: "
        f"{requests} requests, {requests / calls:.4f} a call\n"
    )
    return 0 if calls <= requests <= MOST_ATTEMPTS * calls else 1


def run(calls: int) -> int:
    """Make so many calls, and return how many requests the server counted."""
    with Recorder(Fault("503", status=503), rate=1) as server:
        core = OpenRouterCore(api_key="sk-or-test-123", server_url=server.url)
        with ThreadPoolExecutor(WORKERS) as pool:
            pending = [pool.submit(byok_get, core, id="x") for _ in range(calls // 2)]
            failed = [not each.result().ok for each in pending]
        failed += asyncio.run(_calls(core, calls - calls // 2))
        assert all(failed)
        return server.record().requests


async def _calls(core: OpenRouterCore, calls: int) -> list[bool]:
    failed: list[bool] = []
    left = iter(range(calls))

    async def work() -> None:
        for _ in left:
            failed.append(not (await byok_get_async(core, id="x")).ok)  # noqa: PERF401 - many tasks append

    async with core:
        await asyncio.gather(*(work() for _ in range(WORKERS)))
    return failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

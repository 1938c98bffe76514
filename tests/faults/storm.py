"""A storm of cancellations costs a core nothing: its pool is whole, and sockets and tasks are back to where they were.

    python tests/faults/storm.py --cancellations 100000

Calls are cancelled at random moments, while they connect, send, read, or wait for their next attempt, in a pool of 10.
Then 100 calls are made on the same core, to a server that is well. Prints the figures, and exits with 1 when one of
them fails or anything is left over.
"""

from __future__ import annotations

import asyncio
import sys
from argparse import ArgumentParser
from random import Random
from time import perf_counter
from typing import TYPE_CHECKING

import attrs

from openrouter_core import BackoffStrategy, OpenRouterCore, RequestOptions, RetryConfig
from openrouter_core.http.clients import Transport
from openrouter_funcs.byok_list import byok_list_async
from tests.faults.process import sockets
from tests.faults.recorder import Fault, Recorder

if TYPE_CHECKING:
    from collections.abc import Sequence

CONNECTIONS = 10
TOGETHER = 50
MOMENTS = (0.004, 0.03)  # by the one, most calls are connecting; by the other, they have come further
TIMES = (1, 2, 3, 20)
"""How often a call is cancelled: a second time lands while the first is being heeded; anyio's scopes go on and on."""

FAULTS = (
    Fault("late", delay=0.01),
    Fault("503, and then a wait", status=503),
    Fault("closed", sent=0),
    Fault("closed in the body", sent=0.9),
    Fault("answered, then closed", close=True),
)
UNBUDGETED = RetryConfig(backoff=BackoffStrategy(initial_interval=0.05), budgeted=False)
CALLS_AFTER = 100


@attrs.frozen
class Figures:
    """How many calls were cancelled, and how many succeeded then; and what there was before and after."""

    cancelled: int
    succeeded: int
    sockets: tuple[frozenset[str], frozenset[str]]
    tasks: tuple[int, int]

    @property
    def well(self) -> bool:
        """Whether all is as it was."""
        same = self.sockets[0] >= self.sockets[1] and self.tasks[0] == self.tasks[1]
        return same and self.succeeded == CALLS_AFTER


def main(arguments: Sequence[str]) -> int:
    """Run, print and return the exit status."""
    parser = ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--cancellations", type=int, default=100_000)
    Transport.most_connections = CONNECTIONS
    began = perf_counter()
    figures = run(parser.parse_args(arguments).cancellations)
    sys.stdout.write(
        f"{figures.cancelled} calls cancelled in {perf_counter() - began:.0f} s at {CONNECTIONS} connections; "
        f"then {figures.succeeded} of {CALLS_AFTER} calls succeeded\n"
        f"sockets: {len(figures.sockets[0])} before, {len(figures.sockets[1])} after; "
        f"tasks: {figures.tasks[0]} before, {figures.tasks[1]} after\n"
    )
    return 0 if figures.well else 1


def run(cancellations: int) -> Figures:
    """Cancel so many calls, and then make some; the caller has set the pool's limits."""
    with Recorder(*FAULTS, rate=0.7) as stormy, Recorder() as well:
        return asyncio.run(_storm(stormy.url, well.url, cancellations))


async def _storm(stormy: str, well: str, cancellations: int) -> Figures:
    sockets_before, tasks_before = sockets(), len(asyncio.all_tasks())
    named = stormy.replace(
        "127.0.0.1", "localhost"
    )  # to look up a name takes a while, in which connecting is cancelled
    core = OpenRouterCore(api_key="sk-or-test-123", server_url=named, retry_config=UNBUDGETED)
    random = Random(4)  # noqa: S311 - moments, no secret
    cancelled = 0
    while cancelled < cancellations:
        latest = random.choice(MOMENTS)
        calls = (_cancelled(core, random.uniform(0, latest), random.choice(TIMES)) for _ in range(TOGETHER))
        cancelled += sum(await asyncio.gather(*calls))
    options = RequestOptions(server_url=well)
    results = await asyncio.gather(*(byok_list_async(core, options=options) for _ in range(CALLS_AFTER)))
    succeeded = sum(result.ok for result in results)
    await core.aclose()
    del core, results
    await asyncio.sleep(0.05)  # asyncio closes a socket in the next turn of its loop
    return Figures(cancelled, succeeded, (sockets_before, sockets()), (tasks_before, len(asyncio.all_tasks())))


async def _cancelled(core: OpenRouterCore, after: float, times: int) -> bool:
    """Make a call and cancel it, once or in each of so many turns of the loop; return whether that came in time."""
    call = asyncio.ensure_future(byok_list_async(core))
    await asyncio.sleep(after)
    for _ in range(times):
        call.cancel()
        await asyncio.sleep(0)
    try:
        await call
    except asyncio.CancelledError:
        return True
    return False


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

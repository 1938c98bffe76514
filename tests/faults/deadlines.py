"""How late a call is back after its deadline, whatever the server does: a table of milliseconds.

    python tests/faults/deadlines.py --calls 1000

For each way to take too long, sync and async, so many calls are made, ten at a time. A call that is back with anything
but a timeout is a failure, and so is a p99 of more than 100 ms: exit status 1. One call goes before each row: the first
of a process loads the HTTP client, and the first of a core opens it.
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import threading
import time
from argparse import ArgumentParser
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

import httpx

from openrouter_core import Err, OpenRouterCore, Result
from openrouter_core.errors import RequestTimeoutError
from openrouter_funcs.byok_get import byok_get, byok_get_async
from tests.faults.server import Drip, FaultServer, Pause, Say

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Sequence

    from tests.faults.server import Script

DEADLINE = 0.1
WORKERS = 10
MOST_LATE = 100.0
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
SCRIPTS: dict[str, Script] = {
    "stalls": (Pause(2),),
    "drips the headers": (Drip(b"HTTP/1.1 200 OK\r\nX-A: " + b"a" * 1000),),
    "drips the body": (Say(HEAD % 1000), Drip(b" " * 1000)),
    "never ends the body": (Say(HEAD % 10**12), Drip(b" ", 0.002, forever=True)),
}
FULL_POOL = "full pool"


def main(arguments: Sequence[str]) -> int:
    """Run, print and return the exit status."""
    parser = ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--calls", type=int, default=1000)
    calls = parser.parse_args(arguments).calls
    kept = True
    sys.stdout.write(f"{calls} calls each, back so many milliseconds after the deadline of {DEADLINE * 1000:.0f} ms\n")
    sys.stdout.write(f"{'the server ...':20} {'':5} {'p50':>7} {'p99':>7} {'max':>7}\n")
    for name, how, late in measure(calls):
        cuts = statistics.quantiles(late, n=100, method="inclusive")
        sys.stdout.write(f"{name:20} {how:5} {cuts[49]:7.1f} {cuts[98]:7.1f} {max(late):7.1f}\n")
        sys.stdout.flush()
        kept = kept and cuts[98] <= MOST_LATE
    return 0 if kept else 1


def measure(calls: int) -> Iterator[tuple[str, str, list[float]]]:
    """Yield the way, sync or async, and how many milliseconds each call was late."""
    with FaultServer() as server:
        for name, script in SCRIPTS.items():
            url = server.open(script).url
            with OpenRouterCore(server_url=url, deadline=DEADLINE) as core:
                yield name, "sync", _late(core, calls)
            yield name, "async", asyncio.run(_late_async(OpenRouterCore(server_url=url, deadline=DEADLINE), calls))
        url = server.open((Pause(3600),)).url
        with _one_connection(url) as client:
            yield FULL_POOL, "sync", _late(OpenRouterCore(server_url=url, deadline=DEADLINE, http_client=client), calls)
        yield FULL_POOL, "async", asyncio.run(_full_pool_async(url, calls))


def _late(core: OpenRouterCore, calls: int) -> list[float]:
    def call(_: int) -> float:
        began = time.monotonic()
        return _milliseconds(began, byok_get(core, id="x"))

    call(0)
    with ThreadPoolExecutor(WORKERS) as pool:
        return list(pool.map(call, range(calls)))


async def _late_async(core: OpenRouterCore, calls: int) -> list[float]:
    late: list[float] = []
    left = iter(range(calls))

    async def work() -> None:
        for _ in left:
            began = time.monotonic()
            late.append(_milliseconds(began, await byok_get_async(core, id="x")))

    async with core:
        await byok_get_async(core, id="x")
        await asyncio.gather(*(work() for _ in range(WORKERS)))
    return late


def _milliseconds(began: float, result: Result[Any, Any]) -> float:
    late = time.monotonic() - began - DEADLINE
    assert isinstance(result, Err), result
    assert isinstance(result.error, RequestTimeoutError), result
    return late * 1000


@contextmanager
def _one_connection(url: str) -> Generator[httpx.Client]:
    """Give a client whose only connection waits for an answer for the whole time."""
    with httpx.Client(limits=httpx.Limits(max_connections=1)) as client:
        holder = threading.Thread(target=_hold, args=(client, url), daemon=True)
        holder.start()
        time.sleep(0.2)
        yield client


def _hold(client: httpx.Client, url: str) -> None:
    with suppress(httpx.TransportError):  # the client is closed at the end
        client.get(url, timeout=None)


async def _full_pool_async(url: str, calls: int) -> list[float]:
    async with httpx.AsyncClient(limits=httpx.Limits(max_connections=1)) as client:
        holder = asyncio.create_task(client.get(url, timeout=None))
        await asyncio.sleep(0.2)
        late = await _late_async(OpenRouterCore(server_url=url, deadline=DEADLINE, async_http_client=client), calls)
        holder.cancel()
        await asyncio.gather(holder, return_exceptions=True)
        return late


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

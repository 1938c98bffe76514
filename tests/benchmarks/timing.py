"""Time one case of one client in this process, with pyperf, a value for each line that comes in.

    yes | python -m tests.benchmarks.timing get ours --url https://openrouter.ai/api/v1 --worker --loops 200 --values 5

Each client has a process of its own, for in one process they would slow each other's collector down; and as a shared
machine is now faster, now slower, their values are taken by turns, a fraction of a second each. An empty line goes out
after the warm-up, and then one of JSON for each value: the clock's time, in which all counts that the machine does, and
the processor's.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
import time
from collections import deque
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeAlias

import httpx

from tests.benchmarks import payloads
from tests.benchmarks.clients import open_async, open_client
from tests.benchmarks.talkers import open_talker

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from tests.benchmarks.talkers import Talker

__all__ = ["CASES", "arguments", "main"]

Repeat: TypeAlias = "Callable[[int], object]"
"""Does what is measured so many times."""

JSON = {"content-type": "application/json"}
EVENTS = {"content-type": "text/event-stream"}


def arguments(case: str, client: str, *, url: str, loops: int, size: int = 1, values: int = 5) -> list[str]:
    """Return what one run is told: `values` times the mean of `loops`, after a warm-up of as many."""
    worker = ["--worker", "--quiet", "--warmups", "1", "--loops", str(loops), "--values", str(values)]
    return [case, client, "--url", url, "--size", str(size), *worker]


def main() -> None:
    """Measure what the command line says."""
    parser = argparse.ArgumentParser()
    parser.add_argument("case", choices=CASES)
    parser.add_argument("client")
    parser.add_argument("--url", required=True)
    parser.add_argument("--size", type=int, default=1)
    runner: Any = import_module("pyperf").Runner(_argparser=parser)
    given = runner.parse_args()
    runner.bench_time_func(given.case, _by_turns(CASES[given.case](given.client, given.url, given.size)))


def _by_turns(repeat: Repeat) -> Callable[[int], float]:
    """Return what takes one value when it is told to, but for the first, which is pyperf's warm-up."""
    warm = False

    def take(loops: int) -> float:
        nonlocal warm
        if warm:
            sys.stdin.readline()
        used, began = time.process_time(), time.perf_counter()
        repeat(loops)
        seconds, used = time.perf_counter() - began, time.process_time() - used
        print(json.dumps({"seconds": seconds / loops, "cpu": used / loops}) if warm else "", flush=True)
        warm = True
        return seconds

    return take


# --- What is measured --------------------------------------------------------------------------------------------


def _repeated(call: Callable[[], object]) -> Repeat:
    def repeat(loops: int) -> None:
        for _ in range(loops):
            call()

    call()
    return repeat


def _canned(body: bytes) -> httpx.MockTransport:
    return httpx.MockTransport(lambda _: httpx.Response(200, headers=JSON, content=body))


def listed(total: int) -> httpx.MockTransport:
    """Return what answers every page of a hundred out of `total` credentials."""
    bodies = payloads.pages(total, 100)

    def answer(request: httpx.Request) -> httpx.Response:
        offset = request.url.query.partition(b"offset=")[2].partition(b"&")[0]
        return httpx.Response(200, headers=JSON, content=bodies[int(offset or 0)])

    return httpx.MockTransport(answer)


def _get(client: str, url: str, _: int) -> Repeat:
    return _repeated(open_client(client, url, _canned(payloads.one())).get)


def _page(client: str, url: str, size: int) -> Repeat:
    calls = open_client(client, url, _canned(payloads.page(0, size, size)))
    return _repeated(lambda: calls.page(size))


def _collect(client: str, url: str, size: int) -> Repeat:
    collect = open_client(client, url, listed(size)).collect

    def complete() -> None:
        assert len(collect()) == size

    return _repeated(complete)


def _another(client: str, url: str, _: int) -> Repeat:
    calls = open_client(client, url)
    calls.get()
    return _repeated(calls.open_another)


def _sequential(client: str, url: str, _: int) -> Repeat:
    return _repeated(open_client(client, url).get)


def _concurrent(open_call: Callable[[str, str], Callable[[], Awaitable[object]]]) -> Callable[[str, str, int], Repeat]:
    async def opened(client: str, url: str) -> Callable[[], Awaitable[object]]:
        return open_call(client, url)

    def prepare(client: str, url: str, size: int) -> Repeat:
        runner = asyncio.Runner()  # open until the process ends, as the client's connections are
        call = runner.run(opened(client, url))

        async def batches(loops: int) -> None:
            for _ in range(loops):
                await asyncio.gather(*(call() for _ in range(size)))

        runner.run(batches(1))
        return lambda loops: runner.run(batches(loops))

    return prepare


# --- Of models ---------------------------------------------------------------------------------------------------


def spoken(request: httpx.Request) -> httpx.Response:
    """Answer all that `Talker` asks for; a stream has three events."""
    path, asked = request.url.path.removeprefix("/api/v1"), request.content
    if b'"stream":true' in asked or b'"stream": true' in asked:
        return httpx.Response(200, headers=EVENTS, content=b"".join(payloads.events(3)))
    if path == "/embeddings":
        return httpx.Response(200, headers=JSON, content=payloads.embeddings(packed=b'"base64"' in asked))
    return httpx.Response(200, headers=JSON, content=payloads.models() if path == "/models" else payloads.chat())


def _talker(client: str, url: str) -> Talker:
    return open_talker(client, url, httpx.MockTransport(spoken), httpx.MockTransport(spoken))


def _chat(client: str, url: str, size: int) -> Repeat:
    chat = _talker(client, url).chat
    return _repeated(lambda: chat(size))


def _models(client: str, url: str, _: int) -> Repeat:
    models = _talker(client, url).models
    assert models is not None
    return _repeated(models)


def _embeddings(encoding: str) -> Callable[[str, str, int], Repeat]:
    def prepare(client: str, url: str, _: int) -> Repeat:
        embed = _talker(client, url).embeddings
        assert embed is not None
        return _repeated(lambda: embed(encoding))

    return prepare


def _events(client: str, url: str, size: int) -> Repeat:
    events = open_talker(client, url, None, None).events
    assert sum(1 for _ in events()) >= size  # LiteLLM adds one at the end
    return _repeated(lambda: deque(events(), maxlen=0))


def _events_async(client: str, url: str, size: int) -> Repeat:
    runner = asyncio.Runner()
    events = open_talker(client, url, None, None).events_async

    async def listen(loops: int) -> None:
        for _ in range(loops):
            came = 0
            async for _ in events():
                came += 1
            assert came >= size

    return lambda loops: runner.run(listen(loops))


CASES: dict[str, Callable[[str, str, int], Repeat]] = {
    "chat": _chat,
    "concurrent-chat": _concurrent(lambda client, url: open_talker(client, url, None, None).chat_async),
    "models": _models,
    "embeddings": _embeddings("float"),
    "embeddings-packed": _embeddings("base64"),
    "events": _events,
    "events-async": _events_async,
    "get": _get,
    "page": _page,
    "collect": _collect,
    "another": _another,
    "sequential": _sequential,
    "concurrent": _concurrent(open_async),
}

if __name__ == "__main__":
    main()

"""Nothing is lost, nothing is done twice: what the SDK said of each change, held against the server's own record.

    python tests/faults/ledger.py --creates 100000

Drives creates, and updates and deletes of what they created, sync and async, over real sockets to a server that fails
20 % of the requests: applied and then refused, cut off, garbled or late; or not applied. Every change carries a name
of its own, by which the statement of its result (`Ok`, or the error's `outcome`) meets the server's record of commits.

The same calls are then made under `TYPESCRIPT_RETRIES`, which repeats creates: there the same checker must find
duplicates, or it could not be believed. Exits with 1 when the default policy violates anything, or when it does not.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import sys
from argparse import ArgumentParser
from collections import defaultdict
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from itertools import repeat
from time import perf_counter
from typing import TYPE_CHECKING, Any

import attrs

from openrouter_core import TYPESCRIPT_RETRIES, BackoffStrategy, Ok, OpenRouterCore, Result, RetryConfig
from openrouter_funcs.byok_create import byok_create, byok_create_async
from openrouter_funcs.byok_delete import byok_delete, byok_delete_async
from openrouter_funcs.byok_update import byok_update, byok_update_async
from tests.faults.recorder import Fault, Recorder

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tests.faults.recorder import Record

# One attempt of a change may take this long, a call twice as long; a late answer comes after the one or after both.
TIMEOUT = 0.4
DEADLINE = 2 * TIMEOUT

FAULT_RATE = 0.2
REFUSED_RATE = 0.02
FAULTS = (
    Fault("applied, then 500", status=500),
    Fault("applied, then 503", status=503),
    Fault("applied, then 408", status=408),
    Fault("applied, then closed", sent=0),
    Fault("applied, then closed in the headers", sent=0.1),
    Fault("applied, then closed in the body", sent=0.9),
    Fault("applied, then a body that is no JSON", body=b'{"data": {'),
    Fault("applied, then a body of another shape", body=b'{"data": null}'),
    Fault("applied, then answered after the timeout", delay=1.5 * TIMEOUT, weight=0.1),
    Fault("applied, then answered after the deadline", delay=1.5 * DEADLINE, weight=0.1),
    Fault("applied after the timeout", delay=1.5 * TIMEOUT, apply="after", weight=0.1),
    Fault("applied after the deadline", delay=1.5 * DEADLINE, apply="after", weight=0.1),
    Fault("applied and answered, then closed", close=True),
    Fault("not applied, 500", status=500, apply="never"),
    Fault("not applied, 503", status=503, apply="never"),
    Fault("not applied, 400", status=400, apply="never"),
    Fault("not applied, 429", status=429, apply="never"),
    Fault("not applied, closed", sent=0, apply="never"),
    Fault("not applied, never answered", delay=1.5 * DEADLINE, sent=0, apply="never", weight=0.1),
)
# The waits are cut short, so that the run is about what is repeated and not about sleeping; nothing else is changed.
AT_ONCE = BackoffStrategy(initial_interval=0.001, max_interval=0.002)
DEFAULT = RetryConfig(backoff=AT_ONCE)
TYPESCRIPT = attrs.evolve(TYPESCRIPT_RETRIES, backoff=attrs.evolve(TYPESCRIPT_RETRIES.backoff, max_interval=0.002))

THREADS = 12
TASKS = 12


@attrs.frozen
class Entry:
    """One call, and what the SDK said of it.

    Attributes:
        method: `POST`, `PATCH` or `DELETE`.
        id: The credential's id; for a create, the one that was answered, if one was.
        name: The unique name that was given to the credential; of a deleted one, its last.
        said: `"Ok"`, or the `outcome` of the error.
        attempts: How many requests the error says were started; 0 for an `Ok`, which does not say.
        prior: Whether the error says that an earlier attempt may have been applied.
    """

    method: str
    id: str
    name: str
    said: str
    attempts: int = 0
    prior: bool = False

    @property
    def key(self) -> str:
        """What the server's record knows the change by."""
        return self.id if self.method == "DELETE" else self.name


def main(arguments: Sequence[str]) -> int:
    """Run, print and return the exit status."""
    parser = ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--creates", type=int, default=100_000, help="creates under the default policy")
    parser.add_argument("--typescript", type=int, help="creates under TYPESCRIPT_RETRIES (default: a tenth)")
    parser.add_argument("--processes", type=int, default=2, help="processes that make the calls")
    options = parser.parse_args(arguments)
    typescript = options.creates // 10 if options.typescript is None else options.typescript
    failed = run("default", DEFAULT, options.creates, options.processes).violations > 0
    found = run("TYPESCRIPT_RETRIES", TYPESCRIPT, typescript, options.processes).duplicate_creates
    if not found:
        sys.stdout.write("no duplicate was found under TYPESCRIPT_RETRIES: the checker cannot be believed\n")
    return 1 if failed or not found else 0


@attrs.frozen
class Verdict:
    """What came of a run."""

    violations: int
    duplicate_creates: int


def run(title: str, retries: RetryConfig, creates: int, processes: int) -> Verdict:
    """Make the calls, check them, and print the table."""
    began = perf_counter()
    with Recorder(*FAULTS, rate=FAULT_RATE, refused=REFUSED_RATE) as server:
        entries = drive(server.url, retries, creates, processes)
        record = server.record()
    took = perf_counter() - began
    found = violations(entries, record)
    struck = sum(record.struck.values())
    sys.stdout.write(
        f"{title}: {len(entries)} calls in {took:.0f} s, {record.requests} requests over {record.connections} "
        f"connections, {struck} struck by {len(record.struck)} kinds of fault\n"
    )
    sys.stdout.write("\n".join([*table(entries, record), *found[:3], "", ""]))
    return Verdict(len(found), sum(count - 1 for count in record.creates.values()))


# --- The calls ---------------------------------------------------------------------------------------------------


def drive(url: str, retries: RetryConfig, creates: int, processes: int = 1) -> list[Entry]:
    """Take so many credentials through their lives, and return an entry for every call."""
    shares = [range(start, creates, processes) for start in range(processes)]
    if processes == 1:
        return _share(url, retries, shares[0])
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(processes, context) as pool:
        futures = [pool.submit(_share, url, retries, share) for share in shares]
        return [entry for future in futures for entry in future.result()]


def _share(url: str, retries: RetryConfig, numbers: Sequence[int]) -> list[Entry]:
    core = OpenRouterCore(
        api_key="sk-or-test-123", server_url=url, retry_config=retries, timeout=TIMEOUT, deadline=DEADLINE
    )
    half = len(numbers) // 2
    with core, ThreadPoolExecutor(THREADS) as pool:
        lives = pool.map(_life, repeat(core), numbers[:half])
        entries = [entry for life in lives for entry in life]
    return entries + asyncio.run(_share_async(attrs.evolve(core), numbers[half:]))  # the first one is closed


async def _share_async(core: OpenRouterCore, numbers: Sequence[int]) -> list[Entry]:
    entries: list[Entry] = []
    left = iter(numbers)

    async def work() -> None:
        for number in left:
            entries.extend(await _life_async(core, number))

    async with core:
        await asyncio.gather(*(work() for _ in range(TASKS)))
    return entries


def _life(core: OpenRouterCore, number: int) -> list[Entry]:
    name = f"credential {number}"
    created = byok_create(core, key="sk-test-123", provider="openai", name=name)
    if not isinstance(created, Ok):
        return [_entry("POST", "", name, created)]
    known = created.value.data.id
    entries = [_entry("POST", known, name, created)]
    if _updates(number):
        name = f"{name}, changed"
        entries.append(_entry("PATCH", known, name, byok_update(core, id=known, name=name)))
    if _deletes(number):
        entries.append(_entry("DELETE", known, name, byok_delete(core, id=known)))
    return entries


async def _life_async(core: OpenRouterCore, number: int) -> list[Entry]:
    name = f"credential {number}"
    created = await byok_create_async(core, key="sk-test-123", provider="openai", name=name)
    if not isinstance(created, Ok):
        return [_entry("POST", "", name, created)]
    known = created.value.data.id
    entries = [_entry("POST", known, name, created)]
    if _updates(number):
        name = f"{name}, changed"
        entries.append(_entry("PATCH", known, name, await byok_update_async(core, id=known, name=name)))
    if _deletes(number):
        entries.append(_entry("DELETE", known, name, await byok_delete_async(core, id=known)))
    return entries


def _updates(number: int) -> bool:
    return number % 5 in {1, 3}


def _deletes(number: int) -> bool:
    return number % 5 in {2, 3}


def _entry(method: str, known: str, name: str, result: Result[Any, Any]) -> Entry:
    if isinstance(result, Ok):
        return Entry(method, known, name, "Ok")
    error = result.error
    prior = getattr(error, "prior_outcome_unknown", False)
    return Entry(method, known, name, error.outcome, error.attempts, prior)


# --- The checker -------------------------------------------------------------------------------------------------

# How often a change may have been committed, by what was said of it. An update that is repeated is committed again and
# changes nothing by it; a create would make another credential, and of a delete the second finds nothing.
ONCE = {"Ok": (1, 1), "applied": (1, 1), "not_applied": (0, 0), "unknown": (0, 1)}
REPEATABLE = {**ONCE, "Ok": (1, 99), "applied": (1, 99), "unknown": (0, 99)}


def violations(entries: Iterable[Entry], record: Record) -> list[str]:
    """Return every statement that the record belies."""
    entries = list(entries)
    found = [f"{entry}: {wrong}" for entry in entries for wrong in _wrong(entry, record)]
    known = {entry.name for entry in entries if entry.method == "POST"}
    found += [f"{name!r} was created, and no call asked for it" for name in record.creates.keys() - known]
    for life in _lives(entries):
        state = record.credentials.get(life[-1].id)
        found += [f"{life[-1]}: {wrong}" for wrong in _wrong_state(life, state)]
    return found


def commits(entry: Entry, record: Record) -> int:
    """Return how often the change was committed."""
    by_method = {"POST": record.creates, "PATCH": record.updates, "DELETE": record.deletes}
    return by_method[entry.method][entry.key]


def _wrong(entry: Entry, record: Record) -> Iterator[str]:
    least, most = (REPEATABLE if entry.method == "PATCH" else ONCE)[entry.said]
    times, requests = commits(entry, record), record.attempts[f"{entry.method} {entry.key}"]
    if not least <= times <= most:
        yield f"it was committed {times} times"
    if entry.said != "Ok" and requests > entry.attempts:
        yield f"there were {requests} requests"
    if entry.prior and entry.said == "not_applied":
        yield "an earlier attempt is in doubt, and this says that it is not"


def _lives(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    """Yield the calls on each credential whose id is known, in their order."""
    lives: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.id:
            lives[entry.id].append(entry)
    return iter(lives.values())


def _wrong_state(life: Sequence[Entry], state: str | None) -> Iterator[str]:
    """Compare what a credential's calls were told with what there is of it now: its name, or nothing."""
    deleted = next((entry.said for entry in life if entry.method == "DELETE"), "not_applied")
    if deleted in {"Ok", "applied"} and state is not None:
        yield "it was deleted, and is there"
    if deleted == "not_applied" and state is None:
        yield "it was not deleted, and is gone"
    created, *changed = [entry for entry in life if entry.method != "DELETE"]
    names = {created.name, *(entry.name for entry in changed)}
    for entry in changed:
        if entry.said in {"Ok", "applied"}:
            names = {entry.name}
        elif entry.said == "not_applied":
            names = {created.name}
    if state is not None and state not in names:
        yield f"its name is {state!r}"


# --- The table ---------------------------------------------------------------------------------------------------

FUNCTIONS = {"POST": "byok_create", "PATCH": "byok_update", "DELETE": "byok_delete"}
SAID = ("Ok", "applied", "not_applied", "unknown")


def table(entries: Sequence[Entry], record: Record) -> Iterator[str]:
    """Yield the lines of the table: for each function and statement, how many calls, and what came of them."""
    yield f"{'function':12} {'said':12} {'calls':>8} {'commits':>8} {'duplicates':>10} {'violations':>10}"
    groups: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in entries:
        groups[entry.method, entry.said].append(entry)
    for method, function in FUNCTIONS.items():
        for said in SAID:
            group = groups[method, said]
            times = [commits(entry, record) for entry in group]
            # An update that is committed again changes nothing by it: that is no duplicate.
            duplicates = 0 if method == "PATCH" else sum(max(0, each - 1) for each in times)
            wrong = sum(1 for entry in group for _ in _wrong(entry, record))
            yield f"{function:12} {said:12} {len(group):8} {sum(times):8} {duplicates:10} {wrong:10}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Many clients at once against the local OpenRouter: nothing is lost, nothing is wrong, and how fast it was.

    python tests/testing/load.py --clients 200 --seconds 30

The server runs as a program with a file for its state. Each client has a connection of its own, half of them belong to
another account; each creates, changes, reads and deletes credentials that no other client knows of, and writes down
every answer. At the end the whole state is read over HTTP and compared with what was written down. Prints requests per
second and latency as the clients saw it (client and server share the machine), and exits with 1 on any difference.
"""

from __future__ import annotations

import asyncio
import json
import ssl
import statistics
import subprocess
import sys
import tempfile
from argparse import ArgumentParser
from collections import defaultdict
from collections.abc import Mapping, Sequence
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path
from random import Random
from time import perf_counter
from typing import TYPE_CHECKING, Any, TypeAlias
from urllib.parse import urlsplit

import attrs
import httpx

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

Credential: TypeAlias = dict[str, Any]
# The provider that was asked for ("" for all of them) to its pages: what each said the total was, and what it held.
State: TypeAlias = Mapping[str, Sequence[tuple[int, list[Credential]]]]

PROVIDERS = ("openai", "anthropic", "mistral")
PATIENCE = 60
# No TLS here, and to load the system's certificates once for each client takes longer than the whole run.
NO_CERTIFICATES = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


@attrs.frozen
class Exchange:
    """One request and its answer, as the client that sent it saw them; without an answer the status is 0."""

    client: int
    account: str
    method: str
    id: str
    sent: Credential
    status: int
    answer: Any
    seconds: float


def main(arguments: Sequence[str]) -> int:
    """Run, print and return the exit status."""
    parser = ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--clients", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=30)
    options = parser.parse_args(arguments)
    with program() as (url, keys):
        began = perf_counter()
        exchanges = asyncio.run(load(url, keys, options.clients, options.seconds))
        took = perf_counter() - began
        state = {account: final_state(url, key) for account, key in keys.items()}
    found = differences(exchanges, state)
    report(options.clients, took, exchanges, found)
    return 1 if found else 0


@contextmanager
def program() -> Generator[tuple[str, dict[str, str]]]:
    """Run the server as a program; give its URL and the management key of each of its two accounts."""
    keys = {"first": "sk-or-test-first", "second": "sk-or-test-second"}
    named = ("--key", f"management={keys['first']}", "--key", f"other-account={keys['second']}")
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "openrouter_core.testing", "--db", str(Path(folder) / "byok.db"), *named]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            try:
                line = next(line for line in process.stdout if line.startswith("{"))
                yield json.loads(line)["url"], keys
            finally:
                process.terminate()


# --- The clients -----------------------------------------------------------------------------------------------------


async def load(url: str, keys: Mapping[str, str], clients: int, seconds: float) -> list[Exchange]:
    """Let all clients live for some seconds and return what they wrote down."""
    accounts = list(keys)
    until = perf_counter() + seconds
    lives = [_live(url, number, accounts[number % len(accounts)], keys, until) for number in range(clients)]
    return [exchange for life in await asyncio.gather(*lives) for exchange in life]


async def _live(url: str, number: int, account: str, keys: Mapping[str, str], until: float) -> list[Exchange]:
    address = urlsplit(url)
    reader, writer = await asyncio.open_connection(address.hostname, address.port)
    client = _Client(number, account, _Connection(reader, writer, address.path, keys[account]))
    # Unanswered: what the server holds is no longer known, and the run has failed anyway.
    while perf_counter() < until and client.alive:
        await client.credential()
    writer.close()
    return client.exchanges


class _Client:
    def __init__(self, number: int, account: str, connection: _Connection) -> None:
        self._number = number
        self._account = account
        self._connection = connection
        self._random = Random(number)  # noqa: S311 - a mix of requests, no secret
        self.exchanges: list[Exchange] = []

    @property
    def alive(self) -> bool:
        return all(exchange.status for exchange in self.exchanges[-1:])

    async def credential(self) -> None:
        """Take one credential through its life."""
        provider = self._random.choice(PROVIDERS)
        created = await self._send("POST", "", {"provider": provider, **self._fields("key", "name")})
        if created.status != HTTPStatus.CREATED:
            return
        for _ in range(self._random.randrange(4)):
            await self._send("PATCH", created.id, self._fields(*self._random.sample(("key", "name", "disabled"), 2)))
        await self._send("GET", created.id, {})
        if self._random.random() < 0.5:
            await self._send("DELETE", created.id, {})
            await self._send("GET", created.id, {})

    def _fields(self, *names: str) -> Credential:
        unique = f"{self._number:04}-{len(self.exchanges):06}"
        made = {
            "key": f"sk-test-{unique}-{self._random.randrange(10_000):04}",
            "name": f"client {unique}",
            "disabled": self._random.random() < 0.5,
        }
        return {name: made[name] for name in names}

    async def _send(self, method: str, known_id: str, sent: Credential) -> Exchange:
        began = perf_counter()
        answer: Any
        try:
            async with asyncio.timeout(PATIENCE):
                status, answer = await self._connection.request(method, f"/byok/{known_id}".rstrip("/"), sent)
        except (OSError, EOFError, ValueError, TimeoutError) as error:
            status, answer = 0, repr(error)
        seconds = perf_counter() - began
        new_id = answer["data"]["id"] if status == HTTPStatus.CREATED else known_id
        exchange = Exchange(self._number, self._account, method, new_id, sent, status, answer, seconds)
        self.exchanges.append(exchange)
        return exchange


@attrs.frozen
class _Connection:
    """HTTP by hand: with an HTTP library the clients would be busier than the server."""

    _reader: asyncio.StreamReader
    _writer: asyncio.StreamWriter
    _base: str
    _key: str

    async def request(self, method: str, path: str, sent: Credential) -> tuple[int, Any]:
        """Send a request and return the status and the JSON of its answer."""
        body = json.dumps(sent).encode() if sent else b""
        lines = [
            *(f"{method} {self._base}{path} HTTP/1.1", "host: localhost", f"authorization: Bearer {self._key}"),
            *("content-type: application/json", f"content-length: {len(body)}", "", ""),
        ]
        self._writer.write("\r\n".join(lines).encode() + body)
        status, *answered = (await self._reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
        headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in answered)}
        return int(status.split()[1]), json.loads(await self._reader.readexactly(int(headers["content-length"])))


def final_state(url: str, key: str) -> State:
    """Read every page of every list of an account."""
    headers = {"authorization": f"Bearer {key}"}
    with httpx.Client(base_url=url, headers=headers, timeout=PATIENCE, verify=NO_CERTIFICATES, trust_env=False) as http:
        return {provider: list(_pages(http, provider)) for provider in ("", *PROVIDERS)}


def _pages(http: httpx.Client, provider: str) -> Iterator[tuple[int, list[Credential]]]:
    offset, total = 0, 1
    while offset < total:
        filters = {"provider": provider} if provider else {}
        page = http.get("/byok", params={"limit": 100, "offset": offset, **filters}).raise_for_status().json()
        total = page["total_count"]
        yield total, page["data"]
        offset += len(page["data"]) or total


# --- The checker -----------------------------------------------------------------------------------------------------


def differences(exchanges: Sequence[Exchange], state: Mapping[str, State]) -> list[str]:
    """Return everything in which the answers and the final state differ from what they must be."""
    expected: dict[str, dict[str, Credential]] = {account: {} for account in state}
    found: list[str] = []
    for exchange in exchanges:
        wrong = _replay(exchange, expected[exchange.account])
        if wrong:
            sent = f"client {exchange.client}: {exchange.method} {exchange.id} {exchange.sent}"
            found.append(f"{sent}: {wrong}: {exchange.status} {exchange.answer}")
    found += _orders([exchange for exchange in exchanges if exchange.status == HTTPStatus.CREATED])
    for account, lists in state.items():
        for provider, pages in lists.items():
            wanted = {key: each for key, each in expected[account].items() if provider in {"", each["provider"]}}
            found += [f"{account}, {provider or 'all'}: {wrong}" for wrong in _listed(wanted, pages)]
    return found


def _replay(exchange: Exchange, credentials: dict[str, Credential]) -> str | None:
    """Apply an exchange to what the account must hold, and say what is wrong with its answer."""
    known = credentials.get(exchange.id)
    answered: Credential = (
        exchange.answer["data"] if exchange.status in {200, 201} and "data" in exchange.answer else {}
    )
    match exchange.method, exchange.status:
        case "POST", 201:
            credentials[exchange.id] = answered
            return (
                "an id that was given out before" if known else _same({**answered, **_shown(exchange.sent)}, answered)
            )
        case "PATCH", 200 if known is not None:
            credentials[exchange.id] = {**known, **_shown(exchange.sent)}
            return _same(credentials[exchange.id], answered)
        case "GET", 200:
            return _same(known, answered)
        case "GET", 404:
            return f"it was acknowledged as {known}" if known else None
        case "DELETE", 200:
            credentials.pop(exchange.id, None)
            return None if known and exchange.answer == {"deleted": True} else "no deletion of what there was"
        case _:
            return "not the status that was to be expected"


def _shown(sent: Credential) -> Credential:
    """Return what an answer must show of the fields that were sent: another client's has another name and label."""
    shown = {name: value for name, value in sent.items() if name != "key"}
    return {**shown, "label": f"{sent['key'][:3]}...{sent['key'][-4:]}"} if "key" in sent else shown


def _same(expected: Credential | None, found: Credential) -> str | None:
    return None if expected == found else f"is not what was acknowledged, {expected}"


def _orders(created: Sequence[Exchange]) -> Iterator[str]:
    """Check that `sort_order` counts up, without a gap, within each workspace and provider."""
    orders: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for exchange in created:
        place = exchange.answer["data"]
        orders[exchange.account, place["workspace_id"], place["provider"]].append(place["sort_order"])
    for (account, workspace_id, provider), given in orders.items():
        if sorted(given) != list(range(len(given))):
            yield f"{account}, {workspace_id}, {provider}: sort_order was not given out once each: {sorted(given)}"
    if len({workspace_id for _, workspace_id, _ in orders}) > len({account for account, _, _ in orders}):
        yield "an account's credentials are in more than one workspace"


def _listed(expected: Mapping[str, Credential], pages: Sequence[tuple[int, list[Credential]]]) -> Iterator[str]:
    """Compare the pages of a list with what must be in it."""
    listed = [credential for _, credentials in pages for credential in credentials]
    by_id = {credential["id"]: credential for credential in listed}
    if {total for total, _ in pages} != {len(expected)}:
        yield f"total_count is {[total for total, _ in pages]}, acknowledged are {len(expected)}"
    if len(by_id) != len(listed):
        yield "a credential is listed twice"
    if [each["sort_order"] for each in listed] != sorted(each["sort_order"] for each in listed):
        yield "the list is not in ascending sort_order"
    for key in expected.keys() | by_id.keys():
        if expected.get(key) != by_id.get(key):
            yield f"{key} is {by_id.get(key)}, acknowledged was {expected.get(key)}"


def report(clients: int, took: float, exchanges: Sequence[Exchange], found: Sequence[str]) -> None:
    """Print the figures, and the first of the differences."""
    cuts = statistics.quantiles((exchange.seconds * 1000 for exchange in exchanges), n=100, method="inclusive")
    lines = [
        f"{clients} clients, {took:.1f} s, {len(exchanges)} requests: {len(exchanges) / took:.0f} requests per second",
        f"latency as the clients saw it: p50 {cuts[49]:.1f} ms, p99 {cuts[98]:.1f} ms",
        f"differences between the acknowledged operations and the final state: {len(found)}",
        *found[:20],
    ]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

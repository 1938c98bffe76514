"""Many clients at once against the local OpenRouter: nothing is lost, nothing is wrong, and how fast it was.

    python tests/testing/load.py --clients 200 --seconds 30
    python tests/testing/load.py --mix completion

The server runs as a program with a file for its state. Each client has a connection of its own, and half of them belong
to another account. Each sends chats, whole and as streams, looks up what they cost, and lists models; it makes,
changes, uses, reads and deletes credentials, API keys and files that no other client knows of. Every answer is checked.
At the end the whole state is read over HTTP and compared with what was acknowledged. Prints requests per second,
latency as the clients saw it and the processor's time (client and server share the machine), and exits with 1 on any
difference.
"""

from __future__ import annotations

import asyncio
import json
import os
import ssl
import statistics
import subprocess
import sys
import tempfile
from argparse import ArgumentParser
from array import array
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from random import Random
from time import perf_counter
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import attrs
import httpx

from tests.testing.checker import Checker, Exchange, Record, State, content

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Generator, Iterator, Mapping, Sequence

PROVIDERS = ("openai", "anthropic", "mistral")
MODELS = ("openai/gpt-5", "anthropic/claude-sonnet-4.5", "google/gemini-2.5-flash")
# What the clients do, by weight.
MIX = ("completion", "completion", "completion", "models", "credential", "key", "file")
PATIENCE = 60
# No TLS here, and to load the system's certificates once for each client takes longer than the whole run.
NO_CERTIFICATES = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


@attrs.frozen
class Running:
    """A server that runs as a program, with the management key of each of its two accounts."""

    url: str
    keys: Mapping[str, str]
    pid: int


def main(arguments: Sequence[str]) -> int:
    """Run, print and return the exit status."""
    parser = ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--clients", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--mix", nargs="+", choices=sorted({*MIX}), default=MIX, help="what the clients do, by weight")
    options = parser.parse_args(arguments)
    before = processor()
    with tempfile.TemporaryDirectory() as folder, program("--db", str(Path(folder) / "state.db")) as running:
        checker, seconds = Checker(models(running)), array("d")

        def note(exchange: Exchange) -> None:
            checker.note(exchange)
            seconds.append(exchange.seconds)

        began = perf_counter()
        asyncio.run(load(running, options.clients, lambda: perf_counter() < began + options.seconds, note, options.mix))
        took = perf_counter() - began
        checker.compare({account: final_state(running, account) for account in running.keys})
    report(options.clients, took, seconds, checker.differences)
    # What a process has used is counted once it has ended.
    own, server = (now - then for now, then in zip(processor(), before, strict=True))
    per_request = server / len(seconds) * 1000
    sys.stdout.write(f"processor: server {server:.1f} s ({per_request:.2f} ms a request), clients {own:.1f} s\n")
    return 1 if checker.differences else 0


def processor() -> tuple[float, float]:
    """Return the seconds of the processor that this process has used, and its children that have ended."""
    times = os.times()
    return times.user + times.system, times.children_user + times.children_system


@contextmanager
def program(*options: str) -> Generator[Running]:
    """Run the server as a program."""
    keys = {"first": "sk-or-test-first", "second": "sk-or-test-second"}
    named = ("--key", f"management={keys['first']}", "--key", f"other-account={keys['second']}")
    command = [sys.executable, "-m", "openrouter_core.testing", *named, *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            line = next(line for line in process.stdout if line.startswith("{"))
            yield Running(json.loads(line)["url"], keys, process.pid)
        finally:
            process.terminate()


# --- The clients -----------------------------------------------------------------------------------------------------


async def load(
    running: Running,
    clients: int,
    goes_on: Callable[[], bool],
    note: Callable[[Exchange], None],
    mix: Sequence[str] = MIX,
) -> None:
    """Let all clients live as long as it goes on, and note every exchange."""
    address, accounts = urlsplit(running.url), list(running.keys)

    async def live(number: int) -> None:
        reader, writer = await asyncio.open_connection(address.hostname, address.port)
        account = accounts[number % len(accounts)]
        client = _Client(number, account, running.keys[account], _Connection(reader, writer, address.path), note)
        # Unanswered: what the server holds is no longer known, and the run has failed anyway.
        while goes_on() and client.alive:
            await client.act(mix)
        writer.close()

    await asyncio.gather(*map(live, range(clients)))


class _Client:
    def __init__(
        self, number: int, account: str, key: str, connection: _Connection, note: Callable[[Exchange], None]
    ) -> None:
        self._number = number
        self._account = account
        self._key = key
        self._connection = connection
        self._note = note
        self._random = Random(number)  # noqa: S311 - a mix of requests, no secret
        self._count = 0
        self.alive = True

    async def act(self, mix: Sequence[str]) -> None:
        """Do one of the things of the mix."""
        acts = {
            "completion": self._complete,
            "models": self._list_models,
            "credential": self._live_credential,
            "key": self._live_key,
            "file": self._live_file,
        }
        await acts[self._random.choice(mix)]()

    async def _complete(self, made: Exchange | None = None) -> None:
        """Ask a model, with an API key that was made if there is one, and look the answer up now and then."""
        text = " ".join(f"word{self._random.randrange(1_000)}" for _ in range(self._random.randrange(1, 30)))
        sent = {"model": self._random.choice(MODELS), "messages": [{"role": "user", "content": text}]}
        exchange = await self._send("POST", "/chat/completions", sent | {"stream": self._chance()}, made)
        if exchange.status == 200 and self._chance():
            await self._send("GET", f"/generation?id={_generation(exchange.answer)}")

    async def _list_models(self) -> None:
        await self._send("GET", "/models")

    async def _live_credential(self) -> None:
        provider = {"provider": self._random.choice(PROVIDERS)}
        await self._live("/byok", provider | self._fields("key", "name"), ("key", "name", "disabled"))

    async def _live_key(self) -> None:
        await self._live("/keys", {"limit": 1, **self._fields("name")}, ("name",), self._complete)

    async def _live_file(self) -> None:
        async def download(made: Exchange) -> None:
            await self._send("GET", f"{made.path}/content")

        await self._live("/files", {"filename": f"{self._fields('name')['name']}.txt"}, (), download)

    async def _live(
        self,
        family: str,
        sent: Record,
        changes: Sequence[str],
        use: Callable[[Exchange], Awaitable[None]] | None = None,
    ) -> None:
        """Take something that is kept through its life."""
        made = await self._send("POST", family, sent)
        if made.path == family:
            return
        for _ in range(self._random.randrange(4) if changes else 0):
            await self._send("PATCH", made.path, self._fields(*self._random.sample(changes, min(2, len(changes)))))
        for _ in range(self._random.randrange(3) if use else 0):
            await use(made)  # type: ignore[misc]
        await self._send("GET", made.path)
        if self._chance():
            await self._send("DELETE", made.path)
            await self._send("GET", made.path)
            if family == "/keys":
                await self._complete(made)

    def _fields(self, *names: str) -> Record:
        unique = f"{self._number:04}-{self._count:06}"
        values = {
            "key": f"sk-test-{unique}-{self._random.randrange(10_000):04}",
            "name": f"client {unique}",
            "disabled": self._chance(),
        }
        return {name: values[name] for name in names}

    def _chance(self) -> bool:
        return self._random.random() < 0.5

    async def _send(self, method: str, path: str, sent: Record | None = None, made: Exchange | None = None) -> Exchange:
        began = perf_counter()
        key, key_hash = (self._key, "") if made is None else (made.answer["key"], made.path.rpartition("/")[2])
        answer: Any
        try:
            async with asyncio.timeout(PATIENCE):
                status, answer = await self._connection.request(method, path, sent, key)
        except (OSError, EOFError, ValueError, TimeoutError) as error:
            status, answer, self.alive = 0, repr(error), False
        seconds = perf_counter() - began
        if method == "POST" and status in {200, 201} and not path.startswith("/chat"):
            record = answer.get("data", answer)
            path = f"{path}/{record.get('hash') or record['id']}"
        exchange = Exchange(self._number, self._account, method, path, sent or {}, status, answer, seconds, key_hash)
        self._note(exchange)
        self._count += 1
        return exchange


@attrs.frozen
class _Connection:
    """HTTP by hand: with an HTTP library the clients would be busier than the server."""

    _reader: asyncio.StreamReader
    _writer: asyncio.StreamWriter
    _base: str

    async def request(self, method: str, path: str, sent: Record | None, key: str) -> tuple[int, Any]:
        """Send a request and return the status and the JSON of its answer, or its text."""
        content_type, body = ("application/json", json.dumps(sent).encode()) if sent else ("", b"")
        if sent and "filename" in sent:
            content_type, body = "multipart/form-data; boundary=limit", _form(sent["filename"])
        lines = [
            *(f"{method} {self._base}{path} HTTP/1.1", "host: localhost", f"authorization: Bearer {key}"),
            *(f"content-type: {content_type}", f"content-length: {len(body)}", "", ""),
        ]
        self._writer.write("\r\n".join(lines).encode() + body)
        status, *answered = (await self._reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
        headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in answered)}
        answer = await self._body(headers)
        is_json = headers["content-type"] == "application/json"
        return int(status.split()[1]), _parsed(answer) if is_json else answer.decode()

    async def _body(self, headers: Mapping[str, str]) -> bytes:
        if headers.get("transfer-encoding") != "chunked":
            return await self._reader.readexactly(int(headers["content-length"]))
        pieces: list[bytes] = []
        while size := int(await self._reader.readuntil(b"\r\n"), 16):
            pieces.append((await self._reader.readexactly(size + 2))[:-2])
        await self._reader.readexactly(2)
        return b"".join(pieces)


@lru_cache(maxsize=4)
def _parsed(body: bytes) -> Any:  # noqa: ANN401 - JSON
    """Read JSON; the list of models, which is always the same, once."""
    return json.loads(body)


def _form(filename: str) -> bytes:
    head = f'--limit\r\ncontent-disposition: form-data; name="file"; filename="{filename}"\r\n'
    return f"{head}content-type: text/plain\r\n\r\n{content(filename)}\r\n--limit--\r\n".encode()


def _generation(answer: Any) -> str:  # noqa: ANN401 - an answer
    """Return the id of a completion, whole or as a stream."""
    if isinstance(answer, str):
        return answer.partition('"id":"')[2].partition('"')[0]
    return str(answer["id"])


# --- What the server says before and after ----------------------------------------------------------------------------


def models(running: Running) -> Any:  # noqa: ANN401 - an answer
    """Return the list of models."""
    with _http(running, "first") as http:
        return http.get("/models").raise_for_status().json()


def final_state(running: Running, account: str) -> State:
    """Read every page of every list of an account."""
    with _http(running, account) as http:
        lists = ("/byok", *(f"/byok?provider={each}" for each in PROVIDERS), "/keys", "/files")
        state: State = {asked: list(_pages(http, asked)) for asked in lists}
        return {**state, "/credits": [http.get("/credits").raise_for_status().json()]}


def _http(running: Running, account: str) -> httpx.Client:
    headers = {"authorization": f"Bearer {running.keys[account]}"}
    return httpx.Client(
        base_url=running.url, headers=headers, timeout=PATIENCE, verify=NO_CERTIFICATES, trust_env=False
    )


def _pages(http: httpx.Client, asked: str) -> Iterator[Any]:
    """Return the pages of a list up to the one in which there is nothing more; some go by `offset`, one by `after`."""
    path, _, filters = asked.partition("?")
    params, seen = httpx.QueryParams(filters).merge({"limit": 100, "include_disabled": "true"}), 0
    while True:
        page = http.get(path, params=params).raise_for_status().json()
        yield page
        if not page["data"]:
            return
        seen += len(page["data"])
        params = params.merge({"offset": seen} if "last_id" not in page else {"after": page["last_id"]})


def report(clients: int, took: float, seconds: Sequence[float], found: Sequence[str]) -> None:
    """Print the figures, and the first of the differences."""
    cuts = statistics.quantiles((each * 1000 for each in seconds), n=100, method="inclusive")
    lines = [
        f"{clients} clients, {took:.1f} s, {len(seconds)} requests: {len(seconds) / took:.0f} requests per second",
        f"latency as the clients saw it: p50 {cuts[49]:.1f} ms, p99 {cuts[98]:.1f} ms",
        f"differences between the acknowledged operations and the final state: {len(found)}",
        *found[:20],
    ]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

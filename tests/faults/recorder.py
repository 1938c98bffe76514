"""A server in a process of its own that keeps a record of every change, and fails as it is told, or at random.

The record is what a client's statements are held against: it is written where a change is committed, and the client
cannot touch it. `LocalOpenRouter` keeps the latest 10,000 requests, and its faults are armed one by one; this one keeps
all and is faster. Of BYOK it does what the five functions need; other requests get the answer of the wire samples, or
a short event stream if they ask for one. Nothing here knows the SDK.
"""

from __future__ import annotations

import asyncio
import json
import multiprocessing
import re
from collections import Counter, deque
from contextlib import suppress
from functools import cache
from itertools import islice
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any, Literal
from uuid import UUID

import attrs

from tests.processes import unmeasured

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from multiprocessing.connection import Connection
    from typing import Self

__all__ = ["Fault", "Record", "Recorder"]

PAGE = 20
SAMPLES = Path(__file__).parents[1] / "funcs" / "samples"
BYOK = "/api/v1/byok"
CREATING = {"/api/v1/keys", "/api/v1/files"}  # with POST
CHUNK: dict[str, Any] = {"id": "gen-1", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": []}
EVENTS: dict[str, Any] = {"/api/v1/chat/completions": CHUNK, "/api/v1/messages": {"type": "message_stop"}}


@attrs.frozen
class Fault:
    """One way to fail.

    Attributes:
        name: What happens, in words.
        apply: When the change is made: before the delay, after it, or not at all.
        delay: Seconds until the answer.
        status: Answered in place of the endpoint's own answer.
        body: Answered in place of the endpoint's own body.
        sent: Which part of the answer is sent; the connection is closed after anything less than all.
        close: Whether the connection is closed after the whole answer, without a word of it in the headers.
        echo: Whether the answer's message is the request itself, secrets included.
        raw: Answered as it is, in place of all that.
        weight: How often it is chosen, against the others.
    """

    name: str
    apply: Literal["before", "after", "never"] = "before"
    delay: float = 0
    status: int | None = None
    body: bytes | None = None
    sent: float = 1
    close: bool = False
    echo: bool = False
    raw: bytes | None = None
    weight: float = 1


@attrs.define
class Record:
    """What the server saw and did.

    Attributes:
        requests: How many whole requests came.
        attempts: How many of them for each change: `"POST name"`, `"PATCH name"`, `"DELETE id"`.
        creates: How many credentials, keys and files were created under each name.
        updates: How often each name was given to an existing credential.
        deletes: How often each id was deleted.
        credentials: The names of the credentials that there are, by id.
        struck: How often each fault struck.
        connections: How many connections were made.
        senders: The `HTTP-Referer`s that came over each connection, for connections over which one came.
    """

    requests: int = 0
    attempts: Counter[str] = attrs.Factory(Counter[str])
    creates: Counter[str] = attrs.Factory(Counter[str])
    updates: Counter[str] = attrs.Factory(Counter[str])
    deletes: Counter[str] = attrs.Factory(Counter[str])
    credentials: dict[str, str] = attrs.Factory(dict[str, str])
    struck: Counter[str] = attrs.Factory(Counter[str])
    connections: int = 0
    senders: list[set[str]] = attrs.Factory(list[set[str]])


class Recorder:
    """The server's process; use it as a context manager.

    Args:
        faults: The ways in which a request may fail.
        rate: Which part of the requests does.
        refused: Which part of the connections is closed before a request on it is read.
    """

    def __init__(self, *faults: Fault, rate: float = 0, refused: float = 0) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_run, args=(theirs, faults, rate, refused), daemon=True)
        with unmeasured():
            self._process.start()
        theirs.close()
        self.url = f"http://127.0.0.1:{self._pipe.recv()}/api/v1"

    def record(self) -> Record:
        """Return the record as it is when all that the server has begun is done."""
        self._pipe.send("record")
        record: Record = self._pipe.recv()
        return record

    def plan(self, *faults: Fault) -> None:
        """Let the next requests fail these ways, one after the other, and forget what was planned before."""
        self._pipe.send(faults)
        self._pipe.recv()

    def forget(self) -> None:
        """Begin the record anew, when all that has begun is done."""
        self._pipe.send("forget")
        self._pipe.recv()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._pipe.close()
        self._process.join(10)


# --- In the server's process -------------------------------------------------------------------------------------


def _run(pipe: Connection, faults: Sequence[Fault], rate: float, refused: float) -> None:
    with suppress(KeyboardInterrupt):
        asyncio.run(_serve(pipe, _State(faults, rate, refused)))


async def _serve(pipe: Connection, state: _State) -> None:
    loop = asyncio.get_running_loop()
    listening = await loop.create_server(lambda: _Connection(state), "127.0.0.1", 0, backlog=1024)
    pipe.send(listening.sockets[0].getsockname()[1])
    with suppress(EOFError, ConnectionError):
        while True:  # in a thread: Windows can wait for no pipe beside its sockets
            await _tell(pipe, state, await loop.run_in_executor(None, pipe.recv))
    listening.close()


async def _tell(pipe: Connection, state: _State, question: str | tuple[Fault, ...]) -> None:
    if isinstance(question, tuple):
        state.planned = deque(question)
    else:
        await state.finished()
        if question == "forget":
            state.record, state.made = Record(), 0
    pipe.send(state.record if question == "record" else None)


class _State:
    def __init__(self, faults: Sequence[Fault], rate: float, refused: float) -> None:
        self._faults = faults
        self._weights = [fault.weight for fault in faults]
        self._rate = rate
        self._refused = refused
        self._random = Random(4)  # noqa: S311 - a mix of faults, no secret
        self.made = 0
        self.planned: deque[Fault] = deque()
        self.record = Record()
        self.unfinished = 0

    async def finished(self) -> None:
        while self.unfinished:  # noqa: ASYNC110 - late answers, looked for once or twice in a run
            await asyncio.sleep(0.01)

    def refuses(self) -> bool:
        return self._random.random() < self._refused

    def fault(self) -> Fault | None:
        if self.planned:
            fault = self.planned.popleft()
        elif self._random.random() < self._rate:
            (fault,) = self._random.choices(self._faults, self._weights)
        else:
            return None
        self.record.struck[fault.name] += 1
        return fault

    def note(self, method: str, path: str, body: dict[str, Any]) -> None:
        self.record.requests += 1
        if method != "GET":
            self.record.attempts[f"{method} {body.get('name') or _id(path)}"] += 1

    def apply(self, method: str, path: str, body: dict[str, Any]) -> tuple[int, object]:
        """Do what is asked, and return status and body of the answer; one that is no JSON is `bytes`."""
        path = path.partition("?")[0]
        if not path.startswith(BYOK):
            if method == "POST" and path in CREATING:
                self.record.creates[body["name"]] += 1
            return _sampled(method, path, is_stream=body.get("stream") is True)
        record, credential_id = self.record, _id(path)
        if method == "POST":
            self.made += 1
            credential_id = str(UUID(int=self.made))
            record.creates[body["name"]] += 1
            record.credentials[credential_id] = body["name"]
            return 201, {"data": _credential(credential_id, body["name"])}
        if credential_id == "byok":
            first = islice(record.credentials.items(), PAGE)
            data = [_credential(each, name) for each, name in first]
            return 200, {"data": data, "total_count": len(data)}
        if credential_id not in record.credentials:
            return 404, {"error": {"code": 404, "message": f"there is no {credential_id}"}}
        if method == "DELETE":
            record.deletes[credential_id] += 1
            del record.credentials[credential_id]
            return 200, {"deleted": True}
        if method == "PATCH" and body.get("name"):
            record.updates[body["name"]] += 1
            record.credentials[credential_id] = body["name"]
        return 200, {"data": _credential(credential_id, record.credentials[credential_id])}


@cache
def _sampled(method: str, path: str, *, is_stream: bool) -> tuple[int, object]:
    """Return the answer of a sample, from which a path may differ in its ids."""
    for file in sorted(SAMPLES.glob("*/20?.json")):
        sample = json.loads(file.read_text(encoding="utf-8"))
        request, response = sample["request"], sample["response"]
        place = request["url"].partition("?")[0].removeprefix("https://openrouter.ai")
        if request["method"] == method and place.split("/")[3:][::2] == path.split("/")[3:][::2]:
            body = response["body"]
            if is_stream:
                last = {"type": "response.completed", "sequence_number": 1, "response": body}
                body = f"data: {json.dumps(EVENTS.get(path, last))}\n\ndata: [DONE]\n\n"
            return response["status"], body.encode() if isinstance(body, str) else body
    return 404, {"error": {"code": 404, "message": f"there is no {path}"}}


def _fields(body: bytes) -> dict[str, Any]:
    """Return the fields of a JSON body, and the name of the file in another."""
    if body.startswith(b"--"):
        named = re.search(rb'filename="([^"]*)"', body)
        return {"name": named[1].decode() if named else ""}
    return json.loads(body) if body else {}


def _id(path: str) -> str:
    return path.partition("?")[0].rpartition("/")[2]


def _credential(credential_id: str, name: str) -> dict[str, object]:
    return {
        "id": credential_id,
        "provider": "openai",
        "workspace_id": None,
        "label": "sk-...test",
        "name": name,
        "disabled": False,
        "is_fallback": False,
        "allowed_models": None,
        "allowed_api_key_hashes": None,
        "allowed_user_ids": None,
        "sort_order": 0,
        "created_at": "2026-01-01T00:00:00Z",
    }


class _Connection(asyncio.Protocol):
    def __init__(self, state: _State) -> None:
        self._state = state
        self._received = b""
        self._senders: set[str] = set()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._state.record.connections += 1
        if self._state.refuses():
            self._transport.close()

    def data_received(self, data: bytes) -> None:
        self._received += data
        request = self._received
        head, end, body = request.partition(b"\r\n\r\n")
        line, *lines = head.decode("latin-1").split("\r\n")
        headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines)}
        if not end or len(body) < int(headers.get("content-length", 0)):
            return
        self._received = b""  # no client of ours sends a request before it has the answer to the last
        self._note_sender(headers)
        method, path, _ = line.split(" ")
        self._answer(method, path, _fields(body), request)

    def _note_sender(self, headers: dict[str, str]) -> None:
        if "http-referer" in headers:
            if not self._senders:
                self._state.record.senders.append(self._senders)
            self._senders.add(headers["http-referer"])

    def _answer(self, method: str, path: str, body: dict[str, Any], request: bytes) -> None:
        state = self._state
        state.note(method, path, body)
        fault = state.fault() or Fault("none")
        answer = state.apply(method, path, body) if fault.apply == "before" else None

        def finish() -> None:
            done = state.apply(method, path, body) if fault.apply == "after" else answer
            self._deliver(fault, _response(fault, done, request))

        if fault.delay:
            self._later(fault.delay, finish)
        else:
            finish()

    def _later(self, seconds: float, finish: Callable[[], None]) -> None:
        self._state.unfinished += 1

        def run() -> None:
            self._state.unfinished -= 1
            finish()

        asyncio.get_running_loop().call_later(seconds, run)

    def _deliver(self, fault: Fault, response: bytes) -> None:
        self._transport.write(response[: int(len(response) * fault.sent)])
        if fault.close or fault.sent < 1:
            self._transport.close()


def _response(fault: Fault, answer: tuple[int, object] | None, request: bytes) -> bytes:
    if fault.raw is not None:
        return fault.raw
    status = fault.status or (500 if answer is None else answer[0])
    message = request.decode("latin-1") if fault.echo else fault.name
    value = answer[1] if answer and fault.status is None else {"error": {"code": status, "message": message}}
    kind = "application/json"
    if isinstance(value, bytes):
        kind = "text/event-stream" if value.startswith(b"data:") else "application/octet-stream"
    own = value if isinstance(value, bytes) else json.dumps(value).encode()
    body = own if fault.body is None else fault.body
    head = f"HTTP/1.1 {status} X\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body

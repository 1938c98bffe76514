"""What other clients make of event streams that go wrong, as a Markdown table; each cell is a run, none is assumed.

    python -m tests.peers.event_streams
    peers/bin/python -m tests.peers.event_streams litellm    # from an environment of its own, see test_frameworks.py

`right` means: all content came and no more, and a stream that did not end well was told by an exception, which follows.
An error that the server told counts as told if the exception holds the server's words. httpx-sse only decodes: it is
driven as its page shows, with `json.loads` for each event, and what that raises stands here too.
"""

from __future__ import annotations

import json
import os
import re
import socket
import struct
import sys
import threading
import time
from contextlib import closing, suppress
from importlib import import_module
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, NamedTuple

import httpx

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

PAUSE = 0.02  # seconds between two pieces, so that each is read by itself
MESSAGES = [{"role": "user", "content": "Hello"}]
EVENT_STREAM = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n"
DONE = b"data: [DONE]\n\n"
ERROR = {"code": 502, "message": "Provider returned error"}


def chunk(content: str, finish_reason: str | None = None, **more: object) -> bytes:
    """Return a chunk of a chat as OpenRouter sends it, as JSON."""
    choice = {"index": 0, "delta": {"role": "assistant", "content": content}, "finish_reason": finish_reason}
    head = {"id": "gen-1", "object": "chat.completion.chunk", "created": 1, "model": "m", "provider": "p"}
    return json.dumps({**head, "choices": [choice], **more}).encode()


def event(data: bytes) -> bytes:
    """Return an event of one line of data."""
    return b"data: %s\n\n" % data


A, B, END = event(chunk("a")), event(chunk("b")), event(chunk("", "stop"))
WHOLE = A + B + END + DONE
COMPLETION = {
    "id": "gen-1",
    "object": "chat.completion",
    "created": 1,
    "model": "m",
    "choices": [{"index": 0, "message": {"role": "assistant", "content": "ab"}, "finish_reason": "stop"}],
}


class Case(NamedTuple):
    """A response, and what a client owes its caller for it."""

    pieces: list[bytes]
    content: str = "ab"  # of all chunks that came whole
    ends_well: bool = True
    head: bytes = EVENT_STREAM
    reset: bool = False
    words: str = ""  # that the exception has to hold


def body(*pieces: bytes, content: str = "ab", ends_well: bool = True) -> Case:
    """Return an event stream whose body ends with the connection."""
    return Case(list(pieces), content, ends_well)


def failing(*pieces: bytes, content: str = "a") -> Case:
    """Return an event stream in which the server tells an error."""
    return Case(list(pieces), content, ends_well=False, words=str(ERROR["message"]))


def instead(kind: str, text: bytes, status: str = "200 OK") -> Case:
    """Return an answer that is no event stream."""
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(text)}\r\nConnection: close\r\n"
    return Case([text], "", ends_well=False, head=head.encode())


def sized(data: bytes) -> bytes:
    """Return `data` as one chunk of HTTP/1.1 (RFC 9112, 7.1)."""
    return b"%x\r\n%s\r\n" % (len(data), data)


CHUNKED = EVENT_STREAM + b"Transfer-Encoding: chunked\r\n"
BARE = event(json.dumps({"error": ERROR}).encode())
CASES: dict[str, Case] = {
    "clean": body(WHOLE),
    "clean, in chunks": Case([sized(A), sized(B + END + DONE), b"0\r\n\r\n"], head=CHUNKED),
    "no sentinel": Case([sized(A), sized(B + END), b"0\r\n\r\n"], ends_well=False, head=CHUNKED),
    "no sentinel, no finish reason": Case([sized(A), sized(B), b"0\r\n\r\n"], ends_well=False, head=CHUNKED),
    "`[DONE]` without its blank line": body(A + B + END, DONE[:-1], ends_well=False),
    "cut inside an event, by FIN": body(A, B[:40], content="a", ends_well=False),
    "cut after an event's JSON, by FIN": body(A, B[:-2], content="a", ends_well=False),
    "cut inside an event, by a broken chunk": Case([sized(A), sized(B)[:40]], "a", ends_well=False, head=CHUNKED),
    "cut inside an event, by RST": Case([A, B[:40]], "a", ends_well=False, reset=True),
    'error, bare: `{"error": …}`': failing(A, BARE + DONE),
    "error, bare, as the first event": failing(BARE + DONE, content=""),
    "error, with choices": failing(A, event(chunk("", "error", error=ERROR)) + DONE),
    "error, as `event: error`": failing(A, b"event: error\n" + BARE),
    "error, `code` and `message` at the top": failing(A, event(json.dumps(ERROR).encode()) + DONE),
    "a JSON result in place of a stream": instead("application/json", json.dumps(COMPLETION).encode()),
    "a JSON error in place of a stream, status 200": instead("application/json", json.dumps({"error": ERROR}).encode()),
    "HTML in place of a stream": instead("text/html", b"<html>Log in</html>"),
    "204 in place of a stream": Case([], "", ends_well=False, head=b"HTTP/1.1 204 No Content\r\nConnection: close\r\n"),
    "byte order mark": body(b"\xef\xbb\xbf" + WHOLE),
    "byte order mark, split": body(b"\xef", b"\xbb", b"\xbf" + WHOLE),
    "CR": body(WHOLE.replace(b"\n", b"\r")),
    "CRLF, split between CR and LF": body(*re.split(rb"(?<=\r)", WHOLE.replace(b"\n", b"\r\n"))),
    "comments only": body(b": OPENROUTER PROCESSING\n\n" * 3, content="", ends_well=False),
    "fields without data": body(A + b"event: ping\n\nid: 1\n\nretry: 5\n\n" + B + END + DONE),
    "data in two lines": body(A + B.replace(b', "object"', b',\ndata: "object"') + END + DONE),
    "U+2028 in a text": body(event(chunk("a").replace(b'"a"', '"a\u2028b"'.encode())) + END + DONE, content="a\u2028b"),
    "lone surrogate, as an escape": body(event(chunk("\ud83d")) + END + DONE, content="\ud83d"),
    "unknown finish reason": body(A + event(chunk("b", "tired")) + DONE),
    "`NaN` for a number": body(
        A + event(chunk("b").replace(b'"created": 1', b'"created": NaN')) + DONE, content="a", ends_well=False
    ),
    "invalid UTF-8": body(
        A + event(chunk("b").replace(b'"b"', b'"\xff"')) + END + DONE, content="a", ends_well=False
    ),
    "an event of 10 MB": body(event(chunk("x" * 10_000_000)) + END + DONE, content="x" * 10_000_000),
}  # fmt: skip


# --- The server --------------------------------------------------------------------------------------------------


def answer(connection: socket.socket, case: Case) -> None:
    """Read a request to its end, and send the response piece by piece."""
    with connection, suppress(OSError), connection.makefile("rb") as reader:
        length = 0
        for line in iter(reader.readline, b"\r\n"):
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        reader.read(length)
        connection.sendall(case.head + b"\r\n")
        for piece in case.pieces:
            time.sleep(PAUSE)
            connection.sendall(piece)
        if case.reset:
            time.sleep(PAUSE * 5)
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def serve(listener: socket.socket, case: Case) -> None:
    """Answer one connection."""
    with suppress(OSError):
        answer(listener.accept()[0], case)


# --- The clients -------------------------------------------------------------------------------------------------


def httpx_sse(url: str) -> Iterator[str | None]:
    """Yield the content of each chunk."""
    request = {"model": "m", "messages": MESSAGES, "stream": True}
    with (
        httpx.Client(timeout=10) as client,
        import_module("httpx_sse").connect_sse(client, "POST", f"{url}/chat/completions", json=request) as source,
    ):
        for each in source.iter_sse():
            if each.data == "[DONE]":
                return
            yield json.loads(each.data)["choices"][0]["delta"]["content"]


def openai(url: str) -> Iterator[str | None]:
    """Yield the content of each chunk."""
    with import_module("openai").OpenAI(api_key="k", base_url=url, max_retries=0, timeout=10) as client:
        for each in client.chat.completions.create(model="m", messages=MESSAGES, stream=True):
            yield each.choices[0].delta.content if each.choices else None


def openrouter(url: str) -> Iterator[str | None]:
    """Yield the content of each chunk."""
    backoff = import_module("openrouter.utils").BackoffStrategy(1, 1, 1, 1)
    once = import_module("openrouter.utils").RetryConfig("none", backoff, retry_connection_errors=False)
    kind: Any = import_module("openrouter").OpenRouter
    with (
        kind(api_key="k", server_url=url, retry_config=once, timeout_ms=10_000) as client,
        client.chat.send(model="m", messages=MESSAGES, stream=True) as stream,
    ):
        for each in stream:
            yield each.choices[0].delta.content if each.choices else None


def litellm(url: str) -> Iterator[str | None]:
    """Yield the content of each chunk."""
    os.environ["LITELLM_LOCAL_MODEL_COST_MAP"] = "True"  # otherwise its import asks GitHub for prices
    client: Any = import_module("litellm")
    client.suppress_debug_info = True
    told = {"model": "openrouter/m", "messages": MESSAGES, "stream": True, "num_retries": 0, "timeout": 10}
    for each in client.completion(**told, api_key="k", api_base=url):
        yield each.choices[0].delta.content if each.choices else None


CLIENTS: dict[str, Callable[[str], Iterable[str | None]]] = {
    "httpx-sse": httpx_sse,
    "openai": openai,
    "openrouter": openrouter,
}


# --- The table ---------------------------------------------------------------------------------------------------


def run(client: Callable[[str], Iterable[str | None]], case: Case) -> tuple[str, Exception | None]:
    """Return the content that `client` gave for `case`, and what it raised."""
    content, raised = "", None
    with closing(socket.create_server(("127.0.0.1", 0))) as listener:
        server = threading.Thread(target=serve, args=(listener, case), daemon=True)
        server.start()
        try:
            for each in client(f"http://127.0.0.1:{listener.getsockname()[1]}"):
                content += each or ""
        except Exception as error:  # noqa: BLE001 - what it is, is the answer
            raised = error
        server.join(10)
    return content, raised


def verdict(case: Case, content: str, raised: Exception | None) -> str:
    """Return in a few words what a client made of `case`."""
    name = f"`{type(raised).__name__}`"
    if content != case.content:
        expected = iter(case.content)
        fault = "lost" if all(letter in expected for letter in content) else "misread"  # is it a subsequence?
        return f"**{fault}**, raised {name}" if raised else f"**silently {fault}**"
    if case.ends_well:
        return f"**raised** {name}" if raised else "right"
    if raised is None:
        return "**silent**: ended as if well"
    return f"right: {name}" if case.words in str(raised) else f"**raised** {name}, without the server's words"


def main() -> None:
    """Print the table, of the client that is named or of all but LiteLLM, and how many cases each got right."""
    clients = {"litellm": litellm} if "litellm" in sys.argv else CLIENTS
    print("| stream |", " | ".join(f"{name} {version(name)}" for name in clients), "|")
    print("|---" * (len(clients) + 1) + "|")
    right = dict.fromkeys(clients, 0)
    for title, case in CASES.items():
        verdicts = {name: verdict(case, *run(client, case)) for name, client in clients.items()}
        print(f"| {title} |", " | ".join(verdicts.values()), "|", flush=True)
        for name, text in verdicts.items():
            right[name] += text.startswith("right")
    print("| right |", " | ".join(f"{count} of {len(CASES)}" for count in right.values()), "|")


if __name__ == "__main__":
    main()

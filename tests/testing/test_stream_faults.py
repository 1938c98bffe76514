"""Faults that reach into streams, downloads and uploads: each as it looks on the wire, and what cannot be."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import httpx
import pytest

from openrouter_core.testing import Fault, LocalOpenRouter
from openrouter_core.testing.answers import EventStream
from openrouter_core.testing.damage import damaged

from .conformance import events
from .conftest import PATIENCE

if TYPE_CHECKING:
    from .conftest import Connect

CHAT = {"messages": [{"role": "user", "content": "x"}], "stream": True}
DATA = bytes(range(256)) * 4
NEVER = 3600


def stream(client: httpx.Client, timeout: float = PATIENCE) -> tuple[list[bytes], str | None]:
    """Return what a stream of five pieces brings, event by event, and the error that it ends with."""
    received = b""
    error: str | None = None
    try:
        with client.stream("POST", "/chat/completions", json=CHAT, timeout=timeout) as response:
            for piece in response.iter_raw():
                received += piece
    except httpx.HTTPError as raised:
        error = type(raised).__name__
    pieces = received.split(b"\n\n")
    return [piece for piece in pieces if piece and not piece.startswith(b":")], error


@pytest.fixture
def hello(server: LocalOpenRouter) -> LocalOpenRouter:
    """Return the server, whose model says five pieces: eight events with reason, usage and sentinel."""
    server.model.reply("Hello", chunks=5)
    return server


@pytest.mark.parametrize(
    ("fault", "count", "error"),
    [
        ({"close": "body", "at_event": 0}, 0, "RemoteProtocolError"),
        ({"close": "body", "at_event": 3}, 3, "RemoteProtocolError"),
        ({"close": "body", "at_event": 8}, 8, "RemoteProtocolError"),
        ({"close": "body", "at_event": 9}, 8, None),
        ({"close": "end", "at_event": 3}, 3, None),
        ({"close": "end", "at_event": 0}, 0, None),
        ({"stall": 0.01, "at_event": 3}, 8, None),
        ({"stall": NEVER, "at_event": 3}, 3, "ReadTimeout"),
        ({"stall": NEVER, "at_event": 0}, 0, "ReadTimeout"),
        ({"stall": 0.01, "close": "end", "at_event": 7}, 7, None),
        ({"drip_body": 0.00001, "at_event": 6}, 8, None),
        ({"poison": "data: {\n\n", "at_event": 3}, 8, None),
        ({"poison": "data: {\n\n", "close": "body", "at_event": 3}, 4, "RemoteProtocolError"),
        ({"delay": 0.01, "headers": {"X-Request-Id": "r"}}, 8, None),
        ({"drip_headers": 0.00001}, 8, None),
    ],
    ids=str,
)
def test_a_stream_breaks_at_an_event(
    client: httpx.Client, hello: LocalOpenRouter, fault: dict[str, Any], count: int, error: str | None
) -> None:
    """What comes before it is whole; the next stream is as well."""
    hello.fail(**fault)
    received, raised = stream(client, timeout=0.3 if fault.get("stall") == NEVER else PATIENCE)
    assert (len(received), raised) == (count, error)
    hello.model.reply("Hello", chunks=5)
    received, raised = stream(client)
    assert (len(received), raised, received[-1]) == (8, None, b"data: [DONE]")


def test_a_dripping_event_arrives_byte_by_byte(client: httpx.Client, hello: LocalOpenRouter) -> None:
    """One byte of the event is there, the second an hour away."""
    hello.fail(at_event=2, drip_body=NEVER)
    received, raised = stream(client, timeout=0.3)
    assert (received[2:], raised) == ([b"d"], "ReadTimeout")


@pytest.mark.parametrize(
    ("poison", "sent"),
    [
        ({"error": {"code": 502, "message": "lost"}}, b'data: {"error": {"code": 502, "message": "lost"}}'),
        ("event: error\ndata: {}\n\n", b"event: error\ndata: {}"),
        (b"data: \xff\n\n", b"data: \xff"),
        ([], b"data: []"),
        ("", None),
    ],
)
def test_poison_stands_in_for_an_event(
    client: httpx.Client, hello: LocalOpenRouter, poison: object, sent: bytes | None
) -> None:
    """Anything but text and bytes as the data of an event; nothing takes the event away."""
    hello.fail(at_event=3, poison=poison)
    received, _ = stream(client)
    assert received[3:4] == ([sent] if sent is not None else received[3:4])
    assert len(received) == (7 if sent is None else 8)


def test_a_stream_without_a_place_breaks_in_the_middle(client: httpx.Client, hello: LocalOpenRouter) -> None:
    """As any body does; a false length is sent as it is, and then without chunks."""
    hello.fail(close="body")
    received, raised = stream(client)
    assert 0 < len(received) < 8
    assert raised == "RemoteProtocolError"
    hello.model.reply("Hello")
    hello.fail(headers={"Content-Length": "30000"})
    assert stream(client)[1] == "RemoteProtocolError"


def test_a_whole_body_stands_in_for_a_stream(client: httpx.Client, hello: LocalOpenRouter) -> None:
    """Its content type stays; or is another, or the status is."""
    hello.fail(body='data: {"a":1}\n\ndata: [DONE]\n\n')
    response = client.post("/chat/completions", json=CHAT)
    assert (response.headers["content-type"], events(response.text)) == (
        "text/event-stream",
        [(None, {"a": 1}), (None, "[DONE]")],
    )
    hello.fail(headers={"Content-Type": "text/html"}, status=203, apply=True)
    response = client.post("/chat/completions", json=CHAT)
    assert (response.status_code, response.headers["content-type"]) == (203, "text/html")
    assert len(events(response.text)) == 4
    hello.fail(status=503)
    assert client.post("/chat/completions", json=CHAT).json()["error"]["code"] == 503


def test_an_answer_without_events_has_no_such_place(client: httpx.Client, server: LocalOpenRouter) -> None:
    """It arrives whole, and the fault has been used."""
    armed = server.fail(at_event=0, close="body")
    assert client.get("/models").status_code == 200
    assert armed.hits == 1


def test_a_slow_stream_is_cut_on_its_way(client: httpx.Client, server: LocalOpenRouter) -> None:
    """The pace of the reply goes on until the fault."""
    server.model.reply("Hello", chunks=5, delay=0.01)
    server.fail(at_event=3, close="body")
    began = time.monotonic()
    received, _ = stream(client)
    assert len(received) == 3
    assert time.monotonic() - began >= 0.04


@pytest.mark.parametrize("path", ["/responses", "/messages"])
def test_every_stream_can_be_broken(client: httpx.Client, server: LocalOpenRouter, path: str) -> None:
    """By its path."""
    server.fail(path=path, at_event=1, close="end")
    body = {"model": "m", "max_tokens": 1, "messages": CHAT["messages"], "input": "x", "stream": True}
    assert len(events(client.post(path, json=body).text)) == 1


@pytest.mark.parametrize(
    ("fault", "received", "error"),
    [
        ({"close": "body", "at_byte": 0}, b"", "RemoteProtocolError"),
        ({"close": "body", "at_byte": 1000}, DATA[:1000], "RemoteProtocolError"),
        ({"close": "body"}, DATA[:512], "RemoteProtocolError"),
        ({"close": "body", "at_byte": 1024}, DATA, None),
        ({"close": "body", "at_byte": 1025}, DATA, None),
        ({"stall": NEVER, "at_byte": 1000}, DATA[:1000], "ReadTimeout"),
        ({"stall": 0.01, "at_byte": 1000}, DATA, None),
        ({"drip_body": 0.0001, "at_byte": 1000}, DATA, None),
        ({"drip_body": NEVER, "at_byte": 1000}, DATA[:1001], "ReadTimeout"),
        ({"poison": "XYZ", "at_byte": 10}, DATA[:10] + b"XYZ" + DATA[13:], None),
        ({"poison": b"X" * 99, "at_byte": 1000}, DATA[:1000] + b"X" * 24, None),
    ],
    ids=str,
)
def test_a_download_breaks_at_a_byte(
    client: httpx.Client, server: LocalOpenRouter, fault: dict[str, Any], received: bytes, error: str | None
) -> None:
    """Its head promises the whole size; poison keeps it."""
    path = f"/files/{server.add_file('a', DATA)}/content"
    server.fail(path="/files/*/content", **fault)
    arrived, raised = b"", None
    try:
        with client.stream("GET", path, timeout=0.3) as response:
            assert response.headers["content-length"] == "1024"
            for piece in response.iter_raw():
                arrived += piece
    except httpx.HTTPError as caught:
        raised = type(caught).__name__
    assert (arrived, raised) == (received, error)
    assert client.get(path).content == DATA


def upload(client: httpx.Client) -> httpx.Response:
    """Upload a file."""
    return client.post("/files", files={"file": ("a.bin", DATA)})


def files(client: httpx.Client) -> list[dict[str, Any]]:
    """Return what was uploaded."""
    listed: list[dict[str, Any]] = client.get("/files").json()["data"]
    return listed


def test_an_upload_is_answered_early(client: httpx.Client, connect: Connect, server: LocalOpenRouter) -> None:
    """With most of the body not yet sent; nothing is kept."""
    server.fail(path="/files", at_upload_byte=3, status=413)
    path = urlsplit(server.url).path + "/files"
    lines = (f"POST {path} HTTP/1.1", "host: localhost", "content-length: 1000000", "content-type: multipart/form-data")
    head = "\r\n".join([*lines, "", ""])
    with connect() as wire:
        wire.sendall(head.encode() + b"--b")
        assert wire.recv(65536).startswith(b"HTTP/1.1 413 ")
    assert files(client) == []


def test_an_upload_is_cut(client: httpx.Client, server: LocalOpenRouter) -> None:
    """Without an answer; nothing is kept."""
    server.fail(path="/files", at_upload_byte=100, close="before")
    with pytest.raises(httpx.TransportError):
        upload(client)
    assert files(client) == []
    assert upload(client).status_code == 200


@pytest.mark.parametrize("fault", [{"status": 413}, {"close": "before"}])
def test_an_upload_that_does_not_get_there_is_whole(
    client: httpx.Client, server: LocalOpenRouter, fault: dict[str, Any]
) -> None:
    """The place is behind its end."""
    server.fail(path="/files", at_upload_byte=100_000, **fault)
    assert upload(client).status_code == 200


def test_a_poisoned_upload_is_kept_as_it_arrived(client: httpx.Client, server: LocalOpenRouter) -> None:
    """Damaged, of the same size; the test can tell."""
    server.fail(path="/files", at_upload_byte=500, poison=b"\xff\xff")
    told = upload(client).json()
    kept = client.get(f"/files/{told['id']}/content").content
    assert (len(kept), kept.count(b"\xff\xff")) == (1024, 1)


@pytest.mark.parametrize("fault", [{"at_upload_byte": 0, "stall": 0.05}, {"drip_upload": 0.05}])
def test_an_upload_is_read_late(client: httpx.Client, server: LocalOpenRouter, fault: dict[str, Any]) -> None:
    """Whether the server is silent once or reads slowly, it arrives."""
    server.fail(path="/files", **fault)
    began = time.monotonic()
    assert upload(client).status_code == 200
    assert time.monotonic() - began >= 0.05
    assert [each["size_bytes"] for each in files(client)] == [1024]


def test_a_stalled_upload_does_not_keep_the_server_from_ending() -> None:
    """Nobody reads, and so nobody hears that the connection is gone."""
    server = LocalOpenRouter()
    server.start()
    server.fail(at_upload_byte=0, stall=NEVER)

    def post() -> None:
        with httpx.Client(base_url=server.url, trust_env=False) as client, pytest.raises(httpx.TransportError):
            upload(client)

    client = threading.Thread(target=post)
    client.start()
    while not server.faults.all()[0].hits:
        time.sleep(0.001)
    began = time.monotonic()
    server.stop()
    client.join()
    assert time.monotonic() - began < 5


REFUSED: list[tuple[dict[str, Any], str]] = [
    ({"at_event": 1}, "fault: nothing goes wrong"),
    ({"at_event": -1, "close": "body"}, "at_event: must be an integer from 0"),
    ({"at_byte": True, "close": "body"}, "at_byte: must be an integer from 0"),
    ({"at_upload_byte": "1", "status": 413}, "at_upload_byte: must be an integer from 0"),
    ({"at_event": 1, "at_byte": 1, "close": "body"}, "at_byte: only one of"),
    ({"stall": 1}, "stall: needs one of"),
    ({"stall": -1, "at_event": 1}, "stall: must be a number of seconds"),
    ({"poison": "x"}, "poison: needs one of"),
    ({"poison": {1j: 1}, "at_event": 1}, "poison: must be text"),
    ({"drip_upload": "1"}, "drip_upload: must be a number of seconds"),
    ({"close": "end"}, "close: end needs at_event"),
    ({"close": "end", "at_byte": 1}, "close: end needs at_event"),
    ({"close": "headers", "at_event": 1}, "close: must be body or end"),
    ({"close": "before", "at_byte": 1}, "close: must be body or end"),
    ({"close": "body", "at_upload_byte": 1}, "close: must be body or end"),
    ({"status": 500, "apply": True, "at_upload_byte": 1}, "apply: at at_upload_byte"),
]


@pytest.mark.parametrize(("settings", "message"), REFUSED, ids=str)
def test_a_fault_that_cannot_be_is_refused(settings: dict[str, Any], message: str) -> None:
    """At once, naming the attribute."""
    with pytest.raises(ValueError, match=message):
        Fault(**settings)


def test_they_are_armed_over_http_as_well(client: httpx.Client, hello: LocalOpenRouter) -> None:
    """As JSON with the names of the attributes."""
    fault = {"path": "/chat/completions", "at_event": 2, "poison": {"error": {"code": 500, "message": "x"}}}
    assert fault.items() <= client.post(hello.faults_url, json=fault).json().items()
    assert b'"code": 500' in stream(client)[0][2]
    hello.fail(at_byte=1, poison=b"\xff")
    assert client.get(hello.faults_url).json()["faults"][1]["poison"] == "\ufffd"


@pytest.mark.parametrize(
    ("fault", "steps"),
    [
        (Fault(at_byte=3, close="body"), [b"ab", b"c", None]),
        (Fault(at_byte=2, poison="XYZW", stall=9), [b"ab", b"XYZ", 9, b""]),
        (Fault(at_byte=4, drip_body=1), [b"ab", b"cd", b"e", 1]),
        (Fault(at_event=1, poison="X"), [b"ab", b"X"]),
    ],
)
def test_what_is_sent_is_computed(fault: Fault, steps: list[bytes | float | None]) -> None:
    """Pure functions: pieces become pieces, waits and an end; a wait of no time is none."""
    assert [step for step in damaged([b"ab", b"cde"], fault) if step != 0] == steps


def test_a_client_that_leaves_early_leaves_no_warnings(
    client: httpx.Client, server: LocalOpenRouter, caplog: pytest.LogCaptureFixture
) -> None:
    """Neither of a stream nor of a file: they would stand in the output of every test that does so."""
    file_id = server.add_file("large.bin", bytes(30_000_000))
    server.model.reply("x" * 300, chunks=300)
    for method, path, body in (("POST", "/chat/completions", CHAT), ("GET", f"/files/{file_id}/content", None)):
        with client.stream(method, path, json=body) as response:
            next(response.iter_raw())
    assert client.get("/models").is_success
    time.sleep(0.1)
    assert [record.getMessage() for record in caplog.records if record.name in {"asyncio", "uvicorn.error"}] == []


def test_a_comment_is_no_event() -> None:
    """It can be anywhere, and is not counted."""
    pieces = [b": a\n\n", b"data: 1\n\n", b": b\n\n", b"data: 2\n\n"]
    sent = b"".join(step for step in damaged(pieces, Fault(at_event=1, close="end")) if isinstance(step, bytes))
    assert sent == b"".join(pieces[:3])
    assert [EventStream.is_event(piece) for piece in pieces] == [False, True, False, True]

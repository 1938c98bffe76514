"""Each kind of fault as it looks on the wire, how faults are matched and counted, and how HTTP arms them."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import attrs
import httpx
import pytest
from starlette.responses import JSONResponse

from openrouter_core.testing import Fault, LocalOpenRouter
from openrouter_core.testing.delivery import deliver
from openrouter_core.testing.faults import Asked

if TYPE_CHECKING:
    import socket

    from starlette.types import Message

    from .conftest import Connect

NEW = {"key": "sk-test-provider-key", "provider": "openai"}
EMPTY = b'{"data":[],"total_count":0}'
# Longer than any test runs: what comes after it never comes.
NEVER = 3600


def ask(connection: socket.socket, server: LocalOpenRouter, path: str = "/byok") -> None:
    """Send a list request over a bare socket."""
    target = urlsplit(server.url).path + path
    request = f"GET {target} HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer {server.management_key}\r\n\r\n"
    connection.sendall(request.encode())


def read_all(connection: socket.socket) -> bytes:
    """Read until the server closes the connection, which is part of what is expected here."""
    received = b""
    while piece := connection.recv(65536):
        received += piece
    return received


def total(client: httpx.Client) -> int:
    """Return how many credentials there are."""
    count: int = client.get("/byok").json()["total_count"]
    return count


@pytest.mark.parametrize("status", [200, 300, 307, 400, 404, 418, 429, 451, 500, 503, 520, 599])
def test_a_status_takes_the_place_of_the_answer(client: httpx.Client, server: LocalOpenRouter, status: int) -> None:
    """Any status, errors in the documented shape; nothing is changed, and the connection stays open."""
    server.fail(method="POST", path="/byok", status=status)
    response = client.post("/byok", json=NEW)
    assert response.status_code == status
    assert "connection" not in response.headers
    if status >= 400:
        assert response.json()["error"]["code"] == status
        assert response.json()["error"]["message"]
    else:
        assert response.content == b""
    assert total(client) == 0


@pytest.mark.parametrize("status", [499, 524, 529])
def test_a_status_that_python_does_not_know_has_a_phrase(
    client: httpx.Client, server: LocalOpenRouter, status: int
) -> None:
    """It stands in the error that a test sees: `529 Provider Overloaded`, and no `529 Unknown`."""
    server.fail(method="POST", path="/byok", status=status)
    message = client.post("/byok", json=NEW).json()["error"]["message"]
    assert message != "Unknown"
    assert message.istitle()


@pytest.mark.parametrize("status", [204, 304])
def test_a_status_without_a_body_has_none(client: httpx.Client, server: LocalOpenRouter, status: int) -> None:
    """RFC 9110 sections 15.3.5 and 15.4.5."""
    server.fail(status=status)
    server.fail(status=status, close="body")
    for _ in range(2):
        response = client.get("/byok")
        assert (response.status_code, response.content) == (status, b"")


def test_too_many_requests_with_retry_after(client: httpx.Client, server: LocalOpenRouter) -> None:
    """A status, a header and a body of one's own; then all is well again."""
    body = {"error": {"code": 429, "message": "Slow down", "metadata": {"limit": 10}}}
    server.fail(status=429, headers={"Retry-After": "7"}, body=body)
    response = client.get("/byok")
    assert (response.status_code, response.json()) == (429, body)
    assert response.headers["retry-after"] == "7"
    assert response.headers["content-type"] == "application/json"
    assert client.get("/byok").status_code == 200


@pytest.mark.parametrize(
    ("body", "received"),
    [
        (b"\x00\xff", b"\x00\xff"),
        ("{broken", b"{broken"),
        ("", b""),
        ({"a": [1]}, b'{"a": [1]}'),
        ([], b"[]"),
        (0, b"0"),
        (False, b"false"),
    ],
)
def test_a_body_is_text_or_bytes_or_json(
    client: httpx.Client, server: LocalOpenRouter, body: object, received: bytes
) -> None:
    """Text and bytes go out as they are, anything else as JSON; the status is the endpoint's own."""
    server.fail(method="POST", body=body)
    response = client.post("/byok", json=NEW)
    assert (response.status_code, response.content) == (201, received)
    assert total(client) == 1


def test_a_wrong_content_type(client: httpx.Client, server: LocalOpenRouter) -> None:
    """The body stays, its type is another; or both are."""
    server.fail(headers={"Content-Type": "text/html"})
    server.fail(headers={"content-type": "text/html; charset=utf-8"}, body="<h1>Sorry</h1>", status=502)
    kept = client.get("/byok")
    assert (kept.headers["content-type"], kept.content) == ("text/html", EMPTY)
    assert kept.headers.get_list("content-type") == ["text/html"]
    proxy = client.get("/byok")
    assert (proxy.status_code, proxy.text) == (502, "<h1>Sorry</h1>")


def test_any_header_can_be_set(client: httpx.Client, server: LocalOpenRouter) -> None:
    """Those that the server would set itself too."""
    server.fail(headers={"Date": "Thu, 01 Jan 1970 00:00:00 GMT", "X-Request-Id": "req-1"})
    headers = client.get("/byok").headers
    assert headers.get_list("date") == ["Thu, 01 Jan 1970 00:00:00 GMT"]
    assert headers["x-request-id"] == "req-1"


def test_a_false_content_length_is_sent_as_it_is(server: LocalOpenRouter, connect: Connect) -> None:
    """No server library would send it, so it is written past them."""
    server.fail(headers={"Content-Length": "1000"})
    with connect() as wire:
        ask(wire, server)
        head, _, body = read_all(wire).partition(b"\r\n\r\n")
    assert b"content-length: 1000" in head
    assert body == EMPTY


def test_a_delay_comes_before_the_first_byte(client: httpx.Client, server: LocalOpenRouter) -> None:
    """A short one is waited for; of an endless one nothing arrives, though the change was made."""
    server.fail(method="GET", delay=0.01)
    assert total(client) == 0
    server.fail(method="POST", delay=NEVER)
    with pytest.raises(httpx.ReadTimeout):
        client.post("/byok", json=NEW, timeout=0.1)
    assert total(client) == 1


def test_a_delay_ends_when_the_client_leaves() -> None:
    """Even if it was still sending, as one may be that is told at once that its body is too large."""
    arriving: list[Message] = [{"type": "http.request", "body": b"more"}, {"type": "http.disconnect"}]
    sent: list[Message] = []

    async def receive() -> Message:
        return arriving.pop(0)

    async def send(message: Message) -> None:
        sent.append(message)

    asyncio.run(deliver(JSONResponse({}), Fault(delay=NEVER), {"type": "http"}, receive, send))
    assert (arriving, sent) == ([], [])


def test_dripped_headers_arrive_byte_by_byte(server: LocalOpenRouter, connect: Connect) -> None:
    """The first byte is there, the second is an hour away; at a quicker drip all of it arrives."""
    server.fail(drip_headers=NEVER)
    server.fail(drip_headers=0.0001)
    with connect() as wire:
        ask(wire, server)
        assert wire.recv(65536) == b"H"
    with connect() as wire:
        ask(wire, server)
        received = read_all(wire)
    assert received.startswith(b"HTTP/1.1 200 OK\r\nconnection: close\r\n")
    assert received.endswith(b"\r\n\r\n" + EMPTY)


def test_a_dripped_body_arrives_byte_by_byte(server: LocalOpenRouter, connect: Connect) -> None:
    """The headers are there and one byte of the body; at a quicker drip all of it arrives."""
    server.fail(drip_body=NEVER)
    server.fail(drip_body=0.0001)
    with connect() as wire:
        ask(wire, server)
        received = b""
        while not received.partition(b"\r\n\r\n")[2]:
            received += wire.recv(65536)
        assert received.partition(b"\r\n\r\n")[2] == EMPTY[:1]
    with connect() as wire:
        ask(wire, server)
        assert read_all(wire).endswith(b"\r\n\r\n" + EMPTY)


def test_the_connection_closes_before_the_answer(
    client: httpx.Client, server: LocalOpenRouter, connect: Connect
) -> None:
    """Nothing arrives, and nothing was changed."""
    server.fail(close="before", times=2)
    with connect() as wire:
        ask(wire, server)
        assert read_all(wire) == b""
    with pytest.raises(httpx.RemoteProtocolError):
        client.post("/byok", json=NEW)
    assert total(client) == 0


def test_the_connection_closes_in_the_middle_of_the_headers(
    client: httpx.Client, server: LocalOpenRouter, connect: Connect
) -> None:
    """They begin and do not end; the change was made."""
    server.fail(close="headers", times=2)
    with connect() as wire:
        ask(wire, server)
        received = read_all(wire)
    assert received.startswith(b"HTTP/1.1 200 OK\r\n")
    assert b"\r\n\r\n" not in received
    with pytest.raises(httpx.RemoteProtocolError):
        client.post("/byok", json=NEW)
    assert total(client) == 1


def test_the_connection_closes_in_the_middle_of_the_body(
    client: httpx.Client, server: LocalOpenRouter, connect: Connect
) -> None:
    """The headers promise more than arrives; the change was made."""
    server.fail(close="body", times=2)
    with connect() as wire:
        ask(wire, server)
        head, _, body = read_all(wire).partition(b"\r\n\r\n")
    assert f"content-length: {len(EMPTY)}".encode() in head
    assert body == EMPTY[: len(EMPTY) // 2]
    with pytest.raises(httpx.RemoteProtocolError, match="without sending complete"):
        client.post("/byok", json=NEW)
    assert total(client) == 1


@pytest.mark.parametrize("settings", [{"status": 500}, {"close": "before"}, {"status": 503, "body": "busy"}])
def test_a_change_is_applied_and_then_the_answer_fails(
    client: httpx.Client, server: LocalOpenRouter, settings: dict[str, Any]
) -> None:
    """The client cannot know, and the credential is there, or rotated, or gone."""
    for method, path, body in (
        ("POST", "/byok", NEW),
        ("PATCH", "/byok/{id}", {"key": "sk-test-rotated-key"}),
        ("DELETE", "/byok/{id}", None),
    ):
        (credential_id,) = server.seed(1)
        before = total(client)
        server.fail(method=method, apply=True, **settings)
        target = path.format(id=credential_id)
        if "status" in settings:
            assert client.request(method, target, json=body).status_code == settings["status"]
        else:
            with pytest.raises(httpx.RemoteProtocolError):
                client.request(method, target, json=body)
        assert total(client) == before + {"POST": 1, "PATCH": 0, "DELETE": -1}[method]
        assert server.verify_key(credential_id, "sk-test-rotated-key") == (method == "PATCH")


def test_faults_combine(client: httpx.Client, server: LocalOpenRouter) -> None:
    """Late, with a status of its own, byte by byte, and cut off in the middle."""
    server.fail(delay=0.01, status=503, body="x" * 10, drip_headers=0.0001, drip_body=0.0001, close="body")
    with pytest.raises(httpx.RemoteProtocolError, match="received 5 bytes, expected 10"):
        client.get("/byok")


@pytest.mark.parametrize(
    ("fault", "struck"),
    [
        (Fault(status=500), ["GET /byok", "POST /byok", "GET /byok/1", "DELETE /byok/2", "GET /else"]),
        (Fault(status=500, method="get"), ["GET /byok", "GET /byok/1", "GET /else"]),
        (Fault(status=500, path="/byok"), ["GET /byok", "POST /byok"]),
        (Fault(status=500, path="/byok/*"), ["GET /byok/1", "DELETE /byok/2"]),
        (Fault(status=500, path="/byok/2", method="DELETE"), ["DELETE /byok/2"]),
        (Fault(status=500, path="/[be]*", method="GET"), ["GET /byok", "GET /byok/1", "GET /else"]),
        (Fault(status=500, path="/Byok"), []),
    ],
)
def test_a_fault_strikes_what_it_matches(
    client: httpx.Client, server: LocalOpenRouter, fault: Fault, struck: list[str]
) -> None:
    """Method in any case, path exact or as a pattern, relative to the base URL."""
    requests = ["GET /byok", "POST /byok", "GET /byok/1", "DELETE /byok/2", "GET /else"]
    server.faults.add(attrs.evolve(fault, times=None))
    assert [line for line in requests if client.request(*line.split()).status_code == 500] == struck


@pytest.mark.parametrize("path", ["*", "/*", "?byok", "[/]byok"])
def test_a_path_is_a_shell_pattern(path: str) -> None:
    """It need not begin with a slash to match one."""
    assert Fault(path=path, method="options", status=500).matches(Asked("OPTIONS", "/api/v1/byok"))


def test_faults_strike_in_the_order_they_were_added(client: httpx.Client, server: LocalOpenRouter) -> None:
    """Each as often as it was told, and counted."""
    first = server.fail(status=500, times=2)
    second = server.fail(status=503, path="/byok")
    assert [client.get("/byok").status_code for _ in range(4)] == [500, 500, 503, 200]
    assert [(fault.hits, fault.left) for fault in (first, second)] == [(2, 0), (1, 0)]


def test_a_fault_may_let_some_requests_pass_first(client: httpx.Client, server: LocalOpenRouter) -> None:
    """`after=1` breaks the second page; requests that do not match are not counted."""
    armed = server.fail(method="GET", status=500, after=1, times=None)
    assert client.post("/byok", json=NEW).status_code == 201
    assert [client.get("/byok").status_code for _ in range(3)] == [200, 500, 500]
    assert (armed.passed, armed.hits, armed.left) == (1, 2, None)


def test_a_fault_comes_before_everything_else(client: httpx.Client, server: LocalOpenRouter) -> None:
    """Without a key and for a path that does not exist; the request is written down all the same."""
    del client.headers["authorization"]
    server.fail(status=418)
    assert client.get("/nowhere").status_code == 418
    assert [request.path for request in server.requests] == ["/api/v1/nowhere"]


def test_reset_disarms_faults(client: httpx.Client, server: LocalOpenRouter) -> None:
    """A fault of one test must not strike in the next."""
    server.fail(status=500, times=None)
    server.reset()
    assert client.get("/byok").status_code == 200
    assert server.faults.all() == []


def test_faults_over_http(client: httpx.Client, server: LocalOpenRouter) -> None:
    """POST arms one, GET lists them with their counts, DELETE clears; none of it asks for a key or is recorded."""
    control = httpx.URL(server.faults_url)
    fault = {"method": "GET", "path": "/byok", "status": 429, "headers": {"Retry-After": "1"}, "times": 2}
    del client.headers["authorization"]
    armed = client.post(control, json=fault)
    assert armed.status_code == 201
    assert {**fault, "hits": 0, "left": 2, "delay": 0}.items() <= armed.json().items()
    assert client.get("/byok").headers["retry-after"] == "1"
    server.fail(body=b"\xff", path="/none")
    counts = [(f["hits"], f["left"], f["body"]) for f in client.get(control).json()["faults"]]
    assert counts == [(1, 1, None), (0, 1, "\ufffd")]
    assert client.delete(control).json() == {"faults": []}
    assert client.get("/byok").status_code == 401
    assert len(server.requests) == 2


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({"method": 1}, "method"),
        ({"method": "GTE", "status": 500}, "method"),
        ({"path": None}, "path"),
        ({"path": "byok", "status": 500}, "path"),
        ({"path": "/api/v1/byok", "status": 500}, "path"),
        ({"times": 0}, "times"),
        ({"times": True}, "times"),
        ({"times": "1"}, "times"),
        ({"after": -1}, "after"),
        ({"apply": 1}, "apply"),
        ({"status": 199}, "status"),
        ({"status": 600}, "status"),
        ({"status": "500"}, "status"),
        ({"status": 204, "body": "x"}, "body"),
        ({"headers": []}, "headers"),
        ({"headers": {"x": 1}}, "headers"),
        ({"headers": {"x": "a\r\ny: b"}}, "headers"),
        ({"headers": {"x": "ü"}}, "headers"),
        ({"headers": {"a b": "x"}}, "headers"),
        ({"headers": {"": "x"}}, "headers"),
        ({"delay": -1}, "delay"),
        ({"delay": "1"}, "delay"),
        ({"delay": True}, "delay"),
        ({"drip_headers": 86_401}, "drip_headers"),
        ({"drip_body": None}, "drip_body"),
        ({"close": "soon"}, "close"),
        ({"close": ["body"]}, "close"),
        ({"function": "chat_sned", "status": 500}, "function"),
        ({"function": 1, "status": 500}, "function"),
        ({"model": None, "status": 500}, "model"),
        ({"model": "openai/*", "status": 500, "at_upload_byte": 1}, "model"),
        ({"per_minute": -1}, "per_minute"),
        ({"error": "bad luck"}, "error"),
        ({"error": ["credits"]}, "error"),
        ({"error": "credits", "status": 402}, "error"),
        ({"kind": "status"}, "kind"),
        ({}, "fault"),
        ({"method": "GET", "path": "/byok", "times": 2, "apply": True}, "fault"),
        ([], "body"),
        ("status", "body"),
    ],
)
def test_a_fault_that_cannot_be_is_refused(
    client: httpx.Client, server: LocalOpenRouter, fields: object, named: str
) -> None:
    """At once and naming the attribute, over HTTP and in Python."""
    response = client.post(server.faults_url, json=fields)
    assert response.status_code == 400
    assert response.json()["error"]["message"].startswith(f"{named}: ")
    assert server.faults.all() == []


def test_a_fault_over_http_must_be_json(client: httpx.Client, server: LocalOpenRouter) -> None:
    """Broken JSON is a 400 here too, and another method a 405."""
    assert client.post(server.faults_url, content=b"{").json()["error"]["message"] == "body: is not valid JSON"
    assert client.put(server.faults_url, content=json.dumps({})).status_code == 405


def test_a_fault_in_python_is_checked_as_well() -> None:
    """A mistake is found where it is made, not when the test waits in vain."""
    with pytest.raises(ValueError, match="status: must be an integer from 200 to 599"):
        Fault(status=42)


@pytest.mark.parametrize("body", [object(), "\ud800", {"deep": {1, 2}}, {1j: 2}], ids=["object", "text", "set", "key"])
def test_a_body_that_has_no_bytes_is_refused(body: object) -> None:
    """Neither text that UTF-8 can say, nor bytes, nor JSON."""
    with pytest.raises(ValueError, match="body: must be text, bytes or what JSON can say"):
        Fault(body=body)

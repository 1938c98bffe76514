"""`LocalOpenRouter` as an object: starting, stopping, resetting, what it notes down, and what it leaves behind."""

from __future__ import annotations

import asyncio
import gc
import logging
import socket
import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import httpx
import pytest

from openrouter_core import OpenRouterCore
from openrouter_core.testing import LocalOpenRouter, ReceivedRequest
from openrouter_core.testing.database import Database
from openrouter_core.testing.journal import MASK, MOST_KEPT, Journal
from tests.systems import needs_whole_loopback_net

if TYPE_CHECKING:
    from .conftest import Connect

NEW = {"key": "sk-test-provider-key", "provider": "openai"}


def get(server: LocalOpenRouter) -> int:
    """Return the status of a list request on a connection of its own."""
    headers = {"authorization": f"Bearer {server.management_key}"}
    return httpx.get(f"{server.url}/byok", headers=headers, trust_env=False).status_code


def listens(url: str) -> bool:
    """Tell whether anything accepts connections there."""
    address = urlsplit(url)
    with socket.socket() as probe:
        return probe.connect_ex((address.hostname, address.port)) == 0


def test_with_starts_and_stops_it() -> None:
    """In the block it answers, after it nothing listens and its properties say so."""
    with LocalOpenRouter() as server:
        url = server.url
        assert url.startswith("http://127.0.0.1:")
        assert url.endswith("/api/v1")
        assert get(server) == 200
    assert not listens(url)
    with pytest.raises(RuntimeError, match="not running"):
        _ = server.url


def test_async_with_starts_and_stops_it() -> None:
    """The same in a coroutine, whose loop is not blocked meanwhile."""

    async def use() -> str:
        async with LocalOpenRouter() as server, httpx.AsyncClient(trust_env=False) as client:
            headers = {"authorization": f"Bearer {server.management_key}"}
            response = await client.get(f"{server.url}/byok", headers=headers)
            assert response.status_code == 200
            return server.url

    assert not listens(asyncio.run(use()))


def test_start_and_stop_by_hand() -> None:
    """Twice in a row, with a fresh state in memory each time; a second start is an error, a second stop is not."""
    server = LocalOpenRouter()
    for _ in range(2):
        server.start()
        server.seed(1)
        assert get(server) == 200
        assert len(server.requests) == 1
        with pytest.raises(RuntimeError, match="running already"):
            server.start()
        server.stop()
        server.stop()


@pytest.mark.parametrize("host", ["127.0.0.1", pytest.param("127.0.0.2", marks=needs_whole_loopback_net), "localhost"])
def test_any_loopback_address_will_do(host: str) -> None:
    """Loopback is all of 127.0.0.0/8, by number or by name."""
    with LocalOpenRouter(host=host) as server:
        assert get(server) == 200


def test_loopback_of_ipv6() -> None:
    """In a URL the address stands in brackets."""
    try:
        with LocalOpenRouter(host="::1") as server:
            assert server.url.startswith("http://[::1]:")
            assert get(server) == 200
    except OSError:
        pytest.skip("this machine has no IPv6")


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "", "192.0.2.1", "example.org", "127.0.0.1.example.org"])  # noqa: S104
def test_nothing_but_loopback(host: str) -> None:
    """Others on the network have no business here; the error comes before anything is opened."""
    with pytest.raises(ValueError, match="is not a loopback address"):
        LocalOpenRouter(host=host)


def test_a_busy_port_is_an_os_error(server: LocalOpenRouter, tmp_path: Path) -> None:
    """And nothing is left open, nor is the database touched."""
    db = tmp_path / "byok.db"
    with pytest.raises(OSError, match="in use"):
        LocalOpenRouter(port=urlsplit(server.url).port or 0, db=db).start()
    assert not db.exists()


@pytest.mark.parametrize("content", [b"not a database at all" * 100, None])
def test_an_unusable_database_is_an_sqlite_error(tmp_path: Path, content: bytes | None) -> None:
    """A file of another kind, or a path where no file can be; the port is free again."""
    db = tmp_path / "some.db" if content else tmp_path / "missing" / "some.db"
    if content:
        db.write_bytes(content)
    server = LocalOpenRouter(db=db)
    with pytest.raises(sqlite3.Error):
        server.start()
    assert not content or db.read_bytes() == content


def test_a_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    """`db` pointed at the wrong file must not add tables to it."""
    db = tmp_path / "other.db"
    connection = sqlite3.connect(db)
    connection.execute("CREATE TABLE notes (text)")
    connection.close()
    before = db.read_bytes()
    with pytest.raises(sqlite3.DatabaseError, match="another program"):
        LocalOpenRouter(db=db).start()
    assert db.read_bytes() == before


def test_a_change_that_fails_halfway_leaves_no_trace() -> None:
    """A transaction is kept as a whole or not at all."""
    with closing(Database()) as database:
        with pytest.raises(sqlite3.IntegrityError):
            add_member_of_nobody(database)
        with database.transaction() as connection:
            assert connection.execute("SELECT count(*) FROM accounts").fetchone() == (0,)


def add_member_of_nobody(database: Database) -> None:
    """Do something right and then something wrong."""
    with database.transaction() as connection:
        connection.execute("INSERT INTO accounts (id) VALUES ('somebody')")
        connection.execute("INSERT INTO members (account_id, user_id) VALUES ('nobody', 'user_1')")


def test_seed_wants_a_known_provider(server: LocalOpenRouter) -> None:
    """A slug that no request could use is a mistake in the test."""
    with pytest.raises(ValueError, match="provider"):
        server.seed(1, provider="nobody")


def test_reset_keeps_what_a_test_holds_on_to(client: httpx.Client, server: LocalOpenRouter) -> None:
    """URL, keys, ready account and open connections stay; everything that was added is gone."""
    stranger = server.add_account()
    server.account.delete_workspace()
    server.account.add_member()
    client.get("/byok")
    held = (server.url, server.management_key, server.ordinary_key, server.account)
    server.reset()
    assert (server.url, server.management_key, server.ordinary_key, server.account) == held
    assert server.requests == []
    allowed = {"allowed_api_key_hashes": [server.account.api_key_hash], "allowed_user_ids": ["anyone"]}
    created = client.post("/byok", json={**NEW, **allowed})
    assert created.json()["data"]["workspace_id"] == server.account.default_workspace_id
    assert created.json()["data"]["sort_order"] == 0
    headers = {"authorization": f"Bearer {stranger.management_key}"}
    assert client.get("/byok", headers=headers).status_code == 401


def test_requests_are_noted_without_their_secrets(client: httpx.Client, server: LocalOpenRouter) -> None:
    """Method, path as sent, query in order, headers, parsed body; keys are masked wherever they are known to be."""
    secrets = {
        "Cookie": "sk-test-cookie",
        "X-Api-Key": "sk-test-api",
        "Proxy-Authorization": "sk-test-proxy",
        "X-Gateway-Token": "sk-test-gateway",
    }
    client.get(
        "/byok?offset=0&limit=5&key=sk-test-query&token=sk-test-token",
        headers=[("X-Twice", "1"), ("X-Twice", "2"), *secrets.items()],
    )
    client.patch("/byok/%2E%2e%2F", json={"key": "sk-test-body", "deep": [{"key": ["sk-test-deep"]}], "name": "n"})
    client.post("/byok", content=b'{"key": "sk-test-broken')
    listed, patched, broken = server.requests
    assert isinstance(listed, ReceivedRequest)
    assert (listed.method, listed.path, listed.body) == ("GET", "/api/v1/byok", None)
    assert list(listed.query.items()) == [("offset", "0"), ("limit", "5"), ("key", MASK), ("token", MASK)]
    assert listed.headers["x-twice"] == "1, 2"
    assert {listed.headers[name] for name in ("authorization", *map(str.lower, secrets))} == {MASK}
    assert (patched.method, patched.path) == ("PATCH", "/api/v1/byok/%2E%2e%2F")
    assert patched.body == {"key": MASK, "deep": [{"key": MASK}], "name": "n"}
    assert broken.body is None
    assert "sk-" not in repr(server.requests)


def test_only_the_latest_requests_are_kept() -> None:
    """A server that runs for long does not grow without bound."""
    journal = Journal()
    for number in range(MOST_KEPT + 2):
        journal.record("GET", f"/{number}", [], b"")
    kept = journal.requests()
    assert (len(kept), kept[0].path, kept[-1].path) == (MOST_KEPT, "/2", f"/{MOST_KEPT + 1}")


def test_an_unforeseen_failure_is_a_500_in_json(caplog: pytest.LogCaptureFixture, tmp_path: Path) -> None:
    """The answer has the contract's shape, the log has the reason, and the server lives on."""
    with LocalOpenRouter(db=tmp_path / "byok.db") as server:
        with closing(sqlite3.connect(tmp_path / "byok.db")) as connection:
            connection.execute("DROP TABLE credentials")
        with caplog.at_level(logging.ERROR):
            headers = {"authorization": f"Bearer {server.management_key}"}
            response = httpx.get(f"{server.url}/byok", headers=headers, trust_env=False)
        assert response.status_code == 500
        assert response.json() == {"error": {"code": 500, "message": "Internal Server Error"}}
        assert "no such table: credentials" in caplog.text
        assert server.management_key not in caplog.text


def test_it_may_be_used_from_many_threads(client: httpx.Client, server: LocalOpenRouter) -> None:
    """Requests, resets of nothing and questions at once: every credential is there and every key arrived."""

    def work(number: int) -> bool:
        key = f"sk-test-thread-{number:02}-key"
        created = client.post("/byok", json={"key": key, "provider": "openai"}).json()["data"]
        return server.verify_key(created["id"], key) and len(server.requests) > 0

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(work, range(64)))
    orders = [item["sort_order"] for item in client.get("/byok?limit=100").json()["data"]]
    assert orders == list(range(64))


def test_it_may_be_reset_while_requests_run(client: httpx.Client, server: LocalOpenRouter) -> None:
    """Each finds the ready account and its keys, before or after."""

    def work(_: int) -> set[int]:
        calls = (("GET", "/key"), ("GET", "/byok"), ("POST", "/keys"), ("POST", "/workspaces"))
        return {client.request(*call, json={"name": "n", "slug": "n"}).status_code for call in calls}

    with ThreadPoolExecutor(8) as pool:
        answers = [pool.submit(work, number) for number in range(80)]
        while not all(each.done() for each in answers):
            server.reset()
    assert {status for each in answers for status in each.result()} <= {200, 201, 400}


def test_stop_does_not_wait_for_the_idle_or_the_stalled() -> None:
    """An open keep-alive connection, half a request, and one that a fault holds back: all are closed."""
    server = LocalOpenRouter()
    server.start()
    address = urlsplit(server.url)
    opened = [socket.create_connection((address.hostname, address.port), timeout=20) for _ in range(4)]
    for connection in opened[1:3]:
        connection.sendall(b"GET /api/v1/byok HTTP/1.1\r\nhost: localhost\r\n\r\n"[:20])
    server.fail(delay=3600)
    stalled = opened[3]
    stalled.sendall(b"GET /api/v1/byok HTTP/1.1\r\nhost: localhost\r\n\r\n")
    with httpx.Client(base_url=server.url, trust_env=False) as client:
        while not server.requests:  # until the stalled one was taken in
            client.get(server.faults_url)
        assert client.get("/byok").status_code == 401
        server.stop()
    for connection in opened:
        assert connection.recv(1) == b""
        connection.close()


def test_nothing_is_left_behind() -> None:
    """After twenty starts and stops: no thread, no open file, no socket."""

    def once() -> None:
        with LocalOpenRouter() as server:
            assert get(server) == 200

    descriptors = Path("/proc/self/fd")
    once()
    gc.collect()
    before = (threading.active_count(), len(list(descriptors.iterdir())) if descriptors.exists() else 0)
    for _ in range(20):
        once()
    gc.collect()
    after = (threading.active_count(), len(list(descriptors.iterdir())) if descriptors.exists() else 0)
    assert after == before


def test_a_connection_serves_many_requests(server: LocalOpenRouter, connect: Connect) -> None:
    """HTTP/1.1 keep-alive, pipelined requests included, each answered in turn and dated."""
    request = f"GET /api/v1/byok HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer {server.management_key}\r\n"
    with connect() as wire:
        wire.sendall((request + "\r\n" + request + "connection: close\r\n\r\n").encode())
        received = wire.makefile("rb").read()
    assert received.count(b"HTTP/1.1 200 OK\r\n") == 2
    assert received.count(b"\r\ndate: ") == 2


def test_an_answer_is_sent_at_once(server: LocalOpenRouter, connect: Connect) -> None:
    """Head and body, and all events of a stream that has no pace."""
    body = b'{"model":"openai/gpt-5","messages":[{"role":"user","content":"one two three"}],"stream":true}'
    lines = (
        *("POST /api/v1/chat/completions HTTP/1.1", "host: localhost", "content-type: application/json"),
        *(f"authorization: Bearer {server.ordinary_key}", f"content-length: {len(body)}", "", ""),
    )
    with connect() as connection:
        connection.sendall("\r\n".join(lines).encode() + body)
        answer = connection.recv(65_536)
    assert answer.startswith(b"HTTP/1.1 200 OK\r\n")
    assert answer.endswith(b"data: [DONE]\n\n\r\n0\r\n\r\n")


def test_core_is_ready_to_use(server: LocalOpenRouter) -> None:
    """`server.core()` gives a core for this server, with its management key or the key it is given."""
    with server.core() as core, server.core(api_key=server.ordinary_key) as ordinary:
        assert isinstance(core, OpenRouterCore)
        assert isinstance(ordinary, OpenRouterCore)

"""The page at `/`: what it is told, live; that it shows no key and runs nothing; and who may ask at all."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from openrouter_core.testing import LocalOpenRouter
from openrouter_core.testing.journal import MASK

if TYPE_CHECKING:
    from collections.abc import Iterator

HOSTILE = "<script>alert(1)</script>"
UNKNOWN_ID = "11111111-2222-3333-4444-555555555555"


def told(server: LocalOpenRouter) -> dict[str, Any]:
    """Return the first thing that the page is told."""
    with httpx.stream("GET", f"{server.page_url}__live__", trust_env=False, timeout=5) as response:
        assert response.headers["content-type"].startswith("text/event-stream")
        return next(events(response))


def events(response: httpx.Response) -> Iterator[dict[str, Any]]:
    """Return what the page is told, one after another."""
    for line in response.iter_lines():
        if line.startswith("data: "):
            yield json.loads(line[6:])


def test_it_shows_requests_faults_replies_and_state(client: httpx.Client, server: LocalOpenRouter) -> None:
    """Latest first, with function, model, status and what was sent; none of its own requests."""
    server.seed(2)
    server.fail(function="byok_list", status=503)
    server.fail(model="x", status=500, times=None, body=b"\xff")
    server.model.reply("Hello there", chunks=3)
    server.model.reply("Next")
    chat = {"model": "openai/gpt-4o", "messages": [{"role": "user", "content": "Hi"}], "stream": True}
    client.post("/chat/completions", json=chat)
    client.get("/byok", params={"limit": 1})
    seen = told(server)
    (listed, chatted) = seen["requests"]
    assert (listed["function"], listed["status"], listed["query"]) == ("byok_list", 503, "limit=1")
    assert listed["fault"] == {"function": "byok_list", "status": 503, "times": 1}
    assert (chatted["function"], chatted["model"], chatted["status"]) == ("chat_send", "openai/gpt-4o", 200)
    assert (chatted["fault"], chatted["pieces"] > 3, chatted["seconds"] >= 0) == (None, True, True)
    assert json.loads(chatted["body"]) == chat
    assert [each["body"] for each in seen["faults"] if "body" in each] == ["\ufffd"]
    assert [each["text"] for each in seen["replies"]] == ["Next"]
    assert (seen["kept"]["credentials"], seen["chaos"]) == (2, None)


def test_a_stream_is_shown_while_it_runs(client: httpx.Client, server: LocalOpenRouter) -> None:
    """It has no end yet, and its pieces grow; the page is told again only of what has changed."""
    server.model.reply("one two three four five six", delay=0.1)
    chat = {"messages": [{"role": "user", "content": "Hi"}], "stream": True}
    page = httpx.stream("GET", f"{server.page_url}__live__", trust_env=False, timeout=5)
    with client.stream("POST", "/chat/completions", json=chat) as stream, page as live:
        shown = events(live)
        first, second = next(shown)["requests"][0], next(shown)["requests"][0]
        assert first["seconds"] is None
        assert first["pieces"] < second["pieces"]
        stream.read()
        last = next(each for each in shown if each["requests"][0]["seconds"])
        assert last["requests"][0]["pieces"] >= second["pieces"]


def test_to_ask_for_the_head_does_not_wait_for_changes(client: httpx.Client, server: LocalOpenRouter) -> None:
    """Which would never end: the connection is free for the next request."""
    assert client.head(f"{server.page_url}__live__").status_code == 200
    assert client.get("/byok", timeout=5).status_code == 200


def test_it_shows_chance() -> None:
    """With the seed that repeats it."""
    with LocalOpenRouter(chaos=0.25, chaos_seed=7) as server:
        assert told(server)["chaos"] == {"rate": 0.25, "seed": 7}


def test_no_secret_is_shown(client: httpx.Client, server: LocalOpenRouter) -> None:
    """Neither the key that came with a request, nor one in its body or its query."""
    client.post("/byok?key=sk-test-in-query", json={"provider": "openai", "key": "sk-test-in-body"})
    text = json.dumps(told(server))
    assert "***" in text
    assert not any(secret in text for secret in (server.management_key, "sk-test-in-body", "sk-test-in-query"))


SECRET = "in-a-body"
SECRETS: list[tuple[str, str, dict[str, Any]]] = [
    ("PUT", "/vault/secrets/github", {"value": SECRET, "hosts": ["api.example"]}),
    ("PUT", f"/vault/interns/{UNKNOWN_ID}/secrets/github", {"value": SECRET, "hosts": ["api.example"]}),
    ("POST", "/auth/keys", {"code": SECRET, "code_verifier": SECRET}),
    *(
        ("POST", "/observability/destinations", {"type": "webhook", "name": "x", "config": {name: SECRET}})
        for name in ("licenseKey", "accessKeyId", "sessionToken", "token", "dsn", "url", "password")
    ),
    ("PATCH", f"/observability/destinations/{UNKNOWN_ID}", {"config": {"headers": {"X-Team": SECRET}}}),
    ("POST", "/responses", {"input": "x", "tools": [{"type": "mcp", "server_label": "x", "headers": {"X": SECRET}}]}),
]


@pytest.mark.parametrize(("method", "path", "body"), SECRETS, ids=str)
def test_no_secret_of_an_operation_is_shown(
    client: httpx.Client, server: LocalOpenRouter, method: str, path: str, body: dict[str, Any]
) -> None:
    """Whatever its field is called; and neither is it kept."""
    client.request(method, path, json=body)
    assert MASK in repr(server.requests[-1].body)
    assert SECRET not in json.dumps(told(server)) + repr(server.requests)


def test_a_long_body_is_shown_in_part(client: httpx.Client, server: LocalOpenRouter) -> None:
    """Its beginning."""
    client.post("/byok", json={"name": "n" * 10_000})
    (shown,) = told(server)["requests"]
    assert shown["body"].startswith('{\n  "name": "nnn')
    assert len(shown["body"]) == 4_000


def test_the_page_runs_only_what_is_its_own(client: httpx.Client, server: LocalOpenRouter) -> None:
    """A policy with a nonce, other with each answer; what it is told is never in it, and never becomes markup."""
    client.get("/byok", params={"q": HOSTILE})
    pages = [httpx.get(server.page_url, trust_env=False) for _ in range(2)]
    policies = [page.headers["content-security-policy"] for page in pages]
    nonces = [re.findall(r"script-src 'nonce-([\w-]+)'", policy)[0] for policy in policies]
    assert nonces[0] != nonces[1]
    for page, nonce in zip(pages, nonces, strict=True):
        assert set(re.findall(r'nonce="([^"]+)"', page.text)) == {nonce}
        assert HOSTILE not in page.text
    assert all("default-src 'none'" in policy for policy in policies)
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|https?://", pages[0].text)


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"host": "localhost:8787"}, 200),
        ({"host": "127.0.0.2"}, 200),
        ({"host": "[::1]:80"}, 200),
        ({"host": "rebound.example"}, 403),
        ({"host": "127.0.0.1.rebound.example"}, 403),
        ({"host": "[::1"}, 403),
        ({"host": ""}, 403),
        ({"origin": "http://localhost:3000"}, 200),
        ({"origin": "null"}, 403),
        ({"origin": "https://web.example"}, 403),
        ({"origin": "http://[::1"}, 403),
    ],
    ids=str,
)
def test_a_web_page_of_others_reaches_nothing(
    client: httpx.Client, server: LocalOpenRouter, headers: dict[str, str], status: int
) -> None:
    """Not by DNS rebinding (another Host), and not from its own origin: not the API, not the controls, not the page."""
    for url in ("/byok", server.faults_url, server.page_url):
        answer = client.get(url, headers=headers)
        assert answer.status_code == status
        assert status == 200 or "must be a loopback address" in answer.json()["error"]["message"]
    assert len(server.requests) == (status == 200)

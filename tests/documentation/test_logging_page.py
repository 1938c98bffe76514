"""What docs/logging.md says of our lines, and of those of httpx and httpcore, is what they show."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING

import pytest
from h2.connection import H2Connection

from openrouter_core import OpenRouterCore, RequestOptions
from tests.documentation.pages import DOCS
from tests.faults.server import Say, response

if TYPE_CHECKING:
    from tests.conftest import Invoke
    from tests.faults.server import FaultServer

KEY = "sk-or-test-123456"
PROVIDER_KEY = "sk-test-provider-123456"
TOKEN = "sk-or-test-query-123456"
HEADER = "sk-or-test-header-123456"
SENT = (KEY, PROVIDER_KEY, TOKEN, HEADER)
CREDENTIAL = "11111111-2222-3333-4444-555555555555"
REFUSED = response(
    b'{"error": {"code": 400, "message": "no"}}', status="400 Bad Request", headers=["X-Request-ID: req-1"]
)


@pytest.fixture
def lines(invoke: Invoke, faults: FaultServer, caplog: pytest.LogCaptureFixture) -> list[str]:
    """Return what every logger says, at DEBUG, of a refused create and a get that are sent with secrets."""
    url = faults.open((Say(REFUSED),)).url
    options = RequestOptions(headers={"X-Secret": HEADER})
    core = OpenRouterCore(api_key=KEY, server_url=f"{url}?token={TOKEN}")
    with caplog.at_level(logging.DEBUG):
        assert not invoke("byok_create", core, options=options, key=PROVIDER_KEY, provider="openai").ok
        assert not invoke("byok_get", core, options=options, id=CREDENTIAL).ok
        invoke.close(core)
    return [f"{record.levelname} {record.name} {record.getMessage()}" for record in caplog.records]


def of(lines: list[str], logger: str) -> list[str]:
    """Return the lines of a logger and of those below it."""
    return [line for line in lines if line.split(" ")[1].partition(".")[0] == logger]


def test_ours_is_one_line_an_attempt(lines: list[str]) -> None:
    """Method, template, status, attempt, duration and request id; no id, no query, no secret."""
    ours = of(lines, "openrouter")
    assert [line.split(" attempt=1 ")[0] for line in ours] == [
        "DEBUG openrouter POST /byok 400",
        "DEBUG openrouter GET /byok/{id} 400",
    ]
    assert all(line.endswith("ms request_id=req-1") for line in ours)


def test_httpx_shows_the_url_at_info(lines: list[str]) -> None:
    """The id and the base URL's query are in it; the key, the provider's key and the headers are not."""
    create, get = of(lines, "httpx")
    assert create.startswith("INFO httpx HTTP Request: POST http://127.0.0.1:")
    assert f"/byok/{CREDENTIAL}?token={TOKEN} " in get
    assert not [secret for secret in (KEY, PROVIDER_KEY, HEADER) if secret in create + get]


def test_httpcore_shows_the_headers_of_the_response(lines: list[str]) -> None:
    """With their values, at DEBUG; of the request neither headers nor body."""
    theirs = of(lines, "httpcore")
    assert {line.split(" ")[0] for line in theirs} == {"DEBUG"}
    assert [
        line for line in theirs if "receive_response_headers.complete" in line and "(b'X-Request-ID', b'req-1')" in line
    ]
    assert not [line for line in theirs for secret in SENT if secret in line]


def test_hpack_shows_headers(caplog: pytest.LogCaptureFixture) -> None:
    """Of a request over HTTP/2, at DEBUG: the query and any header, but of `Authorization` only an encoded form."""
    headers = [(":path", f"/byok?token={TOKEN}"), ("authorization", f"Bearer {KEY}"), ("x-secret", HEADER)]
    connection = H2Connection()
    connection.initiate_connection()
    with caplog.at_level(logging.DEBUG):
        connection.send_headers(1, [(":method", "GET"), (":scheme", "https"), (":authority", "a"), *headers])
    shown = "".join(record.getMessage() for record in caplog.records if record.name == "hpack.hpack")
    assert TOKEN in shown
    assert HEADER in shown
    assert KEY not in shown
    assert "Encoded header block to" in shown


def test_quietened_they_say_nothing(
    invoke: Invoke, faults: FaultServer, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page's own lines leave ours alone."""
    for name in ("httpx", "httpcore", "hpack"):
        monkeypatch.setattr(logging.getLogger(name), "level", logging.NOTSET)  # put back at the end
    page = (DOCS / "logging.md").read_text(encoding="utf-8")
    (silence,) = [
        block for block in re.findall(r"^```python\n(.*?)^```$", page, re.DOTALL | re.MULTILINE) if "hpack" in block
    ]
    exec(silence)  # noqa: S102 - a block of our own documentation
    with caplog.at_level(logging.DEBUG):
        core = OpenRouterCore(server_url=faults.open((Say(REFUSED),)).url)
        assert not invoke("byok_get", core, id=CREDENTIAL).ok
        invoke.close(core)
    assert {record.name for record in caplog.records} - {"asyncio"} == {"openrouter"}

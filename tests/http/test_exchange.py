"""What is kept of one request for the next: its headers, as the client has them."""

from __future__ import annotations

import pytest

from openrouter_core.http.translation import Trace, translated
from openrouter_core.http.wire import Headers, Request, Send, Timeouts
from tests.library import httpx

HEADERS = Headers({"Accept": "application/json"})


@pytest.mark.parametrize(
    ("host", "body", "framing"),
    [
        ("one.test", None, []),
        ("two.test", None, []),
        ("one.test", b"{}", [("content-length", "2")]),
        ("one.test", b"{ }", [("content-length", "3")]),
    ],
)
def test_headers_that_are_kept_fit_host_and_body(host: str, body: bytes | None, framing: list[tuple[str, str]]) -> None:
    """A core whose calls go to two hosts, or a hook that changes the body, has the same headers but for the framing."""
    for _ in range(2):
        step = Send(Request("GET", f"https://{host}/byok", HEADERS, body), Timeouts(), 0.0, 1, changes=False)
        request = translated(httpx, step, Trace(), blocks=True)
        assert request.headers.multi_items() == [("host", host), ("accept", "application/json"), *framing]
        request.headers["X-Test"] = "an event hook's"  # is that request's alone

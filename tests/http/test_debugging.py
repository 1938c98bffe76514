"""`OPENROUTER_DEBUG` shows each attempt on standard error, and no secret."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import pytest

from openrouter_core import RequestOptions
from tests.funcs.cases import AT_ONCE, CREATE, PROVIDER_KEY
from tests.library import httpx

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.conftest import Invoke


@pytest.fixture(autouse=True)
def _the_logger_as_it_was() -> Iterator[None]:  # pyright: ignore[reportUnusedFunction] - pytest uses it
    logger = logging.getLogger("openrouter")
    handlers, level = logger.handlers[:], logger.level
    yield
    logger.handlers[:] = handlers
    logger.setLevel(level)


def fail_twice(invoke: Invoke) -> None:
    """Make one call of two attempts, with secrets in key, body, query and headers."""
    replies = iter([httpx.Response(429), httpx.Response(400, headers={"X-Request-Id": "req-test-1"})])
    core = invoke.core(
        lambda _: next(replies), retry_config=AT_ONCE, server_url="https://gateway.example/?token=sk-or-test-query"
    )
    options = RequestOptions(headers={"X-Secret": "sk-or-test-header"})
    assert not invoke("byok_create", core, options=options, **CREATE.arguments).ok


@pytest.mark.parametrize("value", ["1", "true", "yes", "anything"])
def test_debugging_shows_each_attempt(
    invoke: Invoke, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], value: str
) -> None:
    """One line an attempt, with method, path, status and request id, however many cores there are."""
    monkeypatch.setenv("OPENROUTER_DEBUG", value)
    for _ in range(2):
        fail_twice(invoke)
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 4
    assert "POST /byok 429 attempt=1 " in lines[0]
    assert "POST /byok 400 attempt=2 " in lines[1]
    assert lines[1].endswith("request_id=req-test-1")
    assert not [line for line in lines if PROVIDER_KEY in line or "sk-or-test" in line]


@pytest.mark.parametrize("value", [None, "", "0", "false", "No", " "])
def test_without_debugging_there_is_silence(
    invoke: Invoke, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], value: str | None
) -> None:
    """Unless somebody listens to the logger `openrouter`, nothing is shown."""
    if value is not None:
        monkeypatch.setenv("OPENROUTER_DEBUG", value)
    fail_twice(invoke)
    assert capsys.readouterr() == ("", "")

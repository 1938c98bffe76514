"""The quickstart is what a newcomer runs first: its whole run, in both of its modes, is a test."""

from __future__ import annotations

import runpy
from typing import TYPE_CHECKING

import pytest

from openrouter_core.testing import LocalOpenRouter
from tests.examples.scripts import EXAMPLES

if TYPE_CHECKING:
    from collections.abc import Callable

QUICKSTART = EXAMPLES / "quickstart.py"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[[], tuple[object, str]]:
    """Run the script as `python quickstart.py` does; return its exit code and what it printed."""

    def run_script() -> tuple[object, str]:
        with pytest.raises(SystemExit) as exit_:
            runpy.run_path(str(QUICKSTART), run_name="__main__")
        return exit_.value.code, capsys.readouterr().out

    return run_script


def test_without_a_key_it_tours_the_api(run: Callable[[], tuple[object, str]], monkeypatch: pytest.MonkeyPatch) -> None:
    """It does what it says, in lines that fit a terminal of 80 columns, and shows each failure as a value."""
    monkeypatch.setenv("COLUMNS", "80")
    code, printed = run()
    assert code == 0
    told = [
        "chat      chat_send",
        "air scatters blue light",
        "stream    chat_send_stream",
        "ar|rives| whil|e the| mode",
        "tools     the model asks",
        "temperature('Oslo') returns 3",
        "it is 3 degrees in Oslo",
        "models    models_list lists 18",
        "mistralai/mistral-small",
        "keys      api_keys_create",
        "its chat      Ok(value='Hello')",
        "disabled      UnauthorizedResponseError",
        "byok      byok_create",
        "created       sk-...AbCd  Production",
        "updated       sk-...WxYz  Rotated; the new key arrived",
        "deleted       True",
        "50 + 50 + 20 credentials",
        "cost      every answer says",
        "usage         10 tokens, $0.0000033",
        "generation    OpenAI, $0.0000033",
        "files     files_upload",
        "notes.txt, 14,000 bytes of text/plain",
        "report.txt: Colder than yesterday.",
        "a wrong key   UnauthorizedResponseError",
        "an unknown id NotFoundResponseError",
        "temprature: chat_send has no such parameter",
        "mean 'temperature'?",
        "messages[0].content: expected str",
        "overloaded    ProviderOverloadedResponseError",
        "a cut stream  RequestConnectionError",
        "nobody there  RequestConnectionError",
    ]
    places = [printed.find(text) for text in told]
    assert -1 not in places, told[places.index(-1)]
    assert places == sorted(places)
    assert "sk-proj" not in printed
    assert [line for line in printed.splitlines() if len(line) > 80] == []


@pytest.mark.parametrize(("count", "said"), [(0, "0 credentials"), (1, "1 credential sk-"), (60, "60 credentials")])
def test_with_a_key_it_only_reads(
    run: Callable[[], tuple[object, str]], monkeypatch: pytest.MonkeyPatch, count: int, said: str
) -> None:
    """With a key it reads every page of the account, says that it only reads, and sends nothing but GET."""
    with LocalOpenRouter() as server:
        server.seed(count)
        monkeypatch.setenv("OPENROUTER_API_KEY", server.management_key)
        monkeypatch.setenv("OPENROUTER_BASE_URL", server.url)
        code, printed = run()
        assert {request.method for request in server.requests} == {"GET"}
    assert code == 0
    assert "only reads" in printed
    assert said in printed
    assert "18 models to choose from" in printed
    assert printed.count("sk-...") == count


def test_with_an_ordinary_key_it_says_what_needs_another(
    run: Callable[[], tuple[object, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Credits and credentials are for management keys, and that is no failure of the tour."""
    with LocalOpenRouter() as server:
        monkeypatch.setenv("OPENROUTER_API_KEY", server.ordinary_key)
        monkeypatch.setenv("OPENROUTER_BASE_URL", server.url)
        code, printed = run()
    assert code == 0
    assert printed.count("only a management key may read this") == 2


def test_with_an_unknown_key_it_says_so(run: Callable[[], tuple[object, str]], monkeypatch: pytest.MonkeyPatch) -> None:
    """With a key that the server does not know it prints the error, not a traceback, and exits with 1."""
    with LocalOpenRouter() as server:
        monkeypatch.setenv("OPENROUTER_API_KEY", "sk-or-unknown-123")
        monkeypatch.setenv("OPENROUTER_BASE_URL", server.url)
        code, printed = run()
    assert code == 1
    assert "UnauthorizedResponseError" in printed

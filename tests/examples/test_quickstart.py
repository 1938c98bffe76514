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


def test_without_a_key_it_goes_through_the_whole_life_of_a_credential(run: Callable[[], tuple[object, str]]) -> None:
    """Without a key it lists, creates, gets, updates, pages, deletes, and shows each failure as a value."""
    code, printed = run()
    assert code == 0
    told = [
        "0 credentials",
        "sk-...AbCd   openai     Production   enabled",
        "sk-...AbCd   openai     Retired      disabled",
        "sk-...WxYz   openai     Retired      enabled",
        "the new key arrived",
        "deleted=True",
        "120 credentials, 50 a page",
        "page 3: 20 credentials",
        "collect() gives all 120",
        "UnauthorizedResponseError",
        "NotFoundResponseError",
        "did you mean 'workspace_id'?",
        "limit: expected int or None, got str",
        "RequestConnectionError",
    ]
    places = [printed.find(text) for text in told]
    assert -1 not in places, told[places.index(-1)]
    assert places == sorted(places)
    assert "sk-proj" not in printed


@pytest.mark.parametrize(("count", "said"), [(0, "0 credentials"), (1, "1 credential in"), (60, "60 credentials")])
def test_with_a_key_it_only_reads(
    run: Callable[[], tuple[object, str]], monkeypatch: pytest.MonkeyPatch, count: int, said: str
) -> None:
    """With a key it lists every page of the account, says that it only reads, and sends nothing but GET."""
    with LocalOpenRouter() as server:
        server.seed(count)
        monkeypatch.setenv("OPENROUTER_API_KEY", server.management_key)
        monkeypatch.setenv("OPENROUTER_BASE_URL", server.url)
        code, printed = run()
        assert {request.method for request in server.requests} == {"GET"}
    assert code == 0
    assert "only reads" in printed
    assert said in printed
    assert printed.count("sk-...") == count


def test_with_an_unknown_key_it_says_so(run: Callable[[], tuple[object, str]], monkeypatch: pytest.MonkeyPatch) -> None:
    """With a key that the server does not know it prints the error, not a traceback, and exits with 1."""
    with LocalOpenRouter() as server:
        monkeypatch.setenv("OPENROUTER_API_KEY", "sk-or-unknown-123")
        monkeypatch.setenv("OPENROUTER_BASE_URL", server.url)
        code, printed = run()
    assert code == 1
    assert "UnauthorizedResponseError" in printed

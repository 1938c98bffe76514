"""The example that creates a credential exactly once: its whole run, and `create_once` in every way it can end."""

from __future__ import annotations

import asyncio
import runpy
import sys
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest

from openrouter_core import unwrap
from openrouter_funcs.byok_list import byok_list
from tests.examples.scripts import EXAMPLES

if TYPE_CHECKING:
    from collections.abc import Callable

    from openrouter_core.testing import LocalOpenRouter
    from openrouter_core.testing.server import FaultSettings

SCRIPT = EXAMPLES / "create_once.py"
EXAMPLE: dict[str, Any] = runpy.run_path(str(SCRIPT))
NAME = "Production 123"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[object, str]]:
    """Run the script as `python create_once.py` does; return its exit code and what it printed."""

    def run_script(*arguments: str) -> tuple[object, str]:
        monkeypatch.setattr(sys, "argv", [str(SCRIPT), *arguments])
        with pytest.raises(SystemExit) as exit_:
            runpy.run_path(str(SCRIPT), run_name="__main__")
        return exit_.value.code, "".join(capsys.readouterr())

    return run_script


def there(server: LocalOpenRouter) -> Counter[str | None]:
    """Return how many credentials of each name there are."""
    with server.core() as core:
        return Counter(each.name for each in unwrap(unwrap(byok_list(core)).collect()))


# --- The whole run -----------------------------------------------------------------------------------------------


def test_without_a_key_it_shows_every_scene(run: Callable[..., tuple[object, str]]) -> None:
    """Four creates, with what was sent and answered; each of them is there exactly once."""
    code, printed = run()
    assert code == 0
    told = [
        "on a local OpenRouter with faults on",
        "1  Nothing goes wrong",
        "POST /byok       201 Created",
        "(as the server said)",
        "2  The server creates it, and then answers 500",
        "POST /byok       500 Internal Server Error",
        "GET  /byok       200 OK",
        "(we looked, and there it was)",
        "3  The server creates it, and then closes the connection",
        "POST /byok       no answer",
        "(we looked, and there it was)",
        "4  The server answers 500, and has created nothing",
        "POST /byok       500 Internal Server Error",
        "GET  /byok       200 OK",
        "POST /byok       201 Created",
        "4 creates, 4 of them there exactly once",
    ]
    rest = printed
    for text in told:
        _, found, rest = rest.partition(text)
        assert found, text
    assert printed.count("1 credential of that name") == 4
    assert "sk-" not in printed


@pytest.mark.parametrize("arguments", [(), ("--create", "openai")], ids=["not told", "no provider key"])
def test_with_a_key_it_does_nothing_unless_told(
    run: Callable[..., tuple[object, str]],
    monkeypatch: pytest.MonkeyPatch,
    server: LocalOpenRouter,
    arguments: tuple[str, ...],
) -> None:
    """It says so, says how to tell it, exits with 2, and sends no request."""
    monkeypatch.setenv("OPENROUTER_API_KEY", server.management_key)
    monkeypatch.setenv("OPENROUTER_BASE_URL", server.url)
    code, printed = run(*arguments)
    assert code == 2
    assert "Nothing was done" in printed
    assert "--create openai" in printed
    assert server.requests == []


def test_told_to_create_it_needs_a_key(run: Callable[..., tuple[object, str]]) -> None:
    """Without OPENROUTER_API_KEY there is no account to create it in."""
    code, printed = run("--create", "openai")
    assert code == 2
    assert "set OPENROUTER_API_KEY" in printed


# what goes wrong, the exit code, what is printed, and how many credentials there are
REAL: dict[str, tuple[FaultSettings | None, int, str, int]] = {
    "clean": (None, 0, "as the server said", 1),
    "applied, then 500": ({"method": "POST", "status": 500, "apply": True}, 0, "we looked, and there it was", 1),
    "refused": ({"method": "POST", "status": 403}, 1, "not created", 0),
}


@pytest.mark.parametrize("case", REAL)
def test_told_to_it_creates_a_real_one(
    run: Callable[..., tuple[object, str]], monkeypatch: pytest.MonkeyPatch, server: LocalOpenRouter, case: str
) -> None:
    """With both keys and a provider it creates one credential, and says what came of it without showing a key."""
    fault, expected, said, count = REAL[case]
    monkeypatch.setenv("OPENROUTER_API_KEY", server.management_key)
    monkeypatch.setenv("OPENROUTER_BASE_URL", server.url)
    monkeypatch.setenv("PROVIDER_KEY", "sk-test-provider-key")
    if fault is not None:
        server.fail(**fault)
    code, printed = run("--create", "openai")
    assert (code, there(server).total()) == (expected, count)
    assert said in printed
    assert "sk-" not in printed


def test_what_is_unclear_can_be_taken_up_again(
    run: Callable[..., tuple[object, str]], monkeypatch: pytest.MonkeyPatch, server: LocalOpenRouter
) -> None:
    """It prints the name; a run with that name looks first, and finds what the first run created."""
    monkeypatch.setenv("OPENROUTER_API_KEY", server.management_key)
    monkeypatch.setenv("OPENROUTER_BASE_URL", server.url)
    monkeypatch.setenv("PROVIDER_KEY", "sk-test-provider-key")
    server.fail(method="POST", close="before", apply=True)
    server.fail(method="GET", status=403)
    code, printed = run("--create", "openai")
    assert code == 1
    assert "nobody can tell" in printed
    name = printed.rpartition("--name '")[2].partition("'")[0]
    assert there(server) == {name: 1}
    code, printed = run("--create", "openai", "--name", name)
    assert code == 0
    assert "we looked, and there it was" in printed
    assert there(server) == {name: 1}


# --- Every way it can end ----------------------------------------------------------------------------------------

POST: FaultSettings = {"method": "POST"}
LOST: FaultSettings = {"method": "POST", "close": "before", "apply": True}
FAILED: FaultSettings = {"method": "POST", "status": 500}
CUT: FaultSettings = {"method": "POST", "close": "body"}
BLIND: FaultSettings = {"method": "GET", "status": 403}
EMPTY: FaultSettings = {"method": "GET", "body": {"data": [], "total_count": 0}, "times": None}

# the faults, what `create_once` returns, how many creates were sent, and how many credentials there are
ENDS: dict[str, tuple[list[FaultSettings], str, int, int]] = {
    "clean": ([], "Created", 1, 1),
    "applied, lost": ([LOST], "Created", 1, 1),
    "applied, cut": ([CUT], "Created", 1, 1),
    "applied, cut, not in the list": ([CUT, EMPTY], "Unclear", 1, 1),
    "not applied, 500": ([FAILED], "Created", 2, 1),
    "not applied, then lost": ([FAILED, LOST], "Created", 2, 1),
    "never applied": ([{**FAILED, "times": None}], "NotCreated", 3, 0),
    "lost, and looking fails": ([LOST, BLIND], "Unclear", 1, 1),
    "refused": ([{**POST, "status": 400}], "NotCreated", 1, 0),
    "busy": ([{**POST, "status": 429, "headers": {"Retry-After": "3600"}}], "NotCreated", 1, 0),
}


def ended(server: LocalOpenRouter, form: str, **given: Any) -> Any:  # noqa: ANN401 - a class of the script
    """Return what the sync or the async form of a function of the script returns."""
    with server.core() as core:
        outcome = EXAMPLE[form](core, provider="openai", key="sk-test-provider-key", name=NAME, **given)
        return asyncio.run(outcome) if form.endswith("_async") else outcome


@pytest.mark.parametrize("form", ["create_once", "create_once_async"])
@pytest.mark.parametrize("case", ENDS)
def test_every_way_to_end(server: LocalOpenRouter, case: str, form: str) -> None:
    """At most one credential, and none is created again unless it is certainly not there."""
    faults, kind, sent, count = ENDS[case]
    for fault in faults:
        server.fail(**fault)
    outcome = ended(server, form, looks=(0.0, 0.01))
    server.faults.clear()
    assert type(outcome).__name__ == kind
    assert sum(request.method == "POST" for request in server.requests) == sent
    assert there(server)[NAME] == count


@pytest.mark.parametrize("form", ["create_once", "create_once_async"])
def test_it_is_found_on_any_page(server: LocalOpenRouter, form: str) -> None:
    """With 120 credentials before it, looking walks through the whole list."""
    server.seed(120)
    server.fail(**LOST)
    outcome = ended(server, form)
    assert not ended(server, form.replace("create_once", "look_then_create")).answered  # nor does a later run
    assert there(server)[NAME] == 1
    assert server.verify_key(outcome.id, "sk-test-provider-key")
    assert not outcome.answered


def test_names_are_nobody_elses() -> None:
    """The label stays readable, and no two names are alike."""
    names = {EXAMPLE["unique_name"]("Production") for _ in range(1000)}
    assert len(names) == 1000
    assert all(name.startswith("Production ") and len(name) < 255 for name in names)

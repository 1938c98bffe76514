"""`python -m openrouter_core.testing` as a shell sees it: what it prints, how it ends, what it says when it cannot."""

from __future__ import annotations

import signal
import subprocess
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from openrouter_core.testing.program import main
from tests.systems import needs_posix_signals

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from openrouter_core.testing import LocalOpenRouter

    from .conftest import Program


@pytest.fixture(autouse=True)
def _signals() -> Iterator[None]:
    """`main` takes over the signals of its process, which here is pytest's."""
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Run a program that ends by itself, and return its exit status, output and errors."""
    try:
        status = main(arguments)
    except SystemExit as error:
        status = int(str(error.code))
    output, errors = capsys.readouterr()
    return status, output, errors


@needs_posix_signals
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_serves_until_a_signal(program: type[Program], number: int) -> None:
    """Everything it was told is so, everything is printed for people and for programs, and it ends with status 0."""
    options = (
        *("--port", "0", "--host", "127.0.0.1", "--seed", "120", "--key", "management=sk-or-test-123"),
        *("--key", "ordinary=sk-or-test-456", "--key", "other-account=sk-or-test-789", "--credits", "2.5"),
    )
    with program(*options) as running:
        facts = running.ready()
        assert facts["management_key"] == "sk-or-test-123"
        assert {"ordinary_key", "workspace_id", "api_key_hash", "faults_url", "model_url"} < facts.keys()
        answers = {
            "sk-or-test-123": (200, 120),
            "sk-or-test-456": (403, None),
            "sk-or-test-789": (200, 0),
        }
        with httpx.Client(base_url=facts["url"], trust_env=False) as client:
            for key, expected in answers.items():
                response = client.get("/byok", headers={"authorization": f"Bearer {key}"})
                assert (response.status_code, response.json().get("total_count")) == expected
            headers = {"authorization": "Bearer sk-or-test-789"}
            assert client.get("/credits", headers=headers).json()["data"]["total_credits"] == 2.5
            # With the connection still open, and a request that nobody will answer.
            httpx.post(facts["faults_url"], json={"delay": 3600}, trust_env=False)
            with pytest.raises(httpx.ReadTimeout):
                client.get("/byok", timeout=0.05)
            assert running.end(number) == 0
    assert running.errors == ""
    before_json = running.output.partition("{")[0]
    assert all(facts[name] in before_json for name in facts if name != "api_key_hash")
    assert running.output.count("\n{") == 1


@needs_posix_signals
def test_it_makes_up_its_keys(program: type[Program]) -> None:
    """Without arguments there is a ready management key, and a second signal does not disturb the end."""
    with program() as running:
        facts = running.ready()
        headers = {"authorization": f"Bearer {facts['management_key']}"}
        response = httpx.get(f"{facts['url']}/byok", headers=headers, trust_env=False)
        assert response.json() == {"data": [], "total_count": 0}
        running.process.send_signal(signal.SIGINT)
        assert running.end(signal.SIGTERM) == 0
    assert "Traceback" not in running.errors


COUNTING = """
from openrouter_core import OpenRouterCore
from openrouter_funcs.byok_list import byok_list
print(byok_list(OpenRouterCore()).unwrap().result.total_count)
"""

# what the command does, and the status that the program ends with
COMMANDS = {
    "it calls the server": (COUNTING, 0),
    "it fails": ("print(3); exit(7)", 7),
    "a signal ends it": ("import os; print(3, flush=True); os.kill(os.getpid(), 9)", 137),
}


@pytest.mark.parametrize("case", COMMANDS)
def test_it_runs_a_command(program: type[Program], case: str) -> None:
    """The command finds the server in its environment; its output and its status are the program's own."""
    script, status = COMMANDS[case]
    with program("--seed", "3", "--", sys.executable, "-c", script) as running:
        assert running.end() == status
    assert (running.output, running.errors) == ("3\n", "")


def test_a_command_is_told_to_end(program: type[Program]) -> None:
    """SIGTERM is passed on, SIGINT is the terminal's to send; the status is that of the command."""
    script = (
        "import signal, sys, time; signal.signal(signal.SIGTERM, lambda *_: sys.exit(5));"
        " print('{}', flush=True); time.sleep(60)"
    )
    with program("--", sys.executable, "-c", script) as running:
        assert running.ready() == {}
        running.process.send_signal(signal.SIGINT)
        assert running.end(signal.SIGTERM) == 5
    assert running.errors == ""


@needs_posix_signals
def test_a_command_is_told_of_what_came_before_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A SIGTERM that comes just as the command starts is passed on, too."""

    class Late(subprocess.Popen[bytes]):
        def __init__(self, *command: Any, **options: Any) -> None:  # noqa: ANN401
            signal.raise_signal(signal.SIGTERM)
            super().__init__(*command, **options)

    monkeypatch.setattr(subprocess, "Popen", Late)
    status, _, _ = run(capsys, "--", sys.executable, "-c", "import time; time.sleep(10)")
    assert status == 128 + signal.SIGTERM


def test_a_command_that_is_not_there_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    """As in a shell, with status 127."""
    status, output, errors = run(capsys, "--", "no-such-command", "--option")
    assert (status, output) == (127, "")
    assert errors == "python -m openrouter_core.testing: cannot run no-such-command: No such file or directory\n"


def test_its_door_may_be_imported() -> None:
    """Whatever walks a package imports every module of it; that must not start a server."""
    assert import_module("openrouter_core.testing.__main__").__doc__


def test_help_is_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    """Every option, the names of the keys, the line for programs, an example."""
    status, output, _ = run(capsys, "--help")
    assert status == 0
    for text in ("--port", "--host", "--db", "--seed", "--key", "management=", "other-account=", "JSON", "example"):
        assert text in output
    assert max(map(len, output.splitlines())) <= 110


@pytest.mark.parametrize(
    ("arguments", "status", "says"),
    [
        (["--port", "70000"], 2, "argument --port: must be a number from 0 to 65535"),
        (["--port", "http"], 2, "argument --port: must be a number from 0 to 65535"),
        (["--seed", "-1"], 2, "argument --seed: "),
        (["--seed", "many"], 2, "argument --seed: must be a number, 0 or more"),
        (["--key", "sk-or-test-123"], 2, "argument --key: must be NAME=VALUE"),
        (["--key", "management="], 2, "argument --key: must be NAME=VALUE"),
        (["--key", "managment=sk-or-test-123"], 2, "argument --key: must be NAME=VALUE"),
        (["--verbose"], 2, "unrecognized arguments: --verbose"),
        (["--key", "management=sk or test"], 1, "management_key must be printable ASCII"),
        (["--key", "other-account=sk or test"], 1, "management_key must be printable ASCII"),
        (
            ["--key", "other-account=sk-or-test-1", "--key", "management=sk-or-test-1"],
            1,
            "--key: each name and each value",
        ),
        (
            ["--key", "management=sk-or-test-1", "--key", "management=sk-or-test-2"],
            1,
            "--key: each name and each value",
        ),
        (["--credits", "nan"], 1, "credits: must be a finite number"),
        (["--job-seconds", "nan"], 1, "job_seconds: must be a number, 0 or more"),
        (["--host", "0.0.0.0"], 1, "host: '0.0.0.0' is not a loopback address"),  # noqa: S104
        (["--db", "/dev/null/byok.db"], 1, "cannot use the database /dev/null/byok.db: unable to open"),
    ],
)
def test_what_it_cannot_do_is_one_line(
    capsys: pytest.CaptureFixture[str], arguments: list[str], status: int, says: str
) -> None:
    """On stderr, with the reason, and without showing a key."""
    ended, output, errors = run(capsys, *arguments)
    assert (ended, output) == (status, "")
    assert errors.startswith(f"python -m openrouter_core.testing: {says}")
    assert errors.count("\n") == 1
    assert "sk-or" not in errors.replace("openrouter", "")


def test_no_signal_disturbs_its_end(capsys: pytest.CaptureFixture[str], server: LocalOpenRouter) -> None:
    """Python takes its own handlers down a moment before the process ends; what is ignored stays so."""
    assert run(capsys, "--port", server.url.rpartition(":")[2].partition("/")[0])[0] == 1
    assert {signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)} == {signal.SIG_IGN}


def test_a_busy_port_is_one_line(capsys: pytest.CaptureFixture[str], server: LocalOpenRouter) -> None:
    """Not a traceback."""
    port = server.url.split(":")[2].partition("/")[0]
    status, output, errors = run(capsys, "--port", port)
    assert (status, output) == (1, "")
    assert errors.startswith(f"python -m openrouter_core.testing: cannot listen on 127.0.0.1 port {port}: ")
    assert errors.count("\n") == 1


def test_a_missing_extra_is_one_line(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """It says what to install."""
    for name in ("application", "delivery", "server"):
        monkeypatch.delitem(sys.modules, f"openrouter_core.testing.{name}", raising=False)
    monkeypatch.setitem(sys.modules, "uvicorn.protocols.http.h11_impl", None)
    status, output, errors = run(capsys)
    assert (status, output) == (1, "")
    assert errors.endswith("the local OpenRouter needs the extra: pip install 'openrouter-funcs[testing]'\n")
    assert errors.count("\n") == 1


@needs_posix_signals
def test_a_database_path_is_named(program: type[Program], tmp_path: Path) -> None:
    """So that a person knows where the state is."""
    with program("--db", str(tmp_path / "byok.db")) as running:
        running.ready()
        assert running.end(signal.SIGTERM) == 0
    assert str(tmp_path / "byok.db") in running.output

"""`docs/testing.md` is what it says: its files are the files, and every other block of it runs."""

from __future__ import annotations

import json
import shlex
import shutil
import socket
from typing import TYPE_CHECKING, Any

import pytest

from tests.pages import DOCS, blocks_of, in_a_shell

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from .conftest import Program

SERVICE = {path.name: path.read_text(encoding="utf-8") for path in (DOCS / "examples" / "service").glob("*.py")}
BLOCKS = blocks_of("testing.md")


def blocks(language: str) -> list[str]:
    """Return the page's blocks in a language that are not one of the service's files."""
    return [text for given, text in BLOCKS if given == language and text not in SERVICE.values()]


def test_the_service_on_the_page_is_the_one_in_the_folder() -> None:
    """To the letter: what is read is what is run."""
    assert SERVICE.keys() == {"provider_keys.py", "test_provider_keys.py"}
    shown = [text for language, text in BLOCKS if language == "python"]
    assert [name for name, text in SERVICE.items() if text not in shown] == []


def test_every_language_of_the_page_is_run() -> None:
    """A block that no test here knows of would not be."""
    assert {language for language, _ in BLOCKS} == {"python", "sh", "js"}
    assert len(blocks("python")) == 6
    assert len(blocks("sh")) == 4
    assert len(blocks("js")) == 1


def test_every_python_block_passes_as_it_stands(tmp_path: Path) -> None:
    """The service's tests and the page's other tests, in a folder of a user who has installed the package."""
    files = SERVICE | {f"test_block_{number}.py": text for number, text in enumerate(blocks("python"))}
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    printed = in_a_shell("python", "-m", "pytest", "-v", "-W", "error", "-p", "no:cacheprovider", folder=tmp_path)
    assert all(f"{name}::" in printed for name in files if name.startswith("test_"))
    assert " passed" in printed
    assert "skipped" not in printed


@pytest.mark.skipif(shutil.which("curl") is None, reason="the page's commands need curl")
def test_the_program_answers_as_the_page_says(program: type[Program], tmp_path: Path) -> None:
    """The page's command starts it, and the page's requests list, arm, look and clear."""
    install, start, requests, _ = blocks("sh")
    assert install == "pip install 'openrouter-funcs[testing]'\n"
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = str(free.getsockname()[1])
    python, dash_m, module, *options = shlex.split(start.replace("8787", port))
    assert (python, dash_m, module) == ("python", "-m", "openrouter_core.testing")
    with program(*options) as running:
        assert running.ready()["management_key"] == "sk-or-test-123"
        page, armed, seen, cleared = values(in_a_shell("sh", "-ec", requests.replace("8787", port), folder=tmp_path))
    assert page["total_count"] == 120
    assert (armed["status"], armed["left"]) == (503, 2)
    assert [fault["hits"] for fault in seen["faults"]] == [0]
    assert cleared == {"faults": []}


def test_a_command_runs_against_it(tmp_path: Path) -> None:
    """The page's command finds the credentials that the page's options ask for."""
    *_, command = blocks("sh")
    assert in_a_shell("sh", "-ec", command, folder=tmp_path) == "3\n"


def values(text: str) -> Iterator[Any]:
    """Read one JSON value after another."""
    while text:
        value, end = json.JSONDecoder().raw_decode(text)
        yield value
        text = text[end:]


@pytest.mark.skipif(shutil.which("node") is None, reason="the page's JavaScript needs Node.js")
def test_another_language_needs_no_fixed_port(tmp_path: Path) -> None:
    """The line of JSON is enough to find the server and to use it."""
    (block,) = blocks("js")
    (tmp_path / "block.mjs").write_text(block, encoding="utf-8")
    assert in_a_shell("node", "block.mjs", folder=tmp_path) == "3\n"

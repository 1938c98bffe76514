"""mypy and pyright over the files of this directory, which assert types and expected errors and are never run.

An expected error is marked for each checker; a mark that is not needed is an error itself.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from openrouter_funcs._generate.contract import endpoints
from tests.contract.typed import program
from tests.processes import environment

if TYPE_CHECKING:
    from collections.abc import Iterator

FILES = sorted(path for path in Path(__file__).parent.glob("*.py") if not path.name.startswith(("test_", "__")))
PROGRAMS = {file.name: file.read_text(encoding="utf-8") for file in FILES} | {"every_function.py": program()}

# Added to each file: that the checkers read it, and want no mark too many, is seen by what they say of these lines.
CONTROL = """
control_1: int = "text"
control_2: int = 2  # type: ignore[assignment]
control_3: int = 3  # pyright: ignore[reportAssignmentType]
"""
TEXTS = {name: text + CONTROL for name, text in PROGRAMS.items()}
FOUND = {
    "mypy": [("control_1", "assignment"), ("control_2", "unused-ignore")],
    "pyright": [("control_1", "reportAssignmentType"), ("control_3", "reportUnnecessaryTypeIgnoreComment")],
}
COMMANDS = {
    "mypy": ["--config-file=", "--strict", "--warn-unreachable", "--cache-dir=cache", "files"],
    "pyright": ["--project=pyright.json", f"--pythonpath={sys.executable}"],
}
PYRIGHT = {
    "include": ["files"],
    "typeCheckingMode": "strict",
    "reportUnnecessaryTypeIgnoreComment": "error",
    "enableTypeIgnoreComments": False,  # those are for mypy
}
ERROR = re.compile(
    r"(?P<file>\w+\.py):(?P<line>\d+)(?::\d+)?(?::| -) error: .*?[(\[](?P<rule>[\w-]+)[)\]]$", re.MULTILINE
)


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, subprocess.Popen[str]]]:
    """Start both checkers at once, over copies of the files."""
    directory = tmp_path_factory.mktemp("typing")
    (directory / "files").mkdir()
    for name, text in TEXTS.items():
        (directory / "files" / name).write_text(text, encoding="utf-8")
    (directory / "pyright.json").write_text(json.dumps(PYRIGHT), encoding="utf-8")
    started = {
        name: subprocess.Popen(
            [sys.executable, "-m", name, *arguments],
            cwd=directory,
            env=environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        for name, arguments in COMMANDS.items()
    }
    yield started
    for process in started.values():
        with process:  # whose output a worker need not have read
            process.kill()


@pytest.mark.parametrize("checker", COMMANDS)
def test_types_are_as_asserted(running: dict[str, subprocess.Popen[str]], checker: str) -> None:
    """The checker finds, in each file, what is wrong with the control, and nothing else."""
    with running[checker] as process:
        output, _ = process.communicate()
    one_line_each = re.sub(r"\n {4,}", " ", output.replace("\N{NO-BREAK SPACE}", " "))
    found = sorted((match["file"], int(match["line"]), match["rule"]) for match in ERROR.finditer(one_line_each))
    expected: list[tuple[str, int, str]] = []
    for name, text in TEXTS.items():
        for start, rule in FOUND[checker]:
            (number,) = (number for number, line in enumerate(text.splitlines(), 1) if line.startswith(start))
            expected.append((name, number, rule))
    assert found == sorted(expected), output
    assert output.count("error: ") == len(expected), output


def test_every_file_is_checked() -> None:
    """The files are there, and the one about every function."""
    assert {*TEXTS} == {"calls.py", "every_function.py", "files.py", "models.py", "narrowing.py", "nested.py"}
    assert TEXTS["every_function.py"].count("assert_never(error)") == 2 * len(endpoints())

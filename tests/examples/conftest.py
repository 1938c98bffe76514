"""Ways to run an example: as its user does, in a process of its own, and in this one, which takes less time."""

from __future__ import annotations

import runpy
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from typing import TYPE_CHECKING, TypeAlias

import pytest

from tests.examples.scripts import EXAMPLES
from tests.processes import environment

if TYPE_CHECKING:
    from pathlib import Path

    from openrouter_core.testing import LocalOpenRouter

Script: TypeAlias = "subprocess.Popen[str]"

# Long enough that only a script that hangs meets it.
PATIENCE = 60


class Examples:
    """Runs examples in an empty folder, with an environment that names the local OpenRouter."""

    def __init__(self, server: LocalOpenRouter, folder: Path) -> None:
        self.folder = folder
        self.place = {"OPENROUTER_BASE_URL": server.url, "OPENROUTER_API_KEY": server.management_key}

    def start(self, *command: str, **variables: str) -> Script:
        """Start a command, and return its process."""
        return subprocess.Popen(
            command,
            cwd=self.folder,
            stdin=subprocess.PIPE,
            env=environment(**self.place | variables),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def script(self, name: str, *arguments: str) -> tuple[str, ...]:
        """Return the command that runs an example; a warning fails it."""
        return (sys.executable, "-W", "error", str(EXAMPLES / name), *arguments)

    def run(self, name: str, *arguments: str, **variables: str) -> tuple[int, str]:
        """Run an example to its end, and return its exit status and all that it printed."""
        with self.start(*self.script(name, *arguments), **variables) as process:
            try:
                output, errors = process.communicate(timeout=PATIENCE)
            finally:
                process.kill()
        return process.returncode, output + errors

    def run_here(self, name: str, *arguments: str, **variables: str) -> tuple[object, str]:
        """Run an example in this process to its end, and return its exit status and all that it printed."""
        printed = StringIO()
        with pytest.MonkeyPatch.context() as patch:
            patch.chdir(self.folder)
            patch.setattr(sys, "argv", [name, *arguments])
            for variable, value in {**self.place, **variables}.items():
                patch.setenv(variable, value)
            with redirect_stdout(printed), redirect_stderr(printed), pytest.raises(SystemExit) as ended:
                runpy.run_path(str(EXAMPLES / name), run_name="__main__")
        return ended.value.code, printed.getvalue()


@pytest.fixture
def examples(server: LocalOpenRouter, tmp_path: Path) -> Examples:
    """Return what runs examples on the worker's server."""
    return Examples(server, tmp_path)

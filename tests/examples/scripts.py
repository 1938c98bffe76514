"""The scripts of docs/examples, and a shell to run them in as a user would."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests import processes

__all__ = ["EXAMPLES", "ROOT", "in_a_shell"]

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "docs" / "examples"


def in_a_shell(*command: str, folder: Path, **variables: str) -> str:
    """Run a command where `python` is this one, and return what it printed."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    environment = processes.environment(PATH=path, **variables)
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout

"""The pages of docs/ as tests read them: their blocks of code, and a shell to run those in."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

__all__ = ["DOCS", "EXAMPLES", "ROOT", "blocks_of", "in_a_shell"]

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
EXAMPLES = DOCS / "examples"


def blocks_of(page: str) -> list[tuple[str, str]]:
    """Return language and text of each block of a page."""
    return re.findall(r"^```(\w*)\n(.*?)^```$", (DOCS / page).read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)


def in_a_shell(*command: str, folder: Path, **variables: str) -> str:
    """Run a command where `python` is this one, and return what it printed."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    environment = {**os.environ, "PATH": path, **variables}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout

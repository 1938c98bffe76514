"""What an example's docstring says to run is run: the first command of each, from the root of the repository."""

from __future__ import annotations

import ast
import os
import re
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import pytest

from tests.examples.scripts import EXAMPLES, ROOT, in_a_shell

from .conftest import PATIENCE

if TYPE_CHECKING:
    from .conftest import Examples

# The example, and a line that its command prints, as a pattern.
PRINTED = {
    "create_once.py": r"4 creates, 4 of them there exactly once",
    "dask_rotation.py": r"^20 of 20 rotated, by 2 processes$",
    "lambda_handler.py": r"^cold: 200 after [\d.]+ ms\nwarm: 200 after [\d.]+ ms\nwarm: 200 after [\d.]+ ms$",
    "otel.py": r'"http.response.status_code": 200',
    "quickstart.py": r"^That was all\.",
    "reconcile.py": r"^3 changes are made\.$",
    "rotate_keys.py": r"^20 credentials, 20 of them to rotate$",
}

# A guide shows the command and what it prints, and the tests of pages compare that.
SHOWN = {"cost_report.py": "cost", "evaluate.py": "pipelines", "provision_keys.py": "provisioning"}


def command_of(example: Path) -> str:
    """Return the first indented block of a docstring, with fewer credentials to work on."""
    docstring = ast.get_docstring(ast.parse(example.read_text(encoding="utf-8"))) or ""
    found = re.search(r"^    .*?(?=\n\n)", docstring, re.MULTILINE | re.DOTALL)
    assert found, f"{example.name} does not say how to run it"
    return re.sub(r"--seed \d{2,}", "--seed 20", found[0])


def test_every_example_says_how_to_run_it() -> None:
    """And each of their commands is run here."""
    examples = {each.name: command_of(each) for each in EXAMPLES.glob("*.py")}
    assert examples.keys() == PRINTED.keys() | {"fastapi_service.py"} | SHOWN.keys()
    for name, guide in SHOWN.items():
        page = (ROOT / "docs" / "guides" / f"{guide}.md").read_text(encoding="utf-8")
        assert f"```sh\n{examples[name].strip()}\n```\n\n```output\n" in page
    needy = [name for name, command in examples.items() if " -- " in command]
    assert all("pip install" in (EXAMPLES / name).read_text(encoding="utf-8") for name in needy)


@pytest.mark.parametrize("name", PRINTED)
def test_the_command_runs(name: str) -> None:
    """It does what it is for, shows it, and leaves nothing behind."""
    before = set(ROOT.iterdir())
    printed = in_a_shell("sh", "-ec", command_of(EXAMPLES / name), folder=ROOT)
    assert re.search(PRINTED[name], printed, re.MULTILINE), printed
    assert {each for each in set(ROOT.iterdir()) - before if not each.name.startswith(".coverage")} == set()


def test_the_command_serves(examples: Examples) -> None:
    """The service answers what its docstring asks of it, and ends when it is told to."""
    name = "fastapi_service.py"
    asked = re.search(r"http://127\.0\.0\.1:8000(/\S+?)`", (EXAMPLES / name).read_text(encoding="utf-8"))
    assert asked
    examples.folder = ROOT
    command = command_of(EXAMPLES / name).replace("--port 8000", "--port 0").strip()
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    with examples.start("sh", "-c", f"exec {command}", PATH=path) as process:
        assert process.stderr is not None
        place = next(found[1] for line in process.stderr if (found := re.search(r"running on (http://\S+)", line)))
        answer = httpx.get(place + asked[1], timeout=PATIENCE, trust_env=False)
        assert len(answer.json()["data"]) == 3
        process.send_signal(signal.SIGTERM)
        _, said = process.communicate(timeout=PATIENCE)
    assert "Application shutdown complete" in said
    assert "Traceback" not in said

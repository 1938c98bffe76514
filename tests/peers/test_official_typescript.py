"""OpenRouter's own TypeScript client, unmodified, takes the local server for the real one: see `typescript/`."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from openrouter_core.testing import LocalOpenRouter

NODE, NPM = shutil.which("node"), shutil.which("npm")
PROJECT = Path(__file__).with_name("typescript")
INSTALL = ("install", "--no-package-lock", "--no-audit", "--no-fund", "--ignore-scripts")
# How many checks each script has: none may be lost.
SCRIPTS = {"byok.js": 10, "models.js": 9}


@pytest.mark.skipif(NODE is None or NPM is None, reason="the official TypeScript client needs Node.js and npm")
def test_every_check_of_the_scripts_holds(server: LocalOpenRouter, tmp_path: Path, subtests: pytest.Subtests) -> None:
    """BYOK with its pages, errors and retries; streams of models, files and the rest: one line for each."""
    project = shutil.copytree(PROJECT, tmp_path / "project", ignore=shutil.ignore_patterns("node_modules"))
    run(project, str(NPM), *INSTALL)
    for script, count in SCRIPTS.items():
        server.reset()
        server.seed(120)
        facts = {
            "url": server.url,
            "faults_url": server.faults_url,
            "model_url": server.model_url,
            "management_key": server.management_key,
            "ordinary_key": server.ordinary_key,
            "workspace_id": server.account.default_workspace_id,
            "api_key_hash": server.account.api_key_hash,
        }
        with subtests.test(script):
            printed = run(project, str(NODE), script, json.dumps(facts))
            checks = (project / script).read_text(encoding="utf-8").count(": async () => {")
            assert printed.count("ok - ") == checks == count


def run(folder: Path, *command: str) -> str:
    """Run a program to its end and return what it printed."""
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, encoding="utf-8")
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    return done.stdout

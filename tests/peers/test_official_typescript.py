"""OpenRouter's own TypeScript client, unmodified, takes the local server for the real one: see `typescript/`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.peers.official_typescript import NODE, run

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from openrouter_core.testing import LocalOpenRouter

# How many checks each script has: none may be lost.
SCRIPTS = {"byok.js": 10, "models.js": 11}


def test_every_check_of_the_scripts_holds(server: LocalOpenRouter, typescript: Path, subtests: pytest.Subtests) -> None:
    """BYOK with its pages, errors and retries; streams of models, files and the rest: one line for each."""
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
            printed = run(typescript, str(NODE), script, json.dumps(facts))
            checks = (typescript / script).read_text(encoding="utf-8").count(": async () => {")
            assert printed.count("ok - ") == checks == count

"""`docs/credentials.md` is what it says: its Python runs, and its table has every function and its fields."""

from __future__ import annotations

import inspect
import json
from typing import TYPE_CHECKING

import pytest

from openrouter_core import credentials
from openrouter_core.testing import LocalOpenRouter

from .pages import DOCS, blocks_of, in_a_shell

if TYPE_CHECKING:
    from pathlib import Path

PAGE = (DOCS / "credentials.md").read_text(encoding="utf-8")
BLOCKS = blocks_of("credentials.md")
ACCOUNT = {
    "type": "service_account",
    "project_id": "my-project",
    "private_key": "-----BEGIN PRIVATE KEY-----\nsk-test-123\n-----END PRIVATE KEY-----\n",
    "client_email": "me@my-project.iam.gserviceaccount.com",
}


def test_every_block_of_the_page_is_python() -> None:
    """A block in another language would not be run."""
    assert {language for language, _ in BLOCKS} == {"python"}


@pytest.mark.parametrize("script", [text for _, text in BLOCKS], ids=range(len(BLOCKS)))
def test_every_block_runs(tmp_path: Path, script: str) -> None:
    """As it stands, where the environment names a local OpenRouter, and a service account's file is there."""
    (tmp_path / "service-account.json").write_text(json.dumps(ACCOUNT), encoding="utf-8")
    with LocalOpenRouter() as server:
        place = {"OPENROUTER_BASE_URL": server.url, "OPENROUTER_API_KEY": server.management_key}
        in_a_shell("python", "-W", "error", "-c", script, folder=tmp_path, **place)


def test_every_function_has_its_row() -> None:
    """With its own parameters."""
    functions = {name: value for name, value in inspect.getmembers(credentials, inspect.isfunction) if name[0] != "_"}
    for name in functions.keys() & set(credentials.__all__):
        first, *_ = inspect.signature(functions[name]).parameters
        assert f"| `{name}({first if name != 'azure_deployments' else '[...]'}" in PAGE

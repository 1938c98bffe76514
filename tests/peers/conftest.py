"""What tests of the official clients share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.peers.official_typescript import NODE, NPM, installed

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def typescript(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the worker's folder with the TypeScript client and our scripts in it."""
    if NODE is None or NPM is None:
        pytest.skip("the official TypeScript client needs Node.js and npm")
    return installed(tmp_path_factory.mktemp("typescript") / "project")

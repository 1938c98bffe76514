"""Two pytest fixtures: `openrouter_server`, a local OpenRouter, and `openrouter`, a core that talks to it.

pytest loads this module in every run, wherever the package is installed. So it imports only pytest; server and core are
imported when a test first uses a fixture.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from openrouter_core import OpenRouterCore
    from openrouter_core.testing import LocalOpenRouter

__all__ = ["openrouter", "openrouter_server"]


@pytest.fixture(scope="session")
def _openrouter_process() -> Iterator[LocalOpenRouter]:  # pyright: ignore[reportUnusedFunction] - pytest uses it
    # One server for the whole run (with pytest-xdist: one for each worker); a test gets it after a reset.
    from openrouter_core.testing import LocalOpenRouter

    with LocalOpenRouter() as server:
        yield server


@pytest.fixture
def openrouter_server(_openrouter_process: LocalOpenRouter) -> LocalOpenRouter:
    """Return a local OpenRouter that has just been reset."""
    _openrouter_process.reset()
    return _openrouter_process


@pytest.fixture
def openrouter(openrouter_server: LocalOpenRouter) -> Iterator[OpenRouterCore]:
    """Return a core with the management key of `openrouter_server`, and close it after the test."""
    with openrouter_server.core() as core:
        yield core

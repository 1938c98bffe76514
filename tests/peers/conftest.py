"""A local OpenRouter for each test, for others' programs to talk to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from openrouter_core.testing import LocalOpenRouter

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def server() -> Iterator[LocalOpenRouter]:
    """Return a running server with nothing in it."""
    with LocalOpenRouter() as running:
        yield running

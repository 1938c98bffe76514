"""One fault server for all tests of faults: real sockets, in a process of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.faults.server import FaultServer

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session")
def faults() -> Iterator[FaultServer]:
    """Return the fault server."""
    with FaultServer() as server:
        yield server

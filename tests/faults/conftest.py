"""A port that never answers."""

from __future__ import annotations

import socket
from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def unconnectable() -> Iterator[str]:
    """Return the URL of a port that never answers the attempt to connect: its backlog is full, and nobody accepts."""
    with ExitStack() as stack:
        listener = stack.enter_context(socket.socket())
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)
        for _ in range(4):
            filling = stack.enter_context(socket.socket())
            filling.settimeout(0)
            filling.connect_ex(listener.getsockname())
        with socket.socket() as probe:
            probe.settimeout(0.1)
            try:
                probe.connect(listener.getsockname())
            except TimeoutError:
                yield f"http://127.0.0.1:{listener.getsockname()[1]}/api/v1"
            else:
                pytest.skip("this system accepts connections beyond the backlog")

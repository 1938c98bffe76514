"""A running server with keys that are known, reset for each test; httpx and bare sockets to talk to it; the program."""

from __future__ import annotations

import json
import os
import socket
import ssl
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import urlsplit

import httpx
import pytest

import openrouter_core
from openrouter_core.testing import LocalOpenRouter

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Self

    from tests.testing.money import Bank

Connect: TypeAlias = Callable[[], socket.socket]

# Long enough that only a server that never answers meets it.
PATIENCE = 20
# Nothing here speaks TLS, and to load the system's certificates takes longer than most of these tests.
NO_CERTIFICATES = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


@pytest.fixture(scope="session")
def _running() -> Iterator[LocalOpenRouter]:
    with LocalOpenRouter(management_key="sk-or-test-management", ordinary_key="sk-or-test-ordinary") as running:
        yield running


@pytest.fixture
def server(_running: LocalOpenRouter) -> LocalOpenRouter:
    """Return the server with fresh state."""
    _running.reset()
    return _running


@pytest.fixture
def client(server: LocalOpenRouter) -> Iterator[httpx.Client]:
    """Return a plain HTTP client with the management key."""
    headers = {"authorization": f"Bearer {server.management_key}"}
    with httpx.Client(
        base_url=server.url, headers=headers, timeout=PATIENCE, verify=NO_CERTIFICATES, trust_env=False
    ) as client:
        yield client


@pytest.fixture(name="at_bank", scope="session")
def _at_bank() -> Iterator[Bank]:
    from tests.testing.money import bank

    with bank() as made:
        yield made


@pytest.fixture(name="fresh")
def _fresh(at_bank: Bank) -> Bank:
    at_bank.reset()
    return at_bank


@pytest.fixture
def connect(server: LocalOpenRouter) -> Iterator[Connect]:
    """Return a function that opens a socket to the server."""
    opened: list[socket.socket] = []

    def connect() -> socket.socket:
        address = urlsplit(server.url)
        opened.append(socket.create_connection((address.hostname, address.port), timeout=PATIENCE))
        return opened[-1]

    yield connect
    for connection in opened:
        connection.close()


class Program:
    """`python -m openrouter_core.testing` in a process of its own, from its first output to its end."""

    def __init__(self, *arguments: str) -> None:
        # Wherever the test runs, the package under test is the one that this process imported.
        path = os.pathsep.join([str(Path(openrouter_core.__file__).parents[1]), *sys.path])
        self.process = subprocess.Popen(
            [sys.executable, "-m", "openrouter_core.testing", *arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": path},
        )
        self.output = ""
        self.errors = ""

    def ready(self) -> dict[str, str]:
        """Wait for the line that programs read and return what it holds."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.output += line
            if line.startswith("{"):
                facts: dict[str, str] = json.loads(line)
                return facts
        raise AssertionError(f"it ended: {self.end()}, {self.errors}")

    def end(self, number: int | None = None) -> int:
        """Send a signal, if one is given, wait for the end and return the exit status."""
        if number is not None:
            self.process.send_signal(number)
        output, errors = self.process.communicate(timeout=PATIENCE)
        self.output += output
        self.errors += errors
        return self.process.returncode

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.communicate()


@pytest.fixture
def program() -> type[Program]:
    """Return the class that runs the program."""
    return Program

"""A server on loopback that costs as little as it can, in a process of its own: canned answers over a bare protocol.

It answers a get of a credential and a list of ten, keeps connections open, and looks at nothing but the request line.
It listens twice, plain and with TLS, prints both ports, and ends when its standard input does.
"""

from __future__ import annotations

import asyncio
import ssl
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, cast

import attrs

from tests.benchmarks import payloads
from tests.processes import environment

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

__all__ = ["Address", "serving"]

HEAD = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n"


@attrs.frozen
class Address:
    """Where a server listens: the base URLs of its API."""

    plain: str
    tls: str


@contextmanager
def serving(folder: Path) -> Generator[Address]:
    """Run a server meanwhile, whose certificate is `server.pem` in `folder`."""
    command = [sys.executable, "-m", "tests.benchmarks.server", str(folder / "server.pem")]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, env=environment(), text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        plain, tls = process.stdout.readline().split()
        yield Address(f"http://127.0.0.1:{plain}/api/v1", f"https://127.0.0.1:{tls}/api/v1")
        process.stdin.close()


def _answer(body: bytes) -> bytes:
    return HEAD.format(len(body)).encode() + body


ONE = _answer(payloads.one())
LIST = _answer(payloads.page(0, payloads.SERVER_HAS, payloads.SERVER_HAS))


class Canned(asyncio.Protocol):
    """One connection: each head of a request that is complete is answered, in order."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin."""
        self._transport = cast("asyncio.Transport", transport)
        self._unread = b""

    def data_received(self, data: bytes) -> None:
        """Answer what is complete."""
        *heads, self._unread = (self._unread + data).split(b"\r\n\r\n")
        for head in heads:
            path = head.split(b" ", 2)[1]
            self._transport.write(LIST if path.partition(b"?")[0].endswith(b"/byok") else ONE)


async def _serve(certificate: str) -> None:
    loop = asyncio.get_running_loop()
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(certificate)
    servers = [await loop.create_server(Canned, "127.0.0.1", 0, ssl=each, backlog=1024) for each in (None, tls)]
    print(*(server.sockets[0].getsockname()[1] for server in servers), flush=True)
    await loop.run_in_executor(None, sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(_serve(sys.argv[1]))

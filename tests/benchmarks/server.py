"""A server on loopback that costs as little as it can, in a process of its own: canned answers over a bare protocol.

It answers a get of a credential, lists (of ten credentials; of other families what the contract has as an example),
and a chat, whole or as a stream. It keeps connections open, and looks
at nothing but the request line, the length of the body, and whether a stream is asked for. Below `/stream/300` the
stream has 300 events, which come one by one, some 1 ms apart; below `/burst/300` they come as fast as they are read.
It listens twice, plain and with TLS, prints both ports, and ends when its standard input does.
"""

from __future__ import annotations

import asyncio
import json
import re
import ssl
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, cast

import attrs

from openrouter_core.testing.contract import BASE_PATH, contract
from openrouter_core.testing.samples import Samples
from tests.benchmarks import payloads
from tests.benchmarks.programs import FAMILIES
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


def _listed(family: str) -> tuple[bytes, bytes]:
    operation = contract().operations[f"{family}_list"]
    return operation.path.encode(), _answer(json.dumps(Samples(contract()).answer(operation, {})).encode())


ONE = _answer(payloads.one())
LISTS = dict(map(_listed, FAMILIES)) | {
    f"{BASE_PATH}/byok".encode(): _answer(payloads.page(0, payloads.SERVER_HAS, payloads.SERVER_HAS))
}
CHAT = _answer(payloads.chat())
LENGTH = re.compile(rb"\r\ncontent-length: (\d+)", re.IGNORECASE)
EVENTS = b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n"
PAUSE = 0.0005
PIECE = 65_536


class Canned(asyncio.Protocol):
    """One connection: each request that is complete is answered, in order."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin."""
        self._transport = cast("asyncio.Transport", transport)
        self._unread = b""

    def data_received(self, data: bytes) -> None:
        """Answer what is complete."""
        self._unread += data
        while (end := self._unread.find(b"\r\n\r\n") + 4) > 3:
            head = self._unread[:end]
            length = LENGTH.search(head)
            whole = end + (int(length[1]) if length else 0)
            if len(self._unread) < whole:
                return
            body, self._unread = self._unread[end:whole], self._unread[whole:]
            self._answer(head.split(b" ", 2)[1].partition(b"?")[0], body)

    def _answer(self, path: bytes, body: bytes) -> None:
        if not path.endswith(b"/chat/completions"):
            self._transport.write(LISTS.get(path, ONE))
        elif b'"stream":true' in body or b'"stream": true' in body:
            self._streaming = asyncio.ensure_future(self._stream(path))
        else:
            self._transport.write(CHAT)

    async def _stream(self, path: bytes) -> None:
        _, how, count, *_ = path.split(b"/")
        pieces = payloads.events(int(count) if count.isdigit() else 1)
        if how == b"burst":
            whole = b"".join(pieces)
            pieces = [whole[start : start + PIECE] for start in range(0, len(whole), PIECE)]
        self._transport.write(EVENTS)
        for piece in (*pieces, b""):
            self._transport.write(b"%x\r\n%s\r\n" % (len(piece), piece))
            await asyncio.sleep(PAUSE if how == b"stream" else 0)


async def _serve(certificate: str) -> None:
    loop = asyncio.get_running_loop()
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(certificate)
    servers = [await loop.create_server(Canned, "127.0.0.1", 0, ssl=each, backlog=1024) for each in (None, tls)]
    print(*(server.sockets[0].getsockname()[1] for server in servers), flush=True)
    await loop.run_in_executor(None, sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(_serve(sys.argv[1]))

"""What comes behind a response and was not asked for: it never passes for the answer to the next request."""

from __future__ import annotations

import asyncio
import json
import ssl
import threading
import time
from typing import TYPE_CHECKING

import pytest

from openrouter_core import OpenRouterCore
from tests.funcs.cases import GET, NO_RETRIES
from tests.http.peers import Server, answer, read_request

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable

    from tests.conftest import Invoke

pytestmark = pytest.mark.own_client

CALLS = 4
SOCKET_BUFFER = 65_536
"""How much httpcore reads at a time."""


def told(request: bytes, size: int | None = None) -> bytes:
    """Return the answer to `request`, which names the credential that was asked for, `size` bytes long."""
    id_ = request.split(b" ", 2)[1].rpartition(b"/")[2].decode()
    body = json.dumps({"data": {**GET.body["data"], "id": id_}}).encode()
    if size is None:
        return answer(body)
    head = len(answer(b" " * 10_000)) - 10_000  # lengths of five digits
    return answer(body + b" " * (size - head - len(body)))


class Speaker:
    """Answers each request twice; `sent` tells that it has."""

    def __init__(self, size: int | None, wrong: Callable[[bytes], bytes], tls: ssl.SSLContext | None) -> None:
        self._size = size
        self._wrong = wrong
        self._tls = tls
        self.sent = threading.Semaphore(0)

    def __call__(self, peer: socket.socket) -> None:
        """Serve one connection."""
        if self._tls is not None:
            self._speak_tls(peer, self._tls)
            return
        while request := read_request(peer):
            peer.sendall(told(request, self._size) + self._wrong(request))
            self.sent.release()

    def _speak_tls(self, peer: socket.socket, context: ssl.SSLContext) -> None:
        """Write each response into records of its own, and send all records at once."""
        incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        tls = context.wrap_bio(incoming, outgoing, server_side=True)

        def receive() -> bool:
            received = peer.recv(65_536)
            incoming.write(received)
            return bool(received)

        while True:
            try:
                tls.do_handshake()
                break
            except ssl.SSLWantReadError:
                peer.sendall(outgoing.read())
                receive()
        while True:
            try:
                request = tls.read(65_536)
            except ssl.SSLWantReadError:
                if not receive():
                    return
                continue
            except ssl.SSLError:  # the client has hung up
                return
            tls.write(told(request, self._size))
            tls.write(self._wrong(request))
            peer.sendall(outgoing.read())
            self.sent.release()


WRONG: dict[str, Callable[[bytes], bytes]] = {
    "the same again": told,
    "another's": lambda _: told(b"GET /byok/anothers HTTP/1.1"),
    "half of one": lambda request: told(request)[:40],
    "a line end": lambda _: b"\r\n",
}


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG)
@pytest.mark.parametrize("size", [None, SOCKET_BUFFER], ids=["short", "64 KiB"])
@pytest.mark.parametrize("scheme", ["http", "https"])
@pytest.mark.parametrize("pause", [0.0, 0.005], ids=["at once", "a moment later"])
def test_each_call_gets_its_own_answer(
    *,
    invoke: Invoke,
    tls: ssl.SSLContext,
    scheme: str,
    size: int | None,
    wrong: Callable[[bytes], bytes],
    pause: float,
) -> None:
    """In a segment with the response or behind it, in its TLS record or the next: the connection is not used again."""
    speaker = Speaker(size, wrong, tls if scheme == "https" else None)
    with Server(speaker) as server:
        core = OpenRouterCore(
            server_url=f"{scheme}://127.0.0.1:{server.port}", api_key="sk-or-test-123", retry_config=NO_RETRIES
        )
        for number in range(CALLS):
            assert invoke("byok_get", core, id=f"call-{number}").unwrap().data.id == f"call-{number}"
            assert speaker.sent.acquire(timeout=5)
            if invoke.is_async:
                invoke.settle(asyncio.sleep(pause))
            else:
                time.sleep(pause)
        invoke.close(core)
        assert server.peers == CALLS


def test_calls_at_once_get_their_own_answers(tls: ssl.SSLContext) -> None:
    """The same of many tasks, whose loop reads on while each is about to go on."""
    from openrouter_funcs.byok_get import byok_get_async

    async def use(url: str) -> list[str]:
        async with OpenRouterCore(server_url=url, api_key="sk-or-test-123", retry_config=NO_RETRIES) as core:

            async def one(number: int) -> list[str]:
                return [(await byok_get_async(core, id=f"{number}-{turn}")).unwrap().data.id for turn in range(CALLS)]

            return [each for ids in await asyncio.gather(*map(one, range(5))) for each in ids]

    for scheme, speaker in (("https", Speaker(SOCKET_BUFFER, told, tls)), ("http", Speaker(None, told, None))):
        with Server(speaker) as server:
            url = f"{scheme}://127.0.0.1:{server.port}"
            assert asyncio.run(use(url)) == [f"{number}-{turn}" for number in range(5) for turn in range(CALLS)]

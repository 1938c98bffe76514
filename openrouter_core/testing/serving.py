"""The application on a listening socket, in a thread with an event loop of its own.

Here lives the life of thread, loop and connections. uvicorn's own `Server` is not used: it polls ten times a
second for the wish to stop, sleeps while stopping, and installs signal handlers; a test starts and stops too
often for that.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING, cast

from uvicorn.config import Config
from uvicorn.server import ServerState

from openrouter_core.testing.delivery import LoopbackProtocol

if TYPE_CHECKING:
    import socket

    from starlette.types import ASGIApp
    from uvicorn._types import ASGI3Application

__all__ = ["Serving"]

# For an answer that is being written while the server stops; one that a fault holds back is cut off after it.
_GRACE_SECONDS = 0.2


class Serving:
    """A running server. It answers as soon as this exists: the socket was listening before."""

    def __init__(self, application: ASGIApp, listener: socket.socket) -> None:
        self._config = Config(
            cast("ASGI3Application", application),
            interface="asgi3",
            lifespan="off",
            ws="none",
            workers=1,
            log_config=None,
            proxy_headers=False,
            timeout_keep_alive=60,
        )
        self._config.load()
        self._listener = listener
        self._loop = asyncio.new_event_loop()
        self._stopping = asyncio.Event()
        # A daemon: a test that forgets to stop the server must not keep the interpreter from ending.
        self._thread = Thread(target=self._run, name="openrouter-testing", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Close every connection and the socket, and wait for the thread to end."""
        self._loop.call_soon_threadsafe(self._stopping.set)
        self._thread.join()

    def _run(self) -> None:
        with asyncio.Runner(loop_factory=lambda: self._loop) as runner:
            runner.run(self._serve())

    async def _serve(self) -> None:
        state = ServerState()
        server = await self._loop.create_server(
            lambda: LoopbackProtocol(self._config, state, {}, self._loop), sock=self._listener
        )
        await self._stopping.wait()
        await self._stop_accepting()
        server.close()
        for connection in list(state.connections):
            connection.shutdown()
        if state.tasks:
            await asyncio.wait(state.tasks, timeout=_GRACE_SECONDS)
        while state.connections or state.tasks:
            _abort(state)
            await asyncio.sleep(0)

    async def _stop_accepting(self) -> None:
        # asyncio drops, unclosed, a connection that was accepted before `Server.close` and gets its transport
        # after it. So accept no more, give those few turns to what was accepted, and close only then.
        with suppress(NotImplementedError):  # Windows
            self._loop.remove_reader(self._listener)
        for _ in range(3):
            await asyncio.sleep(0)


def _abort(state: ServerState) -> None:
    for connection in list(state.connections):
        connection.transport.abort()

"""Bodies that arrive as a test wants them to: in pieces, slowly, broken, or never."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING

from tests.library import httpx

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator


class Pieces(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body in pieces, some seconds apart; an exception among them is raised. It knows if it was closed."""

    def __init__(self, *pieces: bytes | BaseException, seconds: float = 0) -> None:
        self._pieces, self._seconds = pieces, seconds
        self.given = 0
        self.closed = False

    def _give(self, piece: bytes | BaseException) -> bytes:
        self.given += 1
        if isinstance(piece, BaseException):
            raise piece
        return piece

    def __iter__(self) -> Iterator[bytes]:
        for piece in self._pieces:
            time.sleep(self._seconds)
            yield self._give(piece)

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for piece in self._pieces:
            await asyncio.sleep(self._seconds)
            yield self._give(piece)

    def close(self) -> None:
        """Note that a sync call closed the response."""
        self.closed = True

    async def aclose(self) -> None:
        """Note that an async call closed the response."""
        self.closed = True

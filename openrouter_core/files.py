"""`Upload`, `Download` and `AsyncDownload`: files on their way to the server, and from it."""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar, cast

from openrouter_core import errors
from openrouter_core.http.boundary import Raised, ask
from openrouter_core.http.multipart import File, Progress, Upload, filename_of
from openrouter_core.result import Err, Ok, Result
from openrouter_core.streams import AnyBody, AsyncBody, Body

if TYPE_CHECKING:
    from collections.abc import Generator

    from openrouter_core.calling.listening import Receiver

    Taking: TypeAlias = Generator[None, Result[bytes, Any] | None, Result[Any, Any]]
    """Is sent what comes of a body, `None` at its end, and returns what came of that."""


__all__ = ["AsyncDownload", "Download", "File", "Upload"]

E_co = TypeVar("E_co", covariant=True)


class _AnyDownload(AnyBody[bytes, E_co]):
    _listener: Receiver

    @property
    def size(self) -> int | None:
        """How many bytes it has; `None` when the server does not tell."""
        return self._listener.size

    @property
    def content_type(self) -> str | None:
        """The `Content-Type`, or `None`."""
        return self.response.content_type

    @property
    def filename(self) -> str | None:
        """The name that the server gives it, which never holds a path, or `None`."""
        return filename_of(self.response.headers.get("content-disposition", ""))


class Download(_AnyDownload[E_co], Body[bytes, E_co]):
    """A file from the server, as it comes: `save` or `read` it, or iterate over its pieces, each `Ok`.

    If it does not come whole, one last `Err` tells why. Nothing is tried again. `timeout` is the longest silence,
    `deadline` bounds the whole. One that is left early is to be closed (`with download:`); `save` and `read` do it.

    Attributes:
        response: The HTTP response, without a body.
    """

    def save(self, path: str | os.PathLike[str], progress: Progress | None = None) -> Result[int, E_co]:
        """Write all that is still to come to `path`, and return how many bytes that were.

        They are written to a file beside it, which takes its name when it is whole; a failure leaves nothing behind.
        Memory does not grow with the file.

        Args:
            path: Where; a file that is there is replaced.
            progress: Told how many bytes have been written, and of how many if that is known.
        """
        return self._taken(_saving(self._listener, path, progress))

    def read(self, max_bytes: int | None = None) -> Result[bytes, E_co]:
        """Return all that is still to come; an `Err` if that is more than `max_bytes`, or `max_response_bytes`."""
        return self._taken(_reading(self._listener, max_bytes))

    def _taken(self, taking: Taking) -> Result[Any, E_co]:
        with self, closing(taking):
            try:
                taking.send(None)
                while True:
                    taking.send(next(self, None))
            except StopIteration as stop:
                return cast("Result[Any, E_co]", stop.value)


class AsyncDownload(_AnyDownload[E_co], AsyncBody[bytes, E_co]):
    """A file from the server, for `async` code: `async with`, `async for`, `await save(...)`; else as `Download`."""

    async def save(self, path: str | os.PathLike[str], progress: Progress | None = None) -> Result[int, E_co]:
        """Write all that is still to come to `path`, as `Download.save` does; the event loop waits for the disk."""
        return await self._taken(_saving(self._listener, path, progress))

    async def read(self, max_bytes: int | None = None) -> Result[bytes, E_co]:
        """Return all that is still to come; an `Err` if that is more than `max_bytes`, or `max_response_bytes`."""
        return await self._taken(_reading(self._listener, max_bytes))

    async def _taken(self, taking: Taking) -> Result[Any, E_co]:
        async with self:
            with closing(taking):
                try:
                    taking.send(None)
                    while True:
                        taking.send(await anext(self, None))
                except StopIteration as stop:
                    return cast("Result[Any, E_co]", stop.value)


def _reading(receiver: Receiver, most: int | None) -> Taking:
    opening, pieces = receiver.opening, list[bytes]()
    limit = opening.call.settings.max_response_bytes if most is None else most
    begun, result = receiver.received, cast("Result[bytes, Any] | None", _refusal_of_an_end(receiver))
    while result is None:
        if max(receiver.size or 0, receiver.received) - begun > limit:
            return Err(opening.refused("", f"the body is larger than {limit} bytes"))
        piece = yield
        if isinstance(piece, Ok):
            pieces.append(piece.value)
        else:
            result = piece or _refusal_of_an_end(receiver, wanted=True) or Ok(b"".join(pieces))
    return result


def _saving(receiver: Receiver, path: str | os.PathLike[str], progress: Progress | None) -> Taking:
    opening, result, written = receiver.opening, _refusal_of_an_end(receiver), 0
    if result is not None:
        return result
    try:
        target = Path(path).resolve()  # a link stays one
        if target.exists() and not target.is_file():
            raise FileExistsError(0, "it is there, and no file")
        part = target.with_name(f".{os.urandom(8).hex()}.part")
        with part.open("xb", buffering=0) as file:
            try:
                while isinstance(piece := (yield), Ok):
                    rest = memoryview(piece.value)
                    while rest:
                        rest = rest[file.write(rest) :]
                    written += len(piece.value)
                    reply = None if progress is None else ask(progress, written, receiver.size)
                    if type(reply) is Raised:
                        reason = f"{opening.call.operation.name}: progress {reply.reason}"
                        return Err(opening.told(errors.UnexpectedClientError(reason)))
                result = piece or _refusal_of_an_end(receiver, wanted=True)
                file.close()  # Windows renames no open file
                if result is None:
                    part.replace(target)
            finally:
                part.unlink(missing_ok=True)
    except (OSError, TypeError, ValueError) as error:  # ValueError: a NUL
        said = (isinstance(error, OSError) and error.strerror) or type(error).__name__
        result = Err(opening.told(errors.SDKValidationError(f"cannot be written: {said}", parameter="path")))
    return result or Ok(written)


def _refusal_of_an_end(receiver: Receiver, *, wanted: bool = False) -> Err[Any] | None:
    """Return an error when the body is over, or when it is not and that is `wanted`: it was closed then."""
    if receiver.is_over == wanted:
        return None
    reason = "is closed" if wanted else "has been read already"
    return Err(receiver.opening.told(errors.SDKValidationError(reason, parameter="download")))

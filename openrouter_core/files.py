"""`Upload`, `Download` and `AsyncDownload`: files on their way to the server, and from it."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, TypeVar

from openrouter_core import errors
from openrouter_core.http.boundary import Raised, ask
from openrouter_core.http.filenames import filename_of
from openrouter_core.http.multipart import File, Progress, Upload
from openrouter_core.result import Err, Ok, Result
from openrouter_core.streams import AnyBody, AsyncBody, Body

if TYPE_CHECKING:
    from collections.abc import Callable

    from openrouter_core.calling.listening import Receiver


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
        with self, _Saving(self._listener, path, progress) as saving:
            while saving.goes_on and not self._is_over:
                saving.take(self._body.read())
        return saving.result

    def read(self, max_bytes: int | None = None) -> Result[bytes, E_co]:
        """Return all that is still to come; an `Err` if that is more than `max_bytes`, or `max_response_bytes`."""
        with self, _Reading(self._listener, max_bytes) as reading:
            while reading.goes_on and not self._is_over:
                reading.take(self._body.read())
        return reading.result


class AsyncDownload(_AnyDownload[E_co], AsyncBody[bytes, E_co]):
    """A file from the server, for `async` code: `async with`, `async for`, `await save(...)`; else as `Download`."""

    async def save(self, path: str | os.PathLike[str], progress: Progress | None = None) -> Result[int, E_co]:
        """Write all that is still to come to `path`, as `Download.save` does; the event loop waits for the disk."""
        async with self:
            with _Saving(self._listener, path, progress) as saving:
                while saving.goes_on and not self._is_over:
                    saving.take(await self._body.read())
        return saving.result

    async def read(self, max_bytes: int | None = None) -> Result[bytes, E_co]:
        """Return all that is still to come; an `Err` if that is more than `max_bytes`, or `max_response_bytes`."""
        async with self:
            with _Reading(self._listener, max_bytes) as reading:
                while reading.goes_on and not self._is_over:
                    reading.take(await self._body.read())
        return reading.result


class _Taking:
    """Takes the pieces of a body; `result` is an `Err` as soon as it cannot go on."""

    result: Result[Any, Any] = Ok(None)

    def __init__(self, receiver: Receiver) -> None:
        self._receiver = receiver
        if receiver.is_over:
            self.result = self._refusal("has been read already", "download")

    @property
    def goes_on(self) -> bool:
        return isinstance(self.result, Ok)

    def take(self, piece: Any) -> None:  # noqa: ANN401 - of a body
        for result in self._receiver.take(piece):
            self.result = result if isinstance(result, Err) else self._keep(result.value)

    def _keep(self, piece: bytes) -> Result[Any, Any]:
        raise NotImplementedError

    def _refusal(self, reason: str, parameter: str) -> Err[Any]:
        return Err(self._receiver.opening.told(errors.SDKValidationError(reason, parameter=parameter)))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.goes_on and not self._receiver.is_over:
            self.result = self._refusal("is closed", "download")


class _Reading(_Taking):
    def __init__(self, receiver: Receiver, most: int | None) -> None:
        super().__init__(receiver)
        self._pieces: list[bytes] = []
        self._size = 0
        self._most = receiver.opening.call.settings.max_response_bytes if most is None else most
        if self.goes_on:
            self.result = self._within((receiver.size or 0) - receiver.received)

    def _keep(self, piece: bytes) -> Result[Any, Any]:
        self._pieces.append(piece)
        self._size += len(piece)
        return self._within(self._size)

    def _within(self, size: int) -> Result[Any, Any]:
        if size <= self._most:
            return Ok(size)
        return Err(self._receiver.opening.refused("", f"the body is larger than {self._most} bytes"))

    def __exit__(self, *_: object) -> None:
        super().__exit__()
        self.result = self.result.map(lambda _: b"".join(self._pieces))


class _Saving(_Taking):
    """Writes to a file beside the target, and gives it the target's name at the end, if all is well."""

    def __init__(self, receiver: Receiver, path: str | os.PathLike[str], progress: Progress | None) -> None:
        super().__init__(receiver)
        self._progress = progress
        self._written = 0
        self._file: Any = None
        self._target = self._temporary = Path()
        if self.goes_on:
            self._on_disk(self._open, path)

    def _open(self, path: str | os.PathLike[str]) -> None:
        self._target = Path(path).resolve()  # a link stays one
        if self._target.exists() and not self._target.is_file():
            raise FileExistsError(0, "it is there, and no file")
        self._temporary = self._target.with_name(f".{os.urandom(8).hex()}.part")
        self._file = self._temporary.open("xb", buffering=0)

    def _keep(self, piece: bytes) -> Result[Any, Any]:
        self._on_disk(self._write, piece)
        if self._progress is not None and self.goes_on:
            reply = ask(self._progress, self._written, self._receiver.size)
            if type(reply) is Raised:
                name = self._receiver.opening.call.operation.name
                error = errors.UnexpectedClientError(f"{name}: progress {reply.reason}")
                return Err(self._receiver.opening.told(error))
        return self.result

    def _write(self, piece: bytes) -> None:
        rest = memoryview(piece)
        while rest:
            rest = rest[self._file.write(rest) :]
        self._written += len(piece)

    def _on_disk(self, function: Callable[..., object], *arguments: object) -> None:
        try:
            function(*arguments)
        except (OSError, TypeError, ValueError) as error:  # ValueError: a path with a NUL
            said = (isinstance(error, OSError) and error.strerror) or type(error).__name__
            self.result = self._refusal(f"cannot be written: {said}", "path")

    def __exit__(self, *interruption: object) -> None:
        super().__exit__()
        if self._file is None:
            return
        self._on_disk(self._file.close)
        if self.goes_on and interruption[:1] == (None,):
            self._on_disk(self._temporary.replace, self._target)
        with suppress(OSError):  # unless it has the other name now
            self._temporary.unlink()
        self.result = self.result.map(lambda _: self._written)

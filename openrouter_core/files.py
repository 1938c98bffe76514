"""`Upload`, `Download` and `AsyncDownload`: files to the server, and from it."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import Any, cast

from openrouter_core import errors
from openrouter_core.calling.answers import answer, read_error
from openrouter_core.calling.call import Call
from openrouter_core.http.boundary import Raised, ask
from openrouter_core.http.multipart import File as File  # noqa: PLC0414 - functions name it in their requests
from openrouter_core.http.multipart import Progress, Upload, filename_of
from openrouter_core.http.waiting import Steps, awaited, settled
from openrouter_core.http.wire import Failure, Request
from openrouter_core.model import evolve
from openrouter_core.result import E_co, Err, Ok, Result, all_ok, answered
from openrouter_core.streams import AsyncBody, Body, SyncBody
from openrouter_core.types.jsontext import UnreadableBodyError, parse_json

__all__ = ["AsyncDownload", "Download", "Upload"]  # what `openrouter_core` offers of it

MOST_OF_AN_ERROR = 65_536  # bytes of a JSON body that are buffered to see whether it is an error instead of the file


class _Pieces(Body[bytes, E_co]):
    media_type, _noun = "", "download"
    _received = 0
    _limit: int | None = None

    def __init__(self, call: Call, request: Request, opened: Ok[Any], attempts: int) -> None:
        super().__init__(call, request, opened, attempts)
        head = self.response
        may_be_error = head.content_type is not None and head.is_json and "content-disposition" not in head.headers
        self._held: bytes | None = b"" if may_be_error else None  # what may be an error in place of the file

    @property
    def size(self) -> int | None:
        """The number of bytes; `None` if the server does not say."""
        length = self.response.headers.get("content-length", "")
        is_known = length.isascii() and length.isdigit() and "transfer-encoding" not in self.response.headers
        return int(length) if is_known else None

    @property
    def content_type(self) -> str | None:
        """The `Content-Type`, or `None`."""
        return self.response.content_type

    @property
    def filename(self) -> str | None:
        """The file name from the server, which never contains a path, or `None`."""
        return filename_of(self.response.headers.get("content-disposition", ""))

    def _came(self, piece: bytes | Failure | None) -> list[Result[bytes, Any]]:
        came = (self._held or b"") + (piece if isinstance(piece, bytes) else b"")
        if self._held is not None and isinstance(piece, bytes) and len(came) <= MOST_OF_AN_ERROR:
            self._held = came
            return []
        if self._held and piece is None and (error := self._error_in(came)) is not None:
            return [error]
        self._held, self._received = None, self._received + len(came)
        if came and self._limit is not None and max(self.size or 0, self._received) > self._limit:
            return [self._refused("", f"the body is larger than {self._limit} bytes")]
        results: list[Result[bytes, Any]] = [answered(came, self.response)] if came else []
        if not isinstance(piece, bytes):
            self._is_over, size = True, self.size
            was_cut = self._call.aborted is not None and self._received != size  # the end may be the abort's
            if piece is not None or was_cut or size not in {None, self._received}:
                results.append(self._broken_off(piece, f"the body ended after {self._received} of {size} bytes"))
        return results

    def _error_in(self, held: bytes) -> Err[Any] | None:
        """Return the error that a whole body is, if it is one as documented."""
        said: Any = None
        with suppress(UnreadableBodyError):
            said = parse_json(held)
        error = read_error(said)
        if error is None or error.code is None or "error" not in said:
            return None
        self._is_over = True
        refused = cast("Err[Any]", answer(self._call, self._request, evolve(self.response, body=held)))
        refused.error.attempts = self._attempts
        return refused

    def _refusal(self) -> Err[Any] | None:
        error = errors.SDKValidationError("has been read already", parameter="download")
        return self._failed(error) if self._is_over else None

    def _limited(self, most: Any) -> Err[Any] | None:  # noqa: ANN401 - whatever a caller gave
        """Bound what is still to come, or return an error."""
        if most is not None and (not isinstance(most, int) or isinstance(most, bool) or most < 0):
            reason = "expected an int, at least 0, or None"
            return self._failed(errors.SDKValidationError(reason, parameter="max_bytes"))
        self._limit = self._received + (self._call.settings.max_response_bytes if most is None else most)
        return self._refusal()

    def _saved(self, path: str | os.PathLike[str], progress: Progress | None) -> Steps[Result[int, Any]]:
        if (refusal := self._refusal()) is not None:
            return refusal
        written = 0
        try:
            target = Path(path).resolve()  # a link stays one
            if target.exists() and not target.is_file():
                raise FileExistsError(0, "it exists, and is not a file")
            part = target.with_name(f".{os.urandom(8).hex()}.part")
            try:
                with part.open("xb") as file:
                    while isinstance(piece := (yield from self._following()), Ok):
                        written += file.write(piece.value)
                        reply = None if progress is None else ask(progress, written, self.size)
                        if type(reply) is Raised:
                            reason = f"{self._call.operation.name}: progress {reply.reason}"
                            return self._failed(errors.UnexpectedClientError(reason))
                result = piece or self._whole([])
                if result.ok:
                    part.replace(target)
            finally:
                part.unlink(missing_ok=True)
        except (OSError, TypeError, ValueError) as error:  # ValueError: a NUL
            said = (isinstance(error, OSError) and error.strerror) or type(error).__name__
            return self._failed(errors.SDKValidationError(f"cannot be written: {said}", parameter="path"))
        return result.map(lambda _: written)


class Download(_Pieces[E_co], SyncBody[bytes, E_co]):
    """A file from the server: `save` or `read` it, or iterate over its chunks, each `Ok`.

    If the body is incomplete, one last `Err` says why. There is no retry. `timeout` limits the time without any data,
    `deadline` the whole download. Close a download that you leave early (`with download:`); `save` and `read` close it.

    Attributes:
        response: The HTTP response, without a body.
    """

    def save(self, path: str | os.PathLike[str], progress: Progress | None = None) -> Result[int, E_co]:
        """Write the rest of the body to `path`, and return the number of bytes.

        It writes a file in the same folder, and renames it when it is complete; a failure leaves no file behind. Memory
        does not grow with the file.

        Args:
            path: The target; an existing file is replaced.
            progress: Called with the number of bytes written, and the total or `None`.
        """
        with self:
            return settled(self._saved(path, progress))

    def read(self, max_bytes: int | None = None) -> Result[bytes, E_co]:
        """Return the rest of the body; an `Err` if it is larger than `max_bytes`, or else `max_response_bytes`."""
        with self:
            return self._limited(max_bytes) or all_ok(self).and_then(self._whole).map(b"".join)


class AsyncDownload(_Pieces[E_co], AsyncBody[bytes, E_co]):
    """`Download` for `async` code: `async with`, `async for`, `await download.save(...)`."""

    async def save(self, path: str | os.PathLike[str], progress: Progress | None = None) -> Result[int, E_co]:
        """Write the rest of the body to `path`, as `Download.save` does; writing blocks the event loop."""
        async with self:
            return await awaited(self._saved(path, progress))

    async def read(self, max_bytes: int | None = None) -> Result[bytes, E_co]:
        """Return the rest of the body; an `Err` if it is larger than `max_bytes`, or else `max_response_bytes`."""
        async with self:
            refusal = self._limited(max_bytes)
            return refusal or all_ok([piece async for piece in self]).and_then(self._whole).map(b"".join)

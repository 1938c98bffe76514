"""Bodies of the type multipart/form-data (RFC 7578), which are read from their files while they are sent.

A form tells its size before, and gives its pieces anew for each attempt. Who sends them is no matter of it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias, cast

import attrs

from openrouter_core.errors import InvalidRequestError, SDKValidationError, UnexpectedClientError
from openrouter_core.http.boundary import Raised, ask, read
from openrouter_core.http.wire import SendingError, Streamed, check_header
from openrouter_core.secret import kind_of

if TYPE_CHECKING:
    from typing import BinaryIO

    File: TypeAlias = "Path | bytes | BinaryIO | Upload"
    """What a parameter takes that is a file: its path, what it holds, an open binary file, or an `Upload`."""
else:
    File = Any  # looked at when it is sent

PIECE_BYTES = 262_144
Progress: TypeAlias = Callable[[int, int | None], object]


@attrs.frozen
class Upload:
    """A file to send, with its name and type where those of the source will not do.

    Attributes:
        source: A path, bytes, or an open binary file, which is sent from where it stands, and stays open. One that
            cannot be rewound is not sent again: after a failure the call ends.
        filename: The name that the server is told; that of the source when absent.
        content_type: The media type that the server is told; what the name's ending stands for when absent.
    """

    source: Path | bytes | BinaryIO = attrs.field(repr=False)
    filename: str | None = None
    content_type: str | None = None


class Form(Streamed):
    """Fields, each a name and bytes, or the parameter of that name that is a file. One name may come several times."""

    def __init__(self, fields: Iterable[tuple[str, object]], files: str, progress: Progress | None) -> None:
        self._progress = progress
        boundary, between = os.urandom(16).hex(), b""
        self._segments: list[bytes | _Source] = []
        for name, value in fields:
            between += f'--{boundary}\r\nContent-Disposition: form-data; name="{_quoted(name)}"'.encode()
            if name == files:
                source = read(name, _Source, name, value)
                self._segments += [between + source.head, source]
                between = b"\r\n"
            else:
                between += b"\r\n\r\n" + cast("bytes", value) + b"\r\n"
        self._segments.append(between + f"--{boundary}--\r\n".encode())
        sizes = [len(each) if isinstance(each, bytes) else each.size for each in self._segments]
        self.size = None if None in sizes else sum(cast("list[int]", sizes))
        self.content_type = f"multipart/form-data; boundary={boundary}"

    def pieces(self) -> Iterator[bytes]:
        """Yield what is to be sent; raise `SendingError` when a file is not what it was, or cannot be read again."""
        sent = 0
        for segment in self._segments:
            for piece in (segment,) if isinstance(segment, bytes) else segment.pieces():
                yield piece
                sent += len(piece)
                reply = None if self._progress is None else ask(self._progress, sent, self.size)
                if type(reply) is Raised:
                    raise SendingError(UnexpectedClientError, f"progress {reply.reason}")

    @property
    def is_spent(self) -> bool:
        """Whether a file of it has been read that cannot be rewound."""
        return any(isinstance(each, _Source) and each.is_spent for each in self._segments)


class _Source:
    """One file: its size, and its bytes from where it stood."""

    def __init__(self, name: str, given: object) -> None:
        upload = given if isinstance(given, Upload) else Upload(cast("Any", given))
        self._name, self._source = name, cast("Any", upload.source)
        self._start: int | None = 0
        self.is_spent = False
        self.size = self._measured()
        named = getattr(self._source, "name", None)
        filename = upload.filename or (os.path.basename(named) if isinstance(named, str) else "") or name  # noqa: PTH119
        kind = check_header("Content-Type", upload.content_type or _type_of(filename), parameter=name)
        self.head = f'; filename="{_quoted(filename)}"\r\nContent-Type: {kind}\r\n\r\n'.encode("utf-8", "replace")

    def _measured(self) -> int | None:
        """Return how many bytes it has from here on; `None` if that cannot be known."""
        source = self._source
        if isinstance(source, bytes):
            return len(source)
        if isinstance(source, Path) and not source.is_file():
            raise SDKValidationError("is no file" if source.exists() else "there is no such file", parameter=self._name)
        if not isinstance(source, Path) and not hasattr(source, "read"):
            reason = f"expected a Path, bytes, an open binary file or an Upload, got {kind_of(source)}"
            raise SDKValidationError(reason, parameter=self._name)
        with source.open("rb") if isinstance(source, Path) else nullcontext(source) as file:
            if getattr(file, "closed", False):
                raise SDKValidationError("is closed", parameter=self._name)
            if not file.seekable():
                self._start = None
                return None
            if isinstance(file.read(0), str):
                raise SDKValidationError("is open as text; open it as binary", parameter=self._name)
            self._start = start = file.tell()
            end: int = file.seek(0, os.SEEK_END)
            file.seek(start)
        return max(0, end - start)

    def pieces(self) -> Iterator[bytes]:
        if isinstance(self._source, bytes):
            for start in range(0, len(self._source), PIECE_BYTES):
                yield self._source[start : start + PIECE_BYTES]
            return
        self.is_spent = self._start is None
        opened = self._did(self._source.open, "rb") if isinstance(self._source, Path) else nullcontext(self._source)
        with opened as file:
            if self._start is not None:
                self._did(file.seek, self._start)
            read_bytes = 0
            while piece := self._did(file.read, PIECE_BYTES):  # at its end once more: it may have grown
                if type(piece) is not bytes:
                    raise SendingError(InvalidRequestError, f"{self._name}: reading it gave {kind_of(piece)}")
                read_bytes += len(piece)
                if self.size is not None and read_bytes > self.size:
                    break
                yield piece
        if self.size not in {None, read_bytes}:
            raise SendingError(InvalidRequestError, f"{self._name}: its size changed while it was sent")

    def _did(self, function: Callable[..., Any], *arguments: object) -> Any:  # noqa: ANN401 - of a file
        reply = ask(function, *arguments)
        if type(reply) is Raised:
            raise SendingError(InvalidRequestError, f"{self._name}: reading it {reply.reason}")
        return reply


def _quoted(name: str) -> str:
    """Return a name for between quotes, as browsers write it (WHATWG HTML, 4.10.21.8)."""
    return name.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")


def _type_of(filename: str) -> str:
    from mimetypes import guess_type  # it reads the system's tables

    return guess_type(filename)[0] or "application/octet-stream"

"""Files on their way: bodies of the type multipart/form-data (RFC 7578), and the name of a file that comes."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext, suppress
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, TypeAlias, cast
from urllib.parse import unquote

from openrouter_core.errors import InvalidRequestError, SDKValidationError, UnexpectedClientError
from openrouter_core.http.boundary import Raised, ask, read
from openrouter_core.http.wire import Streamed, check_header
from openrouter_core.model import field, frozen
from openrouter_core.secret import kind_of

if TYPE_CHECKING:
    File: TypeAlias = "Path | bytes | BinaryIO | Upload"
    """What a parameter takes that is a file: its path, what it holds, an open binary file, or an `Upload`."""
else:
    File = Any  # looked at when it is sent

PIECE_BYTES = 262_144
_FILENAME = re.compile(r';\s*filename(\*?)\s*=\s*(?:"((?:\\.|[^"\\])*)"|([^";\s]+))', re.IGNORECASE)
Progress: TypeAlias = Callable[[int, int | None], object]


@frozen()
class Upload:
    """A file to send, with its name and type where those of the source will not do.

    Attributes:
        source: A path, bytes, or an open binary file, which is sent from where it stands, and stays open. One that
            cannot be rewound is not sent again: after a failure the call ends.
        filename: The name that the server is told; that of the source when absent.
        content_type: The media type that the server is told; what the name's ending stands for when absent.
    """

    source: Path | bytes | BinaryIO = field(repr=False)
    filename: str | None = None
    content_type: str | None = None


class Form(Streamed):
    """Fields, each a name and bytes, and last of `files` at most one, of the parameter `name`, read as it is sent."""

    _start: int | None = 0  # where the file stood; `None` if it cannot be rewound
    _length: int | None = 0

    def __init__(
        self, fields: Iterable[tuple[str, bytes]], name: str, files: Sequence[object], progress: Progress | None
    ) -> None:
        self._name, self._progress = name, progress
        self._source: Any = BytesIO()
        boundary = os.urandom(16).hex()
        self.content_type = f"multipart/form-data; boundary={boundary}"
        part = f'--{boundary}\r\nContent-Disposition: form-data; name="%s"%s\r\n\r\n'
        parts = [(part % (_quoted(field), "")).encode() + value for field, value in fields]
        parts += [(part % (_quoted(name), read(name, self._take, file))).encode("utf-8", "replace") for file in files]
        self._head, self._tail = b"\r\n".join(parts), f"\r\n--{boundary}--\r\n".encode()
        self.size = None if self._length is None else len(self._head) + self._length + len(self._tail)

    def _take(self, given: object) -> str:
        """Take the file, and measure it from where it stands; return what its part says of it."""
        upload = given if isinstance(given, Upload) else Upload(cast("Any", given))
        self._source = source = BytesIO(upload.source) if isinstance(upload.source, bytes) else upload.source
        if isinstance(source, Path) and not source.is_file():  # a pipe, say, would block
            reason = "is not a file" if source.exists() else "there is no such file"
            raise SDKValidationError(reason, parameter=self._name)
        with _opened(source) as file:
            is_closed = getattr(file, "closed", False)
            piece = file.read(0) if hasattr(file, "read") and not is_closed else None
            if type(piece) is not bytes:
                reason = f"expected a Path, bytes, an open binary file or an Upload, got {kind_of(source)}"
                reason = "is open as text; open it as binary" if isinstance(piece, str) else reason
                raise SDKValidationError("is closed" if is_closed else reason, parameter=self._name)
            self._start = start = file.tell() if file.seekable() else None
            self._length = None if start is None else max(0, file.seek(0, os.SEEK_END) - start)
            if start is not None:
                file.seek(start)
        path = getattr(source, "name", None)
        filename = upload.filename or (os.path.basename(path) if isinstance(path, str) else "") or self._name  # noqa: PTH119
        from mimetypes import guess_type  # it reads the system's tables

        kind = upload.content_type or guess_type(filename)[0] or "application/octet-stream"
        kind = check_header("Content-Type", kind, parameter=self._name)
        return f'; filename="{_quoted(filename)}"\r\nContent-Type: {kind}'

    def __iter__(self) -> Iterator[bytes]:
        """Yield what is to be sent; raise an `HTTPClientError` when the file is not what it was, or cannot be read."""
        sent = 0
        for piece in chain([self._head], self._contents(), [self._tail]):
            yield piece
            sent += len(piece)
            reply = None if self._progress is None else ask(self._progress, sent, self.size)
            if type(reply) is Raised:
                raise UnexpectedClientError(f"progress {reply.reason}")

    def _contents(self) -> Iterator[bytes]:
        self.is_spent, length = self._start is None, 0
        with self._did(_opened, self._source) as file:
            if self._start is not None:
                self._did(file.seek, self._start)
            while piece := self._did(file.read, PIECE_BYTES):  # at its end once more: it may have grown
                if type(piece) is not bytes:
                    raise InvalidRequestError(f"{self._name}: reading it gave {kind_of(piece)}")
                length += len(piece)
                if self._length is not None and length > self._length:
                    break
                yield piece
        if self._length not in {None, length}:
            raise InvalidRequestError(f"{self._name}: its size changed while it was sent")

    def _did(self, function: Callable[..., Any], *arguments: object) -> Any:  # noqa: ANN401 - of a file
        reply = ask(function, *arguments)
        if type(reply) is Raised:
            raise InvalidRequestError(f"{self._name}: reading it {reply.reason}")
        return reply


def _opened(source: Any) -> AbstractContextManager[Any]:  # noqa: ANN401 - a path or a file
    return source.open("rb") if isinstance(source, Path) else nullcontext(source)


def _quoted(name: str) -> str:
    """Return a name for between quotes, as browsers write it (WHATWG HTML, 4.10.21.8)."""
    return name.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")


def filename_of(disposition: str) -> str | None:
    """Return the name in a `Content-Disposition` (RFC 6266, 4.3; RFC 5987 goes first), without a path, or `None`."""
    found = {star: re.sub(r"\\(.)", r"\1", quoted) or token for star, quoted, token in _FILENAME.findall(disposition)}
    name = found.get("", "")
    with suppress(UnicodeError):  # servers send UTF-8 unasked
        name = name.encode("latin-1").decode()
    with suppress(LookupError, ValueError):
        charset, _, encoded = found["*"].split("'")
        name = unquote(encoded, charset, "strict") or name
    name = re.split(r"[/\\]|^[A-Za-z]:", name)[-1]
    name = "".join(char for char in name if char.isprintable()).strip()
    return name if name.strip(".") else None

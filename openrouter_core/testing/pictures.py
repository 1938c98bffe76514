"""Pictures that every program can open, made from a seed, as PNG and SVG; and sizes, as requests write them.

Here lives what the formats want, and what pictures and videos have in common. Videos are made in `mp4`; what a request
asks for is read in `endpoints.images` and `endpoints.videos`.
"""

from __future__ import annotations

import re
import struct
import zlib
from hashlib import blake2b
from typing import TYPE_CHECKING

import attrs

from openrouter_core.testing.reading import BadRequest

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["ROWS", "Size", "drawn", "packed", "png", "ratio", "scaled", "sized", "svg"]

ROWS = 8
"""How many rows of squares a picture has, and how many squares a row."""

_LEAST, _MOST = 16, 4_096


@attrs.frozen
class Size:
    """Width and height in pixels."""

    width: int
    height: int


def sized(text: str) -> Size | None:
    """Return the size that a request writes as `1024x768`; `None` if it is no size in pixels."""
    found = re.fullmatch("([0-9]{1,9})x([0-9]{1,9})", text)
    if found is None:
        return None
    size = Size(int(found[1]), int(found[2]))
    if not _LEAST <= min(size.width, size.height) <= max(size.width, size.height) <= _MOST:
        raise BadRequest(f"size: must be from {_LEAST}x{_LEAST} to {_MOST}x{_MOST}")
    return size


def ratio(text: str) -> float:
    """Return how wide a picture is for its height, which a request writes as `16:9`."""
    found = re.fullmatch(r"([0-9]{1,4}(?:\.[0-9]{1,4})?):([0-9]{1,4}(?:\.[0-9]{1,4})?)", text)
    width, height = map(float, found.groups()) if found else (0, 0)
    if not (width and height):
        raise BadRequest("aspect_ratio: must be such as 16:9")
    return width / height


def scaled(wide: float, side: int, which: Callable[[float, float], float]) -> Size:
    """Return the size that is so wide for its height, whose longest (`max`) or shortest (`min`) side is given."""
    factor = side / which(wide, 1)
    width, height = (min(max(2 * round(each * factor / 2), _LEAST), _MOST) for each in (wide, 1))
    return Size(width, height)


def png(seed: str, size: Size, rows: int = ROWS, *, transparent: bool = False) -> bytes:
    """Return a picture of squares in two colours, of which the first `rows` rows are drawn."""
    ground, colour, squares = drawn(seed)
    header = struct.pack(">IIBBBBB", size.width, size.height, 1, 3, 0, 0, 0)  # one bit, an index into the palette
    lines = (
        _line(squares[row] if row < rows else 0, size.width) * (_edge(row + 1, size.height) - _edge(row, size.height))
        for row in range(ROWS)
    )
    chunks = [(b"IHDR", header), (b"PLTE", ground + colour)]
    chunks += [(b"tRNS", b"\0")] * transparent
    chunks += [(b"IDAT", zlib.compress(b"".join(lines), 1)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )


def svg(seed: str, size: Size, *, transparent: bool = False) -> str:
    """Return the same picture as text."""
    ground, colour, squares = drawn(seed)
    backdrop = "" if transparent else f'<rect width="{ROWS}" height="{ROWS}" fill="#{ground.hex()}"/>'
    path = "".join(f"M{x} {y}h1v1h-1z" for y in range(ROWS) for x in range(ROWS) if squares[y] >> (ROWS - 1 - x) & 1)
    place = f'width="{size.width}" height="{size.height}" viewBox="0 0 {ROWS} {ROWS}" preserveAspectRatio="none"'
    squared = f'<path fill="#{colour.hex()}" d="{path}"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {place}>{backdrop}{squared}</svg>'


def drawn(seed: str) -> tuple[bytes, bytes, bytes]:
    """Return the colours of ground and squares, and the squares of each row as bits, which read the same backwards."""
    digest = blake2b(seed.encode("utf-8", "surrogatepass"), digest_size=ROWS + 6).digest()
    squares = bytes(byte & 0xF0 | int(f"{byte >> 4:04b}"[::-1], 2) for byte in digest[6:])
    return bytes(0xC0 | byte & 0x3F for byte in digest[:3]), bytes(0x40 | byte & 0x3F for byte in digest[3:6]), squares


def packed(bits: str) -> bytes:
    """Return ones and zeros as bytes, with zeros at the end."""
    padded = bits + "0" * (-len(bits) % 8)
    return int(padded, 2).to_bytes(len(padded) // 8)


def _edge(index: int, length: int) -> int:
    return index * length // ROWS


def _line(squares: int, width: int) -> bytes:
    """Return a line of pixels, one bit each, after the number of its filter."""
    bits = "".join(
        str(squares >> (ROWS - 1 - column) & 1) * (_edge(column + 1, width) - _edge(column, width))
        for column in range(ROWS)
    )
    return b"\0" + packed(bits)

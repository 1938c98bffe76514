"""The name that a server gives a file, which is no path."""

from __future__ import annotations

import re
from contextlib import suppress
from urllib.parse import unquote_to_bytes

_EXTENDED = re.compile(r";\s*filename\*\s*=\s*\"?(utf-8|iso-8859-1)'[^']*'([^\";\s]+)", re.IGNORECASE)
_USUAL = re.compile(r';\s*filename\s*=\s*(?:"((?:\\.|[^"\\])*)"|([^";\s]+))', re.IGNORECASE)


def filename_of(disposition: str) -> str | None:
    """Return the name in a `Content-Disposition` (RFC 6266, 4.3), without a path, or `None`.

    What RFC 5987 encodes goes first. Of the other form UTF-8 is understood, too, which servers send unasked.
    """
    extended, usual, name = _EXTENDED.search(disposition), _USUAL.search(disposition), ""
    if extended is not None:
        with suppress(UnicodeDecodeError):
            name = unquote_to_bytes(extended[2]).decode(extended[1])
    if not name and usual is not None:
        name = re.sub(r'\\(["\\])', r"\1", usual[1]) if usual[1] is not None else usual[2]
        with suppress(UnicodeError):
            name = name.encode("latin-1").decode()
    name = re.split(r"[/\\]|^[A-Za-z]:", name)[-1]
    name = "".join(char for char in name if char.isprintable()).strip()
    return None if name.strip(".") == "" else name

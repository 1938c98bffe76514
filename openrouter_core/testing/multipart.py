"""Bodies of the type multipart/form-data (RFC 7578): fields of text, and files.

Here lives the reading of such a body that has arrived as a whole. What a field may hold, the contract says.
"""

from __future__ import annotations

import re

import attrs

__all__ = ["Malformed", "Part", "parts"]


class Malformed(ValueError):  # noqa: N818 - what the body is
    """The body is no multipart/form-data; the message says why."""


@attrs.frozen
class Part:
    """A file of a form."""

    filename: str
    content_type: str | None
    data: bytes = attrs.field(repr=False)


def parts(content_type: str, body: bytes) -> dict[str, list[str | Part]]:
    """Return the values of each name, in the order of the body: text, or a file where the part has a filename."""
    boundary = re.search(r'boundary=(?:"([^"]+)"|([^\s;]+))', content_type)
    if boundary is None:
        raise Malformed("has no boundary")
    # A line break before the first delimiter makes all of them alike.
    delimiter = b"\r\n--" + (boundary[1] or boundary[2]).encode()
    fields: dict[str, list[str | Part]] = {}
    for piece in _between(b"\r\n" + body, delimiter):
        name, value = _part(piece)
        fields.setdefault(name, []).append(value)
    return fields


def _between(body: bytes, delimiter: bytes) -> list[bytes]:
    _, *pieces = body.split(delimiter)
    if not pieces or not pieces[-1].startswith(b"--"):
        raise Malformed("does not end with its boundary")
    return pieces[:-1]


def _part(piece: bytes) -> tuple[str, str | Part]:
    head, blank, data = piece.partition(b"\r\n\r\n")
    headers = _headers(head)
    disposition = headers.get("content-disposition", "")
    name = _parameter(disposition, "name")
    if not blank or name is None:
        raise Malformed("holds a part without a name")
    filename = _parameter(disposition, "filename")
    if filename is not None:
        return name, Part(filename, headers.get("content-type"), data)
    try:
        return name, data.decode()
    except UnicodeDecodeError:
        raise Malformed("holds text that is not UTF-8") from None


def _headers(head: bytes) -> dict[str, str]:
    lines = [line.partition(":") for line in head.decode(errors="replace").split("\r\n")]
    return {name.strip().lower(): value.strip() for name, _, value in lines}


def _parameter(header: str, name: str) -> str | None:
    found = re.search(rf';\s*{name}="((?:\\.|[^"\\])*)"|;\s*{name}=([^";\s]+)', header)
    if found is None:
        return None
    # RFC 7578 section 4.2, and what browsers do (WHATWG): a quote is %22, a line break %0D%0A.
    text = re.sub(r"\\(.)", r"\1", found[1]) if found[1] is not None else found[2]
    return text.replace("%22", '"').replace("%0D", "\r").replace("%0A", "\n")

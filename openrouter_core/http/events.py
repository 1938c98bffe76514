"""Server-sent events: bytes in, events out (HTML standard, 9.2.6). No I/O; no `id` and `retry`: nothing is resumed."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from typing import TypeAlias

_TYPED = re.compile(r"event: (.*+)\ndata: (.*+)")
_KEPT = re.compile(r"^(?:data|event)(?::.*+)?\n", re.MULTILINE)

Event: TypeAlias = tuple[str, str]  # its type, or an empty text, and its data


class EventDecoder:
    """Decodes one stream. `limit` bounds the bytes of a line together with the lines of its event that are kept."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._skip = BOM_UTF8  # dropped if it comes next: the mark at the start, an LF after a CR
        self._rest = bytearray()  # the line that has not ended
        self._kept = bytearray()  # the lines of type and data before it, of an event that has not ended
        self.fault: str | None = None  # why the stream cannot be read on

    def feed(self, data: bytes) -> list[Event]:
        """Return the events that `data` completes; a `fault` may come after them."""
        if self._skip:
            data = bytes(self._rest) + data  # a part of the mark may have come
            self._rest.clear()
            if self._skip.startswith(data) and data != self._skip:
                self._rest += data
                return []
            data, self._skip = data.removeprefix(self._skip), b""
        if data.find(b"\r") >= 0:  # `in` makes a TypeError first, and takes twice as long
            self._skip = b"\n" if data.endswith(b"\r") else b""
            data = b"\n".join((data + b".").splitlines())[:-1]  # a third of the time of two `replace`
        try:
            if len(self._kept) + len(self._rest) + len(data) <= self._limit:
                return self._read(data)
        except UnicodeDecodeError:
            pass  # the lines before it count
        events: list[Event] = []
        try:
            for line in data.splitlines(keepends=True):
                if len(self._kept) + len(self._rest) + len(line) > self._limit:
                    self.fault = f"an event is larger than {self._limit} bytes"
                    break
                events += self._read(line)
        except UnicodeDecodeError:
            self.fault = "an event is not UTF-8"
        return events

    def _read(self, data: bytes) -> list[Event]:
        """Return the events that `data` completes; change nothing if it is not UTF-8."""
        end = data.rfind(b"\n") + 1
        if not end:
            self._rest += data
            return []
        if self._rest or end < len(data):
            text = (self._rest + data[:end]).decode()
            self._rest[:] = data[end:]
        else:
            text = data.decode()
        if self._kept and (text.startswith("\n") or "\n\n" in text):
            text = self._kept.decode() + text
            self._kept.clear()
        if text.startswith("data: ") and text.endswith("\n\n"):  # of one line each, as a rule
            if "\n" not in (lines := text[6:-2]):
                return [("", lines)]
            if lines.count("\n") == 2 * lines.count("\n\ndata: "):
                return [("", line) for line in lines.split("\n\ndata: ")]
        blocks = text.split("\n\n")
        if last := blocks.pop():
            self._kept += "".join(_KEPT.findall(last)).encode()
        return [event for block in blocks if (event := _event_of(block))]


def _event_of(block: str) -> Event | None:
    """Return the event that the lines before a blank line make, if one of them is data."""
    if typed := _TYPED.fullmatch(block):
        return typed[1], typed[2]
    kind = ""
    data: list[str] = []
    for line in block.split("\n"):
        name, _, value = line.partition(":")
        if name == "data":
            data.append(value.removeprefix(" "))
        elif name == "event":
            kind = value.removeprefix(" ")
    return (kind, "\n".join(data)) if data else None

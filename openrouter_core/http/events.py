"""Server-sent events: bytes in, events out (HTML standard, 9.2.6). No I/O; no `id` and `retry`: nothing is resumed."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from functools import partial
from io import StringIO
from itertools import repeat
from typing import NamedTuple

_CR, _LF = b"\r\n"
_TYPED = re.compile(r"^event: (.*+)\ndata: (.*+)\n\n", re.MULTILINE)


class Event(NamedTuple):
    event: str  # its type, or ""
    data: str


_event = partial(tuple.__new__, Event)  # pyright: ignore[reportUnknownMemberType] - half the time of `Event(...)`


class InvalidEventError(ValueError):
    """The stream cannot be read on. `events` are those that the same bytes completed before."""

    def __init__(self, reason: str, events: list[Event]) -> None:
        super().__init__(reason)
        self.events = events


class EventDecoder:
    """Decodes one stream. `limit` bounds the bytes of any line, and of those lines of one event that are kept."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._mark, self._line_feed = BOM_UTF8, b""  # what is skipped at the start; and after a CR, if it comes next
        self._rest = bytearray()  # the line that has not ended
        self._type, self._data, self._size = "", StringIO(), 0  # read of an event, and how many bytes that took

    @property
    def unfinished(self) -> bool:
        """Whether an event has begun and its blank line has not come. A comment is no event."""
        return self._size > 0 or not (self._rest.removeprefix(self._mark) or b":").startswith(b":")

    def feed(self, data: bytes) -> list[Event]:
        """Return the events that `data` completes; raise `InvalidEventError` if one is too large or not UTF-8."""
        if data and (self._line_feed or _CR in data):
            rest = data.removeprefix(self._line_feed)
            self._line_feed = b"\n" if data.endswith(b"\r") else b""
            data = rest.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        fits = self._size + len(self._rest) + len(data) <= self._limit
        if fits and _LF not in data:
            self._rest += data
            return []
        if self._rest or self._mark:
            data = (bytes(self._rest) + data).removeprefix(self._mark)
            self._mark, self._rest = b"", bytearray()
        events: list[Event] = []
        if self._size:  # an event has begun, and ends at the first blank line
            end = (b"\n" + data).find(b"\n\n") + 1 or len(data)
            data = self._read(data[:end], events) + data[end:]
        if fits and (end := data.rfind(b"\n\n") + 2) > 1 and (usual := _usual(data[:end])) is not None:
            events += usual
            data = data[end:]
        if data:
            self._rest += self._read(data, events)
        return events

    def _read(self, data: bytes, events: list[Event]) -> bytes:
        """Read whole lines in the standard's steps; return the line that has not ended."""
        lines = data.split(b"\n")
        for number, line in enumerate(lines, 1):
            if self._size + len(line) > self._limit:
                raise InvalidEventError(f"an event is larger than {self._limit} bytes", events)
            if number < len(lines):
                self._read_line(line, events)
        return lines[-1]

    def _read_line(self, line: bytes, events: list[Event]) -> None:
        try:
            name, _, value = line.decode().partition(":")
        except UnicodeDecodeError:
            raise InvalidEventError("an event is not UTF-8", events) from None
        if name == "data":
            self._data.write(value.removeprefix(" ") + "\n")
        elif name == "event":
            self._type = value.removeprefix(" ")
        if name in {"data", "event"}:
            self._size += len(line) + 1
        elif not line:
            if data := self._data.getvalue():
                events.append(Event(self._type, data[:-1]))
            self._type, self._data, self._size = "", StringIO(), 0


def _usual(lines: bytes) -> list[Event] | None:
    """Return the events of whole lines at once if all are a line of data, or all a type and a line of data."""
    try:
        text = lines.decode()
    except UnicodeDecodeError:
        return None  # the events before it count
    if text.startswith("data: "):
        if text.find("\n") == len(text) - 2:
            return [_event(("", text[6:-2]))]
        data = text[6:-2].split("\n\ndata: ")
        return None if "\n" in "".join(data) else list(map(_event, zip(repeat(""), data, strict=False)))
    if one := _TYPED.fullmatch(text):
        return [_event(one.groups())]
    parts = _TYPED.split(text)  # what stands between two events, a type, data, and again
    return None if any(parts[::3]) else list(map(_event, zip(parts[1::3], parts[2::3], strict=True)))

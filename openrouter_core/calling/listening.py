"""What the pieces of a body mean that is handed over: events or bytes, and a good or a bad end. No I/O."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Generic, TypeVar, cast

import attrs

from openrouter_core import errors
from openrouter_core.calling.answers import read_error
from openrouter_core.calling.flow import Opening
from openrouter_core.http.events import Event, EventDecoder
from openrouter_core.http.wire import Failure
from openrouter_core.result import Err, Ok, Result
from openrouter_core.types.jsontext import UnreadableBodyError, parse_json
from openrouter_core.types.reading import read_value

T = TypeVar("T")
SENTINEL = "[DONE]"
TELLING = frozenset({"error", "code"})  # the keys of an event that may be an error
EVENT_STREAM = "text/event-stream"
ANYTHING = ""  # a media type that begins so


@attrs.define
class Listener(Generic[T]):
    """What comes of one stream. `is_over` after the sentinel, or the one `Err`, which is the last."""

    opening: Opening
    decoder: EventDecoder
    is_over: bool = False
    may_end: bool = False  # the event has come that the API documents as the last

    def take(self, piece: bytes | Failure | None) -> Iterator[Result[T, errors.SDKError]]:
        """Yield what the next piece of the body tells; `None` is its end."""
        if not isinstance(piece, bytes):
            self.is_over = True
            if piece is not None or not self.may_end:
                yield Err(self.opening.broken_off(piece, "the stream ended before its last event"))
            return
        for event in self.decoder.feed(piece):
            if event.data.rstrip(" ") == SENTINEL:
                self.is_over = True
                return
            result = self._meaning(event)
            yield result
            if isinstance(result, Err):
                self.is_over = True
                return
        if self.decoder.fault is not None:
            self.is_over = True
            yield Err(self.opening.refused("", self.decoder.fault))

    def _meaning(self, event: Event) -> Result[T, errors.SDKError]:
        streaming = self.opening.call.operation.streaming
        assert streaming is not None  # noqa: S101 - or it would not be a stream
        try:
            value = parse_json(event.data.encode())
            fields = _fields_of(value)
            is_error = event.event == "error" or "error" in fields or "code" in fields
            if is_error and read_error(value).error is not None:
                return Err(self.opening.refused(event.data, None))
            # The type stands in the data as well, and not every stream has lines with `event:`.
            self.may_end = event.event in streaming.last or fields.get("type") in streaming.last
            return Ok(read_value(streaming.event, value), response=self.opening.head)
        except (UnreadableBodyError, UnicodeEncodeError) as error:
            return Err(self.opening.refused(event.data, f"an event is not as promised: {error}"))


def _fields_of(value: object) -> dict[str, object]:
    return cast("dict[str, object]", value) if isinstance(value, dict) else {}


def listener(opening: Opening) -> Listener[Any]:
    """Return what hears the events of a body that is handed over."""
    return Listener(opening, EventDecoder(opening.call.settings.max_response_bytes))


@attrs.define
class Receiver:
    """What comes of one file: its pieces, and, when they are not the whole, one `Err`, which is the last."""

    opening: Opening
    is_over: bool = False
    received: int = 0

    @property
    def size(self) -> int | None:
        """How many bytes were promised, if any were."""
        headers = self.opening.head.headers
        length = headers.get("content-length", "")
        is_known = length.isascii() and length.isdigit() and "transfer-encoding" not in headers
        return int(length) if is_known else None

    def take(self, piece: bytes | Failure | None) -> Iterator[Result[bytes, errors.SDKError]]:
        """Yield what the next piece of the body tells; `None` is its end."""
        if isinstance(piece, bytes):
            self.received += len(piece)
            yield Ok(piece)
            return
        self.is_over, size, abort = True, self.size, self.opening.call.settings.abort
        was_cut = abort is not None and abort.is_set() and self.received != size  # the end may be the abort's
        if piece is not None or was_cut or size not in {None, self.received}:
            yield Err(self.opening.broken_off(piece, f"the body ended after {self.received} of {size} bytes"))

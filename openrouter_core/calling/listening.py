"""What the pieces of an event stream mean: events become results, and the end becomes a good or a bad one. No I/O."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Generic, TypeVar, cast

import attrs

from openrouter_core import errors
from openrouter_core.calling.answers import event_error, read_error, unanswered
from openrouter_core.calling.flow import Opening
from openrouter_core.calling.masking import Mask
from openrouter_core.http.events import Event, EventDecoder, InvalidEventError
from openrouter_core.http.wire import Failure, Response
from openrouter_core.operation import Operation
from openrouter_core.options import Abort
from openrouter_core.result import Err, Ok, Result
from openrouter_core.types.jsontext import UnreadableBodyError, parse_json
from openrouter_core.types.reading import read_value

T = TypeVar("T")
SENTINEL = "[DONE]"
EVENT_STREAM = "text/event-stream"


@attrs.define(kw_only=True)
class Listener(Generic[T]):
    """What comes of one stream. `is_over` after the sentinel, or the one `Err`, which is the last."""

    operation: Operation[Any, Any]
    url: str
    head: Response
    decoder: EventDecoder
    mask: Callable[[], Mask]
    now: Callable[[], float]
    abort: Abort | None
    attempts: int = 1
    is_over: bool = False
    may_end: bool = False  # the event has come that the API documents as the last

    def take(self, piece: bytes | Failure | None) -> Iterator[Result[T, errors.SDKError]]:
        """Yield what the next piece of the body tells; `None` is its end."""
        if not isinstance(piece, bytes):
            self.is_over = True
            if piece is not None or not self.may_end:
                yield Err(self._broken_off(piece))
            return
        fault = None
        try:
            events = self.decoder.feed(piece)
        except InvalidEventError as error:
            events, fault = error.events, str(error)
        for event in events:
            if event.data.rstrip(" ") == SENTINEL:
                self.is_over = True
                return
            result = self._meaning(event)
            yield result
            if isinstance(result, Err):
                self.is_over = True
                return
        if fault is not None:
            self.is_over = True
            yield Err(self._refused("", fault))

    def _meaning(self, event: Event) -> Result[T, errors.SDKError]:
        streaming = self.operation.streaming
        assert streaming is not None  # noqa: S101 - or it would not be a stream
        try:
            value = parse_json(event.data.encode())
            fields = _fields_of(value)
            is_error = event.event == "error" or "error" in fields or "code" in fields
            if is_error and read_error(value).error is not None:
                return Err(self._refused(event.data, None))
            # The type stands in the data as well, and not every stream has lines with `event:`.
            self.may_end = event.event in streaming.last or fields.get("type") in streaming.last
            return Ok(read_value(streaming.event, value), response=self.head)
        except (UnreadableBodyError, UnicodeEncodeError) as error:
            return Err(self._refused(event.data, f"an event is not as promised: {error}"))

    def _refused(self, data: str, fault: str | None) -> errors.SDKError:
        return self._told(event_error(self.operation, self.head, data, fault, mask=self.mask(), now=self.now()))

    def _broken_off(self, failure: Failure | None) -> errors.SDKError:
        if self.abort is not None and self.abort.is_set():
            return self._told(errors.RequestAbortedError(f"{self.operation.name}: the abort event was set"))
        if failure is None:
            failure = Failure(errors.RequestConnectionError, "the stream ended before its last event")
        return self._told(unanswered(self.operation, failure, self.url, self.mask(), self.now()))

    def _told(self, error: errors.SDKError) -> errors.SDKError:
        error.attempts, error.outcome = self.attempts, "unknown"  # the model has worked, and its work is paid
        return error


def _fields_of(value: object) -> dict[str, object]:
    return cast("dict[str, object]", value) if isinstance(value, dict) else {}


def listener(opening: Opening, head: Response) -> Listener[Any]:
    """Return what hears the body of `opening`, whose head is, as hooks have it, `head`."""
    call, settings = opening.call, opening.call.settings
    return Listener(
        operation=call.operation,
        url=opening.request.url,
        head=head,
        decoder=EventDecoder(settings.max_response_bytes),
        mask=opening.mask,
        now=call.time_of_day,
        abort=settings.abort,
        attempts=opening.attempts,
    )

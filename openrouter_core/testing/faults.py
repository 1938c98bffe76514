"""Faults on demand: what should go wrong, for which requests, how often; and the queue that hands them out.

Here live plain values and the matching. How a fault looks on the wire is `delivery`'s; nothing here knows
sockets.
"""

from __future__ import annotations

import json
import re
from fnmatch import fnmatchcase
from threading import Lock
from typing import TYPE_CHECKING, Literal, cast

import attrs

from openrouter_core.testing.contract import BASE_PATH

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["ArmedFault", "Fault", "Faults"]


@attrs.frozen
class Fault:
    """One thing that goes wrong.

    A fault with a `status`, or with `close="before"`, takes the place of the endpoint: nothing is changed
    unless `apply` is set. Any other fault happens to the endpoint's own answer, so the change is made.

    A fault at an event or a byte lets everything before it pass, and does not happen in a body that has no such
    place. There it does, in this order, what is set: `poison`, `stall`, `close`, and a drip of the rest.

    Attributes:
        method: The method it is meant for, or `*` for any.
        path: The path below the base URL, such as `/byok`, as a shell pattern: `/byok/*`, or `*` for any.
        times: How many requests it strikes; `None` is every one until it is cleared.
        after: How many matching requests it lets pass first: 1 breaks page 2.
        apply: Make the change before answering `status` or closing.
        status: Answer this status, 200 to 599.
        headers: Added to the answer; one of the same name is replaced.
        body: Stands in for the answer's body: text and bytes as they are, anything else as JSON. Without it,
            a `status` from 400 on carries the documented error shape.
        delay: Seconds from the request (the change is already made) to the first byte of the answer.
        drip_headers: Seconds between any two bytes of the status line and headers.
        drip_body: Seconds between any two bytes of the body.
        close: Close the connection `before` the answer, in the middle of its `headers`, or of its `body` (or at
            `at_event` or `at_byte`, if one is set); or `end` a stream at `at_event` as if it were whole.
        at_event: The event of a stream that it happens before, counted from 0; comments do not count, `[DONE]` does.
        at_byte: The byte of the answer's body that it happens before, counted from 0.
        at_upload_byte: The byte of the request's body that it happens before: the server reads no further for the
            seconds of `stall`, then answers `status` or closes (`before` the answer) without the rest, or reads on.
        stall: Seconds of silence there.
        poison: Stands in for that event, or for as many bytes as it has: text and bytes as they are, anything else as
            JSON; in a stream as an event with that for data.
        drip_upload: Seconds between any two reads of the request's body, from `at_upload_byte` on if that is set.
    """

    method: str = "*"
    path: str = "*"
    times: int | None = 1
    after: int = 0
    apply: bool = False
    status: int | None = None
    headers: Mapping[str, str] = attrs.Factory(dict[str, str])
    body: object = None
    delay: float = 0
    drip_headers: float = 0
    drip_body: float = 0
    close: Literal["before", "headers", "body", "end"] | None = None
    at_event: int | None = None
    at_byte: int | None = None
    at_upload_byte: int | None = None
    stall: float = 0
    poison: object = None
    drip_upload: float = 0

    def __attrs_post_init__(self) -> None:
        """Refuse what cannot be done, before a test waits for it in vain."""
        for name, check, must in _CHECKS:
            if not check(getattr(self, name)):
                raise ValueError(f"{name}: must be {must}")
        for wrong, message in _COMBINATIONS:
            if wrong(self):
                raise ValueError(message)

    @property
    def content(self) -> bytes | None:
        """The bytes that stand in for the answer's body, if any do."""
        return None if self.body is None else _content(self.body)

    @property
    def poison_bytes(self) -> bytes:
        """What stands in for bytes of a file."""
        return _content(self.poison)

    @property
    def poison_event(self) -> bytes:
        """What stands in for an event of a stream."""
        return (
            _content(self.poison) if isinstance(self.poison, str | bytes) else b"data: %b\n\n" % _content(self.poison)
        )

    @property
    def ends_upload(self) -> bool:
        """Whether the rest of the request's body is not read."""
        return self.at_upload_byte is not None and (self.status is not None or self.close is not None)

    @property
    def applies(self) -> bool:
        """Whether the endpoint runs."""
        return self.apply or (self.status is None and self.close != "before")

    def matches(self, method: str, path: str) -> bool:
        """Tell whether the fault is meant for a request to `path`, which is the whole one."""
        below = path.removeprefix(BASE_PATH)
        return self.method.upper() in {"*", method} and fnmatchcase(below, self.path)


@attrs.define
class ArmedFault:
    """A fault in the queue; `hits` counts the requests it struck, `passed` those it let through first."""

    fault: Fault
    hits: int = 0
    passed: int = 0

    @property
    def left(self) -> int | None:
        """How many more requests it will strike; `None` is every one."""
        return None if self.fault.times is None else self.fault.times - self.hits

    def strikes(self, method: str, path: str) -> bool:
        """Count a request, and tell whether the fault strikes it."""
        if self.left == 0 or not self.fault.matches(method, path):
            return False
        if self.passed < self.fault.after:
            self.passed += 1
            return False
        self.hits += 1
        return True

    def as_json(self) -> dict[str, object]:
        """Return what `GET /__faults__` shows."""
        shown = attrs.asdict(self.fault)
        for name in ("body", "poison"):
            if isinstance(shown[name], bytes):
                shown[name] = shown[name].decode(errors="replace")
        return {**shown, "hits": self.hits, "left": self.left}


class Faults:
    """The queue: of all faults that match a request, the first one added strikes. Safe for threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._armed: list[ArmedFault] = []

    def add(self, fault: Fault) -> ArmedFault:
        """Arm `fault` and return it with its counters."""
        armed = ArmedFault(fault)
        with self._lock:
            self._armed.append(armed)
        return armed

    def add_json(self, fields: object) -> ArmedFault:
        """Arm a fault that came over HTTP: an object with the attributes of `Fault`.

        Raises:
            ValueError: If it is no such object; the message names the field.
        """
        if not isinstance(fields, dict):
            raise ValueError("body: must be a JSON object")  # noqa: TRY004 - the caller's input, not a type error
        given = cast("dict[str, object]", fields)
        unknown = given.keys() - {field.name for field in attrs.fields(Fault)}
        if unknown:
            raise ValueError(f"{min(unknown)}: is not an attribute of a fault")
        return self.add(Fault(**given))  # type: ignore[arg-type] # pyright: ignore[reportArgumentType] - checked there

    def strike(self, method: str, path: str) -> Fault | None:
        """Return the fault for this request, if there is one, and count it."""
        with self._lock:
            return next((armed.fault for armed in self._armed if armed.strikes(method, path)), None)

    def all(self) -> list[ArmedFault]:
        """Return every fault that was added since the last `clear`, spent ones too."""
        with self._lock:
            return list(self._armed)

    def clear(self) -> None:
        """Disarm all of them."""
        with self._lock:
            self._armed.clear()


def _is_integer(value: object, least: int, most: int | None = None) -> bool:
    return (
        isinstance(value, int) and not isinstance(value, bool) and least <= value <= (value if most is None else most)
    )


def _is_seconds(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 86_400  # noqa: PLR2004


def _is_pattern(value: object) -> bool:
    return isinstance(value, str) and value.startswith(("/", "*", "?", "[")) and not value.startswith(BASE_PATH)


def _are_headers(value: object) -> bool:
    # A line break would end the header, and everything after it would be sent as something else.
    pairs = cast("dict[object, object]", value).items() if isinstance(value, dict) else [(None, None)]
    return all(_is_token(name) and _is_printable(text) for name, text in pairs)


def _is_token(value: object) -> bool:
    return isinstance(value, str) and re.fullmatch(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+", value) is not None


def _is_printable(value: object) -> bool:
    return isinstance(value, str) and value.isprintable() and value.isascii()


def _content(body: object) -> bytes:
    return body if isinstance(body, bytes) else (body if isinstance(body, str) else json.dumps(body)).encode()


def _has_content(body: object) -> bool:
    try:
        _content(body)
    except (TypeError, ValueError, RecursionError):
        return False
    return True


def _is_position(value: object) -> bool:
    return value is None or _is_integer(value, 0)


# What stands in for something, where `None` is nothing; and what is nothing when it is 0 or empty.
_REPLACEMENTS = ("status", "body", "close", "poison")
_EFFECTS = ("headers", "delay", "drip_headers", "drip_body", "stall", "drip_upload")
_POSITIONS = ("at_event", "at_byte", "at_upload_byte")


def _positions(fault: Fault) -> int:
    return sum(getattr(fault, name) is not None for name in _POSITIONS)


def _does_nothing(fault: Fault) -> bool:
    replaces = any(getattr(fault, name) is not None for name in _REPLACEMENTS)
    return not replaces and not any(getattr(fault, name) for name in _EFFECTS)


def _closes_elsewhere(fault: Fault) -> bool:
    """Tell whether the place and the kind of close exclude each other."""
    if fault.at_upload_byte is not None:
        return fault.close not in {"before", None}
    return _positions(fault) > 0 and fault.close in {"before", "headers"}


_COMBINATIONS: tuple[tuple[Callable[[Fault], bool], str], ...] = (
    (
        lambda fault: fault.status in {204, 304} and fault.body is not None,
        "body: an answer of status 204 or 304 has none",
    ),
    (_does_nothing, f"fault: nothing goes wrong; set one of {', '.join((*_REPLACEMENTS, *_EFFECTS))}"),
    (lambda fault: _positions(fault) > 1, f"at_byte: only one of {', '.join(_POSITIONS)} can be set"),
    (lambda fault: bool(fault.stall) and not _positions(fault), f"stall: needs one of {', '.join(_POSITIONS)}"),
    (
        lambda fault: fault.poison is not None and not _positions(fault),
        f"poison: needs one of {', '.join(_POSITIONS)}",
    ),
    (lambda fault: fault.close == "end" and fault.at_event is None, "close: end needs at_event"),
    (_closes_elsewhere, "close: must be body or end at an event or a byte, and before at at_upload_byte"),
    (lambda fault: fault.apply and fault.ends_upload, "apply: at at_upload_byte the request has not arrived"),
)
_METHODS = ("*", "GET", "HEAD", "POST", "PATCH", "PUT", "DELETE", "OPTIONS")
_SECONDS = "a number of seconds, 0 to 86400"
_CHECKS: tuple[tuple[str, Callable[[object], bool], str], ...] = (
    ("method", lambda value: isinstance(value, str) and value.upper() in _METHODS, f"one of {', '.join(_METHODS)}"),
    ("path", _is_pattern, f"a shell pattern for the path below {BASE_PATH}, such as /byok or /byok/*"),
    (
        "times",
        lambda value: value is None or _is_integer(value, 1),
        "an integer from 1, or null for every time",
    ),
    ("after", lambda value: _is_integer(value, 0), "an integer from 0"),
    ("apply", lambda value: isinstance(value, bool), "true or false"),
    ("status", lambda value: value is None or _is_integer(value, 200, 599), "an integer from 200 to 599"),
    ("headers", _are_headers, "an object of header names and values, printable ASCII"),
    ("body", _has_content, "text, bytes or what JSON can say"),
    ("delay", _is_seconds, _SECONDS),
    ("drip_headers", _is_seconds, _SECONDS),
    ("drip_body", _is_seconds, _SECONDS),
    ("close", lambda value: value in ("before", "headers", "body", "end", None), "before, headers, body or end"),
    *((name, _is_position, "an integer from 0") for name in _POSITIONS),
    ("stall", _is_seconds, _SECONDS),
    ("poison", _has_content, "text, bytes or what JSON can say"),
    ("drip_upload", _is_seconds, _SECONDS),
)

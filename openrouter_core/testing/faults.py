"""Faults on demand and at random: what goes wrong, for which requests, how often, and which fault applies next.

This module has the values and the matching. `delivery` sends a fault on the socket; nothing here uses sockets.
"""

from __future__ import annotations

import json
import random
import re
import time
from collections import deque
from fnmatch import fnmatchcase
from math import ceil
from random import Random
from threading import Lock
from typing import TYPE_CHECKING, Literal, cast

import attrs

from openrouter_core.testing.contract import BASE_PATH, contract
from openrouter_core.testing.reading import read_object

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["ERRORS", "ArmedFault", "Asked", "Fault", "Faults"]

# What `Fault.error` stands for: a status, a message, and what the API tells beside them.
ERRORS: Mapping[str, tuple[int, str, Mapping[str, object]]] = {
    "credits": (402, "Insufficient credits", {}),
    "moderation": (
        403,
        "The input was flagged",
        {"reasons": ["violence"], "flagged_input": "...", "provider_name": "Local"},
    ),
    "overloaded": (529, "The provider is overloaded", {"provider_name": "Local"}),
    "provider": (502, "The provider returned an error", {"provider_name": "Local", "raw": "error"}),
    "rate_limit": (429, "Rate limit exceeded", {}),
    "timeout": (524, "The provider took too long", {"provider_name": "Local"}),
    "unavailable": (503, "No provider is available", {}),
}
_MINUTE = 60.0


@attrs.frozen
class Asked:
    """The fields of a request that a fault can match."""

    method: str
    path: str
    function: str = ""
    model: str = ""
    is_stream: bool = False


@attrs.frozen
class Fault:
    """One thing that goes wrong.

    A fault with a `status`, or with `close="before"`, replaces the endpoint: it makes no change unless `apply` is set.
    Any other fault modifies the endpoint's own response, so the endpoint makes the change.

    A fault at an event or a byte sends everything before it unchanged, and does nothing in a body without that
    position. At the position, the attributes that are set take effect in this order: `poison`, `stall`, `close`,
    `drip_body`.

    Attributes:
        method: The method of the requests that it matches, or `*` for any.
        path: The path below the base URL, such as `/byok`, as a shell pattern: `/byok/*`, or `*` for any.
        function: The name of the function, such as `chat_send`, or a shell pattern: `chat_*`.
        model: The model that the request names, as a shell pattern: `openai/*`.
        times: How many requests it makes fail; `None` means all until it is cleared.
        after: How many matching requests succeed first: with 1, page 2 fails.
        apply: Make the change before answering `status` or closing.
        per_minute: A rate limit: how many matching requests within a minute succeed. The others fail, by default with a
            429 that has `X-RateLimit-*` and `Retry-After`.
        status: Answer this status, 200 to 599.
        error: Answer with this error of OpenRouter: `credits`, `moderation`, `overloaded`, `provider`, `rate_limit`,
            `timeout` or `unavailable`. At an event, the error replaces that event and ends the stream.
        headers: Headers to add to the response, or to replace in it.
        body: Replaces the response's body: text and bytes unchanged, anything else as JSON. Without it, a `status` from
            400 on has the documented error body.
        delay: Seconds from the request to the first byte of the response; the change is made before.
        drip_headers: Seconds between any two bytes of the status line and headers.
        drip_body: Seconds between any two bytes of the body.
        close: Close the connection `before` the response, in the middle of its `headers`, or of its `body` (or at
            `at_event` or `at_byte`, if one is set); or `end` a stream at `at_event` as if it were complete.
        at_event: Apply before this event of a stream, counted from 0; comments do not count, `[DONE]` does.
        at_byte: Apply before this byte of the response's body, counted from 0.
        at_upload_byte: Apply before this byte of the request's body, counted from 0: the server stops reading for the
            seconds of `stall`. Then it answers with `status` or closes (`before` the response) without reading the
            rest, or reads on.
        stall: Seconds without any data at that position.
        poison: Replaces that event, or as many bytes as it has itself: text and bytes unchanged, anything else as JSON;
            in a stream, as the data of an event.
        drip_upload: Seconds between any two reads of the request's body, from `at_upload_byte` on if that is set.
    """

    method: str = "*"
    path: str = "*"
    function: str = "*"
    model: str = "*"
    times: int | None = 1
    after: int = 0
    per_minute: int | None = None
    apply: bool = False
    status: int | None = None
    error: str | None = None
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
        """Refuse faults that can never apply, so that no test waits for one in vain."""
        for name, check, must in _CHECKS:
            if not check(getattr(self, name)):
                raise ValueError(f"{name}: must be {must}")
        for wrong, message in _COMBINATIONS:
            if wrong(self):
                raise ValueError(message)

    @property
    def content(self) -> bytes | None:
        """The bytes that replace the response's body, if any."""
        return None if self.body is None else _content(self.body)

    @property
    def poison_bytes(self) -> bytes:
        """The bytes that replace bytes of a file."""
        return _content(self.poison)

    @property
    def poison_event(self) -> bytes:
        """The bytes that replace an event of a stream."""
        return (
            _content(self.poison) if isinstance(self.poison, str | bytes) else b"data: %b\n\n" % _content(self.poison)
        )

    @property
    def ends_upload(self) -> bool:
        """Whether the rest of the request's body is not read."""
        return self.at_upload_byte is not None and (self.status is not None or self.close is not None)

    @property
    def is_only_a_limit(self) -> bool:
        """Whether only the limit is set, and not how the requests above it fail."""
        return all(getattr(self, name) is None for name in _REPLACEMENTS if name != "per_minute")

    @property
    def is_upload(self) -> bool:
        """Whether it applies while the request's body is read, before its content is known."""
        return self.at_upload_byte is not None or bool(self.drip_upload)

    @property
    def applies(self) -> bool:
        """Whether the endpoint runs."""
        return self.apply or (self.status is None and self.close != "before")

    def matches(self, asked: Asked) -> bool:
        """Return whether the fault matches a request."""
        patterns = ((asked.path.removeprefix(BASE_PATH), self.path), (asked.function, self.function))
        return self.method.upper() in {"*", asked.method} and all(
            fnmatchcase(text, pattern) for text, pattern in (*patterns, (asked.model, self.model))
        )


@attrs.define
class ArmedFault:
    """A fault in the queue; `hits` counts the requests that it made fail, `passed` those that it let succeed."""

    fault: Fault
    hits: int = 0
    passed: int = 0
    _let_pass: deque[float] = attrs.field(factory=deque[float], repr=False, eq=False)
    """The times of the requests that it let succeed in the last minute, if it is a limit."""

    @property
    def left(self) -> int | None:
        """How many more requests it will make fail; `None` means all."""
        return None if self.fault.times is None else self.fault.times - self.hits

    def strike(self, asked: Asked) -> Fault | None:
        """Count a request, and return the fault that applies to it, if any."""
        if self.left == 0 or not self.fault.matches(asked):
            return None
        limit = self.fault.per_minute
        if self.passed < self.fault.after or (limit is not None and self._lets_pass(limit)):
            self.passed += 1
            return None
        self.hits += 1
        return self.fault if limit is None else self._limited(limit)

    def _lets_pass(self, limit: int) -> bool:
        now = time.monotonic()
        while self._let_pass and self._let_pass[0] <= now - _MINUTE:
            self._let_pass.popleft()
        if len(self._let_pass) >= limit:
            return False
        self._let_pass.append(now)
        return True

    def _limited(self, limit: int) -> Fault:
        wait = _MINUTE - (time.monotonic() - self._let_pass[0]) if self._let_pass else _MINUTE
        headers = {
            "X-RateLimit-Limit": str(limit),
            "X-RateLimit-Remaining": "0",
            "X-RateLimit-Reset": str(round((time.time() + wait) * 1000)),  # as OpenRouter has it: in milliseconds
            "Retry-After": str(ceil(wait)),
        }
        kind = "rate_limit" if self.fault.is_only_a_limit else self.fault.error
        return attrs.evolve(self.fault, headers={**headers, **self.fault.headers}, error=kind)

    def as_json(self) -> dict[str, object]:
        """Return what `GET /__faults__` shows."""
        shown = attrs.asdict(self.fault)
        for name in ("body", "poison"):
            if isinstance(shown[name], bytes):
                shown[name] = shown[name].decode(errors="replace")
        return {**shown, "hits": self.hits, "left": self.left}


class Faults:
    """The queue: of all faults that match a request, the first one added applies. Safe for threads.

    Faults that apply while the body is read come first. If none applies, a random fault may, with the probability
    `chaos`. The same `seed` gives the same random faults.
    """

    def __init__(self, chaos: float = 0, seed: int | None = None) -> None:
        if not 0 <= chaos <= 1:
            raise ValueError("chaos: must be a number from 0 to 1")
        self.chaos = chaos
        self.seed = random.SystemRandom().randrange(10**6) if seed is None else seed
        self._lock = Lock()
        self._armed: list[ArmedFault] = []
        self._random = Random(self.seed)  # noqa: S311 - no secret

    def add(self, fault: Fault) -> ArmedFault:
        """Add `fault`, and return it with its counters."""
        armed = ArmedFault(fault)
        with self._lock:
            self._armed.append(armed)
        return armed

    def add_json(self, fields: object) -> ArmedFault:
        """Add a fault that came over HTTP: an object with the attributes of `Fault`.

        Raises:
            ValueError: If it is not such an object; the message names the field.
        """
        return self.add(read_object(Fault, fields, "fault"))

    def strike(self, asked: Asked, *, upload: bool) -> Fault | None:
        """Return the fault for this request, among those of an `upload` or among the others, and count it."""
        with self._lock:
            armed = (each for each in self._armed if each.fault.is_upload is upload)
            struck = next((fault for each in armed if (fault := each.strike(asked)) is not None), None)
            return struck if struck is not None or upload else self._by_chance(asked)

    def _by_chance(self, asked: Asked) -> Fault | None:
        if not self.chaos or self._random.random() >= self.chaos:
            return None
        return self._random.choice(_OF_STREAMS if asked.is_stream else _OF_ANSWERS)

    def all(self) -> list[ArmedFault]:
        """Return every fault that was added since the last `clear`, including those with no requests left."""
        with self._lock:
            return list(self._armed)

    def clear(self) -> None:
        """Remove all faults, and restart the random faults from the seed."""
        with self._lock:
            self._armed.clear()
            self._random = Random(self.seed)  # noqa: S311 - no secret


def _is_integer(value: object, least: int, most: int | None = None) -> bool:
    return (
        isinstance(value, int) and not isinstance(value, bool) and least <= value <= (value if most is None else most)
    )


def _is_seconds(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 86_400  # noqa: PLR2004


def _is_function(value: object) -> bool:
    if not isinstance(value, str):
        return False
    return not set("*?[").isdisjoint(value) or value in contract().operations


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
_REPLACEMENTS = ("status", "error", "body", "close", "poison", "per_minute")
_EFFECTS = ("headers", "delay", "drip_headers", "drip_body", "stall", "drip_upload")
_POSITIONS = ("at_event", "at_byte", "at_upload_byte")


def _positions(fault: Fault) -> int:
    return sum(getattr(fault, name) is not None for name in _POSITIONS)


def _does_nothing(fault: Fault) -> bool:
    replaces = any(getattr(fault, name) is not None for name in _REPLACEMENTS)
    return not replaces and not any(getattr(fault, name) for name in _EFFECTS)


def _closes_elsewhere(fault: Fault) -> bool:
    """Return whether the position and the kind of close exclude each other."""
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
    (
        lambda fault: fault.error is not None and (fault.status is not None or fault.poison is not None),
        "error: cannot be set together with status or poison",
    ),
    (lambda fault: fault.model != "*" and fault.is_upload, "model: cannot be matched while the request's body is read"),
    (
        lambda fault: fault.apply and fault.ends_upload,
        "apply: at at_upload_byte the request has not arrived",
    ),
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
    ("function", _is_function, "the name of a function, such as chat_send, or a shell pattern"),
    ("model", lambda value: isinstance(value, str), "the name of a model, or a shell pattern"),
    ("after", lambda value: _is_integer(value, 0), "an integer from 0"),
    ("per_minute", lambda value: value is None or _is_integer(value, 0), "an integer from 0, or null for no limit"),
    ("error", lambda value: value in (None, *ERRORS), f"one of {', '.join(ERRORS)}"),
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
# What happens by chance: to any answer, and to one that is a stream.
_OF_ANSWERS = (
    *(Fault(error=each) for each in ("rate_limit", "overloaded", "provider", "unavailable")),
    *(Fault(status=500), Fault(status=500, apply=True), Fault(delay=0.5)),
    *(Fault(close="before"), Fault(close="headers"), Fault(close="body")),
)
_OF_STREAMS = (
    *_OF_ANSWERS,
    *(Fault(at_event=1, error="overloaded"), Fault(at_event=2, error="credits"), Fault(at_event=2, stall=0.5)),
    *(Fault(at_event=1, close="body"), Fault(at_event=2, close="end"), Fault(at_event=1, poison="data: {\n\n")),
)

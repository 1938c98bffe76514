"""What the local OpenRouter received, for a test to look at, with every secret masked before it is kept.

Here lives the list of requests and the masking. What was answered is the test's own to see.
"""

from __future__ import annotations

import re
from collections import deque
from threading import Lock
from typing import TYPE_CHECKING, cast
from urllib.parse import parse_qsl

import attrs

from openrouter_core.testing.rules import BadRequest, parse_json

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["MASK", "MOST_KEPT", "Journal", "ReceivedRequest"]

MASK = "***"
# A server that runs for days must not grow; no test looks at more.
MOST_KEPT = 10_000

_SECRET_NAME = re.compile("auth|(?<!idempotency-)key|token|secret|cookie|password|signature", re.IGNORECASE)


@attrs.frozen
class ReceivedRequest:
    """One request as it arrived.

    Attributes:
        method: In capitals.
        path: As it was sent, percent-encoding included, without the query.
        query: In the order that was sent; of a name given twice, the last value. Of names that tell of a secret, such
            as `key` or `token`, the value is `***`.
        headers: By lower-case name; values of a name given twice are joined with a comma. Of names that tell of a
            secret, such as `Authorization` or `X-Gateway-Token`, the value is `***`.
        body: The JSON it holds, each `key` in it as `***`; `None` if it holds none.
    """

    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    body: object


class Journal:
    """The latest requests received since the last reset, up to 10,000; any thread may read it."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._requests: deque[ReceivedRequest] = deque(maxlen=MOST_KEPT)

    def record(self, method: str, target: str, headers: list[tuple[bytes, bytes]], body: bytes) -> None:
        """Keep a request, without its secrets."""
        path, _, query = target.partition("?")
        received = ReceivedRequest(method, path, _query(query), _headers(headers), _body(body))
        with self._lock:
            self._requests.append(received)

    def requests(self) -> list[ReceivedRequest]:
        """Return what was received so far, oldest first."""
        with self._lock:
            return list(self._requests)

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._requests.clear()


def _query(query: str) -> dict[str, str]:
    pairs = parse_qsl(query, keep_blank_values=True)
    return {name: MASK if _SECRET_NAME.search(name) else value for name, value in pairs}


def _headers(raw: list[tuple[bytes, bytes]]) -> dict[str, str]:
    headers: dict[str, str] = {}
    for raw_name, raw_value in raw:
        name, value = raw_name.decode("latin-1").lower(), raw_value.decode("latin-1")
        value = MASK if _SECRET_NAME.search(name) else value
        headers[name] = f"{headers[name]}, {value}" if name in headers else value
    return headers


def _body(body: bytes) -> object:
    # What is not JSON is not kept: there is no telling where a key may hide in it. What was just shallow
    # enough for the parser may be too deep for a walk.
    try:
        return _masked(parse_json(body))
    except (BadRequest, RecursionError):
        return None


def _masked(value: object) -> object:
    if isinstance(value, list):
        return [_masked(item) for item in cast("list[object]", value)]
    if isinstance(value, dict):
        fields = cast("dict[str, object]", value)
        return {name: MASK if name == "key" else _masked(item) for name, item in fields.items()}
    return value

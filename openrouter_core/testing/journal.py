"""What the local OpenRouter received, for a test to look at, with every secret masked before it is kept.

Here lives the list of requests and the masking; and for the page what came of each.
"""

from __future__ import annotations

import json
import re
import time
from collections import deque
from functools import cache, cached_property
from itertools import islice
from threading import Lock
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import parse_qsl

import attrs

from openrouter_core.testing import multipart
from openrouter_core.testing.contract import MULTIPART
from openrouter_core.testing.reading import BadRequest, parse_json

if TYPE_CHECKING:
    from collections.abc import Mapping

    from openrouter_core.testing.faults import Fault
    from openrouter_core.testing.multipart import Part

__all__ = ["MASK", "MOST_BYTES_KEPT", "MOST_KEPT", "Exchange", "Journal", "ReceivedRequest"]

MASK = "***"
# A server that runs for days must not grow; no test looks at more.
MOST_KEPT = 10_000
MOST_BYTES_KEPT = 100_000_000
_MOST_CHARACTERS = 4_000

_SECRET_NAME = re.compile("auth|(?<!idempotency-)key|token|secret|cookie|password|signature", re.IGNORECASE)
# Not `max_tokens` or `prompt_cache_key`, which a test wants to see.
_FIELDS = (
    "key|.*api_?key|.*(access|auth|refresh|id|authorization|bearer)_?token|authorization|.*secret.*|.*password|headers"
)
# And what else is secret in the requests of some functions, by the first words of their names.
_FIELDS_OF = {
    "oauth_exchange": "code|code_verifier",
    "observability": ".*(key|token)(id)?|dsn|url",
    "vault": "value",
}


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
        body: The JSON it holds, or the fields of the form, of a file its `filename`, `content_type` and `size`; `None`
            if it holds neither. Of fields that tell of a secret, such as `key` or `api_key`, the value is `***`.
    """

    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    body: Any


@attrs.define
class Exchange:
    """A request, and what has come of it so far.

    Attributes:
        number: Of all since the last reset, counted from 1.
        kept: What was received, as JSON: to forget ten thousand objects takes longer than a reset may.
        size: Of its body, in bytes.
        function: The name of the function that sends such requests; empty if there is none.
        model: The model that it names; empty if it names none.
        is_stream: Whether it asks for a stream.
        at: When it came, in seconds since 1970.
        status: What was answered.
        pieces: How many pieces of a stream or a file were sent.
        seconds: How long it took in all; `None` until the end.
        fault: What went wrong with it on purpose.
    """

    number: int
    kept: str
    size: int
    function: str
    model: str
    is_stream: bool
    at: float = attrs.field(factory=time.time)
    status: int | None = None
    pieces: int = 0
    seconds: float | None = None
    fault: Fault | None = None

    @cached_property
    def request(self) -> ReceivedRequest:
        """What was received."""
        return ReceivedRequest(*json.loads(self.kept))

    @cached_property
    def text(self) -> str:
        """The body as a page shows it: its beginning, if it is long."""
        body = self.request.body
        return "" if body is None else json.dumps(body, indent=2, ensure_ascii=False)[:_MOST_CHARACTERS]

    def count(self) -> None:
        """Note that a piece was sent."""
        self.pieces += 1

    def end(self) -> None:
        """Note that nothing more will be sent."""
        self.seconds = time.time() - self.at


class Journal:
    """The latest requests received since the last reset, up to 10,000 and 100 MB of bodies; any thread may read it."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._exchanges: deque[Exchange] = deque()
        self._bytes = self._total = 0

    def record(
        self, method: str, target: str, headers: list[tuple[bytes, bytes]], body: bytes, function: str = ""
    ) -> Exchange:
        """Keep a request, without its secrets."""
        path, _, query = target.partition("?")
        shown = _headers(headers)
        read = _body(shown.get("content-type", ""), body, _secret_fields(function))
        fields = cast("Mapping[str, object]", read if isinstance(read, dict) else {})
        model, is_stream = str(fields.get("model", "")), bool(fields.get("stream"))
        kept = json.dumps((method, path, _query(query), shown, read))
        with self._lock:
            self._total += 1
            exchange = Exchange(self._total, kept, len(body), function, model, is_stream)
            self._exchanges.append(exchange)
            self._bytes += len(body)
            while len(self._exchanges) > MOST_KEPT or (self._bytes > MOST_BYTES_KEPT and len(self._exchanges) > 1):
                self._bytes -= self._exchanges.popleft().size
        return exchange

    def requests(self) -> list[ReceivedRequest]:
        """Return what was received so far, oldest first."""
        with self._lock:
            exchanges = [*self._exchanges]
        return [exchange.request for exchange in exchanges]

    def latest(self, count: int) -> list[Exchange]:
        """Return the latest requests and what came of them, latest first."""
        with self._lock:
            return [*islice(reversed(self._exchanges), count)]

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._exchanges.clear()
            self._bytes = self._total = 0


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


@cache
def _secret_fields(function: str) -> re.Pattern[str]:
    more = [fields for words, fields in _FIELDS_OF.items() if function.startswith(words)]
    return re.compile("|".join([_FIELDS, *more]), re.IGNORECASE)


def _body(content_type: str, body: bytes, secret: re.Pattern[str]) -> object:
    # What is neither JSON nor a form is not kept: there is no telling where a key may hide in it.
    try:
        if content_type.lower().startswith(MULTIPART):
            return _masked(_form(multipart.parts(content_type, body)), secret)
        return _masked(parse_json(body), secret)
    except (BadRequest, multipart.Malformed):
        return None


def _form(fields: Mapping[str, list[str | Part]]) -> dict[str, object]:
    shown = {name: [_shown(value) for value in values] for name, values in fields.items()}
    return {name: values[0] if len(values) == 1 else values for name, values in shown.items()}


def _shown(value: str | Part) -> object:
    if isinstance(value, str):
        return value
    return {"filename": value.filename, "content_type": value.content_type, "size": len(value.data)}


def _masked(value: object, secret: re.Pattern[str]) -> object:
    if isinstance(value, list):
        return [_masked(item, secret) for item in cast("list[object]", value)]
    if isinstance(value, dict):
        fields = cast("dict[str, object]", value)
        return {name: MASK if secret.fullmatch(name) else _masked(item, secret) for name, item in fields.items()}
    return value

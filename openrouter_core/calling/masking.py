"""The masking of secrets in what others send back, in whatever form they write them.

Needed when something went wrong or is logged, and not loaded before. Its time grows with the body, not with the number
of strings in it: each form of a secret is looked for once, in the whole body.
"""

from __future__ import annotations

import json
import re
from contextlib import suppress
from os.path import commonprefix
from typing import TYPE_CHECKING, final

from openrouter_core.secret import Secret

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from openrouter_core.http.wire import Request

MASKED = b"[redacted]"
SHORTEST_MASKED = 8
"""Shorter strings are not searched for: masking every `a` would destroy a message and protect nothing."""

LONGEST_BEGINNING = 11
"""What a server may show of a key's beginning: `sk-or-v1-` is nine characters, and the same for everybody."""

MANY = 1000

_TOKEN = re.compile(rb"[!#-&*-Z^-~]+")
_ELISIONS = (b"..", b"*", "\N{HORIZONTAL ELLIPSIS}".encode(), "\N{BULLET}".encode())
_SECRET_FIELD = re.compile(r"(?!.*ur[il]$).*(key|secret|token|password)", re.IGNORECASE)
_AFTER_PREFIX = re.compile(r".*-(\w{16,})", re.DOTALL)
_TELLING = "auth|key|token|secret|cookie|password|signature"


def sent_secrets(values: Mapping[str, object], request: Request, query: str) -> list[Secret]:
    """Return what no error may show of what was sent: parameters, credentials, and what a gateway takes for a key.

    `values` are the call's parameters, `query` is the base URL's own.
    """
    from urllib.parse import parse_qsl

    found = [value for value in values.values() if isinstance(value, Secret)]
    for name, value in request.headers.items():
        if re.search(_TELLING, name, re.IGNORECASE):
            credentials = value.partition(" ")[2].strip() if name.lower().endswith("authorization") else ""
            found.append(Secret(credentials or value))
    return found + [Secret(value) for _, value in parse_qsl(query)]


@final
class Mask:
    """Replaces secrets by `[redacted]`. Make one for each error, for the forms are computed once, and let it go."""

    __slots__ = ("_written",)

    def __init__(self, secrets: Iterable[Secret]) -> None:
        texts = [text for secret in secrets for text in _texts(secret.reveal()) if len(text) >= SHORTEST_MASKED]
        self._written = [tuple(dict.fromkeys(_forms(text))) for text in dict.fromkeys(texts)]

    def hide(self, data: bytes) -> bytes:
        """Return `data` with every secret in it masked, in whatever form it is written there.

        The beginning of a secret that is cut off is masked, too, when dots or stars take the place of the rest, or
        when it is longer than `LONGEST_BEGINNING`.
        """
        return _hidden(data, self._written)

    def hide_json(self, body: bytes) -> bytes:
        """Return `body` with every secret in it masked, and if it is JSON, however its strings are escaped."""
        if b"\\" not in body and b"\0" not in body:  # its strings stand there as they are: no escapes, and no UTF-16
            return self.hide(body)
        try:
            written = _quoted(json.loads(body))
        except (ValueError, RecursionError):
            return self.hide(body)
        forms = [
            (*each, *(_quoted(form.decode("utf-8", "surrogatepass"))[1:-1] for form in each)) for each in self._written
        ]
        hidden = _hidden(written, forms)
        return self.hide(body) if hidden == written else hidden


def _hidden(data: bytes, written: Iterable[Sequence[bytes]]) -> bytes:
    for form in sorted({form for each in written for form in each}, key=len, reverse=True):
        data = data.replace(form, MASKED)  # the longest first: one secret may begin with another
    for forms in written:
        data = _without_beginnings(data, forms)
    return data


def _without_beginnings(data: bytes, forms: Sequence[bytes]) -> bytes:
    head = forms[0][:SHORTEST_MASKED]
    if head not in data or not _TOKEN.fullmatch(head):  # a key that is a file in JSON begins as many a body does
        return data
    first, *pieces = data.split(head)
    if len(pieces) > MANY:  # no message, but an attack on our time
        return MASKED.join([first, *pieces])
    rests = [form.removeprefix(head) for form in forms if form.startswith(head)]
    return b"".join([first, *(_without_beginning(head, rests, piece) for piece in pieces)])


def _without_beginning(head: bytes, rests: list[bytes], piece: bytes) -> bytes:
    more = max(len(commonprefix([rest, piece[: len(rest)]])) for rest in rests)  # noqa: RUF071 - by characters
    after = piece[more:]
    shown = len(head) + more <= LONGEST_BEGINNING and not after.startswith(_ELISIONS)
    return head + piece if shown else MASKED + after


# --- How a secret may be written ---------------------------------------------------------------------------------


def _texts(text: str) -> Iterator[str]:
    """Yield a secret, each secret within it, and each of them without a prefix such as `sk-or-v1-`.

    All without the blanks around them, which servers strip from what they read.
    """
    for each in (text, *_fields(text)):
        yield each.strip()
        if after := _AFTER_PREFIX.fullmatch(each.strip()):
            yield after[1]


def _forms(text: str) -> Iterator[bytes]:
    """Yield how a text may be written: as it is, and as JSON, Python, HTML, URLs and base64 have it."""
    from html import escape

    raw = text.encode("utf-8", "surrogatepass")
    escaped = (json.dumps(text)[1:-1], repr(text)[1:-1], ascii(text)[1:-1], repr(raw)[2:-1], escape(text))
    for form in (text, *escaped):
        yield form.encode("utf-8", "surrogatepass")
        yield _quoted(form)[1:-1]  # in JSON once more
    yield from _in_urls(raw)
    yield from _in_base64(raw)


def _quoted(value: object) -> bytes:
    """Return a value as JSON, in the one form in which its strings are looked at."""
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass")


def _in_urls(raw: bytes) -> Iterator[bytes]:
    """Yield what a URL or a form makes of `raw`; which characters it encodes, is in part its author's choice."""
    from urllib.parse import quote

    for kept in ("", "/", "!'()*"):  # Python's `safe=""` and its default; encodeURIComponent of JavaScript
        upper = quote(raw, safe=kept)
        for percent in (upper, re.sub("%..", lambda match: match[0].lower(), upper)):
            yield percent.encode()
            yield percent.replace("%20", "+").encode()


def _in_base64(raw: bytes) -> Iterator[bytes]:
    """Yield what base64 makes of `raw`, alone or behind other bytes such as `Bearer `, but for bits at the ends."""
    from base64 import b64encode, urlsafe_b64encode

    for encode in (b64encode, urlsafe_b64encode):
        for before in range(3):  # three bytes become four characters; those that hold a neighbour's bits are left out
            first, end = -(-8 * before // 6), 8 * (before + len(raw)) // 6
            yield encode(bytes(before) + raw)[first:end]


def _fields(text: str) -> Iterator[str]:
    """Yield the secrets within a secret that is JSON, as the credentials of some providers are."""
    fields: list[tuple[str, object]] = []
    with suppress(ValueError, RecursionError):
        json.loads(text, object_pairs_hook=fields.extend)  # of every object in it, however deep
    return (value for name, value in fields if isinstance(value, str) and _SECRET_FIELD.match(name))

"""The masking of secrets in what others send back. It is loaded by the first error."""

from __future__ import annotations

import json
import re
from base64 import b64encode, urlsafe_b64encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial
from os.path import commonprefix
from urllib.parse import parse_qsl, quote, unquote
from urllib.request import getproxies

from openrouter_core.http.wire import Headers, Request, Response
from openrouter_core.model import evolve
from openrouter_core.secret import Secret, secrets_in

MASKED = b"[redacted]"
SHORTEST_MASKED = 8  # to mask every `a` would destroy a message and protect nothing
LONGEST_BEGINNING = 11  # of a key that a server may show: `sk-or-v1-` is nine characters, and the same for everybody
MANY = 1000

_TOKEN = re.compile(rb"[!#-&*-Z^-~]+")
_ELISIONS = (b"..", b"*", "\N{HORIZONTAL ELLIPSIS}".encode(), "\N{BULLET}".encode())
_SECRET_FIELD = re.compile(r"(?!.*ur[il]$).*(key|secret|token|password)", re.IGNORECASE)
_AFTER_PREFIX = re.compile(r".*-(\w{16,})", re.DOTALL)
_TELLING = "auth|key|token|secret|cookie|password|signature"


def sent_secrets(values: Mapping[str, object], names: Sequence[str], request: Request, query: str) -> list[Secret]:
    """Return what no error may show: of parameters (in `names` every text), headers, proxies, and the `query`."""
    found = [*secrets_in(values), *secrets_in([values.get(name) for name in names], str)]
    for name, value in request.headers.items():
        if re.search(_TELLING, name, re.IGNORECASE):
            credentials = value.partition(" ")[2].strip() if name.lower().endswith("authorization") else ""
            found.append(Secret(credentials or value))
    for proxy in getproxies().values():
        user, _, password = map(unquote, proxy.rpartition("@")[0].rpartition("//")[2].partition(":"))
        pair = f"{user}:{password}"
        basic = b64encode(pair.encode("utf-8", "surrogatepass")).decode()  # RFC 7617, 2
        found += map(Secret, (user, password, pair, basic))
    return found + [Secret(value) for _, value in parse_qsl(query)]


class Mask:
    """Replaces secrets by `[redacted]`. Its time grows with the data, not with the number of strings in it."""

    def __init__(self, secrets: Iterable[Secret]) -> None:
        texts = dict.fromkeys(text for secret in secrets for text in _texts(secret.reveal()))
        self._written = [_forms(text) for text in texts if len(text) >= SHORTEST_MASKED]

    def hide(self, data: bytes) -> bytes:
        """Return `data` with every secret in it masked, however it is written there, and if it is cut off, too."""
        if b"\\" in data or b"\0" in data:  # else there are no escapes, and it is not UTF-16
            try:
                plain = json.dumps(json.loads(data), ensure_ascii=False).encode("utf-8", "surrogatepass")
            except (ValueError, RecursionError):
                plain = _without_escapes(data.replace(b"\0", b""))
            if (hidden := self._hidden(plain)) != plain:
                return hidden
        return self._hidden(data)

    def hide_text(self, text: str, encoding: str = "utf-8") -> str:
        return self.hide(text.encode(encoding, "replace")).decode(encoding, "replace")

    def hide_response(self, response: Response) -> Response:
        hidden = partial(self.hide_text, encoding="latin-1")  # as it came
        headers = Headers((hidden(name), hidden(value)) for name, value in response.headers.items())
        return evolve(response, headers=headers, body=self.hide(response.body))

    def _hidden(self, data: bytes) -> bytes:
        for form in sorted({form for forms in self._written for form in forms}, key=len, reverse=True):
            data = data.replace(form, MASKED)  # the longest first: one secret may begin with another
        for forms in self._written:
            data = _without_beginnings(data, forms)
        return data


def _without_escapes(data: bytes) -> bytes:
    text = data.decode("utf-8", "replace").replace(r"\\", r"\u005c")
    for escaped, char in zip('"/bfnrt', '"/\b\f\n\r\t', strict=True):
        text = text.replace(f"\\{escaped}", char)
    text = text.encode("raw_unicode_escape").decode("raw_unicode_escape", "replace")
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode()  # which joins surrogates


def _without_beginnings(data: bytes, forms: Sequence[bytes]) -> bytes:
    """Mask beginnings of a secret that are longer than a server may show, or followed by dots or stars."""
    head = forms[0][:SHORTEST_MASKED]
    if head not in data or not _TOKEN.fullmatch(head):  # a key that is a file in JSON begins as many a body does
        return data
    first, *pieces = data.split(head)
    if len(pieces) > MANY:  # no message, but an attack on our time
        return MASKED.join([first, *pieces])
    rests = [form.removeprefix(head) for form in forms if form.startswith(head)]
    for place, piece in enumerate(pieces):
        more = max(len(commonprefix([rest, piece[: len(rest)]])) for rest in rests)  # noqa: RUF071 - by characters
        shown = len(head) + more <= LONGEST_BEGINNING and not piece.startswith(_ELISIONS, more)
        pieces[place] = head + piece if shown else MASKED + piece[more:]
    return b"".join([first, *pieces])


def _texts(text: str) -> Iterator[str]:
    """Yield a secret, those within it, and each without its prefix, all without blanks around, which servers strip."""
    fields: list[tuple[str, object]] = []
    with suppress(ValueError, RecursionError):  # JSON, as the credentials of some providers are
        json.loads(text, object_pairs_hook=fields.extend)  # of every object in it, however deep
    within = [value for name, value in fields if isinstance(value, str) and _SECRET_FIELD.match(name)]
    for each in map(str.strip, (text, *within)):
        yield each
        if after := _AFTER_PREFIX.fullmatch(each):
            yield after[1]


def _forms(text: str) -> list[bytes]:
    """Return how a text may be written: as it is, which is the first, and as JSON, Python, HTML, URLs and base64."""
    from html import escape  # with a table of all entities

    raw = text.encode("utf-8", "surrogatepass")
    forms = [text, json.dumps(text)[1:-1], repr(text)[1:-1], ascii(text)[1:-1], repr(raw)[2:-1], escape(text)]
    for _ in ("in JSON", "in JSON in JSON"):
        forms += [json.dumps(form, ensure_ascii=False)[1:-1] for form in forms]
    for kept in ("", "/", "!'()*"):  # Python's `safe=""` and its default; encodeURIComponent of JavaScript
        upper = quote(raw, safe=kept)
        for percent in (upper, re.sub("%..", lambda match: match[0].lower(), upper)):
            forms += [percent, percent.replace("%20", "+")]
    for encode in (b64encode, urlsafe_b64encode):  # alone or behind other bytes, such as `Bearer `
        for before in range(3):  # three bytes become four characters; those that hold a neighbour's bits are left out
            first, end = -(-8 * before // 6), 8 * (before + len(raw)) // 6
            forms.append(encode(bytes(before) + raw)[first:end].decode())
    written = [form.encode("utf-8", "surrogatepass") for form in forms]
    return [*dict.fromkeys((*written, *map(_without_escapes, written)))]

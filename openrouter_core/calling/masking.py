"""The masking of secrets in what others send back, in whatever form they write them.

Needed when something went wrong or is logged, and not loaded before.
"""

from __future__ import annotations

import json
import re
from os.path import commonprefix
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from openrouter_core.secret import Secret

__all__ = ["forms_of", "mask", "mask_json"]

MASK = b"[redacted]"
SHORTEST_MASKED = 8
"""Shorter strings are not searched for: masking every `a` would destroy a message and protect nothing."""

LONGEST_BEGINNING = 11
"""What a server may show of a key's beginning: `sk-or-v1-` is nine characters, and the same for everybody."""

MANY = 1000

_TOKEN = re.compile(rb"[!#-&*-Z^-~]+")
_ELISIONS = (b"..", b"*", "\N{HORIZONTAL ELLIPSIS}".encode(), "\N{BULLET}".encode())
_SECRET_FIELD = re.compile(r"(?!.*ur[il]$).*(key|secret|token|password)", re.IGNORECASE)


def mask(data: bytes, secrets: Iterable[Secret]) -> bytes:
    """Return `data` with every secret in it, in whatever form it is written there, replaced by a fixed mask.

    The beginning of a secret that is cut off is masked, too, when dots or stars take the place of the rest, or when it
    is longer than `LONGEST_BEGINNING`.
    """
    forms = [each for secret in secrets for each in forms_of(secret.reveal())]
    for form in sorted((form for each in forms for form in each), key=len, reverse=True):
        data = data.replace(form, MASK)  # the longest first: one secret may begin with another
    for plain, *_ in forms:
        data = _without_beginnings(data, plain)
    return data


def mask_json(body: bytes, secrets: Collection[Secret]) -> bytes:
    """Return `body` with every secret in it masked, and if it is JSON, however its strings are escaped."""
    try:
        value: object = json.loads(body)
        clean = _mask_value(value, secrets)
    except (ValueError, RecursionError):
        return mask(body, secrets)
    return mask(body if clean == value else json.dumps(clean).encode(), secrets)


def _mask_value(value: object, secrets: Collection[Secret]) -> object:
    if isinstance(value, str):
        return mask(value.encode("utf-8", "surrogatepass"), secrets).decode("utf-8", "surrogatepass")
    if isinstance(value, list):
        return [_mask_value(item, secrets) for item in cast("list[object]", value)]
    if isinstance(value, dict):
        items = cast("dict[str, object]", value).items()
        return {str(_mask_value(name, secrets)): _mask_value(item, secrets) for name, item in items}
    return value


def forms_of(text: str) -> tuple[tuple[bytes, ...], ...]:
    """Return how others may write a secret and each secret within it, the plain form first; nothing if too short."""
    texts = (each.strip() for each in (text, *_fields(text)))  # as servers do with what they read
    return tuple(tuple(dict.fromkeys(_forms(each))) for each in texts if len(each) >= SHORTEST_MASKED)


def _forms(text: str) -> Iterator[bytes]:
    """Yield how a text may be written: as it is, and as JSON, Python, HTML, URLs and base64 have it."""
    from html import escape

    raw = text.encode("utf-8", "surrogatepass")
    escaped = (json.dumps(text)[1:-1], repr(text)[1:-1], ascii(text)[1:-1], repr(raw)[2:-1], escape(text))
    for form in (text, *escaped):
        yield form.encode("utf-8", "surrogatepass")
        yield json.dumps(form, ensure_ascii=False)[1:-1].encode("utf-8", "surrogatepass")  # quoted in JSON once more
    yield from _in_urls(raw)
    yield from _in_base64(raw)


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


def _without_beginnings(data: bytes, raw: bytes) -> bytes:
    head, rest = raw[:SHORTEST_MASKED], raw[SHORTEST_MASKED:]
    if not _TOKEN.fullmatch(head):  # a key that is a file in JSON begins as many a body does
        return data
    first, *pieces = data.split(head)
    if len(pieces) > MANY:  # no message, but an attack on our time
        return MASK.join([first, *pieces])
    return b"".join([first, *(_without_beginning(head, rest, piece) for piece in pieces)])


def _without_beginning(head: bytes, rest: bytes, piece: bytes) -> bytes:
    more = commonprefix([rest, piece[: len(rest)]])  # noqa: RUF071 - character by character is what is meant
    after = piece[len(more) :]
    shown = len(head) + len(more) <= LONGEST_BEGINNING and not after.startswith(_ELISIONS)
    return head + piece if shown else MASK + after


def _fields(text: str) -> Iterator[str]:
    """Yield the secrets within a secret that is JSON, as the credentials of some providers are."""
    if text.lstrip().startswith(("{", "[")):
        try:
            yield from _secret_fields(json.loads(text))
        except (ValueError, RecursionError):
            return


def _secret_fields(value: object) -> Iterator[str]:
    if isinstance(value, list):
        for item in cast("list[object]", value):
            yield from _secret_fields(item)
    elif isinstance(value, dict):
        for name, item in cast("dict[str, object]", value).items():
            if isinstance(item, str) and _SECRET_FIELD.match(name):
                yield item
            else:
                yield from _secret_fields(item)

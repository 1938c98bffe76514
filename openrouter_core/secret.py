"""`Secret`: a string that does not show itself, and the masking of secrets in what others send back.

Nothing here logs, sends or stores. A secret's text leaves this file only through `reveal()`.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Collection, Iterable, Iterator
from os.path import commonprefix
from typing import NoReturn, TypeAlias, Union, cast, final

__all__ = ["ApiKey", "AskKey", "NotAKey", "Secret", "mask", "mask_json"]

AskKey: TypeAlias = Callable[[], Union[str, "Secret", Awaitable[Union[str, "Secret"]]]]
"""A function that gives a key when it is needed."""

ApiKey: TypeAlias = Union["Secret", AskKey]
"""A key, or a function that gives it."""

MASK = b"[redacted]"
SHORTEST_MASKED = 8
"""Shorter strings are not searched for: masking every `a` would destroy a message and protect nothing."""

LONGEST_BEGINNING = 11
"""What a server may show of a key's beginning: `sk-or-v1-` is nine characters, and the same for everybody."""

MANY = 1000

_TOKEN = re.compile(rb"[!#-&*-Z^-~]+")
_ELISIONS = (b"..", b"*", "\N{HORIZONTAL ELLIPSIS}".encode(), "\N{BULLET}".encode())
_SECRET_FIELD = re.compile(r"(?!.*ur[il]$).*(key|secret|token|password)", re.IGNORECASE)


@final
class Secret:
    """A string whose text stays out of `repr`, logs, errors, tracebacks and pickles.

    Two secrets are equal when their texts are; the comparison takes the same time wherever they differ.

    Args:
        text: The secret. It is handed out by `reveal()` and by nothing else.

    Raises:
        TypeError: `text` is not a string; the message does not show it.
    """

    __slots__ = ("_forms", "_text")

    def __init__(self, text: str) -> None:
        if not isinstance(text, str):  # pyright: ignore[reportUnnecessaryIsInstance] - callers may not be type-checked
            raise TypeError(f"Secret wraps a str, not {type(text).__name__}")
        self._text = text
        self._forms: tuple[tuple[bytes, ...], ...] | None = None

    def reveal(self) -> str:
        """Return the text."""
        return self._text

    def __repr__(self) -> str:
        return "Secret(***)"

    def __str__(self) -> str:
        return "***"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Secret):
            return NotImplemented
        import hmac  # loads OpenSSL: 12 ms that only a comparison has to pay

        return hmac.compare_digest(_utf8(self), _utf8(other))

    def __hash__(self) -> int:
        return hash(self._text)

    @property
    def forms(self) -> tuple[tuple[bytes, ...], ...]:
        """How others may write it and each secret within it, the plain form first; nothing of what is too short."""
        if self._forms is None:
            texts = (text.strip() for text in (self._text, *_fields(self._text)))  # as servers do with what they read
            self._forms = tuple(tuple(dict.fromkeys(_forms(text))) for text in texts if len(text) >= SHORTEST_MASKED)
        return self._forms

    def __reduce__(self) -> NoReturn:
        raise TypeError("a Secret cannot be pickled; read it again where it is needed")


@final
class NotAKey:
    """Stands for a value that was given as a key and is none: of what type it was, for it may be a key all the same."""

    __slots__ = ("kind",)

    def __init__(self, value: object) -> None:
        self.kind = type(value).__name__


def mask(data: bytes, secrets: Iterable[Secret]) -> bytes:
    """Return `data` with every secret in it, in whatever form it is written there, replaced by a fixed mask.

    The beginning of a secret that is cut off is masked, too, when dots or stars take the place of the rest, or when it
    is longer than `LONGEST_BEGINNING`.
    """
    forms = [each for secret in secrets for each in secret.forms]
    for form in sorted((form for each in forms for form in each), key=len, reverse=True):
        data = data.replace(form, MASK)  # the longest first: one secret may begin with another
    for plain, *_ in forms:
        data = _without_beginnings(data, plain)
    return data


def mask_json(body: bytes, secrets: Collection[Secret]) -> bytes:
    """Return `body` with every secret in it masked, and if it is JSON, however its strings are escaped."""
    import json

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


def _forms(text: str) -> Iterator[bytes]:
    """Yield how a text may be written: as it is, and as JSON, Python, HTML, URLs and base64 have it."""
    import json
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
    import re
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
    import json

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


def _utf8(secret: Secret) -> bytes:
    return secret.reveal().encode("utf-8", "surrogatepass")

"""`Secret`: a string that does not show itself, and the masking of secrets in what others send back.

Nothing here logs, sends or stores. A secret's text leaves this file only through `reveal()`.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Collection, Iterable, Iterator
from typing import NoReturn, TypeAlias, Union, cast, final

__all__ = ["ApiKey", "AskKey", "Secret", "mask", "mask_json"]

AskKey: TypeAlias = Callable[[], Union[str, "Secret", Awaitable[Union[str, "Secret"]]]]
"""A function that gives a key when it is needed."""

ApiKey: TypeAlias = Union["Secret", AskKey]
"""A key, or a function that gives it."""

MASK = b"[redacted]"
SHORTEST_MASKED = 8
"""Shorter strings are not searched for: masking every `a` would destroy a message and protect nothing."""

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

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        if not isinstance(text, str):  # pyright: ignore[reportUnnecessaryIsInstance] - callers may not be type-checked
            raise TypeError(f"Secret wraps a str, not {type(text).__name__}")
        self._text = text

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

    def __reduce__(self) -> NoReturn:
        raise TypeError("a Secret cannot be pickled; read it again where it is needed")


def mask(data: bytes, secrets: Iterable[Secret]) -> bytes:
    """Return `data` with every secret in it, as it is and as JSON writes it, replaced by a fixed mask."""
    forms = [form for secret in secrets for form in _forms(secret)]
    for form in sorted(forms, key=len, reverse=True):  # one secret may begin with another
        data = data.replace(form, MASK)
    return data


def mask_json(body: bytes, secrets: Collection[Secret]) -> bytes:
    """Return `body` with every secret in it masked, and if it is JSON, however its strings are escaped."""
    import json

    masked = mask(body, secrets)
    try:
        value: object = json.loads(masked)
        clean = _mask_value(value, secrets)
    except (ValueError, RecursionError):
        return masked
    return masked if clean == value else json.dumps(clean).encode()


def _mask_value(value: object, secrets: Collection[Secret]) -> object:
    if isinstance(value, str):
        return mask(value.encode("utf-8", "surrogatepass"), secrets).decode("utf-8", "surrogatepass")
    if isinstance(value, list):
        return [_mask_value(item, secrets) for item in cast("list[object]", value)]
    if isinstance(value, dict):
        items = cast("dict[str, object]", value).items()
        return {str(_mask_value(name, secrets)): _mask_value(item, secrets) for name, item in items}
    return value


def _forms(secret: Secret) -> list[bytes]:
    import json

    forms: list[bytes] = []
    for given in (secret.reveal(), *_fields(secret)):
        text = given.strip()  # as servers do with what they read
        if len(text) >= SHORTEST_MASKED:
            forms += [
                text.encode("utf-8", "surrogatepass"),
                json.dumps(text)[1:-1].encode(),
                json.dumps(text, ensure_ascii=False)[1:-1].encode("utf-8", "surrogatepass"),
            ]
    return forms


def _fields(secret: Secret) -> Iterator[str]:
    """Yield the secrets within a secret that is JSON, as the credentials of some providers are."""
    import json

    text = secret.reveal().lstrip()
    if text.startswith(("{", "[")):
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

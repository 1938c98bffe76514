"""`Secret`: a string whose `repr` hides its text. Only `reveal()` returns it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator, Mapping
from typing import Any, NoReturn, TypeAlias, Union, cast, final

__all__ = ["Secret"]  # what `openrouter_core` offers of it

AskKey: TypeAlias = Callable[[], Union[str, "Secret", Awaitable[Union[str, "Secret"]]]]
"""A function that returns a key when it is needed."""

ApiKey: TypeAlias = Union["Secret", AskKey]
"""A key, or a function that returns it."""


@final
class Secret:
    """A string whose text stays out of `repr`, logs, errors, tracebacks and pickles; only `reveal()` returns it.

    Two secrets are equal if their texts are equal; the comparison takes constant time. An argument that is not a string
    raises a `TypeError`, which does not show it.
    """

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        if not isinstance(text, str):  # pyright: ignore[reportUnnecessaryIsInstance] - callers may not be type-checked
            raise TypeError(f"Secret wraps a str, not {kind_of(text)}")
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

        return hmac.compare_digest(*(each.reveal().encode("utf-8", "surrogatepass") for each in (self, other)))

    def __hash__(self) -> int:
        return hash(self._text)

    def __reduce__(self) -> NoReturn:
        raise TypeError("a Secret cannot be pickled; read it again where it is needed")


def kind_of(value: object) -> str:
    """Return the name of the type of `value`; a metaclass may have a `__name__` of its own, which raises."""
    return str(type.__dict__["__name__"].__get__(type(value)))


def secrets_in(value: object, kind: type[Secret | str] = Secret) -> Iterator[Secret]:
    """Yield every secret of a value, however deep it lies; or with `str` every text."""
    if isinstance(value, kind):
        yield value if isinstance(value, Secret) else Secret(value)
    elif isinstance(value, Mapping | list | tuple):
        parts = cast("Any", value)
        for part in parts.values() if isinstance(value, Mapping) else parts:
            yield from secrets_in(part, kind)

"""Constructing a core raises nothing, whatever it is given as a key: the first call, or `check`, refuses it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import pytest

from openrouter_core import OpenRouterCore

if TYPE_CHECKING:
    from collections.abc import Callable


def _raise(*_: object) -> None:
    raise RuntimeError


RAISING: Any = _raise
FAILING: Any = property(_raise)


class _OddName(type):
    __name__ = FAILING


class _OddLookup(type):
    __getattr__ = __getattribute__ = __instancecheck__ = __subclasscheck__ = __eq__ = RAISING
    __hash__ = None  # type: ignore[assignment]


class Named(metaclass=_OddName):
    """A class whose name cannot be asked for."""


class Looked(metaclass=_OddLookup):
    """A class of which nothing can be asked."""


class Classless:
    """An object that hides its class."""

    __class__ = FAILING  # pyright: ignore[reportIncompatibleMethodOverride]


class Uncalled:
    """An object whose `__call__` cannot be looked at."""

    __call__ = FAILING
    __getattribute__ = RAISING


class Text(str):
    """Text that hides its class and its length."""

    __slots__ = ()
    __class__ = FAILING  # pyright: ignore[reportIncompatibleMethodOverride]
    __len__ = __str__ = __hash__ = __eq__ = __bool__ = RAISING


KEYS: dict[str, tuple[Callable[[], object], str | None]] = {  # made in the test: pytest looks at its parameters
    "int": (lambda: 5, "expected str, got int"),
    "bytes": (lambda: b"sk-or-test-123", "expected str, got bytes"),
    "a class without a name": (Named, "expected str, got Named"),
    "a class without attributes": (Looked, "expected str, got Looked"),
    "no class": (Classless, "expected str, got Classless"),
    "a function": (lambda: Uncalled, None),
    "no `__call__`": (Uncalled, None),
    "a class as a function": (lambda: Looked, None),
    "text": (lambda: Text("sk-or-test-123"), None),
}


@pytest.mark.parametrize(("make", "refused"), KEYS.values(), ids=KEYS)
def test_a_core_is_made_with_any_key(make: Callable[[], object], refused: str | None) -> None:
    """None of the key's own code runs; one that is no key is refused by its type, and what can be called is asked."""
    core = OpenRouterCore(api_key=cast("Any", make()))
    assert repr(core) == "OpenRouterCore(with a key)"
    if refused is not None:
        assert str(core.check().error) == f"api_key: {refused}"

"""The classes of requests and responses, each with its schema."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

import pytest

from openrouter_funcs._generate.homes import placed

if TYPE_CHECKING:
    from collections.abc import Callable

    from openrouter_funcs._generate.symbols import Symbol, Symbols


@cache
def symbols() -> Symbols:
    """Return all that the generator writes."""
    return placed()


def nested(*kinds: str) -> list[Symbol]:
    """Return the classes of some kinds."""
    return [each for each in symbols().all.values() if each.kind in kinds]


def of_every(*kinds: str) -> Callable[[Callable[[Symbol], None]], Callable[[str], None]]:
    """Make a test of one class one of every class of some kinds: a test for each module, as classes are many."""
    found = nested(*kinds)

    def many(test: Callable[[Symbol], None]) -> Callable[[str], None]:
        @pytest.mark.parametrize("home", dict.fromkeys(each.home for each in found))
        def run(home: str) -> None:
            for symbol in [each for each in found if each.home == home]:
                try:
                    test(symbol)
                except BaseException as error:
                    error.add_note(f"The class is {symbol.name}.")
                    raise

        run.__doc__ = test.__doc__
        return run

    return many


def type_of(symbol: Symbol) -> Any:  # noqa: ANN401 - a class that is known at run time only
    """Return a class as it was written."""
    return getattr(import_module(f"openrouter_funcs.models.{symbol.home}"), symbol.name)

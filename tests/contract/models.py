"""The classes of requests and responses, each with its schema."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

import pytest

from openrouter_funcs._generate.homes import placed

if TYPE_CHECKING:
    from openrouter_funcs._generate.symbols import Symbol, Symbols


@cache
def symbols() -> Symbols:
    """Return all that the generator writes."""
    return placed()


def nested(kind: str) -> list[Any]:
    """Return the classes of a kind, as the parameters of a test."""
    return [pytest.param(each, id=each.name) for each in symbols().all.values() if each.kind == kind]


def type_of(symbol: Symbol) -> Any:  # noqa: ANN401 - a class that is known at run time only
    """Return a class as it was written."""
    return getattr(import_module(f"openrouter_funcs.models.{symbol.home}"), symbol.name)

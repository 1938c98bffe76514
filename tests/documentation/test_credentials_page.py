"""The table of `docs/credentials.md` has every function, with its own parameters."""

from __future__ import annotations

import inspect

from openrouter_funcs import credentials

from .pages import DOCS


def test_every_function_has_its_row() -> None:
    """With its own parameters."""
    page = (DOCS / "credentials.md").read_text(encoding="utf-8")
    functions = [value for value in vars(credentials).values() if getattr(value, "__wrapped__", None)]
    assert len(functions) == 4
    for function in functions:
        name, (first, *_) = function.__name__, inspect.signature(function).parameters
        assert f"| `{name}({first if name != 'azure_deployments' else '[...]'}" in page

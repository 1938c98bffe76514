"""The table of `docs/credentials.md` has every function, with its own parameters."""

from __future__ import annotations

import inspect

from openrouter_core import credentials

from .pages import DOCS


def test_every_function_has_its_row() -> None:
    """With its own parameters."""
    page = (DOCS / "credentials.md").read_text(encoding="utf-8")
    functions = {name: value for name, value in inspect.getmembers(credentials, inspect.isfunction) if name[0] != "_"}
    for name in functions.keys() & set(credentials.__all__):
        first, *_ = inspect.signature(functions[name]).parameters
        assert f"| `{name}({first if name != 'azure_deployments' else '[...]'}" in page

"""`.. public:: module`: an entry for each name of the module's `__all__`, so that no page lists hundreds by hand."""

from __future__ import annotations

import inspect
from importlib import import_module
from typing import TYPE_CHECKING

from sphinx.util.docutils import SphinxDirective

if TYPE_CHECKING:
    from docutils.nodes import Node
    from sphinx.application import Sphinx


class Public(SphinxDirective):
    """Functions first, then what functions take, then the rest by name."""

    required_arguments = 1

    def run(self) -> list[Node]:
        """Return the entries that autodoc makes."""
        name: str = self.arguments[0]
        module = import_module(name)
        entries = [_entry(each, getattr(module, each)) for each in module.__all__]
        lines = [f".. currentmodule:: {name}", ""]
        for _, each in sorted(entries):
            lines += [*each, ""]
        return self.parse_text_to_nodes("\n".join(lines))


def _entry(name: str, value: object) -> tuple[tuple[int, str], list[str]]:
    if inspect.isfunction(value):
        return (0, name), [f".. autofunction:: {name}"]
    if inspect.isclass(value):
        return (1 if name.endswith("Request") else 2, name), [f".. autoclass:: {name}()"]
    return (3, name), [f".. autodata:: {name}", "   :no-value:"]


def setup(app: Sphinx) -> dict[str, bool]:
    """Add the directive."""
    app.add_directive("public", Public)
    return {"parallel_read_safe": True}

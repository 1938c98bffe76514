"""Where a name leads: to its entry in the API reference, by whatever path it was named, and never to another site.

Names of the standard library have no entry here and stay plain text, but they must exist. Whatever is left breaks the
build (`-nW`), and so does a public name that the reference does not list.
"""

from __future__ import annotations

import builtins
import collections.abc
import pathlib
import sys
import typing
from importlib import import_module
from inspect import ismodule
from pkgutil import walk_packages
from typing import TYPE_CHECKING, TypeVar

from sphinx.util import logging
from sphinx.util.nodes import make_refnode

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docutils.nodes import Element
    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

core = import_module("openrouter_core")
HOMES = (
    "openrouter_core",
    *(f"openrouter_core.{name}" for name in core.__all__ if ismodule(getattr(core, name))),
    "openrouter_core.calls",
    "openrouter_core.testing",
    "openrouter_core.testing.pytest_plugin",
    *(
        module.name
        for module in walk_packages(import_module("openrouter_funcs").__path__, "openrouter_funcs.")
        if "._" not in module.name
    ),
)
ALSO_SHOWN = {  # shown where their text stands, or parts of what is public
    "Abort": "openrouter_core.options.Abort",
    "ApiKey": "openrouter_core.secret.ApiKey",
    "AfterError": "openrouter_core.hooks.AfterError",
    "AfterSuccess": "openrouter_core.hooks.AfterSuccess",
    "AsyncHTTPClient": "openrouter_core.http.clients.AsyncHTTPClient",
    "Attribution": "openrouter_core.operation.Attribution",
    "BeforeRequest": "openrouter_core.hooks.BeforeRequest",
    "CommonError": "openrouter_core.errors.CommonError",
    "Effect": "openrouter_core.operation.Effect",
    "Extra": "openrouter_core.model.Extra",
    "FaultSettings": "openrouter_core.testing.server.FaultSettings",
    "Faults": "openrouter_core.testing.faults.Faults",
    "File": "openrouter_core.files.File",
    "Following": "openrouter_core.pages.Following",
    "HTTPClient": "openrouter_core.http.clients.HTTPClient",
    "Headers": "openrouter_core.http.wire.Headers",
    "HookContext": "openrouter_core.hooks.HookContext",
    "Json": "openrouter_core.model.Json",
    "Operation": "openrouter_core.operation.Operation",
    "Options": "openrouter_core.RequestOptions",
    "Outcome": "openrouter_core.errors.Outcome",
    "Paging": "openrouter_core.pages.Paging",
    "Request": "openrouter_core.http.wire.Request",
    "Streamed": "openrouter_core.http.wire.Streamed",
    "Streaming": "openrouter_core.operation.Streaming",
    "TYPESCRIPT_RETRIES": "openrouter_core.retries.TYPESCRIPT_RETRIES",
    "Vector": "openrouter_core.model.Vector",
    "Wire": "openrouter_core.model.Wire",
    "by_cursor": "openrouter_core.pages.by_cursor",
    "by_offset": "openrouter_core.pages.by_offset",
    "frozen": "openrouter_core.model.frozen",
}


def _names(home: str) -> Iterable[str]:
    """Return what a module offers: what its `__all__` lists, or what it defines itself."""
    module = import_module(home)
    defined = [name for name, value in vars(module).items() if getattr(value, "__module__", "") == home]
    names: list[str] = getattr(module, "__all__", defined)
    return [name for name in names if name[0] != "_" and not ismodule(getattr(module, name))]


PUBLIC = {name: f"{home}.{name}" for home in HOMES for name in _names(home)} | ALSO_SHOWN
"""Each name of the reference, and the full name under which it stands there."""

TOLD_IN_WORDS = {"Arguments"}
"""What a signature names and the page explains."""

TYPE_VARIABLES = {
    name
    for package in ("openrouter_core", "openrouter_funcs")
    for module in walk_packages(import_module(package).__path__, f"{package}.")
    if not module.name.endswith("__main__")
    for name, value in vars(import_module(module.name)).items()
    if isinstance(value, TypeVar)
}

logger = logging.getLogger(__name__)


def setup(app: Sphinx) -> dict[str, bool]:
    """Resolve what Sphinx cannot, and check that nothing public is missing."""
    app.connect("missing-reference", resolve)
    app.connect("env-check-consistency", check)
    return {"parallel_read_safe": True}


def resolve(app: Sphinx, env: BuildEnvironment, node: pending_xref, content: Element) -> Element | None:
    """Return a link to the entry of the last part of a dotted name, or plain text for what Python brings along."""
    if node.get("refdomain") != "py":
        return None
    name = node["reftarget"].rpartition(".")[2]
    entry = env.domains.python_domain.objects.get(PUBLIC.get(name, ""))
    if entry is not None:
        return make_refnode(app.builder, node["refdoc"], entry.docname, entry.node_id, content)
    is_plain = name[:1] == "_" or name in TYPE_VARIABLES | TOLD_IN_WORDS or _in_standard_library(node["reftarget"])
    return content if is_plain else None


def _in_standard_library(name: str) -> bool:
    module, _, last = name.rpartition(".")
    if module.partition(".")[0] in sys.stdlib_module_names:
        return hasattr(import_module(module), last)
    return not module and any(hasattr(place, last) for place in (builtins, typing, collections.abc, pathlib))


def check(_app: Sphinx, env: BuildEnvironment) -> None:
    """Warn of each public name without an entry."""
    for missing in sorted(set(PUBLIC.values()) - env.domains.python_domain.objects.keys()):
        logger.warning("%s is public, and the API reference does not list it", missing)

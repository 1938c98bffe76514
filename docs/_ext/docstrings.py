"""Our docstrings as reStructuredText: sections become lists, names in backticks become links.

What a type consists of, which autodoc cannot read, is appended. Where a name leads is decided in `references`.
"""

from __future__ import annotations

import ast
import inspect
import re
import sys
from types import UnionType
from typing import TYPE_CHECKING, Any, Literal, Union, get_args, get_origin, get_type_hints, is_typeddict

from references import PUBLIC
from sphinx.ext.napoleon import Config
from sphinx.ext.napoleon.docstring import GoogleDocstring
from sphinx.pycode import ModuleAnalyzer

from openrouter_funcs.models import byok

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

CODE = re.compile(r"(?<!`)`([^`\n]+)`(?!`)(\w*)")
GOOGLE = Config(napoleon_use_rtype=False)
NAMED = {get_args(byok.BYOKProviderSlug)[0]: "BYOKProviderSlug", get_args(byok.DeclaredRegion)[0]: "DeclaredRegion"}
SENTENCES = {"attribute", "data", "property"}  # in these, napoleon takes all before a colon for a type
MADE_BY_THE_SDK = {"openrouter_core.Page", "openrouter_core.AsyncPage", "openrouter_core.testing.Account"}


def setup(app: Sphinx) -> dict[str, bool]:
    """Rewrite every docstring."""
    app.connect("autodoc-process-docstring", rewrite)
    app.connect("autodoc-process-signature", shorten)
    return {"parallel_read_safe": True}


def rewrite(app: Sphinx, what: str, name: str, obj: Any, options: object, lines: list[str]) -> None:  # noqa: ANN401
    """Turn Markdown's code spans and Google's sections into reStructuredText; append what a type consists of."""
    lines[:] = [CODE.sub(_code, line) for line in lines]
    if what not in SENTENCES:
        lines[:] = GoogleDocstring(lines, GOOGLE, app, what, name, obj, options).lines()
    if what == "class" and _has_fields(obj):
        lines += ["", *_fields(obj)]
    elif what == "data" and get_origin(obj) in {Union, UnionType}:
        lines += ["", *_members(obj)]


def shorten(
    _app: Sphinx,
    what: str,
    name: str,
    obj: Any,  # noqa: ANN401
    _options: object,
    signature: str | None,
    returns: str | None,
) -> tuple[str | None, str | None]:
    """Leave out how something is made that nobody but the SDK makes, and of what has fields that it takes anything."""
    if what == "exception" or name in MADE_BY_THE_SDK or (what == "class" and _has_fields(obj)):
        return "", None
    if name.startswith("openrouter_core.testing.pytest_plugin."):
        return "()", returns  # pytest passes what a fixture takes
    return signature, returns


def _code(match: re.Match[str]) -> str:
    text, suffix = match.groups()
    entry = PUBLIC.get(text.rpartition(".")[2])
    quoted = f":py:obj:`{text} <{entry}>`" if entry else f"``{text}``"
    return f"{quoted}\\ {suffix}" if suffix else quoted


def _has_fields(kind: Any) -> bool:  # noqa: ANN401
    """Return whether it is a `TypedDict`, or a class of responses."""
    return is_typeddict(kind) or "__defaults__" in vars(kind)


def _fields(kind: Any) -> Iterator[str]:  # noqa: ANN401 - there is no type of TypedDicts
    """Yield each field, the type's own first, with the text that stands after it in the source."""
    meanings: dict[str, list[str]] = {}
    for base in _bases(kind):
        meanings |= {name: text for name, text in _documented(base).items() if name not in meanings}
    hints = get_type_hints(kind) if meanings else {}
    needed = getattr(kind, "__required_keys__", ())  # of a response nothing is
    for name in sorted(meanings, key=lambda name: name not in needed):
        yield f".. py:attribute:: {name}"
        yield f"   :type: {_shown(hints[name])}"
        yield ""
        required = "Required. " if name in needed else ""
        yield f"   {required}{CODE.sub(_code, ' '.join(meanings[name]))}"
        yield ""


def _bases(kind: Any) -> list[Any]:  # noqa: ANN401
    """Return a `TypedDict` and those that it extends: only its source knows them, before Python 3.12."""
    definition = ast.parse(inspect.getsource(kind)).body[0]
    named = [node.id for node in getattr(definition, "bases", ()) if isinstance(node, ast.Name)]
    above = [getattr(sys.modules[kind.__module__], name) for name in named]
    return [kind, *(found for base in above if is_typeddict(base) for found in _bases(base))]


def _documented(kind: Any) -> dict[str, list[str]]:  # noqa: ANN401
    found = ModuleAnalyzer.for_module(kind.__module__).find_attr_docs()
    return {name: text for (scope, name), text in found.items() if scope == kind.__name__}


def _shown(kind: Any) -> str:  # noqa: ANN401 - a type expression is anything
    if get_origin(kind) in {Union, UnionType}:
        members = list(get_args(kind))
        if any(member in NAMED for member in members):
            members.remove(str)  # the named type admits any other string, too
        return " | ".join(NAMED.get(member) or _shown(member) for member in members)
    if get_origin(kind) is Literal:
        return " | ".join(map(repr, get_args(kind)))
    if get_origin(kind) is not None and get_args(kind):
        return f"{kind.__origin__.__name__}[{', '.join(map(_shown, get_args(kind)))}]"
    return "..." if kind is ... else "None" if kind is type(None) else kind.__name__


def _members(union: Any) -> Iterator[str]:  # noqa: ANN401
    literals = [value for member in get_args(union) if get_origin(member) is Literal for value in get_args(member)]
    if literals:
        yield f"Known: {', '.join(f'``{value}``' for value in literals)}."
        return
    for member in filter(inspect.isclass, get_args(union)):
        yield f"- :py:obj:`{member.__name__} <{PUBLIC[member.__name__]}>`"

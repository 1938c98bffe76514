"""Our docstrings as reStructuredText: sections become lists, names in backticks become links.

What a type consists of, which autodoc cannot read, is appended. Where a name leads is decided in `references`.
"""

from __future__ import annotations

import ast
import inspect
import re
import sys
from copy import deepcopy
from functools import cache
from types import UnionType
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, Union, cast, get_args, get_origin, is_typeddict

from docutils.nodes import document, paragraph
from references import PUBLIC
from sphinx.ext.napoleon import Config
from sphinx.ext.napoleon.docstring import GoogleDocstring
from sphinx.util.inspect import stringify_signature

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

_Field: TypeAlias = tuple[str, str]

CODE = re.compile(r"(?<!`)`([^`\n]+)`(?!`)(\w*)")
GOOGLE = Config(napoleon_use_rtype=False, napoleon_use_ivar=True)
SENTENCES = {"attribute", "data", "property"}  # in these, napoleon takes all before a colon for a type
BARE = {
    *(
        f"openrouter_core.{name}"
        for name in ("Page", "AsyncPage", "Stream", "AsyncStream", "Download", "AsyncDownload")
    ),
    "openrouter_core.testing.Account",  # these are made by the SDK alone
}


def setup(app: Sphinx) -> dict[str, bool]:
    """Rewrite every docstring."""
    app.connect("autodoc-process-docstring", rewrite)
    app.connect("autodoc-process-signature", shorten)
    app.connect("doctree-read", say_once)
    return {"parallel_read_safe": True}


def rewrite(app: Sphinx, what: str, name: str, obj: Any, options: object, lines: list[str]) -> None:  # noqa: ANN401
    """Turn Markdown's code spans and Google's sections into reStructuredText; append what a type consists of."""
    if (obj is Any or isinstance(obj, UnionType)) and "\n".join(lines).strip() == inspect.getdoc(obj):
        lines[:] = []  # it has no text of its own
    lines[:] = [CODE.sub(_code, line) for line in lines]
    if what not in SENTENCES:
        lines[:] = GoogleDocstring(lines, GOOGLE, app, what, name, obj, options).lines()
    if what == "class" and _has_fields(obj) and "Attributes:" not in (obj.__doc__ or ""):
        lines += ["", *_fields(obj)]
    elif what == "data" and get_origin(obj) in {Union, UnionType}:
        lines += ["", *_members(obj), ""]


def say_once(_app: Sphinx, page: document) -> None:
    """Leave out autodoc's "alias of Literal[...]" where a list of the known texts stands above it."""
    for above in [each for each in page.findall(paragraph) if each.astext().startswith("Known: ")]:
        for below in above.parent[above.parent.index(above) :]:
            if below.astext().startswith("alias of "):
                above.parent.remove(below)


def shorten(
    _app: Sphinx,
    what: str,
    name: str,
    obj: Any,  # noqa: ANN401
    _options: object,
    signature: str | None,
    returns: str | None,
) -> tuple[str | None, str | None]:
    """Leave out how something is made where the reader makes none, or where its fields say it."""
    if (
        what == "exception"
        or name in BARE
        or (what == "class" and (_has_fields(obj) or getattr(obj, "_is_protocol", False)))
    ):
        return "", None
    if name.startswith("openrouter_core.testing.pytest_plugin."):
        return "()", returns  # pytest passes what a fixture takes
    if what == "function" and name.startswith("openrouter_funcs."):  # as it is written, with aliases and not members
        written = inspect.signature(obj)
        return stringify_signature(written, show_return_annotation=False), str(written.return_annotation)
    return signature and signature.replace("NOTHING", "..."), returns  # how attrs says that each has one of its own


def _code(match: re.Match[str]) -> str:
    text, suffix = match.groups()
    entry = PUBLIC.get(text.rpartition(".")[2]) if text != "openrouter" else None  # a value of the API, not our fixture
    quoted = f":py:obj:`{text} <{entry}>`" if entry else f"``{text}``"
    return f"{quoted}\\ {suffix}" if suffix else quoted


def _has_fields(kind: Any) -> bool:  # noqa: ANN401
    """Return whether it is a `TypedDict`, or a class of responses."""
    return is_typeddict(kind) or "__defaults__" in vars(kind)


def _fields(kind: Any) -> Iterator[str]:  # noqa: ANN401 - there is no type of TypedDicts
    """Yield each field, those that are required first, the type's own before inherited ones, as the source has it."""
    fields: dict[str, _Field] = {}
    for base in _bases(kind):
        fields = fields | {name: field for name, field in _fields_in(base).items() if name not in fields}
    needed = getattr(kind, "__required_keys__", ())  # of a response nothing is
    for name in sorted(fields, key=lambda name: name not in needed):
        hint, text = fields[name]
        yield f"``{name}`` : {_linked(hint)}"
        yield f"   {'Required. ' if name in needed else ''}{CODE.sub(_code, text)}".rstrip() or "   \\"
    yield ""


def _linked(hint: str) -> str:
    """Return a type as code whose public names are links."""
    parts = [part for part in re.split(r"('[^']*'|\w+|\s+)", hint) if part]
    shown = [f":py:obj:`{part} <{PUBLIC[part]}>`" if part in PUBLIC else part for part in parts]
    text = "\x00".join(shown)
    text = re.sub(r"(?:(?<=\x00)|^)(?!:py:obj:)[^\x00]+(?:\x00(?!:py:obj:)[^\x00]+)*", _literal, text)
    return text.replace("\x00", "\\ ")


def _literal(match: re.Match[str]) -> str:
    code = match[0].replace("\x00", "")
    before, after = code[: len(code) - len(code.lstrip())], code[len(code.rstrip()) :]
    return f"{before}``{code.strip()}``{after}" if code.strip() else code


def _bases(kind: Any) -> list[Any]:  # noqa: ANN401
    """Return a `TypedDict` and those that it extends: only its source knows them, before Python 3.12."""
    named = [node.id for node in _classes(kind.__module__)[kind.__name__].bases if isinstance(node, ast.Name)]
    above = [getattr(sys.modules[kind.__module__], name) for name in named]
    return [kind, *(found for base in above if is_typeddict(base) for found in _bases(base))]


def _fields_in(kind: Any) -> dict[str, _Field]:  # noqa: ANN401
    """Return the public fields that a class itself states: how its source writes the type, and the text below it."""
    body = _classes(kind.__module__)[kind.__name__].body
    fields: dict[str, _Field] = {}
    for statement, below in zip(body, [*body[1:], None], strict=True):
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            hint = ast.unparse(_Plain(kind.__module__).visit(deepcopy(statement.annotation)))
            if statement.target.id[0] == "_" or hint.startswith("ClassVar"):
                continue
            match below:
                case ast.Expr(ast.Constant(str(text))):
                    fields[statement.target.id] = (hint, " ".join(text.split()))
                case _:
                    fields[statement.target.id] = (hint, "")
    return fields


@cache
def _classes(module: str) -> dict[str, ast.ClassDef]:
    tree = ast.parse(inspect.getsource(sys.modules[module]))
    classes = [_as_class(node) if isinstance(node, ast.Assign) else node for node in tree.body]
    return {node.name: node for node in classes if isinstance(node, ast.ClassDef)}


def _as_class(statement: ast.Assign) -> ast.ClassDef | None:
    """Return the class that `Name = TypedDict("Name", {...})` stands for: a key may be no identifier."""
    match statement:
        case ast.Assign(targets=[ast.Name(name)], value=ast.Call(ast.Name("TypedDict"), [_, ast.Dict(keys, hints)])):
            body: list[ast.stmt] = [
                ast.AnnAssign(ast.Name(key.value), hint, simple=1)
                for key, hint in zip(keys, hints, strict=True)
                if isinstance(key, ast.Constant) and isinstance(key.value, str)
            ]
            return ast.ClassDef(name, [], [], body, [])
    return None


@cache
def _private(module: str) -> dict[str, ast.expr]:
    """Return the types that a module names for itself alone."""
    tree = ast.parse(inspect.getsource(sys.modules[module]))
    assignments = [node for node in tree.body if isinstance(node, ast.Assign | ast.AnnAssign)]
    named = [(node.targets[0] if isinstance(node, ast.Assign) else node.target, node.value) for node in assignments]
    return {name.id: value for name, value in named if isinstance(name, ast.Name) and name.id[0] == "_" and value}


class _Plain(ast.NodeTransformer):
    """Takes off what says how a field is read, and not what it is: `OnDemand`, `Required`, and private names."""

    def __init__(self, module: str) -> None:
        self._module = module

    def visit_Name(self, node: ast.Name) -> ast.AST:
        return self.visit(deepcopy(_private(self._module)[node.id])) if node.id in _private(self._module) else node

    def visit_Constant(self, node: ast.Constant) -> ast.AST:
        is_quoted = isinstance(node.value, str) and "OnDemand[" in node.value
        return self.visit(ast.parse(str(node.value), mode="eval").body) if is_quoted else node

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        return ast.Name(node.attr) if ast.unparse(node).startswith("_models.") else node

    def visit_Subscript(self, node: ast.Subscript) -> ast.AST:
        self.generic_visit(node)
        name = node.value.id if isinstance(node.value, ast.Name) else ""
        if name == "Annotated":
            return cast("ast.Tuple", node.slice).elts[0]
        return node.slice if name in {"OnDemand", "Required", "NotRequired"} else node


def _members(union: Any) -> Iterator[str]:  # noqa: ANN401
    """Yield the members of a union: its known texts in one line, each class in one of its own."""
    literals = [value for member in get_args(union) if get_origin(member) is Literal for value in get_args(member)]
    if literals:
        yield f"Known: {', '.join(f'``{value}``' for value in literals)}."
        yield ""
    for member in get_args(union):
        name = member.__name__ if inspect.isclass(member) else re.sub(r"\w+\.", "", str(member))
        if name in PUBLIC or (isinstance(union, UnionType) and not literals):  # autodoc writes out the older unions
            yield f"- {_linked(name)}"

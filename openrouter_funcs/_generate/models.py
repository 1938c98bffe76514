"""Writes `openrouter_funcs/models/<topic>.py`: classes of responses, `TypedDict`s of requests, and aliases."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from openrouter_funcs._generate import decisions, text
from openrouter_funcs._generate.names import is_attribute
from openrouter_funcs._generate.symbols import Field, Symbol, Symbols, names_in

if TYPE_CHECKING:
    from openrouter_funcs._generate.words import Words

_NOTE = "# No `from __future__ import annotations`: it would hide `Required` from `TypedDict` (PEP 655)."
_ABOUT = {
    "options": "optional parts of requests",
    "parts": "optional parts of responses",
    "enums": "enumerations of requests and responses",
}
_LONG = 12  # values of an enumeration, beyond which `help` names it, and does not list them


class Models:
    """The modules of models."""

    def __init__(self, symbols: Symbols, words: Words) -> None:
        self._symbols, self._words = symbols, words
        self._homes = {symbol.name: symbol.home for symbol in symbols.all.values()}
        self._long = {name for name, each in symbols.all.items() if len(each.schema.get("enum", ())) > _LONG}

    def modules(self) -> dict[str, str]:
        """Return the text of each module by its name."""
        return {home: self._module(home) for home in sorted(set(self._homes.values()))}

    def _module(self, home: str) -> str:
        symbols = self._ordered(home)
        aliases = decisions.ALIASES.get(home, {})
        entries = [self._entry(each) for each in symbols]
        entries += [f"{name}: TypeAlias = {kind}\n{text.docstring(said, 0)}" for name, (kind, said) in aliases.items()]
        body = "\n\n\n".join(entries)
        code = re.sub(r'"""[\s\S]*?"""|# .*', "", body)
        near = re.sub(r"_models\.\w+\.\w+", "_models", code)  # what is not loaded on demand
        used = names_in(near.replace("'", ""))
        foreign = {name: where for name, where in self._homes.items() if where != home}
        public = [*(each.name for each in symbols), *aliases]
        head = [text.FIRST, text.docstring(self._about(home), 0), "", _NOTE, *text.imports(used, foreign), ""]
        return "\n".join([*head, f"__all__ = {public!r}", "", "", body, ""])

    def _about(self, home: str) -> str:
        if shared := self._words.maybe("common", "shared", home):
            return shared
        topic = decisions.of_home(home)
        parts = "requests" if home != topic else "responses" if home in decisions.HALVES else "requests and responses"
        parts = _ABOUT.get(home.removeprefix(f"{topic}_"), parts)
        return f"{self._words.of('common', f'topics.{topic}', 'title')}: {parts}."

    def _ordered(self, home: str) -> list[Symbol]:
        """Return the symbols of a module, each after those that it is made of."""
        done, begun = dict[str, Symbol](), set[str]()

        def visit(symbol: Symbol) -> None:
            if symbol.home != home or symbol.name in begun:
                return
            begun.add(symbol.name)
            for each in [one for name, one in self._symbols.all.items() if name in symbol.needs]:
                visit(each)
            symbol.later = symbol.needs & begun - done.keys()
            if symbol.later and symbol.kind == "alias":
                raise ValueError(f"the union {symbol.name} is a part of itself")
            done[symbol.name] = symbol

        for symbol in self._symbols.all.values():
            visit(symbol)
        return list(done.values())

    def _entry(self, symbol: Symbol) -> str:
        topic = decisions.of_home(symbol.home)
        if symbol.kind == "alias":
            values = {
                str(each): self._words.maybe(topic, symbol.words, str(each)) for each in symbol.schema.get("enum", ())
            }
            told = "; ".join(f"`{each}`: {said}" for each, said in values.items() if said)
            words = text.sentence(self._words.of(topic, symbol.words))
            words = f"{words} {text.sentence(told)}".strip()
            return "\n".join([f"{symbol.name}: TypeAlias = {symbol.type}", *text.described(words, 0)])
        about = f"What `{symbol.words}` takes." if symbol.kind == "request" else self._words.of(topic, symbol.words)
        if symbol.name.endswith("Body"):
            about = "The body that several functions take."
        if any(not is_attribute(each.name) for each in symbol.fields):
            return self._functional(symbol, about)
        head = f"class {symbol.name}({symbol.base}, total=False):"
        if symbol.kind == "class":
            head = f"@frozen(kw_only=True)\nclass {symbol.name}:"
        lines = [head, text.docstring(about, 4), ""]
        for each in symbol.fields:
            lines += [
                f"    {each.name}: {self._annotation(each, symbol)}",
                *text.described(self.words_of(symbol, each), 4),
            ]
        if symbol.extra:
            lines += [f"    extra: Extra[{symbol.extra}]", '    """All other keys of the object."""']
        return "\n".join(lines).rstrip()

    def _functional(self, symbol: Symbol, about: str) -> str:
        """Return a `TypedDict` with keys that no class can have; `#` lines hold their words."""
        lines = [f"{symbol.name} = TypedDict(", f'    "{symbol.name}",', "    {"]
        for each in symbol.fields:
            words = self.words_of(symbol, each)
            lines += [text.paragraph(text.sentence(words), 8, "# ", "# ")] if words else []
            lines.append(f'        "{each.wire}": {self._annotation(each, symbol)},')
        return "\n".join([*lines, "    },", "    total=False,", ")", f"{symbol.name}.__doc__ = {about!r}"])

    def words_of(self, symbol: Symbol, field: Field) -> str:
        """Return the words for a field or a parameter."""
        topic, table = decisions.of_home(symbol.home), symbol.words
        if symbol.kind == "request" and table.islower():
            topic, table = decisions.topic(table), f"{table}.parameters"
        key = field.name if symbol.kind == "request" else field.wire
        return self._words.maybe(topic, table, key) if field.constant else self._words.of(topic, table, key)

    def _annotation(self, field: Field, symbol: Symbol) -> str:
        wired = field.wire != field.name and field.place in {"body", "query"}
        none = symbol.kind == "class" and not field.required
        kind = field.type if not none or field.type.endswith("None") else f"{field.type} | None"
        named = self._long if symbol.kind == "class" else set[str]()
        kind = repr(kind) if names_in(kind) & (symbol.later | named) else kind
        kind = self._on_demand(kind, symbol)
        kind = f'Annotated[{kind}, Wire("{field.wire}")]' if wired else kind
        return f"{kind} = None" if none else f"Required[{kind}]" if field.required and symbol.kind != "class" else kind

    def _on_demand(self, kind: str, symbol: Symbol) -> str:
        """Return a type in quotes if it needs a module that is loaded on demand, whose names it then says in full."""
        if (alias := self._symbols.all.get(kind)) and alias.type.startswith("str | "):
            kind = alias.type  # a text needs no module
        homes = {name: home for name in names_in(kind) if (home := self._homes.get(name)) in decisions.ON_DEMAND}
        away = {name: home for name, home in homes.items() if home != symbol.home}
        if not away:
            return kind
        rest = kind.removeprefix("str | ").removesuffix(" | None")
        for name, home in away.items():
            rest = re.sub(rf"\b{name}\b", f"_models.{home}.{name}", rest)
        text = "str | " * kind.startswith("str | ") + f"OnDemand[{rest}]" + " | None" * kind.endswith(" | None")
        return repr(text)

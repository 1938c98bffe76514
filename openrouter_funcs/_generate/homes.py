"""In which module of models each symbol stands: that of its one family, or one for what several families share."""

from __future__ import annotations

from collections import defaultdict

from openrouter_funcs._generate import decisions
from openrouter_funcs._generate.contract import endpoints
from openrouter_funcs._generate.symbols import Symbol, Symbols, names_in

_MOST_FAMILIES = 6  # what so many share steers the choice of the provider, and stands apart


def placed() -> Symbols:
    """Return all symbols, each with its home."""
    symbols = Symbols()
    users = _users(symbols)
    for symbol in symbols.all.values():
        symbol.home = _home(symbol, symbols, users)
    for symbol in symbols.all.values():
        if symbol.home == "enums":
            symbol.home = _home_of_enum(symbol, symbols)
    return symbols


Users = dict[tuple[str, str], set[str]]
"""The functions that take ("in") or give ("out") a symbol in nearly every call, or in some ("in some", "out some")."""


def _users(symbols: Symbols) -> Users:
    users: Users = defaultdict(set)

    def use(function: str, side: str, name: str) -> None:
        if name not in symbols.all or function in users[name, side]:
            return
        users[name, side].add(function)
        symbol = symbols.all[name]
        for field in symbol.fields:
            usual = field.required or f"{name}.{field.wire}" in decisions.USUAL
            rare = not usual or field.type.startswith("str | ")  # a text needs no other type
            for each in names_in(field.type):
                use(function, f"{side.partition(' ')[0]} some" if rare else side, each)
        for each in names_in(f"{symbol.type} | {symbol.base} | {symbol.extra}"):
            use(function, side, each)

    for each in endpoints():
        use(each.function, "in", symbols.requests[each.function])
        for name in names_in(f"{symbols.results[each.function]} | {symbols.events.get(each.function, '')}"):
            use(each.function, "out", name)
    return users


def _home(symbol: Symbol, symbols: Symbols, users: Users) -> str:
    if symbol.kind == "request" and symbol.base in symbols.all:
        return _home(symbols.all[symbol.base], symbols, users)  # beside the body that it extends
    taking = users[symbol.name, "in"] | users[symbol.name, "in some"]
    giving = users[symbol.name, "out"] | users[symbol.name, "out some"]
    topics = {decisions.topic(each) for each in taking | giving}
    topics = topics - {"presets", "batches"} or topics  # which embed others' bodies
    if len(topics) == 1:
        is_rare = not (users[symbol.name, "in"] or users[symbol.name, "out"])
        return _of_topic(topics.pop(), taking, giving, is_rare=is_rare)
    if symbol.enum or giving:
        return "enums" if symbol.enum else decisions.SHARED.get(symbol.name, "metadata")
    return "routing" if len(topics) >= _MOST_FAMILIES else "server_tools"


def _home_of_enum(symbol: Symbol, symbols: Symbols) -> str:
    """Return the module that needs an enumeration, if only one does; else one for its topic, or for several topics."""
    homes = {each.home for each in symbols.all.values() if symbol.name in each.needs}
    topics = {decisions.of_home(each) for each in homes}
    if len(homes) == 1:
        return homes.pop()
    return decisions.SHARED.get(symbol.name, f"{topics.pop()}_enums" if len(topics) == 1 else "enums")


def _of_topic(topic: str, taking: set[str], giving: set[str], *, is_rare: bool) -> str:
    if topic in decisions.HALVES:
        if taking and giving:
            return "enums"
        return f"{topic}_{'options' if is_rare else 'params'}" if taking else f"{topic}_parts" if is_rare else topic
    if topic == "batches" and "batch_get_batches" in giving and "batch_list" not in giving:
        return "batch_results"  # what the list of batches does not load
    return topic

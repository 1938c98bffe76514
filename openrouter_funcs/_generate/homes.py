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
    return symbols


Users = dict[tuple[str, str], set[str]]
"""The functions that take a symbol in each call ("in") or in some ("option"), or give it ("out")."""


def _users(symbols: Symbols) -> Users:
    users: Users = defaultdict(set)

    def use(function: str, side: str, name: str) -> None:
        if name not in symbols.all or function in users[name, side]:
            return
        users[name, side].add(function)
        symbol = symbols.all[name]
        for field in symbol.fields:
            is_option = symbol.kind == "request" and not (field.required or field.name in decisions.USUAL)
            for each in names_in(field.type):
                use(function, "option" if is_option else side, each)
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
    needed, giving = users[symbol.name, "in"], users[symbol.name, "out"]
    taking = needed | users[symbol.name, "option"]
    topics = {decisions.topic(each) for each in taking | giving}
    topics = topics - {"presets", "batches"} or topics  # which embed others' bodies
    if len(topics) == 1 and topics <= decisions.HALVES and taking and not giving:
        return f"{topics.pop()}_{'params' if needed else 'options'}"
    if len(topics) == 1:
        return _of_topic(topics.pop(), taking, giving)
    if symbol.enum or giving:
        return "enums" if symbol.enum else decisions.SHARED.get(symbol.name, "metadata")
    return "routing" if len(topics) >= _MOST_FAMILIES else "server_tools"


def _of_topic(topic: str, taking: set[str], giving: set[str]) -> str:
    if topic in decisions.HALVES and taking:
        return "enums"
    if topic == "batches" and "batch_get_batches" in giving and "batch_list" not in giving:
        return "batch_results"  # what the list of batches does not load
    return topic

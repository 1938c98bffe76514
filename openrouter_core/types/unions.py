"""How the objects of a union are told apart by their keys, decided once for each union. Nothing is tried out.

An object's tag says of which member it is; without a tag, a key does that the objects of one member alone must have.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from openrouter_core.secret import kind_of
from openrouter_core.types.jsontext import RefusedError

REQUIRED = object()  # in place of the default of a field that must be there


class Field:
    """The key in JSON, the `Description` of the type, and the default: `REQUIRED` if the key must be there."""

    def __init__(self, wire: str, described: Any, default: object) -> None:  # noqa: ANN401
        self.wire, self.described, self.default = wire, described, default


Member = Any  # its `Description`
Choice = Callable[[dict[str, Any]], Any]
"""Returns of which member an object is, or of an unknown one which key says so; raises `RefusedError` for all else."""


def choice(members: Sequence[Member], used: frozenset[str] = frozenset(), *, is_open: bool) -> Choice:
    """Return what tells members apart, by keys that are not `used` yet; raise `TypeError` when nothing does."""
    name = tag_of(members, used)
    if name is not None and (len(members) > 1 or (is_open and not used)):
        return _by_tag(members, name, used | {name}, is_open=is_open)
    if len(members) == 1:
        return lambda _: members[0]
    for member in members:
        rest = [each for each in members if each is not member]
        for key, field in member.by_key().items():
            if field.default is REQUIRED and not any(key in each.by_key() for each in rest):
                others = choice(rest, used, is_open=is_open)
                return lambda value: member if key in value else others(value)
    raise TypeError(f"nothing tells apart objects of {' and '.join(str(list(member.by_key())) for member in members)}")


def tag_of(members: Sequence[Member], used: frozenset[str] = frozenset()) -> str | None:
    """Return the key whose constants leave the fewest members together, if there is one that tells some apart."""
    together: dict[str, int] = {}
    names = (name for each in members for name, field in each.by_key().items() if field.described.constants)
    for name in dict.fromkeys(names):
        sizes = [len(group) for group in _groups(members, name).values()]
        if name not in used and (len(members) == 1 or min(sizes) < len(members)):
            together[name] = max(sizes)
    return min(together, key=together.__getitem__, default=None)


def tagged(members: Sequence[Member]) -> tuple[str | None, dict[str, Member]]:
    """Return the key that tells members apart, and those whose constants no other member has."""
    name = tag_of(members)
    groups = {} if name is None else _groups(members, name)
    return name, {tag: group[0] for tag, group in groups.items() if tag is not None and len(group) == 1}


def _groups(members: Sequence[Member], name: str) -> dict[str | None, list[Member]]:
    """Return the members by the constants of a key; those for any other value are the group of `None`."""
    groups: dict[str | None, list[Member]] = {}
    for member in members:
        for constant in (name in member.by_key() and member.by_key()[name].described.constants) or (None,):
            groups.setdefault(constant, []).append(member)
    return groups


def _by_tag(members: Sequence[Member], name: str, used: frozenset[str], *, is_open: bool) -> Choice:
    groups = _groups(members, name)
    tagged = {tag: choice(group, used, is_open=is_open) for tag, group in groups.items()}
    unknown: Choice = lambda _: name  # noqa: E731
    other = tagged.pop(None, unknown if is_open else None)
    optional = [each for each in members if name not in each.by_key() or each.by_key()[name].default is not REQUIRED]
    untagged = choice(optional, used, is_open=is_open) if optional else None
    words = " or ".join(map(repr, tagged))

    def choose(value: dict[str, Any]) -> Member:
        tag: Any = value.get(name)  # an argument's may be of an enumeration
        found = tagged.get(str.__str__(tag), other) if issubclass(type(tag), str) else untagged if tag is None else None
        if found:
            return found(value)
        said = f"expected {words}, got {kind_of(tag)}" if name in value else f"missing; expected {words}"
        raise RefusedError((f".{name}", said))

    return choose

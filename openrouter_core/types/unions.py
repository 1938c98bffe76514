"""The objects of a union, told apart by their keys.

That is one that says of which kind an object is, its tag, or else one that objects of one kind alone must have. What
decides is found once for each union, and what a tag leads to when that tag is first seen. Nothing is tried out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache, cached_property
from typing import Any, NamedTuple

import attrs

from openrouter_core.secret import kind_of
from openrouter_core.types.jsontext import RefusedError


class Field(NamedTuple):
    wire: str  # the key that holds it in JSON
    described: Any  # its `Description`
    default: object  # what it is when there is no such key; `attrs.NOTHING` when there must be one
    rest: bool  # whether it holds the keys that are no fields


class Member:
    @cached_property
    def keys(self) -> Mapping[str, Field]:
        """What is known of the keys of its objects."""
        return {}


Choice = Callable[[dict[str, Any]], Any]
"""Returns of which member an object is."""

Unknowns = Callable[[str], Any] | None
"""Returns what stands for objects whose tag, of such a key, is unknown."""


def choice(members: Sequence[Member], unknown: Unknowns, used: frozenset[str] = frozenset()) -> Choice:
    """Return what tells members apart, by keys that are not `used` yet.

    Raises:
        TypeError: Nothing tells them apart.
    """
    name = tag_of(members, used)
    if name is not None and (len(members) > 1 or (unknown and not used)):
        return _by_tag(members, name, unknown, used | {name})
    if len(members) == 1:
        return lambda _: members[0]
    for member in members:
        rest = [each for each in members if each is not member]
        for key, field in member.keys.items():
            if field.default is attrs.NOTHING and not any(key in each.keys for each in rest):
                others = choice(rest, unknown, used)
                return lambda value: member if key in value else others(value)
    raise TypeError(f"nothing tells apart objects of {' and '.join(str(list(member.keys)) for member in members)}")


def tag_of(members: Sequence[Member], used: frozenset[str] = frozenset()) -> str | None:
    """Return the key whose constants leave the fewest members together, if there is one that tells some apart."""
    names = dict.fromkeys(name for each in members for name, field in each.keys.items() if field.described.constants)
    together: dict[str, int] = {}
    for name in names.keys() - used:
        groups = _groups(members, name)
        sizes = [len(group) for group in groups.values()]
        if len(members) == 1 or max(sizes) < len(members) or (min(sizes) < len(members) and None not in groups):
            together[name] = max(sizes)
    return min(together, key=lambda name: (together[name], list(names).index(name)), default=None)


def _groups(members: Sequence[Member], name: str) -> dict[str | None, list[Member]]:
    """Return the members by the constants of a key; those for any other value are the group of `None`."""
    groups: dict[str | None, list[Member]] = {}
    for member in members:
        for constant in (name in member.keys and member.keys[name].described.constants) or (None,):
            groups.setdefault(constant, []).append(member)
    return groups


def _by_tag(members: Sequence[Member], name: str, unknown: Unknowns, used: frozenset[str]) -> Choice:
    groups = _groups(members, name)
    optional = [each for each in members if name not in each.keys or each.keys[name].default is not attrs.NOTHING]
    words = " or ".join(repr(tag) for tag in groups if tag is not None)

    @cache
    def of_group(tag: str | None) -> Choice:
        return choice(groups.get(tag, optional), unknown, used)

    def choose(value: dict[str, Any]) -> object:
        tag: Any = value.get(name)
        if issubclass(type(tag), str):  # an argument's may be of an enumeration
            tag = str.__str__(tag)
        if type(tag) is str:
            if tag in groups or None in groups:
                return of_group(tag if tag in groups else None)(value)
            if unknown:
                return unknown(name)
        elif tag is None and optional:
            return of_group("")(value)
        said = f"expected {words}, got {kind_of(tag)}" if name in value else f"missing; expected {words}"
        raise RefusedError((f".{name}", said))

    return choose

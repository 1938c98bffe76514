"""What there is to write: a class, a `TypedDict` or an alias for each schema, with its name, its type and its home.

Requests are `TypedDict`s with the wire's own keys, whose names end in `Param`; responses are classes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, cast

from openrouter_core.operation import Attribution
from openrouter_funcs._generate import decisions
from openrouter_funcs._generate.contract import Schema, endpoints, name_of, plain, resolved, schemas
from openrouter_funcs._generate.names import is_attribute, pascal, singular, snake
from openrouter_funcs._generate.text import PLACES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from openrouter_funcs._generate.contract import Endpoint, Parameter

_MANY = 8  # members of a union of requests, beyond which it has a name
_SCALARS = {"string": "str", "integer": "int", "number": "float", "boolean": "bool"}


@dataclass
class Field:
    wire: str
    name: str
    type: str
    required: bool
    schema: Schema
    place: str = "body"

    @property
    def constant(self) -> bool:
        """Whether its one value says all that there is to say of it."""
        return "const" in self.schema or len(self.schema.get("enum", ())) == 1


@dataclass
class Symbol:
    """One name of a module of models."""

    name: str
    words: str  # where its words stand
    kind: str  # "class", "dict", "request" or "alias"
    type: str = ""  # of an alias
    base: str = "TypedDict"
    fields: list[Field] = field(default_factory=list[Field])
    schema: Schema = field(default_factory=Schema)
    extra: str | None = None  # the type of the keys that it has beside its fields
    enum: bool = False
    home: str = ""
    later: set[str] = field(default_factory=set[str])  # what it needs and what needs it, and so stands below it

    @cached_property
    def needs(self) -> set[str]:
        """The names that its types are made of."""
        return set[str]().union(
            *map(names_in, [self.type, self.base, self.extra or "", *(each.type for each in self.fields)])
        )


def names_in(expression: str) -> set[str]:
    """Return the names in a type; what stands in quotes is no name."""
    return set(re.findall(r"\b[A-Za-z_]\w*", re.sub(r'"[^"]*"', "", expression)))


class Symbols:
    """All of them, made of the contract."""

    def __init__(self) -> None:
        self.all: dict[str, Symbol] = {}
        self.requests: dict[str, str] = {}  # of each function, the name of its request
        self.results: dict[str, str] = {}  # of each function, the type of its success
        self.events: dict[str, str] = {}  # of each function that streams, the type of an event
        bodies = [each.body for each in endpoints() if each.body]
        self.shared = {each for each in bodies if bodies.count(each) > 1}
        for each in endpoints():
            self._endpoint(each)
        for symbol in self.all.values():
            self._check(symbol)

    def _check(self, symbol: Symbol) -> None:
        base = self.all[symbol.base].fields if symbol.base in self.all else []
        names = [each.name for each in symbol.fields + base]
        taken = {"core", "options", *Attribution.__annotations__} if symbol.kind == "request" else set[str]()
        if twice := {name for name in names if name in taken or names.count(name) > 1}:
            raise ValueError(f"{symbol.name} would have fields of one name, or of one that functions use: {twice}")
        if not is_attribute(symbol.name) or any(symbol.name in each for each in PLACES.values()):
            raise ValueError(f"no class can be named {symbol.name}: give it a name in `decisions.NAMES`")

    def item(self, each: Endpoint) -> str:
        """Return the type of an item of a function's pages, if it has pages."""
        if not each.paging or each.function in decisions.PAGING:
            return decisions.ITEMS.get(each.function, "")
        page = self.all[self.results[each.function]]
        kind = next(one.type for one in page.fields if one.name == each.paging["items"])
        return kind.removeprefix("tuple[").removesuffix(", ...]")

    def _endpoint(self, each: Endpoint) -> None:
        if each.function in self.requests:
            raise ValueError(f"two endpoints have the function {each.function}")
        name = pascal(each.function)
        own = [parameter for parameter in each.parameters if parameter.place != "body" or each.body not in self.shared]
        base = "Attribution"
        if each.body in self.shared:
            base = f"{each.body}Body"
            self._request(base, each.body, "Attribution", [one for one in each.parameters if one.place == "body"])
        self._request(f"{name}Request", each.function, base, own)
        self.requests[each.function] = f"{name}Request"
        if each.download:
            self.results[each.function] = "bytes"
        elif each.success is None:
            self.results[each.function] = "NoneType"
        else:
            self.results[each.function] = self._type(each.success, "", _response_name(each))
        if each.stream:
            event = each.stream["event"]
            inline = decisions.NAMES.get(event.get("x-name", ""))
            self.events[each.function] = self._union_alias(event, "", inline) if inline else self._type(event, "", "")

    def _request(self, name: str, words: str, base: str, parameters: list[Parameter]) -> None:
        if name in self.all:
            return
        symbol = self.all[name] = Symbol(name, words, "request", base=base)
        for each in parameters:
            python = snake(each.wire)
            path = name.removesuffix("Body") + pascal(each.wire)
            kind = decisions.TYPES.get(f"{words}.{each.wire}", self._type(each.schema, "Param", path))
            if words + "." + python in decisions.SECRETS and "Mapping" not in kind:
                kind = kind.replace("str", "str | Secret", 1)
            symbol.fields.append(Field(each.wire, python, kind, each.required, each.schema, each.place))

    def _type(self, schema: Schema, side: str, path: str) -> str:
        """Return the type of a schema in requests (`side` is "Param") or responses (""); `path` names what is in it."""
        schema = plain(schema)
        name = name_of(schema)
        if name is None:
            return self._inline(schema, side, path)
        whole = resolved(schemas()[name])
        clean = decisions.NAMES.get(name, name.replace("_", ""))
        none = " | None" if _nullable(whole) else ""
        if "enum" in whole:
            return self._enum(clean, whole) + none
        if "properties" in whole:
            return self._object(whole, side, clean) + none
        if _options(whole):
            return self._union_alias(whole, side, clean) + none
        return self._inline(whole, side, clean)

    def _inline(self, schema: Schema, side: str, path: str) -> str:
        none = " | None" if _nullable(schema) else ""
        if "const" in schema:
            return f"Literal[{_literal(schema['const'])}]{none}"
        if "enum" in schema:
            return _enumeration(schema) + none
        if side and (len(_options(schema)) > _MANY or path in decisions.UNIONS):
            return self._union_alias(schema, side, path) + none
        if _options(schema):
            return self._members(schema, side, path) + none
        made = self._object if "properties" in schema else self._of_kind
        return made(schema, side, path) + none

    def _of_kind(self, schema: Schema, side: str, path: str) -> str:
        kinds = _kinds(schema)
        if schema.get("format") == "binary":
            return "File"
        if kinds == ["array"]:
            item = self._type(schema["items"], side, singular(path))
            return f"Sequence[{item}]" if side else f"tuple[{item}, ...]"
        if kinds == ["object"]:
            values = schema.get("additionalProperties")
            value = self._type(values, side, f"{path}Value") if values and values is not True else "Json"
            return f"Mapping[str, {value}]"
        return " | ".join(_SCALARS[each] for each in kinds) or "Json"

    def _enum(self, name: str, schema: Schema) -> str:
        if name not in self.all:
            kind = _enumeration(schema, is_open=name in decisions.OPEN)
            self.all[name] = Symbol(name, name, "alias", kind, enum=True, schema=schema)
        return name

    def _union_alias(self, schema: Schema, side: str, path: str) -> str:
        name = decisions.NAMES.get(path, path)
        full = name if name.endswith(side) else name + side
        if full not in self.all:
            symbol = self.all[full] = Symbol(full, name, "alias", schema=schema)
            symbol.type = self._members(schema, side, path)
            self.all[full] = self.all.pop(full)  # below its parts
        return full

    def _members(self, schema: Schema, side: str, path: str) -> str:
        given = _distinct([each for each in _options(schema) if each.get("type") != "null"])
        tag = schema.get("discriminator", {}).get("propertyName")
        types = [
            self._type(each, side, path + _distinction(each, given, tag, number))
            for number, each in enumerate(given, 1)
        ]
        if schema.get("x-open-union") or (not side and _is_tagged(given)):
            types.append("Unknown")
        flat = _joined(dict.fromkeys(types))
        if "str" in flat:  # an open enumeration admits any text already
            flat = [
                each
                for each in flat
                if each != "str" or not any(one.endswith("| str") or self._is_open(one) for one in flat)
            ]
        return " | ".join(flat)

    def _is_open(self, name: str) -> bool:
        return name in self.all and self.all[name].enum and self.all[name].type.endswith("| str")

    def _object(self, schema: Schema, side: str, name: str) -> str:
        name = decisions.NAMES.get(name, name)
        full = name if name.endswith(side) else name + side
        if full in self.all:
            if self.all[full].schema is not schema:
                raise ValueError(f"two schemas are named {full}: give one a name of its own in `decisions.NAMES`")
            return full
        symbol = self.all[full] = Symbol(full, name, "dict" if side else "class", schema=schema)
        extra = schema.get("additionalProperties", False)
        if extra is not False and not side:
            symbol.extra = self._type(extra, side, f"{name}Value") if extra and extra is not True else "Json"
        needed = schema.get("required", ())
        for wire, each in schema["properties"].items():
            kind = decisions.TYPES.get(f"{full}.{wire}", self._type(each, side, name + pascal(wire)))
            if f"{name}.{wire}" in decisions.SECRETS:
                kind = kind.replace("str", "str | Secret" if side else "Secret", 1)
            python = wire if side else snake(wire)
            required = decisions.REQUIRED.get(f"{full}.{wire}", wire in needed)
            symbol.fields.append(Field(wire, python, kind, required, each))
        return full


def _distinct(members: list[Schema]) -> list[Schema]:
    """Return the members of a union without objects that nothing tells from an earlier one."""
    kept: dict[object, Schema] = {}
    for each in members:
        whole = resolved(each)
        shape = [(name, str(one.get("enum"))) for name, one in sorted(whole.get("properties", {}).items())]
        kept.setdefault(tuple(shape) or id(each), each)
    return list(kept.values())


def _is_tagged(members: list[Schema]) -> bool:
    """Whether all objects of a union have a tag: a server may then send one that is newer than the contract."""
    objects = [each["properties"] for each in map(resolved, members) if "properties" in each]
    return len(objects) > 1 and all(any(len(one.get("enum", ())) == 1 for one in each.values()) for each in objects)


def _joined(types: Iterable[str]) -> list[str]:
    """Return the types of a union, with all its constants in one `Literal`."""
    constants = [each[8:-1] for each in types if re.fullmatch(r"Literal\[[^]]*\]", each)]
    joined = f"Literal[{', '.join(constants)}]"
    return list(dict.fromkeys(joined if re.fullmatch(r"Literal\[[^]]*\]", each) else each for each in types))


def _response_name(each: Endpoint) -> str:
    given = each.success.get("x-name", "") if each.success else ""
    return f"{pascal(each.function)}Response" if given in schemas() else given


def _options(schema: Schema) -> list[Schema]:
    """Return the members of a union."""
    return cast("list[Schema]", schema.get("oneOf") or schema.get("anyOf") or [])


def _kinds(schema: Schema) -> list[str]:
    """Return the kinds of JSON that a schema admits, `None` aside."""
    kinds = schema.get("type", [])
    return [kinds] if isinstance(kinds, str) else [each for each in kinds if each != "null"]


def _nullable(schema: Schema) -> bool:
    members = _options(schema)
    return (
        "null" in schema.get("type", ())
        or None in schema.get("enum", ())
        or any(each.get("type") == "null" for each in members)
    )


def _literal(value: object) -> str:
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"' if isinstance(value, str) else repr(value)


def _enumeration(schema: Schema, *, is_open: bool = False) -> str:
    if _kinds(schema) in (["integer"], ["number"]):
        return _SCALARS[_kinds(schema)[0]]  # enumerations of numbers are open
    values = ", ".join(_literal(each) for each in schema["enum"] if each is not None)
    return f"Literal[{values}]" + (" | str" if is_open or schema.get("x-open-enum") else "")


def _distinction(member: Schema, members: list[Schema], tag: str | None, number: int) -> str:
    """Return what a member of a union adds to its path: its constant, the kind of its JSON, or its place."""
    whole = resolved(member)
    properties: Schema = whole.get("properties", {}) if len(members) > 1 else {}
    for name in filter(None, [tag, "type", "role", "mode", *properties]):
        if (constants := properties.get(name, {}).get("enum")) and len(constants) == 1:
            return pascal(str(constants[0]))
    objects = [each for each in members if "properties" in resolved(each)]
    return str(number) if properties and len(objects) > 1 else ""

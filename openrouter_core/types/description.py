"""One description of a type, from which reading, checking and the words of a fault are derived. Nothing is coerced.

Each kind of type has one class, and one line in the table at the end.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Mapping, Sequence
from copy import copy
from functools import cache, cached_property, partial
from operator import attrgetter, length_hint
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, NotRequired, Required, Union, cast, get_args, get_origin, get_type_hints

import attrs

from openrouter_core.model import PACKED, REST, Unknown, Wire
from openrouter_core.secret import Secret, kind_of
from openrouter_core.types import jsontext
from openrouter_core.types.jsontext import Reader, RefusedError, copied, finite, finite_all, whole
from openrouter_core.types.unions import Choice, Field, choice, tag_of

TypeExpression = Any
Value = Any
OfClass = Callable[[TypeExpression], Reader]
"""How a class is read: compiled, or by cattrs."""

LARGEST_EXACT_INTEGER = 2**53 - 1
"""Up to it, all readers of JSON agree on the value of an integer (RFC 8259, 6)."""
LARGEST_FLOAT = sys.float_info.max


@attrs.frozen
class Rule:
    """What a type cannot say of an argument: `Annotated[int, Rule(is_even, "must be even")]`."""

    holds: Callable[[Any], object]
    flaw: str

    def __repr__(self) -> str:  # as the reference shows it, within `Annotated`
        return repr(self.flaw)


class UnknownTypeError(TypeError):
    """A class or a `TypedDict` has a type that this package cannot read or check."""


@cache
def describe(kind: TypeExpression) -> Description:
    """Return the description of a type; raise `UnknownTypeError` when no such type is known here."""
    origin: Any = get_origin(kind)
    known = _KINDS.get(origin or kind)
    if known is not None:
        return known(kind)
    if hasattr(kind, "__defaults__") or attrs.has(kind):
        return _Instance(kind, "object")
    if hasattr(kind, "__required_keys__"):
        return _Fields(kind, "dict")
    raise UnknownTypeError(f"{kind} is not a type that a field or a parameter can have")


@cache
def fields_of(kind: Any) -> dict[str, Field]:  # noqa: ANN401 - a `TypedDict` or a class
    """Return the fields of a `TypedDict` or a class by their names."""
    defaults: Any = getattr(kind, "__defaults__", None)
    if defaults is None and hasattr(kind, "__required_keys__"):
        defaults = dict.fromkeys(kind.__optional_keys__)
    elif defaults is None:
        defaults = {field.name: field.default for field in attrs.fields(kind)}
    described = {name: describe(hint) for name, hint in get_type_hints(kind, include_extras=True).items()}
    return {name: Field(each.wire or name, each, defaults.get(name, attrs.NOTHING)) for name, each in described.items()}


class Description:
    """What is known of a type; by itself it is `Any`, which is for values that are no part of a JSON text."""

    kinds: tuple[type, ...] = ()  # of JSON, that its values are
    as_is: frozenset[type] = frozenset()  # of JSON values that are right and stay what they are, if numbers are finite
    constants: frozenset[str] = frozenset()  # its only values, if they are texts
    or_none = False  # whether it is `X | None`; all else describes `X`
    rules: tuple[Rule, ...] = ()  # what an argument must be beside its type
    copies = True  # whether an argument is copied before it is checked: another thread may change it at any time
    wire: str | None = None  # the name in JSON of a field of this type, if that has one of its own
    rest = False  # whether a field of this type holds the keys that are no fields

    def __init__(self, kind: TypeExpression, said: str = "") -> None:
        self.kind, self._said = kind, said

    @cached_property
    def keys(self) -> Mapping[str, Field]:
        """The fields of its objects by their keys, as far as they are known."""
        return {}

    def said(self) -> str:
        """Return what was expected but for `None`; made when it is needed, as a type may hold itself."""
        return self._said or str(self.kind.__name__)

    @property
    def words(self) -> str:
        """What was expected, as a fault says it."""
        return f"{self.said()} or None" if self.or_none else self.said()

    def wrong(self, value: object) -> RefusedError:
        return RefusedError(("", f"expected {self.words}, got {kind_of(value)}"))

    def reader(self, of_class: OfClass) -> Reader:
        """Return what makes of a JSON value what it says."""

        @cache
        def of_part(part: Description) -> Reader:
            return part.reader(of_class)

        return self._nullable(partial(self._read, of_part))

    def _right(self) -> Callable[[Value], object]:
        return _no

    def checked(self, value: object) -> Value:
        """Return an argument as it is to be sent; raise `RefusedError` when it is not of the type, or breaks a rule."""
        if value is None and self.or_none:
            return None
        right = self._read(CHECKED, copied(value) if self.copies else value)
        for rule in self.rules:
            if not rule.holds(right):
                raise RefusedError(("", rule.flaw))
        return right

    def checked_at(self, step: str, value: object) -> Value:
        """Return what `checked` returns of an argument's part, which is a step further down."""
        try:
            return copied(value) if is_right(self)(value) else self.checked(value)
        except RefusedError as error:
            raise error.below(step) from None

    def _nullable(self, read: Reader) -> Reader:
        return (lambda value: None if value is None else read(value)) if self.or_none else read

    def _read(self, _: OfPart, value: Value, /) -> Value:
        """Return what a value says, whose parts are read by `of_part`; no argument is of a subclass any more."""
        return value


@cache
def is_right(described: Description) -> Callable[[Value], object]:
    """Return what says quickly of an argument that it is right and sent as it is; it says so of most."""
    right = described._right() if described.rules == type(described).rules else _no  # noqa: SLF001 - of this file
    return (lambda value: value is None or right(value)) if described.or_none else right


def _no(_: Value) -> bool:
    return False


OfPart = Callable[[Description], Reader]
"""How the parts of a value are read: `CHECKED` when it is an argument."""
CHECKED: OfPart = attrgetter("checked")


class _Exact(Description):
    """A type whose right values stay what they are, such as `bool`."""

    def __init__(self, kind: TypeExpression) -> None:
        super().__init__(kind)
        self.as_is, self.kinds = frozenset([kind]), (int, float) if kind in {int, float} else (kind,)

    def _read(self, _: OfPart, value: Value, /) -> Value:
        if type(value) is self.kind:
            return value
        raise self.wrong(value)


class _Text(_Exact):
    rules = (Rule(lambda text: text.isascii() or jsontext.encodable(text), jsontext.NOT_ENCODABLE),)

    def _right(self) -> Callable[[Value], object]:
        return lambda value: type(value) is str and (value.isascii() or jsontext.encodable(value))


class _SecretText(_Text):
    """`str | Secret`: an argument is sent as a `Secret`."""

    _right = Description._right  # noqa: SLF001 - not as it is

    def checked(self, value: object) -> Secret | None:
        text = super().checked(value.reveal() if type(value) is Secret else value)
        return None if text is None else Secret(text)


class _Secret(Description):
    """`Secret`: a text of a response that is not shown."""

    kinds = (str,)

    def _read(self, _: OfPart, value: Value, /) -> Value:
        if type(value) is str:
            return Secret(value)
        raise self.wrong(value)


class _Integer(_Exact):
    """`int`. A server may write `5` as `5.0` (JSON Schema, validation, 6.1.1), a caller may not."""

    rules = (
        Rule(lambda number: number <= LARGEST_EXACT_INTEGER, f"must be at most {LARGEST_EXACT_INTEGER}"),
        Rule(lambda number: number >= -LARGEST_EXACT_INTEGER, f"must be at least -{LARGEST_EXACT_INTEGER}"),
    )

    def _read(self, of_part: OfPart, value: Value, /) -> Value:
        return super()._read(of_part, value if of_part is CHECKED else whole(value))


class _Number(_Exact):
    """`float`. JSON may write it without a point, and has neither infinity nor NaN (RFC 8259, 6)."""

    def _read(self, of_part: OfPart, value: Value, /) -> Value:
        if type(value) is not int and type(value) is not float:
            raise self.wrong(value)
        if not -LARGEST_FLOAT <= value <= LARGEST_FLOAT:
            raise RefusedError(("", "must be a finite number" if type(value) is float else "is too large for a float"))
        return value if of_part is CHECKED else float(value)  # an argument as it was written: 5.0 is no token


class _Choice(Description):
    def __init__(self, kind: TypeExpression) -> None:
        self.choices = get_args(kind)
        self.kinds = tuple(dict.fromkeys(map(type, self.choices)))
        self.constants = frozenset(self.choices if self.kinds == (str,) else ())
        super().__init__(kind, " or ".join(map(repr, self.choices)))

    def _right(self) -> Callable[[Value], object]:
        return lambda value: type(value) is str and value in self.constants

    def _read(self, _: OfPart, value: Value, /) -> Value:
        read = whole(value)
        if any(type(read) is type(one) and read == one for one in self.choices):
            return read
        raise self.wrong(value)


class _Json(Description):
    """`object`: any JSON value."""

    def _read(self, of_part: OfPart, value: Value, /) -> Value:
        kind = cast("Any", type(value))
        if of_part is not CHECKED:
            if finite(value):
                return value
            raise RefusedError(("", "holds a number that is too large"))
        if kind is dict:
            return {name: self.checked(item) for name, item in value.items()}
        if kind is list or kind is tuple:
            return [self.checked(item) for item in value]
        if kind is str or kind is float:
            return describe(kind).checked(value)
        if value is None or kind is bool or kind is int or kind is Secret:
            return value
        raise self.wrong(value)


class _Items(Description):
    """`tuple[T, ...]`, `list[T]`, and of arguments `Sequence[T]` and `Collection[T]`: a set is no `Sequence`."""

    def __init__(self, kind: TypeExpression) -> None:
        self.kind, self.item = kind, describe((get_args(kind) or (object,))[0])
        origin: Any = get_origin(kind)
        self.makes: type[Any] = list if list in {origin, kind} else tuple
        self.kinds = (list, tuple) if origin is Sequence or self.makes is list else (list, tuple, set, frozenset)

    def said(self) -> str:
        return f"a list of {self.item.words}"

    def reader(self, of_class: OfClass) -> Reader:
        as_is, read_item, makes = self.item.as_is, self.item.reader(of_class), self.makes

        def read(value: list[Any]) -> object:
            if type(value) is not list:
                raise self.wrong(value)
            types = set(map(type, value))
            if types <= as_is and (float not in types or (len(types) == 1 and finite_all(value))):
                return makes(value)
            return makes(_each(read_item, value))

        return self._nullable(read)

    def _right(self) -> Callable[[Value], object]:
        return lambda value: type(value) is list and all(map(is_right(self.item), value))

    def _read(self, _: OfPart, value: Value, /) -> Value:
        kind = cast("Any", type(value))
        if any(kind is each for each in self.kinds):
            return _each(self.item.checked, value)
        raise self.wrong(value)


def _each(read: Reader, items: Collection[Any]) -> list[object]:
    """Read items up to the first that is refused, and name its index: to gather 100,000 refusals takes 1.8 GB."""
    rest = iter(items)
    try:
        return list(map(read, rest))
    except RefusedError as error:
        raise error.below(f"[{len(items) - length_hint(rest) - 1}]") from None


class _Packed(_Items):
    """Numbers, or their bytes in base64."""

    def reader(self, of_class: OfClass) -> Reader:
        read = super().reader(of_class)
        return lambda value: jsontext.unpacked(value) if type(value) is str else read(value)


class _Map(Description):
    """`Mapping[str, T]` or `dict[str, T]`. A fault in it is the map's: its keys are values."""

    kinds = (dict,)

    def __init__(self, kind: TypeExpression) -> None:
        super().__init__(kind, "object")
        self.item = describe((get_args(kind) or (str, object))[1])

    def _read(self, of_part: OfPart, value: Value, /) -> Value:
        if type(value) is not dict:
            raise self.wrong(value)
        read = of_part(self.item)
        return {name: read(item) for name, item in cast("dict[str, Any]", value).items()}


class _Instance(Description):
    """A class: of responses, and of arguments that configure the SDK."""

    kinds = (dict,)
    copies = False

    @cached_property
    def keys(self) -> Mapping[str, Field]:
        return {field.wire: field for field in fields_of(self.kind).values()}

    def reader(self, of_class: OfClass) -> Reader:
        return self._nullable(of_class(self.kind))

    def _read(self, _: OfPart, value: Value, /) -> Value:
        if not issubclass(type(value), self.kind):
            raise RefusedError(("", f"expected {self.kind.__name__}, got {kind_of(value)}"))
        for name, field in fields_of(self.kind).items():
            field.described.checked_at(f".{name}", getattr(value, name))
        return value


class _Fields(_Instance):
    """A `TypedDict`, of arguments only. Keys that it does not know are sent, unless it is closed (PEP 728)."""

    copies = True

    def _right(self) -> Callable[[Value], object]:
        fields, rights = fields_of(self.kind), dict[str, Callable[[Value], object]]()
        required = [name for name, field in fields.items() if field.default is attrs.NOTHING]

        def right(value: Value) -> bool:
            if type(value) is not dict:
                return False
            for name, item in cast("dict[str, object]", value).items():
                if name not in rights and name in fields:
                    rights[name] = is_right(fields[name].described)
                if name not in rights or not rights[name](item):
                    return False
            return all(name in value for name in required)

        return right

    def _read(self, _: OfPart, value: Value, /) -> Value:
        if type(value) is not dict:
            raise self.wrong(value)
        given, known = cast("dict[str, object]", value), fields_of(self.kind)
        for name in given:
            if name not in known and getattr(self.kind, "__closed__", False):
                raise RefusedError((f".{name}", f"no such field; expected {', '.join(known)}"))
        for name, field in known.items():
            if name not in given and field.default is attrs.NOTHING:
                raise RefusedError((f".{name}", f"missing; expected {field.described.words}"))
        described = {name: known[name].described if name in known else _JSON for name in given}
        return {name: described[name].checked_at(f".{name}", item) for name, item in given.items()}


class _Union(Description):
    """Values of several kinds of JSON; its objects are told apart by their keys, its lists by their first item."""

    def __init__(self, kind: TypeExpression, types: Sequence[TypeExpression]) -> None:
        self.kind, self.open = kind, Unknown in types
        self.members = [describe(each) for each in types if each is not Unknown]
        kinds = [each for member in self.members for each in member.kinds]
        self.kinds = tuple(dict.fromkeys(kinds))
        self.as_is = frozenset[type]().union(*(member.as_is for member in self.members))
        # By `id`, as an argument's type may have a metaclass with a `__hash__` of its own.
        self.of_kind = {id(each): [member for member in self.members if each in member.kinds] for each in kinds}
        alike = any(kinds.count(each) > 1 for each in (str, bool, int, float))
        if alike or not all(member.kinds for member in self.members):
            raise TypeError(f"{kind} is no union that is known here")

    def said(self) -> str:
        objects = self.of_kind.get(id(dict), [])
        tag = tag_of(objects) if self.open or len(objects) > 1 else None
        words = [f'a part with "{tag}"' if tag and member in objects else member.words for member in self.members]
        return " or ".join(dict.fromkeys(words))

    def _right(self) -> Callable[[Value], object]:
        def right(value: Value) -> object:
            try:
                member = self._member(value)
            except RefusedError:
                return False
            return type(member) is not str and is_right(member)(value)

        return right

    def _read(self, of_part: OfPart, value: Value, /) -> Value:
        if self.open and type(value) is Unknown:
            return _JSON.checked(value.data)
        member = self._member(value)
        if type(member) is not str:
            return of_part(member)(value)
        data = of_part(_JSON)(value)
        return data if of_part is CHECKED else Unknown(tag=value[member], data=data)

    def _member(self, value: Value) -> Value:
        """Return of which member a value is, or the key of its tag when that is unknown."""
        kind = cast("Any", type(value))
        members: list[Any] = self.of_kind.get(id(kind), [])
        if not members:
            raise self.wrong(value)
        if kind is dict:
            return self._choice(value)
        if len(members) > 1 and value:
            first = cast("Any", type(copied(next(iter(value)))))
            return next((each for each in members if any(first is kind for kind in each.item.kinds)), members[0])
        return members[0]

    @cached_property
    def _choice(self) -> Choice:
        return choice(self.of_kind[id(dict)], self.open)


def _union(kind: TypeExpression) -> Description:
    """Describe `X | None`, `str | Secret`, and `Literal[...] | str`, which is any text: a server may know more."""
    members = [member for member in get_args(kind) if member is not NoneType]
    if set(members) == {str, Secret}:
        return _SecretText(str)
    if str in members:
        members = [member for member in members if get_origin(member) is not Literal]
    described = copy(describe(members[0])) if len(members) == 1 else _Union(kind, members)
    described.or_none = described.or_none or NoneType in get_args(kind)
    return described


def _annotated(kind: TypeExpression) -> Description:
    """Describe `Annotated[X, ...]`. An integer with a rule may then be any, for it is no part of a JSON text."""
    base, *marks = get_args(kind)
    described = _Packed(base) if PACKED in marks else copy(describe(base))
    rules = tuple(mark for mark in marks if type(mark) is Rule)
    described.rules = rules if base is int and rules else described.rules + rules
    described.wire = next((mark.name for mark in marks if type(mark) is Wire), described.wire)
    described.rest = described.rest or REST in marks
    return described


_JSON = _Json(object, "a JSON value")
_KINDS: dict[object, Callable[[TypeExpression], Description]] = {
    str: _Text,
    bool: _Exact,
    int: _Integer,
    float: _Number,
    object: lambda _: _JSON,
    Any: lambda kind: Description(kind, "object"),
    Literal: _Choice,
    Secret: lambda kind: _Secret(kind, "str"),
    **dict.fromkeys((Mapping, dict), _Map),
    **dict.fromkeys((tuple, list, Sequence, Collection), _Items),
    Callable: lambda _: describe(Annotated[Any, Rule(callable, "expected a function")]),
    Annotated: _annotated,
    **dict.fromkeys((Required, NotRequired), lambda kind: describe(get_args(kind)[0])),
    **dict.fromkeys((Union, UnionType), _union),
}

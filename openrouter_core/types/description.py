"""One description of a type, from which reading, checking and the words of a fault are derived.

Each kind of type has one class, and one line in the table at the end.

Nothing is coerced, and no code of an argument's own class is run, for it might raise anything. Hence
`issubclass(type(value), str)` and `str.__str__(value)`: `isinstance` would ask the value for its `__class__`.
"""

from __future__ import annotations

import binascii
import math
import re
import struct
from collections.abc import Callable, Collection, Mapping, Sequence
from copy import copy
from functools import cache, cached_property
from operator import length_hint
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, NotRequired, Required, Union, cast, get_args, get_origin, get_type_hints

import attrs

from openrouter_core.model import PACKED, REST, Unknown, Wire
from openrouter_core.secret import Secret, kind_of
from openrouter_core.types.jsontext import Reader, RefusedError
from openrouter_core.types.unions import Choice, Field, Member, choice, tag_of

TypeExpression = Any
OfClass = Callable[[TypeExpression], Reader]
"""How a class is read: compiled, or by cattrs."""

LARGEST_EXACT_INTEGER = 2**53 - 1
"""Up to it, all readers of JSON agree on the value of an integer (RFC 8259, 6)."""


@attrs.frozen
class Rule:
    """What a type cannot say of an argument: `Annotated[int, Rule(is_even, "must be even")]`."""

    holds: Callable[[Any], object]
    flaw: str

    def __repr__(self) -> str:  # as the reference shows it, within `Annotated`
        return repr(self.flaw)


@cache
def describe(kind: TypeExpression) -> Description:
    """Return the description of a type; raise `TypeError` when no such type is known here."""
    origin: Any = get_origin(kind)
    known = _KINDS.get(origin or kind)
    if known is not None:
        return known(kind)
    if hasattr(kind, "__defaults__") or attrs.has(kind):
        return _Instance(kind, "object")
    if hasattr(kind, "__required_keys__"):
        return _Fields(kind, "dict")
    raise TypeError(f"{kind} is no type of a field or a parameter")


@cache
def fields_of(kind: Any) -> dict[str, Field]:  # noqa: ANN401 - a `TypedDict` or a class
    """Return the fields of a `TypedDict` or a class by their names."""
    defaults: Any = getattr(kind, "__defaults__", None)
    if defaults is None and hasattr(kind, "__required_keys__"):
        defaults = dict.fromkeys(kind.__optional_keys__)
    elif defaults is None:
        defaults = {field.name: field.default for field in attrs.fields(kind)}
    fields: dict[str, Field] = {}
    for name, hint in get_type_hints(kind, include_extras=True).items():
        described, marks = describe(hint), _marks(hint)
        wire = next((mark.name for mark in marks if type(mark) is Wire), name)
        fields[name] = Field(wire, described, defaults.get(name, attrs.NOTHING), REST in marks)
    return fields


def _marks(hint: TypeExpression) -> tuple[object, ...]:
    """Return what `Annotated` says of a field beside its type."""
    origin: Any = get_origin(hint)
    if origin in {Required, NotRequired}:
        return _marks(get_args(hint)[0])
    return get_args(hint)[1:] if origin is Annotated else ()


class Description(Member):
    """What is known of a type; by itself it is `Any`, which is for values that are no part of a JSON text.

    Attributes:
        kinds: Of which kinds of JSON its values are, as Python reads them.
        constants: The only values, if they are texts.
        as_is: Whether a right JSON value stays what it is, so that `condition` alone judges it.
        plain: The type of values that stay what they are, if it is one and says all but whether a number is finite.
        or_none: Whether it is `X | None`; all else describes `X`.
        rules: What an argument must be beside its type.
    """

    kinds: tuple[type, ...] = ()
    constants: frozenset[str] = frozenset()
    as_is = False
    plain: type | None = None
    or_none = False
    rules: tuple[Rule, ...] = ()

    def __init__(self, kind: TypeExpression, said: str = "") -> None:
        self.kind = kind
        self._said = said

    @property
    def said(self) -> str:
        """What was expected but for `None`; made when it is needed, as a type may hold itself."""
        return self._said or str(self.kind.__name__)

    @property
    def words(self) -> str:
        """What was expected, as a fault says it."""
        return f"{self.said} or None" if self.or_none else self.said

    def condition(self, variable: str) -> str:
        """Return the text that is true when the variable holds a right JSON value that stays what it is."""
        return f"({variable} is None or {self._right(variable)})" if self.or_none else f"({self._right(variable)})"

    def reader(self, _: OfClass, /) -> Reader:
        """Return what makes of a JSON value, but for the `None` of `X | None`, what it says."""
        return self._read

    def checked(self, value: object) -> object:
        """Return an argument as it is to be sent; raise `RefusedError` when it is not of the type, or breaks a rule."""
        if value is None and self.or_none:
            return None
        right = self._checked(value)
        for rule in self.rules:
            if not rule.holds(right.reveal() if type(right) is Secret else right):
                raise RefusedError(("", rule.flaw))
        return right

    def checked_at(self, step: str, value: object) -> object:
        """Return what `checked` returns of an argument's part, which is a step further down."""
        try:
            return self.checked(value)
        except RefusedError as error:
            raise error.below(step) from None

    def copied(self, value: object, kind: type) -> Any:  # noqa: ANN401 - a `kind`
        """Return a copy of an argument that must be a `kind` of JSON."""
        plain = _copied(value)
        if type(plain) is kind:
            return plain
        raise self.wrong(value)

    def wrong(self, value: object, words: str = "") -> RefusedError:
        return RefusedError(("", f"expected {words or self.words}, got {kind_of(value)}"))

    def _right(self, _: str, /) -> str:
        return "False"

    def _read(self, value: object) -> object:
        return value

    def _checked(self, value: object) -> object:
        return self._read(_plain(value))


class _Exact(Description):
    as_is = True

    def __init__(self, kind: TypeExpression, said: str = "") -> None:
        super().__init__(kind, said)
        self.plain, self.kinds = kind, (int, float) if kind is int else (kind,)

    def _right(self, variable: str, /) -> str:
        return f"type({variable}) is {self.kind.__name__}"

    def _read(self, value: object) -> object:
        if type(value) is self.kind:
            return value
        raise self.wrong(value)


class _Text(_Exact):
    rules = (Rule(lambda text: text.isascii() or _unicode(text), "must be text that UTF-8 can encode"),)


class _SecretText(_Text):
    """`str | Secret`: an argument is sent as a `Secret`."""

    def _checked(self, value: object) -> object:
        return Secret(cast("str", super()._checked(value.reveal() if type(value) is Secret else value)))


class _Secret(Description):
    """`Secret`: a text of a response that is not shown."""

    kinds = (str,)

    def _read(self, value: object) -> object:
        if type(value) is str:
            return Secret(value)
        raise self.wrong(value, "str")


class _Integer(_Exact):
    """`int`. A server may write `5` as `5.0` (JSON Schema, validation, 6.1.1), a caller may not."""

    rules = (
        Rule(lambda number: number <= LARGEST_EXACT_INTEGER, f"must be at most {LARGEST_EXACT_INTEGER}"),
        Rule(lambda number: number >= -LARGEST_EXACT_INTEGER, f"must be at least -{LARGEST_EXACT_INTEGER}"),
    )

    def _read(self, value: object) -> object:
        return super()._read(_whole(value))

    def _checked(self, value: object) -> object:
        return super()._read(_plain(value))


class _Number(Description):
    """`float`. JSON may write it without a point, and has neither infinity nor NaN (RFC 8259, 6)."""

    kinds = (float, int)
    plain = float

    def _right(self, variable: str, /) -> str:
        return f"type({variable}) is float and isfinite({variable})"

    def _read(self, value: object) -> object:
        if type(value) is not int and type(value) is not float:
            raise self.wrong(value)
        try:
            number = float(value)
        except OverflowError:
            raise RefusedError(("", "is too large for a float")) from None
        if math.isfinite(number):
            return number
        raise RefusedError(("", "must be a finite number"))

    def _checked(self, value: object) -> object:
        plain = _plain(value)
        number = self._read(plain)
        return plain if type(plain) is int else number  # as it was written: 5.0 is no token


class _Choice(Description):
    as_is = True

    def __init__(self, kind: TypeExpression) -> None:
        self.choices = get_args(kind)
        self.kinds = tuple(dict.fromkeys(map(type, self.choices)))
        self.constants = frozenset(self.choices if self.kinds == (str,) else ())
        super().__init__(kind, " or ".join(map(repr, self.choices)))

    def _right(self, variable: str, /) -> str:
        return " or ".join(
            f"type({variable}) is {type(one).__name__} and {variable} == {one!r}" for one in self.choices
        )

    def _read(self, value: object) -> object:
        plain = _whole(value)
        if any(type(plain) is type(choice) and plain == choice for choice in self.choices):
            return plain
        raise self.wrong(value)


class _Json(Description):
    """`object`: any JSON value."""

    as_is = True

    def _right(self, variable: str, /) -> str:
        return f"finite({variable})"

    def _read(self, value: object) -> object:
        if finite(value):
            return value
        raise RefusedError(("", "holds a number that is too large"))

    def _checked(self, value: object) -> object:
        plain: Any = _copied(value)
        kind = cast("Any", type(plain))
        if kind is dict:
            return {name: self.checked(item) for name, item in plain.items()}
        if kind is list:
            return [self.checked(item) for item in plain]
        if kind is str or kind is float:
            return describe(kind).checked(plain)
        if plain is None or kind is bool or kind is int or kind is Secret:
            return plain
        raise self.wrong(value)


class _Items(Description):
    """`tuple[T, ...]`, and of arguments `Sequence[T]` and `Collection[T]`: a set is no `Sequence`."""

    kinds = (list,)

    def __init__(self, kind: TypeExpression) -> None:
        self.item = describe(get_args(kind)[0])
        origin: Any = get_origin(kind)
        self.bases: tuple[Any, ...] = (list, tuple) if origin is Sequence else (list, tuple, set, frozenset)
        self.kind = kind

    @property
    def said(self) -> str:
        return f"a list of {self.item.words}"

    def reader(self, of_class: OfClass, /) -> Reader:
        read_items = _compiled("tuple([{} for each in given])", self.item, of_class)

        plain, finite = {self.item.plain}, self.item.plain is not float

        def read(value: list[Any]) -> object:
            if type(value) is not list:
                raise self.wrong(value)
            if set(map(type, value)) == plain and (finite or finite_all(value)):
                return tuple(value)
            return _placed(read_items, value)

        return read

    def _checked(self, value: object) -> object:
        for base in self.bases:
            if issubclass(type(value), base):  # copied, as another thread may change the caller's at any time
                return _placed(lambda rest: list(map(self.item.checked, rest)), list(base.__iter__(value)))
        raise self.wrong(value)


def _compiled(text: str, item: Description, of_class: OfClass) -> Reader:
    """Return what reads all that is `given`, as the text says, where `{}` stands for each of it, read."""
    each = f"each if {item.condition('each')} else read(each)"
    scope = {"read": item.reader(of_class), **IN_CONDITIONS}
    return cast("Reader", eval(f"lambda given: {text.format(each)}", scope))  # noqa: S307 - our own text


def _placed(read_items: Reader, items: list[object]) -> object:
    """Read items up to the first that is refused, and name its index: to gather 100,000 refusals takes 1.8 GB."""
    rest = iter(items)
    try:
        return read_items(rest)
    except RefusedError as error:
        raise error.below(f"[{len(items) - length_hint(rest) - 1}]") from None


class _Packed(_Items):
    """Numbers, or their bytes in base64: 32-bit floats, little-endian."""

    def reader(self, of_class: OfClass, /) -> Reader:
        read_items = super().reader(of_class)
        return lambda value: _unpacked(value) if type(value) is str else read_items(value)


def _unpacked(text: str) -> object:
    try:
        packed = binascii.a2b_base64(text, strict_mode=True)
        numbers = struct.unpack(f"<{len(packed) // 4}f", packed)
    except (ValueError, struct.error):
        raise RefusedError(("", "is no base64 of 32-bit floats")) from None
    if finite_all(numbers):
        return numbers
    raise RefusedError(("", "must be finite numbers"))


class _Map(Description):
    """`Mapping[str, T]`. A fault in it is the map's: its keys are values."""

    kinds = (dict,)

    def __init__(self, kind: TypeExpression) -> None:
        self.item = describe(get_args(kind)[1])
        self.as_is = self.item is _JSON
        super().__init__(kind, "object")

    def _right(self, variable: str, /) -> str:
        return f"type({variable}) is dict and finite({variable})" if self.as_is else "False"

    def reader(self, of_class: OfClass, /) -> Reader:
        read_values = _compiled("{{key: {} for key, each in given.items()}}", self.item, of_class)

        def read(value: object) -> object:
            if type(value) is not dict:
                raise self.wrong(value)
            return read_values(value)

        return read

    def _checked(self, value: object) -> object:
        return {name: self.item.checked(item) for name, item in self.copied(value, dict).items()}


class _Instance(Description):
    """A class: of responses, and of arguments that configure the SDK."""

    kinds = (dict,)

    @cached_property
    def keys(self) -> Mapping[str, Field]:
        return {field.wire: field for field in fields_of(self.kind).values()}

    def reader(self, of_class: OfClass, /) -> Reader:
        return of_class(self.kind)

    def _checked(self, value: object) -> object:
        if not issubclass(type(value), self.kind):
            raise self.wrong(value, self.kind.__name__)
        for name, field in fields_of(self.kind).items():
            field.described.checked_at(f".{name}", getattr(value, name))
        return value


class _Fields(_Instance):
    """A `TypedDict`, of arguments only. Keys that it does not know are sent, unless it is closed (PEP 728)."""

    def _checked(self, value: object) -> object:
        given, known = self.copied(value, dict), fields_of(self.kind)
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
        # By `id`, as an argument's type may have a metaclass with a `__hash__` of its own.
        self.of_kind = {id(each): [member for member in self.members if each in member.kinds] for each in kinds}
        alike = any(kinds.count(each) > 1 for each in kinds if each not in {dict, list})
        if alike or not all(member.kinds for member in self.members):
            raise TypeError(f"{kind} is no union that is known here")

    @property
    def said(self) -> str:
        objects = self.of_kind.get(id(dict), [])
        tag = tag_of(objects) if self.open or len(objects) > 1 else None
        words = [f'a part with "{tag}"' if tag and member in objects else member.words for member in self.members]
        return " or ".join(dict.fromkeys(words))

    def _right(self, variable: str, /) -> str:
        return " or ".join(dict.fromkeys(member.condition(variable) for member in self.members))

    def reader(self, of_class: OfClass, /) -> Reader:
        @cache
        def reader(member: Description) -> Reader:
            return member.reader(of_class)

        return lambda value: reader(self._member(value))(value)

    def _checked(self, value: object) -> object:
        if self.open and type(value) is Unknown:
            return _JSON.checked(value.data)
        plain = _copied(value)
        return self._member(plain).checked(plain)

    def _member(self, value: Any) -> Description:  # noqa: ANN401 - any JSON value
        """Return of which member a value is."""
        kind = cast("Any", type(value))
        members = cast("list[_Items]", self.of_kind.get(id(kind), []))
        if not members:
            raise self.wrong(value)
        if kind is dict:
            return cast("Description", self._choice(value))
        if len(members) > 1 and value:
            first = type(_copied(value[0]))
            return next((each for each in members if any(first is kind for kind in each.item.kinds)), members[0])
        return members[0]

    @cached_property
    def _choice(self) -> Choice:
        return choice(self.of_kind[id(dict)], cache(_Newer) if self.open else None)


class _Newer(Description):
    """An object whose tag is unknown; `kind` is the tag's key."""

    def reader(self, of_class: OfClass, /) -> Reader:
        read = _JSON.reader(of_class)
        return lambda value: Unknown(tag=value[self.kind], data=read(value))

    def _checked(self, value: object) -> object:
        return _JSON.checked(value)


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


def _plain(value: object) -> object:
    """Return text or a number as one of no subclass: of an enumeration its value, and not its name."""
    for base, plain in cast("tuple[tuple[type, Reader], ...]", _PLAIN):
        if issubclass(type(value), base):
            return value if type(value) is bool else plain(value)
    return value


def _copied(value: object) -> object:
    """Return a JSON value of no subclass; an object or a list is a copy, its parts are what they were."""
    if type(value) is str:  # as most are
        return value
    for base in (list, tuple):
        if issubclass(type(value), base):
            return list(cast("Any", base).__iter__(value))
    if issubclass(type(value), dict):
        copied = dict[Any, Any].copy(cast("Any", value))
        usual = all(type(key) is str and key.isascii() for key in copied)
        return copied if usual else {_NAME.checked(key): each for key, each in copied.items()}
    return _plain(value)


def _whole(value: object) -> object:
    """Return a number without a fraction as an integer: JSON makes no difference between them."""
    return int(value) if type(value) is float and value.is_integer() else value


def finite(value: object) -> bool:
    """Return whether all numbers in a JSON value are finite: `1e999` is read as infinity."""
    if type(value) is float:
        return math.isfinite(value)
    if type(value) is dict:
        return all(map(finite, cast("dict[str, object]", value).values()))
    return type(value) is not list or all(map(finite, cast("list[object]", value)))


def finite_all(numbers: Collection[float]) -> bool:
    """Return whether all are finite. So is their sum, as a rule: no infinity and no NaN gets lost in one."""
    return math.isfinite(sum(numbers)) or all(map(math.isfinite, numbers))


IN_CONDITIONS = {"finite": finite, "isfinite": math.isfinite}


def _annotated(kind: TypeExpression) -> Description:
    """Describe `Annotated[X, ...]`. An integer with a rule may then be any, for it is no part of a JSON text."""
    base, *marks = get_args(kind)
    if PACKED in marks:
        return _Packed(base)
    rules = [mark for mark in marks if type(mark) is Rule]
    described = copy(describe(base))
    described.rules = (*(() if base is int and rules else described.rules), *rules)
    return described


_unicode: Callable[[str], object] = re.compile("[^\ud800-\udfff]*").fullmatch
_PLAIN = ((str, str.__str__), (int, int.__int__), (float, float.__float__))
_NAME, _JSON = _Text(str, "names of fields"), _Json(object, "a JSON value")
_KINDS: dict[object, Callable[[TypeExpression], Description]] = {
    str: _Text,
    bool: _Exact,
    int: _Integer,
    float: _Number,
    object: lambda _: _JSON,
    Any: lambda kind: Description(kind, "object"),
    Literal: _Choice,
    Secret: _Secret,
    Mapping: _Map,
    **dict.fromkeys((tuple, Sequence, Collection), _Items),
    Callable: lambda _: describe(Annotated[Any, Rule(callable, "expected a function")]),
    Annotated: _annotated,
    **dict.fromkeys((Required, NotRequired), lambda kind: describe(get_args(kind)[0])),
    **dict.fromkeys((Union, UnionType), _union),
}

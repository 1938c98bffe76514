"""One description of a type, from which reading, checking and the words of a fault are derived. Nothing is coerced.

Each kind of type has one class, and one line in the table at the end.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Mapping, Sequence
from copy import copy
from functools import cache, cached_property, partial
from operator import length_hint
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, NotRequired, Required, Union, cast, get_args, get_origin, get_type_hints

from openrouter_core.model import PACKED, REST, Unknown, Wire, frozen
from openrouter_core.secret import Secret, kind_of
from openrouter_core.types.jsontext import Reader, RefusedError, copied, finite, finite_all, unpacked, whole
from openrouter_core.types.unions import REQUIRED, Choice, Field, Member, choice, tag_of

TypeExpression = Any
Value = Any
OfClass = Callable[[TypeExpression], Reader]
"""How a class is read: compiled, or by cattrs."""

LARGEST_EXACT_INTEGER = 2**53 - 1
"""Up to it, all readers of JSON agree on the value of an integer (RFC 8259, 6)."""
LARGEST_FLOAT = sys.float_info.max


@frozen()
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
    if hasattr(kind, "__required_keys__"):
        return _Fields(kind, "dict")
    if hasattr(kind, "__defaults__") or hasattr(origin or kind, "__attrs_attrs__"):
        return _Instance(kind, "object")
    raise UnknownTypeError(f"{kind} is not a type that a field or a parameter can have")


@cache
def fields_of(kind: Any) -> dict[str, Field]:  # noqa: ANN401 - a `TypedDict` or a class
    defaults: Any = getattr(kind, "__defaults__", None)
    if defaults is None and hasattr(kind, "__required_keys__"):
        defaults = dict.fromkeys(kind.__optional_keys__)
    elif defaults is None:
        import attrs

        defaults = {each.name: each.default for each in attrs.fields(kind) if each.default is not attrs.NOTHING}
    described = {name: describe(hint) for name, hint in get_type_hints(kind, include_extras=True).items()}
    return {name: Field(each.wire or name, each, defaults.get(name, REQUIRED)) for name, each in described.items()}


class Description:
    """What is known of a type; by itself it is `Any`, which is for values that are no part of a JSON text.

    Most values are right and stay what they are. `exact` is the text of a fast test for these. `_read` converts or
    refuses all others: `reader` calls it for responses, and `checked` for arguments.
    """

    kinds: tuple[type, ...] = ()  # of JSON, that its values are
    as_is: frozenset[type] = frozenset()  # of values that are right and stay what they are, if numbers are finite
    constants: frozenset[str] = frozenset()  # its only values, if they are texts
    or_none = False  # whether it is `X | None`; all else describes `X`
    rules: tuple[Rule, ...] = ()  # what an argument must be beside its type
    packed = False  # whether a response may have its numbers as their bytes in base64
    wire: str | None = None  # the name in JSON of a field of this type, if that has one of its own
    rest = False  # whether a field of this type holds the keys that are no fields

    def __init__(self, kind: TypeExpression, said: str = "") -> None:
        self.kind, self._said = kind, said

    @cached_property
    def keys(self) -> Mapping[str, Field]:
        return {}

    def said(self) -> str:
        """Return what was expected but for `None`; made when it is needed, as a type may hold itself."""
        return self._said or str(self.kind.__name__)

    @property
    def words(self) -> str:
        return f"{self.said()} or None" if self.or_none else self.said()

    def wrong(self, value: object, words: str = "") -> RefusedError:
        hint = (
            ", which jsonable() turns into a dict" if hasattr(type(value), "__hints__") and dict in self.kinds else ""
        )
        return RefusedError(("", f"expected {words or self.words}, got {kind_of(value)}{hint}"))

    def exact(self, name: str) -> str:
        """Return an expression that is true when the variable `name` holds what is right and stays what it is.

        It is never true of lists and objects, which become tuples and instances.
        """
        tests = [f"{name} is None"] if self.or_none else []
        tests += [f"type({name}) is {kind.__name__}" for kind in self.as_is - {float}]
        tests += [f"type({name}) is float and isfinite({name})"] if float in self.as_is else []
        tests += [f"type({name}) is str and {name} in {set(self.constants)}"] if self.constants else []
        return " or ".join(tests) or "False"

    def is_exact(self, value: Value) -> bool:
        """Return whether an argument is right for sure, and sent as it is."""
        if type(value) is str:
            return value in self.constants or (str in self.as_is and value.isascii())
        return value is None and self.or_none

    def reader(self, of_class: OfClass | None) -> Reader:
        """Return what reads responses, whose classes `of_class` reads; without that, what checks arguments."""
        if of_class is None:
            return self.checked
        read = self._reader(of_class)
        return (lambda value: None if value is None else read(value)) if self.or_none else read

    def _reader(self, of_class: OfClass) -> Reader:
        return partial(self._read, of_class)

    def checked(self, value: object) -> Value:
        """Return an argument as it is to be sent; raise `RefusedError` when it is not of the type, or breaks a rule."""
        if value is None and self.or_none:
            return None
        right = self._read(None, copied(value) if self.kinds else value)
        for rule in self.rules:
            if not rule.holds(right):
                raise RefusedError(("", rule.flaw))
        return right

    def checked_at(self, step: str, value: object) -> Value:
        try:
            return copied(value) if not self.rules and self.is_exact(value) else self.checked(value)
        except RefusedError as error:
            raise error.below(step) from None

    def _read(self, _: OfClass | None, value: Value, /) -> Value:
        """Return what a value says that is not `None`; of an argument it is a copy, and of no subclass."""
        return value


def _is_one_of(kinds: Sequence[type], value: Value) -> bool:
    return any(type(value) is each for each in kinds)  # never by `==`: a metaclass may have one of its own


class _Scalar(Description):
    def __init__(self, kind: TypeExpression) -> None:
        super().__init__(kind)
        self.as_is, self.kinds = frozenset([kind]), (int, float) if kind in {int, float} else (kind,)

    def _read(self, _: OfClass | None, value: Value, /) -> Value:
        if type(value) is self.kind:
            return value
        raise self.wrong(value)


class _Secret(Description):
    """`Secret` in a response, and `str | Secret` as an argument: both become a `Secret`."""

    kinds = (str,)

    def checked(self, value: object) -> Secret | None:
        text = super().checked(value.reveal() if type(value) is Secret else value)
        return None if text is None else Secret(text)

    def _read(self, of_class: OfClass | None, value: Value, /) -> Value:
        if type(value) is not str:
            raise self.wrong(value)
        return value if of_class is None else Secret(value)


class _Integer(_Scalar):
    """`int`. A server may write `5` as `5.0` (JSON Schema, validation, 6.1.1), a caller may not."""

    def _read(self, of_class: OfClass | None, value: Value, /) -> Value:
        number = super()._read(of_class, value if of_class is None else whole(value))
        if of_class is None and not self.rules and abs(number) > LARGEST_EXACT_INTEGER:
            bound = "most " if number > 0 else "least -"
            raise RefusedError(("", f"must be at {bound}{LARGEST_EXACT_INTEGER}"))
        return number


class _Number(_Scalar):
    """`float`. JSON may write it without a point, and has neither infinity nor NaN (RFC 8259, 6)."""

    def _read(self, of_class: OfClass | None, value: Value, /) -> Value:
        if type(value) is not int and type(value) is not float:
            raise self.wrong(value)
        if not -LARGEST_FLOAT <= value <= LARGEST_FLOAT:
            raise RefusedError(("", "must be a finite number" if type(value) is float else "is too large for a float"))
        return value if of_class is None else float(value)  # an argument as it was written: 5.0 is no token


class _Choice(Description):
    def __init__(self, kind: TypeExpression) -> None:
        self.choices = get_args(kind)
        self.kinds = tuple(dict.fromkeys(map(type, self.choices)))
        self.constants = frozenset(self.choices if self.kinds == (str,) else ())
        super().__init__(kind, " or ".join(map(repr, self.choices)))

    def _read(self, _: OfClass | None, value: Value, /) -> Value:
        read = whole(value)
        if any(type(read) is type(one) and read == one for one in self.choices):
            return read
        raise self.wrong(value)


class _Json(Description):
    kinds = (dict, list, tuple, str, bool, int, float)

    def _read(self, of_class: OfClass | None, value: Value, /) -> Value:
        kind = cast("Any", type(value))
        if of_class is not None:
            if finite(value):
                return value
            raise RefusedError(("", "holds a number that is too large"))
        if kind is dict:
            return {name: self.checked(item) for name, item in value.items()}
        if kind is list or kind is tuple:
            return [self.checked(item) for item in value]
        if kind is float:
            return describe(float).checked(value)
        if _is_one_of((NoneType, str, bool, int, Secret), value):
            return value
        raise self.wrong(value)


class _Items(Description):
    """`tuple[T, ...]`, `list[T]`, and of arguments `Sequence[T]` and `Collection[T]`: a set is no `Sequence`."""

    def __init__(self, kind: TypeExpression) -> None:
        self.kind, self.item = kind, describe((get_args(kind) or (object,))[0])
        origin: Any = get_origin(kind) or kind  # type: ignore[unreachable] # mypy: an `Any` is never None
        self.makes: type[Any] = list if origin is list else tuple
        self.kinds = (list, tuple) if origin in {list, Sequence} else (list, tuple, set, frozenset)

    def said(self) -> str:
        return f"a list of {self.item.words}"

    def is_exact(self, value: Value) -> bool:
        items: list[Any] = value
        return type(items) is list and not self.item.rules and all(map(self.item.is_exact, items))

    def _reader(self, of_class: OfClass) -> Reader:
        as_is, read_item, makes = self.item.as_is, self.item.reader(of_class), self.makes

        def read(value: list[Any]) -> object:
            if type(value) is not list:
                raise self.wrong(value)
            types = set(map(type, value))
            if types <= as_is and (float not in types or (len(types) == 1 and finite_all(value))):
                return makes(value)
            return makes(_each(read_item, value))

        return (lambda value: unpacked(value) if type(value) is str else read(value)) if self.packed else read

    def _read(self, _: OfClass | None, value: Value, /) -> Value:
        if _is_one_of(self.kinds, value):
            return _each(self.item.checked, value)
        raise self.wrong(value)


def _each(read: Reader, items: Collection[Any]) -> list[object]:
    """Read items up to the first that is refused, and name its index: to gather 100,000 refusals takes 1.8 GB."""
    rest = iter(items)
    try:
        return list(map(read, rest))
    except RefusedError as error:
        raise error.below(f"[{len(items) - length_hint(rest) - 1}]") from None


class _Map(Description):
    """`Mapping[str, T]` or `dict[str, T]`. A fault in it is the map's: its keys are values."""

    kinds = (dict,)

    def __init__(self, kind: TypeExpression) -> None:
        super().__init__(kind, "object")
        self.item = describe((get_args(kind) or (str, object))[1])

    def _read(self, of_class: OfClass | None, value: Value, /) -> Value:
        if type(value) is not dict:
            raise self.wrong(value)
        read = self.item.reader(of_class)
        return {name: read(item) for name, item in cast("dict[str, Any]", value).items()}


class _Instance(Description):
    """A class: of responses, and of arguments that configure the SDK."""

    kinds = (dict,)

    @cached_property
    def keys(self) -> Mapping[str, Field]:
        return {field.wire: field for field in fields_of(self.kind).values()}

    def _reader(self, of_class: OfClass) -> Reader:
        return of_class(self.kind)

    def _read(self, _: OfClass | None, value: Value, /) -> Value:
        if not issubclass(type(value), self.kind):
            raise self.wrong(value, self.kind.__name__)
        for name, field in fields_of(self.kind).items():
            field.described.checked_at(f".{name}", getattr(value, name))
        return value


class _Fields(_Instance):
    """A `TypedDict`, of arguments only. Keys that it does not know are sent."""

    @cached_property
    def _tests(self) -> tuple[frozenset[str], dict[str, Callable[[Value], bool]]]:
        described = {name: field.described for name, field in fields_of(self.kind).items()}
        return self.kind.__required_keys__, {name: each.is_exact for name, each in described.items() if not each.rules}

    def is_exact(self, value: Value) -> bool:
        given: dict[str, Any] = value
        required, tests = self._tests
        if type(given) is not dict or not required <= given.keys():
            return False
        for name, item in given.items():  # noqa: SIM110 - `all` takes twice as long
            if name not in tests or not tests[name](item):
                return False
        return True

    def _read(self, _: OfClass | None, value: Value, /) -> Value:
        if type(value) is not dict:
            raise self.wrong(value)
        given, known = cast("dict[str, object]", value), fields_of(self.kind)
        for name, field in known.items():
            if name not in given and field.default is REQUIRED:
                raise RefusedError((f".{name}", f"missing; expected {field.described.words}"))
        described = {name: known[name].described if name in known else _JSON for name in given}
        return {name: described[name].checked_at(f".{name}", item) for name, item in given.items()}


class _Union(Description):
    """Values of several kinds of JSON; its objects are told apart by their keys, its lists by their first item."""

    def __init__(self, kind: TypeExpression, types: Sequence[TypeExpression]) -> None:
        self.kind, self.open = kind, Unknown in types
        self.members = [describe(each) for each in types if each is not Unknown]
        self.objects = [member for member in self.members if dict in member.kinds]
        kinds = [each for member in self.members for each in member.kinds]
        self.kinds = tuple(dict.fromkeys(kinds))
        self.as_is = frozenset[type]().union(*(member.as_is for member in self.members if not member.rules))
        alike = any(kinds.count(each) > 1 for each in (str, bool, int, float))
        if alike or not all(member.kinds for member in self.members):
            raise TypeError(f"{kind} is no union that is known here")

    def said(self) -> str:
        tag = tag_of(self.objects) if self.open or len(self.objects) > 1 else None
        words = [f'{each.said()} with "{tag}"' if tag and each in self.objects else each.words for each in self.members]
        return " or ".join(dict.fromkeys(words))

    def is_exact(self, value: Value) -> bool:
        if type(value) is str:
            return str in self.as_is and value.isascii()
        if value is None:
            return self.or_none
        try:
            member = self._member(value)
        except RefusedError:
            return False
        return type(member) is not str and not member.rules and member.is_exact(value)

    def _read(self, of_class: OfClass | None, value: Value, /) -> Value:
        if self.open and type(value) is Unknown:
            return _JSON.checked(value.data)
        member = self._member(value)
        if type(member) is not str:
            return member.reader(of_class)(value)
        data = _JSON.reader(of_class)(value)
        return data if of_class is None else Unknown(tag=value[member], data=data)

    def _member(self, value: Value) -> Member:
        given: dict[str, Any] = value
        if type(given) is dict and self.objects:
            return self._choice(given)
        members = [member for member in self.members if _is_one_of(member.kinds, value)]
        if len(members) > 1 and value:
            first = copied(next(iter(value)))
            return next((each for each in members if _is_one_of(cast("_Items", each).item.kinds, first)), members[0])
        if members:
            return members[0]
        raise self.wrong(value)

    @cached_property
    def _choice(self) -> Choice:
        return choice(self.objects, is_open=self.open)


def _union(kind: TypeExpression) -> Description:
    """Describe `X | None`, `str | Secret`, and `Literal[...] | str`, which is any text: a server may know more."""
    members = [member for member in get_args(kind) if member is not NoneType]
    if set(members) == {str, Secret}:
        return _Secret(str)
    if str in members:
        members = [member for member in members if get_origin(member) is not Literal]
    described = copy(describe(members[0])) if len(members) == 1 else _Union(kind, members)
    described.or_none = described.or_none or NoneType in get_args(kind)
    return described


def _annotated(kind: TypeExpression) -> Description:
    """Describe `Annotated[X, ...]`. An integer with a rule may then be any, for it is no part of a JSON text."""
    base, *marks = get_args(kind)
    described = copy(describe(base))
    described.rules += tuple(mark for mark in marks if type(mark) is Rule)
    described.wire = next((mark.name for mark in marks if type(mark) is Wire), described.wire)
    described.rest, described.packed = described.rest or REST in marks, described.packed or PACKED in marks
    return described


_JSON = _Json(object, "a JSON value")
_KINDS: dict[object, Callable[[TypeExpression], Description]] = {
    **dict.fromkeys((str, bool), _Scalar),
    int: _Integer,
    float: _Number,
    object: lambda _: _JSON,
    Any: lambda kind: Description(kind, "object"),
    Literal: _Choice,
    Secret: lambda _: _Secret(str),
    **dict.fromkeys((Mapping, dict), _Map),
    **dict.fromkeys((tuple, list, Sequence, Collection), _Items),
    Callable: lambda _: describe(Annotated[Any, Rule(callable, "expected a function")]),
    Annotated: _annotated,
    **dict.fromkeys((Required, NotRequired), lambda kind: describe(get_args(kind)[0])),
    **dict.fromkeys((Union, UnionType), _union),
}

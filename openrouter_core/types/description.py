"""One description of a type, from which reading, checking and the words of a fault are derived. Nothing is coerced.

Each kind of type has one class, and one line in the table at the end.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from copy import copy
from functools import cache, partial
from operator import length_hint
from types import NoneType, SimpleNamespace, UnionType
from typing import Annotated, Any, Literal, NotRequired, Required, Union, cast, get_args, get_origin, get_type_hints

from openrouter_core.errors import SDKValidationError
from openrouter_core.loading import LOADING, loaded
from openrouter_core.model import PACKED, Unknown, Wire, frozen
from openrouter_core.secret import Secret, kind_of
from openrouter_core.types.jsontext import Reader, RefusedError, copied, finite_all, unpacked, whole
from openrouter_core.types.unions import REQUIRED, Choice, Field, Member, choice, tag_of, tagged

TypeExpression = Any
Value = Any
OfClass = Callable[[TypeExpression], Reader]  # how a class is read: compiled, or by cattrs

LARGEST_EXACT_INTEGER = 2**53 - 1  # up to it, all readers of JSON agree on the value of an integer (RFC 8259, 6)


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
        return _Object(kind, "dict")
    if hasattr(kind, "__defaults__") or hasattr(origin or kind, "__attrs_attrs__"):
        return _Object(kind, "object")
    raise UnknownTypeError(f"{kind} is not a type that a field or a parameter can have")


@cache
def fields_of(kind: Any) -> dict[str, Field]:  # noqa: ANN401 - a `TypedDict` or a class
    defaults: Any = getattr(kind, "__defaults__", None)
    if defaults is None and hasattr(kind, "__required_keys__"):
        defaults = dict.fromkeys(kind.__optional_keys__)
    elif defaults is None:
        import attrs

        defaults = {each.name: each.default for each in attrs.fields(kind) if each.default is not attrs.NOTHING}
    own: dict[str, Any] = kind.__dict__.get("__hints__") or kind.__annotations__
    later = {name: _Later(*said) for name, hint in own.items() if (said := _on_demand(hint, kind.__module__))}
    source = SimpleNamespace(__annotations__=own | later) if later else kind
    hints = get_type_hints(source, vars(sys.modules[kind.__module__]) if later else None, include_extras=True)
    described = {name: hint if type(hint) is _Later else describe(hint) for name, hint in hints.items()}
    return {name: Field(each.wire or name, each, defaults.get(name, REQUIRED)) for name, each in described.items()}


def _on_demand(hint: TypeExpression, module: str) -> tuple[str, str] | None:
    """Return a type with `OnDemand` that is in quotes, or in `Required` and quotes, and the module that it is of."""
    kind = hint.__args__[0] if getattr(hint, "__origin__", None) is Required else hint
    text = getattr(kind, "__forward_arg__", kind)
    is_later = type(text) is str and "OnDemand[" in text
    return (text, getattr(kind, "__forward_module__", None) or module) if is_later else None


def checked(kind: Any, value: object, parameter: str = "") -> Any:  # noqa: ANN401 - a type expression, and its value
    """Return `value` as it is to be sent or used; raise `SDKValidationError` when it is no `kind`.

    The error names the parameter, or the part of it that is wrong, and never the value.
    """
    try:
        return describe(kind).reader(None)(value)
    except RefusedError as error:
        path, reason = error.faults[0]
    except RecursionError:
        path, reason = "" if parameter else "request", "is nested too deeply"
    raise SDKValidationError(reason, parameter=(parameter + path).removeprefix("."))


def check_arguments(
    name: str, request: type, arguments: Mapping[str, object], streams_by: str | None = None
) -> dict[str, object]:
    """Return the arguments of the function `name` as they are to be sent; raise `SDKValidationError` for a wrong one.

    `streams_by` is the field that asks for a stream, which no argument sets: a function of its own does.
    """
    known = fields_of(request)
    for each in arguments:
        if each not in known:
            hint = f"; leave it out: {name}_stream asks for a stream" if each == streams_by else _suggest(each, known)
            raise SDKValidationError(f"{name} has no such parameter{hint}", parameter=each)
    return cast("dict[str, object]", checked(request, {**arguments}))


def _suggest(name: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches

    if name in loaded("options.RequestOptions").__annotations__:
        return f"; it goes into options=RequestOptions({name}=...)"
    near = get_close_matches(name, known, n=1)
    return f"; did you mean {near[0]!r}?" if near else f"; it has {', '.join(sorted(known))}"


class Description:
    """What is known of a type; by itself it is `Any`, which is for values that are no part of a JSON text.

    Most values are right and stay what they are. `exact` is the text of a fast test for these in responses. `_read`
    converts or refuses all others.
    """

    kinds: tuple[type, ...] = ()  # of JSON, that its values are
    as_is: frozenset[type] = frozenset()  # of values that are right and stay what they are, if numbers are finite
    constants: frozenset[str] = frozenset()  # its only values, if they are texts
    or_none = False  # whether it is `X | None`; all else describes `X`
    rules: tuple[Rule, ...] = ()  # what an argument must be beside its type
    packed = False  # whether a response may have its numbers as their bytes in base64
    wire: str | None = None  # the name in JSON of a field of this type, if it has one of its own; or `REST`

    def __init__(self, kind: TypeExpression, said: str = "") -> None:
        self.kind, self._said = kind, said

    @cache  # noqa: B019 - in Python 3.11 `cached_property` has a lock, which a forked child may find taken
    def by_key(self) -> dict[str, Field]:
        return {field.wire: field for field in fields_of(self.kind).values()} if isinstance(self, _Object) else {}

    def said(self) -> str:
        """Return what was expected but for `None`; made when it is needed, as a type may hold itself."""
        return self._said or str(self.kind.__name__)

    @property
    def words(self) -> str:
        return f"{self.said()} or None" if self.or_none else self.said()

    def wrong(self, value: object, words: str = "") -> RefusedError:
        is_ours = hasattr(type(value), "__hints__") and dict in self.kinds
        hint = ", which jsonable() turns into a dict" if is_ours else ""
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

    @cache  # noqa: B019 - descriptions are kept as well
    def reader(self, of_class: OfClass | None) -> Reader:
        """Return what reads responses, whose classes `of_class` reads; without that, what checks arguments.

        An argument is returned as it is to be sent. It is refused when it is not of the type, or breaks a rule.
        """
        read, or_none, rules = self.reader_of_some(of_class), self.or_none, self.rules if of_class is None else ()

        def read_any(value: Value) -> Value:
            if value is None and or_none:
                return None
            right = read(value)
            for rule in rules:
                if not rule.holds(right.reveal() if type(right) is Secret else right):
                    raise RefusedError(("", rule.flaw))
            return right

        return read_any if or_none or rules else read

    def reader_of_some(self, of_class: OfClass | None) -> Reader:
        """Return what reads all values but `None`."""
        read = partial(self._read, of_class)
        return (lambda value: read(copied(value))) if of_class is None and self.kinds else read

    def _read(self, _: OfClass | None, value: Value, /) -> Value:
        """Return what a value says that is not `None`; of an argument it is a copy, and of no subclass."""
        return value


def _is_one_of(kinds: Sequence[type], value: Value) -> bool:
    return any(type(value) is each for each in kinds)  # never by `==`: a metaclass may have one of its own


class _Later(Description):
    """`"str | OnDemand[X] | None"`: the first value beside text and `None` evaluates `X`, which loads its modules."""

    def __init__(self, text: str, module: str) -> None:
        super().__init__(text)
        near = (text.partition("OnDemand[")[0] + text.rpartition("]")[2]).split(" | ")
        self._module, self.or_none = module, "None" in near
        self.as_is = frozenset(kind for kind in (str, bool, int, float) if kind.__name__ in near)

    @cache  # noqa: B019 - as of `by_key`
    def _real(self) -> Description:
        with LOADING:
            return describe(eval(self.kind, vars(sys.modules[self._module])))  # noqa: S307 - our own text

    def said(self) -> str:
        return self._real().said()

    def reader_of_some(self, of_class: OfClass | None) -> Reader:
        def read(value: Value) -> Value:
            kind = cast("Any", type(value))
            return (describe(kind) if kind in self.as_is else self._real()).reader(of_class)(value)

        return read


class _Scalar(Description):
    def __init__(self, kind: TypeExpression) -> None:
        super().__init__(kind)
        self.as_is, self.kinds = frozenset([kind]), (int, float) if kind in {int, float} else (kind,)

    def _read(self, _: OfClass | None, value: Value, /) -> Value:
        if type(value) is self.kind:
            return value
        raise self.wrong(value)


class _Secret(_Scalar):
    """`Secret` in a response, and `str | Secret` as an argument: both become a `Secret`."""

    def __init__(self, _: TypeExpression) -> None:
        super().__init__(str)
        self.as_is = frozenset()

    def reader_of_some(self, of_class: OfClass | None) -> Reader:
        read = super().reader_of_some(of_class)
        return lambda value: Secret(read(value.reveal() if type(value) is Secret else value))


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
        if not -sys.float_info.max <= value <= sys.float_info.max:
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
    as_is = frozenset((str, bool, int, float))

    def reader_of_some(self, of_class: OfClass | None) -> Reader:
        def read(value: Value) -> Value:
            given = copied(value) if of_class is None else value
            kind = cast("Any", type(given))
            if kind is str or kind is int or kind is bool or kind is NoneType or kind is Secret:
                return given
            if kind is dict:
                return {name: read(item) for name, item in given.items()}
            if kind is list or kind is tuple:
                return list(map(read, given))
            if kind is float:
                return describe(float).reader(None)(given)
            raise self.wrong(given)

        return read


class _Items(Description):
    """`tuple[T, ...]`, `list[T]`, and of arguments `Sequence[T]` and `Collection[T]`: a set is no `Sequence`."""

    def __init__(self, kind: TypeExpression) -> None:
        self.kind, self.item = kind, describe((get_args(kind) or (object,))[0])
        origin: Any = get_origin(kind) or kind  # type: ignore[unreachable] # mypy: an `Any` is never None
        self.makes = list if origin is list else tuple
        self.kinds = (list, tuple) if origin in {list, Sequence} else (list, tuple, set, frozenset)

    def said(self) -> str:
        return f"a list of {self.item.words}"

    def reader_of_some(self, of_class: OfClass | None) -> Reader:
        sent = of_class is None
        makes: type[Any] = list if sent else self.makes
        read_item, kinds = self.item.reader(of_class), self.kinds if sent else ()
        only = next(iter(self.item.as_is)) if len(self.item.as_is) == 1 and not sent else None

        def read(value: Value) -> object:
            items: list[Any] = copied(value) if sent else value
            if type(items) is not list and not _is_one_of(kinds, items):
                raise self.wrong(items)
            for item in items:
                if type(item) is not only:
                    break
            else:  # as a rule
                if only is not float or finite_all(items):
                    return makes(items)
            return makes(_each(read_item, items))

        return (lambda value: unpacked(value) if type(value) is str else read(value)) if self.packed else read


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

    def reader_of_some(self, of_class: OfClass | None) -> Reader:
        read_item = self.item.reader(of_class)

        def read(value: Value) -> dict[str, object]:
            given: dict[str, object] = copied(value) if of_class is None else value
            if type(given) is dict:
                return {name: read_item(item) for name, item in given.items()}
            raise self.wrong(given)

        return read


class _Object(Description):
    """A class: of responses, and of arguments that configure the SDK. Or a `TypedDict`: of arguments only."""

    kinds = (dict,)

    def reader_of_some(self, of_class: OfClass | None) -> Reader:
        if of_class is not None:
            return of_class(self.kind)
        return _check_fields(self) if hasattr(self.kind, "__required_keys__") else self._check_instance

    def _check_instance(self, value: Value) -> Value:
        if not issubclass(type(value), self.kind):
            raise self.wrong(value, self.kind.__name__)
        _check_fields(self)({name: getattr(value, name) for name in fields_of(self.kind)})
        return value


@cache
def _check_fields(object_: Description) -> Reader:
    """Return what checks the values of fields by their names, and copies an object if a value is not sent as it is."""
    fields = fields_of(object_.kind)
    plain = {name: each.described for name, each in fields.items() if not each.described.rules}
    texts = {name for name, described in plain.items() if str in described.as_is}
    chosen = {name: described.constants for name, described in plain.items() if described.constants}
    required = [name for name, field in fields.items() if field.default is REQUIRED]

    def check(given: dict[str, object]) -> dict[str, object]:
        if type(given) is not dict and type(given := copied(given)) is not dict:
            raise object_.wrong(given)
        right = given
        for name, item in given.items():
            if type(item) is str and (item.isascii() if name in texts else name in chosen and item in chosen[name]):
                continue  # as a rule
            sent = _check_field(fields, name, item)
            if sent is not item:
                right = given.copy() if right is given else right
                right[name] = sent
        for name in required:
            if name not in given:
                raise RefusedError((f".{name}", f"missing; expected {fields[name].described.words}"))
        return right

    return check


def _check_field(fields: Mapping[str, Field], name: str, value: Value) -> Value:
    if name not in fields:
        copied({name: value})  # refuses a name that is no text
    described = fields[name].described if name in fields else _JSON
    try:
        right = described.reader(None)(value)
    except RefusedError as error:
        raise error.below(f".{name}") from None
    return copy(value) if right is value and _is_one_of((dict,), value) else right


def put_first(made: dict[str, Any], name: str, make: Callable[[], Reader]) -> None:
    """Put what makes a function when it is first called, and puts that in its own place: a type may hold itself."""

    def first(value: object) -> object:
        made[name] = function = make()
        return function(value)

    made[name] = first


class _Union(Description):
    """Values of several kinds of JSON; its objects are told apart by their keys, its lists by their first item."""

    def __init__(self, kind: TypeExpression, types: Sequence[TypeExpression]) -> None:
        self.kind, self.open = kind, Unknown in types
        self.members = [describe(each) for each in types if each is not Unknown]
        self.objects = [member for member in self.members if dict in member.kinds]
        self.kinds = tuple(each for member in self.members for each in member.kinds)
        self.as_is = frozenset[type]().union(*(member.as_is for member in self.members if not member.rules))
        alike = any(self.kinds.count(each) > 1 for each in (str, bool, int, float))
        if alike or not all(member.kinds for member in self.members):
            raise TypeError(f"{kind} is no union that is known here")

    def said(self) -> str:
        tag = tag_of(self.objects) if self.open or len(self.objects) > 1 else None
        words = [f'{each.said()} with "{tag}"' if tag and each in self.objects else each.words for each in self.members]
        return " or ".join(dict.fromkeys(words))

    def reader_of_some(self, of_class: OfClass | None) -> Reader:
        choose: Callable[[], Choice] = cache(partial(choice, self.objects, is_open=self.open))
        key, alone = tagged(self.objects)
        readers: dict[str, Reader] = {}
        for tag, member in alone.items():
            put_first(readers, tag, partial(member.reader, of_class))

        def read(value: Value) -> Value:
            given: dict[str | None, Any] = value
            if type(given) is dict:
                tag = given.get(key)
                if type(tag) is str and tag in readers:  # as a rule
                    return readers[tag](given)
            said = copied(value) if of_class is None else value
            if self.open and type(said) is Unknown:
                return _JSON.reader(None)(said.data)
            member = choose()(said) if self.objects and _is_one_of((dict,), said) else self._member(said)
            if type(member) is not str:
                return member.reader(of_class)(said)
            data = _JSON.reader(of_class)(said)
            return data if of_class is None else Unknown(tag=said[member], data=data)

        return read

    def _member(self, value: Value) -> Member:
        members = [member for member in self.members if _is_one_of(member.kinds, value)]
        if len(members) > 1 and value:
            first = next(each if type(each) is str else copied(each) for each in value)
            return next((each for each in members if _is_one_of(cast("_Items", each).item.kinds, first)), members[0])
        if members:
            return members[0]
        raise self.wrong(value)


def _union(kind: TypeExpression) -> Description:
    """Describe `X | None`, `str | Secret`, and `Literal[...] | str`, which is any text: a server may know more."""
    members = [member for member in get_args(kind) if member is not NoneType]
    if set(members) == {str, Secret}:
        return _Secret(kind)
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
    described.packed = described.packed or PACKED in marks
    return described


_JSON = _Json(object, "a JSON value")
_KINDS: dict[object, Callable[[TypeExpression], Description]] = {
    **dict.fromkeys((str, bool), _Scalar),
    int: _Integer,
    float: _Number,
    object: lambda _: _JSON,
    Any: lambda kind: Description(kind, "object"),
    Literal: _Choice,
    Secret: _Secret,
    **dict.fromkeys((Mapping, dict), _Map),
    **dict.fromkeys((tuple, list, Sequence, Collection), _Items),
    Callable: lambda _: describe(Annotated[Any, Rule(callable, "expected a function")]),
    Annotated: _annotated,
    **dict.fromkeys((Required, NotRequired), lambda kind: describe(get_args(kind)[0])),
    **dict.fromkeys((Union, UnionType), _union),
}

"""The decorators of the package's classes, and types for what Python's cannot say of a request or a response.

`frozen`, `define` and `field` work like those of attrs, for people, for attrs and for type checkers, but a class takes
13 µs and not 400: its methods are generic for all fields, and `__attrs_attrs__` is made when attrs first reads it.
Responses have no subclasses, and no `field`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache, partial
from typing import TYPE_CHECKING, Annotated, Any, NoReturn, TypeAlias, TypeVar, cast, get_type_hints

from openrouter_core.loading import LOADING

__all__ = ["Unknown", "jsonable"]  # what `openrouter_core` offers of it

T = TypeVar("T")
_MISSING = object()

Json: TypeAlias = object
"""Any JSON value. Use it instead of `object` in a class with a field of that name."""


class _OnDemand:
    """What attrs and `inspect` read from a class, made when they first read it."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __get__(self, _: object, kind: Any) -> object:  # noqa: ANN401 - some class of fields
        from inspect import signature

        import attrs

        fields: dict[str, Any] = {}
        for name, hint in kind.__hints__.items():
            default = kind.__defaults__.get(name, attrs.NOTHING)
            said: Any = {"kw_only": name not in kind.__match_args__, **kind.__said__.get(name, {})}
            fields[name] = attrs.field(type=hint, default=default, **said)
        twin = attrs.make_class(kind.__name__, fields, slots=False, repr=False, eq=False)
        kind.__attrs_attrs__, kind.__signature__ = attrs.fields(twin), signature(twin)
        return getattr(kind, self._name)


class _Field(dict[str, Any]):
    """The arguments of a `field`, by their names in `attrs.field`."""


def _names(kind: Any, what: str) -> Iterable[str]:  # noqa: ANN401 - some class of fields
    said = kind.__said__
    return [name for name in kind.__hints__ if said.get(name, {}).get(what, True)] if said else kind.__hints__


class _Methods:  # what all classes of fields have in common
    def __init__(self, *values: object, **given: object) -> None:
        kind: Any = type(self)
        if values:
            named: tuple[str, ...] = kind.__match_args__
            given |= zip((*named, *map(str, range(len(named), len(values)))), values, strict=False)
        missing: list[str] = []
        for name in _names(kind, "init"):
            alias = name.lstrip("_")
            value = given.pop(alias, kind.__defaults__.get(name, _MISSING))
            if value is _MISSING:
                missing.append(alias)
            object.__setattr__(self, name, value)
        if given or missing:
            names, known = sorted([*given, *missing]), [name.lstrip("_") for name in _names(kind, "init")]
            takes = f"; it takes {', '.join(known)}" if given else ""
            raise TypeError(f"{kind.__name__}() has unknown or missing arguments: {', '.join(names)}{takes}")
        for name, said in kind.__said__.items():
            if "converter" in said:
                object.__setattr__(self, name, said["converter"](getattr(self, name)))
        if hasattr(kind, "__attrs_post_init__"):
            kind.__attrs_post_init__(self)

    def __getstate__(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in _names(type(self), "")}

    def __setstate__(self, values: Mapping[str, object]) -> None:
        for name, value in values.items():
            object.__setattr__(self, name, value)

    def __setattr__(self, name: str, *_: object) -> NoReturn:
        from attrs.exceptions import FrozenInstanceError

        raise FrozenInstanceError

    __delattr__ = __setattr__

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in _names(type(self), "eq"))

    def __hash__(self) -> int:
        return hash((type(self), *(getattr(self, name) for name in _names(type(self), "eq"))))

    def __repr__(self) -> str:
        fields = ", ".join(f"{name}={getattr(self, name)!r}" for name in _names(type(self), "repr"))
        return f"{type(self).__qualname__}({fields})"


_ON_DEMAND = {name: _OnDemand(name) for name in ("__attrs_attrs__", "__signature__")}
_METHODS = {name: vars(_Methods)[name] for name in vars(_Methods).keys() - vars(type("", (), {})).keys()}


def _keep(kind: Any, *, kw_only: bool = False, **methods: object) -> type:  # noqa: ANN401 - some class
    """Let a class keep what it and its base say of fields, in place of what these are set to; and give it methods."""
    own = {name: hint for name, hint in kind.__annotations__.items() if type(hint) is not str or "ClassVar" not in hint}
    given: dict[str, Any] = {name: vars(kind)[name] for name in own if name in vars(kind)}
    for name in given:
        delattr(kind, name)
    said: dict[str, _Field] = {name: each for name, each in given.items() if type(each) is _Field}
    given |= {name: each.pop("default", _Field) for name, each in said.items()}
    defaults = {name: each for name, each in given.items() if each is not _Field}
    kept: dict[str, Any] = {"__hints__": own, "__defaults__": defaults, "__said__": said}
    kept = {name: {**getattr(kind, name, {}), **each} for name, each in kept.items()}
    by_place = [] if kw_only else [name for name in own if "kw_only" not in said.get(name, ())]
    kept["__match_args__"] = (*getattr(kind, "__match_args__", ()), *by_place)
    for name, each in (kept | methods | _ON_DEMAND).items():
        setattr(kind, name, each)
    return cast("type", kind)


if TYPE_CHECKING:
    from attrs import define as define  # noqa: PLC0414 - that is how a name is exported
    from attrs import evolve as evolve  # noqa: PLC0414
    from attrs import field as field  # noqa: PLC0414
    from attrs import frozen as frozen  # noqa: PLC0414
else:
    field = _Field

    def frozen(*, kw_only: bool = False, eq: bool = True, **_: bool) -> Callable[[type], type]:
        """Return what makes a class of its annotations, as `attrs.frozen` does; methods of its own are kept."""
        methods = {name: each for name, each in _METHODS.items() if eq or name not in {"__eq__", "__hash__"}}

        def make(kind: type) -> type:
            _keep(kind, kw_only=kw_only)
            space = {name: value for name, value in vars(kind).items() if name not in {"__dict__", "__weakref__"}}
            slots = {"__slots__": (*space["__hints__"], *space.get("__slots__", ()))}
            return type(kind.__name__, kind.__bases__, methods | space | slots)  # see `reading` for the layout

        return make

    def define(**_: bool) -> Callable[[type], type]:
        """Return what lets a class be made of its annotations, and changes it in place."""
        return partial(_keep, __init__=_Methods.__init__)

    def evolve(instance: T, **changes: object) -> T:
        """Return a copy with changes, as `attrs.evolve` does."""
        kept = {name.lstrip("_"): getattr(instance, name) for name in _names(type(instance), "init")}
        return type(instance)(**kept | changes)


@frozen()
class Wire:
    """How a field is named in JSON: `Annotated[str, Wire("contextLength")]`."""

    name: str


REST, PACKED = "other keys", "numbers, or their bytes"

Extra: TypeAlias = Annotated[Mapping[str, T], Wire(REST)]
"""The fields of an object that its class does not define."""

Vector: TypeAlias = Annotated[tuple[float, ...], PACKED]
"""Numbers, which a server may send as base64 of little-endian 32-bit floats."""

OnDemand: TypeAlias = Annotated[T, "on demand"]
"""The type of a field that is evaluated by the first value of it: `tool: "str | OnDemand[_models.tools.Tool]"`."""


@frozen(kw_only=True)
class Unknown:
    """A part of a response that is newer than this release: its `tag`, and its unchanged `data`, including the tag.

    As an argument, it sends `data` unchanged.
    """

    tag: str
    data: Mapping[str, Json]


def jsonable(value: object) -> Any:  # noqa: ANN401 - it fits where JSON does, such as in `messages`
    """Return a response, or a part of one, as dicts and lists that `json.dumps` takes, and that can be sent back.

    Names are those of the API. A field that is `None` is omitted, and an `Unknown` becomes its data. A `Secret`, and
    any value that is not part of a response, stays unchanged, and `json.dumps` refuses it.
    """
    if isinstance(value, Unknown):
        return jsonable(value.data)
    if isinstance(value, Mapping):
        return {name: jsonable(each) for name, each in cast("Mapping[str, object]", value).items()}
    if isinstance(value, list | tuple):
        return [jsonable(each) for each in cast("list[object]", value)]
    kind: Any = type(value)
    if hasattr(kind, "unwrap") or not (hasattr(kind, "__hints__") or hasattr(kind, "__attrs_attrs__")):
        return value
    fields = {wire: getattr(value, name) for name, wire in _wires(kind).items()}
    rest: Mapping[str, object] = fields.pop(REST, {})
    return jsonable({name: each for name, each in fields.items() if each is not None} | dict(rest))


@cache
def _wires(kind: Any) -> dict[str, str]:  # noqa: ANN401 - some class of fields
    """Return what the fields of a class are named in JSON."""
    with LOADING:  # as it evaluates what is `OnDemand`
        hints = get_type_hints(kind, include_extras=True)
    said = {name: getattr(hint, "__metadata__", ()) for name, hint in hints.items()}
    return {name: next((mark.name for mark in each if isinstance(mark, Wire)), name) for name, each in said.items()}

"""What the types of requests and responses are written with: classes of responses, and what Python's types cannot say.

`@frozen(kw_only=True)` makes the class that `attrs.frozen` would, but for a slot for weak references. That takes 0.4 ms
for each class, and a response may hold hundreds. Here it takes 13 µs: methods are inherited and work on any fields, and
what attrs knows of a class (`__attrs_attrs__`) is made when attrs first asks. No subclasses, no `attrs.field`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Annotated, Any, Literal, NoReturn, TypeAlias, TypeVar

import attrs

__all__ = ["Unknown"]  # what `openrouter_core` offers of it

T = TypeVar("T")

Json: TypeAlias = object
"""Any JSON value; a field may be named `object`, and then hides that name."""


@attrs.frozen
class Wire:
    """How a field is named in JSON: `Annotated[str, Wire("contextLength")]`."""

    name: str


REST, PACKED = "other keys", "numbers, or their bytes"

Extra: TypeAlias = Annotated[Mapping[str, T], REST]
"""The keys of an object that its class does not know."""

Vector: TypeAlias = Annotated[tuple[float, ...], PACKED]
"""Numbers, which a server may send as base64 of 32-bit floats, little-endian."""


class _OnDemand:
    """`__attrs_attrs__` until attrs asks for it."""

    def __get__(self, _: object, kind: Any) -> object:  # noqa: ANN401 - some class of fields
        fields = {
            name: attrs.field(type=hint, default=kind.__defaults__.get(name, attrs.NOTHING), kw_only=True)
            for name, hint in kind.__annotations__.items()
        }
        twin = attrs.make_class(kind.__name__, fields, slots=False, init=False, repr=False, eq=False)
        kind.__attrs_attrs__ = attrs.fields(twin)
        return kind.__attrs_attrs__


class _Methods:  # what all classes of responses have in common
    __match_args__ = ()

    def __init__(self, **given: object) -> None:
        kind: Any = type(self)
        values = kind.__defaults__ | given
        if values.keys() != kind.__annotations__.keys():
            names = ", ".join(sorted(values.keys() ^ kind.__annotations__.keys()))
            raise TypeError(f"{kind.__name__}() has unknown or missing arguments: {names}")
        self.__setstate__(values)

    def __getstate__(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in type(self).__annotations__}

    def __setstate__(self, values: Mapping[str, object]) -> None:
        for name in type(self).__annotations__:
            object.__setattr__(self, name, values[name])

    def __setattr__(self, name: str, *_: object) -> NoReturn:
        raise attrs.exceptions.FrozenInstanceError

    __delattr__ = __setattr__

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in type(self).__annotations__)

    def __hash__(self) -> int:
        return hash((type(self), *self.__getstate__().values()))

    def __repr__(self) -> str:
        fields = ", ".join(f"{name}={each!r}" for name, each in self.__getstate__().items())
        return f"{type(self).__qualname__}({fields})"


_METHODS = {name: vars(_Methods)[name] for name in vars(_Methods).keys() - vars(type("", (), {})).keys()}

if TYPE_CHECKING:
    from attrs import frozen as frozen  # noqa: PLC0414 - that is how a name is exported
else:

    def frozen(*, kw_only: Literal[True]) -> Callable[[type], type]:  # noqa: ARG001 - nothing else is made
        """Return what makes a class of its annotations, as `attrs.frozen` does."""

        def make(kind: type) -> type:
            space = {name: value for name, value in vars(kind).items() if name not in {"__dict__", "__weakref__"}}
            defaults = {name: space.pop(name) for name in kind.__annotations__ if name in space}
            more = {"__slots__": tuple(kind.__annotations__), "__defaults__": defaults, "__attrs_attrs__": _OnDemand()}
            return type(kind.__name__, (), _METHODS | space | more)  # a base would change the layout: see `reading`

        return make


@frozen(kw_only=True)
class Unknown:
    """A part of a kind that is newer than this release: its `tag`, and its `data` with the tag, as they came.

    Given as an argument, `data` is sent as it is.
    """

    tag: str
    data: Mapping[str, Json]

"""`Ok`, `Err` and `Result`: what every function of this SDK returns."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Literal, Never, NoReturn, TypeAlias, TypeVar

from openrouter_core.model import field, frozen
from openrouter_core.secret import kind_of

if TYPE_CHECKING:
    from openrouter_core.http.wire import Response

__all__ = ["Err", "Ok", "Result", "all_ok", "unwrap"]

E = TypeVar("E")
R = TypeVar("R")
T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
E_co = TypeVar("E_co", covariant=True)


class _Holder:
    __slots__ = ()

    if not TYPE_CHECKING:  # pragma: no branch - to a type checker, every attribute would be there

        def __getattr__(self, name):  # noqa: ANN001, ANN204
            (holds,) = self.__match_args__
            text = f"{type(self).__name__} has no attribute {name!r}"
            if name != holds and not name.startswith("__"):  # it may hold nothing yet, as while it is unpickled
                held = kind_of(getattr(self, holds))
                text += f"; it has {holds!r}, {'an' if held[0] in 'AEIOUaeiou' else 'a'} {held}"
            raise AttributeError(text)


@frozen()
class Ok(_Holder, Generic[T_co]):
    """The call worked."""

    ok: ClassVar[Literal[True]] = True
    error: ClassVar[Never]  # absent; typed so that `if result.ok:` narrows in every type checker
    value: T_co
    """The value that the function returns."""
    response: Response | None = field(default=None, kw_only=True, eq=False, repr=False)
    """The HTTP response of the value; `None` if you built the `Ok`. Equality ignores it."""

    def unwrap(self) -> T_co:
        """Return the value."""
        return self.value

    def unwrap_or(self, default: object) -> T_co:  # noqa: ARG002 - the counterpart of Err.unwrap_or
        """Return the value."""
        return self.value

    def unwrap_or_else(self, function: Callable[[Any], object]) -> T_co:  # noqa: ARG002 - as above
        """Return the value."""
        return self.value

    def map(self, function: Callable[[T_co], T]) -> Ok[T]:
        """Return an `Ok` of `function(value)`, with the same response."""
        return answered(function(self.value), self.response)

    def map_err(self, function: Callable[[Any], object]) -> Ok[T_co]:  # noqa: ARG002 - there is no error to map
        """Return this `Ok` unchanged."""
        return self

    def and_then(self, function: Callable[[T_co], Result[T, E]]) -> Result[T, E]:
        """Return `function(value)`: the next step of a pipeline."""
        return function(self.value)

    async def and_then_async(self, function: Callable[[T_co], Awaitable[Result[T, E]]]) -> Result[T, E]:
        """Return `await function(value)`: the next step of a pipeline, in `async` code."""
        return await function(self.value)

    or_else = map_err


@frozen()
class Err(_Holder, Generic[E_co]):
    """The call failed."""

    ok: ClassVar[Literal[False]] = False
    value: ClassVar[Never]  # absent, as above
    response: ClassVar[Never]
    error: E_co
    """The reason. This SDK's functions give an exception of `openrouter_core.errors`, which you may raise."""

    def unwrap(self) -> NoReturn:
        """Raise the error (in a `ValueError` if `map_err` replaced it by a value that is not an exception)."""
        if isinstance(self.error, BaseException):
            raise self.error
        raise ValueError(f"unwrap of an Err: {self.error!r}")

    def unwrap_or(self, default: T) -> T:
        """Return `default`."""
        return default

    def unwrap_or_else(self, function: Callable[[E_co], T]) -> T:
        """Return `function(error)`."""
        return function(self.error)

    def map_err(self, function: Callable[[E_co], E]) -> Err[E]:
        """Return an `Err` of `function(error)`."""
        return Err(function(self.error))

    def and_then(self, function: Callable[[Any], object]) -> Err[E_co]:  # noqa: ARG002 - the pipeline stops here
        """Return this `Err` unchanged: the steps after a failure do not run."""
        return self

    map = and_then

    async def and_then_async(self, function: Callable[[Any], object]) -> Err[E_co]:  # noqa: ARG002 - as above
        """Return this `Err` unchanged."""
        return self

    def or_else(self, function: Callable[[E_co], Result[T, E]]) -> Result[T, E]:
        """Return `function(error)`, such as a fallback."""
        return function(self.error)


Result: TypeAlias = Ok[T_co] | Err[E_co]


class _Unfrozen(_Holder):
    __slots__ = ("response", "value")  # as of `Ok`


def answered(value: T, response: Response | None) -> Ok[T]:
    """Return `Ok(value, response=response)` in a third of the time, because every call, event and item makes one."""
    made: Any = _Unfrozen()
    made.value, made.response, made.__class__ = value, response, Ok
    return made  # type: ignore[no-any-return]


def unwrap(result: Result[T, object]) -> T:
    """Return `result.unwrap()`, as a function for pipelines: `map(unwrap, results)`."""
    return result.unwrap()


def all_ok(results: Iterable[Result[T, E]]) -> Result[list[T], E]:
    """Return one `Ok` with all values in their order, or the first `Err`; after an `Err` it reads no further result."""
    values: list[T] = []
    for result in results:
        if isinstance(result, Err):
            return result
        values.append(result.value)
    return Ok(values)

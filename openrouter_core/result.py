"""`Ok`, `Err` and `Result`: how every function of this SDK returns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Generic, Literal, Never, NoReturn, TypeAlias, TypeVar

import attrs

if TYPE_CHECKING:
    from collections.abc import Callable

    from openrouter_core.http.wire import Response

__all__ = ["Err", "Ok", "Result", "unwrap"]

T = TypeVar("T")
U = TypeVar("U")
F = TypeVar("F")
T_co = TypeVar("T_co", covariant=True)
E_co = TypeVar("E_co", covariant=True)


@attrs.frozen
class Ok(Generic[T_co]):
    """The call worked.

    Attributes:
        value: What the function promises.
        response: The HTTP response that it was decoded from; `None` when you built the `Ok` yourself. It does not
            take part in equality.
    """

    ok: ClassVar[Literal[True]] = True
    value: T_co
    response: Response | None = attrs.field(default=None, kw_only=True, eq=False, repr=False)

    @property
    def error(self) -> Never:
        """Absent: an `Ok` has no error. Typed so that `if result.ok:` narrows in every type checker."""
        raise AttributeError("Ok has no attribute 'error'; it has 'value'")

    def unwrap(self) -> T_co:
        """Return the value."""
        return self.value

    def unwrap_or(self, default: object) -> T_co:  # noqa: ARG002 - the counterpart of Err.unwrap_or
        """Return the value; `default` is not needed."""
        return self.value

    def map(self, function: Callable[[T_co], U]) -> Ok[U]:
        """Return an `Ok` of `function(value)`, with the same response."""
        return Ok(function(self.value), response=self.response)

    def map_err(self, function: Callable[[Any], object]) -> Ok[T_co]:  # noqa: ARG002 - there is no error to map
        """Return this `Ok` unchanged."""
        return self

    def and_then(self, function: Callable[[T_co], Result[U, F]]) -> Result[U, F]:
        """Return what `function(value)` returns: the next step of a pipeline."""
        return function(self.value)


@attrs.frozen
class Err(Generic[E_co]):
    """The call did not work.

    Attributes:
        error: Why. From this SDK's functions always an exception of `openrouter_core.errors`, returned and not raised;
            `raise result.error` works.
    """

    ok: ClassVar[Literal[False]] = False
    error: E_co

    @property
    def value(self) -> Never:
        """Absent: an `Err` has no value. Typed so that `if result.ok:` narrows in every type checker."""
        raise AttributeError("Err has no attribute 'value'; it has 'error'")

    @property
    def response(self) -> Never:
        """Absent: what the server answered, if it did, is described by the error."""
        raise AttributeError("Err has no attribute 'response'; see the attributes of 'error'")

    def unwrap(self) -> NoReturn:
        """Raise the error (wrapped in a `ValueError` when `map_err` made it something that cannot be raised)."""
        if isinstance(self.error, BaseException):
            raise self.error
        raise ValueError(f"unwrap of an Err: {self.error!r}")

    def unwrap_or(self, default: U) -> U:
        """Return `default`."""
        return default

    def map(self, function: Callable[[Any], object]) -> Err[E_co]:  # noqa: ARG002 - there is no value to map
        """Return this `Err` unchanged."""
        return self

    def map_err(self, function: Callable[[E_co], F]) -> Err[F]:
        """Return an `Err` of `function(error)`."""
        return Err(function(self.error))

    def and_then(self, function: Callable[[Any], object]) -> Err[E_co]:  # noqa: ARG002 - the pipeline stops here
        """Return this `Err` unchanged: the steps after a failure do not run."""
        return self


Result: TypeAlias = Ok[T_co] | Err[E_co]


def unwrap(result: Result[T, object]) -> T:
    """Do what `result.unwrap()` does, as a function for pipelines: `map(unwrap, results)`."""
    return result.unwrap()

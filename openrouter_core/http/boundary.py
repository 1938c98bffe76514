"""Where code that is not ours is called: what it raises becomes a value, and what a signal handler raises goes on.

A signal handler's exception can appear anywhere: in a caller's hook, in our code, or inside httpcore, which takes a
`TimeoutError` for its own. It is meant for the program (Celery's soft time limit, an alarm): no call may swallow it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from itertools import pairwise
from traceback import walk_tb
from typing import Any, cast

from openrouter_core.errors import SDKValidationError
from openrouter_core.http.waiting import T
from openrouter_core.model import frozen


@frozen()
class Raised:
    """Code that is not ours raised, or returned what cannot be used; the exception's text is left out."""

    reason: str


def ask(function: Callable[..., object], *arguments: object) -> object:
    """Return what `function` returns, or `Raised`."""
    outside = current_exception()
    try:
        return function(*arguments)
    except Exception as error:  # noqa: BLE001 - anything can come from code that is not ours
        raise_interruption(error, outside)
        return raised(error)


def read(parameter: str, function: Callable[..., T], *arguments: object) -> T:
    """Return what `function` reads of a caller's value; if that, or code of the value, raises: `SDKValidationError`."""
    outside = current_exception()
    try:
        return function(*arguments)
    except SDKValidationError:
        raise
    except Exception as error:  # noqa: BLE001 - a lazy object, say, may raise at `isinstance`
        raise_interruption(error, outside)
        raise SDKValidationError(f"reading it raised {type(error).__name__}", parameter=parameter) from None


def raised(error: Exception) -> Raised:
    """Describe an exception by its type and place: its text may hold whatever the caller's code saw."""
    places = [f" in {frame.f_code.co_name}, line {line}" for frame, line in walk_tb(error.__traceback__)]
    return Raised(f"raised {type(error).__name__}{''.join(places[-1:])}")


current_exception = sys.exception  # that the caller is handling: whatever is raised meanwhile has it as its context


def raise_interruption(error: BaseException, outside: BaseException | None = None) -> None:
    """Raise what a signal handler raised, if the caught `error` is that, or was made of it."""
    for each in chain(error, outside):
        if _is_from_handler(each):
            raise each


def chain(error: BaseException, outside: BaseException | None = None) -> Iterator[BaseException]:
    """Yield an exception and those that it was made of, but for `outside`, which was being handled before."""
    each, seen = cast("BaseException | None", error), set[int]()
    while each is not None and each is not outside and id(each) not in seen:
        seen.add(id(each))
        yield each
        each = each.__cause__ or each.__context__


def _is_from_handler(error: BaseException) -> bool:
    """Return whether a signal handler is among the frames that `error` passed.

    Python calls a handler with the number of the signal and the frame that it interrupts (`signal.signal`); nobody
    else gives a function the frame of its caller. One that forgets its arguments is known by being installed.
    """
    import signal  # with three enumerations
    from inspect import getargvalues  # 4 ms

    handlers: list[Any] = [signal.getsignal(number) for number in signal.valid_signals()]
    # Of a `functools.partial` it is that of its function, and so is a method's.
    installed = {getattr(getattr(handler, "func", handler), "__code__", None) for handler in handlers}
    for (interrupted, _), (frame, _) in pairwise(walk_tb(error.__traceback__)):
        names, more, _, values = getargvalues(frame)
        given = (*map(values.get, names), *values.get(more or "", ()))
        if frame.f_code in installed or any(value is interrupted for value in given):
            return True
    return False

"""Where code that is not ours is called: its exceptions become values, those of a signal handler go on."""

from __future__ import annotations

import inspect
import signal
from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias

import pytest

from openrouter_core import Hooks, errors
from openrouter_core.errors import SDKValidationError
from openrouter_core.http import streams
from openrouter_core.http.boundary import Raised, ask, current_exception, raise_interruption, raised, read
from tests.funcs.cases import GET, ID, NO_RETRIES
from tests.library import httpx
from tests.systems import needs_posix_signals

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

    from tests.conftest import Invoke

    Handler: TypeAlias = Callable[[int, FrameType | None], object]
    Ring: TypeAlias = Callable[[Handler], None]


class SoftTimeLimitExceeded(Exception):  # noqa: N818 - as Celery's is named
    """What Celery's handler raises in a task that takes too long."""


def raise_(error: BaseException) -> None:
    """Raise it."""
    raise error


def function(error: BaseException) -> Handler:
    """Return a handler that is a function."""

    def handler(_: int, __: FrameType | None) -> None:
        raise error

    return handler


def deep(error: BaseException) -> Handler:
    """Return a handler that raises in what it calls."""

    def handler(_: int, __: object) -> None:
        raise_(error)

    return handler


def rebinding(error: BaseException) -> Handler:
    """Return a handler that has the number alone in a variable when it raises."""

    def handler(*given: object) -> None:
        assert len(given) == 2
        raise_(error)

    return handler


class Worker:
    """An object whose method is a handler."""

    def __init__(self, error: BaseException) -> None:
        self.error = error

    def handle(self, signum: int, frame: FrameType | None) -> None:
        """Raise."""
        assert signum == signal.SIGUSR1
        assert frame is not None
        raise self.error


def keyword_only(error: BaseException) -> Handler:
    """Return a handler that hands the frame on by name."""
    return lambda signum, frame: Worker(error).handle(signum=signum, frame=frame)


def bound(error: BaseException) -> Handler:
    """Return a handler of which a part is bound."""

    def handler(given: BaseException, _: int, __: FrameType | None) -> None:
        raise given

    return partial(handler, error)


def starred(error: BaseException) -> Handler:
    """Return a lambda that takes whatever it is given."""
    return lambda *_: raise_(error)  # pyright: ignore[reportUnknownLambdaType, reportUnknownVariableType]


def forgetful(error: BaseException) -> Handler:
    """Return a function that deletes its arguments, as those do that a linter finds unused."""

    def handler(signum: int, frame: object) -> None:
        del signum, frame
        raise error

    return handler


HANDLERS: dict[str, Callable[[BaseException], Handler]] = {
    "a function": function,
    "a function that calls others": deep,
    "a function with *args": rebinding,
    "a method": lambda error: Worker(error).handle,
    "a lambda": lambda error: lambda _, __: raise_(error),
    "a lambda with *args": starred,
    "one that forgets its arguments": forgetful,
    "a partial of that": lambda error: partial(forgetful(error)),
    "a partial": bound,
    "a keyword": keyword_only,
}


@pytest.fixture
def alarm() -> Iterator[Ring]:
    """Return a function that has a handler called at once, as it would be in the midst of whatever runs."""
    before = signal.getsignal(signal.SIGUSR1)

    def ring(handler: Handler) -> None:
        signal.signal(signal.SIGUSR1, handler)
        signal.raise_signal(signal.SIGUSR1)
        sum(range(100))  # the handler is called between two instructions

    yield ring
    signal.signal(signal.SIGUSR1, before)


@needs_posix_signals
@pytest.mark.parametrize("kind", [SoftTimeLimitExceeded, TimeoutError, OSError, ValueError, SDKValidationError])
@pytest.mark.parametrize("handler", HANDLERS.values(), ids=HANDLERS)
def test_what_a_handler_raises_goes_on(
    alarm: Ring,
    handler: Callable[[BaseException], Handler],
    kind: type[Exception],
) -> None:
    """The object itself, from `ask` and from `read`, however the handler is written."""
    error = SDKValidationError("late", parameter="x") if kind is SDKValidationError else kind("late")
    for asking in (ask, partial(read, "parameter")):
        with pytest.raises(kind) as propagated:
            asking(alarm, handler(error))
        assert propagated.value is error


@needs_posix_signals
def test_what_is_made_of_a_handlers_exception_is_undone(alarm: Ring) -> None:
    """Httpcore makes its own of a `TimeoutError`, and may wrap that again: the handler's goes on all the same."""
    error = TimeoutError("the alarm")

    def by_cause() -> None:
        try:
            alarm(function(error))
        except TimeoutError as caught:
            raise ConnectionError("timed out") from caught

    def by_context() -> None:
        try:
            by_cause()
        except ConnectionError:
            raise LookupError("twice")  # noqa: B904 - the context is what this is about

    for wrapping in (by_cause, by_context):
        with pytest.raises(TimeoutError) as propagated:
            ask(wrapping)
        assert propagated.value is error


@needs_posix_signals
def test_what_the_caller_is_handling_is_no_part_of_it(alarm: Ring) -> None:
    """A call in an `except` block has that exception as the context of each of its own, and does not raise it."""
    try:
        alarm(function(SoftTimeLimitExceeded()))
    except SoftTimeLimitExceeded as outside:
        assert current_exception() is outside  # noqa: PT017 - no assertion on what was raised
        assert ask(raise_, ValueError("mine")) == Raised(f"raised ValueError in raise_, line {_line_of_raise()}")
        with pytest.raises(SDKValidationError, match=r"^x: reading it raised ValueError$"):
            read("x", raise_, ValueError("mine"))


def _line_of_raise() -> int:
    return raise_.__code__.co_firstlineno + 2


@needs_posix_signals
def test_a_call_in_an_except_block_after_an_alarm_is_an_err(invoke: Invoke, alarm: Ring) -> None:
    """To clean up after a time limit is common: a failure of that call is a value, too."""

    def handler(_: httpx.Request) -> httpx.Response:
        raise httpx.ReadError("broke")

    core = invoke.core(handler, retry_config=NO_RETRIES)
    try:
        alarm(function(TimeoutError("the alarm")))
    except TimeoutError:
        assert isinstance(invoke("byok_get", core, id=ID).error, errors.RequestConnectionError)


@pytest.mark.parametrize("kind", [TimeoutError, OSError, SoftTimeLimitExceeded])
@pytest.mark.parametrize("place", ["before_request", "after_success", "api_key"])
def test_what_a_hook_raises_stays_a_value(invoke: Invoke, kind: type[Exception], place: str) -> None:
    """Whatever its class: only a frame that a handler was given makes it a handler's."""

    def failing(*_: object) -> Any:  # noqa: ANN401 - it never returns
        raise kind("mine")

    options: dict[str, Any] = {place: failing} if place == "api_key" else {"hooks": Hooks(**{place: failing})}
    core = invoke.core(lambda _: httpx.Response(200, json=GET.body), **options)
    error = invoke("byok_get", core, id=ID).error
    assert isinstance(error, SDKValidationError if place == "api_key" else errors.UnexpectedClientError)
    assert f"raised {kind.__name__} in failing" in str(error)


def test_the_frame_of_another_makes_no_handler() -> None:
    """A hook may look at frames, as loggers and debuggers do: that of its caller's caller says nothing."""

    def helper(frame: FrameType | None) -> None:
        assert frame is not None
        raise ValueError("mine")

    def hook() -> None:
        frame = inspect.currentframe()
        helper(frame.f_back if frame is not None else None)

    assert isinstance(ask(hook), Raised)


def test_exceptions_in_a_circle_end() -> None:
    """A context may be set by hand, to anything."""
    one, two = ValueError("one"), ValueError("two")
    one.__context__, two.__context__ = two, one
    raise_interruption(one)
    two.__cause__ = two
    raise_interruption(two)


def test_an_exception_without_a_traceback_is_described() -> None:
    """One that was made and not raised."""
    assert raised(ValueError("mine")) == Raised("raised ValueError")


def test_what_is_read_is_returned() -> None:
    """And an `SDKValidationError` of the reader is the reader's."""
    assert read("x", len, "four") == 4
    assert ask(len, "four") == 4
    error = SDKValidationError("wrong", parameter="y")
    with pytest.raises(SDKValidationError) as propagated:
        read("x", raise_, error)
    assert propagated.value is error
    assert propagated.value.parameter == "y"


@needs_posix_signals
@pytest.mark.parametrize("kind", [TimeoutError, OSError, ValueError])
def test_a_handlers_exception_is_no_file_that_cannot_be_read(
    alarm: Ring, monkeypatch: pytest.MonkeyPatch, kind: type[Exception]
) -> None:
    """An alarm while the certificate authorities are read is not told as a wrong `SSL_CERT_FILE`."""
    error = kind("the alarm")

    def ringing(*_: object, **__: object) -> None:
        alarm(function(error))

    monkeypatch.setenv("SSL_CERT_FILE", "authorities.pem")
    monkeypatch.setattr("httpx.create_ssl_context", ringing)
    streams.authorities.cache_clear()
    with pytest.raises(kind) as propagated:
        streams.authorities()
    assert propagated.value is error

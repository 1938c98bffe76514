"""The whole life of one call, as a plain generator: it yields what is to be done, and is sent what came of it.

So retries, deadline, hooks and abort switch are the same for sync and async. No I/O; time and chance are handed in.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from copy import copy
from random import random
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeAlias, TypeVar, cast

from openrouter_core import errors
from openrouter_core.calling.answers import answer, event_error, unanswered
from openrouter_core.calling.log import is_logging, log_attempt
from openrouter_core.calling.masking import Mask, sent_secrets
from openrouter_core.calling.policy import may_retry, retry_cost, shows_health, wait_before_retry
from openrouter_core.calling.session import RetryBudget
from openrouter_core.calling.settings import Settings
from openrouter_core.hooks import HookContext
from openrouter_core.http.attempt import Clock
from openrouter_core.http.boundary import Raised, ask, read
from openrouter_core.http.wire import Failure, Opened, Request, Response, Send, Streamed, authorization
from openrouter_core.operation import Operation
from openrouter_core.result import Err, Ok, Result
from openrouter_core.secret import Secret, kind_of

if TYPE_CHECKING:
    from openrouter_core.options import Abort

T = TypeVar("T")
V = TypeVar("V")


class Sleep(NamedTuple):
    """Wait for so many seconds, or until `abort` is set. There is no reply."""

    seconds: float
    abort: Abort | None


class Ask(NamedTuple):
    """Call the caller's own code, and await what it returns if need be. The reply is its value, or `Raised`."""

    function: Callable[..., object]
    arguments: tuple[object, ...] = ()

    def call(self) -> object:
        """Call it, from a frame that shows no part of this."""
        return self.function(*self.arguments)

    def __repr__(self) -> str:
        return "Ask()"  # a `functools.partial` shows what it binds


Step: TypeAlias = Send | Sleep | Ask


class Call(NamedTuple, Generic[T]):
    """One call: what to do, with which values, under which settings; and where time and chance come from."""

    operation: Operation[T, Any]
    values: dict[str, object]
    settings: Settings
    budget: RetryBudget
    opens: str | None = None  # the media type of a body that is handed over
    clock: Callable[[], float] = Clock.monotonic
    time_of_day: Callable[[], float] = Clock.time_of_day
    random: Callable[[], float] = random


class Opening(NamedTuple):
    """What a call returns whose body is handed over."""

    body: Any
    call: Call[Any]
    request: Request
    head: Response  # as hooks have it
    attempts: int = 1

    def refused(self, data: str, fault: str | None) -> errors.SDKError:
        """Return the error that a part of the body is, or the one of a body that is not as promised."""
        mask, now = _mask(self.call, self.request), self.call.time_of_day()
        return self.told(event_error(self.call.operation, self.head, data, fault, mask=mask, now=now))

    def broken_off(self, failure: Failure | None, reason: str) -> errors.SDKError:
        """Return the error of a body that ended by a failure, or, for this reason, without one."""
        operation, abort = self.call.operation, self.call.settings.abort
        if abort is not None and abort.is_set():
            return self.told(errors.RequestAbortedError(f"{operation.name}: the abort event was set"))
        failure = failure or Failure(errors.RequestConnectionError, reason)
        mask, now = _mask(self.call, self.request), self.call.time_of_day()
        return self.told(unanswered(operation, failure, self.request.url, mask, now))

    def told(self, error: errors.SDKError) -> errors.SDKError:
        """Return an error with what is known of the call: what was asked for has been done, and maybe paid."""
        error.attempts = self.attempts
        error.outcome = "not_applied" if self.call.operation.effect == "read" else "unknown"
        return error

    def __repr__(self) -> str:
        return f"Opening({self.call.operation.name})"


def life(call: Call[T]) -> Generator[Step, Any, Result[T, errors.SDKError]]:
    """Yield the steps of `call`, and return its result.

    Raises:
        SDKValidationError: The key is not one, or the callable that was to give it failed.
    """
    began = call.clock()
    # Before the caller's code runs, which may change what it has given.
    request = read("request", call.settings.request, call.operation, call.values)
    if call.settings.ask_key is not None:
        # The reply is in no variable of this frame, which lives on.
        request = _with_key(call, request, (yield Ask(call.settings.ask_key)))
    deadline = began + call.settings.deadline
    in_doubt = False  # whether an earlier attempt may have been applied
    spent = 0  # of the retry budget
    attempt = 0
    while True:
        attempt += 1
        context, hooks = _context(call, attempt), call.settings.hooks
        ready = _reason_to_stop(call, deadline) or request
        if hooks is not None and ready is request:
            ready = yield from _hooked(hooks.before_request, context, request, Request)
            ready = _reason_to_stop(call, deadline) or ready  # a hook takes its time
        if not isinstance(ready, Request):
            return _failed(ready, attempt - 1, in_doubt=in_doubt)
        result = yield from _attempt(call, context, ready, deadline)
        if isinstance(result, Ok):
            call.budget.put_back(spent or 1)
            if isinstance(result.value, Opening):
                return Ok(cast("T", result.value._replace(attempts=attempt)), response=result.response)
            return result
        error = result.error
        is_spent = isinstance(ready.body, Streamed) and ready.body.is_spent
        wait = None if is_spent else _wait(call, error, attempt, call.clock() - began)
        if wait is None:
            call.budget.put_back((spent or 1) if shows_health(error) else 0)
            begun = attempt - 1 if isinstance(error, errors.SDKValidationError) else attempt
            return _failed(error, begun, in_doubt=in_doubt)
        in_doubt = in_doubt or error.outcome == "unknown"
        spent += retry_cost(error) if call.settings.retries.budgeted else 0
        yield Sleep(wait, call.settings.abort)


def _with_key(call: Call[Any], request: Request, reply: object) -> Request:
    if type(reply) is Raised:
        raise errors.SDKValidationError(f"the callable that gives the key {reply.reason}", parameter="api_key")
    key = reply.reveal() if type(reply) is Secret else reply
    if not issubclass(type(key), str):
        raise errors.SDKValidationError(f"the callable returned {kind_of(reply)}, not str", parameter="api_key")
    return call.settings.with_key(request, authorization(str.__str__(cast("str", key))))


def _wait(call: Call[Any], error: errors.SDKError, attempt: int, elapsed: float) -> float | None:
    """Return how long to wait before the next attempt, or `None` when this one was the last."""
    config, deadline = call.settings.retries, call.settings.deadline
    if not may_retry(config, error, attempt=attempt, effect=call.operation.effect_of(call.values)):
        return None
    wait = wait_before_retry(config, error, attempt=attempt, random=call.random(), left=deadline - elapsed)
    longest = config.backoff.max_elapsed_time
    if wait is None or (longest is not None and elapsed > longest):
        return None
    return wait if not config.budgeted or call.budget.take(retry_cost(error)) else None


def _reason_to_stop(call: Call[Any], deadline: float) -> errors.HTTPClientError | None:
    name, settings = call.operation.name, call.settings
    if settings.abort is not None and settings.abort.is_set():
        return errors.RequestAbortedError(f"{name}: the abort event was set")
    if call.clock() < deadline:
        return None
    reason = f"of {settings.deadline:g} s passed" if settings.deadline > 0 else "was over before the call began"
    return errors.RequestTimeoutError(f"{name}: the deadline {reason}", transient=True)


def _failed(error: errors.SDKError, attempts: int, *, in_doubt: bool) -> Err[errors.SDKError]:
    error.attempts = attempts
    if in_doubt and error.outcome == "not_applied":
        error.outcome = "unknown"
    if isinstance(error, errors.OpenRouterError):
        error.prior_outcome_unknown = in_doubt
    return Err(error)


def _context(call: Call[Any], attempt: int) -> HookContext | None:
    """Return what hooks and the log see of an attempt, or `None` when nobody looks."""
    if call.settings.hooks is None and not is_logging():
        return None
    name, method, path = call.operation.name, call.operation.method, call.operation.path
    prefix = call.settings.base_url.prefix
    return HookContext(operation=name, method=method, path=path, base_url=prefix, attempt=attempt)


def _attempt(
    call: Call[T], context: HookContext | None, request: Request, deadline: float
) -> Generator[Step, Any, Result[T, errors.SDKError]]:
    operation, settings, hooks = call.operation, call.settings, call.settings.hooks
    started = call.clock()
    timeouts = settings.timeouts.within(deadline - started)
    changes, opens, abort = operation.effect != "read", call.opens, None if call.opens is None else settings.abort
    reply = yield Send(request, timeouts, deadline, settings.max_response_bytes, changes, opens, abort)
    body, reply = (reply.body, reply.head) if isinstance(reply, Opened) else (None, reply)
    if isinstance(reply, errors.SDKValidationError):
        return Err(reply)
    seconds = call.clock() - started
    if not isinstance(reply, Response):
        reply = unanswered(operation, reply, request.url, _mask(call, request), call.time_of_day())
    result = known = _meaning(call, request, reply, body)
    if hooks is not None:
        if isinstance(reply, Response) and reply.is_success:
            seen = yield from _hooked(hooks.after_success, context, reply, Response)
        else:
            seen = yield from _hooked(hooks.after_error, context, reply, Response, errors.HTTPClientError)
        result = known if seen is reply else _meaning(call, request, seen, body)
        if body is not None and isinstance(result, Err):
            yield Ask(body.close)
    # No hook changes what is known of the effect.
    outcome: errors.Outcome = "not_applied" if operation.effect == "read" else "applied"
    if isinstance(known, Err):
        outcome = known.error.outcome
    if isinstance(result, Err):
        result.error.outcome = outcome
    if context is not None and is_logging():
        # The caller's logging handlers may raise; the request has gone out, and its result has to come back.
        response = reply if isinstance(reply, Response) else None
        ask(log_attempt, context, response, seconds, outcome, _mask(call, request))
    return result


def _meaning(
    call: Call[T], request: Request, reply: Response | errors.HTTPClientError, body: object
) -> Result[T, errors.SDKError]:
    if isinstance(reply, errors.HTTPClientError):
        return Err(reply)
    if body is not None:
        return Ok(cast("T", Opening(body, call, request, reply)), response=reply)
    own, given = call.settings.headers, call.settings.overrides or ()  # whatever a hook makes of them
    keyless = call.settings.ask_key is None and "authorization" not in own and "authorization" not in given
    return answer(
        call.operation,
        reply,
        mask=lambda: _mask(call, request),
        now=call.time_of_day(),
        keyless=keyless,
        opens=call.opens,
    )


def _mask(call: Call[Any], request: Request) -> Mask:
    return Mask(sent_secrets(call.values, request, call.settings.base_url.query))


def _hooked(
    hook: Callable[..., object] | None, context: HookContext | None, value: V, *kinds: type
) -> Generator[Step, Any, V | errors.UnexpectedClientError]:
    """Return what `hook` makes of `value`: it may return one of `kinds`, those of V."""
    if hook is None or context is None:
        return value
    reply = yield Ask(hook, (context, value))
    if reply is None:
        return value
    if issubclass(type(reply), errors.SDKError):
        reply = ask(copy, reply)  # for the caller may give one and the same to every call
    if issubclass(type(reply), kinds):
        return reply  # type: ignore[no-any-return]
    trouble = reply.reason if type(reply) is Raised else f"returned {kind_of(reply)}"
    return errors.UnexpectedClientError(f"{context.operation}: a hook {trouble}")

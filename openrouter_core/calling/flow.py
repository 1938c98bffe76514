"""The whole life of one call, as a plain generator: it yields what is to be done, and is sent what came of it.

So retries, deadline, hooks and abort switch are the same for sync and async. No I/O; time and chance are handed in.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from copy import copy
from functools import partial
from random import random
from typing import Any, NamedTuple, TypeAlias, TypeVar, cast

from openrouter_core import errors
from openrouter_core.calling.answers import answer, unanswered
from openrouter_core.calling.log import is_logging, log_attempt
from openrouter_core.calling.masking import Mask, sent_secrets
from openrouter_core.calling.policy import may_retry, retry_cost, shows_health, wait_before_retry
from openrouter_core.calling.session import RetryBudget
from openrouter_core.calling.settings import Settings
from openrouter_core.hooks import HookContext
from openrouter_core.http.attempt import ABORT_POLL_SECONDS, Clock
from openrouter_core.http.boundary import Raised, ask, read
from openrouter_core.http.wire import Failure, Opened, Request, Response, Send, Streamed, authorization
from openrouter_core.operation import Operation
from openrouter_core.result import Err, Ok, Result
from openrouter_core.secret import Secret, kind_of

V = TypeVar("V")
Answer: TypeAlias = Response | errors.HTTPClientError


class Sleep(NamedTuple):
    """Wait for so many seconds. There is no reply."""

    seconds: float


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
Steps: TypeAlias = Generator[Step, Any, Result[Any, errors.SDKError]]


class Call(NamedTuple):
    """One call: what to do, with which values, under which settings; and where time and chance come from."""

    operation: Operation[Any, Any]
    values: dict[str, object]
    settings: Settings
    budget: RetryBudget
    opens: type[Any] | None = None  # the class of a body that is handed over: of a stream, or of a download
    clock: Callable[[], float] = Clock.monotonic
    time_of_day: Callable[[], float] = Clock.time_of_day
    random: Callable[[], float] = random

    @property
    def aborted(self) -> errors.RequestAbortedError | None:
        """The error of a call whose abort switch is set."""
        abort = self.settings.abort
        if abort is None or not abort.is_set():
            return None
        return errors.RequestAbortedError(f"{self.operation.name}: the abort event was set")

    def mask(self, request: Request) -> Mask:
        """Return what hides the secrets of this call, sent with `request`."""
        return Mask(sent_secrets(self.values, request, self.settings.base_url.query))

    def unanswered(self, failure: Failure, request: Request) -> errors.HTTPClientError:
        """Return the error of a `request` that no whole response came of."""
        return unanswered(self.operation, failure, request.url, self.mask(request), self.time_of_day())


def life(call: Call) -> Steps:
    """Yield the steps of `call`, and return its result.

    Raises:
        SDKValidationError: The key is not one, or the callable that was to give it failed.
    """
    began, settings = call.clock(), call.settings
    # Before the caller's code runs, which may change what it has given.
    request = read("request", settings.request, call.operation, call.values)
    if settings.ask_key is not None:
        request = _with_key(call, request, (yield Ask(settings.ask_key)))  # no variable of this frame has the key
    deadline = began + settings.deadline
    in_doubt = False  # whether an earlier attempt may have been applied
    attempt, spent = 0, 0  # of the retry budget
    while True:
        attempt += 1
        result = yield from _attempt(call, attempt, request, deadline)
        if isinstance(result, Ok):
            call.budget.put_back(spent or 1)
            return result
        error = result.error
        wait = _wait(call, request, error, attempt, call.clock() - began)
        if wait is None:
            call.budget.put_back((spent or 1) if shows_health(error) else 0)
            if in_doubt and error.outcome == "not_applied":
                error.outcome = "unknown"
            if isinstance(error, errors.OpenRouterError):
                error.prior_outcome_unknown = in_doubt
            return result
        in_doubt = in_doubt or error.outcome == "unknown"
        spent += retry_cost(error) if settings.retries.budgeted else 0
        yield from _pauses(call, wait)


def _pauses(call: Call, seconds: float) -> Generator[Sleep]:
    """Wait: with an abort switch, in short pieces between looks at it.

    To wait for the switch itself would do for sync calls only: a thread's event cannot be awaited, a thread that waits
    for it cannot be cancelled, and an `asyncio.Event` cannot be waited for elsewhere.
    """
    if call.settings.abort is None:
        yield Sleep(seconds)
        return
    end = call.clock() + seconds
    while not call.settings.abort.is_set() and (left := end - call.clock()) > 0:
        yield Sleep(min(left, ABORT_POLL_SECONDS))


def _with_key(call: Call, request: Request, reply: object) -> Request:
    if type(reply) is Raised:
        raise errors.SDKValidationError(f"the callable that gives the key {reply.reason}", parameter="api_key")
    key = reply.reveal() if type(reply) is Secret else reply
    if not issubclass(type(key), str):
        raise errors.SDKValidationError(f"the callable returned {kind_of(reply)}, not str", parameter="api_key")
    return call.settings.with_key(request, authorization(str.__str__(cast("str", key))))


def _wait(call: Call, request: Request, error: errors.SDKError, attempt: int, elapsed: float) -> float | None:
    """Return how long to wait before the next attempt, or `None` when this one was the last."""
    config, deadline = call.settings.retries, call.settings.deadline
    is_over = error.attempts < attempt or (isinstance(request.body, Streamed) and request.body.is_spent)
    if is_over or not may_retry(config, error, attempt=attempt, effect=call.operation.effect_of(call.values)):
        return None
    wait = wait_before_retry(config, error, attempt=attempt, random=call.random(), left=deadline - elapsed)
    longest = config.backoff.max_elapsed_time
    if wait is None or (longest is not None and elapsed > longest):
        return None
    return wait if not config.budgeted or call.budget.take(retry_cost(error)) else None


def _reason_to_stop(call: Call, deadline: float) -> errors.HTTPClientError | None:
    settings = call.settings
    if (aborted := call.aborted) is not None or call.clock() < deadline:
        return aborted
    reason = f"of {settings.deadline:g} s passed" if settings.deadline > 0 else "was over before the call began"
    return errors.RequestTimeoutError(f"{call.operation.name}: the deadline {reason}", transient=True)


def _attempt(call: Call, number: int, request: Request, deadline: float) -> Steps:
    """Make one attempt. In its error, `attempts` is below `number` when the request was not sent."""
    operation, settings, context = call.operation, call.settings, None
    if settings.hooks is not None or is_logging():
        name, method, path, prefix = operation.name, operation.method, operation.path, settings.base_url.prefix
        context = HookContext(operation=name, method=method, path=path, base_url=prefix, attempt=number)
    ready = _reason_to_stop(call, deadline) or request
    if settings.hooks is not None and ready is request:
        ready = yield from _hooked(settings.hooks.before_request, context, request, Request)
        ready = _reason_to_stop(call, deadline) or ready  # a hook takes its time
    result = (yield from _sent(call, context, ready, deadline)) if isinstance(ready, Request) else Err(ready)
    if isinstance(result, Err):
        is_sent = isinstance(ready, Request) and not isinstance(result.error, errors.SDKValidationError)
        result.error.attempts = number if is_sent else number - 1
    elif call.opens is not None:
        return Ok(call.opens(call, ready, result.value, number), response=result.response)
    return result


def _sent(call: Call, context: HookContext | None, request: Request, deadline: float) -> Steps:
    """Send `request`, and return what its answer means, as hooks have it; of a body that is handed over, `Opened`."""
    settings, hooks, started = call.settings, call.settings.hooks, call.clock()
    timeouts, changes = settings.timeouts.within(deadline - started), call.operation.effect != "read"
    opens, abort = (None, None) if call.opens is None else (call.opens.media_type, settings.abort)
    reply = yield Send(request, timeouts, deadline, settings.max_response_bytes, changes, opens, abort)
    body, reply = (reply.body, reply.head) if isinstance(reply, Opened) else (None, reply)
    if isinstance(reply, errors.SDKValidationError):
        return Err(reply)
    seconds = call.clock() - started
    if isinstance(reply, Failure):
        reply = call.unanswered(reply, request)
    result = known = _meaning(call, request, reply, body)
    if hooks is not None:
        if isinstance(reply, Response) and reply.is_success:
            seen = yield from _hooked(hooks.after_success, context, reply, Response)
        else:
            seen = yield from _hooked(hooks.after_error, context, reply, Response, errors.HTTPClientError)
        result = known if seen is reply else _meaning(call, request, seen, body)
    done: errors.Outcome = "applied" if changes else "not_applied"
    outcome = known.error.outcome if isinstance(known, Err) else done  # no hook changes what is known of the effect
    if isinstance(result, Err):
        result.error.outcome = outcome
        if body is not None:
            yield Ask(body.close)
    if context is not None and is_logging():
        # The caller's logging handlers may raise; the request has gone out, and its result has to come back.
        response = reply if isinstance(reply, Response) else None
        ask(log_attempt, context, response, seconds, outcome, call.mask(request))
    return result


def _meaning(call: Call, request: Request, reply: Answer, body: object) -> Result[Any, errors.SDKError]:
    if isinstance(reply, errors.HTTPClientError):
        return Err(reply)
    if body is not None:
        return Ok(Opened(reply, body), response=reply)
    settings, opens = call.settings, None if call.opens is None else call.opens.media_type
    own, given = settings.headers, settings.overrides or ()  # whatever a hook makes of them
    keyless = settings.ask_key is None and "authorization" not in own and "authorization" not in given
    mask, now = partial(call.mask, request), call.time_of_day()
    return answer(call.operation, reply, mask=mask, now=now, keyless=keyless, opens=opens)


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
        return cast("V", reply)
    trouble = reply.reason if type(reply) is Raised else f"returned {kind_of(reply)}"
    return errors.UnexpectedClientError(f"{context.operation}: a hook {trouble}")

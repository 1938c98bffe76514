"""One call, from its arguments to its result, for sync and async (`http/waiting.py`). It is loaded by the first."""

from __future__ import annotations

import logging
import re
from collections.abc import Awaitable, Callable, Mapping
from copy import copy
from types import CoroutineType
from typing import Any, TypeAlias, cast

from openrouter_core import errors
from openrouter_core.calling.answers import answer, unanswered
from openrouter_core.calling.call import Call, places
from openrouter_core.calling.policy import may_retry, retry_cost, shows_health, wait_before_retry
from openrouter_core.calling.session import Session
from openrouter_core.calling.settings import logger, with_options
from openrouter_core.hooks import HookContext
from openrouter_core.http.boundary import Raised, ask, current_exception, raise_interruption, raised, read
from openrouter_core.http.exchange import Exchange
from openrouter_core.http.waiting import ABORT_POLL_SECONDS, Steps
from openrouter_core.http.wire import Failure, Headers, Request, Response, Send, Streamed, authorization
from openrouter_core.loading import loaded
from openrouter_core.model import evolve
from openrouter_core.operation import Operation
from openrouter_core.result import Err, Ok, Result, T, answered
from openrouter_core.secret import Secret, kind_of
from openrouter_core.types.description import check_arguments

Ended: TypeAlias = "Result[Any, errors.SDKError]"  # in quotes, as evaluating it takes 0.1 ms


def begun(
    session: Session,
    operation: Operation[Any, Any],
    arguments: Mapping[str, object],
    options: object,
    opens: str | None,
    *,
    is_async: bool,
) -> Steps[Ended]:
    """Return the steps of a call; raise `SDKValidationError` when it cannot even begin."""
    places(operation)
    transport = session.transport(is_async=is_async)
    streams_by = None if operation.streaming is None else operation.streaming.field
    values = read("request", check_arguments, operation.name, operation.request, arguments, streams_by)
    settings = session.settings(transport.library, operation.effect)
    if options is not None:
        settings = read("options", with_options, settings, options)
    return life(Call(operation, values, settings, session.budget, transport, None if opens is None else loaded(opens)))


def life(call: Call) -> Steps[Ended]:
    """Return the result of `call`; raise `SDKValidationError` when an argument or the key cannot be had or sent."""
    settings, budget, began = call.settings, call.budget, call.clock()
    request = read("request", call.request)  # before the caller's code runs, which may change what it has given
    if settings.ask_key is not None:  # neither it nor the key is in a variable of a frame
        reply = _asked(call, lambda: cast("Any", settings.ask_key)())  # noqa: PLW0108
        request = _with_key(request, (yield from reply))
    deadline, number, spent = began + settings.deadline, 0, 0  # of the retry budget
    in_doubt = False  # whether an earlier attempt may have been applied
    while True:
        number += 1
        result = yield from _attempt(call, number, request, deadline)
        if isinstance(result, Ok):
            budget.put_back(spent or 1)
            return result
        error = result.error
        wait = _wait(call, request, error, number, call.clock() - began)
        if wait is None:
            budget.put_back((spent or 1) if shows_health(error) else 0)
            if in_doubt and error.outcome == "not_applied":
                error.outcome = "unknown"
            if isinstance(error, errors.OpenRouterError):
                error.prior_outcome_unknown = in_doubt
            return result
        in_doubt = in_doubt or error.outcome == "unknown"
        spent += retry_cost(error) if settings.retries.budgeted else 0
        yield from _pauses(call, wait)


def _pauses(call: Call, seconds: float) -> Steps[None]:
    """Wait; with an abort switch, in short pieces between looks at it: no switch can be awaited in sync and async."""
    if call.settings.abort is None:
        yield from call.transport.sleep(seconds)
        return
    end = call.clock() + seconds
    while call.aborted is None and (left := end - call.clock()) > 0:
        yield from call.transport.sleep(min(left, ABORT_POLL_SECONDS))


def _asked(call: Call, function: Callable[[], object]) -> Steps[object]:
    """Call the caller's own code, and await what it returns if need be; return its value, or `Raised`."""
    reply = ask(function)
    if ask(hasattr, type(reply), "__await__") is not True:
        return reply
    if call.transport.blocks:
        if type(reply) is CoroutineType:
            reply.close()  # one that is never awaited would warn
        return Raised("is async; use the _async functions")
    outside = current_exception()
    try:
        return (yield from cast("Awaitable[object]", reply).__await__())
    except Exception as error:  # noqa: BLE001 - the caller's code may raise anything
        raise_interruption(error, outside)
        return raised(error)


def _with_key(request: Request, reply: object) -> Request:
    """Return `request` with the `Authorization` of this call, unless the caller sends another."""
    if type(reply) is Raised:
        raise errors.SDKValidationError(f"the callable that gives the key {reply.reason}", parameter="api_key")
    key = reply.reveal() if type(reply) is Secret else reply
    if not issubclass(type(key), str):
        raise errors.SDKValidationError(f"the callable returned {kind_of(reply)}, not str", parameter="api_key")
    own = Headers({"Authorization": authorization(str.__str__(cast("str", key)))})
    return evolve(request, headers=own.updated(request.headers))


def _wait(call: Call, request: Request, error: errors.SDKError, number: int, elapsed: float) -> float | None:
    config, left = call.settings.retries, call.settings.deadline - elapsed
    is_over = error.attempts < number or (isinstance(request.body, Streamed) and request.body.is_spent)
    if is_over or not may_retry(config, error, attempt=number, effect=call.operation.effect_of(call.values)):
        return None
    wait = wait_before_retry(config, error, attempt=number, random=call.random(), left=left)
    longest = config.backoff.max_elapsed_time
    if wait is None or (longest is not None and elapsed > longest):
        return None
    return wait if not config.budgeted or call.budget.take(retry_cost(error)) else None


def _reason_to_stop(call: Call, deadline: float) -> errors.HTTPClientError | None:
    if (aborted := call.aborted) is not None or call.clock() < deadline:
        return aborted
    seconds = call.settings.deadline
    reason = f"of {seconds:g} s passed" if seconds > 0 else "was over before the call began"
    return errors.RequestTimeoutError(f"{call.operation.name}: the deadline {reason}", transient=True)


def _attempt(call: Call, number: int, request: Request, deadline: float) -> Steps[Ended]:
    """Make one attempt. In its error, `attempts` is below `number` when the request was not sent."""
    operation, hooks, context = call.operation, call.settings.hooks, None
    if hooks is not None or logger.isEnabledFor(logging.DEBUG):
        name, method, path, prefix = operation.name, operation.method, operation.path, call.base_url.prefix
        context = HookContext(operation=name, method=method, path=path, base_url=prefix, attempt=number)
    ready = _reason_to_stop(call, deadline) or request
    if hooks is not None and ready is request:
        ready = yield from _hooked(call, hooks.before_request, context, request, Request)
        ready = _reason_to_stop(call, deadline) or ready  # a hook takes its time
    result = (yield from _sent(call, context, ready, deadline)) if isinstance(ready, Request) else Err(ready)
    if isinstance(result, Err):
        is_sent = isinstance(ready, Request) and not isinstance(result.error, errors.SDKValidationError)
        result.error.attempts = number if is_sent else number - 1
    elif call.opens is not None:
        return answered(call.opens(call, ready, result, number), result.response)
    return result


def _sent(call: Call, context: HookContext | None, request: Request, deadline: float) -> Steps[Ended]:
    """Send `request`, and return its result after the hooks. A body that is handed over is `Ok(exchange)`."""
    settings, hooks, started = call.settings, call.settings.hooks, call.clock()
    timeouts, changes = settings.timeouts.within(deadline - started), call.operation.effect != "read"
    opens, abort = (None, None) if call.opens is None else (call.opens.media_type, settings.abort)
    step = Send(request, timeouts, deadline, settings.max_response_bytes, changes, opens, abort)
    reply = cast("Any", (yield from call.transport.send(step)))
    seconds = call.clock() - started
    body, reply = (reply, cast("Response", reply.head)) if isinstance(reply, Exchange) else (None, reply)
    if isinstance(reply, errors.SDKValidationError):
        return Err(reply)
    if isinstance(reply, Failure):
        reply = unanswered(call, request, reply)
    known = result = answer(call, request, reply, body)
    if hooks is not None:
        is_success = isinstance(reply, Response) and reply.is_success
        hook = hooks.after_success if is_success else hooks.after_error
        kinds = (Response,) if is_success else (Response, errors.HTTPClientError)
        seen = yield from _hooked(call, hook, context, reply, *kinds)
        result = known if seen is reply else answer(call, request, seen, body)
    done: errors.Outcome = "applied" if changes else "not_applied"
    outcome = known.error.outcome if isinstance(known, Err) else done  # no hook changes what is known of the effect
    if isinstance(result, Err):
        result.error.outcome = outcome
        if body is not None:
            yield from body.closed()
    if context is not None and logger.isEnabledFor(logging.DEBUG):
        # The caller's logging handlers may raise; the request has gone out, and its result has to come back.
        head = evolve(reply, body=b"") if isinstance(reply, Response) else None
        ask(log_attempt, context, head and call.mask(request).hide_response(head), seconds, outcome)
    return result


def _hooked(
    call: Call, hook: Callable[..., object] | None, context: HookContext | None, value: T, *kinds: type
) -> Steps[T | errors.UnexpectedClientError]:
    """Return what `hook` makes of `value`: it may return one of `kinds`, those of T."""
    if hook is None or context is None:
        return value
    reply = yield from _asked(call, lambda: hook(context, value))
    if reply is None:
        return value
    if issubclass(type(reply), errors.SDKError):
        reply = ask(copy, reply)  # for the caller may give one and the same to every call
    if issubclass(type(reply), kinds):
        return cast("T", reply)
    trouble = reply.reason if type(reply) is Raised else f"returned {kind_of(reply)}"
    return errors.UnexpectedClientError(f"{context.operation}: a hook {trouble}")


def log_attempt(context: HookContext, response: Response | None, seconds: float, outcome: errors.Outcome) -> None:
    """Log one attempt, at DEBUG, without bodies, queries and values of headers, of a response without secrets."""
    status, sent_id = (None, None) if response is None else (response.status_code, response.request_id)
    request_id = sent_id if sent_id and re.fullmatch(errors.LEGIBLE_ID, sent_id) else None
    told = {name: getattr(context, name) for name in ("method", "path", "attempt", "operation")}
    told |= {"status": status, "duration_ms": seconds * 1000, "request_id": request_id, "outcome": outcome}
    line = "%(method)s %(path)s %(shown)s attempt=%(attempt)d %(duration_ms).0fms request_id=%(request_id)s"
    extra = {f"openrouter_{name}": value for name, value in told.items()}
    logger.debug(line, told | {"shown": status or "failed"}, extra=extra)

"""The pump: a call is prepared, and what its flow asks for is done, by one text for sync and async (`http/steps.py`).

Whether and when to send, wait or ask is decided in `flow`; here it happens. This file, and with it all that a call
needs and an import does not, is loaded by the first call.
"""

from __future__ import annotations

import inspect
import time
from collections.abc import Awaitable, Mapping
from typing import TYPE_CHECKING, Any, cast

from openrouter_core.calling.call import Call, places
from openrouter_core.calling.flow import Ask, life
from openrouter_core.calling.session import Session
from openrouter_core.calling.settings import with_options
from openrouter_core.http.boundary import Raised, ask, current_exception, raise_interruption, raised, read
from openrouter_core.http.steps import Steps
from openrouter_core.http.wire import Send
from openrouter_core.operation import Operation
from openrouter_core.result import Result
from openrouter_core.types.arguments import check_arguments

if TYPE_CHECKING:
    from openrouter_core.options import RequestOptions


def pump(
    session: Session,
    operation: Operation[Any, Any],
    arguments: Mapping[str, object],
    options: RequestOptions | None,
    opens: type[Any] | None,
    *,
    is_async: bool,
) -> Steps[Result[Any, Any]]:
    """Call `operation`; raise `SDKValidationError` when that cannot even begin."""
    places(operation)
    transport: Any = session.async_transport() if is_async else session.transport()
    streams_by = None if operation.streaming is None else operation.streaming.field
    values = read("request", check_arguments, operation.name, operation.request, arguments, streams_by)
    settings = session.settings(transport.library, operation.effect)
    if options is not None:
        settings = read("options", with_options, settings, options)
    steps, reply = life(Call(operation, values, settings, session.budget, opens)), cast("object", None)
    transport.require_open()
    while True:
        try:
            step, reply = steps.send(reply), None  # a reply may be the key, which no frame is to keep
        except StopIteration as stop:
            return cast("Result[Any, Any]", stop.value)
        if isinstance(step, Send):
            reply = cast("object", (yield from transport.send(step)))
        elif isinstance(step, Ask):
            reply = yield from _asked(step, is_async=is_async)
        elif is_async:
            from asyncio import sleep  # 15 ms that a synchronous program need not pay

            yield from sleep(step.seconds).__await__()
        else:
            time.sleep(step.seconds)


def _asked(step: Ask, *, is_async: bool) -> Steps[object]:
    reply = ask(step.call)
    awaitable = ask(inspect.isawaitable, reply)  # which runs code of the reply's class
    if awaitable is not True:
        return awaitable or reply
    if not is_async:
        if inspect.iscoroutine(reply):
            reply.close()  # one that is never awaited would warn
        return Raised("is async; use the _async functions")
    outside = current_exception()
    try:
        return (yield from _awaited(cast("Awaitable[object]", reply)).__await__())
    except Exception as error:  # noqa: BLE001 - the caller's code may raise anything
        raise_interruption(error, outside)
        return raised(error)


async def _awaited(awaitable: Awaitable[object]) -> object:
    return await awaitable

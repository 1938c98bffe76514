"""The two pumps: a call is prepared, and what its flow asks for is done, once for sync and once for async.

Whether and when to send, wait or ask is decided in `flow`; here it happens. This file, and with it all that a call
needs and an import does not, is loaded by the first call.
"""

from __future__ import annotations

import inspect
import time
from collections.abc import Awaitable, Mapping
from types import ModuleType
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar, cast

from openrouter_core.calling.flow import Ask, Call, life
from openrouter_core.calling.session import Session
from openrouter_core.calling.settings import check_operation, with_options
from openrouter_core.errors import SDKValidationError
from openrouter_core.http.boundary import Raised, ask, current_exception, raise_interruption, raised, read
from openrouter_core.http.wire import Send
from openrouter_core.operation import Operation
from openrouter_core.result import Result
from openrouter_core.types.arguments import check_arguments

if TYPE_CHECKING:
    from openrouter_core.options import RequestOptions

T = TypeVar("T")
Arguments: TypeAlias = Mapping[str, object]
Options: TypeAlias = "RequestOptions | None"
Opens: TypeAlias = type[Any] | None
AnyOperation: TypeAlias = Operation[Any, Any]


def run(
    session: Session, operation: Operation[T, Any], arguments: Arguments, options: Options, opens: Opens
) -> Result[T, Any]:
    """Call `operation`; raise `SDKValidationError` when that cannot even begin."""
    transport, reply = session.transport(), cast("object", None)
    steps = life(_prepared(session, transport.library, operation, arguments, options, opens))
    with transport.in_use() as clients:
        while True:
            try:
                step, reply = steps.send(reply), None  # a reply may be the key, which no frame is to keep
            except StopIteration as stop:
                return cast("Result[T, Any]", stop.value)
            if isinstance(step, Send):
                reply = transport.send(step, clients)
            elif isinstance(step, Ask):
                reply = _answer(step)
            else:
                time.sleep(step.seconds)


async def run_async(
    session: Session, operation: Operation[T, Any], arguments: Arguments, options: Options, opens: Opens
) -> Result[T, Any]:
    """Call `operation` in the running event loop; raise `SDKValidationError` when that cannot even begin."""
    import asyncio  # 15 ms that a synchronous program need not pay

    transport, reply = session.async_transport(), cast("object", None)
    steps = life(_prepared(session, transport.library, operation, arguments, options, opens))
    with transport.in_use() as clients:
        while True:
            try:
                step, reply = steps.send(reply), None  # a reply may be the key, which no frame is to keep
            except StopIteration as stop:
                return cast("Result[T, Any]", stop.value)
            if isinstance(step, Send):
                reply = await transport.send(step, clients)
            elif isinstance(step, Ask):
                reply = await _answer_async(step)
            else:
                await asyncio.sleep(step.seconds)


def _prepared(  # noqa: PLR0917 - what the pumps were given
    session: Session, library: ModuleType, operation: AnyOperation, arguments: Arguments, options: Options, opens: Opens
) -> Call:
    check_operation(operation)
    streams_by = None if operation.streaming is None else operation.streaming.field
    values = read("request", check_arguments, operation.name, operation.request, arguments, streams_by)
    settings = read("core", session.settings, library, operation.effect)
    if options is not None:
        settings = read("options", with_options, settings, options)
    settings = settings.of(operation, values)
    if opens is None and streams_by in (settings.extra_body or ()):
        reason = f"leave {streams_by!r} out: {operation.name}_stream asks for a stream"
        raise SDKValidationError(reason, parameter="extra_body")
    if opens is not None:
        plain = {"Accept": opens.media_type or "*/*", "Accept-Encoding": "identity"}  # it is read as it comes
        settings = settings._replace(headers=settings.headers.updated(plain))
        if opens.media_type:
            if streams_by is None:
                raise SDKValidationError(f"{operation.name}: it has no streaming=Streaming(...)", parameter="operation")
            settings = settings._replace(extra_body={**(settings.extra_body or {}), streams_by: True})
    return Call(operation, values, settings, session.budget, opens)


def _answer(step: Ask) -> object:
    reply = ask(step.call)
    awaitable = ask(inspect.isawaitable, reply)  # which runs code of the reply's class
    if awaitable is not True:
        return awaitable or reply
    if inspect.iscoroutine(reply):
        reply.close()  # one that is never awaited would warn
    return Raised("is async; use the _async functions")


async def _answer_async(step: Ask) -> object:
    reply = ask(step.call)
    awaitable = ask(inspect.isawaitable, reply)
    if awaitable is not True:
        return awaitable or reply
    outside = current_exception()
    try:
        return await cast("Awaitable[object]", reply)
    except Exception as error:  # noqa: BLE001 - the caller's code may raise anything
        raise_interruption(error, outside)
        return raised(error)

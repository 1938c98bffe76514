"""The two pumps: a call is prepared, and what its flow asks for is done, once for sync and once for async.

Whether and when to send, wait or ask is decided in `flow`; here it happens. This file, and with it all that a call
needs and an import does not, is loaded by the first call.
"""

from __future__ import annotations

import inspect
import time
from typing import TYPE_CHECKING, TypeVar, cast

from openrouter_core.calling.flow import Ask, Call, Raised, Send, Sleep, life
from openrouter_core.types.codec import check_arguments

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from types import ModuleType

    from openrouter_core.calling.session import Session
    from openrouter_core.errors import SDKError
    from openrouter_core.operation import Operation
    from openrouter_core.options import RequestOptions
    from openrouter_core.result import Result
    from openrouter_core.secret import AskKey

__all__ = ["run", "run_async"]

T = TypeVar("T")
ABORT_POLL_SECONDS = 0.02


def run(
    session: Session,
    operation: Operation[T, object],
    arguments: Mapping[str, object],
    options: RequestOptions | None,
) -> Result[T, SDKError]:
    """Call `operation`; raise `SDKValidationError` when that cannot even begin."""
    transport = session.transport()
    steps = life(_prepared(session, transport.library, operation, arguments, options))
    reply: object = None
    with transport:
        while True:
            try:
                step, reply = steps.send(reply), None  # a reply may be the key, which no frame is to keep
            except StopIteration as stop:
                return cast("Result[T, SDKError]", stop.value)
            if isinstance(step, Send):
                reply = transport.send(step)
            elif isinstance(step, Ask):
                reply = _ask(step)
            else:
                _sleep(step)


async def run_async(
    session: Session,
    operation: Operation[T, object],
    arguments: Mapping[str, object],
    options: RequestOptions | None,
) -> Result[T, SDKError]:
    """Call `operation` in the running event loop; raise `SDKValidationError` when that cannot even begin."""
    transport = session.async_transport()
    steps = life(_prepared(session, transport.library, operation, arguments, options))
    reply: object = None
    async with transport:
        while True:
            try:
                step, reply = steps.send(reply), None  # a reply may be the key, which no frame is to keep
            except StopIteration as stop:
                return cast("Result[T, SDKError]", stop.value)
            if isinstance(step, Send):
                reply = await transport.send(step)
            elif isinstance(step, Ask):
                reply = await _ask_async(step)
            else:
                await _sleep_async(step)


def _prepared(
    session: Session,
    library: ModuleType,
    operation: Operation[T, object],
    arguments: Mapping[str, object],
    options: RequestOptions | None,
) -> Call[T]:
    values = check_arguments(operation.name, operation.request, arguments)
    settings = session.settings(library)
    if options is not None:
        from openrouter_core.calling.overrides import with_options

        settings = with_options(settings, options)
    settings = settings.with_attribution(values)
    ask_key = None if session.fixed_key else cast("AskKey | None", session.key)
    return Call(operation, values, settings, session.budget, ask_key)


def _ask(step: Ask) -> object:
    try:
        reply = step.function(*step.arguments)
        if not inspect.isawaitable(reply):
            return reply
        if inspect.iscoroutine(reply):
            reply.close()  # one that is never awaited would warn
    except Exception as error:  # noqa: BLE001 - the caller's code may raise anything
        return _raised(error)
    return Raised("is async; use the _async functions")


async def _ask_async(step: Ask) -> object:
    try:
        reply = step.function(*step.arguments)
        return await reply if inspect.isawaitable(reply) else reply
    except Exception as error:  # noqa: BLE001 - the caller's code may raise anything
        return _raised(error)


def _raised(error: Exception) -> Raised:
    """Describe an exception by its type and place: its text may hold whatever the caller's code saw."""
    traceback = error.__traceback__
    while traceback is not None and traceback.tb_next is not None:
        traceback = traceback.tb_next
    place = "" if traceback is None else f" in {traceback.tb_frame.f_code.co_name}, line {traceback.tb_lineno}"
    return Raised(f"raised {type(error).__name__}{place}")


def _sleep(step: Sleep) -> None:
    for pause in _pauses(step):
        time.sleep(pause)


async def _sleep_async(step: Sleep) -> None:
    import asyncio  # 15 ms that a synchronous program need not pay

    for pause in _pauses(step):
        await asyncio.sleep(pause)


def _pauses(step: Sleep) -> Iterator[float]:
    """Yield how long to sleep at a time: with an abort switch, in short pieces between looks at it.

    To wait for the switch itself would do for sync calls only: a thread's event cannot be awaited, a thread that waits
    for it cannot be cancelled, and an `asyncio.Event` cannot be waited for elsewhere.
    """
    if step.abort is None:
        yield step.seconds
        return
    end = time.monotonic() + step.seconds
    while not step.abort.is_set() and (left := end - time.monotonic()) > 0:
        yield min(left, ABORT_POLL_SECONDS)

"""What function files call: functions that turn a core, an operation and arguments into a `Result`. They never raise.

`calling/flow` runs a call. The first call loads it, with everything else that only calls need.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from openrouter_core.core import OpenRouterCore, session_of
from openrouter_core.errors import SDKValidationError
from openrouter_core.http.boundary import read
from openrouter_core.http.waiting import Steps, awaited, settled
from openrouter_core.loading import loaded
from openrouter_core.result import E, Err, R, Result, T
from openrouter_core.secret import Secret

if TYPE_CHECKING:
    from openrouter_core.files import AsyncDownload, Download
    from openrouter_core.operation import Operation
    from openrouter_core.options import RequestOptions
    from openrouter_core.pages import AsyncPage, Page, Paging
    from openrouter_core.streams import AsyncStream, Stream

    Arguments: TypeAlias = Mapping[str, object]
    Options: TypeAlias = RequestOptions | None


def call(core: OpenRouterCore, operation: Operation[T, E], arguments: Arguments, options: Options) -> Result[T, E]:
    """Call an endpoint, with retries, and return its response.

    Args:
        core: The configuration and the connections.
        operation: The endpoint.
        arguments: The values of its parameters by name. A `dict` with secrets is changed: each is replaced by a
            `Secret`.
        options: The options of this call, or `None`.

    Returns:
        `Ok` with a value of the class in `operation.success`. Otherwise `Err` with an `OpenRouterError` (the server
        answered with an error), an `HTTPClientError` (there is no complete response), or an `SDKValidationError` (a
        value is wrong, and nothing was sent).
    """
    return settled(_steps(core, operation, arguments, options))


async def call_async(
    core: OpenRouterCore, operation: Operation[T, E], arguments: Arguments, options: Options
) -> Result[T, E]:
    """Do what `call` does, in asyncio's running event loop."""
    return await awaited(_steps(core, operation, arguments, options, is_async=True))


def call_pages(
    core: OpenRouterCore, operation: Operation[R, E], paging: Paging[R, T], arguments: Arguments, options: Options
) -> Result[Page[R, T, E], E]:
    """Call a list endpoint; return `Ok` with its first page, which fetches the others, or the `Err` of `call`.

    It takes the arguments of `call`, and `paging`: where a page has its items, and how to request the next page.
    """
    fetch = partial(_steps, core, operation, options=options)
    return _first("pages.Page", settled(fetch(arguments)), asked=arguments, paging=paging, fetch=fetch)


async def call_pages_async(
    core: OpenRouterCore, operation: Operation[R, E], paging: Paging[R, T], arguments: Arguments, options: Options
) -> Result[AsyncPage[R, T, E], E]:
    """Do what `call_pages` does, in asyncio's running event loop."""
    fetch = partial(_steps, core, operation, options=options, is_async=True)
    return _first("pages.AsyncPage", await awaited(fetch(arguments)), asked=arguments, paging=paging, fetch=fetch)


def call_stream(
    core: OpenRouterCore, operation: Operation[Any, E], arguments: Arguments, options: Options
) -> Result[Stream[Any, E], E]:
    """Call an endpoint that streams; return `Ok` with the stream when the headers have arrived, or the `Err` of `call`.

    It takes the arguments of `call`. The operation must have `streaming`. A success that is not an event stream is an
    `Err`.
    """
    return settled(_steps(core, operation, arguments, options, "streams.Stream"))


async def call_stream_async(
    core: OpenRouterCore, operation: Operation[Any, E], arguments: Arguments, options: Options
) -> Result[AsyncStream[Any, E], E]:
    """Do what `call_stream` does, in asyncio's running event loop."""
    return await awaited(_steps(core, operation, arguments, options, "streams.AsyncStream", is_async=True))


def call_download(
    core: OpenRouterCore, operation: Operation[Any, E], arguments: Arguments, options: Options
) -> Result[Download[E], E]:
    """Call an endpoint that returns a file; return `Ok` with it when the headers have arrived, or the `Err` of `call`.

    It takes the arguments of `call`.
    """
    return settled(_steps(core, operation, arguments, options, "files.Download"))


async def call_download_async(
    core: OpenRouterCore, operation: Operation[Any, E], arguments: Arguments, options: Options
) -> Result[AsyncDownload[E], E]:
    """Do what `call_download` does, in asyncio's running event loop."""
    return await awaited(_steps(core, operation, arguments, options, "files.AsyncDownload", is_async=True))


def _first(kind: str, result: Result[Any, E], **given: object) -> Result[Any, E]:
    return result.map(lambda value: loaded(kind)(result=value, response=result.response, **given))


def _steps(
    core: OpenRouterCore,
    operation: Operation[Any, Any],
    arguments: Arguments,
    options: Options,
    opens: str | None = None,
    *,
    is_async: bool = False,
) -> Steps[Result[Any, Any]]:
    _hide_secrets(operation, arguments)
    try:
        session = read("core", session_of, core)
        begun: Callable[..., Steps[Result[Any, Any]]] = loaded("calling.flow.begun")
        return (yield from begun(session, operation, arguments, options, opens, is_async=is_async))
    except SDKValidationError as error:
        return Err(error.without_traceback())


def _hide_secrets(operation: Operation[Any, Any], arguments: Arguments) -> None:
    """Wrap secrets in place. This is a function of its own: a frame that stays alive would show them in a traceback."""
    for name in operation.secrets:
        value = arguments.get(name)
        if issubclass(type(value), str):  # `isinstance` would run code of the value
            cast("dict[str, object]", arguments)[name] = Secret(str.__str__(cast("str", value)))

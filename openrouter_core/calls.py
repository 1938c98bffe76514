"""What a function file calls: it turns a core, an operation and its arguments into a `Result`.

Secrets are hidden before anything else is done, and what cannot begin becomes an `Err`. How a call runs is the matter
of `pumps`, which, like all that only a call needs, are loaded by the first one.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar, cast

from openrouter_core.core import session_of
from openrouter_core.errors import SDKValidationError
from openrouter_core.http.boundary import read
from openrouter_core.loading import LOADING
from openrouter_core.result import Err, Result
from openrouter_core.secret import Secret

if TYPE_CHECKING:
    from collections.abc import Mapping

    from openrouter_core.core import OpenRouterCore
    from openrouter_core.files import AsyncDownload, Download
    from openrouter_core.operation import Operation
    from openrouter_core.options import RequestOptions
    from openrouter_core.pages import AsyncPage, Page, Paging
    from openrouter_core.streams import AsyncStream, Stream

    Arguments: TypeAlias = Mapping[str, object]
    Options: TypeAlias = RequestOptions | None
    Opens: TypeAlias = type[Any] | None

T = TypeVar("T")
E = TypeVar("E")
R = TypeVar("R")


def call(
    core: OpenRouterCore, operation: Operation[T, E], arguments: Arguments, options: Options, opens: Opens = None
) -> Result[T, E]:
    """Run `operation` once; `opens` is the class of a body that is handed over, as of a stream."""
    _hide_secrets(operation, arguments)
    try:
        with LOADING:
            from openrouter_core.calling.pumps import run
        return run(read("core", session_of, core), operation, arguments, options, opens)
    except SDKValidationError as error:
        return Err[Any](error.without_traceback())


async def call_async(
    core: OpenRouterCore, operation: Operation[T, E], arguments: Arguments, options: Options, opens: Opens = None
) -> Result[T, E]:
    """Run `operation` once, in the running event loop."""
    _hide_secrets(operation, arguments)
    try:
        with LOADING:
            from openrouter_core.calling.pumps import run_async
        return await run_async(read("core", session_of, core), operation, arguments, options, opens)
    except SDKValidationError as error:
        return Err[Any](error.without_traceback())


def call_pages(
    core: OpenRouterCore, operation: Operation[R, E], paging: Paging[R, T], arguments: Arguments, options: Options
) -> Result[Page[R, T, E], E]:
    """Run `operation`, and return its first page."""
    with LOADING:
        from openrouter_core.pages import Page, first_page
    fetch = partial(call, core, operation, options=options)
    return first_page(Page[R, T, E], fetch(arguments), asked=arguments, paging=paging, fetch=fetch)


async def call_pages_async(
    core: OpenRouterCore, operation: Operation[R, E], paging: Paging[R, T], arguments: Arguments, options: Options
) -> Result[AsyncPage[R, T, E], E]:
    """Run `operation` in the running event loop, and return its first page."""
    with LOADING:
        from openrouter_core.pages import AsyncPage, first_page
    fetch = partial(call_async, core, operation, options=options)
    return first_page(AsyncPage[R, T, E], await fetch(arguments), asked=arguments, paging=paging, fetch=fetch)


def call_stream(
    core: OpenRouterCore, operation: Operation[Any, E], arguments: Arguments, options: Options
) -> Result[Stream[Any, E], E]:
    """Run `operation`, and return the stream of its events as soon as its head has come."""
    with LOADING:
        from openrouter_core.streams import Stream
    return call(core, operation, arguments, options, Stream)


async def call_stream_async(
    core: OpenRouterCore, operation: Operation[Any, E], arguments: Arguments, options: Options
) -> Result[AsyncStream[Any, E], E]:
    """Run `operation` in the running event loop, and return the stream of its events as soon as its head has come."""
    with LOADING:
        from openrouter_core.streams import AsyncStream
    return await call_async(core, operation, arguments, options, AsyncStream)


def call_download(
    core: OpenRouterCore, operation: Operation[Any, E], arguments: Arguments, options: Options
) -> Result[Download[E], E]:
    """Run `operation`, and return what it gives as a file as soon as its head has come."""
    with LOADING:
        from openrouter_core.files import Download
    return call(core, operation, arguments, options, Download)


async def call_download_async(
    core: OpenRouterCore, operation: Operation[Any, E], arguments: Arguments, options: Options
) -> Result[AsyncDownload[E], E]:
    """Run `operation` in the running event loop, and return what it gives as a file as soon as its head has come."""
    with LOADING:
        from openrouter_core.files import AsyncDownload
    return await call_async(core, operation, arguments, options, AsyncDownload)


def _hide_secrets(operation: Operation[object, object], arguments: Arguments) -> None:
    """Wrap secrets in place: the dict is the function's own, and would show them in a traceback."""
    for name in operation.secrets:
        value = arguments.get(name)
        if issubclass(type(value), str):  # `isinstance` would run code of the value
            cast("dict[str, object]", arguments)[name] = Secret(str.__str__(cast("str", value)))

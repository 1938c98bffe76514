# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`tools_list_tools`: GET /tools.

List the tools that OpenRouter runs, page by page.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call_pages, call_pages_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import AsyncPage, OpenRouterCore, Page, RequestOptions, Result
    from openrouter_core.pages import Paging
    from openrouter_funcs.models.tools import ListToolsResponse, ServerTool, ToolsListToolsRequest
else:  # whoever evaluates annotations loads what they name
    globals().update(
        annotated("openrouter_funcs.models.tools", "ListToolsResponse", "ServerTool", "ToolsListToolsRequest")
    )

__all__ = ["ToolsListToolsError", "tools_list_tools", "tools_list_tools_async"]

ToolsListToolsError: TypeAlias = (
    errors.UnauthorizedResponseError
    | errors.ForbiddenResponseError
    | errors.NotFoundResponseError
    | errors.InternalServerResponseError
    | errors.PaginationError
    | errors.CommonError
)
"""Every error that `tools_list_tools` and its pages return."""


@stated
def _operation() -> Operation[ListToolsResponse, ToolsListToolsError]:
    from openrouter_funcs.models import tools

    return Operation(
        name="tools_list_tools",
        method="GET",
        path="/tools",
        request=tools.ToolsListToolsRequest,
        success=(200, tools.ListToolsResponse),
        errors={
            401: errors.UnauthorizedResponseError,
            403: errors.ForbiddenResponseError,
            404: errors.NotFoundResponseError,
            500: errors.InternalServerResponseError,
        },
        query=("offset", "limit", "api_format"),
    )


@cache
def _paging() -> Paging[ListToolsResponse, ServerTool]:
    from openrouter_core.pages import Paging, by_offset

    return Paging(
        items=lambda page: page.data,
        following=by_offset(lambda page, end: end >= page.total_count),
        key=lambda item: item.id,
    )


def tools_list_tools(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ToolsListToolsRequest]
) -> Result[Page[ListToolsResponse, ServerTool, ToolsListToolsError], ToolsListToolsError]:
    """List the tools that OpenRouter runs, page by page.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call, and each page after it, does differently from its core.
        **request: See `ToolsListToolsRequest`. What is absent is not sent.

            - `offset`: how many tools to skip before the first page; 0 when absent or `None`.
            - `limit`: how many tools a page holds at most, 1 to 100; absent for 50, but with `offset` absent as well
              for all on one page.
            - `api_format`: only tools that this API accepts; absent for all.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(Page)`: its `result` is a `ListToolsResponse`, and `items()` walks over this and every later page, in which
        each tool has its names, its engines and their prices; or `Err` of

        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key may not do this;
        - `NotFoundResponseError` (404): there is no such thing in this account;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

        Later pages may also be `Err(PaginationError)`, when the server gives one without an item that is new.

    Source: `GET /tools`, operation `listTools`.
    """
    return call_pages(core, _operation(), _paging(), request, options)


async def tools_list_tools_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ToolsListToolsRequest]
) -> Result[AsyncPage[ListToolsResponse, ServerTool, ToolsListToolsError], ToolsListToolsError]:
    """List the tools that OpenRouter runs, page by page. This is `tools_list_tools` for `async` code."""
    return await call_pages_async(core, _operation(), _paging(), request, options)

# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`workspaces_list`: GET /workspaces.

List the workspaces of the account, page by page.
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
    from openrouter_funcs.models.workspaces import ListWorkspacesResponse, Workspace, WorkspacesListRequest
else:  # whoever evaluates annotations loads what they name
    globals().update(
        annotated("openrouter_funcs.models.workspaces", "ListWorkspacesResponse", "Workspace", "WorkspacesListRequest")
    )

__all__ = ["WorkspacesListError", "workspaces_list", "workspaces_list_async"]

WorkspacesListError: TypeAlias = (
    errors.UnauthorizedResponseError
    | errors.ForbiddenResponseError
    | errors.InternalServerResponseError
    | errors.PaginationError
    | errors.CommonError
)
"""Every error that `workspaces_list` and its pages return."""


@stated
def _operation() -> Operation[ListWorkspacesResponse, WorkspacesListError]:
    from openrouter_funcs.models import workspaces

    return Operation(
        name="workspaces_list",
        method="GET",
        path="/workspaces",
        request=workspaces.WorkspacesListRequest,
        success=(200, workspaces.ListWorkspacesResponse),
        errors={
            401: errors.UnauthorizedResponseError,
            403: errors.ForbiddenResponseError,
            500: errors.InternalServerResponseError,
        },
        query=("offset", "limit"),
    )


@cache
def _paging() -> Paging[ListWorkspacesResponse, Workspace]:
    from openrouter_core.pages import Paging, by_offset

    return Paging(
        items=lambda page: page.data,
        following=by_offset(lambda page, end: end >= page.total_count),
        key=lambda item: item.id,
    )


def workspaces_list(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[WorkspacesListRequest]
) -> Result[Page[ListWorkspacesResponse, Workspace, WorkspacesListError], WorkspacesListError]:
    """List the workspaces of the account, page by page.

    Needs a management key.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call, and each page after it, does differently from its core.
        **request: See `WorkspacesListRequest`. What is absent is not sent.

            - `offset`: how many workspaces to skip before the first page; 0 when absent or `None`.
            - `limit`: how many workspaces a page holds at most, 1 to 100; absent for 50.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(Page)`: its `result` is a `ListWorkspacesResponse`, and `items()` walks over this and every later page, in
        which each workspace has its settings; or `Err` of

        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key is not a management key;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

        Later pages may also be `Err(PaginationError)`, when the server gives one without an item that is new.

    Source: `GET /workspaces`, operation `listWorkspaces`.
    """
    return call_pages(core, _operation(), _paging(), request, options)


async def workspaces_list_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[WorkspacesListRequest]
) -> Result[AsyncPage[ListWorkspacesResponse, Workspace, WorkspacesListError], WorkspacesListError]:
    """List the workspaces of the account, page by page. This is `workspaces_list` for `async` code."""
    return await call_pages_async(core, _operation(), _paging(), request, options)

# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`workspaces_list_members`: GET /workspaces/{id}/members.

List the members of a workspace, page by page.
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
    from openrouter_funcs.models.workspaces import (
        ListWorkspaceMembersResponse,
        WorkspaceMember,
        WorkspacesListMembersRequest,
    )
else:  # whoever evaluates annotations loads what they name
    globals().update(
        annotated(
            "openrouter_funcs.models.workspaces",
            "ListWorkspaceMembersResponse",
            "WorkspaceMember",
            "WorkspacesListMembersRequest",
        )
    )

__all__ = ["WorkspacesListMembersError", "workspaces_list_members", "workspaces_list_members_async"]

WorkspacesListMembersError: TypeAlias = (
    errors.UnauthorizedResponseError
    | errors.ForbiddenResponseError
    | errors.NotFoundResponseError
    | errors.InternalServerResponseError
    | errors.PaginationError
    | errors.CommonError
)
"""Every error that `workspaces_list_members` and its pages return."""


@stated
def _operation() -> Operation[ListWorkspaceMembersResponse, WorkspacesListMembersError]:
    from openrouter_funcs.models import workspaces

    return Operation(
        name="workspaces_list_members",
        method="GET",
        path="/workspaces/{id}/members",
        request=workspaces.WorkspacesListMembersRequest,
        success=(200, workspaces.ListWorkspaceMembersResponse),
        errors={
            401: errors.UnauthorizedResponseError,
            403: errors.ForbiddenResponseError,
            404: errors.NotFoundResponseError,
            500: errors.InternalServerResponseError,
        },
        query=("offset", "limit"),
    )


@cache
def _paging() -> Paging[ListWorkspaceMembersResponse, WorkspaceMember]:
    from openrouter_core.pages import Paging, by_offset

    return Paging(
        items=lambda page: page.data,
        following=by_offset(lambda page, end: end >= page.total_count),
        key=lambda item: item.id,
    )


def workspaces_list_members(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[WorkspacesListMembersRequest]
) -> Result[
    Page[ListWorkspaceMembersResponse, WorkspaceMember, WorkspacesListMembersError], WorkspacesListMembersError
]:
    """List the members of a workspace, page by page.

    Every member of the organization is a member of the default workspace.

    Needs a management key.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call, and each page after it, does differently from its core.
        **request: See `WorkspacesListMembersRequest`. What is absent is not sent.

            - `id` (required): the workspace's id (a UUID) or slug.
            - `offset`: how many members to skip before the first page; 0 when absent or `None`.
            - `limit`: how many members a page holds at most, 1 to 100; absent for 50.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(Page)`: its `result` is a `ListWorkspaceMembersResponse`, and `items()` walks over this and every later
        page, in which each member has a role; or `Err` of

        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key is not a management key;
        - `NotFoundResponseError` (404): there is no workspace of that id or slug in this account;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

        Later pages may also be `Err(PaginationError)`, when the server gives one without an item that is new.

    Source: `GET /workspaces/{id}/members`, operation `listWorkspaceMembers`.
    """
    return call_pages(core, _operation(), _paging(), request, options)


async def workspaces_list_members_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[WorkspacesListMembersRequest]
) -> Result[
    AsyncPage[ListWorkspaceMembersResponse, WorkspaceMember, WorkspacesListMembersError], WorkspacesListMembersError
]:
    """List the members of a workspace, page by page. This is `workspaces_list_members` for `async` code."""
    return await call_pages_async(core, _operation(), _paging(), request, options)

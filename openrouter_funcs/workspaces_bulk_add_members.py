# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`workspaces_bulk_add_members`: POST /workspaces/{id}/members/add.

Add members of the organization to a workspace.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.workspaces import BulkAddWorkspaceMembersResponse, WorkspacesBulkAddMembersRequest
else:  # whoever evaluates annotations loads what they name
    globals().update(
        annotated(
            "openrouter_funcs.models.workspaces", "BulkAddWorkspaceMembersResponse", "WorkspacesBulkAddMembersRequest"
        )
    )

__all__ = ["WorkspacesBulkAddMembersError", "workspaces_bulk_add_members", "workspaces_bulk_add_members_async"]

WorkspacesBulkAddMembersError: TypeAlias = (
    errors.BadRequestResponseError
    | errors.UnauthorizedResponseError
    | errors.ForbiddenResponseError
    | errors.NotFoundResponseError
    | errors.InternalServerResponseError
    | errors.CommonError
)
"""Every error that `workspaces_bulk_add_members` returns."""


@stated
def _operation() -> Operation[BulkAddWorkspaceMembersResponse, WorkspacesBulkAddMembersError]:
    from openrouter_funcs.models import workspaces

    return Operation(
        name="workspaces_bulk_add_members",
        method="POST",
        path="/workspaces/{id}/members/add",
        request=workspaces.WorkspacesBulkAddMembersRequest,
        success=(200, workspaces.BulkAddWorkspaceMembersResponse),
        errors={
            400: errors.BadRequestResponseError,
            401: errors.UnauthorizedResponseError,
            403: errors.ForbiddenResponseError,
            404: errors.NotFoundResponseError,
            500: errors.InternalServerResponseError,
        },
    )


def workspaces_bulk_add_members(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[WorkspacesBulkAddMembersRequest]
) -> Result[BulkAddWorkspaceMembersResponse, WorkspacesBulkAddMembersError]:
    """Add members of the organization to a workspace.

    Each gets the role that it has in the organization.

    Needs a management key.

    It is never done twice by a retry: an attempt is repeated only when the server certainly did not apply it. Otherwise
    the error has `outcome="unknown"`: look at what is there before you call again.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `WorkspacesBulkAddMembersRequest`. What is absent is not sent.

            - `id` (required): the workspace's id (a UUID) or slug.
            - `user_ids` (required): the user ids of the members, 1 to 100.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(BulkAddWorkspaceMembersResponse)`, whose `added_count` says how many were added or changed; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key is not a management key;
        - `NotFoundResponseError` (404): there is no workspace of that id or slug in this account;
        - `InternalServerResponseError` (500): the server failed; it may have been done;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `POST /workspaces/{id}/members/add`, operation `bulkAddWorkspaceMembers`.
    """
    return call(core, _operation(), request, options)


async def workspaces_bulk_add_members_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[WorkspacesBulkAddMembersRequest]
) -> Result[BulkAddWorkspaceMembersResponse, WorkspacesBulkAddMembersError]:
    """Add members of the organization to a workspace. This is `workspaces_bulk_add_members` for `async` code."""
    return await call_async(core, _operation(), request, options)

# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`workspaces_delete`: DELETE /workspaces/{id}.

Delete a workspace.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.workspaces import DeleteWorkspaceResponse, WorkspacesDeleteRequest
else:  # whoever evaluates annotations loads what they name
    globals().update(
        annotated("openrouter_funcs.models.workspaces", "DeleteWorkspaceResponse", "WorkspacesDeleteRequest")
    )

__all__ = ["WorkspacesDeleteError", "workspaces_delete", "workspaces_delete_async"]

WorkspacesDeleteError: TypeAlias = (
    errors.BadRequestResponseError
    | errors.UnauthorizedResponseError
    | errors.ForbiddenResponseError
    | errors.NotFoundResponseError
    | errors.InternalServerResponseError
    | errors.CommonError
)
"""Every error that `workspaces_delete` returns."""


@stated
def _operation() -> Operation[DeleteWorkspaceResponse, WorkspacesDeleteError]:
    from openrouter_funcs.models import workspaces

    return Operation(
        name="workspaces_delete",
        method="DELETE",
        path="/workspaces/{id}",
        request=workspaces.WorkspacesDeleteRequest,
        success=(200, workspaces.DeleteWorkspaceResponse),
        errors={
            400: errors.BadRequestResponseError,
            401: errors.UnauthorizedResponseError,
            403: errors.ForbiddenResponseError,
            404: errors.NotFoundResponseError,
            500: errors.InternalServerResponseError,
        },
        query=("confirm_default_workspace_deletion",),
    )


def workspaces_delete(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[WorkspacesDeleteRequest]
) -> Result[DeleteWorkspaceResponse, WorkspacesDeleteError]:
    """Delete a workspace.

    Its budgets and guardrails go with it, and its classifiers and destinations stop. Delete its active API keys first:
    with them the call is a 400.

    Needs a management key.

    Doing it twice is the same as doing it once, and so an attempt of unknown outcome is repeated.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `WorkspacesDeleteRequest`. What is absent is not sent.

            - `id` (required): the workspace's id (a UUID) or slug.
            - `confirm_default_workspace_deletion`: must be `True` to delete the default workspace. That disables for
              good all API keys without a workspace, except management keys; for other workspaces it has no effect.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(DeleteWorkspaceResponse)`, whose `deleted` is `True`; or `Err` of

        - `BadRequestResponseError` (400): the workspace has active API keys, or is the default one and that was not
          confirmed;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key is not a management key;
        - `NotFoundResponseError` (404): there is no workspace of that id or slug in this account;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `DELETE /workspaces/{id}`, operation `deleteWorkspace`.
    """
    return call(core, _operation(), request, options)


async def workspaces_delete_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[WorkspacesDeleteRequest]
) -> Result[DeleteWorkspaceResponse, WorkspacesDeleteError]:
    """Delete a workspace. This is `workspaces_delete` for `async` code."""
    return await call_async(core, _operation(), request, options)

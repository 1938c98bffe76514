# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`workspaces_get`: GET /workspaces/{id}.

Get one workspace.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.workspaces import GetWorkspaceResponse, WorkspacesGetRequest
else:  # whoever evaluates annotations loads what they name
    globals().update(annotated("openrouter_funcs.models.workspaces", "GetWorkspaceResponse", "WorkspacesGetRequest"))

__all__ = ["WorkspacesGetError", "workspaces_get", "workspaces_get_async"]

WorkspacesGetError: TypeAlias = (
    errors.UnauthorizedResponseError
    | errors.ForbiddenResponseError
    | errors.NotFoundResponseError
    | errors.InternalServerResponseError
    | errors.CommonError
)
"""Every error that `workspaces_get` returns."""


@stated
def _operation() -> Operation[GetWorkspaceResponse, WorkspacesGetError]:
    from openrouter_funcs.models import workspaces

    return Operation(
        name="workspaces_get",
        method="GET",
        path="/workspaces/{id}",
        request=workspaces.WorkspacesGetRequest,
        success=(200, workspaces.GetWorkspaceResponse),
        errors={
            401: errors.UnauthorizedResponseError,
            403: errors.ForbiddenResponseError,
            404: errors.NotFoundResponseError,
            500: errors.InternalServerResponseError,
        },
    )


def workspaces_get(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[WorkspacesGetRequest]
) -> Result[GetWorkspaceResponse, WorkspacesGetError]:
    """Get one workspace.

    Needs a management key.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `WorkspacesGetRequest`. What is absent is not sent.

            - `id` (required): the workspace's id (a UUID) or slug.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(GetWorkspaceResponse)`, whose `data` is the workspace; or `Err` of

        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key is not a management key;
        - `NotFoundResponseError` (404): there is no workspace of that id or slug in this account;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `GET /workspaces/{id}`, operation `getWorkspace`.
    """
    return call(core, _operation(), request, options)


async def workspaces_get_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[WorkspacesGetRequest]
) -> Result[GetWorkspaceResponse, WorkspacesGetError]:
    """Get one workspace. This is `workspaces_get` for `async` code."""
    return await call_async(core, _operation(), request, options)

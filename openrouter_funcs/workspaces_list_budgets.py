# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`workspaces_list_budgets`: GET /workspaces/{workspace_ref}/budgets.

List the budgets of a workspace.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.workspaces import ListWorkspaceBudgetsResponse, WorkspacesListBudgetsRequest
else:  # whoever evaluates annotations loads what they name
    globals().update(
        annotated("openrouter_funcs.models.workspaces", "ListWorkspaceBudgetsResponse", "WorkspacesListBudgetsRequest")
    )

__all__ = ["WorkspacesListBudgetsError", "workspaces_list_budgets", "workspaces_list_budgets_async"]

WorkspacesListBudgetsError: TypeAlias = (
    errors.UnauthorizedResponseError
    | errors.ForbiddenResponseError
    | errors.NotFoundResponseError
    | errors.InternalServerResponseError
    | errors.CommonError
)
"""Every error that `workspaces_list_budgets` returns."""


@stated
def _operation() -> Operation[ListWorkspaceBudgetsResponse, WorkspacesListBudgetsError]:
    from openrouter_funcs.models import workspaces

    return Operation(
        name="workspaces_list_budgets",
        method="GET",
        path="/workspaces/{workspace_ref}/budgets",
        request=workspaces.WorkspacesListBudgetsRequest,
        success=(200, workspaces.ListWorkspaceBudgetsResponse),
        errors={
            401: errors.UnauthorizedResponseError,
            403: errors.ForbiddenResponseError,
            404: errors.NotFoundResponseError,
            500: errors.InternalServerResponseError,
        },
    )


def workspaces_list_budgets(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[WorkspacesListBudgetsRequest]
) -> Result[ListWorkspaceBudgetsResponse, WorkspacesListBudgetsError]:
    """List the budgets of a workspace.

    Needs a management key.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `WorkspacesListBudgetsRequest`. What is absent is not sent.

            - `workspace_ref` (required): the workspace's id (a UUID) or slug.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(ListWorkspaceBudgetsResponse)`, whose `data` has at most one budget for each interval; or `Err` of

        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key is not a management key;
        - `NotFoundResponseError` (404): there is no workspace of that id or slug in this account;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `GET /workspaces/{workspace_ref}/budgets`, operation `listWorkspaceBudgets`.
    """
    return call(core, _operation(), request, options)


async def workspaces_list_budgets_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[WorkspacesListBudgetsRequest]
) -> Result[ListWorkspaceBudgetsResponse, WorkspacesListBudgetsError]:
    """List the budgets of a workspace. This is `workspaces_list_budgets` for `async` code."""
    return await call_async(core, _operation(), request, options)

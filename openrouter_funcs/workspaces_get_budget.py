# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`workspaces_get_budget`: GET /workspaces/{workspace_ref}/budgets/{interval}.

Get the budget of a workspace for one interval.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.workspaces import GetWorkspaceBudgetResponse, WorkspacesGetBudgetRequest
else:  # whoever evaluates annotations loads what they name
    globals().update(
        annotated("openrouter_funcs.models.workspaces", "GetWorkspaceBudgetResponse", "WorkspacesGetBudgetRequest")
    )

__all__ = ["WorkspacesGetBudgetError", "workspaces_get_budget", "workspaces_get_budget_async"]

WorkspacesGetBudgetError: TypeAlias = (
    errors.BadRequestResponseError
    | errors.UnauthorizedResponseError
    | errors.ForbiddenResponseError
    | errors.NotFoundResponseError
    | errors.InternalServerResponseError
    | errors.CommonError
)
"""Every error that `workspaces_get_budget` returns."""


@stated
def _operation() -> Operation[GetWorkspaceBudgetResponse, WorkspacesGetBudgetError]:
    from openrouter_funcs.models import workspaces

    return Operation(
        name="workspaces_get_budget",
        method="GET",
        path="/workspaces/{workspace_ref}/budgets/{interval}",
        request=workspaces.WorkspacesGetBudgetRequest,
        success=(200, workspaces.GetWorkspaceBudgetResponse),
        errors={
            400: errors.BadRequestResponseError,
            401: errors.UnauthorizedResponseError,
            403: errors.ForbiddenResponseError,
            404: errors.NotFoundResponseError,
            500: errors.InternalServerResponseError,
        },
    )


def workspaces_get_budget(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[WorkspacesGetBudgetRequest]
) -> Result[GetWorkspaceBudgetResponse, WorkspacesGetBudgetError]:
    """Get the budget of a workspace for one interval.

    Needs a management key.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `WorkspacesGetBudgetRequest`. What is absent is not sent.

            - `workspace_ref` (required): the workspace's id (a UUID) or slug.
            - `interval` (required): the interval of the budget.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(GetWorkspaceBudgetResponse)`, whose `data` is the budget; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key is not a management key;
        - `NotFoundResponseError` (404): there is no such workspace, or it has no such budget;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `GET /workspaces/{workspace_ref}/budgets/{interval}`, operation `getWorkspaceBudget`.
    """
    return call(core, _operation(), request, options)


async def workspaces_get_budget_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[WorkspacesGetBudgetRequest]
) -> Result[GetWorkspaceBudgetResponse, WorkspacesGetBudgetError]:
    """Get the budget of a workspace for one interval. This is `workspaces_get_budget` for `async` code."""
    return await call_async(core, _operation(), request, options)

# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`workspaces_delete_budget`: DELETE /workspaces/{workspace_ref}/budgets/{interval}.

Delete the budget of a workspace for one interval.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.workspaces import DeleteWorkspaceBudgetResponse, WorkspacesDeleteBudgetRequest
else:  # whoever evaluates annotations loads what they name
    globals().update(
        annotated(
            "openrouter_funcs.models.workspaces", "DeleteWorkspaceBudgetResponse", "WorkspacesDeleteBudgetRequest"
        )
    )

__all__ = ["WorkspacesDeleteBudgetError", "workspaces_delete_budget", "workspaces_delete_budget_async"]

WorkspacesDeleteBudgetError: TypeAlias = (
    errors.BadRequestResponseError
    | errors.UnauthorizedResponseError
    | errors.ForbiddenResponseError
    | errors.NotFoundResponseError
    | errors.InternalServerResponseError
    | errors.CommonError
)
"""Every error that `workspaces_delete_budget` returns."""


@stated
def _operation() -> Operation[DeleteWorkspaceBudgetResponse, WorkspacesDeleteBudgetError]:
    from openrouter_funcs.models import workspaces

    return Operation(
        name="workspaces_delete_budget",
        method="DELETE",
        path="/workspaces/{workspace_ref}/budgets/{interval}",
        request=workspaces.WorkspacesDeleteBudgetRequest,
        success=(200, workspaces.DeleteWorkspaceBudgetResponse),
        errors={
            400: errors.BadRequestResponseError,
            401: errors.UnauthorizedResponseError,
            403: errors.ForbiddenResponseError,
            404: errors.NotFoundResponseError,
            500: errors.InternalServerResponseError,
        },
    )


def workspaces_delete_budget(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[WorkspacesDeleteBudgetRequest]
) -> Result[DeleteWorkspaceBudgetResponse, WorkspacesDeleteBudgetError]:
    """Delete the budget of a workspace for one interval.

    Needs a management key.

    Doing it twice is the same as doing it once, and so an attempt of unknown outcome is repeated.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `WorkspacesDeleteBudgetRequest`. What is absent is not sent.

            - `workspace_ref` (required): the workspace's id (a UUID) or slug.
            - `interval` (required): the interval of the budget.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(DeleteWorkspaceBudgetResponse)`, whose `deleted` is `True`, also when there was none; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key is not a management key;
        - `NotFoundResponseError` (404): there is no workspace of that id or slug in this account;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `DELETE /workspaces/{workspace_ref}/budgets/{interval}`, operation `deleteWorkspaceBudget`.
    """
    return call(core, _operation(), request, options)


async def workspaces_delete_budget_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[WorkspacesDeleteBudgetRequest]
) -> Result[DeleteWorkspaceBudgetResponse, WorkspacesDeleteBudgetError]:
    """Delete the budget of a workspace for one interval. This is `workspaces_delete_budget` for `async` code."""
    return await call_async(core, _operation(), request, options)

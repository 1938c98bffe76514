# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`workspaces_set_budget`: PUT /workspaces/{workspace_ref}/budgets/{interval}.

Set the budget of a workspace for one interval.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.workspaces import UpsertWorkspaceBudgetResponse, WorkspacesSetBudgetRequest
else:  # whoever evaluates annotations loads what they name
    globals().update(
        annotated("openrouter_funcs.models.workspaces", "UpsertWorkspaceBudgetResponse", "WorkspacesSetBudgetRequest")
    )

__all__ = ["WorkspacesSetBudgetError", "workspaces_set_budget", "workspaces_set_budget_async"]

WorkspacesSetBudgetError: TypeAlias = (
    errors.BadRequestResponseError
    | errors.UnauthorizedResponseError
    | errors.ForbiddenResponseError
    | errors.NotFoundResponseError
    | errors.InternalServerResponseError
    | errors.CommonError
)
"""Every error that `workspaces_set_budget` returns."""


@stated
def _operation() -> Operation[UpsertWorkspaceBudgetResponse, WorkspacesSetBudgetError]:
    from openrouter_funcs.models import workspaces

    return Operation(
        name="workspaces_set_budget",
        method="PUT",
        path="/workspaces/{workspace_ref}/budgets/{interval}",
        request=workspaces.WorkspacesSetBudgetRequest,
        success=(200, workspaces.UpsertWorkspaceBudgetResponse),
        errors={
            400: errors.BadRequestResponseError,
            401: errors.UnauthorizedResponseError,
            403: errors.ForbiddenResponseError,
            404: errors.NotFoundResponseError,
            500: errors.InternalServerResponseError,
        },
    )


def workspaces_set_budget(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[WorkspacesSetBudgetRequest]
) -> Result[UpsertWorkspaceBudgetResponse, WorkspacesSetBudgetError]:
    """Set the budget of a workspace for one interval.

    The shorter the interval, the smaller its budget must be: daily < weekly < monthly < lifetime.

    Needs a management key.

    Doing it twice is the same as doing it once, and so an attempt of unknown outcome is repeated.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `WorkspacesSetBudgetRequest`. What is absent is not sent.

            - `workspace_ref` (required): the workspace's id (a UUID) or slug.
            - `interval` (required): the interval of the budget.
            - `limit_usd` (required): how much it may spend in the interval, in US dollars, more than 0.
            - `include_byok_in_budgets`: whether spending on provider keys of your own counts towards the budgets of the
              workspace, all of them; absent for no change.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(UpsertWorkspaceBudgetResponse)`, whose `data` is the budget as it is now; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, such as a budget that is not smaller than that of a longer
          interval;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key is not a management key;
        - `NotFoundResponseError` (404): there is no workspace of that id or slug in this account;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `PUT /workspaces/{workspace_ref}/budgets/{interval}`, operation `upsertWorkspaceBudget`.
    """
    return call(core, _operation(), request, options)


async def workspaces_set_budget_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[WorkspacesSetBudgetRequest]
) -> Result[UpsertWorkspaceBudgetResponse, WorkspacesSetBudgetError]:
    """Set the budget of a workspace for one interval. This is `workspaces_set_budget` for `async` code."""
    return await call_async(core, _operation(), request, options)

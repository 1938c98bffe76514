# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`analytics_get_user_activity`: GET /activity.

Get the usage of the last 30 days, by day, model and endpoint.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.analytics import ActivityResponse, AnalyticsGetUserActivityRequest
else:  # whoever evaluates annotations loads what they name
    globals().update(
        annotated("openrouter_funcs.models.analytics", "ActivityResponse", "AnalyticsGetUserActivityRequest")
    )

__all__ = ["AnalyticsGetUserActivityError", "analytics_get_user_activity", "analytics_get_user_activity_async"]

AnalyticsGetUserActivityError: TypeAlias = (
    errors.BadRequestResponseError
    | errors.UnauthorizedResponseError
    | errors.ForbiddenResponseError
    | errors.NotFoundResponseError
    | errors.InternalServerResponseError
    | errors.CommonError
)
"""Every error that `analytics_get_user_activity` returns."""


@stated
def _operation() -> Operation[ActivityResponse, AnalyticsGetUserActivityError]:
    from openrouter_funcs.models import analytics

    return Operation(
        name="analytics_get_user_activity",
        method="GET",
        path="/activity",
        request=analytics.AnalyticsGetUserActivityRequest,
        success=(200, analytics.ActivityResponse),
        errors={
            400: errors.BadRequestResponseError,
            401: errors.UnauthorizedResponseError,
            403: errors.ForbiddenResponseError,
            404: errors.NotFoundResponseError,
            500: errors.InternalServerResponseError,
        },
        query=("date", "api_key_hash", "user_id", "group_by", "workspace_id"),
    )


def analytics_get_user_activity(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[AnalyticsGetUserActivityRequest]
) -> Result[ActivityResponse, AnalyticsGetUserActivityError]:
    """Get the usage of the last 30 days, by day, model and endpoint.

    The days are whole days in UTC, and today is not among them. Activity from before there were workspaces counts for
    the account's default workspace.

    Needs a management key.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `AnalyticsGetUserActivityRequest`. What is absent is not sent.

            - `date`: only this day of the last 30, in UTC, such as `"2026-11-26"`; absent for all of them.
            - `api_key_hash`: only requests of the API key with this hash (SHA-256 in hex); absent for all keys.
            - `user_id`: only requests of this member of your organization; absent for all members. For organizations
              only.
            - `group_by`: `"workspace"` splits each row by workspace and gives it a `workspace_id`; absent for rows over
              all workspaces.
            - `workspace_id`: only requests of this workspace (a UUID) of your account; absent for all workspaces.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(ActivityResponse)`, whose `data` has a row for each day, model and endpoint; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key is not a management key;
        - `NotFoundResponseError` (404): there is no such thing in this account;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `GET /activity`, operation `getUserActivity`.
    """
    return call(core, _operation(), request, options)


async def analytics_get_user_activity_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[AnalyticsGetUserActivityRequest]
) -> Result[ActivityResponse, AnalyticsGetUserActivityError]:
    """Get the usage of the last 30 days, by day, model and endpoint.

    This is `analytics_get_user_activity` for `async` code.
    """
    return await call_async(core, _operation(), request, options)

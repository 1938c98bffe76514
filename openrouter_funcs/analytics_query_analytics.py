# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`analytics_query_analytics`: POST /analytics/query.

Query usage: metrics over time, grouped and filtered.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.analytics import AnalyticsQueryAnalyticsRequest, QueryAnalyticsResponse
else:  # whoever evaluates annotations loads what they name
    globals().update(
        annotated("openrouter_funcs.models.analytics", "AnalyticsQueryAnalyticsRequest", "QueryAnalyticsResponse")
    )

__all__ = ["AnalyticsQueryAnalyticsError", "analytics_query_analytics", "analytics_query_analytics_async"]

AnalyticsQueryAnalyticsError: TypeAlias = (
    errors.BadRequestResponseError
    | errors.UnauthorizedResponseError
    | errors.ForbiddenResponseError
    | errors.RequestTimeoutResponseError
    | errors.InternalServerResponseError
    | errors.CommonError
)
"""Every error that `analytics_query_analytics` returns."""


@stated
def _operation() -> Operation[QueryAnalyticsResponse, AnalyticsQueryAnalyticsError]:
    from openrouter_funcs.models import analytics

    return Operation(
        name="analytics_query_analytics",
        method="POST",
        path="/analytics/query",
        request=analytics.AnalyticsQueryAnalyticsRequest,
        success=(200, analytics.QueryAnalyticsResponse),
        errors={
            400: errors.BadRequestResponseError,
            401: errors.UnauthorizedResponseError,
            403: errors.ForbiddenResponseError,
            408: errors.RequestTimeoutResponseError,
            500: errors.InternalServerResponseError,
        },
        effect="read",
    )


def analytics_query_analytics(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[AnalyticsQueryAnalyticsRequest]
) -> Result[QueryAnalyticsResponse, AnalyticsQueryAnalyticsError]:
    """Query usage: metrics over time, grouped and filtered.

    `analytics_get_analytics_meta` lists the metrics, dimensions, operators and granularities.

    Needs a management key.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `AnalyticsQueryAnalyticsRequest`. What is absent is not sent.

            - `metrics` (required): what to measure, at least one.
            - `classifier_dimensions`: group the results by tags of a classifier, which must be active in the workspace.
            - `classifier_filters`: count only generations that have these tags of a classifier.
            - `dimensions`: what to group the results by, at most 2 dimensions; absent for no groups.
            - `filters`: count only what meets these conditions, at most 20.
            - `granularity`: the interval of a time series, such as `"day"`; absent for no series.
            - `group_limit`: how many rows each combination of dimensions may have; absent for enough to keep a time
              series whole, while a smaller number may cut it off. No effect without `dimensions`.
            - `limit`: how many rows there may be in all; absent for 1000, or for more when a time series with
              `dimensions` and no `group_limit` needs them.
            - `order_by`: how the rows are sorted; absent for the server's own order.
            - `time_range`: the time that is queried; absent for the server's own choice.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(QueryAnalyticsResponse)`, whose `data.data` has the rows, each a mapping from the names of metrics and
        dimensions to values; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key is not a management key;
        - `RequestTimeoutResponseError` (408): it took longer than the server waits;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `POST /analytics/query`, operation `queryAnalytics`.
    """
    return call(core, _operation(), request, options)


async def analytics_query_analytics_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[AnalyticsQueryAnalyticsRequest]
) -> Result[QueryAnalyticsResponse, AnalyticsQueryAnalyticsError]:
    """Query usage: metrics over time, grouped and filtered. This is `analytics_query_analytics` for `async` code."""
    return await call_async(core, _operation(), request, options)

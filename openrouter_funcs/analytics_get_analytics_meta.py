# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`analytics_get_analytics_meta`: GET /analytics/meta.

List the metrics and dimensions that analytics queries may use.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.analytics import AnalyticsGetAnalyticsMetaRequest, GetAnalyticsMetaResponse
else:  # whoever evaluates annotations loads what they name
    globals().update(
        annotated("openrouter_funcs.models.analytics", "AnalyticsGetAnalyticsMetaRequest", "GetAnalyticsMetaResponse")
    )

__all__ = ["AnalyticsGetAnalyticsMetaError", "analytics_get_analytics_meta", "analytics_get_analytics_meta_async"]

AnalyticsGetAnalyticsMetaError: TypeAlias = (
    errors.UnauthorizedResponseError
    | errors.ForbiddenResponseError
    | errors.InternalServerResponseError
    | errors.CommonError
)
"""Every error that `analytics_get_analytics_meta` returns."""


@stated
def _operation() -> Operation[GetAnalyticsMetaResponse, AnalyticsGetAnalyticsMetaError]:
    from openrouter_funcs.models import analytics

    return Operation(
        name="analytics_get_analytics_meta",
        method="GET",
        path="/analytics/meta",
        request=analytics.AnalyticsGetAnalyticsMetaRequest,
        success=(200, analytics.GetAnalyticsMetaResponse),
        errors={
            401: errors.UnauthorizedResponseError,
            403: errors.ForbiddenResponseError,
            500: errors.InternalServerResponseError,
        },
    )


def analytics_get_analytics_meta(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[AnalyticsGetAnalyticsMetaRequest]
) -> Result[GetAnalyticsMetaResponse, AnalyticsGetAnalyticsMetaError]:
    """List the metrics and dimensions that analytics queries may use.

    Needs a management key.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `AnalyticsGetAnalyticsMetaRequest`. What is absent is not sent.

            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(GetAnalyticsMetaResponse)`, whose `data` lists metrics, dimensions, operators and granularities for
        `analytics_query_analytics`; or `Err` of

        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key is not a management key;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `GET /analytics/meta`, operation `getAnalyticsMeta`.
    """
    return call(core, _operation(), request, options)


async def analytics_get_analytics_meta_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[AnalyticsGetAnalyticsMetaRequest]
) -> Result[GetAnalyticsMetaResponse, AnalyticsGetAnalyticsMetaError]:
    """List the metrics and dimensions that analytics queries may use.

    This is `analytics_get_analytics_meta` for `async` code.
    """
    return await call_async(core, _operation(), request, options)

# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`endpoints_list_zdr_endpoints`: GET /endpoints/zdr.

List the endpoints that retain no data.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.models import EndpointsListZdrEndpointsRequest, ListEndpointsZdrResponse
else:  # whoever evaluates annotations loads what they name
    globals().update(
        annotated("openrouter_funcs.models.models", "EndpointsListZdrEndpointsRequest", "ListEndpointsZdrResponse")
    )

__all__ = ["EndpointsListZdrEndpointsError", "endpoints_list_zdr_endpoints", "endpoints_list_zdr_endpoints_async"]

EndpointsListZdrEndpointsError: TypeAlias = (
    errors.ForbiddenResponseError
    | errors.InternalServerResponseError
    | errors.ServiceUnavailableResponseError
    | errors.CommonError
)
"""Every error that `endpoints_list_zdr_endpoints` returns."""


@stated
def _operation() -> Operation[ListEndpointsZdrResponse, EndpointsListZdrEndpointsError]:
    from openrouter_funcs.models import models

    return Operation(
        name="endpoints_list_zdr_endpoints",
        method="GET",
        path="/endpoints/zdr",
        request=models.EndpointsListZdrEndpointsRequest,
        success=(200, models.ListEndpointsZdrResponse),
        errors={
            403: errors.ForbiddenResponseError,
            500: errors.InternalServerResponseError,
            503: errors.ServiceUnavailableResponseError,
        },
    )


def endpoints_list_zdr_endpoints(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[EndpointsListZdrEndpointsRequest]
) -> Result[ListEndpointsZdrResponse, EndpointsListZdrEndpointsError]:
    """List the endpoints that retain no data.

    These are the endpoints that are left when a request, a key or an account allows only zero data retention (ZDR).
    With a key, the endpoints have percentiles of their latency and throughput; without one, these are `None`.

    Needs no key.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `EndpointsListZdrEndpointsRequest`. What is absent is not sent.

            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(ListEndpointsZdrResponse)`, whose `data` has the endpoints of all models; or `Err` of

        - `ForbiddenResponseError` (403): the key may not do this;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - `ServiceUnavailableResponseError` (503): the server cannot answer now; repeating the request did not help;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `GET /endpoints/zdr`, operation `listEndpointsZdr`.
    """
    return call(core, _operation(), request, options)


async def endpoints_list_zdr_endpoints_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[EndpointsListZdrEndpointsRequest]
) -> Result[ListEndpointsZdrResponse, EndpointsListZdrEndpointsError]:
    """List the endpoints that retain no data. This is `endpoints_list_zdr_endpoints` for `async` code."""
    return await call_async(core, _operation(), request, options)

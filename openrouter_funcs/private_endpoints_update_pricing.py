# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`private_endpoints_update_pricing`: PUT /private-endpoints/{id}/pricing.

Set the prices that are reported for a private endpoint.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.private_endpoints import PrivateEndpointResponse, PrivateEndpointsUpdatePricingRequest
else:  # whoever evaluates annotations loads what they name
    globals().update(
        annotated(
            "openrouter_funcs.models.private_endpoints",
            "PrivateEndpointResponse",
            "PrivateEndpointsUpdatePricingRequest",
        )
    )

__all__ = [
    "PrivateEndpointsUpdatePricingError",
    "private_endpoints_update_pricing",
    "private_endpoints_update_pricing_async",
]

PrivateEndpointsUpdatePricingError: TypeAlias = (
    errors.BadRequestResponseError
    | errors.UnauthorizedResponseError
    | errors.ForbiddenResponseError
    | errors.NotFoundResponseError
    | errors.RequestTimeoutResponseError
    | errors.ConflictResponseError
    | errors.UnprocessableEntityResponseError
    | errors.InternalServerResponseError
    | errors.BadGatewayResponseError
    | errors.CommonError
)
"""Every error that `private_endpoints_update_pricing` returns."""


@stated
def _operation() -> Operation[PrivateEndpointResponse, PrivateEndpointsUpdatePricingError]:
    from openrouter_funcs.models import private_endpoints

    return Operation(
        name="private_endpoints_update_pricing",
        method="PUT",
        path="/private-endpoints/{id}/pricing",
        request=private_endpoints.PrivateEndpointsUpdatePricingRequest,
        success=(200, private_endpoints.PrivateEndpointResponse),
        errors={
            400: errors.BadRequestResponseError,
            401: errors.UnauthorizedResponseError,
            403: errors.ForbiddenResponseError,
            404: errors.NotFoundResponseError,
            408: errors.RequestTimeoutResponseError,
            409: errors.ConflictResponseError,
            422: errors.UnprocessableEntityResponseError,
            500: errors.InternalServerResponseError,
            502: errors.BadGatewayResponseError,
        },
    )


def private_endpoints_update_pricing(
    core: OpenRouterCore,
    *,
    options: RequestOptions | None = None,
    **request: Unpack[PrivateEndpointsUpdatePricingRequest],
) -> Result[PrivateEndpointResponse, PrivateEndpointsUpdatePricingError]:
    """Set the prices that are reported for a private endpoint.

    It works for drafts and for active endpoints, and counts for requests from then on. The new prices replace all the
    old ones: if `cache_read` or `cache_write` is absent, that price goes back to its default.

    Needs a management key.

    Doing it twice is the same as doing it once, and so an attempt of unknown outcome is repeated.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `PrivateEndpointsUpdatePricingRequest`. What is absent is not sent.

            - `id` (required): the endpoint's id.
            - `pricing` (required): all prices, which replace the old ones.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(PrivateEndpointResponse)`, whose `data` is the endpoint with its new prices; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key is not a management key;
        - `NotFoundResponseError` (404): there is no endpoint of that id;
        - `RequestTimeoutResponseError` (408): it took longer than the server waits;
        - `ConflictResponseError` (409): it contradicts what is there, or another request is changing it;
        - `UnprocessableEntityResponseError` (422): the values have the right types, but do not fit together;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - `BadGatewayResponseError` (502): a server behind OpenRouter failed, and failed again when the request was
          repeated;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `PUT /private-endpoints/{id}/pricing`, operation `updatePrivateEndpointPricing`.
    """
    return call(core, _operation(), request, options)


async def private_endpoints_update_pricing_async(
    core: OpenRouterCore,
    *,
    options: RequestOptions | None = None,
    **request: Unpack[PrivateEndpointsUpdatePricingRequest],
) -> Result[PrivateEndpointResponse, PrivateEndpointsUpdatePricingError]:
    """Set the prices that are reported for a private endpoint.

    This is `private_endpoints_update_pricing` for `async` code.
    """
    return await call_async(core, _operation(), request, options)

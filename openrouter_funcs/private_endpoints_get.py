# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`private_endpoints_get`: GET /private-endpoints/{id}.

Get one private endpoint with its deployment and prices.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.private_endpoints import PrivateEndpointResponse, PrivateEndpointsGetRequest
else:  # whoever evaluates annotations loads what they name
    globals().update(
        annotated("openrouter_funcs.models.private_endpoints", "PrivateEndpointResponse", "PrivateEndpointsGetRequest")
    )

__all__ = ["PrivateEndpointsGetError", "private_endpoints_get", "private_endpoints_get_async"]

PrivateEndpointsGetError: TypeAlias = (
    errors.UnauthorizedResponseError
    | errors.ForbiddenResponseError
    | errors.NotFoundResponseError
    | errors.RequestTimeoutResponseError
    | errors.InternalServerResponseError
    | errors.CommonError
)
"""Every error that `private_endpoints_get` returns."""


@stated
def _operation() -> Operation[PrivateEndpointResponse, PrivateEndpointsGetError]:
    from openrouter_funcs.models import private_endpoints

    return Operation(
        name="private_endpoints_get",
        method="GET",
        path="/private-endpoints/{id}",
        request=private_endpoints.PrivateEndpointsGetRequest,
        success=(200, private_endpoints.PrivateEndpointResponse),
        errors={
            401: errors.UnauthorizedResponseError,
            403: errors.ForbiddenResponseError,
            404: errors.NotFoundResponseError,
            408: errors.RequestTimeoutResponseError,
            500: errors.InternalServerResponseError,
        },
    )


def private_endpoints_get(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[PrivateEndpointsGetRequest]
) -> Result[PrivateEndpointResponse, PrivateEndpointsGetError]:
    """Get one private endpoint with its deployment and prices.

    Needs a management key.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `PrivateEndpointsGetRequest`. What is absent is not sent.

            - `id` (required): the endpoint's id.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(PrivateEndpointResponse)`, whose `data` is the endpoint; or `Err` of

        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key is not a management key;
        - `NotFoundResponseError` (404): there is no endpoint of that id;
        - `RequestTimeoutResponseError` (408): it took longer than the server waits;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `GET /private-endpoints/{id}`, operation `getPrivateEndpoint`.
    """
    return call(core, _operation(), request, options)


async def private_endpoints_get_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[PrivateEndpointsGetRequest]
) -> Result[PrivateEndpointResponse, PrivateEndpointsGetError]:
    """Get one private endpoint with its deployment and prices. This is `private_endpoints_get` for `async` code."""
    return await call_async(core, _operation(), request, options)

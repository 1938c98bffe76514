# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`private_endpoints_disable`: POST /private-endpoints/{id}/disable.

Route no more requests to an active endpoint, but keep it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.private_endpoints import ManagedPrivateEndpointResponse, PrivateEndpointsDisableRequest
else:  # whoever evaluates annotations loads what they name
    globals().update(
        annotated(
            "openrouter_funcs.models.private_endpoints",
            "ManagedPrivateEndpointResponse",
            "PrivateEndpointsDisableRequest",
        )
    )

__all__ = ["PrivateEndpointsDisableError", "private_endpoints_disable", "private_endpoints_disable_async"]

PrivateEndpointsDisableError: TypeAlias = (
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
"""Every error that `private_endpoints_disable` returns."""


@stated
def _operation() -> Operation[ManagedPrivateEndpointResponse, PrivateEndpointsDisableError]:
    from openrouter_funcs.models import private_endpoints

    return Operation(
        name="private_endpoints_disable",
        method="POST",
        path="/private-endpoints/{id}/disable",
        request=private_endpoints.PrivateEndpointsDisableRequest,
        success=(200, private_endpoints.ManagedPrivateEndpointResponse),
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
        body=False,
    )


def private_endpoints_disable(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[PrivateEndpointsDisableRequest]
) -> Result[ManagedPrivateEndpointResponse, PrivateEndpointsDisableError]:
    """Route no more requests to an active endpoint, but keep it.

    `private_endpoints_enable` undoes it.

    Needs a management key.

    It is never done twice by a retry: an attempt is repeated only when the server certainly did not apply it. Otherwise
    the error has `outcome="unknown"`: look at what is there before you call again.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `PrivateEndpointsDisableRequest`. What is absent is not sent.

            - `id` (required): the endpoint's id.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(ManagedPrivateEndpointResponse)`, whose `data` is the endpoint, disabled now; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key is not a management key;
        - `NotFoundResponseError` (404): there is no endpoint of that id;
        - `RequestTimeoutResponseError` (408): it took longer than the server waits;
        - `ConflictResponseError` (409): it contradicts what is there, or another request is changing it;
        - `UnprocessableEntityResponseError` (422): the values have the right types, but do not fit together;
        - `InternalServerResponseError` (500): the server failed; it may have been done;
        - `BadGatewayResponseError` (502): a server behind OpenRouter failed;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `POST /private-endpoints/{id}/disable`, operation `disablePrivateEndpoint`.
    """
    return call(core, _operation(), request, options)


async def private_endpoints_disable_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[PrivateEndpointsDisableRequest]
) -> Result[ManagedPrivateEndpointResponse, PrivateEndpointsDisableError]:
    """Route no more requests to an active endpoint, but keep it.

    This is `private_endpoints_disable` for `async` code.
    """
    return await call_async(core, _operation(), request, options)

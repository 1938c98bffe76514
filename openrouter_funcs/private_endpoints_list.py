# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`private_endpoints_list`: GET /private-endpoints.

List the private endpoints of the organization, drafts included.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.private_endpoints import ListPrivateEndpointsResponse, PrivateEndpointsListRequest
else:  # whoever evaluates annotations loads what they name
    globals().update(
        annotated(
            "openrouter_funcs.models.private_endpoints", "ListPrivateEndpointsResponse", "PrivateEndpointsListRequest"
        )
    )

__all__ = ["PrivateEndpointsListError", "private_endpoints_list", "private_endpoints_list_async"]

PrivateEndpointsListError: TypeAlias = (
    errors.UnauthorizedResponseError
    | errors.ForbiddenResponseError
    | errors.RequestTimeoutResponseError
    | errors.InternalServerResponseError
    | errors.CommonError
)
"""Every error that `private_endpoints_list` returns."""


@stated
def _operation() -> Operation[ListPrivateEndpointsResponse, PrivateEndpointsListError]:
    from openrouter_funcs.models import private_endpoints

    return Operation(
        name="private_endpoints_list",
        method="GET",
        path="/private-endpoints",
        request=private_endpoints.PrivateEndpointsListRequest,
        success=(200, private_endpoints.ListPrivateEndpointsResponse),
        errors={
            401: errors.UnauthorizedResponseError,
            403: errors.ForbiddenResponseError,
            408: errors.RequestTimeoutResponseError,
            500: errors.InternalServerResponseError,
        },
    )


def private_endpoints_list(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[PrivateEndpointsListRequest]
) -> Result[ListPrivateEndpointsResponse, PrivateEndpointsListError]:
    """List the private endpoints of the organization, drafts included.

    The organization must have the right to private endpoints.

    Needs a management key.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `PrivateEndpointsListRequest`. What is absent is not sent.

            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(ListPrivateEndpointsResponse)`, whose `data` has the endpoints, without their deployments and prices; or
        `Err` of

        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key is not a management key, or the organization may not have private
          endpoints;
        - `RequestTimeoutResponseError` (408): it took longer than the server waits;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `GET /private-endpoints`, operation `listPrivateEndpoints`.
    """
    return call(core, _operation(), request, options)


async def private_endpoints_list_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[PrivateEndpointsListRequest]
) -> Result[ListPrivateEndpointsResponse, PrivateEndpointsListError]:
    """List the private endpoints of the organization, drafts included.

    This is `private_endpoints_list` for `async` code.
    """
    return await call_async(core, _operation(), request, options)

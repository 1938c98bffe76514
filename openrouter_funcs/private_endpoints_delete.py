# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`private_endpoints_delete`: DELETE /private-endpoints/{id}.

Delete a private endpoint, and route no more requests to it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.private_endpoints import DeletePrivateEndpointResponse, PrivateEndpointsDeleteRequest
else:  # whoever evaluates annotations loads what they name
    globals().update(
        annotated(
            "openrouter_funcs.models.private_endpoints",
            "DeletePrivateEndpointResponse",
            "PrivateEndpointsDeleteRequest",
        )
    )

__all__ = ["PrivateEndpointsDeleteError", "private_endpoints_delete", "private_endpoints_delete_async"]

PrivateEndpointsDeleteError: TypeAlias = (
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
"""Every error that `private_endpoints_delete` returns."""


@stated
def _operation() -> Operation[DeletePrivateEndpointResponse, PrivateEndpointsDeleteError]:
    from openrouter_funcs.models import private_endpoints

    return Operation(
        name="private_endpoints_delete",
        method="DELETE",
        path="/private-endpoints/{id}",
        request=private_endpoints.PrivateEndpointsDeleteRequest,
        success=(200, private_endpoints.DeletePrivateEndpointResponse),
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
        query=("draft_only",),
    )


def private_endpoints_delete(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[PrivateEndpointsDeleteRequest]
) -> Result[DeletePrivateEndpointResponse, PrivateEndpointsDeleteError]:
    """Delete a private endpoint, and route no more requests to it.

    After a repeated attempt, a 404 has `prior_outcome_unknown`: this very call may have deleted the endpoint.

    Needs a management key.

    Doing it twice is the same as doing it once, and so an attempt of unknown outcome is repeated.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `PrivateEndpointsDeleteRequest`. What is absent is not sent.

            - `id` (required): the endpoint's id.
            - `draft_only`: `"true"` to delete only a draft, and to get a 409 if the endpoint has been activated; absent
              for any state.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(DeletePrivateEndpointResponse)`, whose `data` has the id of the deleted endpoint; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key is not a management key;
        - `NotFoundResponseError` (404): there is no endpoint of that id;
        - `RequestTimeoutResponseError` (408): it took longer than the server waits;
        - `ConflictResponseError` (409): with `draft_only`, the endpoint has been activated; or another request is
          changing it;
        - `UnprocessableEntityResponseError` (422): the values have the right types, but do not fit together;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - `BadGatewayResponseError` (502): a server behind OpenRouter failed, and failed again when the request was
          repeated;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `DELETE /private-endpoints/{id}`, operation `deletePrivateEndpoint`.
    """
    return call(core, _operation(), request, options)


async def private_endpoints_delete_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[PrivateEndpointsDeleteRequest]
) -> Result[DeletePrivateEndpointResponse, PrivateEndpointsDeleteError]:
    """Delete a private endpoint, and route no more requests to it.

    This is `private_endpoints_delete` for `async` code.
    """
    return await call_async(core, _operation(), request, options)

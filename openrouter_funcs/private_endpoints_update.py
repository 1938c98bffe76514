# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`private_endpoints_update`: PATCH /private-endpoints/{id}.

Change the deployment that a draft leads to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.private_endpoints import PrivateEndpointResponse, PrivateEndpointsUpdateRequest
else:  # whoever evaluates annotations loads what they name
    globals().update(
        annotated(
            "openrouter_funcs.models.private_endpoints", "PrivateEndpointResponse", "PrivateEndpointsUpdateRequest"
        )
    )

__all__ = ["PrivateEndpointsUpdateError", "private_endpoints_update", "private_endpoints_update_async"]

PrivateEndpointsUpdateError: TypeAlias = (
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
"""Every error that `private_endpoints_update` returns."""


@stated
def _operation() -> Operation[PrivateEndpointResponse, PrivateEndpointsUpdateError]:
    from openrouter_funcs.models import private_endpoints

    return Operation(
        name="private_endpoints_update",
        method="PATCH",
        path="/private-endpoints/{id}",
        request=private_endpoints.PrivateEndpointsUpdateRequest,
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


def private_endpoints_update(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[PrivateEndpointsUpdateRequest]
) -> Result[PrivateEndpointResponse, PrivateEndpointsUpdateError]:
    """Change the deployment that a draft leads to.

    Each change makes the earlier validation void. If the deployment changes, `declared_region` and `declared_zdr` are
    cleared unless you send them; otherwise they stay when they are absent. An endpoint that is active cannot be
    changed: delete it and create it again.

    Needs a management key.

    Doing it twice is the same as doing it once, and so an attempt of unknown outcome is repeated.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `PrivateEndpointsUpdateRequest`. What is absent is not sent.

            - `id` (required): the endpoint's id.
            - `upstream_model_id` (required): the provider's own id of the model or deployment.
            - `base_url`: the deployment's base URL, with HTTPS; absent to keep the one that is there.
            - `declared_region`: where the deployment processes data, as you declare it; `None` for not declared.
            - `declared_zdr`: whether the deployment keeps no prompts and answers, as you declare it; `None` for not
              declared.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(PrivateEndpointResponse)`, whose `data` is the endpoint as it is now; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key is not a management key;
        - `NotFoundResponseError` (404): there is no endpoint of that id;
        - `RequestTimeoutResponseError` (408): it took longer than the server waits;
        - `ConflictResponseError` (409): the endpoint is active, or another request is changing it;
        - `UnprocessableEntityResponseError` (422): the values have the right types, but do not fit together;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - `BadGatewayResponseError` (502): a server behind OpenRouter failed, and failed again when the request was
          repeated;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `PATCH /private-endpoints/{id}`, operation `updatePrivateEndpoint`.
    """
    return call(core, _operation(), request, options)


async def private_endpoints_update_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[PrivateEndpointsUpdateRequest]
) -> Result[PrivateEndpointResponse, PrivateEndpointsUpdateError]:
    """Change the deployment that a draft leads to. This is `private_endpoints_update` for `async` code."""
    return await call_async(core, _operation(), request, options)

# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`private_endpoints_create`: POST /private-endpoints.

Create the draft of a private endpoint.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.private_endpoints import ManagedPrivateEndpointResponse, PrivateEndpointsCreateRequest
else:  # whoever evaluates annotations loads what they name
    globals().update(
        annotated(
            "openrouter_funcs.models.private_endpoints",
            "ManagedPrivateEndpointResponse",
            "PrivateEndpointsCreateRequest",
        )
    )

__all__ = ["PrivateEndpointsCreateError", "private_endpoints_create", "private_endpoints_create_async"]

PrivateEndpointsCreateError: TypeAlias = (
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
"""Every error that `private_endpoints_create` returns."""


@stated
def _operation() -> Operation[ManagedPrivateEndpointResponse, PrivateEndpointsCreateError]:
    from openrouter_funcs.models import private_endpoints

    return Operation(
        name="private_endpoints_create",
        method="POST",
        path="/private-endpoints",
        request=private_endpoints.PrivateEndpointsCreateRequest,
        success=(201, private_endpoints.ManagedPrivateEndpointResponse),
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
        headers={"idempotency_key": "idempotency-key"},
    )


def private_endpoints_create(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[PrivateEndpointsCreateRequest]
) -> Result[ManagedPrivateEndpointResponse, PrivateEndpointsCreateError]:
    """Create the draft of a private endpoint.

    No request reaches a draft. Validate it (`private_endpoints_validate`), then activate it
    (`private_endpoints_activate`), or let `activate` do both in this call. If that fails when the draft exists, the
    draft is kept, and the error's `body` has it under `data`, with the results of its checks. Do not create it again.

    With an `idempotency_key` you may safely make the same call again: it returns the endpoint that the first call
    created.

    Needs a management key.

    It is never done twice by a retry: an attempt is repeated only when the server certainly did not apply it. Otherwise
    the error has `outcome="unknown"`: look at what is there before you call again.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `PrivateEndpointsCreateRequest`. What is absent is not sent.

            - `model_permaslug` (required): the permanent slug of the model that the endpoint serves.
            - `provider_slug` (required): the slug of the provider that hosts the deployment.
            - `upstream_model_id` (required): the provider's own id of the model or deployment.
            - `idempotency_key`: a key of your own that makes it safe to call again: the same key and request return the
              endpoint of the first call, as it is by then. The same key with another request is a 422; `activate` may
              differ.
            - `activate`: validate and activate the draft in the same call; a draft that fails stays a draft, and the
              error is a 422.
            - `base_url`: the deployment's base URL, with HTTPS; absent only for providers whose URL follows from the
              credential (Azure, Amazon Bedrock, Google Vertex).
            - `declared_region`: where the deployment processes data, as you declare it; `None` or absent for not
              declared.
            - `declared_zdr`: whether the deployment keeps no prompts and answers, as you declare it; `None` or absent
              for not declared.
            - `pricing`: the prices that you have agreed on with the provider, which are reported for requests to the
              endpoint.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(ManagedPrivateEndpointResponse)`, whose `data` is the new endpoint; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key is not a management key;
        - `NotFoundResponseError` (404): there is no such model, provider or workspace;
        - `RequestTimeoutResponseError` (408): it took longer than the server waits;
        - `ConflictResponseError` (409): the endpoint's state does not allow it, for example because its validation is
          out of date;
        - `UnprocessableEntityResponseError` (422): the values do not fit together, the validation failed, or the
          `idempotency_key` belongs to another request;
        - `InternalServerResponseError` (500): the server failed; the draft may have been created;
        - `BadGatewayResponseError` (502): a server behind OpenRouter failed; the draft may have been created;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `POST /private-endpoints`, operation `createPrivateEndpoint`.
    """
    return call(core, _operation(), request, options)


async def private_endpoints_create_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[PrivateEndpointsCreateRequest]
) -> Result[ManagedPrivateEndpointResponse, PrivateEndpointsCreateError]:
    """Create the draft of a private endpoint. This is `private_endpoints_create` for `async` code."""
    return await call_async(core, _operation(), request, options)

# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`private_endpoints_validate`: POST /private-endpoints/{id}/validate.

Test a draft with a real request to its deployment.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.private_endpoints import (
        PrivateEndpointsValidateRequest,
        PrivateEndpointValidationResponse,
    )
else:  # whoever evaluates annotations loads what they name
    globals().update(
        annotated(
            "openrouter_funcs.models.private_endpoints",
            "PrivateEndpointValidationResponse",
            "PrivateEndpointsValidateRequest",
        )
    )

__all__ = ["PrivateEndpointsValidateError", "private_endpoints_validate", "private_endpoints_validate_async"]

PrivateEndpointsValidateError: TypeAlias = (
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
"""Every error that `private_endpoints_validate` returns."""


@stated
def _operation() -> Operation[PrivateEndpointValidationResponse, PrivateEndpointsValidateError]:
    from openrouter_funcs.models import private_endpoints

    return Operation(
        name="private_endpoints_validate",
        method="POST",
        path="/private-endpoints/{id}/validate",
        request=private_endpoints.PrivateEndpointsValidateRequest,
        success=(200, private_endpoints.PrivateEndpointValidationResponse),
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


def private_endpoints_validate(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[PrivateEndpointsValidateRequest]
) -> Result[PrivateEndpointValidationResponse, PrivateEndpointsValidateError]:
    """Test a draft with a real request to its deployment.

    The request uses the workspace's own credential (BYOK) for the provider. A draft must pass before it can be
    activated. Checks that fail are no error: see `passed` in `data`.

    Needs a management key.

    It is never done twice by a retry: an attempt is repeated only when the server certainly did not apply it. Otherwise
    the error has `outcome="unknown"`: look at what is there before you call again.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `PrivateEndpointsValidateRequest`. What is absent is not sent.

            - `id` (required): the endpoint's id.
            - `workspace_id` (required): the workspace of your account whose credential (BYOK) the test request uses.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(PrivateEndpointValidationResponse)`, whose `data` has the results of the checks; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key is not a management key;
        - `NotFoundResponseError` (404): there is no endpoint or no workspace of that id;
        - `RequestTimeoutResponseError` (408): it took longer than the server waits;
        - `ConflictResponseError` (409): it contradicts what is there, or another request is changing it;
        - `UnprocessableEntityResponseError` (422): the values have the right types, but do not fit together;
        - `InternalServerResponseError` (500): the server failed; it may have been done;
        - `BadGatewayResponseError` (502): a server behind OpenRouter failed;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `POST /private-endpoints/{id}/validate`, operation `validatePrivateEndpoint`.
    """
    return call(core, _operation(), request, options)


async def private_endpoints_validate_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[PrivateEndpointsValidateRequest]
) -> Result[PrivateEndpointValidationResponse, PrivateEndpointsValidateError]:
    """Test a draft with a real request to its deployment. This is `private_endpoints_validate` for `async` code."""
    return await call_async(core, _operation(), request, options)

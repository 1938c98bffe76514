# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`observability_get`: GET /observability/destinations/{id}.

Get one destination of traces.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.observability import GetObservabilityDestinationResponse, ObservabilityGetRequest
else:  # whoever evaluates annotations loads what they name
    globals().update(
        annotated(
            "openrouter_funcs.models.observability", "GetObservabilityDestinationResponse", "ObservabilityGetRequest"
        )
    )

__all__ = ["ObservabilityGetError", "observability_get", "observability_get_async"]

ObservabilityGetError: TypeAlias = (
    errors.UnauthorizedResponseError
    | errors.ForbiddenResponseError
    | errors.NotFoundResponseError
    | errors.InternalServerResponseError
    | errors.CommonError
)
"""Every error that `observability_get` returns."""


@stated
def _operation() -> Operation[GetObservabilityDestinationResponse, ObservabilityGetError]:
    from openrouter_funcs.models import observability

    return Operation(
        name="observability_get",
        method="GET",
        path="/observability/destinations/{id}",
        request=observability.ObservabilityGetRequest,
        success=(200, observability.GetObservabilityDestinationResponse),
        errors={
            401: errors.UnauthorizedResponseError,
            403: errors.ForbiddenResponseError,
            404: errors.NotFoundResponseError,
            500: errors.InternalServerResponseError,
        },
    )


def observability_get(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ObservabilityGetRequest]
) -> Result[GetObservabilityDestinationResponse, ObservabilityGetError]:
    """Get one destination of traces.

    Needs a management key.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `ObservabilityGetRequest`. What is absent is not sent.

            - `id` (required): the destination's id (a UUID).
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(GetObservabilityDestinationResponse)`, whose `data` is the destination, with its keys masked; or `Err` of

        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key is not a management key;
        - `NotFoundResponseError` (404): there is no destination of that id in this account;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `GET /observability/destinations/{id}`, operation `getObservabilityDestination`.
    """
    return call(core, _operation(), request, options)


async def observability_get_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ObservabilityGetRequest]
) -> Result[GetObservabilityDestinationResponse, ObservabilityGetError]:
    """Get one destination of traces. This is `observability_get` for `async` code."""
    return await call_async(core, _operation(), request, options)

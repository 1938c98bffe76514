# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`observability_update`: PATCH /observability/destinations/{id}.

Change a destination of traces.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.observability import ObservabilityUpdateRequest, UpdateObservabilityDestinationResponse
else:  # whoever evaluates annotations loads what they name
    globals().update(
        annotated(
            "openrouter_funcs.models.observability",
            "ObservabilityUpdateRequest",
            "UpdateObservabilityDestinationResponse",
        )
    )

__all__ = ["ObservabilityUpdateError", "observability_update", "observability_update_async"]

ObservabilityUpdateError: TypeAlias = (
    errors.BadRequestResponseError
    | errors.UnauthorizedResponseError
    | errors.ForbiddenResponseError
    | errors.NotFoundResponseError
    | errors.ConflictResponseError
    | errors.InternalServerResponseError
    | errors.CommonError
)
"""Every error that `observability_update` returns."""


@stated
def _operation() -> Operation[UpdateObservabilityDestinationResponse, ObservabilityUpdateError]:
    from openrouter_funcs.models import observability

    return Operation(
        name="observability_update",
        method="PATCH",
        path="/observability/destinations/{id}",
        request=observability.ObservabilityUpdateRequest,
        success=(200, observability.UpdateObservabilityDestinationResponse),
        errors={
            400: errors.BadRequestResponseError,
            401: errors.UnauthorizedResponseError,
            403: errors.ForbiddenResponseError,
            404: errors.NotFoundResponseError,
            409: errors.ConflictResponseError,
            500: errors.InternalServerResponseError,
        },
        secrets=("config",),
    )


def observability_update(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ObservabilityUpdateRequest]
) -> Result[UpdateObservabilityDestinationResponse, ObservabilityUpdateError]:
    """Change a destination of traces.

    What is absent is left as it is.

    Needs a management key.

    Doing it twice is the same as doing it once, and so an attempt of unknown outcome is repeated.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `ObservabilityUpdateRequest`. What is absent is not sent.

            - `id` (required): the destination's id (a UUID).
            - `api_key_hashes`: only requests of the API keys with these hashes, at least one; `None` for all keys.
            - `broadcast_generation_cost`: whether traces have the cost and billing of requests.
            - `broadcast_generation_identity`: whether traces tell who made the requests.
            - `broadcast_generation_request_context`: whether traces tell the context of requests.
            - `config`: the settings that change, under the names of the wire such as `apiKey`. Settings that are absent
              stay, and a masked value is ignored. Errors never show its values.
            - `enabled`: whether anything is sent.
            - `filter_rules`: which requests are sent; `None` for all.
            - `name`: its name for people.
            - `privacy_mode`: whether prompts and answers are left out of traces.
            - `sampling_rate`: the share of requests that are sent, 0.0001 to 1.
            - `broadcast_generation_cost_allocation`: whether traces have usage and cost for each kind of token, as
              `openrouter_cost_allocation` (beta); it is left out when the sum is not the cost that was charged.
            - `regions`: only requests that were served in one of these regions, at least one; they can be replaced, not
              cleared.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(UpdateObservabilityDestinationResponse)`, whose `data` is the destination as it is now, with its keys
        masked; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key is not a management key, or the privacy settings are locked;
        - `NotFoundResponseError` (404): there is no destination of that id in this account;
        - `ConflictResponseError` (409): it contradicts what is there, or another request is changing it;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `PATCH /observability/destinations/{id}`, operation `updateObservabilityDestination`.
    """
    return call(core, _operation(), request, options)


async def observability_update_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ObservabilityUpdateRequest]
) -> Result[UpdateObservabilityDestinationResponse, ObservabilityUpdateError]:
    """Change a destination of traces. This is `observability_update` for `async` code."""
    return await call_async(core, _operation(), request, options)

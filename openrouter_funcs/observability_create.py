# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`observability_create`: POST /observability/destinations.

Create a destination of traces.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.observability import CreateObservabilityDestinationResponse, ObservabilityCreateRequest
else:  # whoever evaluates annotations loads what they name
    globals().update(
        annotated(
            "openrouter_funcs.models.observability",
            "CreateObservabilityDestinationResponse",
            "ObservabilityCreateRequest",
        )
    )

__all__ = ["ObservabilityCreateError", "observability_create", "observability_create_async"]

ObservabilityCreateError: TypeAlias = (
    errors.BadRequestResponseError
    | errors.UnauthorizedResponseError
    | errors.ForbiddenResponseError
    | errors.ConflictResponseError
    | errors.InternalServerResponseError
    | errors.CommonError
)
"""Every error that `observability_create` returns."""


@stated
def _operation() -> Operation[CreateObservabilityDestinationResponse, ObservabilityCreateError]:
    from openrouter_funcs.models import observability

    return Operation(
        name="observability_create",
        method="POST",
        path="/observability/destinations",
        request=observability.ObservabilityCreateRequest,
        success=(201, observability.CreateObservabilityDestinationResponse),
        errors={
            400: errors.BadRequestResponseError,
            401: errors.UnauthorizedResponseError,
            403: errors.ForbiddenResponseError,
            409: errors.ConflictResponseError,
            500: errors.InternalServerResponseError,
        },
        secrets=("config",),
    )


def observability_create(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ObservabilityCreateRequest]
) -> Result[CreateObservabilityDestinationResponse, ObservabilityCreateError]:
    """Create a destination of traces.

    OpenRouter then sends it traces of the requests of the workspace. There can be at most five destinations of each
    type.

    Needs a management key.

    It is never done twice by a retry: an attempt is repeated only when the server certainly did not apply it. Otherwise
    the error has `outcome="unknown"`: look at what is there before you call again.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `ObservabilityCreateRequest`. What is absent is not sent.

            - `config` (required): the settings of the service, keys among them, under the names of the wire such as
              `apiKey`. Which settings there are depends on `type`: see the `Observability...DestinationConfig` classes.
              Errors never show its values.
            - `name` (required): its name for people.
            - `type` (required): the service that gets the traces.
            - `api_key_hashes`: only requests of the API keys with these hashes, at least one; `None` or absent for all
              keys.
            - `broadcast_generation_cost`: whether traces have the cost and billing of requests; absent for no.
            - `broadcast_generation_identity`: whether traces tell who made the requests; absent for no.
            - `broadcast_generation_request_context`: whether traces tell the context of requests; absent for no.
            - `enabled`: whether anything is sent; absent for yes.
            - `filter_rules`: which requests are sent; `None` or absent for all.
            - `privacy_mode`: whether prompts and answers are left out of traces; absent for no.
            - `sampling_rate`: the share of requests that are sent, 0.0001 to 1.
            - `workspace_id`: the workspace (a UUID) whose requests it gets; absent for the account's default one.
            - `broadcast_generation_cost_allocation`: whether traces have usage and cost for each kind of token, as
              `openrouter_cost_allocation` (beta); it is left out when the sum is not the cost that was charged; absent
              for no.
            - `regions`: only requests that were served in one of these regions, at least one; absent for `global`.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(CreateObservabilityDestinationResponse)`, whose `data` is the destination, with its keys masked; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key is not a management key;
        - `ConflictResponseError` (409): it contradicts what is there, or another request is changing it;
        - `InternalServerResponseError` (500): the server failed; it may have been done;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `POST /observability/destinations`, operation `createObservabilityDestination`.
    """
    return call(core, _operation(), request, options)


async def observability_create_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ObservabilityCreateRequest]
) -> Result[CreateObservabilityDestinationResponse, ObservabilityCreateError]:
    """Create a destination of traces. This is `observability_create` for `async` code."""
    return await call_async(core, _operation(), request, options)

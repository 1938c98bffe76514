# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`generations_get_generation`: GET /generation.

Get what one request cost, and how it was served.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.generations import GenerationResponse, GenerationsGetGenerationRequest
else:  # whoever evaluates annotations loads what they name
    globals().update(
        annotated("openrouter_funcs.models.generations", "GenerationResponse", "GenerationsGetGenerationRequest")
    )

__all__ = ["GenerationsGetGenerationError", "generations_get_generation", "generations_get_generation_async"]

GenerationsGetGenerationError: TypeAlias = (
    errors.BadRequestResponseError
    | errors.UnauthorizedResponseError
    | errors.PaymentRequiredResponseError
    | errors.ForbiddenResponseError
    | errors.NotFoundResponseError
    | errors.TooManyRequestsResponseError
    | errors.InternalServerResponseError
    | errors.BadGatewayResponseError
    | errors.EdgeNetworkTimeoutResponseError
    | errors.ProviderOverloadedResponseError
    | errors.CommonError
)
"""Every error that `generations_get_generation` returns."""


@stated
def _operation() -> Operation[GenerationResponse, GenerationsGetGenerationError]:
    from openrouter_funcs.models import generations

    return Operation(
        name="generations_get_generation",
        method="GET",
        path="/generation",
        request=generations.GenerationsGetGenerationRequest,
        success=(200, generations.GenerationResponse),
        errors={
            400: errors.BadRequestResponseError,
            401: errors.UnauthorizedResponseError,
            402: errors.PaymentRequiredResponseError,
            403: errors.ForbiddenResponseError,
            404: errors.NotFoundResponseError,
            429: errors.TooManyRequestsResponseError,
            500: errors.InternalServerResponseError,
            502: errors.BadGatewayResponseError,
            524: errors.EdgeNetworkTimeoutResponseError,
            529: errors.ProviderOverloadedResponseError,
        },
        query=("id",),
    )


def generations_get_generation(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[GenerationsGetGenerationRequest]
) -> Result[GenerationResponse, GenerationsGetGenerationError]:
    """Get what one request cost, and how it was served.

    A generation appears a moment after its answer: after a 404, wait and ask again.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `GenerationsGetGenerationRequest`. What is absent is not sent.

            - `id` (required): the generation's id, which is the `id` of an answer.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(GenerationResponse)`, whose `data` has tokens, cost and times; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `PaymentRequiredResponseError` (402): the account has no credits left for this;
        - `ForbiddenResponseError` (403): the key may not do this;
        - `NotFoundResponseError` (404): there is no generation of that id, or not yet;
        - `TooManyRequestsResponseError` (429): too many requests; `retry_after` may say how long to wait;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - `BadGatewayResponseError` (502): a server behind OpenRouter failed, and failed again when the request was
          repeated;
        - `EdgeNetworkTimeoutResponseError` (524): the edge network got no answer in time;
        - `ProviderOverloadedResponseError` (529): the provider is overloaded; repeating the request did not help;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `GET /generation`, operation `getGeneration`.
    """
    return call(core, _operation(), request, options)


async def generations_get_generation_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[GenerationsGetGenerationRequest]
) -> Result[GenerationResponse, GenerationsGetGenerationError]:
    """Get what one request cost, and how it was served. This is `generations_get_generation` for `async` code."""
    return await call_async(core, _operation(), request, options)

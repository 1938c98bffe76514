# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`generations_list_generation_content`: GET /generation/content.

Get the prompt and the answer of one request.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.generations import GenerationContentResponse, GenerationsListGenerationContentRequest
else:  # whoever evaluates annotations loads what they name
    globals().update(
        annotated(
            "openrouter_funcs.models.generations",
            "GenerationContentResponse",
            "GenerationsListGenerationContentRequest",
        )
    )

__all__ = [
    "GenerationsListGenerationContentError",
    "generations_list_generation_content",
    "generations_list_generation_content_async",
]

GenerationsListGenerationContentError: TypeAlias = (
    errors.BadRequestResponseError
    | errors.UnauthorizedResponseError
    | errors.ForbiddenResponseError
    | errors.NotFoundResponseError
    | errors.TooManyRequestsResponseError
    | errors.InternalServerResponseError
    | errors.BadGatewayResponseError
    | errors.EdgeNetworkTimeoutResponseError
    | errors.ProviderOverloadedResponseError
    | errors.CommonError
)
"""Every error that `generations_list_generation_content` returns."""


@stated
def _operation() -> Operation[GenerationContentResponse, GenerationsListGenerationContentError]:
    from openrouter_funcs.models import generations

    return Operation(
        name="generations_list_generation_content",
        method="GET",
        path="/generation/content",
        request=generations.GenerationsListGenerationContentRequest,
        success=(200, generations.GenerationContentResponse),
        errors={
            400: errors.BadRequestResponseError,
            401: errors.UnauthorizedResponseError,
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


def generations_list_generation_content(
    core: OpenRouterCore,
    *,
    options: RequestOptions | None = None,
    **request: Unpack[GenerationsListGenerationContentRequest],
) -> Result[GenerationContentResponse, GenerationsListGenerationContentError]:
    """Get the prompt and the answer of one request.

    They are there only if the account stores prompts and answers.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `GenerationsListGenerationContentRequest`. What is absent is not sent.

            - `id` (required): the generation's id, which is the `id` of an answer.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(GenerationContentResponse)`, whose `data` has what was asked, what was answered, and the error if there was
        one; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key may not do this;
        - `NotFoundResponseError` (404): there is no generation of that id, or its content was not stored;
        - `TooManyRequestsResponseError` (429): too many requests; `retry_after` may say how long to wait;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - `BadGatewayResponseError` (502): a server behind OpenRouter failed, and failed again when the request was
          repeated;
        - `EdgeNetworkTimeoutResponseError` (524): the edge network got no answer in time;
        - `ProviderOverloadedResponseError` (529): the provider is overloaded; repeating the request did not help;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `GET /generation/content`, operation `listGenerationContent`.
    """
    return call(core, _operation(), request, options)


async def generations_list_generation_content_async(
    core: OpenRouterCore,
    *,
    options: RequestOptions | None = None,
    **request: Unpack[GenerationsListGenerationContentRequest],
) -> Result[GenerationContentResponse, GenerationsListGenerationContentError]:
    """Get the prompt and the answer of one request. This is `generations_list_generation_content` for `async` code."""
    return await call_async(core, _operation(), request, options)

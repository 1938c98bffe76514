# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`embeddings_generate`: POST /embeddings.

Turn texts, and what else a model takes, into vectors.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.models import CreateEmbeddingsResponse, EmbeddingsGenerateRequest
else:  # whoever evaluates annotations loads what they name
    globals().update(
        annotated("openrouter_funcs.models.models", "CreateEmbeddingsResponse", "EmbeddingsGenerateRequest")
    )

__all__ = ["EmbeddingsGenerateError", "embeddings_generate", "embeddings_generate_async"]

EmbeddingsGenerateError: TypeAlias = (
    errors.BadRequestResponseError
    | errors.UnauthorizedResponseError
    | errors.PaymentRequiredResponseError
    | errors.ForbiddenResponseError
    | errors.NotFoundResponseError
    | errors.RequestTimeoutResponseError
    | errors.PayloadTooLargeResponseError
    | errors.TooManyRequestsResponseError
    | errors.ClientClosedRequestResponseError
    | errors.InternalServerResponseError
    | errors.BadGatewayResponseError
    | errors.ServiceUnavailableResponseError
    | errors.GatewayTimeoutResponseError
    | errors.EdgeNetworkTimeoutResponseError
    | errors.ProviderOverloadedResponseError
    | errors.CommonError
)
"""Every error that `embeddings_generate` returns."""


@stated
def _operation() -> Operation[CreateEmbeddingsResponse, EmbeddingsGenerateError]:
    from openrouter_funcs.models import models

    return Operation(
        name="embeddings_generate",
        method="POST",
        path="/embeddings",
        request=models.EmbeddingsGenerateRequest,
        success=(200, models.CreateEmbeddingsResponse),
        errors={
            400: errors.BadRequestResponseError,
            401: errors.UnauthorizedResponseError,
            402: errors.PaymentRequiredResponseError,
            403: errors.ForbiddenResponseError,
            404: errors.NotFoundResponseError,
            408: errors.RequestTimeoutResponseError,
            413: errors.PayloadTooLargeResponseError,
            429: errors.TooManyRequestsResponseError,
            499: errors.ClientClosedRequestResponseError,
            500: errors.InternalServerResponseError,
            502: errors.BadGatewayResponseError,
            503: errors.ServiceUnavailableResponseError,
            504: errors.GatewayTimeoutResponseError,
            524: errors.EdgeNetworkTimeoutResponseError,
            529: errors.ProviderOverloadedResponseError,
        },
        effect="run",
    )


def embeddings_generate(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[EmbeddingsGenerateRequest]
) -> Result[CreateEmbeddingsResponse, EmbeddingsGenerateError]:
    """Turn texts, and what else a model takes, into vectors.

    The work costs money, so a request is not repeated when it may have been served: only after 429, 502, 503 and 529,
    and when it was certainly not sent. After a 500 or a broken connection the error has `outcome="unknown"`. By default
    the whole call may take 600 seconds, and so may each read.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `EmbeddingsGenerateRequest`. What is absent is not sent.

            - `input` (required): what to embed: a text, tokens, or parts of text, pictures, sound, video and files; one
              or a list of them.
            - `model` (required): the model, such as `"openai/text-embedding-3-small"`.
            - `dimensions`: how many numbers each embedding has, at least 1; absent for as many as the model makes.
            - `encoding_format`: how the numbers travel: `"base64"` takes a fifth of the bytes and of the time, and the
              result is the same, but for the rounding to 32 bits; absent for `"float"`.
            - `input_type`: what the inputs are for, such as `"search_query"` or `"search_document"`, for models that
              tell queries from documents.
            - `provider`: which providers may serve the request, by price, guarantees and data policy, and in which
              order; absent or `None` for all that the account allows.
            - `user`: a stable id of your own for the end user.
            - `session_id`: a name for requests that belong together, at most 256 characters; it groups them in logs and
              traces, and no provider gets it.
            - `trace`: labels for observability tools; keys of your own are passed on to them.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(CreateEmbeddingsResponse)`, whose `data` has a vector for each input, a tuple of floats in `embedding`,
        however it travelled; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `PaymentRequiredResponseError` (402): the account has no credits left for this;
        - `ForbiddenResponseError` (403): the key may not do this;
        - `NotFoundResponseError` (404): there is no such model, or no provider that may serve the request;
        - `RequestTimeoutResponseError` (408): it took longer than OpenRouter waits; the work may have been charged;
        - `PayloadTooLargeResponseError` (413): the request is too large;
        - `TooManyRequestsResponseError` (429): too many requests; `retry_after` may say how long to wait;
        - `ClientClosedRequestResponseError` (499): the server saw the request cancelled;
        - `InternalServerResponseError` (500): the server failed; the work may have been charged;
        - `BadGatewayResponseError` (502): the provider failed, and failed again when the request was repeated;
        - `ServiceUnavailableResponseError` (503): no provider can serve the request now; repeating it did not help;
        - `GatewayTimeoutResponseError` (504): the provider gave no answer in time; the work may have been charged;
        - `EdgeNetworkTimeoutResponseError` (524): the edge network got no answer from the provider in time; the work
          may have been charged;
        - `ProviderOverloadedResponseError` (529): the provider is overloaded; repeating the request did not help;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `POST /embeddings`, operation `createEmbeddings`.
    """
    return call(core, _operation(), request, options)


async def embeddings_generate_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[EmbeddingsGenerateRequest]
) -> Result[CreateEmbeddingsResponse, EmbeddingsGenerateError]:
    """Turn texts, and what else a model takes, into vectors. This is `embeddings_generate` for `async` code."""
    return await call_async(core, _operation(), request, options)

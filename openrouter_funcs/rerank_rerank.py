# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`rerank_rerank`: POST /rerank.

Sort documents by how well they answer a query.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.rerank import CreateRerankResponse, RerankRerankRequest
else:  # whoever evaluates annotations loads what they name
    globals().update(annotated("openrouter_funcs.models.rerank", "CreateRerankResponse", "RerankRerankRequest"))

__all__ = ["RerankRerankError", "rerank_rerank", "rerank_rerank_async"]

RerankRerankError: TypeAlias = (
    errors.BadRequestResponseError
    | errors.UnauthorizedResponseError
    | errors.PaymentRequiredResponseError
    | errors.ForbiddenResponseError
    | errors.NotFoundResponseError
    | errors.PayloadTooLargeResponseError
    | errors.TooManyRequestsResponseError
    | errors.InternalServerResponseError
    | errors.BadGatewayResponseError
    | errors.ServiceUnavailableResponseError
    | errors.EdgeNetworkTimeoutResponseError
    | errors.ProviderOverloadedResponseError
    | errors.CommonError
)
"""Every error that `rerank_rerank` returns."""


@stated
def _operation() -> Operation[CreateRerankResponse, RerankRerankError]:
    from openrouter_funcs.models import rerank

    return Operation(
        name="rerank_rerank",
        method="POST",
        path="/rerank",
        request=rerank.RerankRerankRequest,
        success=(200, rerank.CreateRerankResponse),
        errors={
            400: errors.BadRequestResponseError,
            401: errors.UnauthorizedResponseError,
            402: errors.PaymentRequiredResponseError,
            403: errors.ForbiddenResponseError,
            404: errors.NotFoundResponseError,
            413: errors.PayloadTooLargeResponseError,
            429: errors.TooManyRequestsResponseError,
            500: errors.InternalServerResponseError,
            502: errors.BadGatewayResponseError,
            503: errors.ServiceUnavailableResponseError,
            524: errors.EdgeNetworkTimeoutResponseError,
            529: errors.ProviderOverloadedResponseError,
        },
        effect="run",
    )


def rerank_rerank(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[RerankRerankRequest]
) -> Result[CreateRerankResponse, RerankRerankError]:
    """Sort documents by how well they answer a query.

    The work costs money, so a request is not repeated when it may have been served: only after 429, 502, 503 and 529,
    and when it was certainly not sent. After a 500 or a broken connection the error has `outcome="unknown"`. By default
    the whole call may take 600 seconds, and so may each read.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `RerankRerankRequest`. What is absent is not sent.

            - `documents` (required): the documents, at least one: each a text, or an object with `text`, `image` or
              both for models that take images.
            - `model` (required): a model that reranks, such as `"cohere/rerank-v3.5"`.
            - `query` (required): what the documents should answer.
            - `provider`: which providers may serve the request, and in which order; absent or `None` for OpenRouter's
              choice among those that the account allows.
            - `top_n`: how many of the most relevant documents to return, at least 1.
            - `session_id`: a name for requests that belong together, at most 256 characters. Observability tools group
              requests by it; the provider never gets it. It has precedence over the header `x-session-id`.
            - `trace`: labels for observability tools; keys of your own are passed on to them.
            - `user`: a stable id of your end user for observability tools; the provider never gets it.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(CreateRerankResponse)`, whose `results` are the documents, the most relevant first; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `PaymentRequiredResponseError` (402): the account has no credits left for this;
        - `ForbiddenResponseError` (403): the key may not do this;
        - `NotFoundResponseError` (404): there is no such model, or no provider that may serve the request;
        - `PayloadTooLargeResponseError` (413): the request is too large;
        - `TooManyRequestsResponseError` (429): too many requests; `retry_after` may say how long to wait;
        - `InternalServerResponseError` (500): the server failed; the work may have been charged;
        - `BadGatewayResponseError` (502): the provider failed, and failed again when the request was repeated;
        - `ServiceUnavailableResponseError` (503): no provider can serve the request now; repeating it did not help;
        - `EdgeNetworkTimeoutResponseError` (524): the edge network got no answer from the provider in time; the work
          may have been charged;
        - `ProviderOverloadedResponseError` (529): the provider is overloaded; repeating the request did not help;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `POST /rerank`, operation `createRerank`.
    """
    return call(core, _operation(), request, options)


async def rerank_rerank_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[RerankRerankRequest]
) -> Result[CreateRerankResponse, RerankRerankError]:
    """Sort documents by how well they answer a query. This is `rerank_rerank` for `async` code."""
    return await call_async(core, _operation(), request, options)

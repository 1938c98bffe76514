# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`batch_get_batches`: GET /batches/{id}.

Get a batch, and its results once it has ended.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.batch_results import BatchObject
    from openrouter_funcs.models.batches import BatchGetBatchesRequest
else:  # whoever evaluates annotations loads what they name
    globals().update(annotated("openrouter_funcs.models.batch_results", "BatchObject"))
    globals().update(annotated("openrouter_funcs.models.batches", "BatchGetBatchesRequest"))

__all__ = ["BatchGetBatchesError", "batch_get_batches", "batch_get_batches_async"]

BatchGetBatchesError: TypeAlias = (
    errors.UnauthorizedResponseError
    | errors.PaymentRequiredResponseError
    | errors.NotFoundResponseError
    | errors.GoneResponseError
    | errors.TooManyRequestsResponseError
    | errors.InternalServerResponseError
    | errors.BadGatewayResponseError
    | errors.CommonError
)
"""Every error that `batch_get_batches` returns."""


@stated
def _operation() -> Operation[BatchObject, BatchGetBatchesError]:
    from openrouter_funcs.models import batch_results, batches

    return Operation(
        name="batch_get_batches",
        method="GET",
        path="/batches/{id}",
        request=batches.BatchGetBatchesRequest,
        success=(200, batch_results.BatchObject),
        errors={
            401: errors.UnauthorizedResponseError,
            402: errors.PaymentRequiredResponseError,
            404: errors.NotFoundResponseError,
            410: errors.GoneResponseError,
            429: errors.TooManyRequestsResponseError,
            500: errors.InternalServerResponseError,
            502: errors.BadGatewayResponseError,
        },
    )


def batch_get_batches(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[BatchGetBatchesRequest]
) -> Result[BatchObject, BatchGetBatchesError]:
    """Get a batch, and its results once it has ended.

    A batch has ended when its `status` is `completed`, `failed`, `expired` or `cancelled`. Even one that is `completed`
    may have requests that failed: each result has a `response` or an `error`.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `BatchGetBatchesRequest`. What is absent is not sent.

            - `id` (required): the batch's id.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(BatchObject)`, whose `results` are there once the batch has ended, and whose `error` says why it failed as a
        whole; or `Err` of

        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `PaymentRequiredResponseError` (402): the batch has ended, but its results are withheld until the account has
          credits to pay for it; add credits and ask again. Nothing runs twice;
        - `NotFoundResponseError` (404): there is no batch of that id;
        - `GoneResponseError` (410): the results are no longer kept;
        - `TooManyRequestsResponseError` (429): too many requests; `retry_after` may say how long to wait;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - `BadGatewayResponseError` (502): a server behind OpenRouter failed, and failed again when the request was
          repeated;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `GET /batches/{id}`, operation `getBatches`.
    """
    return call(core, _operation(), request, options)


async def batch_get_batches_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[BatchGetBatchesRequest]
) -> Result[BatchObject, BatchGetBatchesError]:
    """Get a batch, and its results once it has ended. This is `batch_get_batches` for `async` code."""
    return await call_async(core, _operation(), request, options)

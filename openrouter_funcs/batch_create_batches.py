# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`batch_create_batches`: POST /batches.

Send many requests, to be answered later and at a lower price.
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
    from openrouter_funcs.models.batches import BatchCreateBatchesRequest
else:  # whoever evaluates annotations loads what they name
    globals().update(annotated("openrouter_funcs.models.batch_results", "BatchObject"))
    globals().update(annotated("openrouter_funcs.models.batches", "BatchCreateBatchesRequest"))

__all__ = ["BatchCreateBatchesError", "batch_create_batches", "batch_create_batches_async"]

BatchCreateBatchesError: TypeAlias = (
    errors.BadRequestResponseError
    | errors.UnauthorizedResponseError
    | errors.PaymentRequiredResponseError
    | errors.ForbiddenResponseError
    | errors.NotFoundResponseError
    | errors.PayloadTooLargeResponseError
    | errors.UnprocessableEntityResponseError
    | errors.TooManyRequestsResponseError
    | errors.InternalServerResponseError
    | errors.BadGatewayResponseError
    | errors.CommonError
)
"""Every error that `batch_create_batches` returns."""


@stated
def _operation() -> Operation[BatchObject, BatchCreateBatchesError]:
    from openrouter_funcs.models import batch_results, batches

    return Operation(
        name="batch_create_batches",
        method="POST",
        path="/batches",
        request=batches.BatchCreateBatchesRequest,
        success=(202, batch_results.BatchObject),
        errors={
            400: errors.BadRequestResponseError,
            401: errors.UnauthorizedResponseError,
            402: errors.PaymentRequiredResponseError,
            403: errors.ForbiddenResponseError,
            404: errors.NotFoundResponseError,
            413: errors.PayloadTooLargeResponseError,
            422: errors.UnprocessableEntityResponseError,
            429: errors.TooManyRequestsResponseError,
            500: errors.InternalServerResponseError,
            502: errors.BadGatewayResponseError,
        },
    )


def batch_create_batches(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[BatchCreateBatchesRequest]
) -> Result[BatchObject, BatchCreateBatchesError]:
    """Send many requests, to be answered later and at a lower price.

    The batch begins as `validating`: it is stored, but not checked yet. Ask for it with `batch_get_batches` until its
    `status` is `completed`, `failed`, `expired` or `cancelled`, or have an event sent to a `callback_url`.

    Name `requests` last. The server wants the other parameters before it in the body, and they are sent in the order in
    which you name them.

    It is never done twice by a retry: an attempt is repeated only when the server certainly did not apply it. Otherwise
    the error has `outcome="unknown"`: look at what is there before you call again.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `BatchCreateBatchesRequest`. What is absent is not sent.

            - `endpoint` (required): the endpoint that answers every request, such as `"/v1/chat/completions"`.
            - `model` (required): the model that answers every request.
            - `requests` (required): the requests, each with its `custom_id`; name this parameter last.
            - `callback_url`: an https URL that gets a webhook event when the batch has ended: `batch.completed`,
              `batch.failed`, `batch.cancelled` or `batch.expired`; absent for no event.
            - `completion_window`: the time in which the batch is to end; `"24h"` is the only value, and the default.
            - `provider`: which providers may run the batch; absent or `None` for OpenRouter's choice.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(BatchObject)`, whose `id` you pass to `batch_get_batches`; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `PaymentRequiredResponseError` (402): the account has no credits left for this;
        - `ForbiddenResponseError` (403): the key may not do this;
        - `NotFoundResponseError` (404): there is no such model, or no provider that takes batches of it;
        - `PayloadTooLargeResponseError` (413): the request is too large;
        - `UnprocessableEntityResponseError` (422): the values have the right types, but do not fit together;
        - `TooManyRequestsResponseError` (429): too many requests; `retry_after` may say how long to wait;
        - `InternalServerResponseError` (500): the server failed; it may have been done;
        - `BadGatewayResponseError` (502): a server behind OpenRouter failed;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `POST /batches`, operation `createBatches`.
    """
    return call(core, _operation(), request, options)


async def batch_create_batches_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[BatchCreateBatchesRequest]
) -> Result[BatchObject, BatchCreateBatchesError]:
    """Send many requests, to be answered later and at a lower price.

    This is `batch_create_batches` for `async` code.
    """
    return await call_async(core, _operation(), request, options)

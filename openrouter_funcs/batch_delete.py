# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`batch_delete`: DELETE /batches/{id}.

Delete a batch that has ended, with its requests and results.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.batches import BatchDeletedObject, BatchDeleteRequest
else:  # whoever evaluates annotations loads what they name
    globals().update(annotated("openrouter_funcs.models.batches", "BatchDeleteRequest", "BatchDeletedObject"))

__all__ = ["BatchDeleteError", "batch_delete", "batch_delete_async"]

BatchDeleteError: TypeAlias = (
    errors.UnauthorizedResponseError
    | errors.NotFoundResponseError
    | errors.ConflictResponseError
    | errors.TooManyRequestsResponseError
    | errors.InternalServerResponseError
    | errors.BadGatewayResponseError
    | errors.CommonError
)
"""Every error that `batch_delete` returns."""


@stated
def _operation() -> Operation[BatchDeletedObject, BatchDeleteError]:
    from openrouter_funcs.models import batches

    return Operation(
        name="batch_delete",
        method="DELETE",
        path="/batches/{id}",
        request=batches.BatchDeleteRequest,
        success=(200, batches.BatchDeletedObject),
        errors={
            401: errors.UnauthorizedResponseError,
            404: errors.NotFoundResponseError,
            409: errors.ConflictResponseError,
            429: errors.TooManyRequestsResponseError,
            500: errors.InternalServerResponseError,
            502: errors.BadGatewayResponseError,
        },
    )


def batch_delete(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[BatchDeleteRequest]
) -> Result[BatchDeletedObject, BatchDeleteError]:
    """Delete a batch that has ended, with its requests and results.

    The batch must have ended, as `completed`, `failed`, `expired` or `cancelled`. To delete is not to cancel: a batch
    that still runs is a 409. Records of its usage and of what was charged stay.

    Doing it twice is the same as doing it once, and so an attempt of unknown outcome is repeated.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `BatchDeleteRequest`. What is absent is not sent.

            - `id` (required): the batch's id.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(BatchDeletedObject)`, whose `deletion` says what was deleted, and where; or `Err` of

        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `NotFoundResponseError` (404): there is no batch of that id;
        - `ConflictResponseError` (409): the batch has not ended yet;
        - `TooManyRequestsResponseError` (429): too many requests; `retry_after` may say how long to wait;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - `BadGatewayResponseError` (502): a server behind OpenRouter failed, and failed again when the request was
          repeated;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `DELETE /batches/{id}`, operation `deleteBatch`.
    """
    return call(core, _operation(), request, options)


async def batch_delete_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[BatchDeleteRequest]
) -> Result[BatchDeletedObject, BatchDeleteError]:
    """Delete a batch that has ended, with its requests and results. This is `batch_delete` for `async` code."""
    return await call_async(core, _operation(), request, options)

# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`batch_list`: GET /batches.

List the batches of the key's workspace, page by page.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call_pages, call_pages_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import AsyncPage, OpenRouterCore, Page, RequestOptions, Result
    from openrouter_core.pages import Paging
    from openrouter_funcs.models.batches import BatchListItem, BatchListRequest, BatchListResponse
else:  # whoever evaluates annotations loads what they name
    globals().update(
        annotated("openrouter_funcs.models.batches", "BatchListItem", "BatchListRequest", "BatchListResponse")
    )

__all__ = ["BatchListError", "batch_list", "batch_list_async"]

BatchListError: TypeAlias = (
    errors.BadRequestResponseError
    | errors.UnauthorizedResponseError
    | errors.TooManyRequestsResponseError
    | errors.InternalServerResponseError
    | errors.BadGatewayResponseError
    | errors.PaginationError
    | errors.CommonError
)
"""Every error that `batch_list` and its pages return."""


@stated
def _operation() -> Operation[BatchListResponse, BatchListError]:
    from openrouter_funcs.models import batches

    return Operation(
        name="batch_list",
        method="GET",
        path="/batches",
        request=batches.BatchListRequest,
        success=(200, batches.BatchListResponse),
        errors={
            400: errors.BadRequestResponseError,
            401: errors.UnauthorizedResponseError,
            429: errors.TooManyRequestsResponseError,
            500: errors.InternalServerResponseError,
            502: errors.BadGatewayResponseError,
        },
        query=("limit", "after", "status", "created_after", "created_before"),
    )


@cache
def _paging() -> Paging[BatchListResponse, BatchListItem]:
    from openrouter_core.pages import Paging, by_cursor

    return Paging(
        items=lambda page: page.data,
        following=by_cursor(lambda page: {"after": page.last_id} if page.has_more else None),
        key=lambda item: item.id,
    )


def batch_list(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[BatchListRequest]
) -> Result[Page[BatchListResponse, BatchListItem, BatchListError], BatchListError]:
    """List the batches of the key's workspace, page by page.

    The newest comes first. `results` is always `None` here: `batch_get_batches` gives them.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call, and each page after it, does differently from its core.
        **request: See `BatchListRequest`. What is absent is not sent.

            - `limit`: how many batches a page holds at most, 1 to 100; absent for the server's own number.
            - `after`: only batches after the one of this id, which is the `last_id` of an earlier page; absent for the
              first page.
            - `status`: only batches in one of these states; absent for all.
            - `created_after`: only batches created after this time, not at it; absent for no bound.
            - `created_before`: only batches created before this time, not at it; absent for no bound.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(Page)`: its `result` is a `BatchListResponse`, and `items()` walks over this and every later page, the
        newest first; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `TooManyRequestsResponseError` (429): too many requests; `retry_after` may say how long to wait;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - `BadGatewayResponseError` (502): a server behind OpenRouter failed, and failed again when the request was
          repeated;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

        Later pages may also be `Err(PaginationError)`, when the server gives one without an item that is new.

    Source: `GET /batches`, operation `listBatches`.
    """
    return call_pages(core, _operation(), _paging(), request, options)


async def batch_list_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[BatchListRequest]
) -> Result[AsyncPage[BatchListResponse, BatchListItem, BatchListError], BatchListError]:
    """List the batches of the key's workspace, page by page. This is `batch_list` for `async` code."""
    return await call_pages_async(core, _operation(), _paging(), request, options)

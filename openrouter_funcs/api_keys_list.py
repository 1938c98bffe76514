# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`api_keys_list`: GET /keys.

List the API keys of a workspace, page by page.
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
    from openrouter_funcs.models.api_keys import ApiKeysListRequest, ListAPIKeysResponse, ListAPIKeysResponseDataItem
else:  # whoever evaluates annotations loads what they name
    globals().update(
        annotated(
            "openrouter_funcs.models.api_keys",
            "ApiKeysListRequest",
            "ListAPIKeysResponse",
            "ListAPIKeysResponseDataItem",
        )
    )

__all__ = ["ApiKeysListError", "api_keys_list", "api_keys_list_async"]

ApiKeysListError: TypeAlias = (
    errors.BadRequestResponseError
    | errors.UnauthorizedResponseError
    | errors.NotFoundResponseError
    | errors.TooManyRequestsResponseError
    | errors.InternalServerResponseError
    | errors.PaginationError
    | errors.CommonError
)
"""Every error that `api_keys_list` and its pages return."""


@stated
def _operation() -> Operation[ListAPIKeysResponse, ApiKeysListError]:
    from openrouter_funcs.models import api_keys

    return Operation(
        name="api_keys_list",
        method="GET",
        path="/keys",
        request=api_keys.ApiKeysListRequest,
        success=(200, api_keys.ListAPIKeysResponse),
        errors={
            400: errors.BadRequestResponseError,
            401: errors.UnauthorizedResponseError,
            404: errors.NotFoundResponseError,
            429: errors.TooManyRequestsResponseError,
            500: errors.InternalServerResponseError,
        },
        query=("include_disabled", "offset", "workspace_id", "include_expired"),
    )


@cache
def _paging() -> Paging[ListAPIKeysResponse, ListAPIKeysResponseDataItem]:
    from openrouter_core.pages import Paging, by_offset

    return Paging(
        items=lambda page: page.data,
        following=by_offset(lambda page, _: not page.data),
        key=lambda item: item.hash,
    )


def api_keys_list(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ApiKeysListRequest]
) -> Result[Page[ListAPIKeysResponse, ListAPIKeysResponseDataItem, ApiKeysListError], ApiKeysListError]:
    """List the API keys of a workspace, page by page.

    It stops at the first page that is empty, because the server does not say how many keys there are.

    Needs a management key.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call, and each page after it, does differently from its core.
        **request: See `ApiKeysListRequest`. What is absent is not sent.

            - `include_disabled`: whether disabled keys are listed, too.
            - `offset`: how many keys to skip before the first page; 0 when absent or `None`.
            - `workspace_id`: only keys of this workspace (a UUID); absent for those of the default one.
            - `include_expired`: whether expired keys are listed, too; absent for no.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(Page)`: its `result` is a `ListAPIKeysResponse`, and `items()` walks over this and every later page, in
        which each key is without its text; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `NotFoundResponseError` (404): there is no such thing in this account;
        - `TooManyRequestsResponseError` (429): too many requests; `retry_after` may say how long to wait;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

        Later pages may also be `Err(PaginationError)`, when the server gives one without an item that is new.

    Source: `GET /keys`, operation `list`.
    """
    return call_pages(core, _operation(), _paging(), request, options)


async def api_keys_list_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ApiKeysListRequest]
) -> Result[AsyncPage[ListAPIKeysResponse, ListAPIKeysResponseDataItem, ApiKeysListError], ApiKeysListError]:
    """List the API keys of a workspace, page by page. This is `api_keys_list` for `async` code."""
    return await call_pages_async(core, _operation(), _paging(), request, options)

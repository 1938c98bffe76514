"""`byok_list`: GET /byok.

List provider credentials of your own, page by page.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call_pages, call_pages_async
from openrouter_core.operation import Operation, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import AsyncPage, OpenRouterCore, Page, RequestOptions, Result
    from openrouter_core.pages import Paging
    from openrouter_funcs.models.byok import BYOKKey, ListBYOKKeysRequest, ListBYOKKeysResponse

__all__ = ["ByokListError", "byok_list", "byok_list_async"]

ByokListError: TypeAlias = (
    errors.BadRequestResponseError
    | errors.UnauthorizedResponseError
    | errors.ForbiddenResponseError
    | errors.InternalServerResponseError
    | errors.PaginationError
    | errors.CommonError
)
"""Every error that `byok_list` and its pages return."""


@stated
def _operation() -> Operation[ListBYOKKeysResponse, ByokListError]:
    from openrouter_funcs.models import byok

    return Operation(
        name="byok_list",
        method="GET",
        path="/byok",
        request=byok.ListBYOKKeysRequest,
        success=(200, byok.ListBYOKKeysResponse),
        errors={
            400: errors.BadRequestResponseError,
            401: errors.UnauthorizedResponseError,
            403: errors.ForbiddenResponseError,
            500: errors.InternalServerResponseError,
        },
        query=("limit", "offset", "provider", "workspace_id"),
    )


@cache
def _paging() -> Paging[ListBYOKKeysResponse, BYOKKey]:
    from openrouter_core.pages import Paging, by_offset

    return Paging(
        items=lambda page: page.data,
        following=by_offset(lambda page, end: end >= page.total_count),
        key=lambda credential: credential.id,
    )


def byok_list(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ListBYOKKeysRequest]
) -> Result[Page[ListBYOKKeysResponse, BYOKKey, ByokListError], ByokListError]:
    """List provider credentials of your own, in the order in which they are tried. Needs a management key.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call, and each page after it, does differently from its core.
        **request: Which credentials; see `ListBYOKKeysRequest`. What is absent or `None` is not sent.

            - `limit`: how many a page holds at most, 1 to 100; absent or `None` for the server's 50.
            - `offset`: how many to skip before the first page; absent or `None` for 0.
            - `provider`: only those of this provider; absent or `None` for all.
            - `workspace_id`: only those of this workspace (a UUID); absent or `None` for the account's default one.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(Page)`: its `result` is a `ListBYOKKeysResponse`, and `items()` walks over this and every later page; or
        `Err` of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it; or the default workspace is gone;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key is not a management key;
        - `InternalServerResponseError` (500): the server failed, and did so again when asked again;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

        Later pages may also be `Err(PaginationError)`, when the server gives one without a credential that is new.

    Source: `GET /byok`, operation `listBYOKKeys`.
    """
    return call_pages(core, _operation(), _paging(), request, options)


async def byok_list_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ListBYOKKeysRequest]
) -> Result[AsyncPage[ListBYOKKeysResponse, BYOKKey, ByokListError], ByokListError]:
    """List provider credentials of your own: `byok_list` for `async` code, the same in all else."""
    return await call_pages_async(core, _operation(), _paging(), request, options)

# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`byok_list`: GET /byok.

List your provider credentials in the order in which they are tried.
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
    from openrouter_funcs.models.byok import BYOKKey, ByokListRequest, ListBYOKKeysResponse
else:  # whoever evaluates annotations loads what they name
    globals().update(annotated("openrouter_funcs.models.byok", "BYOKKey", "ByokListRequest", "ListBYOKKeysResponse"))

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
        request=byok.ByokListRequest,
        success=(200, byok.ListBYOKKeysResponse),
        errors={
            400: errors.BadRequestResponseError,
            401: errors.UnauthorizedResponseError,
            403: errors.ForbiddenResponseError,
            500: errors.InternalServerResponseError,
        },
        query=("offset", "limit", "workspace_id", "provider"),
    )


@cache
def _paging() -> Paging[ListBYOKKeysResponse, BYOKKey]:
    from openrouter_core.pages import Paging, by_offset

    return Paging(
        items=lambda page: page.data,
        following=by_offset(lambda page, end: end >= page.total_count),
        key=lambda item: item.id,
    )


def byok_list(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ByokListRequest]
) -> Result[Page[ListBYOKKeysResponse, BYOKKey, ByokListError], ByokListError]:
    """List your provider credentials in the order in which they are tried.

    It lists the credentials of one workspace: the account's default one unless `workspace_id` names another.

    Needs a management key.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call, and each page after it, does differently from its core.
        **request: See `ByokListRequest`. What is absent is not sent.

            - `offset`: how many credentials to skip before the first page; absent or `None` for 0.
            - `limit`: how many credentials a page holds at most, 1 to 100; absent for 50.
            - `workspace_id`: only credentials of this workspace (a UUID); absent for the account's default workspace.
              If that has been deleted, the server answers 400 and wants the id.
            - `provider`: only credentials of this provider; absent for all providers.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(Page)`: its `result` is a `ListBYOKKeysResponse`, and `items()` walks over this and every later page,
        credential by credential; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it; or the default workspace has been
          deleted, and the server wants a `workspace_id`;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key is not a management key;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

        Later pages may also be `Err(PaginationError)`, when the server gives one without an item that is new.

    Source: `GET /byok`, operation `listBYOKKeys`.
    """
    return call_pages(core, _operation(), _paging(), request, options)


async def byok_list_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ByokListRequest]
) -> Result[AsyncPage[ListBYOKKeysResponse, BYOKKey, ByokListError], ByokListError]:
    """List your provider credentials in the order in which they are tried. This is `byok_list` for `async` code."""
    return await call_pages_async(core, _operation(), _paging(), request, options)

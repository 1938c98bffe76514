# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`external_users_list`: GET /external-users.

List the end users of your application, page by page.
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
    from openrouter_funcs.models.external_users import ExternalUser, ExternalUsersListRequest, ListExternalUsersResponse
else:  # whoever evaluates annotations loads what they name
    globals().update(
        annotated(
            "openrouter_funcs.models.external_users",
            "ExternalUser",
            "ExternalUsersListRequest",
            "ListExternalUsersResponse",
        )
    )

__all__ = ["ExternalUsersListError", "external_users_list", "external_users_list_async"]

ExternalUsersListError: TypeAlias = (
    errors.BadRequestResponseError
    | errors.UnauthorizedResponseError
    | errors.ForbiddenResponseError
    | errors.NotFoundResponseError
    | errors.InternalServerResponseError
    | errors.PaginationError
    | errors.CommonError
)
"""Every error that `external_users_list` and its pages return."""


@stated
def _operation() -> Operation[ListExternalUsersResponse, ExternalUsersListError]:
    from openrouter_funcs.models import external_users

    return Operation(
        name="external_users_list",
        method="GET",
        path="/external-users",
        request=external_users.ExternalUsersListRequest,
        success=(200, external_users.ListExternalUsersResponse),
        errors={
            400: errors.BadRequestResponseError,
            401: errors.UnauthorizedResponseError,
            403: errors.ForbiddenResponseError,
            404: errors.NotFoundResponseError,
            500: errors.InternalServerResponseError,
        },
        query=("offset", "limit", "user", "include_inactive"),
    )


@cache
def _paging() -> Paging[ListExternalUsersResponse, ExternalUser]:
    from openrouter_core.pages import Paging, by_offset

    return Paging(
        items=lambda page: page.data,
        following=by_offset(lambda page, end: end >= page.total_count),
    )


def external_users_list(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ExternalUsersListRequest]
) -> Result[Page[ListExternalUsersResponse, ExternalUser, ExternalUsersListError], ExternalUsersListError]:
    """List the end users of your application, page by page.

    Needs a management key.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call, and each page after it, does differently from its core.
        **request: See `ExternalUsersListRequest`. What is absent is not sent.

            - `offset`: how many users to skip before the first page; 0 when absent or `None`.
            - `limit`: how many users a page holds at most; absent for 50.
            - `user`: only the user of exactly this name; the only way to find the names `.` and `..`, which a path
              cannot hold.
            - `include_inactive`: whether inactive users are listed, too; absent for no.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(Page)`: its `result` is a `ListExternalUsersResponse`, and `items()` walks over this and every later page,
        in which each user has the name that you gave; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key is not a management key;
        - `NotFoundResponseError` (404): there is no such thing in this account;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

        Later pages may also be `Err(PaginationError)`, when the server gives one without an item that is new.

    Source: `GET /external-users`, operation `listExternalUsers`.
    """
    return call_pages(core, _operation(), _paging(), request, options)


async def external_users_list_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ExternalUsersListRequest]
) -> Result[AsyncPage[ListExternalUsersResponse, ExternalUser, ExternalUsersListError], ExternalUsersListError]:
    """List the end users of your application, page by page. This is `external_users_list` for `async` code."""
    return await call_pages_async(core, _operation(), _paging(), request, options)

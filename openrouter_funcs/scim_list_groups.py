# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`scim_list_groups`: GET /scim/groups.

List the groups of your identity provider, page by page.
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
    from openrouter_funcs.models.scim import ListScimGroupsResponse, ScimGroup, ScimListGroupsRequest
else:  # whoever evaluates annotations loads what they name
    globals().update(
        annotated("openrouter_funcs.models.scim", "ListScimGroupsResponse", "ScimGroup", "ScimListGroupsRequest")
    )

__all__ = ["ScimListGroupsError", "scim_list_groups", "scim_list_groups_async"]

ScimListGroupsError: TypeAlias = (
    errors.UnauthorizedResponseError
    | errors.ForbiddenResponseError
    | errors.NotFoundResponseError
    | errors.InternalServerResponseError
    | errors.PaginationError
    | errors.CommonError
)
"""Every error that `scim_list_groups` and its pages return."""


@stated
def _operation() -> Operation[ListScimGroupsResponse, ScimListGroupsError]:
    from openrouter_funcs.models import scim

    return Operation(
        name="scim_list_groups",
        method="GET",
        path="/scim/groups",
        request=scim.ScimListGroupsRequest,
        success=(200, scim.ListScimGroupsResponse),
        errors={
            401: errors.UnauthorizedResponseError,
            403: errors.ForbiddenResponseError,
            404: errors.NotFoundResponseError,
            500: errors.InternalServerResponseError,
        },
        query=("offset", "limit", "display_name", "external_id"),
    )


@cache
def _paging() -> Paging[ListScimGroupsResponse, ScimGroup]:
    from openrouter_core.pages import Paging, by_offset

    return Paging(
        items=lambda page: page.data,
        following=by_offset(lambda page, end: end >= page.total_count),
        key=lambda item: item.id,
    )


def scim_list_groups(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ScimListGroupsRequest]
) -> Result[Page[ListScimGroupsResponse, ScimGroup, ScimListGroupsError], ScimListGroupsError]:
    """List the groups of your identity provider, page by page.

    Needs a management key.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call, and each page after it, does differently from its core.
        **request: See `ScimListGroupsRequest`. What is absent is not sent.

            - `offset`: how many groups to skip before the first page; 0 when absent or `None`.
            - `limit`: how many groups a page holds at most, 1 to 100; absent for 50.
            - `display_name`: only the group of exactly this name; absent or empty for all. With `external_id`, both
              must match.
            - `external_id`: only the group with exactly this id at the identity provider; absent or empty for all.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(Page)`: its `result` is a `ListScimGroupsResponse`, and `items()` walks over this and every later page, in
        which each group has a name and an id; or `Err` of

        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key is not a management key;
        - `NotFoundResponseError` (404): there is no such thing in this account;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

        Later pages may also be `Err(PaginationError)`, when the server gives one without an item that is new.

    Source: `GET /scim/groups`, operation `listScimGroups`.
    """
    return call_pages(core, _operation(), _paging(), request, options)


async def scim_list_groups_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ScimListGroupsRequest]
) -> Result[AsyncPage[ListScimGroupsResponse, ScimGroup, ScimListGroupsError], ScimListGroupsError]:
    """List the groups of your identity provider, page by page. This is `scim_list_groups` for `async` code."""
    return await call_pages_async(core, _operation(), _paging(), request, options)

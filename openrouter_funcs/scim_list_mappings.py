# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`scim_list_mappings`: GET /scim/group-mappings.

List which groups have a role in which workspace, page by page.
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
    from openrouter_funcs.models.scim import ListScimGroupMappingsResponse, ScimGroupMapping, ScimListMappingsRequest
else:  # whoever evaluates annotations loads what they name
    globals().update(
        annotated(
            "openrouter_funcs.models.scim",
            "ListScimGroupMappingsResponse",
            "ScimGroupMapping",
            "ScimListMappingsRequest",
        )
    )

__all__ = ["ScimListMappingsError", "scim_list_mappings", "scim_list_mappings_async"]

ScimListMappingsError: TypeAlias = (
    errors.UnauthorizedResponseError
    | errors.ForbiddenResponseError
    | errors.NotFoundResponseError
    | errors.InternalServerResponseError
    | errors.PaginationError
    | errors.CommonError
)
"""Every error that `scim_list_mappings` and its pages return."""


@stated
def _operation() -> Operation[ListScimGroupMappingsResponse, ScimListMappingsError]:
    from openrouter_funcs.models import scim

    return Operation(
        name="scim_list_mappings",
        method="GET",
        path="/scim/group-mappings",
        request=scim.ScimListMappingsRequest,
        success=(200, scim.ListScimGroupMappingsResponse),
        errors={
            401: errors.UnauthorizedResponseError,
            403: errors.ForbiddenResponseError,
            404: errors.NotFoundResponseError,
            500: errors.InternalServerResponseError,
        },
        query=("offset", "limit"),
    )


@cache
def _paging() -> Paging[ListScimGroupMappingsResponse, ScimGroupMapping]:
    from openrouter_core.pages import Paging, by_offset

    return Paging(
        items=lambda page: page.data,
        following=by_offset(lambda page, end: end >= page.total_count),
        key=lambda item: item.id,
    )


def scim_list_mappings(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ScimListMappingsRequest]
) -> Result[Page[ListScimGroupMappingsResponse, ScimGroupMapping, ScimListMappingsError], ScimListMappingsError]:
    """List which groups have a role in which workspace, page by page.

    Needs a management key.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call, and each page after it, does differently from its core.
        **request: See `ScimListMappingsRequest`. What is absent is not sent.

            - `offset`: how many mappings to skip before the first page; 0 when absent or `None`.
            - `limit`: how many mappings a page holds at most, 1 to 100; absent for 50.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(Page)`: its `result` is a `ListScimGroupMappingsResponse`, and `items()` walks over this and every later
        page, in which each mapping has a group, a workspace and a role; or `Err` of

        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key is not a management key;
        - `NotFoundResponseError` (404): there is no such thing in this account;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

        Later pages may also be `Err(PaginationError)`, when the server gives one without an item that is new.

    Source: `GET /scim/group-mappings`, operation `listScimGroupMappings`.
    """
    return call_pages(core, _operation(), _paging(), request, options)


async def scim_list_mappings_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ScimListMappingsRequest]
) -> Result[AsyncPage[ListScimGroupMappingsResponse, ScimGroupMapping, ScimListMappingsError], ScimListMappingsError]:
    """List which groups have a role in which workspace, page by page. This is `scim_list_mappings` for `async` code."""
    return await call_pages_async(core, _operation(), _paging(), request, options)

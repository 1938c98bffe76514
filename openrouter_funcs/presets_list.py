# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`presets_list`: GET /presets.

List your presets, the last changed first, page by page.
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
    from openrouter_funcs.models.presets import ListPresetsResponse, Preset, PresetsListRequest
else:  # whoever evaluates annotations loads what they name
    globals().update(
        annotated("openrouter_funcs.models.presets", "ListPresetsResponse", "Preset", "PresetsListRequest")
    )

__all__ = ["PresetsListError", "presets_list", "presets_list_async"]

PresetsListError: TypeAlias = (
    errors.BadRequestResponseError
    | errors.UnauthorizedResponseError
    | errors.ForbiddenResponseError
    | errors.InternalServerResponseError
    | errors.ServiceUnavailableResponseError
    | errors.PaginationError
    | errors.CommonError
)
"""Every error that `presets_list` and its pages return."""


@stated
def _operation() -> Operation[ListPresetsResponse, PresetsListError]:
    from openrouter_funcs.models import presets

    return Operation(
        name="presets_list",
        method="GET",
        path="/presets",
        request=presets.PresetsListRequest,
        success=(200, presets.ListPresetsResponse),
        errors={
            400: errors.BadRequestResponseError,
            401: errors.UnauthorizedResponseError,
            403: errors.ForbiddenResponseError,
            500: errors.InternalServerResponseError,
            503: errors.ServiceUnavailableResponseError,
        },
        query=("offset", "limit"),
    )


@cache
def _paging() -> Paging[ListPresetsResponse, Preset]:
    from openrouter_core.pages import Paging, by_offset

    return Paging(
        items=lambda page: page.data,
        following=by_offset(lambda page, end: end >= page.total_count),
        key=lambda item: item.id,
    )


def presets_list(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[PresetsListRequest]
) -> Result[Page[ListPresetsResponse, Preset, PresetsListError], PresetsListError]:
    """List your presets, the last changed first, page by page.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call, and each page after it, does differently from its core.
        **request: See `PresetsListRequest`. What is absent is not sent.

            - `offset`: how many presets to skip before the first page; absent or `None` for 0.
            - `limit`: how many presets a page holds at most, 1 to 100; absent for 50.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(Page)`: its `result` is a `ListPresetsResponse`, and `items()` walks over this and every later page, preset
        by preset, without their versions; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key may not do this;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - `ServiceUnavailableResponseError` (503): the server cannot answer now; repeating the request did not help;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

        Later pages may also be `Err(PaginationError)`, when the server gives one without an item that is new.

    Source: `GET /presets`, operation `listPresets`.
    """
    return call_pages(core, _operation(), _paging(), request, options)


async def presets_list_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[PresetsListRequest]
) -> Result[AsyncPage[ListPresetsResponse, Preset, PresetsListError], PresetsListError]:
    """List your presets, the last changed first, page by page. This is `presets_list` for `async` code."""
    return await call_pages_async(core, _operation(), _paging(), request, options)

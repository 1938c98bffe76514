# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`observability_list`: GET /observability/destinations.

List the destinations of traces, page by page.
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
    from openrouter_funcs.models.observability import (
        ListObservabilityDestinationsResponse,
        ObservabilityDestination,
        ObservabilityListRequest,
    )
else:  # whoever evaluates annotations loads what they name
    globals().update(
        annotated(
            "openrouter_funcs.models.observability",
            "ListObservabilityDestinationsResponse",
            "ObservabilityDestination",
            "ObservabilityListRequest",
        )
    )

__all__ = ["ObservabilityListError", "observability_list", "observability_list_async"]

ObservabilityListError: TypeAlias = (
    errors.BadRequestResponseError
    | errors.UnauthorizedResponseError
    | errors.ForbiddenResponseError
    | errors.InternalServerResponseError
    | errors.PaginationError
    | errors.CommonError
)
"""Every error that `observability_list` and its pages return."""


@stated
def _operation() -> Operation[ListObservabilityDestinationsResponse, ObservabilityListError]:
    from openrouter_funcs.models import observability

    return Operation(
        name="observability_list",
        method="GET",
        path="/observability/destinations",
        request=observability.ObservabilityListRequest,
        success=(200, observability.ListObservabilityDestinationsResponse),
        errors={
            400: errors.BadRequestResponseError,
            401: errors.UnauthorizedResponseError,
            403: errors.ForbiddenResponseError,
            500: errors.InternalServerResponseError,
        },
        query=("offset", "limit", "workspace_id"),
    )


@cache
def _paging() -> Paging[ListObservabilityDestinationsResponse, ObservabilityDestination]:
    from openrouter_core.pages import Paging, by_offset

    return Paging(
        items=lambda page: page.data,
        following=by_offset(lambda page, end: end >= page.total_count),
    )


def observability_list(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ObservabilityListRequest]
) -> Result[
    Page[ListObservabilityDestinationsResponse, ObservabilityDestination, ObservabilityListError],
    ObservabilityListError,
]:
    """List the destinations of traces, page by page.

    Destinations of a type that is not stable yet are not listed.

    Needs a management key.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call, and each page after it, does differently from its core.
        **request: See `ObservabilityListRequest`. What is absent is not sent.

            - `offset`: how many destinations to skip before the first page; 0 when absent or `None`.
            - `limit`: how many destinations a page holds at most, 1 to 100; absent for 50.
            - `workspace_id`: only destinations of this workspace (a UUID); absent for those of the account's default
              one.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(Page)`: its `result` is a `ListObservabilityDestinationsResponse`, and `items()` walks over this and every
        later page, in which each destination has its settings, with keys masked; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key is not a management key;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

        Later pages may also be `Err(PaginationError)`, when the server gives one without an item that is new.

    Source: `GET /observability/destinations`, operation `listObservabilityDestinations`.
    """
    return call_pages(core, _operation(), _paging(), request, options)


async def observability_list_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ObservabilityListRequest]
) -> Result[
    AsyncPage[ListObservabilityDestinationsResponse, ObservabilityDestination, ObservabilityListError],
    ObservabilityListError,
]:
    """List the destinations of traces, page by page. This is `observability_list` for `async` code."""
    return await call_pages_async(core, _operation(), _paging(), request, options)

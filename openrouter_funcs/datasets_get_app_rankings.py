# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`datasets_get_app_rankings`: GET /datasets/app-rankings.

Get which apps use OpenRouter most, page by page.
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
    from openrouter_funcs.models.datasets import AppRankingsItem, AppRankingsResponse, DatasetsGetAppRankingsRequest
else:  # whoever evaluates annotations loads what they name
    globals().update(
        annotated(
            "openrouter_funcs.models.datasets",
            "AppRankingsItem",
            "AppRankingsResponse",
            "DatasetsGetAppRankingsRequest",
        )
    )

__all__ = ["DatasetsGetAppRankingsError", "datasets_get_app_rankings", "datasets_get_app_rankings_async"]

DatasetsGetAppRankingsError: TypeAlias = (
    errors.BadRequestResponseError
    | errors.UnauthorizedResponseError
    | errors.TooManyRequestsResponseError
    | errors.InternalServerResponseError
    | errors.PaginationError
    | errors.CommonError
)
"""Every error that `datasets_get_app_rankings` and its pages return."""


@stated
def _operation() -> Operation[AppRankingsResponse, DatasetsGetAppRankingsError]:
    from openrouter_funcs.models import datasets

    return Operation(
        name="datasets_get_app_rankings",
        method="GET",
        path="/datasets/app-rankings",
        request=datasets.DatasetsGetAppRankingsRequest,
        success=(200, datasets.AppRankingsResponse),
        errors={
            400: errors.BadRequestResponseError,
            401: errors.UnauthorizedResponseError,
            429: errors.TooManyRequestsResponseError,
            500: errors.InternalServerResponseError,
        },
        query=("category", "subcategory", "sort", "start_date", "end_date", "limit", "offset"),
    )


@cache
def _paging() -> Paging[AppRankingsResponse, AppRankingsItem]:
    from openrouter_core.pages import Paging, by_offset

    return Paging(
        items=lambda page: page.data,
        following=by_offset(lambda page, _: not page.data),
    )


def datasets_get_app_rankings(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[DatasetsGetAppRankingsRequest]
) -> Result[Page[AppRankingsResponse, AppRankingsItem, DatasetsGetAppRankingsError], DatasetsGetAppRankingsError]:
    """Get which apps use OpenRouter most, page by page.

    These are the public apps of openrouter.ai/apps; traffic of an app's other names counts as its own. Each provider
    counts tokens in its own way, so the numbers of apps that use different providers are hard to compare.

    The data may be republished under CC BY 4.0, with the source named: "Source: OpenRouter (openrouter.ai/apps), as of
    {as_of}."

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call, and each page after it, does differently from its core.
        **request: See `DatasetsGetAppRankingsRequest`. What is absent is not sent.

            - `category`: only apps of this category, such as `"coding"`.
            - `subcategory`: only apps of this subcategory, such as `"cli-agent"`; it must belong to `category` when
              that is given, too.
            - `sort`: `"popular"` for the most tokens first, `"trending"` for the most growth first: the tokens of the
              window, less the average of the three windows before it, without apps that do not grow; absent for
              `"popular"`.
            - `start_date`: the first day, as `YYYY-MM-DD` in UTC; absent for 30 days before `end_date`; a day before
              2025-01-01 counts as that.
            - `end_date`: the last day, as `YYYY-MM-DD` in UTC, 2025-01-01 or later; absent for yesterday.
            - `limit`: how many apps a page holds at most, 1 to 100; absent for 50.
            - `offset`: how many apps to skip before the first page, 0 to 100; absent or `None` for 0.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(Page)`: its `result` is an `AppRankingsResponse`, and `items()` walks over this and every later page, app by
        app; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `TooManyRequestsResponseError` (429): too many requests: a key may make 30 a minute, and an account 500 a day;
          `retry_after` may say how long to wait;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

        Later pages may also be `Err(PaginationError)`, when the server gives one without an item that is new.

    Source: `GET /datasets/app-rankings`, operation `getAppRankings`.
    """
    return call_pages(core, _operation(), _paging(), request, options)


async def datasets_get_app_rankings_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[DatasetsGetAppRankingsRequest]
) -> Result[AsyncPage[AppRankingsResponse, AppRankingsItem, DatasetsGetAppRankingsError], DatasetsGetAppRankingsError]:
    """Get which apps use OpenRouter most, page by page. This is `datasets_get_app_rankings` for `async` code."""
    return await call_pages_async(core, _operation(), _paging(), request, options)

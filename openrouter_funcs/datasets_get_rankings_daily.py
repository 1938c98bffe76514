# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`datasets_get_rankings_daily`: GET /datasets/rankings-daily.

Get which models are used most, by day, week or month.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.datasets import DatasetsGetRankingsDailyRequest, RankingsDailyResponse
else:  # whoever evaluates annotations loads what they name
    globals().update(
        annotated("openrouter_funcs.models.datasets", "DatasetsGetRankingsDailyRequest", "RankingsDailyResponse")
    )

__all__ = ["DatasetsGetRankingsDailyError", "datasets_get_rankings_daily", "datasets_get_rankings_daily_async"]

DatasetsGetRankingsDailyError: TypeAlias = (
    errors.BadRequestResponseError
    | errors.UnauthorizedResponseError
    | errors.TooManyRequestsResponseError
    | errors.InternalServerResponseError
    | errors.CommonError
)
"""Every error that `datasets_get_rankings_daily` returns."""


@stated
def _operation() -> Operation[RankingsDailyResponse, DatasetsGetRankingsDailyError]:
    from openrouter_funcs.models import datasets

    return Operation(
        name="datasets_get_rankings_daily",
        method="GET",
        path="/datasets/rankings-daily",
        request=datasets.DatasetsGetRankingsDailyRequest,
        success=(200, datasets.RankingsDailyResponse),
        errors={
            400: errors.BadRequestResponseError,
            401: errors.UnauthorizedResponseError,
            429: errors.TooManyRequestsResponseError,
            500: errors.InternalServerResponseError,
        },
        query=("start_date", "end_date", "period", "modality", "context_bucket", "category", "language_type"),
    )


def datasets_get_rankings_daily(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[DatasetsGetRankingsDailyRequest]
) -> Result[RankingsDailyResponse, DatasetsGetRankingsDailyError]:
    """Get which models are used most, by day, week or month.

    There are the 50 most used models of each day, and a row `"other"` for the rest, so that a model's share of all
    traffic can be computed. With `category` or `language_type` the numbers are estimated from a sample, by week. Each
    provider counts tokens in its own way, so the numbers of models at different providers are hard to compare.

    The data may be republished under CC BY 4.0, with the source named: "Source: OpenRouter (openrouter.ai/rankings), as
    of {as_of}."

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `DatasetsGetRankingsDailyRequest`. What is absent is not sent.

            - `start_date`: the first day, as `YYYY-MM-DD` in UTC; absent for 30 days before `end_date`; a day before
              2025-01-01 counts as that.
            - `end_date`: the last day, as `YYYY-MM-DD` in UTC, 2025-01-01 or later; absent for yesterday.
            - `period`: what a row is of; absent for `"day"`, but with `category` or `language_type` for `"week"`, and
              then there is no `"day"`.
            - `modality`: only models that make `"text"` or pictures (`"image_output"`), take pictures (`"image"`) or
              `"audio"`, or called tools (`"tool_calling"`); not with `category` or `language_type`.
            - `context_bucket`: only requests with a context of this length; not with `category` or `language_type`.
            - `category`: only requests for this use, such as `"programming"`; not with any other of the filters.
            - `language_type`: only requests in natural languages, or in programming languages; not with any other of
              the filters.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(RankingsDailyResponse)`, whose `data` has the rows, by date, and within a date the most used model first and
        `"other"` last; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, or filters do not go together, and the message names them;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `TooManyRequestsResponseError` (429): too many requests: a key may make 30 a minute, and an account 500 a day;
          `retry_after` may say how long to wait;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `GET /datasets/rankings-daily`, operation `getRankingsDaily`.
    """
    return call(core, _operation(), request, options)


async def datasets_get_rankings_daily_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[DatasetsGetRankingsDailyRequest]
) -> Result[RankingsDailyResponse, DatasetsGetRankingsDailyError]:
    """Get which models are used most, by day, week or month. This is `datasets_get_rankings_daily` for `async` code."""
    return await call_async(core, _operation(), request, options)

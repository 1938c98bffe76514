# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`benchmarks_get_benchmarks`: GET /benchmarks.

Get how well models do in benchmarks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.benchmarks import BenchmarksGetBenchmarksRequest, UnifiedBenchmarksResponse
else:  # whoever evaluates annotations loads what they name
    globals().update(
        annotated("openrouter_funcs.models.benchmarks", "BenchmarksGetBenchmarksRequest", "UnifiedBenchmarksResponse")
    )

__all__ = ["BenchmarksGetBenchmarksError", "benchmarks_get_benchmarks", "benchmarks_get_benchmarks_async"]

BenchmarksGetBenchmarksError: TypeAlias = (
    errors.BadRequestResponseError
    | errors.UnauthorizedResponseError
    | errors.TooManyRequestsResponseError
    | errors.InternalServerResponseError
    | errors.CommonError
)
"""Every error that `benchmarks_get_benchmarks` returns."""


@stated
def _operation() -> Operation[UnifiedBenchmarksResponse, BenchmarksGetBenchmarksError]:
    from openrouter_funcs.models import benchmarks

    return Operation(
        name="benchmarks_get_benchmarks",
        method="GET",
        path="/benchmarks",
        request=benchmarks.BenchmarksGetBenchmarksRequest,
        success=(200, benchmarks.UnifiedBenchmarksResponse),
        errors={
            400: errors.BadRequestResponseError,
            401: errors.UnauthorizedResponseError,
            429: errors.TooManyRequestsResponseError,
            500: errors.InternalServerResponseError,
        },
        query=(
            "source",
            "task_type",
            "benchmark_type",
            "include_run_config",
            "search_engine",
            "search_surface",
            "arena",
            "category",
            "max_results",
        ),
    )


def benchmarks_get_benchmarks(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[BenchmarksGetBenchmarksRequest]
) -> Result[UnifiedBenchmarksResponse, BenchmarksGetBenchmarksError]:
    """Get how well models do in benchmarks.

    The results are of Artificial Analysis, of Design Arena and of OpenRouter's own runs (GPQA, tau-bench and web
    search), and each source has a class of its own. OpenRouter's search benchmarks have one result for each model, from
    all runs of its best configuration.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `BenchmarksGetBenchmarksRequest`. What is absent is not sent.

            - `source`: only results of this source; absent for all.
            - `task_type`: only results for this kind of task; `"search"` gives OpenRouter's search benchmarks alone.
            - `benchmark_type`: only this one of OpenRouter's benchmarks; `search_...` leaves out other sources, too,
              and the others do not.
            - `include_run_config`: whether results of search benchmarks say how they were run; absent for no.
            - `search_engine`: only results of search benchmarks with this search engine.
            - `search_surface`: only results of search benchmarks whose search ran as a server tool, or as a plugin.
            - `arena`: only results of this arena of Design Arena; absent for `"models"` when `source` is
              `"design-arena"`.
            - `category`: only results of this category of Design Arena, such as `"gamedev"` or `"dataviz"`; absent for
              all.
            - `max_results`: how many results to return at most, 1 or more; absent for all.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(UnifiedBenchmarksResponse)`, whose `data` has the results; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `TooManyRequestsResponseError` (429): too many requests: a key may make 30 a minute, and an account 500 a day;
          `retry_after` may say how long to wait;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `GET /benchmarks`, operation `getBenchmarks`.
    """
    return call(core, _operation(), request, options)


async def benchmarks_get_benchmarks_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[BenchmarksGetBenchmarksRequest]
) -> Result[UnifiedBenchmarksResponse, BenchmarksGetBenchmarksError]:
    """Get how well models do in benchmarks. This is `benchmarks_get_benchmarks` for `async` code."""
    return await call_async(core, _operation(), request, options)

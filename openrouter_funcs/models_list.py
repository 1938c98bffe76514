# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`models_list`: GET /models.

List the models, page by page.
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
    from openrouter_funcs.models.models import Model, ModelsListRequest, ModelsListResponse
else:  # whoever evaluates annotations loads what they name
    globals().update(annotated("openrouter_funcs.models.models", "Model", "ModelsListRequest", "ModelsListResponse"))

__all__ = ["ModelsListError", "models_list", "models_list_async"]

ModelsListError: TypeAlias = (
    errors.BadRequestResponseError
    | errors.ForbiddenResponseError
    | errors.InternalServerResponseError
    | errors.ServiceUnavailableResponseError
    | errors.PaginationError
    | errors.CommonError
)
"""Every error that `models_list` and its pages return."""


@stated
def _operation() -> Operation[ModelsListResponse, ModelsListError]:
    from openrouter_funcs.models import models

    return Operation(
        name="models_list",
        method="GET",
        path="/models",
        request=models.ModelsListRequest,
        success=(200, models.ModelsListResponse),
        errors={
            400: errors.BadRequestResponseError,
            403: errors.ForbiddenResponseError,
            500: errors.InternalServerResponseError,
            503: errors.ServiceUnavailableResponseError,
        },
        query=(
            "offset",
            "limit",
            "category",
            "supported_parameters",
            "output_modalities",
            "sort",
            "q",
            "input_modalities",
            "context",
            "min_price",
            "max_price",
            "arch",
            "model_authors",
            "providers",
            "distillable",
            "zdr",
            "region",
            "min_output_price",
            "max_output_price",
            "min_age_days",
            "max_age_days",
            "min_intelligence_index",
            "max_intelligence_index",
            "min_coding_index",
            "max_coding_index",
            "min_agentic_index",
            "max_agentic_index",
            "min_tool_success_rate",
            "max_tool_success_rate",
        ),
    )


@cache
def _paging() -> Paging[ModelsListResponse, Model]:
    from openrouter_core.pages import Paging, by_offset

    return Paging(
        items=lambda page: page.data,
        following=by_offset(lambda page, end: end >= page.total_count),
        key=lambda item: item.id,
    )


def models_list(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ModelsListRequest]
) -> Result[Page[ModelsListResponse, Model, ModelsListError], ModelsListError]:
    """List the models, page by page.

    Needs no key.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call, and each page after it, does differently from its core.
        **request: See `ModelsListRequest`. What is absent is not sent.

            - `offset`: how many models to skip before the first page; absent or `None` for 0.
            - `limit`: how many models a page holds at most, 1 to 1000; absent for 500, but with `offset` absent as well
              for all models on one page.
            - `category`: only models for this use, such as `"programming"`.
            - `supported_parameters`: only models that know these parameters, separated by commas.
            - `output_modalities`: only models that make one of these kinds of content, separated by commas
              (`"text,image"`); absent for `"text"`, and `"all"` is any.
            - `sort`: their order, such as `"newest"` or `"pricing-low-to-high"`; models that were not measured come
              last; absent for the server's own order.
            - `q`: only models whose name or slug matches this text.
            - `input_modalities`: only models that take these kinds of content (`text`, `image`, `audio`, `file`),
              separated by commas.
            - `context`: only models whose context has at least so many tokens.
            - `min_price`: the lowest price of a million tokens of the prompt, in US dollars.
            - `max_price`: the highest price of a million tokens of the prompt, in US dollars.
            - `arch`: only models of this family, such as `"Claude"`.
            - `model_authors`: only models of these makers: their slugs, separated by commas.
            - `providers`: only models that one of these providers serves: their names, separated by commas.
            - `distillable`: `"true"` for only models whose answers may train other models, `"false"` for only the
              others.
            - `zdr`: `"true"` for only models that somebody serves without retaining data.
            - `region`: only models that are served in this region (`"eu"`, `"us"`).
            - `min_output_price`: the lowest price of a million tokens of the answer, in US dollars.
            - `max_output_price`: the highest price of a million tokens of the answer, in US dollars.
            - `min_age_days`: only models that were added at least so many days ago.
            - `max_age_days`: only models that were added at most so many days ago.
            - `min_intelligence_index`: the lowest intelligence index of Artificial Analysis.
            - `max_intelligence_index`: the highest intelligence index of Artificial Analysis.
            - `min_coding_index`: the lowest coding index of Artificial Analysis.
            - `max_coding_index`: the highest coding index of Artificial Analysis.
            - `min_agentic_index`: the lowest agentic index of Artificial Analysis.
            - `max_agentic_index`: the highest agentic index of Artificial Analysis.
            - `min_tool_success_rate`: the lowest share of requests that end with calls of tools as they should, 0 to 1.
            - `max_tool_success_rate`: the highest share of requests that end with calls of tools as they should, 0 to
              1.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(Page)`: its `result` is a `ModelsListResponse`, and `items()` walks over this and every later page, model by
        model; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it;
        - `ForbiddenResponseError` (403): the key may not do this;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - `ServiceUnavailableResponseError` (503): the server cannot answer now; repeating the request did not help;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

        Later pages may also be `Err(PaginationError)`, when the server gives one without an item that is new.

    Source: `GET /models`, operation `getModels`.
    """
    return call_pages(core, _operation(), _paging(), request, options)


async def models_list_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ModelsListRequest]
) -> Result[AsyncPage[ModelsListResponse, Model, ModelsListError], ModelsListError]:
    """List the models, page by page. This is `models_list` for `async` code."""
    return await call_pages_async(core, _operation(), _paging(), request, options)

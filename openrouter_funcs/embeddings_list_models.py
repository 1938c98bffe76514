# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`embeddings_list_models`: GET /embeddings/models.

List the models that make embeddings, page by page.
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
    from openrouter_funcs.models.models import EmbeddingsListModelsRequest, Model, ModelsListResponse
else:  # whoever evaluates annotations loads what they name
    globals().update(
        annotated("openrouter_funcs.models.models", "EmbeddingsListModelsRequest", "Model", "ModelsListResponse")
    )

__all__ = ["EmbeddingsListModelsError", "embeddings_list_models", "embeddings_list_models_async"]

EmbeddingsListModelsError: TypeAlias = (
    errors.BadRequestResponseError | errors.InternalServerResponseError | errors.PaginationError | errors.CommonError
)
"""Every error that `embeddings_list_models` and its pages return."""


@stated
def _operation() -> Operation[ModelsListResponse, EmbeddingsListModelsError]:
    from openrouter_funcs.models import models

    return Operation(
        name="embeddings_list_models",
        method="GET",
        path="/embeddings/models",
        request=models.EmbeddingsListModelsRequest,
        success=(200, models.ModelsListResponse),
        errors={
            400: errors.BadRequestResponseError,
            500: errors.InternalServerResponseError,
        },
        query=("offset", "limit"),
    )


@cache
def _paging() -> Paging[ModelsListResponse, Model]:
    from openrouter_core.pages import Paging, by_offset

    return Paging(
        items=lambda page: page.data,
        following=by_offset(lambda page, end: end >= page.total_count),
        key=lambda item: item.id,
    )


def embeddings_list_models(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[EmbeddingsListModelsRequest]
) -> Result[Page[ModelsListResponse, Model, EmbeddingsListModelsError], EmbeddingsListModelsError]:
    """List the models that make embeddings, page by page.

    Needs no key.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call, and each page after it, does differently from its core.
        **request: See `EmbeddingsListModelsRequest`. What is absent is not sent.

            - `offset`: how many models to skip before the first page; absent or `None` for 0.
            - `limit`: how many models a page holds at most, 1 to 1000; absent for 500, but with `offset` absent as well
              for all models on one page.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(Page)`: its `result` is a `ModelsListResponse`, and `items()` walks over this and every later page, model by
        model; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

        Later pages may also be `Err(PaginationError)`, when the server gives one without an item that is new.

    Source: `GET /embeddings/models`, operation `listEmbeddingsModels`.
    """
    return call_pages(core, _operation(), _paging(), request, options)


async def embeddings_list_models_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[EmbeddingsListModelsRequest]
) -> Result[AsyncPage[ModelsListResponse, Model, EmbeddingsListModelsError], EmbeddingsListModelsError]:
    """List the models that make embeddings, page by page. This is `embeddings_list_models` for `async` code."""
    return await call_pages_async(core, _operation(), _paging(), request, options)

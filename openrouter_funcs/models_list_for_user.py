# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`models_list_for_user`: GET /models/user.

List the models that the key's account may use, page by page.
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
    from openrouter_funcs.models.models import Model, ModelsListForUserRequest, ModelsListResponse
else:  # whoever evaluates annotations loads what they name
    globals().update(
        annotated("openrouter_funcs.models.models", "Model", "ModelsListForUserRequest", "ModelsListResponse")
    )

__all__ = ["ModelsListForUserError", "models_list_for_user", "models_list_for_user_async"]

ModelsListForUserError: TypeAlias = (
    errors.UnauthorizedResponseError
    | errors.ForbiddenResponseError
    | errors.NotFoundResponseError
    | errors.InternalServerResponseError
    | errors.ServiceUnavailableResponseError
    | errors.PaginationError
    | errors.CommonError
)
"""Every error that `models_list_for_user` and its pages return."""


@stated
def _operation() -> Operation[ModelsListResponse, ModelsListForUserError]:
    from openrouter_funcs.models import models

    return Operation(
        name="models_list_for_user",
        method="GET",
        path="/models/user",
        request=models.ModelsListForUserRequest,
        success=(200, models.ModelsListResponse),
        errors={
            401: errors.UnauthorizedResponseError,
            403: errors.ForbiddenResponseError,
            404: errors.NotFoundResponseError,
            500: errors.InternalServerResponseError,
            503: errors.ServiceUnavailableResponseError,
        },
        query=("offset", "limit", "output_modalities", "sort"),
    )


@cache
def _paging() -> Paging[ModelsListResponse, Model]:
    from openrouter_core.pages import Paging, by_offset

    return Paging(
        items=lambda page: page.data,
        following=by_offset(lambda page, end: end >= page.total_count),
        key=lambda item: item.id,
    )


def models_list_for_user(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ModelsListForUserRequest]
) -> Result[Page[ModelsListResponse, Model, ModelsListForUserError], ModelsListForUserError]:
    """List the models that the key's account may use, page by page.

    Models are left out that the account's provider preferences, privacy settings or guardrails exclude. A regional
    server also leaves out models that are not served in its region.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call, and each page after it, does differently from its core.
        **request: See `ModelsListForUserRequest`. What is absent is not sent.

            - `offset`: how many models to skip before the first page; absent or `None` for 0.
            - `limit`: how many models a page holds at most, 1 to 1000; absent for 500, but with `offset` absent as well
              for all models on one page.
            - `output_modalities`: only models that make one of these kinds of content, separated by commas
              (`"text,image"`); absent for `"text"`, and `"all"` is any.
            - `sort`: their order, such as `"newest"` or `"pricing-low-to-high"`; models that were not measured come
              last; absent for the server's own order.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(Page)`: its `result` is a `ModelsListResponse`, and `items()` walks over this and every later page, model by
        model; or `Err` of

        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key may not do this;
        - `NotFoundResponseError` (404): there is no such thing in this account;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - `ServiceUnavailableResponseError` (503): the server cannot answer now; repeating the request did not help;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

        Later pages may also be `Err(PaginationError)`, when the server gives one without an item that is new.

    Source: `GET /models/user`, operation `listModelsUser`.
    """
    return call_pages(core, _operation(), _paging(), request, options)


async def models_list_for_user_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ModelsListForUserRequest]
) -> Result[AsyncPage[ModelsListResponse, Model, ModelsListForUserError], ModelsListForUserError]:
    """List the models that the key's account may use, page by page. This is `models_list_for_user` for `async` code."""
    return await call_pages_async(core, _operation(), _paging(), request, options)

# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`datasets_get_session_cost`: GET /datasets/session-cost.

Get what sessions with well-known agents cost, page by page.
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
    from openrouter_funcs.models.datasets import DatasetsGetSessionCostRequest, SessionCostItem, SessionCostResponse
else:  # whoever evaluates annotations loads what they name
    globals().update(
        annotated(
            "openrouter_funcs.models.datasets",
            "DatasetsGetSessionCostRequest",
            "SessionCostItem",
            "SessionCostResponse",
        )
    )

__all__ = ["DatasetsGetSessionCostError", "datasets_get_session_cost", "datasets_get_session_cost_async"]

DatasetsGetSessionCostError: TypeAlias = (
    errors.BadRequestResponseError
    | errors.UnauthorizedResponseError
    | errors.TooManyRequestsResponseError
    | errors.InternalServerResponseError
    | errors.PaginationError
    | errors.CommonError
)
"""Every error that `datasets_get_session_cost` and its pages return."""


@stated
def _operation() -> Operation[SessionCostResponse, DatasetsGetSessionCostError]:
    from openrouter_funcs.models import datasets

    return Operation(
        name="datasets_get_session_cost",
        method="GET",
        path="/datasets/session-cost",
        request=datasets.DatasetsGetSessionCostRequest,
        success=(200, datasets.SessionCostResponse),
        errors={
            400: errors.BadRequestResponseError,
            401: errors.UnauthorizedResponseError,
            429: errors.TooManyRequestsResponseError,
            500: errors.InternalServerResponseError,
        },
        query=("app_slug", "model", "turn_range", "limit", "offset"),
    )


@cache
def _paging() -> Paging[SessionCostResponse, SessionCostItem]:
    from openrouter_core.pages import Paging, by_offset

    return Paging(
        items=lambda page: page.data,
        following=by_offset(lambda page, _: not page.data),
    )


def datasets_get_session_cost(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[DatasetsGetSessionCostRequest]
) -> Result[Page[SessionCostResponse, SessionCostItem, DatasetsGetSessionCostError], DatasetsGetSessionCostError]:
    """Get what sessions with well-known agents cost, page by page.

    Each item is the median cost of the sessions of one app with one model and of one length. Give `model` alone to
    compare apps that use the same model. The data are renewed every week, and may be republished under CC BY 4.0, with
    OpenRouter named as the source.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call, and each page after it, does differently from its core.
        **request: See `DatasetsGetSessionCostRequest`. What is absent is not sent.

            - `app_slug`: only sessions of this app, such as `"hermes-agent"`.
            - `model`: only sessions with this model, by the slug that never changes.
            - `turn_range`: only sessions of so many turns.
            - `limit`: how many items a page holds at most, 1 to 500; absent for 100.
            - `offset`: how many items to skip before the first page, 0 to 5000; absent or `None` for 0.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(Page)`: its `result` is a `SessionCostResponse`, and `items()` walks over this and every later page, item by
        item; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `TooManyRequestsResponseError` (429): too many requests; `retry_after` may say how long to wait;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

        Later pages may also be `Err(PaginationError)`, when the server gives one without an item that is new.

    Source: `GET /datasets/session-cost`, operation `getSessionCost`.
    """
    return call_pages(core, _operation(), _paging(), request, options)


async def datasets_get_session_cost_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[DatasetsGetSessionCostRequest]
) -> Result[AsyncPage[SessionCostResponse, SessionCostItem, DatasetsGetSessionCostError], DatasetsGetSessionCostError]:
    """Get what sessions with well-known agents cost, page by page.

    This is `datasets_get_session_cost` for `async` code.
    """
    return await call_pages_async(core, _operation(), _paging(), request, options)

# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`guardrails_list`: GET /guardrails.

List the guardrails of a workspace, page by page.
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
    from openrouter_funcs.models.guardrails import Guardrail, GuardrailsListRequest, ListGuardrailsResponse
else:  # whoever evaluates annotations loads what they name
    globals().update(
        annotated("openrouter_funcs.models.guardrails", "Guardrail", "GuardrailsListRequest", "ListGuardrailsResponse")
    )

__all__ = ["GuardrailsListError", "guardrails_list", "guardrails_list_async"]

GuardrailsListError: TypeAlias = (
    errors.BadRequestResponseError
    | errors.UnauthorizedResponseError
    | errors.ForbiddenResponseError
    | errors.InternalServerResponseError
    | errors.PaginationError
    | errors.CommonError
)
"""Every error that `guardrails_list` and its pages return."""


@stated
def _operation() -> Operation[ListGuardrailsResponse, GuardrailsListError]:
    from openrouter_funcs.models import guardrails

    return Operation(
        name="guardrails_list",
        method="GET",
        path="/guardrails",
        request=guardrails.GuardrailsListRequest,
        success=(200, guardrails.ListGuardrailsResponse),
        errors={
            400: errors.BadRequestResponseError,
            401: errors.UnauthorizedResponseError,
            403: errors.ForbiddenResponseError,
            500: errors.InternalServerResponseError,
        },
        query=("offset", "limit", "workspace_id"),
    )


@cache
def _paging() -> Paging[ListGuardrailsResponse, Guardrail]:
    from openrouter_core.pages import Paging, by_offset

    return Paging(
        items=lambda page: page.data,
        following=by_offset(lambda page, end: end >= page.total_count),
        key=lambda item: item.id,
    )


def guardrails_list(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[GuardrailsListRequest]
) -> Result[Page[ListGuardrailsResponse, Guardrail, GuardrailsListError], GuardrailsListError]:
    """List the guardrails of a workspace, page by page.

    Needs a management key.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call, and each page after it, does differently from its core.
        **request: See `GuardrailsListRequest`. What is absent is not sent.

            - `offset`: how many guardrails to skip before the first page; absent or `None` for 0.
            - `limit`: how many guardrails a page holds at most, 1 to 100; absent for 50.
            - `workspace_id`: only guardrails of this workspace (a UUID); absent for the account's default workspace.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(Page)`: its `result` is a `ListGuardrailsResponse`, and `items()` walks over this and every later page,
        guardrail by guardrail; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key is not a management key;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

        Later pages may also be `Err(PaginationError)`, when the server gives one without an item that is new.

    Source: `GET /guardrails`, operation `listGuardrails`.
    """
    return call_pages(core, _operation(), _paging(), request, options)


async def guardrails_list_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[GuardrailsListRequest]
) -> Result[AsyncPage[ListGuardrailsResponse, Guardrail, GuardrailsListError], GuardrailsListError]:
    """List the guardrails of a workspace, page by page. This is `guardrails_list` for `async` code."""
    return await call_pages_async(core, _operation(), _paging(), request, options)

# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`guardrails_list_member_assignments`: GET /guardrails/assignments/members.

List the assignments of all guardrails to members, page by page.
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
    from openrouter_funcs.models.guardrails import (
        GuardrailsListMemberAssignmentsRequest,
        ListMemberAssignmentsResponse,
        MemberAssignment,
    )
else:  # whoever evaluates annotations loads what they name
    globals().update(
        annotated(
            "openrouter_funcs.models.guardrails",
            "GuardrailsListMemberAssignmentsRequest",
            "ListMemberAssignmentsResponse",
            "MemberAssignment",
        )
    )

__all__ = [
    "GuardrailsListMemberAssignmentsError",
    "guardrails_list_member_assignments",
    "guardrails_list_member_assignments_async",
]

GuardrailsListMemberAssignmentsError: TypeAlias = (
    errors.BadRequestResponseError
    | errors.UnauthorizedResponseError
    | errors.ForbiddenResponseError
    | errors.NotFoundResponseError
    | errors.InternalServerResponseError
    | errors.PaginationError
    | errors.CommonError
)
"""Every error that `guardrails_list_member_assignments` and its pages return."""


@stated
def _operation() -> Operation[ListMemberAssignmentsResponse, GuardrailsListMemberAssignmentsError]:
    from openrouter_funcs.models import guardrails

    return Operation(
        name="guardrails_list_member_assignments",
        method="GET",
        path="/guardrails/assignments/members",
        request=guardrails.GuardrailsListMemberAssignmentsRequest,
        success=(200, guardrails.ListMemberAssignmentsResponse),
        errors={
            400: errors.BadRequestResponseError,
            401: errors.UnauthorizedResponseError,
            403: errors.ForbiddenResponseError,
            404: errors.NotFoundResponseError,
            500: errors.InternalServerResponseError,
        },
        query=("offset", "limit"),
    )


@cache
def _paging() -> Paging[ListMemberAssignmentsResponse, MemberAssignment]:
    from openrouter_core.pages import Paging, by_offset

    return Paging(
        items=lambda page: page.data,
        following=by_offset(lambda page, end: end >= page.total_count),
        key=lambda item: item.id,
    )


def guardrails_list_member_assignments(
    core: OpenRouterCore,
    *,
    options: RequestOptions | None = None,
    **request: Unpack[GuardrailsListMemberAssignmentsRequest],
) -> Result[
    Page[ListMemberAssignmentsResponse, MemberAssignment, GuardrailsListMemberAssignmentsError],
    GuardrailsListMemberAssignmentsError,
]:
    """List the assignments of all guardrails to members, page by page.

    Needs a management key.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call, and each page after it, does differently from its core.
        **request: See `GuardrailsListMemberAssignmentsRequest`. What is absent is not sent.

            - `offset`: how many assignments to skip before the first page; absent or `None` for 0.
            - `limit`: how many assignments a page holds at most, 1 to 100; absent for 50.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(Page)`: its `result` is a `ListMemberAssignmentsResponse`, and `items()` walks over this and every later
        page, assignment by assignment; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key is not a management key;
        - `NotFoundResponseError` (404): there is no such thing in this account;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

        Later pages may also be `Err(PaginationError)`, when the server gives one without an item that is new.

    Source: `GET /guardrails/assignments/members`, operation `listMemberAssignments`.
    """
    return call_pages(core, _operation(), _paging(), request, options)


async def guardrails_list_member_assignments_async(
    core: OpenRouterCore,
    *,
    options: RequestOptions | None = None,
    **request: Unpack[GuardrailsListMemberAssignmentsRequest],
) -> Result[
    AsyncPage[ListMemberAssignmentsResponse, MemberAssignment, GuardrailsListMemberAssignmentsError],
    GuardrailsListMemberAssignmentsError,
]:
    """List the assignments of all guardrails to members, page by page.

    This is `guardrails_list_member_assignments` for `async` code.
    """
    return await call_pages_async(core, _operation(), _paging(), request, options)

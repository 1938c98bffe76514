# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`scim_create`: POST /scim/group-mappings.

Give the members of a group a role in a workspace.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.scim import CreateScimGroupMappingResponse, ScimCreateRequest
else:  # whoever evaluates annotations loads what they name
    globals().update(annotated("openrouter_funcs.models.scim", "CreateScimGroupMappingResponse", "ScimCreateRequest"))

__all__ = ["ScimCreateError", "scim_create", "scim_create_async"]

ScimCreateError: TypeAlias = (
    errors.BadRequestResponseError
    | errors.UnauthorizedResponseError
    | errors.ForbiddenResponseError
    | errors.NotFoundResponseError
    | errors.ConflictResponseError
    | errors.InternalServerResponseError
    | errors.CommonError
)
"""Every error that `scim_create` returns."""


@stated
def _operation() -> Operation[CreateScimGroupMappingResponse, ScimCreateError]:
    from openrouter_funcs.models import scim

    return Operation(
        name="scim_create",
        method="POST",
        path="/scim/group-mappings",
        request=scim.ScimCreateRequest,
        success=(201, scim.CreateScimGroupMappingResponse),
        errors={
            400: errors.BadRequestResponseError,
            401: errors.UnauthorizedResponseError,
            403: errors.ForbiddenResponseError,
            404: errors.NotFoundResponseError,
            409: errors.ConflictResponseError,
            500: errors.InternalServerResponseError,
        },
    )


def scim_create(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ScimCreateRequest]
) -> Result[CreateScimGroupMappingResponse, ScimCreateError]:
    """Give the members of a group a role in a workspace.

    If there is such a mapping with the same role already, the call succeeds and applies it to the members again.

    Needs a management key.

    It is never done twice by a retry: an attempt is repeated only when the server certainly did not apply it. Otherwise
    the error has `outcome="unknown"`: look at what is there before you call again.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `ScimCreateRequest`. What is absent is not sent.

            - `role` (required): what the members may do in the workspace.
            - `scim_group_id` (required): the group's id (a UUID), as `scim_list_groups` gives it.
            - `workspace_id` (required): the workspace's id (a UUID).
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(CreateScimGroupMappingResponse)`, whose `data` is the mapping; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key is not a management key;
        - `NotFoundResponseError` (404): there is no such group or workspace in this organization;
        - `ConflictResponseError` (409): the group has another role in this workspace: change that with `scim_update`;
        - `InternalServerResponseError` (500): the server failed; it may have been done;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `POST /scim/group-mappings`, operation `createScimGroupMapping`.
    """
    return call(core, _operation(), request, options)


async def scim_create_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ScimCreateRequest]
) -> Result[CreateScimGroupMappingResponse, ScimCreateError]:
    """Give the members of a group a role in a workspace. This is `scim_create` for `async` code."""
    return await call_async(core, _operation(), request, options)

# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`scim_delete`: DELETE /scim/group-mappings/{id}.

Delete a group's role in a workspace.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.scim import DeleteScimGroupMappingResponse, ScimDeleteRequest
else:  # whoever evaluates annotations loads what they name
    globals().update(annotated("openrouter_funcs.models.scim", "DeleteScimGroupMappingResponse", "ScimDeleteRequest"))

__all__ = ["ScimDeleteError", "scim_delete", "scim_delete_async"]

ScimDeleteError: TypeAlias = (
    errors.BadRequestResponseError
    | errors.UnauthorizedResponseError
    | errors.ForbiddenResponseError
    | errors.NotFoundResponseError
    | errors.InternalServerResponseError
    | errors.CommonError
)
"""Every error that `scim_delete` returns."""


@stated
def _operation() -> Operation[DeleteScimGroupMappingResponse, ScimDeleteError]:
    from openrouter_funcs.models import scim

    return Operation(
        name="scim_delete",
        method="DELETE",
        path="/scim/group-mappings/{id}",
        request=scim.ScimDeleteRequest,
        success=(200, scim.DeleteScimGroupMappingResponse),
        errors={
            400: errors.BadRequestResponseError,
            401: errors.UnauthorizedResponseError,
            403: errors.ForbiddenResponseError,
            404: errors.NotFoundResponseError,
            500: errors.InternalServerResponseError,
        },
        query=("keep_members",),
    )


def scim_delete(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ScimDeleteRequest]
) -> Result[DeleteScimGroupMappingResponse, ScimDeleteError]:
    """Delete a group's role in a workspace.

    Needs a management key.

    Doing it twice is the same as doing it once, and so an attempt of unknown outcome is repeated.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `ScimDeleteRequest`. What is absent is not sent.

            - `id` (required): the mapping's id (a UUID).
            - `keep_members` (required): whether the members that the mapping let in stay in the workspace, managed by
              hand from then on; with `False` they are removed. The server has no default: without it the call is a 400.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(DeleteScimGroupMappingResponse)`, whose `deleted` is `True`; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key is not a management key;
        - `NotFoundResponseError` (404): there is no mapping of that id in this organization;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `DELETE /scim/group-mappings/{id}`, operation `deleteScimGroupMapping`.
    """
    return call(core, _operation(), request, options)


async def scim_delete_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ScimDeleteRequest]
) -> Result[DeleteScimGroupMappingResponse, ScimDeleteError]:
    """Delete a group's role in a workspace. This is `scim_delete` for `async` code."""
    return await call_async(core, _operation(), request, options)

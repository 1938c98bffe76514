# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`scim_update`: PATCH /scim/group-mappings/{id}.

Change a group's role in a workspace.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.scim import ScimUpdateRequest, UpdateScimGroupMappingResponse
else:  # whoever evaluates annotations loads what they name
    globals().update(annotated("openrouter_funcs.models.scim", "ScimUpdateRequest", "UpdateScimGroupMappingResponse"))

__all__ = ["ScimUpdateError", "scim_update", "scim_update_async"]

ScimUpdateError: TypeAlias = (
    errors.BadRequestResponseError
    | errors.UnauthorizedResponseError
    | errors.ForbiddenResponseError
    | errors.NotFoundResponseError
    | errors.InternalServerResponseError
    | errors.CommonError
)
"""Every error that `scim_update` returns."""


@stated
def _operation() -> Operation[UpdateScimGroupMappingResponse, ScimUpdateError]:
    from openrouter_funcs.models import scim

    return Operation(
        name="scim_update",
        method="PATCH",
        path="/scim/group-mappings/{id}",
        request=scim.ScimUpdateRequest,
        success=(200, scim.UpdateScimGroupMappingResponse),
        errors={
            400: errors.BadRequestResponseError,
            401: errors.UnauthorizedResponseError,
            403: errors.ForbiddenResponseError,
            404: errors.NotFoundResponseError,
            500: errors.InternalServerResponseError,
        },
    )


def scim_update(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ScimUpdateRequest]
) -> Result[UpdateScimGroupMappingResponse, ScimUpdateError]:
    """Change a group's role in a workspace.

    Needs a management key.

    Doing it twice is the same as doing it once, and so an attempt of unknown outcome is repeated.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `ScimUpdateRequest`. What is absent is not sent.

            - `id` (required): the mapping's id (a UUID).
            - `role` (required): what the members may do in the workspace from now on.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(UpdateScimGroupMappingResponse)`, whose `data` is the mapping as it is now; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key is not a management key;
        - `NotFoundResponseError` (404): there is no mapping of that id in this organization;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `PATCH /scim/group-mappings/{id}`, operation `updateScimGroupMapping`.
    """
    return call(core, _operation(), request, options)


async def scim_update_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ScimUpdateRequest]
) -> Result[UpdateScimGroupMappingResponse, ScimUpdateError]:
    """Change a group's role in a workspace. This is `scim_update` for `async` code."""
    return await call_async(core, _operation(), request, options)

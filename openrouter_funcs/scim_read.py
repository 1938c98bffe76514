# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`scim_read`: GET /scim/group-mappings/{id}.

Get one mapping of a group to a workspace.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.scim import GetScimGroupMappingResponse, ScimReadRequest
else:  # whoever evaluates annotations loads what they name
    globals().update(annotated("openrouter_funcs.models.scim", "GetScimGroupMappingResponse", "ScimReadRequest"))

__all__ = ["ScimReadError", "scim_read", "scim_read_async"]

ScimReadError: TypeAlias = (
    errors.UnauthorizedResponseError
    | errors.ForbiddenResponseError
    | errors.NotFoundResponseError
    | errors.InternalServerResponseError
    | errors.CommonError
)
"""Every error that `scim_read` returns."""


@stated
def _operation() -> Operation[GetScimGroupMappingResponse, ScimReadError]:
    from openrouter_funcs.models import scim

    return Operation(
        name="scim_read",
        method="GET",
        path="/scim/group-mappings/{id}",
        request=scim.ScimReadRequest,
        success=(200, scim.GetScimGroupMappingResponse),
        errors={
            401: errors.UnauthorizedResponseError,
            403: errors.ForbiddenResponseError,
            404: errors.NotFoundResponseError,
            500: errors.InternalServerResponseError,
        },
    )


def scim_read(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ScimReadRequest]
) -> Result[GetScimGroupMappingResponse, ScimReadError]:
    """Get one mapping of a group to a workspace.

    Needs a management key.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `ScimReadRequest`. What is absent is not sent.

            - `id` (required): the mapping's id (a UUID).
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(GetScimGroupMappingResponse)`, whose `data` is the mapping; or `Err` of

        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key is not a management key;
        - `NotFoundResponseError` (404): there is no mapping of that id in this organization;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `GET /scim/group-mappings/{id}`, operation `getScimGroupMapping`.
    """
    return call(core, _operation(), request, options)


async def scim_read_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ScimReadRequest]
) -> Result[GetScimGroupMappingResponse, ScimReadError]:
    """Get one mapping of a group to a workspace. This is `scim_read` for `async` code."""
    return await call_async(core, _operation(), request, options)

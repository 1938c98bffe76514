# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`scim_get_sync_job`: GET /scim/sync-jobs/{id}.

Get how far a synchronization of groups is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.scim import GetScimSyncJobResponse, ScimGetSyncJobRequest
else:  # whoever evaluates annotations loads what they name
    globals().update(annotated("openrouter_funcs.models.scim", "GetScimSyncJobResponse", "ScimGetSyncJobRequest"))

__all__ = ["ScimGetSyncJobError", "scim_get_sync_job", "scim_get_sync_job_async"]

ScimGetSyncJobError: TypeAlias = (
    errors.UnauthorizedResponseError
    | errors.ForbiddenResponseError
    | errors.NotFoundResponseError
    | errors.InternalServerResponseError
    | errors.CommonError
)
"""Every error that `scim_get_sync_job` returns."""


@stated
def _operation() -> Operation[GetScimSyncJobResponse, ScimGetSyncJobError]:
    from openrouter_funcs.models import scim

    return Operation(
        name="scim_get_sync_job",
        method="GET",
        path="/scim/sync-jobs/{id}",
        request=scim.ScimGetSyncJobRequest,
        success=(200, scim.GetScimSyncJobResponse),
        errors={
            401: errors.UnauthorizedResponseError,
            403: errors.ForbiddenResponseError,
            404: errors.NotFoundResponseError,
            500: errors.InternalServerResponseError,
        },
    )


def scim_get_sync_job(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ScimGetSyncJobRequest]
) -> Result[GetScimSyncJobResponse, ScimGetSyncJobError]:
    """Get how far a synchronization of groups is.

    Needs a management key.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `ScimGetSyncJobRequest`. What is absent is not sent.

            - `id` (required): the job's id.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(GetScimSyncJobResponse)`, whose `data` is the job; or `Err` of

        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key is not a management key;
        - `NotFoundResponseError` (404): there is no job of that id in this organization;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `GET /scim/sync-jobs/{id}`, operation `getScimSyncJob`.
    """
    return call(core, _operation(), request, options)


async def scim_get_sync_job_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ScimGetSyncJobRequest]
) -> Result[GetScimSyncJobResponse, ScimGetSyncJobError]:
    """Get how far a synchronization of groups is. This is `scim_get_sync_job` for `async` code."""
    return await call_async(core, _operation(), request, options)

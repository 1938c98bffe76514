# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`scim_create_sync_job`: POST /scim/sync-jobs.

Start a synchronization with the groups of your identity provider.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.scim import CreateScimSyncJobResponse, ScimCreateSyncJobRequest
else:  # whoever evaluates annotations loads what they name
    globals().update(annotated("openrouter_funcs.models.scim", "CreateScimSyncJobResponse", "ScimCreateSyncJobRequest"))

__all__ = ["ScimCreateSyncJobError", "scim_create_sync_job", "scim_create_sync_job_async"]

ScimCreateSyncJobError: TypeAlias = (
    errors.UnauthorizedResponseError
    | errors.ForbiddenResponseError
    | errors.NotFoundResponseError
    | errors.InternalServerResponseError
    | errors.CommonError
)
"""Every error that `scim_create_sync_job` returns."""


@stated
def _operation() -> Operation[CreateScimSyncJobResponse, ScimCreateSyncJobError]:
    from openrouter_funcs.models import scim

    return Operation(
        name="scim_create_sync_job",
        method="POST",
        path="/scim/sync-jobs",
        request=scim.ScimCreateSyncJobRequest,
        success=(202, scim.CreateScimSyncJobResponse),
        errors={
            401: errors.UnauthorizedResponseError,
            403: errors.ForbiddenResponseError,
            404: errors.NotFoundResponseError,
            500: errors.InternalServerResponseError,
        },
        body=False,
    )


def scim_create_sync_job(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ScimCreateSyncJobRequest]
) -> Result[CreateScimSyncJobResponse, ScimCreateSyncJobError]:
    """Start a synchronization with the groups of your identity provider.

    It runs on the server: `scim_get_sync_job` tells when it is done.

    Needs a management key.

    It is never done twice by a retry: an attempt is repeated only when the server certainly did not apply it. Otherwise
    the error has `outcome="unknown"`: look at what is there before you call again.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `ScimCreateSyncJobRequest`. What is absent is not sent.

            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(CreateScimSyncJobResponse)`, whose `data.id` is that of the job; or `Err` of

        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key is not a management key;
        - `NotFoundResponseError` (404): there is no such thing in this account;
        - `InternalServerResponseError` (500): the server failed; it may have been done;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `POST /scim/sync-jobs`, operation `createScimSyncJob`.
    """
    return call(core, _operation(), request, options)


async def scim_create_sync_job_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ScimCreateSyncJobRequest]
) -> Result[CreateScimSyncJobResponse, ScimCreateSyncJobError]:
    """Start a synchronization with the groups of your identity provider.

    This is `scim_create_sync_job` for `async` code.
    """
    return await call_async(core, _operation(), request, options)

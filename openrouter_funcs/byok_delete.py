"""`byok_delete`: DELETE /byok/{id}.

Delete one provider credential of your own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.byok import DeleteBYOKKeyRequest, DeleteBYOKKeyResponse

__all__ = ["ByokDeleteError", "byok_delete", "byok_delete_async"]

ByokDeleteError: TypeAlias = (
    errors.UnauthorizedResponseError
    | errors.ForbiddenResponseError
    | errors.NotFoundResponseError
    | errors.InternalServerResponseError
    | errors.CommonError
)
"""Every error that `byok_delete` returns."""


@stated
def _operation() -> Operation[DeleteBYOKKeyResponse, ByokDeleteError]:
    from openrouter_funcs.models import byok

    return Operation(
        name="byok_delete",
        method="DELETE",
        path="/byok/{id}",
        request=byok.DeleteBYOKKeyRequest,
        success=(200, byok.DeleteBYOKKeyResponse),
        errors={
            401: errors.UnauthorizedResponseError,
            403: errors.ForbiddenResponseError,
            404: errors.NotFoundResponseError,
            500: errors.InternalServerResponseError,
        },
    )


def byok_delete(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[DeleteBYOKKeyRequest]
) -> Result[DeleteBYOKKeyResponse, ByokDeleteError]:
    """Delete one provider credential of your own, and wipe its key. Needs a management key.

    Deleting twice is harmless, and so an attempt of unknown outcome is tried again. A 404 to such a retry has
    `prior_outcome_unknown` set: the credential may be gone by this very call.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: `id`, the credential's id (a UUID; required), and `http_referer`, `app_title` and `app_categories`,
            which name your application to OpenRouter (the core's values when absent). See `DeleteBYOKKeyRequest`.

    Returns:
        `Ok(DeleteBYOKKeyResponse)`, whose `deleted` is `True`; or `Err` of

        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key is not a management key;
        - `NotFoundResponseError` (404): there is no credential of that id in this account;
        - `InternalServerResponseError` (500): the server failed, and did so again when asked again;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `DELETE /byok/{id}`, operation `deleteBYOKKey`.
    """
    return call(core, _operation(), request, options)


async def byok_delete_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[DeleteBYOKKeyRequest]
) -> Result[DeleteBYOKKeyResponse, ByokDeleteError]:
    """Delete one provider credential of your own: `byok_delete` for `async` code, the same in all else."""
    return await call_async(core, _operation(), request, options)

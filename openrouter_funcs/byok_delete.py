# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`byok_delete`: DELETE /byok/{id}.

Delete a provider credential of your own, and wipe its key.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.byok import ByokDeleteRequest, DeleteBYOKKeyResponse
else:  # whoever evaluates annotations loads what they name
    globals().update(annotated("openrouter_funcs.models.byok", "ByokDeleteRequest", "DeleteBYOKKeyResponse"))

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
        request=byok.ByokDeleteRequest,
        success=(200, byok.DeleteBYOKKeyResponse),
        errors={
            401: errors.UnauthorizedResponseError,
            403: errors.ForbiddenResponseError,
            404: errors.NotFoundResponseError,
            500: errors.InternalServerResponseError,
        },
    )


def byok_delete(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ByokDeleteRequest]
) -> Result[DeleteBYOKKeyResponse, ByokDeleteError]:
    """Delete a provider credential of your own, and wipe its key.

    After a repeated attempt, a 404 has `prior_outcome_unknown`: this very call may have deleted the credential.

    Needs a management key.

    Doing it twice is the same as doing it once, and so an attempt of unknown outcome is repeated.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `ByokDeleteRequest`. What is absent is not sent.

            - `id` (required): the credential's id (a UUID).
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(DeleteBYOKKeyResponse)`, whose `deleted` is `True`; or `Err` of

        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key is not a management key;
        - `NotFoundResponseError` (404): there is no credential of that id in this account;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `DELETE /byok/{id}`, operation `deleteBYOKKey`.
    """
    return call(core, _operation(), request, options)


async def byok_delete_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ByokDeleteRequest]
) -> Result[DeleteBYOKKeyResponse, ByokDeleteError]:
    """Delete a provider credential of your own, and wipe its key. This is `byok_delete` for `async` code."""
    return await call_async(core, _operation(), request, options)

"""`byok_update`: PATCH /byok/{id}.

Change one provider credential of your own, its key included.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.byok import UpdateBYOKKeyRequest, UpdateBYOKKeyResponse

__all__ = ["ByokUpdateError", "byok_update", "byok_update_async"]

ByokUpdateError: TypeAlias = (
    errors.BadRequestResponseError
    | errors.UnauthorizedResponseError
    | errors.ForbiddenResponseError
    | errors.NotFoundResponseError
    | errors.ConflictResponseError
    | errors.InternalServerResponseError
    | errors.CommonError
)
"""Every error that `byok_update` returns."""


@stated
def _operation() -> Operation[UpdateBYOKKeyResponse, ByokUpdateError]:
    from openrouter_funcs.models import byok

    return Operation(
        name="byok_update",
        method="PATCH",
        path="/byok/{id}",
        request=byok.UpdateBYOKKeyRequest,
        success=(200, byok.UpdateBYOKKeyResponse),
        errors={
            400: errors.BadRequestResponseError,
            401: errors.UnauthorizedResponseError,
            403: errors.ForbiddenResponseError,
            404: errors.NotFoundResponseError,
            409: errors.ConflictResponseError,
            500: errors.InternalServerResponseError,
        },
        secrets=("key",),
    )


def byok_update(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[UpdateBYOKKeyRequest]
) -> Result[UpdateBYOKKeyResponse, ByokUpdateError]:
    """Change one provider credential of your own, its key included. Needs a management key.

    What is absent is left as it is, `None` clears, and a value sets. Setting the same values twice is harmless, and so
    an attempt of unknown outcome is tried again.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: The credential's id and what to change; see `UpdateBYOKKeyRequest`. What is absent is not sent.

            - `id`: the credential's id (a UUID; required).
            - `key`: a new key of the provider, a string or a `Secret`; the old one is overwritten, the label follows.
            - `name`: a name for people, at most 255 characters; `None` for none.
            - `disabled`: whether it is out of use.
            - `is_fallback`: whether it is used only after the provider's others.
            - `is_required`: whether OpenRouter's own endpoints at this provider are closed to you for this credential's
              models.
            - `is_byok_only`: the same for every model, and not together with `is_fallback`.
            - `allowed_models`, `allowed_user_ids`: at most 100 each; `None` for any.
            - `allowed_api_key_hashes`: 1 to 100 hashes of your account's OpenRouter keys; `None` for any.
            - `declared_region`: where the provider account keeps its data (`"global"`, `"europe"`, `"us"`); `None` for
              not declared.
            - `declared_zdr`: whether the provider account retains no data; `None` for OpenRouter's policy.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(UpdateBYOKKeyResponse)`, whose `data` is the credential as it is now, without its key; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key is not a management key;
        - `NotFoundResponseError` (404): there is no credential of that id in this account;
        - `ConflictResponseError` (409): somebody else is changing it;
        - `InternalServerResponseError` (500): the server failed, and did so again when asked again;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `PATCH /byok/{id}`, operation `updateBYOKKey`.
    """
    return call(core, _operation(), request, options)


async def byok_update_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[UpdateBYOKKeyRequest]
) -> Result[UpdateBYOKKeyResponse, ByokUpdateError]:
    """Change one provider credential of your own: `byok_update` for `async` code, the same in all else."""
    return await call_async(core, _operation(), request, options)

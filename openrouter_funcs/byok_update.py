# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`byok_update`: PATCH /byok/{id}.

Change a provider credential of your own, its key included.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.byok import ByokUpdateRequest, UpdateBYOKKeyResponse
else:  # whoever evaluates annotations loads what they name
    globals().update(annotated("openrouter_funcs.models.byok", "ByokUpdateRequest", "UpdateBYOKKeyResponse"))

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
        request=byok.ByokUpdateRequest,
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
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ByokUpdateRequest]
) -> Result[UpdateBYOKKeyResponse, ByokUpdateError]:
    """Change a provider credential of your own, its key included.

    What is absent stays as it is, `None` clears, and a value sets.

    Needs a management key.

    Doing it twice is the same as doing it once, and so an attempt of unknown outcome is repeated.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `ByokUpdateRequest`. What is absent is not sent.

            - `id` (required): the credential's id (a UUID).
            - `allowed_api_key_hashes`: the hashes of the OpenRouter API keys that may use the credential, 1 to 100 keys
              of your account; `None` for any key.
            - `allowed_models`: the slugs of the models that the credential may be used for, at most 100; `None` for any
              model.
            - `allowed_user_ids`: the ids of the users that may use the credential, at most 100; `None` for any user.
            - `disabled`: whether the credential is disabled.
            - `is_fallback`: whether the credential is used only after the provider's others have been tried.
            - `key`: a new key of the provider, which overwrites the old one; the label changes with it.
            - `name`: a name for people, at most 255 characters; `None` for none.
            - `declared_region`: where the provider account keeps its data, as you declare it; `None` for not declared.
            - `declared_zdr`: whether the provider account retains no data, as you declare it; `None` to follow
              OpenRouter's data policy for the provider.
            - `is_byok_only`: whether OpenRouter's own endpoints at this provider are closed to you for every model; not
              together with `is_fallback`.
            - `is_required`: whether OpenRouter's own endpoints at this provider are closed to you for the models of
              this credential.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(UpdateBYOKKeyResponse)`, whose `data` is the credential as it is now, without its key; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key is not a management key;
        - `NotFoundResponseError` (404): there is no credential of that id in this account;
        - `ConflictResponseError` (409): another request is changing it;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `PATCH /byok/{id}`, operation `updateBYOKKey`.
    """
    return call(core, _operation(), request, options)


async def byok_update_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ByokUpdateRequest]
) -> Result[UpdateBYOKKeyResponse, ByokUpdateError]:
    """Change a provider credential of your own, its key included. This is `byok_update` for `async` code."""
    return await call_async(core, _operation(), request, options)

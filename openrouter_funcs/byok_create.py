# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`byok_create`: POST /byok.

Create a provider credential of your own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.byok import ByokCreateRequest, CreateBYOKKeyResponse
else:  # whoever evaluates annotations loads what they name
    globals().update(annotated("openrouter_funcs.models.byok", "ByokCreateRequest", "CreateBYOKKeyResponse"))

__all__ = ["ByokCreateError", "byok_create", "byok_create_async"]

ByokCreateError: TypeAlias = (
    errors.BadRequestResponseError
    | errors.UnauthorizedResponseError
    | errors.ForbiddenResponseError
    | errors.InternalServerResponseError
    | errors.CommonError
)
"""Every error that `byok_create` returns."""


@stated
def _operation() -> Operation[CreateBYOKKeyResponse, ByokCreateError]:
    from openrouter_funcs.models import byok

    return Operation(
        name="byok_create",
        method="POST",
        path="/byok",
        request=byok.ByokCreateRequest,
        success=(201, byok.CreateBYOKKeyResponse),
        errors={
            400: errors.BadRequestResponseError,
            401: errors.UnauthorizedResponseError,
            403: errors.ForbiddenResponseError,
            500: errors.InternalServerResponseError,
        },
        secrets=("key",),
    )


def byok_create(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ByokCreateRequest]
) -> Result[CreateBYOKKeyResponse, ByokCreateError]:
    """Create a provider credential of your own.

    OpenRouter encrypts the key and never returns it. The result has only a mask of it, `label`.

    Needs a management key.

    It is never done twice by a retry: an attempt is repeated only when the server certainly did not apply it. Otherwise
    the error has `outcome="unknown"`: look at what is there before you call again.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `ByokCreateRequest`. What is absent is not sent.

            - `key` (required): the provider's key. OpenRouter encrypts it and never returns it; this package never
              shows it.
            - `provider` (required): the provider that the key is for.
            - `allowed_api_key_hashes`: the hashes of the OpenRouter API keys that may use the credential, 1 to 100 keys
              of your account; `None` or absent for any key.
            - `allowed_models`: the slugs of the models that the credential may be used for, at most 100; `None` or
              absent for any model.
            - `allowed_user_ids`: the ids of the users that may use the credential, at most 100; `None` or absent for
              any user.
            - `disabled`: whether the credential is created disabled; absent for no.
            - `is_fallback`: whether the credential is used only after the provider's others have been tried; absent for
              no.
            - `name`: a name for people, at most 255 characters; `None` or absent for none.
            - `workspace_id`: the workspace (a UUID) that may use the credential; absent for the account's default
              workspace. If that has been deleted, the server answers 400 and wants the id.
            - `declared_region`: where the provider account keeps its data, as you declare it; `None` or absent for not
              declared.
            - `declared_zdr`: whether the provider account retains no data, as you declare it; `None` or absent to
              follow OpenRouter's data policy for the provider.
            - `is_byok_only`: whether OpenRouter's own endpoints at this provider are closed to you for every model; not
              together with `is_fallback`; absent for no.
            - `is_required`: whether OpenRouter's own endpoints at this provider are closed to you for the models of
              this credential; absent for no.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(CreateBYOKKeyResponse)`, whose `data` is the new credential without its key; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it; or the default workspace has been
          deleted, and the server wants a `workspace_id`;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key is not a management key;
        - `InternalServerResponseError` (500): the server failed; the credential may have been created;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `POST /byok`, operation `createBYOKKey`.
    """
    return call(core, _operation(), request, options)


async def byok_create_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ByokCreateRequest]
) -> Result[CreateBYOKKeyResponse, ByokCreateError]:
    """Create a provider credential of your own. This is `byok_create` for `async` code."""
    return await call_async(core, _operation(), request, options)

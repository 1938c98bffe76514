"""`byok_create`: POST /byok.

Create a provider credential of your own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.byok import CreateBYOKKeyRequest, CreateBYOKKeyResponse

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
        request=byok.CreateBYOKKeyRequest,
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
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[CreateBYOKKeyRequest]
) -> Result[CreateBYOKKeyResponse, ByokCreateError]:
    """Create a provider credential of your own. Needs a management key.

    It is never created twice by a retry: an attempt is tried again only when the server certainly did not apply it.
    Otherwise the error says so with `outcome="unknown"`, and it is for you to look (`byok_list`) before trying again.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: The credential; see `CreateBYOKKeyRequest`. What is absent is not sent.

            - `key`: the provider's key (required), a `str` or `Secret`. OpenRouter never returns it.
            - `provider`: the provider's slug, such as `"openai"` (required).
            - `name`: a name for people, at most 255 characters; `None` or absent for none.
            - `workspace_id`: the workspace (a UUID) that may use it; absent for the account's default workspace.
            - `disabled`: whether it is created out of use; absent for no.
            - `is_fallback`: whether it is used only after the provider's others; absent for no.
            - `is_required`: whether OpenRouter's own endpoints at this provider are closed to you for this credential's
              models; absent for no.
            - `is_byok_only`: the same for every model, and not together with `is_fallback`; absent for no.
            - `allowed_models`, `allowed_user_ids`: at most 100 each; `None` or absent for any.
            - `allowed_api_key_hashes`: 1 to 100 hashes of your account's OpenRouter keys; `None` or absent for any.
            - `declared_region`: where the provider account keeps its data (`"global"`, `"europe"`, `"us"`); `None` or
              absent for not declared.
            - `declared_zdr`: whether the provider account retains no data; `None` or absent for OpenRouter's policy.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(CreateBYOKKeyResponse)`, whose `data` is the new credential without its key; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it; or the default workspace is gone;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key is not a management key;
        - `InternalServerResponseError` (500): the server failed; the credential may exist all the same;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `POST /byok`, operation `createBYOKKey`.
    """
    return call(core, _operation(), request, options)


async def byok_create_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[CreateBYOKKeyRequest]
) -> Result[CreateBYOKKeyResponse, ByokCreateError]:
    """Create a provider credential of your own: `byok_create` for `async` code, the same in all else."""
    return await call_async(core, _operation(), request, options)

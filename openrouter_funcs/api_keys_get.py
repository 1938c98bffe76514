# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`api_keys_get`: GET /keys/{hash}.

Get one API key, without its text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.api_keys import ApiKeysGetRequest, GetAPIKeyResponse
else:  # whoever evaluates annotations loads what they name
    globals().update(annotated("openrouter_funcs.models.api_keys", "ApiKeysGetRequest", "GetAPIKeyResponse"))

__all__ = ["ApiKeysGetError", "api_keys_get", "api_keys_get_async"]

ApiKeysGetError: TypeAlias = (
    errors.UnauthorizedResponseError
    | errors.NotFoundResponseError
    | errors.TooManyRequestsResponseError
    | errors.InternalServerResponseError
    | errors.CommonError
)
"""Every error that `api_keys_get` returns."""


@stated
def _operation() -> Operation[GetAPIKeyResponse, ApiKeysGetError]:
    from openrouter_funcs.models import api_keys

    return Operation(
        name="api_keys_get",
        method="GET",
        path="/keys/{hash}",
        request=api_keys.ApiKeysGetRequest,
        success=(200, api_keys.GetAPIKeyResponse),
        errors={
            401: errors.UnauthorizedResponseError,
            404: errors.NotFoundResponseError,
            429: errors.TooManyRequestsResponseError,
            500: errors.InternalServerResponseError,
        },
    )


def api_keys_get(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ApiKeysGetRequest]
) -> Result[GetAPIKeyResponse, ApiKeysGetError]:
    """Get one API key, without its text.

    Needs a management key.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `ApiKeysGetRequest`. What is absent is not sent.

            - `hash` (required): the key's hash, as the other functions tell it.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(GetAPIKeyResponse)`, whose `data` is the key, with what it has spent; or `Err` of

        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `NotFoundResponseError` (404): there is no key with this hash in this account;
        - `TooManyRequestsResponseError` (429): too many requests; `retry_after` may say how long to wait;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `GET /keys/{hash}`, operation `getKey`.
    """
    return call(core, _operation(), request, options)


async def api_keys_get_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ApiKeysGetRequest]
) -> Result[GetAPIKeyResponse, ApiKeysGetError]:
    """Get one API key, without its text. This is `api_keys_get` for `async` code."""
    return await call_async(core, _operation(), request, options)

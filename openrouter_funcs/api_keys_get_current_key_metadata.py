# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`api_keys_get_current_key_metadata`: GET /key.

Get the limits and the spending of the core's key.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.api_keys import ApiKeysGetCurrentKeyMetadataRequest, GetCurrentAPIKeyResponse
else:  # whoever evaluates annotations loads what they name
    globals().update(
        annotated("openrouter_funcs.models.api_keys", "ApiKeysGetCurrentKeyMetadataRequest", "GetCurrentAPIKeyResponse")
    )

__all__ = [
    "ApiKeysGetCurrentKeyMetadataError",
    "api_keys_get_current_key_metadata",
    "api_keys_get_current_key_metadata_async",
]

ApiKeysGetCurrentKeyMetadataError: TypeAlias = (
    errors.UnauthorizedResponseError | errors.InternalServerResponseError | errors.CommonError
)
"""Every error that `api_keys_get_current_key_metadata` returns."""


@stated
def _operation() -> Operation[GetCurrentAPIKeyResponse, ApiKeysGetCurrentKeyMetadataError]:
    from openrouter_funcs.models import api_keys

    return Operation(
        name="api_keys_get_current_key_metadata",
        method="GET",
        path="/key",
        request=api_keys.ApiKeysGetCurrentKeyMetadataRequest,
        success=(200, api_keys.GetCurrentAPIKeyResponse),
        errors={
            401: errors.UnauthorizedResponseError,
            500: errors.InternalServerResponseError,
        },
    )


def api_keys_get_current_key_metadata(
    core: OpenRouterCore,
    *,
    options: RequestOptions | None = None,
    **request: Unpack[ApiKeysGetCurrentKeyMetadataRequest],
) -> Result[GetCurrentAPIKeyResponse, ApiKeysGetCurrentKeyMetadataError]:
    """Get the limits and the spending of the core's key.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `ApiKeysGetCurrentKeyMetadataRequest`. What is absent is not sent.

            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(GetCurrentAPIKeyResponse)`, whose `data` has limits, spending and budgets; or `Err` of

        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `GET /key`, operation `getCurrentKey`.
    """
    return call(core, _operation(), request, options)


async def api_keys_get_current_key_metadata_async(
    core: OpenRouterCore,
    *,
    options: RequestOptions | None = None,
    **request: Unpack[ApiKeysGetCurrentKeyMetadataRequest],
) -> Result[GetCurrentAPIKeyResponse, ApiKeysGetCurrentKeyMetadataError]:
    """Get the limits and the spending of the core's key.

    This is `api_keys_get_current_key_metadata` for `async` code.
    """
    return await call_async(core, _operation(), request, options)

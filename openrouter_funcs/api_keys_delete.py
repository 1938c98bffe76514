# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`api_keys_delete`: DELETE /keys/{hash}.

Delete an API key.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.api_keys import ApiKeysDeleteRequest, DeleteAPIKeyResponse
else:  # whoever evaluates annotations loads what they name
    globals().update(annotated("openrouter_funcs.models.api_keys", "ApiKeysDeleteRequest", "DeleteAPIKeyResponse"))

__all__ = ["ApiKeysDeleteError", "api_keys_delete", "api_keys_delete_async"]

ApiKeysDeleteError: TypeAlias = (
    errors.UnauthorizedResponseError
    | errors.NotFoundResponseError
    | errors.TooManyRequestsResponseError
    | errors.InternalServerResponseError
    | errors.CommonError
)
"""Every error that `api_keys_delete` returns."""


@stated
def _operation() -> Operation[DeleteAPIKeyResponse, ApiKeysDeleteError]:
    from openrouter_funcs.models import api_keys

    return Operation(
        name="api_keys_delete",
        method="DELETE",
        path="/keys/{hash}",
        request=api_keys.ApiKeysDeleteRequest,
        success=(200, api_keys.DeleteAPIKeyResponse),
        errors={
            401: errors.UnauthorizedResponseError,
            404: errors.NotFoundResponseError,
            429: errors.TooManyRequestsResponseError,
            500: errors.InternalServerResponseError,
        },
    )


def api_keys_delete(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ApiKeysDeleteRequest]
) -> Result[DeleteAPIKeyResponse, ApiKeysDeleteError]:
    """Delete an API key.

    Needs a management key.

    Doing it twice is the same as doing it once, and so an attempt of unknown outcome is repeated.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `ApiKeysDeleteRequest`. What is absent is not sent.

            - `hash` (required): the key's hash, as the other functions tell it.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(DeleteAPIKeyResponse)`, whose `deleted` is `True`; or `Err` of

        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `NotFoundResponseError` (404): there is no key with this hash in this account;
        - `TooManyRequestsResponseError` (429): too many requests; `retry_after` may say how long to wait;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `DELETE /keys/{hash}`, operation `deleteKeys`.
    """
    return call(core, _operation(), request, options)


async def api_keys_delete_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ApiKeysDeleteRequest]
) -> Result[DeleteAPIKeyResponse, ApiKeysDeleteError]:
    """Delete an API key. This is `api_keys_delete` for `async` code."""
    return await call_async(core, _operation(), request, options)

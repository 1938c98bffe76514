# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`api_keys_update`: PATCH /keys/{hash}.

Change an API key.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.api_keys import ApiKeysUpdateRequest, UpdateAPIKeyResponse
else:  # whoever evaluates annotations loads what they name
    globals().update(annotated("openrouter_funcs.models.api_keys", "ApiKeysUpdateRequest", "UpdateAPIKeyResponse"))

__all__ = ["ApiKeysUpdateError", "api_keys_update", "api_keys_update_async"]

ApiKeysUpdateError: TypeAlias = (
    errors.BadRequestResponseError
    | errors.UnauthorizedResponseError
    | errors.ForbiddenResponseError
    | errors.NotFoundResponseError
    | errors.ConflictResponseError
    | errors.TooManyRequestsResponseError
    | errors.InternalServerResponseError
    | errors.CommonError
)
"""Every error that `api_keys_update` returns."""


@stated
def _operation() -> Operation[UpdateAPIKeyResponse, ApiKeysUpdateError]:
    from openrouter_funcs.models import api_keys

    return Operation(
        name="api_keys_update",
        method="PATCH",
        path="/keys/{hash}",
        request=api_keys.ApiKeysUpdateRequest,
        success=(200, api_keys.UpdateAPIKeyResponse),
        errors={
            400: errors.BadRequestResponseError,
            401: errors.UnauthorizedResponseError,
            403: errors.ForbiddenResponseError,
            404: errors.NotFoundResponseError,
            409: errors.ConflictResponseError,
            429: errors.TooManyRequestsResponseError,
            500: errors.InternalServerResponseError,
        },
    )


def api_keys_update(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ApiKeysUpdateRequest]
) -> Result[UpdateAPIKeyResponse, ApiKeysUpdateError]:
    """Change an API key.

    What is absent is left as it is. A call that names no field to change is a 400.

    Needs a management key.

    Doing it twice is the same as doing it once, and so an attempt of unknown outcome is repeated.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `ApiKeysUpdateRequest`. What is absent is not sent.

            - `hash` (required): the key's hash, as the other functions tell it.
            - `disabled`: whether it is to be disabled.
            - `include_byok_in_limit`: whether spending on provider keys of your own counts towards the limit.
            - `limit`: how much it may spend, in US dollars; `None` for no limit of its own.
            - `limit_reset`: how often the spending is reset to 0: `"daily"`, `"weekly"` (on Mondays), `"monthly"`, each
              at midnight in UTC; `None` for never.
            - `name`: its name for people.
            - `workspace_id`: the workspace (a UUID) that the key moves to. Its guardrails move with it; the old
              workspace's presets, provider keys, destinations and routing rules do not.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(UpdateAPIKeyResponse)`, whose `data` is the key as it is now; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key is not a management key;
        - `NotFoundResponseError` (404): there is no key with this hash in this account;
        - `ConflictResponseError` (409): it contradicts what is there, or another request is changing it;
        - `TooManyRequestsResponseError` (429): too many requests; `retry_after` may say how long to wait;
        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `PATCH /keys/{hash}`, operation `updateKeys`.
    """
    return call(core, _operation(), request, options)


async def api_keys_update_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ApiKeysUpdateRequest]
) -> Result[UpdateAPIKeyResponse, ApiKeysUpdateError]:
    """Change an API key. This is `api_keys_update` for `async` code."""
    return await call_async(core, _operation(), request, options)

# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`api_keys_create`: POST /keys.

Create an API key.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.api_keys import ApiKeysCreateRequest, CreateAPIKeyResponse
else:  # whoever evaluates annotations loads what they name
    globals().update(annotated("openrouter_funcs.models.api_keys", "ApiKeysCreateRequest", "CreateAPIKeyResponse"))

__all__ = ["ApiKeysCreateError", "api_keys_create", "api_keys_create_async"]

ApiKeysCreateError: TypeAlias = (
    errors.BadRequestResponseError
    | errors.UnauthorizedResponseError
    | errors.ForbiddenResponseError
    | errors.TooManyRequestsResponseError
    | errors.InternalServerResponseError
    | errors.CommonError
)
"""Every error that `api_keys_create` returns."""


@stated
def _operation() -> Operation[CreateAPIKeyResponse, ApiKeysCreateError]:
    from openrouter_funcs.models import api_keys

    return Operation(
        name="api_keys_create",
        method="POST",
        path="/keys",
        request=api_keys.ApiKeysCreateRequest,
        success=(201, api_keys.CreateAPIKeyResponse),
        errors={
            400: errors.BadRequestResponseError,
            401: errors.UnauthorizedResponseError,
            403: errors.ForbiddenResponseError,
            429: errors.TooManyRequestsResponseError,
            500: errors.InternalServerResponseError,
        },
    )


def api_keys_create(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ApiKeysCreateRequest]
) -> Result[CreateAPIKeyResponse, ApiKeysCreateError]:
    """Create an API key.

    The server tells the text of the key once, in this response, and never again: keep `key.reveal()` before you do
    anything else. `key` is a `Secret`, so that printing, logging or pickling the response does not show it.

    Needs a management key.

    It is never done twice by a retry: an attempt is repeated only when the server certainly did not apply it. Otherwise
    the error has `outcome="unknown"`: look at what is there before you call again.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `ApiKeysCreateRequest`. What is absent is not sent.

            - `name` (required): its name for people.
            - `creator_user_id`: the user id of the member who counts as its creator; it matters only for keys of an
              organization.
            - `expires_at`: when it stops working, in ISO 8601 in UTC and with seconds, such as
              `"2027-12-31T23:59:59Z"`; `None` or absent for never.
            - `include_byok_in_limit`: whether spending on provider keys of your own counts towards the limit.
            - `limit`: how much it may spend, in US dollars; `None` or absent for no limit of its own.
            - `limit_reset`: how often the spending is reset to 0: `"daily"`, `"weekly"` (on Mondays), `"monthly"`, each
              at midnight in UTC; `None` or absent for never.
            - `workspace_id`: the workspace (a UUID) that it belongs to; absent for the account's default one.
            - `external`: the end user of your application that the key belongs to; absent for none.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(CreateAPIKeyResponse)`, whose `key` is the key itself, a `Secret`, and whose `data` is what OpenRouter says
        about it; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key is not a management key;
        - `TooManyRequestsResponseError` (429): too many requests; `retry_after` may say how long to wait;
        - `InternalServerResponseError` (500): the server failed; the key may have been created, and nobody knows its
          text;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `POST /keys`, operation `createKeys`.
    """
    return call(core, _operation(), request, options)


async def api_keys_create_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ApiKeysCreateRequest]
) -> Result[CreateAPIKeyResponse, ApiKeysCreateError]:
    """Create an API key. This is `api_keys_create` for `async` code."""
    return await call_async(core, _operation(), request, options)

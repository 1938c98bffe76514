# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`oauth_create_auth_code`: POST /auth/keys/code.

Create a code that is exchanged for an API key (PKCE).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.oauth import CreateAuthKeysCodeResponse, OauthCreateAuthCodeRequest
else:  # whoever evaluates annotations loads what they name
    globals().update(
        annotated("openrouter_funcs.models.oauth", "CreateAuthKeysCodeResponse", "OauthCreateAuthCodeRequest")
    )

__all__ = ["OauthCreateAuthCodeError", "oauth_create_auth_code", "oauth_create_auth_code_async"]

OauthCreateAuthCodeError: TypeAlias = (
    errors.BadRequestResponseError
    | errors.UnauthorizedResponseError
    | errors.ForbiddenResponseError
    | errors.ConflictResponseError
    | errors.InternalServerResponseError
    | errors.CommonError
)
"""Every error that `oauth_create_auth_code` returns."""


@stated
def _operation() -> Operation[CreateAuthKeysCodeResponse, OauthCreateAuthCodeError]:
    from openrouter_funcs.models import oauth

    return Operation(
        name="oauth_create_auth_code",
        method="POST",
        path="/auth/keys/code",
        request=oauth.OauthCreateAuthCodeRequest,
        success=(200, oauth.CreateAuthKeysCodeResponse),
        errors={
            400: errors.BadRequestResponseError,
            401: errors.UnauthorizedResponseError,
            403: errors.ForbiddenResponseError,
            409: errors.ConflictResponseError,
            500: errors.InternalServerResponseError,
        },
    )


def oauth_create_auth_code(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[OauthCreateAuthCodeRequest]
) -> Result[CreateAuthKeysCodeResponse, OauthCreateAuthCodeError]:
    """Create a code that is exchanged for an API key (PKCE).

    It does what a user does on the page of `oauth_create_authorization_url`, for the account of the core's key.

    It is never done twice by a retry: an attempt is repeated only when the server certainly did not apply it. Otherwise
    the error has `outcome="unknown"`: look at what is there before you call again.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `OauthCreateAuthCodeRequest`. What is absent is not sent.

            - `callback_url` (required): where the user returns to: an https URL, or one of localhost or 127.0.0.1 with
              any port.
            - `code_challenge`: the challenge of a code verifier (PKCE, RFC 7636), as
              `oauth_create_sha256_code_challenge` makes it; without it, whoever has the code can exchange it.
            - `code_challenge_method`: how the challenge was made: `"S256"`, or `"plain"` when it is the verifier
              itself.
            - `expires_at`: when the key expires, in ISO 8601 in UTC, with seconds; absent or `None` for never.
            - `key_label`: a label for the key, at most 100 characters; absent for the application's name.
            - `limit`: how many credits the key may spend; absent for no limit of its own.
            - `spawn_agent`: which agent asks, for OpenRouter's statistics.
            - `spawn_cloud`: which cloud the agent runs on, for OpenRouter's statistics.
            - `usage_limit_type`: how often the limit is reset; absent for never.
            - `workspace_id`: the workspace (a UUID) that the key belongs to.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(CreateAuthKeysCodeResponse)`, whose `data.id` is the code, for `oauth_exchange_auth_code_for_api_key`; or
        `Err` of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key may not do this;
        - `ConflictResponseError` (409): it contradicts what is there, or another request is changing it;
        - `InternalServerResponseError` (500): the server failed; it may have been done;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `POST /auth/keys/code`, operation `createAuthKeysCode`.
    """
    return call(core, _operation(), request, options)


async def oauth_create_auth_code_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[OauthCreateAuthCodeRequest]
) -> Result[CreateAuthKeysCodeResponse, OauthCreateAuthCodeError]:
    """Create a code that is exchanged for an API key (PKCE). This is `oauth_create_auth_code` for `async` code."""
    return await call_async(core, _operation(), request, options)

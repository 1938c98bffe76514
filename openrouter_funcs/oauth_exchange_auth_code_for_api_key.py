# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`oauth_exchange_auth_code_for_api_key`: POST /auth/keys.

Exchange the code that a user brings for an API key.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.oauth import ExchangeAuthCodeForAPIKeyResponse, OauthExchangeAuthCodeForApiKeyRequest
else:  # whoever evaluates annotations loads what they name
    globals().update(
        annotated(
            "openrouter_funcs.models.oauth",
            "ExchangeAuthCodeForAPIKeyResponse",
            "OauthExchangeAuthCodeForApiKeyRequest",
        )
    )

__all__ = [
    "OauthExchangeAuthCodeForApiKeyError",
    "oauth_exchange_auth_code_for_api_key",
    "oauth_exchange_auth_code_for_api_key_async",
]

OauthExchangeAuthCodeForApiKeyError: TypeAlias = (
    errors.BadRequestResponseError
    | errors.ForbiddenResponseError
    | errors.InternalServerResponseError
    | errors.CommonError
)
"""Every error that `oauth_exchange_auth_code_for_api_key` returns."""


@stated
def _operation() -> Operation[ExchangeAuthCodeForAPIKeyResponse, OauthExchangeAuthCodeForApiKeyError]:
    from openrouter_funcs.models import oauth

    return Operation(
        name="oauth_exchange_auth_code_for_api_key",
        method="POST",
        path="/auth/keys",
        request=oauth.OauthExchangeAuthCodeForApiKeyRequest,
        success=(200, oauth.ExchangeAuthCodeForAPIKeyResponse),
        errors={
            400: errors.BadRequestResponseError,
            403: errors.ForbiddenResponseError,
            500: errors.InternalServerResponseError,
        },
        secrets=("code", "code_verifier"),
    )


def oauth_exchange_auth_code_for_api_key(
    core: OpenRouterCore,
    *,
    options: RequestOptions | None = None,
    **request: Unpack[OauthExchangeAuthCodeForApiKeyRequest],
) -> Result[ExchangeAuthCodeForAPIKeyResponse, OauthExchangeAuthCodeForApiKeyError]:
    """Exchange the code that a user brings for an API key.

    Needs no key.

    It is never done twice by a retry: an attempt is repeated only when the server certainly did not apply it. Otherwise
    the error has `outcome="unknown"`: look at what is there before you call again.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `OauthExchangeAuthCodeForApiKeyRequest`. What is absent is not sent.

            - `code` (required): the `code` in the query of the callback URL.
            - `code_challenge_method`: how the challenge was made, the same as when the code was asked for; absent or
              `None` without a challenge.
            - `code_verifier`: the verifier of which the challenge was made; absent without a challenge.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(ExchangeAuthCodeForAPIKeyResponse)`, whose `key` spends the user's credits; store it safely; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, such as a `code_challenge_method` that is not the one that
          the code was asked for with;
        - `ForbiddenResponseError` (403): the code or the verifier is wrong;
        - `InternalServerResponseError` (500): the server failed; it may have been done;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `POST /auth/keys`, operation `exchangeAuthCodeForAPIKey`.
    """
    return call(core, _operation(), request, options)


async def oauth_exchange_auth_code_for_api_key_async(
    core: OpenRouterCore,
    *,
    options: RequestOptions | None = None,
    **request: Unpack[OauthExchangeAuthCodeForApiKeyRequest],
) -> Result[ExchangeAuthCodeForAPIKeyResponse, OauthExchangeAuthCodeForApiKeyError]:
    """Exchange the code that a user brings for an API key.

    This is `oauth_exchange_auth_code_for_api_key` for `async` code.
    """
    return await call_async(core, _operation(), request, options)

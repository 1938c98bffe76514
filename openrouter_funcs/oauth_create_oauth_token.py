# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`oauth_create_oauth_token`: POST /oauth/token.

Exchange an identity token for a short-lived access token.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.oauth import OauthCreateOauthTokenRequest, TokenExchangeResponse
else:  # whoever evaluates annotations loads what they name
    globals().update(
        annotated("openrouter_funcs.models.oauth", "OauthCreateOauthTokenRequest", "TokenExchangeResponse")
    )

__all__ = ["OauthCreateOauthTokenError", "oauth_create_oauth_token", "oauth_create_oauth_token_async"]

OauthCreateOauthTokenError: TypeAlias = (
    errors.BadRequestResponseError
    | errors.TooManyRequestsResponseError
    | errors.InternalServerResponseError
    | errors.ServiceUnavailableResponseError
    | errors.CommonError
)
"""Every error that `oauth_create_oauth_token` returns."""


@stated
def _operation() -> Operation[TokenExchangeResponse, OauthCreateOauthTokenError]:
    from openrouter_funcs.models import oauth

    return Operation(
        name="oauth_create_oauth_token",
        method="POST",
        path="/oauth/token",
        request=oauth.OauthCreateOauthTokenRequest,
        success=(200, oauth.TokenExchangeResponse),
        errors={
            400: errors.BadRequestResponseError,
            429: errors.TooManyRequestsResponseError,
            500: errors.InternalServerResponseError,
            503: errors.ServiceUnavailableResponseError,
        },
        secrets=("subject_token",),
        form=True,
    )


def oauth_create_oauth_token(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[OauthCreateOauthTokenRequest]
) -> Result[TokenExchangeResponse, OauthCreateOauthTokenError]:
    """Exchange an identity token for a short-lived access token.

    A workload proves who it is with a JWT of an issuer that your organization trusts (RFC 8693). The token that it gets
    acts as the API key that the federation policy names. `grant_type` and both token types have one value each.

    Needs no key.

    It is never done twice by a retry: an attempt is repeated only when the server certainly did not apply it. Otherwise
    the error has `outcome="unknown"`: look at what is there before you call again.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `OauthCreateOauthTokenRequest`. What is absent is not sent.

            - `federation_policy_id` (required): the id of the federation policy that decides, from Workload identity in
              OpenRouter's settings; it belongs to one organization.
            - `grant_type` (required).
            - `subject_token` (required): the JWT of your identity provider.
            - `subject_token_type` (required).
            - `requested_token_type`.
            - `scope`: what the token may do: `"management"` where the policy names a management key, else
              `"inference"`; absent for the one that fits.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(TokenExchangeResponse)`, whose `access_token` serves as an API key until it expires; or `Err` of

        - `BadRequestResponseError` (400): the exchange was refused; the error has the form of RFC 6749, 5.2;
        - `TooManyRequestsResponseError` (429): too many requests; `retry_after` may say how long to wait;
        - `InternalServerResponseError` (500): the server failed; it may have been done;
        - `ServiceUnavailableResponseError` (503): the server cannot answer now; it may have been done;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `POST /oauth/token`, operation `createOauthToken`.
    """
    return call(core, _operation(), request, options)


async def oauth_create_oauth_token_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[OauthCreateOauthTokenRequest]
) -> Result[TokenExchangeResponse, OauthCreateOauthTokenError]:
    """Exchange an identity token for a short-lived access token.

    This is `oauth_create_oauth_token` for `async` code.
    """
    return await call_async(core, _operation(), request, options)

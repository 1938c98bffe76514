# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`oauth_list_oauth_jwks`: GET /oauth/jwks.

List the public keys that verify OpenRouter's access tokens.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.oauth import OAuthJwks, OauthListOauthJwksRequest
else:  # whoever evaluates annotations loads what they name
    globals().update(annotated("openrouter_funcs.models.oauth", "OAuthJwks", "OauthListOauthJwksRequest"))

__all__ = ["OauthListOauthJwksError", "oauth_list_oauth_jwks", "oauth_list_oauth_jwks_async"]

OauthListOauthJwksError: TypeAlias = errors.InternalServerResponseError | errors.CommonError
"""Every error that `oauth_list_oauth_jwks` returns."""


@stated
def _operation() -> Operation[OAuthJwks, OauthListOauthJwksError]:
    from openrouter_funcs.models import oauth

    return Operation(
        name="oauth_list_oauth_jwks",
        method="GET",
        path="/oauth/jwks",
        request=oauth.OauthListOauthJwksRequest,
        success=(200, oauth.OAuthJwks),
        errors={
            500: errors.InternalServerResponseError,
        },
    )


def oauth_list_oauth_jwks(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[OauthListOauthJwksRequest]
) -> Result[OAuthJwks, OauthListOauthJwksError]:
    """List the public keys that verify OpenRouter's access tokens.

    Needs no key.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `OauthListOauthJwksRequest`. What is absent is not sent.

            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(OAuthJwks)`, whose `keys` verify the tokens of `oauth_create_oauth_token`; or `Err` of

        - `InternalServerResponseError` (500): the server failed, and failed again when the request was repeated;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `GET /oauth/jwks`, operation `listOauthJwks`.
    """
    return call(core, _operation(), request, options)


async def oauth_list_oauth_jwks_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[OauthListOauthJwksRequest]
) -> Result[OAuthJwks, OauthListOauthJwksError]:
    """List the public keys that verify OpenRouter's access tokens. This is `oauth_list_oauth_jwks` for `async` code."""
    return await call_async(core, _operation(), request, options)

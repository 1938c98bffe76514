"""`oauth_create_authorization_url`: the page on which a user lets an application have a key. Nothing is sent."""

from __future__ import annotations

from typing import Literal

from openrouter_core.core import OpenRouterCore, session_of
from openrouter_core.errors import SDKValidationError
from openrouter_core.result import Err, Ok, Result

__all__ = ["oauth_create_authorization_url"]


def oauth_create_authorization_url(
    core: OpenRouterCore,
    *,
    callback_url: str,
    code_challenge: str | None = None,
    code_challenge_method: Literal["S256", "plain"] = "S256",
    limit: float | None = None,
) -> Result[str, SDKValidationError]:
    """Return the URL to which you send a user who is to give your application a key of theirs.

    OpenRouter sends the user back to `callback_url` with a `code` in its query. Exchange it for the key with
    `oauth_exchange_auth_code_for_api_key`.

    Args:
        core: Whose server it is; its key is not needed.
        callback_url: Where the user comes back to, with scheme and host.
        code_challenge: What `oauth_create_sha256_code_challenge` made, so that nobody else can use the code (PKCE, RFC
            7636). Without it, whoever sees the code can.
        code_challenge_method: How the challenge was made. Default: `"S256"`; it goes only with a challenge.
        limit: How many credits the key may spend. Default: as the user decides.

    Returns:
        `Ok` with the URL, or `Err(SDKValidationError)`: an argument, or a value of the core, is wrong.

    Source: the page `/auth` of the server; RFC 7636, 4.3.
    """
    try:
        return Ok(_url(core, callback_url, code_challenge, code_challenge_method, limit))
    except SDKValidationError as error:
        return Err(error.without_traceback())


def _url(core: OpenRouterCore, callback_url: str, challenge: str | None, method: str, limit: float | None) -> str:
    from urllib.parse import urlsplit

    from openrouter_core.http.urls import origin, query_string
    from openrouter_core.types.description import checked

    checked(str, callback_url, "callback_url")
    try:
        parts = urlsplit(callback_url)
    except ValueError:
        parts = urlsplit("")
    if not (parts.scheme and parts.hostname):
        raise SDKValidationError("expected a URL such as https://example.com/callback", parameter="callback_url")
    asked = {
        "callback_url": callback_url,
        "code_challenge": checked(str | None, challenge, "code_challenge"),
        "code_challenge_method": checked(Literal["S256", "plain"], method, "code_challenge_method"),
        "limit": checked(float | None, limit, "limit"),
    }
    if challenge is None:
        del asked["code_challenge_method"]
    session = session_of(core)
    base = session.settings(session.transport().library).base_url
    return f"{origin(base.prefix)}/auth?{query_string(asked)}"

# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""OAuth: requests and responses."""

# No `from __future__ import annotations`: it would hide `Required` from `TypedDict` (PEP 655).
from typing import Literal, Required

from openrouter_core.model import frozen
from openrouter_core.operation import Attribution
from openrouter_core.secret import Secret

__all__ = [
    "CreateAuthKeysCodeResponse",
    "CreateAuthKeysCodeResponseData",
    "ExchangeAuthCodeForAPIKeyResponse",
    "OAuthJwks",
    "OAuthJwksKey",
    "OauthCreateAuthCodeRequest",
    "OauthCreateOauthTokenRequest",
    "OauthExchangeAuthCodeForApiKeyRequest",
    "OauthListOauthJwksRequest",
    "TokenExchangeResponse",
]


class OauthCreateAuthCodeRequest(Attribution, total=False):
    """What `oauth_create_auth_code` takes."""

    callback_url: Required[str]
    """Where the user returns to: an https URL, or one of localhost or 127.0.0.1 with any port."""
    code_challenge: str
    """The challenge of a code verifier (PKCE, RFC 7636), as `oauth_create_sha256_code_challenge` makes it; without it,
    whoever has the code can exchange it."""
    code_challenge_method: Literal["S256", "plain"] | str
    """How the challenge was made: `"S256"`, or `"plain"` when it is the verifier itself."""
    expires_at: str | None
    """When the key expires, in ISO 8601 in UTC, with seconds; absent or `None` for never."""
    key_label: str
    """A label for the key, at most 100 characters; absent for the application's name."""
    limit: float
    """How many credits the key may spend; absent for no limit of its own."""
    spawn_agent: str
    """Which agent asks, for OpenRouter's statistics."""
    spawn_cloud: str
    """Which cloud the agent runs on, for OpenRouter's statistics."""
    usage_limit_type: Literal["daily", "weekly", "monthly"] | str
    """How often the limit is reset; absent for never."""
    workspace_id: str
    """The workspace (a UUID) that the key belongs to."""


@frozen(kw_only=True)
class CreateAuthKeysCodeResponseData:
    """A code, and the application that it is for."""

    app_id: int
    """The id of the application."""
    created_at: str
    """When it was created, in ISO 8601."""
    id: Secret
    """The code, a `Secret`, which `oauth_exchange_auth_code_for_api_key` takes."""


@frozen(kw_only=True)
class CreateAuthKeysCodeResponse:
    """A code that was created."""

    data: CreateAuthKeysCodeResponseData
    """The code, and the application that it is for."""


class OauthCreateOauthTokenRequest(Attribution, total=False):
    """What `oauth_create_oauth_token` takes."""

    federation_policy_id: Required[str]
    """The id of the federation policy that decides, from Workload identity in OpenRouter's settings; it belongs to one
    organization."""
    grant_type: Required[Literal["urn:ietf:params:oauth:grant-type:token-exchange"]]
    subject_token: Required[str | Secret]
    """The JWT of your identity provider."""
    subject_token_type: Required[Literal["urn:ietf:params:oauth:token-type:jwt"]]
    requested_token_type: Literal["urn:ietf:params:oauth:token-type:access_token"]
    scope: Literal["inference", "management"] | str
    """What the token may do: `"management"` where the policy names a management key, else `"inference"`; absent for the
    one that fits."""


@frozen(kw_only=True)
class TokenExchangeResponse:
    """An access token (RFC 8693, 2.2.1)."""

    access_token: Secret
    """The token, a JWT; send it as you would send an API key."""
    expires_in: int
    """Seconds until it expires: at most 900, and no later than the JWT of your identity provider."""
    issued_token_type: Literal["urn:ietf:params:oauth:token-type:access_token"]
    scope: str
    """What it may do: `"inference"` or `"management"`, by the kind of the policy's key."""
    token_type: Literal["Bearer"]


class OauthExchangeAuthCodeForApiKeyRequest(Attribution, total=False):
    """What `oauth_exchange_auth_code_for_api_key` takes."""

    code: Required[str | Secret]
    """The `code` in the query of the callback URL."""
    code_challenge_method: Literal["S256", "plain"] | str | None
    """How the challenge was made, the same as when the code was asked for; absent or `None` without a challenge."""
    code_verifier: str | Secret
    """The verifier of which the challenge was made; absent without a challenge."""


@frozen(kw_only=True)
class ExchangeAuthCodeForAPIKeyResponse:
    """A key that a user gave to an application."""

    key: Secret
    """The key, a `Secret`; `key.reveal()` gives its text."""
    user_id: str | None
    """The id of the user whose key it is, or `None`."""


class OauthListOauthJwksRequest(Attribution, total=False):
    """What `oauth_list_oauth_jwks` takes."""


@frozen(kw_only=True)
class OAuthJwksKey:
    """A public key on the curve P-256 (RFC 7518, 6.2)."""

    alg: Literal["ES256"]
    crv: Literal["P-256"]
    kid: str
    """The id by which a token's header names it."""
    kty: Literal["EC"]
    use: Literal["sig"]
    x: str
    """The first coordinate of its point, in base64url."""
    y: str
    """The second coordinate of its point, in base64url."""


@frozen(kw_only=True)
class OAuthJwks:
    """A set of public keys (RFC 7517, 5)."""

    keys: tuple[OAuthJwksKey, ...]
    """The keys; the header of a token names its key by `kid`."""

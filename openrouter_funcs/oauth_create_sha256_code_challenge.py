"""`oauth_create_sha256_code_challenge`: a secret, and what is shown of it (PKCE, RFC 7636). Nothing is sent."""

from __future__ import annotations

from typing import Any

from openrouter_core.errors import SDKValidationError
from openrouter_core.model import frozen
from openrouter_core.result import Err, Ok, Result
from openrouter_core.secret import Secret

__all__ = ["CodeChallenge", "oauth_create_sha256_code_challenge"]


@frozen(kw_only=True)
class CodeChallenge:
    """A code verifier, and the challenge that was made of it."""

    code_challenge: str
    """What `oauth_create_authorization_url` and `oauth_create_auth_code` take."""
    code_verifier: Secret
    """What `oauth_exchange_auth_code_for_api_key` takes. Keep it where only your application can read it."""


def oauth_create_sha256_code_challenge(
    *, code_verifier: str | Secret | None = None
) -> Result[CodeChallenge, SDKValidationError]:
    """Make a code verifier and its challenge, so that nobody else can exchange the code that a user brings.

    Args:
        code_verifier: A verifier of your own: 43 to 128 letters, digits, `-`, `.`, `_` and `~`. Default: a random one
            of 43 characters.

    Returns:
        `Ok(CodeChallenge)`, or `Err(SDKValidationError)`: the verifier is not as the RFC wants it.

    Source: RFC 7636, 4.1 and 4.2, with the method `S256`.
    """
    import re
    from base64 import urlsafe_b64encode
    from hashlib import sha256
    from secrets import token_urlsafe

    verifier: Any = code_verifier.reveal() if isinstance(code_verifier, Secret) else code_verifier
    if verifier is None:
        verifier = token_urlsafe(32)
    if not isinstance(verifier, str) or not re.fullmatch(r"[A-Za-z0-9._~-]{43,128}", verifier):
        reason = "expected 43 to 128 letters, digits, '-', '.', '_' and '~'"
        return Err(SDKValidationError(reason, parameter="code_verifier").without_traceback())
    challenge = urlsafe_b64encode(sha256(verifier.encode()).digest()).decode().rstrip("=")
    return Ok(CodeChallenge(code_challenge=challenge, code_verifier=Secret(verifier)))

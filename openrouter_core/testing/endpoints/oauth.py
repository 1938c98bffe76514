"""The four operations of OAuth: a code that becomes an API key (PKCE), and a token of another issuer that becomes ours.

A workload's token is not verified, and no federation policy is kept: whichever is named acts for the ready account.
"""

from __future__ import annotations

import json
import re
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import crc32
from hashlib import sha256
from math import inf
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import urlsplit

import attrs
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse

from openrouter_core.testing.accounts import Caller
from openrouter_core.testing.clock import moment
from openrouter_core.testing.contract import contract
from openrouter_core.testing.endpoints.api_keys import ApiKeys
from openrouter_core.testing.reading import BadRequest, parse_json
from openrouter_core.testing.signing import signing_key
from openrouter_core.testing.state import not_found, now, owner

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.responses import Response

    from openrouter_core.testing.calls import Behaviours, Call
    from openrouter_core.testing.signing import SigningKey
    from openrouter_core.testing.state import State

__all__ = ["OAuth"]

_CODE = "AuthCode"
_WRONG = "Invalid code or code_verifier"
_CODE_SECONDS = 600
_TOKEN_SECONDS = 900
_SCOPES = ("inference", "management")


@attrs.frozen
class OAuth:
    """The operations over one state."""

    _state: State

    def behaviours(self) -> Behaviours:
        """Return what answers each operation."""
        return {
            "oauth_create_auth_code": self.create_code,
            "oauth_exchange_auth_code_for_api_key": self.exchange_code,
            "oauth_create_oauth_token": self.create_token,
            "oauth_list_oauth_jwks": self.keys,
        }

    def create_code(self, call: Call) -> Response:
        """Make a code, of which only a digest is kept."""
        body, code = call.body, f"auth_code_{secrets.token_urlsafe(24)}"
        _check_code(body)
        kept: dict[str, Any] = {
            "account_id": call.account_id,
            "until": self._state.clock() + _CODE_SECONDS,
            "challenge": self._digest(body["code_challenge"]) if "code_challenge" in body else None,
            "method": body.get("code_challenge_method", "plain"),  # RFC 7636 section 4.3
            "key": {
                "name": body.get("key_label") or urlsplit(str(body["callback_url"])).hostname,
                "limit": body.get("limit"),
                "limit_reset": body.get("usage_limit_type"),
                "expires_at": body.get("expires_at"),
                "workspace_id": self._state.workspace(call, body.get("workspace_id")),
            },
        }
        self._state.records.put(self._ready, _CODE, self._digest(code), kept)
        data = {"id": code, "app_id": crc32(body["callback_url"].encode()), "created_at": now()}
        return JSONResponse({"data": data})

    def exchange_code(self, call: Call) -> Response:
        """Make the API key that a code stands for; a code does so once."""
        digest = self._digest(call.body["code"])
        kept = self._state.records.get(self._ready, _CODE, digest)
        if kept is None or kept["until"] <= self._state.clock():
            raise HTTPException(403, _WRONG)
        self._check_verifier(kept, call.body)
        self._state.records.remove(self._ready, _CODE, digest)
        key = self._api_key(call, kept)
        return JSONResponse({"key": key, "user_id": owner(kept["account_id"])})

    def create_token(self, call: Call) -> Response:
        """Make a token that acts for the ready account until it expires."""
        scope = call.body.get("scope", _SCOPES[0])
        if scope not in _SCOPES:
            raise BadRequest(f"scope: must be {' or '.join(_SCOPES)}")
        account_id, at = self._ready, self._state.clock()
        left = _expiry(call.body["subject_token"]) - at
        if left <= 0:
            raise BadRequest("subject_token: must be one that has not expired")
        seconds = max(1, int(min(_TOKEN_SECONDS, left)))
        claims = {"sub": owner(account_id), "scope": scope, "jti": secrets.token_hex(8)}
        token = self._signing_key.token(claims | {"iat": int(at), "exp": int(at) + seconds})
        self._state.accounts.add_key(
            *(account_id, token, sha256(token.encode()).hexdigest()),
            management=scope == "management",
            facts={"expires_at": moment(at + seconds)},
        )
        answer = {"access_token": token, "token_type": "Bearer", "expires_in": seconds, "scope": scope}
        return JSONResponse(answer | {"issued_token_type": "urn:ietf:params:oauth:token-type:access_token"})

    def keys(self, _: Call) -> Response:
        """Answer the key that verifies tokens."""
        return JSONResponse({"keys": [self._signing_key.public]})

    @property
    def _ready(self) -> str:
        """The ready account. It has all codes, because whoever knows one may exchange it, without any key."""
        account_id, _ = self._state.accounts.first() or not_found()
        return account_id

    @property
    def _signing_key(self) -> SigningKey:
        return signing_key(self._state.database.digest("signing key"))

    def _digest(self, secret: str) -> str:
        return self._state.database.digest(secret).hex()

    def _check_verifier(self, kept: Mapping[str, Any], body: Mapping[str, Any]) -> None:
        if kept["challenge"] is None:
            return
        if body.get("code_challenge_method") not in {None, kept["method"]}:
            raise BadRequest("code_challenge_method: must be the one that the code was asked for with")
        if "code_verifier" not in body:
            raise BadRequest("code_verifier: is required, the code was asked for with a code_challenge")
        if self._digest(_challenge(kept["method"], body["code_verifier"])) != kept["challenge"]:
            raise HTTPException(403, _WRONG)

    def _api_key(self, call: Call, kept: Mapping[str, Any]) -> str:
        """Return a key that was made by `api_keys_create`."""
        operation = contract().operations["api_keys_create"]
        caller = Caller(kept["account_id"], "", management=False)
        made = ApiKeys(self._state).create(attrs.evolve(call, operation=operation, caller=caller, body=kept["key"]))
        return str(json.loads(bytes(made.body))["key"])


def _check_code(body: Mapping[str, Any]) -> None:
    try:
        url = urlsplit(str(body["callback_url"]))
    except ValueError:  # such as "https://[::1"
        url = urlsplit("")
    if not url.hostname or (url.scheme != "https" and url.hostname not in {"localhost", "127.0.0.1"}):
        raise BadRequest("callback_url: must be an https URL, or one of localhost or 127.0.0.1")
    if "code_challenge_method" in body and "code_challenge" not in body:
        raise BadRequest("code_challenge: is required with code_challenge_method")
    if body.get("code_challenge_method", "plain") not in {"S256", "plain"}:
        raise BadRequest('code_challenge_method: must be "S256" or "plain"')
    expires_at = body.get("expires_at")
    if expires_at and not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z", expires_at):
        raise BadRequest("expires_at: must be a time in UTC with seconds, such as 2027-12-31T23:59:59Z")


def _challenge(method: str, verifier: str) -> str:
    """Return the challenge that is made of a verifier (RFC 7636 section 4.2)."""
    if method == "plain":
        return verifier
    return urlsafe_b64encode(sha256(verifier.encode()).digest()).decode().rstrip("=")


def _expiry(token: str) -> float:
    """Return when a workload's token expires; one that is no JWT is refused."""
    try:
        header, claims, _ = token.split(".")
        _, said = (parse_json(urlsafe_b64decode(part + "==")) for part in (header, claims))
        return float(cast("dict[str, float]", said).get("exp", inf))
    except (BadRequest, ValueError, TypeError, AttributeError, OverflowError):
        raise BadRequest("subject_token: must be a JWT") from None

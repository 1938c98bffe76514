"""`api_keys_create`: a key that is shown once, and works from then on."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import attrs
from starlette.responses import JSONResponse

if TYPE_CHECKING:
    from starlette.responses import Response

    from openrouter_core.testing.calls import Behaviours, Call
    from openrouter_core.testing.state import State

__all__ = ["ApiKeys"]

_NOTHING_USED = {
    f"{kind}{period}": 0 for kind in ("usage", "byok_usage") for period in ("", "_daily", "_weekly", "_monthly")
}


@attrs.frozen
class ApiKeys:
    """The endpoint over one state."""

    _state: State

    def behaviours(self) -> Behaviours:
        """Return what answers each operation."""
        return {"api_keys_create": self.create}

    def create(self, call: Call) -> Response:
        """Make a key that may not manage, and answer it: nothing that is kept could show it again."""
        body = call.body
        workspace_id = self._state.workspace(call, body.get("workspace_id"))
        raw = f"sk-or-v1-{secrets.token_hex(32)}"
        key_hash = sha256(raw.encode()).hexdigest()
        limit = body.get("limit")
        data: dict[str, Any] = {
            "hash": key_hash,
            "name": body["name"],
            "label": f"{raw[:12]}...{raw[-3:]}",
            "disabled": False,
            "limit": limit,
            "limit_remaining": limit,
            "limit_reset": body.get("limit_reset"),
            "include_byok_in_limit": body.get("include_byok_in_limit", False),
            "created_at": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "updated_at": None,
            "last_used_at": None,
            "expires_at": body.get("expires_at"),
            "creator_user_id": body.get("creator_user_id"),
            "workspace_id": workspace_id,
            "external_user": body.get("external", {}).get("user"),
            **_NOTHING_USED,
        }
        self._state.accounts.add_key(call.account_id, raw, key_hash, management=False, facts=data)
        return JSONResponse({"data": data, "key": raw}, 201)

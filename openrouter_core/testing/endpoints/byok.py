"""The five BYOK operations: credentials for providers, of which a key is told to nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import attrs
from starlette.responses import JSONResponse

from openrouter_core.testing.credentials import DEFAULT_SETTINGS, Place
from openrouter_core.testing.reading import BadRequest
from openrouter_core.testing.state import not_found

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.responses import Response

    from openrouter_core.testing.calls import Behaviours, Call
    from openrouter_core.testing.state import State

__all__ = ["Byok"]

_LIMIT = 50


@attrs.frozen
class Byok:
    """The operations over one state."""

    _state: State

    def behaviours(self) -> Behaviours:
        """Return what answers each operation."""
        return {
            "byok_list": self.list,
            "byok_create": self.create,
            "byok_get": self.get,
            "byok_update": self.update,
            "byok_delete": self.delete,
        }

    def list(self, call: Call) -> Response:
        """Answer one page of a workspace's credentials."""
        query, provider = call.query, call.query.get("provider")
        workspace_id = self._state.workspace(call, query.get("workspace_id"))
        data, total = self._state.credentials.page(
            call.account_id, workspace_id, provider, query.get("limit", _LIMIT), query.get("offset") or 0
        )
        return JSONResponse({"data": data, "total_count": total})

    def create(self, call: Call) -> Response:
        """Store a new credential."""
        body = call.body
        _exclusive(body)
        self._state.check_keys(call, "allowed_api_key_hashes")
        self._state.check_members(call, "allowed_user_ids")
        place = Place(call.account_id, self._state.workspace(call, body.get("workspace_id")), body["provider"])
        (created,) = self._state.credentials.create(place, [body["key"]], _settings(body))
        return JSONResponse({"data": created}, 201)

    def get(self, call: Call) -> Response:
        """Answer one credential."""
        return JSONResponse({"data": self._find(call)})

    def update(self, call: Call) -> Response:
        """Change what the body names: absent leaves, `null` clears, a value sets, a `key` rotates."""
        found = self._find(call)
        settings = {**_settings(found), **_settings(call.body)}
        _exclusive(settings)
        self._state.check_keys(call, "allowed_api_key_hashes")
        self._state.check_members(call, "allowed_user_ids")
        self._state.credentials.update(found["id"], settings, call.body.get("key"))
        return JSONResponse({"data": self._find(call)})

    def delete(self, call: Call) -> Response:
        """Soft-delete a credential and wipe its key material."""
        if not self._state.credentials.delete(call.account_id, call.path["id"].lower()):
            not_found()
        return JSONResponse({"deleted": True})

    def _find(self, call: Call) -> dict[str, Any]:
        found = self._state.credentials.get(call.account_id, call.path["id"].lower())
        return cast("dict[str, Any]", found) if found is not None else not_found()


def _exclusive(settings: Mapping[str, object]) -> None:
    """Refuse the one pair of settings that cannot be combined."""
    if settings.get("is_byok_only") and settings.get("is_fallback"):
        raise BadRequest("is_byok_only: cannot be combined with is_fallback")


def _settings(fields: Mapping[str, object]) -> dict[str, object]:
    return {name: fields[name] for name in DEFAULT_SETTINGS if name in fields}

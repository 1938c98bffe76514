"""The three operations on the organization: its members, and what it has set for all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
from starlette.responses import JSONResponse

from openrouter_core.testing.state import Collection, paged

if TYPE_CHECKING:
    from starlette.responses import Response

    from openrouter_core.testing.calls import Behaviours, Call
    from openrouter_core.testing.state import State

__all__ = ["Organization"]


@attrs.frozen
class Organization:
    """The operations over one state."""

    _state: State

    def behaviours(self) -> Behaviours:
        """Return what answers each operation."""
        return {
            "organization_list_members": self.list_members,
            "organization_get_settings": self.get_settings,
            "organization_update_settings": self.update_settings,
        }

    def list_members(self, call: Call) -> Response:
        """Answer one page of the members, the first one first."""
        members = [
            {
                "id": user_id,
                "email": f"{user_id}@local.example",
                "first_name": None,
                "last_name": None,
                "role": f"org:{facts['role']}",
            }
            for user_id, facts in self._state.accounts.members(call.account_id).items()
        ]
        return JSONResponse(paged(members, call.query))

    def get_settings(self, call: Call) -> Response:
        """Answer the settings; nothing is set at first."""
        unset = {"id": call.account_id, "is_filtered_model_catalog_enabled": False}
        return JSONResponse({"data": next(iter(self._settings.all(call)), unset)})

    def update_settings(self, call: Call) -> Response:
        """Change the settings."""
        return JSONResponse({"data": self._settings.create(call, id=call.account_id)})

    @property
    def _settings(self) -> Collection:
        return Collection(self._state, "OrganizationSettings")

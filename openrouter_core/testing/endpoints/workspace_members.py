"""Three operations on the members of workspaces."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs
from starlette.responses import JSONResponse

from openrouter_core.testing.accounts import part_id
from openrouter_core.testing.endpoints.workspaces import in_use, named
from openrouter_core.testing.reading import BadRequest
from openrouter_core.testing.state import Collection, now, paged

if TYPE_CHECKING:
    from starlette.responses import Response

    from openrouter_core.testing.calls import Behaviours, Call
    from openrouter_core.testing.state import State

__all__ = ["WorkspaceMembers"]

_KIND = "WorkspaceMember"


@attrs.frozen
class WorkspaceMembers:
    """The operations over one state."""

    _state: State

    def behaviours(self) -> Behaviours:
        """Return what answers each operation."""
        return {
            "workspaces_list_members": self.list,
            "workspaces_bulk_add_members": self.add,
            "workspaces_bulk_remove_members": self.remove,
        }

    def list(self, call: Call) -> Response:
        """Answer one page of the members, those of the whole organization for the default workspace."""
        workspace_id = named(self._state, call)["id"]
        found = {each["id"]: each for each in Collection(self._state, _KIND).all(call, workspace_id=workspace_id)}
        if self._is_default(call, workspace_id):
            people = self._state.accounts.members(call.account_id)
            found = {each["id"]: each for each in (_member(workspace_id, *one) for one in people.items())} | found
        return JSONResponse(paged([*found.values()], call.query))

    def add(self, call: Call) -> Response:
        """Make members of the organization members of the workspace, with the role that they have there."""
        workspace_id = named(self._state, call)["id"]
        self._state.check_members(call, "user_ids")
        people, records = self._state.accounts.members(call.account_id), self._state.records
        added: list[dict[str, Any]] = []
        for user_id in dict.fromkeys(call.body["user_ids"]):
            member = _member(workspace_id, user_id, {**people.get(user_id, {}), "created_at": now()})
            there = records.get(call.account_id, _KIND, member["id"]) or member
            added.append({**there, "role": member["role"]})
            records.put(call.account_id, _KIND, member["id"], added[-1])
        return JSONResponse({"data": added, "added_count": len(added)})

    def remove(self, call: Call) -> Response:
        """End memberships of the workspace."""
        workspace_id = named(self._state, call)["id"]
        if self._is_default(call, workspace_id):
            raise BadRequest("id: is of the default workspace, which has every member of the organization")
        wanted = dict.fromkeys(call.body["user_ids"])
        for key in self._state.accounts.keys(call.account_id).values():
            if key.get("creator_user_id") in wanted and in_use(key, workspace_id):
                raise BadRequest(f"user_ids: {key['creator_user_id']!r} has active API keys in this workspace")
        ids = [part_id(workspace_id, each) for each in wanted]
        removed = sum(self._state.records.remove(call.account_id, _KIND, each) for each in ids)
        return JSONResponse({"removed_count": removed})

    def _is_default(self, call: Call, workspace_id: str) -> bool:
        return workspace_id == self._state.accounts.default_workspace(call.account_id)


def _member(workspace_id: str, user_id: str, facts: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": part_id(workspace_id, user_id),
        "workspace_id": workspace_id,
        "user_id": user_id,
        "role": facts.get("role", "member"),
        "created_at": facts["created_at"],
    }

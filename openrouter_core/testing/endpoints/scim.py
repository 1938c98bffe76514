"""The eight operations of SCIM: groups of a directory, their roles in workspaces, and its synchronization.

No directory stands behind it: every account has the same three groups.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4, uuid5

import attrs
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse

from openrouter_core.testing.state import Collection, not_found, now, paged

if TYPE_CHECKING:
    from collections.abc import Sequence

    from starlette.responses import Response

    from openrouter_core.testing.calls import Behaviours, Call
    from openrouter_core.testing.state import State

__all__ = ["Scim"]

_GROUPS = ("Engineering", "Research", "Finance")
_SINCE = "2026-01-01T00:00:00Z"


@attrs.frozen
class Scim:
    """The operations over one state."""

    _state: State

    def behaviours(self) -> Behaviours:
        """Return what answers each operation."""
        return {
            "scim_list_groups": self.groups,
            "scim_list_mappings": self.list,
            "scim_create": self.create,
            "scim_read": self.get,
            "scim_update": self.update,
            "scim_delete": self.delete,
            "scim_create_sync_job": self.create_job,
            "scim_get_sync_job": self.get_job,
        }

    def groups(self, call: Call) -> Response:
        """Answer one page of groups."""
        wanted = {name: call.query[name] for name in ("display_name", "external_id") if call.query.get(name)}
        return JSONResponse(paged([each for each in _groups(call) if wanted.items() <= each.items()], call.query))

    def list(self, call: Call) -> Response:
        """Answer one page of mappings."""
        return JSONResponse(paged(self._mappings.all(call), call.query))

    def create(self, call: Call) -> Response:
        """Give a group a role in a workspace; to ask for what is there already changes nothing."""
        place = {name: call.body[name].lower() for name in ("scim_group_id", "workspace_id")}
        if not self._state.accounts.has_workspace(call.account_id, place["workspace_id"]):
            not_found()
        if all(each["id"] != place["scim_group_id"] for each in _groups(call)):
            not_found()
        found = next(iter(self._mappings.all(call, **place)), None)
        if found is None:
            made = {
                "id": str(uuid4()),
                "organization_id": call.account_id,
                "created_at": now(),
                "updated_at": now(),
            }
            found = self._mappings.create(call, **place, **made)
        if found["role"] != call.body["role"]:
            raise HTTPException(409, f"role: the group is {found['role']} in this workspace, update its mapping")
        return JSONResponse({"data": found}, 201)

    def get(self, call: Call) -> Response:
        """Answer one mapping."""
        return JSONResponse({"data": self._mappings.find(call, call.path["id"].lower())})

    def update(self, call: Call) -> Response:
        """Change the role."""
        return JSONResponse({"data": self._mappings.change(call, call.path["id"].lower(), updated_at=now())})

    def delete(self, call: Call) -> Response:
        """Forget a mapping."""
        self._mappings.remove(call, call.path["id"].lower())
        return JSONResponse({"deleted": True})

    def create_job(self, call: Call) -> Response:
        """Begin a synchronization."""
        job = self._jobs.create(call, id=str(uuid4()), status="queued", created_at=now())
        return JSONResponse({"data": job}, 202, {"location": f"{call.operation.path}/{job['id']}"})

    def get_job(self, call: Call) -> Response:
        """Answer how far a synchronization is: with each answer it is one step further."""
        job = self._jobs.find(call, call.path["id"])
        return JSONResponse({"data": self._jobs.change(call, job["id"], **_next(job["status"]))})

    @property
    def _mappings(self) -> Collection:
        return Collection(self._state, "ScimGroupMapping")

    @property
    def _jobs(self) -> Collection:
        return Collection(self._state, "ScimSyncJob")


def _next(status: str) -> dict[str, Any]:
    """Return what changes when a job goes on from a status."""
    if status == "queued":
        return {"status": "running", "started_at": now()}
    if status == "running":
        counts = {"synced_groups": len(_GROUPS), "deleted_groups": 0}
        return {"status": "succeeded", "finished_at": now(), **counts}
    return {}


def _groups(call: Call) -> Sequence[dict[str, Any]]:
    return [
        {
            "id": str(uuid5(UUID(call.account_id), name)),
            "organization_id": call.account_id,
            "external_id": f"{name.lower()}@directory.example",
            "display_name": name,
            "created_at": _SINCE,
            "updated_at": _SINCE,
        }
        for name in _GROUPS
    ]

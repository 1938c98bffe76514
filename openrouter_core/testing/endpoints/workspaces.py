"""Five operations on workspaces: to list, create, get, update and delete them.

The workspaces themselves are in `accounts`, as those that a test opens are. Here lives what the API says of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs
from starlette.responses import JSONResponse

from openrouter_core.testing.accounts import part_id
from openrouter_core.testing.guardrails import DEFAULT_GUARDRAIL, delete_guardrail
from openrouter_core.testing.reading import BadRequest
from openrouter_core.testing.state import Collection, given, not_found, now, paged

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from starlette.responses import Response

    from openrouter_core.testing.calls import Behaviours, Call
    from openrouter_core.testing.state import State

__all__ = ["Workspaces", "in_use", "named"]

_SORTS = ("price", "throughput", "latency", "exacto")
_LEAST_RATE = 0.0001


@attrs.frozen
class Workspaces:
    """The operations over one state."""

    _state: State

    def behaviours(self) -> Behaviours:
        """Return what answers each operation."""
        return {
            "workspaces_list": self.list,
            "workspaces_create": self.create,
            "workspaces_get": self.get,
            "workspaces_update": self.update,
            "workspaces_delete": self.delete,
        }

    def list(self, call: Call) -> Response:
        """Answer one page of the workspaces, oldest first."""
        page = paged(self._state.accounts.workspaces(call.account_id), call.query)
        return JSONResponse({**page, "data": _written(self._state, page["data"])})

    def create(self, call: Call) -> Response:
        """Open a workspace."""
        self._check(call)
        facts = {**given(call), "created_at": now()}
        workspace_id = self._state.accounts.add_workspace(call.account_id, facts)
        return JSONResponse({"data": _written(self._state, [{"id": workspace_id, **facts}])[0]}, 201)

    def get(self, call: Call) -> Response:
        """Answer one workspace."""
        return JSONResponse({"data": _written(self._state, [named(self._state, call)])[0]})

    def update(self, call: Call) -> Response:
        """Change what the body names."""
        found = named(self._state, call)
        self._check(call, found["id"])
        changed = {**found, **given(call), "updated_at": now()}
        self._state.accounts.change_workspace(found["id"], changed)
        return JSONResponse({"data": _written(self._state, [changed])[0]})

    def delete(self, call: Call) -> Response:
        """Delete a workspace, with its budgets, members and guardrails."""
        accounts, workspace_id = self._state.accounts, named(self._state, call)["id"]
        keys = accounts.keys(call.account_id)
        if any(in_use(facts, workspace_id) for facts in keys.values()):
            raise BadRequest("id: is of a workspace with active API keys, which have to be deleted first")
        if workspace_id == accounts.default_workspace(call.account_id):
            if not call.query.get("confirm_default_workspace_deletion"):
                raise BadRequest("confirm_default_workspace_deletion: must be true to delete the default workspace")
            accounts.revoke_keys(each for each, facts in keys.items() if "workspace_id" not in facts)
        for guardrail in Collection(self._state, "Guardrail").all(call, workspace_id=workspace_id):
            delete_guardrail(self._state, call, guardrail["id"])
        for kind in ("WorkspaceBudget", "WorkspaceMember"):
            collection = Collection(self._state, kind)
            for each in collection.all(call, workspace_id=workspace_id):
                collection.remove(call, each["id"])
        accounts.delete_workspace(call.account_id, workspace_id)
        return JSONResponse({"deleted": True})

    def _check(self, call: Call, workspace_id: str | None = None) -> None:
        """Refuse what the contract has no words for."""
        body = call.body
        for each in self._state.accounts.workspaces(call.account_id):
            if each["slug"] == body.get("slug") and each["id"] != workspace_id:
                raise BadRequest("slug: is that of another workspace")
        if body.get("default_provider_sort") not in (None, *_SORTS):
            raise BadRequest(f"default_provider_sort: must be one of {', '.join(_SORTS)}, or null")
        if not _LEAST_RATE <= body.get("io_logging_sampling_rate", 1) <= 1:
            raise BadRequest(f"io_logging_sampling_rate: must be between {_LEAST_RATE} and 1")


def named(state: State, call: Call) -> dict[str, Any]:
    """Return what is known of the workspace whose id or slug is in the path, or answer 404."""
    name = call.path.get("id") or call.path["workspace_ref"]
    found = state.accounts.workspaces(call.account_id)
    return next((each for each in found if each["id"] == name.lower() or each["slug"] == name), None) or not_found()


def in_use(key: Mapping[str, Any], workspace_id: str) -> bool:
    """Tell whether an API key is one of the workspace, and active."""
    return key.get("workspace_id") == workspace_id and not key.get("disabled")


def _written(state: State, found: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return workspaces as the API writes them."""
    unset = state.samples.record("Workspace", {"io_logging_sampling_rate": 1})
    return [
        {
            **unset,
            **facts,
            "default_guardrail_id": part_id(facts["id"], DEFAULT_GUARDRAIL),
            "disabled_server_tools": facts.get("disabled_server_tools") or None,
        }
        for facts in found
    ]

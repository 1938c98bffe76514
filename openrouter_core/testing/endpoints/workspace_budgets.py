"""Four operations on the budgets of workspaces: one for each interval."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import attrs
from starlette.responses import JSONResponse

from openrouter_core.testing.accounts import part_id
from openrouter_core.testing.endpoints.workspaces import named
from openrouter_core.testing.reading import BadRequest
from openrouter_core.testing.state import not_found, now

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.responses import Response

    from openrouter_core.testing.calls import Behaviours, Call
    from openrouter_core.testing.state import State

__all__ = ["WorkspaceBudgets"]

_KIND = "WorkspaceBudget"
_INTERVALS = ("daily", "weekly", "monthly", "lifetime")
_BYOK = "include_byok_in_budgets"


@attrs.frozen
class WorkspaceBudgets:
    """The operations over one state."""

    _state: State

    def behaviours(self) -> Behaviours:
        """Return what answers each operation."""
        return {
            "workspaces_list_budgets": self.list,
            "workspaces_get_budget": self.get,
            "workspaces_set_budget": self.set,
            "workspaces_delete_budget": self.delete,
        }

    def list(self, call: Call) -> Response:
        """Answer every budget of a workspace, that of the shortest interval first."""
        workspace = named(self._state, call)
        return _answer([*self._budgets(call, workspace).values()], workspace)

    def get(self, call: Call) -> Response:
        """Answer the budget for one interval."""
        workspace = named(self._state, call)
        return _answer(self._budgets(call, workspace).get(call.path["interval"]) or not_found(), workspace)

    def set(self, call: Call) -> Response:
        """Set the budget for one interval; and, for all of them, whether spending by BYOK counts."""
        workspace, interval = named(self._state, call), call.path["interval"]
        budgets = self._budgets(call, workspace)
        made: dict[str, Any] = {
            "id": part_id(workspace["id"], interval),
            "workspace_id": workspace["id"],
            "reset_interval": None if interval == _INTERVALS[-1] else interval,
            "created_at": now(),
            **budgets.get(interval, {}),
            "limit_usd": call.body["limit_usd"],
            "updated_at": now(),
        }
        _check({**budgets, interval: made})
        self._state.records.put(call.account_id, _KIND, made["id"], made)
        if _BYOK in call.body:
            workspace[_BYOK] = call.body[_BYOK]
            self._state.accounts.change_workspace(workspace["id"], workspace)
        return _answer(made, workspace)

    def delete(self, call: Call) -> Response:
        """Delete the budget for one interval, if there is one."""
        budget_id = part_id(named(self._state, call)["id"], call.path["interval"])
        self._state.records.remove(call.account_id, _KIND, budget_id)
        return JSONResponse({"deleted": True})

    def _budgets(self, call: Call, workspace: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
        """Return the budgets that there are by interval, the shortest first."""
        found = {
            each: self._state.records.get(call.account_id, _KIND, part_id(workspace["id"], each)) for each in _INTERVALS
        }
        return {interval: budget for interval, budget in found.items() if budget is not None}


def _answer(data: object, workspace: Mapping[str, Any]) -> Response:
    return JSONResponse({"data": data, _BYOK: workspace.get(_BYOK, False)})


def _check(budgets: Mapping[str, Mapping[str, Any]]) -> None:
    """Refuse a budget that is nothing, or not smaller than that of each longer interval."""
    limits = {each: budgets[each]["limit_usd"] for each in _INTERVALS if each in budgets}
    if min(limits.values()) <= 0:
        raise BadRequest("limit_usd: must be greater than 0")
    for shorter, longer in pairwise(limits):
        if limits[shorter] >= limits[longer]:
            raise BadRequest(f"limit_usd: the {shorter} budget must be smaller than the {longer} one")

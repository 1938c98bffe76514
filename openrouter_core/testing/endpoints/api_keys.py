"""The six operations on API keys: a key is shown once, works from then on, and tells what it has spent."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any

import attrs
from starlette.responses import JSONResponse

from openrouter_core.testing.accounts import is_disabled, is_expired, key_hash
from openrouter_core.testing.budgets import budgets
from openrouter_core.testing.clock import moment
from openrouter_core.testing.ledger import Spending
from openrouter_core.testing.reading import BadRequest
from openrouter_core.testing.state import given, not_found

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from starlette.responses import Response

    from openrouter_core.testing.calls import Behaviours, Call
    from openrouter_core.testing.state import State

__all__ = ["ApiKeys"]

_PAGE = 100
_NEVER_USED = Spending()
# As OpenRouter documents: how many requests of free models there are in a day, of those who have bought little or much.
_FREE_REQUESTS = (50, 1000)
_MUCH = 10


@attrs.frozen
class ApiKeys:
    """The operations over one state."""

    _state: State

    def behaviours(self) -> Behaviours:
        """Return what answers each operation."""
        return {
            "api_keys_list": self.list,
            "api_keys_create": self.create,
            "api_keys_get": self.get,
            "api_keys_update": self.update,
            "api_keys_delete": self.delete,
            "api_keys_get_current_key_metadata": self.current,
        }

    def list(self, call: Call) -> Response:
        """Answer a page of a workspace's keys, oldest first; there is no sign that it is the last one."""
        query, default = call.query, self._state.accounts.default_workspace(call.account_id)
        workspace_id = self._state.workspace(call, query.get("workspace_id"))
        found = [
            (key, facts)
            for key, facts in self._state.accounts.keys(call.account_id).items()
            if facts.get("workspace_id", default) == workspace_id
            and (query.get("include_disabled") or not is_disabled(facts))
            and (query.get("include_expired") or not is_expired(facts, self._state.clock()))
        ]
        offset = query.get("offset") or 0
        spending = self._state.ledger.spending(call.account_id)
        page = found[offset : offset + _PAGE]
        return JSONResponse({"data": [self._data(call, key, facts, spending) for key, facts in page]})

    def create(self, call: Call) -> Response:
        """Make a key that may not manage, and answer it: nothing that is kept could show it again."""
        raw = f"sk-or-v1-{secrets.token_hex(32)}"
        external = call.body.get("external", {})
        facts = {
            **{name: value for name, value in given(call).items() if name != "external"},
            "label": f"{raw[:12]}...{raw[-4:]}",
            "created_at": moment(self._state.clock()),
            "workspace_id": self._state.workspace(call, call.body.get("workspace_id")),
            "external_user": external.get("user"),
        }
        self._state.accounts.add_key(call.account_id, raw, key_hash(raw), management=False, facts=facts)
        return JSONResponse({**self._one(call, key_hash(raw)), "key": raw}, 201)

    def get(self, call: Call) -> Response:
        """Answer one key."""
        return JSONResponse(self._one(call, call.path["hash"]))

    def update(self, call: Call) -> Response:
        """Change what the body names."""
        key, changes = call.path["hash"], given(call)
        facts = self._facts(call, key)
        if not changes:
            raise BadRequest("No update fields provided")
        if "workspace_id" in changes:
            changes["workspace_id"] = self._state.workspace(call, changes["workspace_id"])
        self._state.accounts.change_key(key, {**facts, **changes, "updated_at": moment(self._state.clock())})
        return JSONResponse(self._one(call, key))

    def delete(self, call: Call) -> Response:
        """Forget a key, which works no longer; what it has spent stays spent."""
        self._facts(call, call.path["hash"])
        self._state.accounts.delete_key(call.path["hash"])
        return JSONResponse({"deleted": True})

    def current(self, call: Call) -> Response:
        """Answer what a key may know of itself."""
        state, caller = self._state, call.caller
        default = state.accounts.default_workspace(call.account_id)
        bought = state.accounts.credits(call.account_id)
        spending = state.ledger.spending(call.account_id, caller.key_hash).get(caller.key_hash, _NEVER_USED)
        layers = budgets(state, call)
        data = {
            **_told(caller.facts, spending),
            "is_free_tier": bought == 0,
            "is_management_key": caller.management,
            "is_provisioning_key": caller.management,
            "rate_limit": {"requests": -1, "interval": "10s", "note": "It is no longer in use."},
            "allowed_data_regions": ["global"],
            "budgets": layers,
            "effective_budget": _effective(layers),
            "free_model_daily_requests": self._free_requests(call, bought),
            "workspace_id": caller.facts.get("workspace_id", default),
        }
        return JSONResponse({"data": state.samples.data(call.operation, data)})

    def _one(self, call: Call, key: str) -> dict[str, Any]:
        spending = self._state.ledger.spending(call.account_id, key)
        return {"data": self._data(call, key, self._facts(call, key), spending)}

    def _facts(self, call: Call, key: str) -> dict[str, Any]:
        found = self._state.accounts.key(call.account_id, key)
        return not_found() if found is None else found

    def _data(self, call: Call, key: str, facts: Mapping[str, Any], spending: Mapping[str, Spending]) -> dict[str, Any]:
        default = self._state.accounts.default_workspace(call.account_id) or ""
        told = _told(facts, spending.get(key, _NEVER_USED))
        return self._state.samples.data(call.operation, {"workspace_id": default, **told, "hash": key})

    def _free_requests(self, call: Call, bought: float) -> dict[str, int]:
        used = self._state.ledger.free_requests(call.account_id)
        limit = _FREE_REQUESTS[bought >= _MUCH]
        return {"limit": limit, "used": used, "remaining": max(0, limit - used)}


def _effective(layers: Sequence[Mapping[str, Any]]) -> Mapping[str, Any] | None:
    """Return the budget that refuses calls first: one that is spent, or else that with the least left."""
    spent = (each for each in layers if each["remaining_usd"] <= 0)
    return next(spent, min(layers, key=lambda each: each["remaining_usd"], default=None))


def _told(facts: Mapping[str, Any], spending: Spending) -> dict[str, Any]:
    return {
        **facts,
        "limit_remaining": _remaining(facts, spending),
        "usage": spending.total,
        "usage_daily": spending.daily,
        "usage_weekly": spending.weekly,
        "usage_monthly": spending.monthly,
        "last_used_at": spending.last_used_at,
    }


def _remaining(facts: Mapping[str, Any], spending: Spending) -> float | None:
    limit = facts.get("limit")
    return None if limit is None else round(limit - spending.since(facts.get("limit_reset")), 12)

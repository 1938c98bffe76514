"""Whether a call that costs may be made: by guardrails, the account's credits, and each budget of its key.

Here lives what is asked of such a call before its behaviour runs. What was spent is `ledger`'s to say; what guardrails
allow, `guardrails`'.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from starlette.exceptions import HTTPException

from openrouter_core.testing.accounts import part_id
from openrouter_core.testing.contract import NO_MONEY
from openrouter_core.testing.guardrails import DEFAULT_GUARDRAIL, guard, holding
from openrouter_core.testing.ledger import next_reset
from openrouter_core.testing.presets import with_preset

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from openrouter_core.testing.calls import Call
    from openrouter_core.testing.state import State

__all__ = ["admit", "budgets", "credits_left"]

_NAMES = {"workspace": "Workspace budget", "key_limit": "Key limit"}


def admit(state: State, call: Call) -> Call:
    """Return the call, completed by the preset that it names, or refuse it."""
    call = with_preset(state.records, call)
    guard(state, call)
    left, is_free = credits_left(state, call), str(call.body.get("model")).endswith(":free")
    if left < 0 or (left == 0 and not is_free):
        status = NO_MONEY if NO_MONEY in call.operation.statuses else 403
        raise HTTPException(status, "Insufficient credits: the account has used all that it bought")
    for each in budgets(state, call):
        if each["remaining_usd"] <= 0:
            name, interval = _NAMES.get(each["scope"], "Guardrail budget"), each["reset_interval"] or "total"
            raise HTTPException(403, f"{name} exceeded ({interval} limit)")
    return call


def credits_left(state: State, call: Call) -> float:
    """Return what the account has not used of its credits, in dollars; less than 0 is what it owes."""
    return round(state.accounts.credits(call.account_id) - state.ledger.spent(call.account_id), 12)


def budgets(state: State, call: Call) -> list[dict[str, Any]]:
    """Return the budgets that calls of the key count towards, in the order in which they are checked (`KeyBudget`)."""
    key, facts = call.caller.key_hash, call.caller.facts
    workspace_id = facts.get("workspace_id") or state.accounts.default_workspace(call.account_id)
    found = [
        _budget(state, call, "workspace", each, workspace_id=workspace_id) | {"budget_id": each["id"]}
        for each in state.records.all(call.account_id, "WorkspaceBudget")
        if each["workspace_id"] == workspace_id
    ]
    if facts.get("limit") is not None:
        limits = {"limit_usd": facts["limit"], "reset_interval": facts.get("limit_reset")}
        own = _budget(state, call, "key_limit", limits, keys=[key])
        found.append(own | {"include_byok": facts.get("include_byok_in_limit", False)})
    return [*_of_guardrails(state, call, workspace_id), *found]


def _of_guardrails(state: State, call: Call, workspace_id: str | None) -> Iterator[dict[str, Any]]:
    key = call.caller.key_hash
    for each in holding(state, call):
        if each["limit_usd"] is not None:
            scope = _scope(state, call, each["id"], workspace_id)
            keys = _of_member(state, call) if scope == "member" else [key]
            yield _budget(state, call, scope, each, keys=keys) | {"guardrail_id": each["id"]}


def _scope(state: State, call: Call, guardrail_id: str, workspace_id: str | None) -> str:
    if workspace_id is not None and guardrail_id == part_id(workspace_id, DEFAULT_GUARDRAIL):
        return "workspace_default_key"
    assigned = state.records.get(call.account_id, "KeyAssignment", call.caller.key_hash)
    return "api_key" if assigned is not None and assigned["guardrail_id"] == guardrail_id else "member"


def _of_member(state: State, call: Call) -> list[str]:
    """Return the keys of who made the key of the call."""
    creator = call.caller.facts.get("creator_user_id")
    found = state.accounts.keys(call.account_id)
    return [each for each, facts in found.items() if facts.get("creator_user_id") == creator]


def _budget(
    state: State,
    call: Call,
    scope: str,
    limits: Mapping[str, Any],
    *,
    keys: Sequence[str] | None = None,
    workspace_id: str | None = None,
) -> dict[str, Any]:
    limit, reset = limits["limit_usd"], limits["reset_interval"]
    spent = state.ledger.spent(call.account_id, reset, keys=keys, workspace_id=workspace_id)
    return {
        "scope": scope,
        "budget_id": None,
        "guardrail_id": None,
        "include_byok": False,
        "limit_usd": limit,
        "spend_usd": spent,
        "remaining_usd": round(limit - spent, 12),
        "reset_interval": reset,
        "resets_at": next_reset(reset, state.clock()),
    }

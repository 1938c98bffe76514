"""Eight operations on the assignments of guardrails, to API keys and to members; each has one guardrail at most."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import attrs
from starlette.responses import JSONResponse

from openrouter_core.testing.state import Collection, now, paged

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.responses import Response

    from openrouter_core.testing.calls import Behaviours, Call
    from openrouter_core.testing.state import State

__all__ = ["GuardrailAssignments"]


@attrs.frozen
class _Kind:
    """One kind of assignments: the schema, its field that says whose it is, and the request's that names several."""

    schema: str
    key: str
    names: str


_KEYS = _Kind("KeyAssignment", "key_hash", "key_hashes")
_MEMBERS = _Kind("MemberAssignment", "user_id", "member_user_ids")


@attrs.frozen
class GuardrailAssignments:
    """The operations over one state."""

    _state: State

    def behaviours(self) -> Behaviours:
        """Return what answers each operation."""
        return {
            "guardrails_list_key_assignments": self.list_keys,
            "guardrails_list_guardrail_key_assignments": self.list_keys,
            "guardrails_bulk_assign_keys": self.assign_keys,
            "guardrails_bulk_unassign_keys": partial(self._unassign, _KEYS),
            "guardrails_list_member_assignments": self.list_members,
            "guardrails_list_guardrail_member_assignments": self.list_members,
            "guardrails_bulk_assign_members": self.assign_members,
            "guardrails_bulk_unassign_members": partial(self._unassign, _MEMBERS),
        }

    def list_keys(self, call: Call) -> Response:
        """Answer one page of the keys that a guardrail, or any, is assigned to, as they are called now."""
        keys = self._keys(call)
        found = [{**each, **keys[each["key_hash"]]} for each in self._all(_KEYS, call) if each["key_hash"] in keys]
        return JSONResponse(paged(found, call.query))

    def list_members(self, call: Call) -> Response:
        """Answer one page of the members that a guardrail, or any, is assigned to."""
        return JSONResponse(paged(self._all(_MEMBERS, call), call.query))

    def assign_keys(self, call: Call) -> Response:
        """Assign a guardrail to keys, in place of those that they have."""
        holding = {"guardrail_id": self._guardrail_id(call)}
        self._state.check_keys(call, _KEYS.names)
        keys = self._keys(call)
        return self._assign(_KEYS, call, {each: holding | keys[each] for each in call.body[_KEYS.names]})

    def assign_members(self, call: Call) -> Response:
        """Assign a guardrail to members, in place of those that they have."""
        holding = {"guardrail_id": self._guardrail_id(call), "organization_id": call.account_id}
        self._state.check_members(call, _MEMBERS.names)
        return self._assign(_MEMBERS, call, dict.fromkeys(call.body[_MEMBERS.names], holding))

    def _assign(self, kind: _Kind, call: Call, made: Mapping[str, Mapping[str, str]]) -> Response:
        for each, facts in made.items():
            begun = {kind.key: each, "id": str(uuid4()), "created_at": now()}
            self._assignments(kind).create(call, **begun, **facts)
        return JSONResponse({"assigned_count": len(made)})

    def _unassign(self, kind: _Kind, call: Call) -> Response:
        wanted = set(call.body[kind.names])
        found = [each[kind.key] for each in self._all(kind, call) if each[kind.key] in wanted]
        for each in found:
            self._assignments(kind).remove(call, each)
        return JSONResponse({"unassigned_count": len(found)})

    def _all(self, kind: _Kind, call: Call) -> list[dict[str, Any]]:
        """Return the assignments of the guardrail in the path, or of all."""
        guardrail_id = self._guardrail_id(call) if "id" in call.path else None
        return self._assignments(kind).all(call, guardrail_id=guardrail_id)

    def _assignments(self, kind: _Kind) -> Collection:
        return Collection(self._state, kind.schema, kind.key)

    def _guardrail_id(self, call: Call) -> str:
        """Return the id of the guardrail in the path, or answer 404."""
        return str(Collection(self._state, "Guardrail").find(call, call.path["id"].lower())["id"])

    def _keys(self, call: Call) -> dict[str, dict[str, str]]:
        """Return what each key of the account is called, by its hash; those of tests have no name."""
        return {
            key_hash: {"key_name": facts.get("name", ""), "key_label": facts.get("label", "")}
            for key_hash, facts in self._state.accounts.keys(call.account_id).items()
        }

"""Guardrails at work: which ones hold for a call, and what they refuse.

Here lives the decision. The operations on guardrails are in `endpoints.guardrails`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import attrs
from starlette.exceptions import HTTPException

from openrouter_core.testing.accounts import part_id
from openrouter_core.testing.catalogue import AUTO, is_router
from openrouter_core.testing.model import said
from openrouter_core.testing.state import Collection

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from openrouter_core.testing.calls import Call
    from openrouter_core.testing.state import State

__all__ = ["DEFAULT_GUARDRAIL", "Asked", "delete_guardrail", "guard", "holding", "refuse"]

# What `part_id` calls the default guardrail of a workspace, which there is from its first change on.
DEFAULT_GUARDRAIL = "default guardrail"


@attrs.frozen
class Asked:
    """What a call asks for, as far as guardrails look at it.

    Attributes:
        model: The id of the model and its permanent slug; empty if a router chooses one.
        providers: The slugs of the providers that could serve it; empty if that is not known.
        text: All that is said in it.
    """

    model: Sequence[str]
    providers: Sequence[str] = ()
    text: str = ""


def guard(state: State, call: Call) -> None:
    """Refuse a call that a guardrail does not allow; whether its budget is spent, `budgets` says."""
    guardrails = holding(state, call)
    if guardrails:
        text = said([call.body.get(name) for name in ("messages", "input", "prompt")])
        refuse(guardrails, Asked(*_served(state, call.body.get("model") or AUTO), text))


def delete_guardrail(state: State, call: Call, guardrail_id: str) -> None:
    """Delete a guardrail, and its assignments."""
    for schema, key in (("KeyAssignment", "key_hash"), ("MemberAssignment", "user_id")):
        assignments = Collection(state, schema, key)
        for each in assignments.all(call, guardrail_id=guardrail_id):
            assignments.remove(call, each[key])
    Collection(state, "Guardrail").remove(call, guardrail_id)


def holding(state: State, call: Call) -> list[dict[str, Any]]:
    """Return the guardrails of the call's workspace, of who made its key, and of the key itself."""
    records = state.records
    known = {each["id"]: each for each in records.all(call.account_id, "Guardrail")}
    if not known:
        return []
    key = state.accounts.key(call.account_id, call.caller.key_hash) or {}
    workspace_id = key.get("workspace_id") or state.accounts.default_workspace(call.account_id)
    assigned = (
        records.get(call.account_id, "MemberAssignment", str(key.get("creator_user_id"))),
        records.get(call.account_id, "KeyAssignment", call.caller.key_hash),
    )
    ids = [part_id(workspace_id, DEFAULT_GUARDRAIL)] if workspace_id else []
    ids += [each["guardrail_id"] for each in assigned if each is not None]
    return [known[each] for each in dict.fromkeys(ids) if each in known]


def refuse(guardrails: Sequence[Mapping[str, Any]], asked: Asked) -> None:
    """Answer 404 if no model or provider remains, 403 if a filter blocks the text."""
    providers = set(asked.providers)
    for each in guardrails:
        if asked.model and not _passes(each, "models", asked.model):
            raise HTTPException(404, f"The guardrail {each['name']!r} does not allow the model {asked.model[0]!r}")
        providers = {one for one in providers if _passes(each, "providers", [one])}
        if asked.providers and not providers:
            raise HTTPException(404, f"The guardrail {each['name']!r} allows no provider of {asked.model[0]!r}")
        for entry in each["content_filters"] or ():
            if entry["action"] == "block" and re.search(entry["pattern"], asked.text):
                label = entry.get("label") or entry["pattern"]
                raise HTTPException(403, f"The guardrail {each['name']!r} blocks what the request contains: {label}")


def _served(state: State, slug: str) -> tuple[list[str], list[str]]:
    """Return what a model is called, and who could serve it."""
    model = state.catalogue.find(slug)
    if slug == AUTO or (model is not None and is_router(model)):
        return [], []
    if model is None:
        return [slug], []
    providers = [each["tag"].partition("/")[0] for each in state.catalogue.endpoints(model)]
    return [model["id"], model["canonical_slug"]], providers


def _passes(guardrail: Mapping[str, Any], kind: str, names: Sequence[str]) -> bool:
    allowed, ignored = guardrail[f"allowed_{kind}"], guardrail[f"ignored_{kind}"]
    return (allowed is None or not set(names).isdisjoint(allowed)) and set(names).isdisjoint(ignored or ())

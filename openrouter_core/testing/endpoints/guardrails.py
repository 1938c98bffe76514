"""Five operations on guardrails: to list, create, get, update and delete them.

Their assignments are in `guardrail_assignments`. What one does to a call is in `openrouter_core.testing.guardrails`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import attrs
from starlette.responses import JSONResponse

from openrouter_core.testing.accounts import part_id
from openrouter_core.testing.guardrails import DEFAULT_GUARDRAIL, delete_guardrail
from openrouter_core.testing.reading import BadRequest
from openrouter_core.testing.state import Collection, given, now, paged

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.responses import Response

    from openrouter_core.testing.calls import Behaviours, Call
    from openrouter_core.testing.state import State

__all__ = ["Guardrails"]

_ZDR = [f"enforce_zdr_{maker}" for maker in ("anthropic", "google", "openai", "other", "xai")]


@attrs.frozen
class Guardrails:
    """The operations over one state."""

    _state: State

    def behaviours(self) -> Behaviours:
        """Return what answers each operation."""
        return {
            "guardrails_list": self.list,
            "guardrails_create": self.create,
            "guardrails_get": self.get,
            "guardrails_update": self.update,
            "guardrails_delete": self.delete,
        }

    def list(self, call: Call) -> Response:
        """Answer one page of a workspace's guardrails, oldest first."""
        workspace_id = self._state.workspace(call, call.query.get("workspace_id"))
        return JSONResponse(paged(self._guardrails.all(call, workspace_id=workspace_id), call.query))

    def create(self, call: Call) -> Response:
        """Make a guardrail, which holds for nothing yet."""
        workspace_id = self._state.workspace(call, call.body.get("workspace_id"))
        return JSONResponse({"data": self._create(call, id=str(uuid4()), workspace_id=workspace_id)}, 201)

    def get(self, call: Call) -> Response:
        """Answer one guardrail."""
        return JSONResponse({"data": self._guardrails.find(call, _id(call))})

    def update(self, call: Call) -> Response:
        """Change what the body names; the first change of a workspace's default guardrail makes it."""
        workspace = next(
            (each for each in self._state.accounts.workspaces(call.account_id) if _is_its(call, each)), None
        )
        if workspace is not None and "name" in call.body:
            raise BadRequest("name: is that of the workspace's default guardrail, which cannot be changed")
        found = self._state.records.get(call.account_id, "Guardrail", _id(call))
        if found is None and workspace is not None:
            made = {"id": _id(call), "workspace_id": workspace["id"], "name": f"{workspace['name']} default"}
            return JSONResponse({"data": self._create(call, **made)})
        settings = _settings(call)
        _check({**self._guardrails.find(call, _id(call)), **settings})
        return JSONResponse({"data": self._guardrails.change(call, _id(call), **settings, updated_at=now())})

    def delete(self, call: Call) -> Response:
        """Delete a guardrail, and its assignments."""
        delete_guardrail(self._state, call, _id(call))
        return JSONResponse({"deleted": True})

    @property
    def _guardrails(self) -> Collection:
        return Collection(self._state, "Guardrail")

    def _create(self, call: Call, **made: str) -> dict[str, Any]:
        settings = _settings(call)
        _check(settings)
        return self._guardrails.create(call, **{**settings, **made, "created_at": now()})


def _id(call: Call) -> str:
    return call.path["id"].lower()


def _is_its(call: Call, workspace: Mapping[str, Any]) -> bool:
    """Tell whether the path names the default guardrail of the workspace."""
    return part_id(workspace["id"], DEFAULT_GUARDRAIL) == _id(call)


def _settings(call: Call) -> dict[str, Any]:
    """Return what the body says, in the words of a guardrail."""
    settings = given(call)
    if "enforce_zdr" in settings:
        settings = {**dict.fromkeys(_ZDR, settings["enforce_zdr"]), **settings}
    builtins = settings.get("content_filter_builtins")
    if builtins is not None:  # OpenRouter chooses the label
        settings["content_filter_builtins"] = [{**each, "label": _label(each["slug"])} for each in builtins]
    return settings


def _label(slug: str) -> str:
    return f"[{slug.upper().replace('-', '_')}]"


def _check(settings: Mapping[str, Any]) -> None:
    """Refuse what the contract has no words for."""
    missing = {name for name in ("limit_usd", "reset_interval") if settings.get(name) is None}
    if len(missing) == 1:
        raise BadRequest(f"{missing.pop()}: is required, limit_usd and reset_interval go together")
    if settings.get("allowed_data_regions") == []:
        raise BadRequest("allowed_data_regions: must not be empty")
    for index, each in enumerate(settings.get("content_filters") or ()):
        try:
            re.compile(each["pattern"])
        except re.error as error:
            raise BadRequest(f"content_filters[{index}].pattern: is no regular expression, {error}") from None

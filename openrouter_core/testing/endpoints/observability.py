"""The five operations of observability: where traces go, of which a secret is told to nobody and never kept."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, cast
from uuid import uuid4

import attrs
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse

from openrouter_core.testing.contract import contract
from openrouter_core.testing.credentials import mask
from openrouter_core.testing.journal import MASK
from openrouter_core.testing.reading import BadRequest
from openrouter_core.testing.schemas import Schemas
from openrouter_core.testing.state import Collection, given, now, paged

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.responses import Response

    from openrouter_core.testing.calls import Behaviours, Call
    from openrouter_core.testing.state import State

__all__ = ["Observability"]

# Destinations of all types have the same fields, but for those of their `config`.
_SCHEMA = "ObservabilityWebhookDestination"
_MOST = 5
_SECRET = re.compile("key|token|password|secret", re.IGNORECASE)
_USER = re.compile("(?<=://)[^/@]+(?=@)")


@attrs.frozen
class Observability:
    """The operations over one state."""

    _state: State

    def behaviours(self) -> Behaviours:
        """Return what answers each operation."""
        return {
            "observability_list": self.list,
            "observability_create": self.create,
            "observability_get": self.get,
            "observability_update": self.update,
            "observability_delete": self.delete,
        }

    def list(self, call: Call) -> Response:
        """Answer one page of a workspace's destinations."""
        workspace_id = self._state.workspace(call, call.query.get("workspace_id"))
        return JSONResponse(paged(self._destinations.all(call, workspace_id=workspace_id), call.query))

    def create(self, call: Call) -> Response:
        """Keep a new destination."""
        unset: dict[str, Any] = {"enabled": True, "sampling_rate": 1, "regions": ["global"]}
        begun: dict[str, Any] = {
            "workspace_id": self._state.workspace(call, call.body.get("workspace_id")),
            "id": str(uuid4()),
            "created_at": now(),
            "updated_at": now(),
        }
        made = {**unset, **given(call), **begun}
        made |= _settings(made)
        self._check_room(call, made)
        created = self._destinations.create(call, **made)
        return JSONResponse({"data": created}, 201)

    def get(self, call: Call) -> Response:
        """Answer one destination."""
        return JSONResponse({"data": self._destinations.find(call, call.path["id"].lower())})

    def update(self, call: Call) -> Response:
        """Change what the body names; of the configuration, too."""
        found = self._destinations.find(call, call.path["id"].lower())
        made = {**found, **given(call)}
        self._check(call, made)
        changed = _settings(made, found["config"]) | {"updated_at": now()}
        return JSONResponse({"data": self._destinations.change(call, found["id"], **changed)})

    def delete(self, call: Call) -> Response:
        """Forget a destination."""
        self._destinations.remove(call, call.path["id"].lower())
        return JSONResponse({"deleted": True})

    @property
    def _destinations(self) -> Collection:
        return Collection(self._state, _SCHEMA)

    def _check_room(self, call: Call, made: Mapping[str, Any]) -> None:
        same = self._destinations.all(call, workspace_id=made["workspace_id"], type=made["type"])
        if len(same) >= _MOST:
            raise HTTPException(409, f"type: the workspace has {_MOST} destinations of this type, which is the most")
        self._check(call, made)

    def _check(self, call: Call, made: Mapping[str, Any]) -> None:
        self._state.check_keys(call, "api_key_hashes")
        same = self._destinations.all(call, workspace_id=made["workspace_id"], type=made["type"], name=made["name"])
        if any(each["id"] != made["id"] for each in same):
            raise HTTPException(409, "name: another destination of this type has it in this workspace")


def _settings(made: Mapping[str, Any], kept: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Return what the contract leaves to each type of destination, and to the server: checked, without secrets."""
    if not 0.0001 <= made["sampling_rate"] <= 1:  # noqa: PLR2004 - as it is documented
        raise BadRequest("sampling_rate: must be a number from 0.0001 to 1")
    if not made["regions"]:
        raise BadRequest("regions: must not be empty")
    regions = dict.fromkeys("europe" if each == "eu" else each for each in made["regions"])
    return {"regions": [*regions], "config": _config(made["type"], made["config"], kept or {})}


def _config(kind: str, given: Mapping[str, Any], kept: Mapping[str, Any]) -> dict[str, Any]:
    name = contract().schema("ObservabilityDestination")["discriminator"]["mapping"][kind].rpartition("/")[2]
    schema = contract().schema(name)["properties"]["config"]
    unset = {name: each["default"] for name, each in schema["properties"].items() if "default" in each}
    whole = {**unset, **kept, **given}
    wrong = Schemas(contract(), closed=True).wrong(schema, whole, "config")
    if wrong is not None:
        raise BadRequest(str(wrong))
    return {name: _shown(name, value, kept.get(name)) for name, value in whole.items()}


def _shown(name: str, value: object, kept: object) -> object:
    """Return a value without what is secret in it; what is shown already is sent back to be left as it is."""
    if value == kept:
        return value
    if name == "headers":
        before = cast("dict[str, str]", kept or {})
        return {each: _shown("key", text, before.get(each)) for each, text in cast("dict[str, str]", value).items()}
    if not isinstance(value, str):
        return value
    return mask(value) if _SECRET.search(name) else _USER.sub(MASK, value)

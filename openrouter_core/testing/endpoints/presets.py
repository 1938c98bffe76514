"""The seven operations of presets, and `with_preset`: settings of requests under a name, each change a new version."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import attrs
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse

from openrouter_core.testing.catalogue import AUTO
from openrouter_core.testing.contract import JSON, contract
from openrouter_core.testing.model import said
from openrouter_core.testing.reading import BadRequest
from openrouter_core.testing.schemas import Schemas
from openrouter_core.testing.state import not_found, now, owner, paged

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.responses import Response

    from openrouter_core.testing.calls import Behaviours, Call
    from openrouter_core.testing.records import Records
    from openrouter_core.testing.state import State

__all__ = ["Presets", "with_preset"]

_PRESET, _VERSION = "Preset", "PresetDesignatedVersion"
_SYSTEM = ("system", "developer")
# What a preset keeps of a request; the rest is of one request only.
_CONFIG = {
    "model",
    "models",
    "provider",
    "route",
    "plugins",
    "tools",
    "tool_choice",
    "parallel_tool_calls",
    "response_format",
    "text",
    "reasoning",
    "reasoning_effort",
    "thinking",
    "modalities",
    "image_config",
    "temperature",
    "top_p",
    "top_k",
    "top_a",
    "min_p",
    "seed",
    "stop",
    "stop_sequences",
    "max_tokens",
    "max_completion_tokens",
    "max_output_tokens",
    "frequency_penalty",
    "presence_penalty",
    "repetition_penalty",
    "logit_bias",
    "logprobs",
    "top_logprobs",
}


@attrs.frozen
class Presets:
    """The operations over one state."""

    _state: State

    def behaviours(self) -> Behaviours:
        """Return what answers each operation."""
        return {
            "presets_list": self.list,
            "presets_get": self.get,
            "presets_create_presets_chat_completions": self.create,
            "presets_create_presets_messages": self.create,
            "presets_create_presets_responses": self.create,
            "presets_list_versions": self.versions,
            "presets_get_version": self.version,
        }

    def list(self, call: Call) -> Response:
        """Answer one page of presets, the last changed first."""
        found = self._state.records.all(call.account_id, _PRESET)
        return JSONResponse(paged([self._record(_PRESET, each) for each in reversed(found)], call.query))

    def get(self, call: Call) -> Response:
        """Answer a preset with its designated version."""
        return self._whole(call, self._find(call))

    def create(self, call: Call) -> Response:
        """Make a version of what the request says, and the preset if there is none."""
        slug = call.path["slug"]
        if not re.fullmatch("[A-Za-z0-9._~-]+", slug):
            raise BadRequest("slug: must be letters, digits, and any of . _ ~ -")
        with self._state.database.transaction():
            preset = self._state.records.get(call.account_id, _PRESET, slug) or self._begun(call)
            version = self._next(call, preset)
            preset |= {"designated_version_id": version["id"], "updated_at": now(), "version": version["version"]}
            # A record has its place by when it was put there first: this one comes last.
            self._state.records.remove(call.account_id, _PRESET, slug)
            self._state.records.put(call.account_id, _PRESET, slug, preset)
            self._state.records.put(call.account_id, _VERSION, f"{slug}/{version['version']}", version)
        return self._whole(call, preset)

    def versions(self, call: Call) -> Response:
        """Answer one page of a preset's versions, the oldest first."""
        preset = self._find(call)
        found = self._state.records.all(call.account_id, _VERSION)
        return JSONResponse(paged([each for each in found if each["preset_id"] == preset["id"]], call.query))

    def version(self, call: Call) -> Response:
        """Answer one version of a preset."""
        found = self._state.records.get(call.account_id, _VERSION, "{slug}/{version}".format_map(call.path))
        return not_found() if found is None else JSONResponse({"data": found})

    def _find(self, call: Call) -> dict[str, Any]:
        return self._state.records.get(call.account_id, _PRESET, call.path["slug"]) or not_found()

    def _whole(self, call: Call, preset: Mapping[str, Any]) -> Response:
        designated = self._state.records.get(call.account_id, _VERSION, f"{preset['slug']}/{preset['version']}")
        whole = self._record("PresetWithDesignatedVersion", {**preset, "designated_version": designated})
        return JSONResponse({"data": whole})

    def _begun(self, call: Call) -> dict[str, Any]:
        slug = call.path["slug"]
        return {
            "id": str(uuid4()),
            "slug": slug,
            "name": slug,
            "status": "active",
            "creator_user_id": owner(call.account_id),
            "workspace_id": self._state.workspace_of_key(call),
            "created_at": now(),
            "version": 0,
        }

    def _next(self, call: Call, preset: Mapping[str, Any]) -> dict[str, Any]:
        return {
            "id": str(uuid4()),
            "preset_id": preset["id"],
            "creator_id": owner(call.account_id),
            "version": preset["version"] + 1,
            "system_prompt": _system_prompt(call.body),
            "config": {name: value for name, value in call.body.items() if name in _CONFIG and value is not None},
            "created_at": now(),
            "updated_at": now(),
        }

    def _record(self, schema: str, given: Mapping[str, object]) -> dict[str, Any]:
        return self._state.samples.record(schema, given)


def with_preset(records: Records, call: Call) -> Call:
    """Return the call completed by the preset that it names, if it names one; what it says itself holds.

    It is named by a model such as `@preset/slug` or `openai/gpt-5@preset/slug`, or by the field `preset`.
    """
    model, _, slug = str(call.body.get("model") or "").partition("@preset/")
    slug = call.body.get("preset") or slug
    if not slug:
        return call
    preset = records.get(call.account_id, _PRESET, str(slug))
    if preset is None:
        raise HTTPException(404, f"Preset not found: {slug}")
    version = records.get(call.account_id, _VERSION, f"{slug}/{preset['version']}") or not_found()
    schema = contract().resolved(call.operation.bodies[JSON])
    body = _completed({**call.body, "model": model or None}, version, schema["properties"])
    wrong = Schemas(contract()).wrong(schema, body)
    if wrong is not None:  # such as tools that were made for another endpoint
        raise BadRequest(f"{wrong}, with the preset {slug}")
    return attrs.evolve(call, body=body)


def _completed(body: Mapping[str, Any], version: Mapping[str, Any], known: Mapping[str, Any]) -> dict[str, Any]:
    config, prompt = version["config"], version["system_prompt"]
    whole = {**body, **{name: value for name, value in config.items() if body.get(name) is None}}
    whole["model"] = whole["model"] or AUTO
    if prompt is None or _system_prompt(body) is not None:
        return whole
    for name in ("system", "instructions"):
        if name in known:
            return whole | {name: prompt}
    return whole | {"messages": [{"role": "system", "content": prompt}, *body["messages"]]}


def _system_prompt(body: Mapping[str, Any]) -> str | None:
    for name in ("system", "instructions"):
        if body.get(name):
            return said(body[name])
    return next((said(each) for each in body.get("messages") or () if each["role"] in _SYSTEM), None)

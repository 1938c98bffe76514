"""The seven operations of presets: settings of requests under a name, each change a new version."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import attrs
from starlette.responses import JSONResponse

from openrouter_core.testing.presets import PRESET, VERSION, system_prompt
from openrouter_core.testing.reading import BadRequest
from openrouter_core.testing.state import not_found, now, owner, paged

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.responses import Response

    from openrouter_core.testing.calls import Behaviours, Call
    from openrouter_core.testing.state import State

__all__ = ["Presets"]

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
        found = self._state.records.all(call.account_id, PRESET)
        return JSONResponse(paged([self._record(PRESET, each) for each in reversed(found)], call.query))

    def get(self, call: Call) -> Response:
        """Answer a preset with its designated version."""
        return self._whole(call, self._find(call))

    def create(self, call: Call) -> Response:
        """Make a version of what the request says, and the preset if there is none."""
        slug = call.path["slug"]
        if not re.fullmatch("[A-Za-z0-9._~-]+", slug):
            raise BadRequest("slug: must be letters, digits, and any of . _ ~ -")
        preset = self._state.records.get(call.account_id, PRESET, slug) or self._begun(call)
        version = self._next(call, preset)
        preset |= {"designated_version_id": version["id"], "updated_at": now(), "version": version["version"]}
        # A record has its place by when it was put there first: this one comes last.
        self._state.records.remove(call.account_id, PRESET, slug)
        self._state.records.put(call.account_id, PRESET, slug, preset)
        self._state.records.put(call.account_id, VERSION, f"{slug}/{version['version']}", version)
        return self._whole(call, preset)

    def versions(self, call: Call) -> Response:
        """Answer one page of a preset's versions, the oldest first."""
        preset = self._find(call)
        found = self._state.records.all(call.account_id, VERSION)
        return JSONResponse(paged([each for each in found if each["preset_id"] == preset["id"]], call.query))

    def version(self, call: Call) -> Response:
        """Answer one version of a preset."""
        found = self._state.records.get(call.account_id, VERSION, "{slug}/{version}".format_map(call.path))
        return not_found() if found is None else JSONResponse({"data": found})

    def _find(self, call: Call) -> dict[str, Any]:
        return self._state.records.get(call.account_id, PRESET, call.path["slug"]) or not_found()

    def _whole(self, call: Call, preset: Mapping[str, Any]) -> Response:
        designated = self._state.records.get(call.account_id, VERSION, f"{preset['slug']}/{preset['version']}")
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
            "system_prompt": system_prompt(call.body),
            "config": {name: value for name, value in call.body.items() if name in _CONFIG and value is not None},
            "created_at": now(),
            "updated_at": now(),
        }

    def _record(self, schema: str, given: Mapping[str, object]) -> dict[str, Any]:
        return self._state.samples.record(schema, given)

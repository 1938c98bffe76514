"""What a preset makes of a request that names it.

Here lives how a request is completed. The operations on presets are in `endpoints.presets`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs
from starlette.exceptions import HTTPException

from openrouter_core.testing.catalogue import AUTO
from openrouter_core.testing.contract import JSON, contract
from openrouter_core.testing.model import said
from openrouter_core.testing.reading import BadRequest
from openrouter_core.testing.schemas import Schemas
from openrouter_core.testing.state import not_found

if TYPE_CHECKING:
    from collections.abc import Mapping

    from openrouter_core.testing.calls import Call
    from openrouter_core.testing.records import Records

__all__ = ["PRESET", "VERSION", "system_prompt", "with_preset"]

PRESET, VERSION = "Preset", "PresetDesignatedVersion"
_ROLES = ("system", "developer")
_TAKING = {"chat_send", "responses_send", "messages_create"}


def with_preset(records: Records, call: Call) -> Call:
    """Return the call with its model, and completed by the preset that it names, if any; what it says itself holds.

    It is named by a model such as `@preset/slug` or `openai/gpt-5@preset/slug`, or by the field `preset`.
    """
    if call.operation.name not in _TAKING:
        return call
    model, _, slug = str(call.body.get("model") or "").partition("@preset/")
    slug = call.body.get("preset") or slug
    if not slug:
        return attrs.evolve(call, body={**call.body, "model": _model(call.body)})
    preset = records.get(call.account_id, PRESET, str(slug))
    if preset is None:
        raise HTTPException(404, f"Preset not found: {slug}")
    version = records.get(call.account_id, VERSION, f"{slug}/{preset['version']}") or not_found()
    schema = contract().resolved(call.operation.bodies[JSON])
    body = _completed({**call.body, "model": model or None}, version, schema["properties"])
    wrong = Schemas(contract()).wrong(schema, body)
    if wrong is not None:  # such as tools that were made for another endpoint
        raise BadRequest(f"{wrong}, with the preset {slug}")
    return attrs.evolve(call, body=body)


def _completed(body: Mapping[str, Any], version: Mapping[str, Any], known: Mapping[str, Any]) -> dict[str, Any]:
    config, prompt = version["config"], version["system_prompt"]
    whole = {**body, **{name: value for name, value in config.items() if body.get(name) is None}}
    whole["model"] = _model(whole)
    if prompt is None or system_prompt(body) is not None:
        return whole
    for name in ("system", "instructions"):
        if name in known:
            return whole | {name: prompt}
    return whole | {"messages": [{"role": "system", "content": prompt}, *body["messages"]]}


def _model(body: Mapping[str, Any]) -> str:
    """Return the model that a request asks first."""
    return str(body.get("model") or next(iter(body.get("models") or ()), AUTO))


def system_prompt(body: Mapping[str, Any]) -> str | None:
    """Return what a request tells the model before all else."""
    for name in ("system", "instructions"):
        if body.get(name):
            return said(body[name])
    return next((said(each) for each in body.get("messages") or () if each["role"] in _ROLES), None)

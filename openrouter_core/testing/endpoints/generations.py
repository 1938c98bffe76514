"""The three operations on generations: every call of a model that was served, its content, and feedback to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_URL, uuid5

import attrs
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse

from openrouter_core.testing.clock import moment
from openrouter_core.testing.state import given, not_found

if TYPE_CHECKING:
    from starlette.responses import Response

    from openrouter_core.testing.calls import Behaviours, Call
    from openrouter_core.testing.ledger import Row
    from openrouter_core.testing.state import State

__all__ = ["Generations", "endpoint_id", "permaslug"]


@attrs.frozen
class Generations:
    """The operations over one state."""

    _state: State

    def behaviours(self) -> Behaviours:
        """Return what answers each operation."""
        return {
            "generations_get_generation": self.get,
            "generations_list_generation_content": self.content,
            "generations_submit_feedback": self.feedback,
        }

    def get(self, call: Call) -> Response:
        """Answer what a call used and cost."""
        found = self._find(call, call.query["id"])
        told = _told(found, permaslug(self._state, found))
        return JSONResponse({"data": self._state.samples.data(call.operation, told)})

    def content(self, call: Call) -> Response:
        """Answer what was asked, and what was answered."""
        return JSONResponse({"data": {"error": None, **self._find(call, call.query["id"])["content"]}})

    def feedback(self, call: Call) -> Response:
        """Keep what a user says of a generation, once."""
        found = self._find(call, call.body["generation_id"])
        if not self._state.ledger.add_feedback(found, given(call)):
            raise HTTPException(409, "There is feedback to this generation already")
        return JSONResponse({"data": {"success": True}})

    def _find(self, call: Call, generation_id: str) -> Row:
        return self._state.ledger.generation(call.account_id, generation_id) or not_found()


def endpoint_id(row: Row) -> str:
    """Return the id of the endpoint that served a call: of each provider's model always the same."""
    return str(uuid5(NAMESPACE_URL, f"{row['provider']}/{row['model']}"))


def permaslug(state: State, row: Row) -> str:
    """Return the permanent slug of the model that was called."""
    model = state.catalogue.find(row["model"])
    return str(row["model"] if model is None else model["canonical_slug"])


def _told(row: Row, slug: str) -> dict[str, Any]:
    provider = {
        "endpoint_id": endpoint_id(row),
        "is_byok": False,
        "latency": row["latency"],
        "model_permaslug": slug,
        "provider_name": row["provider"],
        "status": 200,
    }
    return {
        **row["details"],
        "id": row["id"],
        "created_at": moment(row["at"]),
        "model": row["model"],
        "provider_name": row["provider"],
        "provider_responses": [provider],
        "workspace_id": row["workspace_id"] or None,
        "external_user": row["external_user"] or None,
        "origin": row["origin"],
        "cancelled": False,
        "finish_reason": row["finish_reason"] or None,
        "native_finish_reason": row["finish_reason"] or None,
        "latency": row["latency"],
        "generation_time": row["latency"],
        "tokens_prompt": row["prompt"],
        "native_tokens_prompt": row["prompt"],
        "tokens_completion": row["completion"],
        "native_tokens_completion": row["completion"],
        "native_tokens_cached": row["cached"],
        "native_tokens_reasoning": row["reasoning"],
        "usage": row["cost"],
        "total_cost": row["cost"],
    }

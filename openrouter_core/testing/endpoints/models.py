"""`models_list`: the catalogue, filtered and paged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import attrs
from starlette.responses import JSONResponse

from openrouter_core.testing.catalogue import MODELS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from starlette.responses import Response

    from openrouter_core.testing.calls import Behaviours, Call
    from openrouter_core.testing.state import State

__all__ = ["Models"]

_LIMIT = 500


@attrs.frozen
class Models:
    """The operations over one state."""

    _state: State

    def behaviours(self) -> Behaviours:
        """Return what answers each operation."""
        return {"models_list": self.list}

    def list(self, call: Call) -> Response:
        """Answer a page of the models that the query leaves; without `offset` and `limit`, all of them."""
        query = call.query
        filters = [(_FILTERS[name], wanted) for name, wanted in query.items() if name in _FILTERS]
        found = [model for model in MODELS if all(fits(model, wanted) for fits, wanted in filters)]
        offset = query.get("offset") or 0
        is_paged = "offset" in query or "limit" in query
        end = offset + (query.get("limit") or _LIMIT) if is_paged else len(found)
        following = {**query, "offset": end, "limit": end - offset}
        link = f"/api/v1/models?{urlencode(following)}" if end < len(found) else None
        return JSONResponse({"data": found[offset:end], "total_count": len(found), "links": {"next": link}})


def _price(model: Mapping[str, Any], kind: str) -> float:
    """Return dollars for a million tokens."""
    return float(model["pricing"][kind]) * 1_000_000


_FILTERS: Mapping[str, Callable[[Mapping[str, Any], Any], bool]] = {
    "q": lambda model, wanted: wanted.lower() in f"{model['id']} {model['name']}".lower(),
    "supported_parameters": lambda model, wanted: set(wanted.split(",")) <= {*model["supported_parameters"]},
    "input_modalities": lambda model, wanted: set(wanted.split(",")) <= {*model["architecture"]["input_modalities"]},
    "output_modalities": lambda model, wanted: (
        wanted == "all" or set(wanted.split(",")) <= {*model["architecture"]["output_modalities"]}
    ),
    "model_authors": lambda model, wanted: model["id"].partition("/")[0] in wanted.split(","),
    "arch": lambda model, wanted: model["architecture"]["tokenizer"] == wanted,
    "context": lambda model, wanted: model["context_length"] >= wanted,
    "min_price": lambda model, wanted: wanted is None or _price(model, "prompt") >= wanted,
    "max_price": lambda model, wanted: wanted is None or _price(model, "prompt") <= wanted,
    "min_output_price": lambda model, wanted: wanted is None or _price(model, "completion") >= wanted,
    "max_output_price": lambda model, wanted: wanted is None or _price(model, "completion") <= wanted,
}

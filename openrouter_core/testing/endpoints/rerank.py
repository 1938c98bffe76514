"""`rerank_rerank`: documents by the words that they share with the query, the same ones each time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
from starlette.responses import JSONResponse

from openrouter_core.testing.model import likeness, tokens

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.responses import Response

    from openrouter_core.testing.calls import Behaviours, Call
    from openrouter_core.testing.state import State

__all__ = ["Rerank"]


@attrs.frozen
class Rerank:
    """The endpoint over one state."""

    _state: State

    def behaviours(self) -> Behaviours:
        """Return what answers each operation."""
        return {"rerank_rerank": self.rerank}

    def rerank(self, call: Call) -> Response:
        """Answer the documents that are most like the query, best first; of those that are alike in their order."""
        model, query = call.body["model"], call.body["query"]
        documents: list[Mapping[str, str]] = [
            {"text": each} if isinstance(each, str) else each for each in call.body["documents"]
        ]
        texts = [each.get("text", "") for each in documents]
        scores = [round(likeness(query, text), 6) for text in texts]
        ranked = sorted(range(len(texts)), key=scores.__getitem__, reverse=True)
        results = [{"index": index, "relevance_score": scores[index], "document": documents[index]} for index in ranked]
        usage = self._state.usage(model, sum(map(tokens, [query, *texts])))
        return JSONResponse(
            {
                "id": self._state.served(call, "rerank", usage, asked=query),
                "model": model,
                "provider": self._state.catalogue.served_by(model),
                "results": results[: int(call.body.get("top_n", len(results)))],
                "usage": {"search_units": 1, "total_tokens": usage.total, "cost": usage.cost},
            }
        )

"""`embeddings_generate`: a vector for each input, the same one for the same input."""

from __future__ import annotations

import json
from base64 import b64encode
from hashlib import shake_256
from math import sqrt
from struct import pack, unpack
from typing import TYPE_CHECKING, Any, cast

import attrs
from starlette.responses import JSONResponse

from openrouter_core.testing.model import said, tokens
from openrouter_core.testing.reading import BadRequest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from starlette.responses import Response

    from openrouter_core.testing.calls import Behaviours, Call
    from openrouter_core.testing.state import State

__all__ = ["Embeddings"]

_DIMENSIONS = 1536
# The contract has no bound, and no model has as many: a request must not take all memory.
_MOST_DIMENSIONS = 16_384
_MOST_NUMBERS = 8_000_000


@attrs.frozen
class Embeddings:
    """The operations over one state."""

    _state: State

    def behaviours(self) -> Behaviours:
        """Return what answers each operation."""
        return {"embeddings_generate": self.generate}

    def generate(self, call: Call) -> Response:
        """Answer a vector for each input, as numbers or as base64 of little-endian 32-bit floats."""
        inputs = _inputs(call.body["input"])
        dimensions = int(call.body.get("dimensions", _DIMENSIONS))
        if dimensions > _MOST_DIMENSIONS:
            raise BadRequest(f"dimensions: must be an integer from 1 to {_MOST_DIMENSIONS}")
        if len(inputs) * dimensions > _MOST_NUMBERS:
            raise BadRequest(
                f"input: must have at most {_MOST_NUMBERS // dimensions} entries of {dimensions} dimensions"
            )
        vectors = [_vector(each, dimensions) for each in inputs]
        in_base64 = call.body.get("encoding_format") == "base64"
        data = [
            {"object": "embedding", "index": index, "embedding": _base64(vector) if in_base64 else vector}
            for index, vector in enumerate(vectors)
        ]
        model = call.body["model"]
        usage = self._state.usage(model, sum(map(_tokens, inputs)))
        return JSONResponse(
            {
                "id": self._state.served(call, "embeddings", usage, asked=inputs),
                "object": "list",
                "model": model,
                "data": data,
                "usage": {"prompt_tokens": usage.prompt, "total_tokens": usage.total, "cost": usage.cost},
            }
        )


def _inputs(given: object) -> list[object]:
    """Return the inputs one by one: text, tokens, or an object with parts."""
    items = cast("list[object]", given) if isinstance(given, list) else [given]
    is_tokens = bool(items) and all(isinstance(item, int | float) for item in items)
    return [items] if is_tokens else items


def _tokens(given: object) -> int:
    return len(cast("list[object]", given)) if isinstance(given, list) else tokens(said(given))


def _vector(given: object, dimensions: int) -> list[float]:
    """Return a vector of length 1, made from the input's bytes; rounded, so that JSON does not grow."""
    raw = shake_256(json.dumps(given, sort_keys=True).encode()).digest(4 * dimensions)
    numbers: tuple[Any, ...] = unpack(f"<{dimensions}i", raw)
    length = sqrt(sum(number * number for number in numbers)) or 1
    return [round(number / length, 8) for number in numbers]


def _base64(vector: Sequence[float]) -> str:
    return b64encode(pack(f"<{len(vector)}f", *vector)).decode()

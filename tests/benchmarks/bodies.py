"""What it costs to read large bodies, beside `json.loads` of the same: `python -m tests.benchmarks.bodies`.

Embeddings as base64 are compared with `json.loads` of the same numbers as text. It prints the ratio of the CPU time of
each, the least of several rounds, and what a class of responses costs when a program starts.
"""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING

from openrouter_core.model import frozen
from openrouter_core.types.jsontext import parse_json
from openrouter_core.types.reading import compiled, read_value
from openrouter_funcs.models.chat import ChatStreamChunk
from openrouter_funcs.models.models import CreateEmbeddingsResponse, ModelsListResponse
from tests.benchmarks import payloads

if TYPE_CHECKING:
    from collections.abc import Callable

CLASS = "\n".join(
    ["@frozen(kw_only=True)", "class Made:", *(f"    field{place}: str | None" for place in range(8)), ""]
)


def decode(kind: type, body: bytes) -> object:
    """Read a body as a response."""
    return read_value(kind, parse_json(body))


def seconds(work: Callable[[], object], rounds: int = 15) -> float:
    """Return the least CPU time of some rounds."""
    times: list[float] = []
    for _ in range(rounds):
        began = time.process_time()
        work()
        times.append(time.process_time() - began)
    return min(times)


def ratios() -> dict[str, float]:
    """Return what reading costs beside `json.loads`."""
    text, packed = payloads.embeddings(packed=False), payloads.embeddings(packed=True)
    models = payloads.models()
    of_text, of_models = seconds(lambda: json.loads(text)), seconds(lambda: json.loads(models))
    chunk = json.dumps(payloads.chunk()).encode()
    return {
        "embeddings as text": seconds(lambda: decode(CreateEmbeddingsResponse, text)) / of_text,
        "embeddings as base64": seconds(lambda: decode(CreateEmbeddingsResponse, packed)) / of_text,
        f"400 models ({len(models) / 1e6:.1f} MB)": seconds(lambda: decode(ModelsListResponse, models)) / of_models,
        "1,000 chunks of a chat": seconds(lambda: [decode(ChatStreamChunk, chunk) for _ in range(1000)])
        / seconds(lambda: [json.loads(chunk) for _ in range(1000)]),
    }


def microseconds_a_class(count: int = 200) -> float:
    """Return what it takes to make a class of eight fields."""
    code = compile(CLASS * count, "classes", "exec")
    return seconds(lambda: exec(code, {"frozen": frozen})) / count * 1e6  # noqa: S102 - our own text


def microseconds_a_chunk(count: int = 1000) -> float:
    """Return what it takes to make a chunk of what JSON gave."""
    read, chunk = compiled(ChatStreamChunk), payloads.chunk()
    return seconds(lambda: [read(chunk) for _ in range(count)]) / count * 1e6


if __name__ == "__main__":  # pragma: no cover
    for name, ratio in ratios().items():
        print(f"{name:28} {ratio:.2f} of json.loads")
    print(f"{'a class':28} {microseconds_a_class():.1f} µs")
    print(f"{'a chunk of a chat':28} {microseconds_a_chunk():.1f} µs")

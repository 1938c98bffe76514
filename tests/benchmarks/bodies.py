"""What it costs to read large bodies, beside `json.loads` of the same: `python -m tests.benchmarks.bodies`.

Embeddings as base64 are compared with `json.loads` of the same numbers as text. It prints the ratio of the CPU time of
each, the least of several rounds, and what a class of responses costs when a program starts.
"""

from __future__ import annotations

import json
import random
import struct
import time
from base64 import b64encode
from typing import TYPE_CHECKING, Any

from openrouter_core.model import frozen
from openrouter_core.types.reading import compiled, decode
from openrouter_funcs.models.chat import ChatStreamChunk
from openrouter_funcs.models.models import CreateEmbeddingsResponse, ModelsListResponse

if TYPE_CHECKING:
    from collections.abc import Callable

MODEL: dict[str, Any] = {
    "id": "openai/gpt-test",
    "canonical_slug": "openai/gpt-test-2026",
    "name": "Test",
    "created": 1_700_000_000,
    "description": 'A model of many "words",\nfor tests\u2014and no other use. ' * 18,
    "context_length": 400_000,
    "architecture": {
        "modality": "text+image->text",
        "input_modalities": ["text", "image", "file"],
        "output_modalities": ["text"],
        "tokenizer": "GPT",
        "instruct_type": None,
    },
    "pricing": {"prompt": "0.00000125", "completion": "0.00001", "request": "0", "image": "0", "web_search": "0.01"},
    "top_provider": {"context_length": 400_000, "max_completion_tokens": 128_000, "is_moderated": True},
    "per_request_limits": None,
    "supported_parameters": ["temperature", "tools", "tool_choice", "max_tokens", "response_format", "seed"] * 3,
    "reasoning": {"default_effort": "medium", "mandatory": False, "supported_efforts": ["high", "medium", "low"]},
    "expiration_date": None,
    "knowledge_cutoff": "2026-01-31",
    "hugging_face_id": "",
    "supported_voices": None,
    "default_parameters": {"temperature": None, "top_p": 0.9, "frequency_penalty": None},
    "links": {"details": "/api/v1/models/openai/gpt-test/endpoints"},
}
CHUNK: dict[str, Any] = {
    "id": "gen-1",
    "created": 1_700_000_000,
    "model": "openai/gpt-test",
    "object": "chat.completion.chunk",
    "choices": [{"index": 0, "delta": {"role": "assistant", "content": "Hello"}, "finish_reason": None}],
}
CLASS = "\n".join(
    ["@frozen(kw_only=True)", "class Made:", *(f"    field{place}: str | None" for place in range(8)), ""]
)


def seconds(work: Callable[[], object], rounds: int = 15) -> float:
    """Return the least CPU time of some rounds."""
    times: list[float] = []
    for _ in range(rounds):
        began = time.process_time()
        work()
        times.append(time.process_time() - began)
    return min(times)


def embeddings() -> tuple[bytes, bytes]:
    """Return 256 embeddings of 1536 numbers, as text and as base64."""
    draw = random.Random(1)  # noqa: S311 - no secret
    rows = [[draw.uniform(-0.1, 0.1) for _ in range(1536)] for _ in range(256)]

    def body(form: Callable[[list[float]], object]) -> bytes:
        data = [{"object": "embedding", "index": place, "embedding": form(row)} for place, row in enumerate(rows)]
        return json.dumps({"object": "list", "model": "test", "data": data}).encode()

    return body(lambda row: row), body(lambda row: b64encode(struct.pack("<1536f", *row)).decode())


def ratios() -> dict[str, float]:
    """Return what reading costs beside `json.loads`."""
    text, packed = embeddings()
    models = json.dumps({"data": [MODEL] * 400, "total_count": 400, "links": {"next": None}}).encode()
    of_text, of_models = seconds(lambda: json.loads(text)), seconds(lambda: json.loads(models))
    chunk = json.dumps(CHUNK).encode()
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
    read = compiled(ChatStreamChunk)
    return seconds(lambda: [read(CHUNK) for _ in range(count)]) / count * 1e6


if __name__ == "__main__":  # pragma: no cover
    for name, ratio in ratios().items():
        print(f"{name:28} {ratio:.2f} of json.loads")
    print(f"{'a class':28} {microseconds_a_class():.1f} µs")
    print(f"{'a chunk of a chat':28} {microseconds_a_chunk():.1f} µs")

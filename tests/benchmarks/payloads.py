"""What servers and mocked transports answer, the same to every client: made once, before anything is measured."""

from __future__ import annotations

import json
import random
import struct
from base64 import b64encode
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = [
    "ID",
    "KEY",
    "MESSAGES",
    "MODEL",
    "SERVER_HAS",
    "chat",
    "embeddings",
    "events",
    "models",
    "one",
    "page",
    "pages",
    "told",
]

KEY = "sk-or-test-123"
ID = "11111111-2222-3333-4444-555555555555"
SERVER_HAS = 10
"""How many credentials a server on loopback has: as many as a large account."""


def one() -> bytes:
    """Return the body of a get."""
    return json.dumps({"data": _credential(0)}).encode()


@cache
def page(offset: int, limit: int, total: int) -> bytes:
    """Return the body of one page of a list of `total` credentials."""
    credentials = [_credential(number) for number in range(offset, min(offset + limit, total))]
    return json.dumps({"data": credentials, "total_count": total}).encode()


def pages(total: int, limit: int) -> dict[int, bytes]:
    """Return every page by its offset, and an empty one at the end for clients that ask for it."""
    return {offset: page(offset, limit, total) for offset in range(0, total + limit, limit)}


def _credential(number: int) -> dict[str, object]:
    return {
        "id": f"{number:08d}{ID[8:]}",
        "provider": "openai",
        "label": "sk-...AbCd",
        "name": "Production OpenAI Key",
        "disabled": False,
        "is_fallback": False,
        "is_required": False,
        "is_byok_only": False,
        "allowed_models": None,
        "allowed_api_key_hashes": None,
        "allowed_user_ids": None,
        "declared_region": None,
        "declared_zdr": None,
        "sort_order": number,
        "workspace_id": "550e8400-e29b-41d4-a716-446655440000",
        "created_at": "2025-08-24T10:30:00Z",
    }


def told() -> dict[str, object]:
    """Return what a program in another language has to know, as JSON."""
    bodies = {"get": one(), "page": page(0, 100, 100), "chat": chat()}
    return {
        "key": KEY,
        "id": ID,
        "model": MODEL,
        "messages": MESSAGES,
        "bodies": {case: body.decode() for case, body in bodies.items()},
    }


# --- Of models ---------------------------------------------------------------------------------------------------

MODEL = "openai/gpt-test"
MESSAGES: list[dict[str, str]] = [
    {"role": ("user", "assistant")[number % 2], "content": "A message of two kilobytes. " * 73} for number in range(99)
] + [{"role": "user", "content": "And a question at its end."}]
"""A long conversation: 100 messages of 2 KB."""

USAGE = {"prompt_tokens": 50_000, "completion_tokens": 2, "total_tokens": 50_002}
ANSWER: dict[str, object] = {"id": "gen-1", "created": 1_700_000_000, "model": MODEL}
LISTED: dict[str, object] = {
    "id": MODEL,
    "canonical_slug": f"{MODEL}-2026",
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


def chat() -> bytes:
    """Return the body of a chat's answer."""
    message = {"role": "assistant", "content": "An answer."}
    choice = {"index": 0, "message": message, "finish_reason": "stop"}
    answer = {**ANSWER, "object": "chat.completion", "system_fingerprint": None}
    return json.dumps({**answer, "choices": [choice], "usage": USAGE}).encode()


def chunk(content: str = "Hello") -> dict[str, object]:
    """Return one event of a chat."""
    choice = {"index": 0, "delta": {"role": "assistant", "content": content}, "finish_reason": None}
    return {**ANSWER, "object": "chat.completion.chunk", "choices": [choice]}


@cache
def events(count: int) -> list[bytes]:
    """Return the events of a stream of so many, and its sentinel."""
    words = (json.dumps(chunk(f" word{number}")) for number in range(count))
    return [f"data: {each}\n\n".encode() for each in (*words, "[DONE]")]


@cache
def models(count: int = 400) -> bytes:
    """Return the body of a list of models: 1.2 MB."""
    return json.dumps({"data": [LISTED] * count, "total_count": count, "links": {"next": None}}).encode()


@cache
def embeddings(*, packed: bool) -> bytes:
    """Return the body of 256 embeddings of 1536 numbers, as text or as base64."""
    draw = random.Random(1)  # noqa: S311 - no secret
    rows = [[draw.uniform(-0.1, 0.1) for _ in range(1536)] for _ in range(256)]

    def body(form: Callable[[list[float]], Any]) -> bytes:
        data = [{"object": "embedding", "index": place, "embedding": form(row)} for place, row in enumerate(rows)]
        return json.dumps({"object": "list", "model": MODEL, "data": data}).encode()

    return body((lambda row: b64encode(struct.pack("<1536f", *row)).decode()) if packed else list)

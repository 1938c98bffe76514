"""What servers and mocked transports answer, the same to every client: made once, before anything is measured."""

from __future__ import annotations

import json
from functools import cache

__all__ = ["ID", "KEY", "SERVER_HAS", "one", "page", "pages"]

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

"""JSON texts (RFC 8259), written and read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openrouter_core.secret import Secret

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["encode"]


def encode(values: Mapping[str, object]) -> bytes:
    """Return `values` as compact UTF-8 JSON, with secrets revealed."""
    import json

    text = json.dumps(values, ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=_reveal)
    return text.encode()


def _reveal(value: object) -> object:
    if isinstance(value, Secret):
        return value.reveal()
    raise TypeError(f"{type(value).__name__} has no form in JSON")

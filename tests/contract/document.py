"""The contract as it is, and parts of it."""

from __future__ import annotations

from openrouter_funcs._generate.contract import Schema, document

CONTRACT = document()


def only(prefix: str) -> Schema:
    """Return the contract of the endpoints whose paths begin with `prefix`."""
    return CONTRACT | {"paths": {path: each for path, each in CONTRACT["paths"].items() if path.startswith(prefix)}}

"""Whether an answer is what the contract describes, by a validator that is not the server's own."""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from typing import Any
from urllib.parse import quote

import jsonschema_rs  # schemathesis stands on it

__all__ = ["assert_conforms", "events"]


_CONTRACT = "urn:contract"


@cache
def _registry() -> Any:  # noqa: ANN401 - as below
    document = json.loads(resources.files("openrouter_core.testing").joinpath("contract.json").read_bytes())
    return jsonschema_rs.Registry([(_CONTRACT, document)], draft=jsonschema_rs.Draft202012)


@cache
def _validator(pointer: str) -> Any:  # noqa: ANN401 - it has no class of its own
    return jsonschema_rs.Draft202012Validator({"$ref": f"{_CONTRACT}#{quote(pointer)}"}, registry=_registry())


def assert_conforms(pointer: str, value: object) -> None:
    """Assert that a value is what stands in the contract at `pointer`, or in its schema of that name."""
    path = pointer if pointer.startswith("/") else f"/components/schemas/{pointer}"
    errors = [f"{error.instance_path}: {error.message}" for error in _validator(path).iter_errors(value)]
    assert not errors, errors


def events(body: str) -> list[tuple[str | None, Any]]:
    """Return the events of a stream: the name, and the data as JSON or, at the end, as text."""
    found: list[tuple[str | None, Any]] = []
    for block in body.removesuffix("\n\n").split("\n\n"):
        fields = dict(line.split(": ", 1) for line in block.split("\n") if not line.startswith(":"))
        if fields:
            data = fields["data"]
            found.append((fields.get("event"), data if data == "[DONE]" else json.loads(data)))
    return found

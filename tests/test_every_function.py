"""Every function of the package, imported and called once over a real socket.

This file stands alone: it runs against an installed wheel as well, without the sources and without the other tests.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

import pytest

from openrouter_core.errors import BY_STATUS
from openrouter_core.testing import LocalOpenRouter
from openrouter_core.testing.contract import JSON, MULTIPART, Operation, contract
from openrouter_core.testing.samples import Samples
from openrouter_core.types.description import fields_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from openrouter_core import OpenRouterCore
    from openrouter_core.testing.contract import Schema

SAMPLES = Samples(contract())


@pytest.fixture(scope="module")
def core() -> Iterator[OpenRouterCore]:
    """Return a core for a server of this file's own: an installed wheel has not the other tests' fixtures."""
    with LocalOpenRouter() as server, server.core() as core:
        yield core


def needed(operation: Operation) -> dict[str, Any]:
    """Return what a request has to have, by the names that the contract gives it."""
    schemas: dict[str, Schema] = {each["name"]: each["schema"] for each in operation.parameters if each.get("required")}
    given = {name: SAMPLES.example(schema) for name, schema in schemas.items()}
    for media_type, body in operation.bodies.items():
        resolved = contract().resolved(body)
        fields = {name: resolved["properties"][name] for name in resolved.get("required", ())}
        is_form = media_type == MULTIPART
        return given | {
            name: b"a file" if is_form and schema.get("format") == "binary" else SAMPLES.example(schema)
            for name, schema in fields.items()
        }
    return given


@pytest.mark.parametrize("operation", contract().operations.values(), ids=lambda operation: operation.name)
def test_it_can_be_called(core: OpenRouterCore, operation: Operation) -> None:
    """With what it needs. The server answers it, or refuses a sample, such as the id of nothing, as it documents."""
    module = import_module(f"openrouter_funcs.{operation.name}")
    names = {name.replace("_", "").lower(): name for name in fields_of(module._operation().request)}
    arguments = {names[wire.replace("_", "").lower()]: value for wire, value in needed(operation).items()}
    result: Any = getattr(module, operation.name)(core, **arguments)
    refusals = tuple(kind for status, kind in BY_STATUS.items() if status in operation.statuses)
    assert result.ok or isinstance(result.error, refusals), result.error
    if result.ok and operation.success.media_type not in {None, JSON}:
        result.value.close()

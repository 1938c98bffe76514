"""Decoded responses, held against the JSON that they were decoded from."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Mapping
from struct import unpack
from typing import Any, cast

from openrouter_core import Secret
from openrouter_core.model import REST, Unknown
from openrouter_core.types.description import fields_of


def differences(value: Any, body: Any, path: str = "") -> list[str]:  # noqa: ANN401 - JSON is anything
    """Return where a decoded value is not what the body says."""
    kind = cast("Any", type(value))
    if kind is Unknown:
        return [] if value.data == body else [path]
    if hasattr(kind, "__defaults__"):
        return _of_object(value, kind, body, path)
    if issubclass(kind, Mapping):
        here = [] if value.keys() == body.keys() else [path]
        return here + [each for name in body for each in differences(value.get(name), body[name], f"{path}.{name}")]
    if kind is tuple:
        if isinstance(body, str):  # numbers in base64
            return [] if value == unpack(f"<{len(value)}f", b64decode(body)) else [path]
        here = [] if len(value) == len(body) else [path]
        return here + [
            each for mine, one in zip(value, body, strict=False) for each in differences(mine, one, f"{path}[]")
        ]
    mine, its = (each.reveal() if type(each) is Secret else each for each in (value, body))
    return [] if mine == its and isinstance(mine, bool) == isinstance(its, bool) else [path]


def _of_object(value: Any, kind: Any, body: Any, path: str) -> list[str]:  # noqa: ANN401
    found: list[str] = []
    fields = fields_of(kind)
    names = {field.wire: name for name, field in fields.items() if field.wire != REST}
    for wire, name in names.items():
        mine = getattr(value, name)
        if wire in body:
            found += differences(mine, body[wire], f"{path}.{name}")
        elif mine is not None:
            found.append(f"{path}.{name}")
    if len(names) < len(fields):
        found += differences(value.extra, {wire: body[wire] for wire in body.keys() - names.keys()}, f"{path}.extra")
    return found

"""How what the contract names is named in Python. No schemas in here."""

from __future__ import annotations

import keyword
import re

_TYPES = {"bool", "float", "int", "str", "tuple"}  # an attribute of that name would hide it from those after it


def snake(wire: str) -> str:
    """Return a parameter's or an attribute's name: `internId` is `intern_id`, `async` is `async_`."""
    name = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", wire) if "-" not in wire else wire
    name = re.sub(r"^(?=\d)", "n", re.sub(r"\W+", "_", name).strip("_").lower())
    return f"{name}_" if keyword.iskeyword(name) or name in _TYPES else name


def pascal(wire: str) -> str:
    """Return a part of a class's name: `image_url` is `ImageUrl`, `openrouter:web_search` is `OpenrouterWebSearch`."""
    return "".join(part[0].upper() + part[1:] for part in re.findall(r"[A-Za-z]+|\d+", wire))


def singular(name: str) -> str:
    """Return the name of an item of the list `name`."""
    if name.endswith("ies"):
        return f"{name[:-3]}y"
    if name.endswith(("ches", "shes", "sses", "xes")):
        return name[:-2]
    if name.endswith("s") and not name.endswith(("ss", "us", "is")):
        return name[:-1]
    return f"{name}Item"


def is_attribute(wire: str) -> bool:
    """Whether a key can be written in the body of a class."""
    return wire.isidentifier() and not keyword.iskeyword(wire)

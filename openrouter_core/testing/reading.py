"""JSON in a request, as RFC 8259 defines it, and the refusal of what breaks the contract.

Here lives what can be judged without a schema. Nothing is shared with the client, on purpose: this is a second reading
of the contract, so that a client that misread it is found out.
"""

from __future__ import annotations

import json
from typing import Any, NoReturn, TypeVar, cast

import attrs

__all__ = ["BadRequest", "parse_json", "read_object"]

_T = TypeVar("_T")

_MOST_LEVELS = 100
_MOST_DIGITS = 300


class BadRequest(Exception):  # noqa: N818 - the name of the status
    """The request breaks the contract: a 400 with this message, which begins with the name of the field at fault."""


def parse_json(body: bytes) -> object:
    """Read JSON as RFC 8259 defines it, which is less than Python's module accepts."""
    try:
        parsed: object = _DECODER.decode(body.decode())
        # Two things are read without complaint that no answer could tell again: a lone surrogate such as "\ud800",
        # which no UTF-8 can hold, and 1e999, which is infinite.
        json.dumps(parsed, ensure_ascii=False, allow_nan=False).encode()
    except UnicodeError:
        raise BadRequest("body: is not valid UTF-8") from None
    except RecursionError:
        raise BadRequest("body: is nested too deeply") from None
    except ValueError:
        # json.JSONDecodeError, a number that is too large, and our own refusals.
        raise BadRequest("body: is not valid JSON") from None
    # What the parser takes may be too deep for all that walk over it.
    if body.count(b"[") + body.count(b"{") > _MOST_LEVELS and _is_deeper(parsed, _MOST_LEVELS):
        raise BadRequest("body: is nested too deeply")
    return parsed


def read_object(kind: type[_T], fields: object, name: str) -> _T:
    """Return what an object of JSON describes, by the attributes of its class; `name` is what people call such a thing.

    Raises:
        ValueError: It is no such object; the message names the field.
    """
    if not isinstance(fields, dict):
        raise ValueError("body: must be a JSON object")  # noqa: TRY004 - the caller's input, not a type error
    given = cast("dict[str, Any]", fields)
    unknown = given.keys() - {field.name for field in attrs.fields(cast("Any", kind))}
    if unknown:
        raise ValueError(f"{min(unknown)}: is not an attribute of a {name}")
    return kind(**given)


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    fields = dict(pairs)
    if len(fields) < len(pairs):
        raise ValueError("a name is given twice")
    return fields


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")


def _integer(digits: str) -> int:
    if len(digits) > _MOST_DIGITS:
        raise ValueError("no number of 64 bits comes near it")
    return int(digits)


def _is_deeper(value: object, levels: int) -> bool:
    """Tell whether arrays and objects are nested in more levels."""
    if not isinstance(value, dict | list):
        return False
    inner = cast("dict[str, object]", value).values() if isinstance(value, dict) else cast("list[object]", value)
    return not levels or any(_is_deeper(each, levels - 1) for each in inner)


# To make one takes longer than to read what most requests hold.
_DECODER = json.JSONDecoder(object_pairs_hook=_unique, parse_constant=_refuse_constant, parse_int=_integer)

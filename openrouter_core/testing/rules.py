"""What the contract allows in a request: pure functions that return what they read or raise `BadRequest`.

Here lives everything that can be judged from the request alone; whose hash or workspace it names is asked in
`byok`. Nothing is shared with the client, on purpose: this is a second reading of the contract, so that a
client that misread it is found out. Every message begins with the name of the field at fault and never holds
the value of `key`.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import TYPE_CHECKING, NoReturn, TypeAlias, cast
from urllib.parse import parse_qsl

import attrs

from openrouter_core.testing.providers import PROVIDERS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    # Returns what is wrong with the value, or None.
    Check: TypeAlias = "Callable[[object], str | None]"

__all__ = [
    "CHANGE",
    "CREATION",
    "QUERY",
    "BadRequest",
    "PageQuery",
    "change",
    "creation",
    "exclusive",
    "is_uuid",
    "page_query",
    "parse_json",
]


class BadRequest(Exception):  # noqa: N818 - the name of the status
    """The request breaks the contract: a 400 with this message."""


@attrs.frozen
class PageQuery:
    """The query of a list request, with the defaults filled in."""

    limit: int
    offset: int
    workspace_id: str | None
    provider: str | None


def parse_json(body: bytes) -> object:
    """Read JSON as RFC 8259 defines it, which is less than Python's module accepts."""
    try:
        parsed = json.loads(body.decode(), object_pairs_hook=_unique, parse_constant=_refuse_constant)
        # A lone surrogate such as "\ud800" is read without complaint, but no UTF-8 can hold it.
        json.dumps(parsed, ensure_ascii=False).encode()
    except UnicodeError:
        raise BadRequest("body: is not valid UTF-8") from None
    except RecursionError:
        raise BadRequest("body: is nested too deeply") from None
    except ValueError:
        # json.JSONDecodeError, a number of more digits than int() takes, and our own two refusals.
        raise BadRequest("body: is not valid JSON") from None
    return parsed


def creation(content_type: str, body: bytes) -> dict[str, object]:
    """Return the fields of a create request; those that the contract does not know are left out."""
    return _fields(_object(content_type, body), CREATION, required=("provider", "key"))


def change(content_type: str, body: bytes) -> dict[str, object]:
    """Return the fields of an update request; those that the contract does not know are left out."""
    return _fields(_object(content_type, body), CHANGE)


def exclusive(settings: Mapping[str, object]) -> None:
    """Refuse the one pair of settings that cannot be combined."""
    if settings.get("is_byok_only") and settings.get("is_fallback"):
        raise BadRequest("is_byok_only: cannot be combined with is_fallback")


def page_query(query: str) -> PageQuery:
    """Return the parameters of a list request; those that the contract does not know are left out."""
    pairs = parse_qsl(query, keep_blank_values=True)
    for name, times in Counter(name for name, _ in pairs).items():
        if times > 1 and name in QUERY:
            raise BadRequest(f"{name}: was given {times} times")
    given = _fields(dict(pairs), QUERY)
    return PageQuery(
        limit=_integer(given.get("limit"), 50),
        offset=_integer(given.get("offset"), 0),
        workspace_id=_lower(given.get("workspace_id")),
        provider=cast("str | None", given.get("provider")),
    )


def is_uuid(value: object) -> bool:
    """Tell whether `value` is a UUID in the canonical form with hyphens, of either case."""
    return (
        isinstance(value, str)
        and re.fullmatch(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", value) is not None
    )


def _object(content_type: str, body: bytes) -> dict[str, object]:
    # A server that follows the contract reads no other type: a client that forgets the header must learn it
    # here.
    if content_type.partition(";")[0].strip().lower() != "application/json":
        raise BadRequest("Content-Type: must be application/json")
    parsed = parse_json(body)
    if not isinstance(parsed, dict):
        raise BadRequest("body: must be a JSON object")
    return cast("dict[str, object]", parsed)


def _fields(given: Mapping[str, object], table: Mapping[str, Check], required: Iterable[str] = ()) -> dict[str, object]:
    for name in required:
        if name not in given:
            raise BadRequest(f"{name}: is required")
    for name, check in table.items():
        wrong = check(given[name]) if name in given else None
        if wrong:
            raise BadRequest(f"{name}: {wrong}")
    return {name: given[name] for name in table if name in given}


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    fields = dict(pairs)
    if len(fields) < len(pairs):
        raise ValueError("a name is given twice")
    return fields


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")


def _integer(digits: object, default: int) -> int:
    # `offset` has no upper bound in the contract: past this many digits every number means "beyond the end",
    # and neither int() nor SQLite has to hold it.
    return default if digits in {None, "", "null"} else int(str(digits).lstrip("0")[:18] or 0)


def _lower(value: object) -> str | None:
    return None if value is None else str(value).lower()


def _text(least: int = 0, most: int | None = None) -> Check:
    def check(value: object) -> str | None:
        if not isinstance(value, str):
            return "must be a string"
        if len(value) < least:
            return "must not be empty"
        return f"must have at most {most} characters" if most is not None and len(value) > most else None

    return check


def _flag(value: object) -> str | None:
    return None if isinstance(value, bool) else "must be true or false"


def _nullable(check: Check) -> Check:
    def nullable(value: object) -> str | None:
        wrong = None if value is None else check(value)
        return wrong and f"{wrong}, or null"

    return nullable


def _entries(check: Check, least: int = 0, most: int = 100) -> Check:
    def entries(value: object) -> str | None:
        if not isinstance(value, list):
            return "must be an array"
        items = cast("list[object]", value)
        if not least <= len(items) <= most:
            return f"must have {least} to {most} entries"
        return next((f"entry {index} {wrong}" for index, item in enumerate(items) if (wrong := check(item))), None)

    return entries


def _key_hash(value: object) -> str | None:
    matches = isinstance(value, str) and re.fullmatch("[a-f0-9]{64}", value)
    return None if matches else "must be 64 lowercase hex digits"


def _provider(value: object) -> str | None:
    return None if isinstance(value, str) and value in PROVIDERS else "must be the slug of a known provider"


def _region(value: object) -> str | None:
    return None if value in ("global", "europe", "us", None) else 'must be "global", "europe", "us" or null'


def _uuid(value: object) -> str | None:
    return None if is_uuid(value) else "must be a UUID"


def _limit(value: object) -> str | None:
    within = re.fullmatch("0*([1-9][0-9]?|100)", str(value))
    return None if within else "must be an integer from 1 to 100"


def _offset(value: object) -> str | None:
    # The contract's type is integer or null, and a query string can say null in these two ways.
    within = value in {"", "null"} or re.fullmatch("[0-9]+", str(value))
    return None if within else "must be an integer, 0 or more"


_SETTINGS: Mapping[str, Check] = {
    "name": _nullable(_text(most=255)),
    "disabled": _flag,
    "is_fallback": _flag,
    "is_required": _flag,
    "is_byok_only": _flag,
    "allowed_models": _nullable(_entries(_text())),
    "allowed_api_key_hashes": _nullable(_entries(_key_hash, least=1)),
    "allowed_user_ids": _nullable(_entries(_text())),
    "declared_region": _region,
    "declared_zdr": _nullable(_flag),
}
CHANGE: Mapping[str, Check] = {"key": _text(least=1), **_SETTINGS}
CREATION: Mapping[str, Check] = {"provider": _provider, "workspace_id": _uuid, **CHANGE}
QUERY: Mapping[str, Check] = {
    "limit": _limit,
    "offset": _offset,
    "workspace_id": _uuid,
    "provider": _provider,
}

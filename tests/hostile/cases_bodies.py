"""Section 3: bodies. Whatever a server sends, it is understood or an `Err`; the status is never hidden behind it."""

from __future__ import annotations

import codecs
import gzip
import json
import zlib
from typing import TYPE_CHECKING, Any

from openrouter_core import errors
from tests.faults.server import Close, Flood, Say, response
from tests.funcs.cases import CREATE
from tests.hostile.case import Accepted, Case, Expected, Failed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.faults.server import Script
    from tests.hostile.case import Seen

__all__ = ["BOMB", "CASES"]

CREATED = json.dumps(CREATE.body).encode()
INVALID, DEFAULT = errors.ResponseValidationError, errors.OpenRouterDefaultError

BOMB = gzip.compress(bytes(200_000_000), compresslevel=9)
"""194 KB that would become 200 MB."""


def _script(body: bytes, *headers: str, status: int = 201) -> Script:
    return (Say(response(body, status=f"{status} X", headers=headers)),)


def _typed(body: bytes, content_type: str, *, status: int = 201) -> Script:
    head = f"HTTP/1.1 {status} X\r\nContent-Type: {content_type}\r\nContent-Length: {len(body)}\r\n\r\n"
    return (Say(head.encode() + body),)


def _unreadable(says: str = "") -> Failed:
    """Return what becomes of a create whose 201 has a body that cannot be read: the status says that it was applied."""
    return Failed(INVALID, says, status=201, outcome="applied")


def _contradicts(says: str) -> Failed:
    """Return what becomes of a create whose 201 has another body than was promised: then the status proves nothing."""
    return Failed(INVALID, says, status=201, outcome="unknown")


def _is_whole(seen: Seen) -> None:
    assert seen.result.unwrap().data.label == "sk-...AbCd"


WHOLE = Accepted("accepted, as it was sent", _is_whole)

# --- Compression and size ----------------------------------------------------------------------------------------


def _gzip(body: bytes, coding: str = "gzip", *, status: int = 201) -> Script:
    return _script(body, f"Content-Encoding: {coding}", status=status)


PACKED = gzip.compress(CREATED)
COMPRESSED: list[tuple[str, Script, Expected]] = [
    ("gzip", _gzip(PACKED), WHOLE),
    ("deflate", _gzip(zlib.compress(CREATED), "deflate"), WHOLE),
    (
        "gzip in gzip",
        _gzip(gzip.compress(PACKED), "gzip, gzip"),
        _unreadable("is compressed in a way that was not asked for"),
    ),
    ("gzip that is none", _gzip(CREATED), _unreadable("is broken where it is compressed")),
    ("gzip with a broken check sum", _gzip(PACKED[:-8] + bytes(8)), _unreadable("is broken where it is compressed")),
    ("gzip cut short", _gzip(PACKED[:-9]), _unreadable("is cut short")),
    ("gzip cut after its head", _gzip(PACKED[:10]), _unreadable("is cut short")),
    ("gzip with more behind it", _gzip(PACKED + b"x"), _unreadable("goes on after the end of what is compressed")),
    (
        "gzip declared twice, applied once",
        _gzip(PACKED, "gzip, gzip"),
        _unreadable("is compressed in a way that was not asked for"),
    ),
    ("gzip applied twice, declared once", _gzip(gzip.compress(PACKED)), _unreadable("is not UTF-8")),
    ("an unknown coding", _gzip(CREATED, "br"), _unreadable("is compressed in a way that was not asked for")),
    ("a coding of no sense", _gzip(CREATED, "rot13"), _unreadable("is compressed in a way that was not asked for")),
    ("a bomb", _gzip(BOMB), _unreadable("is larger than 10000000 bytes")),
    (
        "a bomb in gzip",
        _gzip(gzip.compress(BOMB), "gzip, gzip"),
        _unreadable("is compressed in a way that was not asked for"),
    ),
    ("a bomb under a 400", _gzip(BOMB, status=400), Failed(errors.BadRequestResponseError, "is larger than", 400)),
    ("a bomb under a 502", _gzip(BOMB, status=502), Failed(DEFAULT, "is larger than", 502)),
]

HEAD = b"HTTP/1.1 201 X\r\nContent-Type: application/json\r\n"
CHUNK = b"10000\r\n" + b" " * 65_536 + b"\r\n"
TOO_LARGE = _unreadable("is larger than 10000000 bytes")
SIZES: list[tuple[str, Script, Expected]] = [
    ("an endless body in chunks", (Say(HEAD + b"Transfer-Encoding: chunked\r\n\r\n"), Flood(CHUNK)), TOO_LARGE),
    ("an endless body without a length", (Say(HEAD + b"\r\n"), Flood(b" " * 65_536)), TOO_LARGE),
    ("a length of a terabyte", (Say(HEAD + b"Content-Length: 1000000000000\r\n\r\n"), Flood(b" " * 65_536)), TOO_LARGE),
    ("one byte more than 10 MB", _script(b" " * 10_000_001), TOO_LARGE),
    ("just 10 MB", _script(CREATED + b" " * (10_000_000 - len(CREATED))), WHOLE),
    (
        "a body that breaks off",
        (Say(HEAD + b"Content-Length: 9999\r\n\r\n" + CREATED), Close()),
        Failed(errors.RequestConnectionError, outcome="applied"),
    ),
]

# --- Text --------------------------------------------------------------------------------------------------------


def _charset(charset: str) -> Script:
    return _typed(CREATED, f"application/json; charset={charset}")


TEXT: list[tuple[str, Script, Expected]] = [
    *[(f"charset {name}", _charset(name), WHOLE) for name in ("hex", "rot13", "idna", "utf-16", "nonsense", '"', "")],
    ("a byte order mark", _script(codecs.BOM_UTF8 + CREATED), WHOLE),
    ("two byte order marks", _script(codecs.BOM_UTF8 * 2 + CREATED), _unreadable("is not JSON")),
    ("invalid UTF-8", _script(CREATED.replace(b"openai", b"open\xff")), _unreadable("is not UTF-8")),
    ("a surrogate in UTF-8", _script(CREATED.replace(b"openai", b"\xed\xa0\x80")), _unreadable("is not UTF-8")),
    ("an overlong NUL", _script(CREATED.replace(b"openai", b"\xc0\x80")), _unreadable("is not UTF-8")),
    ("UTF-16", _script(CREATED.decode().encode("utf-16")), _unreadable("is not UTF-8")),
    ("UTF-16 without a mark", _script(CREATED.decode().encode("utf-16-le")), _unreadable("is not JSON")),
    ("UTF-32", _script(CREATED.decode().encode("utf-32")), _unreadable("is not UTF-8")),
    ("Latin-1", _script(CREATED.replace(b"openai", "é".encode("latin-1"))), _unreadable("is not UTF-8")),
]

# --- JSON --------------------------------------------------------------------------------------------------------


def _with(**fields: object) -> bytes:
    return json.dumps({"data": {**CREATE.body["data"], **fields}}).encode()


def _without(*names: str) -> bytes:
    return json.dumps(
        {"data": {name: value for name, value in CREATE.body["data"].items() if name not in names}}
    ).encode()


def _order(text: str) -> bytes:
    return _with(sort_order="ORDER").replace(b'"ORDER"', text.encode())


def _last_wins(seen: Seen) -> None:
    assert seen.result.unwrap().data.sort_order == 7


def _kept(**fields: object) -> Accepted:
    def check(seen: Seen) -> None:
        data = seen.result.unwrap().data
        assert {name: getattr(data, name) for name in fields} == fields

    return Accepted("accepted, as it was sent", check)


NEWEST = ("declared_region", "declared_zdr", "is_byok_only", "is_required")
UNSENT: dict[str, Any] = dict.fromkeys(NEWEST)
NUMBER = "holds a number that JSON does not have, or that is too large"
JSON: list[tuple[str, bytes, Expected]] = [
    ("NaN", _order("NaN"), _unreadable(NUMBER)),
    ("Infinity", _order("Infinity"), _unreadable(NUMBER)),
    ("-Infinity", _order("-Infinity"), _unreadable(NUMBER)),
    ("1e400", _order("1e400"), _contradicts("data.sort_order: expected int, got float")),
    ("a 5,000-digit integer", _order("9" * 5000), _unreadable(NUMBER)),
    ("a 4,000-digit integer", _order("9" * 4000), _kept(sort_order=int("9" * 4000))),
    ("arrays 200,000 deep", b"[" * 200_000 + b"]" * 200_000, _unreadable("is nested too deeply")),
    ("objects 200,000 deep", b'{"data":' * 200_000 + b"1" + b"}" * 200_000, _unreadable("is nested too deeply")),
    ("200,000 arrays, never closed", b"[" * 200_000, _unreadable("is nested too deeply")),
    ("duplicate keys", _order('1, "sort_order": 7'), Accepted("accepted, the last wins", _last_wins)),
    ("no body", b"", _unreadable("is not JSON")),
    ("blanks", b" \n ", _unreadable("is not JSON")),
    ("half a body", CREATED[:40], _unreadable("is not JSON")),
    ("two bodies", CREATED * 2, _unreadable("is not JSON")),
    ("HTML that claims to be JSON", b"<html>no</html>", _unreadable("is not JSON")),
    ("a trailing comma", CREATED.replace(b"}}", b",}}"), _unreadable("is not JSON")),
    ("single quotes", CREATED.replace(b'"', b"'"), _unreadable("is not JSON")),
    ("a comment", b"/* x */" + CREATED, _unreadable("is not JSON")),
    *[
        (f"the root {root.decode()}", root, _contradicts("expected object"))
        for root in (b"null", b"true", b"1", b'"text"', b"[]", b"[{}]")
    ],
    ("an empty object", b"{}", _contradicts("data: missing")),
    ("no data but null", b'{"data": null}', _contradicts("data: expected object, got NoneType")),
    ("data in an array", b'{"data": [%s]}' % CREATED, _contradicts("data: expected object, got list")),
    ("a missing field", _without("id"), _contradicts("data.id: missing")),
    ("two missing fields", _without("id", "label"), _contradicts("(and 1 more faults)")),
    ("the newest fields missing", _without(*NEWEST), _kept(**UNSENT)),
    ("null for a text", _with(id=None), _contradicts("data.id: expected str, got NoneType")),
    ("a number for a text", _with(label=5), _contradicts("data.label: expected str, got int")),
    ("'false' for a flag", _with(disabled="false"), _contradicts("data.disabled: expected bool, got str")),
    ("0 for a flag", _with(disabled=0), _contradicts("data.disabled: expected bool, got int")),
    ("1.5 for an integer", _with(sort_order=1.5), _contradicts("data.sort_order: expected int, got float")),
    ("true for an integer", _with(sort_order=True), _contradicts("data.sort_order: expected int, got bool")),
    (
        "a text for a list",
        _with(allowed_models="gpt"),
        _contradicts("data.allowed_models: expected a list of str or None, got str"),
    ),
    ("null in a list", _with(allowed_models=[None]), _contradicts("data.allowed_models[0]: expected str")),
    ("an unknown provider", _with(provider="brand-new"), _kept(provider="brand-new")),
    ("an unknown region", _with(declared_region="moon"), _kept(declared_region="moon")),
    ("extra fields", _with(brand_new={"deep": [1]}), WHOLE),
    ("a lone surrogate, escaped", _order('7, "extra": "\\ud800"'), Accepted("accepted", _last_wins)),
]

OTHERS: list[tuple[str, str, Script, Expected]] = [
    (
        "total_count as a text",
        "byok_list",
        _script(b'{"data": [], "total_count": "0"}', status=200),
        Failed(INVALID, "total_count: expected int", 200),
    ),
    (
        "a list that is null",
        "byok_list",
        _script(b'{"data": null, "total_count": 0}', status=200),
        Failed(INVALID, "data: expected a list of object", 200),
    ),
    (
        "a list in a list",
        "byok_list",
        _script(b'{"data": [[]], "total_count": 1}', status=200),
        Failed(INVALID, "data[0]: expected object", 200),
    ),
    (
        "deleted: false",
        "byok_delete",
        _script(b'{"deleted": false}', status=200),
        Failed(INVALID, "deleted: expected True, got bool", 200, "unknown"),
    ),
    (
        "deleted: 1",
        "byok_delete",
        _script(b'{"deleted": 1}', status=200),
        Failed(INVALID, "deleted: expected True, got int", 200, "unknown"),
    ),
    ("an empty 200", "byok_get", _script(b"", status=200), Failed(INVALID, "is not JSON", 200)),
    ("an empty 204", "byok_delete", (Say(b"HTTP/1.1 204 X\r\n\r\n"),), Failed(DEFAULT, "204", 204)),
    (
        "an HTML 200",
        "byok_get",
        _typed(b"<html>log in</html>", "text/html", status=200),
        Failed(DEFAULT, "text/html", 200),
    ),
    (
        "an HTML 201",
        "byok_create",
        _typed(b"<html>log in</html>", "text/html"),
        Failed(DEFAULT, "text/html", 201, "unknown"),
    ),
    (
        "an HTML 502",
        "byok_create",
        _typed(b"<html>bad gateway</html>", "text/html", status=502),
        Failed(DEFAULT, "Bad Gateway", 502, "unknown"),
    ),
    ("an empty 502", "byok_create", _script(b"", status=502), Failed(DEFAULT, "Bad Gateway", 502, "unknown")),
]

# --- Error bodies ------------------------------------------------------------------------------------------------


ABSENT = object()


def _error_is(code: object) -> Any:  # noqa: ANN401 - a check
    def check(seen: Seen) -> None:
        error = seen.result.error.error
        assert (ABSENT if error is None else error.code) == code

    return check


def _zod(issues: Any) -> object:  # noqa: ANN401 - JSON is anything
    return {"success": False, "error": {"name": "ZodError", "issues": issues}}


ERRORS: list[tuple[str, object, str, object]] = [
    ("as documented", {"error": {"code": 400, "message": "no"}}, "no", 400),
    ("a string for a code", {"error": {"code": "bad_request", "message": "no"}}, "no", "bad_request"),
    ("a float for a code", {"error": {"code": 400.5, "message": "no"}}, "no", None),
    ("true for a code", {"error": {"code": True, "message": "no"}}, "no", None),
    ("no code", {"error": {"message": "no"}}, "no", None),
    ("a null code", {"error": {"code": None, "message": "no"}}, "no", None),
    ("no message", {"error": {"code": 400}}, "Bad Request", 400),
    ("a null message", {"error": {"code": 400, "message": None}}, "Bad Request", 400),
    ("a message that is an object", {"error": {"code": 400, "message": {"text": "no"}}}, "Bad Request", 400),
    ("a null error", {"error": None}, "Bad Request", ABSENT),
    ("an error that is a text", {"error": "no"}, "no", None),
    ("an error that is a list", {"error": [1]}, "Bad Request", ABSENT),
    ("an empty object", {}, "Bad Request", ABSENT),
    ("a message at the root", {"message": "no"}, "no", None),
    ("a code and a message at the root", {"code": 400, "message": "no"}, "no", 400),
    ("null", None, "Bad Request", ABSENT),
    ("a list", [], "Bad Request", ABSENT),
    ("a text", "no", "no", None),
    ("metadata that is a list", {"error": {"code": 400, "message": "no", "metadata": [1]}}, "no", 400),
    ("a user id that is a number", {"error": {"code": 400, "message": "no"}, "user_id": 5}, "no", 400),
    ("control characters in a message", {"error": {"code": 400, "message": "\x1b[31mno\r\n"}}, " [31mno  ", 400),
    ("a message of 100,000 characters", {"error": {"code": 400, "message": "n" * 100_000}}, "n…", 400),
    ("a huge code", {"error": {"code": 10**4000, "message": "no"}}, "no", 10**4000),
    ("one of Zod", _zod([{"path": ["data", "name"], "message": "Required"}]), "ZodError: data.name: Required", None),
    ("one of Zod about the root", _zod([{"path": [], "message": "Required"}]), "ZodError: Required", None),
    ("one of Zod with an index", _zod([{"path": ["x", 0], "message": "a"}, {"path": ["y"]}]), "x.0: a; y", None),
    ("one of Zod without issues", _zod("none"), "ZodError", None),
    ("one of Zod of odd issues", _zod([1, {"path": "x", "message": 5}, {"path": [[1], "y"]}]), "ZodError: y", None),
]


def _error_cases() -> Iterator[Case]:
    kind = errors.BadRequestResponseError
    for title, body, says, code in ERRORS:
        expected = Failed(kind, says, 400, "not_applied", _error_is(code))
        yield Case(f"an error body, {title}", expected, script=_script(json.dumps(body).encode(), status=400))
    odd = {
        "no body": b"",
        "HTML": b"<html>",
        "no UTF-8": b"\xff",
        "depth 200,000": b"[" * 200_000,
        "NaN": b'{"error": NaN}',
    }
    for title, raw in odd.items():
        yield Case(f"an error body, {title}", Failed(kind, "Bad Request", 400), script=_script(raw, status=400))
    declared = {401: errors.UnauthorizedResponseError, 403: errors.ForbiddenResponseError}
    declared |= {500: errors.InternalServerResponseError, 418: DEFAULT, 404: DEFAULT}
    for status, other in declared.items():
        script = _script(b'{"error": {"code": "x"}}', status=status)
        yield Case(f"a string for a code under {status}", Failed(other, status=status), script=script)


CASES = [
    *[Case(title, expected, script=script) for title, script, expected in (*COMPRESSED, *SIZES, *TEXT)],
    *[Case(title, expected, script=_script(body)) for title, body, expected in JSON],
    *[Case(title, expected, call=call, script=script) for title, call, script, expected in OTHERS],
    *_error_cases(),
]

"""Section 1: arguments. What is wrong is refused before a byte is sent; what is only odd goes out encoded."""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING, Any, NoReturn, cast

from openrouter_core import Secret, errors
from tests.hostile.canary import MANAGEMENT, PROVIDER
from tests.hostile.case import SHOWN, Accepted, Case, Failed, Propagated, Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.hostile.case import Seen

__all__ = ["CASES"]

# --- The management key ------------------------------------------------------------------------------------------

KEYS: dict[str, str] = {
    "with a newline": f"{MANAGEMENT}\n",
    "with CRLF and a header": f"{MANAGEMENT}\r\nX-Injected: {SHOWN}",
    "with a NUL": f"{MANAGEMENT}\0",
    "beyond ASCII": f"{MANAGEMENT}é",
    "with a lone surrogate": f"{MANAGEMENT}\ud800",
    "of blanks only": "   ",
    "empty": "",
    "that is a scheme only": "Bearer ",
}


def _key_callables() -> dict[str, Callable[[], object]]:
    def raising() -> NoReturn:
        raise LookupError(MANAGEMENT)

    async def raising_later() -> NoReturn:
        raise LookupError(MANAGEMENT)

    def demanding(name: str, default: str = MANAGEMENT) -> str:
        return name + default

    return {
        "that raises": raising,
        "that raises when it is awaited": raising_later,
        "that takes an argument": cast("Any", demanding),
        "that returns None": lambda: None,
        "that returns a number": lambda: 123,
        "that returns bytes": MANAGEMENT.encode,
        "that returns a list": lambda: [MANAGEMENT],
    }


def _interrupted() -> NoReturn:
    raise KeyboardInterrupt


def _keys() -> Iterator[Case]:
    for title, key in KEYS.items():
        yield Case(f"a key {title}", Refused("api_key"), core={"api_key": key})
        yield Case(f"a Secret {title}", Refused("api_key"), core={"api_key": Secret(key)})
        yield Case(f"a callable that returns a key {title}", Refused("api_key"), core={"api_key": lambda key=key: key})
    for title, function in _key_callables().items():
        yield Case(f"a key callable {title}", Refused("api_key"), core={"api_key": function})
    for wrong in (123, MANAGEMENT.encode(), [MANAGEMENT], {MANAGEMENT: 1}):
        yield Case(f"a key that is a {type(wrong).__name__}", Refused("api_key"), core={"api_key": wrong})
    yield Case("a key callable that is interrupted", Propagated(KeyboardInterrupt), core={"api_key": _interrupted})


# --- The provider's key ------------------------------------------------------------------------------------------


def _sends(key: str) -> Accepted:
    def check(seen: Seen) -> None:
        head, _, body = seen.endpoint.latest.partition(b"\r\n\r\n")
        assert json.loads(body)["key"] == key
        assert b"injected" not in head.lower()

    return Accepted("sent as JSON, and nothing injected", check)


def _provider_keys() -> Iterator[Case]:
    texts = {"a newline": "\n", "CRLF and a header": "\r\n\r\nX-Injected: 1", "a NUL": "\0", "quotes": '","id":"x'}
    for title, text in texts.items():
        yield Case(f"a provider's key with {title}", _sends(PROVIDER + text), arguments={"key": PROVIDER + text})
    for call in ("byok_create", "byok_update"):
        for wrong in (None, 123, PROVIDER.encode(), [PROVIDER], f"{PROVIDER}\ud800", Secret(f"{PROVIDER}\udfff")):
            title = f"a provider's key for {call} that is {_described(wrong)}"
            yield Case(title, Refused("key"), call=call, arguments={"key": wrong})


def _described(value: object) -> str:
    if isinstance(value, str | Secret):
        return f"a {type(value).__name__} with a lone surrogate"
    return "None" if value is None else f"of type {type(value).__name__}"


# --- Attribution and ids -----------------------------------------------------------------------------------------

ATTRIBUTION = ("http_referer", "app_title", "app_categories")
NO_HEADERS = {
    "CRLF": f"{SHOWN}\r\nX-Injected: 1",
    "a newline": f"{SHOWN}\n",
    "a NUL": f"{SHOWN}\0",
    "characters beyond Latin-1": f"{SHOWN} \N{SNOWMAN}",
}

NO_IDS = {
    "empty": "",
    "'.'": ".",
    "'..'": "..",
    "'%2e%2e'": "%2e%2e",
    "'%2E'": "%2E",
    "'.%2e'": ".%2e",
    "with a newline": f"{SHOWN}\n",
    "with a NUL": f"{SHOWN}\0",
    "with a DEL": f"{SHOWN}\x7f",
    "with a lone surrogate": f"{SHOWN}\ud800",
}

ODD_IDS = {
    "../keys": "..%2Fkeys",
    "a/b": "a%2Fb",
    "a?b": "a%3Fb",
    "a#b": "a%23b",
    "é": "%C3%A9",
    "a b": "a%20b",
    "a%2fb": "a%252fb",
    "..\\keys": "..%5Ckeys",
    "%252e%252e": "%25252e%25252e",
    "a;b=c&d": "a%3Bb%3Dc%26d",
    "...": "...",
}

WITH_ID = {"byok_get": "GET", "byok_update": "PATCH", "byok_delete": "DELETE"}


def _attribution() -> Iterator[Case]:
    for name in ATTRIBUTION:
        for title, value in NO_HEADERS.items():
            yield Case(f"{name} of the core with {title}", Refused(name), core={name: value})
            yield Case(f"{name} of the call with {title}", Refused(name), arguments={name: value})


def _one_segment(method: str, segment: str) -> Accepted:
    def check(seen: Seen) -> None:
        line = seen.endpoint.latest.partition(b"\r\n")[0].decode()
        assert line == f"{method} /api/v1/byok/{segment} HTTP/1.1"

    return Accepted(f"one segment, {segment}", check)


def _ids() -> Iterator[Case]:
    for call, method in WITH_ID.items():
        for title, value in NO_IDS.items():
            yield Case(f"an id for {call} that is {title}", Refused("id"), call=call, arguments={"id": value})
        for value, segment in ODD_IDS.items():
            yield Case(f"the id {value} for {call}", _one_segment(method, segment), call=call, arguments={"id": value})


# --- Types, headers, times ---------------------------------------------------------------------------------------

WRONG_TYPES: list[tuple[str, str, str, object]] = [
    ("NaN for a text", "byok_create", "name", math.nan),
    ("inf for a text", "byok_create", "name", math.inf),
    ("NaN for a flag", "byok_create", "disabled", math.nan),
    ("inf in a list", "byok_update", "allowed_models", [math.inf]),
    ("an integer beyond 2^53 in a list", "byok_update", "allowed_user_ids", [2**53 + 1]),
    ("NaN for an integer", "byok_list", "limit", math.nan),
    ("inf for an integer", "byok_list", "offset", math.inf),
    ("an integer beyond 2^53", "byok_list", "limit", 2**53 + 1),
    ("an integer below -2^53", "byok_list", "offset", -(2**53) - 1),
    ("10**5000 for an integer", "byok_list", "limit", 10**5000),
    ("True for an integer", "byok_list", "limit", True),
    ("True for an integer that may be None", "byok_list", "offset", True),
    ("a string for an integer", "byok_list", "limit", SHOWN),
    ("a string for a list", "byok_create", "allowed_models", SHOWN),
    ("bytes for a list", "byok_create", "allowed_models", SHOWN.encode()),
    ("a dict for a list", "byok_update", "allowed_api_key_hashes", {SHOWN: 1}),
    ("a number in a list", "byok_create", "allowed_user_ids", [1]),
    ("a string for a flag", "byok_create", "disabled", SHOWN),
    ("'false' for a flag", "byok_update", "is_fallback", "false"),
    ("0 for a flag", "byok_update", "is_required", 0),
    ("None for a flag", "byok_create", "is_byok_only", None),
    ("a string for a flag that may be None", "byok_update", "declared_zdr", SHOWN),
    ("a number for a provider", "byok_create", "provider", 123),
    ("a lone surrogate in a text", "byok_create", "name", f"{SHOWN}\ud800"),
    ("a key under another name", "byok_create", "api_key", PROVIDER),
    ("a key where there is none", "byok_get", "key", PROVIDER),
]

NO_CUSTOM_HEADERS: dict[str, object] = {
    "an empty name": {"": SHOWN},
    "a blank in a name": {"X Test": SHOWN},
    "a colon in a name": {"X-Test:": SHOWN},
    "CRLF in a name": {"X-Test\r\nX-Injected": SHOWN},
    "a name beyond ASCII": {"X-\u00e9": SHOWN},
    "a name of bytes": {b"X-Test": SHOWN},
    "CRLF in a value": {"X-Test": f"{SHOWN}\r\nX-Injected: 1"},
    "a newline behind a key": {"Authorization": f"Bearer {MANAGEMENT}\n"},
    "a NUL in a value": {"X-Test": f"{SHOWN}\0"},
    "a value beyond Latin-1": {"X-Test": f"{SHOWN} \N{SNOWMAN}"},
    "a value of bytes": {"Authorization": MANAGEMENT.encode()},
    "a value None": {"Authorization": None},
    "a value that is a Secret": {"Authorization": Secret(MANAGEMENT)},
    "one name twice": {"X-Test": "1", "x-test": "2"},
    "a Content-Length": {"Content-Length": "0"},
    "a Transfer-Encoding": {"Transfer-Encoding": "chunked"},
    "a list of pairs": [("Authorization", MANAGEMENT)],
    "a string": f"Authorization: {MANAGEMENT}",
}

NO_TIMES: dict[str, object] = {
    "-1": -1,
    "0": 0,
    "NaN": math.nan,
    "inf": math.inf,
    "-inf": -math.inf,
    "a string": SHOWN,
    "10**400": 10**400,
    "True": True,
}


SPENT = Failed(errors.RequestTimeoutError, "the deadline was over before", outcome="not_applied", requests=0)


def _times() -> Iterator[Case]:
    for name in ("timeout", "deadline"):
        for title, value in NO_TIMES.items():
            spent = name == "deadline" and title in {"0", "-1"}
            expected = SPENT if spent else Refused(name)
            yield Case(f"{name} {title} of the core", expected, core={name: value})
            yield Case(f"{name} {title} of the call", expected, options={name: value})


CASES = [
    *_keys(),
    *_provider_keys(),
    *_attribution(),
    *_ids(),
    *[
        Case(f"{title}, {name} of {call}", Refused(name), call=call, arguments={name: value})
        for title, call, name, value in WRONG_TYPES
    ],
    *[
        Case(f"headers with {title}", Refused("headers"), options={"headers": value})
        for title, value in NO_CUSTOM_HEADERS.items()
    ],
    *_times(),
]

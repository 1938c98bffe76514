"""What the server refuses: every rule of the contract, hostile JSON, wrong paths and methods, bodies too large."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from openrouter_core.testing.application import MAX_BODY_BYTES

if TYPE_CHECKING:
    from collections.abc import Iterator

    import httpx

    from openrouter_core.testing import LocalOpenRouter

    from .conftest import Connect

UNKNOWN_ID = "11111111-2222-3333-4444-555555555555"
NEW: dict[str, object] = {"key": "sk-test-provider-key", "provider": "openai"}
JSON = {"content-type": "application/json"}

EMPTY_LIST: list[object] = []
EMPTY_OBJECT: dict[str, object] = {}

# What create and update refuse alike.
SETTINGS: list[tuple[str, object]] = [
    *[("key", value) for value in ("", None, 1, ["sk-test"], {"value": "sk-test"}, True)],
    *[("name", value) for value in ("n" * 256, 1, EMPTY_LIST, EMPTY_OBJECT, False)],
    *[
        (flag, value)
        for flag in ("disabled", "is_fallback", "is_required", "is_byok_only")
        for value in (None, 0, 1, "true", EMPTY_LIST, EMPTY_OBJECT)
    ],
    *[
        (allowed, value)
        for allowed in ("allowed_models", "allowed_user_ids")
        for value in (["x"] * 101, "x", EMPTY_OBJECT, 1, False, [1], [None], ["x", ["y"]])
    ],
    *[
        ("allowed_api_key_hashes", value)
        for value in (
            *(EMPTY_LIST, ["a" * 64] * 101, "a" * 64, EMPTY_OBJECT, [1], [None]),
            *(["a" * 63], ["a" * 65], ["A" * 64], ["g" * 64], ["a" * 64 + "\n"], ["b" * 64]),
        )
    ],
    *[("declared_region", value) for value in ("", "EUROPE", "asia", 1, EMPTY_LIST, EMPTY_OBJECT, False)],
    *[("declared_zdr", value) for value in ("", "true", 0, 1, EMPTY_LIST, EMPTY_OBJECT)],
]
# What only create knows.
PLACES: list[tuple[str, object]] = [
    *[("provider", value) for value in ("", "OpenAI", "nobody", None, 1, ["openai"], EMPTY_OBJECT)],
    *[
        ("workspace_id", value)
        for value in (
            *("", "default", None, 1, EMPTY_LIST, UNKNOWN_ID),
            *(UNKNOWN_ID.replace("-", ""), f"{{{UNKNOWN_ID}}}", f"urn:uuid:{UNKNOWN_ID}", UNKNOWN_ID + "\n"),
        )
    ],
]
QUERIES = [
    *[("limit", value) for value in ("0", "101", "-1", "1.0", "1e1", "", "null", "ten", " 5", "٣", "9" * 5000)],
    *[("offset", value) for value in ("-1", "1.5", "none", "1_0", "+1", "٣", "\n1")],
    *[("workspace_id", value) for value in ("", "null", "default", UNKNOWN_ID, UNKNOWN_ID[:-1], "%ff")],
    *[("provider", value) for value in ("", "null", "OpenAI", "nobody", "openai,anthropic")],
]


def refused(response: httpx.Response, status: int = 400) -> str:
    """Return the message of an error answer, once it has the contract's shape."""
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/json"
    error = response.json()["error"]
    assert response.json() == {"error": {"code": status, "message": error["message"]}}
    return str(error["message"])


def names(message: str, field: str) -> bool:
    """Tell whether a message begins with the name of a field, or of an entry of it."""
    return re.match(rf"{field}(\[\d\])?: ", message) is not None


@pytest.mark.parametrize(("field", "value"), [*SETTINGS, *PLACES])
def test_create_names_the_field_it_refuses(client: httpx.Client, field: str, value: object) -> None:
    """A field out of bounds is a 400 that names it, and nothing is created."""
    assert names(refused(client.post("/byok", json={**NEW, field: value})), field)
    assert client.get("/byok").json()["total_count"] == 0


def test_update_names_the_field_it_refuses(client: httpx.Client, server: LocalOpenRouter) -> None:
    """A field out of bounds is a 400 that names it, and nothing is changed."""
    path = f"/byok/{server.seed(1)[0]}"
    before = client.get(path).json()
    for field, value in SETTINGS:
        assert names(refused(client.patch(path, json={"disabled": True, field: value})), field)
    assert client.get(path).json() == before


@pytest.mark.parametrize("field", ["key", "provider"])
def test_create_wants_what_is_required(client: httpx.Client, field: str) -> None:
    """The required fields have no default."""
    body = {name: value for name, value in NEW.items() if name != field}
    assert refused(client.post("/byok", json=body)) == f"{field}: is required"


def test_byok_only_and_fallback_exclude_each_other(client: httpx.Client) -> None:
    """Together in one request, or one after the other."""
    both = {"is_byok_only": True, "is_fallback": True}
    message = "is_byok_only: cannot be combined with is_fallback"
    assert refused(client.post("/byok", json={**NEW, **both})) == message
    created = client.post("/byok", json={**NEW, "is_fallback": True}).json()["data"]
    path = f"/byok/{created['id']}"
    assert refused(client.patch(path, json={"is_byok_only": True})) == message
    swapped = {"is_byok_only": True, "is_fallback": False}
    assert swapped.items() <= client.patch(path, json=swapped).json()["data"].items()


@pytest.mark.parametrize(("name", "value"), QUERIES)
def test_list_names_the_parameter_it_refuses(client: httpx.Client, name: str, value: str) -> None:
    """A parameter out of bounds is a 400 that names it."""
    assert refused(client.get("/byok", params={name: value})).startswith(f"{name}: ")


def test_list_refuses_a_parameter_given_twice(client: httpx.Client) -> None:
    """Which of the two was meant cannot be known; a parameter without meaning does not matter."""
    assert refused(client.get("/byok?limit=1&limit=2")) == "limit: was given 2 times"
    assert client.get("/byok?other=1&other=2").status_code == 200


BROKEN = {
    "empty": b"",
    "cut off": b'{"key": "sk-test',
    "two values": b"{} {}",
    "NaN": b'{"name": NaN}',
    "Infinity": b'{"name": -Infinity}',
    "a name twice": b'{"key": "sk-test-1", "key": "sk-test-2", "provider": "openai"}',
    "a name twice, deeper": b'{"other": [{"a": 1, "a": 2}]}',
    "not UTF-8": b'{"name": "\xff"}',
    "UTF-16": '{"name": "x"}'.encode("utf-16"),
    "a byte order mark": b'\xef\xbb\xbf{"name": "x"}',
    "a lone surrogate": b'{"name": "\\ud800"}',
    "a number of 5000 digits": b'{"name": ' + b"9" * 5000 + b"}",
    "a number of 400 digits": b'{"name": ' + b"9" * 400 + b"}",
    "a number that is infinite": b'{"other": 1e999}',
    "nested too deeply": b"[" * 400_000,
    "nested in more than 100 levels": b'{"other": ' + b"[" * 100 + b"]" * 100 + b"}",
    "an array": b"[]",
    "a string": b'"sk-test"',
    "null": b"null",
    "a number": b"1",
}


@pytest.mark.parametrize("body", BROKEN.values(), ids=BROKEN.keys())
@pytest.mark.parametrize("method", ["POST", "PATCH"])
def test_a_body_that_is_no_json_object_is_refused(
    client: httpx.Client, server: LocalOpenRouter, method: str, body: bytes
) -> None:
    """Whatever the body holds, the answer is a 400 about it, never a 500."""
    path = "/byok" if method == "POST" else f"/byok/{server.seed(1)[0]}"
    assert refused(client.request(method, path, content=body, headers=JSON)).startswith("body: ")


def test_a_deep_but_ignored_field_is_no_failure(client: httpx.Client, server: LocalOpenRouter) -> None:
    """As many values as anybody likes, in up to 100 levels."""
    many = f"{'[' * 98}{', '.join(['{}'] * 200)}{']' * 98}"
    body = json.dumps({**NEW, "other": None}).replace("null", many)
    assert client.post("/byok", content=body, headers=JSON).status_code == 201
    assert server.requests[0].body == {**json.loads(body), "key": "***"}


@pytest.mark.parametrize("content_type", [None, "text/plain", "application/x-www-form-urlencoded", ""])
def test_a_body_must_say_that_it_is_json(client: httpx.Client, content_type: str | None) -> None:
    """The contract knows no other type, so a client that forgets the header learns it here."""
    headers = {} if content_type is None else {"content-type": content_type}
    response = client.post("/byok", content=json.dumps(NEW), headers=headers)
    assert refused(response, 415) == "Content-Type: must be application/json"


def test_a_charset_does_not_matter(client: httpx.Client) -> None:
    """JSON is UTF-8 with or without the parameter."""
    headers = {"content-type": "Application/JSON; charset=utf-8"}
    assert client.post("/byok", content=json.dumps(NEW), headers=headers).status_code == 201


def test_a_body_over_a_megabyte_is_a_413(client: httpx.Client) -> None:
    """Whether its length was announced or not; the last one that fits is read."""
    shell = json.dumps({**NEW, "other": ""})
    fits = shell.replace('""', f'"{"x" * (MAX_BODY_BYTES - len(shell))}"').encode()

    def chunks() -> Iterator[bytes]:
        yield from (fits[:500_000], fits[500_000:], b" ")

    assert client.post("/byok", content=fits, headers=JSON).status_code == 201
    assert "1 MB" in refused(client.post("/byok", content=fits + b" ", headers=JSON), 413)
    assert "1 MB" in refused(client.post("/byok", content=chunks(), headers=JSON), 413)
    assert client.get("/byok").json()["total_count"] == 1


@pytest.mark.parametrize(
    "path",
    [
        *("/", "/byok/", "/byok/x/y", f"/byok/{UNKNOWN_ID}/", "/nothing", "//byok"),
        *("/byok/x", "/byok/%2E%2E", "/byok/..%2Fkeys", "/byok/%00", "/byok/%ff", f"/byok/{UNKNOWN_ID}%0A"),
        *(f"/byok/{UNKNOWN_ID}", f"/byok/%7B{UNKNOWN_ID}%7D", "/byok/" + "x" * 5000),
    ],
)
def test_what_does_not_exist_is_a_404(client: httpx.Client, path: str) -> None:
    """An unknown path, an unknown id, and what is no id at all."""
    assert refused(client.get(path), 404) == "Resource not found"


@pytest.mark.parametrize("path", ["/../../byok", "/../byok"])
def test_what_is_outside_of_the_base_url_is_told_so(client: httpx.Client, path: str) -> None:
    """Who leaves a part of it out gets a 404 of everything."""
    assert refused(client.get(path), 404) == "Resource not found: the base URL ends in /api/v1"


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        *((method, "/byok", "GET, HEAD, POST") for method in ("PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "X")),
        *((method, f"/byok/{UNKNOWN_ID}", "DELETE, GET, HEAD, PATCH") for method in ("PUT", "POST", "OPTIONS")),
    ],
)
def test_a_wrong_method_is_a_405(client: httpx.Client, method: str, path: str, allowed: str) -> None:
    """With the methods that would have been right."""
    response = client.request(method, path)
    assert refused(response, 405) == "Method Not Allowed"
    assert response.headers["allow"] == allowed


def test_an_id_is_read_in_either_case(client: httpx.Client, server: LocalOpenRouter) -> None:
    """RFC 9562 section 4: a UUID in capitals is the same one."""
    (created,) = server.seed(1)
    assert client.get(f"/byok/{created.upper()}").json()["data"]["id"] == created


@pytest.mark.parametrize(
    "sent", [b"NONSENSE\r\n\r\n", b"GET /\xff HTTP/1.1\r\nhost: localhost\r\n\r\n", b"\x16\x03\x01\r\n\r\n"]
)
def test_what_is_not_http_is_a_400_in_json(connect: Connect, sent: bytes) -> None:
    """Even below HTTP the answer is JSON, and the connection ends."""
    with connect() as wire, wire.makefile("rb") as answer:
        wire.sendall(sent)
        head, _, body = answer.read().partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 400 Bad Request\r\n")
    assert json.loads(body) == {"error": {"code": 400, "message": "Invalid HTTP request received."}}


def test_nonsense_after_an_answer_ends_the_connection(connect: Connect) -> None:
    """A chunked body that breaks after its 413 gets no second answer."""
    head = b"POST /api/v1/byok HTTP/1.1\r\nhost: localhost\r\ntransfer-encoding: chunked\r\n\r\n"
    size = MAX_BODY_BYTES + 1
    with connect() as wire, wire.makefile("rb") as answer:
        wire.sendall(head + f"{size:x}\r\n".encode() + b"x" * size + b"\r\n")
        assert answer.readline().startswith(b"HTTP/1.1 413 ")
        wire.sendall(b"no chunk\r\n")
        assert answer.read().count(b"HTTP/1.1") == 0


@pytest.mark.parametrize("path", [b"/api/v1/byok", b"/__faults__"])
def test_a_client_that_leaves_in_the_middle_is_forgotten(
    client: httpx.Client, connect: Connect, server: LocalOpenRouter, caplog: pytest.LogCaptureFixture, path: bytes
) -> None:
    """A request whose body never arrives is neither answered nor written down."""
    with connect() as wire:
        wire.sendall(b"POST %b HTTP/1.1\r\nhost: localhost\r\ncontent-length: 10\r\n\r\n{" % path)
    assert client.get("/byok").status_code == 200
    assert [request.method for request in server.requests] == ["GET"]
    assert not caplog.records

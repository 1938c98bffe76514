"""What goes over the wire: headers, requests, responses, JSON bodies, compression and bearer tokens."""

from __future__ import annotations

import gzip
import json
import pickle
import tracemalloc
import zlib
from typing import TYPE_CHECKING, Any, cast

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from openrouter_core.errors import SDKValidationError
from openrouter_core.http.wire import (
    Headers,
    Request,
    Response,
    authorization,
    check_header,
    decompress,
)
from openrouter_core.secret import Secret
from openrouter_core.types.jsontext import encode
from tests.drawing import drawn
from tests.samples import pickled

if TYPE_CHECKING:
    from collections.abc import Mapping

FEW = drawn(60)
TEXT = st.text(st.characters(codec="utf-8"))
PRINTABLE = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]))
NAMES = st.from_regex(r"[a-z]{1,3}", fullmatch=True)
TOKENS = st.from_regex(r"[A-Za-z-]{1,4}", fullmatch=True)

# --- Headers -----------------------------------------------------------------------------------------------------


@FEW
@given(fields=st.dictionaries(TOKENS, st.text(max_size=5)))
def test_headers_are_a_mapping_that_ignores_case(fields: dict[str, str]) -> None:
    """Each name is found in any case, and names, length, membership and items agree with one another."""
    headers = Headers(fields)
    assert len(headers) == len(list(headers)) == len({name.lower() for name in fields})
    assert dict(headers.items()) == dict(zip(headers.keys(), headers.values(), strict=True))
    for name in headers:
        assert name in headers
        assert headers[name] == headers[name.upper()] == headers.get(name.lower())
    assert Headers(headers) == headers
    assert Headers(headers.items()) == headers


@FEW
@given(pairs=st.lists(st.tuples(TOKENS, st.text(max_size=5))))
def test_a_repeated_header_is_joined_in_order(pairs: list[tuple[str, str]]) -> None:
    """The values of one name are joined by a comma, in the order in which they came (RFC 9110, 5.3)."""
    headers = Headers(pairs)
    for name, _ in pairs:
        assert headers[name] == ", ".join(value for other, value in pairs if other.lower() == name.lower())


@FEW
@given(
    first=st.dictionaries(TOKENS, st.text(max_size=3), max_size=4),
    second=st.dictionaries(TOKENS, st.text(max_size=3), max_size=4),
)
def test_updating_replaces_in_any_case(first: dict[str, str], second: dict[str, str]) -> None:
    """`updated` gives the second's value where it has one, else the first's, and changes neither."""
    before = Headers(first)
    after = before.updated(second)
    for name in {*first, *second}:
        assert after[name] == (Headers(second)[name] if name in Headers(second) else before[name])
    assert before == Headers(first)
    assert len(after) == len({name.lower() for name in (*first, *second)})


def test_a_missing_header_is_a_key_error() -> None:
    """Headers fail as every mapping does."""
    with pytest.raises(KeyError):
        _ = Headers()["Accept"]
    assert Headers().get("Accept") is None
    assert "Accept" not in Headers()


@pytest.mark.parametrize("fields", [{"X-Key": 5}, {5: "sk-test-123"}, {"X-Key": None}, {"X-Key": b"sk-test-123"}])
def test_a_header_that_is_no_text_is_refused(fields: Any) -> None:  # noqa: ANN401 - a hook may not be type-checked
    """A hook that makes one fails where it makes it, and the value is not told."""
    with pytest.raises(TypeError, match="a header is a str and a str") as refused:
        Headers(fields)
    assert "sk-test" not in str(refused.value)


@pytest.mark.parametrize("wrong", [{"status_code": "200"}, {"body": "sk-test-123"}, {"unreadable": 5}], ids=str)
def test_a_response_of_wrong_types_is_refused(wrong: dict[str, Any]) -> None:
    """So is what else a hook makes."""
    with pytest.raises(TypeError, match=r"^a Response is an int, headers, bytes, and a str or None$"):
        Response(**cast("Any", {"status_code": 200, **wrong}))


def test_the_repr_of_headers_shows_no_value() -> None:
    """`repr` shows the names as they were written, and no value."""
    assert repr(Headers({"Authorization": "Bearer sk-or-test-123", "Accept": "x"})) == "Headers(Authorization, Accept)"


@pytest.mark.parametrize("name", ["", "a b", "a:b", "ä", "a\n", "a(b)"], ids=repr)
def test_an_illegal_header_name_is_refused(name: str) -> None:
    """A name is a token (RFC 9110, 5.6.2)."""
    with pytest.raises(SDKValidationError, match="headers: a header's name"):
        check_header(name, "x", parameter="headers")


@pytest.mark.parametrize("value", ["a\nb", "a\r", "\x00", "\x7f", "€", "\x1b[31m"], ids=repr)
def test_an_illegal_header_value_is_refused(value: str) -> None:
    """A value holds neither line ends nor control characters, and is Latin-1 (RFC 9110, 5.5)."""
    with pytest.raises(SDKValidationError, match="app_title: a header's value") as caught:
        check_header("X-Title", value, parameter="app_title")
    assert value not in str(caught.value)


def test_a_legal_header_loses_the_blanks_around_it() -> None:
    """Blanks and tabs around a value are no part of it (RFC 9110, 5.5); those inside are."""
    assert check_header("X-Title", " \tCafé\t au lait ", parameter="app_title") == "Café\t au lait"


# --- Requests and responses --------------------------------------------------------------------------------------


def test_a_request_shows_no_secret() -> None:
    """Query, header values and body stay out of `repr`, and a request is not pickled."""
    headers = Headers({"Authorization": "Bearer sk-2"})
    request = Request("POST", "https://x.test/byok?k=sk-1", headers, b'{"key":"sk-3"}')
    assert repr(request) == "Request(POST https://x.test/byok)"
    assert repr(request.body) == str(request.body) == "<14 bytes>"
    for secret in (request, request.body):
        with pytest.raises(TypeError, match="cannot be pickled"):
            pickle.dumps(secret)


def test_a_request_can_be_changed_into_another() -> None:
    """Hooks return an `attrs.evolve`d request; plain mappings become `Headers`."""
    request = attrs.evolve(Request("GET", "https://x.test/"), headers={"a": "1"})
    assert request.headers["A"] == "1"
    assert request.body is None
    assert attrs.evolve(attrs.evolve(request, body=b"1"), url="https://y.test/").body == b"1"


def test_a_response_shows_its_status_and_size() -> None:
    """The body stays out of `repr`; a response travels between processes."""
    response = Response(200, Headers({"a": "1"}), b"secret")
    assert repr(response) == "Response(200, 6 bytes)"
    assert pickled(response) == response
    assert response.headers.encoded() == [(b"a", b"1")]
    assert pickled(response) == response


@pytest.mark.parametrize(
    ("headers", "request_id"),
    [
        ({}, None),
        ({"CF-Ray": "ray"}, "ray"),
        ({"x-request-id": "id", "cf-ray": "ray"}, "id"),
        ({"x-request-id": "", "cf-ray": "ray"}, "ray"),
    ],
    ids=["none", "Cloudflare's", "the server's first", "empty"],
)
def test_the_request_id_is_the_servers_or_cloudflares(headers: Mapping[str, str], request_id: str | None) -> None:
    """`X-Request-ID` goes before `CF-Ray`."""
    assert Response(200, Headers(headers)).request_id == request_id


def test_success_is_2xx() -> None:
    """The statuses 200 to 299 and no others mean success."""
    assert [status for status in range(100, 1000) if Response(status).is_success] == list(range(200, 300))


@pytest.mark.parametrize(
    ("content_type", "is_json"),
    [
        (None, True),
        ("application/json", True),
        ("Application/JSON; charset=latin-1", True),
        (" application/json ;x", True),
        ("application/problem+json", True),
        ("application/jsonl", False),
        ("text/json", False),
        ("text/html", False),
        ("text/event-stream", False),
        (";", False),
    ],
    ids=repr,
)
def test_json_is_known_by_its_media_type(content_type: str | None, is_json: bool) -> None:  # noqa: FBT001 - a case
    """JSON is declared as JSON or as nothing; parameters and case do not matter."""
    response = Response(200, Headers({} if content_type is None else {"Content-Type": content_type}))
    assert response.is_json is is_json
    assert response.content_type == content_type


# --- Bodies ------------------------------------------------------------------------------------------------------


def test_a_body_is_compact_utf8_json() -> None:
    """No blanks, no ASCII escapes; `None` is null; secrets are revealed, wherever they stand."""
    body = encode({"name": "Ä", "key": Secret("sk-test-123"), "n": None, "l": [Secret("x"), True]})
    assert body == '{"name":"Ä","key":"sk-test-123","n":null,"l":["x",true]}'.encode()


@FEW
@given(
    values=st.dictionaries(
        TEXT, st.recursive(st.none() | st.booleans() | st.integers() | TEXT, lambda inner: st.lists(inner, max_size=3))
    )
)
def test_a_body_decodes_to_what_was_given(values: dict[str, object]) -> None:
    """Any JSON value survives the way through a body."""
    assert json.loads(encode(values)) == values


PLAIN = b'{"data": "' + b"x" * 100 + b'"}'
CODED = {
    "gzip": gzip.compress(PLAIN),
    "x-gzip": gzip.compress(PLAIN),
    "deflate": zlib.compress(PLAIN),
    "GZIP ": gzip.compress(PLAIN),
    "identity": PLAIN,
    "": PLAIN,
}


@pytest.mark.parametrize("coding", CODED, ids=repr)
def test_a_coded_body_is_decompressed(coding: str) -> None:
    """The coding is known in any case, and a body of just the limit is read."""
    assert decompress(CODED[coding], coding, len(PLAIN)) == PLAIN


@pytest.mark.parametrize("coding", ["gzip", "deflate"])
def test_a_body_too_large_is_refused_while_it_is_inflated(coding: str) -> None:
    """One byte more than the limit is too large."""
    with pytest.raises(ValueError, match=f"is larger than {len(PLAIN) - 1} bytes"):
        decompress(CODED[coding], coding, len(PLAIN) - 1)


def test_a_bomb_is_not_inflated() -> None:
    """Of a small body that would become 50 MB, no more than the limit is ever held in memory."""
    bomb = gzip.compress(bytes(50_000_000), compresslevel=1)
    tracemalloc.start()
    try:
        with pytest.raises(ValueError, match="is larger than 1000 bytes"):
            decompress(bomb, "gzip", 1000)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 2_000_000


@pytest.mark.parametrize("coding", ["gzip", "deflate"])
@pytest.mark.parametrize("cut", [1, 5, 12, -9, -1])
def test_a_body_cut_short_is_refused(coding: str, cut: int) -> None:
    """However much is missing, half a body is never passed on as a whole one."""
    with pytest.raises(ValueError, match="is cut short"):
        decompress(CODED[coding][:cut], coding, 10_000)


@pytest.mark.parametrize(
    ("coding", "reason"), [("gzip", "is broken"), ("deflate", "is broken"), ("br", "not asked for")]
)
def test_a_body_that_is_not_what_it_says_is_refused(coding: str, reason: str) -> None:
    """Bytes of another format, and codings that were not asked for, are refused."""
    with pytest.raises(ValueError, match=reason):
        decompress(PLAIN, coding, 10_000)


# --- Keys --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "header"),
    [
        ("sk-or-test-123", "Bearer sk-or-test-123"),
        ("Bearer sk-or-test-123", "Bearer sk-or-test-123"),
        ("bEARER sk-or-test-123", "bEARER sk-or-test-123"),
        (" sk-or-test-123 ", "Bearer sk-or-test-123"),
        ("bearer", None),
        ("Bearer ", None),
        ("", None),
        ("  ", None),
        ("sk-or-test-123\n", None),
        ("sk-or-tést-123", None),
        ("sk-or\x00test", None),
        ("Bearersk-or-test-123", "Bearer Bearersk-or-test-123"),
    ],
    ids=repr,
)
def test_a_key_becomes_a_bearer_token(key: str, header: str | None) -> None:
    """A key that names its scheme goes as it is; one that no header can carry is refused, and not shown."""
    if header is not None:
        assert authorization(key) == header
        return
    with pytest.raises(SDKValidationError) as caught:
        authorization(key)
    assert caught.value.parameter == "api_key"
    assert "sk-or" not in str(caught.value)


@pytest.mark.parametrize("coding", ["gzip", "deflate"])
def test_data_after_the_end_of_what_is_compressed_is_refused(coding: str) -> None:
    """Nothing is dropped silently: what follows the compressed data is an error, not ignored."""
    with pytest.raises(ValueError, match="goes on after"):
        decompress(CODED[coding] + b"more", coding, 10_000)


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br"])
def test_an_empty_body_needs_no_decompression(coding: str) -> None:
    """A body of no bytes is itself, whatever coding its header claims."""
    assert decompress(b"", coding, 10) == b""


def test_headers_are_equal_when_their_names_differ_in_case_only() -> None:
    """Equality knows no case, as lookup does not; values count to the letter."""
    assert Headers({"X-A": "1"}) == Headers({"x-a": "1"}) == {"X-a": "1"}
    assert Headers({"X-A": "1"}) != Headers({"X-A": "2"})
    assert Headers({"X-A": "1"}) != [("X-A", "1")]


def test_a_body_in_several_codings_is_refused() -> None:
    """No server applies more than one."""
    with pytest.raises(ValueError, match="in a way that was not asked for"):
        decompress(gzip.compress(zlib.compress(PLAIN)), "deflate, gzip", 1000)

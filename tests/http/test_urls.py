"""URLs: percent-encoding, queries and the base."""

from __future__ import annotations

from urllib.parse import parse_qsl, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openrouter_core.errors import SDKValidationError
from openrouter_core.http.urls import BaseURL, fill_path, parse_base_url, query_string
from tests.drawing import drawn

FEW = drawn(60)
TEXT = st.text(st.characters(codec="utf-8"))
PRINTABLE = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]))
NAMES = st.from_regex(r"[a-z]{1,3}", fullmatch=True)
TOKENS = st.from_regex(r"[A-Za-z-]{1,4}", fullmatch=True)

# --- Paths -------------------------------------------------------------------------------------------------------


@FEW
@given(value=PRINTABLE.filter(lambda text: unquote(text) not in {"", ".", ".."}))
def test_an_id_is_always_one_segment(value: str) -> None:
    """Whatever an id holds, the path keeps its shape, and the segment decodes to the id."""
    path = fill_path("/byok/{id}/log", {"id": value})
    root, family, segment, last = path.split("/")
    assert (root, family, unquote(segment), last) == ("", "byok", value, "log")
    assert urlsplit(f"https://openrouter.test{path}").path == path


@pytest.mark.parametrize(
    ("value", "path"),
    [
        ("abc-123_~.", "/byok/abc-123_~."),
        ("a/b", "/byok/a%2Fb"),
        ("../keys", "/byok/..%2Fkeys"),
        ("a?b#c", "/byok/a%3Fb%23c"),
        ("a%2Fb", "/byok/a%252Fb"),
        ("...", "/byok/..."),
        ("a b", "/byok/a%20b"),
        ("ä{id}", "/byok/%C3%A4%7Bid%7D"),
        (7, "/byok/7"),
    ],
    ids=repr,
)
def test_an_id_is_percent_encoded(value: object, path: str) -> None:
    """Only unreserved characters stand for themselves (RFC 3986, 2.3)."""
    assert fill_path("/byok/{id}", {"id": value}) == path


@pytest.mark.parametrize("value", ["", ".", "..", "%2e", "%2E%2e", ".%2E", "%2e."], ids=repr)
def test_an_id_that_would_climb_is_refused(value: str) -> None:
    """Empty, `.` and `..`, encoded or not, would reach another endpoint."""
    with pytest.raises(SDKValidationError) as caught:
        fill_path("/byok/{id}", {"id": value})
    assert caught.value.parameter == "id"


@pytest.mark.parametrize("value", ["a\nb", "\x00", "a\x7f", "\t"], ids=repr)
def test_an_id_with_control_characters_is_refused(value: str) -> None:
    """Control characters are a mistake in an id, and an attack in a log."""
    with pytest.raises(SDKValidationError, match="id: must not hold control characters"):
        fill_path("/byok/{id}", {"id": value})


def test_each_placeholder_has_its_own_value() -> None:
    """Several placeholders are filled by name, and other parameters are left alone."""
    assert fill_path("/a/{x}/b/{y}", {"y": "2", "x": "1", "z": "3"}) == "/a/1/b/2"


# --- Queries -----------------------------------------------------------------------------------------------------


@FEW
@given(values=st.dictionaries(NAMES, TEXT | st.integers()))
def test_a_query_decodes_to_what_was_given(values: dict[str, object]) -> None:
    """Any text and number survives the way through a query, in the order given."""
    query = query_string(values)
    assert parse_qsl(query, keep_blank_values=True, strict_parsing=bool(query)) == [
        (name, str(value)) for name, value in values.items()
    ]
    assert query.isascii()
    assert "+" not in query


def test_a_query_leaves_none_out() -> None:
    """`None` is not sent: a query has no null. An empty string is."""
    assert query_string({"limit": 10, "offset": None, "provider": ""}) == "limit=10&provider="
    assert query_string({}) == ""


@pytest.mark.parametrize(
    ("value", "query"),
    [
        (True, "a%5B%5D=true"),
        (False, "a%5B%5D=false"),
        (1.5, "a%5B%5D=1.5"),
        ("true&", "a%5B%5D=true%26"),
        (["x", None, 2], "a%5B%5D=x&a%5B%5D=2"),
        (("x",), "a%5B%5D=x"),
        ([], ""),
    ],
    ids=repr,
)
def test_what_is_no_text_is_written_as_json(value: object, query: str) -> None:
    """A boolean is `true`, and a list is sent item by item; names are encoded, too."""
    assert query_string({"a[]": value}) == query


# --- Base URLs ---------------------------------------------------------------------------------------------------


def _parse(text: str, *, allow_insecure_http: bool = False) -> BaseURL:
    return parse_base_url(text, allow_insecure_http=allow_insecure_http)


@FEW
@given(
    prefix=st.sampled_from(["", "/api/v1", "/a%20b", "/ü"]),
    slashes=st.integers(0, 3),
    own=st.lists(st.tuples(NAMES, TEXT), max_size=3),
    more=st.dictionaries(NAMES, TEXT, max_size=3),
)
def test_joining_keeps_path_and_both_queries(
    prefix: str, slashes: int, own: list[tuple[str, str]], more: dict[str, str]
) -> None:
    """The URL is the base without its last slashes, then the path, then the base's query, then the call's.

    An argument of the call goes before a field of the base that has its name.
    """
    own_query = "&".join(query_string({name: value}) for name, value in own)
    base = _parse(f"https://openrouter.test:8443{prefix}{'/' * slashes}{'?' if own else ''}{own_query}")
    parts = urlsplit(base.join("/byok", query_string(more)))
    assert (parts.scheme, parts.netloc, parts.path) == ("https", "openrouter.test:8443", f"{prefix}/byok")
    assert parse_qsl(parts.query, keep_blank_values=True) == [
        *((name, value) for name, value in own if name not in more),
        *more.items(),
    ]


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("https://openrouter.ai/api/v1", "https://openrouter.ai/api/v1/byok"),
        ("https://openrouter.ai/api/v1///", "https://openrouter.ai/api/v1/byok"),
        ("https://openrouter.ai", "https://openrouter.ai/byok"),
        ("HTTPS://OpenRouter.ai/", "https://OpenRouter.ai/byok"),
        ("https://gateway.test/x?key=1", "https://gateway.test/x/byok?key=1"),
        ("https://gateway.test/x/?", "https://gateway.test/x/byok"),
        ("https://[2001:db8::1]:8080/x", "https://[2001:db8::1]:8080/x/byok"),
    ],
)
def test_a_base_url_is_understood(text: str, url: str) -> None:
    """Trailing slashes do not matter, and a query is kept."""
    assert _parse(text).join("/byok", "") == url


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "expected a URL"),
        ("openrouter.ai/api/v1", "expected a URL"),
        ("/api/v1", "expected a URL"),
        ("https:///api/v1", "expected a URL"),
        ("https://:443/", "expected a URL"),
        ("https://host:port/", "expected a URL"),
        ("https://host:99999/", "expected a URL"),
        ("https://[::1", "expected a URL"),
        ("https://[nonsense]/", "expected a URL"),
        ("ftp://openrouter.ai/", "begins with https"),
        ("file://host/x", "begins with https"),
        ("https://user:pass@openrouter.ai/", "user information"),
        ("https://@openrouter.ai/", "user information"),
        ("https://openrouter.ai/#top", "fragment"),
        ("https://openrouter.ai/#", "fragment"),
        ("https://openrouter.ai/a b", "no blanks"),
        (" https://openrouter.ai", "no blanks"),
        ("https://openrouter.ai\n", "no blanks"),
        ("https://openrouter.ai\\@other.test", "no blanks"),
        ("https://openrouter.ai/\x00", "no blanks"),
        ("http://openrouter.ai/", "plain http"),
        ("http://10.0.0.1/", "plain http"),
        ("http://localhost.test/", "plain http"),
        ("http://0.0.0.0/", "plain http"),
        ("http://127.0.0.1.test/", "plain http"),
    ],
    ids=repr,
)
def test_what_is_no_safe_base_url_is_refused(text: str, reason: str) -> None:
    """The error names the parameter and what is wrong, and does not repeat the URL, which may hold a key."""
    with pytest.raises(SDKValidationError, match=reason) as caught:
        _parse(text)
    assert caught.value.parameter == "server_url"
    assert "pass" not in str(caught.value)


@pytest.mark.parametrize(
    "host", ["localhost", "LOCALHOST", "api.localhost", "127.0.0.1", "127.9.9.9", "[::1]", "localhost:8080"]
)
def test_plain_http_may_go_to_this_machine(host: str) -> None:
    """On the loopback, nobody listens in."""
    assert _parse(f"http://{host}/v1").join("/byok", "") == f"http://{host}/v1/byok"


def test_plain_http_elsewhere_must_be_allowed() -> None:
    """`allow_insecure_http=True` lets any host be reached by http."""
    assert _parse("http://10.0.0.1/v1", allow_insecure_http=True).prefix == "http://10.0.0.1/v1"


@FEW
@given(text=st.text() | st.text().map(lambda rest: f"https://{rest}"))
def test_any_text_is_a_base_url_or_a_validation_error(text: str) -> None:
    """No text makes the parser raise anything else."""
    try:
        base = _parse(text)
    except SDKValidationError:
        return
    assert base.prefix.startswith(("https://", "http://"))
    assert not base.prefix.endswith("/")


def test_the_repr_of_a_base_url_leaves_its_query_out() -> None:
    """Gateways put keys into the query."""
    assert "sk-test" not in repr(_parse("https://gateway.test/?key=sk-test-123"))

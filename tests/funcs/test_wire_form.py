"""What each function sends: method, URL, headers and body, to the byte."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from openrouter_core import RequestOptions, Secret
from openrouter_core.errors import SDKValidationError
from openrouter_core.version import __version__
from tests.funcs.cases import (
    BASE,
    CREATE,
    DELETE,
    DOWNLOADS,
    GET,
    ID,
    LIST,
    STREAMING,
    UPDATE,
    UPLOADS,
    WORKSPACE,
    Function,
    each_with_id,
    of_every_kind,
)
from tests.library import httpx

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pytest_httpx import HTTPXMock

    from tests.conftest import Invoke

HASH = "f01d52606dc8f0a8303a7b5cc3fa07109c2e346cec7c0a16b40de462992ce943"
PYTHON = ".".join(map(str, sys.version_info[:3]))
USER_AGENT = f"openrouter-funcs/{__version__} python/{PYTHON} {httpx.__name__}/{httpx.__version__}"


def answering(function: Function, **headers: str) -> dict[str, Any]:
    """Return the function's success as pytest-httpx takes it, with these headers."""
    answer = function.answer
    return {"status_code": function.success, **answer, "headers": {**answer.get("headers", {}), **headers}}


URLS: list[tuple[Function, Mapping[str, object], str]] = [
    (LIST, {}, "/byok"),
    (LIST, {"limit": 2}, "/byok?limit=2"),
    (LIST, {"offset": 0}, "/byok?offset=0"),
    (LIST, {"offset": None}, "/byok"),
    (
        LIST,
        {"workspace_id": WORKSPACE, "provider": "openai", "offset": 4, "limit": 2},
        f"/byok?offset=4&limit=2&workspace_id={WORKSPACE}&provider=openai",
    ),
    (LIST, {"provider": "amazon-bedrock/claude-on-aws"}, "/byok?provider=amazon-bedrock%2Fclaude-on-aws"),
    (LIST, {"provider": "a&limit=9#b+c d?é=%"}, "/byok?provider=a%26limit%3D9%23b%2Bc%20d%3F%C3%A9%3D%25"),
    (CREATE, CREATE.arguments, "/byok"),
    (CREATE, {**CREATE.arguments, "workspace_id": WORKSPACE}, "/byok"),
    *[(function, {"id": ID}, f"/byok/{ID}") for function in (GET, UPDATE, DELETE)],
]


@pytest.mark.parametrize(("function", "arguments", "target"), URLS)
def test_url_holds_only_what_was_given(
    httpx_mock: HTTPXMock, invoke: Invoke, function: Function, arguments: Mapping[str, object], target: str
) -> None:
    """Method, path and query are the contract's; the query has its fixed order, and nothing that was not given."""
    httpx_mock.add_response(**answering(function))
    assert invoke(function.name, invoke.core(), **arguments).ok
    (sent,) = httpx_mock.get_requests()
    assert (sent.method, str(sent.url), sent.url.raw_path.decode()) == (
        function.method,
        f"{BASE}{target}",
        f"/api/v1{target}",
    )


SEGMENTS = {
    "../keys": "..%2Fkeys",
    "a/b": "a%2Fb",
    "/": "%2F",
    "a?b": "a%3Fb",
    "a#b": "a%23b",
    "é": "%C3%A9",
    " ": "%20",
    "a+b": "a%2Bb",
    "%": "%25",
    "%2F": "%252F",
    "a%2e%2e": "a%252e%252e",
    "...": "...",
    "@:;,=&'()*!$~": "%40%3A%3B%2C%3D%26%27%28%29%2A%21%24~",
    "\N{GRINNING FACE}": "%F0%9F%98%80",
}


@each_with_id
def test_an_id_is_one_segment_whatever_it_holds(httpx_mock: HTTPXMock, invoke: Invoke, function: Function) -> None:
    """No id reaches another endpoint: all but the unreserved characters go out percent-encoded."""
    httpx_mock.add_response(**answering(function), is_reusable=True)
    core = invoke.core()
    for value in SEGMENTS:
        assert invoke(function.name, core, id=value).ok
    paths = [request.url.raw_path.decode() for request in httpx_mock.get_requests()]
    assert paths == [f"/api/v1/byok/{segment}" for segment in SEGMENTS.values()]


@each_with_id
@pytest.mark.parametrize(
    "value", ["", ".", "..", "%2e", "%2E", "%2e%2e", "%2E%2e", ".%2e", "%2e.", "a\nb", "\x00", "\x7f"]
)
def test_an_id_that_would_climb_is_refused(
    httpx_mock: HTTPXMock, invoke: Invoke, function: Function, value: str
) -> None:
    """Empty, `.` and `..`, encoded or not, and control characters are `SDKValidationError`, and nothing is sent."""
    error = invoke(function.name, invoke.core(), id=value).error
    assert isinstance(error, SDKValidationError)
    assert (error.parameter, error.attempts, error.outcome) == ("id", 0, "not_applied")
    assert not httpx_mock.get_requests()


# Create and update take these alike.
FIELDS: list[tuple[Mapping[str, object], str]] = [
    ({"name": "Ä “x” \N{GRINNING FACE}\n\\"}, '"name":"Ä “x” \N{GRINNING FACE}\\n\\\\"'),
    ({"name": None}, '"name":null'),
    ({"name": ""}, '"name":""'),
    ({"disabled": False, "is_fallback": True}, '"disabled":false,"is_fallback":true'),
    ({"is_required": True, "is_byok_only": False}, '"is_required":true,"is_byok_only":false'),
    ({"allowed_models": ["a/b", "c"]}, '"allowed_models":["a/b","c"]'),
    ({"allowed_models": ("a/b",)}, '"allowed_models":["a/b"]'),
    ({"allowed_models": []}, '"allowed_models":[]'),
    ({"allowed_api_key_hashes": [HASH]}, f'"allowed_api_key_hashes":["{HASH}"]'),
    (
        {"allowed_models": None, "allowed_api_key_hashes": None, "allowed_user_ids": None},
        '"allowed_models":null,"allowed_api_key_hashes":null,"allowed_user_ids":null',
    ),
    ({"allowed_user_ids": ["user-1"]}, '"allowed_user_ids":["user-1"]'),
    ({"declared_region": "europe", "declared_zdr": True}, '"declared_region":"europe","declared_zdr":true'),
    ({"declared_region": None, "declared_zdr": None}, '"declared_region":null,"declared_zdr":null'),
    ({"key": "sk-test-é"}, '"key":"sk-test-é"'),
    ({"key": Secret("sk-test-secret")}, '"key":"sk-test-secret"'),
]
BODIES: list[tuple[Function, Mapping[str, object], str | None]] = [
    (LIST, {"limit": 2}, None),
    (GET, {"id": ID}, None),
    (DELETE, {"id": ID}, None),
    (UPDATE, {"id": ID}, "{}"),
    *[(UPDATE, {"id": ID, **fields}, f"{{{text}}}") for fields, text in FIELDS],
    *[
        (CREATE, {"key": "sk-test-1", "provider": "x", **fields}, f'{{"key":"sk-test-1","provider":"x",{text}}}')
        for fields, text in FIELDS[:-2]
    ],
    (CREATE, {"provider": "openai", "key": Secret("sk-test-2")}, '{"provider":"openai","key":"sk-test-2"}'),
    (
        CREATE,
        {"key": "k", "provider": "not-listed-yet", "workspace_id": WORKSPACE},
        f'{{"key":"k","provider":"not-listed-yet","workspace_id":"{WORKSPACE}"}}',
    ),
]


@pytest.mark.parametrize(("function", "arguments", "text"), BODIES)
def test_body_is_compact_json_of_what_was_given(
    httpx_mock: HTTPXMock, invoke: Invoke, function: Function, arguments: Mapping[str, object], text: str | None
) -> None:
    """UTF-8 without blanks or escapes; absent stays absent, `None` is `null`; attribution and id are not in it."""
    httpx_mock.add_response(**answering(function))
    assert invoke(function.name, invoke.core(), app_title="Title", **arguments).ok
    (sent,) = httpx_mock.get_requests()
    assert sent.content == (text or "").encode()
    assert text is None or json.loads(text) == json.loads(sent.content)


@of_every_kind
def test_headers_are_these_and_no_others(httpx_mock: HTTPXMock, invoke: Invoke, function: Function) -> None:
    """Host, Accept, User-Agent, attribution and Authorization; with a body its type and length. No cookie, nothing."""
    httpx_mock.add_response(**answering(function))
    core = invoke.core(http_referer="https://app.example", app_title="App", app_categories="a,b")
    assert invoke.whole(function.name, core, **function.arguments).ok
    (sent,) = httpx_mock.get_requests()
    is_file = function in DOWNLOADS
    expected = [
        ("Host", "openrouter.ai"),
        ("Accept", "*/*" if is_file else "application/json"),
        *([("Accept-Encoding", "identity")] if is_file else []),  # so that its length tells how much is to come
        ("User-Agent", USER_AGENT),
        ("HTTP-Referer", "https://app.example"),
        ("X-OpenRouter-Title", "App"),
        ("X-OpenRouter-Categories", "a,b"),
        ("Authorization", "Bearer sk-or-test-123"),
    ]
    if function.method in {"POST", "PATCH"}:
        content_type = sent.headers["content-type"] if function in UPLOADS else "application/json"
        expected += [("Content-Type", content_type), ("Content-Length", str(len(sent.content)))]
    assert sorted((name.decode(), value.decode()) for name, value in sent.headers.raw) == sorted(expected)


@of_every_kind
def test_headers_without_configuration(httpx_mock: HTTPXMock, invoke: Invoke, function: Function) -> None:
    """Without key and attribution there is no Authorization, and no attribution either, not even an empty one."""
    httpx_mock.add_response(**answering(function))
    assert invoke.whole(function.name, invoke.core(api_key=None), **function.arguments).ok
    (sent,) = httpx_mock.get_requests()
    about_the_body = {"content-type", "content-length"} if function.method in {"POST", "PATCH"} else set[str]()
    about_the_answer = {"accept-encoding"} if function in DOWNLOADS else set[str]()
    assert set(sent.headers) == {"host", "accept", "user-agent"} | about_the_body | about_the_answer


@of_every_kind
def test_cookies_are_neither_kept_nor_sent(httpx_mock: HTTPXMock, invoke: Invoke, function: Function) -> None:
    """What a server sets as a cookie does not come back to it, and a given client's cookies stay with the client."""
    httpx_mock.add_response(**answering(function, **{"Set-Cookie": "session=1; Path=/"}), is_reusable=True)
    client = invoke.client(None)
    client.cookies.set("mine", "1")
    for core in (invoke.core(), invoke.core(**{invoke.client_option: client})):
        for _ in range(2):
            assert invoke.whole(function.name, core, **function.arguments).ok
    assert [request.headers.get("cookie") for request in httpx_mock.get_requests()] == [None] * 4


def test_a_given_client_adds_nothing_of_its_own(invoke: Invoke) -> None:
    """Headers, parameters and base URL of a given client are not merged into the request."""
    seen: list[httpx.Request] = []

    def handler(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(404)

    client = invoke.client(httpx.MockTransport(handler))
    client.headers = {"X-Mine": "1", "Accept-Encoding": "br"}
    client.params = {"mine": "1"}
    client.base_url = "https://mine.example"
    core = invoke.core(**{invoke.client_option: client})
    assert not invoke("byok_get", core, id=ID).ok
    (sent,) = seen
    assert str(sent.url) == GET.url
    assert set(sent.headers) == {"host", "accept", "user-agent", "authorization"}


BASE_URLS = {
    "https://gateway.example": "https://gateway.example/byok?limit=1",
    "https://gateway.example///": "https://gateway.example/byok?limit=1",
    "https://gateway.example/v1/": "https://gateway.example/v1/byok?limit=1",
    "https://gateway.example/v1?tenant=a%20b": "https://gateway.example/v1/byok?tenant=a%20b&limit=1",
    "https://gateway.example/v1//?a=1&b": "https://gateway.example/v1/byok?a=1&b&limit=1",
    "https://gateway.example/v1?": "https://gateway.example/v1/byok?limit=1",
    "http://127.0.0.1:8080/v1": "http://127.0.0.1:8080/v1/byok?limit=1",
    "http://[::1]:8080": "http://[::1]:8080/byok?limit=1",
    "http://localhost/": "http://localhost/byok?limit=1",
}


@pytest.mark.parametrize(("base_url", "url"), BASE_URLS.items())
@pytest.mark.parametrize("place", ["core", "options", "environment"])
def test_base_url_of_a_gateway(
    *, httpx_mock: HTTPXMock, invoke: Invoke, monkeypatch: pytest.MonkeyPatch, place: str, base_url: str, url: str
) -> None:
    """Slashes at its end do not matter and its query goes first, wherever the base URL comes from."""
    httpx_mock.add_response(json=LIST.body)
    if place == "environment":
        monkeypatch.setenv("OPENROUTER_BASE_URL", base_url)
    core = invoke.core(server_url=base_url if place == "core" else None)
    options = RequestOptions(server_url=base_url) if place == "options" else None
    assert invoke("byok_list", core, limit=1, options=options).ok
    (sent,) = httpx_mock.get_requests()
    assert str(sent.url) == url


@pytest.mark.parametrize(
    ("environment", "core_options", "call", "host"),
    [
        ("https://env.example", {}, None, "env.example"),
        ("https://env.example", {"server_url": "https://core.example"}, None, "core.example"),
        ("https://env.example", {"server": "production"}, None, "openrouter.ai"),
        ("https://env.example", {"server": "production"}, "https://call.example", "call.example"),
        (
            "https://env.example",
            {"server_url": "https://core.example", "server": "production"},
            "https://call.example",
            "call.example",
        ),
        ("", {}, None, "openrouter.ai"),
    ],
)
def test_base_url_precedence(
    *,
    httpx_mock: HTTPXMock,
    invoke: Invoke,
    monkeypatch: pytest.MonkeyPatch,
    environment: str,
    core_options: Mapping[str, object],
    call: str | None,
    host: str,
) -> None:
    """The call goes before the core, and the core, `server` included, before the environment."""
    monkeypatch.setenv("OPENROUTER_BASE_URL", environment)
    httpx_mock.add_response(json=LIST.body)
    assert invoke("byok_list", invoke.core(**core_options), options=RequestOptions(server_url=call)).ok
    (sent,) = httpx_mock.get_requests()
    assert sent.url.host == host


KEYS: list[tuple[object, str | None]] = [
    ("sk-or-test-1", "Bearer sk-or-test-1"),
    (Secret("sk-or-test-1"), "Bearer sk-or-test-1"),
    ("Bearer sk-or-test-1", "Bearer sk-or-test-1"),
    ("bearer sk-or-test-1", "bearer sk-or-test-1"),
    ("BEARER sk-or-test-1", "BEARER sk-or-test-1"),
    ("bearersk-or-test-1", "Bearer bearersk-or-test-1"),
    (lambda: "sk-or-test-1", "Bearer sk-or-test-1"),
    (lambda: Secret("bEaReR sk-or-test-1"), "bEaReR sk-or-test-1"),
    (None, None),
]


@pytest.mark.parametrize(("key", "expected"), KEYS)
def test_key_is_sent_as_a_bearer_token(
    httpx_mock: HTTPXMock, invoke: Invoke, key: object, expected: str | None
) -> None:
    """A key that names its scheme, in any case, goes as it is; any other gets `Bearer`; without one, nothing goes."""
    httpx_mock.add_response(json=GET.body)
    assert invoke("byok_get", invoke.core(api_key=key), id=ID).ok
    (sent,) = httpx_mock.get_requests()
    assert sent.headers.get("authorization") == expected


@pytest.mark.parametrize(
    ("environment", "argument", "expected"),
    [
        ("sk-or-test-env", None, "Bearer sk-or-test-env"),
        ("bearer sk-or-test-env", None, "bearer sk-or-test-env"),
        ("sk-or-test-env", "sk-or-test-core", "Bearer sk-or-test-core"),
        ("", None, None),
    ],
)
def test_key_of_the_environment(
    *,
    httpx_mock: HTTPXMock,
    invoke: Invoke,
    monkeypatch: pytest.MonkeyPatch,
    environment: str,
    argument: str | None,
    expected: str | None,
) -> None:
    """`OPENROUTER_API_KEY` counts when the core has no key of its own; empty, it counts as unset."""
    monkeypatch.setenv("OPENROUTER_API_KEY", environment)
    httpx_mock.add_response(json=GET.body)
    assert invoke("byok_get", invoke.core(api_key=argument), id=ID).ok
    (sent,) = httpx_mock.get_requests()
    assert sent.headers.get("authorization") == expected


def test_a_callable_key_is_asked_once_per_call(httpx_mock: HTTPXMock, invoke: Invoke) -> None:
    """Not once per attempt, nor once for good: a key that rotates is fresh for each call."""
    keys = iter(["sk-or-test-1", "sk-or-test-2", "sk-or-test-3"])
    core = invoke.core(api_key=lambda: next(keys))
    for status in (503, 200, 200):
        httpx_mock.add_response(status_code=status, json=GET.body, headers={"retry-after-ms": "1"})
    for _ in range(2):
        assert invoke("byok_get", core, id=ID).ok
    sent = [request.headers["authorization"] for request in httpx_mock.get_requests()]
    assert sent == ["Bearer sk-or-test-1", "Bearer sk-or-test-1", "Bearer sk-or-test-2"]


@attrs.frozen
class Named:
    """One attribution header, by all its names."""

    parameter: str
    header: str
    variable: str


ATTRIBUTION = [
    Named("http_referer", "HTTP-Referer", "OPENROUTER_HTTP_REFERER"),
    Named("app_title", "X-OpenRouter-Title", "OPENROUTER_APP_TITLE"),
    Named("app_categories", "X-OpenRouter-Categories", "OPENROUTER_APP_CATEGORIES"),
]


@of_every_kind
@pytest.mark.parametrize("named", ATTRIBUTION, ids=lambda named: named.parameter)
@pytest.mark.parametrize("given", [(), ("env",), ("env", "core"), ("env", "core", "call"), ("core",), ("call",)])
def test_attribution_precedence(
    *,
    httpx_mock: HTTPXMock,
    invoke: Invoke,
    monkeypatch: pytest.MonkeyPatch,
    function: Function,
    named: Named,
    given: tuple[str, ...],
) -> None:
    """The call goes before the core, the core before the environment; and options' headers before all of them."""
    httpx_mock.add_response(**answering(function), is_reusable=True)
    if "env" in given:
        monkeypatch.setenv(named.variable, "env")
    core = invoke.core(**({named.parameter: "core"} if "core" in given else {}))
    arguments = {**function.arguments, **({named.parameter: "call"} if "call" in given else {})}
    over = RequestOptions(headers={named.header.swapcase(): "options"})
    assert invoke.whole(function.name, core, **arguments).ok
    assert invoke.whole(function.name, core, options=over, **arguments).ok
    sent = [request.headers.get_list(named.header) for request in httpx_mock.get_requests()]
    assert sent == [list(given[-1:]), ["options"]]


def test_options_headers_go_before_the_sdks_own(httpx_mock: HTTPXMock, invoke: Invoke) -> None:
    """In any case, each replaces the header of its name, and one of a new name is added; the next call has none."""
    httpx_mock.add_response(json=GET.body, is_reusable=True)
    headers = {
        "AUTHORIZATION": "Basic test",
        "accept": "*/*",
        "User-agent": " mine ",
        "host": "h.example",
        "X-New": "é",
    }
    core = invoke.core(user_agent="ours")
    assert invoke("byok_get", core, id=ID, options=RequestOptions(headers=headers)).ok
    assert invoke("byok_get", core, id=ID).ok
    changed, plain = (dict(request.headers.raw) for request in httpx_mock.get_requests())
    assert changed == {
        b"AUTHORIZATION": b"Basic test",
        b"accept": b"*/*",
        b"User-agent": b"mine",
        b"host": b"h.example",
        b"X-New": b"\xe9",
    }
    assert (plain[b"User-Agent"], plain[b"Authorization"]) == (b"ours", b"Bearer sk-or-test-123")


def test_options_headers_may_state_the_type_of_the_body(httpx_mock: HTTPXMock, invoke: Invoke) -> None:
    """`Content-Type` can be replaced like any other header."""
    httpx_mock.add_response(json=UPDATE.body)
    options = RequestOptions(headers={"content-type": "application/merge-patch+json"})
    assert invoke("byok_update", invoke.core(), options=options, **UPDATE.arguments).ok
    (sent,) = httpx_mock.get_requests()
    assert sent.headers.get_list("content-type") == ["application/merge-patch+json"]


def test_functions_do_not_change_what_they_are_given(httpx_mock: HTTPXMock, invoke: Invoke) -> None:
    """A request is a value: the caller's dict is the same after the call, its key still a string."""
    httpx_mock.add_response(**answering(CREATE))
    request = {"key": "sk-test-1", "provider": "openai", "allowed_models": ["a"]}
    assert invoke("byok_create", invoke.core(), **request).ok
    assert request == {"key": "sk-test-1", "provider": "openai", "allowed_models": ["a"]}


@pytest.mark.parametrize("function", STREAMING, ids=lambda function: function.name)
def test_a_header_of_the_functions_own(httpx_mock: HTTPXMock, invoke: Invoke, function: Function) -> None:
    """It goes into no body, and an empty one is refused."""
    httpx_mock.add_response(**answering(function))
    assert invoke(function.name, invoke.core(), x_openrouter_metadata="enabled", **function.arguments).ok
    (sent,) = httpx_mock.get_requests()
    assert sent.headers["x-openrouter-metadata"] == "enabled"
    assert json.loads(sent.content) == function.arguments
    error = invoke(function.name, invoke.core(), x_openrouter_metadata="", **function.arguments).error
    assert error.parameter == "x_openrouter_metadata"

"""What is masked in what others send back, and how: the proxies' credentials, and escapes in what is no whole JSON."""

from __future__ import annotations

import json
from base64 import b64encode
from time import thread_time

import pytest

from openrouter_core.calling.masking import Mask
from openrouter_core.errors import RequestConnectionError
from openrouter_core.http.wire import Failure, Headers, Response
from openrouter_core.secret import Secret
from tests.samples import CREATE, KEY, READ, error_body, json_response, live, shown

DEEP = "sk-test-deep-within-0123456789"

# --- Arguments --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("given", [Secret(DEEP), [Secret(DEEP)], {"a": {"b": ({"c": Secret(DEEP)},)}}], ids=repr)
def test_a_secret_is_masked_however_deep_it_lies(given: object) -> None:
    """It may be a part of an object, or of a list."""
    refusal = json_response(400, error_body(400, f"{DEEP} is too weak"))
    error = live(CREATE, refusal, values={"provider": "openai", "key": given}).error
    assert error.message == "byok_create: 400 [redacted] is too weak"
    assert DEEP not in shown(error)


# --- The credentials of proxies ----------------------------------------------------------------------------------


def _basic(pair: str) -> str:
    return b64encode(pair.encode()).decode()


@pytest.mark.parametrize(
    ("proxy", "said"),
    [
        ("http://somebody:pa%20ss%2Fword@127.0.0.1:3128", "pa ss/word"),
        ("http://somebody:pa%20ss%2Fword@127.0.0.1:3128", "somebody"),
        ("http://somebody:pa%20ss%2Fword@127.0.0.1:3128", "pa%20ss%2fword"),
        ("http://somebody:pa%20ss%2Fword@127.0.0.1:3128", _basic("somebody:pa ss/word")),
        ("somebody:password@127.0.0.1:3128", "somebody:password"),
        ("http://me:secret@127.0.0.1:3128", "me:secret"),
        ("http://u:p4ss@127.0.0.1:3128", _basic("u:p4ss")),
        ("http://proxy-token@127.0.0.1:3128", "proxy-token"),
        ("http://proxy-\udcfftoken:password@127.0.0.1:3128", "password"),
        ("http://proxy-token@127.0.0.1:3128", _basic("proxy-token:")),
    ],
)
@pytest.mark.parametrize("variable", ["HTTP_PROXY", "https_proxy", "ALL_PROXY"])
def test_what_a_proxy_was_given_is_masked(
    monkeypatch: pytest.MonkeyPatch, variable: str, proxy: str, said: str
) -> None:
    """Over plain http it is a proxy that answers, and it may quote the credentials that it wants others for."""
    monkeypatch.setenv(variable, proxy)
    echo = f"no access for Basic {said}!"
    response = Response(502, Headers({"proxy-authenticate": echo}), echo.encode())
    for error in (live(READ, response).error, live(READ, Failure(RequestConnectionError, echo)).error):
        assert "no access for Basic [redacted]!" in shown(error)
        assert said not in shown(error)


@pytest.mark.parametrize("proxy", ["http://127.0.0.1:3128", "127.0.0.1:3128", "http://[::1", ""])
def test_a_proxy_without_credentials_has_no_secret(monkeypatch: pytest.MonkeyPatch, proxy: str) -> None:
    """Its address may be shown, and one that is no URL does no harm."""
    monkeypatch.setenv("HTTP_PROXY", proxy)
    monkeypatch.setenv("NO_PROXY", "localhost,openrouter.test")
    body = f"{proxy} localhost,openrouter.test".encode()
    assert live(READ, Response(502, Headers(), body)).error.body == body


# --- JSON that cannot be parsed ----------------------------------------------------------------------------------

ESCAPED = "".join(f"\\u{ord(char):04x}" for char in KEY)
QUOTED = 'sk/"ü\\n\'"\U0001f511\n-provider-key'


@pytest.mark.parametrize(
    "body",
    [
        '{"size": ' + "1" * 5000 + ', "message": "%s"}',
        '{"message": "%s", "more": [',
        '{"message": "%s',
        "{'message': '%s'}",
        '{"message": "%s", "\\u00',
        '"%s" \\x \\ud83d',
    ],
    ids=["5,000 digits", "cut off", "cut off in the text", "no JSON", "cut off in an escape", "wrong escapes"],
)
@pytest.mark.parametrize(
    ("said", "coding"),
    [
        (KEY, "utf-8"),
        (KEY, "utf-16"),
        (ESCAPED, "utf-8"),
        (ESCAPED, "utf-16-le"),
        (ESCAPED.upper().replace("\\U", "\\u"), "utf-8"),
        (f"\\u0073{KEY[1:]}", "utf-8"),
        (json.dumps(QUOTED)[1:-1].replace("/", "\\/"), "utf-8"),
        (json.dumps(QUOTED, ensure_ascii=False)[1:-1].replace("s", "\\u0073", 1), "utf-8"),
        ('sk\\u002f\\u0022ü\\u005cn\\u0027\\"\U0001f511\\n-provider-key', "utf-8"),
        (repr(QUOTED)[1:-1], "utf-8"),
        (repr(QUOTED.encode())[2:-1], "utf-8"),
    ],
)
def test_escapes_hide_no_secret_in_what_is_no_json(body: str, said: str, coding: str) -> None:
    """What a key looks like once its escapes are undone is masked, though the body as a whole cannot be read."""
    masked = Mask([Secret(KEY), Secret(QUOTED)]).hide((body % f"no key {said}!").encode(coding)).replace(b"\0", b"")
    assert b"no key [redacted]!" in masked
    for part in (KEY[2:], "provider-key", "\\u006b", "\\u006B"):
        assert part.encode() not in masked


@pytest.mark.parametrize(
    ("cut", "hidden"),
    [
        (ESCAPED[: 6 * 16], "[redacted]"),
        (f"\\u0073{KEY[1:9]}...", "[redacted]..."),
        (f"{KEY[:9]}\\u2026", "[redacted]…"),
    ],
    ids=["its beginning", "its beginning and dots", "an ellipsis that is escaped"],
)
def test_escapes_hide_no_beginning_of_a_secret(cut: str, hidden: str) -> None:
    """A body that breaks off within a key shows nothing of it."""
    assert Mask([Secret(KEY)]).hide(f'{{"message": "no key {cut}'.encode()).decode() == f'{{"message": "no key {hidden}'


@pytest.mark.parametrize("body", ['{"a": "\\u00e9\\n', "\\", "\\u", "\\ud83d", "\0\\u0073", "\0"])
def test_what_holds_no_secret_stays_as_it_is(body: str) -> None:
    """Escapes are undone to look behind them, and not in what is shown."""
    assert Mask([Secret(KEY)]).hide(body.encode()) == body.encode()


UNITS = ['"ab\\"c", ', '"\\u0041", ', "\\", "\\u", "s", '"\\u0073k-or-te', "\0"]


@pytest.mark.parametrize("unit", UNITS, ids=ascii)
@pytest.mark.parametrize("whole", [True, False], ids=["whole", "cut off"])
def test_a_large_body_is_masked_at_once(unit: str, whole: bool) -> None:  # noqa: FBT001 - a case
    """A body of 9.6 MB takes well under a second, whatever it is made of, and is no attack on our time."""
    repeated = unit * (9_600_000 // len(unit))
    body = f'[{repeated}"\\u0073{KEY[1:]}"' + "]" * whole
    began = thread_time()
    masked = Mask([Secret(KEY), Secret(QUOTED)]).hide(body.encode())
    assert thread_time() - began < 3  # of its own processor's time, and on any machine
    assert KEY[2:].encode() not in masked

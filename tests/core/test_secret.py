"""`Secret` shows itself nowhere, and `mask` finds what a server echoes."""

from __future__ import annotations

import copy
import json
import logging
import pickle
import sys
from base64 import b64encode
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openrouter_core.calling.masking import Mask
from openrouter_core.secret import Secret
from tests.drawing import drawn

TEXT = "sk-or-test-123"


@pytest.mark.parametrize(
    "shown",
    [
        repr(Secret(TEXT)),
        str(Secret(TEXT)),
        f"{Secret(TEXT)}",
        f"{Secret(TEXT)!r}",
        "%s" % Secret(TEXT),  # noqa: UP031 - the form is the case
        "{}".format(Secret(TEXT)),  # noqa: UP032 - the form is the case
        repr([Secret(TEXT)]),
        repr({"key": Secret(TEXT)}),
        repr(ValueError(Secret(TEXT))),
        logging.LogRecord("test", logging.INFO, "", 1, "%s", (Secret(TEXT),), None).getMessage(),
        json.dumps({"key": Secret(TEXT)}, default=str),
    ],
)
def test_a_secret_never_shows_its_text(shown: str) -> None:
    """Every way to turn a secret into text gives three stars."""
    assert TEXT not in shown
    assert "***" in shown


def test_reveal_is_the_way_to_the_text() -> None:
    """`reveal` returns the text as it was given."""
    assert Secret(TEXT).reveal() == TEXT
    assert Secret("").reveal() == ""


def test_secrets_are_equal_when_their_texts_are() -> None:
    """Equality and hash go by the text; a plain string is never equal to a secret."""
    other: object = TEXT
    assert Secret(TEXT) == Secret("sk-or-" + "test-123")
    assert Secret(TEXT) != Secret(TEXT + "4")
    assert Secret(TEXT) != other
    assert hash(Secret(TEXT)) == hash(Secret(TEXT))
    assert {Secret(TEXT): 1}[Secret(TEXT)] == 1


def test_secrets_of_any_text_can_be_compared() -> None:
    """Text beyond ASCII, and beyond what UTF-8 can encode, compares too."""
    assert Secret("schlüssel") == Secret("schlüssel")
    assert Secret("\ud800") != Secret("\ud801")


@pytest.mark.parametrize("way", [pickle.dumps, copy.copy, copy.deepcopy], ids=["pickle", "copy", "deepcopy"])
def test_a_secret_is_not_pickled_or_copied(way: Any) -> None:  # noqa: ANN401 - a function of one argument
    """A secret refuses to leave the process, with a message that does not hold it."""
    with pytest.raises(TypeError, match="a Secret cannot be pickled") as caught:
        way(Secret(TEXT))
    assert TEXT not in str(caught.value)


@pytest.mark.parametrize("value", [None, 1, b"sk-or-test-123", ["sk-or-test-123"]], ids=repr)
def test_only_a_string_is_a_secret(value: Any) -> None:  # noqa: ANN401 - what a caller without a type checker may give
    """Anything but a `str` is a `TypeError` that names the type and not the value."""
    with pytest.raises(TypeError) as caught:
        Secret(value)
    assert str(caught.value) == f"Secret wraps a str, not {type(value).__name__}"


def test_a_secret_takes_no_attributes() -> None:
    """Nothing can be hung onto a secret, and so nothing beside its text is there to leak."""
    with pytest.raises(AttributeError):
        Secret(TEXT).note = "x"  # type: ignore[attr-defined] # pyright: ignore[reportAttributeAccessIssue]


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("sk-or-test-123", b"no such key: sk-or-test-123!"),
        ('a "quoted" key', b'{"message": "no such key: a \\"quoted\\" key"}'),
        ("line\nline\nline", b'{"message": "line\\nline\\nline"}'),
        ("schlüssel-123", "kein schlüssel-123".encode()),
        ("schlüssel-123", b'{"message": "schl\\u00fcssel-123"}'),
        ('schlüssel "123"', 'x schlüssel \\"123\\"'.encode()),
        ("  sk-or-test-123  ", b"no such key: sk-or-test-123"),
    ],
    ids=["as it is", "JSON quotes", "JSON line ends", "UTF-8", "JSON ASCII", "JSON UTF-8", "without blanks around it"],
)
def test_mask_finds_every_form(text: str, data: bytes) -> None:
    """A secret is masked as it is, as JSON writes it, and without blanks around it, which servers strip."""
    masked = Mask([Secret(text)]).hide(data)
    assert masked.count(b"[redacted]") == 1
    for part in ("test-123", "quoted", "line", "ssel"):
        assert part.encode() not in masked


@pytest.mark.parametrize(
    "text",
    [
        '{"accessKeyId": "AKIAEXAMPLE1", "secretAccessKey": "sk-test-123", "region": "us-east-1"}',
        '[{"api_key": "sk-test-123", "resource_name": "my-resource"}, {"api_key": "AKIAEXAMPLE1", "n": 1}]',
        '{"private_key": "sk-test-123", "client_secret": "AKIAEXAMPLE1", "token_uri": "https://example.com/token"}',
    ],
    ids=["an object", "an array", "a service account"],
)
def test_mask_finds_the_secrets_within_a_secret(text: str) -> None:
    """Of a credential that is JSON, a server may echo a part: what is secret in it is masked, and the rest is left."""
    said = b"sk-test-123 or AKIAEXAMPLE1 is not valid for us-east-1, my-resource, https://example.com/token"
    assert Mask([Secret(text)]).hide(said) == (
        b"[redacted] or [redacted] is not valid for us-east-1, my-resource, https://example.com/token"
    )
    assert Mask([Secret(text)]).hide(b"no " + text.encode()) == b"no [redacted]"


@pytest.mark.parametrize("text", ["[not JSON at all]", "{" * 50_000, "[" * 50_000, "[1, null]"])
def test_a_secret_that_only_looks_like_json_is_one_text(text: str) -> None:
    """Whatever a bracket begins, it is masked whole."""
    assert Mask([Secret(text)]).hide(b"no " + text.encode()) == b"no [redacted]"


def test_mask_replaces_every_occurrence_of_every_secret() -> None:
    """All secrets are masked wherever they stand, and nothing else changes."""
    secrets = [Secret("sk-or-test-123"), Secret("sk-test-456")]
    assert Mask(secrets).hide(b"a sk-or-test-123 b sk-test-456 c sk-or-test-123") == (
        b"a [redacted] b [redacted] c [redacted]"
    )
    assert Mask([]).hide(b"a") == b"a"


def test_mask_leaves_no_tail_of_a_longer_secret() -> None:
    """When one secret begins with another, the longer one is masked whole, in whatever order they come."""
    short, long = Secret("sk-or-test-123"), Secret("sk-or-test-123-and-more")
    for secrets in ([short, long], [long, short]):
        assert Mask(secrets).hide(b"x sk-or-test-123-and-more x") == b"x [redacted] x"


def test_mask_does_not_look_for_short_secrets() -> None:
    """A secret below 8 characters is left: masking every `a` would destroy the message and protect nothing."""
    assert Mask([Secret("seven77"), Secret("eight888")]).hide(b"seven77 eight888") == b"seven77 [redacted]"


@drawn(60)
@given(
    text=st.text(min_size=8).filter(lambda text: len(text.strip()) >= 8 and text.strip() not in "[redacted]"),
    before=st.text(max_size=5),
)
def test_no_secret_survives_masking(text: str, before: str) -> None:
    """Whatever the secret, an echo of it in plain or JSON text is gone after masking."""
    echo = (before + text).encode("utf-8", "surrogatepass")
    written = json.dumps(before + text).encode()
    assert text.encode("utf-8", "surrogatepass") not in Mask([Secret(text)]).hide(echo)
    assert json.dumps(text)[1:-1].encode() not in Mask([Secret(text)]).hide(written)


@pytest.mark.parametrize(
    "body",
    [
        rb'{"error": {"message": "key sk\/proj\/abcdefgh bad"}}',
        rb'{"error": {"message": "key \u0073k\u002fproj/abcdefgh bad"}}',
        rb'{"sk\/proj\/abcdefgh": ["x", {"deep": "sk\/proj\/abcdefgh"}, 5, null]}',
        rb'"sk\/proj\/abcdefgh"',
    ],
    ids=["slashes", "unicode escapes", "names and depth", "a string alone"],
)
def test_however_json_escapes_a_secret_it_is_masked(body: bytes) -> None:
    """What decodes to a secret is masked, whatever the bytes looked like."""
    masked = Mask([Secret("sk/proj/abcdefgh")]).hide(body)
    assert "sk/proj/abcdefgh" not in str(json.loads(masked))
    assert b"[redacted]" in masked


@pytest.mark.parametrize("body", [b'{"a": [1, 1.50, "\\u00e9"]}', b"<html>", b"", b"[" * 100_000, b"\xff"])
def test_a_body_without_a_secret_stays_as_it_is(body: bytes) -> None:
    """Not a byte of it changes, whether it is JSON or not."""
    assert Mask([Secret("sk/proj/abcdefgh")]).hide(body) == body


# --- What masking costs ------------------------------------------------------------------------------------------


def _calls(body: bytes) -> int:
    """Return how many functions are called, Python's own included, to mask `body`."""
    mask, calls = Mask([Secret("sk-or-test-123"), Secret("sk-test-456")]), 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    sys.setprofile(count)
    try:
        mask.hide(body)
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize("text", ["abcdefgh", 'abc"efgh', "sk-or-te", "x sk-or-test-123"], ids=repr)
def test_many_strings_cost_no_more_than_one(text: str) -> None:
    """The body is searched once for each form of a secret, however many strings it holds."""
    few, many = (json.dumps({"error": {"metadata": [text] * count}}).encode() for count in (2_000, 4_000))
    assert _calls(many) == _calls(few)


# --- A key without its prefix ------------------------------------------------------------------------------------

DIGITS = "0123456789abcdef" * 4


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        (f"no key sk-or-v1-{DIGITS}!", "no key [redacted]!"),
        (f"no key {DIGITS}!", "no key [redacted]!"),
        (f"no key v1-{DIGITS}!", "no key v1-[redacted]!"),
        (f"no key {DIGITS[:12]}!", "no key [redacted]!"),
        (f"no key {DIGITS[:8]}...!", "no key [redacted]...!"),
        (f"no key {DIGITS[:11]}!", f"no key {DIGITS[:11]}!"),
        (f"no key sk-or-v1-...{DIGITS[-4:]}!", f"no key [redacted]...{DIGITS[-4:]}!"),
        (b64encode(DIGITS.encode()).decode(), "[redacted]"),
    ],
)
def test_a_key_without_its_prefix_is_one(said: str, shown: str) -> None:
    """`sk-or-v1-` is the same for everybody: what comes after it is the secret, and so are its long beginnings."""
    masked = Mask([Secret(f"sk-or-v1-{DIGITS}")]).hide(said.encode()).decode()
    assert masked.removesuffix("==").removesuffix("g") == shown


@pytest.mark.parametrize("text", ["my-key-fifteen-15char", "my-key-what is no word at all", f"{DIGITS}-"])
def test_a_short_end_of_a_key_is_no_secret(text: str) -> None:
    """What comes after the last hyphen counts from 16 letters and digits on: shorter, it may be a word."""
    end = text.rpartition("-")[2] or "end"
    assert Mask([Secret(text)]).hide(f"no {end}".encode()).decode() == f"no {end}"

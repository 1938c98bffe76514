"""JSON texts: what RFC 8259 does not have is refused, with a reason."""

from __future__ import annotations

from typing import NoReturn

import pytest

from openrouter_core.secret import Secret
from openrouter_core.types import jsontext
from openrouter_core.types.jsontext import UnreadableBodyError, encode, parse_json


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "is not JSON (line 1, column 1)"),
        (b'{\n"deleted": tru', "is not JSON (line 2, column 12)"),
        (b"<html>", "is not JSON (line 1, column 1)"),
        (b"{} {}", "is not JSON (line 1, column 4)"),
        (b"\xff\xfe{\x00}\x00", "is not UTF-8"),
        (b'{"deleted": "\xe9"}', "is not UTF-8"),
        (b'{"deleted": NaN}', "holds a number that JSON does not have, or that is too large"),
        (b'{"deleted": -Infinity}', "holds a number that JSON does not have, or that is too large"),
        (b'{"deleted": ' + b"9" * 5000 + b"}", "holds a number that JSON does not have, or that is too large"),
        (b"[" * 200_000, "is nested too deeply"),
        (b'{"a":' * 200_000, "is nested too deeply"),
    ],
    ids=lambda it: it if isinstance(it, str) else "",
)
def test_a_body_that_is_no_json_is_refused(body: bytes, reason: str) -> None:
    """Bytes that are not JSON in UTF-8 (RFC 8259, 8.1), and numbers that JSON does not have, are refused."""
    with pytest.raises(UnreadableBodyError) as caught:
        parse_json(body)
    assert str(caught.value) == reason


def test_a_byte_order_mark_is_ignored() -> None:
    """RFC 8259, 8.1, lets a reader ignore it."""
    assert parse_json(b'\xef\xbb\xbf{"deleted": true}') == {"deleted": True}


def test_a_body_that_does_not_fit_into_memory_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """That there is no memory for it is an answer like any other."""

    class Decoder:
        def decode(self, _: str) -> NoReturn:
            raise MemoryError

    monkeypatch.setattr(jsontext, "_DECODER", Decoder())
    with pytest.raises(UnreadableBodyError, match=r"^does not fit into memory$"):
        parse_json(b"[]")


def test_secrets_are_revealed() -> None:
    """A body is compact, in UTF-8, and holds the text of a secret."""
    assert encode({"key": Secret("a\N{SNOWMAN}"), "n": [1, None]}) == '{"key":"a\N{SNOWMAN}","n":[1,null]}'.encode()

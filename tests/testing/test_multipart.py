"""Bodies of the type multipart/form-data, as clients send them and as they must not."""

from __future__ import annotations

import httpx
import pytest

from openrouter_core.testing.multipart import Malformed, Part, parts

TYPE = "multipart/form-data; boundary=b"


def body(*pieces: str) -> bytes:
    """Return a body of parts, each with its headers."""
    return "".join(f"--b\r\n{piece}\r\n" for piece in pieces).encode() + b"--b--\r\n"


def test_what_httpx_sends_is_read() -> None:
    """Fields, a name given twice, files with any bytes, the boundary in between included as far as it may be."""
    data = bytes(range(256)) + b"\r\n--bounda"
    request = httpx.Request("POST", "http://x", data={"a": ["1", "2"]}, files={"file": ('ä "x".bin', data)})
    fields = parts(request.headers["content-type"], request.read())
    assert fields["a"] == ["1", "2"]
    assert fields["file"] == [Part('ä "x".bin', "application/octet-stream", data)]


@pytest.mark.parametrize(
    ("piece", "name", "value"),
    [
        ('content-disposition: form-data; name="a"\r\n\r\nx', "a", "x"),
        ("Content-Disposition: form-data; name=a\r\n\r\nx", "a", "x"),
        ('content-disposition: form-data; name="a"\r\n\r\n', "a", ""),
        ('content-disposition: form-data; name="a\\"b"\r\n\r\nx', 'a"b', "x"),
        ('content-disposition: form-data; name="a%22b%0D%0A"\r\n\r\nx', 'a"b\r\n', "x"),
        ('content-disposition: form-data; filename="f"; name="a"\r\n\r\nx', "a", Part("f", None, b"x")),
        (
            'content-type: text/plain\r\ncontent-disposition: form-data; name="a"; filename=""\r\n\r\nx',
            "a",
            Part("", "text/plain", b"x"),
        ),
    ],
)
def test_a_part_has_a_name_and_a_value(piece: str, name: str, value: str | Part) -> None:
    """Quoted or not, escaped as RFC 7578 or as browsers do; a file has a filename, even an empty one."""
    assert parts(TYPE, body(piece)) == {name: [value]}
    assert parts('multipart/form-data; boundary="b"; charset=utf-8', b"before\r\n" + body(piece)) == {name: [value]}


@pytest.mark.parametrize(
    ("content_type", "content", "says"),
    [
        ("multipart/form-data", body(), "has no boundary"),
        (TYPE, b"", "does not end with its boundary"),
        (TYPE, b'--b\r\ncontent-disposition: form-data; name="a"\r\n\r\nx', "does not end with its boundary"),
        (TYPE, body("content-type: text/plain\r\n\r\nx"), "holds a part without a name"),
        (TYPE, body("x"), "holds a part without a name"),
        (TYPE, body('content-disposition: form-data; name="a"\r\n\r\n\x00').replace(b"\x00", b"\xff"), "UTF-8"),
    ],
)
def test_what_is_no_form_is_refused(content_type: str, content: bytes, says: str) -> None:
    """With the reason."""
    with pytest.raises(Malformed, match=says):
        parts(content_type, content)

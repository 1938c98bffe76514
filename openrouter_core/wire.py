"""What goes over the wire, as plain values: `Request`, `Response`, `Headers`, and how a URL, path or header is encoded.

Here live the rules of the standards: percent-encoding (RFC 3986), header fields (RFC 9110), bearer tokens (RFC 6750).
No I/O, no HTTP client, no knowledge of any endpoint.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NoReturn, cast, final

import attrs

from openrouter_core.errors import SDKValidationError
from openrouter_core.secret import Secret

__all__ = [
    "BaseURL",
    "Headers",
    "Request",
    "Response",
    "authorization",
    "check_header",
    "decompress",
    "fill_path",
    "json_body",
    "parse_base_url",
    "query_string",
]

_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")  # RFC 9110, 5.6.2
_FIELD_VALUE = re.compile(r"[\t\x20-\x7e\x80-\xff]*")  # RFC 9110, 5.5, in Latin-1
_BEARER_KEY = re.compile(r"[\x20-\x7e]+")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_NOT_IN_URL = re.compile(r"[\x00-\x20\x7f\\]")
_WINDOW_BITS = {"gzip": 31, "x-gzip": 31, "deflate": 15}  # zlib's numbers for these formats
_PLACEHOLDER = re.compile(r"\{(\w+)\}")


@final
class Headers(Mapping[str, str]):
    """Header fields: an immutable mapping whose names are found in any case.

    A name that came several times has its values joined by `", "`, in their order (RFC 9110, 5.3). `repr` shows the
    names only: a value may be a secret.

    Args:
        fields: Pairs of name and value, or a mapping.
    """

    __slots__ = ("_fields",)

    def __init__(self, fields: Mapping[str, str] | Iterable[tuple[str, str]] = ()) -> None:
        joined: dict[str, tuple[str, str]] = {}
        pairs = cast("Mapping[str, str]", fields).items() if isinstance(fields, Mapping) else fields
        for name, value in pairs:
            lower = name.lower()
            joined[lower] = (name, f"{joined[lower][1]}, {value}") if lower in joined else (name, value)
        self._fields = joined

    def __getitem__(self, name: str) -> str:
        return self._fields[name.lower()][1]

    def __iter__(self) -> Iterator[str]:
        return (name for name, _ in self._fields.values())

    def __len__(self) -> int:
        return len(self._fields)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Mapping):
            return NotImplemented
        theirs = cast("Mapping[str, str]", other)
        return {name: value for name, (_, value) in self._fields.items()} == {
            name.lower(): value for name, value in theirs.items()
        }

    __hash__ = None  # type: ignore[assignment] # as of every mapping

    def __repr__(self) -> str:
        return f"Headers({', '.join(self)})"

    def updated(self, fields: Mapping[str, str]) -> Headers:
        """Return these headers with `fields` set, each in place of one of the same name in any case."""
        merged = Headers(fields)
        merged._fields = self._fields | merged._fields
        return merged


@attrs.frozen(repr=False)
class Request:
    """One HTTP request, ready to send; hooks may return an `attrs.evolve`d one.

    Its `repr` shows no query, header value or body, and it refuses pickling: those hold secrets.

    Attributes:
        method: `GET`, `POST`, `PATCH` or `DELETE`.
        url: The whole URL, percent-encoded.
        headers: What is sent beside `Host` and `Content-Length`.
        body: The body, or `None` for none.
    """

    method: str
    url: str
    headers: Headers = attrs.field(factory=Headers, converter=Headers)
    body: bytes | None = None

    def __repr__(self) -> str:
        return f"Request({self.method} {self.url.partition('?')[0]})"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a Request holds secrets and cannot be pickled")


@attrs.frozen(repr=False)
class Response:
    """One HTTP response, read to its end.

    Attributes:
        status_code: The HTTP status.
        headers: The response's headers; names are found in any case.
        body: The body, decompressed.
        unreadable: Why the body is not what was sent: it is too large, or its compression is broken. `None` when it is
            whole.
    """

    status_code: int
    headers: Headers = attrs.field(factory=Headers, converter=Headers)
    body: bytes = b""
    unreadable: str | None = None

    def __repr__(self) -> str:
        return f"Response({self.status_code}, {len(self.body)} bytes)"

    @property
    def content_type(self) -> str | None:
        """The `Content-Type`, or `None`."""
        return self.headers.get("content-type")

    @property
    def request_id(self) -> str | None:
        """The server's name for this request (`X-Request-ID`, else Cloudflare's `CF-Ray`), or `None`."""
        return self.headers.get("x-request-id") or self.headers.get("cf-ray")

    @property
    def is_success(self) -> bool:
        """Whether the status is one of success (RFC 9110, 15.3)."""
        return 200 <= self.status_code < 300  # noqa: PLR2004 - the RFC's own numbers

    @property
    def is_json(self) -> bool:
        """Whether the body is declared as JSON (RFC 6839, 3.1, too), or as nothing at all (RFC 9110, 8.3)."""
        media_type = (self.content_type or "application/json").partition(";")[0].strip().lower()
        return media_type == "application/json" or media_type.endswith("+json")


@attrs.frozen
class BaseURL:
    """Where the paths of all operations begin.

    Attributes:
        prefix: Scheme, host and path, without a slash at the end.
        query: A query that goes with every request, or `""`; not shown, as gateways put keys there.
    """

    prefix: str
    query: str = attrs.field(default="", repr=False)

    def join(self, path: str, query: str) -> str:
        """Return the URL of `path` (which begins with a slash) with both queries."""
        merged = "&".join(filter(None, (self.query, query)))
        return f"{self.prefix}{path}?{merged}" if merged else f"{self.prefix}{path}"


def parse_base_url(text: str, *, parameter: str, allow_insecure_http: bool) -> BaseURL:
    """Return the base URL that `text` holds; raise `SDKValidationError` when it is not one, or not a safe one."""
    from urllib.parse import urlsplit

    def refuse(reason: str) -> NoReturn:
        raise SDKValidationError(reason, parameter=parameter)

    if _NOT_IN_URL.search(text):
        refuse("a URL holds no blanks, backslashes or control characters")
    try:
        parts = urlsplit(text)
        host, _port = parts.hostname, parts.port
    except ValueError:
        host = None
        parts = urlsplit("")
    if not host:
        refuse("expected a URL such as https://openrouter.ai/api/v1")
    if parts.scheme not in {"http", "https"}:
        refuse("expected a URL that begins with https://")
    if "@" in parts.netloc:
        refuse("a URL with user information is not accepted; the key goes into api_key")
    if "#" in text:
        refuse("a URL with a fragment is not accepted")
    if parts.scheme == "http" and not allow_insecure_http and not _is_loopback(host):
        refuse("plain http would show the key to the network; use https, or set allow_insecure_http=True")
    return BaseURL(f"{parts.scheme}://{parts.netloc}{parts.path.rstrip('/')}", parts.query)


def _is_loopback(host: str) -> bool:
    from ipaddress import ip_address

    if host == "localhost" or host.endswith(".localhost"):  # RFC 6761, 6.3
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def fill_path(template: str, values: Mapping[str, object]) -> str:
    """Return `template` with each `{name}` replaced by the value of that name as one percent-encoded segment."""
    return _PLACEHOLDER.sub(lambda match: _segment(match[1], str(values[match[1]])), template)


def _segment(name: str, value: str) -> str:
    from urllib.parse import quote, unquote

    # RFC 3986, 5.2.4: these would climb to another endpoint, encoded or not, in clients, proxies and servers.
    if unquote(value) in {"", ".", ".."}:
        raise SDKValidationError("must not be empty, '.' or '..'", parameter=name)
    if _CONTROL.search(value):
        raise SDKValidationError("must not hold control characters", parameter=name)
    return quote(value, safe="")


def query_string(values: Mapping[str, object]) -> str:
    """Return `values` as a query, in their order; `None` is left out, for a query has no null."""
    from urllib.parse import quote

    return "&".join(f"{name}={quote(str(value), safe='')}" for name, value in values.items() if value is not None)


def json_body(values: Mapping[str, object]) -> bytes:
    """Return `values` as compact UTF-8 JSON (RFC 8259), with secrets revealed."""
    import json

    return json.dumps(values, ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=_reveal).encode()


def _reveal(value: object) -> object:
    if isinstance(value, Secret):
        return value.reveal()
    raise TypeError(f"{type(value).__name__} has no form in JSON")


def check_header(name: str, value: str, *, parameter: str) -> str:
    """Return `value` without the blanks around it; raise `SDKValidationError` when name or value is not legal."""
    if not _TOKEN.fullmatch(name):
        raise SDKValidationError("a header's name holds only letters, digits and !#$%&'*+-.^_`|~", parameter=parameter)
    if not _FIELD_VALUE.fullmatch(value):
        raise SDKValidationError(
            "a header's value holds no line ends, control or non-Latin-1 characters", parameter=parameter
        )
    return value.strip(" \t")


def decompress(body: bytes, encoding: str, limit: int) -> bytes:
    """Return `body` without the codings that `Content-Encoding` lists (RFC 9110, 8.4), at most `limit` bytes.

    Raises:
        ValueError: A coding is unknown, broken or cut short, or the result would be larger; the text says which.
    """
    codings = [coding.strip().lower() for coding in encoding.split(",")]
    for coding in reversed(codings):
        if body and coding not in {"", "identity"}:
            body = _inflate(body, coding, limit)
    return body


def _inflate(body: bytes, coding: str, limit: int) -> bytes:
    import zlib

    if coding not in _WINDOW_BITS:
        raise ValueError("is compressed in a way that was not asked for")
    stream = zlib.decompressobj(_WINDOW_BITS[coding])
    try:
        plain = stream.decompress(body, limit + 1)  # a bomb stops here, before it is inflated
    except zlib.error:
        raise ValueError("is broken where it is compressed") from None
    if len(plain) > limit:
        raise ValueError(f"is larger than {limit} bytes")
    if not stream.eof:
        raise ValueError("is cut short")
    if stream.unused_data:
        raise ValueError("goes on after the end of what is compressed")
    return plain


def authorization(key: str) -> str:
    """Return the `Authorization` header of `key` (RFC 6750, 2.1); one that names its scheme goes as it is."""
    stripped = key.strip(" ")
    if not stripped or stripped.lower() == "bearer":
        raise SDKValidationError("must not be empty", parameter="api_key")
    if not _BEARER_KEY.fullmatch(stripped):
        raise SDKValidationError("must be printable ASCII without line ends", parameter="api_key")
    return stripped if stripped[:7].lower() == "bearer " else f"Bearer {stripped}"

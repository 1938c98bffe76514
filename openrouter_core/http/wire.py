"""What goes over the wire, as plain values, and how it is encoded. No I/O, and no knowledge of any endpoint."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NoReturn, TypeAlias, cast, final

from openrouter_core.errors import HTTPClientError, SDKValidationError
from openrouter_core.http.waiting import Abort
from openrouter_core.model import frozen

Fields: TypeAlias = Mapping[str, str] | Iterable[tuple[str, str]]
_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")  # RFC 9110, 5.6.2
_FIELD_VALUE = re.compile(r"[\t\x20-\x7e\x80-\xff]*")  # RFC 9110, 5.5, in Latin-1
_WINDOW_BITS = {"gzip": 31, "x-gzip": 31, "deflate": 15}  # zlib's numbers for these formats


@final
class Headers(Mapping[str, str]):
    """Header fields: an immutable mapping whose names are found in any case.

    The values of a name that comes several times are joined by `", "`, in their order (RFC 9110, 5.3). `repr` shows
    names only: a value may be a secret.

    Args:
        fields: Pairs of name and value, or a mapping. What is not a string raises `TypeError`, which does not show it.
    """

    __slots__ = ("_fields", "_sent")

    def __init__(self, fields: Fields = ()) -> None:
        self._sent: tuple[object, Any] = (None, None)  # for which library and host, and its headers
        self._fields: dict[str, tuple[str, str]] = {}
        pairs = cast("Mapping[str, str]", fields).items() if hasattr(fields, "items") else fields
        for name, value in pairs:
            if not (isinstance(name, str) and isinstance(value, str)):  # pyright: ignore[reportUnnecessaryIsInstance] - hooks may not be type-checked
                raise TypeError(f"a header is a str and a str, not {type(name).__name__} and {type(value).__name__}")
            lower = name.lower()
            earlier = self._fields.get(lower)
            self._fields[lower] = (name, value if earlier is None else f"{earlier[1]}, {value}")

    def __getitem__(self, name: str) -> str:
        return self._fields[name.lower()][1]

    def __iter__(self) -> Iterator[str]:
        return (name for name, _ in self._fields.values())

    def __len__(self) -> int:
        return len(self._fields)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Mapping):
            return NotImplemented
        theirs = cast("Mapping[str, str]", other).items()
        return {name.lower(): value for name, value in self.items()} == {name.lower(): value for name, value in theirs}

    __hash__ = None  # type: ignore[assignment] # as of every mapping

    def __repr__(self) -> str:
        return f"Headers({', '.join(self)})"

    def updated(self, fields: Mapping[str, str]) -> Headers:
        """Return these headers with `fields` set, each in place of one of the same name in any case."""
        merged = Headers(fields)
        merged._fields = self._fields | merged._fields
        return merged

    def encoded(self) -> list[tuple[bytes, bytes]]:
        """Return the fields as they are sent; raise `ValueError` when one is not legal, as a hook may have made it."""
        sent = self._fields.values()
        if not all(_TOKEN.fullmatch(name) and _FIELD_VALUE.fullmatch(value) for name, value in sent):
            raise ValueError("a header is not legal")
        return [(name.encode("ascii"), value.encode("latin-1")) for name, value in sent]


class Body(bytes):
    """The bytes of a request's body, which do not show themselves and refuse pickling: they hold a provider's key."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"<{len(self)} bytes>"

    __str__ = __repr__

    def __reduce__(self) -> NoReturn:
        raise TypeError("the body of a Request holds secrets and cannot be pickled")


class Streamed(Iterable[bytes]):
    """A request's body that is sent in pieces, from its beginning each time; what cannot is an `HTTPClientError`."""

    size: int | None  # how many bytes it has; `None` when that is not known before
    is_spent: bool = False  # its pieces have been given, and cannot be given again


Content: TypeAlias = bytes | memoryview | Streamed | None


@frozen(init=False, repr=False)
class Request:
    """One HTTP request, ready to send; a hook may return a copy that `attrs.evolve` made. `repr` shows no secret.

    Attributes:
        method: `GET`, `POST`, `PATCH` or `DELETE`.
        url: The whole URL, percent-encoded.
        headers: What is sent beside `Host` and `Content-Length`.
        body: The body, or `None` for none; of an upload, what gives it in pieces.
    """

    method: str
    url: str
    headers: Headers = Headers()
    _body: memoryview | Streamed | None = None  # a view of bytes neither copies nor shows them

    def __init__(self, method: str, url: str, headers: Fields = (), body: Content = None) -> None:
        object.__setattr__(self, "method", method)
        object.__setattr__(self, "url", url)
        object.__setattr__(self, "headers", headers if type(headers) is Headers else Headers(headers))
        # What else a hook gives, the HTTP client refuses.
        object.__setattr__(self, "_body", memoryview(body) if isinstance(body, bytes) else body)

    @property
    def body(self) -> bytes | Streamed | None:
        return Body(self._body) if isinstance(self._body, memoryview) else self._body

    def __repr__(self) -> str:
        return f"Request({self.method} {self.url.partition('?')[0]})"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a Request holds secrets and cannot be pickled")


@frozen(init=False, repr=False)
class Response:
    """One HTTP response, read to its end.

    Attributes:
        status_code: The HTTP status.
        headers: The response's headers; names are found in any case.
        body: The body, decompressed.
        unreadable: Why the body is not what was sent: too large, or its compression is broken. `None` when it is whole.
    """

    status_code: int
    headers: Headers = Headers()
    body: bytes = b""
    unreadable: str | None = None

    def __init__(
        self, status_code: int, headers: Fields = (), body: bytes = b"", unreadable: str | None = None
    ) -> None:
        is_text = unreadable is None or isinstance(unreadable, str)  # pyright: ignore[reportUnnecessaryIsInstance]
        if not (isinstance(status_code, int) and isinstance(body, bytes) and is_text):  # pyright: ignore[reportUnnecessaryIsInstance] - hooks may not be type-checked
            raise TypeError("a Response is an int, headers, bytes, and a str or None")
        object.__setattr__(self, "status_code", status_code)
        object.__setattr__(self, "headers", headers if type(headers) is Headers else Headers(headers))
        object.__setattr__(self, "body", body)
        object.__setattr__(self, "unreadable", unreadable)

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
        """Whether the body is declared as JSON (RFC 6839, 3.1, too), or as nothing at all (RFC 9110, 8.3).

        Of a `Content-Type` that came twice the last counts, as browsers have it (WHATWG Fetch, 2.2.3).
        """
        declared = (self.content_type or "application/json").rpartition(",")[2]
        media_type = declared.partition(";")[0].strip().lower()
        return media_type == "application/json" or media_type.endswith("+json")


def check_header(name: str, value: str, *, parameter: str) -> str:
    """Return `value` without the blanks around it; raise `SDKValidationError` when name or value is not legal."""
    if not _TOKEN.fullmatch(name):
        raise SDKValidationError("a header's name holds only letters, digits and !#$%&'*+-.^_`|~", parameter=parameter)
    if not _FIELD_VALUE.fullmatch(value):
        raise SDKValidationError("a header's value must be printable Latin-1 and tabs", parameter=parameter)
    return value.strip(" \t")


def decompress(body: bytes, encoding: str, limit: int) -> bytes:
    """Return `body` without its `Content-Encoding` (RFC 9110, 8.4), or raise `ValueError`, whose text says why not."""
    coding = encoding.strip().lower()
    if len(body) > limit:
        raise ValueError(f"is larger than {limit} bytes")
    if not body or coding in {"", "identity"}:
        return body
    if coding not in _WINDOW_BITS:
        raise ValueError("is compressed in a way that was not asked for")
    import zlib

    stream = zlib.decompressobj(_WINDOW_BITS[coding])
    try:
        plain = stream.decompress(body, min(limit + 1, sys.maxsize))  # a bomb stops here
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
    if not (stripped.isascii() and stripped.isprintable()):
        raise SDKValidationError("must be printable ASCII; strip() what comes from a file", parameter="api_key")
    if stripped[0] == stripped[-1] in "\"'":
        raise SDKValidationError("is in quotes, which are no part of a key: take them off", parameter="api_key")
    return stripped if stripped[:7].lower() == "bearer " else f"Bearer {stripped}"


class Timeouts(dict[str, float]):
    """Seconds that each phase of one attempt may take, by httpx's names."""

    def __init__(self, connect: float = 5.0, read: float = 30.0, write: float = 30.0, pool: float = 10.0) -> None:
        super().__init__(connect=connect, read=read, write=write, pool=pool)

    def within(self, remaining: float) -> Timeouts:
        """Return these timeouts, none longer than what remains until the deadline."""
        least = max(remaining, 0.001)  # a socket takes zero for "do not wait at all", and nothing below it
        if remaining >= max(self.values()):
            return self
        return Timeouts(**{phase: min(seconds, least) for phase, seconds in self.items()})


class Send:
    """Send this request."""

    def __init__(  # noqa: PLR0917 - made in one place
        self,
        request: Request,
        timeouts: Timeouts,
        deadline: float,  # by `Call.clock`
        max_response_bytes: int,
        changes: bool,  # noqa: FBT001 - whether it may change something, so that it matters whether it was sent
        opens: str | None = None,  # the media type whose body is not read here, but handed over as it comes
        abort: Abort | None = None,  # what ends the reading of such a body
    ) -> None:
        self.request, self.timeouts, self.deadline = request, timeouts, deadline
        self.max_response_bytes, self.changes, self.opens, self.abort = max_response_bytes, changes, opens, abort


@frozen()
class Failure:
    """There is no whole response."""

    kind: type[HTTPClientError]
    reason: str
    sent: bool = True  # whether any of the request may have reached the server
    transient: bool = False  # whether trying again may help
    head: Response | None = None  # the response without its body, when it had come
    waited: bool = False  # it ended while it waited for a free connection: the attempt was no load for the server

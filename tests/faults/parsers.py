"""What is done with bytes that nobody vouches for, one function for each kind, and what must come of it.

Each takes any bytes and makes of them what a server or a caller might give. It returns when all is as documented; an
exception that it lets through, an assertion included, is an escape. `fuzz.py` feeds them; nothing here draws at random.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from openrouter_core import AsyncPage, Err, Ok, Page, Result, Secret
from openrouter_core.calling.answers import answer
from openrouter_core.calling.call import Call
from openrouter_core.calling.policy import retry_after
from openrouter_core.calling.session import RetryBudget
from openrouter_core.calling.settings import Settings
from openrouter_core.errors import OpenRouterError, SDKValidationError
from openrouter_core.http.urls import BaseURL, fill_path, parse_base_url, query_string
from openrouter_core.http.wire import Headers, Request, Response, authorization, check_header, decompress
from openrouter_core.pages import Asked, Paging, by_offset
from openrouter_core.types.jsontext import UnreadableBodyError, parse_json
from openrouter_core.types.reading import read_value
from openrouter_funcs import byok_create, byok_delete, byok_get, byok_list, byok_update
from openrouter_funcs.models.byok import BYOKKey, GetBYOKKeyResponse

if TYPE_CHECKING:
    from collections.abc import Callable

    from openrouter_core.http.waiting import Steps
    from openrouter_core.operation import Operation

__all__ = ["PARSERS"]

SECRET = "sk-or-test-123"
LIMIT = 10_000
NOW = 1_767_225_600.0  # the first second of 2026
SETTINGS = Settings(BaseURL("https://openrouter.test"), Headers(), Headers(), None, allow_insecure_http=False)
OPERATIONS = cast(
    "tuple[Operation[object, object], ...]",
    tuple(module._operation() for module in (byok_list, byok_create, byok_get, byok_update, byok_delete)),
)
STATUSES = (200, 201, 204, 301, 303, 400, 401, 403, 404, 408, 409, 429, 500, 503, 599, 999)
CONTENT_TYPES = ("application/json", "text/html", "application/problem+json; charset=hex", "", ";")
CODINGS = ("gzip", "deflate", "gzip, gzip", "identity", "br", ", x-gzip ,")


def json(data: bytes) -> None:
    """Read a body: as a response, as an error, and as the answer to a call that sent a secret."""
    choices, body = data[:3].ljust(3, b"\0"), data[3:]
    try:
        key = read_value(GetBYOKKeyResponse, parse_json(body)).data
    except UnreadableBodyError as error:
        assert str(error)
    else:
        _check_key(key)
    _answer(choices, body)


def _check_key(key: BYOKKey) -> None:
    assert type(key.id) is str
    assert type(key.disabled) is bool
    assert type(key.sort_order) is int
    assert key.allowed_models is None or all(type(each) is str for each in key.allowed_models)


def _answer(choices: bytes, body: bytes) -> None:
    operation = OPERATIONS[choices[0] % len(OPERATIONS)]
    headers = Headers({"Content-Type": CONTENT_TYPES[choices[2] % len(CONTENT_TYPES)], "Retry-After": "1"})
    response = Response(STATUSES[choices[1] % len(STATUSES)], headers, body)
    call = Call(operation, {"key": Secret(SECRET)}, SETTINGS, RetryBudget(), time_of_day=lambda: NOW)
    result = answer(call, Request("GET", "https://openrouter.test"), response)
    if isinstance(result, Ok):
        assert type(result.value) is operation.success[1]
    else:
        assert isinstance(result.error, OpenRouterError)
        assert result.error.message.isprintable()
        assert SECRET not in f"{result.error} {result.error!r} {vars(result.error)}"


def headers(data: bytes) -> None:
    """Read header fields, as a server may send them, and names, values and keys that a caller may give."""
    fields = [line.partition(b":") for line in data.split(b"\n")]
    received = Headers((name.decode("latin-1"), value.decode("latin-1")) for name, _, value in fields)
    for known in received:
        assert not known.isascii() or received[known.upper()] == received[known]
    assert received.updated(received) == received
    Response(200, received).is_json  # noqa: B018 - that it raises nothing is what is asked
    for name, _, value in fields:
        _given(name.decode("utf-8", "surrogateescape"), value.decode("utf-8", "surrogateescape"))
    _inflate(data[1:], CODINGS[data[0] % len(CODINGS)] if data else "")


def _given(name: str, value: str) -> None:
    try:
        field = f"{name}: {check_header(name, value, parameter='headers')}"
    except SDKValidationError as error:
        assert _says_nothing_of(value, error)
    else:
        assert not re.search("[\r\n\0]", field)
        field.encode("latin-1")
    try:
        assert re.fullmatch("[ -~]+", authorization(value))
    except SDKValidationError as error:
        assert _says_nothing_of(value, error)


def _says_nothing_of(value: str, error: SDKValidationError) -> bool:
    return len(value) < len(SECRET) or value not in str(error)


def _inflate(body: bytes, encoding: str) -> None:
    try:
        assert len(decompress(body, encoding, LIMIT)) <= max(LIMIT, len(body))
    except ValueError as error:
        assert type(error) is ValueError


def waits(data: bytes) -> None:
    """Read the headers that say how long to wait."""
    first, _, second = data.decode("latin-1").partition("\n")
    for sent in ({"Retry-After": first}, {"retry-after-ms": first}, {"Retry-After": first, "retry-after-ms": second}):
        seconds = retry_after(Headers(sent), NOW)
        assert seconds is None or (seconds >= 0 and math.isfinite(seconds))


def urls(data: bytes) -> None:
    """Fill a path and a query, and read a base URL."""
    text = data.decode("utf-8", "surrogateescape")
    try:
        path = fill_path("/byok/{id}", {"id": text})
        query = query_string({"provider": text, "limit": None})
    except SDKValidationError as error:
        assert error.parameter == "id"
    except UnicodeEncodeError:
        assert not text.isprintable()  # arguments are checked before: a lone surrogate never comes here
    else:
        assert re.fullmatch(r"/byok/[A-Za-z0-9_.~%-]+", path)
        assert re.fullmatch(r"provider=[A-Za-z0-9_.~%-]*", query)
    for url in (text, f"https://{text}", f"http://127.0.0.1{text}"):
        try:
            base = parse_base_url(url, allow_insecure_http=False)
        except SDKValidationError as error:
            assert error.parameter == "server_url"
        else:
            assert re.match(r"https?://[^/@]+(/|$)", base.prefix)


# --- Pages -------------------------------------------------------------------------------------------------------

Listing: TypeAlias = tuple[tuple[int, ...], int]  # the items of one page, and the total that it claims
Fetched: TypeAlias = Result[Listing, OpenRouterError]
PAGING = Paging[Listing, int](
    items=lambda listing: listing[0], following=by_offset(lambda listing, end: end >= listing[1])
)
MOST_PAGES = 50
FAILING = 4  # a page that claims this total cannot be had


def pages(data: bytes) -> None:
    """Walk over pages that a server makes up: any items, any totals, an error now and then."""
    first, *later = _listings(data)
    walked = list(_page(first, later).items())
    assert all(isinstance(item, Ok) for item in walked[:-1])
    assert len(walked) <= len(first[0]) + sum(len(items) + 1 for items, _ in later) + 1
    assert [_plain(item) for item in walked] == [_plain(item) for item in _walked_async(first, later)]
    most = data[0] if data else 0
    gathered = _page(first, later).collect(max_items=most)
    assert isinstance(gathered, Err) or gathered.value == [item.value for item in walked if item.ok][:most]


def _listings(data: bytes) -> list[Listing]:
    """Return one to so many pages: a byte says how many items, one how many in all, and then come the items."""
    found: list[Listing] = []
    while not found or (len(data) > 1 and len(found) < MOST_PAGES):
        size, total = (data[0] % 8, data[1] * 2) if len(data) > 1 else (0, 0)
        found.append((tuple(data[2 : 2 + size]), total))
        data = data[2 + size :]
    return found


def _fetcher(later: list[Listing]) -> Callable[[Asked], Steps[Fetched]]:
    left = iter(later)
    reached = 0

    def fetch(asked: Asked) -> Steps[Fetched]:
        nonlocal reached
        yield from ()
        offset = cast("int", asked["offset"])
        assert offset > reached
        reached = offset
        listing = next(left, None)
        if listing is None or listing[1] == FAILING:
            return Err(OpenRouterError("failed", status_code=500))
        return Ok(listing)

    return fetch


def _page(first: Listing, later: list[Listing]) -> Page[Listing, int, OpenRouterError]:
    page: Page[Listing, int, OpenRouterError] = cast("Any", Page)(
        result=first, response=None, asked={}, paging=PAGING, fetch=_fetcher(later)
    )
    return page


def _walked_async(first: Listing, later: list[Listing]) -> list[Result[int, OpenRouterError]]:
    async def walk() -> list[Result[int, OpenRouterError]]:
        page: AsyncPage[Listing, int, OpenRouterError] = cast("Any", AsyncPage)(
            result=first, response=None, asked={}, paging=PAGING, fetch=_fetcher(later)
        )
        return [item async for item in page.items()]

    try:
        walk().send(None)  # nothing in it waits, and so it needs no event loop
    except StopIteration as stop:
        return cast("list[Result[int, OpenRouterError]]", stop.value)
    raise AssertionError("a page waited")


def _plain(item: Result[int, OpenRouterError]) -> object:
    return item.value if isinstance(item, Ok) else (type(item.error), str(item.error))


PARSERS: dict[str, Callable[[bytes], None]] = {
    "json": json,
    "values": json,
    "headers": headers,
    "retry-after": waits,
    "urls": urls,
    "pages": pages,
}
"""Each kind of bytes by name."""

"""Walking over many credentials: which pages are asked for, what comes of them, and where it ends."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING, Any

import pytest

from openrouter_core import Ok, RequestOptions, Unknown, errors
from tests.funcs.cases import AT_ONCE, NO_RETRIES, WORKSPACE, credential
from tests.library import httpx

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Invoke


class Listing:
    """Answers `GET /byok` from `total` credentials, never more than `cap` a page, and notes the queries."""

    def __init__(self, total: int, cap: int = 100) -> None:
        self.total, self.cap = total, cap
        self.queries: list[dict[str, str]] = []
        self.failures: dict[int, tuple[int, object] | Exception] = {}

    def __call__(self, request: httpx.Request) -> httpx.Response:
        """Answer one request, or fail as told for its place in the order of requests."""
        self.queries.append(dict(request.url.params))
        failure = self.failures.get(len(self.queries))
        if isinstance(failure, Exception):
            raise failure
        status, body = failure or (200, self.page(request.url.params))
        return httpx.Response(status, json=body)

    def page(self, query: httpx.QueryParams) -> dict[str, Any]:
        """Return the page that `query` asks for."""
        offset, limit = int(query.get("offset", 0)), min(int(query.get("limit", 50)), self.cap)
        numbers = range(offset, min(offset + limit, self.total))
        return {"data": [credential(number) for number in numbers], "total_count": self.total}

    @property
    def offsets(self) -> list[str | None]:
        """The offsets that were asked for."""
        return [query.get("offset") for query in self.queries]


def numbers(items: Any) -> list[int]:  # noqa: ANN401 - a list of credentials
    """Return the numbers of credentials."""
    return [item.sort_order for item in items]


def first_page(invoke: Invoke, listing: Listing, **arguments: object) -> Any:  # noqa: ANN401 - Page or AsyncPage
    """Return the first page of `listing`."""
    return invoke("byok_list", invoke.core(listing, retry_config=NO_RETRIES), **arguments).unwrap()


def kind_of(result: Any) -> str:  # noqa: ANN401 - an Err
    """Return the name of the class of an error."""
    return type(result.error).__name__


WALKS: list[tuple[Listing, dict[str, object], list[str | None], range]] = [
    (Listing(0), {}, [None], range(0)),
    (Listing(1), {}, [None], range(1)),
    (Listing(50), {}, [None], range(50)),
    (Listing(51), {}, [None, "50"], range(51)),
    (Listing(120), {}, [None, "50", "100"], range(120)),
    (Listing(120), {"offset": None}, [None, "50", "100"], range(120)),
    (Listing(120), {"offset": 30}, ["30", "80"], range(30, 120)),
    (Listing(120), {"offset": 120}, ["120"], range(0)),
    (Listing(120), {"offset": 500}, ["500"], range(0)),
    (Listing(100), {"limit": 100}, [None], range(100)),
    (Listing(100), {"limit": 50}, [None, "50"], range(100)),
    (Listing(250), {"limit": 100}, [None, "100", "200"], range(250)),
    (Listing(250, cap=100), {"limit": 200}, [None, "100", "200"], range(250)),
    (Listing(7, cap=3), {"limit": 5, "offset": 1}, ["1", "4"], range(1, 7)),
]


@pytest.mark.parametrize(("listing", "arguments", "offsets", "expected"), WALKS)
def test_every_item_comes_once_in_order(
    invoke: Invoke, listing: Listing, arguments: dict[str, object], offsets: list[str | None], expected: range
) -> None:
    """All ways to walk give the same, ask for no page twice and none too many, and believe no short page."""
    for walk in ("collect", "items", "pages", "next"):
        listing.queries.clear()
        page = first_page(invoke, listing, **arguments)
        if walk == "collect":
            found = invoke.settle(page.collect()).unwrap()
        elif walk == "items":
            found = [item.unwrap() for item in invoke.listed(page.items())]
        elif walk == "pages":
            found = [item for one in invoke.listed(page) for item in one.unwrap().own_items]
        else:
            found, following = list(page.own_items), invoke.settle(page.next())
            while following is not None:
                found += following.unwrap().own_items
                following = invoke.settle(following.unwrap().next())
        assert (walk, numbers(found), listing.offsets) == (walk, list(expected), offsets)


def test_a_page_shows_its_own_part(invoke: Invoke) -> None:
    """A page has its decoded response, the HTTP response, its items, and a `repr` that says where it stands."""
    page = first_page(invoke, Listing(120), limit=50)
    second = invoke.settle(page.next()).unwrap()
    assert (second.result.total_count, second.response.status_code) == (120, 200)
    assert second.own_items == second.result.data
    assert numbers(second.own_items) == list(range(50, 100))
    assert repr(second) == f"{'AsyncPage' if invoke.is_async else 'Page'}(50 items, 50 before)"


def test_the_last_page_has_no_next(invoke: Invoke) -> None:
    """`next` is then `None`, and asks the server for nothing."""
    listing = Listing(60)
    last = invoke.settle(first_page(invoke, listing).next()).unwrap()
    assert invoke.settle(last.next()) is None
    assert len(listing.queries) == 2


def test_a_page_may_be_walked_again(invoke: Invoke) -> None:
    """A page keeps no place: each walk begins with it, and asks for the later pages anew."""
    listing = Listing(60)
    page = first_page(invoke, listing)
    for _ in range(2):
        assert len(invoke.listed(page.items())) == 60
    assert listing.offsets == [None, "50", "50"]


def test_later_pages_are_asked_for_like_the_first(invoke: Invoke) -> None:
    """Every parameter, header and option of the call goes with each of its pages; only the offset changes."""
    seen: list[httpx.Request] = []
    listing = Listing(3, cap=1)

    def handler(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return listing(request)

    arguments: dict[str, object] = {"limit": 1, "provider": "openai", "workspace_id": WORKSPACE, "app_title": "App"}
    options = RequestOptions(headers={"X-Trace": "1"}, server_url="https://gateway.example/v1?tenant=1")
    page = invoke("byok_list", invoke.core(handler), options=options, **arguments).unwrap()
    assert invoke.settle(page.collect()).ok
    assert [str(request.url) for request in seen] == [
        f"https://gateway.example/v1/byok?tenant=1{offset}&limit=1&workspace_id={WORKSPACE}&provider=openai"
        for offset in ("", "&offset=1", "&offset=2")
    ]
    assert len({str(request.headers) for request in seen}) == 1
    assert (seen[-1].headers["x-trace"], seen[-1].headers["x-openrouter-title"]) == ("1", "App")


FAILURES: list[tuple[tuple[int, object] | Exception, type[errors.SDKError]]] = [
    ((401, {}), errors.UnauthorizedResponseError),
    ((503, None), errors.OpenRouterDefaultError),
    ((200, {"data": "x"}), errors.ResponseValidationError),
    (httpx.ReadError("broke"), errors.RequestConnectionError),
]


@pytest.mark.parametrize(("failure", "kind"), FAILURES)
def test_a_page_that_fails_ends_the_walk(
    invoke: Invoke, failure: tuple[int, object] | Exception, kind: type[errors.SDKError]
) -> None:
    """What came before is kept; the `Err` is the last value, and nothing is asked for after it."""
    listing = Listing(120)
    page = first_page(invoke, listing)
    walks: list[tuple[object, Callable[[], object]]] = [
        ([True, False], lambda: [one.ok for one in invoke.listed(page)]),
        ([True] * 50 + [False], lambda: [one.ok for one in invoke.listed(page.items())]),
        (kind.__name__, lambda: kind_of(invoke.settle(page.collect()))),
        (kind.__name__, lambda: kind_of(invoke.settle(page.next()))),
    ]
    for expected, walk in walks:
        listing.failures = {len(listing.queries) + 1: failure}
        before = len(listing.queries)
        assert walk() == expected
        assert len(listing.queries) == before + 1


def test_a_page_is_tried_again(invoke: Invoke) -> None:
    """A later page is retried by the same policy as the first."""
    listing = Listing(60)
    listing.failures = {2: (503, None), 3: httpx.ReadError("broke")}
    page = invoke("byok_list", invoke.core(listing, retry_config=AT_ONCE)).unwrap()
    assert len(invoke.settle(page.collect()).unwrap()) == 60
    assert listing.offsets == [None, "50", "50", "50"]


def test_a_page_that_repeats_is_an_err(invoke: Invoke) -> None:
    """A server that does not heed the offset would be asked for ever."""
    listing = Listing(120)
    same = {"data": [credential(number) for number in range(50)], "total_count": 120}
    listing.failures = dict.fromkeys(range(1, 9), (200, same))
    page = first_page(invoke, listing)
    error = invoke.settle(page.next()).error
    assert isinstance(error, errors.PaginationError)
    assert "the page after 50 items" in str(error)
    assert [one.ok for one in invoke.listed(page)] == [True, False]
    assert isinstance(invoke.settle(page.collect()).error, errors.PaginationError)
    assert len(listing.queries) == 4


SHRUNK: list[tuple[int, bool]] = [(60, False), (51, False), (50, True), (0, True)]


@pytest.mark.parametrize(("total", "complete"), SHRUNK)
def test_an_empty_page_ends_the_walk(invoke: Invoke, total: int, complete: bool) -> None:  # noqa: FBT001
    """It is the end when its own total says that all have come, and a `PaginationError` when there should be more."""
    listing = Listing(60)
    page = first_page(invoke, listing)
    listing.failures = {2: (200, {"data": [], "total_count": total})}
    result = invoke.settle(page.collect())
    assert len(result.value) == 50 if complete else isinstance(result.error, errors.PaginationError)
    assert listing.offsets == [None, "50"]


def test_after_an_empty_first_page_nothing_is_asked_for(invoke: Invoke) -> None:
    """Under a larger total, what comes after it is a `PaginationError` at once."""
    listing = Listing(60)
    listing.failures = {1: (200, {"data": [], "total_count": 60})}
    page = first_page(invoke, listing)
    for result in (invoke.settle(page.next()), invoke.settle(page.collect()), *invoke.listed(page.items())):
        assert isinstance(result.error, errors.PaginationError)
    assert listing.offsets == [None]


def test_a_list_that_grows_meanwhile_is_walked_to_its_new_end(invoke: Invoke) -> None:
    """Each page's own total counts."""
    listing = Listing(60)
    page = first_page(invoke, listing)
    listing.total = 110
    assert len(invoke.settle(page.collect()).unwrap()) == 110


BOUNDS = [(0, 0, 1), (1, 1, 1), (50, 50, 1), (51, 51, 2), (100, 100, 2), (101, 101, 3), (120, 120, 3), (999, 120, 3)]


@pytest.mark.parametrize(("bound", "count", "requests"), BOUNDS)
def test_collect_stops_at_its_bound(invoke: Invoke, bound: int, count: int, requests: int) -> None:
    """At most so many items, and no page is fetched that is not needed for them."""
    listing = Listing(120)
    found = invoke.settle(first_page(invoke, listing).collect(max_items=bound)).unwrap()
    assert numbers(found) == list(range(count))
    assert len(listing.queries) == requests


@pytest.mark.parametrize("bound", [-1, True, 1.5, "5", [5]], ids=repr)
def test_a_bound_that_is_none_is_refused(invoke: Invoke, bound: object) -> None:
    """`max_items` is a count or `None`; anything else is an `Err`, and no page is fetched."""
    listing = Listing(120)
    error = invoke.settle(first_page(invoke, listing).collect(bound)).error
    assert isinstance(error, errors.SDKValidationError)
    assert error.parameter == "max_items"
    assert len(listing.queries) == 1


def test_each_item_has_the_response_of_its_page(invoke: Invoke) -> None:
    """An item's `Ok` tells the HTTP response that it came with."""
    page = first_page(invoke, Listing(3, cap=2))
    items = invoke.listed(page.items())
    assert all(isinstance(item, Ok) for item in items)
    assert items[0].response is items[1].response is page.response
    assert items[2].response is not page.response


def test_a_core_that_was_closed_ends_the_walk(invoke: Invoke) -> None:
    """A page fetches through its core."""
    core = invoke.core(Listing(120))
    page = invoke("byok_list", core).unwrap()
    invoke.close(core)
    error = invoke.settle(page.next()).error
    assert isinstance(error, errors.SDKValidationError)
    assert error.parameter == "core"


def test_data_travels_between_processes_but_pages_do_not(invoke: Invoke) -> None:
    """What was decoded can be pickled; a page holds its core and says what to send instead."""
    page = first_page(invoke, Listing(3))
    for value in (page.result, invoke.settle(page.collect())):
        assert pickle.loads(pickle.dumps(value)) == value  # noqa: S301 - our own pickle
    with pytest.raises(TypeError, match=r"page\.result"):
        pickle.dumps(page)


# --- Files -------------------------------------------------------------------------------------------------------

OTHERS = {"openrouter": "cursor", "openai": "after", "anthropic": "after_id"}


class Storage:
    """Answers `GET /files` from a storage of so many files, two a page, and notes the queries."""

    def __init__(self, shape: str, total: int, **changes: object) -> None:
        self.shape, self.total, self.changes = shape, total, changes
        self.queries: list[dict[str, str]] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        """Answer the page that follows, or that comes before, what is asked for."""
        query = dict(request.url.params)
        self.queries.append(query)
        if "before_id" in query:
            numbers = range(int(query["before_id"]))[-2:]
            more = bool(numbers) and numbers[0] > 0
        else:
            begin = int(next((query[name] for name in OTHERS.values() if name in query), "-1")) + 1
            numbers = range(self.total)[begin : begin + 2]
            more = begin + 2 < self.total
        first, last = (str(numbers[0]), str(numbers[-1])) if numbers else (None, None)
        page: dict[str, object] = {
            "_shape": self.shape,
            "object": "list",
            "data": [self.file(number) for number in numbers],
            "has_more": more,
            "first_id": first,
            "last_id": last,
            "cursor": last if more else None,
        }
        return httpx.Response(200, json=page | self.changes)

    def file(self, number: int) -> dict[str, object]:
        """Return a file as the storage describes it."""
        common: dict[str, object] = {"_shape": self.shape, "id": str(number), "filename": f"{number}.txt"}
        own: dict[str, object]
        if self.shape == "openai":
            own = {"object": "file", "bytes": 1, "created_at": 1, "purpose": "user_data", "status": "processed"}
        else:
            own = {"type": "file", "size_bytes": 1, "created_at": "x", "mime_type": "text/plain", "downloadable": True}
        return common | own


def walked(invoke: Invoke, storage: Storage, **arguments: object) -> list[object]:
    """Return the ids of all files that come, or the class of the error that ends them."""
    page = invoke("files_list", invoke.core(storage, retry_config=NO_RETRIES), **arguments).unwrap()
    return [each.value.id if each.ok else type(each.error) for each in invoke.listed(page.items())]


@pytest.mark.parametrize("shape", OTHERS)
def test_files_go_on_by_what_their_storage_knows(invoke: Invoke, shape: str) -> None:
    """OpenRouter's goes on at a cursor, OpenAI's and Anthropic's after the last id; other parameters stay."""
    storage = Storage(shape, 5)
    assert walked(invoke, storage, limit=2, provider=shape) == [*"01234"]
    assert storage.queries == [
        {"limit": "2", "provider": shape} | ({OTHERS[shape]: last} if last else {}) for last in ("", "1", "3")
    ]


@pytest.mark.parametrize("shape", OTHERS)
@pytest.mark.parametrize("name", ["after", "after_id"])
def test_files_go_on_as_they_were_begun(invoke: Invoke, shape: str, name: str) -> None:
    """Who begins after an id goes on after an id, and no second place to begin is sent."""
    storage = Storage(shape, 5)
    assert walked(invoke, storage, **{name: "1"}) == [*"234"]
    assert storage.queries == [{name: "1"}, {name: "3"}]


def test_files_go_back(invoke: Invoke) -> None:
    """Page by page towards the first."""
    storage = Storage("anthropic", 5)
    assert walked(invoke, storage, before_id="4") == [*"2301"]
    assert storage.queries == [{"before_id": "4"}, {"before_id": "2"}]


@pytest.mark.parametrize("shape", OTHERS)
def test_files_whose_next_page_has_no_name_end_with_an_error(invoke: Invoke, shape: str) -> None:
    """The server says that there are more, and not where: the same page once more brings nothing new."""
    storage = Storage(shape, 5, cursor=None, last_id=None)
    assert walked(invoke, storage) == ["0", "1", errors.PaginationError]
    assert len(storage.queries) == 2


def test_files_in_a_newer_form_are_kept_whole(invoke: Invoke) -> None:
    """They are no items, for nobody knows what they are, and no error either."""
    core = invoke.core(Storage("hologram", 5))
    page = invoke("files_list", core).unwrap()
    assert isinstance(page.result, Unknown)
    assert (page.result.tag, len(page.result.data["data"])) == ("hologram", 2)  # type: ignore[arg-type]
    assert invoke.settle(page.collect()).unwrap() == []
    assert invoke.settle(page.next()) is None

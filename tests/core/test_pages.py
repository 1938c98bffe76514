"""`Page` and `AsyncPage`: every item exactly once, never an endless loop, and the first failure is the last word."""

from __future__ import annotations

import asyncio
import gc
import pickle
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from openrouter_core.errors import PaginationError, SDKError, SDKValidationError
from openrouter_core.http.waiting import Steps, at_once
from openrouter_core.http.wire import Response
from openrouter_core.pages import Asked, AsyncPage, Page, Paging, by_cursor, by_offset
from openrouter_core.result import Err, Ok, Result, T
from tests.drawing import drawn

if TYPE_CHECKING:
    from collections.abc import Callable

FEW = drawn(60)
BROKEN = SDKError("the second page is broken")


@attrs.frozen
class Listing:
    """One page of numbers, as a response class holds it."""

    data: tuple[int, ...]
    total_count: int


NumberPage: TypeAlias = Page[Listing, int, SDKError]
AsyncNumberPage: TypeAlias = AsyncPage[Listing, int, SDKError]

PAGING: Paging[Listing, int] = Paging(
    items=lambda page: page.data, following=by_offset(lambda page, end: end >= page.total_count)
)


def first_page(
    kind: Callable[..., T], first: Result[Any, SDKError], fetch: Callable[[Asked], Result[Any, Any]], **given: object
) -> Result[T, SDKError]:
    """Return the first page of this `kind`, as `call_pages` makes it of the `first` result."""

    def steps(asked: Asked) -> Steps[Result[Any, Any]]:
        return at_once(fetch(asked))

    return first.map(lambda result: kind(result=result, response=first.response, fetch=steps, **given))


@attrs.define
class Server:
    """A server of the numbers 0 to `total`, which may cap a page, ignore the offset, or fail at one."""

    total: int
    limit: int = 3
    heeds_offset: bool = True
    fails_at: int | None = None
    claims: int | None = None
    fetched: list[int] = attrs.Factory(list[int])

    def fetch(self, asked: Asked) -> Result[Listing, SDKError]:
        """Return the page that is asked for; a caller that never stops is stopped here."""
        offset: Any = asked["offset"]
        self.fetched.append(offset)
        assert len(self.fetched) <= self.total + 2, "an endless loop"
        if offset == self.fails_at:
            return Err(BROKEN)
        begin = offset if self.heeds_offset else 0
        numbers = tuple(range(self.total)[begin : begin + self.limit])
        return Ok(Listing(numbers, self.total if self.claims is None else self.claims), response=Response(200))

    def first(self, offset: int = 0) -> NumberPage:
        """Return the first page."""
        asked = {"offset": offset}
        return first_page(NumberPage, self.fetch(asked), asked=asked, paging=PAGING, fetch=self.fetch).unwrap()

    def first_async(self, offset: int = 0) -> AsyncNumberPage:
        """Return the first page for `async` code."""
        asked = {"offset": offset}
        return first_page(AsyncNumberPage, self.fetch(asked), asked=asked, paging=PAGING, fetch=self.fetch).unwrap()


@attrs.define
class Scripted(Server):
    """A server that gives these pages one after the other, each as its items and the total that it claims."""

    pages: list[tuple[tuple[int, ...], int]] = attrs.field(factory=list[tuple[tuple[int, ...], int]], kw_only=True)

    def fetch(self, asked: Asked) -> Result[Listing, SDKError]:
        """Return the next of the pages, whatever is asked for."""
        offset: Any = asked["offset"]
        self.fetched.append(offset)
        return Ok(Listing(*self.pages[len(self.fetched) - 1]), response=Response(200))


# One vocabulary for both kinds of page, so that each behaviour is stated once.


def _items(server: Server, offset: int = 0) -> list[Result[int, SDKError]]:
    return list(server.first(offset).items())


def _items_async(server: Server, offset: int = 0) -> list[Result[int, SDKError]]:
    async def walk() -> list[Result[int, SDKError]]:
        return [item async for item in server.first_async(offset).items()]

    return asyncio.run(walk())


def _pages(server: Server) -> list[Result[Any, SDKError]]:
    return list(server.first())


def _pages_async(server: Server) -> list[Result[Any, SDKError]]:
    async def walk() -> list[Result[Any, SDKError]]:
        return [page async for page in server.first_async()]

    return asyncio.run(walk())


def _collect(server: Server, max_items: Any = None) -> Result[list[int], SDKError]:  # noqa: ANN401 - wrong types, too
    return server.first().collect(max_items)


def _collect_async(server: Server, max_items: Any = None) -> Result[list[int], SDKError]:  # noqa: ANN401
    return asyncio.run(server.first_async().collect(max_items))


ITEMS = pytest.mark.parametrize("items", [_items, _items_async], ids=["sync", "async"])
PAGES = pytest.mark.parametrize("pages", [_pages, _pages_async], ids=["sync", "async"])
COLLECT = pytest.mark.parametrize("collect", [_collect, _collect_async], ids=["sync", "async"])

# --- The first page --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "offset"),
    [({}, 0), ({"offset": None}, 0), ({"offset": 7}, 7), ({"limit": 7}, 0)],
    ids=str,
)
def test_the_first_page_begins_where_it_was_asked_for(arguments: dict[str, object], offset: int) -> None:
    """Absent and `None` mean 0: the page after it begins where its items end."""
    asked: list[Asked] = []

    def fetch(more: Asked) -> Result[Listing, SDKError]:
        asked.append(more)
        return Err(BROKEN)

    page = first_page(NumberPage, Ok(Listing((1, 2), 50)), asked=arguments, paging=PAGING, fetch=fetch).unwrap()
    assert page.next() == Err(BROKEN)
    assert asked == [{**arguments, "offset": offset + 2}]


# --- Walking -----------------------------------------------------------------------------------------------------


@FEW
@given(total=st.integers(0, 40), cap=st.integers(1, 12), data=st.data())
def test_every_item_comes_exactly_once(total: int, cap: int, data: st.DataObject) -> None:
    """Whatever the total and however the server caps pages, each item comes once, in order, from the offset on."""
    offset = data.draw(st.integers(0, total))
    server = Server(total, limit=cap)
    assert [item.unwrap() for item in _items(server, offset)] == list(range(offset, total))
    assert len(server.fetched) == max(1, -(-(total - offset) // cap)), "no page is asked for that is not needed"


@FEW
@given(total=st.integers(0, 15), cap=st.integers(0, 5), claims=st.integers(-1, 40), heeds=st.booleans())
def test_a_confused_server_never_makes_a_loop(total: int, cap: int, claims: int, heeds: bool) -> None:  # noqa: FBT001
    """A wrong total, empty pages and an ignored offset end the walk, at the latest with a `PaginationError`."""
    results = _items(Server(total, limit=cap, claims=claims, heeds_offset=heeds))
    assert [item.ok for item in results[:-1]] == [True] * len(results[:-1])
    if results and isinstance(results[-1], Err):
        assert isinstance(results[-1].error, PaginationError)


@ITEMS
@pytest.mark.parametrize(("total", "requests"), [(0, 1), (1, 1), (3, 1), (4, 2), (6, 2), (7, 3)])
def test_no_page_is_asked_for_in_vain(
    items: Callable[[Server], list[Result[int, SDKError]]], total: int, requests: int
) -> None:
    """At exact multiples of the limit, no empty page is fetched; each item says which response it came with."""
    server = Server(total)
    results = items(server)
    assert [item.unwrap() for item in results] == list(range(total))
    assert all(item.response == Response(200) for item in results)
    assert len(server.fetched) == requests


ENDS: dict[str, tuple[list[tuple[tuple[int, ...], int]], list[int], int | None]] = {
    "nothing at all": ([((), 0)], [], None),
    "a total below nothing": ([((), -1)], [], None),
    "fewer than came": ([((0, 1), 1)], [0, 1], None),
    "a short page is not the last": ([((0, 1), 5), ((2,), 5), ((3, 4), 5)], [0, 1, 2, 3, 4], None),
    "the list shrank to what came": ([((0, 1), 5), ((), 2)], [0, 1], None),
    "the list shrank further": ([((0, 1), 5), ((), 1)], [0, 1], None),
    "the list shrank, and what is left is new": ([((0, 1), 5), ((2,), 3)], [0, 1, 2], None),
    "the first page is empty": ([((), 5)], [], 0),
    "a page is empty": ([((0, 1), 5), ((), 5)], [0, 1], 2),
    "a later page is empty": ([((0, 1), 5), ((2, 3), 5), ((), 5)], [0, 1, 2, 3], 4),
    "the list shrank, but not to what came": ([((0, 1), 5), ((), 3)], [0, 1], 2),
    "the same page": ([((0, 1), 5), ((0, 1), 5)], [0, 1], 2),
    "a part of the page": ([((0, 1), 5), ((1,), 5)], [0, 1], 2),
    "the same page, said to be the last": ([((0, 1), 5), ((1,), 3)], [0, 1], 2),
}


@ITEMS
@pytest.mark.parametrize(("script", "numbers", "stuck_at"), ENDS.values(), ids=ENDS)
def test_a_walk_ends_with_all_items_or_an_error(
    items: Callable[[Server], list[Result[int, SDKError]]],
    script: list[tuple[tuple[int, ...], int]],
    numbers: list[int],
    stuck_at: int | None,
) -> None:
    """A page without an item that is new is an `Err`, unless it is empty and its own total says that all have come."""
    server = Scripted(0, pages=script)
    *found, last = [*items(server), None]
    if stuck_at is None:
        assert found == list(map(Ok, numbers))
    else:
        *found, last = found
        assert found == list(map(Ok, numbers))
        assert isinstance(last, Err)
        assert isinstance(last.error, PaginationError)
        assert last.error.message == f"the page after {stuck_at} items brings no item that is new"
        assert last.error.attempts == 1
    assert len(server.fetched) == len(script), "nothing more is asked for"


@COLLECT
def test_half_a_list_is_never_a_whole_one(collect: Callable[[Server], Result[list[int], SDKError]]) -> None:
    """`collect` returns the `Err` of a page that is empty too soon, and not what came before it."""
    assert isinstance(collect(Scripted(0, pages=[((0, 1), 5), ((), 5)])).error, PaginationError)
    assert isinstance(collect(Scripted(0, pages=[((), 5)])).error, PaginationError)


@ITEMS
def test_the_walk_begins_at_the_offset(items: Callable[[Server, int], list[Result[int, SDKError]]]) -> None:
    """Items before the offset that was asked for are not fetched."""
    server = Server(8)
    assert [item.unwrap() for item in items(server, 4)] == [4, 5, 6, 7]
    assert server.fetched == [4, 7]


@ITEMS
def test_the_first_failure_ends_the_items(items: Callable[[Server], list[Result[int, SDKError]]]) -> None:
    """The items before a failed page come, then its error, then nothing."""
    server = Server(9, fails_at=3)
    assert items(server) == [Ok(0), Ok(1), Ok(2), Err(BROKEN)]
    assert server.fetched == [0, 3]


@PAGES
def test_the_first_failure_ends_the_pages(pages: Callable[[Server], list[Result[Any, SDKError]]]) -> None:
    """Iterating gives this page first, each a `Result`, and ends after the first `Err`."""
    first, second = pages(Server(9, fails_at=3))
    assert first.unwrap().result == Listing((0, 1, 2), 9)
    assert first.unwrap().response == first.response == Response(200)
    assert second == Err(BROKEN)


@PAGES
def test_pages_know_where_they_are(pages: Callable[[Server], list[Result[Any, SDKError]]]) -> None:
    """`repr` says how many items, and how many before; `own_items` are the page's alone."""
    results = [page.unwrap() for page in pages(Server(5))]
    assert [repr(page).split("(")[1] for page in results] == ["3 items, 0 before)", "2 items, 3 before)"]
    assert [tuple(page.own_items) for page in results] == [(0, 1, 2), (3, 4)]


@attrs.frozen
class Item:
    """An item of which one field changes each time that it is fetched."""

    id: int
    seen: int


def _walk(pages: Callable[[int, int], list[Item]], total: int = 1000) -> tuple[list[int], Any]:
    """Return the ids of a walk over the pages that `pages` makes of an offset and a count, and its last result."""
    paging: Paging[list[Item], Item] = Paging(
        items=lambda page: page, following=by_offset(lambda _, end: end >= total), key=lambda item: item.id
    )
    fetched = 0

    def fetch(asked: Asked) -> Result[list[Item], SDKError]:
        nonlocal fetched
        offset: Any = asked["offset"]
        fetched += 1
        assert fetched < 100, "an endless loop"
        return Ok(pages(offset, fetched))

    results = list(
        first_page(Page[list[Item], Item, SDKError], Ok(pages(0, 0)), asked={}, paging=paging, fetch=fetch)
        .unwrap()
        .items()
    )
    return [result.value.id for result in results if isinstance(result, Ok)], results[-1]


def test_pages_that_alternate_end_the_walk() -> None:
    """Two pages that come in turn are no more than one that comes again."""
    ids, last = _walk(lambda offset, _: [Item(offset // 2 % 2, 0), Item(5, 0)])
    assert (ids, str(last.error)) == ([0, 5, 1, 5], "the page after 3 items brings no item that is new")


def test_an_item_of_which_a_field_drifts_is_the_same() -> None:
    """A counter that goes on with each request makes no new item: its key tells."""
    ids, last = _walk(lambda _, fetched: [Item(1, fetched), Item(2, fetched)])
    assert (ids, type(last.error)) == ([1, 2], PaginationError)


def test_one_new_item_is_enough() -> None:
    """Pages that overlap, as when a credential is made meanwhile, are walked to their end."""
    ids, last = _walk(lambda offset, _: [Item(offset // 2, 0), Item(offset // 2 + 1, 0)], total=20)
    assert sorted(set(ids)) == list(range(11))
    assert last.ok


def test_items_need_not_be_hashable() -> None:
    """Without a key the whole item counts, be it a dict."""
    paging: Paging[list[Any], Any] = Paging(items=lambda page: page, following=by_offset(lambda _, end: end >= 100))
    numbers = iter([1, 2, 1, 3])
    first: Result[list[Any], SDKError] = Ok([{"n": 0}])
    page: Result[Page[list[Any], Any, SDKError], SDKError]
    page = first_page(
        Page[list[Any], Any, SDKError], first, asked={}, paging=paging, fetch=lambda _: Ok([{"n": next(numbers)}])
    )
    results = list(page.unwrap().items())
    assert [item.value["n"] for item in results if isinstance(item, Ok)] == [0, 1, 2]
    assert isinstance(results[-1].error, PaginationError)


def test_walks_from_one_page_do_not_see_each_other() -> None:
    """A page holds what came before it and no more: what one walk has found is new to another."""
    page = Server(30).first().next()
    assert page is not None
    walks = [page.unwrap().items() for _ in range(3)]
    for found in zip(*walks, strict=True):
        assert {item.unwrap() for item in found} == {found[0].unwrap()}


# --- Every way of paging that the contract has --------------------------------------------------------------------


@attrs.frozen
class Part:
    """One page of a list that has no total, as the endpoints have it that page by `has_more` or by cursor."""

    data: tuple[str, ...]
    has_more: bool = False
    cursor: str | None = None


def _last(page: Part) -> str | None:
    return page.data[-1] if page.data else None


STYLES: dict[str, Paging[Part, str]] = {
    "offset, nothing told": Paging(items=lambda page: page.data, following=by_offset(lambda page, _: not page.data)),
    "offset, as far as the server goes": Paging(
        items=lambda page: page.data, following=by_offset(lambda page, end: end > 4 or not page.data)
    ),
    "offset, has_more": Paging(items=lambda page: page.data, following=by_offset(lambda page, _: not page.has_more)),
    "cursor": Paging(
        items=lambda page: page.data,
        following=by_cursor(lambda page: {"cursor": page.cursor, "after": None} if page.has_more else None),
    ),
    "last id, has_more": Paging(
        items=lambda page: page.data,
        following=by_cursor(lambda page: {"after": _last(page)} if page.has_more else None),
    ),
}
AB, CD, E = ("a", "b"), ("c", "d"), ("e",)

# The pages that a server gives, what is asked for each after the first, the items, and whether an error is the last.
PARTS: dict[str, tuple[str, list[Part], list[Asked], str, bool]] = {
    "nothing told": (
        "offset, nothing told",
        [Part(AB), Part(CD), Part(E), Part(())],
        [{"offset": 2}, {"offset": 4}, {"offset": 5}],
        "abcde",
        False,
    ),
    "nothing told, and there is nothing": ("offset, nothing told", [Part(())], [], "", False),
    "nothing told, and again the same": ("offset, nothing told", [Part(AB), Part(AB)], [{"offset": 2}], "ab", True),
    "the server goes no further": (
        "offset, as far as the server goes",
        [Part(AB), Part(CD), Part(E)],
        [{"offset": 2}, {"offset": 4}],
        "abcde",
        False,
    ),
    "no more": ("offset, has_more", [Part(AB, has_more=True), Part(CD)], [{"offset": 2}], "abcd", False),
    "more that never comes": (
        "offset, has_more",
        [Part(AB, has_more=True), Part((), has_more=True)],
        [{"offset": 2}],
        "ab",
        True,
    ),
    "more of the same": (
        "offset, has_more",
        [Part(AB, has_more=True), Part(AB, has_more=True)],
        [{"offset": 2}],
        "ab",
        True,
    ),
    "an empty page, said to be the last": (
        "offset, has_more",
        [Part(AB, has_more=True), Part(())],
        [{"offset": 2}],
        "ab",
        False,
    ),
    "cursors": (
        "cursor",
        [Part(AB, has_more=True, cursor="1"), Part(CD, has_more=True, cursor="2"), Part(E, cursor="left over")],
        [{"cursor": "1", "after": None}, {"cursor": "2", "after": None}],
        "abcde",
        False,
    ),
    "a cursor that leads back": (
        "cursor",
        [Part(AB, has_more=True, cursor="1"), Part(AB, has_more=True, cursor="1")],
        [{"cursor": "1", "after": None}],
        "ab",
        True,
    ),
    "more, and no cursor to it": ("cursor", [Part(AB, has_more=True), Part(AB, has_more=True)], [{}], "ab", True),
    "an empty page, and a cursor": ("cursor", [Part((), has_more=True, cursor="1")], [], "", True),
    "last ids": ("last id, has_more", [Part(AB, has_more=True), Part(CD)], [{"after": "b"}], "abcd", False),
}


@pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])
@pytest.mark.parametrize(("style", "parts", "asked", "items", "stuck"), PARTS.values(), ids=PARTS)
def test_every_way_of_paging_comes_to_an_end(
    style: str, parts: list[Part], asked: list[Asked], items: str, *, stuck: bool, is_async: bool
) -> None:
    """Each asks for what its arithmetic says, beside what the call asked, and ends with all items or an error."""
    begun: Asked = {"limit": 2, "after": "x"}
    first: Result[Part, SDKError] = Ok(parts[0])
    fetched: list[Asked] = []

    def fetch(more: Asked) -> Result[Part, SDKError]:
        fetched.append(more)
        return Ok(parts[len(fetched)])

    async def walk() -> list[Result[str, SDKError]]:
        page: Result[AsyncPage[Part, str, SDKError], SDKError]
        page = first_page(AsyncPage[Part, str, SDKError], first, asked=begun, paging=STYLES[style], fetch=fetch)
        return [item async for item in page.unwrap().items()]

    page: Result[Page[Part, str, SDKError], SDKError] = first_page(
        Page[Part, str, SDKError], first, asked=begun, paging=STYLES[style], fetch=fetch
    )
    found = asyncio.run(walk()) if is_async else list(page.unwrap().items())
    assert fetched == [{**begun, **each} for each in asked]
    assert "".join(item.value for item in found if isinstance(item, Ok)) == items
    assert [type(item.error) for item in found if isinstance(item, Err)] == [PaginationError] * stuck


def test_an_error_shows_nothing_of_a_cursor() -> None:
    """The server may put anything there, a secret that it was sent included."""
    part = Part(AB, has_more=True, cursor="sk-or-test-123")
    same: Result[Part, SDKError] = Ok(part)
    page = first_page(Page[Part, str, SDKError], same, asked={}, paging=STYLES["cursor"], fetch=lambda _: same).unwrap()
    *_, last = page.items()
    assert isinstance(last.error, PaginationError)
    assert "sk-or" not in f"{last!r} {page!r} {last.error}"


def test_a_long_walk_costs_each_item_a_few_times() -> None:
    """An item's key is taken twice at most, and the sets of those before it are copied a few times in all."""
    keys = 0

    def key(item: int) -> int:
        nonlocal keys
        keys += 1
        return item

    server = Server(20_000, limit=10)
    paging: Any = attrs.evolve(PAGING, key=key)
    page = attrs.evolve(server.first(), paging=paging)
    last = None
    for last in page:  # noqa: B007 - the last page is looked at
        pass
    assert last is not None
    assert keys <= 2 * 20_000
    before = last.unwrap()._before  # pyright: ignore[reportPrivateUsage] - what a page remembers
    assert sum(map(len, before)) == 20_000 - 10
    assert len(before) <= 12, "log2(2,000 pages)"


def test_next_is_the_page_after_this_one() -> None:
    """`next()` fetches one page; after the last it is `None`, and asks nobody; a failed one is its `Err`."""
    server = Server(5)
    second = server.first().next()
    assert second is not None
    assert second.unwrap().result == Listing((3, 4), 5)
    assert second.response == second.unwrap().response == Response(200)
    assert second.unwrap().next() is None
    assert server.fetched == [0, 3]
    assert Server(5, fails_at=3).first().next() == Err(BROKEN)


def test_next_is_the_page_after_this_one_async() -> None:
    """`await next()` does the same."""

    async def walk(server: Server) -> None:
        second = await server.first_async().next()
        assert second is not None
        assert second.unwrap().result == Listing((3, 4), 5)
        assert await second.unwrap().next() is None
        assert server.fetched == [0, 3]
        assert await Server(5, fails_at=3).first_async().next() == Err(BROKEN)

    asyncio.run(walk(Server(5)))


def test_a_walk_can_begin_again() -> None:
    """A page can be walked from twice: it holds no position."""
    page = Server(4).first()
    assert [item.unwrap() for item in page.items()] == [item.unwrap() for item in page.items()]


# --- Collecting --------------------------------------------------------------------------------------------------


@COLLECT
@pytest.mark.parametrize(
    ("max_items", "fetched"),
    [(None, [0, 3, 6]), (2**64, [0, 3, 6]), (7, [0, 3, 6]), (4, [0, 3]), (3, [0]), (0, [0])],
)
def test_collecting_fetches_what_it_needs(
    collect: Callable[[Server, int | None], Result[list[int], SDKError]], max_items: int | None, fetched: list[int]
) -> None:
    """`collect` returns at most `max_items` items, and fetches no page that is not needed for them."""
    server = Server(7)
    assert collect(server, max_items) == Ok(list(range(7))[:max_items])
    assert server.fetched == fetched


@COLLECT
def test_collecting_returns_the_first_failure(collect: Callable[[Server], Result[list[int], SDKError]]) -> None:
    """Half a list is never returned as a whole one."""
    assert collect(Server(9, fails_at=3)) == Err(BROKEN)


def test_collecting_leaves_nothing_to_an_event_loop(caplog: pytest.LogCaptureFixture) -> None:
    """A loop that is closed at once has no task pending, as it would have to end an async generator."""
    loop = asyncio.new_event_loop()
    assert loop.run_until_complete(Server(7).first_async().collect(4)) == Ok([0, 1, 2, 3])
    loop.close()
    gc.collect()
    assert not caplog.records


@COLLECT
@pytest.mark.parametrize("max_items", [-1, True, 1.0, "3"], ids=repr)
def test_collecting_a_nonsensical_number_is_refused(
    collect: Callable[[Server, object], Result[list[int], SDKError]], max_items: object
) -> None:
    """`max_items` is an int from 0, or `None`; the error is a value, and nothing more is fetched."""
    server = Server(9)
    error = collect(server, max_items).error
    assert isinstance(error, SDKValidationError)
    assert error.parameter == "max_items"
    assert server.fetched == [0]


# --- Values ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("page", [Server(5).first(), Server(5).first_async()], ids=["sync", "async"])
def test_a_page_is_not_pickled(page: object) -> None:
    """A page holds its core; the message says what can travel instead."""
    with pytest.raises(TypeError, match=r"send page\.result"):
        pickle.dumps(page)


@pytest.mark.parametrize("page", [Server(5).first(), Server(5).first_async()], ids=["sync", "async"])
def test_a_page_is_immutable(page: Any) -> None:  # noqa: ANN401 - either kind
    """Nothing about a page changes as one walks on, and it takes no new attributes."""
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        page.result = None
    with pytest.raises((AttributeError, TypeError)):
        page.surprise = 1

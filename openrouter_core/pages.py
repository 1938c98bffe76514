"""`Page` and `AsyncPage`: one page of a list, and how to reach the next ones.

The arithmetic is pure and stands first; a page fetches through a function that it is given. No request is built here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, NoReturn, TypeVar, cast

import attrs

from openrouter_core.errors import PaginationError, SDKValidationError
from openrouter_core.result import Err, Ok, Result

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence

    from openrouter_core.http.wire import Response

__all__ = ["AsyncPage", "Page", "Paging", "first_offset", "next_offset"]

R = TypeVar("R")
T = TypeVar("T")
R_co = TypeVar("R_co", covariant=True)
T_co = TypeVar("T_co", covariant=True)
E_co = TypeVar("E_co", covariant=True)


@attrs.frozen
class Paging(Generic[R, T]):
    """How to read one page's response.

    Attributes:
        items: Gives its items.
        total: Gives how many items there are on all pages together.
        key: Gives what makes an item the same when it comes again: its id, or by default the whole of it.
    """

    items: Callable[[R], Sequence[T]]
    total: Callable[[R], int]
    key: Callable[[T], object] = lambda item: item


def next_offset(offset: int, count: int, total: int) -> int | None:
    """Return where the page after one of `count` items at `offset` begins, or `None` when that was the last.

    A short page is not the last by itself: a server may cap `limit` below what was asked for.
    """
    return offset + count if count > 0 and offset + count < total else None


def first_offset(arguments: Mapping[str, object]) -> int:
    """Return where the first page begins: the `offset` that was asked for, else 0."""
    offset = arguments.get("offset")
    return offset if isinstance(offset, int) else 0


@attrs.frozen(kw_only=True, eq=False, repr=False)
class _AnyPage(Generic[R_co, T_co, E_co]):
    """What sync and async pages have in common: all but the fetching."""

    result: R_co
    response: Response | None
    _offset: int = attrs.field(alias="offset")
    _paging: Paging[Any, T_co] = attrs.field(alias="paging")
    _fetch: Callable[[int], Any] = attrs.field(alias="fetch")
    _before: tuple[frozenset[int], ...] = attrs.field(default=(), alias="before")  # the items of the pages before

    @property
    def own_items(self) -> Sequence[T_co]:
        """The items of this page alone."""
        return self._paging.items(self.result)

    def __repr__(self) -> str:
        total = self._paging.total(self.result)
        return f"{type(self).__name__}({len(self.own_items)} of {total}, from {self._offset})"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a page holds its core and cannot be pickled; send page.result, or what collect() returns")

    def _next_offset(self) -> int | None:
        return next_offset(self._offset, len(self.own_items), self._paging.total(self.result))

    def _following(self, offset: int, fetched: Result[Any, E_co]) -> Result[Any, E_co]:
        """Return the page that begins at `offset`, from what fetching it gave."""
        if isinstance(fetched, Err):
            return fetched
        came, before = _identities(self._paging, fetched.value), _identities(self._paging, self.result)
        if came and not came.difference(before, *self._before):
            error = PaginationError(f"the page at offset {offset} brings no item that is new", attempts=1)
            return Err(cast("E_co", error))
        seen, response = _joined(self._before, before), fetched.response
        page = attrs.evolve(self, result=fetched.value, response=response, offset=offset, before=seen)
        return Ok(page, response=response)


def _identities(paging: Paging[R, Any], result: R) -> frozenset[int]:
    return frozenset(_identity(paging.key(item)) for item in paging.items(result))


def _identity(key: object) -> int:
    try:
        return hash(key)
    except TypeError:  # it holds a dict or a list
        return hash(repr(key))


def _joined(sets: tuple[frozenset[int], ...], last: frozenset[int]) -> tuple[frozenset[int], ...]:
    """Return `sets` and one more, as few sets that each are more than twice as large as the next.

    Sets are joined and never changed, because several pages may hold them. An item is copied log(pages) times at most.
    """
    while sets and len(sets[-1]) <= 2 * len(last):
        sets, last = sets[:-1], sets[-1] | last
    return (*sets, last)


class Page(_AnyPage[R_co, T_co, E_co]):
    """One page of a list, and the way to the next ones.

    Iterating over a page gives a `Result` for each page, this one first, and ends after the first `Err`. Every page is
    fetched with the options of the call that got the first one; the deadline is for each page anew.

    Attributes:
        result: This page's response, decoded.
        response: This page's HTTP response.
    """

    __slots__ = ()

    def next(self) -> Result[Page[R_co, T_co, E_co], E_co] | None:
        """Fetch the next page; `None` when this one is the last.

        A page of which every item came before is `Err(PaginationError)`: the server does not heed the offset.
        """
        offset = self._next_offset()
        return None if offset is None else self._following(offset, self._fetch(offset))

    def __iter__(self) -> Iterator[Result[Page[R_co, T_co, E_co], E_co]]:
        page: Result[Page[R_co, T_co, E_co], E_co] | None = Ok(self, response=self.response)
        while page is not None:
            yield page
            page = page.value.next() if isinstance(page, Ok) else None

    def items(self) -> Iterator[Result[T_co, E_co]]:
        """Walk over the items of this page and all after it, each a `Result`; the first `Err` is the last."""
        for page in self:
            if isinstance(page, Err):
                yield page
            else:
                yield from (Ok(item, response=page.response) for item in page.value.own_items)

    def collect(self, max_items: int | None = None) -> Result[list[T_co], E_co]:
        """Return the items of this page and all after it as one list, or the first `Err`.

        Args:
            max_items: How many at most; no page is fetched that is not needed for them. All when absent.
        """
        if (refused := _refusal(max_items)) is not None:
            return refused
        gathered: list[T_co] = []
        for page in self:
            if isinstance(page, Err):
                return page
            gathered.extend(page.value.own_items)
            if max_items is not None and len(gathered) >= max_items:
                break
        return Ok(gathered[:max_items])


class AsyncPage(_AnyPage[R_co, T_co, E_co]):
    """One page of a list, and the way to the next ones, for `async` code: `async for page in first_page`.

    Attributes:
        result: This page's response, decoded.
        response: This page's HTTP response.
    """

    __slots__ = ()

    async def next(self) -> Result[AsyncPage[R_co, T_co, E_co], E_co] | None:
        """Fetch the next page; `None` when this one is the last.

        A page of which every item came before is `Err(PaginationError)`: the server does not heed the offset.
        """
        offset = self._next_offset()
        return None if offset is None else self._following(offset, await self._fetch(offset))

    async def __aiter__(self) -> AsyncIterator[Result[AsyncPage[R_co, T_co, E_co], E_co]]:
        page: Result[AsyncPage[R_co, T_co, E_co], E_co] | None = Ok(self, response=self.response)
        while page is not None:
            yield page
            page = await page.value.next() if isinstance(page, Ok) else None

    async def items(self) -> AsyncIterator[Result[T_co, E_co]]:
        """Walk over the items of this page and all after it, each a `Result`; the first `Err` is the last."""
        async for page in self:
            if isinstance(page, Err):
                yield page
                return
            for item in page.value.own_items:
                yield Ok(item, response=page.response)

    async def collect(self, max_items: int | None = None) -> Result[list[T_co], E_co]:
        """Return the items of this page and all after it as one list, or the first `Err`.

        Args:
            max_items: How many at most; no page is fetched that is not needed for them. All when absent.
        """
        if (refused := _refusal(max_items)) is not None:
            return refused
        gathered: list[T_co] = []
        async for page in self:
            if isinstance(page, Err):
                return page
            gathered.extend(page.value.own_items)
            if max_items is not None and len(gathered) >= max_items:
                break
        return Ok(gathered[:max_items])


def _refusal(max_items: object) -> Err[Any] | None:
    if max_items is None or (isinstance(max_items, int) and not isinstance(max_items, bool) and max_items >= 0):
        return None
    return Err(SDKValidationError("expected an int, at least 0, or None", parameter="max_items"))

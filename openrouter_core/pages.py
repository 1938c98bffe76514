"""`Page` and `AsyncPage`: one page of a list, which fetches the next pages with a function that it is given."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from typing import Any, Generic, NoReturn, Self, TypeAlias, TypeVar, cast

from openrouter_core.errors import PaginationError, SDKValidationError
from openrouter_core.http.waiting import Steps, awaited, settled
from openrouter_core.http.wire import Response
from openrouter_core.model import evolve, frozen
from openrouter_core.result import E_co, Err, Ok, R, Result, T, T_co, answered

__all__ = ["AsyncPage", "Page"]

R_co = TypeVar("R_co", covariant=True)

Asked: TypeAlias = Mapping[str, object]
Following: TypeAlias = Callable[[R, Asked, int], Asked | None]
"""Computes the changed parameters of the next request from a page's response, its request and its number of items."""


def by_offset(is_last: Callable[[R, int], bool]) -> Following[R]:
    """Continue at the `offset` after a page, unless `is_last(response, offset)` is true."""

    def following(page: R, asked: Asked, count: int) -> Asked | None:
        end = cast("int", asked.get("offset") or 0) + count
        return None if is_last(page, end) else {"offset": end}

    return following


def by_cursor(cursor: Callable[[R], Asked | None]) -> Following[R]:
    """Continue with the parameters that `cursor` returns for a page's response, or end if it returns `None`."""
    return lambda page, _asked, _count: cursor(page)


@frozen()
class Paging(Generic[R, T]):
    """How to get the items of a page, and the next page."""

    items: Callable[[R], Sequence[T]]
    """Returns the items in a page's response."""
    following: Following[R]
    """Returns the parameters of the next page, `None` after the last page: use `by_offset` or `by_cursor`."""
    key: Callable[[T], object] = repr
    """Returns the key by which an item is recognised if it comes again, such as its id; by default its `repr`."""


@frozen(kw_only=True, eq=False, repr=False)
class _AnyPage(Generic[R_co, T_co, E_co]):
    result: R_co
    response: Response | None
    _asked: Asked
    _paging: Paging[Any, T_co]
    _fetch: Callable[[Asked], Steps[Result[Any, Any]]]
    _before: tuple[frozenset[int], ...] = ()  # what the pages before had, as hashes

    @property
    def own_items(self) -> Sequence[T_co]:
        """The items of only this page."""
        return self._paging.items(self.result)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({len(self.own_items)} items, {sum(map(len, self._before))} before)"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a page holds its core and cannot be pickled; send page.result, or what collect() returns")

    @property
    def _next(self) -> Asked | None:  # a short page need not be the last: a server may cap `limit`
        following = self._paging.following(self.result, self._asked, len(self.own_items))
        if following is None:
            return None
        return {**self._asked, **following} if any(following.values()) else self._asked  # no cursor: once more the same

    def _hashes(self) -> frozenset[int]:
        return frozenset(hash(self._paging.key(item)) for item in self.own_items)

    def _following(self) -> Steps[Result[Self, Any] | None]:
        if (asked := self._next) is None:
            return None
        fetched = (yield from self._fetch(asked)) if self.own_items else Ok(self.result)
        if isinstance(fetched, Err):
            return fetched
        before, last = self._before, self._hashes()
        while before and len(before[-1]) <= 2 * len(last):  # so that a hash is copied log(pages) times at most
            before, last = before[:-1], before[-1] | last
        before = (*before, last)
        page = evolve(self, result=fetched.value, response=fetched.response, asked=asked, before=before)
        came = page._hashes()  # noqa: SLF001 - of this class
        if came.difference(*before) or not (came or page._next is not None):  # noqa: SLF001
            return Ok(page, response=page.response)
        seen = sum(map(len, before))
        return Err(PaginationError(f"the page after {seen} items brings no item that is new", attempts=1))

    def _collected(self, most: int | None) -> Steps[Result[list[T_co], Any]]:
        if most is not None and (type(most) is not int or most < 0):
            return Err(SDKValidationError("expected an int, at least 0, or None", parameter="max_items"))
        items = list[T_co]()
        page: Result[_AnyPage[Any, T_co, Any], Any] | None = Ok(self)
        while isinstance(page, Ok):
            items += page.value.own_items
            is_enough = most is not None and len(items) >= most
            page = None if is_enough else (yield from page.value._following())  # noqa: SLF001
        return page or Ok(items[:most])

    @staticmethod
    def _each(page: Result[_AnyPage[Any, T, Any], Any]) -> list[Result[T, Any]]:
        return [page] if isinstance(page, Err) else [answered(item, page.response) for item in page.value.own_items]


class Page(_AnyPage[R_co, T_co, E_co]):
    """One page of a list, which fetches the next ones.

    Iterating over a page gives a `Result` for each page, beginning with this one, and ends after the first `Err`. Every
    page is fetched with the options of the first call. Each page has the full deadline.

    Attributes:
        result: This page's response, decoded.
        response: This page's HTTP response.
    """

    def next(self) -> Result[Self, E_co] | None:
        """Fetch the next page; `None` if the response says that this page is the last.

        A page without a new item is `Err(PaginationError)`: the server ignores the parameters, or says wrongly that
        there is more. An empty page is a normal end only if it is the last, for example because items were deleted
        meanwhile. After an empty page that is not the last, nothing is fetched.
        """
        return settled(self._following())

    def __iter__(self) -> Iterator[Result[Self, E_co]]:
        page: Result[Self, E_co] | None = Ok(self, response=self.response)
        while page is not None:
            yield page
            page = page.value.next() if isinstance(page, Ok) else None

    def items(self) -> Iterator[Result[T_co, E_co]]:
        """Iterate over the items of this page and all pages after it, each a `Result`; an `Err` is the last."""
        return (item for page in self for item in self._each(page))

    def collect(self, max_items: int | None = None) -> Result[list[T_co], E_co]:
        """Return the items of this page and all pages after it as one list, or the first `Err`.

        Args:
            max_items: The maximum number of items; only the pages needed for them are fetched. Default: all.
        """
        return settled(self._collected(max_items))


class AsyncPage(_AnyPage[R_co, T_co, E_co]):
    """`Page` for `async` code, with `await` and `async for`."""

    async def next(self) -> Result[Self, E_co] | None:
        """Fetch the next page, as `Page.next` does."""
        return await awaited(self._following())

    async def __aiter__(self) -> AsyncIterator[Result[Self, E_co]]:
        page: Result[Self, E_co] | None = Ok(self, response=self.response)
        while page is not None:
            yield page
            page = await page.value.next() if isinstance(page, Ok) else None

    def items(self) -> AsyncIterator[Result[T_co, E_co]]:
        """Iterate over all items from this page on, as `Page.items` does."""
        return (item async for page in self for item in self._each(page))

    async def collect(self, max_items: int | None = None) -> Result[list[T_co], E_co]:
        """Return all items from this page on, at most `max_items`, as `Page.collect` does."""
        return await awaited(self._collected(max_items))

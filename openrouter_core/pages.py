"""`Page` and `AsyncPage`: one page of a list, and how to reach the next ones, through a function that fetches them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, NoReturn, Self, TypeVar

import attrs

from openrouter_core.errors import PaginationError, SDKValidationError
from openrouter_core.result import Err, Ok, Result

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence

    from openrouter_core.http.wire import Response

__all__ = ["AsyncPage", "Page"]

E = TypeVar("E")
P = TypeVar("P")
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
        key: Gives what makes an item the same when it comes again: its id, or by default all that `repr` tells.
    """

    items: Callable[[R], Sequence[T]]
    total: Callable[[R], int]
    key: Callable[[T], object] = repr


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
        return f"{type(self).__name__}({len(self.own_items)} of {self._paging.total(self.result)}, from {self._offset})"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a page holds its core and cannot be pickled; send page.result, or what collect() returns")

    @property
    def _end(self) -> int:
        return self._offset + len(self.own_items)

    @property
    def _is_last(self) -> bool:  # a short page need not be: a server may cap `limit` below what was asked for
        return self._end >= self._paging.total(self.result)

    def _identities(self, result: object) -> frozenset[int]:
        return frozenset(hash(self._paging.key(item)) for item in self._paging.items(result))

    def _following(self, fetched: Result[Any, Any]) -> Result[Self, Any]:
        """Return the page after this one, from what fetching it gave."""
        if isinstance(fetched, Err):
            return fetched
        result, response, offset = fetched.value, fetched.response, self._end
        came, before = self._identities(result), _joined(self._before, self._identities(self.result))
        if not came.difference(*before) and (came or offset < self._paging.total(result)):
            return Err(PaginationError(f"the page at offset {offset} brings no item that is new", attempts=1))
        return Ok(attrs.evolve(self, result=result, response=response, offset=offset, before=before), response=response)


def first_page(
    kind: Callable[..., P],
    paging: Paging[R, Any],
    arguments: Mapping[str, object],
    fetch: Callable[[int], object],
    came: Result[R, E],
) -> Result[P, E]:
    """Return the first page, of this `kind`, from what came for `arguments`."""
    if isinstance(came, Err):
        return came
    offset, response = arguments.get("offset") or 0, came.response
    page = kind(result=came.value, response=response, offset=offset, paging=paging, fetch=fetch)
    return Ok(page, response=response)


def _joined(sets: tuple[frozenset[int], ...], last: frozenset[int]) -> tuple[frozenset[int], ...]:
    """Add a set. Each is more than twice as large as the next, so that an item is copied log(pages) times at most."""
    while sets and len(sets[-1]) <= 2 * len(last):
        sets, last = sets[:-1], sets[-1] | last
    return (*sets, last)


def _each(page: Result[_AnyPage[Any, T, Any], Any]) -> list[Result[T, Any]]:
    return [page] if isinstance(page, Err) else [Ok(item, response=page.response) for item in page.value.own_items]


def _gather(gathered: list[T], page: Result[_AnyPage[Any, T, Any], Any], most: object) -> Result[list[T], Any] | None:
    """Add the items of `page` to `gathered`, and return the result of `collect` when no further page is needed."""
    if most is not None and (not isinstance(most, int) or isinstance(most, bool) or most < 0):
        return Err(SDKValidationError("expected an int, at least 0, or None", parameter="max_items"))
    if isinstance(page, Err):
        return page
    gathered += page.value.own_items
    return Ok(gathered[:most]) if most is not None and len(gathered) >= most else None


class Page(_AnyPage[R_co, T_co, E_co]):
    """One page of a list, and the way to the next ones.

    Iterating over a page gives a `Result` for each page, this one first, and ends after the first `Err`. Every page is
    fetched with the options of the call that got the first one; the deadline is for each page anew.

    Attributes:
        result: This page's response, decoded.
        response: This page's HTTP response.
    """

    def next(self) -> Result[Self, E_co] | None:
        """Fetch the next page; `None` when this one is the last: its items reach the total of its response.

        A page without an item that is new is `Err(PaginationError)`: the server does not heed the offset, or its total
        is wrong. Only an empty page that is the last by its own total is the end of the list, as of one that shrank
        meanwhile. After an empty page that is not the last, nothing is fetched.
        """
        if self._is_last:
            return None
        return self._following(self._fetch(self._end) if self.own_items else Ok(self.result))

    def __iter__(self) -> Iterator[Result[Self, E_co]]:
        page: Result[Self, E_co] | None = Ok(self, response=self.response)
        while page is not None:
            yield page
            page = page.value.next() if isinstance(page, Ok) else None

    def items(self) -> Iterator[Result[T_co, E_co]]:
        """Walk over the items of this page and all after it, each a `Result`; the first `Err` is the last."""
        return (item for page in self for item in _each(page))

    def collect(self, max_items: int | None = None) -> Result[list[T_co], E_co]:
        """Return the items of this page and all after it as one list, or the first `Err`.

        Args:
            max_items: How many at most; no page is fetched that is not needed for them. All when absent.
        """
        gathered: list[T_co] = []
        for page in self:
            if (done := _gather(gathered, page, max_items)) is not None:
                return done
        return Ok(gathered)


class AsyncPage(_AnyPage[R_co, T_co, E_co]):
    """One page of a list, for `async` code: `Page` with `await` and `async for`, the same in all else."""

    async def next(self) -> Result[Self, E_co] | None:
        """Fetch the next page, as `Page.next` does."""
        if self._is_last:
            return None
        return self._following(await self._fetch(self._end) if self.own_items else Ok(self.result))

    async def __aiter__(self) -> AsyncIterator[Result[Self, E_co]]:
        page: Result[Self, E_co] | None = Ok(self, response=self.response)
        while page is not None:
            yield page
            page = await page.value.next() if isinstance(page, Ok) else None

    def items(self) -> AsyncIterator[Result[T_co, E_co]]:
        """Walk over all items from this page on, as `Page.items` does."""
        return (item async for page in self for item in _each(page))

    async def collect(self, max_items: int | None = None) -> Result[list[T_co], E_co]:
        """Return all items from this page on, at most `max_items`, as `Page.collect` does."""
        gathered: list[T_co] = []
        async for page in self:
            if (done := _gather(gathered, page, max_items)) is not None:
                return done
        return Ok(gathered)

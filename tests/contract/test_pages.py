"""Each list is walked over to its end, by the paging that the contract says."""

from __future__ import annotations

from operator import attrgetter, methodcaller
from typing import TYPE_CHECKING, Any

import pytest

from openrouter_core import Err
from openrouter_core.errors import PaginationError
from openrouter_funcs._generate.contract import resolved
from tests.contract.calls import EVERY, both, call, simplest
from tests.contract.decoded import differences
from tests.contract.instances import options, whole
from tests.library import httpx

if TYPE_CHECKING:
    from openrouter_funcs._generate.contract import Endpoint, Schema

LISTS = pytest.mark.parametrize("each", [each for each in EVERY if each.paging], ids=attrgetter("function"))
TOTAL, MOST = 5, 2


class Listing:
    """A server with five items, which gives two at a time; with `stuck` it always gives the first two."""

    def __init__(self, each: Endpoint, *, stuck: bool = False) -> None:
        assert each.success is not None
        self.paging, self.stuck = each.paging, stuck
        page = resolved((options(resolved(each.success)) or [each.success])[0])
        self.page = whole(page)
        item = resolved(resolved(page["properties"]["data"])["items"])
        self.items = [_distinct(item, number) for number in range(TOTAL)]
        self.asked: list[httpx.Request] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        """Return a page."""
        self.asked.append(request)
        start = 0 if self.stuck else self._start(request)
        end = start + MOST
        page = self.page | {"data": self.items[start:end]}
        if total := self.paging.get("total"):
            page[total] = TOTAL
        if more := self.paging.get("has-more"):
            page[more] = self.stuck or end < TOTAL
        if self.paging["kind"] == "cursor":
            page[self.paging["cursor"]["response"]] = f"after-{end}"
        return httpx.Response(200, json=page)

    def _start(self, request: httpx.Request) -> int:
        if self.paging["kind"] == "cursor":
            return int(request.url.params.get(self.paging["cursor"]["param"], "after-0").removeprefix("after-"))
        return int(request.url.params.get("offset", 0))


def _distinct(schema: Schema, number: int) -> Any:  # noqa: ANN401 - JSON is anything
    item = whole(schema)
    whole_schema = resolved((options(schema) or [schema])[0])
    texts = [
        name
        for name, each in whole_schema["properties"].items()
        if "string" in str(resolved(each).get("type")) and "enum" not in resolved(each)
    ]
    return item | {name: f"{item[name]} {number}" for name in texts}


@both
@LISTS
def test_a_walk_gives_every_item_once(each: Endpoint, *, is_async: bool) -> None:
    """In the order of the server."""
    listing = Listing(each)
    items = call(each, listing, simplest(each), is_async=is_async, then=methodcaller("collect")).unwrap()
    assert len(items) == TOTAL
    assert [differences(mine, item) for mine, item in zip(items, listing.items, strict=True)] == [[]] * TOTAL


@both
@LISTS
def test_a_walk_ends_when_nothing_new_comes(each: Endpoint, *, is_async: bool) -> None:
    """As an error: the server does not heed what it is asked."""
    result = call(each, Listing(each, stuck=True), simplest(each), is_async=is_async, then=methodcaller("collect"))
    assert isinstance(result, Err)
    assert type(result.error) is PaginationError

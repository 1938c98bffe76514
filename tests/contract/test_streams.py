"""Each stream gives the events that come, as the classes that the contract says."""

from __future__ import annotations

import json
from functools import partial
from operator import attrgetter, methodcaller
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openrouter_core import Err, Ok
from openrouter_core.errors import StreamError
from tests.contract.calls import EVERY, call, simplest
from tests.contract.decoded import differences
from tests.contract.instances import instances, spread
from tests.drawing import drawn
from tests.library import httpx

if TYPE_CHECKING:
    from openrouter_funcs._generate.contract import Endpoint

STREAMING = pytest.mark.parametrize("each", [each for each in EVERY if each.stream], ids=attrgetter("function"))


def _streamed(events: list[dict[str, Any]], _: httpx.Request) -> httpx.Response:
    lines = [*map(json.dumps, events), "[DONE]"]
    text = "".join(f"data: {line}\n\n" for line in lines)
    return httpx.Response(200, content=text.encode(), headers={"Content-Type": "text/event-stream"})


def _is_no_error(event: dict[str, Any]) -> bool:
    """An event of another type may tell of an error that is not the stream's, as of one model of several."""
    return event["type"] != "error" if "type" in event else "error" not in event


@STREAMING
@given(st.data())
@drawn(10)
def test_every_event_comes_whole(each: Endpoint, data: st.DataObject) -> None:
    """One after the other, and then the end."""
    events = data.draw(st.lists(instances(each.stream["event"]).filter(_is_no_error), max_size=4))
    for is_async in (False, True):
        handler = partial(_streamed, events)
        result = call(each, handler, simplest(each), is_async=is_async, suffix="_stream", then=methodcaller("collect"))
        assert isinstance(result, Ok), result
        assert [differences(mine, event) for mine, event in zip(result.value, events, strict=True)] == [[]] * len(
            events
        )


@STREAMING
def test_every_kind_of_event_comes_whole(each: Endpoint) -> None:
    """One after the other."""
    events = [event for event in spread(each.stream["event"]) if _is_no_error(event)]
    handler = partial(_streamed, events)
    result = call(each, handler, simplest(each), is_async=False, suffix="_stream", then=methodcaller("collect"))
    assert isinstance(result, Ok), result
    assert [differences(mine, event) for mine, event in zip(result.value, events, strict=True)] == [[]] * len(events)


@STREAMING
def test_an_event_that_is_an_error_ends_the_stream(each: Endpoint) -> None:
    """With what it says."""
    for event in spread(each.stream["event"]):
        if not _is_no_error(event):
            handler = partial(_streamed, [event])
            result = call(each, handler, simplest(each), is_async=False, suffix="_stream", then=methodcaller("collect"))
            assert isinstance(result, Err), event
            assert type(result.error) is StreamError
            assert "text" in str(result.error)

"""Every declared answer comes back as promised, and every other one as an error."""

from __future__ import annotations

from functools import partial
from importlib import import_module
from operator import attrgetter
from typing import TYPE_CHECKING, Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openrouter_core import Err, Ok, errors, jsonable
from openrouter_funcs._generate.names import pascal
from tests.contract.calls import ERROR, EVERY, both, call, of_every_function, operation, simplest, success
from tests.contract.decoded import differences
from tests.contract.instances import instances
from tests.drawing import drawn
from tests.library import httpx

if TYPE_CHECKING:
    from collections.abc import Callable

    from openrouter_core import Result
    from openrouter_funcs._generate.contract import Endpoint

with_json = pytest.mark.parametrize(
    "each", [each for each in EVERY if each.success is not None], ids=attrgetter("function")
)


def _called(each: Endpoint, response: Callable[[], httpx.Response], *, is_async: bool) -> Result[Any, Any]:
    return call(each, lambda _: response(), simplest(each), is_async=is_async)


@with_json
@given(st.data())
@drawn(3)
def test_a_success_is_returned_whole(each: Endpoint, data: st.DataObject) -> None:
    """Each field that comes is in what is returned, under its name; and `jsonable` gives all but nulls again."""
    assert each.success is not None
    body = data.draw(instances(each.success))
    for is_async in (False, True):
        result = _called(each, partial(success, each, body), is_async=is_async)
        assert isinstance(result, Ok), result
        value: Any = result.value.result if each.paging else result.value
        assert differences(value, body) == []
        assert differences(value, jsonable(value)) == []


@both
@of_every_function
def test_an_error_has_the_class_of_its_status(each: Endpoint, *, is_async: bool) -> None:
    """And the server's words."""
    assert operation(each).errors.keys() == set(each.errors)
    for status in each.errors:
        result = _called(each, partial(httpx.Response, status, json=ERROR), is_async=is_async)
        assert isinstance(result, Err)
        assert type(result.error) is errors.BY_STATUS[status] is operation(each).errors[status]
        assert f"{each.function}: {status} Some words" in str(result.error)


@of_every_function
def test_the_union_has_an_error_for_each_status(each: Endpoint) -> None:
    """No more and no fewer than the contract, beside those that any call may end with."""
    union = set(get_args(getattr(import_module(f"openrouter_funcs.{each.function}"), f"{pascal(each.function)}Error")))
    more = {errors.StreamError} if each.stream else {errors.PaginationError} if each.paging else set[type]()
    assert union == {errors.BY_STATUS[status] for status in each.errors} | more | set(get_args(errors.CommonError))


@both
@of_every_function
def test_a_status_that_is_not_declared_is_an_error(each: Endpoint, *, is_async: bool) -> None:
    """Of the class for all such, whether it is a failure or another success."""
    for status in (418, 206, 308):
        result = _called(each, partial(httpx.Response, status, json=ERROR), is_async=is_async)
        assert isinstance(result, Err)
        assert type(result.error) is errors.OpenRouterDefaultError


@both
@with_json
def test_json_that_breaks_off_is_an_error(each: Endpoint, *, is_async: bool) -> None:
    """Of a body that cannot be read."""
    body = success(each).content[:-1]
    response = partial(httpx.Response, each.status, content=body, headers={"Content-Type": "application/json"})
    result = _called(each, response, is_async=is_async)
    assert isinstance(result, Err)
    assert type(result.error) is errors.ResponseValidationError


@both
@with_json
def test_a_body_of_another_kind_is_an_error(each: Endpoint, *, is_async: bool) -> None:
    """As is HTML."""
    for response in (
        partial(httpx.Response, each.status, json=[["no"]]),
        partial(httpx.Response, each.status, html="<html></html>"),
        partial(httpx.Response, each.status, json=ERROR),
    ):
        assert isinstance(_called(each, response, is_async=is_async), Err)


@pytest.mark.parametrize("each", [each for each in EVERY if each.success is None], ids=attrgetter("function"))
@both
def test_a_success_without_a_body(each: Endpoint, *, is_async: bool) -> None:
    """Is `None`, or the file."""
    result = _called(each, partial(success, each), is_async=is_async)
    assert result.unwrap() == (b"some bytes" if each.download else None)

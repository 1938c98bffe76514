"""Arguments that are wrong are refused with the path of what is wrong, and nothing is sent."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NoReturn

import pytest

from openrouter_core import Err, Secret
from openrouter_core.errors import SDKValidationError
from openrouter_core.types.description import checked, fields_of
from openrouter_funcs._generate import decisions
from openrouter_funcs._generate.names import snake
from tests.contract.calls import both, call, of_every_function, simplest
from tests.contract.instances import spread, whole, wrong_for
from tests.contract.models import of_every, type_of

if TYPE_CHECKING:
    from openrouter_core import Result
    from openrouter_funcs._generate.contract import Endpoint
    from openrouter_funcs._generate.symbols import Symbol
    from tests.library import httpx


def _refuse(_: httpx.Request) -> NoReturn:
    pytest.fail("something was sent")


def _refused(result: Result[Any, Any], parameter: str) -> SDKValidationError:
    assert isinstance(result, Err)
    assert isinstance(result.error, SDKValidationError)
    assert result.error.parameter == parameter
    return result.error


@both
@of_every_function
def test_what_is_missing_is_named(each: Endpoint, *, is_async: bool) -> None:
    """One at a time."""
    given = simplest(each)
    for name in given:
        rest = {other: value for other, value in given.items() if other != name}
        error = _refused(call(each, _refuse, rest, is_async=is_async), name)
        assert "missing" in str(error)


@both
@of_every_function
def test_what_no_function_has_is_refused(each: Endpoint, *, is_async: bool) -> None:
    """By its name."""
    _refused(call(each, _refuse, simplest(each) | {"no_such": 1}, is_async=is_async), "no_such")
    if each.stream:
        error = _refused(call(each, _refuse, simplest(each) | {"stream": True}, is_async=is_async), "stream")
        assert f"{each.function}_stream" in str(error)


@both
@of_every_function
def test_what_is_of_another_type_is_refused(each: Endpoint, *, is_async: bool) -> None:
    """Every parameter, of every wrong kind of JSON."""
    for one in each.parameters:
        name = snake(one.wire)
        for value in wrong_for(one.schema):
            if value is None and one.place == "query":
                continue  # `None` is not sent in a query
            result = call(each, _refuse, simplest(each) | {name: value}, is_async=is_async)
            assert isinstance(result, Err), (name, value)
            assert isinstance(result.error, SDKValidationError), result
            assert (result.error.parameter or "").startswith(name)


@of_every("dict")
def test_a_nested_key_of_another_type_is_named(symbol: Symbol) -> None:
    """Every key of every nested object."""
    kind = type_of(symbol)
    given = whole(symbol.schema)
    for one in symbol.fields:
        for value in wrong_for(one.schema):
            if value is None and f"{symbol.name}.{one.wire}" in decisions.TYPES:
                continue  # the item stands there twice, and its other form takes `None`
            with pytest.raises(SDKValidationError) as caught:
                checked(kind, given | {one.wire: value}, "part")
            assert (caught.value.parameter or "").startswith(f"part.{one.wire}")


@of_every("dict")
def test_a_nested_key_that_is_missing_is_named(symbol: Symbol) -> None:
    """And one that is unknown is sent: the server may be newer."""
    kind = type_of(symbol)
    given = whole(symbol.schema)
    sent = checked(kind, given | {"brand_new": 1})
    assert json.loads(json.dumps(sent, default=Secret.reveal)) == given | {"brand_new": 1}
    for one in symbol.fields:
        if one.required:
            with pytest.raises(SDKValidationError) as caught:
                checked(kind, {name: each for name, each in given.items() if name != one.wire}, "part")
            assert (caught.value.parameter, "missing" in str(caught.value)) == (f"part.{one.wire}", True)


@of_every("request", "dict")
def test_every_member_of_a_union_is_sent(symbol: Symbol) -> None:
    """As it was given, and with `None` where the contract admits it."""
    fields = fields_of(type_of(symbol))
    for one in symbol.fields:
        for value in spread(one.schema):
            sent = fields[one.name].described.reader(None)(value)
            assert json.dumps(sent, default=_plain) == json.dumps(value, default=_plain), one.name


def _plain(value: Any) -> str:  # noqa: ANN401 - a secret or a file
    return value.reveal() if type(value) is Secret else repr(value)

"""One field of a valid body after another is made into something else: an equal model or an `Err`, never a coercion."""

from __future__ import annotations

import copy
import json
from typing import TYPE_CHECKING, Any, cast

import attrs
import httpx
import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from openrouter_core import Ok, errors
from tests.drawing import drawn
from tests.funcs.cases import CREATE, FUNCTIONS, LIST, NO_RETRIES, Function

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.conftest import Invoke

FEW = drawn(8, HealthCheck.function_scoped_fixture)  # one client serves all examples: it keeps nothing between calls
ODD: list[Any] = ["true", "false", "null", "0", "1", "1.0", "", 0, 1, 1.0, True, [], {}, ["x"], [None]]
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=5)
    | st.sampled_from(ODD),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=3,
)
ABSENT = object()

ERROR: dict[str, Any] = {
    "error": {"code": 400, "message": "no", "metadata": {"raw": "x", "deep": {"list": [1, 2.5]}}},
    "openrouter_metadata": {"region": "x"},
    "user_id": "user_test",
}

Path = tuple[Any, ...]


def paths(value: object, path: Path = ()) -> Iterator[Path]:
    """Yield the path of every value in a body, at every depth, the body itself included."""
    yield path
    if isinstance(value, dict):
        for name, item in cast("dict[str, object]", value).items():
            yield from paths(item, (*path, name))
    elif isinstance(value, list):
        for index, item in enumerate(cast("list[object]", value)):
            yield from paths(item, (*path, index))


def changed(body: object, path: Path, value: object) -> object:
    """Return a copy of `body` with `value` at `path`, or without what stood there."""
    if not path:
        return {} if value is ABSENT else value
    clone: Any = copy.deepcopy(body)
    inner = clone
    for step in path[:-1]:
        inner = inner[step]
    if value is ABSENT:
        del inner[path[-1]]
    else:
        inner[path[-1]] = value
    return clone


def agrees(model: object, body: Any) -> bool:  # noqa: ANN401 - JSON is anything
    """Return whether a model says what `body` says, of the same types; what was not sent is `None`."""
    if attrs.has(type(model)):
        fields = [field.name for field in attrs.fields(cast("Any", type(model)))]
        return type(body) is dict and all(
            agrees(getattr(model, name), body[name]) if name in body else getattr(model, name) is None
            for name in fields
        )
    if isinstance(model, tuple):
        items = cast("tuple[object, ...]", model)
        return (
            type(body) is list and len(items) == len(cast("Any", body)) and all(map(agrees, items, cast("Any", body)))
        )
    if type(model) is int and type(body) is float:  # JSON has one kind of number: 1.0 is an integer
        return model == body
    # As text, for Python has True equal to 1, and 1 to 1.0.
    return json.dumps(model, sort_keys=True) == json.dumps(body, sort_keys=True)


def answered(invoke: Invoke, function: Function, status: int, body: object) -> Any:  # noqa: ANN401 - a result
    """Return what `function` makes of this answer."""
    core = invoke.core(lambda _: httpx.Response(status, json=body), retry_config=NO_RETRIES)
    return invoke(function.name, core, **function.arguments)


def assert_equal_or_refused(invoke: Invoke, function: Function, body: object) -> None:
    """Assert that a success with this body is a model that agrees with it, or a `ResponseValidationError`."""
    result = answered(invoke, function, function.success, body)
    if isinstance(result, Ok):
        value: Any = cast("Any", result).value
        assert agrees(value.result if function is LIST else value, body)
    else:
        assert type(result.error) is errors.ResponseValidationError
        assert result.error.status_code == function.success


FIELDS = [
    pytest.param(function, path, id=f"{function.name}-{'.'.join(map(str, path)) or 'the root'}")
    for function in FUNCTIONS
    for path in paths(function.body)
]


@pytest.mark.parametrize(("function", "path"), FIELDS)
@FEW
@given(value=VALUES)
def test_a_field_of_a_success_is_kept_or_refused(invoke: Invoke, function: Function, path: Path, value: object) -> None:
    """Every field of every response, at every depth, with whatever JSON there is."""
    assert_equal_or_refused(invoke, function, changed(function.body, path, value))


@pytest.mark.parametrize(("function", "path"), FIELDS)
def test_a_field_that_is_missing_is_none_or_refused(invoke: Invoke, function: Function, path: Path) -> None:
    """The same of fields that are not there."""
    assert_equal_or_refused(invoke, function, changed(function.body, path, ABSENT))


@pytest.mark.parametrize("path", list(paths(ERROR)), ids=lambda path: ".".join(map(str, path)) or "the root")
@pytest.mark.parametrize("status", [400, 418])
@FEW
@given(value=VALUES | st.just(ABSENT))
def test_a_field_of_an_error_is_kept_or_left_out(invoke: Invoke, status: int, path: Path, value: object) -> None:
    """The status and its class stay whatever the body is; each part of the account in it is equal, or left out."""
    body = changed(ERROR, path, value)
    error = answered(invoke, CREATE, status, body).error
    assert type(error) is (errors.BadRequestResponseError if status == 400 else errors.OpenRouterDefaultError)
    assert error.status_code == status
    if error.error is not None and isinstance(body, dict):
        said = cast("dict[str, Any]", body)
        stated: Any = said["error"]
        within = cast("dict[str, Any]", stated) if isinstance(stated, dict) else {"message": stated}
        for name in ("code", "message", "metadata"):
            assert kept_or_left_out(getattr(error.error, name), within.get(name))
        assert kept_or_left_out(error.openrouter_metadata, said.get("openrouter_metadata"))
        assert kept_or_left_out(error.user_id, said.get("user_id"))


def kept_or_left_out(model: object, body: object) -> bool:
    """Return whether a part of an error is what `body` says, or nothing."""
    return model is None or (isinstance(model, str) and not model) or agrees(model, body)


def test_an_unchanged_body_agrees(invoke: Invoke) -> None:
    """What agrees is told from what does not: else the tests above would say nothing."""
    model = answered(invoke, LIST, 200, LIST.body).unwrap().result
    assert agrees(model, LIST.body)
    for path in paths(LIST.body):
        assert not agrees(model, changed(LIST.body, path, "another"))
    assert not agrees(1, True)  # noqa: FBT003 - JSON
    assert not agrees(1, 1.5)
    assert agrees(1, 1.0)

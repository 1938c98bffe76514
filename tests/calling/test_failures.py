"""The body of an error: what servers say of a failure, in the documented shape and in others."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openrouter_core.calling.answers import read_error
from openrouter_core.errors import ErrorData

JSON_VALUES: st.SearchStrategy[object] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["code", "message", "name", "issues", "path", "error"]), inner, max_size=3)
    ),
    max_leaves=8,
)


def test_a_documented_error_is_read_whole() -> None:
    """Code, message and metadata arrive as they were sent."""
    body = {
        "error": {"code": 403, "message": "No", "metadata": {"reasons": ["x"], "n": {"a": 1}}},
        "openrouter_metadata": {"route": [1, None]},
        "user_id": "user-1",
        "more": 1,
    }
    assert read_error(body) == ErrorData(403, "No", {"reasons": ["x"], "n": {"a": 1}})


SHAPES: list[tuple[Any, ErrorData]] = [
    ({"code": 404, "message": "Gone"}, ErrorData(404, "Gone")),
    ({"code": 404, "message": "Gone", "metadata": None}, ErrorData(404, "Gone")),
    ({"code": 404, "message": "Gone", "metadata": []}, ErrorData(404, "Gone")),
    ({"code": "404", "message": "Gone"}, ErrorData("404", "Gone")),
    ({"code": True, "message": "Gone"}, ErrorData(None, "Gone")),
    ({"code": 4.5, "message": "Gone"}, ErrorData(None, "Gone")),
    ({"message": "Gone"}, ErrorData(None, "Gone")),
    ({"code": 404, "message": 5}, ErrorData(404, "")),
    ({"code": 404, "message": None}, ErrorData(404, "")),
    ({"name": "TypeError"}, ErrorData(None, "TypeError")),
    ("Gone", ErrorData(None, "Gone")),
    ({"name": "ZodError", "message": "Bad", "issues": [{"message": "x"}]}, ErrorData(None, "Bad")),
    (
        {"name": "ZodError", "issues": [{"path": ["data", "name"], "message": "Required"}]},
        ErrorData(None, "ZodError: data.name: Required"),
    ),
    (
        {"issues": [{"path": ["data", 0], "message": "Required"}, {"path": [], "message": "Odd"}, {"path": "x"}]},
        ErrorData(None, "data.0: Required; Odd"),
    ),
    (
        {"name": "ZodError", "issues": [5, {}, {"path": [["x"], {}, "y"], "message": 5}]},
        ErrorData(None, "ZodError: y"),
    ),
]


@pytest.mark.parametrize(("error", "data"), SHAPES, ids=str)
def test_an_error_of_any_shape_has_the_best_words_there_are(error: object, data: ErrorData) -> None:
    """A message goes first, then the issues of Zod, then a name; the rest of the account is kept beside them."""
    assert read_error({"success": False, "error": error, "user_id": "user-1"}) == data


@pytest.mark.parametrize(
    ("body", "error"),
    [
        ({"message": "Gone"}, ErrorData(None, "Gone")),
        ({"message": "Gone", "code": 404}, ErrorData(404, "Gone")),
        ({"message": "Gone", "error": None}, ErrorData(None, "Gone")),
        ({"message": "Gone", "error": True}, ErrorData(None, "Gone")),
        ({"error": "invalid_grant", "error_description": "Expired"}, ErrorData(None, "invalid_grant: Expired")),
        ({"error": "invalid_grant", "error_description": 5}, ErrorData(None, "invalid_grant")),
    ],
    ids=str,
)
def test_an_error_may_stand_at_the_root(body: object, error: ErrorData) -> None:
    """Gateways and OAuth write it so."""
    assert read_error(body) == error


@pytest.mark.parametrize(
    "body",
    [{"error": None}, {"error": []}, {"error": {}}, {"error": ""}, {"message": 5}, {"data": 1}, {}, [], "x", 404, None],
    ids=str,
)
def test_what_is_no_error_tells_nothing(body: object) -> None:
    """Only an object, in which somebody says what is wrong, is one."""
    assert read_error(body) is None


@given(body=JSON_VALUES)
def test_reading_an_error_never_raises(body: object) -> None:
    """Whatever JSON holds, it is an error or it is not."""
    said = read_error({"error": body})
    assert said is None or isinstance(said.message, str)

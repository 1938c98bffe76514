"""Responses: nothing is ever coerced, and a refusal says where and what type, never the value."""

from __future__ import annotations

import json
import tracemalloc
from collections.abc import Callable
from types import NoneType
from typing import Any, TypeAlias, cast

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from openrouter_core.types import reading
from openrouter_core.types.jsontext import UnreadableBodyError
from openrouter_funcs.models.byok import (
    BYOKKey,
    CreateBYOKKeyResponse,
    DeleteBYOKKeyResponse,
    GetBYOKKeyResponse,
    ListBYOKKeysResponse,
)
from tests.drawing import drawn
from tests.samples import CREDENTIAL, decode

FEW = drawn(60)
JSON_VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=4,
)

Rule: TypeAlias = Callable[[Any], bool]


def _is(*kinds: type) -> Rule:
    return lambda value: type(value) in kinds


def _whole(value: Any) -> bool:  # noqa: ANN401 - any JSON value
    return _is(int)(value) or (_is(float)(value) and value.is_integer())


def _texts_or_none(value: Any) -> bool:  # noqa: ANN401 - any JSON value
    return value is None or (_is(list)(value) and all(map(_is(str), value)))


# What the contract admits for each field, said independently of the models.
RULES: dict[str, Rule] = {
    **dict.fromkeys(("id", "provider", "label", "created_at"), _is(str)),
    **dict.fromkeys(("workspace_id", "name", "declared_region"), _is(str, NoneType)),
    **dict.fromkeys(("disabled", "is_fallback"), _is(bool)),
    **dict.fromkeys(("is_byok_only", "is_required", "declared_zdr"), _is(bool, NoneType)),
    **dict.fromkeys(("allowed_models", "allowed_api_key_hashes", "allowed_user_ids"), _texts_or_none),
    "sort_order": _whole,
}
OPTIONAL = {"name", "declared_region", "declared_zdr", "is_byok_only", "is_required"}


def _body(value: object) -> bytes:
    return json.dumps(value).encode()


def _seen(credential: BYOKKey) -> dict[str, object]:
    """Return a decoded credential as the JSON that it came from."""
    return {
        name: list(cast("tuple[str, ...]", value)) if isinstance(value, tuple) else value
        for name, value in attrs.asdict(credential, recurse=False).items()
    }


def test_every_field_has_a_rule() -> None:
    """The rules here, the sample and the model speak of the same fields."""
    assert set(RULES) == set(CREDENTIAL) == {field.name for field in attrs.fields(BYOKKey)}


def test_a_credential_is_decoded_as_it_is() -> None:
    """Each field holds what the server sent."""
    assert _seen(decode(GetBYOKKeyResponse, _body({"data": CREDENTIAL})).data) == CREDENTIAL


def _assert_kept_or_refused(name: str, value: Any) -> None:  # noqa: ANN401 - any JSON
    mutated = CREDENTIAL | {name: value}
    if RULES[name](value):
        seen = _seen(decode(GetBYOKKeyResponse, _body({"data": mutated})).data)
        assert seen == mutated
        assert type(seen[name]) is (int if type(value) is float else type(value))
    else:
        with pytest.raises(UnreadableBodyError, match=rf"^data\.{name}(\[\d+\])?: expected "):
            decode(GetBYOKKeyResponse, _body({"data": mutated}))


@pytest.mark.parametrize("name", RULES)
def test_each_field_keeps_its_types_and_refuses_the_others(name: str) -> None:
    """Every kind of JSON value, in every field, is kept or refused by the contract's type, and never coerced."""
    for value in (None, True, False, 0, 1, -1, 0.0, 1.5, "", "1", "true", "null", [], ["x"], [1], [None], {}, {"a": 1}):
        _assert_kept_or_refused(name, value)


@FEW
@given(name=st.sampled_from(list(RULES)), value=JSON_VALUES)
def test_any_value_in_any_field_is_kept_or_refused(name: str, value: object) -> None:
    """The same holds for whatever JSON a server may think of."""
    _assert_kept_or_refused(name, value)


@pytest.mark.parametrize("name", RULES)
def test_a_missing_field_is_none_or_refused(name: str) -> None:
    """The fields that an older server does not send are `None`; each other one is missed by name."""
    body = _body({"data": {field: value for field, value in CREDENTIAL.items() if field != name}})
    if name in OPTIONAL:
        assert _seen(decode(GetBYOKKeyResponse, body).data) == CREDENTIAL | {name: None}
    else:
        with pytest.raises(UnreadableBodyError, match=rf"^data\.{name}: missing$"):
            decode(GetBYOKKeyResponse, body)


@FEW
@given(
    kind=st.sampled_from([GetBYOKKeyResponse, CreateBYOKKeyResponse, ListBYOKKeysResponse]),
    value=JSON_VALUES,
)
def test_any_other_body_is_unreadable(kind: type[object], value: object) -> None:
    """JSON of any other shape is refused with a reason, and raises nothing else."""
    with pytest.raises(UnreadableBodyError, match=r"^\S+: \S"):
        decode(kind, _body(value))


@FEW
@given(body=st.binary(max_size=20) | JSON_VALUES.map(_body).map(lambda body: body[:-1]))
def test_any_bytes_are_refused_with_a_reason(body: bytes) -> None:
    """Bytes that are no JSON, or half of one, raise nothing but `UnreadableBodyError`."""
    with pytest.raises(UnreadableBodyError):
        decode(DeleteBYOKKeyResponse, body)


@FEW
@given(values=st.dictionaries(st.text(max_size=8).filter(lambda name: name not in RULES), JSON_VALUES, max_size=3))
def test_unknown_fields_are_ignored(values: dict[str, object]) -> None:
    """A newer server may say more."""
    body = _body({**values, "data": values | CREDENTIAL})
    assert _seen(decode(GetBYOKKeyResponse, body).data) == CREDENTIAL


@pytest.mark.parametrize(
    ("kind", "value", "reason"),
    [
        (ListBYOKKeysResponse, {"data": [], "total_count": "3"}, "total_count: expected int, got str"),
        (ListBYOKKeysResponse, {"data": [], "total_count": True}, "total_count: expected int, got bool"),
        (ListBYOKKeysResponse, {"data": [], "total_count": 3.5}, "total_count: expected int, got float"),
        (ListBYOKKeysResponse, {"data": [], "total_count": None}, "total_count: expected int, got NoneType"),
        (ListBYOKKeysResponse, {"data": {}, "total_count": 0}, "data: expected a list of object, got dict"),
        (ListBYOKKeysResponse, {"data": "", "total_count": 0}, "data: expected a list of object, got str"),
        (ListBYOKKeysResponse, {"data": [CREDENTIAL, 7], "total_count": 2}, "data[1]: expected object, got int"),
        (
            ListBYOKKeysResponse,
            {"data": [CREDENTIAL | {"id": 1, "label": 2}], "total_count": None},
            "data[0].id: expected str, got int (and 2 more faults)",
        ),
        (DeleteBYOKKeyResponse, {"deleted": False}, "deleted: expected True, got bool"),
        (DeleteBYOKKeyResponse, {"deleted": 1}, "deleted: expected True, got int"),
        (DeleteBYOKKeyResponse, {"deleted": "true"}, "deleted: expected True, got str"),
        (DeleteBYOKKeyResponse, {}, "deleted: missing"),
        (DeleteBYOKKeyResponse, [], "it: expected object, got list"),
        (DeleteBYOKKeyResponse, None, "it: expected object, got NoneType"),
        (GetBYOKKeyResponse, {"data": None}, "data: expected object, got NoneType"),
        (GetBYOKKeyResponse, {"data": [CREDENTIAL]}, "data: expected object, got list"),
    ],
    ids=lambda it: it if isinstance(it, str) else "",
)
def test_the_reason_says_where_and_what(kind: type[object], value: object, reason: str) -> None:
    """The reason names the first fault's place, what was expected and the type that came, and counts the others."""
    with pytest.raises(UnreadableBodyError) as caught:
        decode(kind, _body(value))
    assert str(caught.value) == reason


@pytest.mark.parametrize("text", ["5.0", "5", "50e-1", "0.5e1"])
def test_an_integer_may_be_written_with_a_point(text: str) -> None:
    """JSON has one kind of number: 5.0 is an integer (JSON Schema, validation, 6.1.1)."""
    count = decode(ListBYOKKeysResponse, b'{"data": [], "total_count": ' + text.encode() + b"}").total_count
    assert (count, type(count)) == (5, int)


def test_a_body_of_faults_is_explained_by_the_first() -> None:
    """A list is read up to its first faulty item: to gather those of a body of 300 KB took 23 s and 1.8 GB."""
    body = b'{"data": [' + b"{}," * 100_000 + b'{}], "total_count": 1}'
    tracemalloc.start()
    with pytest.raises(UnreadableBodyError, match=r"^data\[0\]\.\w+: missing \(and 10 more faults\)$"):
        decode(ListBYOKKeysResponse, body)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 20_000_000


def _failing(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def read(_: object) -> object:
        raise error

    def failing(_: type) -> Callable[[object], object]:
        return read

    monkeypatch.setattr(reading, "compiled", failing)


@pytest.mark.parametrize("error", [KeyError("id"), ValueError(), TypeError(), AttributeError()], ids=repr)
def test_a_fault_of_our_own_is_not_taken_for_the_servers(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    """What a compiled reader raises beside a refusal is a bug, and is seen even where cattrs would read the value."""
    _failing(monkeypatch, error)
    with pytest.raises(type(error)):
        decode(DeleteBYOKKeyResponse, b'{"deleted": true}')


@pytest.mark.parametrize(
    ("error", "reason"),
    [(MemoryError(), "does not fit into memory"), (RecursionError(), "is nested too deeply")],
    ids=repr,
)
def test_limits_of_the_interpreter_are_refusals(monkeypatch: pytest.MonkeyPatch, error: Exception, reason: str) -> None:
    """What is more than memory or stack can take is a body that cannot be read."""
    _failing(monkeypatch, error)
    with pytest.raises(UnreadableBodyError) as caught:
        decode(DeleteBYOKKeyResponse, b'{"deleted": true}')
    assert str(caught.value) == reason


@attrs.frozen
class Tree:
    """A class that recurs."""

    leaf: int
    inner: tuple[Tree, ...] = ()
    more: Tree | None = None


def _nested(leaf: object, depth: int) -> bytes:
    return b'{"leaf": 1, "more": ' * depth + json.dumps({"leaf": leaf, "inner": [{"leaf": 3}]}).encode() + b"}" * depth


def test_a_class_may_recur() -> None:
    """It is read and explained at any depth that the stack has; below that it is nested too deeply."""
    assert decode(Tree, _nested(2, 1)) == Tree(1, (), Tree(2, (Tree(3),)))
    assert decode(Tree, _nested(2.0, 1)) == Tree(1, (), Tree(2, (Tree(3),)))
    for leaf, depth, reason in (
        ("x", 2, r"more\.more\.leaf: expected int, got str"),
        ("x", 300, "is nested too deeply"),
    ):
        with pytest.raises(UnreadableBodyError, match=f"^{reason}$"):
            decode(Tree, _nested(leaf, depth))


# --- Numbers -----------------------------------------------------------------------------------------------------


@attrs.frozen
class Price:
    """A response with a number, which JSON may write without a point."""

    usd: float


@pytest.mark.parametrize(("text", "value"), [(b"1", 1.0), (b"1.5", 1.5), (b"-2e3", -2000.0)])
def test_a_number_may_be_written_without_a_point(text: bytes, value: float) -> None:
    """JSON knows one kind of number: `1` is a float where a float is promised."""
    usd = decode(Price, b'{"usd": ' + text + b"}").usd
    assert (usd, type(usd)) == (value, float)


@pytest.mark.parametrize("text", [b"true", b'"1"', b"null", b"[1]"])
def test_what_is_no_number_is_no_float(text: bytes) -> None:
    """Nothing else becomes one."""
    with pytest.raises(UnreadableBodyError, match="usd: expected float"):
        decode(Price, b'{"usd": ' + text + b"}")


def test_an_integer_beyond_all_floats_is_none() -> None:
    """JSON bounds no integer, but a float is bounded."""
    with pytest.raises(UnreadableBodyError, match=r"^usd: is too large for a float$"):
        decode(Price, b'{"usd": 1' + b"0" * 400 + b"}")

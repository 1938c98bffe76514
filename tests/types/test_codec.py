"""The codec: nothing is ever coerced, and an error says where and what type, never the value."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from types import NoneType
from typing import Any, Literal, Required, TypeAlias, TypedDict, cast

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from openrouter_core.errors import SDKValidationError
from openrouter_core.operation import Operation
from openrouter_core.secret import Secret
from openrouter_core.types.codec import UnreadableBodyError, check_arguments, decode
from openrouter_funcs.models.byok import (
    BYOKKey,
    CreateBYOKKeyResponse,
    DeleteBYOKKeyResponse,
    GetBYOKKeyResponse,
    ListBYOKKeysResponse,
)
from tests.drawing import drawn
from tests.samples import CREATE, CREDENTIAL, LIST, READ, UPDATE, AnyOperation

FEW = drawn(60)
JSON_VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=4,
)

NAMES = st.text("abdeimnx_", max_size=8)

Rule: TypeAlias = Callable[[Any], bool]


def _is(*kinds: type) -> Rule:
    return lambda value: type(value) in kinds


def _texts_or_none(value: Any) -> bool:  # noqa: ANN401 - any JSON value
    return value is None or (_is(list)(value) and all(map(_is(str), value)))


# What the contract admits for each field, said independently of the models.
RULES: dict[str, Rule] = {
    **dict.fromkeys(("id", "provider", "label", "created_at"), _is(str)),
    **dict.fromkeys(("workspace_id", "name", "declared_region"), _is(str, NoneType)),
    **dict.fromkeys(("disabled", "is_fallback"), _is(bool)),
    **dict.fromkeys(("is_byok_only", "is_required", "declared_zdr"), _is(bool, NoneType)),
    **dict.fromkeys(("allowed_models", "allowed_api_key_hashes", "allowed_user_ids"), _texts_or_none),
    "sort_order": _is(int),
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


# --- Responses ---------------------------------------------------------------------------------------------------


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
        assert type(seen[name]) is type(value)
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
        (ListBYOKKeysResponse, {"data": [], "total_count": 3.0}, "total_count: expected int, got float"),
        (ListBYOKKeysResponse, {"data": [], "total_count": None}, "total_count: expected int, got NoneType"),
        (ListBYOKKeysResponse, {"data": {}, "total_count": 0}, "data: expected list, got dict"),
        (ListBYOKKeysResponse, {"data": "", "total_count": 0}, "data: expected list, got str"),
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


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "is not JSON (line 1, column 1)"),
        (b'{\n"deleted": tru', "is not JSON (line 2, column 12)"),
        (b"<html>", "is not JSON (line 1, column 1)"),
        (b"{} {}", "is not JSON (line 1, column 4)"),
        (b"\xff\xfe{\x00}\x00", "is not UTF-8"),
        (b'{"deleted": "\xe9"}', "is not UTF-8"),
        (b'{"deleted": NaN}', "holds a number that JSON does not have, or that is too large"),
        (b'{"deleted": -Infinity}', "holds a number that JSON does not have, or that is too large"),
        (b'{"deleted": 1e999}', "holds a number that JSON does not have, or that is too large"),
        (b'{"deleted": ' + b"9" * 5000 + b"}", "holds a number that JSON does not have, or that is too large"),
        (b"[" * 200_000, "is nested too deeply"),
        (b'{"a":' * 200_000, "is nested too deeply"),
    ],
    ids=lambda it: it if isinstance(it, str) else "",
)
def test_a_body_that_is_no_json_is_refused(body: bytes, reason: str) -> None:
    """Bytes that are not JSON in UTF-8 (RFC 8259, 8.1), and numbers that JSON does not have, are refused."""
    with pytest.raises(UnreadableBodyError) as caught:
        decode(DeleteBYOKKeyResponse, body)
    assert str(caught.value) == reason


def test_a_byte_order_mark_is_ignored() -> None:
    """RFC 8259, 8.1, lets a reader ignore it."""
    assert decode(DeleteBYOKKeyResponse, b'\xef\xbb\xbf{"deleted": true}') == DeleteBYOKKeyResponse(deleted=True)


# --- Arguments ---------------------------------------------------------------------------------------------------


def _check(operation: AnyOperation, **arguments: object) -> dict[str, object]:
    return check_arguments(operation.name, operation.request, arguments)


def _refused(operation: AnyOperation, arguments: Mapping[str, object]) -> str:
    with pytest.raises(SDKValidationError) as caught:
        check_arguments(operation.name, operation.request, arguments)
    return str(caught.value)


def test_right_arguments_come_back_as_they_are() -> None:
    """Absent stays absent, `None` stays `None`, an unknown provider is kept, a tuple is a list."""
    given_values: dict[str, object] = {
        "id": "x",
        "name": None,
        "disabled": False,
        "allowed_models": ("a", "b"),
        "allowed_user_ids": [],
        "declared_region": "mars",
        "app_title": "Test",
    }
    checked = check_arguments(UPDATE.name, UPDATE.request, given_values)
    assert checked == given_values
    assert _check(LIST) == {}
    assert _check(LIST, limit=5, provider="newest-provider") == {"limit": 5, "provider": "newest-provider"}


@pytest.mark.parametrize("key", ["sk-test-456", Secret("sk-test-456")], ids=["str", "Secret"])
def test_a_secret_parameter_is_wrapped(key: object) -> None:
    """A provider key, given as a string or wrapped already, is a `Secret` from here on."""
    assert _check(CREATE, key=key, provider="openai") == {"key": Secret("sk-test-456"), "provider": "openai"}


@pytest.mark.parametrize(
    ("operation", "arguments", "said"),
    [
        (LIST, {"workspaceid": "x"}, "workspaceid: byok_list has no such parameter; did you mean 'workspace_id'?"),
        (
            READ,
            {"id": "x", "zzz": 1},
            "zzz: byok_get has no such parameter; it has app_categories, app_title, http_referer, id",
        ),
        (READ, {}, "id: missing; expected str"),
        (CREATE, {"provider": "openai"}, "key: missing; expected str"),
        (CREATE, {"key": "sk-test"}, "provider: missing; expected str"),
        (CREATE, {"key": "sk-test", "provider": None}, "provider: expected str, got NoneType"),
        (READ, {"id": None}, "id: expected str, got NoneType"),
        (READ, {"id": 7}, "id: expected str, got int"),
        (READ, {"id": b"x"}, "id: expected str, got bytes"),
        (LIST, {"limit": "5"}, "limit: expected int, got str"),
        (LIST, {"limit": True}, "limit: expected int, got bool"),
        (LIST, {"limit": 5.0}, "limit: expected int, got float"),
        (LIST, {"limit": None}, "limit: expected int, got NoneType"),
        (LIST, {"offset": "5"}, "offset: expected int or None, got str"),
        (LIST, {"limit": 2**53 + 1}, "limit: must be at most 9007199254740992"),
        (LIST, {"provider": 1}, "provider: expected str, got int"),
        (LIST, {"app_title": 1}, "app_title: expected str, got int"),
        (UPDATE, {"id": "x", "disabled": 1}, "disabled: expected bool, got int"),
        (UPDATE, {"id": "x", "disabled": None}, "disabled: expected bool, got NoneType"),
        (UPDATE, {"id": "x", "declared_zdr": "yes"}, "declared_zdr: expected bool or None, got str"),
        (UPDATE, {"id": "x", "declared_region": 1}, "declared_region: expected str or None, got int"),
        (UPDATE, {"id": "x", "allowed_models": "a"}, "allowed_models: expected a list of str or None, got str"),
        (UPDATE, {"id": "x", "allowed_models": {"a"}}, "allowed_models: expected a list of str or None, got set"),
        (UPDATE, {"id": "x", "allowed_models": ["a", 1]}, "allowed_models[1]: expected str, got int"),
        (UPDATE, {"id": "x", "name": "\ud800"}, "name: must be text that UTF-8 can encode"),
        (UPDATE, {"id": "x", "key": None}, "key: expected str, got NoneType"),
        (UPDATE, {"id": "x", "key": 7}, "key: expected str, got int"),
        (UPDATE, {"id": "x", "key": "\ud800"}, "key: must be text that UTF-8 can encode"),
        (UPDATE, {"id": "x", "key": Secret("\ud800")}, "key: must be text that UTF-8 can encode"),
    ],
    ids=lambda it: ascii(it) if isinstance(it, str) else "",
)
def test_a_wrong_argument_is_named_with_what_was_expected(
    operation: AnyOperation, arguments: dict[str, object], said: str
) -> None:
    """Unknown, missing and mistyped parameters are named, with a near name or the expected type, and no value."""
    assert _refused(operation, arguments) == said


@pytest.mark.parametrize("value", [2**53, -(2**53), 0])
def test_an_integer_that_json_carries_exactly_is_accepted(value: int) -> None:
    """Up to 2**53, every reader of JSON reads the same integer (RFC 8259, 6)."""
    assert _check(LIST, offset=value) == {"offset": value}
    assert "must be" in _refused(LIST, {"offset": -(2**53) - 1})


@FEW
@given(arguments=st.dictionaries(st.sampled_from([*RULES, "key", "x"]) | NAMES, JSON_VALUES, max_size=4))
def test_any_arguments_are_right_or_refused_by_name(arguments: dict[str, Any]) -> None:
    """Whatever is given, it comes back equal, or an error names one of the parameters."""
    result = _tried(arguments)
    if isinstance(result, SDKValidationError):
        assert result.parameter.partition("[")[0] in {*arguments, "id"}
    else:
        assert result == arguments


def _tried(arguments: dict[str, Any]) -> dict[str, object] | SDKValidationError:
    try:
        checked = check_arguments(UPDATE.name, UPDATE.request, arguments)
    except SDKValidationError as error:
        return error
    return {name: value.reveal() if isinstance(value, Secret) else value for name, value in checked.items()}


# --- Types that other endpoints will need ------------------------------------------------------------------------


@attrs.frozen
class Price:
    """A response with a number, which JSON may write without a point."""

    usd: float


class Rating(TypedDict, total=False):
    """Parameters of kinds that no BYOK function has."""

    score: Required[float]
    scale: Literal["small", "large"]
    tags: Sequence[Sequence[str]]
    extra: Mapping[str, object]


RATE: AnyOperation = Operation(name="rate", method="POST", path="/", request=Rating, success=(200, Price), errors={})


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


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({"score": "1"}, "score: expected float, got str"),
        ({"score": True}, "score: expected float, got bool"),
        ({"score": 1, "scale": "huge"}, "scale: expected 'small' or 'large', got str"),
        ({"score": 1, "scale": 1}, "scale: expected 'small' or 'large', got int"),
        ({"score": 1, "tags": ["a"]}, "tags[0]: expected list, got str"),
        ({"score": 1, "tags": [["a"], [1]]}, "tags[1][0]: expected str, got int"),
        ({"score": 1, "extra": [("a", 1)]}, "extra: expected Mapping, got list"),
    ],
    ids=str,
)
def test_other_kinds_of_parameters_are_checked_alike(arguments: dict[str, object], said: str) -> None:
    """Numbers, choices, nested lists and objects are as strict as the rest."""
    assert _refused(RATE, arguments) == said


def test_other_kinds_of_parameters_are_accepted() -> None:
    """Right values of those kinds come back."""
    values: dict[str, object] = {"score": 1, "scale": "small", "tags": [["a"], []], "extra": {"a": [1]}}
    assert check_arguments(RATE.name, RATE.request, values) == values

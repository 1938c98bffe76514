"""Arguments that are wrong: each is named in an `SDKValidationError`, never shown, and nothing is sent."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any, cast

import pytest

from openrouter_core import OpenRouterCore, RequestOptions, errors
from openrouter_core.files import Upload
from tests.funcs.cases import (
    CHAT,
    CREATE,
    DELETE,
    DOWNLOAD,
    FILES,
    FUNCTIONS,
    GET,
    KEYS,
    LIST,
    MESSAGES,
    MODELS,
    RESPONSES,
    SPEECH,
    TRANSCRIPTION,
    UPDATE,
    UPLOAD,
    Function,
    of_every_kind,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx

    from openrouter_core import Result
    from tests.conftest import Invoke

SHOWN = "marker-of-a-value"
NUMBER = 987654
FOR_FILES = [UPLOAD, DOWNLOAD, SPEECH, TRANSCRIPTION]


def unreachable(_: httpx.Request) -> httpx.Response:
    """Fail the test: no request is to be sent."""
    pytest.fail("a request was sent")


def refusal(result: Result[Any, Any], parameter: str, *, within: bool = False) -> str:
    """Return the message of the refusal that `result` must be: of `parameter`, or of a part `within` it."""
    assert not result.ok
    error = result.error
    assert type(error) is errors.SDKValidationError
    named = error.parameter.partition("[")[0]
    assert (named.partition(".")[0] if within else named, error.attempts, error.outcome) == (
        parameter,
        0,
        "not_applied",
    )
    assert str(error).startswith(f"{error.parameter}: ")
    assert SHOWN not in str(error)
    assert str(NUMBER) not in str(error)
    assert (error.__traceback__, error.__cause__, error.__context__) == (None, None, None)
    return str(error)


# --- Names -------------------------------------------------------------------------------------------------------

UNKNOWN: list[tuple[Function, str, str | None]] = [
    (LIST, "workspaceid", "workspace_id"),
    (LIST, "workspace", "workspace_id"),
    (LIST, "Limit", "limit"),
    (LIST, "id", None),
    (CREATE, "api_key", "key"),
    (CREATE, "allowed_model", "allowed_models"),
    (CREATE, "apptitle", "app_title"),
    (GET, "ids", "id"),
    (UPDATE, "is_fall_back", "is_fallback"),
    (DELETE, "uid", "id"),
]
ELSEWHERE = ("timeout", "deadline", "headers", "retries", "extra_body", "extra_query", "progress")


@pytest.mark.parametrize(("function", "name", "near"), UNKNOWN)
def test_an_unknown_parameter_is_refused(invoke: Invoke, function: Function, name: str, near: str | None) -> None:
    """The nearest name is suggested; when none is near, all are listed."""
    message = refusal(invoke(function.name, invoke.core(unreachable), **function.arguments, **{name: SHOWN}), name)
    assert f"{function.name} has no such parameter" in message
    assert (f"did you mean '{near}'?" if near else "; it has app_categories, ") in message


@pytest.mark.parametrize("name", ELSEWHERE)
def test_an_option_among_the_parameters_is_told_its_place(invoke: Invoke, name: str) -> None:
    """What goes into `RequestOptions` is not one of the function's own."""
    message = refusal(invoke("byok_list", invoke.core(unreachable), **{name: 1}), name)
    assert message == f"{name}: byok_list has no such parameter; it goes into options=RequestOptions({name}=...)"


@pytest.mark.parametrize(
    ("function", "name"),
    [(function, name) for function in FUNCTIONS for name in sorted(function.operation.request.__required_keys__)],  # type: ignore[attr-defined] # a TypedDict
)
def test_a_missing_parameter_is_named(invoke: Invoke, function: Function, name: str) -> None:
    """What is required and absent is named with the type that it must have."""
    given = {key: value for key, value in function.arguments.items() if key != name}
    assert refusal(invoke(function.name, invoke.core(unreachable), **given), name) == f"{name}: missing; expected str"


# --- Types -------------------------------------------------------------------------------------------------------

NO_TEXT: tuple[object, ...] = (NUMBER, 1.5, True, SHOWN.encode(), [SHOWN], {SHOWN: 1}, object(), "\ud800")
NO_FLAG: tuple[object, ...] = (SHOWN, "true", NUMBER, 0, 1.0, [SHOWN], {})
NO_NUMBER: tuple[object, ...] = (SHOWN, "1", 1.5, 1.0, True, [NUMBER], 2**53, -(2**53))
NO_LIST: tuple[object, ...] = (
    SHOWN,
    SHOWN.encode(),
    NUMBER,
    True,
    {SHOWN},
    {SHOWN: 1},
    [NUMBER],
    ["x", None],
    [["x"]],
    ("x", b"x"),
    ["\ud800"],
)

FLAGS = ("disabled", "is_fallback", "is_required", "is_byok_only")
LISTS = ("allowed_models", "allowed_api_key_hashes", "allowed_user_ids")
ATTRIBUTION = ("http_referer", "app_title", "app_categories")
NO_HEADER = (*NO_TEXT, None, f"{SHOWN}\n", f"{SHOWN}\r\nX: y", f"{SHOWN}\x00", "\N{SNOWMAN}")

FIELDS: dict[str, tuple[object, ...]] = {
    **dict.fromkeys(FLAGS, (*NO_FLAG, None)),
    **dict.fromkeys(LISTS, NO_LIST),
    "declared_region": NO_TEXT,
    "declared_zdr": NO_FLAG,
    "key": (*NO_TEXT, None),
    "name": NO_TEXT,
}
NO_FLOAT: tuple[object, ...] = (SHOWN, "1", True, [1.5], float("nan"), float("inf"), 10**400)
NO_FILE: tuple[object, ...] = (
    SHOWN,
    NUMBER,
    None,
    [],
    [b"x"],
    io.StringIO(SHOWN),
    Upload(cast("Any", SHOWN)),
    object(),
)
NO_OBJECT: tuple[object, ...] = (SHOWN, NUMBER, None, True, [SHOWN], {1: 2}, object())
STORED = {"workspace_id": (*NO_TEXT, None), "provider": (*NO_TEXT, None)}
GROUPED = {"session_id": (*NO_TEXT, None), "user": (*NO_TEXT, None)}
WRONG: list[tuple[Function, Mapping[str, tuple[object, ...]]]] = [
    (
        LIST,
        {
            "limit": NO_NUMBER,
            "offset": NO_NUMBER,
            "provider": NO_TEXT,
            "workspace_id": NO_TEXT,
        },
    ),
    (CREATE, {**FIELDS, "provider": (*NO_TEXT, None), "workspace_id": (*NO_TEXT, None)}),
    (UPDATE, {**FIELDS, "id": (*NO_TEXT, None)}),
    *[(function, {"id": (*NO_TEXT, None)}) for function in (GET, DELETE)],
    (UPLOAD, {"file": NO_FILE, **STORED}),
    (DOWNLOAD, {"file_id": (*NO_TEXT, None), **STORED}),
    (
        SPEECH,
        {
            **dict.fromkeys(("model", "voice", "instructions", "response_format"), (*NO_TEXT, None)),
            "input": (NUMBER, None, [SHOWN], [{"text": NUMBER}], [{"voice": SHOWN}]),
            "input_references": (SHOWN, None, [SHOWN], [{"type": "text", "text": NUMBER}], [{"type": "text"}]),
            "provider": (*NO_OBJECT, {"zdr": SHOWN}, {"options": SHOWN}),
            "speed": NO_FLOAT,
            "trace": NO_OBJECT,
            **GROUPED,
        },
    ),
    (
        TRANSCRIPTION,
        {
            **dict.fromkeys(
                ("model", "language", "response_format", "source_url", "provider", "trace"), (*NO_TEXT, None)
            ),
            "file": NO_FILE,
            "temperature": NO_FLOAT,
            "diarize": (*NO_FLAG, None),
            "keyterms": NO_LIST,
            "timestamp_granularities": NO_LIST,
            **GROUPED,
        },
    ),
    *[(function, dict.fromkeys(ATTRIBUTION, NO_HEADER)) for function in (*FUNCTIONS, *FOR_FILES)],
]
MISTYPED = [
    pytest.param(function, name, values, id=f"{function.name}-{name}")
    for function, fields in WRONG
    for name, values in fields.items()
]


@pytest.mark.parametrize(("function", "name", "values"), MISTYPED)
def test_a_mistyped_parameter_is_named(
    invoke: Invoke, function: Function, name: str, values: tuple[object, ...]
) -> None:
    """Nothing is converted: a value of another type is refused with its type, and with the type that is expected."""
    core = invoke.core(unreachable)
    for value in values:
        message = refusal(invoke(function.name, core, **{**function.arguments, name: value}), name, within=True)
        assert re.search("expected |must be |holds no |too large|open it as binary", message)


def test_every_parameter_is_in_the_table() -> None:
    """The table of wrong values has every parameter of every function about credentials and files."""
    for function in (*FUNCTIONS, *FOR_FILES):
        request: Any = function.operation.request
        tabled = {name for other, fields in WRONG for name in fields if other is function}
        assert tabled == set(request.__required_keys__ | request.__optional_keys__)


@of_every_kind
def test_no_parameter_takes_anything(invoke: Invoke, function: Function) -> None:
    """Each parameter of each function refuses what is no value of JSON, by its name."""
    core, request = invoke.core(unreachable), cast("Any", function.operation.request)
    for name in sorted(request.__required_keys__ | request.__optional_keys__):
        for value in (object(), {"key": object()}, [object()], "\ud800"):
            refusal(invoke(function.name, core, **{**function.arguments, name: value}), name, within=True)


SAID: list[tuple[Function, dict[str, object], str]] = [
    (LIST, {"limit": "5"}, "limit: expected int or None, got str"),
    (LIST, {"offset": True}, "offset: expected int or None, got bool"),
    (CREATE, {"key": None}, "key: expected str, got NoneType"),
    (CREATE, {"allowed_models": "gpt"}, "allowed_models: expected a list of str or None, got str"),
    (CREATE, {"allowed_models": ["a", 1]}, "allowed_models[1]: expected str, got int"),
    (UPDATE, {"disabled": "false"}, "disabled: expected bool, got str"),
    (UPDATE, {"declared_zdr": 0}, "declared_zdr: expected bool or None, got int"),
    (GET, {"id": 5}, "id: expected str, got int"),
    (CHAT, {"messages": [{"role": "tool", "content": "4"}]}, "messages[0].tool_call_id: missing; expected str"),
    (CHAT, {"temperature": "hot"}, "temperature: expected float or None, got str"),
    (CHAT, {"reasoning": {"effort": 5}}, "reasoning.effort: expected str or None, got int"),
    (RESPONSES, {"store": True}, "store: expected False, got bool"),
    (MESSAGES, {"max_tokens": 1.5}, "max_tokens: expected int, got float"),
    (MODELS, {"min_price": float("nan")}, "min_price: must be a finite number"),
    (FILES, {"limit": None}, "limit: expected int, got NoneType"),
    (KEYS, {"external": {"api_key": "k"}}, "external.user: missing; expected str"),
    (SPEECH, {"input": [{"text": 1}]}, "input[0].text: expected str, got int"),
    (TRANSCRIPTION, {"keyterms": ["a", 1]}, "keyterms[1]: expected str, got int"),
]


@pytest.mark.parametrize(("function", "arguments", "message"), SAID)
def test_messages(invoke: Invoke, function: Function, arguments: dict[str, object], message: str) -> None:
    """A message reads like a type checker's: the parameter, what it must be, what it is."""
    name = re.split(r"[\[.:]", message)[0]
    result = invoke(function.name, invoke.core(unreachable), **{**function.arguments, **arguments})
    assert refusal(result, name, within=True) == message


# --- Core and options --------------------------------------------------------------------------------------------


@of_every_kind
@pytest.mark.parametrize("core", [None, SHOWN, NUMBER, object(), OpenRouterCore, {"api_key": SHOWN}])
def test_a_core_that_is_none_is_refused(invoke: Invoke, function: Function, core: object) -> None:
    """The first argument must be an `OpenRouterCore`; its class is none."""
    message = refusal(invoke(function.name, core, **function.arguments), "core")
    assert message == f"core: expected OpenRouterCore, got {type(core).__name__}"


@of_every_kind
def test_a_closed_core_is_refused(invoke: Invoke, function: Function) -> None:
    """After `close`, after `aclose` and after the `with` block, every call is an `Err`; closing twice does no harm."""
    for _ in range(2):
        core = invoke.core(unreachable)
        for _ in range(2):
            invoke.close(core)
        assert (
            refusal(invoke(function.name, core, **function.arguments), "core")
            == "core: is closed; call inside its with block, or build another"
        )


@of_every_kind
@pytest.mark.parametrize("options", [{"timeout": 1}, SHOWN, NUMBER, RequestOptions, ()], ids=repr)
def test_options_that_are_none_are_refused(invoke: Invoke, function: Function, options: object) -> None:
    """`options` must be `RequestOptions`: a dict of the same names is not taken for one."""
    refusal(invoke(function.name, invoke.core(unreachable), options=options, **function.arguments), "options")

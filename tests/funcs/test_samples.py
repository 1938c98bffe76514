"""Samples of the wire, one for each status of each function: what is sent, what comes back, what it means.

The bodies are the contract's own examples. The last tests hold the four places against each other in which the
statuses of a function stand: contract, samples, the operation's table, and the error union.
"""

from __future__ import annotations

import json
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast, get_args

import attrs
import pytest

from openrouter_core import Err, Ok, Page, RetryConfig, Secret, errors
from openrouter_core.files import Download, Upload
from openrouter_core.types.description import fields_of
from openrouter_funcs._generate.contract import resolved
from tests.contract.document import CONTRACT
from tests.funcs.cases import DOWNLOADS, EVERY, FUNCTIONS, UPLOADS, Function, of_every_family

if TYPE_CHECKING:
    from pytest_httpx import HTTPXMock

    from tests.conftest import Invoke

SAMPLES = Path(__file__).parent / "samples"
COMMON = set(get_args(errors.CommonError))


def statuses(function: Function) -> set[int]:
    """Return the statuses that there are samples of."""
    return {int(path.stem) for path in (SAMPLES / function.name).glob("*.json")}


def sample(function: Function, status: int) -> Any:  # noqa: ANN401 - JSON is anything
    """Return one sample."""
    return json.loads((SAMPLES / function.name / f"{status}.json").read_text(encoding="utf-8"))


def as_json(value: attrs.AttrsInstance) -> object:
    """Return a decoded response as the JSON that it was decoded from, secrets revealed."""
    return json.loads(json.dumps(attrs.asdict(value), default=Secret.reveal))


def missing(value: Any, body: Any, path: str = "") -> list[str]:  # noqa: ANN401 - JSON is anything
    """Return where a decoded response, as JSON, lacks what the body holds."""
    if isinstance(body, dict):
        fields = cast("dict[str, Any]", body)
        return [
            lack
            for name, each in fields.items()
            for lack in missing(value.get(name.removeprefix("_"), ...), each, f"{path}.{name}")
        ]
    if isinstance(body, list):
        parts = cast("list[object]", body)
        here = [] if len(value) == len(parts) else [path]
        return here + [lack for mine, each in zip(value, parts, strict=True) for lack in missing(mine, each, path)]
    return [] if value == body else [path]


@pytest.mark.parametrize(
    ("function", "status"),
    [
        pytest.param(function, status, id=f"{function.name}-{status}")
        for function in EVERY
        for status in statuses(function)
    ],
)
def test_sample(httpx_mock: HTTPXMock, invoke: Invoke, function: Function, status: int) -> None:
    """The request goes out as recorded, and the response becomes the recorded class with the recorded attributes."""
    recorded = sample(function, status)
    answer, expected = recorded["response"], recorded["expected"]
    is_file = isinstance(answer["body"], str)
    content = answer["body"].encode() if is_file else json.dumps(answer["body"]).encode()
    httpx_mock.add_response(status_code=answer["status"], headers=answer["headers"], content=content)
    key = recorded["request"]["headers"].get("Authorization", "").removeprefix("Bearer ") or None
    core = invoke.core(api_key=key, user_agent="test", retry_config=RetryConfig(strategy="none"))

    call = recorded["call"]
    if function in UPLOADS:
        call |= {"file": Upload(call["file"].encode(), "a.txt")}
    result = invoke(function.name, core, **call)

    (sent,) = httpx_mock.get_requests()
    boundary = sent.headers.get("content-type", "").partition("boundary=")[2] or "no boundary"
    headers = {
        name: value.replace(boundary, "BOUNDARY")
        for name, value in sent.headers.items()
        if name not in {"user-agent", "content-length"}
    }
    assert {
        "method": sent.method,
        "url": str(sent.url),
        "headers": headers,
        "body": sent.content.decode().replace(boundary, "BOUNDARY") or None,
    } == recorded["request"] | {"headers": {k.lower(): v for k, v in recorded["request"]["headers"].items()}}
    outcome: Any = result.value if isinstance(result, Ok) else result.error
    assert type(outcome).__name__.removeprefix("Async") == expected["class"]
    assert {name: attrgetter(name)(outcome) for name in expected["attributes"]} == expected["attributes"]
    if isinstance(result, Err):
        assert json.loads(outcome.body) == answer["body"]
        hint = (
            " (the core has no key: pass api_key, or set OPENROUTER_API_KEY before it is built)"
            if status == 401
            else ""
        )
        assert outcome.message == f"{function.name}: {status} {answer['body']['error']['message']}{hint}"
    elif is_file:
        assert invoke.settle(outcome.read()).unwrap() == content
        assert outcome.response.request_id == "req-test-1"
    else:
        value = outcome.result if function.is_list else outcome
        assert missing(as_json(value), answer["body"]) == []
        assert function not in FUNCTIONS or as_json(value) == answer["body"]  # whose examples have every field
        assert result.response is not None
        assert result.response.request_id == "req-test-1"


@of_every_family
def test_samples_are_the_contracts_examples(function: Function) -> None:
    """There is a sample for each status that the contract documents, with the contract's own example body."""
    assert {status: sample(function, status)["response"]["body"] for status in statuses(function)} == function.responses
    assert all(sample(function, status)["response"]["status"] == status for status in statuses(function))


@of_every_family
def test_statuses_agree(function: Function) -> None:
    """The operation's table names the statuses of the contract, and the samples expect the classes of the table."""
    operation = function.operation
    documented = set(function.responses)
    assert {operation.success[0], *operation.errors} == documented
    assert documented >= {function.success, 403, 500}
    assert (401 in documented) == (function.name != "models_list")
    for status, kind in operation.errors.items():
        assert sample(function, status)["expected"]["class"] == kind.__name__
        assert str(status) in str(kind.__doc__)
    assert (409 in documented) == (function.name == "byok_update")
    succeeded = sample(function, function.success)["expected"]["class"]
    promised: Any = Page if function.is_list else Download if function in DOWNLOADS else operation.success[1]
    assert succeeded in {each.__name__ for each in get_args(promised) or (promised,)}


@of_every_family
def test_error_union_is_the_table_and_what_every_function_returns(function: Function) -> None:
    """The union holds the class of each status, the common ones, one for a list and for streams, and nothing else."""
    own: set[type] = set(function.operation.errors.values())
    own |= {errors.PaginationError} if function.is_list else set()
    own |= {errors.StreamError} if function.streams else set()
    assert function.errors == own | COMMON
    assert not own & COMMON


@of_every_family
def test_operation_is_the_contracts(function: Function) -> None:
    """Method, path and parameters are those that the contract documents, and attribution."""
    operation = function.operation
    documented = function.documented
    parameters = {parameter["name"]: parameter.get("required", False) for parameter in documented.get("parameters", [])}
    for place, names in (("query", operation.query), ("header", operation.headers.values())):
        assert set(names) == {each["name"] for each in documented.get("parameters", []) if each["in"] == place}
    parameters = {name.lower().replace("-", "_"): required for name, required in parameters.items()}
    if "requestBody" in documented:
        media = "multipart/form-data" if function in UPLOADS else "application/json"
        schema = resolved(documented["requestBody"]["content"][media]["schema"])
        parameters |= {name.removesuffix("[]"): name in schema.get("required", []) for name in schema["properties"]}
        named = {field.wire for field in fields_of(operation.request).values()}
        assert set(schema["properties"]) - {"stream"} <= named
    assert (operation.streaming is not None) == function.streams == (parameters.pop("stream", None) is not None)
    attribution = {"http_referer", "app_title", "app_categories"}
    request: Any = operation.request
    assert (operation.name, operation.method, operation.path) == (function.name, function.method, function.path)
    assert set(request.__required_keys__ | request.__optional_keys__) == set(parameters) | attribution
    assert set(request.__required_keys__) == {name for name, required in parameters.items() if required}


RESPONSES = {"ListBYOKKeysResponse", "CreateBYOKKeyResponse", "GetBYOKKeyResponse", "UpdateBYOKKeyResponse"}


@pytest.mark.parametrize("name", sorted(RESPONSES | {"BYOKKey", "DeleteBYOKKeyResponse"}))
def test_response_classes_hold_the_contracts_fields(name: str) -> None:
    """Each response class has every field of the contract's schema, and no other."""
    from openrouter_funcs.models import byok

    fields = {field.name for field in attrs.fields(getattr(byok, name))}
    assert fields == set(CONTRACT["components"]["schemas"][name]["properties"])


def test_provider_slugs_are_the_contracts() -> None:
    """An editor is offered the contract's slugs, and any other string is admitted as well."""
    from openrouter_funcs.models.byok import BYOKProviderSlug

    literal, text = get_args(BYOKProviderSlug)
    assert list(get_args(literal)) == CONTRACT["components"]["schemas"]["BYOKProviderSlug"]["enum"]
    assert text is str

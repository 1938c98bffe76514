"""Our functions send what the official clients send for the same arguments, but for listed improvements."""

from __future__ import annotations

import json
from collections import Counter
from operator import attrgetter, methodcaller
from typing import TYPE_CHECKING, Any, cast

import pytest

from openrouter_core import Upload
from tests.contract.calls import both, call, success
from tests.library import httpx
from tests.peers import official_python, official_typescript
from tests.peers.calls import APP, Request, every_call, files
from tests.peers.differences import ABSENT, BOTH, CALLED, ESCAPED, IMPROVEMENTS, LACKS, PYTHON, RAW, TYPESCRIPT, UNSENT
from tests.peers.requests import PATH, Table, seen, table

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from openrouter_funcs._generate.contract import Endpoint

CALLS = every_call()
RECORDED: Table = json.loads(PATH.read_text("utf-8"))
Difference = tuple[str, str, str]  # a place, what the client sends there, and what we send


def _flat(value: object, where: str) -> Iterator[tuple[str, object]]:
    """Yield each value of JSON that holds no others, and where it stands; 100 and 100.0 are one number."""
    if type(value) is int:
        yield where, float(value)
    elif isinstance(value, dict) and value:
        for name, each in cast("dict[str, object]", value).items():
            yield from _flat(each, f"{where}.{name}")
    elif isinstance(value, list) and value:
        for index, each in enumerate(cast("list[object]", value)):
            yield from _flat(each, f"{where}.{index}")
    else:
        yield where, value


def _places(request: dict[str, Any]) -> dict[str, object]:
    """Return each value that a request holds by its place; the values in its path have a place of their own."""
    url: str = request["url"]
    made: dict[str, object] = {"method": request["method"], "url": url.replace(ESCAPED, "{}").replace(RAW, "{}")}
    if values := [each for each in (RAW, ESCAPED) if each in url]:
        (made["url.values"],) = values
    made |= {f"headers.{name}": value for name, value in request["headers"].items()}
    for kind in ("query", "form", "parts"):
        counted = Counter[str]()
        for name, *rest in request.get(kind, ()):
            made[f"{kind}.{name}" + f".{counted[name]}" * (counted[name] > 0)] = rest[0] if len(rest) == 1 else rest
            counted[name] += 1
    json_there = request.get("json", ABSENT)
    made |= {"body": "JSON"} if json_there != ABSENT else {"bytes": request.get("bytes", "")}
    return made | (dict(_flat(json_there, "json")) if json_there not in ({}, ABSENT) else {})


def _sent(each: Endpoint, case: str, arguments: dict[str, Any], *, is_async: bool) -> dict[str, Any]:
    """Return what our function sends."""
    requests: list[dict[str, Any]] = []

    def handler(request: httpx.Request) -> httpx.Response:
        sent = seen(Request(request.method, str(request.url), dict(request.headers), request.read()))
        requests.append(cast("dict[str, Any]", sent))
        if case == "stream":
            return httpx.Response(200, content=b"data: [DONE]\n\n", headers={"Content-Type": "text/event-stream"})
        return success(each)

    def ours(name: str, value: Any) -> object:  # noqa: ANN401 - JSON is anything
        return Upload(value.encode(), "upload") if name in files(each) and value is not None else value

    given = APP | {name: ours(name, value) for name, value in arguments.items()}
    streamed: dict[str, Any] = {"suffix": "_stream", "then": methodcaller("collect")} if case == "stream" else {}
    result = call(each, handler, given, is_async=is_async, **streamed)
    assert result.ok, result
    (request,) = requests
    return request


def _differences(theirs: dict[str, Any], ours: dict[str, Any]) -> set[Difference]:
    their, our = _places(theirs), _places(ours)
    pairs = {where: (repr(their.get(where, ABSENT)), repr(our.get(where, ABSENT))) for where in their | our}
    return {(where, *pair) for where, pair in pairs.items() if pair[0] != pair[1]}


@pytest.mark.parametrize("each", CALLED, ids=attrgetter("function"))
@both
def test_a_request_is_that_of_the_clients(each: Endpoint, *, is_async: bool) -> None:
    """In all that matters, in every recorded call: what differs is listed, and what is listed differs."""
    calls = [
        (recorded, _sent(each, case, recorded["arguments"], is_async=is_async))
        for case, recorded in RECORDED[each.function].items()
    ]
    for client in BOTH:
        pairs = [(recorded[client], ours) for recorded, ours in calls if not isinstance(recorded[client], str)]
        found = set[Difference]().union(*(_differences(*pair) for pair in pairs))
        lacks = LACKS[client].get(each.function, set())
        listed = _improvements(client, each.function, lacks) if pairs else set[Difference]()
        assert listed <= found, client
        assert {_lacking(lacks, *one) for one in found - listed} == lacks, client


def _improvements(client: str, function: str, lacks: set[str]) -> set[Difference]:
    """Return what is to differ, but for defaults of fields that the client lacks."""
    functions = [each.get(function, {}) for clients, each in IMPROVEMENTS.values() if client in clients]
    rows = [(where, *pair) for each in functions for where, pair in each.items()]
    return {(where, repr(their), repr(our)) for where, their, our in rows if where not in lacks}


def _lacking(lacks: set[str], where: str, their: str, our: str) -> object:
    """Return the place that the client lacks, if that is why something differs."""
    above = [each for each in lacks if their == repr(ABSENT) and f"{where}.".startswith(f"{each}.")]
    return above[0] if above else (where, their, our)


def test_what_a_client_does_not_send() -> None:
    """Only what is listed; every other call was recorded."""
    for client in BOTH:
        sent = [(name, each[client]) for name, cases in RECORDED.items() for each in cases.values()]
        assert {(name, why) for name, why in sent if isinstance(why, str)} == UNSENT[client]


# On Python 3.12 and 3.13 a dependency of the client looks at names of `ast` that are going away.
@pytest.mark.filterwarnings(r"ignore:ast\.(Num|Str|Bytes|NameConstant) is deprecated:DeprecationWarning")
def test_the_table_is_what_the_python_client_sends_today() -> None:
    """`python -m tests.peers.requests` writes the file as it is."""
    pytest.importorskip("openrouter", reason="not installed: pip install 'openrouter-funcs[test]'")
    assert table(CALLS, {PYTHON: official_python.sent(CALLS)}) == _recorded(PYTHON)


def test_the_table_is_what_the_typescript_client_sends_today(typescript: Path) -> None:
    """As does the Python client."""
    assert table(CALLS, {TYPESCRIPT: official_typescript.sent(CALLS, typescript)}) == _recorded(TYPESCRIPT)


def _recorded(client: str) -> Table:
    return {
        name: {case: {"arguments": each["arguments"], client: each[client]} for case, each in cases.items()}
        for name, cases in RECORDED.items()
    }

"""Our functions send what the official Python client sends for the same arguments, but for listed improvements."""

from __future__ import annotations

import json
from collections import Counter
from operator import attrgetter, methodcaller
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import quote

import pytest

from openrouter_core import Upload
from openrouter_funcs._generate.contract import resolved, schemas
from tests.contract.calls import EVERY, both, call, success
from tests.library import httpx
from tests.peers.requests import APP, PATH, SEGMENT, files, seen, table, text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from openrouter_funcs._generate.contract import Endpoint, Parameter

Differences = dict[str, tuple[object, object]]  # by place: what the client sends, and what we send

RECORDED: dict[str, Any] = json.loads(PATH.read_text("utf-8"))
CALLED = [each for each in EVERY if "calls" in RECORDED[each.function]]
ABSENT = "(absent)"
RAW, ESCAPED = quote(SEGMENT, safe=":/"), quote(SEGMENT, safe="")
LACKS = {
    "chat_send": ["route"],
    "messages_create": "the client has no messages.create",
    "oauth_create_auth_code": ["spawn_agent", "spawn_cloud"],
    "presets_create_presets_chat_completions": ["route"],
    "presets_create_presets_messages": ["route"],
    "presets_create_presets_responses": ["route", "store"],
    "responses_send": ["route", "store"],
}
"""What the client cannot send: arguments, or all of a function."""


def _path_values(each: Endpoint) -> Differences:
    free = [one for one in each.parameters if one.place == "path" and "enum" not in resolved(one.schema)]
    return {"url.values": (RAW, ESCAPED)} if free else {}


def _defaults(each: Endpoint) -> Differences:
    body: Mapping[str, Any] = schemas()[each.body]["properties"] if each.body else {}
    found = {f"{one.place}.{one.wire}": _default(one) for one in each.parameters if "default" in resolved(one.schema)}
    found |= {"body.stream": False} if "default" in body.get("stream", {}) else {}
    return {where.replace("body.", "json."): (value, ABSENT) for where, value in found.items()}


def _default(one: Parameter) -> object:
    value: object = resolved(one.schema)["default"]
    return value if one.place == "body" or isinstance(value, str) else json.dumps(value)


ITEM, MODEL = [None, None, "text"], "openai/whisper-large-v3"
IMPROVEMENTS: dict[str, dict[str, Differences]] = {
    "a value in a path is one segment, as in the TypeScript client: a slash in it names no other path": {
        each.function: _path_values(each) for each in EVERY
    },
    "what is not given is not sent: the server has the same defaults, and may change them": {
        each.function: _defaults(each) for each in EVERY
    },
    "a file is taken in whatever type it comes": {
        "containers_download_container_file_content": {"headers.accept": ("application/octet-stream", "*/*")},
        "files_download": {"headers.accept": ("application/octet-stream", "*/*")},
        "tts_create_speech": {"headers.accept": ("audio/*", "*/*")},
        "video_generation_get_video_content": {"headers.accept": ("video/mp4", "*/*")},
    },
    "an endpoint that does not stream is not told of streams": {
        name: {"headers.accept": ("application/json;q=1, text/event-stream;q=0", "application/json")}
        for name in ("embeddings_generate", "rerank_rerank")
    },
    "a list in a multipart form is `x[]`; the contract says so, and the client writes the brackets twice": {
        "stt_create_transcription_multipart": {
            "parts.keyterms[]": (ABSENT, ITEM),
            "parts.keyterms[][]": (ITEM, ABSENT),
            "parts.timestamp_granularities[]": (ABSENT, [None, None, "word"]),
            "parts.timestamp_granularities[][]": ([None, None, "word"], ABSENT),
        }
    },
    "a multipart operation is sent as multipart without a file, too; the contract has no other encoding": {
        "stt_create_transcription_multipart": {
            "headers.content-type": ("application/x-www-form-urlencoded", "multipart/form-data"),
            "form.model": (MODEL, ABSENT),
            "parts.model": (ABSENT, [None, None, MODEL]),
        }
    },
    "every field that is given is sent; the client's classes for these items lack some": {
        "presets_create_presets_messages": {
            "json.fallbacks.0.model": (ABSENT, "text"),
            "json.safeguards.0.classifier_context": (ABSENT, {}),
            "json.safeguards.0.type": (ABSENT, "text"),
        }
    },
}
"""What differs on purpose, by the reason."""


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
        request.read()
        requests.append(seen(request))
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


@pytest.mark.parametrize("each", CALLED, ids=attrgetter("function"))
@both
def test_a_request_is_that_of_the_client(each: Endpoint, *, is_async: bool) -> None:
    """In all that matters, in every recorded call: what differs is listed, and what is listed differs."""
    found: set[tuple[str, str, str]] = set()
    for case, recorded in RECORDED[each.function]["calls"].items():
        theirs = _places(recorded["request"])
        mine = _places(_sent(each, case, recorded["arguments"], is_async=is_async))
        pairs = [(where, repr(theirs.get(where, ABSENT)), repr(mine.get(where, ABSENT))) for where in theirs | mine]
        found |= {(where, their, our) for where, their, our in pairs if their != our}
    listed = [functions.get(each.function, {}) for functions in IMPROVEMENTS.values()]
    assert found == {(where, repr(their), repr(our)) for one in listed for where, (their, our) in one.items()}


def test_what_the_client_cannot_send() -> None:
    """Only what is listed; every call was recorded but these."""
    found = {name: each.get("why") or each.get("lacks") for name, each in RECORDED.items()}
    assert {name: missing for name, missing in found.items() if missing} == LACKS


# On Python 3.12 and 3.13 a dependency of the client looks at names of `ast` that are going away.
@pytest.mark.filterwarnings(r"ignore:ast\.(Num|Str|Bytes|NameConstant) is deprecated:DeprecationWarning")
def test_the_table_is_what_the_client_sends_today() -> None:
    """`python -m tests.peers.requests` writes the file as it is."""
    pytest.importorskip("openrouter", reason="not installed: pip install 'openrouter-funcs[test]'")
    assert text(table()) == PATH.read_text("utf-8")

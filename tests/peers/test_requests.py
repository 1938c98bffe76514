"""Our functions send what the official clients send for the same arguments, but for listed improvements."""

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
from tests.peers import official_python, official_typescript
from tests.peers.calls import APP, NO_FUNCTION, SEGMENT, Request, every_call, files
from tests.peers.requests import PATH, Table, seen, table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from openrouter_funcs._generate.contract import Endpoint, Parameter

Differences = dict[str, tuple[object, object]]  # by place: what the client sends, and what we send
Difference = tuple[str, str, str]  # the same, as it is compared

CALLS = every_call()
RECORDED: Table = json.loads(PATH.read_text("utf-8"))
PYTHON, TYPESCRIPT = BOTH = ("python", "typescript")
ABSENT = "(absent)"
RAW, ESCAPED = quote(SEGMENT, safe=":/"), quote(SEGMENT, safe="")

UNSENT = {
    PYTHON: {("messages_create", NO_FUNCTION)},
    TYPESCRIPT: {(each.function, NO_FUNCTION) for each in EVERY if not each.typescript}
    # Without a file, though the audio may be at a URL.
    | {("stt_create_transcription_multipart", "SDKValidationError")},
}
"""The functions of which a client does not send every call, and why."""

CALLED = [each for each in EVERY if (each.function, NO_FUNCTION) not in UNSENT[PYTHON] & UNSENT[TYPESCRIPT]]

OPTIONS, ROUTE, DEFERRED = "json.provider.options", "json.route", "json.deferred_tools"
PROVIDERS = {f"{OPTIONS}.{name}" for name in ("elevenlabs", "pareto-alpha", "recursive", "respan", "scaledown")}
PREFERENCES = {"json.provider.data_collection", "json.provider.zdr"}
RETENTION = {"json.allow_safety_retention_google", "json.allow_safety_retention_other"}
RESPONSES = {"json.stop", "json.tools.0.allowed_callers", "json.tools.0.output_schema"}
CHAT = {"json.tools.0.defer_loading", "json.tools.0.function.defer_loading"}
LACKS: dict[str, dict[str, set[str]]] = {
    PYTHON: {
        "chat_send": {ROUTE},
        "oauth_create_auth_code": {"json.spawn_agent", "json.spawn_cloud"},
        "presets_create_presets_chat_completions": {ROUTE},
        "presets_create_presets_messages": {ROUTE, "json.fallbacks.0.model", "json.safeguards.0"},
        "presets_create_presets_responses": {ROUTE},
        "responses_send": {ROUTE},
    },
    TYPESCRIPT: {
        "alpha_decisions_create": {OPTIONS},
        "api_keys_list": {"query.include_expired"},
        "api_keys_update": {"json.workspace_id"},
        "byok_create": {"json.declared_region"},
        "byok_update": {"json.declared_region"},
        "chat_send": {ROUTE, DEFERRED, OPTIONS} | CHAT,
        "embeddings_generate": {OPTIONS},
        "guardrails_create": RETENTION,
        "guardrails_update": RETENTION,
        "images_generate": PROVIDERS,
        "models_list_for_user": {"query.sort"},
        "oauth_create_auth_code": {"json.spawn_agent", "json.spawn_cloud"},
        "observability_create": {"json.broadcast_generation_cost_allocation"},
        "observability_update": {"json.broadcast_generation_cost_allocation"},
        "presets_create_presets_chat_completions": {ROUTE, DEFERRED, OPTIONS} | CHAT,
        "presets_create_presets_messages": {ROUTE, DEFERRED, OPTIONS, "json.tools.0.strict"},
        "presets_create_presets_responses": {ROUTE, DEFERRED, OPTIONS} | RESPONSES,
        "rerank_rerank": {OPTIONS},
        "responses_send": {ROUTE, DEFERRED, OPTIONS} | RESPONSES,
        "scim_list_groups": {"query.display_name", "query.external_id"},
        "stt_create_transcription": {"json.diarize", "json.keyterms"} | PREFERENCES | PROVIDERS,
        "stt_create_transcription_multipart": {
            f"parts.{name}" for name in ("diarize", "keyterms[]", "provider", "source_url")
        },
        "system_one_create": {OPTIONS},
        "tts_create_speech": {"json.input_references", "json.instructions"} | PREFERENCES | PROVIDERS,
        "video_generation_generate": PROVIDERS,
    },
}
"""What a client has no field for, and we send: each place is absent there, with all that stands below it."""


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


def _times(time: str, where: str) -> Differences:
    return {where: (f"{time}.000Z", f"{time}Z")}


ITEM, MODEL = [None, None, "text"], "openai/whisper-large-v3"
IMPROVEMENTS: dict[str, tuple[tuple[str, ...], Mapping[str, Differences]]] = {
    "a value in a path is one segment, as in the TypeScript client: a slash in it names no other path": (
        (PYTHON,),
        {each.function: _path_values(each) for each in EVERY},
    ),
    "what is not given is not sent: the server has the same defaults, and may change them": (
        BOTH,
        {each.function: _defaults(each) for each in EVERY},
    ),
    "a file is taken in whatever type it comes": (
        BOTH,
        {
            "containers_download_container_file_content": {"headers.accept": ("application/octet-stream", "*/*")},
            "files_download": {"headers.accept": ("application/octet-stream", "*/*")},
            "tts_create_speech": {"headers.accept": ("audio/*", "*/*")},
            "video_generation_get_video_content": {"headers.accept": ("video/mp4", "*/*")},
        },
    ),
    "an endpoint that does not stream is not told of streams": (
        BOTH,
        {
            name: {"headers.accept": ("application/json;q=1, text/event-stream;q=0", "application/json")}
            for name in ("embeddings_generate", "rerank_rerank")
        },
    ),
    "a list in a multipart form is `x[]`; the contract says so, and the client writes the brackets twice": (
        (PYTHON,),
        {
            "stt_create_transcription_multipart": {
                "parts.keyterms[]": (ABSENT, ITEM),
                "parts.keyterms[][]": (ITEM, ABSENT),
                "parts.timestamp_granularities[]": (ABSENT, [None, None, "word"]),
                "parts.timestamp_granularities[][]": ([None, None, "word"], ABSENT),
            }
        },
    ),
    "a multipart operation is sent as multipart without a file, too; the contract has no other encoding": (
        (PYTHON,),
        {
            "stt_create_transcription_multipart": {
                "headers.content-type": ("application/x-www-form-urlencoded", "multipart/form-data"),
                "form.model": (MODEL, ABSENT),
                "parts.model": (ABSENT, [None, None, MODEL]),
            }
        },
    ),
    "there is no cookie, so there is no header for one": (
        (TYPESCRIPT,),
        {each.function: {"headers.cookie": ("", ABSENT)} for each in EVERY},
    ),
    "a time is sent as it is given; the client adds milliseconds": (
        (TYPESCRIPT,),
        {
            "analytics_query_analytics": _times("2025-01-01T00:00:00", "json.time_range.start")
            | _times("2025-01-08T00:00:00", "json.time_range.end"),
            "api_keys_create": _times("2027-12-31T23:59:59", "json.expires_at"),
            "oauth_create_auth_code": _times("2027-12-31T23:59:59", "json.expires_at"),
        },
    ),
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

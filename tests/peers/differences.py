"""What the official clients send in another way than we do, or do not send at all. Nothing is compared here."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from openrouter_funcs._generate.contract import endpoints, resolved, schemas
from tests.peers.calls import NO_FUNCTION, SEGMENT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from openrouter_funcs._generate.contract import Endpoint, Parameter

EVERY = endpoints()
Differences = dict[str, tuple[object, object]]  # by place: what the client sends, and what we send

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

"""What the state machine draws from: faults of the server, arguments and options of a call, and configurations.

Right and wrong ones alike; the wrong ones are the kind that a caller who checks no types may give. Values only: what is
done with them, and what must hold, stands in `machine`.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any, Literal, TypeVar
from uuid import UUID

from hypothesis import strategies as st

from openrouter_core import BackoffStrategy, Hooks, RequestOptions, Response, RetryConfig, Secret
from openrouter_core.errors import RequestAbortedError
from openrouter_core.http.wire import Request
from tests.faults.recorder import Fault

if TYPE_CHECKING:
    from collections.abc import Callable

    from hypothesis.strategies import SearchStrategy

    from openrouter_core.hooks import HookContext

__all__ = [
    "ARGUMENTS",
    "CONFIGURATIONS",
    "CREATING",
    "FAULTS",
    "FUNCTIONS",
    "GOOD",
    "IDS",
    "NEEDED",
    "OPTIONS",
    "SECRETS",
    "STREAMING",
    "WITH_ID",
]

T = TypeVar("T")

KEY = "sk-or-test-123456"
PROVIDER_KEY = "sk-test-provider-123456"
QUERY_TOKEN = "sk-or-test-query-123456"
HEADER_TOKEN = "sk-or-test-header-123456"
SECRETS = (KEY, PROVIDER_KEY, QUERY_TOKEN, HEADER_TOKEN)


def mostly(right: SearchStrategy[T], wrong: SearchStrategy[T]) -> SearchStrategy[T]:
    """Return a strategy that is seldom wrong: two wrong things hide each other."""
    return st.integers(0, 7).flatmap(lambda lot: right if lot < 7 else wrong)


def one_of_these(choices: dict[str, SearchStrategy[Any]]) -> SearchStrategy[dict[str, Any]]:
    """Return a strategy of a dictionary with one of the keys."""
    return st.one_of([st.fixed_dictionaries({name: values}) for name, values in choices.items()])


# --- Faults ------------------------------------------------------------------------------------------------------

TIMEOUT = 0.05
DEADLINE = 0.15


def _raw(status: str, *headers: str, body: bytes = b"{}") -> Fault:
    """Return an answer of these lines that ends with the connection; the change was made unless it is a refusal."""
    head = "\r\n".join([f"HTTP/1.1 {status}", "Content-Type: application/json", "Connection: close", *headers, "", ""])
    apply: Literal["never", "before"] = "never" if status[0] in "34" else "before"
    return Fault(f"{status} {headers}", raw=head.encode("latin-1") + body, close=True, apply=apply)


BODIES = (b"", b'{"data": {', b'{"data": null}', b"\xff", b"1e999", b'{"data": [], "total_count": 9}')
FAULTS = st.sampled_from(
    [
        Fault("none"),
        *(Fault(f"applied, then {status}", status=status) for status in (408, 500, 503, 524, 700)),
        *(Fault(f"not applied, {status}", status=status, apply="never") for status in (400, 401, 404, 409, 429, 503)),
        *(Fault(f"applied, then closed at {part}", sent=part) for part in (0, 0.1, 0.9)),
        Fault("not applied, closed", sent=0, apply="never"),
        Fault("applied and answered, then closed", close=True),
        *(Fault("applied, then another body", body=body) for body in BODIES),
        Fault("applied after the timeout", delay=1.5 * TIMEOUT, apply="after"),
        Fault("applied, then answered after the deadline", delay=1.5 * DEADLINE),
        Fault("the request as the message", status=400, echo=True, apply="never"),
        _raw("307 Temporary Redirect", "Location: http://127.0.0.1:9/"),
        _raw("200 OK", "Set-Cookie: a=b", f"X-Request-ID: {KEY}"),
        _raw("429 X", "Retry-After: 0.001"),
        _raw("503 X", "Retry-After: 99999"),
        _raw("201 X", "Content-Encoding: gzip", body=b"\x1f\x8bbroken"),
        _raw("200 OK", "Content-Encoding: br"),
        _raw("200 OK", "Content-Type: text/html; charset=rot13"),
        _raw("200 OK", "Content-Length: 2", "Content-Length: 3"),
        _raw("200 OK", "Transfer-Encoding: chunked", body=b"zz\r\n"),
        _raw("101 Switching Protocols", "Upgrade: x"),
        _raw("204 No Content"),
        _raw("999 X", "Bad Header: x"),
        _raw("100 Continue\r\n\r\nHTTP/1.1 500 X"),
        Fault("no HTTP", raw=b"SSH-2.0-OpenSSH_9.6\r\n", close=True),
        Fault("two answers", raw=b"HTTP/1.1 404 X\r\nContent-Length: 2\r\n\r\n{}" * 2, apply="never"),
    ]
)

# --- Arguments ---------------------------------------------------------------------------------------------------

FUNCTIONS = (
    *("byok_list", "byok_create", "byok_get", "byok_update", "byok_delete"),
    *("chat_send", "responses_send", "messages_create", "embeddings_generate", "models_list", "files_list"),
    *("api_keys_create", "files_upload", "files_download", "tts_create_speech", "stt_create_transcription_multipart"),
)
STREAMING = ("chat_send", "responses_send", "messages_create")
CREATING = ("byok_create", "api_keys_create", "files_upload")
WITH_ID = {"byok_get": "id", "byok_update": "id", "byok_delete": "id", "files_download": "file_id"}
ODD = st.sampled_from(
    [None, True, 5, 2**70, float("nan"), "", "\x00", "\ud800", [], ["a", 1], {"a": 1}, b"x", object()]
)
IDS = mostly(
    st.integers(1, 5).map(lambda number: str(UUID(int=number))),  # as the server numbers credentials
    st.sampled_from(["..", "", "a/b?c#d", "%2e%2e", "é", "a\nb", "\ud800", "x" * 9999]) | ODD,
)
GOOD: dict[str, Any] = {
    "byok_list": {"limit": 2, "offset": 1, "provider": "openai", "workspace_id": "w"},
    "byok_create": {"key": Secret(PROVIDER_KEY), "provider": "azure", "disabled": True, "allowed_models": ["a"]},
    "byok_get": {"app_title": "Test"},
    "byok_update": {"key": PROVIDER_KEY, "is_fallback": False, "declared_zdr": None},
    "byok_delete": {"http_referer": "https://example.test"},
    "chat_send": {
        "tools": [{"type": "function", "function": {"name": "weather", "parameters": {"type": "object"}}}],
        "provider": {"order": ["a"], "newer": [1]},
        "temperature": 0.5,
        "x_openrouter_metadata": "enabled",
    },
    "responses_send": {"input": [{"role": "user", "content": "Hello"}], "reasoning": {"effort": "low"}, "user": "u"},
    "messages_create": {"max_tokens": 5, "system": "s", "thinking": {"type": "enabled", "budget_tokens": 1024}},
    "embeddings_generate": {"dimensions": 3, "encoding_format": "float", "input_type": "x"},
    "models_list": {"q": "gpt", "min_price": 0.5, "limit": 2, "zdr": True},
    "files_list": {"limit": 2, "order": "asc", "cursor": "c"},
    "api_keys_create": {"limit": 5.5, "limit_reset": None, "external": {"api_key": PROVIDER_KEY, "user": "u"}},
    "files_upload": {"provider": "openai", "workspace_id": "w"},
    "files_download": {"provider": "anthropic", "workspace_id": "w"},
    "tts_create_speech": {"voice": "alloy", "speed": 1.5, "instructions": "i"},
    "stt_create_transcription_multipart": {"keyterms": ["a", "b"], "temperature": 0.5, "diarize": True},
}
NEEDED: dict[str, dict[str, Any]] = {
    "byok_create": {"key": PROVIDER_KEY, "provider": "openai"},
    "chat_send": {"messages": [{"role": "user", "content": "Hello"}]},
    "messages_create": {"model": "m", "messages": [{"role": "user", "content": "Hello"}]},
    "embeddings_generate": {"model": "m", "input": "Hello"},
    "tts_create_speech": {"model": "m", "input": "Hello"},
    "stt_create_transcription_multipart": {"model": "m", "file": b"some bytes"},
}
"""What a function does not do without, beside ids and the names of what is created."""
ARGUMENTS = {
    name: mostly(
        st.fixed_dictionaries({}, optional={each: st.just(value) for each, value in GOOD[name].items()}),
        one_of_these(dict.fromkeys([*GOOD[name], "nmae", "app_title"], ODD)),
    )
    for name in FUNCTIONS
}
"""Arguments of each function beside those that it needs: all right, or one of them wrong."""

# --- Options -----------------------------------------------------------------------------------------------------


class AbortsLater:
    """A switch that is set once it has been looked at so often."""

    def __init__(self, looks: int) -> None:
        self._looks = looks

    def is_set(self) -> bool:
        """Return whether it is."""
        self._looks -= 1
        return self._looks < 0


class AbortsBadly:
    """A switch that breaks when it is looked at again."""

    def __init__(self) -> None:
        self._looks = 0

    def is_set(self) -> bool:
        """Return that it is not, or raise."""
        self._looks += 1
        if self._looks > 1:
            raise OSError(KEY)
        return False


def _set() -> threading.Event:
    event = threading.Event()
    event.set()
    return event


AT_ONCE = RetryConfig(backoff=BackoffStrategy(initial_interval=0.001, max_interval=0.002))
ABORTS = (
    st.builds(AbortsLater, st.integers(1, 6)) | st.builds(AbortsBadly) | st.builds(_set) | st.builds(threading.Event)
)
OPTIONS = st.none() | mostly(
    st.fixed_dictionaries(
        {},
        optional={
            "timeout": st.sampled_from([TIMEOUT, 1e-9]),
            "deadline": st.sampled_from([DEADLINE, 1e-9]),
            "retries": st.just(RetryConfig(strategy="none")),
            "retry_codes": st.sampled_from([(), ("4XX", "5XX"), {"2XX"}]),
            "headers": st.sampled_from([{}, {"X-Token": HEADER_TOKEN}, {"Connection": "close"}]),
            "abort": ABORTS,
        },
    ),
    one_of_these(
        {
            "timeout": st.sampled_from([-1, 0, float("nan"), 10**400, "1"]),
            "deadline": st.sampled_from([0, float("inf"), True]),
            "retries": st.sampled_from([RetryConfig(max_attempts=0), "none"]),
            "retry_codes": st.sampled_from(["5XX", [429]]),
            "server_url": st.sampled_from(["http://127.0.0.1:9", "ftp://x", "http://[::1", ""]),
            "headers": st.sampled_from([{"a b": "c"}, {"a": "b\r\nc"}, {"a": 1}, []]),
            "abort": st.just("abort"),
        }
    ),
).map(lambda given: RequestOptions(**given))

# --- Configurations ----------------------------------------------------------------------------------------------


def _fail(*_: object) -> None:
    raise LookupError(KEY, PROVIDER_KEY)


async def _wait(*_: object) -> None: ...


def _returns(value: object) -> Callable[..., Any]:
    return lambda *_: value


def _misshapen(_: HookContext, request: Request) -> Request:
    return Request(request.method, request.url, {"Authorization": 5, "X-Key": None})  # type: ignore[arg-type]


def _unreadable(*_: object) -> Response:
    return Response(200, {"Content-Type": 5}, b"{}", 5)  # type: ignore[arg-type]


HOOKS = st.sampled_from(
    [
        *(Hooks(before_request=hook) for hook in (_fail, _wait, _misshapen, _returns(5))),
        *(Hooks(after_success=hook) for hook in (_fail, _wait, _unreadable, _returns("x"))),
        *(Hooks(after_error=hook) for hook in (_fail, _unreadable, _returns(RequestAbortedError("mine")))),
    ]
)


async def _key_later() -> str:
    return KEY


CONFIGURATIONS = mostly(
    st.fixed_dictionaries({}, optional={"api_key": st.sampled_from([KEY, Secret(KEY), _returns(KEY)])}),
    one_of_these(
        {
            "api_key": st.sampled_from([_key_later, _fail, _returns(5), 5, "a\nb"]),
            "hooks": HOOKS,
            "retry_config": st.sampled_from([RetryConfig(strategy="none"), 5]),
            "max_response_bytes": st.sampled_from([10, 0]),
            "app_title": st.just("a\nb"),
        }
    ),
).map(lambda given: {"api_key": KEY, "timeout": TIMEOUT, "deadline": DEADLINE, "retry_config": AT_ONCE, **given})
"""Arguments of a core, but for the server: all right, or one of them wrong."""

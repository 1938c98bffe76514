"""Faults by function and model, limits by the minute, errors by name, and chance: over every kind of operation."""

from __future__ import annotations

import json
import time
from operator import attrgetter
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from openrouter_core.testing import LocalOpenRouter
from openrouter_core.testing.faults import ERRORS, Asked, Faults
from openrouter_funcs._generate.contract import Endpoint, endpoints
from tests.testing.conformance import assert_conforms, events
from tests.testing.test_every_operation import send

if TYPE_CHECKING:
    from openrouter_core.testing.faults import ArmedFault

MESSAGES = [{"role": "user", "content": "one two three four"}]
PLAIN = ("chat_send", "/chat/completions", {"messages": MESSAGES})
ANTHROPIC = ("messages_create", "/messages", {"messages": MESSAGES, "max_tokens": 9})
RESPONSES = ("responses_send", "/responses", {"input": "one two three four"})
PICTURES = ("images_generate", "/images", {"model": "google/gemini-2.5-flash-image", "prompt": "x"})


@pytest.mark.parametrize("each", endpoints(), ids=attrgetter("function"))
def test_a_fault_reaches_every_function_by_its_name(
    client: httpx.Client, server: LocalOpenRouter, each: Endpoint
) -> None:
    """And no other one; a second encoding is the same function."""
    name = each.function.removesuffix("_multipart")
    other = server.fail(function="byok_get" if name != "byok_get" else "byok_list", status=500)
    armed = server.fail(function=name, status=418)
    assert send(client, each).status_code == 418
    assert (armed.hits, other.hits) == (1, 0)


@pytest.mark.parametrize(
    ("settings", "struck"),
    [
        ({"function": "chat_*"}, [True, True, False]),
        ({"model": "openai/*"}, [True, False, False]),
        ({"model": "openai/gpt-4o", "function": "chat_send"}, [True, False, False]),
        ({"function": "*"}, [True, True, True]),
        ({"model": ""}, [False, False, True]),
    ],
)
def test_a_fault_is_meant_for(
    client: httpx.Client, server: LocalOpenRouter, settings: dict[str, Any], struck: list[bool]
) -> None:
    """Functions and models, as shell patterns; a request that names no model has an empty one."""
    server.fail(**settings, status=503, times=None)
    asked = [{"model": "openai/gpt-4o"}, {"model": "qwen/qwen3"}]
    answers = [client.post("/chat/completions", json={"messages": MESSAGES, **each}) for each in asked]
    answers.append(client.get("/byok"))
    assert [each.status_code == 503 for each in answers] == struck


@pytest.mark.parametrize("error", ERRORS)
@pytest.mark.parametrize("operation", [PLAIN, ANTHROPIC, RESPONSES, PICTURES], ids=lambda each: each[0])
def test_an_error_by_its_name(
    client: httpx.Client, server: LocalOpenRouter, error: str, operation: tuple[str, str, dict[str, Any]]
) -> None:
    """As an answer in the shape of the operation's errors, and as the last event of a stream."""
    function, path, body = operation
    status, message, _ = ERRORS[error]
    server.fail(function=function, error=error)
    answer = client.post(path, json={"model": "openai/gpt-4o", **body})
    assert (answer.status_code, answer.json()["error"]["message"]) == (status, message)
    if function == "messages_create":
        assert_conforms("AnthropicMessagesErrorResponse", answer.json())
    server.fail(function=function, error=error, at_event=2)
    stream = client.post(path, json={"model": "openai/gpt-4o", "stream": True, **body})
    *before, (name, last) = events(stream.text)
    assert_conforms(f"/paths/{path.replace('/', '~1')}/post/x-stream/event", last)
    told = last.get("response", last)["error"]["message"]
    assert (stream.status_code, len(before), name, told) == (200, 2, last.get("type"), message)


def test_a_limit_by_the_minute(client: httpx.Client, server: LocalOpenRouter, monkeypatch: pytest.MonkeyPatch) -> None:
    """So many pass; the others get a 429 that says when to come again, and then they pass."""
    now = time.monotonic()
    monkeypatch.setattr("openrouter_core.testing.faults.time.monotonic", lambda: now)
    armed: ArmedFault = server.fail(function="byok_list", per_minute=2, times=None)
    assert [client.get("/byok").status_code for _ in range(2)] == [200, 200]
    now += 20
    refused = client.get("/byok")
    assert (refused.status_code, refused.headers["retry-after"]) == (429, "40")
    shown = {name: value for name, value in refused.headers.items() if name.startswith("x-ratelimit-")}
    reset = int(shown.pop("x-ratelimit-reset"))
    assert shown == {"x-ratelimit-limit": "2", "x-ratelimit-remaining": "0"}
    assert abs(reset / 1000 - time.time() - 40) < 20
    now += 40.1
    assert client.get("/byok").status_code == 200
    assert (armed.passed, armed.hits) == (3, 1)


def test_a_limit_of_nothing(client: httpx.Client, server: LocalOpenRouter) -> None:
    """And one with an answer of its own."""
    server.fail(per_minute=0)
    assert client.get("/byok").headers["retry-after"] == "60"
    server.fail(per_minute=0, status=503, headers={"Retry-After": "7"})
    answer = client.get("/byok")
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "7")


def outcomes(chaos: float, seed: int, count: int = 60) -> list[object]:
    """Return what becomes of requests, one after another, to a server of its own."""
    seen: list[object] = []
    with LocalOpenRouter(chaos=chaos, chaos_seed=seed) as server:
        headers = {"authorization": f"Bearer {server.management_key}"}
        with httpx.Client(base_url=server.url, headers=headers, trust_env=False) as client:
            for number in range(count):
                body = {"messages": MESSAGES, "stream": number % 2 == 0}
                try:
                    answer = client.post("/chat/completions", json=body)
                    seen.append((answer.status_code, answer.text.count("data:"), "[DONE]" in answer.text))
                except httpx.HTTPError as error:
                    seen.append(type(error))
    return seen


def test_chance_strikes_the_same_way_from_the_same_seed() -> None:
    """Answers and streams, errors and broken connections; another seed, other strikes."""
    first, again, other = outcomes(0.5, 1), outcomes(0.5, 1), outcomes(0.5, 2)
    assert first == again != other
    assert {type(each) for each in first} == {tuple, type}
    calm = outcomes(0, 1)
    assert len({str(each) for each in calm}) == 2  # whole answers and whole streams
    struck = sum(a != b for a, b in zip(first, calm, strict=True))
    assert 15 <= struck <= 45


def test_a_reset_begins_chance_anew() -> None:
    """So that each test of a run is struck the same way, in whatever order they run."""
    faults = Faults(chaos=0.5, seed=3)
    asked = Asked("GET", "/api/v1/byok")
    seen = [faults.strike(asked, upload=False) for _ in range(20)]
    faults.clear()
    assert [faults.strike(asked, upload=False) for _ in range(20)] == seen


@pytest.mark.parametrize("chaos", [-0.1, 1.1, float("nan")])
def test_a_chance_is_from_0_to_1(chaos: float) -> None:
    """Nothing else can be meant."""
    with pytest.raises(ValueError, match="chaos: must be a number from 0 to 1"):
        LocalOpenRouter(chaos=chaos)


def test_a_stream_of_files_is_struck_too(client: httpx.Client, server: LocalOpenRouter) -> None:
    """Downloads by their function, at a byte."""
    file_id = server.add_file("a.bin", bytes(1000))
    server.fail(function="files_download", at_byte=500, close="body")
    with pytest.raises(httpx.RemoteProtocolError):
        client.get(f"/files/{file_id}/content")
    server.fail(function="files_upload", at_upload_byte=10, status=413)
    assert client.post("/files", files={"file": ("a", bytes(1000))}).status_code == 413
    assert json.loads(client.get("/files").text)["has_more"] is False

"""The scripted model behind chat, responses and messages: what it says, in the words and events of each."""

from __future__ import annotations

import inspect
import time
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from openrouter_core.testing import Reply, ScriptedModel

from .conformance import assert_conforms, events

if TYPE_CHECKING:
    import httpx

    from openrouter_core.testing import LocalOpenRouter

USER = [{"role": "system", "content": "Be brief."}, {"role": "user", "content": "Hello there"}]
CHAT: dict[str, Any] = {"model": "openai/gpt-5", "messages": USER}
RESPONSES: dict[str, Any] = {"model": "openai/gpt-5", "input": "Hello there", "instructions": "Be brief."}
MESSAGES: dict[str, Any] = {"model": "m/x", "max_tokens": 9, "system": "Be brief.", "messages": USER[1:]}
ENDPOINTS = {"/chat/completions": CHAT, "/responses": RESPONSES, "/messages": MESSAGES}
RESULTS = {"/chat/completions": "ChatResult", "/responses": "OpenResponsesResult", "/messages": "MessagesResult"}
EVENTS = {"/chat/completions": "ChatStreamChunk", "/responses": "StreamEvents", "/messages": "MessagesStreamEvents"}

REPLIES: dict[str, dict[str, Any]] = {
    "echo": {},
    "text": {"text": "Hello"},
    "empty": {"text": ""},
    "pieces": {"text": "Hello", "chunks": 3},
    "more pieces than characters": {"text": "Hi", "chunks": 9},
    "reasoning": {"text": "4", "reasoning": "2 and 2"},
    "tools": {"tool_calls": [{"name": "f", "arguments": {"a": 1}}, {"name": "g", "arguments": "{", "id": "call_g"}]},
    "text and tools": {"text": "Wait.", "tool_calls": [{"name": "f"}]},
    "refusal": {"refusal": "I will not."},
    "cut off": {"text": "Hel", "finish_reason": "length"},
    "usage": {"text": "x", "usage": {"prompt_tokens": 7, "completion_tokens": 5, "cached_tokens": 3, "cost": 0.5}},
}


def said(path: str, answer: dict[str, Any]) -> str | None:
    """Return the text of an answer, whichever endpoint it is of."""
    if path == "/chat/completions":
        text: str | None = answer["choices"][0]["message"]["content"]
        return text
    blocks: list[dict[str, Any]] = answer["content"] if path == "/messages" else answer["output"]
    parts = blocks if path == "/messages" else [part for item in blocks for part in item.get("content", ())]
    return next((part["text"] for part in parts if part["type"] in {"text", "output_text"}), None)


@pytest.mark.parametrize("path", ENDPOINTS)
@pytest.mark.parametrize("name", REPLIES)
def test_every_reply_is_what_the_contract_describes(
    client: httpx.Client, server: LocalOpenRouter, path: str, name: str
) -> None:
    """Whole, and event by event as a stream that ends with the sentinel."""
    if name != "echo":
        server.model.reply(**REPLIES[name])
        server.model.reply(**REPLIES[name])
    whole = client.post(path, json=ENDPOINTS[path])
    assert whole.status_code == 200
    assert_conforms(RESULTS[path], whole.json())
    assert said(path, whole.json()) == REPLIES[name].get("text", "Hello there" if name == "echo" else None)
    streamed = client.post(path, json={**ENDPOINTS[path], "stream": True})
    assert streamed.headers["content-type"] == "text/event-stream"
    assert streamed.text.startswith(": OPENROUTER PROCESSING\n\n")
    *datas, (last_name, last) = events(streamed.text)
    assert (last_name, last) == (None, "[DONE]")
    for event_name, data in datas:
        assert_conforms(EVENTS[path], data)
        assert event_name == (None if path == "/chat/completions" else data["type"])


def test_a_response_repeats_its_request(client: httpx.Client) -> None:
    """As far as the contract has it: of tools, the functions."""
    function = {"type": "function", "name": "f", "parameters": {"type": "object"}}
    asked = {"temperature": 0.5, "tools": [function, {"type": "openrouter:datetime"}], "tool_choice": "none"}
    answer = client.post("/responses", json={**RESPONSES, **asked}).json()
    assert_conforms("OpenResponsesResult", answer)
    assert {"temperature": 0.5, "tools": [function], "tool_choice": "none", "top_p": None}.items() <= answer.items()


def test_replies_come_in_order_and_then_the_echo(client: httpx.Client, server: LocalOpenRouter) -> None:
    """Each once, whichever endpoint asks; a reset drops what nobody asked for."""
    server.model.reply("one")
    server.model.reply("two")
    answers = [said(path, client.post(path, json=body).json()) for path, body in ENDPOINTS.items()]
    assert answers == ["one", "two", "Hello there"]
    server.model.reply("three")
    server.reset()
    assert said("/messages", client.post("/messages", json=MESSAGES).json()) == "Hello there"


@pytest.mark.parametrize(
    ("path", "body", "echo"),
    [
        ("/chat/completions", {"messages": [*USER, {"role": "assistant", "content": "Hi"}]}, "Hello there"),
        ("/chat/completions", {"messages": USER[:1]}, ""),
        (
            "/chat/completions",
            {"messages": [{"role": "user", "content": [{"type": "text", "text": "a"}, {"type": "text", "text": "b"}]}]},
            "a b",
        ),
        (
            "/chat/completions",
            {"messages": [{"role": "user", "content": [{"type": "image_url", "image_url": {"url": "https://x"}}]}]},
            "",
        ),
        ("/responses", {"input": [{"role": "user", "content": "a"}, {"role": "assistant", "content": "b"}]}, "a"),
        ("/responses", {"input": [{"role": "user", "content": [{"type": "input_text", "text": "a"}]}]}, "a"),
        ("/responses", {}, ""),
        ("/messages", {"model": "openrouter/auto", "max_tokens": 1, "messages": None}, ""),
    ],
)
def test_the_echo_is_what_the_user_said_last(client: httpx.Client, path: str, body: dict[str, Any], echo: str) -> None:
    """As text or in parts; without a model it is the one that OpenRouter chooses."""
    answer = client.post(path, json=body).json()
    assert said(path, answer) == echo
    assert answer["model"] == "openrouter/auto"


def test_tokens_are_counted_and_cost(client: httpx.Client, server: LocalOpenRouter) -> None:
    """Words and signs, of all that was said; a reply may say other numbers; only a known model costs."""
    counted = client.post("/chat/completions", json=CHAT).json()["usage"]
    assert (counted["prompt_tokens"], counted["completion_tokens"], counted["total_tokens"]) == (5, 2, 7)
    assert counted["cost"] == pytest.approx(5 * 0.00000125 + 2 * 0.00001)
    server.model.reply("x", reasoning="a b c", tool_calls=[{"name": "f", "arguments": {}}])
    thought = client.post("/chat/completions", json=CHAT).json()["usage"]
    assert (thought["completion_tokens"], thought["completion_tokens_details"]) == (7, {"reasoning_tokens": 3})
    server.model.reply("x", usage={"prompt_tokens": 70, "completion_tokens": 8})
    given = client.post("/chat/completions", json=CHAT).json()["usage"]
    assert (given["prompt_tokens"], given["completion_tokens"], given["total_tokens"]) == (70, 8, 78)
    assert client.post("/chat/completions", json={**CHAT, "model": "none/none"}).json()["usage"]["cost"] == 0


def test_a_stream_brings_what_the_whole_would(client: httpx.Client, server: LocalOpenRouter) -> None:
    """The deltas of chat, put together; the chunk before the last has the reason, the last one the usage."""
    call = {"name": "f", "arguments": {"a": 1}, "id": "call_1"}
    server.model.reply("Hello", chunks=2, reasoning="a b", tool_calls=[call])
    stream = [data for _, data in events(client.post("/chat/completions", json={**CHAT, "stream": True}).text)][:-1]
    deltas = [chunk["choices"][0]["delta"] for chunk in stream[:-1]]
    assert [delta["content"] for delta in deltas if delta.get("content")] == ["Hel", "lo"]
    assert [delta["reasoning"] for delta in deltas if "reasoning" in delta] == ["a", " b"]
    functions = [delta["tool_calls"][0]["function"] for delta in deltas if "tool_calls" in delta]
    assert functions == [{"name": "f", "arguments": ""}, {"arguments": '{"a": 1}'}]
    assert stream[-2]["choices"][0]["finish_reason"] == "tool_calls"
    assert (stream[-1]["choices"], stream[-1]["usage"]["completion_tokens"]) == ([], 11)


@pytest.mark.parametrize(
    ("reply", "reasons"),
    [
        ({"text": "x"}, ("stop", "completed", "end_turn")),
        ({"text": "x", "finish_reason": "length"}, ("length", "incomplete", "max_tokens")),
        ({"text": "x", "finish_reason": "content_filter"}, ("content_filter", "incomplete", "refusal")),
        ({"text": "x", "finish_reason": "newer"}, ("newer", "completed", "newer")),
        ({"refusal": "no"}, ("stop", "completed", "refusal")),
        ({"tool_calls": [{"name": "f"}]}, ("tool_calls", "completed", "tool_use")),
    ],
)
def test_each_endpoint_says_why_it_ends(
    client: httpx.Client, server: LocalOpenRouter, reply: dict[str, Any], reasons: tuple[str, str, str]
) -> None:
    """In its own words; what the contract does not know is passed on."""
    for _ in ENDPOINTS:
        server.model.reply(**reply)
    assert client.post("/chat/completions", json=CHAT).json()["choices"][0]["finish_reason"] == reasons[0]
    assert client.post("/responses", json=RESPONSES).json()["status"] == reasons[1]
    assert client.post("/messages", json=MESSAGES).json()["stop_reason"] == reasons[2]


@pytest.mark.parametrize(
    ("path", "names"),
    [
        (
            "/responses",
            [
                *("created", "in_progress", "output_item.added", "content_part.added", "output_text.delta"),
                *("output_text.delta", "output_text.done", "content_part.done", "output_item.done", "completed"),
            ],
        ),
        (
            "/messages",
            [
                *("message_start", "content_block_start", "content_block_delta", "content_block_delta"),
                *("content_block_stop", "message_delta", "message_stop"),
            ],
        ),
    ],
)
def test_the_events_are_in_order(client: httpx.Client, server: LocalOpenRouter, path: str, names: list[str]) -> None:
    """From the first to the last that the API documents; those of responses are numbered."""
    server.model.reply("Hello", chunks=2)
    stream = events(client.post(path, json={**ENDPOINTS[path], "stream": True}).text)[:-1]
    assert [str(name).removeprefix("response.") for name, _ in stream] == names
    if path == "/responses":
        assert [data["sequence_number"] for _, data in stream] == [*range(len(stream))]


@pytest.mark.parametrize("stream", [True, False])
@pytest.mark.parametrize("path", ENDPOINTS)
def test_a_reply_takes_its_time(client: httpx.Client, server: LocalOpenRouter, path: str, stream: bool) -> None:  # noqa: FBT001
    """Before each event, or before the whole; with as many comments as are wanted."""
    server.model.reply("a", delay=0.01, comments=3)
    began = time.monotonic()
    answer = client.post(path, json={**ENDPOINTS[path], "stream": stream}).text
    assert time.monotonic() - began >= 0.01 * (1 + 3 * stream)
    assert answer.count(": OPENROUTER PROCESSING\n\n") == 3 * stream


@pytest.mark.parametrize("path", ENDPOINTS)
def test_a_client_that_leaves_a_slow_stream_is_forgotten(
    client: httpx.Client, server: LocalOpenRouter, path: str
) -> None:
    """The next event is an hour away, and nobody waits for it: the server still stops at once."""
    server.model.reply("a", delay=3600, comments=0)
    with client.stream("POST", path, json={**ENDPOINTS[path], "stream": True}) as response:
        assert response.status_code == 200


REFUSED: list[tuple[Any, str]] = [
    ({"text": 1}, "text"),
    ({"chunks": 0}, "chunks"),
    ({"chunks": 1.5}, "chunks"),
    ({"delay": -1}, "delay"),
    ({"delay": 90_000}, "delay"),
    ({"delay": True}, "delay"),
    ({"tool_calls": "f"}, "tool_calls"),
    ({"tool_calls": ["f"]}, "tool_calls"),
    ({"tool_calls": [{"arguments": "{}"}]}, "tool_calls"),
    ({"tool_calls": [{"name": "f", "arguments": 1}]}, "tool_calls"),
    ({"usage": {"tokens": 1}}, "usage"),
    ({"usage": {"cost": -1}}, "usage"),
    ({"usage": 1}, "usage"),
    ({"comments": None}, "comments"),
    ({"words": "x"}, "words"),
    ([], "body"),
]


@pytest.mark.parametrize(("reply", "named"), REFUSED, ids=str)
def test_what_cannot_be_said_is_refused(
    client: httpx.Client, server: LocalOpenRouter, reply: object, named: str
) -> None:
    """When it is queued, not when a test waits for it in vain; naming the attribute."""
    with pytest.raises(ValueError, match=f"^{named}: "):
        server.model.add_json(reply)
    answer = client.post(server.model_url, json=reply)
    assert answer.status_code == 400
    assert answer.json()["error"]["message"].startswith(f"{named}: ")
    assert server.model.queued() == []


def test_replies_are_queued_over_http_as_well(client: httpx.Client, server: LocalOpenRouter) -> None:
    """POST queues one, GET lists them, DELETE drops them; nothing of it is recorded, and no fault strikes it."""
    del client.headers["authorization"]
    server.fail(status=500, times=None)
    reply: dict[str, Any] = {"text": "Hello", "chunks": 2, "tool_calls": [{"name": "f", "arguments": {"a": 1}}]}
    assert reply.items() <= client.post(server.model_url, json=reply).json().items()
    assert server.model.queued() == [Reply(**reply)]
    assert [each["text"] for each in client.get(server.model_url).json()["replies"]] == ["Hello"]
    assert client.delete(server.model_url).json() == {"replies": []}
    assert server.requests == []


def test_reply_takes_what_a_reply_is_made_of() -> None:
    """The keywords of `ScriptedModel.reply` are the attributes of `Reply`, with the same defaults."""
    keywords = list(inspect.signature(ScriptedModel.reply).parameters.values())[1:]
    assert [(each.name, each.default) for each in keywords] == [
        (field.name, field.default) for field in attrs.fields(Reply)
    ]


@pytest.mark.parametrize(
    ("path", "change", "message"),
    [
        ("/chat/completions", {"messages": []}, "messages: must not be empty"),
        ("/chat/completions", {"messages": None}, "messages: must be an array"),
        ("/chat/completions", {"messages": [{"role": "user"}]}, "messages[0].content: is required"),
        ("/chat/completions", {"messages": [{"content": "x"}]}, "messages[0].role: is required"),
        ("/chat/completions", {"temperature": "hot"}, "temperature: must be a number, or null"),
        ("/chat/completions", {"stream": "yes"}, "stream: must be true or false"),
        ("/responses", {"input": [{"role": "user", "content": 1}]}, "input[0].content: must be"),
        ("/responses", {"previous_response_id": "resp_1"}, "previous_response_id: is not supported"),
        ("/messages", {"max_tokens": None}, "max_tokens: must be an integer"),
        ("/messages", {"messages": [{"role": "user", "content": [{"type": "text"}]}]}, "messages[0].content[0].text"),
    ],
)
def test_a_request_that_breaks_the_contract_is_a_400(
    client: httpx.Client, path: str, change: dict[str, Any], message: str
) -> None:
    """It names the field by its path, in the shape of error that the operation documents."""
    response = client.post(path, json={**ENDPOINTS[path], **change})
    assert response.status_code == 400
    kind = "AnthropicMessagesErrorResponse" if path == "/messages" else "BadRequestResponse"
    assert_conforms(kind, response.json())
    assert response.json()["error"]["message"].startswith(message)


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, "invalid_request_error"),
        (401, "authentication_error"),
        (402, "billing_error"),
        (403, "permission_error"),
        (404, "not_found_error"),
        (413, "invalid_request_error"),
        (429, "rate_limit_error"),
        (500, "api_error"),
        (529, "overloaded_error"),
    ],
)
def test_errors_of_messages_have_the_shape_of_anthropic(
    client: httpx.Client, server: LocalOpenRouter, status: int, kind: str
) -> None:
    """Those of faults too."""
    server.fail(path="/messages", status=status)
    answer = client.post("/messages", json=MESSAGES)
    assert answer.status_code == status
    assert_conforms("AnthropicMessagesErrorResponse", answer.json())
    assert answer.json()["error"]["type"] == kind


@pytest.mark.parametrize("path", ENDPOINTS)
def test_any_key_will_do_and_none_will_not(client: httpx.Client, server: LocalOpenRouter, path: str) -> None:
    """An ordinary key asks the model; without one it is a 401, before the request is read."""
    ordinary = {"authorization": f"Bearer {server.ordinary_key}"}
    assert client.post(path, json=ENDPOINTS[path], headers=ordinary).status_code == 200
    unknown = client.post(path, content=b"{", headers={"authorization": "Bearer sk-or-test-unknown"})
    assert unknown.status_code == 401


def test_a_header_of_an_operation_is_read_too(client: httpx.Client) -> None:
    """It is open, and so may say anything; a content type may not."""
    headers = {"x-openrouter-metadata": "enabled"}
    assert client.post("/chat/completions", json=CHAT, headers=headers).status_code == 200
    response = client.post("/chat/completions", content=b"{}", headers={"content-type": "text/plain"})
    assert response.json()["error"]["message"] == "Content-Type: must be application/json"


def test_requests_show_what_the_model_was_asked(client: httpx.Client, server: LocalOpenRouter) -> None:
    """Messages and settings as they were sent; secrets masked, whatever their name, and tokens that are none shown."""
    tool = {"type": "function", "function": {"name": "f", "parameters": {"api_key": "sk-test", "authToken": "sk-test"}}}
    client.post("/chat/completions", json={**CHAT, "max_tokens": 5, "tools": [tool]})
    (request,) = server.requests
    body: Any = request.body
    assert (body["messages"], body["max_tokens"]) == (USER, 5)
    assert "sk-test" not in repr(request)


ASKED: dict[str, dict[str, Any]] = {
    **ENDPOINTS,
    "/embeddings": {"input": "a"},
    "/rerank": {"query": "a", "documents": ["a"]},
    "/systemone": {"state": "a", "questions": {}},
    "/audio/speech": {"input": "a"},
    "/audio/transcriptions": {"input_audio": {"data": "UklGRg==", "format": "wav"}},
}


@pytest.mark.parametrize("path", ASKED)
def test_guardrails_hold_wherever_a_model_is_asked(client: httpx.Client, server: LocalOpenRouter, path: str) -> None:
    """A model that the guardrail of a key does not allow is not there; no reply is lost to it."""
    made = client.post("/guardrails", json={"name": "Ours", "allowed_models": ["meta/x"]}).json()["data"]
    keys = {"key_hashes": [server.account.api_key_hash]}
    assert client.post(f"/guardrails/{made['id']}/assignments/keys", json=keys).status_code == 200
    server.model.reply("Kept")
    client.headers["authorization"] = f"Bearer {server.ordinary_key}"
    assert client.post(path, json={**ASKED[path], "model": "openai/gpt-5.2"}).status_code == 404
    assert client.post(path, json={**ASKED[path], "model": "meta/x"}).status_code == 200
    assert len(server.model.queued()) == (0 if path in {*ENDPOINTS, "/audio/transcriptions"} else 1)

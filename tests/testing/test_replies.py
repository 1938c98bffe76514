"""Whom a reply is for and how often; errors, structured output, tools that are demanded, several choices."""

from __future__ import annotations

import json
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import jsonschema_rs
import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from openrouter_core.testing import Reply, ScriptedModel
from openrouter_core.testing.model import Prompt
from tests.drawing import drawn

from .conformance import assert_conforms, events
from .test_model import CHAT, ENDPOINTS, EVENTS, MESSAGES, RESPONSES, RESULTS, USER, said

if TYPE_CHECKING:
    import httpx

    from openrouter_core.testing import LocalOpenRouter

SCHEMA = {
    "type": "object",
    "properties": {"city": {"type": "string"}, "degrees": {"type": "integer", "minimum": -50, "maximum": 60}},
    "required": ["city", "degrees"],
    "additionalProperties": False,
}
TOOLS: dict[str, list[dict[str, Any]]] = {
    "/chat/completions": [
        {"type": "openrouter:datetime"},
        {"type": "function", "function": {"name": "now"}},
        {"type": "function", "function": {"name": "weather", "parameters": SCHEMA}},
    ],
    "/responses": [
        {"type": "openrouter:datetime"},
        {"type": "function", "name": "now", "parameters": None},
        {"type": "function", "name": "weather", "parameters": SCHEMA},
    ],
    "/messages": [
        {"type": "bash_20250124", "name": "bash"},
        {"name": "now", "input_schema": {"type": "object"}},
        {"name": "weather", "input_schema": SCHEMA},
    ],
}


def ask(client: httpx.Client, path: str = "/chat/completions", **more: object) -> str | None:
    """Return what the model says to a request."""
    response = client.post(path, json={**ENDPOINTS[path], **more})
    assert response.status_code == 200, response.text
    assert_conforms(RESULTS[path], response.json())
    return said(path, response.json())


def user(text: str) -> list[dict[str, str]]:
    """Return messages of which this is the last one of the user."""
    return [*USER, {"role": "user", "content": text}, {"role": "assistant", "content": "secret"}]


def calls(path: str, answer: dict[str, Any]) -> list[tuple[str, Any]]:
    """Return the calls of tools that an answer asks for."""
    if path == "/messages":
        return [(block["name"], block["input"]) for block in answer["content"] if block["type"] == "tool_use"]
    if path == "/responses":
        items = [item for item in answer["output"] if item["type"] == "function_call"]
        return [(item["name"], json.loads(item["arguments"])) for item in items]
    functions = [call["function"] for call in answer["choices"][0]["message"].get("tool_calls", ())]
    return [(function["name"], json.loads(function["arguments"])) for function in functions]


def test_a_reply_is_for_the_requests_that_it_names(client: httpx.Client, server: LocalOpenRouter) -> None:
    """By model as a shell pattern, by a regular expression in the last message of the user, or by both."""
    server.model.reply("of openai", model="openai/*", times=None)
    server.model.reply("rain", message="(?i)weather|rain", times=None)
    server.model.reply("both", model="openai/gpt-5", message=r"^\d+$")
    assert ask(client, model="meta/x", messages=user("No secret")) == "No secret"
    assert ask(client, model="meta/x", messages=user("How is the WEATHER?")) == "rain"
    assert ask(client, model="openai/gpt-5", messages=user("1234")) == "both"
    assert ask(client, model="openai/gpt-5", messages=user("1234")) == "of openai"
    assert ask(client, "/responses", model="openai/o9", input="1") == "of openai"
    assert ask(client, "/messages", model="meta/x", messages=user("rain")[1:]) == "rain"


def test_a_reply_is_said_so_many_times(client: httpx.Client, server: LocalOpenRouter) -> None:
    """Those that end come first, in order, and then those that do not; the list says how often each is left."""
    server.model.reply("always", times=None)
    server.model.reply("twice", times=2)
    server.model.reply("once")
    assert [reply.times for reply in server.model.queued()] == [None, 2, 1]
    assert ask(client) == "twice"
    left = [(reply["text"], reply["times"]) for reply in client.get(server.model_url).json()["replies"]]
    assert left == [("always", None), ("twice", 1), ("once", 1)]
    assert [ask(client) for _ in range(4)] == ["twice", "once", "always", "always"]
    client.delete(server.model_url)
    assert ask(client) == "Hello there"


def test_each_reply_is_said_once_to_many_at_once(client: httpx.Client, server: LocalOpenRouter) -> None:
    """However many ask at the same time."""
    texts = [f"reply {number}" for number in range(40)]
    for text in texts:
        server.model.reply(text)
    with ThreadPoolExecutor(8) as pool:
        heard = [each.result() for each in [pool.submit(ask, client) for _ in texts]]
    assert Counter(heard) == Counter(texts)


def test_a_reply_that_says_nothing_changes_only_the_rest(client: httpx.Client, server: LocalOpenRouter) -> None:
    """The model says what it says by itself: with this usage, for this reason, after this thought."""
    server.model.reply(reasoning="Hm.", finish_reason="length", usage={"prompt_tokens": 9}, times=None)
    answer = client.post("/chat/completions", json=CHAT).json()
    (choice,) = answer["choices"]
    assert (choice["message"]["content"], choice["message"]["reasoning"]) == ("Hello there", "Hm.")
    assert (choice["finish_reason"], answer["usage"]["prompt_tokens"]) == ("length", 9)


def test_several_texts_are_several_choices(client: httpx.Client, server: LocalOpenRouter) -> None:
    """In chat, whole and as a stream; the other endpoints have no choices, and take the first."""
    server.model.reply(["one two", "three"], times=None, tool_calls=[{"name": "f"}])
    whole = client.post("/chat/completions", json=CHAT).json()
    assert_conforms("ChatResult", whole)
    assert [(each["index"], each["message"]["content"]) for each in whole["choices"]] == [(0, "one two"), (1, "three")]
    assert ["tool_calls" in each["message"] for each in whole["choices"]] == [True, False]
    assert whole["usage"]["completion_tokens"] == 3 + 1 + 2
    *chunks, last, _ = [
        data for _, data in events(client.post("/chat/completions", json={**CHAT, "stream": True}).text)
    ]
    texts, reasons = ["", ""], ["", ""]
    for chunk in chunks:
        (choice,) = chunk["choices"]
        texts[choice["index"]] += choice["delta"].get("content") or ""
        reasons[choice["index"]] = choice["finish_reason"]
    assert (texts, reasons, last["choices"]) == (["one two", "three"], ["tool_calls"] * 2, [])
    assert [ask(client, path) for path in ("/responses", "/messages")] == ["one two"] * 2


@pytest.mark.parametrize(
    ("path", "usage"),
    [
        (
            "/chat/completions",
            {
                "prompt_tokens": 70,
                "completion_tokens": 8,
                "total_tokens": 78,
                "cost": 0.5,
                "prompt_tokens_details": {"cached_tokens": 30, "cache_write_tokens": 10},
                "completion_tokens_details": {"reasoning_tokens": 2},
            },
        ),
        (
            "/responses",
            {
                "input_tokens": 70,
                "output_tokens": 8,
                "total_tokens": 78,
                "cost": 0.5,
                "input_tokens_details": {"cached_tokens": 30, "cache_write_tokens": 10},
                "output_tokens_details": {"reasoning_tokens": 2},
            },
        ),
        (
            "/messages",
            {
                "input_tokens": 30,
                "output_tokens": 8,
                "cost": 0.5,
                "cache_read_input_tokens": 30,
                "cache_creation_input_tokens": 10,
                "output_tokens_details": {"thinking_tokens": 2},
            },
        ),
    ],
)
def test_each_endpoint_counts_in_its_own_way(
    client: httpx.Client, server: LocalOpenRouter, path: str, usage: dict[str, object]
) -> None:
    """OpenAI counts tokens of a cache among those of the prompt, Anthropic counts them apart."""
    tokens = {"prompt_tokens": 70, "completion_tokens": 8, "cached_tokens": 30, "cache_write_tokens": 10}
    server.model.reply("x", usage={**tokens, "reasoning_tokens": 2, "cost": 0.5})
    answer = client.post(path, json=ENDPOINTS[path]).json()
    assert_conforms(RESULTS[path], answer)
    assert usage.items() <= answer["usage"].items()


def test_a_part_is_not_more_than_the_whole(client: httpx.Client, server: LocalOpenRouter) -> None:
    """Whatever a reply says that it used."""
    server.model.reply("x", usage={"cached_tokens": 900, "reasoning_tokens": 800})
    usage = client.post("/chat/completions", json=ENDPOINTS["/chat/completions"]).json()["usage"]
    assert (usage["prompt_tokens"], usage["completion_tokens"], usage["total_tokens"]) == (900, 800, 1700)


FORMATS: list[tuple[str, dict[str, Any], Any]] = [
    (
        "/chat/completions",
        {"response_format": {"type": "json_schema", "json_schema": {"name": "n", "schema": SCHEMA}}},
        SCHEMA,
    ),
    ("/chat/completions", {"response_format": {"type": "json_schema", "json_schema": {"name": "n"}}}, {"const": {}}),
    ("/chat/completions", {"response_format": {"type": "json_object"}}, {"const": {"text": "Hello there"}}),
    ("/responses", {"text": {"format": {"type": "json_schema", "name": "n", "schema": SCHEMA}}}, SCHEMA),
    ("/responses", {"text": {"format": {"type": "json_object"}}}, {"const": {"text": "Hello there"}}),
    ("/messages", {"output_config": {"format": {"type": "json_schema", "schema": SCHEMA}}}, SCHEMA),
]


@pytest.mark.parametrize(("path", "asked", "schema"), FORMATS, ids=str)
def test_structured_output_satisfies_the_schema(
    client: httpx.Client, server: LocalOpenRouter, path: str, asked: dict[str, Any], schema: dict[str, Any]
) -> None:
    """The same to the same request, unless a reply gives the text."""
    text = ask(client, path, **asked)
    assert text is not None
    jsonschema_rs.validator_for(schema).validate(json.loads(text))
    assert ask(client, path, **asked) == text
    server.model.reply("no JSON")
    assert ask(client, path, **asked) == "no JSON"


@pytest.mark.parametrize(
    ("path", "asked"),
    [
        ("/chat/completions", {"response_format": {"type": "text"}}),
        ("/responses", {"text": {"format": {"type": "text"}}}),
        ("/messages", {"output_config": {"effort": "low"}}),
    ],
)
def test_text_is_asked_for_in_so_many_words(client: httpx.Client, path: str, asked: dict[str, Any]) -> None:
    """Then it is the echo."""
    assert ask(client, path, **asked) == "Hello there"


IMPOSSIBLE: list[tuple[str, dict[str, Any], str]] = [
    (
        "/chat/completions",
        {"response_format": {"type": "json_schema", "json_schema": {"name": "n", "schema": {"type": "what"}}}},
        "response_format.json_schema.schema",
    ),
    (
        "/responses",
        {"text": {"format": {"type": "json_schema", "name": "n", "schema": {"$ref": "#/x"}}}},
        "text.format.schema",
    ),
    (
        "/messages",
        {"output_config": {"format": {"type": "json_schema", "schema": {"enum": []}}}},
        "output_config.format.schema",
    ),
    (
        "/messages",
        {"tools": [{"name": "f", "input_schema": {"anyOf": []}}], "tool_choice": {"type": "any"}},
        "tools[0].input_schema",
    ),
]


@pytest.mark.parametrize(("path", "asked", "field"), IMPOSSIBLE, ids=str)
def test_a_schema_that_cannot_be_satisfied_is_a_400(
    client: httpx.Client, path: str, asked: dict[str, Any], field: str
) -> None:
    """It names the schema by its path."""
    response = client.post(path, json={**ENDPOINTS[path], **asked})
    assert response.status_code == 400
    assert response.json()["error"]["message"] == f"{field}: is not a JSON schema that a value can be made for"


def test_tools_of_other_kinds_may_have_any_shape(client: httpx.Client) -> None:
    """The model does not call them; what says that it is a function has to be one."""
    other = {"type": "new", "input_schema": 1}
    told = {**ENDPOINTS["/messages"], "tools": [other], "tool_choice": {"type": "any"}}
    assert client.post("/messages", json=told).json()["stop_reason"] == "end_turn"
    half = {**ENDPOINTS["/chat/completions"], "tools": [{"type": "function", "name": "f"}]}
    refused = client.post("/chat/completions", json=half)
    assert (refused.status_code, refused.json()["error"]["message"]) == (400, "tools[0].function: is required")


WEATHER = {"city": "text", "degrees": -50}
DEMANDS: list[tuple[str, Any, list[tuple[str, Any]]]] = [
    ("/chat/completions", "required", [("now", {})]),
    ("/chat/completions", {"type": "function", "function": {"name": "weather"}}, [("weather", WEATHER)]),
    ("/chat/completions", {"type": "function", "function": {"name": "none"}}, []),
    ("/chat/completions", {"type": "openrouter:datetime"}, []),
    ("/chat/completions", "auto", []),
    ("/chat/completions", "none", []),
    ("/responses", "required", [("now", {})]),
    ("/responses", {"type": "function", "name": "weather"}, [("weather", WEATHER)]),
    (
        "/responses",
        {"type": "allowed_tools", "mode": "required", "tools": [{"type": "function", "name": "weather"}]},
        [("weather", WEATHER)],
    ),
    ("/responses", {"type": "allowed_tools", "mode": "required", "tools": []}, [("now", {})]),
    ("/responses", {"type": "allowed_tools", "mode": "auto", "tools": []}, []),
    ("/responses", "auto", []),
    ("/messages", {"type": "any"}, [("now", {})]),
    ("/messages", {"type": "tool", "name": "weather"}, [("weather", WEATHER)]),
    ("/messages", {"type": "auto"}, []),
]


@pytest.mark.parametrize(("path", "choice", "called"), DEMANDS, ids=str)
def test_a_tool_that_is_demanded_is_called(
    client: httpx.Client, server: LocalOpenRouter, path: str, choice: object, called: list[tuple[str, Any]]
) -> None:
    """With arguments that satisfy its schema; any is the first, and a reply has the last word."""
    body = {**ENDPOINTS[path], "tools": TOOLS[path], "tool_choice": choice}
    answer = client.post(path, json=body).json()
    assert_conforms(RESULTS[path], answer)
    assert calls(path, answer) == called
    assert said(path, answer) == (None if called else "Hello there")
    server.model.reply("No.")
    answer = client.post(path, json=body).json()
    assert (calls(path, answer), said(path, answer)) == ([], "No.")


@pytest.mark.parametrize("path", ENDPOINTS)
@pytest.mark.parametrize("more", [{}, {"stream": True}, {"after": 2}], ids=str)
def test_a_reply_may_be_an_error(
    client: httpx.Client, server: LocalOpenRouter, path: str, more: dict[str, Any]
) -> None:
    """Once, in the shape that the endpoint has; nothing was served."""
    after = {"after": more["after"]} if "after" in more else {}
    server.model.reply(error={"status": 402, "message": "No credits", **after}, delay=0.001)
    response = client.post(path, json={**ENDPOINTS[path], "stream": "stream" in more})
    assert response.status_code == 402
    assert response.json()["error"]["message"] == "No credits"
    assert_conforms(
        "AnthropicMessagesErrorResponse" if path == "/messages" else "PaymentRequiredResponse", response.json()
    )
    assert "x-generation-id" not in response.headers
    assert ask(client, path) == "Hello there"


@pytest.mark.parametrize("path", ENDPOINTS)
@pytest.mark.parametrize("stream", [False, True])
def test_the_next_of_the_models_answers_for_one_that_fails(
    client: httpx.Client,
    server: LocalOpenRouter,
    path: str,
    stream: bool,  # noqa: FBT001
) -> None:
    """In their order; the last error is the answer when all fail, and a stream that has begun is not begun anew."""
    body = {**ENDPOINTS[path], "model": "a/1", "models": ["b/2", "c/3"], "stream": stream}
    server.model.reply(error={"status": 503, "message": "No capacity"}, model="a/*", times=2)
    server.model.reply(error={"status": 502, "message": "lost"}, model="[bc]/*", times=3)
    refused = client.post(path, json=body)
    assert (refused.status_code, refused.json()["error"]["message"]) == (502, "lost")
    answer = client.post(path, json=body)
    assert '"model":"c/3"' in answer.text
    assert server.model.queued() == []
    if stream:
        server.model.reply("ab", chunks=2, model="a/*", error={"status": 503, "message": "No capacity", "after": 1})
        assert '"model":"a/1"' in client.post(path, json=body).text


def test_models_may_stand_without_a_model(client: httpx.Client, server: LocalOpenRouter) -> None:
    """The first of them is asked, once."""
    body = {"messages": user("Hi"), "models": ["b/2", "c/3"]}
    assert client.post("/chat/completions", json=body).json()["model"] == "b/2"
    server.model.reply(error={"status": 503, "message": "No capacity"}, model="b/*", times=2)
    for model in ("c/3", "c/3", "b/2"):
        assert client.post("/chat/completions", json=body).json()["model"] == model


@pytest.mark.parametrize("after", [0, 1, 2, 9])
@pytest.mark.parametrize("path", ENDPOINTS)
def test_a_stream_may_break(client: httpx.Client, server: LocalOpenRouter, path: str, after: int) -> None:
    """After so many pieces, with an event that says so and is the last; not at all, if there are fewer."""
    server.model.reply("abc", chunks=3, error={"status": 429, "message": "Slow down", "after": after})
    stream = events(client.post(path, json={**ENDPOINTS[path], "stream": True}).text)
    text = ""
    for name, data in stream:
        if data != "[DONE]":
            assert_conforms(EVENTS[path], data)
            assert name == data.get("type")
            choices = data.get("choices", ())
            text += "".join(choice["delta"].get("content") or "" for choice in choices)
            text += data["delta"] if data.get("type") == "response.output_text.delta" else ""
            text += data["delta"]["text"] if data.get("type") == "content_block_delta" else ""
    assert text == "abc"[:after]
    last = stream[-1][1]
    if after == 9:
        assert last == "[DONE]"
    elif path == "/messages":
        assert last["error"] == {"type": "rate_limit_error", "message": "Slow down"}
    elif path == "/responses":
        assert [data["sequence_number"] for _, data in stream] == [*range(len(stream))]
        assert (last["type"], last["response"]["status"]) == ("response.failed", "failed")
        assert last["response"]["error"] == {"code": "rate_limit_exceeded", "message": "Slow down"}
    else:
        assert last["error"] == {"code": 429, "message": "Slow down"}
        assert last["choices"][0]["finish_reason"] == "error"


def test_a_response_breaks_for_other_reasons(client: httpx.Client, server: LocalOpenRouter) -> None:
    """Each an error of the server, as far as the contract has a word for it."""
    server.model.reply(error={"status": 502, "message": "lost", "after": 0})
    ((_, data),) = events(client.post("/responses", json={**RESPONSES, "stream": True}).text)
    assert data["response"]["error"] == {"code": "server_error", "message": "lost"}


@pytest.mark.parametrize("stream", [False, True])
@pytest.mark.parametrize("path", ENDPOINTS)
def test_every_completion_has_the_id_of_its_generation(client: httpx.Client, path: str, stream: bool) -> None:  # noqa: FBT001
    """In a header; in chat it is the id of the answer, too. No two are alike."""
    responses = [client.post(path, json={**ENDPOINTS[path], "stream": stream}) for _ in range(2)]
    first, second = (response.headers["x-generation-id"] for response in responses)
    assert first.startswith("gen-")
    assert first != second
    data = events(responses[0].text)[0][1] if stream else responses[0].json()
    own = data.get("id") or (data["message"] if path == "/messages" else data["response"])["id"]
    assert own.partition("-" if path == "/chat/completions" else "_")[2] == first.removeprefix("gen-")


class Script(RuleBasedStateMachine):
    """Replies that come and are said, in any order, beside a list that says which one is due."""

    def __init__(self) -> None:
        super().__init__()
        self.standing = Reply("standing", times=None, model="a/*")
        self.scripted = ScriptedModel([self.standing])
        self.due: list[tuple[Reply, int | None]] = [(self.standing, None)]

    @rule(
        model=st.sampled_from(["*", "a/*", "b/*"]),
        message=st.sampled_from([None, "x", "y$"]),
        times=st.sampled_from([None, 1, 2]),
    )
    def add(self, model: str, message: str | None, times: int | None) -> None:
        """Add a reply, which nobody else is like."""
        text = f"reply {len(self.due)}"
        self.due.append((self.scripted.reply(text, model=model, message=message, times=times), times))

    @rule(model=st.sampled_from(["a/m", "b/m"]), message=st.sampled_from(["x", "xy", "yz"]))
    def ask(self, model: str, message: str) -> None:
        """What is said is the first that is due of those with an end, or else of those without, or else the echo."""
        meant = [
            (place, reply, left)
            for place, (reply, left) in enumerate(self.due)
            if left != 0
            and reply.model in {"*", f"{model[0]}/*"}
            and {None: True, "x": "x" in message, "y$": message.endswith("y")}[reply.message]
        ]
        said_ = self.scripted.answer(Prompt(model, [message], message)).text
        if not meant:
            assert said_ == message
            return
        place, reply, left = next((each for each in meant if each[2] is not None), meant[0])
        assert said_ == reply.text
        self.due[place] = (reply, left and left - 1)

    @rule()
    def clear(self) -> None:
        """Only the script is left."""
        self.scripted.clear()
        self.due = [(self.standing, None)]

    @invariant()
    def nothing_is_lost(self) -> None:
        """What may still be said is listed in order, with how often."""
        listed = [(reply.text, reply.times) for reply in self.scripted.queued()]
        assert listed == [(reply.text, left) for reply, left in self.due if left != 0]


TestScript = Script.TestCase
TestScript.settings = drawn(20)


REFUSED: list[tuple[dict[str, Any], str]] = [
    ({"text": []}, "text: must be text, an array of texts or null"),
    ({"text": ["a", 1]}, "text: must be"),
    ({"error": {"status": 402}}, "error: must be an object with a status from 400 to 599, a message, and after"),
    ({"error": {"status": 200, "message": "x"}}, "error: "),
    ({"error": {"status": 600, "message": "x"}}, "error: "),
    ({"error": {"status": "402", "message": "x"}}, "error: "),
    ({"error": {"status": 402, "message": "x", "after": -1}}, "error: "),
    ({"error": {"status": 402, "message": "x", "before": 1}}, "error: "),
    ({"error": 402}, "error: "),
    ({"model": None}, "model: must be a shell pattern such as openai/*"),
    ({"message": "("}, "message: must be a regular expression or null"),
    ({"message": 5}, "message: "),
    ({"times": 0}, "times: must be an integer from 1, or null for ever"),
    ({"times": "often"}, "times: "),
]


@pytest.mark.parametrize(("fields", "message"), REFUSED, ids=str)
def test_what_no_reply_can_be_is_refused(
    client: httpx.Client, server: LocalOpenRouter, fields: dict[str, Any], message: str
) -> None:
    """When it is added, by name, in Python and over HTTP."""
    with pytest.raises(ValueError, match=f"^{message.partition(':')[0]}: "):
        Reply(**fields)
    answer = client.post(server.model_url, json=fields)
    assert answer.status_code == 400
    assert answer.json()["error"]["message"].startswith(message)


def test_a_rule_of_http_is_a_rule_of_python(client: httpx.Client, server: LocalOpenRouter) -> None:
    """Every attribute goes the same way; null is for ever."""
    rule: dict[str, Any] = {"text": "Yes.", "message": "ready", "model": "m/*", "times": None}
    assert rule.items() <= client.post(server.model_url, json=rule).json().items()
    assert server.model.queued() == [Reply(**rule)]
    assert ask(client, "/messages", model=MESSAGES["model"], messages=user("Are you ready?")[1:]) == "Yes."

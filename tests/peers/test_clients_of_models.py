"""The Python clients of OpenRouter, OpenAI and Anthropic, unmodified, stream from the local server, sync and async.

Each speaks what it knows: chat and responses (OpenRouter, OpenAI), messages (Anthropic). A client that is not installed
is left out.
"""

from __future__ import annotations

import asyncio
from contextlib import contextmanager
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from openrouter_core.testing import LocalOpenRouter

pytestmark = [
    # On Python 3.12 and 3.13 a dependency of OpenRouter's client looks at names of `ast` that are going away.
    pytest.mark.filterwarnings(r"ignore:ast\.(Num|Str|Bytes|NameConstant) is deprecated:DeprecationWarning"),
]

USER = [{"role": "user", "content": "Hello there"}]
MODEL = "openai/gpt-5"
FILE = ("talk.wav", b"RIFF....", "audio/wav")


def needs(name: str) -> pytest.MarkDecorator:
    """Skip a test where a client is not installed."""
    reason = f"{name} is not installed: pip install 'openrouter-funcs[test]'"
    return pytest.mark.skipif(find_spec(name) is None, reason=reason)


class Client:
    """A client whose calls are made sync or async and are the same to a test."""

    def __init__(self, client: Any, runner: asyncio.Runner | None) -> None:  # noqa: ANN401 - three clients
        self.client = client
        self.runner = runner

    def __call__(self, path: str, /, **arguments: object) -> Any:  # noqa: ANN401 - whatever the client returns
        """Call the method at `path`, such as `chat.completions.create`."""
        method: Any = self.client
        for name in path.split("."):
            method = getattr(method, name)
        return method(**arguments) if self.runner is None else self.runner.run(_awaited(method(**arguments)))

    def events(self, stream: Any) -> list[Any]:  # noqa: ANN401 - whatever the client returns
        """Return all that a stream gives."""
        return list(stream) if self.runner is None else self.runner.run(_listed(stream))


async def _awaited(value: Any) -> Any:  # noqa: ANN401 - whatever the client returns
    return await value


async def _left(client: Any) -> None:  # noqa: ANN401 - its way of closing has no types
    await client.__aexit__(None, None, None)


async def _listed(stream: Any) -> list[Any]:  # noqa: ANN401 - whatever the client returns
    return [event async for event in stream]


@pytest.fixture(params=["sync", "async"])
def openai(request: pytest.FixtureRequest, server: LocalOpenRouter) -> Iterator[Client]:
    """Return OpenAI's client with an ordinary key."""
    from openai import AsyncOpenAI, OpenAI

    with _running(request, OpenAI, AsyncOpenAI, base_url=server.url, api_key=server.ordinary_key) as client:
        yield client


@pytest.fixture(params=["sync", "async"])
def anthropic(request: pytest.FixtureRequest, server: LocalOpenRouter) -> Iterator[Client]:
    """Return Anthropic's client with an ordinary key; it adds `/v1` itself."""
    from anthropic import Anthropic, AsyncAnthropic

    place = {"base_url": server.url.removesuffix("/v1"), "auth_token": server.ordinary_key}
    with _running(request, Anthropic, AsyncAnthropic, **place) as client:
        yield client


@contextmanager
def _running(request: pytest.FixtureRequest, sync: Any, twin: Any, **place: object) -> Generator[Client]:  # noqa: ANN401
    if request.param == "sync":
        with sync(max_retries=0, **place) as client:
            yield Client(client, None)
        return
    with asyncio.Runner() as runner:
        client = twin(max_retries=0, **place)
        yield Client(client, runner)
        runner.run(client.close())


@pytest.fixture(params=["sync", "async"])
def official(request: pytest.FixtureRequest, server: LocalOpenRouter) -> Iterator[Client]:
    """Return OpenRouter's client with the management key; its async methods have names of their own."""
    from openrouter import OpenRouter

    client = OpenRouter(api_key=server.management_key, server_url=server.url)
    if request.param == "sync":
        with client:
            yield Client(client, None)
        return
    with asyncio.Runner() as runner:
        yield Client(client, runner)
        runner.run(_left(client))


def scripted(server: LocalOpenRouter) -> None:
    """Queue a reply of every kind of content."""
    call = {"name": "weather", "arguments": {"city": "Oslo"}, "id": "call_1"}
    server.model.reply("Hello", chunks=3, reasoning="I think", tool_calls=[call], delay=0.001)


def chat_told(chunks: list[Any]) -> tuple[str, str, list[str | None], int]:
    """Return the text, the arguments of the tool, the reasons and the tokens that chunks of chat bring."""
    choices = [choice for chunk in chunks for choice in chunk.choices]
    calls = [call for choice in choices for call in choice.delta.tool_calls or ()]
    return (
        "".join(choice.delta.content for choice in choices if isinstance(choice.delta.content, str)),
        "".join(call.function.arguments for call in calls),
        [choice.finish_reason for choice in choices if choice.finish_reason],
        chunks[-1].usage.completion_tokens,
    )


TOLD = ("Hello", '{"city": "Oslo"}', ["tool_calls"], 13)
RESPONSES = [
    *("response.created", "response.in_progress", "response.output_item.added", "response.content_part.added"),
    *("response.reasoning_text.delta", "response.reasoning_text.delta", "response.reasoning_text.done"),
    *("response.content_part.done", "response.output_item.done", "response.output_item.added"),
    *("response.content_part.added", *["response.output_text.delta"] * 3, "response.output_text.done"),
    *("response.content_part.done", "response.output_item.done", "response.output_item.added"),
    *("response.function_call_arguments.delta", "response.function_call_arguments.done"),
    *("response.output_item.done", "response.completed"),
]


@needs("openai")
def test_openai_chats(openai: Client, server: LocalOpenRouter) -> None:
    """As a stream and whole."""
    scripted(server)
    stream = openai("chat.completions.create", model=MODEL, messages=USER, stream=True)
    assert chat_told(openai.events(stream)) == TOLD
    whole = openai("chat.completions.create", model=MODEL, messages=USER)
    assert (whole.choices[0].message.content, whole.usage.total_tokens) == ("Hello there", 4)


@needs("openai")
def test_openai_responds(openai: Client, server: LocalOpenRouter) -> None:
    """As a stream and whole."""
    scripted(server)
    events = openai.events(openai("responses.create", model=MODEL, input="Hi", stream=True))
    assert [event.type for event in events] == RESPONSES
    assert events[-1].response.output_text == "Hello"
    assert openai("responses.create", model=MODEL, input="Hi").output_text == "Hi"


@needs("openai")
def test_openai_embeds_speaks_and_keeps_files(openai: Client) -> None:
    """What else it has in common with OpenRouter; embeddings travel as base64 and arrive as floats."""
    vector = openai("embeddings.create", model="m", input="a", dimensions=4).data[0].embedding
    assert sum(number * number for number in vector) == pytest.approx(1, abs=1e-6)
    assert {"openai/gpt-5"} < {model.id for model in openai("models.list").data}
    spoken = openai("audio.speech.create", model="m", voice="alloy", input="a", response_format="wav")
    assert spoken.content.startswith(b"RIFF")
    assert openai("audio.transcriptions.create", model="m", file=FILE).text == "talk.wav, 8 bytes"
    stored = openai("files.create", file=FILE, purpose="user_data", extra_query={"provider": "openai"})
    assert (stored.filename, stored.bytes, stored.object) == ("talk.wav", 8, "file")
    assert openai("files.content", file_id=stored.id).content == FILE[1]


@needs("openai")
def test_openai_parses_structured_output(openai: Client) -> None:
    """Its helpers send the schema of a class, and read the answer as that class."""
    from pydantic import BaseModel, Field

    class Person(BaseModel):
        name: str = Field(min_length=6)
        age: int = Field(ge=18)
        friends: list[Person] = []
        boss: Person | None

    chat = openai("chat.completions.parse", model=MODEL, messages=USER, response_format=Person)
    parsed = chat.choices[0].message.parsed
    assert (type(parsed), parsed.name, parsed.age) == (Person, "textxx", 18)
    assert openai("responses.parse", model=MODEL, input="Hi", text_format=Person).output_parsed == parsed


@needs("openai")
def test_openai_calls_tools_and_counts(openai: Client, server: LocalOpenRouter) -> None:
    """The tool that it demands, several choices, tokens of a cache."""
    schema = {"type": "object", "properties": {"city": {"enum": ["Oslo", "Bergen"]}}, "required": ["city"]}
    tool = {"type": "function", "function": {"name": "weather", "parameters": schema}}
    chat = openai("chat.completions.create", model=MODEL, messages=USER, tools=[tool], tool_choice="required")
    (call,) = chat.choices[0].message.tool_calls
    assert (call.function.name, call.function.arguments) == ("weather", '{"city": "Oslo"}')
    server.model.reply(["a", "b"], usage={"prompt_tokens": 9, "cached_tokens": 5}, message="^Hello")
    chat = openai("chat.completions.create", model=MODEL, messages=USER, n=2)
    assert [choice.message.content for choice in chat.choices] == ["a", "b"]
    assert (chat.usage.prompt_tokens, chat.usage.prompt_tokens_details.cached_tokens) == (9, 5)


@needs("openai")
def test_replies_that_are_errors_reach_openai(openai: Client, server: LocalOpenRouter) -> None:
    """Before a stream, and after its second piece."""
    server.model.reply(error={"status": 429, "message": "Slow down"})
    with pytest.raises(Exception, match="Slow down") as raised:
        openai("chat.completions.create", model=MODEL, messages=USER, stream=True)
    assert raised.typename == "RateLimitError"
    server.model.reply("Hello", chunks=5, error={"status": 502, "message": "Provider lost", "after": 2})
    stream = openai("chat.completions.create", model=MODEL, messages=USER, stream=True)
    with pytest.raises(Exception, match="Provider lost") as raised:
        openai.events(stream)
    assert raised.typename == "APIError"
    server.model.reply(error={"status": 502, "message": "Provider lost", "after": 0})
    (event,) = openai.events(openai("responses.create", model=MODEL, input="Hi", stream=True))
    assert (event.type, event.response.error.message) == ("response.failed", "Provider lost")


@needs("openai")
@pytest.mark.parametrize(
    ("fault", "name"),
    [
        ({"at_event": 2, "close": "body"}, "APIConnectionError"),
        ({"at_event": 2, "poison": {"error": {"code": 502, "message": "lost"}}}, "APIError"),
        ({"status": 429}, "RateLimitError"),
        ({"status": 402}, "APIStatusError"),
    ],
)
def test_faults_reach_openai(openai: Client, server: LocalOpenRouter, fault: dict[str, Any], name: str) -> None:
    """In the middle of a stream as before it."""
    server.faults.add_json(fault)
    with pytest.raises(Exception) as raised:  # noqa: PT011 - its class is what is asked for
        openai.events(openai("chat.completions.create", model=MODEL, messages=USER, stream=True))
    assert name in {kind.__name__ for kind in raised.type.__mro__}


@needs("anthropic")
def test_anthropic_messages(anthropic: Client, server: LocalOpenRouter) -> None:
    """As a stream and whole."""
    scripted(server)
    stream = anthropic("messages.create", model=MODEL, max_tokens=9, messages=USER, stream=True)
    events = anthropic.events(stream)
    block = ("content_block_start", "content_block_stop")
    assert [event.type for event in events if event.type != "content_block_delta"] == [
        *("message_start", *block, *block, *block, "message_delta", "message_stop")
    ]
    deltas = [event.delta for event in events if event.type == "content_block_delta"]
    assert "".join(delta.text for delta in deltas if delta.type == "text_delta") == "Hello"
    assert "".join(delta.thinking for delta in deltas if delta.type == "thinking_delta") == "I think"
    assert "".join(delta.partial_json for delta in deltas if delta.type == "input_json_delta") == '{"city": "Oslo"}'
    assert (events[-2].delta.stop_reason, events[-2].usage.output_tokens) == ("tool_use", 13)
    whole = anthropic("messages.create", model=MODEL, max_tokens=9, messages=USER)
    assert (whole.content[0].text, whole.stop_reason) == ("Hello there", "end_turn")


@needs("anthropic")
def test_anthropic_calls_tools_and_counts(anthropic: Client, server: LocalOpenRouter) -> None:
    """The tool that it demands, structured output, tokens of a cache."""
    schema = {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]}
    asked: dict[str, Any] = {"model": MODEL, "max_tokens": 9, "messages": USER}
    tools = [{"name": "weather", "input_schema": schema}]
    called = anthropic("messages.create", **asked, tools=tools, tool_choice={"type": "any"})
    assert (called.content[0].name, called.content[0].input) == ("weather", {"city": "text"})
    structure = {"format": {"type": "json_schema", "schema": schema}}
    assert anthropic("messages.create", **asked, output_config=structure).content[0].text == '{"city": "text"}'
    server.model.reply("x", usage={"prompt_tokens": 9, "cached_tokens": 5, "cache_write_tokens": 1})
    usage = anthropic("messages.create", **asked).usage
    assert (usage.input_tokens, usage.cache_read_input_tokens, usage.cache_creation_input_tokens) == (3, 5, 1)


@needs("anthropic")
def test_replies_that_are_errors_reach_anthropic(anthropic: Client, server: LocalOpenRouter) -> None:
    """Before a stream, and after its second piece."""
    asked: dict[str, Any] = {"model": MODEL, "max_tokens": 9, "messages": USER, "stream": True}
    server.model.reply(error={"status": 529, "message": "Overloaded"})
    with pytest.raises(Exception, match="Overloaded") as raised:
        anthropic("messages.create", **asked)
    assert raised.typename == "OverloadedError"
    server.model.reply("Hello", chunks=5, error={"status": 529, "message": "Overloaded", "after": 2})
    with pytest.raises(Exception, match="Overloaded") as raised:
        anthropic.events(anthropic("messages.create", **asked))
    assert "APIStatusError" in {kind.__name__ for kind in raised.type.__mro__}


@needs("anthropic")
@pytest.mark.parametrize(
    ("fault", "name"),
    [
        ({"status": 429}, "RateLimitError"),
        ({"status": 529}, "OverloadedError"),
        (
            {"at_event": 2, "poison": 'event: error\ndata: {"type":"error","error":{"type":"api_error"}}\n\n'},
            "APIStatusError",
        ),
    ],
)
def test_faults_reach_anthropic(anthropic: Client, server: LocalOpenRouter, fault: dict[str, Any], name: str) -> None:
    """In the shape of error that it knows."""
    server.faults.add_json(fault)
    with pytest.raises(Exception) as raised:  # noqa: PT011 - its class is what is asked for
        anthropic.events(anthropic("messages.create", model=MODEL, max_tokens=9, messages=USER, stream=True))
    assert name in {kind.__name__ for kind in raised.type.__mro__}


@needs("openrouter")
def test_the_official_client_chats(official: Client, server: LocalOpenRouter) -> None:
    """As a stream and whole."""
    send = "chat.send" if official.runner is None else "chat.send_async"
    scripted(server)
    assert chat_told(official.events(official(send, model=MODEL, messages=USER, stream=True))) == TOLD
    whole = official(send, model=MODEL, messages=USER)
    assert (whole.choices[0].message.content, whole.usage.total_tokens) == ("Hello there", 4)


@needs("openrouter")
def test_the_official_client_responds(official: Client, server: LocalOpenRouter) -> None:
    """As a stream and whole."""
    send = "responses.send" if official.runner is None else "responses.send_async"
    scripted(server)
    events = official.events(official(send, model=MODEL, input="Hi", stream=True))
    assert [event.type for event in events] == RESPONSES
    assert official(send, model=MODEL, input="Hi").output[0].content[0].text == "Hi"


@needs("openrouter")
def test_the_official_client_does_the_rest(official: Client) -> None:
    """Embeddings, speech, transcriptions, models, files and keys."""
    twin = "" if official.runner is None else "_async"
    embedded = official(f"embeddings.generate{twin}", model="m", input="a", dimensions=4)
    assert len(embedded.data[0].embedding) == 4
    spoken = official(f"tts.create_speech{twin}", model="m", input="a", voice="alloy", response_format="mp3")
    sound = spoken.read() if official.runner is None else official.runner.run(spoken.aread())
    assert sound.startswith(b"\xff\xfb")
    file = {"file_name": "talk.wav", "content": b"RIFF...."}
    heard = official(f"stt.create_transcription_multipart{twin}", model="m", file=file)
    assert heard.text == "talk.wav, 8 bytes"
    assert official(f"models.list{twin}", limit=2).result.total_count > 2
    stored = official(f"files.upload{twin}", file=file)
    assert [each.id for each in official(f"files.list{twin}").result.data] == [stored.id]
    made = official(f"api_keys.create{twin}", name="n")
    assert made.key.startswith("sk-or-v1-")


@needs("openrouter")
def test_the_official_client_is_scripted(official: Client, server: LocalOpenRouter) -> None:
    """Structured output, an error in the middle of a stream, ranks."""
    twin = "" if official.runner is None else "_async"
    schema = {"type": "object", "properties": {"ok": {"type": "boolean"}}, "required": ["ok"]}
    structure = {"type": "json_schema", "json_schema": {"name": "n", "schema": schema}}
    whole = official(f"chat.send{twin}", model=MODEL, messages=USER, response_format=structure)
    assert whole.choices[0].message.content == '{"ok": true}'
    server.model.reply("Hello", chunks=5, error={"status": 402, "message": "No credits", "after": 2})
    chunks = official.events(official(f"chat.send{twin}", model=MODEL, messages=USER, stream=True))
    assert (chunks[-1].error.code, chunks[-1].error.message) == (402, "No credits")
    assert "".join(chunk.choices[0].delta.content for chunk in chunks) == "He"
    ranked = official(f"rerank.rerank{twin}", model="m", query="blue", documents=["red", "blue"], top_n=1)
    assert [(each.index, each.relevance_score) for each in ranked.results] == [(1, 1)]


@needs("openrouter")
@pytest.mark.parametrize("fault", [{"at_event": 2, "close": "body"}, {"status": 402}, {"status": 529}])
def test_faults_reach_the_official_client(official: Client, server: LocalOpenRouter, fault: dict[str, Any]) -> None:
    """In the middle of a stream as before it."""
    from openrouter.utils import BackoffStrategy, RetryConfig

    once = RetryConfig("none", BackoffStrategy(1, 1, 1, 1), retry_connection_errors=False)
    send = "chat.send" if official.runner is None else "chat.send_async"
    server.faults.add_json(fault)
    with pytest.raises(Exception) as raised:  # noqa: PT011 - its class is what is asked for
        official.events(official(send, model=MODEL, messages=USER, stream=True, retries=once))
    assert raised.type.__module__.startswith(("openrouter", "httpx"))

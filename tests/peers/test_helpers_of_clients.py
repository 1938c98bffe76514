"""What the clients of OpenAI and Anthropic build on calls, unmodified: they put streams together and run tools.

Calls themselves are in `test_clients_of_models`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

pytest.importorskip("openai", reason="openai is not installed: pip install 'openrouter-funcs[test]'")
pytest.importorskip("anthropic", reason="anthropic is not installed: pip install 'openrouter-funcs[test]'")

from anthropic import Anthropic, beta_tool
from openai import NotFoundError, OpenAI, pydantic_function_tool
from pydantic import BaseModel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from openrouter_core.testing import LocalOpenRouter

MODEL = "openai/gpt-5"
USER: list[Any] = [{"role": "user", "content": "What is the weather in Oslo?"}]
CALL = {"name": "weather", "arguments": {"city": "Oslo"}, "id": "call_1"}


class Place(BaseModel):
    """A place on Earth."""

    city: str


@pytest.fixture
def openai(server: LocalOpenRouter) -> Iterator[Any]:
    """Return OpenAI's client."""
    with OpenAI(base_url=server.url, api_key=server.ordinary_key, max_retries=0) as client:
        yield client


@pytest.fixture
def anthropic(server: LocalOpenRouter) -> Iterator[Any]:
    """Return Anthropic's client; it adds `/v1` itself."""
    url = server.url.removesuffix("/v1")
    with Anthropic(base_url=url, auth_token=server.ordinary_key, max_retries=0) as client:
        yield client


def test_openai_puts_a_chat_together(openai: Any, server: LocalOpenRouter) -> None:  # noqa: ANN401 - of whichever type helpers are
    """Text and the tool's arguments, which it reads as the tool's own class."""
    server.model.reply("Hello", chunks=3, tool_calls=[{**CALL, "name": "Place"}])
    with openai.chat.completions.stream(model=MODEL, messages=USER, tools=[pydantic_function_tool(Place)]) as stream:
        deltas = [event.delta for event in stream if event.type == "content.delta"]
        message = stream.get_final_completion().choices[0].message
    assert ([each for each in deltas if each], message.content) == (["He", "ll", "o"], "Hello")
    assert message.tool_calls[0].function.parsed_arguments == Place(city="Oslo")


def test_openai_puts_a_response_together(openai: Any, server: LocalOpenRouter) -> None:  # noqa: ANN401
    """Text that satisfies the schema of a class, read as that class."""
    with openai.responses.stream(model=MODEL, input="Where?", text_format=Place) as stream:
        response = stream.get_final_response()
    assert type(response.output_parsed) is Place
    server.model.reply("Hello", chunks=3, reasoning="I think")
    with openai.responses.stream(model=MODEL, input="Hi") as stream:
        deltas = [event.delta for event in stream if event.type == "response.output_text.delta"]
        response = stream.get_final_response()
    assert (len(deltas), response.output_text, response.status) == (3, "Hello", "completed")
    assert [item.type for item in response.output] == ["reasoning", "message"]


def test_openai_goes_on_after_a_tool(openai: Any, server: LocalOpenRouter) -> None:  # noqa: ANN401
    """In a chat and in a response: what the model asked for goes back with what the tool said."""
    tool = {"type": "function", "function": {"name": "weather", "parameters": {"type": "object"}}}
    server.model.reply(tool_calls=[CALL])
    asked = openai.chat.completions.create(model=MODEL, messages=USER, tools=[tool]).choices[0].message
    told = [*USER, asked, {"role": "tool", "tool_call_id": asked.tool_calls[0].id, "content": "It rains."}]
    server.model.reply("Take an umbrella.")
    said = openai.chat.completions.create(model=MODEL, messages=told, tools=[tool]).choices[0].message.content
    assert said == "Take an umbrella."

    function = {"type": "function", "name": "weather", "parameters": {"type": "object"}, "strict": False}
    server.model.reply(tool_calls=[CALL])
    output = openai.responses.create(model=MODEL, input=USER, tools=[function]).output
    assert (output[0].type, output[0].call_id) == ("function_call", "call_1")
    told = [*USER, *output, {"type": "function_call_output", "call_id": "call_1", "output": "It rains."}]
    server.model.reply("Take an umbrella.")
    assert openai.responses.create(model=MODEL, input=told, tools=[function]).output_text == "Take an umbrella."


def test_openai_looks_for_images_where_openrouter_has_none(openai: Any) -> None:  # noqa: ANN401
    """OpenAI's path is `/images/generations`, OpenRouter's is `/images`."""
    with pytest.raises(NotFoundError):
        openai.images.generate(model=MODEL, prompt="A house")


def test_anthropic_puts_a_message_together(anthropic: Any, server: LocalOpenRouter) -> None:  # noqa: ANN401
    """Thinking with its signature, text, and the input of a tool."""
    server.model.reply("Hello", chunks=3, reasoning="I think", tool_calls=[CALL])
    thinking = {"type": "enabled", "budget_tokens": 1024}
    with anthropic.messages.stream(model=MODEL, max_tokens=2048, messages=USER, thinking=thinking) as stream:
        text = list(stream.text_stream)
        message = stream.get_final_message()
    assert text == ["He", "ll", "o"]
    thought, said, call = message.content
    assert (thought.thinking, bool(thought.signature), said.text) == ("I think", True, "Hello")
    assert (call.name, call.input, message.stop_reason) == ("weather", {"city": "Oslo"}, "tool_use")


def test_anthropic_runs_tools(anthropic: Any, server: LocalOpenRouter) -> None:  # noqa: ANN401
    """Its loop calls the function, sends back what that returns, and ends with the model's last word."""
    cities: list[str] = []

    @beta_tool
    def weather(city: str) -> str:
        """Say what the weather is like."""
        cities.append(city)
        return "It rains."

    server.model.reply(tool_calls=[CALL])
    server.model.reply("Take an umbrella.")
    runner = anthropic.beta.messages.tool_runner(model=MODEL, max_tokens=9, messages=USER, tools=[weather])
    last = runner.until_done()
    assert (cities, last.content[0].text) == (["Oslo"], "Take an umbrella.")


def test_anthropic_reads_structured_output(anthropic: Any) -> None:  # noqa: ANN401
    """As the class whose schema it sends."""
    message = anthropic.messages.parse(model=MODEL, max_tokens=9, messages=USER, output_format=Place)
    assert type(message.parsed_output) is Place

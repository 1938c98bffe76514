"""LangChain and LiteLLM, unmodified, take the local server for OpenRouter.

They need an environment of their own: LangChain's package wants an older client of OpenRouter than the other tests.

    python -m venv peers && peers/bin/pip install -e '.[peers]'
    peers/bin/python -m pytest tests/peers/test_frameworks.py
"""

from __future__ import annotations

import gc
import os
import re
from functools import reduce
from operator import add
from pathlib import Path
from typing import TYPE_CHECKING, Any

import openai
import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from openrouter_core.testing import LocalOpenRouter

os.environ["LITELLM_LOCAL_MODEL_COST_MAP"] = "True"  # otherwise its import asks GitHub for prices
WHY = "not installed: pip install 'openrouter-funcs[peers]', in an environment of its own"
langchain_openrouter = pytest.importorskip("langchain_openrouter", reason=WHY)
langchain_openai = pytest.importorskip("langchain_openai", reason=WHY)
litellm = pytest.importorskip("litellm", reason=WHY)

pytestmark = [
    # LiteLLM has schemas of many providers, with a qualifier that pydantic cannot enforce.
    pytest.mark.filterwarnings("ignore:Items? .* the `ReadOnly` qualifier:UserWarning"),
    # Neither closes its connections.
    pytest.mark.filterwarnings("ignore:unclosed:ResourceWarning"),
]

MODEL = "openai/gpt-5"
CALL = {"name": "weather", "arguments": {"city": "Oslo"}, "id": "call_1"}
PERSON = {
    "title": "Person",
    "description": "Somebody.",
    "type": "object",
    "properties": {"name": {"type": "string"}, "age": {"type": "integer"}},
    "required": ["name", "age"],
    "additionalProperties": False,
}


def weather(city: str) -> str:
    """Say what the weather is like."""
    return f"It rains in {city}."


@pytest.fixture(autouse=True, scope="module")
def _dropped() -> Iterator[None]:  # pyright: ignore[reportUnusedFunction] - pytest uses it
    """Let connections that nobody closes end while warnings of them are ignored."""
    yield
    gc.collect()


@pytest.fixture(params=[langchain_openrouter.ChatOpenRouter, langchain_openai.ChatOpenAI], ids=["openrouter", "openai"])
def chat(request: pytest.FixtureRequest, server: LocalOpenRouter) -> Any:  # noqa: ANN401 - one of two clients
    """Return a chat of LangChain's package for OpenRouter, and one of that for OpenAI."""
    return request.param(model=MODEL, api_key=server.ordinary_key, base_url=server.url, max_retries=0)


def test_langchain_invokes(chat: Any) -> None:  # noqa: ANN401
    """And counts tokens."""
    said = chat.invoke("Hello there")
    assert (said.content, said.response_metadata["finish_reason"]) == ("Hello there", "stop")
    assert said.usage_metadata["total_tokens"] == 4


def test_langchain_streams(server: LocalOpenRouter, chat: Any) -> None:  # noqa: ANN401
    """In as many pieces as the model says it in."""
    server.model.reply("Hello", chunks=3)
    chunks: list[Any] = list(chat.stream("Hi"))
    assert "".join(chunk.content for chunk in chunks) == "Hello"
    assert sum(bool(chunk.content) for chunk in chunks) == 3
    assert reduce(add, chunks).usage_metadata["output_tokens"] > 0


def test_langchain_calls_tools(server: LocalOpenRouter, chat: Any) -> None:  # noqa: ANN401
    """The arguments arrive as an object, and the tool's answer goes back."""
    server.model.reply(tool_calls=[CALL])
    bound = chat.bind_tools([weather])
    asked = bound.invoke("What is the weather in Oslo?")
    (call,) = asked.tool_calls
    assert (call["name"], call["args"], call["id"]) == ("weather", {"city": "Oslo"}, "call_1")
    server.model.reply("It rains.")
    answer = {"role": "tool", "content": weather(**call["args"]), "tool_call_id": call["id"]}
    told = [{"role": "user", "content": "What is the weather in Oslo?"}, asked, answer]
    assert bound.invoke(told).content == "It rains."
    sent: Any = server.requests[-1].body
    assert sent["messages"][-1]["content"] == "It rains in Oslo."


@pytest.mark.parametrize("method", ["function_calling", "json_schema"])
def test_langchain_reads_structured_output(chat: Any, method: str) -> None:  # noqa: ANN401
    """A model that was told nothing satisfies the schema that comes with the request."""
    person = chat.with_structured_output(PERSON, method=method).invoke("Who is it?")
    assert {name: type(value) for name, value in person.items()} == {"name": str, "age": int}


def test_langchain_embeds(server: LocalOpenRouter) -> None:
    """Over OpenAI's package: that of OpenRouter has no embeddings."""
    embeddings = langchain_openai.OpenAIEmbeddings(
        model="openai/text-embedding-3-small",
        api_key=server.ordinary_key,
        base_url=server.url,
        check_embedding_ctx_length=False,
    )
    first, second, other = embeddings.embed_documents(["a", "a", "b"])
    assert first == second != other


@pytest.mark.parametrize(
    "status", [402, 429]
)  # its client of OpenRouter repeats what is answered with a 5XX for an hour
def test_faults_reach_langchain(server: LocalOpenRouter, chat: Any, status: int) -> None:  # noqa: ANN401
    """As what the client below it raises."""
    server.fail(status=status)
    with pytest.raises(Exception) as raised:  # noqa: PT011 - of which class it is, is the client's choice
        chat.invoke("Hi")
    assert vars(raised.value)["status_code"] == status


@pytest.fixture
def place(server: LocalOpenRouter) -> dict[str, Any]:
    """Return what LiteLLM has to be told."""
    return {
        "model": f"openrouter/{MODEL}",
        "messages": [{"role": "user", "content": "Hello there"}],
        "api_key": server.ordinary_key,
        "api_base": server.url,
        "num_retries": 0,
    }


def test_litellm_completes(place: dict[str, Any]) -> None:
    """And takes over what OpenRouter says that it cost."""
    answer = litellm.completion(**place)
    assert (answer.choices[0].message.content, answer.usage.total_tokens) == ("Hello there", 4)
    assert litellm.completion_cost(answer) == pytest.approx(answer.usage.cost)


def test_the_page_on_migration_is_right(
    server: LocalOpenRouter, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its block prints what the block after it prints, and every name that it gives for LiteLLM's is one."""
    page = Path(__file__).parents[2].joinpath("docs", "guides", "migration.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"```python\n(import litellm\n.*?)```", page, re.DOTALL)
    (printed,) = re.findall(r"```output\n(.*?)```", page.partition(block)[2], re.DOTALL)
    monkeypatch.setenv("OPENROUTER_API_BASE", server.url)
    monkeypatch.setenv("OPENROUTER_API_KEY", server.ordinary_key)
    exec(block, {})  # noqa: S102 - the page is ours
    assert capsys.readouterr().out == printed
    names = set(re.findall(r"\blitellm\.([A-Za-z_]+)", page))
    assert len(names) > 10
    assert [each for each in names if not hasattr(litellm, each)] == []
    assert issubclass(litellm.RateLimitError, openai.RateLimitError)


def test_litellm_streams(place: dict[str, Any], server: LocalOpenRouter) -> None:
    """Text, reasoning and the call of a tool."""
    server.model.reply("Hello", chunks=3, reasoning="I think", tool_calls=[CALL])
    chunks = list(litellm.completion(**place, stream=True))
    whole = litellm.stream_chunk_builder(chunks)
    message = whole.choices[0].message
    assert (message.content, message.reasoning_content) == ("Hello", "I think")
    assert message.tool_calls[0].function.arguments == '{"city": "Oslo"}'


def test_litellm_embeds(server: LocalOpenRouter) -> None:
    """Alike what is alike."""
    answer = litellm.embedding(
        model="openrouter/openai/text-embedding-3-small",
        input=["a", "a", "b"],
        api_key=server.ordinary_key,
        api_base=server.url,
    )
    first, second, other = (each["embedding"] for each in answer.data)
    assert first == second != other


@pytest.mark.parametrize(
    ("status", "name"), [(401, "AuthenticationError"), (429, "RateLimitError"), (503, "ServiceUnavailableError")]
)
def test_faults_reach_litellm(place: dict[str, Any], server: LocalOpenRouter, status: int, name: str) -> None:
    """As its own classes."""
    server.fail(status=status)
    with pytest.raises(getattr(litellm, name)):
        litellm.completion(**place)

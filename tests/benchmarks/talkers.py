"""The clients that talk to models, each made to do the same work, as `clients` has them for credentials.

Bare httpx is `post(url, json=...).json()`, and for a stream `iter_lines` with `json.loads`.
"""

from __future__ import annotations

import json
from importlib import import_module
from typing import TYPE_CHECKING, Any

import attrs
import httpx

from tests.benchmarks.clients import BARE, BEARER, LITELLM, OFFICIAL, OPENAI, OURS, PATIENCE
from tests.benchmarks.payloads import KEY, MESSAGES, MODEL

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Iterator, Sequence

__all__ = ["TALKERS", "Talker", "open_talker"]

TEXTS = ["a text to embed"]
QUESTION = MESSAGES[-1:]
DATA, DONE = "data: ", "[DONE]"


@attrs.frozen
class Talker:
    """One open client.

    Attributes:
        chat: Have a conversation of so many messages answered, decoded.
        chat_async: Have a short one answered in an event loop.
        models: List the models, decoded; `None` where the client has no such list.
        embeddings: Get embeddings as floats, sent as `float` or, where the client can, as `base64`; `None` where it is
            not compared.
        events: Ask for a stream, and go through its decoded events.
        events_async: The same in an event loop.
    """

    chat: Callable[[int], object]
    chat_async: Callable[[], Awaitable[object]]
    models: Callable[[], Sequence[object]] | None
    embeddings: Callable[[Any], object] | None
    events: Callable[[], Iterable[object]]
    events_async: Callable[[], AsyncIterator[object]]


def open_talker(
    name: str, url: str, transport: httpx.BaseTransport | None, async_transport: httpx.AsyncBaseTransport | None
) -> Talker:
    """Open the client `name` for the API at `url`, over these transports or, without them, over its own connections."""
    client = None if transport is None else httpx.Client(transport=transport)
    async_client = None if async_transport is None else httpx.AsyncClient(transport=async_transport)
    return TALKERS[name](url, client, async_client)


def _ours(url: str, client: httpx.Client | None, async_client: httpx.AsyncClient | None) -> Talker:
    from openrouter_core import OpenRouterCore
    from openrouter_funcs.chat_send import chat_send, chat_send_async, chat_send_stream, chat_send_stream_async
    from openrouter_funcs.embeddings_generate import embeddings_generate
    from openrouter_funcs.models_list import models_list

    core = OpenRouterCore(
        api_key=KEY, server_url=url, http_client=client, async_http_client=async_client, timeout=PATIENCE
    )
    messages: Any = MESSAGES
    question: Any = QUESTION

    async def chat_async() -> object:
        return (await chat_send_async(core, model=MODEL, messages=question)).unwrap()

    def events() -> Iterator[object]:
        with chat_send_stream(core, model=MODEL, messages=question).unwrap() as stream:
            for event in stream:
                yield event.unwrap()

    async def events_async() -> AsyncIterator[object]:
        async with (await chat_send_stream_async(core, model=MODEL, messages=question)).unwrap() as stream:
            async for event in stream:
                yield event.unwrap()

    return Talker(
        chat=lambda count: chat_send(core, model=MODEL, messages=messages[:count]).unwrap(),
        chat_async=chat_async,
        models=lambda: models_list(core).unwrap().own_items,
        embeddings=lambda encoding: embeddings_generate(
            core, model=MODEL, input=TEXTS, encoding_format=encoding
        ).unwrap(),
        events=events,
        events_async=events_async,
    )


def _bare(url: str, client: httpx.Client | None, async_client: httpx.AsyncClient | None) -> Talker:
    client, async_client = client or httpx.Client(), async_client or httpx.AsyncClient(timeout=PATIENCE)
    client.headers.update(BEARER)
    async_client.headers.update(BEARER)
    chat, embed = f"{url}/chat/completions", f"{url}/embeddings"
    question = {"model": MODEL, "messages": QUESTION}
    asked = {**question, "stream": True}

    async def chat_async() -> object:
        return (await async_client.post(chat, json=question)).json()

    def events() -> Iterator[object]:
        with client.stream("POST", chat, json=asked) as response:
            for line in response.iter_lines():
                if line.startswith(DATA) and line != DATA + DONE:
                    yield json.loads(line[len(DATA) :])

    async def events_async() -> AsyncIterator[object]:
        async with async_client.stream("POST", chat, json=asked) as response:
            async for line in response.aiter_lines():
                if line.startswith(DATA) and line != DATA + DONE:
                    yield json.loads(line[len(DATA) :])

    return Talker(
        chat=lambda count: client.post(chat, json={"model": MODEL, "messages": MESSAGES[:count]}).json(),
        chat_async=chat_async,
        models=lambda: client.get(f"{url}/models").json()["data"],
        embeddings=lambda _: client.post(embed, json={"model": MODEL, "input": TEXTS}).json(),
        events=events,
        events_async=events_async,
    )


def _official(url: str, client: httpx.Client | None, async_client: httpx.AsyncClient | None) -> Talker:
    from openrouter import OpenRouter

    patience = int(PATIENCE * 1000)
    opened: Any = OpenRouter(api_key=KEY, server_url=url, client=client, async_client=async_client, timeout_ms=patience)

    async def events_async() -> AsyncIterator[object]:
        async with await opened.chat.send_async(model=MODEL, messages=QUESTION, stream=True) as stream:
            async for event in stream:
                yield event

    return Talker(
        chat=lambda count: opened.chat.send(model=MODEL, messages=MESSAGES[:count]),
        chat_async=lambda: opened.chat.send_async(model=MODEL, messages=QUESTION),
        models=lambda: opened.models.list().result.data,
        embeddings=lambda _: opened.embeddings.generate(model=MODEL, input=TEXTS),
        events=lambda: opened.chat.send(model=MODEL, messages=QUESTION, stream=True),
        events_async=events_async,
    )


def _openai(url: str, client: Any, async_client: Any) -> Talker:  # noqa: ANN401 - it takes both httpx and httpx2
    from openai import AsyncOpenAI, OpenAI

    opened: Any = OpenAI(base_url=url, api_key=KEY, http_client=client)
    twin: Any = AsyncOpenAI(base_url=url, api_key=KEY, http_client=async_client)

    async def events_async() -> AsyncIterator[object]:
        async for event in await twin.chat.completions.create(model=MODEL, messages=QUESTION, stream=True):
            yield event

    return Talker(
        chat=lambda count: opened.chat.completions.create(model=MODEL, messages=MESSAGES[:count]),
        chat_async=lambda: twin.chat.completions.create(model=MODEL, messages=QUESTION),
        models=None,  # it reads four fields of each
        embeddings=lambda encoding: opened.embeddings.create(model=MODEL, input=TEXTS, encoding_format=encoding),
        events=lambda: opened.chat.completions.create(model=MODEL, messages=QUESTION, stream=True),
        events_async=events_async,
    )


def _litellm(url: str, client: httpx.Client | None, _: httpx.AsyncClient | None) -> Talker:
    litellm: Any = import_module("litellm")  # from an environment of its own: no type checker sees it
    handlers: Any = import_module("litellm.llms.custom_httpx.http_handler")
    asked = {"model": f"openrouter/{MODEL}", "api_key": KEY, "api_base": url, "timeout": PATIENCE}
    handler = None if client is None else handlers.HTTPHandler(client=client)

    async def events_async() -> AsyncIterator[object]:
        async for event in await litellm.acompletion(**asked, messages=QUESTION, stream=True):
            yield event

    return Talker(
        chat=lambda count: litellm.completion(**asked, messages=MESSAGES[:count], client=handler),
        chat_async=lambda: litellm.acompletion(**asked, messages=QUESTION),
        models=None,
        embeddings=None,
        events=lambda: litellm.completion(**asked, messages=QUESTION, stream=True),
        events_async=events_async,
    )


TALKERS: dict[str, Callable[[str, httpx.Client | None, httpx.AsyncClient | None], Talker]] = {
    OURS: _ours,
    BARE: _bare,
    OFFICIAL: _official,
    OPENAI: _openai,
    LITELLM: _litellm,
}

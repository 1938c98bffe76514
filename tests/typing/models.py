"""What the functions that talk to models accept and return, and those beside them. Checked, and never run."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never, assert_type

from openrouter_core import AsyncPage, Ok, OpenRouterCore, Page, Result, Secret
from openrouter_core.errors import (
    BadGatewayResponseError,
    BadRequestResponseError,
    CommonError,
    EdgeNetworkTimeoutResponseError,
    ForbiddenResponseError,
    InternalServerResponseError,
    NotFoundResponseError,
    PayloadTooLargeResponseError,
    PaymentRequiredResponseError,
    ProviderOverloadedResponseError,
    RequestTimeoutResponseError,
    ServiceUnavailableResponseError,
    StreamError,
    TooManyRequestsResponseError,
    UnauthorizedResponseError,
    UnprocessableEntityResponseError,
)
from openrouter_core.streams import AsyncStream, Stream
from openrouter_funcs.api_keys_create import ApiKeysCreateError, api_keys_create, api_keys_create_async
from openrouter_funcs.chat_send import (
    ChatSendError,
    chat_send,
    chat_send_async,
    chat_send_stream,
    chat_send_stream_async,
)
from openrouter_funcs.embeddings_generate import (
    EmbeddingsGenerateError,
    embeddings_generate,
    embeddings_generate_async,
)
from openrouter_funcs.files_list import FilesListError, files_list, files_list_async
from openrouter_funcs.messages_create import (
    MessagesCreateError,
    messages_create,
    messages_create_async,
    messages_create_stream,
    messages_create_stream_async,
)
from openrouter_funcs.models.api_keys import CreateAPIKeyResponse
from openrouter_funcs.models.chat import ChatResult, ChatStreamChunk
from openrouter_funcs.models.files import AnthropicFile, FileListResponse, OpenAIFile, OpenRouterFile
from openrouter_funcs.models.messages import MessagesContentBlockDeltaEvent, MessagesResult, MessagesStreamEvents
from openrouter_funcs.models.models import CreateEmbeddingsResponse, Model, ModelsListResponse
from openrouter_funcs.models.responses import OpenResponsesResult, StreamEvents
from openrouter_funcs.models_list import ModelsListError, models_list, models_list_async
from openrouter_funcs.responses_send import (
    ResponsesSendError,
    responses_send,
    responses_send_async,
    responses_send_stream,
    responses_send_stream_async,
)

if TYPE_CHECKING:
    from openrouter_funcs.models.chat_params import ChatSendRequest


def whole(core: OpenRouterCore) -> None:
    """Each returns a `Result` of its response and its own errors."""
    assert_type(chat_send(core, messages=[{"role": "user", "content": "Hi"}]), Result[ChatResult, ChatSendError])
    assert_type(responses_send(core, input="Hi"), Result[OpenResponsesResult, ResponsesSendError])
    message = messages_create(core, model="m", messages=[{"role": "user", "content": "Hi"}])
    assert_type(message, Result[MessagesResult, MessagesCreateError])
    embedded = embeddings_generate(core, model="m", input=["a"])
    assert_type(embedded, Result[CreateEmbeddingsResponse, EmbeddingsGenerateError])
    assert_type(embedded.unwrap().data[0].embedding, tuple[float, ...])
    assert_type(api_keys_create(core, name="x"), Result[CreateAPIKeyResponse, ApiKeysCreateError])


async def whole_async(core: OpenRouterCore) -> None:
    """The twins return the same."""
    chat = await chat_send_async(core, messages=[{"role": "user", "content": "Hi"}])
    assert_type(chat, Result[ChatResult, ChatSendError])
    assert_type(await responses_send_async(core, input="Hi"), Result[OpenResponsesResult, ResponsesSendError])
    message = await messages_create_async(core, model="m", messages=[{"role": "user", "content": "Hi"}])
    assert_type(message, Result[MessagesResult, MessagesCreateError])
    embedded = await embeddings_generate_async(core, model="m", input="a")
    assert_type(embedded, Result[CreateEmbeddingsResponse, EmbeddingsGenerateError])
    assert_type(await api_keys_create_async(core, name="x"), Result[CreateAPIKeyResponse, ApiKeysCreateError])


def streams(core: OpenRouterCore) -> None:
    """A stream knows its events and its errors, and each event is a `Result`."""
    opened = chat_send_stream(core, messages=[{"role": "user", "content": "Hi"}])
    assert_type(opened, Result[Stream[ChatStreamChunk, ChatSendError], ChatSendError])
    with opened.unwrap() as stream:
        for event in stream:
            assert_type(event, Result[ChatStreamChunk, ChatSendError])
            if isinstance(event, Ok):
                assert_type(event.value.choices[0].delta.content, str | None)
        assert_type(stream.collect(), Result[list[ChatStreamChunk], ChatSendError])
    responses = responses_send_stream(core, input="Hi")
    assert_type(responses, Result[Stream[StreamEvents, ResponsesSendError], ResponsesSendError])
    messages = messages_create_stream(core, model="m", messages=[{"role": "user", "content": "Hi"}])
    assert_type(messages, Result[Stream[MessagesStreamEvents, MessagesCreateError], MessagesCreateError])
    for told in messages.unwrap():
        match told:
            case Ok(MessagesContentBlockDeltaEvent(index=index)):
                assert_type(index, int)
            case _:
                pass


async def async_streams(core: OpenRouterCore) -> None:
    """An async stream is the same, awaited."""
    opened = await chat_send_stream_async(core, messages=[{"role": "user", "content": "Hi"}])
    assert_type(opened, Result[AsyncStream[ChatStreamChunk, ChatSendError], ChatSendError])
    async with opened.unwrap() as stream:
        async for event in stream:
            assert_type(event, Result[ChatStreamChunk, ChatSendError])
        assert_type(await stream.collect(), Result[list[ChatStreamChunk], ChatSendError])
    for _ in opened.unwrap():  # type: ignore[attr-defined]  # pyright: ignore[reportGeneralTypeIssues, reportUnknownVariableType]
        pass
    responses = await responses_send_stream_async(core, input="Hi")
    assert_type(responses, Result[AsyncStream[StreamEvents, ResponsesSendError], ResponsesSendError])
    messages = await messages_create_stream_async(core, model="m", messages=[{"role": "user", "content": "Hi"}])
    assert_type(messages, Result[AsyncStream[MessagesStreamEvents, MessagesCreateError], MessagesCreateError])


def pages(core: OpenRouterCore) -> None:
    """A page knows its items, of whichever storage."""
    models = models_list(core, limit=5, zdr="true", min_price=None)
    assert_type(models, Result[Page[ModelsListResponse, Model, ModelsListError], ModelsListError])
    listed = files_list(core, limit=5)
    assert_type(
        listed,
        Result[Page[FileListResponse, OpenRouterFile | OpenAIFile | AnthropicFile, FilesListError], FilesListError],
    )
    for item in listed.unwrap().items():
        assert_type(item.unwrap().filename, str)


async def async_pages(core: OpenRouterCore) -> None:
    """An async page does, too."""
    models = await models_list_async(core)
    assert_type(models, Result[AsyncPage[ModelsListResponse, Model, ModelsListError], ModelsListError])
    assert_type((await files_list_async(core)).unwrap().result, FileListResponse)


def accepted(core: OpenRouterCore) -> None:
    """A request is a plain dict, nested ones too; values that are newer than the release are strings."""
    tool = {"type": "object", "properties": {"city": {"type": "string"}}}
    request: ChatSendRequest = {"messages": [{"role": "user", "content": [{"type": "text", "text": "Hi"}]}]}
    request["tools"] = [{"type": "function", "function": {"name": "weather", "parameters": tool}}]
    chat_send(core, **request)
    chat_send_stream(core, messages=[], temperature=1, reasoning={"effort": "extreme"}, stop=["x"])
    chat_send_stream(core, messages=[], x_openrouter_metadata="enabled", max_tokens=None)
    api_keys_create(core, name="x", external={"user": "u", "api_key": Secret("k")}, limit=None)
    files_list(core, provider="elsewhere", order="asc")


def refused(core: OpenRouterCore) -> None:
    """A wrong argument is an error of the type checker before it is an `Err`."""
    chat_send(core)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    chat_send(core, messages=[], stream=True)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    chat_send(core, messages="Hi")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    messages_create(core, messages=[])  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    embeddings_generate(core, model="m", input=1)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    models_list(core, limit="5")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    api_keys_create(core, name="x", limit="5")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def common(error: CommonError) -> str:
    """What every function may return."""
    return error.message


def of_chat(error: ChatSendError) -> str:
    """`chat_send` and its streams return these beside the common ones."""
    match error:
        case BadRequestResponseError() | UnprocessableEntityResponseError() | PayloadTooLargeResponseError():
            name = "request"
        case UnauthorizedResponseError() | ForbiddenResponseError() | PaymentRequiredResponseError():
            name = "account"
        case NotFoundResponseError() | TooManyRequestsResponseError() | RequestTimeoutResponseError():
            name = "model"
        case InternalServerResponseError() | BadGatewayResponseError() | ServiceUnavailableResponseError():
            name = "server"
        case EdgeNetworkTimeoutResponseError() | ProviderOverloadedResponseError():
            name = "provider"
        case StreamError():
            name = "stream"
        case _:
            name = common(error)
    return name


def of_messages(error: MessagesCreateError) -> str:
    """Fewer statuses are documented of `messages_create`, and none is forgotten."""
    match error:
        case BadRequestResponseError() | UnauthorizedResponseError() | ForbiddenResponseError():
            name = "request"
        case NotFoundResponseError() | TooManyRequestsResponseError() | StreamError():
            name = "model"
        case InternalServerResponseError() | ServiceUnavailableResponseError():
            name = "server"
        case _:
            assert_never(error)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    return name

"""`chat_send`: POST /chat/completions.

Have a model answer a conversation, in the form of OpenAI's chat completions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async, call_stream, call_stream_async
from openrouter_core.operation import Operation, Streaming, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_core.streams import AsyncStream, Stream
    from openrouter_funcs.models.chat import ChatResult, ChatStreamChunk
    from openrouter_funcs.models.chat_params import ChatSendRequest

__all__ = [
    "ChatSendError",
    "chat_send",
    "chat_send_async",
    "chat_send_stream",
    "chat_send_stream_async",
]

ChatSendError: TypeAlias = (
    errors.BadRequestResponseError
    | errors.UnauthorizedResponseError
    | errors.PaymentRequiredResponseError
    | errors.ForbiddenResponseError
    | errors.NotFoundResponseError
    | errors.RequestTimeoutResponseError
    | errors.PayloadTooLargeResponseError
    | errors.UnprocessableEntityResponseError
    | errors.TooManyRequestsResponseError
    | errors.InternalServerResponseError
    | errors.BadGatewayResponseError
    | errors.ServiceUnavailableResponseError
    | errors.EdgeNetworkTimeoutResponseError
    | errors.ProviderOverloadedResponseError
    | errors.StreamError
    | errors.CommonError
)
"""Every error that `chat_send` and its streams return."""


@stated
def _operation() -> Operation[ChatResult, ChatSendError]:
    from openrouter_funcs.models import chat, chat_params

    return Operation(
        name="chat_send",
        method="POST",
        path="/chat/completions",
        request=chat_params.ChatSendRequest,
        success=(200, chat.ChatResult),
        errors={
            400: errors.BadRequestResponseError,
            401: errors.UnauthorizedResponseError,
            402: errors.PaymentRequiredResponseError,
            403: errors.ForbiddenResponseError,
            404: errors.NotFoundResponseError,
            408: errors.RequestTimeoutResponseError,
            413: errors.PayloadTooLargeResponseError,
            422: errors.UnprocessableEntityResponseError,
            429: errors.TooManyRequestsResponseError,
            500: errors.InternalServerResponseError,
            502: errors.BadGatewayResponseError,
            503: errors.ServiceUnavailableResponseError,
            524: errors.EdgeNetworkTimeoutResponseError,
            529: errors.ProviderOverloadedResponseError,
        },
        effect="run",
        headers={"x_openrouter_metadata": "X-OpenRouter-Metadata"},
        streaming=Streaming(event=chat.ChatStreamChunk),
    )


def chat_send(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ChatSendRequest]
) -> Result[ChatResult, ChatSendError]:
    """Have a model answer a conversation, in the form of OpenAI's chat completions.

    The model's work is paid, and so it is not done twice on a guess: an attempt is tried again after 429, 502, 503 and
    529, and when it was certainly never sent. After a 500 or a broken connection the error has `outcome="unknown"`.
    Unless core or call say otherwise, 600 s are the longest wait for a word and the deadline of the whole call.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: The request; see `ChatSendRequest`. What is absent is not sent, and left to the model or to
            OpenRouter.

            - `messages`: the conversation so far, the oldest message first (required).
            - `model`: the model, such as `"openai/gpt-5"`; absent for the account's default.
            - `models`: models to fall back on, in this order, when the one before cannot answer.
            - `max_completion_tokens`: the most tokens that the answer may have, reasoning included; absent or `None`
              for as many as the model can.
            - `max_tokens`: the same under its old name, for providers that know no other.
            - `temperature`: how freely the model chooses, 0 (hardly) to 2.
            - `top_p`: only the likeliest tokens that together have this probability, 0 to 1.
            - `top_k`: only so many of the likeliest tokens; 1 for always the likeliest.
            - `min_p`, `top_a`: only tokens at least this likely beside the likeliest (of `top_a`, beside its square), 0
              to 1.
            - `frequency_penalty`, `presence_penalty`: what a token loses for each time it has been used, and once it
              has been used, -2 to 2.
            - `repetition_penalty`: by how much used tokens become less likely, as a factor; 1 for not at all.
            - `logit_bias`: what to add to the likelihood of tokens, by their ids, -100 to 100.
            - `logprobs`, `top_logprobs`: whether to tell how likely each token was, and of how many others, 0 to 20.
            - `seed`: the same number gives the same answer, as far as the provider can.
            - `stop`: up to four texts at which the model stops.
            - `tools`, `tool_choice`, `parallel_tool_calls`: what the model may call; whether it may, must or must not,
              or which; and whether several at once.
            - `deferred_tools`: how tools are found that are not shown to the model from the start.
            - `stop_server_tools_when`: conditions that end the work with tools that OpenRouter runs itself, such as a
              number of steps or a cost in dollars.
            - `response_format`: the form of the answer: text, any JSON, JSON of a schema, or what a grammar admits;
              absent for text.
            - `reasoning`: how much the model reasons, and whether it sums that up for you.
            - `reasoning_effort`: `reasoning.effort` in short; the two must not contradict each other.
            - `modalities`: what the answer may be made of: `"text"`, `"image"`, `"audio"`.
            - `image_config`: how pictures are made, by the names that the model has for it.
            - `prediction`: what the answer will probably hold, so that it comes faster.
            - `provider`: which providers may serve the request, by what they cost, promise or keep, and in which order;
              absent or `None` for all that the account allows.
            - `route`: has no effect any more; use `models`.
            - `plugins`: what OpenRouter does with the request before or after the model, such as a web search or
              reading PDFs, each with its settings; absent for what the account has set.
            - `service_tier`: how fast and how dear it may be, such as `"flex"` or `"priority"`; absent for the usual.
            - `cache_control`: that the provider caches the request, and for how long (`"5m"`, `"1h"`), where it does
              that on demand.
            - `prompt_cache_key`, `prompt_cache_options`: under which name, and how, the provider caches what requests
              have in common.
            - `session_id`: a name for requests that belong together, at most 256 characters: they go to one provider,
              whose cache then helps.
            - `user`: who is served, as a stable name of your own: whoever abuses the service is then blocked alone.
            - `metadata`: notes of your own: at most 16, with names of 64 and values of 512 characters.
            - `trace`: names under which observability tools file the request; other keys are passed on to them.
            - `debug`: what to tell, in a stream, of the request that the provider got.
            - `stream_options`: has no effect any more: the usage always comes.
            - `x_openrouter_metadata`: `"enabled"` to be told in `openrouter_metadata` how the request was routed
              (header `X-OpenRouter-Metadata`); absent for not.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(ChatResult)`, whose `choices[0].message` is the answer: its `content`, the `tool_calls` that it asks for,
        and in `finish_reason` why it ends; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `PaymentRequiredResponseError` (402): the account, or the key, has no credits left for this;
        - `ForbiddenResponseError` (403): the key may not do this, or a guardrail has blocked the request: see
          `openrouter_metadata`;
        - `NotFoundResponseError` (404): there is no such model, or nobody who may serve the request;
        - `RequestTimeoutResponseError` (408): it took longer than OpenRouter waits; the work may be paid;
        - `PayloadTooLargeResponseError` (413): the request is too large;
        - `UnprocessableEntityResponseError` (422): the values are of the right types, and yet make no sense together;
        - `TooManyRequestsResponseError` (429): too many requests; `retry_after` may say when to come back;
        - `InternalServerResponseError` (500): the server failed; the work may be paid;
        - `BadGatewayResponseError` (502): the provider failed, and did so again when asked again;
        - `ServiceUnavailableResponseError` (503): nobody can serve the request now, nor could when asked again;
        - `EdgeNetworkTimeoutResponseError` (524): the provider gave no answer at the edge of the network in time; the
          work may be paid;
        - `ProviderOverloadedResponseError` (529): the provider is overloaded, and was so when asked again;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `POST /chat/completions`, operation `sendChatCompletionRequest`.
    """
    return call(core, _operation(), request, options)


async def chat_send_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ChatSendRequest]
) -> Result[ChatResult, ChatSendError]:
    """Have a model answer a conversation: `chat_send` for `async` code, the same in all else."""
    return await call_async(core, _operation(), request, options)


def chat_send_stream(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ChatSendRequest]
) -> Result[Stream[ChatStreamChunk, ChatSendError], ChatSendError]:
    """Have a model answer a conversation, and return the answer piece by piece.

    Until the stream begins it is a call like any other, and is tried again like one; nothing is once it has begun. A
    `timeout` is the longest silence, comments being sound, and the `deadline` bounds the whole stream.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: What `chat_send` takes. That a stream is wanted is sent by this function.

    Returns:
        `Ok(Stream)` as soon as the head of a stream has come, whose events are each `Ok(ChatStreamChunk)`: texts are to
        be joined, tool calls by their `index`, and the last chunk has the `usage`. Or `Err`, as of `chat_send`; an
        answer that is no stream is one as well.

        It ends well at `[DONE]`, and nowhere else.
        Else its last one is the one `Err`: `StreamError` if the server says within the stream that it failed,
        `ResponseValidationError` if an event is not as promised, `RequestConnectionError` if the stream breaks off,
        `RequestTimeoutError` or `RequestAbortedError`.

    Source: `POST /chat/completions`, operation `sendChatCompletionRequest`, with `stream: true`.
    """
    return call_stream(core, _operation(), request, options)


async def chat_send_stream_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ChatSendRequest]
) -> Result[AsyncStream[ChatStreamChunk, ChatSendError], ChatSendError]:
    """Have a model answer a conversation, and stream it: `chat_send_stream` for `async` code, the same in all else."""
    return await call_stream_async(core, _operation(), request, options)

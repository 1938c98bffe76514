# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`chat_send`: POST /chat/completions.

Have a model answer a conversation (OpenAI's chat completions).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async, call_stream, call_stream_async
from openrouter_core.operation import Operation, Streaming, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_core.streams import AsyncStream, Stream
    from openrouter_funcs.models.chat import ChatResult, ChatStreamChunk
    from openrouter_funcs.models.chat_params import ChatSendRequest
else:  # whoever evaluates annotations loads what they name
    globals().update(annotated("openrouter_funcs.models.chat", "ChatResult", "ChatStreamChunk"))
    globals().update(annotated("openrouter_funcs.models.chat_params", "ChatSendRequest"))

__all__ = ["ChatSendError", "chat_send", "chat_send_async", "chat_send_stream", "chat_send_stream_async"]

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
    """Have a model answer a conversation (OpenAI's chat completions).

    Models and providers differ in the parameters that they know. A provider ignores those that it does not know, unless
    `provider` has `require_parameters` set.

    The work costs money, so a request is not repeated when it may have been served: only after 429, 502, 503 and 529,
    and when it was certainly not sent. After a 500 or a broken connection the error has `outcome="unknown"`. By default
    the whole call may take 600 seconds, and so may each read.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `ChatSendRequest`. What is absent is not sent.

            - `messages` (required): the conversation so far, the oldest message first.
            - `x_openrouter_metadata`: `"enabled"` returns in `openrouter_metadata` how the request was routed (header
              `X-OpenRouter-Metadata`).
            - `cache_control`: turns on prompt caching, with a breakpoint at the last block that can be cached.
            - `debug`: what a stream tells about the request that the provider got; only for streams.
            - `frequency_penalty`: the penalty of a token for each time that it was used, -2 to 2.
            - `image_config`: settings of image generation, which differ by model and provider.
            - `logit_bias`: what to add to the likelihood of tokens, by their ids, -100 to 100.
            - `logprobs`: whether to return the log probability of each token.
            - `max_completion_tokens`: the most tokens that the answer may have, reasoning included.
            - `max_tokens`: the older name of `max_completion_tokens`, which is deprecated; some providers want at least
              16.
            - `metadata`: notes of your own: at most 16, with names of 64 and values of 512 characters.
            - `min_p`: only tokens with at least this share of the most likely token's probability, 0 to 1; not all
              providers know it.
            - `modalities`: what the answer may be made of: `"text"`, `"image"`, `"audio"`.
            - `model`: the model, such as `"openai/gpt-5"`; absent for the account's default.
            - `models`: models to fall back on, in this order, when the one before cannot answer.
            - `parallel_tool_calls`: whether the model may call several tools at once.
            - `plugins`: what OpenRouter does with the request before or after the model, such as a web search or
              reading PDFs, each with its settings.
            - `prediction`: text that much of the answer will repeat; with it, models that support it answer faster.
            - `presence_penalty`: the penalty of a token that was used at all, -2 to 2.
            - `prompt_cache_key`: a key of your own for requests that begin alike, by which the provider finds their
              cache.
            - `prompt_cache_options`: how the provider caches the prompt; only for OpenAI's GPT-5.6 and newer.
            - `provider`: which providers may serve the request, and in which order; absent or `None` for OpenRouter's
              choice among those that the account allows.
            - `reasoning`: how much the model reasons, and whether it returns a summary of that.
            - `reasoning_effort`: short for `effort` in `reasoning`; the two must agree.
            - `repetition_penalty`: how strongly repeated tokens are penalized: 1 for not at all, a higher number for
              more; not all providers know it.
            - `response_format`: the form of the answer: text, any JSON, JSON of a schema, text of a grammar, or Python;
              absent for text.
            - `route`: the older way to set `partition` in the `sort` of `provider`; deprecated.
            - `seed`: a number with which the provider tries to give the same answer each time.
            - `service_tier`: the class of speed and price; `"fast"` means `"priority"`, and `"ultrafast"` falls back on
              `"priority"`, then on the default.
            - `session_id`: a name for requests that belong together, at most 256 characters. They go to the same
              provider, so that its cache is used, and are traced together. It has precedence over the header
              `x-session-id`.
            - `stop`: up to four texts at which the model stops.
            - `stop_server_tools_when`: when to stop calling server tools: as soon as one of these conditions holds.
              Calls that are pending still run, and then the model answers without tools.
            - `stream_options`: no longer has an effect: the usage always comes.
            - `temperature`: how random the choice of tokens is, 0 (least) to 2.
            - `tool_choice`: whether the model may, must or must not call a tool, or which one it must call.
            - `tools`: the tools that the model may call: your own functions, and tools that OpenRouter runs.
            - `top_a`: only tokens likely enough beside the most likely one: at least this share of its probability
              squared, 0 to 1; not all providers know it.
            - `top_k`: only this many of the most likely tokens; 1 always takes the most likely one; not all providers
              know it.
            - `top_logprobs`: for how many of the most likely tokens to return the log probability at each place, 0 to
              20.
            - `top_p`: only the most likely tokens, up to this total probability, 0 to 1.
            - `trace`: labels for observability tools; keys of your own are passed on to them.
            - `user`: an id or pseudonym of your end user that does not change, which providers get only as a part of a
              hash. If a provider blocks that user, others go on; absent, a block may affect the whole account.
            - `deferred_tools`: how the model finds tools with `defer_loading`. In later requests, send the reasoning
              back unchanged and keep the tools as they are.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(ChatResult)`, whose `choices[0].message` has the answer in `content` and the calls that it asks for in
        `tool_calls`, and whose `choices[0].finish_reason` says why it ends; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `PaymentRequiredResponseError` (402): the account has no credits left for this;
        - `ForbiddenResponseError` (403): the key may not do this, its limit or another budget is used up, or a
          guardrail blocked the request: see `openrouter_metadata`, if you asked for it;
        - `NotFoundResponseError` (404): there is no such model, or no provider that may serve the request;
        - `RequestTimeoutResponseError` (408): it took longer than OpenRouter waits; the work may have been charged;
        - `PayloadTooLargeResponseError` (413): the request is too large;
        - `UnprocessableEntityResponseError` (422): the values have the right types, but do not fit together;
        - `TooManyRequestsResponseError` (429): too many requests; `retry_after` may say how long to wait;
        - `InternalServerResponseError` (500): the server failed; the work may have been charged;
        - `BadGatewayResponseError` (502): the provider failed, and failed again when the request was repeated;
        - `ServiceUnavailableResponseError` (503): no provider can serve the request now; repeating it did not help;
        - `EdgeNetworkTimeoutResponseError` (524): the edge network got no answer from the provider in time; the work
          may have been charged;
        - `ProviderOverloadedResponseError` (529): the provider is overloaded; repeating the request did not help;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `POST /chat/completions`, operation `sendChatCompletionRequest`.
    """
    return call(core, _operation(), request, options)


async def chat_send_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ChatSendRequest]
) -> Result[ChatResult, ChatSendError]:
    """Have a model answer a conversation (OpenAI's chat completions). This is `chat_send` for `async` code."""
    return await call_async(core, _operation(), request, options)


def chat_send_stream(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ChatSendRequest]
) -> Result[Stream[ChatStreamChunk, ChatSendError], ChatSendError]:
    """Have a model answer a conversation (OpenAI's chat completions), as a stream of events.

    Until the stream begins, failures are retried as in any other call. Once it has begun, nothing is. `timeout` is the
    longest silence (a comment counts as a sign of life), and `deadline` bounds the whole stream.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: The parameters of `chat_send`. This function asks for the stream itself.

    Returns:
        `Ok(Stream)` as soon as the head of a stream has come. Join the texts of each `delta`, and join tool calls by
        their `index`; the last chunk has the `usage`. Or `Err`, as `chat_send` returns it; an answer that is not a
        stream is an `Err`, too.

        The stream ends well only at `[DONE]`. Otherwise its last item is an `Err`: `StreamError` if the server says
        within the stream that it failed, `ResponseValidationError` if an event is not as promised,
        `RequestConnectionError` if the stream breaks off, `RequestTimeoutError` or `RequestAbortedError`.

    Source: `POST /chat/completions`, operation `sendChatCompletionRequest`, with `stream: true`.
    """
    return call_stream(core, _operation(), request, options)


async def chat_send_stream_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ChatSendRequest]
) -> Result[AsyncStream[ChatStreamChunk, ChatSendError], ChatSendError]:
    """Have a model answer a conversation (OpenAI's chat completions), as a stream of events.

    This is `chat_send_stream` for `async` code.
    """
    return await call_stream_async(core, _operation(), request, options)

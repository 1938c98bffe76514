"""`messages_create`: POST /messages.

Have a model answer a conversation, in the form of Anthropic's messages.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, cast

from openrouter_core import errors
from openrouter_core.calls import call, call_async, call_stream, call_stream_async
from openrouter_core.operation import Operation, Streaming, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_core.streams import AsyncStream, Stream
    from openrouter_funcs.models.messages import MessagesResult, MessagesStreamEvents
    from openrouter_funcs.models.messages_params import MessagesCreateRequest

__all__ = [
    "MessagesCreateError",
    "messages_create",
    "messages_create_async",
    "messages_create_stream",
    "messages_create_stream_async",
]

MessagesCreateError: TypeAlias = (
    errors.BadRequestResponseError
    | errors.UnauthorizedResponseError
    | errors.ForbiddenResponseError
    | errors.NotFoundResponseError
    | errors.TooManyRequestsResponseError
    | errors.InternalServerResponseError
    | errors.ServiceUnavailableResponseError
    | errors.ProviderOverloadedResponseError
    | errors.StreamError
    | errors.CommonError
)
"""Every error that `messages_create` and its streams return."""

_LAST = ("message_stop",)


@stated
def _operation() -> Operation[MessagesResult, MessagesCreateError]:
    from openrouter_funcs.models import messages, messages_params

    return Operation(
        name="messages_create",
        method="POST",
        path="/messages",
        request=messages_params.MessagesCreateRequest,
        success=(200, messages.MessagesResult),
        errors={
            400: errors.BadRequestResponseError,
            401: errors.UnauthorizedResponseError,
            403: errors.ForbiddenResponseError,
            404: errors.NotFoundResponseError,
            429: errors.TooManyRequestsResponseError,
            500: errors.InternalServerResponseError,
            503: errors.ServiceUnavailableResponseError,
            529: errors.ProviderOverloadedResponseError,
        },
        effect="run",
        headers={"x_openrouter_metadata": "X-OpenRouter-Metadata"},
        streaming=Streaming(event=cast("type[MessagesStreamEvents]", messages.MessagesStreamEvents), last=_LAST),
    )


def messages_create(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[MessagesCreateRequest]
) -> Result[MessagesResult, MessagesCreateError]:
    """Have a model answer a conversation, in the form of Anthropic's messages.

    The model's work is paid, and so it is not done twice on a guess: an attempt is tried again after 429, 502, 503 and
    529, and when it was certainly never sent. After a 500 or a broken connection the error has `outcome="unknown"`.
    Unless core or call say otherwise, 600 s are the longest wait for a word and the deadline of the whole call.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: The request; see `MessagesCreateRequest`. What is absent is not sent, and left to the model or to
            OpenRouter.

            - `messages`: the conversation so far, the oldest message first (required).
            - `model`: the model, such as `"anthropic/claude-sonnet-4.5"` (required).
            - `max_tokens`: the most tokens that the answer may have; absent for as many as the model can.
            - `system`: what goes before the conversation, a text or blocks of text; absent for nothing.
            - `models`: models to fall back on, in this order, when the one before cannot answer.
            - `fallbacks`: the same as objects, at most 3, and not together with `models`; absent or `None` for none.
            - `temperature`: how freely the model chooses, 0 (hardly) to 1.
            - `top_p`: only the likeliest tokens that together have this probability, 0 to 1.
            - `top_k`: only so many of the likeliest tokens.
            - `stop_sequences`: texts at which the model stops.
            - `thinking`: whether the model thinks first, and how many tokens that may take.
            - `output_config`: how much effort the model makes, and the JSON schema that its answer follows.
            - `tools`, `tool_choice`: what the model may call; and whether it may, must or must not, or which.
            - `deferred_tools`: how tools are found that are not shown to the model from the start.
            - `stop_server_tools_when`: conditions that end the work with tools that OpenRouter runs itself, such as a
              number of steps or a cost in dollars.
            - `context_management`: what is cleared of a long conversation, and when; absent or `None` for nothing.
            - `safeguards`: what watches over the conversation; absent or `None` for what the account has set.
            - `provider`: which providers may serve the request, by what they cost, promise or keep, and in which order;
              absent or `None` for all that the account allows.
            - `route`: has no effect any more; use `models`.
            - `plugins`: what OpenRouter does with the request before or after the model, such as a web search or
              reading PDFs, each with its settings; absent for what the account has set.
            - `service_tier`, `speed`: how fast and how dear it may be, such as `"auto"`, and such as `"fast"`; absent
              for the usual.
            - `cache_control`: that the provider caches the request, and for how long (`"5m"`, `"1h"`), where it does
              that on demand.
            - `session_id`: a name for requests that belong together, at most 256 characters: they go to one provider,
              whose cache then helps.
            - `user`: who is served, as a stable name of your own: whoever abuses the service is then blocked alone.
            - `metadata`: the same as an object with `user_id`, as Anthropic names it.
            - `trace`: names under which observability tools file the request; other keys are passed on to them.
            - `x_openrouter_metadata`: `"enabled"` to be told in `openrouter_metadata` how the request was routed
              (header `X-OpenRouter-Metadata`); absent for not.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(MessagesResult)`, whose `content` are the blocks of the answer: text, thinking, uses of tools; and in
        `stop_reason` why it ends; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key may not do this, or a guardrail has blocked the request: see
          `openrouter_metadata`;
        - `NotFoundResponseError` (404): there is no such model, or nobody who may serve the request;
        - `TooManyRequestsResponseError` (429): too many requests; `retry_after` may say when to come back;
        - `InternalServerResponseError` (500): the server failed; the work may be paid;
        - `ServiceUnavailableResponseError` (503): nobody can serve the request now, nor could when asked again;
        - `ProviderOverloadedResponseError` (529): the provider is overloaded, and was so when asked again;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `POST /messages`, operation `createMessages`.
    """
    return call(core, _operation(), request, options)


async def messages_create_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[MessagesCreateRequest]
) -> Result[MessagesResult, MessagesCreateError]:
    """Have a model answer a conversation: `messages_create` for `async` code, the same in all else."""
    return await call_async(core, _operation(), request, options)


def messages_create_stream(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[MessagesCreateRequest]
) -> Result[Stream[MessagesStreamEvents, MessagesCreateError], MessagesCreateError]:
    """Have a model answer messages, and return its message event by event.

    Until the stream begins it is a call like any other, and is tried again like one; nothing is once it has begun. A
    `timeout` is the longest silence, comments being sound, and the `deadline` bounds the whole stream.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: What `messages_create` takes. That a stream is wanted is sent by this function.

    Returns:
        `Ok(Stream)` as soon as the head of a stream has come, whose events are each `Ok` of a class for its `type`: a
        `MessagesContentBlockDeltaEvent` (`content_block_delta`) holds more of the block at its `index`. An event of a
        type that is newer than this release is an `Unknown`. Or `Err`, as of `messages_create`; an answer that is no
        stream is one as well.

        It ends well at `[DONE]`, or after `message_stop`.
        Else its last one is the one `Err`: `StreamError` if the server says within the stream that it failed,
        `ResponseValidationError` if an event is not as promised, `RequestConnectionError` if the stream breaks off,
        `RequestTimeoutError` or `RequestAbortedError`.

    Source: `POST /messages`, operation `createMessages`, with `stream: true`.
    """
    return call_stream(core, _operation(), request, options)


async def messages_create_stream_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[MessagesCreateRequest]
) -> Result[AsyncStream[MessagesStreamEvents, MessagesCreateError], MessagesCreateError]:
    """Have a model answer messages, and stream it: `messages_create_stream` for `async` code, the same in all else."""
    return await call_stream_async(core, _operation(), request, options)

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

    The model's work costs money, so a request is not sent again when it may have been served: only after 429, 502, 503
    and 529, and when it was certainly not sent. After a 500 or a broken connection the error has `outcome="unknown"`.
    By default the whole call may take 600 seconds, and so may each read.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: The request; see `MessagesCreateRequest`. What you leave out is not sent: the model or OpenRouter
            then decides.

            - `messages`: the conversation so far, the oldest message first (required).
            - `model`: the model, such as `"anthropic/claude-sonnet-4.5"` (required).
            - `max_tokens`: the most tokens that the answer may have; absent for as many as the model can.
            - `system`: what goes before the conversation, a text or blocks of text; absent for nothing.
            - `models`: models to fall back on, in this order, when the one before it cannot answer.
            - `fallbacks`: the same as objects, at most 3, and not together with `models`; absent or `None` for none.
            - `temperature`: the sampling temperature, 0 (least random) to 1.
            - `top_p`: only the most likely tokens, up to this total probability, 0 to 1.
            - `top_k`: only this many of the most likely tokens.
            - `stop_sequences`: texts at which the model stops.
            - `thinking`: whether the model thinks first, and how many tokens that may take.
            - `output_config`: how much effort the model makes, and the JSON schema that its answer follows.
            - `tools`, `tool_choice`: the tools that the model may call; and whether it may, must or must not call one,
              or which one.
            - `deferred_tools`: how the model finds tools that it is not shown from the start.
            - `stop_server_tools_when`: when to stop calling the tools that OpenRouter runs itself, such as after a
              number of steps or at a cost in dollars.
            - `context_management`: what is cleared of a long conversation, and when; absent or `None` for nothing.
            - `safeguards`: safety settings of the conversation; absent or `None` for those of the account.
            - `provider`: which providers may serve the request, by price, guarantees and data policy, and in which
              order; absent or `None` for all that the account allows.
            - `route`: no longer has an effect; use `models`.
            - `plugins`: what OpenRouter does with the request before or after the model, such as a web search or
              reading PDFs, each with its settings; absent for what the account has set.
            - `service_tier`, `speed`: the class of speed and price, such as `"auto"`, and the speed, such as `"fast"`;
              absent for the standard ones.
            - `cache_control`: asks the provider to cache the request, and says for how long (`"5m"`, `"1h"`); for
              providers that cache on request.
            - `session_id`: a name for requests that belong together, at most 256 characters. They go to the same
              provider, so that its cache can be used.
            - `user`: a stable id of your own for the end user. If that user abuses the service, only that user is
              blocked.
            - `metadata`: the same as an object with `user_id`, as Anthropic names it.
            - `trace`: labels for observability tools; other keys are passed on to them.
            - `x_openrouter_metadata`: `"enabled"` returns in `openrouter_metadata` how the request was routed (header
              `X-OpenRouter-Metadata`).
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(MessagesResult)`, whose `content` are the blocks of the answer: text, thinking, uses of tools; and in
        `stop_reason` why it ends; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key may not do this, or a guardrail has blocked the request: see
          `openrouter_metadata`;
        - `NotFoundResponseError` (404): there is no such model, or no provider that may serve the request;
        - `TooManyRequestsResponseError` (429): too many requests; `retry_after` may say how long to wait;
        - `InternalServerResponseError` (500): the server failed; the work may have been charged;
        - `ServiceUnavailableResponseError` (503): no provider can serve the request now; repeating it did not help;
        - `ProviderOverloadedResponseError` (529): the provider is overloaded; repeating the request did not help;
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

    Until the stream begins, failures are tried again as in any other call. Once it has begun, nothing is. `timeout` is
    the longest silence (a comment counts as a sign of life), and `deadline` bounds the whole stream.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: The parameters of `messages_create`. This function asks for the stream itself; leave `stream` out.

    Returns:
        `Ok(Stream)` as soon as the headers of a stream have come. Each event is `Ok` of the class of its `type`: a
        `MessagesContentBlockDeltaEvent` (`content_block_delta`) holds more of the block at its `index`. An event of a
        type that is newer than this release is an `Unknown`. Or `Err`, as `messages_create` returns it; an answer that
        is not a stream is an `Err`, too.

        The stream ends well at `[DONE]`, or after `message_stop`. Otherwise its last item is an `Err`: `StreamError` if
        the server says within the stream that it failed, `ResponseValidationError` if an event is not as promised,
        `RequestConnectionError` if the stream breaks off, `RequestTimeoutError` or `RequestAbortedError`.

    Source: `POST /messages`, operation `createMessages`, with `stream: true`.
    """
    return call_stream(core, _operation(), request, options)


async def messages_create_stream_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[MessagesCreateRequest]
) -> Result[AsyncStream[MessagesStreamEvents, MessagesCreateError], MessagesCreateError]:
    """Have a model answer messages, and stream it: `messages_create_stream` for `async` code, the same in all else."""
    return await call_stream_async(core, _operation(), request, options)

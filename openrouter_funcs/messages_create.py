# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`messages_create`: POST /messages.

Have a model answer a conversation (Anthropic's messages).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, cast

from openrouter_core import errors
from openrouter_core.calls import call, call_async, call_stream, call_stream_async
from openrouter_core.operation import Operation, Streaming, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_core.streams import AsyncStream, Stream
    from openrouter_funcs.models.messages import MessagesResult, MessagesStreamEvents
    from openrouter_funcs.models.messages_params import MessagesCreateRequest
else:  # whoever evaluates annotations loads what they name
    globals().update(annotated("openrouter_funcs.models.messages", "MessagesResult", "MessagesStreamEvents"))
    globals().update(annotated("openrouter_funcs.models.messages_params", "MessagesCreateRequest"))

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
        streaming=Streaming(
            event=cast("type[MessagesStreamEvents]", messages.MessagesStreamEvents), last=("message_stop",)
        ),
    )


def messages_create(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[MessagesCreateRequest]
) -> Result[MessagesResult, MessagesCreateError]:
    """Have a model answer a conversation (Anthropic's messages).

    Messages can hold text, images, PDFs, calls of tools and their results. To go on with a conversation, append the
    answer as a message of the role `assistant`, with its thinking unchanged, and then the next message of the user.

    The work costs money, so a request is not repeated when it may have been served: only after 429, 502, 503 and 529,
    and when it was certainly not sent. After a 500 or a broken connection the error has `outcome="unknown"`. By default
    the whole call may take 600 seconds, and so may each read.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `MessagesCreateRequest`. What is absent is not sent.

            - `messages` (required): the conversation so far, the oldest message first.
            - `model` (required): the model, such as `"anthropic/claude-sonnet-4.5"`.
            - `x_openrouter_metadata`: `"enabled"` returns in `openrouter_metadata` how the request was routed (header
              `X-OpenRouter-Metadata`).
            - `cache_control`: turns on prompt caching, with a breakpoint at the last block that can be cached.
            - `context_management`: what is cleared from a long conversation or summarized, and when; absent or `None`
              for nothing.
            - `fallbacks`: models to fall back on, in this order, when `model` fails or refuses: at most 3, and not
              together with `models`; absent or `None` for none.
            - `max_tokens`: the most tokens that the answer may have; absent for as many as the model can.
            - `metadata`: the id of your end user, in Anthropic's form: an object with `user_id`.
            - `models`: models to fall back on, in this order, when the one before cannot answer.
            - `output_config`: how much effort the model makes, the JSON schema of its answer, and a budget of tokens
              for its task.
            - `plugins`: what OpenRouter does with the request before or after the model, such as a web search or
              reading PDFs, each with its settings; absent for what the account has set.
            - `provider`: which providers may serve the request, and in which order; absent or `None` for OpenRouter's
              choice among those that the account allows.
            - `route`: the older way to set `partition` in the `sort` of `provider`; deprecated.
            - `service_tier`: the class of speed and price, such as `"auto"`; absent for the standard one.
            - `session_id`: a name for requests that belong together, at most 256 characters. They go to the same
              provider, so that its cache is used, and are traced together. It has precedence over the header
              `x-session-id`.
            - `speed`: `"fast"` for a faster answer, at the provider's price for that; absent or `None` for the standard
              speed.
            - `stop_sequences`: texts at which the model stops.
            - `stop_server_tools_when`: when to stop calling server tools: as soon as one of these conditions holds.
              Calls that are pending still run, and then the model answers without tools.
            - `system`: instructions for the whole conversation, as a text or as blocks of text; absent for none.
            - `temperature`: how random the choice of tokens is, 0 (least) to 1.
            - `thinking`: whether the model thinks before it answers, and how many tokens that may take.
            - `tool_choice`: whether the model may, must or must not call a tool, or which one it must call.
            - `tools`: the tools that the model may call: your own functions, Anthropic's tools, and tools that
              OpenRouter runs.
            - `top_k`: only this many of the most likely tokens.
            - `top_p`: only the most likely tokens, up to this total probability, 0 to 1.
            - `trace`: labels for observability tools; keys of your own are passed on to them.
            - `user`: an id of your own for the end user that does not change, at most 256 characters. If that user
              abuses the service, only that user is blocked.
            - `deferred_tools`: how the model finds tools with `defer_loading`. In later requests, send the thinking
              back unchanged and keep the tools as they are.
            - `safeguards`: safeguards that are checked along with the answer; absent or `None` for those of the
              account.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(MessagesResult)`, whose `content` has the blocks of the answer: text, thinking and calls of tools, and whose
        `stop_reason` says why it ends; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key may not do this, its limit or another budget is used up, or a
          guardrail blocked the request: see `openrouter_metadata`, if you asked for it;
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
    """Have a model answer a conversation (Anthropic's messages). This is `messages_create` for `async` code."""
    return await call_async(core, _operation(), request, options)


def messages_create_stream(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[MessagesCreateRequest]
) -> Result[Stream[MessagesStreamEvents, MessagesCreateError], MessagesCreateError]:
    """Have a model answer a conversation (Anthropic's messages), as a stream of events.

    Until the stream begins, failures are retried as in any other call. Once it has begun, nothing is. `timeout` is the
    longest silence (a comment counts as a sign of life), and `deadline` bounds the whole stream.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: The parameters of `messages_create`. This function asks for the stream itself.

    Returns:
        `Ok(Stream)` as soon as the head of a stream has come. Append each `delta` of a `content_block_delta` to the
        block of the same `index`; `message_delta` has the `stop_reason` and the `usage`. An event of a type that is
        newer than this release is an `Unknown`. Or `Err`, as `messages_create` returns it; an answer that is not a
        stream is an `Err`, too.

        The stream ends well only at `[DONE]`, or after `message_stop`. Otherwise its last item is an `Err`:
        `StreamError` if the server says within the stream that it failed, `ResponseValidationError` if an event is not
        as promised, `RequestConnectionError` if the stream breaks off, `RequestTimeoutError` or `RequestAbortedError`.

    Source: `POST /messages`, operation `createMessages`, with `stream: true`.
    """
    return call_stream(core, _operation(), request, options)


async def messages_create_stream_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[MessagesCreateRequest]
) -> Result[AsyncStream[MessagesStreamEvents, MessagesCreateError], MessagesCreateError]:
    """Have a model answer a conversation (Anthropic's messages), as a stream of events.

    This is `messages_create_stream` for `async` code.
    """
    return await call_stream_async(core, _operation(), request, options)

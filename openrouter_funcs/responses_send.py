# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`responses_send`: POST /responses.

Have a model answer, in the form of OpenAI's responses.
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
    from openrouter_funcs.models.responses import OpenResponsesResult, StreamEvents
    from openrouter_funcs.models.responses_params import ResponsesSendRequest
else:  # whoever evaluates annotations loads what they name
    globals().update(annotated("openrouter_funcs.models.responses", "OpenResponsesResult", "StreamEvents"))
    globals().update(annotated("openrouter_funcs.models.responses_params", "ResponsesSendRequest"))

__all__ = [
    "ResponsesSendError",
    "responses_send",
    "responses_send_async",
    "responses_send_stream",
    "responses_send_stream_async",
]

ResponsesSendError: TypeAlias = (
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
"""Every error that `responses_send` and its streams return."""


@stated
def _operation() -> Operation[OpenResponsesResult, ResponsesSendError]:
    from openrouter_funcs.models import responses, responses_params

    return Operation(
        name="responses_send",
        method="POST",
        path="/responses",
        request=responses_params.ResponsesSendRequest,
        success=(200, responses.OpenResponsesResult),
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
        streaming=Streaming(
            event=cast("type[StreamEvents]", responses.StreamEvents),
            last=("response.completed", "response.incomplete", "response.failed"),
        ),
    )


def responses_send(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ResponsesSendRequest]
) -> Result[OpenResponsesResult, ResponsesSendError]:
    """Have a model answer, in the form of OpenAI's responses.

    OpenRouter keeps no responses: send the whole conversation in `input` each time, with the items of the earlier
    answers.

    The work costs money, so a request is not repeated when it may have been served: only after 429, 502, 503 and 529,
    and when it was certainly not sent. After a 500 or a broken connection the error has `outcome="unknown"`. By default
    the whole call may take 600 seconds, and so may each read.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `ResponsesSendRequest`. What is absent is not sent.

            - `x_openrouter_metadata`: `"enabled"` returns in `openrouter_metadata` how the request was routed (header
              `X-OpenRouter-Metadata`).
            - `background`: whether to answer before the work is done; OpenRouter does not.
            - `cache_control`: asks the provider to cache the request up to its last part that can be cached, and says
              for how long (`"5m"`, `"1h"`).
            - `debug`: what a stream shows of the request that the provider got.
            - `frequency_penalty`: the penalty of a token for each time it was used, -2 to 2.
            - `image_config`: settings of image generation, by the model's own names.
            - `include`: what else to return, such as `"reasoning.encrypted_content"`.
            - `input`: a text, or the items of the conversation so far: messages, tool calls, their results, reasoning.
            - `instructions`: what goes before the conversation, as a system message; absent or `None` for nothing.
            - `max_output_tokens`: the most tokens that the answer may have, reasoning included; absent or `None` for as
              many as the model can.
            - `max_tool_calls`: the most steps with tools that OpenRouter runs itself, 30 by default and at most;
              ignored if `stop_server_tools_when` is set.
            - `metadata`: notes of your own: at most 16, with names of 64 (without brackets) and values of 512
              characters.
            - `modalities`: what the answer may be made of: `"text"`, `"image"`.
            - `model`: the model, such as `"openai/gpt-5"`; absent for the account's default.
            - `models`: models to fall back on, in this order, when the one before it cannot answer.
            - `parallel_tool_calls`: whether the model may call several tools at once.
            - `plugins`: what OpenRouter does with the request before or after the model, such as a web search or
              reading PDFs, each with its settings; absent for what the account has set.
            - `presence_penalty`: the penalty of a token that was used at all, -2 to 2.
            - `previous_response_id`: must be absent or `None`: OpenRouter keeps no responses; send the whole
              conversation in `input`.
            - `prompt`: a prompt that is stored at the provider, by its `id`, with its variables.
            - `prompt_cache_key`: the name under which the provider caches what requests have in common.
            - `prompt_cache_options`: how the provider caches the request; only OpenAI's GPT-5.6 and later know it.
            - `provider`: which providers may serve the request, by price, guarantees and data policy, and in which
              order; absent or `None` for all that the account allows.
            - `reasoning`: how much the model reasons, and whether it returns a summary of its reasoning.
            - `route`: deprecated: use `partition` in `provider.sort`. `"fallback"` means its `"model"`, and `"sort"`
              its `"none"`.
            - `safety_identifier`: a stable name of your own for the end user, or a hash; providers get it only hashed.
              Without it, a provider that blocks an abuser may block your whole account.
            - `service_tier`: the class of speed and price; `auto` by default. `fast` is another name of `priority`, and
              `ultrafast` falls back to `priority` and then to the standard class.
            - `session_id`: a name for requests that belong together, at most 256 characters; they go to the same
              provider, so that its cache can be used, and observability tools group them.
            - `stop_server_tools_when`: when to stop calling the tools that OpenRouter runs itself, such as after a
              number of steps or at a cost in dollars; one condition is enough, and the model then answers without
              tools. Absent for the limit of `max_tool_calls`.
            - `store`: must be absent or `False`: OpenRouter keeps no responses.
            - `temperature`: the sampling temperature, 0 (least random) to 2.
            - `text`: the form of the answer (`format`: text, any JSON, or JSON of a schema), and how wordy it is
              (`verbosity`).
            - `tool_choice`: whether the model may, must or must not call a tool, or which one.
            - `tools`: the tools that the model may call: functions of yours, and tools that the provider or OpenRouter
              runs.
            - `top_k`: only this many of the most likely tokens.
            - `top_logprobs`: for how many of the most likely tokens to return the log probability, 0 to 20.
            - `top_p`: only the most likely tokens, up to this total probability, 0 to 1.
            - `trace`: labels for observability tools; other keys are passed on to them.
            - `truncation`: what happens to a conversation that is too long: `"auto"` leaves out its middle,
              `"disabled"` gives an error.
            - `user`: a stable id of your own for the end user, at most 256 characters; if that user abuses the service,
              only that user is blocked.
            - `deferred_tools`: how the model finds tools that it is not shown from the start; keep the tools and the
              model's reasoning unchanged from request to request.
            - `stop`: up to four texts at which the model stops.
            - `http_referer`, `app_title`, `app_categories`: name your application; the core's when absent.

    Returns:
        `Ok(OpenResponsesResult)`, whose `output` are the items of the answer: messages, reasoning, tool calls. Its
        `status` may also be `"incomplete"` or `"failed"`, and `incomplete_details` or `error` says why; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `PaymentRequiredResponseError` (402): the account has no credits left for this;
        - `ForbiddenResponseError` (403): the key may not do this, its limit or another budget is used up, or a
          guardrail has blocked the request: see `openrouter_metadata`, which comes if `x_openrouter_metadata` asks for
          it;
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

    Source: `POST /responses`, operation `createResponses`.
    """
    return call(core, _operation(), request, options)


async def responses_send_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ResponsesSendRequest]
) -> Result[OpenResponsesResult, ResponsesSendError]:
    """Have a model answer, in the form of OpenAI's responses. This is `responses_send` for `async` code."""
    return await call_async(core, _operation(), request, options)


def responses_send_stream(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ResponsesSendRequest]
) -> Result[Stream[StreamEvents, ResponsesSendError], ResponsesSendError]:
    """Have a model answer, in the form of OpenAI's responses, as a stream of events.

    Until the stream begins, failures are retried as in any other call. Once it has begun, nothing is. `timeout` is the
    longest silence (a comment counts as a sign of life), and `deadline` bounds the whole stream.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: The parameters of `responses_send`. This function asks for the stream itself.

    Returns:
        `Ok(Stream)` as soon as the head of a stream has come. Join the `delta`s by `output_index` and `content_index`,
        or wait for the events whose type ends in `.done`. The last event (`response.completed`, `response.incomplete`
        or `response.failed`) has the whole `response`, with its `usage`. An event of a type that is newer than this
        release is an `Unknown`. Or `Err`, as `responses_send` returns it; an answer that is not a stream is an `Err`,
        too.

        The stream ends well only at `[DONE]`, or after `response.completed`, or after `response.incomplete`, or after
        `response.failed`. Otherwise its last item is an `Err`: `StreamError` if the server says within the stream that
        it failed, `ResponseValidationError` if an event is not as promised, `RequestConnectionError` if the stream
        breaks off, `RequestTimeoutError` or `RequestAbortedError`.

    Source: `POST /responses`, operation `createResponses`, with `stream: true`.
    """
    return call_stream(core, _operation(), request, options)


async def responses_send_stream_async(
    core: OpenRouterCore, *, options: RequestOptions | None = None, **request: Unpack[ResponsesSendRequest]
) -> Result[AsyncStream[StreamEvents, ResponsesSendError], ResponsesSendError]:
    """Have a model answer, in the form of OpenAI's responses, as a stream of events.

    This is `responses_send_stream` for `async` code.
    """
    return await call_stream_async(core, _operation(), request, options)

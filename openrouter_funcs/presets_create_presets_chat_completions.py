# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`presets_create_presets_chat_completions`: POST /presets/{slug}/chat/completions.

Create a preset, or a version of one, from a chat request.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.chat_params import PresetsCreatePresetsChatCompletionsRequest
    from openrouter_funcs.models.presets import CreatePresetFromInferenceResponse
else:  # whoever evaluates annotations loads what they name
    globals().update(annotated("openrouter_funcs.models.chat_params", "PresetsCreatePresetsChatCompletionsRequest"))
    globals().update(annotated("openrouter_funcs.models.presets", "CreatePresetFromInferenceResponse"))

__all__ = [
    "PresetsCreatePresetsChatCompletionsError",
    "presets_create_presets_chat_completions",
    "presets_create_presets_chat_completions_async",
]

PresetsCreatePresetsChatCompletionsError: TypeAlias = (
    errors.BadRequestResponseError
    | errors.UnauthorizedResponseError
    | errors.ForbiddenResponseError
    | errors.NotFoundResponseError
    | errors.ConflictResponseError
    | errors.InternalServerResponseError
    | errors.CommonError
)
"""Every error that `presets_create_presets_chat_completions` returns."""


@stated
def _operation() -> Operation[CreatePresetFromInferenceResponse, PresetsCreatePresetsChatCompletionsError]:
    from openrouter_funcs.models import chat_params, presets

    return Operation(
        name="presets_create_presets_chat_completions",
        method="POST",
        path="/presets/{slug}/chat/completions",
        request=chat_params.PresetsCreatePresetsChatCompletionsRequest,
        success=(200, presets.CreatePresetFromInferenceResponse),
        errors={
            400: errors.BadRequestResponseError,
            401: errors.UnauthorizedResponseError,
            403: errors.ForbiddenResponseError,
            404: errors.NotFoundResponseError,
            409: errors.ConflictResponseError,
            500: errors.InternalServerResponseError,
        },
    )


def presets_create_presets_chat_completions(
    core: OpenRouterCore,
    *,
    options: RequestOptions | None = None,
    **request: Unpack[PresetsCreatePresetsChatCompletionsRequest],
) -> Result[CreatePresetFromInferenceResponse, PresetsCreatePresetsChatCompletionsError]:
    """Create a preset, or a version of one, from a chat request.

    The preset keeps the settings of the request that presets can have, such as `model` and `temperature`. It ignores
    the rest, such as `messages`. If there is a preset of that slug, it gets a new version.

    It is never done twice by a retry: an attempt is repeated only when the server certainly did not apply it. Otherwise
    the error has `outcome="unknown"`: look at what is there before you call again.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `PresetsCreatePresetsChatCompletionsRequest`. What is absent is not sent.

            - `slug` (required): the name of the preset, which is made if there is none, and else gets a new version.
            - `messages` (required): the conversation so far, the oldest message first.
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
        `Ok(CreatePresetFromInferenceResponse)`, whose `data` is the preset with its designated version; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key may not do this;
        - `NotFoundResponseError` (404): there is no such thing in this account;
        - `ConflictResponseError` (409): it contradicts what is there, or another request is changing it;
        - `InternalServerResponseError` (500): the server failed; it may have been done;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `POST /presets/{slug}/chat/completions`, operation `createPresetsChatCompletions`.
    """
    return call(core, _operation(), request, options)


async def presets_create_presets_chat_completions_async(
    core: OpenRouterCore,
    *,
    options: RequestOptions | None = None,
    **request: Unpack[PresetsCreatePresetsChatCompletionsRequest],
) -> Result[CreatePresetFromInferenceResponse, PresetsCreatePresetsChatCompletionsError]:
    """Create a preset, or a version of one, from a chat request.

    This is `presets_create_presets_chat_completions` for `async` code.
    """
    return await call_async(core, _operation(), request, options)

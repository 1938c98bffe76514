# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`presets_create_presets_responses`: POST /presets/{slug}/responses.

Create a preset, or a version of one, from a responses request.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.presets import CreatePresetFromInferenceResponse
    from openrouter_funcs.models.responses_params import PresetsCreatePresetsResponsesRequest
else:  # whoever evaluates annotations loads what they name
    globals().update(annotated("openrouter_funcs.models.presets", "CreatePresetFromInferenceResponse"))
    globals().update(annotated("openrouter_funcs.models.responses_params", "PresetsCreatePresetsResponsesRequest"))

__all__ = [
    "PresetsCreatePresetsResponsesError",
    "presets_create_presets_responses",
    "presets_create_presets_responses_async",
]

PresetsCreatePresetsResponsesError: TypeAlias = (
    errors.BadRequestResponseError
    | errors.UnauthorizedResponseError
    | errors.ForbiddenResponseError
    | errors.NotFoundResponseError
    | errors.ConflictResponseError
    | errors.InternalServerResponseError
    | errors.CommonError
)
"""Every error that `presets_create_presets_responses` returns."""


@stated
def _operation() -> Operation[CreatePresetFromInferenceResponse, PresetsCreatePresetsResponsesError]:
    from openrouter_funcs.models import presets, responses_params

    return Operation(
        name="presets_create_presets_responses",
        method="POST",
        path="/presets/{slug}/responses",
        request=responses_params.PresetsCreatePresetsResponsesRequest,
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


def presets_create_presets_responses(
    core: OpenRouterCore,
    *,
    options: RequestOptions | None = None,
    **request: Unpack[PresetsCreatePresetsResponsesRequest],
) -> Result[CreatePresetFromInferenceResponse, PresetsCreatePresetsResponsesError]:
    """Create a preset, or a version of one, from a responses request.

    The preset keeps the settings of the request that presets can have, such as `model` and `temperature`, and ignores
    the rest. If there is a preset of that slug, it gets a new version.

    It is never done twice by a retry: an attempt is repeated only when the server certainly did not apply it. Otherwise
    the error has `outcome="unknown"`: look at what is there before you call again.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `PresetsCreatePresetsResponsesRequest`. What is absent is not sent.

            - `slug` (required): the name of the preset, which is made if there is none, and else gets a new version.
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
        `Ok(CreatePresetFromInferenceResponse)`, whose `data` is the preset with its designated version; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key may not do this;
        - `NotFoundResponseError` (404): there is no such thing in this account;
        - `ConflictResponseError` (409): it contradicts what is there, or another request is changing it;
        - `InternalServerResponseError` (500): the server failed; it may have been done;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `POST /presets/{slug}/responses`, operation `createPresetsResponses`.
    """
    return call(core, _operation(), request, options)


async def presets_create_presets_responses_async(
    core: OpenRouterCore,
    *,
    options: RequestOptions | None = None,
    **request: Unpack[PresetsCreatePresetsResponsesRequest],
) -> Result[CreatePresetFromInferenceResponse, PresetsCreatePresetsResponsesError]:
    """Create a preset, or a version of one, from a responses request.

    This is `presets_create_presets_responses` for `async` code.
    """
    return await call_async(core, _operation(), request, options)

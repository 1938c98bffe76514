# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""`presets_create_presets_messages`: POST /presets/{slug}/messages.

Create a preset, or a version of one, from a messages request.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from openrouter_core import errors
from openrouter_core.calls import call, call_async
from openrouter_core.operation import Operation, annotated, stated

if TYPE_CHECKING:
    from typing import Unpack

    from openrouter_core import OpenRouterCore, RequestOptions, Result
    from openrouter_funcs.models.messages_params import PresetsCreatePresetsMessagesRequest
    from openrouter_funcs.models.presets import CreatePresetFromInferenceResponse
else:  # whoever evaluates annotations loads what they name
    globals().update(annotated("openrouter_funcs.models.messages_params", "PresetsCreatePresetsMessagesRequest"))
    globals().update(annotated("openrouter_funcs.models.presets", "CreatePresetFromInferenceResponse"))

__all__ = [
    "PresetsCreatePresetsMessagesError",
    "presets_create_presets_messages",
    "presets_create_presets_messages_async",
]

PresetsCreatePresetsMessagesError: TypeAlias = (
    errors.BadRequestResponseError
    | errors.UnauthorizedResponseError
    | errors.ForbiddenResponseError
    | errors.NotFoundResponseError
    | errors.ConflictResponseError
    | errors.InternalServerResponseError
    | errors.CommonError
)
"""Every error that `presets_create_presets_messages` returns."""


@stated
def _operation() -> Operation[CreatePresetFromInferenceResponse, PresetsCreatePresetsMessagesError]:
    from openrouter_funcs.models import messages_params, presets

    return Operation(
        name="presets_create_presets_messages",
        method="POST",
        path="/presets/{slug}/messages",
        request=messages_params.PresetsCreatePresetsMessagesRequest,
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


def presets_create_presets_messages(
    core: OpenRouterCore,
    *,
    options: RequestOptions | None = None,
    **request: Unpack[PresetsCreatePresetsMessagesRequest],
) -> Result[CreatePresetFromInferenceResponse, PresetsCreatePresetsMessagesError]:
    """Create a preset, or a version of one, from a messages request.

    The preset keeps the settings of the request that presets can have, such as `model` and `temperature`. It ignores
    the rest, such as `messages`. If there is a preset of that slug, it gets a new version.

    It is never done twice by a retry: an attempt is repeated only when the server certainly did not apply it. Otherwise
    the error has `outcome="unknown"`: look at what is there before you call again.

    Args:
        core: What calls share: key, server, limits and connections.
        options: What this call does differently from its core.
        **request: See `PresetsCreatePresetsMessagesRequest`. What is absent is not sent.

            - `slug` (required): the name of the preset, which is made if there is none, and else gets a new version.
            - `messages` (required): the conversation so far, the oldest message first.
            - `model` (required): the model, such as `"anthropic/claude-sonnet-4.5"`.
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
        `Ok(CreatePresetFromInferenceResponse)`, whose `data` is the preset with its designated version; or `Err` of

        - `BadRequestResponseError` (400): a value is wrong, and the message names it;
        - `UnauthorizedResponseError` (401): no key, or an unknown one;
        - `ForbiddenResponseError` (403): the key may not do this;
        - `NotFoundResponseError` (404): there is no such thing in this account;
        - `ConflictResponseError` (409): it contradicts what is there, or another request is changing it;
        - `InternalServerResponseError` (500): the server failed; it may have been done;
        - one of `CommonError`: no connection, a timeout, an unexpected response, or an argument that is wrong.

    Source: `POST /presets/{slug}/messages`, operation `createPresetsMessages`.
    """
    return call(core, _operation(), request, options)


async def presets_create_presets_messages_async(
    core: OpenRouterCore,
    *,
    options: RequestOptions | None = None,
    **request: Unpack[PresetsCreatePresetsMessagesRequest],
) -> Result[CreatePresetFromInferenceResponse, PresetsCreatePresetsMessagesError]:
    """Create a preset, or a version of one, from a messages request.

    This is `presets_create_presets_messages` for `async` code.
    """
    return await call_async(core, _operation(), request, options)

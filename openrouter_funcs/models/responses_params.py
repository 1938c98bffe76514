# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""Responses: requests."""

# No `from __future__ import annotations`: it would hide `Required` from `TypedDict` (PEP 655).
from collections.abc import Mapping, Sequence
from typing import Literal, Required

from openrouter_core.model import Json, OnDemand
from openrouter_core.operation import Attribution
from openrouter_funcs import models as _models

__all__ = ["PresetsCreatePresetsResponsesRequest", "ResponsesRequestBody", "ResponsesSendRequest"]


class ResponsesRequestBody(Attribution, total=False):
    """The body that several functions take."""

    background: bool | None
    """Whether to answer before the work is done; OpenRouter does not."""
    cache_control: "OnDemand[_models.server_tools.AnthropicCacheControlDirectiveParam]"
    """Asks the provider to cache the request up to its last part that can be cached, and says for how long (`"5m"`,
    `"1h"`)."""
    debug: "OnDemand[_models.server_tools.ChatDebugOptionsParam]"
    """What a stream shows of the request that the provider got."""
    frequency_penalty: float | None
    """The penalty of a token for each time it was used, -2 to 2."""
    image_config: Mapping[str, str | float | Sequence[Json]]
    """Settings of image generation, by the model's own names."""
    include: "OnDemand[Sequence[_models.responses_options.ResponseIncludesEnum]] | None"
    """What else to return, such as `"reasoning.encrypted_content"`."""
    input: "str | OnDemand[Sequence[_models.responses_options.InputItemParam]]"
    """A text, or the items of the conversation so far: messages, tool calls, their results, reasoning."""
    instructions: str | None
    """What goes before the conversation, as a system message; absent or `None` for nothing."""
    max_output_tokens: int | None
    """The most tokens that the answer may have, reasoning included; absent or `None` for as many as the model can."""
    max_tool_calls: int | None
    """The most steps with tools that OpenRouter runs itself, 30 by default and at most; ignored if
    `stop_server_tools_when` is set."""
    metadata: Mapping[str, str] | None
    """Notes of your own: at most 16, with names of 64 (without brackets) and values of 512 characters."""
    modalities: "OnDemand[Sequence[_models.responses_options.OutputModalityEnum]]"
    """What the answer may be made of: `"text"`, `"image"`."""
    model: str
    """The model, such as `"openai/gpt-5"`; absent for the account's default."""
    models: Sequence[str]
    """Models to fall back on, in this order, when the one before it cannot answer."""
    parallel_tool_calls: bool | None
    """Whether the model may call several tools at once."""
    plugins: "OnDemand[Sequence[_models.responses_options.ResponsesPluginParam]]"
    """What OpenRouter does with the request before or after the model, such as a web search or reading PDFs, each with
    its settings; absent for what the account has set."""
    presence_penalty: float | None
    """The penalty of a token that was used at all, -2 to 2."""
    previous_response_id: Json
    """Must be absent or `None`: OpenRouter keeps no responses; send the whole conversation in `input`."""
    prompt: "OnDemand[_models.responses_options.StoredPromptTemplateParam] | None"
    """A prompt that is stored at the provider, by its `id`, with its variables."""
    prompt_cache_key: str | None
    """The name under which the provider caches what requests have in common."""
    prompt_cache_options: "OnDemand[_models.server_tools.PromptCacheOptionsParam] | None"
    """How the provider caches the request; only OpenAI's GPT-5.6 and later know it."""
    provider: "OnDemand[_models.routing.ProviderPreferencesParam] | None"
    """Which providers may serve the request, by price, guarantees and data policy, and in which order; absent or `None`
    for all that the account allows."""
    reasoning: "OnDemand[_models.responses_options.ReasoningConfigParam] | None"
    """How much the model reasons, and whether it returns a summary of its reasoning."""
    route: "OnDemand[_models.routing.DeprecatedRoute] | None"
    """Deprecated: use `partition` in `provider.sort`. `"fallback"` means its `"model"`, and `"sort"` its `"none"`."""
    safety_identifier: str | None
    """A stable name of your own for the end user, or a hash; providers get it only hashed. Without it, a provider that
    blocks an abuser may block your whole account."""
    service_tier: Literal["auto", "default", "fast", "flex", "priority", "scale", "ultrafast"] | str | None
    """The class of speed and price; `auto` by default. `fast` is another name of `priority`, and `ultrafast` falls back
    to `priority` and then to the standard class."""
    session_id: str
    """A name for requests that belong together, at most 256 characters; they go to the same provider, so that its cache
    can be used, and observability tools group them."""
    stop_server_tools_when: "OnDemand[Sequence[_models.server_tools.StopServerToolsWhenConditionParam]]"
    """When to stop calling the tools that OpenRouter runs itself, such as after a number of steps or at a cost in
    dollars; one condition is enough, and the model then answers without tools. Absent for the limit of
    `max_tool_calls`."""
    store: Literal[False]
    """Must be absent or `False`: OpenRouter keeps no responses."""
    temperature: float | None
    """The sampling temperature, 0 (least random) to 2."""
    text: "OnDemand[_models.responses_options.TextExtendedConfigParam]"
    """The form of the answer (`format`: text, any JSON, or JSON of a schema), and how wordy it is (`verbosity`)."""
    tool_choice: "OnDemand[_models.responses_options.OpenAIResponsesToolChoiceParam]"
    """Whether the model may, must or must not call a tool, or which one."""
    tools: "OnDemand[Sequence[_models.responses_options.ResponsesToolParam]]"
    """The tools that the model may call: functions of yours, and tools that the provider or OpenRouter runs."""
    top_k: int
    """Only this many of the most likely tokens."""
    top_logprobs: int | None
    """For how many of the most likely tokens to return the log probability, 0 to 20."""
    top_p: float | None
    """Only the most likely tokens, up to this total probability, 0 to 1."""
    trace: "OnDemand[_models.routing.TraceConfigParam]"
    """Labels for observability tools; other keys are passed on to them."""
    truncation: "OnDemand[_models.responses_options.OpenAIResponsesTruncation] | None"
    """What happens to a conversation that is too long: `"auto"` leaves out its middle, `"disabled"` gives an error."""
    user: str
    """A stable id of your own for the end user, at most 256 characters; if that user abuses the service, only that user
    is blocked."""
    deferred_tools: "OnDemand[_models.server_tools.DeferredToolsControlParam]"
    """How the model finds tools that it is not shown from the start; keep the tools and the model's reasoning unchanged
    from request to request."""
    stop: str | Sequence[str] | None
    """Up to four texts at which the model stops."""


class PresetsCreatePresetsResponsesRequest(ResponsesRequestBody, total=False):
    """What `presets_create_presets_responses` takes."""

    slug: Required[str]
    """The name of the preset, which is made if there is none, and else gets a new version."""


class ResponsesSendRequest(ResponsesRequestBody, total=False):
    """What `responses_send` takes."""

    x_openrouter_metadata: "OnDemand[_models.metadata.MetadataLevel]"
    """`"enabled"` returns in `openrouter_metadata` how the request was routed (header `X-OpenRouter-Metadata`)."""

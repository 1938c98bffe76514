# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""Chat: requests."""

# No `from __future__ import annotations`: it would hide `Required` from `TypedDict` (PEP 655).
from collections.abc import Mapping, Sequence
from typing import Literal, Required, TypeAlias, TypedDict

from openrouter_core.model import Json, OnDemand
from openrouter_core.operation import Attribution
from openrouter_funcs import models as _models

__all__ = [
    "ChatAssistantMessageParam",
    "ChatDeveloperMessageParam",
    "ChatMessagesParam",
    "ChatRequestBody",
    "ChatSendRequest",
    "ChatSystemMessageParam",
    "ChatToolMessageParam",
    "ChatUserMessageParam",
    "PresetsCreatePresetsChatCompletionsRequest",
]


class ChatSystemMessageParam(TypedDict, total=False):
    """A message that tells the model how to behave."""

    content: Required["str | OnDemand[Sequence[_models.chat_options.ChatContentTextParam]]"]
    """The instructions."""
    name: str
    """A name for the author, to tell authors of one role apart."""
    role: Required[Literal["system"]]
    configuration_update: "OnDemand[_models.chat_options.ChatSystemMessageConfigurationUpdateParam] | None"
    """Changes the reasoning effort from here on, and keeps the cache of what came before. Put it on a message with an
    empty `content` directly before the user's message, and leave it there in later requests."""


class ChatUserMessageParam(TypedDict, total=False):
    """A message of the user."""

    content: Required["str | OnDemand[Sequence[_models.chat_options.ChatContentItemsParam]]"]
    """What the user says: text, or parts of text, images, audio, video and files."""
    name: str
    """A name for the author, to tell authors of one role apart."""
    role: Required[Literal["user"]]


class ChatDeveloperMessageParam(TypedDict, total=False):
    """A message of the developer, with instructions as in a system message."""

    content: Required["str | OnDemand[Sequence[_models.chat_options.ChatContentTextParam]]"]
    """The instructions."""
    name: str
    """A name for the author, to tell authors of one role apart."""
    role: Required[Literal["developer"]]
    configuration_update: "OnDemand[_models.chat_options.ChatDeveloperMessageConfigurationUpdateParam] | None"
    """Changes the reasoning effort from here on, and keeps the cache of what came before, as in a system message."""


class ChatAssistantMessageParam(TypedDict, total=False):
    """What the model said."""

    audio: "OnDemand[_models.chat_options.ChatAudioOutputParam]"
    """The spoken answer, or a reference to it."""
    content: "str | OnDemand[Sequence[_models.chat_options.ChatContentItemsParam]] | None"
    """The answer; absent or `None` when there is no text, such as when the model only calls tools."""
    images: "OnDemand[Sequence[_models.chat_options.ChatAssistantImageParam]]"
    """Images that the model generated."""
    model: str
    """The model that wrote this message."""
    name: str
    """A name for the author, to tell authors of one role apart."""
    reasoning: str | None
    """The reasoning as text."""
    reasoning_details: "OnDemand[Sequence[_models.chat_options.ReasoningDetailUnionParam]]"
    """The reasoning in the provider's parts; send them back unchanged in later requests."""
    refusal: str | None
    """Why the model refused, if it did."""
    role: Required[Literal["assistant"]]
    tool_calls: "OnDemand[Sequence[_models.chat_options.ChatToolCallParam]]"
    """The functions that the model wants called."""


class ChatToolMessageParam(TypedDict, total=False):
    """The result of a tool call."""

    content: Required["str | OnDemand[Sequence[_models.chat_options.ChatContentItemsParam]]"]
    """What the tool returned."""
    role: Required[Literal["tool"]]
    tool_call_id: Required[str]
    """The `id` of the call that this answers."""


ChatMessagesParam: TypeAlias = (
    ChatSystemMessageParam
    | ChatUserMessageParam
    | ChatDeveloperMessageParam
    | ChatAssistantMessageParam
    | ChatToolMessageParam
)
"""A message of a conversation; `role` says whose."""


class ChatRequestBody(Attribution, total=False):
    """The body that several functions take."""

    cache_control: "OnDemand[_models.server_tools.AnthropicCacheControlDirectiveParam]"
    """Turns on prompt caching, with a breakpoint at the last block that can be cached."""
    debug: "OnDemand[_models.server_tools.ChatDebugOptionsParam]"
    """What a stream tells about the request that the provider got; only for streams."""
    frequency_penalty: float | None
    """The penalty of a token for each time that it was used, -2 to 2."""
    image_config: Mapping[str, str | float | Sequence[Json]]
    """Settings of image generation, which differ by model and provider."""
    logit_bias: Mapping[str, float] | None
    """What to add to the likelihood of tokens, by their ids, -100 to 100."""
    logprobs: bool | None
    """Whether to return the log probability of each token."""
    max_completion_tokens: int | None
    """The most tokens that the answer may have, reasoning included."""
    max_tokens: int | None
    """The older name of `max_completion_tokens`, which is deprecated; some providers want at least 16."""
    messages: Required[Sequence[ChatMessagesParam]]
    """The conversation so far, the oldest message first."""
    metadata: Mapping[str, str]
    """Notes of your own: at most 16, with names of 64 and values of 512 characters."""
    min_p: float | None
    """Only tokens with at least this share of the most likely token's probability, 0 to 1; not all providers know it.
    """
    modalities: Sequence[Literal["text", "image", "audio"] | str]
    """What the answer may be made of: `"text"`, `"image"`, `"audio"`."""
    model: str
    """The model, such as `"openai/gpt-5"`; absent for the account's default."""
    models: Sequence[str]
    """Models to fall back on, in this order, when the one before cannot answer."""
    parallel_tool_calls: bool | None
    """Whether the model may call several tools at once."""
    plugins: "OnDemand[Sequence[_models.chat_options.ChatPluginParam]]"
    """What OpenRouter does with the request before or after the model, such as a web search or reading PDFs, each with
    its settings."""
    prediction: "OnDemand[_models.chat_options.PredictionParam] | None"
    """Text that much of the answer will repeat; with it, models that support it answer faster."""
    presence_penalty: float | None
    """The penalty of a token that was used at all, -2 to 2."""
    prompt_cache_key: str | None
    """A key of your own for requests that begin alike, by which the provider finds their cache."""
    prompt_cache_options: "OnDemand[_models.server_tools.PromptCacheOptionsParam] | None"
    """How the provider caches the prompt; only for OpenAI's GPT-5.6 and newer."""
    provider: "OnDemand[_models.routing.ProviderPreferencesParam] | None"
    """Which providers may serve the request, and in which order; absent or `None` for OpenRouter's choice among those
    that the account allows."""
    reasoning: "OnDemand[_models.chat_options.ChatRequestReasoningParam]"
    """How much the model reasons, and whether it returns a summary of that."""
    reasoning_effort: Literal["max", "xhigh", "high", "medium", "low", "minimal", "none"] | str | None
    """Short for `effort` in `reasoning`; the two must agree."""
    repetition_penalty: float | None
    """How strongly repeated tokens are penalized: 1 for not at all, a higher number for more; not all providers know
    it."""
    response_format: "OnDemand[_models.chat_options.ChatResponseFormatParam]"
    """The form of the answer: text, any JSON, JSON of a schema, text of a grammar, or Python; absent for text."""
    route: "OnDemand[_models.routing.DeprecatedRoute] | None"
    """The older way to set `partition` in the `sort` of `provider`; deprecated."""
    seed: int | None
    """A number with which the provider tries to give the same answer each time."""
    service_tier: Literal["auto", "default", "fast", "flex", "priority", "scale", "ultrafast"] | str | None
    """The class of speed and price; `"fast"` means `"priority"`, and `"ultrafast"` falls back on `"priority"`, then on
    the default."""
    session_id: str
    """A name for requests that belong together, at most 256 characters. They go to the same provider, so that its cache
    is used, and are traced together. It has precedence over the header `x-session-id`."""
    stop: str | Sequence[str] | None
    """Up to four texts at which the model stops."""
    stop_server_tools_when: "OnDemand[Sequence[_models.server_tools.StopServerToolsWhenConditionParam]]"
    """When to stop calling server tools: as soon as one of these conditions holds. Calls that are pending still run,
    and then the model answers without tools."""
    stream_options: "OnDemand[_models.chat_options.ChatStreamOptionsParam] | None"
    """No longer has an effect: the usage always comes."""
    temperature: float | None
    """How random the choice of tokens is, 0 (least) to 2."""
    tool_choice: "OnDemand[_models.chat_options.ChatToolChoiceParam]"
    """Whether the model may, must or must not call a tool, or which one it must call."""
    tools: "OnDemand[Sequence[_models.chat_options.ChatFunctionToolParam]]"
    """The tools that the model may call: your own functions, and tools that OpenRouter runs."""
    top_a: float | None
    """Only tokens likely enough beside the most likely one: at least this share of its probability squared, 0 to 1; not
    all providers know it."""
    top_k: int | None
    """Only this many of the most likely tokens; 1 always takes the most likely one; not all providers know it."""
    top_logprobs: int | None
    """For how many of the most likely tokens to return the log probability at each place, 0 to 20."""
    top_p: float | None
    """Only the most likely tokens, up to this total probability, 0 to 1."""
    trace: "OnDemand[_models.routing.TraceConfigParam]"
    """Labels for observability tools; keys of your own are passed on to them."""
    user: str
    """An id or pseudonym of your end user that does not change, which providers get only as a part of a hash. If a
    provider blocks that user, others go on; absent, a block may affect the whole account."""
    deferred_tools: "OnDemand[_models.server_tools.DeferredToolsControlParam]"
    """How the model finds tools with `defer_loading`. In later requests, send the reasoning back unchanged and keep the
    tools as they are."""


class ChatSendRequest(ChatRequestBody, total=False):
    """What `chat_send` takes."""

    x_openrouter_metadata: "OnDemand[_models.metadata.MetadataLevel]"
    """`"enabled"` returns in `openrouter_metadata` how the request was routed (header `X-OpenRouter-Metadata`)."""


class PresetsCreatePresetsChatCompletionsRequest(ChatRequestBody, total=False):
    """What `presets_create_presets_chat_completions` takes."""

    slug: Required[str]
    """The name of the preset, which is made if there is none, and else gets a new version."""

"""What `chat_send` takes."""

# No `from __future__ import annotations`: it would hide `Required` from `TypedDict` (PEP 655).
from collections.abc import Mapping, Sequence
from typing import Literal, Required, TypeAlias, TypedDict

from openrouter_core.model import Json, Unknown
from openrouter_core.operation import Attribution
from openrouter_funcs.models.enums import (
    AnthropicCacheControlTtl,
    DeprecatedRoute,
    MetadataLevel,
    ReasoningFormat,
    SearchQualityLevel,
    WebSearchEngineEnum,
    WebSearchMode,
)
from openrouter_funcs.models.routing import ProviderPreferencesParam, TraceConfigParam
from openrouter_funcs.models.server_tools import (
    AdvisorServerToolOpenRouterParam,
    AlignmentPluginParam,
    AnthropicCacheControlDirectiveParam,
    ArmorPluginParam,
    AutoBetaRouterPluginParam,
    AutoRouterPluginParam,
    BashServerToolParam,
    ChatDebugOptionsParam,
    ConfigurationUpdateReasoningParam,
    ContextCompressionPluginParam,
    DatetimeServerToolParam,
    DeferredToolsControlParam,
    FileParserPluginParam,
    FilesServerToolParam,
    FusionPluginParam,
    FusionServerToolOpenRouterParam,
    ImageGenerationServerToolOpenRouterParam,
    JevRouterPluginParam,
    ModerationPluginParam,
    OpenRouterWebSearchServerToolParam,
    ParetoRouterPluginParam,
    PromptCacheBreakpointParam,
    PromptCacheOptionsParam,
    ResponseHealingPluginParam,
    SearchModelsServerToolConfigParam,
    StopServerToolsWhenConditionParam,
    SubagentServerToolOpenRouterParam,
    SwitchyardRouterPluginParam,
    WebFetchPluginParam,
    WebFetchServerToolParam,
    WebSearchConfigParam,
    WebSearchPluginParam,
    WebSearchUserLocationServerToolParam,
    XSearchOptionsParam,
)

__all__ = [
    "ChatAssistantImageImageUrlParam",
    "ChatAssistantImageParam",
    "ChatAssistantMessageParam",
    "ChatAudioOutputParam",
    "ChatContentAudioInputAudioParam",
    "ChatContentAudioParam",
    "ChatContentCacheControlParam",
    "ChatContentFileFileParam",
    "ChatContentFileParam",
    "ChatContentImageImageUrlParam",
    "ChatContentImageParam",
    "ChatContentItemsParam",
    "ChatContentTextParam",
    "ChatContentVideoInputParam",
    "ChatContentVideoParam",
    "ChatDeveloperMessageConfigurationUpdateParam",
    "ChatDeveloperMessageParam",
    "ChatDynamicServerToolParam",
    "ChatFormatGrammarConfigParam",
    "ChatFormatJsonObjectConfigParam",
    "ChatFormatJsonSchemaConfigParam",
    "ChatFormatPythonConfigParam",
    "ChatFormatTextConfigParam",
    "ChatFunctionToolFunctionFunctionParam",
    "ChatFunctionToolFunctionParam",
    "ChatFunctionToolParam",
    "ChatJsonSchemaConfigParam",
    "ChatMessagesParam",
    "ChatNamedToolChoiceFunctionParam",
    "ChatNamedToolChoiceParam",
    "ChatReasoningSummaryVerbosityEnum",
    "ChatSearchModelsServerToolParam",
    "ChatSendRequest",
    "ChatSendRequestReasoningParam",
    "ChatServerToolChoiceParam",
    "ChatStreamOptionsParam",
    "ChatSystemMessageConfigurationUpdateParam",
    "ChatSystemMessageParam",
    "ChatToolCallFunctionParam",
    "ChatToolCallParam",
    "ChatToolChoiceParam",
    "ChatToolMessageParam",
    "ChatUserMessageParam",
    "ChatWebSearchShorthandParam",
    "LegacyChatContentVideoInputParam",
    "LegacyChatContentVideoParam",
    "PredictionContentTextParam",
    "PredictionParam",
    "ReasoningDetailEncryptedParam",
    "ReasoningDetailServerToolCallParam",
    "ReasoningDetailSummaryParam",
    "ReasoningDetailTextParam",
    "ReasoningDetailUnionParam",
]


class ChatAssistantImageImageUrlParam(TypedDict, total=False):
    """Chat assistant image image url."""

    url: Required[str]


class ChatAssistantImageParam(TypedDict, total=False):
    """Chat assistant image."""

    image_url: Required[ChatAssistantImageImageUrlParam]


class ChatAudioOutputParam(TypedDict, total=False):
    """Chat audio output."""

    data: str
    expires_at: int
    id: str
    transcript: str


class ChatContentCacheControlParam(TypedDict, total=False):
    """An object whose `type` is `"ephemeral"`."""

    ttl: AnthropicCacheControlTtl
    type: Required[Literal["ephemeral"]]


class ChatContentTextParam(TypedDict, total=False):
    """An object whose `type` is `"text"`."""

    cache_control: ChatContentCacheControlParam
    """That the provider caches all up to here."""
    prompt_cache_breakpoint: PromptCacheBreakpointParam | None
    text: Required[str]
    """The text."""
    type: Required[Literal["text"]]


class ChatContentImageImageUrlParam(TypedDict, total=False):
    """Chat content image image url."""

    detail: Literal["auto", "low", "high", "original"] | str
    """How closely the model looks."""
    url: Required[str]
    """A URL, or a `data:` URL with the picture in base64."""


class ChatContentImageParam(TypedDict, total=False):
    """An object whose `type` is `"image_url"`."""

    image_url: Required[ChatContentImageImageUrlParam]
    type: Required[Literal["image_url"]]


class ChatContentAudioInputAudioParam(TypedDict, total=False):
    """Chat content audio input audio."""

    data: Required[str]
    """The sound in base64."""
    format: Required[str]
    """Its format, such as `"wav"` or `"mp3"`."""


class ChatContentAudioParam(TypedDict, total=False):
    """An object whose `type` is `"input_audio"`."""

    input_audio: Required[ChatContentAudioInputAudioParam]
    type: Required[Literal["input_audio"]]


class LegacyChatContentVideoInputParam(TypedDict, total=False):
    """Legacy chat content video input."""

    url: Required[str]
    processing: Literal["agentic", "static"] | str


class LegacyChatContentVideoParam(TypedDict, total=False):
    """An object whose `type` is `"input_video"`."""

    type: Required[Literal["input_video"]]
    video_url: Required[LegacyChatContentVideoInputParam]


class ChatContentVideoInputParam(TypedDict, total=False):
    """Chat content video input."""

    url: Required[str]
    processing: Literal["agentic", "static"] | str


class ChatContentVideoParam(TypedDict, total=False):
    """An object whose `type` is `"video_url"`."""

    type: Required[Literal["video_url"]]
    video_url: Required[ChatContentVideoInputParam]


class ChatContentFileFileParam(TypedDict, total=False):
    """Chat content file file."""

    file_data: str
    """A URL, or a `data:` URL with the file in base64."""
    file_id: str
    """The id of an uploaded file."""
    filename: str
    """Its name."""


class ChatContentFileParam(TypedDict, total=False):
    """An object whose `type` is `"file"`."""

    file: Required[ChatContentFileFileParam]
    type: Required[Literal["file"]]


ChatContentItemsParam: TypeAlias = (
    ChatContentTextParam
    | ChatContentImageParam
    | ChatContentAudioParam
    | LegacyChatContentVideoParam
    | ChatContentVideoParam
    | ChatContentFileParam
    | Unknown
)


class ReasoningDetailSummaryParam(TypedDict, total=False):
    """An object whose `type` is `"reasoning.summary"`."""

    format: ReasoningFormat | None
    id: str | None
    index: int
    summary: Required[str]
    type: Required[Literal["reasoning.summary"]]


class ReasoningDetailEncryptedParam(TypedDict, total=False):
    """An object whose `type` is `"reasoning.encrypted"`."""

    data: Required[str]
    format: ReasoningFormat | None
    id: str | None
    index: int
    type: Required[Literal["reasoning.encrypted"]]


class ReasoningDetailTextParam(TypedDict, total=False):
    """An object whose `type` is `"reasoning.text"`."""

    format: ReasoningFormat | None
    id: str | None
    index: int
    signature: str | None
    text: str | None
    type: Required[Literal["reasoning.text"]]


class ReasoningDetailServerToolCallParam(TypedDict, total=False):
    """An object whose `type` is `"reasoning.server_tool_call"`."""

    arguments: Required[str]
    format: ReasoningFormat | None
    id: str | None
    index: int
    result: Required[str]
    tool_call_id: str | None
    tool_name: Required[str]
    type: Required[Literal["reasoning.server_tool_call"]]


ReasoningDetailUnionParam: TypeAlias = (
    ReasoningDetailSummaryParam
    | ReasoningDetailEncryptedParam
    | ReasoningDetailTextParam
    | ReasoningDetailServerToolCallParam
    | Unknown
)


class ChatToolCallFunctionParam(TypedDict, total=False):
    """Chat tool call function."""

    arguments: Required[str]
    """Its arguments as JSON text, which the model may have got wrong."""
    name: Required[str]
    """Its name."""


class ChatToolCallParam(TypedDict, total=False):
    """An object whose `type` is `"function"`."""

    function: Required[ChatToolCallFunctionParam]
    """Which, and with what."""
    id: Required[str]
    """What the result must name in `tool_call_id`."""
    type: Required[Literal["function"]]


class ChatAssistantMessageParam(TypedDict, total=False):
    """What the model said before."""

    audio: ChatAudioOutputParam
    """The spoken answer."""
    content: str | Sequence[ChatContentItemsParam] | None
    """The answer; `None` when it calls tools instead."""
    images: Sequence[ChatAssistantImageParam]
    """Pictures that the model made."""
    model: str
    name: str
    """A name for the speaker."""
    reasoning: str | None
    """The reasoning, in plain text."""
    reasoning_details: Sequence[ReasoningDetailUnionParam]
    """The reasoning in the provider's parts, to be sent back unchanged."""
    refusal: str | None
    """Why the model refuses."""
    role: Required[Literal["assistant"]]
    """Who speaks."""
    tool_calls: Sequence[ChatToolCallParam]
    """The functions that the model wants called."""


class ChatDeveloperMessageConfigurationUpdateParam(TypedDict, total=False):
    """Chat developer message configuration update."""

    reasoning: Required[ConfigurationUpdateReasoningParam]


class ChatDeveloperMessageParam(TypedDict, total=False):
    """An object whose `role` is `"developer"`."""

    content: Required[str | Sequence[ChatContentTextParam]]
    """The instructions."""
    name: str
    role: Required[Literal["developer"]]
    configuration_update: ChatDeveloperMessageConfigurationUpdateParam | None


class ChatDynamicServerToolParam(TypedDict, total=False):
    """Chat dynamic server tool."""

    type: Required[str]
    parameters: Mapping[str, Json]


class ChatFormatGrammarConfigParam(TypedDict, total=False):
    """An object whose `type` is `"grammar"`."""

    grammar: Required[str]
    type: Required[Literal["grammar"]]


class ChatFormatJsonObjectConfigParam(TypedDict, total=False):
    """An object whose `type` is `"json_object"`."""

    type: Required[Literal["json_object"]]


class ChatJsonSchemaConfigParam(TypedDict, total=False):
    """Chat json schema config."""

    description: str
    name: Required[str]
    schema: Mapping[str, Json]
    strict: bool | None


class ChatFormatJsonSchemaConfigParam(TypedDict, total=False):
    """An object whose `type` is `"json_schema"`."""

    json_schema: Required[ChatJsonSchemaConfigParam]
    type: Required[Literal["json_schema"]]


class ChatFormatPythonConfigParam(TypedDict, total=False):
    """An object whose `type` is `"python"`."""

    type: Required[Literal["python"]]


class ChatFormatTextConfigParam(TypedDict, total=False):
    """An object whose `type` is `"text"`."""

    type: Required[Literal["text"]]


class ChatFunctionToolFunctionFunctionParam(TypedDict, total=False):
    """Chat function tool function function."""

    description: str
    name: Required[str]
    parameters: Mapping[str, Json]
    strict: bool | None
    defer_loading: bool


class ChatFunctionToolFunctionParam(TypedDict, total=False):
    """An object whose `type` is `"function"`."""

    cache_control: ChatContentCacheControlParam
    function: Required[ChatFunctionToolFunctionFunctionParam]
    type: Required[Literal["function"]]
    defer_loading: bool


class ChatSearchModelsServerToolParam(TypedDict, total=False):
    """An object whose `type` is `"openrouter:experimental__search_models"`."""

    parameters: SearchModelsServerToolConfigParam
    type: Required[Literal["openrouter:experimental__search_models"]]


class ChatWebSearchShorthandParam(TypedDict, total=False):
    """Chat web search shorthand."""

    allowed_domains: Sequence[str]
    engine: WebSearchEngineEnum
    excluded_domains: Sequence[str]
    max_characters: int
    max_results: int
    max_total_results: int
    max_uses: int
    mode: WebSearchMode
    parameters: WebSearchConfigParam
    search_context_size: SearchQualityLevel
    type: Required[
        Literal["web_search", "web_search_preview", "web_search_preview_2025_03_11", "web_search_2025_08_26"]
    ]
    user_location: WebSearchUserLocationServerToolParam
    x_search: XSearchOptionsParam


ChatFunctionToolParam: TypeAlias = (
    ChatFunctionToolFunctionParam
    | AdvisorServerToolOpenRouterParam
    | BashServerToolParam
    | DatetimeServerToolParam
    | FilesServerToolParam
    | FusionServerToolOpenRouterParam
    | ImageGenerationServerToolOpenRouterParam
    | ChatSearchModelsServerToolParam
    | SubagentServerToolOpenRouterParam
    | WebFetchServerToolParam
    | OpenRouterWebSearchServerToolParam
    | ChatWebSearchShorthandParam
    | ChatDynamicServerToolParam
)


class ChatSystemMessageConfigurationUpdateParam(TypedDict, total=False):
    """Chat system message configuration update."""

    reasoning: Required[ConfigurationUpdateReasoningParam]


class ChatSystemMessageParam(TypedDict, total=False):
    """An object whose `role` is `"system"`."""

    content: Required[str | Sequence[ChatContentTextParam]]
    """The instructions."""
    name: str
    role: Required[Literal["system"]]
    configuration_update: ChatSystemMessageConfigurationUpdateParam | None


class ChatUserMessageParam(TypedDict, total=False):
    """An object whose `role` is `"user"`."""

    content: Required[str | Sequence[ChatContentItemsParam]]
    """The text, or parts of text, pictures, sound, film and files."""
    name: str
    role: Required[Literal["user"]]


class ChatToolMessageParam(TypedDict, total=False):
    """An object whose `role` is `"tool"`."""

    content: Required[str | Sequence[ChatContentItemsParam]]
    """The result."""
    role: Required[Literal["tool"]]
    tool_call_id: Required[str]
    """Which call it answers."""


ChatMessagesParam: TypeAlias = (
    ChatSystemMessageParam
    | ChatUserMessageParam
    | ChatDeveloperMessageParam
    | ChatAssistantMessageParam
    | ChatToolMessageParam
)


class ChatNamedToolChoiceFunctionParam(TypedDict, total=False):
    """Chat named tool choice function."""

    name: Required[str]


class ChatNamedToolChoiceParam(TypedDict, total=False):
    """An object whose `type` is `"function"`."""

    function: Required[ChatNamedToolChoiceFunctionParam]
    type: Required[Literal["function"]]


ChatReasoningSummaryVerbosityEnum: TypeAlias = Literal["auto", "concise", "detailed"] | str


class PredictionContentTextParam(TypedDict, total=False):
    """An object whose `type` is `"text"`."""

    text: Required[str]
    type: Required[Literal["text"]]


class PredictionParam(TypedDict, total=False):
    """An object whose `type` is `"content"`."""

    content: Required[str | Sequence[PredictionContentTextParam]]
    type: Required[Literal["content"]]


class ChatSendRequestReasoningParam(TypedDict, total=False):
    """Chat send request reasoning."""

    effort: Literal["max", "xhigh", "high", "medium", "low", "minimal", "none"] | str | None
    summary: ChatReasoningSummaryVerbosityEnum | None


class ChatStreamOptionsParam(TypedDict, total=False):
    """Chat stream options."""

    include_usage: bool


class ChatServerToolChoiceParam(TypedDict, total=False):
    """Chat server tool choice."""

    type: Required[str]


ChatToolChoiceParam: TypeAlias = (
    Literal["none", "auto", "required"] | ChatNamedToolChoiceParam | ChatServerToolChoiceParam
)


class ChatSendRequest(Attribution, total=False):
    """What `chat_send` takes."""

    x_openrouter_metadata: MetadataLevel
    cache_control: AnthropicCacheControlDirectiveParam
    """That the provider caches the request, and for how long."""
    debug: ChatDebugOptionsParam
    """What to tell of the request that the provider got."""
    frequency_penalty: float | None
    """What a token loses for each time it has been used, -2 to 2."""
    image_config: Mapping[str, str | float | Sequence[Json]]
    """How pictures are made, as the model takes it."""
    logit_bias: Mapping[str, float] | None
    """What to add to the likelihood of tokens, by their ids."""
    logprobs: bool | None
    """Whether to tell how likely each token was."""
    max_completion_tokens: int | None
    """The most tokens of the answer, reasoning included."""
    max_tokens: int | None
    """The most tokens of the answer; providers prefer `max_completion_tokens`."""
    messages: Required[Sequence[ChatMessagesParam]]
    """The conversation so far, the oldest message first."""
    metadata: Mapping[str, str]
    """Notes of your own."""
    min_p: float | None
    """Only tokens at least this likely beside the likeliest."""
    modalities: Sequence[Literal["text", "image", "audio"] | str]
    """What the answer may be made of."""
    model: str
    """The model, such as `"openai/gpt-5"`; the account's default when absent."""
    models: Sequence[str]
    """Models to fall back on, in this order."""
    parallel_tool_calls: bool | None
    """Whether it may call several tools at once."""
    plugins: Sequence[
        AutoRouterPluginParam
        | AutoBetaRouterPluginParam
        | ModerationPluginParam
        | WebSearchPluginParam
        | WebFetchPluginParam
        | FileParserPluginParam
        | ResponseHealingPluginParam
        | ContextCompressionPluginParam
        | ParetoRouterPluginParam
        | FusionPluginParam
        | AlignmentPluginParam
        | ArmorPluginParam
        | JevRouterPluginParam
        | SwitchyardRouterPluginParam
    ]
    """What OpenRouter does with the request before or after the model."""
    prediction: PredictionParam | None
    """What the answer will probably hold, so that it comes faster."""
    presence_penalty: float | None
    """What a token loses once it has been used, -2 to 2."""
    prompt_cache_key: str | None
    prompt_cache_options: PromptCacheOptionsParam | None
    provider: ProviderPreferencesParam | None
    """Which providers may serve the request, and in which order."""
    reasoning: ChatSendRequestReasoningParam
    """How much the model reasons, and what of it is shown."""
    reasoning_effort: Literal["max", "xhigh", "high", "medium", "low", "minimal", "none"] | str | None
    """How much the model reasons: `reasoning.effort` in short."""
    repetition_penalty: float | None
    """By how much repeated tokens become less likely; 1 for not at all."""
    response_format: (
        ChatFormatTextConfigParam
        | ChatFormatJsonObjectConfigParam
        | ChatFormatJsonSchemaConfigParam
        | ChatFormatGrammarConfigParam
        | ChatFormatPythonConfigParam
    )
    """The form of the answer: text, any JSON, or JSON of a schema."""
    route: DeprecatedRoute | None
    seed: int | None
    """The same seed gives the same answer, as far as the provider can."""
    service_tier: Literal["auto", "default", "fast", "flex", "priority", "scale", "ultrafast"] | str | None
    """How fast and how dear it may be."""
    session_id: str
    """Requests of one session are shown together."""
    stop: str | Sequence[str] | None
    """Texts at which the model stops."""
    stop_server_tools_when: Sequence[StopServerToolsWhenConditionParam]
    stream_options: ChatStreamOptionsParam | None
    """Without effect: the usage always comes."""
    temperature: float | None
    """How freely the model chooses, 0 to 2."""
    tool_choice: ChatToolChoiceParam
    """Whether it may, must or must not call a tool, or which."""
    tools: Sequence[ChatFunctionToolParam]
    """What the model may call."""
    top_a: float | None
    """As `min_p`, with the square of the likeliest."""
    top_k: int | None
    """Only so many of the likeliest tokens."""
    top_logprobs: int | None
    """How many of the likeliest tokens to tell at each place."""
    top_p: float | None
    """Only the likeliest tokens that together have this probability."""
    trace: TraceConfigParam
    """Names for observability; other keys are passed on."""
    user: str
    """Who is served, as a name of your own; it helps to find abuse."""
    deferred_tools: DeferredToolsControlParam

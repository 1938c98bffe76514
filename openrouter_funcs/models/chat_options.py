# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""Chat: optional parts of requests."""

# No `from __future__ import annotations`: it would hide `Required` from `TypedDict` (PEP 655).
from collections.abc import Mapping, Sequence
from typing import Literal, Required, TypeAlias, TypedDict

from openrouter_core.model import Json, OnDemand, Unknown
from openrouter_funcs import models as _models
from openrouter_funcs.models.enums import (
    AnthropicCacheControlTtl,
    ReasoningFormat,
    SearchQualityLevel,
    WebSearchEngineEnum,
    WebSearchMode,
)
from openrouter_funcs.models.server_tools import (
    AdvisorServerToolOpenRouterParam,
    AlignmentPluginParam,
    ArmorPluginParam,
    AutoBetaRouterPluginParam,
    AutoRouterPluginParam,
    BashServerToolParam,
    ContextCompressionPluginParam,
    DatetimeServerToolParam,
    FileParserPluginParam,
    FilesServerToolParam,
    FusionPluginParam,
    FusionServerToolOpenRouterParam,
    ImageGenerationServerToolOpenRouterParam,
    JevRouterPluginParam,
    ModerationPluginParam,
    OpenRouterWebSearchServerToolParam,
    ParetoRouterPluginParam,
    ResponseHealingPluginParam,
    SubagentServerToolOpenRouterParam,
    SwitchyardRouterPluginParam,
    WebFetchPluginParam,
    WebFetchServerToolParam,
    WebSearchPluginParam,
)

__all__ = [
    "ChatAssistantImageImageUrlParam",
    "ChatAssistantImageParam",
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
    "ChatNamedToolChoiceFunctionParam",
    "ChatNamedToolChoiceParam",
    "ChatPluginParam",
    "ChatReasoningSummaryVerbosityEnum",
    "ChatRequestReasoningParam",
    "ChatResponseFormatParam",
    "ChatSearchModelsServerToolParam",
    "ChatServerToolChoiceParam",
    "ChatStreamOptionsParam",
    "ChatSystemMessageConfigurationUpdateParam",
    "ChatToolCallFunctionParam",
    "ChatToolCallParam",
    "ChatToolChoiceParam",
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


class ChatContentCacheControlParam(TypedDict, total=False):
    """A cache breakpoint in Anthropic's form: the provider may cache the prompt up to here.

    OpenRouter converts it for other providers.
    """

    ttl: AnthropicCacheControlTtl
    """How long the provider keeps the cache."""
    type: Required[Literal["ephemeral"]]


class ChatContentTextParam(TypedDict, total=False):
    """A part of a message: text."""

    cache_control: ChatContentCacheControlParam
    """A cache breakpoint after this part, in Anthropic's form; OpenRouter converts it for other providers."""
    prompt_cache_breakpoint: "OnDemand[_models.server_tools.PromptCacheBreakpointParam] | None"
    """A cache breakpoint after this part, in OpenAI's form; OpenRouter converts it for other providers."""
    text: Required[str]
    """What is said."""
    type: Required[Literal["text"]]


class ChatSystemMessageConfigurationUpdateParam(TypedDict, total=False):
    """A change of the reasoning that holds from this message on."""

    reasoning: Required["OnDemand[_models.server_tools.ConfigurationUpdateReasoningParam]"]
    """How the model reasons from here on."""


class ChatContentImageImageUrlParam(TypedDict, total=False):
    """An image for a model to look at."""

    detail: Literal["auto", "low", "high", "original"] | str
    """How closely the model looks; `original` asks for the full resolution, and counts as `high` at providers that have
    no such level."""
    url: Required[str]
    """A URL, or a `data:` URL with the image in base64."""


class ChatContentImageParam(TypedDict, total=False):
    """A part of a message: an image."""

    image_url: Required[ChatContentImageImageUrlParam]
    """Where the image is, and how closely to look at it."""
    type: Required[Literal["image_url"]]


class ChatContentAudioInputAudioParam(TypedDict, total=False):
    """Audio for a model to listen to."""

    data: Required[str]
    """The audio in base64."""
    format: Required[str]
    """Its format, such as `"wav"` or `"mp3"`; providers differ in those that they take."""


class ChatContentAudioParam(TypedDict, total=False):
    """A part of a message: audio."""

    input_audio: Required[ChatContentAudioInputAudioParam]
    """The audio and its format."""
    type: Required[Literal["input_audio"]]


class LegacyChatContentVideoInputParam(TypedDict, total=False):
    """A video for a model to watch, in the deprecated form."""

    url: Required[str]
    """A URL, or a `data:` URL with the video in base64."""
    processing: Literal["agentic", "static"] | str
    """How the model watches: `agentic`, or `static` for frames at a fixed rate; at present only Google Gemini knows it.
    """


class LegacyChatContentVideoParam(TypedDict, total=False):
    """A part of a message: a video, in the deprecated form. Use the type `video_url` instead."""

    type: Required[Literal["input_video"]]
    video_url: Required[LegacyChatContentVideoInputParam]
    """Where the video is, and how to watch it."""


class ChatContentVideoInputParam(TypedDict, total=False):
    """A video for a model to watch."""

    url: Required[str]
    """A URL, or a `data:` URL with the video in base64."""
    processing: Literal["agentic", "static"] | str
    """How the model watches: `agentic`, or `static` for frames at a fixed rate; at present only Google Gemini knows it.
    """


class ChatContentVideoParam(TypedDict, total=False):
    """A part of a message: a video."""

    type: Required[Literal["video_url"]]
    video_url: Required[ChatContentVideoInputParam]
    """Where the video is, and how to watch it."""


class ChatContentFileFileParam(TypedDict, total=False):
    """A file for a model to read."""

    file_data: str
    """A URL, or a `data:` URL with the file in base64."""
    file_id: str
    """The id of a file that you uploaded before."""
    filename: str
    """What the file was called originally."""


class ChatContentFileParam(TypedDict, total=False):
    """A part of a message: a file, such as a PDF."""

    file: Required[ChatContentFileFileParam]
    """The file, by its content or its id."""
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
"""A part of a message: text, an image, audio, a video or a file."""


class ChatDeveloperMessageConfigurationUpdateParam(TypedDict, total=False):
    """A change of the reasoning that holds from this message on."""

    reasoning: Required["OnDemand[_models.server_tools.ConfigurationUpdateReasoningParam]"]
    """How the model reasons from here on."""


class ChatAudioOutputParam(TypedDict, total=False):
    """Audio that the model spoke, or a reference to it."""

    data: str
    """The audio in base64."""
    expires_at: int
    """Until when later messages can refer to the audio, in seconds since 1970."""
    id: str
    """The provider's id of the audio, by which a later message can refer to it."""
    transcript: str
    """What is said in it."""


class ChatAssistantImageImageUrlParam(TypedDict, total=False):
    """Where an image that the model generated is."""

    url: Required[str]
    """A URL, or the image in base64."""


class ChatAssistantImageParam(TypedDict, total=False):
    """An image that the model generated."""

    image_url: Required[ChatAssistantImageImageUrlParam]
    """Where the image is."""


class ReasoningDetailSummaryParam(TypedDict, total=False):
    """A part of the reasoning: a summary."""

    format: ReasoningFormat | None
    """The form in which the provider gave the reasoning."""
    id: str | None
    """The provider's id of this part."""
    index: int
    """The number of this part."""
    summary: Required[str]
    """The text of the summary."""
    type: Required[Literal["reasoning.summary"]]


class ReasoningDetailEncryptedParam(TypedDict, total=False):
    """A part of the reasoning that only the provider can read."""

    data: Required[str]
    """The reasoning, encrypted."""
    format: ReasoningFormat | None
    """The form in which the provider gave the reasoning."""
    id: str | None
    """The provider's id of this part."""
    index: int
    """The number of this part."""
    type: Required[Literal["reasoning.encrypted"]]


class ReasoningDetailTextParam(TypedDict, total=False):
    """A part of the reasoning: its text."""

    format: ReasoningFormat | None
    """The form in which the provider gave the reasoning."""
    id: str | None
    """The provider's id of this part."""
    index: int
    """The number of this part."""
    signature: str | None
    """The provider's signature of the text."""
    text: str | None
    """What the model reasoned."""
    type: Required[Literal["reasoning.text"]]


class ReasoningDetailServerToolCallParam(TypedDict, total=False):
    """A call of a server tool, kept in the reasoning so that a later request of the conversation can restore it."""

    arguments: Required[str]
    """What the tool was called with."""
    format: ReasoningFormat | None
    """The form in which the provider gave the reasoning."""
    id: str | None
    """The id of this part."""
    index: int
    """The number of this part."""
    result: Required[str]
    """What the tool returned."""
    tool_call_id: str | None
    """The id of the call."""
    tool_name: Required[str]
    """The tool, such as `"openrouter:fusion"`."""
    type: Required[Literal["reasoning.server_tool_call"]]


ReasoningDetailUnionParam: TypeAlias = (
    ReasoningDetailSummaryParam
    | ReasoningDetailEncryptedParam
    | ReasoningDetailTextParam
    | ReasoningDetailServerToolCallParam
    | Unknown
)
"""A part of the reasoning: a summary, text, encrypted data, or a call of a server tool."""


class ChatToolCallFunctionParam(TypedDict, total=False):
    """A function to call, and its arguments."""

    arguments: Required[str]
    """The arguments as JSON text; check them, since a model can get them wrong."""
    name: Required[str]
    """Which function to call."""


class ChatToolCallParam(TypedDict, total=False):
    """A call of a function of yours, which the model asks for."""

    function: Required[ChatToolCallFunctionParam]
    """Which function to call, and with what."""
    id: Required[str]
    """The id of the call, which the message with the result names in `tool_call_id`."""
    type: Required[Literal["function"]]


ChatPluginParam: TypeAlias = (
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
)
"""What OpenRouter does with a request before or after the model, such as a web search, with its settings."""


class PredictionContentTextParam(TypedDict, total=False):
    """A part of a predicted answer: text."""

    text: Required[str]
    """The text that you expect."""
    type: Required[Literal["text"]]


class PredictionParam(TypedDict, total=False):
    """Text that much of the answer will repeat. With it, models that support it answer faster."""

    content: Required[str | Sequence[PredictionContentTextParam]]
    """The text that you expect."""
    type: Required[Literal["content"]]


ChatReasoningSummaryVerbosityEnum: TypeAlias = Literal["auto", "concise", "detailed"] | str
"""How long a summary of the reasoning is. `auto`: as the model decides."""


class ChatRequestReasoningParam(TypedDict, total=False):
    """How a model that can reason does so."""

    effort: Literal["max", "xhigh", "high", "medium", "low", "minimal", "none"] | str | None
    """How much the model reasons; absent or `None` for its default."""
    summary: ChatReasoningSummaryVerbosityEnum | None
    """Whether the model returns a summary of its reasoning, and how long it is."""


class ChatFormatTextConfigParam(TypedDict, total=False):
    """The answer is text; this is the default."""

    type: Required[Literal["text"]]


class ChatFormatJsonObjectConfigParam(TypedDict, total=False):
    """The answer is a JSON object of any form."""

    type: Required[Literal["json_object"]]


class ChatJsonSchemaConfigParam(TypedDict, total=False):
    """A schema for the answer, with its name."""

    description: str
    """What the schema is for, told to the model."""
    name: Required[str]
    """At most 64 letters (`a-z`, `A-Z`), digits, underscores and dashes."""
    schema: Mapping[str, Json]
    """The schema itself, in JSON Schema."""
    strict: bool | None
    """Whether the answer must follow the schema exactly."""


class ChatFormatJsonSchemaConfigParam(TypedDict, total=False):
    """The answer is JSON of a schema."""

    json_schema: Required[ChatJsonSchemaConfigParam]
    """The schema, and how strictly it holds."""
    type: Required[Literal["json_schema"]]


class ChatFormatGrammarConfigParam(TypedDict, total=False):
    """The answer is text of a grammar."""

    grammar: Required[str]
    """The rules that the text must follow."""
    type: Required[Literal["grammar"]]


class ChatFormatPythonConfigParam(TypedDict, total=False):
    """The answer is Python code."""

    type: Required[Literal["python"]]


ChatResponseFormatParam: TypeAlias = (
    ChatFormatTextConfigParam
    | ChatFormatJsonObjectConfigParam
    | ChatFormatJsonSchemaConfigParam
    | ChatFormatGrammarConfigParam
    | ChatFormatPythonConfigParam
)
"""The form of an answer: text, any JSON, JSON of a schema, text of a grammar, or Python."""


class ChatStreamOptionsParam(TypedDict, total=False):
    """Settings of a stream."""

    include_usage: bool
    """No longer has an effect: the usage always comes."""


class ChatNamedToolChoiceFunctionParam(TypedDict, total=False):
    """The name of a function that the model must call."""

    name: Required[str]
    """The function, by the name that it has in `tools`."""


class ChatNamedToolChoiceParam(TypedDict, total=False):
    """The model must call this function."""

    function: Required[ChatNamedToolChoiceFunctionParam]
    """Which function to call."""
    type: Required[Literal["function"]]


class ChatServerToolChoiceParam(TypedDict, total=False):
    """The model must call this server tool."""

    type: Required[str]
    """The server tool, such as `"openrouter:web_search"`."""


ChatToolChoiceParam: TypeAlias = (
    Literal["none", "auto", "required"] | ChatNamedToolChoiceParam | ChatServerToolChoiceParam
)
"""Which tools the model calls: `none`, those that it wants (`auto`), at least one (`required`), or the one that is
named."""


class ChatFunctionToolFunctionFunctionParam(TypedDict, total=False):
    """The name, purpose and parameters of a function of yours."""

    description: str
    """What the function does, told to the model."""
    name: Required[str]
    """At most 64 letters (`a-z`, `A-Z`), digits, underscores and dashes."""
    parameters: Mapping[str, Json]
    """The schema of the arguments, in JSON Schema."""
    strict: bool | None
    """Whether the arguments must follow the schema exactly."""
    defer_loading: bool
    """Whether the model sees the tool only after a tool search has found it."""


class ChatFunctionToolFunctionParam(TypedDict, total=False):
    """A function of yours that the model may call."""

    cache_control: ChatContentCacheControlParam
    """A cache breakpoint after this tool, in Anthropic's form; OpenRouter converts it for other providers."""
    function: Required[ChatFunctionToolFunctionFunctionParam]
    """The function's name, purpose and parameters."""
    type: Required[Literal["function"]]
    defer_loading: bool
    """Whether the model sees the tool only after a tool search has found it."""


class ChatSearchModelsServerToolParam(TypedDict, total=False):
    """A tool that OpenRouter runs: it searches the models on OpenRouter. It is experimental."""

    parameters: "OnDemand[_models.server_tools.SearchModelsServerToolConfigParam]"
    """The tool's settings; absent for its defaults."""
    type: Required[Literal["openrouter:experimental__search_models"]]


class ChatWebSearchShorthandParam(TypedDict, total=False):
    """A web search, written as in OpenAI's Responses API. OpenRouter makes `openrouter:web_search` of it."""

    allowed_domains: Sequence[str]
    """Search only these domains; not together with `excluded_domains`."""
    engine: WebSearchEngineEnum
    """Which engine searches; absent for `auto`."""
    excluded_domains: Sequence[str]
    """Leave out these domains; not together with `allowed_domains`."""
    max_characters: int
    """The most characters of content per result; it has precedence over `search_context_size`. Only for Exa, Parallel
    (absent for 1500) and Perplexity."""
    max_results: int
    """The most results of one search; absent for 5, and at most 20 for Perplexity. Native search ignores it."""
    max_total_results: int
    """The most results of all searches of a request; absent for 50."""
    max_uses: int
    """The most searches of a request; each further one returns an error to the model. Of native searches only
    Anthropic's knows it."""
    mode: WebSearchMode
    """How thoroughly the engine searches; only for Exa and Parallel."""
    parameters: "OnDemand[_models.server_tools.WebSearchConfigParam]"
    """The same settings in the form of `openrouter:web_search`."""
    search_context_size: SearchQualityLevel
    """How much content to take from each result; only for Exa, Parallel and Perplexity. `max_characters` has
    precedence."""
    type: Required[
        Literal["web_search", "web_search_preview", "web_search_preview_2025_03_11", "web_search_2025_08_26"]
    ]
    """A name that OpenAI gives or gave the tool; each means the same."""
    user_location: "OnDemand[_models.server_tools.WebSearchUserLocationServerToolParam]"
    """Roughly where the user is, for results from nearby."""
    x_search: "OnDemand[_models.server_tools.XSearchOptionsParam]"
    """Searches posts on X, too; only for SpaceXAI's native search, which charges for it. Absent for the web alone."""


class ChatDynamicServerToolParam(TypedDict, total=False):
    """Any tool that OpenRouter runs, by its name."""

    type: Required[str]
    """The tool: `openrouter:...`, or a short name that OpenRouter knows."""
    parameters: Mapping[str, Json]
    """The tool's settings, which OpenRouter checks."""


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
"""A tool that the model may call: a function of yours, or a tool that OpenRouter runs."""

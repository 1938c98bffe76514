# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""Chat: options of requests."""

# No `from __future__ import annotations`: it would hide `Required` from `TypedDict` (PEP 655).
from collections.abc import Mapping, Sequence
from typing import Literal, Required, TypeAlias, TypedDict

from openrouter_core.model import Json, OnDemand
from openrouter_funcs import models as _models
from openrouter_funcs.models.chat_params import ChatContentCacheControlParam
from openrouter_funcs.models.enums import SearchQualityLevel, WebSearchEngineEnum, WebSearchMode
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
    "ChatToolChoiceParam",
    "ChatWebSearchShorthandParam",
    "PredictionContentTextParam",
    "PredictionParam",
]


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

"""Parts of requests that some families of endpoints share: tools that OpenRouter runs, and plugins."""

# No `from __future__ import annotations`: it would hide `Required` from `TypedDict` (PEP 655).
from collections.abc import Mapping, Sequence
from typing import Literal, Required, TypeAlias, TypedDict

from openrouter_core.model import Json
from openrouter_funcs.models.enums import (
    AnthropicCacheControlTtl,
    BashServerToolEngine,
    PDFParserEngine,
    SearchQualityLevel,
    ShellServerToolEngine,
    WebFetchEngineEnum,
    WebSearchEngine,
    WebSearchEngineEnum,
    WebSearchMode,
)

__all__ = [
    "AdvisorReasoningParam",
    "AdvisorServerToolConfigParam",
    "AdvisorServerToolOpenRouterParam",
    "AlignmentPluginParam",
    "AlignmentRuleParam",
    "AnthropicCacheControlDirectiveParam",
    "ArmorAutoModeParam",
    "ArmorContextParam",
    "ArmorEnvironmentEntryParam",
    "ArmorPluginParam",
    "ArmorRuleParam",
    "AutoBetaRouterPluginParam",
    "AutoRouterPluginParam",
    "BashServerToolConfigParam",
    "BashServerToolEnvironmentParam",
    "BashServerToolParam",
    "ChatDebugOptionsParam",
    "ConfigurationUpdateReasoningParam",
    "ContainerAutoEnvironmentParam",
    "ContainerNetworkPolicyAllowlistParam",
    "ContainerNetworkPolicyDisabledParam",
    "ContainerNetworkPolicyParam",
    "ContainerReferenceEnvironmentParam",
    "ContextCompressionPluginParam",
    "DatetimeServerToolConfigParam",
    "DatetimeServerToolParam",
    "DeferredBm25SearchParam",
    "DeferredCustomSearchParam",
    "DeferredRegexSearchParam",
    "DeferredToolsControlParam",
    "DeferredToolsSearchStrategyParam",
    "FileParserPluginParam",
    "FilesServerToolConfigParam",
    "FilesServerToolParam",
    "FusionPluginParam",
    "FusionPluginToolParam",
    "FusionServerToolConfigParam",
    "FusionServerToolConfigReasoningParam",
    "FusionServerToolConfigToolParam",
    "FusionServerToolOpenRouterParam",
    "ImageGenerationServerToolConfigParam",
    "ImageGenerationServerToolOpenRouterParam",
    "JevRouterPluginParam",
    "ModerationPluginParam",
    "OpenRouterWebSearchServerToolParam",
    "PDFParserOptionsParam",
    "ParetoRouterPluginParam",
    "PromptCacheBreakpointParam",
    "PromptCacheOptionsParam",
    "ResponseHealingPluginParam",
    "SearchModelsServerToolConfigParam",
    "ShellServerToolConfigParam",
    "ShellServerToolEnvironmentParam",
    "ShellServerToolOpenRouterParam",
    "StopServerToolsWhenConditionParam",
    "StopServerToolsWhenFinishReasonIsParam",
    "StopServerToolsWhenHasToolCallParam",
    "StopServerToolsWhenMaxCostParam",
    "StopServerToolsWhenMaxTokensUsedParam",
    "StopServerToolsWhenStepCountIsParam",
    "SubagentNestedToolParam",
    "SubagentReasoningParam",
    "SubagentServerToolConfigParam",
    "SubagentServerToolOpenRouterParam",
    "SwitchyardRouterPluginParam",
    "ToolSearchServerToolConfigParam",
    "ToolSearchServerToolParam",
    "WebFetchPluginParam",
    "WebFetchServerToolConfigParam",
    "WebFetchServerToolParam",
    "WebSearchConfigParam",
    "WebSearchPluginParam",
    "WebSearchPluginUserLocationParam",
    "WebSearchUserLocationServerToolParam",
    "XSearchOptionsParam",
]


class AdvisorReasoningParam(TypedDict, total=False):
    """Advisor reasoning."""

    effort: Literal["max", "xhigh", "high", "medium", "low", "minimal", "none"] | str
    max_tokens: int


class AdvisorServerToolConfigParam(TypedDict, total=False):
    """Advisor server tool config."""

    forward_transcript: bool
    instructions: str
    max_completion_tokens: int
    model: str
    name: str
    reasoning: AdvisorReasoningParam
    stream: bool
    temperature: float


class AdvisorServerToolOpenRouterParam(TypedDict, total=False):
    """An object whose `type` is `"openrouter:advisor"`."""

    parameters: AdvisorServerToolConfigParam
    type: Required[Literal["openrouter:advisor"]]


class AlignmentRuleParam(TypedDict, total=False):
    """Alignment rule."""

    rule: Required[str]
    watch: Required[Sequence[Literal["content", "tool_calls", "refusal", "images", "audio"] | str]]


class AlignmentPluginParam(TypedDict, total=False):
    """An object whose `id` is `"alignment"`."""

    id: Required[Literal["alignment"]]
    rules: Required[Sequence[AlignmentRuleParam]]
    instruct: bool
    max_retries: int
    mode: Literal["enforce", "audit"] | str
    threshold: float


class AnthropicCacheControlDirectiveParam(TypedDict, total=False):
    """An object whose `type` is `"ephemeral"`."""

    ttl: AnthropicCacheControlTtl
    type: Required[Literal["ephemeral"]]


class ArmorRuleParam(TypedDict, total=False):
    """Armor rule."""

    id: Required[str]
    instructions: Required[str]
    name: str
    threshold: float


class ArmorEnvironmentEntryParam(TypedDict, total=False):
    """Armor environment entry."""

    name: Required[str]
    value: Required[str]


class ArmorAutoModeParam(TypedDict, total=False):
    """Armor auto mode."""

    allow: Sequence[ArmorRuleParam | str]
    environment: Sequence[ArmorEnvironmentEntryParam | str]
    hard_deny: Sequence[ArmorRuleParam | str]
    soft_deny: Sequence[ArmorRuleParam | str]


class ArmorContextParam(TypedDict, total=False):
    """Armor context."""

    v: Required[float]
    auto_mode: ArmorAutoModeParam


class ArmorPluginParam(TypedDict, total=False):
    """An object whose `id` is `"armor"`."""

    id: Required[Literal["armor"]]
    classifier_context: ArmorContextParam
    enabled: bool
    evaluate_native_tools: bool
    mode: Literal["enforce", "audit"] | str
    on_error: Literal["log", "block"] | str
    output_mode: Literal["text", "custom_item", "claude_code_compatibility"] | str
    use_cc_style_default_rules: bool


class AutoBetaRouterPluginParam(TypedDict, total=False):
    """An object whose `id` is `"auto-beta-router"`."""

    allowed_models: Sequence[str]
    cost_quality_tradeoff: int
    cost_tier: Literal["low", "medium", "high", "xhigh", "max"] | str
    enabled: bool
    excluded_models: Sequence[str]
    id: Required[Literal["auto-beta-router"]]


class AutoRouterPluginParam(TypedDict, total=False):
    """An object whose `id` is `"auto-router"`."""

    allowed_models: Sequence[str]
    cost_quality_tradeoff: int
    cost_tier: Literal["low", "medium", "high", "xhigh", "max"] | str
    enabled: bool
    excluded_models: Sequence[str]
    id: Required[Literal["auto-router"]]
    pin_model: bool


class ContainerNetworkPolicyDisabledParam(TypedDict, total=False):
    """An object whose `type` is `"disabled"`."""

    type: Required[Literal["disabled"]]


class ContainerNetworkPolicyAllowlistParam(TypedDict, total=False):
    """An object whose `type` is `"allowlist"`."""

    allowed_domains: Required[Sequence[str]]
    type: Required[Literal["allowlist"]]


ContainerNetworkPolicyParam: TypeAlias = ContainerNetworkPolicyDisabledParam | ContainerNetworkPolicyAllowlistParam


class ContainerAutoEnvironmentParam(TypedDict, total=False):
    """An object whose `type` is `"container_auto"`."""

    type: Required[Literal["container_auto"]]
    file_ids: Sequence[str]
    network_policy: ContainerNetworkPolicyParam


class ContainerReferenceEnvironmentParam(TypedDict, total=False):
    """An object whose `type` is `"container_reference"`."""

    container_id: Required[str]
    type: Required[Literal["container_reference"]]
    file_ids: Sequence[str]
    network_policy: ContainerNetworkPolicyParam


BashServerToolEnvironmentParam: TypeAlias = ContainerAutoEnvironmentParam | ContainerReferenceEnvironmentParam


class BashServerToolConfigParam(TypedDict, total=False):
    """Bash server tool config."""

    engine: BashServerToolEngine
    environment: BashServerToolEnvironmentParam


class BashServerToolParam(TypedDict, total=False):
    """An object whose `type` is `"openrouter:bash"`."""

    parameters: BashServerToolConfigParam
    type: Required[Literal["openrouter:bash"]]


class ChatDebugOptionsParam(TypedDict, total=False):
    """Chat debug options."""

    echo_upstream_body: bool


class ConfigurationUpdateReasoningParam(TypedDict, total=False):
    """Configuration update reasoning."""

    effort: Required[Literal["max", "xhigh", "high", "medium", "low", "minimal", "none"] | str]


class ContextCompressionPluginParam(TypedDict, total=False):
    """An object whose `id` is `"context-compression"`."""

    enabled: bool
    engine: Literal["middle-out"]
    id: Required[Literal["context-compression"]]


class DatetimeServerToolConfigParam(TypedDict, total=False):
    """Datetime server tool config."""

    timezone: str


class DatetimeServerToolParam(TypedDict, total=False):
    """An object whose `type` is `"openrouter:datetime"`."""

    parameters: DatetimeServerToolConfigParam
    type: Required[Literal["openrouter:datetime"]]


class DeferredBm25SearchParam(TypedDict, total=False):
    """An object whose `type` is `"bm25"`."""

    type: Required[Literal["bm25"]]
    max_results: int


class DeferredCustomSearchParam(TypedDict, total=False):
    """An object whose `type` is `"custom"`."""

    result_key: Required[str]
    tool_id: Required[str]
    type: Required[Literal["custom"]]
    max_results: int


class DeferredRegexSearchParam(TypedDict, total=False):
    """An object whose `type` is `"regex"`."""

    type: Required[Literal["regex"]]
    max_results: int


DeferredToolsSearchStrategyParam: TypeAlias = (
    DeferredBm25SearchParam | DeferredCustomSearchParam | DeferredRegexSearchParam
)


class DeferredToolsControlParam(TypedDict, total=False):
    """Deferred tools control."""

    profile: Required[Literal["portable"]]
    protocol: Required[Literal["v1"]]
    search: Required[DeferredToolsSearchStrategyParam]
    validation: Required[Literal["runtime"]]


class PDFParserOptionsParam(TypedDict, total=False):
    """Pdfparser options."""

    engine: PDFParserEngine


class FileParserPluginParam(TypedDict, total=False):
    """An object whose `id` is `"file-parser"`."""

    enabled: bool
    id: Required[Literal["file-parser"]]
    pdf: PDFParserOptionsParam


class FilesServerToolConfigParam(TypedDict, total=False):
    """Files server tool config."""


class FilesServerToolParam(TypedDict, total=False):
    """An object whose `type` is `"openrouter:files"`."""

    parameters: FilesServerToolConfigParam
    type: Required[Literal["openrouter:files"]]


class FusionPluginToolParam(TypedDict, total=False):
    """Fusion plugin tool."""

    parameters: Mapping[
        str, str | float | bool | Sequence[str | float | bool | None] | Mapping[str, str | float | bool | None] | None
    ]
    type: Required[str]


class FusionPluginParam(TypedDict, total=False):
    """An object whose `id` is `"fusion"`."""

    analysis_models: Sequence[str]
    enabled: bool
    id: Required[Literal["fusion"]]
    max_tool_calls: int
    model: str
    preset: Literal["general-high", "general-budget", "general-fast"] | str
    tools: Sequence[FusionPluginToolParam]


class FusionServerToolConfigReasoningParam(TypedDict, total=False):
    """Fusion server tool config reasoning."""

    effort: Literal["max", "xhigh", "high", "medium", "low", "minimal", "none"] | str
    max_tokens: int


class FusionServerToolConfigToolParam(TypedDict, total=False):
    """Fusion server tool config tool."""

    parameters: Mapping[str, Json]
    type: Required[str]


class FusionServerToolConfigParam(TypedDict, total=False):
    """Fusion server tool config."""

    analysis_models: Sequence[str]
    cache_control: AnthropicCacheControlDirectiveParam
    max_completion_tokens: int
    max_tool_calls: int
    model: str
    reasoning: FusionServerToolConfigReasoningParam
    temperature: float
    tools: Sequence[FusionServerToolConfigToolParam]


class FusionServerToolOpenRouterParam(TypedDict, total=False):
    """An object whose `type` is `"openrouter:fusion"`."""

    parameters: FusionServerToolConfigParam
    type: Required[Literal["openrouter:fusion"]]


class ImageGenerationServerToolConfigParam(TypedDict, total=False):
    """Image generation server tool config."""

    model: str


class ImageGenerationServerToolOpenRouterParam(TypedDict, total=False):
    """An object whose `type` is `"openrouter:image_generation"`."""

    parameters: ImageGenerationServerToolConfigParam
    type: Required[Literal["openrouter:image_generation"]]


class JevRouterPluginParam(TypedDict, total=False):
    """An object whose `id` is `"jev-router"`."""

    id: Required[Literal["jev-router"]]
    allowed_models: Sequence[str]
    cost_tier: str
    excluded_models: Sequence[str]
    models: Sequence[str]


class ModerationPluginParam(TypedDict, total=False):
    """An object whose `id` is `"moderation"`."""

    id: Required[Literal["moderation"]]


class WebSearchUserLocationServerToolParam(TypedDict, total=False):
    """An object whose `type` is `"approximate"`."""

    city: str | None
    country: str | None
    region: str | None
    timezone: str | None
    type: Literal["approximate"]


class XSearchOptionsParam(TypedDict, total=False):
    """Xsearch options."""

    allowed_x_handles: Sequence[str]
    enable_image_understanding: bool
    enable_video_understanding: bool
    excluded_x_handles: Sequence[str]
    from_date: str
    to_date: str


class WebSearchConfigParam(TypedDict, total=False):
    """Web search config."""

    allowed_domains: Sequence[str]
    engine: WebSearchEngineEnum
    excluded_domains: Sequence[str]
    max_characters: int
    max_results: int
    max_total_results: int
    max_uses: int
    mode: WebSearchMode
    search_context_size: SearchQualityLevel
    user_location: WebSearchUserLocationServerToolParam
    x_search: XSearchOptionsParam


class OpenRouterWebSearchServerToolParam(TypedDict, total=False):
    """An object whose `type` is `"openrouter:web_search"`."""

    parameters: WebSearchConfigParam
    type: Required[Literal["openrouter:web_search"]]


class ParetoRouterPluginParam(TypedDict, total=False):
    """An object whose `id` is `"pareto-router"`."""

    enabled: bool
    id: Required[Literal["pareto-router"]]
    max_price: float
    min_coding_score: float
    price_source: Literal["prompt", "weighted_avg"] | str


class PromptCacheBreakpointParam(TypedDict, total=False):
    """An object whose `mode` is `"explicit"`."""

    mode: Required[Literal["explicit"]]
    ttl: str | None


class PromptCacheOptionsParam(TypedDict, total=False):
    """An object whose `mode` is `"explicit"`."""

    mode: Required[Literal["explicit"]]
    ttl: str | None


class ResponseHealingPluginParam(TypedDict, total=False):
    """An object whose `id` is `"response-healing"`."""

    enabled: bool
    id: Required[Literal["response-healing"]]


class SearchModelsServerToolConfigParam(TypedDict, total=False):
    """Search models server tool config."""

    max_results: int


ShellServerToolEnvironmentParam: TypeAlias = ContainerAutoEnvironmentParam | ContainerReferenceEnvironmentParam


class ShellServerToolConfigParam(TypedDict, total=False):
    """Shell server tool config."""

    engine: ShellServerToolEngine
    environment: ShellServerToolEnvironmentParam


class ShellServerToolOpenRouterParam(TypedDict, total=False):
    """An object whose `type` is `"openrouter:shell"`."""

    parameters: ShellServerToolConfigParam
    type: Required[Literal["openrouter:shell"]]


class StopServerToolsWhenStepCountIsParam(TypedDict, total=False):
    """An object whose `type` is `"step_count_is"`."""

    step_count: Required[int]
    type: Required[Literal["step_count_is"]]


class StopServerToolsWhenHasToolCallParam(TypedDict, total=False):
    """An object whose `type` is `"has_tool_call"`."""

    tool_name: Required[str]
    type: Required[Literal["has_tool_call"]]


class StopServerToolsWhenMaxTokensUsedParam(TypedDict, total=False):
    """An object whose `type` is `"max_tokens_used"`."""

    max_tokens: Required[int]
    type: Required[Literal["max_tokens_used"]]


class StopServerToolsWhenMaxCostParam(TypedDict, total=False):
    """An object whose `type` is `"max_cost"`."""

    max_cost_in_dollars: Required[float]
    type: Required[Literal["max_cost"]]


class StopServerToolsWhenFinishReasonIsParam(TypedDict, total=False):
    """An object whose `type` is `"finish_reason_is"`."""

    reason: Required[str]
    type: Required[Literal["finish_reason_is"]]


StopServerToolsWhenConditionParam: TypeAlias = (
    StopServerToolsWhenStepCountIsParam
    | StopServerToolsWhenHasToolCallParam
    | StopServerToolsWhenMaxTokensUsedParam
    | StopServerToolsWhenMaxCostParam
    | StopServerToolsWhenFinishReasonIsParam
)


class SubagentNestedToolParam(TypedDict, total=False):
    """Subagent nested tool."""

    parameters: Mapping[str, Json]
    type: Required[str]


class SubagentReasoningParam(TypedDict, total=False):
    """Subagent reasoning."""

    effort: Literal["max", "xhigh", "high", "medium", "low", "minimal", "none"] | str
    max_tokens: int


class SubagentServerToolConfigParam(TypedDict, total=False):
    """Subagent server tool config."""

    inherit_functions: bool
    inherited_function_names: Sequence[str]
    instructions: str
    max_completion_tokens: int
    max_tool_calls: int
    model: str
    name: str
    reasoning: SubagentReasoningParam
    temperature: float
    tools: Sequence[SubagentNestedToolParam]


class SubagentServerToolOpenRouterParam(TypedDict, total=False):
    """An object whose `type` is `"openrouter:subagent"`."""

    parameters: SubagentServerToolConfigParam
    type: Required[Literal["openrouter:subagent"]]


class SwitchyardRouterPluginParam(TypedDict, total=False):
    """An object whose `id` is `"switchyard-router"`."""

    id: Required[Literal["switchyard-router"]]
    algorithm: Literal["capability", "stage", "auto", "random", "composite", "passthrough"] | str
    judge_model: str


class ToolSearchServerToolConfigParam(TypedDict, total=False):
    """Tool search server tool config."""

    max_results: int


class ToolSearchServerToolParam(TypedDict, total=False):
    """An object whose `type` is `"openrouter:tool_search"`."""

    parameters: ToolSearchServerToolConfigParam
    type: Required[Literal["openrouter:tool_search"]]


class WebFetchPluginParam(TypedDict, total=False):
    """An object whose `id` is `"web-fetch"`."""

    allowed_domains: Sequence[str]
    blocked_domains: Sequence[str]
    id: Required[Literal["web-fetch"]]
    max_content_tokens: int
    max_uses: int


class WebFetchServerToolConfigParam(TypedDict, total=False):
    """Web fetch server tool config."""

    allowed_domains: Sequence[str]
    blocked_domains: Sequence[str]
    engine: WebFetchEngineEnum
    max_content_tokens: int
    max_uses: int


class WebFetchServerToolParam(TypedDict, total=False):
    """An object whose `type` is `"openrouter:web_fetch"`."""

    parameters: WebFetchServerToolConfigParam
    type: Required[Literal["openrouter:web_fetch"]]


class WebSearchPluginUserLocationParam(TypedDict, total=False):
    """An object whose `type` is `"approximate"`."""

    city: str | None
    country: str | None
    region: str | None
    timezone: str | None
    type: Required[Literal["approximate"]]


class WebSearchPluginParam(TypedDict, total=False):
    """An object whose `id` is `"web"`."""

    enabled: bool
    engine: WebSearchEngine
    exclude_domains: Sequence[str]
    id: Required[Literal["web"]]
    include_domains: Sequence[str]
    max_results: int
    max_uses: int
    mode: WebSearchMode
    search_prompt: str
    user_location: WebSearchPluginUserLocationParam | None
    x_search: XSearchOptionsParam

"""What `messages_create` takes."""

# No `from __future__ import annotations`: it would hide `Required` from `TypedDict` (PEP 655).
from collections.abc import Mapping, Sequence
from typing import Literal, Required, TypeAlias, TypedDict

from openrouter_core.model import Json
from openrouter_core.operation import Attribution
from openrouter_funcs.models.enums import AnthropicSpeed, DeprecatedRoute, MetadataLevel
from openrouter_funcs.models.routing import ProviderPreferencesParam, TraceConfigParam
from openrouter_funcs.models.server_tools import (
    AlignmentPluginParam,
    AnthropicCacheControlDirectiveParam,
    ArmorPluginParam,
    AutoBetaRouterPluginParam,
    AutoRouterPluginParam,
    BashServerToolParam,
    ContextCompressionPluginParam,
    DatetimeServerToolParam,
    DeferredToolsControlParam,
    FileParserPluginParam,
    FusionPluginParam,
    ImageGenerationServerToolOpenRouterParam,
    JevRouterPluginParam,
    ModerationPluginParam,
    OpenRouterWebSearchServerToolParam,
    ParetoRouterPluginParam,
    ResponseHealingPluginParam,
    SearchModelsServerToolConfigParam,
    ShellServerToolOpenRouterParam,
    StopServerToolsWhenConditionParam,
    SwitchyardRouterPluginParam,
    ToolSearchServerToolParam,
    WebFetchPluginParam,
    WebFetchServerToolParam,
    WebSearchPluginParam,
)

__all__ = [
    "AnthropicBase64ImageSourceParam",
    "AnthropicBase64PdfSourceParam",
    "AnthropicCitationCharLocationParamParam",
    "AnthropicCitationContentBlockLocationParamParam",
    "AnthropicCitationPageLocationParamParam",
    "AnthropicCitationSearchResultLocationParamParam",
    "AnthropicCitationWebSearchResultLocationParamParam",
    "AnthropicDocumentBlockParamCitationsParam",
    "AnthropicDocumentBlockParamParam",
    "AnthropicDocumentBlockParamSourceContentParam",
    "AnthropicFileDocumentSourceParam",
    "AnthropicImageBlockParamParam",
    "AnthropicImageMimeType",
    "AnthropicInputTokensClearAtLeastParam",
    "AnthropicInputTokensTriggerParam",
    "AnthropicMessageOutputConfigParam",
    "AnthropicOutputEffort",
    "AnthropicPlainTextSourceParam",
    "AnthropicSafeguardParam",
    "AnthropicSearchResultBlockParamCitationsParam",
    "AnthropicSearchResultBlockParamParam",
    "AnthropicSystemClearAt",
    "AnthropicTextBlockParamParam",
    "AnthropicThinkingBlockBindingParam",
    "AnthropicThinkingDisplay",
    "AnthropicThinkingTurnsParam",
    "AnthropicToolSearchToolBm25Param",
    "AnthropicToolSearchToolRegexParam",
    "AnthropicToolUnionBashParam",
    "AnthropicToolUnionCustomInputSchemaParam",
    "AnthropicToolUnionCustomParam",
    "AnthropicToolUnionParam",
    "AnthropicToolUnionStrReplaceEditorParam",
    "AnthropicToolUnionWebSearchParam",
    "AnthropicToolUsesKeepParam",
    "AnthropicToolUsesTriggerParam",
    "AnthropicUrlImageSourceParam",
    "AnthropicUrlPdfSourceParam",
    "AnthropicWebSearchResultBlockParamParam",
    "AnthropicWebSearchToolUserLocationParam",
    "MessagesAdvisorToolResultBlockParam",
    "MessagesBashToolResultBlockFileParam",
    "MessagesBashToolResultBlockParam",
    "MessagesCreateRequest",
    "MessagesCreateRequestContextManagementEditClearThinking20251015KeepAllParam",
    "MessagesCreateRequestContextManagementEditClearThinking20251015Param",
    "MessagesCreateRequestContextManagementEditClearToolUses20250919Param",
    "MessagesCreateRequestContextManagementEditCompact20260112Param",
    "MessagesCreateRequestContextManagementEditCompact20260112TriggerParam",
    "MessagesCreateRequestContextManagementParam",
    "MessagesCreateRequestMetadataParam",
    "MessagesCreateRequestThinkingAdaptiveParam",
    "MessagesCreateRequestThinkingBetweenToolsParam",
    "MessagesCreateRequestThinkingDisabledParam",
    "MessagesCreateRequestThinkingEnabledParam",
    "MessagesCreateRequestTool13Param",
    "MessagesCreateRequestToolAdvisorParam",
    "MessagesCreateRequestToolBashParam",
    "MessagesCreateRequestToolChoiceAnyParam",
    "MessagesCreateRequestToolChoiceAutoParam",
    "MessagesCreateRequestToolChoiceNoneParam",
    "MessagesCreateRequestToolChoiceToolParam",
    "MessagesCreateRequestToolCustomInputSchemaParam",
    "MessagesCreateRequestToolCustomParam",
    "MessagesCreateRequestToolStrReplaceEditorParam",
    "MessagesCreateRequestToolWebSearchParam",
    "MessagesFallbackParamParam",
    "MessagesMessageParamContentItemCompactionParam",
    "MessagesMessageParamContentItemRedactedThinkingParam",
    "MessagesMessageParamContentItemServerToolUseParam",
    "MessagesMessageParamContentItemThinkingParam",
    "MessagesMessageParamContentItemToolResultContentItemToolReferenceParam",
    "MessagesMessageParamContentItemToolResultParam",
    "MessagesMessageParamContentItemToolUseParam",
    "MessagesMessageParamContentItemWebSearchToolResultContentWebSearchToolResultErrorParam",
    "MessagesMessageParamContentItemWebSearchToolResultParam",
    "MessagesMessageParamParam",
    "MessagesOutputConfigFormatParam",
    "MessagesOutputConfigParam",
    "MessagesOutputConfigTaskBudgetParam",
    "MessagesSearchModelsServerToolParam",
    "MessagesShellToolResultBlockFileParam",
    "MessagesShellToolResultBlockParam",
    "MessagesToolAdditionBlockParam",
    "MessagesToolAdditionBlockToolMcpToolReferenceParam",
    "MessagesToolAdditionBlockToolMcpToolsetReferenceParam",
    "MessagesToolAdditionBlockToolToolDefinitionParam",
    "MessagesToolAdditionBlockToolToolReferenceParam",
    "MessagesToolRemovalBlockParam",
    "MessagesToolRemovalBlockToolMcpToolReferenceParam",
    "MessagesToolRemovalBlockToolMcpToolsetReferenceParam",
    "MessagesToolRemovalBlockToolToolReferenceParam",
    "ORAnthropicToolSearchResultParamParam",
]


AnthropicImageMimeType: TypeAlias = Literal["image/jpeg", "image/png", "image/gif", "image/webp"] | str


class AnthropicBase64ImageSourceParam(TypedDict, total=False):
    """An object whose `type` is `"base64"`."""

    data: Required[str]
    media_type: Required[AnthropicImageMimeType]
    type: Required[Literal["base64"]]


class AnthropicBase64PdfSourceParam(TypedDict, total=False):
    """An object whose `type` is `"base64"`."""

    data: Required[str]
    media_type: Required[Literal["application/pdf"]]
    type: Required[Literal["base64"]]


class AnthropicCitationCharLocationParamParam(TypedDict, total=False):
    """An object whose `type` is `"char_location"`."""

    cited_text: Required[str]
    document_index: Required[int]
    document_title: Required[str | None]
    end_char_index: Required[int]
    start_char_index: Required[int]
    type: Required[Literal["char_location"]]


class AnthropicCitationContentBlockLocationParamParam(TypedDict, total=False):
    """An object whose `type` is `"content_block_location"`."""

    cited_text: Required[str]
    document_index: Required[int]
    document_title: Required[str | None]
    end_block_index: Required[int]
    start_block_index: Required[int]
    type: Required[Literal["content_block_location"]]


class AnthropicCitationPageLocationParamParam(TypedDict, total=False):
    """An object whose `type` is `"page_location"`."""

    cited_text: Required[str]
    document_index: Required[int]
    document_title: Required[str | None]
    end_page_number: Required[int]
    start_page_number: Required[int]
    type: Required[Literal["page_location"]]


class AnthropicCitationSearchResultLocationParamParam(TypedDict, total=False):
    """An object whose `type` is `"search_result_location"`."""

    cited_text: Required[str]
    end_block_index: Required[int]
    search_result_index: Required[int]
    source: Required[str]
    start_block_index: Required[int]
    title: Required[str | None]
    type: Required[Literal["search_result_location"]]


class AnthropicCitationWebSearchResultLocationParamParam(TypedDict, total=False):
    """An object whose `type` is `"web_search_result_location"`."""

    cited_text: Required[str]
    encrypted_index: Required[str]
    title: Required[str | None]
    type: Required[Literal["web_search_result_location"]]
    url: Required[str]


class AnthropicDocumentBlockParamCitationsParam(TypedDict, total=False):
    """Anthropic document block param citations."""

    enabled: bool


class AnthropicPlainTextSourceParam(TypedDict, total=False):
    """An object whose `type` is `"text"`."""

    data: Required[str]
    media_type: Required[Literal["text/plain"]]
    type: Required[Literal["text"]]


class AnthropicTextBlockParamParam(TypedDict, total=False):
    """An object whose `type` is `"text"`."""

    cache_control: AnthropicCacheControlDirectiveParam
    citations: (
        Sequence[
            AnthropicCitationCharLocationParamParam
            | AnthropicCitationPageLocationParamParam
            | AnthropicCitationContentBlockLocationParamParam
            | AnthropicCitationWebSearchResultLocationParamParam
            | AnthropicCitationSearchResultLocationParamParam
        ]
        | None
    )
    text: Required[str]
    type: Required[Literal["text"]]


class AnthropicUrlImageSourceParam(TypedDict, total=False):
    """An object whose `type` is `"url"`."""

    type: Required[Literal["url"]]
    url: Required[str]


class AnthropicFileDocumentSourceParam(TypedDict, total=False):
    """An object whose `type` is `"file"`."""

    file_id: Required[str]
    type: Required[Literal["file"]]


class AnthropicImageBlockParamParam(TypedDict, total=False):
    """An object whose `type` is `"image"`."""

    cache_control: AnthropicCacheControlDirectiveParam
    source: Required[AnthropicBase64ImageSourceParam | AnthropicUrlImageSourceParam | AnthropicFileDocumentSourceParam]
    type: Required[Literal["image"]]


class AnthropicDocumentBlockParamSourceContentParam(TypedDict, total=False):
    """An object whose `type` is `"content"`."""

    content: Required[str | Sequence[AnthropicTextBlockParamParam | AnthropicImageBlockParamParam]]
    type: Required[Literal["content"]]


class AnthropicUrlPdfSourceParam(TypedDict, total=False):
    """An object whose `type` is `"url"`."""

    type: Required[Literal["url"]]
    url: Required[str]


class AnthropicDocumentBlockParamParam(TypedDict, total=False):
    """An object whose `type` is `"document"`."""

    cache_control: AnthropicCacheControlDirectiveParam
    citations: AnthropicDocumentBlockParamCitationsParam | None
    context: str | None
    source: Required[
        AnthropicBase64PdfSourceParam
        | AnthropicPlainTextSourceParam
        | AnthropicDocumentBlockParamSourceContentParam
        | AnthropicUrlPdfSourceParam
        | AnthropicFileDocumentSourceParam
    ]
    title: str | None
    type: Required[Literal["document"]]


class AnthropicInputTokensClearAtLeastParam(TypedDict, total=False):
    """An object whose `type` is `"input_tokens"`."""

    type: Required[Literal["input_tokens"]]
    value: Required[int]


class AnthropicInputTokensTriggerParam(TypedDict, total=False):
    """An object whose `type` is `"input_tokens"`."""

    type: Required[Literal["input_tokens"]]
    value: Required[int]


AnthropicOutputEffort: TypeAlias = Literal["low", "medium", "high", "xhigh", "max"] | str


class AnthropicMessageOutputConfigParam(TypedDict, total=False):
    """Anthropic message output config."""

    effort: AnthropicOutputEffort | None


class AnthropicSafeguardParam(TypedDict, total=False):
    """Anthropic safeguard."""

    type: Required[str]
    classifier_context: Mapping[str, Json]


class AnthropicSearchResultBlockParamCitationsParam(TypedDict, total=False):
    """Anthropic search result block param citations."""

    enabled: bool


class AnthropicSearchResultBlockParamParam(TypedDict, total=False):
    """An object whose `type` is `"search_result"`."""

    cache_control: AnthropicCacheControlDirectiveParam
    citations: AnthropicSearchResultBlockParamCitationsParam
    content: Required[Sequence[AnthropicTextBlockParamParam]]
    source: Required[str]
    title: Required[str]
    type: Required[Literal["search_result"]]


AnthropicSystemClearAt: TypeAlias = Literal["next_user_message", "never"] | str


class AnthropicThinkingBlockBindingParam(TypedDict, total=False):
    """Anthropic thinking block binding."""

    mismatch_behavior: Literal["error", "drop_block"] | str | None
    prefix_mismatch_behavior: Literal["error", "drop_block"] | str | None


AnthropicThinkingDisplay: TypeAlias = Literal["summarized", "omitted", "updates"] | str


class AnthropicThinkingTurnsParam(TypedDict, total=False):
    """An object whose `type` is `"thinking_turns"`."""

    type: Required[Literal["thinking_turns"]]
    value: Required[int]


class AnthropicToolSearchToolBm25Param(TypedDict, total=False):
    """Anthropic tool search tool bm25."""

    allowed_callers: Sequence[Literal["direct", "code_execution_20250825", "code_execution_20260120"] | str]
    cache_control: AnthropicCacheControlDirectiveParam
    defer_loading: bool
    name: Required[Literal["tool_search_tool_bm25"]]
    strict: bool
    type: Required[Literal["tool_search_tool_bm25_20251119", "tool_search_tool_bm25"] | str]


class AnthropicToolSearchToolRegexParam(TypedDict, total=False):
    """Anthropic tool search tool regex."""

    allowed_callers: Sequence[Literal["direct", "code_execution_20250825", "code_execution_20260120"] | str]
    cache_control: AnthropicCacheControlDirectiveParam
    defer_loading: bool
    name: Required[Literal["tool_search_tool_regex"]]
    strict: bool
    type: Required[Literal["tool_search_tool_regex_20251119", "tool_search_tool_regex"] | str]


class AnthropicToolUnionBashParam(TypedDict, total=False):
    """An object whose `type` is `"bash_20250124"`."""

    name: Required[Literal["bash"]]
    type: Required[Literal["bash_20250124"]]
    cache_control: AnthropicCacheControlDirectiveParam


class AnthropicToolUnionCustomInputSchemaParam(TypedDict, total=False):
    """An object whose `type` is `"object"`."""

    type: Required[Literal["object"]]
    properties: Json
    required: Sequence[str] | None


class AnthropicToolUnionCustomParam(TypedDict, total=False):
    """An object whose `type` is `"custom"`."""

    input_schema: Required[AnthropicToolUnionCustomInputSchemaParam]
    name: Required[str]
    cache_control: AnthropicCacheControlDirectiveParam
    defer_loading: bool
    description: str
    strict: bool
    type: Literal["custom"]


class AnthropicToolUnionStrReplaceEditorParam(TypedDict, total=False):
    """An object whose `type` is `"text_editor_20250124"`."""

    name: Required[Literal["str_replace_editor"]]
    type: Required[Literal["text_editor_20250124"]]
    cache_control: AnthropicCacheControlDirectiveParam


class AnthropicWebSearchToolUserLocationParam(TypedDict, total=False):
    """An object whose `type` is `"approximate"`."""

    city: str | None
    country: str | None
    region: str | None
    timezone: str | None
    type: Required[Literal["approximate"]]


class AnthropicToolUnionWebSearchParam(TypedDict, total=False):
    """An object whose `type` is `"web_search_20250305"`."""

    name: Required[Literal["web_search"]]
    type: Required[Literal["web_search_20250305"]]
    allowed_domains: Sequence[str] | None
    blocked_domains: Sequence[str] | None
    cache_control: AnthropicCacheControlDirectiveParam
    max_uses: int | None
    user_location: AnthropicWebSearchToolUserLocationParam | None


AnthropicToolUnionParam: TypeAlias = (
    AnthropicToolUnionBashParam
    | AnthropicToolUnionStrReplaceEditorParam
    | AnthropicToolUnionCustomParam
    | AnthropicToolUnionWebSearchParam
)


class AnthropicToolUsesKeepParam(TypedDict, total=False):
    """An object whose `type` is `"tool_uses"`."""

    type: Required[Literal["tool_uses"]]
    value: Required[int]


class AnthropicToolUsesTriggerParam(TypedDict, total=False):
    """An object whose `type` is `"tool_uses"`."""

    type: Required[Literal["tool_uses"]]
    value: Required[int]


class AnthropicWebSearchResultBlockParamParam(TypedDict, total=False):
    """An object whose `type` is `"web_search_result"`."""

    encrypted_content: Required[str]
    page_age: str | None
    title: Required[str]
    type: Required[Literal["web_search_result"]]
    url: Required[str]


class MessagesAdvisorToolResultBlockParam(TypedDict, total=False):
    """An object whose `type` is `"advisor_tool_result"`."""

    content: Required[Mapping[str, Json]]
    tool_use_id: Required[str]
    type: Required[Literal["advisor_tool_result"]]


class MessagesBashToolResultBlockFileParam(TypedDict, total=False):
    """An object whose `type` is `"container_file_citation"`."""

    container_id: Required[str]
    end_index: Required[int]
    file_id: Required[str]
    filename: Required[str]
    start_index: Required[int]
    type: Required[Literal["container_file_citation"]]


class MessagesBashToolResultBlockParam(TypedDict, total=False):
    """An object whose `type` is `"openrouter_bash_tool_result"`."""

    content: Required[Mapping[str, Json]]
    tool_use_id: Required[str]
    type: Required[Literal["openrouter_bash_tool_result"]]
    container_id: str
    files: Sequence[MessagesBashToolResultBlockFileParam]


class MessagesCreateRequestContextManagementEditClearToolUses20250919Param(TypedDict, total=False):
    """An object whose `type` is `"clear_tool_uses_20250919"`."""

    clear_at_least: AnthropicInputTokensClearAtLeastParam | None
    clear_tool_inputs: bool | Sequence[str] | None
    exclude_tools: Sequence[str] | None
    keep: AnthropicToolUsesKeepParam
    trigger: AnthropicInputTokensTriggerParam | AnthropicToolUsesTriggerParam
    type: Required[Literal["clear_tool_uses_20250919"]]


class MessagesCreateRequestContextManagementEditClearThinking20251015KeepAllParam(TypedDict, total=False):
    """An object whose `type` is `"all"`."""

    type: Required[Literal["all"]]


class MessagesCreateRequestContextManagementEditClearThinking20251015Param(TypedDict, total=False):
    """An object whose `type` is `"clear_thinking_20251015"`."""

    keep: (
        Literal["all"]
        | AnthropicThinkingTurnsParam
        | MessagesCreateRequestContextManagementEditClearThinking20251015KeepAllParam
    )
    type: Required[Literal["clear_thinking_20251015"]]


class MessagesCreateRequestContextManagementEditCompact20260112TriggerParam(TypedDict, total=False):
    """An object whose `type` is `"input_tokens"`."""

    type: Required[Literal["input_tokens"]]
    value: Required[int]


class MessagesCreateRequestContextManagementEditCompact20260112Param(TypedDict, total=False):
    """An object whose `type` is `"compact_20260112"`."""

    instructions: str | None
    pause_after_compaction: bool
    trigger: MessagesCreateRequestContextManagementEditCompact20260112TriggerParam | None
    type: Required[Literal["compact_20260112"]]


class MessagesCreateRequestContextManagementParam(TypedDict, total=False):
    """Messages create request context management."""

    edits: Sequence[
        MessagesCreateRequestContextManagementEditClearToolUses20250919Param
        | MessagesCreateRequestContextManagementEditClearThinking20251015Param
        | MessagesCreateRequestContextManagementEditCompact20260112Param
    ]


class MessagesFallbackParamParam(TypedDict, total=False):
    """Messages fallback param."""

    model: Required[str]


class MessagesMessageParamContentItemToolUseParam(TypedDict, total=False):
    """An object whose `type` is `"tool_use"`."""

    cache_control: AnthropicCacheControlDirectiveParam
    id: Required[str]
    input: Json
    name: Required[str]
    type: Required[Literal["tool_use"]]


class MessagesMessageParamContentItemToolResultContentItemToolReferenceParam(TypedDict, total=False):
    """An object whose `type` is `"tool_reference"`."""

    tool_name: Required[str]
    type: Required[Literal["tool_reference"]]


class MessagesMessageParamContentItemToolResultParam(TypedDict, total=False):
    """An object whose `type` is `"tool_result"`."""

    cache_control: AnthropicCacheControlDirectiveParam
    content: (
        str
        | Sequence[
            AnthropicTextBlockParamParam
            | AnthropicImageBlockParamParam
            | MessagesMessageParamContentItemToolResultContentItemToolReferenceParam
            | AnthropicSearchResultBlockParamParam
            | AnthropicDocumentBlockParamParam
        ]
    )
    is_error: bool
    tool_use_id: Required[str]
    type: Required[Literal["tool_result"]]


class MessagesMessageParamContentItemThinkingParam(TypedDict, total=False):
    """An object whose `type` is `"thinking"`."""

    signature: Required[str]
    thinking: Required[str]
    type: Required[Literal["thinking"]]


class MessagesMessageParamContentItemRedactedThinkingParam(TypedDict, total=False):
    """An object whose `type` is `"redacted_thinking"`."""

    data: Required[str]
    type: Required[Literal["redacted_thinking"]]


class MessagesMessageParamContentItemServerToolUseParam(TypedDict, total=False):
    """An object whose `type` is `"server_tool_use"`."""

    cache_control: AnthropicCacheControlDirectiveParam
    id: Required[str]
    input: Json
    name: Required[str]
    type: Required[Literal["server_tool_use"]]


class MessagesMessageParamContentItemWebSearchToolResultContentWebSearchToolResultErrorParam(TypedDict, total=False):
    """An object whose `type` is `"web_search_tool_result_error"`."""

    error_code: Required[
        Literal[
            "invalid_tool_input",
            "unavailable",
            "max_uses_exceeded",
            "too_many_requests",
            "query_too_long",
            "request_too_large",
        ]
        | str
    ]
    type: Required[Literal["web_search_tool_result_error"]]


class MessagesMessageParamContentItemWebSearchToolResultParam(TypedDict, total=False):
    """An object whose `type` is `"web_search_tool_result"`."""

    cache_control: AnthropicCacheControlDirectiveParam
    content: Required[
        Sequence[AnthropicWebSearchResultBlockParamParam]
        | MessagesMessageParamContentItemWebSearchToolResultContentWebSearchToolResultErrorParam
    ]
    tool_use_id: Required[str]
    type: Required[Literal["web_search_tool_result"]]


class MessagesMessageParamContentItemCompactionParam(TypedDict, total=False):
    """An object whose `type` is `"compaction"`."""

    cache_control: AnthropicCacheControlDirectiveParam
    content: Required[str | None]
    encrypted_content: str | None
    type: Required[Literal["compaction"]]


class MessagesToolAdditionBlockToolToolReferenceParam(TypedDict, total=False):
    """An object whose `type` is `"tool_reference"`."""

    name: Required[str]
    type: Required[Literal["tool_reference"]]


class MessagesToolAdditionBlockToolMcpToolReferenceParam(TypedDict, total=False):
    """An object whose `type` is `"mcp_tool_reference"`."""

    name: Required[str]
    server_name: Required[str]
    type: Required[Literal["mcp_tool_reference"]]


class MessagesToolAdditionBlockToolMcpToolsetReferenceParam(TypedDict, total=False):
    """An object whose `type` is `"mcp_toolset_reference"`."""

    server_name: Required[str]
    type: Required[Literal["mcp_toolset_reference"]]


class MessagesToolAdditionBlockToolToolDefinitionParam(TypedDict, total=False):
    """An object whose `type` is `"tool_definition"`."""

    definition: Required[AnthropicToolUnionParam]
    type: Required[Literal["tool_definition"]]


class MessagesToolAdditionBlockParam(TypedDict, total=False):
    """An object whose `type` is `"tool_addition"`."""

    cache_control: AnthropicCacheControlDirectiveParam
    tool: Required[
        MessagesToolAdditionBlockToolToolReferenceParam
        | MessagesToolAdditionBlockToolMcpToolReferenceParam
        | MessagesToolAdditionBlockToolMcpToolsetReferenceParam
        | MessagesToolAdditionBlockToolToolDefinitionParam
    ]
    type: Required[Literal["tool_addition"]]


class MessagesToolRemovalBlockToolToolReferenceParam(TypedDict, total=False):
    """An object whose `type` is `"tool_reference"`."""

    name: Required[str]
    type: Required[Literal["tool_reference"]]


class MessagesToolRemovalBlockToolMcpToolReferenceParam(TypedDict, total=False):
    """An object whose `type` is `"mcp_tool_reference"`."""

    name: Required[str]
    server_name: Required[str]
    type: Required[Literal["mcp_tool_reference"]]


class MessagesToolRemovalBlockToolMcpToolsetReferenceParam(TypedDict, total=False):
    """An object whose `type` is `"mcp_toolset_reference"`."""

    server_name: Required[str]
    type: Required[Literal["mcp_toolset_reference"]]


class MessagesToolRemovalBlockParam(TypedDict, total=False):
    """An object whose `type` is `"tool_removal"`."""

    cache_control: AnthropicCacheControlDirectiveParam
    tool: Required[
        MessagesToolRemovalBlockToolToolReferenceParam
        | MessagesToolRemovalBlockToolMcpToolReferenceParam
        | MessagesToolRemovalBlockToolMcpToolsetReferenceParam
    ]
    type: Required[Literal["tool_removal"]]


class MessagesShellToolResultBlockFileParam(TypedDict, total=False):
    """An object whose `type` is `"container_file_citation"`."""

    container_id: Required[str]
    end_index: Required[int]
    file_id: Required[str]
    filename: Required[str]
    start_index: Required[int]
    type: Required[Literal["container_file_citation"]]


class MessagesShellToolResultBlockParam(TypedDict, total=False):
    """An object whose `type` is `"openrouter_shell_tool_result"`."""

    content: Required[Mapping[str, Json]]
    tool_use_id: Required[str]
    type: Required[Literal["openrouter_shell_tool_result"]]
    container_id: str
    files: Sequence[MessagesShellToolResultBlockFileParam]


class ORAnthropicToolSearchResultParamParam(TypedDict, total=False):
    """An object whose `type` is `"openrouter_tool_search_result"`."""

    content: Required[Mapping[str, Json]]
    tool_use_id: Required[str]
    type: Required[Literal["openrouter_tool_search_result"]]


class MessagesMessageParamParam(TypedDict, total=False):
    """Messages message param."""

    content: Required[
        str
        | Sequence[
            AnthropicTextBlockParamParam
            | AnthropicImageBlockParamParam
            | AnthropicDocumentBlockParamParam
            | MessagesMessageParamContentItemToolUseParam
            | MessagesMessageParamContentItemToolResultParam
            | MessagesMessageParamContentItemThinkingParam
            | MessagesMessageParamContentItemRedactedThinkingParam
            | MessagesMessageParamContentItemServerToolUseParam
            | MessagesMessageParamContentItemWebSearchToolResultParam
            | AnthropicSearchResultBlockParamParam
            | MessagesMessageParamContentItemCompactionParam
            | MessagesAdvisorToolResultBlockParam
            | MessagesToolAdditionBlockParam
            | MessagesToolRemovalBlockParam
            | MessagesShellToolResultBlockParam
            | MessagesBashToolResultBlockParam
            | ORAnthropicToolSearchResultParamParam
        ]
    ]
    role: Required[Literal["user", "assistant", "system"] | str]
    clear_at: AnthropicSystemClearAt | None
    output_config: AnthropicMessageOutputConfigParam | None


class MessagesCreateRequestMetadataParam(TypedDict, total=False):
    """Messages create request metadata."""

    user_id: str | None


class MessagesOutputConfigFormatParam(TypedDict, total=False):
    """An object whose `type` is `"json_schema"`."""

    schema: Required[Mapping[str, Json]]
    type: Required[Literal["json_schema"]]


class MessagesOutputConfigTaskBudgetParam(TypedDict, total=False):
    """An object whose `type` is `"tokens"`."""

    remaining: int | None
    total: Required[int]
    type: Required[Literal["tokens"]]


class MessagesOutputConfigParam(TypedDict, total=False):
    """Messages output config."""

    effort: Literal["low", "medium", "high", "xhigh", "max"] | str | None
    format: MessagesOutputConfigFormatParam | None
    task_budget: MessagesOutputConfigTaskBudgetParam | None


class MessagesCreateRequestThinkingEnabledParam(TypedDict, total=False):
    """An object whose `type` is `"enabled"`."""

    budget_tokens: Required[int]
    display: AnthropicThinkingDisplay | None
    type: Required[Literal["enabled"]]
    block_binding: AnthropicThinkingBlockBindingParam | None


class MessagesCreateRequestThinkingDisabledParam(TypedDict, total=False):
    """An object whose `type` is `"disabled"`."""

    type: Required[Literal["disabled"]]


class MessagesCreateRequestThinkingAdaptiveParam(TypedDict, total=False):
    """An object whose `type` is `"adaptive"`."""

    display: AnthropicThinkingDisplay | None
    type: Required[Literal["adaptive"]]
    block_binding: AnthropicThinkingBlockBindingParam | None


class MessagesCreateRequestThinkingBetweenToolsParam(TypedDict, total=False):
    """An object whose `type` is `"between_tools"`."""

    type: Required[Literal["between_tools"]]


class MessagesCreateRequestToolChoiceAutoParam(TypedDict, total=False):
    """An object whose `type` is `"auto"`."""

    disable_parallel_tool_use: bool
    type: Required[Literal["auto"]]


class MessagesCreateRequestToolChoiceAnyParam(TypedDict, total=False):
    """An object whose `type` is `"any"`."""

    disable_parallel_tool_use: bool
    type: Required[Literal["any"]]


class MessagesCreateRequestToolChoiceNoneParam(TypedDict, total=False):
    """An object whose `type` is `"none"`."""

    type: Required[Literal["none"]]


class MessagesCreateRequestToolChoiceToolParam(TypedDict, total=False):
    """An object whose `type` is `"tool"`."""

    disable_parallel_tool_use: bool
    name: Required[str]
    type: Required[Literal["tool"]]


class MessagesCreateRequestToolCustomInputSchemaParam(TypedDict, total=False):
    """Messages create request tool custom input schema."""

    properties: Json
    required: Sequence[str] | None
    type: str


class MessagesCreateRequestToolCustomParam(TypedDict, total=False):
    """An object whose `type` is `"custom"`."""

    cache_control: AnthropicCacheControlDirectiveParam
    defer_loading: bool
    description: str
    input_schema: Required[MessagesCreateRequestToolCustomInputSchemaParam]
    name: Required[str]
    type: Literal["custom"]
    strict: bool


class MessagesCreateRequestToolBashParam(TypedDict, total=False):
    """An object whose `type` is `"bash_20250124"`."""

    cache_control: AnthropicCacheControlDirectiveParam
    name: Required[Literal["bash"]]
    type: Required[Literal["bash_20250124"]]


class MessagesCreateRequestToolStrReplaceEditorParam(TypedDict, total=False):
    """An object whose `type` is `"text_editor_20250124"`."""

    cache_control: AnthropicCacheControlDirectiveParam
    name: Required[Literal["str_replace_editor"]]
    type: Required[Literal["text_editor_20250124"]]


class MessagesCreateRequestToolWebSearchParam(TypedDict, total=False):
    """An object whose `type` is `"web_search_20250305"`."""

    allowed_domains: Sequence[str] | None
    blocked_domains: Sequence[str] | None
    cache_control: AnthropicCacheControlDirectiveParam
    max_uses: int | None
    name: Required[Literal["web_search"]]
    type: Required[Literal["web_search_20250305"]]
    user_location: AnthropicWebSearchToolUserLocationParam | None


class MessagesCreateRequestToolAdvisorParam(TypedDict, total=False):
    """An object whose `type` is `"advisor_20260301"`."""

    allowed_callers: Sequence[Literal["direct", "code_execution_20250825", "code_execution_20260120"] | str]
    cache_control: AnthropicCacheControlDirectiveParam
    caching: AnthropicCacheControlDirectiveParam | None
    defer_loading: bool
    max_uses: int
    model: Required[str]
    name: Required[Literal["advisor"]]
    type: Required[Literal["advisor_20260301"]]


class MessagesSearchModelsServerToolParam(TypedDict, total=False):
    """An object whose `type` is `"openrouter:experimental__search_models"`."""

    parameters: SearchModelsServerToolConfigParam
    type: Required[Literal["openrouter:experimental__search_models"]]


class MessagesCreateRequestTool13Param(TypedDict, total=False):
    """Messages create request tool13."""

    type: Required[str]


class MessagesCreateRequest(Attribution, total=False):
    """What `messages_create` takes."""

    x_openrouter_metadata: MetadataLevel
    cache_control: AnthropicCacheControlDirectiveParam
    context_management: MessagesCreateRequestContextManagementParam | None
    fallbacks: Sequence[MessagesFallbackParamParam] | None
    max_tokens: int
    """The most tokens of the answer."""
    messages: Required[Sequence[MessagesMessageParamParam] | None]
    """The conversation so far, the oldest message first."""
    metadata: MessagesCreateRequestMetadataParam
    model: Required[str]
    """The model."""
    models: Sequence[str]
    output_config: MessagesOutputConfigParam
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
    provider: ProviderPreferencesParam | None
    route: DeprecatedRoute | None
    service_tier: str
    session_id: str
    speed: AnthropicSpeed | None
    stop_sequences: Sequence[str]
    """Texts at which the model stops."""
    stop_server_tools_when: Sequence[StopServerToolsWhenConditionParam]
    system: str | Sequence[AnthropicTextBlockParamParam]
    """Instructions for the whole conversation."""
    temperature: float
    """How freely the model chooses, 0 to 1."""
    thinking: (
        MessagesCreateRequestThinkingEnabledParam
        | MessagesCreateRequestThinkingDisabledParam
        | MessagesCreateRequestThinkingAdaptiveParam
        | MessagesCreateRequestThinkingBetweenToolsParam
    )
    tool_choice: (
        MessagesCreateRequestToolChoiceAutoParam
        | MessagesCreateRequestToolChoiceAnyParam
        | MessagesCreateRequestToolChoiceNoneParam
        | MessagesCreateRequestToolChoiceToolParam
    )
    tools: Sequence[
        MessagesCreateRequestToolCustomParam
        | MessagesCreateRequestToolBashParam
        | MessagesCreateRequestToolStrReplaceEditorParam
        | MessagesCreateRequestToolWebSearchParam
        | MessagesCreateRequestToolAdvisorParam
        | BashServerToolParam
        | DatetimeServerToolParam
        | ImageGenerationServerToolOpenRouterParam
        | MessagesSearchModelsServerToolParam
        | WebFetchServerToolParam
        | OpenRouterWebSearchServerToolParam
        | MessagesCreateRequestTool13Param
        | AnthropicToolSearchToolBm25Param
        | AnthropicToolSearchToolRegexParam
        | ShellServerToolOpenRouterParam
        | ToolSearchServerToolParam
    ]
    """What the model may call."""
    top_k: int
    top_p: float
    trace: TraceConfigParam
    user: str
    deferred_tools: DeferredToolsControlParam
    safeguards: Sequence[AnthropicSafeguardParam] | None

"""What `responses_send` takes."""

# No `from __future__ import annotations`: it would hide `Required` from `TypedDict` (PEP 655).
from collections.abc import Mapping, Sequence
from typing import Literal, Required, TypeAlias, TypedDict

from openrouter_core.model import Json, Unknown
from openrouter_core.operation import Attribution
from openrouter_funcs.models.enums import (
    ApplyPatchCallStatus,
    DeprecatedRoute,
    FailableToolCallStatus,
    ImageGenerationStatus,
    MetadataLevel,
    ReasoningContext,
    ReasoningEffort,
    ReasoningFormat,
    ReasoningMode,
    ReasoningSummaryVerbosity,
    SearchContextSizeEnum,
    SearchQualityLevel,
    ToolCallStatus,
    WebSearchEngineEnum,
    WebSearchMode,
    WebSearchStatus,
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
    ParetoRouterPluginParam,
    PromptCacheBreakpointParam,
    PromptCacheOptionsParam,
    ResponseHealingPluginParam,
    SearchModelsServerToolConfigParam,
    ShellServerToolOpenRouterParam,
    StopServerToolsWhenConditionParam,
    SubagentServerToolOpenRouterParam,
    SwitchyardRouterPluginParam,
    ToolSearchServerToolParam,
    WebFetchPluginParam,
    WebFetchServerToolParam,
    WebSearchPluginParam,
    WebSearchUserLocationServerToolParam,
    XSearchOptionsParam,
)

__all__ = [
    "AdditionalToolsItemParam",
    "AdditionalToolsItemTool29Param",
    "AdditionalToolsItemToolFunctionParam",
    "AgentMessageItemAgentParam",
    "AgentMessageItemContentItemEncryptedContentParam",
    "AgentMessageItemContentItemInputImageParam",
    "AgentMessageItemParam",
    "ApplyPatchCallItemParam",
    "ApplyPatchCallOperationParam",
    "ApplyPatchCallOutputItemParam",
    "ApplyPatchCreateFileOperationParam",
    "ApplyPatchDeleteFileOperationParam",
    "ApplyPatchEngineEnum",
    "ApplyPatchServerToolConfigParam",
    "ApplyPatchServerToolOpenRouterParam",
    "ApplyPatchServerToolParam",
    "ApplyPatchUpdateFileOperationParam",
    "CodeInterpreterFileOutputParam",
    "CodeInterpreterImageOutputParam",
    "CodeInterpreterLogsOutputParam",
    "CodeInterpreterServerToolContainerAutoParam",
    "CodeInterpreterServerToolParam",
    "CodexLocalShellToolParam",
    "CompactionItemParam",
    "CompoundFilterParam",
    "ComputerUseServerToolParam",
    "ConfigurationUpdateItemParam",
    "ContextCompactionItemParam",
    "CustomToolCallItemParam",
    "CustomToolCallOutputItemOutputItemInputImageParam",
    "CustomToolCallOutputItemParam",
    "CustomToolFormatGrammarParam",
    "CustomToolFormatTextParam",
    "CustomToolParam",
    "EasyInputMessageContentItemInputImageParam",
    "EasyInputMessageParam",
    "FileCitationParam",
    "FilePathParam",
    "FileSearchServerToolFilters1Param",
    "FileSearchServerToolParam",
    "FileSearchServerToolRankingOptionsParam",
    "FormatJsonObjectConfigParam",
    "FormatJsonSchemaConfigParam",
    "FormatTextConfigParam",
    "FormatsParam",
    "FunctionCallItemParam",
    "FunctionCallItemSubagentItemParam",
    "FunctionCallOutputItemOutputItemInputImageParam",
    "FunctionCallOutputItemParam",
    "FusionAnalysisResultContradictionParam",
    "FusionAnalysisResultContradictionStanceParam",
    "FusionAnalysisResultParam",
    "FusionAnalysisResultPartialCoverageItemParam",
    "FusionAnalysisResultUniqueInsightParam",
    "FusionSourceParam",
    "ImageGenerationServerToolInputImageMaskParam",
    "ImageGenerationServerToolParam",
    "InputAssistantParam",
    "InputAudioInputAudioParam",
    "InputAudioParam",
    "InputFileParam",
    "InputImageParam",
    "InputMessageItemContentItemInputImageParam",
    "InputMessageItemParam",
    "InputReasoningParam",
    "InputTextParam",
    "InputVideoParam",
    "InputsParam",
    "ItemReferenceItemParam",
    "LegacyWebSearchServerToolParam",
    "LocalShellCallItemActionParam",
    "LocalShellCallItemParam",
    "LocalShellCallOutputItemParam",
    "McpApprovalRequestItemParam",
    "McpApprovalResponseItemParam",
    "McpCallItemParam",
    "McpHTTPErrorParam",
    "McpListToolsItemParam",
    "McpListToolsItemToolParam",
    "McpProtocolErrorParam",
    "McpServerToolAllowedToolsParam",
    "McpServerToolParam",
    "McpServerToolRequireApprovalAlwaysParam",
    "McpServerToolRequireApprovalNeverParam",
    "McpServerToolRequireApprovalParam",
    "McpToolCallErrorParam",
    "McpToolExecutionErrorParam",
    "NamespaceFunctionToolParam",
    "NamespaceToolParam",
    "OpenAIResponsesAnnotationParam",
    "OpenAIResponsesRefusalContentParam",
    "OpenAIResponsesToolChoice5Param",
    "OpenAIResponsesToolChoiceApplyPatchParam",
    "OpenAIResponsesToolChoiceFunctionParam",
    "OpenAIResponsesToolChoiceParam",
    "OpenAIResponsesToolChoiceShellParam",
    "OpenAIResponsesTruncation",
    "OutputAdvisorServerToolItemParam",
    "OutputApplyPatchServerToolItemParam",
    "OutputArmorBlockedItemParam",
    "OutputBashServerToolItemFileParam",
    "OutputBashServerToolItemParam",
    "OutputBrowserUseServerToolItemParam",
    "OutputCodeInterpreterCallItemParam",
    "OutputCodeInterpreterServerToolItemParam",
    "OutputComputerCallItemParam",
    "OutputComputerCallItemPendingSafetyCheckParam",
    "OutputDatetimeItemParam",
    "OutputFileSearchCallItemParam",
    "OutputFileSearchServerToolItemParam",
    "OutputFilesServerToolItemParam",
    "OutputFusionServerToolItemFailedModelParam",
    "OutputFusionServerToolItemParam",
    "OutputFusionServerToolItemResponseParam",
    "OutputImageGenerationCallItemParam",
    "OutputImageGenerationServerToolItemParam",
    "OutputMcpServerToolItemParam",
    "OutputMemoryServerToolItemParam",
    "OutputModalityEnum",
    "OutputSearchModelsServerToolItemParam",
    "OutputShellServerToolItemActionParam",
    "OutputShellServerToolItemFileParam",
    "OutputShellServerToolItemParam",
    "OutputSubagentServerToolItemParam",
    "OutputTextEditorServerToolItemParam",
    "OutputToolSearchServerToolItemMatcheParam",
    "OutputToolSearchServerToolItemParam",
    "OutputWebFetchServerToolItemParam",
    "OutputWebSearchCallItemActionFindInPageParam",
    "OutputWebSearchCallItemActionOpenPageParam",
    "OutputWebSearchCallItemActionSearchParam",
    "OutputWebSearchCallItemParam",
    "OutputWebSearchServerToolItemActionParam",
    "OutputWebSearchServerToolItemActionSourceParam",
    "OutputWebSearchServerToolItemParam",
    "Preview20250311WebSearchServerToolParam",
    "PreviewWebSearchServerToolParam",
    "PreviewWebSearchUserLocationParam",
    "ReasoningConfigParam",
    "ReasoningItemParam",
    "ReasoningSummaryTextParam",
    "ReasoningTextContentParam",
    "ResponseIncludesEnum",
    "ResponseOutputTextLogprobParam",
    "ResponseOutputTextLogprobTopLogprobParam",
    "ResponseOutputTextParam",
    "ResponsesSendRequest",
    "ResponsesSendRequestToolFunctionParam",
    "SearchModelsServerToolOpenRouterParam",
    "ShellCallItemActionParam",
    "ShellCallItemParam",
    "ShellCallOutputContentOutcomeExitParam",
    "ShellCallOutputContentOutcomeTimeoutParam",
    "ShellCallOutputContentParam",
    "ShellCallOutputItemFileParam",
    "ShellCallOutputItemParam",
    "ShellServerToolParam",
    "StoredPromptTemplateParam",
    "TextExtendedConfigParam",
    "ToolChoiceAllowedParam",
    "ToolSearchCallItemParam",
    "ToolSearchOutputItemParam",
    "ToolSearchOutputItemTool6Param",
    "ToolSearchOutputItemToolFunctionParam",
    "URLCitationParam",
    "WebSearchDomainFilterParam",
    "WebSearchServerToolConfigParam",
    "WebSearchServerToolOpenRouterParam",
    "WebSearchServerToolParam",
    "WebSearchSourceParam",
    "WebSearchUserLocationParam",
]


AdditionalToolsItemToolFunctionParam = TypedDict(
    "AdditionalToolsItemToolFunctionParam",
    {
        "description": str | None,
        "name": Required[str],
        "parameters": Required[Mapping[str, Json] | None],
        "strict": bool | None,
        "type": Required[Literal["function"]],
        "defer_loading": bool,
        "allowed_callers": Sequence[Literal["direct", "programmatic"] | str] | None,
        "async": bool,
        "output_schema": Mapping[str, Json] | None,
    },
    total=False,
)
AdditionalToolsItemToolFunctionParam.__doc__ = 'An object whose `type` is `"function"`.'


class WebSearchDomainFilterParam(TypedDict, total=False):
    """Web search domain filter."""

    allowed_domains: Sequence[str] | None
    blocked_domains: Sequence[str] | None
    excluded_domains: Sequence[str] | None


class PreviewWebSearchUserLocationParam(TypedDict, total=False):
    """An object whose `type` is `"approximate"`."""

    city: str | None
    country: str | None
    region: str | None
    timezone: str | None
    type: Required[Literal["approximate"]]


class PreviewWebSearchServerToolParam(TypedDict, total=False):
    """An object whose `type` is `"web_search_preview"`."""

    engine: WebSearchEngineEnum
    filters: WebSearchDomainFilterParam | None
    max_results: int
    max_uses: int
    mode: WebSearchMode
    search_context_size: SearchContextSizeEnum
    type: Required[Literal["web_search_preview"]]
    user_location: PreviewWebSearchUserLocationParam | None
    x_search: XSearchOptionsParam


class Preview20250311WebSearchServerToolParam(TypedDict, total=False):
    """An object whose `type` is `"web_search_preview_2025_03_11"`."""

    engine: WebSearchEngineEnum
    filters: WebSearchDomainFilterParam | None
    max_results: int
    max_uses: int
    mode: WebSearchMode
    search_context_size: SearchContextSizeEnum
    type: Required[Literal["web_search_preview_2025_03_11"]]
    user_location: PreviewWebSearchUserLocationParam | None
    x_search: XSearchOptionsParam


class WebSearchUserLocationParam(TypedDict, total=False):
    """An object whose `type` is `"approximate"`."""

    city: str | None
    country: str | None
    region: str | None
    timezone: str | None
    type: Literal["approximate"]


class LegacyWebSearchServerToolParam(TypedDict, total=False):
    """An object whose `type` is `"web_search"`."""

    engine: WebSearchEngineEnum
    filters: WebSearchDomainFilterParam | None
    max_results: int
    max_uses: int
    mode: WebSearchMode
    search_context_size: SearchContextSizeEnum
    type: Required[Literal["web_search"]]
    user_location: WebSearchUserLocationParam | None
    x_search: XSearchOptionsParam


class WebSearchServerToolParam(TypedDict, total=False):
    """An object whose `type` is `"web_search_2025_08_26"`."""

    engine: WebSearchEngineEnum
    filters: WebSearchDomainFilterParam | None
    max_results: int
    max_uses: int
    mode: WebSearchMode
    search_context_size: SearchContextSizeEnum
    type: Required[Literal["web_search_2025_08_26"]]
    user_location: WebSearchUserLocationParam | None
    x_search: XSearchOptionsParam


class FileSearchServerToolFilters1Param(TypedDict, total=False):
    """File search server tool filters1."""

    key: Required[str]
    type: Required[Literal["eq", "ne", "gt", "gte", "lt", "lte"] | str]
    value: Required[str | float | bool | Sequence[str | float]]


class CompoundFilterParam(TypedDict, total=False):
    """Compound filter."""

    filters: Required[Sequence[Mapping[str, Json]]]
    type: Required[Literal["and", "or"] | str]


class FileSearchServerToolRankingOptionsParam(TypedDict, total=False):
    """File search server tool ranking options."""

    ranker: Literal["auto", "default-2024-11-15"] | str
    score_threshold: float


class FileSearchServerToolParam(TypedDict, total=False):
    """An object whose `type` is `"file_search"`."""

    filters: FileSearchServerToolFilters1Param | CompoundFilterParam | None
    max_num_results: int
    ranking_options: FileSearchServerToolRankingOptionsParam
    type: Required[Literal["file_search"]]
    vector_store_ids: Required[Sequence[str]]


class ComputerUseServerToolParam(TypedDict, total=False):
    """An object whose `type` is `"computer_use_preview"`."""

    display_height: Required[int]
    display_width: Required[int]
    environment: Required[Literal["windows", "mac", "linux", "ubuntu", "browser"] | str]
    type: Required[Literal["computer_use_preview"]]


class CodeInterpreterServerToolContainerAutoParam(TypedDict, total=False):
    """An object whose `type` is `"auto"`."""

    file_ids: Sequence[str]
    memory_limit: Literal["1g", "4g", "16g", "64g"] | str | None
    type: Required[Literal["auto"]]


class CodeInterpreterServerToolParam(TypedDict, total=False):
    """An object whose `type` is `"code_interpreter"`."""

    container: Required[str | CodeInterpreterServerToolContainerAutoParam]
    type: Required[Literal["code_interpreter"]]


class McpServerToolAllowedToolsParam(TypedDict, total=False):
    """Mcp server tool allowed tools."""

    read_only: bool
    tool_names: Sequence[str]


class McpServerToolRequireApprovalAlwaysParam(TypedDict, total=False):
    """Mcp server tool require approval always."""

    tool_names: Sequence[str]


class McpServerToolRequireApprovalNeverParam(TypedDict, total=False):
    """Mcp server tool require approval never."""

    tool_names: Sequence[str]


class McpServerToolRequireApprovalParam(TypedDict, total=False):
    """Mcp server tool require approval."""

    always: McpServerToolRequireApprovalAlwaysParam
    never: McpServerToolRequireApprovalNeverParam


class McpServerToolParam(TypedDict, total=False):
    """An object whose `type` is `"mcp"`."""

    allowed_tools: Sequence[str] | McpServerToolAllowedToolsParam | None
    authorization: str
    connector_id: (
        Literal[
            "connector_dropbox",
            "connector_gmail",
            "connector_googlecalendar",
            "connector_googledrive",
            "connector_microsoftteams",
            "connector_outlookcalendar",
            "connector_outlookemail",
            "connector_sharepoint",
        ]
        | str
    )
    headers: Mapping[str, str] | None
    require_approval: Literal["always", "never"] | McpServerToolRequireApprovalParam | None
    server_description: str
    server_label: Required[str]
    server_url: str
    type: Required[Literal["mcp"]]


class ImageGenerationServerToolInputImageMaskParam(TypedDict, total=False):
    """Image generation server tool input image mask."""

    file_id: str
    image_url: str


class ImageGenerationServerToolParam(TypedDict, total=False):
    """An object whose `type` is `"image_generation"`."""

    background: Literal["transparent", "opaque", "auto"] | str
    input_fidelity: Literal["high", "low"] | str | None
    input_image_mask: ImageGenerationServerToolInputImageMaskParam
    model: str
    moderation: Literal["auto", "low"] | str
    output_compression: int
    output_format: Literal["png", "webp", "jpeg"] | str
    partial_images: int
    quality: Literal["low", "medium", "high", "auto"] | str
    size: str
    type: Required[Literal["image_generation"]]


class CodexLocalShellToolParam(TypedDict, total=False):
    """An object whose `type` is `"local_shell"`."""

    type: Required[Literal["local_shell"]]


class ShellServerToolParam(TypedDict, total=False):
    """An object whose `type` is `"shell"`."""

    type: Required[Literal["shell"]]


class ApplyPatchServerToolParam(TypedDict, total=False):
    """An object whose `type` is `"apply_patch"`."""

    type: Required[Literal["apply_patch"]]


class CustomToolFormatTextParam(TypedDict, total=False):
    """An object whose `type` is `"text"`."""

    type: Required[Literal["text"]]


class CustomToolFormatGrammarParam(TypedDict, total=False):
    """An object whose `type` is `"grammar"`."""

    definition: Required[str]
    syntax: Required[Literal["lark", "regex"] | str]
    type: Required[Literal["grammar"]]


CustomToolParam = TypedDict(
    "CustomToolParam",
    {
        "description": str,
        "format": CustomToolFormatTextParam | CustomToolFormatGrammarParam | Unknown,
        "name": Required[str],
        "type": Required[Literal["custom"]],
        "async": bool,
        "defer_loading": bool,
    },
    total=False,
)
CustomToolParam.__doc__ = 'An object whose `type` is `"custom"`.'


NamespaceFunctionToolParam = TypedDict(
    "NamespaceFunctionToolParam",
    {
        "allowed_callers": Sequence[Literal["direct", "programmatic"] | str] | None,
        "defer_loading": bool,
        "description": str | None,
        "name": Required[str],
        "output_schema": Mapping[str, Json] | None,
        "parameters": Mapping[str, Json] | None,
        "strict": bool | None,
        "type": Required[Literal["function"]],
        "async": bool,
    },
    total=False,
)
NamespaceFunctionToolParam.__doc__ = 'An object whose `type` is `"function"`.'


class NamespaceToolParam(TypedDict, total=False):
    """An object whose `type` is `"namespace"`."""

    description: Required[str]
    name: Required[str]
    tools: Required[Sequence[NamespaceFunctionToolParam | CustomToolParam | Unknown]]
    type: Required[Literal["namespace"]]


class SearchModelsServerToolOpenRouterParam(TypedDict, total=False):
    """An object whose `type` is `"openrouter:experimental__search_models"`."""

    parameters: SearchModelsServerToolConfigParam
    type: Required[Literal["openrouter:experimental__search_models"]]


class WebSearchServerToolConfigParam(TypedDict, total=False):
    """Web search server tool config."""

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


class WebSearchServerToolOpenRouterParam(TypedDict, total=False):
    """An object whose `type` is `"openrouter:web_search"`."""

    parameters: WebSearchServerToolConfigParam
    type: Required[Literal["openrouter:web_search"]]


ApplyPatchEngineEnum: TypeAlias = Literal["auto", "native", "openrouter"] | str


class ApplyPatchServerToolConfigParam(TypedDict, total=False):
    """Apply patch server tool config."""

    engine: ApplyPatchEngineEnum


class ApplyPatchServerToolOpenRouterParam(TypedDict, total=False):
    """An object whose `type` is `"openrouter:apply_patch"`."""

    parameters: ApplyPatchServerToolConfigParam
    type: Required[Literal["openrouter:apply_patch"]]


class AdditionalToolsItemTool29Param(TypedDict, total=False):
    """Additional tools item tool29."""

    type: Required[str]


class AdditionalToolsItemParam(TypedDict, total=False):
    """An object whose `type` is `"additional_tools"`."""

    id: str | None
    role: Required[
        Literal["unknown", "user", "assistant", "system", "critic", "discriminator", "developer", "tool"] | str
    ]
    tools: Required[
        Sequence[
            AdditionalToolsItemToolFunctionParam
            | PreviewWebSearchServerToolParam
            | Preview20250311WebSearchServerToolParam
            | LegacyWebSearchServerToolParam
            | WebSearchServerToolParam
            | FileSearchServerToolParam
            | ComputerUseServerToolParam
            | CodeInterpreterServerToolParam
            | McpServerToolParam
            | ImageGenerationServerToolParam
            | CodexLocalShellToolParam
            | ShellServerToolParam
            | ApplyPatchServerToolParam
            | CustomToolParam
            | NamespaceToolParam
            | AdvisorServerToolOpenRouterParam
            | SubagentServerToolOpenRouterParam
            | DatetimeServerToolParam
            | FilesServerToolParam
            | FusionServerToolOpenRouterParam
            | ImageGenerationServerToolOpenRouterParam
            | SearchModelsServerToolOpenRouterParam
            | WebFetchServerToolParam
            | WebSearchServerToolOpenRouterParam
            | ApplyPatchServerToolOpenRouterParam
            | BashServerToolParam
            | ShellServerToolOpenRouterParam
            | ToolSearchServerToolParam
            | AdditionalToolsItemTool29Param
        ]
    ]
    type: Required[Literal["additional_tools"]]


class AgentMessageItemAgentParam(TypedDict, total=False):
    """Agent message item agent."""

    agent_name: Required[str]


class AgentMessageItemContentItemEncryptedContentParam(TypedDict, total=False):
    """An object whose `type` is `"encrypted_content"`."""

    encrypted_content: Required[str]
    type: Required[Literal["encrypted_content"]]


class AgentMessageItemContentItemInputImageParam(TypedDict, total=False):
    """An object whose `type` is `"input_image"`."""

    detail: Required[Literal["auto", "high", "low", "original"] | str]
    image_url: str | None
    type: Required[Literal["input_image"]]
    file_id: str | None


class InputTextParam(TypedDict, total=False):
    """An object whose `type` is `"input_text"`."""

    prompt_cache_breakpoint: PromptCacheBreakpointParam | None
    text: Required[str]
    type: Required[Literal["input_text"]]


class AgentMessageItemParam(TypedDict, total=False):
    """An object whose `type` is `"agent_message"`."""

    agent: AgentMessageItemAgentParam | None
    author: Required[str]
    content: Required[
        Sequence[
            InputTextParam
            | AgentMessageItemContentItemInputImageParam
            | AgentMessageItemContentItemEncryptedContentParam
        ]
    ]
    id: str | None
    recipient: Required[str]
    type: Required[Literal["agent_message"]]


class ApplyPatchCreateFileOperationParam(TypedDict, total=False):
    """An object whose `type` is `"create_file"`."""

    diff: Required[str]
    path: Required[str]
    type: Required[Literal["create_file"]]


class ApplyPatchUpdateFileOperationParam(TypedDict, total=False):
    """An object whose `type` is `"update_file"`."""

    diff: Required[str]
    path: Required[str]
    type: Required[Literal["update_file"]]


class ApplyPatchDeleteFileOperationParam(TypedDict, total=False):
    """An object whose `type` is `"delete_file"`."""

    path: Required[str]
    type: Required[Literal["delete_file"]]


ApplyPatchCallOperationParam: TypeAlias = (
    ApplyPatchCreateFileOperationParam
    | ApplyPatchUpdateFileOperationParam
    | ApplyPatchDeleteFileOperationParam
    | Unknown
)


class ApplyPatchCallItemParam(TypedDict, total=False):
    """An object whose `type` is `"apply_patch_call"`."""

    call_id: Required[str]
    id: str | None
    operation: Required[ApplyPatchCallOperationParam]
    status: Required[ApplyPatchCallStatus]
    type: Required[Literal["apply_patch_call"]]


class ApplyPatchCallOutputItemParam(TypedDict, total=False):
    """An object whose `type` is `"apply_patch_call_output"`."""

    call_id: Required[str]
    id: str | None
    output: str | None
    status: Required[Literal["completed", "failed"] | str]
    type: Required[Literal["apply_patch_call_output"]]


class CodeInterpreterFileOutputParam(TypedDict, total=False):
    """An object whose `type` is `"file"`."""

    download_url: str
    error_code: str | None
    expires_at: str
    filename: str
    id: str
    media_type: str
    sha256: str
    size_bytes: int
    status: str
    type: Required[Literal["file"]]


class CodeInterpreterImageOutputParam(TypedDict, total=False):
    """An object whose `type` is `"image"`."""

    type: Required[Literal["image"]]
    url: Required[str]


class CodeInterpreterLogsOutputParam(TypedDict, total=False):
    """An object whose `type` is `"logs"`."""

    logs: Required[str]
    type: Required[Literal["logs"]]


class CompactionItemParam(TypedDict, total=False):
    """An object whose `type` is `"compaction"`."""

    encrypted_content: Required[str]
    id: str | None
    type: Required[Literal["compaction"]]


class ConfigurationUpdateItemParam(TypedDict, total=False):
    """An object whose `type` is `"configuration_update"`."""

    reasoning: Required[ConfigurationUpdateReasoningParam]
    type: Required[Literal["configuration_update"]]
    id: str | None


class ContextCompactionItemParam(TypedDict, total=False):
    """An object whose `type` is `"context_compaction"`."""

    encrypted_content: str | None
    id: str | None
    type: Required[Literal["context_compaction"]]


CustomToolCallItemParam = TypedDict(
    "CustomToolCallItemParam",
    {
        "call_id": Required[str],
        "id": str | None,
        "input": Required[str],
        "name": Required[str],
        "namespace": str | None,
        "type": Required[Literal["custom_tool_call"]],
        "status": ToolCallStatus | None,
        "async": bool | None,
    },
    total=False,
)
CustomToolCallItemParam.__doc__ = 'An object whose `type` is `"custom_tool_call"`.'


class CustomToolCallOutputItemOutputItemInputImageParam(TypedDict, total=False):
    """An object whose `type` is `"input_image"`."""

    detail: Required[Literal["auto", "high", "low", "original"] | str]
    image_url: str | None
    type: Required[Literal["input_image"]]
    file_id: str | None


class InputFileParam(TypedDict, total=False):
    """An object whose `type` is `"input_file"`."""

    file_data: str
    file_id: str | None
    file_url: str
    filename: str
    type: Required[Literal["input_file"]]


class CustomToolCallOutputItemParam(TypedDict, total=False):
    """An object whose `type` is `"custom_tool_call_output"`."""

    call_id: Required[str]
    id: str
    output: Required[
        str | Sequence[InputTextParam | CustomToolCallOutputItemOutputItemInputImageParam | InputFileParam]
    ]
    type: Required[Literal["custom_tool_call_output"]]


class EasyInputMessageContentItemInputImageParam(TypedDict, total=False):
    """An object whose `type` is `"input_image"`."""

    detail: Required[Literal["auto", "high", "low", "original"] | str]
    image_url: str | None
    type: Required[Literal["input_image"]]
    file_id: str | None


class InputAudioInputAudioParam(TypedDict, total=False):
    """Input audio input audio."""

    data: Required[str]
    format: Required[Literal["mp3", "wav"] | str]


class InputAudioParam(TypedDict, total=False):
    """An object whose `type` is `"input_audio"`."""

    input_audio: Required[InputAudioInputAudioParam]
    type: Required[Literal["input_audio"]]


class InputVideoParam(TypedDict, total=False):
    """An object whose `type` is `"input_video"`."""

    type: Required[Literal["input_video"]]
    video_url: Required[str]
    processing: Literal["agentic", "static"] | str


class EasyInputMessageParam(TypedDict, total=False):
    """An object whose `type` is `"message"`."""

    content: (
        Sequence[
            InputTextParam
            | EasyInputMessageContentItemInputImageParam
            | InputFileParam
            | InputAudioParam
            | InputVideoParam
        ]
        | str
        | None
    )
    phase: Literal["commentary", "final_answer"] | None
    role: Required[Literal["user", "system", "assistant", "developer"]]
    type: Literal["message"]


class FileCitationParam(TypedDict, total=False):
    """An object whose `type` is `"file_citation"`."""

    file_id: Required[str]
    filename: Required[str]
    index: Required[int]
    type: Required[Literal["file_citation"]]


class FilePathParam(TypedDict, total=False):
    """An object whose `type` is `"file_path"`."""

    file_id: Required[str]
    index: Required[int]
    type: Required[Literal["file_path"]]


class FormatJsonObjectConfigParam(TypedDict, total=False):
    """An object whose `type` is `"json_object"`."""

    type: Required[Literal["json_object"]]


class FormatJsonSchemaConfigParam(TypedDict, total=False):
    """An object whose `type` is `"json_schema"`."""

    description: str
    name: Required[str]
    schema: Required[Mapping[str, Json]]
    strict: bool | None
    type: Required[Literal["json_schema"]]


class FormatTextConfigParam(TypedDict, total=False):
    """An object whose `type` is `"text"`."""

    type: Required[Literal["text"]]


FormatsParam: TypeAlias = FormatTextConfigParam | FormatJsonObjectConfigParam | FormatJsonSchemaConfigParam | Unknown


class FunctionCallItemSubagentItemParam(TypedDict, total=False):
    """Function call item subagent item."""

    type: Required[str]


FunctionCallItemParam = TypedDict(
    "FunctionCallItemParam",
    {
        "arguments": Required[str],
        "call_id": Required[str],
        "id": str | None,
        "name": Required[str],
        "namespace": str | None,
        "status": ToolCallStatus | None,
        "subagent_id": str | None,
        "subagent_items": Sequence[FunctionCallItemSubagentItemParam] | None,
        "type": Required[Literal["function_call"]],
        "async": bool | None,
    },
    total=False,
)
FunctionCallItemParam.__doc__ = 'An object whose `type` is `"function_call"`.'


class FunctionCallOutputItemOutputItemInputImageParam(TypedDict, total=False):
    """An object whose `type` is `"input_image"`."""

    detail: Required[Literal["auto", "high", "low", "original"] | str]
    image_url: str | None
    type: Required[Literal["input_image"]]
    file_id: str | None


class FunctionCallOutputItemParam(TypedDict, total=False):
    """An object whose `type` is `"function_call_output"`."""

    call_id: Required[str]
    id: str | None
    output: Required[str | Sequence[InputTextParam | FunctionCallOutputItemOutputItemInputImageParam | InputFileParam]]
    status: ToolCallStatus | None
    type: Required[Literal["function_call_output"]]


class FusionAnalysisResultContradictionStanceParam(TypedDict, total=False):
    """Fusion analysis result contradiction stance."""

    model: Required[str]
    stance: Required[str]


class FusionAnalysisResultContradictionParam(TypedDict, total=False):
    """Fusion analysis result contradiction."""

    stances: Required[Sequence[FusionAnalysisResultContradictionStanceParam]]
    topic: Required[str]


class FusionAnalysisResultPartialCoverageItemParam(TypedDict, total=False):
    """Fusion analysis result partial coverage item."""

    models: Required[Sequence[str]]
    point: Required[str]


class FusionAnalysisResultUniqueInsightParam(TypedDict, total=False):
    """Fusion analysis result unique insight."""

    insight: Required[str]
    model: Required[str]


class FusionAnalysisResultParam(TypedDict, total=False):
    """Fusion analysis result."""

    blind_spots: Required[Sequence[str]]
    consensus: Required[Sequence[str]]
    contradictions: Required[Sequence[FusionAnalysisResultContradictionParam]]
    partial_coverage: Required[Sequence[FusionAnalysisResultPartialCoverageItemParam]]
    unique_insights: Required[Sequence[FusionAnalysisResultUniqueInsightParam]]


class FusionSourceParam(TypedDict, total=False):
    """Fusion source."""

    title: Required[str]
    url: Required[str]


class URLCitationParam(TypedDict, total=False):
    """An object whose `type` is `"url_citation"`."""

    content: str
    end_index: Required[int]
    start_index: Required[int]
    title: Required[str]
    type: Required[Literal["url_citation"]]
    url: Required[str]


OpenAIResponsesAnnotationParam: TypeAlias = FileCitationParam | URLCitationParam | FilePathParam | Unknown


class ResponseOutputTextLogprobTopLogprobParam(TypedDict, total=False):
    """Response output text logprob top logprob."""

    bytes: Required[Sequence[int]]
    logprob: Required[float]
    token: Required[str]


class ResponseOutputTextLogprobParam(TypedDict, total=False):
    """Response output text logprob."""

    bytes: Required[Sequence[int]]
    logprob: Required[float]
    token: Required[str]
    top_logprobs: Required[Sequence[ResponseOutputTextLogprobTopLogprobParam]]


class ResponseOutputTextParam(TypedDict, total=False):
    """An object whose `type` is `"output_text"`."""

    annotations: Sequence[OpenAIResponsesAnnotationParam]
    logprobs: Sequence[ResponseOutputTextLogprobParam]
    text: Required[str]
    type: Required[Literal["output_text"]]


class OpenAIResponsesRefusalContentParam(TypedDict, total=False):
    """An object whose `type` is `"refusal"`."""

    refusal: Required[str]
    type: Required[Literal["refusal"]]


class InputAssistantParam(TypedDict, total=False):
    """An object whose `role` is `"assistant"`."""

    content: Required[Sequence[ResponseOutputTextParam | OpenAIResponsesRefusalContentParam] | str | None]
    id: Required[str]
    phase: Literal["commentary", "final_answer"] | None
    role: Required[Literal["assistant"]]
    status: Literal["completed", "incomplete", "in_progress"]
    type: Literal["message"]


class InputImageParam(TypedDict, total=False):
    """An object whose `type` is `"input_image"`."""

    detail: Required[Literal["auto", "high", "low", "original"] | str]
    image_url: str | None
    type: Required[Literal["input_image"]]
    file_id: str | None


class InputMessageItemContentItemInputImageParam(TypedDict, total=False):
    """An object whose `type` is `"input_image"`."""

    detail: Required[Literal["auto", "high", "low", "original"] | str]
    image_url: str | None
    type: Required[Literal["input_image"]]
    file_id: str | None


class InputMessageItemParam(TypedDict, total=False):
    """An object whose `type` is `"message"`."""

    content: (
        Sequence[
            InputTextParam
            | InputMessageItemContentItemInputImageParam
            | InputFileParam
            | InputAudioParam
            | InputVideoParam
        ]
        | None
    )
    id: Required[str]
    role: Required[Literal["user", "system", "developer"]]
    type: Literal["message"]


class ReasoningTextContentParam(TypedDict, total=False):
    """An object whose `type` is `"reasoning_text"`."""

    text: Required[str]
    type: Required[Literal["reasoning_text"]]


class ReasoningSummaryTextParam(TypedDict, total=False):
    """An object whose `type` is `"summary_text"`."""

    text: Required[str]
    type: Required[Literal["summary_text"]]


class InputReasoningParam(TypedDict, total=False):
    """An object whose `type` is `"reasoning"`."""

    content: Sequence[ReasoningTextContentParam] | None
    encrypted_content: str | None
    id: Required[str]
    status: Literal["completed", "incomplete", "in_progress"]
    summary: Required[Sequence[ReasoningSummaryTextParam] | None]
    type: Required[Literal["reasoning"]]
    format: ReasoningFormat | None
    signature: str | None


class ReasoningItemParam(TypedDict, total=False):
    """An object whose `type` is `"reasoning"`."""

    content: Sequence[ReasoningTextContentParam] | None
    encrypted_content: str | None
    id: Required[str]
    status: Literal["completed", "incomplete", "in_progress"]
    summary: Required[Sequence[ReasoningSummaryTextParam]]
    type: Required[Literal["reasoning"]]
    format: ReasoningFormat | None
    signature: str | None


class WebSearchSourceParam(TypedDict, total=False):
    """An object whose `type` is `"url"`."""

    type: Required[Literal["url"]]
    url: Required[str]


class OutputWebSearchCallItemActionSearchParam(TypedDict, total=False):
    """An object whose `type` is `"search"`."""

    queries: Sequence[str]
    query: Required[str]
    sources: Sequence[WebSearchSourceParam]
    type: Required[Literal["search"]]


class OutputWebSearchCallItemActionOpenPageParam(TypedDict, total=False):
    """An object whose `type` is `"open_page"`."""

    type: Required[Literal["open_page"]]
    url: str | None


class OutputWebSearchCallItemActionFindInPageParam(TypedDict, total=False):
    """An object whose `type` is `"find_in_page"`."""

    pattern: Required[str]
    type: Required[Literal["find_in_page"]]
    url: Required[str]


class OutputWebSearchCallItemParam(TypedDict, total=False):
    """An object whose `type` is `"web_search_call"`."""

    action: (
        OutputWebSearchCallItemActionSearchParam
        | OutputWebSearchCallItemActionOpenPageParam
        | OutputWebSearchCallItemActionFindInPageParam
        | Unknown
    )
    id: Required[str]
    status: Required[WebSearchStatus]
    type: Required[Literal["web_search_call"]]


class OutputFileSearchCallItemParam(TypedDict, total=False):
    """An object whose `type` is `"file_search_call"`."""

    id: Required[str]
    queries: Required[Sequence[str]]
    status: Required[WebSearchStatus]
    type: Required[Literal["file_search_call"]]


class OutputImageGenerationCallItemParam(TypedDict, total=False):
    """An object whose `type` is `"image_generation_call"`."""

    id: Required[str]
    result: str | None
    status: Required[ImageGenerationStatus]
    type: Required[Literal["image_generation_call"]]
    prompt: str


class OutputCodeInterpreterCallItemParam(TypedDict, total=False):
    """An object whose `type` is `"code_interpreter_call"`."""

    code: str | None
    container_id: str
    id: Required[str]
    outputs: (
        Sequence[
            CodeInterpreterLogsOutputParam | CodeInterpreterImageOutputParam | CodeInterpreterFileOutputParam | Unknown
        ]
        | None
    )
    status: Required[Literal["in_progress", "completed", "incomplete", "interpreting", "failed"] | str]
    type: Required[Literal["code_interpreter_call"]]


class OutputComputerCallItemPendingSafetyCheckParam(TypedDict, total=False):
    """Output computer call item pending safety check."""

    code: Required[str]
    id: Required[str]
    message: Required[str]


class OutputComputerCallItemParam(TypedDict, total=False):
    """An object whose `type` is `"computer_call"`."""

    action: Json
    call_id: Required[str]
    id: str
    pending_safety_checks: Required[Sequence[OutputComputerCallItemPendingSafetyCheckParam]]
    status: Required[Literal["completed", "incomplete", "in_progress"] | str]
    type: Required[Literal["computer_call"]]


class OutputDatetimeItemParam(TypedDict, total=False):
    """An object whose `type` is `"openrouter:datetime"`."""

    datetime: Required[str]
    id: str
    status: Required[FailableToolCallStatus]
    timezone: Required[str]
    type: Required[Literal["openrouter:datetime"]]
    error: str


class OutputWebSearchServerToolItemActionSourceParam(TypedDict, total=False):
    """An object whose `type` is `"url"`."""

    type: Required[Literal["url"]]
    url: Required[str]


class OutputWebSearchServerToolItemActionParam(TypedDict, total=False):
    """An object whose `type` is `"search"`."""

    query: Required[str]
    sources: Sequence[OutputWebSearchServerToolItemActionSourceParam]
    type: Required[Literal["search"]]


class OutputWebSearchServerToolItemParam(TypedDict, total=False):
    """An object whose `type` is `"openrouter:web_search"`."""

    action: OutputWebSearchServerToolItemActionParam
    id: str
    status: Required[FailableToolCallStatus]
    type: Required[Literal["openrouter:web_search"]]
    error: str


class OutputCodeInterpreterServerToolItemParam(TypedDict, total=False):
    """An object whose `type` is `"openrouter:code_interpreter"`."""

    code: str
    exitCode: int
    id: str
    language: str
    status: Required[ToolCallStatus]
    stderr: str
    stdout: str
    type: Required[Literal["openrouter:code_interpreter"]]


class OutputFileSearchServerToolItemParam(TypedDict, total=False):
    """An object whose `type` is `"openrouter:file_search"`."""

    id: str
    queries: Sequence[str]
    status: Required[ToolCallStatus]
    type: Required[Literal["openrouter:file_search"]]


class OutputImageGenerationServerToolItemParam(TypedDict, total=False):
    """An object whose `type` is `"openrouter:image_generation"`."""

    id: str
    imageB64: str
    imageUrl: str
    prompt: str
    result: str | None
    revisedPrompt: str
    status: Required[FailableToolCallStatus]
    type: Required[Literal["openrouter:image_generation"]]
    error: str


class OutputBrowserUseServerToolItemParam(TypedDict, total=False):
    """An object whose `type` is `"openrouter:browser_use"`."""

    action: str
    id: str
    screenshotB64: str
    status: Required[ToolCallStatus]
    type: Required[Literal["openrouter:browser_use"]]


class OutputBashServerToolItemFileParam(TypedDict, total=False):
    """An object whose `type` is `"container_file_citation"`."""

    container_id: Required[str]
    end_index: Required[int]
    file_id: Required[str]
    filename: Required[str]
    start_index: Required[int]
    type: Required[Literal["container_file_citation"]]


class OutputBashServerToolItemParam(TypedDict, total=False):
    """An object whose `type` is `"openrouter:bash"`."""

    arguments: str | None
    call_id: str | None
    command: str
    exitCode: int
    id: str
    status: Required[FailableToolCallStatus]
    stderr: str
    stdout: str
    type: Required[Literal["openrouter:bash"]]
    container_id: str
    error: str
    files: Sequence[OutputBashServerToolItemFileParam]


class OutputTextEditorServerToolItemParam(TypedDict, total=False):
    """An object whose `type` is `"openrouter:text_editor"`."""

    command: Literal["view", "create", "str_replace", "insert"] | str
    filePath: str
    id: str
    status: Required[ToolCallStatus]
    type: Required[Literal["openrouter:text_editor"]]


class OutputApplyPatchServerToolItemParam(TypedDict, total=False):
    """An object whose `type` is `"openrouter:apply_patch"`."""

    call_id: str
    id: str
    operation: ApplyPatchCallOperationParam
    status: Required[FailableToolCallStatus]
    type: Required[Literal["openrouter:apply_patch"]]
    error: str


class OutputWebFetchServerToolItemParam(TypedDict, total=False):
    """An object whose `type` is `"openrouter:web_fetch"`."""

    content: str
    error: str
    httpStatus: int
    id: str
    status: Required[ToolCallStatus]
    title: str
    type: Required[Literal["openrouter:web_fetch"]]
    url: str


class OutputToolSearchServerToolItemMatcheParam(TypedDict, total=False):
    """Output tool search server tool item matche."""

    definition: Required[Mapping[str, Json]]
    schema_digest: Required[str]
    tool_id: Required[str]


class OutputToolSearchServerToolItemParam(TypedDict, total=False):
    """An object whose `type` is `"openrouter:tool_search"`."""

    id: str
    query: str
    status: Required[FailableToolCallStatus]
    type: Required[Literal["openrouter:tool_search"]]
    error: str
    matches: Sequence[OutputToolSearchServerToolItemMatcheParam]


class OutputMemoryServerToolItemParam(TypedDict, total=False):
    """An object whose `type` is `"openrouter:memory"`."""

    action: Literal["read", "write", "delete"] | str
    id: str
    key: str
    status: Required[ToolCallStatus]
    type: Required[Literal["openrouter:memory"]]
    value: Json


class OutputMcpServerToolItemParam(TypedDict, total=False):
    """An object whose `type` is `"openrouter:mcp"`."""

    id: str
    serverLabel: str
    status: Required[ToolCallStatus]
    toolName: str
    type: Required[Literal["openrouter:mcp"]]


class OutputSearchModelsServerToolItemParam(TypedDict, total=False):
    """An object whose `type` is `"openrouter:experimental__search_models"`."""

    arguments: str
    id: str
    query: str
    status: Required[FailableToolCallStatus]
    type: Required[Literal["openrouter:experimental__search_models"]]
    error: str


class OutputFusionServerToolItemFailedModelParam(TypedDict, total=False):
    """Output fusion server tool item failed model."""

    error: Required[str]
    model: Required[str]
    status_code: int


class OutputFusionServerToolItemResponseParam(TypedDict, total=False):
    """Output fusion server tool item response."""

    content: str
    model: Required[str]


class OutputFusionServerToolItemParam(TypedDict, total=False):
    """An object whose `type` is `"openrouter:fusion"`."""

    analysis: FusionAnalysisResultParam
    error: str
    failed_models: Sequence[OutputFusionServerToolItemFailedModelParam]
    failure_reason: str
    id: str
    responses: Sequence[OutputFusionServerToolItemResponseParam]
    sources: Sequence[FusionSourceParam]
    status: Required[ToolCallStatus]
    type: Required[Literal["openrouter:fusion"]]


class OutputAdvisorServerToolItemParam(TypedDict, total=False):
    """An object whose `type` is `"openrouter:advisor"`."""

    advice: str
    error: str
    id: str
    instance_name: str
    model: str
    prompt: str
    status: Required[FailableToolCallStatus]
    type: Required[Literal["openrouter:advisor"]]


class OutputSubagentServerToolItemParam(TypedDict, total=False):
    """An object whose `type` is `"openrouter:subagent"`."""

    call_id: str
    error: str
    id: str
    instance_name: str
    model: str
    name: str
    outcome: str
    status: Required[FailableToolCallStatus]
    task_description: str
    task_name: str
    type: Required[Literal["openrouter:subagent"]]


class OutputFilesServerToolItemParam(TypedDict, total=False):
    """An object whose `type` is `"openrouter:files"`."""

    arguments: str | None
    call_id: str | None
    error: str
    file_id: str
    filename: str
    id: str
    operation: str
    result: str
    status: Required[ToolCallStatus]
    type: Required[Literal["openrouter:files"]]


class OutputShellServerToolItemActionParam(TypedDict, total=False):
    """Output shell server tool item action."""

    commands: Required[Sequence[str]]
    max_output_length: int | None
    timeout_ms: int | None


class ShellCallOutputContentOutcomeExitParam(TypedDict, total=False):
    """An object whose `type` is `"exit"`."""

    exit_code: Required[int]
    type: Required[Literal["exit"]]


class ShellCallOutputContentOutcomeTimeoutParam(TypedDict, total=False):
    """An object whose `type` is `"timeout"`."""

    type: Required[Literal["timeout"]]


class ShellCallOutputContentParam(TypedDict, total=False):
    """Shell call output content."""

    outcome: Required[ShellCallOutputContentOutcomeExitParam | ShellCallOutputContentOutcomeTimeoutParam | Unknown]
    stderr: Required[str]
    stdout: Required[str]


class OutputShellServerToolItemFileParam(TypedDict, total=False):
    """An object whose `type` is `"container_file_citation"`."""

    container_id: Required[str]
    end_index: Required[int]
    file_id: Required[str]
    filename: Required[str]
    start_index: Required[int]
    type: Required[Literal["container_file_citation"]]


class OutputShellServerToolItemParam(TypedDict, total=False):
    """An object whose `type` is `"openrouter:shell"`."""

    action: OutputShellServerToolItemActionParam
    arguments: str | None
    call_id: str | None
    id: str
    output: Sequence[ShellCallOutputContentParam]
    status: Required[FailableToolCallStatus]
    type: Required[Literal["openrouter:shell"]]
    container_id: str
    error: str
    files: Sequence[OutputShellServerToolItemFileParam]


class LocalShellCallItemActionParam(TypedDict, total=False):
    """An object whose `type` is `"exec"`."""

    command: Required[Sequence[str]]
    env: Required[Mapping[str, str]]
    timeout_ms: int | None
    type: Required[Literal["exec"]]
    user: str | None
    working_directory: str | None


class LocalShellCallItemParam(TypedDict, total=False):
    """An object whose `type` is `"local_shell_call"`."""

    action: Required[LocalShellCallItemActionParam]
    call_id: Required[str]
    id: Required[str]
    status: Required[ToolCallStatus]
    type: Required[Literal["local_shell_call"]]


class LocalShellCallOutputItemParam(TypedDict, total=False):
    """An object whose `type` is `"local_shell_call_output"`."""

    id: Required[str]
    output: Required[str]
    status: ToolCallStatus | None
    type: Required[Literal["local_shell_call_output"]]


class ShellCallItemActionParam(TypedDict, total=False):
    """Shell call item action."""

    commands: Required[Sequence[str]]
    max_output_length: int | None
    timeout_ms: int | None


class ShellCallItemParam(TypedDict, total=False):
    """An object whose `type` is `"shell_call"`."""

    action: Required[ShellCallItemActionParam]
    arguments: str | None
    call_id: Required[str]
    environment: Json
    id: str | None
    status: ToolCallStatus | None
    type: Required[Literal["shell_call"]]


class ShellCallOutputItemFileParam(TypedDict, total=False):
    """An object whose `type` is `"container_file_citation"`."""

    container_id: Required[str]
    end_index: Required[int]
    file_id: Required[str]
    filename: Required[str]
    start_index: Required[int]
    type: Required[Literal["container_file_citation"]]


class ShellCallOutputItemParam(TypedDict, total=False):
    """An object whose `type` is `"shell_call_output"`."""

    call_id: Required[str]
    id: str | None
    max_output_length: int | None
    output: Required[Sequence[ShellCallOutputContentParam]]
    status: ToolCallStatus | None
    type: Required[Literal["shell_call_output"]]
    container_id: str
    error: str
    files: Sequence[ShellCallOutputItemFileParam]


class McpListToolsItemToolParam(TypedDict, total=False):
    """Mcp list tools item tool."""

    annotations: Json
    description: str | None
    input_schema: Required[Mapping[str, Json]]
    name: Required[str]


class McpListToolsItemParam(TypedDict, total=False):
    """An object whose `type` is `"mcp_list_tools"`."""

    error: str | None
    id: Required[str]
    server_label: Required[str]
    tools: Required[Sequence[McpListToolsItemToolParam]]
    type: Required[Literal["mcp_list_tools"]]


class McpApprovalRequestItemParam(TypedDict, total=False):
    """An object whose `type` is `"mcp_approval_request"`."""

    arguments: Required[str]
    id: Required[str]
    name: Required[str]
    server_label: Required[str]
    type: Required[Literal["mcp_approval_request"]]


class McpApprovalResponseItemParam(TypedDict, total=False):
    """An object whose `type` is `"mcp_approval_response"`."""

    approval_request_id: Required[str]
    approve: Required[bool]
    id: str | None
    reason: str | None
    type: Required[Literal["mcp_approval_response"]]


class McpToolExecutionErrorParam(TypedDict, total=False):
    """An object whose `type` is `"mcp_tool_execution_error"`."""

    type: Required[Literal["mcp_tool_execution_error"]]
    content: Json


class McpProtocolErrorParam(TypedDict, total=False):
    """An object whose `type` is `"mcp_protocol_error"`."""

    code: Required[int]
    message: Required[str]
    type: Required[Literal["mcp_protocol_error"]]


class McpHTTPErrorParam(TypedDict, total=False):
    """An object whose `type` is `"http_error"`."""

    code: Required[int]
    message: Required[str]
    type: Required[Literal["http_error"]]


McpToolCallErrorParam: TypeAlias = McpToolExecutionErrorParam | McpProtocolErrorParam | McpHTTPErrorParam | str


class McpCallItemParam(TypedDict, total=False):
    """An object whose `type` is `"mcp_call"`."""

    arguments: Required[str]
    error: McpToolCallErrorParam | None
    id: Required[str]
    name: Required[str]
    output: str | None
    server_label: Required[str]
    type: Required[Literal["mcp_call"]]


class ItemReferenceItemParam(TypedDict, total=False):
    """An object whose `type` is `"item_reference"`."""

    id: Required[str]
    type: Required[Literal["item_reference"]]


class ToolSearchOutputItemTool6Param(TypedDict, total=False):
    """Tool search output item tool6."""

    type: Required[str]


ToolSearchOutputItemToolFunctionParam = TypedDict(
    "ToolSearchOutputItemToolFunctionParam",
    {
        "name": Required[str],
        "parameters": Required[Mapping[str, Json] | None],
        "type": Required[Literal["function"]],
        "description": str | None,
        "strict": bool | None,
        "allowed_callers": Sequence[Literal["direct", "programmatic"] | str] | None,
        "async": bool,
        "defer_loading": bool,
        "output_schema": Mapping[str, Json] | None,
    },
    total=False,
)
ToolSearchOutputItemToolFunctionParam.__doc__ = 'An object whose `type` is `"function"`.'


class ToolSearchOutputItemParam(TypedDict, total=False):
    """An object whose `type` is `"tool_search_output"`."""

    call_id: Required[str]
    execution: Required[Literal["server", "client"] | str]
    tools: Required[
        Sequence[
            CodexLocalShellToolParam
            | ApplyPatchServerToolParam
            | ShellServerToolParam
            | SearchModelsServerToolOpenRouterParam
            | WebFetchServerToolParam
            | ToolSearchOutputItemTool6Param
            | ToolSearchServerToolParam
            | CodeInterpreterServerToolParam
            | ShellServerToolOpenRouterParam
            | BashServerToolParam
            | ApplyPatchServerToolOpenRouterParam
            | WebSearchServerToolOpenRouterParam
            | ImageGenerationServerToolOpenRouterParam
            | FusionServerToolOpenRouterParam
            | FilesServerToolParam
            | AdvisorServerToolOpenRouterParam
            | SubagentServerToolOpenRouterParam
            | DatetimeServerToolParam
            | NamespaceToolParam
            | ComputerUseServerToolParam
            | FileSearchServerToolParam
            | CustomToolParam
            | PreviewWebSearchServerToolParam
            | ToolSearchOutputItemToolFunctionParam
            | WebSearchServerToolParam
            | Preview20250311WebSearchServerToolParam
            | LegacyWebSearchServerToolParam
            | McpServerToolParam
            | ImageGenerationServerToolParam
        ]
    ]
    type: Required[Literal["tool_search_output"]]
    id: str | None
    status: Literal["in_progress", "completed", "incomplete"] | str | None


class ToolSearchCallItemParam(TypedDict, total=False):
    """An object whose `type` is `"tool_search_call"`."""

    call_id: Required[str]
    execution: Required[Literal["server", "client"] | str]
    type: Required[Literal["tool_search_call"]]
    arguments: Json
    id: str | None
    status: Literal["in_progress", "completed", "incomplete"] | str | None


class OutputArmorBlockedItemParam(TypedDict, total=False):
    """An object whose `type` is `"openrouter:armor_blocked"`."""

    arguments: Required[str]
    call_id: Required[str]
    explanation: Required[str]
    id: Required[str]
    name: Required[str]
    reason: Required[str]
    status: Required[Literal["completed"]]
    type: Required[Literal["openrouter:armor_blocked"]]
    namespace: str


InputsParam: TypeAlias = (
    str
    | Sequence[
        ReasoningItemParam
        | EasyInputMessageParam
        | InputMessageItemParam
        | FunctionCallItemParam
        | FunctionCallOutputItemParam
        | ApplyPatchCallItemParam
        | ApplyPatchCallOutputItemParam
        | InputAssistantParam
        | OutputWebSearchCallItemParam
        | OutputFileSearchCallItemParam
        | OutputImageGenerationCallItemParam
        | OutputCodeInterpreterCallItemParam
        | OutputComputerCallItemParam
        | OutputDatetimeItemParam
        | OutputWebSearchServerToolItemParam
        | OutputCodeInterpreterServerToolItemParam
        | OutputFileSearchServerToolItemParam
        | OutputImageGenerationServerToolItemParam
        | OutputBrowserUseServerToolItemParam
        | OutputBashServerToolItemParam
        | OutputTextEditorServerToolItemParam
        | OutputApplyPatchServerToolItemParam
        | OutputWebFetchServerToolItemParam
        | OutputToolSearchServerToolItemParam
        | OutputMemoryServerToolItemParam
        | OutputMcpServerToolItemParam
        | OutputSearchModelsServerToolItemParam
        | OutputFusionServerToolItemParam
        | OutputAdvisorServerToolItemParam
        | OutputSubagentServerToolItemParam
        | OutputFilesServerToolItemParam
        | OutputShellServerToolItemParam
        | LocalShellCallItemParam
        | LocalShellCallOutputItemParam
        | ShellCallItemParam
        | ShellCallOutputItemParam
        | McpListToolsItemParam
        | McpApprovalRequestItemParam
        | McpApprovalResponseItemParam
        | McpCallItemParam
        | CustomToolCallItemParam
        | CustomToolCallOutputItemParam
        | CompactionItemParam
        | ContextCompactionItemParam
        | ItemReferenceItemParam
        | AdditionalToolsItemParam
        | AgentMessageItemParam
        | ConfigurationUpdateItemParam
        | ToolSearchOutputItemParam
        | ToolSearchCallItemParam
        | OutputArmorBlockedItemParam
    ]
)


class OpenAIResponsesToolChoice5Param(TypedDict, total=False):
    """Open airesponses tool choice5."""

    type: Required[Literal["web_search_preview_2025_03_11", "web_search_preview"]]


class OpenAIResponsesToolChoiceApplyPatchParam(TypedDict, total=False):
    """An object whose `type` is `"apply_patch"`."""

    type: Required[Literal["apply_patch"]]


class OpenAIResponsesToolChoiceFunctionParam(TypedDict, total=False):
    """An object whose `type` is `"function"`."""

    name: Required[str]
    type: Required[Literal["function"]]


class ToolChoiceAllowedParam(TypedDict, total=False):
    """An object whose `type` is `"allowed_tools"`."""

    mode: Required[Literal["auto", "required"]]
    tools: Required[Sequence[Mapping[str, Json]]]
    type: Required[Literal["allowed_tools"]]


class OpenAIResponsesToolChoiceShellParam(TypedDict, total=False):
    """An object whose `type` is `"shell"`."""

    type: Required[Literal["shell"]]


OpenAIResponsesToolChoiceParam: TypeAlias = (
    Literal["auto", "none", "required"]
    | OpenAIResponsesToolChoiceFunctionParam
    | OpenAIResponsesToolChoice5Param
    | ToolChoiceAllowedParam
    | OpenAIResponsesToolChoiceApplyPatchParam
    | OpenAIResponsesToolChoiceShellParam
)


OpenAIResponsesTruncation: TypeAlias = Literal["auto", "disabled"] | str


OutputModalityEnum: TypeAlias = Literal["text", "image"] | str


class ReasoningConfigParam(TypedDict, total=False):
    """Reasoning config."""

    context: ReasoningContext | None
    effort: ReasoningEffort | None
    mode: ReasoningMode | None
    summary: ReasoningSummaryVerbosity | None
    enabled: bool | None
    max_tokens: int | None


ResponseIncludesEnum: TypeAlias = (
    Literal[
        "file_search_call.results",
        "message.input_image.image_url",
        "computer_call_output.output.image_url",
        "reasoning.encrypted_content",
        "code_interpreter_call.outputs",
    ]
    | str
)


class StoredPromptTemplateParam(TypedDict, total=False):
    """Stored prompt template."""

    id: Required[str]
    variables: Mapping[str, str | InputTextParam | InputImageParam | InputFileParam] | None


class TextExtendedConfigParam(TypedDict, total=False):
    """Text extended config."""

    format: FormatsParam
    verbosity: Literal["low", "medium", "high", "xhigh", "max"] | str | None


ResponsesSendRequestToolFunctionParam = TypedDict(
    "ResponsesSendRequestToolFunctionParam",
    {
        "description": str | None,
        "name": Required[str],
        "parameters": Required[Mapping[str, Json] | None],
        "strict": bool | None,
        "type": Required[Literal["function"]],
        "defer_loading": bool,
        "allowed_callers": Sequence[Literal["direct", "programmatic"] | str] | None,
        "async": bool,
        "output_schema": Mapping[str, Json] | None,
    },
    total=False,
)
ResponsesSendRequestToolFunctionParam.__doc__ = 'An object whose `type` is `"function"`.'


class ResponsesSendRequest(Attribution, total=False):
    """What `responses_send` takes."""

    x_openrouter_metadata: MetadataLevel
    background: bool | None
    cache_control: AnthropicCacheControlDirectiveParam
    debug: ChatDebugOptionsParam
    frequency_penalty: float | None
    image_config: Mapping[str, str | float | Sequence[Json]]
    include: Sequence[ResponseIncludesEnum] | None
    input: InputsParam
    """A text, or the items of the conversation so far."""
    instructions: str | None
    """Instructions for the whole conversation."""
    max_output_tokens: int | None
    """The most tokens of the answer, reasoning included."""
    max_tool_calls: int | None
    metadata: Mapping[str, str] | None
    modalities: Sequence[OutputModalityEnum]
    model: str
    """The model."""
    models: Sequence[str]
    parallel_tool_calls: bool | None
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
    presence_penalty: float | None
    previous_response_id: Json
    prompt: StoredPromptTemplateParam | None
    prompt_cache_key: str | None
    prompt_cache_options: PromptCacheOptionsParam | None
    provider: ProviderPreferencesParam | None
    reasoning: ReasoningConfigParam | None
    route: DeprecatedRoute | None
    safety_identifier: str | None
    service_tier: Literal["auto", "default", "fast", "flex", "priority", "scale", "ultrafast"] | str | None
    session_id: str
    stop_server_tools_when: Sequence[StopServerToolsWhenConditionParam]
    store: Literal[False]
    temperature: float | None
    """How freely the model chooses, 0 to 2."""
    text: TextExtendedConfigParam
    tool_choice: OpenAIResponsesToolChoiceParam
    """Whether it may, must or must not call a tool, or which."""
    tools: Sequence[
        ResponsesSendRequestToolFunctionParam
        | PreviewWebSearchServerToolParam
        | Preview20250311WebSearchServerToolParam
        | LegacyWebSearchServerToolParam
        | WebSearchServerToolParam
        | FileSearchServerToolParam
        | ComputerUseServerToolParam
        | CodeInterpreterServerToolParam
        | McpServerToolParam
        | ImageGenerationServerToolParam
        | CodexLocalShellToolParam
        | ShellServerToolParam
        | ApplyPatchServerToolParam
        | CustomToolParam
        | NamespaceToolParam
        | AdvisorServerToolOpenRouterParam
        | SubagentServerToolOpenRouterParam
        | DatetimeServerToolParam
        | FilesServerToolParam
        | FusionServerToolOpenRouterParam
        | ImageGenerationServerToolOpenRouterParam
        | SearchModelsServerToolOpenRouterParam
        | WebFetchServerToolParam
        | WebSearchServerToolOpenRouterParam
        | ApplyPatchServerToolOpenRouterParam
        | BashServerToolParam
        | ShellServerToolOpenRouterParam
        | ToolSearchServerToolParam
    ]
    """What the model may call."""
    top_k: int
    top_logprobs: int | None
    top_p: float | None
    """Only the likeliest tokens that together have this probability."""
    trace: TraceConfigParam
    truncation: OpenAIResponsesTruncation | None
    user: str
    deferred_tools: DeferredToolsControlParam
    stop: str | Sequence[str] | None

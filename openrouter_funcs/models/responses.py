"""What the Responses API answers, whole and as a stream."""

# No `from __future__ import annotations`: it would hide `Required` from `TypedDict` (PEP 655).
from collections.abc import Mapping
from typing import Annotated, Literal, TypeAlias

from openrouter_core.model import Extra, Json, Unknown, Wire, frozen
from openrouter_funcs.models.enums import (
    ApiErrorType,
    ApplyPatchCallStatus,
    FailableToolCallStatus,
    ImageGenerationStatus,
    ReasoningContext,
    ReasoningEffort,
    ReasoningFormat,
    ReasoningMode,
    ReasoningSummaryVerbosity,
    SearchContextSizeEnum,
    ToolCallStatus,
    WebSearchEngineEnum,
    WebSearchMode,
    WebSearchStatus,
)
from openrouter_funcs.models.metadata import (
    Alignment,
    AlignmentCallRecord,
    ArmorSafeguardResult,
    OpenRouterMetadata,
    PromptCacheBreakpoint,
    ServerToolUseDetails,
)

__all__ = [
    "AlignmentChatAudio",
    "AlignmentChatImage",
    "AlignmentChatImageImageUrl",
    "AlignmentChatRejected",
    "AlignmentChatToolCall",
    "AlignmentChatToolCallFunction",
    "AlignmentRejected",
    "AlignmentResponsesRejected",
    "AnnotationAddedEvent",
    "ApplyPatchCallItem",
    "ApplyPatchCallOperation",
    "ApplyPatchCallOperationDiffDeltaEvent",
    "ApplyPatchCallOperationDiffDoneEvent",
    "ApplyPatchCallOutputItem",
    "ApplyPatchCreateFileOperation",
    "ApplyPatchDeleteFileOperation",
    "ApplyPatchServerTool",
    "ApplyPatchUpdateFileOperation",
    "BaseInputMessage",
    "BaseInputs",
    "BaseReasoningConfig",
    "CodeInterpreterCallCodeDeltaEvent",
    "CodeInterpreterCallCodeDoneEvent",
    "CodeInterpreterCallCompletedEvent",
    "CodeInterpreterCallInProgressEvent",
    "CodeInterpreterCallInterpretingEvent",
    "CodeInterpreterFileOutput",
    "CodeInterpreterImageOutput",
    "CodeInterpreterLogsOutput",
    "CodeInterpreterServerTool",
    "CodeInterpreterServerToolContainerAuto",
    "CodexLocalShellTool",
    "CompoundFilter",
    "ComputerUseServerTool",
    "ConfigurationUpdateItem",
    "ConfigurationUpdateReasoning",
    "ContentPartAddedEvent",
    "ContentPartDoneEvent",
    "CustomTool",
    "CustomToolCallInputDeltaEvent",
    "CustomToolCallInputDoneEvent",
    "CustomToolFormatGrammar",
    "CustomToolFormatText",
    "DebugEvent",
    "DebugEventDebug",
    "DebugEventDebugTimings",
    "ErrorEvent",
    "FileCitation",
    "FilePath",
    "FileSearchServerTool",
    "FileSearchServerToolFilters1",
    "FileSearchServerToolRankingOptions",
    "FormatJsonObjectConfig",
    "FormatJsonSchemaConfig",
    "FormatTextConfig",
    "Formats",
    "FunctionCallArgsDeltaEvent",
    "FunctionCallArgsDoneEvent",
    "FusionAnalysisResult",
    "FusionAnalysisResultContradiction",
    "FusionAnalysisResultContradictionStance",
    "FusionAnalysisResultPartialCoverageItem",
    "FusionAnalysisResultUniqueInsight",
    "FusionCallAnalysisCompletedEvent",
    "FusionCallAnalysisInProgressEvent",
    "FusionCallCompletedEvent",
    "FusionCallInProgressEvent",
    "FusionCallPanelAddedEvent",
    "FusionCallPanelCompletedEvent",
    "FusionCallPanelDeltaEvent",
    "FusionCallPanelFailedEvent",
    "FusionCallPanelReasoningDeltaEvent",
    "FusionSource",
    "ImageGenCallCompletedEvent",
    "ImageGenCallGeneratingEvent",
    "ImageGenCallInProgressEvent",
    "ImageGenCallPartialImageEvent",
    "ImageGenerationServerTool",
    "ImageGenerationServerToolInputImageMask",
    "IncompleteDetails",
    "InputAudio",
    "InputAudioInputAudio",
    "InputFile",
    "InputImage",
    "InputText",
    "LegacyWebSearchServerTool",
    "McpServerTool",
    "McpServerToolAllowedTools",
    "McpServerToolRequireApproval",
    "McpServerToolRequireApprovalAlways",
    "McpServerToolRequireApprovalNever",
    "NamespaceFunctionTool",
    "NamespaceTool",
    "OpenAIResponseCustomToolCall",
    "OpenAIResponseCustomToolCallOutput",
    "OpenAIResponseFunctionToolCall",
    "OpenAIResponseFunctionToolCallOutput",
    "OpenAIResponseFunctionToolCallSubagentItem",
    "OpenAIResponseInputMessageItem",
    "OpenAIResponsesAnnotation",
    "OpenAIResponsesRefusalContent",
    "OpenAIResponsesResponseStatus",
    "OpenAIResponsesToolChoice",
    "OpenAIResponsesToolChoice5",
    "OpenAIResponsesToolChoiceApplyPatch",
    "OpenAIResponsesToolChoiceFunction",
    "OpenAIResponsesToolChoiceShell",
    "OpenResponsesCreatedEvent",
    "OpenResponsesErrorField",
    "OpenResponsesErrorMetadata",
    "OpenResponsesErrorMetadataAlignment",
    "OpenResponsesInProgressEvent",
    "OpenResponsesResult",
    "OpenResponsesResultToolFunction",
    "OutputAdvisorServerToolItem",
    "OutputApplyPatchCallItem",
    "OutputApplyPatchServerToolItem",
    "OutputArmorBlockedItem",
    "OutputBashServerToolItem",
    "OutputBashServerToolItemFile",
    "OutputBrowserUseServerToolItem",
    "OutputCodeInterpreterCallItem",
    "OutputCodeInterpreterServerToolItem",
    "OutputComputerCallItem",
    "OutputComputerCallItemPendingSafetyCheck",
    "OutputCustomToolCallItem",
    "OutputDatetimeItem",
    "OutputFileSearchCallItem",
    "OutputFileSearchServerToolItem",
    "OutputFilesServerToolItem",
    "OutputFunctionCallItem",
    "OutputFunctionCallItemSubagentItem",
    "OutputFusionServerToolItem",
    "OutputFusionServerToolItemFailedModel",
    "OutputFusionServerToolItemResponse",
    "OutputImageGenerationCallItem",
    "OutputImageGenerationServerToolItem",
    "OutputItemApplyPatchCall",
    "OutputItemCodeInterpreterCall",
    "OutputItemCustomToolCall",
    "OutputItemFileSearchCall",
    "OutputItemFunctionCall",
    "OutputItemImageGenerationCall",
    "OutputItemReasoning",
    "OutputItemWebSearchCall",
    "OutputItemWebSearchCallActionFindInPage",
    "OutputItemWebSearchCallActionOpenPage",
    "OutputItemWebSearchCallActionSearch",
    "OutputItems",
    "OutputMcpServerToolItem",
    "OutputMemoryServerToolItem",
    "OutputMessage",
    "OutputMessageItem",
    "OutputReasoningItem",
    "OutputSearchModelsServerToolItem",
    "OutputShellCallItem",
    "OutputShellCallItemAction",
    "OutputShellCallOutputItem",
    "OutputShellCallOutputItemFile",
    "OutputShellServerToolItem",
    "OutputShellServerToolItemAction",
    "OutputShellServerToolItemFile",
    "OutputSubagentServerToolItem",
    "OutputTextEditorServerToolItem",
    "OutputToolSearchCallItem",
    "OutputToolSearchServerToolItem",
    "OutputToolSearchServerToolItemMatche",
    "OutputWebFetchServerToolItem",
    "OutputWebSearchCallItem",
    "OutputWebSearchCallItemActionFindInPage",
    "OutputWebSearchCallItemActionOpenPage",
    "OutputWebSearchCallItemActionSearch",
    "OutputWebSearchServerToolItem",
    "OutputWebSearchServerToolItemAction",
    "OutputWebSearchServerToolItemActionSource",
    "Preview20250311WebSearchServerTool",
    "PreviewWebSearchServerTool",
    "PreviewWebSearchUserLocation",
    "PromptCacheOptions",
    "ReasoningDeltaEvent",
    "ReasoningDoneEvent",
    "ReasoningSummaryPartAddedEvent",
    "ReasoningSummaryPartDoneEvent",
    "ReasoningSummaryText",
    "ReasoningSummaryTextDeltaEvent",
    "ReasoningSummaryTextDoneEvent",
    "ReasoningTextContent",
    "RefusalDeltaEvent",
    "RefusalDoneEvent",
    "ResponseOutputText",
    "ResponseOutputTextLogprob",
    "ResponseOutputTextLogprobTopLogprob",
    "ShellCallOutputContent",
    "ShellCallOutputContentOutcomeExit",
    "ShellCallOutputContentOutcomeTimeout",
    "ShellCallStatus",
    "ShellServerTool",
    "StoredPromptTemplate",
    "StreamEvents",
    "StreamEventsResponseCompleted",
    "StreamEventsResponseFailed",
    "StreamEventsResponseIncomplete",
    "StreamEventsResponseOutputItemAdded",
    "StreamEventsResponseOutputItemDone",
    "StreamLogprob",
    "StreamLogprobTopLogprob",
    "TextDeltaEvent",
    "TextDoneEvent",
    "TextExtendedConfig",
    "ToolChoiceAllowed",
    "Truncation",
    "URLCitation",
    "Usage",
    "UsageCostDetails",
    "UsageInputTokensDetails",
    "UsageOutputTokensDetails",
    "WebSearchCallCompletedEvent",
    "WebSearchCallInProgressEvent",
    "WebSearchCallSearchingEvent",
    "WebSearchDomainFilter",
    "WebSearchServerTool",
    "WebSearchSource",
    "WebSearchUserLocation",
    "XSearchOptions",
]


@frozen(kw_only=True)
class AlignmentChatAudio:
    """Alignment chat audio."""

    transcript: str
    id: str | None = None


@frozen(kw_only=True)
class AlignmentChatImageImageUrl:
    """Alignment chat image image url."""

    url: str


@frozen(kw_only=True)
class AlignmentChatImage:
    """An object whose `type` is `"image_url"`."""

    image_url: AlignmentChatImageImageUrl
    type: Literal["image_url"]


@frozen(kw_only=True)
class AlignmentChatToolCallFunction:
    """Alignment chat tool call function."""

    arguments: str
    name: str


@frozen(kw_only=True)
class AlignmentChatToolCall:
    """An object whose `type` is `"function"`."""

    function: AlignmentChatToolCallFunction
    id: str
    type: Literal["function"]


@frozen(kw_only=True)
class AlignmentChatRejected:
    """An object whose `role` is `"assistant"`."""

    content: str | None
    refusal: str | None
    role: Literal["assistant"]
    audio: AlignmentChatAudio | None = None
    images: tuple[AlignmentChatImage, ...] | None = None
    tool_calls: tuple[AlignmentChatToolCall, ...] | None = None


@frozen(kw_only=True)
class ApplyPatchCreateFileOperation:
    """An object whose `type` is `"create_file"`."""

    diff: str
    path: str
    type: Literal["create_file"]


@frozen(kw_only=True)
class ApplyPatchUpdateFileOperation:
    """An object whose `type` is `"update_file"`."""

    diff: str
    path: str
    type: Literal["update_file"]


@frozen(kw_only=True)
class ApplyPatchDeleteFileOperation:
    """An object whose `type` is `"delete_file"`."""

    path: str
    type: Literal["delete_file"]


@frozen(kw_only=True)
class OutputItemApplyPatchCall:
    """An object whose `type` is `"apply_patch_call"`."""

    call_id: str
    created_by: str | None = None
    id: str
    operation: ApplyPatchCreateFileOperation | ApplyPatchUpdateFileOperation | ApplyPatchDeleteFileOperation | Unknown
    status: Literal["in_progress", "completed"] | str
    type: Literal["apply_patch_call"]


@frozen(kw_only=True)
class CodeInterpreterLogsOutput:
    """An object whose `type` is `"logs"`."""

    logs: str
    type: Literal["logs"]


@frozen(kw_only=True)
class CodeInterpreterImageOutput:
    """An object whose `type` is `"image"`."""

    type: Literal["image"]
    url: str


@frozen(kw_only=True)
class CodeInterpreterFileOutput:
    """An object whose `type` is `"file"`."""

    download_url: str | None = None
    error_code: str | None = None
    expires_at: str | None = None
    filename: str | None = None
    id: str | None = None
    media_type: str | None = None
    sha256: str | None = None
    size_bytes: int | None = None
    status: str | None = None
    type: Literal["file"]


@frozen(kw_only=True)
class OutputItemCodeInterpreterCall:
    """An object whose `type` is `"code_interpreter_call"`."""

    code: str | None = None
    container_id: str | None = None
    id: str
    outputs: (
        tuple[CodeInterpreterLogsOutput | CodeInterpreterImageOutput | CodeInterpreterFileOutput | Unknown, ...] | None
    ) = None
    status: Literal["in_progress", "completed", "incomplete", "interpreting", "failed"] | str
    type: Literal["code_interpreter_call"]
    extra: Extra[Json]
    """All else that the object holds, by name."""


@frozen(kw_only=True)
class OutputItemCustomToolCall:
    """An object whose `type` is `"custom_tool_call"`."""

    call_id: str
    id: str | None = None
    input: str
    name: str
    namespace: str | None = None
    type: Literal["custom_tool_call"]
    async_: Annotated[bool | None, Wire("async")] = None
    status: Literal["in_progress", "completed", "incomplete"] | str | None = None


@frozen(kw_only=True)
class OutputItemFileSearchCall:
    """An object whose `type` is `"file_search_call"`."""

    id: str
    queries: tuple[str, ...]
    status: WebSearchStatus
    type: Literal["file_search_call"]


@frozen(kw_only=True)
class OutputItemFunctionCall:
    """An object whose `type` is `"function_call"`."""

    arguments: str
    call_id: str
    id: str | None = None
    name: str
    namespace: str | None = None
    status: Literal["completed", "incomplete", "in_progress"] | None = None
    type: Literal["function_call"]
    async_: Annotated[bool | None, Wire("async")] = None


@frozen(kw_only=True)
class OutputItemImageGenerationCall:
    """An object whose `type` is `"image_generation_call"`."""

    id: str
    result: str | None = None
    status: ImageGenerationStatus
    type: Literal["image_generation_call"]


@frozen(kw_only=True)
class FileCitation:
    """An object whose `type` is `"file_citation"`."""

    file_id: str
    filename: str
    index: int
    type: Literal["file_citation"]


@frozen(kw_only=True)
class URLCitation:
    """An object whose `type` is `"url_citation"`."""

    content: str | None = None
    end_index: int
    start_index: int
    title: str
    type: Literal["url_citation"]
    url: str


@frozen(kw_only=True)
class FilePath:
    """An object whose `type` is `"file_path"`."""

    file_id: str
    index: int
    type: Literal["file_path"]


OpenAIResponsesAnnotation: TypeAlias = FileCitation | URLCitation | FilePath | Unknown


@frozen(kw_only=True)
class ResponseOutputTextLogprobTopLogprob:
    """Response output text logprob top logprob."""

    bytes: tuple[int, ...]
    logprob: float
    token: str


@frozen(kw_only=True)
class ResponseOutputTextLogprob:
    """Response output text logprob."""

    bytes: tuple[int, ...]
    logprob: float
    token: str
    top_logprobs: tuple[ResponseOutputTextLogprobTopLogprob, ...]


@frozen(kw_only=True)
class ResponseOutputText:
    """An object whose `type` is `"output_text"`."""

    annotations: tuple[OpenAIResponsesAnnotation, ...] | None = None
    logprobs: tuple[ResponseOutputTextLogprob, ...] | None = None
    text: str
    type: Literal["output_text"]


@frozen(kw_only=True)
class OpenAIResponsesRefusalContent:
    """An object whose `type` is `"refusal"`."""

    refusal: str
    type: Literal["refusal"]


@frozen(kw_only=True)
class OutputMessage:
    """An object whose `role` is `"assistant"`."""

    content: tuple[ResponseOutputText | OpenAIResponsesRefusalContent | Unknown, ...]
    id: str
    phase: Literal["commentary", "final_answer"] | None = None
    role: Literal["assistant"]
    status: Literal["completed", "incomplete", "in_progress"] | None = None
    type: Literal["message"]


@frozen(kw_only=True)
class ReasoningTextContent:
    """An object whose `type` is `"reasoning_text"`."""

    text: str
    type: Literal["reasoning_text"]


@frozen(kw_only=True)
class ReasoningSummaryText:
    """An object whose `type` is `"summary_text"`."""

    text: str
    type: Literal["summary_text"]


@frozen(kw_only=True)
class OutputItemReasoning:
    """An object whose `type` is `"reasoning"`."""

    content: tuple[ReasoningTextContent, ...] | None = None
    encrypted_content: str | None = None
    id: str
    status: Literal["completed", "incomplete", "in_progress"] | None = None
    summary: tuple[ReasoningSummaryText, ...]
    type: Literal["reasoning"]


@frozen(kw_only=True)
class WebSearchSource:
    """An object whose `type` is `"url"`."""

    type: Literal["url"]
    url: str


@frozen(kw_only=True)
class OutputItemWebSearchCallActionSearch:
    """An object whose `type` is `"search"`."""

    queries: tuple[str, ...] | None = None
    query: str
    sources: tuple[WebSearchSource, ...] | None = None
    type: Literal["search"]


@frozen(kw_only=True)
class OutputItemWebSearchCallActionOpenPage:
    """An object whose `type` is `"open_page"`."""

    type: Literal["open_page"]
    url: str | None = None


@frozen(kw_only=True)
class OutputItemWebSearchCallActionFindInPage:
    """An object whose `type` is `"find_in_page"`."""

    pattern: str
    type: Literal["find_in_page"]
    url: str


@frozen(kw_only=True)
class OutputItemWebSearchCall:
    """An object whose `type` is `"web_search_call"`."""

    action: (
        OutputItemWebSearchCallActionSearch
        | OutputItemWebSearchCallActionOpenPage
        | OutputItemWebSearchCallActionFindInPage
        | Unknown
        | None
    ) = None
    id: str
    status: WebSearchStatus
    type: Literal["web_search_call"]
    extra: Extra[Json]
    """All else that the object holds, by name."""


AlignmentResponsesRejected: TypeAlias = (
    OutputItemApplyPatchCall
    | OutputItemCodeInterpreterCall
    | OutputItemCustomToolCall
    | OutputItemFileSearchCall
    | OutputItemFunctionCall
    | OutputItemImageGenerationCall
    | OutputMessage
    | OutputItemReasoning
    | OutputItemWebSearchCall
    | Unknown
)


AlignmentRejected: TypeAlias = AlignmentChatRejected | tuple[AlignmentResponsesRejected, ...]


@frozen(kw_only=True)
class AnnotationAddedEvent:
    """The event `response.output_text.annotation.added`."""

    annotation: OpenAIResponsesAnnotation
    annotation_index: int
    content_index: int
    item_id: str
    output_index: int
    sequence_number: int
    type: Literal["response.output_text.annotation.added"]


ApplyPatchCallOperation: TypeAlias = (
    ApplyPatchCreateFileOperation | ApplyPatchUpdateFileOperation | ApplyPatchDeleteFileOperation | Unknown
)


@frozen(kw_only=True)
class ApplyPatchCallItem:
    """An object whose `type` is `"apply_patch_call"`."""

    call_id: str
    id: str | None = None
    operation: ApplyPatchCallOperation
    status: ApplyPatchCallStatus
    type: Literal["apply_patch_call"]


@frozen(kw_only=True)
class ApplyPatchCallOperationDiffDeltaEvent:
    """The event `response.apply_patch_call_operation_diff.delta`."""

    delta: str
    item_id: str
    output_index: int
    sequence_number: int
    type: Literal["response.apply_patch_call_operation_diff.delta"]


@frozen(kw_only=True)
class ApplyPatchCallOperationDiffDoneEvent:
    """The event `response.apply_patch_call_operation_diff.done`."""

    diff: str
    item_id: str
    output_index: int
    sequence_number: int
    type: Literal["response.apply_patch_call_operation_diff.done"]


@frozen(kw_only=True)
class ApplyPatchCallOutputItem:
    """An object whose `type` is `"apply_patch_call_output"`."""

    call_id: str
    id: str | None = None
    output: str | None = None
    status: Literal["completed", "failed"] | str
    type: Literal["apply_patch_call_output"]


@frozen(kw_only=True)
class ApplyPatchServerTool:
    """An object whose `type` is `"apply_patch"`."""

    type: Literal["apply_patch"]


@frozen(kw_only=True)
class InputText:
    """An object whose `type` is `"input_text"`."""

    prompt_cache_breakpoint: PromptCacheBreakpoint | None = None
    text: str
    type: Literal["input_text"]


@frozen(kw_only=True)
class InputImage:
    """An object whose `type` is `"input_image"`."""

    detail: Literal["auto", "high", "low", "original"] | str
    image_url: str | None = None
    type: Literal["input_image"]
    file_id: str | None = None


@frozen(kw_only=True)
class InputFile:
    """An object whose `type` is `"input_file"`."""

    file_data: str | None = None
    file_id: str | None = None
    file_url: str | None = None
    filename: str | None = None
    type: Literal["input_file"]


@frozen(kw_only=True)
class InputAudioInputAudio:
    """Input audio input audio."""

    data: str
    format: Literal["mp3", "wav"] | str


@frozen(kw_only=True)
class InputAudio:
    """An object whose `type` is `"input_audio"`."""

    input_audio: InputAudioInputAudio
    type: Literal["input_audio"]


@frozen(kw_only=True)
class BaseInputMessage:
    """An object whose `type` is `"message"`."""

    content: tuple[InputText | InputImage | InputFile | InputAudio | Unknown, ...] | str
    phase: Literal["commentary", "final_answer"] | None = None
    role: Literal["user", "system", "assistant", "developer"]
    type: Literal["message"] | None = None


@frozen(kw_only=True)
class OpenAIResponseInputMessageItem:
    """An object whose `type` is `"message"`."""

    content: tuple[InputText | InputImage | InputFile | InputAudio | Unknown, ...]
    id: str
    role: Literal["user", "system", "developer"]
    type: Literal["message"] | None = None


@frozen(kw_only=True)
class OpenAIResponseFunctionToolCallOutput:
    """An object whose `type` is `"function_call_output"`."""

    call_id: str
    id: str | None = None
    output: str | tuple[InputText | InputImage | InputFile | Unknown, ...]
    status: ToolCallStatus | None = None
    type: Literal["function_call_output"]


@frozen(kw_only=True)
class OpenAIResponseFunctionToolCallSubagentItem:
    """Open airesponse function tool call subagent item."""

    type: str
    extra: Extra[Json]
    """All else that the object holds, by name."""


@frozen(kw_only=True)
class OpenAIResponseFunctionToolCall:
    """An object whose `type` is `"function_call"`."""

    arguments: str
    call_id: str
    id: str | None = None
    name: str
    namespace: str | None = None
    status: ToolCallStatus | None = None
    subagent_id: str | None = None
    subagent_items: tuple[OpenAIResponseFunctionToolCallSubagentItem, ...] | None = None
    type: Literal["function_call"]
    async_: Annotated[bool | None, Wire("async")] = None


@frozen(kw_only=True)
class OpenAIResponseCustomToolCall:
    """An object whose `type` is `"custom_tool_call"`."""

    call_id: str
    id: str | None = None
    input: str
    name: str
    namespace: str | None = None
    type: Literal["custom_tool_call"]
    async_: Annotated[bool | None, Wire("async")] = None


@frozen(kw_only=True)
class OpenAIResponseCustomToolCallOutput:
    """An object whose `type` is `"custom_tool_call_output"`."""

    call_id: str
    id: str | None = None
    output: str | tuple[InputText | InputImage | InputFile | Unknown, ...]
    type: Literal["custom_tool_call_output"]


@frozen(kw_only=True)
class ConfigurationUpdateReasoning:
    """Configuration update reasoning."""

    effort: Literal["max", "xhigh", "high", "medium", "low", "minimal", "none"] | str


@frozen(kw_only=True)
class ConfigurationUpdateItem:
    """An object whose `type` is `"configuration_update"`."""

    reasoning: ConfigurationUpdateReasoning
    type: Literal["configuration_update"]
    id: str | None = None


BaseInputs: TypeAlias = (
    str
    | tuple[
        BaseInputMessage
        | OpenAIResponseInputMessageItem
        | OpenAIResponseFunctionToolCallOutput
        | OpenAIResponseFunctionToolCall
        | OutputItemImageGenerationCall
        | OutputMessage
        | OpenAIResponseCustomToolCall
        | OpenAIResponseCustomToolCallOutput
        | ApplyPatchCallItem
        | ApplyPatchCallOutputItem
        | ConfigurationUpdateItem
        | Unknown,
        ...,
    ]
    | None
)


@frozen(kw_only=True)
class BaseReasoningConfig:
    """Base reasoning config."""

    context: ReasoningContext | None = None
    effort: ReasoningEffort | None = None
    mode: ReasoningMode | None = None
    summary: ReasoningSummaryVerbosity | None = None


@frozen(kw_only=True)
class CodeInterpreterCallCodeDeltaEvent:
    """The event `response.code_interpreter_call_code.delta`."""

    delta: str
    item_id: str
    output_index: int
    sequence_number: int
    type: Literal["response.code_interpreter_call_code.delta"]


@frozen(kw_only=True)
class CodeInterpreterCallCodeDoneEvent:
    """The event `response.code_interpreter_call_code.done`."""

    code: str
    item_id: str
    output_index: int
    sequence_number: int
    type: Literal["response.code_interpreter_call_code.done"]


@frozen(kw_only=True)
class CodeInterpreterCallCompletedEvent:
    """The event `response.code_interpreter_call.completed`."""

    item_id: str
    output_index: int
    sequence_number: int
    type: Literal["response.code_interpreter_call.completed"]


@frozen(kw_only=True)
class CodeInterpreterCallInProgressEvent:
    """The event `response.code_interpreter_call.in_progress`."""

    item_id: str
    output_index: int
    sequence_number: int
    type: Literal["response.code_interpreter_call.in_progress"]


@frozen(kw_only=True)
class CodeInterpreterCallInterpretingEvent:
    """The event `response.code_interpreter_call.interpreting`."""

    item_id: str
    output_index: int
    sequence_number: int
    type: Literal["response.code_interpreter_call.interpreting"]


@frozen(kw_only=True)
class CodeInterpreterServerToolContainerAuto:
    """An object whose `type` is `"auto"`."""

    file_ids: tuple[str, ...] | None = None
    memory_limit: Literal["1g", "4g", "16g", "64g"] | str | None = None
    type: Literal["auto"]


@frozen(kw_only=True)
class CodeInterpreterServerTool:
    """An object whose `type` is `"code_interpreter"`."""

    container: str | CodeInterpreterServerToolContainerAuto
    type: Literal["code_interpreter"]


@frozen(kw_only=True)
class CodexLocalShellTool:
    """An object whose `type` is `"local_shell"`."""

    type: Literal["local_shell"]


@frozen(kw_only=True)
class CompoundFilter:
    """Compound filter."""

    filters: tuple[Mapping[str, Json], ...]
    type: Literal["and", "or"] | str


@frozen(kw_only=True)
class ComputerUseServerTool:
    """An object whose `type` is `"computer_use_preview"`."""

    display_height: int
    display_width: int
    environment: Literal["windows", "mac", "linux", "ubuntu", "browser"] | str
    type: Literal["computer_use_preview"]


@frozen(kw_only=True)
class ContentPartAddedEvent:
    """The event `response.content_part.added`."""

    content_index: int
    item_id: str
    output_index: int
    part: ResponseOutputText | ReasoningTextContent | OpenAIResponsesRefusalContent | Unknown
    sequence_number: int
    type: Literal["response.content_part.added"]


@frozen(kw_only=True)
class ContentPartDoneEvent:
    """The event `response.content_part.done`."""

    content_index: int
    item_id: str
    output_index: int
    part: ResponseOutputText | ReasoningTextContent | OpenAIResponsesRefusalContent | Unknown
    sequence_number: int
    type: Literal["response.content_part.done"]


@frozen(kw_only=True)
class CustomToolFormatText:
    """An object whose `type` is `"text"`."""

    type: Literal["text"]


@frozen(kw_only=True)
class CustomToolFormatGrammar:
    """An object whose `type` is `"grammar"`."""

    definition: str
    syntax: Literal["lark", "regex"] | str
    type: Literal["grammar"]


@frozen(kw_only=True)
class CustomTool:
    """An object whose `type` is `"custom"`."""

    description: str | None = None
    format: CustomToolFormatText | CustomToolFormatGrammar | Unknown | None = None
    name: str
    type: Literal["custom"]
    async_: Annotated[bool | None, Wire("async")] = None
    defer_loading: bool | None = None


@frozen(kw_only=True)
class CustomToolCallInputDeltaEvent:
    """The event `response.custom_tool_call_input.delta`."""

    delta: str
    item_id: str
    output_index: int
    sequence_number: int
    type: Literal["response.custom_tool_call_input.delta"]


@frozen(kw_only=True)
class CustomToolCallInputDoneEvent:
    """The event `response.custom_tool_call_input.done`."""

    input: str
    item_id: str
    output_index: int
    sequence_number: int
    type: Literal["response.custom_tool_call_input.done"]


@frozen(kw_only=True)
class DebugEventDebugTimings:
    """Debug event debug timings."""

    epoch_ms: int
    event: Literal["adapter_request", "upstream_headers_received", "first_token_received", "upstream_body_ended"] | str
    start_ms: int


@frozen(kw_only=True)
class DebugEventDebug:
    """Debug event debug."""

    echo_upstream_body: Mapping[str, Json] | None = None
    timings: DebugEventDebugTimings | None = None


@frozen(kw_only=True)
class DebugEvent:
    """The event `response.debug`."""

    debug: DebugEventDebug
    sequence_number: int
    type: Literal["response.debug"]


@frozen(kw_only=True)
class ErrorEvent:
    """The event `error`."""

    code: str | None
    message: str
    param: str | None
    sequence_number: int
    type: Literal["error"]


@frozen(kw_only=True)
class FileSearchServerToolFilters1:
    """File search server tool filters1."""

    key: str
    type: Literal["eq", "ne", "gt", "gte", "lt", "lte"] | str
    value: str | float | bool | tuple[str | float, ...]


@frozen(kw_only=True)
class FileSearchServerToolRankingOptions:
    """File search server tool ranking options."""

    ranker: Literal["auto", "default-2024-11-15"] | str | None = None
    score_threshold: float | None = None


@frozen(kw_only=True)
class FileSearchServerTool:
    """An object whose `type` is `"file_search"`."""

    filters: FileSearchServerToolFilters1 | CompoundFilter | None = None
    max_num_results: int | None = None
    ranking_options: FileSearchServerToolRankingOptions | None = None
    type: Literal["file_search"]
    vector_store_ids: tuple[str, ...]


@frozen(kw_only=True)
class FormatJsonObjectConfig:
    """An object whose `type` is `"json_object"`."""

    type: Literal["json_object"]


@frozen(kw_only=True)
class FormatJsonSchemaConfig:
    """An object whose `type` is `"json_schema"`."""

    description: str | None = None
    name: str
    schema: Mapping[str, Json]
    strict: bool | None = None
    type: Literal["json_schema"]


@frozen(kw_only=True)
class FormatTextConfig:
    """An object whose `type` is `"text"`."""

    type: Literal["text"]


Formats: TypeAlias = FormatTextConfig | FormatJsonObjectConfig | FormatJsonSchemaConfig | Unknown


@frozen(kw_only=True)
class FunctionCallArgsDeltaEvent:
    """The event `response.function_call_arguments.delta`."""

    delta: str
    item_id: str
    output_index: int
    sequence_number: int
    type: Literal["response.function_call_arguments.delta"]


@frozen(kw_only=True)
class FunctionCallArgsDoneEvent:
    """The event `response.function_call_arguments.done`."""

    arguments: str
    item_id: str
    name: str
    output_index: int
    sequence_number: int
    type: Literal["response.function_call_arguments.done"]


@frozen(kw_only=True)
class FusionAnalysisResultContradictionStance:
    """Fusion analysis result contradiction stance."""

    model: str
    stance: str


@frozen(kw_only=True)
class FusionAnalysisResultContradiction:
    """Fusion analysis result contradiction."""

    stances: tuple[FusionAnalysisResultContradictionStance, ...]
    topic: str


@frozen(kw_only=True)
class FusionAnalysisResultPartialCoverageItem:
    """Fusion analysis result partial coverage item."""

    models: tuple[str, ...]
    point: str


@frozen(kw_only=True)
class FusionAnalysisResultUniqueInsight:
    """Fusion analysis result unique insight."""

    insight: str
    model: str


@frozen(kw_only=True)
class FusionAnalysisResult:
    """Fusion analysis result."""

    blind_spots: tuple[str, ...]
    consensus: tuple[str, ...]
    contradictions: tuple[FusionAnalysisResultContradiction, ...]
    partial_coverage: tuple[FusionAnalysisResultPartialCoverageItem, ...]
    unique_insights: tuple[FusionAnalysisResultUniqueInsight, ...]


@frozen(kw_only=True)
class FusionCallAnalysisCompletedEvent:
    """The event `response.fusion_call.analysis.completed`."""

    analysis: FusionAnalysisResult
    item_id: str
    output_index: int
    sequence_number: int
    type: Literal["response.fusion_call.analysis.completed"]


@frozen(kw_only=True)
class FusionCallAnalysisInProgressEvent:
    """The event `response.fusion_call.analysis.in_progress`."""

    analyst_model: str
    item_id: str
    judge_model: str
    output_index: int
    sequence_number: int
    type: Literal["response.fusion_call.analysis.in_progress"]


@frozen(kw_only=True)
class FusionCallCompletedEvent:
    """The event `response.fusion_call.completed`."""

    item_id: str
    output_index: int
    sequence_number: int
    type: Literal["response.fusion_call.completed"]


@frozen(kw_only=True)
class FusionCallInProgressEvent:
    """The event `response.fusion_call.in_progress`."""

    item_id: str
    output_index: int
    sequence_number: int
    type: Literal["response.fusion_call.in_progress"]


@frozen(kw_only=True)
class FusionCallPanelAddedEvent:
    """The event `response.fusion_call.panel.added`."""

    item_id: str
    model: str
    output_index: int
    sequence_number: int
    type: Literal["response.fusion_call.panel.added"]


@frozen(kw_only=True)
class FusionCallPanelCompletedEvent:
    """The event `response.fusion_call.panel.completed`."""

    content: str
    item_id: str
    model: str
    output_index: int
    sequence_number: int
    type: Literal["response.fusion_call.panel.completed"]


@frozen(kw_only=True)
class FusionCallPanelDeltaEvent:
    """The event `response.fusion_call.panel.delta`."""

    delta: str
    item_id: str
    model: str
    output_index: int
    sequence_number: int
    type: Literal["response.fusion_call.panel.delta"]


@frozen(kw_only=True)
class FusionCallPanelFailedEvent:
    """The event `response.fusion_call.panel.failed`."""

    error: str
    item_id: str
    model: str
    output_index: int
    sequence_number: int
    status_code: int | None = None
    type: Literal["response.fusion_call.panel.failed"]


@frozen(kw_only=True)
class FusionCallPanelReasoningDeltaEvent:
    """The event `response.fusion_call.panel.reasoning.delta`."""

    delta: str
    item_id: str
    model: str
    output_index: int
    sequence_number: int
    type: Literal["response.fusion_call.panel.reasoning.delta"]


@frozen(kw_only=True)
class FusionSource:
    """Fusion source."""

    title: str
    url: str


@frozen(kw_only=True)
class ImageGenCallCompletedEvent:
    """The event `response.image_generation_call.completed`."""

    item_id: str
    output_index: int
    sequence_number: int
    type: Literal["response.image_generation_call.completed"]


@frozen(kw_only=True)
class ImageGenCallGeneratingEvent:
    """The event `response.image_generation_call.generating`."""

    item_id: str
    output_index: int
    sequence_number: int
    type: Literal["response.image_generation_call.generating"]


@frozen(kw_only=True)
class ImageGenCallInProgressEvent:
    """The event `response.image_generation_call.in_progress`."""

    item_id: str
    output_index: int
    sequence_number: int
    type: Literal["response.image_generation_call.in_progress"]


@frozen(kw_only=True)
class ImageGenCallPartialImageEvent:
    """The event `response.image_generation_call.partial_image`."""

    item_id: str
    output_index: int
    partial_image_b64: str
    partial_image_index: int
    sequence_number: int
    type: Literal["response.image_generation_call.partial_image"]


@frozen(kw_only=True)
class ImageGenerationServerToolInputImageMask:
    """Image generation server tool input image mask."""

    file_id: str | None = None
    image_url: str | None = None


@frozen(kw_only=True)
class ImageGenerationServerTool:
    """An object whose `type` is `"image_generation"`."""

    background: Literal["transparent", "opaque", "auto"] | str | None = None
    input_fidelity: Literal["high", "low"] | str | None = None
    input_image_mask: ImageGenerationServerToolInputImageMask | None = None
    model: str | None = None
    moderation: Literal["auto", "low"] | str | None = None
    output_compression: int | None = None
    output_format: Literal["png", "webp", "jpeg"] | str | None = None
    partial_images: int | None = None
    quality: Literal["low", "medium", "high", "auto"] | str | None = None
    size: str | None = None
    type: Literal["image_generation"]


@frozen(kw_only=True)
class IncompleteDetails:
    """Incomplete details."""

    reason: Literal["max_output_tokens", "content_filter"] | str | None = None


@frozen(kw_only=True)
class WebSearchDomainFilter:
    """Web search domain filter."""

    allowed_domains: tuple[str, ...] | None = None
    blocked_domains: tuple[str, ...] | None = None
    excluded_domains: tuple[str, ...] | None = None


@frozen(kw_only=True)
class WebSearchUserLocation:
    """An object whose `type` is `"approximate"`."""

    city: str | None = None
    country: str | None = None
    region: str | None = None
    timezone: str | None = None
    type: Literal["approximate"] | None = None


@frozen(kw_only=True)
class XSearchOptions:
    """Xsearch options."""

    allowed_x_handles: tuple[str, ...] | None = None
    enable_image_understanding: bool | None = None
    enable_video_understanding: bool | None = None
    excluded_x_handles: tuple[str, ...] | None = None
    from_date: str | None = None
    to_date: str | None = None


@frozen(kw_only=True)
class LegacyWebSearchServerTool:
    """An object whose `type` is `"web_search"`."""

    engine: WebSearchEngineEnum | None = None
    filters: WebSearchDomainFilter | None = None
    max_results: int | None = None
    max_uses: int | None = None
    mode: WebSearchMode | None = None
    search_context_size: SearchContextSizeEnum | None = None
    type: Literal["web_search"]
    user_location: WebSearchUserLocation | None = None
    x_search: XSearchOptions | None = None


@frozen(kw_only=True)
class McpServerToolAllowedTools:
    """Mcp server tool allowed tools."""

    read_only: bool | None = None
    tool_names: tuple[str, ...] | None = None


@frozen(kw_only=True)
class McpServerToolRequireApprovalAlways:
    """Mcp server tool require approval always."""

    tool_names: tuple[str, ...] | None = None


@frozen(kw_only=True)
class McpServerToolRequireApprovalNever:
    """Mcp server tool require approval never."""

    tool_names: tuple[str, ...] | None = None


@frozen(kw_only=True)
class McpServerToolRequireApproval:
    """Mcp server tool require approval."""

    always: McpServerToolRequireApprovalAlways | None = None
    never: McpServerToolRequireApprovalNever | None = None


@frozen(kw_only=True)
class McpServerTool:
    """An object whose `type` is `"mcp"`."""

    allowed_tools: tuple[str, ...] | McpServerToolAllowedTools | None = None
    authorization: str | None = None
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
        | None
    ) = None
    headers: Mapping[str, str] | None = None
    require_approval: Literal["always", "never"] | McpServerToolRequireApproval | None = None
    server_description: str | None = None
    server_label: str
    server_url: str | None = None
    type: Literal["mcp"]


@frozen(kw_only=True)
class NamespaceFunctionTool:
    """An object whose `type` is `"function"`."""

    allowed_callers: tuple[Literal["direct", "programmatic"] | str, ...] | None = None
    defer_loading: bool | None = None
    description: str | None = None
    name: str
    output_schema: Mapping[str, Json] | None = None
    parameters: Mapping[str, Json] | None = None
    strict: bool | None = None
    type: Literal["function"]
    async_: Annotated[bool | None, Wire("async")] = None


@frozen(kw_only=True)
class NamespaceTool:
    """An object whose `type` is `"namespace"`."""

    description: str
    name: str
    tools: tuple[NamespaceFunctionTool | CustomTool | Unknown, ...]
    type: Literal["namespace"]


OpenAIResponsesResponseStatus: TypeAlias = (
    Literal["completed", "incomplete", "in_progress", "failed", "cancelled", "queued"] | str
)


@frozen(kw_only=True)
class OpenAIResponsesToolChoiceFunction:
    """An object whose `type` is `"function"`."""

    name: str
    type: Literal["function"]


@frozen(kw_only=True)
class OpenAIResponsesToolChoice5:
    """Open airesponses tool choice5."""

    type: Literal["web_search_preview_2025_03_11", "web_search_preview"]


@frozen(kw_only=True)
class ToolChoiceAllowed:
    """An object whose `type` is `"allowed_tools"`."""

    mode: Literal["auto", "required"]
    tools: tuple[Mapping[str, Json], ...]
    type: Literal["allowed_tools"]


@frozen(kw_only=True)
class OpenAIResponsesToolChoiceApplyPatch:
    """An object whose `type` is `"apply_patch"`."""

    type: Literal["apply_patch"]


@frozen(kw_only=True)
class OpenAIResponsesToolChoiceShell:
    """An object whose `type` is `"shell"`."""

    type: Literal["shell"]


OpenAIResponsesToolChoice: TypeAlias = (
    Literal["auto", "none", "required"]
    | OpenAIResponsesToolChoiceFunction
    | OpenAIResponsesToolChoice5
    | ToolChoiceAllowed
    | OpenAIResponsesToolChoiceApplyPatch
    | OpenAIResponsesToolChoiceShell
    | Unknown
)


@frozen(kw_only=True)
class OpenResponsesErrorMetadataAlignment:
    """Open responses error metadata alignment."""

    calls: tuple[AlignmentCallRecord, ...]
    rejected: AlignmentRejected | None = None


@frozen(kw_only=True)
class OpenResponsesErrorMetadata:
    """Open responses error metadata."""

    alignment: OpenResponsesErrorMetadataAlignment | None = None


@frozen(kw_only=True)
class OpenResponsesErrorField:
    """Open responses error field."""

    code: (
        Literal[
            "server_error",
            "rate_limit_exceeded",
            "invalid_prompt",
            "vector_store_timeout",
            "invalid_image",
            "invalid_image_format",
            "invalid_base64_image",
            "invalid_image_url",
            "image_too_large",
            "image_too_small",
            "image_parse_error",
            "image_content_policy_violation",
            "invalid_image_mode",
            "image_file_too_large",
            "unsupported_image_media_type",
            "empty_image_file",
            "failed_to_download_image",
            "image_file_not_found",
            "bio_policy",
            "cyber_policy",
            "misalignment_policy_violation",
            "data_residency_mismatch",
            "permission_denied",
        ]
        | str
    )
    message: str
    metadata: OpenResponsesErrorMetadata | None = None


@frozen(kw_only=True)
class OutputMessageItem:
    """An object whose `role` is `"assistant"`."""

    content: tuple[ResponseOutputText | OpenAIResponsesRefusalContent | Unknown, ...]
    id: str
    phase: Literal["commentary", "final_answer"] | None = None
    role: Literal["assistant"]
    status: Literal["completed", "incomplete", "in_progress"] | None = None
    type: Literal["message"]


@frozen(kw_only=True)
class OutputReasoningItem:
    """An object whose `type` is `"reasoning"`."""

    content: tuple[ReasoningTextContent, ...] | None = None
    encrypted_content: str | None = None
    id: str
    status: Literal["completed", "incomplete", "in_progress"] | None = None
    summary: tuple[ReasoningSummaryText, ...]
    type: Literal["reasoning"]
    format: ReasoningFormat | None = None
    signature: str | None = None


@frozen(kw_only=True)
class OutputFunctionCallItemSubagentItem:
    """Output function call item subagent item."""

    type: str
    extra: Extra[Json]
    """All else that the object holds, by name."""


@frozen(kw_only=True)
class OutputFunctionCallItem:
    """An object whose `type` is `"function_call"`."""

    arguments: str
    call_id: str
    id: str | None = None
    name: str
    namespace: str | None = None
    status: Literal["completed", "incomplete", "in_progress"] | None = None
    type: Literal["function_call"]
    subagent_id: str | None = None
    subagent_items: tuple[OutputFunctionCallItemSubagentItem, ...] | None = None
    async_: Annotated[bool | None, Wire("async")] = None


@frozen(kw_only=True)
class OutputWebSearchCallItemActionSearch:
    """An object whose `type` is `"search"`."""

    queries: tuple[str, ...] | None = None
    query: str
    sources: tuple[WebSearchSource, ...] | None = None
    type: Literal["search"]


@frozen(kw_only=True)
class OutputWebSearchCallItemActionOpenPage:
    """An object whose `type` is `"open_page"`."""

    type: Literal["open_page"]
    url: str | None = None


@frozen(kw_only=True)
class OutputWebSearchCallItemActionFindInPage:
    """An object whose `type` is `"find_in_page"`."""

    pattern: str
    type: Literal["find_in_page"]
    url: str


@frozen(kw_only=True)
class OutputWebSearchCallItem:
    """An object whose `type` is `"web_search_call"`."""

    action: (
        OutputWebSearchCallItemActionSearch
        | OutputWebSearchCallItemActionOpenPage
        | OutputWebSearchCallItemActionFindInPage
        | Unknown
        | None
    ) = None
    id: str
    status: WebSearchStatus
    type: Literal["web_search_call"]
    extra: Extra[Json]
    """All else that the object holds, by name."""


@frozen(kw_only=True)
class OutputFileSearchCallItem:
    """An object whose `type` is `"file_search_call"`."""

    id: str
    queries: tuple[str, ...]
    status: WebSearchStatus
    type: Literal["file_search_call"]


@frozen(kw_only=True)
class OutputImageGenerationCallItem:
    """An object whose `type` is `"image_generation_call"`."""

    id: str
    result: str | None = None
    status: ImageGenerationStatus
    type: Literal["image_generation_call"]
    prompt: str | None = None


@frozen(kw_only=True)
class OutputCodeInterpreterCallItem:
    """An object whose `type` is `"code_interpreter_call"`."""

    code: str | None = None
    container_id: str | None = None
    id: str
    outputs: (
        tuple[CodeInterpreterLogsOutput | CodeInterpreterImageOutput | CodeInterpreterFileOutput | Unknown, ...] | None
    ) = None
    status: Literal["in_progress", "completed", "incomplete", "interpreting", "failed"] | str
    type: Literal["code_interpreter_call"]
    extra: Extra[Json]
    """All else that the object holds, by name."""


@frozen(kw_only=True)
class OutputComputerCallItemPendingSafetyCheck:
    """Output computer call item pending safety check."""

    code: str
    id: str
    message: str


@frozen(kw_only=True)
class OutputComputerCallItem:
    """An object whose `type` is `"computer_call"`."""

    action: Json | None = None
    call_id: str
    id: str | None = None
    pending_safety_checks: tuple[OutputComputerCallItemPendingSafetyCheck, ...]
    status: Literal["completed", "incomplete", "in_progress"] | str
    type: Literal["computer_call"]


@frozen(kw_only=True)
class OutputDatetimeItem:
    """An object whose `type` is `"openrouter:datetime"`."""

    datetime: str
    id: str | None = None
    status: FailableToolCallStatus
    timezone: str
    type: Literal["openrouter:datetime"]
    error: str | None = None


@frozen(kw_only=True)
class OutputWebSearchServerToolItemActionSource:
    """An object whose `type` is `"url"`."""

    type: Literal["url"]
    url: str


@frozen(kw_only=True)
class OutputWebSearchServerToolItemAction:
    """An object whose `type` is `"search"`."""

    query: str
    sources: tuple[OutputWebSearchServerToolItemActionSource, ...] | None = None
    type: Literal["search"]


@frozen(kw_only=True)
class OutputWebSearchServerToolItem:
    """An object whose `type` is `"openrouter:web_search"`."""

    action: OutputWebSearchServerToolItemAction | None = None
    id: str | None = None
    status: FailableToolCallStatus
    type: Literal["openrouter:web_search"]
    error: str | None = None


@frozen(kw_only=True)
class OutputCodeInterpreterServerToolItem:
    """An object whose `type` is `"openrouter:code_interpreter"`."""

    code: str | None = None
    exit_code: Annotated[int | None, Wire("exitCode")] = None
    id: str | None = None
    language: str | None = None
    status: ToolCallStatus
    stderr: str | None = None
    stdout: str | None = None
    type: Literal["openrouter:code_interpreter"]


@frozen(kw_only=True)
class OutputFileSearchServerToolItem:
    """An object whose `type` is `"openrouter:file_search"`."""

    id: str | None = None
    queries: tuple[str, ...] | None = None
    status: ToolCallStatus
    type: Literal["openrouter:file_search"]


@frozen(kw_only=True)
class OutputImageGenerationServerToolItem:
    """An object whose `type` is `"openrouter:image_generation"`."""

    id: str | None = None
    image_b64: Annotated[str | None, Wire("imageB64")] = None
    image_url: Annotated[str | None, Wire("imageUrl")] = None
    prompt: str | None = None
    result: str | None = None
    revised_prompt: Annotated[str | None, Wire("revisedPrompt")] = None
    status: FailableToolCallStatus
    type: Literal["openrouter:image_generation"]
    error: str | None = None


@frozen(kw_only=True)
class OutputBrowserUseServerToolItem:
    """An object whose `type` is `"openrouter:browser_use"`."""

    action: str | None = None
    id: str | None = None
    screenshot_b64: Annotated[str | None, Wire("screenshotB64")] = None
    status: ToolCallStatus
    type: Literal["openrouter:browser_use"]


@frozen(kw_only=True)
class OutputBashServerToolItemFile:
    """An object whose `type` is `"container_file_citation"`."""

    container_id: str
    end_index: int
    file_id: str
    filename: str
    start_index: int
    type: Literal["container_file_citation"]


@frozen(kw_only=True)
class OutputBashServerToolItem:
    """An object whose `type` is `"openrouter:bash"`."""

    arguments: str | None = None
    call_id: str | None = None
    command: str | None = None
    exit_code: Annotated[int | None, Wire("exitCode")] = None
    id: str | None = None
    status: FailableToolCallStatus
    stderr: str | None = None
    stdout: str | None = None
    type: Literal["openrouter:bash"]
    container_id: str | None = None
    error: str | None = None
    files: tuple[OutputBashServerToolItemFile, ...] | None = None


@frozen(kw_only=True)
class OutputTextEditorServerToolItem:
    """An object whose `type` is `"openrouter:text_editor"`."""

    command: Literal["view", "create", "str_replace", "insert"] | str | None = None
    file_path: Annotated[str | None, Wire("filePath")] = None
    id: str | None = None
    status: ToolCallStatus
    type: Literal["openrouter:text_editor"]


@frozen(kw_only=True)
class OutputApplyPatchServerToolItem:
    """An object whose `type` is `"openrouter:apply_patch"`."""

    call_id: str | None = None
    id: str | None = None
    operation: ApplyPatchCallOperation | None = None
    status: FailableToolCallStatus
    type: Literal["openrouter:apply_patch"]
    error: str | None = None


@frozen(kw_only=True)
class OutputApplyPatchCallItem:
    """An object whose `type` is `"apply_patch_call"`."""

    call_id: str
    id: str
    operation: ApplyPatchCallOperation
    status: ApplyPatchCallStatus
    type: Literal["apply_patch_call"]


@frozen(kw_only=True)
class OutputShellCallItemAction:
    """Output shell call item action."""

    commands: tuple[str, ...]
    max_output_length: int | None
    timeout_ms: int | None


ShellCallStatus: TypeAlias = Literal["in_progress", "completed", "incomplete"] | str


@frozen(kw_only=True)
class OutputShellCallItem:
    """An object whose `type` is `"shell_call"`."""

    action: OutputShellCallItemAction | None = None
    arguments: str | None = None
    call_id: str
    id: str
    status: ShellCallStatus
    type: Literal["shell_call"]


@frozen(kw_only=True)
class ShellCallOutputContentOutcomeExit:
    """An object whose `type` is `"exit"`."""

    exit_code: int
    type: Literal["exit"]
    extra: Extra[Json]
    """All else that the object holds, by name."""


@frozen(kw_only=True)
class ShellCallOutputContentOutcomeTimeout:
    """An object whose `type` is `"timeout"`."""

    type: Literal["timeout"]
    extra: Extra[Json]
    """All else that the object holds, by name."""


@frozen(kw_only=True)
class ShellCallOutputContent:
    """Shell call output content."""

    outcome: ShellCallOutputContentOutcomeExit | ShellCallOutputContentOutcomeTimeout | Unknown
    stderr: str
    stdout: str
    extra: Extra[Json]
    """All else that the object holds, by name."""


@frozen(kw_only=True)
class OutputShellCallOutputItemFile:
    """An object whose `type` is `"container_file_citation"`."""

    container_id: str
    end_index: int
    file_id: str
    filename: str
    start_index: int
    type: Literal["container_file_citation"]


@frozen(kw_only=True)
class OutputShellCallOutputItem:
    """An object whose `type` is `"shell_call_output"`."""

    call_id: str
    id: str
    max_output_length: int | None = None
    output: tuple[ShellCallOutputContent, ...]
    status: ShellCallStatus
    type: Literal["shell_call_output"]
    container_id: str | None = None
    error: str | None = None
    files: tuple[OutputShellCallOutputItemFile, ...] | None = None


@frozen(kw_only=True)
class OutputShellServerToolItemAction:
    """Output shell server tool item action."""

    commands: tuple[str, ...]
    max_output_length: int | None = None
    timeout_ms: int | None = None


@frozen(kw_only=True)
class OutputShellServerToolItemFile:
    """An object whose `type` is `"container_file_citation"`."""

    container_id: str
    end_index: int
    file_id: str
    filename: str
    start_index: int
    type: Literal["container_file_citation"]


@frozen(kw_only=True)
class OutputShellServerToolItem:
    """An object whose `type` is `"openrouter:shell"`."""

    action: OutputShellServerToolItemAction | None = None
    arguments: str | None = None
    call_id: str | None = None
    id: str | None = None
    output: tuple[ShellCallOutputContent, ...] | None = None
    status: FailableToolCallStatus
    type: Literal["openrouter:shell"]
    container_id: str | None = None
    error: str | None = None
    files: tuple[OutputShellServerToolItemFile, ...] | None = None


@frozen(kw_only=True)
class OutputWebFetchServerToolItem:
    """An object whose `type` is `"openrouter:web_fetch"`."""

    content: str | None = None
    error: str | None = None
    http_status: Annotated[int | None, Wire("httpStatus")] = None
    id: str | None = None
    status: ToolCallStatus
    title: str | None = None
    type: Literal["openrouter:web_fetch"]
    url: str | None = None


@frozen(kw_only=True)
class OutputToolSearchServerToolItemMatche:
    """Output tool search server tool item matche."""

    definition: Mapping[str, Json]
    schema_digest: str
    tool_id: str


@frozen(kw_only=True)
class OutputToolSearchServerToolItem:
    """An object whose `type` is `"openrouter:tool_search"`."""

    id: str | None = None
    query: str | None = None
    status: FailableToolCallStatus
    type: Literal["openrouter:tool_search"]
    error: str | None = None
    matches: tuple[OutputToolSearchServerToolItemMatche, ...] | None = None


@frozen(kw_only=True)
class OutputMemoryServerToolItem:
    """An object whose `type` is `"openrouter:memory"`."""

    action: Literal["read", "write", "delete"] | str | None = None
    id: str | None = None
    key: str | None = None
    status: ToolCallStatus
    type: Literal["openrouter:memory"]
    value: Json | None = None


@frozen(kw_only=True)
class OutputMcpServerToolItem:
    """An object whose `type` is `"openrouter:mcp"`."""

    id: str | None = None
    server_label: Annotated[str | None, Wire("serverLabel")] = None
    status: ToolCallStatus
    tool_name: Annotated[str | None, Wire("toolName")] = None
    type: Literal["openrouter:mcp"]


@frozen(kw_only=True)
class OutputSearchModelsServerToolItem:
    """An object whose `type` is `"openrouter:experimental__search_models"`."""

    arguments: str | None = None
    id: str | None = None
    query: str | None = None
    status: FailableToolCallStatus
    type: Literal["openrouter:experimental__search_models"]
    error: str | None = None


@frozen(kw_only=True)
class OutputFusionServerToolItemFailedModel:
    """Output fusion server tool item failed model."""

    error: str
    model: str
    status_code: int | None = None


@frozen(kw_only=True)
class OutputFusionServerToolItemResponse:
    """What the function promises."""

    content: str | None = None
    model: str


@frozen(kw_only=True)
class OutputFusionServerToolItem:
    """An object whose `type` is `"openrouter:fusion"`."""

    analysis: FusionAnalysisResult | None = None
    error: str | None = None
    failed_models: tuple[OutputFusionServerToolItemFailedModel, ...] | None = None
    failure_reason: str | None = None
    id: str | None = None
    responses: tuple[OutputFusionServerToolItemResponse, ...] | None = None
    sources: tuple[FusionSource, ...] | None = None
    status: ToolCallStatus
    type: Literal["openrouter:fusion"]


@frozen(kw_only=True)
class OutputAdvisorServerToolItem:
    """An object whose `type` is `"openrouter:advisor"`."""

    advice: str | None = None
    error: str | None = None
    id: str | None = None
    instance_name: str | None = None
    model: str | None = None
    prompt: str | None = None
    status: FailableToolCallStatus
    type: Literal["openrouter:advisor"]


@frozen(kw_only=True)
class OutputSubagentServerToolItem:
    """An object whose `type` is `"openrouter:subagent"`."""

    call_id: str | None = None
    error: str | None = None
    id: str | None = None
    instance_name: str | None = None
    model: str | None = None
    name: str | None = None
    outcome: str | None = None
    status: FailableToolCallStatus
    task_description: str | None = None
    task_name: str | None = None
    type: Literal["openrouter:subagent"]


@frozen(kw_only=True)
class OutputFilesServerToolItem:
    """An object whose `type` is `"openrouter:files"`."""

    arguments: str | None = None
    call_id: str | None = None
    error: str | None = None
    file_id: str | None = None
    filename: str | None = None
    id: str | None = None
    operation: str | None = None
    result: str | None = None
    status: ToolCallStatus
    type: Literal["openrouter:files"]


@frozen(kw_only=True)
class OutputCustomToolCallItem:
    """An object whose `type` is `"custom_tool_call"`."""

    call_id: str
    id: str | None = None
    input: str
    name: str
    namespace: str | None = None
    type: Literal["custom_tool_call"]
    async_: Annotated[bool | None, Wire("async")] = None
    status: Literal["in_progress", "completed", "incomplete"] | str | None = None


@frozen(kw_only=True)
class OutputArmorBlockedItem:
    """An object whose `type` is `"openrouter:armor_blocked"`."""

    arguments: str
    call_id: str
    explanation: str
    id: str
    name: str
    reason: str
    status: Literal["completed"]
    type: Literal["openrouter:armor_blocked"]
    namespace: str | None = None


@frozen(kw_only=True)
class OutputToolSearchCallItem:
    """An object whose `type` is `"tool_search_call"`."""

    call_id: str
    execution: Literal["client"]
    status: ToolCallStatus
    type: Literal["tool_search_call"]
    arguments: Json | None = None
    id: str | None = None


OutputItems: TypeAlias = (
    OutputMessageItem
    | OutputReasoningItem
    | OutputFunctionCallItem
    | OutputWebSearchCallItem
    | OutputFileSearchCallItem
    | OutputImageGenerationCallItem
    | OutputCodeInterpreterCallItem
    | OutputComputerCallItem
    | OutputDatetimeItem
    | OutputWebSearchServerToolItem
    | OutputCodeInterpreterServerToolItem
    | OutputFileSearchServerToolItem
    | OutputImageGenerationServerToolItem
    | OutputBrowserUseServerToolItem
    | OutputBashServerToolItem
    | OutputTextEditorServerToolItem
    | OutputApplyPatchServerToolItem
    | OutputApplyPatchCallItem
    | OutputShellCallItem
    | OutputShellCallOutputItem
    | OutputShellServerToolItem
    | OutputWebFetchServerToolItem
    | OutputToolSearchServerToolItem
    | OutputMemoryServerToolItem
    | OutputMcpServerToolItem
    | OutputSearchModelsServerToolItem
    | OutputFusionServerToolItem
    | OutputAdvisorServerToolItem
    | OutputSubagentServerToolItem
    | OutputFilesServerToolItem
    | OutputCustomToolCallItem
    | OutputArmorBlockedItem
    | OutputToolSearchCallItem
    | Unknown
)


@frozen(kw_only=True)
class StoredPromptTemplate:
    """Stored prompt template."""

    id: str
    variables: Mapping[str, str | InputText | InputImage | InputFile | Unknown] | None = None


@frozen(kw_only=True)
class PromptCacheOptions:
    """An object whose `mode` is `"explicit"`."""

    mode: Literal["explicit"]
    ttl: str | None = None


@frozen(kw_only=True)
class TextExtendedConfig:
    """Text extended config."""

    format: Formats | None = None
    verbosity: Literal["low", "medium", "high", "xhigh", "max"] | str | None = None


@frozen(kw_only=True)
class OpenResponsesResultToolFunction:
    """An object whose `type` is `"function"`."""

    description: str | None = None
    name: str
    parameters: Mapping[str, Json] | None
    strict: bool | None = None
    type: Literal["function"]
    defer_loading: bool | None = None
    allowed_callers: tuple[Literal["direct", "programmatic"] | str, ...] | None = None
    async_: Annotated[bool | None, Wire("async")] = None
    output_schema: Mapping[str, Json] | None = None


@frozen(kw_only=True)
class PreviewWebSearchUserLocation:
    """An object whose `type` is `"approximate"`."""

    city: str | None = None
    country: str | None = None
    region: str | None = None
    timezone: str | None = None
    type: Literal["approximate"]


@frozen(kw_only=True)
class PreviewWebSearchServerTool:
    """An object whose `type` is `"web_search_preview"`."""

    engine: WebSearchEngineEnum | None = None
    filters: WebSearchDomainFilter | None = None
    max_results: int | None = None
    max_uses: int | None = None
    mode: WebSearchMode | None = None
    search_context_size: SearchContextSizeEnum | None = None
    type: Literal["web_search_preview"]
    user_location: PreviewWebSearchUserLocation | None = None
    x_search: XSearchOptions | None = None


@frozen(kw_only=True)
class Preview20250311WebSearchServerTool:
    """An object whose `type` is `"web_search_preview_2025_03_11"`."""

    engine: WebSearchEngineEnum | None = None
    filters: WebSearchDomainFilter | None = None
    max_results: int | None = None
    max_uses: int | None = None
    mode: WebSearchMode | None = None
    search_context_size: SearchContextSizeEnum | None = None
    type: Literal["web_search_preview_2025_03_11"]
    user_location: PreviewWebSearchUserLocation | None = None
    x_search: XSearchOptions | None = None


@frozen(kw_only=True)
class WebSearchServerTool:
    """An object whose `type` is `"web_search_2025_08_26"`."""

    engine: WebSearchEngineEnum | None = None
    filters: WebSearchDomainFilter | None = None
    max_results: int | None = None
    max_uses: int | None = None
    mode: WebSearchMode | None = None
    search_context_size: SearchContextSizeEnum | None = None
    type: Literal["web_search_2025_08_26"]
    user_location: WebSearchUserLocation | None = None
    x_search: XSearchOptions | None = None


@frozen(kw_only=True)
class ShellServerTool:
    """An object whose `type` is `"shell"`."""

    type: Literal["shell"]


Truncation: TypeAlias = Literal["auto", "disabled"] | str


@frozen(kw_only=True)
class UsageInputTokensDetails:
    """Usage input tokens details."""

    cache_write_tokens: int | None = None
    cached_tokens: int


@frozen(kw_only=True)
class UsageOutputTokensDetails:
    """Usage output tokens details."""

    reasoning_tokens: int


@frozen(kw_only=True)
class UsageCostDetails:
    """Usage cost details."""

    upstream_inference_cost: float | None = None
    upstream_inference_input_cost: float
    upstream_inference_output_cost: float
    server_tool_cost: float | None = None


@frozen(kw_only=True)
class Usage:
    """Usage."""

    input_tokens: int
    input_tokens_details: UsageInputTokensDetails
    output_tokens: int
    output_tokens_details: UsageOutputTokensDetails
    total_tokens: int
    cost: float | None = None
    cost_details: UsageCostDetails | None = None
    is_byok: bool | None = None
    server_tool_use_details: ServerToolUseDetails | None = None


@frozen(kw_only=True)
class OpenResponsesResult:
    """A response, whole."""

    background: bool | None = None
    completed_at: int | None
    created_at: int
    """When it was made, in seconds since 1970."""
    error: OpenResponsesErrorField | None
    """Why it failed."""
    frequency_penalty: float | None
    id: str
    """Its id."""
    incomplete_details: IncompleteDetails | None
    instructions: BaseInputs | None
    max_output_tokens: int | None = None
    max_tool_calls: int | None = None
    metadata: Mapping[str, str] | None
    model: str
    """The model that answered."""
    object: Literal["response"]
    output: tuple[OutputItems, ...]
    """What the model produced, in order."""
    output_text: str | None = None
    parallel_tool_calls: bool
    presence_penalty: float | None
    previous_response_id: str | None = None
    prompt: StoredPromptTemplate | None = None
    prompt_cache_key: str | None = None
    prompt_cache_options: PromptCacheOptions | None = None
    reasoning: BaseReasoningConfig | None = None
    safety_identifier: str | None = None
    service_tier: str | None = None
    status: OpenAIResponsesResponseStatus
    """How it went."""
    store: bool | None = None
    temperature: float | None
    text: TextExtendedConfig | None = None
    tool_choice: OpenAIResponsesToolChoice
    tools: tuple[
        OpenResponsesResultToolFunction
        | PreviewWebSearchServerTool
        | Preview20250311WebSearchServerTool
        | LegacyWebSearchServerTool
        | WebSearchServerTool
        | FileSearchServerTool
        | ComputerUseServerTool
        | CodeInterpreterServerTool
        | McpServerTool
        | ImageGenerationServerTool
        | CodexLocalShellTool
        | ShellServerTool
        | ApplyPatchServerTool
        | CustomTool
        | NamespaceTool
        | Unknown,
        ...,
    ]
    top_logprobs: int | None = None
    top_p: float | None
    truncation: Truncation | None = None
    usage: Usage | None = None
    """What it took and cost."""
    user: str | None = None
    error_type: ApiErrorType | None = None
    openrouter_metadata: OpenRouterMetadata | None = None
    alignment: Alignment | None = None
    safeguard_results: tuple[ArmorSafeguardResult, ...] | None = None


@frozen(kw_only=True)
class OpenResponsesCreatedEvent:
    """The event `response.created`."""

    response: OpenResponsesResult
    sequence_number: int
    type: Literal["response.created"]


@frozen(kw_only=True)
class OpenResponsesInProgressEvent:
    """The event `response.in_progress`."""

    response: OpenResponsesResult
    sequence_number: int
    type: Literal["response.in_progress"]


@frozen(kw_only=True)
class ReasoningDeltaEvent:
    """The event `response.reasoning_text.delta`."""

    content_index: int
    delta: str
    item_id: str
    output_index: int
    sequence_number: int
    type: Literal["response.reasoning_text.delta"]


@frozen(kw_only=True)
class ReasoningDoneEvent:
    """The event `response.reasoning_text.done`."""

    content_index: int
    item_id: str
    output_index: int
    sequence_number: int
    text: str
    type: Literal["response.reasoning_text.done"]


@frozen(kw_only=True)
class ReasoningSummaryPartAddedEvent:
    """The event `response.reasoning_summary_part.added`."""

    item_id: str
    output_index: int
    part: ReasoningSummaryText
    sequence_number: int
    summary_index: int
    type: Literal["response.reasoning_summary_part.added"]


@frozen(kw_only=True)
class ReasoningSummaryPartDoneEvent:
    """The event `response.reasoning_summary_part.done`."""

    item_id: str
    output_index: int
    part: ReasoningSummaryText
    sequence_number: int
    summary_index: int
    type: Literal["response.reasoning_summary_part.done"]


@frozen(kw_only=True)
class ReasoningSummaryTextDeltaEvent:
    """The event `response.reasoning_summary_text.delta`."""

    delta: str
    item_id: str
    output_index: int
    sequence_number: int
    summary_index: int
    type: Literal["response.reasoning_summary_text.delta"]


@frozen(kw_only=True)
class ReasoningSummaryTextDoneEvent:
    """The event `response.reasoning_summary_text.done`."""

    item_id: str
    output_index: int
    sequence_number: int
    summary_index: int
    text: str
    type: Literal["response.reasoning_summary_text.done"]


@frozen(kw_only=True)
class RefusalDeltaEvent:
    """The event `response.refusal.delta`."""

    content_index: int
    delta: str
    item_id: str
    output_index: int
    sequence_number: int
    type: Literal["response.refusal.delta"]


@frozen(kw_only=True)
class RefusalDoneEvent:
    """The event `response.refusal.done`."""

    content_index: int
    item_id: str
    output_index: int
    refusal: str
    sequence_number: int
    type: Literal["response.refusal.done"]


@frozen(kw_only=True)
class StreamEventsResponseCompleted:
    """An object whose `type` is `"response.completed"`."""

    response: OpenResponsesResult
    sequence_number: int
    type: Literal["response.completed"]


@frozen(kw_only=True)
class StreamEventsResponseIncomplete:
    """An object whose `type` is `"response.incomplete"`."""

    response: OpenResponsesResult
    sequence_number: int
    type: Literal["response.incomplete"]


@frozen(kw_only=True)
class StreamEventsResponseFailed:
    """An object whose `type` is `"response.failed"`."""

    response: OpenResponsesResult
    sequence_number: int
    type: Literal["response.failed"]


@frozen(kw_only=True)
class StreamEventsResponseOutputItemAdded:
    """An object whose `type` is `"response.output_item.added"`."""

    item: OutputItems
    output_index: int
    sequence_number: int
    type: Literal["response.output_item.added"]


@frozen(kw_only=True)
class StreamEventsResponseOutputItemDone:
    """An object whose `type` is `"response.output_item.done"`."""

    item: OutputItems
    output_index: int
    sequence_number: int
    type: Literal["response.output_item.done"]


@frozen(kw_only=True)
class StreamLogprobTopLogprob:
    """Stream logprob top logprob."""

    bytes: tuple[int, ...] | None = None
    logprob: float | None = None
    token: str | None = None


@frozen(kw_only=True)
class StreamLogprob:
    """Stream logprob."""

    bytes: tuple[int, ...] | None = None
    logprob: float
    token: str
    top_logprobs: tuple[StreamLogprobTopLogprob, ...] | None = None


@frozen(kw_only=True)
class TextDeltaEvent:
    """The event `response.output_text.delta`."""

    content_index: int
    delta: str
    item_id: str
    logprobs: tuple[StreamLogprob, ...]
    output_index: int
    sequence_number: int
    type: Literal["response.output_text.delta"]


@frozen(kw_only=True)
class TextDoneEvent:
    """The event `response.output_text.done`."""

    content_index: int
    item_id: str
    logprobs: tuple[StreamLogprob, ...]
    output_index: int
    sequence_number: int
    text: str
    type: Literal["response.output_text.done"]


@frozen(kw_only=True)
class WebSearchCallInProgressEvent:
    """The event `response.web_search_call.in_progress`."""

    item_id: str
    output_index: int
    sequence_number: int
    type: Literal["response.web_search_call.in_progress"]


@frozen(kw_only=True)
class WebSearchCallSearchingEvent:
    """The event `response.web_search_call.searching`."""

    item_id: str
    output_index: int
    sequence_number: int
    type: Literal["response.web_search_call.searching"]


@frozen(kw_only=True)
class WebSearchCallCompletedEvent:
    """The event `response.web_search_call.completed`."""

    item_id: str
    output_index: int
    sequence_number: int
    type: Literal["response.web_search_call.completed"]


StreamEvents: TypeAlias = (
    OpenResponsesCreatedEvent
    | OpenResponsesInProgressEvent
    | StreamEventsResponseCompleted
    | StreamEventsResponseIncomplete
    | StreamEventsResponseFailed
    | ErrorEvent
    | StreamEventsResponseOutputItemAdded
    | StreamEventsResponseOutputItemDone
    | ContentPartAddedEvent
    | ContentPartDoneEvent
    | TextDeltaEvent
    | TextDoneEvent
    | RefusalDeltaEvent
    | RefusalDoneEvent
    | AnnotationAddedEvent
    | FunctionCallArgsDeltaEvent
    | FunctionCallArgsDoneEvent
    | ReasoningDeltaEvent
    | ReasoningDoneEvent
    | ReasoningSummaryPartAddedEvent
    | ReasoningSummaryPartDoneEvent
    | ReasoningSummaryTextDeltaEvent
    | ReasoningSummaryTextDoneEvent
    | ImageGenCallInProgressEvent
    | ImageGenCallGeneratingEvent
    | ImageGenCallPartialImageEvent
    | ImageGenCallCompletedEvent
    | CodeInterpreterCallInProgressEvent
    | CodeInterpreterCallInterpretingEvent
    | CodeInterpreterCallCompletedEvent
    | CodeInterpreterCallCodeDeltaEvent
    | CodeInterpreterCallCodeDoneEvent
    | WebSearchCallInProgressEvent
    | WebSearchCallSearchingEvent
    | WebSearchCallCompletedEvent
    | CustomToolCallInputDeltaEvent
    | CustomToolCallInputDoneEvent
    | ApplyPatchCallOperationDiffDeltaEvent
    | ApplyPatchCallOperationDiffDoneEvent
    | FusionCallInProgressEvent
    | FusionCallPanelAddedEvent
    | FusionCallPanelDeltaEvent
    | FusionCallPanelReasoningDeltaEvent
    | FusionCallPanelCompletedEvent
    | FusionCallPanelFailedEvent
    | FusionCallAnalysisInProgressEvent
    | FusionCallAnalysisCompletedEvent
    | FusionCallCompletedEvent
    | DebugEvent
    | Unknown
)

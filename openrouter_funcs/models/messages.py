"""What the Messages API answers, whole and as a stream."""

# No `from __future__ import annotations`: it would hide `Required` from `TypedDict` (PEP 655).
from collections.abc import Mapping
from typing import Literal, TypeAlias

from openrouter_core.model import Extra, Json, Unknown, frozen
from openrouter_funcs.models.enums import AnthropicSpeed, ApiErrorType
from openrouter_funcs.models.metadata import CostDetails, OpenRouterMetadata

__all__ = [
    "AnthropicAdvisorMessageUsageIteration",
    "AnthropicAdvisorToolResult",
    "AnthropicBase64PdfSource",
    "AnthropicBashCodeExecutionContent",
    "AnthropicBashCodeExecutionOutput",
    "AnthropicBashCodeExecutionResult",
    "AnthropicBashCodeExecutionToolResult",
    "AnthropicBashCodeExecutionToolResultError",
    "AnthropicCacheCreation",
    "AnthropicCaller",
    "AnthropicCitationCharLocation",
    "AnthropicCitationContentBlockLocation",
    "AnthropicCitationPageLocation",
    "AnthropicCitationSearchResultLocation",
    "AnthropicCitationWebSearchResultLocation",
    "AnthropicCitationsConfig",
    "AnthropicCodeExecution20250825Caller",
    "AnthropicCodeExecution20260120Caller",
    "AnthropicCodeExecutionContent",
    "AnthropicCodeExecutionOutput",
    "AnthropicCodeExecutionResult",
    "AnthropicCodeExecutionToolResult",
    "AnthropicCodeExecutionToolResultError",
    "AnthropicCompactionBlock",
    "AnthropicCompactionUsageIteration",
    "AnthropicContainer",
    "AnthropicContainerSkill",
    "AnthropicContainerUpload",
    "AnthropicDirectCaller",
    "AnthropicDocumentBlock",
    "AnthropicEncryptedCodeExecutionResult",
    "AnthropicIterationCacheCreation",
    "AnthropicMessageUsageIteration",
    "AnthropicOutputTokensDetails",
    "AnthropicPlainTextSource",
    "AnthropicRedactedThinkingBlock",
    "AnthropicRefusalStopDetails",
    "AnthropicServerToolErrorCode",
    "AnthropicServerToolUsage",
    "AnthropicServiceTier",
    "AnthropicTextBlock",
    "AnthropicTextCitation",
    "AnthropicTextEditorCodeExecutionContent",
    "AnthropicTextEditorCodeExecutionCreateResult",
    "AnthropicTextEditorCodeExecutionStrReplaceResult",
    "AnthropicTextEditorCodeExecutionToolResult",
    "AnthropicTextEditorCodeExecutionToolResultError",
    "AnthropicTextEditorCodeExecutionViewResult",
    "AnthropicThinkingBlock",
    "AnthropicToolReference",
    "AnthropicToolSearchContent",
    "AnthropicToolSearchResult",
    "AnthropicToolSearchResultError",
    "AnthropicToolSearchToolResult",
    "AnthropicToolUseBlock",
    "AnthropicUnknownUsageIteration",
    "AnthropicUsageIteration",
    "AnthropicWebFetchBlock",
    "AnthropicWebFetchContent",
    "AnthropicWebFetchToolResult",
    "AnthropicWebFetchToolResultError",
    "AnthropicWebSearchResult",
    "AnthropicWebSearchToolResult",
    "AnthropicWebSearchToolResultError",
    "MessagesContentBlockDeltaEvent",
    "MessagesContentBlockDeltaEventDeltaCitationsDelta",
    "MessagesContentBlockDeltaEventDeltaCompactionDelta",
    "MessagesContentBlockDeltaEventDeltaInputJsonDelta",
    "MessagesContentBlockDeltaEventDeltaSignatureDelta",
    "MessagesContentBlockDeltaEventDeltaTextDelta",
    "MessagesContentBlockDeltaEventDeltaThinkingDelta",
    "MessagesContentBlockStartEvent",
    "MessagesContentBlockStartEventContentBlockCompaction",
    "MessagesContentBlockStopEvent",
    "MessagesDeltaEvent",
    "MessagesDeltaEventDelta",
    "MessagesDeltaEventUsage",
    "MessagesDeltaEventUsageServerToolUse",
    "MessagesErrorEvent",
    "MessagesErrorEventError",
    "MessagesPingEvent",
    "MessagesResult",
    "MessagesResultContextManagement",
    "MessagesResultContextManagementAppliedEdit",
    "MessagesResultUsage",
    "MessagesStartEvent",
    "MessagesStartEventMessage",
    "MessagesStartEventMessageUsage",
    "MessagesStopEvent",
    "MessagesStreamEvents",
    "ORAnthropicBashToolResult",
    "ORAnthropicBashToolResultFile",
    "ORAnthropicContentBlock",
    "ORAnthropicNullableCaller",
    "ORAnthropicServerToolUseBlock",
    "ORAnthropicShellToolResult",
    "ORAnthropicShellToolResultFile",
    "ORAnthropicStopReason",
    "ORAnthropicToolSearchResult",
]


@frozen(kw_only=True)
class AnthropicIterationCacheCreation:
    """Anthropic iteration cache creation."""

    ephemeral_1h_input_tokens: int | None = None
    ephemeral_5m_input_tokens: int | None = None


@frozen(kw_only=True)
class AnthropicAdvisorMessageUsageIteration:
    """An object whose `type` is `"advisor_message"`."""

    cache_creation: AnthropicIterationCacheCreation | None = None
    cache_creation_input_tokens: int | None = None
    cache_read_input_tokens: int | None = None
    input_tokens: int | None = None
    output_tokens: int | None = None
    model: str
    type: Literal["advisor_message"]


@frozen(kw_only=True)
class AnthropicAdvisorToolResult:
    """An object whose `type` is `"advisor_tool_result"`."""

    content: Mapping[str, Json]
    tool_use_id: str
    type: Literal["advisor_tool_result"]


@frozen(kw_only=True)
class AnthropicBase64PdfSource:
    """An object whose `type` is `"base64"`."""

    data: str
    media_type: Literal["application/pdf"]
    type: Literal["base64"]


@frozen(kw_only=True)
class AnthropicBashCodeExecutionToolResultError:
    """An object whose `type` is `"bash_code_execution_tool_result_error"`."""

    error_code: (
        Literal[
            "invalid_tool_input", "unavailable", "too_many_requests", "execution_time_exceeded", "output_file_too_large"
        ]
        | str
    )
    type: Literal["bash_code_execution_tool_result_error"]


@frozen(kw_only=True)
class AnthropicBashCodeExecutionOutput:
    """An object whose `type` is `"bash_code_execution_output"`."""

    file_id: str
    type: Literal["bash_code_execution_output"]


@frozen(kw_only=True)
class AnthropicBashCodeExecutionResult:
    """An object whose `type` is `"bash_code_execution_result"`."""

    content: tuple[AnthropicBashCodeExecutionOutput, ...]
    return_code: int
    stderr: str
    stdout: str
    type: Literal["bash_code_execution_result"]


AnthropicBashCodeExecutionContent: TypeAlias = (
    AnthropicBashCodeExecutionToolResultError | AnthropicBashCodeExecutionResult | Unknown
)


@frozen(kw_only=True)
class AnthropicBashCodeExecutionToolResult:
    """An object whose `type` is `"bash_code_execution_tool_result"`."""

    content: AnthropicBashCodeExecutionContent
    tool_use_id: str
    type: Literal["bash_code_execution_tool_result"]


@frozen(kw_only=True)
class AnthropicCacheCreation:
    """Anthropic cache creation."""

    ephemeral_1h_input_tokens: int
    ephemeral_5m_input_tokens: int


@frozen(kw_only=True)
class AnthropicDirectCaller:
    """An object whose `type` is `"direct"`."""

    type: Literal["direct"]


@frozen(kw_only=True)
class AnthropicCodeExecution20250825Caller:
    """An object whose `type` is `"code_execution_20250825"`."""

    tool_id: str
    type: Literal["code_execution_20250825"]


@frozen(kw_only=True)
class AnthropicCodeExecution20260120Caller:
    """An object whose `type` is `"code_execution_20260120"`."""

    tool_id: str
    type: Literal["code_execution_20260120"]


AnthropicCaller: TypeAlias = (
    AnthropicDirectCaller | AnthropicCodeExecution20250825Caller | AnthropicCodeExecution20260120Caller | Unknown
)


@frozen(kw_only=True)
class AnthropicCitationCharLocation:
    """An object whose `type` is `"char_location"`."""

    cited_text: str
    document_index: int
    document_title: str | None
    end_char_index: int
    file_id: str | None
    start_char_index: int
    type: Literal["char_location"]


@frozen(kw_only=True)
class AnthropicCitationContentBlockLocation:
    """An object whose `type` is `"content_block_location"`."""

    cited_text: str
    document_index: int
    document_title: str | None
    end_block_index: int
    file_id: str | None
    start_block_index: int
    type: Literal["content_block_location"]


@frozen(kw_only=True)
class AnthropicCitationPageLocation:
    """An object whose `type` is `"page_location"`."""

    cited_text: str
    document_index: int
    document_title: str | None
    end_page_number: int
    file_id: str | None
    start_page_number: int
    type: Literal["page_location"]


@frozen(kw_only=True)
class AnthropicCitationSearchResultLocation:
    """An object whose `type` is `"search_result_location"`."""

    cited_text: str
    end_block_index: int
    search_result_index: int
    source: str
    start_block_index: int
    title: str | None
    type: Literal["search_result_location"]


@frozen(kw_only=True)
class AnthropicCitationWebSearchResultLocation:
    """An object whose `type` is `"web_search_result_location"`."""

    cited_text: str
    encrypted_index: str
    title: str | None
    type: Literal["web_search_result_location"]
    url: str


@frozen(kw_only=True)
class AnthropicCitationsConfig:
    """Anthropic citations config."""

    enabled: bool


AnthropicServerToolErrorCode: TypeAlias = (
    Literal["invalid_tool_input", "unavailable", "too_many_requests", "execution_time_exceeded"] | str
)


@frozen(kw_only=True)
class AnthropicCodeExecutionToolResultError:
    """An object whose `type` is `"code_execution_tool_result_error"`."""

    error_code: AnthropicServerToolErrorCode
    type: Literal["code_execution_tool_result_error"]


@frozen(kw_only=True)
class AnthropicCodeExecutionOutput:
    """An object whose `type` is `"code_execution_output"`."""

    file_id: str
    type: Literal["code_execution_output"]


@frozen(kw_only=True)
class AnthropicCodeExecutionResult:
    """An object whose `type` is `"code_execution_result"`."""

    content: tuple[AnthropicCodeExecutionOutput, ...]
    return_code: int
    stderr: str
    stdout: str
    type: Literal["code_execution_result"]


@frozen(kw_only=True)
class AnthropicEncryptedCodeExecutionResult:
    """An object whose `type` is `"encrypted_code_execution_result"`."""

    content: tuple[AnthropicCodeExecutionOutput, ...]
    encrypted_stdout: str
    return_code: int
    stderr: str
    type: Literal["encrypted_code_execution_result"]


AnthropicCodeExecutionContent: TypeAlias = (
    AnthropicCodeExecutionToolResultError
    | AnthropicCodeExecutionResult
    | AnthropicEncryptedCodeExecutionResult
    | Unknown
)


@frozen(kw_only=True)
class AnthropicCodeExecutionToolResult:
    """An object whose `type` is `"code_execution_tool_result"`."""

    content: AnthropicCodeExecutionContent
    tool_use_id: str
    type: Literal["code_execution_tool_result"]


@frozen(kw_only=True)
class AnthropicCompactionBlock:
    """An object whose `type` is `"compaction"`."""

    content: str | None
    encrypted_content: str | None = None
    type: Literal["compaction"]


@frozen(kw_only=True)
class AnthropicCompactionUsageIteration:
    """An object whose `type` is `"compaction"`."""

    cache_creation: AnthropicIterationCacheCreation | None = None
    cache_creation_input_tokens: int | None = None
    cache_read_input_tokens: int | None = None
    input_tokens: int | None = None
    output_tokens: int | None = None
    type: Literal["compaction"]


@frozen(kw_only=True)
class AnthropicContainerSkill:
    """Anthropic container skill."""

    skill_id: str
    type: Literal["anthropic", "custom"] | str
    version: str


@frozen(kw_only=True)
class AnthropicContainer:
    """Anthropic container."""

    expires_at: str
    id: str
    skills: tuple[AnthropicContainerSkill, ...] | None = None


@frozen(kw_only=True)
class AnthropicContainerUpload:
    """An object whose `type` is `"container_upload"`."""

    file_id: str
    type: Literal["container_upload"]


@frozen(kw_only=True)
class AnthropicPlainTextSource:
    """An object whose `type` is `"text"`."""

    data: str
    media_type: Literal["text/plain"]
    type: Literal["text"]


@frozen(kw_only=True)
class AnthropicDocumentBlock:
    """An object whose `type` is `"document"`."""

    citations: AnthropicCitationsConfig | None = None
    source: AnthropicBase64PdfSource | AnthropicPlainTextSource | Unknown
    title: str | None
    type: Literal["document"]


@frozen(kw_only=True)
class AnthropicMessageUsageIteration:
    """An object whose `type` is `"message"`."""

    cache_creation: AnthropicIterationCacheCreation | None = None
    cache_creation_input_tokens: int | None = None
    cache_read_input_tokens: int | None = None
    input_tokens: int | None = None
    output_tokens: int | None = None
    model: str | None = None
    type: Literal["message"]


@frozen(kw_only=True)
class AnthropicOutputTokensDetails:
    """Anthropic output tokens details."""

    thinking_tokens: int


@frozen(kw_only=True)
class AnthropicRedactedThinkingBlock:
    """An object whose `type` is `"redacted_thinking"`."""

    data: str
    type: Literal["redacted_thinking"]


@frozen(kw_only=True)
class AnthropicRefusalStopDetails:
    """An object whose `type` is `"refusal"`."""

    category: Literal["cyber", "bio", "frontier_llm", "reasoning_extraction", "general_harms"] | str | None
    explanation: str | None
    type: Literal["refusal"]


@frozen(kw_only=True)
class AnthropicServerToolUsage:
    """Anthropic server tool usage."""

    web_fetch_requests: int
    web_search_requests: int


AnthropicServiceTier: TypeAlias = Literal["standard", "priority", "batch"] | str


AnthropicTextCitation: TypeAlias = (
    AnthropicCitationCharLocation
    | AnthropicCitationPageLocation
    | AnthropicCitationContentBlockLocation
    | AnthropicCitationWebSearchResultLocation
    | AnthropicCitationSearchResultLocation
    | Unknown
)


@frozen(kw_only=True)
class AnthropicTextBlock:
    """An object whose `type` is `"text"`."""

    citations: tuple[AnthropicTextCitation, ...] | None
    text: str
    type: Literal["text"]


@frozen(kw_only=True)
class AnthropicTextEditorCodeExecutionToolResultError:
    """An object whose `type` is `"text_editor_code_execution_tool_result_error"`."""

    error_code: (
        Literal["invalid_tool_input", "unavailable", "too_many_requests", "execution_time_exceeded", "file_not_found"]
        | str
    )
    error_message: str | None
    type: Literal["text_editor_code_execution_tool_result_error"]


@frozen(kw_only=True)
class AnthropicTextEditorCodeExecutionViewResult:
    """An object whose `type` is `"text_editor_code_execution_view_result"`."""

    content: str
    file_type: Literal["text", "image", "pdf"] | str
    num_lines: int | None
    start_line: int | None
    total_lines: int | None
    type: Literal["text_editor_code_execution_view_result"]


@frozen(kw_only=True)
class AnthropicTextEditorCodeExecutionCreateResult:
    """An object whose `type` is `"text_editor_code_execution_create_result"`."""

    is_file_update: bool
    type: Literal["text_editor_code_execution_create_result"]


@frozen(kw_only=True)
class AnthropicTextEditorCodeExecutionStrReplaceResult:
    """An object whose `type` is `"text_editor_code_execution_str_replace_result"`."""

    lines: tuple[str, ...] | None
    new_lines: int | None
    new_start: int | None
    old_lines: int | None
    old_start: int | None
    type: Literal["text_editor_code_execution_str_replace_result"]


AnthropicTextEditorCodeExecutionContent: TypeAlias = (
    AnthropicTextEditorCodeExecutionToolResultError
    | AnthropicTextEditorCodeExecutionViewResult
    | AnthropicTextEditorCodeExecutionCreateResult
    | AnthropicTextEditorCodeExecutionStrReplaceResult
    | Unknown
)


@frozen(kw_only=True)
class AnthropicTextEditorCodeExecutionToolResult:
    """An object whose `type` is `"text_editor_code_execution_tool_result"`."""

    content: AnthropicTextEditorCodeExecutionContent
    tool_use_id: str
    type: Literal["text_editor_code_execution_tool_result"]


@frozen(kw_only=True)
class AnthropicThinkingBlock:
    """An object whose `type` is `"thinking"`."""

    signature: str
    thinking: str
    type: Literal["thinking"]


@frozen(kw_only=True)
class AnthropicToolReference:
    """An object whose `type` is `"tool_reference"`."""

    tool_name: str
    type: Literal["tool_reference"]


@frozen(kw_only=True)
class AnthropicToolSearchResultError:
    """An object whose `type` is `"tool_search_tool_result_error"`."""

    error_code: AnthropicServerToolErrorCode
    error_message: str | None
    type: Literal["tool_search_tool_result_error"]


@frozen(kw_only=True)
class AnthropicToolSearchResult:
    """An object whose `type` is `"tool_search_tool_search_result"`."""

    tool_references: tuple[AnthropicToolReference, ...]
    type: Literal["tool_search_tool_search_result"]


AnthropicToolSearchContent: TypeAlias = AnthropicToolSearchResultError | AnthropicToolSearchResult | Unknown


@frozen(kw_only=True)
class AnthropicToolSearchToolResult:
    """An object whose `type` is `"tool_search_tool_result"`."""

    content: AnthropicToolSearchContent
    tool_use_id: str
    type: Literal["tool_search_tool_result"]


@frozen(kw_only=True)
class AnthropicToolUseBlock:
    """An object whose `type` is `"tool_use"`."""

    caller: AnthropicCaller
    id: str
    input: Json | None = None
    name: str
    type: Literal["tool_use"]


@frozen(kw_only=True)
class AnthropicUnknownUsageIteration:
    """Anthropic unknown usage iteration."""

    cache_creation: AnthropicIterationCacheCreation | None = None
    cache_creation_input_tokens: int | None = None
    cache_read_input_tokens: int | None = None
    input_tokens: int | None = None
    output_tokens: int | None = None
    type: str


AnthropicUsageIteration: TypeAlias = (
    AnthropicCompactionUsageIteration
    | AnthropicMessageUsageIteration
    | AnthropicAdvisorMessageUsageIteration
    | AnthropicUnknownUsageIteration
    | Unknown
)


@frozen(kw_only=True)
class AnthropicWebFetchBlock:
    """An object whose `type` is `"web_fetch_result"`."""

    content: AnthropicDocumentBlock
    retrieved_at: str | None
    type: Literal["web_fetch_result"]
    url: str


@frozen(kw_only=True)
class AnthropicWebFetchToolResultError:
    """An object whose `type` is `"web_fetch_tool_result_error"`."""

    error_code: (
        Literal[
            "invalid_tool_input",
            "url_too_long",
            "url_not_allowed",
            "url_not_accessible",
            "unsupported_content_type",
            "too_many_requests",
            "max_uses_exceeded",
            "unavailable",
            "content_too_large",
            "url_not_in_prior_context",
        ]
        | str
    )
    type: Literal["web_fetch_tool_result_error"]


AnthropicWebFetchContent: TypeAlias = AnthropicWebFetchToolResultError | AnthropicWebFetchBlock | Unknown


@frozen(kw_only=True)
class AnthropicWebFetchToolResult:
    """An object whose `type` is `"web_fetch_tool_result"`."""

    caller: AnthropicCaller
    content: AnthropicWebFetchContent
    tool_use_id: str
    type: Literal["web_fetch_tool_result"]


@frozen(kw_only=True)
class AnthropicWebSearchResult:
    """An object whose `type` is `"web_search_result"`."""

    encrypted_content: str
    page_age: str | None
    title: str
    type: Literal["web_search_result"]
    url: str


@frozen(kw_only=True)
class AnthropicWebSearchToolResultError:
    """An object whose `type` is `"web_search_tool_result_error"`."""

    error_code: (
        Literal[
            "invalid_tool_input",
            "unavailable",
            "max_uses_exceeded",
            "too_many_requests",
            "query_too_long",
            "request_too_large",
        ]
        | str
    )
    type: Literal["web_search_tool_result_error"]


@frozen(kw_only=True)
class AnthropicWebSearchToolResult:
    """An object whose `type` is `"web_search_tool_result"`."""

    caller: AnthropicCaller
    content: tuple[AnthropicWebSearchResult, ...] | AnthropicWebSearchToolResultError
    tool_use_id: str
    type: Literal["web_search_tool_result"]


@frozen(kw_only=True)
class MessagesContentBlockDeltaEventDeltaTextDelta:
    """An object whose `type` is `"text_delta"`."""

    text: str
    type: Literal["text_delta"]


@frozen(kw_only=True)
class MessagesContentBlockDeltaEventDeltaInputJsonDelta:
    """An object whose `type` is `"input_json_delta"`."""

    partial_json: str
    type: Literal["input_json_delta"]


@frozen(kw_only=True)
class MessagesContentBlockDeltaEventDeltaThinkingDelta:
    """An object whose `type` is `"thinking_delta"`."""

    thinking: str
    type: Literal["thinking_delta"]


@frozen(kw_only=True)
class MessagesContentBlockDeltaEventDeltaSignatureDelta:
    """An object whose `type` is `"signature_delta"`."""

    signature: str
    type: Literal["signature_delta"]


@frozen(kw_only=True)
class MessagesContentBlockDeltaEventDeltaCitationsDelta:
    """An object whose `type` is `"citations_delta"`."""

    citation: (
        AnthropicCitationCharLocation
        | AnthropicCitationPageLocation
        | AnthropicCitationContentBlockLocation
        | AnthropicCitationWebSearchResultLocation
        | AnthropicCitationSearchResultLocation
        | Unknown
    )
    type: Literal["citations_delta"]


@frozen(kw_only=True)
class MessagesContentBlockDeltaEventDeltaCompactionDelta:
    """An object whose `type` is `"compaction_delta"`."""

    content: str | None
    encrypted_content: str | None = None
    type: Literal["compaction_delta"]


@frozen(kw_only=True)
class MessagesContentBlockDeltaEvent:
    """The event `content_block_delta`."""

    delta: (
        MessagesContentBlockDeltaEventDeltaTextDelta
        | MessagesContentBlockDeltaEventDeltaInputJsonDelta
        | MessagesContentBlockDeltaEventDeltaThinkingDelta
        | MessagesContentBlockDeltaEventDeltaSignatureDelta
        | MessagesContentBlockDeltaEventDeltaCitationsDelta
        | MessagesContentBlockDeltaEventDeltaCompactionDelta
        | Unknown
    )
    index: int
    type: Literal["content_block_delta"]


ORAnthropicNullableCaller: TypeAlias = (
    AnthropicDirectCaller | AnthropicCodeExecution20250825Caller | AnthropicCodeExecution20260120Caller | Unknown | None
)


@frozen(kw_only=True)
class ORAnthropicServerToolUseBlock:
    """An object whose `type` is `"server_tool_use"`."""

    caller: ORAnthropicNullableCaller | None = None
    id: str
    input: Json | None = None
    name: str
    type: Literal["server_tool_use"]


@frozen(kw_only=True)
class ORAnthropicShellToolResultFile:
    """An object whose `type` is `"container_file_citation"`."""

    container_id: str
    end_index: int
    file_id: str
    filename: str
    start_index: int
    type: Literal["container_file_citation"]


@frozen(kw_only=True)
class ORAnthropicShellToolResult:
    """An object whose `type` is `"openrouter_shell_tool_result"`."""

    content: Mapping[str, Json]
    tool_use_id: str
    type: Literal["openrouter_shell_tool_result"]
    container_id: str | None = None
    files: tuple[ORAnthropicShellToolResultFile, ...] | None = None


@frozen(kw_only=True)
class ORAnthropicBashToolResultFile:
    """An object whose `type` is `"container_file_citation"`."""

    container_id: str
    end_index: int
    file_id: str
    filename: str
    start_index: int
    type: Literal["container_file_citation"]


@frozen(kw_only=True)
class ORAnthropicBashToolResult:
    """An object whose `type` is `"openrouter_bash_tool_result"`."""

    content: Mapping[str, Json]
    tool_use_id: str
    type: Literal["openrouter_bash_tool_result"]
    container_id: str | None = None
    files: tuple[ORAnthropicBashToolResultFile, ...] | None = None


@frozen(kw_only=True)
class MessagesContentBlockStartEventContentBlockCompaction:
    """An object whose `type` is `"compaction"`."""

    content: str | None
    encrypted_content: str | None = None
    type: Literal["compaction"]


@frozen(kw_only=True)
class MessagesContentBlockStartEvent:
    """The event `content_block_start`."""

    content_block: (
        AnthropicTextBlock
        | AnthropicToolUseBlock
        | AnthropicThinkingBlock
        | AnthropicRedactedThinkingBlock
        | ORAnthropicServerToolUseBlock
        | AnthropicWebSearchToolResult
        | AnthropicWebFetchToolResult
        | AnthropicCodeExecutionToolResult
        | AnthropicBashCodeExecutionToolResult
        | AnthropicTextEditorCodeExecutionToolResult
        | AnthropicToolSearchToolResult
        | AnthropicContainerUpload
        | AnthropicCompactionBlock
        | AnthropicAdvisorToolResult
        | ORAnthropicShellToolResult
        | ORAnthropicBashToolResult
        | Unknown
    )
    index: int
    type: Literal["content_block_start"]


@frozen(kw_only=True)
class MessagesContentBlockStopEvent:
    """The event `content_block_stop`."""

    index: int
    type: Literal["content_block_stop"]


ORAnthropicStopReason: TypeAlias = (
    Literal[
        "end_turn",
        "max_tokens",
        "model_context_window_exceeded",
        "stop_sequence",
        "tool_use",
        "pause_turn",
        "refusal",
        "compaction",
    ]
    | str
)


@frozen(kw_only=True)
class MessagesDeltaEventDelta:
    """Messages delta event delta."""

    container: AnthropicContainer | None
    stop_details: AnthropicRefusalStopDetails | None
    stop_reason: ORAnthropicStopReason | None
    stop_sequence: str | None


@frozen(kw_only=True)
class MessagesDeltaEventUsageServerToolUse:
    """Messages delta event usage server tool use."""

    web_fetch_requests: int
    web_search_requests: int


@frozen(kw_only=True)
class MessagesDeltaEventUsage:
    """Messages delta event usage."""

    cache_creation: AnthropicCacheCreation | None = None
    cache_creation_input_tokens: int | None
    cache_read_input_tokens: int | None
    input_tokens: int | None
    iterations: tuple[AnthropicUsageIteration, ...] | None = None
    output_tokens: int
    output_tokens_details: AnthropicOutputTokensDetails | None
    server_tool_use: MessagesDeltaEventUsageServerToolUse | None


@frozen(kw_only=True)
class MessagesDeltaEvent:
    """The event `message_delta`."""

    delta: MessagesDeltaEventDelta
    type: Literal["message_delta"]
    usage: MessagesDeltaEventUsage


@frozen(kw_only=True)
class MessagesErrorEventError:
    """Messages error event error."""

    error_type: ApiErrorType | None = None
    message: str
    type: str


@frozen(kw_only=True)
class MessagesErrorEvent:
    """The event `error`."""

    error: MessagesErrorEventError
    openrouter_metadata: OpenRouterMetadata | None = None
    type: Literal["error"]


@frozen(kw_only=True)
class MessagesPingEvent:
    """The event `ping`."""

    type: Literal["ping"]


@frozen(kw_only=True)
class ORAnthropicToolSearchResult:
    """An object whose `type` is `"openrouter_tool_search_result"`."""

    content: Mapping[str, Json]
    tool_use_id: str
    type: Literal["openrouter_tool_search_result"]


ORAnthropicContentBlock: TypeAlias = (
    AnthropicTextBlock
    | AnthropicToolUseBlock
    | AnthropicThinkingBlock
    | AnthropicRedactedThinkingBlock
    | ORAnthropicServerToolUseBlock
    | AnthropicWebSearchToolResult
    | AnthropicWebFetchToolResult
    | AnthropicCodeExecutionToolResult
    | AnthropicBashCodeExecutionToolResult
    | AnthropicTextEditorCodeExecutionToolResult
    | AnthropicToolSearchToolResult
    | AnthropicContainerUpload
    | AnthropicCompactionBlock
    | AnthropicAdvisorToolResult
    | ORAnthropicShellToolResult
    | ORAnthropicBashToolResult
    | ORAnthropicToolSearchResult
    | Unknown
)


@frozen(kw_only=True)
class MessagesResultUsage:
    """Messages result usage."""

    cache_creation: AnthropicCacheCreation | None
    cache_creation_input_tokens: int | None
    cache_read_input_tokens: int | None
    inference_geo: str | None
    input_tokens: int
    output_tokens: int
    output_tokens_details: AnthropicOutputTokensDetails | None
    server_tool_use: AnthropicServerToolUsage | None
    service_tier: str | None
    cost: float | None = None
    cost_details: CostDetails | None = None
    is_byok: bool | None = None
    iterations: tuple[AnthropicUsageIteration, ...] | None = None
    speed: AnthropicSpeed | None = None


@frozen(kw_only=True)
class MessagesResultContextManagementAppliedEdit:
    """Messages result context management applied edit."""

    type: str
    extra: Extra[Json]
    """All else that the object holds, by name."""


@frozen(kw_only=True)
class MessagesResultContextManagement:
    """Messages result context management."""

    applied_edits: tuple[MessagesResultContextManagementAppliedEdit, ...]


@frozen(kw_only=True)
class MessagesResult:
    """A message of the model, whole."""

    container: AnthropicContainer | None
    content: tuple[ORAnthropicContentBlock, ...]
    """Its parts, in order."""
    id: str
    """Its id."""
    model: str
    """The model that answered."""
    role: Literal["assistant"]
    """Who speaks."""
    stop_details: AnthropicRefusalStopDetails | None
    stop_reason: ORAnthropicStopReason | None
    """Why the model stopped."""
    stop_sequence: str | None
    type: Literal["message"]
    usage: MessagesResultUsage
    """What it took and cost."""
    context_management: MessagesResultContextManagement | None = None
    openrouter_metadata: OpenRouterMetadata | None = None
    provider: str | None = None


@frozen(kw_only=True)
class MessagesStartEventMessageUsage:
    """Messages start event message usage."""

    cache_creation: AnthropicCacheCreation | None
    cache_creation_input_tokens: int | None
    cache_read_input_tokens: int | None
    inference_geo: str | None
    input_tokens: int
    output_tokens: int
    output_tokens_details: AnthropicOutputTokensDetails | None
    server_tool_use: AnthropicServerToolUsage | None
    service_tier: AnthropicServiceTier | None
    iterations: tuple[AnthropicUsageIteration, ...] | None = None
    speed: AnthropicSpeed | None = None


@frozen(kw_only=True)
class MessagesStartEventMessage:
    """An object whose `role` is `"assistant"`."""

    container: AnthropicContainer | None
    content: tuple[ORAnthropicContentBlock, ...]
    id: str
    model: str
    provider: (
        Literal[
            "AnyScale",
            "Atoma",
            "Cent-ML",
            "CrofAI",
            "Enfer",
            "GoPomelo",
            "HuggingFace",
            "Hyperbolic",
            "Hyperbolic 2",
            "InoCloud",
            "Kluster",
            "Lambda",
            "Lepton",
            "Lynn 2",
            "Lynn",
            "Mancer",
            "Modal",
            "Nineteen",
            "OctoAI",
            "Recursal",
            "Reflection",
            "Replicate",
            "SambaNova 2",
            "SF Compute",
            "Targon",
            "Together 2",
            "Ubicloud",
            "01.AI",
            "AkashML",
            "AI21",
            "AionLabs",
            "Alibaba",
            "Ambient",
            "Baidu",
            "Amazon Bedrock",
            "Amazon Nova",
            "Anthropic",
            "Arcee AI",
            "AtlasCloud",
            "Avian",
            "Azure",
            "BaseTen",
            "BytePlus",
            "Black Forest Labs",
            "Cerebras",
            "Chutes",
            "Cirrascale",
            "Claude Platform on AWS",
            "Clarifai",
            "Cloudflare",
            "Cohere",
            "CoreWeave",
            "Crucible",
            "Crusoe",
            "Darkbloom",
            "Databricks",
            "Decart",
            "Deepgram",
            "DeepInfra",
            "DeepSeek",
            "DekaLLM",
            "DigitalOcean",
            "Featherless",
            "Fireworks",
            "Fish Audio",
            "Friendli",
            "GMICloud",
            "Google",
            "Google AI Studio",
            "Groq",
            "HeyGen",
            "Inception",
            "Inceptron",
            "InferenceNet",
            "Ionstream",
            "Infermatic",
            "Io Net",
            "Inferact vLLM",
            "Inflection",
            "Liquid",
            "Makora",
            "Mara",
            "Mancer 2",
            "Meta",
            "Minimax",
            "ModelRun",
            "Mistral",
            "Modular",
            "Moonshot AI",
            "Morph",
            "VoyageAI by MongoDB",
            "NCompass",
            "Nebius",
            "Nex AGI",
            "NextBit",
            "Novita",
            "Nvidia",
            "OpenAI",
            "OpenInference",
            "Parasail",
            "Poolside",
            "Perceptron",
            "Perplexity",
            "Phala",
            "Recraft",
            "Reka",
            "Relace",
            "Sail Research",
            "Sakana AI",
            "SambaNova",
            "Seed",
            "SiliconFlow",
            "Sourceful",
            "StepFun",
            "Stealth",
            "StreamLake",
            "Switchpoint",
            "Tencent",
            "Tenstorrent",
            "Thinking Machines",
            "Together",
            "Upstage",
            "Venice",
            "Wafer",
            "WandB",
            "Quiver",
            "Krea",
            "Runway",
            "Xiaomi",
            "xAI",
            "Z.AI",
            "FakeProvider",
        ]
        | None
    ) = None
    role: Literal["assistant"]
    stop_details: AnthropicRefusalStopDetails | None
    stop_reason: Json
    stop_sequence: Json
    type: Literal["message"]
    usage: MessagesStartEventMessageUsage


@frozen(kw_only=True)
class MessagesStartEvent:
    """The event `message_start`."""

    message: MessagesStartEventMessage
    type: Literal["message_start"]


@frozen(kw_only=True)
class MessagesStopEvent:
    """The event `message_stop`."""

    openrouter_metadata: OpenRouterMetadata | None = None
    type: Literal["message_stop"]


MessagesStreamEvents: TypeAlias = (
    MessagesStartEvent
    | MessagesDeltaEvent
    | MessagesStopEvent
    | MessagesContentBlockStartEvent
    | MessagesContentBlockDeltaEvent
    | MessagesContentBlockStopEvent
    | MessagesPingEvent
    | MessagesErrorEvent
    | Unknown
)

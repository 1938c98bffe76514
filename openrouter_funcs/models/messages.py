# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""Messages: responses."""

# No `from __future__ import annotations`: it would hide `Required` from `TypedDict` (PEP 655).
from collections.abc import Mapping
from typing import Literal, TypeAlias

from openrouter_core.model import Json, OnDemand, Unknown, frozen
from openrouter_funcs import models as _models
from openrouter_funcs.models.enums import AnthropicSpeed, ApiErrorType
from openrouter_funcs.models.provider_names import ProviderName
from openrouter_funcs.models.usage import CostDetails

__all__ = [
    "AnthropicAdvisorToolResult",
    "AnthropicBase64PdfSource",
    "AnthropicBashCodeExecutionContent",
    "AnthropicBashCodeExecutionOutput",
    "AnthropicBashCodeExecutionResult",
    "AnthropicBashCodeExecutionToolResult",
    "AnthropicBashCodeExecutionToolResultError",
    "AnthropicCaller",
    "AnthropicCitationCharLocation",
    "AnthropicCitationContentBlockLocation",
    "AnthropicCitationPageLocation",
    "AnthropicCitationSearchResultLocation",
    "AnthropicCitationWebSearchResultLocation",
    "AnthropicCodeExecution20250825Caller",
    "AnthropicCodeExecution20260120Caller",
    "AnthropicCodeExecutionContent",
    "AnthropicCodeExecutionOutput",
    "AnthropicCodeExecutionResult",
    "AnthropicCodeExecutionToolResult",
    "AnthropicCodeExecutionToolResultError",
    "AnthropicCompactionBlock",
    "AnthropicContainer",
    "AnthropicContainerUpload",
    "AnthropicDirectCaller",
    "AnthropicDocumentBlock",
    "AnthropicEncryptedCodeExecutionResult",
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
    "MessagesContentBlockStopEvent",
    "MessagesDeltaEvent",
    "MessagesDeltaEventDelta",
    "MessagesDeltaEventUsage",
    "MessagesDeltaEventUsageServerToolUse",
    "MessagesErrorEvent",
    "MessagesErrorEventError",
    "MessagesPingEvent",
    "MessagesResult",
    "MessagesResultUsage",
    "MessagesStartEvent",
    "MessagesStartEventMessage",
    "MessagesStartEventMessageUsage",
    "MessagesStopEvent",
    "MessagesStreamEvents",
    "ORAnthropicBashToolResult",
    "ORAnthropicContentBlock",
    "ORAnthropicServerToolUseBlock",
    "ORAnthropicShellToolResult",
    "ORAnthropicStopReason",
    "ORAnthropicToolSearchResult",
]


@frozen(kw_only=True)
class AnthropicContainer:
    """The container in which tools of the provider ran code."""

    expires_at: str
    """Until when the container can be used, in ISO 8601."""
    id: str
    """The id of the container."""
    skills: "OnDemand[tuple[_models.messages_parts.AnthropicContainerSkill, ...]] | None" = None
    """The skills in the container, or `None` for none."""


@frozen(kw_only=True)
class AnthropicCitationCharLocation:
    """A citation of a text document, by its characters."""

    cited_text: str
    """The text that is cited."""
    document_index: int
    """The number of the document among those of the request, from 0."""
    document_title: str | None
    """The title of the document, or `None` if it has none."""
    end_char_index: int
    """Where the cited text ends, in characters from 0; the character there is not part of it."""
    file_id: str | None
    """The id of the file that the document is, or `None` if it is none."""
    start_char_index: int
    """Where the cited text begins, in characters from 0."""
    type: Literal["char_location"]


@frozen(kw_only=True)
class AnthropicCitationPageLocation:
    """A citation of a PDF, by its pages."""

    cited_text: str
    """The text that is cited."""
    document_index: int
    """The number of the document among those of the request, from 0."""
    document_title: str | None
    """The title of the document, or `None` if it has none."""
    end_page_number: int
    """The page after the last cited one."""
    file_id: str | None
    """The id of the file that the document is, or `None` if it is none."""
    start_page_number: int
    """The first cited page, from 1."""
    type: Literal["page_location"]


@frozen(kw_only=True)
class AnthropicCitationContentBlockLocation:
    """A citation of a document of several blocks, by its blocks."""

    cited_text: str
    """The text that is cited."""
    document_index: int
    """The number of the document among those of the request, from 0."""
    document_title: str | None
    """The title of the document, or `None` if it has none."""
    end_block_index: int
    """The block after the last cited one."""
    file_id: str | None
    """The id of the file that the document is, or `None` if it is none."""
    start_block_index: int
    """The first cited block, from 0."""
    type: Literal["content_block_location"]


@frozen(kw_only=True)
class AnthropicCitationWebSearchResultLocation:
    """A citation of a web page that a search found."""

    cited_text: str
    """The text that is cited."""
    encrypted_index: str
    """Where the cited text is in the results, encrypted; send it back unchanged."""
    title: str | None
    """The title of the page, or `None` if it has none."""
    type: Literal["web_search_result_location"]
    url: str
    """The address of the page."""


@frozen(kw_only=True)
class AnthropicCitationSearchResultLocation:
    """A citation of a search result that you sent, by its blocks."""

    cited_text: str
    """The text that is cited."""
    end_block_index: int
    """The block after the last cited one."""
    search_result_index: int
    """The number of the search result among those of the request, from 0."""
    source: str
    """Where the search result comes from, as you sent it."""
    start_block_index: int
    """The first cited block, from 0."""
    title: str | None
    """The title of the search result, or `None` if it has none."""
    type: Literal["search_result_location"]


AnthropicTextCitation: TypeAlias = (
    AnthropicCitationCharLocation
    | AnthropicCitationPageLocation
    | AnthropicCitationContentBlockLocation
    | AnthropicCitationWebSearchResultLocation
    | AnthropicCitationSearchResultLocation
    | Unknown
)
"""A citation of a document, a web page or a search result."""


@frozen(kw_only=True)
class AnthropicTextBlock:
    """A block of a message: text."""

    citations: tuple[AnthropicTextCitation, ...] | None
    """What the text is based on, or `None`."""
    text: str
    """What the model says."""
    type: Literal["text"]


@frozen(kw_only=True)
class AnthropicDirectCaller:
    """The model itself calls the tool."""

    type: Literal["direct"]


@frozen(kw_only=True)
class AnthropicCodeExecution20250825Caller:
    """Code that the model wrote calls the tool (`code_execution_20250825`)."""

    tool_id: str
    """The `id` of the block that runs the code."""
    type: Literal["code_execution_20250825"]


@frozen(kw_only=True)
class AnthropicCodeExecution20260120Caller:
    """Code that the model wrote calls the tool (`code_execution_20260120`)."""

    tool_id: str
    """The `id` of the block that runs the code."""
    type: Literal["code_execution_20260120"]


AnthropicCaller: TypeAlias = (
    AnthropicDirectCaller | AnthropicCodeExecution20250825Caller | AnthropicCodeExecution20260120Caller | Unknown
)
"""Who calls a tool: the model itself, or code that it wrote."""


@frozen(kw_only=True)
class AnthropicToolUseBlock:
    """A block of a message: the model calls a tool.

    Run it, and send a block `tool_result` in the next message of the user.
    """

    caller: AnthropicCaller
    """Who calls the tool: the model itself, or code that it wrote."""
    id: str
    """The id of the call, which the result repeats as `tool_use_id`."""
    input: Json | None = None
    """What the tool is called with."""
    name: str
    """The tool that is called."""
    type: Literal["tool_use"]


@frozen(kw_only=True)
class AnthropicThinkingBlock:
    """A block of a message: what the model thought. Send it back unchanged in later requests."""

    signature: str
    """The provider's encrypted signature of the thinking; send it back unchanged."""
    thinking: str
    """The thinking or a summary of it; empty if `display` omits it."""
    type: Literal["thinking"]


@frozen(kw_only=True)
class AnthropicRedactedThinkingBlock:
    """A block of a message: thinking that only the provider can read. Send it back unchanged in later requests."""

    data: str
    """The thinking, encrypted."""
    type: Literal["redacted_thinking"]


@frozen(kw_only=True)
class ORAnthropicServerToolUseBlock:
    """A block of a message: the model calls a tool that runs on the server. You do not run it."""

    caller: "OnDemand[_models.messages_parts.ORAnthropicNullableCaller] | None" = None
    """Who calls the tool: the model itself, or code that it wrote."""
    id: str
    """The id of the call, which the result repeats as `tool_use_id`."""
    input: Json | None = None
    """What the tool is called with."""
    name: str
    """The tool that is called, such as `"web_search"`."""
    type: Literal["server_tool_use"]


@frozen(kw_only=True)
class AnthropicWebSearchResult:
    """A web page that a search found."""

    encrypted_content: str
    """The content of the page, encrypted; send it back unchanged, so that the model can cite the page later."""
    page_age: str | None
    """When the page was last changed, as text for people, or `None` if that is unknown."""
    title: str
    """The title of the page."""
    type: Literal["web_search_result"]
    url: str
    """The address of the page."""


@frozen(kw_only=True)
class AnthropicWebSearchToolResultError:
    """A web search failed."""

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
    """Why the tool failed, for programs."""
    type: Literal["web_search_tool_result_error"]


@frozen(kw_only=True)
class AnthropicWebSearchToolResult:
    """A block of a message: what a web search found."""

    caller: AnthropicCaller
    """Who calls the tool: the model itself, or code that it wrote."""
    content: tuple[AnthropicWebSearchResult, ...] | AnthropicWebSearchToolResultError
    """The pages that were found, or why the search failed."""
    tool_use_id: str
    """The `id` of the call that this answers."""
    type: Literal["web_search_tool_result"]


@frozen(kw_only=True)
class AnthropicWebFetchToolResultError:
    """A web page could not be fetched."""

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
    """Why the tool failed, for programs."""
    type: Literal["web_fetch_tool_result_error"]


@frozen(kw_only=True)
class AnthropicBase64PdfSource:
    """A PDF."""

    data: str
    """The PDF in base64."""
    media_type: Literal["application/pdf"]
    type: Literal["base64"]


@frozen(kw_only=True)
class AnthropicPlainTextSource:
    """A document of plain text."""

    data: str
    """The text itself."""
    media_type: Literal["text/plain"]
    type: Literal["text"]


@frozen(kw_only=True)
class AnthropicDocumentBlock:
    """A document, such as a web page that was fetched."""

    citations: "OnDemand[_models.messages_parts.AnthropicCitationsConfig] | None" = None
    """Whether the model may cite the document, or `None`."""
    source: AnthropicBase64PdfSource | AnthropicPlainTextSource | Unknown
    """The content: a PDF or plain text."""
    title: str | None
    """The title of the document, or `None` if it has none."""
    type: Literal["document"]


@frozen(kw_only=True)
class AnthropicWebFetchBlock:
    """A web page that was fetched."""

    content: AnthropicDocumentBlock
    """The page as a document."""
    retrieved_at: str | None
    """When the page was fetched, in ISO 8601, or `None` if that is unknown."""
    type: Literal["web_fetch_result"]
    url: str
    """The address of the page."""


AnthropicWebFetchContent: TypeAlias = AnthropicWebFetchToolResultError | AnthropicWebFetchBlock | Unknown
"""A web page that was fetched, or why it could not be."""


@frozen(kw_only=True)
class AnthropicWebFetchToolResult:
    """A block of a message: a web page that was fetched."""

    caller: AnthropicCaller
    """Who calls the tool: the model itself, or code that it wrote."""
    content: AnthropicWebFetchContent
    """The page, or why it could not be fetched."""
    tool_use_id: str
    """The `id` of the call that this answers."""
    type: Literal["web_fetch_tool_result"]


AnthropicServerToolErrorCode: TypeAlias = (
    Literal["invalid_tool_input", "unavailable", "too_many_requests", "execution_time_exceeded"] | str
)
"""Why a tool failed. `invalid_tool_input`: the model called it with wrong values; `unavailable`: the tool does not work
at present; `too_many_requests`: the tool was called too often; `execution_time_exceeded`: the code ran for too long."""


@frozen(kw_only=True)
class AnthropicCodeExecutionToolResultError:
    """Code of the model could not run."""

    error_code: AnthropicServerToolErrorCode
    """Why the tool failed, for programs."""
    type: Literal["code_execution_tool_result_error"]


@frozen(kw_only=True)
class AnthropicCodeExecutionOutput:
    """A file that code of the model wrote."""

    file_id: str
    """The id of the file at the provider."""
    type: Literal["code_execution_output"]


@frozen(kw_only=True)
class AnthropicCodeExecutionResult:
    """What code of the model did."""

    content: tuple[AnthropicCodeExecutionOutput, ...]
    """The files that the code wrote."""
    return_code: int
    """The exit code, 0 for success."""
    stderr: str
    """What was written to standard error."""
    stdout: str
    """What was written to standard output."""
    type: Literal["code_execution_result"]


@frozen(kw_only=True)
class AnthropicEncryptedCodeExecutionResult:
    """What code of the model did, with an output that only the provider can read."""

    content: tuple[AnthropicCodeExecutionOutput, ...]
    """The files that the code wrote."""
    encrypted_stdout: str
    """What was written to standard output, encrypted; send it back unchanged."""
    return_code: int
    """The exit code, 0 for success."""
    stderr: str
    """What was written to standard error."""
    type: Literal["encrypted_code_execution_result"]


AnthropicCodeExecutionContent: TypeAlias = (
    AnthropicCodeExecutionToolResultError
    | AnthropicCodeExecutionResult
    | AnthropicEncryptedCodeExecutionResult
    | Unknown
)
"""What code of the model did, or why it could not run."""


@frozen(kw_only=True)
class AnthropicCodeExecutionToolResult:
    """A block of a message: what code of the model did (`code_execution`)."""

    content: AnthropicCodeExecutionContent
    """What the code wrote and how it ended, or why it could not run."""
    tool_use_id: str
    """The `id` of the call that this answers."""
    type: Literal["code_execution_tool_result"]


@frozen(kw_only=True)
class AnthropicBashCodeExecutionToolResultError:
    """A shell command could not run."""

    error_code: (
        Literal[
            "invalid_tool_input", "unavailable", "too_many_requests", "execution_time_exceeded", "output_file_too_large"
        ]
        | str
    )
    """Why the tool failed, for programs."""
    type: Literal["bash_code_execution_tool_result_error"]


@frozen(kw_only=True)
class AnthropicBashCodeExecutionOutput:
    """A file that a shell command wrote."""

    file_id: str
    """The id of the file at the provider."""
    type: Literal["bash_code_execution_output"]


@frozen(kw_only=True)
class AnthropicBashCodeExecutionResult:
    """What a shell command did."""

    content: tuple[AnthropicBashCodeExecutionOutput, ...]
    """The files that the command wrote."""
    return_code: int
    """The exit code, 0 for success."""
    stderr: str
    """What was written to standard error."""
    stdout: str
    """What was written to standard output."""
    type: Literal["bash_code_execution_result"]


AnthropicBashCodeExecutionContent: TypeAlias = (
    AnthropicBashCodeExecutionToolResultError | AnthropicBashCodeExecutionResult | Unknown
)
"""What a shell command did, or why it could not run."""


@frozen(kw_only=True)
class AnthropicBashCodeExecutionToolResult:
    """A block of a message: what a shell command did, in the provider's container."""

    content: AnthropicBashCodeExecutionContent
    """What the command wrote and how it ended, or why it could not run."""
    tool_use_id: str
    """The `id` of the call that this answers."""
    type: Literal["bash_code_execution_tool_result"]


@frozen(kw_only=True)
class AnthropicTextEditorCodeExecutionToolResultError:
    """A text editor failed."""

    error_code: (
        Literal["invalid_tool_input", "unavailable", "too_many_requests", "execution_time_exceeded", "file_not_found"]
        | str
    )
    """Why the tool failed, for programs."""
    error_message: str | None
    """Why it failed, for people, or `None`."""
    type: Literal["text_editor_code_execution_tool_result_error"]


@frozen(kw_only=True)
class AnthropicTextEditorCodeExecutionViewResult:
    """A file that the model looked at in a text editor."""

    content: str
    """What the model sees of the file."""
    file_type: Literal["text", "image", "pdf"] | str
    """What kind of file it is."""
    num_lines: int | None
    """How many lines the model sees, or `None`."""
    start_line: int | None
    """The number of the first line that the model sees, or `None`."""
    total_lines: int | None
    """How many lines the file has, or `None`."""
    type: Literal["text_editor_code_execution_view_result"]


@frozen(kw_only=True)
class AnthropicTextEditorCodeExecutionCreateResult:
    """A text editor wrote a file."""

    is_file_update: bool
    """Whether the file was there before."""
    type: Literal["text_editor_code_execution_create_result"]


@frozen(kw_only=True)
class AnthropicTextEditorCodeExecutionStrReplaceResult:
    """A text editor replaced text in a file. The fields describe the change as a diff does."""

    lines: tuple[str, ...] | None
    """The lines of the diff, or `None`."""
    new_lines: int | None
    """How many lines the place has after the change, or `None`."""
    new_start: int | None
    """The number of the place's first line after the change, or `None`."""
    old_lines: int | None
    """How many lines the place had before the change, or `None`."""
    old_start: int | None
    """The number of the place's first line before the change, or `None`."""
    type: Literal["text_editor_code_execution_str_replace_result"]


AnthropicTextEditorCodeExecutionContent: TypeAlias = (
    AnthropicTextEditorCodeExecutionToolResultError
    | AnthropicTextEditorCodeExecutionViewResult
    | AnthropicTextEditorCodeExecutionCreateResult
    | AnthropicTextEditorCodeExecutionStrReplaceResult
    | Unknown
)
"""What a text editor did, or why it failed."""


@frozen(kw_only=True)
class AnthropicTextEditorCodeExecutionToolResult:
    """A block of a message: what a text editor did in the provider's container."""

    content: AnthropicTextEditorCodeExecutionContent
    """The file, the change to it, or why the editor failed."""
    tool_use_id: str
    """The `id` of the call that this answers."""
    type: Literal["text_editor_code_execution_tool_result"]


@frozen(kw_only=True)
class AnthropicToolSearchResultError:
    """A search for tools failed."""

    error_code: AnthropicServerToolErrorCode
    """Why the tool failed, for programs."""
    error_message: str | None
    """Why it failed, for people, or `None`."""
    type: Literal["tool_search_tool_result_error"]


@frozen(kw_only=True)
class AnthropicToolReference:
    """A tool that a search found, by its name."""

    tool_name: str
    """The tool, by the name that it has in `tools`."""
    type: Literal["tool_reference"]


@frozen(kw_only=True)
class AnthropicToolSearchResult:
    """The tools that a search found. The model can call them from now on."""

    tool_references: tuple[AnthropicToolReference, ...]
    """The tools, by their names."""
    type: Literal["tool_search_tool_search_result"]


AnthropicToolSearchContent: TypeAlias = AnthropicToolSearchResultError | AnthropicToolSearchResult | Unknown
"""The tools that a search found, or why it failed."""


@frozen(kw_only=True)
class AnthropicToolSearchToolResult:
    """A block of a message: the tools that Anthropic's tool search found."""

    content: AnthropicToolSearchContent
    """The tools that were found, or why the search failed."""
    tool_use_id: str
    """The `id` of the call that this answers."""
    type: Literal["tool_search_tool_result"]


@frozen(kw_only=True)
class AnthropicContainerUpload:
    """A block of a message: a file that was put into the container."""

    file_id: str
    """The id of the file at the provider."""
    type: Literal["container_upload"]


@frozen(kw_only=True)
class AnthropicCompactionBlock:
    """A block of a message: a summary that replaces all that came before it. Send it back in later requests."""

    content: str | None
    """The summary, or `None` if it could not be made."""
    encrypted_content: str | None = None
    """Data of the provider; send it back unchanged."""
    type: Literal["compaction"]


@frozen(kw_only=True)
class AnthropicAdvisorToolResult:
    """A block of a message: advice that another model gave, with Anthropic's tool `advisor`."""

    content: Mapping[str, Json]
    """The advice, or why there is none; its `type` says which."""
    tool_use_id: str
    """The `id` of the call that this answers."""
    type: Literal["advisor_tool_result"]


@frozen(kw_only=True)
class ORAnthropicShellToolResult:
    """A block of a message: what shell commands (`openrouter:shell`) wrote in OpenRouter's sandbox."""

    content: Mapping[str, Json]
    """What the commands wrote."""
    tool_use_id: str
    """The `id` of the call that this answers."""
    type: Literal["openrouter_shell_tool_result"]
    container_id: str | None = None
    """The container in which the command ran, for the `containers_*` functions and for `container_reference` in later
    requests."""
    files: "OnDemand[tuple[_models.messages_parts.ORAnthropicShellToolResultFile, ...]] | None" = None
    """The files that the command created or changed, at most 10, the latest first; get them with the `containers_*`
    functions."""


@frozen(kw_only=True)
class ORAnthropicBashToolResult:
    """What a command wrote in OpenRouter's sandbox. The tool is `openrouter:bash` with the engine `openrouter`."""

    content: Mapping[str, Json]
    """What the command wrote."""
    tool_use_id: str
    """The `id` of the call that this answers."""
    type: Literal["openrouter_bash_tool_result"]
    container_id: str | None = None
    """The container in which the command ran, for the `containers_*` functions and for `container_reference` in later
    requests."""
    files: "OnDemand[tuple[_models.messages_parts.ORAnthropicBashToolResultFile, ...]] | None" = None
    """The files that the command created or changed, at most 10, the latest first; get them with the `containers_*`
    functions."""


@frozen(kw_only=True)
class ORAnthropicToolSearchResult:
    """A block of a message: the tools that OpenRouter's tool search found. Send it back in later requests."""

    content: Mapping[str, Json]
    """The definitions of the tools that were found, as you sent them."""
    tool_use_id: str
    """The `id` of the call that this answers."""
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
"""A block of a message: text, thinking, a call of a tool, the result of a tool on the server, a file or a summary."""


@frozen(kw_only=True)
class AnthropicRefusalStopDetails:
    """Why the model refused."""

    category: Literal["cyber", "bio", "frontier_llm", "reasoning_extraction", "general_harms"] | str | None
    """What the refusal is about, or `None` if it is of no category."""
    explanation: str | None
    """Why the model refused, for people, or `None`."""
    type: Literal["refusal"]


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
"""Why a model stopped. `end_turn`: the answer is complete; `max_tokens`: the answer reached `max_tokens`;
`model_context_window_exceeded`: the conversation is as long as the model can read; `stop_sequence`: a text of
`stop_sequences` came; `tool_use`: it calls tools of yours; send their results to go on; `pause_turn`: a long answer
with tools on the server is interrupted; send it back as it is to go on; `refusal`: the model refused; `compaction`: the
conversation was summarized, and `pause_after_compaction` is set; send the answer back to go on."""


@frozen(kw_only=True)
class AnthropicOutputTokensDetails:
    """What the tokens of an answer were used for."""

    thinking_tokens: int
    """How many were thinking."""


@frozen(kw_only=True)
class AnthropicServerToolUsage:
    """How often tools of the provider were used."""

    web_fetch_requests: int
    """How many web pages were fetched."""
    web_search_requests: int
    """How many web searches were made."""


AnthropicServiceTier: TypeAlias = Literal["standard", "priority", "batch"] | str
"""The class of speed and price that a request was served in."""


@frozen(kw_only=True)
class MessagesResultUsage:
    """What a messages request used and cost."""

    cache_creation: "OnDemand[_models.metadata.AnthropicCacheCreation] | None"
    """How many of the tokens written to a cache are kept for how long, or `None`."""
    cache_creation_input_tokens: int | None
    """How many tokens of the request were written to a cache, or `None`."""
    cache_read_input_tokens: int | None
    """How many tokens of the request were read from a cache, or `None`."""
    inference_geo: str | None
    """Where the provider ran the model, or `None`."""
    input_tokens: int
    """How many tokens of the request were neither read from a cache nor written to one."""
    output_tokens: int
    """How many tokens the answer has, thinking included."""
    output_tokens_details: AnthropicOutputTokensDetails | None
    """How many tokens of the answer were thinking, or `None`."""
    server_tool_use: AnthropicServerToolUsage | None
    """How often tools of the provider were used, or `None`."""
    service_tier: str | None
    """The service tier that the provider used, or `None`."""
    cost: float | None = None
    """The price in credits, or `None`."""
    cost_details: CostDetails | None = None
    """What the provider's part of the price is made of, or `None`."""
    is_byok: bool | None = None
    """Whether the request ran on a provider key of your own (BYOK)."""
    iterations: "OnDemand[tuple[_models.metadata.AnthropicUsageIteration, ...]] | None" = None
    """The tokens of each step, when the answer took several, such as a summary of the conversation before it."""
    speed: AnthropicSpeed | None = None
    """How fast the model was run."""


@frozen(kw_only=True)
class MessagesResult:
    """The whole answer to a messages request."""

    container: AnthropicContainer | None
    """The container in which tools of the provider ran code, or `None`."""
    content: tuple[ORAnthropicContentBlock, ...]
    """The blocks of the answer, in order."""
    id: str
    """The id of the message."""
    model: str
    """The model that answered."""
    role: Literal["assistant"]
    stop_details: AnthropicRefusalStopDetails | None
    """Why the model refused; `None` unless `stop_reason` is `refusal`."""
    stop_reason: ORAnthropicStopReason | None
    """Why the model stopped, or `None`."""
    stop_sequence: str | None
    """The text of `stop_sequences` at which the model stopped, or `None`."""
    type: Literal["message"]
    usage: MessagesResultUsage
    """What the request used and cost."""
    context_management: "OnDemand[_models.messages_parts.MessagesResultContextManagement] | None" = None
    """What was cleared from the conversation or summarized, or `None`."""
    openrouter_metadata: "OnDemand[_models.metadata.OpenRouterMetadata] | None" = None
    """How the request was routed, when the header `X-OpenRouter-Metadata` asked for it."""
    provider: "ProviderName | None" = None
    """The provider that served the request."""


@frozen(kw_only=True)
class MessagesStartEventMessageUsage:
    """What a request has used at the beginning of a stream."""

    cache_creation: "OnDemand[_models.metadata.AnthropicCacheCreation] | None"
    """How many of the tokens written to a cache are kept for how long, or `None`."""
    cache_creation_input_tokens: int | None
    """How many tokens of the request were written to a cache, or `None`."""
    cache_read_input_tokens: int | None
    """How many tokens of the request were read from a cache, or `None`."""
    inference_geo: str | None
    """Where the provider ran the model, or `None`."""
    input_tokens: int
    """How many tokens of the request were neither read from a cache nor written to one."""
    output_tokens: int
    """How many tokens the answer has so far."""
    output_tokens_details: AnthropicOutputTokensDetails | None
    """How many tokens of the answer were thinking, or `None`."""
    server_tool_use: AnthropicServerToolUsage | None
    """How often tools of the provider were used, or `None`."""
    service_tier: AnthropicServiceTier | None
    """The service tier that the provider uses, or `None`."""
    iterations: "OnDemand[tuple[_models.metadata.AnthropicUsageIteration, ...]] | None" = None
    """The tokens of each step, when the answer took several, such as a summary of the conversation before it."""
    speed: AnthropicSpeed | None = None
    """How fast the model was run."""


@frozen(kw_only=True)
class MessagesStartEventMessage:
    """A message at the beginning of a stream."""

    container: AnthropicContainer | None
    """The container in which tools of the provider run code, or `None`."""
    content: tuple[ORAnthropicContentBlock, ...]
    """The blocks of the answer; empty as long as none has come."""
    id: str
    """The id of the message."""
    model: str
    """The model that answers."""
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
    """The provider that serves the request."""
    role: Literal["assistant"]
    stop_details: AnthropicRefusalStopDetails | None
    """`None`, since the model has not stopped."""
    stop_reason: Json
    """`None`, since the model has not stopped."""
    stop_sequence: Json
    """`None`, since the model has not stopped."""
    type: Literal["message"]
    usage: MessagesStartEventMessageUsage
    """What the request has used so far; `message_delta` has the whole."""


@frozen(kw_only=True)
class MessagesStartEvent:
    """The event `message_start`: a message begins."""

    message: MessagesStartEventMessage
    """The message as it is now, without content."""
    type: Literal["message_start"]


@frozen(kw_only=True)
class MessagesDeltaEventDelta:
    """What has become known about a message since it began."""

    container: AnthropicContainer | None
    """The container in which tools of the provider ran code, or `None`."""
    stop_details: AnthropicRefusalStopDetails | None
    """Why the model refused; `None` unless `stop_reason` is `refusal`."""
    stop_reason: ORAnthropicStopReason | None
    """Why the model stopped, or `None`."""
    stop_sequence: str | None
    """The text of `stop_sequences` at which the model stopped, or `None`."""


@frozen(kw_only=True)
class MessagesDeltaEventUsageServerToolUse:
    """How often tools of the provider have been used until now."""

    web_fetch_requests: int
    """How many web pages were fetched."""
    web_search_requests: int
    """How many web searches were made."""


@frozen(kw_only=True)
class MessagesDeltaEventUsage:
    """What a streamed request has used until now."""

    cache_creation: "OnDemand[_models.metadata.AnthropicCacheCreation] | None" = None
    """How many of the tokens written to a cache are kept for how long, or `None`."""
    cache_creation_input_tokens: int | None
    """How many tokens of the request were written to a cache, or `None`."""
    cache_read_input_tokens: int | None
    """How many tokens of the request were read from a cache, or `None`."""
    input_tokens: int | None
    """How many tokens of the request were neither read from a cache nor written to one, or `None`."""
    iterations: "OnDemand[tuple[_models.metadata.AnthropicUsageIteration, ...]] | None" = None
    """The tokens of each step, when the answer took several, such as a summary of the conversation before it."""
    output_tokens: int
    """How many tokens the answer has, thinking included."""
    output_tokens_details: AnthropicOutputTokensDetails | None
    """How many tokens of the answer were thinking, or `None`."""
    server_tool_use: MessagesDeltaEventUsageServerToolUse | None
    """How often tools of the provider were used, or `None`."""


@frozen(kw_only=True)
class MessagesDeltaEvent:
    """The event `message_delta`: the message ends, and this is why."""

    delta: MessagesDeltaEventDelta
    """What has become known about the message."""
    type: Literal["message_delta"]
    usage: MessagesDeltaEventUsage
    """What the request has used until now, as totals and not as additions."""


@frozen(kw_only=True)
class MessagesStopEvent:
    """The event `message_stop`: the message is complete."""

    openrouter_metadata: "OnDemand[_models.metadata.OpenRouterMetadata] | None" = None
    """How the request was routed, when the header `X-OpenRouter-Metadata` asked for it."""
    type: Literal["message_stop"]


@frozen(kw_only=True)
class MessagesContentBlockStartEvent:
    """The event `content_block_start`: a block begins."""

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
    """The block as it begins; the deltas of the same `index` add to it."""
    index: int
    """The number of the block in the message, from 0."""
    type: Literal["content_block_start"]


@frozen(kw_only=True)
class MessagesContentBlockDeltaEventDeltaTextDelta:
    """More of a block's text."""

    text: str
    """The text to append."""
    type: Literal["text_delta"]


@frozen(kw_only=True)
class MessagesContentBlockDeltaEventDeltaInputJsonDelta:
    """More of what a tool is called with."""

    partial_json: str
    """A piece of JSON text; all pieces of the block, joined, are its `input`."""
    type: Literal["input_json_delta"]


@frozen(kw_only=True)
class MessagesContentBlockDeltaEventDeltaThinkingDelta:
    """More of a block's thinking."""

    thinking: str
    """The thinking to append."""
    type: Literal["thinking_delta"]


@frozen(kw_only=True)
class MessagesContentBlockDeltaEventDeltaSignatureDelta:
    """The signature of a block's thinking, at its end."""

    signature: str
    """The provider's encrypted signature of the thinking; send it back unchanged."""
    type: Literal["signature_delta"]


@frozen(kw_only=True)
class MessagesContentBlockDeltaEventDeltaCitationsDelta:
    """One more citation of a block's text."""

    citation: (
        AnthropicCitationCharLocation
        | AnthropicCitationPageLocation
        | AnthropicCitationContentBlockLocation
        | AnthropicCitationWebSearchResultLocation
        | AnthropicCitationSearchResultLocation
        | Unknown
    )
    """The citation to append to the block's `citations`."""
    type: Literal["citations_delta"]


@frozen(kw_only=True)
class MessagesContentBlockDeltaEventDeltaCompactionDelta:
    """The summary of the conversation before."""

    content: str | None
    """The summary, or `None` if it could not be made."""
    encrypted_content: str | None = None
    """Data of the provider; send it back unchanged."""
    type: Literal["compaction_delta"]


@frozen(kw_only=True)
class MessagesContentBlockDeltaEvent:
    """The event `content_block_delta`: a block goes on."""

    delta: (
        MessagesContentBlockDeltaEventDeltaTextDelta
        | MessagesContentBlockDeltaEventDeltaInputJsonDelta
        | MessagesContentBlockDeltaEventDeltaThinkingDelta
        | MessagesContentBlockDeltaEventDeltaSignatureDelta
        | MessagesContentBlockDeltaEventDeltaCitationsDelta
        | MessagesContentBlockDeltaEventDeltaCompactionDelta
        | Unknown
    )
    """What to append to the block."""
    index: int
    """The number of the block in the message, from 0."""
    type: Literal["content_block_delta"]


@frozen(kw_only=True)
class MessagesContentBlockStopEvent:
    """The event `content_block_stop`: a block is complete."""

    index: int
    """The number of the block in the message, from 0."""
    type: Literal["content_block_stop"]


@frozen(kw_only=True)
class MessagesPingEvent:
    """The event `ping`: nothing is new, but the connection is alive."""

    type: Literal["ping"]


@frozen(kw_only=True)
class MessagesErrorEventError:
    """Why a stream ends early."""

    error_type: "ApiErrorType | None" = None
    """The kind of error, by a name that is the same in all of OpenRouter's APIs."""
    message: str
    """What went wrong, for people."""
    type: str
    """The kind of error, as Anthropic names it, such as `"overloaded_error"`."""


@frozen(kw_only=True)
class MessagesErrorEvent:
    """The event `error`: the stream ends early."""

    error: MessagesErrorEventError
    """What went wrong."""
    openrouter_metadata: "OnDemand[_models.metadata.OpenRouterMetadata] | None" = None
    """How the request was routed, when the header `X-OpenRouter-Metadata` asked for it."""
    type: Literal["error"]


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
"""An event of a streamed answer."""

# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""Responses: responses."""

# No `from __future__ import annotations`: it would hide `Required` from `TypedDict` (PEP 655).
from collections.abc import Mapping
from typing import Annotated, Literal, TypeAlias

from openrouter_core.model import Extra, Json, OnDemand, Unknown, Wire, frozen
from openrouter_core.secret import Secret
from openrouter_funcs import models as _models
from openrouter_funcs.models.enums import ApiErrorType, ReasoningFormat, WebSearchEngineEnum, WebSearchMode
from openrouter_funcs.models.responses_enums import (
    ApplyPatchCallStatus,
    FailableToolCallStatus,
    ImageGenerationStatus,
    SearchContextSizeEnum,
    ToolCallStatus,
    WebSearchStatus,
)

__all__ = [
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
    "CodeInterpreterCallCodeDeltaEvent",
    "CodeInterpreterCallCodeDoneEvent",
    "CodeInterpreterCallCompletedEvent",
    "CodeInterpreterCallInProgressEvent",
    "CodeInterpreterCallInterpretingEvent",
    "CodeInterpreterServerTool",
    "CodexLocalShellTool",
    "ComputerUseServerTool",
    "ConfigurationUpdateItem",
    "ConfigurationUpdateReasoning",
    "ContentPartAddedEvent",
    "ContentPartDoneEvent",
    "CustomTool",
    "CustomToolCallInputDeltaEvent",
    "CustomToolCallInputDoneEvent",
    "DebugEvent",
    "DebugEventDebug",
    "ErrorEvent",
    "FileCitation",
    "FilePath",
    "FileSearchServerTool",
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
    "ImageGenCallCompletedEvent",
    "ImageGenCallGeneratingEvent",
    "ImageGenCallInProgressEvent",
    "ImageGenCallPartialImageEvent",
    "ImageGenerationServerTool",
    "IncompleteDetails",
    "InputAudio",
    "InputAudioInputAudio",
    "InputFile",
    "InputImage",
    "InputText",
    "LegacyWebSearchServerTool",
    "McpServerTool",
    "NamespaceFunctionTool",
    "NamespaceTool",
    "OpenAIResponseCustomToolCall",
    "OpenAIResponseCustomToolCallOutput",
    "OpenAIResponseFunctionToolCall",
    "OpenAIResponseFunctionToolCallOutput",
    "OpenAIResponseInputMessageItem",
    "OpenAIResponsesAnnotation",
    "OpenAIResponsesRefusalContent",
    "OpenAIResponsesResponseStatus",
    "OpenAIResponsesToolChoice",
    "OpenAIResponsesToolChoiceApplyPatch",
    "OpenAIResponsesToolChoiceFunction",
    "OpenAIResponsesToolChoiceShell",
    "OpenAIResponsesToolChoiceWebSearchPreview",
    "OpenResponsesCreatedEvent",
    "OpenResponsesErrorField",
    "OpenResponsesInProgressEvent",
    "OpenResponsesResult",
    "OpenResponsesResultToolFunction",
    "OutputAdvisorServerToolItem",
    "OutputApplyPatchCallItem",
    "OutputApplyPatchServerToolItem",
    "OutputArmorBlockedItem",
    "OutputBashServerToolItem",
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
    "OutputFusionServerToolItem",
    "OutputImageGenerationCallItem",
    "OutputImageGenerationServerToolItem",
    "OutputItemImageGenerationCall",
    "OutputItems",
    "OutputMcpServerToolItem",
    "OutputMemoryServerToolItem",
    "OutputMessage",
    "OutputMessageItem",
    "OutputReasoningItem",
    "OutputSearchModelsServerToolItem",
    "OutputShellCallItem",
    "OutputShellCallOutputItem",
    "OutputShellServerToolItem",
    "OutputSubagentServerToolItem",
    "OutputTextEditorServerToolItem",
    "OutputToolSearchCallItem",
    "OutputToolSearchServerToolItem",
    "OutputWebFetchServerToolItem",
    "OutputWebSearchCallItem",
    "OutputWebSearchServerToolItem",
    "Preview20250311WebSearchServerTool",
    "PreviewWebSearchServerTool",
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
    "StreamEvents",
    "StreamEventsResponseCompleted",
    "StreamEventsResponseFailed",
    "StreamEventsResponseIncomplete",
    "StreamEventsResponseOutputItemAdded",
    "StreamEventsResponseOutputItemDone",
    "StreamLogprob",
    "TextDeltaEvent",
    "TextDoneEvent",
    "ToolChoiceAllowed",
    "URLCitation",
    "Usage",
    "UsageCostDetails",
    "UsageInputTokensDetails",
    "UsageOutputTokensDetails",
    "WebSearchCallCompletedEvent",
    "WebSearchCallInProgressEvent",
    "WebSearchCallSearchingEvent",
    "WebSearchServerTool",
]


@frozen(kw_only=True)
class OpenResponsesErrorField:
    """Why a response failed."""

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
    """The kind of the error."""
    message: str
    """What went wrong, for people."""
    metadata: "OnDemand[_models.responses_parts.OpenResponsesErrorMetadata] | None" = None
    """What OpenRouter adds."""


@frozen(kw_only=True)
class IncompleteDetails:
    """Why a response is incomplete."""

    reason: Literal["max_output_tokens", "content_filter"] | str | None = None
    """`max_output_tokens` when the limit was reached, `content_filter` when a filter stopped it."""


@frozen(kw_only=True)
class OutputItemImageGenerationCall:
    """An image that a tool makes."""

    id: str
    """The id of this item, which the events of a stream repeat as `item_id`."""
    result: str | None = None
    """The image in base64; absent or `None` until it is made."""
    status: ImageGenerationStatus
    """Whether the item is in progress, complete, incomplete or failed."""
    type: Literal["image_generation_call"]


@frozen(kw_only=True)
class FileCitation:
    """A citation of a file."""

    file_id: str
    """The id of the cited file."""
    filename: str
    """The name of the cited file."""
    index: int
    """The place of the file in the list of files, from 0."""
    type: Literal["file_citation"]


@frozen(kw_only=True)
class URLCitation:
    """A citation of a web page."""

    content: str | None = None
    """The cited text of the page."""
    end_index: int
    """Where in the text the citation ends, in characters from 0."""
    start_index: int
    """Where in the text the citation begins, in characters from 0."""
    title: str
    """The title of the page."""
    type: Literal["url_citation"]
    url: str
    """The address of the page."""


@frozen(kw_only=True)
class FilePath:
    """A reference to a file that a tool wrote."""

    file_id: str
    """The id of the file."""
    index: int
    """The place of the file in the list of files, from 0."""
    type: Literal["file_path"]


OpenAIResponsesAnnotation: TypeAlias = FileCitation | URLCitation | FilePath | Unknown
"""What a text refers to: a file, a web page, or a file that a tool wrote."""


@frozen(kw_only=True)
class ResponseOutputTextLogprobTopLogprob:
    """One of the most likely tokens at a place."""

    bytes: tuple[int, ...]
    """The token in UTF-8, one number for each byte."""
    logprob: float
    """The natural logarithm of the token's probability."""
    token: str
    """The token, as text."""


@frozen(kw_only=True)
class ResponseOutputTextLogprob:
    """How likely a token of a text was, and which others were."""

    bytes: tuple[int, ...]
    """The token in UTF-8, one number for each byte."""
    logprob: float
    """The natural logarithm of the token's probability."""
    token: str
    """The token, as text."""
    top_logprobs: tuple[ResponseOutputTextLogprobTopLogprob, ...]
    """The most likely tokens at this place, with their log probabilities."""


@frozen(kw_only=True)
class ResponseOutputText:
    """A text in a message of the model."""

    annotations: tuple[OpenAIResponsesAnnotation, ...] | None = None
    """The files and web pages that the text cites."""
    logprobs: tuple[ResponseOutputTextLogprob, ...] | None = None
    """The log probabilities of its tokens, if `top_logprobs` asked for them."""
    text: str
    """What the model says."""
    type: Literal["output_text"]


@frozen(kw_only=True)
class OpenAIResponsesRefusalContent:
    """The part of a message that says that the model refuses."""

    refusal: str
    """Why the model refuses, in its own words."""
    type: Literal["refusal"]


@frozen(kw_only=True)
class OutputMessage:
    """A message of the model."""

    content: tuple[ResponseOutputText | OpenAIResponsesRefusalContent | Unknown, ...]
    """What the model says, or that it refuses."""
    id: str
    """The id of this item, which the events of a stream repeat as `item_id`."""
    phase: Literal["commentary", "final_answer"] | None = None
    """Whether the message is a remark on the way (`commentary`) or the answer itself (`final_answer`); only for the
    model's messages. Send it back unchanged: some models, such as `gpt-5.3-codex`, answer worse without it."""
    role: Literal["assistant"]
    status: Literal["completed", "incomplete", "in_progress"] | None = None
    """Whether the item is in progress, complete, incomplete or failed."""
    type: Literal["message"]


@frozen(kw_only=True)
class InputText:
    """A text in the input."""

    prompt_cache_breakpoint: "OnDemand[_models.metadata.PromptCacheBreakpoint] | None" = None
    """Marks the end of what the provider may cache; for providers with Anthropic's way of caching, OpenRouter
    translates it."""
    text: str
    """What the model reads."""
    type: Literal["input_text"]


@frozen(kw_only=True)
class InputImage:
    """An image in the input."""

    detail: Literal["auto", "high", "low", "original"] | str
    """How closely the model looks at the image; more detail takes more tokens."""
    image_url: str | None = None
    """The image, as a URL or a data URL; absent when `file_id` is given."""
    type: Literal["input_image"]
    file_id: str | None = None
    """The id of an uploaded image; absent when `image_url` is given."""


@frozen(kw_only=True)
class InputFile:
    """A file in the input, given by its data, its URL or its id."""

    file_data: str | None = None
    """The file itself, as a data URL."""
    file_id: str | None = None
    """The id of an uploaded file."""
    file_url: str | None = None
    """Where the provider gets the file."""
    filename: str | None = None
    """The file's name, which tells the model what it is."""
    type: Literal["input_file"]


@frozen(kw_only=True)
class InputAudioInputAudio:
    """A sound and its format."""

    data: str
    """The sound in base64."""
    format: Literal["mp3", "wav"] | str
    """The format of the sound."""


@frozen(kw_only=True)
class InputAudio:
    """A sound in the input."""

    input_audio: InputAudioInputAudio
    """The sound and its format."""
    type: Literal["input_audio"]


@frozen(kw_only=True)
class BaseInputMessage:
    """A message of the input."""

    content: tuple[InputText | InputImage | InputFile | InputAudio | Unknown, ...] | str
    """What the message says, as text or in parts."""
    phase: Literal["commentary", "final_answer"] | None = None
    """Whether the message is a remark on the way (`commentary`) or the answer itself (`final_answer`); only for the
    model's messages. Send it back unchanged: some models, such as `gpt-5.3-codex`, answer worse without it."""
    role: Literal["user", "system", "assistant", "developer"]
    """Who speaks: the user, the model (`assistant`), or you with instructions (`system`, `developer`)."""
    type: Literal["message"] | None = None


@frozen(kw_only=True)
class OpenAIResponseInputMessageItem:
    """A message of the input, with an id."""

    content: tuple[InputText | InputImage | InputFile | InputAudio | Unknown, ...]
    """What the message says, in parts."""
    id: str
    """An id of this item, if it has one."""
    role: Literal["user", "system", "developer"]
    """Who speaks: the user, or you with instructions (`system`, `developer`)."""
    type: Literal["message"] | None = None


@frozen(kw_only=True)
class OpenAIResponseFunctionToolCallOutput:
    """The result of a function call."""

    call_id: str
    """The `call_id` of the call that this answers."""
    id: str | None = None
    """An id of this item, if it has one."""
    output: str | tuple[InputText | InputImage | InputFile | Unknown, ...]
    """The result of the call, as text or in parts."""
    status: ToolCallStatus | None = None
    """Whether the item is in progress, complete, incomplete or failed."""
    type: Literal["function_call_output"]


@frozen(kw_only=True)
class OpenAIResponseFunctionToolCall:
    """A function call of an earlier answer."""

    arguments: str
    """The arguments in JSON, as the model produced them."""
    call_id: str
    """The id of the call, which the item with its result repeats."""
    id: str | None = None
    """The id of this item, which the events of a stream repeat as `item_id`."""
    name: str
    """The name of the tool that is called."""
    namespace: str | None = None
    """The group of tools that the tool is in, such as an MCP server; absent for a tool of no group."""
    status: ToolCallStatus | None = None
    """Whether the item is in progress, complete, incomplete or failed."""
    subagent_id: str | None = None
    """The `call_id` of the `openrouter:subagent` call whose subagent makes this call; absent for other calls.
    Experimental, may change without notice."""
    subagent_items: "OnDemand[tuple[_models.responses_parts.OpenAIResponseFunctionToolCallSubagentItem, ...]] | None" = None
    """What the subagent has produced so far; send it back unchanged so that the subagent can go on. Of several calls at
    once, only the first has it. Experimental, may change without notice."""
    type: Literal["function_call"]
    async_: Annotated[bool | None, Wire("async")] = None
    """Whether the tool is asynchronous, so that the model may go on before it has the result; send that later, as a
    `function_call_output` with this `call_id`."""


@frozen(kw_only=True)
class OpenAIResponseCustomToolCall:
    """A call of a custom tool in an earlier answer."""

    call_id: str
    """The id of the call, which the item with its result repeats."""
    id: str | None = None
    """The id of this item, which the events of a stream repeat as `item_id`."""
    input: str
    """What the model passes to the tool, as plain text."""
    name: str
    """The name of the tool that is called."""
    namespace: str | None = None
    """The group of tools that the tool is in, such as an MCP server; absent for a tool of no group."""
    type: Literal["custom_tool_call"]
    async_: Annotated[bool | None, Wire("async")] = None
    """Whether the tool is asynchronous, so that the model may go on before it has the result; send that later, as a
    `function_call_output` with this `call_id`."""


@frozen(kw_only=True)
class OpenAIResponseCustomToolCallOutput:
    """The result of a custom tool."""

    call_id: str
    """The `call_id` of the call that this answers."""
    id: str | None = None
    """An id of this item, if it has one."""
    output: str | tuple[InputText | InputImage | InputFile | Unknown, ...]
    """The result of the call, as text or in parts."""
    type: Literal["custom_tool_call_output"]


@frozen(kw_only=True)
class ApplyPatchCreateFileOperation:
    """The creation of a file."""

    diff: str
    """The file's contents, as a V4A diff."""
    path: str
    """Where to create the file."""
    type: Literal["create_file"]


@frozen(kw_only=True)
class ApplyPatchUpdateFileOperation:
    """A change to a file."""

    diff: str
    """The changes, as a V4A diff."""
    path: str
    """Which file to change."""
    type: Literal["update_file"]


@frozen(kw_only=True)
class ApplyPatchDeleteFileOperation:
    """The deletion of a file."""

    path: str
    """Which file to delete."""
    type: Literal["delete_file"]


ApplyPatchCallOperation: TypeAlias = (
    ApplyPatchCreateFileOperation | ApplyPatchUpdateFileOperation | ApplyPatchDeleteFileOperation | Unknown
)
"""A change to a file: to create or update it by a V4A diff, or to delete it."""


@frozen(kw_only=True)
class ApplyPatchCallItem:
    """A call that asks you to change a file. Send an `apply_patch_call_output` when you have done so."""

    call_id: str
    """The id of the call, which the item with its result repeats."""
    id: str | None = None
    """The id of this item, which the events of a stream repeat as `item_id`."""
    operation: ApplyPatchCallOperation
    """The change to make: to create, update or delete a file."""
    status: ApplyPatchCallStatus
    """Whether the item is in progress, complete, incomplete or failed."""
    type: Literal["apply_patch_call"]


@frozen(kw_only=True)
class ApplyPatchCallOutputItem:
    """What became of a change that the model asked you to make to a file."""

    call_id: str
    """The `call_id` of the call that this answers."""
    id: str | None = None
    """An id of this item, if it has one."""
    output: str | None = None
    """What happened, as text for the model."""
    status: Literal["completed", "failed"] | str
    """`completed` if the change was made, otherwise `failed`."""
    type: Literal["apply_patch_call_output"]


@frozen(kw_only=True)
class ConfigurationUpdateReasoning:
    """How a model reasons from some place of the conversation on."""

    effort: Literal["max", "xhigh", "high", "medium", "low", "minimal", "none"] | str
    """How much the model reasons, until the next such item."""


@frozen(kw_only=True)
class ConfigurationUpdateItem:
    """Changes how much the model reasons from here on, and keeps the cache of what comes before.

    It goes before the user's message that it is for, and never next to another such item; only some models take it.
    """

    reasoning: ConfigurationUpdateReasoning
    """How the model reasons from here on."""
    type: Literal["configuration_update"]
    id: str | None = None
    """An id of this item, if it has one."""


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
)
"""The instructions of a request, as its response repeats them: a text, or items."""


@frozen(kw_only=True)
class OutputMessageItem:
    """A message of the model."""

    content: tuple[ResponseOutputText | OpenAIResponsesRefusalContent | Unknown, ...]
    """What the model says, or that it refuses."""
    id: str
    """The id of this item, which the events of a stream repeat as `item_id`."""
    phase: Literal["commentary", "final_answer"] | None = None
    """Whether the message is a remark on the way (`commentary`) or the answer itself (`final_answer`); only for the
    model's messages. Send it back unchanged: some models, such as `gpt-5.3-codex`, answer worse without it."""
    role: Literal["assistant"]
    status: Literal["completed", "incomplete", "in_progress"] | None = None
    """Whether the item is in progress, complete, incomplete or failed."""
    type: Literal["message"]


@frozen(kw_only=True)
class ReasoningTextContent:
    """A part of a model's reasoning, in full."""

    text: str
    """What the model reasons."""
    type: Literal["reasoning_text"]


@frozen(kw_only=True)
class ReasoningSummaryText:
    """A part of the summary of a model's reasoning."""

    text: str
    """The summary of this part."""
    type: Literal["summary_text"]


@frozen(kw_only=True)
class OutputReasoningItem:
    """What the model reasons before it answers. Send it back unchanged with the conversation."""

    content: tuple[ReasoningTextContent, ...] | None = None
    """The reasoning in full; absent or `None` if the provider does not show it."""
    encrypted_content: str | None = None
    """The reasoning in encrypted form, to send back with the conversation."""
    id: str
    """The id of this item, which the events of a stream repeat as `item_id`."""
    status: Literal["completed", "incomplete", "in_progress"] | None = None
    """Whether the item is in progress, complete, incomplete or failed."""
    summary: tuple[ReasoningSummaryText, ...]
    """The summary of the reasoning, in parts."""
    type: Literal["reasoning"]
    format: ReasoningFormat | None = None
    """How the provider writes its reasoning; send it back unchanged."""
    signature: str | None = None
    """The provider's signature, by which it checks that the reasoning is its own; send it back unchanged."""


@frozen(kw_only=True)
class OutputFunctionCallItem:
    """A call of a function of yours. Send its result as a `function_call_output`."""

    arguments: str
    """The arguments in JSON, as the model produced them."""
    call_id: str
    """The id of the call, which the item with its result repeats."""
    id: str | None = None
    """The id of this item, which the events of a stream repeat as `item_id`."""
    name: str
    """The name of the tool that is called."""
    namespace: str | None = None
    """The group of tools that the tool is in, such as an MCP server; absent for a tool of no group."""
    status: Literal["completed", "incomplete", "in_progress"] | None = None
    """Whether the item is in progress, complete, incomplete or failed."""
    type: Literal["function_call"]
    subagent_id: str | None = None
    """The `call_id` of the `openrouter:subagent` call whose subagent makes this call; absent for other calls.
    Experimental, may change without notice."""
    subagent_items: "OnDemand[tuple[_models.responses_parts.OutputFunctionCallItemSubagentItem, ...]] | None" = None
    """What the subagent has produced so far; send it back unchanged so that the subagent can go on. Of several calls at
    once, only the first has it. Experimental, may change without notice."""
    async_: Annotated[bool | None, Wire("async")] = None
    """Whether the tool is asynchronous, so that the model may go on before it has the result; send that later, as a
    `function_call_output` with this `call_id`."""


@frozen(kw_only=True)
class OutputWebSearchCallItem:
    """A search of the web by the provider."""

    action: "OnDemand[_models.responses_parts.OutputWebSearchCallItemActionSearch | _models.responses_parts.OutputWebSearchCallItemActionOpenPage | _models.responses_parts.OutputWebSearchCallItemActionFindInPage | Unknown] | None" = None
    """What was done: a search, opening a page, or finding text in one."""
    id: str
    """The id of this item, which the events of a stream repeat as `item_id`."""
    status: WebSearchStatus
    """Whether the item is in progress, complete, incomplete or failed."""
    type: Literal["web_search_call"]
    extra: Extra[Json]
    """All other keys of the object."""


@frozen(kw_only=True)
class OutputFileSearchCallItem:
    """A search in files by the provider."""

    id: str
    """The id of this item, which the events of a stream repeat as `item_id`."""
    queries: tuple[str, ...]
    """What was searched for, one query each."""
    status: WebSearchStatus
    """Whether the item is in progress, complete, incomplete or failed."""
    type: Literal["file_search_call"]


@frozen(kw_only=True)
class OutputImageGenerationCallItem:
    """An image that the provider makes."""

    id: str
    """The id of this item, which the events of a stream repeat as `item_id`."""
    result: str | None = None
    """The image in base64; absent or `None` until it is made."""
    status: ImageGenerationStatus
    """Whether the item is in progress, complete, incomplete or failed."""
    type: Literal["image_generation_call"]
    prompt: str | None = None
    """What the image was made from, perhaps reworded."""


@frozen(kw_only=True)
class OutputCodeInterpreterCallItem:
    """A run of code in the code interpreter of the provider."""

    code: str | None = None
    """The code that the model wrote."""
    container_id: str | None = None
    """The container in which the code ran."""
    id: str
    """The id of this item, which the events of a stream repeat as `item_id`."""
    outputs: "OnDemand[tuple[_models.responses_parts.CodeInterpreterLogsOutput | _models.responses_parts.CodeInterpreterImageOutput | _models.responses_parts.CodeInterpreterFileOutput | Unknown, ...]] | None" = None
    """What the code wrote, drew and left as files; absent or `None` for nothing."""
    status: Literal["in_progress", "completed", "incomplete", "interpreting", "failed"] | str
    """Whether the item is in progress, complete, incomplete or failed."""
    type: Literal["code_interpreter_call"]
    extra: Extra[Json]
    """All other keys of the object."""


@frozen(kw_only=True)
class OutputComputerCallItemPendingSafetyCheck:
    """A warning that somebody must confirm before an action at a computer."""

    code: str
    """The kind of the warning."""
    id: str
    """The id of the warning, by which you confirm it."""
    message: str
    """The warning, for people."""


@frozen(kw_only=True)
class OutputComputerCallItem:
    """An action at a computer that the model asks you to carry out."""

    action: Json | None = None
    """What to do, such as a click at a place."""
    call_id: str
    """The id of the call, which the item with its result repeats."""
    id: str | None = None
    """The id of this item, which the events of a stream repeat as `item_id`."""
    pending_safety_checks: tuple[OutputComputerCallItemPendingSafetyCheck, ...]
    """What to confirm before you do it."""
    status: Literal["completed", "incomplete", "in_progress"] | str
    """Whether the item is in progress, complete, incomplete or failed."""
    type: Literal["computer_call"]


@frozen(kw_only=True)
class OutputDatetimeItem:
    """The date and time that OpenRouter told the model."""

    datetime: str
    """What it told, in ISO 8601."""
    id: str | None = None
    """The id of this item, which the events of a stream repeat as `item_id`."""
    status: FailableToolCallStatus
    """Whether the item is in progress, complete, incomplete or failed."""
    timezone: str
    """The time zone, by its IANA name, such as `Europe/Berlin`."""
    type: Literal["openrouter:datetime"]
    error: str | None = None
    """Why the tool failed; absent unless `status` is `failed`."""


@frozen(kw_only=True)
class OutputWebSearchServerToolItem:
    """A search of the web by OpenRouter."""

    action: "OnDemand[_models.responses_parts.OutputWebSearchServerToolItemAction] | None" = None
    """What was searched for, and what was found."""
    id: str | None = None
    """The id of this item, which the events of a stream repeat as `item_id`."""
    status: FailableToolCallStatus
    """Whether the item is in progress, complete, incomplete or failed."""
    type: Literal["openrouter:web_search"]
    error: str | None = None
    """Why the tool failed; absent unless `status` is `failed`."""


@frozen(kw_only=True)
class OutputCodeInterpreterServerToolItem:
    """A run of code in the code interpreter of OpenRouter."""

    code: str | None = None
    """The code that the model wrote."""
    exit_code: Annotated[int | None, Wire("exitCode")] = None
    """The code that the process ended with, 0 for success."""
    id: str | None = None
    """The id of this item, which the events of a stream repeat as `item_id`."""
    language: str | None = None
    """The programming language."""
    status: ToolCallStatus
    """Whether the item is in progress, complete, incomplete or failed."""
    stderr: str | None = None
    """What was written to standard error."""
    stdout: str | None = None
    """What was written to standard output."""
    type: Literal["openrouter:code_interpreter"]


@frozen(kw_only=True)
class OutputFileSearchServerToolItem:
    """A search in files by OpenRouter."""

    id: str | None = None
    """The id of this item, which the events of a stream repeat as `item_id`."""
    queries: tuple[str, ...] | None = None
    """What was searched for, one query each."""
    status: ToolCallStatus
    """Whether the item is in progress, complete, incomplete or failed."""
    type: Literal["openrouter:file_search"]


@frozen(kw_only=True)
class OutputImageGenerationServerToolItem:
    """An image that OpenRouter has a model make."""

    id: str | None = None
    """The id of this item, which the events of a stream repeat as `item_id`."""
    image_b64: Annotated[str | None, Wire("imageB64")] = None
    """The image in base64."""
    image_url: Annotated[str | None, Wire("imageUrl")] = None
    """Where the image is."""
    prompt: str | None = None
    """What the image was made from, perhaps reworded."""
    result: str | None = None
    """The image, in base64 or as a URL, where OpenAI's interface has it; absent or `None` until it is made."""
    revised_prompt: Annotated[str | None, Wire("revisedPrompt")] = None
    """The prompt as the image model reworded it."""
    status: FailableToolCallStatus
    """Whether the item is in progress, complete, incomplete or failed."""
    type: Literal["openrouter:image_generation"]
    error: str | None = None
    """Why the tool failed; absent unless `status` is `failed`."""


@frozen(kw_only=True)
class OutputBrowserUseServerToolItem:
    """What OpenRouter did in a web browser for the model."""

    action: str | None = None
    """What was done."""
    id: str | None = None
    """The id of this item, which the events of a stream repeat as `item_id`."""
    screenshot_b64: Annotated[str | None, Wire("screenshotB64")] = None
    """What the browser showed then, as an image in base64."""
    status: ToolCallStatus
    """Whether the item is in progress, complete, incomplete or failed."""
    type: Literal["openrouter:browser_use"]


@frozen(kw_only=True)
class OutputBashServerToolItem:
    """A command that OpenRouter ran in Bash."""

    arguments: str | None = None
    """The arguments in JSON, as the model produced them."""
    call_id: str | None = None
    """The id that the model gave the call."""
    command: str | None = None
    """The command line."""
    exit_code: Annotated[int | None, Wire("exitCode")] = None
    """The code that the command ended with, 0 for success; another one is no failure of the tool."""
    id: str | None = None
    """The id of this item, which the events of a stream repeat as `item_id`."""
    status: FailableToolCallStatus
    """Whether the item is in progress, complete, incomplete or failed."""
    stderr: str | None = None
    """What was written to standard error."""
    stdout: str | None = None
    """What was written to standard output."""
    type: Literal["openrouter:bash"]
    container_id: str | None = None
    """The container in which the command ran, for the `containers_*` functions and for `container_reference` in later
    requests."""
    error: str | None = None
    """Why the command could not run, such as too many containers; absent unless `status` is `failed`."""
    files: "OnDemand[tuple[_models.responses_parts.OutputBashServerToolItemFile, ...]] | None" = None
    """The files that the command created or changed, at most 10, the latest first; get them with the `containers_*`
    functions."""


@frozen(kw_only=True)
class OutputTextEditorServerToolItem:
    """A step of OpenRouter's text editor."""

    command: Literal["view", "create", "str_replace", "insert"] | str | None = None
    """What the step did: show a file, create one, or replace or insert text."""
    file_path: Annotated[str | None, Wire("filePath")] = None
    """The file that it did this to."""
    id: str | None = None
    """The id of this item, which the events of a stream repeat as `item_id`."""
    status: ToolCallStatus
    """Whether the item is in progress, complete, incomplete or failed."""
    type: Literal["openrouter:text_editor"]


@frozen(kw_only=True)
class OutputApplyPatchServerToolItem:
    """A change to a file that OpenRouter has checked.

    Make it, and send an `apply_patch_call_output`; the model waits for it.
    """

    call_id: str | None = None
    """The id of the call, which the item with its result repeats."""
    id: str | None = None
    """The id of this item, which the events of a stream repeat as `item_id`."""
    operation: ApplyPatchCallOperation | None = None
    """The change to make: to create, update or delete a file."""
    status: FailableToolCallStatus
    """Whether the item is in progress, complete, incomplete or failed."""
    type: Literal["openrouter:apply_patch"]
    error: str | None = None
    """Why the tool failed; absent unless `status` is `failed`."""


@frozen(kw_only=True)
class OutputApplyPatchCallItem:
    """A change to a file, in OpenAI's form, for a request with the tool `apply_patch`.

    Make it, and send an `apply_patch_call_output`.
    """

    call_id: str
    """The id of the call, which the item with its result repeats."""
    id: str
    """The id of this item, which the events of a stream repeat as `item_id`."""
    operation: ApplyPatchCallOperation
    """The change to make: to create, update or delete a file."""
    status: ApplyPatchCallStatus
    """Whether the item is in progress, complete, incomplete or failed."""
    type: Literal["apply_patch_call"]


ShellCallStatus: TypeAlias = Literal["in_progress", "completed", "incomplete"] | str
"""Whether a shell is done. `in_progress`: it runs; `completed`: it has ended; `incomplete`: it ended early, or could
not begin."""


@frozen(kw_only=True)
class OutputShellCallItem:
    """Commands that the model runs in a shell, in OpenAI's form."""

    action: "OnDemand[_models.responses_parts.OutputShellCallItemAction] | None" = None
    """The commands and their limits."""
    arguments: str | None = None
    """The raw text of the arguments; send it back unchanged, so that the provider's cache can be used."""
    call_id: str
    """The id of the call, which the item with its result repeats."""
    id: str
    """The id of this item, which the events of a stream repeat as `item_id`."""
    status: ShellCallStatus
    """Whether the item is in progress, complete, incomplete or failed."""
    type: Literal["shell_call"]


@frozen(kw_only=True)
class ShellCallOutputContentOutcomeExit:
    """The command ended by itself."""

    exit_code: int
    """The code that it ended with, 0 for success."""
    type: Literal["exit"]
    extra: Extra[Json]
    """All other keys of the object."""


@frozen(kw_only=True)
class ShellCallOutputContentOutcomeTimeout:
    """The command was stopped because it ran out of time."""

    type: Literal["timeout"]
    extra: Extra[Json]
    """All other keys of the object."""


@frozen(kw_only=True)
class ShellCallOutputContent:
    """What a command in a shell wrote, and how it ended."""

    outcome: ShellCallOutputContentOutcomeExit | ShellCallOutputContentOutcomeTimeout | Unknown
    """Whether it ended by itself or ran out of time."""
    stderr: str
    """What was written to standard error."""
    stdout: str
    """What was written to standard output."""
    extra: Extra[Json]
    """All other keys of the object."""


@frozen(kw_only=True)
class OutputShellCallOutputItem:
    """What the commands in a shell wrote and how they ended, in OpenAI's form."""

    call_id: str
    """The `call_id` of the `shell_call` that this answers."""
    id: str
    """The id of this item, which the events of a stream repeat as `item_id`."""
    max_output_length: int | None = None
    """At most how many characters of output to keep, if the model set a limit."""
    output: tuple[ShellCallOutputContent, ...]
    """The result of each command, in order; empty if they could not run."""
    status: ShellCallStatus
    """Whether the item is in progress, complete, incomplete or failed."""
    type: Literal["shell_call_output"]
    container_id: str | None = None
    """The container in which the command ran, for the `containers_*` functions and for `container_reference` in later
    requests."""
    error: str | None = None
    """Why the commands could not run, such as too many containers; absent unless `status` is `incomplete`."""
    files: "OnDemand[tuple[_models.responses_parts.OutputShellCallOutputItemFile, ...]] | None" = None
    """The files that the command created or changed, at most 10, the latest first; get them with the `containers_*`
    functions."""


@frozen(kw_only=True)
class OutputShellServerToolItem:
    """Commands that OpenRouter ran in a shell."""

    action: "OnDemand[_models.responses_parts.OutputShellServerToolItemAction] | None" = None
    """The commands and their limits."""
    arguments: str | None = None
    """The arguments in JSON, as the model produced them."""
    call_id: str | None = None
    """The id that the model gave the call."""
    id: str | None = None
    """The id of this item, which the events of a stream repeat as `item_id`."""
    output: tuple[ShellCallOutputContent, ...] | None = None
    """The result of each command, in order; absent if there is an `error`."""
    status: FailableToolCallStatus
    """Whether the item is in progress, complete, incomplete or failed."""
    type: Literal["openrouter:shell"]
    container_id: str | None = None
    """The container in which the command ran, for the `containers_*` functions and for `container_reference` in later
    requests."""
    error: str | None = None
    """Why the commands could not run, such as too many containers; absent unless `status` is `failed`."""
    files: "OnDemand[tuple[_models.responses_parts.OutputShellServerToolItemFile, ...]] | None" = None
    """The files that the command created or changed, at most 10, the latest first; get them with the `containers_*`
    functions."""


@frozen(kw_only=True)
class OutputWebFetchServerToolItem:
    """A web page that OpenRouter fetched."""

    content: str | None = None
    """The text of the page."""
    error: str | None = None
    """Why the page could not be fetched; absent if it was."""
    http_status: Annotated[int | None, Wire("httpStatus")] = None
    """The HTTP status that the site answered with."""
    id: str | None = None
    """The id of this item, which the events of a stream repeat as `item_id`."""
    status: ToolCallStatus
    """Whether the item is in progress, complete, incomplete or failed."""
    title: str | None = None
    """The title of the page."""
    type: Literal["openrouter:web_fetch"]
    url: str | None = None
    """The address of the page."""


@frozen(kw_only=True)
class OutputToolSearchServerToolItem:
    """A search for tools that the model was not shown from the start, by OpenRouter."""

    id: str | None = None
    """The id of this item, which the events of a stream repeat as `item_id`."""
    query: str | None = None
    """What was searched for."""
    status: FailableToolCallStatus
    """Whether the item is in progress, complete, incomplete or failed."""
    type: Literal["openrouter:tool_search"]
    error: str | None = None
    """Why the tool failed; absent unless `status` is `failed`."""
    matches: "OnDemand[tuple[_models.responses_parts.OutputToolSearchServerToolItemMatch, ...]] | None" = None
    """The tools that were found."""


@frozen(kw_only=True)
class OutputMemoryServerToolItem:
    """What the model read from its memory at OpenRouter, or changed in it."""

    action: Literal["read", "write", "delete"] | str | None = None
    """Whether it read, wrote or deleted something."""
    id: str | None = None
    """The id of this item, which the events of a stream repeat as `item_id`."""
    key: str | None = None
    """The name under which the memory keeps it."""
    status: ToolCallStatus
    """Whether the item is in progress, complete, incomplete or failed."""
    type: Literal["openrouter:memory"]
    value: Json | None = None
    """What was read or written."""


@frozen(kw_only=True)
class OutputMcpServerToolItem:
    """A call of a tool of an MCP server, by OpenRouter."""

    id: str | None = None
    """The id of this item, which the events of a stream repeat as `item_id`."""
    server_label: Annotated[str | None, Wire("serverLabel")] = None
    """The MCP server, by the label of its entry in `tools`."""
    status: ToolCallStatus
    """Whether the item is in progress, complete, incomplete or failed."""
    tool_name: Annotated[str | None, Wire("toolName")] = None
    """The tool of that server."""
    type: Literal["openrouter:mcp"]


@frozen(kw_only=True)
class OutputSearchModelsServerToolItem:
    """A search for models of OpenRouter, by `openrouter:experimental__search_models`."""

    arguments: str | None = None
    """The arguments in JSON, such as `{"query": "Claude"}`."""
    id: str | None = None
    """The id of this item, which the events of a stream repeat as `item_id`."""
    query: str | None = None
    """What was searched for."""
    status: FailableToolCallStatus
    """Whether the item is in progress, complete, incomplete or failed."""
    type: Literal["openrouter:experimental__search_models"]
    error: str | None = None
    """Why the tool failed; absent unless `status` is `failed`."""


@frozen(kw_only=True)
class FusionAnalysisResultContradictionStance:
    """What one model says on a question."""

    model: str
    """The model that says it."""
    stance: str
    """What it says."""


@frozen(kw_only=True)
class FusionAnalysisResultContradiction:
    """A question on which models contradict each other."""

    stances: tuple[FusionAnalysisResultContradictionStance, ...]
    """What each model says."""
    topic: str
    """The question."""


@frozen(kw_only=True)
class FusionAnalysisResultPartialCoverageItem:
    """Something that only some models say."""

    models: tuple[str, ...]
    """The models that say it."""
    point: str
    """What they say."""


@frozen(kw_only=True)
class FusionAnalysisResultUniqueInsight:
    """Something that only one model says."""

    insight: str
    """What it says."""
    model: str
    """The model that says it."""


@frozen(kw_only=True)
class FusionAnalysisResult:
    """What an analyst model found in the answers of several models."""

    blind_spots: tuple[str, ...]
    """What no model considered."""
    consensus: tuple[str, ...]
    """What the models agree on."""
    contradictions: tuple[FusionAnalysisResultContradiction, ...]
    """Where the models contradict each other."""
    partial_coverage: tuple[FusionAnalysisResultPartialCoverageItem, ...]
    """What only some models say."""
    unique_insights: tuple[FusionAnalysisResultUniqueInsight, ...]
    """What only one model says."""


@frozen(kw_only=True)
class OutputFusionServerToolItem:
    """An answer by fusion: several models answer, and another one analyzes their answers."""

    analysis: FusionAnalysisResult | None = None
    """What the analyst found in the answers."""
    error: str | None = None
    """Why there is no analysis; absent if there is one."""
    failed_models: "OnDemand[tuple[_models.responses_parts.OutputFusionServerToolItemFailedModel, ...]] | None" = None
    """The models that did not answer; if `status` is `completed`, the analysis does without them. Absent if none
    failed."""
    failure_reason: str | None = None
    """The kind of the failure, such as `all_panels_failed`, `insufficient_credits` or `cancelled`; the kinds that begin
    with `judge_` are the analyst's."""
    id: str | None = None
    """The id of this item, which the events of a stream repeat as `item_id`."""
    responses: "OnDemand[tuple[_models.responses_parts.OutputFusionServerToolItemResponse, ...]] | None" = None
    """The answers, one for each model that gave one."""
    sources: "OnDemand[tuple[_models.responses_parts.FusionSource, ...]] | None" = None
    """The web pages that the models found, each once; absent if no model cited one."""
    status: ToolCallStatus
    """Whether the item is in progress, complete, incomplete or failed."""
    type: Literal["openrouter:fusion"]


@frozen(kw_only=True)
class OutputAdvisorServerToolItem:
    """Advice that the model asked of another model."""

    advice: str | None = None
    """What the advisor said."""
    error: str | None = None
    """Why there is no advice; absent unless `status` is `failed`."""
    id: str | None = None
    """The id of this item, which the events of a stream repeat as `item_id`."""
    instance_name: str | None = None
    """Which advisor it was, such as `openrouter_advisor__1`; absent with only one. Send it back unchanged and keep the
    order of the advisors in `tools`, or they mix up what they remember."""
    model: str | None = None
    """The model that advised."""
    prompt: str | None = None
    """What the model asked."""
    status: FailableToolCallStatus
    """Whether the item is in progress, complete, incomplete or failed."""
    type: Literal["openrouter:advisor"]


@frozen(kw_only=True)
class OutputSubagentServerToolItem:
    """A task that the model gave to another model."""

    call_id: str | None = None
    """The id of the call that gave the task, and the `subagent_id` of the subagent's function calls; send it back. A
    subagent that waits is `in_progress`, and ends in a new item with the same id. Experimental, may change without
    notice."""
    error: str | None = None
    """Why there is no outcome; absent unless `status` is `failed`."""
    id: str | None = None
    """The id of this item, which the events of a stream repeat as `item_id`."""
    instance_name: str | None = None
    """Which subagent it was, such as `openrouter_subagent__1`; absent for the first. It counts their places in `tools`:
    keep their order from request to request."""
    model: str | None = None
    """The model that did the task."""
    name: str | None = None
    """The name of the subagent in `tools`; absent for one without a name."""
    outcome: str | None = None
    """What the subagent reported."""
    status: FailableToolCallStatus
    """Whether the item is in progress, complete, incomplete or failed."""
    task_description: str | None = None
    """The task, in the words of the model that gave it."""
    task_name: str | None = None
    """A short name of the task, from the model that gave it."""
    type: Literal["openrouter:subagent"]


@frozen(kw_only=True)
class OutputFilesServerToolItem:
    """What OpenRouter did with files for the model."""

    arguments: str | None = None
    """The arguments in JSON, as the model produced them."""
    call_id: str | None = None
    """The id that the model gave the call."""
    error: str | None = None
    """Why it failed; absent if it did not."""
    file_id: str | None = None
    """The file that the model asked for, by its id."""
    filename: str | None = None
    """The file that the model asked for, by its name."""
    id: str | None = None
    """The id of this item, which the events of a stream repeat as `item_id`."""
    operation: str | None = None
    """What was done: `list`, `read`, `write` or `edit`."""
    result: str | None = None
    """The result in JSON."""
    status: ToolCallStatus
    """Whether the item is in progress, complete, incomplete or failed."""
    type: Literal["openrouter:files"]


@frozen(kw_only=True)
class OutputCustomToolCallItem:
    """A call of a custom tool, which takes plain text instead of JSON."""

    call_id: str
    """The id of the call, which the item with its result repeats."""
    id: str | None = None
    """The id of this item, which the events of a stream repeat as `item_id`."""
    input: str
    """What the model passes to the tool, as plain text."""
    name: str
    """The name of the tool that is called."""
    namespace: str | None = None
    """The group of tools that the tool is in, such as an MCP server; absent for a tool of no group."""
    type: Literal["custom_tool_call"]
    async_: Annotated[bool | None, Wire("async")] = None
    """Whether the tool is asynchronous, so that the model may go on before it has the result; send that later, as a
    `function_call_output` with this `call_id`."""
    status: Literal["in_progress", "completed", "incomplete"] | str | None = None
    """Whether the item is in progress, complete, incomplete or failed."""


@frozen(kw_only=True)
class OutputArmorBlockedItem:
    """A call of a tool of yours that Armor blocked.

    It stands for the call if the plugin's `output_mode` is `custom_item`.
    """

    arguments: str
    """The arguments in JSON, as the model produced them."""
    call_id: str
    """The id that the model gave the call, by which `safeguard_results` names it."""
    explanation: str
    """The name of the rule that blocked it, in brackets, as in `safeguard_results`."""
    id: str
    """The id of this item, which the events of a stream repeat as `item_id`."""
    name: str
    """The name of the tool that the model called."""
    reason: str
    """The error that the model got instead of a result; it gets it again when you send the item back."""
    status: Literal["completed"]
    """Whether the item is in progress, complete, incomplete or failed."""
    type: Literal["openrouter:armor_blocked"]
    namespace: str | None = None
    """The group of tools that the tool is in, such as an MCP server; absent for a tool of no group."""


@frozen(kw_only=True)
class OutputToolSearchCallItem:
    """A search for tools that the model asks you to make. Send this item back with a `tool_search_output`."""

    call_id: str
    """The id of the call, which the item with its result repeats."""
    execution: Literal["client"]
    status: ToolCallStatus
    """Whether the item is in progress, complete, incomplete or failed."""
    type: Literal["tool_search_call"]
    arguments: Json | None = None
    """What to search for, as the tool's schema says."""
    id: str | None = None
    """The id of this item, which the events of a stream repeat as `item_id`."""


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
"""An item of a response's output: a message, reasoning, a tool call, or what a tool on the server did."""


OpenAIResponsesResponseStatus: TypeAlias = (
    Literal["completed", "incomplete", "in_progress", "failed", "cancelled", "queued"] | str
)
"""How a response ended, or where it is. `completed`: it is whole; `incomplete`: it ended early, as `incomplete_details`
says; `in_progress`: the model works on it; `failed`: it ended with an `error`; `cancelled`: it was stopped by a
request; `queued`: the work has not begun."""


@frozen(kw_only=True)
class OpenAIResponsesToolChoiceFunction:
    """The model must call this function."""

    name: str
    """The function, by its name in `tools`."""
    type: Literal["function"]


@frozen(kw_only=True)
class OpenAIResponsesToolChoiceWebSearchPreview:
    """The model must search the web."""

    type: Literal["web_search_preview_2025_03_11", "web_search_preview"]
    """Which preview of the web search it must use."""


@frozen(kw_only=True)
class ToolChoiceAllowed:
    """The model may call only some of the tools."""

    mode: Literal["auto", "required"]
    """Whether it may (`auto`) or must (`required`) call one of them."""
    tools: tuple[Mapping[str, Json], ...]
    """The tools that it may call, such as `{"type": "function", "name": "get_weather"}`."""
    type: Literal["allowed_tools"]


@frozen(kw_only=True)
class OpenAIResponsesToolChoiceApplyPatch:
    """The model must change a file."""

    type: Literal["apply_patch"]


@frozen(kw_only=True)
class OpenAIResponsesToolChoiceShell:
    """The model must use the shell."""

    type: Literal["shell"]


OpenAIResponsesToolChoice: TypeAlias = (
    Literal["auto", "none", "required"]
    | OpenAIResponsesToolChoiceFunction
    | OpenAIResponsesToolChoiceWebSearchPreview
    | ToolChoiceAllowed
    | OpenAIResponsesToolChoiceApplyPatch
    | OpenAIResponsesToolChoiceShell
)
"""Whether the model may, must or must not call a tool, or which one: `auto` lets it choose, `none` forbids calls,
`required` demands one."""


@frozen(kw_only=True)
class OpenResponsesResultToolFunction:
    """A function of yours that the model may call."""

    description: str | None = None
    """What the tool does, for the model."""
    name: str
    """The name by which the model calls the function."""
    parameters: Mapping[str, Json] | None
    """The JSON schema of the arguments."""
    strict: bool | None = None
    """Whether the arguments must follow the schema exactly."""
    type: Literal["function"]
    defer_loading: bool | None = None
    """Whether the model sees the tool only when `openrouter:tool_search` has found it. If the request lacks that tool,
    OpenRouter adds it or does not hide this one; if the request has it, at least one tool must not be hidden."""
    allowed_callers: tuple[Literal["direct", "programmatic"] | str, ...] | None = None
    """Who may call the tool: the model itself (`direct`), or code that it writes (`programmatic`)."""
    async_: Annotated[bool | None, Wire("async")] = None
    """Whether the model may go on before it has the result, which you send later with the `call_id`; ignored by
    providers that cannot."""
    output_schema: Mapping[str, Json] | None = None
    """The JSON schema of what the tool returns."""


@frozen(kw_only=True)
class PreviewWebSearchServerTool:
    """A search of the web, in OpenAI's preview form."""

    engine: WebSearchEngineEnum | None = None
    """Who searches; `auto` by default: the provider itself if it can, otherwise Exa."""
    filters: "OnDemand[_models.responses_parts.WebSearchDomainFilter] | None" = None
    """Which sites may be searched."""
    max_results: int | None = None
    """The most results of one search, 5 by default; Perplexity returns at most 20, and the provider's own search
    ignores it."""
    max_uses: int | None = None
    """The most searches in one request; the next ones give the model an error. Of the providers' own searches, only
    Anthropic's obeys it."""
    mode: WebSearchMode | None = None
    """How thoroughly to search, by the engine's own names, such as `fast`; ignored by engines that do not know it."""
    search_context_size: SearchContextSizeEnum | None = None
    """How much text of the results the model gets."""
    type: Literal["web_search_preview"]
    user_location: "OnDemand[_models.responses_parts.PreviewWebSearchUserLocation] | None" = None
    """About where the user is, for local results."""
    x_search: "OnDemand[_models.responses_parts.XSearchOptions] | None" = None
    """Searches X (Twitter), too; only for SpaceXAI's own search, which bills it separately. Absent for the web only."""


@frozen(kw_only=True)
class Preview20250311WebSearchServerTool:
    """A search of the web, in OpenAI's preview form of 11 March 2025."""

    engine: WebSearchEngineEnum | None = None
    """Who searches; `auto` by default: the provider itself if it can, otherwise Exa."""
    filters: "OnDemand[_models.responses_parts.WebSearchDomainFilter] | None" = None
    """Which sites may be searched."""
    max_results: int | None = None
    """The most results of one search, 5 by default; Perplexity returns at most 20, and the provider's own search
    ignores it."""
    max_uses: int | None = None
    """The most searches in one request; the next ones give the model an error. Of the providers' own searches, only
    Anthropic's obeys it."""
    mode: WebSearchMode | None = None
    """How thoroughly to search, by the engine's own names, such as `fast`; ignored by engines that do not know it."""
    search_context_size: SearchContextSizeEnum | None = None
    """How much text of the results the model gets."""
    type: Literal["web_search_preview_2025_03_11"]
    user_location: "OnDemand[_models.responses_parts.PreviewWebSearchUserLocation] | None" = None
    """About where the user is, for local results."""
    x_search: "OnDemand[_models.responses_parts.XSearchOptions] | None" = None
    """Searches X (Twitter), too; only for SpaceXAI's own search, which bills it separately. Absent for the web only."""


@frozen(kw_only=True)
class LegacyWebSearchServerTool:
    """A search of the web, in OpenAI's form without a date."""

    engine: WebSearchEngineEnum | None = None
    """Who searches; `auto` by default: the provider itself if it can, otherwise Exa."""
    filters: "OnDemand[_models.responses_parts.WebSearchDomainFilter] | None" = None
    """Which sites may be searched."""
    max_results: int | None = None
    """The most results of one search, 5 by default; Perplexity returns at most 20, and the provider's own search
    ignores it."""
    max_uses: int | None = None
    """The most searches in one request; the next ones give the model an error. Of the providers' own searches, only
    Anthropic's obeys it."""
    mode: WebSearchMode | None = None
    """How thoroughly to search, by the engine's own names, such as `fast`; ignored by engines that do not know it."""
    search_context_size: SearchContextSizeEnum | None = None
    """How much text of the results the model gets."""
    type: Literal["web_search"]
    user_location: "OnDemand[_models.responses_parts.WebSearchUserLocation] | None" = None
    """About where the user is, for local results."""
    x_search: "OnDemand[_models.responses_parts.XSearchOptions] | None" = None
    """Searches X (Twitter), too; only for SpaceXAI's own search, which bills it separately. Absent for the web only."""


@frozen(kw_only=True)
class WebSearchServerTool:
    """A search of the web, in OpenAI's form of 26 August 2025."""

    engine: WebSearchEngineEnum | None = None
    """Who searches; `auto` by default: the provider itself if it can, otherwise Exa."""
    filters: "OnDemand[_models.responses_parts.WebSearchDomainFilter] | None" = None
    """Which sites may be searched."""
    max_results: int | None = None
    """The most results of one search, 5 by default; Perplexity returns at most 20, and the provider's own search
    ignores it."""
    max_uses: int | None = None
    """The most searches in one request; the next ones give the model an error. Of the providers' own searches, only
    Anthropic's obeys it."""
    mode: WebSearchMode | None = None
    """How thoroughly to search, by the engine's own names, such as `fast`; ignored by engines that do not know it."""
    search_context_size: SearchContextSizeEnum | None = None
    """How much text of the results the model gets."""
    type: Literal["web_search_2025_08_26"]
    user_location: "OnDemand[_models.responses_parts.WebSearchUserLocation] | None" = None
    """About where the user is, for local results."""
    x_search: "OnDemand[_models.responses_parts.XSearchOptions] | None" = None
    """Searches X (Twitter), too; only for SpaceXAI's own search, which bills it separately. Absent for the web only."""


@frozen(kw_only=True)
class FileSearchServerTool:
    """A search in files that are stored at the provider."""

    filters: "OnDemand[_models.responses_parts.FileSearchServerToolComparison | _models.responses_parts.CompoundFilter] | None" = None
    """Which files to search, by their attributes; absent or `None` for all."""
    max_num_results: int | None = None
    """The most results of one search."""
    ranking_options: "OnDemand[_models.responses_parts.FileSearchServerToolRankingOptions] | None" = None
    """How results are sorted, and which are good enough."""
    type: Literal["file_search"]
    vector_store_ids: tuple[str, ...]
    """The provider's vector stores to search."""


@frozen(kw_only=True)
class ComputerUseServerTool:
    """A computer that the model controls through you, in OpenAI's preview form."""

    display_height: int
    """The height of the screen, in pixels."""
    display_width: int
    """The width of the screen, in pixels."""
    environment: Literal["windows", "mac", "linux", "ubuntu", "browser"] | str
    """Which system, or a browser, the model controls."""
    type: Literal["computer_use_preview"]


@frozen(kw_only=True)
class CodeInterpreterServerTool:
    """An interpreter at the provider that runs the model's code."""

    container: "str | OnDemand[_models.responses_parts.CodeInterpreterServerToolContainerAuto]"
    """Where the code runs: the id of a container, or how to make one."""
    type: Literal["code_interpreter"]


@frozen(kw_only=True)
class McpServerTool:
    """The tools of an MCP server (Model Context Protocol), which the provider calls."""

    allowed_tools: "OnDemand[tuple[str, ...] | _models.responses_parts.McpServerToolAllowedTools] | None" = None
    """Which tools of the server the model may call; absent or `None` for all."""
    authorization: Secret | None = None
    """An OAuth access token for the server, a `str` or `Secret`; an answer that repeats it has a `Secret`."""
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
    """A service that the provider connects to, in place of `server_url`."""
    headers: Mapping[str, Secret] | None = None
    """HTTP headers for the server, such as for authentication: each a `str` or `Secret`, and in an answer a `Secret`.
    """
    require_approval: 'OnDemand[_models.responses_parts.McpServerToolRequireApproval | Literal["always", "never"]] | None' = None
    """Which tools need your approval before each call."""
    server_description: str | None = None
    """What the server is for, for the model."""
    server_label: str
    """A name of your own for the server, which calls of its tools repeat."""
    server_url: str | None = None
    """The address of the server."""
    type: Literal["mcp"]


@frozen(kw_only=True)
class ImageGenerationServerTool:
    """A tool with which the model makes images, in OpenAI's form."""

    background: Literal["transparent", "opaque", "auto"] | str | None = None
    """Whether the image's background is transparent."""
    input_fidelity: Literal["high", "low"] | str | None = None
    """How closely the image keeps to those of the input."""
    input_image_mask: "OnDemand[_models.responses_parts.ImageGenerationServerToolInputImageMask] | None" = None
    """Which part of an image of the input may change."""
    model: str | None = None
    """The model that makes the images."""
    moderation: Literal["auto", "low"] | str | None = None
    """How strictly images are filtered."""
    output_compression: int | None = None
    """How far to compress `jpeg` and `webp`, in percent."""
    output_format: Literal["png", "webp", "jpeg"] | str | None = None
    """The file format of the image."""
    partial_images: int | None = None
    """How many unfinished images a stream shows on the way."""
    quality: Literal["low", "medium", "high", "auto"] | str | None = None
    """How good the image is; better takes longer and costs more."""
    size: str | None = None
    """Width and height in pixels, such as `1024x1024`, or `auto`."""
    type: Literal["image_generation"]


@frozen(kw_only=True)
class CodexLocalShellTool:
    """A shell on your computer, as Codex uses it: you run the commands."""

    type: Literal["local_shell"]


@frozen(kw_only=True)
class ShellServerTool:
    """A shell, in OpenAI's form."""

    type: Literal["shell"]


@frozen(kw_only=True)
class ApplyPatchServerTool:
    """A tool with which the model changes files, in OpenAI's form: you make the changes."""

    type: Literal["apply_patch"]


@frozen(kw_only=True)
class CustomTool:
    """A tool of yours that takes plain text instead of JSON."""

    description: str | None = None
    """What the tool does, for the model."""
    format: "OnDemand[_models.responses_parts.CustomToolFormatText | _models.responses_parts.CustomToolFormatGrammar | Unknown] | None" = None
    """What the model may write: any text, or text of a grammar; absent for any."""
    name: str
    """The name by which the model calls the tool."""
    type: Literal["custom"]
    async_: Annotated[bool | None, Wire("async")] = None
    """Whether the model may go on before it has the result, which you send later with the `call_id`; ignored by
    providers that cannot."""
    defer_loading: bool | None = None
    """Whether the model sees the tool only when `openrouter:tool_search` has found it. If the request lacks that tool,
    OpenRouter adds it or does not hide this one; if the request has it, at least one tool must not be hidden."""


@frozen(kw_only=True)
class NamespaceFunctionTool:
    """A function of yours in a group of tools."""

    allowed_callers: tuple[Literal["direct", "programmatic"] | str, ...] | None = None
    """Who may call the tool: the model itself (`direct`), or code that it writes (`programmatic`)."""
    defer_loading: bool | None = None
    """Whether the model sees the tool only when `openrouter:tool_search` has found it. If the request lacks that tool,
    OpenRouter adds it or does not hide this one; if the request has it, at least one tool must not be hidden."""
    description: str | None = None
    """What the tool does, for the model."""
    name: str
    """The name by which the model calls the function."""
    output_schema: Mapping[str, Json] | None = None
    """The JSON schema of what the tool returns."""
    parameters: Mapping[str, Json] | None = None
    """The JSON schema of the arguments."""
    strict: bool | None = None
    """Whether the arguments must follow the schema exactly."""
    type: Literal["function"]
    async_: Annotated[bool | None, Wire("async")] = None
    """Whether the model may go on before it has the result, which you send later with the `call_id`; ignored by
    providers that cannot."""


@frozen(kw_only=True)
class NamespaceTool:
    """Functions and custom tools as a group."""

    description: str
    """What the tools of the group are for, for the model."""
    name: str
    """The name of the group, which calls repeat as `namespace`."""
    tools: tuple[NamespaceFunctionTool | CustomTool | Unknown, ...]
    """The tools of the group."""
    type: Literal["namespace"]


@frozen(kw_only=True)
class UsageInputTokensDetails:
    """How many tokens of the request were read from the cache or written to it."""

    cache_write_tokens: int | None = None
    """How many were written to the provider's cache."""
    cached_tokens: int
    """How many were read from the provider's cache."""


@frozen(kw_only=True)
class UsageOutputTokensDetails:
    """How many tokens of the answer were reasoning."""

    reasoning_tokens: int
    """How many were reasoning."""


@frozen(kw_only=True)
class UsageCostDetails:
    """How the cost of a response came about, in US dollars."""

    upstream_inference_cost: float | None = None
    """What the provider charged for the model's work."""
    upstream_inference_input_cost: float
    """What the provider charged for the request's tokens."""
    upstream_inference_output_cost: float
    """What the provider charged for the answer's tokens."""
    server_tool_cost: float | None = None
    """What metered tools cost, such as time in a shell's sandbox, as billed; 0 if such a tool ran and cost nothing,
    absent if none ran."""


@frozen(kw_only=True)
class Usage:
    """How many tokens a response took, and what it cost."""

    input_tokens: int
    """The tokens of the request, those from the cache included."""
    input_tokens_details: UsageInputTokensDetails
    """How many of them were read from the cache or written to it."""
    output_tokens: int
    """The tokens of the answer, reasoning included."""
    output_tokens_details: UsageOutputTokensDetails
    """How many of them were reasoning."""
    total_tokens: int
    """Input and output together."""
    cost: float | None = None
    """What the response cost, in US dollars."""
    cost_details: UsageCostDetails | None = None
    """How the cost came about."""
    is_byok: bool | None = None
    """Whether a provider key of your own was used (BYOK)."""
    server_tool_use_details: "OnDemand[_models.metadata.ServerToolUseDetails] | None" = None
    """How often tools ran on the server."""


@frozen(kw_only=True)
class OpenResponsesResult:
    """The whole answer of a model. Most of its fields repeat what the request asked for."""

    background: bool | None = None
    """Whether the response was made in the background."""
    completed_at: int | None
    """When it was complete, in seconds since 1970; `None` if it is not."""
    created_at: int
    """When it began, in seconds since 1970."""
    error: OpenResponsesErrorField | None
    """Why it failed; `None` if it did not."""
    frequency_penalty: float | None
    """The penalty of a token for each time it was used, -2 to 2."""
    id: str
    """The id of the response; later requests cannot name it, as OpenRouter keeps no responses."""
    incomplete_details: IncompleteDetails | None
    """Why it is incomplete; `None` if it is not."""
    instructions: BaseInputs | None
    """The instructions before the conversation; `None` for none."""
    max_output_tokens: int | None = None
    """The most tokens that the answer might have, reasoning included; absent or `None` for no limit."""
    max_tool_calls: int | None = None
    """The most steps with tools that OpenRouter might run; absent or `None` if the request set none."""
    metadata: Mapping[str, str] | None
    """The request's notes; `None` for none."""
    model: str
    """The model that answered."""
    object: Literal["response"]
    output: tuple[OutputItems, ...]
    """What the model produced, in order: messages, reasoning, tool calls."""
    output_text: str | None = None
    """The text of all messages in `output`, joined."""
    parallel_tool_calls: bool
    """Whether the model might call several tools at once."""
    presence_penalty: float | None
    """The penalty of a token that was used at all, -2 to 2."""
    previous_response_id: str | None = None
    """Absent or `None`, as OpenRouter keeps no responses that another could continue."""
    prompt: "OnDemand[_models.responses_parts.StoredPromptTemplate] | None" = None
    """The stored prompt that was used; absent or `None` for none."""
    prompt_cache_key: str | None = None
    """The name under which the provider caches what requests have in common."""
    prompt_cache_options: "OnDemand[_models.responses_parts.PromptCacheOptions] | None" = None
    """How the provider caches the request."""
    reasoning: "OnDemand[_models.responses_parts.BaseReasoningConfig] | None" = None
    """How much the model was to reason, and whether to return a summary."""
    safety_identifier: str | None = None
    """The request's id for the end user."""
    service_tier: str | None = None
    """The class of speed and price that served the request."""
    status: OpenAIResponsesResponseStatus
    """How it ended, or that it has not yet."""
    store: bool | None = None
    """Whether the provider keeps the response; OpenRouter keeps none."""
    temperature: float | None
    """The sampling temperature, 0 to 2; `None` for the model's own."""
    text: "OnDemand[_models.responses_parts.TextExtendedConfig] | None" = None
    """The form of the answer and how wordy it was to be."""
    tool_choice: OpenAIResponsesToolChoice
    """Whether the model might, had to or must not call a tool, or which one."""
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
    """The tools that the model might call."""
    top_logprobs: int | None = None
    """For how many of the most likely tokens the log probability was asked, 0 to 20."""
    top_p: float | None
    """The total probability of the tokens that were considered, 0 to 1; `None` for the model's own."""
    truncation: "OnDemand[_models.responses_parts.Truncation] | None" = None
    """What was to happen to a conversation that is too long."""
    usage: Usage | None = None
    """How many tokens it took, and what it cost."""
    user: str | None = None
    """The request's id for the end user."""
    error_type: "ApiErrorType | None" = None
    """The kind of the error, by the same names in all of OpenRouter's interfaces; absent without an error."""
    openrouter_metadata: "OnDemand[_models.metadata.OpenRouterMetadata] | None" = None
    """How the request was routed; only if `x_openrouter_metadata` asked for it."""
    alignment: "OnDemand[_models.metadata.Alignment] | None" = None
    """What the alignment plugin found; absent without the plugin. Beta, may change."""
    safeguard_results: "OnDemand[tuple[_models.metadata.ArmorSafeguardResult, ...]] | None" = None
    """What Armor found in each call of a tool of yours, even if it flagged none; absent if Armor did not look."""


@frozen(kw_only=True)
class OpenResponsesCreatedEvent:
    """The event `response.created`: the response begins."""

    response: OpenResponsesResult
    """The response as it now is."""
    sequence_number: int
    """The place of the event in the stream, from 0."""
    type: Literal["response.created"]


@frozen(kw_only=True)
class OpenResponsesInProgressEvent:
    """The event `response.in_progress`: the model works on the response."""

    response: OpenResponsesResult
    """The response as it now is."""
    sequence_number: int
    """The place of the event in the stream, from 0."""
    type: Literal["response.in_progress"]


@frozen(kw_only=True)
class StreamEventsResponseCompleted:
    """The event `response.completed`: the response is whole."""

    response: OpenResponsesResult
    """The whole response, with its `usage`."""
    sequence_number: int
    """The place of the event in the stream, from 0."""
    type: Literal["response.completed"]


@frozen(kw_only=True)
class StreamEventsResponseIncomplete:
    """The event `response.incomplete`: the response ended early."""

    response: OpenResponsesResult
    """The response as far as it came, with its `incomplete_details`."""
    sequence_number: int
    """The place of the event in the stream, from 0."""
    type: Literal["response.incomplete"]


@frozen(kw_only=True)
class StreamEventsResponseFailed:
    """The event `response.failed`: the response ended with an error."""

    response: OpenResponsesResult
    """The response as far as it came, with its `error`."""
    sequence_number: int
    """The place of the event in the stream, from 0."""
    type: Literal["response.failed"]


@frozen(kw_only=True)
class ErrorEvent:
    """The event `error`: something went wrong while the response was streamed."""

    code: str | None
    """The kind of the error; `None` if there is none for it."""
    message: str
    """What went wrong, for people."""
    param: str | None
    """The parameter that is wrong; `None` if none is."""
    sequence_number: int
    """The place of the event in the stream, from 0."""
    type: Literal["error"]


@frozen(kw_only=True)
class StreamEventsResponseOutputItemAdded:
    """The event `response.output_item.added`: a new item begins."""

    item: OutputItems
    """The item as it begins, without what the next events bring."""
    output_index: int
    """The place of the item in the response's `output`, from 0."""
    sequence_number: int
    """The place of the event in the stream, from 0."""
    type: Literal["response.output_item.added"]


@frozen(kw_only=True)
class StreamEventsResponseOutputItemDone:
    """The event `response.output_item.done`: an item is complete."""

    item: OutputItems
    """The whole item."""
    output_index: int
    """The place of the item in the response's `output`, from 0."""
    sequence_number: int
    """The place of the event in the stream, from 0."""
    type: Literal["response.output_item.done"]


@frozen(kw_only=True)
class ContentPartAddedEvent:
    """The event `response.content_part.added`: a new part of an item begins."""

    content_index: int
    """The place of the part in the item's `content`, from 0."""
    item_id: str
    """The `id` of the item that the event is about."""
    output_index: int
    """The place of the item in the response's `output`, from 0."""
    part: ResponseOutputText | ReasoningTextContent | OpenAIResponsesRefusalContent | Unknown
    """The part as it begins, without what the next events bring."""
    sequence_number: int
    """The place of the event in the stream, from 0."""
    type: Literal["response.content_part.added"]


@frozen(kw_only=True)
class ContentPartDoneEvent:
    """The event `response.content_part.done`: a part of an item is complete."""

    content_index: int
    """The place of the part in the item's `content`, from 0."""
    item_id: str
    """The `id` of the item that the event is about."""
    output_index: int
    """The place of the item in the response's `output`, from 0."""
    part: ResponseOutputText | ReasoningTextContent | OpenAIResponsesRefusalContent | Unknown
    """The whole part."""
    sequence_number: int
    """The place of the event in the stream, from 0."""
    type: Literal["response.content_part.done"]


@frozen(kw_only=True)
class StreamLogprob:
    """How likely a token of a text was, and which others were."""

    bytes: tuple[int, ...] | None = None
    """The token in UTF-8, one number for each byte."""
    logprob: float
    """The natural logarithm of the token's probability."""
    token: str
    """The token, as text."""
    top_logprobs: "OnDemand[tuple[_models.responses_parts.StreamLogprobTopLogprob, ...]] | None" = None
    """The most likely tokens at this place, with their log probabilities."""


@frozen(kw_only=True)
class TextDeltaEvent:
    """The event `response.output_text.delta`: the next piece of a text."""

    content_index: int
    """The place of the part in the item's `content`, from 0."""
    delta: str
    """The next piece, which goes after those before it."""
    item_id: str
    """The `id` of the item that the event is about."""
    logprobs: tuple[StreamLogprob, ...]
    """The log probabilities of the tokens."""
    output_index: int
    """The place of the item in the response's `output`, from 0."""
    sequence_number: int
    """The place of the event in the stream, from 0."""
    type: Literal["response.output_text.delta"]


@frozen(kw_only=True)
class TextDoneEvent:
    """The event `response.output_text.done`: a text is complete."""

    content_index: int
    """The place of the part in the item's `content`, from 0."""
    item_id: str
    """The `id` of the item that the event is about."""
    logprobs: tuple[StreamLogprob, ...]
    """The log probabilities of the tokens."""
    output_index: int
    """The place of the item in the response's `output`, from 0."""
    sequence_number: int
    """The place of the event in the stream, from 0."""
    text: str
    """The whole text."""
    type: Literal["response.output_text.done"]


@frozen(kw_only=True)
class RefusalDeltaEvent:
    """The event `response.refusal.delta`: the next piece of a refusal."""

    content_index: int
    """The place of the part in the item's `content`, from 0."""
    delta: str
    """The next piece, which goes after those before it."""
    item_id: str
    """The `id` of the item that the event is about."""
    output_index: int
    """The place of the item in the response's `output`, from 0."""
    sequence_number: int
    """The place of the event in the stream, from 0."""
    type: Literal["response.refusal.delta"]


@frozen(kw_only=True)
class RefusalDoneEvent:
    """The event `response.refusal.done`: a refusal is complete."""

    content_index: int
    """The place of the part in the item's `content`, from 0."""
    item_id: str
    """The `id` of the item that the event is about."""
    output_index: int
    """The place of the item in the response's `output`, from 0."""
    refusal: str
    """Why the model refuses, in full."""
    sequence_number: int
    """The place of the event in the stream, from 0."""
    type: Literal["response.refusal.done"]


@frozen(kw_only=True)
class AnnotationAddedEvent:
    """The event `response.output_text.annotation.added`: a text cites something."""

    annotation: OpenAIResponsesAnnotation
    """What the text cites."""
    annotation_index: int
    """The place of the citation in the part's `annotations`, from 0."""
    content_index: int
    """The place of the part in the item's `content`, from 0."""
    item_id: str
    """The `id` of the item that the event is about."""
    output_index: int
    """The place of the item in the response's `output`, from 0."""
    sequence_number: int
    """The place of the event in the stream, from 0."""
    type: Literal["response.output_text.annotation.added"]


@frozen(kw_only=True)
class FunctionCallArgsDeltaEvent:
    """The event `response.function_call_arguments.delta`: the next piece of the arguments of a function call."""

    delta: str
    """The next piece, which goes after those before it."""
    item_id: str
    """The `id` of the item that the event is about."""
    output_index: int
    """The place of the item in the response's `output`, from 0."""
    sequence_number: int
    """The place of the event in the stream, from 0."""
    type: Literal["response.function_call_arguments.delta"]


@frozen(kw_only=True)
class FunctionCallArgsDoneEvent:
    """The event `response.function_call_arguments.done`: the arguments of a function call are complete."""

    arguments: str
    """All arguments, in JSON."""
    item_id: str
    """The `id` of the item that the event is about."""
    name: str
    """The name of the tool that is called."""
    output_index: int
    """The place of the item in the response's `output`, from 0."""
    sequence_number: int
    """The place of the event in the stream, from 0."""
    type: Literal["response.function_call_arguments.done"]


@frozen(kw_only=True)
class ReasoningDeltaEvent:
    """The event `response.reasoning_text.delta`: the next piece of reasoning."""

    content_index: int
    """The place of the part in the item's `content`, from 0."""
    delta: str
    """The next piece, which goes after those before it."""
    item_id: str
    """The `id` of the item that the event is about."""
    output_index: int
    """The place of the item in the response's `output`, from 0."""
    sequence_number: int
    """The place of the event in the stream, from 0."""
    type: Literal["response.reasoning_text.delta"]


@frozen(kw_only=True)
class ReasoningDoneEvent:
    """The event `response.reasoning_text.done`: a part of the reasoning is complete."""

    content_index: int
    """The place of the part in the item's `content`, from 0."""
    item_id: str
    """The `id` of the item that the event is about."""
    output_index: int
    """The place of the item in the response's `output`, from 0."""
    sequence_number: int
    """The place of the event in the stream, from 0."""
    text: str
    """The whole text."""
    type: Literal["response.reasoning_text.done"]


@frozen(kw_only=True)
class ReasoningSummaryPartAddedEvent:
    """The event `response.reasoning_summary_part.added`: a new part of the summary of the reasoning begins."""

    item_id: str
    """The `id` of the item that the event is about."""
    output_index: int
    """The place of the item in the response's `output`, from 0."""
    part: ReasoningSummaryText
    """The part as it begins, without what the next events bring."""
    sequence_number: int
    """The place of the event in the stream, from 0."""
    summary_index: int
    """The place of the part in the item's `summary`, from 0."""
    type: Literal["response.reasoning_summary_part.added"]


@frozen(kw_only=True)
class ReasoningSummaryPartDoneEvent:
    """The event `response.reasoning_summary_part.done`: a part of the summary of the reasoning is complete."""

    item_id: str
    """The `id` of the item that the event is about."""
    output_index: int
    """The place of the item in the response's `output`, from 0."""
    part: ReasoningSummaryText
    """The whole part."""
    sequence_number: int
    """The place of the event in the stream, from 0."""
    summary_index: int
    """The place of the part in the item's `summary`, from 0."""
    type: Literal["response.reasoning_summary_part.done"]


@frozen(kw_only=True)
class ReasoningSummaryTextDeltaEvent:
    """The event `response.reasoning_summary_text.delta`: the next piece of the summary of the reasoning."""

    delta: str
    """The next piece, which goes after those before it."""
    item_id: str
    """The `id` of the item that the event is about."""
    output_index: int
    """The place of the item in the response's `output`, from 0."""
    sequence_number: int
    """The place of the event in the stream, from 0."""
    summary_index: int
    """The place of the part in the item's `summary`, from 0."""
    type: Literal["response.reasoning_summary_text.delta"]


@frozen(kw_only=True)
class ReasoningSummaryTextDoneEvent:
    """The event `response.reasoning_summary_text.done`: the text of a part of the summary is complete."""

    item_id: str
    """The `id` of the item that the event is about."""
    output_index: int
    """The place of the item in the response's `output`, from 0."""
    sequence_number: int
    """The place of the event in the stream, from 0."""
    summary_index: int
    """The place of the part in the item's `summary`, from 0."""
    text: str
    """The whole text."""
    type: Literal["response.reasoning_summary_text.done"]


@frozen(kw_only=True)
class ImageGenCallInProgressEvent:
    """The event `response.image_generation_call.in_progress`: a call for an image begins."""

    item_id: str
    """The `id` of the item that the event is about."""
    output_index: int
    """The place of the item in the response's `output`, from 0."""
    sequence_number: int
    """The place of the event in the stream, from 0."""
    type: Literal["response.image_generation_call.in_progress"]


@frozen(kw_only=True)
class ImageGenCallGeneratingEvent:
    """The event `response.image_generation_call.generating`: an image is being made."""

    item_id: str
    """The `id` of the item that the event is about."""
    output_index: int
    """The place of the item in the response's `output`, from 0."""
    sequence_number: int
    """The place of the event in the stream, from 0."""
    type: Literal["response.image_generation_call.generating"]


@frozen(kw_only=True)
class ImageGenCallPartialImageEvent:
    """The event `response.image_generation_call.partial_image`: an image as far as it is made."""

    item_id: str
    """The `id` of the item that the event is about."""
    output_index: int
    """The place of the item in the response's `output`, from 0."""
    partial_image_b64: str
    """The unfinished image in base64."""
    partial_image_index: int
    """Which of the unfinished images it is, from 0."""
    sequence_number: int
    """The place of the event in the stream, from 0."""
    type: Literal["response.image_generation_call.partial_image"]


@frozen(kw_only=True)
class ImageGenCallCompletedEvent:
    """The event `response.image_generation_call.completed`: an image is made."""

    item_id: str
    """The `id` of the item that the event is about."""
    output_index: int
    """The place of the item in the response's `output`, from 0."""
    sequence_number: int
    """The place of the event in the stream, from 0."""
    type: Literal["response.image_generation_call.completed"]


@frozen(kw_only=True)
class CodeInterpreterCallInProgressEvent:
    """The event `response.code_interpreter_call.in_progress`: a call of the code interpreter begins."""

    item_id: str
    """The `id` of the item that the event is about."""
    output_index: int
    """The place of the item in the response's `output`, from 0."""
    sequence_number: int
    """The place of the event in the stream, from 0."""
    type: Literal["response.code_interpreter_call.in_progress"]


@frozen(kw_only=True)
class CodeInterpreterCallInterpretingEvent:
    """The event `response.code_interpreter_call.interpreting`: the code runs."""

    item_id: str
    """The `id` of the item that the event is about."""
    output_index: int
    """The place of the item in the response's `output`, from 0."""
    sequence_number: int
    """The place of the event in the stream, from 0."""
    type: Literal["response.code_interpreter_call.interpreting"]


@frozen(kw_only=True)
class CodeInterpreterCallCompletedEvent:
    """The event `response.code_interpreter_call.completed`: the code has run."""

    item_id: str
    """The `id` of the item that the event is about."""
    output_index: int
    """The place of the item in the response's `output`, from 0."""
    sequence_number: int
    """The place of the event in the stream, from 0."""
    type: Literal["response.code_interpreter_call.completed"]


@frozen(kw_only=True)
class CodeInterpreterCallCodeDeltaEvent:
    """The event `response.code_interpreter_call_code.delta`: the next piece of the code."""

    delta: str
    """The next piece, which goes after those before it."""
    item_id: str
    """The `id` of the item that the event is about."""
    output_index: int
    """The place of the item in the response's `output`, from 0."""
    sequence_number: int
    """The place of the event in the stream, from 0."""
    type: Literal["response.code_interpreter_call_code.delta"]


@frozen(kw_only=True)
class CodeInterpreterCallCodeDoneEvent:
    """The event `response.code_interpreter_call_code.done`: the code is complete."""

    code: str
    """The whole code."""
    item_id: str
    """The `id` of the item that the event is about."""
    output_index: int
    """The place of the item in the response's `output`, from 0."""
    sequence_number: int
    """The place of the event in the stream, from 0."""
    type: Literal["response.code_interpreter_call_code.done"]


@frozen(kw_only=True)
class WebSearchCallInProgressEvent:
    """The event `response.web_search_call.in_progress`: a search of the web begins."""

    item_id: str
    """The `id` of the item that the event is about."""
    output_index: int
    """The place of the item in the response's `output`, from 0."""
    sequence_number: int
    """The place of the event in the stream, from 0."""
    type: Literal["response.web_search_call.in_progress"]


@frozen(kw_only=True)
class WebSearchCallSearchingEvent:
    """The event `response.web_search_call.searching`: the web is being searched."""

    item_id: str
    """The `id` of the item that the event is about."""
    output_index: int
    """The place of the item in the response's `output`, from 0."""
    sequence_number: int
    """The place of the event in the stream, from 0."""
    type: Literal["response.web_search_call.searching"]


@frozen(kw_only=True)
class WebSearchCallCompletedEvent:
    """The event `response.web_search_call.completed`: a search of the web is done."""

    item_id: str
    """The `id` of the item that the event is about."""
    output_index: int
    """The place of the item in the response's `output`, from 0."""
    sequence_number: int
    """The place of the event in the stream, from 0."""
    type: Literal["response.web_search_call.completed"]


@frozen(kw_only=True)
class CustomToolCallInputDeltaEvent:
    """The event `response.custom_tool_call_input.delta`: the next piece of the text for a custom tool."""

    delta: str
    """The next piece, which goes after those before it."""
    item_id: str
    """The `id` of the item that the event is about."""
    output_index: int
    """The place of the item in the response's `output`, from 0."""
    sequence_number: int
    """The place of the event in the stream, from 0."""
    type: Literal["response.custom_tool_call_input.delta"]


@frozen(kw_only=True)
class CustomToolCallInputDoneEvent:
    """The event `response.custom_tool_call_input.done`: the text for a custom tool is complete."""

    input: str
    """The whole text."""
    item_id: str
    """The `id` of the item that the event is about."""
    output_index: int
    """The place of the item in the response's `output`, from 0."""
    sequence_number: int
    """The place of the event in the stream, from 0."""
    type: Literal["response.custom_tool_call_input.done"]


@frozen(kw_only=True)
class ApplyPatchCallOperationDiffDeltaEvent:
    """The event `response.apply_patch_call_operation_diff.delta`: the next piece of a diff."""

    delta: str
    """The next piece, which goes after those before it."""
    item_id: str
    """The `id` of the item that the event is about."""
    output_index: int
    """The place of the item in the response's `output`, from 0."""
    sequence_number: int
    """The place of the event in the stream, from 0."""
    type: Literal["response.apply_patch_call_operation_diff.delta"]


@frozen(kw_only=True)
class ApplyPatchCallOperationDiffDoneEvent:
    """The event `response.apply_patch_call_operation_diff.done`: a diff is complete."""

    diff: str
    """The whole diff."""
    item_id: str
    """The `id` of the item that the event is about."""
    output_index: int
    """The place of the item in the response's `output`, from 0."""
    sequence_number: int
    """The place of the event in the stream, from 0."""
    type: Literal["response.apply_patch_call_operation_diff.done"]


@frozen(kw_only=True)
class FusionCallInProgressEvent:
    """The event `response.fusion_call.in_progress`: a call of `openrouter:fusion` begins."""

    item_id: str
    """The `id` of the item that the event is about."""
    output_index: int
    """The place of the item in the response's `output`, from 0."""
    sequence_number: int
    """The place of the event in the stream, from 0."""
    type: Literal["response.fusion_call.in_progress"]


@frozen(kw_only=True)
class FusionCallPanelAddedEvent:
    """The event `response.fusion_call.panel.added`: one of the models begins its answer."""

    item_id: str
    """The `id` of the item that the event is about."""
    model: str
    """The model that begins."""
    output_index: int
    """The place of the item in the response's `output`, from 0."""
    sequence_number: int
    """The place of the event in the stream, from 0."""
    type: Literal["response.fusion_call.panel.added"]


@frozen(kw_only=True)
class FusionCallPanelDeltaEvent:
    """The event `response.fusion_call.panel.delta`: the next piece of the answer of one of the models."""

    delta: str
    """The next piece, which goes after those before it."""
    item_id: str
    """The `id` of the item that the event is about."""
    model: str
    """The model that answers."""
    output_index: int
    """The place of the item in the response's `output`, from 0."""
    sequence_number: int
    """The place of the event in the stream, from 0."""
    type: Literal["response.fusion_call.panel.delta"]


@frozen(kw_only=True)
class FusionCallPanelReasoningDeltaEvent:
    """The event `response.fusion_call.panel.reasoning.delta`: the next piece of the reasoning of one of the models."""

    delta: str
    """The next piece, which goes after those before it."""
    item_id: str
    """The `id` of the item that the event is about."""
    model: str
    """The model that reasons."""
    output_index: int
    """The place of the item in the response's `output`, from 0."""
    sequence_number: int
    """The place of the event in the stream, from 0."""
    type: Literal["response.fusion_call.panel.reasoning.delta"]


@frozen(kw_only=True)
class FusionCallPanelCompletedEvent:
    """The event `response.fusion_call.panel.completed`: one of the models has answered."""

    content: str
    """The answer in full."""
    item_id: str
    """The `id` of the item that the event is about."""
    model: str
    """The model that answered."""
    output_index: int
    """The place of the item in the response's `output`, from 0."""
    sequence_number: int
    """The place of the event in the stream, from 0."""
    type: Literal["response.fusion_call.panel.completed"]


@frozen(kw_only=True)
class FusionCallPanelFailedEvent:
    """The event `response.fusion_call.panel.failed`: one of the models did not answer."""

    error: str
    """Why it did not answer."""
    item_id: str
    """The `id` of the item that the event is about."""
    model: str
    """Which model it is."""
    output_index: int
    """The place of the item in the response's `output`, from 0."""
    sequence_number: int
    """The place of the event in the stream, from 0."""
    status_code: int | None = None
    """The HTTP status that the provider answered with, such as 429; absent if it gave none."""
    type: Literal["response.fusion_call.panel.failed"]


@frozen(kw_only=True)
class FusionCallAnalysisInProgressEvent:
    """The event `response.fusion_call.analysis.in_progress`: the analyst begins."""

    analyst_model: str
    """The model that analyzes the answers."""
    item_id: str
    """The `id` of the item that the event is about."""
    judge_model: str
    """Deprecated: the older name of `analyst_model`, with the same value."""
    output_index: int
    """The place of the item in the response's `output`, from 0."""
    sequence_number: int
    """The place of the event in the stream, from 0."""
    type: Literal["response.fusion_call.analysis.in_progress"]


@frozen(kw_only=True)
class FusionCallAnalysisCompletedEvent:
    """The event `response.fusion_call.analysis.completed`: the analyst is done."""

    analysis: FusionAnalysisResult
    """What the analyst found in the answers."""
    item_id: str
    """The `id` of the item that the event is about."""
    output_index: int
    """The place of the item in the response's `output`, from 0."""
    sequence_number: int
    """The place of the event in the stream, from 0."""
    type: Literal["response.fusion_call.analysis.completed"]


@frozen(kw_only=True)
class FusionCallCompletedEvent:
    """The event `response.fusion_call.completed`: a call of `openrouter:fusion` is done."""

    item_id: str
    """The `id` of the item that the event is about."""
    output_index: int
    """The place of the item in the response's `output`, from 0."""
    sequence_number: int
    """The place of the event in the stream, from 0."""
    type: Literal["response.fusion_call.completed"]


@frozen(kw_only=True)
class DebugEventDebug:
    """What OpenRouter sent to the provider, or when something happened."""

    echo_upstream_body: Mapping[str, Json] | None = None
    """The body of the request as the provider got it."""
    timings: "OnDemand[_models.responses_parts.DebugEventDebugTimings] | None" = None
    """What happened, and when."""


@frozen(kw_only=True)
class DebugEvent:
    """The event `response.debug`: what the provider got, or when things happened.

    It comes only if `debug` asks for it.
    """

    debug: DebugEventDebug
    """The request or the times."""
    sequence_number: int
    """The place of the event in the stream, from 0."""
    type: Literal["response.debug"]


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
"""An event of a streamed response."""

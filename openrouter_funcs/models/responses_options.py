# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""Responses: optional parts of requests."""

# No `from __future__ import annotations`: it would hide `Required` from `TypedDict` (PEP 655).
from collections.abc import Mapping, Sequence
from typing import Literal, Required, TypeAlias, TypedDict

from openrouter_core.model import Json, OnDemand, Unknown
from openrouter_core.secret import Secret
from openrouter_funcs import models as _models
from openrouter_funcs.models.enums import (
    ReasoningEffort,
    ReasoningFormat,
    SearchQualityLevel,
    WebSearchEngineEnum,
    WebSearchMode,
)
from openrouter_funcs.models.responses_enums import (
    ApplyPatchCallStatus,
    FailableToolCallStatus,
    ImageGenerationStatus,
    ReasoningContext,
    ReasoningMode,
    ReasoningSummaryVerbosity,
    SearchContextSizeEnum,
    ToolCallStatus,
    WebSearchStatus,
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
    ParetoRouterPluginParam,
    ResponseHealingPluginParam,
    ShellServerToolOpenRouterParam,
    SubagentServerToolOpenRouterParam,
    SwitchyardRouterPluginParam,
    ToolSearchServerToolParam,
    WebFetchPluginParam,
    WebFetchServerToolParam,
    WebSearchPluginParam,
)

__all__ = [
    "AdditionalToolParam",
    "AdditionalToolsItemOtherToolParam",
    "AdditionalToolsItemParam",
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
    "FileSearchServerToolComparisonParam",
    "FileSearchServerToolParam",
    "FileSearchServerToolRankingOptionsParam",
    "FormatJsonObjectConfigParam",
    "FormatJsonSchemaConfigParam",
    "FormatTextConfigParam",
    "FormatsParam",
    "FoundToolParam",
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
    "InputItemParam",
    "InputMessageItemContentItemInputImageParam",
    "InputMessageItemParam",
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
    "OpenAIResponsesToolChoiceApplyPatchParam",
    "OpenAIResponsesToolChoiceFunctionParam",
    "OpenAIResponsesToolChoiceParam",
    "OpenAIResponsesToolChoiceShellParam",
    "OpenAIResponsesToolChoiceWebSearchPreviewParam",
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
    "OutputToolSearchServerToolItemMatchParam",
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
    "ResponsesPluginParam",
    "ResponsesRequestToolFunctionParam",
    "ResponsesToolParam",
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
    "ToolSearchOutputItemOtherToolParam",
    "ToolSearchOutputItemParam",
    "ToolSearchOutputItemToolFunctionParam",
    "URLCitationParam",
    "WebSearchDomainFilterParam",
    "WebSearchServerToolConfigParam",
    "WebSearchServerToolOpenRouterParam",
    "WebSearchServerToolParam",
    "WebSearchSourceParam",
    "WebSearchUserLocationParam",
]


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
"""What else a response may tell. `file_search_call.results`: what searches in files found;
`message.input_image.image_url`: the URLs of the input's images; `computer_call_output.output.image_url`: the URLs of a
computer's screenshots; `reasoning.encrypted_content`: the reasoning in encrypted form, to send back;
`code_interpreter_call.outputs`: what the code interpreter wrote and drew."""


class ReasoningTextContentParam(TypedDict, total=False):
    """A part of a model's reasoning, in full."""

    text: Required[str]
    """What the model reasons."""
    type: Required[Literal["reasoning_text"]]


class ReasoningSummaryTextParam(TypedDict, total=False):
    """A part of the summary of a model's reasoning."""

    text: Required[str]
    """The summary of this part."""
    type: Required[Literal["summary_text"]]


class ReasoningItemParam(TypedDict, total=False):
    """What the model reasoned in an earlier answer, as it was received."""

    content: Sequence[ReasoningTextContentParam] | None
    """The reasoning in full; absent or `None` if the provider did not show it."""
    encrypted_content: str | None
    """The reasoning in encrypted form, to send back with the conversation."""
    id: Required[str]
    """The id of this item, which the events of a stream repeat as `item_id`."""
    status: Literal["completed", "incomplete", "in_progress"]
    """Whether the item is in progress, complete, incomplete or failed."""
    summary: Required[Sequence[ReasoningSummaryTextParam] | None]
    """The summary of the reasoning, in parts."""
    type: Required[Literal["reasoning"]]
    format: ReasoningFormat | None
    """How the provider writes its reasoning; send it back unchanged."""
    signature: str | None
    """The provider's signature, by which it checks that the reasoning is its own; send it back unchanged."""


class InputTextParam(TypedDict, total=False):
    """A text in the input."""

    prompt_cache_breakpoint: "OnDemand[_models.server_tools.PromptCacheBreakpointParam] | None"
    """Marks the end of what the provider may cache; for providers with Anthropic's way of caching, OpenRouter
    translates it."""
    text: Required[str]
    """What the model reads."""
    type: Required[Literal["input_text"]]


class EasyInputMessageContentItemInputImageParam(TypedDict, total=False):
    """An image in a message of the input."""

    detail: Required[Literal["auto", "high", "low", "original"] | str]
    """How closely the model looks at the image; more detail takes more tokens."""
    image_url: str | None
    """The image, as a URL or a data URL; absent when `file_id` is given."""
    type: Required[Literal["input_image"]]
    file_id: str | None
    """The id of an uploaded image; absent when `image_url` is given."""


class InputFileParam(TypedDict, total=False):
    """A file in the input, given by its data, its URL or its id."""

    file_data: str
    """The file itself, as a data URL."""
    file_id: str | None
    """The id of an uploaded file."""
    file_url: str
    """Where the provider gets the file."""
    filename: str
    """The file's name, which tells the model what it is."""
    type: Required[Literal["input_file"]]


class InputAudioInputAudioParam(TypedDict, total=False):
    """A sound and its format."""

    data: Required[str]
    """The sound in base64."""
    format: Required[Literal["mp3", "wav"] | str]
    """The format of the sound."""


class InputAudioParam(TypedDict, total=False):
    """A sound in the input."""

    input_audio: Required[InputAudioInputAudioParam]
    """The sound and its format."""
    type: Required[Literal["input_audio"]]


class InputVideoParam(TypedDict, total=False):
    """A video in the input."""

    type: Required[Literal["input_video"]]
    video_url: Required[str]
    """The video, as a URL or a data URL."""
    processing: Literal["agentic", "static"] | str
    """`agentic` lets the model choose what it looks at, `static` takes images at a fixed rate; for providers that can,
    now Google Gemini."""


class EasyInputMessageParam(TypedDict, total=False):
    """A message of the conversation."""

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
    """What the message says, as text or in parts."""
    phase: Literal["commentary", "final_answer"] | None
    """Whether the message is a remark on the way (`commentary`) or the answer itself (`final_answer`); only for the
    model's messages. Send it back unchanged: some models, such as `gpt-5.3-codex`, answer worse without it."""
    role: Required[Literal["user", "system", "assistant", "developer"]]
    """Who speaks: the user, the model (`assistant`), or you with instructions (`system`, `developer`)."""
    type: Literal["message"]


class InputMessageItemContentItemInputImageParam(TypedDict, total=False):
    """An image in a message of the input."""

    detail: Required[Literal["auto", "high", "low", "original"] | str]
    """How closely the model looks at the image; more detail takes more tokens."""
    image_url: str | None
    """The image, as a URL or a data URL; absent when `file_id` is given."""
    type: Required[Literal["input_image"]]
    file_id: str | None
    """The id of an uploaded image; absent when `image_url` is given."""


class InputMessageItemParam(TypedDict, total=False):
    """A message of the user or of yours, in parts."""

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
    """What the message says."""
    id: Required[str]
    """An id of this item, if it has one."""
    role: Required[Literal["user", "system", "developer"]]
    """Who speaks: the user, or you with instructions (`system`, `developer`)."""
    type: Literal["message"]


class FunctionCallItemSubagentItemParam(TypedDict, total=False):
    """An item that a subagent produced. Send it back unchanged."""

    type: Required[str]
    """What kind of item it is."""


FunctionCallItemParam = TypedDict(
    "FunctionCallItemParam",
    {
        # The arguments in JSON, as the model produced them.
        "arguments": Required[str],
        # The id of the call, which the item with its result repeats.
        "call_id": Required[str],
        # The id of this item, which the events of a stream repeat as `item_id`.
        "id": str | None,
        # The name of the tool that is called.
        "name": Required[str],
        # The group of tools that the tool is in, such as an MCP server; absent for a tool of no group.
        "namespace": str | None,
        # Whether the item is in progress, complete, incomplete or failed.
        "status": ToolCallStatus | None,
        # The `call_id` of the `openrouter:subagent` call whose subagent makes this call; absent for other calls.
        # Experimental, may change without notice.
        "subagent_id": str | None,
        # What the subagent has produced so far; send it back unchanged so that the subagent can go on. Of several calls
        # at once, only the first has it. Experimental, may change without notice.
        "subagent_items": Sequence[FunctionCallItemSubagentItemParam] | None,
        "type": Required[Literal["function_call"]],
        # Whether the tool is asynchronous, so that the model may go on before it has the result; send that later, as a
        # `function_call_output` with this `call_id`.
        "async": bool | None,
    },
    total=False,
)
FunctionCallItemParam.__doc__ = "A function call of an earlier answer, as it was received."


class FunctionCallOutputItemOutputItemInputImageParam(TypedDict, total=False):
    """An image in the result of a function call."""

    detail: Required[Literal["auto", "high", "low", "original"] | str]
    """How closely the model looks at the image; more detail takes more tokens."""
    image_url: str | None
    """The image, as a URL or a data URL; absent when `file_id` is given."""
    type: Required[Literal["input_image"]]
    file_id: str | None
    """The id of an uploaded image; absent when `image_url` is given."""


class FunctionCallOutputItemParam(TypedDict, total=False):
    """The result of a function call."""

    call_id: Required[str]
    """The `call_id` of the call that this answers."""
    id: str | None
    """An id of this item, if it has one."""
    output: Required[str | Sequence[InputTextParam | FunctionCallOutputItemOutputItemInputImageParam | InputFileParam]]
    """The result of the call, as text or in parts."""
    status: ToolCallStatus | None
    """Whether the item is in progress, complete, incomplete or failed."""
    type: Required[Literal["function_call_output"]]


class ApplyPatchCreateFileOperationParam(TypedDict, total=False):
    """The creation of a file."""

    diff: Required[str]
    """The file's contents, as a V4A diff."""
    path: Required[str]
    """Where to create the file."""
    type: Required[Literal["create_file"]]


class ApplyPatchUpdateFileOperationParam(TypedDict, total=False):
    """A change to a file."""

    diff: Required[str]
    """The changes, as a V4A diff."""
    path: Required[str]
    """Which file to change."""
    type: Required[Literal["update_file"]]


class ApplyPatchDeleteFileOperationParam(TypedDict, total=False):
    """The deletion of a file."""

    path: Required[str]
    """Which file to delete."""
    type: Required[Literal["delete_file"]]


ApplyPatchCallOperationParam: TypeAlias = (
    ApplyPatchCreateFileOperationParam
    | ApplyPatchUpdateFileOperationParam
    | ApplyPatchDeleteFileOperationParam
    | Unknown
)
"""A change to a file: to create or update it by a V4A diff, or to delete it."""


class ApplyPatchCallItemParam(TypedDict, total=False):
    """A call that asks you to change a file. Send an `apply_patch_call_output` when you have done so."""

    call_id: Required[str]
    """The id of the call, which the item with its result repeats."""
    id: str | None
    """The id of this item, which the events of a stream repeat as `item_id`."""
    operation: Required[ApplyPatchCallOperationParam]
    """The change to make: to create, update or delete a file."""
    status: Required[ApplyPatchCallStatus]
    """Whether the item is in progress, complete, incomplete or failed."""
    type: Required[Literal["apply_patch_call"]]


class ApplyPatchCallOutputItemParam(TypedDict, total=False):
    """What became of a change that the model asked you to make to a file."""

    call_id: Required[str]
    """The `call_id` of the call that this answers."""
    id: str | None
    """An id of this item, if it has one."""
    output: str | None
    """What happened, as text for the model."""
    status: Required[Literal["completed", "failed"] | str]
    """`completed` if the change was made, otherwise `failed`."""
    type: Required[Literal["apply_patch_call_output"]]


class FileCitationParam(TypedDict, total=False):
    """A citation of a file."""

    file_id: Required[str]
    """The id of the cited file."""
    filename: Required[str]
    """The name of the cited file."""
    index: Required[int]
    """The place of the file in the list of files, from 0."""
    type: Required[Literal["file_citation"]]


class URLCitationParam(TypedDict, total=False):
    """A citation of a web page."""

    content: str
    """The cited text of the page."""
    end_index: Required[int]
    """Where in the text the citation ends, in characters from 0."""
    start_index: Required[int]
    """Where in the text the citation begins, in characters from 0."""
    title: Required[str]
    """The title of the page."""
    type: Required[Literal["url_citation"]]
    url: Required[str]
    """The address of the page."""


class FilePathParam(TypedDict, total=False):
    """A reference to a file that a tool wrote."""

    file_id: Required[str]
    """The id of the file."""
    index: Required[int]
    """The place of the file in the list of files, from 0."""
    type: Required[Literal["file_path"]]


OpenAIResponsesAnnotationParam: TypeAlias = FileCitationParam | URLCitationParam | FilePathParam | Unknown
"""What a text refers to: a file, a web page, or a file that a tool wrote."""


class ResponseOutputTextLogprobTopLogprobParam(TypedDict, total=False):
    """One of the most likely tokens at a place."""

    bytes: Required[Sequence[int]]
    """The token in UTF-8, one number for each byte."""
    logprob: Required[float]
    """The natural logarithm of the token's probability."""
    token: Required[str]
    """The token, as text."""


class ResponseOutputTextLogprobParam(TypedDict, total=False):
    """How likely a token of a text was, and which others were."""

    bytes: Required[Sequence[int]]
    """The token in UTF-8, one number for each byte."""
    logprob: Required[float]
    """The natural logarithm of the token's probability."""
    token: Required[str]
    """The token, as text."""
    top_logprobs: Required[Sequence[ResponseOutputTextLogprobTopLogprobParam]]
    """The most likely tokens at this place, with their log probabilities."""


class ResponseOutputTextParam(TypedDict, total=False):
    """A text in a message of the model."""

    annotations: Sequence[OpenAIResponsesAnnotationParam]
    """The files and web pages that the text cites."""
    logprobs: Sequence[ResponseOutputTextLogprobParam]
    """The log probabilities of its tokens, if `top_logprobs` asked for them."""
    text: Required[str]
    """What the model says."""
    type: Required[Literal["output_text"]]


class OpenAIResponsesRefusalContentParam(TypedDict, total=False):
    """The part of a message that says that the model refuses."""

    refusal: Required[str]
    """Why the model refuses, in its own words."""
    type: Required[Literal["refusal"]]


class InputAssistantParam(TypedDict, total=False):
    """A message of the model from an earlier answer, as it was received."""

    content: Required[Sequence[ResponseOutputTextParam | OpenAIResponsesRefusalContentParam] | str | None]
    """What the model said, or that it refused."""
    id: Required[str]
    """The id of this item, which the events of a stream repeat as `item_id`."""
    phase: Literal["commentary", "final_answer"] | None
    """Whether the message is a remark on the way (`commentary`) or the answer itself (`final_answer`); only for the
    model's messages. Send it back unchanged: some models, such as `gpt-5.3-codex`, answer worse without it."""
    role: Required[Literal["assistant"]]
    status: Literal["completed", "incomplete", "in_progress"]
    """Whether the item is in progress, complete, incomplete or failed."""
    type: Literal["message"]


class WebSearchSourceParam(TypedDict, total=False):
    """A web page that a search found."""

    type: Required[Literal["url"]]
    url: Required[str]
    """The address of the page."""


class OutputWebSearchCallItemActionSearchParam(TypedDict, total=False):
    """A search of the web."""

    queries: Sequence[str]
    """What was searched for, one query each."""
    query: Required[str]
    """What was searched for."""
    sources: Sequence[WebSearchSourceParam]
    """The web pages that were found."""
    type: Required[Literal["search"]]


class OutputWebSearchCallItemActionOpenPageParam(TypedDict, total=False):
    """The opening of a web page."""

    type: Required[Literal["open_page"]]
    url: str | None
    """The address of the page; absent or `None` if the provider does not tell it."""


class OutputWebSearchCallItemActionFindInPageParam(TypedDict, total=False):
    """A search for text in a web page."""

    pattern: Required[str]
    """The text that was looked for."""
    type: Required[Literal["find_in_page"]]
    url: Required[str]
    """The address of the page."""


class OutputWebSearchCallItemParam(TypedDict, total=False):
    """A search of the web by the provider."""

    action: (
        OutputWebSearchCallItemActionSearchParam
        | OutputWebSearchCallItemActionOpenPageParam
        | OutputWebSearchCallItemActionFindInPageParam
        | Unknown
    )
    """What was done: a search, opening a page, or finding text in one."""
    id: Required[str]
    """The id of this item, which the events of a stream repeat as `item_id`."""
    status: Required[WebSearchStatus]
    """Whether the item is in progress, complete, incomplete or failed."""
    type: Required[Literal["web_search_call"]]


class OutputFileSearchCallItemParam(TypedDict, total=False):
    """A search in files by the provider."""

    id: Required[str]
    """The id of this item, which the events of a stream repeat as `item_id`."""
    queries: Required[Sequence[str]]
    """What was searched for, one query each."""
    status: Required[WebSearchStatus]
    """Whether the item is in progress, complete, incomplete or failed."""
    type: Required[Literal["file_search_call"]]


class OutputImageGenerationCallItemParam(TypedDict, total=False):
    """An image that the provider makes."""

    id: Required[str]
    """The id of this item, which the events of a stream repeat as `item_id`."""
    result: str | None
    """The image in base64; absent or `None` until it is made."""
    status: Required[ImageGenerationStatus]
    """Whether the item is in progress, complete, incomplete or failed."""
    type: Required[Literal["image_generation_call"]]
    prompt: str
    """What the image was made from, perhaps reworded."""


class CodeInterpreterLogsOutputParam(TypedDict, total=False):
    """What the code wrote."""

    logs: Required[str]
    """The text that the code wrote."""
    type: Required[Literal["logs"]]


class CodeInterpreterImageOutputParam(TypedDict, total=False):
    """An image that the code drew."""

    type: Required[Literal["image"]]
    url: Required[str]
    """Where the image is."""


class CodeInterpreterFileOutputParam(TypedDict, total=False):
    """A file that the code left."""

    download_url: str
    """Where to get the file; soon, as the URL is usually valid only until `expires_at`."""
    error_code: str | None
    """The provider's code for why there is no file; absent or `None` if there is one."""
    expires_at: str
    """When `download_url` stops working, in ISO 8601; then the file must be made anew."""
    filename: str
    """The name that the code gave the file."""
    id: str
    """The provider's id of the file."""
    media_type: str
    """The file's media type, such as `text/csv`."""
    sha256: str
    """The SHA-256 of the file's contents, to check the download."""
    size_bytes: int
    """The file's size in bytes."""
    status: str
    """Whether the file can be downloaded: `ready`, or another word of the provider's if perhaps not."""
    type: Required[Literal["file"]]


class OutputCodeInterpreterCallItemParam(TypedDict, total=False):
    """A run of code in the code interpreter of the provider."""

    code: str | None
    """The code that the model wrote."""
    container_id: str
    """The container in which the code ran."""
    id: Required[str]
    """The id of this item, which the events of a stream repeat as `item_id`."""
    outputs: (
        Sequence[
            CodeInterpreterLogsOutputParam | CodeInterpreterImageOutputParam | CodeInterpreterFileOutputParam | Unknown
        ]
        | None
    )
    """What the code wrote, drew and left as files; absent or `None` for nothing."""
    status: Required[Literal["in_progress", "completed", "incomplete", "interpreting", "failed"] | str]
    """Whether the item is in progress, complete, incomplete or failed."""
    type: Required[Literal["code_interpreter_call"]]


class OutputComputerCallItemPendingSafetyCheckParam(TypedDict, total=False):
    """A warning that somebody must confirm before an action at a computer."""

    code: Required[str]
    """The kind of the warning."""
    id: Required[str]
    """The id of the warning, by which you confirm it."""
    message: Required[str]
    """The warning, for people."""


class OutputComputerCallItemParam(TypedDict, total=False):
    """An action at a computer that the model asks you to carry out."""

    action: Json
    """What to do, such as a click at a place."""
    call_id: Required[str]
    """The id of the call, which the item with its result repeats."""
    id: str
    """The id of this item, which the events of a stream repeat as `item_id`."""
    pending_safety_checks: Required[Sequence[OutputComputerCallItemPendingSafetyCheckParam]]
    """What to confirm before you do it."""
    status: Required[Literal["completed", "incomplete", "in_progress"] | str]
    """Whether the item is in progress, complete, incomplete or failed."""
    type: Required[Literal["computer_call"]]


class OutputDatetimeItemParam(TypedDict, total=False):
    """The date and time that OpenRouter told the model."""

    datetime: Required[str]
    """What it told, in ISO 8601."""
    id: str
    """The id of this item, which the events of a stream repeat as `item_id`."""
    status: Required[FailableToolCallStatus]
    """Whether the item is in progress, complete, incomplete or failed."""
    timezone: Required[str]
    """The time zone, by its IANA name, such as `Europe/Berlin`."""
    type: Required[Literal["openrouter:datetime"]]
    error: str
    """Why the tool failed; absent unless `status` is `failed`."""


class OutputWebSearchServerToolItemActionSourceParam(TypedDict, total=False):
    """A web page that OpenRouter found."""

    type: Required[Literal["url"]]
    url: Required[str]
    """The address of the page."""


class OutputWebSearchServerToolItemActionParam(TypedDict, total=False):
    """What OpenRouter searched the web for, and what it found."""

    query: Required[str]
    """What was searched for."""
    sources: Sequence[OutputWebSearchServerToolItemActionSourceParam]
    """The web pages that were found."""
    type: Required[Literal["search"]]


class OutputWebSearchServerToolItemParam(TypedDict, total=False):
    """A search of the web by OpenRouter."""

    action: OutputWebSearchServerToolItemActionParam
    """What was searched for, and what was found."""
    id: str
    """The id of this item, which the events of a stream repeat as `item_id`."""
    status: Required[FailableToolCallStatus]
    """Whether the item is in progress, complete, incomplete or failed."""
    type: Required[Literal["openrouter:web_search"]]
    error: str
    """Why the tool failed; absent unless `status` is `failed`."""


class OutputCodeInterpreterServerToolItemParam(TypedDict, total=False):
    """A run of code in the code interpreter of OpenRouter."""

    code: str
    """The code that the model wrote."""
    exitCode: int
    """The code that the process ended with, 0 for success."""
    id: str
    """The id of this item, which the events of a stream repeat as `item_id`."""
    language: str
    """The programming language."""
    status: Required[ToolCallStatus]
    """Whether the item is in progress, complete, incomplete or failed."""
    stderr: str
    """What was written to standard error."""
    stdout: str
    """What was written to standard output."""
    type: Required[Literal["openrouter:code_interpreter"]]


class OutputFileSearchServerToolItemParam(TypedDict, total=False):
    """A search in files by OpenRouter."""

    id: str
    """The id of this item, which the events of a stream repeat as `item_id`."""
    queries: Sequence[str]
    """What was searched for, one query each."""
    status: Required[ToolCallStatus]
    """Whether the item is in progress, complete, incomplete or failed."""
    type: Required[Literal["openrouter:file_search"]]


class OutputImageGenerationServerToolItemParam(TypedDict, total=False):
    """An image that OpenRouter has a model make."""

    id: str
    """The id of this item, which the events of a stream repeat as `item_id`."""
    imageB64: str
    """The image in base64."""
    imageUrl: str
    """Where the image is."""
    prompt: str
    """What the image was made from, perhaps reworded."""
    result: str | None
    """The image, in base64 or as a URL, where OpenAI's interface has it; absent or `None` until it is made."""
    revisedPrompt: str
    """The prompt as the image model reworded it."""
    status: Required[FailableToolCallStatus]
    """Whether the item is in progress, complete, incomplete or failed."""
    type: Required[Literal["openrouter:image_generation"]]
    error: str
    """Why the tool failed; absent unless `status` is `failed`."""


class OutputBrowserUseServerToolItemParam(TypedDict, total=False):
    """What OpenRouter did in a web browser for the model."""

    action: str
    """What was done."""
    id: str
    """The id of this item, which the events of a stream repeat as `item_id`."""
    screenshotB64: str
    """What the browser showed then, as an image in base64."""
    status: Required[ToolCallStatus]
    """Whether the item is in progress, complete, incomplete or failed."""
    type: Required[Literal["openrouter:browser_use"]]


class OutputBashServerToolItemFileParam(TypedDict, total=False):
    """A file that a command created or changed."""

    container_id: Required[str]
    """The container in which the command ran, for the `containers_*` functions and for `container_reference` in later
    requests."""
    end_index: Required[int]
    """Where in the text the citation ends, in characters from 0."""
    file_id: Required[str]
    """The id of the file within the container."""
    filename: Required[str]
    """The name that the command gave the file."""
    start_index: Required[int]
    """Where in the text the citation begins, in characters from 0."""
    type: Required[Literal["container_file_citation"]]


class OutputBashServerToolItemParam(TypedDict, total=False):
    """A command that OpenRouter ran in Bash."""

    arguments: str | None
    """The arguments in JSON, as the model produced them."""
    call_id: str | None
    """The id that the model gave the call."""
    command: str
    """The command line."""
    exitCode: int
    """The code that the command ended with, 0 for success; another one is no failure of the tool."""
    id: str
    """The id of this item, which the events of a stream repeat as `item_id`."""
    status: Required[FailableToolCallStatus]
    """Whether the item is in progress, complete, incomplete or failed."""
    stderr: str
    """What was written to standard error."""
    stdout: str
    """What was written to standard output."""
    type: Required[Literal["openrouter:bash"]]
    container_id: str
    """The container in which the command ran, for the `containers_*` functions and for `container_reference` in later
    requests."""
    error: str
    """Why the command could not run, such as too many containers; absent unless `status` is `failed`."""
    files: Sequence[OutputBashServerToolItemFileParam]
    """The files that the command created or changed, at most 10, the latest first; get them with the `containers_*`
    functions."""


class OutputTextEditorServerToolItemParam(TypedDict, total=False):
    """A step of OpenRouter's text editor."""

    command: Literal["view", "create", "str_replace", "insert"] | str
    """What the step did: show a file, create one, or replace or insert text."""
    filePath: str
    """The file that it did this to."""
    id: str
    """The id of this item, which the events of a stream repeat as `item_id`."""
    status: Required[ToolCallStatus]
    """Whether the item is in progress, complete, incomplete or failed."""
    type: Required[Literal["openrouter:text_editor"]]


class OutputApplyPatchServerToolItemParam(TypedDict, total=False):
    """A change to a file that OpenRouter has checked.

    Make it, and send an `apply_patch_call_output`; the model waits for it.
    """

    call_id: str
    """The id of the call, which the item with its result repeats."""
    id: str
    """The id of this item, which the events of a stream repeat as `item_id`."""
    operation: ApplyPatchCallOperationParam
    """The change to make: to create, update or delete a file."""
    status: Required[FailableToolCallStatus]
    """Whether the item is in progress, complete, incomplete or failed."""
    type: Required[Literal["openrouter:apply_patch"]]
    error: str
    """Why the tool failed; absent unless `status` is `failed`."""


class OutputWebFetchServerToolItemParam(TypedDict, total=False):
    """A web page that OpenRouter fetched."""

    content: str
    """The text of the page."""
    error: str
    """Why the page could not be fetched; absent if it was."""
    httpStatus: int
    """The HTTP status that the site answered with."""
    id: str
    """The id of this item, which the events of a stream repeat as `item_id`."""
    status: Required[ToolCallStatus]
    """Whether the item is in progress, complete, incomplete or failed."""
    title: str
    """The title of the page."""
    type: Required[Literal["openrouter:web_fetch"]]
    url: str
    """The address of the page."""


class OutputToolSearchServerToolItemMatchParam(TypedDict, total=False):
    """A tool that a search found."""

    definition: Required[Mapping[str, Json]]
    """The tool as the request declared it."""
    schema_digest: Required[str]
    """A hash of its schema."""
    tool_id: Required[str]
    """The id of the tool in the search."""


class OutputToolSearchServerToolItemParam(TypedDict, total=False):
    """A search for tools that the model was not shown from the start, by OpenRouter."""

    id: str
    """The id of this item, which the events of a stream repeat as `item_id`."""
    query: str
    """What was searched for."""
    status: Required[FailableToolCallStatus]
    """Whether the item is in progress, complete, incomplete or failed."""
    type: Required[Literal["openrouter:tool_search"]]
    error: str
    """Why the tool failed; absent unless `status` is `failed`."""
    matches: Sequence[OutputToolSearchServerToolItemMatchParam]
    """The tools that were found."""


class OutputMemoryServerToolItemParam(TypedDict, total=False):
    """What the model read from its memory at OpenRouter, or changed in it."""

    action: Literal["read", "write", "delete"] | str
    """Whether it read, wrote or deleted something."""
    id: str
    """The id of this item, which the events of a stream repeat as `item_id`."""
    key: str
    """The name under which the memory keeps it."""
    status: Required[ToolCallStatus]
    """Whether the item is in progress, complete, incomplete or failed."""
    type: Required[Literal["openrouter:memory"]]
    value: Json
    """What was read or written."""


class OutputMcpServerToolItemParam(TypedDict, total=False):
    """A call of a tool of an MCP server, by OpenRouter."""

    id: str
    """The id of this item, which the events of a stream repeat as `item_id`."""
    serverLabel: str
    """The MCP server, by the label of its entry in `tools`."""
    status: Required[ToolCallStatus]
    """Whether the item is in progress, complete, incomplete or failed."""
    toolName: str
    """The tool of that server."""
    type: Required[Literal["openrouter:mcp"]]


class OutputSearchModelsServerToolItemParam(TypedDict, total=False):
    """A search for models of OpenRouter, by `openrouter:experimental__search_models`."""

    arguments: str
    """The arguments in JSON, such as `{"query": "Claude"}`."""
    id: str
    """The id of this item, which the events of a stream repeat as `item_id`."""
    query: str
    """What was searched for."""
    status: Required[FailableToolCallStatus]
    """Whether the item is in progress, complete, incomplete or failed."""
    type: Required[Literal["openrouter:experimental__search_models"]]
    error: str
    """Why the tool failed; absent unless `status` is `failed`."""


class FusionAnalysisResultContradictionStanceParam(TypedDict, total=False):
    """What one model says on a question."""

    model: Required[str]
    """The model that says it."""
    stance: Required[str]
    """What it says."""


class FusionAnalysisResultContradictionParam(TypedDict, total=False):
    """A question on which models contradict each other."""

    stances: Required[Sequence[FusionAnalysisResultContradictionStanceParam]]
    """What each model says."""
    topic: Required[str]
    """The question."""


class FusionAnalysisResultPartialCoverageItemParam(TypedDict, total=False):
    """Something that only some models say."""

    models: Required[Sequence[str]]
    """The models that say it."""
    point: Required[str]
    """What they say."""


class FusionAnalysisResultUniqueInsightParam(TypedDict, total=False):
    """Something that only one model says."""

    insight: Required[str]
    """What it says."""
    model: Required[str]
    """The model that says it."""


class FusionAnalysisResultParam(TypedDict, total=False):
    """What an analyst model found in the answers of several models."""

    blind_spots: Required[Sequence[str]]
    """What no model considered."""
    consensus: Required[Sequence[str]]
    """What the models agree on."""
    contradictions: Required[Sequence[FusionAnalysisResultContradictionParam]]
    """Where the models contradict each other."""
    partial_coverage: Required[Sequence[FusionAnalysisResultPartialCoverageItemParam]]
    """What only some models say."""
    unique_insights: Required[Sequence[FusionAnalysisResultUniqueInsightParam]]
    """What only one model says."""


class OutputFusionServerToolItemFailedModelParam(TypedDict, total=False):
    """A model that did not answer."""

    error: Required[str]
    """Why it did not answer."""
    model: Required[str]
    """Which model it is."""
    status_code: int
    """The HTTP status that the provider answered with, such as 429; absent if it gave none."""


class OutputFusionServerToolItemResponseParam(TypedDict, total=False):
    """The answer of one of the models."""

    content: str
    """The answer in full."""
    model: Required[str]
    """The model that answered."""


class FusionSourceParam(TypedDict, total=False):
    """A web page that a model found."""

    title: Required[str]
    """The title of the page."""
    url: Required[str]
    """The address of the page."""


class OutputFusionServerToolItemParam(TypedDict, total=False):
    """An answer by fusion: several models answer, and another one analyzes their answers."""

    analysis: FusionAnalysisResultParam
    """What the analyst found in the answers."""
    error: str
    """Why there is no analysis; absent if there is one."""
    failed_models: Sequence[OutputFusionServerToolItemFailedModelParam]
    """The models that did not answer; if `status` is `completed`, the analysis does without them. Absent if none
    failed."""
    failure_reason: str
    """The kind of the failure, such as `all_panels_failed`, `insufficient_credits` or `cancelled`; the kinds that begin
    with `judge_` are the analyst's."""
    id: str
    """The id of this item, which the events of a stream repeat as `item_id`."""
    responses: Sequence[OutputFusionServerToolItemResponseParam]
    """The answers, one for each model that gave one."""
    sources: Sequence[FusionSourceParam]
    """The web pages that the models found, each once; absent if no model cited one."""
    status: Required[ToolCallStatus]
    """Whether the item is in progress, complete, incomplete or failed."""
    type: Required[Literal["openrouter:fusion"]]


class OutputAdvisorServerToolItemParam(TypedDict, total=False):
    """Advice that the model asked of another model."""

    advice: str
    """What the advisor said."""
    error: str
    """Why there is no advice; absent unless `status` is `failed`."""
    id: str
    """The id of this item, which the events of a stream repeat as `item_id`."""
    instance_name: str
    """Which advisor it was, such as `openrouter_advisor__1`; absent with only one. Send it back unchanged and keep the
    order of the advisors in `tools`, or they mix up what they remember."""
    model: str
    """The model that advised."""
    prompt: str
    """What the model asked."""
    status: Required[FailableToolCallStatus]
    """Whether the item is in progress, complete, incomplete or failed."""
    type: Required[Literal["openrouter:advisor"]]


class OutputSubagentServerToolItemParam(TypedDict, total=False):
    """A task that the model gave to another model."""

    call_id: str
    """The id of the call that gave the task, and the `subagent_id` of the subagent's function calls; send it back. A
    subagent that waits is `in_progress`, and ends in a new item with the same id. Experimental, may change without
    notice."""
    error: str
    """Why there is no outcome; absent unless `status` is `failed`."""
    id: str
    """The id of this item, which the events of a stream repeat as `item_id`."""
    instance_name: str
    """Which subagent it was, such as `openrouter_subagent__1`; absent for the first. It counts their places in `tools`:
    keep their order from request to request."""
    model: str
    """The model that did the task."""
    name: str
    """The name of the subagent in `tools`; absent for one without a name."""
    outcome: str
    """What the subagent reported."""
    status: Required[FailableToolCallStatus]
    """Whether the item is in progress, complete, incomplete or failed."""
    task_description: str
    """The task, in the words of the model that gave it."""
    task_name: str
    """A short name of the task, from the model that gave it."""
    type: Required[Literal["openrouter:subagent"]]


class OutputFilesServerToolItemParam(TypedDict, total=False):
    """What OpenRouter did with files for the model."""

    arguments: str | None
    """The arguments in JSON, as the model produced them."""
    call_id: str | None
    """The id that the model gave the call."""
    error: str
    """Why it failed; absent if it did not."""
    file_id: str
    """The file that the model asked for, by its id."""
    filename: str
    """The file that the model asked for, by its name."""
    id: str
    """The id of this item, which the events of a stream repeat as `item_id`."""
    operation: str
    """What was done: `list`, `read`, `write` or `edit`."""
    result: str
    """The result in JSON."""
    status: Required[ToolCallStatus]
    """Whether the item is in progress, complete, incomplete or failed."""
    type: Required[Literal["openrouter:files"]]


class OutputShellServerToolItemActionParam(TypedDict, total=False):
    """Commands for a shell, and their limits."""

    commands: Required[Sequence[str]]
    """The shell commands."""
    max_output_length: int | None
    """At most how many characters of output to keep, if the model set a limit."""
    timeout_ms: int | None
    """How long the commands may run, in milliseconds, if the model set a limit."""


class ShellCallOutputContentOutcomeExitParam(TypedDict, total=False):
    """The command ended by itself."""

    exit_code: Required[int]
    """The code that it ended with, 0 for success."""
    type: Required[Literal["exit"]]


class ShellCallOutputContentOutcomeTimeoutParam(TypedDict, total=False):
    """The command was stopped because it ran out of time."""

    type: Required[Literal["timeout"]]


class ShellCallOutputContentParam(TypedDict, total=False):
    """What a command in a shell wrote, and how it ended."""

    outcome: Required[ShellCallOutputContentOutcomeExitParam | ShellCallOutputContentOutcomeTimeoutParam | Unknown]
    """Whether it ended by itself or ran out of time."""
    stderr: Required[str]
    """What was written to standard error."""
    stdout: Required[str]
    """What was written to standard output."""


class OutputShellServerToolItemFileParam(TypedDict, total=False):
    """A file that a command created or changed."""

    container_id: Required[str]
    """The container in which the command ran, for the `containers_*` functions and for `container_reference` in later
    requests."""
    end_index: Required[int]
    """Where in the text the citation ends, in characters from 0."""
    file_id: Required[str]
    """The id of the file within the container."""
    filename: Required[str]
    """The name that the command gave the file."""
    start_index: Required[int]
    """Where in the text the citation begins, in characters from 0."""
    type: Required[Literal["container_file_citation"]]


class OutputShellServerToolItemParam(TypedDict, total=False):
    """Commands that OpenRouter ran in a shell."""

    action: OutputShellServerToolItemActionParam
    """The commands and their limits."""
    arguments: str | None
    """The arguments in JSON, as the model produced them."""
    call_id: str | None
    """The id that the model gave the call."""
    id: str
    """The id of this item, which the events of a stream repeat as `item_id`."""
    output: Sequence[ShellCallOutputContentParam]
    """The result of each command, in order; absent if there is an `error`."""
    status: Required[FailableToolCallStatus]
    """Whether the item is in progress, complete, incomplete or failed."""
    type: Required[Literal["openrouter:shell"]]
    container_id: str
    """The container in which the command ran, for the `containers_*` functions and for `container_reference` in later
    requests."""
    error: str
    """Why the commands could not run, such as too many containers; absent unless `status` is `failed`."""
    files: Sequence[OutputShellServerToolItemFileParam]
    """The files that the command created or changed, at most 10, the latest first; get them with the `containers_*`
    functions."""


class LocalShellCallItemActionParam(TypedDict, total=False):
    """A command for a shell on your computer."""

    command: Required[Sequence[str]]
    """The program and its arguments."""
    env: Required[Mapping[str, str]]
    """The environment variables of the command."""
    timeout_ms: int | None
    """How long the command may run, in milliseconds, if the model set a limit."""
    type: Required[Literal["exec"]]
    user: str | None
    """The account of the system that runs the command; absent or `None` for yours."""
    working_directory: str | None
    """The directory in which the command runs; absent or `None` for the current one."""


class LocalShellCallItemParam(TypedDict, total=False):
    """A command for a shell on your computer, from an earlier answer."""

    action: Required[LocalShellCallItemActionParam]
    """The command, and how to run it."""
    call_id: Required[str]
    """The id of the call, which the item with its result repeats."""
    id: Required[str]
    """The id of this item, which the events of a stream repeat as `item_id`."""
    status: Required[ToolCallStatus]
    """Whether the item is in progress, complete, incomplete or failed."""
    type: Required[Literal["local_shell_call"]]


class LocalShellCallOutputItemParam(TypedDict, total=False):
    """What a command on your computer wrote."""

    id: Required[str]
    """The id of the `local_shell_call` that this answers."""
    output: Required[str]
    """The output of the command."""
    status: ToolCallStatus | None
    """Whether the item is in progress, complete, incomplete or failed."""
    type: Required[Literal["local_shell_call_output"]]


class ShellCallItemActionParam(TypedDict, total=False):
    """Commands for a shell, and their limits."""

    commands: Required[Sequence[str]]
    """The shell commands."""
    max_output_length: int | None
    """At most how many characters of output to keep, if the model set a limit."""
    timeout_ms: int | None
    """How long the commands may run, in milliseconds, if the model set a limit."""


class ShellCallItemParam(TypedDict, total=False):
    """Commands for a shell, from an earlier answer."""

    action: Required[ShellCallItemActionParam]
    """The commands and their limits."""
    arguments: str | None
    """The raw text of the arguments; send it back unchanged, so that the provider's cache can be used."""
    call_id: Required[str]
    """The id of the call, which the item with its result repeats."""
    environment: Json
    """Where the commands run."""
    id: str | None
    """The id of this item, which the events of a stream repeat as `item_id`."""
    status: ToolCallStatus | None
    """Whether the item is in progress, complete, incomplete or failed."""
    type: Required[Literal["shell_call"]]


class ShellCallOutputItemFileParam(TypedDict, total=False):
    """A file that a command created or changed."""

    container_id: Required[str]
    """The container in which the command ran, for the `containers_*` functions and for `container_reference` in later
    requests."""
    end_index: Required[int]
    """Where in the text the citation ends, in characters from 0."""
    file_id: Required[str]
    """The id of the file within the container."""
    filename: Required[str]
    """The name that the command gave the file."""
    start_index: Required[int]
    """Where in the text the citation begins, in characters from 0."""
    type: Required[Literal["container_file_citation"]]


class ShellCallOutputItemParam(TypedDict, total=False):
    """What the commands in a shell wrote, and how they ended."""

    call_id: Required[str]
    """The `call_id` of the `shell_call` that this answers."""
    id: str | None
    """An id of this item, if it has one."""
    max_output_length: int | None
    """At most how many characters of output to keep, if the model set a limit."""
    output: Required[Sequence[ShellCallOutputContentParam]]
    """The result of each command, in order."""
    status: ToolCallStatus | None
    """Whether the item is in progress, complete, incomplete or failed."""
    type: Required[Literal["shell_call_output"]]
    container_id: str
    """The container in which the command ran, for the `containers_*` functions and for `container_reference` in later
    requests."""
    error: str
    """Why the commands could not run, as OpenRouter said it."""
    files: Sequence[ShellCallOutputItemFileParam]
    """The files that the command created or changed, at most 10, the latest first; get them with the `containers_*`
    functions."""


class McpListToolsItemToolParam(TypedDict, total=False):
    """A tool of an MCP server."""

    annotations: Json
    """What the server says about how the tool behaves, such as that it changes nothing."""
    description: str | None
    """What the tool does, in the server's words."""
    input_schema: Required[Mapping[str, Json]]
    """The JSON schema of the arguments."""
    name: Required[str]
    """The tool's name at the server."""


class McpListToolsItemParam(TypedDict, total=False):
    """The tools that an MCP server offers."""

    error: str | None
    """Why the server did not list them; absent or `None` if it did."""
    id: Required[str]
    """The id of this item, which the events of a stream repeat as `item_id`."""
    server_label: Required[str]
    """The MCP server, by the `server_label` of its entry in `tools`."""
    tools: Required[Sequence[McpListToolsItemToolParam]]
    """The tools, as the server describes them."""
    type: Required[Literal["mcp_list_tools"]]


class McpApprovalRequestItemParam(TypedDict, total=False):
    """A question whether a tool of an MCP server may be called. Answer it with an `mcp_approval_response`."""

    arguments: Required[str]
    """The arguments in JSON, as the model produced them."""
    id: Required[str]
    """The id of the question, which your answer repeats as `approval_request_id`."""
    name: Required[str]
    """The name of the tool that is called."""
    server_label: Required[str]
    """The MCP server, by the `server_label` of its entry in `tools`."""
    type: Required[Literal["mcp_approval_request"]]


class McpApprovalResponseItemParam(TypedDict, total=False):
    """Your answer whether a tool of an MCP server may be called."""

    approval_request_id: Required[str]
    """The `id` of the `mcp_approval_request` that this answers."""
    approve: Required[bool]
    """Whether the tool may be called."""
    id: str | None
    """An id of this item, if it has one."""
    reason: str | None
    """Why, as text for the model."""
    type: Required[Literal["mcp_approval_response"]]


class McpToolExecutionErrorParam(TypedDict, total=False):
    """The tool of an MCP server ran, and said that it failed."""

    type: Required[Literal["mcp_tool_execution_error"]]
    content: Json
    """What the tool said."""


class McpProtocolErrorParam(TypedDict, total=False):
    """An MCP server answered with an error of the protocol."""

    code: Required[int]
    """The error's code in the protocol."""
    message: Required[str]
    """What the server said."""
    type: Required[Literal["mcp_protocol_error"]]


class McpHTTPErrorParam(TypedDict, total=False):
    """The HTTP request to an MCP server failed."""

    code: Required[int]
    """The HTTP status."""
    message: Required[str]
    """What went wrong, for people."""
    type: Required[Literal["http_error"]]


McpToolCallErrorParam: TypeAlias = McpToolExecutionErrorParam | McpProtocolErrorParam | McpHTTPErrorParam | str
"""Why a call of a tool of an MCP server failed: of the tool, the protocol or HTTP, or as text."""


class McpCallItemParam(TypedDict, total=False):
    """A call of a tool of an MCP server, with its result."""

    arguments: Required[str]
    """The arguments in JSON, as the model produced them."""
    error: McpToolCallErrorParam | None
    """Why the call failed; absent or `None` if it did not."""
    id: Required[str]
    """The id of this item, which the events of a stream repeat as `item_id`."""
    name: Required[str]
    """The name of the tool that is called."""
    output: str | None
    """The result of the tool, as text; absent or `None` if there is none."""
    server_label: Required[str]
    """The MCP server, by the `server_label` of its entry in `tools`."""
    type: Required[Literal["mcp_call"]]


CustomToolCallItemParam = TypedDict(
    "CustomToolCallItemParam",
    {
        # The id of the call, which the item with its result repeats.
        "call_id": Required[str],
        # The id of this item, which the events of a stream repeat as `item_id`.
        "id": str | None,
        # What the model passes to the tool, as plain text.
        "input": Required[str],
        # The name of the tool that is called.
        "name": Required[str],
        # The group of tools that the tool is in, such as an MCP server; absent for a tool of no group.
        "namespace": str | None,
        "type": Required[Literal["custom_tool_call"]],
        # Whether the item is in progress, complete, incomplete or failed.
        "status": ToolCallStatus | None,
        # Whether the tool is asynchronous, so that the model may go on before it has the result; send that later, as a
        # `function_call_output` with this `call_id`.
        "async": bool | None,
    },
    total=False,
)
CustomToolCallItemParam.__doc__ = "A call of a custom tool in an earlier answer, as it was received."


class CustomToolCallOutputItemOutputItemInputImageParam(TypedDict, total=False):
    """An image in the result of a custom tool."""

    detail: Required[Literal["auto", "high", "low", "original"] | str]
    """How closely the model looks at the image; more detail takes more tokens."""
    image_url: str | None
    """The image, as a URL or a data URL; absent when `file_id` is given."""
    type: Required[Literal["input_image"]]
    file_id: str | None
    """The id of an uploaded image; absent when `image_url` is given."""


class CustomToolCallOutputItemParam(TypedDict, total=False):
    """The result of a custom tool."""

    call_id: Required[str]
    """The `call_id` of the `custom_tool_call` that this answers."""
    id: str
    """An id of this item, if it has one."""
    output: Required[
        str | Sequence[InputTextParam | CustomToolCallOutputItemOutputItemInputImageParam | InputFileParam]
    ]
    """The result of the call, as text or in parts."""
    type: Required[Literal["custom_tool_call_output"]]


class CompactionItemParam(TypedDict, total=False):
    """Stands for an earlier part of the conversation that was summarized."""

    encrypted_content: Required[str]
    """The summary in encrypted form, as it was received."""
    id: str | None
    """The id of this item, which the events of a stream repeat as `item_id`."""
    type: Required[Literal["compaction"]]


class ContextCompactionItemParam(TypedDict, total=False):
    """Stands for an earlier part of the conversation that was summarized or left out."""

    encrypted_content: str | None
    """The summary in encrypted form, as it was received; absent or `None` for none."""
    id: str | None
    """The id of this item, which the events of a stream repeat as `item_id`."""
    type: Required[Literal["context_compaction"]]


class ItemReferenceItemParam(TypedDict, total=False):
    """Stands for an item of an earlier response."""

    id: Required[str]
    """The `id` of that item."""
    type: Required[Literal["item_reference"]]


AdditionalToolsItemToolFunctionParam = TypedDict(
    "AdditionalToolsItemToolFunctionParam",
    {
        # What the tool does, for the model.
        "description": str | None,
        # The name by which the model calls the function.
        "name": Required[str],
        # The JSON schema of the arguments.
        "parameters": Required[Mapping[str, Json] | None],
        # Whether the arguments must follow the schema exactly.
        "strict": bool | None,
        "type": Required[Literal["function"]],
        # Whether the model sees the tool only when `openrouter:tool_search` has found it. If the request lacks that
        # tool, OpenRouter adds it or does not hide this one; if the request has it, at least one tool must not be
        # hidden.
        "defer_loading": bool,
        # Who may call the tool: the model itself (`direct`), or code that it writes (`programmatic`).
        "allowed_callers": Sequence[Literal["direct", "programmatic"] | str] | None,
        # Whether the model may go on before it has the result, which you send later with the `call_id`; ignored by
        # providers that cannot.
        "async": bool,
        # The JSON schema of what the tool returns.
        "output_schema": Mapping[str, Json] | None,
    },
    total=False,
)
AdditionalToolsItemToolFunctionParam.__doc__ = "A function of yours that the model may call from here on."


class WebSearchDomainFilterParam(TypedDict, total=False):
    """Which sites a search of the web may use."""

    allowed_domains: Sequence[str] | None
    """Only these sites, by their domains; absent or `None` for all."""
    blocked_domains: Sequence[str] | None
    """Not these sites, by their domains, as some providers name it."""
    excluded_domains: Sequence[str] | None
    """Not these sites, by their domains."""


class PreviewWebSearchUserLocationParam(TypedDict, total=False):
    """About where the user is."""

    city: str | None
    """The city, as free text, such as `Berlin`."""
    country: str | None
    """The country, such as `DE`."""
    region: str | None
    """The region, as free text, such as `California`."""
    timezone: str | None
    """The time zone, such as `Europe/Berlin`."""
    type: Required[Literal["approximate"]]


class PreviewWebSearchServerToolParam(TypedDict, total=False):
    """A search of the web, in OpenAI's preview form."""

    engine: WebSearchEngineEnum
    """Who searches; `auto` by default: the provider itself if it can, otherwise Exa."""
    filters: WebSearchDomainFilterParam | None
    """Which sites may be searched."""
    max_results: int
    """The most results of one search, 5 by default; Perplexity returns at most 20, and the provider's own search
    ignores it."""
    max_uses: int
    """The most searches in one request; the next ones give the model an error. Of the providers' own searches, only
    Anthropic's obeys it."""
    mode: WebSearchMode
    """How thoroughly to search, by the engine's own names, such as `fast`; ignored by engines that do not know it."""
    search_context_size: SearchContextSizeEnum
    """How much text of the results the model gets."""
    type: Required[Literal["web_search_preview"]]
    user_location: PreviewWebSearchUserLocationParam | None
    """About where the user is, for local results."""
    x_search: "OnDemand[_models.server_tools.XSearchOptionsParam]"
    """Searches X (Twitter), too; only for SpaceXAI's own search, which bills it separately. Absent for the web only."""


class Preview20250311WebSearchServerToolParam(TypedDict, total=False):
    """A search of the web, in OpenAI's preview form of 11 March 2025."""

    engine: WebSearchEngineEnum
    """Who searches; `auto` by default: the provider itself if it can, otherwise Exa."""
    filters: WebSearchDomainFilterParam | None
    """Which sites may be searched."""
    max_results: int
    """The most results of one search, 5 by default; Perplexity returns at most 20, and the provider's own search
    ignores it."""
    max_uses: int
    """The most searches in one request; the next ones give the model an error. Of the providers' own searches, only
    Anthropic's obeys it."""
    mode: WebSearchMode
    """How thoroughly to search, by the engine's own names, such as `fast`; ignored by engines that do not know it."""
    search_context_size: SearchContextSizeEnum
    """How much text of the results the model gets."""
    type: Required[Literal["web_search_preview_2025_03_11"]]
    user_location: PreviewWebSearchUserLocationParam | None
    """About where the user is, for local results."""
    x_search: "OnDemand[_models.server_tools.XSearchOptionsParam]"
    """Searches X (Twitter), too; only for SpaceXAI's own search, which bills it separately. Absent for the web only."""


class WebSearchUserLocationParam(TypedDict, total=False):
    """About where the user is."""

    city: str | None
    """The city, as free text, such as `Berlin`."""
    country: str | None
    """The country, such as `DE`."""
    region: str | None
    """The region, as free text, such as `California`."""
    timezone: str | None
    """The time zone, such as `Europe/Berlin`."""
    type: Literal["approximate"]


class LegacyWebSearchServerToolParam(TypedDict, total=False):
    """A search of the web, in OpenAI's form without a date."""

    engine: WebSearchEngineEnum
    """Who searches; `auto` by default: the provider itself if it can, otherwise Exa."""
    filters: WebSearchDomainFilterParam | None
    """Which sites may be searched."""
    max_results: int
    """The most results of one search, 5 by default; Perplexity returns at most 20, and the provider's own search
    ignores it."""
    max_uses: int
    """The most searches in one request; the next ones give the model an error. Of the providers' own searches, only
    Anthropic's obeys it."""
    mode: WebSearchMode
    """How thoroughly to search, by the engine's own names, such as `fast`; ignored by engines that do not know it."""
    search_context_size: SearchContextSizeEnum
    """How much text of the results the model gets."""
    type: Required[Literal["web_search"]]
    user_location: WebSearchUserLocationParam | None
    """About where the user is, for local results."""
    x_search: "OnDemand[_models.server_tools.XSearchOptionsParam]"
    """Searches X (Twitter), too; only for SpaceXAI's own search, which bills it separately. Absent for the web only."""


class WebSearchServerToolParam(TypedDict, total=False):
    """A search of the web, in OpenAI's form of 26 August 2025."""

    engine: WebSearchEngineEnum
    """Who searches; `auto` by default: the provider itself if it can, otherwise Exa."""
    filters: WebSearchDomainFilterParam | None
    """Which sites may be searched."""
    max_results: int
    """The most results of one search, 5 by default; Perplexity returns at most 20, and the provider's own search
    ignores it."""
    max_uses: int
    """The most searches in one request; the next ones give the model an error. Of the providers' own searches, only
    Anthropic's obeys it."""
    mode: WebSearchMode
    """How thoroughly to search, by the engine's own names, such as `fast`; ignored by engines that do not know it."""
    search_context_size: SearchContextSizeEnum
    """How much text of the results the model gets."""
    type: Required[Literal["web_search_2025_08_26"]]
    user_location: WebSearchUserLocationParam | None
    """About where the user is, for local results."""
    x_search: "OnDemand[_models.server_tools.XSearchOptionsParam]"
    """Searches X (Twitter), too; only for SpaceXAI's own search, which bills it separately. Absent for the web only."""


class FileSearchServerToolComparisonParam(TypedDict, total=False):
    """A condition on an attribute of files."""

    key: Required[str]
    """The name of the attribute."""
    type: Required[Literal["eq", "ne", "gt", "gte", "lt", "lte"] | str]
    """How to compare: equal, not equal, greater, greater or equal, less, less or equal."""
    value: Required[str | float | bool | Sequence[str | float]]
    """What to compare the attribute with."""


class CompoundFilterParam(TypedDict, total=False):
    """Several conditions on files, joined."""

    filters: Required[Sequence[Mapping[str, Json]]]
    """The conditions: comparisons, or joined conditions in turn."""
    type: Required[Literal["and", "or"] | str]
    """Whether all (`and`) or one of them (`or`) must hold."""


class FileSearchServerToolRankingOptionsParam(TypedDict, total=False):
    """How the results of a search in files are sorted."""

    ranker: Literal["auto", "default-2024-11-15"] | str
    """Which version of the provider's ranking to use."""
    score_threshold: float
    """The lowest score of a result, 0 to 1; higher returns fewer and better results."""


class FileSearchServerToolParam(TypedDict, total=False):
    """A search in files that are stored at the provider."""

    filters: FileSearchServerToolComparisonParam | CompoundFilterParam | None
    """Which files to search, by their attributes; absent or `None` for all."""
    max_num_results: int
    """The most results of one search."""
    ranking_options: FileSearchServerToolRankingOptionsParam
    """How results are sorted, and which are good enough."""
    type: Required[Literal["file_search"]]
    vector_store_ids: Required[Sequence[str]]
    """The provider's vector stores to search."""


class ComputerUseServerToolParam(TypedDict, total=False):
    """A computer that the model controls through you, in OpenAI's preview form."""

    display_height: Required[int]
    """The height of the screen, in pixels."""
    display_width: Required[int]
    """The width of the screen, in pixels."""
    environment: Required[Literal["windows", "mac", "linux", "ubuntu", "browser"] | str]
    """Which system, or a browser, the model controls."""
    type: Required[Literal["computer_use_preview"]]


class CodeInterpreterServerToolContainerAutoParam(TypedDict, total=False):
    """A container that the provider makes for the code interpreter."""

    file_ids: Sequence[str]
    """The uploaded files that the code may read, by their ids."""
    memory_limit: Literal["1g", "4g", "16g", "64g"] | str | None
    """How much memory the code may use; absent or `None` for the provider's default."""
    type: Required[Literal["auto"]]


class CodeInterpreterServerToolParam(TypedDict, total=False):
    """An interpreter at the provider that runs the model's code."""

    container: Required[str | CodeInterpreterServerToolContainerAutoParam]
    """Where the code runs: the id of a container, or how to make one."""
    type: Required[Literal["code_interpreter"]]


class McpServerToolAllowedToolsParam(TypedDict, total=False):
    """Which tools of an MCP server the model may call."""

    read_only: bool
    """Whether the model may call only tools that change nothing."""
    tool_names: Sequence[str]
    """Only the tools of these names."""


class McpServerToolRequireApprovalAlwaysParam(TypedDict, total=False):
    """The tools of an MCP server that always need your approval."""

    tool_names: Sequence[str]
    """These tools, by their names."""


class McpServerToolRequireApprovalNeverParam(TypedDict, total=False):
    """The tools of an MCP server that never need your approval."""

    tool_names: Sequence[str]
    """These tools, by their names."""


class McpServerToolRequireApprovalParam(TypedDict, total=False):
    """Which tools of an MCP server need your approval."""

    always: McpServerToolRequireApprovalAlwaysParam
    """The tools that always need it."""
    never: McpServerToolRequireApprovalNeverParam
    """The tools that never need it."""


class McpServerToolParam(TypedDict, total=False):
    """The tools of an MCP server (Model Context Protocol), which the provider calls."""

    allowed_tools: Sequence[str] | McpServerToolAllowedToolsParam | None
    """Which tools of the server the model may call; absent or `None` for all."""
    authorization: str | Secret
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
    )
    """A service that the provider connects to, in place of `server_url`."""
    headers: Mapping[str, str | Secret] | None
    """HTTP headers for the server, such as for authentication: each a `str` or `Secret`, and in an answer a `Secret`.
    """
    require_approval: McpServerToolRequireApprovalParam | Literal["always", "never"] | None
    """Which tools need your approval before each call."""
    server_description: str
    """What the server is for, for the model."""
    server_label: Required[str]
    """A name of your own for the server, which calls of its tools repeat."""
    server_url: str
    """The address of the server."""
    type: Required[Literal["mcp"]]


class ImageGenerationServerToolInputImageMaskParam(TypedDict, total=False):
    """A mask that says which part of an image may change."""

    file_id: str
    """The id of the mask as an uploaded file."""
    image_url: str
    """The mask, as a URL or a data URL."""


class ImageGenerationServerToolParam(TypedDict, total=False):
    """A tool with which the model makes images, in OpenAI's form."""

    background: Literal["transparent", "opaque", "auto"] | str
    """Whether the image's background is transparent."""
    input_fidelity: Literal["high", "low"] | str | None
    """How closely the image keeps to those of the input."""
    input_image_mask: ImageGenerationServerToolInputImageMaskParam
    """Which part of an image of the input may change."""
    model: str
    """The model that makes the images."""
    moderation: Literal["auto", "low"] | str
    """How strictly images are filtered."""
    output_compression: int
    """How far to compress `jpeg` and `webp`, in percent."""
    output_format: Literal["png", "webp", "jpeg"] | str
    """The file format of the image."""
    partial_images: int
    """How many unfinished images a stream shows on the way."""
    quality: Literal["low", "medium", "high", "auto"] | str
    """How good the image is; better takes longer and costs more."""
    size: str
    """Width and height in pixels, such as `1024x1024`, or `auto`."""
    type: Required[Literal["image_generation"]]


class CodexLocalShellToolParam(TypedDict, total=False):
    """A shell on your computer, as Codex uses it: you run the commands."""

    type: Required[Literal["local_shell"]]


class ShellServerToolParam(TypedDict, total=False):
    """A shell, in OpenAI's form."""

    type: Required[Literal["shell"]]


class ApplyPatchServerToolParam(TypedDict, total=False):
    """A tool with which the model changes files, in OpenAI's form: you make the changes."""

    type: Required[Literal["apply_patch"]]


class CustomToolFormatTextParam(TypedDict, total=False):
    """Any text."""

    type: Required[Literal["text"]]


class CustomToolFormatGrammarParam(TypedDict, total=False):
    """Text of a grammar."""

    definition: Required[str]
    """The grammar."""
    syntax: Required[Literal["lark", "regex"] | str]
    """How the grammar is written: as a Lark grammar or a regular expression."""
    type: Required[Literal["grammar"]]


CustomToolParam = TypedDict(
    "CustomToolParam",
    {
        # What the tool does, for the model.
        "description": str,
        # What the model may write: any text, or text of a grammar; absent for any.
        "format": CustomToolFormatTextParam | CustomToolFormatGrammarParam | Unknown,
        # The name by which the model calls the tool.
        "name": Required[str],
        "type": Required[Literal["custom"]],
        # Whether the model may go on before it has the result, which you send later with the `call_id`; ignored by
        # providers that cannot.
        "async": bool,
        # Whether the model sees the tool only when `openrouter:tool_search` has found it. If the request lacks that
        # tool, OpenRouter adds it or does not hide this one; if the request has it, at least one tool must not be
        # hidden.
        "defer_loading": bool,
    },
    total=False,
)
CustomToolParam.__doc__ = "A tool of yours that takes plain text instead of JSON."


NamespaceFunctionToolParam = TypedDict(
    "NamespaceFunctionToolParam",
    {
        # Who may call the tool: the model itself (`direct`), or code that it writes (`programmatic`).
        "allowed_callers": Sequence[Literal["direct", "programmatic"] | str] | None,
        # Whether the model sees the tool only when `openrouter:tool_search` has found it. If the request lacks that
        # tool, OpenRouter adds it or does not hide this one; if the request has it, at least one tool must not be
        # hidden.
        "defer_loading": bool,
        # What the tool does, for the model.
        "description": str | None,
        # The name by which the model calls the function.
        "name": Required[str],
        # The JSON schema of what the tool returns.
        "output_schema": Mapping[str, Json] | None,
        # The JSON schema of the arguments.
        "parameters": Mapping[str, Json] | None,
        # Whether the arguments must follow the schema exactly.
        "strict": bool | None,
        "type": Required[Literal["function"]],
        # Whether the model may go on before it has the result, which you send later with the `call_id`; ignored by
        # providers that cannot.
        "async": bool,
    },
    total=False,
)
NamespaceFunctionToolParam.__doc__ = "A function of yours in a group of tools."


class NamespaceToolParam(TypedDict, total=False):
    """Functions and custom tools as a group."""

    description: Required[str]
    """What the tools of the group are for, for the model."""
    name: Required[str]
    """The name of the group, which calls repeat as `namespace`."""
    tools: Required[Sequence[NamespaceFunctionToolParam | CustomToolParam | Unknown]]
    """The tools of the group."""
    type: Required[Literal["namespace"]]


class SearchModelsServerToolOpenRouterParam(TypedDict, total=False):
    """A tool with which the model searches the models of OpenRouter."""

    parameters: "OnDemand[_models.server_tools.SearchModelsServerToolConfigParam]"
    """The settings of the search; absent for the defaults."""
    type: Required[Literal["openrouter:experimental__search_models"]]


class WebSearchServerToolConfigParam(TypedDict, total=False):
    """The settings of OpenRouter's search of the web."""

    allowed_domains: Sequence[str]
    """Only these sites, by their domains; not together with `excluded_domains`."""
    engine: WebSearchEngineEnum
    """Who searches; `auto` by default: the provider itself if it can, otherwise Exa."""
    excluded_domains: Sequence[str]
    """Not these sites, by their domains; not together with `allowed_domains`."""
    max_characters: int
    """The most characters of each result, for Exa, Parallel (1500 by default) and Perplexity; it overrides
    `search_context_size`. Absent for what that says, or the engine's default."""
    max_results: int
    """The most results of one search, 5 by default; Perplexity returns at most 20, and the provider's own search
    ignores it."""
    max_total_results: int
    """The most results of all searches of a request together, 50 by default."""
    max_uses: int
    """The most searches in one request; the next ones give the model an error. Of the providers' own searches, only
    Anthropic's obeys it."""
    mode: WebSearchMode
    """How thoroughly to search, by the engine's own names, such as `fast`; ignored by engines that do not know it."""
    search_context_size: SearchQualityLevel
    """How much text of the results the model gets, for Exa, Parallel and Perplexity; with Exa 5000, 15000 or 30000
    characters of each, absent for what suits the page (about 2000 to 4000). `max_characters` overrides it."""
    user_location: "OnDemand[_models.server_tools.WebSearchUserLocationServerToolParam]"
    """About where the user is, for local results."""
    x_search: "OnDemand[_models.server_tools.XSearchOptionsParam]"
    """Searches X (Twitter), too; only for SpaceXAI's own search, which bills it separately. Absent for the web only."""


class WebSearchServerToolOpenRouterParam(TypedDict, total=False):
    """A search of the web by OpenRouter."""

    parameters: WebSearchServerToolConfigParam
    """The settings of the search; absent for the defaults."""
    type: Required[Literal["openrouter:web_search"]]


ApplyPatchEngineEnum: TypeAlias = Literal["auto", "native", "openrouter"] | str
"""Who handles the diffs of a tool that changes files. In a stream, the provider's diffs come in pieces; those that
OpenRouter checks come whole. `auto`: the provider if it can, otherwise OpenRouter; `native`: the provider; OpenRouter
if the provider cannot; `openrouter`: always OpenRouter."""


class ApplyPatchServerToolConfigParam(TypedDict, total=False):
    """The settings of OpenRouter's tool for changes to files."""

    engine: ApplyPatchEngineEnum
    """Whether the provider or OpenRouter handles the diffs; `auto` by default."""


class ApplyPatchServerToolOpenRouterParam(TypedDict, total=False):
    """A tool with which the model changes files: OpenRouter checks its V4A diffs, and you make the changes."""

    parameters: ApplyPatchServerToolConfigParam
    """The settings of the tool; absent for the defaults."""
    type: Required[Literal["openrouter:apply_patch"]]


class AdditionalToolsItemOtherToolParam(TypedDict, total=False):
    """A tool of another kind, with whatever keys it has."""

    type: Required[str]
    """Which kind it is."""


AdditionalToolParam: TypeAlias = (
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
    | AdditionalToolsItemOtherToolParam
)
"""A tool that the model may call from an item on: a function of yours, or one that the provider or OpenRouter runs."""


class AdditionalToolsItemParam(TypedDict, total=False):
    """Tools that the model may call from here on."""

    id: str | None
    """An id of this item, if it has one."""
    role: Required[
        Literal["unknown", "user", "assistant", "system", "critic", "discriminator", "developer", "tool"] | str
    ]
    """Who gives the tools; usually `developer`."""
    tools: Required[Sequence[AdditionalToolParam]]
    """These tools, beside those of the request."""
    type: Required[Literal["additional_tools"]]


class AgentMessageItemAgentParam(TypedDict, total=False):
    """An agent, where several work together."""

    agent_name: Required[str]
    """The agent's name among them."""


class AgentMessageItemContentItemInputImageParam(TypedDict, total=False):
    """An image in a message from agent to agent."""

    detail: Required[Literal["auto", "high", "low", "original"] | str]
    """How closely the model looks at the image; more detail takes more tokens."""
    image_url: str | None
    """The image, as a URL or a data URL; absent when `file_id` is given."""
    type: Required[Literal["input_image"]]
    file_id: str | None
    """The id of an uploaded image; absent when `image_url` is given."""


class AgentMessageItemContentItemEncryptedContentParam(TypedDict, total=False):
    """An encrypted part of a message from agent to agent."""

    encrypted_content: Required[str]
    """The part in encrypted form; send it back unchanged."""
    type: Required[Literal["encrypted_content"]]


class AgentMessageItemParam(TypedDict, total=False):
    """A message from one agent to another, where several work together."""

    agent: AgentMessageItemAgentParam | None
    author: Required[str]
    """The agent that wrote the message, such as `/root/worker`."""
    content: Required[
        Sequence[
            InputTextParam
            | AgentMessageItemContentItemInputImageParam
            | AgentMessageItemContentItemEncryptedContentParam
        ]
    ]
    """What the message says, in parts."""
    id: str | None
    """An id of this item, if it has one."""
    recipient: Required[str]
    """The agent that the message is for, such as `/root`."""
    type: Required[Literal["agent_message"]]


class ConfigurationUpdateItemParam(TypedDict, total=False):
    """Changes how much the model reasons from here on, and keeps the cache of what comes before.

    It goes before the user's message that it is for, and never next to another such item; only some models take it.
    """

    reasoning: Required["OnDemand[_models.server_tools.ConfigurationUpdateReasoningParam]"]
    """How the model reasons from here on."""
    type: Required[Literal["configuration_update"]]
    id: str | None
    """An id of this item, if it has one."""


class ToolSearchOutputItemOtherToolParam(TypedDict, total=False):
    """A tool of another kind, with whatever keys it has."""

    type: Required[str]
    """Which kind it is."""


ToolSearchOutputItemToolFunctionParam = TypedDict(
    "ToolSearchOutputItemToolFunctionParam",
    {
        # The name by which the model calls the function.
        "name": Required[str],
        # The JSON schema of the arguments.
        "parameters": Required[Mapping[str, Json] | None],
        "type": Required[Literal["function"]],
        # What the tool does, for the model.
        "description": str | None,
        # Whether the arguments must follow the schema exactly.
        "strict": bool | None,
        # Who may call the tool: the model itself (`direct`), or code that it writes (`programmatic`).
        "allowed_callers": Sequence[Literal["direct", "programmatic"] | str] | None,
        # Whether the model may go on before it has the result, which you send later with the `call_id`; ignored by
        # providers that cannot.
        "async": bool,
        # Whether the model sees the tool only when `openrouter:tool_search` has found it. If the request lacks that
        # tool, OpenRouter adds it or does not hide this one; if the request has it, at least one tool must not be
        # hidden.
        "defer_loading": bool,
        # The JSON schema of what the tool returns.
        "output_schema": Mapping[str, Json] | None,
    },
    total=False,
)
ToolSearchOutputItemToolFunctionParam.__doc__ = "A function of yours that a tool search found."


FoundToolParam: TypeAlias = (
    CodexLocalShellToolParam
    | ApplyPatchServerToolParam
    | ShellServerToolParam
    | SearchModelsServerToolOpenRouterParam
    | WebFetchServerToolParam
    | ToolSearchOutputItemOtherToolParam
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
)
"""A tool that a search found: a function of yours, or one that the provider or OpenRouter runs."""


class ToolSearchOutputItemParam(TypedDict, total=False):
    """The tools that a search of yours found, for the model to call."""

    call_id: Required[str]
    """The `call_id` of the `tool_search_call` that this answers."""
    execution: Required[Literal["server", "client"] | str]
    """Who searched: you (`client`), or the server."""
    tools: Required[Sequence[FoundToolParam]]
    """The tools that were found."""
    type: Required[Literal["tool_search_output"]]
    id: str | None
    """An id of this item, if it has one."""
    status: Literal["in_progress", "completed", "incomplete"] | str | None
    """Whether the item is in progress, complete, incomplete or failed."""


class ToolSearchCallItemParam(TypedDict, total=False):
    """A search for tools that the model asked for in an earlier answer."""

    call_id: Required[str]
    """The id of the call, which the item with its result repeats."""
    execution: Required[Literal["server", "client"] | str]
    """Who searches: you (`client`), or the server."""
    type: Required[Literal["tool_search_call"]]
    arguments: Json
    """What to search for, as the tool's schema says."""
    id: str | None
    """The id of this item, which the events of a stream repeat as `item_id`."""
    status: Literal["in_progress", "completed", "incomplete"] | str | None
    """Whether the item is in progress, complete, incomplete or failed."""


class OutputArmorBlockedItemParam(TypedDict, total=False):
    """A call of a tool of yours that Armor blocked.

    It stands for the call if the plugin's `output_mode` is `custom_item`.
    """

    arguments: Required[str]
    """The arguments in JSON, as the model produced them."""
    call_id: Required[str]
    """The id that the model gave the call, by which `safeguard_results` names it."""
    explanation: Required[str]
    """The name of the rule that blocked it, in brackets, as in `safeguard_results`."""
    id: Required[str]
    """The id of this item, which the events of a stream repeat as `item_id`."""
    name: Required[str]
    """The name of the tool that the model called."""
    reason: Required[str]
    """The error that the model got instead of a result; it gets it again when you send the item back."""
    status: Required[Literal["completed"]]
    """Whether the item is in progress, complete, incomplete or failed."""
    type: Required[Literal["openrouter:armor_blocked"]]
    namespace: str
    """The group of tools that the tool is in, such as an MCP server; absent for a tool of no group."""


InputItemParam: TypeAlias = (
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
)
"""An item of a conversation: a message, a call of a tool, its result, reasoning, or an item of an earlier answer."""


InputsParam: TypeAlias = str | Sequence[InputItemParam]
"""What the model is to answer: a text, or the items of the conversation so far."""


OutputModalityEnum: TypeAlias = Literal["text", "image"] | str
"""What an answer may be made of. `text`: the whole text."""


ResponsesPluginParam: TypeAlias = (
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


class InputImageParam(TypedDict, total=False):
    """An image in the input."""

    detail: Required[Literal["auto", "high", "low", "original"] | str]
    """How closely the model looks at the image; more detail takes more tokens."""
    image_url: str | None
    """The image, as a URL or a data URL; absent when `file_id` is given."""
    type: Required[Literal["input_image"]]
    file_id: str | None
    """The id of an uploaded image; absent when `image_url` is given."""


class StoredPromptTemplateParam(TypedDict, total=False):
    """A prompt that is stored at the provider."""

    id: Required[str]
    """The provider's id of the prompt."""
    variables: Mapping[str, str | InputTextParam | InputImageParam | InputFileParam] | None
    """What to put into the prompt, by the names of its variables."""


class ReasoningConfigParam(TypedDict, total=False):
    """How a model is to reason."""

    context: ReasoningContext | None
    """Which reasoning of the conversation the model sees; absent for the model's own choice. Only for OpenAI's GPT-5.6
    and later."""
    effort: ReasoningEffort | None
    """How much the model reasons; absent or `None` for the model's own choice."""
    mode: ReasoningMode | None
    """`standard` by default; `pro` reasons more, at the same price per token. Only for OpenAI's GPT-5.6 and later."""
    summary: ReasoningSummaryVerbosity | None
    """How long the summary of the reasoning is; absent or `None` for no wish."""
    enabled: bool | None
    """Whether the model reasons at all."""
    max_tokens: int | None
    """The most tokens of reasoning."""


class FormatTextConfigParam(TypedDict, total=False):
    """An answer in plain text."""

    type: Required[Literal["text"]]


class FormatJsonObjectConfigParam(TypedDict, total=False):
    """An answer in JSON, of any shape."""

    type: Required[Literal["json_object"]]


class FormatJsonSchemaConfigParam(TypedDict, total=False):
    """An answer in JSON that follows a schema."""

    description: str
    """What the answer is for, for the model."""
    name: Required[str]
    """A name of the schema, for the model."""
    schema: Required[Mapping[str, Json]]
    """The JSON schema of the answer."""
    strict: bool | None
    """Whether the answer must follow the schema exactly."""
    type: Required[Literal["json_schema"]]


FormatsParam: TypeAlias = FormatTextConfigParam | FormatJsonObjectConfigParam | FormatJsonSchemaConfigParam | Unknown
"""The form of an answer: text, any JSON, or JSON of a schema."""


class TextExtendedConfigParam(TypedDict, total=False):
    """The form of the answer, and how wordy it is."""

    format: FormatsParam
    """Text, any JSON, or JSON of a schema; absent for text."""
    verbosity: Literal["low", "medium", "high", "xhigh", "max"] | str | None
    """How wordy the answer is; absent or `None` for the model's own way."""


class OpenAIResponsesToolChoiceFunctionParam(TypedDict, total=False):
    """The model must call this function."""

    name: Required[str]
    """The function, by its name in `tools`."""
    type: Required[Literal["function"]]


class OpenAIResponsesToolChoiceWebSearchPreviewParam(TypedDict, total=False):
    """The model must search the web."""

    type: Required[Literal["web_search_preview_2025_03_11", "web_search_preview"]]
    """Which preview of the web search it must use."""


class ToolChoiceAllowedParam(TypedDict, total=False):
    """The model may call only some of the tools."""

    mode: Required[Literal["auto", "required"]]
    """Whether it may (`auto`) or must (`required`) call one of them."""
    tools: Required[Sequence[Mapping[str, Json]]]
    """The tools that it may call, such as `{"type": "function", "name": "get_weather"}`."""
    type: Required[Literal["allowed_tools"]]


class OpenAIResponsesToolChoiceApplyPatchParam(TypedDict, total=False):
    """The model must change a file."""

    type: Required[Literal["apply_patch"]]


class OpenAIResponsesToolChoiceShellParam(TypedDict, total=False):
    """The model must use the shell."""

    type: Required[Literal["shell"]]


OpenAIResponsesToolChoiceParam: TypeAlias = (
    Literal["auto", "none", "required"]
    | OpenAIResponsesToolChoiceFunctionParam
    | OpenAIResponsesToolChoiceWebSearchPreviewParam
    | ToolChoiceAllowedParam
    | OpenAIResponsesToolChoiceApplyPatchParam
    | OpenAIResponsesToolChoiceShellParam
)
"""Whether the model may, must or must not call a tool, or which one: `auto` lets it choose, `none` forbids calls,
`required` demands one."""


ResponsesRequestToolFunctionParam = TypedDict(
    "ResponsesRequestToolFunctionParam",
    {
        # What the tool does, for the model.
        "description": str | None,
        # The name by which the model calls the function.
        "name": Required[str],
        # The JSON schema of the arguments.
        "parameters": Required[Mapping[str, Json] | None],
        # Whether the arguments must follow the schema exactly.
        "strict": bool | None,
        "type": Required[Literal["function"]],
        # Whether the model sees the tool only when `openrouter:tool_search` has found it. If the request lacks that
        # tool, OpenRouter adds it or does not hide this one; if the request has it, at least one tool must not be
        # hidden.
        "defer_loading": bool,
        # Who may call the tool: the model itself (`direct`), or code that it writes (`programmatic`).
        "allowed_callers": Sequence[Literal["direct", "programmatic"] | str] | None,
        # Whether the model may go on before it has the result, which you send later with the `call_id`; ignored by
        # providers that cannot.
        "async": bool,
        # The JSON schema of what the tool returns.
        "output_schema": Mapping[str, Json] | None,
    },
    total=False,
)
ResponsesRequestToolFunctionParam.__doc__ = "A function of yours that the model may call."


ResponsesToolParam: TypeAlias = (
    ResponsesRequestToolFunctionParam
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
)
"""A tool that the model may call: a function of yours, or a tool that the provider or OpenRouter runs."""


OpenAIResponsesTruncation: TypeAlias = Literal["auto", "disabled"] | str
"""What happens to a conversation that is too long. `auto`: its middle is left out; `disabled`: the request fails."""

# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""Responses: optional parts of responses."""

# No `from __future__ import annotations`: it would hide `Required` from `TypedDict` (PEP 655).
from collections.abc import Mapping
from typing import Annotated, Literal, TypeAlias

from openrouter_core.model import Extra, Json, OnDemand, Unknown, Wire, frozen
from openrouter_funcs import models as _models
from openrouter_funcs.models.enums import ReasoningEffort
from openrouter_funcs.models.responses import (
    ApplyPatchCreateFileOperation,
    ApplyPatchDeleteFileOperation,
    ApplyPatchUpdateFileOperation,
    InputFile,
    InputImage,
    InputText,
    OutputItemImageGenerationCall,
    OutputMessage,
    ReasoningSummaryText,
    ReasoningTextContent,
)
from openrouter_funcs.models.responses_enums import (
    ReasoningContext,
    ReasoningMode,
    ReasoningSummaryVerbosity,
    WebSearchStatus,
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
    "BaseReasoningConfig",
    "CodeInterpreterFileOutput",
    "CodeInterpreterImageOutput",
    "CodeInterpreterLogsOutput",
    "CodeInterpreterServerToolContainerAuto",
    "CompoundFilter",
    "CustomToolFormatGrammar",
    "CustomToolFormatText",
    "DebugEventDebugTimings",
    "FileSearchServerToolComparison",
    "FileSearchServerToolRankingOptions",
    "FormatJsonObjectConfig",
    "FormatJsonSchemaConfig",
    "FormatTextConfig",
    "Formats",
    "FusionSource",
    "ImageGenerationServerToolInputImageMask",
    "McpServerToolAllowedTools",
    "McpServerToolRequireApproval",
    "McpServerToolRequireApprovalAlways",
    "McpServerToolRequireApprovalNever",
    "OpenAIResponseFunctionToolCallSubagentItem",
    "OpenResponsesErrorMetadata",
    "OpenResponsesErrorMetadataAlignment",
    "OutputBashServerToolItemFile",
    "OutputFunctionCallItemSubagentItem",
    "OutputFusionServerToolItemFailedModel",
    "OutputFusionServerToolItemResponse",
    "OutputItemApplyPatchCall",
    "OutputItemCodeInterpreterCall",
    "OutputItemCustomToolCall",
    "OutputItemFileSearchCall",
    "OutputItemFunctionCall",
    "OutputItemReasoning",
    "OutputItemWebSearchCall",
    "OutputItemWebSearchCallActionFindInPage",
    "OutputItemWebSearchCallActionOpenPage",
    "OutputItemWebSearchCallActionSearch",
    "OutputShellCallItemAction",
    "OutputShellCallOutputItemFile",
    "OutputShellServerToolItemAction",
    "OutputShellServerToolItemFile",
    "OutputToolSearchServerToolItemMatch",
    "OutputWebSearchCallItemActionFindInPage",
    "OutputWebSearchCallItemActionOpenPage",
    "OutputWebSearchCallItemActionSearch",
    "OutputWebSearchServerToolItemAction",
    "OutputWebSearchServerToolItemActionSource",
    "PreviewWebSearchUserLocation",
    "PromptCacheOptions",
    "StoredPromptTemplate",
    "StreamLogprobTopLogprob",
    "TextExtendedConfig",
    "Truncation",
    "WebSearchDomainFilter",
    "WebSearchSource",
    "WebSearchUserLocation",
    "XSearchOptions",
]


@frozen(kw_only=True)
class AlignmentChatAudio:
    """The audio of a withheld message, as text: its data are not kept."""

    transcript: str
    """What is said in it."""
    id: str | None = None
    """The provider's id of the audio."""


@frozen(kw_only=True)
class AlignmentChatImageImageUrl:
    """The address of an image of a withheld message."""

    url: str
    """A URL, or the image itself as a data URL."""


@frozen(kw_only=True)
class AlignmentChatImage:
    """An image of a withheld message."""

    image_url: AlignmentChatImageImageUrl
    """Where the image is."""
    type: Literal["image_url"]


@frozen(kw_only=True)
class AlignmentChatToolCallFunction:
    """The function that a withheld tool call is for."""

    arguments: str
    """The arguments in JSON, as the model produced them."""
    name: str
    """The name of the tool that is called."""


@frozen(kw_only=True)
class AlignmentChatToolCall:
    """A tool call of a withheld message."""

    function: AlignmentChatToolCallFunction
    """Which function the model calls, and with what."""
    id: str
    """The id of the call."""
    type: Literal["function"]


@frozen(kw_only=True)
class AlignmentChatRejected:
    """A withheld message of a chat, without its reasoning."""

    content: str | None
    """The text that was withheld; `None` for none."""
    refusal: str | None
    """Why the model itself refused; `None` if it did not."""
    role: Literal["assistant"]
    audio: AlignmentChatAudio | None = None
    """The id and the transcript of the audio that was withheld."""
    images: tuple[AlignmentChatImage, ...] | None = None
    """The images that were withheld."""
    tool_calls: tuple[AlignmentChatToolCall, ...] | None = None
    """The tool calls that were withheld."""


@frozen(kw_only=True)
class OutputItemApplyPatchCall:
    """A call that asks you to change a file."""

    call_id: str
    """The id of the call, which the item with its result repeats."""
    created_by: str | None = None
    """The id of who made the call."""
    id: str
    """The id of this item, which the events of a stream repeat as `item_id`."""
    operation: ApplyPatchCreateFileOperation | ApplyPatchUpdateFileOperation | ApplyPatchDeleteFileOperation | Unknown
    """The change to make: to create, update or delete a file."""
    status: Literal["in_progress", "completed"] | str
    """Whether the item is in progress, complete, incomplete or failed."""
    type: Literal["apply_patch_call"]


@frozen(kw_only=True)
class CodeInterpreterLogsOutput:
    """What the code wrote."""

    logs: str
    """The text that the code wrote."""
    type: Literal["logs"]


@frozen(kw_only=True)
class CodeInterpreterImageOutput:
    """An image that the code drew."""

    type: Literal["image"]
    url: str
    """Where the image is."""


@frozen(kw_only=True)
class CodeInterpreterFileOutput:
    """A file that the code left."""

    download_url: str | None = None
    """Where to get the file; soon, as the URL is usually valid only until `expires_at`."""
    error_code: str | None = None
    """The provider's code for why there is no file; absent or `None` if there is one."""
    expires_at: str | None = None
    """When `download_url` stops working, in ISO 8601; then the file must be made anew."""
    filename: str | None = None
    """The name that the code gave the file."""
    id: str | None = None
    """The provider's id of the file."""
    media_type: str | None = None
    """The file's media type, such as `text/csv`."""
    sha256: str | None = None
    """The SHA-256 of the file's contents, to check the download."""
    size_bytes: int | None = None
    """The file's size in bytes."""
    status: str | None = None
    """Whether the file can be downloaded: `ready`, or another word of the provider's if perhaps not."""
    type: Literal["file"]


@frozen(kw_only=True)
class OutputItemCodeInterpreterCall:
    """A run of code in the code interpreter of the provider."""

    code: str | None = None
    """The code that the model wrote."""
    container_id: str | None = None
    """The container in which the code ran."""
    id: str
    """The id of this item, which the events of a stream repeat as `item_id`."""
    outputs: (
        tuple[CodeInterpreterLogsOutput | CodeInterpreterImageOutput | CodeInterpreterFileOutput | Unknown, ...] | None
    ) = None
    """What the code wrote, drew and left as files; absent or `None` for nothing."""
    status: Literal["in_progress", "completed", "incomplete", "interpreting", "failed"] | str
    """Whether the item is in progress, complete, incomplete or failed."""
    type: Literal["code_interpreter_call"]
    extra: Extra[Json]
    """All other keys of the object."""


@frozen(kw_only=True)
class OutputItemCustomToolCall:
    """A call of a custom tool, which takes plain text."""

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
class OutputItemFileSearchCall:
    """A search in files."""

    id: str
    """The id of this item, which the events of a stream repeat as `item_id`."""
    queries: tuple[str, ...]
    """What was searched for, one query each."""
    status: WebSearchStatus
    """Whether the item is in progress, complete, incomplete or failed."""
    type: Literal["file_search_call"]


@frozen(kw_only=True)
class OutputItemFunctionCall:
    """A call of a function of yours."""

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
    async_: Annotated[bool | None, Wire("async")] = None
    """Whether the tool is asynchronous, so that the model may go on before it has the result; send that later, as a
    `function_call_output` with this `call_id`."""


@frozen(kw_only=True)
class OutputItemReasoning:
    """What the model reasons before it answers."""

    content: tuple[ReasoningTextContent, ...] | None = None
    """The reasoning in full; absent if the provider does not show it."""
    encrypted_content: str | None = None
    """The reasoning in encrypted form, to send back with the conversation."""
    id: str
    """The id of this item, which the events of a stream repeat as `item_id`."""
    status: Literal["completed", "incomplete", "in_progress"] | None = None
    """Whether the item is in progress, complete, incomplete or failed."""
    summary: tuple[ReasoningSummaryText, ...]
    """The summary of the reasoning, in parts."""
    type: Literal["reasoning"]


@frozen(kw_only=True)
class WebSearchSource:
    """A web page that a search found."""

    type: Literal["url"]
    url: str
    """The address of the page."""


@frozen(kw_only=True)
class OutputItemWebSearchCallActionSearch:
    """A search of the web."""

    queries: tuple[str, ...] | None = None
    """What was searched for, one query each."""
    query: str
    """What was searched for."""
    sources: tuple[WebSearchSource, ...] | None = None
    """The web pages that were found."""
    type: Literal["search"]


@frozen(kw_only=True)
class OutputItemWebSearchCallActionOpenPage:
    """The opening of a web page."""

    type: Literal["open_page"]
    url: str | None = None
    """The address of the page; absent or `None` if the provider does not tell it."""


@frozen(kw_only=True)
class OutputItemWebSearchCallActionFindInPage:
    """A search for text in a web page."""

    pattern: str
    """The text that was looked for."""
    type: Literal["find_in_page"]
    url: str
    """The address of the page."""


@frozen(kw_only=True)
class OutputItemWebSearchCall:
    """A search of the web by the provider."""

    action: (
        OutputItemWebSearchCallActionSearch
        | OutputItemWebSearchCallActionOpenPage
        | OutputItemWebSearchCallActionFindInPage
        | Unknown
        | None
    ) = None
    """What was done: a search, opening a page, or finding text in one."""
    id: str
    """The id of this item, which the events of a stream repeat as `item_id`."""
    status: WebSearchStatus
    """Whether the item is in progress, complete, incomplete or failed."""
    type: Literal["web_search_call"]
    extra: Extra[Json]
    """All other keys of the object."""


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
"""An item of a withheld response."""


AlignmentRejected: TypeAlias = AlignmentChatRejected | tuple[AlignmentResponsesRejected, ...]
"""A withheld answer: the message of a chat, or the items of a response."""


@frozen(kw_only=True)
class OpenResponsesErrorMetadataAlignment:
    """What the alignment plugin found when it withheld an answer. Beta, may change."""

    calls: "OnDemand[tuple[_models.metadata.AlignmentCallRecord, ...]]"
    """A record for each message of the model that was checked, in order; empty if none had contents to check."""
    rejected: AlignmentRejected | None = None
    """The answer that was withheld."""


@frozen(kw_only=True)
class OpenResponsesErrorMetadata:
    """What OpenRouter adds to the error of a failed response."""

    alignment: OpenResponsesErrorMetadataAlignment | None = None
    """What the alignment plugin found, when it withheld the answer. Beta, may change."""


@frozen(kw_only=True)
class OpenAIResponseFunctionToolCallSubagentItem:
    """An item that a subagent produced. Send it back unchanged."""

    type: str
    """What kind of item it is."""
    extra: Extra[Json]
    """All other keys of the object."""


@frozen(kw_only=True)
class OutputFunctionCallItemSubagentItem:
    """An item that a subagent produced. Send it back unchanged."""

    type: str
    """What kind of item it is."""
    extra: Extra[Json]
    """All other keys of the object."""


@frozen(kw_only=True)
class OutputWebSearchCallItemActionSearch:
    """A search of the web."""

    queries: tuple[str, ...] | None = None
    """What was searched for, one query each."""
    query: str
    """What was searched for."""
    sources: tuple[WebSearchSource, ...] | None = None
    """The web pages that were found."""
    type: Literal["search"]


@frozen(kw_only=True)
class OutputWebSearchCallItemActionOpenPage:
    """The opening of a web page."""

    type: Literal["open_page"]
    url: str | None = None
    """The address of the page; absent or `None` if the provider does not tell it."""


@frozen(kw_only=True)
class OutputWebSearchCallItemActionFindInPage:
    """A search for text in a web page."""

    pattern: str
    """The text that was looked for."""
    type: Literal["find_in_page"]
    url: str
    """The address of the page."""


@frozen(kw_only=True)
class OutputWebSearchServerToolItemActionSource:
    """A web page that OpenRouter found."""

    type: Literal["url"]
    url: str
    """The address of the page."""


@frozen(kw_only=True)
class OutputWebSearchServerToolItemAction:
    """What OpenRouter searched the web for, and what it found."""

    query: str
    """What was searched for."""
    sources: tuple[OutputWebSearchServerToolItemActionSource, ...] | None = None
    """The web pages that were found."""
    type: Literal["search"]


@frozen(kw_only=True)
class OutputBashServerToolItemFile:
    """A file that a command created or changed."""

    container_id: str
    """The container in which the command ran, for the `containers_*` functions and for `container_reference` in later
    requests."""
    end_index: int
    """Where in the text the citation ends, in characters from 0."""
    file_id: str
    """The id of the file within the container."""
    filename: str
    """The name that the command gave the file."""
    start_index: int
    """Where in the text the citation begins, in characters from 0."""
    type: Literal["container_file_citation"]


@frozen(kw_only=True)
class OutputShellCallItemAction:
    """Commands for a shell, and their limits."""

    commands: tuple[str, ...]
    """The shell commands."""
    max_output_length: int | None
    """At most how many characters of output to keep, if the model set a limit."""
    timeout_ms: int | None
    """How long the commands may run, in milliseconds, if the model set a limit."""


@frozen(kw_only=True)
class OutputShellCallOutputItemFile:
    """A file that a command created or changed."""

    container_id: str
    """The container in which the command ran, for the `containers_*` functions and for `container_reference` in later
    requests."""
    end_index: int
    """Where in the text the citation ends, in characters from 0."""
    file_id: str
    """The id of the file within the container."""
    filename: str
    """The name that the command gave the file."""
    start_index: int
    """Where in the text the citation begins, in characters from 0."""
    type: Literal["container_file_citation"]


@frozen(kw_only=True)
class OutputShellServerToolItemAction:
    """Commands for a shell, and their limits."""

    commands: tuple[str, ...]
    """The shell commands."""
    max_output_length: int | None = None
    """At most how many characters of output to keep, if the model set a limit."""
    timeout_ms: int | None = None
    """How long the commands may run, in milliseconds, if the model set a limit."""


@frozen(kw_only=True)
class OutputShellServerToolItemFile:
    """A file that a command created or changed."""

    container_id: str
    """The container in which the command ran, for the `containers_*` functions and for `container_reference` in later
    requests."""
    end_index: int
    """Where in the text the citation ends, in characters from 0."""
    file_id: str
    """The id of the file within the container."""
    filename: str
    """The name that the command gave the file."""
    start_index: int
    """Where in the text the citation begins, in characters from 0."""
    type: Literal["container_file_citation"]


@frozen(kw_only=True)
class OutputToolSearchServerToolItemMatch:
    """A tool that a search found."""

    definition: Mapping[str, Json]
    """The tool as the request declared it."""
    schema_digest: str
    """A hash of its schema."""
    tool_id: str
    """The id of the tool in the search."""


@frozen(kw_only=True)
class OutputFusionServerToolItemFailedModel:
    """A model that did not answer."""

    error: str
    """Why it did not answer."""
    model: str
    """Which model it is."""
    status_code: int | None = None
    """The HTTP status that the provider answered with, such as 429; absent if it gave none."""


@frozen(kw_only=True)
class OutputFusionServerToolItemResponse:
    """The answer of one of the models."""

    content: str | None = None
    """The answer in full."""
    model: str
    """The model that answered."""


@frozen(kw_only=True)
class FusionSource:
    """A web page that a model found."""

    title: str
    """The title of the page."""
    url: str
    """The address of the page."""


@frozen(kw_only=True)
class StoredPromptTemplate:
    """A prompt that is stored at the provider."""

    id: str
    """The provider's id of the prompt."""
    variables: Mapping[str, str | InputText | InputImage | InputFile | Unknown] | None = None
    """What to put into the prompt, by the names of its variables."""


@frozen(kw_only=True)
class PromptCacheOptions:
    """How the provider caches a request. Only OpenAI's GPT-5.6 and later know it."""

    mode: Literal["explicit"]
    """Turns OpenAI's own choice off: only what `prompt_cache_breakpoint` marks is cached."""
    ttl: str | None = None
    """How long the cache lasts, such as `30m`; absent or `None` for the provider's own time."""


@frozen(kw_only=True)
class BaseReasoningConfig:
    """How a model was to reason."""

    context: ReasoningContext | None = None
    """Which reasoning of the conversation the model sees; only for OpenAI's GPT-5.6 and later."""
    effort: ReasoningEffort | None = None
    """How much the model reasons."""
    mode: ReasoningMode | None = None
    """`pro` reasons more, at the same price per token; only for OpenAI's GPT-5.6 and later."""
    summary: ReasoningSummaryVerbosity | None = None
    """How long the summary of the reasoning is."""


@frozen(kw_only=True)
class FormatTextConfig:
    """An answer in plain text."""

    type: Literal["text"]


@frozen(kw_only=True)
class FormatJsonObjectConfig:
    """An answer in JSON, of any shape."""

    type: Literal["json_object"]


@frozen(kw_only=True)
class FormatJsonSchemaConfig:
    """An answer in JSON that follows a schema."""

    description: str | None = None
    """What the answer is for, for the model."""
    name: str
    """A name of the schema, for the model."""
    schema: Mapping[str, Json]
    """The JSON schema of the answer."""
    strict: bool | None = None
    """Whether the answer must follow the schema exactly."""
    type: Literal["json_schema"]


Formats: TypeAlias = FormatTextConfig | FormatJsonObjectConfig | FormatJsonSchemaConfig | Unknown
"""The form of an answer: text, any JSON, or JSON of a schema."""


@frozen(kw_only=True)
class TextExtendedConfig:
    """The form of the answer, and how wordy it is."""

    format: Formats | None = None
    """Text, any JSON, or JSON of a schema; absent for text."""
    verbosity: Literal["low", "medium", "high", "xhigh", "max"] | str | None = None
    """How wordy the answer is; absent or `None` for the model's own way."""


@frozen(kw_only=True)
class WebSearchDomainFilter:
    """Which sites a search of the web may use."""

    allowed_domains: tuple[str, ...] | None = None
    """Only these sites, by their domains; absent or `None` for all."""
    blocked_domains: tuple[str, ...] | None = None
    """Not these sites, by their domains, as some providers name it."""
    excluded_domains: tuple[str, ...] | None = None
    """Not these sites, by their domains."""


@frozen(kw_only=True)
class PreviewWebSearchUserLocation:
    """About where the user is."""

    city: str | None = None
    """The city, as free text, such as `Berlin`."""
    country: str | None = None
    """The country, such as `DE`."""
    region: str | None = None
    """The region, as free text, such as `California`."""
    timezone: str | None = None
    """The time zone, such as `Europe/Berlin`."""
    type: Literal["approximate"]


@frozen(kw_only=True)
class XSearchOptions:
    """A search of X (Twitter) beside that of the web.

    Only for SpaceXAI's own search, which bills each post and each profile.
    """

    allowed_x_handles: tuple[str, ...] | None = None
    """Only posts of these accounts, at most 20; not together with `excluded_x_handles`."""
    enable_image_understanding: bool | None = None
    """Whether to look at the images of the posts."""
    enable_video_understanding: bool | None = None
    """Whether to look at the videos of the posts."""
    excluded_x_handles: tuple[str, ...] | None = None
    """No posts of these accounts, at most 20; not together with `allowed_x_handles`."""
    from_date: str | None = None
    """The date of the earliest posts, such as `2025-01-01`."""
    to_date: str | None = None
    """The date of the latest posts, such as `2025-12-31`."""


@frozen(kw_only=True)
class WebSearchUserLocation:
    """About where the user is."""

    city: str | None = None
    """The city, as free text, such as `Berlin`."""
    country: str | None = None
    """The country, such as `DE`."""
    region: str | None = None
    """The region, as free text, such as `California`."""
    timezone: str | None = None
    """The time zone, such as `Europe/Berlin`."""
    type: Literal["approximate"] | None = None


@frozen(kw_only=True)
class FileSearchServerToolComparison:
    """A condition on an attribute of files."""

    key: str
    """The name of the attribute."""
    type: Literal["eq", "ne", "gt", "gte", "lt", "lte"] | str
    """How to compare: equal, not equal, greater, greater or equal, less, less or equal."""
    value: str | float | bool | tuple[str | float, ...]
    """What to compare the attribute with."""


@frozen(kw_only=True)
class CompoundFilter:
    """Several conditions on files, joined."""

    filters: tuple[Mapping[str, Json], ...]
    """The conditions: comparisons, or joined conditions in turn."""
    type: Literal["and", "or"] | str
    """Whether all (`and`) or one of them (`or`) must hold."""


@frozen(kw_only=True)
class FileSearchServerToolRankingOptions:
    """How the results of a search in files are sorted."""

    ranker: Literal["auto", "default-2024-11-15"] | str | None = None
    """Which version of the provider's ranking to use."""
    score_threshold: float | None = None
    """The lowest score of a result, 0 to 1; higher returns fewer and better results."""


@frozen(kw_only=True)
class CodeInterpreterServerToolContainerAuto:
    """A container that the provider makes for the code interpreter."""

    file_ids: tuple[str, ...] | None = None
    """The uploaded files that the code may read, by their ids."""
    memory_limit: Literal["1g", "4g", "16g", "64g"] | str | None = None
    """How much memory the code may use; absent or `None` for the provider's default."""
    type: Literal["auto"]


@frozen(kw_only=True)
class McpServerToolAllowedTools:
    """Which tools of an MCP server the model may call."""

    read_only: bool | None = None
    """Whether the model may call only tools that change nothing."""
    tool_names: tuple[str, ...] | None = None
    """Only the tools of these names."""


@frozen(kw_only=True)
class McpServerToolRequireApprovalAlways:
    """The tools of an MCP server that always need your approval."""

    tool_names: tuple[str, ...] | None = None
    """These tools, by their names."""


@frozen(kw_only=True)
class McpServerToolRequireApprovalNever:
    """The tools of an MCP server that never need your approval."""

    tool_names: tuple[str, ...] | None = None
    """These tools, by their names."""


@frozen(kw_only=True)
class McpServerToolRequireApproval:
    """Which tools of an MCP server need your approval."""

    always: McpServerToolRequireApprovalAlways | None = None
    """The tools that always need it."""
    never: McpServerToolRequireApprovalNever | None = None
    """The tools that never need it."""


@frozen(kw_only=True)
class ImageGenerationServerToolInputImageMask:
    """A mask that says which part of an image may change."""

    file_id: str | None = None
    """The id of the mask as an uploaded file."""
    image_url: str | None = None
    """The mask, as a URL or a data URL."""


@frozen(kw_only=True)
class CustomToolFormatText:
    """Any text."""

    type: Literal["text"]


@frozen(kw_only=True)
class CustomToolFormatGrammar:
    """Text of a grammar."""

    definition: str
    """The grammar."""
    syntax: Literal["lark", "regex"] | str
    """How the grammar is written: as a Lark grammar or a regular expression."""
    type: Literal["grammar"]


Truncation: TypeAlias = Literal["auto", "disabled"] | str
"""What happens to a conversation that is too long. `auto`: its middle is left out; `disabled`: the request fails."""


@frozen(kw_only=True)
class StreamLogprobTopLogprob:
    """One of the most likely tokens at a place."""

    bytes: tuple[int, ...] | None = None
    """The token in UTF-8, one number for each byte."""
    logprob: float | None = None
    """The natural logarithm of the token's probability."""
    token: str | None = None
    """The token, as text."""


@frozen(kw_only=True)
class DebugEventDebugTimings:
    """When a step of the request was reached."""

    epoch_ms: int
    """When it was reached, in milliseconds since 1970."""
    event: Literal["adapter_request", "upstream_headers_received", "first_token_received", "upstream_body_ended"] | str
    """Which step it was: the request left, the provider's headers came, its first token came, its body ended."""
    start_ms: int

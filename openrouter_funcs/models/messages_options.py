# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""Messages: optional parts of requests."""

# No `from __future__ import annotations`: it would hide `Required` from `TypedDict` (PEP 655).
from collections.abc import Mapping, Sequence
from typing import Literal, Required, TypeAlias, TypedDict

from openrouter_core.model import Json, OnDemand
from openrouter_funcs import models as _models
from openrouter_funcs.models.server_tools import (
    AlignmentPluginParam,
    ArmorPluginParam,
    AutoBetaRouterPluginParam,
    AutoRouterPluginParam,
    BashServerToolParam,
    ContextCompressionPluginParam,
    DatetimeServerToolParam,
    FileParserPluginParam,
    FusionPluginParam,
    ImageGenerationServerToolOpenRouterParam,
    JevRouterPluginParam,
    ModerationPluginParam,
    OpenRouterWebSearchServerToolParam,
    ParetoRouterPluginParam,
    ResponseHealingPluginParam,
    ShellServerToolOpenRouterParam,
    SwitchyardRouterPluginParam,
    ToolSearchServerToolParam,
    WebFetchPluginParam,
    WebFetchServerToolParam,
    WebSearchPluginParam,
)

__all__ = [
    "AnthropicBase64ImageSourceParam",
    "AnthropicBase64PdfSourceParam",
    "AnthropicCitationCharLocationParam",
    "AnthropicCitationContentBlockLocationParam",
    "AnthropicCitationPageLocationParam",
    "AnthropicCitationSearchResultLocationParam",
    "AnthropicCitationWebSearchResultLocationParam",
    "AnthropicDocumentBlockParam",
    "AnthropicDocumentBlockParamCitationsParam",
    "AnthropicDocumentBlockParamSourceContentParam",
    "AnthropicFileDocumentSourceParam",
    "AnthropicImageBlockParam",
    "AnthropicImageMimeType",
    "AnthropicInputTokensClearAtLeastParam",
    "AnthropicInputTokensTriggerParam",
    "AnthropicMessageOutputConfigParam",
    "AnthropicOutputEffort",
    "AnthropicPlainTextSourceParam",
    "AnthropicSafeguardParam",
    "AnthropicSearchResultBlockParam",
    "AnthropicSearchResultBlockParamCitationsParam",
    "AnthropicSystemClearAt",
    "AnthropicTextBlockParam",
    "AnthropicThinkingBlockBindingParam",
    "AnthropicThinkingDisplay",
    "AnthropicThinkingTurnsParam",
    "AnthropicToolSearchToolBm25Param",
    "AnthropicToolSearchToolRegexParam",
    "AnthropicToolUnionBash20250124Param",
    "AnthropicToolUnionCustomInputSchemaParam",
    "AnthropicToolUnionCustomParam",
    "AnthropicToolUnionParam",
    "AnthropicToolUnionTextEditor20250124Param",
    "AnthropicToolUnionWebSearch20250305Param",
    "AnthropicToolUnionWebSearch20260209Param",
    "AnthropicToolUsesKeepParam",
    "AnthropicToolUsesTriggerParam",
    "AnthropicUrlImageSourceParam",
    "AnthropicUrlPdfSourceParam",
    "AnthropicWebSearchResultBlockParam",
    "AnthropicWebSearchToolUserLocationParam",
    "MessagesAdvisorToolResultBlockParam",
    "MessagesBashToolResultBlockFileParam",
    "MessagesBashToolResultBlockParam",
    "MessagesClearThinkingEditKeepAllParam",
    "MessagesClearThinkingEditParam",
    "MessagesClearToolUsesEditParam",
    "MessagesCompactEditParam",
    "MessagesCompactEditTriggerParam",
    "MessagesContentBlockParam",
    "MessagesFallbackParam",
    "MessagesMessageParamContentItemCompactionParam",
    "MessagesMessageParamContentItemRedactedThinkingParam",
    "MessagesMessageParamContentItemServerToolUseParam",
    "MessagesMessageParamContentItemThinkingParam",
    "MessagesMessageParamContentItemToolUseParam",
    "MessagesOtherToolParam",
    "MessagesOutputConfigFormatParam",
    "MessagesOutputConfigParam",
    "MessagesOutputConfigTaskBudgetParam",
    "MessagesPluginParam",
    "MessagesRequestContextManagementParam",
    "MessagesRequestMetadataParam",
    "MessagesRequestThinkingAdaptiveParam",
    "MessagesRequestThinkingBetweenToolsParam",
    "MessagesRequestThinkingDisabledParam",
    "MessagesRequestThinkingEnabledParam",
    "MessagesRequestToolAdvisor20260301Param",
    "MessagesRequestToolBash20250124Param",
    "MessagesRequestToolChoiceAnyParam",
    "MessagesRequestToolChoiceAutoParam",
    "MessagesRequestToolChoiceNoneParam",
    "MessagesRequestToolChoiceToolParam",
    "MessagesRequestToolCustomInputSchemaParam",
    "MessagesRequestToolCustomParam",
    "MessagesRequestToolTextEditor20250124Param",
    "MessagesRequestToolWebSearch20250305Param",
    "MessagesRequestToolWebSearch20260209Param",
    "MessagesSearchModelsServerToolParam",
    "MessagesShellToolResultBlockFileParam",
    "MessagesShellToolResultBlockParam",
    "MessagesThinkingParam",
    "MessagesToolAdditionBlockParam",
    "MessagesToolAdditionBlockToolMcpToolReferenceParam",
    "MessagesToolAdditionBlockToolMcpToolsetReferenceParam",
    "MessagesToolAdditionBlockToolToolDefinitionParam",
    "MessagesToolAdditionBlockToolToolReferenceParam",
    "MessagesToolChoiceParam",
    "MessagesToolParam",
    "MessagesToolRemovalBlockParam",
    "MessagesToolRemovalBlockToolMcpToolReferenceParam",
    "MessagesToolRemovalBlockToolMcpToolsetReferenceParam",
    "MessagesToolRemovalBlockToolToolReferenceParam",
    "MessagesToolResultContentItemToolReferenceParam",
    "MessagesToolResultParam",
    "MessagesWebSearchToolResultErrorParam",
    "MessagesWebSearchToolResultParam",
    "ORAnthropicToolSearchResultParam",
]


class AnthropicInputTokensClearAtLeastParam(TypedDict, total=False):
    """How much must be cleared for it to be done at all."""

    type: Required[Literal["input_tokens"]]
    value: Required[int]
    """The least number of tokens."""


class AnthropicToolUsesKeepParam(TypedDict, total=False):
    """How many of the latest results of tools stay."""

    type: Required[Literal["tool_uses"]]
    value: Required[int]
    """How many results."""


class AnthropicInputTokensTriggerParam(TypedDict, total=False):
    """When to begin: at a length of the request."""

    type: Required[Literal["input_tokens"]]
    value: Required[int]
    """The tokens of the request from which it is done."""


class AnthropicToolUsesTriggerParam(TypedDict, total=False):
    """When to begin: at a number of calls of tools."""

    type: Required[Literal["tool_uses"]]
    value: Required[int]
    """The calls in the conversation from which it is done."""


class MessagesClearToolUsesEditParam(TypedDict, total=False):
    """Clears the oldest results of tools from a long conversation."""

    clear_at_least: AnthropicInputTokensClearAtLeastParam | None
    """The least number of tokens to clear; if there are fewer, nothing is cleared, and the cache stays valid. Absent or
    `None` for any number."""
    clear_tool_inputs: bool | Sequence[str] | None
    """Whether what the tools were called with is cleared, too, or of which tools it is; absent or `None` for no."""
    exclude_tools: Sequence[str] | None
    """The names of tools whose results stay; absent or `None` for none."""
    keep: AnthropicToolUsesKeepParam
    """How many of the latest results stay; absent for the provider's default."""
    trigger: AnthropicInputTokensTriggerParam | AnthropicToolUsesTriggerParam
    """When to clear: from so many tokens or calls of tools on; absent for the provider's default."""
    type: Required[Literal["clear_tool_uses_20250919"]]


class AnthropicThinkingTurnsParam(TypedDict, total=False):
    """How many turns keep their thinking."""

    type: Required[Literal["thinking_turns"]]
    value: Required[int]
    """How many of the latest turns with thinking."""


class MessagesClearThinkingEditKeepAllParam(TypedDict, total=False):
    """All turns keep their thinking."""

    type: Required[Literal["all"]]


class MessagesClearThinkingEditParam(TypedDict, total=False):
    """Clears thinking from earlier turns."""

    keep: AnthropicThinkingTurnsParam | MessagesClearThinkingEditKeepAllParam | Literal["all"]
    """How many of the latest turns keep their thinking, or `"all"` for all turns; absent for the model's default."""
    type: Required[Literal["clear_thinking_20251015"]]


class MessagesCompactEditTriggerParam(TypedDict, total=False):
    """When to summarize: at a length of the request."""

    type: Required[Literal["input_tokens"]]
    value: Required[int]
    """The tokens of the request from which it is done."""


class MessagesCompactEditParam(TypedDict, total=False):
    """Replaces a long conversation by a summary, which the answer begins with."""

    instructions: str | None
    """How to write the summary, in place of the provider's own instructions; absent or `None` for those."""
    pause_after_compaction: bool
    """Whether the model stops after the summary, with the `stop_reason` `compaction`, so that you can add to it; absent
    for no."""
    trigger: MessagesCompactEditTriggerParam | None
    """The length from which it is done; absent or `None` for the provider's default."""
    type: Required[Literal["compact_20260112"]]


class MessagesRequestContextManagementParam(TypedDict, total=False):
    """What is cleared from a long conversation, or summarized."""

    edits: Sequence[MessagesClearToolUsesEditParam | MessagesClearThinkingEditParam | MessagesCompactEditParam]
    """What to do, each with when to do it."""


class MessagesFallbackParam(TypedDict, total=False):
    """A model to fall back on when the first one fails or refuses. It can have no settings of its own."""

    model: Required[str]
    """Which model, as in the request's `model`."""


class AnthropicCitationCharLocationParam(TypedDict, total=False):
    """A citation of a text document, by its characters."""

    cited_text: Required[str]
    """The text that is cited."""
    document_index: Required[int]
    """The number of the document among those of the request, from 0."""
    document_title: Required[str | None]
    """The title of the document, or `None` if it has none."""
    end_char_index: Required[int]
    """Where the cited text ends, in characters from 0; the character there is not part of it."""
    start_char_index: Required[int]
    """Where the cited text begins, in characters from 0."""
    type: Required[Literal["char_location"]]


class AnthropicCitationPageLocationParam(TypedDict, total=False):
    """A citation of a PDF, by its pages."""

    cited_text: Required[str]
    """The text that is cited."""
    document_index: Required[int]
    """The number of the document among those of the request, from 0."""
    document_title: Required[str | None]
    """The title of the document, or `None` if it has none."""
    end_page_number: Required[int]
    """The page after the last cited one."""
    start_page_number: Required[int]
    """The first cited page, from 1."""
    type: Required[Literal["page_location"]]


class AnthropicCitationContentBlockLocationParam(TypedDict, total=False):
    """A citation of a document of several blocks, by its blocks."""

    cited_text: Required[str]
    """The text that is cited."""
    document_index: Required[int]
    """The number of the document among those of the request, from 0."""
    document_title: Required[str | None]
    """The title of the document, or `None` if it has none."""
    end_block_index: Required[int]
    """The block after the last cited one."""
    start_block_index: Required[int]
    """The first cited block, from 0."""
    type: Required[Literal["content_block_location"]]


class AnthropicCitationWebSearchResultLocationParam(TypedDict, total=False):
    """A citation of a web page that a search found."""

    cited_text: Required[str]
    """The text that is cited."""
    encrypted_index: Required[str]
    """Where the cited text is in the results, encrypted; send it back unchanged."""
    title: Required[str | None]
    """The title of the page, or `None` if it has none."""
    type: Required[Literal["web_search_result_location"]]
    url: Required[str]
    """The address of the page."""


class AnthropicCitationSearchResultLocationParam(TypedDict, total=False):
    """A citation of a search result that you sent, by its blocks."""

    cited_text: Required[str]
    """The text that is cited."""
    end_block_index: Required[int]
    """The block after the last cited one."""
    search_result_index: Required[int]
    """The number of the search result among those of the request, from 0."""
    source: Required[str]
    """Where the search result comes from, as you sent it."""
    start_block_index: Required[int]
    """The first cited block, from 0."""
    title: Required[str | None]
    """The title of the search result, or `None` if it has none."""
    type: Required[Literal["search_result_location"]]


class AnthropicTextBlockParam(TypedDict, total=False):
    """A block of a message or of `system`: text."""

    cache_control: "OnDemand[_models.server_tools.AnthropicCacheControlDirectiveParam]"
    """A cache breakpoint: the provider may cache the request up to here. OpenRouter converts it for OpenAI's models
    that can cache this way."""
    citations: (
        Sequence[
            AnthropicCitationCharLocationParam
            | AnthropicCitationPageLocationParam
            | AnthropicCitationContentBlockLocationParam
            | AnthropicCitationWebSearchResultLocationParam
            | AnthropicCitationSearchResultLocationParam
        ]
        | None
    )
    """What the text is based on, as the model gave it; absent or `None` for nothing."""
    text: Required[str]
    """What is said."""
    type: Required[Literal["text"]]


AnthropicImageMimeType: TypeAlias = Literal["image/jpeg", "image/png", "image/gif", "image/webp"] | str
"""The format of an image."""


class AnthropicBase64ImageSourceParam(TypedDict, total=False):
    """An image by its data."""

    data: Required[str]
    """The image in base64."""
    media_type: Required[AnthropicImageMimeType]
    """The format of the image."""
    type: Required[Literal["base64"]]


class AnthropicUrlImageSourceParam(TypedDict, total=False):
    """An image by its address."""

    type: Required[Literal["url"]]
    url: Required[str]
    """The address of the image."""


class AnthropicFileDocumentSourceParam(TypedDict, total=False):
    """A file that you uploaded before."""

    file_id: Required[str]
    """Which file, by the id from its upload."""
    type: Required[Literal["file"]]


class AnthropicImageBlockParam(TypedDict, total=False):
    """A block of a message: an image."""

    cache_control: "OnDemand[_models.server_tools.AnthropicCacheControlDirectiveParam]"
    """A cache breakpoint: the provider may cache the request up to here. OpenRouter converts it for OpenAI's models
    that can cache this way."""
    source: Required[AnthropicBase64ImageSourceParam | AnthropicUrlImageSourceParam | AnthropicFileDocumentSourceParam]
    """The image: its data, its address, or a file that you uploaded before."""
    type: Required[Literal["image"]]


class AnthropicDocumentBlockParamCitationsParam(TypedDict, total=False):
    """Whether the model cites a document."""

    enabled: bool
    """Whether it does; absent for no."""


class AnthropicBase64PdfSourceParam(TypedDict, total=False):
    """A PDF."""

    data: Required[str]
    """The PDF in base64."""
    media_type: Required[Literal["application/pdf"]]
    type: Required[Literal["base64"]]


class AnthropicPlainTextSourceParam(TypedDict, total=False):
    """A document of plain text."""

    data: Required[str]
    """The text itself."""
    media_type: Required[Literal["text/plain"]]
    type: Required[Literal["text"]]


class AnthropicDocumentBlockParamSourceContentParam(TypedDict, total=False):
    """A document by its blocks, which are what a citation points to."""

    content: Required[str | Sequence[AnthropicTextBlockParam | AnthropicImageBlockParam]]
    """A text, or blocks of text and images."""
    type: Required[Literal["content"]]


class AnthropicUrlPdfSourceParam(TypedDict, total=False):
    """A PDF by its address."""

    type: Required[Literal["url"]]
    url: Required[str]
    """The address of the PDF."""


class AnthropicDocumentBlockParam(TypedDict, total=False):
    """A block of a message: a document for the model to read."""

    cache_control: "OnDemand[_models.server_tools.AnthropicCacheControlDirectiveParam]"
    """A cache breakpoint: the provider may cache the request up to here. OpenRouter converts it for OpenAI's models
    that can cache this way."""
    citations: AnthropicDocumentBlockParamCitationsParam | None
    """Whether the model cites the document; absent or `None` for no."""
    context: str | None
    """What the model should know about the document, which it does not cite; absent or `None` for nothing."""
    source: Required[
        AnthropicBase64PdfSourceParam
        | AnthropicPlainTextSourceParam
        | AnthropicDocumentBlockParamSourceContentParam
        | AnthropicUrlPdfSourceParam
        | AnthropicFileDocumentSourceParam
    ]
    """The document: a PDF, text, blocks, or a file that you uploaded before."""
    title: str | None
    """A title for the model, which it does not cite; absent or `None` for none."""
    type: Required[Literal["document"]]


class MessagesMessageParamContentItemToolUseParam(TypedDict, total=False):
    """A block of a message: the model called a tool."""

    cache_control: "OnDemand[_models.server_tools.AnthropicCacheControlDirectiveParam]"
    """A cache breakpoint: the provider may cache the request up to here. OpenRouter converts it for OpenAI's models
    that can cache this way."""
    id: Required[str]
    """The id of the call, which the result repeats as `tool_use_id`."""
    input: Json
    """What the tool is called with."""
    name: Required[str]
    """The tool that was called."""
    type: Required[Literal["tool_use"]]


class MessagesToolResultContentItemToolReferenceParam(TypedDict, total=False):
    """A tool that your own search found. The model can call it from now on."""

    tool_name: Required[str]
    """The tool, by the name that it has in `tools`."""
    type: Required[Literal["tool_reference"]]


class AnthropicSearchResultBlockParamCitationsParam(TypedDict, total=False):
    """Whether the model cites a search result."""

    enabled: bool
    """Whether it does; absent for no."""


class AnthropicSearchResultBlockParam(TypedDict, total=False):
    """A block of a message: a search result of your own, which the model can cite."""

    cache_control: "OnDemand[_models.server_tools.AnthropicCacheControlDirectiveParam]"
    """A cache breakpoint: the provider may cache the request up to here. OpenRouter converts it for OpenAI's models
    that can cache this way."""
    citations: AnthropicSearchResultBlockParamCitationsParam
    """Whether the model cites the search result; absent for no."""
    content: Required[Sequence[AnthropicTextBlockParam]]
    """The text of the search result, in the blocks that a citation points to."""
    source: Required[str]
    """Where the search result comes from, such as a URL."""
    title: Required[str]
    """A title for the model."""
    type: Required[Literal["search_result"]]


class MessagesToolResultParam(TypedDict, total=False):
    """A block of a message: the result of a tool that the model called."""

    cache_control: "OnDemand[_models.server_tools.AnthropicCacheControlDirectiveParam]"
    """A cache breakpoint: the provider may cache the request up to here. OpenRouter converts it for OpenAI's models
    that can cache this way."""
    content: (
        str
        | Sequence[
            AnthropicTextBlockParam
            | AnthropicImageBlockParam
            | MessagesToolResultContentItemToolReferenceParam
            | AnthropicSearchResultBlockParam
            | AnthropicDocumentBlockParam
        ]
    )
    """What the tool returned, as text or in blocks; absent for nothing."""
    is_error: bool
    """Whether the tool failed, so that `content` says why; absent for no."""
    tool_use_id: Required[str]
    """The `id` of the call that this answers."""
    type: Required[Literal["tool_result"]]


class MessagesMessageParamContentItemThinkingParam(TypedDict, total=False):
    """A block of a message: what the model thought, unchanged from an earlier answer."""

    signature: Required[str]
    """The provider's encrypted signature of the thinking; send it back unchanged."""
    thinking: Required[str]
    """The thinking as the answer had it, even if it is empty."""
    type: Required[Literal["thinking"]]


class MessagesMessageParamContentItemRedactedThinkingParam(TypedDict, total=False):
    """A block of a message: thinking that only the provider can read, unchanged from an earlier answer."""

    data: Required[str]
    """The thinking, encrypted."""
    type: Required[Literal["redacted_thinking"]]


class MessagesMessageParamContentItemServerToolUseParam(TypedDict, total=False):
    """A block of a message: the model called a tool that runs on the server."""

    cache_control: "OnDemand[_models.server_tools.AnthropicCacheControlDirectiveParam]"
    """A cache breakpoint: the provider may cache the request up to here. OpenRouter converts it for OpenAI's models
    that can cache this way."""
    id: Required[str]
    """The id of the call, which the result repeats as `tool_use_id`."""
    input: Json
    """What the tool is called with."""
    name: Required[str]
    """The tool that was called, such as `"web_search"`."""
    type: Required[Literal["server_tool_use"]]


class AnthropicWebSearchResultBlockParam(TypedDict, total=False):
    """A web page that a search of an earlier answer found."""

    encrypted_content: Required[str]
    """The content of the page, encrypted, as the answer had it."""
    page_age: str | None
    """When the page was last changed, as text for people, or `None` if that is unknown."""
    title: Required[str]
    """The title of the page."""
    type: Required[Literal["web_search_result"]]
    url: Required[str]
    """The address of the page."""


class MessagesWebSearchToolResultErrorParam(TypedDict, total=False):
    """A web search of an earlier answer failed."""

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
    """Why the tool failed, for programs."""
    type: Required[Literal["web_search_tool_result_error"]]


class MessagesWebSearchToolResultParam(TypedDict, total=False):
    """A block of a message: what a web search of an earlier answer found."""

    cache_control: "OnDemand[_models.server_tools.AnthropicCacheControlDirectiveParam]"
    """A cache breakpoint: the provider may cache the request up to here. OpenRouter converts it for OpenAI's models
    that can cache this way."""
    content: Required[Sequence[AnthropicWebSearchResultBlockParam] | MessagesWebSearchToolResultErrorParam]
    """The pages that were found, or why the search failed."""
    tool_use_id: Required[str]
    """The `id` of the call that this answers."""
    type: Required[Literal["web_search_tool_result"]]


class MessagesMessageParamContentItemCompactionParam(TypedDict, total=False):
    """A block of a message: a summary from an earlier answer, which replaces all that came before it."""

    cache_control: "OnDemand[_models.server_tools.AnthropicCacheControlDirectiveParam]"
    """A cache breakpoint: the provider may cache the request up to here. OpenRouter converts it for OpenAI's models
    that can cache this way."""
    content: Required[str | None]
    """The summary, or `None` if it could not be made."""
    encrypted_content: str | None
    """Data of the provider; send it back unchanged."""
    type: Required[Literal["compaction"]]


class MessagesAdvisorToolResultBlockParam(TypedDict, total=False):
    """A block of a message: advice that another model gave in an earlier answer, with Anthropic's tool `advisor`."""

    content: Required[Mapping[str, Json]]
    """The advice, or why there is none, as the answer had it."""
    tool_use_id: Required[str]
    """The `id` of the call that this answers."""
    type: Required[Literal["advisor_tool_result"]]


class MessagesToolAdditionBlockToolToolReferenceParam(TypedDict, total=False):
    """One of the request's `tools`, by its name."""

    name: Required[str]
    """The tool, by the name that it has in `tools`."""
    type: Required[Literal["tool_reference"]]


class MessagesToolAdditionBlockToolMcpToolReferenceParam(TypedDict, total=False):
    """One tool of an MCP server."""

    name: Required[str]
    """The tool, by the name that the server gives it."""
    server_name: Required[str]
    """The MCP server, by its name in the request."""
    type: Required[Literal["mcp_tool_reference"]]


class MessagesToolAdditionBlockToolMcpToolsetReferenceParam(TypedDict, total=False):
    """All tools of an MCP server."""

    server_name: Required[str]
    """The MCP server, by its name in the request."""
    type: Required[Literal["mcp_toolset_reference"]]


class AnthropicToolUnionBash20250124Param(TypedDict, total=False):
    """Anthropic's bash tool: the model asks for commands in a shell, and you run them."""

    name: Required[Literal["bash"]]
    type: Required[Literal["bash_20250124"]]
    cache_control: "OnDemand[_models.server_tools.AnthropicCacheControlDirectiveParam]"
    """A cache breakpoint: the provider may cache the request up to here. OpenRouter converts it for OpenAI's models
    that can cache this way."""


class AnthropicToolUnionTextEditor20250124Param(TypedDict, total=False):
    """Anthropic's text editor: the model asks to see and to change files, and you do it."""

    name: Required[Literal["str_replace_editor"]]
    type: Required[Literal["text_editor_20250124"]]
    cache_control: "OnDemand[_models.server_tools.AnthropicCacheControlDirectiveParam]"
    """A cache breakpoint: the provider may cache the request up to here. OpenRouter converts it for OpenAI's models
    that can cache this way."""


class AnthropicToolUnionCustomInputSchemaParam(TypedDict, total=False):
    """The JSON schema of what a tool is called with. More keywords of JSON Schema can be added."""

    type: Required[Literal["object"]]
    properties: Json
    """The schema of each value, by its name."""
    required: Sequence[str] | None
    """The values that must be there, by their names; absent or `None` for none."""


class AnthropicToolUnionCustomParam(TypedDict, total=False):
    """A tool of your own."""

    input_schema: Required[AnthropicToolUnionCustomInputSchemaParam]
    """The JSON schema of what the tool is called with."""
    name: Required[str]
    """The tool's name, which its calls repeat."""
    cache_control: "OnDemand[_models.server_tools.AnthropicCacheControlDirectiveParam]"
    """A cache breakpoint: the provider may cache the request up to here. OpenRouter converts it for OpenAI's models
    that can cache this way."""
    defer_loading: bool
    """Whether the model sees the tool only after a tool search has found it."""
    description: str
    """What the tool does and when to use it, for the model."""
    strict: bool
    """Whether what the tool is called with must follow the schema exactly."""
    type: Literal["custom"]


class AnthropicWebSearchToolUserLocationParam(TypedDict, total=False):
    """Roughly where the user is."""

    city: str | None
    """Such as `"San Francisco"`."""
    country: str | None
    """A code of two letters, such as `"US"`."""
    region: str | None
    """A state or part of the country, such as `"California"`."""
    timezone: str | None
    """An IANA name, such as `"America/Los_Angeles"`."""
    type: Required[Literal["approximate"]]


class AnthropicToolUnionWebSearch20250305Param(TypedDict, total=False):
    """Anthropic's web search, in the version of 5 March 2025."""

    name: Required[Literal["web_search"]]
    type: Required[Literal["web_search_20250305"]]
    allowed_domains: Sequence[str] | None
    """Search only these domains; absent or `None` for all."""
    blocked_domains: Sequence[str] | None
    """Leave out these domains; absent or `None` for none."""
    cache_control: "OnDemand[_models.server_tools.AnthropicCacheControlDirectiveParam]"
    """A cache breakpoint: the provider may cache the request up to here. OpenRouter converts it for OpenAI's models
    that can cache this way."""
    max_uses: int | None
    """The most calls of the tool in a request; absent or `None` for any number."""
    user_location: AnthropicWebSearchToolUserLocationParam | None
    """Roughly where the user is, for results from nearby."""


class AnthropicToolUnionWebSearch20260209Param(TypedDict, total=False):
    """Anthropic's web search, in the version of 9 February 2026."""

    name: Required[Literal["web_search"]]
    type: Required[Literal["web_search_20260209"]]
    allowed_callers: Sequence[Literal["direct", "code_execution_20250825", "code_execution_20260120"] | str]
    """Who may call the tool: the model itself (`direct`), or code that it wrote (`code_execution_...`)."""
    allowed_domains: Sequence[str] | None
    """Search only these domains; absent or `None` for all."""
    blocked_domains: Sequence[str] | None
    """Leave out these domains; absent or `None` for none."""
    cache_control: "OnDemand[_models.server_tools.AnthropicCacheControlDirectiveParam]"
    """A cache breakpoint: the provider may cache the request up to here. OpenRouter converts it for OpenAI's models
    that can cache this way."""
    max_uses: int | None
    """The most calls of the tool in a request; absent or `None` for any number."""
    user_location: AnthropicWebSearchToolUserLocationParam | None
    """Roughly where the user is, for results from nearby."""


AnthropicToolUnionParam: TypeAlias = (
    AnthropicToolUnionBash20250124Param
    | AnthropicToolUnionTextEditor20250124Param
    | AnthropicToolUnionCustomParam
    | AnthropicToolUnionWebSearch20250305Param
    | AnthropicToolUnionWebSearch20260209Param
)
"""A tool for the model: one of your own, or Anthropic's bash, text editor or web search."""


class MessagesToolAdditionBlockToolToolDefinitionParam(TypedDict, total=False):
    """A new tool, which is not in `tools`."""

    definition: Required[AnthropicToolUnionParam]
    """What the tool is, as it would stand in `tools`."""
    type: Required[Literal["tool_definition"]]


class MessagesToolAdditionBlockParam(TypedDict, total=False):
    """A block of a `system` message: from here on, the model has this tool.

    The cache of what came before is kept. It needs Claude Opus 4.8 or newer; Claude Sonnet 5 cannot do it.
    """

    cache_control: "OnDemand[_models.server_tools.AnthropicCacheControlDirectiveParam]"
    """A cache breakpoint: the provider may cache the request up to here. OpenRouter converts it for OpenAI's models
    that can cache this way."""
    tool: Required[
        MessagesToolAdditionBlockToolToolReferenceParam
        | MessagesToolAdditionBlockToolMcpToolReferenceParam
        | MessagesToolAdditionBlockToolMcpToolsetReferenceParam
        | MessagesToolAdditionBlockToolToolDefinitionParam
    ]
    """Which tool: one of `tools` with `defer_loading`, one or all of an MCP server, or a new one."""
    type: Required[Literal["tool_addition"]]


class MessagesToolRemovalBlockToolToolReferenceParam(TypedDict, total=False):
    """One tool of the conversation, by its name."""

    name: Required[str]
    """The tool, by the name with which it was added."""
    type: Required[Literal["tool_reference"]]


class MessagesToolRemovalBlockToolMcpToolReferenceParam(TypedDict, total=False):
    """One tool of an MCP server."""

    name: Required[str]
    """The tool, by the name that the server gives it."""
    server_name: Required[str]
    """The MCP server, by its name in the request."""
    type: Required[Literal["mcp_tool_reference"]]


class MessagesToolRemovalBlockToolMcpToolsetReferenceParam(TypedDict, total=False):
    """All tools of an MCP server."""

    server_name: Required[str]
    """The MCP server, by its name in the request."""
    type: Required[Literal["mcp_toolset_reference"]]


class MessagesToolRemovalBlockParam(TypedDict, total=False):
    """A block of a `system` message: from here on, the model no longer has this tool.

    The cache of what came before is kept. It needs Claude Opus 4.8 or newer; Claude Sonnet 5 cannot do it.
    """

    cache_control: "OnDemand[_models.server_tools.AnthropicCacheControlDirectiveParam]"
    """A cache breakpoint: the provider may cache the request up to here. OpenRouter converts it for OpenAI's models
    that can cache this way."""
    tool: Required[
        MessagesToolRemovalBlockToolToolReferenceParam
        | MessagesToolRemovalBlockToolMcpToolReferenceParam
        | MessagesToolRemovalBlockToolMcpToolsetReferenceParam
    ]
    """Which tool: one of `tools`, or one or all of an MCP server."""
    type: Required[Literal["tool_removal"]]


class MessagesShellToolResultBlockFileParam(TypedDict, total=False):
    """A file that a shell command created or changed."""

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


class MessagesShellToolResultBlockParam(TypedDict, total=False):
    """A block of a message: what shell commands (`openrouter:shell`) wrote in an earlier answer.

    You may send it back, but the model does not see it.
    """

    content: Required[Mapping[str, Json]]
    """What the commands wrote."""
    tool_use_id: Required[str]
    """The `id` of the call that this answers."""
    type: Required[Literal["openrouter_shell_tool_result"]]
    container_id: str
    """The container in which the command ran, for the `containers_*` functions and for `container_reference` in later
    requests."""
    files: Sequence[MessagesShellToolResultBlockFileParam]
    """The files that the command created or changed, at most 10, the latest first; get them with the `containers_*`
    functions."""


class MessagesBashToolResultBlockFileParam(TypedDict, total=False):
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


class MessagesBashToolResultBlockParam(TypedDict, total=False):
    """A block of a message: what a command (`openrouter:bash`) wrote in OpenRouter's sandbox in an earlier answer.

    You may send it back, but the model does not see it.
    """

    content: Required[Mapping[str, Json]]
    """What the command wrote."""
    tool_use_id: Required[str]
    """The `id` of the call that this answers."""
    type: Required[Literal["openrouter_bash_tool_result"]]
    container_id: str
    """The container in which the command ran, for the `containers_*` functions and for `container_reference` in later
    requests."""
    files: Sequence[MessagesBashToolResultBlockFileParam]
    """The files that the command created or changed, at most 10, the latest first; get them with the `containers_*`
    functions."""


class ORAnthropicToolSearchResultParam(TypedDict, total=False):
    """A block of a message: the tools that OpenRouter's tool search found in an earlier answer.

    Send it back to go on.
    """

    content: Required[Mapping[str, Json]]
    """The definitions of the tools that were found, as the answer had them."""
    tool_use_id: Required[str]
    """The `id` of the call that this answers."""
    type: Required[Literal["openrouter_tool_search_result"]]


MessagesContentBlockParam: TypeAlias = (
    AnthropicTextBlockParam
    | AnthropicImageBlockParam
    | AnthropicDocumentBlockParam
    | MessagesMessageParamContentItemToolUseParam
    | MessagesToolResultParam
    | MessagesMessageParamContentItemThinkingParam
    | MessagesMessageParamContentItemRedactedThinkingParam
    | MessagesMessageParamContentItemServerToolUseParam
    | MessagesWebSearchToolResultParam
    | AnthropicSearchResultBlockParam
    | MessagesMessageParamContentItemCompactionParam
    | MessagesAdvisorToolResultBlockParam
    | MessagesToolAdditionBlockParam
    | MessagesToolRemovalBlockParam
    | MessagesShellToolResultBlockParam
    | MessagesBashToolResultBlockParam
    | ORAnthropicToolSearchResultParam
)
"""A block of a message: text, an image, a document, a call of a tool, its result, or what the model thought."""


AnthropicSystemClearAt: TypeAlias = Literal["next_user_message", "never"] | str
"""Until when the model sees a message of the role `system`. `next_user_message`: until the next message of the user;
`never`: always."""


AnthropicOutputEffort: TypeAlias = Literal["low", "medium", "high", "xhigh", "max"] | str
"""How much effort a model makes, from `low` to `max`. More effort is more thorough, and takes longer."""


class AnthropicMessageOutputConfigParam(TypedDict, total=False):
    """A change of the effort, from a message on."""

    effort: AnthropicOutputEffort | None
    """How much effort the model makes from here on."""


class MessagesRequestMetadataParam(TypedDict, total=False):
    """Your end user, in Anthropic's form."""

    user_id: str | None
    """An id of your own for the end user, as in the request's `user`."""


class MessagesOutputConfigFormatParam(TypedDict, total=False):
    """The answer is JSON of a schema."""

    schema: Required[Mapping[str, Json]]
    """The schema, in JSON Schema."""
    type: Required[Literal["json_schema"]]


class MessagesOutputConfigTaskBudgetParam(TypedDict, total=False):
    """How many tokens a model should spend on a task with tools.

    It sees how many are left and finishes in time, but nothing stops it at the end of the budget.
    """

    remaining: int | None
    """How many tokens are left, 0 or more, when a task goes on in a new request; absent or `None` for all of them."""
    total: Required[int]
    """How many tokens the whole task may take, at least 20,000."""
    type: Required[Literal["tokens"]]


class MessagesOutputConfigParam(TypedDict, total=False):
    """How the model answers: effort, form and budget."""

    effort: Literal["low", "medium", "high", "xhigh", "max"] | str | None
    """How much effort the model makes: more is more thorough, and takes longer; absent or `None` for the model's
    default."""
    format: MessagesOutputConfigFormatParam | None
    """The JSON schema that the answer follows; absent or `None` for text."""
    task_budget: MessagesOutputConfigTaskBudgetParam | None
    """How many tokens the model should spend on its task; absent or `None` for no budget."""


MessagesPluginParam: TypeAlias = (
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


AnthropicThinkingDisplay: TypeAlias = Literal["summarized", "omitted", "updates"] | str
"""What you see of the model's thinking. `summarized`: a summary; `omitted`: nothing: the blocks have no text, but a
signature to send back; `updates`: only short reports of progress between calls of tools."""


class AnthropicThinkingBlockBindingParam(TypedDict, total=False):
    """What happens to the thinking of an earlier answer when what came before it has been changed."""

    mismatch_behavior: Literal["error", "drop_block"] | str | None
    """The older name of `prefix_mismatch_behavior`, which is deprecated; not together with it."""
    prefix_mismatch_behavior: Literal["error", "drop_block"] | str | None
    """`error` refuses the request, `drop_block` leaves the thinking out; absent or `None` for the provider's default.
    """


class MessagesRequestThinkingEnabledParam(TypedDict, total=False):
    """The model thinks before it answers, with a budget of tokens."""

    budget_tokens: Required[int]
    """The most tokens of thinking; they count towards `max_tokens`."""
    display: AnthropicThinkingDisplay | None
    """What you see of the thinking; absent or `None` for the model's default."""
    type: Required[Literal["enabled"]]
    block_binding: AnthropicThinkingBlockBindingParam | None
    """What happens to earlier thinking that no longer fits the conversation; absent or `None` for the provider's
    default."""


class MessagesRequestThinkingDisabledParam(TypedDict, total=False):
    """The model does not think before it answers. Some models always think."""

    type: Required[Literal["disabled"]]


class MessagesRequestThinkingAdaptiveParam(TypedDict, total=False):
    """The model decides whether and how long it thinks; `effort` in `output_config` steers it."""

    display: AnthropicThinkingDisplay | None
    """What you see of the thinking; absent or `None` for the model's default."""
    type: Required[Literal["adaptive"]]
    block_binding: AnthropicThinkingBlockBindingParam | None
    """What happens to earlier thinking that no longer fits the conversation; absent or `None` for the provider's
    default."""


class MessagesRequestThinkingBetweenToolsParam(TypedDict, total=False):
    """The model thinks only between calls of tools, not before it begins. Few models know it."""

    type: Required[Literal["between_tools"]]


MessagesThinkingParam: TypeAlias = (
    MessagesRequestThinkingEnabledParam
    | MessagesRequestThinkingDisabledParam
    | MessagesRequestThinkingAdaptiveParam
    | MessagesRequestThinkingBetweenToolsParam
)
"""Whether the model thinks before it answers, and how many tokens that may take."""


class MessagesRequestToolChoiceAutoParam(TypedDict, total=False):
    """The model may call tools."""

    disable_parallel_tool_use: bool
    """Whether the model may call only one tool at a time; absent for no."""
    type: Required[Literal["auto"]]


class MessagesRequestToolChoiceAnyParam(TypedDict, total=False):
    """The model must call a tool of its choice."""

    disable_parallel_tool_use: bool
    """Whether the model may call only one tool at a time; absent for no."""
    type: Required[Literal["any"]]


class MessagesRequestToolChoiceNoneParam(TypedDict, total=False):
    """The model must not call tools."""

    type: Required[Literal["none"]]


class MessagesRequestToolChoiceToolParam(TypedDict, total=False):
    """The model must call this tool."""

    disable_parallel_tool_use: bool
    """Whether the model may call only one tool at a time; absent for no."""
    name: Required[str]
    """The tool, by the name that it has in `tools`."""
    type: Required[Literal["tool"]]


MessagesToolChoiceParam: TypeAlias = (
    MessagesRequestToolChoiceAutoParam
    | MessagesRequestToolChoiceAnyParam
    | MessagesRequestToolChoiceNoneParam
    | MessagesRequestToolChoiceToolParam
)
"""Whether the model may, must or must not call a tool, or which one it must call."""


class MessagesRequestToolCustomInputSchemaParam(TypedDict, total=False):
    """The JSON schema of what a tool is called with. More keywords of JSON Schema can be added."""

    properties: Json
    """The schema of each value, by its name."""
    required: Sequence[str] | None
    """The values that must be there, by their names; absent or `None` for none."""
    type: str
    """The kind of the whole; absent for `"object"`."""


class MessagesRequestToolCustomParam(TypedDict, total=False):
    """A tool of your own."""

    cache_control: "OnDemand[_models.server_tools.AnthropicCacheControlDirectiveParam]"
    """A cache breakpoint: the provider may cache the request up to here. OpenRouter converts it for OpenAI's models
    that can cache this way."""
    defer_loading: bool
    """Whether the model sees the tool only after a tool search has found it."""
    description: str
    """What the tool does and when to use it, for the model."""
    input_schema: Required[MessagesRequestToolCustomInputSchemaParam]
    """The JSON schema of what the tool is called with."""
    name: Required[str]
    """The tool's name, which its calls repeat."""
    type: Literal["custom"]
    strict: bool
    """Whether what the tool is called with must follow the schema exactly."""


class MessagesRequestToolBash20250124Param(TypedDict, total=False):
    """Anthropic's bash tool: the model asks for commands in a shell, and you run them."""

    cache_control: "OnDemand[_models.server_tools.AnthropicCacheControlDirectiveParam]"
    """A cache breakpoint: the provider may cache the request up to here. OpenRouter converts it for OpenAI's models
    that can cache this way."""
    name: Required[Literal["bash"]]
    type: Required[Literal["bash_20250124"]]


class MessagesRequestToolTextEditor20250124Param(TypedDict, total=False):
    """Anthropic's text editor: the model asks to see and to change files, and you do it."""

    cache_control: "OnDemand[_models.server_tools.AnthropicCacheControlDirectiveParam]"
    """A cache breakpoint: the provider may cache the request up to here. OpenRouter converts it for OpenAI's models
    that can cache this way."""
    name: Required[Literal["str_replace_editor"]]
    type: Required[Literal["text_editor_20250124"]]


class MessagesRequestToolWebSearch20250305Param(TypedDict, total=False):
    """Anthropic's web search, in the version of 5 March 2025."""

    allowed_domains: Sequence[str] | None
    """Search only these domains; absent or `None` for all."""
    blocked_domains: Sequence[str] | None
    """Leave out these domains; absent or `None` for none."""
    cache_control: "OnDemand[_models.server_tools.AnthropicCacheControlDirectiveParam]"
    """A cache breakpoint: the provider may cache the request up to here. OpenRouter converts it for OpenAI's models
    that can cache this way."""
    max_uses: int | None
    """The most calls of the tool in a request; absent or `None` for any number."""
    name: Required[Literal["web_search"]]
    type: Required[Literal["web_search_20250305"]]
    user_location: AnthropicWebSearchToolUserLocationParam | None
    """Roughly where the user is, for results from nearby."""


class MessagesRequestToolWebSearch20260209Param(TypedDict, total=False):
    """Anthropic's web search, in the version of 9 February 2026."""

    allowed_callers: Sequence[Literal["direct", "code_execution_20250825", "code_execution_20260120"] | str]
    """Who may call the tool: the model itself (`direct`), or code that it wrote (`code_execution_...`)."""
    allowed_domains: Sequence[str] | None
    """Search only these domains; absent or `None` for all."""
    blocked_domains: Sequence[str] | None
    """Leave out these domains; absent or `None` for none."""
    cache_control: "OnDemand[_models.server_tools.AnthropicCacheControlDirectiveParam]"
    """A cache breakpoint: the provider may cache the request up to here. OpenRouter converts it for OpenAI's models
    that can cache this way."""
    max_uses: int | None
    """The most calls of the tool in a request; absent or `None` for any number."""
    name: Required[Literal["web_search"]]
    type: Required[Literal["web_search_20260209"]]
    user_location: AnthropicWebSearchToolUserLocationParam | None
    """Roughly where the user is, for results from nearby."""


class MessagesRequestToolAdvisor20260301Param(TypedDict, total=False):
    """Anthropic's advisor: the model asks another one for advice.

    That one reads the whole conversation, and is usually stronger.
    """

    allowed_callers: Sequence[Literal["direct", "code_execution_20250825", "code_execution_20260120"] | str]
    """Who may call the tool: the model itself (`direct`), or code that it wrote (`code_execution_...`)."""
    cache_control: "OnDemand[_models.server_tools.AnthropicCacheControlDirectiveParam]"
    """A cache breakpoint: the provider may cache the request up to here. OpenRouter converts it for OpenAI's models
    that can cache this way."""
    caching: "OnDemand[_models.server_tools.AnthropicCacheControlDirectiveParam] | None"
    """Prompt caching of what the advisor reads, and for how long; absent or `None` for none."""
    defer_loading: bool
    """Whether the model sees the tool only after a tool search has found it."""
    max_uses: int
    """How often the model may ask in a request; absent for any number."""
    model: Required[str]
    """The model that advises."""
    name: Required[Literal["advisor"]]
    type: Required[Literal["advisor_20260301"]]


class MessagesSearchModelsServerToolParam(TypedDict, total=False):
    """A tool that OpenRouter runs: it searches the models on OpenRouter. It is experimental."""

    parameters: "OnDemand[_models.server_tools.SearchModelsServerToolConfigParam]"
    """The tool's settings; absent for its defaults."""
    type: Required[Literal["openrouter:experimental__search_models"]]


class MessagesOtherToolParam(TypedDict, total=False):
    """Any other tool, by its type."""

    type: Required[str]
    """Which tool it is."""


class AnthropicToolSearchToolBm25Param(TypedDict, total=False):
    """Anthropic's search for tools with `defer_loading`, by words. Results are ranked by BM25."""

    allowed_callers: Sequence[Literal["direct", "code_execution_20250825", "code_execution_20260120"] | str]
    """Who may call the tool: the model itself (`direct`), or code that it wrote (`code_execution_...`)."""
    cache_control: "OnDemand[_models.server_tools.AnthropicCacheControlDirectiveParam]"
    """A cache breakpoint: the provider may cache the request up to here. OpenRouter converts it for OpenAI's models
    that can cache this way."""
    defer_loading: bool
    """Whether the model sees the tool only after a tool search has found it."""
    name: Required[Literal["tool_search_tool_bm25"]]
    strict: bool
    """Whether what the tool is called with must follow the schema exactly."""
    type: Required[Literal["tool_search_tool_bm25_20251119", "tool_search_tool_bm25"] | str]
    """The tool, with or without the date of its version."""


class AnthropicToolSearchToolRegexParam(TypedDict, total=False):
    """Anthropic's search for tools with `defer_loading`, by regular expressions."""

    allowed_callers: Sequence[Literal["direct", "code_execution_20250825", "code_execution_20260120"] | str]
    """Who may call the tool: the model itself (`direct`), or code that it wrote (`code_execution_...`)."""
    cache_control: "OnDemand[_models.server_tools.AnthropicCacheControlDirectiveParam]"
    """A cache breakpoint: the provider may cache the request up to here. OpenRouter converts it for OpenAI's models
    that can cache this way."""
    defer_loading: bool
    """Whether the model sees the tool only after a tool search has found it."""
    name: Required[Literal["tool_search_tool_regex"]]
    strict: bool
    """Whether what the tool is called with must follow the schema exactly."""
    type: Required[Literal["tool_search_tool_regex_20251119", "tool_search_tool_regex"] | str]
    """The tool, with or without the date of its version."""


MessagesToolParam: TypeAlias = (
    MessagesRequestToolCustomParam
    | MessagesRequestToolBash20250124Param
    | MessagesRequestToolTextEditor20250124Param
    | MessagesRequestToolWebSearch20250305Param
    | MessagesRequestToolWebSearch20260209Param
    | MessagesRequestToolAdvisor20260301Param
    | BashServerToolParam
    | DatetimeServerToolParam
    | ImageGenerationServerToolOpenRouterParam
    | MessagesSearchModelsServerToolParam
    | WebFetchServerToolParam
    | OpenRouterWebSearchServerToolParam
    | MessagesOtherToolParam
    | AnthropicToolSearchToolBm25Param
    | AnthropicToolSearchToolRegexParam
    | ShellServerToolOpenRouterParam
    | ToolSearchServerToolParam
)
"""A tool that the model may call: a function of yours, one of Anthropic's tools, or a tool that OpenRouter runs."""


class AnthropicSafeguardParam(TypedDict, total=False):
    """A safeguard that Anthropic checks along with the answer. It may have settings of its own."""

    type: Required[str]
    """Which safeguard, such as `"dangerous_tool_use"`."""
    classifier_context: Mapping[str, Json]
    """The rules, and what the classifier should know about your environment."""

# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""Responses: options of requests."""

# No `from __future__ import annotations`: it would hide `Required` from `TypedDict` (PEP 655).
from collections.abc import Mapping, Sequence
from typing import Literal, Required, TypeAlias, TypedDict

from openrouter_core.model import Json, Unknown
from openrouter_funcs.models.enums import ReasoningContext, ReasoningEffort, ReasoningMode, ReasoningSummaryVerbosity
from openrouter_funcs.models.responses_params import (
    ApplyPatchServerToolOpenRouterParam,
    ApplyPatchServerToolParam,
    CodeInterpreterServerToolParam,
    CodexLocalShellToolParam,
    ComputerUseServerToolParam,
    CustomToolParam,
    FileSearchServerToolParam,
    ImageGenerationServerToolParam,
    InputFileParam,
    InputTextParam,
    LegacyWebSearchServerToolParam,
    McpServerToolParam,
    NamespaceToolParam,
    Preview20250311WebSearchServerToolParam,
    PreviewWebSearchServerToolParam,
    SearchModelsServerToolOpenRouterParam,
    ShellServerToolParam,
    WebSearchServerToolOpenRouterParam,
    WebSearchServerToolParam,
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
    "FormatJsonObjectConfigParam",
    "FormatJsonSchemaConfigParam",
    "FormatTextConfigParam",
    "FormatsParam",
    "InputImageParam",
    "OpenAIResponsesToolChoiceApplyPatchParam",
    "OpenAIResponsesToolChoiceFunctionParam",
    "OpenAIResponsesToolChoiceParam",
    "OpenAIResponsesToolChoiceShellParam",
    "OpenAIResponsesToolChoiceWebSearchPreviewParam",
    "OpenAIResponsesTruncation",
    "OutputModalityEnum",
    "ReasoningConfigParam",
    "ResponseIncludesEnum",
    "ResponsesPluginParam",
    "ResponsesRequestToolFunctionParam",
    "ResponsesToolParam",
    "StoredPromptTemplateParam",
    "TextExtendedConfigParam",
    "ToolChoiceAllowedParam",
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

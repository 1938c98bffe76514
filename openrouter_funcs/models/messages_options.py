# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""Messages: options of requests."""

# No `from __future__ import annotations`: it would hide `Required` from `TypedDict` (PEP 655).
from collections.abc import Mapping, Sequence
from typing import Literal, Required, TypeAlias, TypedDict

from openrouter_core.model import Json, OnDemand
from openrouter_funcs import models as _models
from openrouter_funcs.models.messages_params import AnthropicWebSearchToolUserLocationParam
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
    "AnthropicInputTokensClearAtLeastParam",
    "AnthropicInputTokensTriggerParam",
    "AnthropicSafeguardParam",
    "AnthropicThinkingBlockBindingParam",
    "AnthropicThinkingDisplay",
    "AnthropicThinkingTurnsParam",
    "AnthropicToolSearchToolBm25Param",
    "AnthropicToolSearchToolRegexParam",
    "AnthropicToolUsesKeepParam",
    "AnthropicToolUsesTriggerParam",
    "MessagesClearThinkingEditKeepAllParam",
    "MessagesClearThinkingEditParam",
    "MessagesClearToolUsesEditParam",
    "MessagesCompactEditParam",
    "MessagesCompactEditTriggerParam",
    "MessagesFallbackParam",
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
    "MessagesThinkingParam",
    "MessagesToolChoiceParam",
    "MessagesToolParam",
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
    caching: "OnDemand[_models.server_tools.AnthropicCacheControlDirectiveParam | None]"
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

# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""Parts of requests that several families share: tools that OpenRouter runs, plugins, caching."""

# No `from __future__ import annotations`: it would hide `Required` from `TypedDict` (PEP 655).
from collections.abc import Mapping, Sequence
from typing import Literal, Required, TypeAlias, TypedDict

from openrouter_core.model import Json
from openrouter_funcs.models.enums import (
    AnthropicCacheControlTtl,
    SearchQualityLevel,
    WebSearchEngineEnum,
    WebSearchMode,
)

__all__ = [
    "AdvisorReasoningParam",
    "AdvisorServerToolConfigParam",
    "AdvisorServerToolOpenRouterParam",
    "AlignmentPluginParam",
    "AlignmentRuleParam",
    "AnthropicCacheControlDirectiveParam",
    "ArmorAutoModeParam",
    "ArmorContextParam",
    "ArmorEnvironmentEntryParam",
    "ArmorPluginParam",
    "ArmorRuleParam",
    "AutoBetaRouterPluginParam",
    "AutoRouterPluginParam",
    "BashServerToolConfigParam",
    "BashServerToolEngine",
    "BashServerToolEnvironmentParam",
    "BashServerToolParam",
    "ChatDebugOptionsParam",
    "ConfigurationUpdateReasoningParam",
    "ContainerAutoEnvironmentParam",
    "ContainerNetworkPolicyAllowlistParam",
    "ContainerNetworkPolicyDisabledParam",
    "ContainerNetworkPolicyParam",
    "ContainerReferenceEnvironmentParam",
    "ContextCompressionEngine",
    "ContextCompressionPluginParam",
    "DatetimeServerToolConfigParam",
    "DatetimeServerToolParam",
    "DeferredBm25SearchParam",
    "DeferredCustomSearchParam",
    "DeferredRegexSearchParam",
    "DeferredToolsControlParam",
    "DeferredToolsSearchStrategyParam",
    "FileParserPluginParam",
    "FilesServerToolConfigParam",
    "FilesServerToolParam",
    "FusionPluginParam",
    "FusionPluginToolParam",
    "FusionServerToolConfigParam",
    "FusionServerToolConfigReasoningParam",
    "FusionServerToolConfigToolParam",
    "FusionServerToolOpenRouterParam",
    "ImageGenerationServerToolConfigParam",
    "ImageGenerationServerToolOpenRouterParam",
    "JevRouterPluginParam",
    "ModerationPluginParam",
    "OpenRouterWebSearchServerToolParam",
    "PDFParserEngine",
    "PDFParserOptionsParam",
    "ParetoRouterPluginParam",
    "PromptCacheBreakpointParam",
    "PromptCacheOptionsParam",
    "ResponseHealingPluginParam",
    "SearchModelsServerToolConfigParam",
    "ShellServerToolConfigParam",
    "ShellServerToolEngine",
    "ShellServerToolEnvironmentParam",
    "ShellServerToolOpenRouterParam",
    "StopServerToolsWhenConditionParam",
    "StopServerToolsWhenFinishReasonIsParam",
    "StopServerToolsWhenHasToolCallParam",
    "StopServerToolsWhenMaxCostParam",
    "StopServerToolsWhenMaxTokensUsedParam",
    "StopServerToolsWhenStepCountIsParam",
    "SubagentNestedToolParam",
    "SubagentReasoningParam",
    "SubagentServerToolConfigParam",
    "SubagentServerToolOpenRouterParam",
    "SwitchyardRouterPluginParam",
    "ToolSearchServerToolConfigParam",
    "ToolSearchServerToolParam",
    "WebFetchEngineEnum",
    "WebFetchPluginParam",
    "WebFetchServerToolConfigParam",
    "WebFetchServerToolParam",
    "WebSearchConfigParam",
    "WebSearchEngine",
    "WebSearchPluginParam",
    "WebSearchPluginUserLocationParam",
    "WebSearchUserLocationServerToolParam",
    "XSearchOptionsParam",
]


class AnthropicCacheControlDirectiveParam(TypedDict, total=False):
    """Prompt caching.

    In a request, OpenRouter sets a breakpoint at the last block that can be cached; in a block, the breakpoint is after
    that block. OpenRouter converts it for OpenAI's models.
    """

    ttl: AnthropicCacheControlTtl
    """How long the provider keeps the cache."""
    type: Required[Literal["ephemeral"]]


class ChatDebugOptionsParam(TypedDict, total=False):
    """What a stream tells about the request that the provider got."""

    echo_upstream_body: bool
    """Whether the first chunk has the body that OpenRouter sent to the provider; only for streams."""


class PromptCacheBreakpointParam(TypedDict, total=False):
    """A cache breakpoint in OpenAI's form: the provider may cache the prompt up to and including this part.

    OpenAI's models know it from GPT-5.6 on; OpenRouter converts it for providers with Anthropic's `cache_control`.
    """

    mode: Required[Literal["explicit"]]
    ttl: str | None
    """How long the provider keeps the cache."""


class ConfigurationUpdateReasoningParam(TypedDict, total=False):
    """How a model reasons from some place of the conversation on."""

    effort: Required[Literal["max", "xhigh", "high", "medium", "low", "minimal", "none"] | str]
    """How much the model reasons, until the next such item."""


class AutoRouterPluginParam(TypedDict, total=False):
    """Settings of the auto router, which chooses a model by the kind of task."""

    allowed_models: Sequence[str]
    """The only models to choose from, such as `"anthropic/*"`: at most 1024 patterns of 1024 characters, 65,536
    characters in all. Absent for all models that are ranked for the kind of task."""
    cost_quality_tradeoff: int
    """How much a low price counts against quality, 0 to 10: at 10 only about the cheapest tenth of the models is left,
    at 0 all but the most expensive tenth. Deprecated: use `cost_tier`, which has precedence; absent for 9 when
    `cost_tier` is absent, too."""
    cost_tier: Literal["low", "medium", "high", "xhigh", "max"] | str
    """Which fifth of the models, sorted by cost, to choose from: `low` is the cheapest, then `medium`, `high`, `xhigh`
    and `max`."""
    enabled: bool
    """Whether the plugin works on this request; absent for yes."""
    excluded_models: Sequence[str]
    """Models not to choose, such as `"meta-llama/*"`, even if `allowed_models` has them; at most 1024 patterns of 1024
    characters, 65,536 characters in all."""
    id: Required[Literal["auto-router"]]
    pin_model: bool
    """Whether to keep the model of the last assistant message, as its `model` says; absent for no."""


class AutoBetaRouterPluginParam(TypedDict, total=False):
    """Settings of the beta of the auto router, which chooses a model by the kind of task."""

    allowed_models: Sequence[str]
    """The only models to choose from, such as `"anthropic/*"`: at most 1024 patterns of 1024 characters, 65,536
    characters in all. Absent for all models that are ranked for the kind of task."""
    cost_quality_tradeoff: int
    """How much a low price counts against quality, 0 to 10: at 10 only about the cheapest tenth of the models is left,
    at 0 all but the most expensive tenth. Deprecated: use `cost_tier`, which has precedence; absent for 9 when
    `cost_tier` is absent, too."""
    cost_tier: Literal["low", "medium", "high", "xhigh", "max"] | str
    """Which fifth of the models, sorted by cost, to choose from: `low` is the cheapest, then `medium`, `high`, `xhigh`
    and `max`."""
    enabled: bool
    """Whether the plugin works on this request; absent for yes."""
    excluded_models: Sequence[str]
    """Models not to choose, such as `"meta-llama/*"`, even if `allowed_models` has them; at most 1024 patterns of 1024
    characters, 65,536 characters in all."""
    id: Required[Literal["auto-beta-router"]]


class ModerationPluginParam(TypedDict, total=False):
    """Moderates the request. It has no settings."""

    id: Required[Literal["moderation"]]


WebSearchEngine: TypeAlias = Literal["native", "exa", "firecrawl", "parallel", "perplexity"] | str
"""How the web is searched. `native`: with the search of the model's provider; `firecrawl`: with Firecrawl, and a key of
your own for it (BYOK)."""


class WebSearchPluginUserLocationParam(TypedDict, total=False):
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


class XSearchOptionsParam(TypedDict, total=False):
    """A search of X (Twitter) beside that of the web.

    Only for SpaceXAI's own search, which bills each post and each profile.
    """

    allowed_x_handles: Sequence[str]
    """Only posts of these accounts, at most 20; not together with `excluded_x_handles`."""
    enable_image_understanding: bool
    """Whether to look at the images of the posts."""
    enable_video_understanding: bool
    """Whether to look at the videos of the posts."""
    excluded_x_handles: Sequence[str]
    """No posts of these accounts, at most 20; not together with `allowed_x_handles`."""
    from_date: str
    """The date of the earliest posts, such as `2025-01-01`."""
    to_date: str
    """The date of the latest posts, such as `2025-12-31`."""


class WebSearchPluginParam(TypedDict, total=False):
    """Searches the web and gives the results to the model."""

    enabled: bool
    """Whether the plugin works on this request; absent for yes."""
    engine: WebSearchEngine
    """Which engine searches."""
    exclude_domains: Sequence[str]
    """Leave out these domains, such as `"*.substack.com"`, or paths of them, such as `"openai.com/blog"`."""
    id: Required[Literal["web"]]
    include_domains: Sequence[str]
    """Search only these domains, such as `"*.substack.com"`, or paths of them, such as `"openai.com/blog"`."""
    max_results: int
    """The most results of one search."""
    max_uses: int
    """The most searches in one turn; only for native search that knows such a limit, as Anthropic's does."""
    mode: WebSearchMode
    """How thoroughly the engine searches; only for Exa and Parallel."""
    search_prompt: str
    """The text that introduces the results to the model."""
    user_location: WebSearchPluginUserLocationParam | None
    """Roughly where the user is, for results from nearby; only for native search that knows it, as Anthropic's does."""
    x_search: XSearchOptionsParam
    """Searches posts on X, too; only for SpaceXAI's native search, which charges for it. Absent for the web alone."""


class WebFetchPluginParam(TypedDict, total=False):
    """Fetches web pages for the model."""

    allowed_domains: Sequence[str]
    """The only domains to fetch from."""
    blocked_domains: Sequence[str]
    """Domains never to fetch from."""
    id: Required[Literal["web-fetch"]]
    max_content_tokens: int
    """About how many tokens of a page to keep; the rest is cut off."""
    max_uses: int
    """The most pages of one request; each further one is an error."""


PDFParserEngine: TypeAlias = Literal["mistral-ocr", "native", "cloudflare-ai", "pdf-text"] | str
"""What reads PDF files. `mistral-ocr`: text recognition by Mistral; `native`: the model's provider; `pdf-text`:
deprecated, means `cloudflare-ai`."""


class PDFParserOptionsParam(TypedDict, total=False):
    """How to read PDF files."""

    engine: PDFParserEngine
    """What reads them."""


class FileParserPluginParam(TypedDict, total=False):
    """Reads files, such as PDFs, into text for the model."""

    enabled: bool
    """Whether the plugin works on this request; absent for yes."""
    id: Required[Literal["file-parser"]]
    pdf: PDFParserOptionsParam
    """How to read PDF files."""


class ResponseHealingPluginParam(TypedDict, total=False):
    """Repairs malformed answers."""

    enabled: bool
    """Whether the plugin works on this request; absent for yes."""
    id: Required[Literal["response-healing"]]


ContextCompressionEngine: TypeAlias = Literal["middle-out"]
"""How a long prompt is shortened. `middle-out`: from its middle (the default)."""


class ContextCompressionPluginParam(TypedDict, total=False):
    """Shortens a prompt that is too long for the model."""

    enabled: bool
    """Whether the plugin works on this request; absent for yes."""
    engine: ContextCompressionEngine
    """How the prompt is shortened; absent for `middle-out`."""
    id: Required[Literal["context-compression"]]


class ParetoRouterPluginParam(TypedDict, total=False):
    """Settings of the Pareto router, which chooses a model for programming by quality and price."""

    enabled: bool
    """Whether the plugin works on this request; absent for yes."""
    id: Required[Literal["pareto-router"]]
    max_price: float
    """The highest price of the prompt, in US dollars for a million tokens: the best model up to it is chosen, and
    `min_coding_score` is ignored. The answer is 404 when there is none."""
    min_coding_score: float
    """How well the model must program, 0 to 1: from 0.66 the best models, from 0.33 the middle, below that the least
    that is still above the median. Absent for the best."""
    price_source: Literal["prompt", "weighted_avg"] | str
    """Which price counts: `prompt` (the listed one) or `weighted_avg` (the average that is really paid, or the listed
    one where there is no data). Absent for `prompt`."""


class FusionPluginToolParam(TypedDict, total=False):
    """A server tool for the models of Fusion."""

    parameters: Mapping[
        str, str | float | bool | Sequence[str | float | bool | None] | Mapping[str, str | float | bool | None] | None
    ]
    """Settings of the tool; absent for its defaults."""
    type: Required[str]
    """The tool, such as `"openrouter:web_search"`."""


class FusionPluginParam(TypedDict, total=False):
    """Settings of Fusion, in which several models answer and one joins their answers.

    It needs the model `openrouter/fusion` or the tool `openrouter:fusion`.
    """

    analysis_models: Sequence[str]
    """The models of the panel, at most 8, which answer side by side and can search and fetch; absent for those of
    OpenRouter's preset for quality."""
    enabled: bool
    """Whether these settings hold; absent for yes."""
    id: Required[Literal["fusion"]]
    max_tool_calls: int
    """The most steps with tools that each model may take, 1 to 16; absent for 4."""
    model: str
    """The model that analyzes the panel's answers and writes the final one; absent for the first one of OpenRouter's
    preset for quality."""
    preset: Literal["general-high", "general-budget", "general-fast"] | str
    """A choice of models by OpenRouter, named after the kind of task and the tier; `analysis_models` and `model` have
    precedence."""
    tools: Sequence[FusionPluginToolParam]
    """The server tools of the panel and the analyst, at most 8; absent for web search and web fetch, empty for none."""


class AlignmentRuleParam(TypedDict, total=False):
    """A rule for the answers of a model."""

    rule: Required[str]
    """What an answer must or must not do."""
    watch: Required[Sequence[Literal["content", "tool_calls", "refusal", "images", "audio"] | str]]
    """The fields of the assistant message that the rule is about; it is not applied to messages that have none of them.
    """


class AlignmentPluginParam(TypedDict, total=False):
    """Tells the model rules and checks each turn against them. In beta, so that its form may change."""

    id: Required[Literal["alignment"]]
    rules: Required[Sequence[AlignmentRuleParam]]
    """The rules, each of which is checked by itself."""
    instruct: bool
    """Whether the model is told the rules in a system message; absent for yes."""
    max_retries: int
    """How often to try again after a turn that broke a rule, if `mode` is `enforce`; absent for 1."""
    mode: Literal["enforce", "audit"] | str
    """`enforce` withholds turns against a rule, tries again, and at last returns an error; `audit` only reports. Absent
    for `audit`."""
    threshold: float
    """The probability from which a rule counts as broken, 0.01 to 1; absent for 0.7."""


class ArmorRuleParam(TypedDict, total=False):
    """A rule for tool calls."""

    id: Required[str]
    """An id that is unique among the rules of one source; a verdict names it."""
    instructions: Required[str]
    """Which calls the rule matches, in words for the classifier."""
    name: str
    """A name for people, shown in explanations; absent for the id."""
    threshold: float
    """The probability from which the rule matches; absent for 0.6, and for 0.7 in `allow`. Where the provider itself
    checks, it has no effect."""


class ArmorEnvironmentEntryParam(TypedDict, total=False):
    """A fact about the environment, such as a trusted repository."""

    name: Required[str]
    """What the fact is about."""
    value: Required[str]
    """The fact itself."""


class ArmorAutoModeParam(TypedDict, total=False):
    """Rules for tool calls, and facts about the environment. A rule can be plain text."""

    allow: Sequence[ArmorRuleParam | str]
    """Exceptions from `soft_deny`."""
    environment: Sequence[ArmorEnvironmentEntryParam | str]
    """Facts for the classifier, as `"Name: value"` or as objects."""
    hard_deny: Sequence[ArmorRuleParam | str]
    """What must never happen."""
    soft_deny: Sequence[ArmorRuleParam | str]
    """What must not happen unless a rule of `allow` matches."""


class ArmorContextParam(TypedDict, total=False):
    """Rules for Armor, in the form of Claude Code's `classifier_context`."""

    v: Required[float]
    """The version of this form: 1."""
    auto_mode: ArmorAutoModeParam
    """The rules, and facts about the environment."""


class ArmorPluginParam(TypedDict, total=False):
    """Checks each call of your tools against rules before you get it.

    The rules of the workspace's guardrail, of this plugin and of Anthropic's `safeguards` are joined. The verdicts come
    in `safeguard_results`. In beta, and free of charge as long as it is.
    """

    id: Required[Literal["armor"]]
    classifier_context: ArmorContextParam
    """The rules, and what the classifier should know about your environment."""
    enabled: bool
    """Whether the plugin works on this request; absent for yes."""
    evaluate_native_tools: bool
    """Whether the provider's own tools, such as its web search, are checked, too; absent for no: they are reported as
    `skipped`."""
    mode: Literal["enforce", "audit"] | str
    """`enforce` withholds calls that are blocked; `audit` only reports, whatever `on_error` says. Absent for `enforce`.
    """
    on_error: Literal["log", "block"] | str
    """What happens to a call that cannot be checked, which is reported as `unavailable`: `block` or `log` (let it
    pass). Absent for `block`."""
    output_mode: Literal["text", "custom_item", "claude_code_compatibility"] | str
    """How you see a blocked call. `text`: a marker `<openrouter_armor_blocked>` in the answer. `custom_item`: an item
    `openrouter:armor_blocked` (Responses only). `claude_code_compatibility`: the call stays in the answer with the
    verdict `flagged`, and your application must not run it (Messages only). Absent for `text`, but for
    `claude_code_compatibility` when a Messages request has the safeguard `dangerous_tool_use`."""
    use_cc_style_default_rules: bool
    """Whether Claude Code's own rules come first; absent for yes in Messages and no elsewhere."""


class JevRouterPluginParam(TypedDict, total=False):
    """Settings of the Jev router, which chooses a model."""

    id: Required[Literal["jev-router"]]
    allowed_models: Sequence[str]
    """Another name of `models`; both lists are joined."""
    cost_tier: str
    """`low`, `medium`, `high` or another tier that the router has; absent for the tier that it uses at present."""
    excluded_models: Sequence[str]
    """Models not to choose, as in `models`, and even if that has them: slugs, patterns such as `"xiaomi/*"`, or
    `~author/family-latest`; at most 1024 of 1024 characters, 65,536 characters in all. If no model is left, the answer
    is 404."""
    models: Sequence[str]
    """The only models to choose from: slugs, patterns such as `"anthropic/*"`, or `~author/family-latest` for all
    versions of a family; at most 1024 of 1024 characters, 65,536 characters in all. Absent, empty or without a match
    for all models of the router."""


class SwitchyardRouterPluginParam(TypedDict, total=False):
    """Settings of the Switchyard router, which chooses between an efficient and a more capable model."""

    id: Required[Literal["switchyard-router"]]
    algorithm: Literal["capability", "stage", "auto", "random", "composite", "passthrough"] | str
    """How to choose. `capability`: a judge model rates how hard the task is. `stage`: by the results of tools so far,
    and by the judge where these do not decide. `auto`: as `stage`, without the judge. `random`: by chance. `composite`:
    as chosen at the user's last turn, and as `stage` for turns with tools. `passthrough`: in OpenRouter's usual order.
    Absent for `stage`."""
    judge_model: str
    """The judge for `capability`, `stage` and `composite`, which you pay for. It must support structured outputs;
    otherwise, or if it is absent, a default judge is used."""


class PromptCacheOptionsParam(TypedDict, total=False):
    """How the provider caches a request. Only OpenAI's GPT-5.6 and later know it."""

    mode: Required[Literal["explicit"]]
    """Turns OpenAI's own choice off: only what `prompt_cache_breakpoint` marks is cached."""
    ttl: str | None
    """How long the cache lasts, such as `30m`; absent or `None` for the provider's own time."""


class StopServerToolsWhenStepCountIsParam(TypedDict, total=False):
    """Stops after a number of steps."""

    step_count: Required[int]
    """After how many steps of the loop."""
    type: Required[Literal["step_count_is"]]


class StopServerToolsWhenHasToolCallParam(TypedDict, total=False):
    """Stops after a certain tool was called."""

    tool_name: Required[str]
    """Which tool, by its name."""
    type: Required[Literal["has_tool_call"]]


class StopServerToolsWhenMaxTokensUsedParam(TypedDict, total=False):
    """Stops when the steps together have used too many tokens."""

    max_tokens: Required[int]
    """How many tokens the steps may use together."""
    type: Required[Literal["max_tokens_used"]]


class StopServerToolsWhenMaxCostParam(TypedDict, total=False):
    """Stops when the steps together have cost too much."""

    max_cost_in_dollars: Required[float]
    """How many US dollars the steps may cost together."""
    type: Required[Literal["max_cost"]]


class StopServerToolsWhenFinishReasonIsParam(TypedDict, total=False):
    """Stops when the model ends a step for a certain reason."""

    reason: Required[str]
    """The reason, such as `"length"`."""
    type: Required[Literal["finish_reason_is"]]


StopServerToolsWhenConditionParam: TypeAlias = (
    StopServerToolsWhenStepCountIsParam
    | StopServerToolsWhenHasToolCallParam
    | StopServerToolsWhenMaxTokensUsedParam
    | StopServerToolsWhenMaxCostParam
    | StopServerToolsWhenFinishReasonIsParam
)
"""A condition that ends the loop in which a model calls server tools."""


class AdvisorReasoningParam(TypedDict, total=False):
    """How much an advisor reasons."""

    effort: Literal["max", "xhigh", "high", "medium", "low", "minimal", "none"] | str
    """How much to reason."""
    max_tokens: int
    """The most tokens to reason with, for each model."""


class AdvisorServerToolConfigParam(TypedDict, total=False):
    """Which model advises, and how."""

    forward_transcript: bool
    """Whether the advisor sees the whole conversation, with the question at its end; absent for no: it sees only the
    question."""
    instructions: str
    """The advisor's system prompt; absent for none."""
    max_completion_tokens: int
    """The most tokens of the advice, reasoning included; absent for the provider's default."""
    model: str
    """The model that advises; absent for the one that the calling model chooses, or else that of the request."""
    name: str
    """A name for this advisor, unlike those of the others: 1 to 64 letters, digits, spaces, underscores and dashes;
    absent for the default advisor."""
    reasoning: AdvisorReasoningParam
    """How much the advisor reasons."""
    stream: bool
    """Whether the advice comes piece by piece, in events `response.output_text.delta`; absent for no. Chat completions
    ignore it."""
    temperature: float
    """The advisor's sampling temperature; absent for the provider's default."""


class AdvisorServerToolOpenRouterParam(TypedDict, total=False):
    """A tool that OpenRouter runs: the model asks a more capable one for advice.

    A request can have several advisors, of which all but one need a name.
    """

    parameters: AdvisorServerToolConfigParam
    """Which model advises, and how."""
    type: Required[Literal["openrouter:advisor"]]


BashServerToolEngine: TypeAlias = Literal["auto", "native", "openrouter"] | str
"""What runs the commands of the bash tool. `auto`: as `native` (the default); `native`: your application, which gets
the tool call; `openrouter`: a sandbox of OpenRouter."""


class ContainerNetworkPolicyDisabledParam(TypedDict, total=False):
    """The container has no access to the internet."""

    type: Required[Literal["disabled"]]


class ContainerNetworkPolicyAllowlistParam(TypedDict, total=False):
    """The container can reach certain hosts."""

    allowed_domains: Required[Sequence[str]]
    """At most 50 host names in lower case, or patterns such as `"*.example.com"`, for ports 80 and 443; a name does not
    include its subdomains. `["*"]` is the whole internet."""
    type: Required[Literal["allowlist"]]


ContainerNetworkPolicyParam: TypeAlias = ContainerNetworkPolicyDisabledParam | ContainerNetworkPolicyAllowlistParam
"""Which hosts a container can reach. It is fixed when the container starts: a request with another one fails with 409.
"""


class ContainerAutoEnvironmentParam(TypedDict, total=False):
    """A new container, which OpenRouter creates and removes by itself."""

    type: Required[Literal["container_auto"]]
    file_ids: Sequence[str]
    """At most 20 files of the workspace (`or_file_...`) to copy into the container first. The name of a copy is the
    last 8 characters of the id, a dash and the file's name. An unknown id is an error (400)."""
    network_policy: ContainerNetworkPolicyParam
    """Which hosts the container can reach; absent for none."""


class ContainerReferenceEnvironmentParam(TypedDict, total=False):
    """A container that lasts, by its id. Bash and shell tools can share one."""

    container_id: Required[str]
    """The id that a result of a bash or shell tool returned, or a name of letters, digits, underscores and dashes for a
    new container that lasts. Containers belong to your account and workspace."""
    type: Required[Literal["container_reference"]]
    file_ids: Sequence[str]
    """At most 20 files of the workspace (`or_file_...`) to copy into the container first. The name of a copy is the
    last 8 characters of the id, a dash and the file's name. An unknown id is an error (400)."""
    network_policy: ContainerNetworkPolicyParam
    """Which hosts the container can reach; absent for none."""


BashServerToolEnvironmentParam: TypeAlias = ContainerAutoEnvironmentParam | ContainerReferenceEnvironmentParam
"""The container that bash commands run in."""


class BashServerToolConfigParam(TypedDict, total=False):
    """What runs the commands, and in which container."""

    engine: BashServerToolEngine
    """What runs the commands; absent for `auto`, which leaves them to your application."""
    environment: BashServerToolEnvironmentParam
    """The container that the commands run in."""


class BashServerToolParam(TypedDict, total=False):
    """A tool that OpenRouter runs: bash commands in a container."""

    parameters: BashServerToolConfigParam
    """Settings of the tool; absent for its defaults."""
    type: Required[Literal["openrouter:bash"]]


class DatetimeServerToolConfigParam(TypedDict, total=False):
    """In which time zone to tell the time."""

    timezone: str
    """An IANA name, such as `"America/New_York"`; absent for UTC."""


class DatetimeServerToolParam(TypedDict, total=False):
    """A tool that OpenRouter runs: the current date and time."""

    parameters: DatetimeServerToolConfigParam
    """Settings of the tool; absent for its defaults."""
    type: Required[Literal["openrouter:datetime"]]


class FilesServerToolConfigParam(TypedDict, total=False):
    """Settings of the files tool, which has none."""


class FilesServerToolParam(TypedDict, total=False):
    """A tool that OpenRouter runs: it reads, writes, edits and lists files.

    They are those of the key's workspace, or of the default workspace.
    """

    parameters: FilesServerToolConfigParam
    """Settings of the tool; absent for its defaults."""
    type: Required[Literal["openrouter:files"]]


class FusionServerToolConfigReasoningParam(TypedDict, total=False):
    """How much the panel and the analyst reason."""

    effort: Literal["max", "xhigh", "high", "medium", "low", "minimal", "none"] | str
    """How much to reason."""
    max_tokens: int
    """The most tokens to reason with, for each model."""


class FusionServerToolConfigToolParam(TypedDict, total=False):
    """A server tool for the panel and the analyst."""

    parameters: Mapping[str, Json]
    """Settings of the tool; absent for its defaults."""
    type: Required[str]
    """The tool, such as `"openrouter:web_search"`."""


class FusionServerToolConfigParam(TypedDict, total=False):
    """Which models answer and analyze, and how."""

    analysis_models: Sequence[str]
    """The models of the panel, at most 8, which answer side by side and can search and fetch; absent for those of
    OpenRouter's preset for quality."""
    cache_control: AnthropicCacheControlDirectiveParam
    """Turns on prompt caching."""
    max_completion_tokens: int
    """The most tokens that each model may write in one call, reasoning included; absent for 16,000."""
    max_tool_calls: int
    """The most steps with tools that each model may take, 1 to 16; absent for 4."""
    model: str
    """The analyst; absent for the model of the request."""
    reasoning: FusionServerToolConfigReasoningParam
    """How much the panel and the analyst reason."""
    temperature: float
    """The panel's sampling temperature; absent for the provider's default. The analyst always has 0."""
    tools: Sequence[FusionServerToolConfigToolParam]
    """The server tools of the panel and the analyst, at most 8; absent for web search and web fetch, empty for none."""


class FusionServerToolOpenRouterParam(TypedDict, total=False):
    """A tool that OpenRouter runs: several models answer the prompt.

    An analyst sums up their answers as JSON for the model of the request.
    """

    parameters: FusionServerToolConfigParam
    """Settings of the tool; absent for its defaults."""
    type: Required[Literal["openrouter:fusion"]]


class ImageGenerationServerToolConfigParam(TypedDict, total=False):
    """Which model generates images, and how.

    All settings of `image_config` are allowed, too, such as `size` and `quality`.
    """

    model: str
    """The model that generates images; absent for `"openai/gpt-5-image"`."""


class ImageGenerationServerToolOpenRouterParam(TypedDict, total=False):
    """A tool that OpenRouter runs: it generates images."""

    parameters: ImageGenerationServerToolConfigParam
    """Settings of the tool; absent for its defaults."""
    type: Required[Literal["openrouter:image_generation"]]


class SearchModelsServerToolConfigParam(TypedDict, total=False):
    """Settings of a search for models."""

    max_results: int
    """The most models to return, at most 20; absent for 5."""


class SubagentReasoningParam(TypedDict, total=False):
    """How much a subagent reasons."""

    effort: Literal["max", "xhigh", "high", "medium", "low", "minimal", "none"] | str
    """How much to reason."""
    max_tokens: int
    """The most tokens to reason with, for each model."""


class SubagentNestedToolParam(TypedDict, total=False):
    """A server tool for a subagent; it can be neither a function nor the subagent tool."""

    parameters: Mapping[str, Json]
    """Settings of the tool; absent for its defaults."""
    type: Required[str]
    """The tool, such as `"openrouter:web_search"`."""


class SubagentServerToolConfigParam(TypedDict, total=False):
    """Which model does the tasks, and how."""

    inherit_functions: bool
    """Whether the subagent gets all your functions of the request; experimental, and only for Responses: elsewhere it
    is an error (400)."""
    inherited_function_names: Sequence[str]
    """The functions of the request that the subagent gets, if not all; experimental, and only for Responses: elsewhere
    it is an error (400)."""
    instructions: str
    """The subagent's system prompt; absent for none."""
    max_completion_tokens: int
    """The most tokens of its answer, reasoning included; absent for the provider's default."""
    max_tool_calls: int
    """The most steps with tools that it may take, 1 to 25."""
    model: str
    """The model that does the tasks; absent for that of the request."""
    name: str
    """A name for this subagent, unlike those of the others: 1 to 64 letters, digits, spaces, underscores and dashes;
    absent for the default subagent."""
    reasoning: SubagentReasoningParam
    """How much the subagent reasons."""
    temperature: float
    """The subagent's sampling temperature; absent for the provider's default."""
    tools: Sequence[SubagentNestedToolParam]
    """The server tools that the subagent may use, without the subagent tool itself."""


class SubagentServerToolOpenRouterParam(TypedDict, total=False):
    """A tool that OpenRouter runs: the model hands tasks to another one, usually smaller and cheaper."""

    parameters: SubagentServerToolConfigParam
    """Which model does the tasks, and how."""
    type: Required[Literal["openrouter:subagent"]]


WebFetchEngineEnum: TypeAlias = Literal["auto", "native", "openrouter", "exa", "parallel", "firecrawl"] | str
"""What fetches web pages. `auto`: the model's provider if it can, otherwise Exa (the default); `native`: the model's
provider; `openrouter`: plain HTTP from OpenRouter; `exa`: the contents API of Exa; `parallel`: the extract API of
Parallel; `firecrawl`: the scraper of Firecrawl, with a key of your own for it (BYOK)."""


class WebFetchServerToolConfigParam(TypedDict, total=False):
    """How web pages are fetched."""

    allowed_domains: Sequence[str]
    """The only domains to fetch from."""
    blocked_domains: Sequence[str]
    """Domains never to fetch from."""
    engine: WebFetchEngineEnum
    """What fetches the pages; absent for `auto`."""
    max_content_tokens: int
    """About how many tokens of a page to keep; the rest is cut off."""
    max_uses: int
    """The most pages of one request; each further one is an error."""


class WebFetchServerToolParam(TypedDict, total=False):
    """A tool that OpenRouter runs: it fetches a web page or a PDF."""

    parameters: WebFetchServerToolConfigParam
    """Settings of the tool; absent for its defaults."""
    type: Required[Literal["openrouter:web_fetch"]]


class WebSearchUserLocationServerToolParam(TypedDict, total=False):
    """Roughly where the user is."""

    city: str | None
    """Such as `"San Francisco"`."""
    country: str | None
    """A code of two letters, such as `"US"`."""
    region: str | None
    """A state or part of the country, such as `"California"`."""
    timezone: str | None
    """An IANA name, such as `"America/Los_Angeles"`."""
    type: Literal["approximate"]


class WebSearchConfigParam(TypedDict, total=False):
    """How the web is searched."""

    allowed_domains: Sequence[str]
    """Search only these domains; not together with `excluded_domains`."""
    engine: WebSearchEngineEnum
    """Which engine searches; absent for `auto`."""
    excluded_domains: Sequence[str]
    """Leave out these domains; not together with `allowed_domains`."""
    max_characters: int
    """The most characters of content per result; it has precedence over `search_context_size`. Only for Exa, Parallel
    (absent for 1500) and Perplexity."""
    max_results: int
    """The most results of one search; absent for 5, and at most 20 for Perplexity. Native search ignores it."""
    max_total_results: int
    """The most results of all searches of a request; absent for 50."""
    max_uses: int
    """The most searches of a request; each further one returns an error to the model. Of native searches only
    Anthropic's knows it."""
    mode: WebSearchMode
    """How thoroughly the engine searches; only for Exa and Parallel."""
    search_context_size: SearchQualityLevel
    """How much content to take from each result; only for Exa, Parallel and Perplexity. `max_characters` has
    precedence."""
    user_location: WebSearchUserLocationServerToolParam
    """Roughly where the user is, for results from nearby."""
    x_search: XSearchOptionsParam
    """Searches posts on X, too; only for SpaceXAI's native search, which charges for it. Absent for the web alone."""


class OpenRouterWebSearchServerToolParam(TypedDict, total=False):
    """A tool that OpenRouter runs: it searches the web."""

    parameters: WebSearchConfigParam
    """Settings of the tool; absent for its defaults."""
    type: Required[Literal["openrouter:web_search"]]


class DeferredBm25SearchParam(TypedDict, total=False):
    """Finds tools by the words of their definitions, ranked by BM25."""

    type: Required[Literal["bm25"]]
    max_results: int
    """The most tools that one search finds."""


class DeferredCustomSearchParam(TypedDict, total=False):
    """Your application finds the tools, among those of the request."""

    result_key: Required[str]
    """The key of your search's result under which the tools stand."""
    tool_id: Required[str]
    """Which of your tools does the search."""
    type: Required[Literal["custom"]]
    max_results: int
    """The most tools that one search finds."""


class DeferredRegexSearchParam(TypedDict, total=False):
    """Finds tools whose definitions match a regular expression."""

    type: Required[Literal["regex"]]
    max_results: int
    """The most tools that one search finds."""


DeferredToolsSearchStrategyParam: TypeAlias = (
    DeferredBm25SearchParam | DeferredCustomSearchParam | DeferredRegexSearchParam
)
"""How tools are found: by OpenRouter, with BM25 or regular expressions, or by your application."""


class DeferredToolsControlParam(TypedDict, total=False):
    """How OpenRouter lets a model find tools that it does not see from the start.

    In later requests, send the reasoning back unchanged and keep the tools as they are.
    """

    profile: Required[Literal["portable"]]
    protocol: Required[Literal["v1"]]
    search: Required[DeferredToolsSearchStrategyParam]
    """How tools are found: by OpenRouter, with `bm25` or `regex`, or by your application (`custom`)."""
    validation: Required[Literal["runtime"]]


ShellServerToolEngine: TypeAlias = Literal["auto", "openrouter"] | str
"""What runs the commands of the shell tool. `auto`: the hosted shell of the provider if it has one, as OpenAI has,
otherwise the sandbox (the default); `openrouter`: a sandbox of OpenRouter."""


ShellServerToolEnvironmentParam: TypeAlias = ContainerAutoEnvironmentParam | ContainerReferenceEnvironmentParam
"""The container that shell commands run in."""


class ShellServerToolConfigParam(TypedDict, total=False):
    """What runs the commands, and in which container."""

    engine: ShellServerToolEngine
    """What runs the commands; absent for `auto`."""
    environment: ShellServerToolEnvironmentParam
    """The container that the commands run in; it cannot be your own machine."""


class ShellServerToolOpenRouterParam(TypedDict, total=False):
    """A tool that OpenRouter runs: shell commands in a container, as in OpenAI's hosted shell."""

    parameters: ShellServerToolConfigParam
    """Settings of the tool; absent for its defaults."""
    type: Required[Literal["openrouter:shell"]]


class ToolSearchServerToolConfigParam(TypedDict, total=False):
    """Settings of a search for tools."""

    max_results: int
    """The most tools that one search finds; absent for 5."""


class ToolSearchServerToolParam(TypedDict, total=False):
    """A tool that OpenRouter runs: it finds tools with `defer_loading`, which the model can then call."""

    parameters: ToolSearchServerToolConfigParam
    """Settings of the tool; absent for its defaults."""
    type: Required[Literal["openrouter:tool_search"]]

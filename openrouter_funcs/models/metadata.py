# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""Parts of responses that several families of endpoints share."""

# No `from __future__ import annotations`: it would hide `Required` from `TypedDict` (PEP 655).
from collections.abc import Mapping
from typing import Literal, TypeAlias

from openrouter_core.model import Extra, Json, Unknown, frozen

__all__ = [
    "Alignment",
    "AlignmentAllowedCallRecord",
    "AlignmentBlockedCallRecord",
    "AlignmentCallRecord",
    "AlignmentRuleRecord",
    "AlignmentUnavailableCallRecord",
    "AnthropicAdvisorMessageUsageIteration",
    "AnthropicCacheCreation",
    "AnthropicCompactionUsageIteration",
    "AnthropicIterationCacheCreation",
    "AnthropicMessageUsageIteration",
    "AnthropicUnknownUsageIteration",
    "AnthropicUsageIteration",
    "ArmorSafeguardResult",
    "ArmorSafeguardResultStatus",
    "ArmorSafeguardResultStatusToolUsesValueEvaluated",
    "ArmorSafeguardResultStatusToolUsesValueSkipped",
    "ArmorSafeguardResultStatusToolUsesValueUnavailable",
    "EndpointInfo",
    "EndpointsMetadata",
    "MetadataLevel",
    "OpenRouterMetadata",
    "PipelineStage",
    "PipelineStageType",
    "PromptCacheBreakpoint",
    "RouterAttempt",
    "RouterParams",
    "RoutingStrategy",
    "ServerToolUseDetails",
]


@frozen(kw_only=True)
class AnthropicCacheCreation:
    """How many tokens were written to a cache, by how long it is kept."""

    ephemeral_1h_input_tokens: int
    """Those that are kept for 1 hour."""
    ephemeral_5m_input_tokens: int
    """Those that are kept for 5 minutes."""


@frozen(kw_only=True)
class AnthropicIterationCacheCreation:
    """How many tokens one step wrote to a cache, by how long it is kept."""

    ephemeral_1h_input_tokens: int | None = None
    """Those that are kept for 1 hour."""
    ephemeral_5m_input_tokens: int | None = None
    """Those that are kept for 5 minutes."""


@frozen(kw_only=True)
class AnthropicCompactionUsageIteration:
    """The tokens of a step that summarized a long conversation."""

    cache_creation: AnthropicIterationCacheCreation | None = None
    """How many of the tokens written to a cache are kept for how long."""
    cache_creation_input_tokens: int | None = None
    """How many tokens of the input were written to a cache."""
    cache_read_input_tokens: int | None = None
    """How many tokens of the input were read from a cache."""
    input_tokens: int | None = None
    """How many tokens of the input were neither read from a cache nor written to one."""
    output_tokens: int | None = None
    """How many tokens the model produced."""
    type: Literal["compaction"]


@frozen(kw_only=True)
class AnthropicMessageUsageIteration:
    """The tokens of a step in which the model answered."""

    cache_creation: AnthropicIterationCacheCreation | None = None
    """How many of the tokens written to a cache are kept for how long."""
    cache_creation_input_tokens: int | None = None
    """How many tokens of the input were written to a cache."""
    cache_read_input_tokens: int | None = None
    """How many tokens of the input were read from a cache."""
    input_tokens: int | None = None
    """How many tokens of the input were neither read from a cache nor written to one."""
    output_tokens: int | None = None
    """How many tokens the model produced."""
    model: str | None = None
    """The model that answered in this step."""
    type: Literal["message"]


@frozen(kw_only=True)
class AnthropicAdvisorMessageUsageIteration:
    """The tokens of a step in which another model gave advice."""

    cache_creation: AnthropicIterationCacheCreation | None = None
    """How many of the tokens written to a cache are kept for how long."""
    cache_creation_input_tokens: int | None = None
    """How many tokens of the input were written to a cache."""
    cache_read_input_tokens: int | None = None
    """How many tokens of the input were read from a cache."""
    input_tokens: int | None = None
    """How many tokens of the input were neither read from a cache nor written to one."""
    output_tokens: int | None = None
    """How many tokens the model produced."""
    model: str
    """The model that gave the advice."""
    type: Literal["advisor_message"]


@frozen(kw_only=True)
class AnthropicUnknownUsageIteration:
    """The tokens of a step of any other kind."""

    cache_creation: AnthropicIterationCacheCreation | None = None
    """How many of the tokens written to a cache are kept for how long."""
    cache_creation_input_tokens: int | None = None
    """How many tokens of the input were written to a cache."""
    cache_read_input_tokens: int | None = None
    """How many tokens of the input were read from a cache."""
    input_tokens: int | None = None
    """How many tokens of the input were neither read from a cache nor written to one."""
    output_tokens: int | None = None
    """How many tokens the model produced."""
    type: str
    """The kind of the step."""


AnthropicUsageIteration: TypeAlias = (
    AnthropicCompactionUsageIteration
    | AnthropicMessageUsageIteration
    | AnthropicAdvisorMessageUsageIteration
    | AnthropicUnknownUsageIteration
)
"""The tokens of one step of an answer: a message, a summary of the conversation, or advice."""


@frozen(kw_only=True)
class AlignmentRuleRecord:
    """Whether a message of the model breaks one rule."""

    applicable: bool
    """Whether the rule watches any field of the message; otherwise it is not checked."""
    broken: bool
    """Whether the probability reaches the threshold; `False` if the rule is not applicable."""
    probability: float | None
    """How likely the message breaks the rule, 0 to 1; `None` if the rule is not applicable."""


@frozen(kw_only=True)
class AlignmentAllowedCallRecord:
    """A message of the model that the alignment plugin allowed."""

    call: int
    """The number of this record, from 1. Each message of the model that is checked gets one; retries continue the
    count."""
    outcome: Literal["allowed"]
    rules: tuple[AlignmentRuleRecord, ...]
    """What was found for each rule, in the order of the request's `rules`."""


@frozen(kw_only=True)
class AlignmentBlockedCallRecord:
    """A message of the model that the alignment plugin blocked."""

    call: int
    """The number of this record, from 1. Each message of the model that is checked gets one; retries continue the
    count."""
    outcome: Literal["blocked"]
    rules: tuple[AlignmentRuleRecord, ...]
    """What was found for each rule, in the order of the request's `rules`."""


@frozen(kw_only=True)
class AlignmentUnavailableCallRecord:
    """A message of the model that the alignment plugin could not check."""

    call: int
    """The number of this record, from 1. Each message of the model that is checked gets one; retries continue the
    count."""
    outcome: Literal["unavailable"]
    reason: Literal["cut", "evaluator_error", "malformed_answer", "time_limit"] | str
    """Why not, such as `time_limit` when the check took too long, or `evaluator_error` when it failed."""


AlignmentCallRecord: TypeAlias = (
    AlignmentAllowedCallRecord | AlignmentBlockedCallRecord | AlignmentUnavailableCallRecord | Unknown
)
"""What the alignment plugin found for one message of the model."""


@frozen(kw_only=True)
class Alignment:
    """What the alignment plugin found. It is in beta, so that its form may change."""

    calls: tuple[AlignmentCallRecord, ...]
    """A record of each message of the model that was checked, in order; empty if none had content to check."""


@frozen(kw_only=True)
class RouterAttempt:
    """One attempt to have a request served."""

    model: str
    """The model that was tried."""
    provider: str
    """The provider that was tried."""
    status: int
    """The HTTP status that came back."""


@frozen(kw_only=True)
class EndpointInfo:
    """A provider that serves a model."""

    model: str
    """The model that it serves."""
    provider: str
    """The provider's name, such as `"OpenAI"`."""
    selected: bool
    """Whether it was chosen."""


@frozen(kw_only=True)
class EndpointsMetadata:
    """The endpoints of a model that were considered for a request."""

    available: tuple[EndpointInfo, ...]
    """The endpoints that could serve the request."""
    total: int
    """How many endpoints there are in all."""


@frozen(kw_only=True)
class RouterParams:
    """Settings of a router that chose the model. A router may add keys of its own."""

    quality_floor: float | None = None
    """The lowest quality that a model must have to be chosen."""
    throughput_floor: float | None = None
    """The lowest throughput that a model must have to be chosen."""
    version_group: str | None = None
    """The group of a model's versions that the choice was made from, such as `"anthropic/claude-sonnet-4"`."""
    extra: Extra[Json]
    """All other keys of the object."""


PipelineStageType: TypeAlias = (
    Literal["guardrail", "plugin", "server_tools", "response_healing", "context_compression"] | str
)
"""The kind of a step that OpenRouter takes beside calling the model. `guardrail`: a check of what goes in or comes out;
`plugin`: any other plugin; `server_tools`: tools that OpenRouter runs; `response_healing`: the repair of a malformed
answer; `context_compression`: the shortening of a long prompt."""


@frozen(kw_only=True)
class PipelineStage:
    """A step that OpenRouter took beside calling the model."""

    cost_usd: float | None = None
    """What the step cost, in US dollars, if that is known."""
    data: Mapping[str, Json] | None = None
    """Details of the step, which differ by `name`, such as what a filter found and did."""
    guardrail_id: str | None = None
    """The guardrail that asked for the step, if one did."""
    guardrail_scope: str | None = None
    name: str
    """Which plugin or guardrail it was, such as `"content-filter"`; several can have one `type`."""
    summary: str | None = None
    """What the step did, for people."""
    type: PipelineStageType
    """The kind of the step."""


RoutingStrategy: TypeAlias = (
    Literal["direct", "auto", "free", "latest", "alias", "fallback", "pareto", "bodybuilder", "fusion"] | str
)
"""How OpenRouter came to a model. `direct`: the request named it; `auto`: the auto router chose it; `free`: the router
of free models chose it; `latest`: it is the latest of the family that the request named; `alias`: the request named it
by another name; `fallback`: a model before it in `models` could not answer; `pareto`: the Pareto router chose it;
`fusion`: several models answered, and one joined their answers."""


@frozen(kw_only=True)
class OpenRouterMetadata:
    """How a request was routed."""

    attempt: int
    """The number of the attempt that gave the answer, from 1."""
    attempts: tuple[RouterAttempt, ...] | None = None
    """The attempts to have the request served, in order."""
    endpoints: EndpointsMetadata
    """The endpoints that could serve the request, and which was chosen."""
    is_byok: bool
    """Whether the request ran on a provider key of your own (BYOK)."""
    params: RouterParams | None = None
    """Settings of a router that chose the model."""
    pipeline: tuple[PipelineStage, ...] | None = None
    """What OpenRouter did beside calling the model, such as guardrails and plugins, in order."""
    region: str | None
    """Where OpenRouter handled the request, such as `"iad"`, or `None`."""
    requested: str
    """The model that was asked for."""
    strategy: RoutingStrategy
    """How OpenRouter came to the model."""
    summary: str
    """The routing in one line, for people."""
    generation_time: int | None = None
    """How long the provider took, from sending the request to the end of its answer, in milliseconds; absent if no
    provider was asked. The tokens of the answer divided by it are the throughput."""


@frozen(kw_only=True)
class ArmorSafeguardResultStatusToolUsesValueEvaluated:
    """Armor checked the call."""

    outcome: Literal["flagged", "not_flagged"] | str
    """`flagged` if the call is against a rule, otherwise `not_flagged`."""
    type: Literal["evaluated"]
    explanation: str | None = None
    """Why the call is flagged, for people."""


@frozen(kw_only=True)
class ArmorSafeguardResultStatusToolUsesValueSkipped:
    """Armor did not check the call, such as one of a provider's own tool."""

    type: Literal["skipped"]


@frozen(kw_only=True)
class ArmorSafeguardResultStatusToolUsesValueUnavailable:
    """Armor could not check the call."""

    reason: str
    """Why not."""
    type: Literal["unavailable"]


@frozen(kw_only=True)
class ArmorSafeguardResultStatus:
    """The verdicts of Armor."""

    tool_uses: Mapping[
        str,
        ArmorSafeguardResultStatusToolUsesValueEvaluated
        | ArmorSafeguardResultStatusToolUsesValueSkipped
        | ArmorSafeguardResultStatusToolUsesValueUnavailable
        | Unknown,
    ]
    """The verdict on each call, by the call's id."""
    type: Literal["available"]


@frozen(kw_only=True)
class ArmorSafeguardResult:
    """The verdict of Armor on each call of your tools, in the form of Anthropic's safeguards."""

    status: ArmorSafeguardResultStatus
    """The verdicts."""
    type: Literal["dangerous_tool_use"]


@frozen(kw_only=True)
class PromptCacheBreakpoint:
    """A cache breakpoint in OpenAI's form: the provider may cache the prompt up to and including this part.

    OpenAI's models know it from GPT-5.6 on; OpenRouter converts it for providers with Anthropic's `cache_control`.
    """

    mode: Literal["explicit"]
    ttl: str | None = None
    """How long the provider keeps the cache."""


@frozen(kw_only=True)
class ServerToolUseDetails:
    """How often tools ran on the server."""

    tool_calls_executed: int | None = None
    """How many calls of OpenRouter's tools ran and gave a result."""
    tool_calls_requested: int | None = None
    """How many calls of OpenRouter's tools the model asked for; those of a provider's own tools are not counted."""
    web_search_requests: int | None = None
    """How many web searches were made. Those by OpenRouter also count in `tool_calls_requested`, those by a provider do
    not, so do not add the two up."""


MetadataLevel: TypeAlias = Literal["disabled", "enabled"] | str
"""Whether a response tells in `openrouter_metadata` how it was routed."""

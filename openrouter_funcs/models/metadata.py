"""Parts of responses that several families of endpoints share."""

# No `from __future__ import annotations`: it would hide `Required` from `TypedDict` (PEP 655).
from collections.abc import Mapping
from typing import Literal, TypeAlias

from openrouter_core.model import Extra, Json, Unknown, frozen
from openrouter_funcs.models.enums import PipelineStageType, RoutingStrategy

__all__ = [
    "Alignment",
    "AlignmentAllowedCallRecord",
    "AlignmentBlockedCallRecord",
    "AlignmentCallRecord",
    "AlignmentRuleRecord",
    "AlignmentUnavailableCallRecord",
    "ArmorSafeguardResult",
    "ArmorSafeguardResultStatus",
    "ArmorSafeguardResultStatusToolUsesValueEvaluated",
    "ArmorSafeguardResultStatusToolUsesValueSkipped",
    "ArmorSafeguardResultStatusToolUsesValueUnavailable",
    "CostDetails",
    "EndpointInfo",
    "EndpointsMetadata",
    "OpenRouterMetadata",
    "PipelineStage",
    "PromptCacheBreakpoint",
    "RouterAttempt",
    "RouterParams",
    "ServerToolUseDetails",
]


@frozen(kw_only=True)
class AlignmentRuleRecord:
    """Alignment rule record."""

    applicable: bool
    broken: bool
    probability: float | None


@frozen(kw_only=True)
class AlignmentAllowedCallRecord:
    """An object whose `outcome` is `"allowed"`."""

    call: int
    outcome: Literal["allowed"]
    rules: tuple[AlignmentRuleRecord, ...]


@frozen(kw_only=True)
class AlignmentBlockedCallRecord:
    """An object whose `outcome` is `"blocked"`."""

    call: int
    outcome: Literal["blocked"]
    rules: tuple[AlignmentRuleRecord, ...]


@frozen(kw_only=True)
class AlignmentUnavailableCallRecord:
    """An object whose `outcome` is `"unavailable"`."""

    call: int
    outcome: Literal["unavailable"]
    reason: Literal["cut", "evaluator_error", "malformed_answer", "time_limit"] | str


AlignmentCallRecord: TypeAlias = (
    AlignmentAllowedCallRecord | AlignmentBlockedCallRecord | AlignmentUnavailableCallRecord | Unknown
)


@frozen(kw_only=True)
class Alignment:
    """Alignment."""

    calls: tuple[AlignmentCallRecord, ...]


@frozen(kw_only=True)
class ArmorSafeguardResultStatusToolUsesValueEvaluated:
    """An object whose `type` is `"evaluated"`."""

    outcome: Literal["flagged", "not_flagged"] | str
    type: Literal["evaluated"]
    explanation: str | None = None


@frozen(kw_only=True)
class ArmorSafeguardResultStatusToolUsesValueSkipped:
    """An object whose `type` is `"skipped"`."""

    type: Literal["skipped"]


@frozen(kw_only=True)
class ArmorSafeguardResultStatusToolUsesValueUnavailable:
    """An object whose `type` is `"unavailable"`."""

    reason: str
    type: Literal["unavailable"]


@frozen(kw_only=True)
class ArmorSafeguardResultStatus:
    """An object whose `type` is `"available"`."""

    tool_uses: Mapping[
        str,
        ArmorSafeguardResultStatusToolUsesValueEvaluated
        | ArmorSafeguardResultStatusToolUsesValueSkipped
        | ArmorSafeguardResultStatusToolUsesValueUnavailable
        | Unknown,
    ]
    type: Literal["available"]


@frozen(kw_only=True)
class ArmorSafeguardResult:
    """An object whose `type` is `"dangerous_tool_use"`."""

    status: ArmorSafeguardResultStatus
    type: Literal["dangerous_tool_use"]


@frozen(kw_only=True)
class CostDetails:
    """The provider's own price, in US dollars."""

    upstream_inference_completions_cost: float
    upstream_inference_cost: float | None = None
    upstream_inference_prompt_cost: float
    server_tool_cost: float | None = None


@frozen(kw_only=True)
class EndpointInfo:
    """A provider that serves the model."""

    model: str
    provider: str
    selected: bool
    """Whether it was chosen."""


@frozen(kw_only=True)
class EndpointsMetadata:
    """Endpoints metadata."""

    available: tuple[EndpointInfo, ...]
    total: int


@frozen(kw_only=True)
class RouterAttempt:
    """One attempt to have a request served."""

    model: str
    """The model."""
    provider: str
    """The provider."""
    status: int
    """The HTTP status that came back."""


@frozen(kw_only=True)
class RouterParams:
    """What steered the choice of the endpoint."""

    quality_floor: float | None = None
    throughput_floor: float | None = None
    version_group: str | None = None
    extra: Extra[Json]
    """All else that the object holds, by name."""


@frozen(kw_only=True)
class PipelineStage:
    """Pipeline stage."""

    cost_usd: float | None = None
    data: Mapping[str, Json] | None = None
    guardrail_id: str | None = None
    guardrail_scope: str | None = None
    name: str
    summary: str | None = None
    type: PipelineStageType


@frozen(kw_only=True)
class OpenRouterMetadata:
    """How a request was routed."""

    attempt: int
    """Which attempt succeeded."""
    attempts: tuple[RouterAttempt, ...] | None = None
    """The attempts, in order."""
    endpoints: EndpointsMetadata
    is_byok: bool
    """Whether it ran on a provider key of the account's own."""
    params: RouterParams | None = None
    pipeline: tuple[PipelineStage, ...] | None = None
    region: str | None
    """Where it was served."""
    requested: str
    """The model that was asked for."""
    strategy: RoutingStrategy
    """How the model was found."""
    summary: str
    """All of it in one line."""
    generation_time: int | None = None


@frozen(kw_only=True)
class PromptCacheBreakpoint:
    """An object whose `mode` is `"explicit"`."""

    mode: Literal["explicit"]
    ttl: str | None = None


@frozen(kw_only=True)
class ServerToolUseDetails:
    """Server tool use details."""

    tool_calls_executed: int | None = None
    tool_calls_requested: int | None = None
    web_search_requests: int | None = None

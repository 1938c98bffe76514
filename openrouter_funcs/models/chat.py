# Written by `python -m openrouter_funcs._generate` from the contract and `_generate/words`: edit those.
"""Chat: responses."""

# No `from __future__ import annotations`: it would hide `Required` from `TypedDict` (PEP 655).
from typing import Literal, TypeAlias

from openrouter_core.model import OnDemand, frozen
from openrouter_funcs import models as _models
from openrouter_funcs.models.usage import CostDetails

__all__ = [
    "ChatAssistantMessage",
    "ChatChoice",
    "ChatFinishReasonEnum",
    "ChatResult",
    "ChatStreamChoice",
    "ChatStreamChunk",
    "ChatStreamDelta",
    "ChatUsage",
    "ChatUsageCompletionTokensDetails",
    "ChatUsagePromptTokensDetails",
]


ChatFinishReasonEnum: TypeAlias = Literal["tool_calls", "stop", "length", "content_filter", "error"] | str
"""Why a model stopped. `tool_calls`: it calls tools; `stop`: the answer is complete, or a text of `stop` came;
`length`: the answer reached its most tokens; `content_filter`: a filter withheld content; `error`: an error ended the
answer."""


@frozen(kw_only=True)
class ChatAssistantMessage:
    """What the model said."""

    audio: "OnDemand[_models.chat_parts.ChatAudioOutput] | None" = None
    """The spoken answer, or a reference to it."""
    content: "str | OnDemand[tuple[_models.chat_parts.ChatContentItems, ...]] | None" = None
    """The answer; absent or `None` when there is no text, such as when the model only calls tools."""
    images: "OnDemand[tuple[_models.chat_parts.ChatAssistantImage, ...]] | None" = None
    """Images that the model generated."""
    model: str | None = None
    """The model that wrote this message."""
    name: str | None = None
    """A name for the author, to tell authors of one role apart."""
    reasoning: str | None = None
    """The reasoning as text."""
    reasoning_details: "OnDemand[tuple[_models.chat_parts.ReasoningDetailUnion, ...]] | None" = None
    """The reasoning in the provider's parts; send them back unchanged in later requests."""
    refusal: str | None = None
    """Why the model refused, if it did."""
    role: Literal["assistant"] | str
    tool_calls: "OnDemand[tuple[_models.chat_parts.ChatToolCall, ...]] | None" = None
    """The functions that the model wants called."""


@frozen(kw_only=True)
class ChatChoice:
    """One answer."""

    finish_reason: ChatFinishReasonEnum | None
    """Why the model stopped, or `None`."""
    index: int
    """The number of the answer, from 0."""
    logprobs: "OnDemand[_models.chat_parts.ChatTokenLogprobs] | None" = None
    """The log probabilities of the tokens, if you asked for them."""
    message: ChatAssistantMessage
    """What the model said."""


@frozen(kw_only=True)
class ChatUsageCompletionTokensDetails:
    """What the tokens of an answer were used for."""

    accepted_prediction_tokens: int | None = None
    """Tokens of `prediction` that were right."""
    audio_tokens: int | None = None
    """Tokens of spoken answers."""
    reasoning_tokens: int | None = None
    """Tokens that the model reasoned with."""
    rejected_prediction_tokens: int | None = None
    """Tokens of `prediction` that were wrong."""


@frozen(kw_only=True)
class ChatUsagePromptTokensDetails:
    """What the tokens of a request were."""

    audio_tokens: int | None = None
    """Tokens of audio."""
    cache_write_tokens: int | None = None
    """Tokens that were written to a cache; only for models that cache on request and charge for it."""
    cached_tokens: int | None = None
    """Tokens that were read from a cache."""
    video_tokens: int | None = None
    """Tokens of video."""


@frozen(kw_only=True)
class ChatUsage:
    """What a chat request used and cost."""

    completion_tokens: int
    """Tokens of the answer."""
    completion_tokens_details: ChatUsageCompletionTokensDetails | None = None
    """What the tokens of the answer were used for."""
    cost: float | None = None
    """The price in credits."""
    cost_details: CostDetails | None = None
    """What the provider's part of the price is made of."""
    is_byok: bool | None = None
    """Whether the request ran on a provider key of your own (BYOK)."""
    prompt_tokens: int
    """Tokens of the request."""
    prompt_tokens_details: ChatUsagePromptTokensDetails | None = None
    """What the tokens of the request were."""
    server_tool_use_details: "OnDemand[_models.metadata.ServerToolUseDetails] | None" = None
    """How often server tools, such as the web search, were used."""
    total_tokens: int
    """Tokens of the request and the answer together."""


@frozen(kw_only=True)
class ChatResult:
    """The whole answer to a chat request."""

    choices: tuple[ChatChoice, ...]
    """The answers; usually one."""
    created: int
    """When it was created, in seconds since 1970."""
    id: str
    """The id of the generation."""
    model: str
    """The model that answered."""
    object: Literal["chat.completion"]
    openrouter_metadata: "OnDemand[_models.metadata.OpenRouterMetadata] | None" = None
    """How the request was routed, when the header `X-OpenRouter-Metadata` asked for it."""
    service_tier: str | None = None
    """The service tier that the provider used."""
    system_fingerprint: str | None
    """The provider's name for the configuration that answered, or `None`."""
    usage: ChatUsage | None = None
    """What the request used and cost."""
    alignment: "OnDemand[_models.metadata.Alignment] | None" = None
    """What the alignment plugin found; in beta, so that its form may change."""
    safeguard_results: "OnDemand[tuple[_models.metadata.ArmorSafeguardResult, ...]] | None" = None
    """The verdict of Armor on each call of your tools; present whenever Armor checked the answer."""


@frozen(kw_only=True)
class ChatStreamDelta:
    """What is new in a streamed answer. Append each text to what came before."""

    audio: "OnDemand[_models.chat_parts.ChatAudioOutput] | None" = None
    """More of the spoken answer."""
    content: str | None = None
    """More of the answer."""
    reasoning: str | None = None
    """More of the reasoning, as text."""
    reasoning_details: "OnDemand[tuple[_models.chat_parts.ReasoningDetailUnion, ...]] | None" = None
    """More of the reasoning, in the provider's parts."""
    refusal: str | None = None
    """More of the refusal."""
    role: Literal["assistant"] | str | None = None
    tool_calls: "OnDemand[tuple[_models.chat_parts.ChatStreamToolCall, ...]] | None" = None
    """More of the tool calls; join them by their `index`."""


@frozen(kw_only=True)
class ChatStreamChoice:
    """What one answer goes on with."""

    delta: ChatStreamDelta
    """What is new."""
    finish_reason: ChatFinishReasonEnum | None
    """Why the model stopped; `None` as long as it goes on."""
    index: int
    """The number of the answer, from 0."""
    logprobs: "OnDemand[_models.chat_parts.ChatTokenLogprobs] | None" = None
    """The log probabilities of the new tokens, if you asked for them."""


@frozen(kw_only=True)
class ChatStreamChunk:
    """One event of a streamed answer."""

    choices: tuple[ChatStreamChoice, ...]
    """What each answer goes on with; it may be empty in the chunk with the usage."""
    created: int
    """When it was created, in seconds since 1970."""
    error: "OnDemand[_models.chat_parts.ChatStreamChunkError] | None" = None
    """Why the stream ends early."""
    id: str
    """The id of the generation, the same in every chunk."""
    model: str
    """The model that answers."""
    object: Literal["chat.completion.chunk"]
    openrouter_metadata: "OnDemand[_models.metadata.OpenRouterMetadata] | None" = None
    """How the request was routed, when the header `X-OpenRouter-Metadata` asked for it."""
    service_tier: str | None = None
    """The service tier that the provider used."""
    system_fingerprint: str | None = None
    """The provider's name for the configuration that answers."""
    usage: ChatUsage | None = None
    """What the request used and cost; in the last chunk."""
    alignment: "OnDemand[_models.metadata.Alignment] | None" = None
    """What the alignment plugin found; in beta, so that its form may change."""
    safeguard_results: "OnDemand[tuple[_models.metadata.ArmorSafeguardResult, ...]] | None" = None
    """The verdict of Armor on each call of your tools; present whenever Armor checked the answer."""

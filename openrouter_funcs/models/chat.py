"""What chat completions answer, whole and as a stream."""

# No `from __future__ import annotations`: it would hide `Required` from `TypedDict` (PEP 655).
from typing import Literal, TypeAlias

from openrouter_core.model import Unknown, frozen
from openrouter_funcs.models.enums import AnthropicCacheControlTtl, ApiErrorType, ReasoningFormat
from openrouter_funcs.models.metadata import (
    Alignment,
    ArmorSafeguardResult,
    CostDetails,
    OpenRouterMetadata,
    PromptCacheBreakpoint,
    ServerToolUseDetails,
)

__all__ = [
    "ChatAssistantImage",
    "ChatAssistantImageImageUrl",
    "ChatAssistantMessage",
    "ChatAudioOutput",
    "ChatChoice",
    "ChatContentAudio",
    "ChatContentAudioInputAudio",
    "ChatContentCacheControl",
    "ChatContentFile",
    "ChatContentFileFile",
    "ChatContentImage",
    "ChatContentImageImageUrl",
    "ChatContentItems",
    "ChatContentText",
    "ChatContentVideo",
    "ChatContentVideoInput",
    "ChatFinishReasonEnum",
    "ChatResult",
    "ChatStreamChoice",
    "ChatStreamChunk",
    "ChatStreamChunkError",
    "ChatStreamChunkErrorMetadata",
    "ChatStreamDelta",
    "ChatStreamToolCall",
    "ChatStreamToolCallFunction",
    "ChatTokenLogprob",
    "ChatTokenLogprobTopLogprob",
    "ChatTokenLogprobs",
    "ChatToolCall",
    "ChatToolCallFunction",
    "ChatUsage",
    "ChatUsageCompletionTokensDetails",
    "ChatUsagePromptTokensDetails",
    "LegacyChatContentVideo",
    "LegacyChatContentVideoInput",
    "ReasoningDetailEncrypted",
    "ReasoningDetailServerToolCall",
    "ReasoningDetailSummary",
    "ReasoningDetailText",
    "ReasoningDetailUnion",
]


@frozen(kw_only=True)
class ChatAssistantImageImageUrl:
    """Chat assistant image image url."""

    url: str


@frozen(kw_only=True)
class ChatAssistantImage:
    """Chat assistant image."""

    image_url: ChatAssistantImageImageUrl


@frozen(kw_only=True)
class ChatAudioOutput:
    """Chat audio output."""

    data: str | None = None
    expires_at: int | None = None
    id: str | None = None
    transcript: str | None = None


@frozen(kw_only=True)
class ChatContentCacheControl:
    """An object whose `type` is `"ephemeral"`."""

    ttl: AnthropicCacheControlTtl | None = None
    type: Literal["ephemeral"]


@frozen(kw_only=True)
class ChatContentText:
    """Text."""

    cache_control: ChatContentCacheControl | None = None
    """That the provider caches all up to here."""
    prompt_cache_breakpoint: PromptCacheBreakpoint | None = None
    text: str
    """The text."""
    type: Literal["text"]


@frozen(kw_only=True)
class ChatContentImageImageUrl:
    """Where a picture is."""

    detail: Literal["auto", "low", "high", "original"] | str | None = None
    """How closely the model looks."""
    url: str
    """A URL, or a `data:` URL with the picture in base64."""


@frozen(kw_only=True)
class ChatContentImage:
    """A picture."""

    image_url: ChatContentImageImageUrl
    type: Literal["image_url"]


@frozen(kw_only=True)
class ChatContentAudioInputAudio:
    """Sound."""

    data: str
    """The sound in base64."""
    format: str
    """Its format, such as `"wav"` or `"mp3"`."""


@frozen(kw_only=True)
class ChatContentAudio:
    """Sound."""

    input_audio: ChatContentAudioInputAudio
    type: Literal["input_audio"]


@frozen(kw_only=True)
class LegacyChatContentVideoInput:
    """Legacy chat content video input."""

    url: str
    processing: Literal["agentic", "static"] | str | None = None


@frozen(kw_only=True)
class LegacyChatContentVideo:
    """An object whose `type` is `"input_video"`."""

    type: Literal["input_video"]
    video_url: LegacyChatContentVideoInput


@frozen(kw_only=True)
class ChatContentVideoInput:
    """Chat content video input."""

    url: str
    processing: Literal["agentic", "static"] | str | None = None


@frozen(kw_only=True)
class ChatContentVideo:
    """A film."""

    type: Literal["video_url"]
    video_url: ChatContentVideoInput


@frozen(kw_only=True)
class ChatContentFileFile:
    """A file."""

    file_data: str | None = None
    """A URL, or a `data:` URL with the file in base64."""
    file_id: str | None = None
    """The id of an uploaded file."""
    filename: str | None = None
    """Its name."""


@frozen(kw_only=True)
class ChatContentFile:
    """A file."""

    file: ChatContentFileFile
    type: Literal["file"]


ChatContentItems: TypeAlias = (
    ChatContentText
    | ChatContentImage
    | ChatContentAudio
    | LegacyChatContentVideo
    | ChatContentVideo
    | ChatContentFile
    | Unknown
)


@frozen(kw_only=True)
class ReasoningDetailSummary:
    """An object whose `type` is `"reasoning.summary"`."""

    format: ReasoningFormat | None = None
    id: str | None = None
    index: int | None = None
    summary: str
    type: Literal["reasoning.summary"]


@frozen(kw_only=True)
class ReasoningDetailEncrypted:
    """An object whose `type` is `"reasoning.encrypted"`."""

    data: str
    format: ReasoningFormat | None = None
    id: str | None = None
    index: int | None = None
    type: Literal["reasoning.encrypted"]


@frozen(kw_only=True)
class ReasoningDetailText:
    """An object whose `type` is `"reasoning.text"`."""

    format: ReasoningFormat | None = None
    id: str | None = None
    index: int | None = None
    signature: str | None = None
    text: str | None = None
    type: Literal["reasoning.text"]


@frozen(kw_only=True)
class ReasoningDetailServerToolCall:
    """An object whose `type` is `"reasoning.server_tool_call"`."""

    arguments: str
    format: ReasoningFormat | None = None
    id: str | None = None
    index: int | None = None
    result: str
    tool_call_id: str | None = None
    tool_name: str
    type: Literal["reasoning.server_tool_call"]


ReasoningDetailUnion: TypeAlias = (
    ReasoningDetailSummary | ReasoningDetailEncrypted | ReasoningDetailText | ReasoningDetailServerToolCall | Unknown
)


@frozen(kw_only=True)
class ChatToolCallFunction:
    """The function, and what it is to be called with."""

    arguments: str
    """Its arguments as JSON text, which the model may have got wrong."""
    name: str
    """Its name."""


@frozen(kw_only=True)
class ChatToolCall:
    """A function that the model wants called."""

    function: ChatToolCallFunction
    """Which, and with what."""
    id: str
    """What the result must name in `tool_call_id`."""
    type: Literal["function"]


@frozen(kw_only=True)
class ChatAssistantMessage:
    """What the model said."""

    audio: ChatAudioOutput | None = None
    """The spoken answer."""
    content: str | tuple[ChatContentItems, ...] | None = None
    """The answer; `None` when it calls tools instead."""
    images: tuple[ChatAssistantImage, ...] | None = None
    """Pictures that the model made."""
    model: str | None = None
    name: str | None = None
    """A name for the speaker."""
    reasoning: str | None = None
    """The reasoning, in plain text."""
    reasoning_details: tuple[ReasoningDetailUnion, ...] | None = None
    """The reasoning in the provider's parts, to be sent back unchanged."""
    refusal: str | None = None
    """Why the model refuses."""
    role: Literal["assistant"] | str
    """Who speaks."""
    tool_calls: tuple[ChatToolCall, ...] | None = None
    """The functions that the model wants called."""


ChatFinishReasonEnum: TypeAlias = Literal["tool_calls", "stop", "length", "content_filter", "error"] | str
"""Why a model stopped."""


@frozen(kw_only=True)
class ChatTokenLogprobTopLogprob:
    """Chat token logprob top logprob."""

    bytes: tuple[int, ...] | None
    logprob: float
    token: str


@frozen(kw_only=True)
class ChatTokenLogprob:
    """A token and how likely it was."""

    bytes: tuple[int, ...] | None
    """The token in UTF-8."""
    logprob: float
    """The natural logarithm of its probability."""
    token: str
    """The token."""
    top_logprobs: tuple[ChatTokenLogprobTopLogprob, ...]
    """The likeliest tokens at this place."""


@frozen(kw_only=True)
class ChatTokenLogprobs:
    """How likely each token was."""

    content: tuple[ChatTokenLogprob, ...] | None
    refusal: tuple[ChatTokenLogprob, ...] | None = None


@frozen(kw_only=True)
class ChatChoice:
    """One answer."""

    finish_reason: ChatFinishReasonEnum | None
    """Why the model stopped; `None` when the provider does not say."""
    index: int
    """Its place among the answers."""
    logprobs: ChatTokenLogprobs | None = None
    """How likely each token was, when that was asked for."""
    message: ChatAssistantMessage
    """What the model said."""


@frozen(kw_only=True)
class ChatUsageCompletionTokensDetails:
    """What the tokens of an answer were."""

    accepted_prediction_tokens: int | None = None
    """Predicted rightly."""
    audio_tokens: int | None = None
    """Sound."""
    reasoning_tokens: int | None = None
    """Reasoning."""
    rejected_prediction_tokens: int | None = None
    """Predicted wrongly."""


@frozen(kw_only=True)
class ChatUsagePromptTokensDetails:
    """What the tokens of a request were."""

    audio_tokens: int | None = None
    """Sound."""
    cache_write_tokens: int | None = None
    """Written to a cache."""
    cached_tokens: int | None = None
    """Read from a cache."""
    video_tokens: int | None = None
    """Film."""


@frozen(kw_only=True)
class ChatUsage:
    """What a completion took and cost."""

    completion_tokens: int
    """Tokens of the answer."""
    completion_tokens_details: ChatUsageCompletionTokensDetails | None = None
    """What the tokens of the answer were."""
    cost: float | None = None
    """The price in credits."""
    cost_details: CostDetails | None = None
    """The provider's own price."""
    is_byok: bool | None = None
    """Whether it ran on a provider key of the account's own."""
    prompt_tokens: int
    """Tokens of the request."""
    prompt_tokens_details: ChatUsagePromptTokensDetails | None = None
    """What the tokens of the request were."""
    server_tool_use_details: ServerToolUseDetails | None = None
    total_tokens: int
    """Both together."""


@frozen(kw_only=True)
class ChatResult:
    """A chat completion, whole."""

    choices: tuple[ChatChoice, ...]
    """The answers; one unless more were asked for."""
    created: int
    """When it was made, in seconds since 1970."""
    id: str
    """OpenRouter's id of the generation."""
    model: str
    """The model that answered."""
    object: Literal["chat.completion"]
    """What it is."""
    openrouter_metadata: OpenRouterMetadata | None = None
    """How the request was routed, when the header asked for it."""
    service_tier: str | None = None
    """The tier that served the request, as the provider names it."""
    system_fingerprint: str | None
    """The provider's name for the configuration that answered."""
    usage: ChatUsage | None = None
    """What it took and cost."""
    alignment: Alignment | None = None
    safeguard_results: tuple[ArmorSafeguardResult, ...] | None = None


@frozen(kw_only=True)
class ChatStreamToolCallFunction:
    """More of a function that is to be called."""

    arguments: str | None = None
    """More of its arguments, which are JSON text once all parts are joined."""
    name: str | None = None
    """Its name; in the first part."""


@frozen(kw_only=True)
class ChatStreamToolCall:
    """More of a tool call."""

    function: ChatStreamToolCallFunction | None = None
    """More of the function."""
    id: str | None = None
    """What the result must name in `tool_call_id`; in the first part."""
    index: int
    """Which call goes on."""
    type: Literal["function"] | None = None


@frozen(kw_only=True)
class ChatStreamDelta:
    """What is new in a streamed answer. Texts are to be appended to what came before."""

    audio: ChatAudioOutput | None = None
    """More of the spoken answer."""
    content: str | None = None
    """More of the answer."""
    reasoning: str | None = None
    """More of the reasoning, in plain text."""
    reasoning_details: tuple[ReasoningDetailUnion, ...] | None = None
    """More of the reasoning, in the provider's parts."""
    refusal: str | None = None
    """More of the refusal."""
    role: Literal["assistant"] | str | None = None
    """Who speaks; in the first chunk."""
    tool_calls: tuple[ChatStreamToolCall, ...] | None = None
    """More of the tool calls, by `index`."""


@frozen(kw_only=True)
class ChatStreamChoice:
    """What one answer goes on with."""

    delta: ChatStreamDelta
    """What is new."""
    finish_reason: ChatFinishReasonEnum | None
    """Why the model stopped; `None` while it goes on."""
    index: int
    """Of which answer it is."""
    logprobs: ChatTokenLogprobs | None = None
    """How likely each new token was, when that was asked for."""


@frozen(kw_only=True)
class ChatStreamChunkErrorMetadata:
    """Chat stream chunk error metadata."""

    error_type: ApiErrorType
    provider_code: str | None = None


@frozen(kw_only=True)
class ChatStreamChunkError:
    """Why a provider ended a stream early."""

    code: int
    """The status that it would have been."""
    message: str
    """The provider's words."""
    metadata: ChatStreamChunkErrorMetadata | None = None


@frozen(kw_only=True)
class ChatStreamChunk:
    """One event of a chat completion that is streamed."""

    choices: tuple[ChatStreamChoice, ...]
    """What each answer goes on with; empty in the event that brings the usage."""
    created: int
    """When the stream began, in seconds since 1970."""
    error: ChatStreamChunkError | None = None
    """Why the provider ended the stream early."""
    id: str
    """OpenRouter's id of the generation, the same in every chunk."""
    model: str
    """The model that answers."""
    object: Literal["chat.completion.chunk"]
    """What it is."""
    openrouter_metadata: OpenRouterMetadata | None = None
    """How the request was routed, when the header asked for it."""
    service_tier: str | None = None
    """The tier that serves the request, as the provider names it."""
    system_fingerprint: str | None = None
    """The provider's name for the configuration that answers."""
    usage: ChatUsage | None = None
    """What it took and cost; in the last chunk."""
    alignment: Alignment | None = None
    safeguard_results: tuple[ArmorSafeguardResult, ...] | None = None
